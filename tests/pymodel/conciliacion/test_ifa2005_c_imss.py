"""Checks 1 to 68 of chapter III of the IFA 2005: outcomes, and the figures of the specification."""

import numpy as np
import pytest

from pymodel import conciliacion
from pymodel.conciliacion.ifa2005_c_coneval2020_noaseg2004 import guarderias, servicios, ssfam

PREFIJO = "ifa2005_c_coneval2020_noaseg2004."
VERIFICACIONES = (
    *guarderias.VERIFICACIONES,
    *ssfam.VERIFICACIONES,
    *servicios.VERIFICACIONES,
)
POR_ID = {v.id.removeprefix(PREFIJO): v for v in VERIFICACIONES}
RESULTADOS = {
    r.id.removeprefix(PREFIJO): r
    for r in conciliacion.conciliar(PREFIJO.rstrip("."))
    if r.id.removeprefix(PREFIJO) in POR_ID
}


def test_every_outcome_is_explained():
    assert [(c, r.resultado) for c, r in RESULTADOS.items() if not r.explicado] == []
    assert {c for c, v in POR_ID.items() if v.falla_esperada} == {"14", "33", "38", "46"}


def test_every_number_of_the_specification_is_there():
    assert {int(c.rstrip("ab")) for c in POR_ID} == set(range(1, 69))


# Computed column of the specification: position, figure, half of its last digit.
CALCULADOS = {
    "1": (1, 217_589, 0.5),
    "5": (0, 190_057, 0.5),
    "9": (0, 9_022.8, 0.05),
    "10": (0, 133_524.8, 0.05),
    "11": (0, 299_093.7, 0.05),
    "12": (0, 2_034.67, 0.005),
    "13": (0, 2_154.3, 0.05),
    "14": (0, 1_862.7, 0.1),
    "16": (0, 635_063.8, 0.05),
    "17": (0, 5_065.6, 0.05),
    "20": (0, 2_067.34, 0.005),
    "22": (0, 235_333.6, 0.1),
    "23": (0, 226_777.0, 0.3),
    "26": (0, 7_180.29, 0.005),
    "27": (0, 7_705.33, 0.005),
    "28": (0, 6.306, 0.0005),
    "29": (0, 35.76, 0.005),
    "30": (0, 9.453, 0.0005),
    "31": (0, 3_970, 0.5),
    "33": (0, 272_101, 150),  # the specification takes the income of 2005 as printed, 7,180
    "34": (5, 48.10, 0.005),
    "35": (0, 13.71, 0.005),
    "36": (0, 34.26, 0.005),
    "41": (3, 40.88, 0.005),
    "42": (0, 24.9, 0.05),
    "46": (0, 2_473.5, 0.05),
    "49": (1, 11.95, 0.006),
    "50": (0, 1_246.2, 0.05),
    "51": (1, 44.51, 0.005),
    "52b": (0, 97.04, 0.005),
    "54": (0, 75_347.99, 0.005),
    "56": (0, -382_627.0, 0.06),
    "58": (0, 7.29, 0.005),
    "60": (0, -2_133.7, 0.05),
    "64": (0, 183_087.1, 0.06),
    "65": (4, 26_867.5, 0.05),
    "66": (0, -83_432, 0.5),
    "67": (0, 69.00, 0.005),
    "68": (0, 22.753, 0.0005),
}


@pytest.mark.parametrize("clave", CALCULADOS)
def test_computed_figure_agrees_with_the_specification(clave):
    cual, esperado, media = CALCULADOS[clave]
    calculado = np.ravel(np.asarray(POR_ID[clave].calcular()[1], dtype=float))
    assert calculado[cual] == pytest.approx(esperado, abs=media)


@pytest.mark.parametrize(
    ("clave", "comparaciones"),
    [("2", 36), ("6", 33), ("8", 27), ("21", 20), ("37", 16), ("40", 34), ("47", 30), ("48", 40)],
)
def test_every_cell_is_compared(clave, comparaciones):
    assert RESULTADOS[clave].comparaciones == comparaciones
