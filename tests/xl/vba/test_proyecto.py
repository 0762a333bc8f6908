"""The VBA project: what is written is what olevba and olefile read back."""

import random
import re
import zipfile
from importlib import resources

import olefile
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from oletools.olevba import VBA_Parser, decompress_stream

import udfs
from xl import escritorio
from xl.contrato import registro
from xl.vba import cfb, codigo, compresion, proyecto
from xl.vba.botones import BOTONES

assert udfs.__all__
HOJAS = ["Hoja1", "Hoja2", "Hoja3"]


@pytest.fixture(scope="module")
def fuente():
    return codigo.funciones(registro())


@pytest.fixture(scope="module")
def binario(fuente, tmp_path_factory):
    ruta = tmp_path_factory.mktemp("vba") / "vbaProject.bin"
    ruta.write_bytes(proyecto.libro(HOJAS, fuente, codigo.apertura()))
    return ruta


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.sampled_from([b"Function ", b"End\r\n", b"x", b"(a, b)", b"\xf1"]), max_size=3000)
)
def test_compression_is_what_olevba_expands(trozos):
    datos = b"".join(trozos)
    comprimido = compresion.comprimir(datos)
    assert compresion.descomprimir(comprimido) == datos
    if datos:
        assert bytes(decompress_stream(bytearray(comprimido))) == datos


def test_incompressible_chunk():
    azar = random.Random(1997)
    datos = azar.randbytes(4096) + azar.randbytes(100)
    comprimido = compresion.comprimir(datos)
    assert compresion.descomprimir(comprimido) == datos
    assert bytes(decompress_stream(bytearray(comprimido))) == datos


def test_what_is_not_compressed_is_refused():
    with pytest.raises(ValueError, match="comprimido"):
        compresion.descomprimir(b"hola")


@settings(max_examples=40, deadline=None)
@given(
    st.dictionaries(
        st.text("abcDEF123_", min_size=1, max_size=20),
        st.sampled_from([0, 1, 63, 64, 65, 4095, 4096, 4097, 70_000]),
        min_size=1,
        max_size=30,
    )
)
def test_compound_file_is_what_olefile_reads(largos):
    unicos = {n.upper(): n for n in largos}  # names differ by more than their case
    flujos = {n: bytes(i % 251 for i in range(largos[n])) for n in unicos.values()}
    datos = cfb.escribir({"VBA": flujos, "PROJECT": b"x" * 5000})
    assert cfb.leer(datos) == {"PROJECT": b"x" * 5000, **{f"VBA/{n}": d for n, d in flujos.items()}}
    with olefile.OleFileIO(datos, raise_defects=olefile.DEFECT_INCORRECT) as archivo:
        assert archivo.exists("vba")


def test_olevba_reads_every_module_to_the_letter(binario, fuente):
    leidos = {nombre: texto for _, _, nombre, texto in VBA_Parser(str(binario)).extract_macros()}
    assert set(leidos) == {
        "ThisWorkbook.cls",
        *(f"{h}.cls" for h in HOJAS),
        f"{codigo.MODULO}.bas",
        "xlwings.bas",
        "Dictionary.cls",
    }
    assert leidos[f"{codigo.MODULO}.bas"] == fuente
    assert leidos["ThisWorkbook.cls"].endswith(codigo.apertura())
    paquete = resources.files("xlwings").joinpath("xlwings.bas").read_text(encoding="utf-8")
    assert leidos["xlwings.bas"].split() == paquete.split()


def test_names_are_the_same_in_every_stream(binario):
    flujos = cfb.leer(binario.read_bytes())
    lineas = flujos["PROJECT"].decode("cp1252")
    en_proyecto = re.findall(r"^(?:Document|Module|Class)=(\w+)", lineas, re.M)
    en_nombres = [
        n.decode("cp1252") for n in re.findall(rb"(\w+)\0(?:\w\0)+\0\0", flujos["PROJECTwm"])
    ]
    directorio = compresion.descomprimir(flujos["VBA/dir"])
    en_directorio = [v.decode() for _, tipo, v in proyecto._records(directorio) if tipo == 0x1A]
    assert en_proyecto == en_nombres == en_directorio
    assert {f"VBA/{n}" for n in en_proyecto} < set(flujos)
    assert flujos["VBA/_VBA_PROJECT"] == bytes.fromhex("CC61FFFF000000")


def test_template_is_source_only_too():
    """The precedent: the workbook that xlwings ships has no compiled code either."""
    libro = resources.files("xlwings").joinpath(proyecto.PLANTILLA)
    with resources.as_file(libro) as ruta, zipfile.ZipFile(ruta) as z:
        flujos = cfb.leer(z.read("xl/vbaProject.bin"))
    assert len(flujos["VBA/_VBA_PROJECT"]) == 7


def test_each_function_has_its_wrapper_and_its_help(fuente):
    for f in registro():
        firma = re.search(rf"^Public Function {f.nombre}\((.*)\)\r$", fuente, re.M)
        assert firma, f.nombre
        nombres = [a.removeprefix("Optional ") for a in firma[1].split(", ")]
        assert nombres == [a.nombre for a in f.argumentos]
        opcionales = [a.startswith("Optional ") for a in firma[1].split(", ")]
        assert opcionales == [a.opcional for a in f.argumentos]
        assert f'"{f.nombre.lower()}", Array({", ".join(nombres)})' in fuente
        assert f'Macro:="{f.nombre}"' in fuente


def test_limits_of_vba(fuente):
    """1,023 letters a line, 24 continuations, 64 KB a procedure, 255 letters a description."""
    lineas = fuente.split("\r\n")
    assert max(map(len, lineas)) <= 1023
    seguidas = 0
    for linea in lineas:
        seguidas = seguidas + 1 if linea.endswith(" _") else 0
        assert seguidas <= 24
    procedimientos = re.split(r"^(?:Public|Private) (?:Function|Sub) ", fuente, flags=re.M)
    assert max(map(len, procedimientos)) < 64_000
    for literal in re.findall(r'"((?:[^"\r\n]|"")*)"', fuente):
        assert len(literal.replace('""', '"')) <= codigo.MAXIMO_AYUDA


def test_exported_module_is_up_to_date(fuente):
    escrito = codigo.EXPORTADO.read_bytes().decode(codigo.CODIFICACION)
    assert escrito == fuente, "corra python -m xl.contrato.guia"


def test_every_button_runs_something(fuente):
    cinta = codigo.cinta()
    for boton in BOTONES:
        assert callable(getattr(escritorio, boton.funcion))
        assert f"Public Sub {boton.macro}()" in fuente
        assert f'onAction="{boton.macro}Cinta"' in cinta
        assert f"Public Sub {boton.macro}Cinta(control As IRibbonControl)" in fuente
