"""Reading of arguments: what a spreadsheet sends becomes a clean value or a Spanish message.

Readers turn cells into arrays, numbers and texts. What the figures must be (as many years, wages
above zero, a rate) is checked once, by the model.
"""

from __future__ import annotations

import datetime as dt
import itertools
import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from pymodel import validacion
from pymodel.errores import DatoInvalido, Descripcion
from pymodel.validacion import Vector

_NUMBERS = {int, float}
_ROWS = {list, tuple}


def vacio(valor: Any) -> bool:
    """True for an omitted argument or one empty cell."""
    if valor is None:
        return True
    if isinstance(valor, str):
        return not valor.strip()
    return isinstance(valor, list | tuple) and (not valor or (len(valor) == 1 and vacio(valor[0])))


def plegar(texto: str) -> str:
    """Fold case, accents and separators: how option and header texts are compared."""
    # The project writes ñ as "ni" in names: "año" is "anio".
    texto = unicodedata.normalize("NFC", texto).lower().replace("ñ", "ni")
    sin_acentos = unicodedata.normalize("NFKD", texto).encode("ascii", "ignore").decode()
    return "_".join(sin_acentos.replace("-", " ").replace("_", " ").split())


def serie(valor: Any, nombre: str) -> Vector:
    """Numbers of one or several series, one year a row."""
    if isinstance(valor, np.ndarray) and valor.dtype == np.float64:
        return valor
    if isinstance(valor, list | tuple):
        planas: Sequence[Any] = valor
        forma: tuple[int, ...] = (-1,)
        if set(map(type, valor)) <= _ROWS and len(set(map(len, valor))) == 1:
            planas, forma = list(itertools.chain.from_iterable(valor)), (len(valor), -1)
        if planas and set(map(type, planas)) <= _NUMBERS:
            try:
                return np.array(planas, dtype=np.float64).reshape(forma)
            except OverflowError:
                pass  # an integer that no float holds: told below, with its place
    if isinstance(valor, pd.DataFrame):
        valor = valor.to_numpy(dtype=object)
    filas = celdas(valor, nombre)
    return np.array(
        [
            [_number(c, _lugar(nombre, filas, i, j)) for j, c in enumerate(fila)]
            for i, fila in enumerate(filas)
        ]
    )


def numero(valor: Any, nombre: str) -> float:
    """One number; a 1×1 range counts, text that looks like a number does not."""
    return _number(valor if type(valor) in _NUMBERS else escalar(valor, nombre), nombre)


def numeros(valor: Any, nombre: str) -> float | Vector:
    """One number or one per series."""
    return numero(valor, nombre) if type(valor) in _NUMBERS else serie(valor, nombre)


def serie_o_numero(valor: Any, nombre: str) -> float | Vector:
    """As :func:`serie`, but one number stays one: what it gives is a number, not a column."""
    return numeros(valor, nombre)


def logico(valor: Any, nombre: str) -> bool:
    """Yes or no: a logical value, 1 or 0, sí, no, verdadero or falso."""
    celda = _plain(literal(valor, nombre))
    if isinstance(celda, str) and plegar(celda) in _LOGICOS:
        return _LOGICOS[plegar(celda)]
    if isinstance(celda, bool | int | float) and celda in (0, 1):
        return bool(celda)
    raise DatoInvalido(nombre, celda, "VERDADERO o FALSO (también sí o no, 1 o 0)")


def logicos(valor: Any, nombre: str) -> bool | NDArray[np.bool_]:
    """One yes or no, or one per row."""
    filas = celdas(valor, nombre)
    if len(filas) == 1 and len(filas[0]) == 1:
        return logico(filas[0][0], nombre)
    planas = [
        (c, _lugar(nombre, filas, i, j)) for i, f in enumerate(filas) for j, c in enumerate(f)
    ]
    return np.array([logico(c, lugar) for c, lugar in planas])


def texto(valor: Any, nombre: str) -> str:
    """The key of a document, folded (case, accents): "IFA 2010" is "ifa2010"."""
    return re.sub(r"(?<=[a-z])_(?=\d)", "", plegar(_text(valor, nombre)))


def literal(valor: Any, nombre: str) -> Any:
    """One cell as it comes (date, number or text)."""
    celda = escalar(valor, nombre)
    _check_error(celda, nombre)
    return celda


def cuadro(valor: Any, nombre: str) -> list[list[Any]]:
    """A block of cells of any kind as rows; a flat list is one row, error cells are refused."""
    filas = _rows(valor, nombre)
    for i, fila in enumerate(filas):
        for j, celda in enumerate(fila):
            _check_error(celda, _lugar(nombre, filas, i, j))
    return [[_plain(celda) for celda in fila] for fila in filas]


@dataclass(frozen=True)
class Opcion:
    """Reader of a text that must be one of a few; case and accents do not matter."""

    opciones: tuple[str, ...]

    def __call__(self, valor: Any, nombre: str) -> str:
        """The option as the model knows it."""
        celda = _text(valor, nombre)
        plegada = plegar(celda)
        if plegada not in self.opciones:
            raise DatoInvalido(nombre, celda, validacion.lista(self.opciones))
        return plegada


@dataclass(frozen=True)
class OpcionPorFila(Opcion):
    """As :class:`Opcion`, for one cell or for a column of them."""

    def __call__(self, valor: Any, nombre: str) -> Any:
        """The option, or the list of them if there are several cells."""
        filas = celdas(valor, nombre)
        if len(filas) == 1 and len(filas[0]) == 1:
            return super().__call__(filas[0][0], nombre)
        leer = super().__call__
        return [
            leer(celda, _lugar(nombre, filas, i, j))
            for i, fila in enumerate(filas)
            for j, celda in enumerate(fila)
        ]


@dataclass(frozen=True)
class NumerosO:
    """Reader of one number or a column of them, where one text stands for "there is none"."""

    marca: str

    def __call__(self, valor: Any, nombre: str) -> Vector:
        """The numbers, shape (n,), NaN where the mark stands."""
        filas = celdas(valor, nombre)
        return np.array(
            [
                np.nan
                if isinstance(celda, str) and plegar(celda) == plegar(self.marca)
                else _number(celda, _lugar(nombre, filas, i, j))
                for i, fila in enumerate(filas)
                for j, celda in enumerate(fila)
            ]
        )


@dataclass(frozen=True)
class Tabla:
    """Reader of a table with known columns: header in any order, or none in this order.

    A column whose name ends in "*" holds text; the others hold numbers. A header may carry its
    unit: "Monto (mdp)" or "Monto, mdp".
    """

    columnas: tuple[str, ...]

    @property
    def claves(self) -> tuple[str, ...]:
        """The names of the columns, without the mark of text."""
        return tuple(c.rstrip("*") for c in self.columnas)

    def __call__(self, valor: Any, nombre: str) -> list[tuple[Any, ...]]:
        """Rows as tuples in the order of `columnas`; wholly empty rows are skipped."""
        filas = _rows(valor, nombre)
        orden, inicio = self._header(filas[0], nombre)
        resultado: list[tuple[Any, ...]] = []
        for i, fila in enumerate(filas[inicio:], start=inicio + 1):
            if all(vacio(c) for c in fila):
                continue
            renglon = []
            for clave, columna, posicion in zip(self.claves, self.columnas, orden, strict=True):
                lugar = f"{nombre}, fila {i}, columna «{clave}»"
                leer = _label if columna.endswith("*") else _number
                renglon.append(leer(fila[posicion], lugar))
            resultado.append(tuple(renglon))
        return resultado

    def _header(self, primera: list[Any], nombre: str) -> tuple[list[int], int]:
        """Position of each column, and 1 if the first row is a header."""
        for j, celda in enumerate(primera, start=1):
            _check_error(celda, f"{nombre}, fila 1, columna {j}")
        plegadas = [plegar(re.split("[(,]", c)[0]) if isinstance(c, str) else "" for c in primera]
        repetidas = [c for c in self.claves if plegadas.count(c) > 1]
        if repetidas:
            raise DatoInvalido(
                f"{nombre}, encabezado",
                Descripcion(f"más de una columna «{repetidas[0]}»"),
                ", ".join(self.claves),
            )
        if set(self.claves) <= set(plegadas):
            return [plegadas.index(clave) for clave in self.claves], 1
        solo_textos = all(isinstance(c, str) and not _looks_numeric(c) for c in primera)
        if solo_textos and not all(c.endswith("*") for c in self.columnas):
            raise DatoInvalido(
                f"{nombre}, encabezado", ", ".join(map(str, primera)), ", ".join(self.claves)
            )
        if len(primera) != len(self.claves):
            raise DatoInvalido(
                nombre,
                Descripcion(_cuenta(len(primera), "columna")),
                f"{len(self.claves)}: {', '.join(self.claves)}",
            )
        return list(range(len(self.claves))), 0


@dataclass(frozen=True)
class Opciones:
    """Reader of named options: a two-column range (name, value) or a Python dict.

    Names are folded; an option that is empty or absent takes its default. A first row whose value
    reads «valor» is a header.
    """

    defectos: Mapping[str, Any]

    def __call__(self, valor: Any, nombre: str) -> dict[str, Any]:
        """Every option with its value; the values are as typed, for the model to check."""
        if isinstance(valor, Mapping):
            pares = list(valor.items())
        else:
            filas = filas_de_opciones(valor, nombre)
            if len(filas[0]) != 2:
                raise DatoInvalido(
                    nombre, Descripcion(f"{len(filas[0])} columnas"), "dos: nombre y valor"
                )
            pares = [(clave, v) for clave, v in filas if not (vacio(clave) and vacio(v))]
        elegidas: dict[str, Any] = {}
        for clave, v in pares:
            _check_error(clave, nombre)
            plegada = plegar(clave) if isinstance(clave, str) else ""
            if plegada not in self.defectos:
                raise DatoInvalido(nombre, clave, "una de: " + ", ".join(self.defectos))
            if plegada in elegidas:
                raise DatoInvalido(
                    nombre, Descripcion(f"«{clave}» dos veces"), "cada opción una vez"
                )
            _check_error(v, f"{nombre}, {plegada}")
            elegidas[plegada] = self.defectos[plegada] if vacio(v) else v
        return {**self.defectos, **elegidas}


def filas_de_opciones(valor: Any, nombre: str) -> list[list[Any]]:
    """Rows of a range of options: its name, and one value or, if it is wider, several.

    A flat list is one row. A header (opción, valor) becomes an empty row, so that the others keep
    their numbers.
    """
    filas = _rows(valor, nombre)
    titulo = filas[0][1] if len(filas[0]) > 1 else None
    if isinstance(titulo, str) and plegar(titulo) == "valor":
        filas[0] = [None] * len(filas[0])
    return filas


def opciones_dadas(opciones: Mapping[str, Any] | None) -> dict[str, Any]:
    """Options that have a value, their texts folded as the model reads them."""
    return {
        nombre: plegar(valor) if isinstance(valor, str) else valor
        for nombre, valor in (opciones or {}).items()
        if valor is not None
    }


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
        sin_huecos = valor.astype(object).where(valor.notna(), None)
        return [list(valor.columns), *sin_huecos.to_numpy().tolist()]
    if isinstance(valor, np.ndarray) and valor.dtype.kind == "M":
        valor = valor.astype("datetime64[us]")  # to dates; nanoseconds would become integers
    if isinstance(valor, np.ndarray | pd.Series):
        valor = valor.tolist()
    if not isinstance(valor, list | tuple):
        return [[valor]]
    if not valor:
        raise DatoInvalido(nombre, Descripcion("un rango vacío"), "al menos una celda")
    if not any(isinstance(fila, list | tuple) for fila in valor):
        return [[celda] for celda in valor]
    filas = [list(fila) if isinstance(fila, list | tuple) else [fila] for fila in valor]
    if len({len(fila) for fila in filas}) != 1:
        raise DatoInvalido(
            nombre, Descripcion("filas de distinta longitud"), "un rango rectangular de celdas"
        )
    if not filas[0]:
        raise DatoInvalido(nombre, Descripcion("un rango vacío"), "al menos una celda")
    return filas


def _rows(valor: Any, nombre: str) -> list[list[Any]]:
    """As :func:`celdas`, but a flat list is one row: what a table argument means by it."""
    filas = celdas(valor, nombre)
    if isinstance(valor, np.ndarray | pd.Series):
        plana = valor.ndim == 1
    else:
        plana = isinstance(valor, list | tuple) and not any(
            isinstance(fila, list | tuple) for fila in valor
        )
    return [[fila[0] for fila in filas]] if plana else filas


def _text(valor: Any, nombre: str) -> str:
    celda = literal(valor, nombre)
    if not isinstance(celda, str):
        raise DatoInvalido(nombre, celda, "un texto")
    return celda


def _label(celda: Any, lugar: str) -> str:
    _check_error(celda, lugar)
    if vacio(celda) or not isinstance(celda, str):
        raise DatoInvalido(lugar, celda, "un texto")
    return celda.strip()


def _number(celda: Any, lugar: str) -> float:
    if type(celda) not in _NUMBERS:
        _check_error(celda, lugar)
        celda = _plain(celda)
        if isinstance(celda, dt.date):
            raise DatoInvalido(lugar, celda, "un número, no una fecha")
        if isinstance(celda, str) and _looks_numeric(celda):
            raise DatoInvalido(
                lugar, celda, "un número (la celda lo tiene como texto; conviértala a número)"
            )
    return validacion.numero(celda, lugar)


def _plain(celda: Any) -> Any:
    """The cell as Python's own type; COM hands over a cell with currency format as a Decimal."""
    if isinstance(celda, Decimal):
        return float(celda)
    return celda.item() if isinstance(celda, np.generic) else celda


def _check_error(celda: Any, lugar: str) -> None:
    if isinstance(celda, dict):  # error cell as the calculation engine gives it
        raise DatoInvalido(
            lugar, _ENGINE_ERRORS.get(celda.get("kind", ""), "#ERROR"), "una celda sin error"
        )
    if isinstance(celda, str) and _ERROR_TEXT.fullmatch(celda.strip()):
        raise DatoInvalido(lugar, celda, "una celda sin error")


def _looks_numeric(celda: str) -> bool:
    limpia = celda.strip().strip("$%").replace(",", "").replace("'", "").replace(" ", "")
    return limpia.replace(".", "", 1).lstrip("-").isdigit()


def _lugar(nombre: str, filas: Sequence[Sequence[Any]], fila: int, columna: int) -> str:
    if len(filas) == 1 and len(filas[0]) == 1:
        return nombre
    if len(filas) == 1:
        return f"{nombre}, valor {columna + 1}"
    if len(filas[0]) == 1:
        return f"{nombre}, valor {fila + 1}"
    return f"{nombre}, fila {fila + 1}, columna {columna + 1}"


def _cuenta(n: int, nombre: str) -> str:
    return f"{n} {nombre}" if n == 1 else f"{n} {nombre}s"


# "#DIV/0!", "#N/A", in Spanish "#¡DIV/0!", "#N/D", "#¿NOMBRE?"; LibreOffice adds "Err:502".
_ERROR_TEXT = re.compile(r"#[¡¿]?[A-ZÑ][A-ZÑ0-9_/]*[!?]?|Err:\d+")
_ENGINE_ERRORS = {
    "Div": "#DIV/0!",
    "Na": "#N/A",
    "Name": "#NAME?",
    "Null": "#NULL!",
    "Num": "#NUM!",
    "Ref": "#REF!",
    "Value": "#VALUE!",
}

_LOGICOS = {"si": True, "verdadero": True, "no": False, "falso": False}

LECTORES_DE_RANGO = (serie, serie_o_numero, numeros, logicos, cuadro)
CLASES_DE_RANGO = (Tabla, Opciones, OpcionPorFila, NumerosO)
LECTORES_DE_CELDA = (numero, texto, literal)
