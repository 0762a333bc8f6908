"""Sheets Indicadores and Gráfica: the table of CONEVAL with traffic lights, and its progress."""

from __future__ import annotations

from typing import Any

import pandas as pd
import xlwings as xw
from xlsxwriter.utility import xl_rowcol_to_cell

from pymodel import indicadores
from pymodel.errores import DatoInvalido
from xl.contrato.entrada import plegar
from xl.libros.comun import lectura
from xl.libros.comun.definicion import Bloques
from xl.libros.comun.libro import Libro
from xl.libros.estilo import FUENTE, GRIS, ORO, VERDE, alto_fila, preparar
from xl.libros.indicadores import plano
from xl.libros.indicadores.plano import CAPACIDAD, FILA

COLUMNAS: tuple[tuple[str, str, float], ...] = (
    ("Clave", "", 8),
    ("Indicador", "", 54),
    ("Tipo", "", 22),
    ("Sentido", "", 13),
    ("Calidad", "", 13),
    ("Año", "", 7),
    ("Línea base", "unidad propia", 15),
    ("Meta intermedia", "unidad propia", 15),
    ("Meta sexenal", "unidad propia", 15),
    ("Último valor", "unidad propia", 15),
    ("Avance", "% de la meta", 11),
    ("Clase de avance", "", 15),
    ("Cumplimiento de la meta intermedia", "", 19),
    ("Clase impresa", "CONEVAL 2020", 15),
    ("Cumplimiento impreso", "CONEVAL 2020", 19),
    ("¿Coincide?", "", 11),
)

# Traffic lights: background and letter of each word.
ROJO, NARANJA, AMARILLO = ("#F4B6B0", "#7F1D1D"), ("#F9D0A8", "#7A3E00"), ("#FFF0B3", "#6B5300")
VERDES = ("#DCEFD0", "#2F5D1E"), ("#B7DFA6", "#1B4D12"), ("#7CC36B", "#0E3B0A")
SIN = ("#ECECEC", "#555555")
SEMAFORO = {
    indicadores.MUY_REZAGADO: ROJO,
    indicadores.REZAGADO: NARANJA,
    indicadores.INSUFICIENTE: AMARILLO,
    indicadores.ADECUADO: VERDES[0],
    indicadores.AVANZADO: VERDES[1],
    indicadores.SUPERADO: VERDES[2],
    indicadores.RETROCESO: ROJO,
    indicadores.NO_ALCANZADA: NARANJA,
    indicadores.ALCANZADA: VERDES[0],
    indicadores.MUY_SUPERADO: VERDES[2],
    indicadores.NO_APLICA: SIN,
    indicadores.SIN_ESTIMAR: SIN,
}
ULTIMA = FILA + CAPACIDAD - 1
AVANCE, CLASE, CUMPLIMIENTO = range(plano.RESULTADOS, plano.RESULTADOS + 3)
FILA_RESUMEN = ULTIMA + 3
PISO, TECHO = -100, 120  # of the chart


def construir(libro: Libro) -> None:
    """Write the sheet."""
    hoja, e = libro.hoja(plano.INDICADORES), libro.estilos
    preparar(
        hoja,
        e,
        "Seguimiento de indicadores",
        "Programa Institucional del IMSS, CONEVAL 2020. Pegue otro cuadro sobre las celdas azules: "
        f"hasta {CAPACIDAD} indicadores. Las bandas valen con dos de seis años transcurridos.",
        repetir=(3, 4),
    )
    hoja.set_row(3, 46)
    hoja.freeze_panes(FILA, 2)
    for col, (texto, unidad, ancho) in enumerate(COLUMNAS):
        hoja.set_column(col, col, ancho)
        hoja.write_string(3, col, texto, e.encabezado())
        hoja.write_string(4, col, unidad, e.unidad())
    plano.INDICADORES_TEXTOS.escribir(libro, plano.INDICADORES, FILA, plano.TEXTOS)
    plano.INDICADORES_ANIO.escribir(libro, plano.INDICADORES, FILA, plano.ANIO)
    plano.INDICADORES_CIFRAS.escribir(libro, plano.INDICADORES, FILA, plano.CIFRAS)
    cuadro = plano.coneval()
    envuelto = e.insumo("@", text_wrap=True)
    for i in range(CAPACIDAD):
        fila = FILA + i
        if i < len(cuadro):
            nombre = str(cuadro["nombre"][i])
            hoja.write_string(fila, 1, nombre, envuelto)
            hoja.set_row(fila, alto_fila([(nombre, COLUMNAS[1][2])]))
        _resultados(libro, fila, publicado=i < len(cuadro))
    hoja.data_validation(
        *(FILA, 3, ULTIMA, 3),
        {
            "validate": "list",
            "source": list(plano.SENTIDOS),
            "input_title": "Sentido",
            "input_message": "Hacia dónde mejora el indicador.",
            "error_title": "Valor no válido",
            "error_message": "Elija una opción de la lista.",
        },
    )
    _semaforo(libro, AVANCE + 1, plano.PUBLICADOS + 1)
    for nombre, col in (("avance", AVANCE), ("clase", CLASE), ("cumplimiento", CUMPLIMIENTO)):
        libro.nombrar(f"indicadores_{nombre}", plano.INDICADORES, FILA, col, ULTIMA, col)
    libro.nombrar("indicadores_clave", plano.INDICADORES, FILA, 0, ULTIMA, 0)
    libro.nombrar("indicadores_calidad", plano.INDICADORES, FILA, 4, ULTIMA, 4)
    libro.nombrar("indicadores_tipo", plano.INDICADORES, FILA, 2, ULTIMA, 2)
    _resumen(libro)


def _resultados(libro: Libro, fila: int, *, publicado: bool) -> None:
    hoja, e = libro.hoja(plano.INDICADORES), libro.estilos
    clave, sentido = xl_rowcol_to_cell(fila, 0), xl_rowcol_to_cell(fila, 3)
    base, intermedia, meta, valor = (xl_rowcol_to_cell(fila, plano.CIFRAS + j) for j in range(4))
    avance = xl_rowcol_to_cell(fila, AVANCE)
    contradice = (
        f'OR(AND(LOWER({sentido})="ascendente",{meta}<{base}),'
        f'AND(LOWER({sentido})="descendente",{meta}>{base}))'
    )
    vacio = f'{clave}=""'
    centrado: dict[str, Any] = {"align": "center"}
    # The &"" is for LibreOffice 7.4, to which a text that a function of an add-in returned is
    # equal to no other, not even for COUNTIF.
    for col, formula, formato in (
        (
            AVANCE,
            f'IF({vacio},"",IF({contradice},"-",AVANCE_SEXENAL({base},{meta},{valor})))',
            e.calculo("#,##0.0_);(#,##0.0)", align="right"),
        ),
        (
            CLASE,
            f'IF({vacio},"",IF({avance}="-","-",IF(LOWER({sentido})="constante","NA",'
            f'CLASE_AVANCE({avance})&"")))',
            e.calculo("@", **centrado),
        ),
        (
            CUMPLIMIENTO,
            f'IF({vacio},"",CUMPLIMIENTO({base},{intermedia},{valor},{sentido})&"")',
            e.calculo("@", **centrado),
        ),
    ):
        hoja.write_formula(fila, col, f"={formula}", formato)
    if publicado:
        impreso = plano.coneval().loc[fila - FILA]
        for j, columna in enumerate(("clase_impresa", "cumplimiento_impreso")):
            hoja.write_string(
                fila, plano.PUBLICADOS + j, str(impreso[columna]), e.publicado("@", **centrado)
            )
        calculadas = (xl_rowcol_to_cell(fila, c) for c in (CLASE, CUMPLIMIENTO))
        publicadas = (xl_rowcol_to_cell(fila, plano.PUBLICADOS + j) for j in range(2))
        iguales = ",".join(f"{a}={b}" for a, b in zip(calculadas, publicadas, strict=True))
        hoja.write_formula(
            fila, plano.PUBLICADOS + 2, f'=IF(AND({iguales}),"sí","no")', e.calculo("@", **centrado)
        )


def _semaforo(libro: Libro, primera: int, ultima: int) -> None:
    hoja = libro.hoja(plano.INDICADORES)
    for palabra, (fondo, letra) in SEMAFORO.items():
        hoja.conditional_format(
            *(FILA, primera, ULTIMA, ultima),
            {
                "type": "cell",
                "criteria": "==",
                "value": f'"{palabra}"',
                "format": libro.libro.add_format({"bg_color": fondo, "font_color": letra}),
            },
        )


def _resumen(libro: Libro) -> None:
    """Counts by class, compliance, quality and kind; mean progress."""
    hoja, e = libro.hoja(plano.INDICADORES), libro.estilos
    hoja.merge_range(FILA_RESUMEN, 0, FILA_RESUMEN, len(COLUMNAS) - 1, "Resumen", e.seccion())
    total = "COUNTA(indicadores_clave)"
    cuadro = plano.coneval()
    grupos: tuple[tuple[str, str, tuple[str, ...], int], ...] = (
        (
            "Clase de avance",
            "indicadores_clase",
            (*indicadores.CLASES, indicadores.NO_APLICA, indicadores.SIN_ESTIMAR),
            1,
        ),
        (
            "Cumplimiento",
            "indicadores_cumplimiento",
            (*indicadores.CUMPLIMIENTOS, indicadores.NO_APLICA, indicadores.SIN_ESTIMAR),
            6,
        ),
        ("Calidad", "indicadores_calidad", tuple(cuadro["calidad"].unique()), 10),
        ("Tipo", "indicadores_tipo", tuple(cuadro["tipo"].unique()), 13),
    )
    # The first group has its label in the wide column; the others take the two before the figure.
    for titulo, rango, palabras, col in grupos:
        ancho = 0 if col == 1 else 1
        texto = e.encabezado()
        if ancho:
            hoja.merge_range(FILA_RESUMEN + 1, col, FILA_RESUMEN + 1, col + ancho, titulo, texto)
        else:
            hoja.write_string(FILA_RESUMEN + 1, col, titulo, texto)
        hoja.write_string(FILA_RESUMEN + 1, col + ancho + 1, "Indicadores", texto)
        for i, palabra in enumerate(palabras):
            fila = FILA_RESUMEN + 2 + i
            if ancho:
                hoja.merge_range(fila, col, fila, col + ancho, palabra, e.texto())
            else:
                hoja.write_string(fila, col, palabra, e.texto())
            hoja.write_formula(
                fila, col + ancho + 1, f'=COUNTIF({rango},"{palabra}")', e.calculo("0")
            )
            if palabra in (indicadores.SUPERADO, indicadores.MUY_REZAGADO) and col == 1:
                nombre = "n_superados" if palabra == indicadores.SUPERADO else "n_muy_rezagados"
                libro.nombrar(nombre, plano.INDICADORES, fila, col + 1)
    fila = FILA_RESUMEN + 11
    fin = FILA_RESUMEN + 2 + len(indicadores.CLASES) - 1
    medibles = f"{xl_rowcol_to_cell(fin - 5, 2)}:{xl_rowcol_to_cell(fin, 2)}"
    condiciones = (
        'indicadores_avance,">="&avance_atipico_minimo,indicadores_avance,"<="&'
        'avance_atipico_maximo,indicadores_clase,"<>NA"'
    )
    for i, (texto, formula, numero, nombre) in enumerate(
        (
            ("Indicadores en el cuadro", total, "0", "n_indicadores"),
            ("Con clase de avance", f"SUM({medibles})", "0", "n_medibles"),
            ("De ellos, sin ser atípicos", f"COUNTIFS({condiciones})", "0", "n_promedio"),
            (
                "Avance promedio, sin atípicos (%)",
                f'IF(n_promedio=0,"",SUMIFS(indicadores_avance,{condiciones})/n_promedio)',
                "0.0",
                "avance_promedio",
            ),
        )
    ):
        hoja.write_string(fila + i, 1, texto, e.texto())
        hoja.write_formula(fila + i, 2, f"={formula}", e.calculo(numero, bold=True))
        libro.nombrar(nombre, plano.INDICADORES, fila + i, 2)
    for i, nota in enumerate(
        (
            "Avance = (último valor - línea base)/(meta sexenal - línea base); la fórmula no está "
            "impresa y reproduce las 16 clases.",
            "Bandas: Muy rezagado <5, Rezagado 5 a <16, Insuficiente 16 a <27, Adecuado 27 a <35, "
            "Avanzado 35 a 42, Superado >42 (impreso: 35-42 y >41, que se traslapan).",
            "Cumplimiento: regla y cortes inferidos (95 y 120 % de la meta); reproducen los 18 "
            "renglones. «-»: la meta contradice el sentido y no se estima. «NA»: constante o meta "
            "0.",
            "Promedio: sólo indicadores con clase; omite los atípicos de la hoja Supuestos.",
            "Como en el original: el nombre de 4.1 es ajeno (son las personas con alguna "
            "prestación) y 1.1, una carencia, se declara ascendente.",
        )
    ):
        hoja.write_string(fila + 5 + i, 0, nota, e.subtitulo())


def grafica(libro: Libro) -> None:
    """Progress of each indicator as bars, cut so that the outliers do not hide the others."""
    hoja, e = libro.hoja(plano.GRAFICA), libro.estilos
    preparar(
        hoja,
        e,
        "Avance de los indicadores",
        f"Barras cortadas en {PISO} y {TECHO} %; sin cortar, en la segunda columna. 33.3 % es lo "
        "que tocaba con dos de seis años. Los primeros 18 renglones de la hoja Indicadores.",
    )
    hoja.fit_to_pages(1, 1)
    n = len(plano.coneval())
    hoja.set_column(0, 0, 10)
    hoja.set_column(1, 4, 13)
    titulos = ("Clave", "Avance, %", "Avanza, %", "Retrocede, %", "Esperado, %")
    for col, texto in enumerate(titulos):
        hoja.write_string(3, col, texto, e.encabezado())
    hoja.set_row(3, 30)
    numero = "#,##0.0_);(#,##0.0)"
    for i in range(n):
        fila, origen = 4 + i, FILA + i
        clave = f"{plano.INDICADORES}!{xl_rowcol_to_cell(origen, 0)}"
        avance = f"{plano.INDICADORES}!{xl_rowcol_to_cell(origen, AVANCE)}"
        hoja.write_formula(fila, 0, f'=IF({clave}="","",{clave})', e.calculo("@", align="center"))
        hoja.write_formula(fila, 1, f"={avance}", e.calculo(numero, align="right"))
        for col, cortado in (
            (2, f"MAX(0,MIN({TECHO},{avance}))"),
            (3, f"MIN(0,MAX({PISO},{avance}))"),
        ):
            formula = f"=IF(ISNUMBER({avance}),{cortado},0)"
            hoja.write_formula(fila, col, formula, e.calculo(numero))
        hoja.write_formula(fila, 4, "=100*2/6", e.calculo("0.0"))
    dibujo = libro.libro.add_chart({"type": "column"})
    for col, nombre, color in ((2, "Avanza", VERDE), (3, "Retrocede", "#A33B2E")):
        dibujo.add_series(
            {
                "name": nombre,
                "categories": [plano.GRAFICA, 4, 0, 3 + n, 0],
                "values": [plano.GRAFICA, 4, col, 3 + n, col],
                "fill": {"color": color},
                "gap": 45,
                "overlap": 100,
            }
        )
    linea = libro.libro.add_chart({"type": "line"})
    linea.add_series(
        {
            "name": "Esperado a 2020: 33.3 %",
            "categories": [plano.GRAFICA, 4, 0, 3 + n, 0],
            "values": [plano.GRAFICA, 4, 4, 3 + n, 4],
            "line": {"color": ORO, "width": 2, "dash_type": "dash"},
        }
    )
    dibujo.combine(linea)
    letra = {"name": FUENTE, "size": 9, "color": "#404040"}
    dibujo.set_title(
        {
            "name": "Avance hacia la meta sexenal, % (CONEVAL 2020)",
            "name_font": {**letra, "size": 12, "bold": True},
        }
    )
    dibujo.set_x_axis({"num_font": letra, "label_position": "low", "line": {"color": GRIS}})
    dibujo.set_y_axis(
        {
            "num_font": letra,
            "num_format": "0",
            "min": PISO,
            "max": TECHO,
            "major_unit": 20,
            "major_gridlines": {"visible": True, "line": {"color": "#E4E4E4"}},
        }
    )
    dibujo.set_legend({"position": "bottom", "font": letra})
    hoja.insert_chart(3, 6, dibujo, {"x_scale": 1.9, "y_scale": 1.75})


def revisar(book: xw.Book) -> Bloques:
    """Check the pasted table row by row before anything is computed; there is nothing to write."""
    textos, anios, cifras = (
        lectura.filas(lectura.rango(book, entrada.nombre))
        for entrada in (
            plano.INDICADORES_TEXTOS,
            plano.INDICADORES_ANIO,
            plano.INDICADORES_CIFRAS,
        )
    )
    filas: list[dict[str, Any]] = []
    for i, (texto, anio, numeros) in enumerate(zip(textos, anios, cifras, strict=True)):
        celdas = [*texto, *anio, *numeros]
        if all(c is None or c == "" for c in celdas):
            continue
        lugar = f"{plano.INDICADORES}!A{FILA + i + 1}"
        if texto[0] is None or texto[0] == "":
            raise DatoInvalido(lugar, None, "la clave del indicador de ese renglón")
        fila = dict(zip((*plano.NOMBRES, "anio", *plano.NUMEROS), celdas, strict=True))
        sentido = fila["sentido"]
        fila["sentido"] = plegar(sentido) if isinstance(sentido, str) else sentido
        fila["indicador"] = f"{fila['clave']} {fila['nombre'] or ''}".strip()
        filas.append(fila)
    if filas:
        try:
            indicadores.seguimiento(pd.DataFrame(filas, dtype=object))
        except DatoInvalido as error:
            raise error.en(plano.INDICADORES) from None
    return ()
