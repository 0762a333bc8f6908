"""Workbooks made to harm: refused or made harmless, and never anything outside their file."""

import shutil
import zipfile
from pathlib import Path

import openpyxl
import pytest

from pymodel.errores import DatoInvalido
from xl import macros, motor

VALUACION = Path(__file__).parents[2] / "workbooks" / "valuacion.xlsx"


@pytest.fixture
def libro(tmp_path):
    carpeta = tmp_path / "dentro"
    carpeta.mkdir()
    return Path(shutil.copy(VALUACION, carpeta))


def rehacer(ruta, cambiar):
    """The same file with `cambiar(name, data)` -> (name, data) applied to each part."""
    with zipfile.ZipFile(ruta) as libro:
        partes = [cambiar(n, libro.read(n)) for n in libro.namelist()]
    with zipfile.ZipFile(ruta, "w", zipfile.ZIP_DEFLATED) as libro:
        for nombre, datos in partes:
            libro.writestr(nombre, datos)


@pytest.mark.parametrize(
    "parte",
    ["../fuera.txt", "../../fuera.txt", "/fuera.txt", "xl/../../fuera.txt", "..\\fuera.txt"],
)
def test_parts_with_a_path_write_nothing_outside(libro, parte):
    with zipfile.ZipFile(libro, "a") as zip_:
        zip_.writestr(parte, "x")
    with motor.abrir(libro) as book:
        book.names["srt_2010_tasa"].refers_to_range.value = 0.04
        book.save()
    raiz = libro.parent.parent
    assert sorted(p.name for p in raiz.rglob("*")) == [
        "dentro",
        "valuacion.bak.xlsx",
        "valuacion.xlsx",
    ]
    assert not Path("/fuera.txt").exists()


@pytest.mark.parametrize("destino", ["../../../../etc/passwd", "/etc/passwd", "file:///etc/passwd"])
def test_relations_to_other_files_are_not_followed(libro, destino):
    def cambiar(nombre, datos):
        if nombre == "xl/_rels/workbook.xml.rels":
            datos = datos.replace(b'Target="worksheets/sheet1.xml"', f'Target="{destino}"'.encode())
        return nombre, datos

    rehacer(libro, cambiar)
    antes = libro.read_bytes()
    with pytest.raises(DatoInvalido, match="dañado"), motor.abrir(libro) as book:
        macros.actualizar(book)
    assert libro.read_bytes() == antes


@pytest.mark.parametrize("parte", ["xl/workbook.xml", "xl/worksheets/sheet2.xml", "xl/styles.xml"])
def test_xml_nested_without_end(libro, parte):
    def cambiar(nombre, datos):
        if nombre == parte:
            cierre = datos.rindex(b"</")
            datos = datos[:cierre] + b"<a>" * 200_000 + b"</a>" * 200_000 + datos[cierre:]
        return nombre, datos

    rehacer(libro, cambiar)
    mensaje = None
    try:
        with motor.abrir(libro) as book:
            book.names["srt_2010_tasa"].refers_to_range.value = 0.04
            book.save()
    except DatoInvalido as error:
        mensaje = str(error)
    assert mensaje is None or "dañado" in mensaje


def test_zip_bomb_is_refused_before_it_expands(libro):
    with zipfile.ZipFile(libro, "a", zipfile.ZIP_DEFLATED) as zip_:
        for i in range(3):
            zip_.writestr(f"xl/relleno{i}.bin", bytes(400 * 2**20))
    with pytest.raises(DatoInvalido, match="al expandirse es demasiado grande"):
        motor.recalcular(libro)


TEXTOS = [
    '=HYPERLINK("http://x","y")',
    "+1+1",
    "@SUM(A1)",
    "-2+3",
    "=cmd|' /C calc'!A0",
    "=1",
]


@pytest.mark.parametrize("texto", TEXTOS)
def test_a_name_of_the_workbook_never_becomes_a_formula(libro, texto):
    """The name of a scenario is repeated in the results and in the log, as the text that it is."""
    with motor.abrir(libro) as book:
        book.names["escenario_1_nombre"].refers_to_range.value = f"'{texto}"
        macros.actualizar(book)
        book.save()
    with motor.abrir(libro, solo_lectura=True) as book:
        resultados = book.names["resultados"].refers_to_range.options(ndim=2).value
        assert texto in {fila[0] for fila in resultados}
    guardado = openpyxl.load_workbook(libro)
    iguales = [
        celda
        for hoja in ("Resultados", "Bitácora")
        for fila in guardado[hoja].iter_rows()
        for celda in fila
        if celda.data_type == "f" and texto in str(celda.value)
    ]
    assert iguales == []
