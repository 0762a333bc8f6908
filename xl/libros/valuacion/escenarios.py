"""Sheets Escenarios (inputs) and Resultados (filled by a refresh)."""

from __future__ import annotations

from typing import Any

from xlsxwriter.utility import xl_col_to_name

from pymodel.valuacion import BASE, CASOS
from xl.libros.comun.libro import Libro
from xl.libros.estilo import GRIS, MDP, PCT, PP, preparar
from xl.libros.valuacion import base, plano

AVISO = (
    "Reindexación de flujos, no valuación: se mueven los flujos impresos y las tasas; no se vuelve "
    "a proyectar a la población."
)
NOTAS = (
    "Las sumas aseguradas se tarificaron a 3.5 % y no cambian con la tasa de descuento.",
    "Los pasivos por generación sólo existen en la base.",
    "La cola de extinción de 2010 (SRT y SIV) sólo se conoce a 3.5 % (tipo «calibrado»): a otra "
    "tasa o crecimiento la lleva su crecimiento implícito, y Resultados la muestra aparte.",
    "Crecimiento adicional d: el flujo del año t se multiplica por (1 + d)^(t - año de valuación); "
    "lo que sigue al último año también crece d más.",
    "Si los salarios crecen más, por omisión sólo crecen con ellos las pensiones. Los subsidios "
    "son en los informes un porcentaje fijo de los salarios: para que los sigan, escriba «sí».",
)


def construir(libro: Libro) -> None:
    """Write the sheet of scenarios."""
    hoja, e = libro.hoja(plano.ESCENARIOS), libro.estilos
    preparar(hoja, e, "Escenarios", AVISO, color="#B38E5D")
    primera = plano.COLUMNA_ESCENARIOS
    hoja.set_column(0, 0, 46)
    hoja.set_column(1, 2, 11)
    hoja.set_column(primera, primera + plano.NUM_ESCENARIOS - 1, 16)
    hoja.write_string(2, 0, "Cada columna cambia la base; 0 deja igual.", e.subtitulo())
    encabezado = plano.FILA_ESCENARIOS - 1
    hoja.freeze_panes(plano.FILA_ESCENARIOS, primera)
    for col, texto in enumerate(("Cambio sobre la base", "Unidad", "Base")):
        hoja.write_string(encabezado, col, texto, e.encabezado())
    for i in range(plano.NUM_ESCENARIOS):
        hoja.write_string(encabezado, primera + i, f"Escenario {i + 1}", e.encabezado())
    for r, (clave, etiqueta, tipo) in enumerate(plano.RENGLONES_ESCENARIO):
        fila = plano.FILA_ESCENARIOS + r
        unidad = {"tasa": "% anual", "si_no": "sí / no", "texto": "texto"}[tipo]
        if clave in ("tasa", "prima_ingreso"):
            unidad = "puntos"
        hoja.write_string(fila, 0, etiqueta, e.texto())
        hoja.write_string(fila, 1, unidad, e.texto(font_color=GRIS))
        if clave == "nombre":
            hoja.set_row(fila, 30)
        numero = "+0.00%;-0.00%;0.00%" if tipo == "tasa" else "@"
        sin_cambio = {"nombre": BASE.nombre, "activo": plano.SI}.get(
            clave, "" if tipo == "si_no" else 0
        )
        hoja.write(fila, 2, sin_cambio, e.publicado(numero, align="center"))
        for i in range(1, plano.NUM_ESCENARIOS + 1):
            formato = e.insumo(numero, align="center", text_wrap=clave == "nombre")
            col = primera + i - 1
            hoja.write(fila, col, base.escenario(i)[clave], formato)
            libro.nombrar(plano.nombre_escenario(i, clave), plano.ESCENARIOS, fila, col)
        _validate(libro, fila, tipo, etiqueta)
    pie = plano.FILA_ESCENARIOS + len(plano.RENGLONES_ESCENARIO) + 1
    hoja.write_string(pie, 0, "Lo que un escenario no hace", e(bold=True, font_color="#1F4E45"))
    for i, nota in enumerate(NOTAS):
        hoja.write_string(pie + 1 + i, 0, f"•  {nota}", e())


def _validate(libro: Libro, fila: int, tipo: str, etiqueta: str) -> None:
    hoja = libro.hoja(plano.ESCENARIOS)
    primera = plano.COLUMNA_ESCENARIOS
    ultima = primera + plano.NUM_ESCENARIOS - 1
    if tipo == "si_no":
        regla: dict[str, Any] = {
            "validate": "list",
            "source": [plano.SI, plano.NO],
            "error_message": "Elija sí o no.",
        }
    elif tipo == "tasa":
        regla = {
            "validate": "decimal",
            "criteria": "between",
            "minimum": -0.2,
            "maximum": 0.2,
            "error_message": "Escriba el cambio como fracción o porcentaje: 0.005 o 0.5%.",
        }
    else:
        return
    hoja.data_validation(
        fila,
        primera,
        fila,
        ultima,
        {"error_title": "Valor no válido", "input_title": etiqueta[:32], **regla},
    )


def resultados(libro: Libro) -> None:
    """Frame of the results, which a refresh fills in."""
    hoja, e = libro.hoja(plano.RESULTADOS), libro.estilos
    preparar(
        hoja,
        e,
        "Resultados de los escenarios",
        AVISO + " La llena python run.py (o la macro actualizar).",
        repetir=(plano.FILA_RESULTADOS - 3, plano.FILA_RESULTADOS - 2),
    )
    hoja.write_string(
        2,
        0,
        "Montos a precios del año de cada valuación. Déficit positivo, superávit entre paréntesis. "
        "«Cola»: lo que sigue al último año, incluido en las columnas anteriores.",
        e.subtitulo(),
    )
    hoja.set_column(0, 0, 30)
    hoja.set_column(1, 3, 12)
    hoja.set_column(4, 13, 14)
    hoja.set_column(14, 14, 34)
    titulos, unidades = plano.FILA_RESULTADOS - 3, plano.FILA_RESULTADOS - 2
    hoja.set_row(titulos, 44)
    hoja.freeze_panes(plano.FILA_RESULTADOS - 1, 2)
    formatos = ("@", "@", "@", PCT, MDP, MDP, PCT, PCT, MDP, PP, MDP, MDP, MDP, MDP, "@")
    for col, (texto, unidad) in enumerate(plano.ENCABEZADO_RESULTADOS):
        hoja.write_string(titulos, col, texto, e.encabezado())
        hoja.write_string(unidades, col, unidad, e.unidad())
    maximo = (1 + plano.NUM_ESCENARIOS) * len(plano.TODOS)
    for i in range(maximo):
        for col, numero in enumerate(formatos):
            hoja.write_blank(plano.FILA_RESULTADOS - 1 + i, col, None, e(num_format=numero))
    ultima = plano.FILA_RESULTADOS - 1 + maximo - 1
    # A rule above the first row of each scenario, however many there are.
    inicio = f"${xl_col_to_name(0)}{plano.FILA_RESULTADOS}"
    previa = f"${xl_col_to_name(0)}{plano.FILA_RESULTADOS - 1}"
    hoja.conditional_format(
        plano.FILA_RESULTADOS - 1,
        0,
        ultima,
        len(formatos) - 1,
        {
            "type": "formula",
            "criteria": f'=AND({inicio}<>"",{inicio}<>{previa})',
            "format": libro.libro.add_format({"top": 1, "top_color": "#1F4E45"}),
        },
    )
    hoja.conditional_format(
        plano.FILA_RESULTADOS - 1,
        0,
        ultima,
        len(formatos) - 1,
        {
            "type": "formula",
            "criteria": f'={inicio}="{BASE.nombre}"',
            "format": libro.libro.add_format({"bg_color": "#E3EEEA"}),
        },
    )
    libro.nombrar(
        "resultados", plano.RESULTADOS, plano.FILA_RESULTADOS - 1, 0, ultima, len(formatos) - 1
    )
    assert len(CASOS) + 1 == len(plano.TODOS)
