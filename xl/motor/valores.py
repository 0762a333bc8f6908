"""Cell values as Python objects, and their text in the file."""

from __future__ import annotations

import datetime as dt
import math
import re
from functools import cache
from typing import Any

MAX_ROWS = 1_048_576
MAX_COLUMNS = 16_384

_EPOCH = dt.datetime(1899, 12, 30)
_EPOCH_1904 = dt.datetime(1904, 1, 1)
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_MUST_ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)|[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|\r")
_CELL = re.compile(r"\$?([A-Za-z]{1,3})\$?([0-9]{1,7})\Z")


class ErrorCelda(str):
    """An error value of a cell, such as ``#DIV/0!``."""

    __slots__ = ()


Valor = None | bool | float | str | ErrorCelda


@cache
def columna_a_numero(letras: str) -> int:
    """``A`` -> 1, ``XFD`` -> 16384."""
    n = 0
    for letra in letras.upper():
        n = n * 26 + ord(letra) - 64
    return n


@cache
def numero_a_columna(numero: int) -> str:
    """1 -> ``A``, 16384 -> ``XFD``."""
    letras = ""
    while numero:
        numero, resto = divmod(numero - 1, 26)
        letras = chr(65 + resto) + letras
    return letras


def celda_a1(fila: int, columna: int) -> str:
    """(2, 3) -> ``C2``."""
    return f"{numero_a_columna(columna)}{fila}"


def leer_celda_a1(texto: str) -> tuple[int, int]:
    """``C2`` or ``$C$2`` -> (2, 3); ValueError if it is not a cell."""
    match = _CELL.match(texto)
    if match is None:
        raise ValueError(texto)
    fila, columna = int(match[2]), columna_a_numero(match[1])
    if not (1 <= fila <= MAX_ROWS and columna <= MAX_COLUMNS):
        raise ValueError(texto)
    return fila, columna


def leer_rango_a1(texto: str) -> tuple[int, int, int, int]:
    """``B2:C9`` -> (2, 2, 9, 3): first row and column, last row and column."""
    primera, _, ultima = texto.partition(":")
    f1, c1 = leer_celda_a1(primera)
    f2, c2 = leer_celda_a1(ultima) if ultima else (f1, c1)
    return min(f1, f2), min(c1, c2), max(f1, f2), max(c1, c2)


def rango_a1(f1: int, c1: int, f2: int, c2: int) -> str:
    """(2, 2, 9, 3) -> ``B2:C9``; one cell -> ``B2``."""
    primera = celda_a1(f1, c1)
    return primera if (f1, c1) == (f2, c2) else f"{primera}:{celda_a1(f2, c2)}"


def texto_de_archivo(texto: str) -> str:
    """Undo the ``_x000D_`` escapes of the file format."""
    if "_x" not in texto:
        return texto
    return _ESCAPED.sub(lambda m: chr(int(m[1], 16)), texto)


def texto_a_archivo(texto: str) -> str:
    """Escape what XML cannot hold, as ``_x000D_``."""
    return _MUST_ESCAPE.sub(lambda m: f"_x{ord(m[0]):04X}_", texto)


def numero_a_archivo(numero: float) -> str:
    """Shortest text that reads back as the same number; whole numbers without a decimal point."""
    if numero.is_integer() and abs(numero) < 1e15:
        return str(int(numero))
    return repr(numero)


def fecha_a_serie(fecha: dt.datetime | dt.date, *, base1904: bool = False) -> float:
    """Serial number of a date in the calendar of the workbook."""
    if not isinstance(fecha, dt.datetime):
        fecha = dt.datetime(fecha.year, fecha.month, fecha.day)
    delta = fecha.replace(tzinfo=None) - (_EPOCH_1904 if base1904 else _EPOCH)
    return delta.days + delta.seconds / 86400 + delta.microseconds / 86_400_000_000


def serie_a_fecha(serie: float, *, base1904: bool = False) -> dt.datetime | None:
    """Date of a serial number, to the millisecond; None outside the years of the calendar."""
    try:
        base = _EPOCH_1904 if base1904 else _EPOCH
        # Serial 60 is the 29 February 1900 that never was; days before it are one off.
        dias = serie if base1904 or serie >= 60 else serie + 1
        return base + dt.timedelta(milliseconds=round(dias * 86_400_000))
    except (OverflowError, ValueError):
        return None


def normalizar(valor: Any, *, base1904: bool = False) -> Valor:
    """Turn what a macro writes into a cell value.

    Numpy and pandas scalars become plain ones, dates become serial numbers, NaN and NaT become an
    empty cell (as xlwings does).

    Raises
    ------
    TypeError
        If the value has no place in a cell.
    """
    if valor is None or isinstance(valor, bool | str):
        return valor
    if isinstance(valor, dt.datetime | dt.date):
        return None if valor != valor else fecha_a_serie(valor, base1904=base1904)
    if isinstance(valor, dt.time):
        return (valor.hour * 3600 + valor.minute * 60 + valor.second) / 86400
    if isinstance(valor, dt.timedelta):
        return valor.total_seconds() / 86400
    if hasattr(valor, "astype") and getattr(valor, "dtype", None) is not None:
        if valor.dtype.kind == "M":
            return normalizar(valor.astype("datetime64[us]").item(), base1904=base1904)
        return normalizar(valor.item(), base1904=base1904)
    if type(valor).__name__ in {"NAType", "NaTType"}:
        return None
    numero = float(valor)
    if math.isnan(numero):
        return None
    if math.isinf(numero):
        return ErrorCelda("#NUM!")
    return numero
