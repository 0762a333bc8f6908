"""Sheet parts: reading agrees with openpyxl, writing touches only what it must."""

from __future__ import annotations

import datetime as dt
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pymodel.errores import DatoInvalido
from xl import motor
from xl.motor.hoja import HojaXml
from xl.motor.libro import Libro
from xl.motor.valores import (
    MAX_COLUMNS,
    MAX_ROWS,
    ErrorCelda,
    columna_a_numero,
    fecha_a_serie,
    leer_celda_a1,
    normalizar,
    numero_a_archivo,
    numero_a_columna,
    serie_a_fecha,
    texto_a_archivo,
    texto_de_archivo,
)

# What openpyxl cannot read it drops, with a warning; these tests only read with it.
pytestmark = pytest.mark.filterwarnings("ignore:.*extension is not supported:UserWarning")

NS = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'


class OnePart:
    """A package of one part."""

    def __init__(self, data: bytes) -> None:
        self.data = data

    def leer(self, _part: str) -> bytes:
        return self.data

    def rechazar_doctype(self, part: str) -> Callable[..., None]:
        def refuse(*_args: object) -> None:
            raise DatoInvalido(part, "DOCTYPE", "un libro sin DOCTYPE")

        return refuse

    def xml_danado(self, part: str) -> DatoInvalido:
        return DatoInvalido(part, "daño", "un libro sano")


def sheet(body: str, *, head: str = '<?xml version="1.0" encoding="UTF-8"?>\n') -> HojaXml:
    data = f"{head}<worksheet {NS}>{body}</worksheet>".encode()
    return HojaXml(OnePart(data), "hoja.xml")  # type: ignore[arg-type]


# ---------------------------------------------------------------- reading


def test_reading_agrees_with_openpyxl(completo: Path) -> None:
    book = openpyxl.load_workbook(completo)
    values = openpyxl.load_workbook(completo, data_only=True)
    libro = Libro(completo)
    seen = 0
    for hoja in libro.hojas:
        for (fila, columna), celda in hoja.xml.celdas.items():
            theirs = values[hoja.nombre].cell(fila, columna)
            ours = hoja.valor(fila, columna)
            if isinstance(theirs.value, dt.datetime):
                assert serie_a_fecha(float(str(ours))) == theirs.value
            else:
                assert ours == theirs.value
                assert isinstance(ours, bool) == isinstance(theirs.value, bool)
            formula = book[hoja.nombre].cell(fila, columna).value
            if isinstance(formula, str) and formula.startswith("="):
                assert f"={hoja.formula(celda)}" == formula
                seen += 1
            assert libro.estilos.formato(celda.estilo) == theirs.number_format
    assert seen > 10


TEXTS = st.text(
    st.characters(blacklist_categories=("Cs",), blacklist_characters="\x00"), max_size=40
)
VALUES = st.one_of(
    st.none(),
    st.booleans(),
    st.floats(allow_nan=False, allow_infinity=False),
    st.integers(-(10**12), 10**12).map(float),
    TEXTS,
)


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(block=st.lists(st.lists(VALUES, min_size=3, max_size=3), min_size=1, max_size=6))
def test_what_is_written_is_read_back(block: list[list[Any]], construir: Any) -> None:
    path = construir(lambda book: book.add_worksheet("Hoja"))
    with motor.abrir(path, funciones={}) as book:
        book.sheets[0].impl.range((2, 2)).raw_value = [
            # Text as text: a formula is what begins with "=", and nothing an empty text.
            [f"'{v}" if isinstance(v, str) else v for v in row]
            for row in block
        ]
        book.save()
    with motor.abrir(path, funciones={}) as book:
        hoja = book.impl.libro.hojas[0]
        theirs = openpyxl.load_workbook(path)["Hoja"]
        for i, row in enumerate(block):
            for j, value in enumerate(row):
                if value == "":
                    value = None
                read = hoja.valor(2 + i, 2 + j)
                assert read == value
                assert type(read) is type(value)
                other = theirs.cell(2 + i, 2 + j).value
                if isinstance(value, str):
                    # openpyxl leaves the escapes of the file as they are.
                    assert texto_de_archivo(other or "").replace("\r\n", "\n") == value.replace(
                        "\r\n", "\n"
                    )
                else:
                    assert other == value


@given(TEXTS)
def test_escapes_of_the_file_format(text: str) -> None:
    assert texto_de_archivo(texto_a_archivo(text)) == text


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_numbers_come_back_exactly(number: float) -> None:
    assert float(numero_a_archivo(number)) == number


@given(st.integers(1, MAX_ROWS), st.integers(1, MAX_COLUMNS))
def test_addresses(fila: int, columna: int) -> None:
    letters = numero_a_columna(columna)
    assert columna_a_numero(letters) == columna
    assert leer_celda_a1(f"${letters}${fila}") == (fila, columna)


@pytest.mark.parametrize("text", ["A0", "XFE1", "A1048577", "1A", "A", "", "A1:B2", "ñ1"])
def test_not_an_address(text: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        leer_celda_a1(text)


def test_dates() -> None:
    for date, serial in (
        (dt.datetime(1900, 1, 1), 2.0),  # before March 1900 Excel is one day off
        (dt.datetime(1900, 3, 1), 61.0),
        (dt.datetime(2020, 1, 1), 43831.0),
        (dt.datetime(2020, 1, 1, 12), 43831.5),
    ):
        assert fecha_a_serie(date) == serial
    assert serie_a_fecha(43831.5) == dt.datetime(2020, 1, 1, 12)
    assert serie_a_fecha(1.0) == dt.datetime(1900, 1, 1)
    assert serie_a_fecha(42369.0, base1904=True) == dt.datetime(2020, 1, 1)
    assert serie_a_fecha(1e12) is None


def test_what_a_macro_may_write() -> None:
    np = pytest.importorskip("numpy")
    pd = pytest.importorskip("pandas")
    assert normalizar(np.float64(1.5)) == 1.5
    assert normalizar(np.int64(3)) == 3.0
    assert normalizar(np.bool_(True)) is True
    assert normalizar(float("nan")) is None
    assert normalizar(pd.NaT) is None
    assert normalizar(pd.NA) is None
    assert normalizar(pd.Timestamp(2020, 1, 1)) == 43831.0
    assert normalizar(np.datetime64("2020-01-01")) == 43831.0
    assert normalizar(dt.date(2020, 1, 1)) == 43831.0
    assert normalizar(float("inf")) == ErrorCelda("#NUM!")
    with pytest.raises(TypeError):
        normalizar(object())


def test_cells_without_address_and_other_prefixes() -> None:
    hoja = HojaXml(
        OnePart(
            b'<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
            b"<x:sheetData><x:row><x:c><x:v>1</x:v></x:c><x:c/><x:c t='b'><x:v>1</x:v></x:c>"
            b"</x:row><x:row r='5'><x:c r='C5' t='inlineStr'><x:is><x:r><x:t>a</x:t></x:r>"
            b"<x:rPh><x:t>no</x:t></x:rPh><x:r><x:t> b</x:t></x:r></x:is></x:c></x:row>"
            b"</x:sheetData></x:worksheet>"
        ),
        "hoja.xml",
    )  # type: ignore[arg-type]
    assert sorted(hoja.celdas) == [(1, 1), (1, 2), (1, 3), (5, 3)]
    assert hoja.celdas[5, 3].crudo == "a b"
    hoja.celda(1, 2).poner_valor("x")
    assert b'<x:c r="B1" t="inlineStr"><x:is><x:t>x</x:t></x:is></x:c>' in hoja.armar()


def test_comments_cdata_and_odd_attributes() -> None:
    hoja = sheet(
        "<sheetData><!-- <c r='A9'/> --><row r='1' x='a>b'><c r='A1' t='str'>"
        '<f>IF(1&gt;0,"<![CDATA[<c>]]>",2)</f><v><![CDATA[<c>]]></v></c>'
        "<c r='B1' s='1'/></row></sheetData>"
    )
    assert sorted(hoja.celdas) == [(1, 1), (1, 2)]
    assert hoja.celdas[1, 1].formula == 'IF(1>0,"<c>",2)'
    assert hoja.celdas[1, 1].crudo == "<c>"
    before = hoja.armar()
    hoja.celda(1, 2).poner_valor(3.0)
    assert hoja.armar() == before.replace(b"<c r='B1' s='1'/>", b'<c r="B1" s="1"><v>3</v></c>')


@pytest.mark.parametrize("encoding", ["utf-16", "iso-8859-1", "utf-8-sig"])
def test_other_encodings(encoding: str) -> None:
    declared = "UTF-8" if encoding == "utf-8-sig" else encoding
    text = (
        f'<?xml version="1.0" encoding="{declared}"?><worksheet {NS}><sheetData>'
        '<row r="1"><c r="A1" t="str"><v>año</v></c></row></sheetData></worksheet>'
    )
    hoja = HojaXml(OnePart(text.encode(encoding)), "hoja.xml")  # type: ignore[arg-type]
    assert hoja.celdas[1, 1].crudo == "año"
    hoja.celda(2, 1).poner_valor("ñ")
    again = HojaXml(OnePart(hoja.armar()), "hoja.xml")  # type: ignore[arg-type]
    assert (again.celdas[1, 1].crudo, again.celdas[2, 1].crudo) == ("año", "ñ")


# ---------------------------------------------------------------- writing


def test_nothing_written_is_the_same_bytes() -> None:
    hoja = sheet("<sheetData><row  r = '1' ><c r=\"A1\" ><v>1</v ></c ></row ></sheetData>")
    assert hoja.armar() is hoja._data


def test_new_cells_go_in_order() -> None:
    hoja = sheet(
        '<dimension ref="B2:D4"/><sheetData><row r="2" spans="2:4"><c r="B2"><v>1</v></c>'
        '<c r="D2"><v>2</v></c></row><row r="4" spans="2:4"/></sheetData><pageMargins/>'
    )
    for place, value in (
        ((2, 5), 5.0),
        ((2, 3), 3.0),
        ((2, 1), 1.0),
        ((1, 1), "x"),
        ((3, 2), True),
        ((4, 2), None),
        ((4, 3), ErrorCelda("#N/A")),
        ((9, 9), 9.5),
    ):
        hoja.celda(*place).poner_valor(value)
    assert hoja.armar().partition(b"<dimension")[2].decode() == (
        ' ref="A1:I9"/><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>x</t></is></c></row>'
        '<row r="2"><c r="A2"><v>1</v></c><c r="B2"><v>1</v></c><c r="C2"><v>3</v></c>'
        '<c r="D2"><v>2</v></c><c r="E2"><v>5</v></c></row>'
        '<row r="3"><c r="B3" t="b"><v>1</v></c></row>'
        '<row r="4" spans="2:4"><c r="C4" t="e"><v>#N/A</v></c></row>'
        '<row r="9"><c r="I9"><v>9.5</v></c></row></sheetData><pageMargins/></worksheet>'
    )


def test_empty_sheet() -> None:
    hoja = sheet("<sheetData/><pageMargins/>")
    hoja.celda(3, 2).poner_valor(1.0)
    assert b'<sheetData><row r="3"><c r="B3"><v>1</v></c></row></sheetData><page' in hoja.armar()


def test_new_cells_take_the_format_of_their_row_or_column() -> None:
    hoja = sheet(
        '<cols><col min="2" max="3" width="9" style="7"/></cols><sheetData>'
        '<row r="1" s="4" customFormat="1"/><row r="2"><c r="B2" s="7"><v>1</v></c></row>'
        "</sheetData>"
    )
    for place in ((1, 1), (2, 3), (2, 4)):
        hoja.celda(*place).poner_valor(1.0)
    out = hoja.armar()
    assert b'<c r="A1" s="4"><v>1</v></c>' in out
    assert b'<c r="C2" s="7"><v>1</v></c><c r="D2"><v>1</v></c>' in out
    # An emptied cell with the format it would have anyway leaves no trace.
    hoja.celda(2, 2).poner_valor(None)
    assert b"B2" not in hoja.armar()


def test_attributes_and_extensions_of_a_formula_cell_stay() -> None:
    hoja = sheet(
        '<sheetData><row r="1"><c r="A1" s="3" cm="1" ph="1"><f t="array" aca="1" ref="A1:A2" '
        'ca="1">F(B1)</f><v>1</v><extLst><ext uri="u"><a xmlns="urn:a"/></ext></extLst></c>'
        "</row></sheetData>"
    )
    celda = hoja.celdas[1, 1]
    assert celda.dinamica
    celda.poner_cache("á<")
    assert (
        '<c r="A1" s="3" t="str" cm="1" ph="1"><f t="array" aca="1" ref="A1:A2" ca="1">F(B1)</f>'
        '<v>á&lt;</v><extLst><ext uri="u"><a xmlns="urn:a"/></ext></extLst></c>'
    ).encode() in hoja.armar()
    celda.poner_rango_matriz((1, 1, 4, 2))
    assert b'<f t="array" aca="1" ref="A1:B4" ca="1">F(B1)</f>' in hoja.armar()


def test_shared_formulas(construir: Callable[..., Path]) -> None:
    """A cell that shares a formula shows its own text, and keeps it if the first one goes."""
    path = construir(lambda book: book.add_worksheet("Hoja"))
    shared = (
        '<sheetData><row r="1"><c r="A1"><v>1</v></c><c r="B1"><f t="shared" ref="B1:B3" si="0">'
        "$A1+A1*2+SUM(A$1:A1)+'Otra hoja'!A1</f><v>4</v></c></row>"
        '<row r="2"><c r="A2"><v>2</v></c><c r="B2"><f t="shared" si="0"/><v>9</v></c></row>'
        '<row r="3"><c r="B3"><f t="shared" si="0"/><v>9</v></c></row></sheetData>'
    )
    with zipfile.ZipFile(path) as book:
        data = {i.filename: book.read(i) for i in book.infolist()}
    with zipfile.ZipFile(path, "w") as book:
        for name, part in data.items():
            if name.endswith("sheet1.xml"):
                part = part.replace(b"<sheetData/>", shared.encode())
            book.writestr(name, part)
    libro = Libro(path)
    hoja = libro.hojas[0]
    texts = [hoja.formula(hoja.xml.celdas[f, 2]) for f in (1, 2, 3)]
    assert texts == [
        "$A1+A1*2+SUM(A$1:A1)+'Otra hoja'!A1",
        "$A2+A2*2+SUM(A$1:A2)+'Otra hoja'!A2",
        "$A3+A3*2+SUM(A$1:A3)+'Otra hoja'!A3",
    ]
    theirs = openpyxl.load_workbook(path)["Hoja"]
    assert [theirs.cell(f, 2).value for f in (1, 2, 3)] == [f"={t}" for t in texts]
    hoja.escribir(1, 2, 7.0)
    libro.guardar(respaldo=False)
    libro = Libro(path)
    hoja = libro.hojas[0]
    assert [hoja.formula(hoja.xml.celdas[f, 2]) for f in (2, 3)] == texts[1:]
    assert hoja.valor(2, 2) == 9.0


def test_calculation_chain_goes_when_a_formula_goes(construir: Callable[..., Path]) -> None:
    """Excel repairs a workbook whose chain names a cell that holds no formula."""

    def fill(book: Any) -> None:
        book.add_worksheet("Hoja").write_formula("A1", "=1+1", None, 2)

    path = construir(fill)
    with zipfile.ZipFile(path) as book:
        data = {i.filename: book.read(i) for i in book.infolist()}
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/calcChain"
    content = "application/vnd.openxmlformats-officedocument.spreadsheetml.calcChain+xml"
    with zipfile.ZipFile(path, "w") as book:
        for name, part in data.items():
            if name == "[Content_Types].xml":
                part = part.replace(
                    b"</Types>",
                    f'<Override PartName="/xl/calcChain.xml" ContentType="{content}"/>'
                    "</Types>".encode(),
                )
            if name == "xl/_rels/workbook.xml.rels":
                part = part.replace(
                    b"</Relationships>",
                    f'<Relationship Id="rId99" Type="{kind}" Target="calcChain.xml"/>'
                    "</Relationships>".encode(),
                )
            book.writestr(name, part)
        book.writestr("xl/calcChain.xml", f'<calcChain {NS}><c r="A1" i="1"/></calcChain>')
    before = path.read_bytes()
    with motor.abrir(path, funciones={}) as book:
        book.sheets[0]["B1"].value = 1  # no formula is touched: the chain stays
        book.save()
    with zipfile.ZipFile(path) as book:
        assert "xl/calcChain.xml" in book.namelist()
    path.write_bytes(before)
    with motor.abrir(path, funciones={}) as book:
        book.sheets[0]["A1"].value = 1
        book.save()
    with zipfile.ZipFile(path) as book:
        assert "xl/calcChain.xml" not in book.namelist()
        assert b"calcChain" not in book.read("[Content_Types].xml")
        assert b"calcChain" not in book.read("xl/_rels/workbook.xml.rels")
    assert openpyxl.load_workbook(path)["Hoja"]["A1"].value == 1
