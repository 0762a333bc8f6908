import datetime as dt
from decimal import Decimal

import numpy as np
import pandas as pd
import pytest

from pymodel import validacion
from pymodel.errores import DatoInvalido
from xl.contrato import entrada


@pytest.mark.parametrize(
    "valor", [None, "", "  ", [], (), [[]], [None], [[None]], [[""]], ((None,),)]
)
def test_omitted(valor):
    assert entrada.vacio(valor)


@pytest.mark.parametrize("valor", [0, 0.0, False, "a", [0], [[0]], [[None], [None]], float("nan")])
def test_not_omitted(valor):
    assert not entrada.vacio(valor)


@pytest.mark.parametrize(
    ("texto", "plegado"),
    [
        ("Fín", "fin"),
        (" PROMEDIO ", "promedio"),
        ("Log-Spline", "log_spline"),
        ("log  spline", "log_spline"),
        ("geométrica", "geometrica"),
        ("Año", "anio"),
        ("an\u0303o", "anio"),
        ("Índice", "indice"),
    ],
)
def test_folding(texto, plegado):
    assert entrada.plegar(texto) == plegado


FORMAS = {
    "list": [1.5, 2.0, 3.0],
    "integers": [1.5, 2, 3],
    "tuple": (1.5, 2.0, 3.0),
    "n×1": [[1.5], [2.0], [3.0]],
    "n×1 of tuples": ((1.5,), (2.0,), (3.0,)),
    "list of tuples": [(1.5,), (2,), (3,)],
    "array": np.array([1.5, 2.0, 3.0]),
    "array of objects": np.array([1.5, 2, Decimal(3)], dtype=object),
    "array n×1": np.array([[1.5], [2.0], [3.0]]),
    "float32": np.array([1.5, 2.0, 3.0], dtype=np.float32),
    "Series": pd.Series([1.5, 2.0, 3.0], index=[2005, 2006, 2007]),
    "DataFrame": pd.DataFrame({"gasto": [1.5, 2.0, 3.0]}),
    "numpy scalars": [np.float64(1.5), np.int64(2), np.float32(3)],
    "currency cells": [[Decimal("1.5")], [Decimal(2)], [3.0]],
}


@pytest.mark.parametrize("valor", FORMAS.values(), ids=FORMAS.keys())
def test_series_in_every_shape(valor):
    arreglo = entrada.serie(valor, "gasto")
    assert arreglo.dtype == np.float64
    assert arreglo.reshape(-1).tolist() == [1.5, 2.0, 3.0]


def test_a_row_stays_a_row_of_cells_and_k_columns_k_columns():
    assert entrada.serie([[1, 2, 3]], "gasto").shape == (1, 3)
    assert entrada.serie([[1, 2], [3, 4], [5, 6]], "gasto").shape == (3, 2)
    assert entrada.serie(pd.DataFrame({"a": [1, 2], "b": [3, 4]}), "gasto").tolist() == [
        [1, 3],
        [2, 4],
    ]
    assert entrada.serie(5, "gasto").tolist() == [[5]]


MALOS = {
    "text": ("abc", "«abc»", "un número"),
    "number as text": ("5", "«5»", "la celda lo tiene como texto"),
    "printed number": ("1,234.5", "«1,234.5»", "la celda lo tiene como texto"),
    "percent as text": ("3.5%", "«3.5%»", "la celda lo tiene como texto"),
    "empty": (None, "una celda vacía", "un número"),
    "empty text": ("", "una celda vacía", "un número"),
    "blank text": (" ", "una celda vacía", "un número"),
    "boolean": (True, "VERDADERO", "un número"),
    "numpy boolean": (np.False_, "FALSO", "un número"),
    "date": (dt.date(2010, 1, 1), "2010-01-01", "no una fecha"),
    "datetime": (dt.datetime(2010, 1, 1), "2010-01-01", "no una fecha"),
    "Timestamp": (pd.Timestamp(2010, 1, 1), "2010-01-01", "no una fecha"),
    "NaN": (float("nan"), "NaN", "un número finito"),
    "infinity": (float("inf"), "inf", "un número finito"),
    "numpy NaN": (np.float64("nan"), "NaN", "un número finito"),
    "huge integer": (10**400, "inf", "un número finito"),
    "missing": (pd.NA, "<NA>", "un número"),
    "error": ("#DIV/0!", "«#DIV/0!»", "una celda sin error"),
    "error in Spanish": ("#¡VALOR!", "«#¡VALOR!»", "una celda sin error"),
    "not available": ("#N/A", "«#N/A»", "una celda sin error"),
    "error of LibreOffice": ("Err:502", "«Err:502»", "una celda sin error"),
    "error of the engine": ({"kind": "Div"}, "«#DIV/0!»", "una celda sin error"),
    "list": ([1], "[1]", "un número"),
    "complex": (1j, "1j", "un número"),
}


def como_el_modelo(valor, nombre):
    """Reader and model together: the model checks that figures are finite."""
    return validacion.serie(entrada.serie(valor, nombre), nombre)


@pytest.mark.parametrize(("malo", "encontrado", "esperado"), MALOS.values(), ids=MALOS.keys())
class TestBadCells:
    def revisar(self, lector, valor, lugar, encontrado, esperado):
        with pytest.raises(DatoInvalido) as error:
            lector(valor, "gasto")
        assert error.value.argumento == lugar
        assert encontrado in str(error.value)
        assert esperado in str(error.value)

    def test_in_a_flat_list(self, malo, encontrado, esperado):
        if not isinstance(malo, list):
            self.revisar(como_el_modelo, [1.0, malo, 3], "gasto, valor 2", encontrado, esperado)

    def test_in_a_column(self, malo, encontrado, esperado):
        self.revisar(como_el_modelo, [[1.0], [2.0], [malo]], "gasto, valor 3", encontrado, esperado)

    def test_in_a_row(self, malo, encontrado, esperado):
        self.revisar(como_el_modelo, [[malo, 2.0]], "gasto, valor 1", encontrado, esperado)

    def test_in_a_block(self, malo, encontrado, esperado):
        bloque = ((1.0, 2.0), (3.0, malo))
        self.revisar(como_el_modelo, bloque, "gasto, fila 2, columna 2", encontrado, esperado)

    def test_alone(self, malo, encontrado, esperado):
        if not isinstance(malo, list):
            self.revisar(entrada.numero, malo, "gasto", encontrado, esperado)
        self.revisar(entrada.numero, [[malo]], "gasto", encontrado, esperado)


@pytest.mark.parametrize(
    "valor", [np.array([True, False]), np.array(["a"]), np.array(["2010-01-01"], "datetime64[ns]")]
)
def test_arrays_of_something_else(valor):
    with pytest.raises(DatoInvalido, match=r"^gasto.*se esperaba un número"):
        entrada.serie(valor, "gasto")


@pytest.mark.parametrize(
    ("valor", "encontrado"),
    [
        ([[1, 2], [3]], "filas de distinta longitud"),
        ([[1, 2], 3], "filas de distinta longitud"),
        ([], "un rango vacío"),
        ([[], []], "un rango vacío"),
        (np.array([], dtype=object), "un rango vacío"),
        (pd.DataFrame(), "un rango vacío"),
    ],
)
def test_blocks_that_are_not_ranges(valor, encontrado):
    with pytest.raises(DatoInvalido, match=f"^gasto: se encontró {encontrado}"):
        entrada.serie(valor, "gasto")


@pytest.mark.parametrize(
    "valor",
    [2, 2.0, [2], [[2.0]], ((2,),), np.array([2]), np.float64(2), Decimal(2), pd.Series([2])],
)
def test_one_number(valor):
    resultado = entrada.numero(valor, "tasa")
    assert type(resultado) is float
    assert resultado == 2


@pytest.mark.parametrize("valor", [[1, 2], [[1, 2]], [[1], [2]], np.ones((2, 2))])
def test_a_range_is_not_one_number(valor):
    with pytest.raises(DatoInvalido, match=r"^tasa: se encontró un rango de .*una sola celda"):
        entrada.numero(valor, "tasa")


def test_one_number_or_one_per_series():
    assert entrada.numeros(5, "reserva") == 5
    assert entrada.numeros([[1, 2]], "reserva").tolist() == [[1, 2]]


def test_keys_and_cells_as_they_come():
    assert entrada.texto([["IFA 2010"]], "documento") == "ifa2010"
    assert entrada.texto("ifa2010_a", "documento") == "ifa2010_a"
    assert entrada.literal([[dt.date(2010, 1, 1)]], "fecha") == dt.date(2010, 1, 1)
    assert entrada.literal("Cuadro I.4", "tabla") == "Cuadro I.4"
    for lector in (entrada.texto, entrada.literal):
        with pytest.raises(DatoInvalido, match=r"^tabla: .*#N/A.*una celda sin error"):
            lector("#N/A", "tabla")
        with pytest.raises(DatoInvalido, match=r"^tabla: se encontró un rango de 2×1"):
            lector([["a"], ["b"]], "tabla")
    with pytest.raises(DatoInvalido, match=r"^documento: se encontró 2010; se esperaba un texto"):
        entrada.texto(2010, "documento")


def test_options():
    leer = entrada.Opcion(("fin", "inicio", "medio"))
    assert [leer(v, "convencion") for v in ("Fín", " INICIO ", [["medio"]])] == list(leer.opciones)
    with pytest.raises(DatoInvalido) as error:
        leer("Fin de año", "convencion")
    assert "«Fin de año»; se esperaba una de: «fin», «inicio», «medio»" in str(error.value)
    with pytest.raises(DatoInvalido, match=r"^convencion: se encontró 1; se esperaba un texto"):
        leer(1, "convencion")


# --- tables -------------------------------------------------------------------------------------

CONCEPTOS = entrada.Tabla(("concepto*", "monto"))
RENGLONES = [("Pensiones", 50.0), ("Subsidios", 10.0)]


@pytest.mark.parametrize(
    "tabla",
    [
        [["Pensiones", 50], ["Subsidios", 10]],
        (("Pensiones", 50.0), ("Subsidios", 10.0)),
        [["concepto", "monto"], ["Pensiones", 50], ["Subsidios", 10]],
        [["MONTO", "Concepto"], [50, "Pensiones"], [10, "Subsidios"]],
        [["Concepto", "Monto (mdp)"], ["Pensiones", 50], ["Subsidios", 10]],
        [["Concepto", "Monto, mdp de 2010"], ["Pensiones", 50], ["Subsidios", 10]],
        [
            ["%", "Monto", "nota", "Concepto"],
            [1, 50, "x", "Pensiones"],
            ["", 10, None, "Subsidios"],
        ],
        [["Pensiones", 50], [None, ""], ["Subsidios", Decimal(10)], [None, None]],
        [[" Pensiones ", 50], ["Subsidios", np.int64(10)]],
        np.array([["Pensiones", 50], ["Subsidios", 10]], dtype=object),
        pd.DataFrame({"monto": [50, 10], "concepto": ["Pensiones", "Subsidios"]}),
    ],
)
def test_tables(tabla):
    assert CONCEPTOS(tabla, "pasivos") == RENGLONES


@pytest.mark.parametrize(
    "plano",
    [
        ["Pensiones", 50],
        ("Pensiones", 50),
        np.array(["Pensiones", 50], dtype=object),
        pd.Series(["Pensiones", 50], dtype=object),
        [["Pensiones", 50]],
    ],
)
def test_a_flat_list_is_one_row(plano):
    assert CONCEPTOS(plano, "pasivos") == RENGLONES[:1]


def test_header_of_years():
    propio = entrada.Tabla(("anio", "indice"))
    for encabezado in (["Año", "Índice"], ["anio", "indice"], ["AÑO", "Índice (2010 = 100)"]):
        assert propio([encabezado, [2005, 90]], "indice") == [(2005.0, 90.0)]


@pytest.mark.parametrize(
    ("tabla", "mensaje"),
    [
        ([["concepto", "importe"], ["a", 1]], r"pasivos, encabezado: se encontró «concepto, impor"),
        ([["a", 1], ["b", "x"]], r"pasivos, fila 2, columna «monto»: se encontró «x»"),
        ([["a", "1"]], r"pasivos, fila 1, columna «monto»: se encontró «1»; .*como texto"),
        ([[1, "a"]], r"pasivos, fila 1, columna «concepto»: se encontró 1"),
        ([["a", None], ["b", 1]], r"pasivos, fila 1, columna «monto»: se encontró una celda vacía"),
        (
            [["a", 1], [None, 2]],
            r"pasivos, fila 2, columna «concepto»: se encontró una celda vacía",
        ),
        ([["concepto", "monto"], ["a", True]], r"pasivos, fila 2, columna «monto»: .*VERDADERO"),
        ([["a", 1], ["b", "#REF!"]], r"pasivos, fila 2, columna «monto»: .*sin error"),
        ([["#N/A", 1]], r"pasivos, fila 1, columna 1: .*sin error"),
        ([["a", float("nan")]], r"pasivos, fila 1, columna «monto»: .*finito"),
        ([["a"], ["b"]], r"pasivos, encabezado"),
        ([[1], [2]], r"pasivos: se encontró 1 columna; se esperaba 2: concepto, monto"),
        ([["a", 1, 2]], r"pasivos: se encontró 3 columnas"),
        ([["Monto", "Monto (%)", "Concepto"], [1, 2, "a"]], r"pasivos, encabezado: .*más de una"),
        ([["a", 1], ["b"]], r"pasivos: se encontró filas de distinta longitud"),
        (5, r"pasivos: se encontró 1 columna"),
    ],
)
def test_tables_refuse(tabla, mensaje):
    with pytest.raises(DatoInvalido, match=f"^{mensaje}"):
        CONCEPTOS(tabla, "pasivos")


def test_blocks_keep_their_cells():
    fecha = dt.datetime(2010, 1, 1)
    assert entrada.cuadro([["a", None], [fecha, 1]], "tabla") == [["a", None], [fecha, 1]]
    assert entrada.cuadro(["a", 1], "tabla") == [["a", 1]]
    assert entrada.cuadro([["a", Decimal("1.5")], ["b", np.float64(2)]], "tabla") == [
        ["a", 1.5],
        ["b", 2.0],
    ]
    tabla = pd.DataFrame({"a": ["x", None], "b": [1.0, np.nan]})
    assert entrada.cuadro(tabla, "tabla") == [["a", "b"], ["x", 1.0], [None, None]]
    with pytest.raises(DatoInvalido, match=r"^tabla, fila 1, columna 2: .*#DIV/0!"):
        entrada.cuadro([["a", "#DIV/0!"], ["b", 1]], "tabla")


@pytest.mark.parametrize(
    "valor",
    [
        {"margen": 0.03},
        ["Margen", 0.03],
        [["margen", 0.03]],
        [["opción", "valor"], ["margen", 0.03]],
        [["Nombre", "Valor"], [None, None], ["margen", 0.03]],
        pd.DataFrame({"opcion": ["margen"], "valor": [0.03]}),
    ],
)
def test_options_with_and_without_header(valor):
    leer = entrada.Opciones({"margen": 0.02, "gastos": 0.0})
    assert leer(valor, "opciones") == {"margen": 0.03, "gastos": 0.0}
