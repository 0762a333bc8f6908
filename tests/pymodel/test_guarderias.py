"""Guarderías: indicators of the two reports, demand, expenditure, scenarios, article 211."""

import numpy as np
import pytest

from pymodel import datos, guarderias
from pymodel.errores import DatoInvalido

FILAS = [
    ["Delegación", "Guarderías", "Capacidad instalada", "Niños inscritos", "Pendientes"],
    ["Jalisco", 96, 15776, 14019, 5054],
    ["Sinaloa", 47, 7300, 7005, 4127],
]


def tabla(documento, id):
    return [list(r) for r in datos.celdas(datos.tabla(documento, id))]


def con_encabezado(documento, id):
    df = datos.tabla(documento, id)
    return [list(df.columns), *df.to_numpy(dtype=object).tolist()]


def test_the_published_tables_are_read_as_they_are():
    de_2005 = guarderias.leer_indicadores(con_encabezado("ifa2005", "cuadro_iii_2"))
    de_2010 = guarderias.leer_indicadores(con_encabezado("ifa2010", "cuadro_iv_7"))
    assert (len(de_2005.delegacion), len(de_2010.delegacion)) == (36, 38)
    assert de_2005.inscritos[-1] == 190_057
    assert de_2010.demanda[-1] == 241_261
    peores = sorted(zip(de_2010.lugar_cobertura, de_2010.delegacion, strict=True))[1:4]
    assert [p[1] for p in peores] == ["Sinaloa", "Baja California Sur", "Nuevo León"]
    peores = sorted(zip(de_2005.lugar_no_atendida, de_2005.delegacion, strict=True))[1:6]
    # IFA 2005, L2592
    assert [p[1] for p in peores] == ["Sinaloa", "Tabasco", "Nuevo León", "Sonora", "Querétaro"]


def test_without_a_header_the_order_of_the_table_holds():
    for documento, id in (("ifa2005", "cuadro_iii_2"), ("ifa2010", "cuadro_iv_7")):
        entera = con_encabezado(documento, id)
        con, sin = guarderias.leer_indicadores(entera), guarderias.leer_indicadores(entera[1:])
        for a, b in zip(con, sin, strict=True):
            assert list(a) == list(b)
    cinco = guarderias.leer_indicadores(FILAS[1:])
    np.testing.assert_array_equal(cinco.demanda, guarderias.leer_indicadores(FILAS).demanda)


def test_indicators_by_hand():
    i = guarderias.leer_indicadores(FILAS)
    assert i.delegacion == ("Jalisco", "Sinaloa", "Total")
    np.testing.assert_allclose(i.demanda, [19073, 11132, 30205])
    np.testing.assert_allclose(i.cobertura, [15776 / 19073, 7300 / 11132, 23076 / 30205])
    np.testing.assert_allclose(i.ocupacion, [14019 / 15776, 7005 / 7300, 21024 / 23076])
    np.testing.assert_allclose(i.no_atendida, [5054 / 19073, 4127 / 11132, 9181 / 30205])
    assert list(i.lugar_cobertura) == [2, 1, 0]
    assert list(i.lugar_no_atendida) == [2, 1, 0]


@pytest.mark.parametrize(
    ("cambio", "texto"),
    [
        (lambda f: f.append(["Total", 143, 23076, 21024, 9180]), "pendientes: se encontró 9180"),
        (lambda f: f.append(["Sinaloa", 1, 1, 1, 1]), "cada delegación una vez"),
        (lambda f: f[1].__setitem__(1, -3), "guarderias de Jalisco: se encontró -3"),
        (lambda f: f[2].__setitem__(2, "muchos"), "fila 3 (Sinaloa), capacidad"),
        (lambda f: f[0].__setitem__(4, "Otra"), "también pendientes"),
        (lambda f: [r.append(x) for r, x in zip(f, ["Demanda", 19073, 99], strict=True)], "11132"),
    ],
)
def test_what_does_not_add_up_is_told_before_computing(cambio, texto):
    filas = [list(f) for f in FILAS]
    cambio(filas)
    with pytest.raises(DatoInvalido) as error:
        guarderias.leer_indicadores(filas)
    assert texto in str(error.value)


def test_weightings_of_the_cost():
    costos, ninos = [1382.0, 1864.0, 2858.0], [857.0, 160_458.0, 215.0]
    assert guarderias.costo_medio(costos) == pytest.approx(2034.67, abs=0.01)
    assert guarderias.costo_medio(costos, ninos) == pytest.approx(1862.77, abs=0.01)
    with pytest.raises(DatoInvalido, match="peso"):
        guarderias.costo_medio(costos, [0.0, 0.0, 0.0])


def test_potential_demand_from_certificates():
    con, sin = [100.0, 110.0, 120.0, 130.0, 140.0], [10.0, 20.0, 30.0, 40.0, 50.0]
    np.testing.assert_allclose(
        guarderias.demanda_potencial_maxima(con, sin), [460 + 50.0, 500 + 70.0]
    )
    with pytest.raises(DatoInvalido, match="3 años"):
        guarderias.demanda_potencial_maxima(con[:3], sin[:3])


def test_marginal_place_costs_twelve_fees():
    uno, otro = guarderias.gasto(2008, [300_000.0, 301_000.0])
    assert (otro - uno) * 1e6 / 1000 == pytest.approx(12 * 2092.30)
    with pytest.raises(DatoInvalido, match="capacidad directa"):
        guarderias.gasto(2008, [20_000.0])


def test_scenarios():
    c = guarderias.cobertura
    assert c(2, 2005) == pytest.approx(217_589 / 635_063.8)
    assert c(2, 2010) == pytest.approx(0.5)
    assert c(2, 2012, {"meta": 0.8, "anio_meta": 2015, "cobertura_inicial": 0.4}) == pytest.approx(
        0.4 * 2 ** (7 / 10)
    )
    assert c(1, 2003) == pytest.approx(0.267299)
    assert c(1, 2006, {"tendencia_a": 0.3, "tendencia_b": 0.5}) == pytest.approx(0.6)
    propias = {"ingresos": 1000.0, "costo_nino_mes": 2000.0, "demanda_potencial_real": 100_000.0}
    assert c(3, 2020, {**propias, "administracion": 0.1}) == pytest.approx(0.9 * 1e9 / 24_000 / 1e5)
    assert c(3, 2010, {"administracion": 0.0633}) < c(3, 2010)


@pytest.mark.parametrize(
    ("argumentos", "texto"),
    [
        ((4, 2008), "escenario"),
        ((1, 2002), "anio"),
        ((2, 2011), "anio"),
        ((3, 2011), "anio"),
        ((2, 2008, {"meta": 50}), "¿quiso decir 0.5?"),
        ((2, 2008, {"metas": 0.5}), "una de: tendencia_a"),
    ],
)
def test_bad_scenarios(argumentos, texto):
    with pytest.raises(DatoInvalido) as error:
        guarderias.cobertura(*argumentos)
    assert texto in str(error.value)


def test_article_211():
    p = guarderias.prueba_art211([100.0, 100.0], [80.0, 81.0])
    np.testing.assert_allclose(p.ingreso, [80.0, 80.0])
    np.testing.assert_allclose(p.resultado, [0.0, -1.0])
    np.testing.assert_allclose(p.parte_requerida, [0.80, 0.81])
    for cop, gasto in (([0.0], [1.0]), ([1.0], [-1.0]), ([1.0, 2.0], [1.0])):
        with pytest.raises(DatoInvalido):
            guarderias.prueba_art211(cop, gasto)
