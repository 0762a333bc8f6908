import datetime as dt

import numpy as np
import pandas as pd
import pytest

from pymodel.errores import DatoInvalido
from xl.contrato import salida


@pytest.mark.parametrize(
    ("valor", "esperado"),
    [
        (1.5, 1.5),
        (np.float64(1.5), 1.5),
        (np.float32(1.5), 1.5),
        (np.int64(3), 3),
        (np.bool_(True), True),
        ("texto", "texto"),
        (np.str_("texto"), "texto"),
        (None, ""),
        (float("nan"), ""),
        (np.float64("nan"), ""),
        (pd.NA, ""),
        (pd.NaT, ""),
        (dt.date(2010, 12, 31), "2010-12-31"),
        (pd.Timestamp(2010, 12, 31), "2010-12-31"),
    ],
)
def test_values(valor, esperado):
    resultado = salida.valor(valor)
    assert type(resultado) is type(esperado)
    assert resultado == esperado


def test_shapes():
    assert salida.columna([1, 2]) == [[1.0], [2.0]]
    assert salida.columna(np.array([[1, 2], [3, 4]])) == [[1.0, 2.0], [3.0, 4.0]]
    assert salida.escalar_o_fila(5.0) == 5.0
    assert salida.escalar_o_fila(np.array([1, 2])) == [[1.0, 2.0]]
    assert salida.fila(["a", None, np.float64(1)]) == [["a", "", 1.0]]
    assert salida.tabla(["x", "y"], [(1, None)]) == [["x", "y"], [1, ""]]
    df = pd.DataFrame({"a": [1, 2], "b": ["x", None]}, index=[7, 8])
    assert salida.dataframe(df) == [["a", "b"], [1, "x"], [2, ""]]


@pytest.mark.parametrize(
    "llamada",
    [
        lambda: salida.valor(float("inf")),
        lambda: salida.escalar_o_fila(float("nan")),
        lambda: salida.escalar_o_fila(np.array([1.0, np.inf])),
        lambda: salida.columna([1.0, np.nan]),
        lambda: salida.columna([1.0, -np.inf]),
    ],
)
def test_a_result_that_no_cell_can_hold_is_an_error(llamada):
    with pytest.raises(DatoInvalido, match="resultado: se encontró un número fuera de rango"):
        llamada()
