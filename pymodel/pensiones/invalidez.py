"""Invalidez: average wage, cuantía básica, additions, floor, cap, weeks required."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import ArrayLike

from pymodel import validacion
from pymodel.errores import DatoInvalido, Descripcion
from pymodel.pensiones.comun import (
    DIAS_MES,
    acotar,
    dias_del_mes,
    grado_en_por_ciento,
    incremento_en_tramite,
    ley,
    monto,
    montos,
    montos_positivos,
    plano,
    si_o_no,
)
from pymodel.validacion import Vector

PRESTACIONES_POR_SEMANAS = (
    "invalidez",
    "muerte",
    "muerte_rt",
    "enfermedad",
    "maternidad",
    "funeral",
)


def salario_promedio_500(
    salarios_diarios: ArrayLike, factores: ArrayLike, semanas: ArrayLike
) -> float:
    """Average daily wage of the last 500 weeks of contribution, updated with the INPC.

    Parameters
    ----------
    salarios_diarios : array (n,)   Daily wage of each period, current pesos of the period, > 0;
                                    most recent period first.
    factores : array (n,)           INPC of the date of the pension over INPC of the period, > 0.
    semanas : array (n,)            Weeks contributed in each period, >= 0.

    Returns
    -------
    float                           Daily pesos of the date of the pension.

    Raises
    ------
    DatoInvalido    Ranges of different length, an amount that is not positive, no weeks at all.

    Notes
    -----
    sum(w·s·f) / sum(w), where the weeks w stop at 500: the row in which the 500th falls counts
    in part and older rows do not count. Fewer than 500 are averaged over what there is; whether
    they give the right is :func:`semanas_minimas`.

    References
    ----------
    LSS, art. 141, first paragraph; IFA 2010, note 91 (L9377-9381); IFA 2005, L1064.
    """
    salarios = montos_positivos(salarios_diarios, "salarios_diarios")
    indices = montos_positivos(factores, "factores")
    pesos = montos(semanas, "semanas")
    for arreglo, nombre in ((indices, "factores"), (pesos, "semanas")):
        if arreglo.size != salarios.size:
            raise DatoInvalido(
                f"salarios_diarios y {nombre}",
                Descripcion(f"{salarios.size} y {arreglo.size} valores"),
                "la misma cantidad de periodos en los tres rangos",
            )
    tope = ley("invalidez_semanas_promedio")
    hasta = np.minimum(np.cumsum(pesos), tope)
    pesos = np.diff(hasta, prepend=0.0)
    if hasta[-1] <= 0.0:
        raise DatoInvalido("semanas", Descripcion("0 semanas en total"), "al menos una semana")
    return float((salarios * indices * pesos).sum() / hasta[-1])


def cuantia_basica(salario_base_diario: ArrayLike, *, dias_mes: float = DIAS_MES) -> float | Vector:
    """Monthly cuantía básica of the pensión de invalidez: 35 % of the average wage.

    Parameters
    ----------
    salario_base_diario : float or array (n,)
        Average daily wage of the last 500 weeks, updated with the INPC, > 0.
    dias_mes : float        Days of a month.

    Returns
    -------
    float or array (n,)     Pesos a month.

    References
    ----------
    LSS, art. 141, first paragraph.
    """
    salario = montos_positivos(salario_base_diario, "salario_base_diario")
    return plano(ley("invalidez_cuantia_basica") * salario * dias_del_mes(dias_mes))


def adiciones(
    conyuge: ArrayLike,
    hijos: ArrayLike,
    ascendientes: ArrayLike,
    ayuda_asistencial: float = 0.0,
) -> Vector:
    """Asignaciones familiares and ayuda asistencial as a fraction of the cuantía básica.

    Parameters
    ----------
    conyuge, hijos, ascendientes : int or array
        Number of spouses (0 or 1), entitled children and dependent parents; shapes that
        broadcast. Not checked: it is evaluated inside sums over families.
    ayuda_asistencial : float
        Extra of art. 140, up to 0.20.

    Returns
    -------
    array                   Decimal fractions of the cuantía básica.

    Notes
    -----
    Spouse 0.15, each child 0.10; parents (0.10 each) only if there is neither. Nobody: ayuda of
    0.15; one parent only: 0.10 more. The extra of art. 140 is not given in these two cases.

    References
    ----------
    LSS, art. 138, fr. I to V, and art. 140.
    """
    c, h, a = np.broadcast_arrays(
        *(np.asarray(x, dtype=np.float64) for x in (conyuge, hijos, ascendientes))
    )
    con_familia = (c > 0) | (h > 0)
    asignaciones = np.where(
        con_familia,
        ley("iv_asignacion_conyuge") * c + ley("iv_asignacion_hijo") * h,
        ley("iv_asignacion_ascendiente") * a,
    )
    por_fraccion = np.select(
        [con_familia, a == 0, a == 1],
        [0.0, ley("iv_ayuda_asistencial"), ley("iv_ayuda_asistencial_un_ascendiente")],
        0.0,
    )
    extra = np.where(con_familia | (a > 1), ayuda_asistencial, 0.0)
    return np.asarray(asignaciones + por_fraccion + extra)


def pension_invalidez(
    salario_base_diario: ArrayLike,
    conyuge: Any,
    hijos: Any,
    ascendientes: Any,
    *,
    ayuda_asistencial: float = 0.0,
    pension_garantizada_mensual: float = 0.0,
    orden_tope: str = "piso_despues",
    dias_mes: float = DIAS_MES,
    incremento: str = "ninguno",
) -> float | Vector:
    """Monthly pensión de invalidez with additions, between its floor and its cap.

    Parameters
    ----------
    salario_base_diario : float or array (n,)
        Average daily wage of the last 500 weeks, updated with the INPC, > 0.
    conyuge : bool, 0, 1, "sí" or "no"      Spouse, concubina or concubinario.
    hijos, ascendientes : int               Entitled children and dependent parents; parents
                                            count only without spouse and children.
    ayuda_asistencial : float               Extra of art. 140 by medical report, up to 0.20 of
                                            the cuantía básica.
    pension_garantizada_mensual : float     Floor, pesos a month; 0 is no floor.
    orden_tope : str                        "piso_despues" or "tope_despues".
    dias_mes : float                        Days of a month.
    incremento : str                        "ninguno" or "inmediato" (x 1.11).

    Returns
    -------
    float or array (n,)                     Pesos a month, without aguinaldo.

    Raises
    ------
    DatoInvalido    A wage that is not positive, two spouses, counts that are not whole, an extra
                    above 0.20 or where art. 140 excludes it.

    Notes
    -----
    min(CB·(1 + additions), SP) and then max(., PG), with CB = 0.35·SP and SP = wage·dias_mes.

    References
    ----------
    LSS, art. 138, 140, 141 and 143; IFA 2010, note 91 (L9377-9381).
    """
    salario = montos_positivos(salario_base_diario, "salario_base_diario")
    familia = (
        int(si_o_no(conyuge, "conyuge")),
        validacion.entero(hijos, "hijos", 0),
        validacion.entero(ascendientes, "ascendientes", 0, 2),
    )
    extra = _ayuda_por_dictamen(ayuda_asistencial, *familia)
    piso = monto(pension_garantizada_mensual, "pension_garantizada_mensual")
    promedio = salario * dias_del_mes(dias_mes)
    completa = ley("invalidez_cuantia_basica") * promedio * (1.0 + adiciones(*familia, extra))
    return plano(incremento_en_tramite(acotar(completa, piso, promedio, orden_tope), incremento))


def _ayuda_por_dictamen(valor: Any, conyuge: int, hijos: int, ascendientes: int) -> float:
    extra = fraccion_ayuda_asistencial(valor)
    if extra > 0.0 and not conyuge and not hijos and ascendientes < 2:
        raise DatoInvalido(
            "ayuda_asistencial",
            extra,
            "0: sin cónyuge ni hijos y con un ascendiente o ninguno ya se da la ayuda del "
            "art. 138, fr. IV o V, y el art. 140 excluye la otra",
        )
    return extra


def fraccion_ayuda_asistencial(valor: Any) -> float:
    """Return the extra of art. 140 as a fraction from 0 to 0.20.

    References
    ----------
    LSS, art. 140: up to 20 % of the pension of the disabled or of the widow(er).
    """
    extra = validacion.tasa(valor, "ayuda_asistencial")
    maxima = ley("iv_ayuda_asistencial_maxima")
    if not 0.0 <= extra <= maxima:
        raise DatoInvalido("ayuda_asistencial", extra, f"una fracción de 0 a {maxima:g} (art. 140)")
    return extra


def semanas_minimas(prestacion: str, grado_invalidez: float | None = None) -> float:
    """Weeks of contribution that a benefit requires.

    Parameters
    ----------
    prestacion : str
        "invalidez" (250; 150 if the report says 75 % or more), "muerte" (150, or none if he was
        a pensioner), "muerte_rt" (150, death of a pensioner by incapacity from another cause),
        "enfermedad" (4), "maternidad" (30 in twelve months) or "funeral" (12 in nine months).
    grado_invalidez : float, optional
        Per cent of invalidez in the medical report; only for "invalidez".

    Returns
    -------
    float                   Weeks.

    References
    ----------
    LSS, art. 122, 128-I, 58-II, 97, 102-I and 104.
    """
    validacion.opcion(prestacion, "prestacion", PRESTACIONES_POR_SEMANAS)
    if prestacion == "invalidez":
        if grado_invalidez is not None:
            grado = grado_en_por_ciento(grado_invalidez, "grado_invalidez")
            if grado >= ley("invalidez_grado_requisito_reducido"):
                return ley("invalidez_semanas_minimas_75")
        return ley("invalidez_semanas_minimas")
    if grado_invalidez is not None:
        raise DatoInvalido("grado_invalidez", grado_invalidez, "vacío: sólo cuenta en invalidez")
    parametros = {
        "muerte": "muerte_semanas_minimas",
        "muerte_rt": "rt_sobrevivencia_semanas",
        "enfermedad": "subsidio_enfermedad_semanas_minimas",
        "maternidad": "subsidio_maternidad_semanas_minimas",
        "funeral": "eym_ayuda_funeral_semanas_minimas",
    }
    return ley(parametros[prestacion])
