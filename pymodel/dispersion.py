"""Dispersion of a figure among entities: coefficients of variation and ratio of extremes."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from pymodel import validacion
from pymodel.errores import DatoInvalido, Descripcion
from pymodel.validacion import Vector

CONCEPTOS = ("cv_n1", "cv_n", "max_min", "max_min_sin_extremos")


@dataclass(frozen=True)
class Dispersion:
    """What :func:`dispersion` computes, one value for each of k series.

    Attributes
    ----------
    cv_n1, cv_n : array (k,)            Standard deviation over mean, with divisor n-1 and n.
    max_min : array (k,)                Largest over smallest; NaN where the smallest is 0.
    max_min_sin_extremos : array (k,)   The same without one largest and one smallest value.
    """

    cv_n1: Vector
    cv_n: Vector
    max_min: Vector
    max_min_sin_extremos: Vector


def dispersion(valores: ArrayLike, nombre: str = "valores") -> Dispersion:
    """Dispersion of k series of n entities each, without weights.

    Parameters
    ----------
    valores : array (n,) or (n, k)
        One figure per entity, of any unit, none below zero; n >= 3.
    nombre : str
        What an error calls the figures.

    Returns
    -------
    Dispersion
        Pure numbers, k of each.

    Raises
    ------
    DatoInvalido
        Fewer than three values, a negative one, or all of them zero.

    Notes
    -----
    ``cv = s / mean``. The reports print the coefficient with divisor n-1 for the transfers of
    2004 and do not say which one; both are given. Every entity counts the same, whatever its
    population.

    References
    ----------
    SPS 2006, L390, L1177-1187, L1267 (spending per capita), L3818-3840 (transfers).
    """
    x = validacion.serie(valores, nombre)
    x = x.reshape(len(x), -1)
    if len(x) < 3:
        raise DatoInvalido(nombre, Descripcion(f"{len(x)} valores"), "al menos tres")
    if x.min() < 0.0:
        i, j = np.argwhere(x < 0.0)[0]
        lugar = validacion.posicion((i,) if x.shape[1] == 1 else (i, j))
        raise DatoInvalido(f"{nombre}, {lugar}", float(x[i, j]), "valores de 0 o más")
    media = x.mean(axis=0)
    if media.min() == 0.0:
        raise DatoInvalido(nombre, Descripcion("sólo ceros"), "algún valor mayor que 0")
    ordenados = np.sort(x, axis=0)
    return Dispersion(
        cv_n1=x.std(axis=0, ddof=1) / media,
        cv_n=x.std(axis=0) / media,
        max_min=_ratio(ordenados[-1], ordenados[0]),
        max_min_sin_extremos=_ratio(ordenados[-2], ordenados[1]),
    )


def tabla(d: Dispersion) -> tuple[list[str], list[list[float | str]]]:
    """Header and rows, concept by concept; NaN where a ratio does not exist."""
    k = len(d.cv_n)
    encabezado = ["concepto", *(["valor"] if k == 1 else [f"valor_{j + 1}" for j in range(k)])]
    return encabezado, [[c, *map(float, getattr(d, c))] for c in CONCEPTOS]


def _ratio(mayor: Vector, menor: Vector) -> Vector:
    return np.divide(mayor, menor, out=np.full_like(mayor, np.nan), where=menor > 0.0)
