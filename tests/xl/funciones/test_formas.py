"""Every function takes its arguments in every shape that a spreadsheet or Python sends."""

import datetime as dt
from decimal import Decimal

import numpy as np
import pandas as pd
import pytest
from casos import ANIOS, CASOS, GASTO, MASA, es_plano

import udfs
from pymodel import datos
from xl.contrato import entrada, registro

FUNCIONES = {f.nombre: f for f in registro()}


def llamar(nombre, /, **cambios):
    return FUNCIONES[nombre].llamar(**{**CASOS[nombre], **cambios})


def argumentos(*lectores):
    """(function, argument) for the arguments that are read by one of `lectores`."""
    return [
        pytest.param(f.nombre, a.nombre, id=f"{f.nombre}-{a.nombre}")
        for f in FUNCIONES.values()
        for a in f.argumentos
        if any(a.leer is x or (isinstance(x, type) and isinstance(a.leer, x)) for x in lectores)
    ]


def test_every_function_has_a_valid_call():
    assert sorted(CASOS) == sorted(FUNCIONES)
    for nombre, caso in CASOS.items():
        assert list(caso) == [a.nombre for a in FUNCIONES[nombre].argumentos]


@pytest.mark.parametrize("nombre", CASOS)
def test_results_are_plain(nombre):
    resultado = llamar(nombre)
    assert es_plano(resultado), resultado
    assert FUNCIONES[nombre].llamar(*CASOS[nombre].values()) == resultado


@pytest.mark.parametrize("nombre", CASOS)
def test_an_omitted_argument_is_its_default(nombre):
    resultado = llamar(nombre)
    opcionales = [a.nombre for a in FUNCIONES[nombre].argumentos if a.opcional]
    for vacio in (None, "", " ", [[None]], [[""]]):
        assert llamar(nombre, **dict.fromkeys(opcionales, vacio)) == resultado
    obligatorios = {k: v for k, v in CASOS[nombre].items() if k not in opcionales}
    assert FUNCIONES[nombre].llamar(**obligatorios) == resultado
    assert FUNCIONES[nombre].llamar(*obligatorios.values()) == resultado


def test_an_argument_in_the_middle_may_be_omitted():
    vacio_en_medio = udfs.prima_nivelada(GASTO, MASA, 0.035, None, "", 0.01, [[None]], None, 3)
    por_nombre = udfs.prima_nivelada(GASTO, MASA, 0.035, crecimiento_perpetuo=0.01, horizonte=3)
    assert vacio_en_medio == por_nombre
    de_2010 = udfs.parametro("tasa_descuento", documento="ifa2010")
    assert udfs.parametro("tasa_descuento", None, "IFA 2010") == de_2010


SERIES = {
    "tuple": tuple,
    "n×1": lambda x: [[v] for v in x],
    "1×n": lambda x: [list(x)],
    "n×1 of tuples": lambda x: tuple((v,) for v in x),
    "1×n of tuples": lambda x: (tuple(x),),
    "array": np.array,
    "array n×1": lambda x: np.array(x).reshape(-1, 1),
    "array 1×n": lambda x: np.array([x]),
    "array of objects": lambda x: np.array(x, dtype=object),
    "Series": pd.Series,
    "DataFrame": lambda x: pd.DataFrame({"x": x}),
    "currency cells": lambda x: [[Decimal(v)] for v in x],
    "numpy scalars": lambda x: list(np.array(x)),
}


@pytest.mark.parametrize("forma", SERIES.values(), ids=SERIES.keys())
@pytest.mark.parametrize(("nombre", "argumento"), argumentos(entrada.serie, entrada.serie_o_numero))
def test_series_in_every_shape(nombre, argumento, forma):
    valor = CASOS[nombre][argumento]
    if valor is None:
        valor = MASA
    assert llamar(nombre, **{argumento: forma(valor)}) == llamar(nombre, **{argumento: valor})


@pytest.mark.parametrize("forma", SERIES.values(), ids=SERIES.keys())
@pytest.mark.parametrize("nombre", CASOS)
def test_all_series_in_the_same_shape(nombre, forma):
    cambios = {
        a.nombre: forma(CASOS[nombre][a.nombre])
        for a in FUNCIONES[nombre].argumentos
        if a.leer in (entrada.serie, entrada.serie_o_numero) and CASOS[nombre][a.nombre] is not None
    }
    assert llamar(nombre, **cambios) == llamar(nombre)


@pytest.mark.parametrize("nombre", CASOS)
def test_one_cell_is_a_value_or_a_range_of_one(nombre):
    esperado = llamar(nombre)
    for a in FUNCIONES[nombre].argumentos:
        valor = CASOS[nombre][a.nombre]
        if a.leer in (entrada.numero, entrada.numeros, entrada.literal) and valor is not None:
            for celda in ([[valor]], ((valor,),), [valor], np.array([[valor]], dtype=object)):
                assert llamar(nombre, **{a.nombre: celda}) == esperado


@pytest.mark.parametrize(("nombre", "argumento"), argumentos(entrada.Opcion))
def test_options_ignore_case_and_accents(nombre, argumento):
    (lector,) = (a.leer for a in FUNCIONES[nombre].argumentos if a.nombre == argumento)
    for opcion in lector.opciones:
        esperado = llamar(nombre, **{argumento: opcion})
        acentuada = opcion.translate(str.maketrans("aeiou", "áéíóú"))
        for escrita in (
            opcion.upper(),
            opcion.capitalize(),
            acentuada,
            acentuada.upper(),
            f" {opcion} ",
            opcion.replace("_", " "),
            opcion.replace("_", "-"),
            [[opcion]],
        ):
            assert llamar(nombre, **{argumento: escrita}) == esperado


def test_index_by_name_or_as_a_table():
    esperado = udfs.deflactar(GASTO, ANIOS, 2010, "diciembre")
    for escrito in ("DICIEMBRE", " Diciembre ", [["diciembre"]]):
        assert udfs.deflactar(GASTO, ANIOS, 2010, escrito) == esperado
    propio = [[2005, 80], [2006, 85], [2008, 90], [2010, 100]]
    esperado = udfs.deflactar(GASTO, ANIOS, 2010, propio)
    assert esperado[0] == [pytest.approx(GASTO[0] * 100 / 80)]
    for tabla in (
        [["Año", "Índice"], *propio],
        [["Índice", "Año"], *([i, a] for a, i in propio)],
        [["Año", "Notas", "Índice (2010 = 100)"], *([a, "x", i] for a, i in propio)],
        [*propio, [None, None]],
        np.array(propio),
        pd.DataFrame(propio, columns=["anio", "indice"]),
    ):
        assert udfs.deflactar(GASTO, ANIOS, 2010, tabla) == esperado


@pytest.mark.parametrize("argumento", ["pasivos", "otros_activos"])
def test_concepts_with_and_without_header(argumento):
    renglones = [["Pensiones", 5.0], ["Subsidios", 3.0]]
    esperado = llamar("BALANCE_ACTUARIAL", **{argumento: renglones})
    for tabla in (
        [["Concepto", "Monto"], *renglones],
        [["MONTO (mdp)", "concepto"], *([m, c] for c, m in renglones)],
        tuple(map(tuple, renglones)),
        [renglones[0], ["", None], renglones[1], [None, None]],
        pd.DataFrame(renglones, columns=["concepto", "monto"]),
        np.array(renglones, dtype=object),
    ):
        assert llamar("BALANCE_ACTUARIAL", **{argumento: tabla}) == esperado
    una = llamar("BALANCE_ACTUARIAL", **{argumento: renglones[:1]})
    assert llamar("BALANCE_ACTUARIAL", **{argumento: renglones[0]}) == una


def test_a_blank_form_of_other_assets_is_no_other_assets():
    vacio = [[None, None], ["", None], [None, ""]]
    assert llamar("BALANCE_ACTUARIAL", otros_activos=vacio) == llamar("BALANCE_ACTUARIAL")


# --- shapes of the results ----------------------------------------------------------------------

DOS = [[g, 2 * g] for g in GASTO]


@pytest.mark.parametrize(
    "llamada",
    [
        lambda g: udfs.valor_presente(g, 0.035),
        lambda g: udfs.valor_presente(g, 0.035, "inicio", 0.01),
        lambda g: udfs.prima_promedio(g, MASA),
        lambda g: udfs.prima_nivelada(g, MASA, 0.035),
        lambda g: udfs.prima_media_nivelada(g, MASA, 0.035, horizonte=2),
    ],
)
def test_k_columns_give_k_scalars_in_a_row(llamada):
    primera, segunda = ([f[j] for f in DOS] for j in (0, 1))
    resultado = llamada(DOS)
    assert es_plano(resultado)
    assert len(resultado) == 1
    assert resultado[0] == pytest.approx([llamada(primera), llamada(segunda)], rel=1e-14)
    assert type(llamada(primera)) is float


def test_amounts_by_component():
    con_reservas = udfs.prima_nivelada(DOS, MASA, 0.035, [[10, 20]])
    assert con_reservas == udfs.prima_nivelada(DOS, MASA, 0.035, [[10], [20]])
    sin_reservas = udfs.prima_nivelada(DOS, MASA, 0.035)
    assert all(c < s for c, s in zip(con_reservas[0], sin_reservas[0], strict=True))
    assert udfs.prima_nivelada(DOS, MASA, 0.035, 0, "fin", None, [[0]]) == sin_reservas


@pytest.mark.parametrize(
    ("llamada", "forma"),
    [
        (lambda: udfs.prima_gasto(GASTO, MASA), (4, 1)),
        (lambda: udfs.prima_gasto(DOS, MASA), (4, 2)),
        (lambda: udfs.prima_gasto([GASTO], [MASA]), (4, 1)),
        (lambda: udfs.prima_escalonada(GASTO, MASA, 0.0, 3), (4, 1)),
        (lambda: udfs.interpolar_anual(ANIOS, GASTO), (6, 2)),
        (lambda: udfs.interpolar_anual(ANIOS, DOS, "lineal"), (6, 3)),
        (lambda: udfs.interpolar_anual([2010], [5]), (1, 2)),
        (lambda: udfs.deflactar(GASTO, ANIOS, 2010), (4, 1)),
        (lambda: udfs.deflactar(DOS, ANIOS, 2010), (4, 2)),
        (lambda: udfs.deflactar(100, 2005, 2010), (1, 1)),
        (lambda: udfs.suficiencia_prima(0.01, 0.02), (1, 4)),
        (lambda: udfs.reserva_proyectada(1, 0.01, GASTO, MASA, 0.035), (5, 5)),
        (lambda: udfs.balance_actuarial(1, 0.01, 5, [["a", 1]], [["b", 2]]), (9, 3)),
    ],
)
def test_blocks(llamada, forma):
    resultado = llamada()
    assert es_plano(resultado)
    assert (len(resultado), len(resultado[0])) == forma


def test_tables_have_their_header_first():
    reserva = udfs.reserva_proyectada(1, 0.01, GASTO, MASA, 0.035)
    assert reserva[0] == ["anio", "ingreso", "gasto", "rendimiento", "reserva"]
    assert [fila[0] for fila in reserva[1:]] == [1, 2, 3, 4]
    balance = udfs.balance_actuarial(1, 0.01, 5, [["a", 1]])
    assert balance[0] == ["concepto", "monto", "fraccion_vpsf"]
    verificada = udfs.verificar_tabla(CASOS["VERIFICAR_TABLA"]["tabla"])
    assert verificada == [
        ["tipo", "total", "renglon", "suma", "impreso", "diferencia"],
        ["columna", "Total", "2005", 4482.0, 4400.0, -82.0],
    ]
    assert udfs.interpolar_anual([2010, 2011], [1, 2])[0] == [2010.0, 1.0]


def test_a_table_that_adds_up_is_only_a_header():
    assert len(udfs.verificar_tabla([["a", 1], ["b", 2], ["Total", 3]])) == 1


def test_sufficiency_in_words():
    assert udfs.suficiencia_prima(0.02, 0.02)[0] == ["suficiente", 0.0, 1.0, ""]
    dictamen, margen, razon, monto = udfs.suficiencia_prima(0.03, 0.02, 1000)[0]
    assert (dictamen, razon) == ("insuficiente", pytest.approx(1.5))
    assert (margen, monto) == (pytest.approx(-0.01), pytest.approx(-10))
    assert udfs.suficiencia_prima(0.03, 0.02, [[400], [600]])[0][3] == pytest.approx(-10)


# --- functions that read the package ------------------------------------------------------------


@pytest.mark.parametrize("tabla", ["cuadro_i_4", "Cuadro I.4", "CUADRO_I_4", "I.4"])
@pytest.mark.parametrize("documento", ["ifa2010", "IFA 2010", "Ifa-2010"])
def test_source_tables_by_any_spelling(documento, tabla):
    resultado = udfs.tabla_fuente(documento, tabla)
    assert es_plano(resultado)
    assert resultado[0][0] == "Año de Proyección"
    assert resultado[1][0] in (2011, "2011")


def test_every_table_with_data_comes_out_plain():
    catalogo = datos.catalogo().dropna(subset=["archivo"])
    for documento, tabla in zip(catalogo["documento"], catalogo["id"], strict=True):
        resultado = udfs.tabla_fuente(documento, tabla)
        assert es_plano(resultado), (documento, tabla)


PARAMETROS = [
    "smg_df",
    "uma",
    "inpc_promedio",
    "inpc_diciembre",
    "prima_siv",
    "prima_sgps",
    "prima_gmp",
    "sps_cs_fraccion_smg",
    "sps_asf_por_cs",
    "sps_ase_por_cs",
    "sps_fpgc",
    "sps_fpp",
    "invalidez_cuantia_basica",
    "indemnizacion_global_anualidades",
    "tasa_descuento",
]


@pytest.mark.parametrize("nombre", PARAMETROS)
def test_parameters_that_the_sheets_count_on(nombre):
    valor = udfs.parametro(nombre)
    assert es_plano(valor)
    assert udfs.parametro(nombre.upper()) == valor


def test_dates_of_parameters():
    esperado = udfs.parametro("smg_df", "2010-01-01")
    assert type(esperado) is float
    for fecha in (
        2010,
        2010.0,
        40179,
        40179.0,
        dt.date(2010, 1, 1),
        dt.datetime(2010, 1, 1),
        [["2010-01-01"]],
    ):
        assert udfs.parametro("smg_df", fecha) == esperado
    assert udfs.parametro("smg_df") > esperado


def test_reconciliation_is_a_table():
    todas = udfs.conciliacion()
    assert es_plano(todas)
    assert todas[0][:3] == ["id", "documento", "tipo"]
    de_2010 = udfs.conciliacion("ifa2010")
    assert 1 < len(de_2010) < len(todas)
    assert {fila[1] for fila in de_2010[1:]} == {"ifa2010"}
    assert udfs.conciliacion("IFA 2010") == de_2010
