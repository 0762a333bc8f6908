"""Numbers in, a number out; a range in, one row a year out; headers of options are read over."""

import pytest

import udfs
from pymodel import datos
from pymodel.errores import DatoInvalido

CASOS = [
    (udfs.prima_contribucion, (100.0, 20.0, 1000.0), 0.12),
    (udfs.prima_reparto, (120.0, 1000.0), 0.12),
    (udfs.prima_gasto, (120.0, 1000.0), 0.12),
    (udfs.sbc_equilibrio, (268.8, 1500.0, 1200.0), 336.0),
    (udfs.veces_smg, (119.64, 2011), 2.0),
    (udfs.costo_neto_periodo, (10.0, 20.0, 5.0, 3.0), 28.0),
    (udfs.prima_rt, (0.0, 0.0, 0.0, 10.0), 0.005),
]


@pytest.mark.parametrize(("funcion", "valores", "esperado"), CASOS)
def test_numbers_give_a_number_and_ranges_a_column(funcion, valores, esperado):
    uno = funcion(*valores)
    assert type(uno) is float
    assert uno == pytest.approx(esperado)
    assert funcion(*([v] * 3 for v in valores)) == [[uno]] * 3


def test_one_wage_for_many_years():
    assert udfs.veces_smg(59.82, [2011, 2012]) == [[1.0], [pytest.approx(1 / 1.005)]]
    with pytest.raises(DatoInvalido, match="de 1900 a 2200"):
        udfs.veces_smg(268.8, 20)


def test_a_divisor_of_zero_is_named_for_what_it_is():
    with pytest.raises(DatoInvalido, match="cuotas y aportaciones"):
        udfs.sbc_equilibrio(268.8, 100.0, 0.0)
    with pytest.raises(DatoInvalido, match="un monto de cuotas"):
        udfs.prueba_art211(0.0, 1.0)


def test_header_of_the_options():
    sin = [["Crecimiento salarial", 0.01]]
    assert udfs.mifa_seguro("SGPS", [["Nombre", "Valor"], *sin]) == udfs.mifa_seguro("SGPS", sin)


def test_options_of_the_mifa_reach_the_ssfam():
    def pmn(*supuestos):
        return udfs.ssfam_equilibrio([["interpolacion", "Spline"], *supuestos])[1][5]

    assert pmn() == pytest.approx(100 * udfs.mifa_seguro("SSFAM")[1][14])
    lento = ["crecimiento_salarial", 0.01]
    assert pmn(lento) == pytest.approx(100 * udfs.mifa_seguro("SSFAM", [lento])[1][14])
    assert pmn(lento) > pmn()


def test_rows_of_the_print_without_its_sums_and_with_its_opening_balances():
    cuadro = datos.tabla("ifa2005", "cuadro_i_3")
    sumas = ("Egresos", "Excedente", "Transferencia neta", "Saldo del", "Saldo final")
    filas = [f for f in cuadro.to_numpy().tolist() if not f[0].startswith(sumas)]
    tabla = {f[0]: f[1:] for f in udfs.flujo_efectivo(filas)}
    publicado = cuadro.set_index("Concepto").loc["Saldo final de RO"]
    # The opening balances are printed rounded, and so are the fourteen rows of each year.
    assert tabla["Saldo final de RO"] == pytest.approx(publicado.tolist(), abs=2.0)
    filas[0][2] += 20
    with pytest.raises(DatoInvalido, match="Saldo Inicial"):
        udfs.flujo_efectivo(filas)


def test_shapes_of_a_population_that_differ():
    with pytest.raises(DatoInvalido, match="un rango de 3×1"):
        udfs.ssfam_seleccion([1, 2], [1, 2, 3], [1, 2])
