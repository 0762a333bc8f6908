"""Premium transfer, indicators, financing of the RJP."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pymodel.errores import DatoInvalido
from pymodel.mifa import financiamiento_rjp as rjp
from pymodel.mifa import indicadores
from pymodel.mifa.transferencia import CRITERIOS, transferir

SUPERAVIT = {"SRT": (0.0181, 0.0160), "SIV": (0.025, 0.0171)}
DEFICIT = {"SEM": (0.112, 0.173), "SGPS": (0.010, 0.011)}
PAR = st.tuples(st.floats(0.0, 0.5), st.floats(0.0, 0.5))


def test_surplus_of_the_siv_is_0_79_points():
    t = transferir(SUPERAVIT, DEFICIT)
    np.testing.assert_allclose(t.margen, [0.0021, 0.0079])
    np.testing.assert_allclose(t.cedido, t.margen)  # the gap of SEM takes all
    np.testing.assert_allclose(t.recibido, 0.01 * t.brecha / t.brecha.sum())
    assert t.cobertura == pytest.approx(0.01 / 0.062)


def test_in_order_the_first_is_served_first():
    t = transferir(SUPERAVIT, {"SGPS": (0.010, 0.011), "SEM": (0.112, 0.173)}, criterio="orden")
    np.testing.assert_allclose(t.recibido, [0.001, 0.009])
    poco = transferir(SUPERAVIT, {"SGPS": (0.010, 0.011)}, criterio="orden")
    np.testing.assert_allclose(poco.cedido, [0.001, 0.0])
    assert poco.cobertura == pytest.approx(1.0)


def test_minimum_margin_is_kept_and_a_negative_one_gives_nothing():
    t = transferir(SUPERAVIT, DEFICIT, margen_minimo=0.003)
    np.testing.assert_allclose(t.margen, [0.0, 0.0049])
    assert transferir({"SIV": (0.01, 0.02)}, DEFICIT).cedido[0] == 0.0
    assert transferir(SUPERAVIT, {"SEM": (0.2, 0.1)}).cobertura == 1.0


@given(
    st.dictionaries(st.sampled_from(["a", "b", "c"]), PAR, min_size=1),
    st.dictionaries(st.sampled_from(["x", "y", "z"]), PAR, min_size=1),
    st.sampled_from(CRITERIOS),
)
def test_what_is_given_is_what_is_taken(superavit, deficit, criterio):
    t = transferir(superavit, deficit, criterio=criterio)
    assert t.cedido.sum() == pytest.approx(t.recibido.sum(), abs=1e-12)
    assert t.cedido.sum() == pytest.approx(min(t.margen.sum(), t.brecha.sum()), abs=1e-12)
    assert (t.margen_restante >= -1e-12).all()
    assert (t.brecha_restante >= -1e-12).all()


@pytest.mark.parametrize(
    ("superavit", "deficit", "opciones", "mensaje"),
    [
        ({}, DEFICIT, {}, "superavit.*ningún seguro"),
        (SUPERAVIT, {"SIV": (0.1, 0.2)}, {}, "SIV en los dos"),
        ({"SIV": (2.5, 1.7)}, DEFICIT, {}, "SIV, prima de ingreso.*0.025"),
        (SUPERAVIT, DEFICIT, {"criterio": "azar"}, "criterio.*«azar»"),
    ],
)
def test_bad_transfers_are_told(superavit, deficit, opciones, mensaje):
    with pytest.raises(DatoInvalido, match=mensaje):
        transferir(superavit, deficit, **opciones)


def test_history_of_the_rjp():
    c = rjp.acumulado()
    assert c.nomina.total == 437_435.0
    assert c.total == 471_141.0
    partes = c.nomina.participaciones()
    assert sum(partes.values()) == pytest.approx(1.0)
    assert 100 * partes["patron"] == pytest.approx(69.15, abs=0.01)
    assert rjp.del_anio(2010).total == 47_189.0
    assert rjp.del_anio(2011).patron == 20_201.0
    assert rjp.del_anio(2011).patron_y_fondos == 43_521.0


def test_attribution_to_cop_and_agf():
    partes = rjp.atribuir(20_200.0, 169_423.0, 51_652.0)
    np.testing.assert_allclose(partes, (15_480.5, 4_719.5), atol=0.05)
    assert rjp.atribuir(100.0, 0.0, 5.0) == (0.0, 100.0)
    with pytest.raises(DatoInvalido, match=r"agf.*0 o más"):
        rjp.atribuir(1.0, 1.0, -1.0)
    with pytest.raises(DatoInvalido, match="cop y agf"):
        rjp.atribuir(1.0, 0.0, 0.0)
    with pytest.raises(DatoInvalido, match=r"anio.*2010 o 2011"):
        rjp.del_anio(2012)


def test_growth_of_a_series_that_changes_sign_is_zero():
    serie = np.array([[100.0, 110.0, 121.0], [-1.0, 0.0, 1.0], [-100.0, -1.0, -81.0]])
    np.testing.assert_allclose(indicadores.crecimiento_anual(serie), [0.1, 0.0, -0.1])
