"""Refresh of a workbook that is open in Calc, over a copy that Calc saved of it."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import xlwings as xw

from xl import macros, motor
from xl.libreoffice.guardado import nombres_llanos

Celda = tuple[str, int, int]


def actualizar_copia(ruta: str | os.PathLike[str]) -> tuple[list[list[Any]], str]:
    """Refresh a copy and tell which cells the refresh wrote.

    Returns
    -------
    rows, str       (sheet, row, column, value) with places from 0; and what changed, in Spanish.

    Raises
    ------
    DatoInvalido    As the refresh itself.
    """
    copia = Path(ruta)
    copia.write_bytes(nombres_llanos(copia.read_bytes()))
    with motor.abrir(copia) as book:
        hojas = [s.name for s in book.sheets]
        antes = _constants(book, hojas)
        hecho = macros.actualizar(book)
        despues = _constants(book, hojas)
    lugares = sorted(antes.keys() | despues.keys())
    celdas = [
        [*lugar, despues.get(lugar)] for lugar in lugares if antes.get(lugar) != despues.get(lugar)
    ]
    renglones = list(hecho.cambios or ("Ningún resultado cambió.",))
    if hecho.verificaciones:
        renglones += ["", f"{hecho.verificaciones}."]
    return celdas, "\n".join(renglones[:14])


def _constants(book: xw.Book, hojas: list[str]) -> dict[Celda, Any]:
    """Cells that hold no formula, dates as serial numbers."""
    celdas: dict[Celda, Any] = {}
    for nombre in hojas:
        usado = book.sheets[nombre].used_range
        valores = usado.options(ndim=2, dates=None, err_to_str=True).raw_value
        for i, fila in enumerate(valores if isinstance(valores, (list, tuple)) else [[valores]]):
            for j, valor in enumerate(fila):
                if valor not in (None, ""):
                    celdas[nombre, usado.row - 1 + i, usado.column - 1 + j] = valor
    return celdas
