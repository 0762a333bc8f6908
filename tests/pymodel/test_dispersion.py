"""Dispersion among entities, against the standard library and its own invariants."""

import statistics

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pymodel.dispersion import dispersion
from pymodel.errores import DatoInvalido

GASTO = st.lists(st.floats(0.01, 1e6), min_size=3, max_size=40)


@given(GASTO)
def test_against_the_standard_library(valores):
    d = dispersion(valores)
    media = statistics.fmean(valores)
    assert d.cv_n1[0] == pytest.approx(statistics.stdev(valores) / media, abs=1e-9)
    assert d.cv_n[0] == pytest.approx(statistics.pstdev(valores) / media, abs=1e-9)
    resto = sorted(valores)[1:-1]
    assert d.max_min[0] == max(valores) / min(valores)
    assert d.max_min_sin_extremos[0] == resto[-1] / resto[0]


@given(GASTO, st.floats(0.001, 1000))
def test_the_unit_does_not_matter(valores, unidad):
    a, b = dispersion(valores), dispersion(np.array(valores) * unidad)
    for c in ("cv_n1", "cv_n", "max_min", "max_min_sin_extremos"):
        np.testing.assert_allclose(getattr(a, c), getattr(b, c), rtol=1e-9, atol=1e-9)


def test_each_column_is_a_series():
    d = dispersion([[1.0, 5.0], [2.0, 5.0], [4.0, 5.0]])
    np.testing.assert_allclose(d.max_min, [4.0, 1.0])
    np.testing.assert_allclose(d.cv_n, [np.std([1, 2, 4]) / (7 / 3), 0.0])


def test_a_zero_has_no_ratio_but_has_a_coefficient():
    d = dispersion([0.0, 0.0, 3.0, 6.0])
    assert np.isnan(d.max_min[0])
    assert np.isnan(d.max_min_sin_extremos[0])
    assert d.cv_n[0] == pytest.approx(np.sqrt(6.1875) / 2.25)
    assert dispersion([0.0, 2.0, 3.0, 6.0]).max_min_sin_extremos[0] == 1.5


@pytest.mark.parametrize(
    ("valores", "mensaje"),
    [
        ([1.0, 2.0], "2 valores"),
        ([1.0, -2.0, 3.0], "valor 2: se encontró -2"),
        ([[1.0, 1.0], [1.0, -2.0], [1.0, 3.0]], "fila 2, columna 2: se encontró -2"),
        ([0.0, 0.0, 0.0], "sólo ceros"),
        ([1.0, float("nan"), 3.0], "valor 2"),
    ],
)
def test_figures_that_have_no_dispersion(valores, mensaje):
    with pytest.raises(DatoInvalido, match=mensaje):
        dispersion(valores)
