"""What is added to a pension: aguinaldo, the 11 % increase, the pensión garantizada."""

from __future__ import annotations

from datetime import date
from typing import Any

import numpy as np
from numpy.typing import ArrayLike

from pymodel import datos, validacion
from pymodel.errores import DatoInvalido
from pymodel.pensiones.comun import (
    DIAS_MES,
    DIAS_MES_COMERCIAL,
    SEGUROS,
    dias_del_mes,
    grado_en_por_ciento,
    ley,
    montos,
    montos_positivos,
    plano,
)
from pymodel.validacion import Vector

CONCEPTOS = (
    "invalidez",
    "incapacidad",
    "viudez",
    "orfandad_sencilla",
    "orfandad_doble",
    "ascendencia",
)


def aguinaldo_anual(
    seguro: str, concepto: str, pension_mensual: ArrayLike, grado: float = 100.0
) -> float | Vector:
    """Yearly aguinaldo of a pension; zero for those to whom the law does not give it.

    Parameters
    ----------
    seguro : str                            "iv" or "rt".
    concepto : str                          One of :data:`CONCEPTOS`.
    pension_mensual : float or array (n,)   IV: without asignaciones nor ayuda asistencial
                                            (art. 139); pesos a month.
    grado : float                           Grade of an incapacidad, per cent.

    Returns
    -------
    float or array (n,)                     Pesos a year; divide by 12 for a monthly share.

    Notes
    -----
    IV: 30 days, everybody. RT: 15 days, for an incapacidad above 50 %, viudez, orfandad doble
    and ascendencia; none for a simple orphan nor for a partial incapacity of up to 50 %. A
    simple orphan whose pension rose to 30 % (art. 64-V) is not named either: pass
    "orfandad_sencilla". The month has 30 days.

    References
    ----------
    LSS, art. 139 and 142 (IV); art. 58, fr. IV, and 64, last paragraph (RT).
    """
    _seguro_y_concepto(seguro, concepto)
    mensual = montos(pension_mensual, "pension_mensual")
    if seguro == "iv":
        return plano(ley("aguinaldo_iv_dias") / DIAS_MES_COMERCIAL * mensual)
    con_derecho = concepto in ("viudez", "orfandad_doble", "ascendencia")
    if concepto == "incapacidad":
        limite = ley("indemnizacion_global_grado_opcional")
        con_derecho = grado_en_por_ciento(grado) > limite
    return plano(con_derecho * ley("aguinaldo_rt_dias") / DIAS_MES_COMERCIAL * mensual)


def incremento_decimo_cuarto(
    seguro: str,
    concepto: str,
    pension_mensual: ArrayLike,
    salario_minimo_mensual: float,
    edad: ArrayLike = 0.0,
) -> float | Vector:
    """Pension after the increase of the Décimo Cuarto Transitorio, rules a) to e).

    Parameters
    ----------
    seguro : str                            "iv" or "rt".
    concepto : str                          One of :data:`CONCEPTOS`.
    pension_mensual : float or array (n,)   Pesos a month, before the increase.
    salario_minimo_mensual : float          General minimum wage of the DF, pesos a month, > 0.
    edad : float or array (n,)              Age of the pensioner, years.

    Returns
    -------
    float or array (n,)                     Pesos a month.

    Notes
    -----
    In this order: c) orfandad and ascendencia x 1.11; e) viudez of up to 1.5 minimum wages
    x 1.11; b) 60 or older with one minimum wage or more x 1.11; d) RT, 60 or older, up to one
    minimum wage x 1.11; a) below one minimum wage, raised to it. Who is under b, c or e does not
    take a or d. The text does not say how a and d combine: the greater amount, our reading. For
    payments since 1 March 2003.

    References
    ----------
    LSS, Décimo Cuarto Transitorio (DOF 20-12-2001, reform DOF 05-01-2004).
    """
    _seguro_y_concepto(seguro, concepto)
    pension = montos(pension_mensual, "pension_mensual")
    (minimo,) = montos_positivos(
        validacion.numero(salario_minimo_mensual, "salario_minimo_mensual"),
        "salario_minimo_mensual",
    ) * ley("incremento_pensiones_smg")
    edades = montos(edad, "edad")
    if edades.size not in (1, pension.size):
        raise DatoInvalido("edad", edades.size, f"1 o {pension.size} edades")
    aumentada = pension * (1.0 + ley("incremento_pensiones"))
    if concepto in ("orfandad_sencilla", "orfandad_doble", "ascendencia"):
        return plano(aumentada)
    mayor = edades >= ley("incremento_pensiones_edad")
    tope_viudez = ley("incremento_pensiones_viudez_tope_smg") * minimo
    return plano(
        np.select(
            [
                (concepto == "viudez") & (pension <= tope_viudez),
                mayor & (pension >= minimo),
                mayor & (seguro == "rt"),
                pension < minimo,
            ],
            [aumentada, aumentada, np.maximum(aumentada, minimo), minimo],
            pension,
        )
    )


def pension_garantizada(
    fecha: Any,
    *,
    dias_mes: float = DIAS_MES,
    mes_base_1997: str = "1997-07",
    mes_base_2020: str = "2019-12",
) -> float:
    """Pensión garantizada that is the floor of the invalidez pension at a date.

    Parameters
    ----------
    fecha : date or str     From 1 July 1997; text AAAA-MM-DD.
    dias_mes : float        Days of a month, for the minimum wage of 1997.
    mes_base_1997, mes_base_2020 : str
        Month (AAAA-MM) of the INPC from which each amount is updated.

    Returns
    -------
    float                   Pesos a month, current at `fecha`.

    Raises
    ------
    DatoInvalido            A date before the law or after the stored INPC; a month without it.

    Notes
    -----
    amount · INPC(December before the last February) / INPC(base month). The amount is one
    minimum wage of the DF of July 1997 until 15-12-2020, and the mean of the first row of the
    table of art. 170 (60 years, one minimum wage), 33,994/11 pesos, from then on. Not confirmed:
    the old text of art. 170, which we have only through IFA 2010; both base months (December
    2019 gives 4,172.90 in 2026, student works print 4,177.20); the day on which the reform of
    2020 takes effect.

    References
    ----------
    LSS, art. 141 and 170 (reform DOF 16-12-2020); IFA 2010, L8512-8516.
    """
    dia = _dia(fecha)
    dias = dias_del_mes(dias_mes)
    actualizada = dia.year if dia.month >= 2 else dia.year - 1
    nueva = datos.registro_parametro("pension_garantizada_invalidez", documento="lss")
    assert nueva.vigente_desde is not None
    if dia >= nueva.vigente_desde:
        importe, base, primera = float(nueva.valor), mes_base_2020, 2021
    else:
        fraccion = float(datos.parametro("pension_garantizada_smg_1997", dia, "lss"))
        salario_1997 = float(datos.parametro("smg_df", 1997))
        importe, base, primera = fraccion * salario_1997 * dias, mes_base_1997, 1998
    if actualizada < primera:
        return importe
    return importe * _inpc(f"{actualizada - 1}-12", "fecha") / _inpc(base, "mes_base")


def _dia(fecha: Any) -> date:
    if isinstance(fecha, str):
        try:
            return date.fromisoformat(fecha.strip())
        except ValueError:
            pass
    elif isinstance(fecha, date):
        return date(fecha.year, fecha.month, fecha.day)
    raise DatoInvalido("fecha", fecha, "una fecha o un texto AAAA-MM-DD")


def _inpc(periodo: str, nombre: str) -> float:
    serie = datos.serie("inpc").set_index("periodo")["inpc"]
    if periodo not in serie.index:
        raise DatoInvalido(
            nombre,
            periodo,
            f"un mes con INPC, AAAA-MM, de {serie.index[0]} a {serie.index[-1]}",
        )
    return float(serie[periodo])


def _seguro_y_concepto(seguro: str, concepto: str) -> None:
    validacion.opcion(seguro, "seguro", SEGUROS)
    validacion.opcion(concepto, "concepto", CONCEPTOS)
    ajeno = "incapacidad" if seguro == "iv" else "invalidez"
    if concepto == ajeno:
        raise DatoInvalido("concepto", concepto, f"un concepto del seguro «{seguro}»")
