"""What every sheet module of this workbook needs: the book, its formats, names and ranges."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.utility import xl_range_abs, xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from pymodel.valuacion import PROPIO, Caso
from pymodel.valuacion.casos import IMSS
from xl.libros.estilo import Estilos
from xl.libros.valuacion import plano


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


def si_hay_datos(caso: Caso, expresion: str) -> str:
    """Formula that stays empty while the analyst's own flows are blank."""
    return f'=IF(propios_n=0,"",{expresion})' if caso is PROPIO else f"={expresion}"


def rango(caso: Caso, campo: str) -> str:
    """Range of a flow column; of the analyst's own flows only the rows that are filled in."""
    if caso is not PROPIO:
        return plano.nombre(caso, campo)
    return _first_rows(caso, campo, "propios_n")


def rango_horizonte(caso: Caso, campo: str) -> str:
    """The same, cut at the horizon of the valuation."""
    return _first_rows(caso, campo, horizonte(caso, "horizonte"))


def horizonte(caso: Caso, campo: str) -> str:
    """Years of a horizon; of the analyst's own flows at most those captured."""
    nombre = plano.nombre(caso, campo)
    return f"MIN({nombre},propios_n)" if caso is PROPIO else nombre


def _first_rows(caso: Caso, campo: str, filas: str) -> str:
    """First rows of a named column or block. Unlike OFFSET, this is not volatile in Excel."""
    desde = plano.COLUMNAS_FLUJO[campo]
    columnas = len(series(caso)) if campo == "gasto" else 1
    if campo == "total":
        desde += columna_total(caso)
    primera = celda(plano.hoja_flujos(caso), plano.FILA_FLUJOS, desde)
    return f"{primera}:INDEX({plano.nombre(caso, campo)},{filas},{columnas})"


def series(caso: Caso) -> list[str]:
    """Columns of expenditure on the flow sheet: components, total of the IMSS, total with all."""
    nombres = [c.nombre for c in caso.componentes]
    if len(nombres) > 1:
        nombres.append("Total a cargo del IMSS")
    if any(c.a_cargo != IMSS for c in caso.componentes):
        nombres.append("Total con costo fiscal")
    return nombres


def columna_total(caso: Caso) -> int:
    """Position, within the expenditure columns, of the total that the IMSS pays."""
    return len(caso.componentes) if len(caso.componentes) > 1 else 0
