"""What the sheets of contributions share: block of inputs, matrix insurance × payer."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from xlsxwriter.utility import xl_rowcol_to_cell

from xl.libros.comun.entradas import Entrada
from xl.libros.comun.libro import Libro
from xl.libros.cuotas import plano
from xl.libros.estilo import DECIMAL, GRIS, PCT

ANCHO = 6


def datos(libro: Libro, nombre: str, fila: int, entradas: Sequence[Entrada]) -> int:
    """Band and one row for each input; returns the row after them."""
    hoja, e = libro.hoja(nombre), libro.estilos
    hoja.merge_range(fila, 0, fila, ANCHO, "Datos", e.seccion())
    for i, entrada in enumerate(entradas, start=fila + 1):
        hoja.write_string(i, 0, entrada.etiqueta, e.texto())
        entrada.escribir(libro, nombre, i, 1)
        hoja.write_string(i, 2, entrada.unidad, e.texto(font_color=GRIS))
        hoja.merge_range(i, 3, i, ANCHO, entrada.ayuda, e.texto(font_color=GRIS))
    return fila + 1 + len(entradas)


def matriz(libro: Libro, nombre: str, fila: int, celda: Callable[[str], str], prefijo: str) -> int:
    """Insurances down, payers across, subtotals and total; returns the row after it.

    `celda` gives the formula of a column of the function. The totals are those of the function, so
    that a figure of the State that is not known yet is not added as nothing.
    """
    hoja, e = libro.hoja(nombre), libro.estilos
    hoja.merge_range(fila, 0, fila, ANCHO, "Cuotas del periodo, pesos", e.seccion())
    titulos = (
        "Seguro",
        "Patrón",
        "Trabajador",
        "Estado",
        "Total",
        "% del total",
        "Artículos (LSS)",
    )
    for col, texto in enumerate(titulos):
        hoja.write_string(fila + 1, col, texto, e.encabezado())
    i = fila + 2
    total = i + len(plano.FILAS)
    for etiqueta, clave, pagadores, articulos in plano.FILAS:
        hoja.write_string(i, 0, etiqueta, e.texto())
        for j, pagador in enumerate(plano.PAGADORES):
            if pagador in pagadores:
                hoja.write_formula(i, 1 + j, f"={celda(f'{clave}_{pagador}')}", e.calculo(DECIMAL))
            else:
                hoja.write_blank(i, 1 + j, None, e.calculo(DECIMAL))
        partes = "+".join(xl_rowcol_to_cell(i, 1 + plano.PAGADORES.index(p)) for p in pagadores)
        falta = f"COUNT({xl_rowcol_to_cell(i, 1)}:{xl_rowcol_to_cell(i, 3)})<{len(pagadores)}"
        hoja.write_formula(i, 4, f'=IF({falta},"",{partes})', e.calculo(DECIMAL))
        suma, todo = xl_rowcol_to_cell(i, 4), xl_rowcol_to_cell(total, 4, True, True)
        hoja.write_formula(
            i, 5, f'=IF(AND(ISNUMBER({suma}),ISNUMBER({todo})),{suma}/{todo},"")', e.calculo(PCT)
        )
        hoja.write_string(i, 6, articulos, e.texto(font_color=GRIS))
        i += 1
    hoja.write_string(i, 0, "Total", e.total("@"))
    for j, columna in enumerate(plano.COLUMNAS[-4:]):
        hoja.write_formula(i, 1 + j, f"={celda(columna)}", e.total(DECIMAL))
        libro.nombrar(f"{prefijo}_{columna}", nombre, i, 1 + j)
    hoja.write_blank(i, 5, None, e.total(PCT))
    hoja.write_blank(i, 6, None, e.total("@"))
    return i + 1
