"""What runs in the processes that calculate: one function or one macro at a time.

The server starts them and ends the one whose call takes too long, so nothing here can hold up
the others. Answers say how it went, so that no exception has to cross between processes.
"""

from __future__ import annotations

import contextlib
import functools
import gc
import os
import pickle
import traceback
from collections.abc import Iterator
from typing import Any

from pymodel.errores import DatoInvalido
from xl.contrato.memoria import empacar

BIEN, RECHAZADO, INTERNO = "bien", "rechazado", "interno"

Respuesta = tuple[str, bytes | str]


def preparar() -> int:
    """Load the functions; what a new process does first."""
    cuantas = len(_funciones())
    gc.freeze()
    return cuantas


def calcular(nombre: str, argumentos: bytes) -> Respuesta:
    """Call a function with its pickled arguments, as Office.js sent them.

    Returns
    -------
    Respuesta    The pickled result, always rows of cells.
    """

    def trabajo() -> list[list[Any]]:
        ficha = _funciones()[nombre]
        crudos = pickle.loads(argumentos)
        limpios = [
            de_office(valor, i < len(ficha.argumentos) and ficha.argumentos[i].es_rango)
            for i, valor in enumerate(crudos)
        ]
        resultado = ficha.llamar(*limpios)
        return resultado if isinstance(resultado, list) else [[resultado]]

    return _answer(trabajo)


def de_office(valor: Any, es_rango: bool) -> Any:
    """An argument as our functions take it, from what Office.js and xlwings made of the cells.

    Office.js sends "" for an empty cell and an object for an error or a formatted number; xlwings
    has already turned a single cell into its value and a single row into a flat list.
    """
    if isinstance(valor, list):
        if valor and isinstance(valor[0], list):
            return [[_cell(c) for c in fila] for fila in valor]
        fila = [_cell(c) for c in valor]
        return [fila] if es_rango else fila
    return _cell(valor)


def _cell(celda: Any) -> Any:
    if celda == "":
        return None
    if isinstance(celda, dict):
        return celda.get("basicValue")
    return celda


def correr(nombre: str, libro: bytes, argumentos: tuple[Any, ...], usuario: str) -> Respuesta:
    """Run a macro on the workbook that the client sent; the result is its list of actions."""

    def trabajo() -> list[dict[str, Any]]:
        from xl.servidor import macros

        if usuario:  # the log of the workbook says who asked, not who runs the server
            os.environ["LOGNAME"] = usuario
        with _opened(libro) as book:
            macros.MACROS[nombre](book, *argumentos)
            return [_inert(accion) for accion in book.json()["actions"]]

    return _answer(trabajo)


def ver(libro: bytes) -> Respuesta:
    """What the task pane shows of a workbook."""

    def trabajo() -> dict[str, Any]:
        from xl.servidor import panel

        with _opened(libro) as book:
            return panel.ver(book)

    return _answer(trabajo)


def _answer(trabajo: Any) -> Respuesta:
    try:
        return BIEN, empacar(trabajo())
    except DatoInvalido as error:
        return RECHAZADO, error.mensaje
    except Exception as error:
        return INTERNO, _sin_datos(error)


def _sin_datos(error: Exception) -> str:
    """Where it failed, without the message of the exception, which may quote cells."""
    lugares = [
        f"{f.filename}:{f.lineno} {f.name}" for f in traceback.extract_tb(error.__traceback__)
    ]
    return f"{type(error).__name__} en {' < '.join(reversed(lugares[-6:]))}"


@functools.cache
def _funciones() -> dict[str, Any]:
    import udfs  # noqa: F401  (declares them)
    from xl.contrato import registro

    return {f.nombre: f for f in registro()}


@contextlib.contextmanager
def _opened(libro: bytes) -> Iterator[Any]:
    import xlwings as xw

    datos = pickle.loads(libro)
    for hoja in datos["sheets"]:
        # xlwings makes tuples of the whole sheet every time that a cell is read.
        hoja["values"] = tuple(tuple(fila) for fila in hoja["values"])
    book = xw.Book(json=datos)
    try:
        yield book
    finally:
        book.close()


def _inert(accion: dict[str, Any]) -> dict[str, Any]:
    """An action whose texts stay texts, whatever the macro wrote.

    Formulas that a macro means as such are another action (``setFormula``).
    """
    from xl.libros.comun.lectura import inerte

    if accion["func"] == "setValues":
        accion["values"] = [[inerte(celda) for celda in fila] for fila in accion["values"]]
    return accion
