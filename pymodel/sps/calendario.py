"""Flow of the resources through the year: steps, reports that are due, window to spend."""

from __future__ import annotations

import calendar
import datetime as dt
from dataclasses import dataclass
from typing import Any

from pymodel import datos, validacion
from pymodel.sps import seguimiento

_CON_PLAZO = "Cuota Social y Aportación Solidaria Federal"
_TRIMESTRE = 3
SIN_PLAZO = "sin plazo impreso"


@dataclass(frozen=True)
class Evento:
    """One thing to be done.

    Attributes
    ----------
    concepto, responsable : str
    desde, hasta : date         Period that it covers.
    limite : date or None       Last day to do it; None where the report prints no term.
    """

    concepto: str
    responsable: str
    desde: dt.date
    hasta: dt.date
    limite: dt.date | None


def reportes(anio: float) -> list[Evento]:
    """The reports that a state owes for a year, in order of period: 1, 12, 4, 12 and 4.

    Notes
    -----
    They are due even without spending. The report of CS and ASF is due within the 10 days that
    follow its month; no term is printed for the others.

    References
    ----------
    LGS, art. 77 Bis 5 B VIII; cláusula Décima Sexta of the Acuerdo de coordinación; Reglamento,
    art. 81; SPS 2006, L5496-5576 and CUADRO VI of chapter II.
    """
    pedido = validacion.entero(anio, "anio", 2004, 2200)
    dias = int(datos.parametro("sps_reportes_plazo_dias", documento="sps2006"))
    eventos = []
    for concepto, cuantos in seguimiento.reportes().items():
        meses = 12 // cuantos
        for ultimo in range(meses, 13, meses):
            fin = _fin_de_mes(pedido, ultimo)
            plazo = fin + dt.timedelta(days=dias) if concepto == _CON_PLAZO else None
            inicio = dt.date(pedido, ultimo - meses + 1, 1)
            eventos.append(Evento(f"Reporte: {concepto}", "REPSS", inicio, fin, plazo))
    return sorted(eventos, key=lambda e: (e.hasta, e.concepto))


def flujo(anio: float) -> list[Evento]:
    """The steps of the flow of resources of a year, in order.

    Returns
    -------
    list of Evento
        The agreement, once; affiliation to transfer, once a quarter; and the spending, until six
        months after the close.

    Notes
    -----
    The transfer covers the families affiliated up to the last quarter that has elapsed, and is
    authorised only with the padrón validated and the ASE of that quarter available. Except for
    the window to spend, the report prints no terms.

    References
    ----------
    SPS 2006, FIGURA 2 of chapter II, L2370-2420; L4470-4480.
    """
    pedido = validacion.entero(anio, "anio", 2004, 2200)
    inicio, cierre = dt.date(pedido, 1, 1), dt.date(pedido, 12, 31)
    figura = datos.tabla("sps2006", "figura_ii_2")
    pasos = list(zip(figura["proceso"], figura["responsable"], strict=True))
    eventos = [Evento(*pasos[0], inicio, cierre, None)]
    for ultimo in range(_TRIMESTRE, 13, _TRIMESTRE):
        desde, hasta = dt.date(pedido, ultimo - 2, 1), _fin_de_mes(pedido, ultimo)
        eventos += [Evento(*paso, desde, hasta, None) for paso in pasos[1:6]]
    return [*eventos, Evento(*pasos[6], inicio, cierre, seguimiento.limite_ejercicio(pedido))]


def vencidos(eventos: list[Evento], fecha: dt.date) -> list[Evento]:
    """The events whose term ended before a date."""
    return [e for e in eventos if e.limite is not None and e.limite < fecha]


def tabla(anio: float) -> tuple[list[str], list[list[Any]]]:
    """Header and rows of the flow and of the reports of a year; a term that is not printed says so.

    The order is that of the end of the period, the flow before the reports.
    """
    eventos = sorted(flujo(anio) + reportes(anio), key=lambda e: e.hasta)
    return ["concepto", "responsable", "desde", "hasta", "limite"], [
        [e.concepto, e.responsable, e.desde, e.hasta, e.limite or SIN_PLAZO] for e in eventos
    ]


def _fin_de_mes(anio: int, mes: int) -> dt.date:
    return dt.date(anio, mes, calendar.monthrange(anio, mes)[1])
