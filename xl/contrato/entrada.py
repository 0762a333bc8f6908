"""Reading of arguments: what a spreadsheet sends becomes a clean value or a Spanish message."""

from __future__ import annotations

import datetime as dt
import itertools
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from pymodel import validacion
from pymodel.errores import DatoInvalido, Descripcion
from pymodel.validacion import Vector

_NUMBERS = {int, float}


def vacio(valor: Any) -> bool:
    """True for an omitted argument or one empty cell."""
    if valor is None:
        return True
    if isinstance(valor, str):
        return not valor.strip()
    return isinstance(valor, list | tuple) and (not valor or (len(valor) == 1 and vacio(valor[0])))


def plegar(texto: str) -> str:
    """Fold case, accents and separators: how option and header texts are compared."""
    sin_acentos = unicodedata.normalize("NFKD", texto).encode("ascii", "ignore").decode()
    return "_".join(sin_acentos.lower().replace("-", " ").replace("_", " ").split())


def serie(valor: Any, nombre: str) -> Vector:
    """Numbers of one or several series: (n,) or (n, k)."""
    if isinstance(valor, np.ndarray) and valor.dtype == np.float64:
        return validacion.serie(valor, nombre)
    filas = celdas(valor, nombre)
    planas = list(itertools.chain.from_iterable(filas))
    if not set(map(type, planas)) <= _NUMBERS:
        ancho = len(filas[0])
        for i, celda in enumerate(planas):
            _check_number(celda, _lugar(nombre, filas, divmod(i, ancho)))
    return validacion.serie(np.array(filas, dtype=np.float64), nombre)


def vector(valor: Any, nombre: str) -> Vector:
    """Numbers of one series: (n,)."""
    return validacion.vector(serie(valor, nombre), nombre)


def numero(valor: Any, nombre: str) -> float:
    """One number; a 1×1 range counts, text that looks like a number does not."""
    if type(valor) is float:
        return valor
    celda = escalar(valor, nombre)
    _check_number(celda, nombre)
    return float(celda)


def numeros(valor: Any, nombre: str) -> float | Vector:
    """One number or one per series."""
    return numero(valor, nombre) if type(valor) in _NUMBERS else vector(valor, nombre)


def texto(valor: Any, nombre: str) -> str:
    """One text, folded (case, accents); for options and keys."""
    celda = escalar(valor, nombre)
    _check_error(celda, nombre)
    if not isinstance(celda, str):
        raise DatoInvalido(nombre, celda, "un texto")
    return plegar(celda)


def literal(valor: Any, nombre: str) -> Any:
    """One cell as it comes (date, number or text)."""
    celda = escalar(valor, nombre)
    _check_error(celda, nombre)
    return celda


def cuadro(valor: Any, nombre: str) -> list[list[Any]]:
    """A block of cells as rows, untouched."""
    return celdas(valor, nombre)


@dataclass(frozen=True)
class Tabla:
    """Reader of a table with known columns: header in any order, or none in this order.

    A column whose name ends in "*" holds text; the others hold numbers.
    """

    columnas: tuple[str, ...]

    def __call__(self, valor: Any, nombre: str) -> list[tuple[Any, ...]]:
        """Rows as tuples in the order of `columnas`; wholly empty rows are skipped."""
        claves = [c.rstrip("*") for c in self.columnas]
        filas = celdas(valor, nombre)
        if isinstance(valor, list | tuple) and valor and not isinstance(valor[0], list | tuple):
            filas = [list(valor)]
        orden, inicio = self._header(filas[0], claves, nombre)
        resultado: list[tuple[Any, ...]] = []
        for i, fila in enumerate(filas[inicio:], start=inicio + 1):
            if all(vacio(c) for c in fila):
                continue
            renglon: list[Any] = []
            for clave, columna in zip(self.columnas, orden, strict=True):
                lugar = f"{nombre}, fila {i}, columna «{clave.rstrip('*')}»"
                celda = fila[columna]
                _check_error(celda, lugar)
                if clave.endswith("*"):
                    if vacio(celda):
                        raise DatoInvalido(lugar, celda, "un texto")
                    renglon.append(str(celda).strip())
                else:
                    _check_number(celda, lugar)
                    renglon.append(float(celda))
            resultado.append(tuple(renglon))
        return resultado

    def _header(self, primera: list[Any], claves: list[str], nombre: str) -> tuple[list[int], int]:
        plegadas = [plegar(c) if isinstance(c, str) else None for c in primera]
        if set(claves) <= set(plegadas):
            return [plegadas.index(clave) for clave in claves], 1
        if all(isinstance(c, str) and c.strip() for c in primera) and not all(
            clave.endswith("*") for clave in self.columnas
        ):
            raise DatoInvalido(
                f"{nombre}, encabezado", ", ".join(map(str, primera)), ", ".join(claves)
            )
        if len(primera) != len(claves):
            raise DatoInvalido(
                nombre,
                Descripcion(f"{len(primera)} columnas"),
                f"{len(claves)}: {', '.join(claves)}",
            )
        return list(range(len(claves))), 0


def escalar(valor: Any, nombre: str) -> Any:
    """The only cell of a value or 1×1 range."""
    if isinstance(valor, str) or not isinstance(
        valor, list | tuple | np.ndarray | pd.Series | pd.DataFrame
    ):
        return valor
    filas = celdas(valor, nombre)
    if len(filas) != 1 or len(filas[0]) != 1:
        raise DatoInvalido(
            nombre, Descripcion(f"un rango de {len(filas)}×{len(filas[0])}"), "una sola celda"
        )
    return filas[0][0]


def celdas(valor: Any, nombre: str) -> list[list[Any]]:
    """Any value, flat list, list of rows, array or frame as a list of equally long rows.

    A flat list is a column: n values of one series.
    """
    if isinstance(valor, pd.DataFrame):
        return [list(valor.columns), *valor.to_numpy(dtype=object).tolist()]
    if isinstance(valor, np.ndarray | pd.Series):
        valor = valor.tolist()
    if not isinstance(valor, list | tuple):
        return [[valor]]
    if not valor:
        raise DatoInvalido(nombre, Descripcion("un rango vacío"), "al menos una celda")
    if not any(isinstance(fila, list | tuple) for fila in valor):
        return [[celda] for celda in valor]
    filas = [list(fila) if isinstance(fila, list | tuple) else [fila] for fila in valor]
    anchos = {len(fila) for fila in filas}
    if len(anchos) != 1 or 0 in anchos:
        raise DatoInvalido(
            nombre, Descripcion("filas de distinta longitud"), "un rango rectangular de celdas"
        )
    return filas


def _check_error(celda: Any, lugar: str) -> None:
    if isinstance(celda, dict):  # error cell as the calculation engine gives it
        raise DatoInvalido(
            lugar, _ERRORS.get(celda.get("kind", ""), "#ERROR"), "una celda sin error"
        )
    if isinstance(celda, str) and celda.strip() in _ERRORS.values():
        raise DatoInvalido(lugar, celda, "una celda sin error")


def _check_number(celda: Any, lugar: str) -> None:
    _check_error(celda, lugar)
    if isinstance(celda, bool | np.bool_) or not isinstance(celda, int | float | np.number):
        esperado = "un número"
        if isinstance(celda, dt.date):
            esperado += ", no una fecha"
        elif isinstance(celda, str) and _looks_numeric(celda):
            esperado += " (la celda lo tiene como texto; conviértala a número)"
        raise DatoInvalido(lugar, celda, esperado)
    if not np.isfinite(celda):
        raise DatoInvalido(lugar, float(celda), "un número finito")


def _looks_numeric(celda: str) -> bool:
    limpia = celda.strip().rstrip("%").replace(",", "").replace("'", "")
    return limpia.replace(".", "", 1).lstrip("-").isdigit()


def _lugar(nombre: str, filas: Sequence[Sequence[Any]], donde: tuple[int, int]) -> str:
    fila, columna = donde
    if len(filas) == 1:
        return f"{nombre}, valor {columna + 1}"
    if len(filas[0]) == 1:
        return f"{nombre}, valor {fila + 1}"
    return f"{nombre}, fila {fila + 1}, columna {columna + 1}"


_ERRORS = {
    "Div": "#DIV/0!",
    "Na": "#N/A",
    "Name": "#NAME?",
    "Null": "#NULL!",
    "Num": "#NUM!",
    "Ref": "#REF!",
    "Value": "#VALUE!",
}

LECTORES_DE_RANGO = (serie, vector, numeros, cuadro)
