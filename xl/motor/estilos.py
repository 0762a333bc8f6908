"""Cell formats: number formats and fill colours, read and, when one is new, appended."""

from __future__ import annotations

import re
from copy import deepcopy

from lxml import etree

from xl.motor.paquete import NS_MAIN, Paquete

Color = tuple[int, int, int]

# Number formats that the file format fixes by number (ECMA-376, part 1, 18.8.30).
_BUILT_IN = {
    0: "General",
    1: "0",
    2: "0.00",
    3: "#,##0",
    4: "#,##0.00",
    9: "0%",
    10: "0.00%",
    11: "0.00E+00",
    12: "# ?/?",
    13: "# ??/??",
    14: "mm-dd-yy",
    15: "d-mmm-yy",
    16: "d-mmm",
    17: "mmm-yy",
    18: "h:mm AM/PM",
    19: "h:mm:ss AM/PM",
    20: "h:mm",
    21: "h:mm:ss",
    22: "m/d/yy h:mm",
    37: "#,##0 ;(#,##0)",
    38: "#,##0 ;[Red](#,##0)",
    39: "#,##0.00;(#,##0.00)",
    40: "#,##0.00;[Red](#,##0.00)",
    45: "mm:ss",
    46: "[h]:mm:ss",
    47: "mmss.0",
    48: "##0.0E+0",
    49: "@",
}
_FIRST_FREE = 164
_NOT_CODE = re.compile(r'"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]', re.IGNORECASE)
_DATE_CODE = re.compile(r"[dmyhs]", re.IGNORECASE)


def es_fecha(formato: str) -> bool:
    """Whether a number format shows dates or times."""
    if formato.lower() == "general":
        return False
    return _DATE_CODE.search(_NOT_CODE.sub("", formato.partition(";")[0])) is not None


class Estilos:
    """Cell formats of a workbook.

    Formats that exist are used again; a new one is appended, so the indices that the cells of the
    workbook hold stay good.

    Parameters
    ----------
    paquete : Paquete
        Package of the workbook.
    parte : str or None
        Name of the styles part; None if the workbook has none.
    """

    def __init__(self, paquete: Paquete, parte: str | None) -> None:
        self._paquete = paquete
        self._parte = parte
        self.modificados = False
        if parte is None:
            self._root = etree.fromstring(f'<styleSheet xmlns="{NS_MAIN}"/>'.encode())
        else:
            self._root = paquete.xml(parte)
        xfs = self._root.find(f"{{{NS_MAIN}}}cellXfs")
        self._xfs = xfs if xfs is not None else etree.Element(f"{{{NS_MAIN}}}cellXfs")
        self._formats = dict(_BUILT_IN)
        for fmt in self._root.iterfind("m:numFmts/m:numFmt", {"m": NS_MAIN}):
            self._formats[self._number(fmt, "numFmtId")] = fmt.get("formatCode") or "General"
        self._dates: dict[int, bool] = {}

    def _xf(self, estilo: int) -> etree._Element | None:
        return self._xfs[estilo] if 0 <= estilo < len(self._xfs) else None

    def formato(self, estilo: int) -> str:
        """Number format of a cell format."""
        xf = self._xf(estilo)
        number = 0 if xf is None else self._number(xf, "numFmtId")
        return self._formats.get(number, "General")

    def _number(self, element: etree._Element, name: str) -> int:
        text = element.get(name) or "0"
        if not text.isdecimal():
            raise self._paquete.xml_danado(self._parte or "")
        return int(text)

    def es_fecha(self, estilo: int) -> bool:
        """Whether cells with this format show dates or times."""
        known = self._dates.get(estilo)
        if known is None:
            known = self._dates[estilo] = es_fecha(self.formato(estilo))
        return known

    def color(self, estilo: int) -> Color | None:
        """Fill colour; None without a solid fill or when the colour is one of the theme."""
        xf = self._xf(estilo)
        fills = self._root.find(f"{{{NS_MAIN}}}fills")
        if xf is None or fills is None:
            return None
        number = self._number(xf, "fillId")
        fill = fills[number] if number < len(fills) else None
        return None if fill is None else _solid_color(fill)

    def con_formato(self, estilo: int, formato: str) -> int:
        """Index of the same cell format with another number format."""
        number = next((n for n, code in self._formats.items() if code == formato), None)
        if number is None:
            number = max(_FIRST_FREE - 1, *self._formats) + 1
            parent = self._child("numFmts")
            etree.SubElement(
                parent, f"{{{NS_MAIN}}}numFmt", numFmtId=str(number), formatCode=formato
            )
            parent.set("count", str(len(parent)))
            self._formats[number] = formato
            self.modificados = True
        return self._variant(estilo, numFmtId=str(number), applyNumberFormat="1")

    def con_color(self, estilo: int, color: Color | None) -> int:
        """Index of the same cell format with another fill; None takes the fill off."""
        if color is None:
            return self._variant(estilo, fillId="0", applyFill="1")
        fills = self._child("fills")
        number = next((i for i, f in enumerate(fills) if _solid_color(f) == color), None)
        if number is None:
            number = len(fills)
            fill = etree.SubElement(fills, f"{{{NS_MAIN}}}fill")
            pattern = etree.SubElement(fill, f"{{{NS_MAIN}}}patternFill", patternType="solid")
            rgb = "FF{:02X}{:02X}{:02X}".format(*color)
            etree.SubElement(pattern, f"{{{NS_MAIN}}}fgColor", rgb=rgb)
            etree.SubElement(pattern, f"{{{NS_MAIN}}}bgColor", indexed="64")
            fills.set("count", str(len(fills)))
            self.modificados = True
        return self._variant(estilo, fillId=str(number), applyFill="1")

    def _child(self, name: str) -> etree._Element:
        child = self._root.find(f"{{{NS_MAIN}}}{name}")
        if child is None:
            child = etree.Element(f"{{{NS_MAIN}}}{name}")
            self._root.insert(0 if name == "numFmts" else len(self._root), child)
        return child

    def _variant(self, estilo: int, **attrs: str) -> int:
        base = self._xf(estilo)
        if base is None:
            raise self._paquete.xml_danado(self._parte or "styles.xml")
        wanted = dict(base.items()) | attrs
        content = [etree.tostring(e) for e in base]
        for i, xf in enumerate(self._xfs):
            if dict(xf.items()) == wanted and [etree.tostring(e) for e in xf] == content:
                return i
        new = deepcopy(base)
        for name, value in attrs.items():
            new.set(name, value)
        self._xfs.append(new)
        self._xfs.set("count", str(len(self._xfs)))
        self.modificados = True
        return len(self._xfs) - 1

    def guardar(self) -> None:
        """Put the styles part into the package if a format was appended."""
        if self.modificados and self._parte is not None:
            self._paquete.escribir_xml(self._parte, self._root)
            self.modificados = False


def _solid_color(fill: etree._Element) -> Color | None:
    pattern = fill.find(f"{{{NS_MAIN}}}patternFill")
    if pattern is None or pattern.get("patternType") != "solid":
        return None
    color = pattern.find(f"{{{NS_MAIN}}}fgColor")
    rgb = color.get("rgb") if color is not None else None
    if rgb is None or len(rgb) not in (6, 8):
        return None
    try:
        red, green, blue = bytes.fromhex(rgb[-6:])
    except ValueError:
        return None
    return red, green, blue
