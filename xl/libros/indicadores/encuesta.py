"""Sheet Encuesta del padrón: odds ratios of the printed figures, and the index of belonging."""

from __future__ import annotations

from xlsxwriter.utility import xl_rowcol_to_cell

from pymodel import datos
from xl.libros.comun.entradas import Entrada
from xl.libros.comun.libro import Libro, bloque
from xl.libros.estilo import GRIS, preparar
from xl.libros.indicadores import plano


def _figura(numero: int, filas: tuple[str, str]) -> list[list[float]]:
    tabla = datos.tabla("sps2006", f"figura_iii_{numero}")
    tabla = tabla.set_index(tabla[tabla.columns[0]].astype(str))
    usan = ["ha_usado_los_servicios", "no_ha_usado_los_servicios"]
    return [tabla.loc[list(filas), usan].to_numpy(float).ravel().tolist()]


MOMIOS = Entrada(
    "momios",
    "Celdas de cada comparación",
    "tabla",
    _figura(5, ("2002", "2005")) + _figura(6, ("Alto", "Nulo")),
    formato="#,##0.##",
)
COMPARACIONES = (
    "Uso de servicios: afiliados en 2002 contra 2005",
    "Uso de servicios: pertenencia alta contra nula",
)
IMPRESAS = (("cuatro veces", "3 a 7"), ("tres veces", "2 a 5"))

# Four invented households, one for each level and a doubtful one, to show the codes.
HOGARES = Entrada(
    "hogares_encuesta",
    "Respuestas de cada hogar",
    "tabla",
    [[1, 3, 1, 1, 1], [2, 3, 1, 1, 2], [3, 9, 2, 1, 9], [4, 1, 2, 2, 2]],
    formato="0",
)
CODIGOS = (
    ("p14", "1: sentía que estaría protegido"),
    ("p16", "3: elegiría el Seguro Popular"),
    ("p15", "1: cumple sus expectativas"),
    ("p29", "1: piensa reafiliarse"),
    ("p30", "1: lo ha recomendado"),
)


def construir(libro: Libro) -> None:
    """Write the sheet."""
    hoja, e = libro.hoja(plano.PADRON), libro.estilos
    preparar(
        hoja,
        e,
        "Encuesta del padrón",
        "SPS 2006, capítulo 3. Razones de momios e índice de pertenencia; cambie las celdas azules "
        "por los conteos y las respuestas de su encuesta.",
    )
    hoja.set_column(0, 0, 46)
    hoja.set_column(1, 9, 15)
    titulos = (
        "Comparación",
        "a: usa, primero",
        "b: no usa, primero",
        "c: usa, segundo",
        "d: no usa, segundo",
        "Razón de momios",
        "Inferior 95 %",
        "Superior 95 %",
        "Texto",
        "Intervalo impreso",
    )
    for col, texto in enumerate(titulos):
        hoja.write_string(3, col, texto, e.encabezado())
    hoja.set_row(3, 32)
    MOMIOS.escribir(libro, plano.PADRON, 4, 1)
    for i, texto in enumerate(COMPARACIONES):
        fila = 4 + i
        hoja.write_string(fila, 0, texto, e.texto())
        celdas = ",".join(xl_rowcol_to_cell(fila, c) for c in range(1, 5))
        bloque(hoja, fila, 5, 1, 3, f"=RAZON_MOMIOS({celdas})", e.calculo("0.00"))
        for j, impreso in enumerate(IMPRESAS[i]):
            hoja.write_string(fila, 8 + j, impreso, e.publicado("@", align="center"))
    hoja.write_string(
        6,
        0,
        "Las celdas de origen son los porcentajes de las figuras 5 y 6: la razón vale, el "
        "intervalo no. Con conteos valen los dos.",
        e.subtitulo(),
    )
    primera = 11
    hoja.merge_range(8, 0, 8, 7, "Índice de sentido de pertenencia", e.seccion())
    hoja.write_string(9, 0, "Hogar (inventados, para ver los códigos)", e.encabezado())
    hoja.set_row(10, 28)
    for j, (pregunta, punto) in enumerate(CODIGOS, start=1):
        hoja.write_string(9, j, pregunta, e.encabezado())
        hoja.write_string(
            10, j, punto, e(font_color=GRIS, italic=True, font_size=8, text_wrap=True)
        )
    HOGARES.escribir(libro, plano.PADRON, primera, 1)
    n = len(HOGARES.defecto)
    for i in range(n):
        hoja.write_string(primera + i, 0, f"Hogar {i + 1}", e.texto())
    # The result brings its header: it starts a row above the answers.
    bloque(
        hoja,
        *(primera - 1, 6, n + 1, 2),
        "=SPS_PERTENENCIA(hogares_encuesta)",
        lambda i, _j: e.encabezado() if i == 0 else e.calculo("0", align="center"),
    )
