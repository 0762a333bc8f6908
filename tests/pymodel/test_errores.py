import datetime as dt
import pickle

import numpy as np
import pytest

from pymodel.errores import DatoInvalido, Descripcion


def test_message_says_where_what_was_found_and_what_was_expected():
    error = DatoInvalido("tasa", 3.5, "una fracción decimal", funcion="PRIMA_NIVELADA")
    assert str(error) == "PRIMA_NIVELADA: tasa: se encontró 3.5; se esperaba una fracción decimal"
    assert isinstance(error, ValueError)


@pytest.mark.parametrize(
    ("encontrado", "texto"),
    [
        (None, "una celda vacía"),
        ("", "una celda vacía"),
        ("  ", "una celda vacía"),
        ("abc", "«abc»"),
        (Descripcion("dos valores"), "dos valores"),
        (True, "VERDADERO"),
        (False, "FALSO"),
        (np.True_, "VERDADERO"),
        (np.array(False), "FALSO"),
        (float("nan"), "un valor no numérico (NaN)"),
        (np.float64("nan"), "un valor no numérico (NaN)"),
        (np.float64(2.5), "2.5"),
        (np.array(7), "7"),
        (dt.date(2010, 1, 1), "2010-01-01"),
    ],
)
def test_found_value_is_shown_as_an_analyst_sees_it(encontrado, texto):
    assert f"se encontró {texto};" in str(DatoInvalido("gasto", encontrado, "un número"))


def test_long_values_are_cut():
    mensaje = str(DatoInvalido("tabla", "x" * 500, "un número"))
    assert len(mensaje) < 120
    assert "…" in mensaje


@pytest.mark.parametrize("cifras", [60, 400, 5000])
def test_a_huge_integer_is_told_by_its_size(cifras):
    mensaje = str(DatoInvalido("fecha", -(10**cifras), "un año"))
    assert mensaje == "fecha: se encontró un número de más de 60 cifras; se esperaba un año"


def test_placing_keeps_the_first_place():
    sin_lugar = DatoInvalido("tasa", 3.5, "una fracción")
    en_prima = sin_lugar.en("PRIMA_NIVELADA")
    assert sin_lugar.funcion is None
    assert str(en_prima).startswith("PRIMA_NIVELADA: tasa: ")
    assert en_prima.en("OTRA") is en_prima


def test_survives_the_trip_between_processes():
    error = DatoInvalido("tasa", 3.5, "una fracción", funcion="TASA_REAL")
    copia = pickle.loads(pickle.dumps(error))
    assert isinstance(copia, DatoInvalido)
    assert str(copia) == str(error)
    assert (copia.argumento, copia.encontrado) == ("tasa", 3.5)
