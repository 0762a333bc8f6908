"""Printed figures are read where they stand, or not at all."""

import numpy as np
import pytest

from pymodel.conciliacion import lectura
from pymodel.errores import DatoInvalido

DOC, FLUJOS, BALANCE = "ifa2005", "cuadro_ii_3", "cuadro_ii_4"
MASA, MONTO = "volumen_salarial_a", "monto_millones_pesos_2005"


def test_cell_by_year_label_and_several_labels():
    assert lectura.celda(DOC, FLUJOS, MASA, 2006) == 854_395
    assert lectura.celda(DOC, FLUJOS, MASA, "Valor presente") == 61_718_390
    subtotal = ("ACTIVO", "Aportaciones futuras", "Subtotal")
    assert lectura.celda(DOC, BALANCE, MONTO, subtotal) == 1_215_852
    assert lectura.celda(DOC, BALANCE, MONTO, ("ACTIVO", "", "Subtotal")) == 1_228_294


@pytest.mark.parametrize(
    ("id", "nombre", "fila"),
    [
        (FLUJOS, MASA, 2011),
        (FLUJOS, MASA, "Valor Presente"),
        (BALANCE, MONTO, "ACTIVO"),
        (FLUJOS, "masa", 2006),
    ],
)
def test_no_cell_or_several_is_an_error(id, nombre, fila):
    with pytest.raises(DatoInvalido):
        lectura.celda(DOC, id, nombre, fila)


def test_series_keeps_printed_years_and_fills_the_rest():
    serie = lectura.serie(DOC, FLUJOS, MASA, "pchip")
    anios = lectura.anios(DOC, FLUJOS).astype(int)
    assert serie.shape == (100,)
    np.testing.assert_array_equal(serie[anios - 2006], lectura.impresos(DOC, FLUJOS, MASA))
    assert (np.diff(serie) > 0).all()


def test_what_is_shared_cannot_be_written():
    with pytest.raises(ValueError, match="read-only"):
        lectura.serie(DOC, FLUJOS, MASA, "pchip")[0] = 0.0


def test_half_unit_follows_the_decimals_of_each_row():
    medias = lectura.medias_unidades(DOC, BALANCE, "pct_vpsf")
    assert medias.shape == (23,)
    assert medias[0] == pytest.approx(0.0005)  # 0.020
    assert medias[5] == pytest.approx(0.005)  # 1.99
    assert lectura.medias_unidades(DOC, BALANCE, MONTO)[0] == 0.5
