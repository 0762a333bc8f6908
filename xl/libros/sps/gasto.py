"""Sheet Gasto en salud: three scenarios of health spending 2005-2010, their trends and charts."""

from __future__ import annotations

from typing import Any

from xlsxwriter.format import Format

from pymodel import datos
from pymodel.sps import gasto_salud as modelo
from xl.libros.comun.definicion import Indicador
from xl.libros.comun.entradas import Entrada
from xl.libros.comun.libro import Libro, bloque, celda
from xl.libros.estilo import GRIS, MDP, ORO, VERDE, VINO, preparar
from xl.libros.sps import afiliacion

HOJA = "Gasto en salud"
DOCUMENTO = "sps2006"
ANIOS = modelo.ANIOS
COLUMNAS = 1 + len(modelo.COLUMNAS)
ESCENARIOS = (
    (1, "Escenario I: reducción del gasto de bolsillo de la ENSANUT 2005-2006"),
    (2, "Escenario II: reducción de CIDE (ENIGH 2004)"),
    (3, "Escenario 3: sin reducción del gasto de bolsillo"),
)
# Names given here to columns of the sheet of affiliation, and their column there.
COTAS = (
    ("gasto_recursos", 5, "Estimación media"),
    ("gasto_recursos_inferior", 4, "Cota inferior"),
    ("gasto_recursos_superior", 6, "Cota superior"),
)
ALFA_USADA = 'IF(gasto_alfa_de="programa",gasto_alfa_programa,gasto_alfa)'
FILA_OPCIONES = 4
FILA_RECURSOS = 11
FILA_TABLAS = 15
ALTO_TABLA = 2 + len(ANIOS) + 2  # band, header, years, blank
FILA_TENDENCIAS = FILA_TABLAS + ALTO_TABLA * len(ESCENARIOS)
FILA_GRAFICAS = FILA_TENDENCIAS + 10


def impresos(columna: str) -> dict[int, float]:
    """Printed amounts of CUADRO V of chapter I by year, 2000-2010, mdp."""
    cuadro = datos.tabla(DOCUMENTO, "cuadro_i_5a")
    anios, montos = (cuadro[c].to_numpy(float).tolist() for c in ("ano", columna))
    return {int(a): m for a, m in zip(anios, montos, strict=True)}


def _parametro(nombre: str) -> float:
    return float(datos.parametro(nombre, documento=DOCUMENTO))


OPCIONES = (
    Entrada(
        "gasto_no_asegurados",
        "no_asegurados",
        "tasa",
        _parametro("gasto_bolsillo_no_asegurados"),
        "fracción",
        "Parte del gasto de bolsillo de quienes no tienen seguridad social. Calibrada: el "
        "documento no la imprime.",
        minimo=0,
        maximo=1,
        formato="0.0%",
    ),
    Entrada(
        "gasto_incremento_fijo",
        "incremento_fijo",
        "mdp",
        _parametro("gasto_ss_incremento_fijo"),
        "mdp al año",
        "Lo que crece el gasto de la SS además de los recursos del SPS, desde 2007. Calibrado.",
    ),
    Entrada(
        "gasto_ss_2005",
        "ss_2005",
        "mdp",
        impresos("ss")[2005],
        "mdp",
        "Gasto de la SS en 2005. CUADRO V del capítulo I, L1087.",
        minimo=0,
    ),
    Entrada(
        "gasto_ss_2006",
        "ss_2006",
        "mdp",
        impresos("ss")[2006],
        "mdp",
        "Gasto de la SS en 2006, base de los años que siguen. CUADRO V del capítulo I, L1089.",
        minimo=0,
    ),
)
LIMITE = Entrada(
    "gasto_anio_limite",
    "Año de los límites",
    "entero",
    ANIOS[-1],
    "año",
    "Año en que se evalúan las tendencias de abajo.",
    minimo=1996,
    maximo=2050,
)
CONFIANZA = Entrada(
    "gasto_confianza",
    "Confianza",
    "tasa",
    _parametro("regresion_confianza"),
    "fracción",
    "De los límites de predicción.",
    minimo=0.5,
    maximo=0.999,
    formato="0.0%",
)
ENTRADAS = (*OPCIONES, LIMITE, CONFIANZA)
INDICADORES = tuple(
    Indicador(f"gasto_{columna}_{escenario}", f"{texto}, Escenario {romano}", "mdp de 2004", MDP)
    for columna, texto in (
        ("privado", f"Gasto privado en salud {ANIOS[-1]}"),
        ("total", f"Gasto total en salud {ANIOS[-1]}"),
    )
    for escenario, romano in ((1, "I"), (3, "3"))
)


def fila_tabla(escenario: int) -> int:
    """Header row (zero-based) of the table of a scenario."""
    return FILA_TABLAS + ALTO_TABLA * (escenario - 1) + 1


def rango(escenario: int, columna: str) -> str:
    """Reference to one column of a scenario, years down."""
    j = 1 + modelo.COLUMNAS.index(columna)
    primera, ultima = fila_tabla(escenario) + 1, fila_tabla(escenario) + len(ANIOS)
    return f"{celda(HOJA, primera, j)}:{celda(HOJA, ultima, j).split('!')[1]}"


def construir(libro: Libro) -> None:
    """Write the sheet."""
    hoja, e = libro.hoja(HOJA), libro.estilos
    preparar(
        hoja,
        e,
        "Gasto en salud con el Seguro Popular, 2005-2010",
        "Millones de pesos (mdp) de 2004. SPS 2006, Anexo A. Los escenarios sólo cambian cuánto "
        "baja el gasto de bolsillo de quien se afilia; deciles y reducciones, en la hoja Deciles.",
    )
    hoja.set_portrait()
    hoja.fit_to_pages(1, 1)
    hoja.set_column(0, 0, 19)
    hoja.set_column(1, COLUMNAS + 3, 12.5)
    _assumptions(libro)
    _resources(libro)
    for escenario, titulo in ESCENARIOS:
        _scenario(libro, escenario, titulo)
    _trends(libro)
    _charts(libro)


def _band(libro: Libro, fila: int, texto: str, columnas: int = COLUMNAS) -> None:
    hoja, e = libro.hoja(HOJA), libro.estilos
    for j in range(columnas):
        hoja.write_blank(fila, j, None, e.seccion())
    hoja.write_string(fila, 0, texto, e.seccion())


def _assumptions(libro: Libro) -> None:
    hoja, e = libro.hoja(HOJA), libro.estilos
    _band(libro, FILA_OPCIONES - 1, "Supuestos (se pueden cambiar)")
    for i, entrada in enumerate(OPCIONES):
        fila = FILA_OPCIONES + i
        hoja.write_string(fila, 0, entrada.etiqueta, e.texto())
        entrada.escribir(libro, HOJA, fila, 1)
        hoja.write_string(fila, 2, f"{entrada.unidad}. {entrada.ayuda}", nota(libro))
    libro.nombrar("gasto_opciones", HOJA, FILA_OPCIONES, 0, FILA_OPCIONES + len(OPCIONES) - 1, 1)


def nota(libro: Libro) -> Format:
    """Explanation at the right of an input."""
    return libro.estilos(font_color=GRIS, italic=True, indent=1)


def _resources(libro: Libro) -> None:
    hoja, e = libro.hoja(HOJA), libro.estilos
    _band(
        libro,
        FILA_RECURSOS - 2,
        "Recursos del SPS (CS + ASF + ASE), mdp; vienen de la hoja Afiliación y recursos",
    )
    hoja.write_string(FILA_RECURSOS - 1, 0, "", e.encabezado())
    for j, anio in enumerate(ANIOS, start=1):
        hoja.write_number(FILA_RECURSOS - 1, j, anio, e.encabezado(num_format="0"))
    primera = afiliacion.PRIMERA + ANIOS[0] - afiliacion.ANIOS[0]
    for i, (nombre, col, texto) in enumerate(COTAS):
        libro.nombrar(nombre, afiliacion.HOJA, primera, col, afiliacion.ULTIMA, col)
        hoja.write_string(FILA_RECURSOS + i, 0, texto, e.texto())
        for j in range(1, len(ANIOS) + 1):
            hoja.write_formula(FILA_RECURSOS + i, j, f"=INDEX({nombre},{j})", e.calculo(MDP))


def _scenario(libro: Libro, escenario: int, titulo: str) -> None:
    hoja, e = libro.hoja(HOJA), libro.estilos
    fila = fila_tabla(escenario)
    _band(libro, fila - 1, titulo, COLUMNAS + (4 if escenario == 1 else 0))
    hoja.set_row(fila, 30)
    # Scenario 3 takes no alpha: the programme of the sheet Deciles starts from it.
    cambios = {1: f"{ALFA_USADA},gasto_beta_1", 2: f"{ALFA_USADA},gasto_beta_2", 3: ","}[escenario]
    bloque(
        hoja,
        fila,
        0,
        1 + len(ANIOS),
        COLUMNAS,
        f"=SPS_GASTO_SALUD({escenario},{cambios},gasto_recursos,gasto_opciones)",
        lambda i, j: (
            e.encabezado()
            if i == 0
            else e.calculo("0", align="left", indent=1)
            if j == 0
            else e.calculo(MDP, bold=True)
            if j in (5, 8, 9)
            else e.calculo(MDP)
        ),
    )
    ultima = fila + len(ANIOS)
    for nombre, columna in (("privado", "gasto_privado"), ("total", "total")):
        j = 1 + modelo.COLUMNAS.index(columna)
        libro.nombrar(f"gasto_{nombre}_{escenario}", HOJA, ultima, j)
    if escenario == 1:
        _published(libro, fila)


def _published(libro: Libro, fila: int) -> None:
    hoja, e = libro.hoja(HOJA), libro.estilos
    titulos = ("público publicado", "diferencia", "privado publicado", "diferencia")
    for j, texto in enumerate(titulos):
        hoja.write_string(fila, COLUMNAS + j, texto, e.encabezado())
    for i, anio in enumerate(ANIOS, start=1):
        for j, (columna, propia) in enumerate(
            (("gasto_publico", "gasto_publico"), ("gasto_privado", "gasto_privado"))
        ):
            impreso = impresos(columna)[anio]
            col = COLUMNAS + 2 * j
            hoja.write_number(fila + i, col, impreso, e.publicado(MDP))
            calculado = celda(HOJA, fila + i, 1 + modelo.COLUMNAS.index(propia))
            hoja.write_formula(
                fila + i,
                col + 1,
                f"={calculado}-{celda(HOJA, fila + i, col)}",
                e.calculo("#,##0_);(#,##0);0_)"),
            )
    hoja.write_string(
        fila + len(ANIOS) + 1,
        0,
        "2005: aquí, las tendencias; el documento imprime el gasto público observado ese año.",
        e.subtitulo(),
    )


def _trends(libro: Libro) -> None:
    hoja, e = libro.hoja(HOJA), libro.estilos
    fila = FILA_TENDENCIAS
    _band(
        libro, fila, "Tendencias impresas y sus límites de predicción (mdp; coeficientes en miles)"
    )
    hoja.write_string(fila + 1, 0, LIMITE.etiqueta, e.texto())
    LIMITE.escribir(libro, HOJA, fila + 1, 1)
    hoja.write_string(fila + 1, 2, CONFIANZA.etiqueta, e.texto())
    CONFIANZA.escribir(libro, HOJA, fila + 1, 3)
    titulos = (
        "Serie",
        "Intercepto",
        "t",
        "Pendiente",
        "t",
        "Recta",
        "Límite inferior",
        "Límite superior",
        "Ancho, ±%",
    )
    hoja.set_row(fila + 2, 30)
    for j, texto in enumerate(titulos):
        hoja.write_string(fila + 2, j, texto, e.encabezado())
    for i, (serie, figura) in enumerate(modelo.FIGURAS.items(), start=fila + 3):
        impresa = datos.tabla(DOCUMENTO, figura)
        (a, b), (ta, tb) = impresa["coeficientes"], impresa["estadistico_t"]
        hoja.write_string(i, 0, modelo.ROTULOS.get(serie, serie), e.texto())
        for j, (valor, numero) in enumerate(
            ((a, MDP), (ta, "0.00"), (b, MDP), (tb, "0.00")), start=1
        ):
            hoja.write_number(i, j, float(valor), e.publicado(numero))
        coeficientes = ",".join(celda(HOJA, i, j).split("!")[1] for j in range(1, 5))
        recta = f"REGRESION_IMPRESA({coeficientes},gasto_anio_limite,1996,gasto_confianza)"
        for j in (2, 3, 4):
            hoja.write_formula(i, 3 + j, f"=INDEX({recta},2,{j})/1000", e.calculo(MDP))
        centro, alto = celda(HOJA, i, 5), celda(HOJA, i, 7)
        hoja.write_formula(i, 8, f"={alto}/{centro}-1", e.calculo("0.0%"))


def _charts(libro: Libro) -> None:
    hoja = libro.hoja(HOJA)
    anios = (
        f"={celda(HOJA, fila_tabla(1) + 1, 0)}:{celda(HOJA, fila_tabla(1) + 6, 0).split('!')[1]}"
    )
    lineas = libro.libro.add_chart({"type": "line"})
    for (escenario, _), color, nombre in zip(
        ESCENARIOS, (VERDE, ORO, VINO), ("Escenario I", "Escenario II", "Escenario 3"), strict=True
    ):
        lineas.add_series(
            {
                "name": nombre,
                "categories": anios,
                "values": f"={rango(escenario, 'gasto_bolsillo')}",
                "line": {"color": color, "width": 2.25},
                "marker": {"type": "circle", "size": 5, "fill": {"color": color}},
            }
        )
    _style(lineas, "Gasto de bolsillo: lo que cambia entre escenarios", minimo=240_000)
    hoja.insert_chart(FILA_GRAFICAS, 0, lineas, {"x_scale": 1.28, "y_scale": 1.2})
    barras = libro.libro.add_chart({"type": "column", "subtype": "stacked"})
    partes = (
        ("imss", "IMSS", VERDE),
        ("issste", "ISSSTE", "#5B8F82"),
        ("pemex", "PEMEX", "#A9C7BE"),
        ("ss", "SS", ORO),
        ("gasto_bolsillo", "Bolsillo", VINO),
        ("primas", "Primas", "#C98BA0"),
    )
    for columna, nombre, color in partes:
        barras.add_series(
            {
                "name": nombre,
                "categories": anios,
                "values": f"={rango(1, columna)}",
                "fill": {"color": color},
                "gap": 60,
            }
        )
    _style(barras, "Composición del gasto, Escenario I")
    hoja.insert_chart(FILA_GRAFICAS, 7, barras, {"x_scale": 1.28, "y_scale": 1.2})


def _style(grafica: Any, titulo: str, minimo: float | None = None) -> None:
    grafica.set_title({"name": titulo, "name_font": {"size": 12, "color": VERDE}})
    eje: dict[str, Any] = {
        "num_format": "#,##0",
        "major_gridlines": {"visible": True, "line": {"color": "#E0E0E0"}},
    }
    if minimo is not None:
        eje["min"] = minimo
    grafica.set_y_axis({**eje, "name": "mdp de 2004", "name_font": {"color": GRIS, "bold": False}})
    grafica.set_legend({"position": "bottom"})
