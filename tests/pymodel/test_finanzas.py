from decimal import Decimal, getcontext
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from numpy.testing import assert_allclose

from pymodel import finanzas
from pymodel.errores import DatoInvalido

getcontext().prec = 40

pocos = settings(max_examples=60, deadline=None)

montos = st.just(0.0) | st.floats(0.01, 1e7)
flujos = st.lists(montos, min_size=1, max_size=60)
tasas = st.floats(-0.05, 0.2)
convenciones = st.sampled_from(finanzas.CONVENCIONES)


@st.composite
def cuadros(draw):
    """Tables of n years by k series."""
    n, k = draw(st.integers(2, 30)), draw(st.integers(2, 5))
    return draw(st.lists(st.lists(montos, min_size=k, max_size=k), min_size=n, max_size=n))


# --- present value ------------------------------------------------------------------------------

FLUJO = [6191, 6318, 6535, 7008, 7505, 13271, 19915]


def vp_exacto(flujo, tasa: Fraction, primer_exponente: int) -> Fraction:
    """Sum of exact fractions, one year at a time."""
    total = Fraction(0)
    for t, f in enumerate(flujo):
        total += Fraction(f) / (1 + tasa) ** (t + primer_exponente)
    return total


@pytest.mark.parametrize(("convencion", "primer_exponente"), [("fin", 1), ("inicio", 0)])
@pytest.mark.parametrize("tasa", ["0.035", "0", "-0.02", "0.1"])
def test_present_value_against_exact_fractions(convencion, primer_exponente, tasa):
    esperado = float(vp_exacto(FLUJO, Fraction(tasa), primer_exponente))
    calculado = finanzas.valor_presente(FLUJO, float(tasa), convencion=convencion)
    assert calculado == pytest.approx(esperado, rel=1e-14)


def test_middle_of_the_year_against_decimal_square_root():
    tasa = Decimal("0.035")
    esperado = sum(Decimal(f) / (1 + tasa) ** t / (1 + tasa).sqrt() for t, f in enumerate(FLUJO))
    calculado = finanzas.valor_presente(FLUJO, 0.035, convencion="medio")
    assert calculado == pytest.approx(float(esperado), rel=1e-14)


def test_closing_perpetuity_by_hand():
    i, g = Fraction("0.035"), Fraction("0.015")
    perpetuidad = Fraction(FLUJO[-1]) * (1 + g) / (i - g) / (1 + i) ** len(FLUJO)
    esperado = float(vp_exacto(FLUJO, i, 1) + perpetuidad)
    calculado = finanzas.valor_presente(FLUJO, 0.035, crecimiento_perpetuo=0.015)
    assert calculado == pytest.approx(esperado, rel=1e-14)


@pocos
@given(flujos, tasas)
def test_start_of_year_is_worth_one_more_year_of_interest(flujo, tasa):
    fin = finanzas.valor_presente(flujo, tasa, convencion="fin")
    inicio = finanzas.valor_presente(flujo, tasa, convencion="inicio")
    medio = finanzas.valor_presente(flujo, tasa, convencion="medio")
    assert inicio == pytest.approx(fin * (1 + tasa), rel=1e-12)
    assert medio == pytest.approx(fin * (1 + tasa) ** 0.5, rel=1e-12)


@pocos
@given(flujos, st.floats(0.001, 0.2))
def test_middle_of_year_lies_between(flujo, tasa):
    assume(sum(flujo) > 1)
    fin, medio, inicio = (
        finanzas.valor_presente(flujo, tasa, convencion=c) for c in ("fin", "medio", "inicio")
    )
    assert fin < medio < inicio


@pocos
@given(flujos, st.floats(0.02, 0.15), st.floats(0.015, 0.1), convenciones)
def test_perpetuity_equals_a_very_long_horizon(flujo, tasa, diferencia, convencion):
    crecimiento = tasa - diferencia
    siguientes = flujo[-1] * (1 + crecimiento) ** np.arange(1, 4001)
    largo = finanzas.valor_presente(
        np.concatenate([flujo, siguientes]), tasa, convencion=convencion
    )
    cerrado = finanzas.valor_presente(
        flujo, tasa, convencion=convencion, crecimiento_perpetuo=crecimiento
    )
    assert cerrado == pytest.approx(largo, rel=1e-9)


@pocos
@given(flujos, tasas, montos, convenciones)
def test_tail_is_added_as_it_comes(flujo, tasa, cola, convencion):
    sin_cola = finanzas.valor_presente(flujo, tasa, convencion=convencion)
    con_cola = finanzas.valor_presente(flujo, tasa, convencion=convencion, vp_cola=cola)
    assert con_cola == pytest.approx(sin_cola + cola, rel=1e-13)


@pocos
@given(cuadros(), st.floats(0.01, 0.2), convenciones, st.booleans())
def test_k_series_are_k_single_calls(cuadro, tasa, convencion, perpetuidad):
    opciones = {"convencion": convencion, "crecimiento_perpetuo": 0.0 if perpetuidad else None}
    juntos = finanzas.valor_presente(cuadro, tasa, **opciones)
    uno_a_uno = [finanzas.valor_presente(c, tasa, **opciones) for c in zip(*cuadro, strict=True)]
    assert juntos.shape == (len(cuadro[0]),)
    assert_allclose(juntos, uno_a_uno, rtol=1e-12)


@pocos
@given(cuadros(), tasas)
def test_present_value_is_linear(cuadro, tasa):
    por_serie = finanzas.valor_presente(cuadro, tasa)
    total = finanzas.valor_presente(np.sum(cuadro, axis=1), tasa)
    assert total == pytest.approx(por_serie.sum(), rel=1e-12)


def test_k_tails_go_with_k_series():
    juntos = finanzas.valor_presente([[1, 2], [3, 4]], 0.035, vp_cola=[10, 20])
    sin_cola = finanzas.valor_presente([[1, 2], [3, 4]], 0.035)
    assert_allclose(juntos - sin_cola, [10, 20])


def test_result_is_a_plain_float_for_one_series():
    assert type(finanzas.valor_presente([1, 2], 0.035)) is float
    assert type(finanzas.valor_presente([1, 2], 0.035, crecimiento_perpetuo=0.01)) is float
    assert type(finanzas.valor_presente([1, 2], 0.035, vp_cola=[3])) is float


@pytest.mark.parametrize(
    ("argumentos", "mensaje"),
    [
        ({"crecimiento_perpetuo": 0.035}, "crecimiento_perpetuo: se encontró 0.035; .*diverge"),
        ({"crecimiento_perpetuo": 0.05}, "crecimiento_perpetuo: se encontró 0.05; .*diverge"),
        ({"crecimiento_perpetuo": 1.5}, "crecimiento_perpetuo: .*¿quiso decir 0.015"),
        ({"crecimiento_perpetuo": 0.01, "vp_cola": 5}, "crecimiento_perpetuo y vp_cola: .*los dos"),
        ({"vp_cola": float("nan")}, "vp_cola: .*finito"),
        ({"vp_cola": [1, 2]}, "vp_cola: se encontró 2 valores; se esperaba un solo valor"),
        ({"convencion": "final"}, "convencion: se encontró «final»"),
        ({"tasa": 3.5}, "tasa: se encontró 3.5; .*¿quiso decir 0.035"),
    ],
)
def test_present_value_refuses(argumentos, mensaje):
    with pytest.raises(DatoInvalido, match=mensaje):
        finanzas.valor_presente([1, 2, 3], **{"tasa": 0.035, **argumentos})


@pytest.mark.parametrize("cola", [5, [5], [1, 2, 3]])
def test_one_tail_for_several_series_is_refused(cola):
    with pytest.raises(DatoInvalido, match=r"vp_cola: .*0 o 2 valores, uno por columna"):
        finanzas.valor_presente([[1, 2], [3, 4]], 0.035, vp_cola=cola)


def test_tail_of_zero_is_no_tail():
    sin_cola = finanzas.valor_presente([1, 2], 0.035, crecimiento_perpetuo=0.01)
    con_cero = finanzas.valor_presente([1, 2], 0.035, crecimiento_perpetuo=0.01, vp_cola=0)
    assert con_cero == sin_cola


# --- growth implied by a tail -------------------------------------------------------------------


@pocos
@given(st.floats(1.0, 1e6), st.floats(0.001, 0.2), st.floats(-0.3, 0.19))
def test_implied_growth_is_the_inverse_of_the_perpetuity(ultimo, tasa, crecimiento):
    assume(tasa - crecimiento > 1e-3)
    cola = ultimo * finanzas.factor_perpetuidad(tasa, crecimiento)
    assert finanzas.crecimiento_implicito(ultimo, cola, tasa) == pytest.approx(
        crecimiento, abs=1e-9
    )


@pocos
@given(st.floats(1.0, 1e6), st.floats(0.0, 1e9), st.floats(0.001, 0.2))
def test_implied_growth_is_always_below_the_rate(ultimo, cola, tasa):
    assert -1.0 <= finanzas.crecimiento_implicito(ultimo, cola, tasa) < tasa


@pytest.mark.parametrize(
    ("argumentos", "nombre"), [((0, 5, 0.035), "ultimo_vp"), ((5, -1, 0.035), "vp_cola")]
)
def test_implied_growth_refuses(argumentos, nombre):
    with pytest.raises(DatoInvalido, match=f"^{nombre}: "):
        finanzas.crecimiento_implicito(*argumentos)


# --- rates --------------------------------------------------------------------------------------


@pocos
@given(st.floats(-0.4, 0.4), st.floats(-0.2, 0.4))
def test_real_and_nominal_rates_are_inverse(tasa, inflacion):
    nominal = finanzas.tasa_nominal(tasa, inflacion)
    assume(abs(nominal) < 1)
    assert finanzas.tasa_real(nominal, inflacion) == pytest.approx(tasa, abs=1e-12)


def test_real_rate_by_hand():
    assert finanzas.tasa_real(0.0712, 0.04) == pytest.approx(0.03, abs=1e-15)
    assert finanzas.tasa_nominal(0.03, 0.04) == pytest.approx(0.0712, abs=1e-15)
    with pytest.raises(DatoInvalido, match=r"^inflacion: se encontró 3.6"):
        finanzas.tasa_real(0.07, 3.6)
    with pytest.raises(DatoInvalido, match=r"^tasa_real: se encontró 3.5"):
        finanzas.tasa_nominal(3.5, 0.036)


# --- annual interpolation -----------------------------------------------------------------------

impresos = st.lists(st.integers(2000, 2110), min_size=2, max_size=15, unique=True).map(sorted)
positivos = st.floats(1.0, 1e6)


@st.composite
def curvas(draw, elementos=positivos):
    anios = draw(impresos)
    valores = draw(st.lists(elementos, min_size=len(anios), max_size=len(anios)))
    return anios, valores


@pocos
@given(curvas(), st.sampled_from(finanzas.METODOS))
def test_every_year_once_and_printed_years_untouched(curva, metodo):
    anios, valores = curva
    todos, resultado = finanzas.interpolar_anual(anios, valores, metodo)
    assert todos.tolist() == list(range(anios[0], anios[-1] + 1))
    assert resultado.shape == todos.shape
    assert [resultado[a - anios[0]] for a in anios] == valores


@pocos
@given(curvas())
def test_pchip_keeps_growing_data_growing(curva):
    anios, valores = curva
    _, resultado = finanzas.interpolar_anual(anios, sorted(valores), "pchip")
    assert (np.diff(resultado) >= -1e-9 * max(valores)).all()
    assert resultado.min() >= min(valores) * (1 - 1e-12)
    assert resultado.max() <= max(valores) * (1 + 1e-12)


@pocos
@given(curvas(), st.sampled_from(["log_spline", "log_pchip", "geometrica"]))
def test_logarithmic_methods_stay_positive(curva, metodo):
    _, resultado = finanzas.interpolar_anual(*curva, metodo)
    assert (resultado > 0).all()


@pocos
@given(impresos, positivos, st.floats(-0.05, 0.08))
def test_constant_growth_is_reproduced_by_logarithmic_methods(anios, base, crecimiento):
    exacto = base * (1 + crecimiento) ** (np.arange(anios[0], anios[-1] + 1) - anios[0])
    valores = exacto[np.array(anios) - anios[0]]
    for metodo in ("geometrica", "log_spline", "log_pchip"):
        _, resultado = finanzas.interpolar_anual(anios, valores, metodo)
        assert_allclose(resultado, exacto, rtol=1e-9)


@pocos
@given(impresos, st.floats(-1e5, 1e5), st.floats(-1e3, 1e3))
def test_lines_are_reproduced(anios, base, pendiente):
    exacto = base + pendiente * (np.arange(anios[0], anios[-1] + 1) - anios[0])
    valores = exacto[np.array(anios) - anios[0]]
    for metodo in ("lineal", "spline", "pchip"):
        _, resultado = finanzas.interpolar_anual(anios, valores, metodo)
        assert_allclose(resultado, exacto, atol=1e-6, rtol=1e-9)


def test_linear_and_geometric_by_hand():
    _, lineal = finanzas.interpolar_anual([2010, 2012, 2015], [10, 20, 5], "lineal")
    assert lineal.tolist() == pytest.approx([10, 15, 20, 15, 10, 5])
    _, geometrica = finanzas.interpolar_anual([2010, 2012], [100, 121], "geometrica")
    assert geometrica.tolist() == pytest.approx([100, 110, 121])


@pytest.mark.parametrize("metodo", finanzas.METODOS)
def test_several_series_at_once(metodo):
    anios = [2006, 2010, 2020, 2030]
    columnas = [[1, 2, 4, 3], [10, 30, 20, 50]]
    _, juntas = finanzas.interpolar_anual(anios, np.transpose(columnas), metodo)
    assert juntas.shape == (25, 2)
    for j, columna in enumerate(columnas):
        assert_allclose(juntas[:, j], finanzas.interpolar_anual(anios, columna, metodo)[1])


def test_one_printed_year():
    anios, valores = finanzas.interpolar_anual([2010], [5.0], "log_spline")
    assert (anios.tolist(), valores.tolist()) == ([2010], [5.0])


@pytest.mark.parametrize(
    ("anios", "valores", "metodo", "mensaje"),
    [
        ([2010, 2005], [1, 2], "pchip", "anios, valor 2: .*fuera de orden"),
        ([2010, 2010], [1, 2], "pchip", "anios, valor 2: .*repetido"),
        ([2010, 2011, 2012], [1, 2], "pchip", "anios y valores: se encontró 3 y 2"),
        ([2010, 2011], [1, 0], "geometrica", "valores, valor 2: .*mayores que 0.*geometrica"),
        ([2010, 2012], [[1, 1], [1, -1]], "log_spline", "valores, fila 2, columna 2: .*-1;"),
        ([2010, 2011], [1, 2], "cúbica", "metodo: se encontró «cúbica»; .*«pchip»"),
    ],
)
def test_interpolation_refuses(anios, valores, metodo, mensaje):
    with pytest.raises(DatoInvalido, match=mensaje):
        finanzas.interpolar_anual(anios, valores, metodo)
