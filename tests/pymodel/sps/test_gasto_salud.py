"""Health-spending projection: hand-made sums, identities, and bad input."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from pymodel import tendencia
from pymodel.errores import DatoInvalido
from pymodel.sps import gasto_salud as g

FRACCION = st.floats(0, 1)


def test_one_year_by_hand():
    """Two deciles: 60 of 100 belong to the uninsured; half of decile I joins and saves 40 %."""
    b = g.gasto_bolsillo([100.0], 0.6, [0.25, 0.75], [[0.5], [0.1]], [0.4, 0.2])
    # I spends 15: 7.5 joins and pays 4.5. II spends 45: 4.5 joins and pays 3.6.
    np.testing.assert_allclose(b.afiliados[:, 0], [4.5, 3.6])
    np.testing.assert_allclose(b.no_asegurados[:, 0], [7.5, 40.5])
    np.testing.assert_allclose([b.asegurados[0], b.sin_decil[0]], [40.0, 0.0], atol=1e-12)
    np.testing.assert_allclose([b.reduccion[0], b.total[0]], [3.9, 96.1])


@given(
    gb=hnp.arrays(float, 4, elements=st.floats(0, 1e6)),
    s=FRACCION,
    theta=hnp.arrays(float, 10, elements=st.floats(0, 0.1)),
    alfa=hnp.arrays(float, (10, 4), elements=FRACCION),
    beta=hnp.arrays(float, 10, elements=FRACCION),
)
def test_the_groups_add_up_and_nobody_spends_more(gb, s, theta, alfa, beta):
    b = g.gasto_bolsillo(gb, s, theta, alfa, beta)
    partes = b.asegurados + b.afiliados.sum(axis=0) + b.no_asegurados.sum(axis=0) + b.sin_decil
    np.testing.assert_allclose(partes, b.total, rtol=1e-9, atol=1e-6)
    assert (b.total <= gb + 1e-9).all()
    assert (b.reduccion >= 0).all()


def test_the_identities_of_the_projection():
    d = g.proyectar(g.supuestos())
    assert tuple(d.columns) == g.COLUMNAS
    assert list(d.index) == list(g.ANIOS)
    np.testing.assert_allclose(
        d["gasto_publico"], d[["imss", "issste", "pemex", "ss"]].sum(axis=1), rtol=1e-12
    )
    np.testing.assert_allclose(d["gasto_privado"], d["gasto_bolsillo"] + d["primas"], rtol=1e-12)
    np.testing.assert_allclose(d["total"], d["gasto_publico"] + d["gasto_privado"], rtol=1e-12)


def test_scenarios_change_out_of_pocket_spending_only():
    uno, dos, tres = (g.proyectar(g.supuestos(e)) for e in (1, 2, 3))
    for columna in ("imss", "issste", "pemex", "ss", "gasto_publico", "primas"):
        assert (uno[columna] == tres[columna]).all()
    assert (uno["gasto_bolsillo"] < dos["gasto_bolsillo"]).all()
    assert (dos["gasto_bolsillo"] < tres["gasto_bolsillo"]).all()
    recta = g.tendencia_impresa("gasto_bolsillo")
    np.testing.assert_allclose(
        tres["gasto_bolsillo"], tendencia.evaluar(recta, g.ANIOS) / 1000, rtol=1e-12
    )


def test_an_analysts_own_series_takes_the_place_of_the_printed_one():
    propia = tendencia.ajustar(range(1996, 2005), [1000.0 * (50 + 2 * k) for k in range(9)])
    base = g.supuestos()
    otra = replace(base, tendencias={**base.tendencias, "imss": propia})
    np.testing.assert_allclose(g.proyectar(otra)["imss"], [50 + 2 * k for k in range(9, 15)])
    bajo = g.limites(base)["imss_inferior"]
    assert (bajo < g.proyectar(base)["imss"]).all()
    ancho = g.limites(base, 0.95, "media")
    assert (bajo < ancho["imss_inferior"]).all()


def test_quintiles_cover_two_deciles():
    np.testing.assert_allclose(
        g.reduccion(1), [0.39, 0.39, 0.30, 0.30, 0.24, 0.24, 0.32, 0.32, 0.43, 0.43]
    )
    assert g.reduccion(3).sum() == 0.0


def test_path_of_the_secretaria():
    np.testing.assert_allclose(
        g.gasto_ss([100.0, 120.0], [10, 30, 45, 50], 1.0), [100, 120, 136, 142]
    )
    np.testing.assert_allclose(g.gasto_ss([100.0], [10, 30, 45], 0.0), [100, 120, 135])
    with pytest.raises(DatoInvalido, match="3 años de base"):
        g.gasto_ss([1, 2, 3], [1, 2], 0.0)


def test_federal_and_state_equations_by_hand():
    """(3.1): 50 + 4 + 1; with the level as printed, 50 + 4 + 6. (3.2): two steps of 14.3 %."""
    np.testing.assert_allclose(g.gasto_federal(50, [10, 14], [5, 6]), [50, 55])
    np.testing.assert_allclose(g.gasto_federal(50, [10, 14], [5, 6], "nivel"), [50, 60])
    np.testing.assert_allclose(g.gasto_estatal(1000, 100, 1000, 2), [1043, 1186])
    np.testing.assert_allclose(g.imss_oportunidades([2000, 2001, 2002], [4, 5, 6], [2010]), [14.0])


@pytest.mark.parametrize(
    ("cambio", "mensaje"),
    [
        ({"no_asegurados": 54.5}, "no_asegurados: se encontró 54.5"),
        ({"beta": np.full(10, 39.0)}, "beta, valor 1: se encontró 39"),
        ({"alfa": np.zeros((10, 5))}, "10 deciles × 5 años"),
        ({"theta": np.full(10, 0.2)}, "sumen 1"),
        ({"ss": np.ones(5)}, "anios y ss"),
        ({"alfa": np.full((10, 6), -0.1)}, "alfa, fila 1, columna 1"),
    ],
)
def test_assumptions_out_of_place(cambio, mensaje):
    with pytest.raises(DatoInvalido, match=mensaje):
        g.proyectar(replace(g.supuestos(), **cambio))


def test_unknown_scenario_and_series():
    with pytest.raises(DatoInvalido, match="escenario: se encontró 4"):
        g.reduccion(4)
    with pytest.raises(DatoInvalido, match="serie"):
        g.tendencia_impresa("sedena")
