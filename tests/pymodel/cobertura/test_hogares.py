"""Households of 2004: projection, allocation, scenarios."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pymodel import datos
from pymodel.cobertura import hogares
from pymodel.errores import DatoInvalido

positivos = st.floats(1.0, 1e7)


@given(positivos, positivos, st.integers(0, 10))
def test_the_line_goes_through_both_censuses(antes, despues, k):
    def en(anio):
        return hogares.proyeccion(antes, despues, anio)[0]

    assert en(1990) == pytest.approx(antes)
    assert en(2000) == pytest.approx(despues)
    assert en(1990 + k) == pytest.approx(antes + k * (despues - antes) / 10)


def test_anexo_1_2004():
    total = hogares.proyeccion([16202846, 794481], [22641005, 1457292], 2004)
    np.testing.assert_allclose(total, [25216268.6, 1722416.4], atol=0.05)


@pytest.mark.parametrize(
    ("argumentos", "mensaje"),
    [
        (([1], [1, 2], 2004), "1 y 2 valores"),
        (([-1], [1], 2004), "h_1990: se encontró -1"),
        (([1, 1], [1, -2], 2004), "h_2000, valor 2: se encontró -2"),
        (([1], [1], 1989), "un entero entre 1990 y 2100"),
        (([1], [1], 2004.5), "un entero entre 1990 y 2100"),
        (([100, 100], [200, 50], 2011), "hogares de valor 2"),
    ],
)
def test_what_is_refused(argumentos, mensaje):
    with pytest.raises(DatoInvalido, match=mensaje):
        hogares.proyeccion(*argumentos)


@given(st.floats(0, 1e9), st.lists(st.floats(0.5, 1e6), min_size=1, max_size=32))
def test_allocation_adds_up_and_keeps_proportions(total, base):
    partes = hogares.repartir(total, base)
    assert partes.sum() == pytest.approx(total)
    np.testing.assert_allclose(partes * base[0], partes[0] * np.array(base), rtol=1e-9, atol=1e-6)


def test_cuadro_1():
    cuadro = hogares.cuadro_1()
    impreso = datos.tabla("noaseg2004", "cuadro_1").iloc[1:]
    assert list(cuadro["entidad"]) == list(impreso["Entidad Federativa"])
    assert cuadro["hogares_2004"].sum() == pytest.approx(25216268.6)
    # The printed percentage has one decimal: half of it in households.
    diferencia = cuadro["sujetos"] - impreso.iloc[:, 3].to_numpy()
    assert (diferencia.abs() <= 0.0005 * cuadro["hogares_2004"] + 700).all()


@given(st.floats(0, 1e8), st.floats(0, 1), st.floats(0, 0.9))
def test_scenarios_bound_the_constant_one(poblacion, proporcion, variacion):
    e = hogares.escenarios(poblacion, proporcion, variacion)
    assert e.constante[0] == pytest.approx(poblacion * proporcion)
    holgura = 1e-6 * (1 + poblacion)
    assert e.minimo[0] + holgura >= 0
    assert e.minimo[0] <= e.constante[0] + holgura
    assert e.constante[0] <= e.maximo[0] + holgura
    assert e.maximo[0] <= poblacion + holgura


def test_scenarios_by_hand():
    e = hogares.escenarios([1000.0, 1000.0], [0.5, 0.0], 0.1)
    np.testing.assert_allclose(np.array(e), [[450, 0], [500, 0], [550, 100]])


@pytest.mark.parametrize(
    ("argumentos", "mensaje"),
    [
        (([1.0], [1.5], 0.0), "una fracción de 0 a 1"),
        (([1.0], [54.6], 0.0), "una fracción de 0 a 1"),
        (([1.0], [0.5], 2.0), "¿quiso decir 0.02"),
        (([1.0], [0.5], -0.1), "una fracción de 0 o más"),
    ],
)
def test_scenarios_refuse(argumentos, mensaje):
    with pytest.raises(DatoInvalido, match=mensaje):
        hogares.escenarios(*argumentos)


def test_growth_and_subjects_refuse():
    with pytest.raises(DatoInvalido, match="mayores que 0"):
        hogares.crecimiento_lineal([0.0], [1.0])
    with pytest.raises(DatoInvalido, match="valor 1: se encontró 101"):
        hogares.sujetos([1.0], [101.0])
    with pytest.raises(DatoInvalido, match="al menos un valor"):
        hogares.repartir(1.0, [0.0, 0.0])
