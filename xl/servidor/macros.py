"""The macros that the add-in offers: those of the buttons, and what the task pane asks for."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from typing import Any

from xl import macros
from xl.servidor import panel

# On a server xlwings wraps its scripts; here they are the plain functions again.
MACROS: dict[str, Callable[..., Any]] = {
    "actualizar": inspect.unwrap(macros.actualizar),
    "restablecer_supuestos": inspect.unwrap(macros.restablecer_supuestos),
    "aplicar_supuestos": panel.aplicar,
}
