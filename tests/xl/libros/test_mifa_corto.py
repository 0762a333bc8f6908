"""Short-term sheets of mifa.xlsx: what the model says, with the base and with a change."""

import shutil

import numpy as np
import pytest

from pymodel.mifa import corto_plazo, estados, reservas
from pymodel.mifa.reparto import SEGUROS
from xl import macros, motor
from xl.libros.mifa import comparativo, control, corto_2005
from xl.libros.mifa import reservas as hoja_reservas


@pytest.fixture(scope="module")
def base(construidos):
    """The workbook as built, read only."""
    with motor.abrir(construidos("mifa"), solo_lectura=True) as book:
        yield book


def rango(book, nombre):
    return book.names[nombre].refers_to_range.options(ndim=2).value


def flujo(book):
    filas = rango(book, corto_2005.FLUJO)
    por_rotulo = {f[0]: np.array(f[1:], dtype=float) for f in filas[1:]}
    return {estados.FLUJO_2005.por_rotulo[estados.plegar(r)]: v for r, v in por_rotulo.items()}


def estado(book, informe, s):
    """Rows of an insurance on the sheet: con and sin, (3,) each."""
    hoja = book.sheets[informe.hoja]
    fila = comparativo._fila(informe, s) + 3 + len(comparativo.DADOS)
    filas = hoja.range((fila + 1, 2), (fila + len(comparativo.RENGLONES), 7)).value
    return {
        r.clave: (np.array(f[0::2], dtype=float), np.array(f[1::2], dtype=float))
        for r, f in zip(comparativo.RENGLONES, filas, strict=True)
    }


def compara(book, informe, cambios):
    con, sin = corto_plazo.por_seguro(informe.documento, cambios)
    for s in range(len(SEGUROS)):
        for clave, (c, d) in estado(book, informe, s).items():
            assert np.allclose(c, getattr(con, clave)[:, s], atol=1e-6), (clave, s)
            assert np.allclose(d, getattr(sin, clave)[:, s], atol=1e-6), (clave, s)


def test_flow_of_2005_is_that_of_the_model(base):
    propio = estados.por_clave(corto_plazo.flujo_2005(), estados.FLUJO_2005)
    for clave, valores in flujo(base).items():
        assert np.allclose(valores, propio[clave], atol=1e-6), clave
    assert base.names["cp05_anio_alerta"].refers_to_range.value == 2007


@pytest.mark.parametrize("informe", [comparativo.IFA2005, comparativo.IFA2010])
def test_statements_are_those_of_the_model(base, informe):
    compara(base, informe, None)


def test_years_of_the_waterfall_and_its_alert(base):
    assert base.names["cascada_ultimo"].refers_to_range.value == 2014
    assert base.names["cascada_primero"].refers_to_range.value == 2015
    sin_pagar = np.array(rango(base, "cascada_sin_pagar"), dtype=float).ravel()
    necesidad = np.array(rango(base, "cascada_por_pagar"), dtype=float).ravel()
    c = reservas.cascada(range(2011, 2051), necesidad, hoja_reservas.FONDOS)
    assert np.allclose(sin_pagar, c.descubierto, atol=1e-3)


def test_ledger_balances_are_the_printed_ones(base):
    hoja = base.sheets[control.HOJA]
    libro = reservas.control_auxiliar()
    saldos = libro[libro["tipo"] == "saldo"]
    for i, fila in saldos.iterrows():
        celdas = hoja.range((control.PRIMERA + i + 1, 3), (control.PRIMERA + i + 1, 7)).value
        assert np.allclose(celdas, fila[list(SEGUROS)].astype(float), atol=0.2)


@pytest.mark.parametrize("supuesto", ["crecimiento_salarial", "crecimiento_rjp", "inflacion"])
def test_a_changed_assumption_of_2005_moves_every_short_term_sheet(construidos, tmp_path, supuesto):
    copia = shutil.copy(construidos("mifa"), tmp_path / "mifa.xlsx")
    nuevos = corto_plazo.supuestos("ifa2005").base[supuesto] - 0.005
    with motor.abrir(copia) as book:
        for a, v in zip((2006, 2007, 2008), nuevos, strict=True):
            book.names[corto_2005.nombre(supuesto, a)].refers_to_range.value = float(v)
        macros.actualizar(book)
        cambios = {supuesto: nuevos}
        propio = estados.por_clave(corto_plazo.flujo_2005(cambios), estados.FLUJO_2005)
        for clave, valores in flujo(book).items():
            assert np.allclose(valores, propio[clave], atol=1e-6), clave
        compara(book, comparativo.IFA2005, cambios)


def test_a_changed_assumption_of_2010(construidos, tmp_path):
    copia = shutil.copy(construidos("mifa"), tmp_path / "mifa.xlsx")
    with motor.abrir(copia) as book:
        for a in (2012, 2013):
            book.names[f"cr10_crecimiento_salarial_{a}"].refers_to_range.value = 0.01
            book.names[f"cr10_inflacion_nomina_{a}"].refers_to_range.value = 0.03
        macros.actualizar(book)
        cambios = {"crecimiento_salarial": 0.01, "inflacion_nomina": 0.03}
        compara(book, comparativo.IFA2010, cambios)


def test_a_row_in_thousands_is_an_error_of_ours(construidos, tmp_path):
    copia = shutil.copy(construidos("mifa"), tmp_path / "mifa.xlsx")
    with motor.abrir(copia) as book:
        book.names["cp05_insumos"].refers_to_range[2, 1].value = 83_274_000
        errores = book.impl.calculate().errores
    assert [(e.hoja, "miles y millones" in e.mensaje) for e in errores] == [(corto_2005.HOJA, True)]
