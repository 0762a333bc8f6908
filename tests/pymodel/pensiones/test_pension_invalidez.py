"""Invalidez: worked by hand with the article, and what must hold for any wage and family."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pymodel import pensiones
from pymodel.errores import DatoInvalido

pocos = settings(max_examples=60, deadline=None)
salarios = st.floats(30, 5000)
familias = st.tuples(st.integers(0, 1), st.integers(0, 8), st.integers(0, 2))
ordenes = st.sampled_from(pensiones.ORDENES_TOPE)

# A wage of 100 a day and months of 30 days: SP = 3,000 and CB = 1,050 a month.
MES = {"dias_mes": 30}


# --- average wage (art. 141) --------------------------------------------------------------------


def test_weeks_are_the_weights_and_factors_bring_to_today():
    # (400·1.00·52 + 300·1.10·52 + 250·1.25·26) / 130 = (20,800 + 17,160 + 8,125) / 130
    promedio = pensiones.salario_promedio_500([400, 300, 250], [1, 1.1, 1.25], [52, 52, 26])
    assert promedio == pytest.approx(354.5)


def test_the_oldest_row_is_cut_at_500_weeks():
    # 300 weeks at 200 and 200 of the 400 at 100; the last row is beyond.
    promedio = pensiones.salario_promedio_500([200, 100, 9999], [1, 1, 1], [300, 400, 52])
    assert promedio == pytest.approx((300 * 200 + 200 * 100) / 500)


def test_most_recent_first_matters_only_beyond_500():
    corto = [[200, 100], [1.0, 1.3], [100, 150]]
    assert pensiones.salario_promedio_500(*corto) == pytest.approx(
        pensiones.salario_promedio_500(*(x[::-1] for x in corto))
    )
    largo = [[200, 100], [1.0, 1.3], [400, 400]]
    assert pensiones.salario_promedio_500(*largo) != pytest.approx(
        pensiones.salario_promedio_500(*(x[::-1] for x in largo))
    )


@pocos
@given(st.lists(st.tuples(salarios, st.floats(1, 3), st.integers(1, 52)), min_size=1, max_size=30))
def test_the_average_is_between_the_updated_wages(periodos):
    s, f, w = map(np.array, zip(*periodos, strict=True))
    promedio = pensiones.salario_promedio_500(s, f, w)
    assert (s * f).min() - 1e-9 <= promedio <= (s * f).max() + 1e-9
    if w.sum() <= 500:
        assert promedio == pytest.approx(np.average(s * f, weights=w))


@pytest.mark.parametrize(
    ("argumentos", "texto"),
    [
        (([100, 0], [1, 1], [52, 52]), "salarios_diarios, valor 2"),
        (([100, 90], [1, -1], [52, 52]), "factores, valor 2"),
        (([100, 90], [1, 1], [52, -1]), "semanas, valor 2"),
        (([100, 90], [1, 1], [0, 0]), "0 semanas"),
        (([100, 90], [1], [52, 52]), "salarios_diarios y factores"),
        (([100, 90], [1, 1], [52]), "salarios_diarios y semanas"),
        (([100, "90"], [1, 1], [52, 52]), "salarios_diarios, valor 2"),
    ],
)
def test_average_wage_refuses(argumentos, texto):
    with pytest.raises(DatoInvalido, match=texto):
        pensiones.salario_promedio_500(*argumentos)


# --- amount (art. 138, 140, 141, 143) -----------------------------------------------------------


@pytest.mark.parametrize(
    ("familia", "extra", "esperada"),
    [
        ((1, 0, 0), 0.0, 1050 * 1.15),  # 138-I
        ((1, 2, 0), 0.0, 1050 * 1.35),  # 138-I and II
        ((0, 3, 0), 0.0, 1050 * 1.30),  # 138-II
        ((0, 0, 0), 0.0, 1050 * 1.15),  # 138-IV: ayuda asistencial, nobody
        ((0, 0, 1), 0.0, 1050 * 1.20),  # 138-III and V: 10 % and ayuda of 10 %
        ((0, 0, 2), 0.0, 1050 * 1.20),  # 138-III: 10 % each, no ayuda
        ((1, 0, 2), 0.0, 1050 * 1.15),  # 138-III: parents only without spouse and children
        ((0, 1, 2), 0.0, 1050 * 1.10),
        ((1, 2, 0), 0.2, 1050 * 1.55),  # art. 140
        ((0, 0, 2), 0.1, 1050 * 1.30),
    ],
)
def test_family_additions(familia, extra, esperada):
    pension = pensiones.pension_invalidez(100, *familia, ayuda_asistencial=extra, **MES)
    assert pension == pytest.approx(esperada)


def test_months_of_365_twelfths_unless_told():
    assert pensiones.pension_invalidez(420, "sí", 2, 0) == pytest.approx(420 * 365 / 12 * 0.4725)
    assert pensiones.cuantia_basica(420) == pytest.approx(420 * 365 / 12 * 0.35)


def test_never_more_than_the_average_wage():
    # 15 + 18·10 = 195 %: 0.35·2.95 = 103.25 % of the wage is cut to 100 % (art. 143).
    assert pensiones.pension_invalidez(100, 1, 18, 0, **MES) == pytest.approx(3000)
    assert pensiones.pension_invalidez(100, 1, 17, 0, **MES) == pytest.approx(1050 * 2.85)


def test_floor_and_cap_in_both_orders():
    pobre = {"pension_garantizada_mensual": 3500, **MES}
    assert pensiones.pension_invalidez(100, 1, 0, 0, **pobre) == 3500
    assert pensiones.pension_invalidez(100, 1, 0, 0, orden_tope="tope_despues", **pobre) == 3000
    piso = {"pension_garantizada_mensual": 2000, **MES}
    for orden in pensiones.ORDENES_TOPE:
        assert pensiones.pension_invalidez(100, 1, 0, 0, orden_tope=orden, **piso) == 2000


def test_increase_is_off_unless_asked_for():
    sin = pensiones.pension_invalidez(100, 1, 0, 0, **MES)
    con = pensiones.pension_invalidez(100, 1, 0, 0, incremento="inmediato", **MES)
    assert con == pytest.approx(1.11 * sin)


def test_a_column_of_wages():
    columna = pensiones.pension_invalidez([100, 200, 50], 1, 1, 0, **MES)
    assert columna == pytest.approx([1312.5, 2625.0, 656.25])


@pocos
@given(salarios, familias, ordenes, st.floats(0, 20000))
def test_between_floor_and_cap(salario, familia, orden, piso):
    pension = pensiones.pension_invalidez(
        salario, *familia, orden_tope=orden, pension_garantizada_mensual=piso
    )
    mensual = salario * pensiones.DIAS_MES
    if orden == "piso_despues":
        assert pension >= piso
        assert pension <= max(mensual, piso) * (1 + 1e-12)
    else:
        assert pension <= mensual * (1 + 1e-12)
    assert pension >= min(0.35 * mensual, mensual) * (1 - 1e-12)


@pocos
@given(salarios, st.floats(1.001, 3), familias)
def test_grows_with_the_wage_and_with_children(salario, veces, familia):
    menor = pensiones.pension_invalidez(salario, *familia)
    assert pensiones.pension_invalidez(salario * veces, *familia) > menor
    c, h, a = familia
    if c or h:
        assert pensiones.pension_invalidez(salario, c, h + 1, a) >= menor


@pocos
@given(familias, st.floats(0, 0.2))
def test_additions_over_arrays_are_those_of_each_family(familia, extra):
    c, h, a = familia
    hijos = np.arange(h + 1)
    juntas = pensiones.adiciones(c, hijos, a, extra)
    assert juntas == pytest.approx([float(pensiones.adiciones(c, j, a, extra)) for j in hijos])


@pytest.mark.parametrize(
    ("argumentos", "opciones", "texto"),
    [
        (("100", 1, 0, 0), {}, "salario_base_diario: se encontró «100»"),
        ((-100, 1, 0, 0), {}, "salario_base_diario: se encontró -100"),
        (([100, 0], 1, 0, 0), {}, "salario_base_diario, valor 2"),
        ((100, 2, 0, 0), {}, "conyuge: se encontró 2; se esperaba sí o no"),
        ((100, "quizá", 0, 0), {}, "conyuge: se encontró «quizá»"),
        ((100, 1, 1.5, 0), {}, "hijos: se encontró 1.5"),
        ((100, 1, -1, 0), {}, "hijos: se encontró -1"),
        ((100, 0, 0, -1), {}, "ascendientes: se encontró -1"),
        ((100, 1, 0, 0), {"ayuda_asistencial": 0.25}, "ayuda_asistencial: se encontró 0.25"),
        ((100, 1, 0, 0), {"ayuda_asistencial": 16}, "quiso decir 0.16"),
        ((100, 0, 0, 0), {"ayuda_asistencial": 0.1}, "art. 138"),
        ((100, 0, 0, 1), {"ayuda_asistencial": 0.1}, "art. 138"),
        ((100, 1, 0, 0), {"pension_garantizada_mensual": -1}, "pension_garantizada_mensual"),
        ((100, 1, 0, 0), {"orden_tope": "nunca"}, "orden_tope: se encontró «nunca»"),
        ((100, 1, 0, 0), {"incremento": "a_los_60"}, "incremento: se encontró «a_los_60»"),
        ((100, 1, 0, 0), {"dias_mes": 365}, "dias_mes: se encontró 365"),
    ],
)
def test_invalidez_refuses(argumentos, opciones, texto):
    with pytest.raises(DatoInvalido, match=texto):
        pensiones.pension_invalidez(*argumentos, **opciones)


@pytest.mark.parametrize("si", [True, 1, 1.0, np.True_, "sí", "Si", " SÍ "])
def test_spouse_in_every_spelling(si):
    assert pensiones.si_o_no(si, "conyuge") is True


@pytest.mark.parametrize("no", [False, 0, 0.0, np.float64(0), "no", "No"])
def test_no_spouse_in_every_spelling(no):
    assert pensiones.si_o_no(no, "conyuge") is False


# --- weeks required (art. 122, 128, 58-II, 97, 102, 104) ----------------------------------------


@pytest.mark.parametrize(
    ("prestacion", "grado", "semanas"),
    [
        ("invalidez", None, 250),
        ("invalidez", 74.9, 250),
        ("invalidez", 75, 150),
        ("invalidez", 100, 150),
        ("muerte", None, 150),
        ("muerte_rt", None, 150),
        ("enfermedad", None, 4),
        ("maternidad", None, 30),
        ("funeral", None, 12),
    ],
)
def test_weeks_required(prestacion, grado, semanas):
    assert pensiones.semanas_minimas(prestacion, grado) == semanas


def test_weeks_required_refuse():
    with pytest.raises(DatoInvalido, match="prestacion"):
        pensiones.semanas_minimas("vejez")
    with pytest.raises(DatoInvalido, match="por ejemplo 65"):
        pensiones.semanas_minimas("invalidez", 0.75)
    with pytest.raises(DatoInvalido, match="sólo cuenta en invalidez"):
        pensiones.semanas_minimas("muerte", 80)
