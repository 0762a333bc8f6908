"""Sheet Afiliación y recursos: families and resources 2004-2010 with the band drawn."""

from __future__ import annotations

from typing import Any

from pymodel import datos
from xl.libros.comun.definicion import Indicador
from xl.libros.comun.libro import Libro, bloque
from xl.libros.estilo import ENTERO, FUENTE, GRIS, MDP, VERDE, VINO, preparar
from xl.libros.sps.supuestos import OBSERVADOS

HOJA = "Afiliación y recursos"
ANIOS = tuple(range(2004, 2011))
FILA = 6  # row of 2003; the years follow
PRIMERA = FILA + 1
ULTIMA = FILA + len(ANIOS)
COTAS = ("inferior", "media", "superior")
PUBLICADO = ("cota_inferior", "estimacion_media", "cota_superior")
TITULOS = (
    "Año",
    "Familias al cierre",
    "Familias nuevas",
    "Avance de la meta",
    "Cota inferior",
    "Media",
    "Cota superior",
    "Ancho de la banda",
    "Metas del informe",
    "Inferior, informe",
    "Media, informe",
    "Superior, informe",
    "Inferior, publicada",
    "Media, publicada",
    "Superior, publicada",
    "Mayor diferencia",
)
INDICADORES = (
    Indicador("sps_familias_2009", "Familias afiliadas en 2009", "familias", MDP),
    Indicador("sps_recursos_2005", "Recursos de 2005, media", "mdp de 2004", MDP),
    Indicador("sps_recursos_inf_2010", "Recursos de 2010, cota inferior", "mdp de 2004", MDP),
    Indicador("sps_recursos_2010", "Recursos de 2010, media", "mdp de 2004", MDP),
    Indicador("sps_recursos_sup_2010", "Recursos de 2010, cota superior", "mdp de 2004", MDP),
)


def construir(libro: Libro) -> None:
    """Table with the assumptions of the workbook, with those of the report, and as printed."""
    hoja, e = libro.hoja(HOJA), libro.estilos
    preparar(
        hoja,
        e,
        "Afiliación y recursos, 2004-2010",
        "Recursos = CS + ASF + ASE por familia × (familias del año anterior + parte del año × "
        "familias nuevas), millones de pesos (mdp) de 2004.",
    )
    hoja.set_column(0, 0, 9)
    hoja.set_column(1, len(TITULOS) - 1, 12.5)
    hoja.freeze_panes(FILA, 1)
    for desde, hasta, texto in (
        (0, 7, "Con los supuestos del libro"),
        (8, 11, "Con las metas del informe"),
        (12, 15, "FIGURA A5, L7382-7398"),
    ):
        hoja.merge_range(3, desde, 3, hasta, texto, e.seccion())
    hoja.set_row(4, 32)
    for j, texto in enumerate(TITULOS):
        hoja.write_string(4, j, texto, e.encabezado())
    hoja.write_string(5, 0, "Parte", e.unidad())
    for j, unidad in ((1, "familias"), (2, "familias"), (3, "%"), (7, "mdp")):
        hoja.write_string(5, j, unidad, e.unidad())
    hoja.write_number(5, 4, 0.25, e.unidad())
    hoja.write_formula(5, 5, "=sps_fraccion_media", e.unidad())
    hoja.write_number(5, 6, 1, e.unidad())
    hoja.write_string(5, 8, "familias", e.unidad())
    for j in range(9, len(TITULOS)):
        hoja.write_string(5, j, "mdp", e.unidad())
    _anios(libro)
    _del_informe(libro)
    for nombre, anio, col in (
        ("sps_familias_2009", 2009, 1),
        ("sps_recursos_2005", 2005, 5),
        ("sps_recursos_inf_2010", 2010, 4),
        ("sps_recursos_2010", 2010, 5),
        ("sps_recursos_sup_2010", 2010, 6),
    ):
        libro.nombrar(nombre, HOJA, FILA + anio - 2003, col)
    hoja.write_string(
        ULTIMA + 1,
        0,
        "Inferior: las familias nuevas ingresan en el cuarto trimestre; superior: en el primero. "
        "Sólo se escalan las nuevas: el texto no lo dice, pero así salen las 18 cifras publicadas. "
        "2004 parte de las 0.61 millones impresas de 2003.",
        e.subtitulo(),
    )
    _grafica(libro)


def _anios(libro: Libro) -> None:
    hoja, e = libro.hoja(HOJA), libro.estilos
    for i, anio in enumerate((2003, *ANIOS)):
        r = FILA + i
        hoja.write_number(r, 0, anio, e.texto(num_format=ENTERO, align="center"))
        if anio in OBSERVADOS:
            familias = f"=sps_familias_{anio}"
        elif anio < ANIOS[-1]:
            familias = f"=MIN(sps_meta_2010,B{r}+ROUND(sps_incremento*sps_meta_2010,0))"
        else:
            familias = "=sps_meta_2010"
        hoja.write_formula(r, 1, familias, e.calculo(MDP))
        if anio == 2003:
            continue
        hoja.write_formula(r, 2, f"=B{r + 1}-B{r}", e.calculo(MDP))
        hoja.write_formula(r, 3, f"=B{r + 1}/sps_meta_2010", e.calculo("0.0%"))
        for col in "EFG":
            formula = f"=SPS_TOTAL($A{r + 1})*($B{r}+{col}$6*$C{r + 1})/1000000"
            hoja.write_formula(r, ord(col) - 65, formula, e.calculo(MDP, bold=col == "F"))
        hoja.write_formula(r, 7, f"=G{r + 1}-E{r + 1}", e.calculo(MDP))


def _del_informe(libro: Libro) -> None:
    hoja, e = libro.hoja(HOJA), libro.estilos
    anios = f"A{PRIMERA + 1}:A{ULTIMA + 1}"
    n = len(ANIOS)
    bloque(hoja, PRIMERA, 8, n, 1, f"=SPS_META({anios})", e.calculo(MDP))
    for j, cota in enumerate(COTAS):
        formula = f'=SPS_RECURSOS({anios},"{cota}")'
        bloque(hoja, PRIMERA, 9 + j, n, 1, formula, e.calculo(MDP))
    impresa = {
        int(anio): montos
        for anio, *montos in datos.tabla("sps2006", "figura_a5")[["anio", *PUBLICADO]].to_numpy(
            float
        )
    }
    for i, anio in enumerate(ANIOS):
        r = PRIMERA + i
        if anio not in impresa:
            for j in range(12, 16):
                hoja.write_string(r, j, "", e.publicado())
            continue
        for j, monto in enumerate(impresa[anio]):
            hoja.write_number(r, 12 + j, monto, e.publicado(MDP))
        pares = [f"ABS({a}{r + 1}-{b}{r + 1})" for a, b in ("JM", "KN", "LO")]
        hoja.write_formula(r, 15, f"=MAX({','.join(pares)})", e.calculo("0.00"))


def _grafica(libro: Libro) -> None:
    """The band as a stacked area over the lower bound, the mean as a line."""
    hoja = libro.hoja(HOJA)
    letra: dict[str, Any] = {"name": FUENTE, "size": 9, "color": "#404040"}

    def columna(col: int) -> list[Any]:
        return [HOJA, PRIMERA, col, ULTIMA, col]

    area = libro.libro.add_chart({"type": "area", "subtype": "stacked"})
    area.add_series(
        {
            "name": "Cota inferior",
            "categories": columna(0),
            "values": columna(4),
            "fill": {"none": True},
            "border": {"none": True},
        }
    )
    area.add_series(
        {
            "name": "Banda: de todas en el cuarto trimestre a todas en el primero",
            "categories": columna(0),
            "values": columna(7),
            "fill": {"color": "#B9D8CF"},
            "border": {"none": True},
        }
    )
    lineas = libro.libro.add_chart({"type": "line"})
    for nombre, col, color, trazo in (
        ("Media, con los supuestos del libro", 5, VERDE, "solid"),
        ("Media, con las metas del informe", 10, VINO, "dash"),
    ):
        lineas.add_series(
            {
                "name": nombre,
                "categories": columna(0),
                "values": columna(col),
                "line": {"color": color, "width": 2.25, "dash_type": trazo},
            }
        )
    area.combine(lineas)
    area.set_title(
        {
            "name": "Recursos del Seguro Popular",
            "name_font": {**letra, "size": 12, "bold": True},
        }
    )
    area.set_x_axis({"num_font": letra, "line": {"color": "#BFBFBF"}})
    area.set_y_axis(
        {
            "name": "mdp de 2004",
            "name_font": {**letra, "bold": False},
            "num_font": letra,
            "num_format": "#,##0",
            "major_gridlines": {"visible": True, "line": {"color": "#E4E4E4"}},
            "line": {"none": True},
        }
    )
    area.set_legend({"position": "bottom", "font": letra, "delete_series": [0]})
    area.set_chartarea({"border": {"color": "#D9D9D9"}})
    hoja.insert_chart(ULTIMA + 3, 0, area, {"x_scale": 1.55, "y_scale": 1.35})
    familias = libro.libro.add_chart({"type": "column"})
    familias.add_series(
        {
            "name": "Familias al cierre",
            "categories": columna(0),
            "values": columna(1),
            "fill": {"color": VERDE},
            "gap": 60,
        }
    )
    familias.set_title(
        {"name": "Familias afiliadas", "name_font": {**letra, "size": 12, "bold": True}}
    )
    familias.set_x_axis({"num_font": letra, "line": {"color": GRIS}})
    familias.set_y_axis(
        {
            "name": "millones de familias",
            "name_font": {**letra, "bold": False},
            "num_font": letra,
            "num_format": "0,,",
            "major_gridlines": {"visible": True, "line": {"color": "#E4E4E4"}},
            "line": {"none": True},
        }
    )
    familias.set_legend({"none": True})
    familias.set_chartarea({"border": {"color": "#D9D9D9"}})
    hoja.insert_chart(ULTIMA + 3, 9, familias, {"x_scale": 1.3, "y_scale": 1.35})
