"""Suma asegurada, costo fiscal and who pays: identities that hold for any amounts."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pymodel.errores import DatoInvalido
from pymodel.suma_asegurada import (
    PRESTACIONES,
    costo_fiscal,
    quien_paga,
    reparto,
    reparto_por_regimen,
    saldo_ley_1973,
    suma_asegurada,
)

montos = st.floats(0, 1e9)


@pytest.mark.parametrize(
    ("garantizada", "mc", "saldo", "sa", "fiscal", "excedente"),
    [
        (1000, 800, 300, 500, 200, 0),  # the account pays part of the pension by law
        (1000, 800, 900, 0, 100, 0),  # it pays the pension and part of the guarantee
        (1000, 800, 1200, 0, 0, 200),  # it pays all, and something is left
        (800, 800, 300, 500, 0, 0),  # no guarantee to add
        (0, 800, 300, 500, 0, 0),  # the same, said with a 0
        (1000, 0, 0, 0, 1000, 0),
    ],
)
def test_by_hand(garantizada, mc, saldo, sa, fiscal, excedente):
    assert suma_asegurada(mc, saldo) == sa
    assert costo_fiscal(garantizada, mc, saldo) == fiscal
    r = reparto(garantizada, mc, saldo)
    assert (r.imss[0], r.gobierno[0], r.excedente[0]) == (sa, fiscal, excedente)


@given(montos, montos, montos)
def test_account_imss_and_state_add_up_to_the_guaranteed_mc(uno, otro, saldo):
    mc, garantizada = sorted((uno, otro))
    r = reparto(garantizada, mc, saldo)
    assert r.mc[0] == pytest.approx(garantizada, rel=1e-12, abs=1e-6)
    assert r.cuenta[0] + r.excedente[0] == pytest.approx(saldo, rel=1e-12, abs=1e-6)
    assert r.imss[0] == suma_asegurada(mc, saldo)
    assert r.gobierno[0] == costo_fiscal(garantizada, mc, saldo)
    assert r.imss[0] <= mc
    assert min(x[0] for x in r) >= 0.0
    # What the State pays because of the guarantee is never charged to the IMSS.
    assert r.imss[0] == reparto(mc, mc, saldo).imss[0]


def test_many_cases_at_once():
    mc, saldo = np.array([800.0, 500.0, 0.0]), np.array([300.0, 900.0, 10.0])
    np.testing.assert_array_equal(suma_asegurada(mc, saldo), [500, 0, 0])
    np.testing.assert_array_equal(suma_asegurada(mc, 100.0), [700, 400, 0])
    np.testing.assert_array_equal(costo_fiscal([900.0, 950.0, 20.0], mc, saldo), [100, 50, 10])
    np.testing.assert_array_equal(costo_fiscal(1000.0, mc, 0.0), [200, 500, 1000])


def test_by_regime():
    r = reparto_por_regimen([1973, 1997], 1000.0, 800.0, 300.0)
    assert r.cuenta.tolist() == [0, 300]
    assert r.imss.tolist() == [0, 500]
    assert r.gobierno.tolist() == [1000, 200]
    assert r.mc.tolist() == [1000, 1000]
    solo = reparto_por_regimen(1973, [1000.0, 900.0], 800.0, 5000.0)
    assert solo.gobierno.tolist() == [1000, 900]
    assert solo.excedente.tolist() == [0, 0]
    assert saldo_ley_1973(10.0, 20.0, 5.0) == (15.0, 20.0)


def test_who_pays():
    assert quien_paga(1973, "renta_vitalicia") == ("Gobierno Federal",)
    assert quien_paga(1997, "renta_vitalicia") == ("cuenta individual", "IMSS", "Gobierno Federal")
    for prestacion in PRESTACIONES[1:]:
        assert quien_paga(1997, prestacion) == quien_paga(1973, prestacion) == ("IMSS",)


@pytest.mark.parametrize(
    ("llamada", "texto"),
    [
        (lambda: suma_asegurada(-1.0, 5.0), "mc_sin_garantia: se encontró -1; se esperaba un mo"),
        (lambda: suma_asegurada([1.0, 2.0], [0.0, -2.0]), "saldo, valor 2: se encontró -2; "),
        (lambda: suma_asegurada([1.0, 2.0], [1.0, 2.0, 3.0]), "mc_sin_garantia: se encontró 2 val"),
        (lambda: suma_asegurada(1.0, "2"), "saldo: se encontró «2»; "),
        (lambda: suma_asegurada(1.0, float("nan")), "saldo: se encontró nan; "),
        (lambda: costo_fiscal(-1.0, 1.0, 1.0), "mc_garantizada: se encontró -1; "),
        (lambda: reparto_por_regimen(1990, 1.0, 1.0, 1.0), "ley, valor 1: se encontró 1990; "),
        (
            lambda: reparto_por_regimen([1973] * 3, [1.0] * 2, 1.0, 1.0),
            "mc_garantizada: se encontró 2 va",
        ),
        (lambda: quien_paga(1990, "subsidio"), "ley: se encontró 1990; "),
        (lambda: quien_paga(1997, "dote"), "prestacion: se encontró «dote»; "),
    ],
)
def test_refusals(llamada, texto):
    with pytest.raises(DatoInvalido) as error:
        llamada()
    assert texto in str(error.value).replace("un valor no numérico (NaN)", "nan")
