"""What every workbook of ours owes: it is what the code builds, whole, readable, refreshable."""

import re
import shutil
import subprocess
import zipfile
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from lxml import etree

from pymodel.conciliacion import conciliar
from pymodel.errores import DatoInvalido
from xl import libros, macros, motor
from xl.contrato import registro
from xl.libros.comun import armado, entradas, lectura, plano

RAIZ = Path(__file__).parents[3]


@pytest.fixture(scope="module", params=libros.CLAVES)
def libro(request, construidos):
    """(definition, path) of each workbook."""
    return libros.definicion(request.param), construidos(request.param)


@pytest.fixture
def copia(libro, tmp_path):
    d, ruta = libro
    destino = tmp_path / ruta.name
    destino.write_bytes(ruta.read_bytes())
    return d, destino


def parts(contenido):
    with zipfile.ZipFile(BytesIO(contenido)) as z:
        return {n: z.read(n) for n in z.namelist()}


def cells(xml):
    """Everything of a sheet but the figures, and the figures apart."""
    raiz = etree.fromstring(xml)
    figuras = []
    for v in raiz.iter("{*}v"):
        celda = v.getparent()
        if celda.get("t", "n") == "n":
            figuras.append(float(v.text))
            v.text = ""
    return etree.tostring(raiz), figuras


def test_committed_workbook_is_what_the_code_builds(libro):
    """Against the version in git: the one on disk is refreshed by every `python run.py`."""
    d, ruta = libro
    git = subprocess.run(
        ["git", "show", f":workbooks/{d.clave}.xlsx"], cwd=RAIZ, capture_output=True, check=False
    )
    if git.returncode and not (RAIZ / ".git").exists():
        pytest.skip("no es un clon de git: no hay versión registrada con que comparar")
    assert git.returncode == 0, f"workbooks/{d.clave}.xlsx no está registrado"
    registrado, nuevo = parts(git.stdout), parts(ruta.read_bytes())
    assert list(registrado) == list(nuevo)
    for parte, contenido in nuevo.items():
        if not parte.startswith("xl/worksheets/sheet"):
            assert registrado[parte] == contenido, parte
            continue
        # Figures may differ in the last bit from one processor to another.
        (forma_a, figuras_a), (forma_b, figuras_b) = cells(registrado[parte]), cells(contenido)
        assert forma_a == forma_b, parte
        assert figuras_a == pytest.approx(figuras_b, rel=1e-11, abs=1e-9), parte


def test_two_builds_are_equal_byte_for_byte(libro, tmp_path):
    d, ruta = libro
    otro = libros.construir(d.clave, tmp_path / ruta.name)
    assert otro.read_bytes() == ruta.read_bytes()
    assert [p.name for p in tmp_path.iterdir()] == [ruta.name]


def test_sheets_and_settings(libro):
    d, ruta = libro
    formulas = openpyxl.load_workbook(ruta)
    nombres = [h.nombre for h in armado.hojas(d)]
    assert formulas.sheetnames == nombres
    assert formulas[plano.CONF].sheet_state == "hidden"
    conf = dict(formulas[plano.CONF].iter_rows(min_col=1, max_col=2, values_only=True))
    assert conf["UDF Modules"] == "modelo_imss"
    for nombre in nombres[:-1]:
        assert formulas[nombre].sheet_properties.pageSetUpPr.fitToPage, nombre
    for hoja in formulas:
        for regla in hoja.data_validations.dataValidation:
            assert "válido" in regla.errorTitle, hoja.title
            assert regla.error, hoja.title


def test_no_formula_of_ours_is_an_error(libro):
    d, ruta = libro
    formulas = openpyxl.load_workbook(ruta)
    valores = openpyxl.load_workbook(ruta, data_only=True)
    con_error, usadas = [], set()
    for hoja in formulas:
        for fila in hoja.iter_rows():
            for celda in fila:
                if celda.data_type != "f":
                    continue
                usadas.add(hoja.title)
                valor = valores[hoja.title][celda.coordinate].value
                if isinstance(valor, str) and valor.startswith("#"):
                    con_error.append((hoja.title, celda.coordinate, valor))
    assert con_error == []
    assert usadas - {plano.CONCILIACION} <= d.hojas_de_formulas() | {
        h.nombre for h in d.hojas if not h.formulas
    }


def test_reconciliation_and_functions_are_complete(libro):
    d, ruta = libro
    valores = openpyxl.load_workbook(ruta, data_only=True, read_only=True)
    assert (plano.CONCILIACION in valores.sheetnames) == bool(d.resumenes)
    if d.resumenes:
        filas = valores[plano.CONCILIACION].iter_rows(
            min_row=plano.FILA_CONCILIACION, max_col=1, values_only=True
        )
        assert [f[0] for f in filas if f[0]] == [r.id for s in d.resumenes for r in conciliar(s)]
    filas = valores[plano.FUNCIONES].iter_rows(min_row=5, max_col=1, values_only=True)
    assert sorted(f[0] for f in filas) == sorted(f.nombre for f in registro())


def test_inputs_have_their_names_and_defaults(libro):
    d, ruta = libro
    assert d.celdas()
    with motor.abrir(ruta, solo_lectura=True) as book:
        assert libros.de(book) is d
        assert entradas.diferencias(book, d.celdas()) == []
        for e in d.entradas:
            e.leer(book)


def test_refresh_of_a_new_book_changes_nothing(copia):
    d, ruta = copia
    with motor.abrir(ruta) as book:
        hecho = macros.actualizar(book)
    assert hecho.cambios == ()
    assert hecho.supuestos == ()
    assert hecho.verificaciones.endswith(" 0 no cumplen") or not d.resumenes


def test_a_changed_input_moves_the_results_and_a_reset_puts_them_back(copia):
    d, ruta = copia
    numericos = ("tasa", "numero", "mdp", "pesos")
    elegidas = [e for e in d.entradas if e.tipo in numericos and e.defecto]
    if not elegidas:
        pytest.skip("sus entradas las prueba tests/xl/test_macros.py")
    primera = elegidas[0]
    with motor.abrir(ruta) as book:
        lectura.rango(book, primera.nombre).value = primera.defecto * 1.125
        hecho = macros.actualizar(book)
        assert len(hecho.supuestos) == 1
        assert hecho.cambios
        macros.restablecer_supuestos(book)
        assert macros.actualizar(book).supuestos == ()


def test_a_text_in_an_input_is_an_error_that_names_the_cell(copia):
    d, ruta = copia
    numericas = [e for e in d.entradas if e.tipo in ("tasa", "entero", "numero", "mdp", "pesos")]
    with motor.abrir(ruta) as book:
        for e in numericas:
            celda = lectura.rango(book, e.nombre)
            celda.value = "abc"
            with pytest.raises(DatoInvalido, match="abc") as error:
                e.leer(book)
            assert celda.sheet.name in str(error.value)
            celda.value = e.defecto


def blocks(d):
    """Input blocks with their columns of figures, and those of them that have no empty cell."""
    for e in d.entradas:
        if e.tipo != "tabla":
            continue
        columnas = [[v for v in c if v is not None] for c in zip(*e.defecto, strict=True)]
        cifras = [j for j, c in enumerate(columnas) if c and {*map(type, c)} <= {int, float}]
        if cifras:
            yield e, cifras, [j for j in cifras if len(columnas[j]) == len(e.defecto)]


@pytest.mark.parametrize("malo", ["n.d.", "3.5 %", "#N/A"])
def test_a_text_in_a_block_of_figures_is_an_error_that_names_the_cell(copia, malo):
    d, ruta = copia
    with motor.abrir(ruta) as book:
        for e, cifras, _ in blocks(d):
            celda = lectura.rango(book, e.nombre)[len(e.defecto) // 2, cifras[-1]]
            celda.value = malo
            with pytest.raises(DatoInvalido, match=re.escape(malo)) as error:
                e.leer(book)
            assert lectura.lugar(celda) in str(error.value)
            celda.value = e.defecto[len(e.defecto) // 2][cifras[-1]]


def test_an_emptied_figure_is_an_error_that_names_the_cell(copia):
    """A sum of the sheet would shrink in silence."""
    d, ruta = copia
    with motor.abrir(ruta) as book:
        for e, _, completas in blocks(d):
            if not completas or e.vacia:
                continue
            celda = lectura.rango(book, e.nombre)[0, completas[-1]]
            celda.value = None
            with pytest.raises(DatoInvalido, match="una celda vacía") as error:
                e.leer(book)
            assert lectura.lugar(celda) in str(error.value)
            celda.value = e.defecto[0][completas[-1]]


def test_a_block_of_another_size_is_neither_read_nor_restored(copia):
    d, ruta = copia
    with motor.abrir(ruta) as book:
        for e, *_ in blocks(d):
            crecida = replace(e, defecto=[*e.defecto, e.defecto[-1]])
            with pytest.raises(DatoInvalido, match="insertó o borró"):
                crecida.leer(book)
            with pytest.raises(DatoInvalido, match="insertó o borró"):
                entradas.restablecer(book, [(e.nombre, crecida.defecto)])


def test_a_row_emptied_with_its_label_is_no_error(construidos, tmp_path):
    ruta = shutil.copy(construidos("guarderias_ssfam_servicios"), tmp_path)
    delegaciones = next(
        e for e in libros.definicion("guarderias_ssfam_servicios").entradas if "2010" in e.nombre
    )
    with motor.abrir(ruta) as book:
        lectura.rango(book, delegaciones.nombre)[3, :].clear_contents()
        assert delegaciones.leer(book)[3] == [None] * 5
