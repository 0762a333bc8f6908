"""Do the totals of a printed table add up?"""

from __future__ import annotations

import itertools
import re
import sys
from collections.abc import Iterable, Sequence
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
    tabla : list of rows        Cells as pasted: labels, numbers, blanks ("-" is a blank). Printed
                                thousands marks (14'317,907, 14’317,907, 14´317,907) and (123)
                                for -123 are read.
    tolerancia : float          Largest difference put down to rounding, in units of the table.

    Returns
    -------
    list of Diferencia          tipo "fila" (a total column that is not the sum of its row) or
                                "columna" (a total row that is not the sum of its column).

    Raises
    ------
    DatoInvalido                Text among the numbers; no total that has at least two parts.

    Notes
    -----
    A label that prints its own rule, "Subtotal (5)=(3)+(4)-(2)", is checked by that rule. Else
    totals are the rows and columns whose label begins with "total", "subtotal" or "suma", and
    each may be any of the sums that reports print: the parts since the previous subtotal; all
    parts; the subtotals; the last subtotal and what follows; with labels in several columns,
    those of its own section, or the same concept in every section. A lone "Total" that comes
    first is the sum of what follows. A table of bare numbers has its totals in the last row and
    column. Averages, percentages and rates (by their label) are neither summed nor checked.
    """
    limite = validacion.numero(tolerancia, "tolerancia")
    if limite < 0.0:
        raise DatoInvalido("tolerancia", limite, "0 o más")
    hoja = _split(tabla)
    if not any(any(r) for r in hoja.renglones + hoja.columnas):
        # Bare numbers: with two rows (or columns) there is no sum of parts to check.
        ultimo_renglon = [()] * (len(hoja.renglones) - 1) + [("Total",)]
        ultima_columna = [()] * (len(hoja.columnas) - 1) + [("Total",)]
        por_columna, por_fila = _rules(ultimo_renglon), _rules(ultima_columna)
    else:
        por_columna, por_fila = _rules(hoja.renglones), _rules(hoja.columnas)
    if not por_columna and not por_fila:
        raise DatoInvalido(
            "tabla",
            Descripcion("ningún total con al menos dos sumandos"),
            "una fila o columna rotulada «Total», «Subtotal» o «Suma» junto a sus sumandos",
        )
    filas = [" ".join(r) or f"fila {n}" for r, n in zip(hoja.renglones, hoja.filas, strict=True)]
    columnas = [
        " ".join(c) or f"columna {n}" for c, n in zip(hoja.columnas, hoja.posiciones, strict=True)
    ]
    diferencias = [
        Diferencia("fila", columnas[j], filas[i], suma, impreso, impreso - suma)
        for i, rotulos in enumerate(hoja.renglones)
        if not _is_ratio(rotulos)
        for j, suma, impreso in _failures(hoja.valores[i], por_fila, limite)
    ]
    diferencias += [
        Diferencia("columna", filas[i], columnas[j], suma, impreso, impreso - suma)
        for j, rotulos in enumerate(hoja.columnas)
        if not _is_ratio(rotulos)
        for i, suma, impreso in _failures(hoja.valores[:, j], por_columna, limite)
    ]
    return diferencias


# --- what a total is the sum of ---------------------------------------------------------------

Rotulos = tuple[str, ...]
Sumandos = tuple[tuple[int, int], ...]  # (sign, position)


class Regla(NamedTuple):
    """A total, the sums that it may be, and the total after it that would take its parts."""

    posicion: int
    sumas: tuple[Sumandos, ...]
    envolvente: int | None = None


_TOTAL = re.compile(r"(?:gran )?total(?:es)?\b|suma\b(?! asegurada)", re.IGNORECASE)
_SUBTOTAL = re.compile(r"sub[ -]?total\b", re.IGNORECASE)
_LONE = re.compile(
    r"(?:gran )?(?:sub[ -]?)?total(?:es)?(?: general| nacional)?|suma", re.IGNORECASE
)
_RATIO = re.compile(r"%|pct|por ?ciento|porcentaj|promedio|por cada|\btasa\b|linea_fuente", re.I)
_KEY = re.compile(r"\((\w{1,2})\)")
_FORMULA = re.compile(r"\((\w{1,2})\) ?= ?(\(\w{1,2}\)(?: ?[+-] ?\(\w{1,2}\))+)(?! ?[-+*/×(])")
_TERM = re.compile(r"([+-]?) ?\((\w{1,2})\)")


def _rules(rotulos: Sequence[Rotulos]) -> list[Regla]:
    """How each total of a row or column of labels is checked."""
    claves = _printed_keys(rotulos)
    clases = _kinds(rotulos)
    reglas = []
    for p, propios in enumerate(rotulos):
        impresa = _printed_sum(propios, claves)
        if impresa is not None:
            reglas += [Regla(p, (impresa,))] if impresa else []
        elif clases[p] == "cruzado":
            mismo = [q for q, r in enumerate(rotulos) if r[-1:] == propios[-1:]]
            partes = [q for q in mismo if q < p and clases[q] == "parte"]
            siguientes = [q for q in mismo if q > p and clases[q] == "cruzado"]
            reglas += [Regla(p, (s,), *siguientes[:1]) for s in _sums(partes)]
        elif clases[p] in ("total", "subtotal"):
            sumas = tuple(dict.fromkeys(_candidates(p, rotulos, clases)))
            siguiente = p + 1 if clases[p + 1 : p + 2] == ["total"] else None
            if sumas:
                reglas.append(Regla(p, sumas, siguiente))
    return reglas


def _printed_keys(rotulos: Sequence[Rotulos]) -> dict[tuple[str, Rotulos], int]:
    """Where each printed key is: (key, labels after the one that prints it) -> position."""
    claves: dict[tuple[str, Rotulos], int] = {}
    for p, propios in enumerate(rotulos):
        for k, texto in enumerate(propios):
            hallada = _FORMULA.search(texto) or _KEY.search(texto)
            if hallada:
                claves.setdefault((hallada[1], propios[k + 1 :]), p)
    return claves


def _printed_sum(propios: Rotulos, claves: dict[tuple[str, Rotulos], int]) -> Sumandos | None:
    """The sum that a label prints: () if its parts are elsewhere, None if it prints none."""
    for k, texto in enumerate(propios):
        formula = _FORMULA.search(texto)
        if formula:
            donde = [
                (-1 if signo == "-" else 1, claves.get((clave, propios[k + 1 :]), -1))
                for signo, clave in _TERM.findall(formula[2])
            ]
            return tuple(donde) if all(q >= 0 for _, q in donde) else ()
    return None


def _kinds(rotulos: Sequence[Rotulos]) -> list[str]:
    """What each line is.

    "parte"; "subtotal"; "total"; "cruzado", a total by concept ("Total", "Casos"); "razon", not
    summed; "detalle", a line with a dash that opens up the one above, not summed again.
    """
    clases: list[str] = []
    for propios in rotulos:
        ultimo = propios[-1] if propios else ""
        if _is_ratio(propios):
            clases.append("razon")
        elif _SUBTOTAL.match(ultimo):
            clases.append("subtotal")
        elif _TOTAL.match(ultimo):
            clases.append("total")
        elif any(_TOTAL.match(r) for r in propios[:-1]):
            clases.append("cruzado")
        elif ultimo.startswith(("-", "–", "•")) and "parte" in clases:
            clases.append("detalle")
        else:
            clases.append("parte")
    return clases


def _is_ratio(rotulos: Rotulos) -> bool:
    return any(_RATIO.search(r) for r in rotulos)


def _candidates(p: int, rotulos: Sequence[Rotulos], clases: Sequence[str]) -> list[Sumandos]:
    seccion = tuple(r for r in rotulos[p][:-1] if not _TOTAL.match(r))
    en_seccion = [q for q in range(p) if rotulos[q][: len(seccion)] == seccion]
    desde_total = _after_last(en_seccion, clases, ("total",))
    partes = [q for q in desde_total if clases[q] == "parte"]
    subtotales = [q for q in desde_total if clases[q] == "subtotal"]
    ultimas = [
        q for q in _after_last(en_seccion, clases, ("total", "subtotal")) if clases[q] == "parte"
    ]
    solo = _LONE.fullmatch(rotulos[p][-1]) is not None
    if clases[p] == "subtotal":
        if not ultimas and not solo:
            return []  # "Subtotal pensiones" right after another subtotal: a cross-cut
        return _sums(ultimas or partes, partes, minimo=1)
    if not partes and not subtotales:
        return _without_parts_before(p, rotulos, clases, solo)
    return _sums(partes, subtotales + ultimas, [*subtotales[-1:], *ultimas])


def _without_parts_before(
    p: int, rotulos: Sequence[Rotulos], clases: Sequence[str], solo: bool
) -> list[Sumandos]:
    """A total with nothing to add above it: the grand total, or the lone total of a heading."""
    if not solo:
        return []
    anteriores = [q for q in range(p) if clases[q] == "total"]
    if anteriores:
        return _sums(anteriores)
    if any(c in ("total", "subtotal") for c in clases[p + 1 :]):
        return []
    return _sums([q for q in range(p + 1, len(clases)) if clases[q] == "parte"])


def _after_last(
    posiciones: list[int], clases: Sequence[str], cierres: tuple[str, ...]
) -> list[int]:
    for k in range(len(posiciones) - 1, -1, -1):
        if clases[posiciones[k]] in cierres:
            return posiciones[k + 1 :]
    return posiciones


def _sums(*opciones: Sequence[int], minimo: int = 2) -> list[Sumandos]:
    return [tuple((1, q) for q in o) for o in opciones if len(o) >= minimo]


def _failures(
    linea: Vector, reglas: list[Regla], tolerancia: float
) -> list[tuple[int, float, float]]:
    """Totals of one row or column that none of their sums reproduces: position, sum, print."""
    fallas = []
    for regla in reglas:
        impreso = float(linea[regla.posicion])
        sumas = [
            sum(s * linea[q] for s, q in sumandos if not np.isnan(linea[q]))
            for sumandos in regla.sumas
            if not all(np.isnan(linea[q]) for _, q in sumandos)
        ]
        if np.isnan(impreso) or not sumas:
            continue
        suma = float(min(sumas, key=lambda s: abs(impreso - s)))
        # A hair over the tolerance, so that 1 against 1.0000000001 is not a difference.
        limite = tolerancia * (1 + 1e-9) + 1e-9
        if abs(impreso - suma) <= limite:
            continue
        # "Total of the last three" before the "Total" of them all: the parts are the latter's.
        if regla.envolvente is not None and abs(linea[regla.envolvente] - sumas[0]) <= limite:
            continue
        fallas.append((regla.posicion, suma, impreso))
    return fallas


# --- reading of the pasted block --------------------------------------------------------------


class Hoja(NamedTuple):
    """A pasted block taken apart; `filas` and `posiciones` are places in it, from 1."""

    renglones: list[Rotulos]
    columnas: list[Rotulos]
    valores: Vector
    filas: list[int]
    posiciones: list[int]


def _split(tabla: Sequence[Sequence[Any]]) -> Hoja:
    """Labels of rows and columns, and the block of numbers (NaN where blank)."""
    filas = [(n, list(f)) for n, f in enumerate(tabla, start=1) if not all(map(_blank, f))]
    if len(filas) < 2:
        raise DatoInvalido(
            "tabla", Descripcion(f"{len(filas)} renglones"), "al menos dos renglones con datos"
        )
    encabezados = 0
    while encabezados < len(filas) and _is_header(filas[encabezados][1], encabezados):
        encabezados += 1
    titulos = _headings([f for _, f in filas[:encabezados]])
    cuerpo = filas[encabezados:]
    if not cuerpo:
        raise DatoInvalido("tabla", Descripcion("sólo textos"), "columnas con números")
    ancho = len(cuerpo[0][1])
    columnas = [[f[j] for _, f in cuerpo] for j in range(ancho)]
    rotulos = 0
    while rotulos < ancho and _is_label_column(columnas[rotulos], [t[rotulos] for t in titulos]):
        rotulos += 1
    # A column of notes further right is not part of the block of numbers.
    numericas = [j for j in range(rotulos, ancho) if not all(map(_is_note, columnas[j]))]
    if not numericas:
        raise DatoInvalido("tabla", Descripcion("sólo textos"), "columnas con números")
    valores = np.full((len(cuerpo), len(numericas)), np.nan)
    for i, (n, fila) in enumerate(cuerpo):
        for k, j in enumerate(numericas):
            leido = _number(fila[j])
            if leido is not None:
                valores[i, k] = leido
            elif not _blank(fila[j]):
                raise DatoInvalido(
                    f"tabla, fila {n}, columna {j + 1}", fila[j], "un número o una celda vacía"
                )
    return Hoja(
        [_texts(f[:rotulos]) for _, f in cuerpo],
        [_texts(t[j] for t in titulos) for j in numericas],
        valores,
        [n for n, _ in cuerpo],
        [j + 1 for j in numericas],
    )


def _is_header(fila: list[Any], anteriores: int) -> bool:
    """Only texts, or texts and increasing years; a lone text further down titles a section."""
    llenas = [c for c in fila if not _blank(c)]
    numeros = [n for n in map(_number, llenas) if n is not None]
    if not numeros:
        return anteriores == 0 or len(llenas) > 1
    son_anios = all(map(_is_year, numeros)) and all(b > a for a, b in itertools.pairwise(numeros))
    # One year alone may be an amount: ("Pensiones", 2005); not below a blank or a heading.
    encabeza = (
        len(numeros) > 1
        or len(llenas) > len(numeros) + 1
        or _blank(fila[0])
        or _HEADING.match(str(fila[0]).strip()) is not None
    )
    return son_anios and _number(fila[0]) is None and encabeza


def _headings(titulos: list[list[Any]]) -> list[list[Any]]:
    """Header rows with merged headings carried to the right, without the title of the table."""
    utiles = [t for t in titulos if len(titulos) == 1 or any(not _blank(c) for c in t[1:])]
    for superior, inferior in itertools.pairwise(utiles):
        for j in range(1, len(superior)):
            if _blank(superior[j]) and not _blank(inferior[j]):
                superior[j] = superior[j - 1]
    return utiles


def _is_label_column(celdas: list[Any], titulos: list[Any]) -> bool:
    numeros = [n for n in map(_number, celdas) if n is not None]
    if not numeros:
        return True
    if any(_KEY_COLUMN.match(str(t).strip()) for t in titulos):
        return True
    # A column of years is a label even where nothing says so; so is one that ends in "Total".
    con_texto = any(isinstance(c, str) and _number(c) is None and not _blank(c) for c in celdas)
    crece = len(numeros) > 2 and all(b > a for a, b in itertools.pairwise(numeros))
    return all(map(_is_year, numeros)) and (con_texto or crece)


_KEY_COLUMN = re.compile(r"(?:año|anio|year|edad|mes|clave)s?\b|(?:anio|año)_", re.IGNORECASE)
_HEADING = re.compile(r"(?:concepto|rubro|rengl[oó]n|descripci[oó]n|cuenta)s?\b", re.IGNORECASE)
_FIGURE = re.compile(r"[-(]?\$? ?\d")
_DASHES = {"-", "–", "—", "--"}


def _is_year(numero: float) -> bool:
    return numero == int(numero) and 1900 <= numero <= 2200


def _is_note(celda: Any) -> bool:
    """Blank, or words; "1 234" is a figure that nobody can read, not a note."""
    return _blank(celda) or (isinstance(celda, str) and not _FIGURE.match(celda.strip()))


def _texts(celdas: Iterable[Any]) -> Rotulos:
    return tuple(_text(c) for c in celdas if not _blank(c))


def _text(celda: Any) -> str:
    return (
        str(int(celda)) if isinstance(celda, float) and celda.is_integer() else str(celda).strip()
    )


def _blank(celda: Any) -> bool:
    return celda is None or (isinstance(celda, str) and celda.strip() in _DASHES | {""})


_PRINTED = re.compile(
    r"\((?P<entre>[\d,'’´]+(?:\.\d+)?)\)|(?P<signo>-?)(?P<solo>[\d,'’´]+(?:\.\d+)?)"
)
_LARGEST = sys.float_info.max  # beyond it, and for NaN, there is no number to add
_GROUPED = re.compile(r"\d+|\d{1,3}(?:[,'’´]\d{3})+")


def _number(celda: Any) -> float | None:
    """The number in a cell, printed thousands marks and all; None if there is none."""
    if isinstance(celda, bool | np.bool_):
        return None
    if isinstance(celda, int | float | np.integer | np.floating):
        return float(celda) if -_LARGEST <= celda <= _LARGEST else None
    if not isinstance(celda, str):
        return None
    leido = _PRINTED.fullmatch(celda.strip())
    if leido is None:
        return None
    cifras = leido["entre"] or leido["solo"]
    if not _GROUPED.fullmatch(cifras.split(".")[0]):
        return None
    valor = float(re.sub(r"[,'’´]", "", cifras))
    return -valor if leido["entre"] or leido["signo"] else valor
