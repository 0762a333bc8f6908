"""Formulas of the front ends: with no namespace (desktop, Calc) or with IMSS. (Office.js).

Excel shows a function of an Office.js add-in as ``IMSS.PRIMA_NIVELADA`` and, as far as is known,
keeps it in the file as ``_xldudf_IMSS_PRIMA_NIVELADA``. The other front ends know it by its bare
name, so a workbook is of one variant at a time. The file engine evaluates both.
"""

from __future__ import annotations

from collections.abc import Callable, Set
from pathlib import Path

import xlwings as xw

from pymodel.errores import DatoInvalido
from xl import motor
from xl.motor.formulas import funcion_propia, separar

OFFICEJS, ESCRITORIO = "officejs", "escritorio"
VARIANTES = (ESCRITORIO, OFFICEJS)

PREFIJO = "_xldudf_IMSS_"


def convertir_formula(formula: str, variante: str, propias: Set[str]) -> str:
    """Return a formula (without "=") with our functions named as a variant does.

    Parameters
    ----------
    formula : str       Text of the file.
    variante : str      One of ``VARIANTES``.
    propias : set       Names of our functions, in upper case.

    Returns
    -------
    str     The same text if none of ours is in it, or if it cannot be taken apart.
    """
    como: Callable[[str], str] = (
        (lambda n: f"{PREFIJO}{n}") if variante == OFFICEJS else (lambda n: n)
    )
    partes = []
    for kind, value, _ in separar(formula):
        nombre = funcion_propia(value[:-1], propias) if value.endswith("(") else None
        partes.append(f"{como(nombre)}(" if nombre and kind == "Func" else value)
    return "".join(partes) or formula


def convertir(book: xw.Book, variante: str) -> int:
    """Convert every formula of an open workbook file; its values and formats stay.

    Returns
    -------
    int     Formulas that changed.

    Raises
    ------
    DatoInvalido    If the variant is not one of ``VARIANTES``.
    """
    if variante not in VARIANTES:
        raise DatoInvalido("variante", variante, " o ".join(VARIANTES))
    import udfs
    from xl.contrato import registro

    propias = {f.nombre for f in registro() if udfs.__all__}
    return int(book.impl.renombrar_funciones(lambda f: convertir_formula(f, variante, propias)))


def convertir_archivo(ruta: Path, variante: str) -> int:
    """Convert in place a workbook file just built and return how many formulas changed."""
    with motor.abrir(ruta) as book:
        cuantas = convertir(book, variante)
        book.impl.libro.guardar(respaldo=False)
    return cuantas
