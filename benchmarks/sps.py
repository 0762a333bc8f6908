"""Speed of the allocation to the states: 32 states, seven years, as a sheet asks for it.

    python benchmarks/sps.py

The base is the naive calculation of the tests (Python floats, one family group at a time) on the
same table in the same run; see ``medir.py`` for what these figures are worth.
"""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np

RAIZ = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(RAIZ), str(RAIZ / "tests" / "pymodel" / "sps")]

import udfs  # noqa: E402  (the project need not be installed)
from benchmarks.medir import Medida, imprimir, mejor  # noqa: E402

ANIOS = range(2004, 2011)
LIMITE = 0.020


def tabla() -> list[list[object]]:
    """32 states with families by quarter, previous families and existing resources."""
    from test_asignacion import ENCABEZADO

    azar = np.random.default_rng(2004)
    familias = np.round(azar.uniform(1e3, 5e4, (32, 5)))
    existentes = azar.uniform(1e7, 5e8, 32)
    filas = [
        [n, *f, r]
        for n, f, r in zip(range(1, 33), familias.tolist(), existentes.tolist(), strict=True)
    ]
    return [ENCABEZADO, *filas]


def asignacion() -> list[Medida]:
    """Seven calls of the function, against the naive calculation."""
    from test_asignacion import ingenua

    celdas = tabla()
    con_pesos = [[*celdas[0], "necesidades_salud"], *([*f, 1.0 + f[1]] for f in celdas[1:])]

    def siete() -> None:
        for anio in ANIOS:
            udfs.sps_asignacion(celdas, anio, None, None, 0.03)

    def siete_con_articulo_87() -> None:
        for anio in ANIOS:
            udfs.sps_asignacion(con_pesos, anio, [0.8, 0.2, 0, 0])

    def ingenuas() -> None:
        for _ in ANIOS:
            for fila in celdas[1:]:
                ingenua(fila, go=0.03)

    base = mejor(ingenuas, 20, 5)
    return [
        Medida(nombre, t, "ingenua", base, "menos de 20 ms", t < LIMITE)
        for nombre, t in (
            ("SPS_ASIGNACION, 32 entidades × 7 años", mejor(siete, 20, 5)),
            ("La misma con artículo 87", mejor(siete_con_articulo_87, 20, 5)),
        )
    ]


if __name__ == "__main__":
    imprimir(asignacion())
