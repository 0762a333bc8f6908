"""Strict reader of the CSV files of the package: declared columns in, typed DataFrame out."""

from __future__ import annotations

import csv
import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import Any, Literal

import pandas as pd

from pymodel.errores import DatoInvalido

RAIZ = Path(__file__).parent

Tipo = Literal["entero", "decimal", "texto", "mixto", "fecha"]

_ENTERO = re.compile(r"-?\d+\Z")
NUMERO = re.compile(r"-?\d+(\.\d+)?([eE][-+]?\d+)?\Z")
_FECHA = re.compile(r"\d{4}-\d{2}-\d{2}\Z")


@dataclass(frozen=True)
class Columna:
    """A declared column: name, type of its cells and whether they may be blank."""

    nombre: str
    tipo: Tipo = "texto"
    admite_vacio: bool = True


def _entero(celda: str) -> int:
    if not _ENTERO.match(celda):
        raise ValueError
    return int(celda)


def _decimal(celda: str) -> float:
    # float() alone would let "nan", "inf" and "1_000" through.
    if not NUMERO.match(celda):
        raise ValueError
    return float(celda)


def _fecha(celda: str) -> pd.Timestamp:
    if not _FECHA.match(celda):
        raise ValueError
    return pd.Timestamp(date.fromisoformat(celda))


_LECTORES: dict[str, tuple[Callable[[str], Any], str]] = {
    "entero": (_entero, "un número entero (sin separador de miles)"),
    "decimal": (_decimal, "un número con punto decimal (sin separador de miles)"),
    "fecha": (_fecha, "una fecha AAAA-MM-DD"),
    "texto": (str, "un texto"),
    "mixto": (str, "un texto"),
}


def normalizar(texto: str) -> str:
    """Return `texto` in lower case, without accents, with ``_`` between its words."""
    sin_acentos = "".join(
        c for c in unicodedata.normalize("NFKD", texto) if not unicodedata.combining(c)
    )
    return re.sub(r"[^0-9a-z]+", "_", sin_acentos.casefold()).strip("_")


def parecidos(nombre: str, opciones: Iterable[str], n: int = 3) -> str:
    """Return the names closest to `nombre` as «a», «b»; "" when nothing is near."""
    nombres = {normalizar(opcion): opcion for opcion in opciones}
    cerca = get_close_matches(normalizar(nombre), nombres, n=n, cutoff=0.6)
    return ", ".join(f"«{nombres[c]}»" for c in cerca)


def leer_csv(ruta: Path, columnas: Sequence[Columna], filas: int | None = None) -> pd.DataFrame:
    """Read a CSV file whose columns are known beforehand.

    Parameters
    ----------
    ruta : Path
        UTF-8 file, comma, decimal point, header in the first line.
    columnas : sequence of Columna
        The columns that the file must have, in order.
    filas : int, optional
        The number of data rows that the file must have.

    Returns
    -------
    DataFrame
        ``entero`` columns are int64 (float64 with NaN when some cell is blank), ``decimal``
        float64, ``fecha`` datetime64, ``texto`` and ``mixto`` str. A blank cell is a missing
        value; the text "NA" is text.

    Raises
    ------
    DatoInvalido
        Missing or damaged file, columns other than the declared ones, a row of another length,
        or a cell that is not of the declared type; the message names file, row (the header is
        row 1) and column.
    """
    encabezado, cuerpo = _renglones(ruta)
    nombres = [c.nombre for c in columnas]
    _comprobar_columnas(ruta, encabezado, nombres)
    if filas is not None and len(cuerpo) != filas:
        raise DatoInvalido(ruta.name, f"{len(cuerpo)} filas", f"{filas} filas de datos")
    series = {
        columna.nombre: _tipar(ruta, columna, [fila[j] for fila in cuerpo])
        for j, columna in enumerate(columnas)
    }
    return pd.DataFrame(series, columns=nombres)


def _renglones(ruta: Path) -> tuple[list[str], list[list[str]]]:
    try:
        with ruta.open(encoding="utf-8-sig", newline="") as archivo:
            renglones = list(csv.reader(archivo, strict=True))
    except FileNotFoundError as error:
        raise DatoInvalido(
            ruta.name, "un archivo que no existe", "un archivo CSV del paquete"
        ) from error
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise DatoInvalido(
            ruta.name, f"un archivo dañado ({error})", "un archivo CSV en UTF-8 que se pueda leer"
        ) from error
    if not renglones:
        raise DatoInvalido(ruta.name, "un archivo vacío", "un encabezado y sus filas")
    encabezado, cuerpo = renglones[0], renglones[1:]
    for i, fila in enumerate(cuerpo, start=2):
        if len(fila) != len(encabezado):
            raise DatoInvalido(
                f"{ruta.name}, fila {i}", f"{len(fila)} celdas", f"{len(encabezado)} celdas"
            )
    return encabezado, cuerpo


def _comprobar_columnas(ruta: Path, encabezado: list[str], nombres: list[str]) -> None:
    if encabezado == nombres:
        return
    for nombre in nombres:
        if nombre not in encabezado:
            raise DatoInvalido(
                f"{ruta.name}, fila 1", ", ".join(encabezado), f"también la columna «{nombre}»"
            )
    for nombre in encabezado:
        if nombre not in nombres:
            raise DatoInvalido(
                f"{ruta.name}, fila 1", nombre, f"sólo las columnas {', '.join(nombres)}"
            )
    raise DatoInvalido(
        f"{ruta.name}, fila 1", ", ".join(encabezado), f"las columnas en orden {', '.join(nombres)}"
    )


def _tipar(ruta: Path, columna: Columna, celdas: list[str]) -> pd.Series:
    leer, esperado = _LECTORES[columna.tipo]
    valores: list[Any] = []
    for i, celda in enumerate(celdas, start=2):
        vacia = not celda.strip()
        if vacia and columna.admite_vacio:
            valores.append(None)
            continue
        try:
            if vacia:
                raise ValueError
            valores.append(leer(celda))
        except ValueError:
            raise DatoInvalido(
                f"{ruta.name}, fila {i}, columna «{columna.nombre}»", celda, esperado
            ) from None
    if columna.tipo == "entero":
        return pd.Series(valores, dtype="float64" if None in valores else "int64")
    if columna.tipo == "decimal":
        return pd.Series(valores, dtype="float64")
    if columna.tipo == "fecha":
        return pd.Series(valores, dtype="datetime64[s]")
    return pd.Series(valores, dtype="str")
