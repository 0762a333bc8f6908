"""Sheet Rentas otorgadas: rentas vitalicias 1997-2010 as printed, with averages and shares."""

from __future__ import annotations

from xlsxwriter.utility import xl_rowcol_to_cell

from pymodel import rentas_vitalicias as rv
from xl.libros.comun.libro import Libro, bloque
from xl.libros.estilo import DECIMAL, MDP, ORO, PCT, VERDE, VINO, preparar
from xl.libros.rentas import plano
from xl.libros.rentas.graficas import LETRA, ejes

SEGUROS = {"srt": "Riesgos de Trabajo", "siv": "Invalidez y Vida"}
DIRECTAS = {"srt": "Incapacidad permanente", "siv": "Invalidez"}
FUENTES = {"srt": "IFA 2010, cuadro A.1", "siv": "IFA 2010, cuadro A.2"}
FUENTES_2005 = {"srt": "IFA 2005, cuadro II.2", "siv": "IFA 2005, cuadro II.8"}
ANCHO = 11


def construir(libro: Libro) -> None:
    """Write the sheet."""
    hoja, e = libro.hoja(plano.ESTADISTICAS), libro.estilos
    preparar(
        hoja,
        e,
        "Rentas vitalicias otorgadas, 1997-2010",
        "Casos y montos constitutivos (mdp corrientes) publicados; promedio, participación y pesos "
        "de 2010 calculados con el INPC promedio del año. No incluyen los 1,822 mdp del Décimo "
        "Cuarto Transitorio pagados en 2004.",
        horizontal=False,
    )
    hoja.set_column(0, 0, 40)
    hoja.set_column(1, ANCHO, 12)
    hoja.freeze_panes(3, 1)
    fila = 3
    for seguro in SEGUROS:
        fila = _serie(libro, seguro, fila)
    hoja.set_h_pagebreaks([fila])
    for seguro in SEGUROS:
        fila = _por_tipo(libro, seguro, fila)


def _serie(libro: Libro, seguro: str, fila: int) -> int:
    """One insurance: fourteen years, total, and the chart of its amounts in pesos of 2010."""
    hoja, e = libro.hoja(plano.ESTADISTICAS), libro.estilos
    r = rv.otorgadas(seguro)
    titulo = f"{SEGUROS[seguro]} ({FUENTES[seguro]})"
    hoja.merge_range(fila, 0, fila, ANCHO, titulo, e.seccion())
    directas = DIRECTAS[seguro]
    textos = (
        "Año",
        f"Casos: {directas.lower()}",
        "Casos: derivadas",
        "Casos: total",
        f"MC: {directas.lower()}",
        "MC: derivadas",
        "MC: total",
        "MC promedio: directas, miles",
        "MC promedio: derivadas, miles",
        "MC promedio, miles",
        "Directas, % del MC",
        "MC, mdp de 2010",
    )
    hoja.set_row(fila + 1, 58)
    for j, texto in enumerate(textos):
        hoja.write_string(fila + 1, j, texto, e.encabezado())
    primera, n = fila + 2, r.anios.size
    ultima, total = primera + n - 1, primera + n
    for i, anio in enumerate(r.anios.tolist()):
        hoja.write_number(primera + i, 0, anio, e.texto(num_format="0", align="center"))
        for j in range(2):
            hoja.write_number(primera + i, 1 + j, float(r.casos[i, j]), e.publicado(MDP))
            hoja.write_number(primera + i, 4 + j, float(r.montos[i, j]), e.publicado(DECIMAL))
    hoja.write_string(total, 0, "Total", e.total("@"))
    for j in (1, 2, 4, 5):
        rango = f"{xl_rowcol_to_cell(primera, j)}:{xl_rowcol_to_cell(ultima, j)}"
        numero = MDP if j < 3 else DECIMAL
        hoja.write_formula(total, j, f"=SUM({rango})", e.total(numero))
    for i in range(n + 1):
        f = primera + i
        formato = e.total if i == n else e.calculo
        c = [xl_rowcol_to_cell(f, j) for j in range(ANCHO + 1)]
        hoja.write_formula(f, 3, f"={c[1]}+{c[2]}", formato(MDP))
        hoja.write_formula(f, 6, f"={c[4]}+{c[5]}", formato(DECIMAL))
        for j, (monto, casos) in enumerate(((4, 1), (5, 2), (6, 3)), start=7):
            promedio = f'=IF({c[casos]}>0,{c[monto]}/{c[casos]}*1000,"")'
            hoja.write_formula(f, j, promedio, formato(DECIMAL))
        hoja.write_formula(f, 10, f"={c[4]}/{c[6]}", formato(PCT))
    columna = f"{xl_rowcol_to_cell(primera, 6)}:{xl_rowcol_to_cell(ultima, 6)}"
    anios = f"{xl_rowcol_to_cell(primera, 0)}:{xl_rowcol_to_cell(ultima, 0)}"
    constantes = f"=DEFLACTAR({columna},{anios},2010)"
    bloque(hoja, primera, 11, n, 1, constantes, e.calculo(DECIMAL))
    suma = f"=SUM({xl_rowcol_to_cell(primera, 11)}:{xl_rowcol_to_cell(ultima, 11)})"
    hoja.write_formula(total, 11, suma, e.total(DECIMAL))
    libro.nombrar(f"rentas_{seguro}_promedio", plano.ESTADISTICAS, total, 9)
    grafica = libro.libro.add_chart({"type": "column"})
    categorias = [plano.ESTADISTICAS, primera, 0, ultima, 0]
    grafica.add_series(
        {
            "name": "MC, mdp de 2010",
            "categories": categorias,
            "values": [plano.ESTADISTICAS, primera, 11, ultima, 11],
            "fill": {"color": VERDE},
            "gap": 60,
        }
    )
    promedios = libro.libro.add_chart({"type": "line"})
    for j, nombre, color in ((7, "Promedio directas", VINO), (8, "Promedio derivadas", ORO)):
        promedios.add_series(
            {
                "name": f"{nombre}, miles de pesos (eje derecho)",
                "categories": categorias,
                "values": [plano.ESTADISTICAS, primera, j, ultima, j],
                "line": {"color": color, "width": 2.25},
                "y2_axis": True,
            }
        )
    grafica.combine(promedios)
    ejes(grafica, SEGUROS[seguro], "", "mdp de 2010")
    promedios.set_y2_axis(
        {
            "name": "miles de pesos corrientes",
            "name_font": {**LETRA, "bold": False},
            "num_font": LETRA,
            "num_format": "#,##0",
        }
    )
    grafica.set_size({"width": 1180, "height": 260})
    hoja.insert_chart(total + 1, 0, grafica, {"y_offset": 6})
    return total + 16


def _por_tipo(libro: Libro, seguro: str, fila: int) -> int:
    """The five types of 1997-2005: cases, amounts, average, share."""
    hoja, e = libro.hoja(plano.ESTADISTICAS), libro.estilos
    r = rv.otorgadas(seguro, "ifa2005")
    n = r.anios.size
    titulo = f"{SEGUROS[seguro]} por tipo, 1997-2005 ({FUENTES_2005[seguro]})"
    hoja.merge_range(fila, 0, fila, ANCHO, titulo, e.seccion())
    for j, texto in enumerate(
        ("Tipo", *(str(a) for a in r.anios.tolist()), "Total", "% del total")
    ):
        hoja.write_string(fila + 1, j, texto, e.encabezado())
    fila += 2
    inicio: dict[str, int] = {}
    k = len(r.tipos)
    for que, valores, numero in (("Casos", r.casos, MDP), ("MC, mdp", r.montos, DECIMAL)):
        inicio[que] = fila
        for t, tipo in enumerate((*r.tipos, "total")):
            f = fila + t
            formato = e.total if t == k else e.publicado
            hoja.write_string(f, 0, f"{que}: {tipo}", e.total("@") if t == k else e.texto())
            for i in range(n):
                if t < k:
                    hoja.write_number(f, 1 + i, float(valores[i, t]), formato(numero))
                else:
                    a, b = (xl_rowcol_to_cell(x, 1 + i) for x in (fila, f - 1))
                    hoja.write_formula(f, 1 + i, f"=SUM({a}:{b})", formato(numero))
            a, b = xl_rowcol_to_cell(f, 1), xl_rowcol_to_cell(f, n)
            hoja.write_formula(f, n + 1, f"=SUM({a}:{b})", e.total(numero))
            arriba, abajo = (
                xl_rowcol_to_cell(f, n + 1),
                xl_rowcol_to_cell(fila + k, n + 1, True, True),
            )
            hoja.write_formula(f, n + 2, f"={arriba}/{abajo}", e.calculo(PCT))
        fila += k + 1
    for t, tipo in enumerate((*r.tipos, "total")):
        hoja.write_string(fila, 0, f"MC promedio, miles: {tipo}", e.texto())
        for i in range(n + 1):
            casos, monto = (xl_rowcol_to_cell(inicio[q] + t, 1 + i) for q in ("Casos", "MC, mdp"))
            formula = f'=IF({casos}>0,{monto}/{casos}*1000,"")'
            hoja.write_formula(fila, 1 + i, formula, e.calculo(DECIMAL))
        fila += 1
    return fila + 1
