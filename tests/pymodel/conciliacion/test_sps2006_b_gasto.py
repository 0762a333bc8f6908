"""Checks of Anexo A and of the states: complete, explained, and able to fail."""

from dataclasses import replace

import numpy as np
import pytest

from pymodel import conciliacion, datos, tendencia
from pymodel.conciliacion.registro import CUMPLE, FALLA_ESPERADA, juzgar
from pymodel.conciliacion.sps2006_b import estados, gasto_salud
from pymodel.sps import deciles
from pymodel.sps import gasto_salud as modelo

MIAS = (*gasto_salud.VERIFICACIONES, *estados.VERIFICACIONES)
POR_ID = {v.id.removeprefix("sps2006_b."): v for v in MIAS}


def test_every_printed_check_of_the_two_chapters_is_there():
    numeros = {int(i[1:].split("-")[0]) for i in POR_ID}
    assert numeros == {*range(1, 16), 19, 20}


@pytest.mark.parametrize("v", MIAS, ids=lambda v: v.id)
def test_each_one_ends_as_expected(v):
    r = juzgar(v)
    assert r.resultado == (FALLA_ESPERADA if v.falla_esperada else CUMPLE), r


def test_they_are_in_the_registry_once():
    ids = [v.id for v in conciliacion.verificaciones("sps2006_b")]
    assert set(ids) >= {v.id for v in MIAS}
    assert len(ids) == len(set(ids))


def test_the_private_series_is_within_fifty_million():
    r = juzgar(POR_ID["C4-1"])
    assert (r.resultado, r.comparaciones, r.tolerancia) == (CUMPLE, 6, 50.0)


@pytest.mark.parametrize("s", [0.530, 0.560])
def test_another_share_of_the_uninsured_would_not_pass(s):
    """The digest gives 0.536 to 0.5495 as what the six printed figures admit."""
    privado = modelo.proyectar(replace(modelo.supuestos(), no_asegurados=s))["gasto_privado"]
    impreso = datos.tabla("sps2006", "cuadro_i_5a").set_index("ano")["gasto_privado"]
    assert np.abs(privado - impreso.loc[privado.index]).max() > 50


def test_the_whole_printed_regression_is_recovered():
    """Standard error and R2 of each series, worked out by hand from its printed statistics."""
    esperados = {
        "imss": (5_677_158, 0.9093),
        "issste": (545_516, 0.9818),
        "pemex": (212_689, 0.9754),
        "gasto_bolsillo": (7_055_424, 0.9694),
        "primas": (592_066, 0.9747),
    }
    for serie, (error, r2) in esperados.items():
        recta = modelo.tendencia_impresa(serie)
        assert recta.error_regresion == pytest.approx(error, abs=0.5), serie
        assert recta.r2 == pytest.approx(r2, abs=5e-5), serie


def test_the_fitted_lines():
    """Millions of pesos of 2004, rounded to one decimal by another program."""
    esperadas = {
        "imss": (117564.3, 123161.4, 151146.9),
        "issste": (19520.1, 20767.6, 27005.2),
        "pemex": (7107.8, 7525.1, 9611.5),
        "gasto_bolsillo": (247023.5, 260583.0, 328380.9),
        "primas": (14660.3, 15915.9, 22194.1),
    }
    for serie, valores in esperadas.items():
        calculadas = tendencia.evaluar(modelo.tendencia_impresa(serie), [2004, 2005, 2010]) / 1e3
        np.testing.assert_allclose(calculadas, valores, atol=0.051)


def test_bounds_of_the_deciles():
    """What another linear-programming code found for the same table, per cent."""
    limites = 100 * deciles.pesos_admisibles(gasto_salud._alfa(), gasto_salud._total())
    np.testing.assert_allclose(
        limites[:4], [(15.3, 19.8), (11.5, 16.9), (10.7, 16.7), (8.5, 16.6)], atol=0.06
    )
