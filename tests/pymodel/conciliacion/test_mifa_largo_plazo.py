"""Checks of the long-term MIFA: outcomes, honesty of the computed side, that they can fail."""

import numpy as np
import pytest

from pymodel import conciliacion
from pymodel.conciliacion import lectura
from pymodel.conciliacion.ifa2010_a import largo_plazo as sem
from pymodel.conciliacion.ifa2010_a import texto
from pymodel.conciliacion.ifa2010_b import largo_plazo as sgps
from pymodel.conciliacion.ifa2010_c import mifa as anexo
from pymodel.conciliacion.registro import juzgar
from pymodel.mifa import base

CHECKS = (
    *sem.S24,
    *sem.S27,
    *sem.S28,
    *sem.INDICADORES,
    *sgps.VERIFICACIONES,
    *anexo.VERIFICACIONES,
)
POR_ID = {v.id: v for v in CHECKS}
DEL_MODELO = [v.id for v in CHECKS if v.tipo == "modelo"]


def test_every_check_is_in_the_registry():
    registradas = {v.id for v in conciliacion.verificaciones("ifa2010")}
    assert set(POR_ID) <= registradas


def test_every_outcome_is_explained():
    resultados = [juzgar(v) for v in CHECKS]
    assert [(r.id, r.resultado) for r in resultados if not r.explicado] == []
    assert {v.id for v in CHECKS if v.falla_esperada} == {
        "ifa2010_b.B036",  # PMN of the SGPS: not a test
        "ifa2010_b.B039",
        "ifa2010_c.51",
        "ifa2010_c.78b",
    }


def test_every_number_of_the_specification_is_there():
    de_b = {i.removeprefix("ifa2010_b.")[:4] for i in POR_ID if i.startswith("ifa2010_b.")}
    esperados = {*range(16, 51), *range(135, 156)}
    assert de_b == {f"B{n:03d}" for n in esperados}
    de_c = {i.removeprefix("ifa2010_c.").rstrip("abcd") for i in POR_ID if ".C" not in i}
    numeros = {int(n) for n in de_c if n.isdigit()}
    assert numeros == {*range(38, 55), 56, *range(69, 79), 95}


# Computed column of the specification, with its printed decimals; the model adds 0.02 % of COP.
@pytest.mark.parametrize(
    ("clave", "esperado", "relativa"),
    [
        ("ifa2010_b.B032", 12_496.6, 1e-5),
        ("ifa2010_b.B034", 14.0253, 0.003),
        ("ifa2010_b.B036", 1.1002, 0.0003),
        ("ifa2010_b.B037", 8.9905, 1e-5),
        ("ifa2010_b.B040", 1.1181, 1e-4),
        ("ifa2010_b.B140", 3053.7, 0.0004),
        ("ifa2010_b.B143", 62_964.2, 0.0005),
        ("ifa2010_b.B144", 235_790.0, 0.0001),
        ("ifa2010_b.B146", 406.7383, 0.0003),
        ("ifa2010_b.B147", 16_761.8, 0.0003),
        ("ifa2010_b.B155", 488_785.2, 1e-6),
        ("ifa2010_c.39", 7.226, 1e-4),
        ("ifa2010_c.78b", 103.0, 1e-9),
        ("ifa2010_c.95", 1687.0, 0.0003),
    ],
)
def test_computed_figure_agrees_with_the_specification(clave, esperado, relativa):
    assert juzgar(POR_ID[clave]).calculado == pytest.approx(esperado, rel=relativa)


def olvidar():
    for funcion in (sem.proyeccion, sem.del_modelo, sgps.proyeccion, sgps.del_modelo):
        funcion.cache_clear()


@pytest.fixture
def publicado_alterado(monkeypatch):
    """Every printed figure that a check reads 7 % higher; the data of the model untouched."""

    def alterada(funcion):
        return lambda *args: 1.07 * funcion(*args)

    for modulo in (sem, sgps, anexo):
        for nombre in ("renglon", "celda"):
            monkeypatch.setattr(modulo, nombre, alterada(getattr(modulo, nombre)))
    for nombre in ("columna", "celda"):
        monkeypatch.setattr(lectura, nombre, alterada(getattr(lectura, nombre)))
    original = texto.valor
    monkeypatch.setattr(texto, "valor", lambda nombre: 1.07 * original(nombre))
    olvidar()
    yield
    olvidar()


# Attribution of an amount that is itself printed; published figures typed from the prose.
DE_UN_IMPRESO = {"ifa2010_c.78"}


def test_the_model_does_not_read_what_is_published(publicado_alterado, monkeypatch):
    alterados = {i: POR_ID[i].calcular()[1] for i in DEL_MODELO if i not in DE_UN_IMPRESO}
    monkeypatch.undo()
    olvidar()
    for i, calculado in alterados.items():
        np.testing.assert_array_equal(calculado, POR_ID[i].calcular()[1], err_msg=i)


@pytest.mark.parametrize("clave", ["cop_sgps", "servicios_personal_sem", "rjp_ssfam"])
def test_another_key_breaks_its_checks(monkeypatch, clave):
    original = base.clave
    monkeypatch.setattr(base, "clave", lambda n: original(n) * (1.002 if n == clave else 1.0))
    cuadro = {"cop_sgps": "ifa2010_b.B041", "rjp_ssfam": "ifa2010_b.B049"}
    cual = cuadro.get(clave, "ifa2010_a.S27-10")
    assert juzgar(POR_ID[cual]).resultado == "no cumple"


def test_sources_name_the_report_and_its_lines():
    for v in CHECKS:
        assert v.fuente.startswith("IFA 2010, "), v.id
        assert "L" in v.fuente, v.id
