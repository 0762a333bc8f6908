"""Sheets No asegurados and Tamaño de hogar: households of 2004 and uninsured population."""

from __future__ import annotations

from xlsxwriter.utility import xl_rowcol_to_cell

from xl.libros.comun.libro import Libro, bloque
from xl.libros.estilo import FUENTE, GRIS, ORO, VERDE, VINO, preparar
from xl.libros.indicadores import plano
from xl.libros.indicadores.plano import FILA, N_ENTIDADES, N_TAMANOS

PERSONAS = '#,##0_);(#,##0);"–"_)'

COLUMNAS: tuple[tuple[str, str, float], ...] = (
    ("Entidad federativa", "", 20),
    ("Hogares 1990", "censo", 12),
    ("Hogares 2000", "censo", 12),
    ("Hogares del año", "recta, anexo 2", 13),
    ("Impreso 2004", "anexo 2", 12),
    ("Hogares: total repartido", "según 2000", 13),
    ("Impreso 2004", "cuadro 1", 12),
    ("Sin seguridad social", "% de hogares", 12),
    ("Hogares sujetos", "calculado", 12),
    ("Impreso 2004", "cuadro 1", 12),
    ("Población 2004", "CONAPO 2006", 13),
    ("Proporción no asegurada", "implícita", 13),
    ("Cota mínima", "personas", 13),
    ("Constante", "personas", 13),
    ("Cota máxima", "personas", 13),
    ("Impreso 2004", "cuadro 1", 13),
)
ULTIMA = FILA + N_ENTIDADES - 1
TOTAL = ULTIMA + 1


def construir(libro: Libro) -> None:
    """Write the sheet of the states."""
    hoja, e = libro.hoja(plano.ENTIDADES), libro.estilos
    preparar(
        hoja,
        e,
        "Hogares sujetos de afiliación y población no asegurada",
        "Secretaría de Salud, mayo de 2004 (anexo 2 y cuadro 1). El total nacional del año se "
        "reparte según los hogares de 2000, como el cuadro 1.",
        repetir=(2, 4),
    )
    for col, (texto, unidad, ancho) in enumerate(COLUMNAS):
        hoja.set_column(col, col, ancho)
        hoja.write_string(3, col, texto, e.encabezado())
        hoja.write_string(4, col, unidad, e.unidad())
    for desde, hasta, texto in (
        (1, 4, "Proyección lineal"),
        (5, 9, "Hogares sujetos de afiliación"),
        (10, 15, "Población no asegurada: tres escenarios de cobertura"),
    ):
        hoja.merge_range(2, desde, 2, hasta, texto, e.seccion())
    hoja.set_row(3, 32)
    hoja.freeze_panes(FILA, 1)
    nombres, impreso = plano.anexo(2), plano.cuadro_1().iloc[1:]
    plano.HOGARES_ENTIDAD.escribir(libro, plano.ENTIDADES, FILA, 1)
    plano.PORCENTAJE.escribir(libro, plano.ENTIDADES, FILA, 7)
    plano.POBLACION.escribir(libro, plano.ENTIDADES, FILA, 10)
    plano.PROPORCION.escribir(libro, plano.ENTIDADES, FILA, 11)
    for j, nombre in ((1, "h_1990"), (2, "h_2000"), (3, "h_recta"), (5, "h_repartidos")):
        libro.nombrar(nombre, plano.ENTIDADES, FILA, j, ULTIMA, j)
    columnas_impresas = {
        4: nombres["2004"],
        6: impreso["Total de Hogares /1"],
        9: impreso["Total de hogares sujetos de afiliación /1"],
        15: impreso["Población no asegurada /2"],
    }
    for i, nombre in enumerate(nombres["Entidad federativa"]):
        fila = FILA + i
        hoja.write_string(fila, 0, str(nombre), e.texto())
        for col, valores in columnas_impresas.items():
            hoja.write_number(fila, col, float(valores.iloc[i]), e.publicado(PERSONAS))
        c = {col: xl_rowcol_to_cell(fila, col) for col in range(len(COLUMNAS))}
        for col, formula in (
            (5, f"hogares_pais*{c[2]}/SUM(h_2000)"),
            (8, f"{c[5]}*{c[7]}/100"),
            (12, f"{c[10]}*(1-MIN(1,(1-{c[11]})*(1+variacion_cobertura)))"),
            (13, f"{c[10]}*{c[11]}"),
            (14, f"{c[10]}*(1-(1-{c[11]})*(1-variacion_cobertura))"),
        ):
            hoja.write_formula(fila, col, f"={formula}", e.calculo(PERSONAS))
    bloque(
        hoja,
        *(FILA, 3, N_ENTIDADES, 1),
        "=HOGARES(h_1990,h_2000,anio_hogares)",
        e.calculo(PERSONAS),
    )
    _total(libro)
    _grafica(libro)


def _total(libro: Libro) -> None:
    hoja, e = libro.hoja(plano.ENTIDADES), libro.estilos
    hoja.write_string(TOTAL, 0, "Nacional", e.total("@"))
    for col in range(1, len(COLUMNAS)):
        rango = f"{xl_rowcol_to_cell(FILA, col)}:{xl_rowcol_to_cell(ULTIMA, col)}"
        if col == 7:
            formula, formato = (
                f"100*{xl_rowcol_to_cell(TOTAL, 8)}/{xl_rowcol_to_cell(TOTAL, 5)}",
                "0.0",
            )
        elif col == 11:
            formula, formato = (
                f"{xl_rowcol_to_cell(TOTAL, 13)}/{xl_rowcol_to_cell(TOTAL, 10)}",
                "0.0%",
            )
        else:
            formula, formato = f"SUM({rango})", PERSONAS
        hoja.write_formula(TOTAL, col, f"={formula}", e.total(formato))
    for col, nombre in (
        (8, "sujetos_pais"),
        (12, "no_asegurados_minimo"),
        (13, "no_asegurados_constante"),
        (14, "no_asegurados_maximo"),
    ):
        libro.nombrar(nombre, plano.ENTIDADES, TOTAL, col)
    for i, nota in enumerate(
        (
            "El total repartido y el anexo 2 no coinciden por entidad: el informe usa el total "
            "nacional repartido en el cuadro 1. Chiapas y Zacatecas llevan ahí una base algo "
            "menor (583 y 614 hogares).",
            "La población de CONAPO que usó el informe (proyección de 2002) no está impresa. Aquí "
            "va la de 2006 y la proporción se despeja de ella: el escenario constante reproduce lo "
            "impreso por construcción.",
            "Cotas: la parte asegurada sube o baja la variación de la hoja Supuestos, que el "
            "informe no imprime.",
        )
    ):
        hoja.write_string(TOTAL + 2 + i, 0, nota, e.subtitulo())


def _grafica(libro: Libro) -> None:
    dibujo = libro.libro.add_chart({"type": "column"})
    for col, texto, color in (
        (12, "Cota mínima", ORO),
        (13, "Constante", VERDE),
        (14, "Cota máxima", VINO),
    ):
        dibujo.add_series(
            {
                "name": texto,
                "categories": [plano.ENTIDADES, FILA, 0, ULTIMA, 0],
                "values": [plano.ENTIDADES, FILA, col, ULTIMA, col],
                "fill": {"color": color},
                "gap": 60,
            }
        )
    letra = {"name": FUENTE, "size": 9, "color": "#404040"}
    dibujo.set_title(
        {
            "name": "Población no asegurada por entidad, tres escenarios",
            "name_font": {**letra, "size": 12, "bold": True},
        }
    )
    dibujo.set_x_axis({"num_font": {**letra, "rotation": -90}, "line": {"color": GRIS}})
    dibujo.set_y_axis(
        {
            "name": "personas",
            "name_font": letra,
            "num_font": letra,
            "num_format": "#,##0",
            "major_gridlines": {"visible": True, "line": {"color": "#E4E4E4"}},
        }
    )
    dibujo.set_legend({"position": "bottom", "font": letra})
    libro.hoja(plano.ENTIDADES).insert_chart(TOTAL + 6, 0, dibujo, {"x_scale": 3.1, "y_scale": 1.5})


def tamanos(libro: Libro) -> None:
    """Write the sheet of households by size."""
    hoja, e = libro.hoja(plano.TAMANOS), libro.estilos
    preparar(
        hoja,
        e,
        "Hogares según número de integrantes",
        "Secretaría de Salud, mayo de 2004, anexo 1. Recta entre los censos de 1990 y 2000.",
    )
    titulos = (
        ("Integrantes", "", 18),
        ("Hogares 1990", "censo", 14),
        ("Hogares 2000", "censo", 14),
        ("Incremento anual", "hogares", 14),
        ("Crecimiento", "% de 1990", 14),
        ("Hogares del año", "calculado", 14),
        ("Impreso 2004", "anexo 1", 14),
        ("Estructura", "% del total", 14),
    )
    for col, (texto, unidad, ancho) in enumerate(titulos):
        hoja.set_column(col, col, ancho)
        hoja.write_string(3, col, texto, e.encabezado())
        hoja.write_string(4, col, unidad, e.unidad())
    hoja.set_row(3, 32)
    plano.HOGARES_TAMANO.escribir(libro, plano.TAMANOS, FILA, 1)
    total = FILA + N_TAMANOS
    for j, nombre in ((1, "t_1990"), (2, "t_2000")):
        libro.nombrar(nombre, plano.TAMANOS, FILA, j, total - 1, j)
    impreso = plano.anexo(1)
    for i in range(N_TAMANOS + 1):
        fila, es_total = FILA + i, i == N_TAMANOS
        origen = impreso.iloc[0 if es_total else i + 1]
        texto = "Total" if es_total else str(origen["nacional"])
        como = e.total if es_total else e.calculo
        hoja.write_string(fila, 0, texto, e.total("@") if es_total else e.texto())
        antes, despues = xl_rowcol_to_cell(fila, 1), xl_rowcol_to_cell(fila, 2)
        hogares = xl_rowcol_to_cell(fila, 5)
        if es_total:
            for col in (1, 2, 5):
                rango = f"{xl_rowcol_to_cell(FILA, col)}:{xl_rowcol_to_cell(total - 1, col)}"
                hoja.write_formula(fila, col, f"=SUM({rango})", e.total(PERSONAS))
        hoja.write_formula(fila, 3, f"=({despues}-{antes})/10", como(PERSONAS))
        hoja.write_formula(fila, 4, f"=10*({despues}-{antes})/{antes}", como("0.00_);(0.00)"))
        hoja.write_number(fila, 6, float(origen["2004"]), e.publicado(PERSONAS))
        hoja.write_formula(fila, 7, f"=100*{hogares}/hogares_pais", como("0.0"))
    bloque(
        hoja,
        *(FILA, 5, N_TAMANOS, 1),
        "=HOGARES(t_1990,t_2000,anio_hogares)",
        e.calculo(PERSONAS),
    )
    libro.nombrar("hogares_pais", plano.TAMANOS, total, 5)
    hoja.write_string(
        total + 2,
        0,
        "El crecimiento es el incremento anual entre los hogares de 1990, como lo cita el informe; "
        "no es la tasa compuesta.",
        e.subtitulo(),
    )
