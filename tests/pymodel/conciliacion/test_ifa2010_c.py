"""Checks of annex A of the IFA 2010: outcomes, the figures of the specification, that they fail."""

import dataclasses

import numpy as np
import pytest

from pymodel import arbol_decision, conciliacion, rentas_vitalicias
from pymodel.conciliacion.ifa2010_a import comun
from pymodel.conciliacion.ifa2010_a.valores_presentes import vp, vp_impreso
from pymodel.conciliacion.ifa2010_c import anexo_a
from pymodel.conciliacion.registro import juzgar

VERIFICACIONES = (
    *anexo_a.RENTAS,
    *anexo_a.BASES,
    *anexo_a.VALORES_PRESENTES,
    *anexo_a.ARBOLES,
)
POR_ID = {v.id.removeprefix("ifa2010_c."): v for v in VERIFICACIONES}
RESULTADOS = {r.id.removeprefix("ifa2010_c."): r for r in conciliacion.conciliar("ifa2010_c")}


def test_every_outcome_is_explained():
    assert [(c, r.resultado) for c, r in RESULTADOS.items() if not r.explicado] == []
    assert {c for c, v in POR_ID.items() if v.falla_esperada} == {"18g", "20"}


def test_every_number_of_the_specification_is_there():
    numeros = {int(c.rstrip("abcdefg")) for c in POR_ID}
    assert numeros == set(range(1, 28)) - {8, 26, 27}


@pytest.mark.parametrize(
    ("clave", "comparaciones"),
    [("1", 15), ("2", 15), ("4a", 45), ("4b", 45), ("9", 12), ("23", 34), ("24", 40)],
)
def test_every_cell_is_compared(clave, comparaciones):
    assert RESULTADOS[clave].comparaciones == comparaciones


# Computed column of the specification, to its printed decimals.
CALCULADOS = {
    "5": (1, 54.80, 0.005),
    "7": (0, 37.11, 0.005),
    "11": (0, 49.31, 0.005),
    "12": (0, 2.89, 0.005),
    "13a": (1, 4.48, 0.005),
    "13b": (0, 1747.7, 0.05),
    "14": (1, 0.5406, 0.00005),
    "15": (0, 18_731_659, 0.5),
    "16": (0, 18_888_651, 0.5),
    "17": (0, 49_472_047, 0.5),
    "19a": (0, 69_342_551, 0.5),
    "19b": (0, 22_318_675, 0.5),
    "20": (0, 68_566_643, 0.5),
    "21a": (0, 5.985, 0.0005),
    "21b": (0, 6.28, 0.005),
    "25": (3, 48.26, 0.005),
}


@pytest.mark.parametrize("clave", CALCULADOS)
def test_computed_figure_agrees_with_the_specification(clave):
    cual, esperado, media = CALCULADOS[clave]
    calculado = np.atleast_1d(np.asarray(POR_ID[clave].calcular()[1], dtype=float)).ravel()
    assert calculado[cual] == pytest.approx(esperado, abs=1.01 * media)


def test_weighted_means_of_the_specification():
    calculado = np.asarray(POR_ID["10"].calcular()[1])[:6]
    np.testing.assert_allclose(calculado, [43.35, 28.03, 35.53, 20.73, 5.31, 12.91], atol=0.005)


@pytest.mark.parametrize(
    ("clave", "porcentaje"),
    [
        ("18a", -0.10),
        ("18b", -0.28),
        ("18c", -0.22),
        ("18d", -0.11),
        ("18e", -0.14),
        ("18f", -0.12),
        ("18g", -0.71),
        ("20", -4.8),
    ],
)
def test_relative_difference_agrees_with_the_specification(clave, porcentaje):
    r = RESULTADOS[clave]
    assert 100 * r.diferencia / r.publicado == pytest.approx(porcentaje, abs=0.03)


def test_the_explained_failure_holds_with_another_interpolation():
    assert vp("III.4", "c", 50, "log_spline") == pytest.approx(
        vp_impreso("III.4", "c", 50), rel=0.001
    )


def test_sources_name_the_report_and_its_lines():
    for v in VERIFICACIONES:
        assert v.fuente.startswith("IFA 2010, "), v.id
        assert "L" in v.fuente, v.id


# --- The checks can fail -----------------------------------------------------------------------


@pytest.mark.parametrize("clave", ["4a", "5"])
def test_other_amounts_break_averages_and_shares(monkeypatch, clave):
    original = rentas_vitalicias.otorgadas

    def otras(seguro):
        r = original(seguro)
        return dataclasses.replace(r, montos=r.montos * np.array([1.01, 1.0]))

    monkeypatch.setattr(rentas_vitalicias, "otorgadas", otras)
    assert juzgar(POR_ID[clave]).resultado == "no cumple"


@pytest.mark.parametrize("clave", ["23", "24", "25"])
def test_other_counts_break_the_percentages(monkeypatch, clave):
    original = arbol_decision.criterios
    monkeypatch.setattr(arbol_decision, "criterios", lambda a: 0.97 * original(a))
    assert juzgar(POR_ID[clave]).resultado == "no cumple"


@pytest.mark.parametrize(
    ("clave", "supuesto", "valor"),
    [
        ("15", "crecimiento_asegurados_50", 0.0057),
        ("16", "crecimiento_asegurados", 0.0031),
        ("21a", "crecimiento_salario_minimo", 0.004),
    ],
)
def test_another_assumption_breaks_the_projection(monkeypatch, clave, supuesto, valor):
    def otro(nombre, *resto):
        return valor if nombre == supuesto else comun.supuesto(nombre, *resto)

    monkeypatch.setattr(anexo_a, "supuesto", otro)
    assert juzgar(POR_ID[clave]).resultado == "no cumple"
