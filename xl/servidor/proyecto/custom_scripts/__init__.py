"""What xlwings Server serves as custom scripts: the macros."""

from __future__ import annotations

from typing import Any

from pymodel.errores import DatoInvalido
from xl.servidor import aplicacion, publicacion

globals().update(publicacion.guiones(aplicacion.despacho))


def __getattr__(nombre: str) -> Any:
    """Tell an unknown macro in Spanish; Python's own look-ups get what they expect."""
    if nombre.startswith("_"):
        raise AttributeError(nombre)
    raise DatoInvalido("macro", nombre, "una macro del modelo; recargue el panel")
