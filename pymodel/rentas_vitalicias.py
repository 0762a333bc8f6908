"""Statistics of the rentas vitalicias granted: cases, montos constitutivos, averages, shares."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import ArrayLike, NDArray

from pymodel import datos, precios, validacion
from pymodel.errores import DatoInvalido, Descripcion
from pymodel.validacion import Vector

SEGUROS = ("srt", "siv")
DOCUMENTOS = ("ifa2010", "ifa2005")
MILES_POR_MDP = 1000.0

# Table of each report, and what its rows (2005) or columns (2010) are called.
_CUADROS = {
    ("ifa2005", "srt"): "cuadro_ii_2",
    ("ifa2005", "siv"): "cuadro_ii_8",
    ("ifa2010", "srt"): "cuadro_a_1",
    ("ifa2010", "siv"): "cuadro_a_2",
}
_TIPOS_2005: dict[str, tuple[str, ...]] = {
    "srt": (
        "Incapacidad Permanente",
        "Viudez",
        "Viudez-Orfandad",
        "Orfandad",
        "Ascendencia",
    ),
    "siv": ("Invalidez", "Viudez", "Viudez - Orfandad", "Orfandad", "Ascendencia"),
}
_TIPOS_2010: dict[str, tuple[str, ...]] = {
    "srt": ("incapacidad_permanente", "pensiones_derivadas"),
    "siv": ("invalidez", "pensiones_derivadas"),
}


@dataclass(frozen=True)
class Rentas:
    """Rentas vitalicias granted each year, by type of pension.

    Attributes
    ----------
    anios : array (n,)              Year of the resolution.
    tipos : tuple of str            k types; they add up to the total.
    casos : array (n, k)            Cases.
    montos : array (n, k)           Montos constitutivos, mdp of `precios`.
    precios : str                   "corrientes", or the year of the pesos.
    """

    anios: NDArray[np.int64]
    tipos: tuple[str, ...]
    casos: Vector
    montos: Vector
    precios: str


@dataclass(frozen=True)
class Estadisticas:
    """What :func:`estadisticas` computes; the last row and column, where there are, are totals.

    Attributes
    ----------
    casos, montos : array (n+1, k+1)        Cases; mdp.
    promedio : array (n+1, k+1)             MC promedio, miles de pesos; NaN without cases.
    variacion_casos, variacion_montos, variacion_promedio : array (n-1, k+1)
                                            Change over the year before, fraction; NaN after a 0.
    participacion : array (n+1, k)          Share of each type in the MC, fraction.
    """

    casos: Vector
    montos: Vector
    promedio: Vector
    variacion_casos: Vector
    variacion_montos: Vector
    variacion_promedio: Vector
    participacion: Vector


def otorgadas(seguro: str, documento: str = "ifa2010") -> Rentas:
    """Rentas vitalicias that a report prints for one insurance.

    Parameters
    ----------
    seguro : str        "srt" or "siv".
    documento : str     "ifa2010" (1997-2010, two types) or "ifa2005" (1997-2005, five types).

    Returns
    -------
    Rentas              Current pesos.

    Raises
    ------
    DatoInvalido        Another insurance or report.

    Notes
    -----
    The 1,822 million of the Décimo Cuarto Transitorio paid in 2004 are not in these tables: see
    :func:`impacto_decimo_cuarto`.

    References
    ----------
    IFA 2005, cuadros II.2 and II.8 (L1211-1258, L1511-1555); IFA 2010, cuadros A.1 and A.2
    (L8602-8728).
    """
    validacion.opcion(seguro, "seguro", SEGUROS)
    validacion.opcion(documento, "documento", DOCUMENTOS)
    df = datos.tabla(documento, _CUADROS[documento, seguro])
    if documento == "ifa2010":
        df = datos.filas_anuales(df)
        tipos = _TIPOS_2010[seguro]
        anios = df["Año"].to_numpy(np.int64)
        casos = df[[f"{t}_casos" for t in tipos]].to_numpy(np.float64)
        montos = df[[f"{t}_mc_miles_pesos" for t in tipos]].to_numpy(np.float64)
    else:
        tipos = _TIPOS_2005[seguro]
        columnas = [c for c in df.columns if str(c).isdigit()]
        anios = np.array([int(c) for c in columnas])
        casos, montos = (
            np.column_stack(
                [
                    df[(df["grupo"] == tipo) & df["concepto"].str.startswith(concepto)][columnas]
                    .to_numpy(np.float64)
                    .ravel()
                    for tipo in tipos
                ]
            )
            for concepto in ("Casos", "Montos")
        )
    return Rentas(anios, tipos, casos, montos / MILES_POR_MDP, "corrientes")


def sumar(*series: Rentas) -> Rentas:
    """Several insurances together, one type each: SRT + SIV of gráficas II.3 and A.4.

    Parameters
    ----------
    series : Rentas     Same years and prices.

    Returns
    -------
    Rentas              Types "1", "2"... in the given order.

    Raises
    ------
    DatoInvalido        Other years or prices.
    """
    primera = series[0]
    for otra in series[1:]:
        if otra.precios != primera.precios or not np.array_equal(otra.anios, primera.anios):
            raise DatoInvalido(
                "series", Descripcion("años o precios distintos"), "los mismos años y precios"
            )
    return Rentas(
        primera.anios,
        tuple(str(i) for i in range(1, len(series) + 1)),
        np.column_stack([s.casos.sum(axis=1) for s in series]),
        np.column_stack([s.montos.sum(axis=1) for s in series]),
        primera.precios,
    )


def a_precios(rentas: Rentas, anio_base: int) -> Rentas:
    """The same cases with their montos constitutivos in constant pesos.

    Parameters
    ----------
    rentas : Rentas     Current pesos.
    anio_base : int     Year of the resulting prices.

    Returns
    -------
    Rentas              mdp of `anio_base`: MC x INPC_base / INPC_year, yearly averages.

    Raises
    ------
    DatoInvalido        Montos that are not in current pesos, a year without INPC.

    References
    ----------
    Gráficas II.3 (IFA 2005, L1151-1161) and A.4 (IFA 2010, L8739-8746). Their labels are lost, so
    that the yearly average of the INPC is our choice and cannot be checked against them.
    """
    if rentas.precios != "corrientes":
        raise DatoInvalido(
            "rentas", Descripcion(f"pesos de {rentas.precios}"), "montos en pesos corrientes"
        )
    constantes = precios.deflactar(rentas.montos, rentas.anios, anio_base)
    constantes = constantes.reshape(rentas.montos.shape)
    return Rentas(rentas.anios, rentas.tipos, rentas.casos, constantes, str(anio_base))


@cache
def impacto_decimo_cuarto() -> float:
    """Return what the Décimo Cuarto Transitorio cost in 2004, mdp, outside the statistics.

    Most of it is the increase of rentas vitalicias granted until 2003. Both reports print 1,822,
    under charts in pesos of 2005 and of 2010: its price base is not known.

    References
    ----------
    IFA 2005, L1159; IFA 2010, note 1 of gráfica A.4 (L8743).
    """
    return float(
        datos.parametro("impacto_decimo_cuarto_transitorio", "2004-12-31", documento="ifa2005")
    )


def estadisticas(casos: ArrayLike, montos: ArrayLike) -> Estadisticas:
    """Averages, changes and shares of a table of rentas vitalicias.

    Parameters
    ----------
    casos : array (n,) or (n, k)    Cases of each year, by type.
    montos : same shape             Montos constitutivos, mdp.

    Returns
    -------
    Estadisticas

    Raises
    ------
    DatoInvalido        Negative figures, shapes that differ, an amount without cases.

    Notes
    -----
    MC promedio = MC / cases; change = X(t)/X(t-1) - 1; share = MC of the type / MC of all.

    References
    ----------
    IFA 2005, cuadros II.2 and II.8; IFA 2010, cuadros A.1 and A.2 and L8661-8678.
    """
    c, m = _matriz(casos, "casos"), _matriz(montos, "montos")
    if c.shape != m.shape:
        raise DatoInvalido(
            "casos y montos",
            Descripcion(f"{c.shape[0]}×{c.shape[1]} y {m.shape[0]}×{m.shape[1]}"),
            "los mismos años y tipos",
        )
    huerfanos = np.argwhere((c == 0.0) & (m > 0.0))
    if huerfanos.size:
        lugar = huerfanos[0]
        raise DatoInvalido(
            f"montos, {validacion.posicion(lugar)}", float(m[tuple(lugar)]), "0 donde no hay casos"
        )
    c, m = _con_totales(c), _con_totales(m)
    promedio = _razon(m, c) * MILES_POR_MDP
    return Estadisticas(
        casos=c,
        montos=m,
        promedio=promedio,
        variacion_casos=_variacion(c),
        variacion_montos=_variacion(m),
        variacion_promedio=_variacion(promedio),
        participacion=_razon(m[:, :-1], m[:, -1:]),
    )


def por_asegurados(casos: ArrayLike, asegurados: ArrayLike, por: float = 10_000.0) -> Vector:
    """Rentas vitalicias for every so many insured.

    Parameters
    ----------
    casos : array (n,)          Cases of each year.
    asegurados : array (n,)     Insured of each year, above 0.
    por : float                 10,000, as cuadro II.8.

    Returns
    -------
    array (n,)

    Raises
    ------
    DatoInvalido                Insured of 0 or less, lengths that differ.

    References
    ----------
    IFA 2005, cuadro II.8, last row (L1511-1555).
    """
    c, a = validacion.vector(casos, "casos"), validacion.masa(asegurados, "asegurados")
    validacion.misma_longitud(c, "casos", a, "asegurados")
    return por * c / a


def _matriz(valores: ArrayLike, nombre: str) -> Vector:
    v = validacion.serie(valores, nombre)
    if v.min() < 0.0:
        lugar = np.argwhere(v < 0.0)[0]
        raise DatoInvalido(
            f"{nombre}, {validacion.posicion(lugar)}", float(v[tuple(lugar)]), "0 o más"
        )
    return v.reshape(v.shape[0], -1)


def _con_totales(v: Vector) -> Vector:
    filas = np.vstack([v, v.sum(axis=0)])
    return np.column_stack([filas, filas.sum(axis=1)])


def _razon(numerador: Vector, denominador: Vector) -> Vector:
    sin_datos = np.full(np.broadcast(numerador, denominador).shape, np.nan)
    return np.divide(numerador, denominador, out=sin_datos, where=denominador > 0.0)


def _variacion(v: Vector) -> Vector:
    anuales = v[:-1]
    return _razon(anuales[1:], np.nan_to_num(anuales[:-1])) - 1.0
