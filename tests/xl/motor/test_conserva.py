"""A refresh loses nothing: the package before and after, part by part and cell by cell."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from xl import motor

# What openpyxl cannot read it drops, with a warning; these tests only read with it.
pytestmark = pytest.mark.filterwarnings("ignore:.*extension is not supported:UserWarning")

Parts = Callable[[Path], dict[str, bytes]]
_CELL = re.compile(rb'<c r="([A-Z]+[0-9]+)"(?:[^>]*?/>|.*?</c>)', re.DOTALL)


def changed_parts(before: dict[str, bytes], after: dict[str, bytes]) -> set[str]:
    assert list(before) == list(after), "the parts, or their order, are others"
    return {name for name in before if before[name] != after[name]}


def split(sheet: bytes) -> tuple[dict[str, bytes], bytes]:
    """Cells of a sheet part, and the part without them (nor the size of the used block)."""
    cells = {m[1].decode(): m[0] for m in _CELL.finditer(sheet)}
    rest = re.sub(rb'<dimension ref="[^"]*"/>', b"", _CELL.sub(b"", sheet))
    return cells, rest


def changed_cells(before: bytes, after: bytes) -> set[str]:
    old, old_rest = split(before)
    new, new_rest = split(after)
    assert old_rest == new_rest, "something besides the cells changed"
    return {a1 for a1 in old.keys() | new.keys() if old.get(a1) != new.get(a1)}


def sheet(number: int) -> str:
    return f"xl/worksheets/sheet{number}.xml"


def test_the_workbook_has_what_must_not_be_lost(completo: Path, partes: Parts) -> None:
    names = partes(completo).keys()
    assert {
        "xl/vbaProject.bin",
        "xl/charts/chart1.xml",
        "xl/media/image1.png",
        "xl/comments1.xml",
        "xl/comments2.xml",
        "xl/drawings/drawing1.xml",
        "xl/drawings/vmlDrawing1.vml",
        "xl/tables/table1.xml",
        "xl/metadata.xml",
        "customXml/item1.xml",
        "xl/desconocido/parte.bin",
    } <= names
    sheets = partes(completo)
    for wanted, number in (
        (b"<dataValidations", 1),
        (b"<conditionalFormatting", 1),
        (b"x14:conditionalFormatting", 1),
        (b"x14:sparkline", 3),
        (b'cm="1"', 2),
    ):
        assert wanted in sheets[sheet(number)]


def test_first_calculation_fills_only_the_formulas(
    completo: Path, funciones: dict[str, Any], partes: Parts
) -> None:
    before = partes(completo)
    motor.recalcular(completo, funciones, todo=True)
    after = partes(completo)
    assert changed_parts(before, after) == {sheet(2), sheet(4)}
    assert changed_cells(before[sheet(2)], after[sheet(2)]) == {
        "A1",
        "A2",
        "A3",
        "A6",
        "C1",
        "C2",
        "C3",
        "D1",
        "D2",
        "D3",
    }
    # B1 holds a function of ours; A1 and A2 read sheets of ours and are left to Excel.
    assert changed_cells(before[sheet(4)], after[sheet(4)]) == {"A1", "A2", "B1"}


@pytest.fixture
def calculado(completo: Path, funciones: dict[str, Any]) -> Path:
    """The complete workbook with its values computed and nothing left to Excel."""
    motor.recalcular(completo, funciones, todo=True)
    content = completo.read_bytes()
    with zipfile.ZipFile(completo) as book:
        data = {info: book.read(info) for info in book.infolist()}
    with zipfile.ZipFile(completo, "w", zipfile.ZIP_DEFLATED) as book:
        for info, part in data.items():
            if info.filename == "xl/workbook.xml":
                part = part.replace(b' fullCalcOnLoad="1"', b"")
            if info.filename == sheet(4):
                part = part.replace(b"<f>Primas!A3+1</f>", b"<f>Primas!A3+1</f><v>51</v>")
            book.writestr(info, part)
    assert completo.read_bytes() != content
    return completo


def test_refresh_without_changes_leaves_the_file_alone(
    calculado: Path, funciones: dict[str, Any]
) -> None:
    before = calculado.read_bytes(), calculado.stat().st_mtime_ns
    reporte = motor.recalcular(calculado, funciones)
    assert reporte.propias == 4
    assert (reporte.cambiadas, reporte.descartadas) == (0, [])
    assert (calculado.read_bytes(), calculado.stat().st_mtime_ns) == before


def test_written_cell_changes_only_what_depends_on_it(
    calculado: Path, funciones: dict[str, Any], partes: Parts
) -> None:
    before = partes(calculado)
    with motor.abrir(calculado, funciones=funciones) as book:
        book.sheets["Supuestos"]["E2"].value = 0.04
        book.save()
        reporte = book.app.impl.reporte
    after = partes(calculado)
    assert changed_parts(before, after) == {sheet(1), sheet(2), sheet(4), "xl/workbook.xml"}
    assert changed_cells(before[sheet(1)], after[sheet(1)]) == {"E2"}
    assert changed_cells(before[sheet(2)], after[sheet(2)]) == {
        "A1",
        "A2",
        "A3",
        "A6",
        "C1",
        "C2",
        "C3",
    }
    assert changed_cells(before[sheet(4)], after[sheet(4)]) == {"A1"}
    assert [a.celda for a in reporte.descartadas] == ["A1", "A2"]
    assert b"fullCalcOnLoad" in after["xl/workbook.xml"]
    # The cell keeps its format; the user's formula keeps its text and loses its value.
    assert re.search(rb'<c r="E2" s="\d+"><v>0.04</v></c>', after[sheet(1)])
    assert b'<c r="A1"><f>Primas!A3+1</f></c>' in after[sheet(4)]


def test_values_after_a_written_cell(calculado: Path, funciones: dict[str, Any]) -> None:
    with motor.abrir(calculado, funciones=funciones) as book:
        book.sheets["Supuestos"]["E2"].value = 0.04
        book.save()
    values = openpyxl.load_workbook(calculado, data_only=True)
    ours = values["Primas"]
    ratio = sum(10.0 + i for i in range(5)) / sum(1000.0 + 10 * i for i in range(5))
    assert ours["A1"].value == pytest.approx(ratio + 0.04, rel=1e-15)
    # The omitted last argument is an omitted argument, not a zero.
    assert ours["A2"].value == ours["A1"].value
    assert ours["A3"].value == pytest.approx(100 * (ratio + 0.04) + 0.08, rel=1e-15)
    assert [[c.value for c in row] for row in ours["C1:D3"]] == [
        [0.04, "fila 1"],
        [0.08, "fila 2"],
        [0.12, "fila 3"],
    ]
    assert ours["A6"].value == pytest.approx(0.24, rel=1e-15)
    assert values["Notas"]["B1"].value == pytest.approx(ratio + 0.01, rel=1e-15)
    assert values["Aparte"]["A1"].value == 84


def test_text_with_format_inside_survives_a_change_of_cell_format(
    completo: Path, funciones: dict[str, Any], partes: Parts
) -> None:
    before = partes(completo)
    with motor.abrir(completo, funciones=funciones) as book:
        book.sheets["Supuestos"]["E4"].color = (1, 2, 3)
        book.sheets["Supuestos"]["E4"].value = "texto con formato adentro"
        book.impl.libro.guardar()
    after = partes(completo)
    assert changed_parts(before, after) == {sheet(1), "xl/styles.xml"}
    assert before["xl/sharedStrings.xml"] == after["xl/sharedStrings.xml"]
    cell = split(after[sheet(1)])[0]["E4"]
    assert b't="s"' in cell


def test_new_format_is_appended_and_the_rest_of_the_styles_stays(
    completo: Path, funciones: dict[str, Any], partes: Parts
) -> None:
    before = partes(completo)["xl/styles.xml"]
    with motor.abrir(completo, funciones=funciones) as book:
        book.sheets["Aparte"]["B1"].number_format = "0.000"
        book.sheets["Aparte"]["B2"].number_format = "0.00%"
        book.impl.libro.guardar()
    after = partes(completo)["xl/styles.xml"]
    count = rb'<cellXfs count="(\d+)">'
    old, new = re.search(count, before), re.search(count, after)
    assert old is not None
    assert new is not None
    assert int(new[1]) == int(old[1]) + 2
    old_xfs = before[before.index(b"<cellXfs") : before.index(b"</cellXfs>")]
    assert old_xfs[old_xfs.index(b">") :] in after
    styles = openpyxl.load_workbook(completo)["Aparte"]
    assert styles["B1"].number_format == "0.000"
    assert styles["B2"].number_format == "0.00%"


def test_openpyxl_alone_is_not_enough(completo: Path, partes: Parts) -> None:
    """Why the engine does not load and save with openpyxl: what the same edit loses."""
    before = partes(completo)
    book = openpyxl.load_workbook(completo, keep_vba=True)
    book["Supuestos"]["E2"] = 0.04
    book.save(completo)
    after = partes(completo)
    lost = before.keys() - after.keys()
    assert {"customXml/item1.xml", "xl/metadata.xml", "xl/desconocido/parte.bin"} <= lost
    drawings = after[sheet(3)]
    assert b"sparkline" in before[sheet(3)]
    assert b"sparkline" not in drawings
    values = openpyxl.load_workbook(completo, data_only=True)
    assert values["Aparte"]["A1"].value is None, "cached values survive now: review the choice"
