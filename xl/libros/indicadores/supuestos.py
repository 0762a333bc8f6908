"""Sheet Supuestos: the few figures that are not in a table."""

from __future__ import annotations

from xl.libros.comun.libro import Libro
from xl.libros.estilo import GRIS, ORO, alto_fila, preparar
from xl.libros.indicadores import plano


def construir(libro: Libro) -> None:
    """Write the sheet."""
    hoja, e = libro.hoja(plano.SUPUESTOS), libro.estilos
    preparar(
        hoja,
        e,
        "Supuestos",
        "Las celdas en azul sobre crema se pueden cambiar; también los cuadros de Indicadores, No "
        "asegurados y Tamaño de hogar.",
        color=ORO,
    )
    anchos = (52, 14, 14, 72)
    for col, ancho in enumerate(anchos):
        hoja.set_column(col, col, ancho)
    for col, texto in enumerate(("Supuesto", "Unidad", "Valor", "Ayuda")):
        hoja.write_string(3, col, texto, e.encabezado())
    hoja.freeze_panes(4, 0)
    for fila, entrada in enumerate(plano.SUELTAS, start=4):
        hoja.write_string(fila, 0, entrada.etiqueta, e.texto())
        hoja.write_string(fila, 1, entrada.unidad, e.texto(font_color=GRIS))
        entrada.escribir(libro, plano.SUPUESTOS, fila, 2)
        hoja.write_string(fila, 3, entrada.ayuda, e.texto(font_color=GRIS, text_wrap=True))
        hoja.set_row(fila, alto_fila([(entrada.ayuda, anchos[3])]))
