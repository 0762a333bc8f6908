"""Speed of the statements, allocation and reserves, against plain numpy doing the bare sums.

python benchmarks/estados.py
"""

from __future__ import annotations

import sys
import timeit
from collections.abc import Callable
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import udfs
from pymodel import conciliacion, datos
from pymodel.mifa import corto_plazo, reservas


def mejor(f: Callable[[], object], llamadas: int) -> float:
    """Seconds of one call, the best of five rounds."""
    return min(timeit.repeat(f, number=llamadas, repeat=5)) / llamadas


def main() -> None:
    """Print one line per measurement: milliseconds, and times the baseline."""
    df = datos.tabla("ifa2005", "cuadro_i_3")
    tabla = [["Concepto", *(float(a) for a in df.columns[1:])], *df.to_numpy().tolist()]
    numeros = df.iloc[:, 1:].to_numpy(np.float64)
    base = mejor(lambda: numeros[3:11].sum(axis=0).cumsum(), 2000)
    necesidad = np.linspace(20_000, 200_000, 40)
    fondos = [reservas.Fondo(str(i), 50_000.0, {}) for i in range(4)]
    medidas: list[tuple[str, Callable[[], object], int]] = [
        ("FLUJO_EFECTIVO, cuadro I.3", lambda: udfs.flujo_efectivo(tabla), 50),
        ("REPARTO_RJP, 40 años", lambda: udfs.reparto_rjp(necesidad.tolist()), 200),
        ("flujo de 2005 con otro supuesto",
         lambda: corto_plazo.flujo_2005({"inflacion": 0.04}), 50),
        ("cinco seguros de 2005 con otro supuesto",
         lambda: corto_plazo.por_seguro("ifa2005", {"inflacion": 0.04}), 20),
        ("cinco seguros de 2010 con otro supuesto",
         lambda: corto_plazo.por_seguro("ifa2010", {"inflacion": 0.04}), 50),
        ("cascada de 40 años, 4 fondos",
         lambda: reservas.cascada(range(2011, 2051), necesidad, fondos), 100),
    ]  # fmt: skip
    print(f"{'sumas en numpy (base)':45s} {base * 1e3:9.4f} ms")
    for nombre, f, llamadas in medidas:
        t = mejor(f, llamadas)
        print(f"{nombre:45s} {t * 1e3:9.4f} ms  {t / base:8.0f} veces")
    entradas = conciliacion.verificaciones("ifa2005_a")
    t = min(timeit.repeat(lambda: [conciliacion.juzgar(v) for v in entradas], number=1, repeat=3))
    print(f"{f'conciliar ifa2005_a, {len(entradas)} entradas':45s} {t * 1e3:9.1f} ms")


if __name__ == "__main__":
    main()
