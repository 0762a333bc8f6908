"""Valuations against the print and against a year-by-year loop written apart."""

import dataclasses

import numpy as np
import pytest

from pymodel.errores import DatoInvalido
from pymodel.valuacion import (
    BASE,
    CASOS,
    ESCENARIOS,
    PROPIO,
    Escenario,
    Flujos,
    Supuestos,
    anualizar,
    caso,
    impresos,
    publicado,
    supuestos_base,
    valuar,
    valuar_escenario,
)


def flujos(c):
    datos = impresos(c)
    return anualizar(datos.anios, datos.masa, datos.gasto, c.metodo)


def simple(**cambios):
    base = {
        "tasa": 0.035,
        "horizonte": 30,
        "horizonte_corto": 10,
        "convencion": "fin",
        "perpetuidad": False,
        "crecimiento": 0.0,
        "interpolacion": "lineal",
        "prima_ingreso": 0.02,
        "reserva": 100.0,
        "cola_gasto": (0.0,) * 4,
    }
    return Supuestos(**{**base, **cambios})


def propios(n=30):
    t = np.arange(n)
    return Flujos(
        2020 + t,
        1000.0 * 1.02**t,
        np.column_stack([5.0 * 1.03**t, np.full(n, 2.0), 1.0 + 0.1 * t, np.full(n, 4.0)]),
    )


@pytest.mark.parametrize("c", CASOS, ids=lambda c: c.clave)
def test_flows_cover_a_hundred_years_after_the_valuation_and_keep_the_print(c):
    anuales, datos = flujos(c), impresos(c)
    assert anuales.anios.tolist() == list(range(c.anio + 1, c.anio + 101))
    donde = datos.anios - anuales.anios[0]
    assert (anuales.masa[donde] == datos.masa).all()
    assert (anuales.gasto[donde] == datos.gasto).all()


# Tolerances of the digests: half of the last printed digit (premiums), 0.1 and 0.3 % (VP).
@pytest.mark.parametrize("clave", ["srt_2005", "siv_2005", "gmp_2005", "gmp_2010"])
def test_premiums_agree_with_the_print(clave):
    c = caso(clave)
    v = valuar(c, flujos(c), supuestos_base(c))
    oficial = publicado(c)
    assert v.vpsf == pytest.approx(oficial.vpsf, rel=0.0005)
    assert v.vp_gasto == pytest.approx(np.array(oficial.vp_gasto), rel=0.003)
    assert v.prima_nivelada == pytest.approx(oficial.primas[-1], abs=0.000051)


@pytest.mark.parametrize(("clave", "tolerancia"), [("srt_2010", 5.1e-5), ("siv_2010", 5.1e-5)])
def test_short_horizon_of_2010_needs_no_tail(clave, tolerancia):
    c = caso(clave)
    sin_cola = dataclasses.replace(
        supuestos_base(c), cola_masa=0.0, cola_gasto=(0.0,) * len(c.componentes)
    )
    v = valuar(c, flujos(c), sin_cola)
    assert v.prima_nivelada_corta == pytest.approx(publicado(c).primas_cortas[-1], abs=tolerancia)


def test_deficit_of_siv_2005_counts_the_reserve_that_the_print_leaves_out():
    c = caso("siv_2005")
    v = valuar(c, flujos(c), supuestos_base(c))
    sin_reserva = v.deficit + supuestos_base(c).reserva
    assert sin_reserva == pytest.approx(publicado(c).deficit, rel=0.005)
    assert v.deficit < publicado(c).deficit


def test_pension_garantizada_stands_on_both_sides():
    for clave in ("siv_2005", "siv_2010"):
        c = caso(clave)
        v = valuar(c, flujos(c), supuestos_base(c))
        montos = {r.concepto: r.monto for r in v.balance}
        assert (
            montos["Ingresos del Gobierno Federal por pensión garantizada"]
            == montos["Pensión garantizada a cargo del Gobierno Federal"]
            > 0
        )
        propio = sum(
            x for x, k in zip(v.vp_gasto, c.componentes, strict=True) if k.a_cargo == "IMSS"
        )
        s = supuestos_base(c)
        assert v.deficit == pytest.approx(propio - s.reserva - s.prima_ingreso * v.vpsf)


def loop(f, s, escenario):
    """Scenario by hand: one year after another, no vectors, no shared code."""
    tasa = s.tasa + escenario.tasa
    grupos = ["pensiones", "corto_plazo", "medicos", "administrativos"]
    totales = [0.0] * 5
    for t in range(1, s.horizonte + 1):
        descuento = (1 + tasa) ** -t
        totales[0] += f.masa[t - 1] * (1 + escenario.salarios) ** t * descuento
        for j, grupo in enumerate(grupos):
            monto = f.gasto[t - 1, j] * (1 + escenario.gasto.get(grupo, 0.0)) ** t
            if grupo in escenario.siguen_salarios:
                monto *= (1 + escenario.salarios) ** t
            totales[1 + j] += monto * descuento
    return totales


@pytest.mark.parametrize(
    "escenario",
    [
        *ESCENARIOS,
        Escenario(
            "todo",
            tasa=0.01,
            salarios=0.004,
            gasto={"pensiones": -0.002, "medicos": 0.01},
            siguen_salarios=frozenset({"pensiones", "administrativos"}),
            prima_ingreso=-0.001,
        ),
    ],
    ids=lambda e: e.nombre,
)
def test_scenarios_agree_with_a_loop(escenario):
    f, s = propios(), simple()
    v = valuar_escenario(PROPIO, f, s, escenario)
    masa, *gasto = loop(f, s, escenario)
    assert v.vpsf == pytest.approx(masa, rel=1e-12)
    assert v.vp_gasto == pytest.approx(gasto, rel=1e-12)
    assert v.prima_nivelada == pytest.approx(sum(gasto) / masa, rel=1e-12)
    prima = s.prima_ingreso + escenario.prima_ingreso
    assert v.deficit == pytest.approx(sum(gasto) - s.reserva - prima * masa, rel=1e-9)


def test_base_scenario_is_the_valuation():
    for c in CASOS:
        f, s = flujos(c), supuestos_base(c)
        a, b = valuar(c, f, s), valuar_escenario(c, f, s, BASE)
        assert (a.prima_nivelada, a.vpsf, a.deficit) == (b.prima_nivelada, b.vpsf, b.deficit)


def test_tail_at_the_known_rate_is_the_known_amount_and_moves_with_the_rate():
    c = caso("srt_2010")
    f, s = flujos(c), supuestos_base(c)
    v = valuar(c, f, s)
    assert v.cola_masa == pytest.approx(s.cola_masa, rel=1e-12)
    assert v.cola_gasto == pytest.approx(np.array(s.cola_gasto), rel=1e-12)
    assert v.vpsf == pytest.approx(publicado(c).vpsf, rel=1e-12)
    cara = valuar_escenario(c, f, s, Escenario("x", tasa=0.005))
    assert 0 < cara.cola_masa < v.cola_masa


def test_tail_with_growth_equals_a_very_long_run_off():
    """The implied growth carries the tail as if the years after the last one were written out."""
    n, g = 30, -0.03
    f = propios(n)
    ultimo = np.concatenate([[f.masa[-1]], f.gasto[-1]])
    largo = np.arange(1, 3000)

    def cola(tasa, extra):
        pagos = ultimo[:, None] * ((1 + g) * (1 + extra)) ** largo * (1 + tasa) ** -(n + largo)
        return pagos.sum(axis=1)

    conocida = cola(0.035, 0.0)
    s = simple(cola_masa=conocida[0], cola_gasto=tuple(conocida[1:]))
    v = valuar_escenario(PROPIO, f, s, Escenario("x", tasa=-0.01))
    assert v.cola_masa == pytest.approx(cola(0.025, 0.0)[0], rel=1e-9)
    movido = Escenario("y", salarios=0.01, siguen_salarios=frozenset())
    v = valuar_escenario(PROPIO, f, s, movido)
    assert v.cola_masa == pytest.approx(cola(0.035, 0.01)[0] * 1.01**n, rel=1e-9)
    assert v.cola_gasto == pytest.approx(cola(0.035, 0.0)[1:], rel=1e-9)


def test_perpetuity_equals_many_explicit_years():
    f = propios(30)
    s = simple(perpetuidad=True, crecimiento=0.015)
    v = valuar(PROPIO, f, s)
    t = np.arange(1, 4000)
    pagos = f.masa[-1] * 1.015**t * 1.035 ** -(30.0 + t)
    assert v.cola_masa == pytest.approx(pagos.sum(), rel=1e-9)


def test_higher_premium_of_income_moves_the_deficit_only():
    c = caso("gmp_2010")
    f, s = flujos(c), supuestos_base(c)
    a = valuar(c, f, s)
    b = valuar_escenario(c, f, s, Escenario("x", prima_ingreso=0.01))
    assert b.prima_nivelada == a.prima_nivelada
    assert b.deficit == pytest.approx(a.deficit - 0.01 * a.vpsf)


@pytest.mark.parametrize(
    ("cambio", "argumento"),
    [
        ({"tasa": 3.5}, "tasa"),
        ({"tasa": -0.01}, "tasa"),
        ({"horizonte": 0}, "horizonte"),
        ({"horizonte": 2.5}, "horizonte"),
        ({"convencion": "mitad"}, "convencion"),
        ({"perpetuidad": True, "crecimiento": 0.04}, "crecimiento_perpetuo"),
        ({"perpetuidad": True, "crecimiento": 0.01, "cola_masa": 5.0}, "perpetuidad"),
        ({"prima_ingreso": 0.0}, "prima_ingreso"),
        ({"prima_ingreso": 2.5}, "prima_ingreso"),
        ({"reserva": float("nan")}, "reserva"),
        ({"reserva": "mucha"}, "reserva"),
    ],
)
def test_bad_assumptions_name_the_field(cambio, argumento):
    with pytest.raises(DatoInvalido) as error:
        simple(**cambio)
    assert error.value.argumento == argumento


def test_a_horizon_beyond_the_flows_is_refused():
    with pytest.raises(DatoInvalido, match="30 años o menos"):
        valuar(PROPIO, propios(30), simple(horizonte=31))


def test_a_scenario_that_does_not_converge_names_itself():
    s = simple(perpetuidad=True, crecimiento=0.015)
    with pytest.raises(DatoInvalido, match="escenario «caro»"):
        valuar_escenario(PROPIO, propios(), s, Escenario("caro", salarios=0.03))


def test_unknown_case_and_group_are_refused():
    with pytest.raises(DatoInvalido, match="srt_2005"):
        caso("srt_1999")
    with pytest.raises(DatoInvalido, match="grupo"):
        Escenario("x", gasto={"guarderias": 0.01})
