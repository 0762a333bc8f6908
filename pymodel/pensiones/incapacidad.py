"""Riesgos de trabajo: permanent incapacity, total and partial, and indemnización global."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import ArrayLike

from pymodel.errores import DatoInvalido
from pymodel.pensiones.comun import (
    DIAS_MES,
    MESES,
    dias_del_mes,
    grado_en_por_ciento,
    incremento_en_tramite,
    ley,
    monto,
    montos_positivos,
    plano,
)
from pymodel.validacion import Vector


def pension_incapacidad(
    salario_base_diario: ArrayLike,
    grado: Any,
    *,
    pension_invalidez_mensual: float = 0.0,
    dias_mes: float = DIAS_MES,
    incremento: str = "ninguno",
) -> float | Vector:
    """Monthly pension for permanent incapacity: total (grade 100) or partial (above 25).

    Parameters
    ----------
    salario_base_diario : float or array (n,)
        Daily wage being contributed on; for illness of work, average of the last 52 weeks. > 0.
    grado : float               Grade of the LFT table, per cent, above 25 and up to 100.
    pension_invalidez_mensual : float
        Invalidez pension that would correspond, pesos a month: the IPT pension is never below
        it. 0 when it does not matter.
    dias_mes : float            Days of a month.
    incremento : str            "ninguno" or "inmediato" (x 1.11).

    Returns
    -------
    float or array (n,)         Pesos a month, without aguinaldo. Asignaciones familiares and
                                ayuda asistencial are in it (art. 59).

    Raises
    ------
    DatoInvalido    A grade up to 25, to which an indemnización global belongs; a fraction.

    Notes
    -----
    grado/100 · max(0.70·wage·dias_mes, invalidez). Art. 59 wants the IPT pension "always above"
    the other without saying by how much: equal to it is our reading. From 25 to 50 % the worker
    may choose the indemnización global instead.

    References
    ----------
    LSS, art. 58, fr. II and III, and art. 59; IFA 2005, M18 (L1066-1067).
    """
    salario = montos_positivos(salario_base_diario, "salario_base_diario")
    porciento = grado_en_por_ciento(grado)
    limite = ley("indemnizacion_global_grado")
    if porciento <= limite:
        raise DatoInvalido(
            "grado",
            porciento,
            f"un grado de más de {limite:g}; con éste no hay pensión: "
            "procede indemnización global (INDEMNIZACION_GLOBAL)",
        )
    total = ley("ipt_cuantia") * salario * dias_del_mes(dias_mes)
    total = np.maximum(total, monto(pension_invalidez_mensual, "pension_invalidez_mensual"))
    return plano(incremento_en_tramite(porciento / 100 * total, incremento))


def indemnizacion_global(
    salario_base_diario: ArrayLike, grado: Any, *, dias_mes: float = DIAS_MES
) -> float | Vector:
    """Indemnización global: five annuities of the pension of that grade, instead of it.

    Parameters
    ----------
    salario_base_diario : float or array (n,)   Daily wage being contributed on, > 0.
    grado : float               Grade, per cent, up to 50: compulsory up to 25, then optional.
    dias_mes : float            Days of a month.

    Returns
    -------
    float or array (n,)         Pesos, once, without aguinaldo (art. 58-IV gives it only above 50).

    Raises
    ------
    DatoInvalido    A grade above 50, to which a pension belongs; a fraction.

    References
    ----------
    LSS, art. 58, fr. III; IFA 2010, L9342-9352 and note 92 (L9424-9426).
    """
    salario = montos_positivos(salario_base_diario, "salario_base_diario")
    porciento = grado_en_por_ciento(grado)
    limite = ley("indemnizacion_global_grado_opcional")
    if porciento > limite:
        raise DatoInvalido(
            "grado",
            porciento,
            f"un grado de hasta {limite:g}; con éste procede pensión (PENSION_INCAPACIDAD)",
        )
    mensual = porciento / 100 * ley("ipt_cuantia") * salario * dias_del_mes(dias_mes)
    return plano(ley("indemnizacion_global_anualidades") * MESES * mensual)
