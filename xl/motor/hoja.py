"""One sheet part: where each cell is in the bytes, and rewriting of only the cells that change.

The part is read once with the standard XML parser, which tells the byte where every cell begins
and ends. Writing copies the original bytes and replaces those of the cells that changed, so
everything else in the sheet (formats, validations, drawings, extensions of any program) stays as
it was, byte for byte.
"""

from __future__ import annotations

import codecs
import datetime as dt
import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING
from xml.parsers import expat
from xml.sax.saxutils import escape, quoteattr

from pymodel.errores import DatoInvalido
from xl.motor.valores import (
    MAX_COLUMNS,
    MAX_ROWS,
    ErrorCelda,
    Valor,
    celda_a1,
    fecha_a_serie,
    leer_celda_a1,
    leer_rango_a1,
    numero_a_archivo,
    rango_a1,
    texto_a_archivo,
    texto_de_archivo,
)

if TYPE_CHECKING:
    from xl.motor.paquete import Paquete

_FORMULA = re.compile(rb"<(?:[\w.-]+:)?f[\s/>]")
_TAG = re.compile(rb"<(?:\"[^\"]*\"|'[^']*'|[^>\"'])*>")
_MAX_ARRAY = 4 * MAX_ROWS
_DECLARATION = re.compile(rb"^(?:\xef\xbb\xbf)?<\?xml[^>]*?encoding\s*=\s*[\"']([\w.-]+)[\"']")


# Most cells have no attributes but their place, type and format; they share this one.
_NONE: dict[str, str] = {}


class Celda:
    """A cell of the file.

    Attributes
    ----------
    fila, columna : int
        Place, from 1.
    tipo : str
        Attribute ``t`` of the file: n, s, str, inlineStr, b, e, d.
    crudo : str or None
        Text of the value in the file; None when there is no value.
    estilo : int
        Index of the cell format.
    formula : str or None
        Text of the formula, without "="; "" for a cell that shares another cell's formula.
    f_attrs : dict
        Attributes of the formula (t, ref, si, ...).
    """

    __slots__ = (
        "_otros",
        "columna",
        "crudo",
        "estilo",
        "f_attrs",
        "f_bytes",
        "fila",
        "fin",
        "formula",
        "ini",
        "modificada",
        "resto",
        "tipo",
        "v_bytes",
    )

    def __init__(self, fila: int, columna: int) -> None:
        self.fila = fila
        self.columna = columna
        self.tipo = "n"
        self.crudo: str | None = None
        self.estilo = 0
        self.formula: str | None = None
        self.f_attrs = _NONE
        self.f_bytes: bytes | None = None
        self.v_bytes: bytes | None = None
        self.resto = b""
        self._otros = _NONE
        self.ini = self.fin = -1
        self.modificada = False

    @property
    def a1(self) -> str:
        """Address, such as ``C2``."""
        return celda_a1(self.fila, self.columna)

    @property
    def dinamica(self) -> bool:
        """Whether the cell is the anchor of a dynamic array."""
        return "cm" in self._otros and self.f_attrs.get("t") == "array"

    @property
    def rango_matriz(self) -> tuple[int, int, int, int] | None:
        """Cells of the array formula (or data table) anchored here; None for other cells."""
        if self.formula is None or self.f_attrs.get("t") not in ("array", "dataTable"):
            return None
        return leer_rango_a1(self.f_attrs.get("ref") or self.a1)

    @property
    def vacia(self) -> bool:
        """Whether the cell holds neither a value nor a formula."""
        return self.crudo is None and self.formula is None

    def poner_valor(self, valor: Valor) -> None:
        """Store a constant; any formula of the cell goes."""
        self.formula = self.f_bytes = None
        self.f_attrs = self._otros = _NONE
        self._store(valor, text_type="inlineStr")

    def poner_cache(self, valor: Valor) -> None:
        """Store the result of the formula of the cell; None drops the result."""
        if "vm" in self._otros:
            self._otros = {k: v for k, v in self._otros.items() if k != "vm"}
        self._store(valor, text_type="str")

    def _store(self, valor: Valor, text_type: str) -> None:
        self.modificada = True
        self.v_bytes = None
        if valor is None:
            self.tipo, self.crudo = "n", None
        elif isinstance(valor, bool):
            self.tipo, self.crudo = "b", "1" if valor else "0"
        elif isinstance(valor, ErrorCelda):
            self.tipo, self.crudo = "e", str(valor)
        elif isinstance(valor, str):
            self.tipo, self.crudo = text_type, texto_a_archivo(valor)
        else:
            self.tipo, self.crudo = "n", numero_a_archivo(valor)

    def poner_formula(
        self, formula: str, *, matriz: str | None = None, cm: str | None = None
    ) -> None:
        """Store a formula (without "=") and drop the result.

        Parameters
        ----------
        formula : str
            Text as in the file.
        matriz : str, optional
            Range of an array formula.
        cm : str, optional
            Index of the cell metadata that makes the array dynamic.
        """
        self.formula, self.f_bytes = formula, None
        self.f_attrs = {"t": "array", "ref": matriz} if matriz else _NONE
        self._otros = {"cm": cm} if cm else _NONE
        self._store(None, text_type="str")

    def renombrar(self, formula: str) -> None:
        """Change the text of the formula; its kind, its range and its result stay."""
        self.formula, self.f_bytes = formula, None
        self.modificada = True

    def poner_rango_matriz(self, rango: tuple[int, int, int, int]) -> None:
        """Change the range of the array formula anchored here."""
        self.f_attrs = {**self.f_attrs, "ref": rango_a1(*rango)}
        self.f_bytes = None
        self.modificada = True

    def xml(self, prefijo: str) -> bytes:
        """Element of the cell, for the part."""
        p = prefijo
        attrs = {"r": self.a1}
        if self.estilo:
            attrs["s"] = str(self.estilo)
        if self.crudo is not None and self.tipo != "n":
            attrs["t"] = self.tipo
        attrs |= self._otros
        inside = b""
        if self.formula is not None:
            if self.f_bytes is None:
                self.f_bytes = _element(f"{p}f", self.f_attrs, escape(self.formula)).encode()
            inside += self.f_bytes
        if self.v_bytes is not None:
            inside += self.v_bytes
        elif self.crudo is not None:
            text = escape(self.crudo).replace("\r", "&#13;")
            if self.tipo == "inlineStr":
                space = {"xml:space": "preserve"} if text != text.strip() or "\n" in text else {}
                inside += _element(f"{p}is", {}, _element(f"{p}t", space, text)).encode()
            else:
                inside += _element(f"{p}v", {}, text).encode()
        return _element(f"{p}c", attrs, (inside + self.resto).decode()).encode()


class _Row:
    """A row of the file: the bytes of its start tag and of the whole element."""

    __slots__ = ("attrs", "empty_tag", "end", "fila", "qname", "start", "tag_end")

    def __init__(self, fila: int, qname: str, attrs: dict[str, str], start: int) -> None:
        self.fila = fila
        self.qname = qname
        self.attrs = attrs
        self.start = self.tag_end = self.end = start
        self.empty_tag = False


class HojaXml:
    """Cells of one sheet part.

    Parameters
    ----------
    paquete : Paquete
        Package that holds the part.
    parte : str
        Name of the part.
    """

    def __init__(self, paquete: Paquete, parte: str) -> None:
        self.parte = parte
        self._data = _as_utf8(paquete.leer(parte))
        self.celdas: dict[tuple[int, int], Celda] = {}
        self.combinadas: list[tuple[int, int, int, int]] = []
        self._rows: dict[int, _Row] = {}
        self._column_styles: list[tuple[int, int, int]] = []
        self._dimension: tuple[int, int] | None = None
        self._sheet_data: _Row | None = None
        self._masters: dict[str, Celda] | None = None
        self._arrays: dict[tuple[int, int], Celda] | None = None
        self.prefijo = ""
        try:
            _Reader(self, paquete.rechazar_doctype(parte)).read(self._data)
        except DatoInvalido:
            raise
        except (expat.ExpatError, ValueError, LookupError):
            raise paquete.xml_danado(parte) from None
        if self._sheet_data is None:
            raise paquete.xml_danado(parte)

    @property
    def modificada(self) -> bool:
        """Whether any cell changed."""
        return any(celda.modificada for celda in self.celdas.values())

    def celda(self, fila: int, columna: int) -> Celda:
        """Return the cell, created empty (with the format of its row or column) if missing."""
        celda = self.celdas.get((fila, columna))
        if celda is None:
            celda = Celda(fila, columna)
            celda.estilo = self.estilo_heredado(fila, columna)
            self.celdas[fila, columna] = celda
        return celda

    def estilo_heredado(self, fila: int, columna: int) -> int:
        """Format that an absent cell takes from its row, else from its column."""
        row = self._rows.get(fila)
        if row is not None and row.attrs.get("customFormat") in ("1", "true"):
            return int(row.attrs.get("s", 0))
        for first, last, estilo in self._column_styles:
            if first <= columna <= last:
                return estilo
        return 0

    def usado(self) -> tuple[int, int]:
        """Last row and last column that hold a cell; (0, 0) for an empty sheet."""
        if not self.celdas:
            return 0, 0
        return max(f for f, _ in self.celdas), max(c for _, c in self.celdas)

    def formulas(self) -> Iterator[Celda]:
        """Cells with a formula, in the order of the file."""
        return (celda for celda in self.celdas.values() if celda.formula is not None)

    def maestra(self, celda: Celda) -> Celda | None:
        """Cell whose formula `celda` shares; None if it shares none."""
        si = celda.f_attrs.get("si")
        if celda.formula is None or celda.f_attrs.get("t") != "shared" or si is None:
            return None
        if self._masters is None:
            self._masters = {
                c.f_attrs["si"]: c
                for c in self.formulas()
                if c.formula and c.f_attrs.get("t") == "shared" and "si" in c.f_attrs
            }
        return self._masters.get(si)

    def matriz_de(self, fila: int, columna: int) -> Celda | None:
        """Anchor of the array formula that fills the cell; None if there is none."""
        if self._arrays is None:
            self._arrays = {}
            for celda in self.formulas():
                if (rango := celda.rango_matriz) is not None:
                    for f in range(rango[0], rango[2] + 1):
                        for c in range(rango[1], rango[3] + 1):
                            self._arrays[f, c] = celda
        return self._arrays.get((fila, columna))

    def formulas_cambiadas(self) -> None:
        """Forget what was worked out from the formulas; to be called after changing one."""
        self._masters = self._arrays = None

    def armar(self) -> bytes:
        """Part with the cells as they are now."""
        changed: dict[int, list[Celda]] = {}
        for celda in self.celdas.values():
            if celda.modificada:
                changed.setdefault(celda.fila, []).append(celda)
        if not changed:
            return self._data
        by_row: dict[int, list[Celda]] = {fila: [] for fila in changed}
        for celda in self.celdas.values():
            if celda.fila in by_row:
                by_row[celda.fila].append(celda)
        edits: list[tuple[int, int, bytes]] = []
        new_rows: list[tuple[int, bytes]] = []
        for fila, celdas in sorted(changed.items()):
            celdas.sort(key=lambda c: c.columna)
            row = self._rows.get(fila)
            if row is None:
                cells = b"".join(c.xml(self.prefijo) for c in celdas if not _disposable(c, self))
                if cells:
                    tag = _element(f"{self.prefijo}row", {"r": str(fila)}, cells.decode())
                    new_rows.append((fila, tag.encode()))
            else:
                edits += self._row_edits(row, celdas, by_row[fila])
        edits += self._insertions(new_rows)
        edits += self._dimension_edit()
        edits.sort(key=lambda e: (e[0], e[1]))
        out, at = [], 0
        for start, end, text in edits:
            out += [self._data[at:start], text]
            at = end
        out.append(self._data[at:])
        return b"".join(out)

    def _row_edits(
        self, row: _Row, celdas: list[Celda], in_row: list[Celda]
    ) -> list[tuple[int, int, bytes]]:
        edits: list[tuple[int, int, bytes]] = []
        new: list[Celda] = []
        for celda in celdas:
            if celda.ini < 0:
                if not _disposable(celda, self):
                    new.append(celda)
            else:
                text = b"" if _disposable(celda, self) else celda.xml(self.prefijo)
                edits.append((celda.ini, celda.fin, text))
        if not new:
            return edits
        attrs = dict(row.attrs)
        spans = attrs.get("spans", "")
        if spans and not _within(spans, new[0].columna, new[-1].columna):
            # Excel writes the spans only as a hint; a wrong one is worse than none.
            del attrs["spans"]
        if row.empty_tag:
            body = b"".join(c.xml(self.prefijo) for c in new).decode()
            return [*edits, (row.start, row.end, _element(row.qname, attrs, body).encode())]
        if attrs != row.attrs:
            edits.append((row.start, row.tag_end, f"{_start_tag(row.qname, attrs)}>".encode()))
        in_file = sorted((c.columna, c.ini) for c in in_row if c.ini >= 0)
        closing = self._data.rindex(b"</", row.start, row.end)
        for celda in new:
            place = next((ini for col, ini in in_file if col > celda.columna), closing)
            edits.append((place, place, celda.xml(self.prefijo)))
        return _merge_insertions(edits)

    def _insertions(self, new_rows: list[tuple[int, bytes]]) -> list[tuple[int, int, bytes]]:
        if not new_rows:
            return []
        data = self._sheet_data
        assert data is not None
        if data.empty_tag:
            body = b"".join(text for _, text in new_rows).decode()
            return [(data.start, data.end, _element(data.qname, data.attrs, body).encode())]
        closing = self._data.rindex(b"</", data.start, data.end)
        in_file = sorted((row.fila, row.start) for row in self._rows.values())
        edits = []
        for fila, text in new_rows:
            place = next((start for f, start in in_file if f > fila), closing)
            edits.append((place, place, text))
        return _merge_insertions(edits)

    def _dimension_edit(self) -> list[tuple[int, int, bytes]]:
        if self._dimension is None:
            return []
        start, end = self._dimension
        match = re.search(rb"ref\s*=\s*[\"']([^\"']*)[\"']", self._data[start:end])
        kept = [(c.fila, c.columna) for c in self.celdas.values() if not _disposable(c, self)]
        if match is None or not kept:
            return []
        try:
            f1, c1, f2, c2 = leer_rango_a1(match[1].decode())
        except ValueError:  # it is only a hint: leave it as it is
            return []
        new = (
            min(f1, *(f for f, _ in kept)),
            min(c1, *(c for _, c in kept)),
            max(f2, *(f for f, _ in kept)),
            max(c2, *(c for _, c in kept)),
        )
        if new == (f1, c1, f2, c2):
            return []
        return [(start + match.start(1), start + match.end(1), rango_a1(*new).encode())]


def _disposable(celda: Celda, hoja: HojaXml) -> bool:
    """Whether the cell says nothing: no content, and the format it would have anyway."""
    return (
        celda.vacia
        and not celda.resto
        and celda.estilo == hoja.estilo_heredado(celda.fila, celda.columna)
        and (celda.modificada or celda.ini < 0)
    )


def _within(spans: str, first: int, last: int) -> bool:
    for span in spans.split():
        low, _, high = span.partition(":")
        if low.isdigit() and high.isdigit() and int(low) <= first and last <= int(high):
            return True
    return False


def _merge_insertions(edits: list[tuple[int, int, bytes]]) -> list[tuple[int, int, bytes]]:
    """Join insertions at the same byte, keeping their order."""
    merged: list[tuple[int, int, bytes]] = []
    at: dict[int, int] = {}
    for start, end, text in edits:
        if start == end and start in at:
            i = at[start]
            merged[i] = (start, end, merged[i][2] + text)
        else:
            if start == end:
                at[start] = len(merged)
            merged.append((start, end, text))
    return merged


def _element(qname: str, attrs: dict[str, str], body: str) -> str:
    start = _start_tag(qname, attrs)
    return f"{start}>{body}</{qname}>" if body else f"{start}/>"


def _start_tag(qname: str, attrs: dict[str, str]) -> str:
    return f"<{qname}" + "".join(f" {k}={quoteattr(v)}" for k, v in attrs.items())


def _as_utf8(datos: bytes) -> bytes:
    """Same XML in UTF-8, whatever its encoding, so that new text can be spliced in."""
    if datos.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        encoding = "utf-16"
    else:
        match = _DECLARATION.match(datos)
        encoding = match[1].decode().lower() if match else "utf-8"
        if encoding in ("utf-8", "utf8", "us-ascii", "ascii"):
            return datos
    try:
        text = datos.decode(encoding)
    except (LookupError, UnicodeDecodeError):
        return datos
    return re.sub(r"(encoding\s*=\s*[\"'])[\w.-]+", r"\1UTF-8", text, count=1).encode()


class _Reader:
    """State of the parser while it walks through the part."""

    def __init__(self, hoja: HojaXml, reject_doctype: Callable[..., None]) -> None:
        self.hoja = hoja
        self.parser = expat.ParserCreate()
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._start_outside
        self.parser.EndElementHandler = self._end_outside
        self.parser.StartDoctypeDeclHandler = reject_doctype
        self.depth = 0
        self.row: _Row | None = None
        self.cell: Celda | None = None
        self.last_row = 0
        self.last_column = 0
        self.text: list[str] | None = None
        self.inside: list[str] = []
        self.child_start = 0

    def read(self, data: bytes) -> None:
        self.data = data
        self.parser.Parse(data, True)

    def _tag_end(self, start: int) -> int:
        """Byte after the tag that begins at `start` (a ">" may stand inside an attribute)."""
        match = _TAG.match(self.data, start)
        if match is None:
            raise ValueError(start)
        return match.end()

    def _element_end(self, qname: str, start: int) -> int:
        """Byte after the element that began at `start` and whose end is being reported.

        For an empty element the parser stands at one end or the other of the tag, depending on
        its version.
        """
        at = self.parser.CurrentByteIndex
        if at == start:
            return self._tag_end(start)
        if self.data.startswith(b"</" + qname.encode(), at):
            return self.data.index(b">", at) + 1
        return at

    def _start_outside(self, qname: str, attrs: dict[str, str]) -> None:
        local = qname.rpartition(":")[2]
        if local == "sheetData" and self.depth == 1:
            prefix = qname[: -len(local)]
            self.hoja.prefijo = prefix
            start = self.parser.CurrentByteIndex
            data = _Row(0, qname, attrs, start)
            data.tag_end = self._tag_end(start)
            self.hoja._sheet_data = data
            self.parser.StartElementHandler = self._start_inside
            self.parser.EndElementHandler = self._end_inside
            self.names = {f"{prefix}{name}": name for name in ("row", "c", "f", "v", "is", "t")}
            self.names[f"{prefix}rPh"] = "rPh"
        elif local == "col" and self.depth == 2:
            if int(attrs.get("style", 0)):
                self.hoja._column_styles.append(
                    (int(attrs["min"]), int(attrs["max"]), int(attrs["style"]))
                )
        elif local == "dimension" and self.depth == 1:
            start = self.parser.CurrentByteIndex
            self.hoja._dimension = (start, self._tag_end(start))
        elif local == "mergeCell" and self.depth == 2:
            self.hoja.combinadas.append(leer_rango_a1(attrs["ref"]))
        self.depth += 1

    def _end_outside(self, _qname: str) -> None:
        self.depth -= 1

    def _start_inside(self, qname: str, attrs: dict[str, str]) -> None:
        inside = self.inside
        name = self.names.get(qname, "")
        inside.append(name)
        level = len(inside)
        if level == 1 and name == "row":
            self._start_row(qname, attrs)
        elif level == 2 and name == "c" and self.row is not None:
            self._start_cell(attrs)
        elif level == 3 and self.cell is not None:
            self.child_start = self.parser.CurrentByteIndex
            if name == "f":
                self.cell.f_attrs = attrs or _NONE
            if name in ("f", "v"):
                self.text = []
                self.parser.CharacterDataHandler = self.text.append
            elif name == "is":
                self.text = []
        elif name == "t" and self.text is not None and "rPh" not in inside:
            self.parser.CharacterDataHandler = self.text.append

    def _start_row(self, qname: str, attrs: dict[str, str]) -> None:
        fila = int(attrs["r"]) if "r" in attrs else self.last_row + 1
        if not 1 <= fila <= MAX_ROWS:
            raise ValueError(fila)
        start = self.parser.CurrentByteIndex
        self.row = _Row(fila, qname, attrs, start)
        self.row.tag_end = self._tag_end(start)
        self.hoja._rows[fila] = self.row
        self.last_row, self.last_column = fila, 0

    def _start_cell(self, attrs: dict[str, str]) -> None:
        assert self.row is not None
        ref = attrs.pop("r", None)
        if ref is None:
            fila, columna = self.row.fila, self.last_column + 1
        else:
            fila, columna = leer_celda_a1(ref)
            if fila != self.row.fila:
                raise ValueError(ref)
        if not 1 <= columna <= MAX_COLUMNS:
            raise ValueError(columna)
        self.last_column = columna
        cell = Celda(fila, columna)
        cell.tipo = attrs.pop("t", "n")
        cell.estilo = int(attrs.pop("s", 0))
        if attrs:
            cell._otros = attrs
        cell.ini = self.parser.CurrentByteIndex
        self.cell = cell

    def _end_inside(self, qname: str) -> None:
        inside = self.inside
        if not inside:
            data = self.hoja._sheet_data
            assert data is not None
            data.end = self._element_end(data.qname, data.start)
            data.empty_tag = data.end == data.tag_end
            self.parser.StartElementHandler = self._start_outside
            self.parser.EndElementHandler = self._end_outside
            self.depth -= 1
            return
        level = len(inside)
        name = inside.pop()
        cell = self.cell
        if level == 3 and cell is not None:
            self._end_child(name, qname, cell)
        elif level == 2 and cell is not None and name == "c":
            cell.fin = self._element_end(qname, cell.ini)
            self.hoja.celdas[cell.fila, cell.columna] = cell
            self.cell = None
        elif level == 1 and self.row is not None:
            self.row.end = self._element_end(qname, self.row.start)
            self.row.empty_tag = self.row.end == self.row.tag_end
            self.row = None
        elif name == "t":
            self.parser.CharacterDataHandler = None

    def _end_child(self, name: str, qname: str, cell: Celda) -> None:
        if name == "v":
            value = "".join(self.text or ())
            # An empty <v/> is how some programs write a formula without a result.
            cell.crudo = value if value or cell.tipo == "str" else None
        elif name == "is":
            cell.crudo = "".join(self.text or ())
            # Kept as it is, since it may have formats inside.
            cell.v_bytes = self.data[self.child_start : self._element_end(qname, self.child_start)]
        elif name == "f":
            cell.formula = "".join(self.text or ())
            if (rango := cell.rango_matriz) is not None:
                _check_array(rango)
            cell.f_bytes = self.data[self.child_start : self._element_end(qname, self.child_start)]
        else:
            cell.resto += self.data[self.child_start : self._element_end(qname, self.child_start)]
        self.text = None
        self.parser.CharacterDataHandler = None


def _check_array(rango: tuple[int, int, int, int]) -> None:
    if (rango[2] - rango[0] + 1) * (rango[3] - rango[1] + 1) > _MAX_ARRAY:
        raise ValueError(rango)


def puede_tener_formulas(datos: bytes) -> bool:
    """Whether a sheet part may hold formulas: a quick look that spares reading data sheets."""
    return _FORMULA.search(datos) is not None or _as_utf8(datos) is not datos


def valor_de(celda: Celda | None, compartidas: list[str], *, base1904: bool = False) -> Valor:
    """Value of a cell as the file states it; dates are serial numbers.

    Parameters
    ----------
    celda : Celda or None
        Cell to read.
    compartidas : list of str
        Shared strings of the workbook.
    base1904 : bool
        Whether the calendar of the workbook begins in 1904.

    Raises
    ------
    ValueError
        If the text of the value does not fit its type.
    """
    if celda is None or celda.crudo is None:
        return None
    tipo, crudo = celda.tipo, celda.crudo
    if tipo == "n":
        return float(crudo)
    if tipo == "s":
        return compartidas[int(crudo)]
    if tipo in ("str", "inlineStr"):
        return texto_de_archivo(crudo)
    if tipo == "b":
        return crudo.strip() in ("1", "true")
    if tipo == "e":
        return ErrorCelda(crudo)
    if tipo == "d":
        return fecha_a_serie(dt.datetime.fromisoformat(crudo), base1904=base1904)
    raise ValueError(tipo)
