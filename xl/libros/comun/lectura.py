"""Reading a Book: named ranges, rows, numbers; every message names sheet and cell."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

import xlwings as xw

from pymodel.errores import DatoInvalido, Descripcion
from xl.contrato import entrada
from xl.libros.comun.plano import NO, SI


def rango(book: xw.Book, nombre: str) -> xw.Range:
    """Range of a defined name; the message says which cell was renamed or deleted."""
    try:
        hallado = book.names[nombre].refers_to_range
    except Exception:  # each front end says it in its own way
        hallado = None
    if hallado is None:
        raise DatoInvalido(
            "Libro",
            Descripcion(f"el nombre «{nombre}» ausente o sin celda"),
            "el nombre definido original: alguien borró o renombró la celda o su hoja; "
            "recupérelo del respaldo o reconstruya el libro con python -m xl construir",
        )
    return hallado


def lugar(celdas: xw.Range, etiqueta: str = "") -> str:
    """Sheet and address of a range, with its label."""
    direccion = f"{celdas.sheet.name}!{celdas.address.replace('$', '')}"
    return f"{direccion} ({etiqueta})" if etiqueta else direccion


def filas(celdas: xw.Range) -> list[list[Any]]:
    """Cells of a range as rows; error cells come as their text, so that none passes for empty."""
    leidas: list[list[Any]] = celdas.options(ndim=2, err_to_str=True).value
    return leidas


def valor(celda: xw.Range) -> Any:
    """One cell, an error as its text."""
    return filas(celda)[0][0]


def vacia(valor: Any) -> bool:
    """Whether a cell has nothing in it."""
    return valor is None or valor == ""


def sin_nombre(book: xw.Book) -> int:
    """Cells whose function the program does not know, in the whole workbook.

    As when a workbook of one front end is opened in another (``python -m xl actualizar
    --variante``), or without the add-in.
    """
    return sum(
        celda in _SIN_NOMBRE
        for hoja in book.sheets
        for fila in filas(hoja.used_range)
        for celda in fila
        if isinstance(celda, str)
    )


_SIN_NOMBRE = ("#NAME?", "#¿NOMBRE?")


def matriz(book: xw.Book, nombre: str) -> list[list[float]]:
    """Numbers of a named block; the message names the cell that holds something else."""
    bloque = rango(book, nombre)
    return [
        [
            entrada.numero(celda, lugar(bloque[i, j])) if type(celda) is not float else celda
            for j, celda in enumerate(fila)
        ]
        for i, fila in enumerate(filas(bloque))
    ]


def columna(book: xw.Book, nombre: str) -> list[float]:
    """First column of :func:`matriz`."""
    return [fila[0] for fila in matriz(book, nombre)]


def interpretar(valor: Any, tipo: str, donde: str, opciones: Sequence[str] = ()) -> Any:
    """One cell as its kind asks (see ``entradas.TIPOS``); the message names sheet and cell.

    Options are taken to the letter: the formulas of the sheet would read «Sí» or «Início» in their
    own way, and a workbook must not have two readings.
    """
    if entrada.vacio(valor):
        raise DatoInvalido(donde, None, ESPERADO[tipo])
    if tipo in ("texto", "opcion", "si_no"):
        admitidas = (SI, NO) if tipo == "si_no" else opciones
        if tipo == "texto":
            if not isinstance(valor, str):
                raise DatoInvalido(donde, valor, ESPERADO[tipo])
            return valor.strip()
        if valor not in admitidas:
            raise DatoInvalido(donde, valor, "una de: " + ", ".join(f"«{o}»" for o in admitidas))
        return valor == SI if tipo == "si_no" else valor
    if tipo == "fecha" and isinstance(valor, dt.date):
        return valor
    if tipo == "fecha":
        raise DatoInvalido(donde, valor, ESPERADO[tipo])
    numero = entrada.numero(valor, donde)
    if tipo == "tasa" and abs(numero) >= 1.0:
        raise DatoInvalido(donde, numero, f"{ESPERADO[tipo]}; ¿quiso decir {numero / 100:g}?")
    if tipo == "entero":
        if numero != int(numero) or numero < 1:
            raise DatoInvalido(donde, numero, ESPERADO[tipo])
        return int(numero)
    return numero


ESPERADO = {
    "tasa": "una fracción o un porcentaje, por ejemplo 0.035 o 3.5%",
    "entero": "un número entero de años, 1 o más",
    "numero": "un número",
    "mdp": "un monto en millones de pesos",
    "pesos": "un monto en pesos",
    "opcion": "una opción de la lista",
    "si_no": "«sí» o «no»",
    "texto": "un texto",
    "fecha": "una fecha",
}


def poner(destino: xw.Range, filas: Sequence[Sequence[Any]]) -> None:
    """Write rows from the first cell of a range; their texts stay texts.

    Excel takes a text that begins with "=", "+", "-" or "@" for a formula, and some of ours come
    from the workbook itself (the name of a scenario) or from data. The apostrophe is the mark of
    a text; it is not part of the value.
    """
    destino[0, 0].value = [[inerte(celda) for celda in fila] for fila in filas]


def inerte(celda: Any) -> Any:
    """A cell that Excel takes as it is: a text that looks like a formula gets its apostrophe."""
    if isinstance(celda, str) and celda.lstrip().startswith(("=", "+", "-", "@")):
        return f"'{celda}"
    return celda


def iguales(a: Any, b: Any) -> bool:
    """Whether two cells hold the same, figures to their twelfth digit."""
    if isinstance(a, dt.datetime) and isinstance(b, dt.date):
        a = a.date()
    if isinstance(a, int | float) and isinstance(b, int | float):
        return abs(a - b) <= 1e-12 * max(1.0, abs(b))
    return bool(a == b)


def mostrar(valor: Any) -> str:
    """A cell in words of the log."""
    return f"{valor:.6g}" if isinstance(valor, float) else str(valor)
