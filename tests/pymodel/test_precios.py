import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pymodel import datos
from pymodel.errores import DatoInvalido
from pymodel.precios import deflactar

pocos = settings(max_examples=60, deadline=None)

anios_con_indice = st.integers(1990, 2020)


def test_by_hand_with_the_analysts_index():
    propio = {2004: 80.0, 2005: 90.0, 2010: 100.0}
    assert deflactar([80, 90, 5], [2004, 2005, 2010], 2010, propio).tolist() == [100, 100, 5]
    assert deflactar([100], [2010], 2005, propio).tolist() == [90]


@pytest.mark.parametrize(
    ("indice", "de"), [("promedio", datos.inpc_promedio), ("diciembre", datos.inpc_diciembre)]
)
def test_inpc(indice, de):
    calculado = deflactar([100.0], [2005], 2010, indice)
    assert calculado.tolist() == pytest.approx([100 * de(2010) / de(2005)], rel=1e-14)


def test_average_is_the_mean_of_the_months():
    mensual = datos.serie("inpc")
    doce = {a: mensual.loc[mensual["anio"] == a, "inpc"].tolist() for a in (2005, 2010)}
    assert all(len(m) == 12 for m in doce.values())
    esperado = 100 * sum(doce[2010]) / sum(doce[2005])
    assert deflactar([100.0], [2005], 2010).tolist() == pytest.approx([esperado], rel=1e-12)


@pocos
@given(
    st.lists(st.tuples(anios_con_indice, st.floats(0.01, 1e7)), min_size=1, max_size=20),
    anios_con_indice,
    st.sampled_from(["promedio", "diciembre"]),
)
def test_there_and_back(pares, base, indice):
    anios, montos = zip(*pares, strict=True)
    a_base = deflactar(montos, anios, base, indice)
    for anio, monto, deflactado in zip(anios, montos, a_base, strict=True):
        de_vuelta = deflactar([deflactado], [base], anio, indice)
        assert de_vuelta[0] == pytest.approx(monto, rel=1e-12)


@pocos
@given(st.lists(st.floats(0.01, 1e7), min_size=1, max_size=10), anios_con_indice)
def test_own_prices_stay(montos, anio):
    assert deflactar(montos, [anio] * len(montos), anio).tolist() == pytest.approx(montos)


def test_several_series_and_any_order_of_years():
    juntas = deflactar([[1, 10], [2, 20], [3, 30]], [2008, 2005, 2008], 2010)
    assert juntas.shape == (3, 2)
    for j, columna in enumerate(([1, 2, 3], [10, 20, 30])):
        assert juntas[:, j].tolist() == deflactar(columna, [2008, 2005, 2008], 2010).tolist()


def test_amounts_of_one_year_in_a_row():
    assert deflactar(np.ones((1, 3)), [2010, 2010, 2010], 2010).tolist() == [1, 1, 1]


@pytest.mark.parametrize(
    ("argumentos", "mensaje"),
    [
        (([1, 2], [2005], 2010), r"montos y anios: se encontró 2 y 1 valores"),
        (([1], [2005.5], 2010), r"anios, valor 1: se encontró 2005.5"),
        (([1], [38353], 2010), r"anios, valor 1: .*un año entero"),
        (([1], [1900], 2010), r"anios: se encontró 1900; .*INPC"),
        (([1], [2005], 1950), r"anio_base: se encontró 1950; .*INPC"),
        (([1], [2005], 2010.5), r"anio_base: se encontró 2010.5"),
        (([1], [2005], 40179), r"anio_base: se encontró 40179"),
        (([1], [2005], 2010, "anual"), r"indice: se encontró «anual»; .*«promedio», «diciembre»"),
        (([1], [2005], 2010, {2005: 90.0}), r"indice: se encontró una tabla sin 2010"),
        (([1], [2005], 2010, {2005: 0.0, 2010: 1.0}), r"indice, año 2005: .*mayor que 0"),
        (([1], [2005], 2010, {2005: -1.0, 2010: 1.0}), r"indice, año 2005: .*mayor que 0"),
        (([float("nan")], [2005], 2010), r"montos, valor 1: .*NaN"),
    ],
)
def test_refuses(argumentos, mensaje):
    with pytest.raises(DatoInvalido, match=f"^{mensaje}"):
        deflactar(*argumentos)
