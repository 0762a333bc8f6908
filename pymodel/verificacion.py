"""Do the totals of a printed table add up?"""

from __future__ import annotations

import itertools
import re
import sys
from collections import defaultdict
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
    DatoInvalido                Text among the numbers; no total that has at least two parts; no
                                total whose parts can be told.

    Notes
    -----
    A label that prints its own rule, "Subtotal (5)=(3)+(4)-(2)", is checked by that rule. Else
    totals are the rows and columns with "total", "subtotal" or "suma" in their label, and those
    that lines beginning with "-" open up. The place of a total allows a few sums (what is still
    open of its section, what follows the previous total, the same concept in every section...);
    its rule is the first of them that holds in most of the columns, and the columns where it
    fails are the differences. Where none does, nothing is said of that total, unless its place
    leaves no doubt ("Total" under one column of figures): a false alarm is worse than a total
    not checked. A table of bare numbers has its totals in the last row and column. Averages,
    percentages and rates (by their label) are neither summed nor checked.
    """
    limite = validacion.numero(tolerancia, "tolerancia")
    if limite < 0.0:
        raise DatoInvalido("tolerancia", limite, "0 o más")
    # A hair over the tolerance, so that 1 against 1.0000000001 is not a difference.
    limite = limite * (1 + 1e-9) + 1e-9
    hoja = _split(tabla)
    renglones, columnas = hoja.renglones, hoja.columnas
    if not any(any(r) for r in renglones + columnas):
        # Bare numbers: with two rows (or columns) there is no sum of parts to check.
        renglones = [()] * (len(renglones) - 1) + [("Total",)]
        columnas = [()] * (len(columnas) - 1) + [("Total",)]
    sumables = hoja.valores.copy()
    sumables[[_is_ratio(r) for r in renglones], :] = np.nan
    sumables[:, [_is_ratio(c) for c in columnas]] = np.nan
    por_columna = _Eje(renglones, sumables, limite, uniforme=True)
    por_fila = _Eje(columnas, sumables.T, limite, uniforme=False)
    if not por_columna.reglas and not por_fila.reglas:
        raise DatoInvalido(
            "tabla",
            Descripcion(
                "ningún total cuyos sumandos se reconozcan"
                if por_columna.dudosos or por_fila.dudosos
                else "ningún total con al menos dos sumandos"
            ),
            "una fila o columna rotulada «Total», «Subtotal» o «Suma» junto a sus sumandos",
        )
    filas = [" ".join(r) or f"fila {n}" for r, n in zip(hoja.renglones, hoja.filas, strict=True)]
    nombres = [
        " ".join(c) or f"columna {n}" for c, n in zip(hoja.columnas, hoja.posiciones, strict=True)
    ]
    diferencias = [
        Diferencia("fila", nombres[p], filas[i], suma, impreso, impreso - suma)
        for i, p, suma, impreso in por_fila.failures()
    ]
    diferencias += [
        Diferencia("columna", filas[p], nombres[j], suma, impreso, impreso - suma)
        for j, p, suma, impreso in por_columna.failures()
    ]
    return diferencias


# --- what a total is the sum of ---------------------------------------------------------------

Rotulos = tuple[str, ...]
Sumandos = tuple[tuple[int, int], ...]  # (sign, position)


class Regla(NamedTuple):
    """A total and its parts: as the table shows them, and with the subtotals opened up.

    `firme`: it is a sum for sure; else it may prove to be an average.
    """

    posicion: int
    partes: Sumandos
    hojas: Sumandos
    firme: bool = False


class Total(NamedTuple):
    """A label that says "total", taken with the labels around it.

    Of ("Activo", "Aportaciones", "Subtotal") the section is the first two; of ("Total", "Casos")
    the concept is "Casos". `suelto`: it names nothing else than its section.
    """

    seccion: Rotulos
    concepto: Rotulos
    es_subtotal: bool
    suelto: bool

    def covers(self, propios: Rotulos) -> bool:
        """Whether a line with these labels may be one of its parts."""
        k = len(self.seccion)
        return propios[:k] == self.seccion and propios[k + 1 :][-len(self.concepto) :] == (
            self.concepto or propios[k + 1 :]
        )


_RATIO = re.compile(
    r"(?<!\d)(?<!\d )%|pct|por ?ciento|porcent(?:aj|ual)|promedio|por cada|crecimiento|\btasa\b"
    r"|(?:salario|sueldo|pensi[oó]n)[ _](?:[\w ]*[ _])?mensual|linea_fuente|\(\w/\w\)|\)/\(",
    re.IGNORECASE,
)
_KEY = re.compile(r"\((\w{1,2})\)")
_FORMULA = re.compile(r"\((\w{1,2})\) ?= ?(\(\w{1,2}\)(?: ?[+-] ?\(\w{1,2}\))+)(?! ?[-+*/×(])")
_TERM = re.compile(r"([+-]?) ?\((\w{1,2})\)")
_MARK = re.compile(r"\(\w{1,2}\)|\b[\da-z]{1,2}/|_[a-z]$")  # (5), 2/ and the _f of total_f
_LETTER = re.compile(r"\([a-z]\)|_[a-z]$")
_WORD = re.compile(r"[^\W\d_]+")
_SUBTOTAL = {"subtotal", "subtotales"}
_TOTAL = {"total", "totales"} | _SUBTOTAL
# What a label may say besides and still be a mere "Total".
_NAMELESS = _TOTAL | {"suma", "gran", "general", "nacional", "anual", "activo", "pasivo"}
_NAMELESS |= {"de", "del", "la", "el", "los", "las", "y"}
_DASHES_OF_LIST = ("-", "–", "•")


class _Eje:
    """The totals among the lines of a table (its rows, or its columns) and the rule of each.

    Parameters
    ----------
    rotulos : labels of each line
    valores : (lines, places)     One figure of each line per place; NaN where there is none.
    uniforme : bool               All lines measure the same thing, so that "Total" is of all of
                                  them: rows do; columns may mix people, wages and money.
    """

    def __init__(
        self, rotulos: Sequence[Rotulos], valores: Vector, limite: float, *, uniforme: bool
    ) -> None:
        self.rotulos, self.valores, self.limite, self.uniforme = rotulos, valores, limite, uniforme
        self.totales = {p: t for p, r in enumerate(rotulos) if (t := _totals_in(r))}
        self.reglas: list[Regla] = []
        self.dudosos: set[int] = set()  # totals that no sum explains
        self._hojas: dict[int, Sumandos] = {}
        self._cortes: set[int] = set()  # totals that cut across the subtotals above them
        # Line -> total that added it up, among the totals over the same concept.
        self._cierres: dict[Rotulos, dict[int, int]] = defaultdict(dict)
        self._desgloses = self._breakdowns()
        # Lines that no total adds up.
        self._fuera = {q for partes in self._desgloses.values() for q in partes}
        self._fuera.update(p for p, r in enumerate(rotulos) if _is_ratio(r))
        claves = _printed_keys(rotulos)
        for p, propios in enumerate(rotulos):
            impresa = _printed_sum(propios, claves)
            if impresa:
                self.reglas.append(Regla(p, impresa, impresa, firme=True))
                self._close(p, (), [q for _, q in impresa])
            elif not np.isnan(valores[p]).all():
                if p in self._desgloses and self._majority(p, self._desgloses[p]):
                    self._add(p, self._desgloses[p])
                for total in self.totales.get(p, ()):
                    self._read(p, total)
        self.dudosos.update(r.posicion for r in self.reglas if not self._comparable(r).any())
        self.reglas = [r for r in self.reglas if self._comparable(r).any()]

    def _read(self, p: int, total: Total) -> None:
        """Choose the parts of a total among those that its place allows."""
        ambito = self._open(p, total)
        desde = [q for q in ambito if q > self._last_total(p, total)]
        corte = min(self._cortes.intersection(ambito), default=None)
        naturales = self._natural_parts(p, total, ambito, desde, corte)
        colas = [ambito[k:] for k in range(1, len(ambito) - 1)]
        otras = self._other_parts(p, total, ambito, colas)
        if not naturales and not otras:
            return
        elegida, firme = self._choose(p, naturales + otras), False
        if elegida is None and naturales:
            aciertos = self._evidence(p, naturales[0])[0]
            # Few places, and a place in the table without doubts (headings of columns may be
            # carried too far to the right), decide by themselves.
            regla = self._rule(p, naturales[0])
            pocos = (self._comparable(regla) & self._telling(regla)).sum() <= 2
            pocos &= self.uniforme or not total.seccion
            firme = total.suelto and self.uniforme and any(self._majority(p, c) for c in colas)
            if firme or (total.suelto and (aciertos or pocos)):
                elegida = naturales[0]
            elif pocos and self.uniforme and self._is_plain(p, total, desde):
                elegida = desde
        if elegida is None:
            self.dudosos.add(p)
            if total.es_subtotal and len(desde) > 1 and self._hojas.keys() >= set(desde):
                self._cortes.add(p)
            return
        self.dudosos.discard(p)
        self._add(p, elegida, firme=firme)
        inicio = elegida[0] if corte is None else ambito[0]
        self._close(p, total.concepto, [*elegida, *(q for q in ambito if q >= inicio)])

    def _natural_parts(
        self, p: int, total: Total, ambito: list[int], desde: list[int], corte: int | None
    ) -> list[list[int]]:
        """What its label says that a total adds up, likeliest first."""
        if total.suelto and not ambito and not self._has_total_below(p, total):
            partes = [self._following(p, total)]
        elif corte is not None and not total.es_subtotal:
            # The subtotals, or what cuts across them: each would add up to the whole.
            partes = [[q for q in ambito if q < corte], [q for q in ambito if q >= corte]]
        else:
            partes = [desde, ambito]
        partes += [[q for q in n if q not in self.dudosos] for n in partes]
        return [n for n in partes if len(n) >= (1 if total.es_subtotal else 2)]

    def _other_parts(
        self, p: int, total: Total, ambito: list[int], colas: list[list[int]]
    ) -> list[list[int]]:
        """Sums that only the figures can confirm: some lines right above, or right below."""
        # "Total" under lines of one kind is of all of them, or it leaves some out by mistake.
        de_todo = total.suelto and self.uniforme
        if de_todo and np.count_nonzero(~np.isnan(self.valores[p])) <= 2:
            return []
        siguientes = self._following(p, total)
        # Two totals in a row may share their parts ("with" and "without").
        hermanas = self._open(p, total, p - 1) if p - 1 in self.totales else []
        partes = [
            *([] if de_todo else colas),
            *(siguientes[:k] for k in range(len(siguientes), 1, -1)),
            *(hermanas[k:] for k in range(len(hermanas) - 1)),
        ]
        subtotales = self._hojas.keys() & set(ambito) if total.suelto else set()
        return [c for c in partes if subtotales <= set(c)]

    def _open(self, p: int, total: Total, antes: int | None = None) -> list[int]:
        """Lines above a total that no total (none `antes` of another) has added up."""
        cierres = self._cierres[total.concepto]
        hasta = p if antes is None else antes
        return [
            q
            for q in range(hasta)
            if total.covers(self.rotulos[q]) and cierres.get(q, p) >= hasta and q not in self._fuera
        ]

    def _add(self, p: int, partes: list[int], *, firme: bool = False) -> None:
        regla = self._rule(p, partes)._replace(firme=firme)
        self.reglas.append(regla)
        self._hojas.setdefault(p, regla.hojas)

    def _rule(self, p: int, partes: list[int]) -> Regla:
        hojas = tuple(h for q in partes for h in self._hojas.get(q, ((1, q),)))
        return Regla(p, tuple((1, q) for q in partes), hojas)

    def _close(self, p: int, concepto: Rotulos, partes: list[int]) -> None:
        for q in partes:
            self._cierres[concepto].setdefault(q, p)

    def _last_total(self, p: int, total: Total) -> int:
        """The total at the same level that bounds this one; no subtotal bounds a total."""
        return max(
            (
                q
                for q, otros in self.totales.items()
                for t in otros
                if q < p
                and (t.seccion, t.concepto) == (total.seccion, total.concepto)
                and (total.es_subtotal or not t.es_subtotal)
            ),
            default=-1,
        )

    def _following(self, p: int, total: Total) -> list[int]:
        siguientes: list[int] = []
        for q in range(p + 1, len(self.rotulos)):
            if q in self.totales or not total.covers(self.rotulos[q]):
                break
            if q not in self._fuera and q not in self._cierres[total.concepto]:
                siguientes.append(q)
        return siguientes

    def _has_total_below(self, p: int, total: Total) -> bool:
        return any(q > p and total.covers(self.rotulos[q]) for q in self.totales)

    def _is_plain(self, p: int, total: Total, desde: list[int]) -> bool:
        """Two lines or more of its own above it, and no other total right below."""
        siguiente = self.totales.get(p + 1, ())
        return (
            len(desde) > 1
            and not any(q in self.totales for q in desde)
            and not any(t.es_subtotal == total.es_subtotal for t in siguiente)
        )

    def _breakdowns(self) -> dict[int, list[int]]:
        """Lines that begin with a dash, by the line that they open up."""
        desgloses: dict[int, list[int]] = {}
        cabeza = None
        for p, propios in enumerate(self.rotulos):
            if propios and propios[-1].startswith(_DASHES_OF_LIST):
                if cabeza is not None:
                    desgloses.setdefault(cabeza, []).append(p)
            elif p in self.totales or np.isnan(self.valores[p]).all():
                cabeza = None  # a heading without figures: its lines are parts like any other
            else:
                cabeza = p
        return desgloses

    def _choose(self, p: int, opciones: list[list[int]]) -> list[int] | None:
        for partes in opciones:
            if self._majority(p, partes):
                return partes
        for partes in opciones:
            if self._evidence(p, partes) == (1, 2):
                return partes
        return None

    def _majority(self, p: int, partes: list[int]) -> bool:
        aciertos, lugares = self._evidence(p, partes)
        return 2 * aciertos > lugares

    def _evidence(self, p: int, partes: list[int]) -> tuple[int, int]:
        """Places where the sum holds, and places where it says something."""
        regla = self._rule(p, partes)
        dice = self._telling(regla)
        return int((self._compare(regla)[1] & dice).sum()), int(dice.sum())

    def _telling(self, regla: Regla) -> Any:
        """Places with a sum and a print that are not 0 = 0 + 0."""
        impreso, suma = self.valores[regla.posicion], self._sum(regla.partes)
        hay = ~np.isnan(impreso) & ~np.isnan(suma)
        return hay & (np.fmax(abs(impreso), abs(suma)) > self.limite)

    def _compare(self, regla: Regla) -> tuple[Vector, Any]:
        """The sum in each place, and whether the print agrees with it."""
        impreso = self.valores[regla.posicion]
        suma, abierta = self._sum(regla.partes), self._sum(regla.hojas)
        cuadra = abs(impreso - suma) <= self.limite
        cuadra |= abs(impreso - abierta) <= self.limite
        # Opened up the sum carries less rounding, but also the errors of its subtotals.
        return np.where(abs(suma - abierta) <= self.limite, abierta, suma), cuadra

    def _comparable(self, regla: Regla) -> Any:
        """Places with a sum and a print of it.

        Where several prints fall among their parts the figures are wages or ages, and the print
        their average, although no label says so.
        """
        impreso = self.valores[regla.posicion]
        hay = ~np.isnan(impreso) & ~np.isnan(self._sum(regla.partes))
        if not regla.firme:
            bloque = self.valores[[q for _, q in regla.partes]]
            menor = np.where(np.isnan(bloque), np.inf, bloque).min(axis=0)
            mayor = np.where(np.isnan(bloque), -np.inf, bloque).max(axis=0)
            medias = hay & (menor > 0) & (menor < impreso) & (impreso < mayor)
            if np.count_nonzero(medias) > 1:
                hay &= ~medias
        return hay

    def _sum(self, sumandos: Sumandos) -> Vector:
        signos = np.array([[s] for s, _ in sumandos])
        bloque = self.valores[[q for _, q in sumandos]] * signos
        return np.where(np.isnan(bloque).all(axis=0), np.nan, np.nansum(bloque, axis=0))

    def failures(self) -> list[tuple[int, int, float, float]]:
        """Place, position of the total, sum and print of each sum that fails, by place."""
        fallas: dict[tuple[int, int], tuple[float, float]] = {}
        for regla in self.reglas:
            impreso = self.valores[regla.posicion]
            suma, cuadra = self._compare(regla)
            for k in np.flatnonzero(self._comparable(regla) & ~cuadra):
                fallas.setdefault((int(k), regla.posicion), (float(suma[k]), float(impreso[k])))
        return [(k, p, *cifras) for (k, p), cifras in sorted(fallas.items())]


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
    """The sum that a label prints; None if it prints none or its parts are elsewhere."""
    for k, texto in enumerate(propios):
        formula = _FORMULA.search(texto)
        if formula:
            donde = [
                (-1 if signo == "-" else 1, claves.get((clave, propios[k + 1 :]), -1))
                for signo, clave in _TERM.findall(formula[2])
            ]
            return tuple(donde) if all(q >= 0 for _, q in donde) else None
    return None


def _totals_in(propios: Rotulos) -> tuple[Total, ...]:
    """Every reading of the labels of a line as a total, the innermost first."""
    totales = []
    for k in range(len(propios) - 1, -1, -1):
        palabras = _words(propios[k])
        es_suma = palabras[:1] == ["suma"] and palabras[1:2] not in (["asegurada"], ["aseguradas"])
        if es_suma or _TOTAL.intersection(palabras):
            seccion = set(_words(propios[k - 1])) if k else set()
            totales.append(
                Total(
                    propios[:k],
                    propios[k + 1 :],
                    bool(_SUBTOTAL.intersection(palabras)),
                    # Lettered lines are of a projection, which mixes people, wages and money.
                    not set(palabras) - seccion - _NAMELESS and not _LETTER.search(propios[k]),
                )
            )
    return tuple(totales)


def _words(texto: str) -> list[str]:
    sin_marcas = _MARK.sub(" ", texto.lower()).replace("_", " ")
    return _WORD.findall(re.sub(r"\bsub[ -]total", "subtotal", sin_marcas))


def _is_ratio(rotulos: Rotulos) -> bool:
    return any(_RATIO.search(r) for r in rotulos)


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
            "tabla",
            Descripcion(f"{len(filas)} {'renglón' if len(filas) == 1 else 'renglones'}"),
            "al menos dos renglones con datos",
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
    """The labels of a line; one that repeats the one before it (a merged cell) counts once."""
    textos = [_text(c) for c in celdas if not _blank(c)]
    return tuple(t for t, anterior in zip(textos, [None, *textos], strict=False) if t != anterior)


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
