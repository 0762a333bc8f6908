"""Checks of IFA 2005, chapter I: complete, explained, honest and able to fail."""

import re
from collections import Counter

import numpy as np
import pytest

from pymodel import conciliacion, datos
from pymodel.conciliacion.ifa2005_a import VERIFICACIONES, comun, reparto, rocf, supuestos
from pymodel.conciliacion.registro import FALLA_ESPERADA, NO_CUMPLE, juzgar
from pymodel.mifa import reparto as modelo

POR_ID = {v.id.removeprefix("ifa2005_a."): v for v in VERIFICACIONES}
RESULTADOS = {r.id.removeprefix("ifa2005_a."): r for r in conciliacion.conciliar("ifa2005_a")}

# Computed column of the specification, obtained with other code (materiales with g unrounded).
CALCULADOS = {
    "2.1-03": 21_870.9,
    "2.1-04": 23_460.7,
    "2.1-01a": 3.5706,
    "2.1-02a": 3.6112,
    "2.1-05a": 29.117,
    "2.1-06b": 37.645,
    "2.1-07c": 7.283,
    "2.1-10a": 208_095,
    "2.1-10d": 276_058,
    "2.2-16a": 60.579,
    "2.2-16c": 162.314,
    "2.2-16f": 75.443,
    "2.3-08a": 12_434.5,
    "2.3-08b": 194_248.8,
    "2.3-08e": 6_352.2,
    "2.7-01a": 26_855,
    "2.7-01b": 29_214,
}
DEFECTOS = {
    *("2.1-21a", "2.1-21b", "1.2-01c", "1.2-01d", "2.1-28a"),
    *("2.1-29a", "2.1-29b", "2.1-29c", "2.1-29d"),
    *("2.2-04a", "2.2-04b", "2.2-04c", "2.2-16i", "2.2-16j", "2.2-17c", "2.2-17g", "2.2-17h"),
    *("2.4-04a", "2.4-04b", "2.4-08c", "2.4-08d"),
    *("2.5-05b", "2.5-05c", "2.5-05d", "2.5-05e"),
    *("2.6-11a", "2.6-11b", "2.6-11c"),
}


def test_there_are_hundreds_with_one_id_each():
    assert len(POR_ID) == len(VERIFICACIONES) >= 550
    assert {c.split("-")[0] for c in POR_ID} >= {f"2.{n}" for n in range(1, 8)}


def test_every_outcome_is_explained():
    assert [(c, r.resultado) for c, r in RESULTADOS.items() if not r.explicado] == []


def test_exactly_the_known_defects_fail():
    assert {c for c, r in RESULTADOS.items() if r.resultado == FALLA_ESPERADA} == DEFECTOS


@pytest.mark.parametrize(("clave", "valor"), CALCULADOS.items())
def test_computed_side_is_that_of_the_specification(clave, valor):
    decimales = len(str(valor).partition(".")[2])
    assert RESULTADOS[clave].calculado == pytest.approx(valor, abs=0.51 * 10.0**-decimales)


def test_entries_say_what_an_analyst_needs():
    for v in VERIFICACIONES:
        assert v.descripcion
        assert v.unidad
        assert re.match(r"IFA 2005, (cuadro|texto)", v.fuente), v.id
    assert Counter(v.tipo for v in VERIFICACIONES)["modelo"] >= 100


def test_calibrated_entries_say_so():
    for v in VERIFICACIONES:
        if v.tipo == "calibrado" and not v.falla_esperada:
            assert v.nota.startswith("Constante"), v.id


def test_every_payment_of_the_ledger_is_checked_pro_rata():
    assert sum(c.startswith("2.4-02") for c in POR_ID) == 12


def test_another_key_would_be_caught(monkeypatch):
    otra = modelo.clave_rjp("2005_flujo")[[1, 0, 2, 3, 4]]
    monkeypatch.setattr(modelo, "clave_rjp", lambda clave="": otra)
    monkeypatch.setattr(reparto.reparto, "clave_rjp", lambda clave="": otra)
    assert juzgar(POR_ID["2.3-05a"]).resultado == NO_CUMPLE


def test_another_driver_would_be_caught(monkeypatch):
    real = supuestos.corto_plazo.crecimiento_real
    monkeypatch.setattr(
        supuestos.corto_plazo, "crecimiento_real", lambda s: np.asarray(real(s)) + 0.001
    )
    assert juzgar(POR_ID["2.1-03"]).resultado == NO_CUMPLE


def test_the_print_is_never_on_the_computed_side(monkeypatch):
    """Change the print of derived rows: the model's figures stay where they were."""
    clave = "1.1-06"
    antes = juzgar(POR_ID[clave])
    fila = comun.renglon("I.3", "Materiales y suministros").copy()
    monkeypatch.setattr(supuestos, "_fila", lambda rotulo: fila + 500.0)
    despues = juzgar(POR_ID[clave])
    assert despues.calculado == pytest.approx(antes.calculado)
    assert despues.resultado == NO_CUMPLE


def test_loans_are_the_printed_ones():
    assert rocf.cartera().prestamos[2003].sum() == pytest.approx(6_707_518.1)
    tabla = datos.tabla("ifa2005", "cuadro_i_14")
    assert set(rocf.PAGOS) <= set(tabla["linea_fuente"])
