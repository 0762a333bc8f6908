"""The generated parts of the documents are what the code generates today."""

import re

import pytest

from pymodel import conciliacion, finanzas
from pymodel.errores import DatoInvalido
from pymodel.valuacion import CASOS
from xl.contrato import guia, registro

DOCUMENTOS = sorted(guia.DOCS.glob("*.md"))


@pytest.mark.parametrize("documento", DOCUMENTOS, ids=lambda d: d.name)
def test_generated_parts_are_up_to_date(documento):
    texto = documento.read_text(encoding="utf-8")
    assert guia.generar(texto) == texto, "corra python -m xl.contrato.guia"


def test_each_generated_part_is_in_a_document():
    todo = "".join(d.read_text(encoding="utf-8") for d in DOCUMENTOS)
    assert set(re.findall(r"<!-- (\w+):inicio -->", todo)) == set(guia.SECCIONES)


def test_functions_list_every_declared_function_with_commas():
    texto = guia.funciones()
    for f in registro():
        assert f"| `{f.nombre}(" in texto
        assert f.ejemplo in texto
        for a in f.argumentos:
            assert f"`{a.nombre}`: {a.ayuda}" in texto
    assert '| `VALOR_PRESENTE(flujo, tasa, [convencion="fin"],' in texto


def test_checks_add_up():
    numeros = [
        list(map(int, re.findall(r"\| (\d+) (?=\|)", fila)))
        for fila in guia.verificaciones().splitlines()
        if re.match(r"\| (ifa|sps|\*\*Todas)", fila)
    ]
    *partes, total = numeros
    assert [sum(columna) for columna in zip(*partes, strict=True)] == total
    assert sum(total) == len(conciliacion.conciliar())


def test_interpolation_marks_the_method_of_each_valuation():
    filas = [f.split(" | ") for f in guia.interpolacion().splitlines()[2:]]
    assert len(filas) == 2 * len(CASOS)
    for caso, fila in zip([c for c in CASOS for _ in range(2)], filas, strict=True):
        assert fila[0].startswith(f"| {caso.titulo}")
        marcados = [m for m, celda in zip(finanzas.METODOS, fila[2:], strict=True) if "*" in celda]
        assert marcados == [caso.metodo]


def test_text_outside_the_marks_stays():
    texto = "antes\n<!-- verificaciones:inicio -->\nviejo\n<!-- verificaciones:fin -->\ndespués\n"
    nuevo = guia.generar(texto)
    assert nuevo.startswith("antes\n")
    assert nuevo.endswith("después\n")
    assert "viejo" not in nuevo
    assert guia.generar(nuevo) == nuevo


@pytest.mark.parametrize(
    "texto",
    ["<!-- otra:inicio -->\n<!-- otra:fin -->", "<!-- funciones:inicio -->\nsin fin"],
)
def test_bad_marks_are_told(texto):
    with pytest.raises(DatoInvalido, match="sección generada"):
        guia.generar(texto)
