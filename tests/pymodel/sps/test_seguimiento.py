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
    assert s.gasto_evitable([3.0, 4.0, 6.0], [10, 10, 10]) == 40.0


def test_reports_due():
    assert list(s.reportes().values()) == [1, 12, 4, 12, 4]
    mensuales = s.vencimientos(CS_ASF, 2005)
    assert (len(mensuales), mensuales[0], mensuales[-1]) == (
        12,
        date(2005, 2, 10),
        date(2006, 1, 10),
    )
    trimestral = s.vencimientos("Conciliación Cuotas Familiares", 2004, 15)
    assert trimestral[0] == date(2004, 4, 15)
    assert s.vencimientos("Programa de Gasto", 2004, 0) == [date(2004, 12, 31)]


def test_compliance():
    d = s.cumplimiento({CS_ASF: [12, 11, 2, 0]}).iloc[0]
    assert d["esperados"] == 12
    assert d["entregados"] == 6.25
    assert d["cumplimiento"] == pytest.approx(25 / 48)
    cuentas = [
        d[k] for k in ("completos", "parciales", "sin_reporte", "acumulados", "en_suspension")
    ]
    assert cuentas == [1, 2, 1, 1, 3]
    a_medio_anio = s.cumplimiento({CS_ASF: [12, 11, 2, 0]}, meses=6).iloc[0]
    assert (a_medio_anio["esperados"], a_medio_anio["completos"]) == (6, 2)


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
        (lambda: s.vencimientos("Otro", 2004), "tipo"),
    ],
)
def test_follow_up_out_of_place(llamar, mensaje):
    with pytest.raises(DatoInvalido, match=mensaje):
        llamar()
