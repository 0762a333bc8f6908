"""Ranks, classes and transfers: against pandas and by hand."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pymodel import datos, entidades
from pymodel.errores import DatoInvalido
from pymodel.sps import comparacion as c

CIFRAS = st.lists(st.floats(-1e6, 1e6), min_size=1, max_size=40)


@given(CIFRAS)
def test_ranks_against_pandas(valores):
    for orden, creciente in (("descendente", False), ("ascendente", True)):
        esperados = pd.Series(valores).rank(method="min", ascending=creciente)
        np.testing.assert_array_equal(c.lugares(valores, orden), esperados)


@given(st.lists(st.integers(0, 5), min_size=1, max_size=40))
def test_ranks_once_each_in_the_order_of_the_list(valores):
    puestos = c.lugares(valores, empates="listado")
    np.testing.assert_array_equal(puestos, pd.Series(valores).rank(method="first", ascending=False))
    assert sorted(puestos) == list(range(1, len(valores) + 1))


def test_ranks_of_the_report():
    """CUADRO III of chapter II, 96 of 96, with Campeche before Distrito Federal (65,000 both)."""
    cobertura = datos.tabla("sps2006", "cuadro_ii_2").iloc[:-1]
    d = c.desempenio(
        cobertura["metas_de_afiliacion_familias"],
        cobertura["familias_afiliadas_diciembre_2005"],
    )
    d.index = [entidades.clave(str(n)) for n in cobertura["entidad"]]
    impreso = datos.tabla("sps2006", "cuadro_ii_3")
    d = d.loc[[entidades.clave(str(n)) for n in impreso["entidad"]]]
    for nuestro, suyo in (
        ("avance", "avance_de_cobertura"),
        ("responsabilidad", "responsabilidad_de_afiliacion"),
        ("participacion", "participacion_en_la_afiliacion_nacional"),
    ):
        assert d[f"lugar_{nuestro}"].tolist() == impreso[suyo].tolist()


def test_classes():
    assert c.clases([1, 10, 11, 21, 22, 32]) == ["alto", "alto", "medio", "medio", "bajo", "bajo"]
    assert c.clases([1, 2, 3], (1, 2)) == ["alto", "medio", "bajo"]


def test_coverage_by_hand():
    d = c.desempenio([100.0, 300.0], [80.0, 120.0])
    np.testing.assert_allclose(d["avance"], [0.8, 0.4])
    np.testing.assert_allclose(d["responsabilidad"], [0.25, 0.75])
    np.testing.assert_allclose(d["participacion"], [0.4, 0.6])
    assert list(d["lugar_avance"]) == [1, 2]
    assert list(d["lugar_participacion"]) == [2, 1]


def test_transfers_by_hand():
    t = c.transferencias([100.0, 200.0, 600.0], [1.0, 4.0, 5.0])
    np.testing.assert_allclose(t.por_familia, [100, 50, 120])
    assert t.nacional_por_familia == 90.0
    assert t.sobre_nacional == 2
    assert list(t.lugares) == [3, 2, 1]
    assert t.pearson == pytest.approx(
        np.cov([100, 200, 600], [1, 4, 5])[0, 1] / np.sqrt(70000 * 13 / 3)
    )
    assert t.dispersion_montos.max_min[0] == 6.0


def test_concentration_takes_ten_and_eleven():
    t = c.transferencias(np.arange(1.0, 33.0), np.arange(1.0, 33.0) ** 2)
    assert t.parte_primeras == pytest.approx(sum(range(23, 33)) / 528)
    assert t.parte_ultimas == pytest.approx(66 / 528)


@pytest.mark.parametrize(
    ("llamar", "mensaje"),
    [
        (lambda: c.transferencias([1.0, 2.0, 3.0], [1.0, 0.0, 1.0]), "familias, valor 2"),
        (lambda: c.transferencias([1.0, 2.0], [1.0, 1.0]), "2 valores"),
        (lambda: c.transferencias([1.0, 1.0, 1.0], [1.0, 2.0, 3.0]), "todos iguales"),
        (lambda: c.desempenio([1.0, 1.0], [0.0, 0.0]), "afiliadas"),
        (lambda: c.clases([1], (21, 10)), "cortes"),
        (lambda: c.lugares([1.0], "azar"), "orden"),
    ],
)
def test_what_cannot_be_compared(llamar, mensaje):
    with pytest.raises(DatoInvalido, match=mensaje):
        llamar()
