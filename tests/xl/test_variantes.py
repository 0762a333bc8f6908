"""Formulas with and without the namespace of the Office.js add-in: there and back."""

import shutil
import zipfile
from pathlib import Path

import openpyxl
import pytest

import udfs
from pymodel.errores import DatoInvalido
from xl import macros, motor, variantes
from xl.contrato import registro

PROPIAS = {f.nombre for f in registro() if udfs.__all__}
LIBROS = sorted((Path(__file__).parents[2] / "workbooks").glob("*.xlsx"))


@pytest.mark.parametrize(
    ("escritorio", "officejs"),
    [
        ("TASA_REAL(A1,B1)", "_xldudf_IMSS_TASA_REAL(A1,B1)"),
        ("1+TASA_REAL(A1,TASA_NOMINAL(B1,C1))*SUM(A1:A3)",
         "1+_xldudf_IMSS_TASA_REAL(A1,_xldudf_IMSS_TASA_NOMINAL(B1,C1))*SUM(A1:A3)"),
        ('PARAMETRO("TASA_REAL(")&"PARAMETRO(1)"',
         '_xldudf_IMSS_PARAMETRO("TASA_REAL(")&"PARAMETRO(1)"'),
        ("SUM(TASA_REAL)", "SUM(TASA_REAL)"),
        ("TASA_REAL_X(1)+XTASA_REAL(1)", "TASA_REAL_X(1)+XTASA_REAL(1)"),
        ("_xldudf_OTRO_TASA_REAL(1)", "_xldudf_OTRO_TASA_REAL(1)"),
        ("IF('TASA_REAL(1'!A1>0,TASA_REAL(1,2),\"\")",
         "IF('TASA_REAL(1'!A1>0,_xldudf_IMSS_TASA_REAL(1,2),\"\")"),
        ("1+", "1+"),
        ("", ""),
    ],
)  # fmt: skip
def test_formulas(escritorio, officejs):
    assert variantes.convertir_formula(escritorio, variantes.OFFICEJS, PROPIAS) == officejs
    assert variantes.convertir_formula(officejs, variantes.ESCRITORIO, PROPIAS) == escritorio
    for formula, variante in ((officejs, "officejs"), (escritorio, "escritorio")):
        assert variantes.convertir_formula(formula, variante, PROPIAS) == formula


def test_as_it_is_typed():
    for escrita in ("IMSS.TASA_REAL(1,2)", "imss.tasa_real(1,2)", "_xldudf_imss_tasa_real(1,2)"):
        assert variantes.convertir_formula(escrita, "escritorio", PROPIAS) == "TASA_REAL(1,2)"


def formulas(ruta):
    libro = openpyxl.load_workbook(ruta)
    return {
        (hoja.title, celda.coordinate): getattr(celda.value, "text", celda.value)
        for hoja in libro
        for fila in hoja.iter_rows()
        for celda in fila
        if celda.data_type == "f"
    }


@pytest.mark.parametrize("origen", LIBROS, ids=lambda r: r.stem)
def test_there_and_back_is_the_same_workbook(origen, tmp_path):
    ruta = Path(shutil.copy(origen, tmp_path))
    cuantas = variantes.convertir_archivo(ruta, "officejs")
    con = formulas(ruta)
    assert sum("_xldudf_IMSS_" in str(f) for f in con.values()) == cuantas > 0
    assert variantes.convertir_archivo(ruta, "officejs") == 0
    assert variantes.convertir_archivo(ruta, "escritorio") == cuantas
    assert formulas(ruta) == formulas(origen)
    assert [p.name for p in tmp_path.iterdir()] == [origen.name]
    with zipfile.ZipFile(ruta) as a, zipfile.ZipFile(origen) as b:
        assert a.namelist() == b.namelist()
        for parte in b.namelist():
            if "worksheets/sheet" not in parte:
                assert a.read(parte) == b.read(parte), parte


def test_values_and_refresh_are_those_of_the_other(tmp_path):
    origen = next(r for r in LIBROS if r.stem == "valuacion")
    con = Path(shutil.copy(origen, tmp_path / "con.xlsx"))
    sin = Path(shutil.copy(origen, tmp_path / "sin.xlsx"))
    for ruta, variante in ((con, "officejs"), (sin, "escritorio")):
        with motor.abrir(ruta) as book:
            variantes.convertir(book, variante)
            book.names["srt_2010_tasa"].refers_to_range.value = 0.04
            macros.actualizar(book)
            book.save()
            assert not book.app.impl.reporte.errores
            assert not book.app.impl.reporte.descartadas
    valores = [
        {
            (h.title, c.coordinate): c.value
            for h in openpyxl.load_workbook(r, data_only=True)
            if h.title != "Bitácora"
            for f in h.iter_rows()
            for c in f
        }
        for r in (con, sin)
    ]
    assert valores[0] == valores[1]


def test_an_unknown_variant(tmp_path):
    ruta = Path(shutil.copy(LIBROS[0], tmp_path))
    with pytest.raises(DatoInvalido, match=r"variante: .* escritorio o officejs"):
        variantes.convertir_archivo(ruta, "web")
