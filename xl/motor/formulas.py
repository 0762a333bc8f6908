"""Formulas as text: what they read, and the text that the evaluator can take.

The evaluator (formualizer) sees one formula at a time. Names and table references are replaced by
the cells they stand for, sheets by safe aliases, and the omitted arguments of our functions by a
marker: the evaluator would hand them over as 0, and for `crecimiento_perpetuo` a silent 0 is a
wrong figure.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Set
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

import formualizer as fz

from xl.motor.valores import (
    MAX_COLUMNS,
    MAX_ROWS,
    columna_a_numero,
    numero_a_columna,
)

if TYPE_CHECKING:
    from xl.motor.libro import Libro, Tabla

OMITIDO = "\ue000omitido"
"""What an omitted argument of one of our functions becomes on its way through the evaluator."""

TOPE = "FZ_TOPE"
"""Function of the evaluator that sees the height or width of an OFFSET; see `Medida`."""

PREFIJO_PROPIA = "FN_"
"""Our functions carry this in the evaluator, so that none can hide a function of Excel."""

VOLATILES = frozenset({"NOW", "TODAY"})

# The result of these depends on something that the evaluator does not see: the formulas of other
# cells (constants here), hidden rows, the place of a reference worked out on the fly, chance.
_NOT_EVALUATED = frozenset(
    {
        "AGGREGATE",
        "BYCOL",
        "BYROW",
        "CELL",
        "FORMULATEXT",
        "INFO",
        "ISFORMULA",
        "LAMBDA",
        "MAKEARRAY",
        "MAP",
        "RAND",
        "RANDARRAY",
        "RANDBETWEEN",
        "REDUCE",
        "SCAN",
        "SHEET",
        "SHEETS",
        "SUBTOTAL",
    }
)
_ALWAYS_VOLATILE = VOLATILES | {"RAND", "RANDARRAY", "RANDBETWEEN", "CELL", "INFO"}
# Functions of Excel that work on whole arrays even in an ordinary formula.
_TAKE_ARRAYS = frozenset({"LOOKUP", "MMULT", "SUMPRODUCT"})

_CELL = r"(\$?)([A-Za-z]{1,3})(\$?)([0-9]{1,7})"
_CELL_OR_RANGE = re.compile(rf"{_CELL}(?::{_CELL})?\Z")
_COLUMNS = re.compile(r"(\$?)([A-Za-z]{1,3}):(\$?)([A-Za-z]{1,3})\Z")
_ROWS = re.compile(r"(\$?)([0-9]{1,7}):(\$?)([0-9]{1,7})\Z")
_FUTURE = re.compile(r"^(?:_xlfn\.|_xlws\.|_xludf\.)+", re.IGNORECASE)
_FUTURE_ANYWHERE = re.compile(r"(?<![\w.])(?:_xlfn\.|_xlws\.|_xlpm\.)+", re.IGNORECASE)
_BROKEN = re.compile(r"(?:'(?:[^']|'')*'|[\w.]+)!#REF!")
_ITEM = re.compile(r"\[((?:[^\[\]']|'.)*)\]")


@dataclass(frozen=True)
class Rango:
    """A block of cells of one sheet, by the index of the sheet."""

    hoja: int
    f1: int
    c1: int
    f2: int
    c2: int

    @property
    def varias(self) -> bool:
        """Whether there is more than one cell."""
        return (self.f1, self.c1) != (self.f2, self.c2)


@dataclass
class Medida:
    """Height (or width) of an OFFSET that changes the size of its range, not its place.

    Attributes
    ----------
    base : Rango
        Range whose size changes; its cells are known to be read.
    vertical : bool
        Whether it is the height.
    abierta : bool
        Whether the other side changes too.
    """

    base: Rango
    vertical: bool
    abierta: bool = False

    def sobrante(self, size: int) -> Rango | None:
        """Cells beyond the base that the range takes with this size; None if it stays inside."""
        b = self.base
        first, last = (b.f1, b.f2) if self.vertical else (b.c1, b.c2)
        if 0 <= size <= last - first + 1:
            return None
        low, high = (last + 1, first + size - 1) if size > 0 else (first + size + 1, first - 1)
        if self.vertical:
            return Rango(b.hoja, low, b.c1, high, MAX_COLUMNS if self.abierta else b.c2)
        return Rango(b.hoja, b.f1, low, MAX_ROWS if self.abierta else b.f2, high)


@dataclass
class Analisis:
    """What a formula reads and how to evaluate it.

    Attributes
    ----------
    texto : str
        Formula for the evaluator, without "=".
    rangos : list of Rango
        Cells it reads.
    propias : set of str
        Our functions in it.
    volatil : bool
        Whether its result changes by itself (TODAY, RAND).
    movil : bool
        Whether it may read cells that its text does not name (OFFSET, INDIRECT, other workbooks).
    motivo : str
        Why it cannot be evaluated, in Spanish; "" if it can.
    anclas : bool
        Whether the text depends on the present size of a dynamic array.
    medidas : list of Medida
        Sizes of OFFSET that are known only when the formula is evaluated.
    raiz_propia : bool
        Whether the whole formula is a call of one of our functions.
    """

    texto: str = ""
    rangos: list[Rango] = field(default_factory=list)
    propias: set[str] = field(default_factory=set)
    volatil: bool = False
    movil: bool = False
    motivo: str = ""
    anclas: bool = False
    medidas: list[Medida] = field(default_factory=list)
    raiz_propia: bool = False


def alias_de_hoja(indice: int) -> str:
    """Name of a sheet in the evaluator."""
    return f"hoja_{indice}"


def trasladar(formula: str, filas: int, columnas: int) -> str:
    """Move the relative references of a formula, as when it is filled down or right.

    Parameters
    ----------
    formula : str
        Text without "=".
    filas, columnas : int
        Rows down and columns right.

    Returns
    -------
    str
        Text without "="; empty if the formula cannot be taken apart.
    """
    return "".join(
        _move(value, filas, columnas) if kind == "Operand" and subtype == "Range" else value
        for kind, value, subtype in separar(formula)
    )


def separar(formula: str) -> list[tuple[str, str, str]]:
    """Kind, text and subtype of each token; empty if the formula cannot be taken apart."""
    # The tokenizer drops the sheet of a broken reference (Hoja!#REF!), which says nothing more.
    for text in (formula, _BROKEN.sub("#REF!", formula)):
        try:
            found = [
                (str(t.token_type), t.value, str(t.subtype))
                for t in fz.tokenize(f"={text}")
                if t is not None
            ]
        except Exception:
            return []
        if "".join(value for _, value, _ in found) == text:
            return found
    return []


def _move(operand: str, filas: int, columnas: int) -> str:
    sheet, ref = separar_hoja(operand)
    prefix = operand[: len(operand) - len(ref)] if sheet is not None else ""

    def row(absolute: str, text: str) -> str:
        return f"${text}" if absolute else str(_wrap(int(text) + filas, MAX_ROWS))

    def column(absolute: str, text: str) -> str:
        if absolute:
            return f"${text}"
        return numero_a_columna(_wrap(columna_a_numero(text) + columnas, MAX_COLUMNS))

    if m := _CELL_OR_RANGE.match(ref):
        moved = column(m[1], m[2]) + row(m[3], m[4])
        if m[6]:
            moved += ":" + column(m[5], m[6]) + row(m[7], m[8])
        return prefix + moved
    if m := _COLUMNS.match(ref):
        return f"{prefix}{column(m[1], m[2])}:{column(m[3], m[4])}"
    if m := _ROWS.match(ref):
        return f"{prefix}{row(m[1], m[2])}:{row(m[3], m[4])}"
    return operand


def _wrap(number: int, limit: int) -> int:
    # As Excel does: past the edge of the sheet a shared reference goes on from the other side.
    return (number - 1) % limit + 1


def separar_hoja(operand: str) -> tuple[str | None, str]:
    """Split a reference into sheet and rest: ``'Año 2'!A1`` -> (``Año 2``, ``A1``)."""
    if operand.startswith("'"):
        end = 1
        while (end := operand.find("'", end)) >= 0:
            if operand[end : end + 2] == "''":
                end += 2
                continue
            if operand[end + 1 : end + 2] == "!":
                return operand[1:end].replace("''", "'"), operand[end + 2 :]
            break
        return None, operand
    sheet, bang, rest = operand.rpartition("!")
    return (sheet, rest) if bang and not rest.startswith("[") else (None, operand)


def citar_hoja(hoja: str, libro: str = "") -> str:
    """Sheet as it stands before the "!" of a reference: ``Primas``, ``'Año 2'``, ``[a.xlsx]H``."""
    place = f"[{libro}]{hoja}" if libro else hoja
    if re.fullmatch(r"(?:\[[\w.]+\])?[^\W\d][\w.]*", place):
        return place
    quoted = place.replace("'", "''")
    return f"'{quoted}'"


def leer_referencia(ref: str) -> tuple[int, int, int, int] | None:
    """Cells of an A1 reference without sheet: a cell, a block, whole columns or whole rows."""
    if m := _CELL_OR_RANGE.match(ref):
        f1, c1 = int(m[4]), columna_a_numero(m[2])
        f2, c2 = (int(m[8]), columna_a_numero(m[6])) if m[6] else (f1, c1)
    elif m := _COLUMNS.match(ref):
        f1, f2 = 1, MAX_ROWS
        c1, c2 = columna_a_numero(m[2]), columna_a_numero(m[4])
    elif m := _ROWS.match(ref):
        c1, c2 = 1, MAX_COLUMNS
        f1, f2 = int(m[2]), int(m[4])
    else:
        return None
    if not (min(f1, f2) > 0 and max(f1, f2) <= MAX_ROWS and max(c1, c2) <= MAX_COLUMNS):
        return None
    return min(f1, f2), min(c1, c2), max(f1, f2), max(c1, c2)


def para_mostrar(formula: str) -> str:
    """Formula as Excel shows it: without the prefixes that the file puts on newer functions."""
    return _FUTURE_ANYWHERE.sub("", formula) if "_xl" in formula.lower() else formula


@cache
def _known(function: str) -> bool:
    """Whether the evaluator has a function: it answers #NAME? to a call of one it has not."""
    book = fz.Workbook()
    book.add_sheet("S")
    try:
        book.set_formula("S", 1, 1, f"={function}()")
        result = book.evaluate_cell("S", 1, 1)
    except Exception:
        return False
    return not (isinstance(result, dict) and result.get("kind") == "Name")


def funcion_propia(function: str, propias: Set[str]) -> str | None:
    """Name of our function behind a call as a file writes it; None if it is not one of `propias`.

    Office.js add-ins have a namespace: ``IMSS.NAME`` as it is typed, ``_xldudf_IMSS_NAME`` in the
    file. That of another add-in is not ours.
    """
    name = _FUTURE.sub("", function).rpartition("!")[2].upper()
    for prefijo in ("_XLDUDF_IMSS_", "IMSS."):
        name = name.removeprefix(prefijo)
    return name if name in propias else None


class Analizador:
    """Reads the formulas of one workbook.

    Parameters
    ----------
    libro : Libro
        Workbook, for its sheets, names and tables.
    propias : set of str
        Names of our functions, in upper case.
    ancla : callable
        (sheet, row, column) of the anchor of a dynamic array -> its present cells, or None.
    """

    def __init__(
        self,
        libro: Libro,
        propias: Set[str],
        ancla: Callable[[int, int, int], tuple[int, int, int, int] | None],
    ) -> None:
        self._libro = libro
        self._propias = propias
        self._ancla = ancla
        self._cache: dict[tuple[int, str, bool, int], Analisis] = {}

    def analizar(self, formula: str, hoja: int, fila: int, *, matriz: bool) -> Analisis:
        """Analyse a formula as it stands in a row of a sheet.

        Parameters
        ----------
        formula : str
            Text of the file, without "=".
        hoja : int
            Index of the sheet.
        fila : int
            Row, for references to "this row" of a table.
        matriz : bool
            Whether it is an array formula; in an ordinary one Excel takes one cell of a range.
        """
        key = (hoja, formula, matriz, fila if "[" in formula else 0)
        analisis = self._cache.get(key)
        if analisis is None:
            analisis = _Walk(self, hoja, fila, matriz).run(formula)
            if not analisis.anclas:
                self._cache[key] = analisis
        return analisis

    def olvidar(self) -> None:
        """Forget the analyses; to be called when names or tables change."""
        self._cache.clear()

    def nombre_propio(self, function: str) -> str | None:
        """Name of our function behind a call as the file writes it; None if it is not ours."""
        return funcion_propia(function, self._propias)


@dataclass
class _Frame:
    """An open parenthesis, function or constant array."""

    kind: str
    name: str = ""
    empty: bool = True
    arguments: int = 0
    closing: str = ")"
    base: Rango | None = None
    start: int = 0


class _Walk:
    """One pass over the tokens of a formula."""

    def __init__(self, analizador: Analizador, hoja: int, fila: int, matriz: bool) -> None:
        self.an = analizador
        self.hoja = hoja
        self.fila = fila
        self.matriz = matriz
        self.result = Analisis()
        self.out: list[str] = []
        self.frames: list[_Frame] = []
        self.depth = 0

    def run(self, formula: str) -> Analisis:
        self._walk(formula)
        self.result.texto = "".join(self.out)
        return self.result

    def _fail(self, motivo: str) -> None:
        self.result.motivo = self.result.motivo or motivo

    def _walk(self, formula: str) -> None:
        tokens = separar(formula)
        if not tokens:
            self._fail("no se entiende la fórmula")
            self.result.movil = True
            return
        solid = [t for t in tokens if t[0] != "Whitespace"]
        if self.depth == 0:
            self.result.raiz_propia = self._root_is_ours(solid)
        at = 0
        position = 0
        while at < len(tokens):
            kind, value, subtype = tokens[at]
            if kind == "Whitespace":
                self.out.append(value)
                at += 1
                continue
            if kind == "Func" and subtype == "Open":
                skipped = self._open_function(value[:-1], solid, position)
                if skipped:
                    # The spill operator: its argument has been taken with it.
                    while skipped:
                        skipped -= tokens[at][0] != "Whitespace"
                        position += tokens[at][0] != "Whitespace"
                        at += 1
                    continue
            elif kind in ("Func", "Paren", "Array") and subtype == "Close":
                self._close()
            elif kind in ("Paren", "Array"):
                self._touch()
                self.frames.append(_Frame(kind.lower(), closing=value))
                self.frames[-1].closing = "}" if value == "{" else ")"
                self.out.append(value)
            elif kind == "Sep":
                self._separator(value)
            elif kind == "Operand" and subtype == "Range":
                self._touch()
                self._operand(value, solid, position)
            else:
                self._touch()
                if kind == "OpInfix" and value == ":":
                    self._range_operator(solid, position)
                elif kind == "OpInfix" and value in (",", " "):
                    self._fail("una unión o intersección de rangos")
                elif (kind == "OpPostfix" and value == "#") or value == "@":
                    self._fail("una referencia a una matriz desbordada")
                    self.result.movil = True
                self.out.append(value)
            at += 1
            position += 1

    def _range_operator(self, solid: list[tuple[str, str, str]], at: int) -> None:
        """``A1:INDEX(A:A,n)``: it reads no more than the block that holds all the references."""
        left = self._side(solid, at, -1)
        right = self._side(solid, at, 1)
        cells = [c for c in (left, right) if c is not None]
        if len(cells) < 2 or cells[0].hoja != cells[1].hoja:
            self._fail("una referencia calculada")
            self.result.movil = True
            return
        a, b = cells
        self.result.rangos.append(
            Rango(a.hoja, min(a.f1, b.f1), min(a.c1, b.c1), max(a.f2, b.f2), max(a.c2, b.c2))
        )

    def _side(self, solid: list[tuple[str, str, str]], at: int, step: int) -> Rango | None:
        """Cells that one side of the range operator can reach: a reference, or INDEX of one."""
        place = at + step
        if not 0 <= place < len(solid):
            return None
        if step < 0 and solid[place][2] == "Close":
            level = 0
            while place >= 0:
                level += {"Close": 1, "Open": -1}.get(solid[place][2], 0)
                if level == 0:
                    break
                place -= 1
        kind, value, subtype = solid[place]
        if subtype == "Range":
            return self._resolve(value)
        if kind == "Func" and value.upper() == "INDEX(" and solid[place + 1][2] == "Range":
            return self._resolve(solid[place + 1][1])
        return None

    def _root_is_ours(self, tokens: list[tuple[str, str, str]]) -> bool:
        if tokens[0][0] != "Func" or not self.an.nombre_propio(tokens[0][1][:-1]):
            return False
        level = 0
        for i, (kind, _, subtype) in enumerate(tokens):
            if kind in ("Func", "Paren", "Array"):
                level += 1 if subtype == "Open" else -1
            if level == 0:
                return i == len(tokens) - 1
        return False

    def _touch(self) -> None:
        if self.frames:
            self.frames[-1].empty = False

    def _open_function(self, written: str, solid: list[tuple[str, str, str]], at: int) -> int:
        """Begin a function; returns how many tokens were taken whole (0 if only the name)."""
        self._touch()
        ours = self.an.nombre_propio(written)
        name = _FUTURE.sub("", written).upper()
        if ours:
            self.result.propias.add(ours)
            self.frames.append(_Frame("propia", ours))
            self.out.append(f"{PREFIJO_PROPIA}{ours}(")
            return 0
        if name == "ANCHORARRAY":
            return self._spill_reference(solid, at)
        if name == "SINGLE":
            # The "@" of a call of ours: the first value of the result.
            inner = solid[at + 1] if at + 1 < len(solid) else ("", "", "")
            if inner[0] != "Func" or not self.an.nombre_propio(inner[1][:-1]):
                self._fail("el operador @")
            self.frames.append(_Frame("funcion", "SINGLE", closing=",1,1)"))
            self.out.append("INDEX(")
            return 0
        if "!" in name:
            self._fail("una función de otro libro")
            self.result.movil = True
        elif name == "OFFSET" and (base := self._fixed_base(solid, at)) is not None:
            self.frames.append(_Frame("offset", name, base=base))
            self.out.append("OFFSET(")
            return 0
        elif name in ("INDIRECT", "OFFSET"):
            self._fail(f"la función {name}")
            self.result.movil = True
        elif name in _NOT_EVALUATED or not _known(name):
            self._fail(f"la función {name}")
        self.result.volatil = self.result.volatil or name in _ALWAYS_VOLATILE
        self.frames.append(_Frame("funcion", name))
        self.out.append(f"{name}(")
        return 0

    def _spill_reference(self, solid: list[tuple[str, str, str]], at: int) -> int:
        self.result.anclas = True
        operand = solid[at + 1] if at + 2 < len(solid) else ("", "", "")
        if operand[2] != "Range" or solid[at + 2][2] != "Close":
            self._fail("una referencia a una matriz desbordada")
            self.result.movil = True
            self.frames.append(_Frame("funcion", "ANCHORARRAY"))
            self.out.append("ANCHORARRAY(")
            return 0
        rango = self._resolve(operand[1])
        cells = None
        if rango is not None and not rango.varias:
            cells = self.an._ancla(rango.hoja, rango.f1, rango.c1)
            self.result.rangos.append(rango)
        if rango is None or cells is None:
            self._fail("una referencia a una matriz desbordada")
            self.out.append("#REF!")
        else:
            self._read(Rango(rango.hoja, *cells))
        return 3

    def _close(self) -> None:
        frame = self.frames.pop() if self.frames else _Frame("paren")
        if frame.kind == "propia" and frame.empty and frame.arguments:
            self.out.append(f'"{OMITIDO}"')
        elif frame.kind == "offset":
            self._bound_argument(frame)
        self.out.append(frame.closing)

    def _separator(self, value: str) -> None:
        frame = self.frames[-1] if self.frames else None
        if frame is not None and frame.kind == "propia":
            if frame.empty:
                self.out.append(f'"{OMITIDO}"')
        elif frame is not None and frame.kind == "offset":
            self._bound_argument(frame)
        self.out.append(value)
        if frame is not None:
            frame.empty = True
            frame.arguments += 1
            frame.start = len(self.out)

    def _fixed_base(self, solid: list[tuple[str, str, str]], at: int) -> Rango | None:
        """Base of an OFFSET that does not move it, only changes its size: OFFSET(base,0,0,n)."""
        rest = solid[at + 1 :]
        if len(rest) < 2 or rest[0][2] != "Range" or rest[1][0] != "Sep":
            return None
        base = self._resolve(rest[0][1])
        rest = rest[2:]
        for ending in (("Sep",), ("Sep", "Func")):
            if rest and rest[0][1] == "0":
                rest = rest[1:]
            if not rest or rest[0][0] not in ending:
                return None
            rest = rest[1:]
        return base

    def _bound_argument(self, frame: _Frame) -> None:
        """Pass the height or width of an OFFSET through the evaluator's `TOPE`."""
        base = frame.base
        assert base is not None
        if frame.arguments not in (3, 4):
            return
        if frame.empty:
            size = base.f2 - base.f1 + 1 if frame.arguments == 3 else base.c2 - base.c1 + 1
            self.out.append(str(size))
            return
        medidas = self.result.medidas
        self.out.insert(frame.start, f"{TOPE}(")
        self.out.append(f",{len(medidas)})")
        vertical = frame.arguments == 3
        medidas.append(Medida(base, vertical))
        if not vertical and len(medidas) > 1 and medidas[-2].base is base:
            medidas[-1].abierta = medidas[-2].abierta = True

    def _operand(self, operand: str, solid: list[tuple[str, str, str]], at: int) -> None:
        rango = self._resolve(operand)
        if rango is not None:
            self._check_intersection(rango, solid, at)
            self._read(rango)
            return
        sheet, rest = separar_hoja(operand)
        if "[" in operand:
            # Links to other workbooks have their index before the sheet: [1]Hoja!A1.
            external = operand.startswith(("[", "'")) or "!" in operand
            self._fail("un vínculo a otro libro" if external else f"la tabla en «{operand}»")
            self.result.movil = self.result.movil or not external
            self.out.append("#REF!")
        elif sheet is not None and ":" in sheet:
            self._fail("una referencia a varias hojas")
            self.result.movil = True
            self.out.append("#REF!")
        elif sheet is None and any(f.name in ("LET", "LAMBDA") for f in self.frames):
            self.out.append(operand)
        elif not self._name(sheet, rest):
            self._fail(f"«{operand}», que no existe")
            self.out.append("#REF!")

    def _name(self, sheet: str | None, name: str) -> bool:
        """Put the definition of a name in its place; False if there is no such name."""
        libro = self.an._libro
        scope = self.hoja
        if sheet is not None:
            found = libro.buscar_hoja(sheet)
            if found is None:
                return False
            scope = found.indice
        defined = libro.buscar_nombre(name, scope)
        if defined is None:
            return False
        if self.depth > 20:
            self._fail("nombres definidos en círculo")
            return True
        if _relative(defined.refiere):
            self._fail(f"el nombre relativo «{name}»")
            self.result.movil = True
            self.out.append("#REF!")
            return True
        frames, self.frames = self.frames, []
        self.depth += 1
        self.out.append("(")
        self._walk(defined.refiere)
        self.out.append(")")
        self.depth -= 1
        self.frames = frames
        return True

    def _resolve(self, operand: str) -> Rango | None:
        """Cells of a reference, a name that is one, or a table reference; None otherwise."""
        libro = self.an._libro
        if "[" in operand:
            return self._table(operand)
        sheet, ref = separar_hoja(operand)
        index = self.hoja
        if sheet is not None:
            found = libro.buscar_hoja(sheet)
            if found is None:
                return None
            index = found.indice
        cells = leer_referencia(ref)
        if cells is not None:
            return Rango(index, *cells)
        defined = libro.buscar_nombre(ref, index)
        if defined is not None:
            sheet, target = separar_hoja(defined.refiere)
            found = libro.buscar_hoja(sheet) if sheet is not None else None
            cells = leer_referencia(target) if not _relative(defined.refiere) else None
            return Rango(found.indice, *cells) if found is not None and cells else None
        return self._table(operand)

    def _table(self, operand: str) -> Rango | None:
        name, bracket, rest = operand.partition("[")
        for hoja, tabla in self.an._libro.tablas():
            if tabla.nombre.casefold() == name.casefold():
                cells = _table_cells(tabla, bracket + rest, self.fila)
                return Rango(hoja.indice, *cells) if cells else None
        return None

    def _check_intersection(self, rango: Rango, solid: list[tuple[str, str, str]], at: int) -> None:
        """An operator on a range takes one cell of it unless the formula is an array formula."""
        if self.matriz or not rango.varias or any(f.name in _TAKE_ARRAYS for f in self.frames):
            return
        before = solid[at - 1] if at else ("", "", "")
        after = solid[at + 1] if at + 1 < len(solid) else ("", "", "")
        operators = ("OpInfix", "OpPrefix", "OpPostfix")
        beside = any(t[0] in operators and t[1] not in (":", ",", " ") for t in (before, after))
        if beside or (not self.frames and not self.depth):
            self._fail("una operación con un rango sin ser fórmula de matriz")

    def _read(self, rango: Rango) -> None:
        self.result.rangos.append(rango)
        first = f"${numero_a_columna(rango.c1)}${rango.f1}"
        last = f"${numero_a_columna(rango.c2)}${rango.f2}" if rango.varias else ""
        ref = f"{first}:{last}" if last else first
        self.out.append(f"{alias_de_hoja(rango.hoja)}!{ref}")


def _relative(definition: str) -> bool:
    """Whether a name has references without $, which move with the cell that uses it."""
    for kind, value, subtype in separar(definition):
        if kind == "Operand" and subtype == "Range":
            m = _CELL_OR_RANGE.match(separar_hoja(value)[1])
            if m and not (m[1] and m[3] and (not m[6] or (m[5] and m[7]))):
                return True
    return False


def _table_cells(tabla: Tabla, spec: str, fila: int) -> tuple[int, int, int, int] | None:
    """Cells of a structured reference such as ``[[#Data],[a]:[b]]``; None if there are none."""
    f1, c1, f2, c2 = tabla.rango
    rows = tabla.cuerpo
    if spec in ("", "[]"):
        return rows
    inner = spec[1:-1]
    items = _ITEM.findall(inner) if inner.startswith("[") else [inner]
    columns = []
    areas = []
    for item in items:
        name = re.sub(r"'(.)", r"\1", item)
        if item.startswith("#"):
            areas.append(name.lower())
        elif item == "@" or item.startswith("@"):
            areas.append("#this row")
            if item[1:]:
                columns.append(name[1:])
        else:
            columns.append(name)
    folded = [c.casefold() for c in tabla.columnas]
    try:
        places = [c1 + folded.index(c.casefold()) for c in columns]
    except ValueError:
        return None
    left, right = (min(places), max(places)) if places else (c1, c2)
    top, bottom = rows[0::2] if rows else (f1 + 1, f1)
    if "#all" in areas:
        top, bottom = f1, f2
    elif "#this row" in areas:
        if not top <= fila <= bottom:
            return None
        top = bottom = fila
    elif "#headers" in areas:
        if not tabla.encabezado:
            return None
        top, bottom = f1, (bottom if "#data" in areas else f1)
    elif "#totals" in areas:
        if not tabla.totales:
            return None
        top, bottom = (top if "#data" in areas else f2), f2
    if top > bottom:
        return None
    return top, left, bottom, right
