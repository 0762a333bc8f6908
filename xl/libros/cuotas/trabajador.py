"""Sheets of one worker: the contributions of a period, and of each year since 2000."""

from __future__ import annotations

from xl.libros.comun.libro import Libro, bloque
from xl.libros.comun.plano import NO, SI
from xl.libros.cuotas import plano
from xl.libros.cuotas.comun import datos, matriz
from xl.libros.estilo import DECIMAL, ENTERO, ORO, PCT, VERDE, VINO, preparar

GRAFICA, SALIDA = 31, 50  # first rows of the chart and of the output of the function
LLAMADA = "CUOTAS_IMSS(trab_sbc,trab_fecha,trab_dias,trab_prima,TRUE,trab_factor)"


def construir(libro: Libro) -> None:
    """Write the sheet of the worker."""
    hoja, e = libro.hoja(plano.TRABAJADOR), libro.estilos
    preparar(
        hoja,
        e,
        "Cuotas de un trabajador",
        "Pesos del periodo por seguro y pagador, con las tasas y topes de la fecha; sin redondeo.",
    )
    hoja.set_column(0, 0, 36)
    hoja.set_column(1, 5, 15)
    hoja.set_column(6, 6, 26)
    fila = datos(libro, plano.TRABAJADOR, 3, plano.DEL_TRABAJADOR)
    _bases(libro, fila + 1)
    matriz(libro, plano.TRABAJADOR, fila + 7, _celda, "trab")
    hoja.merge_range(SALIDA - 2, 0, SALIDA - 2, 6, "Salida de CUOTAS_IMSS", e.seccion())
    hoja.write_string(SALIDA - 1, 0, "columna", e.encabezado())
    hoja.write_string(SALIDA - 1, 1, "pesos", e.encabezado())
    n = len(plano.COLUMNAS)
    bloque(
        hoja,
        SALIDA,
        0,
        n,
        2,
        f"=TRANSPOSE({LLAMADA})",
        lambda _, j: e.calculo(DECIMAL) if j else e.texto(),
    )
    libro.nombrar("trab_salida", plano.TRABAJADOR, SALIDA, 1, SALIDA + n - 1, 1)
    _grafica(libro, fila + 7)
    hoja.set_h_pagebreaks([SALIDA - 2])


def _celda(columna: str) -> str:
    return f"INDEX(trab_salida,{plano.lugar(columna)})"


def _bases(libro: Libro, fila: int) -> None:
    """What the contributions were measured with, from the output itself and the rates."""
    hoja, e = libro.hoja(plano.TRABAJADOR), libro.estilos
    hoja.merge_range(fila, 0, fila, 6, "Con qué se midieron", e.seccion())
    unidad = (
        f'{_celda("sem_cuota_fija_patron")}/trab_dias/PARAMETRO("eym_cuota_fija_patron",trab_fecha)'
    )
    topado = f'{_celda("sgps_patron")}/trab_dias/PARAMETRO("gps_patron",trab_fecha)'
    renglones = (
        (
            "trab_unidad",
            "Unidad: UMA desde 2016, antes salario mínimo",
            f'=IF(trab_dias=0,"",{unidad})',
        ),
        ("trab_topado", "SBC topado", f'=IF(trab_dias=0,"",{topado})'),
    )
    for i, (nombre, etiqueta, formula) in enumerate(renglones, start=1):
        hoja.write_string(fila + i, 0, etiqueta, e.texto())
        hoja.write_formula(fila + i, 1, formula, e.calculo(DECIMAL))
        hoja.write_string(fila + i, 2, "pesos diarios", e.texto(font_color="#6B6B6B"))
        libro.nombrar(nombre, plano.TRABAJADOR, fila + i, 1)
    avisos = (
        ("¿El salario pasa del tope?", "trab_topado<trab_sbc-0.005", "LSS, art. 28"),
        (
            "¿El patrón paga la cuota del trabajador?",
            f"{_celda('total_trabajador')}=0",
            "LSS, art. 36",
        ),
    )
    for i, (etiqueta, condicion, articulo) in enumerate(avisos, start=3):
        hoja.write_string(fila + i, 0, etiqueta, e.texto())
        formula = f'=IF(trab_dias=0,"",IF({condicion},"{SI}","{NO}"))'
        hoja.write_formula(fila + i, 1, formula, e.calculo(DECIMAL, align="right"))
        hoja.write_string(fila + i, 2, articulo, e.texto(font_color="#6B6B6B"))


def _grafica(libro: Libro, fila: int) -> None:
    hoja = libro.hoja(plano.TRABAJADOR)
    chart = libro.libro.add_chart({"type": "bar", "subtype": "stacked"})
    primera = fila + 2
    for j, (nombre, color) in enumerate((("Patrón", VERDE), ("Trabajador", ORO), ("Estado", VINO))):
        filas = [primera, primera + plano.IMSS - 1]
        chart.add_series(
            {
                "name": nombre,
                "categories": [plano.TRABAJADOR, filas[0], 0, filas[1], 0],
                "values": [plano.TRABAJADOR, filas[0], 1 + j, filas[1], 1 + j],
                "fill": {"color": color},
                "gap": 60,
            }
        )
    chart.set_title({"name": "Seguros del IMSS, pesos del periodo", "name_font": {"size": 11}})
    chart.set_y_axis({"reverse": True, "num_font": {"size": 9}})
    chart.set_x_axis({"num_format": "#,##0", "major_gridlines": {"visible": True}})
    chart.set_legend({"position": "bottom"})
    chart.set_size({"width": 900, "height": 300})
    hoja.insert_chart(GRAFICA, 0, chart)


def historia(libro: Libro) -> None:
    """Write the sheet of the years: what each payer gives, as a share of the wage."""
    hoja, e = libro.hoja(plano.HISTORIA), libro.estilos
    preparar(
        hoja,
        e,
        "El mismo trabajador desde 2000",
        "Cuotas del IMSS, RCV e Infonavit en % del SBC, con la ley, el salario mínimo y la UMA del "
        "1 de julio de cada año; prima media de la clase I.",
    )
    hoja.set_column(0, 0, 36)
    hoja.set_column(1, 6, 15)
    fila = datos(libro, plano.HISTORIA, 3, plano.DE_HISTORIA) + 1
    titulos = ("Año", "SBC, pesos diarios", "Patrón", "Trabajador", "Estado", "Total")
    hoja.set_row(fila, 30)
    for col, texto in enumerate(titulos):
        hoja.write_string(fila, col, texto, e.encabezado())
    for i, anio in enumerate(plano.ANIOS, start=fila + 1):
        dia = f"DATE({anio},7,1)"
        hoja.write_number(i, 0, anio, e.texto(num_format=ENTERO, align="center"))
        hoja.write_formula(i, 1, f'=hist_veces*PARAMETRO("smg_df",{dia})', e.calculo(DECIMAL))
        for j, columna in enumerate(plano.COLUMNAS[-4:]):
            hoja.write_formula(
                i,
                2 + j,
                f"=INDEX(CUOTAS_IMSS($B{i + 1},{dia},1,{plano.CLASE_I},TRUE,1),2,"
                f"{plano.lugar(columna)})/$B{i + 1}",
                e.calculo(PCT),
            )
    ultima = fila + len(plano.ANIOS)
    libro.nombrar("hist_total", plano.HISTORIA, fila + 1, 5, ultima, 5)
    chart = libro.libro.add_chart({"type": "column", "subtype": "stacked"})
    for j, (nombre, color) in enumerate((("Patrón", VERDE), ("Trabajador", ORO), ("Estado", VINO))):
        chart.add_series(
            {
                "name": nombre,
                "categories": [plano.HISTORIA, fila + 1, 0, ultima, 0],
                "values": [plano.HISTORIA, fila + 1, 2 + j, ultima, 2 + j],
                "fill": {"color": color},
                "gap": 40,
            }
        )
    chart.set_title({"name": "Cuotas en % del SBC", "name_font": {"size": 11}})
    chart.set_x_axis({"num_font": {"rotation": -90, "size": 9}})
    chart.set_y_axis({"num_format": "0%", "major_gridlines": {"visible": True}})
    chart.set_legend({"position": "bottom"})
    chart.set_size({"width": 760, "height": 330})
    hoja.insert_chart(ultima + 2, 0, chart)
    hoja.fit_to_pages(1, 1)
