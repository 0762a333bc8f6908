"""Indicators of the long-term MIFA with thresholds, to watch an insurance at a glance."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import numpy as np

from pymodel.mifa.equilibrio import Equilibrio
from pymodel.mifa.seguros import Seguro
from pymodel.validacion import Vector


class Indicador(NamedTuple):
    """What is measured and when it is a warning."""

    clave: str
    nombre: str
    formula: str
    umbral: float
    alerta_si: str
    """"mayor" or "menor": on which side of the threshold it is a warning."""
    fuente: str
    calcular: Callable[[Seguro, Equilibrio], Vector]
    """Series (E, n)."""


# Thresholds are ours: the report prints none. 1 is the point at which an insurance pays itself.
INDICADORES: tuple[Indicador, ...] = (
    Indicador(
        "gastos_entre_ingresos",
        "Gastos entre ingresos",
        "gastos totales / ingresos totales",
        1.0,
        "mayor",
        "IFA 2010, L249, L1370, L1475-1477",
        lambda s, e: s.gastos_totales / s.ingresos_totales,
    ),
    Indicador(
        "cuotas_entre_gastos",
        "COP y AGF entre gastos",
        "(COP + AGF) / gastos totales",
        1.0,
        "menor",
        "IFA 2010, L1700-1714",
        lambda s, e: s.cuotas / s.gastos_totales,
    ),
    Indicador(
        "cop_entre_ingresos",
        "COP entre ingresos",
        "COP / ingresos totales",
        0.5,
        "menor",
        "IFA 2010, L1475",
        lambda s, e: s.cop / s.ingresos_totales,
    ),
    Indicador(
        "cuotas_entre_ingresos",
        "COP y AGF entre ingresos",
        "(COP + AGF) / ingresos totales",
        0.9,
        "menor",
        "IFA 2010, L1848",
        lambda s, e: s.cuotas / s.ingresos_totales,
    ),
    Indicador(
        "deficit_entre_cuotas",
        "Déficit entre COP y AGF",
        "-(resultado) / (COP + AGF)",
        0.0,
        "mayor",
        "IFA 2010, L1987-1993",
        lambda s, e: -s.resultado / s.cuotas,
    ),
    Indicador(
        "pc_entre_pmn",
        "Prima de contribución entre prima media nivelada",
        "PC / PMN",
        1.0,
        "menor",
        "IFA 2010, L2069-2073",
        lambda s, e: e.pc / e.pmn,
    ),
)


def crecimiento_anual(serie: Vector) -> Vector:
    """Mean yearly growth from the first to the last year of each scenario.

    Parameters
    ----------
    serie : array (E, n)    Of one sign; n of 2 or more.

    Returns
    -------
    array (E,)              Decimal fractions; NaN never: 0 where the ends differ in sign.

    References
    ----------
    IFA 2010, L2112: the deficit of SEM grows 3.4 % a year in real terms, 39 years.
    """
    razon = serie[:, -1] / serie[:, 0]
    crece = np.maximum(razon, 0.0) ** (1.0 / (serie.shape[1] - 1)) - 1.0
    return np.where(razon > 0.0, crece, 0.0)


def participacion(deficit: Vector, total: Vector) -> Vector:
    """Share of an insurance in the operating deficit of the IMSS, year by year.

    Parameters
    ----------
    deficit, total : array (E, n)   Deficits of the insurance and of the IMSS, mdp.

    Returns
    -------
    array (E, n)                    Decimal fractions.

    References
    ----------
    IFA 2010, L5517-5521; total is row (3) of cuadro C.3.
    """
    return deficit / total
