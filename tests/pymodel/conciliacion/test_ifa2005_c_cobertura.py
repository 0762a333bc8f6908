"""Checks 69 to 81: outcomes, the figures of the specification, and that they can fail."""

import dataclasses

import numpy as np
import pytest

from pymodel import conciliacion, indicadores
from pymodel.cobertura import hogares
from pymodel.conciliacion.ifa2005_c_coneval2020_noaseg2004 import cobertura
from pymodel.conciliacion.registro import juzgar

PREFIJO = "ifa2005_c_coneval2020_noaseg2004."
POR_ID = {v.id.removeprefix(PREFIJO): v for v in cobertura.VERIFICACIONES}
RESULTADOS = {c: juzgar(v) for c, v in POR_ID.items()}


def test_every_outcome_is_explained():
    assert [(c, r.resultado) for c, r in RESULTADOS.items() if not r.explicado] == []
    assert {c for c, v in POR_ID.items() if v.falla_esperada} == {"78b", "5.25", "5.26"}
    assert {v.id for v in cobertura.VERIFICACIONES} <= {v.id for v in conciliacion.verificaciones()}


def test_every_number_of_the_specification_is_there():
    numeros = {c.rstrip("ab") for c in POR_ID}
    assert numeros == {str(n) for n in range(69, 82)} | {"F4", "5.25", "5.26"}


@pytest.mark.parametrize(
    ("clave", "comparaciones"),
    [("69a", 16), ("69b", 18), ("72", 40), ("73", 160), ("76", 3), ("77", 33), ("78a", 32)],
)
def test_every_cell_is_compared(clave, comparaciones):
    assert RESULTADOS[clave].comparaciones == comparaciones


CALCULADOS = {
    "75": (25_216_270, 0.1),
    "76": (25_216_267, 0.1),
    "79": (13.318014, 1e-6),
    "80": (86.67, 0.005),
    "5.25": (85.97, 0.005),
    "5.26": (18, 0),
}


@pytest.mark.parametrize("clave", CALCULADOS)
def test_computed_figure_agrees_with_the_specification(clave):
    valor, tolerancia = CALCULADOS[clave]
    calculados = np.atleast_1d(np.asarray(POR_ID[clave].calcular()[1], dtype=float))
    assert np.abs(calculados - valor).min() <= tolerancia


def test_growth_of_the_specification():
    crecen = [*POR_ID["81b"].calcular()[1], *POR_ID["81a"].calcular()[1]]
    np.testing.assert_allclose(crecen, [8.34, 7.22, 7.25, 6.84, 4.49, 1.71], atol=0.0051)


def test_the_allocation_fails_in_two_states_only():
    publicado, calculado = (np.asarray(x) for x in POR_ID["78b"].calcular())
    assert (np.abs(calculado - publicado) > 600).sum() == 2


# --- The checks can fail -----------------------------------------------------------------------


@pytest.mark.parametrize("clave", ["72", "73"])
def test_compound_growth_breaks_the_annexes(monkeypatch, clave):
    def compuesta(antes, despues, anio):
        return despues * (despues / antes) ** ((anio - 2000) / 10)

    monkeypatch.setattr(hogares, "proyeccion", compuesta)
    assert juzgar(POR_ID[clave]).resultado == "no cumple"


def test_other_bands_break_the_classes(monkeypatch):
    monkeypatch.setattr(indicadores, "_bandas", lambda: ((5.0, 16.0, 27.0, 39.0), 42.0))
    assert juzgar(POR_ID["69a"]).resultado == "no cumple"


@pytest.mark.parametrize(("corte", "valor"), [("alcanzada_desde", 97), ("muy_superado_desde", 170)])
def test_other_cut_points_break_the_compliance(monkeypatch, corte, valor):
    original = indicadores._parametro
    monkeypatch.setattr(
        indicadores, "_parametro", lambda n: valor if n.endswith(corte) else original(n)
    )
    cobertura._seguimiento.cache_clear()
    try:
        assert juzgar(POR_ID["69b"]).resultado == "no cumple"
    finally:
        cobertura._seguimiento.cache_clear()


def test_an_unneeded_tolerance_is_not_there():
    """With a tenth of its tolerance no check on data with decimals would hold by chance."""
    estrechas = [dataclasses.replace(POR_ID[c], tolerancia=0.05) for c in ("72", "73")]
    assert [juzgar(v).resultado for v in estrechas] == ["no cumple"] * 2
