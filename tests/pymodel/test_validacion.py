import datetime as dt
import warnings
from decimal import Decimal

import numpy as np
import pandas as pd
import pytest

from pymodel import validacion
from pymodel.errores import DatoInvalido


@pytest.mark.parametrize(
    "valores",
    [
        [1, 2, 3],
        (1.0, 2.0, 3.0),
        [[1], [2], [3]],
        [[1, 2, 3]],
        np.array([1, 2, 3]),
        np.array([[1.0, 2.0, 3.0]]),
        np.array([1.0, 2.0, 3.0], dtype=np.float32),
        np.array([1, 2.0, 3], dtype=object),
        pd.Series([1, 2, 3], index=[2005, 2006, 2007]),
        np.arange(6.0)[::2] / 2 + 1,
    ],
)
def test_column_row_and_flat_are_the_same_series(valores):
    resultado = validacion.serie(valores, "gasto")
    assert resultado.shape == (3,)
    assert resultado.dtype == np.float64
    assert resultado.tolist() == [1, 2, 3]


def test_one_number_is_a_series_of_one_year():
    assert validacion.serie(5, "gasto").tolist() == [5]
    assert validacion.serie([[5]], "gasto").tolist() == [5]


def test_several_columns_are_several_series():
    assert validacion.serie([[1, 2], [3, 4], [5, 6]], "gasto").shape == (3, 2)


@pytest.mark.parametrize(
    ("valores", "lugar", "encontrado"),
    [
        ([1, None, 3], "gasto, valor 2", "una celda vacía"),
        ([1, "2"], "gasto, valor 2", "«2»"),
        (np.array(["1", "2"]), "gasto, valor 1", "«1»"),
        ([dt.date(2010, 1, 1)], "gasto, valor 1", "2010-01-01"),
        (np.array(["2010-01-01"], dtype="datetime64[ns]"), "gasto, valor 1", ""),
        ([True, False], "gasto, valor 1", "VERDADERO"),
        ([Decimal("1.5")], "gasto, valor 1", "1.5"),
        ("abc", "gasto:", "«abc»"),
        ([1.0, float("nan")], "gasto, valor 2", "NaN"),
        ([1.0, float("inf")], "gasto, valor 2", "inf"),
        ([[1, 2], [3, float("-inf")]], "gasto, fila 2, columna 2", "inf"),
        ([[1, 2], [3]], "gasto:", "filas de distinta longitud"),
        ([], "gasto:", "un rango vacío"),
        ([[]], "gasto:", "un rango vacío"),
        (np.zeros((2, 2, 2)), "gasto:", "un arreglo de 3 dimensiones"),
        ([10**400], "gasto:", "un número demasiado grande"),
        ([1 + 2j], "gasto, valor 1", "(1+2j)"),
    ],
)
def test_series_refuses_and_says_where(valores, lugar, encontrado):
    with pytest.raises(DatoInvalido) as error:
        validacion.serie(valores, "gasto")
    assert str(error.value).startswith(lugar)
    assert encontrado in str(error.value)


def test_large_values_are_finite_values():
    assert validacion.serie([1e200, -1e300], "gasto").tolist() == [1e200, -1e300]


def test_checking_does_not_copy_an_array_of_floats():
    valores = np.array([1.0, 2.0])
    assert validacion.serie(valores, "gasto") is valores


def test_vector_refuses_several_columns():
    with pytest.raises(DatoInvalido, match=r"masa: se encontró un rango de 3×2"):
        validacion.vector(np.ones((3, 2)), "masa")


@pytest.mark.parametrize("valor", [0.0, -1.0])
def test_wages_must_be_positive(valor):
    with pytest.raises(DatoInvalido, match=r"masa_salarial, valor 2: .*mayor que 0"):
        validacion.masa([10.0, valor, 5.0])


@pytest.mark.parametrize("valor", [1, 1.5, np.float64(2), np.int64(3)])
def test_numbers(valor):
    resultado = validacion.numero(valor, "reserva")
    assert type(resultado) is float
    assert resultado == valor


@pytest.mark.parametrize(
    "valor",
    [None, "1", True, np.True_, dt.date(2010, 1, 1), [1], np.array([1.0]), 1j, np.complex128(1)],
)
def test_what_is_not_a_number(valor):
    with pytest.raises(DatoInvalido, match=r"^reserva: .*se esperaba un número$"):
        validacion.numero(valor, "reserva")


@pytest.mark.parametrize("valor", [float("nan"), float("inf"), -float("inf"), 10**400])
def test_numbers_are_finite(valor):
    with pytest.raises(DatoInvalido, match=r"^reserva: .*un número finito$"):
        validacion.numero(valor, "reserva")


@pytest.mark.parametrize(
    ("valor", "sugerencia"), [(3.5, "0.035"), (1, "0.01"), (-2, "-0.02"), (1.58, "0.0158")]
)
def test_percent_given_as_rate_is_suspected(valor, sugerencia):
    with pytest.raises(DatoInvalido) as error:
        validacion.tasa(valor, "tasa")
    assert f"¿quiso decir {sugerencia}?" in str(error.value)
    assert "0.035 para 3.5 %" in str(error.value)


def test_no_suggestion_for_what_is_not_a_percent():
    with pytest.raises(DatoInvalido) as error:
        validacion.tasa(350, "tasa")
    assert "quiso decir" not in str(error.value)


@pytest.mark.parametrize("valor", [-0.999, 0, 0.035, 0.999])
def test_rates(valor):
    assert validacion.tasa(valor, "tasa") == valor


def test_whole_numbers():
    assert validacion.entero(10.0, "horizonte", 1, 100) == 10
    assert type(validacion.entero(10.0, "horizonte", 1)) is int
    for malo in (0, 101, 1.5, 1e300):
        with pytest.raises(DatoInvalido, match=r"horizonte: .*un entero entre 1 y 100"):
            validacion.entero(malo, "horizonte", 1, 100)
    with pytest.raises(DatoInvalido, match=r"un entero de 1 o más"):
        validacion.entero(0, "anios", 1)


def test_options():
    assert validacion.opcion("fin", "convencion", ("fin", "inicio")) == "fin"
    with pytest.raises(DatoInvalido, match=r"«final»; se esperaba una de: «fin», «inicio»"):
        validacion.opcion("final", "convencion", ("fin", "inicio"))


@pytest.mark.parametrize(
    ("valores", "mensaje"),
    [
        ([2005, 2004], "anios, valor 2: se encontró 2004 .fuera de orden después de 2005"),
        ([2005, 2005], "anios, valor 2: se encontró 2005 .repetido"),
        ([2005, 2006.5], "anios, valor 2: se encontró 2006.5; se esperaba un año entero"),
        ([38353, 38718], "anios, valor 1: se encontró 38353; se esperaba un año entero"),
        ([2005, 1e300], "anios, valor 2"),
    ],
)
def test_years(valores, mensaje):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", RuntimeWarning)
        with pytest.raises(DatoInvalido, match=mensaje):
            validacion.anios(valores)


def test_years_may_be_counted_from_one():
    assert validacion.anios([1, 2, 5]).tolist() == [1, 2, 5]
    assert validacion.anios_enteros([2006, 2005, 2005]).tolist() == [2006, 2005, 2005]


def test_lengths():
    validacion.misma_longitud(np.ones(2), "gasto", np.ones(2), "masa")
    with pytest.raises(DatoInvalido, match=r"gasto y masa: se encontró 2 y 3 valores"):
        validacion.misma_longitud(np.ones((2, 4)), "gasto", np.ones(3), "masa")
