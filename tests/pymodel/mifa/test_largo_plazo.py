"""Long-term MIFA: against a slow year-by-year projection, identities, and what moves with what."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pymodel import datos, finanzas, primas
from pymodel.errores import DatoInvalido
from pymodel.mifa import base, equilibrio, largo_plazo, seguros
from pymodel.mifa.cuadros import cuadro_flujo, cuadro_seguro
from pymodel.mifa.largo_plazo import flujo
from pymodel.mifa.supuestos import SUPUESTOS, del_informe, preparar, supuesto_smg

INFORME = {n: del_informe(n) for n in SUPUESTOS if n not in ("interpolacion", "tasa_descuento")}
ESCRITOS = {n: v for n, v in INFORME.items() if v is not None}


def todo(f, nombre):
    s = seguros.seguro(f, nombre)
    e = equilibrio.equilibrio(s, f.supuestos.tasa_descuento, f.supuestos.smgdf)
    return s, e, equilibrio.resumen(s, e, f.supuestos.tasa_descuento)


# --- Against a slow projection, written apart ----------------------------------------------------


def a_mano(g=0.014, gi=0.01, carrera=0.0139, plazas=0.005, i=0.0723, pi=0.036, d=0.0):
    """Cash flow year by year in plain Python, from the printed rows and nothing else of ours."""
    impreso = {p.clave: base.anual("cuadro_c_3", p.concepto) for p in base.PARTIDAS}
    tabla = datos.filas_anuales(datos.tabla("ifa2010", "cuadro_i_3"))
    _, n = finanzas.interpolar_anual(tabla.iloc[:, 0], tabla.iloc[:, 1].astype(float), "spline")
    sbc = base.anual("cuadro_iv_3", "De contribución")
    r, r0 = (1 + i) / (1 + pi), 1.0723 / 1.036
    filas = {}
    asegurados = n[2]
    for t in range(3, 40):
        asegurados *= n[t] / n[t - 1] + d
        k, z = t - 2, asegurados / n[2]
        w, w0, relativo = (1 + g) ** k, 1.014**k, asegurados / n[t]
        masa = impreso["cop"][2] * z * sbc[t] * w / w0 / sbc[2] * 7.5
        filas[2011 + t] = {
            "cop": masa / 7.5,
            "agf": impreso["agf"][2] * z * 1.000965**k + 0.00175 * masa * (1 - w0 / w),
            "otros": impreso["otros"][t] * relativo * (r / r0) ** k,
            "servicios_personal": impreso["servicios_personal"][t]
            * ((1 + gi) / 1.01) ** k
            * ((1 + carrera) / 1.0139) ** k
            * ((1 + plazas) / 1.005) ** k,
            "rjp": impreso["rjp"][t] * ((1 + gi) / 1.01) ** k,
            "subsidios": impreso["subsidios"][2] * z * w,
            "indemnizaciones": impreso["indemnizaciones"][2] * z * w,
            "sumas_aseguradas": impreso["sumas_aseguradas"][t] * relativo * w / w0,
            "temporales": impreso["temporales"][t] * relativo * w / w0,
            "inversion": impreso["inversion"][2] * z,
            "materiales": impreso["materiales"][2] * z,
            "servicios_generales": impreso["servicios_generales"][2] * z * (0.7436 + 0.2564 * w),
        }
    return filas


NOMBRES = {
    "g": "crecimiento_salarial",
    "gi": "crecimiento_salarial_imss",
    "carrera": "carrera_salarial_imss",
    "plazas": "crecimiento_plazas",
    "i": "tasa_interes",
    "pi": "inflacion",
    "d": "desplazamiento_asegurados",
}


@pytest.mark.parametrize(
    "cambios",
    [
        {},
        {"g": 0.010},
        {"d": -0.004},
        {"gi": 0.02, "plazas": 0.0},
        {"i": 0.05, "pi": 0.03},
        {"g": 0.02, "gi": 0.0, "carrera": 0.01, "plazas": 0.01, "i": 0.08, "pi": 0.04, "d": 0.003},
    ],
)
def test_every_row_against_a_projection_year_by_year(cambios):
    f = flujo({NOMBRES[n]: v for n, v in cambios.items()})
    for anio, fila in a_mano(**cambios).items():
        for clave, esperado in fila.items():
            calculado = f.partidas[clave][0, anio - 2011]
            assert calculado == pytest.approx(esperado, rel=1e-10), (anio, clave)


# --- The base is the report ----------------------------------------------------------------------


@pytest.mark.parametrize("partida", base.PARTIDAS, ids=lambda p: p.clave)
def test_printed_years_of_the_base(partida):
    anios = [int(c) for c in datos.tabla("ifa2010", "cuadro_c_3").columns[1:]]
    calculado = flujo().partidas[partida.clave][0, np.array(anios) - 2011]
    impreso = base.renglon("cuadro_c_3", partida.concepto)
    if partida.clase == "insumo":
        np.testing.assert_allclose(calculado, impreso, rtol=1e-14)
    else:
        np.testing.assert_allclose(calculado, impreso, rtol=0.0003, atol=2.0)
        # 2011 to 2013 are data even of a row with a rule.
        np.testing.assert_allclose(calculado[:3], impreso[:3], rtol=1e-14)


def test_the_twenty_one_items_are_all_in_some_row():
    textos = [(p.lado, p.incluye) for p in base.PARTIDAS]
    for lado, cuantos in (("ingreso", 7), ("egreso", 14)):
        numeros = [
            int(n)
            for de, texto in textos
            if de == lado
            for n in texto.replace(",", "").replace(" y ", " ").split()[1:]
        ]
        assert sorted(numeros) == list(range(1, cuantos + 1))


def test_writing_the_assumptions_of_the_report_changes_nothing():
    np.testing.assert_allclose(flujo(ESCRITOS).saldo, flujo().saldo, rtol=1e-12, atol=1e-6)
    assert flujo({"tasa_descuento": 0.035}).supuestos.tasa_descuento[0, 0] == pytest.approx(0.035)


def test_discount_rate_of_the_base_and_with_another_interest():
    assert flujo().supuestos.tasa_descuento[0, 0] == pytest.approx(0.035, abs=1e-15)
    otra = flujo({"tasa_interes": 0.0619}).supuestos.tasa_descuento[0, 0]
    assert otra == pytest.approx(0.035 + 1.0619 / 1.036 - 1.0723 / 1.036)


@pytest.mark.parametrize(
    ("nombre", "columnas"),
    [
        ("cop_sem_a", ("cuadro_ii_5", "Cuotas obrero-patronales", ("cop",))),
        ("agf_gmp", ("cuadro_ii_6", "Aportaciones del Gobierno Federal", ("agf",))),
        ("otros_sgps", ("cuadro_iv_3", "Otros/1", ("otros",))),
        ("rjp_ssfam", ("cuadro_v_4", "Prestaciones económicas3/", ("rjp",))),
        ("subsidios_sem", ("cuadro_ii_4", "Prestaciones económicas3/", ("subsidios",))),
        (
            "rjp_sem",
            (
                "cuadro_ii_4",
                "Corriente2/",
                ("rjp", "servicios_personal", "materiales", "servicios_generales"),
            ),
        ),
        (
            "servicios_generales_sgps",
            (
                "cuadro_iv_3",
                "Corriente/2",
                ("servicios_generales", "servicios_personal", "materiales"),
            ),
        ),
    ],
)
def test_keys_are_the_least_squares_of_the_twelve_printed_years(nombre, columnas):
    cuadro, concepto, partidas = columnas
    filas = {p.clave: p.concepto for p in base.PARTIDAS}
    x = np.array([base.renglon("cuadro_c_3", filas[p]) for p in partidas]).T
    ajuste = np.linalg.lstsq(x, base.renglon(cuadro, concepto), rcond=None)[0]
    assert base.clave(nombre) == pytest.approx(ajuste[0], abs=4e-6)


def test_the_default_minimum_wage_of_the_function_is_the_datum():
    assert supuesto_smg() == 59.82


# --- Identities in any scenario ------------------------------------------------------------------

TASA = st.floats(-0.02, 0.06)
SUPUESTO = st.fixed_dictionaries(
    {
        "crecimiento_salarial": TASA,
        "desplazamiento_asegurados": st.floats(-0.02, 0.02),
        "inflacion": st.floats(0.0, 0.1),
        "tasa_interes": st.floats(0.01, 0.12),
        "crecimiento_plazas": TASA,
        "crecimiento_salarial_imss": TASA,
        "factor_rjp": st.floats(0.0, 2.0),
    }
)


@settings(max_examples=25, deadline=None)
@given(SUPUESTO)
def test_the_five_insurances_add_up_to_the_imss(alternativos):
    f = flujo(alternativos)
    cinco = [seguros.seguro(f, s) for s in base.CINCO]
    suyo = f.partidas["pensiones_en_curso"] + f.partidas["otros_gastos"]
    np.testing.assert_allclose(sum(s.gastos_totales for s in cinco) + suyo, f.egresos, rtol=1e-11)
    paso = f.partidas["pensiones_en_curso_ingreso"]
    np.testing.assert_allclose(
        sum(s.ingresos_totales for s in cinco) + paso, f.ingresos, rtol=1e-11
    )
    sem, partes = seguros.seguro(f, "SEM"), [seguros.seguro(f, s) for s in ("SEM-A", "GMP")]
    np.testing.assert_allclose(sum(s.resultado for s in partes), sem.resultado, rtol=1e-9)


@settings(max_examples=25, deadline=None)
@given(SUPUESTO)
def test_treasury_years_never_change_and_reserves_never_grow(alternativos):
    f, informe = flujo(alternativos), flujo()
    np.testing.assert_array_equal(f.saldo[:, :3], informe.saldo[:, :3])
    assert f.uso_reservas.min() >= 0.0
    assert f.uso_reservas.sum() <= informe.supuestos.base.usos.sum() + 1e-6
    # Reserves are spent before a deficit is left without money.
    sin_dinero = f.saldo[0, 3:] < -1e-6
    if sin_dinero.any():
        primero = 3 + int(np.argmax(sin_dinero))
        assert f.uso_reservas[0, primero + 1 :].sum() == pytest.approx(0.0, abs=1e-6)


@settings(max_examples=15, deadline=None)
@given(st.lists(SUPUESTO, min_size=2, max_size=4))
def test_many_scenarios_at_once_are_each_one_alone(lista):
    juntos = flujo({n: np.array([x[n] for x in lista]) for n in lista[0]})
    for k, uno in enumerate(lista):
        solo = flujo(uno)
        np.testing.assert_array_equal(juntos.saldo[k], solo.saldo[0])
        for nombre in base.SEGUROS:
            _, e, r = todo(juntos, nombre)
            _, e1, r1 = todo(solo, nombre)
            np.testing.assert_allclose(e.pmn[k], e1.pmn[0], rtol=1e-12)
            np.testing.assert_allclose(r.valores_presentes[k], r1.valores_presentes[0], rtol=1e-9)


def test_each_assumption_moves_what_depends_on_it():
    """Which rows move, and only those; nothing before 2014."""
    informe = flujo()
    mueve = {
        "crecimiento_salarial": {
            "cop",
            "agf",
            "subsidios",
            "indemnizaciones",
            "servicios_generales",
            "sumas_aseguradas",
            "temporales",
        },
        "desplazamiento_asegurados": {
            "cop",
            "agf",
            "otros",
            "subsidios",
            "indemnizaciones",
            "inversion",
            "materiales",
            "servicios_generales",
            "sumas_aseguradas",
            "temporales",
        },
        "inflacion": {"otros"},
        "tasa_interes": {"otros"},
        "crecimiento_salarial_imss": {"servicios_personal", "rjp"},
        "carrera_salarial_imss": {"servicios_personal"},
        "crecimiento_plazas": {"servicios_personal"},
        "factor_rjp": {"rjp"},
        "factor_sumas_aseguradas": {"sumas_aseguradas", "temporales"},
    }
    for nombre, filas in mueve.items():
        f = flujo({nombre: (del_informe(nombre) or 0.0) + 0.004})
        movidas = {
            c for c, v in f.partidas.items() if not np.allclose(v, informe.partidas[c], rtol=1e-9)
        }
        assert movidas == filas, nombre


@pytest.mark.parametrize("seguro", base.SEGUROS)
def test_lower_wages_move_premiums_present_values_and_wages(seguro):
    _, e0, r0 = todo(flujo(), seguro)
    _, e1, r1 = todo(flujo({"crecimiento_salarial": 0.010}), seguro)
    assert (e1.pmn != e0.pmn).all()
    assert (r1.valores_presentes != r0.valores_presentes).all()
    assert (e1.sbc_equilibrio[:, 3:] != e0.sbc_equilibrio[:, 3:]).all()


def test_without_rjp_from_2014_the_five_spend_less_by_the_rjp():
    con, sin = flujo(), flujo({"factor_rjp": 0.0})
    np.testing.assert_allclose(
        con.egresos - sin.egresos, np.where(con.anios < 2014, 0.0, con.partidas["rjp"]), rtol=1e-9
    )


# --- Premiums, wages and present values ----------------------------------------------------------


def test_premiums_against_the_functions_of_the_valuations():
    s, e, r = todo(flujo(), "SEM")
    gastos, masa = s.gastos_totales[0], s.base_prima[0]
    np.testing.assert_allclose(e.pr[0], primas.prima_gasto(gastos, masa))
    assert e.pmn[0, 0] == pytest.approx(primas.prima_media_nivelada(gastos, masa, 0.035))
    for h, vp in zip(equilibrio.HORIZONTES, r.valores_presentes[0], strict=True):
        flujo_h = -s.resultado[0, :h]
        assert vp == pytest.approx(finanzas.valor_presente(flujo_h, 0.035, convencion="inicio"))
    # A constant premium of PMN leaves the present value of the result at zero.
    factores = 1.035 ** -np.arange(40.0)
    assert ((e.pmn[0, 0] * masa - gastos) * factores).sum() == pytest.approx(0.0, abs=1e-4)


def test_two_dates_of_one_present_value():
    s, _, _ = todo(flujo(), "SGPS")
    a_2011 = equilibrio.valor_presente(-s.resultado, s.anios, 0.035, horizonte=10)
    a_2010 = equilibrio.valor_presente(-s.resultado, s.anios, 0.035, horizonte=10, anio_base=2010)
    assert a_2010[0] == pytest.approx(a_2011[0] / 1.035)
    with pytest.raises(DatoInvalido, match="anio_base"):
        equilibrio.valor_presente(s.resultado, s.anios, 0.035, anio_base=2012)
    with pytest.raises(DatoInvalido, match="horizonte"):
        equilibrio.valor_presente(s.resultado, s.anios, 0.035, horizonte=41)


def test_examples_of_the_specification():
    assert equilibrio.sbc_equilibrio(256.0, 206371.0, 152071.0)[0] == pytest.approx(
        347.41, abs=0.005
    )
    assert equilibrio.veces_smg(2337.8, 2050, 59.82, 2011, 0.005)[0] == pytest.approx(
        32.17, abs=0.01
    )
    pc = equilibrio.prima_contribucion([103043.0], [49028.0], [1270700.0])
    assert 100 * pc[0] == pytest.approx(11.967, abs=0.0005)


def test_at_the_wage_of_equilibrium_the_year_balances():
    s, e, _ = todo(flujo(), "SEM-A")
    factor = e.sbc_equilibrio / e.sbc
    np.testing.assert_allclose(s.cuotas * factor, s.gastos_totales, rtol=1e-12)


# --- Tables and refusals -------------------------------------------------------------------------


def test_tables_have_one_row_a_year_and_no_gaps():
    for cuadro in (cuadro_flujo(), *(cuadro_seguro(s) for s in base.SEGUROS)):
        assert list(cuadro["anio"]) == list(range(2011, 2051))
        assert not cuadro.isna().any().any()
        assert cuadro.columns.is_unique
    assert "aportacion" in cuadro_seguro("SSFAM")
    assert "sbc" in cuadro_seguro("SGPS")


def test_a_flow_already_projected_is_used():
    f = flujo({"crecimiento_salarial": 0.0})
    assert cuadro_flujo(f).equals(cuadro_flujo({"crecimiento_salarial": 0.0}))
    assert cuadro_seguro("SEM", f).equals(cuadro_seguro("SEM", {"crecimiento_salarial": 0.0}))


@pytest.mark.parametrize(
    ("alternativos", "mensaje"),
    [
        ({"crecimiento_salarios": 0.01}, "supuestos.*«crecimiento_salarios».*crecimiento_salarial"),
        ({"inflacion": 3.6}, "supuestos, inflacion: se encontró 3.6.*0.036"),
        ({"inflacion": "3.6%"}, "supuestos, inflacion.*un número"),
        ({"factor_rjp": -1.0}, "supuestos, factor_rjp.*0 o más"),
        ({"inflacion": [0.03, 0.04], "tasa_interes": [0.05] * 3}, "2 y 3 escenarios"),
        ({"inflacion": [0.03, 3.0]}, "inflacion, escenario 2"),
        ({"interpolacion": "cubica"}, "interpolacion.*«cubica».*spline"),
        ({"crecimiento_asegurados": -0.9, "desplazamiento_asegurados": -0.2}, "mayor que -1"),
        ({"inflacion": -0.9}, "tasa real de descuento"),
        ({"crecimiento_salarial": float("nan")}, "crecimiento_salarial.*finito"),
    ],
)
def test_bad_assumptions_are_told(alternativos, mensaje):
    with pytest.raises(DatoInvalido, match=mensaje):
        preparar(alternativos)


def test_unknown_insurance():
    with pytest.raises(DatoInvalido, match=r"seguro.*«ISSSTE».*«SEM-A»"):
        seguros.seguro(flujo(), "ISSSTE")


def test_premium_and_wage_refuse_ranges_that_do_not_match():
    with pytest.raises(DatoInvalido, match="cop y agf"):
        equilibrio.prima_contribucion([1.0, 2.0], [1.0], [3.0, 3.0])
    with pytest.raises(DatoInvalido, match="sbc y gasto"):
        equilibrio.sbc_equilibrio([1.0, 2.0], [1.0], [3.0, 3.0])
    with pytest.raises(DatoInvalido, match="cop_agf"):
        equilibrio.sbc_equilibrio([1.0], [1.0], [0.0])
    with pytest.raises(DatoInvalido, match="smg_base"):
        equilibrio.veces_smg([1.0], [2011], 0.0, 2011, 0.005)


def test_the_base_cannot_be_damaged():
    with pytest.raises(ValueError, match="read-only"):
        base.base().asegurados[0] = 0.0
    assert largo_plazo.flujo().agotamiento[0] == 2015


def test_the_methods_page_lists_every_row_with_its_class():
    pagina = (Path(__file__).parents[3] / "docs" / "modelo_mifa.md").read_text(encoding="utf-8")
    for p in base.PARTIDAS:
        assert f"| {p.concepto} | {p.incluye} | {p.clase} |" in pagina, p.concepto


def test_estimated_srt_and_siv_of_2011_against_the_short_term():
    """Both together, without investment; the split between them is not tested."""
    f = flujo()
    los_dos = [seguros.seguro(f, s) for s in ("SRT", "SIV")]
    gasto = sum((s.corriente + s.prestaciones_economicas)[0, 0] for s in los_dos)
    directos = 0.0
    for cuadro in ("cuadro_i_2", "cuadro_iii_2"):
        tabla = datos.tabla("ifa2010", cuadro).set_index("Concepto")
        directos += float(tabla.loc["Gastos directos", "2011 Con RJP"])
    assert gasto == pytest.approx(directos, rel=0.01)
