"""Articles 72 to 74: the formula by hand, the limits, a table of firms."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pymodel import cuotas
from pymodel.errores import DatoInvalido


def prima(*firma, **opciones):
    return float(cuotas.prima_rt(*firma, **opciones)[0])


def test_formula_of_article_72():
    """[(1200/365) + 28 (0.05 + 0)] (2.3/200) + 0.005."""
    assert prima(1200, 0.05, 0, 200) == pytest.approx((1200 / 365 + 1.4) * 2.3 / 200 + 0.005)
    assert prima(0, 0, 1, 10_000) == pytest.approx(28 * 2.3 / 10_000 + 0.005)


def test_an_accredited_system_lowers_the_factor():
    esperada = (400 / 365) * 2.2 / 100 + 0.005
    assert prima(400, 0, 0, 100, acreditada=True) == pytest.approx(esperada)


def test_limits_of_article_74():
    assert prima(0, 0, 0, 50) == 0.005
    assert prima(36_500, 5, 3, 20) == 0.15


def test_one_point_of_change_at_most():
    assert prima(0, 0, 0, 50, prima_anterior=0.03) == pytest.approx(0.02)
    assert prima(3650, 2, 1, 100, prima_anterior=0.03) == pytest.approx(0.04)
    assert prima(0, 0, 0, 50, prima_anterior=0.01) == pytest.approx(0.005)
    assert prima(36_500, 5, 3, 20, prima_anterior=0.145) == pytest.approx(0.15)


def test_a_table_of_firms():
    s, i, d, n = [1200, 0, 50], [0.5, 0, 0.1], [0, 0, 0], [200, 50, 30]
    anteriores, con_sistema = [0.02, 0.0054355, 0.0758875], [True, False, False]
    juntas = cuotas.prima_rt(s, i, d, n, prima_anterior=anteriores, acreditada=con_sistema)
    solas = [
        prima(*firma, prima_anterior=p, acreditada=a)
        for *firma, p, a in zip(s, i, d, n, anteriores, con_sistema, strict=True)
    ]
    np.testing.assert_array_equal(juntas, solas)


def test_premiums_of_article_73():
    assert cuotas.primas_medias() == (0.0054355, 0.0113065, 0.025984, 0.0465325, 0.0758875)
    for clase in (3, 3.0, "III", "iii", " Clase III "):
        assert cuotas.prima_media(clase) == 0.025984
    for clase in (0, 6, 1.5, "VI", ""):
        with pytest.raises(DatoInvalido, match="clase"):
            cuotas.prima_media(clase)


@given(
    st.floats(0, 1e5),
    st.floats(0, 50),
    st.integers(0, 5),
    st.integers(50, 5000),
    st.floats(0.005, 0.15),
)
def test_always_within_the_limits(s, i, d, n, anterior):
    nueva = prima(s, i, d, n, prima_anterior=anterior)
    assert 0.005 <= nueva <= 0.15
    assert abs(nueva - anterior) <= 0.01 + 1e-12
    assert prima(s + 365, i, d, n) >= prima(s, i, d, n)


@pytest.mark.parametrize(
    ("llamada", "texto"),
    [
        (lambda: prima(-1, 0, 0, 10), "s: se encontró -1"),
        (lambda: prima(0, 0, 0, 0), "n: se encontró 0"),
        (lambda: prima(0, 30, 0, 10), "30 % es 0.3"),
        (lambda: prima(0, 0, 0, 10, anio=2001), "anio: se encontró 2001"),
        (lambda: prima(0, 0, 0, 10, prima_anterior=0.5), "una prima de 0.005 a 0.15"),
        (lambda: cuotas.prima_rt([1, 2], [0, 0, 0], 0, 10), "s: se encontró «2 valores»"),
        (lambda: cuotas.prima_rt([1, 2], 0, 0, [10, -3]), "n, valor 2: se encontró -3"),
    ],
)
def test_bad_input(llamada, texto):
    with pytest.raises(DatoInvalido) as error:
        llamada()
    assert texto in str(error.value)
