"""Do the totals of a printed table add up?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np

from pymodel import validacion
from pymodel.errores import DatoInvalido, Descripcion
from pymodel.validacion import Vector


class Diferencia(NamedTuple):
    """One sum that does not agree with the print."""

    tipo: str
    total: str
    renglon: str
    suma: float
    impreso: float
    diferencia: float


def verificar_tabla(tabla: Sequence[Sequence[Any]], tolerancia: float = 1.0) -> list[Diferencia]:
    """Check every total of a table against the sum of its parts.

    Parameters
    ----------
    tabla : list of rows        Cells as pasted: labels, numbers, blanks. Printed thousands marks
                                (14'317,907, 14’317,907, 14´317,907) and (123) for -123 are read.
    tolerancia : float          Largest difference put down to rounding, in units of the table.

    Returns
    -------
    list of Diferencia          tipo "fila" (a total column that is not the sum of its row) or
                                "columna" (a total row that is not the sum of its column).

    Raises
    ------
    DatoInvalido                Text among the numbers, no total to check, fewer than two parts.

    Notes
    -----
    Totals are the rows and columns whose label begins with "total", "subtotal" or "suma". A
    subtotal closes the parts since the previous one; a total may be the sum of all parts or of
    the subtotals. A table of bare numbers is read with its totals in the last row and column.
    Columns headed with % or "pct" are not sums and are skipped.
    """
    limite = validacion.numero(tolerancia, "tolerancia")
    if limite < 0.0:
        raise DatoInvalido("tolerancia", limite, "0 o más")
    nombres_fila, nombres_columna, valores = _split(tabla)
    sin_rotulos = not any(nombres_fila) and not any(nombres_columna)
    tipos_fila = [_kind(n) for n in nombres_fila]
    tipos_columna = [_kind(n) for n in nombres_columna]
    if sin_rotulos:
        if valores.shape[0] > 2:
            tipos_fila[-1] = "total"
        if valores.shape[1] > 2:
            tipos_columna[-1] = "total"
    if "total" not in tipos_fila + tipos_columna and "subtotal" not in tipos_fila + tipos_columna:
        raise DatoInvalido(
            "tabla",
            Descripcion("ningún renglón ni columna de total"),
            "una fila o columna rotulada «Total»",
        )
    filas = [n or f"fila {i + 1}" for i, n in enumerate(nombres_fila)]
    columnas = [n or f"columna {j + 1}" for j, n in enumerate(nombres_columna)]
    sumables = [j for j, n in enumerate(nombres_columna) if not _is_percentage(n)]
    diferencias = []
    for i, nombre in enumerate(filas):
        tipos = [tipos_columna[j] for j in sumables]
        for j, suma in _failures(valores[i, sumables], tipos, limite):
            impreso = float(valores[i, sumables[j]])
            diferencias.append(
                Diferencia("fila", columnas[sumables[j]], nombre, suma, impreso, impreso - suma)
            )
    for j in sumables:
        for i, suma in _failures(valores[:, j], tipos_fila, limite):
            impreso = float(valores[i, j])
            diferencias.append(
                Diferencia("columna", filas[i], columnas[j], suma, impreso, impreso - suma)
            )
    return diferencias


def _failures(linea: Vector, tipos: list[str], tolerancia: float) -> list[tuple[int, float]]:
    """Totals of one row or column that no admissible sum reproduces: (position, nearest sum)."""
    fallas = []
    partes: list[float] = []
    desde_subtotal: list[float] = []
    subtotales: list[float] = []
    for posicion, (valor, tipo) in enumerate(zip(linea, tipos, strict=True)):
        if np.isnan(valor):
            continue
        if tipo == "parte":
            partes.append(float(valor))
            desde_subtotal.append(float(valor))
            continue
        candidatos = (
            [desde_subtotal] if tipo == "subtotal" else [partes, subtotales + desde_subtotal]
        )
        sumas = [sum(c) for c in candidatos if len(c) > 1 or (tipo == "subtotal" and c)]
        if sumas:
            suma = min(sumas, key=lambda s: abs(valor - s))
            # A hair over the tolerance, so that 1 against 1.0000000001 is not a difference.
            if abs(valor - suma) > tolerancia * (1 + 1e-9) + 1e-9:
                fallas.append((posicion, suma))
        if tipo == "subtotal":
            subtotales.append(float(valor))
        else:
            partes, subtotales = [], []
        desde_subtotal = []
    return fallas


def _split(tabla: Sequence[Sequence[Any]]) -> tuple[list[str], list[str], Vector]:
    """Row labels, column labels and the block of numbers (NaN where blank)."""
    filas = [list(f) for f in tabla if any(not _blank(c) for c in f)]
    if len(filas) < 2:
        raise DatoInvalido(
            "tabla", Descripcion(f"{len(filas)} renglones"), "al menos dos renglones con datos"
        )
    encabezado = any(
        isinstance(c, str) and not _blank(c) and _number(c) is None for c in filas[0][1:]
    ) or all(_number(c) is None for c in filas[0])
    cuerpo = filas[1:] if encabezado else filas
    titulos = filas[0] if encabezado else [""] * len(filas[0])
    rotulos = 0
    while rotulos < len(titulos) and _is_label_column(
        [f[rotulos] for f in cuerpo], titulos[rotulos]
    ):
        rotulos += 1
    if not cuerpo or rotulos == len(titulos):
        raise DatoInvalido("tabla", Descripcion("sólo textos"), "columnas con números")
    valores = np.full((len(cuerpo), len(titulos) - rotulos), np.nan)
    for i, fila in enumerate(cuerpo):
        for j, celda in enumerate(fila[rotulos:]):
            if _blank(celda):
                continue
            leido = _number(celda)
            if leido is None:
                lugar = f"tabla, fila {i + 1 + encabezado}, columna {j + 1 + rotulos}"
                raise DatoInvalido(lugar, celda, "un número o una celda vacía")
            valores[i, j] = leido
    nombres = [" ".join(str(c).strip() for c in fila[:rotulos] if not _blank(c)) for fila in cuerpo]
    return nombres, ["" if _blank(t) else str(t).strip() for t in titulos[rotulos:]], valores


def _is_label_column(celdas: list[Any], titulo: Any) -> bool:
    numeros = [_number(c) for c in celdas]
    if all(n is None for n in numeros):
        return True
    conocidos = [n for n in numeros if n is not None]
    # Year columns and columns with a label in a total row are labels even if mostly numbers.
    son_anios = all(n == int(n) and 1900 <= n <= 2200 for n in conocidos)
    return son_anios and (
        any(isinstance(c, str) and _number(c) is None and not _blank(c) for c in celdas)
        or str(titulo).strip().lower().startswith(("año", "anio", "year"))
    )


def _kind(nombre: str) -> str:
    plano = nombre.strip().lower()
    if plano.startswith(("subtotal", "sub total", "sub-total")):
        return "subtotal"
    return "total" if re.match(r"(gran )?total\b|suma\b", plano) else "parte"


def _is_percentage(nombre: str) -> bool:
    return "%" in nombre or "pct" in nombre.lower() or "por ciento" in nombre.lower()


def _blank(celda: Any) -> bool:
    return celda is None or (isinstance(celda, str) and not celda.strip())


_PRINTED = re.compile(r"\(?-?\d{1,3}(?:[,'’´]\d{3})+(?:\.\d+)?\)?|\(?-?\d+(?:\.\d+)?\)?")


def _number(celda: Any) -> float | None:
    if isinstance(celda, bool):
        return None
    if isinstance(celda, int | float | np.number):
        return float(celda) if np.isfinite(celda) else None
    if isinstance(celda, str) and _PRINTED.fullmatch(celda.strip()):
        plano = re.sub(r"[,'’´()]", "", celda.strip())
        return -float(plano) if celda.strip().startswith("(") else float(plano)
    return None
