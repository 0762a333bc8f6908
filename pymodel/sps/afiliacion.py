"""How many families are affiliated each year, and the resources that this brings."""

from __future__ import annotations

from functools import cache

import numpy as np
from numpy.typing import ArrayLike

from pymodel import datos, validacion
from pymodel.errores import DatoInvalido
from pymodel.sps.aportaciones import factor_trimestre, por_familia
from pymodel.validacion import Vector

ANIO_META = 2010
COTAS = ("media", "inferior", "superior")
_MILLON = 1e6


def meta_total() -> float:
    """Families without social security in 2010, the goal of full coverage: 11,898,254."""
    return float(datos.parametro("sps_meta_familias", documento="sps2006"))


def trayectoria(ultima: float, anio: int, meta: float, anio_meta: int = ANIO_META) -> Vector:
    """Families affiliated at the end of each year, from the last observed one to the goal.

    Parameters
    ----------
    ultima : float      Families at the end of `anio`.
    anio : int          Year of `ultima`.
    meta : float        Families of full coverage.
    anio_meta : int     Year in which they are all affiliated.

    Returns
    -------
    array (anio_meta - anio + 1,)

    Raises
    ------
    DatoInvalido        More families than the goal, or a goal that is not in a later year.

    Notes
    -----
    ``N_t = N_(t-1) + 0.143 x goal``, whole families, never above the goal, and ``N = goal`` in
    the last year whatever is left.

    References
    ----------
    LGS, artículo Octavo Transitorio; SPS 2006, L87, L7240-7244, L7292-7310.
    """
    final = validacion.entero(anio_meta, "anio_meta", 1900, 2200)
    inicio = validacion.entero(anio, "anio", 1900, final - 1)
    total = validacion.numero(meta, "meta")
    primera = validacion.numero(ultima, "ultima")
    if not 0.0 <= primera <= total:
        raise DatoInvalido("ultima", primera, f"familias de 0 a la meta ({total:,.0f})")
    paso = round(float(datos.parametro("sps_incremento_anual_meta", documento="lgs")) * total)
    familias = np.minimum(primera + paso * np.arange(final - inicio + 1.0), total)
    familias[-1] = total
    return familias


@cache
def _del_informe() -> dict[int, float]:
    """Families of the report: observed to 2005, projection of the CNPSS in 2006, goal path."""
    observadas = {
        anio: float(datos.parametro("sps_familias_afiliadas", anio)) for anio in (2003, 2004, 2005)
    }
    de_2006 = float(datos.parametro("sps_familias_proyectadas", documento="sps2006"))
    camino = trayectoria(de_2006, 2006, meta_total())
    return observadas | {2006 + i: float(n) for i, n in enumerate(camino)}


def familias(anio: ArrayLike) -> Vector:
    """Families affiliated at the end of each year in the path of the report.

    Parameters
    ----------
    anio : array (n,) or int    2003 to 2010.

    Returns
    -------
    array (n,)      2003 is printed rounded (0.61 million), 2004 and 2005 are observed, 2006 is the
                    projection of the CNPSS (5,008,340, recovered from FIGURA A5), and from 2007 on
                    the path of 14.3 % a year, 1,701,450 families, to 11,898,254 in 2010.

    Raises
    ------
    DatoInvalido    A year that the report does not reach.

    References
    ----------
    SPS 2006, FIGURA A4, L7292-7310; CUADRO V of chapter II, L4620-4634; L2536.
    """
    del_informe = _del_informe()
    return np.array([del_informe[a] for a in _anios(anio, min(del_informe))])


def recursos(
    familias_previas: ArrayLike, familias_al_cierre: ArrayLike, cota: str = COTAS[0]
) -> Vector:
    """Resources (CS + ASF + ASE) of a year from the families at its start and at its end.

    Parameters
    ----------
    familias_previas, familias_al_cierre : array (n,)     Families at the start and end of year.
    cota : {"media", "inferior", "superior"}

    Returns
    -------
    array (n,)      Millions of pesos (mdp) of 2004.

    Raises
    ------
    DatoInvalido    Families that are negative or that fall in the year.

    Notes
    -----
    ``P x (N_(t-1) + f x (N_t - N_(t-1)))`` with P = 7,430.67 pesos; f = 1/4 if every new family
    joins in the last quarter (lower bound), 1 in the first one (upper bound), 1/2 at mid-year
    (mean). That only the new families of the year are scaled is inferred: the text says "el
    total de familias", but only this gives the 18 values of FIGURA A5.

    References
    ----------
    SPS 2006, L841, L7246-7252, L7314-7332, FIGURA A5 (L7382-7398).
    """
    validacion.opcion(cota, "cota", COTAS)
    antes = validacion.vector(familias_previas, "familias_previas")
    despues = validacion.vector(familias_al_cierre, "familias_al_cierre")
    validacion.misma_longitud(antes, "familias_previas", despues, "familias_al_cierre")
    if antes.min() < 0.0:
        raise DatoInvalido("familias_previas", float(antes.min()), "familias de 0 o más")
    if (despues < antes).any():
        lugar = int(np.argmax(despues < antes))
        raise DatoInvalido(
            f"familias_al_cierre, valor {lugar + 1}",
            float(despues[lugar]),
            f"no menos que las del inicio del año ({antes[lugar]:,.0f})",
        )
    return por_familia().total * (antes + fraccion(cota) * (despues - antes)) / _MILLON


def fraccion(cota: str) -> float:
    """Part of the year that is paid for the new families: 1/4, 1/2 or 1."""
    ultimo, primero = factor_trimestre([4, 1])
    return {"inferior": float(ultimo), "media": 0.5, "superior": float(primero)}[cota]


def recursos_del_informe(anio: ArrayLike, cota: str = COTAS[0]) -> Vector:
    """Resources of each year in the path of the report, mdp of 2004; see `recursos`.

    Parameters
    ----------
    anio : array (n,) or int
        2004 to 2010. That of 2004 starts from the families of 2003, printed as 0.61 million: up
        to 28 mdp may come from that rounding.
    cota : {"media", "inferior", "superior"}

    Returns
    -------
    array (n,)
    """
    pedidos = np.array(_anios(anio, min(_del_informe()) + 1))
    return recursos(familias(pedidos - 1), familias(pedidos), cota)


def _anios(anio: ArrayLike, primero: int) -> list[int]:
    pedidos: list[int] = validacion.anios_enteros(anio, "anio").tolist()
    for lugar, a in enumerate(pedidos, start=1):
        if not primero <= a <= ANIO_META:
            donde = "anio" if len(pedidos) == 1 else f"anio, valor {lugar}"
            raise DatoInvalido(donde, a, f"un año de {primero} a {ANIO_META}")
    return pedidos
