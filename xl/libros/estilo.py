"""Look of the workbooks: one palette, one set of formats, one page set-up."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable
from typing import Any

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

VERDE = "#1F4E45"
VERDE_CLARO = "#E3EEEA"
VINO = "#7A1F3D"
ORO = "#B38E5D"
GRIS = "#6B6B6B"
AZUL = "#1F3FBF"
CREMA = "#FFF8E1"
LINEA = "#BFCFC9"

FUENTE = "Calibri"

# Number formats. Negatives in parentheses; a zero amount is a dash.
MDP = '#,##0_);(#,##0);"–"_)'
PCT = "0.00%_);(0.00%)"
PP = "0.000_);(0.000);0.000_)"
ENTERO = "0"
FECHA = "dd/mm/yyyy"
DECIMAL = "#,##0.00_);(#,##0.00)"
INDICE = "0.0000"


class Estilos:
    """Formats of one workbook, made once each."""

    def __init__(self, libro: xlsxwriter.Workbook, pie: str = "") -> None:
        self._libro = libro
        self.pie = pie  # foot of every printed page
        self._hechos: dict[tuple[tuple[str, Any], ...], Format] = {}

    def __call__(self, **propiedades: Any) -> Format:
        """Format with the base font and the given XlsxWriter properties."""
        todas = {"font_name": FUENTE, "font_size": 10, "valign": "vcenter", **propiedades}
        clave = tuple(sorted(todas.items()))
        if clave not in self._hechos:
            self._hechos[clave] = self._libro.add_format(todas)
        return self._hechos[clave]

    def titulo(self) -> Format:
        """Sheet title."""
        return self(font_size=16, bold=True, font_color=VERDE)

    def subtitulo(self) -> Format:
        """Line under the title: source and unit."""
        return self(font_color=GRIS, italic=True)

    def seccion(self) -> Format:
        """Band that opens a block."""
        return self(bold=True, font_color="#FFFFFF", bg_color=VERDE, font_size=11)

    def encabezado(self, **mas: Any) -> Format:
        """Column header."""
        return self(
            bold=True,
            bg_color=VERDE_CLARO,
            font_color=VERDE,
            text_wrap=True,
            align="center",
            bottom=1,
            bottom_color=VERDE,
            **mas,
        )

    def unidad(self) -> Format:
        """Unit under a column header."""
        return self(font_color=GRIS, italic=True, align="center", font_size=9)

    def texto(self, **mas: Any) -> Format:
        """Label or text cell, indented so that it does not touch the figure at its left."""
        if not {"align", "num_format"} & mas.keys():
            mas = {"indent": 1, **mas}  # figures and centred texts would turn left
        return self(bottom=4, bottom_color=LINEA, **mas)

    def parrafo(self, **mas: Any) -> Format:
        """Wrapped text."""
        return self(text_wrap=True, **{"valign": "top", **mas})

    def calculo(self, numero: str = MDP, **mas: Any) -> Format:
        """Computed figure."""
        return self(num_format=numero, bottom=4, bottom_color=LINEA, **mas)

    def total(self, numero: str = MDP, **mas: Any) -> Format:
        """Computed total."""
        return self(num_format=numero, bold=True, top=1, top_color=VERDE, **mas)

    def insumo(self, numero: str = MDP, **mas: Any) -> Format:
        """Input that an analyst may change: blue on cream, unlocked."""
        return self(
            num_format=numero,
            font_color=AZUL,
            bg_color=CREMA,
            border=1,
            border_color="#E5D9B6",
            locked=False,
            **mas,
        )

    def publicado(self, numero: str = MDP, **mas: Any) -> Format:
        """Published figure: never an input of the model."""
        return self(
            num_format=numero, font_color=GRIS, italic=True, bottom=4, bottom_color=LINEA, **mas
        )


def alto_fila(celdas: Iterable[tuple[str, float]]) -> float:
    """Height in points of a row of wrapped texts, each with the width of its column.

    It is written because LibreOffice and the file engine do not fit rows to wrapped text. A width
    counts digits of 11 points: at least 1.1 letters of 10 points fit in each.
    """
    lineas = max(
        (
            sum(max(1, len(textwrap.wrap(p, int(ancho * 1.1)))) for p in texto.split("\n"))
            for texto, ancho in celdas
        ),
        default=1,
    )
    return min(13.0 * lineas + 2.0, 200.0)


def preparar(
    hoja: Worksheet,
    estilos: Estilos,
    titulo: str,
    subtitulo: str,
    *,
    horizontal: bool = True,
    repetir: tuple[int, int] | None = None,
    color: str = VERDE,
) -> None:
    """Title, page set-up and tab colour common to every sheet."""
    hoja.hide_gridlines(2)
    hoja.set_tab_color(color)
    hoja.set_row(0, 26)
    hoja.write_string(0, 0, titulo, estilos.titulo())
    hoja.write_string(1, 0, subtitulo, estilos.subtitulo())
    hoja.set_paper(1)
    if horizontal:
        hoja.set_landscape()
    hoja.fit_to_pages(1, 0)
    hoja.set_margins(left=0.5, right=0.5, top=0.7, bottom=0.7)
    hoja.set_header(f'&L&"{FUENTE},Bold"&10Modelo IMSS&R&"{FUENTE},Regular"&9&A')
    hoja.set_footer(f'&L&"{FUENTE},Regular"&8{estilos.pie}&R&8&P de &N')
    if repetir:
        hoja.repeat_rows(*repetir)
