"""Payroll contributions against sums made by hand, a loop of one worker at a time, and the law."""

from datetime import date

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pymodel import cuotas, datos
from pymodel.errores import DatoInvalido

MARZO_2026 = date(2026, 3, 15)
UMA, SMG = 117.31, 315.04  # DOF, in force in March 2026


def uno(sbc, fecha=MARZO_2026, **opciones):
    nomina = cuotas.calcular_nomina([sbc], fecha, **opciones)
    return {c: float(nomina[c][0]) for c in nomina.columnas}


def test_a_worker_of_2026_by_hand():
    """900 pesos a day, 31 days, class III: articles 106, 107, 25, 147, 211, 73, 168."""
    c = uno(900.0, dias=31.0, prima_rt=0.025984, con_rcv_infonavit=True)
    base = 900.0 * 31
    assert c["sem_cuota_fija_patron"] == pytest.approx(0.204 * UMA * 31)
    assert c["sem_excedente_patron"] == pytest.approx(0.011 * (900 - 3 * UMA) * 31)
    assert c["sem_excedente_trabajador"] == pytest.approx(0.004 * (900 - 3 * UMA) * 31)
    assert c["sem_dinero_patron"] == pytest.approx(0.007 * base)
    assert c["sem_dinero_trabajador"] == pytest.approx(0.0025 * base)
    assert c["sem_dinero_estado"] == pytest.approx(0.0005 * base)
    assert c["gmp_patron"] + c["gmp_trabajador"] + c["gmp_estado"] == pytest.approx(0.015 * base)
    assert c["siv_patron"] == pytest.approx(0.0175 * base)
    assert c["siv_trabajador"] == pytest.approx(0.00625 * base)
    assert c["siv_estado"] == pytest.approx(0.00125 * base)
    assert c["sgps_patron"] == pytest.approx(0.01 * base)
    assert c["srt_patron"] == pytest.approx(0.025984 * base)
    assert c["retiro_patron"] == pytest.approx(0.02 * base)
    assert c["ceav_patron"] == pytest.approx(0.07513 * base)  # more than 4 UMA, 2026
    assert c["ceav_trabajador"] == pytest.approx(0.01125 * base)
    assert c["ceav_estado"] == 0.0
    assert c["cuota_social_estado"] == 0.0
    assert c["infonavit_patron"] == pytest.approx(0.05 * base)


def test_totals_are_the_sums_by_payer():
    n = cuotas.calcular_nomina([SMG, 500.0, 9000.0], MARZO_2026, con_rcv_infonavit=True)
    for pagador in ("patron", "trabajador", "estado"):
        partes = [n[c] for c in n.columnas if c.endswith(pagador) and not c.startswith("total")]
        np.testing.assert_allclose(n[f"total_{pagador}"], np.sum(partes, axis=0))
    np.testing.assert_allclose(
        n["total"], n["total_patron"] + n["total_trabajador"] + n["total_estado"]
    )


def test_the_wage_is_capped_not_refused():
    tope = 25 * UMA
    assert uno(1e6) == uno(tope)
    assert uno(tope + 1.0)["siv_patron"] == pytest.approx(0.0175 * tope * 30)


def test_the_ceiling_of_iv_and_cesantia_rises_until_2007():
    """Transitorio 25: 20 minimum wages in 2002-2003, 25 since July 2007."""
    smg = 43.65
    c = uno(5000.0, date(2003, 3, 1), con_rcv_infonavit=True)
    assert c["siv_patron"] == pytest.approx(0.0175 * 20 * smg * 30)
    assert c["ceav_patron"] == pytest.approx(0.0315 * 20 * smg * 30)
    assert c["gmp_patron"] == pytest.approx(0.0105 * 25 * smg * 30)
    assert c["sgps_patron"] == pytest.approx(0.01 * 25 * smg * 30)


@pytest.mark.parametrize(
    ("fecha", "unidad"),
    [
        (date(2015, 12, 31), 70.10),  # minimum wage
        (date(2016, 6, 1), 73.04),  # both are 73.04
        (date(2017, 1, 15), 73.04),  # UMA of 2016; the minimum wage is already 80.04
        (date(2017, 2, 1), 75.49),
        (date(2026, 1, 31), 113.14),
        (date(2026, 2, 1), 117.31),
    ],
)
def test_the_uma_replaces_the_minimum_wage_on_its_date(fecha, unidad):
    b = cuotas.bases(fecha)
    assert b.unidad == pytest.approx(unidad)
    assert b.tope == pytest.approx(25 * unidad)
    assert uno(2000.0, fecha)["sem_cuota_fija_patron"] == pytest.approx(0.204 * unidad * 30)


@pytest.mark.parametrize(
    ("anio", "fija", "patron", "trabajador"),
    [
        (1997, 0.139, 0.06, 0.02),
        (2002, 0.1715, 0.0355, 0.012),
        (2006, 0.1975, 0.0159, 0.0056),
        (2007, 0.204, 0.011, 0.004),
        (2026, 0.204, 0.011, 0.004),
    ],
)
def test_steps_of_transitorio_19(anio, fija, patron, trabajador):
    fecha = date(anio, 7, 1)
    b = cuotas.bases(fecha)
    sbc = 10 * b.unidad
    c = uno(sbc, fecha)
    assert c["sem_cuota_fija_patron"] == pytest.approx(fija * b.unidad * 30)
    assert c["sem_excedente_patron"] == pytest.approx(patron * 7 * b.unidad * 30)
    assert c["sem_excedente_trabajador"] == pytest.approx(trabajador * 7 * b.unidad * 30)


def test_no_excess_up_to_three_units():
    c = uno(3 * UMA)
    assert c["sem_excedente_patron"] == c["sem_excedente_trabajador"] == 0.0


def test_article_36_the_employer_pays_for_the_minimum_wage():
    c = uno(SMG, con_rcv_infonavit=True)
    assert c["total_trabajador"] == 0.0
    assert c["siv_patron"] == pytest.approx((0.0175 + 0.00625) * SMG * 30)
    assert c["ceav_patron"] == pytest.approx((0.0315 + 0.01125) * SMG * 30)
    apenas_mas = uno(SMG + 0.02, con_rcv_infonavit=True)
    assert apenas_mas["total_trabajador"] > 0.0
    # CEAV apart (another bracket), who pays changes but not how much.
    sin_rcv = uno(SMG), uno(SMG + 0.01)
    assert sin_rcv[1]["total"] == pytest.approx(sin_rcv[0]["total"], rel=1e-4)


def test_article_36_with_an_integrated_wage():
    integrado = SMG * 1.0493
    assert uno(integrado)["total_trabajador"] > 0.0
    assert uno(integrado, factor_integracion=1.0493)["total_trabajador"] == 0.0


def test_the_federal_fee_follows_the_inpc_each_quarter():
    inpc = datos.serie("inpc").set_index(["anio", "mes"])["inpc"]
    inicial = 0.139 * 26.45
    assert cuotas.cuota_federal_diaria(date(1997, 7, 1)) == pytest.approx(inicial)
    for dia, mes in ((date(2010, 2, 28), (2009, 12)), (date(2010, 12, 1), (2010, 9))):
        esperada = inicial * inpc[mes] / inpc[1997, 6]
        assert cuotas.cuota_federal_diaria(dia) == pytest.approx(esperada)
        assert uno(250.0, dia)["sem_cuota_fija_estado"] == pytest.approx(30 * esperada)


def test_one_by_one_is_the_same_as_all_at_once():
    azar = np.random.default_rng(36)
    sbc = np.concatenate([[SMG, 470.0, 469.24, 469.25], azar.uniform(SMG, 4000, 40)])
    dias, primas = azar.uniform(0, 31, len(sbc)), azar.uniform(0.005, 0.15, len(sbc))
    juntos = cuotas.calcular_nomina(
        sbc, MARZO_2026, dias=dias, prima_rt=primas, con_rcv_infonavit=True
    )
    for i in range(len(sbc)):
        solo = uno(
            float(sbc[i]),
            dias=float(dias[i]),
            prima_rt=float(primas[i]),
            con_rcv_infonavit=True,
        )
        np.testing.assert_allclose(juntos.importes[i], list(solo.values()), rtol=1e-12, atol=1e-12)


def test_a_year_of_the_individual_account_agrees_with_the_payroll():
    """The same law read by the two modules: what does not hang on the INPC must be equal."""
    a = cuotas.aportaciones(900.0, 2010)
    c = uno(900.0, date(2010, 7, 1), dias=1.0, con_rcv_infonavit=True)
    assert c["retiro_patron"] == pytest.approx(a.retiro)
    assert c["ceav_patron"] == pytest.approx(a.ceav_patron)
    assert c["infonavit_patron"] == pytest.approx(a.vivienda)
    # The account takes the mean INPC of the year, the payroll that of the quarter.
    assert c["cuota_social_estado"] == pytest.approx(float(a.cuota_social), rel=0.02)


def test_what_hangs_on_an_inpc_still_to_come_is_left_empty():
    c = uno(900.0, date(2026, 7, 1), con_rcv_infonavit=True)
    sin_dato = {k for k, v in c.items() if np.isnan(v)}
    assert sin_dato == {"sem_cuota_fija_estado", "cuota_social_estado", "total_estado", "total"}
    assert c["total_patron"] == pytest.approx(uno(900.0, con_rcv_infonavit=True)["total_patron"])
    with pytest.raises(DatoInvalido, match="INPC"):
        cuotas.cuota_federal_diaria(date(2026, 7, 1))


@given(st.floats(SMG, 10_000), st.floats(0, 366), st.floats(0.001, 0.15))
def test_contributions_grow_with_days_and_wages(sbc, dias, prima):
    una = uno(sbc, dias=dias, prima_rt=prima)
    doble = uno(sbc, dias=dias / 2, prima_rt=prima)
    assert una["total"] == pytest.approx(2 * doble["total"])
    assert all(v >= 0.0 for v in una.values())
    assert uno(sbc + 10, dias=dias, prima_rt=prima)["total"] >= una["total"] - 1e-9


@pytest.mark.parametrize(
    ("llamada", "texto"),
    [
        (lambda: uno(100.0), "sbc: se encontró 100; se esperaba 315.04 pesos diarios o más"),
        (
            lambda: cuotas.calcular_nomina([400.0, 100.0], MARZO_2026),
            "sbc, valor 2: se encontró 100",
        ),
        (lambda: uno(54.0, date(2010, 3, 1)), "54.47"),  # area C, the lowest of 2010
        (lambda: uno(400.0, date(1997, 6, 30)), "1997-07-01"),
        (lambda: uno(400.0, date(2031, 1, 1)), "hasta 2026-12-31"),
        (lambda: uno(400.0, dias=367.0), "dias: se encontró 367"),
        (lambda: uno(400.0, dias=-1.0), "dias: se encontró -1"),
        (lambda: uno(400.0, prima_rt=0.54355), "¿quiso decir 0.0054355?"),
        (lambda: uno(400.0, factor_integracion=0.9), "factor_integracion: se encontró 0.9"),
        (
            lambda: cuotas.calcular_nomina([400.0] * 3, MARZO_2026, dias=[30.0, 31.0]),
            "dias: se encontró «2 valores»; se esperaba uno, o 3",
        ),
        (
            lambda: cuotas.calcular_nomina([400.0] * 2, MARZO_2026, prima_rt=[0.01, 0.2]),
            "prima_rt, valor 2: se encontró 0.2",
        ),
    ],
)
def test_bad_input(llamada, texto):
    with pytest.raises(DatoInvalido) as error:
        llamada()
    assert texto in str(error.value)


def test_a_wage_of_the_lowest_area_is_legal():
    assert uno(54.47, date(2010, 3, 1))["total_trabajador"] == 0.0
