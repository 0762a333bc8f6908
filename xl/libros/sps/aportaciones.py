"""Sheet Aportaciones: what a family brings by quarter, in pesos of 2004 and current, and funds."""

from __future__ import annotations

from pymodel import datos
from xl.libros.comun.definicion import Indicador
from xl.libros.comun.libro import Libro, bloque
from xl.libros.estilo import DECIMAL, ENTERO, GRIS, preparar

HOJA = "Aportaciones"
FILA_TRIMESTRES = 5
FILA_CORRIENTES = 13
FILA_FONDOS = 24
ANIOS = tuple(range(2004, 2011))
PARTES = (
    ("Cuota social", "SPS_CS"),
    ("Aportación solidaria federal", "SPS_ASF"),
    ("Aportación solidaria estatal", "SPS_ASE"),
    ("Total", "SPS_TOTAL"),
)
INDICADORES = (
    Indicador("sps_cs_familia", "Cuota social por familia", "pesos de 2004", DECIMAL),
    Indicador("sps_total_familia", "CS + ASF + ASE por familia", "pesos de 2004", DECIMAL),
)


def construir(libro: Libro) -> None:
    """Three tables: by quarter, by year in current pesos, funds."""
    hoja, e = libro.hoja(HOJA), libro.estilos
    preparar(
        hoja,
        e,
        "Aportaciones por familia",
        "Cuota social (CS), 15 % del salario mínimo del DF de 2004; ASF, 1.5 veces, y ASE, 0.5 "
        "veces la cuota social.",
    )
    hoja.set_column(0, 0, 26)
    hoja.set_column(1, 6, 19)
    _trimestres(libro)
    _corrientes(libro)
    _fondos(libro)


def _trimestres(libro: Libro) -> None:
    hoja, e, fila = libro.hoja(HOJA), libro.estilos, FILA_TRIMESTRES
    hoja.merge_range(
        fila - 2, 0, fila - 2, 6, "Según el trimestre de ingreso, pesos de 2004", e.seccion()
    )
    titulos = ("Trimestre de ingreso", *(t for t, _ in PARTES), "Total publicado", "Diferencia")
    hoja.set_row(fila - 1, 30)
    for j, texto in enumerate(titulos):
        hoja.write_string(fila - 1, j, texto, e.encabezado())
    impresos = datos.tabla("sps2006", "anexo_a_monto_por_familia")["total_anual"]
    for i, impreso in enumerate(impresos):
        r = fila + i
        hoja.write_number(r, 0, i + 1, e.texto(num_format=ENTERO, align="center"))
        hoja.write_number(r, 5, float(impreso), e.publicado(DECIMAL))
        hoja.write_formula(r, 6, f"=E{r + 1}-F{r + 1}", e.calculo(DECIMAL))
    primera, ultima = fila + 1, fila + len(impresos)
    for j, (_, funcion) in enumerate(PARTES, start=1):
        formula = f"={funcion}(2004,1,A{primera}:A{ultima})"
        bloque(hoja, fila, j, len(impresos), 1, formula, e.calculo(DECIMAL, bold=j == len(PARTES)))
    libro.nombrar("sps_cs_familia", HOJA, fila, 1)
    libro.nombrar("sps_total_familia", HOJA, fila, 4)
    hoja.write_string(
        fila + 4,
        0,
        "Publicado: tabla MONTO DE LA CS+ASF+ASE POR FAMILIA, L7314-7330, en pesos enteros.",
        e.subtitulo(),
    )


def _corrientes(libro: Libro) -> None:
    hoja, e, fila = libro.hoja(HOJA), libro.estilos, FILA_CORRIENTES
    hoja.merge_range(
        fila - 2,
        0,
        fila - 2,
        6,
        "Todo el año, pesos corrientes (trimestre a trimestre)",
        e.seccion(),
    )
    hoja.set_row(fila - 1, 30)
    for j, texto in enumerate(("Año", *(t for t, _ in PARTES))):
        hoja.write_string(fila - 1, j, texto, e.encabezado())
    for i, anio in enumerate(ANIOS):
        hoja.write_number(fila + i, 0, anio, e.texto(num_format=ENTERO, align="center"))
    primera, ultima = fila + 1, fila + len(ANIOS)
    for j, (_, funcion) in enumerate(PARTES, start=1):
        formula = f'={funcion}(A{primera}:A{ultima},1,1,"corrientes")'
        bloque(hoja, fila, j, len(ANIOS), 1, formula, e.calculo(DECIMAL, bold=j == len(PARTES)))
    hoja.write_string(
        fila + len(ANIOS),
        0,
        "Cada trimestre paga la cuarta parte de la cuota vigente: la de 2004 por el INPC del mes "
        "anterior al trimestre entre el de diciembre de 2003 (el mes es inferido).",
        e.subtitulo(),
    )


def _fondos(libro: Libro) -> None:
    hoja, e, fila = libro.hoja(HOJA), libro.estilos, FILA_FONDOS
    hoja.merge_range(
        fila - 2, 0, fila - 2, 6, "Fondos, por familia y año, pesos de 2004", e.seccion()
    )
    total = FILA_TRIMESTRES + 1
    hoja.set_row(fila - 1, 30)
    bloque(
        hoja,
        fila - 1,
        1,
        2,
        5,
        f"=SPS_FONDOS(B{total},C{total},D{total})",
        lambda i, _: e.calculo(DECIMAL) if i else e.encabezado(),
    )
    hoja.write_string(fila - 1, 0, "", e.encabezado())
    hoja.write_string(fila, 0, "Monto", e.texto())
    hoja.write_string(fila + 1, 0, "De CS + ASF + ASE", e.texto())
    for j in range(1, 6):
        letra = "ABCDEF"[j]
        hoja.write_formula(
            fila + 1, j, f"={letra}{fila + 1}/$E${total}", e.calculo("0.0%", font_color=GRIS)
        )
    hoja.write_string(
        fila + 2,
        0,
        "FPGC 8 %; FPP 3 % (infraestructura 2 %, imprevistos 1 %). CS transferible: la cuota "
        "social menos los dos fondos. L594-598, L3800.",
        e.subtitulo(),
    )
