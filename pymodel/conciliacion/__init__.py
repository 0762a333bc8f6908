"""Reconciliation: every published figure that we can check, against the computed one.

One module per digest of a document holds ``VERIFICACIONES``; this package runs them. The tests,
the sheet "Conciliación" and ``python -m xl conciliar`` all read it from here.
"""

from __future__ import annotations

import functools
from importlib import import_module

import pandas as pd

from pymodel.conciliacion.registro import (
    CUMPLE,
    FALLA_ESPERADA,
    NO_CUMPLE,
    Resultado,
    Verificacion,
    juzgar,
)
from pymodel.errores import DatoInvalido

__all__ = [
    "CUMPLE",
    "FALLA_ESPERADA",
    "NO_CUMPLE",
    "Resultado",
    "Verificacion",
    "conciliar",
    "cuadro",
    "verificaciones",
]

MODULOS = (
    "ifa2005_a",
    "ifa2005_b",
    "ifa2005_c_coneval2020_noaseg2004",
    "ifa2010_a",
    "ifa2010_b",
    "ifa2010_c",
    "sps2006_a",
    "sps2006_b",
)


def verificaciones(documento: str | None = None) -> tuple[Verificacion, ...]:
    """Every check, or those of one document ("ifa2005") or one digest ("ifa2005_b")."""
    todas = tuple(
        v for m in MODULOS for v in import_module(f"pymodel.conciliacion.{m}").VERIFICACIONES
    )
    if documento is None:
        return todas
    elegidas = tuple(v for v in todas if documento in (v.documento, v.id.split(".")[0]))
    if not elegidas:
        claves = sorted({v.documento for v in todas} | set(MODULOS))
        raise DatoInvalido("documento", documento, "uno de: " + ", ".join(claves))
    return elegidas


@functools.lru_cache(maxsize=32)
def conciliar(documento: str | None = None) -> tuple[Resultado, ...]:
    """Judge the checks. Inputs are package data, so a result never changes while running."""
    return tuple(juzgar(v) for v in verificaciones(documento))


def cuadro(documento: str | None = None) -> pd.DataFrame:
    """The judged checks as a table, one row each."""
    return pd.DataFrame(conciliar(documento), columns=list(Resultado._fields))
