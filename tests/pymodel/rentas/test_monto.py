"""The monto constitutivo: amounts by hand, options, portfolios, bad input."""

import numpy as np
import pytest

from pymodel import biometria, datos, pensiones, rentas
from pymodel.errores import DatoInvalido
from pymodel.rentas import Casos, Opciones

EXACTO = 1e-12
FAMILIA = [("conyuge", 43, "M"), ("hijo", 12, "H"), ("hijo", 9, "M")]
S = 350.0 * 365 / 12
CB = 0.35 * S
IPT = 0.70 * S
AL = (1 - 1 / 1.035) / (1 - 1.035 ** (-1 / 12))


def monto(tipo="invalidez", edad=45, sexo="H", salario=350.0, familia=FAMILIA, **opciones):
    bases, tasa = opciones.pop("bases", "1997"), opciones.pop("tasa", 0.035)
    c = rentas.caso(tipo, edad, sexo, salario, familia)
    return rentas.monto_constitutivo(c, bases, tasa, Opciones(**opciones))


def uno(desglose, campo):
    (valor,) = getattr(desglose, campo)
    return valor


def kpx(tabla, sexo, edad):
    return biometria.supervivencia(biometria.tabla(tabla))[sexo, edad]


# --- amounts -------------------------------------------------------------------------------------


def test_alone_it_is_the_annuity_of_the_disabled():
    d = monto(familia=[])
    a = biometria.anualidad(biometria.tabla("EMSSI-97"), 45, 0, 0.035)[0]
    assert uno(d, "MC") == pytest.approx(12 * CB * (1.15 + 1 / 12) * a * 1.02, rel=EXACTO)
    assert uno(d, "PBSS") == uno(d, "PFH") == uno(d, "PSIH_SI") == uno(d, "PSIH_SS") == 0.0
    d = monto(familia=[], pagos="11/24")
    a = biometria.anualidad(biometria.tabla("EMSSI-97"), 45, 0, 0.035, "11/24")[0]
    assert uno(d, "PBSI") == pytest.approx(12 * CB * (1.15 + 1 / 12) * a, rel=EXACTO)
    assert uno(d, "anualidad") == 12.0


def test_benefits_by_number_of_children():
    d = monto()
    ag = CB / 12
    assert d.b1[0].tolist() == pytest.approx([CB * f + ag for f in (1.15, 1.25, 1.35)])
    assert d.b2[0].tolist() == pytest.approx([CB * f + ag for f in (1.15, 1.10, 1.20)])
    assert d.s1[0].tolist() == pytest.approx([CB * 13 / 12 * f for f in (0.9, 1.0, 1.0)])
    assert d.s2[0].tolist() == pytest.approx([CB * 13 / 12 * f for f in (0.0, 0.3, 0.6)])
    assert uno(d, "anualidad") == pytest.approx(AL, rel=EXACTO)
    assert uno(d, "PBSI") == pytest.approx(AL * uno(d, "suma_SI"), rel=EXACTO)


@pytest.mark.parametrize("piso", [0.0, 4000.0, 12000.0])
@pytest.mark.parametrize("orden", pensiones.ORDENES_TOPE)
def test_benefits_are_those_of_the_pensions_of_one_person(piso, orden):
    """Two modules write down the same articles: one for amounts, one for sums over families."""
    opciones = {"pension_garantizada_mensual": piso, "orden_tope": orden}
    hijos = [("hijo", 3 + i, "H") for i in range(9)]
    d = monto(familia=[("conyuge", 43, "M"), *hijos], aguinaldo="cb", **opciones)
    base = pensiones.base_sobrevivencia("iv", 350.0, pension_garantizada_mensual=piso)
    rt = monto("ipt", familia=[("conyuge", 43, "M"), *hijos])
    for j in range(10):
        for conyuge, b, s, s_rt in ((1, d.b1, d.s1, rt.s1), (0, d.b2, d.s2, rt.s2)):
            esperada = pensiones.pension_invalidez(350.0, conyuge, j, 0, **opciones)
            assert b[0, j] - CB / 12 == pytest.approx(esperada)
            if not conyuge and not j:
                continue
            # Without spouse every orphan of a case with spouse has lost both parents.
            familia = (conyuge, j, 0, 0) if conyuge else (0, 0, j, 0)
            iv = pensiones.pension_sobrevivencia("iv", base, *familia)
            assert s[0, j] == pytest.approx(iv.total * 13 / 12)
            de_rt = pensiones.pension_sobrevivencia("rt", IPT, *familia)
            con_aguinaldo = de_rt.viudez + de_rt.orfandad_doble
            assert s_rt[0, j] == pytest.approx(de_rt.total + con_aguinaldo * 15 / 360)


def test_spouse_alone_by_hand():
    d = monto(familia=FAMILIA[:1])
    x, y = kpx("EMSSI-97", 0, 45), kpx("EMSSA-97", 1, 43)[:102]
    v = 1.035 ** -np.arange(102.0)
    assert uno(d, "PBSI") == pytest.approx(AL * CB * (1.15 + 1 / 12) * (v @ x), rel=EXACTO)
    viuda = AL * 0.9 * CB * 13 / 12 * sum(v * (1 - x) * y)
    assert uno(d, "PBSS") == pytest.approx(viuda, rel=1e-6), "no widow past 101 + 43 - 45"
    y = kpx("EMSSA-97", 1, 43)
    x = np.pad(x, (0, y.size - x.size))
    viuda = AL * 0.9 * CB * 13 / 12 * sum(1.035 ** -np.arange(111.0) * (1 - x) * y)
    assert uno(d, "PBSS") == pytest.approx(viuda, rel=EXACTO)


def test_ipt_and_ipp():
    a = AL * (1.035 ** -np.arange(102.0)) @ kpx("EMSSI-97", 0, 45)
    d = monto("ipt")
    assert uno(d, "CB") == pytest.approx(IPT)
    assert uno(d, "PBSI") == pytest.approx(IPT * (1 + 15 / 360) * a, rel=EXACTO)
    assert uno(d, "MCSS") > 0
    for grado, aguinaldo in ((50, 0.0), (51, 15 / 360)):
        d = monto("ipp", grado=grado)
        esperado = IPT * grado / 100 * (1 + aguinaldo) * a
        assert uno(d, "PBSI") == pytest.approx(esperado, rel=EXACTO)
        assert uno(d, "MCSS") == 0.0
    assert uno(monto("ipp", grado=51, sobrevivencia=True), "PBSS") == pytest.approx(
        uno(monto("ipt"), "PBSS"), rel=EXACTO
    )
    assert uno(monto(sobrevivencia=False), "MC") == uno(monto(), "MCSI")


def test_the_survivors_of_rt_have_aguinaldo_except_simple_orphans():
    d = monto("viudez_orfandad", None, None, seguro="RT")
    extra = 15 / 360
    assert d.s1[0, 0] == pytest.approx(0.4 * IPT * (1 + extra))
    assert d.s1[0, 2] == pytest.approx(IPT * (0.4 * (1 + extra) + 0.4))
    assert d.s2[0, 2] == pytest.approx(0.6 * IPT * (1 + extra))
    cinco = [("conyuge", 43, "M"), *[("hijo", e, "H") for e in (1, 2, 3, 4, 5)]]
    d = monto("viudez_orfandad", None, None, familia=cinco, seguro="RT")
    assert d.s1[0, 5] == pytest.approx(IPT / 1.4 * (0.4 * (1 + extra) + 1.0)), "cut in proportion"


def test_a_dead_insured_has_everything_in_ss():
    d = monto("viudez", None, None, familia=FAMILIA[:1], pagos_vencidos=1000)
    y = kpx("EMSSA-97", 1, 43)
    pbss = AL * 0.9 * CB * 13 / 12 * (1.035 ** -np.arange(111.0)) @ y
    assert uno(d, "PBSS") == pytest.approx(pbss, rel=EXACTO)
    assert uno(d, "MCSI") == uno(d, "PBSI") == 0.0
    assert uno(d, "MCSS") == uno(d, "MC") == pytest.approx(pbss * 1.02 + 1000, rel=EXACTO)
    assert np.isnan(d.b1).all()
    otra = rentas.caso("viudez", 99, "cualquiera", 350.0, FAMILIA[:1])
    assert rentas.monto_constitutivo(otra).MC[0] * 1.0 == pytest.approx(uno(d, "MC") - 1000)


def test_ascendants_alone():
    padres = [("ascendiente", 70, "H"), ("ascendiente", 68, "M")]
    d = monto(familia=padres)
    ag = CB / 12
    assert d.b2[0].tolist() == pytest.approx([CB * f + ag for f in (1.15, 1.20, 1.20)])
    assert np.isnan(d.b1).all()
    d = monto(familia=padres, ayuda_asistencial=0.1)
    assert d.b2[0].tolist() == pytest.approx([CB * f + ag for f in (1.15, 1.20, 1.30)])
    d = monto("ascendencia", None, None, familia=padres[:1])
    z = (1.035 ** -np.arange(111.0)) @ kpx("EMSSA-97", 0, 70)
    assert uno(d, "PBSS") == pytest.approx(AL * 0.2 * CB * 13 / 12 * z, rel=EXACTO)


def test_ascendants_beside_a_family_have_no_right_and_it_is_said():
    con = monto(familia=[*FAMILIA, ("ascendiente", 70, "H")])
    assert uno(con, "MC") == uno(monto(), "MC")
    assert con.ascendientes_excluidos.tolist() == [True]
    assert monto().ascendientes_excluidos.tolist() == [False]


def test_orphans_simple_and_double_together():
    """At 15, out of school: one year."""
    hijos = [("hijo", 15, "H", "no", "no", o) for o in ("sencilla", "doble", "doble")]
    d = monto("orfandad", None, None, familia=hijos)
    assert uno(d, "PBSS") == pytest.approx(AL * 0.8 * CB * 13 / 12, rel=EXACTO)
    assert d.s2[0].tolist() == pytest.approx([CB * 13 / 12 * f for f in (0, 0.2, 0.5, 0.8)])
    d = monto("orfandad", None, None, familia=hijos, seguro="RT")
    assert uno(d, "PBSS") == pytest.approx(AL * IPT * (0.2 + 0.6 * (1 + 15 / 360)), rel=EXACTO)
    d = monto("orfandad", None, None, familia=[*hijos, *hijos])
    assert uno(d, "PBSS") == pytest.approx(AL * CB * 13 / 12, rel=EXACTO), "cut to the whole base"


def test_a_declared_double_orphan_counts_as_such_beside_a_spouse():
    familia = [("conyuge", 43, "M"), ("hijo", 15, "H", "no", "no", "doble")]
    d = monto("viudez_orfandad", None, None, familia=familia, seguro="RT")
    assert d.s1[0, 1] == pytest.approx(IPT * 0.7 * (1 + 15 / 360))
    y = kpx("EMSSA-97", 1, 43)
    sola = (1.035 ** -np.arange(111.0)) @ y * 0.4
    esperado = AL * IPT * (1 + 15 / 360) * (sola + 0.3)
    assert uno(d, "PBSS") == pytest.approx(esperado, rel=EXACTO)


# --- options -------------------------------------------------------------------------------------


def test_floor_and_cap_in_both_orders():
    pg = 1.2 * S
    d = monto(pension_garantizada_mensual=pg)
    assert d.b1[0, 2] == pytest.approx(pg + pg / 12), "the floor wins"
    d = monto(pension_garantizada_mensual=pg, orden_tope="tope después")
    assert d.b1[0, 2] == pytest.approx(S + pg / 12), "the cap wins"
    d = monto(pension_garantizada_mensual=pg, aguinaldo="CB")
    assert d.b1[0, 2] == pytest.approx(pg + CB / 12)
    # 35 % (1 + .15 + .10 j + .20) reaches 100 % at 16 children; cuantía as given, so the cap too.
    muchos = [("hijo", 5, "H")] * 19
    d = monto(familia=muchos)
    assert d.b2[0, 19] == pytest.approx(S + CB / 12)


def test_guarantee_is_in_the_mc_and_not_in_the_mc_without_it():
    sin, con = monto(), monto(pension_garantizada_mensual=6000)
    assert uno(con, "MC_sin_garantia") == uno(sin, "MC") == uno(sin, "MC_sin_garantia")
    assert uno(con, "MC") > uno(sin, "MC")
    assert uno(monto("ipt", pension_garantizada_mensual=60000), "MC") == uno(monto("ipt"), "MC")


def test_loadings_facbi_and_pagos_vencidos():
    d, base = monto(margen=0.03, gastos=0.01, facbi=1.012, pagos_vencidos=500), monto()
    assert uno(d, "PNSI") == pytest.approx(uno(base, "PBSI") * 1.012, rel=EXACTO)
    assert uno(d, "MCSI") == pytest.approx(uno(d, "PNSI") * 1.04 + 500, rel=EXACTO)
    pnss = (uno(base, "PBSS") + uno(base, "PFH")) * 1.012
    assert uno(d, "PNSS") == pytest.approx(pnss, rel=EXACTO)
    assert uno(d, "MC") == pytest.approx(uno(d, "MCSI") + pnss * 1.04, rel=EXACTO)


def test_increase_at_once_and_from_60():
    assert uno(monto(incremento="inmediato"), "MC") == pytest.approx(uno(monto(), "MC") * 1.11)
    d = monto(familia=[], incremento="a los 60")
    vk = 1.035 ** -np.arange(102.0) * kpx("EMSSI-97", 0, 45)
    razon = 1 + 0.11 * vk[15:].sum() / vk.sum()
    assert uno(d, "MC") == pytest.approx(uno(monto(familia=[]), "MC") * razon, rel=EXACTO)
    # Digest 1.3: times 1.037 for a man of 45 when deferred to 60.
    assert razon == pytest.approx(1.037, abs=0.001)
    assert uno(monto(incremento="a_los_60"), "PNSS") == pytest.approx(uno(monto(), "PNSS") * 1.11)


def test_cuantia_basica_replaces_the_wage():
    assert uno(monto(cuantia_basica_mensual=CB, salario=None), "MC") == pytest.approx(
        uno(monto(), "MC"), rel=EXACTO
    )
    d = monto("ipt", salario=None, cuantia_basica_mensual=IPT)
    assert uno(d, "MC") == pytest.approx(uno(monto("ipt"), "MC"), rel=EXACTO)
    assert uno(d, "salario_mensual") == pytest.approx(S)


def test_drop_out_defaults_go_with_the_bases():
    assert uno(monto(), "MC") == uno(monto(desercion="ninguna"), "MC")
    assert uno(monto(desercion="acumulada"), "MC") < uno(monto(), "MC")
    assert uno(monto(bases="2015"), "MC") == uno(monto(bases=2015, desercion="acumulada"), "MC")
    assert uno(monto(bases="2015", desercion="ninguna"), "MC") > uno(monto(bases="2015"), "MC")


def test_limit_of_age_and_school():
    menos = monto(limite_hijos=18)
    assert uno(menos, "MC") < uno(monto(), "MC")
    sin_escuela = [FAMILIA[0], ("hijo", 12, "H", "", "no"), ("hijo", 9, "M", "", "no")]
    assert uno(monto(familia=sin_escuela), "MC") == pytest.approx(
        uno(monto(limite_hijos=16), "MC"), rel=EXACTO
    )
    assert uno(monto(familia=[*FAMILIA, ("hijo", 25, "H")]), "MC") == pytest.approx(
        uno(monto(), "MC"), rel=EXACTO
    ), "past the limit there is no right"


def test_disabled_child_for_life():
    con = [("hijo", 30, "H", "sí")]
    d = monto(familia=con)
    z = kpx("EMSSI-97", 0, 30)
    x = np.pad(kpx("EMSSI-97", 0, 45), (0, 0))
    v = 1.035 ** -np.arange(102.0)
    esperado = AL * CB * sum(v * x * (z * (1.10 + 1 / 12) + (1 - z) * (1.15 + 1 / 12)))
    assert uno(d, "PBSI") == pytest.approx(esperado, rel=EXACTO)
    assert uno(d, "PFH") == 0.0


def test_psih_is_not_a_silent_zero():
    d = monto()
    assert np.isnan(uno(d, "PSIH_SI"))
    assert np.isnan(uno(d, "PSIH_SS"))
    assert "PSIH" in d.no_incluido
    d = monto("ipt")
    assert uno(d, "PSIH_SI") == 0.0, "the IPT pension does not depend on the children"
    assert np.isnan(uno(d, "PSIH_SS"))
    assert uno(monto(familia=[("hijo", 12, "H", "sí")]), "PSIH_SI") == 0.0


def test_psih_with_rates_by_hand():
    """A boy of 15 out of school: one year of risk, then a disabled of 16."""
    familia = [("hijo", 15, "H", "", "no")]
    r = 0.02
    d = monto(familia=familia, tabla_invalidez_hijos=[["edad", "tasa"], [15, r]][1:])
    entra = r * kpx("EMSSA-97", 0, 15)[1]
    z = np.concatenate([[0.0], entra * kpx("EMSSI-97", 0, 16)])[:102]
    x, v = kpx("EMSSI-97", 0, 45), 1.035 ** -np.arange(102.0)
    assert uno(d, "PSIH_SI") == pytest.approx(AL * 0.10 * CB * sum(v * x * z), rel=EXACTO)
    esperado = AL * 0.30 * CB * 13 / 12 * sum(v * (1 - x) * z)
    assert uno(d, "PSIH_SS") == pytest.approx(esperado, rel=EXACTO)
    sin = monto(familia=familia)
    assert uno(d, "PNSI") == pytest.approx(uno(sin, "PBSI") + uno(d, "PSIH_SI"), rel=EXACTO)
    assert "PSIH" not in d.no_incluido
    como_texto = monto(familia=familia, tabla_invalidez_hijos="15:0.02; 99:0")
    assert uno(como_texto, "MC") == uno(d, "MC")


def test_improvement_acts_on_the_non_disabled_only():
    factores = "\n".join(f"{e}:0.98" for e in range(15, 110))
    con, sin = monto(factores_mejora=factores), monto()
    assert uno(monto(familia=[], factores_mejora=factores), "MC") == uno(monto(familia=[]), "MC")
    assert uno(con, "PBSS") > uno(sin, "PBSS")
    assert "mejora de la mortalidad" in sin.no_incluido
    assert "mejora de la mortalidad" not in con.no_incluido
    por_anio = [["edad", "anio", "hombres", "mujeres"], [60, 2020, 0.9, 0.9]]
    with pytest.raises(DatoInvalido, match=r"^fecha: "):
        monto(factores_mejora=por_anio)
    assert uno(monto(factores_mejora=por_anio, fecha="2010-06-30"), "PBSS") > uno(sin, "PBSS")


def test_rate_of_zero_and_directions():
    assert uno(monto(tasa=0.0), "anualidad") == 12.0
    mc = [uno(monto(tasa=t), "MC") for t in (0.0, 0.02, 0.035, 0.05)]
    assert mc == sorted(mc, reverse=True)


def test_defaults_are_those_of_the_dated_parameters():
    o = Opciones()
    assert (o.margen, o.gastos) == (datos.parametro("mc_margen"), datos.parametro("mc_gastos"))
    assert datos.parametro("mc_tasa_interes") == 0.035


# --- portfolios ----------------------------------------------------------------------------------


def cartera(n, semilla=7):
    """Random cases of every type, as arrays."""
    azar = np.random.default_rng(semilla)
    tipo = azar.choice(rentas.TIPOS, n)
    edad = azar.integers(30, 70, n).astype(float)
    hijos = azar.integers(0, 25, (n, 4)).astype(float)
    hijos[azar.random((n, 4)) < 0.4] = np.nan
    hijos[:, 0] = np.where(np.isin(tipo, ("orfandad", "viudez_orfandad")), 10.0, hijos[:, 0])
    hijos[np.isin(tipo, ("viudez", "ascendencia"))] = np.nan
    pareja = np.where(azar.random(n) < 0.7, azar.integers(20, 80, n), np.nan)
    pareja = np.where(np.isin(tipo, ("viudez", "viudez_orfandad")), 40.0, pareja)
    pareja = np.where(np.isin(tipo, ("orfandad", "ascendencia")), np.nan, pareja)
    padres = azar.integers(71, 90, (n, 2)).astype(float)
    padres[azar.random((n, 2)) < 0.5] = np.nan
    padres[:, 0] = np.where(tipo == "ascendencia", 75.0, padres[:, 0])
    return Casos(
        tipo=tipo,
        edad=edad,
        sexo=azar.integers(0, 2, n),
        salario_base_diario=azar.uniform(80, 900, n),
        conyuge_edad=pareja,
        conyuge_sexo=azar.integers(0, 2, n),
        conyuge_invalido=azar.random(n) < 0.1,
        hijos_edad=hijos,
        hijos_sexo=azar.integers(0, 2, (n, 4)),
        hijos_invalido=azar.random((n, 4)) < 0.1,
        hijos_estudia=azar.random((n, 4)) < 0.7,
        hijos_orfandad=azar.random((n, 4)) < 0.2,
        ascendientes_edad=padres,
        ascendientes_sexo=azar.integers(0, 2, (n, 2)),
        seguro=azar.choice(["IV", "RT"], n),
        grado=azar.uniform(26, 100, n),
        pension_garantizada_mensual=azar.choice([0.0, 3000.0], n),
    )


@pytest.mark.parametrize(
    "opciones",
    [
        {},
        {"incremento": "a_los_60", "pagos": "11/24", "desercion": "edad_alcanzada"},
        {"tabla_invalidez_hijos": "10:0.001;15:0.002;20:0.01", "factores_mejora": "60:0.98"},
    ],
)
def test_many_at_once_are_the_same_as_one_by_one(opciones):
    o = Opciones(**opciones)
    casos = cartera(80)
    juntos = rentas.monto_constitutivo(casos, "2009", 0.03, o)
    for i in range(len(casos)):
        solo = rentas.monto_constitutivo(casos.filas([i]), "2009", 0.03, o)
        for campo in ("MC", "MC_sin_garantia", "PBSI", "PBSS", "PFH", "PSIH_SI", "PSIH_SS", "s1"):
            np.testing.assert_allclose(
                getattr(juntos, campo)[i].ravel()[:3],
                getattr(solo, campo)[0].ravel()[:3],
                rtol=1e-11,
                atol=1e-7,
                err_msg=campo,
            )


def test_blocks_do_not_change_anything(monkeypatch):
    casos = cartera(200)
    entero = rentas.monto_constitutivo(casos)
    monkeypatch.setattr("pymodel.rentas.calculo.BLOQUE", 7)
    np.testing.assert_allclose(rentas.monto_constitutivo(casos).MC, entero.MC, rtol=1e-12)


def test_a_bad_case_is_named_by_row_and_column():
    casos = cartera(20)
    casos.hijos_edad = casos.hijos_edad.copy()
    casos.hijos_edad[4, 1] = 200.0
    casos.salario_base_diario = casos.salario_base_diario.copy()
    casos.salario_base_diario[7] = -1.0
    faltas = rentas.revisar(casos)
    assert [(f.fila, f.columna) for f in faltas] == [(4, "hijo2_edad"), (7, "salario_base_diario")]
    with pytest.raises(DatoInvalido, match=r"^fila 8, columna «salario_base_diario»: .*-1;"):
        rentas.monto_constitutivo(casos)


# --- bad input -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("cambios", "mensaje"),
    [
        ({"tipo": "vejez"}, "tipo: se encontró «vejez»; se esperaba una de: «invalidez»"),
        ({"edad": 14}, "edad: se encontró 14; se esperaba una edad entera (años cumplidos) ent"),
        ({"edad": 102}, "y 101, la última de EMSSI-97"),
        ({"edad": 45.5}, "edad: se encontró 45.5; "),
        ({"sexo": "F"}, "sexo: se encontró «F»; se esperaba H o M"),
        ({"salario": 0}, "salario_base_diario: se encontró 0; "),
        ({"salario": "350"}, "salario_base_diario: se encontró «350»; se esperaba un número"),
        ({"tasa": 3.5}, "tasa: se encontró 3.5; se esperaba una fracción decimal"),
        ({"bases": "1998"}, "bases: se encontró «1998»; se esperaba una de: «1997»"),
        (
            {"familia": [*FAMILIA, ("concubina", 30, "M")]},
            "beneficiarios, fila 4: se encontró un s",
        ),
        ({"familia": [("primo", 30, "M")]}, "beneficiarios, fila 1, columna «parentesco»: se enco"),
        ({"familia": [("hijo", 3, "X")]}, "beneficiarios, fila 1, columna «sexo»: se encontró «X»"),
        ({"familia": [("hijo", 45, "H")]}, "hijo1_edad: se encontró 45; se esperaba un hijo me"),
        ({"familia": [("hijo", "3", "H")]}, "fila 1, columna «edad»: se encontró «3»; "),
        ({"familia": [("hijo", 3, "H", "quizá")]}, "columna «invalido»: se encontró «quizá»; "),
        ({"familia": [("hijo", 3, "H", "", "", "triple")]}, "columna «orfandad»: se encontró «tri"),
        ({"familia": [("concubina", 30, "H")]}, "columna «sexo»: se encontró «H»; se esperaba M"),
        ({"familia": [("conyuge", 111, "H")]}, "conyuge_edad: se encontró 111; "),
        ({"familia": [("ascendiente", 40, "H")]}, "ascendiente1_edad: se encontró 40; "),
        ({"familia": [("ascendiente", 70 + i, "H") for i in range(3)]}, "un tercer ascendiente"),
        ({"familia": [["parentesco", "edad"], ["hijo", 3]]}, "encabezado: se encontró"),
        ({"familia": [["parentesco", "edad", "sexo", "talla"], ["hijo", 3, "H", 1]]}, "«talla»"),
        ({"tipo": "orfandad", "familia": []}, "hijo1_edad: se encontró una familia sin hijos; "),
        ({"tipo": "orfandad", "familia": [("hijo", 25, "H")]}, "ningún huérfano con derecho"),
        ({"tipo": "orfandad"}, "conyuge_edad: se encontró un cónyuge o concubino; se espera"),
        ({"tipo": "viudez"}, "hijo1_edad: se encontró un hijo con derecho; se esperaba"),
        ({"tipo": "viudez", "familia": []}, "conyuge_edad: se encontró una familia sin cónyuge; "),
        ({"tipo": "viudez_orfandad", "familia": FAMILIA[:1]}, "hijo1_edad: se encontró una famil"),
        ({"tipo": "ascendencia", "familia": []}, "ascendiente1_edad: se encontró una familia"),
        ({"tipo": "ipp"}, "grado: se encontró ningún grado; se esperaba el grado de incapacidad"),
        ({"tipo": "ipp", "grado": 25}, "procede indemnización global"),
        ({"grado": 101}, "grado: se encontró 101; se esperaba un porcentaje mayor que 1 y hasta"),
        ({"grado": 0.65}, "grado: se encontró 0.65; "),
        ({"saldo": -1}, "saldo: se encontró -1; se esperaba un saldo de 0 o más"),
        ({"margen": 2}, "margen: se encontró 2; se esperaba una fracción"),
        ({"facbi": 0}, "facbi: se encontró 0; "),
        ({"ayuda_asistencial": 0.21}, "ayuda_asistencial: se encontró 0.21; "),
        ({"pension_garantizada_mensual": -1}, "pension_garantizada_mensual: se encontró -1; "),
        ({"limite_hijos": 26}, "limite_hijos: se encontró 26; se esperaba un entero entre 16 y"),
        ({"dias_mes": 12}, "dias_mes: se encontró 12; "),
        ({"seguro": "GMP"}, "seguro: se encontró «GMP»; se esperaba una de: «IV», «RT»"),
        ({"pagos": "anual"}, "pagos: se encontró «anual»; se esperaba una de: «ciertos», «11/24»"),
        ({"desercion": "otra"}, "desercion: se encontró «otra»; "),
        ({"fecha": "ayer"}, "fecha: se encontró «ayer»; "),
        ({"tabla_invalidez_hijos": "15:2"}, "tabla_invalidez_hijos, edad 15, columna «hombres»"),
        ({"tabla_invalidez_hijos": 5}, "tabla_invalidez_hijos: se encontró 5; se esperaba una tab"),
        ({"factores_mejora": "60:0.01"}, "factores_mejora, fila 1, columna «hombres»: se encontró"),
        ({"cuantia_basica_mensual": 0}, "cuantia_basica_mensual: se encontró 0; "),
        ({"sobrevivencia": "tal vez"}, "sobrevivencia: se encontró «tal vez»; se esperaba sí o no"),
    ],
)
def test_bad_input(cambios, mensaje):
    with pytest.raises(DatoInvalido) as error:
        monto(**cambios)
    assert mensaje in str(error.value)
    assert "\n" not in str(error.value)


def test_a_family_with_header_in_any_order():
    con = [
        ["Edad", "Parentesco", "Sexo", "Estudia"],
        [43, "Cónyuge", "mujer", None],
        [None, None, None, None],
        [12, "HIJO", 1, "sí"],
        [9, "hija", 2, ""],
    ]
    assert uno(monto(familia=con), "MC") == uno(monto(), "MC")
    pareja = [("concubina", 43, ""), *FAMILIA[1:]]
    assert uno(monto(familia=pareja), "MC") == uno(monto(), "MC")
