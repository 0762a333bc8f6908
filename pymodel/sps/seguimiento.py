"""Follow-up of the states: exercise of what they receive, prices they pay, reports they owe."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike

from pymodel import datos, validacion
from pymodel.errores import DatoInvalido, Descripcion
from pymodel.validacion import Vector

DOCUMENTO = "sps2006"
CONCEPTOS = (
    "Personal médico",
    "Medicamentos",
    "Equipo básico",
    "Mantenimiento",
    "Infraestructura",
)
"""The five concepts of Anexo IV of the Acuerdo de Coordinación (L4478-4646)."""

POR_ANIO = {"Anual": 1, "Trimestral": 4, "Mensual": 12}


# --- Exercise ----------------------------------------------------------------------------------


@dataclass(frozen=True)
class Ejercicio:
    """What :func:`ejercicio` computes, as fractions.

    Attributes
    ----------
    ejercido : array (n,)           Spent over transferred.
    estructura : array (n, 5)       Share of each concept in what was spent; NaN where nothing was.
    """

    ejercido: Vector
    estructura: Vector


def ejercicio(transferido: ArrayLike, por_concepto: ArrayLike) -> Ejercicio:
    """How much of what was transferred was spent, and on what.

    Parameters
    ----------
    transferido : array (n,)        CS and ASF complementaria transferred in the year; without
                                    gastos de operación, cuotas familiares or ASE. Any unit.
    por_concepto : array (n, 5)     Spent by concept, order of CONCEPTOS, same unit.

    Returns
    -------
    Ejercicio

    Raises
    ------
    DatoInvalido    More spent than transferred, negative amounts, nothing transferred.

    References
    ----------
    SPS 2006, L4468-4480, L4640-4668, L4884-4886.
    """
    t = validacion.masa(transferido, "transferido")
    crudo = np.asarray(validacion.serie(por_concepto, "por_concepto"))
    g = crudo.reshape(1, -1) if crudo.ndim == 1 and len(t) == 1 else crudo.reshape(len(crudo), -1)
    if g.shape != (len(t), len(CONCEPTOS)):
        raise DatoInvalido(
            "por_concepto",
            Descripcion(f"{g.shape[0]}×{g.shape[1]}"),
            f"{len(t)} renglones con los {len(CONCEPTOS)} conceptos",
        )
    if g.min() < 0.0:
        lugar = np.argwhere(g < 0.0)[0]
        raise DatoInvalido(
            f"por_concepto, {validacion.posicion(lugar)}", float(g.min()), "montos de 0 o más"
        )
    gastado = g.sum(axis=1)
    exceso = gastado > t * (1.0 + 1e-9)
    if exceso.any():
        i = int(np.argmax(exceso))
        raise DatoInvalido(
            f"por_concepto, renglón {i + 1}",
            float(gastado[i]),
            f"a lo más lo transferido, {t[i]:,.2f}",
        )
    partes = np.divide(
        g, gastado[:, None], out=np.full_like(g, np.nan), where=gastado[:, None] > 0.0
    )
    return Ejercicio(gastado / t, partes)


def limite_ejercicio(anio: int) -> date:
    """Return the last day to spend the money of a budget year: six months after its close.

    SPS 2006, L4472.
    """
    a = validacion.entero(anio, "anio", 2004, 2200)
    meses = int(datos.parametro("sps_ejercicio_meses_adicionales", a))
    return date(a + 1, meses, calendar.monthrange(a + 1, meses)[1])


# --- Prices of medicines -----------------------------------------------------------------------


def ahorro(precios: ArrayLike, minimo: float | None = None) -> Vector:
    """Part of each price that the lowest one would save, ``(p - p_min) / p``, (n,).

    Parameters
    ----------
    precios : array (n,)    What each state pays for one presentation, pesos, above zero.
    minimo : float          Reference price; the lowest of `precios` by default.

    References
    ----------
    SPS 2006, L5282-5494.
    """
    p = validacion.masa(precios, "precios")
    piso = float(p.min()) if minimo is None else validacion.numero(minimo, "minimo")
    if not 0.0 < piso <= p.min():
        raise DatoInvalido("minimo", piso, f"un precio mayor que 0 y de a lo más {p.min():g}")
    return (p - piso) / p


def gasto_evitable(precios: ArrayLike, volumenes: ArrayLike) -> float:
    """Return what the states would have saved at the lowest price, pesos.

    `volumenes` (n,) are the units that each one bought.
    """
    p, v = validacion.masa(precios, "precios"), validacion.vector(volumenes, "volumenes")
    validacion.misma_longitud(p, "precios", v, "volumenes")
    if v.min() < 0.0:
        raise DatoInvalido("volumenes", float(v.min()), "unidades de 0 o más")
    return float(((p - p.min()) * v).sum())


# --- Reports -----------------------------------------------------------------------------------


def reportes() -> dict[str, int]:
    """Return how many reports of each kind are due in a year: 1, 12, 4, 12, 4.

    SPS 2006, CUADRO VI of chapter II (L5506-5520); LGS art. 77 Bis 5 B-VIII; Acuerdo de
    Coordinación, cláusula Décima Sexta.
    """
    cuadro = datos.tabla(DOCUMENTO, "cuadro_ii_6")
    pares = zip(cuadro["tipo_de_reporte"], cuadro["periodicidad"], strict=True)
    return {str(tipo): POR_ANIO[str(cada)] for tipo, cada in pares}


def vencimientos(tipo: str, anio: int, plazo_dias: int | None = None) -> list[date]:
    """Last day for each report of a year.

    Parameters
    ----------
    tipo : str          One of :func:`reportes`.
    anio : int          Year that is reported.
    plazo_dias : int    Days after the month, quarter or year; the document prints it, 10, for the
                        monthly report of CS and ASF only, and it is taken for the rest.

    Returns
    -------
    list of date
    """
    cuantos = reportes()
    validacion.opcion(tipo, "tipo", tuple(cuantos))
    a = validacion.entero(anio, "anio", 2004, 2200)
    plazo = (
        int(datos.parametro("sps_reportes_plazo_dias", documento=DOCUMENTO))
        if plazo_dias is None
        else validacion.entero(plazo_dias, "plazo_dias", 0, 366)
    )
    meses = 12 // cuantos[tipo]
    cierres = range(meses, 13, meses)
    return [date(a, mes, calendar.monthrange(a, mes)[1]) + timedelta(days=plazo) for mes in cierres]


def cumplimiento(entregados: dict[str, ArrayLike], meses: int = 12) -> pd.DataFrame:
    """Reports delivered against due, by kind.

    Parameters
    ----------
    entregados : {kind: array (n,)}     Reports that each state delivered, whole numbers. An
                                        accumulated report counts as one.
    meses : int                         Months elapsed, 1 to 12; 12 is the whole year.

    Returns
    -------
    DataFrame
        One row per kind: tipo, esperados (per state), entregados (mean), cumplimiento (fraction),
        completos, parciales, sin_reporte (states), acumulados (states with 1 or 2 reports out of
        more, which the document calls accumulated), en_suspension (states with fewer than due,
        the cause of suspension of article 81 of the Reglamento).

    Raises
    ------
    DatoInvalido    Unknown kind, more reports than due, or not a whole number.

    Notes
    -----
    Reports are due even when nothing was spent.

    References
    ----------
    SPS 2006, L5496-5576.
    """
    debidos = reportes()
    m = validacion.entero(meses, "meses", 1, 12)
    filas = []
    for tipo, valores in entregados.items():
        validacion.opcion(tipo, "tipo de reporte", tuple(debidos))
        esperados = debidos[tipo] * m // 12
        x = validacion.vector(valores, tipo)
        malos = (x < 0.0) | (x != np.floor(x)) | (x > debidos[tipo])
        if malos.any():
            i = int(np.argmax(malos))
            raise DatoInvalido(
                f"{tipo}, valor {i + 1}", float(x[i]), f"un entero de 0 a {debidos[tipo]}"
            )
        faltan = x < esperados
        filas.append(
            {
                "tipo": tipo,
                "esperados": esperados,
                "entregados": float(x.mean()),
                "cumplimiento": float(np.minimum(x, esperados).mean() / esperados)
                if esperados
                else 1.0,
                "completos": int((~faltan).sum()),
                "parciales": int((faltan & (x > 0)).sum()),
                "sin_reporte": int((faltan & (x == 0)).sum()),
                "acumulados": int((faltan & (x > 0) & (x <= 2)).sum()),
                "en_suspension": int(faltan.sum()),
            }
        )
    return pd.DataFrame(filas)
