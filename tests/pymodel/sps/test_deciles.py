"""Affiliation by decile: against a search over all the whole-family affiliations of a toy case."""

import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pymodel import datos
from pymodel.errores import DatoInvalido
from pymodel.sps import deciles
from pymodel.sps import gasto_salud as g

HOGARES = np.array([[4.0, 4.0], [3.0, 3.0], [3.0, 3.0]])
META = [6.0, 9.0]


def admisibles(hogares, meta):
    """Every affiliation in whole families, by brute force."""
    d, m = hogares.shape
    rangos = [range(int(h) + 1) for h in hogares.ravel()]
    for celdas in itertools.product(*rangos):
        n = np.array(celdas, dtype=float).reshape(d, m)
        if (
            np.allclose(n.sum(axis=0), meta)
            and (np.diff(n, axis=0) <= 0).all()
            and (np.diff(n, axis=1) >= 0).all()
        ):
            yield n


def test_against_every_affiliation_of_a_small_case():
    """With goals that two or three equal deciles divide, the optimum is in whole families."""
    ahorro = HOGARES * np.array([[1.0], [2.0], [5.0]])
    por_familia = ahorro / HOGARES
    todas = list(admisibles(HOGARES, META))
    assert len(todas) > 5
    valores = [float((por_familia * n).sum()) for n in todas]
    for objetivo, esperado in (("ahorro_maximo", max(valores)), ("ahorro_minimo", min(valores))):
        r = deciles.afiliacion(HOGARES, META, objetivo, ahorro)
        assert (por_familia * r.familias).sum() == pytest.approx(esperado)
    pobres = deciles.afiliacion(HOGARES, META).familias
    indice = np.arange(1, 4)[:, None]
    assert (indice * pobres).sum() == pytest.approx(min((indice * n).sum() for n in todas))


@settings(deadline=None, max_examples=30)
@given(
    hogares=st.lists(st.floats(1e5, 3e6), min_size=10, max_size=10),
    partes=st.lists(st.floats(0.0, 1.0), min_size=3, max_size=3),
)
def test_what_every_solution_satisfies(hogares, partes):
    h = np.repeat(np.sort(hogares)[::-1][:, None], 3, axis=1)
    meta = np.sort(partes) * h[:, 0].sum()
    r = deciles.afiliacion(h, meta)
    np.testing.assert_allclose(r.familias.sum(axis=0), meta, rtol=1e-6, atol=1)
    assert (r.familias <= h * (1 + 1e-6) + 1).all()
    assert (np.diff(r.familias, axis=0) <= 1).all()
    assert (np.diff(r.familias, axis=1) >= -1).all()


def test_families_already_in_stay():
    inicial = [3.0, 2.0, 0.0]
    r = deciles.afiliacion(HOGARES, META, "primero_pobres", inicial=inicial)
    assert (r.familias[:, 0] >= np.array(inicial) - 1e-9).all()
    np.testing.assert_allclose(r.lambdas.sum(axis=0), 1.0)


def test_shares_that_explain_the_printed_table():
    """The extremes are attained: with decile I below its bound the programme has no solution."""
    alfa = g.afiliacion_impresa(range(2004, 2011))
    total = datos.tabla("sps2006", "cuadro_a2").iloc[-1, 1:].to_numpy(float) / 100
    limites = deciles.pesos_admisibles(alfa, total)
    pesos = deciles.pesos_calibrados(alfa, total)
    assert pesos.sum() == pytest.approx(1.0)
    assert (pesos >= limites[:, 0] - 1e-9).all()
    assert (pesos <= limites[:, 1] + 1e-9).all()
    # Within the rounding of alpha and of the total.
    assert np.abs(pesos @ alfa - total).max() <= 2 * deciles.MEDIO_PUNTO
    iguales = np.full(10, 0.1) @ alfa
    assert np.abs(iguales - total).max() > 0.1  # equal deciles do not explain it


@pytest.mark.parametrize(
    ("llamar", "mensaje"),
    [
        (lambda: deciles.afiliacion(HOGARES, [5.0, 11.0]), "familias, año 2: se encontró 11"),
        (lambda: deciles.afiliacion(HOGARES, [5.0, 4.0]), "no disminuyan"),
        (lambda: deciles.afiliacion(HOGARES, [5.0]), "1 años"),
        (lambda: deciles.afiliacion(HOGARES[::-1], [5.0, 10.0]), "sin solución"),
        (lambda: deciles.afiliacion(-HOGARES, META), "hogares, fila 1, columna 1"),
        (lambda: deciles.afiliacion(HOGARES, META, "ahorro_maximo"), "ahorro"),
        (lambda: deciles.afiliacion(HOGARES, META, "al_azar"), "objetivo"),
        (lambda: deciles.afiliacion(HOGARES, META, inicial=[5.0, 0.0, 0.0]), "sin solución"),
        (lambda: deciles.pesos_admisibles([[0.5], [0.1]], [0.9]), "sin pesos"),
    ],
)
def test_programmes_without_an_answer(llamar, mensaje):
    with pytest.raises(DatoInvalido, match=mensaje):
        llamar()
