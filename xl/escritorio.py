"""The buttons in desktop Excel: the macros on the open workbook, their outcome in a message."""

from __future__ import annotations

import xlwings as xw

from pymodel.errores import DatoInvalido
from xl import macros

TITULO = "Modelo IMSS"
MAXIMO_RENGLONES = 12


def actualizar(book: xw.Book | None = None) -> None:
    """Refresh the workbook whose button was pressed and say what changed."""
    book = book or xw.Book.caller()
    try:
        hecho = macros.actualizar(book)
    except DatoInvalido as error:
        _decir(book, f"No se cambió nada.\n\n{error}", "critical")
        return
    renglones = list(hecho.cambios) or ["Ningún resultado cambió."]
    if len(renglones) > MAXIMO_RENGLONES:
        sobran = len(renglones) - MAXIMO_RENGLONES
        renglones = [*renglones[:MAXIMO_RENGLONES], f"… y {sobran} más (hoja Bitácora)"]
    if hecho.verificaciones:
        renglones += ["", f"{hecho.verificaciones}."]
    _decir(book, "\n".join(renglones), "info")


def restablecer(book: xw.Book | None = None) -> None:
    """Put the assumptions of the documents back in the workbook whose button was pressed."""
    book = book or xw.Book.caller()
    try:
        macros.restablecer_supuestos(book)
    except DatoInvalido as error:
        _decir(book, f"No se cambió nada.\n\n{error}", "critical")
        return
    _decir(book, "Supuestos de los documentos restablecidos. Falta actualizar.", "info")


def _decir(book: xw.Book, mensaje: str, modo: str) -> None:
    book.app.alert(mensaje, title=TITULO, mode=modo)
