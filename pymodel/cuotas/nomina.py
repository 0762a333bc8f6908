"""Contributions of a payroll to the IMSS, in pesos of a period, by insurance and payer.

Conventions, where the law or our data leave a choice:

- One date decides rates, minimum wage, UMA and ceilings for the whole period.
- The UMA takes the place of the minimum wage as unit and ceiling on its date; that of 2016, whose
  first day is not confirmed, equals the minimum wage of that year.
- Retiro, SRT, SGPS and Infonavit have the general ceiling of article 28; invalidez y vida,
  cesantía and vejez their own until 2007 (transitorio 25).
- What the law updates each quarter with the INPC (federal fee of the SEM, cuota social) takes the
  INPC of the month before the quarter, from that of the month before the first quarter. After
  the series of the INPC those figures of the State are not known; the others are.
- Article 36 holds where the wage divided by the integration factor does not exceed the general
  minimum wage of the Distrito Federal (of the country since October 2015).
- Nothing is rounded.
"""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike, NDArray

from pymodel import datos, validacion
from pymodel.cuotas.ley import (
    CEAV,
    INICIO,
    POR_DIA,
    SEGUROS_CUENTA,
    SEGUROS_IMSS,
    SMG_1997,
    Cuota,
    por_tramo,
    vigentes,
)
from pymodel.cuotas.riesgos import primas_medias
from pymodel.errores import DatoInvalido
from pymodel.validacion import Vector

MAX_DIAS = 366.0
PAGADORES = ("patrón", "trabajador", "Estado")
_UNIDAD = "SMGDF (hoy UMA)"
_EXCEDENTE = "SBC menos 3 SMGDF (hoy UMA)"

# Insurance, concept and payers of the law -> key of the columns.
_CLAVES = {
    ("EyM especie", "cuota fija por asegurado"): "sem_cuota_fija",
    ("EyM especie", "cuota fija federal por asegurado"): "sem_cuota_fija",
    ("EyM especie", "excedente de 3 SMGDF"): "sem_excedente",
    ("EyM dinero", "prestaciones en dinero"): "sem_dinero",
    ("EyM GMP", "gastos médicos de pensionados"): "gmp",
    ("IV", "invalidez y vida"): "siv",
    ("GPS", "guarderías y prestaciones sociales"): "sgps",
    ("RCV", "retiro"): "retiro",
    ("RCV", CEAV): "ceav",
    ("RCV", "cuota social"): "cuota_social",
    ("Infonavit", "aportación al fondo de la vivienda"): "infonavit",
}
_TODOS = PAGADORES
_COLUMNAS_IMSS = (
    ("sem_cuota_fija", ("patrón", "Estado")),
    ("sem_excedente", ("patrón", "trabajador")),
    ("sem_dinero", _TODOS),
    ("gmp", _TODOS),
    ("siv", _TODOS),
    ("sgps", ("patrón",)),
    ("srt", ("patrón",)),
)
_COLUMNAS_RCV = (
    ("retiro", ("patrón",)),
    ("ceav", _TODOS),
    ("cuota_social", ("Estado",)),
    ("infonavit", ("patrón",)),
)
_SUFIJO = {"patrón": "patron", "trabajador": "trabajador", "Estado": "estado"}


class Bases(NamedTuple):
    """What the contributions of a date are measured with, pesos a day."""

    salario_minimo: float
    salario_minimo_menor: float
    unidad: float
    tope: float
    tope_iv_ceav: float


class Nomina(NamedTuple):
    """Contributions of a payroll.

    Attributes
    ----------
    columnas : tuple of str     Insurance and payer ("siv_patron"), then the totals.
    importes : array (n, k)     Pesos of the period, one row a worker. NaN, and so the totals of
                                the State and of all, in what is updated with an INPC that the
                                series does not have yet.
    """

    columnas: tuple[str, ...]
    importes: Vector

    def __getitem__(self, columna: str) -> Vector:  # type: ignore[override]
        """One column, shape (n,)."""
        return np.asarray(self.importes[:, self.columnas.index(columna)])


def calcular_nomina(
    sbc: ArrayLike,
    fecha: date,
    *,
    dias: ArrayLike = 30.0,
    prima_rt: ArrayLike | None = None,
    con_rcv_infonavit: bool = False,
    factor_integracion: float = 1.0,
) -> Nomina:
    """Contributions of each worker for the days of a period.

    Parameters
    ----------
    sbc : array (n,)                Salario base de cotización, pesos a day, before the ceiling.
    fecha : date                    From 1 July 1997, while there are minimum wage and UMA.
    dias : float or array (n,)      Contributed days, 0 to 366.
    prima_rt : float or array (n,)  Premium of the SRT, fraction; that of class I by default.
    con_rcv_infonavit : bool        Add retiro, cesantía y vejez, cuota social and Infonavit.
    factor_integracion : float      SBC over cuota diaria (LSS, art. 27), 1 or more; used only to
                                    tell who earns the minimum wage (art. 36).

    Returns
    -------
    Nomina

    Raises
    ------
    DatoInvalido        Wages below the lowest minimum wage of the date, days or premiums out of
                        range, dates without data.

    Notes
    -----
    Of a day: fixed fee = rate × unit; excess = rate × max(min(sbc, ceiling) - 3 units, 0); the
    others = rate × min(sbc, ceiling); SRT = premium × min(sbc, ceiling). The unit is the minimum
    wage, and the UMA from its date. At the minimum wage the employer pays the worker's share.

    References
    ----------
    LSS, arts. 25, 28, 36, 70 to 74, 106, 107, 147, 148, 168 and 211; transitorios 19 and 25 (DOF
    21-12-1995), 2 and 3 (DOF 16-12-2020); Ley del Infonavit, art. 29. Quality of each rate:
    ``cuotas_lss.csv``.
    """
    b = bases(fecha)
    salarios = validacion.vector(np.atleast_1d(np.asarray(sbc)), "sbc")
    _al_menos(salarios, b.salario_minimo_menor, fecha)
    plazo = _por_trabajador(dias, "dias", len(salarios), MAX_DIAS)
    maxima = float(datos.parametro("rt_prima_maxima"))
    prima = primas_medias()[0] if prima_rt is None else prima_rt
    srt = _por_trabajador(prima, "prima_rt", len(salarios), maxima)
    factor = validacion.numero(factor_integracion, "factor_integracion")
    if factor < 1.0:
        raise DatoInvalido("factor_integracion", factor, "1 o más (SBC entre cuota diaria)")

    grupos = _COLUMNAS_IMSS + (_COLUMNAS_RCV if con_rcv_infonavit else ())
    columnas = tuple(f"{g}_{_SUFIJO[p]}" for g, pagadores in grupos for p in pagadores)
    lugar = {c: i for i, c in enumerate(columnas)}
    totales = tuple(f"total_{_SUFIJO[p]}" for p in PAGADORES)
    por_columna = np.zeros((len(columnas) + 4, len(salarios)))  # columns contiguous: faster

    general = np.minimum(salarios, b.tope) * plazo
    propia = general if b.tope_iv_ceav == b.tope else np.minimum(salarios, b.tope_iv_ceav) * plazo
    excedente = np.maximum(general - 3.0 * b.unidad * plazo, 0.0)
    seguros = SEGUROS_IMSS + (SEGUROS_CUENTA if con_rcv_infonavit else ())
    for c in vigentes(fecha, seguros):
        clave = f"{_CLAVES[c.seguro, c.concepto]}_{_SUFIJO[c.pagador]}"
        if c.base == _EXCEDENTE:
            base = excedente
        elif c.base == "SBC":
            base = propia if c.seguro == "IV" or c.concepto == CEAV else general
        else:
            base = np.multiply(plazo, _pesos_por_dia(c, fecha, b))
        np.multiply(base, _tasa(c, salarios, b), out=por_columna[lugar[clave]])
    np.multiply(general, srt, out=por_columna[lugar["srt_patron"]])

    minimo = np.flatnonzero(salarios <= b.salario_minimo * factor + 0.005)
    if minimo.size:
        for clave, i in lugar.items():
            grupo, _, pagador = clave.rpartition("_")
            if pagador == "trabajador":
                por_columna[lugar[f"{grupo}_patron"], minimo] += por_columna[i, minimo]
                por_columna[i, minimo] = 0.0
    for j, sufijo in enumerate(_SUFIJO.values(), start=len(columnas)):
        for clave, i in lugar.items():
            if clave.endswith(sufijo):
                por_columna[j] += por_columna[i]
        por_columna[-1] += por_columna[j]
    return Nomina((*columnas, *totales, "total"), por_columna.T)


def bases(fecha: date) -> Bases:
    """Minimum wage, unit and ceilings in force on a date.

    Parameters
    ----------
    fecha : date        From 1 July 1997.

    Returns
    -------
    Bases               Pesos a day. `unidad` is the UMA from its date, before it the minimum
                        wage; `salario_minimo_menor` is that of the area with the lowest.

    Raises
    ------
    DatoInvalido        A date before the law, or after the last minimum wage or UMA known.
    """
    if fecha < INICIO:
        raise DatoInvalido("fecha", fecha.isoformat(), "una fecha desde el 1997-07-01 (LSS 1997)")
    return _bases(fecha)


@cache
def _bases(fecha: date) -> Bases:
    minimo, menor = _salarios_minimos(fecha)
    unidad = _uma(fecha) if fecha >= _inicio_uma() else minimo
    return Bases(
        salario_minimo=minimo,
        salario_minimo_menor=menor,
        unidad=unidad,
        tope=float(datos.parametro("tope_sbc", fecha)) * unidad,
        tope_iv_ceav=float(datos.parametro("tope_sbc_iv_ceav", fecha)) * unidad,
    )


def cuota_federal_diaria(fecha: date) -> float:
    """Federal fee of the SEM (art. 106, III), also that of a family in the SSFAM (art. 242).

    Parameters
    ----------
    fecha : date        From 1 July 1997.

    Returns
    -------
    float               Pesos a day: 13.9 % of the minimum wage of the Distrito Federal of July
                        1997 × INPC of the month before the quarter / INPC of June 1997.

    Raises
    ------
    DatoInvalido        A date before the law, or in a quarter whose INPC is not in the series.
    """
    (c,) = (x for x in vigentes(fecha, ("EyM especie",)) if x.base == SMG_1997)
    cuota = c.tramos[0].valor * _pesos_por_dia(c, fecha, bases(fecha))
    if np.isnan(cuota):
        raise DatoInvalido(
            "fecha", fecha.isoformat(), "una fecha con INPC del mes anterior a su trimestre"
        )
    return cuota


def _tasa(c: Cuota, salarios: Vector, b: Bases) -> Vector | float:
    if len(c.tramos) == 1:
        return c.tramos[0].valor
    return por_tramo(c, salarios, b.salario_minimo, b.unidad)


def _pesos_por_dia(c: Cuota, fecha: date, b: Bases) -> float:
    """What multiplies the rate, where it is not a wage."""
    if c.base == _UNIDAD:
        return b.unidad
    if c.base == POR_DIA:
        assert c.vigente_desde is not None  # amounts in pesos always have a first day
        return _actualizacion(c.vigente_desde, fecha)
    return _salarios_minimos(INICIO)[0] * _actualizacion(INICIO, fecha)


def _actualizacion(desde: date, hasta: date) -> float:
    return _inpc_del_trimestre(hasta) / _inpc_del_trimestre(desde)


@cache
def _inpc_del_trimestre(fecha: date) -> float:
    """INPC of the month before the quarter of a date; NaN after the series."""
    primero = 3 * ((fecha.month - 1) // 3)  # month before the quarter; 0 is December
    mes = (fecha.year, primero) if primero else (fecha.year - 1, 12)
    serie = datos.serie("inpc").set_index(["anio", "mes"])["inpc"]
    return float(serie.get(mes, np.nan))


@cache
def _salarios_minimos(fecha: date) -> tuple[float, float]:
    """Minimum wage of the Distrito Federal, and the lowest of the areas that the series has."""
    df = datos.serie("salario_minimo")
    inicio = df["vigencia_desde"].fillna(pd.to_datetime(df["anio"].astype(str) + "-01-01"))
    fin = df["vigencia_hasta"].fillna(pd.to_datetime(df["anio"].astype(str) + "-12-31"))
    dia = pd.Timestamp(fecha)
    filas = df[(inicio <= dia) & (dia <= fin)]
    if filas.empty:
        ultimo = fin.max().date().isoformat()
        raise DatoInvalido(
            "fecha", fecha.isoformat(), f"una fecha con salario mínimo conocido, hasta {ultimo}"
        )
    fila = filas.iloc[-1]
    return float(fila["zona_a_df"]), float(fila[["zona_a_df", "zona_b", "zona_c"]].min())


@cache
def _inicio_uma() -> date:
    """1 January of the first year of the UMA, whose own first day is not confirmed."""
    return date(int(datos.serie("uma")["anio"].min()), 1, 1)


def _uma(fecha: date) -> float:
    # The UMA of the first year, without a first day, is found by its year.
    clave = fecha.year if fecha.year == _inicio_uma().year else fecha
    return float(datos.parametro("uma", clave))


def _al_menos(salarios: Vector, minimo: float, fecha: date) -> None:
    bajos = salarios < minimo - 0.005
    if bajos.any():
        lugar = int(np.argmax(bajos))
        donde = "sbc" if len(salarios) == 1 else f"sbc, valor {lugar + 1}"
        raise DatoInvalido(
            donde,
            float(salarios[lugar]),
            f"{minimo:g} pesos diarios o más: el salario mínimo general el {fecha.isoformat()} "
            "(LSS, art. 28)",
        )


def _por_trabajador(valor: ArrayLike, nombre: str, n: int, maximo: float) -> Vector | float:
    if np.ndim(valor) == 0:
        uno = validacion.numero(valor, nombre)
        malos: NDArray[np.bool_] = np.array([not 0.0 <= uno <= maximo])
        valores: Vector | float = uno
    else:
        valores = validacion.vector(valor, nombre)
        if len(valores) == 1:
            valores = np.repeat(valores, n)
        if len(valores) != n:
            raise DatoInvalido(nombre, f"{len(valores)} valores", f"uno, o {n} como en sbc")
        malos = (valores < 0.0) | (valores > maximo)
    if malos.any():
        lugar = int(np.argmax(malos))
        malo = float(np.atleast_1d(valores)[lugar])
        sugerencia = ""
        if nombre == "prima_rt" and 0.0 < malo / 100 <= maximo:
            sugerencia = f"; ¿quiso decir {malo / 100:g}?"
        donde = nombre if np.ndim(valor) == 0 else f"{nombre}, valor {lugar + 1}"
        raise DatoInvalido(donde, malo, f"un número de 0 a {maximo:g}{sugerencia}")
    return valores
