"""What a check against a document is, and how it is judged."""

from __future__ import annotations

import functools
from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike

TIPOS = ("modelo", "identidad", "calibrado")

Par = tuple[ArrayLike, ArrayLike]


@dataclass(frozen=True)
class Verificacion:
    """One published figure (or column of figures) against what we compute.

    Parameters
    ----------
    id : str            Digest and printed id ("ifa2005_b.B02"), or digest, section and row.
    documento : str     Key of the document ("ifa2005").
    tipo : str          "modelo": our functions applied to inputs; "identidad": a printed table
                        against itself; "calibrado": a constant was fitted to the print.
    descripcion : str   What is compared, in Spanish.
    unidad : str        Unit of the figures and of the tolerance ("mdp", "%", "puntos", ...).
    calcular : callable Returns (published, computed): two numbers or two arrays of one shape.
    tolerancia : float or array     Largest accepted difference.
    fuente : str        Table and lines of the document.
    relativa : bool     Tolerance is a fraction of the published figure.
    metodo : str        Interpolation or convention used, if any.
    falla_esperada : str    Why the check must fail (source defect, control); empty if it must hold.
    """

    id: str
    documento: str
    tipo: str
    descripcion: str
    unidad: str
    calcular: Callable[[], Par]
    tolerancia: ArrayLike
    fuente: str
    relativa: bool = False
    metodo: str = ""
    falla_esperada: str = ""
    nota: str = ""


Ficha = Callable[..., Verificacion]
"""A check that still lacks its id."""


def ficha(
    documento: str,
    tipo: str,
    descripcion: str,
    unidad: str,
    calcular: Callable[[], Par],
    tolerancia: ArrayLike,
    fuente: str,
    *,
    relativa: bool = False,
    metodo: str = "",
    falla_esperada: str = "",
    nota: str = "",
) -> Ficha:
    """A check without its id, which the numbering of its digest puts in; see the class."""
    return functools.partial(
        Verificacion,
        documento=documento,
        tipo=tipo,
        descripcion=descripcion,
        unidad=unidad,
        calcular=calcular,
        tolerancia=tolerancia,
        fuente=fuente,
        relativa=relativa,
        metodo=metodo,
        falla_esperada=falla_esperada,
        nota=nota,
    )


class Resultado(NamedTuple):
    """A judged check; of a column of figures, the row that is furthest from its tolerance."""

    id: str
    documento: str
    tipo: str
    descripcion: str
    unidad: str
    publicado: float
    calculado: float
    diferencia: float
    tolerancia: float
    comparaciones: int
    resultado: str
    fuente: str
    metodo: str
    explicacion: str

    @property
    def explicado(self) -> bool:
        """True unless the outcome is one that nobody has explained."""
        return self.resultado in (CUMPLE, FALLA_ESPERADA)


CUMPLE = "cumple"
FALLA_ESPERADA = "falla explicada"
NO_CUMPLE = "no cumple"
CUMPLE_SIN_ESPERARSE = "cumple, se esperaba falla"


def juzgar(v: Verificacion) -> Resultado:
    """Compute a check and judge it.

    Notes
    -----
    difference = computed - published; with a relative tolerance the limit is the tolerance times
    |published|. A hair (1e-9 of the limit) is allowed so that a decimal tolerance such as 0.005
    does not fail on its own binary representation.
    """
    par = v.calcular()
    publicado, calculado = (np.atleast_1d(np.asarray(x, dtype=np.float64)).ravel() for x in par)
    if publicado.shape != calculado.shape:
        raise ValueError(f"{v.id}: {publicado.shape} published, {calculado.shape} computed")
    if not (np.isfinite(publicado).all() and np.isfinite(calculado).all()):
        raise ValueError(f"{v.id}: a figure is missing")
    limite = np.broadcast_to(np.asarray(v.tolerancia, dtype=np.float64), publicado.shape)
    if v.relativa:
        limite = limite * np.abs(publicado)
    diferencia = calculado - publicado
    exceso = np.abs(diferencia) - limite * (1 + 1e-9) - 1e-12
    peor = int(np.argmax(exceso))
    cumple = bool(exceso[peor] <= 0.0)
    if v.falla_esperada:
        resultado = CUMPLE_SIN_ESPERARSE if cumple else FALLA_ESPERADA
    else:
        resultado = CUMPLE if cumple else NO_CUMPLE
    return Resultado(
        v.id,
        v.documento,
        v.tipo,
        v.descripcion,
        v.unidad,
        float(publicado[peor]),
        float(calculado[peor]),
        float(diferencia[peor]),
        float(limite[peor]),
        publicado.size,
        resultado,
        v.fuente,
        v.metodo,
        v.falla_esperada or v.nota,
    )
