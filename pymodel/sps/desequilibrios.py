"""The five desequilibrios of health financing: level, origin, distribution, state effort, use.

Amounts in millions of pesos (mdp) of 2004 unless a docstring says otherwise; amounts of other
years are brought there with :func:`pymodel.precios.deflactar`.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike

from pymodel import datos, validacion
from pymodel.errores import DatoInvalido, Descripcion
from pymodel.validacion import Vector

DOCUMENTO = "sps2006"
_PESOS_POR_MDP = 1e6


@dataclass(frozen=True)
class Brecha:
    """Public spending per head of those with and without social security.

    Attributes
    ----------
    sin_seguridad, con_seguridad : array (m,)       Pesos per person.
    razon : array (m,)                              con_seguridad / sin_seguridad.
    """

    sin_seguridad: Vector
    con_seguridad: Vector
    razon: Vector


def catalogo() -> pd.DataFrame:
    """Questions, periods, indicators and data of each desequilibrio.

    Returns
    -------
    DataFrame (5 rows)      As printed. SPS 2006, CUADRO I of chapter I (L174-262).
    """
    return datos.tabla(DOCUMENTO, "cuadro_i_1")


def resultados() -> pd.DataFrame:
    """Indicators that the document publishes for 2000, 2002, 2006 and 2010.

    Returns
    -------
    DataFrame (7 rows)      As printed. SPS 2006, CUADRO VI of chapter I (L1933-1977).
    """
    return datos.tabla(DOCUMENTO, "cuadro_i_6")


def per_capita(gasto: ArrayLike, poblacion: ArrayLike) -> Vector:
    """Spending per person, pesos.

    Parameters
    ----------
    gasto : array (m,)          mdp.
    poblacion : array (m,)      Persons.

    References
    ----------
    SPS 2006, L657-707.
    """
    g, p = _pareja(gasto, "gasto", poblacion, "poblacion")
    return g * _PESOS_POR_MDP / p


def porcentaje_pib(gasto: ArrayLike, pib: ArrayLike) -> Vector:
    """Spending over GDP, fraction; both in mdp of the same year or the same prices.

    The document mixes deflators: INPC for spending, implicit deflator for GDP. That is why it
    prints 5.6 % (current pesos) and 5.1 % (constant) for 2000. SPS 2006, L164, L276.
    """
    g, p = _pareja(gasto, "gasto", pib, "pib")
    return g / p


def origen(publico: ArrayLike, privado: ArrayLike, bolsillo: ArrayLike) -> pd.DataFrame:
    """Where the money comes from, as fractions of total spending.

    Parameters
    ----------
    publico, privado : array (m,)   mdp; together, total spending.
    bolsillo : array (m,)           Out-of-pocket part of `privado`, mdp.

    Returns
    -------
    DataFrame (m rows)      publico, privado, bolsillo, bolsillo_en_privado.

    References
    ----------
    SPS 2006, L795-801, L973-1021.
    """
    gp, gpr = _pareja(publico, "publico", privado, "privado")
    gb = validacion.vector(bolsillo, "bolsillo")
    validacion.misma_longitud(gpr, "privado", gb, "bolsillo")
    if (gb > gpr).any():
        lugar = int(np.argmax(gb > gpr))
        raise DatoInvalido(
            f"bolsillo, valor {lugar + 1}", float(gb[lugar]), "a lo más el gasto privado del año"
        )
    total = gp + gpr
    return pd.DataFrame(
        {
            "publico": gp / total,
            "privado": gpr / total,
            "bolsillo": gb / total,
            "bolsillo_en_privado": gb / gpr,
        }
    )


def brecha(
    publico: ArrayLike,
    ss: ArrayLike,
    poblacion: ArrayLike,
    sin_seguridad: float | None = None,
) -> Brecha:
    """Gap between those with and without social security.

    Parameters
    ----------
    publico : array (m,)        Public spending, mdp.
    ss : array (m,)             Of it, of the Secretaría de Salud, mdp.
    poblacion : array (m,)      Persons.
    sin_seguridad : float       Part of the population without social security, constant; that of
                                2000 by default, which the document leaves to be inferred.

    Returns
    -------
    Brecha

    References
    ----------
    SPS 2006, L1027, L1171 and FIGURA 16 of chapter I.
    """
    gp, s = _pareja(publico, "publico", ss, "ss")
    p = validacion.masa(poblacion, "poblacion", "una población")
    validacion.misma_longitud(gp, "publico", p, "poblacion")
    parte = (
        float(datos.parametro("poblacion_sin_seguridad_social", 2004, documento=DOCUMENTO))
        if sin_seguridad is None
        else validacion.numero(sin_seguridad, "sin_seguridad")
    )
    if not 0.0 < parte < 1.0:
        raise DatoInvalido("sin_seguridad", parte, "una fracción entre 0 y 1, como 0.5465")
    sin = s * _PESOS_POR_MDP / (parte * p)
    con = (gp - s) * _PESOS_POR_MDP / ((1.0 - parte) * p)
    return Brecha(sin, con, con / sin)


def mejora(dispersion: ArrayLike) -> Vector:
    """Fall of a coefficient of variation since the first year, ``1 - CV_t/CV_0``, (m,).

    SPS 2006, L132-134, L1183, L1267.
    """
    cv = validacion.masa(dispersion, "dispersion", "un coeficiente")
    return 1.0 - cv / cv[0]


def veces(ase: ArrayLike, gasto_estatal: ArrayLike) -> Vector:
    """Times over that a state must raise its health spending to cover its part of the SPS.

    Parameters
    ----------
    ase : array (n,)                Aportación solidaria estatal of all the families of its goal,
                                    any unit.
    gasto_estatal : array (n,)      State spending, same unit and prices, above zero.

    Returns
    -------
    array (n,)      ``(ase - gasto) / gasto``; 0 where the state already spends enough.

    Raises
    ------
    DatoInvalido    Spending of zero or less, a negative aportación, lengths that differ.

    Notes
    -----
    The document does not print the formula ("inferido" from the title of the table). It agrees
    with Guerrero, 23.29, and with the nine states said to need nothing (L1271).

    References
    ----------
    SPS 2006, second CUADRO V of chapter I (L1621-1673), L1267-1271.
    """
    a = validacion.vector(ase, "ase_2010")
    g = validacion.vector(gasto_estatal, "gasto_estatal")
    if len(g) != len(a) and 1 not in (len(a), len(g)):
        validacion.misma_longitud(a, "ase_2010", g, "gasto_estatal", "entidades")
    for x, nombre, minimo, que in (
        (a, "ase_2010", a < 0.0, "una aportación de 0 o más"),
        (g, "gasto_estatal", g <= 0.0, "un gasto estatal mayor que 0"),
    ):
        if minimo.any():
            lugar = int(np.argmax(minimo))
            donde = nombre if len(x) == 1 else f"{nombre}, valor {lugar + 1}"
            raise DatoInvalido(donde, float(x[lugar]), que)
    return np.maximum((a - g) / g, 0.0)


def gasto_implicito(ase: ArrayLike, veces_impresas: ArrayLike) -> Vector:
    """State spending that a printed number of times implies, unit of `ase`, (n,).

    The inverse of :func:`veces`; for the 23 states of the second CUADRO V of chapter I, whose
    spending the document does not print.
    """
    a, v = _pareja(ase, "ase_2010", veces_impresas, "veces")
    return a / (1.0 + v)


def destino(capitulos: ArrayLike) -> Vector:
    """Share of each kind of spending in the budget of the Secretaría de Salud, fraction.

    Parameters
    ----------
    capitulos : array (k,) or (k, m)    Servicios personales, operación, inversión...; any unit.

    Returns
    -------
    array, same shape       Each column adds up to 1.

    References
    ----------
    SPS 2006, L484, L1875 and FIGURAS 3 and 21 of chapter I.
    """
    x = validacion.serie(capitulos, "capitulos")
    total = x.sum(axis=0)
    if (np.asarray(x) < 0.0).any() or (np.asarray(total) <= 0.0).any():
        raise DatoInvalido(
            "capitulos", Descripcion("montos negativos o ceros"), "montos de 0 o más"
        )
    return x / total


def crecimiento_real(inicial: ArrayLike, final: ArrayLike, inflacion: float) -> Vector:
    """Real growth between two dates, fraction.

    Parameters
    ----------
    inicial, final : array (n,)     Current pesos.
    inflacion : float               Of the INPC between both, fraction.

    Returns
    -------
    array (n,)      ``final / inicial / (1 + inflacion) - 1``.

    Notes
    -----
    With the inflation from December 2004 to December 2005 (3.33 %) Sinaloa falls 1 %, as the
    document says; with that of the yearly averages (3.99 %) it falls 1.6 %.

    References
    ----------
    SPS 2006, L4466.
    """
    x0, x1 = _pareja(final, "final", inicial, "inicial")[::-1]
    return x1 / x0 / (1.0 + validacion.tasa(inflacion, "inflacion")) - 1.0


def _pareja(a: ArrayLike, nombre_a: str, b: ArrayLike, nombre_b: str) -> tuple[Vector, Vector]:
    """Two series of one length, the second above zero: what one is divided by."""
    x, y = validacion.vector(a, nombre_a), validacion.vector(b, nombre_b)
    validacion.misma_longitud(x, nombre_a, y, nombre_b, "valores")
    if y.min() <= 0.0:
        lugar = int(np.argmax(y <= 0.0))
        raise DatoInvalido(
            f"{nombre_b}, valor {lugar + 1}", float(y[lugar]), "un valor mayor que 0"
        )
    return x, y
