"""What xlwings Server serves as custom functions: the catalogue, and nothing typed again."""

from __future__ import annotations

from typing import Any

from xl.servidor import aplicacion, publicacion
from xl.servidor.despacho import desconocida

globals().update(publicacion.funciones(aplicacion.despacho))


def __getattr__(nombre: str) -> Any:
    """Tell an unknown function in Spanish; Python's own look-ups get what they expect."""
    if nombre.startswith("_"):
        raise AttributeError(nombre)
    raise desconocida(nombre)
