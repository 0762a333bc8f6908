"""The workbook itself: what the code builds is what is committed, complete and readable."""

import re
from pathlib import Path

import openpyxl
import pytest

from pymodel import datos
from pymodel.valuacion import CASOS
from xl.contrato import registro
from xl.libros.comun import armado
from xl.libros.valuacion import LIBRO, plano

RAIZ = Path(__file__).parents[3]
ORDEN = tuple(h.nombre for h in armado.hojas(LIBRO))


@pytest.fixture(scope="module")
def formulas(libro_recien_construido):
    return openpyxl.load_workbook(libro_recien_construido)


@pytest.fixture(scope="module")
def valores(libro_recien_construido):
    return openpyxl.load_workbook(libro_recien_construido, data_only=True)


def test_every_formula_has_a_value_and_none_is_an_error(formulas, valores):
    sin_valor, con_error, total = [], [], 0
    for hoja in formulas:
        for fila in hoja.iter_rows():
            for celda in fila:
                es_formula = celda.data_type == "f"
                valor = valores[hoja.title][celda.coordinate].value
                total += es_formula
                if isinstance(valor, str) and valor.startswith("#"):
                    con_error.append((hoja.title, celda.coordinate, valor))
                # openpyxl reads the empty text that some formulas return as None.
                if es_formula and valor is None and hoja.title not in VACIAS:
                    sin_valor.append((hoja.title, celda.coordinate))
    assert con_error == []
    assert [p for p in sin_valor if not allowed_blank(formulas, p)] == []
    assert total > 2000


VACIAS = {plano.PROPIOS}


def allowed_blank(formulas, lugar):
    """Formulas that show nothing: own flows not captured, no perpetuity, no tail, no mark."""
    hoja, celda = lugar
    valor = formulas[hoja][celda].value
    texto = getattr(valor, "text", valor)
    return '""' in texto or "propios_" in texto


def test_formulas_call_our_functions(formulas):
    usadas = set()
    for hoja in formulas:
        for fila in hoja.iter_rows():
            for celda in fila:
                if celda.data_type == "f":
                    texto = getattr(celda.value, "text", celda.value)
                    usadas |= set(re.findall(r"[A-Z][A-Z_]+(?=\()", texto))
    nuestras = {f.nombre for f in registro()}
    assert usadas & nuestras >= {
        "BALANCE_ACTUARIAL",
        "DEFLACTAR",
        "INTERPOLAR_ANUAL",
        "PARAMETRO",
        "PRIMA_ESCALONADA",
        "PRIMA_GASTO",
        "PRIMA_NIVELADA",
        "PRIMA_PROMEDIO",
        "RESERVA_PROYECTADA",
        "SUFICIENCIA_PRIMA",
        "VALOR_PRESENTE",
    }


def test_catalogue_is_complete(valores):
    tablas = valores[plano.CATALOGO].max_row - 4
    assert tablas == len(datos.catalogo())


def test_printed_liabilities_by_generation_add_up_to_the_print(valores):
    hoja = valores[plano.GENERACIONES]
    totales = [
        max(c for c in fila[1:] if isinstance(c, int | float))
        for fila in hoja.iter_rows(values_only=True)
        if fila[0] == "Total"
    ]
    publicados = []
    for c in CASOS:
        cuadro = datos.tabla(c.documento, c.tabla_balance)
        concepto, monto = cuadro.columns[2], cuadro.columns[3]
        pasivo = cuadro[cuadro.iloc[:, 0].str.lower() == "pasivo"]
        total = pasivo[pasivo[concepto].str.lower().str.match(r"total")]
        publicados.append(float(total[monto].iloc[0]))
    assert totales == pytest.approx(publicados, abs=2)


def test_inputs_are_validated_in_spanish_and_sheets_are_set_up_for_print(formulas):
    hoja = formulas[plano.SUPUESTOS]
    reglas = hoja.data_validations.dataValidation
    assert len(reglas) >= 10
    assert all(r.errorTitle == "Valor no válido" and r.error for r in reglas)
    for nombre in ORDEN[:-1]:
        hoja = formulas[nombre]
        assert hoja.sheet_properties.pageSetUpPr.fitToPage, nombre
        if nombre not in (plano.PORTADA, plano.GRAFICAS):
            assert hoja.freeze_panes, nombre
    assert len(formulas[plano.GRAFICAS]._charts) == 7


def test_scenarios_say_what_they_are(valores):
    for nombre in (plano.ESCENARIOS, plano.RESULTADOS):
        assert valores[nombre]["A2"].value.startswith("Reindexación de flujos, no valuación")
