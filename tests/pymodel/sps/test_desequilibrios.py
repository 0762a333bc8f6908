"""The five desequilibrios, by hand."""

import numpy as np
import pytest

from pymodel.errores import DatoInvalido
from pymodel.sps import desequilibrios as d


def test_level_and_origin():
    np.testing.assert_allclose(d.per_capita([500.0], [100_000.0]), [5000.0])
    np.testing.assert_allclose(d.porcentaje_pib([64.0], [1000.0]), [0.064])
    o = d.origen([40.0, 60.0], [60.0, 60.0], [57.0, 30.0])
    np.testing.assert_allclose(o.loc[0], [0.4, 0.6, 0.57, 0.95])
    np.testing.assert_allclose(o["publico"] + o["privado"], 1.0)


def test_gap():
    """100 million people, half without security: 50 of 150 for them."""
    b = d.brecha([150.0], [50.0], [100e6], 0.5)
    np.testing.assert_allclose([b.sin_seguridad[0], b.con_seguridad[0]], [1.0, 2.0])
    np.testing.assert_allclose(b.razon, 2.0)
    por_omision = d.brecha([150.0], [50.0], [100e6])
    np.testing.assert_allclose(por_omision.razon, 2.0 * 0.5465 / 0.4535)


def test_effort_and_its_inverse():
    np.testing.assert_allclose(d.veces([100.0, 50.0], [25.0, 60.0]), [3.0, 0.0])
    np.testing.assert_allclose(d.gasto_implicito([100.0], [3.0]), [25.0])
    np.testing.assert_allclose(d.mejora([0.45, 0.36]), [0.0, 0.2])


def test_use_and_growth():
    np.testing.assert_allclose(d.destino([76.0, 20.0, 4.0]), [0.76, 0.2, 0.04])
    np.testing.assert_allclose(d.crecimiento_real([100.0], [206.66], 0.0333), [1.0], atol=1e-4)


def test_catalogue_and_results_are_there():
    assert len(d.catalogo()) == 5
    assert len(d.resultados()) == 7


@pytest.mark.parametrize(
    ("llamar", "mensaje"),
    [
        (lambda: d.veces([1.0], [0.0]), "gasto_estatal: se encontró 0"),
        (lambda: d.veces([1.0, 2.0], [1.0, -3.0]), "gasto_estatal, valor 2"),
        (lambda: d.veces([-1.0], [1.0]), "ase_2010: se encontró -1"),
        (lambda: d.veces([1.0, 2.0], [1.0, 2.0, 3.0]), "ase_2010 y gasto_estatal"),
        (lambda: d.origen([1.0], [1.0], [2.0]), "bolsillo, valor 1"),
        (lambda: d.brecha([1.0], [1.0], [0.0]), "poblacion, valor 1"),
        (lambda: d.brecha([1.0], [1.0], [5.0], 54.65), "sin_seguridad: se encontró 54.65"),
        (lambda: d.destino([-1.0, 2.0]), "capitulos"),
        (lambda: d.crecimiento_real([1.0], [1.0], 3.33), "inflacion"),
    ],
)
def test_figures_out_of_place(llamar, mensaje):
    with pytest.raises(DatoInvalido, match=mensaje):
        llamar()
