"""A range where one cell belongs fills a block, in every function that gives one value."""

import numpy as np
import pandas as pd
import pytest
from casos import CASOS

import udfs
from pymodel.errores import DatoInvalido
from xl.contrato import registro

FUNCIONES = {f.nombre: f for f in registro()}


def fila(resultado):
    """A result of one call as a row, or None if it is a table."""
    if not isinstance(resultado, list):
        return [resultado]
    return resultado[0] if len(resultado) == 1 else None


DE_CELDAS = [
    pytest.param(nombre, a.nombre, id=f"{nombre}-{a.nombre}")
    for nombre, ficha in FUNCIONES.items()
    for a in ficha.argumentos
    if a.es_celda and CASOS[nombre][a.nombre] is not None
]


@pytest.mark.parametrize(("nombre", "argumento"), DE_CELDAS)
def test_every_cell_argument_takes_a_range(nombre, argumento):
    llamar, caso = FUNCIONES[nombre].llamar, CASOS[nombre]
    valor = caso[argumento]
    una = fila(llamar(**caso))
    for rango in ([valor] * 3, [[valor]] * 3, [[valor] * 3], pd.Series([valor] * 3)):
        if una is None:
            with pytest.raises(DatoInvalido, match="se esperaba una sola celda"):
                llamar(**{**caso, argumento: rango})
        else:
            assert llamar(**{**caso, argumento: rango}) == [una] * 3


def test_each_value_is_that_of_its_own_call():
    nominales = np.linspace(0.01, 0.2, 50)
    inflaciones = np.linspace(0.0, 0.1, 50)
    bloque = udfs.tasa_real(nominales, [[x] for x in inflaciones])
    assert bloque == [
        [udfs.tasa_real(float(n), float(i))] for n, i in zip(nominales, inflaciones, strict=True)
    ]
    assert udfs.tasa_real(nominales, 0.03) == [[udfs.tasa_real(float(n), 0.03)] for n in nominales]


def test_series_stay_whole_and_the_rate_varies():
    gasto, masa = CASOS["PRIMA_NIVELADA"]["gasto"], CASOS["PRIMA_NIVELADA"]["masa_salarial"]
    tasas = [0.02, 0.035, 0.05]
    assert udfs.prima_nivelada(gasto, masa, tasas) == [
        [udfs.prima_nivelada(gasto, masa, t)] for t in tasas
    ]
    dos = [[g, 2 * g] for g in gasto]
    assert udfs.prima_nivelada(dos, masa, tasas) == [
        udfs.prima_nivelada(dos, masa, t)[0] for t in tasas
    ]


def test_numbers_of_each_case_go_along_with_the_other_cells():
    salarios, grados = [300.0, 420.0, 500.0], [20.0, 40.0, 25.0]
    assert udfs.indemnizacion_global(salarios, grados) == [
        [udfs.indemnizacion_global(s, g)] for s, g in zip(salarios, grados, strict=True)
    ]


def test_options_cell_by_cell():
    flujo = CASOS["VALOR_PRESENTE"]["flujo"]
    assert udfs.valor_presente(flujo, 0.035, ["fin", "Inicio", None]) == [
        [udfs.valor_presente(flujo, 0.035, c)] for c in ("fin", "inicio", "fin")
    ]


def test_ranges_of_different_length_are_refused():
    with pytest.raises(DatoInvalido) as error:
        udfs.tasa_real([0.05, 0.06, 0.07], [0.03, 0.04])
    assert str(error.value) == (
        "TASA_REAL: tasa_nominal, inflacion: se encontró rangos de 3 y 2; se esperaba rangos de "
        "la misma longitud, o una sola celda"
    )


@pytest.mark.parametrize("mala", ["abc", "0.05", None, float("nan"), "#N/A", 3.5])
def test_one_bad_cell_refuses_the_block_and_says_which(mala):
    with pytest.raises(DatoInvalido, match=r"TASA_REAL: \w+, valor 3: se encontró") as error:
        udfs.tasa_real([0.05, 0.06, mala, 0.07], 0.03)
    assert "se esperaba" in str(error.value)


def test_a_square_is_still_refused():
    with pytest.raises(DatoInvalido, match="un rango de 2×2; se esperaba una sola celda"):
        udfs.tasa_real([[0.05, 0.06], [0.05, 0.06]], 0.03)
