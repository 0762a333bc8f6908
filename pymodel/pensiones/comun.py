"""What the amounts share: the law's parameters, months, wages, caps and the 11 % increase."""

from __future__ import annotations

from functools import cache
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from pymodel import datos, validacion
from pymodel.errores import DatoInvalido
from pymodel.validacion import Vector

DIAS_MES = 365 / 12
"""Days of a month. The law fixes no factor: convention, an argument wherever it is used."""

MESES = 12
DIAS_MES_COMERCIAL = 30
"""Days of the month in which the law counts aguinaldo and funeral aid."""

SEGUROS = ("iv", "rt")
ORDENES_TOPE = ("piso_despues", "tope_despues")
INCREMENTOS = ("ninguno", "inmediato")


@cache
def ley(nombre: str) -> float:
    """Return the value of a parameter that the LSS sets, as in force."""
    return float(datos.parametro(nombre, documento="lss"))


def plano(valores: NDArray[Any]) -> float | Vector:
    """Return a float if there is one value, otherwise the array (n,)."""
    return float(valores.reshape(-1)[0]) if valores.size == 1 else valores


def montos_positivos(valores: ArrayLike, nombre: str) -> Vector:
    """Return amounts as an array (n,), every one above zero."""
    return _desde_cero(valores, nombre, incluye_cero=False)


def montos(valores: ArrayLike, nombre: str) -> Vector:
    """Return amounts as an array (n,), none below zero."""
    return _desde_cero(valores, nombre, incluye_cero=True)


def _desde_cero(valores: ArrayLike, nombre: str, *, incluye_cero: bool) -> Vector:
    arreglo = validacion.vector(valores, nombre)
    malos = arreglo < 0.0 if incluye_cero else arreglo <= 0.0
    if malos.any():
        lugar = int(np.argmax(malos))
        donde = nombre if arreglo.size == 1 else f"{nombre}, valor {lugar + 1}"
        raise DatoInvalido(
            donde, float(arreglo[lugar]), "un número de 0 o más" if incluye_cero else "más de 0"
        )
    return arreglo


def monto(valor: Any, nombre: str) -> float:
    """Return one amount, not below zero."""
    numero = validacion.numero(valor, nombre)
    if numero < 0.0:
        raise DatoInvalido(nombre, numero, "un número de 0 o más")
    return numero


def dias_del_mes(valor: Any) -> float:
    """Return the days of a month: 365/12, 30.4, 30."""
    dias = validacion.numero(valor, "dias_mes")
    if not 28.0 <= dias <= 31.0:
        raise DatoInvalido("dias_mes", dias, "los días de un mes, de 28 a 31 (365/12 si se omite)")
    return dias


def grado_en_por_ciento(valor: Any, nombre: str = "grado") -> float:
    """Return a grade of incapacity in per cent; fractions are refused, never guessed."""
    grado = validacion.numero(valor, nombre)
    if 0.0 < grado <= 1.0:
        raise DatoInvalido(nombre, grado, "un grado en por ciento, por ejemplo 65")
    if not 0.0 < grado <= 100.0:
        raise DatoInvalido(nombre, grado, "un grado en por ciento, mayor que 1 y de hasta 100")
    return grado


def si_o_no(valor: Any, nombre: str) -> bool:
    """Return True or False from sí/no, 1/0 or a logical value."""
    if isinstance(valor, np.generic):
        valor = valor.item()
    if isinstance(valor, bool):
        return valor
    if isinstance(valor, str) and valor.strip().lower() in ("sí", "si", "no"):
        return valor.strip().lower() != "no"
    if isinstance(valor, int | float) and valor in (0, 1):
        return bool(valor)
    raise DatoInvalido(nombre, valor, "sí o no, o bien 1 o 0")


def incremento_en_tramite(valores: Vector, incremento: str) -> Vector:
    """Return the amounts with the 11 % increase if it applies at once.

    Parameters
    ----------
    valores : array (n,)    Pesos.
    incremento : str        "ninguno" or "inmediato" (x 1.11).

    References
    ----------
    LSS, Décimo Cuarto Transitorio (DOF 20-12-2001, reform DOF 05-01-2004). Whose pension it
    raises is a matter of age and amount: :func:`pymodel.pensiones.incremento_decimo_cuarto`.
    """
    validacion.opcion(incremento, "incremento", INCREMENTOS)
    return valores * (1.0 + ley("incremento_pensiones")) if incremento == "inmediato" else valores


def acotar(valores: Vector, piso: ArrayLike, tope: ArrayLike, orden_tope: str) -> Vector:
    """Put amounts between a floor and a cap, in the order that decides which wins.

    Parameters
    ----------
    valores : array                 Pesos.
    piso, tope : float or array     Pesos, of shapes that broadcast with `valores`.
    orden_tope : str
        "piso_despues": the floor wins over the cap (LSS, art. 141: "en ningún caso"); or
        "tope_despues": the cap of art. 143 wins. Which one is not settled by the text.

    Returns
    -------
    array                           Pesos.
    """
    validacion.opcion(orden_tope, "orden_tope", ORDENES_TOPE)
    if orden_tope == "piso_despues":
        return np.maximum(np.minimum(valores, tope), piso)
    return np.minimum(np.maximum(valores, piso), tope)
