"""Sheets of the SSFAM: fees, adverse selection, break-even."""

from __future__ import annotations

import functools
from typing import Any

import numpy as np
from xlsxwriter.utility import xl_rowcol_to_cell

from pymodel import datos, ssfam
from pymodel.mifa.supuestos import SUPUESTOS, del_informe
from xl.libros.comun.entradas import Entrada
from xl.libros.comun.libro import Libro, bloque
from xl.libros.estilo import DECIMAL, ENTERO, GRIS, MDP, ORO, PCT, VERDE, VINO, preparar
from xl.libros.guarderias_ssfam_servicios.comun import cuadro, nota

CUOTAS, SELECCION, EQUILIBRIO = "SSFAM cuotas", "SSFAM selección", "SSFAM equilibrio"
GRUPOS = ("0 a 19", "20 a 39", "40 a 59", "60 y más")
ANIOS = tuple(range(ssfam.PRIMER_ANIO, ssfam.ULTIMO_ANIO + 1))
ANIO_EQUILIBRIO = 2005


def _impresas() -> dict[int, list[float]]:
    """Printed fees of each year that has them."""
    hay: dict[int, list[float]] = {}
    df = cuadro("ifa2005", "III.8")
    for fila in df[df["Años"] > 2001].to_dict("records"):
        hay[int(fila["Años"])] = [float(fila[f"{g} años"]) for g in GRUPOS]
    df = cuadro("ifa2010", "V.7").set_index("Año")
    for anio in (2008, 2009):
        hay[anio] = [float(x) for x in df.loc[anio].to_numpy(np.float64)[:4]]
    df = cuadro("ifa2010", "V.3")
    for anio in (2010, 2011):
        hay[anio] = [float(x) for x in df[str(anio)].to_numpy(np.float64)[:4]]
    return hay


def _poblacion_por_grupo() -> list[float]:
    p = _edades()
    cortes = ((0, 4), (4, 8), (8, 12), (12, 17))
    return [float(sum(f[3] + f[4] for f in p[a:b])) for a, b in cortes]


@functools.cache
def _edades() -> list[list[Any]]:
    """Age, RO men and women, SSFAM men and women (cuadro III.9)."""
    df = cuadro("ifa2005", "III.9")
    columnas = ["Edad", "RO Hombres", "RO Mujeres", "SSFAM Hombres", "SSFAM Mujeres"]
    filas = df[df["Edad"] != "Total"][columnas].to_numpy(dtype=object).tolist()
    return [[str(f[0]), *(float(x) for x in f[1:])] for f in filas]


def _costos() -> list[list[Any]]:
    """Cost per person of each group: that of the GMP, for lack of that of the SSFAM."""
    df = cuadro("ifa2005", "II.25")
    df = df[df["grupo_de_edad"].str.match(r"\d")]
    casos, costo = (
        df[c].to_numpy(np.float64) for c in ("pensionados_vigentes", "costo_unitario_pesos_2005")
    )
    mayores = float((casos[16:] * costo[16:]).sum() / casos[16:].sum())
    por_edad = [*(float(c) for c in costo[:16]), mayores]
    return [[c, c] for c in por_edad]


DE_CUOTAS = (
    Entrada(
        "ssfam_costo_total",
        "Costo por cubrir de 2005",
        "mdp",
        float(datos.parametro("ssfam_costo", 2005, "ifa2005")),
        unidad="mdp de 2005",
        ayuda="IFA 2005, L2932: con las aportaciones del Gobierno Federal dentro de las cuotas.",
        minimo=0.0,
    ),
    Entrada(
        "ssfam_poblacion",
        "Usuarios por grupo",
        "tabla",
        [[p] for p in _poblacion_por_grupo()],
        formato=MDP,
    ),
)
DE_SELECCION = (
    Entrada("ssfam_edades", "Usuarios por edad", "tabla", _edades(), formato=MDP),
    Entrada("ssfam_costos", "Costo por persona", "tabla", _costos(), formato=DECIMAL),
)
DE_EQUILIBRIO = (
    Entrada(
        "ssfam_tasa",
        "tasa_descuento",
        "tasa",
        float(datos.parametro("tasa_descuento", documento="ifa2010")),
        ayuda="Real anual.",
    ),
    *(
        Entrada(f"ssfam_{clave}", clave, "tasa", del_informe(clave), ayuda=SUPUESTOS[clave].ayuda)
        for clave in ("crecimiento_salarial", "crecimiento_salarial_imss", "crecimiento_plazas")
    ),
    Entrada(
        "ssfam_interpolacion",
        "interpolacion",
        "opcion",
        "pchip",
        opciones=("pchip", "lineal", "log_spline", "geometrica"),
        ayuda="De los años que el informe no imprime.",
    ),
    Entrada(
        "ssfam_aportacion",
        "aportacion_actual",
        "pesos",
        float(datos.parametro("ssfam_aportacion_actual", 2011, "ifa2010")),
        ayuda="Pesos de 2011 al año por asegurado (cuadro V.4).",
        minimo=1.0,
        formato=DECIMAL,
    ),
    *(
        Entrada(
            f"ssfam_{clave}",
            clave,
            "numero",
            0.0,
            ayuda=ayuda,
            minimo=-0.99,
            maximo=0.99,
            formato=PCT,
        )
        for clave, ayuda in (
            ("cambio_cuotas", "Fracción que se suma a las cuotas de todos los años."),
            ("cambio_aportacion_federal", "Lo mismo, a la aportación federal."),
            ("cambio_gasto", "Lo mismo, al gasto."),
            ("crecimiento_adicional_gasto", "Crecimiento real anual de más del gasto."),
        )
    ),
)
ENTRADAS = (*DE_CUOTAS, *DE_SELECCION, *DE_EQUILIBRIO)


def cuotas(libro: Libro) -> None:
    """Write the sheet of the fees: by year, printed, and those that would balance 2005."""
    hoja, e = libro.hoja(CUOTAS), libro.estilos
    preparar(
        hoja,
        e,
        "Cuotas del Seguro de Salud para la Familia",
        "Pesos corrientes al año por asegurado, desde febrero: las de 2002 con el INPC, sin "
        "redondear (LSS, art. 242 hasta la reforma de 2014). IFA 2005, III.8; IFA 2010, V.3 y V.7.",
        color="#B38E5D",
    )
    hoja.set_column(0, 0, 34)
    hoja.set_column(1, 9, 12.5)
    hoja.merge_range(3, 0, 3, 8, "SSFAM_CUOTA y lo impreso", e.seccion())
    hoja.set_row(4, 30)
    hoja.write_string(4, 0, "Año", e.encabezado())
    for j, g in enumerate(GRUPOS):
        hoja.write_string(4, 1 + j, f"{g} años", e.encabezado())
        hoja.write_string(4, 5 + j, f"{g}, impresa", e.encabezado())
    impresas = _impresas()
    for i, anio in enumerate(ANIOS, start=5):
        hoja.write_number(i, 0, anio, e.texto(num_format=ENTERO, align="center"))
        for j, edad in enumerate(ssfam.EDADES_INICIALES):
            hoja.write_formula(i, 1 + j, f"=SSFAM_CUOTA({edad},$A{i + 1})", e.calculo(DECIMAL))
            if anio in impresas:
                hoja.write_number(i, 5 + j, impresas[anio][j], e.publicado(DECIMAL))
            else:
                hoja.write_blank(i, 5 + j, None, e.publicado(DECIMAL))
    fila = 6 + len(ANIOS)
    _equilibrio_2005(libro, fila)
    nota(
        libro,
        CUOTAS,
        fila + 10,
        (
            "Los informes imprimen pesos enteros hasta 2009 y décimas después; la de 20 a 39 años "
            "de 2011 (1,543.10) no sigue al INPC: es un defecto del informe.",
            "El cuadro III.10 imprime 5,345; 7,762; 4,998 y 11,717: con los usuarios del III.9 dan "
            "2,473.5 mdp y no 6,352 (verificación 46).",
        ),
    )


def _equilibrio_2005(libro: Libro, fila: int) -> None:
    hoja, e = libro.hoja(CUOTAS), libro.estilos
    hoja.merge_range(
        fila, 0, fila, 8, "Cuotas que cubrirían el costo, en proporción a las de 2005", e.seccion()
    )
    costo, poblacion = DE_CUOTAS
    hoja.write_string(fila + 1, 0, costo.etiqueta, e.texto())
    costo.escribir(libro, CUOTAS, fila + 1, 1)
    hoja.write_string(fila + 1, 2, costo.unidad, e.texto(font_color=GRIS))
    hoja.merge_range(fila + 1, 3, fila + 1, 8, costo.ayuda, e.texto(font_color=GRIS))
    titulos = ("Grupo", "Usuarios", "Cuota de 2005", "De equilibrio", "Aumento")
    for j, texto in enumerate(titulos):
        hoja.write_string(fila + 2, j, texto, e.encabezado())
    poblacion.escribir(libro, CUOTAS, fila + 3, 1)
    de_2005 = 5 + ANIO_EQUILIBRIO - ssfam.PRIMER_ANIO
    usuarios = f"$B${fila + 4}:$B${fila + 7}"
    actuales = f"$C${fila + 4}:$C${fila + 7}"
    for i, g in enumerate(GRUPOS):
        r = fila + 3 + i
        hoja.write_string(r, 0, f"{g} años", e.texto())
        hoja.write_formula(r, 2, f"={xl_rowcol_to_cell(de_2005, 1 + i)}", e.calculo(DECIMAL))
        hoja.write_formula(
            r,
            3,
            f"=C{r + 1}*ssfam_costo_total*1000000/SUMPRODUCT({usuarios},{actuales})",
            e.calculo(DECIMAL),
        )
        hoja.write_formula(r, 4, f"=D{r + 1}/C{r + 1}-1", e.calculo(PCT))
    libro.nombrar("ssfam_aumento_2005", CUOTAS, fila + 3, 4)


def seleccion(libro: Libro) -> None:
    """Write the sheet of the adverse selection."""
    hoja, e = libro.hoja(SELECCION), libro.estilos
    preparar(
        hoja,
        e,
        "Selección adversa del SSFAM",
        "Estandarización directa: el costo con las edades del SSFAM contra el que tendría con las "
        "del Régimen Obligatorio (RO). IFA 2005, L2842-2921 y cuadro III.9.",
        color="#B38E5D",
    )
    hoja.set_column(0, 0, 30)
    hoja.set_column(1, 8, 13)
    titulos = (
        "Edad",
        "RO hombres",
        "RO mujeres",
        "SSFAM hombres",
        "SSFAM mujeres",
        "Costo hombres",
        "Costo mujeres",
        "RO",
        "SSFAM",
    )
    hoja.merge_range(3, 0, 3, 6, "Datos: usuarios, y pesos de 2005 por persona", e.seccion())
    hoja.merge_range(3, 7, 3, 8, "Perfil", e.seccion())
    for j, texto in enumerate(titulos):
        hoja.write_string(4, j, texto, e.encabezado())
    edades, costos = DE_SELECCION
    edades.escribir(libro, SELECCION, 5, 0)
    costos.escribir(libro, SELECCION, 5, 5)
    n = len(edades.defecto)
    ultima = 4 + n
    libro.nombrar("seleccion_ro", SELECCION, 5, 1, ultima, 2)
    libro.nombrar("seleccion_ssfam", SELECCION, 5, 3, ultima, 4)
    for i in range(5, ultima + 1):
        for j, rango in ((7, "seleccion_ro"), (8, "seleccion_ssfam")):
            a, b = (xl_rowcol_to_cell(i, (1 if j == 7 else 3) + k) for k in (0, 1))
            hoja.write_formula(i, j, f"=SUM({a}:{b})/SUM({rango})", e.calculo(PCT))
    fila = ultima + 2
    hoja.merge_range(fila, 0, fila, 6, "SSFAM_SELECCION", e.seccion())
    llamada = "SSFAM_SELECCION(seleccion_ro,seleccion_ssfam,ssfam_costos)"
    renglones = (
        ("Usuarios del RO", 2, MDP, 1.0),
        ("Usuarios del SSFAM", 3, MDP, 1.0),
        ("Costo con sus edades, mdp", 4, DECIMAL, 1e6),
        ("Costo con las edades del RO, mdp", 5, DECIMAL, 1e6),
        ("Impacto de la selección adversa, mdp", 6, DECIMAL, 1e6),
    )
    for i, (texto, k, numero, divisor) in enumerate(renglones, start=fila + 1):
        hoja.write_string(i, 0, texto, e.texto())
        divide = f"/{divisor:.0f}" if divisor != 1.0 else ""
        hoja.write_formula(i, 1, f"=INDEX({llamada},{k},2){divide}", e.calculo(numero))
    libro.nombrar("seleccion_impacto", SELECCION, fila + 5, 1)
    hoja.write_string(fila + 6, 0, "Impacto entre el costo", e.texto())
    hoja.write_formula(fila + 6, 1, f"=B{fila + 6}/B{fila + 4}", e.calculo(PCT))
    nota(
        libro,
        SELECCION,
        fila + 8,
        (
            "El informe imprime 4,323 y 4,136 mdp (impacto 187) pero no los costos por edad del "
            "SSFAM: aquí van los de gastos médicos de pensionados (cuadro II.25), que son otros.",
            "Escriba los costos propios en la columna crema: el impacto es sólo tan bueno como "
            "ellos.",
        ),
    )
    chart = libro.libro.add_chart({"type": "column"})
    for j, nombre, color in ((7, "RO", VERDE), (8, "SSFAM", VINO)):
        chart.add_series(
            {
                "name": nombre,
                "categories": [SELECCION, 5, 0, ultima, 0],
                "values": [SELECCION, 5, j, ultima, j],
                "fill": {"color": color},
                "gap": 60,
            }
        )
    chart.set_title({"name": "Proporción de usuarios por edad", "name_font": {"size": 11}})
    chart.set_y_axis({"num_format": "0%", "major_gridlines": {"visible": True}})
    chart.set_x_axis({"num_font": {"rotation": -90, "size": 9}})
    chart.set_legend({"position": "bottom"})
    chart.set_size({"width": 900, "height": 280})
    hoja.insert_chart(fila + 11, 0, chart)
    hoja.fit_to_pages(1, 1)


def equilibrio(libro: Libro) -> None:
    """Write the sheet of the break-even premiums."""
    hoja, e = libro.hoja(EQUILIBRIO), libro.estilos
    preparar(
        hoja,
        e,
        "Equilibrio del SSFAM, 2011-2050",
        "IFA 2010, cuadros V.4 a V.6. Montos en mdp de 2011; primas con la actual = 100; "
        "aportaciones en pesos de 2011 al año por asegurado.",
        color="#B38E5D",
    )
    hoja.set_column(0, 0, 30)
    hoja.set_column(1, 7, 18)
    hoja.merge_range(3, 0, 3, 7, "Supuestos", e.seccion())
    for i, entrada in enumerate(DE_EQUILIBRIO, start=4):
        hoja.write_string(i, 0, entrada.etiqueta, e.texto())
        entrada.escribir(libro, EQUILIBRIO, i, 1)
        hoja.merge_range(i, 2, i, 7, entrada.ayuda, e.texto(font_color=GRIS))
    ultimo = 3 + len(DE_EQUILIBRIO)
    libro.nombrar("ssfam_supuestos", EQUILIBRIO, 4, 0, ultimo, 1)
    fila = ultimo + 2
    publicado = cuadro("ifa2010", "V.6").iloc[0]
    claves = (
        ("Prima media nivelada (PMN)", "ssfam_pmn", 6, publicado.iloc[2], "0.0"),
        ("Aportación de equilibrio (AE), media", "ssfam_ae", 8, publicado.iloc[5], DECIMAL),
    )
    hoja.write_string(fila, 0, "Resultado", e.encabezado())
    hoja.write_string(fila, 1, "Calculado", e.encabezado())
    hoja.write_string(fila, 2, "Publicado", e.encabezado())
    hoja.write_string(fila, 3, "Aumento", e.encabezado())
    for i, (texto, nombre, columna, impreso, numero) in enumerate(claves, start=fila + 1):
        hoja.write_string(i, 0, texto, e.texto())
        hoja.write_formula(
            i, 1, f"=INDEX(ssfam_tabla,{2 + 40},{columna})", e.calculo(numero, bold=True)
        )
        hoja.write_number(i, 2, float(impreso), e.publicado(numero))
        base = "100" if columna == 6 else "ssfam_aportacion"
        hoja.write_formula(i, 3, f"=B{i + 1}/{base}-1", e.calculo(PCT))
        libro.nombrar(nombre, EQUILIBRIO, i, 1)
    tabla = fila + 22
    hoja.merge_range(tabla - 1, 0, tabla - 1, 7, "SSFAM_EQUILIBRIO", e.seccion())
    formatos = (ENTERO, MDP, MDP, MDP, "0.0", "0.0", DECIMAL, DECIMAL)

    def formato(i: int, j: int) -> Any:
        if i == 0:
            return e.encabezado()
        if i == 41:
            return e.total(formatos[j])
        return e.calculo(formatos[j], **({"align": "center"} if j == 0 else {}))

    bloque(hoja, tabla, 0, 42, 8, "=SSFAM_EQUILIBRIO(ssfam_supuestos)", formato)
    libro.nombrar("ssfam_tabla", EQUILIBRIO, tabla, 0, tabla + 41, 7)
    chart = libro.libro.add_chart({"type": "line"})
    for j, nombre, color in ((4, "Prima de reparto", VERDE), (5, "Prima media nivelada", ORO)):
        chart.add_series(
            {
                "name": nombre,
                "categories": [EQUILIBRIO, tabla + 1, 0, tabla + 40, 0],
                "values": [EQUILIBRIO, tabla + 1, j, tabla + 40, j],
                "line": {"color": color, "width": 2.25},
            }
        )
    chart.set_title({"name": "Primas, actual = 100", "name_font": {"size": 11}})
    chart.set_x_axis({"interval_unit": 5, "num_font": {"size": 9}})
    chart.set_y_axis({"num_format": "0", "major_gridlines": {"visible": True}, "min": 0})
    chart.set_legend({"position": "bottom"})
    chart.set_size({"width": 860, "height": 290})
    hoja.insert_chart(fila + 4, 0, chart)
    hoja.set_h_pagebreaks([tabla - 1])
