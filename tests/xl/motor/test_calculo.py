"""Recalculation: what gets a fresh value, what is left to Excel, what is not touched."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from pymodel.errores import DatoInvalido
from xl import motor
from xl.motor import Reporte

Funciones = dict[str, Callable[..., Any]]
Construir = Callable[..., Path]


def cells(path: Path, sheet: str) -> dict[str, Any]:
    """Values stored in the cells, read by openpyxl."""
    page = openpyxl.load_workbook(path, data_only=True)[sheet]
    return {c.coordinate: c.value for row in page.iter_rows() for c in row}


def raw(path: Path, number: int = 1) -> str:
    with zipfile.ZipFile(path) as book:
        return book.read(f"xl/worksheets/sheet{number}.xml").decode()


def write(path: Path, funciones: Funciones, sheet: str, **values: Any) -> Reporte:
    """Write cells, save, and return what the recalculation did."""
    with motor.abrir(path, funciones=funciones) as book:
        for a1, value in values.items():
            book.sheets[sheet][a1].value = value
        book.save()
        return book.app.impl.reporte


def formulas(**texts: Any) -> Callable[[Any], None]:
    """Fill one sheet, "Datos", with formulas and constants."""

    def fill(book: Any) -> None:
        page = book.add_worksheet("Datos")
        for a1, value in texts.items():
            if isinstance(value, str) and value.startswith("{"):
                page.write_array_formula(*a1.split("_") if "_" in a1 else (a1,), value)
            elif isinstance(value, str) and value.startswith("="):
                page.write_formula(a1, value)
            else:
                page.write(a1, value)

    return fill


# ---------------------------------------------------------------- our functions


def test_arguments_arrive_as_the_contract_says(construir: Construir) -> None:
    """Blocks as lists of rows, empties and omitted as None, errors as text, dates as serials."""
    seen: list[tuple[Any, ...]] = []

    def ver(*args: Any) -> float:
        seen.append(args)
        return 1.0

    def fill(book: Any) -> None:
        page = book.add_worksheet("Datos")
        page.write("A1", 1)
        page.write("A2", "t")
        page.write("A3", True)
        page.write_formula("A5", "=1/0", None, "#DIV/0!")
        page.write("A6", 43831, book.add_format({"num_format": "dd/mm/yyyy"}))
        page.write_formula("C1", '=VER(A1:A6,A1,A4,,A5,"x",TRUE,A6,B1:B2,ROW(),)')

    path = construir(fill, ("Datos",))
    motor.recalcular(path, {"VER": ver})
    assert seen == [
        (
            [[1.0], ["t"], [True], [None], ["#DIV/0!"], [43831.0]],
            1.0, None, None, "#DIV/0!", "x", True, 43831.0, [[None], [None]], 1.0, None,
        )
    ]  # fmt: skip
    assert isinstance(seen[0][9], float)


@pytest.mark.parametrize(
    ("result", "stored", "kind"),
    [
        (1.5, 1.5, ""),
        (2, 2, ""),
        ("", None, ' t="str"'),
        ("á<&>", "á<&>", ' t="str"'),
        (True, True, ' t="b"'),
        (None, None, ' t="str"'),
        (float("nan"), "#NUM!", ' t="e"'),
        (float("inf"), "#NUM!", ' t="e"'),
        ([[3.0, 4.0], [5.0, 6.0]], 3, ""),
        ([7.0, 8.0], 7, ""),
    ],
)
def test_results_as_the_file_stores_them(
    construir: Construir, result: Any, stored: Any, kind: str
) -> None:
    path = construir(formulas(A1="=DAR()"), ("Datos",))
    motor.recalcular(path, {"DAR": lambda: result})
    assert cells(path, "Datos")["A1"] == stored
    assert f'<c r="A1"{kind}><f>DAR()</f>' in raw(path)


def test_bad_input_is_an_error_value_and_a_message(
    construir: Construir, funciones: Funciones
) -> None:
    path = construir(
        formulas(
            A1=1, B1="x", C1="=PRIMA(A1,B1,0.1)", C2='=IFERROR(PRIMA(A1,B1,0.1),"revise")',
            C3="=C1+1", C4="=ISERROR(PRIMA(A1,B1,0.1))",
        ),
        ("Datos",),
    )  # fmt: skip
    reporte = motor.recalcular(path, funciones)
    found = cells(path, "Datos")
    assert [found[a] for a in ("C1", "C2", "C3", "C4")] == ["#VALUE!", "revise", "#VALUE!", True]
    # An error that the formula itself handles is no news; the one that shows is told once.
    assert [str(a) for a in reporte.errores] == [
        "Datos!C1: PRIMA: gasto: se encontró «x»; se esperaba un número"
    ]
    assert "«x»" in str(reporte)
    assert write(path, funciones, "Datos", B1=2).errores == []
    assert cells(path, "Datos")["C3"] == pytest.approx(1.6)


def test_a_defect_of_ours_does_not_stop_the_refresh(construir: Construir) -> None:
    def rota(*_args: object) -> float:
        raise KeyError("columna")

    path = construir(formulas(A1="=ROTA(1)", A2="=BIEN()"), ("Datos",))
    reporte = motor.recalcular(path, {"ROTA": rota, "BIEN": lambda: 4.0})
    assert cells(path, "Datos") == {"A1": "#VALUE!", "A2": 4}
    assert "error interno" in reporte.errores[0].mensaje
    assert "KeyError" in reporte.errores[0].mensaje


def test_function_inside_functions(construir: Construir, funciones: Funciones) -> None:
    path = construir(
        formulas(A1=3, B1="=SUM(INDEX(SERIE(A1,2),0,1))*PRIMA(1,PRIMA(2,1,0),0)"), ("Datos",)
    )
    motor.recalcular(path, funciones)
    assert cells(path, "Datos")["B1"] == 12 * 0.5


def test_our_functions_in_user_sheets_are_fresh_too(
    construir: Construir, funciones: Funciones
) -> None:
    """Even when what they read is the user's and cannot keep its own value."""
    path = construir(
        formulas(A1=1, A2="=A1*10", A3="=PRIMA(A2,A1,0)", A4="=TODAY()*0+5", A5="=PRIMA(A4,1,0)")
    )
    reporte = write(path, funciones, "Datos", A1=2)
    found = cells(path, "Datos")
    assert (found["A2"], found["A3"], found["A5"]) == (None, 10, 5)
    assert {a.celda for a in reporte.descartadas} == {"A2", "A4"}


def test_a_value_dropped_by_an_earlier_refresh_is_not_an_empty_cell(
    construir: Construir, funciones: Funciones
) -> None:
    """Before Excel opens the workbook, a second refresh finds the user's formula without value."""
    path = construir(
        formulas(A1=1, A2="=A1*10", A3="=PRIMA(A2,A9,0)", A4="=BAHTTEXT(A1)",
                 A5="=PRIMA(LEN(A4),1,0)", A9=1)
    )  # fmt: skip
    write(path, funciones, "Datos", A1=2)
    assert (cells(path, "Datos")["A2"], cells(path, "Datos")["A3"]) == (None, 20)
    before = path.read_bytes()
    reporte = motor.recalcular(path, funciones)
    assert [a.celda for a in reporte.descartadas] == ["A5"]
    assert path.read_bytes() == before
    write(path, funciones, "Datos", A9=4)
    found = cells(path, "Datos")
    assert (found["A2"], found["A3"], found["A5"]) == (None, 5, None)


def test_our_function_that_reads_what_cannot_be_known(
    construir: Construir, funciones: Funciones
) -> None:
    """It has no value rather than one computed from a stale or an empty cell."""
    path = construir(
        formulas(A1=1, A2="=BAHTTEXT(A1)", A3="=PRIMA(LEN(A2),1,0)", A4="=A3+1"), ("Datos",)
    )
    reporte = motor.recalcular(path, funciones, todo=True)
    found = cells(path, "Datos")
    assert [found[a] for a in ("A2", "A3", "A4")] == [None, None, None]
    assert [str(a) for a in reporte.descartadas] == [
        "Datos!A2: aquí no se calcula la función BAHTTEXT",
        "Datos!A3: depende de Datos!A2, que aquí no se calcula",
        "Datos!A4: depende de Datos!A3, que aquí no se calcula",
    ]
    with zipfile.ZipFile(path) as book:
        assert b'fullCalcOnLoad="1"' in book.read("xl/workbook.xml")


# ---------------------------------------------------------------- ordinary formulas


ORDINARY = {
    "A1": 1,
    "A2": 2,
    "A3": 3,
    "B1": "=A1+1",
    "B2": "=SUM(A:A)",
    "B3": "=B1*10",
    "B4": "=SUM(1:1)",
    "C1": "=A3*2",
    "C2": '=IF(A1>5,"alto","bajo")',
}


def test_ours_get_the_right_value(construir: Construir, funciones: Funciones) -> None:
    path = construir(formulas(**{k: v for k, v in ORDINARY.items() if k != "B4"}), ("Datos",))
    motor.recalcular(path, funciones, todo=True)
    before = cells(path, "Datos")
    assert {k: before[k] for k in ("B1", "B2", "B3", "C1", "C2")} == {
        "B1": 2, "B2": 6, "B3": 20, "C1": 6, "C2": "bajo",
    }  # fmt: skip
    reporte = write(path, funciones, "Datos", A1=10)
    after = cells(path, "Datos")
    assert {k: after[k] for k in ("B1", "B2", "B3", "C1", "C2")} == {
        "B1": 11, "B2": 15, "B3": 110, "C1": 6, "C2": "alto",
    }  # fmt: skip
    assert (reporte.recalculadas, reporte.cambiadas, reporte.descartadas) == (4, 4, [])


def test_of_the_user_lose_the_value_only_if_they_depend(
    construir: Construir, funciones: Funciones
) -> None:
    path = construir(
        lambda book: formulas(**{k: v for k, v in ORDINARY.items() if k not in ("B2", "B4")})(book)
    )
    text = raw(path)
    write(path, funciones, "Datos", A1=10)
    assert raw(path) == (
        text.replace('<c r="A1"><v>1</v></c>', '<c r="A1"><v>10</v></c>')
        .replace("<f>A1+1</f><v>0</v>", "<f>A1+1</f>")
        .replace("<f>B1*10</f><v>0</v>", "<f>B1*10</f>")
        .replace('<f>IF(A1&gt;5,"alto","bajo")</f><v>0</v>', '<f>IF(A1&gt;5,"alto","bajo")</f>')
    )


def test_dependence_through_names_tables_and_other_sheets(
    construir: Construir, funciones: Funciones
) -> None:
    def fill(book: Any) -> None:
        first = book.add_worksheet("Datos")
        second = book.add_worksheet("Otra hoja")
        first.add_table(
            "A1:B4", {"name": "T", "columns": [{"header": "x"}, {"header": "y"}],
                      "data": [[1, 2], [3, 4], [5, 6]]},
        )  # fmt: skip
        first.write("D1", 7)
        book.define_name("siete", "=Datos!$D$1")
        book.define_name("suma", "=SUM(T[x])+siete")
        for i, text in enumerate(
            ["siete", "suma*2", "SUM(T[y])", "SUM(T)", "COUNTIF(Datos!A:A,\">2\")",
             "VLOOKUP(3,T,2,FALSE)", "'Otra hoja'!A1", "5"]
        ):  # fmt: skip
            second.write_formula(i, 0, f"={text}")

    path = construir(fill, ("Datos", "Otra hoja"))
    motor.recalcular(path, funciones, todo=True)
    assert list(cells(path, "Otra hoja").values()) == [7, 32, 12, 21, 2, 4, 7, 5]
    assert write(path, funciones, "Datos", D1=8).recalculadas == 3
    assert list(cells(path, "Otra hoja").values()) == [8, 34, 12, 21, 2, 4, 8, 5]
    assert write(path, funciones, "Datos", B3=40).recalculadas == 3
    assert list(cells(path, "Otra hoja").values()) == [8, 34, 48, 57, 2, 40, 8, 5]


def test_a_value_that_comes_out_the_same_changes_nothing_further(
    construir: Construir, funciones: Funciones
) -> None:
    def fill(book: Any) -> None:
        formulas(A1=1, B1="=PRIMA(A1,1,0)", B2='=IF(A1>0,"sí","no")')(book)
        book.add_worksheet("Usuario").write_formula("A1", "=Datos!B1&Datos!B2", None, "guardado")

    path = construir(fill, ("Datos",))
    motor.recalcular(path, funciones, todo=True)
    assert cells(path, "Usuario")["A1"] is None
    path = construir(fill, ("Datos",), "otro.xlsx")
    text = raw(path, 1).replace("<f>PRIMA(A1,1,0)</f><v>0</v>", "<f>PRIMA(A1,1,0)</f><v>1</v>")
    _replace_sheet(path, text)
    reporte = motor.recalcular(path, funciones)
    assert reporte.cambiadas == 0
    assert cells(path, "Usuario")["A1"] == "guardado"


def _replace_sheet(path: Path, text: str, number: int = 1) -> None:
    with zipfile.ZipFile(path) as book:
        data = {i.filename: book.read(i) for i in book.infolist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as book:
        for name, part in data.items():
            if name.endswith(f"sheet{number}.xml"):
                part = text.encode()
            book.writestr(name, part)


@pytest.mark.parametrize(
    "formula",
    ["=BAHTTEXT(A1)", "=RAND()*A1", "=SUBTOTAL(109,A1:A2)", "=OFFSET(A1,0,1)", "=INDIRECT(\"A1\")",
     "=SUM((A1,A2))", "=[1]Hoja1!A1+A1", "=noexiste+A1", "=A1&\"\"&1/3", "=A1:A2", "=A9+A1",
     "=IFERROR(BAHTTEXT(A1),0)"],
)  # fmt: skip
def test_what_cannot_be_evaluated_is_left_to_excel(
    construir: Construir, funciones: Funciones, formula: str
) -> None:
    """In a sheet of ours too: no stale value, no invented one."""
    path = construir(formulas(A1=1, A2=2, A9=formula), ("Datos",))
    reporte = write(path, funciones, "Datos", A1=5)
    assert cells(path, "Datos")["A9"] is None
    assert [a.celda for a in reporte.descartadas] == ["A9"]
    assert reporte.descartadas[0].mensaje
    with zipfile.ZipFile(path) as book:
        assert b'fullCalcOnLoad="1"' in book.read("xl/workbook.xml")


def test_moving_references_are_dropped_whatever_changes(
    construir: Construir, funciones: Funciones
) -> None:
    """INDIRECT may read any cell, so any change may concern it; and what reads it in turn."""
    path = construir(formulas(A1=1, B1='=INDIRECT("A"&C1)', B2="=B1+1", C1=1))
    assert len(write(path, funciones, "Datos", Z9=5).descartadas) == 2
    assert cells(path, "Datos")["B2"] is None
    path = construir(formulas(A1=1, B1='=INDIRECT("A"&C1)'), (), "otro.xlsx")
    assert motor.recalcular(path, funciones).descartadas == []
    assert cells(path, "Datos")["B1"] == 0


def test_offset_that_changes_the_size_of_its_range(
    construir: Construir, funciones: Funciones
) -> None:
    texts = {
        **{f"A{i}": i for i in range(1, 7)},
        **{f"B{i}": 10 * i for i in range(1, 7)},
        "C1": 2, "D1": "=SUM(OFFSET(A1:B3,0,0,C1))", "D2": "=SUM(OFFSET(A1:B3,0,0,C1,1))",
        "D3": "=PRIMA(OFFSET(A1:A3,0,0,C1),OFFSET(B1:B3,0,0,C1),0)",
    }  # fmt: skip
    path = construir(formulas(**texts), ("Datos",))
    motor.recalcular(path, funciones, todo=True)
    assert [cells(path, "Datos")[f"D{i}"] for i in (1, 2, 3)] == [33, 3, 0.1]
    assert write(path, funciones, "Datos", C1=3).descartadas == []
    assert [cells(path, "Datos")[f"D{i}"] for i in (1, 2, 3)] == [66, 6, 0.1]
    # Beyond the range the cells are not known here: Excel has to say.
    assert [a.celda for a in write(path, funciones, "Datos", C1=5).descartadas] == [
        "D1", "D2", "D3",
    ]  # fmt: skip
    assert [cells(path, "Datos")[f"D{i}"] for i in (1, 2, 3)] == [None] * 3
    assert write(path, funciones, "Datos", C1=0).descartadas == []
    assert [cells(path, "Datos")[f"D{i}"] for i in (1, 2, 3)] == ["#REF!", "#REF!", "#VALUE!"]


@pytest.mark.parametrize(
    ("formula", "cell", "depends"),
    [
        ("=SUM(OFFSET(A1,0,0,B1))", "A3", True),
        ("=SUM(OFFSET(A1,0,0,B1))", "A4", True),
        ("=SUM(OFFSET(A1,0,0,B1))", "A5", False),
        ("=SUM(OFFSET(A1,0,0,B1))", "C3", False),
        ("=SUM(OFFSET(A1,0,0,B1))", "B1", True),
        ("=SUM(OFFSET(A1,0,0,1,B1))", "C1", True),
        ("=SUM(OFFSET(A1,0,0,1,B1))", "E1", False),
        ("=SUM(OFFSET(A1,0,0,B1,B1))", "D4", True),
        ("=SUM(OFFSET(A9,0,0,-B1))", "A7", True),
        ("=SUM(dinamico)", "A4", True),
        ("=SUM(dinamico)", "C3", False),
        ("=SUM(A1:INDEX(A:A,B1))", "A3", True),
        ("=SUM(A1:INDEX(A:A,B1))", "C3", False),
    ],
)
def test_dependence_through_ranges_made_on_the_fly(
    construir: Construir, funciones: Funciones, formula: str, cell: str, depends: bool
) -> None:
    """In a sheet of the user: the value goes if, and only if, the cell is read."""

    def fill(book: Any) -> None:
        formulas(**{f"A{i}": i for i in range(1, 10)}, B1=4, H9=formula)(book)
        book.define_name("dinamico", "=OFFSET(Datos!$A$1,0,0,Datos!$B$1)")

    path = construir(fill)
    assert motor.recalcular(path, funciones).descartadas == []
    reporte = write(path, funciones, "Datos", **{cell: 50})
    assert bool(reporte.descartadas) is depends
    assert (cells(path, "Datos")["H9"] is None) is depends


def test_circular_references(construir: Construir, funciones: Funciones) -> None:
    path = construir(formulas(A1="=B1+1", B1="=A1+C1", C1=1, D1="=A1*2", E1="=E1+1"), ("Datos",))
    reporte = motor.recalcular(path, funciones, todo=True)
    assert {a.celda for a in reporte.descartadas} == {"A1", "B1", "D1", "E1"}
    assert "circular" in reporte.descartadas[0].mensaje


def test_volatile_in_our_sheets_is_of_today(construir: Construir, funciones: Funciones) -> None:
    import datetime as dt

    path = construir(formulas(A1="=TODAY()", A2="=YEAR(A1)"), ("Datos",))
    motor.recalcular(path, funciones)
    found = cells(path, "Datos")
    today = (dt.date.today() - dt.date(1899, 12, 30)).days
    assert found["A1"] in (today, today - 1)
    assert found["A2"] >= 2024


def test_rows_of_the_own_cell(construir: Construir, funciones: Funciones) -> None:
    """The formula is evaluated in its place."""
    path = construir(formulas(B7="=ROW()*100+COLUMN()", C3="=ROW(A5)"), ("Datos",))
    motor.recalcular(path, funciones, todo=True)
    found = cells(path, "Datos")
    assert (found["B7"], found["C3"]) == (702, 5)


def test_values_of_every_type_reach_the_formulas(
    construir: Construir, funciones: Funciones
) -> None:
    path = construir(
        formulas(
            A1="texto", A2=True, A3=1.5, B1='=A1&"!"', B2="=IF(A2,1,2)", B3="=A3*2", B4="=A9",
            B5='=A9=""', B6="=1/0", B7="=IFERROR(B6,0)", B8="=B6", B9="=COUNTBLANK(A1:A9)",
            C1="=DATE(2020,1,2)", C2="=MAX(A1:A3)", C3="=NA()", C4="=1=1", C5='=TEXT(A3,"0.00")',
        ),
        ("Datos",),
    )  # fmt: skip
    motor.recalcular(path, funciones, todo=True)
    found = cells(path, "Datos")
    assert [found[f"B{i}"] for i in range(1, 10)] == [
        "texto!", 1, 3, 0, True, "#DIV/0!", 0, "#DIV/0!", 6,
    ]  # fmt: skip
    assert [found[f"C{i}"] for i in range(1, 6)] == [43832, 1.5, "#N/A", True, "1.50"]


def test_dates_from_1904_are_refused(construir: Construir, funciones: Funciones) -> None:
    path = construir(formulas(A1="=PRIMA(1,1,0)"), ("Datos",))
    with zipfile.ZipFile(path) as book:
        data = {i.filename: book.read(i) for i in book.infolist()}
    with zipfile.ZipFile(path, "w") as book:
        for name, part in data.items():
            if name == "xl/workbook.xml":
                part = part.replace(b"<workbookPr ", b'<workbookPr date1904="1" ')
            book.writestr(name, part)
    before = path.read_bytes()
    with pytest.raises(DatoInvalido, match="1904"):
        motor.recalcular(path, funciones)
    assert path.read_bytes() == before


# ---------------------------------------------------------------- arrays


def dynamic(**texts: Any) -> Callable[[Any], None]:
    """One sheet with constants and dynamic arrays, the latter as "=..."."""

    def fill(book: Any) -> None:
        page = book.add_worksheet("Datos")
        for a1, value in texts.items():
            if isinstance(value, tuple):
                page.write_dynamic_array_formula(value[0], value[1])
            elif isinstance(value, str) and value.startswith("="):
                page.write_formula(a1, value)
            else:
                page.write(a1, value)

    return fill


def test_dynamic_array_fills_its_cells(construir: Construir, funciones: Funciones) -> None:
    path = construir(dynamic(A1=2, x=("C1:C1", "=SERIE(A1)"), F1="=SUM(C1:C9)"), ("Datos",))
    motor.recalcular(path, funciones, todo=True)
    text = raw(path)
    assert '<c r="C1" cm="1"><f t="array" ref="C1:D2">SERIE(A1)</f><v>1</v></c>' in text
    found = cells(path, "Datos")
    assert [found[a] for a in ("C1", "D1", "C2", "D2", "F1")] == [1, "fila 1", 2, "fila 2", 3]


def test_dynamic_array_grows_and_shrinks(construir: Construir, funciones: Funciones) -> None:
    """With what reads the new cells and the ones left free."""
    path = construir(
        dynamic(A1=2, x=("C1:D2", "=SERIE(A1)"), F1="=C4", F2="=F1+1", F3="=SUM(C1:C9)",
                F4="=SUM(_xlfn.ANCHORARRAY(C1))"),
        ("Datos",),
    )  # fmt: skip
    motor.recalcular(path, funciones, todo=True)
    found = cells(path, "Datos")
    assert [found[f"F{i}"] for i in range(1, 5)] == [0, 1, 3, 3]
    write(path, funciones, "Datos", A1=4)
    found = cells(path, "Datos")
    assert [found[f"F{i}"] for i in range(1, 5)] == [4, 5, 10, 10]
    assert 'ref="C1:D4"' in raw(path)
    write(path, funciones, "Datos", A1=1)
    found = cells(path, "Datos")
    assert [found[f"F{i}"] for i in range(1, 5)] == [0, 1, 1, 1]
    assert 'ref="C1:D1"' in raw(path)
    assert found["C2"] is None
    assert not re.search(r'<c r="[CD][2-9]"', raw(path))


def test_dynamic_array_without_room(construir: Construir, funciones: Funciones) -> None:
    path = construir(
        dynamic(A1=1, x=("C1:D1", "=SERIE(A1)"), C3="ocupada", F1="=SUM(C1:C2)"), ("Datos",)
    )
    motor.recalcular(path, funciones, todo=True)
    reporte = write(path, funciones, "Datos", A1=3)
    found = cells(path, "Datos")
    assert (found["C1"], found["D1"], found["C3"], found["F1"]) == (
        "#VALUE!", None, "ocupada", "#VALUE!",
    )  # fmt: skip
    assert 'ref="C1"' in raw(path)
    assert "libres" in reporte.errores[0].mensaje
    assert write(path, funciones, "Datos", C3=None).errores == []
    assert cells(path, "Datos")["C3"] == 3


def test_fixed_array_keeps_its_range(construir: Construir, funciones: Funciones) -> None:
    """As Excel does: what is missing is #N/A, what does not fit is cut, one value repeats."""
    path = construir(
        formulas(A1=2, **{"C1:D3": "{=SERIE(A1)}", "F1:F2": "{=A1*2}", "H1": "{=SUM(A1:A2*2)}",
                          "J1": "=SUM(C1:C2)"}),
        ("Datos",),
    )  # fmt: skip
    motor.recalcular(path, funciones, todo=True)
    found = cells(path, "Datos")
    assert [found[f"C{i}"] for i in (1, 2, 3)] == [1, 2, "#N/A"]
    assert [found["F1"], found["F2"], found["H1"], found["J1"]] == [4, 4, 4, 3]
    write(path, funciones, "Datos", A1=9)
    found = cells(path, "Datos")
    assert [found[f"C{i}"] for i in (1, 2, 3)] == [1, 2, 3]
    assert "C4" not in found
    assert 'ref="C1:D3"' in raw(path)


def test_array_of_the_user_loses_all_its_values(construir: Construir, funciones: Funciones) -> None:
    path = construir(formulas(A1=2, **{"C1:C2": "{=A1*{1;2}}"}, E1="=C2"))
    write(path, funciones, "Datos", A1=3)
    found = cells(path, "Datos")
    assert (found["C1"], found.get("C2"), found["E1"]) == (None, None, None)


# ---------------------------------------------------------------- a workbook just built


def test_everything_fresh_needs_no_calculation_on_load(
    construir: Construir, funciones: Funciones
) -> None:
    """So that the figures can be seen where our functions are not installed."""
    path = construir(formulas(A1=1, B1="=PRIMA(A1,1,0)"), ("Datos",))
    with zipfile.ZipFile(path) as book:
        assert b"fullCalcOnLoad" in book.read("xl/workbook.xml")
    motor.recalcular(path, funciones, todo=True)
    with zipfile.ZipFile(path) as book:
        assert b"fullCalcOnLoad" not in book.read("xl/workbook.xml")


def test_formula_without_value_is_evaluated(construir: Construir, funciones: Funciones) -> None:
    path = construir(formulas(A1=1, B1="=A1+1"), ("Datos",))
    _replace_sheet(path, raw(path).replace("<f>A1+1</f><v>0</v>", "<f>A1+1</f><v></v>"))
    motor.recalcular(path, funciones)
    assert cells(path, "Datos")["B1"] == 2


def test_cleared_and_written_again_has_not_changed(
    construir: Construir, funciones: Funciones
) -> None:
    """Macros clear a block and write it anew; what reads it keeps its value if it is the same."""
    path = construir(formulas(A1=1, A2="x", B1="=A1+1", B2="=A2&A1"))
    with motor.abrir(path, funciones=funciones) as book:
        block = book.sheets["Datos"]["A1:A2"]
        block.clear_contents()
        block.value = [[1], ["y"]]
        book.save()
        assert [a.celda for a in book.app.impl.reporte.descartadas] == ["B2"]
    assert cells(path, "Datos")["B1"] == 0
