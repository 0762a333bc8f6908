"""Statistics of rentas vitalicias, against the printed tables and by hand."""

import numpy as np
import pytest

from pymodel import datos
from pymodel.errores import DatoInvalido
from pymodel.rentas_vitalicias import (
    Rentas,
    a_precios,
    estadisticas,
    impacto_decimo_cuarto,
    otorgadas,
    por_asegurados,
    sumar,
)


def test_by_hand():
    e = estadisticas([[10, 0], [20, 5]], [[4.0, 0.0], [10.0, 5.0]])
    assert e.casos.tolist() == [[10, 0, 10], [20, 5, 25], [30, 5, 35]]
    assert e.montos.tolist() == [[4, 0, 4], [10, 5, 15], [14, 5, 19]]
    np.testing.assert_allclose(e.promedio[:2], [[400, np.nan, 400], [500, 1000, 600]])
    np.testing.assert_allclose(e.variacion_casos, [[1.0, np.nan, 1.5]])
    np.testing.assert_allclose(e.variacion_promedio, [[0.25, np.nan, 0.5]])
    np.testing.assert_allclose(e.participacion, [[1, 0], [2 / 3, 1 / 3], [14 / 19, 5 / 19]])


@pytest.mark.parametrize("seguro", ["srt", "siv"])
def test_averages_of_2010_are_the_printed_ones(seguro):
    r = otorgadas(seguro)
    assert r.anios.tolist() == list(range(1997, 2011))
    impreso = datos.tabla("ifa2010", {"srt": "cuadro_a_1", "siv": "cuadro_a_2"}[seguro])
    columnas = [c for c in impreso.columns if str(c).endswith("_mc_promedio_miles_pesos")]
    e = estadisticas(r.casos, r.montos)
    np.testing.assert_allclose(e.promedio, impreso[columnas].to_numpy(float), atol=0.5)


@pytest.mark.parametrize(("seguro", "cuadro"), [("srt", "cuadro_ii_2"), ("siv", "cuadro_ii_8")])
def test_both_reports_tell_the_same_years(seguro, cuadro):
    """1997-2005 of A.1 and A.2 are II.2 and II.8, whose types they gather in two."""
    antes, despues = otorgadas(seguro, "ifa2005"), otorgadas(seguro)
    assert len(antes.tipos) == 5
    np.testing.assert_array_equal(antes.casos[:, 0], despues.casos[:9, 0])
    np.testing.assert_array_equal(antes.casos[:, 1:].sum(axis=1), despues.casos[:9, 1])
    np.testing.assert_allclose(
        antes.montos[:, 1:].sum(axis=1), despues.montos[:9, 1], atol=0.0025 + 1e-9
    )
    impreso = datos.tabla("ifa2005", cuadro)
    viudez = impreso[(impreso["grupo"] == "Viudez") & (impreso["concepto"] == "MC promedio")]
    e = estadisticas(antes.casos, antes.montos)
    anuales = [str(a) for a in antes.anios]
    np.testing.assert_allclose(e.promedio[:-1, 1], viudez[anuales].to_numpy(float)[0], atol=0.0501)


def test_printed_variations_of_2005():
    impreso = datos.tabla("ifa2005", "cuadro_ii_2").set_index(["grupo", "concepto"])
    r = otorgadas("srt", "ifa2005")
    e = estadisticas(r.casos, r.montos)
    renglon = "Variación respecto al año anterior"
    anuales = [str(a) for a in r.anios[1:]]
    for concepto, calculada in (
        ("Casos", e.variacion_casos),
        ("Montos Constitutivos(MC)", e.variacion_montos),
        ("MC promedio", e.variacion_promedio),
    ):
        publicada = impreso.loc[(renglon, concepto), anuales].to_numpy(float)
        np.testing.assert_allclose(100 * calculada[:, -1], publicada, atol=0.0501, err_msg=concepto)


def test_rate_per_insured_of_2005():
    impreso = datos.tabla("ifa2005", "cuadro_ii_8").set_index("concepto")
    r = otorgadas("siv", "ifa2005")
    anuales = [str(a) for a in r.anios]
    asegurados = impreso.loc["Asegurados I.V.", anuales].to_numpy(float)
    (tasa,) = (c for c in impreso.index if c.startswith("Relación de rentas"))
    publicada = impreso.loc[tasa, anuales].to_numpy(float)
    calculada = por_asegurados(r.casos.sum(axis=1), asegurados)
    np.testing.assert_allclose(calculada, publicada, atol=0.0501)


def test_both_insurances_together():
    """Digest ifa2005_b, M25: cases and thousand pesos of SRT + SIV."""
    junta = sumar(otorgadas("srt", "ifa2005"), otorgadas("siv", "ifa2005"))
    casos = [4508, 23529, 24649, 27484, 30978, 15477, 5843, 6176, 7922]
    assert junta.casos.sum(axis=1).tolist() == casos
    miles = 1000 * junta.montos.sum(axis=1)
    np.testing.assert_allclose(miles[[1, 4, 8]], [7733189, 13532206, 4180653], atol=2)


def test_the_effect_of_the_transitorio_is_not_in_the_tables():
    """With it, the average MC of 2004 would be 57 % above that of its neighbours."""
    assert impacto_decimo_cuarto() == 1822.0
    junta = sumar(otorgadas("srt"), otorgadas("siv"))
    promedio = estadisticas(junta.casos, junta.montos).promedio[:-1, -1]
    en_2004 = junta.anios.tolist().index(2004)
    assert abs(promedio[en_2004] / promedio[[en_2004 - 1, en_2004 + 1]].mean() - 1) < 0.02


def test_constant_pesos():
    r = otorgadas("srt")
    real = a_precios(r, 2010)
    assert (real.precios, r.precios) == ("2010", "corrientes")
    np.testing.assert_allclose(real.montos[-1], r.montos[-1])
    factor = datos.inpc_promedio(2010) / datos.inpc_promedio(1997)
    np.testing.assert_allclose(real.montos[0], factor * r.montos[0])
    np.testing.assert_array_equal(real.casos, r.casos)


@pytest.mark.parametrize(
    ("llamada", "texto"),
    [
        (lambda: otorgadas("sem"), "seguro: se encontró «sem»; "),
        (lambda: otorgadas("srt", "sps2006"), "documento: se encontró «sps2006»; "),
        (lambda: estadisticas([1, 2], [[1, 2], [3, 4]]), "casos y montos: se encontró 2×1 y 2×2"),
        (lambda: estadisticas([1, -2], [1, 2]), "casos, valor 2: se encontró -2; "),
        (lambda: estadisticas([1, 0], [1, 2]), "montos, fila 2, columna 1: se encontró 2; "),
        (lambda: por_asegurados([1.0], [0.0]), "asegurados, valor 1: se encontró 0; "),
        (lambda: a_precios(a_precios(otorgadas("srt"), 2010), 2005), "pesos de 2010; se esperaba"),
        (lambda: sumar(otorgadas("srt"), otorgadas("srt", "ifa2005")), "años o precios distintos"),
    ],
)
def test_refusals(llamada, texto):
    with pytest.raises(DatoInvalido) as error:
        llamada()
    assert texto in str(error.value)


def test_a_table_of_the_analyst():
    propia = Rentas(np.array([2009, 2010]), ("a",), np.ones((2, 1)), np.ones((2, 1)), "corrientes")
    assert a_precios(propia, 2010).montos[0, 0] > 1.0
