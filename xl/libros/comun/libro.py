"""A workbook under construction: sheets, names, references, array formulas."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.utility import xl_range_abs, xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from xl.libros.estilo import Estilos


@dataclass
class Libro:
    """Workbook under construction."""

    libro: xlsxwriter.Workbook
    estilos: Estilos
    hojas: dict[str, Worksheet] = field(default_factory=dict)

    def hoja(self, nombre: str) -> Worksheet:
        """Sheet by name, added the first time."""
        if nombre not in self.hojas:
            self.hojas[nombre] = self.libro.add_worksheet(nombre)
        return self.hojas[nombre]

    def nombrar(
        self, nombre: str, hoja: str, fila: int, col: int, f2: int = -1, c2: int = -1
    ) -> None:
        """Define a workbook name for a cell or range (zero-based)."""
        rango = xl_range_abs(fila, col, f2 if f2 >= 0 else fila, c2 if c2 >= 0 else col)
        self.libro.define_name(nombre, f"={referencia(hoja)}!{rango}")


def referencia(hoja: str) -> str:
    """Sheet name quoted for a formula."""
    return "'" + hoja.replace("'", "''") + "'"


def celda(hoja: str, fila: int, col: int) -> str:
    """Absolute reference to a cell of another sheet (zero-based)."""
    return f"{referencia(hoja)}!{xl_rowcol_to_cell(fila, col, True, True)}"


def bloque(
    hoja: Worksheet,
    fila: int,
    col: int,
    filas: int,
    columnas: int,
    formula: str,
    formato: Format | Callable[[int, int], Format],
) -> None:
    """Array formula over a block of fixed size; `formato` may depend on row and column.

    The zeros are placeholders: the calculation that follows puts the values in.
    """
    elegir = formato if callable(formato) else lambda _fila, _col: formato
    hoja.write_array_formula(
        fila, col, fila + filas - 1, col + columnas - 1, "{" + formula + "}", elegir(0, 0)
    )
    for i in range(filas):
        for j in range(columnas):
            if i or j:
                hoja.write_number(fila + i, col + j, 0, elegir(i, j))
