"""Speed of the long-term MIFA: one base with every insurance, a thousand scenarios, the workbook.

    python benchmarks/mifa.py

The base is the same projection year by year in plain Python, as the tests write it apart; see
``medir.py`` for what these figures are worth.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from functools import partial
from pathlib import Path

import numpy as np

RAIZ = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(RAIZ), str(RAIZ / "tests" / "pymodel" / "mifa")]

import udfs  # noqa: E402  (the project need not be installed)
from benchmarks.medir import Medida, imprimir, mejor  # noqa: E402
from pymodel.mifa.base import SEGUROS  # noqa: E402
from pymodel.mifa.equilibrio import equilibrio, resumen  # noqa: E402
from pymodel.mifa.largo_plazo import flujo  # noqa: E402
from pymodel.mifa.seguros import seguro  # noqa: E402

ESCENARIOS = 1_000


def todos(alternativos: dict[str, object] | None = None) -> None:
    """Cash flow, the seven insurances, their premiums, wages and present values."""
    f = flujo(alternativos)
    for nombre in SEGUROS:
        s = seguro(f, nombre)
        e = equilibrio(s, f.supuestos.tasa_descuento, f.supuestos.smgdf)
        resumen(s, e, f.supuestos.tasa_descuento)


def modelo() -> list[Medida]:
    """The base, and a thousand scenarios in one call."""
    from test_largo_plazo import a_mano

    azar = np.random.default_rng(2011)
    muchos = {
        "crecimiento_salarial": azar.normal(0.014, 0.004, ESCENARIOS),
        "desplazamiento_asegurados": azar.normal(0.0, 0.003, ESCENARIOS),
        "tasa_interes": azar.normal(0.0723, 0.005, ESCENARIOS),
        "crecimiento_plazas": azar.normal(0.005, 0.002, ESCENARIOS),
    }
    todos()  # the printed path is read once
    base = mejor(a_mano, 3, 3)
    uno, mil = mejor(todos, 20, 5), mejor(partial(todos, muchos), 1, 3)
    return [
        Medida("MIFA, todos los seguros", uno, "flujo a mano", base, "menos de 20 ms", uno < 0.02),
        Medida(
            f"{ESCENARIOS:,} escenarios, todos los seguros",
            *(mil, "flujo a mano, mil veces", base * ESCENARIOS, "menos de 10 s", mil < 10.0),
        ),
    ]


def funciones() -> list[Medida]:
    """One call as a cell makes it, against the model without cells."""
    f, s = mejor(udfs.mifa_flujo, 20, 5), mejor(partial(udfs.mifa_seguro, "SEM"), 20, 5)
    base = mejor(flujo, 20, 5)
    return [
        Medida("MIFA_FLUJO", f, "el modelo", base, "", None),
        Medida("MIFA_SEGURO", s, "el modelo", base, "", None),
    ]


def libro() -> Medida:
    """Refresh of the workbook from the command line, against openpyxl load and save."""
    with tempfile.TemporaryDirectory() as carpeta:
        ruta = Path(carpeta, "mifa.xlsx")
        orden = [sys.executable, "-m", "xl"]
        subprocess.run([*orden, "construir", "mifa", "--destino", carpeta], cwd=RAIZ, check=True)
        abrir = f"import openpyxl; openpyxl.load_workbook({str(ruta)!r}).save({str(ruta)!r}+'.x')"
        tiempos = []
        for cual in ([*orden, "actualizar", str(ruta)], [sys.executable, "-c", abrir]):
            veces = []
            for _ in range(3):
                inicio = time.perf_counter()
                subprocess.run(cual, cwd=RAIZ, check=True, capture_output=True)
                veces.append(time.perf_counter() - inicio)
            tiempos.append(min(veces))
    nuestro, base = tiempos
    return Medida(
        *("actualizar mifa.xlsx", nuestro, "openpyxl abre y guarda", base),
        *("menos de 4 s", nuestro < 4.0),
    )


if __name__ == "__main__":
    imprimir([*modelo(), *funciones(), libro()])
