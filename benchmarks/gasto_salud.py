"""Speed of the health-spending functions, each against the model without the reading of cells.

    python benchmarks/gasto_salud.py

The spending by group and decile is also set against the equations written as loops; see
``medir.py`` for what these figures are worth.
"""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path

import numpy as np

RAIZ = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(RAIZ))

import udfs  # noqa: E402  (the project need not be installed)
from benchmarks.medir import Medida, imprimir, mejor  # noqa: E402
from pymodel import datos, dispersion  # noqa: E402
from pymodel.sps import comparacion, deciles  # noqa: E402
from pymodel.sps import gasto_salud as modelo  # noqa: E402

ANIOS = 10_000  # scenarios × years of a sensitivity analysis, at once


def llamadas() -> list[Medida]:
    """One call as a cell makes it."""
    gasto = mejor(partial(udfs.sps_gasto_salud, 1), 50, 5)
    supuestos = modelo.supuestos()
    proyectar = mejor(partial(modelo.proyectar, supuestos), 50, 5)
    cuadro = datos.tabla("sps2006", "cuadro_ii_5")
    montos, familias = (cuadro[f"{c}_2005"].tolist() for c in ("transferencias", "familias"))
    transferencias = mejor(partial(udfs.sps_transferencias, montos, familias), 200, 5)
    lugares = mejor(partial(udfs.sps_lugares, montos), 200, 5)
    dispersar = mejor(partial(udfs.dispersion, montos), 200, 5)
    base_t = mejor(partial(comparacion.transferencias, montos, familias), 200, 5)
    base_l = mejor(partial(comparacion.lugares, montos), 200, 5)
    base_d = mejor(partial(dispersion.dispersion, montos), 200, 5)
    return [
        Medida("SPS_GASTO_SALUD", gasto, "el modelo", proyectar, "menos de 10 ms", gasto < 0.01),
        Medida(
            "SPS_TRANSFERENCIAS, 32 entidades",
            *(transferencias, "el modelo", base_t, "menos de 2 ms", transferencias < 2e-3),
        ),
        Medida(
            "SPS_LUGARES, 32 entidades",
            *(lugares, "el modelo", base_l, "menos de 1 ms", lugares < 1e-3),
        ),
        Medida(
            "DISPERSION, 32 entidades",
            *(dispersar, "el modelo", base_d, "menos de 1 ms", dispersar < 1e-3),
        ),
    ]


def programa() -> list[Medida]:
    """The linear programme of six years, against one of one year."""
    alfa = modelo.afiliacion_impresa()
    pesos = np.linspace(0.16, 0.04, len(modelo.DECILES))[:, None]
    hogares = pesos * np.full((1, alfa.shape[1]), 16.5e6)
    meta = np.linspace(3.5e6, 11.9e6, alfa.shape[1])
    seis = mejor(partial(deciles.afiliacion, hogares, meta), 5, 3)
    uno = mejor(partial(deciles.afiliacion, hogares[:, :1], meta[:1]), 5, 3)
    return [
        Medida("SPS_DECILES, 10 × 6", seis, "un año", uno, "menos de 50 ms", seis < 0.05),
    ]


def bolsillo() -> list[Medida]:
    """Out-of-pocket spending by decile, against loops over deciles and years."""
    azar = np.random.default_rng(2006)
    gb, alfa = azar.uniform(2e5, 3e5, ANIOS), azar.random((10, ANIOS))
    theta, beta = modelo.contribucion(), modelo.reduccion(1)
    a_la_vez = mejor(partial(modelo.gasto_bolsillo, gb, 0.545, theta, alfa, beta), 3, 3)

    def con_ciclos() -> None:
        for t in range(ANIOS):
            afiliados = no_asegurados = 0.0
            for i in range(10):
                del_decil = theta[i] * 0.545 * gb[t]
                afiliados += del_decil * alfa[i, t] * (1.0 - beta[i])
                no_asegurados += del_decil * (1.0 - alfa[i, t])

    ciclos = mejor(con_ciclos, 1, 2)
    veces = ciclos / a_la_vez
    return [
        Medida(
            f"Gasto de bolsillo, 10 deciles × {ANIOS:,} años",
            *(a_la_vez, "ciclos", ciclos, "10 veces más rápido", veces >= 10),
        )
    ]


if __name__ == "__main__":
    imprimir([*llamadas(), *programa(), *bolsillo()])
