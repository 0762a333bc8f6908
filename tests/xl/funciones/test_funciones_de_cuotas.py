"""Functions of contributions, guarderías and SSFAM as a sheet calls them."""

import datetime as dt
import random
from itertools import chain

import numpy as np
import pytest

import udfs
from pymodel import cuotas, datos
from pymodel.errores import DatoInvalido

IMSS = 15  # columns of the insurances, before the totals
MARZO = dt.date(2026, 3, 1)


def test_one_row_a_worker_and_the_totals_at_the_end():
    tabla = udfs.cuotas_imss([400, 900, 5000], MARZO, 31)
    assert len(tabla) == 4
    assert tabla[0][-4:] == ["total_patron", "total_trabajador", "total_estado", "total"]
    assert len(tabla[0]) == IMSS + 4
    modelo = cuotas.calcular_nomina([400.0, 900.0, 5000.0], MARZO, dias=31.0)
    np.testing.assert_array_equal(tabla[1:], modelo.importes)
    assert tabla[0] == list(modelo.columnas)
    con_rcv = udfs.cuotas_imss([400], MARZO, 31, None, True)
    assert con_rcv[0][:IMSS] == tabla[0][:IMSS]
    assert len(con_rcv[0]) == IMSS + 6 + 4


def test_dates_in_every_form():
    esperado = udfs.cuotas_imss([900], "2024-05-01")
    for fecha in (dt.date(2024, 5, 1), dt.datetime(2024, 5, 1), 45413, np.datetime64("2024-05-01")):
        assert udfs.cuotas_imss([900], fecha) == esperado
    assert udfs.cuotas_imss([900], 2024) == udfs.cuotas_imss([900], "2024-01-01")


def test_days_and_premiums_of_each_worker():
    tabla = udfs.cuotas_imss([[400], [900]], MARZO, [[15], [31]], [[0.02], [0.05]])
    assert tabla[1] == udfs.cuotas_imss([400], MARZO, 15, 0.02)[1]
    assert tabla[2] == udfs.cuotas_imss([900], MARZO, 31, 0.05)[1]


@pytest.mark.parametrize("si", [True, "sí", "SI", "Verdadero", 1, 1.0, [[True]]])
@pytest.mark.parametrize("no", [False, "no", "FALSO", 0, None, ""])
def test_yes_and_no(si, no):
    con, sin = (len(udfs.cuotas_imss([900], MARZO, 30, None, x)[0]) for x in (si, no))
    assert con > sin
    assert udfs.prima_rt(10, 0, 0, 50, None, si) < udfs.prima_rt(10, 0, 0, 50, None, no)


def test_neither_yes_nor_no():
    for valor in ("quizá", 2, dt.date(2020, 1, 1)):
        with pytest.raises(DatoInvalido, match=r"con_rcv_infonavit.*VERDADERO o FALSO"):
            udfs.cuotas_imss([900], MARZO, 30, None, valor)
    with pytest.raises(DatoInvalido, match="acreditada, valor 2"):
        udfs.prima_rt([1, 2], 0, 0, 10, None, [["sí"], ["a veces"]])


def test_what_is_not_known_yet_is_an_empty_cell():
    encabezado, fila = udfs.cuotas_imss([900], "2026-07-01")
    vacias = {c for c, v in zip(encabezado, fila, strict=True) if v == ""}
    assert vacias == {"sem_cuota_fija_estado", "total_estado", "total"}


def test_a_table_of_firms():
    primas = udfs.prima_rt([0, 45], [0, 0], [0, 0], [60, 180], [0.0054355, 0.0054355])
    assert primas == [[0.005], [pytest.approx(45 / 365 * 2.3 / 180 + 0.005)]]
    assert udfs.prima_rt(0, 0, 0, 60) == 0.005


def test_classes_of_risk():
    assert [udfs.prima_rt_clase(i) for i in range(1, 6)] == list(cuotas.primas_medias())
    assert udfs.prima_rt_clase(" clase iv ") == 0.0465325


def test_the_published_tables_go_straight_in():
    for documento, cuadro, filas in (
        ("ifa2005", "cuadro_iii_2", 36),
        ("ifa2010", "cuadro_iv_7", 38),
    ):
        tabla = udfs.guarderia_indicadores(udfs.tabla_fuente(documento, cuadro))
        assert len(tabla) == filas + 1
        assert tabla[-1][0] == "Total"
    # Columns in another order, and one that is not read.
    df = datos.tabla("ifa2010", "cuadro_iv_7")
    mezcladas = ["Delegación", *random.Random(7).sample(list(df.columns[1:]), 8)]
    celdas = [mezcladas, *df[mezcladas].to_numpy(dtype=object).tolist()]
    assert udfs.guarderia_indicadores(celdas) == tabla


def test_ssfam_in_one_column_or_two():
    ro, ss, m = [[100, 90], [50, 40]], [[10, 20], [30, 40]], [[1, 2], [3, 4]]
    tabla = dict(udfs.ssfam_seleccion(ro, ss, m)[1:])
    plano = dict(udfs.ssfam_seleccion(*(list(chain.from_iterable(x)) for x in (ro, ss, m)))[1:])
    assert tabla == plano
    assert udfs.ssfam_cuota([10, 30], 2011) == [
        [udfs.ssfam_cuota(10, 2011)],
        [udfs.ssfam_cuota(30, 2011)],
    ]


def test_break_even_table():
    tabla = udfs.ssfam_equilibrio()
    assert tabla[0] == ["anio", "cuotas", "aportacion_federal", "gasto", "PR", "PMN", "AA", "AE"]
    assert [f[0] for f in tabla[1:]] == [*range(2011, 2051), "Promedio"]
    otra = udfs.ssfam_equilibrio([["tasa_descuento", 0.0]])
    sin_descuento = 100 * sum(f[3] for f in tabla[1:-1]) / sum(f[1] + f[2] for f in tabla[1:-1])
    assert otra[1][5] == pytest.approx(sin_descuento)
