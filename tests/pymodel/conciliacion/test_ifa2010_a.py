"""Checks of the IFA 2010: figures worked out apart, honesty of the computed side, falsifiability.

The figures written here are the computed column of the specification of the checks, which was
obtained with other code: they pin our side, not the published one.
"""

import numpy as np
import pytest

from pymodel import conciliacion
from pymodel.conciliacion.ifa2010_a import (
    VERIFICACIONES,
    balances,
    comun,
    cuadros,
    fallas,
    mifa,
    texto,
    valores_presentes,
)
from pymodel.conciliacion.registro import juzgar

POR_ID = {v.id.removeprefix("ifa2010_a."): v for v in VERIFICACIONES}
RESULTADOS = {r.id.removeprefix("ifa2010_a."): r for r in conciliacion.conciliar("ifa2010_a")}

LARGO_PLAZO = {"S24", "S27", "S28", "1.5"}

CALCULADOS = {
    # C1: 50 years, 100 years, 100 years to 2110 only
    "C1-01": 49_518_609,
    "C1-02": 215_627,
    "C1-03": 106_361,
    "C1-04": 65_150,
    "C1-05": 397_738,
    "C1-06": 784_865,
    "C1-07": 50_079_039,
    "C1-08": 645_097,
    "C1-09": 140_828,
    "C1-10": 785_908,
    "C1-11": 50_079_039,
    "C1-12": 7_531_597,
    "C1-13": 69_390_808,
    "C1-14": 22_344_227,
    "C1-15": 68_614_327,
    "C1-21": 69_390_808,
    "C1-22": 966_287,
    # C6, C8
    "C6-04": 532.89,
    "C8-01": 1.5845,
    "C8-02": 1.5998,
    "C8-03": 0.6499,
    "C8-04": 0.6933,
    "C8-05": 0.1316,
    "C8-06": 0.1228,
    "C8-07": 0.8030,
    "C8-08": 0.7837,
    "C8-09": 1.5690,
    "C8-10": 1.7074,
    "C8-11": 1.2880,
    "C8-12": 1.4276,
    "C8-13": 15.034,
    "C8-14": 32.197,
    "C8-15": 10.056,
    "C8-16": 12.104,
    "C8-24": 15.039,
    # C12, C16, C17
    "C12-01": 43_521,
    "C16-01": 3.504,
    "C16-02": 1.731,
    "C16-03": 2.317,
    "C17-01": 1.808,
    "C17-02": 2.472,
    "C17-03": 246.16,
    # 2.2
    "2.2-05a": 175.77,
    "2.2-05b": 460.31,
    "2.2-05c": 46.44,
    "2.2-06": 218.30,
    "2.2-18": 121.94,
    "2.2-20": 68.98,
    "2.2-21": -1307,
    "2.2-22a": 73.69,
    "2.2-22b": 59.36,
    "2.2-23": 98.947,
    "2.2-24a": 139.71,
    "2.2-24b": 436.60,
    "2.2-25a": 3.411,
    "2.2-26b": 3.70,
    "2.2-27": 78.79,
    "2.2-28a": 113.84,
    "2.2-28b": 377.41,
    "2.2-30a": 2.024,
    "2.2-30b": 0.219,
    "2.2-31": 1.261,
    "2.2-32a": 87.3,
    "2.2-32b": 88.4,
    "2.2-32c": 62.8,
    "2.2-32d": 68.4,
    "2.2-33": -26.09,
    # 2.3
    "2.3-01a": 38.23,
    "2.3-01b": 46.02,
    "2.3-01c": 57.16,
    "2.3-03a": 5_539_394,
    "2.3-03b": 6_447_729,
    "2.3-03c": 18.34,
    "2.3-03d": 24.14,
    "2.3-04": 67.06,
}


def media_unidad(valor):
    """Half a unit of the last figure written above."""
    decimales = len(str(valor).partition(".")[2]) if isinstance(valor, float) else 0
    return 0.5 * 10.0**-decimales


@pytest.mark.parametrize("clave", CALCULADOS)
def test_computed_figure_agrees_with_the_specification(clave):
    esperado = CALCULADOS[clave]
    assert RESULTADOS[clave].calculado == pytest.approx(esperado, abs=1.01 * media_unidad(esperado))


@pytest.mark.parametrize(
    ("clave", "relativa"),
    [
        ("C2-01", 0.0010),
        ("C2-02", 0.0007),
        ("C2-03", 0.00005),
        ("C2-04", 0.00001),
        ("C2-13", -0.00004),
        ("C2-16", -0.0338),
        ("C1-29", -0.0003),
        ("C1-30", -0.0010),
        ("C1-31", 0.0070),
    ],
)
def test_relative_difference_agrees_with_the_specification(clave, relativa):
    r = RESULTADOS[clave]
    assert r.diferencia / r.publicado == pytest.approx(relativa, abs=0.00006)


def test_every_outcome_is_explained():
    assert [(c, r.resultado) for c, r in RESULTADOS.items() if not r.explicado] == []


def test_only_these_checks_are_expected_to_fail():
    fallas_esperadas = {c for c, v in POR_ID.items() if v.falla_esperada}
    sin_extincion = {f"C1-{n}" for n in range(15, 25)}
    controles = {f"C1-{n}" for n in range(25, 32)} | {f"C2-{n}" for n in range(16, 21)}
    assert fallas_esperadas == sin_extincion | controles | {
        "C1-39",
        "C4-04",
        "C5-05",
        "C5-06",
        "C5-08",
        "C8-24",
        "C12-05",
        "C13-04",
        "C13-05",
        "C15-04",
        "C15-08",
        "C16-02",
        "C16-03",
        "C17-02",
        "2.2-17a",
        "2.2-17c",
        "2.2-17d",
        "2.2-25b",
        "2.3-01a",
        "2.3-01b",
        "2.3-01c",
        "2.3-02b",
        "2.3-03a",
        "2.3-03b",
        "2.3-03c",
        "2.3-03d",
        "2.3-04",
        "5-05",
        "5-06",
    }


def test_every_section_of_the_specification_is_there():
    secciones = {c.partition("-")[0] for c in POR_ID}
    assert (
        secciones == {f"C{n}" for n in range(1, 18) if n != 9} | {"2.2", "2.3", "5"} | LARGO_PLAZO
    )
    renglones = {int(c[4:6]) for c in POR_ID if c.startswith("2.2-")}
    assert renglones == set(range(1, 34)) - {19}


def test_sources_name_the_report_and_its_lines():
    for v in VERIFICACIONES:
        assert v.fuente.startswith("IFA 2010, "), v.id
        assert "L" in v.fuente, v.id
    assert POR_ID["C1-01"].fuente == "IFA 2010, cuadro I.4, L708-777"


def test_method_and_tolerance_are_fields():
    assert (POR_ID["C1-01"].metodo, POR_ID["C1-01"].tolerancia) == ("log_spline", 0.0002)
    assert POR_ID["C2-01"].metodo.startswith("spline")
    assert POR_ID["C2-20"].metodo.startswith("pchip")
    assert all(v.metodo for v in VERIFICACIONES if v.id.startswith("ifa2010_a.C1-0"))


# --- The computed side of a check of the model never reads what is published -------------------


def olvidar():
    """Forget figures computed before, or a computation that reads the print would go unseen."""
    for funcion in (
        valores_presentes.vp,
        mifa.pmn,
        mifa.deficit_anual,
        balances._balance_de_impresos,
        balances._balance_de_flujos,
    ):
        funcion.cache_clear()


@pytest.fixture
def resultados_alterados(monkeypatch):
    """Every published result 7 % higher; inputs untouched."""

    def alterada(funcion):
        return lambda *args: 1.07 * funcion(*args)

    for modulo in (valores_presentes, mifa, cuadros, fallas):
        monkeypatch.setattr(modulo, "celda", alterada(comun.celda))
    texto_original = texto.valor
    monkeypatch.setattr(texto, "valor", lambda nombre: 1.07 * texto_original(nombre))
    renglones = balances._renglones
    monkeypatch.setattr(
        balances,
        "_renglones",
        lambda cuadro: {n: (t, 1.07 * m, 1.07 * p) for n, (t, m, p) in renglones(cuadro).items()},
    )
    salidas = {mifa.PC, mifa.PR, mifa.PMN, mifa.DIFERENCIA, mifa.SBC_E, mifa.DIFERENCIA_VECES}
    salidas |= set(mifa.VECES.values())

    def renglon(cuadro, concepto):
        return comun.renglon(cuadro, concepto) * (1.07 if concepto in salidas else 1.0)

    monkeypatch.setattr(mifa, "renglon", renglon)

    def impresos(cuadro, letra):
        razones = {("I.4", "g"), ("III.4", "e"), ("II.10", "c")}
        return comun.impresos(cuadro, letra) * (1.07 if (cuadro, letra) in razones else 1.0)

    monkeypatch.setattr(cuadros, "impresos", impresos)
    olvidar()
    yield
    olvidar()


def pares(claves):
    return {c: tuple(np.array(x, dtype=float) for x in POR_ID[c].calcular()) for c in claves}


# Those of the long-term model have a module of tests of their own.
DEL_MODELO = [
    c for c, v in POR_ID.items() if v.tipo == "modelo" and c.partition("-")[0] not in LARGO_PLAZO
]
# Published side: an assumption printed as such (premium of income, discount rate).
CONTRA_SUPUESTO = {"C16-01", "C16-02", "C16-03", "C17-01", "C17-02"}
LIMPIOS = pares(DEL_MODELO)


def test_model_does_not_read_published_results(resultados_alterados):
    alterados = pares(DEL_MODELO)
    for clave in DEL_MODELO:
        publicado, calculado = alterados[clave]
        np.testing.assert_array_equal(calculado, LIMPIOS[clave][1], err_msg=clave)
        if clave not in CONTRA_SUPUESTO:
            np.testing.assert_allclose(publicado, 1.07 * LIMPIOS[clave][0], err_msg=clave)


def test_there_are_enough_checks_of_the_model():
    cumplen = [c for c in DEL_MODELO if RESULTADOS[c].resultado == "cumple"]
    assert len(cumplen) >= 50


# --- The checks can fail -----------------------------------------------------------------------


@pytest.mark.parametrize("clave", [f"C1-{n:02d}" for n in range(1, 15)])
@pytest.mark.parametrize("tasa", [0.034, 0.036])
def test_another_discount_rate_breaks_the_present_values(monkeypatch, clave, tasa):
    original = comun.supuesto
    monkeypatch.setattr(
        valores_presentes,
        "supuesto",
        lambda nombre: tasa if nombre == "tasa_descuento" else original(nombre),
    )
    olvidar()
    try:
        assert juzgar(POR_ID[clave]).resultado == "no cumple"
    finally:
        olvidar()


def test_another_wage_mass_breaks_the_premiums_of_the_mifa(monkeypatch):
    original = mifa.masa
    monkeypatch.setattr(mifa, "masa", lambda: 1.01 * original())
    for clave in ("C3-01", "C3-02", "C4-01", "C4-02", "C4-03"):
        assert juzgar(POR_ID[clave]).resultado == "no cumple"
    # The equilibrium wage is a ratio of premiums: the wage mass cancels out.
    assert juzgar(POR_ID["C6-01"]).resultado == "cumple"


def test_another_premium_of_income_breaks_the_balances(monkeypatch):
    original = comun.supuesto
    monkeypatch.setattr(
        balances,
        "supuesto",
        lambda nombre: original(nombre) + (0.0001 if nombre.startswith("prima_ingreso") else 0.0),
    )
    olvidar()
    balance_claves = [
        c for c, v in POR_ID.items() if "aportaciones futuras" in v.descripcion and c[:3] == "C10"
    ]
    assert len(balance_claves) == 6
    try:
        for clave in balance_claves:
            assert juzgar(POR_ID[clave]).resultado == "no cumple", clave
    finally:
        olvidar()


# --- Calibrated constants ----------------------------------------------------------------------


def test_run_off_of_wages_shrinks_at_the_rate_of_the_specification():
    assert valores_presentes.cola("I.4", "a") == pytest.approx(3_387_544, abs=1)
    assert valores_presentes.cola("III.4", "a") == pytest.approx(3_425_927, abs=1)
    assert valores_presentes.cola("III.4", "b") == pytest.approx(73_280, abs=1)
    assert valores_presentes.crecimiento_extincion() == pytest.approx(-0.02868, abs=0.00001)


def test_balance_sums_follow_the_printed_formulas():
    formulas = [v.descripcion for v in VERIFICACIONES if v.id.startswith("ifa2010_a.C10-")]
    assert "Nivel de desfinanciamiento: (4) = (19)-(3)" in formulas
    assert "Total: (19) = (14)+(15)+(16)+(17)+(18)" in formulas
    assert "Subtotal: (4) = (1)+(2)+(3)" in formulas
    assert sum("Nivel de desfinanciamiento: " in f for f in formulas) == 3
