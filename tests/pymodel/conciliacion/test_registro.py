"""The judge of the checks, and the registry as the workbook and the command line read it."""

import numpy as np
import pytest

from pymodel import conciliacion
from pymodel.conciliacion import registro
from pymodel.conciliacion.registro import Verificacion, juzgar
from pymodel.errores import DatoInvalido


def verificacion(publicado, calculado, tolerancia, **campos):
    return Verificacion(
        id="prueba.1",
        documento="prueba",
        tipo="identidad",
        descripcion="Prueba",
        unidad="mdp",
        calcular=lambda: (publicado, calculado),
        tolerancia=tolerancia,
        fuente="Ninguna",
        **campos,
    )


@pytest.mark.parametrize(
    ("calculado", "resultado"),
    [(100.0, "cumple"), (101.0, "cumple"), (99.0, "cumple"), (101.01, "no cumple")],
)
def test_absolute_tolerance_includes_its_limit(calculado, resultado):
    r = juzgar(verificacion(100.0, calculado, 1.0))
    assert r.resultado == resultado
    assert r.diferencia == pytest.approx(calculado - 100.0)
    assert r.tolerancia == 1.0


def test_zero_tolerance_asks_for_equality():
    assert juzgar(verificacion(7.0, 7.0, 0.0)).resultado == "cumple"
    assert juzgar(verificacion(7.0, 7.0 + 1e-6, 0.0)).resultado == "no cumple"


def test_decimal_tolerance_is_not_lost_to_binary_representation():
    assert abs(0.085 - 0.08) > 0.005
    assert juzgar(verificacion(0.08, 0.085, 0.005)).resultado == "cumple"


@pytest.mark.parametrize(("calculado", "resultado"), [(-202.0, "cumple"), (-202.1, "no cumple")])
def test_relative_tolerance_is_a_fraction_of_the_published_size(calculado, resultado):
    r = juzgar(verificacion(-200.0, calculado, 0.01, relativa=True))
    assert r.resultado == resultado
    assert r.tolerancia == pytest.approx(2.0)


def test_each_row_may_have_its_own_tolerance():
    tolerancia = np.array([1.0, 0.05])
    assert juzgar(verificacion([10.0, 2.0], [10.9, 2.04], tolerancia)).resultado == "cumple"
    r = juzgar(verificacion([10.0, 2.0], [10.9, 2.06], tolerancia))
    assert (r.resultado, r.publicado, r.calculado) == ("no cumple", 2.0, 2.06)


def test_worst_row_is_the_one_that_exceeds_its_tolerance_most():
    r = juzgar(verificacion([1000.0, 1.0, 5.0], [1001.0, 1.2, 5.0], 0.01, relativa=True))
    assert (r.publicado, r.calculado, r.comparaciones) == (1.0, 1.2, 3)
    assert r.tolerancia == pytest.approx(0.01)


def test_a_table_counts_every_figure():
    assert juzgar(verificacion(np.ones((3, 4)), np.ones((3, 4)), 0.0)).comparaciones == 12


def test_expected_failure_is_explained_only_if_it_fails():
    razon = "La fuente suma mal."
    falla = juzgar(verificacion(1.0, 2.0, 0.5, falla_esperada=razon))
    assert (falla.resultado, falla.explicado) == ("falla explicada", True)
    assert falla.explicacion == razon
    sorpresa = juzgar(verificacion(1.0, 1.0, 0.5, falla_esperada=razon))
    assert sorpresa.resultado == "cumple, se esperaba falla"
    assert not sorpresa.explicado


def test_unexpected_failure_is_not_explained():
    assert not juzgar(verificacion(1.0, 2.0, 0.5)).explicado
    assert juzgar(verificacion(1.0, 1.2, 0.5, nota="Redondeo.")).explicacion == "Redondeo."


@pytest.mark.parametrize("malo", [np.nan, np.inf])
@pytest.mark.parametrize("lado", ["publicado", "calculado"])
def test_missing_figure_is_an_error_not_a_pass(malo, lado):
    figuras = {"publicado": [1.0, 2.0], "calculado": [1.0, 2.0], lado: [1.0, malo]}
    v = verificacion(figuras["publicado"], figuras["calculado"], 1.0, falla_esperada="Falta.")
    with pytest.raises(ValueError, match=r"prueba\.1"):
        juzgar(v)


def test_shapes_must_agree():
    with pytest.raises(ValueError, match=r"prueba\.1.*\(2,\).*\(1,\)"):
        juzgar(verificacion([1.0, 2.0], 1.0, 5.0))


def test_result_is_made_of_plain_numbers():
    r = juzgar(verificacion(np.array([1.0]), np.array([1.5]), 1.0))
    assert {type(x) for x in (r.publicado, r.calculado, r.diferencia, r.tolerancia)} == {float}


# --- The registry -----------------------------------------------------------------------------

TODAS = conciliacion.verificaciones()


def test_ids_are_unique_across_digests():
    ids = [v.id for v in TODAS]
    assert sorted(set(ids)) == sorted(ids)


@pytest.mark.parametrize("campo", ["descripcion", "unidad", "fuente", "documento"])
def test_every_check_says_what_where_and_in_which_unit(campo):
    assert [v.id for v in TODAS if not str(getattr(v, campo)).strip()] == []


def test_every_check_belongs_to_its_digest():
    for v in TODAS:
        digest, _, resto = v.id.partition(".")
        assert digest in conciliacion.MODULOS
        assert resto
        assert v.documento in digest  # one digest covers three documents
        assert v.tipo in registro.TIPOS


def test_tolerances_are_never_negative():
    assert [v.id for v in TODAS if np.any(np.asarray(v.tolerancia) < 0.0)] == []


def test_calibrated_checks_name_their_constant():
    assert [v.id for v in TODAS if v.tipo == "calibrado" and not (v.nota or v.falla_esperada)] == []


def test_what_only_reads_the_print_is_not_called_a_check_of_the_model():
    tipos = {v.id: v.tipo for v in TODAS}
    impreso_entre_impreso = [
        "ifa2005_b.B84",
        "ifa2005_b.B87",
        "ifa2005_b.B196",
        *(f"ifa2010_a.C3-{n:02d}" for n in (1, 2, 3)),
        *(f"ifa2010_a.C4-{n:02d}" for n in (1, 2, 3, 4)),
        *(f"ifa2010_a.C6-{n:02d}" for n in (1, 2, 3)),
        *(f"ifa2010_a.C7-{n:02d}" for n in range(1, 10)),
        *(f"ifa2010_a.2.2-{n}" for n in ("09b", "10b", "11b")),
    ]
    assert {tipos[i] for i in impreso_entre_impreso} == {"identidad"}
    assert tipos["ifa2005_b.B01"] == "calibrado"


def test_no_check_admits_that_the_report_does_not_print_its_figure():
    textos = [f"{v.fuente} {v.nota}" for v in TODAS]
    assert [t for t in textos if "sin datos" in t or "no imprime esta" in t] == []


def test_enough_checks_and_none_fails_unexplained():
    resultados = conciliacion.conciliar()
    assert len(resultados) >= 1800
    assert sum(r.tipo == "modelo" for r in resultados) >= 600
    assert [(r.id, r.resultado) for r in resultados if not r.explicado] == []


def test_one_document_or_one_digest():
    de_2010 = conciliacion.verificaciones("ifa2010")
    assert {v.documento for v in de_2010} == {"ifa2010"}
    assert conciliacion.verificaciones("ifa2010_a") == tuple(
        v for v in TODAS if v.id.startswith("ifa2010_a.")
    )
    por_digest = [conciliacion.verificaciones(m) for m in conciliacion.MODULOS]
    assert sum(map(len, por_digest)) == len(TODAS)


def test_unknown_document_says_which_exist():
    with pytest.raises(DatoInvalido, match=r"documento.*«ifa1999».*ifa2005.*ifa2010"):
        conciliacion.verificaciones("ifa1999")
    with pytest.raises(DatoInvalido, match="ifa1999"):
        conciliacion.cuadro("ifa1999")


def test_table_has_one_row_per_check():
    cuadro = conciliacion.cuadro("ifa2010_a")
    assert list(cuadro["id"]) == [v.id for v in conciliacion.verificaciones("ifa2010_a")]
    assert {"publicado", "calculado", "diferencia", "tolerancia", "resultado"} <= set(cuadro)
    assert not cuadro[["publicado", "calculado", "diferencia", "tolerancia"]].isna().any().any()
    assert np.allclose(cuadro["calculado"] - cuadro["publicado"], cuadro["diferencia"])
