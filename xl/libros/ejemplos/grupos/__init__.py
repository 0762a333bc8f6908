"""The examples, one module for each group of functions; each holds ``EJEMPLOS``.

A new group is a new module here: it is found by itself.
"""

from __future__ import annotations

import pkgutil
from importlib import import_module

from xl.libros.ejemplos.ejemplo import Ejemplo


def todos() -> tuple[Ejemplo, ...]:
    """Every example, in order of module."""
    modulos = sorted(m.name for m in pkgutil.iter_modules(__path__))
    return tuple(e for m in modulos for e in import_module(f"{__name__}.{m}").EJEMPLOS)
