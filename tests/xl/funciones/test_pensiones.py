"""The pension functions as a sheet calls them: values, shapes, options and refusals."""

import pytest
from casos import es_plano

from pymodel import pensiones as modelo
from pymodel.errores import DatoInvalido
from xl.funciones import pensiones


def rechazo(llamada, /, *argumentos):
    with pytest.raises(DatoInvalido) as error:
        llamada(*argumentos)
    mensaje = str(error.value)
    assert mensaje.startswith(f"{llamada.__name__.upper()}: ")
    return mensaje


# --- values -------------------------------------------------------------------------------------


def test_values_by_hand():
    # 365/12 days a month: 420 a day is 12,775 a month and CB is 4,471.25.
    assert pensiones.pension_invalidez(420, "sí", 2, 0) == pytest.approx(4471.25 * 1.35)
    assert pensiones.pension_incapacidad(420, 65) == pytest.approx(12775 * 0.7 * 0.65)
    assert pensiones.indemnizacion_global(420, 20) == pytest.approx(5 * 365 * 420 * 0.14)
    assert pensiones.subsidio("enfermedad", 420, 30) == pytest.approx(420 * 0.6 * 27)
    assert pensiones.ayuda_funeral("2010-06-15") == pytest.approx(60 * 57.46)
    promedio = pensiones.salario_promedio_500([[400], [300]], [[1], [1.1]], [[52], [52]])
    assert promedio == pytest.approx(365)


def test_survivors_are_a_table_with_its_total():
    tabla = pensiones.pension_sobrevivencia("IV", 1300, 1, 2, 0, 0)
    assert es_plano(tabla)
    assert tabla[0] == ["concepto", "monto"]
    assert [fila[0] for fila in tabla[1:]] == [
        "viudez",
        "orfandad_sencilla",
        "orfandad_doble",
        "ascendencia",
        "total",
    ]
    assert [fila[1] for fila in tabla[1:]] == pytest.approx([900, 400, 0, 0, 1300])


@pytest.mark.parametrize(
    ("funcion", "resto"),
    [
        (pensiones.pension_invalidez, ("no", 0, 1)),
        (pensiones.pension_incapacidad, (65,)),
        (pensiones.indemnizacion_global, (40,)),
    ],
)
def test_a_column_of_wages_is_a_column_of_pensions(funcion, resto):
    sueldos = [100.0, 250.0, 900.0]
    columna = funcion([[s] for s in sueldos], *resto)
    assert es_plano(columna)
    assert columna == [[funcion(s, *resto)] for s in sueldos]
    assert funcion([sueldos], *resto) == columna


def test_subsidies_of_a_column():
    assert pensiones.subsidio("RT", [[100], [200]], [[10], [5]]) == [[1000.0], [1000.0]]
    assert pensiones.subsidio("RT", 100, [[10], [5]]) == [[1000.0], [500.0]]


@pytest.mark.parametrize("ramo", ["enfermedad", "Enfermedad general", "SEM", "EyM", "IV"])
def test_illness_by_any_of_its_names(ramo):
    assert pensiones.subsidio(ramo, 100, 13) == pytest.approx(600)


@pytest.mark.parametrize("si", ["sí", "SI", 1, True, [[1]]])
def test_spouse_yes(si):
    assert pensiones.pension_invalidez(420, si, 0, 2) == pensiones.pension_invalidez(420, 1, 0, 0)


# --- options ------------------------------------------------------------------------------------


def test_each_option_of_invalidez():
    def llamar(**opciones):
        return pensiones.pension_invalidez(100, 1, 0, 0, {"dias_mes": 30, **opciones})

    assert llamar() == pytest.approx(1050 * 1.15)
    assert llamar(ayuda_asistencial=0.16) == pytest.approx(1050 * 1.31)
    assert llamar(incremento="inmediato") == pytest.approx(1050 * 1.15 * 1.11)
    assert llamar(pension_garantizada_mensual=3500) == 3500
    assert llamar(pension_garantizada_mensual=3500, orden_tope="tope_despues") == 3000


def test_each_option_of_incapacidad():
    def llamar(**opciones):
        return pensiones.pension_incapacidad(100, 60, {"dias_mes": 30, **opciones})

    assert llamar() == pytest.approx(1260)
    assert llamar(incremento="inmediato") == pytest.approx(1260 * 1.11)
    assert llamar(pension_invalidez_mensual=2500) == pytest.approx(1500)


def test_options_as_two_columns_or_a_dict():
    esperado = pensiones.pension_invalidez(
        100, 1, 0, 0, {"orden_tope": "tope_despues", "pension_garantizada_mensual": 9000}
    )
    for opciones in (
        [["Orden tope", "Tope después"], ["pensión garantizada mensual", 9000.0]],
        (("ORDEN_TOPE", "TOPE_DESPUES"), ("pension_garantizada_mensual", 9000), (None, "")),
        [["orden_tope", "tope_despues"], ["pension_garantizada_mensual", 9000], ["dias_mes", None]],
    ):
        assert pensiones.pension_invalidez(100, 1, 0, 0, opciones) == esperado


def test_options_default_to_those_of_the_model():
    assert pensiones.pension_invalidez(420, 1, 2, 0, {}) == modelo.pension_invalidez(420, 1, 2, 0)


# --- refusals -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("opciones", "texto"),
    [
        ({"margen": 0.02}, "opciones: se encontró «margen»; se esperaba una de: ayuda_asistencial"),
        ([["aguinaldo", "cb"]], "opciones: se encontró «aguinaldo»"),
        ({"ayuda_asistencial": "0.1"}, "opciones, ayuda_asistencial: se encontró «0.1»"),
        ({"ayuda_asistencial": 0.3}, "ayuda_asistencial: se encontró 0.3"),
        ({"orden_tope": "jamás"}, "opciones, orden_tope: se encontró «jamás»; se esperaba una de"),
        ({"incremento": "a_los_60"}, "opciones, incremento: se encontró «a_los_60»"),
        ({"dias_mes": 0}, "dias_mes: se encontró 0"),
        ([["dias_mes", 30], ["días mes", 30]], "«días mes» dos veces"),
        ([[1, 2, 3]], "opciones: se encontró 3 columnas"),
    ],
)
def test_bad_options(opciones, texto):
    assert texto in rechazo(pensiones.pension_invalidez, 100, 1, 0, 0, opciones)


@pytest.mark.parametrize(
    ("llamada", "argumentos", "texto"),
    [
        (pensiones.pension_invalidez, (100, 2, 0, 0), "conyuge: se encontró 2; se esperaba sí o"),
        (pensiones.pension_invalidez, (-100, 1, 0, 0), "salario_base_diario: se encontró -100"),
        (pensiones.pension_invalidez, ("100", 1, 0, 0), "salario_base_diario: se encontró «100»"),
        (pensiones.pension_invalidez, (100, 1, 1.5, 0), "hijos: se encontró 1.5"),
        (pensiones.pension_invalidez, (100, 1, "dos", 0), "hijos: se encontró «dos»"),
        (pensiones.pension_invalidez, (100, "#N/A", 0, 0), "conyuge: se encontró «#N/A»"),
        (pensiones.pension_incapacidad, (100, 25), "procede indemnización global"),
        (pensiones.pension_incapacidad, (100, 0.65), "un grado en por ciento, por ejemplo 65"),
        (pensiones.pension_incapacidad, (100, 1), "un grado en por ciento, por ejemplo 65"),
        (pensiones.pension_incapacidad, (100, 120), "grado: se encontró 120"),
        (pensiones.pension_incapacidad, (100, 65, {"aguinaldo": "cb"}), "«aguinaldo»"),
        (pensiones.indemnizacion_global, (100, 51), "procede pensión"),
        (pensiones.indemnizacion_global, (100, 0.2), "por ejemplo 65"),
        (pensiones.pension_sobrevivencia, ("GMP", 1000, 1, 0, 0, 0), "seguro: se encontró «GMP»"),
        (pensiones.pension_sobrevivencia, ("RT", 1000, 2, 0, 0, 0), "viudez: se encontró 2"),
        (pensiones.pension_sobrevivencia, ("RT", 1000, 0, 0, 0, 0), "al menos una persona"),
        (pensiones.subsidio, ("SGPS", 100, 10), "ramo: se encontró «SGPS»"),
        (pensiones.subsidio, ("RT", 100, 1.5), "dias: se encontró 1.5"),
        (pensiones.subsidio, ("RT", [[1], [2], [3]], [[1], [2]]), "salario_diario y dias"),
        (pensiones.ayuda_funeral, ("ayer",), "fecha: se encontró «ayer»"),
        (pensiones.ayuda_funeral, ("1985-01-01",), "1985-01-01"),
        (pensiones.salario_promedio_500, ([1, 2], [1], [1, 2]), "salarios_diarios y factores"),
    ],
)
def test_bad_input(llamada, argumentos, texto):
    assert texto in rechazo(llamada, *argumentos)
