"""Speed of the contributions: a million workers in the model, against a worker at a time.

    python benchmarks/cuotas.py

The base is the same model called for one worker, times a million; see ``medir.py``.
"""

from __future__ import annotations

import sys
from datetime import date
from functools import partial
from pathlib import Path

import numpy as np

RAIZ = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(RAIZ))

import udfs  # noqa: E402  (the project need not be installed)
from benchmarks.medir import Medida, imprimir, mejor  # noqa: E402
from pymodel import cuotas  # noqa: E402

TRABAJADORES = 1_000_000
FECHA = date(2026, 3, 1)
MINIMO = 315.04


def nomina() -> list[Medida]:
    """A payroll with its own days and premiums, with and without RCV and Infonavit."""
    azar = np.random.default_rng(28)
    sbc = np.maximum(MINIMO, azar.lognormal(6.2, 0.6, TRABAJADORES))
    dias = azar.integers(1, 32, TRABAJADORES).astype(float)
    primas = azar.choice(cuotas.primas_medias(), TRABAJADORES)
    medidas = []
    for que, con_rcv in (("seguros del IMSS", False), ("con RCV e Infonavit", True)):
        todos = partial(
            cuotas.calcular_nomina,
            *(sbc, FECHA),
            dias=dias,
            prima_rt=primas,
            con_rcv_infonavit=con_rcv,
        )
        uno = partial(cuotas.calcular_nomina, [650.0], FECHA, con_rcv_infonavit=con_rcv)
        t, base = mejor(todos, 1, 5), mejor(uno, 200, 5) * TRABAJADORES
        medidas.append(
            Medida(
                f"Nómina de {TRABAJADORES:,}, {que}",
                *(t, "uno por uno", base, "menos de 1 s", t < 1.0),
            )
        )
    return medidas


def llamadas() -> list[Medida]:
    """One call as a cell makes it, against the model without the reading of cells."""
    filas = [[s] for s in np.linspace(MINIMO, 3000, 1000).tolist()]
    celda = partial(udfs.cuotas_imss, filas, "2026-03-01", 31)
    modelo = partial(cuotas.calcular_nomina, np.array(filas).ravel(), FECHA, dias=31.0)
    firma = partial(udfs.prima_rt, 1200, 0.05, 0, 200, 0.02)
    directa = partial(cuotas.prima_rt, 1200, 0.05, 0, 200, prima_anterior=0.02)
    t, base = mejor(celda, 20, 5), mejor(modelo, 20, 5)
    una, sola = mejor(firma, 200, 5), mejor(directa, 200, 5)
    return [
        Medida("CUOTAS_IMSS, 1,000 trabajadores", t, "el modelo", base, "menos de 50 ms", t < 0.05),
        Medida("PRIMA_RT, una empresa", una, "el modelo", sola, "menos de 2 ms", una < 2e-3),
    ]


if __name__ == "__main__":
    imprimir([*nomina(), *llamadas()])
