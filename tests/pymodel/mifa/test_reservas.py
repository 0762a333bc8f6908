"""Reserves: limits, loans, ledger, funds, waterfall; independent recomputations."""

from datetime import date

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pymodel.errores import DatoInvalido
from pymodel.mifa import reservas

SEGUROS = tuple(reservas.COLUMNAS_RO)


def test_limits():
    assert reservas.rocf_limite(365.0) == 60.0
    assert reservas.prestamo_limite(365.0) == 90.0
    with pytest.raises(DatoInvalido, match="dias"):
        reservas.rocf_limite(365.0, 400)
    with pytest.raises(DatoInvalido, match="ingresos_anuales_seguro"):
        reservas.prestamo_limite(-1.0)


@given(st.floats(1, 1e7), st.integers(1, 20), st.floats(0, 0.5))
def test_loan_repays_itself(monto, anios, tasa):
    p = reservas.prestamo_rocf(monto, anios, tasa)
    valor = (p.pago / (1 + tasa) ** np.arange(1, anios + 1)).sum()
    assert valor == pytest.approx(monto)
    assert p.capital.sum() == pytest.approx(monto)


@pytest.mark.parametrize(
    ("argumentos", "dicho"),
    [((0, 3, 0.1), "monto"), ((1, 2.5, 0.1), "anios"), ((1, 3, 10), "0.1"), ((1, 3, -0.1), "tasa")],
)
def test_bad_loans(argumentos, dicho):
    with pytest.raises(DatoInvalido, match=dicho):
        reservas.prestamo_rocf(*argumentos)


@pytest.mark.parametrize(
    ("monto", "fecha", "plazo", "faltas"),
    [
        (247.0, date(2003, 1, 6), 3, 0),
        (248.0, date(2003, 1, 6), 3, 1),
        (248.0, date(2003, 1, 6), 4, 2),
        (83.0, date(1999, 1, 1), 0.2, 0),
        (84.0, date(1999, 1, 1), 0.2, 1),
        (84.0, date(1999, 1, 1), 1.0, 2),
    ],
)
def test_the_law_of_the_date_of_a_loan(monto, fecha, plazo, faltas):
    assert len(reservas.Prestamo("SSFAM", monto, 1003.7, fecha, plazo).faltas()) == faltas


@given(st.lists(st.floats(-1e6, 1e6), min_size=5, max_size=5), st.permutations(SEGUROS))
def test_financing_covers_what_it_can_and_adds_to_zero(saldos, acreedores):
    hecho = reservas.financiar(saldos, SEGUROS, acreedores, permite_descubierto=True)
    despues = np.array(saldos) + hecho.movimientos
    assert hecho.movimientos.sum() == pytest.approx(0.0, abs=1e-6)
    # Nobody who lends ends below zero; nothing is left with a creditor while a debt is open.
    assert np.minimum(despues, 0.0).sum() == pytest.approx(-hecho.descubierto.sum(), abs=1e-6)
    if hecho.descubierto.sum() > 1e-6:
        assert despues.max() <= 1e-6
    total = float(np.sum(saldos))
    assert hecho.descubierto.sum() == pytest.approx(max(0.0, -total), abs=1e-5)


def test_a_deficit_without_creditors_is_forbidden():
    with pytest.raises(DatoInvalido, match="saldo de SSFAM"):
        reservas.financiar([10, 10, 10, 10, -5], SEGUROS, ())
    with pytest.raises(DatoInvalido, match="acreedores"):
        reservas.financiar([10, 10, 10, 10, -5], SEGUROS, ("IMSS",))


def test_who_lends_to_whom():
    hecho = reservas.financiar([0, -3, 10, -2, 1], SEGUROS, ("SIV",))
    assert hecho.prestamos == (("SIV", "SEM", 3.0), ("SIV", "SGPS", 2.0))


def test_balance_that_the_law_forbids():
    with pytest.raises(DatoInvalido, match="saldo de SEM, 31/12/2006"):
        reservas.prohibir_negativos([[1, -1]], ("SRT", "SEM"), ("31/12/2006",), "LSS, art. 277 E")
    reservas.prohibir_negativos([[1, -0.05]], ("SRT", "SEM"), ("x",), "LSS")


def test_internal_account_must_close():
    cuenta = reservas.cuenta_interna([[5, -5], [-2, 2]], [0.5, -0.5])
    assert cuenta.adeudo.tolist() == [3.5, -3.5]
    with pytest.raises(DatoInvalido, match="movimientos, renglón 2"):
        reservas.cuenta_interna([[5, -5], [-2, 3]], [0, 0])
    with pytest.raises(DatoInvalido, match="intereses"):
        reservas.cuenta_interna([[5, -5]], [1, 0])


def test_no_fund_pays_what_it_does_not_have():
    assert reservas.acumular(100, [10, 10], 0.1, [0, 50]).tolist() == pytest.approx([120, 92])
    with pytest.raises(DatoInvalido, match="saldo de la RFA, año 2"):
        reservas.acumular(100, [0, 0], retiros=[50, 60], nombre="la RFA")
    with pytest.raises(DatoInvalido, match="un valor o 2"):
        reservas.acumular(100, [0, 0], [0.1, 0.1, 0.1])


@given(
    st.lists(st.floats(-100, 1000), min_size=1, max_size=8),
    st.lists(st.floats(0, 2000), min_size=1, max_size=3),
)
def test_waterfall_against_a_year_by_year_loop(necesidad, saldos):
    anios = list(range(2011, 2011 + len(necesidad)))
    fondos = [reservas.Fondo(str(i), s, {}) for i, s in enumerate(saldos)]
    c = reservas.cascada(anios, necesidad, fondos)
    quedan = list(saldos)
    for t, n in enumerate(necesidad):
        falta = max(0.0, n)
        for i in range(len(quedan)):
            pago = min(falta, quedan[i])
            quedan[i] -= pago
            falta -= pago
            assert c.usos[str(i)][t] == pytest.approx(pago, abs=1e-9)
        assert c.descubierto[t] == pytest.approx(falta, abs=1e-9)


def test_when_the_funds_give_out():
    c = reservas.cascada([2011, 2012, 2013], [60, 60, 60], [reservas.Fondo("RFA", 150, {})])
    assert (c.ultimo_cubierto, c.primer_descubierto) == (2012, 2013)
    nunca = reservas.cascada([2011], [-5], [])
    assert (nunca.ultimo_cubierto, nunca.primer_descubierto) == (None, None)
    tope = reservas.cascada([2011, 2012], [60, 60], [reservas.Fondo("ROCF", 150, {2012: 40})])
    assert tope.usos["ROCF"].tolist() == [0, 40]
    with pytest.raises(DatoInvalido, match="saldo de RFA"):
        reservas.cascada([2011], [1], [reservas.Fondo("RFA", -1, {})])


def test_book_of_loans():
    cartera = reservas.Cartera({2003: np.array([60.0, 40.0]), 2004: np.array([0.0, 100.0])})
    assert cartera.saldos({2003: [50.0], 2004: [100.0]}).tolist() == [30.0, 20.0]
    with pytest.raises(DatoInvalido, match="pagos del préstamo de 2003"):
        cartera.saldos({2003: [150.0]})
    with pytest.raises(DatoInvalido, match="préstamo"):
        cartera.repartir(2005, 1.0)


def test_contributions_to_subcuenta_2():
    actual = [reservas.aportacion_subcuenta_2(a, "actual") for a in range(2005, 2014)]
    assert actual == pytest.approx([0.01, 0.02, 0.03, 0.04, 0.05, 0.06, 0.07, 0.07, 0.07])
    with pytest.raises(DatoInvalido, match="generacion"):
        reservas.aportacion_subcuenta_2(2005, "otra")
    assert reservas.subcuenta_2(100, [10], 0.1).tolist() == pytest.approx([120.5])
