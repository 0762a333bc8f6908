"""Seguro de Salud para la Familia: fees, age profile, adverse selection, break-even premiums."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Any, NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike

from pymodel import datos, validacion
from pymodel.cuotas import cuota_federal_diaria
from pymodel.errores import DatoInvalido, Descripcion
from pymodel.mifa.equilibrio import equilibrio as mifa_equilibrio
from pymodel.mifa.largo_plazo import flujo
from pymodel.mifa.seguros import seguro
from pymodel.mifa.supuestos import SUPUESTOS
from pymodel.validacion import Vector

GRUPOS = ("0_19", "20_39", "40_59", "60_mas")
EDADES_INICIALES = (0, 20, 40, 60)
PRIMER_ANIO = 2002
ULTIMO_ANIO = 2013
EDAD_MAXIMA = 120
DIAS = 365.0
ACTUAL = 100.0

PROPIOS: dict[str, Any] = {
    "aportacion_actual": None,
    "cambio_cuotas": 0.0,
    "cambio_aportacion_federal": 0.0,
    "cambio_gasto": 0.0,
    "crecimiento_adicional_gasto": 0.0,
}
"""Assumptions of the SSFAM alone; the others are those of the MIFA."""

# PCHIP, and not the spline of the rest of the MIFA, is what reproduces the print of the SSFAM.
DEFECTOS: dict[str, Any] = {**dict.fromkeys(SUPUESTOS), "interpolacion": "pchip", **PROPIOS}


# --- Fees --------------------------------------------------------------------------------------


def cuota(edad: ArrayLike, anio: float) -> Vector:
    """Yearly fee of an insured from February of a year, not rounded.

    Parameters
    ----------
    edad : array (n,)       Completed years, 0 to 120.
    anio : int              2002 to 2013.

    Returns
    -------
    array (n,)              Current pesos a year.

    Raises
    ------
    DatoInvalido            Ages that are not whole years, years outside the rule.

    Notes
    -----
    Fee of the law of December 2001 × INPC of December of year - 1 / INPC of December 2001; the
    chain is not rounded. The reports print whole pesos until 2009 and tenths in 2010 and 2011,
    where they differ by up to 0.1, except ages 20-39 of 2011 (1,543.10 printed, 1,543.64 here).

    References
    ----------
    LSS, arts. 240 to 242 before the reform of 2014, which leaves the fees to the Consejo Técnico;
    IFA 2005, cuadro III.8 (L2803-2826); IFA 2010, cuadro V.3 (L5847-5870).
    """
    return cuotas_por_grupo(anio)[grupo(edad)]


def grupo(edad: ArrayLike) -> np.ndarray:
    """Return the age group of each age, (n,), 0 to 3: 0-19, 20-39, 40-59, 60 and over."""
    edades = validacion.vector(np.atleast_1d(np.asarray(edad)), "edad")
    malas = (edades < 0) | (edades > EDAD_MAXIMA) | (edades != np.floor(edades))
    if malas.any():
        i = int(np.argmax(malas))
        donde = "edad" if len(edades) == 1 else f"edad, valor {i + 1}"
        raise DatoInvalido(donde, float(edades[i]), f"años cumplidos, de 0 a {EDAD_MAXIMA}")
    return np.searchsorted(EDADES_INICIALES, edades, side="right") - 1


def cuotas_por_grupo(anio: float) -> Vector:
    """Return the fee of each age group, (4,), current pesos a year; see :func:`cuota`."""
    t = validacion.numero(anio, "anio")
    if t != int(t) or not PRIMER_ANIO <= t <= ULTIMO_ANIO:
        raise DatoInvalido(
            "anio",
            t,
            f"un año de {PRIMER_ANIO} a {ULTIMO_ANIO} (desde la reforma de 2014 del art. 242 las "
            "cuotas las fija el Consejo Técnico)",
        )
    iniciales = [_parametro(f"ssfam_cuota_{g}", PRIMER_ANIO, "ifa2005") for g in GRUPOS]
    actualizacion = datos.inpc_diciembre(int(t) - 1) / datos.inpc_diciembre(PRIMER_ANIO - 1)
    return np.array(iniciales) * actualizacion


def cuota_federal(anio: int) -> float:
    """Federal fee of a family in a year.

    Parameters
    ----------
    anio : int      From 1998, while there is INPC.

    Returns
    -------
    float           Current pesos: 365 days at the mean of the four quarters.

    Raises
    ------
    DatoInvalido    Years out of range.

    Notes
    -----
    13.9 % of the minimum wage of the Distrito Federal of July 1997, updated each quarter; see
    :func:`pymodel.cuotas.cuota_federal_diaria`. The report prints 3,128.30 (2010) and 3,201.10
    (2011), 0.05 % and 1.1 % less than this: it does not say which months it takes.

    References
    ----------
    LSS, arts. 106, III, and 242; IFA 2005, L2826; IFA 2010, L5840-5866.
    """
    t = validacion.entero(anio, "anio", 1998, 2100)
    return DIAS * float(np.mean([cuota_federal_diaria(date(t, m, 1)) for m in (1, 4, 7, 10)]))


def cuotas_de_equilibrio(poblacion: ArrayLike, cuotas: ArrayLike, costo: float) -> Vector:
    """Fees by age group that pay a total cost, in the proportions of the present ones.

    Parameters
    ----------
    poblacion : array (n,)      Insured of each group.
    cuotas : array (n,)         Present fees, pesos.
    costo : float               Cost to cover, pesos.

    Returns
    -------
    array (n,)                  Pesos.

    Raises
    ------
    DatoInvalido                Negative figures, no insured, no income.
    """
    p = validacion.vector(poblacion, "poblacion")
    c = validacion.vector(cuotas, "cuotas")
    validacion.misma_longitud(p, "poblacion", c, "cuotas")
    _no_negativos(p, "poblacion")
    _no_negativos(c, "cuotas")
    total = validacion.numero(costo, "costo")
    if p @ c <= 0.0 or total < 0.0:
        raise DatoInvalido("costo", total, "un costo de 0 o más y cuotas que den ingresos")
    return c * (total / float(p @ c))


# --- Age profile and adverse selection ---------------------------------------------------------


class Seleccion(NamedTuple):
    """Direct standardisation: cases, or pesos, of the unit of `tasas`."""

    poblacion_ro: float
    poblacion_ssfam: float
    observado: float
    esperado: float
    impacto: float


def seleccion(poblacion_ro: ArrayLike, poblacion_ssfam: ArrayLike, tasas: ArrayLike) -> Seleccion:
    """What the SSFAM costs for having its ages rather than those of the Régimen Obligatorio.

    Parameters
    ----------
    poblacion_ro, poblacion_ssfam : array (n,) or (n, k)    Users by age group, and sex.
    tasas : array, same shape                               Cases or cost per person of each group.

    Returns
    -------
    Seleccion       `observado` with the population of the SSFAM; `esperado` with as many people,
                    but in the proportions of the RO; `impacto` their difference.

    Raises
    ------
    DatoInvalido    Different shapes, negative figures, an empty population.

    Notes
    -----
    observed = Σ rate × P_SSFAM; expected = Σ rate × P_RO × (ΣP_SSFAM/ΣP_RO).

    References
    ----------
    IFA 2005, L2890-2921. The rates and unit costs behind its figures are not printed.
    """
    ro = validacion.serie(poblacion_ro, "poblacion_ro")
    ss = validacion.serie(poblacion_ssfam, "poblacion_ssfam")
    m = validacion.serie(tasas, "costos")
    for nombre, serie in (("poblacion_ssfam", ss), ("costos", m)):
        if serie.shape != ro.shape:
            raise DatoInvalido(
                nombre,
                Descripcion(f"un rango de {_forma(serie)}"),
                f"uno igual al de poblacion_ro, de {_forma(ro)}",
            )
    for nombre, serie in (("poblacion_ro", ro), ("poblacion_ssfam", ss), ("costos", m)):
        _no_negativos(serie, nombre)
    total_ro, total_ss = float(ro.sum()), float(ss.sum())
    if total_ro <= 0.0 or total_ss <= 0.0:
        raise DatoInvalido("poblacion_ro y poblacion_ssfam", 0.0, "alguna persona en cada una")
    observado = float((m * ss).sum())
    esperado = float((m * ro).sum()) * total_ss / total_ro
    return Seleccion(total_ro, total_ss, observado, esperado, observado - esperado)


def edad_media(poblacion: ArrayLike, edades: ArrayLike) -> float:
    """Return the mean age of a population by groups, years, `edades` their representative ages."""
    p = validacion.vector(poblacion, "poblacion")
    e = validacion.vector(edades, "edades")
    validacion.misma_longitud(p, "poblacion", e, "edades")
    _no_negativos(p, "poblacion")
    if p.sum() <= 0.0:
        raise DatoInvalido("poblacion", 0.0, "alguna persona")
    return float(p @ e / p.sum())


# --- Break-even: PR, PMN, AA, AE (IFA 2010) ----------------------------------------------------


class Equilibrio(NamedTuple):
    """Premiums and contributions; arrays (n,) by year, pesos of 2011.

    Money in millions, contributions in pesos a year per insured, premiums with present = 100.
    `aportacion_equilibrio_media` is the simple mean of the years, as cuadro V.6 takes it.
    """

    anio: Vector
    cuotas: Vector
    aportacion_federal: Vector
    gasto: Vector
    prima_reparto: Vector
    aportacion_actual: Vector
    aportacion_equilibrio: Vector
    prima_media_nivelada: float
    aportacion_equilibrio_media: float


def equilibrio(supuestos: Mapping[str, Any] | None = None) -> Equilibrio:
    """Premiums and contributions with which the SSFAM would balance, 2011-2050.

    Parameters
    ----------
    supuestos : mapping, optional   Keys of ``DEFECTOS``: the assumptions of the MIFA, one number
                                    each (:data:`pymodel.mifa.supuestos.SUPUESTOS`), and of the
                                    SSFAM alone: aportacion_actual (pesos of 2011), cambio_*
                                    (fraction added to a whole row), crecimiento_adicional_gasto
                                    (fraction a year from 2012).

    Returns
    -------
    Equilibrio

    Raises
    ------
    DatoInvalido        Unknown names, rates of 1 or more.

    Notes
    -----
    The flows are those of the MIFA (the cash flow of the IMSS times recovered keys), and so are
    the formulas: base = cuotas + federal contribution, PR = 100 gasto/base, PMN = 100
    VP(gasto)/VP(base) with 2011 undiscounted, AE = AA × PR/100. Other income does not count. Fees
    that change move AA with them, so that AE remains what the expenditure asks of each insured.

    References
    ----------
    IFA 2010, cuadros V.4 to V.6 (L5875-6060).
    """
    o = {**DEFECTOS, **{k: v for k, v in (supuestos or {}).items() if v is not None}}
    sobran = sorted(set(o) - set(DEFECTOS))
    if sobran:
        raise DatoInvalido("supuestos", sobran[0], "uno de: " + ", ".join(DEFECTOS))
    propios = {k: o.pop(k) for k in PROPIOS}
    f = flujo(o)
    s = seguro(f, "SSFAM")

    def cambio(que: str) -> float:
        return 1.0 + validacion.tasa(propios[que], que)

    aa = s.unidad
    if propios["aportacion_actual"] is not None:
        dada = validacion.numero(propios["aportacion_actual"], "aportacion_actual")
        if dada <= 0.0:
            raise DatoInvalido("aportacion_actual", dada, "pesos anuales, mayor que 0")
        aa = np.full_like(s.cop, dada)
    de_gasto = cambio("cambio_gasto") * cambio("crecimiento_adicional_gasto") ** np.arange(
        s.anios.size
    )
    cop, agf = s.cop * cambio("cambio_cuotas"), s.agf * cambio("cambio_aportacion_federal")
    s = s._replace(
        cop=cop,
        agf=agf,
        corriente=s.corriente * de_gasto,
        prestaciones_economicas=s.prestaciones_economicas * de_gasto,
        base_prima=cop + agf,
        unidad=aa * (cop + agf) / s.cuotas,
    )
    e = mifa_equilibrio(s, f.supuestos.tasa_descuento, f.supuestos.smgdf)
    return Equilibrio(
        s.anios.astype(np.float64),
        s.cop[0],
        s.agf[0],
        s.gastos_totales[0],
        ACTUAL * e.pr[0],
        e.sbc[0],
        e.sbc_equilibrio[0],
        ACTUAL * float(e.pmn[0, 0]),
        float(e.sbc_equilibrio[0].mean()),
    )


def equilibrio_por_anio(supuestos: Mapping[str, Any] | None = None) -> pd.DataFrame:
    """Return :func:`equilibrio` as a table: a row for each year and their means.

    Columns anio, cuotas, aportacion_federal, gasto (mdp of 2011), PR, PMN, AA and AE.
    """
    e = equilibrio(supuestos)
    columnas = {
        "cuotas": e.cuotas,
        "aportacion_federal": e.aportacion_federal,
        "gasto": e.gasto,
        "PR": e.prima_reparto,
        "PMN": np.full(len(e.anio), e.prima_media_nivelada),
        "AA": e.aportacion_actual,
        "AE": e.aportacion_equilibrio,
    }
    con_medias = {k: np.append(v, v.mean()) for k, v in columnas.items()}
    return pd.DataFrame({"anio": [*(int(a) for a in e.anio), "Promedio"], **con_medias})


def _forma(serie: Vector) -> str:
    return "×".join(str(n) for n in np.atleast_2d(serie.T).T.shape)


def _no_negativos(valores: Vector, nombre: str) -> None:
    if valores.min() < 0.0:
        lugar = np.argwhere(valores < 0.0)[0]
        raise DatoInvalido(
            f"{nombre}, {validacion.posicion(lugar)}",
            float(valores[tuple(lugar)]),
            "un número de 0 o más",
        )


@cache
def _parametro(nombre: str, anio: int | None = None, documento: str = "ifa2010") -> float:
    return float(datos.parametro(nombre, anio, documento))
