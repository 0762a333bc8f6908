import numpy as np
import pandas as pd
import pytest

from pymodel.datos import indice_inpc, inpc_diciembre, inpc_promedio, pib, serie, series
from pymodel.errores import DatoInvalido

NOMBRES = {
    "inpc": 457,
    "salario_minimo": 40,
    "uma": 11,
    "pib": 32,
    "poblacion_entidades": 33,
    "entidades": 32,
    "cuotas_lss": 148,
    "seguro_popular": 34,
    "asegurados_edad": 197,
}


@pytest.mark.parametrize(("nombre", "filas"), NOMBRES.items())
def test_every_series_loads(nombre, filas):
    df = serie(nombre)
    assert len(df) == filas
    assert df.attrs["nombre"] == nombre
    assert df["fuente"].notna().all()
    assert set(df.attrs["unidades"]) <= set(df.columns)


def test_types():
    poblacion = serie("Población entidades")
    assert poblacion["cve_ent"].tolist()[:2] == ["01", "02"]
    assert poblacion["conapo2010_2010"].dtype == "int64"
    smg = serie("salario_minimo")
    assert smg["vigencia_desde"].dtype == "datetime64[s]"
    assert smg["vigencia_desde"].isna().sum() == 9
    assert smg["zona_a_df"].dtype == "float64"
    assert serie("cuotas_lss")["vigente_desde"].dtype == "datetime64[s]"
    assert serie("inpc")["anio"].dtype == "int64"


def test_inpc_has_every_month_once():
    df = serie("inpc")
    meses = pd.PeriodIndex(df["periodo"], freq="M")
    assert meses.equals(pd.period_range("1988-01", "2026-01", freq="M"))
    assert (meses.year == df["anio"]).all()
    assert (meses.month == df["mes"]).all()


def test_the_average_is_the_mean_of_the_monthly_rows():
    df = serie("inpc")
    for anio in (1988, 1997, 2004, 2005, 2010, 2025):
        meses = df.loc[df["anio"] == anio, "inpc"]
        assert len(meses) == 12
        assert inpc_promedio(anio) == pytest.approx(meses.sum() / 12, rel=1e-14)
        diciembre = df.loc[(df["anio"] == anio) & (df["mes"] == 12), "inpc"]
        assert inpc_diciembre(anio) == diciembre.item()
    # The base of the index: the second half of July 2018.
    julio = df.loc[(df["anio"] == 2018) & (df["mes"] == 7), "inpc"].item()
    assert julio == pytest.approx(100, abs=0.2)


def test_indices_in_one_call():
    anios = np.array([2010, 2005, 2005])
    assert indice_inpc(anios).tolist() == [inpc_promedio(a) for a in anios]
    assert indice_inpc([2010.0], "diciembre").tolist() == [inpc_diciembre(2010)]
    assert indice_inpc([]).size == 0


@pytest.mark.parametrize("anio", [1987, 2026, 2200])
def test_missing_or_incomplete_years(anio):
    with pytest.raises(DatoInvalido, match=f"{anio}.*de 1988 a 2025"):
        inpc_promedio(anio)


@pytest.mark.parametrize("malo", [True, 2010.5, float("nan"), "2010", None, float("inf")])
def test_years_that_are_not_years(malo):
    with pytest.raises(DatoInvalido, match="un año entero"):
        indice_inpc([2010, malo])


def test_unknown_index_and_series():
    with pytest.raises(DatoInvalido, match="«promedio» o «diciembre»"):
        indice_inpc([2010], "media")
    with pytest.raises(DatoInvalido, match="«salario_minimo»"):
        serie("salario minimos")
    with pytest.raises(DatoInvalido, match="una de inpc"):
        serie(None)


def test_gdp():
    assert pib(2010) == pytest.approx(13_968_149.522)
    assert pib(2010, "ifa2010_L2618") == 13_173_172
    with pytest.raises(DatoInvalido, match="sólo 2010"):
        pib(2011, "IFA2010_L2618")
    with pytest.raises(DatoInvalido, match="de 1993 a 2023"):
        pib(1990)
    with pytest.raises(DatoInvalido, match="base2018_BIE, IFA2010_L2618"):
        pib(2010, "base2013")


def test_population_adds_up():
    df = serie("poblacion_entidades").set_index("cve_ent")
    for columna in df.columns[df.dtypes == "int64"]:
        assert df.drop(index="00")[columna].sum() == df.loc["00", columna]
    suma = df["inegi_censo_2010_hombres"] + df["inegi_censo_2010_mujeres"]
    assert (suma == df["inegi_censo_2010"]).all()


def test_a_caller_cannot_damage_the_cache():
    df = serie("inpc")
    df["inpc"] = 0.0
    df.attrs["unidades"].clear()
    assert inpc_promedio(2010) > 0
    assert serie("inpc")["inpc"].min() > 0
    assert serie("inpc").attrs["unidades"]


def test_a_damaged_series_is_told(tmp_path, monkeypatch):
    (tmp_path / "referencia").mkdir()
    (tmp_path / "referencia" / "uma.csv").write_text("anio,uma_diaria\n2016,x\n", encoding="utf-8")
    monkeypatch.setattr(series, "RAIZ", tmp_path)
    series._serie.cache_clear()
    with pytest.raises(DatoInvalido, match=r"uma\.csv, fila 1.*vigencia_desde"):
        serie("uma")
    series._serie.cache_clear()
