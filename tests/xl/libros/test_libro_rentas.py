"""Workbook rentas.xlsx: its figures are those of the functions, and it says what is wrong."""

import re

import numpy as np
import openpyxl
import pytest

import udfs
from pymodel import rentas
from pymodel import rentas_vitalicias as rv
from pymodel.errores import DatoInvalido
from xl import macros, motor
from xl.contrato import registro
from xl.libros.comun import lectura
from xl.libros.rentas import plano

CASO = {e.nombre.removeprefix("caso_"): e.defecto for e in plano.ASEGURADO}
FAMILIA = [fila for fila in plano.FAMILIA.defecto if fila[0]]
OPCIONES = {e.etiqueta: e.defecto for e in plano.OPCIONES}


@pytest.fixture(scope="module")
def libro(construidos):
    return construidos("rentas")


@pytest.fixture(scope="module")
def formulas(libro):
    return openpyxl.load_workbook(libro)


@pytest.fixture(scope="module")
def valores(libro):
    return openpyxl.load_workbook(libro, data_only=True)


@pytest.fixture
def copia(libro, tmp_path):
    ruta = tmp_path / libro.name
    ruta.write_bytes(libro.read_bytes())
    return ruta


def valor(book, nombre):
    return lectura.valor(lectura.rango(book, nombre))


def nombrado(libro_abierto, nombre):
    hoja, celda = next(iter(libro_abierto.defined_names[nombre].destinations))
    return libro_abierto[hoja][celda.replace("$", "")]


def caso(**cambios):
    argumentos = {
        **{k: CASO[k] for k in ("tipo", "edad", "sexo")},
        "salario_base_diario": CASO["salario"],
        "beneficiarios": FAMILIA,
        **{k: CASO[k] for k in ("bases", "tasa")},
        "opciones": OPCIONES,
    }
    return {**argumentos, **cambios}


def test_every_option_of_the_function_is_on_the_sheet():
    assert set(OPCIONES) == set(rentas.DEFECTOS)
    propios = {k for k, v in OPCIONES.items() if v != rentas.DEFECTOS[k]}
    assert propios == {"saldo", "pension_garantizada_mensual"}, "the others are the defaults"


def test_every_formula_has_a_value(formulas, valores):
    sin_valor, total = [], 0
    for hoja in formulas:
        for fila in hoja.iter_rows():
            for celda in fila:
                if celda.data_type != "f":
                    continue
                total += 1
                texto = getattr(celda.value, "text", celda.value)
                vacia = valores[hoja.title][celda.coordinate].value is None
                if vacia and '""' not in texto:
                    sin_valor.append((hoja.title, celda.coordinate))
    assert sin_valor == []
    assert total > 500


def test_formulas_call_our_functions(formulas):
    usadas = set()
    for hoja in formulas:
        for fila in hoja.iter_rows():
            for celda in fila:
                if celda.data_type == "f":
                    texto = getattr(celda.value, "text", celda.value)
                    usadas |= set(re.findall(r"[A-Z][A-Z_]+(?=\()", texto))
    assert usadas & {f.nombre for f in registro()} == {
        *("MONTO_CONSTITUTIVO", "MONTO_CONSTITUTIVO_DESGLOSE", "MC_CARTERA", "DEFLACTAR"),
        *("SUMA_ASEGURADA", "COSTO_FISCAL", "ANUALIDAD", "ESPERANZA_VIDA", "TABLA_BIOMETRICA"),
    }


def test_the_case_is_the_function(valores):
    assert nombrado(valores, "caso_mc").value == pytest.approx(udfs.monto_constitutivo(**caso()))
    completo = udfs.monto_constitutivo_desglose(**caso())[1:]
    hoja = valores[plano.DESGLOSE]
    filas = list(hoja.iter_rows(min_row=5, max_col=2, values_only=True))
    assert [f[0] for f in filas[: len(completo)]] == [c for c, _ in completo]
    for (_, leido), (concepto, esperado) in zip(filas, completo, strict=False):
        if isinstance(esperado, str):
            assert (leido or "") == esperado, concepto
        else:
            assert leido == pytest.approx(esperado, rel=1e-12), concepto
    assert all(f == (None, None) for f in filas[len(completo) :])
    esperados = dict(completo)
    for concepto in ("PBSI", "MCSI", "PBSS", "PFH", "MCSS", "anualidad", "CB"):
        leido = nombrado(valores, f"caso_{concepto.lower()}").value
        assert leido == pytest.approx(esperados[concepto], rel=1e-12)
    assert nombrado(valores, "caso_psih_si").value == "no incluido"


def test_account_imss_and_government_pay_the_case_and_the_portfolio(valores):
    for que in ("caso", "cartera"):
        partes = [
            nombrado(valores, f"{que}_{p}").value for p in ("cuenta", "imss", "gobierno", "mc")
        ]
        assert all(p > 0 for p in partes), que
        assert sum(partes[:3]) == pytest.approx(partes[3], rel=1e-12)


def test_the_largest_family_fits_in_the_breakdown():
    hijos = [["hijo", e, "H", None, None, None] for e in range(plano.RENGLONES_FAMILIA - 2)]
    familia = [["conyuge", 43, "M"], ["ascendiente", 80, "M"], *(h[:3] for h in hijos)]
    for tipo in rentas.TIPOS[:3]:
        opciones = {**OPCIONES, "grado": 65}
        tabla = udfs.monto_constitutivo_desglose(
            **caso(tipo=tipo, beneficiarios=familia, opciones=opciones)
        )
        assert "no incluido: ascendientes" in dict(tabla[1:])
        # Spouse and ascendant could give way to two more children: four rows each.
        assert len(tabla) - 1 + 4 * 2 <= plano.RENGLONES_DESGLOSE


def test_sensitivity_is_the_function_with_one_thing_changed(valores):
    hoja = valores[plano.SENSIBILIDAD]
    filas = [f for f in hoja.iter_rows(min_row=4, max_col=7, values_only=True) if f[0] is not None]
    por_inicio = {f[0]: f for f in filas}
    fila = por_inicio[0.02]
    for bases, mc in zip(plano.BASES, fila[1:5], strict=True):
        esperado = udfs.monto_constitutivo(**caso(bases=bases, tasa=0.02))
        assert mc == pytest.approx(esperado)
    assert por_inicio[30][2] == pytest.approx(udfs.monto_constitutivo(**caso(edad=30, sexo="M")))
    for f in (f for f in filas if isinstance(f[0], float | int) and f[0] in (0, 0.25, 1.1, 1.25)):
        assert sum(f[2:5]) == pytest.approx(f[5])
        assert f[1] == pytest.approx(f[2] + f[6])
    inicio = next(i for i, f in enumerate(filas) if f[0] == "Todas por omisión")
    efectos = filas[inicio + 1 :]
    assert [f[:2] for f in efectos] == list(plano.EFECTOS)
    for nombre, dado, mc, cambio, _, *_ in efectos:
        esperado = udfs.monto_constitutivo(**caso(opciones={nombre: dado}))
        assert mc == pytest.approx(esperado)
        assert cambio != 0, f"{nombre} must show an effect"


def test_statistics_are_those_of_the_reports(valores):
    hoja = valores[plano.ESTADISTICAS]
    filas = list(hoja.iter_rows(min_row=4, max_col=12, values_only=True))
    totales = [f for f in filas if f[0] == "Total"]
    for seguro, total in zip(rv.SEGUROS, totales, strict=True):
        r = rv.otorgadas(seguro)
        e = rv.estadisticas(r.casos, r.montos)
        assert total[1:4] == pytest.approx(e.casos[-1])
        assert total[4:7] == pytest.approx(e.montos[-1])
        assert total[7:10] == pytest.approx(e.promedio[-1])
        assert total[10] == pytest.approx(e.participacion[-1, 0])
        assert total[11] == pytest.approx(rv.a_precios(r, 2010).montos.sum())
    for seguro in rv.SEGUROS:
        r = rv.otorgadas(seguro, "ifa2005")
        e = rv.estadisticas(r.casos, r.montos)
        for t, tipo in enumerate(r.tipos):
            iguales = [f for f in filas if f[0] == f"MC promedio, miles: {tipo}"]
            esperados = np.append(e.promedio[:-1, t], e.promedio[-1, t])
            assert any(
                f[1:11] == pytest.approx(np.where(np.isnan(esperados), None, esperados).tolist())
                for f in iguales
            ), (seguro, tipo)


def test_sheets_are_set_up(formulas):
    for nombre, graficas in (
        (plano.CASO, 1),
        (plano.SENSIBILIDAD, 2),
        (plano.CARTERA, 1),
        (plano.TABLAS, 2),
        (plano.ESTADISTICAS, 2),
    ):
        assert len(formulas[nombre]._charts) == graficas, nombre
        assert formulas[nombre].freeze_panes, nombre
    assert len(formulas[plano.CASO].data_validations.dataValidation) >= 20


@pytest.mark.parametrize(
    ("nombre", "nuevo", "mensaje"),
    [
        ("caso_edad", 200, "Caso!B6 (Edad)"),
        ("caso_sexo", "F", "Caso!B7 (Sexo): se encontró «F»"),
        ("caso_tasa", 3.5, "¿quiso decir 0.035?"),
        ("opcion_ayuda_asistencial", 0.5, "(ayuda_asistencial): se encontró 0.5"),
        ("opcion_pagos", "mensuales", "«ciertos»"),
    ],
)
def test_a_wrong_input_stops_the_refresh(copia, nombre, nuevo, mensaje):
    with motor.abrir(copia) as book:
        lectura.rango(book, nombre).value = nuevo
        with pytest.raises(DatoInvalido) as error:
            macros.actualizar(book)
    assert mensaje in str(error.value)


def test_a_wrong_family_stops_the_refresh_and_nothing_is_saved(copia):
    antes = copia.read_bytes()
    with motor.abrir(copia) as book:
        lectura.rango(book, "caso_familia")[1, 1].value = 50
        with pytest.raises(DatoInvalido) as error:
            macros.actualizar(book)
    assert copia.read_bytes() == antes
    assert str(error.value) == (
        "Caso!B15 (familia, edad): se encontró 50; se esperaba un hijo menor que el asegurado"
    )


def test_other_kinds_of_pension_refresh(copia):
    """A dead insured without age, sex or account; an incapacity with its grade."""
    with motor.abrir(copia) as book:
        lectura.rango(book, "caso_tipo").value = "viudez_orfandad"
        for nombre in ("caso_edad", "caso_sexo", "opcion_saldo"):
            lectura.rango(book, nombre).value = None
        macros.actualizar(book)
        assert valor(book, "caso_mcsi") == 0
        assert valor(book, "caso_mc") == valor(book, "caso_mcss") > 0
        assert valor(book, "caso_imss") in (None, "")
        macros.restablecer_supuestos(book)
        lectura.rango(book, "caso_tipo").value = "ipp"
        lectura.rango(book, "opcion_grado").value = 65
        macros.actualizar(book)
        esperado = udfs.monto_constitutivo(**caso(tipo="ipp", opciones={**OPCIONES, "grado": 65}))
        assert valor(book, "caso_mc") == pytest.approx(esperado)


def test_a_bad_row_of_the_portfolio_is_told_and_the_rest_computed(copia):
    with motor.abrir(copia) as book:
        total = valor(book, "cartera_mc")
        primero = valor(book, "caso_mc")  # the first row is the case of the sheet Caso
        lectura.rango(book, "cartera_casos")[0, 3].value = "X"
        hecho = macros.actualizar(book)
        assert (valor(book, "cartera_calculados"), valor(book, "cartera_errores")) == (19, 1)
        assert valor(book, "cartera_mc") == pytest.approx(total - primero)
        assert any(c.startswith("Cartera: renglones con error: 0") for c in hecho.cambios)
        filas = lectura.filas(book.sheets[plano.RESULTADO_CARTERA].range("A5:AJ5"))
        assert "se esperaba H o M" in filas[0][-1]
