"""The functions of the individual account as a sheet calls them."""

import numpy as np
import pytest

import udfs
from pymodel import cuenta_individual, datos
from pymodel.errores import DatoInvalido

ENCABEZADO = [
    "anio",
    "antiguedad",
    "salario_diario",
    "densidad",
    "aportacion_rcv",
    "cuota_social",
    "aportacion_vivienda",
    "comision_flujo",
    "comision_saldo",
    "rendimiento_rcv",
    "rendimiento_vivienda",
    "saldo_rcv",
    "saldo_vivienda",
    "saldo",
]


def saldo(*opciones, anios=10):
    return udfs.saldo_cuenta(250, anios, list(opciones) or None)[-1][-1]


def test_table_by_year():
    tabla = udfs.saldo_cuenta(250, 30)
    assert tabla[0] == ENCABEZADO
    assert [fila[0] for fila in tabla[1:]] == list(range(2011, 2041))
    assert [fila[1] for fila in tabla[1:]] == list(range(1, 31))
    modelo = cuenta_individual.saldo_cuenta(250.0, 30)
    np.testing.assert_array_equal([fila[2:] for fila in tabla[1:]], np.column_stack(modelo[2:]))


def test_the_options_are_those_of_the_model():
    por_omision = cuenta_individual.defectos()
    explicitas = [[k, v] for k, v in por_omision.items() if v is not None]
    assert len(explicitas) == len(por_omision) - 1  # the year of prices follows the first year
    assert udfs.saldo_cuenta(250, 12, explicitas) == udfs.saldo_cuenta(250, 12)
    assert udfs.saldo_cuenta(250, 12, dict(explicitas)) == udfs.saldo_cuenta(250, 12)


@pytest.mark.parametrize(
    ("opcion", "escritas"),
    [
        ("con_vivienda", [True, "Sí", "SI", "sí", 1, 1.0]),
        ("cuota_social", [False, "No", "NO"]),
        ("comision_saldo", ["ifa2005", "IFA 2005", "Ifa-2005"]),
        ("orden", ["Comisión rendimiento", "COMISION_RENDIMIENTO"]),
        ("ley", ["fija", "Fija"]),
        ("saldo_inicial", [5000, 5000.0, [[5000]]]),
    ],
)
def test_spellings_of_an_option(opcion, escritas):
    resultados = {saldo([opcion, e]) for e in escritas}
    assert len(resultados) == 1
    assert resultados != {saldo()} or opcion == "ley"


def test_a_value_for_each_year_goes_to_the_right():
    densidades = [0.5, 0.6, 0.7, 0.8]
    en_hoja = saldo(
        ["Opción", "Valor", None, None, None],
        ["densidad", *densidades],
        ["orden", "tasa_neta", None, "", None],
        [None] * 5,
        anios=4,
    )
    c = cuenta_individual.saldo_cuenta(250.0, 4, densidad=densidades, orden="tasa_neta")
    assert en_hoja == c.saldo[-1]
    en_python = udfs.saldo_cuenta(250, 4, {"densidad": densidades, "orden": "tasa_neta"})
    assert en_python[-1][-1] == en_hoja


def test_ranges_of_cases():
    assert udfs.suma_asegurada(900, 150) == 750.0
    assert udfs.suma_asegurada([[900], [100]], 150) == [[750.0], [0.0]]
    assert udfs.suma_asegurada([[900, 100]], [[150], [50]]) == [[750.0], [50.0]]
    assert udfs.costo_fiscal(1000, [[900], [800]], 150) == [[100.0], [200.0]]
    assert udfs.costo_fiscal(0, 900, 150) == 0.0


@pytest.mark.parametrize(
    ("seguro", "generacion"), [("a_6", "transicion"), ("a_7", "transicion"), ("a_7", "ley_1997")]
)
def test_the_printed_cuadro_pasted_in_a_sheet(seguro, generacion):
    """Cuadros A.6 and A.7: the printed percentages of both ends, from the printed counts."""
    df = datos.tabla("ifa2010", f"cuadro_{seguro}")
    casos = df[["Concepto", f"{generacion}_casos_2008_2009", f"{generacion}_casos_1998_2009"]]
    for anio, plazo in ((1, "corto"), (16, "largo"), (100, "largo")):
        tabla = udfs.arbol_decision(casos.to_numpy(object).tolist(), anio)
        assert tabla[0] == ["concepto", "fraccion"]
        assert [fila[0] for fila in tabla[1:]] == df["Concepto"].tolist()
        impresos = df[f"{generacion}_criterio_{plazo}_plazo_pct"].to_numpy(float)
        calculados = np.array([100 * fila[1] for fila in tabla[1:]])
        np.testing.assert_array_equal(np.floor(calculados + 0.5), impresos)


def test_dashes_of_the_cuadro_are_empty_cells():
    tabla = udfs.arbol_decision(
        [
            ["Concepto", "casos corto plazo", "casos_largo_plazo"],
            ["Total de pensiones iniciales", 4462, 13630],
            ["Ley de 1973 (definitivas)", None, ""],
            ["Ley de 1997", 4462, 13630],
            [None, None, None],
        ],
        [1, 16],
    )
    assert tabla == [
        ["concepto", "fraccion_1", "fraccion_16"],
        ["Total de pensiones iniciales", 1.0, 1.0],
        ["Ley de 1973 (definitivas)", 0.0, 0.0],
        ["Ley de 1997", 1.0, 1.0],
    ]


@pytest.mark.parametrize(
    ("llamada", "texto"),
    [
        (lambda: saldo(["densidades", 0.9]), "opciones: se encontró «densidades»; se esperaba una"),
        (lambda: saldo(["densidad", 92]), "densidad: se encontró 92; se esperaba una fracción"),
        (lambda: saldo(["densidad", "0.9"]), "opciones, densidad: se encontró «0.9»; "),
        (lambda: saldo(["densidad", 0.9, "x"]), "opciones, densidad, valor 2: se encontró «x»; "),
        (lambda: saldo(["densidad", 0.9, 0.8]), "densidad: se encontró 2 valores; se esperaba un"),
        (lambda: saldo(["densidad", 0.9], ["Densidad", 0.8]), "«Densidad» dos veces"),
        (lambda: saldo(["comision_saldo", 1.46]), "comision_saldo: se encontró 1.46; "),
        (lambda: saldo(["comision_saldo", "alta"]), "comision_saldo: se encontró «alta»; "),
        (lambda: saldo(["saldo_inicial", -5]), "saldo_inicial: se encontró -5; "),
        (lambda: saldo(["saldo_inicial", 1, 2]), "opciones, saldo_inicial: se encontró un rango"),
        (lambda: saldo(["orden", "cualquiera"]), "opciones, orden: se encontró «cualquiera»; "),
        (lambda: saldo(["orden", 3]), "opciones, orden: se encontró 3; "),
        (lambda: saldo(["anio_inicio", "2011"]), "opciones, anio_inicio: se encontró «2011»; "),
        (lambda: saldo(["cuota_social", 0]), "cuota_social: se encontró 0; "),
        (lambda: saldo(["densidad", "#N/A"]), "opciones, densidad: se encontró «#N/A»; "),
        (lambda: udfs.saldo_cuenta(-250, 10), "salario_diario: se encontró -250; "),
        (lambda: udfs.saldo_cuenta(250, 2.5), "anios: se encontró 2.5; "),
        (lambda: udfs.saldo_cuenta(250, 10, 5), "opciones: se encontró 1 columnas; "),
        (lambda: udfs.suma_asegurada(900, -150), "saldo: se encontró -150; "),
        (lambda: udfs.suma_asegurada([1, 2, 3], [1, 2]), "saldo: se encontró 2 valores; "),
        (lambda: udfs.costo_fiscal(-1, 900, 150), "mc_garantizada: se encontró -1; "),
        (lambda: udfs.arbol_decision([["Total", 10, 20]], 0), "anio_proyeccion: se encontró 0; "),
        (lambda: udfs.arbol_decision([["Total", 10]], 1), "conteos: se encontró 2 columnas; "),
        (lambda: udfs.arbol_decision([["Total", "x", 1]], 1), "columna «casos_corto_plazo»: se en"),
        (
            lambda: udfs.arbol_decision([["Total", 10, 20], ["a", 4, 20], ["b", 5, 0]], 1),
            "conteos, «Total», corto plazo: se encontró 10; se esperaba 9, la suma",
        ),
    ],
)
def test_refusals(llamada, texto):
    with pytest.raises(DatoInvalido) as error:
        llamada()
    assert texto in str(error.value)
