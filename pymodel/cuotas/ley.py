"""The contributions of the law as dated data: who pays, on what base, at which rate, by bracket.

The rates are rows of ``pymodel/datos/referencia/cuotas_lss.csv``, each with its article and a mark
of quality. A contribution whose first day is not known is in force from the day its article was
published.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

import numpy as np
import pandas as pd

from pymodel import datos, validacion
from pymodel.errores import DatoInvalido, Descripcion
from pymodel.validacion import Vector

INICIO = date(1997, 7, 1)
SEGUROS_CUENTA = ("RCV", "Infonavit")
SEGUROS_IMSS = ("EyM especie", "EyM dinero", "EyM GMP", "IV", "GPS")

POR_DIA = "por día de salario cotizado"
SMG_1997 = "SMGDF del 1-jul-1997"
CEAV = "cesantía en edad avanzada y vejez"


@dataclass(frozen=True)
class Tramo:
    """One wage bracket of a contribution.

    Attributes
    ----------
    limite : float      Highest daily wage, times `unidad`; infinite for the last bracket.
    unidad : str        "SM" (minimum wage), "UMA" or "" (no bracket).
    valor : float       Fraction of the base, or pesos per contributed day.
    """

    limite: float
    unidad: str
    valor: float


@dataclass(frozen=True)
class Cuota:
    """One contribution: who pays it, on what, under which article.

    Attributes
    ----------
    seguro, concepto, pagador, base : str       As in the series; pagador is "patrón",
                                                "trabajador" or "Estado".
    tramos : tuple of Tramo                     In printed order; the first that holds the wage.
    vigente_desde, vigente_hasta : date or None None: not known, or still in force.
    articulo, calidad, nota : str               Quality marks of the rows, without repeats.
    """

    seguro: str
    concepto: str
    pagador: str
    base: str
    tramos: tuple[Tramo, ...]
    vigente_desde: date | None
    vigente_hasta: date | None
    articulo: str
    calidad: str
    nota: str


def vigentes(fecha: date, seguros: tuple[str, ...] = SEGUROS_CUENTA) -> tuple[Cuota, ...]:
    """Contributions in force on a date.

    Parameters
    ----------
    fecha : date        From 1 July 1997 on.
    seguros : tuple     Insurances, as in the series: "RCV", "Infonavit", "EyM dinero", "IV"...

    Returns
    -------
    tuple of Cuota      One for each insurance, concept and payer, in the order of the series.

    Raises
    ------
    DatoInvalido        Date before the law, or an insurance that is not in the series.
    """
    if fecha < INICIO:
        raise DatoInvalido("fecha", fecha.isoformat(), "una fecha desde el 1997-07-01 (LSS 1997)")
    for seguro in seguros:
        validacion.opcion(seguro, "seguro", (*SEGUROS_CUENTA, *SEGUROS_IMSS))
    return _vigentes(fecha, tuple(seguros))


@cache
def _vigentes(fecha: date, seguros: tuple[str, ...]) -> tuple[Cuota, ...]:
    elegidas: dict[tuple[str, str, str], Cuota] = {}
    for c in _todas():
        if c.seguro not in seguros or not _rige(c, fecha):
            continue
        clave = (c.seguro, c.concepto, c.pagador)
        anterior = elegidas.get(clave)
        if anterior is None or (anterior.vigente_desde or date.min) < (c.vigente_desde or date.min):
            elegidas[clave] = c
    return tuple(elegidas.values())


def _rige(cuota: Cuota, fecha: date) -> bool:
    return (cuota.vigente_desde or date.min) <= fecha <= (cuota.vigente_hasta or date.max)


def hay_reforma_por_entrar(anio: int) -> bool:
    """Whether, when a year opens, a change of the contributions is decreed for a later day.

    Parameters
    ----------
    anio : int      Year, from 1997.

    Returns
    -------
    bool            True from 2021 (reform DOF 16-12-2020, in steps from 2023 to 2030) to 2029.
    """
    abre = date(anio, 1, 1)
    return any(
        c.vigente_desde is not None
        and c.vigente_desde > abre
        and (publicada := _publicada(c.articulo)) is not None
        and publicada < abre
        for c in _todas()
        if c.seguro in SEGUROS_CUENTA
    )


def por_tramo(cuota: Cuota, salarios: Vector, salario_minimo: float, uma: float) -> Vector:
    """Rate or pesos a day of the bracket of each wage.

    Parameters
    ----------
    cuota : Cuota
    salarios : array (...)          Pesos a day.
    salario_minimo, uma : float     What brackets are measured with, pesos a day.

    Returns
    -------
    array (...)         Fraction of the base or pesos a day; 0 above the last bracket.
    """
    unidades = {"SM": salario_minimo, "UMA": uma, "": 1.0}
    limites = [t.limite * unidades[t.unidad] for t in cuota.tramos]
    valores = np.array([*(t.valor for t in cuota.tramos), 0.0])
    # The first bracket that holds the wage, whatever their order: from 2023 one minimum wage is
    # more than 1.5 UMA. A wage at the limit belongs; half a cent spares it from rounding.
    tramo = np.searchsorted(np.maximum.accumulate(limites) + 0.005, salarios)
    return np.asarray(valores[tramo])


@cache
def _todas() -> tuple[Cuota, ...]:
    """The rows of the series that set a rate or an amount, brackets of one version together."""
    grupos: dict[tuple[Any, ...], list[tuple[Tramo, dict[str, Any]]]] = {}
    for fila in datos.serie("cuotas_lss").to_dict("records"):
        if fila["seguro"] not in (*SEGUROS_CUENTA, *SEGUROS_IMSS):
            continue
        registro = {str(k): v for k, v in fila.items()}
        desde = _primer_dia(registro)
        clave = (fila["seguro"], fila["concepto"], fila["pagador"], fila["base"], desde)
        grupos.setdefault(clave, []).append((_tramo(registro), registro))
    cuotas = []
    for (seguro, concepto, pagador, base, desde), filas in grupos.items():
        # Brackets that end before the others (those of 2023 only) are a version of their own.
        for hasta in sorted({_ultimo_dia(f) for _, f in filas}):
            vivos = [(t, f) for t, f in filas if _ultimo_dia(f) >= hasta]
            cuotas.append(
                Cuota(
                    seguro=seguro,
                    concepto=concepto,
                    pagador=pagador,
                    base=base,
                    tramos=tuple(t for t, _ in vivos),
                    vigente_desde=desde,
                    vigente_hasta=None if hasta == date.max else hasta,
                    articulo=_unir(f["articulo"] for _, f in vivos),
                    calidad=_unir(f["calidad"] for _, f in vivos),
                    nota=_unir(f["nota"] for _, f in vivos),
                )
            )
    return tuple(cuotas)


def _primer_dia(fila: dict[str, Any]) -> date | None:
    if not pd.isna(fila["vigente_desde"]):
        return pd.Timestamp(fila["vigente_desde"]).date()
    return _publicada(fila["articulo"])


def _publicada(articulo: str) -> date | None:
    """Day of the Diario Oficial that an article cites."""
    publicada = re.search(r"DOF (\d{2})-(\d{2})-(\d{4})", articulo)
    if publicada is None:
        return None
    dia, mes, anio = map(int, publicada.groups())
    return date(anio, mes, dia)


def _ultimo_dia(fila: dict[str, Any]) -> date:
    return date.max if pd.isna(fila["vigente_hasta"]) else fila["vigente_hasta"].date()


def _tramo(fila: dict[str, Any]) -> Tramo:
    por_dia = fila["base"] == POR_DIA
    valor = fila["cuota_diaria_pesos"] if por_dia else round(fila["tasa_pct"] / 100, 12)
    if pd.isna(fila["rango"]):
        return Tramo(math.inf, "", valor)
    if fila["rango"].endswith("en adelante"):
        return Tramo(math.inf, "UMA", valor)
    ultimo = re.search(r"([\d.]+) (SM|UMA)$", fila["rango"])
    if ultimo is None:
        raise DatoInvalido(
            "cuotas_lss.csv, columna «rango»", fila["rango"], Descripcion("«1.01 a 4 SM» o similar")
        )
    return Tramo(float(ultimo[1]), ultimo[2], valor)


def _unir(textos: Any) -> str:
    return "; ".join(dict.fromkeys(str(t) for t in textos if not pd.isna(t) and str(t)))
