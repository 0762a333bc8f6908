"""Sheets to look things up: cover, parameters, catalogue."""

from __future__ import annotations

from typing import Any

import pandas as pd

from pymodel import datos
from pymodel.valuacion import CASOS, PROPIO, publicado
from xl import VERSION
from xl.libros.comun.consulta import tabla
from xl.libros.comun.libro import Libro, referencia
from xl.libros.estilo import (
    DECIMAL,
    MDP,
    PCT,
    PP,
    VERDE,
    VERDE_CLARO,
    VINO,
)
from xl.libros.valuacion import plano
from xl.libros.valuacion.comun import si_hay_datos

GUIA = (
    (plano.SUPUESTOS, "Tasa, horizonte, perpetuidad, prima y reserva de cada valuación"),
    (plano.PRIMAS, "Prima nivelada por componente, calculada junto a la publicada"),
    (plano.BALANCE, "Activo, pasivo, déficit o superávit y % del VPSF"),
    (plano.GENERACIONES, "Pasivos publicados por generación y prestación"),
    (plano.SUFICIENCIA, "Prima nivelada contra la de ingreso; reserva proyectada"),
    (plano.COMPARATIVO, "2005 contra 2010, en su base y a precios de 2010"),
    (plano.GRAFICAS, "Primas por año y balances"),
    (plano.ESCENARIOS, "Cambios sobre la base: tasa, salarios, gasto, prima"),
    (plano.RESULTADOS, "Cada escenario contra la base, en dinero y en puntos"),
    ("Flujos SRT 2005", "Flujos anuales de cada valuación (seis hojas)"),
    (plano.PROPIOS, "En blanco, para los flujos del analista"),
    (plano.PARAMETROS, "Parámetros con su ley, artículo y línea del documento"),
    (plano.CATALOGO, "Los cuadros de los cinco informes"),
    (plano.CONCILIACION, "Cada cifra publicada contra la calculada"),
    (plano.FUNCIONES, "Funciones de Excel: argumentos, ejemplo y fuente"),
    (plano.BITACORA, "Quién actualizó, cuándo y qué cambió"),
)


def portada(libro: Libro) -> None:
    """Cover: what it is, the premiums at a glance, where things are."""
    hoja, e = libro.hoja(plano.PORTADA), libro.estilos
    hoja.hide_gridlines(2)
    hoja.set_tab_color(VERDE)
    hoja.set_column(0, 0, 3)
    hoja.set_column(1, 1, 26)
    hoja.set_column(2, 7, 15)
    banda = e(bg_color=VERDE, font_color="#FFFFFF", font_size=20, bold=True)
    hoja.set_row(0, 8)
    hoja.set_row(1, 40)
    hoja.merge_range(1, 1, 1, 7, "  Primas niveladas y balances actuariales del IMSS", banda)
    hoja.merge_range(
        2,
        1,
        2,
        7,
        "   Seguros de Riesgos de Trabajo e Invalidez y Vida y Gastos Médicos de Pensionados. "
        "Informes financieros y actuariales (IFA) de 2005 y 2010.",
        e(bg_color=VERDE_CLARO, font_color=VERDE, italic=True),
    )
    hoja.set_row(2, 20)
    fila = 4
    titulos = (
        "Valuación",
        "Prima nivelada",
        "Publicada",
        "Diferencia (pp)",
        "Prima de ingreso",
        "Dictamen",
        "Déficit / (superávit), mdp",
    )
    hoja.set_row(fila, 32)
    for j, texto in enumerate(titulos):
        hoja.write_string(fila, 1 + j, texto, e.encabezado())
    for i, caso in enumerate(CASOS):
        r = fila + 1 + i
        pn, ingreso = plano.nombre(caso, "pn"), plano.nombre(caso, "prima_ingreso")
        hoja.write_string(r, 1, f"{caso.titulo} ({caso.base_precios})", e.texto())
        hoja.write_formula(r, 2, f"={pn}", e.calculo(PCT, bold=True))
        hoja.write_number(r, 3, float(publicado(caso).primas[-1] or 0.0), e.publicado(PCT))
        hoja.write_formula(r, 4, f"=({pn}-D{r + 1})*100", e.calculo(PP))
        hoja.write_formula(r, 5, f"={ingreso}", e.calculo(PCT))
        hoja.write_formula(
            r,
            6,
            f'=IF({pn}<={ingreso},"suficiente","insuficiente")',
            e.calculo("@", align="center"),
        )
        hoja.write_formula(r, 7, f"={plano.nombre(caso, 'deficit')}", e.calculo(MDP))
    primera, ultima = fila + 1, fila + len(plano.TODOS)
    propios = {c: plano.nombre(PROPIO, c) for c in ("pn", "prima_ingreso", "deficit")}
    hoja.write_string(ultima, 1, "Flujos propios", e.texto())
    for col, formula, formato in (
        (2, propios["pn"], e.calculo(PCT, bold=True)),
        (5, propios["prima_ingreso"], e.calculo(PCT)),
        (
            6,
            f'IF({propios["pn"]}<={propios["prima_ingreso"]},"suficiente","insuficiente")',
            e.calculo("@", align="center"),
        ),
        (7, propios["deficit"], e.calculo(MDP)),
    ):
        hoja.write_formula(ultima, col, si_hay_datos(PROPIO, formula), formato)
    for col in (3, 4):
        hoja.write_blank(ultima, col, None, e.calculo())
    for texto, color in (("suficiente", VERDE), ("insuficiente", VINO)):
        hoja.conditional_format(
            primera,
            6,
            ultima,
            6,
            {
                "type": "cell",
                "criteria": "==",
                "value": f'"{texto}"',
                "format": libro.libro.add_format({"font_color": color, "bold": True}),
            },
        )
    hoja.write_string(
        ultima + 1,
        1,
        "SRT y SIV 2010 a 100 años están calibradas: su cola sólo se conoce por diferencia con lo "
        "publicado. Sin cola, a 50 años, ver la hoja Primas.",
        e.subtitulo(),
    )
    fila = ultima + 3
    hoja.merge_range(fila, 1, fila, 7, "Contenido", e.seccion())
    for i, (nombre, texto) in enumerate(GUIA):
        r = fila + 1 + i
        hoja.write_url(
            r,
            1,
            f"internal:{referencia(nombre)}!A1",
            e(font_color=VERDE, underline=1, bottom=4, bottom_color="#BFCFC9"),
            nombre if not nombre.startswith("Flujos SRT") else "Flujos SRT 2005 …",
        )
        hoja.merge_range(r, 2, r, 7, texto, e.texto())
    fila += len(GUIA) + 2
    hoja.merge_range(fila, 1, fila, 7, "Cómo se usa", e.seccion())
    for i, texto in enumerate(
        (
            "Azul sobre crema: lo que se puede cambiar. Gris en cursivas: lo publicado. Lo demás "
            "se calcula.",
            "Para actualizar: python run.py, la macro actualizar en Excel o python -m xl "
            "actualizar workbooks/valuacion.xlsx.",
            "Cada cifra publicada está conciliada con la calculada en la hoja Conciliación.",
            "Los escenarios son reindexación de flujos, no valuación.",
            f"Versión {VERSION}. Este libro no se ha abierto en Excel: se verificó con LibreOffice "
            "y con el motor de archivos (ver docs/verificado.md).",
        )
    ):
        hoja.merge_range(fila + 1 + i, 1, fila + 1 + i, 7, f"•  {texto}", e())
    hoja.set_paper(1)
    hoja.fit_to_pages(1, 1)
    hoja.set_landscape()
    hoja.center_horizontally()


def parametros(libro: Libro) -> None:
    """The dated parameters, with a live look-up on top."""
    registro_legal = datos.parametros()
    campos = [
        ("nombre", "Parámetro", 36),
        ("documento", "Documento", 12),
        ("valor", "Valor", 14),
        ("unidad", "Unidad", 18),
        ("vigente_desde", "Vigente desde", 13),
        ("ley_articulo", "Ley y artículo", 26),
        ("fuente", "Fuente", 30),
        ("nota", "Nota", 60),
    ]

    def texto(valor: Any) -> Any:
        if isinstance(valor, str | int | float):
            return valor
        return None if pd.isna(valor) else str(valor)[:10]

    tabla(
        libro,
        plano.PARAMETROS,
        "Índices y parámetros",
        "Cada valor con su ley, artículo, documento y línea. Las series (salario mínimo, UMA, "
        "INPC) se consultan con =PARAMETRO(nombre, fecha). Tasas en fracción.",
        [(t, w) for _, t, w in campos],
        ([texto(fila[c]) for c, _, _ in campos] for _, fila in registro_legal.iterrows()),
    )
    hoja, e = libro.hoja(plano.PARAMETROS), libro.estilos
    col = len(campos) + 1
    hoja.set_column(col, col, 34)
    hoja.set_column(col + 1, col + 1, 14)
    hoja.merge_range(4, col, 4, col + 1, "Consulta", e.seccion())
    hoja.write_string(5, col, "Parámetro", e.texto())
    hoja.write_string(5, col + 1, "smg_df", e.insumo("@"))
    hoja.write_string(6, col, "Año o fecha", e.texto())
    hoja.write_number(6, col + 1, 2010, e.insumo("General"))
    hoja.write_string(7, col, "Valor vigente", e.texto(bold=True))
    libro.nombrar("consulta_parametro", plano.PARAMETROS, 5, col + 1)
    libro.nombrar("consulta_fecha", plano.PARAMETROS, 6, col + 1)
    hoja.write_formula(
        7, col + 1, "=PARAMETRO(consulta_parametro,consulta_fecha)", e.calculo("General", bold=True)
    )
    hoja.write_string(9, col, "Índices anuales", e(bold=True, font_color=VERDE))
    for j, cabeza in enumerate(("Año", "INPC promedio")):
        hoja.write_string(10, col + j, cabeza, e.encabezado())
    for i, anio in enumerate(range(2000, 2021)):
        hoja.write_number(11 + i, col, anio, e.texto(num_format="0", align="center"))
        hoja.write_number(11 + i, col + 1, datos.inpc_promedio(anio), e.calculo(DECIMAL))


def catalogo(libro: Libro) -> None:
    """The tables of the five reports."""
    cuadros = datos.catalogo()
    columnas = [
        ("documento", "Documento", 13),
        ("id", "Clave", 30),
        ("titulo", "Título", 70),
        ("unidad", "Unidad", 34),
        ("primera_linea", "Desde L", 9),
        ("ultima_linea", "Hasta L", 9),
        ("calidad", "Calidad", 14),
        ("archivo", "Datos", 10),
    ]

    def valor(fila: pd.Series, campo: str) -> Any:
        crudo = fila[campo]
        if campo == "archivo":
            return "sí" if isinstance(crudo, str) and crudo else "sin datos"
        return None if pd.isna(crudo) else crudo if isinstance(crudo, str) else float(crudo)

    tabla(
        libro,
        plano.CATALOGO,
        "Catálogo de tablas",
        'Para traer una: =TABLA_FUENTE("ifa2010","cuadro_i_4"). L: líneas del texto del informe.',
        [(t, w) for _, t, w in columnas],
        ([valor(fila, c) for c, _, _ in columnas] for _, fila in cuadros.iterrows()),
    )
