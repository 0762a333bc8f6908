"""Recalculation of a workbook by LibreOffice, with our functions, without anyone at the screen."""

from __future__ import annotations

import os
import re
import tempfile
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from pymodel.errores import DatoInvalido
from xl.libreoffice.extension import PREFIJO_ERROR, PREFIJO_FORMULA
from xl.libreoffice.oficina import Celda, Oficina

_FORMATOS = (".xlsx", ".ods")


@dataclass(frozen=True)
class Reporte:
    """What a recalculation found.

    Attributes
    ----------
    valores : {sheet: {cell: value}}    Every cell that is not empty; for an error, its text.
    formulas : {sheet: set of cells}    Cells that hold a formula.
    errores : {(sheet, cell): text}     Cells whose value is an error or one of our messages.
    reparadas : int                     Formulas in which our functions had to be made known.
    destino : Path or None              The copy that was written.
    """

    valores: dict[str, dict[str, float | str]]
    formulas: dict[str, set[str]]
    errores: dict[tuple[str, str], str]
    reparadas: int
    destino: Path | None


def copia_junto_a(ruta: str | os.PathLike[str]) -> Path:
    """Where :func:`recalcular` writes by default: ``valuacion.libreoffice.xlsx``."""
    original = Path(ruta)
    return original.with_name(f"{original.stem}.libreoffice.xlsx")


def recalcular(
    ruta: str | os.PathLike[str],
    destino: str | os.PathLike[str] | None = None,
    *,
    limite: float = 300.0,
) -> Reporte:
    """Open a workbook in LibreOffice, calculate every formula, and save a copy.

    The original is never written: LibreOffice rewrites the whole file and drops what it does
    not know (VBA, dynamic arrays, slicers, some formats). Use ``python -m xl actualizar`` to
    refresh a workbook without losing anything.

    Parameters
    ----------
    ruta : path             Workbook (.xlsx, .xlsm, .ods).
    destino : path          Copy to write, .xlsx or .ods; see :func:`copia_junto_a`.
    limite : float          Seconds that each step may take.

    Returns
    -------
    Reporte

    Raises
    ------
    DatoInvalido            If LibreOffice is missing or fails, the file is not a workbook, or
                            the copy would replace the original or cannot be written.
    """
    copia = Path(destino) if destino is not None else copia_junto_a(ruta)
    if copia.suffix.lower() not in _FORMATOS:
        raise DatoInvalido("destino", str(copia), "un archivo " + " u ".join(_FORMATOS))
    if copia.resolve() == Path(ruta).resolve():
        raise DatoInvalido(
            "destino",
            str(copia),
            "otro archivo que el original: LibreOffice no conserva todo lo que Excel guarda",
        )
    with Oficina(limite=limite) as oficina:
        oficina.abrir(ruta)
        oficina.recalcular()
        reporte = leer(oficina)
        _save(oficina, copia)
        return replace(reporte, destino=copia)


def leer(oficina: Oficina) -> Reporte:
    """What the open workbook holds now."""
    hojas = oficina.leer_todo()
    valores: dict[str, dict[str, float | str]] = {}
    errores: dict[tuple[str, str], str] = {}
    for hoja in hojas:
        nombre = hoja["hoja"]
        valores[nombre] = {}
        for celda, valor in _cells(hoja["valores"]):
            texto = valor["error"] if isinstance(valor, dict) else valor
            if isinstance(valor, dict) or (
                isinstance(valor, str) and valor.startswith(PREFIJO_ERROR)
            ):
                errores[nombre, celda] = str(texto)
            valores[nombre][celda] = texto
    formulas = {h["hoja"]: {celda_a1(*f) for f in h["formulas"]} for h in hojas}
    return Reporte(valores, formulas, errores, oficina.reparadas, None)


def celda_a1(fila: int, columna: int) -> str:
    """Address of a cell from its row and column, counted from 0."""
    letras = ""
    columna += 1
    while columna:
        columna, resto = divmod(columna - 1, 26)
        letras = chr(ord("A") + resto) + letras
    return f"{letras}{fila + 1}"


def _cells(filas: list[list[Celda]]) -> Iterator[tuple[str, Celda]]:
    for i, fila in enumerate(filas):
        for j, valor in enumerate(fila):
            if valor != "":
                yield celda_a1(i, j), valor


def _save(oficina: Oficina, copia: Path) -> None:
    try:
        with tempfile.TemporaryDirectory(dir=copia.parent, prefix=".recalcular-") as carpeta:
            provisional = Path(carpeta) / copia.name
            oficina.guardar(provisional)
            if copia.suffix.lower() == ".xlsx":
                _plain_names(provisional)
            os.replace(provisional, copia)
    except OSError as error:
        raise DatoInvalido(
            str(copia), error.strerror or "", "una carpeta y un archivo en que se pueda escribir"
        ) from None


_FORMULA_XML = re.compile(rb"(<(?:\w+:)?(?:f|formula[12]?|definedName)\b[^>]*>)([^<]*)")


def _plain_names(archivo: Path) -> None:
    """Write PRIMA_NIVELADA where LibreOffice wrote MODELOIMSS.FUNCIONES.PRIMA_NIVELADA.

    LibreOffice saves functions of an extension under their internal name, which Excel does
    not know.
    """
    interno = PREFIJO_FORMULA.encode()
    corregido = archivo.with_name(archivo.name + ".nuevo")
    with zipfile.ZipFile(archivo) as leido, zipfile.ZipFile(corregido, "w") as escrito:
        for parte in leido.infolist():
            datos = leido.read(parte)
            if parte.filename.startswith("xl/") and interno in datos:
                datos = _FORMULA_XML.sub(lambda m: m[1] + m[2].replace(interno, b""), datos)
            escrito.writestr(parte, datos, compress_type=zipfile.ZIP_DEFLATED)
    os.replace(corregido, archivo)
