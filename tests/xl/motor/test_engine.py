"""The engine behind xlwings' own classes: what macros use works, the rest says that it does not."""

from __future__ import annotations

import datetime as dt
import inspect
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import openpyxl
import pandas as pd
import pytest
import xlwings as xw
from xlwings import base_classes

from pymodel.errores import DatoInvalido
from xl import motor
from xl.motor import engine as engine_module
from xl.motor import rango

# What openpyxl cannot read it drops, with a warning; these tests only read with it.
pytestmark = pytest.mark.filterwarnings("ignore:.*extension is not supported:UserWarning")


@pytest.fixture
def book(completo: Path, funciones: dict[str, Any]) -> Iterator[xw.Book]:
    with motor.abrir(completo, funciones=funciones) as book:
        yield book


def save(book: xw.Book) -> Path:
    book.save()
    return Path(book.fullname)


# ---------------------------------------------------------------- apps, books, sheets


def test_registered_engine() -> None:
    engine = xw.engines["archivo"]
    assert engine.name == "archivo"
    assert engine.impl is engine_module.instancia


def test_book(book: xw.Book, completo: Path) -> None:
    assert isinstance(book, xw.Book)
    assert book.name == "completo.xlsm"
    assert Path(book.fullname) == completo.resolve()
    assert book.sheet_names == ["Supuestos", "Primas", "Gráficas", "Notas", "Aparte"]
    assert book.app.engine.name == "archivo"
    assert book.app.books["completo.xlsm"] == book
    book.activate()
    assert book.app.books.active == book


def test_app_settings_are_accepted(book: xw.Book) -> None:
    app = book.app
    with app.properties(screen_updating=False, calculation="manual", display_alerts=False):
        assert (app.screen_updating, app.calculation) == (False, "manual")
        app.status_bar = "Calculando…"
    assert (app.screen_updating, app.calculation) == (True, "automatic")


def test_opening_through_xlwings(completo: Path, funciones: dict[str, Any]) -> None:
    app = xw.engines["archivo"].apps.add()
    app.impl.funciones = funciones
    try:
        book = app.books.open(completo)
        assert app.books.open(completo) == book
        assert [b.name for b in app.books] == ["completo.xlsm"]
        book.close()
        assert len(app.books) == 0
    finally:
        app.quit()
    assert app.pid not in xw.engines["archivo"].apps.keys()  # noqa: SIM118 - not a dict


def test_closing_frees_the_file_and_the_app(completo: Path) -> None:
    before = len(xw.engines["archivo"].apps)
    with motor.abrir(completo, funciones={}):
        assert len(xw.engines["archivo"].apps) == before + 1
    assert len(xw.engines["archivo"].apps) == before
    with pytest.raises(DatoInvalido):
        motor.abrir(completo.with_name("nada.xlsx"))
    assert len(xw.engines["archivo"].apps) == before
    assert not [p for p in completo.parent.iterdir() if p.name.endswith(".lock")]


def test_sheets(book: xw.Book) -> None:
    assert book.sheets["supuestos"].name == "Supuestos"
    assert book.sheets[1].name == "Primas"
    assert book.sheets[-1].name == "Aparte"
    assert book.sheets["Primas"].index == 2
    assert [s.name for s in book.sheets][:2] == ["Supuestos", "Primas"]
    assert "Primas" in book.sheets
    assert "Nada" not in book.sheets
    assert book.sheets["Primas"].book == book
    book.sheets["Primas"].activate()
    with pytest.raises(DatoInvalido, match=r"hoja «Nada».*una de Supuestos, Primas"):
        book.sheets["Nada"]


# ---------------------------------------------------------------- ranges


def test_reading_values(book: xw.Book) -> None:
    sheet = book.sheets["Supuestos"]
    assert sheet["B2"].value == 10.0
    assert sheet["A1:C1"].value == ["anio", "gasto", "masa"]
    assert sheet["B2:B4"].value == [10.0, 11.0, 12.0]
    assert sheet["A2:B3"].value == [[2005.0, 10.0], [2006.0, 11.0]]
    assert sheet["B2"].options(ndim=2).value == [[10.0]]
    assert sheet["A2:A3"].options(numbers=int).value == [2005, 2006]
    assert sheet["E3"].value == dt.datetime(2020, 1, 1)
    assert sheet["E3"].options(dates=dt.date).value == dt.date(2020, 1, 1)
    assert sheet["E4"].value == "texto con formato adentro"
    assert sheet["E5"].value is True
    assert sheet["E6"].value == "  espacios y <signos> & «comillas»  "
    assert sheet["Z99"].value is None
    assert sheet["Z99"].options(empty="").value == ""
    assert sheet[0, 1].value == "gasto"
    assert sheet[1:3, 0:2].value == [[2005.0, 10.0], [2006.0, 11.0]]
    assert sheet.range((2, 1), (3, 2)).value == [[2005.0, 10.0], [2006.0, 11.0]]
    assert sheet.range("gasto").value == [10.0, 11.0, 12.0, 13.0, 14.0]
    assert sheet["Flujos"].shape == (5, 3)
    assert sheet["A:A"].value[:3] == ["anio", 2005.0, 2006.0]
    assert sheet.used_range.address == "$A$1:$E$6"


def test_converters(book: xw.Book) -> None:
    sheet = book.sheets["Supuestos"]
    frame = sheet["A1"].options(pd.DataFrame, expand="table").value
    assert list(frame.columns) == ["gasto", "masa"]
    assert frame.loc[2005.0, "gasto"] == 10.0
    assert sheet["B2:B6"].options(np.array).value.tolist() == [10, 11, 12, 13, 14]
    sheet["H1"].value = pd.DataFrame({"a": [1, 2], "b": ["x", None]})
    assert sheet["H1"].expand().value == [[None, "a", "b"], [0.0, 1.0, "x"], [1.0, 2.0, None]]
    sheet["H10"].options(transpose=True).value = [1, 2, 3]
    assert sheet["H10:H12"].value == [1.0, 2.0, 3.0]
    assert sheet["H10:H12"].options(transpose=True, ndim=2).value == [[1.0, 2.0, 3.0]]


def test_errors_are_none_or_their_text(book: xw.Book) -> None:
    sheet = book.sheets["Aparte"]
    sheet["D1"].formula = '=PRIMA(1,1,"x")'
    assert sheet["D1"].value is None
    assert sheet["D1"].options(err_to_str=True).value == "#VALUE!"


def test_ranges(book: xw.Book) -> None:
    sheet = book.sheets["Supuestos"]
    cells = sheet["B2:C4"]
    assert (cells.row, cells.column, cells.shape, cells.size, cells.count) == (2, 2, (3, 2), 6, 6)
    assert cells.address == "$B$2:$C$4"
    assert cells.get_address(False, False) == "B2:C4"
    assert cells.get_address(False, False, include_sheetname=True) == "Supuestos!B2:C4"
    assert cells.get_address(external=True) == "[completo.xlsm]Supuestos!$B$2:$C$4"
    assert cells.offset(1, 1).address == "$C$3:$D$5"
    assert cells.resize(1, 5).address == "$B$2:$F$2"
    assert cells.last_cell.address == "$C$4"
    assert cells.rows[1].address == "$B$3:$C$3"
    assert cells.columns[-1].address == "$C$2:$C$4"
    assert [c.address for c in cells][:3] == ["$B$2", "$C$2", "$B$3"]
    assert sheet.range(sheet["B2"], sheet["D5"]).address == "$B$2:$D$5"
    assert cells == sheet["B2:C4"]
    assert repr(cells) == "<Range [completo.xlsm]Supuestos!$B$2:$C$4>"
    with pytest.raises(DatoInvalido, match="ninguna celda"):
        sheet["noexiste"]
    with pytest.raises(IndexError):
        sheet.range((0, 1))


def test_end_and_expand(book: xw.Book) -> None:
    sheet = book.sheets["Aparte"]
    sheet["D2"].value = [[1, 2, 3], [4, None, 6], [7, 8, 9]]
    for start, direction, end in (
        ("D2", "down", "$D$4"),
        ("D4", "up", "$D$2"),
        ("D2", "right", "$F$2"),
        ("D3", "right", "$F$3"),
        ("E2", "down", "$E$4"),
        ("D4", "down", "$D$1048576"),
        ("F4", "right", "$XFD$4"),
        ("D1048576", "up", "$D$4"),
        ("XFD3", "left", "$F$3"),
        ("D2", "up", "$D$1"),
    ):
        assert sheet[start].end(direction).address == end, (start, direction)
    assert sheet["D2"].expand().address == "$D$2:$F$4"
    assert sheet["D2"].expand("down").address == "$D$2:$D$4"
    assert sheet["E2"].expand("down").address == "$E$2"
    assert sheet["D3"].expand("right").address == "$D$3"


def test_writing_values(book: xw.Book) -> None:
    sheet = book.sheets["Aparte"]
    sheet["D1"].value = [["a", 1], [True, None], [dt.date(2024, 2, 29), dt.datetime(2024, 1, 1, 6)]]
    sheet["D10:E11"].value = 5
    sheet["D12"].value = [1, 2, 3]
    sheet["H1"].value = np.arange(4.0).reshape(2, 2)
    path = save(book)
    page = openpyxl.load_workbook(path, data_only=True, keep_vba=True)["Aparte"]
    assert [[c.value for c in row] for row in page["D1:E3"]] == [
        ["a", 1], [True, None], [dt.datetime(2024, 2, 29), dt.datetime(2024, 1, 1, 6)],
    ]  # fmt: skip
    assert [[c.value for c in row] for row in page["D10:F12"]] == [
        [5, 5, None], [5, 5, None], [1, 2, 3],
    ]  # fmt: skip
    assert [[c.value for c in row] for row in page["H1:I2"]] == [[0, 1], [2, 3]]
    with pytest.raises(DatoInvalido, match=r"Aparte!A9"):
        sheet["A9"].impl.raw_value = object()


def test_formulas(book: xw.Book) -> None:
    sheet = book.sheets["Primas"]
    assert sheet["A4"].formula == "=SUM(Flujos[gasto])"
    assert sheet["A4:A5"].formula == (("=SUM(Flujos[gasto])",), ("=1+1",))
    assert book.sheets["Supuestos"]["B2"].formula == "10"
    assert book.sheets["Supuestos"]["Z1"].formula == ""
    sheet["F1"].formula = "=A4*2"
    assert sheet["F1"].value == 120
    sheet["F2:F4"].formula = "=F1+A$4"  # one formula for a block: relative references move
    assert sheet["F2:F4"].formula == (("=F1+A$4",), ("=F2+A$4",), ("=F3+A$4",))
    assert sheet["F2:F4"].value == [180, 240, 300]
    sheet["G1"].value = "=F4/2"
    assert sheet["G1"].value == 150
    sheet["F1"].value = 1
    assert sheet["F1"].formula == "1"
    assert sheet["F4"].value == 181


def test_dynamic_formula(book: xw.Book) -> None:
    sheet = book.sheets["Primas"]
    sheet["H1"].formula2 = "=SERIE(3,2)"
    assert sheet["H1:I3"].value == [[2, "fila 1"], [4, "fila 2"], [6, "fila 3"]]
    assert not sheet["H1"].has_array
    with pytest.raises(DatoInvalido, match="matriz"):
        sheet["H2"].value = 1
    sheet["H1"].formula2 = "=SERIE(1)"
    assert sheet["H1:I3"].value == [[1, "fila 1"], [None, None], [None, None]]
    sheet["H1"].value = None
    assert sheet["H1:I3"].options(ndim=1).impl.raw_value[0] == [None, None]


def test_reading_after_writing_is_up_to_date(book: xw.Book) -> None:
    """As in Excel with automatic calculation; and not when it is manual."""
    inputs, ours = book.sheets["Supuestos"], book.sheets["Primas"]
    first = ours["A1"].value
    inputs["E2"].value = 0.1
    assert ours["A1"].value == pytest.approx(0.1 + 60 / 5100)
    assert ours["A1"].value != first
    book.app.calculation = "manual"
    inputs["E2"].value = 0.2
    assert ours["A1"].value == pytest.approx(0.1 + 60 / 5100)
    book.app.calculate()
    assert ours["A1"].value == pytest.approx(0.2 + 60 / 5100)
    assert book.app.impl.reporte.propias == 4


def test_objects_outlive_a_save(book: xw.Book) -> None:
    """A macro holds its sheets and ranges while it saves more than once."""
    sheet = book.sheets["Aparte"]
    cell = sheet["B1"]
    cell.value = 1
    book.save()
    cell.value = 2
    sheet["B2"].value = 3
    book.save()
    page = openpyxl.load_workbook(book.fullname, keep_vba=True)["Aparte"]
    assert (page["B1"].value, page["B2"].value) == (2, 3)


def test_clearing(book: xw.Book) -> None:
    sheet = book.sheets["Supuestos"]
    sheet["E2:E3"].clear_contents()
    assert sheet["E2:E3"].value == [None, None]
    assert sheet["E2"].number_format == "0.00%"
    sheet["E3"].clear()
    assert sheet["E3"].number_format == "General"
    sheet["E5:E6"].value = "x"
    sheet["E5:E6"].clear_formats()
    assert sheet["E5"].value == "x"
    ours = book.sheets["Primas"]
    with pytest.raises(DatoInvalido, match="matriz"):
        ours["D1:D2"].clear_contents()
    ours["C1:D3"].clear_contents()
    assert ours["C1"].formula == ""
    book.sheets["Aparte"].clear_contents()
    assert book.sheets["Aparte"].used_range.address == "$A$1"
    page = openpyxl.load_workbook(save(book), keep_vba=True)
    assert page["Primas"]["C1"].value is None
    assert page["Aparte"]["A1"].value is None


def test_formats(book: xw.Book) -> None:
    sheet = book.sheets["Supuestos"]
    assert sheet["E2"].number_format == "0.00%"
    assert sheet["E2"].color == (0xE3, 0xEE, 0xEA)
    assert sheet["A1:E2"].number_format is None
    assert sheet["Z1"].color is None
    sheet["E2"].number_format = '#,##0.00_);(#,##0.00);"–"_)'
    assert sheet["E2"].color == (0xE3, 0xEE, 0xEA)
    sheet["A2:C3"].color = "#FF0000"
    sheet["A3"].color = None
    sheet["H5"].color = (1, 2, 3)
    cells = openpyxl.load_workbook(save(book), keep_vba=True)["Supuestos"]
    assert cells["E2"].number_format == '#,##0.00_);(#,##0.00);"–"_)'
    assert cells["E2"].fill.fgColor.rgb == "FFE3EEEA"
    assert cells["B2"].fill.fgColor.rgb == "FFFF0000"
    assert cells["A3"].fill.fill_type is None
    assert cells["H5"].fill.fgColor.rgb == "FF010203"
    assert cells["B2"].value == 10


def test_date_written_in_a_plain_cell_looks_like_a_date(book: xw.Book) -> None:
    sheet = book.sheets["Aparte"]
    sheet["D1"].value = dt.date(2024, 2, 29)
    assert sheet["D1"].number_format == "dd/mm/yyyy"
    assert sheet["D1"].value == dt.datetime(2024, 2, 29)
    sheet["B1"].number_format = "0"
    sheet["B1"].value = dt.date(2024, 2, 29)
    assert sheet["B1"].number_format == "0"


# ---------------------------------------------------------------- names and tables


def test_names(book: xw.Book) -> None:
    assert book.names["tasa"].refers_to == "=Supuestos!$E$2"
    assert book.names["TASA"].refers_to_range.value == 0.035
    assert book.names["tasa"].refers_to_range.sheet.name == "Supuestos"
    assert "tasa" in book.names
    assert "nada" not in book.names
    assert book.names["doble_tasa"].refers_to == "=2*tasa"
    assert [n.name for n in book.sheets["Primas"].names] == ["Primas!_modelo_imss", "Primas!local"]
    assert book.names["Primas!local"].refers_to_range.address == "$A$1"
    assert book.sheets["Primas"].range("local").address == "$A$1"
    assert book.sheets["Supuestos"]["E2"].name == book.names["tasa"]
    assert book.sheets["Supuestos"]["E3"].name is None
    with pytest.raises(DatoInvalido, match="nombre «nada»"):
        book.names["nada"]
    with pytest.raises(DatoInvalido, match="doble_tasa"):
        _ = book.names["doble_tasa"].refers_to_range


def test_tables(book: xw.Book) -> None:
    sheet = book.sheets["Supuestos"]
    table = sheet.tables["flujos"]
    assert [t.name for t in sheet.tables] == ["Flujos"]
    assert "Flujos" in sheet.tables
    assert table.range.address == "$A$1:$C$6"
    assert table.data_body_range.address == "$A$2:$C$6"
    assert table.header_row_range.value == ["anio", "gasto", "masa"]
    assert table.totals_row_range is None
    assert sheet["B3"].table.name == "Flujos"
    assert sheet["E3"].table is None
    assert len(book.sheets["Primas"].tables) == 0
    table.data_body_range.columns[1].value = [[1], [2], [3], [4], [5]]
    assert sheet["B6"].value == 5
    with pytest.raises(DatoInvalido, match=r"encabezado de la tabla Flujos.*«gasto»"):
        sheet["B1"].value = "otro"
    with pytest.raises(DatoInvalido, match="encabezado"):
        sheet["B1"].clear_contents()
    sheet["B1"].value = "gasto"
    with pytest.raises(DatoInvalido, match="tabla «nada»"):
        sheet.tables["nada"]


# ---------------------------------------------------------------- what is not here


@pytest.mark.parametrize(
    "use",
    [
        lambda b: b.sheets.add("nueva"),
        lambda b: b.sheets[0].delete(),
        lambda b: b.sheets[0].charts,
        lambda b: b.sheets[0].autofit(),
        lambda b: b.sheets[0]["A1"].font,
        lambda b: b.sheets[0]["A1"].column_width,
        lambda b: setattr(b.sheets[0]["A1"], "column_width", 5),
        lambda b: setattr(b.sheets[0]["A1"], "name", "x"),
        lambda b: setattr(b.sheets[0], "name", "x"),
        lambda b: b.names.add("x", "=1"),
        lambda b: b.names["tasa"].delete(),
        lambda b: b.app.macro("x")(),
        lambda b: b.to_pdf(),
        lambda b: b.save(password="x"),
        lambda b: b.sheets[0].tables.add(b.sheets[0]["A1"]),
        lambda b: setattr(b.sheets[0]["A:Z"], "color", (1, 2, 3)),
    ],
)
def test_the_rest_needs_excel_and_says_so(book: xw.Book, use: Callable[[xw.Book], object]) -> None:
    with pytest.raises(DatoInvalido, match="necesita Excel"):
        use(book)


def test_every_member_of_xlwings_is_here_or_refuses() -> None:
    """No member falls through to the base classes, whose errors say nothing."""
    allowed = {"expand"}  # works as xlwings wrote it
    for module in (engine_module, rango):
        for name, cls in inspect.getmembers(module, inspect.isclass):
            base = getattr(base_classes, name, None)
            if base is None or not issubclass(cls, base):
                continue
            for member in vars(base):
                if not member.startswith("__") and member not in allowed:
                    assert getattr(cls, member) is not getattr(base, member), (name, member)
