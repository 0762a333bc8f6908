"""What bad input gets: a Spanish message with function, argument, value and what was expected."""

import datetime as dt

import numpy as np
import pandas as pd
import pytest
from casos import ANIOS, CASOS, GASTO, MASA

import udfs
from pymodel.errores import DatoInvalido
from xl.contrato import entrada, registro

FUNCIONES = {f.nombre: f for f in registro()}
TASAS = {
    "tasa",
    "prima",
    "prima_ingreso",
    "prima_nivelada",
    "tasa_nominal",
    "tasa_real",
    "inflacion",
    "crecimiento_perpetuo",
}


def argumentos(*lectores):
    return [
        pytest.param(f.nombre, a.nombre, id=f"{f.nombre}-{a.nombre}")
        for f in FUNCIONES.values()
        for a in f.argumentos
        if a.leer in lectores
    ]


def rechazo(nombre, /, **cambios):
    """The message that a call gets; it must be a DatoInvalido."""
    with pytest.raises(DatoInvalido) as error:
        FUNCIONES[nombre].llamar(**{**CASOS[nombre], **cambios})
    mensaje = str(error.value)
    assert mensaje.startswith(f"{nombre}: ")
    assert ": se encontró " in mensaje
    assert "; se esperaba " in mensaje
    assert "\n" not in mensaje
    return mensaje


CELDAS = {
    "text": "abc",
    "number as text": "5",
    "percent as text": "3.5%",
    "NaN": float("nan"),
    "infinity": float("inf"),
    "minus infinity": -float("inf"),
    "date": dt.date(2010, 1, 1),
    "datetime": dt.datetime(2010, 1, 1),
    "boolean": True,
    "error": "#DIV/0!",
    "error in Spanish": "#¡REF!",
    "error of the engine": {"kind": "Na"},
    "missing": pd.NA,
    "complex": 1j,
}


@pytest.mark.parametrize("celda", [None, "", " ", *CELDAS.values()], ids=repr)
@pytest.mark.parametrize(("nombre", "argumento"), argumentos(entrada.serie, entrada.serie_o_numero))
def test_a_bad_cell_in_a_range(nombre, argumento, celda):
    buena = CASOS[nombre][argumento] or MASA
    for valor in (
        [*buena[:1], celda, *buena[2:]],
        [[v] for v in [*buena[:1], celda, *buena[2:]]],
        [[*buena[:1], celda, *buena[2:]]],
        pd.Series([*buena[:1], celda, *buena[2:]], dtype=object),
        np.array([*buena[:1], celda, *buena[2:]], dtype=object),
    ):
        mensaje = rechazo(nombre, **{argumento: valor})
        assert mensaje.startswith(f"{nombre}: {argumento}, valor 2: ")


@pytest.mark.parametrize("malo", [np.nan, np.inf])
@pytest.mark.parametrize(("nombre", "argumento"), argumentos(entrada.serie, entrada.serie_o_numero))
def test_a_bad_value_in_an_array_of_floats(nombre, argumento, malo):
    arreglo = np.array(CASOS[nombre][argumento] or MASA)
    arreglo[1] = malo
    for valor in (arreglo, arreglo.reshape(-1, 1), arreglo.reshape(1, -1), arreglo.tolist()):
        mensaje = rechazo(nombre, **{argumento: valor})
        assert mensaje.startswith(f"{nombre}: {argumento}, valor 2: ")


@pytest.mark.parametrize("celda", CELDAS.values(), ids=CELDAS.keys())
@pytest.mark.parametrize(("nombre", "argumento"), argumentos(entrada.numero, entrada.numeros))
def test_a_bad_number(nombre, argumento, celda):
    for valor in (celda, [[celda]]):
        mensaje = rechazo(nombre, **{argumento: valor})
        assert mensaje.startswith(f"{nombre}: {argumento}")


@pytest.mark.parametrize(("nombre", "argumento"), argumentos(entrada.numero))
def test_a_range_where_one_cell_belongs(nombre, argumento):
    mensaje = rechazo(nombre, **{argumento: [[0.1, 0.2], [0.3, 0.4]]})
    assert f"{argumento}: se encontró un rango de 2×2; se esperaba una sola celda" in mensaje


@pytest.mark.parametrize(
    ("nombre", "argumento"),
    [
        pytest.param(f.nombre, a.nombre, id=f"{f.nombre}-{a.nombre}")
        for f in FUNCIONES.values()
        for a in f.argumentos
        if not a.opcional and not a.admite_vacio
    ],
)
@pytest.mark.parametrize("vacio", [None, "", "  ", [[None]], []], ids=repr)
def test_a_missing_argument(nombre, argumento, vacio):
    mensaje = rechazo(nombre, **{argumento: vacio})
    assert mensaje.startswith(f"{nombre}: {argumento}: se encontró una celda vacía; ")


@pytest.mark.parametrize(("nombre", "argumento"), argumentos(entrada.serie, entrada.serie_o_numero))
def test_blocks_that_are_not_ranges(nombre, argumento):
    for valor in ([[1.0, 2.0], [3.0]], [[1.0], []], np.array([]), pd.Series([], dtype=float)):
        mensaje = rechazo(nombre, **{argumento: valor})
        assert mensaje.startswith(f"{nombre}: {argumento}: ")
    mensaje = rechazo(nombre, **{argumento: [[None], [None], [None], [None]]})
    assert mensaje.startswith(f"{nombre}: {argumento}, valor 1: se encontró una celda vacía")


@pytest.mark.parametrize(
    ("nombre", "argumento"),
    [
        pytest.param(f.nombre, a.nombre, id=f"{f.nombre}-{a.nombre}")
        for f in FUNCIONES.values()
        for a in f.argumentos
        if a.nombre in TASAS
    ],
)
def test_percent_given_as_a_rate(nombre, argumento):
    mensaje = rechazo(nombre, **{argumento: 3.5})
    assert mensaje.startswith(f"{nombre}: {argumento}: se encontró 3.5; ")
    assert mensaje.endswith("¿quiso decir 0.035?")
    assert rechazo(nombre, **{argumento: -1.0})


@pytest.mark.parametrize("nombre", CASOS)
def test_too_many_arguments(nombre):
    llamar = FUNCIONES[nombre].llamar
    dados = [*CASOS[nombre].values(), 1]
    with pytest.raises(DatoInvalido, match=rf"^{nombre}: argumentos: .*{len(dados)} argumentos"):
        llamar(*dados)
    with pytest.raises(DatoInvalido, match=rf"^{nombre}: argumentos: se encontró «otro»"):
        llamar(**CASOS[nombre], otro=1)


CON_MASA = [n for n, caso in CASOS.items() if "masa_salarial" in caso]


@pytest.mark.parametrize("valor", [0.0, -5.0])
@pytest.mark.parametrize("nombre", CON_MASA)
def test_wages_of_zero_or_less(nombre, valor):
    mensaje = rechazo(nombre, masa_salarial=[*MASA[:2], valor, MASA[3]])
    assert f"masa_salarial, valor 3: se encontró {valor:g}; " in mensaje
    assert "mayor que 0" in mensaje


@pytest.mark.parametrize(
    ("nombre", "uno", "otro"),
    [
        *((n, "gasto", "masa_salarial") for n in CON_MASA if "gasto" in CASOS[n]),
        ("INTERPOLAR_ANUAL", "anios", "valores"),
        ("DEFLACTAR", "montos", "anios"),
    ],
)
def test_lengths_that_differ(nombre, uno, otro):
    mensaje = rechazo(nombre, **{otro: CASOS[nombre][otro][:3]})
    assert f"{uno} y {otro}: se encontró" in mensaje
    assert "misma cantidad de años" in mensaje


@pytest.mark.parametrize(
    ("nombre", "argumento"),
    [
        *((n, "masa_salarial") for n in CON_MASA),
        ("PRIMA_ESCALONADA", "gasto"),
        ("RESERVA_PROYECTADA", "gasto"),
        ("INTERPOLAR_ANUAL", "anios"),
        ("DEFLACTAR", "anios"),
    ],
)
def test_several_columns_where_one_belongs(nombre, argumento):
    mensaje = rechazo(nombre, **{argumento: [[1.0, 2.0]] * 4})
    assert f"{argumento}: se encontró un rango de 4×2; se esperaba una sola columna" in mensaje


PERPETUIDAD = ["VALOR_PRESENTE", "PRIMA_NIVELADA", "PRIMA_MEDIA_NIVELADA"]


@pytest.mark.parametrize("crecimiento", [0.035, 0.05])
@pytest.mark.parametrize("nombre", PERPETUIDAD)
def test_growth_at_or_above_the_rate(nombre, crecimiento):
    mensaje = rechazo(nombre, crecimiento_perpetuo=crecimiento)
    assert f"crecimiento_perpetuo: se encontró {crecimiento}; " in mensaje
    assert "menor que la tasa de descuento (0.035)" in mensaje


@pytest.mark.parametrize(
    ("nombre", "cola"),
    [
        ("VALOR_PRESENTE", "vp_cola"),
        ("PRIMA_NIVELADA", "vp_cola_gasto"),
        ("PRIMA_NIVELADA", "vp_cola_masa"),
        ("PRIMA_MEDIA_NIVELADA", "vp_cola_gasto"),
    ],
)
def test_both_tails(nombre, cola):
    mensaje = rechazo(nombre, crecimiento_perpetuo=0.01, **{cola: 5.0})
    assert f"crecimiento_perpetuo y {cola}: se encontró los dos" in mensaje


@pytest.mark.parametrize("nombre", ["PRIMA_NIVELADA", "PRIMA_MEDIA_NIVELADA"])
@pytest.mark.parametrize("argumento", ["reserva", "vp_cola_gasto"])
@pytest.mark.parametrize("valor", [5.0, [[1, 2, 3]]], ids=["one", "three"])
def test_amounts_that_do_not_go_with_the_components(nombre, argumento, valor):
    mensaje = rechazo(nombre, gasto=[[g, g] for g in GASTO], **{argumento: valor})
    assert f"{argumento}: " in mensaje
    assert "0 o 2 valores" in mensaje


@pytest.mark.parametrize("horizonte", [0, 5, 2.5, -1])
def test_horizon_beyond_the_range(horizonte):
    mensaje = rechazo("PRIMA_NIVELADA", horizonte=horizonte)
    assert "horizonte: se encontró" in mensaje
    assert "entre 1 y 4" in mensaje


@pytest.mark.parametrize(
    ("nombre", "argumento", "mala"),
    [
        ("VALOR_PRESENTE", "convencion", "Fin de año"),
        ("PRIMA_NIVELADA", "convencion", "mitad"),
        ("INTERPOLAR_ANUAL", "metodo", "cúbica"),
        ("DEFLACTAR", "indice", "anual"),
    ],
)
def test_unknown_options(nombre, argumento, mala):
    mensaje = rechazo(nombre, **{argumento: mala})
    assert f"{argumento}: se encontró «{mala}»; se esperaba una de: «" in mensaje
    assert f"{argumento}: se encontró" in rechazo(nombre, **{argumento: 1})


@pytest.mark.parametrize(
    ("anios", "que"),
    [
        ([2005, 2008, 2006, 2010], "valor 3: se encontró 2006 (fuera de orden"),
        ([2005, 2006, 2006, 2010], "valor 3: se encontró 2006 (repetido"),
        ([2005, 2006.5, 2008, 2010], "valor 2: se encontró 2006.5"),
        ([38353, 38718, 39083, 39448], "valor 1: se encontró 38353"),
    ],
)
def test_years_out_of_order_repeated_or_not_years(anios, que):
    assert f"INTERPOLAR_ANUAL: anios, {que}" in rechazo("INTERPOLAR_ANUAL", anios=anios)


@pytest.mark.parametrize("metodo", ["log_spline", "log_pchip", "geometrica"])
def test_logarithms_of_zero(metodo):
    mensaje = rechazo("INTERPOLAR_ANUAL", valores=[1, 2, 0, 4], metodo=metodo)
    assert "valores, valor 3: se encontró 0; se esperaba valores mayores que 0" in mensaje


@pytest.mark.parametrize(
    ("cambios", "texto"),
    [
        ({"anios": [1900, *ANIOS[1:]]}, "anios: se encontró 1900; "),
        ({"anio_base": 1950}, "anio_base: se encontró 1950; "),
        ({"anio_base": 2010.5}, "anio_base: se encontró 2010.5; "),
        ({"anio_base": 40179}, "anio_base: se encontró 40179; "),
        ({"indice": [[2005, 80], [2006, 90]]}, "indice: se encontró una tabla sin 2008, 2010; "),
        ({"indice": [[a, 0] for a in ANIOS]}, "indice, año 2005: se encontró 0; "),
        (
            {"indice": [[2005, 80], [2005, 81]]},
            "indice, columna «anio»: se encontró 2005 dos veces",
        ),
        ({"indice": [[2005.5, 80]]}, "indice, columna «anio»: se encontró 2005.5; "),
        (
            {"indice": [["anio", "inpc"], [2005, 80]]},
            "indice, encabezado: se encontró «anio, inpc»",
        ),
        ({"indice": [[2005, "80"]]}, "indice, fila 1, columna «indice»: se encontró «80»; "),
        ({"indice": [[2005], [2006]]}, "indice: se encontró 1 columna; "),
    ],
)
def test_deflating_refuses(cambios, texto):
    assert f"DEFLACTAR: {texto}" in rechazo("DEFLACTAR", **cambios)


@pytest.mark.parametrize(
    ("cambios", "texto"),
    [
        ({"vpsf": 0}, "vpsf: se encontró 0; "),
        ({"pasivos": [[None, None]]}, "pasivos: se encontró una tabla sin renglones; "),
        ({"pasivos": [["concepto", "monto"]]}, "pasivos: se encontró una tabla sin renglones; "),
        ({"pasivos": [["a", None]]}, "pasivos, fila 1, columna «monto»: se encontró una celda va"),
        ({"pasivos": [["a", "b"]]}, "pasivos, encabezado: se encontró «a, b»; "),
        ({"pasivos": [[5, "a"]]}, "pasivos, fila 1, columna «concepto»: se encontró 5; "),
        ({"pasivos": [["a", 1, 2]]}, "pasivos: se encontró 3 columnas; "),
        ({"pasivos": [["a", 1], ["b", dt.date(2010, 1, 1)]]}, "pasivos, fila 2, columna «monto»: "),
        (
            {"otros_activos": [["a", True]]},
            "otros_activos, fila 1, columna «monto»: se encontró VE",
        ),
        (
            {"otros_activos": [["a", "#N/A"]]},
            "otros_activos, fila 1, columna 2: se encontró «#N/A»; ",
        ),
        ({"otros_activos": 5}, "otros_activos: se encontró 1 columna; "),
    ],
)
def test_balance_refuses(cambios, texto):
    assert f"BALANCE_ACTUARIAL: {texto}" in rechazo("BALANCE_ACTUARIAL", **cambios)


@pytest.mark.parametrize(
    ("cambios", "texto"),
    [
        ({"prima_ingreso": 0.0}, "prima_ingreso: se encontró 0; "),
        ({"prima_ingreso": -0.01}, "prima_ingreso: se encontró -0.01; "),
        ({"prima_nivelada": 1.71}, "prima_nivelada: se encontró 1.71; "),
    ],
)
def test_sufficiency_refuses(cambios, texto):
    assert f"SUFICIENCIA_PRIMA: {texto}" in rechazo("SUFICIENCIA_PRIMA", **cambios)


@pytest.mark.parametrize("anios", [0, -1, 2.5])
def test_steps_refuse(anios):
    assert "PRIMA_ESCALONADA: anios: se encontró" in rechazo("PRIMA_ESCALONADA", anios=anios)


@pytest.mark.parametrize(
    ("cambios", "texto"),
    [
        ({"tabla": [["a", 1], ["b", 2]]}, "tabla: se encontró ningún total"),
        ({"tabla": [["a", 1], ["b", "#N/A"], ["Total", 3]]}, "tabla, fila 2, columna 2: "),
        ({"tabla": [["a", 1], ["b", "2 mil"], ["Total", 3]]}, "tabla, fila 2, columna 2: "),
        ({"tabla": [1, 2, 3]}, "tabla: se encontró 1 renglón;"),
        ({"tabla": 5}, "tabla: se encontró 1 renglón;"),
        ({"tabla": [["a", 1], ["b"]]}, "tabla: se encontró filas de distinta longitud"),
        ({"tolerancia": -1}, "tolerancia: se encontró -1; "),
    ],
)
def test_pasted_tables_refuse(cambios, texto):
    assert f"VERIFICAR_TABLA: {texto}" in rechazo("VERIFICAR_TABLA", **cambios)


@pytest.mark.parametrize(
    ("nombre", "cambios", "texto"),
    [
        ("TABLA_FUENTE", {"documento": "ifa1999"}, "documento: se encontró «ifa1999»; "),
        ("TABLA_FUENTE", {"documento": 2010}, "documento: se encontró 2010; "),
        ("TABLA_FUENTE", {"tabla": "cuadro_x_99"}, "se encontró «cuadro_x_99»; "),
        ("TABLA_FUENTE", {"tabla": 4}, "tabla: se encontró 4; "),
        ("TABLA_FUENTE", {"tabla": "grafica_i_1"}, "no pudieron recuperarse"),
        ("TABLA_FUENTE", {"tabla": "#N/A"}, "tabla: se encontró «#N/A»; "),
        ("PARAMETRO", {"nombre": "Salario del Presidente"}, "«Salario del Presidente»; "),
        ("PARAMETRO", {"nombre": 5}, "se encontró 5; "),
        ("PARAMETRO", {"fecha": "ayer"}, "fecha: se encontró «ayer»; "),
        ("PARAMETRO", {"fecha": 1850}, "fecha: se encontró 1850; "),
        ("PARAMETRO", {"fecha": True}, "fecha: se encontró VERDADERO; "),
        ("PARAMETRO", {"fecha": float("nan")}, "fecha: se encontró un valor no numérico"),
        ("PARAMETRO", {"documento": "ifa1999"}, "documento: se encontró «ifa1999»; "),
        ("CONCILIACION", {"documento": "ifa1999"}, "documento: se encontró «ifa1999»; "),
        ("CONCILIACION", {"documento": 2010}, "documento: se encontró 2010; "),
    ],
)
def test_unknown_tables_parameters_and_documents(nombre, cambios, texto):
    assert texto in rechazo(nombre, **cambios)


@pytest.mark.filterwarnings("ignore::RuntimeWarning")
@pytest.mark.parametrize(
    ("nombre", "cambios"),
    [
        ("VALOR_PRESENTE", {"flujo": [1e308] * 4, "tasa": -0.9}),
        ("PRIMA_PROMEDIO", {"gasto": [1e308] * 4}),
        ("PRIMA_GASTO", {"gasto": [1e308] * 4, "masa_salarial": [1e-10] * 4}),
        ("PRIMA_NIVELADA", {"gasto": [1e308] * 4, "tasa": -0.9}),
        ("RESERVA_PROYECTADA", {"gasto": [1e308] * 4}),
        ("BALANCE_ACTUARIAL", {"pasivos": [["a", 1e308], ["b", 1e308]]}),
    ],
)
def test_a_result_beyond_any_cell(nombre, cambios):
    assert "resultado: se encontró un número fuera de rango" in rechazo(nombre, **cambios)


@pytest.mark.filterwarnings("ignore::RuntimeWarning")
@pytest.mark.parametrize("metodo", ["pchip", "spline"])
def test_amounts_beyond_what_an_interpolation_can_take(metodo):
    assert rechazo("INTERPOLAR_ANUAL", valores=[1e308, -1e308, 1e308, -1e308], metodo=metodo)


def test_the_error_is_a_value_error_without_a_chain():
    with pytest.raises(ValueError, match=r"^TASA_REAL: inflacion: ") as error:
        udfs.tasa_real(0.07, 3.6)
    assert error.value.__cause__ is None
    assert error.value.__suppress_context__
