"""Workbooks for the tests of the file engine, built here with XlsxWriter."""

from __future__ import annotations

import importlib.util
import struct
import zipfile
import zlib
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
import xlsxwriter

from pymodel.errores import DatoInvalido
from xl.motor import MARCA

UNKNOWN_PART = "xl/desconocido/parte.bin"


def png() -> BytesIO:
    """A 2×2 image."""
    rows = b"".join(b"\x00" + bytes((200, 30, 30)) * 2 for _ in range(2))

    def chunk(kind: bytes, data: bytes) -> bytes:
        body = kind + data
        return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))

    header = struct.pack(">IIBBBBB", 2, 2, 8, 2, 0, 0, 0)
    return BytesIO(
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )


def vba_project() -> bytes:
    """The VBA project that xlwings ships."""
    spec = importlib.util.find_spec("xlwings")
    assert spec is not None
    assert spec.origin is not None
    source = Path(spec.origin).with_name("quickstart_standalone.xlsm")
    with zipfile.ZipFile(source) as book:
        return book.read("xl/vbaProject.bin")


def mark(book: xlsxwriter.Workbook, *sheets: str) -> None:
    """Mark sheets as ours."""
    names = [sheet.get_name() for sheet in book.worksheets()]
    for sheet in sheets:
        book.defined_names.append([MARCA, names.index(sheet), "TRUE", True])


def add_parts(path: Path) -> None:
    """Add custom XML and a part of an unknown kind to a workbook."""
    with zipfile.ZipFile(path) as book:
        parts = {info: book.read(info) for info in book.infolist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as book:
        for info, data in parts.items():
            if info.filename == "[Content_Types].xml":
                data = data.replace(
                    b"</Types>",
                    b'<Default Extension="bin2" ContentType="application/x-nadie"/>'
                    b'<Override PartName="/xl/desconocido/parte.bin" '
                    b'ContentType="application/x-nadie"/></Types>',
                )
            if info.filename == "xl/_rels/workbook.xml.rels":
                data = data.replace(
                    b"</Relationships>",
                    b'<Relationship Id="rId900" Type="http://nadie.example/relacion" '
                    b'Target="desconocido/parte.bin"/>'
                    b'<Relationship Id="rId901" Type="http://schemas.openxmlformats.org/'
                    b'officeDocument/2006/relationships/customXml" '
                    b'Target="../customXml/item1.xml"/></Relationships>',
                )
            book.writestr(info, data)
        book.writestr("customXml/item1.xml", "<datos xmlns='urn:nadie'>á</datos>")
        book.writestr(UNKNOWN_PART, bytes(range(256)) * 4)


def prima(gasto: object, masa: object, tasa: object = None, g: object = None) -> float:
    """Stand-in for a function of the model: a ratio, plus the rate, plus 1000 if g is given."""
    if not isinstance(tasa, float):
        raise DatoInvalido("tasa", tasa, "un número", funcion="PRIMA")
    total = [sum(float(c) for row in _rows(block) for c in row) for block in (gasto, masa)]
    return total[0] / total[1] + tasa + (0.0 if g is None else 1000.0)


def _rows(block: object) -> list[list[float]]:
    rows = block if isinstance(block, list) else [[block]]
    for row in rows:
        for cell in row:
            if not isinstance(cell, float):
                raise DatoInvalido("gasto", cell, "un número", funcion="PRIMA")
    return rows


def serie(n: object, paso: object = None) -> list[list[object]]:
    """Stand-in for a function with a block as result: n rows of number and text."""
    assert isinstance(n, float)
    step = 1.0 if paso is None else float(str(paso))
    return [[i * step, f"fila {i}"] for i in range(1, int(n) + 1)]


FUNCIONES: dict[str, Callable[..., object]] = {"PRIMA": prima, "SERIE": serie}


@pytest.fixture
def funciones() -> dict[str, Callable[..., object]]:
    """Functions that stand for those of the model."""
    return FUNCIONES


def build_complete(path: Path) -> Path:
    """Workbook with everything that a refresh must not lose.

    Sheets of ours: Supuestos (inputs), Primas (our functions), Gráficas (drawings). Sheets of the
    user: Notas, which reads ours, and Aparte, which reads nothing of ours.
    """
    book = xlsxwriter.Workbook(path)
    book.set_vba_name("ThisWorkbook")
    book.add_vba_project(BytesIO(vba_project()), is_stream=True)
    inputs, ours, drawings, notes, apart = (
        book.add_worksheet(n) for n in ("Supuestos", "Primas", "Gráficas", "Notas", "Aparte")
    )
    percent = book.add_format({"num_format": "0.00%", "bg_color": "#E3EEEA"})
    date = book.add_format({"num_format": "dd/mm/yyyy"})
    bold = book.add_format({"bold": True})

    inputs.add_table(
        "A1:C6",
        {
            "name": "Flujos",
            "columns": [{"header": "anio"}, {"header": "gasto"}, {"header": "masa"}],
            "data": [[2005 + i, 10.0 + i, 1000.0 + 10 * i] for i in range(5)],
        },
    )
    inputs.write("E1", "tasa")
    inputs.write_number("E2", 0.035, percent)
    inputs.write("E3", 43831, date)
    inputs.write_rich_string("E4", "texto ", bold, "con formato", " adentro")
    inputs.write("E5", True)
    inputs.write("E6", "  espacios y <signos> & «comillas»  ")
    inputs.data_validation(
        "E2",
        {
            "validate": "decimal",
            "criteria": "between",
            "minimum": 0,
            "maximum": 1,
            "error_message": "Tasa",
        },
    )
    inputs.conditional_format("B2:B6", {"type": "data_bar", "data_bar_2010": True})
    inputs.write_comment("E2", "La tasa de descuento")
    inputs.freeze_panes(1, 0)
    book.define_name("tasa", "=Supuestos!$E$2")
    book.define_name("gasto", "=Supuestos!$B$2:$B$6")
    book.define_name("doble_tasa", "=2*tasa")

    ours.write_formula("A1", "=PRIMA(gasto,Flujos[masa],tasa)", percent, 0.5)
    ours.write_formula("A2", "=PRIMA(gasto,Flujos[masa],tasa,)", percent, 0.5)
    ours.write_formula("A3", "=A1*100+doble_tasa", None, 50)
    ours.write_formula("A4", "=SUM(Flujos[gasto])", None, 60)
    ours.write_formula("A5", "=1+1", None, 2)
    ours.write_dynamic_array_formula("C1:D3", "=SERIE(3,tasa)", None, 0)
    ours.write_formula("A6", "=SUM(C1:C3)", None, 0)
    ours.conditional_format("A1:A3", {"type": "cell", "criteria": ">", "value": 1, "format": bold})
    book.define_name("Primas!local", "=Primas!$A$1")

    chart = book.add_chart({"type": "line"})
    chart.add_series({"values": "=Supuestos!$B$2:$B$6", "categories": "=Supuestos!$A$2:$A$6"})
    drawings.insert_chart("B2", chart)
    drawings.insert_image("B20", "p.png", {"image_data": png()})
    drawings.insert_button("H2", {"macro": "Actualizar", "caption": "Actualizar"})
    drawings.add_sparkline("A1", {"range": "Supuestos!B2:B6"})
    drawings.insert_textbox("H10", "Nota")

    notes.write_formula("A1", "=Primas!A3+1", None, 51)
    notes.write_formula("A2", '=A1&" puntos"', None, "51 puntos")
    notes.write_formula("A3", "=SUM(Supuestos!A2:A6)", None, 10035)
    notes.write_formula("B1", "=PRIMA(Supuestos!B2:B6,Supuestos!C2:C6,A4)", None, 7)
    notes.write_number("A4", 0.01)
    notes.write_comment("A1", "Mío")
    apart.write_formula("A1", "=B1*2", None, 84)
    apart.write_number("B1", 42)
    apart.write_formula("A2", '=UPPER("a")', None, "A")
    mark(book, "Supuestos", "Primas", "Gráficas")
    book.close()
    add_parts(path)
    return path


@pytest.fixture
def completo(tmp_path: Path) -> Path:
    """Workbook with everything that a refresh must not lose (see `build_complete`)."""
    return build_complete(tmp_path / "completo.xlsm")


@pytest.fixture
def construir(tmp_path: Path) -> Callable[..., Path]:
    """Build a workbook: ``construir(lambda book: ..., propias=("Hoja",))``."""

    def build(
        fill: Callable[[xlsxwriter.Workbook], object],
        propias: tuple[str, ...] = (),
        name: str = "libro.xlsx",
    ) -> Path:
        path = tmp_path / name
        book = xlsxwriter.Workbook(path)
        fill(book)
        mark(book, *propias)
        book.close()
        return path

    return build


def parts(path: Path) -> dict[str, bytes]:
    """Parts of a package."""
    with zipfile.ZipFile(path) as book:
        return {name: book.read(name) for name in book.namelist()}


@pytest.fixture
def partes() -> Callable[[Path], dict[str, bytes]]:
    """Return the function that reads the parts of a package."""
    return parts
