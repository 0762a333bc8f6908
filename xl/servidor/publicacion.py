"""Functions and macros as xlwings Server publishes them: same names, run in other processes."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from typing import Any

import xlwings as xw
from fastapi.encoders import ENCODERS_BY_TYPE
from xlwings import server
from xlwings.conversion import Accessor
from xlwings_server.models import CurrentUser

import udfs
from xl.contrato import Funcion, registro
from xl.servidor import macros
from xl.servidor.despacho import Despacho

ANONIMO = "n/a"
"""What xlwings Server calls a user without authentication."""


def funciones(despacho: Despacho) -> dict[str, Callable[..., Any]]:
    """Every function of the catalogue, by its Python name."""
    return {f.nombre.lower(): _function(f, despacho) for f in registro() if udfs.__all__}


class Celdas(Accessor):
    """Cells as they come and go: the process that calculates reads them, ours are plain already.

    What xlwings does cell by cell would hold up every other call while a large block is read.
    """


class Filas:
    """Rows of a result, plain already: FastAPI would look at every cell to make sure."""

    def __init__(self, filas: list[list[Any]]) -> None:
        self.filas = filas


ENCODERS_BY_TYPE[Filas] = lambda resultado: resultado.filas


def _function(ficha: Funcion, despacho: Despacho) -> Callable[..., Any]:
    async def llamada(*valores: Any) -> Filas:
        return Filas(await despacho.funcion(ficha.nombre, valores))

    llamada.__name__ = ficha.nombre.lower()
    llamada.__doc__ = ficha.llamar.__doc__
    llamada.__annotations__ = {}
    llamada.__signature__ = inspect.signature(ficha.llamar)  # type: ignore[attr-defined]
    publica: Callable[..., Any] = llamada
    for a in ficha.argumentos:
        publica = server.arg(a.nombre, Celdas, doc=a.ayuda)(publica)
    publica = server.ret(Celdas)(publica)
    # Pure functions: the add-in may keep their results too.
    return server.func(cache=True)(publica)


def guiones(despacho: Despacho) -> dict[str, Callable[..., Any]]:
    """Every macro as a custom script."""
    return {nombre: _script(nombre, macro, despacho) for nombre, macro in macros.MACROS.items()}


def _script(nombre: str, macro: Callable[..., Any], despacho: Despacho) -> Callable[..., Any]:
    async def guion(book: xw.Book, usuario: CurrentUser, *argumentos: Any) -> None:
        quien = "" if usuario.id == ANONIMO else str(usuario.name)
        book.impl.json()["actions"] += await despacho.macro(nombre, book.api, argumentos, quien)

    guion.__name__ = nombre
    guion.__doc__ = macro.__doc__
    # `from __future__ import annotations` would leave a text that xlwings cannot look up here.
    guion.__annotations__ = {"book": xw.Book, "usuario": CurrentUser, "return": None}
    return server.script(guion)
