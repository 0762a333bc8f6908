"""Checks C16 to C18 of the padrón: outcomes, figures of the specification, that they can fail."""

import numpy as np
import pytest

from pymodel import conciliacion
from pymodel.conciliacion.registro import juzgar
from pymodel.conciliacion.sps2006_b import padron
from pymodel.padron import clasificacion, encuesta

POR_ID = {v.id.removeprefix("sps2006_b."): v for v in padron.VERIFICACIONES}
RESULTADOS = {c: juzgar(v) for c, v in POR_ID.items()}


def test_every_outcome_is_explained():
    assert [(c, r.resultado) for c, r in RESULTADOS.items() if not r.explicado] == []
    assert {c for c, v in POR_ID.items() if v.falla_esperada} == {"C17c"}
    assert {v.id for v in padron.VERIFICACIONES} <= {v.id for v in conciliacion.verificaciones()}
    assert {c[:3] for c in POR_ID} == {"C16", "C17", "C18"}


@pytest.mark.parametrize(
    ("clave", "valor"),
    [
        ("C16a", 5174),
        ("C16c", 8.58),
        ("C17b", 8.1),
        ("C17c", 80.1),
        ("C18c", 69.8),
        ("C18d", 4.55),
        ("C18e", 3.30),
    ],
)
def test_computed_figure_agrees_with_the_specification(clave, valor):
    calculado = float(np.asarray(POR_ID[clave].calcular()[1]))
    assert calculado == pytest.approx(valor, abs=0.051 if valor > 10 else 0.0051)


@pytest.mark.parametrize(
    ("clave", "cuantas"), [("C17a", 6), ("C17d", 7), ("C18a", 19), ("C18b", 8)]
)
def test_every_cell_is_compared(clave, cuantas):
    assert RESULTADOS[clave].comparaciones == cuantas


def test_the_printed_intervals_hold_the_ratio():
    for clave, (inferior, superior) in {"C18d": (3, 7), "C18e": (2, 5)}.items():
        assert inferior < float(POR_ID[clave].calcular()[1]) < superior


# --- The checks can fail -----------------------------------------------------------------------


@pytest.mark.parametrize("clave", ["C18d", "C18e"])
def test_a_ratio_of_proportions_is_not_the_ratio_of_odds(monkeypatch, clave):
    def proporciones(a, b, c, d):
        riesgo = (a / (a + b)) / (c / (c + d))
        return encuesta.Intervalo(riesgo, riesgo, riesgo)

    monkeypatch.setattr(encuesta, "razon_momios", proporciones)
    assert juzgar(POR_ID[clave]).resultado == "no cumple"


def test_another_classification_breaks_figure_1(monkeypatch):
    original = clasificacion.clasificar

    def otra(familias):
        import polars as pl

        hecho = original(familias)
        iguales = hecho.familias.with_columns(pl.lit(11).alias("caso"))
        return hecho._replace(familias=iguales)

    monkeypatch.setattr(clasificacion, "clasificar", otra)
    assert juzgar(POR_ID["C17d"]).resultado == "no cumple"
