"""Checks of IFA 2005, chapter II: complete, explained, honest and able to fail."""

import re

import numpy as np
import pandas as pd
import pytest

from pymodel import conciliacion, datos, finanzas, primas
from pymodel.conciliacion import lectura
from pymodel.conciliacion.ifa2005_b import VERIFICACIONES, comun, gmp
from pymodel.conciliacion.ifa2005_b.balances import SIV, SRT
from pymodel.conciliacion.ifa2005_b.cincuenta_anios import escalonada
from pymodel.conciliacion.ifa2005_b.comun import celda
from pymodel.conciliacion.ifa2005_b.demografia import anios_de_excedente
from pymodel.conciliacion.ifa2005_b.generaciones import prima_pensiones
from pymodel.conciliacion.ifa2005_b.primas import DOS_DECIMALES, nivelada, promedio
from pymodel.conciliacion.ifa2005_b.textos import TEXTOS
from pymodel.conciliacion.ifa2005_b.valores_presentes import vp
from pymodel.conciliacion.registro import FALLA_ESPERADA, NO_CUMPLE, juzgar

POR_ID = {v.id.removeprefix("ifa2005_b."): v for v in VERIFICACIONES}
RESULTADOS = {r.id.removeprefix("ifa2005_b."): r for r in conciliacion.conciliar("ifa2005_b")}

CONTROLES = {"B15", "B16", "B17", "B18", "B19", "B70", "M5-07"}
INTERPOLACION = {"M4-04", "M4-08"}
DEFECTOS = {"B39", "B108", "B109", "B134", "B200", "B201", "B204", "B207", "M7-17", "M7-21"}
NO_REPRODUCIDAS = {"B33", "B34", "B158"}


def test_every_printed_id_is_there_once():
    sin_tabla_o_sin_numero = {96, *range(159, 166)}
    esperados = {f"B{n:02d}" for n in range(1, 218) if n not in sin_tabla_o_sin_numero}
    assert {c for c in POR_ID if c.startswith("B")} == esperados
    assert len(POR_ID) == len(VERIFICACIONES)


@pytest.mark.parametrize("metodo", ["M4", "M5", "M6", "M7", "M8", "M9"])
def test_every_method_has_checks(metodo):
    assert sum(c.startswith(f"{metodo}-") for c in POR_ID) >= 3


def test_every_outcome_is_explained():
    assert [(c, r.resultado) for c, r in RESULTADOS.items() if not r.explicado] == []


def test_exactly_the_known_ones_fail():
    fallas = {c for c, r in RESULTADOS.items() if r.resultado == FALLA_ESPERADA}
    assert fallas == CONTROLES | DEFECTOS | INTERPOLACION | NO_REPRODUCIDAS


def test_premiums_missed_by_interpolation_are_missed_by_what_is_said():
    for clave, gasto in (("M4-04", comun.SIV_PENSIONES), ("M4-08", comun.SIV_TOTAL)):
        r = RESULTADOS[clave]
        impresos = (
            celda(gasto, comun.VALOR_PRESENTE),
            celda(comun.SIV_SALARIOS, comun.VALOR_PRESENTE),
        )
        de_impresos = 100 * impresos[0] / impresos[1]
        assert f"impresos, {de_impresos:.4f}, ya" in r.explicacion
        assert de_impresos - r.publicado == pytest.approx(0.0038, abs=5e-5)
        assert f"agrega {r.calculado - de_impresos:.4f};" in r.explicacion


def test_there_are_enough_checks_of_the_model():
    modelos = {c for c, v in POR_ID.items() if v.tipo == "modelo"}
    assert len(modelos) >= 110
    assert len(modelos - CONTROLES - DEFECTOS - INTERPOLACION - NO_REPRODUCIDAS) >= 100


def test_comparisons_cover_whole_columns():
    filas = {"B84": 32, "B86": 54, "B87": 60, "B97": 30, "B101": 70, "B107": 18, "B171": 27}
    assert {c: RESULTADOS[c].comparaciones for c in filas} == filas


def test_entries_say_what_an_analyst_needs():
    for v in VERIFICACIONES:
        assert v.descripcion, v.id
        assert v.unidad, v.id
        assert re.match(r"IFA 2005, (cuadro|texto|gráfica)", v.fuente), v.id
        assert v.metodo or v.tipo != "modelo", v.id
        if v.tipo == "calibrado":
            assert v.nota.startswith("Constante ajustada a lo impreso"), v.id


def test_the_computed_side_of_the_model_never_reads_what_is_published(monkeypatch):
    modelos = [v for v in VERIFICACIONES if v.tipo == "modelo"]
    antes = [np.asarray(v.calcular()[1]) for v in modelos]
    original = lectura.columna

    def falsa(documento, id, nombre):
        es_anio = pd.to_numeric(datos.tabla(documento, id).iloc[:, 0], errors="coerce").notna()
        return original(documento, id, nombre) * np.where(es_anio, 1.0, 1.5)

    monkeypatch.setattr(lectura, "columna", falsa)
    for nombre, cita in TEXTOS.items():
        monkeypatch.setitem(TEXTOS, nombre, cita._replace(valor=1.5 * cita.valor))
    distintos = {
        v.id
        for v, calculado in zip(modelos, antes, strict=True)
        if not np.array_equal(calculado, v.calcular()[1])
    }
    assert distintos == set()


@pytest.fixture
def suponer(monkeypatch):
    """Change one assumption of the report for the length of a test."""
    original = datos.parametro

    def cambiar(nombre, valor):
        monkeypatch.setattr(
            datos, "parametro", lambda n, **k: valor if n == nombre else original(n, **k)
        )
        comun.supuesto.cache_clear()

    yield cambiar
    comun.supuesto.cache_clear()


@pytest.mark.parametrize(
    ("supuesto", "valor", "claves"),
    [
        ("tasa_descuento", 0.036, ["B01", "B02", "B03", "B05", "B08", "B20", "B48", "M7-04"]),
        ("crecimiento_perpetuo", 0.0145, ["B01", "B03", "B04", "B09", "B21", "M7-03"]),
        ("prima_ingreso_srt", 0.0191, ["B126", "B143", "M7-01", "M7-15", "M8-01", "M9-06"]),
        ("prima_ingreso_siv", 0.026, ["B131", "B146", "M7-05", "M7-16", "M8-05", "M9-07"]),
        ("prima_ingreso_gmp", 0.016, ["B141", "B202", "B205", "B215", "M7-09", "M8-06"]),
        ("prima_ingreso_gmp", 0.14, ["M9-05"]),
        ("prima_financiamiento_srt", 0.01, ["M9-01", "M9-02"]),
        ("reserva_srt", 0.0, ["M7-02", "M7-04", "M9-06"]),
        ("crecimiento_costo_gmp_medio", 0.021, ["B205", "B206"]),
        ("rjp_crecimiento_pensiones", 0.01, ["B180", "B182", "B184"]),
        ("rjp_d3_crecimiento_pensiones", 0.015, ["B180", "B181", "B182", "B183", "B184"]),
        ("persistencia_provisional_1", 0.99, ["B148"]),
        ("persistencia_provisional_2", 0.99, ["B149"]),
        ("provisionales_ip", 0.44, ["B148", "B149"]),
        ("subsidios_ayudas_siv", 0.0033, ["B88", "M8-05"]),
    ],
)
def test_a_wrong_assumption_is_noticed(suponer, supuesto, valor, claves):
    suponer(supuesto, valor)
    assert {c: juzgar(POR_ID[c]).resultado for c in claves} == dict.fromkeys(claves, NO_CUMPLE)


def test_a_wrong_convention_is_noticed(monkeypatch):
    fin = finanzas.factores_descuento
    monkeypatch.setattr(finanzas, "factores_descuento", lambda n, i, c="fin": fin(n, i, "inicio"))
    claves = ["B02", "B03", "B11", "B20", "B24", "B28", "B202", "M5-03", "M7-01", "M7-10"]
    assert {c: juzgar(POR_ID[c]).resultado for c in claves} == dict.fromkeys(claves, NO_CUMPLE)


@pytest.mark.parametrize("metodo", ["lineal", "geometrica"])
def test_a_poor_interpolation_is_noticed(metodo):
    publicado = celda(comun.SRT_PENSIONES, comun.VALOR_PRESENTE)
    calculado = vp(comun.SRT_PENSIONES, perpetuidad=True, metodo=metodo)
    assert abs(calculado / publicado - 1) > POR_ID["B05"].tolerancia


def test_a_misprinted_figure_is_noticed(monkeypatch):
    original = lectura.columna

    def errata(documento, id, nombre):
        valores = original(documento, id, nombre).copy()
        if (id, nombre) == ("cuadro_ii_5", "muerte_b"):
            valores[3] += 10
        return valores

    monkeypatch.setattr(lectura, "columna", errata)
    r = juzgar(POR_ID["B89"])
    assert (r.resultado, r.diferencia) == (NO_CUMPLE, pytest.approx(10, abs=1))


# --- Computed in the digest and printed nowhere: no published side, so no check of the registry ---


@pytest.mark.parametrize(
    ("seguro", "gasto", "masa", "perpetuidad", "derivada"),
    [
        ("srt", comun.SRT_TOTAL, comun.SRT_SALARIOS, True, 1.0877),
        ("siv", comun.SIV_TOTAL_SIN_CF, comun.SIV_SALARIOS, True, 1.8735),
        ("gmp", comun.GMP_GASTO, comun.GMP_SALARIOS, False, 13.1781),
    ],
)
def test_level_premium_net_of_the_reserve(seguro, gasto, masa, perpetuidad, derivada):
    fila = comun.VALOR_PRESENTE if perpetuidad else comun.COSTO_ACTUARIAL
    reserva = comun.supuesto(f"reserva_{seguro}")
    de_impresos = 100 * (celda(gasto, fila) - reserva) / celda(masa, fila)
    assert de_impresos == pytest.approx(derivada, abs=5e-5)
    metodo = "pchip" if perpetuidad else "log_pchip"
    de_flujos = nivelada(gasto, masa, perpetuidad=perpetuidad, metodo=metodo, reserva=reserva)
    assert de_flujos == pytest.approx(derivada, abs=DOS_DECIMALES)


def test_the_fund_of_2055_at_the_printed_premium():
    gasto, masa = comun.flujo(comun.SRT_TOTAL)[:50], comun.flujo(comun.SRT_SALARIOS)[:50]
    fondo = primas.reserva_proyectada(0.0, 0.0110, gasto, masa, 0.035).reserva[-1]
    assert fondo == pytest.approx(186_055, abs=0.5)


@pytest.mark.parametrize(
    ("gasto", "masa", "escalones"),
    [
        (comun.SRT_TOTAL, comun.SRT_SALARIOS, [0.75, 0.92, 1.10, 1.21, 1.23]),
        (comun.SIV_TOTAL_SIN_CF, comun.SIV_SALARIOS, [1.34, 1.60, 1.89, 2.05, 2.00]),
    ],
)
def test_stepped_premium_of_each_decade(gasto, masa, escalones):
    prima = escalonada(gasto, masa)
    np.testing.assert_allclose(prima, np.repeat(escalones, 10), atol=0.005)
    assert len(set(prima)) == 5


@pytest.mark.parametrize(
    ("seguro", "prima_ingreso", "esperadas"),
    [
        (SRT, "prima_ingreso_srt", [0.258, 1.000, 0.948]),
        (SIV, "prima_ingreso_siv", [1.625, 2.425, 2.242]),
    ],
)
def test_premium_of_pensions_of_each_generation(seguro, prima_ingreso, esperadas):
    np.testing.assert_allclose(prima_pensiones(seguro, prima_ingreso), esperadas, atol=0.0005)


def test_years_of_surplus_have_the_threshold_of_their_description():
    flujos = comun.SIV_TOTAL_SIN_CF, comun.SIV_SALARIOS
    assert "prima promedio a 50 años, 1.85 %" in POR_ID["B157"].descripcion
    assert f"calculada ({promedio(*flujos, 50):.3f} %)" in POR_ID["B157"].metodo
    assert anios_de_excedente(*flujos, 1.85) == RESULTADOS["B157"].calculado == 24


def test_the_fund_ends_where_the_perpetuity_begins():
    """At the exact level premium the fund of year 50 is worth the gap that follows it."""
    gasto, masa = comun.flujo(comun.SRT_TOTAL)[:50], comun.flujo(comun.SRT_SALARIOS)[:50]
    prima = primas.prima_nivelada(gasto, masa, 0.035, crecimiento_perpetuo=0.015)
    fondo = primas.reserva_proyectada(0.0, prima, gasto, masa, 0.035).reserva[-1]
    faltante = (gasto[-1] - prima * masa[-1]) * finanzas.factor_perpetuidad(0.035, 0.015)
    assert fondo == pytest.approx(faltante, rel=1e-9)
    assert fondo > 0


def test_the_implied_gdp_lies_where_the_three_ratios_allow():
    assert 8_373_960 < gmp.pib_implicito() < 8_375_283
