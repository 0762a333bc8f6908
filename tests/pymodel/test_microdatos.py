"""The check of rows: what is read, what is refused and how it is told."""

import polars as pl
import pytest

from pymodel.microdatos import ERROR, RENGLON, Columna, entidad, revisar

COLUMNAS = (
    Columna("clave", "Clave.", texto=True),
    Columna("estado", "Entidad federativa.", minimo=1, maximo=32, traducir=entidad),
    Columna("edad", "Años.", minimo=0, maximo=130, admite={999: "no especificada"}),
    Columna("si", "Sí o no.", codigos={1: "sí", 2: "no"}, admite_vacio=True),
    Columna("peso", "Peso.", decimal=True),
    Columna("extra", "Otra.", minimo=0, maximo=9, opcional=True, admite_vacio=True),
)
UNA_EDAD = "se esperaba un entero de 0 a 130, o 999"
BUENA = {"clave": "A", "estado": "9", "edad": "40", "si": "1", "peso": "2.5"}


def leer(*filas):
    marco = pl.DataFrame(filas).with_row_index(RENGLON, offset=2)
    return revisar(marco, COLUMNAS)


def test_text_becomes_typed():
    buenas, malas = leer(BUENA, {**BUENA, "estado": "CDMX", "edad": " 999 ", "si": ""})
    assert malas.is_empty()
    assert buenas.rows() == [(2, "A", 9, 40, 1, 2.5, None), (3, "A", 9, 999, None, 2.5, None)]
    assert [str(t) for t in buenas.dtypes[1:]] == [
        "String",
        "Int8",
        "Int16",
        "Int8",
        "Float64",
        "Int8",
    ]


def test_typed_columns_as_parquet_brings_them():
    buenas, malas = leer(
        {"clave": "A", "estado": 9, "edad": 40.0, "si": None, "peso": 2, "extra": 3},
        {"clave": "B", "estado": 33, "edad": 40.0, "si": 1, "peso": 2, "extra": 3},
        {"clave": "B", "estado": 1, "edad": 40.5, "si": 1, "peso": 2, "extra": 3},
    )
    assert buenas.rows() == [(2, "A", 9, 40, None, 2.0, 3)]
    assert malas[ERROR].to_list() == [
        "estado: se encontró «33»; se esperaba entidad federativa",
        f"edad: se encontró «40.5»; {UNA_EDAD}",
    ]


@pytest.mark.parametrize(
    ("cambio", "mensaje"),
    [
        ({"clave": " "}, "clave: se encontró una celda vacía; se esperaba una clave"),
        ({"estado": "Narnia"}, "estado: se encontró «Narnia»; se esperaba entidad federativa"),
        ({"edad": "131"}, f"edad: se encontró «131»; {UNA_EDAD}"),
        ({"edad": "-1"}, f"edad: se encontró «-1»; {UNA_EDAD}"),
        ({"edad": "4.5"}, f"edad: se encontró «4.5»; {UNA_EDAD}"),
        ({"edad": "1e9"}, f"edad: se encontró «1e9»; {UNA_EDAD}"),
        (
            {"edad": ""},
            f"edad: se encontró una celda vacía; {UNA_EDAD}",
        ),
        ({"si": "3"}, "si: se encontró «3»; se esperaba uno de los códigos 1, 2"),
        ({"peso": "0"}, "peso: se encontró «0»; se esperaba un número mayor que 0"),
        ({"peso": "inf"}, "peso: se encontró «inf»; se esperaba un número mayor que 0"),
        ({"peso": "nan"}, "peso: se encontró «nan»; se esperaba un número mayor que 0"),
        # The first bad cell, in the order of the layout.
        (
            {"peso": "x", "edad": "y"},
            f"edad: se encontró «y»; {UNA_EDAD}",
        ),
    ],
)
def test_a_bad_row_is_told_and_the_others_stay(cambio, mensaje):
    buenas, malas = leer(BUENA, {**BUENA, **cambio}, BUENA)
    assert buenas[RENGLON].to_list() == [2, 4]
    assert malas.select(RENGLON, ERROR).rows() == [(3, mensaje)]
    assert malas["clave"][0] == cambio.get("clave", "A")
