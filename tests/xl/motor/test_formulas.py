"""Formulas as text: what they read and what the evaluator gets."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from openpyxl.formula.translate import Translator

from xl.motor.formulas import (
    OMITIDO,
    Analisis,
    Analizador,
    Rango,
    leer_referencia,
    para_mostrar,
    separar_hoja,
    trasladar,
)
from xl.motor.libro import Libro

M = f'"{OMITIDO}"'


@pytest.fixture
def analizar(construir: Callable[..., Path]) -> Callable[..., Analisis]:
    """Analyse a formula in row 3 of the first sheet of a workbook with names and a table."""

    def fill(book: Any) -> None:
        first = book.add_worksheet("Datos")
        second = book.add_worksheet("Año d'2")
        first.add_table(
            "A1:C5",
            {
                "name": "Flujos",
                "total_row": True,
                "columns": [{"header": "anio"}, {"header": "gasto [mdp]"}, {"header": "masa"}],
            },
        )
        second.write("A1", 1)
        for name, refers in {
            "tasa": "=Datos!$E$1",
            "gasto": "='Año d''2'!$A$1:$A$9",
            "doble": "=2*tasa",
            "texto": '="hola"',
            "relativo": "=Datos!A1",
            "roto": "=Datos!#REF!",
            "vueltas": "=vueltas+1",
        }.items():
            book.define_name(name, refers)
        book.defined_names.append(["tasa", 1, "'Año d''2'!$B$1", False])

    libro = Libro(construir(fill))
    analizador = Analizador(
        libro, {"PRIMA", "SERIE"}, lambda h, f, c: (1, 5, 4, 6) if (f, c) == (1, 5) else None
    )

    def run(formula: str, *, matriz: bool = False, hoja: int = 0) -> Analisis:
        return analizador.analizar(formula, hoja, 3, matriz=matriz)

    return run


@pytest.mark.parametrize(
    ("formula", "expected"),
    [
        ("PRIMA(1,,2)", f"FN_PRIMA(1,{M},2)"),
        ("PRIMA(1,2,)", f"FN_PRIMA(1,2,{M})"),
        ("PRIMA(,1)", f"FN_PRIMA({M},1)"),
        ("PRIMA(,)", f"FN_PRIMA({M},{M})"),
        ("PRIMA( 1 , , )", f"FN_PRIMA( 1 , {M}, {M})"),
        ("PRIMA()", "FN_PRIMA()"),
        ("PRIMA(1,PRIMA(,2),IF(1,,2))", f"FN_PRIMA(1,FN_PRIMA({M},2),IF(1,,2))"),
        ('PRIMA({1,2;3,4},(1),,"a,,b")', f'FN_PRIMA({{1,2;3,4}},(1),{M},"a,,b")'),
        ("_xlfn.PRIMA(1)+_xludf.PRIMA(2)", "FN_PRIMA(1)+FN_PRIMA(2)"),
        ("_xldudf_IMSS_PRIMA(1)+[1]!PRIMA(2)", "FN_PRIMA(1)+FN_PRIMA(2)"),
        ("prima(1)", "FN_PRIMA(1)"),
        ("_xlfn.SINGLE(PRIMA(1,))", f"INDEX(FN_PRIMA(1,{M}),1,1)"),
    ],
)
def test_our_functions(analizar: Callable[..., Analisis], formula: str, expected: str) -> None:
    """An omitted argument is marked: the evaluator would hand it over as a silent 0."""
    result = analizar(formula)
    assert (result.texto, result.motivo) == (expected, "")
    assert result.propias == {"PRIMA"}


@pytest.mark.parametrize(
    ("formula", "expected", "ranges"),
    [
        ("A1+$B$2", "hoja_0!$A$1+hoja_0!$B$2", [(0, 1, 1, 1, 1), (0, 2, 2, 2, 2)]),
        ("SUM('Año d''2'!A1:B2)", "SUM(hoja_1!$A$1:$B$2)", [(1, 1, 1, 2, 2)]),
        ("SUM(C:D)", "SUM(hoja_0!$C$1:$D$1048576)", [(0, 1, 3, 1048576, 4)]),
        ("SUM(2:3)", "SUM(hoja_0!$A$2:$XFD$3)", [(0, 2, 1, 3, 16384)]),
        ("tasa*2", "hoja_0!$E$1*2", [(0, 1, 5, 1, 5)]),
        ("'Año d''2'!tasa*2", "hoja_1!$B$1*2", [(1, 1, 2, 1, 2)]),
        ("SUM(GASTO)", "SUM(hoja_1!$A$1:$A$9)", [(1, 1, 1, 9, 1)]),
        ("doble+1", "(2*hoja_0!$E$1)+1", [(0, 1, 5, 1, 5)]),
        ("texto&1", '("hola")&1', []),
        ("SUM(Flujos[masa])", "SUM(hoja_0!$C$2:$C$4)", [(0, 2, 3, 4, 3)]),
        ("SUM(Flujos['[gasto]])", None, None),
        ("SUM(Flujos[[#All],[anio]:[masa]])", "SUM(hoja_0!$A$1:$C$5)", [(0, 1, 1, 5, 3)]),
        ("Flujos[[#This Row],[masa]]*2", "hoja_0!$C$3*2", [(0, 3, 3, 3, 3)]),
        ("Flujos[[#Totals],[masa]]", "hoja_0!$C$5", [(0, 5, 3, 5, 3)]),
        ("SUM(Flujos)", "SUM(hoja_0!$A$2:$C$4)", [(0, 2, 1, 4, 3)]),
        ("SUM(Flujos[gasto '[mdp']])", "SUM(hoja_0!$B$2:$B$4)", [(0, 2, 2, 4, 2)]),
        ("SUM(_xlfn.ANCHORARRAY(E1))*2", "SUM(hoja_0!$E$1:$F$4)*2",
         [(0, 1, 5, 1, 5), (0, 1, 5, 4, 6)]),
        ("SUM(OFFSET(gasto,0,0,tasa))",
         "SUM(OFFSET(hoja_1!$A$1:$A$9,0,0,FZ_TOPE(hoja_0!$E$1,0)))",
         [(1, 1, 1, 9, 1), (0, 1, 5, 1, 5)]),
        ("SUM(OFFSET(B2:C9,,,,1))", "SUM(OFFSET(hoja_0!$B$2:$C$9,,,8,FZ_TOPE(1,0)))",
         [(0, 2, 2, 9, 3)]),
        ("SUM(B2:INDEX(B:B,tasa))", "SUM(hoja_0!$B$2:INDEX(hoja_0!$B$1:$B$1048576,hoja_0!$E$1))",
         None),
        ("_xlfn.XLOOKUP(1,A1:A3,B1:B3)", "XLOOKUP(1,hoja_0!$A$1:$A$3,hoja_0!$B$1:$B$3)", None),
        ("_xlfn.LET(_xlpm.a,B1,_xlpm.a+1)", "LET(_xlpm.a,hoja_0!$B$1,_xlpm.a+1)",
         [(0, 1, 2, 1, 2)]),
    ],
)  # fmt: skip
def test_references(
    analizar: Callable[..., Analisis],
    formula: str,
    expected: str | None,
    ranges: list[tuple[int, ...]] | None,
) -> None:
    result = analizar(formula)
    if expected is None:
        assert result.motivo
        return
    assert (result.texto, result.motivo) == (expected, "")
    assert not result.movil
    if ranges is not None:
        assert result.rangos == [Rango(*r) for r in ranges]


@pytest.mark.parametrize(
    ("formula", "reason", "moves"),
    [
        ("OFFSET(A1,1,0)", "OFFSET", True),
        ("OFFSET(A1,tasa,0)", "OFFSET", True),
        ('INDIRECT("A1")', "INDIRECT", True),
        ("OFFSET(A1,1,1):B5", "OFFSET", True),
        ("SUM(A1:tasa:C9)", "", False),
        ("[1]Hoja!A1+1", "otro libro", False),
        ("'otra carpeta/[a.xlsx]H'!A1", "otro libro", False),
        ("[1]!OTRA(1)", "otro libro", True),
        ("NOEXISTE(1)", "NOEXISTE", False),
        ("IFERROR(NOEXISTE(1),0)", "NOEXISTE", False),
        ("noexiste+1", "noexiste", False),
        ("Borrada!A1", "Borrada", False),
        ("Datos:Otra!A1", "varias hojas", True),
        ("relativo+1", "relativo", True),
        ("vueltas", "círculo", False),
        ("SUBTOTAL(109,A1:A3)", "SUBTOTAL", False),
        ("RAND()", "RAND", False),
        ("SUM((A1,B2))", "unión", False),
        ("SUM(A1:A3 A2:A4)", "intersección", False),
        ("SUM(A1:A3*B1:B3)", "matriz", False),
        ("A1:A3", "matriz", False),
        ("gasto", "matriz", False),
        ("SUM(-gasto)", "matriz", False),
        ("_xlfn.SINGLE(A1:A3)", "@", False),
        ("_xlfn.ANCHORARRAY(B7)", "desbordada", False),
        ("Flujos[noexiste]", "tabla", True),
        ("LAMBDA(x,x+1)(2)", "LAMBDA", False),
    ],
)
def test_what_is_not_evaluated_here(
    analizar: Callable[..., Analisis], formula: str, reason: str, moves: bool
) -> None:
    """A value that cannot be known is left to Excel, never guessed."""
    result = analizar(formula)
    if reason:
        assert reason in result.motivo
    assert result.movil is moves


@pytest.mark.parametrize(
    ("formula", "matriz"),
    [
        ("SUM(A1:A3*B1:B3)", True),
        ("SUMPRODUCT(A1:A3*B1:B3)", False),
        ("SUM(A1:A3)*2", False),
        ("A1*B1", False),
        ("INDEX(A1:A3,2)", False),
        ("gasto", True),
    ],
)
def test_operators_on_ranges(analizar: Callable[..., Analisis], formula: str, matriz: bool) -> None:
    """In an ordinary formula Excel takes one cell of the range, unless a function takes it all."""
    assert analizar(formula, matriz=matriz).motivo == ""


def test_volatile(analizar: Callable[..., Analisis]) -> None:
    assert analizar("TODAY()+1").volatil
    assert analizar("TODAY()+1").motivo == ""
    assert analizar("RAND()").volatil
    assert not analizar("A1+1").volatil


def test_broken_reference_keeps_its_error(analizar: Callable[..., Analisis]) -> None:
    assert "#REF!" in analizar("roto+1").texto


@pytest.mark.parametrize(
    "formula",
    [
        "A1+$A1+A$1+$A$1",
        "SUM(B2:$C$9,D:D,$D:E,3:4,$3:5)",
        "'Otra hoja'!A1+Hoja!$B2",
        'nombre+"A1"+A1B+_xlfn.XLOOKUP(A1,B:B,C:C)',
        "Tabla[col]+LOG10(5)+A10",
        "IF(A1>0,\"'\",'It''s'!B2)",
    ],
)
@pytest.mark.parametrize(("rows", "columns"), [(0, 0), (3, 0), (0, 2), (5, 7)])
def test_moving_agrees_with_openpyxl(formula: str, rows: int, columns: int) -> None:
    """An independent implementation of filling down and right."""
    from openpyxl.utils import get_column_letter

    target = f"{get_column_letter(5 + columns)}{5 + rows}"
    theirs = Translator(f"={formula}", origin="E5").translate_formula(target)
    assert f"={trasladar(formula, rows, columns)}" == theirs


def test_moving_past_the_edge_goes_round() -> None:
    assert trasladar("A1", -1, -1) == "XFD1048576"
    assert trasladar("XFD1048576", 1, 1) == "A1"


@pytest.mark.parametrize(
    ("operand", "sheet", "rest"),
    [
        ("A1", None, "A1"),
        ("Hoja!A1", "Hoja", "A1"),
        ("'Año d''2'!A1", "Año d'2", "A1"),
        ("'a!b'!A1:B2", "a!b", "A1:B2"),
        ("'sin cerrar", None, "'sin cerrar"),
    ],
)
def test_split_sheet(operand: str, sheet: str | None, rest: str) -> None:
    assert separar_hoja(operand) == (sheet, rest)


@pytest.mark.parametrize(
    ("ref", "cells"),
    [
        ("B2", (2, 2, 2, 2)),
        ("$C$9:B2", (2, 2, 9, 3)),
        ("XFD1048576", (1048576, 16384, 1048576, 16384)),
        ("XFE1", None),
        ("A0", None),
        ("A1048577", None),
        ("tasa_2005", None),
        ("LOG10", (10, 8509, 10, 8509)),
    ],
)
def test_read_reference(ref: str, cells: tuple[int, int, int, int] | None) -> None:
    assert leer_referencia(ref) == cells


def test_shown_as_excel_does() -> None:
    assert para_mostrar("_xlfn.XLOOKUP(1,_xlfn._xlws.FILTER(A:A,B:B))+_xlpm.a") == (
        "XLOOKUP(1,FILTER(A:A,B:B))+a"
    )
    assert para_mostrar("A1+MI_xlfn.x") == "A1+MI_xlfn.x"
