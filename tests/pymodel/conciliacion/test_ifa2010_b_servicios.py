"""Checks of SGPS, guarderías, SSFAM and services of the IFA 2010: outcomes and their figures."""

import numpy as np
import pytest

from pymodel.conciliacion.ifa2010_b import centros, sgps, ssfam, tiendas, velatorios
from pymodel.conciliacion.registro import juzgar

VERIFICACIONES = tuple(
    v for m in (sgps, velatorios, centros, ssfam, tiendas) for v in m.VERIFICACIONES
)
POR_ID = {v.id.removeprefix("ifa2010_b."): v for v in VERIFICACIONES}


def test_every_outcome_is_explained():
    juicios = [juzgar(v) for v in VERIFICACIONES]
    assert [(r.id, r.resultado) for r in juicios if not r.explicado] == []
    fallan = {c for c, v in POR_ID.items() if v.falla_esperada}
    assert fallan == {"B090", "B097", "B106", "B132", "B228", "B229"}


def test_every_number_of_these_blocks_is_there():
    bloques = [(1, 15), (51, 76), (77, 97), (98, 124), (125, 134), (207, 229)]
    numeros = [f"B{n:03d}" for a, b in bloques for n in range(a, b + 1)]
    assert sorted(POR_ID) == sorted(numeros)


# Computed column of the specification: position, figure, half of its last digit.
CALCULADOS = {
    "B003": (0, 32_598, 0.5),
    "B006": (0, 93.5248, 5e-5),
    "B013": (0, 6_491, 0.5),
    "B058": (0, 33.4434, 5e-5),
    "B059": (0, 63.1012, 5e-5),
    "B062": (0, 7.9168, 5e-5),
    "B069": (0, 12_881.8, 0.05),
    "B076": (0, 13_081.1, 0.05),
    "B081": (0, 24.6478, 5e-5),
    "B088": (0, 15.359, 5e-4),
    "B089": (0, 84.3583, 5e-5),
    "B090": (0, 16.4393, 5e-5),
    "B091": (0, 67.6765, 5e-5),
    "B095": (0, 12.5196, 5e-5),
    "B103": (0, 76.9208, 5e-5),
    "B104": (0, 147.7435, 5e-5),
    "B105": (0, 411.1175, 5e-5),
    "B106": (0, 85.4745, 5e-5),
    "B109": (0, 76.4858, 5e-5),
    "B113": (0, 88.7359, 5e-5),
    "B114": (0, 75.0358, 5e-5),
    "B115": (0, 5.852, 5e-4),
    "B122": (0, 4_365.6, 0.05),
    "B123": (0, 65.427, 5e-4),
    "B128": (0, 1_071.6, 0.05),
    "B129": (0, 640.7147, 5e-5),
    "B131": (0, 4.4, 0.005),
    "B208": (0, 22.7941, 5e-5),
    "B213": (0, 12.7952, 5e-5),
    "B214": (0, 16.5888, 5e-5),
    "B215": (0, 3.2028, 5e-5),
    "B216": (0, 269.7312, 5e-5),
    "B217": (0, 12.3099, 5e-5),
    "B218": (0, 48.9988, 5e-5),
    "B219": (0, 2_191.2, 0.05),
    "B220": (0, 55.5218, 5e-5),
    "B221": (0, 1.0457, 5e-4),
    "B226": (0, 84.2673, 5e-5),
    "B227": (0, 3.997, 5e-4),
    "B228": (0, 4.4942, 5e-5),
    "B229": (0, 345.2612, 5e-5),
}


@pytest.mark.parametrize("clave", CALCULADOS)
def test_computed_figure_agrees_with_the_specification(clave):
    cual, esperado, media = CALCULADOS[clave]
    calculado = np.ravel(np.asarray(POR_ID[clave].calcular()[1], dtype=float))
    assert calculado[cual] == pytest.approx(esperado, abs=media)
