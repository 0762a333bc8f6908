import dataclasses
import importlib
import itertools
import re
import shutil
from datetime import date, datetime

import numpy as np
import pandas as pd
import pytest

from pymodel.datos import (
    Parametro,
    documentos,
    inpc_diciembre,
    inpc_promedio,
    parametro,
    parametros,
    registro_parametro,
    serie,
    tabla,
)
from pymodel.datos._csv import RAIZ
from pymodel.errores import DatoInvalido

modulo = importlib.import_module("pymodel.datos.parametros")
TABLA = parametros()

REQUERIDOS = [
    "smg_df",
    "uma",
    "inpc_promedio",
    "inpc_diciembre",
    "prima_siv",
    "prima_sgps",
    "prima_gmp",
    "sps_cs_fraccion_smg",
    "sps_asf_por_cs",
    "sps_ase_por_cs",
    "sps_fpgc",
    "sps_fpp",
    "invalidez_cuantia_basica",
    "indemnizacion_global_anualidades",
    "tasa_descuento",
    "prima_ingreso_srt",
    "prima_financiamiento_srt",
    "prima_ingreso_siv",
    "prima_ingreso_gmp",
    "reserva_srt",
    "reserva_siv",
    "reserva_gmp",
    "crecimiento_salarios",
    "crecimiento_perpetuo",
    "horizonte",
    "crecimiento_costo_gmp",
    "fecha_valuacion",
    "anio_precios",
    "convencion_descuento",
]


# -- the table ---------------------------------------------------------------


def test_every_row_has_unit_source_and_a_plain_name():
    for columna in ("nombre", "documento", "unidad", "fuente", "calidad"):
        assert TABLA[columna].str.strip().ne("").all()
    assert TABLA["nombre"].str.fullmatch(r"[a-z][a-z0-9_]*").all()
    assert set(TABLA["documento"]) <= set(documentos()["documento"])


def test_every_row_has_a_first_day_or_a_year():
    assert (TABLA["vigente_desde"].notna() | TABLA["anio"].notna()).all()
    con_fin = TABLA.dropna(subset=["vigente_desde", "vigente_hasta"])
    assert (con_fin["vigente_desde"] <= con_fin["vigente_hasta"]).all()


def test_no_two_rows_of_a_document_overlap():
    fechadas = TABLA[TABLA["vigente_desde"].notna()]
    for _, grupo in fechadas.groupby(["nombre", "documento"]):
        orden = grupo.sort_values("vigente_desde")
        inicios = orden["vigente_desde"].to_numpy()
        assert (inicios[1:] > inicios[:-1]).all()
        # A blank end means "until the next row".
        finales = orden["vigente_hasta"].to_numpy()[:-1]
        assert all(pd.isna(f) or f < i for f, i in zip(finales, inicios[1:], strict=True))


def test_values_are_numbers_or_text_as_the_unit_says():
    texto = TABLA["unidad"].isin(["texto", "fecha"])
    assert TABLA.loc[texto, "valor"].map(type).eq(str).all()
    numeros = TABLA.loc[~texto, "valor"]
    assert numeros.map(type).eq(float).all()
    assert np.isfinite(numeros.astype(float)).all()


def test_rates_are_fractions():
    tasas = TABLA.loc[TABLA["unidad"] == "fracción", "valor"].astype(float)
    assert len(tasas) > 300
    assert (tasas.abs() < 1).all()
    # A percentage typed as such would be far above any rate of its kind.
    for patron, tope in (("descuento|rendimiento|interes", 0.08), ("^prima_", 0.03)):
        nombres = TABLA["nombre"].str.contains(patron) & (TABLA["unidad"] == "fracción")
        assert (TABLA.loc[nombres, "valor"].astype(float) <= tope).all()


def test_money_says_of_which_year():
    dinero = TABLA.loc[TABLA["unidad"].str.startswith("mdp"), "unidad"]
    assert dinero.str.fullmatch(r"mdp (de \d{4}|corrientes)").all()


@pytest.mark.parametrize("nombre", REQUERIDOS)
def test_required_names(nombre):
    registro = registro_parametro(nombre)
    assert registro.nombre == nombre
    assert registro.unidad
    assert registro.fuente


def test_every_row_can_be_reached_by_its_own_first_day():
    for fila in TABLA.itertuples():
        if pd.isna(fila.vigente_desde):
            registro = registro_parametro(fila.nombre, int(fila.anio), fila.documento)
        else:
            registro = registro_parametro(fila.nombre, fila.vigente_desde, fila.documento)
        assert registro.valor == fila.valor


# -- the values against other data of the package ----------------------------


def test_minimum_wage():
    assert parametro("smg_df", 2004) == 45.24
    assert parametro("smg_df", 2010) == 57.46
    assert parametro("smg_df", 2011) == 59.82
    assert parametro("smg_df", "2017-11-30") == 80.04
    assert parametro("smg_df", "2017-12-01") == 88.36


def test_legal_premiums_are_the_sums_of_their_payers():
    for prima, partes in (("prima_siv", "iv"), ("prima_gmp", "gmp")):
        suma = sum(parametro(f"{partes}_{p}", 2005) for p in ("patron", "trabajador", "estado"))
        assert parametro(prima, 2005) == pytest.approx(suma, abs=1e-12)
    assert parametro("prima_sgps", 2005) == parametro("gps_patron", 2005)
    cuotas = serie("cuotas_lss")
    iv = cuotas[cuotas["seguro"] == "IV"]["tasa_pct"].sum()
    assert parametro("prima_siv") == pytest.approx(iv / 100, abs=1e-12)


def test_social_quota_of_2004():
    fraccion, smg = parametro("sps_cs_fraccion_smg", 2004), parametro("smg_df", 2004)
    assert round(fraccion * smg * 365) == parametro("sps_cuota_social", 2004)
    assert parametro("sps_fpp") == pytest.approx(
        parametro("sps_fpp_infraestructura") + parametro("sps_fpp_imprevistos")
    )


def test_price_index():
    assert parametro("inpc_promedio", 2010) == inpc_promedio(2010)
    assert parametro("inpc_promedio", "2010-07-15") == inpc_promedio(2010)
    assert parametro("inpc_diciembre", 2009) == inpc_diciembre(2009)
    assert parametro("inpc_promedio") == inpc_promedio(2025)


def test_reserves_and_premiums_of_the_valuations():
    reservas = {"ifa2005": (12_442, 16_350, 361), "ifa2010": (30_005, 43_570, 517)}
    for documento, valores in reservas.items():
        leidas = [parametro(f"reserva_{s}", documento=documento) for s in ("srt", "siv", "gmp")]
        assert tuple(leidas) == valores
    assert parametro("prima_ingreso_srt", documento="ifa2005") == 0.0197
    assert parametro("prima_financiamiento_srt", documento="ifa2005") == 0.0191
    assert parametro("prima_ingreso_srt", documento="ifa2010") == 0.0181
    assert parametro("tasa_descuento", documento="ifa2005") == 0.035
    assert parametro("tasa_descuento", documento="ifa2010") == 0.035


def test_reserves_are_those_of_the_balances():
    for documento, cuadros in (
        ("ifa2005", {"srt": "cuadro_ii_4", "siv": "cuadro_ii_10", "gmp": "cuadro_ii_27"}),
        ("ifa2010", {"srt": "cuadro_i_5", "siv": "cuadro_iii_5", "gmp": "cuadro_ii_12"}),
    ):
        for seguro, cuadro in cuadros.items():
            df = tabla(documento, cuadro)
            filas = df[df.iloc[:, 2].str.contains("eserva al 31", na=False)]
            monto = next(c for c in df.columns if "onto" in c)
            impreso = filas[monto].iloc[0]
            assert parametro(f"reserva_{seguro}", documento=documento) == impreso


def test_recovered_assumption_says_so():
    registro = registro_parametro("crecimiento_perpetuo", documento="ifa2005")
    assert registro.valor == 0.015
    assert registro.calidad == "recuperado"
    assert "no impreso" in registro.nota


VECTORES = [
    ("comision_flujo", "ifa2005", "cuadro_ii_1", "comision_sobre_flujo_pct_salario"),
    ("comision_saldo", "ifa2005", "cuadro_ii_1", "comision_sobre_saldo_pct_saldo"),
    (
        "rjp_factor_proporcionalidad_curso_pago",
        "ifa2005",
        "cuadro_ii_18",
        "pensiones_en_curso_de_pago_pct",
    ),
    (
        "rjp_factor_proporcionalidad_transicion",
        "ifa2005",
        "cuadro_ii_18",
        "generacion_en_transicion_pct",
    ),
]


@pytest.mark.parametrize(("nombre", "documento", "cuadro", "columna"), VECTORES)
def test_vectors_equal_the_column_of_their_table(nombre, documento, cuadro, columna):
    df = tabla(documento, cuadro)
    for etiqueta, impreso in zip(df.iloc[:, 0].astype(str), df[columna], strict=True):
        for anio in {int(a) for a in etiqueta.split("-")}:
            leido = parametro(nombre, date(anio, 7, 1), documento)
            assert leido == pytest.approx(impreso / 100, abs=1e-12)


FILAS_DE_TABLA = [
    ("corto_plazo_inflacion_dic_dic", "ifa2005", "cuadro_i_1", "Inflación (dic-dic) %"),
    ("corto_plazo_gasto_rjp", "ifa2005", "cuadro_i_1", "Crecimiento de pensionados del RJP %"),
    (
        "corto_plazo_inversion_fisica_crecimiento",
        "ifa2005",
        "cuadro_i_1",
        "Incremento en inversión física %",
    ),
    (
        "mifa_crecimiento_asegurados",
        "ifa2010",
        "cuadro_c_2",
        "Crecimiento de asegurados trabajadores permanentes (%)",
    ),
    ("mifa_inflacion_dic_dic", "ifa2010", "cuadro_c_2", "Inflación diciembre-diciembre (%)"),
    (
        "mifa_tasa_interes_nominal",
        "ifa2010",
        "cuadro_c_2",
        "Tasa de interés nominal (promedio) (%)",
    ),
    (
        "mifa_crecimiento_salarios",
        "ifa2010",
        "cuadro_c_2",
        "Crecimiento real de los salarios de cotización (%)",
    ),
    (
        "mifa_crecimiento_salarios_imss",
        "ifa2010",
        "cuadro_c_2",
        "Crecimiento real de los salarios de trabajadores del IMSS (%)",
    ),
    (
        "mifa_crecimiento_plazas_imss",
        "ifa2010",
        "cuadro_c_2",
        "Crecimiento de nuevas plazas de trabajadores del IMSS (%)",
    ),
    ("servicios_crecimiento_consumos", "ifa2010", "cuadro_x_18", "Gasto por consumos"),
    ("snt_crecimiento_ingresos", "ifa2010", "cuadro_x_18", "Ingresos en tiendas"),
]


@pytest.mark.parametrize(("nombre", "documento", "cuadro", "concepto"), FILAS_DE_TABLA)
def test_vectors_equal_the_row_of_their_table(nombre, documento, cuadro, concepto):
    df = tabla(documento, cuadro)
    fila = df[df.iloc[:, 0] == concepto].iloc[0]
    anios = [c for c in df.columns if re.fullmatch(r"\d{4}", c)]
    assert len(anios) >= 3
    for anio in anios:
        leido = parametro(nombre, int(anio), documento)
        assert leido == pytest.approx(fila[anio] / 100, abs=1e-12)


def test_amounts_by_year_equal_their_tables():
    costo = tabla("ifa2005", "cuadro_iii_7").set_index("Año")["Costo niño-mes"]
    for anio, impreso in costo.items():
        assert parametro("guarderias_costo_nino_mes", anio) == impreso
    cuotas = tabla("ifa2010", "cuadro_v_3").set_index("grupo_de_edad")
    assert parametro("ssfam_cuota_40_59", 2011) == cuotas.loc["40 a 59", "2011"]
    antes = tabla("ifa2005", "cuadro_iii_8").set_index("Años")
    for anio in range(2002, 2007):
        assert parametro("ssfam_cuota_60_mas", anio) == antes.loc[anio, "60 y más años"]
    retiros = tabla("ifa2010", "cuadro_c_2").set_index("Escenario base")
    fila = retiros.loc["Número de jubilaciones de trabajadores del IMSS"]
    assert parametro("mifa_jubilaciones_imss", 2050) == fila["2050"]


def test_supplementary_contributions_follow_the_agreement():
    df = tabla("ifa2005", "cuadro_ii_15")
    df = df[df["concepto"].str.contains("A partir del")]
    for concepto, actuales, nuevas in zip(
        df["concepto"],
        df["trabajadores_actuales_contribucion_pct"],
        df["nuevas_contrataciones_contribucion_pct"],
        strict=True,
    ):
        fecha = date(int(concepto[-4:]), 10, 16)
        assert parametro("rjp_aportacion_adicional", fecha) == pytest.approx(actuales / 100)
        assert parametro("rjp_aportacion_nuevas_contrataciones", fecha) == pytest.approx(
            nuevas / 100
        )


# -- dates -------------------------------------------------------------------


@pytest.mark.parametrize(
    "fecha",
    [
        2010,
        2010.0,
        np.int64(2010),
        "2010-01-01",
        " 2010-06-30 ",
        "2010-06-30T10:00:00",
        date(2010, 12, 31),
        datetime(2010, 5, 4, 3, 2, 1),
        pd.Timestamp("2010-03-01"),
        np.datetime64("2010-03-01"),
        40179,  # Excel: 2010-01-01
        40543.75,  # Excel: 2010-12-31 18:00
    ],
)
def test_kinds_of_date(fecha):
    assert parametro("smg_df", fecha) == 57.46


def test_excel_serial_numbers_and_years_do_not_mix():
    assert registro_parametro("smg_df", 40178).valor == 54.80  # 2009-12-31
    assert registro_parametro("prima_siv", 2100).valor == 0.025
    with pytest.raises(DatoInvalido, match="1905-10-01"):
        parametro("prima_siv", 2101)


def test_no_date_takes_the_latest_row():
    assert parametro("smg_df") == TABLA[TABLA["nombre"] == "smg_df"]["valor"].iloc[-1]
    assert registro_parametro("uma").vigente_desde == date(2026, 2, 1)
    assert parametro("prima_ingreso_srt") == 0.0181


@pytest.mark.parametrize(
    "mala",
    [
        True,
        np.bool_(False),
        float("nan"),
        float("inf"),
        pd.NaT,
        np.datetime64("NaT"),
        "",
        "ayer",
        "31/12/2010",
        "2010",
        "20101231",
        "2010-02-30",
        1899,
        -5,
        2010.5,
        3_000_000,
        [2010],
    ],
)
def test_dates_that_are_not_dates(mala):
    with pytest.raises(DatoInvalido, match="una fecha, un texto AAAA-MM-DD"):
        parametro("prima_siv", mala)


@pytest.mark.parametrize("cifras", [16, 400, 5000])
@pytest.mark.parametrize("signo", [1, -1])
def test_a_huge_integer_is_not_a_date(cifras, signo):
    with pytest.raises(DatoInvalido, match="una fecha, un texto AAAA-MM-DD"):
        parametro("prima_siv", signo * 10**cifras)


def test_a_date_before_the_first_value_says_from_when():
    with pytest.raises(DatoInvalido, match=r"fecha de «prima_siv».*1997-06-30.*desde 1997-07-01"):
        parametro("prima_siv", "1997-06-30")
    with pytest.raises(DatoInvalido, match="desde 2005-12-31"):
        parametro("crecimiento_perpetuo", 2005)


def test_gaps_and_expired_rows():
    with pytest.raises(DatoInvalido, match="2012-01-01 a 2015-12-31; de 2020-01-01"):
        parametro("mifa_jubilaciones_imss", 2017)
    with pytest.raises(DatoInvalido, match="de 2004-01-01 a 2009-12-31"):
        parametro("sps_cs_fraccion_smg", 2012)
    with pytest.raises(DatoInvalido, match="a 2022-12-31"):
        parametro("ceav_patron", 2023)


# -- values known by year only -----------------------------------------------


def test_a_wage_without_first_day_is_found_by_year_only():
    registro = registro_parametro("smg_df", 1997)
    assert registro.valor == 26.45
    assert registro.vigente_desde is None
    assert registro.anio == 1997
    assert registro.calidad == "cotejado_sin_fecha"
    assert "valor que la fuente asigna al año" in registro.nota
    for fecha in ("1997-01-01", "1997-07-01", date(1999, 5, 1)):
        with pytest.raises(DatoInvalido, match=r"y sólo por año 1990, .*1999$"):
            parametro("smg_df", fecha)
    por_anio = {1990: 10.08, 1991: 11.90, 1992: 13.33, 1993: 14.27, 1994: 15.27}
    por_anio |= {1997: 26.45, 1998: 30.20, 1999: 34.45, 2000: 37.90}
    assert {anio: parametro("smg_df", anio) for anio in por_anio} == por_anio


@pytest.mark.parametrize("fecha", [1995, "1995-01-01", "1995-03-31"])
def test_the_wage_before_april_1995_is_not_confirmed(fecha):
    with pytest.raises(DatoInvalido, match=r"no se confirmó el valor de enero a marzo de 1995\)$"):
        parametro("smg_df", fecha)


@pytest.mark.parametrize(
    "fecha", ["1995-12-01", "1995-12-20", date(1995, 12, 31), 1996, "1996-01-01", "1996-12-31"]
)
def test_the_wage_of_december_1995_and_of_1996_is_not_confirmed(fecha):
    with pytest.raises(
        DatoInvalido,
        match=r"de 1995-04-01 a 1995-11-30.*1994, 1997.*no se confirmaron el valor de diciembre "
        r"de 1995 ni el día desde el que rige",
    ):
        parametro("smg_df", fecha)


@pytest.mark.parametrize("fecha", ["1995-04-01", "1995-07-01", "1995-11-30"])
def test_the_wage_of_april_to_november_1995(fecha):
    assert parametro("smg_df", fecha) == 18.30


def test_unconfirmed_days_belong_to_parameters_that_exist():
    tramos = modulo._sin_confirmar()
    assert set(tramos) == {"smg_df"}
    assert tramos.keys() <= set(TABLA["nombre"])
    for tramo in itertools.chain.from_iterable(tramos.values()):
        assert tramo.desde <= tramo.hasta


def test_uma_of_2016_has_no_first_day_but_rules_in_january_2017():
    assert parametro("uma", 2016) == 73.04
    assert parametro("uma", "2017-01-31") == 73.04
    assert parametro("uma", "2017-02-01") == 75.49
    with pytest.raises(DatoInvalido, match="y sólo por año 2016"):
        parametro("uma", "2016-06-01")
    registro = registro_parametro("uma", 2018)
    assert registro.valor == 75.49
    assert "valor al 1 de enero de 2018; cambia el 2018-02-01" in registro.nota


# -- documents ---------------------------------------------------------------


def test_the_latest_document_in_force_wins():
    assert registro_parametro("prima_ingreso_srt", 2006).documento == "ifa2005"
    assert registro_parametro("prima_ingreso_srt", 2011).documento == "ifa2010"
    assert registro_parametro("crecimiento_salarios").valor == 0.014
    assert parametro("crecimiento_salarios", None, "IFA 2005") == 0.015


def test_the_law_wins_over_a_later_report():
    assert registro_parametro("guarderia_edad_minima_dias").documento == "lss"
    assert parametro("guarderia_edad_minima_dias", documento="ifa2010") == 45


def test_a_tie_with_different_values_asks_for_the_document():
    with pytest.raises(DatoInvalido, match=r"valores distintos: sps2006 0\.55, noaseg2004 0\.546"):
        parametro("poblacion_no_asegurada", 2000)
    assert parametro("poblacion_no_asegurada", 2000, "noaseg2004") == 0.546
    with pytest.raises(DatoInvalido, match="valores distintos"):
        parametro("pib_nominal", 2010)
    assert parametro("pib_nominal", 2010, "ifa2010") == 13_173_172


def test_unknown_names_and_documents():
    with pytest.raises(DatoInvalido, match="¿quizá «prima_siv»"):
        parametro("Prima SIB")
    with pytest.raises(DatoInvalido, match=r"un parámetro de la tabla$"):
        parametro("xyzw")
    for malo in ("", None, 5):
        with pytest.raises(DatoInvalido, match="el nombre de un parámetro"):
            parametro(malo)
    with pytest.raises(DatoInvalido, match="uno de lss"):
        parametro("prima_siv", documento="ifa2005")
    with pytest.raises(DatoInvalido, match="documento: se encontró «ifa1999»"):
        parametros("ifa1999")


def test_table_by_document_and_frozen_records():
    df = parametros("IFA 2005")
    assert set(df["documento"]) == {"ifa2005"}
    assert len(df) > 200
    registro = registro_parametro("prima_siv")
    assert isinstance(registro, Parametro)
    with pytest.raises(dataclasses.FrozenInstanceError):
        registro.valor = 1.0


# -- damage ------------------------------------------------------------------


@pytest.mark.parametrize(
    ("antes", "despues", "mensaje"),
    [
        ("prima_siv,lss,0.025", "prima_siv,lss,2.5", "columna «valor».*una fracción menor que 1"),
        ("prima_siv,lss,0.025", "prima_siv,lss,2´5", "columna «valor».*un número"),
        ("prima_siv,lss,0.025", "prima_siv,lss,nan", "columna «valor».*un número"),
        ("prima_siv,lss,", "prima_siv,lsss,", "columna «documento»"),
        ("0.025,fracción,1997-07-01", "0.025,fracción,", "columna «vigente_desde»"),
        ("0.025,fracción,1997-07-01", "0.025,fracción,1/7/97", "columna «vigente_desde»"),
        ("0.025,fracción,1997-07-01,", "0.025,fracción,1997-07-01,1990-01-01", "vigente_hasta"),
        ("0.025,fracción", "0.025,", "columna «unidad»"),
    ],
)
def test_a_damaged_table_is_told(tmp_path, monkeypatch, antes, despues, mensaje):
    shutil.copy(RAIZ / "parametros.csv", tmp_path)
    ruta = tmp_path / "parametros.csv"
    texto = ruta.read_text(encoding="utf-8")
    assert antes in texto
    ruta.write_text(texto.replace(antes, despues, 1), encoding="utf-8")
    monkeypatch.setattr(modulo, "RAIZ", tmp_path)
    modulo._registros.cache_clear()
    with pytest.raises(DatoInvalido, match=rf"parametros\.csv, fila \d+, .*{mensaje}"):
        parametros()
    modulo._registros.cache_clear()
