"""Results as a spreadsheet takes them: plain values or lists of rows, empty is ""."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
import pandas as pd

from pymodel.errores import DatoInvalido, Descripcion

Bloque = list[list[Any]]

PREFIJO_ERROR = "#¡IMSS! "
"""Begins a message in a cell, where a front end has no other place for it.

No error value of a spreadsheet begins so, and our functions refuse it where a number belongs.
"""


def valor(x: Any) -> Any:
    """Plain float, int, str or bool; missing values become ""."""
    if type(x) is float:
        return _finite(x) if x == x else ""
    if x is None or x is pd.NA or x is pd.NaT:
        return ""
    if isinstance(x, np.generic):
        return valor(x.item())
    if isinstance(x, dt.date | dt.datetime):
        return x.isoformat()[:10]
    return x


def columna(valores: Iterable[Any]) -> Bloque:
    """A series as n×1, or k series as n×k."""
    arreglo = np.asarray(valores, dtype=np.float64)
    _finite(float(np.abs(arreglo).max()))
    filas: Bloque = arreglo.reshape(arreglo.shape[0], -1).tolist()
    return filas


def valor_o_columna(valores: Any) -> Any:
    """Plain number if there is one; a series as n×1."""
    return columna(valores) if len(valores) > 1 else valor(valores[0])


def como_entrada(valores: Any, *argumentos: Any) -> Any:
    """Plain number if every argument was one number; otherwise a series as n×1."""
    if any(np.ndim(a) for a in argumentos):
        return columna(valores)
    return valor(np.asarray(valores).item())


def escalar_o_fila(valores: float | Iterable[float]) -> Any:
    """One scalar plain; k of them as 1×k."""
    if isinstance(valores, float):
        return _finite(valores)
    return [[_finite(float(v)) for v in valores]]


def _finite(x: float) -> float:
    """Results that no cell can hold are an error, never a silent NaN or infinity."""
    if not math.isfinite(x):
        raise DatoInvalido(
            "resultado",
            Descripcion("un número fuera de rango"),
            "datos cuyo resultado quepa en una celda (revise la tasa, los montos y sus unidades)",
        )
    return x


def fila(valores: Iterable[Any]) -> Bloque:
    """k scalars of any kind as 1×k."""
    return [[valor(v) for v in valores]]


def tabla(encabezado: Sequence[str], filas: Iterable[Iterable[Any]]) -> Bloque:
    """A table with its header row first."""
    return [list(encabezado), *([valor(c) for c in f] for f in filas)]


def dataframe(df: pd.DataFrame) -> Bloque:
    """A frame with its header row first, without the index."""
    return tabla([str(c) for c in df.columns], df.itertuples(index=False, name=None))
