"""What a workbook of ours is: its sheets, inputs, headline results and how it is refreshed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import xlwings as xw

from xl.libros.comun import plano
from xl.libros.comun.entradas import Entrada
from xl.libros.comun.libro import Libro


@dataclass(frozen=True)
class Hoja:
    """One sheet: its name, who writes it, its line in the contents of the cover.

    `formulas` tells whether it holds formulas of ours: a refresh that leaves an error there is not
    saved.
    """

    nombre: str
    construir: Callable[[Libro], None]
    descripcion: str = ""
    formulas: bool = True


@dataclass(frozen=True)
class Indicador:
    """A headline result: the defined name of its cell, label, unit and number format."""

    nombre: str
    etiqueta: str
    unidad: str
    formato: str


@dataclass(frozen=True)
class Actualizacion:
    """What a refresh did, for whoever called it.

    Parameters
    ----------
    encabezado, tabla : texts   Headline results as they are shown.
    cambios : list of str       Results that differ from the previous refresh, in Spanish.
    supuestos : list of str     Assumptions that differ from those of the documents.
    verificaciones : str        Summary of the reconciliation.
    """

    encabezado: tuple[str, ...]
    tabla: tuple[tuple[str, ...], ...]
    cambios: tuple[str, ...]
    supuestos: tuple[str, ...]
    verificaciones: str


Bloques = Sequence[tuple[str, Sequence[Sequence[Any]]]]


@dataclass(frozen=True)
class Definicion:
    """One workbook.

    Parameters
    ----------
    clave : str             File name without extension, and name of its package in xl.libros.
    titulo, asunto : str    Title of the cover and the line under it; `asunto` is also the footer.
    resumenes : tuple       Digests whose checks its sheet Conciliación shows.
    hojas : tuple           Its own sheets in order, between the cover and the shared ones.
    entradas : tuple        Input cells and their defaults.
    indicadores : tuple     Headline results, on the cover and on Resultados.
    notas : tuple           Lines of «Cómo se usa» on the cover, besides the common ones.
    calcular : callable     Optional. Reads a Book and returns blocks (defined name, rows) that the
                            refresh writes: what formulas of a sheet cannot do by themselves.
    portada, actualizar, llenar, defectos : callable
                            Optional. For a workbook whose cover, refresh, first filling or
                            defaults are not the common ones.
    """

    clave: str
    titulo: str
    asunto: str
    resumenes: tuple[str, ...]
    hojas: tuple[Hoja, ...]
    entradas: tuple[Entrada, ...]
    indicadores: tuple[Indicador, ...] = ()
    notas: tuple[str, ...] = ()
    calcular: Callable[[xw.Book], Bloques] | None = None
    portada: Callable[[Libro], None] | None = None
    actualizar: Callable[[xw.Book], Actualizacion] | None = None
    llenar: Callable[[xw.Book], None] | None = None
    defectos: Callable[[], tuple[tuple[str, Any], ...]] | None = None

    def celdas(self) -> tuple[tuple[str, Any], ...]:
        """Every input with its default: (defined name, value or rows)."""
        if self.defectos is not None:
            return self.defectos()
        return tuple((e.nombre, e.defecto) for e in self.entradas)

    def hojas_de_formulas(self) -> set[str]:
        """Sheets where an error is ours, so that a refresh that leaves one is not saved."""
        propias = {h.nombre for h in self.hojas if h.formulas}
        return propias | {plano.PORTADA} | ({plano.RESULTADOS} if self.indicadores else set())
