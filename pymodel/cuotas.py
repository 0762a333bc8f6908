"""Contributions of the Ley del Seguro Social and the Infonavit, by law, payer and date.

The rates are rows of ``pymodel/datos/referencia/cuotas_lss.csv``, each with its article and a mark
of quality. Amounts are in constant pesos of one year, so that an account can be projected in real
terms: what the law updates with the INPC does not change, and a wage bracket moves only as far as
the minimum wage or the UMA gained or lost against the INPC.

Conventions, where the law or our data leave a choice:

- The contributions of a year are those in force on its 1 July.
- A contribution whose first day is not known is in force from the day its article was published.
- The UMA takes the place of the minimum wage of the Distrito Federal as the unit of the wage
  ceiling from 2016 on, the first year that has one. Wage brackets keep the unit that they print.
- Retiro and vivienda have the general wage ceiling; cesantía and vejez their own (transitorio 25).
- After the last year of the INPC series, minimum wage and UMA stay constant in real terms.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any, NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike

from pymodel import datos, validacion
from pymodel.errores import DatoInvalido, Descripcion
from pymodel.validacion import Vector

PRIMER_ANIO = 1997
ULTIMO_ANIO = 2200
SEGUROS_CUENTA = ("RCV", "Infonavit")

_POR_DIA = "por día de salario cotizado"
_SMG_1997 = "SMGDF del 1-jul-1997"
_CEAV = "cesantía en edad avanzada y vejez"
_PRIMERA_UMA = 2016


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


def vigentes(fecha: date, seguros: tuple[str, ...] = SEGUROS_CUENTA) -> tuple[Cuota, ...]:
    """Contributions in force on a date.

    Parameters
    ----------
    fecha : date        From 1 July 1997 on.
    seguros : tuple     Insurances, as in the series: "RCV", "Infonavit".

    Returns
    -------
    tuple of Cuota      One for each insurance, concept and payer, in the order of the series.

    Raises
    ------
    DatoInvalido        Date before the law, or an insurance that is not in the series.
    """
    if fecha < date(1997, 7, 1):
        raise DatoInvalido("fecha", fecha.isoformat(), "una fecha desde el 1997-07-01 (LSS 1997)")
    for seguro in seguros:
        if seguro not in SEGUROS_CUENTA:
            raise DatoInvalido("seguro", seguro, validacion.lista(SEGUROS_CUENTA))
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
    )


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
        ceav_patron=partes["RCV", _CEAV, "patrón"],
        ceav_trabajador=partes["RCV", _CEAV, "trabajador"],
        ceav_estado=partes.get(("RCV", _CEAV, "Estado"), nada),
        cuota_social=partes["RCV", "cuota social", "Estado"],
        vivienda=partes["Infonavit", "aportación al fondo de la vivienda", "patrón"],
    )


def _por_dia(cuota: Cuota, salarios: Vector, r: Referencias, anio_precios: int) -> Vector:
    unidades = {"SM": r.salario_minimo, "UMA": r.uma, "": 1.0}
    limites = np.array([t.limite * unidades[t.unidad] for t in cuota.tramos])
    valores = np.array([*(t.valor for t in cuota.tramos), 0.0])
    # A wage at the limit belongs to the bracket; half a cent spares it from rounding.
    caben = salarios[..., None] <= limites + 0.005
    tramo = np.where(caben.any(axis=-1), caben.argmax(axis=-1), len(limites))
    valor: Vector = valores[tramo]
    if cuota.base == _POR_DIA:
        return valor * _inpc_anual(anio_precios) / _inpc_mensual(cuota.vigente_desde)
    if cuota.base == _SMG_1997:
        julio_1997 = date(1997, 7, 1)
        smg = _numero("smg_df", 1997) * _inpc_anual(anio_precios) / _inpc_mensual(julio_1997)
        return valor * smg
    return valor * sbc(salarios, r, ceav=cuota.concepto == _CEAV)


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
    uma = _numero("uma", conocido) * factor if conocido >= _PRIMERA_UMA else minimo
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


@cache
def _todas() -> tuple[Cuota, ...]:
    """The rows of the series that set a rate or an amount, brackets of one version together."""
    grupos: dict[tuple[Any, ...], list[tuple[Tramo, dict[str, Any]]]] = {}
    for fila in datos.serie("cuotas_lss").to_dict("records"):
        if fila["seguro"] not in SEGUROS_CUENTA:
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
    por_dia = fila["base"] == _POR_DIA
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
