"""Comparison of states: ranks, classes, and the statistics of what is transferred to them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike, NDArray

from pymodel import validacion
from pymodel.dispersion import CONCEPTOS, Dispersion, dispersion
from pymodel.errores import DatoInvalido, Descripcion
from pymodel.validacion import Vector

ORDENES = ("descendente", "ascendente")
EMPATES = ("compartido", "listado")
CLASES = ("alto", "medio", "bajo")
CORTES = (10, 21)
"""Last rank of "alto" and of "medio" among 32 states ("inferido": the document prints none)."""
PRIMERAS, ULTIMAS = 10, 11
"""How many states the document takes as the largest and the smallest (L3818-3822)."""


@dataclass(frozen=True)
class Transferencias:
    """What :func:`transferencias` computes.

    Attributes
    ----------
    por_familia : array (n,)            Pesos per family.
    lugares : array (n,)                Rank of the amount, 1 the largest.
    total, familias : float             Pesos; families.
    nacional_por_familia : float        Pesos per family.
    dispersion_montos, dispersion_por_familia : Dispersion
    pearson : float                     Correlation between amounts and families.
    parte_primeras, parte_ultimas : float   Share of the ten largest and the eleven smallest
                                            amounts in the total, fraction.
    sobre_nacional : int                States above the national amount per family.
    """

    por_familia: Vector
    lugares: NDArray[np.int64]
    total: float
    familias: float
    nacional_por_familia: float
    dispersion_montos: Dispersion
    dispersion_por_familia: Dispersion
    pearson: float
    parte_primeras: float
    parte_ultimas: float
    sobre_nacional: int


def lugares(
    valores: ArrayLike, orden: str = "descendente", empates: str = "compartido"
) -> NDArray[np.int64]:
    """Rank of each figure, 1 the first.

    Parameters
    ----------
    valores : array (n,)    Any unit.
    orden : str             "descendente": the largest is 1; "ascendente": the smallest is 1.
    empates : str           "compartido": equal figures share the better rank, as in Excel's RANK;
                            "listado": they go one after the other, the first listed first, so
                            that the ranks are 1 to n once each.

    Returns
    -------
    array (n,) of int

    Notes
    -----
    CUADRO III has every rank once: it puts Campeche before Distrito Federal, which have the same
    families, as its list of states does.

    References
    ----------
    SPS 2006, CUADRO III of chapter II (L2972-3046).
    """
    validacion.opcion(orden, "orden", ORDENES)
    validacion.opcion(empates, "empates", EMPATES)
    x = validacion.vector(valores, "valores")
    clave = x if orden == "ascendente" else -x
    if empates == "compartido":
        return np.searchsorted(np.sort(clave), clave) + 1
    lugar = np.empty(len(x), dtype=np.int64)
    lugar[np.argsort(clave, kind="stable")] = np.arange(1, len(x) + 1)
    return lugar


def clases(lugar: ArrayLike, cortes: tuple[int, int] = CORTES) -> list[str]:
    """Class of each rank: "alto", "medio" or "bajo".

    Parameters
    ----------
    lugar : array (n,)      Ranks from 1 on.
    cortes : (int, int)     Last rank of "alto" and of "medio".

    Returns
    -------
    list of str

    Raises
    ------
    DatoInvalido    Cuts that do not increase.

    Notes
    -----
    The document cuts "según el lugar que ocupan" and prints no rank; 10 and 21 agree with its
    lists of participation (Oaxaca 11 and Zacatecas 21 medio, Nuevo León 22 bajo). In the list of
    avance it puts Tlaxcala, rank 19, in bajo.

    References
    ----------
    SPS 2006, L2826-2834, L2938-3072.
    """
    alto, medio = cortes
    if not 0 < alto < medio:
        raise DatoInvalido("cortes", f"{alto} y {medio}", "dos lugares, el primero menor")
    puestos = validacion.vector(lugar, "lugar")
    return [CLASES[int(i)] for i in np.searchsorted(np.array([alto, medio]), puestos)]


def tabla_lugares(
    valores: ArrayLike,
    alto: float = CORTES[0],
    medio: float = CORTES[1],
    empates: str = "compartido",
) -> tuple[list[str], list[list[Any]]]:
    """Header and rows of rank and class; see :func:`lugares` and :func:`clases`."""
    puestos = lugares(valores, empates=empates)
    cortes = (validacion.entero(alto, "alto", 1), validacion.entero(medio, "medio", 1))
    return ["lugar", "clase"], [
        [int(i), c] for i, c in zip(puestos, clases(puestos, cortes), strict=True)
    ]


def desempenio(metas: ArrayLike, afiliadas: ArrayLike) -> pd.DataFrame:
    """Coverage of each state: three indicators, their ranks and their classes.

    Parameters
    ----------
    metas : array (n,)          Families of the goal of 2010.
    afiliadas : array (n,)      Families affiliated.

    Returns
    -------
    DataFrame (n rows)
        avance = affiliated / goal, responsabilidad = goal / national goal, participacion =
        affiliated / national affiliated, as fractions; lugar_ and clase_ of each, with equal
        figures in the order of the list.

    References
    ----------
    SPS 2006, CUADROS II and III of chapter II (L2462-2536, L2972-3046), L2436, L2548.
    """
    m = validacion.masa(metas, "metas", "una meta")
    a = validacion.vector(afiliadas, "afiliadas")
    validacion.misma_longitud(m, "metas", a, "afiliadas", "entidades")
    if a.min() < 0.0 or a.sum() == 0.0:
        raise DatoInvalido("afiliadas", float(a.min()), "familias de 0 o más, y alguna")
    indicadores = {"avance": a / m, "responsabilidad": m / m.sum(), "participacion": a / a.sum()}
    cuadro = pd.DataFrame(indicadores)
    for nombre, valores in indicadores.items():
        puestos = lugares(valores, empates="listado")
        cuadro[f"lugar_{nombre}"] = puestos
        cuadro[f"clase_{nombre}"] = clases(puestos)
    return cuadro


def transferencias(montos: ArrayLike, familias: ArrayLike) -> Transferencias:
    """Statistics of the money transferred to the states in one year.

    Parameters
    ----------
    montos : array (n,)         Pesos transferred to each state, n >= 3.
    familias : array (n,)       Families affiliated, above zero.

    Returns
    -------
    Transferencias

    Raises
    ------
    DatoInvalido    Negative amounts, a state without families, fewer than three states.

    Notes
    -----
    Every state counts the same in the coefficients. With fewer than 21 states the ten largest and
    the eleven smallest overlap.

    References
    ----------
    SPS 2006, CUADRO V of chapter II (L4620-4634), L3814-3844.
    """
    t = validacion.vector(montos, "montos")
    f = validacion.masa(familias, "familias", "un número de familias")
    validacion.misma_longitud(t, "montos", f, "familias", "entidades")
    de_montos = dispersion(t, "montos")
    por_familia = t / f
    nacional = float(t.sum() / f.sum())
    if t.std() == 0.0 or f.std() == 0.0:
        raise DatoInvalido(
            "montos y familias", Descripcion("valores todos iguales"), "valores que varíen"
        )
    ordenados = np.sort(t)
    return Transferencias(
        por_familia=por_familia,
        lugares=lugares(t),
        total=float(t.sum()),
        familias=float(f.sum()),
        nacional_por_familia=nacional,
        dispersion_montos=de_montos,
        dispersion_por_familia=dispersion(por_familia, "montos"),
        pearson=float(np.corrcoef(t, f)[0, 1]),
        parte_primeras=float(ordenados[-PRIMERAS:].sum() / t.sum()),
        parte_ultimas=float(ordenados[:ULTIMAS].sum() / t.sum()),
        sobre_nacional=int((por_familia > nacional).sum()),
    )


def tabla_transferencias(t: Transferencias) -> tuple[list[str], list[list[Any]]]:
    """Header and rows, concept by concept; amounts in pesos, shares as fractions."""
    filas: list[list[Any]] = [
        ["total", t.total],
        ["familias", t.familias],
        ["por_familia", t.nacional_por_familia],
    ]
    for sufijo, d in (("montos", t.dispersion_montos), ("por_familia", t.dispersion_por_familia)):
        filas += [[f"{c}_{sufijo}", float(getattr(d, c)[0])] for c in CONCEPTOS]
    filas += [
        ["pearson", t.pearson],
        [f"parte_{PRIMERAS}_mayores", t.parte_primeras],
        [f"parte_{ULTIMAS}_menores", t.parte_ultimas],
        ["sobre_nacional", t.sobre_nacional],
    ]
    return ["concepto", "valor"], filas
