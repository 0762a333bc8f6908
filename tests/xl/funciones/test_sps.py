"""The functions of the Seguro Popular as a sheet calls them."""

import pytest
from casos_sps import CASOS

import udfs
from pymodel.errores import DatoInvalido
from pymodel.sps.asignacion import SALIDA

TABLA = CASOS["SPS_ASIGNACION"]["entidades"]


def test_amounts_of_one_family():
    assert udfs.sps_cs(2004) == pytest.approx(2476.89)
    assert udfs.sps_asf(2010, 2) == pytest.approx(2 * 3715.335)
    assert udfs.sps_ase(2007, 1, 4) == pytest.approx(1238.445 / 4)
    assert udfs.sps_total(2004, 1, 2) == pytest.approx(5573.0025)


def test_ranges_give_a_column_and_one_cell_a_value():
    columna = udfs.sps_total(2005, [[10], [20]], [[1], [4]])
    assert columna == [[pytest.approx(74306.7)], [pytest.approx(37153.35)]]
    assert udfs.sps_total([2005, 2006]) == [[pytest.approx(7430.67)]] * 2
    assert type(udfs.sps_total([[2005]], [[1]], [[1]])) is float


def test_pesos_as_text_or_number():
    for escrito in ("2004", 2004, 2004.0, " 2004 ", None):
        assert udfs.sps_cs(2006, 1, 1, escrito) == pytest.approx(2476.89)
    for escrito in ("corrientes", "CORRIENTES", " Corrientes "):
        assert udfs.sps_cs(2006, 1, 1, escrito) > 2700
    with pytest.raises(DatoInvalido, match=r"^SPS_CS: pesos: se encontró «2005»; .*corrientes"):
        udfs.sps_cs(2006, 1, 1, "2005")


def test_other_years_only_with_a_table():
    with pytest.raises(DatoInvalido, match=r"^SPS_CS: anio: se encontró 2015; .*tabla"):
        udfs.sps_cs(2015)
    tabla = [["Año", "CS", "ASF", "ASE"], [2015, 986.47, 1385.99, 493.24]]
    assert udfs.sps_cs(2015, 100, 1, None, tabla) == pytest.approx(98647)
    assert udfs.sps_total(2015, montos=tabla[1:]) == pytest.approx(2865.70)


def test_funds():
    encabezado, fila = udfs.sps_fondos(2477, 3715.5, 1238.5)
    assert encabezado == [
        "FPGC",
        "FPP infraestructura",
        "FPP imprevistos",
        "resto",
        "CS transferible",
    ]
    assert fila == pytest.approx([594.48, 148.62, 74.31, 6613.59, 1659.59])


def test_goal_and_resources():
    assert udfs.sps_meta(2006) == 5008340.0
    assert udfs.sps_meta([[2009], [2010]]) == [[10112690.0], [11898254.0]]
    assert udfs.sps_recursos(2010) == pytest.approx(81778, abs=0.5)
    assert udfs.sps_recursos(2005, "Superior") == pytest.approx(26423, abs=0.5)


def test_allocation_is_a_table_with_its_total():
    resultado = udfs.sps_asignacion(TABLA, 2004, None, None, 0.03)
    assert resultado[0] == list(SALIDA)
    assert [f[0] for f in resultado[1:]] == ["Tabasco", "Querétaro", "Nacional"]
    assert resultado[-1][9] == pytest.approx(resultado[1][9] + resultado[2][9])
    assert resultado[-1][8] == pytest.approx(0.03 * resultado[-1][9])
    sin_familias = [TABLA[0], ["Colima", 0, 0, 0, 0, 0, 0]]
    assert udfs.sps_asignacion(sin_familias)[1][-1] == ""


@pytest.mark.parametrize("celda", ["#N/A", {"kind": "Div"}, True, "5", float("nan")])
def test_a_bad_cell_is_named_with_its_row(celda):
    malo = [TABLA[0], ["Tabasco", 1.0, celda, 3.0, 4.0, 5.0, 6.0]]
    with pytest.raises(DatoInvalido, match=r"^SPS_ASIGNACION: entidades, fila 2, columna"):
        udfs.sps_asignacion(malo)


def test_weights_of_article_87_in_any_shape():
    esperado = udfs.sps_asignacion(TABLA, 2004, [1, 0, 0, 0])
    for pesos in ([[1, 0, 0, 0]], [[1], [0], [0], [0]], [["familias", 1.0], ["desempeño", 0.0]]):
        assert udfs.sps_asignacion(TABLA, 2004, pesos) == esperado
    with pytest.raises(DatoInvalido, match="sin la columna «necesidades_salud»"):
        udfs.sps_asignacion(TABLA, 2004, [0.7, 0.3, 0, 0])


def test_crediting_tells_what_does_not_count_and_why():
    partidas = [
        ["concepto", "monto", "año", "autorizada"],
        ["Líquida", 10, None, None],
        ["infraestructura previa", 5, 2001, "sí"],
        ["infraestructura previa", 7, 1997, "sí"],
        ["Ramo 33", 100, None, None],
    ]
    tabla = {f[0]: f[1:] for f in udfs.sps_ase_acreditada(20, partidas, 2004)[1:]}
    assert tabla["acreditada"] == [15.0, ""]
    assert tabla["faltante"] == [5.0, ""]
    assert tabla["cumple"] == ["no", "ASE líquida e infraestructura de años anteriores"]
    assert tabla["no cuenta: ramo_33"][0] == 100.0
    assert "más de 5 años" in tabla["no cuenta: infraestructura_previa"][1]
    partidas[2][0] = "rifa"
    with pytest.raises(DatoInvalido, match=r"partidas, fila 3, concepto: .*«rifa»"):
        udfs.sps_ase_acreditada(20, partidas, 2004)


def test_regime_with_and_without_a_scale():
    tabla = udfs.sps_regimen([2, 5, 5], [["no"], ["sí"], [False]], [[0], [0], [900]])
    assert [f[1] for f in tabla[1:]] == ["no contributivo", "no contributivo", "contributivo"]
    assert [f[3] for f in tabla[1:]] == ["no incluido"] * 3
    escala = [[0, 0, 1, 2, 3, 4, 5, 6, 7, 8]]
    con = udfs.sps_regimen([2, 5, 5], ["no", "sí", "no"], None, None, escala)
    assert [f[3] for f in con[1:]] == [0.0, 0.0, 3.0]
    with pytest.raises(DatoInvalido, match=r"programa_pobreza, valor 2: se encontró «quizá»"):
        udfs.sps_regimen([2, 5], ["no", "quizá"])
    with pytest.raises(DatoInvalido, match=r"deciles y programa_pobreza: .*renglones"):
        udfs.sps_regimen([2, 5], ["no"])


def test_substitution_spending_and_calendar():
    assert udfs.sps_sustitucion([[100], [40]], [[70], [70]])[1:] == [[30.0, 0.0], [0.0, 30.0]]
    assert udfs.sps_gasto_catastrofico(9000, 4000, 1600, 7800)[1] == [5000.0, "sí", "sí"]
    calendario = udfs.sps_calendario(2005)
    assert len(calendario) == 1 + 33 + 22
    assert [f[4] for f in calendario if "Programa" in f[0]] == ["sin plazo impreso"]
    assert [f[4] for f in calendario if f[0] == "Ejercicio de recursos"] == ["2006-06-30"]
