"""Every figure of the worked examples in the documents, run again as an analyst would type it.

The examples are fenced blocks tagged ``ejemplo``. Lines, in order:

``Supuestos!F8 ← 4%``       type into a cell; with nothing after the arrow, the lines that follow
                            are the rows of a block, cells separated by "|"; then a refresh
``=PRIMA_PROMEDIO(a,b)``    a formula of Excel over the named ranges of valuacion.xlsx
``→ 1.20 % | suficiente``   a row of its result, to the digits printed; "…" stands for any row,
                            or for what follows in the row
``✗ message``               the message that the formula, or the refresh, ends with

Names are those of valuacion.xlsx unless a line ``<!-- libro: rentas -->`` of the page says another.
"""

import functools
import re
import shutil
import zipfile
from dataclasses import dataclass, field
from pathlib import Path

import pytest
import xlsxwriter

from pymodel import conciliacion
from pymodel.errores import DatoInvalido
from xl import macros, motor

DOCS = Path(__file__).parent.parent / "docs"
GUIA = DOCS / "guia.md"
GUIAS = sorted(DOCS.glob("guia*.md"))
FIGURE = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+\.\d+(?= %)")
FENCE = re.compile(r"^```ejemplo\n(.*?)^```", re.M | re.S)
# Said by the reports, or rounded from the examples, in words.
SIN_RECUADRO = {"0.01", "0.1", "0.3"}
PASO = 20  # columns between the results of two formulas


@dataclass
class Formula:
    texto: str
    filas: list[str] = field(default_factory=list)
    mensaje: str = ""


@dataclass
class Ejemplo:
    lugar: str
    libro: str
    capturas: list[tuple[str, list[list[object]]]]
    formulas: list[Formula]
    mensaje: str = ""


def leer(documento):
    texto = documento.read_text(encoding="utf-8")
    libro = re.search(r"<!-- libro: (\w+) -->", texto)
    for hallado in FENCE.finditer(texto):
        linea = texto.count("\n", 0, hallado.start()) + 2
        lugar = f"{documento.name}:{linea}"
        yield leer_bloque(lugar, libro[1] if libro else "valuacion", hallado[1].splitlines())


def leer_bloque(lugar, libro, lineas):
    ejemplo = Ejemplo(lugar, libro, [], [])
    for linea in filter(str.strip, lineas):
        celda, flecha, valor = linea.partition("←")
        if flecha:
            ejemplo.capturas.append((celda.strip(), [[tecleado(valor)]] if valor.strip() else []))
        elif linea.startswith("="):
            ejemplo.formulas.append(Formula(linea))
        elif linea.startswith("→"):
            ejemplo.formulas[-1].filas.append(linea[1:].strip())
        elif linea.startswith("✗"):
            (ejemplo.formulas[-1] if ejemplo.formulas else ejemplo).mensaje = linea[1:].strip()
        elif ejemplo.formulas:  # a long formula goes on
            ejemplo.formulas[-1].texto += linea.strip()
        else:
            ejemplo.capturas[-1][1].append([tecleado(c) for c in linea.split("|")])
    return ejemplo


def tecleado(texto):
    """What Excel makes of a text that is typed: a number, a percentage, or the text."""
    texto = texto.strip()
    if texto.startswith("'"):  # how one types a text that looks like a number
        return texto[1:]
    leido = cifra(texto)
    return texto or None if leido is None else leido[0]


def cifra(texto):
    """Number and half a unit of its last digit, or None."""
    leido = re.fullmatch(r"(-?[\d,]*\.?(\d*))( ?%)?", texto)
    if not leido or not re.search(r"\d", texto):
        return None
    escala = 0.01 if leido[3] else 1.0
    decimales = len(leido[2]) if "." in leido[1] else 0
    return float(leido[1].replace(",", "")) * escala, 0.5 * 10.0**-decimales * escala


EJEMPLOS = [e for documento in sorted(DOCS.glob("*.md")) for e in leer(documento)]
SIN_CAPTURA = [e for e in EJEMPLOS if not e.capturas]
CON_CAPTURA = [e for e in EJEMPLOS if e.capturas]


@pytest.fixture(scope="module")
def libros(tmp_path_factory):
    """Builds each workbook once, when an example first asks for it."""
    from xl.libros import construir

    carpeta = tmp_path_factory.mktemp("guia")
    return functools.cache(lambda clave: construir(clave, carpeta / f"{clave}.xlsx"))


@pytest.fixture
def libro(libros):
    return libros("valuacion")


def valores_de_nombres(book, formulas):
    """Cells of each defined name that the formulas use."""
    palabras = {p for f in formulas for p in re.findall(r"\w+", re.sub(r'"[^"]*"', "", f.texto))}
    nombres = sorted(palabras & {n.name for n in book.names})
    return {n: book.names[n].refers_to_range.options(ndim=2).value for n in nombres}


def evaluar(formulas, nombres, carpeta):
    """Result rows of each formula, or its message, from a small workbook with the named ranges."""
    ruta = carpeta / "ejemplos.xlsx"
    with xlsxwriter.Workbook(str(ruta)) as archivo:
        datos, hoja = archivo.add_worksheet("Datos"), archivo.add_worksheet("Ejemplos")
        columna = 0
        for nombre, filas in nombres.items():
            ancho, alto = len(filas[0]), len(filas)
            for i, fila in enumerate(filas):
                datos.write_row(i, columna, fila)
            desde, hasta = (
                xlsxwriter.utility.xl_rowcol_to_cell(f, c, True, True)
                for f, c in ((0, columna), (alto - 1, columna + ancho - 1))
            )
            archivo.define_name(nombre, f"=Datos!{desde}:{hasta}")
            columna += ancho
        for i, f in enumerate(formulas):
            hoja.write_dynamic_array_formula(0, PASO * i, 0, PASO * i, f.texto)
        # Ours: ordinary formulas are evaluated too.
        archivo.defined_names.append([motor.MARCA, 1, "TRUE", True])
    with motor.abrir(ruta) as book:
        reporte = book.impl.calculate(todo=True)
        mensajes = {aviso.celda: aviso.mensaje for aviso in reporte.errores + reporte.descartadas}
        resultados = []
        for i in range(len(formulas)):
            celda = book.sheets["Ejemplos"].range((1, 1 + PASO * i))
            mensaje = mensajes.get(celda.address.replace("$", ""), "")
            resultados.append((celda.expand("table").options(ndim=2).value, mensaje))
    return resultados


def problemas(lugar, formula, filas, mensaje):
    """What the result of a formula has that the document does not say, or the other way round."""
    donde = f"{lugar}: {formula.texto}"
    if mensaje != formula.mensaje:
        return [f"{donde}: mensaje «{mensaje}»"]
    if mensaje:
        return []
    if not formula.filas:
        return [f"{donde}: sin resultado en el documento"]
    restantes = list(filas)
    for esperada in formula.filas:
        if esperada == "…":
            continue
        while restantes and not coincide(restantes[0], esperada):
            restantes.pop(0)
        if not restantes:
            return [f"{donde}: «{esperada}» no está en {filas[:12]}"]
        restantes.pop(0)
    if "…" not in formula.filas and len(filas) != len(formula.filas):
        return [f"{donde}: {len(filas)} renglones: {filas[:12]}"]
    return []


def coincide(fila, esperada):
    celdas = [c.strip() for c in esperada.split("|")]
    if celdas[-1] == "…":
        celdas.pop()
    elif len(celdas) != len(fila):
        return False
    return all(igual(a, b) for a, b in zip(fila, celdas, strict=False))


def igual(valor, impreso):
    leido = cifra(impreso)
    if isinstance(valor, int | float) and leido is not None:
        return abs(valor - leido[0]) <= leido[1] * (1 + 1e-9)
    if impreso.endswith("…"):
        return str(valor).startswith(impreso[:-1])
    return ("" if valor is None else str(valor)) == impreso


def test_the_guide_has_examples():
    assert len(EJEMPLOS) >= 20
    assert sum(bool(f.mensaje) for e in EJEMPLOS for f in (e, *e.formulas)) >= 12


@pytest.mark.parametrize("documento", GUIAS, ids=lambda d: d.stem)
def test_figures_in_the_text_are_those_of_the_examples(documento):
    """Amounts, and percentages with decimals; an example may have them as 1810 or 0.0181."""
    guia = documento.read_text(encoding="utf-8")
    recuadros = " ".join(FENCE.findall(guia))
    texto = FENCE.sub("", guia).partition("<!-- funciones")[0]
    for dicha in set(FIGURE.findall(texto)) - SIN_RECUADRO:
        numero = float(dicha.replace(",", ""))
        formas = "|".join(map(re.escape, (dicha, dicha.replace(",", ""), f"{numero / 100:g}")))
        hallada = re.search(rf"(?<![\d.])(?:{formas})(?!\d|,\d{{3}}(?!\d))", recuadros)
        assert hallada, f"{dicha} no está en ningún ejemplo"


def test_checks_that_the_documents_cite_exist():
    """By their full id; two are said to be left out, for lack of their tables."""
    todas = {v.id for v in conciliacion.verificaciones()}
    citadas = {
        i
        for d in DOCS.glob("*.md")
        for i in re.findall(r"`(ifa\d{4}_\w\.[\w.-]+)`", d.read_text(encoding="utf-8"))
    }
    assert citadas - todas == {"ifa2005_b.B96", "ifa2010_a.C9"}


@pytest.mark.parametrize("clave", sorted({e.libro for e in SIN_CAPTURA}))
def test_examples_over_the_workbook_as_built(clave, libros, tmp_path):
    formulas = [(e.lugar, f) for e in SIN_CAPTURA if e.libro == clave for f in e.formulas]
    with motor.abrir(libros(clave), solo_lectura=True) as book:
        nombres = valores_de_nombres(book, [f for _, f in formulas])
    resultados = evaluar([f for _, f in formulas], nombres, tmp_path)
    hallados = [
        p
        for (lugar, formula), resultado in zip(formulas, resultados, strict=True)
        for p in problemas(lugar, formula, *resultado)
    ]
    assert not hallados, "\n".join(hallados)


@pytest.mark.parametrize("ejemplo", CON_CAPTURA, ids=lambda e: e.lugar)
def test_examples_that_type_into_the_workbook(ejemplo, libros, tmp_path):
    copia = shutil.copy(libros(ejemplo.libro), tmp_path / f"{ejemplo.libro}.xlsx")
    with motor.abrir(copia) as book:
        for celda, filas in ejemplo.capturas:
            hoja, _, direccion = celda.rpartition("!")
            book.sheets[hoja.strip("'")].range(direccion).value = filas
        if ejemplo.mensaje:
            with pytest.raises(DatoInvalido) as error:
                macros.actualizar(book)
            assert str(error.value) == ejemplo.mensaje
            return
        macros.actualizar(book)
        nombres = valores_de_nombres(book, ejemplo.formulas)
    resultados = evaluar(ejemplo.formulas, nombres, tmp_path)
    hallados = [
        p
        for formula, resultado in zip(ejemplo.formulas, resultados, strict=True)
        for p in problemas(ejemplo.lugar, formula, *resultado)
    ]
    assert not hallados, "\n".join(hallados)


def abierto_en_excel(libro):
    libro.with_name("~$valuacion.xlsx").touch()


def no_es_un_libro(libro):
    libro.write_text("hola")


def sin_un_nombre(libro):
    with zipfile.ZipFile(libro) as z:
        partes = {n: z.read(n) for n in z.namelist()}
    with zipfile.ZipFile(libro, "w") as z:
        for n, contenido in partes.items():
            z.writestr(n, contenido.replace(b'name="srt_2005_tasa"', b'name="tasa_srt"'))


@pytest.mark.parametrize("danio", [abierto_en_excel, no_es_un_libro, sin_un_nombre])
def test_messages_about_the_file_are_in_the_guide(danio, libro, tmp_path):
    copia = Path(shutil.copy(libro, tmp_path / "valuacion.xlsx"))
    danio(copia)
    with pytest.raises(DatoInvalido) as error, motor.abrir(copia) as book:  # noqa: PT012
        macros.actualizar(book)
        book.save()
    assert f"`{error.value}`" in GUIA.read_text(encoding="utf-8")
