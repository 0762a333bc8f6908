"""Permanent incapacity and indemnización global (art. 58 and 59)."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pymodel import pensiones
from pymodel.errores import DatoInvalido

pocos = settings(max_examples=60, deadline=None)
salarios = st.floats(30, 5000)
MES = {"dias_mes": 30}  # a wage of 100 a day is 3,000 a month


def test_total_incapacity_is_70_percent():
    assert pensiones.pension_incapacidad(100, 100, **MES) == pytest.approx(2100)
    assert pensiones.pension_incapacidad(100, 100) == pytest.approx(0.7 * 100 * 365 / 12)


def test_partial_incapacity_by_grade():
    assert pensiones.pension_incapacidad(100, 65, **MES) == pytest.approx(1365)
    assert pensiones.pension_incapacidad(100, 25.5, **MES) == pytest.approx(535.5)
    columna = pensiones.pension_incapacidad([100, 200], 50, **MES)
    assert columna == pytest.approx([1050, 2100])


def test_never_below_the_invalidez_pension():
    # Nine children and a spouse: 0.35·2.05 = 71.75 % of the wage, more than 70 % (art. 59).
    invalidez = pensiones.pension_invalidez(100, 1, 9, 0, **MES)
    assert invalidez == pytest.approx(2152.5)
    con = {"pension_invalidez_mensual": invalidez, **MES}
    assert pensiones.pension_incapacidad(100, 100, **con) == pytest.approx(2152.5)
    assert pensiones.pension_incapacidad(100, 60, **con) == pytest.approx(0.6 * 2152.5)


def test_increase_is_off_unless_asked_for():
    con = pensiones.pension_incapacidad(100, 100, incremento="inmediato", **MES)
    assert con == pytest.approx(2331)


@pocos
@given(salarios, st.integers(0, 1), st.integers(0, 8), st.integers(0, 2))
def test_above_the_invalidez_pension_of_the_same_wage(salario, conyuge, hijos, padres):
    total = pensiones.pension_incapacidad(salario, 100)
    assert total > pensiones.pension_invalidez(salario, conyuge, hijos, padres)


@pocos
@given(salarios, st.floats(25.01, 99), st.floats(1.001, 3))
def test_grows_with_wage_and_grade(salario, grado, veces):
    pension = pensiones.pension_incapacidad(salario, grado)
    assert pensiones.pension_incapacidad(salario * veces, grado) > pension
    assert pensiones.pension_incapacidad(salario, grado + 1) > pension


def test_five_annuities():
    # 20 % of 2,100 a month, 12 months, five years.
    assert pensiones.indemnizacion_global(100, 20, **MES) == pytest.approx(5 * 12 * 420)
    assert pensiones.indemnizacion_global(100, 50) == pytest.approx(5 * 365 * 100 * 0.7 * 0.5)
    assert pensiones.indemnizacion_global([100, 300], 10, **MES) == pytest.approx([12600, 37800])


@pocos
@given(salarios, st.floats(25.01, 50))
def test_the_option_is_five_years_of_the_pension(salario, grado):
    pension = pensiones.pension_incapacidad(salario, grado)
    assert pensiones.indemnizacion_global(salario, grado) == pytest.approx(60 * pension)


@pytest.mark.parametrize(
    ("grado", "texto"),
    [
        (25, "procede indemnización global"),
        (1.5, "procede indemnización global"),
        (0.65, "un grado en por ciento, por ejemplo 65"),
        (1, "un grado en por ciento, por ejemplo 65"),
        (0, "mayor que 1 y de hasta 100"),
        (-30, "mayor que 1 y de hasta 100"),
        (120, "mayor que 1 y de hasta 100"),
        ("65", "grado: se encontró «65»"),
        (True, "grado: se encontró VERDADERO"),
        (np.nan, "grado"),
    ],
)
def test_grades_without_pension(grado, texto):
    with pytest.raises(DatoInvalido, match=texto):
        pensiones.pension_incapacidad(100, grado)


@pytest.mark.parametrize(
    ("grado", "texto"),
    [
        (50.5, "procede pensión"),
        (100, "procede pensión"),
        (120, "hasta 100"),
        (0.2, "por ejemplo 65"),
        (1, "por ejemplo 65"),
        (-1, "hasta 100"),
    ],
)
def test_grades_without_lump_sum(grado, texto):
    with pytest.raises(DatoInvalido, match=texto):
        pensiones.indemnizacion_global(100, grado)


@pytest.mark.parametrize("salario", [0, -5, "100", [100, -1]])
@pytest.mark.parametrize("funcion", [pensiones.pension_incapacidad, pensiones.indemnizacion_global])
def test_bad_wages(funcion, salario):
    with pytest.raises(DatoInvalido, match="salario_base_diario"):
        funcion(salario, 40)


def test_bad_minimum():
    with pytest.raises(DatoInvalido, match="pension_invalidez_mensual"):
        pensiones.pension_incapacidad(100, 40, pension_invalidez_mensual=-1)
