"""What an example is: a function, its arguments as an analyst would lay them out, a reading."""

from __future__ import annotations

import functools
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from xl.contrato import registro
from xl.contrato.registro import Argumento, Funcion


@dataclass(frozen=True)
class Ejemplo:
    """One worked block.

    Parameters
    ----------
    funcion : str           Excel name.
    argumentos : callable   Returns {argument: value}: a number, a text, a date, or rows of cells.
                            Figures come from ``pymodel.datos``; it runs only to build the workbook.
    lectura : str           What the result says, and of which document and table the figures are.
    formato : str           Number format of the result; by default plain figures.
    """

    funcion: str
    argumentos: Callable[[], dict[str, Any]]
    lectura: str
    formato: str = "#,##0.00######"

    @property
    def ficha(self) -> Funcion:
        """Declaration of the function."""
        return next(f for f in registro() if f.nombre == self.funcion)

    @functools.cached_property
    def valores(self) -> dict[str, Any]:
        """The arguments, evaluated once."""
        return self.argumentos()

    def usados(self) -> list[Argumento]:
        """Arguments of the formula: all up to the last one that the example gives."""
        ficha = self.ficha
        ultimo = max(i for i, a in enumerate(ficha.argumentos) if a.nombre in self.valores)
        return list(ficha.argumentos[: ultimo + 1])

    def resultado(self) -> list[list[Any]]:
        """What the function gives for these arguments, as rows."""
        hecho = self.ficha.llamar(*(self.valores.get(a.nombre) for a in self.usados()))
        return hecho if isinstance(hecho, list) else [[hecho]]

    def nombre(self, argumento: str) -> str:
        """Defined name of the cells of an argument, or of the result."""
        return f"ej_{self.funcion.lower()}_{argumento}"


def columna(valores: Any) -> list[list[Any]]:
    """A series as rows of one cell."""
    return [[v] for v in valores]
