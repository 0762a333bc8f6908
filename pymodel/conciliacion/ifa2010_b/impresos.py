"""What the checks of guarderías, SSFAM and services share: printed rows, source, numbering."""

from __future__ import annotations

import functools
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike

from pymodel import datos
from pymodel.conciliacion.ifa2010_a.comun import DOCUMENTO, clave, fuente, supuesto
from pymodel.conciliacion.registro import Par, Verificacion
from pymodel.validacion import Vector

DIGEST = "ifa2010_b"
MEDIO = 0.5
UN_DECIMAL = 0.05

__all__ = [
    "DIGEST",
    "DOCUMENTO",
    "MEDIO",
    "UN_DECIMAL",
    "contra",
    "cuadro",
    "fila",
    "filas",
    "fuente",
    "suma",
    "supuesto",
    "tasa_media",
    "verificacion",
]


def verificacion(
    numero: int,
    tipo: str,
    descripcion: str,
    unidad: str,
    calcular: Callable[[], Par],
    tolerancia: ArrayLike,
    de: str,
    **campos: Any,
) -> Verificacion:
    """A check by its printed number: 51 is "ifa2010_b.B051"."""
    return Verificacion(
        f"{DIGEST}.B{numero:03d}",
        DOCUMENTO,
        tipo,
        descripcion,
        unidad,
        calcular,
        tolerancia,
        de,
        **campos,
    )


@functools.cache
def cuadro(numero: str) -> pd.DataFrame:
    """Printed table: "IV.8"."""
    return datos.tabla(DOCUMENTO, clave(numero))


def filas(numero: str, rotulo: str) -> pd.DataFrame:
    """Rows whose concept begins with a text, only the columns of numbers."""
    df = cuadro(numero)
    hay = df["concepto"].astype(str).str.startswith(rotulo)
    return df[hay].select_dtypes("number")


def fila(numero: str, rotulo: str) -> Vector:
    """First row whose concept begins with a text, every column of numbers."""
    hay = filas(numero, rotulo)
    if hay.empty:
        raise KeyError(f"{numero}: {rotulo}")
    return hay.iloc[0].to_numpy(np.float64)


def suma(numero: str, partes: Sequence[str]) -> Vector:
    """Sum of several rows."""
    return np.sum([fila(numero, p) for p in partes], axis=0)


def contra(publicado: float, calcular: Callable[..., float], *argumentos: Any) -> Callable[[], Par]:
    """A figure of the prose against what a function computes."""
    return lambda: (publicado, calcular(*argumentos))


def tasa_media(primero: float, ultimo: float, anios: int) -> float:
    """Mean yearly growth, per cent."""
    return 100.0 * ((ultimo / primero) ** (1.0 / anios) - 1.0)
