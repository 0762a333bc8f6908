"""Speed and memory of the two jobs on large files, on synthetic data.

    python benchmarks/cobertura.py [personas] [familias]

Ten million persons and twelve million families by default; each job is a fresh process, as an
analyst runs it, and its memory is the peak of that process. The base is the implementation of the
tests, person by person in plain Python, on a few households and extrapolated; for the padrón, the
csv module of Python reading the same file without doing anything. See ``medir.py`` for what these
figures are worth.
"""

from __future__ import annotations

import csv
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

RAIZ = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(RAIZ), str(RAIZ / "tests" / "pymodel" / "cobertura")]

from benchmarks.medir import Medida, imprimir  # noqa: E402
from pymodel.cobertura import sintetico  # noqa: E402
from xl.sinteticos import escribir  # noqa: E402

PERSONAS_POR_HOGAR = 4.14
SEMILLA = 2004
LIMITE_S, LIMITE_GB = 60.0, 4.0
INGENUOS = 3_000


def trabajo(*argumentos: str) -> tuple[float, float]:
    """Seconds and peak gigabytes of ``python -m xl ...``."""
    inicio = time.perf_counter()
    hijo = subprocess.Popen(
        [sys.executable, "-m", "xl", *argumentos], cwd=RAIZ, stdout=subprocess.DEVNULL
    )
    _, estado, uso = os.wait4(hijo.pid, 0)
    segundos = time.perf_counter() - inicio
    if estado:
        raise SystemExit(f"falló: {' '.join(argumentos)}")
    return segundos, uso.ru_maxrss / 2**20


def ingenuo() -> float:
    """Seconds of a person in the implementation of the tests."""
    import censo_ingenuo

    muestra = sintetico.muestra(INGENUOS, SEMILLA).with_row_index("renglon", offset=1)
    personas = muestra.to_dicts()
    inicio = time.perf_counter()
    censo_ingenuo.imputar(personas)
    return (time.perf_counter() - inicio) / len(personas)


def leer(ruta: Path) -> float:
    """Seconds that the csv module takes to read a file."""
    inicio = time.perf_counter()
    with ruta.open(encoding="utf-8-sig", newline="") as archivo:
        for _ in csv.reader(archivo):
            pass
    return time.perf_counter() - inicio


def medida(que: str, tiempo: float, memoria: float, base: str, tiempo_base: float) -> Medida:
    """One line: time and memory against their limits."""
    cumple = tiempo < LIMITE_S and memoria < LIMITE_GB
    meta = f"menos de {LIMITE_S:.0f} s y {LIMITE_GB:.0f} GB"
    return Medida(f"{que} ({memoria:.2f} GB)", tiempo, base, tiempo_base, meta, cumple)


def medir(personas: int, familias: int) -> list[Medida]:
    """Both jobs, from CSV and from Parquet."""
    medidas = []
    with tempfile.TemporaryDirectory() as carpeta:
        base = ingenuo() * personas
        for tipo in ("csv", "parquet"):
            censo = Path(carpeta, f"censo.{tipo}")
            filas = escribir("censo", censo, round(personas / PERSONAS_POR_HOGAR), SEMILLA)
            hecho = trabajo("imputar-censo", str(censo), str(Path(carpeta, "salida.parquet")))
            que = f"imputar-censo, {filas:,} personas, {tipo} de {censo.stat().st_size >> 20} MB"
            medidas.append(medida(que, *hecho, "ingenua, extrapolada", base))
            censo.unlink()
        padron = Path(carpeta, "padron.csv")
        escribir("padron", padron, familias, SEMILLA)
        base = leer(padron)
        for verbo, opciones in (
            ("clasificar-padron", ()),
            ("muestra-padron", ("--semilla", str(SEMILLA))),
        ):
            hecho = trabajo(verbo, str(padron), str(Path(carpeta, "salida.parquet")), *opciones)
            que = f"{verbo}, {familias:,} familias, csv de {padron.stat().st_size >> 20} MB"
            medidas.append(medida(que, *hecho, "leer el csv con Python", base))
    return medidas


if __name__ == "__main__":
    tamanos = [int(a) for a in sys.argv[1:3]]
    imprimir(medir(*(tamanos + [10_000_000, 12_000_000][len(tamanos) :])))
