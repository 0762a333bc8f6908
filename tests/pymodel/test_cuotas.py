"""Contributions by law, payer and date, against the text of the law and hand-made sums."""

from datetime import date

import numpy as np
import pytest

from pymodel import cuotas, datos
from pymodel.errores import DatoInvalido

CEAV = "cesantía en edad avanzada y vejez"


def tasa(fecha, concepto, pagador, tramo=0):
    (c,) = (x for x in cuotas.vigentes(fecha) if (x.concepto, x.pagador) == (concepto, pagador))
    return c.tramos[tramo].valor


@pytest.mark.parametrize("anio", [1997, 2005, 2010, 2022])
def test_rates_of_the_law_of_1997(anio):
    """LSS, art. 168: 2 % retiro; CEAV 3.150, 1.125 and 0.225; Infonavit 5 %."""
    dia = date(anio, 7, 1)
    assert tasa(dia, "retiro", "patrón") == 0.02
    assert tasa(dia, CEAV, "patrón") == 0.0315
    assert tasa(dia, CEAV, "trabajador") == 0.01125
    assert tasa(dia, CEAV, "Estado") == 0.00225
    assert tasa(dia, "aportación al fondo de la vivienda", "patrón") == 0.05


def test_reform_of_2020_by_bracket_and_year():
    """Transitorio 2 of DOF 16-12-2020: the employer's rate rises in eight steps to 2030."""
    assert tasa(date(2023, 1, 1), CEAV, "patrón", -1) == 0.04241
    assert tasa(date(2026, 12, 31), CEAV, "patrón", -1) == 0.07513
    assert tasa(date(2030, 1, 1), CEAV, "patrón", -1) == 0.11875
    assert tasa(date(2080, 1, 1), CEAV, "patrón", -1) == 0.11875
    assert tasa(date(2029, 6, 1), CEAV, "patrón", 0) == 0.0315  # one minimum wage: no change
    pagadores = {c.pagador for c in cuotas.vigentes(date(2023, 1, 1)) if c.concepto == CEAV}
    assert pagadores == {"patrón", "trabajador"}  # the State gives only the cuota social


def test_one_version_of_each_contribution_on_every_day():
    for dia in (date(1997, 7, 1), date(2009, 5, 25), date(2009, 5, 26), date(2023, 12, 31)):
        claves = [(c.seguro, c.concepto, c.pagador) for c in cuotas.vigentes(dia)]
        assert len(claves) == len(set(claves))
        assert ("RCV", "cuota social", "Estado") in claves


def test_cuota_social_changes_with_the_reform_of_2009():
    antes, despues = (
        next(c for c in cuotas.vigentes(d) if c.concepto == "cuota social")
        for d in (date(2009, 5, 25), date(2009, 5, 26))
    )
    assert (antes.base, antes.tramos[0].valor) == ("SMGDF del 1-jul-1997", 0.055)
    assert [t.limite for t in despues.tramos] == [1, 4, 7, 10, 15]
    assert antes.calidad == "una_fuente_codigo"  # the mark of a weak source is not lost


def test_brackets_of_2023_only_end_that_year():
    de_2023, de_2024 = (
        next(c for c in cuotas.vigentes(date(a, 6, 1)) if c.concepto == "cuota social")
        for a in (2023, 2024)
    )
    assert (de_2023.tramos[-1].limite, de_2023.tramos[-1].valor) == (7.09, 1.0)
    assert (de_2024.tramos[-1].limite, de_2024.tramos[-1].valor) == (4.0, 6.25)
    assert "ley_ocr_corregido" in de_2023.calidad


def inpc(anio, mes=None):
    serie = datos.serie("inpc")
    filas = serie[serie["anio"] == anio]
    return filas["inpc"].mean() if mes is None else filas[filas["mes"] == mes]["inpc"].iloc[0]


def test_one_day_of_2010_by_hand():
    a = cuotas.aportaciones(250.0, 2010)
    assert a.retiro == pytest.approx(5.0)
    assert a.obrero_patronal == pytest.approx(250 * 0.06275)
    assert a.vivienda == pytest.approx(12.5)
    # 250/57.46 = 4.35 minimum wages: 3.54820 pesos of May 2009, updated with the INPC; 3.70949 is
    # the bracket of up to four.
    assert a.cuota_social == pytest.approx(3.54820 * inpc(2010) / inpc(2009, 5))
    assert a.rcv == pytest.approx(250 * 0.065 + a.cuota_social)


def test_cuota_social_before_2009_is_a_share_of_the_minimum_wage_of_1997():
    for anio in (1998, 2005):
        social = cuotas.aportaciones([100.0, 900.0], anio).cuota_social
        esperado = 0.055 * 26.45 * inpc(anio) / inpc(1997, 7)
        np.testing.assert_allclose(social, [esperado, esperado])


def test_brackets_of_2024_by_hand():
    """Minimum wage 248.93 (2.29 UMA), UMA 108.57: one minimum wage comes first."""
    salarios = [200.0, 248.93, 260.0, 300.0, 435.0, 5000.0]
    a = cuotas.aportaciones(salarios, 2024)
    tasas = [0.0315, 0.0315, 0.04353, 0.04588, 0.05331, 0.05331]
    topados = [200.0, 248.93, 260.0, 300.0, 435.0, 25 * 108.57]
    np.testing.assert_allclose(a.ceav_patron, np.multiply(tasas, topados))
    factor = inpc(2024) / inpc(2023, 1)
    np.testing.assert_allclose(
        a.cuota_social, np.multiply([10.75, 10.75, 8.5, 7.75, 0.0, 0.0], factor)
    )


def test_wage_ceilings():
    """Transitorio 25: cesantía and vejez rise from 15 minimum wages in 1997 to 25 in 2007."""
    for anio, veces in ((1997, 15), (2002, 20), (2006, 24), (2007, 25), (2015, 25)):
        r = cuotas.referencias(anio, anio)
        assert r.tope_ceav == pytest.approx(veces * r.salario_minimo)
        assert r.tope == pytest.approx(25 * r.salario_minimo)
    assert cuotas.referencias(2024, 2024).tope == pytest.approx(25 * 108.57)
    a = cuotas.aportaciones(1e6, 2003)
    r = cuotas.referencias(2003, 2003)
    assert a.retiro == pytest.approx(0.02 * r.tope)
    assert a.ceav_patron == pytest.approx(0.0315 * r.tope_ceav)


def test_constant_pesos():
    """Another year of prices changes only the unit: wages and contributions by the same factor."""
    factor = inpc(2010) / inpc(2024)
    de_2024 = cuotas.aportaciones([300.0, 5000.0], 2024)
    de_2010 = cuotas.aportaciones(np.array([300.0, 5000.0]) * factor, 2024, anio_precios=2010)
    for uno, otro in zip(de_2024, de_2010, strict=True):
        np.testing.assert_allclose(otro, uno * factor, rtol=1e-12)


def test_the_future_is_constant_in_real_terms():
    assert cuotas.referencias(2090, 2010) == cuotas.referencias(2050, 2010)
    futuro, presente = (cuotas.referencias(a, 2010).uma for a in (2090, 2026))
    assert futuro == presente
    assert cuotas.anio_de_precios(2090) == cuotas.anio_de_precios(2030) >= 2026


def test_payers_apart():
    partes = cuotas.desglose(250.0, 2010)
    assert sum(v for (_, _, p), v in partes.items() if p == "patrón") == pytest.approx(250 * 0.1015)
    solo_vivienda = cuotas.desglose(250.0, 2010, seguros=("Infonavit",))
    assert [p for _, _, p in solo_vivienda] == ["patrón"]


@pytest.mark.parametrize(
    ("llamada", "texto"),
    [
        (lambda: cuotas.aportaciones(0.0, 2010), "salario_diario: se encontró 0; se esperaba un"),
        (lambda: cuotas.aportaciones([100.0, -1.0], 2010), "salario_diario: se encontró -1"),
        (lambda: cuotas.aportaciones("100", 2010), "salario_diario: se encontró «100»"),
        (lambda: cuotas.aportaciones(100.0, 1996), "anio: se encontró 1996"),
        (lambda: cuotas.aportaciones(100.0, 2010, anio_precios=1990), "anio_precios: se encontró"),
        (lambda: cuotas.vigentes(date(1997, 6, 30)), "fecha: se encontró «1997-06-30»"),
        (lambda: cuotas.vigentes(date(2010, 1, 1), ("SAR",)), "seguro: se encontró «SAR»"),
    ],
)
def test_refusals(llamada, texto):
    with pytest.raises(DatoInvalido) as error:
        llamada()
    assert texto in str(error.value)


def test_the_reform_of_2020_is_on_its_way_from_2021_to_2029():
    """DOF 16-12-2020, in steps from 2023 to 2030; a year opens knowing what is published."""
    por_entrar = [a for a in range(1997, 2060) if cuotas.hay_reforma_por_entrar(a)]
    assert por_entrar == list(range(2021, 2030))
