"""Premiums of the valuations: prima de gasto, promedio, nivelada, escalonada; reserve; test."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike

from pymodel import finanzas, validacion
from pymodel.errores import DatoInvalido
from pymodel.validacion import Vector


def prima_gasto(
    gasto: ArrayLike, masa_salarial: ArrayLike, *, nombre_masa: str = "masa_salarial"
) -> Vector:
    """Pay-as-you-go premium of each year: expenditure over wages.

    Parameters
    ----------
    gasto : array (n,) or (n, k)    Yearly expenditure, mdp.
    masa_salarial : array (n,)      Yearly wage volume, mdp of the same price base, > 0.
    nombre_masa : str               What the messages call the wage volume.

    Returns
    -------
    array (n,) or (n, k)            Decimal fractions of wages.

    References
    ----------
    IFA 2005, cuadro II.3 columns f and g (L1290-1300); IFA 2010, cuadro I.4 column g (L704).
    """
    gastos, masa = _par(gasto, masa_salarial, nombre_masa)
    return gastos / (masa if gastos.ndim == 1 else masa[:, None])


def prima_promedio(gasto: ArrayLike, masa_salarial: ArrayLike) -> float | Vector:
    """Undiscounted average premium: ratio of the sums, not the mean of the yearly ratios.

    Parameters and errors as in :func:`prima_gasto`; one value for each expenditure series.

    References
    ----------
    IFA 2005, L1322, L1464, L1615, L2374.
    """
    gastos, masa = _par(gasto, masa_salarial)
    resultado = gastos.sum(axis=0) / masa.sum()
    return float(resultado) if resultado.ndim == 0 else resultado


def prima_nivelada(
    gasto: ArrayLike,
    masa_salarial: ArrayLike,
    tasa: float,
    *,
    reserva: ArrayLike = 0.0,
    convencion: str = "fin",
    crecimiento_perpetuo: float | None = None,
    vp_cola_gasto: ArrayLike = 0.0,
    vp_cola_masa: float = 0.0,
    horizonte: int | None = None,
) -> float | Vector:
    """Constant premium that finances a stream of expenditure over the horizon.

    Parameters
    ----------
    gasto : array (n,) or (n, k)            Yearly expenditure, mdp of the valuation year.
    masa_salarial : array (n,)              Yearly wage volume, same money, > 0.
    tasa : float                            Real yearly discount rate, decimal fraction.
    reserva : float or array (k,)           Opening reserve, mdp; lowers the premium.
    convencion : str                        "fin", "inicio" or "medio".
    crecimiento_perpetuo : float            Growth of a closing perpetuity on both sides.
    vp_cola_gasto : float or array (k,)     Run-off of expenditure at the valuation date, mdp.
    vp_cola_masa : float                    Run-off of wages at the valuation date, mdp.
    horizonte : int                         Use the first `horizonte` years only.

    Returns
    -------
    float, or array (k,) of premiums by component: decimal fractions of wages.

    Raises
    ------
    DatoInvalido    Lengths that differ, wages of 0 or less, growth at or above the rate, a
                    perpetuity together with a tail, a horizon beyond the range.

    Notes
    -----
    PN = (VP(G) - R0) / VP(S). The reports leave the reserve out (R0 = 0).

    References
    ----------
    IFA 2005, L1071-1073, L1324-1326 ("costo actuarial"); IFA 2010, L705-707, L785-808.
    """
    gastos, masa = _par(gasto, masa_salarial)
    if horizonte is not None:
        n = validacion.entero(horizonte, "horizonte", 1, masa.size)
        gastos, masa = gastos[:n], masa[:n]
    inicial = finanzas._por_serie(reserva, "reserva", gastos)
    cola_gasto = finanzas._por_serie(vp_cola_gasto, "vp_cola_gasto", gastos)
    cola_masa = validacion.numero(vp_cola_masa, "vp_cola_masa")
    if crecimiento_perpetuo is not None:
        finanzas._un_solo_cierre(cola_gasto, "vp_cola_gasto")
        finanzas._un_solo_cierre(cola_masa, "vp_cola_masa")
    factores = finanzas.factores_descuento(masa.size, tasa, convencion)
    vp_gasto = finanzas._vp(gastos, factores, tasa, crecimiento_perpetuo, cola_gasto)
    vp_masa = finanzas._vp(masa, factores, tasa, crecimiento_perpetuo, cola_masa)
    if vp_masa <= 0.0:
        raise DatoInvalido("vp_cola_masa", cola_masa, "una masa salarial futura mayor que 0")
    return (vp_gasto - inicial) / vp_masa


def prima_media_nivelada(
    gasto: ArrayLike,
    masa_salarial: ArrayLike,
    tasa: float,
    *,
    reserva: ArrayLike = 0.0,
    convencion: str = "inicio",
    crecimiento_perpetuo: float | None = None,
    vp_cola_gasto: ArrayLike = 0.0,
    vp_cola_masa: float = 0.0,
    horizonte: int | None = None,
) -> float | Vector:
    """Prima media nivelada (PMN) of the MIFA: level premium with the first year undiscounted.

    Parameters, result and errors as in :func:`prima_nivelada`.

    References
    ----------
    IFA 2010, L1557-1607 and cuadros II.4-II.8: VP of total expenditure over VP of wages,
    exponent t - 2011.
    """
    return prima_nivelada(
        gasto,
        masa_salarial,
        tasa,
        reserva=reserva,
        convencion=convencion,
        crecimiento_perpetuo=crecimiento_perpetuo,
        vp_cola_gasto=vp_cola_gasto,
        vp_cola_masa=vp_cola_masa,
        horizonte=horizonte,
    )


def prima_escalonada(gasto: ArrayLike, masa_salarial: ArrayLike, tasa: float, anios: int) -> Vector:
    """Level premium of each block of years: VP of expenditure over VP of wages in the block.

    Parameters
    ----------
    gasto : array (n,)              Yearly expenditure, mdp.
    masa_salarial : array (n,)      Yearly wage volume, mdp, > 0.
    tasa : float                    Discount rate; 0 gives the undiscounted blocks of IFA 2005.
    anios : int                     Years in each block; the last one may be short.

    Returns
    -------
    array (n,)                      The premium in force in each year, decimal fractions.

    References
    ----------
    IFA 2005, L1473 and gráfica II.7: SRT in five blocks of ten years.
    """
    gastos = validacion.vector(gasto, "gasto")
    masa = validacion.masa(masa_salarial)
    validacion.misma_longitud(gastos, "gasto", masa, "masa_salarial")
    paso = min(validacion.entero(anios, "anios", 1), masa.size)
    factores = finanzas.factores_descuento(masa.size, tasa)
    cortes = np.arange(0, masa.size, paso)
    por_bloque = np.add.reduceat(gastos * factores, cortes) / np.add.reduceat(
        masa * factores, cortes
    )
    return np.repeat(por_bloque, paso)[: masa.size]


class Reserva(NamedTuple):
    """Yearly path of a reserve; arrays (n,), money of the flows."""

    ingreso: Vector
    gasto: Vector
    rendimiento: Vector
    reserva: Vector


def reserva_proyectada(
    reserva: float, prima: float, gasto: ArrayLike, masa_salarial: ArrayLike, tasa: float
) -> Reserva:
    """Reserve at each year end when a constant premium is charged.

    Parameters
    ----------
    reserva : float                 Opening reserve, mdp.
    prima : float                   Premium, decimal fraction of wages.
    gasto, masa_salarial : array (n,)   Yearly flows at year end, mdp.
    tasa : float                    Real yield, decimal fraction.

    Returns
    -------
    Reserva                         ingreso, gasto, rendimiento, reserva; each (n,), mdp.

    Notes
    -----
    R_t = R_{t-1} (1 + i) + p S_t - G_t. A negative balance is a debt and bears the same rate.

    References
    ----------
    IFA 2005, L1671 and L1778 (years of surplus build the reserve).
    """
    inicial = validacion.numero(reserva, "reserva")
    p = validacion.tasa(prima, "prima")
    i = validacion.tasa(tasa, "tasa")
    gastos = validacion.vector(gasto, "gasto")
    masa = validacion.masa(masa_salarial)
    validacion.misma_longitud(gastos, "gasto", masa, "masa_salarial")
    ingresos = p * masa
    saldos = np.empty(masa.size)
    saldo = inicial
    for t, neto in enumerate((ingresos - gastos).tolist()):
        saldo = saldo * (1.0 + i) + neto
        saldos[t] = saldo
    rendimientos = i * np.concatenate(([inicial], saldos[:-1]))
    return Reserva(ingresos, gastos, rendimientos, saldos)


class Suficiencia(NamedTuple):
    """Result of the sufficiency test."""

    suficiente: bool
    margen: float
    razon: float
    monto: float | None


def suficiencia(
    prima_nivelada: float, prima_ingreso: float, masa_salarial: ArrayLike | None = None
) -> Suficiencia:
    """Is the premium of income enough for the level premium?

    Parameters
    ----------
    prima_nivelada, prima_ingreso : float   Decimal fractions of wages below 1; prima_ingreso > 0.
    masa_salarial : float or array          Wages on which the margin is measured, mdp: one
                                            year, a VPSF, or several years that are added.

    Returns
    -------
    Suficiencia     suficiente (equal counts, to 1 part in 10**12), margen = ingreso - nivelada
                    (fraction), razon = nivelada / ingreso, monto = margen x wages (mdp) or None.

    References
    ----------
    IFA 2005, L1073, L1471, L1665-1667; IFA 2010, L406-416, L791-793.
    """
    nivelada = validacion.tasa(prima_nivelada, "prima_nivelada")
    ingreso = validacion.tasa(prima_ingreso, "prima_ingreso")
    if ingreso <= 0.0:
        raise DatoInvalido("prima_ingreso", ingreso, "una prima mayor que 0")
    margen = ingreso - nivelada
    monto = None
    if masa_salarial is not None:
        monto = margen * float(validacion.masa(masa_salarial).sum())
    # Two equal premiums may differ in the last bit when one of them was computed.
    alcanza = nivelada <= ingreso or math.isclose(nivelada, ingreso, rel_tol=1e-12)
    return Suficiencia(alcanza, margen, nivelada / ingreso, monto)


def _par(
    gasto: ArrayLike, masa_salarial: ArrayLike, nombre_masa: str = "masa_salarial"
) -> tuple[Vector, Vector]:
    gastos = validacion.serie(gasto, "gasto")
    masa = validacion.masa(masa_salarial, nombre_masa)
    validacion.misma_longitud(gastos, "gasto", masa, nombre_masa)
    return gastos, masa
