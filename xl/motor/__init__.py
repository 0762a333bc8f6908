"""Workbook files without Excel: an xlwings engine, recalculation and safe saving."""

from __future__ import annotations

import os
from pathlib import Path

import xlwings as xw

from pymodel.errores import DatoInvalido
from xl.motor.calculo import Aviso, Calculadora, Funciones, Reporte
from xl.motor.engine import NOMBRE, instancia
from xl.motor.libro import MARCA

__all__ = ["MARCA", "Aviso", "Calculadora", "DatoInvalido", "Reporte", "abrir", "recalcular"]

if NOMBRE not in xw.engines.engines_by_name:
    xw.engines.add(xw.Engine(impl=instancia))
if xw.engines.active is None:  # no Excel on this machine: xlwings needs some active engine
    xw.engines[NOMBRE].activate()


def abrir(
    ruta: str | os.PathLike[str],
    *,
    funciones: Funciones | None = None,
    solo_lectura: bool = False,
) -> xw.Book:
    """Open a workbook file as an xlwings Book, without Excel.

    Use it in a ``with`` block: leaving it closes the book (without saving) and frees the file.
    ``book.save()`` recalculates and writes; ``book.app.impl.reporte`` tells what the last
    calculation did.

    Parameters
    ----------
    ruta : path
        Workbook (.xlsx or .xlsm).
    funciones : mapping, optional
        Excel name -> callable for our functions; by default those of ``xl.funciones``.
    solo_lectura : bool
        Open without locking the file; it cannot be saved in its place.

    Raises
    ------
    DatoInvalido
        If the file is missing, open elsewhere, encrypted, damaged or not a workbook.
    """
    app = instancia.apps.add()
    app.funciones = funciones
    app.de_un_libro = True
    try:
        return xw.Book(impl=app.books.open(os.fspath(ruta), None, solo_lectura))
    except BaseException:
        app.quit()
        raise


def recalcular(
    ruta: str | os.PathLike[str],
    funciones: Funciones | None = None,
    *,
    todo: bool = False,
    respaldo: bool = True,
) -> Reporte:
    """Recalculate a workbook file and save it.

    Parameters
    ----------
    ruta : path
        Workbook (.xlsx or .xlsm).
    funciones : mapping, optional
        Excel name -> callable for our functions; by default those of ``xl.funciones``.
    todo : bool
        Evaluate every formula of our sheets; for a workbook just built, whose formulas have no
        true value yet.
    respaldo : bool
        Keep the previous version as ``NAME.bak.xlsx``.

    Returns
    -------
    Reporte
        What was evaluated, which cells have an error and which are left to Excel.

    Raises
    ------
    DatoInvalido
        As `abrir`, and if the file cannot be written.
    """
    with abrir(Path(ruta), funciones=funciones) as book:
        reporte = book.impl.calculate(todo=todo)
        book.impl.libro.guardar(respaldo=respaldo)
        return reporte
