"""The set-based imputation against one person by person, the rules one by one, totals."""

import polars as pl
import pytest
from censo_ingenuo import imputar as ingenua
from hypothesis import given, settings
from hypothesis import strategies as st

from pymodel import datos
from pymodel.cobertura import columnas as c
from pymodel.cobertura import imputacion, sintetico
from pymodel.microdatos import RENGLON, revisar

PERSONA = {
    "hogar": "A",
    "entidad": 9,
    "factor": 10.0,
    "parentesco": c.HIJO,
    "edad": 10,
    "sexo": c.MUJER,
    "derechohabiencia": c.NINGUNA,
    "discapacidad": c.NO,
    "asistencia": c.NO,
    "estado_conyugal": c.SOLTERO,
    "actividad": 7,
}


def tabla(personas):
    filas = [{RENGLON: i, **PERSONA, **p} for i, p in enumerate(personas, start=1)]
    buenas, malas = revisar(pl.DataFrame(filas, infer_schema_length=None), c.PERSONAS)
    assert malas.is_empty(), malas
    return buenas


def comparar(personas):
    hecho = imputacion.imputar(personas)
    imputadas, hogares, malos = ingenua(personas.to_dicts())
    resultado = {f[RENGLON]: (f["regla"], bool(f["nucleo"])) for f in hecho.personas.to_dicts()}
    assert resultado == imputadas
    assert {
        f["hogar"]: (f["integrantes"], f["asegurados"], f["clase"], bool(f["sujeto"]))
        for f in hecho.hogares.to_dicts()
    } == hogares
    assert set(hecho.malos[RENGLON]) == malos
    return hecho


@pytest.mark.parametrize("semilla", [1, 2])
def test_synthetic_sample_person_by_person(semilla):
    hecho = comparar(sintetico.muestra(6_000, semilla).with_row_index(RENGLON, offset=1))
    # A test that compares nothing proves nothing: every rule and every class occurs.
    assert set(hecho.personas["regla"]) == set(imputacion.REGLAS)
    assert set(hecho.hogares["clase"]) == set(imputacion.CLASES)


def test_households_in_any_order():
    muestra = sintetico.muestra(500, 3).with_row_index(RENGLON, offset=1)
    mezclada = comparar(muestra.sample(fraction=1.0, shuffle=True, seed=5))
    derecha = imputacion.imputar(muestra)
    assert mezclada.personas.sort(RENGLON).equals(derecha.personas.sort(RENGLON))
    assert derecha.personas[RENGLON].to_list() == muestra[RENGLON].to_list()


codigo = {
    "parentesco": st.integers(1, 9),
    "edad": st.sampled_from([0, 15, 16, 17, 18, 25, 26, 55, 56, 64, 65, 999]),
    "sexo": st.sampled_from([1, 2, None]),
    "derechohabiencia": st.sampled_from([1, 2, 3, 4, 5, 9]),
    "discapacidad": st.sampled_from([1, 2, 9]),
    "asistencia": st.sampled_from([1, 2, 9, None]),
    "estado_conyugal": st.sampled_from([1, 2, 3, 9, None]),
    "actividad": st.sampled_from([1, 2, 3, 5, 6, 9, None]),
    "entidad": st.just(9),
}
personas = st.fixed_dictionaries({"hogar": st.sampled_from("ABC"), **codigo})


@settings(max_examples=60, deadline=None)
@given(st.lists(personas, min_size=1, max_size=14))
def test_any_household(filas):
    # One head in most households, so that most are imputed.
    vistos = set()
    for f in filas:
        f["parentesco"] = 1 if f["hogar"] not in vistos else f["parentesco"]
        vistos.add(f["hogar"])
    comparar(tabla(filas))


JEFE = {"parentesco": c.JEFE, "edad": 40, "sexo": c.HOMBRE, "actividad": c.TRABAJA}
IMSS = {**JEFE, "derechohabiencia": c.IMSS}
ISSSTE = {**JEFE, "derechohabiencia": c.ISSSTE}
JEFA = {**ISSSTE, "sexo": c.MUJER}
ESPOSA = {"parentesco": c.CONYUGE, "edad": 38, "sexo": c.MUJER, "estado_conyugal": 2}
ESPOSO = {**ESPOSA, "sexo": c.HOMBRE}
ESTUDIA = {"asistencia": c.SI, "actividad": 3}


@pytest.mark.parametrize(
    ("titular", "persona", "esperada"),
    [
        (IMSS, ESPOSA, 11),
        (IMSS, {**ESPOSA, "actividad": 1}, 11),
        (IMSS, ESPOSO, 12),
        (IMSS, {**ESPOSO, "actividad": 1}, 0),
        (IMSS, {**ESPOSO, "sexo": None, "actividad": 1}, 11),
        (IMSS, {"edad": 15}, 13),
        (IMSS, {"edad": 15, "actividad": 1}, 13),
        (IMSS, {"edad": 16}, 0),
        (IMSS, {"edad": 999}, 0),
        (IMSS, {"edad": 16, **ESTUDIA}, 14),
        (IMSS, {"edad": 25, **ESTUDIA, "estado_conyugal": 2}, 14),
        (IMSS, {"edad": 26, **ESTUDIA}, 0),
        (IMSS, {"edad": 50, "discapacidad": c.SI}, 14),
        (IMSS, {"edad": 50, "discapacidad": c.SI, "actividad": 1}, 0),
        (IMSS, {"edad": 50, "actividad": 6}, 14),
        (IMSS, {"parentesco": c.PADRE, "edad": 70, "actividad": c.TRABAJA}, 15),
        (IMSS, {"parentesco": c.SUEGRO, "edad": 70}, 0),
        (IMSS, {"parentesco": c.NIETO, "edad": 3}, 0),
        (ISSSTE, ESPOSA, 21),
        (ISSSTE, {"edad": 17}, 22),
        (ISSSTE, {"edad": 17, "actividad": 1}, 0),
        (ISSSTE, {"edad": 18, **ESTUDIA}, 23),
        (ISSSTE, {"edad": 25, **ESTUDIA}, 23),
        (ISSSTE, {"edad": 25, **ESTUDIA, "estado_conyugal": 3}, 0),
        (ISSSTE, {"edad": 25, "asistencia": c.SI, "actividad": 1}, 0),
        (ISSSTE, {"edad": 26, **ESTUDIA}, 0),
        (ISSSTE, {"edad": 30, "discapacidad": c.SI}, 24),
        (JEFA, ESPOSO, 0),
        (JEFA, {**ESPOSO, "edad": 55}, 0),
        (JEFA, {**ESPOSO, "edad": 56}, 25),
        (JEFA, {**ESPOSO, "discapacidad": c.SI}, 25),
        (JEFA, {**ESPOSO, "discapacidad": c.SI, "actividad": c.PENSIONADO}, 0),
        (ISSSTE, {"parentesco": c.PADRE, "edad": 60}, 26),
        (ISSSTE, {"parentesco": c.PADRE, "edad": 60, "actividad": c.TRABAJA}, 0),
        ({**JEFE, "derechohabiencia": c.PEMEX}, {"edad": 5}, 0),
        ({**IMSS, "actividad": 7}, {"edad": 5}, 13),
        (IMSS, {"edad": 30, "derechohabiencia": c.OTRA}, 2),
        (IMSS, {"edad": 30, "derechohabiencia": c.OTRA, "actividad": 1}, 1),
        (JEFE, {"edad": 30, "derechohabiencia": 9}, 0),
    ],
)
def test_each_rule_at_its_bounds(titular, persona, esperada):
    hecho = comparar(tabla([titular, persona]))
    assert hecho.personas["regla"][1] == esperada
    assert hecho.personas["asegurado"][1] == (esperada > 0)


def test_rights_that_come_from_children_and_in_laws():
    hijo = {"edad": 30, "derechohabiencia": c.ISSSTE, "actividad": 1}
    abuelo = {"parentesco": c.PADRE, "edad": 80}
    hecho = comparar(tabla([{**JEFE, "actividad": 4}, ESPOSA, hijo, abuelo]))
    assert hecho.personas["regla"].to_list() == [26, 26, 1, 26]
    # A member who only declares gives rights to nobody.
    hecho = comparar(tabla([JEFE, ESPOSA, {**hijo, "actividad": 7}]))
    assert hecho.personas["regla"].to_list() == [0, 0, 2]


def test_both_institutions_name_the_imss():
    hecho = comparar(tabla([ISSSTE, {**ESPOSA, "derechohabiencia": c.IMSS, "actividad": 1}, {}]))
    assert hecho.personas["institucion"].to_list() == [c.ISSSTE, c.IMSS, c.IMSS]


@pytest.mark.parametrize(
    ("persona", "dentro"),
    [
        ({"edad": 17}, 1),
        ({"edad": 18}, 0),
        ({"edad": 25, **ESTUDIA}, 1),
        ({"edad": 26, **ESTUDIA}, 0),
        ({"edad": 40, "discapacidad": c.SI}, 1),
        ({"parentesco": c.PADRE, "edad": 64}, 0),
        ({"parentesco": c.SUEGRO, "edad": 65}, 1),
        ({"parentesco": c.PADRE, "edad": 65, "actividad": c.PENSIONADO}, 0),
        ({"parentesco": c.NIETO, "edad": 17}, 1),
        ({"parentesco": c.SIN_PARENTESCO, "edad": 10}, 0),
    ],
)
def test_family_nucleus(persona, dentro):
    assert comparar(tabla([JEFE, persona])).personas["nucleo"].to_list() == [1, dentro]


def test_households_that_do_not_hold_together():
    sana, sin, dos, mezcla = (
        [{**JEFE, "hogar": "A"}],
        [{"hogar": "B"}, {"hogar": "B"}],
        [{**JEFE, "hogar": "C"}, {**JEFE, "hogar": "C"}],
        [{**JEFE, "hogar": "D"}, {"hogar": "D", "factor": 11.0}],
    )
    hecho = comparar(tabla([*sana, *sin, *dos, *mezcla]))
    mensajes = dict(hecho.malos.sort(RENGLON).rows())
    assert mensajes[2] == "hogar «B»: se encontró 0 jefes; se esperaba uno"
    assert mensajes[4] == "hogar «C»: se encontró 2 jefes; se esperaba uno"
    assert "entidades o factores distintos" in mensajes[7]
    assert hecho.hogares["hogar"].to_list() == ["A"]


def test_totals_by_state_expand_and_add_up():
    muestra = sintetico.muestra(3_000, 4).with_row_index(RENGLON, offset=1)
    hecho = imputacion.imputar(muestra)
    total = imputacion.por_entidad(hecho.hogares)
    assert total["poblacion"].sum() == pytest.approx(muestra["factor"].sum())
    asegurados = hecho.personas.filter(pl.col("asegurado") == 1)["factor"].sum()
    assert total["asegurada"].sum() == pytest.approx(asegurados)
    clases = total.select(pl.sum_horizontal(pl.col("^hogares_clase_.$"))).to_series()
    assert clases.to_list() == pytest.approx(total["hogares"].to_list())
    sujetos = (total["hogares_clase_2"] + total["hogares_clase_4"]).to_list()
    assert total["hogares_sujetos"].to_list() == pytest.approx(sujetos)
    partes = [imputacion.por_entidad(hecho.hogares[a:b]) for a, b in ((0, 1_000), (1_000, 3_000))]
    suma = pl.concat(partes).group_by("entidad").agg(pl.all().sum()).sort("entidad")
    assert suma["no_asegurada_en_sujetos"].to_list() == pytest.approx(
        total["no_asegurada_en_sujetos"].to_list()
    )


def test_ages_come_from_the_law(monkeypatch):
    original = datos.parametro
    monkeypatch.setattr(
        datos,
        "parametro",
        lambda n, *r, **k: 18 if n == "imss_hijo_edad_limite" else original(n, *r, **k),
    )
    hecho = imputacion.imputar(tabla([IMSS, {"edad": 17}]))
    assert hecho.personas["regla"].to_list() == [1, 13]


def test_the_synthetic_sample_is_repeatable_and_labelled():
    una, otra = sintetico.muestra(300, 8), sintetico.muestra(300, 8)
    assert una.equals(otra)
    assert not una.equals(sintetico.muestra(300, 9))
    assert una["hogar"].str.starts_with("SINT").all()
    assert una.columns == [x.nombre for x in c.PERSONAS]
    assert revisar(una.with_row_index(RENGLON), c.PERSONAS)[1].is_empty()
