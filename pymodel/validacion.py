"""Checks shared by the functions of the model; every failure is a :class:`DatoInvalido`."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from pymodel.errores import DatoInvalido, Descripcion

Vector = NDArray[np.float64]


def serie(valores: ArrayLike, nombre: str) -> Vector:
    """Finite float array of shape (n,) or (n, k) with n >= 1, k >= 2.

    A column (n, 1) or a row (1, n) becomes (n,): in a sheet both are "n years".
    """
    try:
        matriz: Vector = np.asarray(valores, dtype=np.float64)
    except (TypeError, ValueError):
        raise DatoInvalido(nombre, _first_non_number(valores), "sólo números") from None
    if matriz.ndim == 0:
        matriz = matriz.reshape(1)
    elif matriz.ndim == 2 and 1 in matriz.shape:
        matriz = matriz.reshape(-1)
    elif matriz.ndim > 2:
        raise DatoInvalido(
            nombre, Descripcion(f"un arreglo de {matriz.ndim} dimensiones"), "una o dos"
        )
    if matriz.size == 0:
        raise DatoInvalido(nombre, Descripcion("un rango vacío"), "al menos un valor")
    # The sum is finite whenever every value is, except on overflow: one pass instead of two.
    if not np.isfinite(matriz.sum()) and not np.isfinite(matriz).all():
        lugar = np.argwhere(~np.isfinite(matriz))[0]
        raise DatoInvalido(
            f"{nombre}, {posicion(lugar)}", float(matriz[tuple(lugar)]), "un número finito"
        )
    return matriz


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


def masa(valores: ArrayLike, nombre: str = "masa_salarial") -> Vector:
    """Wage volume: shape (n,), every value above zero."""
    resultado = vector(valores, nombre)
    if resultado.min() <= 0.0:
        lugar = int(np.argmax(resultado <= 0.0))
        raise DatoInvalido(
            f"{nombre}, valor {lugar + 1}", float(resultado[lugar]), "una masa salarial mayor que 0"
        )
    return resultado


def misma_longitud(a: Vector, nombre_a: str, b: Vector, nombre_b: str) -> None:
    """Refuse series that do not cover the same number of years."""
    if a.shape[0] != b.shape[0]:
        raise DatoInvalido(
            f"{nombre_a} y {nombre_b}",
            Descripcion(f"{a.shape[0]} y {b.shape[0]} valores"),
            "la misma cantidad de años en ambos rangos",
        )


def numero(valor: Any, nombre: str) -> float:
    """Finite float; text, booleans and dates are refused."""
    if isinstance(valor, bool | np.bool_) or not isinstance(valor, int | float | np.number):
        raise DatoInvalido(nombre, valor, "un número")
    resultado = float(valor)
    if not np.isfinite(resultado):
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
    limite = f" y {maximo}" if maximo is not None else ""
    esperado = (
        f"un entero entre {minimo}{limite}"
        if maximo is not None
        else f"un entero de {minimo} o más"
    )
    if resultado != int(resultado) or resultado < minimo:
        raise DatoInvalido(nombre, resultado, esperado)
    if maximo is not None and resultado > maximo:
        raise DatoInvalido(nombre, resultado, esperado)
    return int(resultado)


def opcion(valor: str, nombre: str, opciones: tuple[str, ...]) -> str:
    """One of `opciones`; the Excel layer has already folded case and accents."""
    if valor not in opciones:
        raise DatoInvalido(nombre, valor, "una de: " + ", ".join(f"«{o}»" for o in opciones))
    return valor


def anios(valores: ArrayLike, nombre: str = "anios") -> NDArray[np.int64]:
    """Whole years, strictly increasing, without repeats."""
    crudos = vector(valores, nombre)
    enteros = crudos.astype(np.int64)
    if (crudos != enteros).any():
        lugar = int(np.argmax(crudos != enteros))
        raise DatoInvalido(f"{nombre}, valor {lugar + 1}", float(crudos[lugar]), "un año entero")
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


def _first_non_number(valores: Any) -> Any:
    if isinstance(valores, list | tuple):
        for valor in valores:
            hallado = _first_non_number(valor)
            if hallado is not _NUMBER:
                return hallado
        return _NUMBER if valores else Descripcion("un rango vacío")
    return _NUMBER if isinstance(valores, int | float | np.number) else valores


_NUMBER = object()
