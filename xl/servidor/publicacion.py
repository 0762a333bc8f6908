"""Functions and macros as xlwings Server publishes them: same names, run in other processes."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from typing import Any

import xlwings as xw
from xlwings import server

import udfs
from xl.contrato import Funcion, registro
from xl.servidor import macros
from xl.servidor.despacho import Despacho


def funciones(despacho: Despacho) -> dict[str, Callable[..., Any]]:
    """Every function of the catalogue, by its Python name."""
    return {f.nombre.lower(): _function(f, despacho) for f in registro() if udfs.__all__}


def _function(ficha: Funcion, despacho: Despacho) -> Callable[..., Any]:
    async def llamada(*valores: Any) -> Any:
        return await despacho.funcion(ficha.nombre, valores)

    llamada.__name__ = ficha.nombre.lower()
    llamada.__doc__ = ficha.llamar.__doc__
    llamada.__annotations__ = {}
    llamada.__signature__ = inspect.signature(ficha.llamar)  # type: ignore[attr-defined]
    publica: Callable[..., Any] = llamada
    for a in ficha.argumentos:
        opciones: dict[str, Any] = {"doc": a.ayuda, "err_to_str": True}
        if a.es_rango:
            opciones["ndim"] = 2
        publica = server.arg(a.nombre, **opciones)(publica)
    # Pure functions: the add-in may keep their results too.
    return server.func(cache=True)(publica)


def guiones(despacho: Despacho) -> dict[str, Callable[..., Any]]:
    """Every macro as a custom script."""
    return {nombre: _script(nombre, macro, despacho) for nombre, macro in macros.MACROS.items()}


def _script(
    nombre: str, macro: Callable[..., Any], despacho: Despacho
) -> Callable[..., Any]:
    async def guion(book: xw.Book, *argumentos: Any) -> None:
        acciones = await despacho.macro(nombre, book.api, argumentos)
        book.impl.json()["actions"] += acciones

    guion.__name__ = nombre
    guion.__doc__ = macro.__doc__
    # `from __future__ import annotations` would leave a text that xlwings cannot look up here.
    guion.__annotations__ = {"book": xw.Book, "return": None}
    return server.script(guion)
