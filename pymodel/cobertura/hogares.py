"""Households and uninsured population of 2004: projection, allocation to the states, scenarios."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike

from pymodel import datos, validacion
from pymodel.errores import DatoInvalido
from pymodel.validacion import Vector

DOCUMENTO = "noaseg2004"
CENSO_ANTERIOR, CENSO = 1990, 2000
"""The two censuses between which the growth of the households is measured."""
ANIO = 2004


def proyeccion(h_1990: ArrayLike, h_2000: ArrayLike, anio: float) -> Vector:
    """Households of a year on the straight line between two censuses.

    Parameters
    ----------
    h_1990, h_2000 : float or array (n,)    Households of 1990 and 2000 (by state or size).
    anio : float                            Whole year, from 1990 on.

    Returns
    -------
    array (n,)      Households, unrounded.

    Raises
    ------
    DatoInvalido    Negative households, other lengths, a year before 1990, or so late that a
                    class that shrinks would be negative.

    Notes
    -----
    H_t = H_2000 + (t - 2000)·Δ, with Δ = (H_2000 - H_1990)/10. The growth of 3.9 % that the
    report quotes is Δ/H_1990 (3.97 %), not the compound rate (3.40 %).

    References
    ----------
    No asegurados 2004, L74-86, anexos 1 and 2 (L181-239).
    """
    antes, despues = validacion.vector(h_1990, "h_1990"), validacion.vector(h_2000, "h_2000")
    validacion.misma_longitud(antes, "h_1990", despues, "h_2000", "renglones")
    for valores, nombre in ((antes, "h_1990"), (despues, "h_2000")):
        _no_negativos(valores, nombre)
    t = validacion.entero(anio, "anio", CENSO_ANTERIOR, 2100)
    hogares: Vector = despues + (t - CENSO) * incremento(antes, despues)
    if hogares.min() < 0.0:
        lugar = int(np.argmin(hogares))
        raise DatoInvalido(
            f"anio, con los hogares de {validacion.posicion(lugar)}",
            t,
            "un año en que la recta no haya llegado a menos de 0 hogares",
        )
    return hogares


def incremento(h_1990: Vector, h_2000: Vector) -> Vector:
    """Return the mean yearly increase between the two censuses, households a year; shape (n,)."""
    return (h_2000 - h_1990) / (CENSO - CENSO_ANTERIOR)


def crecimiento_lineal(h_1990: ArrayLike, h_2000: ArrayLike) -> Vector:
    """Yearly growth as the report quotes it: the mean increase over the households of 1990.

    Parameters
    ----------
    h_1990, h_2000 : array (n,)     Households of each census; those of 1990 above zero.

    Returns
    -------
    array (n,)      Fraction a year: 0.0834 for the households of one person.

    References
    ----------
    No asegurados 2004, L76-80.
    """
    antes, despues = validacion.vector(h_1990, "h_1990"), validacion.vector(h_2000, "h_2000")
    validacion.misma_longitud(antes, "h_1990", despues, "h_2000", "renglones")
    if antes.min() <= 0.0:
        raise DatoInvalido("h_1990", float(antes.min()), "hogares mayores que 0")
    return incremento(antes, despues) / antes


def repartir(total: float, base: ArrayLike) -> Vector:
    """Share a national total among the states in proportion to a base.

    Parameters
    ----------
    total : float       What is shared (households of the country in 2004).
    base : array (n,)   Weight of each state (its households of 2000), none negative.

    Returns
    -------
    array (n,)      Unrounded; adds up to `total`.

    References
    ----------
    Recovered from cuadro 1 of No asegurados 2004 (L128-167), whose totals are not those of
    anexo 2 but the national total shared by the households of 2000.
    """
    total = validacion.numero(total, "total")
    pesos = validacion.vector(base, "base")
    _no_negativos(np.array([total]), "total")
    _no_negativos(pesos, "base")
    if pesos.sum() <= 0.0:
        raise DatoInvalido("base", 0.0, "al menos un valor mayor que 0")
    return total * pesos / pesos.sum()


def sujetos(hogares: ArrayLike, porcentaje_no_asegurado: ArrayLike) -> Vector:
    """Households subject to affiliation: those whose head is not insured.

    Parameters
    ----------
    hogares : array (n,)                    Households of each state.
    porcentaje_no_asegurado : array (n,)    Per cent of them without insurance, 0 to 100.

    Returns
    -------
    array (n,)      Households.

    References
    ----------
    No asegurados 2004, L65-72 and cuadro 1.
    """
    h = validacion.vector(hogares, "hogares")
    p = validacion.vector(porcentaje_no_asegurado, "porcentaje_no_asegurado")
    validacion.misma_longitud(h, "hogares", p, "porcentaje_no_asegurado")
    _no_negativos(h, "hogares")
    _entre(p, 0.0, 100.0, "porcentaje_no_asegurado", "un porcentaje de 0 a 100")
    return h * p / 100.0


class Escenarios(NamedTuple):
    """Uninsured population under the three scenarios of coverage; persons, shape (n,)."""

    minimo: Vector
    """The IMSS insures a larger share: lower bound."""
    constante: Vector
    """The shares of 2000 stay: the one that the report adopts."""
    maximo: Vector
    """The insured lose weight: upper bound."""


def escenarios(
    poblacion: ArrayLike, proporcion_no_asegurada: ArrayLike, variacion: float
) -> Escenarios:
    """Uninsured population with constant, larger and smaller coverage.

    Parameters
    ----------
    poblacion : array (n,)                  Population of the year, persons.
    proporcion_no_asegurada : array (n,)    Fraction of the population without insurance in 2000.
    variacion : float                       By how much the insured share changes in the two
                                            bounds, as a fraction of it: 0.02 is 2 %.

    Returns
    -------
    Escenarios

    Notes
    -----
    Insured share a = 1 - u. Constant: P·u. Lower bound: P·(1 - min(1, a·(1 + v))). Upper bound:
    P·(1 - a·(1 - v)). The report describes the three and prints only the constant one, without a
    magnitude for the others: `variacion` is an assumption of the analyst.

    References
    ----------
    No asegurados 2004, L91-105.
    """
    p = validacion.vector(poblacion, "poblacion")
    u = validacion.vector(proporcion_no_asegurada, "proporcion_no_asegurada")
    validacion.misma_longitud(p, "poblacion", u, "proporcion_no_asegurada")
    _no_negativos(p, "poblacion")
    _entre(u, 0.0, 1.0, "proporcion_no_asegurada", "una fracción de 0 a 1")
    v = validacion.tasa(variacion, "variacion")
    if v < 0.0:
        raise DatoInvalido("variacion", v, "una fracción de 0 o más")
    a = 1.0 - u
    return Escenarios(p * (1.0 - np.minimum(1.0, a * (1.0 + v))), p * u, p * (1.0 - a * (1.0 - v)))


def cuadro_1() -> pd.DataFrame:
    """Households of 2004, subject to affiliation, and uninsured population by state.

    Returns
    -------
    DataFrame
        entidad, hogares_2000, hogares_2004 (the national total shared by those of 2000),
        porcentaje (without insurance, printed), sujetos, poblacion_no_asegurada (printed). 32
        rows in the order of the report.

    Notes
    -----
    The percentage and the population come from the census sample and from CONAPO, and are inputs
    ("insumo"): the report does not print what they were computed from.

    References
    ----------
    No asegurados 2004, cuadro 1 (L128-167) and anexo 2 (L200-239).
    """
    impreso = datos.tabla(DOCUMENTO, "cuadro_1").iloc[1:].reset_index(drop=True)
    estados = datos.tabla(DOCUMENTO, "anexo_2")
    tamanos = datos.tabla(DOCUMENTO, "anexo_1")
    censo = estados["2000"].to_numpy(np.float64)
    nacional = proyeccion(tamanos["1990"][:1], tamanos["2000"][:1], ANIO)[0]
    de_2004 = repartir(nacional, censo)
    porcentaje = impreso["Porcentaje de hogares no asegurados /1"].to_numpy(np.float64)
    return pd.DataFrame(
        {
            "entidad": estados["Entidad federativa"],
            "hogares_2000": censo,
            "hogares_2004": de_2004,
            "porcentaje": porcentaje,
            "sujetos": sujetos(de_2004, porcentaje),
            "poblacion_no_asegurada": impreso["Población no asegurada /2"].to_numpy(np.float64),
        }
    )


def _no_negativos(valores: Vector, nombre: str) -> None:
    if valores.min() < 0.0:
        lugar = int(np.argmin(valores))
        raise DatoInvalido(
            f"{nombre}, {validacion.posicion(lugar)}" if valores.size > 1 else nombre,
            float(valores[lugar]),
            "un número de 0 o más",
        )


def _entre(valores: Vector, minimo: float, maximo: float, nombre: str, esperado: str) -> None:
    malos = (valores < minimo) | (valores > maximo)
    if malos.any():
        lugar = int(np.argmax(malos))
        raise DatoInvalido(
            f"{nombre}, {validacion.posicion(lugar)}", float(valores[lugar]), esperado
        )
