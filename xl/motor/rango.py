"""Ranges, names and tables of a workbook file, as xlwings asks for them."""

# The members are xlwings' own, documented there.
# ruff: noqa: D102

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from xlwings import base_classes, utils

from pymodel.errores import DatoInvalido, Descripcion
from xl.motor.estilos import Color
from xl.motor.formulas import citar_hoja, leer_referencia, para_mostrar, separar_hoja, trasladar
from xl.motor.libro import CuatroEsquinas, Hoja, Libro, Nombre, Tabla
from xl.motor.limites import cerrada, sin_excel
from xl.motor.valores import (
    MAX_COLUMNS,
    MAX_ROWS,
    normalizar,
    numero_a_columna,
    rango_a1,
    serie_a_fecha,
)

if TYPE_CHECKING:
    from xl.motor.engine import Book, Sheet

_WHOLE = 1_000_000
"""More cells than these are whole rows or columns."""


@cerrada(base_classes.Range)
class Range(base_classes.Range):
    """A block of cells."""

    # Nothing is gained from reading or writing memory in chunks.
    max_cells_per_read = None
    max_cells_per_write = None
    expand = base_classes.Range.expand

    def __init__(self, sheet: Sheet, cells: CuatroEsquinas) -> None:
        self._sheet = sheet
        self.cells = cells
        self.options: dict[str, Any] = {}
        self.arg1_input = rango_a1(*cells)

    @property
    def api(self) -> Range:
        return self

    @property
    def sheet(self) -> Sheet:
        return self._sheet

    @property
    def hoja(self) -> Hoja:
        """Sheet of the workbook."""
        return self._sheet.hoja

    @property
    def coords(self) -> tuple[str, int, int, int, int]:
        return (self._sheet.name, self.row, self.column, *self.shape)

    @property
    def row(self) -> int:
        return self.cells[0]

    @property
    def column(self) -> int:
        return self.cells[1]

    @property
    def shape(self) -> tuple[int, int]:
        f1, c1, f2, c2 = self.cells
        return f2 - f1 + 1, c2 - c1 + 1

    def __len__(self) -> int:
        rows, columns = self.shape
        return rows * columns

    def __call__(self, arg1: int, arg2: int | None = None) -> Range:
        if arg2 is None:
            row, column = divmod(arg1 - 1, self.shape[1])
            return self(row + 1, column + 1)
        return self._sheet.range((self.row + arg1 - 1, self.column + arg2 - 1))

    @property
    def address(self) -> str:
        return self.get_address(True, True, False)

    def get_address(self, row_absolute: bool, col_absolute: bool, external: bool) -> str:
        def one(row: int, column: int) -> str:
            return (
                f"{'$' if col_absolute else ''}{numero_a_columna(column)}"
                f"{'$' if row_absolute else ''}{row}"
            )

        f1, c1, f2, c2 = self.cells
        text = one(f1, c1) if (f1, c1) == (f2, c2) else f"{one(f1, c1)}:{one(f2, c2)}"
        if not external:
            return text
        return f"{citar_hoja(self._sheet.name, self._sheet.book.name)}!{text}"

    def _places(self) -> Iterator[tuple[int, int]]:
        f1, c1, f2, c2 = self.cells
        for fila in range(f1, f2 + 1):
            for columna in range(c1, c2 + 1):
                yield fila, columna

    def _existing(self) -> list[tuple[int, int]]:
        """Cells of the range that are in the file."""
        f1, c1, f2, c2 = self.cells
        celdas = self.hoja.xml.celdas
        if len(self) <= len(celdas):
            return [place for place in self._places() if place in celdas]
        return sorted((f, c) for f, c in celdas if f1 <= f <= f2 and c1 <= c <= c2)

    @property
    def raw_value(self) -> Any:
        celdas = self.hoja.xml.celdas
        existing = self._existing()
        if any(
            celdas[p].formula is not None or self.hoja.xml.matriz_de(*p) is not None
            for p in existing
        ):
            self._sheet.book.settle()
        f1, c1, f2, c2 = self.cells
        if len(self) > _WHOLE:  # whole columns or rows: up to the last cell of the file
            f2 = max(f1, min(f2, max((f for f, _ in existing), default=f1)))
            c2 = max(c1, min(c2, max((c for _, c in existing), default=c1)))
        block = [[self._read(fila, c) for c in range(c1, c2 + 1)] for fila in range(f1, f2 + 1)]
        return block[0][0] if len(self) == 1 else block

    @raw_value.setter
    def raw_value(self, value: Any) -> None:
        self._set(value, dynamic=False)

    def _read(self, fila: int, columna: int) -> Any:
        valor = self.hoja.valor(fila, columna)
        if type(valor) is float:
            celda = self.hoja.xml.celdas[fila, columna]
            if celda.estilo and self._libro.estilos.es_fecha(celda.estilo):
                fecha = serie_a_fecha(valor, base1904=self._libro.base1904)
                return valor if fecha is None else fecha
        return valor

    @property
    def _libro(self) -> Libro:
        return self._sheet.book.libro

    def _spread(self, value: Any) -> Iterator[tuple[int, int, Any]]:
        """Each cell with its part of a scalar or of a list of rows."""
        f1, c1, _, _ = self.cells
        if not isinstance(value, list | tuple):
            for fila, columna in self._places():
                yield fila, columna, value
            return
        rows = value if value and isinstance(value[0], list | tuple) else [value]
        for i, row in enumerate(rows):
            for j, item in enumerate(row):
                yield f1 + i, c1 + j, item

    def _write(self, fila: int, columna: int, item: Any) -> None:
        if isinstance(item, str):
            # As Excel does: an empty text empties the cell, an apostrophe says "this is text".
            item = item.removeprefix("'") or None
        try:
            valor = normalizar(item, base1904=self._libro.base1904)
        except (TypeError, ValueError):
            raise DatoInvalido(
                f"{self._sheet.name}!{rango_a1(fila, columna, fila, columna)}",
                item,
                "un número, texto, fecha o valor lógico",
            ) from None
        changed = self.hoja.escribir(fila, columna, valor)
        if changed and isinstance(item, dt.date) and valor is not None:
            self._show_as_date(fila, columna, item)

    def _show_as_date(self, fila: int, columna: int, item: dt.date) -> None:
        # Excel gives a cell without a format of its own a date format when a date is typed in it.
        estilo = self.hoja.xml.celda(fila, columna).estilo
        if self._libro.estilos.formato(estilo) == "General":
            time = isinstance(item, dt.datetime) and item.time() != dt.time()
            formato = "dd/mm/yyyy hh:mm" if time else "dd/mm/yyyy"
            self.hoja.dar_formato(fila, columna, self._libro.estilos.con_formato(estilo, formato))

    @property
    def formula(self) -> Any:
        f1, c1, f2, c2 = self.cells
        block = tuple(
            tuple(self._read_formula(fila, c) for c in range(c1, c2 + 1))
            for fila in range(f1, f2 + 1)
        )
        return block[0][0] if len(self) == 1 else block

    @formula.setter
    def formula(self, value: Any) -> None:
        self._set(value, dynamic=False)

    @property
    def formula2(self) -> Any:
        return self.formula

    @formula2.setter
    def formula2(self, value: Any) -> None:
        self._set(value, dynamic=True)

    def _read_formula(self, fila: int, columna: int) -> str:
        celda = self.hoja.xml.celdas.get((fila, columna))
        texto = self.hoja.formula(celda) if celda is not None else None
        if texto is not None:
            return f"={para_mostrar(texto)}"
        valor = self.hoja.valor(fila, columna)
        if valor is None:
            return ""
        if isinstance(valor, bool):
            return "TRUE" if valor else "FALSE"
        if isinstance(valor, float):
            return str(int(valor)) if valor.is_integer() else repr(valor)
        return str(valor)

    def _set(self, value: Any, *, dynamic: bool) -> None:
        fill = not isinstance(value, list | tuple)
        self.hoja.liberar(self.cells)
        for fila, columna, item in self._spread(value):
            if isinstance(item, str) and item.startswith("=") and len(item) > 1:
                formula = item[1:]
                if fill:
                    formula = trasladar(formula, fila - self.row, columna - self.column)
                cm = self._libro.metadatos_matriz() if dynamic else None
                self.hoja.escribir_formula(fila, columna, formula, cm)
            else:
                self._write(fila, columna, item)

    @property
    def has_array(self) -> bool:
        anchor = self.hoja.xml.matriz_de(self.row, self.column)
        return anchor is not None and not anchor.dinamica

    def end(self, direction: str) -> Range:
        """Cell where Ctrl and an arrow key lead."""
        vertical = direction in ("down", "up")
        sign = 1 if direction in ("down", "right") else -1
        axis = 0 if vertical else 1
        line = self.cells[1 - axis]
        here = sign * self.cells[axis]
        # Along the line, in the direction of the arrow, the cells that hold something.
        full = sorted(
            sign * place[axis]
            for place in self.hoja.xml.celdas
            if place[1 - axis] == line and self.hoja.valor(*place) not in (None, "")
        )
        ahead = [at for at in full if at > here]
        if not ahead:
            found = (MAX_ROWS if vertical else MAX_COLUMNS) if sign > 0 else -1
        elif here in full and ahead[0] == here + 1:
            found = here
            while found + 1 in full:
                found += 1
        else:
            found = ahead[0]
        place = (sign * found, line) if vertical else (line, sign * found)
        return self._sheet.range(place)

    def clear_contents(self) -> None:
        """Take values and formulas out; formats stay."""
        self.hoja.liberar(self.cells)
        for place in self._existing():
            self.hoja.escribir(*place, None)

    def clear_formats(self) -> None:
        """Take formats off; values and formulas stay."""
        for fila, columna in self._existing():
            self.hoja.dar_formato(fila, columna, 0)

    def clear(self) -> None:
        """Take values, formulas and formats off."""
        self.clear_contents()
        self.clear_formats()

    @property
    def number_format(self) -> str | None:
        formats = {
            self._libro.estilos.formato(self.hoja.estilo_de(*place)) for place in self._places()
        }
        return formats.pop() if len(formats) == 1 else None

    @number_format.setter
    def number_format(self, value: str) -> None:
        self._restyle(lambda estilo: self._libro.estilos.con_formato(estilo, value))

    def _restyle(self, variant: Callable[[int], int]) -> None:
        if len(self) > _WHOLE:
            raise sin_excel("Range", "formato de filas o columnas enteras")
        known: dict[int, int] = {}
        for fila, columna in self._places():
            estilo = self.hoja.estilo_de(fila, columna)
            if estilo not in known:
                known[estilo] = variant(estilo)
            if known[estilo] != estilo:
                self.hoja.dar_formato(fila, columna, known[estilo])

    @property
    def color(self) -> Color | None:
        colors = {
            self._libro.estilos.color(self.hoja.estilo_de(*place)) for place in self._places()
        }
        return colors.pop() if len(colors) == 1 else None

    @color.setter
    def color(self, color_or_rgb: Any) -> None:
        color = _as_color(color_or_rgb)
        self._restyle(lambda estilo: self._libro.estilos.con_color(estilo, color))

    @property
    def name(self) -> Name | None:
        for nombre in self._libro.nombres:
            found = Name(self._sheet.book, nombre)
            place = found.place()
            if place is not None and place == (self.hoja.indice, self.cells):
                return found
        return None

    @property
    def table(self) -> Table | None:
        for tabla in self.hoja.tablas:
            f1, c1, f2, c2 = tabla.rango
            if f1 <= self.row <= f2 and c1 <= self.column <= c2:
                return Table(self._sheet, tabla)
        return None

    @property
    def merge_cells(self) -> bool:
        return self._merged() is not None

    @property
    def merge_area(self) -> Range:
        return Range(self._sheet, self._merged() or (self.row, self.column) * 2)

    def _merged(self) -> CuatroEsquinas | None:
        for f1, c1, f2, c2 in self.hoja.xml.combinadas:
            if f1 <= self.row <= f2 and c1 <= self.column <= c2:
                return f1, c1, f2, c2
        return None


def _as_color(value: Any) -> Color | None:
    if value is None:
        return None
    if isinstance(value, str):
        red, green, blue = utils.hex_to_rgb(value)
    elif isinstance(value, int):
        red, green, blue = utils.int_to_rgb(value)
    else:
        red, green, blue = value
    return int(red), int(green), int(blue)


@cerrada(base_classes.Names)
class Names(base_classes.Names):
    """Defined names."""

    def __init__(self, book: Book, nombres: list[Nombre]) -> None:
        self._book = book
        self._nombres = nombres

    @property
    def api(self) -> list[Nombre]:
        return self._nombres

    def __call__(self, name_or_index: str | int) -> Name:
        if isinstance(name_or_index, int):
            return Name(self._book, self._nombres[name_or_index - 1])
        found = self._find(name_or_index)
        if found is None:
            raise DatoInvalido(
                f"nombre «{name_or_index}»",
                Descripcion(f"ningún nombre definido así en {self._book.name}"),
                "un nombre del libro; si se cambió o se borró, póngalo de nuevo",
            )
        return Name(self._book, found)

    def _find(self, name: str) -> Nombre | None:
        sheet, bang, bare = name.rpartition("!")
        hoja = self._book.libro.buscar_hoja(sheet.strip("'").replace("''", "'")) if bang else None
        found = [n for n in self._nombres if n.nombre.casefold() == bare.casefold()]
        if bang:
            return next((n for n in found if hoja is not None and n.hoja == hoja.indice), None)
        return next((n for n in found if n.hoja is None), found[0] if found else None)

    def contains(self, name_or_index: str | int) -> bool:
        if isinstance(name_or_index, int):
            return 1 <= name_or_index <= len(self)
        return self._find(name_or_index) is not None

    def snapshot(self) -> list[tuple[str, Name]]:
        names = [Name(self._book, n) for n in self._nombres]
        return [(n.name, n) for n in names]

    def __len__(self) -> int:
        return len(self._nombres)


@cerrada(base_classes.Name)
class Name(base_classes.Name):
    """A defined name."""

    def __init__(self, book: Book, nombre: Nombre) -> None:
        self._book = book
        self._nombre = nombre

    @property
    def api(self) -> Nombre:
        return self._nombre

    @property
    def name(self) -> str:
        if self._nombre.hoja is None:
            return self._nombre.nombre
        sheet = self._book.libro.hojas[self._nombre.hoja].nombre
        return f"{citar_hoja(sheet)}!{self._nombre.nombre}"

    @property
    def refers_to(self) -> str:
        return f"={self._nombre.refiere}"

    def place(self) -> tuple[int, CuatroEsquinas] | None:
        """Sheet index and cells, if the name is a reference to one block."""
        sheet, ref = separar_hoja(self._nombre.refiere)
        hoja = self._book.libro.buscar_hoja(sheet) if sheet is not None else None
        cells = leer_referencia(ref)
        return (hoja.indice, cells) if hoja is not None and cells is not None else None

    @property
    def refers_to_range(self) -> Range:
        place = self.place()
        if place is None:
            raise DatoInvalido(
                f"nombre «{self.name}»",
                self.refers_to,
                "un nombre que se refiera a celdas de una hoja que exista",
            )
        return Range(self._book.sheet_of(self._book.libro.hojas[place[0]]), place[1])


@cerrada(base_classes.Tables)
class Tables(base_classes.Tables):
    """Tables of a sheet."""

    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet

    @property
    def api(self) -> list[Tabla]:
        return self._sheet.hoja.tablas

    @property
    def parent(self) -> Sheet:
        return self._sheet

    def __call__(self, key: str | int) -> Table:
        tablas = self._sheet.hoja.tablas
        if isinstance(key, int):
            return Table(self._sheet, tablas[key - 1])
        for tabla in tablas:
            if tabla.nombre.casefold() == key.casefold():
                return Table(self._sheet, tabla)
        raise DatoInvalido(
            f"{self._sheet.name}: tabla «{key}»",
            Descripcion("ninguna tabla con ese nombre en la hoja"),
            "una de " + (", ".join(t.nombre for t in tablas) or "ninguna: no hay tablas"),
        )

    def __contains__(self, key: str) -> bool:
        return any(t.nombre.casefold() == key.casefold() for t in self._sheet.hoja.tablas)

    def __len__(self) -> int:
        return len(self._sheet.hoja.tablas)

    def __iter__(self) -> Iterator[Table]:
        return (Table(self._sheet, tabla) for tabla in self._sheet.hoja.tablas)


@cerrada(base_classes.Table)
class Table(base_classes.Table):
    """A table."""

    def __init__(self, sheet: Sheet, tabla: Tabla) -> None:
        self._sheet = sheet
        self._tabla = tabla

    @property
    def api(self) -> Tabla:
        return self._tabla

    @property
    def parent(self) -> Sheet:
        return self._sheet

    @property
    def name(self) -> str:
        return self._tabla.nombre

    display_name = name

    @property
    def range(self) -> Range:
        return Range(self._sheet, self._tabla.rango)

    @property
    def data_body_range(self) -> Range | None:
        cuerpo = self._tabla.cuerpo
        return Range(self._sheet, cuerpo) if cuerpo else None

    @property
    def header_row_range(self) -> Range | None:
        f1, c1, _, c2 = self._tabla.rango
        return Range(self._sheet, (f1, c1, f1, c2)) if self._tabla.encabezado else None

    @property
    def totals_row_range(self) -> Range | None:
        _, c1, f2, c2 = self._tabla.rango
        return Range(self._sheet, (f2, c1, f2, c2)) if self._tabla.totales else None

    @property
    def show_headers(self) -> bool:
        return self._tabla.encabezado

    @property
    def show_totals(self) -> bool:
        return self._tabla.totales
