"""Cover of a workbook, and the sheet of its headline results."""

from __future__ import annotations

from collections.abc import Sequence

from xl import VERSION
from xl.libros.comun import plano
from xl.libros.comun.definicion import Definicion, Hoja
from xl.libros.comun.libro import Libro, referencia
from xl.libros.estilo import VERDE, VERDE_CLARO, preparar

COMUNES = (
    "Azul sobre crema: lo que se puede cambiar. Gris en cursivas: lo publicado. Lo demás se "
    "calcula.",
    "Para actualizar: la macro actualizar en Excel o python -m xl actualizar con el libro cerrado.",
    f"Versión {VERSION}. Este libro no se ha abierto en Excel: se verificó con LibreOffice y con "
    "el motor de archivos (ver docs/verificado.md).",
)
ANCHO = 5


def construir(libro: Libro, d: Definicion, hojas: Sequence[Hoja]) -> None:
    """What the workbook is, its results at a glance, where things are, how it is used."""
    hoja, e = libro.hoja(plano.PORTADA), libro.estilos
    hoja.hide_gridlines(2)
    hoja.set_tab_color(VERDE)
    hoja.set_column(0, 0, 3)
    hoja.set_column(1, 1, 30)
    hoja.set_column(2, 2, 48)
    hoja.set_column(3, ANCHO, 18)
    banda = e(bg_color=VERDE, font_color="#FFFFFF", font_size=20, bold=True)
    hoja.set_row(0, 8)
    hoja.set_row(1, 40)
    hoja.merge_range(1, 1, 1, ANCHO, f"  {d.titulo}", banda)
    hoja.set_row(2, 20)
    claro = e(bg_color=VERDE_CLARO, font_color=VERDE, italic=True)
    hoja.merge_range(2, 1, 2, ANCHO, f"   {d.asunto}", claro)
    fila = 4
    if d.indicadores:
        hoja.merge_range(fila, 1, fila, ANCHO, "Resultados", e.seccion())
        for i in d.indicadores:
            fila += 1
            hoja.merge_range(fila, 1, fila, 2, i.etiqueta, e.texto())
            hoja.write_string(fila, 3, i.unidad, e.texto(font_color="#6B6B6B"))
            hoja.write_formula(fila, 4, f"={i.nombre}", e.calculo(i.formato, bold=True))
        fila += 2
    hoja.merge_range(fila, 1, fila, ANCHO, "Contenido", e.seccion())
    vinculo = e(font_color=VERDE, underline=1, bottom=4, bottom_color="#BFCFC9")
    for h in hojas:
        if h.descripcion:
            fila += 1
            hoja.write_url(fila, 1, f"internal:{referencia(h.nombre)}!A1", vinculo, h.nombre)
            hoja.merge_range(fila, 2, fila, ANCHO, h.descripcion, e.texto())
    fila += 2
    hoja.merge_range(fila, 1, fila, ANCHO, "Cómo se usa", e.seccion())
    for texto in (*d.notas, *COMUNES):
        fila += 1
        hoja.merge_range(fila, 1, fila, ANCHO, f"•  {texto}", e(text_wrap=True))
        hoja.set_row(fila, 28 if len(texto) > 115 else 15)
    hoja.set_paper(1)
    hoja.fit_to_pages(1, 1)
    hoja.set_landscape()
    hoja.center_horizontally()


def resultados(libro: Libro, d: Definicion) -> None:
    """Headline results: the value now, at the last refresh, at the one before."""
    hoja, e = libro.hoja(plano.RESULTADOS), libro.estilos
    preparar(
        hoja,
        e,
        "Resultados",
        "El valor de ahora, el de la última actualización y el de la anterior. Las dos columnas "
        "guardadas las escribe la macro actualizar.",
        repetir=(3, 3),
    )
    hoja.set_column(0, 0, 60)
    hoja.set_column(1, 1, 24)
    hoja.set_column(2, 5, 20)
    hoja.set_row(3, 32)
    titulos = ("Resultado", "Unidad", "Ahora", "Última actualización", "Anterior", "Cambio")
    for col, texto in enumerate(titulos):
        hoja.write_string(3, col, texto, e.encabezado())
    hoja.freeze_panes(4, 1)
    for r, i in enumerate(d.indicadores, start=4):
        hoja.write_string(r, 0, i.etiqueta, e.texto())
        hoja.write_string(r, 1, i.unidad, e.texto(font_color="#6B6B6B"))
        hoja.write_formula(r, 2, f"={i.nombre}", e.calculo(i.formato, bold=True))
        for col in (3, 4):
            hoja.write_blank(r, col, None, e.calculo(i.formato))
        hoja.write_formula(
            r,
            5,
            f'=IF(AND(ISNUMBER(D{r + 1}),ISNUMBER(E{r + 1})),D{r + 1}-E{r + 1},"")',
            e.calculo(i.formato),
        )
    libro.nombrar("resultados", plano.RESULTADOS, 4, 3, 3 + len(d.indicadores), 4)
