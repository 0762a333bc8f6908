"""Individual accounts: closed forms, a naive loop, identities, directions and refusals."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pymodel import cuotas, datos
from pymodel.cuenta_individual import (
    CONVENCIONES,
    ORDENES,
    defectos,
    densidad_observada,
    participacion,
    por_edad,
    saldo_cuenta,
    saldo_final,
    saldos_por_antiguedad,
)
from pymodel.errores import DatoInvalido

# Nothing but contributions: no fees, no growth, no cuota social, whole density, law of 2011.
LISA = {
    "comision_saldo": 0.0,
    "crecimiento_salarial": 0.0,
    "cuota_social": False,
    "densidad": 1.0,
    "con_vivienda": True,
    "ley": "fija",
}


def anualidad(r, n, momento=1.0):
    """Value at the end of n years of one a year, paid `momento` of a year before each close."""
    return n if r == 0 else (1 + r) ** momento * ((1 + r) ** n - 1) / r


# --- Closed forms -------------------------------------------------------------------------------


@pytest.mark.parametrize("n", [1, 10, 40, 100])
@pytest.mark.parametrize(("convencion", "momento"), [("inicio", 1.0), ("medio", 0.5), ("fin", 0.0)])
def test_level_wage_is_an_annuity_certain(n, convencion, momento):
    c = saldo_cuenta(250.0, n, **LISA, convencion=convencion)
    anual = 250.0 * 365
    assert c.saldo_rcv[-1] == pytest.approx(0.065 * anual * anualidad(0.035, n, momento))
    assert c.saldo_vivienda[-1] == pytest.approx(0.05 * anual * anualidad(0.03, n, momento))


@pytest.mark.parametrize("n", [1, 15, 35])
def test_growing_wage_is_a_geometric_annuity(n):
    g, r = 0.014, 0.035
    c = saldo_cuenta(250.0, n, **{**LISA, "crecimiento_salarial": g})
    esperado = 0.065 * 250 * 365 * (1 + r) * ((1 + r) ** n - (1 + g) ** n) / (r - g)
    assert c.saldo_rcv[-1] == pytest.approx(esperado)
    assert c.salario_diario[-1] == pytest.approx(250.0 * (1 + g) ** (n - 1))


@pytest.mark.parametrize(
    ("orden", "factor"),
    [
        ("rendimiento_comision", 1.035 * (1 - 0.0146)),
        ("comision_rendimiento", 1.035 * (1 - 0.0146)),
        ("tasa_neta", 1.035 - 0.0146),
    ],
)
def test_initial_balance_alone(orden, factor):
    """Without contributions the order does not matter, except for the yield net of the fee."""
    c = saldo_cuenta(
        250.0,
        20,
        densidad=0.0,
        saldo_inicial=1e5,
        saldo_inicial_vivienda=4e4,
        orden=orden,
    )
    np.testing.assert_allclose(c.saldo_rcv, 1e5 * factor ** np.arange(1, 21))
    np.testing.assert_allclose(c.saldo_vivienda, 4e4 * 1.03 ** np.arange(1, 21))  # AFORE: no fee


@pytest.mark.parametrize(
    ("orden", "primero", "siguiente"),
    [
        ("rendimiento_comision", 1.035 * 0.98, 1.035 * 0.98),
        ("comision_rendimiento", 1.035, 1.035 * 0.98),
        ("tasa_neta", 1.015, 1.015),
    ],
)
def test_order_of_fee_and_yield(orden, primero, siguiente):
    c = saldo_cuenta(250.0, 2, **{**LISA, "comision_saldo": 0.02}, orden=orden)
    anual = 0.065 * 250 * 365
    assert c.saldo_rcv[0] == pytest.approx(anual * primero)
    assert c.saldo_rcv[1] == pytest.approx(anual * primero * (siguiente + 1))


def test_defaults_are_those_of_the_report_of_2010():
    d = defectos()
    assert (d["densidad"], d["rendimiento_rcv"], d["rendimiento_vivienda"]) == (0.92, 0.035, 0.03)
    assert (d["comision_saldo"], d["comision_flujo"], d["con_vivienda"]) == (0.0146, 0.0, 0.75)
    assert (d["crecimiento_salarial"], d["anio_inicio"]) == (0.014, 2011)
    c = saldo_cuenta(250.0, 1)
    rcv = 250 * 365 * 0.92 * 0.065 + 365 * 0.92 * cuotas.aportaciones(250.0, 2011).cuota_social
    vivienda = 250 * 365 * 0.92 * 0.05 * 0.75 * 1.03
    assert c.saldo[0] == pytest.approx(rcv * 1.035 * (1 - 0.0146) + vivienda)


# --- A naive loop -------------------------------------------------------------------------------


def ingenuo(salario, n, o):
    """One case, one year at a time, with plain floats."""
    rcv, vivienda = o["saldo_inicial"], o["saldo_inicial_vivienda"]
    saldos = []
    for t in range(n):
        anio = o["anio_inicio"] + (0 if o["ley"] == "fija" else t)
        dia = cuotas.aportaciones(salario, anio, anio_precios=o["anio_inicio"])
        tope = cuotas.referencias(anio, o["anio_inicio"]).tope
        dias = 365 * o["densidad"][t]
        a = dias * float(dia.rcv - (0 if o["cuota_social"] else dia.cuota_social))
        a -= dias * min(salario, tope) * o["comision_flujo"][t]
        r, c = o["rendimiento_rcv"][t], o["comision_saldo"][t]
        parte = {"inicio": 1, "medio": 0.5, "fin": 0}[o["convencion"]]
        if o["orden"] == "rendimiento_comision":
            factor = (1 + r) * (1 - c)
            rcv = rcv * factor + a * factor**parte
        elif o["orden"] == "comision_rendimiento":
            rcv = rcv * (1 - c) * (1 + r) + a * (1 + r) ** parte
        else:
            rcv = rcv * (1 + r - c) + a * (1 + r - c) ** parte
        rv = o["rendimiento_vivienda"][t]
        v = dias * float(dia.vivienda) * o["con_vivienda"]
        vivienda = vivienda * (1 + rv) + v * (1 + rv) ** parte
        saldos.append((rcv, vivienda))
        salario *= 1 + o["crecimiento_salarial"][t]
    return np.array(saldos)


def una_por_anio(n, menor, mayor):
    return st.lists(st.floats(menor, mayor), min_size=n, max_size=n)


@st.composite
def casos(draw):
    n = draw(st.integers(1, 30))
    return (
        draw(st.floats(40, 3000)),
        n,
        {
            "densidad": draw(una_por_anio(n, 0, 1)),
            "rendimiento_rcv": draw(una_por_anio(n, -0.1, 0.1)),
            "rendimiento_vivienda": draw(una_por_anio(n, -0.1, 0.1)),
            "comision_flujo": draw(una_por_anio(n, 0, 0.04)),
            "comision_saldo": draw(una_por_anio(n, 0, 0.03)),
            "crecimiento_salarial": draw(una_por_anio(n, -0.02, 0.05)),
            "con_vivienda": draw(st.floats(0, 1)),
            "saldo_inicial": draw(st.floats(0, 1e6)),
            "saldo_inicial_vivienda": draw(st.floats(0, 1e6)),
            "anio_inicio": draw(st.integers(1997, 2040)),
            "orden": draw(st.sampled_from(ORDENES)),
            "convencion": draw(st.sampled_from(CONVENCIONES)),
            "ley": draw(st.sampled_from(["por_anio", "fija"])),
            "cuota_social": draw(st.booleans()),
        },
    )


@settings(max_examples=60, deadline=None)
@given(casos())
def test_equals_the_naive_loop(caso):
    salario, n, o = caso
    c = saldo_cuenta(salario, n, **o)
    esperado = ingenuo(salario, n, o)
    np.testing.assert_allclose(c.saldo_rcv, esperado[:, 0], rtol=1e-9, atol=1e-6)
    np.testing.assert_allclose(c.saldo_vivienda, esperado[:, 1], rtol=1e-9, atol=1e-6)


@settings(max_examples=40, deadline=None)
@given(casos())
def test_every_peso_is_accounted_for(caso):
    salario, n, o = caso
    c = saldo_cuenta(salario, n, **o)
    antes = np.concatenate([[o["saldo_inicial"]], c.saldo_rcv[:-1]])
    flujos = c.aportacion_rcv + c.cuota_social - c.comision_flujo - c.comision_saldo
    np.testing.assert_allclose(c.saldo_rcv, antes + flujos + c.rendimiento_rcv, atol=1e-5)
    antes = np.concatenate([[o["saldo_inicial_vivienda"]], c.saldo_vivienda[:-1]])
    np.testing.assert_allclose(
        c.saldo_vivienda, antes + c.aportacion_vivienda + c.rendimiento_vivienda, atol=1e-5
    )
    np.testing.assert_allclose(c.saldo, c.saldo_rcv + c.saldo_vivienda)
    assert (c.comision_saldo >= -1e-6).all()


def test_many_cases_at_once_are_each_case_alone():
    salarios = np.array([60.0, 250.0, 900.0, 5000.0])
    por_caso = {
        "con_vivienda": np.array([0.0, 1.0, 0.75, 0.5]),
        "saldo_inicial": np.array([0.0, 10.0, 1e5, 3e5]),
    }
    densidad = np.linspace(0.5, 1, 25 * 4).reshape(25, 4)
    juntos = saldo_cuenta(salarios, 25, densidad=densidad, **por_caso)
    assert juntos.saldo.shape == (25, 4)
    for i, salario in enumerate(salarios):
        suyas = {k: v[i] for k, v in por_caso.items()}
        solo = saldo_cuenta(salario, 25, densidad=densidad[:, i], **suyas)
        for de_todos, de_uno in zip(juntos[2:], solo[2:], strict=True):
            np.testing.assert_allclose(de_todos[:, i], de_uno, rtol=1e-12)
    final = saldo_final(salarios, 25, densidad=densidad, **por_caso)
    np.testing.assert_allclose(final.total, juntos.saldo[-1])


# --- Schedules, law and directions --------------------------------------------------------------


def test_dynamic_schedule_of_2005():
    """Cuadro II.1: 1.20 % of wages and 0.34 % of the balance in 2006, down to 1.00 and 0.30."""
    cuadro = datos.tabla("ifa2005", "cuadro_ii_1")
    flujo = dict(zip(cuadro.iloc[:, 0], cuadro.iloc[:, 1], strict=True))
    c = saldo_cuenta(
        250.0, 60, anio_inicio=2006, comision_flujo="ifa2005", comision_saldo="ifa2005"
    )
    cobrada = 100 * c.comision_flujo / (365 * 0.92 * c.salario_diario)
    for anio, pct in zip(c.anio, cobrada, strict=True):
        clave = str(int(anio)) if anio < 2016 else "2016-2105"
        assert pct == pytest.approx(float(flujo[clave])), anio
    antes = c.saldo_rcv + c.comision_saldo
    assert (c.comision_saldo / antes)[0] == pytest.approx(0.0034)
    assert (c.comision_saldo / antes)[-1] == pytest.approx(0.0030)
    fija = saldo_cuenta(250.0, 5, comision_flujo="ifa2010", comision_saldo="ifa2010")
    np.testing.assert_array_equal(fija.saldo, saldo_cuenta(250.0, 5).saldo)


def test_the_default_law_is_that_of_the_valuation():
    """IFA 2010 could not know the reform of 2020; who begins in 2021 already does."""
    np.testing.assert_array_equal(
        saldo_cuenta(600.0, 25).saldo, saldo_cuenta(600.0, 25, ley="fija").saldo
    )
    for anio, ley in ((2020, "fija"), (2021, "por_anio"), (2026, "por_anio"), (2035, "fija")):
        otra = "fija" if ley == "por_anio" else "por_anio"
        por_ley = {
            una: saldo_cuenta(600.0, 12, anio_inicio=anio, ley=una).saldo
            for una in ("decretada", ley, otra)
        }
        np.testing.assert_array_equal(por_ley["decretada"], por_ley[ley])
        assert np.allclose(por_ley[ley], por_ley[otra]) is (anio == 2035), anio


def test_a_null_law_is_the_default_and_past_balances_follow_the_law_of_each_year():
    empty, default = saldo_cuenta(600.0, 25, ley=None), saldo_cuenta(600.0, 25)
    np.testing.assert_array_equal(empty.saldo, default.saldo)
    pasado = saldos_por_antiguedad(600.0, 13, anio=2025, ley=None)
    assert pasado.rcv > saldos_por_antiguedad(600.0, 13, anio=2025, ley="fija").rcv


def test_reform_of_2020_enters_in_2023_unless_the_law_is_frozen():
    por_anio, fija = (saldo_cuenta(600.0, 20, ley=ley) for ley in ("por_anio", "fija"))
    antes_de_2023 = por_anio.anio < 2023
    iguales = por_anio.aportacion_rcv[antes_de_2023], fija.aportacion_rcv[antes_de_2023]
    np.testing.assert_array_equal(*iguales)
    tasa = por_anio.aportacion_rcv / (365 * 0.92 * por_anio.salario_diario)
    assert tasa[12] == pytest.approx(0.02 + 0.04241 + 0.01125)
    assert tasa[-1] == pytest.approx(0.02 + 0.11875 + 0.01125)
    tasa_fija = fija.aportacion_rcv / (365 * 0.92 * fija.salario_diario)
    np.testing.assert_allclose(tasa_fija, 0.065)


@pytest.mark.parametrize(
    ("cambio", "sube"),
    [
        ({"comision_saldo": 0.02}, False),
        ({"comision_flujo": 0.012}, False),
        ({"rendimiento_rcv": 0.04}, True),
        ({"rendimiento_vivienda": 0.035}, True),
        ({"densidad": 0.68}, False),
        ({"con_vivienda": 0.0}, False),
        ({"saldo_inicial": 1000.0}, True),
        ({"crecimiento_salarial": 0.02}, True),
        ({"cuota_social": False}, False),
    ],
)
def test_directions(cambio, sube):
    """IFA 2010 (A-5): the suma asegurada moves against the balance."""
    base, otra = saldo_cuenta(250.0, 30), saldo_cuenta(250.0, 30, **cambio)
    assert bool(otra.saldo[-1] > base.saldo[-1]) is sube


# --- By age and seniority -----------------------------------------------------------------------


def test_density_by_age():
    tabla = [15, 25, 40], [0.5, 0.8, 0.95]
    vector = por_edad(*tabla, edad_inicial=23, anios=20)
    assert vector.tolist() == [0.5, 0.5, *[0.8] * 15, *[0.95] * 3]
    c = saldo_cuenta(250.0, 20, densidad=vector)
    np.testing.assert_array_equal(c.densidad, vector)


def test_observed_density():
    """IFA 2010, L965-997: a ratio each year, then the mean of the years."""
    assert densidad_observada([9, 8], [10, 10]) == pytest.approx(0.85)
    por_edades = densidad_observada([[9, 50], [1, 100]], [[10, 100], [10, 100]])
    np.testing.assert_allclose(por_edades, [0.5, 0.75])


def test_balances_by_seniority_are_the_last_of_a_projection():
    saldos = saldos_por_antiguedad([250.0, 250.0, 400.0, 400.0], [0, 1, 7, 40])
    assert saldos.total[0] == 0.0
    uno = saldo_cuenta(250.0, 1, anio_inicio=2010)
    assert saldos.total[1] == pytest.approx(uno.saldo[-1])
    siete = saldo_cuenta(400 / 1.014**6, 7, anio_inicio=2004, anio_precios=2010, ley="por_anio")
    assert saldos.rcv[2] == pytest.approx(siete.saldo_rcv[-1])
    assert siete.salario_diario[-1] == pytest.approx(400.0)
    # Forty years of work, but accounts exist only since 1997.
    catorce = saldo_cuenta(400 / 1.014**13, 14, anio_inicio=1997, anio_precios=2010, ley="por_anio")
    assert saldos.vivienda[3] == pytest.approx(catorce.saldo_vivienda[-1])


def test_balances_with_a_density_for_each_worker():
    saldos = saldos_por_antiguedad([250.0, 250.0], [10, 10], densidad=[0.4, 0.8])
    assert saldos.total[1] == pytest.approx(2 * saldos.total[0])


def test_share_of_the_mc():
    p = participacion([1000.0, 1000.0], [100.0, 3000.0], [100.0, 1000.0])
    assert p.rcv == pytest.approx((100 + 750) / 2000)
    assert p.vivienda == pytest.approx((100 + 250) / 2000)
    assert p.cuenta == pytest.approx(p.rcv + p.vivienda)
    assert participacion([500.0], [0.0], [0.0]).cuenta == 0.0


# --- Refusals -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("opciones", "texto"),
    [
        ({"densidad": 1.2}, "densidad: se encontró 1.2; se esperaba una fracción entre 0 y 1"),
        ({"densidad": [0.9, 0.9]}, "densidad: se encontró 2 valores; se esperaba un valor o 3"),
        ({"densidad": "alta"}, "densidad: se encontró «alta»"),
        ({"rendimiento_rcv": 3.5}, "rendimiento_rcv: se encontró 3.5; "),
        ({"rendimiento_vivienda": [0.03, 3.0, 0.03]}, "rendimiento_vivienda: se encontró 3"),
        ({"comision_saldo": 1.46}, "comision_saldo: se encontró 1.46; "),
        ({"comision_saldo": -0.01}, "comision_saldo: se encontró -0.01; "),
        ({"comision_saldo": "ifa1999"}, "comision_saldo: se encontró «ifa1999»; "),
        (
            {"comision_saldo": "ifa2005", "anio_inicio": 1998},
            "comision_saldo: se encontró el esquema «ifa2005» en 1998; se esperaba años de 2005",
        ),
        ({"comision_flujo": 0.2}, "comision_flujo, año 2011: se encontró 0.2; "),
        ({"con_vivienda": 25}, "con_vivienda: se encontró 25; "),
        ({"con_vivienda": "tal vez"}, "con_vivienda: se encontró «tal vez»; "),
        ({"cuota_social": 1}, "cuota_social: se encontró 1; "),
        ({"saldo_inicial": -1.0}, "saldo_inicial: se encontró -1; se esperaba saldos de 0"),
        ({"anio_inicio": 1996}, "anio_inicio: se encontró 1996; se esperaba un entero entre"),
        ({"crecimiento_salarial": 1.4}, "crecimiento_salarial: se encontró 1.4; "),
        ({"orden": "al azar"}, "orden: se encontró «al azar»; se esperaba una de: «rendimiento_"),
        ({"convencion": "tarde"}, "convencion: se encontró «tarde»; "),
        ({"ley": "1973"}, "ley: se encontró «1973»; "),
        ({"rendimiento": 0.03}, "opciones: se encontró «rendimiento»; se esperaba una de: densi"),
        (
            {"rendimiento_rcv": -0.9, "comision_saldo": 0.2, "orden": "tasa_neta"},
            "rendimiento_rcv y comision_saldo: se encontró -1.1 de diferencia; ",
        ),
    ],
)
def test_refuses_options(opciones, texto):
    with pytest.raises(DatoInvalido) as error:
        saldo_cuenta(250.0, 3, **opciones)
    assert texto in str(error.value)


@pytest.mark.parametrize(
    ("llamada", "texto"),
    [
        (lambda: saldo_cuenta(0.0, 3), "salario_diario: se encontró 0; "),
        (lambda: saldo_cuenta([100.0, -5.0], 3), "salario_diario: se encontró -5; "),
        (lambda: saldo_cuenta(250.0, 0), "anios: se encontró 0; "),
        (lambda: saldo_cuenta(250.0, 101), "entre 1 y 100"),
        (lambda: saldo_cuenta([1.0, 2.0], 3, saldo_inicial=[1.0, 2.0, 3.0]), "3 valores"),
        (lambda: por_edad([30, 20], [0.5, 0.6], 30, 5), "edades fuera de orden"),
        (lambda: por_edad([20, 30], [0.5, 0.6], 18, 5), "edad_inicial: se encontró 18; "),
        (lambda: densidad_observada([11, 8], [10, 10]), "valor 1: se encontró 11 de 10; "),
        (lambda: densidad_observada([[1, 2]] * 2, [[1, 0]] * 2), "fila 1, columna 2: se encontró"),
        (lambda: densidad_observada([1, 2], [1, 2, 3]), "2 y 3; se esperaba los mismos años"),
        (lambda: participacion([0.0], [1.0], [1.0]), "mc: se encontró 0; "),
        (lambda: participacion([5.0], [-1.0], [1.0]), "saldo_rcv: se encontró -1; "),
        (lambda: saldos_por_antiguedad([1.0, 2.0], [1, 2, 3]), "2 y 3 valores"),
        (lambda: saldos_por_antiguedad([1.0], [1.5]), "antiguedad, valor 1: se encontró 1.5"),
        (lambda: saldos_por_antiguedad([1.0], [1], anio_inicio=2000), "«anio_inicio»; se esper"),
    ],
)
def test_refusals(llamada, texto):
    with pytest.raises(DatoInvalido) as error:
        llamada()
    assert texto in str(error.value)
