"""Follow-up of indicators: progress, classes, compliance, averages, any table."""

import math

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pymodel import indicadores as ind
from pymodel.errores import DatoInvalido

cifras = st.floats(-1e6, 1e6)


@given(cifras, cifras, cifras)
def test_progress_does_not_depend_on_the_unit_nor_on_the_sense(base, meta, valor):
    if abs(meta - base) < 1e-3:
        return
    a = ind.avance_sexenal(base, meta, valor)[0]
    assert ind.avance_sexenal(-base, -meta, -valor)[0] == pytest.approx(a)
    assert ind.avance_sexenal(base / 8, meta / 8, valor / 8)[0] == pytest.approx(a)
    assert ind.avance_sexenal(base, meta, meta)[0] == pytest.approx(100)
    assert ind.avance_sexenal(base, meta, base)[0] == 0


def test_progress_of_columns_and_of_a_constant():
    avance = ind.avance_sexenal([0, 100, 5], [10, 50, 5], [4, 75, 5])
    np.testing.assert_array_equal(avance, [40, 50, np.nan])
    with pytest.raises(DatoInvalido, match="la misma longitud"):
        ind.avance_sexenal([1, 2], [1, 2, 3], [1, 2])


@pytest.mark.parametrize(
    ("avance", "clase"),
    [
        (-1000, "Muy rezagado"),
        (4.999, "Muy rezagado"),
        (5, "Rezagado"),
        (15.995, "Rezagado"),
        (16, "Insuficiente"),
        (26.99, "Insuficiente"),
        (27, "Adecuado"),
        (34.999, "Adecuado"),
        (35, "Avanzado"),
        (41.5, "Avanzado"),
        (42, "Avanzado"),
        (42.001, "Superado"),
        (5000, "Superado"),
        (math.nan, "NA"),
    ],
)
def test_classes_at_their_bounds(avance, clase):
    assert ind.clase_avance(avance) == [clase]


def test_a_bound_that_arithmetic_misses_by_a_hair():
    for corte, clase in ((16, "Insuficiente"), (27, "Adecuado"), (35, "Avanzado")):
        assert ind.clase_avance(np.nextafter(corte, 0)) == [clase]
    assert ind.clase_avance(np.nextafter(42, 100)) == ["Avanzado"]


@pytest.mark.parametrize(
    ("base", "meta", "valor", "sentido", "esperado"),
    [
        (22, 26, 11.9, "ascendente", "Retroceso"),
        (22, 26, 24.69, "ascendente", "No alcanzada"),
        (22, 26, 24.71, "ascendente", "Alcanzada"),
        (22, 26, 31.2, "ascendente", "Alcanzada"),
        (22, 26, 31.21, "ascendente", "Logro muy superado"),
        (135.6, 130.5, 145.5, "descendente", "Retroceso"),
        (135.6, 100, 106, "descendente", "No alcanzada"),
        (135.6, 100, 105, "descendente", "Alcanzada"),
        (135.6, 100, 80, "descendente", "Logro muy superado"),
        (135.6, 100, 0, "descendente", "Logro muy superado"),
        (93.9, 95, 80, "constante", "No alcanzada"),
        (93.9, 95, 94.5, "constante", "Alcanzada"),
        (14246, 0, 3578, "descendente", "NA"),
        (0, 0, 5, "ascendente", "NA"),
        (64, 57, 32, "ascendente", "-"),
        (57, 64, 32, "descendente", "-"),
        (0.68, 0.68, 0.68, "ascendente", "Alcanzada"),
    ],
)
def test_compliance(base, meta, valor, sentido, esperado):
    assert ind.cumplimiento(base, meta, valor, sentido) == esperado


@pytest.mark.parametrize(
    ("argumentos", "mensaje"),
    [
        ((1, -1, 1, "ascendente"), "meta: se encontró -1"),
        ((1, 1, -1, "ascendente"), "valor: se encontró -1"),
        ((1, 1, 1, "lateral"), "sentido: se encontró «lateral»"),
        (("a", 1, 1, "constante"), "linea_base: se encontró «a»"),
    ],
)
def test_compliance_refuses(argumentos, mensaje):
    with pytest.raises(DatoInvalido, match=mensaje):
        ind.cumplimiento(*argumentos)


def test_compliance_of_columns_names_the_row():
    hecho = ind.cumplimientos([22, 64], [26, 57], [25, 32], ["ascendente", "ascendente"])
    assert hecho == ["Alcanzada", "-"]
    assert ind.cumplimientos([22, 22], [26, 26], [25, 10], "ascendente")[1] == "Retroceso"
    with pytest.raises(DatoInvalido, match="valor, valor 2: se encontró -3"):
        ind.cumplimientos([22, 22], [26, 26], [25, -3], "ascendente")
    with pytest.raises(DatoInvalido, match="la misma longitud"):
        ind.cumplimientos([22, 22, 1], [26, 26, 1], [25, 3, 1], ["ascendente"] * 2)


def test_the_table_of_coneval():
    s = ind.seguimiento(ind.cuadro_coneval())
    c = s.cuadro
    assert (c["clase"] == c["clase_impresa"]).all()
    assert (c["cumplimiento"] == c["cumplimiento_impreso"]).all()
    assert s.promedio == (pytest.approx(35.238, abs=5e-4), 8, 8, 2)
    tipos = s.conteo("tipo").set_index("tipo")["indicadores"].to_dict()
    assert tipos == {"Meta para el Bienestar": 6, "Parámetro": 12}
    assert s.conteo("clase")["proporcion"].sum() == pytest.approx(1)
    with pytest.raises(DatoInvalido, match="columna"):
        s.conteo("color")


def test_mean_without_outliers():
    p = ind.promedio_avance([-20.01, -20, 0, 120, 120.01, math.nan])
    assert p == (pytest.approx(100 / 3), 3, 2, 1)
    assert math.isnan(ind.promedio_avance([500.0]).promedio)


BUENO = {
    "indicador": "x",
    "sentido": "ascendente",
    "linea_base": 0.0,
    "meta_intermedia": 5.0,
    "meta": 10.0,
    "valor": 4.0,
}


def test_any_other_table():
    tabla = pd.DataFrame([BUENO, {**BUENO, "sentido": " Constante "}, {**BUENO, "meta": -10.0}])
    cuadro = ind.seguimiento(tabla.assign(area=["a", "b", "c"])).cuadro
    assert cuadro["clase"].to_list() == ["Avanzado", "NA", "-"]
    assert cuadro["cumplimiento"].to_list() == ["No alcanzada", "No alcanzada", "-"]
    assert cuadro["area"].to_list() == ["a", "b", "c"]


@pytest.mark.parametrize(
    ("cambio", "mensaje"),
    [
        ({"valor": None}, "fila 2 («x»), valor"),
        ({"valor": "4"}, "fila 2 («x»), valor"),
        ({"valor": -4.0}, "fila 2 («x»): valor: se encontró -4"),
        ({"sentido": "arriba"}, "fila 2 («x»), sentido: se encontró «arriba»"),
        ({"sentido": None}, "fila 2 («x»), sentido"),
    ],
)
def test_a_bad_row_is_named(cambio, mensaje):
    with pytest.raises(DatoInvalido) as error:
        ind.seguimiento(pd.DataFrame([BUENO, {**BUENO, **cambio}], dtype=object))
    assert str(error.value).startswith(mensaje)


def test_tables_that_cannot_be_followed():
    with pytest.raises(DatoInvalido, match="sin sentido, meta"):
        ind.seguimiento(pd.DataFrame([BUENO]).drop(columns=["sentido", "meta"]))
    with pytest.raises(DatoInvalido, match="ningún renglón"):
        ind.seguimiento(pd.DataFrame(columns=ind.COLUMNAS))
