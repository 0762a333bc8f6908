"""Three-stage sample of the padrón: states, health centres and families, with their weights."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike, NDArray

from pymodel import datos, entidades, validacion
from pymodel.errores import DatoInvalido
from pymodel.validacion import Vector


class Seleccion(NamedTuple):
    """Units drawn with probability proportional to size."""

    unidades: NDArray[np.int64]
    """Positions of the drawn units, in increasing order; shape (n,)."""
    probabilidades: Vector
    """Probability with which each of them was to be drawn; shape (n,)."""


def probabilidades(tamanos: ArrayLike, n: int) -> Vector:
    """Inclusion probabilities proportional to size, of a sample of n units without replacement.

    Parameters
    ----------
    tamanos : array (m,)    Sizes, none negative.
    n : int                 Units to draw, 1 to the number of those with size.

    Returns
    -------
    array (m,)      They add up to n. A unit so large that its share would exceed 1 is certain, and
                    the others share what is left.

    Raises
    ------
    DatoInvalido    Negative sizes, more units than there are.
    """
    x = validacion.vector(tamanos, "tamanos")
    if x.min() < 0.0:
        raise DatoInvalido("tamanos", float(x.min()), "tamaños de 0 o más")
    validacion.entero(n, "n", 1, int((x > 0.0).sum()))
    p = np.zeros_like(x)
    ciertas = np.zeros(x.size, dtype=bool)
    while True:
        resto = n - int(ciertas.sum())
        libres = ~ciertas & (x > 0.0)
        p = np.where(ciertas, 1.0, 0.0)
        if resto == 0 or not libres.any():
            return p
        p[libres] = resto * x[libres] / x[libres].sum()
        nuevas = libres & (p >= 1.0)
        if not nuevas.any():
            return p
        ciertas |= nuevas


def seleccionar(tamanos: ArrayLike, n: int, azar: np.random.Generator) -> Seleccion:
    """Draw n units with probability proportional to size, without replacement.

    Parameters
    ----------
    tamanos : array (m,)    Sizes, none negative.
    n : int                 Units to draw.
    azar : Generator        Source of randomness.

    Returns
    -------
    Seleccion

    Notes
    -----
    Systematic selection over the list in random order: its probabilities are exactly those of
    :func:`probabilidades`. The report says "con probabilidad proporcional al tamaño ... sin
    reemplazo" and not by which scheme.

    References
    ----------
    SPS 2006, L6064-6072.
    """
    p = probabilidades(tamanos, n)
    orden = azar.permutation(p.size)
    acumulada = np.cumsum(p[orden])
    acumulada *= n / acumulada[-1]  # so that rounding never loses the last unit
    puntos = azar.random() + np.arange(n)
    lugares = np.minimum(np.searchsorted(acumulada, puntos, side="right"), p.size - 1)
    elegidas = np.sort(orden[lugares])
    return Seleccion(elegidas, p[elegidas])


class Diseno(NamedTuple):
    """Sizes of the sample at each stage."""

    por_region: dict[str, int]
    centros: int
    familias: int


def diseno_2006() -> Diseno:
    """Return the design of 2006: states of each region, 20 centres a state, 20 families a centre.

    References
    ----------
    SPS 2006, L6056-6074: three states a region, two in the noroeste and the noreste.
    """
    muestra = datos.tabla("sps2006", "texto_iii_muestra")
    por_region = muestra.groupby("mesoregion", sort=False)["seleccionada"].sum()
    return Diseno(
        {str(r): int(n) for r, n in por_region.items()},
        int(datos.parametro("muestra_centros_por_entidad", documento="sps2006")),
        int(datos.parametro("muestra_familias_por_centro", documento="sps2006")),
    )


def regiones() -> dict[int, str]:
    """Return the mesoregion of each state by its INEGI key (SPS 2006, L6060)."""
    muestra = datos.tabla("sps2006", "texto_iii_muestra")
    return {
        int(entidades.clave(e)): str(r)
        for e, r in zip(muestra["entidad"], muestra["mesoregion"], strict=True)
    }


def familias_objetivo() -> dict[int, float]:
    """Return the households subject to affiliation of each state, by its INEGI key.

    References
    ----------
    No asegurados 2004, cuadro 1: the target population "de la Dirección General de Información en
    Salud" of SPS 2006, L6068.
    """
    impreso = datos.tabla("noaseg2004", "cuadro_1").iloc[1:]
    return {
        int(entidades.clave(e)): float(h)
        for e, h in zip(
            impreso["Entidad Federativa"],
            impreso["Total de hogares sujetos de afiliación /1"],
            strict=True,
        )
    }


def muestrear(
    centros: pd.DataFrame,
    familias_de: Callable[[pd.DataFrame], pd.DataFrame],
    semilla: int,
    diseno: Diseno | None = None,
) -> pd.DataFrame:
    """Draw the three-stage sample and its weights.

    Parameters
    ----------
    centros : DataFrame     entidad (INEGI key), centro, familias (affiliated in it): the frame.
    familias_de : callable  Given the drawn centros, the families in them: entidad, centro, familia.
                            Called once, so that the padrón is never loaded whole.
    semilla : int           The same seed and padrón give the same sample, in whatever order the
                            padrón comes.
    diseno : Diseno         Sizes; by default those of 2006.

    Returns
    -------
    DataFrame
        entidad, region, centro, familia, p_entidad, p_centro, p_familia, factor: one row for each
        drawn family; factor = 1/(p_entidad·p_centro·p_familia). Sorted by entidad, centro, familia.

    Raises
    ------
    DatoInvalido        A region with fewer states in the padrón than the design asks.

    Notes
    -----
    1. In each mesoregion, states with probability proportional to the coverage: affiliated
       families over the target of the state.
    2. In each, centres with probability proportional to their families; all if there are fewer.
    3. In each, families at random; all if there are fewer.

    References
    ----------
    SPS 2006, L6056-6074.
    """
    d = diseno or diseno_2006()
    azar = np.random.default_rng(validacion.entero(semilla, "semilla", 0))
    marco = centros.sort_values(["entidad", "centro"], kind="stable").reset_index(drop=True)
    estados = marco.groupby("entidad")["familias"].sum().reset_index()
    objetivo, region = familias_objetivo(), regiones()
    estados["cobertura"] = estados["familias"] / estados["entidad"].map(objetivo)
    estados["region"] = estados["entidad"].map(region)
    elegidos = []
    for nombre, cuantos in d.por_region.items():
        de_region = estados[estados["region"] == nombre].reset_index(drop=True)
        if len(de_region) < cuantos:
            raise DatoInvalido(
                f"padrón, región {nombre}",
                len(de_region),
                f"{cuantos} entidades con familias, las que pide el diseño",
            )
        s = seleccionar(de_region["cobertura"], cuantos, azar)
        elegidos.append(de_region.iloc[s.unidades].assign(p_entidad=s.probabilidades))
    estados = pd.concat(elegidos).sort_values("entidad")

    trozos = []
    for e in estados.to_dict("records"):
        suyos = marco[marco["entidad"] == e["entidad"]].reset_index(drop=True)
        s = seleccionar(suyos["familias"], min(d.centros, len(suyos)), azar)
        trozos.append(
            suyos.iloc[s.unidades].assign(
                p_centro=s.probabilidades, p_entidad=e["p_entidad"], region=e["region"]
            )
        )
    dibujados = pd.concat(trozos).reset_index(drop=True)
    familias = familias_de(dibujados[["entidad", "centro"]])
    familias = familias.sort_values(["entidad", "centro", "familia"], kind="stable")
    lugares = familias.groupby(["entidad", "centro"], sort=True).indices
    muestra = []
    for fila in dibujados.to_dict("records"):
        lugar = np.asarray(lugares[fila["entidad"], fila["centro"]])
        n = min(d.familias, lugar.size)
        elegidas = np.sort(azar.choice(lugar, n, replace=False))
        muestra.append(
            familias.iloc[elegidas].assign(
                region=fila["region"],
                p_entidad=fila["p_entidad"],
                p_centro=fila["p_centro"],
                p_familia=n / lugar.size,
            )
        )
    resultado = pd.concat(muestra).reset_index(drop=True)
    p = resultado["p_entidad"] * resultado["p_centro"] * resultado["p_familia"]
    resultado["factor"] = 1.0 / p
    orden = ["entidad", "region", "centro", "familia", "p_entidad", "p_centro", "p_familia"]
    return resultado[[*orden, "factor"]]
