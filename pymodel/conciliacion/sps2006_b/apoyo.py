"""What the checks of this digest share: printed tables, sources, ids."""

from __future__ import annotations

import functools
from collections.abc import Iterable

import numpy as np

from pymodel import datos
from pymodel.conciliacion.registro import Ficha, Verificacion
from pymodel.conciliacion.sps2006_a.comun import DOCUMENTO, celda, columna, ficha
from pymodel.validacion import Vector

__all__ = [
    "DIGEST",
    "DOCUMENTO",
    "MDP",
    "celda",
    "columna",
    "de_anios",
    "ficha",
    "numerar",
    "parametro",
]

DIGEST = "sps2006_b"
MDP = "mdp de 2004"


def numerar(fichas: Iterable[tuple[str, Ficha]]) -> tuple[Verificacion, ...]:
    """Checks with their ids."""
    return tuple(f(id=f"{DIGEST}.{numero}") for numero, f in fichas)


def de_anios(id: str, nombre: str, anios: Iterable[int]) -> Vector:
    """Printed figures of some years."""
    return np.array([celda(id, nombre, a) for a in anios])


@functools.cache
def parametro(nombre: str, fecha: int | None = None, documento: str = DOCUMENTO) -> float:
    """A dated parameter, a number."""
    return float(datos.parametro(nombre, fecha, documento=documento))
