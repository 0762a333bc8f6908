"""Synthetic files for trials and measurements: a census sample, a padrón."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from pymodel import validacion
from pymodel.cobertura import sintetico as censo
from pymodel.padron import sintetico as padron
from xl.archivos import PARQUET, TEXTO, de_trabajo, disco, otro_tipo
from xl.por_partes import Escritor

if TYPE_CHECKING:
    import polars as pl

POR_PARTE = 250_000
"""Households or families invented at a time."""

_QUE: dict[str, Callable[[int, int, int], pl.DataFrame]] = {
    "censo": censo.muestra,
    "padron": padron.padron,
}


def escribir(
    que: str,
    salida: Path,
    cuantos: int,
    semilla: int,
    *,
    avance: Callable[[float], None] = lambda _: None,
) -> int:
    """Write a synthetic file and return its number of rows.

    Parameters
    ----------
    que : str           "censo" or "padron".
    salida : Path       .csv, .txt or .parquet.
    cuantos : int       Households of the census, families of the padrón.
    semilla : int       The same seed gives the same file.
    avance : callable   Receives the fraction done, from 0 to 1.

    Raises
    ------
    DatoInvalido        Another kind of file, a number out of range, a folder that is not there.
    """
    que = que.lower().replace("ó", "o")
    validacion.opcion(que, "que", tuple(_QUE))
    n = validacion.entero(cuantos, "cuantos", 1, 99_999_999)
    if salida.suffix.lower() not in TEXTO + PARQUET:
        raise otro_tipo(salida)
    filas = 0
    with disco(salida), de_trabajo(salida) as carpeta:
        escritor = Escritor(Path(carpeta) / "partes", salida)
        for primero in range(1, n + 1, POR_PARTE):
            parte = _QUE[que](min(POR_PARTE, n + 1 - primero), semilla, primero)
            filas += parte.height
            escritor.escribir(parte)
            avance(min(1.0, (primero + POR_PARTE) / n))
        shutil.move(escritor.cerrar(), salida)
    return filas
