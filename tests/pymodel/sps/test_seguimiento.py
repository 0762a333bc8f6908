"""Exercise, prices and reports, by hand."""

from datetime import date

import numpy as np
import pytest

from pymodel.errores import DatoInvalido
from pymodel.sps import seguimiento as s

CS_ASF = "Cuota Social y Aportación Solidaria Federal"


def test_exercise_and_structure():
    e = s.ejercicio([100.0, 50.0], [[29, 20, 1, 0, 0], [0, 0, 0, 0, 0]])
    np.testing.assert_allclose(e.ejercido, [0.5, 0.0])
    np.testing.assert_allclose(e.estructura[0], [0.58, 0.4, 0.02, 0, 0])
    assert np.isnan(e.estructura[1]).all()
    assert s.limite_ejercicio(2005) == date(2006, 6, 30)


def test_prices():
    np.testing.assert_allclose(s.ahorro([3.0, 4.0, 6.0]), [0.0, 0.25, 0.5])
    np.testing.assert_allclose(s.gasto_evitable([3.0, 4.0, 6.0], [10, 10, 20]), [0, 10, 60])


def test_reports_due():
    assert list(s.reportes().values()) == [1, 12, 4, 12, 4]


def test_compliance():
    d = s.cumplimiento({CS_ASF: [12, 11, 2, 0]}).iloc[0]
    assert d["esperados"] == 12
    assert d["entregados"] == 6.25
    assert d["cumplimiento"] == pytest.approx(25 / 48)
    cuentas = [d[k] for k in ("completos", "parciales", "sin_reporte", "acumulados")]
    assert cuentas == [1, 2, 1, 1]
    a_medio_anio = s.cumplimiento({CS_ASF: [12, 11, 2, 0]}, meses=6).iloc[0]
    assert (a_medio_anio["esperados"], a_medio_anio["completos"]) == (6, 2)


def test_a_count_not_known_is_not_a_zero():
    d = s.cumplimiento({CS_ASF: [12, np.nan, 6]}).iloc[0]
    assert (d["con_dato"], d["sin_dato"], d["entregados"], d["cumplimiento"]) == (2, 1, 9.0, 0.75)
    nadie = s.cumplimiento({CS_ASF: [np.nan, np.nan]}).iloc[0]
    assert nadie["sin_dato"] == 2
    assert np.isnan(nadie["cumplimiento"])
    anual = s.cumplimiento({"Programa de Gasto": [0, 1]}, meses=6).iloc[0]
    assert (anual["esperados"], anual["completos"]) == (0, 2)  # not due until the year ends


def test_reading_of_a_table_of_reports():
    leidos = s.leer_reportes(
        [["programa de GASTO", "Conciliacion cuotas familiares"], [1, 4], [None, 1.0], ["", 0]]
    )
    np.testing.assert_array_equal(leidos["Programa de Gasto"], [1, np.nan, np.nan])
    np.testing.assert_array_equal(leidos["Conciliación Cuotas Familiares"], [4, 1, 0])


@pytest.mark.parametrize(
    ("llamar", "mensaje"),
    [
        (lambda: s.ejercicio([100.0], [[60, 60, 0, 0, 0]]), "a lo más lo transferido, 100"),
        (lambda: s.ejercicio([100.0], [[-1, 60, 0, 0, 0]]), "fila 1, columna 1"),
        (lambda: s.ejercicio([100.0], [[1, 60, 0, 0]]), "los 5 conceptos"),
        (lambda: s.ahorro([3.0, 4.0], 3.5), "minimo"),
        (lambda: s.gasto_evitable([3.0], [-1.0]), "volumenes"),
        (lambda: s.cumplimiento({CS_ASF: [13]}), "entero de 0 a 12"),
        (lambda: s.cumplimiento({"Otro": [1]}), "tipo de reporte"),
        (lambda: s.leer_reportes([["Otro"], [1]]), "entregados, encabezado"),
        (lambda: s.leer_reportes([[CS_ASF, CS_ASF], [1, 1]]), "entregados, encabezado"),
        (lambda: s.leer_reportes([[CS_ASF]]), "sólo el encabezado"),
        (lambda: s.leer_reportes([[CS_ASF], ["dos"]]), "fila 2"),
    ],
)
def test_follow_up_out_of_place(llamar, mensaje):
    with pytest.raises(DatoInvalido, match=mensaje):
        llamar()
