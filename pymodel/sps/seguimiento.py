"""Follow-up of the states: exercise of what they receive, prices they pay, reports they owe."""

from __future__ import annotations

import calendar
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike

from pymodel import datos, validacion
from pymodel.datos._csv import normalizar
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
    t = validacion.masa(transferido, "transferido", "un monto")
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
    p = validacion.masa(precios, "precios", "un precio")
    piso = float(p.min()) if minimo is None else validacion.numero(minimo, "minimo")
    if not 0.0 < piso <= p.min():
        raise DatoInvalido("minimo", piso, f"un precio mayor que 0 y de a lo más {p.min():g}")
    return (p - piso) / p


def gasto_evitable(precios: ArrayLike, volumenes: ArrayLike) -> Vector:
    """What each state would have saved at the lowest price, pesos, (n,).

    Parameters
    ----------
    precios : array (n,)        Pesos per unit, above zero.
    volumenes : array (n,)      Units that each state bought, 0 or more.
    """
    p, v = (
        validacion.masa(precios, "precios", "un precio"),
        validacion.vector(volumenes, "volumenes"),
    )
    validacion.misma_longitud(p, "precios", v, "volumenes", "entidades")
    if v.min() < 0.0:
        raise DatoInvalido("volumenes", float(v.min()), "unidades de 0 o más")
    return (p - p.min()) * v


# --- Reports -----------------------------------------------------------------------------------


def reportes() -> dict[str, int]:
    """Return how many reports of each kind are due in a year: 1, 12, 4, 12, 4.

    SPS 2006, CUADRO VI of chapter II (L5506-5520); LGS art. 77 Bis 5 B-VIII; Acuerdo de
    Coordinación, cláusula Décima Sexta.
    """
    cuadro = datos.tabla(DOCUMENTO, "cuadro_ii_6")
    pares = zip(cuadro["tipo_de_reporte"], cuadro["periodicidad"], strict=True)
    return {str(tipo): POR_ANIO[str(cada)] for tipo, cada in pares}


RESUMEN = (
    "tipo",
    "esperados",
    "con_dato",
    "sin_dato",
    "entregados",
    "cumplimiento",
    "completos",
    "parciales",
    "sin_reporte",
    "acumulados",
)


def cumplimiento(entregados: Mapping[str, ArrayLike], meses: int = 12) -> pd.DataFrame:
    """Reports delivered against due, by kind.

    Parameters
    ----------
    entregados : {kind: array (n,)}     Reports that each state delivered, whole numbers; NaN where
                                        it is not known. An accumulated report counts as one.
    meses : int                         Months elapsed, 1 to 12; 12 is the whole year.

    Returns
    -------
    DataFrame
        One row per kind, columns RESUMEN: reports due by each state; states with and without a
        figure; of those with one, mean of the reports delivered, part of those due (fraction),
        and states that are complete, partial and without reports. acumulados are the partial ones
        with 1 or 2 reports, which the document calls accumulated. Partial and without reports are
        in cause of suspension of the transfers (Reglamento, article 81). Blank (NaN) where no
        state has a figure or none is due yet.

    Raises
    ------
    DatoInvalido    Unknown kind, more reports than due in the year, or not a whole number.

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
        crudos = np.asarray(valores, dtype=np.float64)
        malos = (crudos < 0.0) | (crudos != np.floor(crudos)) | (crudos > debidos[tipo])
        malos &= ~np.isnan(crudos)
        if malos.any():
            i = int(np.argmax(malos))
            raise DatoInvalido(
                f"{tipo}, valor {i + 1}", float(crudos[i]), f"un entero de 0 a {debidos[tipo]}"
            )
        x = crudos[~np.isnan(crudos)]
        faltan = x < esperados
        medible = len(x) > 0 and esperados > 0
        filas.append(
            (
                tipo,
                esperados,
                len(x),
                len(crudos) - len(x),
                float(x.mean()) if len(x) else np.nan,
                float(np.minimum(x, esperados).mean() / esperados) if medible else np.nan,
                int((~faltan).sum()),
                int((faltan & (x > 0)).sum()),
                int((faltan & (x == 0)).sum()),
                int((faltan & (x > 0) & (x <= 2)).sum()),
            )
        )
    return pd.DataFrame(filas, columns=list(RESUMEN))


def leer_reportes(cuadro: Sequence[Sequence[Any]], donde: str = "entregados") -> dict[str, Vector]:
    """Counts by kind from rows of cells, the first one with the kinds of report.

    Parameters
    ----------
    cuadro : rows       Header with kinds of :func:`reportes`, in any order (case and accents do
                        not matter), then a row per state; an empty cell is a count not known.
    donde : str         What an error calls the table.

    Returns
    -------
    dict                {kind: array (n,)}, NaN where not known; for :func:`cumplimiento`.

    Raises
    ------
    DatoInvalido        Unknown or repeated kind, no rows, a cell with text.
    """
    conocidos = {normalizar(tipo): tipo for tipo in reportes()}
    tipos = []
    for celda in cuadro[0]:
        tipo = conocidos.get(normalizar(celda)) if isinstance(celda, str) else None
        if tipo is None or tipo in tipos:
            raise DatoInvalido(
                f"{donde}, encabezado", celda, validacion.lista(tuple(conocidos.values()))
            )
        tipos.append(tipo)
    if len(cuadro) < 2:
        raise DatoInvalido(donde, Descripcion("sólo el encabezado"), "un renglón por entidad")
    resultado: dict[str, Vector] = {}
    for j, tipo in enumerate(tipos):
        columna = np.full(len(cuadro) - 1, np.nan)
        for i, fila in enumerate(cuadro[1:]):
            vacia = fila[j] is None or (isinstance(fila[j], str) and not fila[j].strip())
            if not vacia:
                columna[i] = validacion.numero(fila[j], f"{donde}, fila {i + 2}, «{tipo}»")
        resultado[tipo] = columna
    return resultado


# --- Tables for a sheet --------------------------------------------------------------------------


def tabla_ejercicio(e: Ejercicio) -> tuple[list[str], list[list[Any]]]:
    """Header and rows of the part spent and its structure; see :func:`ejercicio`."""
    filas = np.column_stack([e.ejercido, e.estructura]).tolist()
    return ["ejercido", *CONCEPTOS], filas


def tabla_ahorro(
    precios: ArrayLike, volumenes: ArrayLike | None = None
) -> tuple[list[str], list[list[Any]]]:
    """Header and rows of the part that the lowest price saves and, with volumes, the pesos."""
    partes = ahorro(precios)
    if volumenes is None:
        return ["ahorro"], [[a] for a in partes.tolist()]
    pesos = gasto_evitable(precios, volumenes)
    return ["ahorro", "gasto_evitable"], np.column_stack([partes, pesos]).tolist()
