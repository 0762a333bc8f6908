"""The buttons of desktop Excel: what each shows and which function of ``xl.escritorio`` it runs."""

from __future__ import annotations

from dataclasses import dataclass

MODULO_PYTHON = "modelo_imss"
"""Module beside the workbooks (``workbooks/modelo_imss.py``) that desktop Excel imports."""


@dataclass(frozen=True)
class Boton:
    """A button: its VBA macro, the function here, what it shows, its picture in Office."""

    macro: str
    funcion: str
    rotulo: str
    ayuda: str
    imagen: str


BOTONES = (
    Boton(
        "ImssActualizar",
        "actualizar",
        "Actualizar",
        "Lee los supuestos, calcula, escribe los resultados y dice qué cambió",
        "RefreshAll",
    ),
    Boton(
        "ImssRestablecer",
        "restablecer",
        "Restablecer supuestos",
        "Devuelve los supuestos a los de los documentos; después hay que actualizar",
        "Undo",
    ),
)
