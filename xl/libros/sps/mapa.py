"""Sheet Mapa: the 32 states as tiles, coloured by an indicator of the sheet Entidades."""

from __future__ import annotations

from xlsxwriter.utility import xl_range

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
    "07": (5, 7),
}
INDICADORES = (
    ("Avance de cobertura", 6),
    ("Responsabilidad", 9),
    ("Participación", 12),
    ("Transferido por familia 2005, pesos", 16),
    ("Crecimiento real por familia 2004-2005", 18),
)
FILA, COLUMNA = 6, 1
COL_LISTA = COLUMNA + 13
# A share below 20 is shown as a percentage, an amount in pesos as it is.
NUMERO = "[<20]0.0%;#,##0"

INDICADOR = Entrada(
    "mapa_indicador",
    "Indicador",
    "opcion",
    INDICADORES[0][0],
    "",
    "Qué se colorea.",
    opciones=tuple(texto for texto, _ in INDICADORES),
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
    hoja.set_column(COLUMNA + 11, COL_LISTA - 1, 3)
    hoja.set_column(COL_LISTA, COL_LISTA, 20)
    hoja.set_column(COL_LISTA + 1, COL_LISTA + 1, 12)
    hoja.write_string(3, 0, INDICADOR.etiqueta, e.texto())
    INDICADOR.escribir(libro, HOJA, 3, 1)
    hoja.merge_range(3, 1, 3, 4, INDICADOR.defecto, e.insumo("@", align="center"))
    hoja.write_string(3, 5, "←  elija", e.subtitulo())
    _list(libro)
    _tiles(libro)


def _list(libro: Libro) -> None:
    """Value of each state for the indicator chosen, in the order of the sheet Entidades."""
    hoja, e = libro.hoja(HOJA), libro.estilos
    hoja.write_string(FILA - 1, COL_LISTA, "Entidad", e.encabezado())
    hoja.write_string(FILA - 1, COL_LISTA + 1, "Valor", e.encabezado())
    opciones = ",".join(f'"{texto}"' for texto, _ in INDICADORES)
    for i, clave in enumerate(comparacion.orden()):
        hoja.write_string(FILA + i, COL_LISTA, entidades.nombre(clave), e.texto())
        valores = ",".join(celda(comparacion.HOJA, comparacion.FILA + i, j) for _, j in INDICADORES)
        hoja.write_formula(
            FILA + i,
            COL_LISTA + 1,
            f"=CHOOSE(MATCH(mapa_indicador,{{{opciones}}},0),{valores})",
            e.calculo(NUMERO),
        )
    lista = xl_range(FILA, COL_LISTA + 1, FILA + len(MOSAICO) - 1, COL_LISTA + 1)
    pie = FILA + 20
    for j, (texto, formula) in enumerate(
        (("Mínimo", f"MIN({lista})"), ("Mediana", f"MEDIAN({lista})"), ("Máximo", f"MAX({lista})"))
    ):
        hoja.write_string(pie, COLUMNA + 2 * j, texto, e.texto(align="right"))
        hoja.write_formula(pie, COLUMNA + 2 * j + 1, f"={formula}", e.calculo(NUMERO))
    hoja.conditional_format(pie, COLUMNA, pie, COLUMNA + 5, _scale(lista, libro))


def _scale(lista: str, libro: Libro) -> dict[str, object]:
    del libro
    absoluta = "$" + lista.replace(":", ":$")
    return {
        "type": "3_color_scale",
        "min_type": "formula",
        "mid_type": "formula",
        "max_type": "formula",
        "min_value": f"=MIN({absoluta})",
        "mid_value": f"=MEDIAN({absoluta})",
        "max_value": f"=MAX({absoluta})",
        "min_color": "#F6EBD3",
        "mid_color": "#BFD8CF",
        "max_color": "#2F7565",
    }


def _tiles(libro: Libro) -> None:
    hoja, e = libro.hoja(HOJA), libro.estilos
    orden = comparacion.orden()
    abreviaturas = entidades.catalogo().set_index("cve_ent")["abreviatura"]
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
        valor = celda(HOJA, FILA + orden.index(clave), COL_LISTA + 1)
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
    lista = xl_range(FILA, COL_LISTA + 1, FILA + len(MOSAICO) - 1, COL_LISTA + 1)
    for renglon in range(6):
        r = FILA + 3 * renglon + 1
        hoja.conditional_format(r, COLUMNA, r, COLUMNA + 10, _scale(lista, libro))
    hoja.write_string(
        FILA + 18,
        COLUMNA,
        "Los colores van del mínimo a la mediana y de ahí al máximo.",
        e(font_color=GRIS, italic=True),
    )
