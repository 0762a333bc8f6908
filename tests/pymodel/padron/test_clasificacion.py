"""The classification of the padrón against one family by family."""

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pymodel.microdatos import ERROR, RENGLON, revisar
from pymodel.padron import clasificacion, columnas, sintetico


def hogar_de(f):
    """Class of a family, written from the report."""
    visita = f["resultado"]
    if visita is None:
        return "no visitada"
    if visita in (10, 11):
        return "domicilio no localizado"
    if visita in (7, 8):
        return "familia no localizada"
    if visita != 1:
        return "sin respuesta"
    if f["afiliados"]:
        return "hogar SPS"
    return "familia no localizada" if f["ausentes"] == f["listados"] else "hogar no SPS"


def caso_de(f):
    if hogar_de(f) != "hogar SPS":
        return 0
    if f["afiliados"] == f["listados"]:
        return 12 if f["otros_afiliados"] else 11
    ambos = bool(f["no_afiliados"]) and bool(f["ausentes"])
    return 23 if ambos else (21 if f["no_afiliados"] else 22)


def ingenua(familias):
    """{renglon: (hogar, caso, regimen)} and {bad row}."""
    vistas, buenas, malas = set(), {}, set()
    for f in sorted(familias, key=lambda f: f[RENGLON]):
        suma = sum(f[n] or 0 for n in ("afiliados", "no_afiliados", "ausentes"))
        repetida = f["familia"] in vistas
        vistas.add(f["familia"])
        if repetida or (f["resultado"] == 1 and suma != f["listados"]):
            malas.add(f[RENGLON])
            continue
        decil = f["decil"]
        regimen = "sin decil" if decil is None else "contributivo"
        if decil in (1, 2):
            regimen = "no contributivo"
        buenas[f[RENGLON]] = (hogar_de(f), caso_de(f), regimen)
    return buenas, malas


def comparar(crudas):
    revisadas, rotas = revisar(crudas, columnas.familias())
    assert rotas.is_empty(), rotas
    hecho = clasificacion.clasificar(revisadas)
    buenas, malas = ingenua(revisadas.to_dicts())
    assert {
        f[RENGLON]: (
            clasificacion.HOGARES[f["hogar"]],
            f["caso"],
            clasificacion.REGIMENES[f["regimen"]],
        )
        for f in hecho.familias.to_dicts()
    } == buenas
    assert set(hecho.malos[RENGLON]) == malas
    return hecho


def test_synthetic_padron_family_by_family():
    hecho = comparar(sintetico.padron(20_000, 6).with_row_index(RENGLON, offset=1))
    assert set(hecho.familias["caso"]) == set(clasificacion.CASOS)
    assert set(hecho.familias["hogar"]) == set(clasificacion.HOGARES) - {clasificacion.NO_VISITADA}
    resumen = clasificacion.resumen(hecho.familias)
    assert resumen["familias"].sum() == hecho.familias.height
    assert resumen["expandidas"].sum() == pytest.approx(hecho.familias.height)


cuentas = st.one_of(st.none(), st.integers(0, 4))
familia = st.fixed_dictionaries(
    {
        "familia": st.sampled_from("ABCDEFGH"),
        "entidad": st.just(7),
        "centro": st.just("C"),
        "decil": st.one_of(st.none(), st.integers(1, 10)),
        "resultado": st.one_of(st.none(), st.just(1), st.integers(1, 12)),
        "listados": st.integers(1, 5),
        "afiliados": cuentas,
        "no_afiliados": cuentas,
        "ausentes": cuentas,
        "otros_afiliados": cuentas,
        "factor": st.one_of(st.none(), st.floats(0.5, 9)),
    }
)


@settings(max_examples=60, deadline=None)
@given(st.lists(familia, min_size=1, max_size=12))
def test_any_families(filas):
    comparar(pl.DataFrame(filas, infer_schema_length=None).with_row_index(RENGLON, offset=1))


def test_reasons_name_the_row():
    fila = {"familia": "A", "entidad": 7, "centro": "C", "resultado": 1, "listados": 3}
    bien = {**fila, "afiliados": 3, "no_afiliados": 0, "ausentes": 0}
    mal = {**fila, "familia": "B", "afiliados": 1, "no_afiliados": 1, "ausentes": 0}
    hecho = comparar(pl.DataFrame([bien, mal, bien]).with_row_index(RENGLON, offset=1))
    assert dict(hecho.malos.select(RENGLON, ERROR).rows()) == {
        2: "afiliados, no_afiliados y ausentes: se encontró que suman 2; se esperaba 3, "
        "los listados",
        3: "familia: se encontró «A» otra vez; se esperaba una sola (está en el renglón 1)",
    }


def test_large_counts_do_not_wrap_around():
    fila = {"familia": "A", "entidad": 7, "centro": "C", "resultado": 1, "listados": 99}
    suma = {**fila, "afiliados": 99, "no_afiliados": 99, "ausentes": 99}
    hecho = comparar(pl.DataFrame([suma]).with_row_index(RENGLON, offset=1))
    assert "suman 297" in hecho.malos[ERROR][0]


def test_the_synthetic_padron_is_repeatable_and_labelled():
    una = sintetico.padron(500, 8)
    assert una.equals(sintetico.padron(500, 8))
    assert not una.equals(sintetico.padron(500, 9))
    assert una["familia"].str.starts_with("SINT").all()
