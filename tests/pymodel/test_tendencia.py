"""Straight-line trends, against another fit, textbook intervals and a simulation."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from pymodel import tendencia
from pymodel.errores import DatoInvalido

ANIOS = np.arange(1996, 2006)
RUIDO = np.random.default_rng(7).normal(size=ANIOS.size)


def serie(a=72.8, b=5.6, s=5.0, ruido=RUIDO):
    return a + b * np.arange(ruido.size) + s * ruido


def test_fit_against_numpy_and_scipy():
    y = serie()
    recta = tendencia.ajustar(ANIOS, y)
    b, a = np.polyfit(ANIOS - 1996.0, y, 1)
    otra = stats.linregress(ANIOS - 1996.0, y)
    assert recta.pendiente == pytest.approx(b)
    assert recta.intercepto == pytest.approx(a)
    assert recta.r2 == pytest.approx(otra.rvalue**2)
    assert recta.error_intercepto == pytest.approx(otra.intercept_stderr)
    assert recta.error_pendiente == pytest.approx(otra.stderr)
    assert tendencia.probabilidades(recta)[1] == pytest.approx(otra.pvalue, rel=1e-9)


@given(
    n=st.integers(3, 40),
    a=st.floats(1, 1e6),
    b=st.floats(0.01, 1e4),
    semilla=st.integers(0, 10**6),
)
def test_a_fit_is_rebuilt_from_its_printed_statistics(n, a, b, semilla):
    """Four printed numbers hold the whole regression, its number of years included."""
    ruido = np.random.default_rng(semilla).normal(size=n)
    recta = tendencia.ajustar(1996 + np.arange(n), serie(a, b, 0.1 * a, ruido))
    vuelta = tendencia.desde_estadisticos(
        recta.intercepto,
        recta.intercepto / recta.error_intercepto,
        recta.pendiente,
        recta.pendiente / recta.error_pendiente,
        1996,
    )
    assert vuelta.n == n
    for que in ("error_regresion", "error_intercepto", "r2", "t_medio", "sxx"):
        assert getattr(vuelta, que) == pytest.approx(getattr(recta, que), rel=1e-9)


def test_intervals_cover_what_they_say():
    """2,000 samples: the year 2010 falls in the prediction interval, the line in the narrow one."""
    rng = np.random.default_rng(2006)
    dentro = {"prediccion": 0, "media": 0}
    for _ in range(2000):
        recta = tendencia.ajustar(ANIOS, serie(ruido=rng.normal(size=ANIOS.size)))
        verdad = {"media": 72.8 + 5.6 * 14}
        verdad["prediccion"] = verdad["media"] + 5.0 * rng.normal()
        for clase, valor in verdad.items():
            bajo, alto = tendencia.intervalo(recta, [2010], 0.9, clase)
            dentro[clase] += bool(bajo[0] <= valor <= alto[0])
    assert dentro["prediccion"] / 2000 == pytest.approx(0.9, abs=0.02)
    assert dentro["media"] / 2000 == pytest.approx(0.9, abs=0.02)


def test_a_perfect_line():
    recta = tendencia.ajustar([1996, 1998, 2001], [10.0, 14.0, 20.0])
    assert recta.r2 == pytest.approx(1.0)
    np.testing.assert_allclose(tendencia.evaluar(recta, [2010]), [38.0])
    np.testing.assert_allclose(tendencia.intervalo(recta, [2010]), [[38.0], [38.0]], atol=1e-6)


def test_year_zero_only_moves_the_intercept():
    a, b = tendencia.ajustar(ANIOS, serie()), tendencia.ajustar(ANIOS, serie(), 2000)
    assert b.intercepto == pytest.approx(a.intercepto + 4 * a.pendiente)
    np.testing.assert_allclose(tendencia.intervalo(a, [2010]), tendencia.intervalo(b, [2010]))


def test_a_lost_decimal_point_is_told():
    with pytest.raises(DatoInvalido, match="punto decimal"):
        tendencia.desde_estadisticos(72787589, 21.81378035, 5597091, 0.8954851679, 1996)


@pytest.mark.parametrize(
    ("llamar", "mensaje"),
    [
        (lambda: tendencia.ajustar([2000, 2001], [1.0, 2.0]), "2 años"),
        (lambda: tendencia.ajustar([2000, 2002, 2001], [1.0, 2.0, 3.0]), "orden creciente"),
        (lambda: tendencia.ajustar([2000, 2001, 2002], [1.0, 2.0]), "anios y valores"),
        (lambda: tendencia.desde_estadisticos(1.0, 0.0, 1.0, 2.0, 1996), "t del intercepto"),
        (lambda: tendencia.desde_estadisticos(1.0, 3.0, 0.0, 2.0, 1996), "distintos de 0"),
        (
            lambda: tendencia.intervalo(tendencia.ajustar(ANIOS, serie()), [2010], 95.0),
            "confianza: se encontró 95",
        ),
        (
            lambda: tendencia.intervalo(tendencia.ajustar(ANIOS, serie()), [2010], 0.9, "otro"),
            "intervalo: se encontró «otro»",
        ),
    ],
)
def test_what_is_not_a_trend(llamar, mensaje):
    with pytest.raises(DatoInvalido, match=mensaje):
        llamar()


@pytest.mark.parametrize("t", [1e-320, -1e-300])
def test_a_statistic_that_divides_into_infinity_is_refused(t):
    with pytest.raises(DatoInvalido, match="no se pueden dividir"):
        tendencia.muestra(72_787_589.0, t, 5_597_091.0, 8.95)
