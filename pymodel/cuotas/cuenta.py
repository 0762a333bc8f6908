"""Contributions to the individual account and the Infonavit, by year and in constant pesos.

Amounts are in constant pesos of one year, so that an account can be projected in real terms:
what the law updates with the INPC does not change, and a wage bracket moves only as far as the
minimum wage or the UMA gained or lost against the INPC.

Conventions, where the law or our data leave a choice:

- The contributions of a year are those in force on its 1 July.
- The UMA takes the place of the minimum wage of the Distrito Federal as the unit of the wage
  ceiling from 2016 on, the first year that has one. Wage brackets keep the unit that they print.
- Retiro and vivienda have the general wage ceiling; cesantía and vejez their own (transitorio 25).
- After the last year of the INPC series, minimum wage and UMA stay constant in real terms.
"""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike

from pymodel import datos, validacion
from pymodel.cuotas.ley import (
    CEAV,
    POR_DIA,
    SEGUROS_CUENTA,
    SMG_1997,
    Cuota,
    por_tramo,
    vigentes,
)
from pymodel.errores import DatoInvalido
from pymodel.validacion import Vector

PRIMER_ANIO = 1997
ULTIMO_ANIO = 2200
PRIMERA_UMA = 2016


class Referencias(NamedTuple):
    """What wage brackets and ceilings are measured with, pesos a day of one price base."""

    salario_minimo: float
    uma: float
    tope: float
    tope_ceav: float


class Aportaciones(NamedTuple):
    """What enters an individual account, pesos per contributed day, shape of the wages."""

    retiro: Vector
    ceav_patron: Vector
    ceav_trabajador: Vector
    ceav_estado: Vector
    cuota_social: Vector
    vivienda: Vector

    @property
    def obrero_patronal(self) -> Vector:
        """Retiro, cesantía and vejez of employer and worker."""
        return self.retiro + self.ceav_patron + self.ceav_trabajador

    @property
    def rcv(self) -> Vector:
        """All that enters the subcuenta de RCV."""
        return self.obrero_patronal + self.ceav_estado + self.cuota_social


def desglose(
    salario_diario: ArrayLike,
    anio: int,
    *,
    anio_precios: int | None = None,
    seguros: tuple[str, ...] = SEGUROS_CUENTA,
) -> dict[tuple[str, str, str], Vector]:
    """Contributions of one day of work, each apart.

    Parameters
    ----------
    salario_diario : array (...)    Daily wage (SBC) before the ceiling, pesos of `anio_precios`.
    anio : int                      Year of the law, from 1997.
    anio_precios : int, optional    Year of the pesos; the year of the law by default.
    seguros : tuple                 See :func:`vigentes`.

    Returns
    -------
    {(seguro, concepto, pagador): array (...)}      Pesos of `anio_precios` per contributed day.

    Raises
    ------
    DatoInvalido        Wages of 0 or less, years out of range.

    Notes
    -----
    Rate x min(wage, ceiling); the cuota social until 2009 is 5.5 % of the minimum wage of July
    1997; since then so many pesos a day by wage bracket; both are updated with the INPC.

    References
    ----------
    LSS, arts. 28, 36 and 168, transitorio 25 (DOF 21-12-1995); transitorios 2 and 3 (DOF
    16-12-2020); Ley del Infonavit, art. 29. Quality of each row: :func:`vigentes`.
    """
    salarios = _positivos(salario_diario, "salario_diario")
    anio = validacion.entero(anio, "anio", PRIMER_ANIO, ULTIMO_ANIO)
    precios = anio_de_precios(anio if anio_precios is None else anio_precios)
    r = referencias(anio, precios)
    return {
        (c.seguro, c.concepto, c.pagador): _por_dia(c, salarios, r, precios)
        for c in vigentes(date(anio, 7, 1), seguros)
    }


def aportaciones(
    salario_diario: ArrayLike, anio: int, *, anio_precios: int | None = None
) -> Aportaciones:
    """Contributions to the individual account for one day of work; see :func:`desglose`."""
    partes = desglose(salario_diario, anio, anio_precios=anio_precios)
    nada = np.zeros(np.shape(next(iter(partes.values()))))
    return Aportaciones(
        retiro=partes["RCV", "retiro", "patrón"],
        ceav_patron=partes["RCV", CEAV, "patrón"],
        ceav_trabajador=partes["RCV", CEAV, "trabajador"],
        ceav_estado=partes.get(("RCV", CEAV, "Estado"), nada),
        cuota_social=partes["RCV", "cuota social", "Estado"],
        vivienda=partes["Infonavit", "aportación al fondo de la vivienda", "patrón"],
    )


def _por_dia(cuota: Cuota, salarios: Vector, r: Referencias, anio_precios: int) -> Vector:
    valor = por_tramo(cuota, salarios, r.salario_minimo, r.uma)
    if cuota.base == POR_DIA:
        return valor * _inpc_anual(anio_precios) / _inpc_mensual(cuota.vigente_desde)
    if cuota.base == SMG_1997:
        julio_1997 = date(1997, 7, 1)
        smg = _numero("smg_df", 1997) * _inpc_anual(anio_precios) / _inpc_mensual(julio_1997)
        return valor * smg
    return valor * sbc(salarios, r, ceav=cuota.concepto == CEAV)


def sbc(salarios: Vector, r: Referencias, *, ceav: bool = False) -> Vector:
    """Wages up to the ceiling of contributions (LSS, art. 28), same shape and pesos."""
    topados: Vector = np.minimum(salarios, r.tope_ceav if ceav else r.tope)
    return topados


def referencias(anio: int, anio_precios: int) -> Referencias:
    """Minimum wage, UMA and wage ceilings of a year.

    Parameters
    ----------
    anio : int              Year, from 1997; after the last year of the INPC, the last one's.
    anio_precios : int      Year of the pesos of the result; see :func:`anio_de_precios`.

    Returns
    -------
    Referencias             Pesos a day of `anio_precios`; without UMA, that of the minimum wage.

    Raises
    ------
    DatoInvalido            Years out of range.
    """
    return _referencias(
        validacion.entero(anio, "anio", PRIMER_ANIO, ULTIMO_ANIO), anio_de_precios(anio_precios)
    )


@cache
def _referencias(anio: int, anio_precios: int) -> Referencias:
    conocido = min(anio, _ultimo_inpc())
    factor = _inpc_anual(anio_precios) / _inpc_anual(conocido)
    minimo = _numero("smg_df", conocido) * factor
    uma = _numero("uma", conocido) * factor if conocido >= PRIMERA_UMA else minimo
    return Referencias(
        salario_minimo=minimo,
        uma=uma,
        tope=_numero("tope_sbc", anio) * uma,
        tope_ceav=_numero("tope_sbc_iv_ceav", anio) * uma,
    )


def anio_de_precios(anio: int) -> int:
    """Return a year of prices that has an INPC: `anio`, or the last one if it is still to come."""
    anio = validacion.entero(anio, "anio_precios", PRIMER_ANIO, ULTIMO_ANIO)
    return min(anio, _ultimo_inpc())


def _numero(nombre: str, anio: int) -> float:
    """A parameter on 1 July; where its first day is not known, the value of the year."""
    try:
        return float(datos.parametro(nombre, date(anio, 7, 1)))
    except DatoInvalido:
        return float(datos.parametro(nombre, anio))


def _positivos(valores: ArrayLike, nombre: str) -> Vector:
    if np.ndim(valores) == 0:
        arreglo: Vector = np.array(validacion.numero(valores, nombre))
    else:
        arreglo = validacion.serie(valores, nombre)
    if arreglo.min() <= 0.0:
        raise DatoInvalido(nombre, float(arreglo.min()), "un salario mayor que 0")
    return arreglo


@cache
def _inpc() -> pd.Series:
    return datos.serie("inpc").set_index(["anio", "mes"])["inpc"]


@cache
def _inpc_anual(anio: int) -> float:
    """Mean of the months of the year that are published (the last year may be short)."""
    return float(_inpc().loc[anio].mean())


@cache
def _inpc_mensual(fecha: date | None) -> float:
    assert fecha is not None  # amounts in pesos always have a first day: see _todas
    return float(_inpc().loc[(fecha.year, fecha.month)])


@cache
def _ultimo_inpc() -> int:
    return int(_inpc().index.get_level_values("anio").max())
