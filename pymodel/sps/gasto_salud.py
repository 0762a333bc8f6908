"""Projection of the country's health spending, 2005-2010 (Anexo A of the evaluation of 2006).

Public spending is three straight-line trends (IMSS, ISSSTE, PEMEX) and that of the Secretaría de
Salud (SS), which grows with the money of the Seguro Popular (SPS). Private spending is
out-of-pocket spending, which falls for the families that join the SPS, and insurance premiums.

All amounts are millions of pesos (mdp) of 2004. What the document does not print and is needed
stands in ``parametros.csv`` as "recuperado" with the figures that it reproduces.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike, NDArray

from pymodel import datos, tendencia, validacion
from pymodel.errores import DatoInvalido, Descripcion
from pymodel.sps import afiliacion
from pymodel.tendencia import Tendencia
from pymodel.validacion import Vector

DOCUMENTO = "sps2006"
ANIOS = tuple(range(2005, 2011))
DECILES = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")
ESCENARIOS = {
    1: "I: reducción por quintil de la ENSANUT 2005-2006 (DGED)",
    2: "II: reducción por quintil de la ENIGH 2004 (CIDE)",
    3: "3: sin reducción del gasto de bolsillo (sin SPS)",
}
COLUMNAS = (
    "imss",
    "issste",
    "pemex",
    "ss",
    "gasto_publico",
    "gasto_bolsillo",
    "primas",
    "gasto_privado",
    "total",
)
ROTULOS = {
    "imss": "IMSS",
    "issste": "ISSSTE",
    "pemex": "PEMEX",
    "ss": "SS",
    "gasto_publico": "gasto público",
    "gasto_bolsillo": "gasto de bolsillo",
    "gasto_privado": "gasto privado",
}
IMSS_OPORTUNIDADES = ("cambio", "nivel")
_MILES_POR_MDP = 1000.0

# Printed regression of each series.
FIGURAS = {
    "imss": "figura_a6",
    "issste": "figura_a7",
    "pemex": "figura_a8",
    "gasto_bolsillo": "figura_a10",
    "primas": "figura_a12",
}


@dataclass(frozen=True)
class Supuestos:
    """What the projection needs, for m consecutive years and ten deciles.

    Attributes
    ----------
    anios : array (m,)              Years projected.
    tendencias : dict               One :class:`Tendencia` in miles de pesos of 2004 for each of
                                    "imss", "issste", "pemex", "gasto_bolsillo" (without SPS)
                                    and "primas".
    no_asegurados : float           Part of out-of-pocket spending of those without social
                                    security (s), fraction.
    theta : array (10,)             Contribution of each decile to it, fraction.
    alfa : array (10, m)            Families of the decile that are in the SPS, fraction.
    beta : array (10,)              Fall of their out-of-pocket spending, fraction.
    ss : array (m,)                 Spending of the Secretaría de Salud, mdp.
    """

    anios: NDArray[np.int64]
    tendencias: dict[str, Tendencia]
    no_asegurados: float
    theta: Vector
    alfa: Vector
    beta: Vector
    ss: Vector


@dataclass(frozen=True)
class Bolsillo:
    """Out-of-pocket spending by group, mdp; the four parts add up to `total`.

    Attributes
    ----------
    total : array (m,)              Of the whole country.
    asegurados : array (m,)         Families with social security (GBPA).
    afiliados : array (10, m)       Families in the SPS, by decile (GBSPS).
    no_asegurados : array (10, m)   Families without any insurance, by decile (GBPNA).
    sin_decil : array (m,)          What the deciles leave out: the printed theta add up to 0.999.
    reduccion : array (m,)          What the SPS saves.
    """

    total: Vector
    asegurados: Vector
    afiliados: Vector
    no_asegurados: Vector
    sin_decil: Vector
    reduccion: Vector


@cache
def tendencia_impresa(serie: str) -> Tendencia:
    """Regression that the document prints, rebuilt; miles de pesos of 2004, t = 0 in 1996.

    Parameters
    ----------
    serie : str     "imss", "issste", "pemex", "gasto_bolsillo" or "primas".

    Returns
    -------
    Tendencia       n = 10 (1996-2005) for social security, 9 (1996-2004) for the private series;
                    the text says 1996-2004 for all, its statistics prove otherwise.

    Raises
    ------
    DatoInvalido    Another series.

    References
    ----------
    SPS 2006, FIGURAS A6, A7, A8, A10 and A12 (L7418-7914).
    """
    validacion.opcion(serie, "serie", tuple(FIGURAS))
    filas = datos.tabla(DOCUMENTO, FIGURAS[serie])
    (a, b), (t_a, t_b) = (filas[c].to_numpy(float) for c in ("coeficientes", "estadistico_t"))
    cero = int(datos.parametro("regresion_anio_inicial", documento=DOCUMENTO))
    return tendencia.desde_estadisticos(a, t_a, b, t_b, cero)


@cache
def contribucion(poblacion: str = "sin_seguridad_social") -> Vector:
    """Contribution of each decile to the out-of-pocket spending of its group (theta), (10,).

    "sin_seguridad_social" (adds up to 0.999 as printed) or "asegurada". SPS 2006, CUADRO A1.
    """
    return _fracciones("cuadro_a1", f"poblacion_{poblacion}")


@cache
def reduccion(escenario: int = 1) -> Vector:
    """Fall of out-of-pocket spending of a family that joins (beta), by decile, (10,).

    Scenario 1 (ENSANUT), 2 (CIDE) or 3 (none). Quintile q covers deciles 2q-1 and 2q.
    SPS 2006, CUADRO A3 (L8082-8098) and L8044.
    """
    if escenario not in ESCENARIOS:
        raise DatoInvalido("escenario", escenario, "1, 2 o 3")
    if escenario == 3:
        return np.zeros(len(DECILES))
    return np.repeat(_fracciones("cuadro_a3", "escenario_" + "i" * escenario), 2)


def afiliacion_impresa(anios: ArrayLike = ANIOS) -> Vector:
    """Share of the families of each decile in the SPS (alpha), (10, m).

    Years 2004-2010; the document took them from Excel's Solver with an objective that it does
    not print, so they are an input ("insumo"). SPS 2006, CUADRO A2 (L8048-8076).
    """
    return np.stack([_fracciones("cuadro_a2", str(int(a)))[:-1] for a in np.asarray(anios)], axis=1)


@cache
def _fracciones(cuadro: str, columna: str) -> Vector:
    valores = datos.tabla(DOCUMENTO, cuadro)[columna].to_numpy(np.float64) / 100.0
    valores.setflags(write=False)
    return valores


# --- Secretaría de Salud -----------------------------------------------------------------------


def gasto_ss(base: ArrayLike, recursos_sps: ArrayLike, incremento_fijo: float) -> Vector:
    """Path of the spending of the Secretaría de Salud that the published one follows.

    Parameters
    ----------
    base : array (k,)           Levels of the first k years, mdp; the document prints 2005
                                (estimate) and 2006.
    recursos_sps : array (m,)   Money of the SPS, mean estimate, mdp, m >= k.
    incremento_fijo : float     What SS grows each year besides, mdp.

    Returns
    -------
    array (m,)      mdp.

    Raises
    ------
    DatoInvalido    More base levels than years.

    Notes
    -----
    ``SS_t = SS_{t-1} + (SPS_t - SPS_{t-1}) + incremento_fijo`` after the base years. Found in the
    printed figures ("calibrado"): the written rule, :func:`gasto_federal` and
    :func:`gasto_estatal`, needs levels that are not printed.

    References
    ----------
    SPS 2006, CUADRO V of chapter I (L1087-1097), FIGURA A5 (L7382-7398).
    """
    niveles = validacion.vector(base, "gasto de la SS")
    sps = validacion.vector(recursos_sps, "recursos del SPS")
    fijo = validacion.numero(incremento_fijo, "incremento_fijo")
    k = len(niveles)
    if k > len(sps):
        raise DatoInvalido(
            "gasto de la SS", Descripcion(f"{k} años de base"), f"a lo más {len(sps)}, los de SPS"
        )
    pasos = np.diff(sps)[k - 1 :] + fijo
    return np.concatenate([niveles, niveles[-1] + np.cumsum(pasos)])


def gasto_federal(
    base: float,
    cs_asf: ArrayLike,
    imss_oportunidades: ArrayLike,
    regla: str = "cambio",
) -> Vector:
    """Federal spending of the Secretaría de Salud, equation (3.1).

    Parameters
    ----------
    base : float                        Level of the first year, mdp.
    cs_asf : array (m,)                 Cuota social and aportación solidaria federal, mdp.
    imss_oportunidades : array (m,)     Spending of the programme, mdp.
    regla : str                         "cambio" adds its yearly change; "nivel" its level, as
                                        printed, which counts it again every year.

    Returns
    -------
    array (m,)      mdp; the first one is `base`.

    References
    ----------
    SPS 2006, L6884-6890, L7014.
    """
    validacion.opcion(regla, "regla", IMSS_OPORTUNIDADES)
    aportes = validacion.vector(cs_asf, "cs_asf")
    programa = validacion.vector(imss_oportunidades, "imss_oportunidades")
    validacion.misma_longitud(aportes, "cs_asf", programa, "imss_oportunidades")
    pasos = np.diff(aportes) + (np.diff(programa) if regla == "cambio" else programa[1:])
    inicial = validacion.numero(base, "base")
    return np.concatenate([[inicial], inicial + np.cumsum(pasos)])


def gasto_estatal(base: float, ase_liquida: float, ase_minima: float, anios: int) -> Vector:
    """State spending of the Secretaría de Salud, equation (3.2), in two steps.

    Parameters
    ----------
    base : float            State spending of 2005, mdp.
    ase_liquida : float     Aportación solidaria estatal paid in cash that year, part of `base`.
    ase_minima : float      Aportación of all families of the goal of 2010, mdp.
    anios : int             Years from 2006 on.

    Returns
    -------
    array (anios,)      mdp: ``base - ase_liquida + k * 0.143 * ase_minima``, k = 1, 2...

    References
    ----------
    SPS 2006, L7336 and Octavo Transitorio of the LGS (14.3 % a year).
    """
    fraccion = datos.parametro("sps_crecimiento_ase", 2006, documento=DOCUMENTO)
    n = validacion.entero(anios, "anios", 1)
    inicial = validacion.numero(base, "base") - validacion.numero(ase_liquida, "ase_liquida")
    paso = float(fraccion) * validacion.numero(ase_minima, "ase_minima")
    return inicial + paso * np.arange(1.0, n + 1.0)


def imss_oportunidades(anios: ArrayLike, valores: ArrayLike, futuros: ArrayLike) -> Vector:
    """Spending of IMSS-Oportunidades: the line through an analyst's series, unit of the series.

    The document uses 2000-2006 and prints neither data nor coefficients. SPS 2006, L7404-7406.
    """
    return tendencia.evaluar(tendencia.ajustar(anios, valores), futuros)


# --- Private spending --------------------------------------------------------------------------


def gasto_bolsillo(
    sin_sps: ArrayLike, no_asegurados: float, theta: ArrayLike, alfa: ArrayLike, beta: ArrayLike
) -> Bolsillo:
    """Out-of-pocket spending with the SPS, by group and decile.

    Parameters
    ----------
    sin_sps : array (m,)        Out-of-pocket spending if there were no SPS, mdp.
    no_asegurados : float       Part of those without social security (s), fraction.
    theta : array (10,)         Contribution of each decile, fraction.
    alfa : array (10, m)        Families of the decile in the SPS, fraction.
    beta : array (10,)          Fall of their spending, fraction.

    Returns
    -------
    Bolsillo

    Raises
    ------
    DatoInvalido    Shapes that do not agree, fractions out of 0 to 1, theta above 1 in total.

    Notes
    -----
    ``GBSPS_i = theta_i s GB alpha_i (1 - beta_i)``, ``GBPNA_i = theta_i s GB (1 - alpha_i)``,
    ``GBPA = (1 - s) GB``. Equations (10) and (12) print beta in place of 1 - beta, although beta
    is defined as the reduction; with the literal formula the published series needs an `s`
    that falls from 0.33 to 0.23.

    References
    ----------
    SPS 2006, L7070-7170, L7816-7824.
    """
    gb = validacion.vector(sin_sps, "gasto de bolsillo")
    s = float(_fraccion(no_asegurados, "no_asegurados"))
    t = _fraccion(theta, "theta")
    b = _fraccion(beta, "beta")
    a = np.asarray(_fraccion(alfa, "alfa"))
    if a.ndim == 1:
        a = a.reshape(len(t), -1)
    if b.shape != t.shape or a.shape != (len(t), len(gb)):
        raise DatoInvalido(
            "alfa",
            Descripcion(f"{a.shape[0]} deciles × {a.shape[1]} años"),
            f"{len(t)} deciles × {len(gb)} años",
        )
    if t.sum() > 1.0 + 5e-3:
        raise DatoInvalido("theta", float(t.sum()), "contribuciones que sumen 1 (100 %)")
    por_decil = s * np.outer(t, gb)
    ahorro = (por_decil * a * b[:, None]).sum(axis=0)
    return Bolsillo(
        total=gb - ahorro,
        asegurados=(1.0 - s) * gb,
        afiliados=por_decil * a * (1.0 - b[:, None]),
        no_asegurados=por_decil * (1.0 - a),
        sin_decil=s * gb - por_decil.sum(axis=0),
        reduccion=ahorro,
    )


def _fraccion(valores: ArrayLike, nombre: str) -> Vector:
    x = np.asarray(validacion.serie(valores, nombre))
    fuera = (x < 0.0) | (x > 1.0)
    if fuera.any():
        lugar = np.argwhere(fuera)[0]
        donde = nombre if x.size == 1 else f"{nombre}, {validacion.posicion(lugar)}"
        raise DatoInvalido(donde, float(x[tuple(lugar)]), "una fracción de 0 a 1 (0.39 es 39 %)")
    return x if x.size > 1 else x.reshape(())


# --- The whole ---------------------------------------------------------------------------------


def supuestos(escenario: int = 1, recursos_sps: ArrayLike | None = None) -> Supuestos:
    """Assumptions of the document for 2005-2010.

    Parameters
    ----------
    escenario : int             1, 2 or 3; it only changes beta.
    recursos_sps : array (6,)   Money of the SPS in 2005-2010, mdp; the mean estimate of the
                                document by default.

    Returns
    -------
    Supuestos       Change any of them with ``dataclasses.replace``.
    """
    return Supuestos(
        anios=np.array(ANIOS),
        tendencias={serie: tendencia_impresa(serie) for serie in FIGURAS},
        no_asegurados=float(datos.parametro("gasto_bolsillo_no_asegurados", documento=DOCUMENTO)),
        theta=contribucion(),
        alfa=afiliacion_impresa(),
        beta=reduccion(escenario),
        ss=_ss({}, recursos_sps),
    )


OPCIONES = ("no_asegurados", "incremento_fijo", "ss_2005", "ss_2006")


def con_cambios(
    escenario: int = 1,
    alfa: ArrayLike | None = None,
    beta: ArrayLike | None = None,
    recursos_sps: ArrayLike | None = None,
    opciones: Mapping[str, Any] | None = None,
) -> Supuestos:
    """Assumptions of the document with those that an analyst gives in their place.

    Parameters
    ----------
    escenario : int             1, 2 or 3.
    alfa : array (10, 6)        Families of each decile in the SPS, 2005-2010, fraction.
    beta : array (10,) or (5,)  Fall of their spending by decile or quintile, fraction; takes the
                                place of that of the scenario.
    recursos_sps : array (6,)   Money of the SPS, 2005-2010, mdp of 2004.
    opciones : dict             no_asegurados (s), incremento_fijo, ss_2005, ss_2006 (mdp); None
                                for those of the document.

    Returns
    -------
    Supuestos

    Raises
    ------
    DatoInvalido    Another scenario, tables of another shape, amounts below zero.
    """
    n = len(ANIOS)
    if recursos_sps is not None:
        dados = validacion.vector(recursos_sps, "recursos_sps")
        if len(dados) != n:
            raise DatoInvalido(
                "recursos_sps",
                Descripcion(f"{len(dados)} valores"),
                f"{n}, de {ANIOS[0]} a {ANIOS[-1]}",
            )
        if dados.min() < 0.0:
            raise DatoInvalido("recursos_sps", float(dados.min()), "montos de 0 o más")
        recursos_sps = dados
    s = supuestos(validacion.entero(escenario, "escenario", 1, max(ESCENARIOS)), recursos_sps)
    dadas = {k: v for k, v in (opciones or {}).items() if v is not None}
    if alfa is not None:
        tabla = np.asarray(validacion.serie(alfa, "alfa"))
        if tabla.shape != (len(DECILES), n):
            filas, columnas = tabla.shape if tabla.ndim == 2 else (len(tabla), 1)
            raise DatoInvalido(
                "alfa",
                Descripcion(f"{filas}×{columnas}"),
                f"{len(DECILES)} deciles × {n} años, de {ANIOS[0]} a {ANIOS[-1]}",
            )
        s = replace(s, alfa=_fraccion(tabla, "alfa"))
    if beta is not None:
        lista = validacion.vector(beta, "beta")
        if len(lista) not in (len(DECILES) // 2, len(DECILES)):
            raise DatoInvalido(
                "beta", Descripcion(f"{len(lista)} valores"), "5 quintiles o 10 deciles"
            )
        s = replace(s, beta=np.repeat(_fraccion(lista, "beta"), len(DECILES) // len(lista)))
    if "no_asegurados" in dadas:
        s = replace(s, no_asegurados=float(_fraccion(dadas["no_asegurados"], "no_asegurados")))
    if dadas.keys() - {"no_asegurados"}:
        s = replace(s, ss=_ss(dadas, recursos_sps))
    return s


def _ss(dadas: Mapping[str, Any], recursos_sps: ArrayLike | None) -> Vector:
    """Path of the Secretaría de Salud with some of its three figures changed."""
    del_documento = datos.tabla(DOCUMENTO, "cuadro_i_5a").set_index("ano")["ss"]
    base = [dadas.get(f"ss_{a}", del_documento[a]) for a in (2005, 2006)]
    for anio, nivel in zip((2005, 2006), base, strict=True):
        if validacion.numero(nivel, f"ss_{anio}") < 0.0:
            raise DatoInvalido(f"ss_{anio}", nivel, "un monto de 0 o más")
    fijo = dadas.get(
        "incremento_fijo", datos.parametro("gasto_ss_incremento_fijo", documento=DOCUMENTO)
    )
    return gasto_ss(base, _recursos(recursos_sps), validacion.numero(fijo, "incremento_fijo"))


def _recursos(dados: ArrayLike | None) -> Vector:
    if dados is not None:
        return validacion.vector(dados, "recursos_sps")
    return afiliacion.recursos_del_informe(ANIOS)


def proyectar(s: Supuestos) -> pd.DataFrame:
    """Health spending of each year.

    Parameters
    ----------
    s : Supuestos

    Returns
    -------
    DataFrame (m rows)
        Index anio; columns COLUMNAS, mdp of 2004. gasto_publico = imss + issste + pemex + ss;
        gasto_privado = gasto_bolsillo + primas; total = both.

    Notes
    -----
    Every year is the model's. For 2005 the document prints the observed public spending, 235,955
    (146,401 of social security), which the trends exceed by 5,053. Cuotas de recuperación are
    left out, as in the document (less than 2 % of private spending).

    References
    ----------
    SPS 2006, equations (1) to (14), L6762-7170.
    """
    ss = validacion.vector(s.ss, "ss")
    validacion.misma_longitud(s.anios, "anios", ss, "ss")
    lineas = {c: _mdp(s.tendencias[c], s.anios) for c in FIGURAS}
    de_bolsillo = bolsillo(s).total
    publico = lineas["imss"] + lineas["issste"] + lineas["pemex"] + ss
    privado = de_bolsillo + lineas["primas"]
    return pd.DataFrame(
        {
            "imss": lineas["imss"],
            "issste": lineas["issste"],
            "pemex": lineas["pemex"],
            "ss": ss,
            "gasto_publico": publico,
            "gasto_bolsillo": de_bolsillo,
            "primas": lineas["primas"],
            "gasto_privado": privado,
            "total": publico + privado,
        },
        index=pd.Index(s.anios, name="anio"),
    )


def _mdp(recta: Tendencia, anios: NDArray[np.int64]) -> Vector:
    return tendencia.evaluar(recta, anios) / _MILES_POR_MDP


def con_rotulos(cuadro: pd.DataFrame) -> pd.DataFrame:
    """Return the table of :func:`proyectar` with its years as a column and Spanish headers."""
    return cuadro.reset_index().rename(columns=ROTULOS)


def bolsillo(s: Supuestos) -> Bolsillo:
    """Out-of-pocket spending of :func:`proyectar`, by group and decile."""
    sin_sps = _mdp(s.tendencias["gasto_bolsillo"], s.anios)
    return gasto_bolsillo(sin_sps, s.no_asegurados, s.theta, s.alfa, s.beta)


def limites(s: Supuestos, confianza: float = 0.95, clase: str = "prediccion") -> pd.DataFrame:
    """Lower and upper limit of each trend, mdp of 2004.

    Parameters
    ----------
    s : Supuestos
    confianza : float       Fraction, 0.95 in the document.
    clase : str             "prediccion" or "media"; see :func:`pymodel.tendencia.intervalo`.

    Returns
    -------
    DataFrame (m rows)      Index anio; columns serie_inferior and serie_superior of the five
                            series.
    """
    columnas = {}
    for serie, recta in s.tendencias.items():
        bajo, alto = tendencia.intervalo(recta, s.anios, confianza, clase)
        columnas[f"{serie}_inferior"] = bajo / _MILES_POR_MDP
        columnas[f"{serie}_superior"] = alto / _MILES_POR_MDP
    return pd.DataFrame(columnas, index=pd.Index(s.anios, name="anio"))
