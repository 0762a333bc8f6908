"""What the buttons do: xlwings scripts on a Book, live in Excel or closed in a file.

Each workbook of ours is refreshed by its own definition (``xl.libros``); the buttons are the same
in all of them.
"""

from __future__ import annotations

import xlwings as xw

from xl import libros
from xl.libros.comun import refresco
from xl.libros.comun.definicion import Actualizacion


@xw.script
def actualizar(book: xw.Book) -> Actualizacion:
    """Read assumptions and scenarios, compute, write results, reconciliation and log."""
    return refresco.actualizar(libros.de(book), book)


@xw.script
def restablecer_supuestos(book: xw.Book) -> None:
    """Put back the assumptions and data of the documents; the analyst's own data stays."""
    refresco.restablecer(libros.de(book), book)
