"""Survivors of both insurances: quotas, cap, redistribution, base, finiquitos."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
from numpy.typing import ArrayLike

from pymodel import validacion
from pymodel.errores import DatoInvalido
from pymodel.pensiones.comun import (
    DIAS_MES,
    MESES,
    SEGUROS,
    dias_del_mes,
    ley,
    monto,
    montos,
    montos_positivos,
    plano,
    si_o_no,
)
from pymodel.validacion import Vector


class Sobrevivencia(NamedTuple):
    """Monthly pensions of the survivors after the cap, pesos; each is the sum of its group."""

    viudez: float
    orfandad_sencilla: float
    orfandad_doble: float
    ascendencia: float

    @property
    def total(self) -> float:
        """Return the sum of the pensions, pesos a month."""
        return sum(self)


def base_sobrevivencia(
    seguro: str,
    salario_base_diario: ArrayLike,
    *,
    pension_garantizada_mensual: float = 0.0,
    dias_mes: float = DIAS_MES,
) -> float | Vector:
    """Monthly amount of which the survivors' pensions are shares.

    Parameters
    ----------
    seguro : str                "iv" or "rt".
    salario_base_diario : float or array (n,)
        IV: average of the last 500 weeks; RT: wage being contributed on. Daily pesos, > 0.
    pension_garantizada_mensual : float     Floor of the IV base, pesos a month.
    dias_mes : float            Days of a month.

    Returns
    -------
    float or array (n,)         Pesos a month: IV max(0.35·wage, floor), without additions;
                                RT the IPT pension, 0.70·wage.

    References
    ----------
    LSS, art. 139, 141 and 142 (IV); art. 64 (RT).
    """
    validacion.opcion(seguro, "seguro", SEGUROS)
    salario = montos_positivos(salario_base_diario, "salario_base_diario")
    piso = monto(pension_garantizada_mensual, "pension_garantizada_mensual")
    mensual = salario * dias_del_mes(dias_mes)
    if seguro == "rt":
        return plano(ley("ipt_cuantia") * mensual)
    return plano(np.maximum(ley("invalidez_cuantia_basica") * mensual, piso))


def cuotas_sobrevivencia(
    seguro: str,
    viudez: ArrayLike,
    huerfanos_sencillos: ArrayLike,
    huerfanos_dobles: ArrayLike,
    ascendientes: ArrayLike,
) -> Vector:
    """Shares of the base that the law gives to each group of survivors, before the cap.

    Parameters
    ----------
    seguro : str            "iv" or "rt".
    viudez, huerfanos_sencillos, huerfanos_dobles, ascendientes : int or array
        Number of persons of each group; shapes that broadcast to (...). Not checked: it is
        evaluated inside sums over families.

    Returns
    -------
    array (..., 4)          Fractions of the base: viudez, orfandad sencilla, orfandad doble,
                            ascendencia.

    Notes
    -----
    IV 0.90, 0.20, 0.30, 0.20; RT 0.40, 0.20, 0.30, 0.20. Ascendants have a right only if there
    is neither a spouse nor an orphan.

    References
    ----------
    LSS, art. 131, 135 and 137 (IV); art. 64, fr. II to VI, and 66 (RT).
    """
    validacion.opcion(seguro, "seguro", SEGUROS)
    v, s, d, a = np.broadcast_arrays(
        *(
            np.asarray(x, dtype=np.float64)
            for x in (viudez, huerfanos_sencillos, huerfanos_dobles, ascendientes)
        )
    )
    a = np.where(v + s + d > 0, 0.0, a)
    por_persona = [
        ley(f"{seguro}_{grupo}")
        for grupo in ("viudez", "orfandad", "orfandad_doble", "ascendencia")
    ]
    return np.stack([v, s, d, a], axis=-1) * por_persona


def repartir(cuotas: ArrayLike, tope: ArrayLike, vigentes: ArrayLike | None = None) -> Vector:
    """Reduce quotas in proportion so that their sum does not pass the cap.

    Parameters
    ----------
    cuotas : array (..., n)         Quota of each survivor, pesos or fractions of the base.
    tope : float or array (...)     Largest sum, same unit.
    vigentes : array (..., n), optional
        Which rights are still alive (0 or 1): what the others are cut by is computed again, so
        that nobody passes his own quota nor the total its cap. None: all of them.

    Returns
    -------
    array (..., n)                  Same unit.

    References
    ----------
    LSS, art. 66, first and second paragraphs (RT), and art. 144 (IV).
    """
    q = np.asarray(cuotas, dtype=np.float64)
    if vigentes is not None:
        q = q * np.asarray(vigentes, dtype=np.float64)
    suma = q.sum(axis=-1, keepdims=True)
    limite = np.asarray(tope, dtype=np.float64)[..., None]
    return np.asarray(q * np.where(suma > limite, limite / np.where(suma > 0, suma, 1.0), 1.0))


def pension_sobrevivencia(
    seguro: str,
    base_mensual: Any,
    viudez: Any,
    huerfanos_sencillos: Any,
    huerfanos_dobles: Any,
    ascendientes: Any,
    *,
    viudez_minima_mensual: float = 0.0,
) -> Sobrevivencia:
    """Monthly pensions of a family of survivors, after the cap.

    Parameters
    ----------
    seguro : str                    "iv" or "rt".
    base_mensual : float            :func:`base_sobrevivencia`, pesos a month, > 0.
    viudez : bool, 0, 1, "sí" or "no"
    huerfanos_sencillos, huerfanos_dobles, ascendientes : int   Persons with a right.
    viudez_minima_mensual : float   RT: smallest viudez of Invalidez y Vida, pesos a month.

    Returns
    -------
    Sobrevivencia                   Pesos a month by group, without aguinaldo.

    Raises
    ------
    DatoInvalido    Two spouses, counts that are not whole, a base that is not positive, nobody.

    Notes
    -----
    The cap is the base itself: the invalidez pension (art. 144) or the IPT pension (art. 66).
    The text of art. 144 names spouse and orphans only; ascendants reach the cap with more than
    five of them, and we apply it to them too.

    References
    ----------
    LSS, art. 64, 66, 131, 135, 137 and 144.
    """
    base = validacion.numero(base_mensual, "base_mensual")
    if base <= 0.0:
        raise DatoInvalido("base_mensual", base, "más de 0")
    personas = (
        int(si_o_no(viudez, "viudez")),
        validacion.entero(huerfanos_sencillos, "huerfanos_sencillos", 0),
        validacion.entero(huerfanos_dobles, "huerfanos_dobles", 0),
        validacion.entero(ascendientes, "ascendientes", 0),
    )
    if not any(personas):
        raise DatoInvalido(
            "viudez, huerfanos_sencillos, huerfanos_dobles y ascendientes",
            0,
            "al menos una persona con derecho a pensión",
        )
    cuotas = base * cuotas_sobrevivencia(seguro, *personas)
    minima = monto(viudez_minima_mensual, "viudez_minima_mensual")
    if minima and seguro == "iv":
        raise DatoInvalido("viudez_minima_mensual", minima, "0: sólo cuenta en riesgos de trabajo")
    if personas[0]:
        cuotas[0] = max(cuotas[0], minima)
    return Sobrevivencia(*map(float, repartir(cuotas, base)))


def finiquito_nupcias(pension_mensual: ArrayLike) -> float | Vector:
    """Lump sum of a widow(er) who marries: three annuities of the pension.

    Parameters
    ----------
    pension_mensual : float or array (n,)   Viudez after the cap, pesos a month.

    Returns
    -------
    float or array (n,)                     Pesos, once, without aguinaldo.

    References
    ----------
    LSS, art. 133 (IV) and art. 66, last paragraph (RT; the insurer then returns the reserve).
    """
    mensual = montos(pension_mensual, "pension_mensual")
    return plano(ley("finiquito_nupcias_anualidades") * MESES * mensual)


def finiquito_orfandad(pension_mensual: ArrayLike) -> float | Vector:
    """Payment to an orphan whose right ends: three monthly payments of his pension.

    Parameters
    ----------
    pension_mensual : float or array (n,)   Orfandad of one child after the cap, pesos a month.

    Returns
    -------
    float or array (n,)                     Pesos, once.

    References
    ----------
    LSS, art. 136 (IV) and art. 64, before the last paragraph (RT).
    """
    mensual = montos(pension_mensual, "pension_mensual")
    return plano(ley("finiquito_orfandad_mensualidades") * mensual)
