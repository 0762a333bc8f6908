"""Allocation: keys, factors, pro rata, net periodic cost, load of the RJP, bridge."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pymodel.errores import DatoInvalido
from pymodel.mifa import comparativo, reparto

MONTOS = st.floats(0, 1e6)
PESOS = st.lists(st.floats(1.5, 1e6), min_size=2, max_size=6)


@pytest.mark.parametrize("clave", reparto.CLAVES)
def test_keys_add_up_to_one(clave):
    assert reparto.clave_rjp(clave).sum() == pytest.approx(1.0, abs=1e-15)
    assert reparto.reparto_rjp(123_456.7, clave).sum() == pytest.approx(123_456.7)


def test_key_of_2010_against_the_print():
    assert reparto.reparto_rjp(665_662).round().tolist() == [31220, 590209, 4067, 20223, 19943]


@pytest.mark.parametrize(
    ("clave", "dicho"),
    [
        ("2015_pleno", "«2010_pleno»"),
        ([0.2, 0.2, 0.2, 0.2], "4 valores"),
        ([0.2, 0.2, 0.2, 0.2, 0.3], "suman 1.1"),
        ([20, 20, 20, 20, 20], "por ciento"),
        ([0.5, 0.6, -0.1, 0.0, 0.0], "clave, SIV"),
    ],
)
def test_bad_keys(clave, dicho):
    with pytest.raises(DatoInvalido, match=dicho):
        reparto.clave_rjp(clave)


@given(MONTOS, PESOS)
def test_common_expense_adds_up(monto, factores):
    partes = reparto.reparto_gasto(monto, factores)
    assert partes.sum() == pytest.approx(monto, rel=1e-12, abs=1e-9)
    assert (partes >= 0).all()


def test_shares_must_add_up_to_one():
    assert list(reparto.reparto_gasto(10.0, [0.3, 0.7])) == [3.0, 7.0]
    assert list(reparto.reparto_gasto(10.0, [1.0, 1.0])) == [5.0, 5.0]
    assert reparto.reparto_gasto(10.0, [30.0, 0.5])[0] == pytest.approx(300 / 30.5)
    for de in (reparto.reparto_gasto, reparto.prorrateo):
        with pytest.raises(DatoInvalido, match=r"fracciones que suman 0\.9"):
            de(10.0, [0.3, 0.6])


@given(MONTOS, st.data())
def test_a_change_of_rules_has_no_global_effect(monto, data):
    antes = data.draw(PESOS)
    despues = data.draw(st.lists(st.floats(1.5, 1e6), min_size=len(antes), max_size=len(antes)))
    efecto = reparto.cambio_de_reglas(monto, antes, despues)
    assert efecto.sum() == pytest.approx(0.0, abs=1e-6)


def test_pro_rata_of_several_payments():
    partes = reparto.prorrateo([100.0, 50.0], [3.0, 1.0])
    assert partes.tolist() == [[75.0, 25.0], [37.5, 12.5]]
    with pytest.raises(DatoInvalido, match="participaciones, valor 2"):
        reparto.prorrateo(100.0, [3.0, -1.0])
    with pytest.raises(DatoInvalido, match="puros ceros"):
        reparto.prorrateo(100.0, [0.0, 0.0])


def test_net_periodic_cost():
    assert reparto.costo_neto_periodo([100, 10], [80, 8], [5, 1], [20, 2]).tolist() == [195, 19]
    with pytest.raises(DatoInvalido, match="costo_laboral y rendimientos"):
        reparto.costo_neto_periodo([100, 10], [80, 8], [5], [20, 2])


@given(st.lists(st.tuples(st.floats(0, 1e5), st.floats(0, 1e6)), min_size=1, max_size=4))
def test_the_load_of_the_rjp_is_its_cost_and_only_its_payments_are_cash(anios):
    flujo, cnp = np.array(anios).T
    for documento in ("ifa2005", "ifa2010"):
        carga = comparativo.carga_rjp(flujo, cnp, comparativo.regla(documento))
        total = carga.directos + carga.otros
        assert np.allclose(total.sum(axis=1), cnp, atol=1e-6)
        assert np.allclose((total - carga.partidas).sum(axis=1), flujo, atol=1e-6)


def test_bridge_by_hand():
    p = comparativo.puente_cnp(
        [100] * 5, [10] * 5, [50] * 5, 200.0, 1200.0, [1, 2, 3, 4, 5], [0.2] * 5
    )
    assert p.obligaciones.tolist() == [200.0] * 5
    assert p.personal.tolist() == [49, 48, 47, 46, 45]
    assert p.gastos.tolist() == [289, 288, 287, 286, 285]
    with pytest.raises(DatoInvalido, match="gastos_parcial"):
        comparativo.puente_cnp([100] * 4, [10] * 5, [50] * 5, 200.0, 1200.0, [1] * 5)
