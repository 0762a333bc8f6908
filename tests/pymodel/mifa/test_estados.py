"""Layouts of the statements: what they accept, complete and refuse."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pymodel import datos
from pymodel.errores import DatoInvalido
from pymodel.mifa import estados

SUMAS = {r.rotulo for r in estados.FLUJO_2005.renglones if r.suma}


def celdas(documento, cuadro, columnas=0):
    """A printed table as it would be pasted, header first."""
    df = datos.tabla(documento, cuadro).iloc[:, columnas:]
    filas = [
        [None if isinstance(c, float) and math.isnan(c) else c for c in f]
        for f in df.itertuples(index=False, name=None)
    ]
    return [[str(c) for c in df.columns], *filas]


def flujo(tabla):
    return estados.completar(estados.leer(tabla, estados.FLUJOS, "partidas"))


def estado(tabla):
    return estados.completar(estados.leer(tabla, estados.ESTADOS, "partidas"))


def mensaje(funcion, tabla):
    with pytest.raises(DatoInvalido) as error:
        funcion(tabla)
    return str(error.value)


@pytest.mark.parametrize(
    ("documento", "cuadro", "columnas", "funcion"),
    [
        ("ifa2005", "cuadro_i_3", 0, flujo),
        ("ifa2010", "cuadro_c_3", 0, flujo),
        ("ifa2005", "cuadro_i_4", 0, estado),
        *[("ifa2005", f"cuadro_i_{n}", 0, estado) for n in range(10, 14)],
        *[("ifa2010", f"cuadro_{c}", 0, estado) for c in ("i_2", "ii_2", "iii_2", "iv_2", "v_2")],
        *[("ifa2010", f"cuadro_{c}", 1, estado) for c in ("i_1", "ii_1", "iii_1", "iv_1", "v_1")],
    ],
)
def test_printed_tables_come_back_as_printed(documento, cuadro, columnas, funcion):
    tabla = celdas(documento, cuadro, columnas)
    completa = funcion(tabla)
    for rotulo, *valores in tabla[1:]:
        if all(v is None for v in valores):
            continue
        fila = next(f for f in completa.index if estados.plegar(f) == estados.plegar(rotulo)
                    or (f.startswith("Subsidios") and rotulo.startswith("Subsidios"))
                    or (f.startswith("Sobrante") and rotulo.startswith("Sobrante"))
                    or (f.startswith("Consumos") and rotulo.startswith("Consumo")))  # fmt: skip
        assert completa.loc[fila].tolist() == [v or 0.0 for v in valores]


def test_derived_rows_are_added_to_the_given_ones():
    dadas = [f for f in celdas("ifa2005", "cuadro_i_3") if f[0] not in SUMAS - {""}]
    dadas.insert(1, ["Saldo Inicial de Reservas Operativas", 9946.0, None, None, None])
    completa = flujo(dadas)
    assert completa.loc["Egresos"].tolist() == [208_095, 230_362, 250_304, 276_058]
    assert completa.loc["Saldo final de RO"].tolist() == [10_174, 3_892, -1_702, -9_894]
    assert list(completa.columns) == ["2005", "2006", "2007", "2008"]


def test_rows_in_any_order_without_header_or_accents():
    tabla = [["rjp", 10.0, 11.0], ["INGRESOS", 100.0, 110.0], ["Servicios de Personal", 60.0, 70.0]]
    completa = flujo(tabla)
    assert completa.loc["Excedente (Déficit) del año"].tolist() == [30.0, 29.0]
    assert list(completa.columns) == ["1", "2"]
    assert "Saldo final de RO" not in completa.index


def test_what_does_not_add_up_is_told_with_row_year_and_difference():
    tabla = celdas("ifa2005", "cuadro_i_3")
    fila = next(f for f in tabla if f[0] == "Egresos")
    fila[2] += 1000
    hallado = mensaje(flujo, tabla)
    assert hallado.startswith("partidas, «Egresos», 2006: se encontró 231363; se esperaba la suma")
    assert "230,362 (diferencia -1,001); y 1 más que no suman" in hallado


def test_every_difference_is_listed():
    tabla = celdas("ifa2005", "cuadro_i_6")
    (a, b) = estados.revisar(estados.leer(tabla, estados.ESTADOS, "partidas"))
    assert (a.anio, a.impreso, a.suma) == ("2006_con_rjp", -6283.0, -441.0)
    assert (b.anio, b.diferencia) == ("2006_sin_rjp", 5841.0)


def test_the_transfer_that_the_table_leaves_out_makes_it_add_up():
    tabla = celdas("ifa2005", "cuadro_i_6")
    tabla.append(["Recursos utilizados en financiamiento", -5842, -5842, 0, 0, 0, 0])
    assert estado(tabla).shape == (10, 6)


MALAS = {
    "unknown row": (lambda t: t[2].__setitem__(0, "Ingrsos"), "un renglón del IFA 2005"),
    "repeated row": (lambda t: t.append(list(t[2])), "dos veces «Ingresos»"),
    "missing year": (lambda t: [f.pop(3) for f in t], "también el año 2007"),
    "years out of order": (lambda t: t[0].__setitem__(2, "2004"), "fuera de orden"),
    "blank": (lambda t: t[5].__setitem__(2, None), "«RJP», 2006: se encontró una celda vacía"),
    "text": (lambda t: t[5].__setitem__(2, "n.d."), "«RJP», 2006: se encontró «n.d.»"),
    "no income": (lambda t: t.pop(2), "ningún renglón «Ingresos»"),
    "one cell in thousands": (lambda t: t[4].__setitem__(2, 83274000.0), "miles y millones"),
    "one cell too small": (lambda t: t[4].__setitem__(2, 83.274), "miles y millones"),
    "a year in thousands": (
        lambda t: [f.__setitem__(2, f[2] * 1000) for f in t[1:]],
        "2006: se encontró cifras unas",
    ),
    "no name": (lambda t: t[5].__setitem__(0, None), "el nombre de un renglón"),
}  # fmt: skip


@pytest.mark.parametrize(("danio", "dicho"), MALAS.values(), ids=MALAS.keys())
def test_bad_tables(danio, dicho):
    tabla = celdas("ifa2005", "cuadro_i_3")
    danio(tabla)
    assert dicho in mensaje(flujo, tabla)


@pytest.mark.parametrize("primera", ["Concepto", "", None, "Millones de pesos", "AÑO"])
def test_first_cell_of_a_header(primera):
    tabla = [[primera, 2005.0, 2006.0], ["Ingresos", 100.0, 110.0], ["RJP", 10.0, 11.0]]
    assert list(flujo(tabla).columns) == ["2005", "2006"]


def test_an_unknown_row_does_not_pass_for_a_header():
    tabla = [["Nómina", 2000.0, 2100.0], ["Ingresos", 5000.0, 5100.0], ["RJP", 10.0, 11.0]]
    assert "se encontró «Nómina»" in mensaje(flujo, tabla)
    assert "se encontró «Nómina»" in mensaje(flujo, [f[:2] for f in tabla])


def test_a_close_name_is_suggested():
    tabla = celdas("ifa2005", "cuadro_i_3")
    tabla[2][0] = "Ingreso"
    assert "¿quizá «Ingresos»" in mensaje(flujo, tabla)


@given(
    st.lists(st.integers(1_000, 100_000), min_size=8, max_size=8),
    st.integers(100_000, 500_000),
    st.integers(0, 20_000),
)
def test_the_waterfall_closes(egresos, ingresos, meta):
    partes = estados.FLUJO_2005.por_clave["egresos"].suma
    rotulos = [estados.FLUJO_2005.por_clave[c].rotulo for c in partes]
    completa = flujo(
        [
            ["Saldo Inicial de Reservas Operativas", 500],
            ["Ingresos", ingresos],
            *([r, v] for r, v in zip(rotulos, egresos, strict=True)),
            ["Incremento en RFA y en el FCOLCLC", meta],
        ]
    )
    assert completa.loc["Saldo final de RO"].iloc[0] == 500 + ingresos - sum(egresos) - meta


def test_common_size():
    df = datos.tabla("ifa2005", "cuadro_i_4").set_index("Concepto")
    assert np.allclose(
        100 * estados.razones(df, "Total de Ingresos").loc["Otros Gastos"],
        [53.73, 54.94, 62.16, 58.85],
        atol=0.005,
    )
    df.loc["Total de Ingresos", "2007"] = 0.0
    with pytest.raises(DatoInvalido, match="Total de Ingresos, 2007"):
        estados.razones(df, "Total de Ingresos")
