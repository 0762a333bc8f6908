"""An .xlsm: the same workbook, with what desktop Excel needs, and refreshed without losing it."""

import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import openpyxl
import pytest
from lxml import etree
from oletools.olevba import VBA_Parser

from xl import libros, macros, motor
from xl.contrato import registro
from xl.libros.comun import xlsm
from xl.vba import codigo
from xl.vba.botones import BOTONES

RAIZ = Path(__file__).parents[3]


@pytest.fixture(scope="module")
def libro(tmp_path_factory):
    return libros.construir("valuacion", tmp_path_factory.mktemp("xlsm") / "valuacion.xlsm")


def test_modules_names_and_ribbon(libro):
    with zipfile.ZipFile(libro) as z:
        raiz = etree.fromstring(z.read("xl/workbook.xml"))
        hojas = [s.get("name") for s in raiz.iter("{*}sheet")]
        assert raiz.find("{*}workbookPr").get("codeName") == "ThisWorkbook"
        codigos = [
            etree.fromstring(z.read(f"xl/worksheets/sheet{i}.xml"))
            .find("{*}sheetPr")
            .get("codeName")
            for i in range(1, len(hojas) + 1)
        ]
        assert z.read("customUI/customUI14.xml").decode() == codigo.cinta()
        assert b"customUI/customUI14.xml" in z.read("_rels/.rels")
        dibujos = b"".join(z.read(n) for n in z.namelist() if n.endswith(".vml"))
    modulos = {nombre for _, _, nombre, _ in VBA_Parser(str(libro)).extract_macros()}
    assert {f"{c}.cls" for c in codigos} < modulos
    for boton in BOTONES:
        assert boton.macro.encode() in dibujos


def test_sheet_of_intellisense(libro):
    hoja = openpyxl.load_workbook(libro, read_only=False)[xlsm.INTELLISENSE]
    assert hoja.sheet_state == "veryHidden"
    filas = list(hoja.iter_rows(values_only=True))
    assert filas[0][0] == "FunctionInfo"
    assert [f[0] for f in filas[1:]] == sorted(f.nombre for f in registro())


def test_a_refresh_keeps_the_project(libro, tmp_path):
    copia = Path(shutil.copy(libro, tmp_path / "valuacion.xlsm"))
    with motor.abrir(copia) as book:
        book.names["srt_2010_tasa"].refers_to_range.value = 0.03
        assert macros.actualizar(book).cambios
        book.save()
    with zipfile.ZipFile(libro) as a, zipfile.ZipFile(copia) as b:
        for parte in ("xl/vbaProject.bin", "customUI/customUI14.xml", "_rels/.rels"):
            assert a.read(parte) == b.read(parte)


def test_two_builds_are_equal(libro, tmp_path):
    otro = libros.construir("valuacion", tmp_path / "valuacion.xlsm")
    assert otro.read_bytes() == libro.read_bytes()


def test_the_module_beside_the_workbooks_works_from_anywhere(tmp_path):
    """As xlwings does in Excel: the folder of the workbook in the path, another as the current."""
    orden = (
        "import sys; sys.path.insert(0, sys.argv[1]); import modelo_imss as m; "
        "print(m.tasa_real(0.0723, 0.036), callable(m.actualizar), callable(m.restablecer))"
    )
    hecho = subprocess.run(
        [sys.executable, "-c", orden, str(RAIZ / "workbooks")],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    )
    assert hecho.stdout.split() == [str(0.0723 / 1.036 - 0.036 / 1.036), "True", "True"] or (
        abs(float(hecho.stdout.split()[0]) - 0.035038) < 1e-6
    )
