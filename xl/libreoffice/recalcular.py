"""Recalculation of a workbook by LibreOffice, with our functions, without anyone at the screen."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from pymodel.errores import DatoInvalido
from xl.contrato.salida import PREFIJO_ERROR
from xl.libreoffice.oficina import Celda, Oficina
from xl.motor.valores import celda_a1

_FORMATOS = (".xlsx", ".ods")


@dataclass(frozen=True)
class Reporte:
    """What a recalculation found.

    Attributes
    ----------
    valores : {sheet: {cell: value}}    Every cell that is not empty; for an error, its text.
    formulas : {sheet: set of cells}    Cells that hold a formula.
    errores : {(sheet, cell): text}     Cells whose value is an error or one of our messages.
    reparadas : int                     Formulas in which our functions had to be made known.
    destino : Path or None              The copy that was written.
    """

    valores: dict[str, dict[str, float | str]]
    formulas: dict[str, set[str]]
    errores: dict[tuple[str, str], str]
    reparadas: int
    destino: Path | None


def copia_junto_a(ruta: str | os.PathLike[str]) -> Path:
    """Where :func:`recalcular` writes by default: ``valuacion.libreoffice.xlsx``."""
    original = Path(ruta)
    return original.with_name(f"{original.stem}.libreoffice.xlsx")


def recalcular(
    ruta: str | os.PathLike[str],
    destino: str | os.PathLike[str] | None = None,
    *,
    limite: float = 300.0,
) -> Reporte:
    """Open a workbook in LibreOffice, calculate every formula, and save a copy.

    The original is never written: LibreOffice rewrites the whole file and drops what it does
    not know (VBA, dynamic arrays, slicers, some formats). Use ``python -m xl actualizar`` to
    refresh a workbook without losing anything.

    Parameters
    ----------
    ruta : path             Workbook (.xlsx, .xlsm, .ods).
    destino : path          Copy to write, .xlsx or .ods; see :func:`copia_junto_a`.
    limite : float          Seconds that each step may take.

    Returns
    -------
    Reporte

    Raises
    ------
    DatoInvalido            If LibreOffice is missing or fails, the file is not a workbook, or
                            the copy would replace the original or cannot be written.
    """
    copia = Path(destino) if destino is not None else copia_junto_a(ruta)
    if copia.suffix.lower() not in _FORMATOS:
        raise DatoInvalido("destino", str(copia), "un archivo " + " u ".join(_FORMATOS))
    if copia.resolve() == Path(ruta).resolve():
        raise DatoInvalido(
            "destino",
            str(copia),
            "otro archivo que el original: LibreOffice no conserva todo lo que Excel guarda",
        )
    with Oficina(limite=limite) as oficina:
        oficina.abrir(ruta)
        oficina.recalcular()
        reporte = leer(oficina)
        oficina.guardar(copia)
        return replace(reporte, destino=copia)


def leer(oficina: Oficina) -> Reporte:
    """What the open workbook holds now."""
    hojas = oficina.leer_todo()
    valores: dict[str, dict[str, float | str]] = {}
    errores: dict[tuple[str, str], str] = {}
    for hoja in hojas:
        nombre = hoja["hoja"]
        valores[nombre] = {}
        for celda, valor in _cells(hoja["valores"]):
            texto = valor["error"] if isinstance(valor, dict) else valor
            if isinstance(valor, dict) or (
                isinstance(valor, str) and valor.startswith(PREFIJO_ERROR)
            ):
                errores[nombre, celda] = str(texto)
            valores[nombre][celda] = texto
    formulas = {h["hoja"]: {celda_a1(f + 1, c + 1) for f, c in h["formulas"]} for h in hojas}
    return Reporte(valores, formulas, errores, oficina.reparadas, None)


def _cells(filas: list[list[Celda]]) -> Iterator[tuple[str, Celda]]:
    for i, fila in enumerate(filas, start=1):
        for j, valor in enumerate(fila, start=1):
            if valor != "":
                yield celda_a1(i, j), valor
