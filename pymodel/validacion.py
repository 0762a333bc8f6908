"""Checks shared by the functions of the model; every failure is a :class:`DatoInvalido`."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from pymodel.errores import DatoInvalido, Descripcion

Vector = NDArray[np.float64]


def serie(valores: ArrayLike, nombre: str) -> Vector:
    """Finite float array of shape (n,) or (n, k) with n >= 1, k >= 2.

    A column (n, 1) or a row (1, n) becomes (n,): in a sheet both are "n years".
    """
    if type(valores) is np.ndarray and valores.dtype == np.float64:
        matriz: Vector = valores
    else:
        matriz = _floats(valores, nombre)
    if matriz.ndim != 1:
        if matriz.ndim > 2:
            raise DatoInvalido(
                nombre, Descripcion(f"un arreglo de {matriz.ndim} dimensiones"), "una o dos"
            )
        if matriz.ndim == 0 or 1 in matriz.shape:
            matriz = matriz.reshape(-1)
    if matriz.size == 0:
        raise DatoInvalido(nombre, Descripcion("un rango vacío"), "al menos un valor")
    if not np.isfinite(matriz).all():
        lugar = np.argwhere(~np.isfinite(matriz))[0]
        raise DatoInvalido(
            f"{nombre}, {posicion(lugar)}", float(matriz[tuple(lugar)]), "un número finito"
        )
    return matriz


def _floats(valores: ArrayLike, nombre: str) -> Vector:
    """Anything as floats, without reading text, booleans or dates as numbers."""
    try:
        arreglo = np.asarray(valores)
        if arreglo.dtype.kind not in "iuf":
            for lugar, celda in np.ndenumerate(np.asarray(valores, dtype=object)):
                if arreglo.dtype.kind in "mM" or not _is_number(celda):
                    donde = f"{nombre}, {posicion(lugar)}" if lugar else nombre
                    raise DatoInvalido(donde, celda, "un número")
        return arreglo.astype(np.float64)
    except OverflowError:
        raise DatoInvalido(
            nombre, Descripcion("un número demasiado grande"), "números de hasta 1e308"
        ) from None
    except DatoInvalido:
        raise
    except ValueError:
        raise DatoInvalido(
            nombre, Descripcion("filas de distinta longitud"), "un rango rectangular"
        ) from None


def vector(valores: ArrayLike, nombre: str) -> Vector:
    """Finite float array of shape (n,)."""
    resultado = serie(valores, nombre)
    if resultado.ndim != 1:
        raise DatoInvalido(
            nombre,
            Descripcion(f"un rango de {resultado.shape[0]}×{resultado.shape[1]}"),
            "una sola columna",
        )
    return resultado


def masa(
    valores: ArrayLike, nombre: str = "masa_salarial", que: str = "una masa salarial"
) -> Vector:
    """Wage volume (or `que`): shape (n,), every value above zero."""
    resultado = vector(valores, nombre)
    if resultado.min() <= 0.0:
        lugar = int(np.argmax(resultado <= 0.0))
        raise DatoInvalido(
            f"{nombre}, valor {lugar + 1}", float(resultado[lugar]), f"{que} mayor que 0"
        )
    return resultado


def misma_longitud(
    a: NDArray[Any], nombre_a: str, b: NDArray[Any], nombre_b: str, que: str = "años"
) -> None:
    """Refuse series that do not cover the same number of years (or of `que`)."""
    if a.shape[0] != b.shape[0]:
        raise DatoInvalido(
            f"{nombre_a} y {nombre_b}",
            Descripcion(f"{a.shape[0]} y {b.shape[0]} valores"),
            f"la misma cantidad de {que} en ambos rangos",
        )


def numero(valor: Any, nombre: str) -> float:
    """Finite float; text, booleans and dates are refused."""
    if type(valor) is float and math.isfinite(valor):
        return valor
    if not _is_number(valor):
        raise DatoInvalido(nombre, valor, "un número")
    try:
        resultado = float(valor)
    except OverflowError:
        resultado = math.inf
    if not math.isfinite(resultado):
        raise DatoInvalido(nombre, resultado, "un número finito")
    return resultado


def tasa(valor: Any, nombre: str) -> float:
    """Rate or premium as a decimal fraction, strictly between -1 and 1."""
    resultado = numero(valor, nombre)
    if abs(resultado) >= 1.0:
        sugerencia = f"; ¿quiso decir {resultado / 100:g}?" if abs(resultado) < 100 else ""
        raise DatoInvalido(
            nombre, resultado, f"una fracción decimal, por ejemplo 0.035 para 3.5 %{sugerencia}"
        )
    return resultado


def entero(valor: Any, nombre: str, minimo: int, maximo: int | None = None) -> int:
    """Whole number within bounds."""
    resultado = numero(valor, nombre)
    if (
        resultado != int(resultado)
        or resultado < minimo
        or (maximo is not None and resultado > maximo)
    ):
        esperado = f"un entero de {minimo} o más"
        if maximo is not None:
            esperado = f"un entero entre {minimo} y {maximo}"
        raise DatoInvalido(nombre, resultado, esperado)
    return int(resultado)


def opcion(valor: str, nombre: str, opciones: tuple[str, ...]) -> str:
    """One of `opciones`; the Excel layer has already folded case and accents."""
    if valor not in opciones:
        raise DatoInvalido(nombre, valor, lista(opciones))
    return valor


def lista(opciones: tuple[str, ...]) -> str:
    """What was expected, when it is one of a few: "una de: «fin», «inicio»"."""
    return "una de: " + ", ".join(f"«{o}»" for o in opciones)


def anios_enteros(valores: ArrayLike, nombre: str = "anios") -> NDArray[np.int64]:
    """Whole years of four figures at most, in any order."""
    crudos = vector(valores, nombre)
    # Five figures are a date of Excel (38353 is 1 January 2005), not a year.
    malos = (crudos != np.floor(crudos)) | (np.abs(crudos) > 9999)
    if malos.any():
        lugar = int(np.argmax(malos))
        raise DatoInvalido(
            f"{nombre}, valor {lugar + 1}", float(crudos[lugar]), "un año entero, como 2010"
        )
    return crudos.astype(np.int64)


def anios(valores: ArrayLike, nombre: str = "anios") -> NDArray[np.int64]:
    """Whole years, strictly increasing, without repeats."""
    enteros = anios_enteros(valores, nombre)
    saltos = np.diff(enteros)
    if (saltos <= 0).any():
        lugar = int(np.argmax(saltos <= 0)) + 1
        que = "repetido" if saltos[lugar - 1] == 0 else "fuera de orden"
        raise DatoInvalido(
            f"{nombre}, valor {lugar + 1}",
            Descripcion(f"{enteros[lugar]} ({que} después de {enteros[lugar - 1]})"),
            "años en orden creciente y sin repetir",
        )
    return enteros


def posicion(lugar: ArrayLike) -> str:
    """Human position of a zero-based index: "valor 3" or "fila 3, columna 2"."""
    indices = np.atleast_1d(np.asarray(lugar))
    if indices.size == 1:
        return f"valor {int(indices[0]) + 1}"
    return f"fila {int(indices[0]) + 1}, columna {int(indices[1]) + 1}"


def _is_number(valor: Any) -> bool:
    return isinstance(valor, int | float | np.integer | np.floating) and not isinstance(valor, bool)
