"""What the checks of this digest share: printed tables, sources, ids."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable
from typing import Any

import numpy as np

from pymodel import datos
from pymodel.conciliacion import lectura
from pymodel.conciliacion.registro import Par, Verificacion
from pymodel.validacion import Vector

DOCUMENTO = "sps2006"
DIGEST = "sps2006_b"
MDP = "mdp de 2004"

Ficha = Callable[..., Verificacion]


def ficha(
    tipo: str,
    descripcion: str,
    unidad: str,
    calcular: Callable[[], Par],
    tolerancia: Any,
    fuente: str,
    **mas: Any,
) -> Ficha:
    """A check without its id."""
    return functools.partial(
        Verificacion,
        documento=DOCUMENTO,
        tipo=tipo,
        descripcion=descripcion,
        unidad=unidad,
        calcular=calcular,
        tolerancia=tolerancia,
        fuente=f"SPS 2006, {fuente}",
        **mas,
    )


def numerar(fichas: Iterable[tuple[str, Ficha]]) -> tuple[Verificacion, ...]:
    """Checks with their ids."""
    return tuple(f(id=f"{DIGEST}.{numero}") for numero, f in fichas)


def columna(id: str, nombre: str) -> Vector:
    """One column of a printed table."""
    return lectura.columna(DOCUMENTO, id, nombre)


def celda(id: str, nombre: str, fila: lectura.Fila) -> float:
    """One printed figure."""
    return lectura.celda(DOCUMENTO, id, nombre, fila)


def de_anios(id: str, nombre: str, anios: Iterable[int]) -> Vector:
    """Printed figures of some years."""
    return np.array([celda(id, nombre, a) for a in anios])


@functools.cache
def parametro(nombre: str, fecha: int | None = None, documento: str = DOCUMENTO) -> float:
    """A dated parameter, a number."""
    return float(datos.parametro(nombre, fecha, documento=documento))
