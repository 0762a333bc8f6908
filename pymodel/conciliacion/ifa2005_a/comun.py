"""What every module of this digest shares: printed rows, sources, numbering of the entries."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

import numpy as np

from pymodel import datos
from pymodel.conciliacion import lectura, registro
from pymodel.conciliacion.registro import Ficha, Verificacion
from pymodel.validacion import Vector

DOCUMENTO = "ifa2005"
DIGEST = "ifa2005_a"

MDP = "mdp corrientes"
MILES = "miles de pesos corrientes"
UN_DECIMAL = 0.05
DOS_DECIMALES = 0.005

SEGUROS = ("SRT", "SEM", "SIV", "SGPS", "SSFAM")
ANIOS = (2005, 2006, 2007, 2008)

ficha = functools.partial(registro.ficha, DOCUMENTO)
T = TypeVar("T")


def numerar(seccion: str, renglones: Iterable[Sequence[Ficha]]) -> tuple[Verificacion, ...]:
    """Ids "ifa2005_a.2.1-07", with a letter when a row of the digest holds several comparisons."""
    salida = []
    for n, fichas in enumerate(renglones, 1):
        for j, f in enumerate(fichas):
            letra = chr(ord("a") + j) if len(fichas) > 1 else ""
            salida.append(f(id=f"{DIGEST}.{seccion}-{n:02d}{letra}"))
    return tuple(salida)


def clave(cuadro: str) -> str:
    """Catalogue id of a table: "I.4" is "cuadro_i_4"."""
    return "cuadro_" + cuadro.lower().replace(".", "_")


def fuente(*cuadros: str) -> str:
    """Document, tables and lines."""
    return "IFA 2005, " + "; ".join(
        f"cuadro {c}, {lectura.lineas(DOCUMENTO)[clave(c)]}" for c in cuadros
    )


def texto(lineas: str) -> str:
    """Source of a figure that the text prints."""
    return f"IFA 2005, texto, {lineas}"


@functools.cache
def _filas(cuadro: str) -> dict[str, Vector]:
    df = datos.tabla(DOCUMENTO, clave(cuadro))
    numeros = df.select_dtypes("number").to_numpy(np.float64)
    numeros.setflags(write=False)
    filas: dict[str, Vector] = {}
    for rotulo, valores in zip(df.iloc[:, 0], numeros, strict=True):
        filas.setdefault(str(rotulo), valores)
    return filas


def renglon(cuadro: str, rotulo: str) -> Vector:
    """Figures of a printed row, in the order of its columns (the first row with that label)."""
    return _filas(cuadro)[rotulo]


def rotulos(cuadro: str) -> list[str]:
    """Labels of a table in printed order."""
    return list(_filas(cuadro))


def crecimiento(valores: Vector) -> Vector:
    """Yearly growth, per cent."""
    return 100.0 * (valores[1:] / valores[:-1] - 1.0)


def fijar(calcular: Callable[..., T], *valores: object) -> Callable[[], T]:
    """The calculation with its arguments already chosen: what a check keeps from a loop."""
    return lambda: calcular(*valores)
