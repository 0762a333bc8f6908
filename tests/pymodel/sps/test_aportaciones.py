"""Contributions per family, their quarters, their current pesos, and the funds held back."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pymodel import datos
from pymodel.errores import DatoInvalido
from pymodel.sps import aportaciones as ap
from pymodel.sps import fondos


def test_amounts_of_the_law():
    m = ap.por_familia()
    assert m.cs == pytest.approx(2476.89, rel=1e-12)
    assert (m.asf / m.cs, m.ase / m.cs, m.total / m.cs) == pytest.approx((1.5, 0.5, 3.0))


def test_the_printed_table_of_quarters():
    impresa = datos.tabla("sps2006", "anexo_a_monto_por_familia")["total_anual"]
    calculada = ap.aportaciones(2004, 1.0, [1, 2, 3, 4]).total
    assert np.round(calculada).tolist() == impresa.tolist()


@pytest.mark.parametrize("anio", range(2004, 2011))
def test_pesos_of_2004_do_not_change_with_the_year(anio):
    assert ap.aportaciones(anio).total[0] == pytest.approx(7430.67)


def test_current_pesos_quarter_by_quarter():
    """By hand: four payments, each with the INPC of the month before its quarter."""
    df = datos.serie("inpc").set_index(["anio", "mes"])["inpc"]
    base = df[2003, 12]
    meses = [(2004, 12), (2005, 3), (2005, 6), (2005, 9)]
    pagos = [0.15 * 45.24 * 365 / 4 * df[m] / base for m in meses]
    for k in (1, 2, 3, 4):
        calculado = ap.aportaciones(2005, 10, k, "corrientes").cs[0]
        assert calculado == pytest.approx(10 * sum(pagos[k - 1 :]), rel=1e-12)
    assert ap.actualizacion(2004, 1) == 1.0


def test_the_amounts_keep_their_ratios_in_current_pesos():
    m = ap.aportaciones([2004, 2007, 2010], [1, 2, 3], 2, "corrientes")
    assert m.asf == pytest.approx(1.5 * m.cs)
    assert m.ase == pytest.approx(0.5 * m.cs)


def test_families_and_quarters_of_equal_length():
    juntos = ap.aportaciones([2004, 2005], [10, 20], [1, 4]).total
    sueltos = [ap.aportaciones(a, f, k).total[0] for a, f, k in ((2004, 10, 1), (2005, 20, 4))]
    assert juntos == pytest.approx(sueltos)
    with pytest.raises(DatoInvalido, match=r"familias y trimestre: .*2 y 3 valores"):
        ap.aportaciones(2004, [1, 2], [1, 2, 3])


@pytest.mark.parametrize("trimestre", [0, 5, 1.5, -1])
def test_quarters_outside_the_year(trimestre):
    with pytest.raises(DatoInvalido, match=r"trimestre, valor 2.*1, 2, 3 o 4"):
        ap.aportaciones(2004, [1, 2], [1, trimestre])


@pytest.mark.parametrize("anio", [2003, 2011, 2016])
def test_other_years_need_the_users_table(anio):
    with pytest.raises(DatoInvalido, match=r"anio.*2004 a 2010.*tabla"):
        ap.aportaciones(anio)
    propia = ap.montos_propios([[2015, 986.47, 1385.99, 493.24], [anio, 1.0, 2.0, 3.0]])
    assert ap.aportaciones(anio, 10, 3, montos=propia).total[0] == pytest.approx(10 * 6 / 2)


def test_the_users_table_is_not_updated_nor_mixed_with_the_law():
    propia = ap.montos_propios([[2015, 986.47, 1385.99, 493.24]])
    with pytest.raises(DatoInvalido, match=r"pesos: .*no se actualizan"):
        ap.aportaciones(2015, pesos="corrientes", montos=propia)
    with pytest.raises(DatoInvalido, match=r"montos: .*sin 2004"):
        ap.aportaciones([2004, 2015], montos=propia)
    with pytest.raises(DatoInvalido, match=r"renglón 2: se encontró 2015"):
        ap.montos_propios([[2015, 1, 1, 1], [2015, 2, 2, 2]])


def test_negative_families():
    with pytest.raises(DatoInvalido, match=r"familias, valor 2: se encontró -1;"):
        ap.aportaciones(2004, [1, -1])


def test_federal_pot_and_imss():
    assert ap.bolsa_federal(1000) == pytest.approx(1.5 * 2476.89 * 1000)
    with pytest.raises(DatoInvalido, match="meta_nacional"):
        ap.bolsa_federal(0)
    # 13.9 % of a yearly minimum wage of July 1997 (26.45 pesos a day).
    assert ap.cuota_social_imss(26.45) == pytest.approx(0.139 * 26.45 * 365)


def test_real_amounts_published_for_2015_part_in_the_same_funds():
    """DOF 15-03-2016: FPGC 229.26, FPP 85.97 and CS transferible 671.24 of 986.47."""
    f = fondos.repartir(986.47, 1385.99, 493.24)
    assert f.fpgc[0] == pytest.approx(229.26, abs=0.005)
    assert f.fpp[0] == pytest.approx(85.97, abs=0.005)
    assert f.cs_transferible[0] == pytest.approx(671.24, abs=0.011)


@given(st.lists(st.floats(1.0, 1e9), min_size=1, max_size=5), st.floats(0.0, 5.0), st.floats(0, 1))
def test_the_funds_and_the_rest_are_the_whole(cs, asf, ase):
    c = np.array(cs)
    f = fondos.repartir(c, asf * c, ase * c)
    total = c * (1 + asf + ase)
    np.testing.assert_allclose(f.fpgc + f.fpp + f.resto, total, rtol=1e-12)
    np.testing.assert_allclose(f.cs_transferible, c - 0.11 * total, rtol=1e-9)


def test_a_fee_that_does_not_cover_the_funds():
    with pytest.raises(DatoInvalido, match=r"cs: se encontró 10; .*cubra los fondos \(12.10\)"):
        fondos.repartir(10, 100, 0)
    with pytest.raises(DatoInvalido, match="asf: se encontró -1"):
        fondos.repartir(10, -1, 0)
