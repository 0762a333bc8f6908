"""The sample of the padrón: probabilities, weights, repeatability."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pymodel.errores import DatoInvalido
from pymodel.padron import muestreo

tamanos = st.lists(st.floats(0.1, 1e4), min_size=1, max_size=40)


@given(tamanos, st.data())
def test_probabilities_add_up_to_the_sample(x, data):
    n = data.draw(st.integers(1, len(x)))
    p = muestreo.probabilidades(x, n)
    assert p.sum() == pytest.approx(n)
    assert (p > 0).all()
    assert (p <= 1 + 1e-12).all()
    libres = p < 1
    razon = p[libres] / np.array(x)[libres]
    assert np.ptp(razon) <= 1e-9 * razon.max() if libres.any() else True


def test_a_unit_too_large_is_certain():
    np.testing.assert_allclose(muestreo.probabilidades([100, 1, 1, 2], 2), [1, 0.25, 0.25, 0.5])
    np.testing.assert_allclose(muestreo.probabilidades([1, 0, 1], 2), [1, 0, 1])


@given(tamanos, st.data(), st.integers(0, 99))
def test_a_draw_has_the_units_asked_and_none_twice(x, data, semilla):
    n = data.draw(st.integers(1, len(x)))
    s = muestreo.seleccionar(x, n, np.random.default_rng(semilla))
    assert len(set(s.unidades.tolist())) == n
    np.testing.assert_array_equal(s.probabilidades, muestreo.probabilidades(x, n)[s.unidades])


def test_frequencies_are_the_probabilities():
    x, n, veces = [5, 1, 2, 8, 4, 30], 3, 5_000
    azar = np.random.default_rng(1)
    cuenta = np.zeros(len(x))
    for _ in range(veces):
        cuenta[muestreo.seleccionar(x, n, azar).unidades] += 1
    p = muestreo.probabilidades(x, n)
    error = np.sqrt(p * (1 - p) / veces)
    assert (np.abs(cuenta / veces - p) <= 4 * error + 1e-12).all()


@pytest.mark.parametrize(
    ("x", "n", "mensaje"),
    [([1, -1], 1, "0 o más"), ([1, 0], 2, "entre 1 y 1"), ([1, 2], 0, "entre 1 y 2")],
)
def test_draws_that_cannot_be(x, n, mensaje):
    with pytest.raises(DatoInvalido, match=mensaje):
        muestreo.probabilidades(x, n)


# --- three stages ------------------------------------------------------------------------------


def padron(semilla=3, centros=30):
    """A small padrón: centres of 5 to 60 families in every state."""
    azar = np.random.default_rng(semilla)
    filas = [
        (e, f"{e:02d}-{k:03d}", f"F{e:02d}{k:03d}{j:03d}")
        for e in range(1, 33)
        for k in range(centros)
        for j in range(azar.integers(5, 61))
    ]
    return pd.DataFrame(filas, columns=["entidad", "centro", "familia"])


def dibujar(familias, semilla):
    centros = familias.groupby(["entidad", "centro"]).size().rename("familias").reset_index()

    def familias_de(elegidos):
        return familias.merge(elegidos, on=["entidad", "centro"])

    return muestreo.muestrear(centros, familias_de, semilla)


def test_design_of_2006():
    d = muestreo.diseno_2006()
    assert sum(d.por_region.values()) == 13
    assert (d.centros, d.familias) == (20, 20)
    assert set(muestreo.regiones()) == set(muestreo.familias_objetivo()) == set(range(1, 33))


def test_sizes_and_weights_of_each_stage():
    familias = padron()
    m = dibujar(familias, 11)
    assert m["entidad"].nunique() == 13
    assert m.groupby("region")["entidad"].nunique().to_dict() == muestreo.diseno_2006().por_region
    assert (m.groupby("entidad")["centro"].nunique() == 20).all()
    tamano = familias.groupby("centro").size()
    tomadas = m.groupby("centro").size()
    assert (tomadas == np.minimum(tamano[tomadas.index], 20)).all()
    np.testing.assert_allclose(
        m["p_familia"], [min(20, tamano[c]) / tamano[c] for c in m["centro"]]
    )
    np.testing.assert_allclose(m["factor"] * m["p_entidad"] * m["p_centro"] * m["p_familia"], 1.0)
    assert not m["familia"].duplicated().any()


def test_the_same_seed_gives_the_same_sample_in_any_order():
    familias = padron()
    una = dibujar(familias, 11)
    otra = dibujar(familias.sample(frac=1.0, random_state=1), 11)
    pd.testing.assert_frame_equal(una, otra)
    assert not una["familia"].equals(dibujar(familias, 12)["familia"])


@pytest.mark.largo
def test_weights_estimate_the_padron_without_bias():
    familias = padron(centros=22)
    totales = [dibujar(familias, s)["factor"].sum() for s in range(150)]
    error = np.std(totales, ddof=1) / np.sqrt(len(totales))
    assert abs(np.mean(totales) - len(familias)) < 4 * error
    assert error < 0.05 * len(familias)  # or the comparison would say nothing


def test_a_region_without_states():
    familias = padron()
    with pytest.raises(DatoInvalido, match="región Noreste"):
        dibujar(familias[~familias["entidad"].isin([5, 19, 24])], 1)
