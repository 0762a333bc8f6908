"""Decision tree: the printed percentages from the printed counts, the path, refusals."""

import numpy as np
import pytest

from pymodel import datos
from pymodel.arbol_decision import CUADROS, GENERACIONES, arbol, criterios, fracciones, publicado
from pymodel.errores import DatoInvalido

BASE = [
    ("Total de pensiones iniciales", 100, 1000),
    ("Ley de 1973 (definitivas)", 25, 400),
    ("Ley de 1997", 75, 600),
    ("Ley de 1997 - Pensiones definitivas", 15, 60),
    ("Ley de 1997 - Pensiones provisionales", 60, 540),
    ("Pensiones provisionales - Ley de 1973", 20, 270),
    ("Pensiones provisionales - Ley de 1997", 40, 270),
    ("Pensiones por fallecimiento", 10, 50),
    ("Ley de 1973", 6, 20),
    ("Ley de 1997", 4, 30),
]


@pytest.mark.parametrize("generacion", GENERACIONES)
@pytest.mark.parametrize("seguro", CUADROS)
def test_printed_percentages(seguro, generacion):
    """Cuadros A.6 and A.7: every percentage is of the parent, rounded."""
    df = datos.tabla("ifa2010", CUADROS[seguro])
    columnas = [f"{generacion}_criterio_{plazo}_plazo_pct" for plazo in ("corto", "largo")]
    impresos = df[columnas].to_numpy(float)
    calculados = 100 * criterios(publicado(seguro, generacion))
    hay = ~np.isnan(impresos)
    assert hay.sum() >= 14
    np.testing.assert_array_equal(np.floor(calculados[hay] + 0.5), impresos[hay])


def test_structure():
    a = arbol(BASE)
    assert a.padres == (None, 0, 0, 2, 2, 4, 4, None, 7, 7)
    corto, largo = criterios(a).T
    np.testing.assert_allclose(corto, [1, 0.25, 0.75, 0.2, 0.8, 1 / 3, 2 / 3, 1, 0.6, 0.4])
    np.testing.assert_allclose(largo, [1, 0.4, 0.6, 0.1, 0.9, 0.5, 0.5, 1, 0.4, 0.6])


def test_path_is_linear_over_fifteen_years():
    a = arbol(BASE)
    np.testing.assert_allclose(fracciones(a, 1), criterios(a)[:, 0])
    for anio in (16, 17, 100):
        np.testing.assert_allclose(fracciones(a, anio), criterios(a)[:, 1])
    camino = fracciones(a, np.arange(1, 17))
    np.testing.assert_allclose(np.diff(camino, n=2, axis=1), 0.0, atol=1e-12)
    assert fracciones(a, 4)[1] == pytest.approx(0.25 + 0.15 * 3 / 15)


def test_branches_of_a_node_add_up_to_one_in_every_year():
    a = publicado("srt")
    p = fracciones(a, np.arange(1, 101))
    for i in {x for x in a.padres if x is not None}:
        hijos = [j for j, x in enumerate(a.padres) if x == i]
        np.testing.assert_allclose(p[hijos].sum(axis=0), 1.0)


def test_unconditional_mix():
    a = arbol(BASE)
    mezcla = fracciones(a, 1, incondicional=True)
    np.testing.assert_allclose(mezcla, a.casos[:, 0] / np.array([100] * 7 + [10] * 3))
    hojas = [j for j in range(7) if j not in a.padres]
    for anio in (1, 5, 16):
        assert fracciones(a, anio, incondicional=True)[hojas].sum() == pytest.approx(1.0)


def test_a_branch_that_nobody_takes():
    casos = [
        ("Total", 10, 20),
        ("Ley de 1973", 0, 0),
        ("Ley de 1973 - Definitivas", 0, 0),
        ("Ley de 1973 - Temporales", 0, 0),
        ("Ley de 1997", 10, 20),
    ]
    np.testing.assert_array_equal(fracciones(arbol(casos), 1), [1, 0, 0, 0, 1])


def test_dashes_and_case_of_names():
    casos = [("TOTAL", 5, 5), ("Ley  de 1997", 5, 5), ("ley de 1997 – definitivas", 5, 5)]
    assert arbol(casos).padres == (None, 0, 1)


@pytest.mark.parametrize(
    ("cambio", "texto"),
    [
        ((1, "Ley de 1973 (definitivas)", 26, 400), "«Total de pensiones iniciales», corto plazo"),
        ((6, "Pensiones provisionales - Ley de 1997", 40, 271), "se encontró 540; se esperaba 5"),
        ((1, "Ley de 1973 (definitivas)", -25, 400), "fila 2, «Ley de 1973 (definitivas)»: se enc"),
        (
            (5, "Pensiones temporales - Ley de 1973", 20, 270),
            "fila 6: se encontró «Pensiones tempo",
        ),
    ],
)
def test_refuses_counts(cambio, texto):
    i, *fila = cambio
    conteos = [*BASE[:i], tuple(fila), *BASE[i + 1 :]]
    with pytest.raises(DatoInvalido) as error:
        arbol(conteos)
    assert texto in str(error.value)


def test_refuses_a_node_with_cases_in_one_period_only():
    conteos = [("Total", 0, 10), ("a", 0, 4), ("b", 0, 6)]
    with pytest.raises(DatoInvalido, match="«Total», corto plazo: se encontró 0; "):
        arbol(conteos)


@pytest.mark.parametrize(
    ("llamada", "texto"),
    [
        (lambda: arbol([]), "conteos: se encontró una tabla sin renglones"),
        (lambda: fracciones(arbol(BASE), 0), "anio_proyeccion: se encontró 0; "),
        (lambda: fracciones(arbol(BASE), 2.5), "anio_proyeccion: se encontró 2.5; "),
        (lambda: publicado("sem"), "seguro: se encontró «sem»; "),
        (lambda: publicado("srt", "futura"), "generacion: se encontró «futura»; "),
    ],
)
def test_refusals(llamada, texto):
    with pytest.raises(DatoInvalido) as error:
        llamada()
    assert texto in str(error.value)
