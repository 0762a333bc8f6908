"""What runs in the processes that calculate: one function or one macro at a time.

The server starts them and ends the one whose call takes too long, so nothing here can hold up
the others. Answers say how it went, so that no exception has to cross between processes.
"""

from __future__ import annotations

import functools
import inspect
import pickle
import traceback
from typing import Any

from pymodel.errores import DatoInvalido
from xl.contrato.memoria import empacar

BIEN, RECHAZADO, INTERNO = "bien", "rechazado", "interno"

Respuesta = tuple[str, bytes | str]


def preparar() -> int:
    """Load the functions; what a new process does first."""
    return len(_funciones())


def calcular(nombre: str, argumentos: bytes) -> Respuesta:
    """Call a function with its pickled arguments; the result comes pickled too."""
    return _answer(lambda: _funciones()[nombre].llamar(*pickle.loads(argumentos)))


def correr(nombre: str, libro: bytes, argumentos: tuple[Any, ...]) -> Respuesta:
    """Run a macro on the workbook that the client sent; the result is its list of actions."""
    return _answer(lambda: _run(nombre, pickle.loads(libro), argumentos))


def _answer(trabajo: Any) -> Respuesta:
    try:
        return BIEN, empacar(trabajo())
    except DatoInvalido as error:
        return RECHAZADO, error.mensaje
    except Exception as error:
        return INTERNO, _sin_datos(error)


def _sin_datos(error: Exception) -> str:
    """Where it failed, without the message of the exception, which may quote cells."""
    lugares = [f"{f.filename}:{f.lineno} {f.name}" for f in traceback.extract_tb(error.__traceback__)]
    return f"{type(error).__name__} en {' < '.join(reversed(lugares[-6:]))}"


@functools.cache
def _funciones() -> dict[str, Any]:
    import udfs  # noqa: F401  (declares them)
    from xl.contrato import registro

    return {f.nombre: f for f in registro()}


def _run(nombre: str, datos: dict[str, Any], argumentos: tuple[Any, ...]) -> list[dict[str, Any]]:
    import xlwings as xw

    from xl.servidor import macros

    for hoja in datos["sheets"]:
        # xlwings makes tuples of the whole sheet every time that a cell is read.
        hoja["values"] = tuple(tuple(fila) for fila in hoja["values"])
    book = xw.Book(json=datos)
    try:
        inspect.unwrap(macros.MACROS[nombre])(book, *argumentos)
        return [inerte(accion) for accion in book.json()["actions"]]
    finally:
        book.close()


def inerte(accion: dict[str, Any]) -> dict[str, Any]:
    """An action whose texts stay texts: Excel would take "=..." or "@..." for a formula.

    The apostrophe is how Excel itself marks a text; it is not part of the value. Formulas that a
    macro means as such are another action (``setFormula``).
    """
    if accion["func"] == "setValues":
        accion["values"] = [[_text(celda) for celda in fila] for fila in accion["values"]]
    return accion


def _text(celda: Any) -> Any:
    if isinstance(celda, str) and celda.lstrip().startswith(("=", "+", "-", "@")):
        return f"'{celda}"
    return celda
