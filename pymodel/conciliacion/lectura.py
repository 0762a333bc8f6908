"""Printed figures for the checks: cells, columns, printed decimals, yearly series."""

from __future__ import annotations

import csv
from functools import cache
from importlib import resources

import numpy as np
import pandas as pd

from pymodel import datos, finanzas
from pymodel.errores import DatoInvalido
from pymodel.validacion import Vector

Fila = str | int | tuple[str, ...]


@cache
def _tabla(documento: str, id: str) -> pd.DataFrame:
    return datos.tabla(documento, id)


@cache
def _filas(documento: str, id: str, claves: int) -> dict[tuple[str, ...], list[int]]:
    """Row numbers by the text of the first `claves` columns; blank cells are ""."""
    rotulos = _tabla(documento, id).iloc[:, :claves]
    filas: dict[tuple[str, ...], list[int]] = {}
    for i, fila in enumerate(rotulos.itertuples(index=False)):
        clave = tuple("" if pd.isna(c) else str(c) for c in fila)
        filas.setdefault(clave, []).append(i)
    return filas


@cache
def columna(documento: str, id: str, nombre: str) -> Vector:
    """One column of numbers of a table, shape (n,), NaN where blank; read-only."""
    df = _tabla(documento, id)
    if nombre not in df.columns:
        raise DatoInvalido(f"columna de {id}", nombre, f"una de {', '.join(df.columns)}")
    return _frozen(df[nombre].to_numpy(dtype=np.float64))


def celda(documento: str, id: str, nombre: str, fila: Fila) -> float:
    """One printed figure.

    Parameters
    ----------
    documento, id, nombre : str     Document, table, column.
    fila : str, int or tuple        Text of the first column, a year, or the texts of the first
                                    columns ("" where blank); it must name exactly one row.
    """
    clave = fila if isinstance(fila, tuple) else (str(fila),)
    numeros = _filas(documento, id, len(clave)).get(clave, [])
    if len(numeros) != 1:
        raise DatoInvalido(f"fila de {id}", str(fila), f"un renglón; hay {len(numeros)}")
    return float(columna(documento, id, nombre)[numeros[0]])


@cache
def anios(documento: str, id: str) -> Vector:
    """Printed years of a table, in order; read-only."""
    filas = datos.filas_anuales(_tabla(documento, id))
    return _frozen(filas.iloc[:, 0].to_numpy(dtype=np.float64))


@cache
def impresos(documento: str, id: str, nombre: str) -> Vector:
    """Figures of the printed years of one column, shape of :func:`anios`; read-only."""
    return _frozen(np.array([celda(documento, id, nombre, int(a)) for a in anios(documento, id)]))


@cache
def serie(documento: str, id: str, nombre: str, metodo: str) -> Vector:
    """Every year from the first to the last printed one, interpolated; read-only."""
    _, valores = finanzas.interpolar_anual(
        anios(documento, id), impresos(documento, id, nombre), metodo
    )
    return _frozen(valores)


def medias_unidades(documento: str, id: str, nombre: str) -> Vector:
    """Half a unit of the last printed decimal of each row of a column."""
    df = _tabla(documento, id)
    catalogo = datos.catalogo().set_index(["documento", "id"])
    archivo = str(catalogo.loc[(df.attrs["documento"], df.attrs["id"]), "archivo"])
    texto = (resources.files("pymodel.datos") / "tablas" / archivo).read_text(encoding="utf-8-sig")
    celdas = [fila[nombre] for fila in csv.DictReader(texto.splitlines())]
    return np.array([0.5 * 10.0 ** -len(c.partition(".")[2]) for c in celdas])


def _frozen(valores: Vector) -> Vector:
    copia = np.array(valores, dtype=np.float64)
    copia.setflags(write=False)
    return copia


@cache
def lineas(documento: str) -> dict[str, str]:
    """Lines of the text of a document where each of its tables stands, by id: "L708-777"."""
    catalogo = datos.catalogo()
    propias = catalogo[catalogo["documento"] == documento]
    return {
        str(f.id): f"L{f.primera_linea}-{f.ultima_linea}" for f in propias.itertuples(index=False)
    }
