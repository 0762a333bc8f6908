"""The workbooks: which there are, how they are built, which one a file is."""

from __future__ import annotations

import os
import tempfile
from importlib import import_module
from pathlib import Path

import xlwings as xw

from pymodel.errores import DatoInvalido, Descripcion
from xl.libros.comun import armado, plano, refresco
from xl.libros.comun.definicion import Definicion

CLAVES = (
    "valuacion",
    "rentas",
    "sps",
    "indicadores",
    "mifa",
    "cuotas",
    "guarderias_ssfam_servicios",
    "ejemplos",
)
"""Each is a package here whose ``LIBRO`` is its definition, and a file of that name."""


def definicion(clave: str) -> Definicion:
    """Definition of a workbook.

    Raises
    ------
    DatoInvalido    If there is no such workbook.
    """
    if clave not in CLAVES:
        raise DatoInvalido("libro", clave, "uno de: " + ", ".join(CLAVES))
    libro: Definicion = import_module(f"xl.libros.{clave}").LIBRO
    return libro


def de(book: xw.Book) -> Definicion:
    """Definition of an open workbook, by the name that says which one it is.

    A file without that name is taken for the first workbook, built before there were others; its
    own reading says what is missing.
    """
    try:
        clave = str(book.names[plano.NOMBRE_LIBRO].refers_to).strip('="')
    except Exception:  # each front end says in its own way that there is no such name
        clave = CLAVES[0]
    return definicion(clave)


def construir(clave: str, destino: Path) -> Path:
    """Build a workbook with every value computed, and put it in place in one step.

    Parameters
    ----------
    clave : str         One of ``CLAVES``.
    destino : Path      Final name, .xlsx or .xlsm (with what desktop Excel needs); an existing
                        workbook there is replaced.

    Returns
    -------
    Path                The same, absolute.

    Raises
    ------
    DatoInvalido        If the folder cannot be written, or a formula of the workbook is an error.
    """
    import udfs
    from xl import motor

    assert udfs.__all__  # importing it declares the functions
    d = definicion(clave)
    destino = destino.resolve()
    try:
        destino.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=destino.parent, prefix=".construir-") as carpeta:
            borrador = Path(carpeta) / destino.name
            armado.construir(d, borrador)
            motor.recalcular(borrador, todo=True, respaldo=False)
            with motor.abrir(borrador) as book:
                refresco.llenar(d, book)
                book.save()
            os.replace(borrador, destino)
    except OSError as error:
        raise DatoInvalido(
            str(destino), Descripcion(error.strerror or str(error)), "una carpeta con permiso"
        ) from None
    return destino
