"""Speed of what users wait for, each against a baseline measured in the same run.

    python benchmarks/medir.py

A time alone says little on a shared machine; the ratio to plain code that does the same job, on
the same machine in the same minute, does. Every figure is the best of several runs. These are
measurements, not tests: nothing fails here.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
import timeit
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike

RAIZ = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(RAIZ))

import udfs  # noqa: E402  (the project need not be installed)


class Medida(NamedTuple):
    """One line: what was measured, against what (seconds both), and the target."""

    que: str
    tiempo: float
    base: str
    tiempo_base: float
    meta: str
    cumple: bool | None


def mejor(f: Callable[[], object], llamadas: int, repeticiones: int) -> float:
    """Seconds of one call, the best of `repeticiones` rounds of `llamadas`."""
    return min(timeit.repeat(f, number=llamadas, repeat=repeticiones)) / llamadas


def proceso(*argumentos: str, repeticiones: int = 5) -> float:
    """Seconds of a fresh Python, the best of `repeticiones`."""
    tiempos = []
    for _ in range(repeticiones):
        inicio = time.perf_counter()
        subprocess.run([sys.executable, *argumentos], cwd=RAIZ, check=True, capture_output=True)
        tiempos.append(time.perf_counter() - inicio)
    return min(tiempos)


# --- one premium --------------------------------------------------------------------------------

ANIOS = 100
MASA = 850_000 * 1.015 ** np.arange(ANIOS)
GASTO = 0.0158 * MASA * np.random.default_rng(2005).uniform(0.8, 1.2, ANIOS)
TASA = 0.035


def prima_en_numpy(gasto: ArrayLike, masa: ArrayLike) -> float:
    """The level premium and nothing else: no checks, no options."""
    factores = (1 + TASA) ** -np.arange(1, ANIOS + 1)
    g, m = np.asarray(gasto).reshape(-1), np.asarray(masa).reshape(-1)
    return float((g @ factores) / (m @ factores))


def primas() -> list[Medida]:
    """One call of PRIMA_NIVELADA over 100 years, in the shapes in which ranges arrive."""
    medidas = []
    for nombre, gasto, masa, limite in (
        ("arreglos de numpy", GASTO, MASA, 30e-6),
        ("listas", GASTO.tolist(), MASA.tolist(), None),
        ("rangos n×1", GASTO.reshape(-1, 1).tolist(), MASA.reshape(-1, 1).tolist(), None),
    ):
        base = mejor(partial(prima_en_numpy, gasto, masa), 2000, 15)
        nuestro = mejor(partial(udfs.prima_nivelada, gasto, masa, TASA), 2000, 15)
        meta = "a 30 µs de la base" if limite else ""
        cumple = nuestro - base <= limite if limite else None
        medidas.append(Medida(f"PRIMA_NIVELADA, {nombre}", nuestro, "numpy", base, meta, cumple))
    return medidas


# --- processes ----------------------------------------------------------------------------------


def importacion() -> Medida:
    """What Excel waits for when it starts."""
    nuestro = proceso("-c", "import udfs")
    base = proceso("-c", "import numpy, pandas, xlwings")
    return Medida(
        "import udfs", nuestro, "numpy, pandas y xlwings", base, "menos de 1 s", nuestro < 1.0
    )


def conciliacion() -> Medida:
    """Every check, from a cold start, against reading as many CSV files with pandas."""
    from pymodel import datos

    tablas = RAIZ / "pymodel" / "datos" / "tablas"
    nuestro = proceso("-c", "import udfs; udfs.conciliacion()", repeticiones=3)
    usadas = len(datos.catalogo().query("documento in ('ifa2005', 'ifa2010')"))
    leer = (
        "import pandas, pathlib\n"
        f"rutas = sorted(pathlib.Path({str(tablas)!r}).glob('ifa*.csv'))[:{usadas}]\n"
        "[pandas.read_csv(r) for r in rutas]"
    )
    base = proceso("-c", leer, repeticiones=3)
    return Medida("CONCILIACION()", nuestro, f"leer {usadas} CSV con pandas", base, "", None)


def libros() -> list[Medida]:
    """Build and refresh the workbook, in a folder of its own, against openpyxl load and save."""
    with tempfile.TemporaryDirectory() as carpeta:
        libro, copia = Path(carpeta, "valuacion.xlsx"), Path(carpeta, "copia.xlsx")
        construir = proceso(
            "-m", "xl", "construir", "valuacion", "--destino", carpeta, repeticiones=3
        )
        actualizar = proceso("-m", "xl", "actualizar", str(libro), repeticiones=3)
        abrir_y_guardar = (
            f"import openpyxl; openpyxl.load_workbook({str(libro)!r}).save({str(copia)!r})"
        )
        base = proceso("-c", abrir_y_guardar, repeticiones=3)
        tamano = libro.stat().st_size / 1024
    nombre = f"openpyxl abre y guarda ({tamano:.0f} KB)"
    return [
        Medida("construir", construir, nombre, base, "menos de 10 s", construir < 10.0),
        Medida("actualizar", actualizar, nombre, base, "menos de 3 s", actualizar < 3.0),
    ]


# --- report -------------------------------------------------------------------------------------


def como_tiempo(segundos: float) -> str:
    """In the unit in which it is read best."""
    if segundos < 1e-3:
        return f"{segundos * 1e6:.1f} µs"
    return f"{segundos * 1e3:.0f} ms" if segundos < 1 else f"{segundos:.2f} s"


def imprimir(medidas: list[Medida]) -> None:
    """The table, one line a measurement."""
    titulos = ("Medida", "Tiempo", "Base", "Tiempo base", "Razón", "Diferencia", "Meta", "¿Cumple?")
    filas = [
        (
            m.que,
            como_tiempo(m.tiempo),
            m.base,
            como_tiempo(m.tiempo_base),
            f"{m.tiempo / m.tiempo_base:.2f}",
            ("-" if m.tiempo < m.tiempo_base else "") + como_tiempo(abs(m.tiempo - m.tiempo_base)),
            m.meta,
            {True: "sí", False: "NO", None: ""}[m.cumple],
        )
        for m in medidas
    ]
    anchos = [max(len(f[j]) for f in [titulos, *filas]) for j in range(len(titulos))]
    for fila in [titulos, tuple("-" * a for a in anchos), *filas]:
        print("  ".join(celda.ljust(a) for celda, a in zip(fila, anchos, strict=True)).rstrip())


if __name__ == "__main__":
    imprimir([*primas(), importacion(), conciliacion(), *libros()])
