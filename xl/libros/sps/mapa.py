"""Sheet Mapa: the 32 states as tiles, coloured by an indicator of the sheet Entidades."""

from __future__ import annotations

from xlsxwriter.utility import xl_rowcol_to_cell

from pymodel import entidades
from xl.libros.comun.entradas import Entrada
from xl.libros.comun.libro import Libro, celda
from xl.libros.estilo import GRIS, LINEA, VERDE, preparar
from xl.libros.sps import comparacion

HOJA = "Mapa"

# Row and column of each state in a grid that keeps who is north, south, east and west of whom.
MOSAICO = {
    "02": (0, 0),
    "26": (0, 1),
    "08": (0, 2),
    "05": (0, 3),
    "19": (0, 4),
    "28": (0, 5),
    "03": (1, 0),
    "25": (1, 1),
    "10": (1, 2),
    "32": (1, 3),
    "24": (1, 4),
    "18": (2, 1),
    "14": (2, 2),
    "01": (2, 3),
    "11": (2, 4),
    "22": (2, 5),
    "13": (2, 6),
    "31": (2, 10),
    "06": (3, 2),
    "16": (3, 3),
    "15": (3, 4),
    "09": (3, 5),
    "29": (3, 6),
    "30": (3, 7),
    "04": (3, 9),
    "23": (3, 10),
    "12": (4, 4),
    "17": (4, 5),
    "21": (4, 6),
    "27": (4, 8),
    "20": (5, 6),
    "07": (5, 8),
}
FILA, COLUMNA = 6, 1
FILA_ESCALA = FILA + 19
# A share below 20 is shown as a percentage, an amount in pesos as it is.
NUMERO = "[<20]0.0%;#,##0"

INDICADOR = Entrada(
    "mapa_indicador",
    "Indicador",
    "opcion",
    comparacion.DEL_MAPA[0][0],
    "",
    "Qué se colorea.",
    opciones=tuple(texto for texto, _ in comparacion.DEL_MAPA),
)
ENTRADAS = (INDICADOR,)


def construir(libro: Libro) -> None:
    """Write the sheet."""
    hoja, e = libro.hoja(HOJA), libro.estilos
    preparar(
        hoja,
        e,
        "Mapa de las entidades",
        "Un mosaico por entidad, en su lugar aproximado. Más verde, mayor; gris, sin dato.",
    )
    hoja.set_column(0, 0, 12)
    hoja.set_column(COLUMNA, COLUMNA + 10, 9.5)
    hoja.write_string(3, 0, INDICADOR.etiqueta, e.texto())
    INDICADOR.escribir(libro, HOJA, 3, 1)
    hoja.merge_range(3, 1, 3, 4, INDICADOR.defecto, e.insumo("@", align="center"))
    hoja.write_string(3, 5, "←  elija", e.subtitulo())
    _ends(libro)
    _tiles(libro)


def _ends(libro: Libro) -> None:
    """Smallest, middle and largest value, between which the colours run."""
    hoja, e = libro.hoja(HOJA), libro.estilos
    valores = comparacion.columna(comparacion.EN_EL_MAPA)
    for j, (texto, f) in enumerate((("Mínimo", "MIN"), ("Mediana", "MEDIAN"), ("Máximo", "MAX"))):
        hoja.write_string(FILA_ESCALA, COLUMNA + 2 * j, texto, e.texto(align="right"))
        hoja.write_formula(
            FILA_ESCALA, COLUMNA + 2 * j + 1, f"={f}({valores})", e.calculo(NUMERO, align="center")
        )
        _colour(libro, FILA_ESCALA, COLUMNA + 2 * j + 1, 1)


def _colour(libro: Libro, fila: int, col: int, columnas: int) -> None:
    extremos = [
        "=" + xl_rowcol_to_cell(FILA_ESCALA, COLUMNA + 2 * j + 1, True, True) for j in range(3)
    ]
    tipos = dict.fromkeys(("min_type", "mid_type", "max_type"), "formula")
    libro.hoja(HOJA).conditional_format(
        fila,
        col,
        fila,
        col + columnas - 1,
        {
            "type": "3_color_scale",
            **tipos,
            "min_value": extremos[0],
            "mid_value": extremos[1],
            "max_value": extremos[2],
            "min_color": "#F6EBD3",
            "mid_color": "#BFD8CF",
            "max_color": "#4F9484",
        },
    )


def _tiles(libro: Libro) -> None:
    hoja, e = libro.hoja(HOJA), libro.estilos
    orden = comparacion.orden()
    abreviaturas = entidades.catalogo().set_index("cve_ent")["abrev_sps2006"]
    for clave, (renglon, col) in MOSAICO.items():
        r, c = FILA + 3 * renglon, COLUMNA + col
        hoja.write_string(
            r,
            c,
            str(abreviaturas[clave]),
            e(
                bold=True,
                font_color="#FFFFFF",
                bg_color=VERDE,
                align="center",
                border=1,
                border_color="#FFFFFF",
            ),
        )
        valor = celda(
            comparacion.HOJA, comparacion.FILA + orden.index(clave), comparacion.EN_EL_MAPA
        )
        hoja.write_formula(
            r + 1,
            c,
            f"={valor}",
            e(
                num_format=NUMERO,
                align="center",
                bg_color="#EDEDED",
                border=1,
                border_color=LINEA,
                font_color="#1A1A1A",
            ),
        )
    for renglon in range(6):
        hoja.set_row(FILA + 3 * renglon + 1, 30)
        hoja.set_row(FILA + 3 * renglon + 2, 6)
    for renglon in range(6):
        _colour(libro, FILA + 3 * renglon + 1, COLUMNA, 11)
    hoja.write_string(
        FILA + 18,
        COLUMNA,
        "Los colores van del mínimo a la mediana y de ahí al máximo.",
        e(font_color=GRIS, italic=True),
    )
