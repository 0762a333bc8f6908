"""Belonging, information, crosses, odds ratios, proportions of the design."""

import itertools
import math

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from pymodel.errores import DatoInvalido
from pymodel.padron import encuesta

VALIDOS = {
    "p14": (1, 2, 3, 4, 9),
    "p16": (1, 2, 3, 4, 5, 9),
    "p15": (1, 2, 9),
    "p29": (1, 2, 9),
    "p30": (1, 2, 9),
}


def test_every_answer_of_the_questionnaire():
    respuestas = list(itertools.product(*VALIDOS.values()))
    hecho = encuesta.pertenencia(respuestas)
    for r, indice, nivel in zip(respuestas, hecho.indice, hecho.nivel, strict=True):
        puntos = sum(a == b for a, b in zip(r, (1, 3, 1, 1, 1), strict=True))
        esperado = "alto" if puntos > 3 else "medio" if puntos > 1 else "bajo o nulo"
        assert (indice, nivel) == (puntos, esperado)


@pytest.mark.parametrize(("columna", "codigo"), [(0, 5), (1, 7), (2, 3), (3, 0), (4, 99)])
def test_codes_that_are_not_in_the_questionnaire(columna, codigo):
    fila = [1, 3, 1, 1, 1]
    fila[columna] = codigo
    pregunta = encuesta.PREGUNTAS[columna]
    with pytest.raises(DatoInvalido, match=f"fila 2, columna «{pregunta}»: se encontró {codigo}"):
        encuesta.pertenencia([[1, 3, 1, 1, 1], fila])


def test_level_of_information():
    filas = [[1] * k + [2] * (3 - k) + [9] for k in range(4)] + [[1] * 4]
    assert encuesta.nivel_informacion(filas) == [
        "Sin información",
        "Poca información",
        "Regular",
        "Con información",
        "Con toda información",
    ]
    with pytest.raises(DatoInvalido, match="fila 1, columna 3"):
        encuesta.nivel_informacion([[1, 2, 3, 1]])


celda = st.integers(1, 5_000)


@given(celda, celda, celda, celda, st.sampled_from([0.8, 0.9, 0.95, 0.99]))
def test_odds_ratio_against_scipy(a, b, c, d, confianza):
    r = encuesta.razon_momios(a, b, c, d, confianza)
    otra = stats.contingency.odds_ratio([[a, b], [c, d]], kind="sample")
    intervalo = otra.confidence_interval(confianza)
    assert r.valor == pytest.approx(otra.statistic)
    assert (r.inferior, r.superior) == pytest.approx((intervalo.low, intervalo.high))


@given(celda, celda, celda, celda)
def test_swapping_the_groups_inverts_the_ratio(a, b, c, d):
    r, inversa = encuesta.razon_momios(a, b, c, d), encuesta.razon_momios(c, d, a, b)
    assert inversa == pytest.approx((1 / r.valor, 1 / r.superior, 1 / r.inferior))


@pytest.mark.parametrize("lugar", range(4))
@pytest.mark.parametrize("malo", [0, -1])
def test_a_cell_without_cases(lugar, malo):
    celdas = [5, 6, 7, 8]
    celdas[lugar] = malo
    with pytest.raises(DatoInvalido, match=f"{'abcd'[lugar]}: se encontró {malo}"):
        encuesta.razon_momios(*celdas)


@pytest.mark.parametrize("confianza", [0, 1, 95, -0.5])
def test_confidence_outside_its_range(confianza):
    with pytest.raises(DatoInvalido, match="confianza"):
        encuesta.razon_momios(1, 2, 3, 4, confianza)


def test_coverage_of_the_interval():
    azar = np.random.default_rng(2)
    p1, p2, n = 0.6, 0.4, 200
    verdad = p1 * (1 - p2) / (p2 * (1 - p1))
    dentro = 0
    for x, y in azar.binomial(n, [p1, p2], (2_000, 2)):
        r = encuesta.razon_momios(x, n - x, y, n - y)
        dentro += r.inferior <= verdad <= r.superior
    assert dentro / 2_000 == pytest.approx(0.95, abs=0.02)


@given(st.integers(0, 50), st.integers(50, 90), st.integers(0, 50), st.integers(50, 90))
def test_difference_of_proportions_against_chi_squared(x1, n1, x2, n2):
    intervalo, p = encuesta.diferencia_proporciones(x1, n1, x2, n2)
    assert intervalo.valor == pytest.approx(x1 / n1 - x2 / n2)
    if 0 < x1 + x2 < n1 + n2:
        tabla = [[x1, n1 - x1], [x2, n2 - x2]]
        assert p == pytest.approx(stats.chi2_contingency(tabla, correction=False).pvalue, abs=1e-9)
    else:
        assert p == 1.0


def test_difference_of_proportions_refuses():
    for argumentos in ((1, 0, 1, 2), (3, 2, 1, 2), (-1, 2, 1, 2)):
        with pytest.raises(DatoInvalido):
            encuesta.diferencia_proporciones(*argumentos)


def test_crosses_are_shares_of_each_row():
    satisfaccion = pd.Series([1, 2, 2, 3, 5, 9, 1]).map(encuesta.SATISFACCION)
    surtimiento = pd.Series([1, 2, 5, 3, 4, 1, 9]).map(encuesta.SURTIMIENTO)
    hecho = encuesta.cruce(satisfaccion, surtimiento, [1, 1, 2, 1, 1, 1, 1])
    assert hecho.sin_respuesta == 2
    fila = hecho.porcentajes.loc["Muy satisfecho, satisfecho"]
    assert fila["siempre, casi siempre"] == 50
    assert fila["nunca, casi nunca"] == 50
    assert hecho.base["Muy satisfecho, satisfecho"] == 4
    np.testing.assert_allclose(hecho.porcentajes.sum(axis=1), 100)
    with pytest.raises(DatoInvalido, match="ninguna respuesta"):
        encuesta.cruce(pd.Series([None]), pd.Series([1]))


def test_proportion_of_equal_weights_is_the_mean_between_clusters():
    azar = np.random.default_rng(5)
    y = (azar.random(400) < 0.3).astype(float)
    upm = np.repeat(np.arange(40), 10)
    r = encuesta.proporcion(y, np.ones(400), upm)
    medias = y.reshape(40, 10).mean(axis=1)
    error = medias.std(ddof=1) / math.sqrt(40)
    assert r.valor == pytest.approx(y.mean())
    assert (r.superior - r.valor) / stats.t.ppf(0.975, 39) == pytest.approx(error)


def test_coverage_of_the_interval_of_the_design():
    """Clusters with an effect of their own, in strata, with unequal weights."""
    azar = np.random.default_rng(9)
    dentro, veces = 0, 400
    estrato = np.repeat([0, 1], 200)
    upm = np.repeat(np.arange(40), 10)
    factor = np.where(estrato == 0, 3.0, 1.0)
    verdad = (3 * 0.3 + 0.6) / 4
    for _ in range(veces):
        p = np.clip(np.where(estrato[::10] == 0, 0.3, 0.6) + azar.uniform(-0.2, 0.2, 40), 0, 1)
        y = azar.random(400) < np.repeat(p, 10)
        r = encuesta.proporcion(y, factor, upm, estrato)
        dentro += r.inferior <= verdad <= r.superior
    assert dentro / veces == pytest.approx(0.95, abs=0.035)


def test_proportion_refuses():
    with pytest.raises(DatoInvalido, match="mayores que 0"):
        encuesta.proporcion([1, 0], [1, 0], [1, 2])
    with pytest.raises(DatoInvalido, match="una sola unidad"):
        encuesta.proporcion([1, 0], [1, 1], [1, 2], [1, 2])
