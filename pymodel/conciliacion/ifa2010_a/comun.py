"""What every section of the digest shares: printed figures by letter or row, source, numbering."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Sequence

import numpy as np

from pymodel import datos, finanzas
from pymodel.conciliacion import lectura, registro
from pymodel.conciliacion.registro import Ficha, Verificacion
from pymodel.validacion import Vector

DOCUMENTO = "ifa2010"
DIGEST = "ifa2010_a"

ficha = functools.partial(registro.ficha, DOCUMENTO)

# The printed cell rounds half a unit of its last decimal.
UN_DECIMAL = 0.05
DOS_DECIMALES = 0.005
TRES_DECIMALES = 0.0005


def numerar(seccion: str, fichas: Iterable[Ficha], desde: int = 1) -> tuple[Verificacion, ...]:
    """Ids "ifa2010_a.C1-01", "ifa2010_a.C1-02"... in the given order."""
    return tuple(f(id=f"{DIGEST}.{seccion}-{n:02d}") for n, f in enumerate(fichas, desde))


def numerar_renglones(
    seccion: str, renglones: Iterable[Sequence[Ficha]]
) -> tuple[Verificacion, ...]:
    """Ids by row of the digest's table, with a letter when a row holds several comparisons."""
    return tuple(
        f(id=f"{DIGEST}.{seccion}-{n:02d}{chr(ord('a') + j) if len(fichas) > 1 else ''}")
        for n, fichas in enumerate(renglones, 1)
        for j, f in enumerate(fichas)
    )


def fuente(*cuadros: str) -> str:
    """Document, tables and lines: "IFA 2010, cuadro I.4, L708-777"."""
    lineas = lectura.lineas(DOCUMENTO)
    return "IFA 2010, " + "; ".join(f"cuadro {c}, {lineas[clave(c)]}" for c in cuadros)


def clave(cuadro: str) -> str:
    """Catalogue id of a table: "I.4" is "cuadro_i_4"."""
    return "cuadro_" + cuadro.lower().replace(".", "_")


@functools.cache
def supuesto(nombre: str, fecha: int | None = None, documento: str = DOCUMENTO) -> float:
    """An assumption of the report (or of the law, or a public series), a number."""
    return float(datos.parametro(nombre, fecha, documento=documento))


@functools.cache
def columna(cuadro: str, letra: str) -> str:
    """Full name of the column printed as "(letra)"."""
    nombres = datos.tabla(DOCUMENTO, clave(cuadro)).columns
    return next(str(n) for n in nombres if str(n).startswith(f"({letra})"))


def impresos(cuadro: str, letra: str) -> Vector:
    """Printed years of a lettered column."""
    return lectura.impresos(DOCUMENTO, clave(cuadro), columna(cuadro, letra))


def anios(cuadro: str) -> Vector:
    """Printed years of a table with one year per row."""
    return lectura.anios(DOCUMENTO, clave(cuadro))


def anual(cuadro: str, letra: str, metodo: str) -> Vector:
    """Every year of a lettered column."""
    return lectura.serie(DOCUMENTO, clave(cuadro), columna(cuadro, letra), metodo)


def todas(cuadro: str, letra: str) -> Vector:
    """A lettered column with its rows of present values at the end."""
    return lectura.columna(DOCUMENTO, clave(cuadro), columna(cuadro, letra))


def celda(cuadro: str, nombre: str, fila: lectura.Fila) -> float:
    """One printed figure by the name of its column and row."""
    return lectura.celda(DOCUMENTO, clave(cuadro), nombre, fila)


@functools.cache
def _apaisado(cuadro: str) -> tuple[Vector, dict[str, Vector]]:
    """Years and rows of a table that prints the years as columns."""
    df = datos.tabla(DOCUMENTO, clave(cuadro))
    concepto = next(c for c in df.columns if str(c).lower() in ("concepto", "escenario base"))
    columnas = [c for c in df.columns if str(c).isdigit()]
    filas: dict[str, Vector] = {}
    for rotulo, valores in zip(df[concepto], df[columnas].to_numpy(np.float64), strict=True):
        valores.setflags(write=False)
        filas.setdefault(str(rotulo), valores)
    return np.array([float(c) for c in columnas]), filas


def anios_columna(cuadro: str) -> Vector:
    """Years of a table that prints them as columns."""
    return _apaisado(cuadro)[0]


def renglon(cuadro: str, concepto: str) -> Vector:
    """Row of a table that prints the years as columns (the first one with that label)."""
    return _apaisado(cuadro)[1][concepto]


def anualizar(cuadro: str, valores: Vector, metodo: str) -> Vector:
    """Every year of figures given for the years that the table prints as columns."""
    return finanzas.interpolar_anual(anios_columna(cuadro), valores, metodo)[1]
