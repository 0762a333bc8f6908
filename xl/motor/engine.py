"""An xlwings engine over closed workbook files: the same macros run with Excel and without it.

xlwings' own classes (Book, Sheet, Range...) call an implementation; these are the implementations
for a file. What macros need is here; any other member says in Spanish that it needs Excel.
"""

# The members are xlwings' own, documented there.
# ruff: noqa: D102

from __future__ import annotations

import datetime as dt
import itertools
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from xlwings import base_classes

from pymodel.errores import DatoInvalido, Descripcion
from xl.motor import archivo
from xl.motor.calculo import Calculadora, Funciones, Reporte
from xl.motor.formulas import leer_referencia
from xl.motor.libro import CuatroEsquinas, Hoja, Libro
from xl.motor.limites import cerrada, sin_excel
from xl.motor.rango import Name, Names, Range, Tables
from xl.motor.valores import MAX_COLUMNS, MAX_ROWS, ErrorCelda

NOMBRE = "archivo"


def _default_functions() -> Funciones:
    """Return our functions, from their registry."""
    from xl import funciones  # importing the functions takes a moment; reading cells needs none

    return {f.nombre: f.llamar for f in funciones.registro()}


class Engine:
    """The engine that xlwings knows by the name ``archivo``."""

    name = NOMBRE
    # "desktop" makes xlwings treat it as Excel: it fills a range with one scalar in one call.
    type = "desktop"

    def __init__(self) -> None:
        self.apps = Apps()

    @staticmethod
    def clean_value_data(
        data: Any, datetime_builder: Any, empty_as: Any, number_builder: Any, err_to_str: bool
    ) -> list[list[Any]]:
        """Give values the types that the reader asked for."""

        def clean(value: Any) -> Any:
            if value is None:
                return empty_as
            if isinstance(value, ErrorCelda):
                return str(value) if err_to_str else None
            if isinstance(value, dt.datetime) and datetime_builder is not dt.datetime:
                return datetime_builder(
                    year=value.year,
                    month=value.month,
                    day=value.day,
                    hour=value.hour,
                    minute=value.minute,
                    second=value.second,
                    microsecond=value.microsecond,
                    tzinfo=None,
                )
            if number_builder is not None and type(value) is float:
                return number_builder(value)
            return value

        return [[clean(value) for value in row] for row in data]

    @staticmethod
    def prepare_xl_data_element(x: Any, options: Any) -> Any:
        """Leave the value to the cell that takes it."""
        return x


@cerrada(base_classes.Apps)
class Apps(base_classes.Apps):
    """The open "applications"; one is made when it is first needed."""

    def __init__(self) -> None:
        self._apps: list[App] = []

    def add(self, **kwargs: Any) -> App:
        app = App(self)
        self._apps.insert(0, app)
        return app

    def remove(self, app: App) -> None:
        """Take an application off the list."""
        if app in self._apps:
            self._apps.remove(app)

    def bring_forward(self, app: App) -> None:
        """Make an application the active one."""
        self.remove(app)
        self._apps.insert(0, app)

    def keys(self) -> list[int]:
        return [app.pid for app in self._apps]

    def __iter__(self) -> Iterator[App]:
        return iter(list(self._apps))

    def __len__(self) -> int:
        return len(self._apps)

    def __getitem__(self, pid: int) -> App:
        for app in self._apps:
            if app.pid == pid:
                return app
        raise KeyError(pid)

    @staticmethod
    def cleanup() -> None:
        """Nothing to clean: there is no process behind."""


@cerrada(base_classes.App)
class App(base_classes.App):
    """An "application" with its open books.

    Attributes
    ----------
    funciones : mapping or None
        Our functions by Excel name; None takes them from their registry when first needed.
    reporte : Reporte
        What the last calculation did.
    de_un_libro : bool
        Whether it lives only as long as its one book.
    """

    _pids = itertools.count(-1_000_001, -1)

    # Settings of the screen mean nothing here; they are kept so that macros can restore them.
    visible = False
    screen_updating = True
    display_alerts = True
    enable_events = True
    interactive = True
    status_bar: str | bool = False
    cut_copy_mode: str | bool | None = None
    calculation = "automatic"

    def __init__(self, apps: Apps) -> None:
        self._apps = apps
        self._pid = next(self._pids)
        self._books = Books(self)
        self.funciones: Funciones | None = None
        self.reporte = Reporte()
        self.de_un_libro = False

    @property
    def engine(self) -> Engine:
        return instancia

    @property
    def api(self) -> App:
        return self

    @property
    def books(self) -> Books:
        return self._books

    @property
    def pid(self) -> int:
        return self._pid

    @property
    def version(self) -> str:
        return "16.0"

    @property
    def hwnd(self) -> None:
        return None

    @property
    def selection(self) -> None:
        return None

    def activate(self, steal_focus: bool = False) -> None:
        """Bring to the front of the list of applications."""
        self._apps.bring_forward(self)

    def calculate(self) -> None:
        """Recalculate every open book; `reporte` tells what was done to the last of them."""
        for book in self._books:
            book.calculate()

    def quit(self) -> None:
        """Close the books without saving."""
        for book in list(self._books):
            book.close()
        self._apps.remove(self)

    kill = quit


@cerrada(base_classes.Books)
class Books(base_classes.Books):
    """Books of an application."""

    def __init__(self, app: App) -> None:
        self.app = app
        self._books: list[Book] = []

    @property
    def api(self) -> Books:
        return self

    @property
    def active(self) -> Book:
        if not self._books:
            raise DatoInvalido("libro", Descripcion("ningún libro abierto"), "un libro abierto")
        return self._books[-1]

    def open(self, fullname: str, *_args: Any, **_kwargs: Any) -> Book:
        read_only = bool(_args[1]) if len(_args) > 1 else bool(_kwargs.get("read_only"))
        book = Book(self, Path(fullname), solo_lectura=read_only)
        self._books.append(book)
        return book

    def __call__(self, name_or_index: str | int) -> Book:
        if isinstance(name_or_index, int):
            return self._books[name_or_index - 1]
        for book in self._books:
            if name_or_index in (book.name, book.fullname):
                return book
        raise KeyError(name_or_index)

    def __len__(self) -> int:
        return len(self._books)

    def __iter__(self) -> Iterator[Book]:
        return iter(list(self._books))


@cerrada(base_classes.Book)
class Book(base_classes.Book):
    """A workbook file, held in memory until it is saved."""

    def __init__(self, books: Books, ruta: Path, *, solo_lectura: bool) -> None:
        ruta = Path(os.path.realpath(ruta))
        self._books = books
        self._lock = archivo.Candado(ruta)
        self._read_only = solo_lectura
        if not solo_lectura:
            archivo.comprobar_libre(ruta)
            self._lock.tomar()
        try:
            self.libro = Libro(ruta)
        except BaseException:
            self._lock.soltar()
            raise
        self._calculator: Calculadora | None = None
        self._calculated = False

    @property
    def api(self) -> Libro:
        return self.libro

    @property
    def app(self) -> App:
        return self._books.app

    @property
    def name(self) -> str:
        return self.libro.paquete.ruta.name

    @property
    def fullname(self) -> str:
        return str(self.libro.paquete.ruta)

    @property
    def sheets(self) -> Sheets:
        return Sheets(self)

    @property
    def names(self) -> Names:
        return Names(self, self.libro.nombres)

    def sheet_of(self, hoja: Hoja) -> Sheet:
        """Sheet object of one of the sheets of the file."""
        return Sheet(self, hoja)

    def activate(self) -> None:
        """Make it the active book."""
        self._books._books.remove(self)
        self._books._books.append(self)

    def calculate(self, *, todo: bool = False) -> Reporte:
        """Bring every value up to date with what was written."""
        if self._calculator is None:
            if self.app.funciones is None:
                self.app.funciones = _default_functions()
            self._calculator = Calculadora(self.libro, self.app.funciones)
        self.app.reporte = self._calculator.recalcular(todo=todo)
        self._calculated = True
        return self.app.reporte

    def renombrar_funciones(self, convertir: Callable[[str], str]) -> int:
        """Change the text of the formulas, which mean the same; returns how many changed."""
        self._calculator = None  # it knows the formulas by their text
        return self.libro.renombrar_funciones(convertir)

    def settle(self) -> None:
        """Calculate if something was written and calculation is automatic, as Excel would."""
        if self.libro.escritas and self.app.calculation == "automatic":
            self.calculate()

    def save(self, path: str | None = None, password: str | None = None) -> None:
        """Recalculate what changed and write the file in one step.

        Raises
        ------
        DatoInvalido
            If the file cannot be written; it is then as it was.
        """
        if password:
            raise sin_excel("Book", "save(password)")
        if self._read_only and path is None:
            raise self.libro.error("un libro abierto solo para leer", "abrirlo para escribir")
        if self.libro.escritas or not self._calculated:
            self.calculate()
        destino = Path(os.path.realpath(path)) if path else None
        if destino is None or destino == self.libro.paquete.ruta:
            self.libro.guardar()
        else:
            lock = archivo.Candado(destino)
            lock.tomar()
            try:
                self.libro.guardar(destino)
            except BaseException:
                lock.soltar()
                raise
            self._lock.soltar()
            self._lock = lock

    def close(self) -> None:
        """Close without saving."""
        if self in self._books._books:
            self._books._books.remove(self)
        self._lock.soltar()
        if self.app.de_un_libro:
            self.app.quit()


@cerrada(base_classes.Sheets)
class Sheets(base_classes.Sheets):
    """Sheets of a book."""

    def __init__(self, book: Book) -> None:
        self._book = book

    @property
    def api(self) -> Sheets:
        return self

    @property
    def active(self) -> Sheet:
        return Sheet(self._book, self._book.libro.hojas[0])

    def __call__(self, name_or_index: str | int) -> Sheet:
        hojas = self._book.libro.hojas
        if isinstance(name_or_index, str):
            hoja = self._book.libro.buscar_hoja(name_or_index)
            if hoja is None:
                raise DatoInvalido(
                    f"hoja «{name_or_index}»",
                    Descripcion(f"ninguna hoja con ese nombre en {self._book.name}"),
                    "una de " + ", ".join(h.nombre for h in hojas),
                )
        elif 1 <= name_or_index <= len(hojas):
            hoja = hojas[name_or_index - 1]
        else:
            raise IndexError(name_or_index)
        return Sheet(self._book, hoja)

    def __contains__(self, key: str) -> bool:
        return self._book.libro.buscar_hoja(key) is not None

    def __len__(self) -> int:
        return len(self._book.libro.hojas)

    def __iter__(self) -> Iterator[Sheet]:
        return (Sheet(self._book, hoja) for hoja in self._book.libro.hojas)


@cerrada(base_classes.Sheet)
class Sheet(base_classes.Sheet):
    """A sheet."""

    def __init__(self, book: Book, hoja: Hoja) -> None:
        self._book = book
        self.hoja = hoja

    @property
    def api(self) -> Hoja:
        return self.hoja

    @property
    def book(self) -> Book:
        return self._book

    @property
    def name(self) -> str:
        return self.hoja.nombre

    @property
    def index(self) -> int:
        return self.hoja.indice + 1

    @property
    def names(self) -> Names:
        propios = [n for n in self._book.libro.nombres if n.hoja == self.hoja.indice]
        return Names(self._book, propios)

    @property
    def tables(self) -> Tables:
        return Tables(self)

    def activate(self) -> None:
        """Which sheet a file shows first is not changed."""

    select = activate

    def range(self, arg1: Any, arg2: Any = None) -> Range:
        """Range from an address, a name, a table, coordinates or two ranges."""
        if isinstance(arg1, Range) and arg2 is None:
            return Range(self, arg1.cells)
        sheet, cells = _cells_of(self, arg1)
        if arg2 is not None:
            other, more = _cells_of(self, arg2)
            if other.hoja is not sheet.hoja:
                raise ValueError("Ranges are not on the same sheet")
            cells = (
                min(cells[0], more[0]),
                min(cells[1], more[1]),
                max(cells[2], more[2]),
                max(cells[3], more[3]),
            )
        return Range(sheet, cells)

    @property
    def cells(self) -> Range:
        return Range(self, (1, 1, MAX_ROWS, MAX_COLUMNS))

    @property
    def used_range(self) -> Range:
        places = [p for p, celda in self.hoja.xml.celdas.items() if not celda.vacia]
        if not places:
            return Range(self, (1, 1, 1, 1))
        rows, columns = zip(*places, strict=True)
        return Range(self, (min(rows), min(columns), max(rows), max(columns)))

    def clear_contents(self) -> None:
        self.used_range.clear_contents()

    def clear(self) -> None:
        Range(self, (1, 1, *self.hoja.xml.usado())).clear()


def _cells_of(sheet: Sheet, arg: Any) -> tuple[Sheet, CuatroEsquinas]:
    """Sheet and cells that an argument of `Sheet.range` stands for."""
    if isinstance(arg, Range):
        return arg.sheet, arg.cells
    if isinstance(arg, str):
        return _cells_of_text(sheet, arg)
    if len(arg) == 4:
        row, column, rows, columns = arg
        return sheet, (row, column, row + rows - 1, column + columns - 1)
    row, column = arg
    if not (1 <= row <= MAX_ROWS and 1 <= column <= MAX_COLUMNS):
        raise IndexError(f"No cell at row {row}, column {column}")
    return sheet, (row, column, row, column)


def _cells_of_text(sheet: Sheet, text: str) -> tuple[Sheet, CuatroEsquinas]:
    cells = leer_referencia(text)
    if cells is not None:
        return sheet, cells
    libro = sheet.book.libro
    nombre = libro.buscar_nombre(text.rpartition("!")[2], sheet.hoja.indice)
    if nombre is not None:
        found = Name(sheet.book, nombre).refers_to_range
        if found.sheet.hoja is sheet.hoja:
            return found.sheet, found.cells
    for tabla in sheet.hoja.tablas:
        if tabla.nombre.casefold() == text.casefold() and tabla.cuerpo:
            return sheet, tabla.cuerpo
    raise DatoInvalido(
        f"{sheet.name}: «{text}»",
        Descripcion("ninguna celda, nombre ni tabla así en la hoja"),
        "una dirección como B2:C9 o un nombre definido en esa hoja",
    )


instancia = Engine()
