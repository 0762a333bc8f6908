"""Sheet Deciles: who joins, what each decile saves, and the linear programme of affiliation."""

from __future__ import annotations

from functools import cache

import numpy as np
from xlsxwriter.utility import xl_range

from pymodel import datos
from pymodel.sps import afiliacion
from pymodel.sps import deciles as programa
from pymodel.sps import gasto_salud as modelo
from xl.libros.comun.entradas import Entrada
from xl.libros.comun.libro import Libro, bloque, celda
from xl.libros.estilo import GRIS, MDP, VERDE, preparar
from xl.libros.sps import afiliacion as libro_afiliacion
from xl.libros.sps import gasto

HOJA = "Deciles"
ANIOS, DECILES = modelo.ANIOS, modelo.DECILES
N, D = len(ANIOS), len(DECILES)
ENTERO_PCT = "0%"

FILA_ALFA = 5  # first decile of the upper tables
FILA_AHORRO = FILA_ALFA + D + 4
FILA_PROGRAMA = FILA_AHORRO + D + 5
FILA_SOLUCION = FILA_PROGRAMA + D + 6
COL_BETA = 2 + N + 1


@cache
def _hogares() -> list[list[float]]:
    """Families without social security by decile and year that CUADRO A2 implies ("calibrado")."""
    anios = range(2004, 2011)
    alfa = modelo.afiliacion_impresa(anios)
    cuadro = datos.tabla(modelo.DOCUMENTO, "cuadro_a2")
    total = cuadro[[str(a) for a in anios]].to_numpy(np.float64)[-1] / 100.0
    pesos = programa.pesos_calibrados(alfa, total)
    afiliadas = afiliacion.familias(ANIOS)
    hogares = pesos[:, None] * afiliadas / (pesos @ alfa[:, 1:])
    # In hundreds of families: the shares are only known to a few tenths of a point.
    redondos: list[list[float]] = (np.round(hogares, -2)).tolist()
    return redondos


ALFA = Entrada(
    "gasto_alfa",
    "Familias afiliadas de cada decil",
    "tabla",
    modelo.afiliacion_impresa().tolist(),
    "fracción",
    "CUADRO A2, L8048-8076. Insumo: el documento no imprime cómo resulta.",
    formato=ENTERO_PCT,
)
BETAS = tuple(
    Entrada(
        f"gasto_beta_{escenario}",
        f"Reducción del gasto de bolsillo, Escenario {'I' * escenario}",
        "tabla",
        [[float(b)] for b in modelo.reduccion(escenario)[::2]],
        "fracción",
        "CUADRO A3, L8082-8098, por quintil.",
        formato=ENTERO_PCT,
    )
    for escenario in (1, 2)
)
OBJETIVO = Entrada(
    "gasto_objetivo",
    "Objetivo",
    "opcion",
    programa.OBJETIVOS[0],
    "",
    "Qué busca el programa.",
    opciones=programa.OBJETIVOS,
)
ALFA_DE = Entrada(
    "gasto_alfa_de",
    "α que usa el gasto",
    "opcion",
    "cuadro_a2",
    "",
    "La tabla de arriba o la que resulta del programa.",
    opciones=("cuadro_a2", "programa"),
)
HOGARES = Entrada(
    "gasto_hogares",
    "Familias sin seguridad social",
    "tabla",
    _hogares(),
    "familias",
    "Calibradas: las que hacen cuadrar el CUADRO A2 con las familias afiliadas.",
    formato=MDP,
)
ENTRADAS = (ALFA, *BETAS, ALFA_DE, OBJETIVO, HOGARES)


def construir(libro: Libro) -> None:
    """Write the sheet."""
    hoja, e = libro.hoja(HOJA), libro.estilos
    preparar(
        hoja,
        e,
        "Afiliación y ahorro por decil de ingreso",
        "SPS 2006, Anexo A, CUADROS A1 a A3. Familias sin seguridad social; ahorro en mdp de 2004, "
        "Escenario I.",
    )
    hoja.set_column(0, 0, 14)
    hoja.set_column(1, 1, 11)
    hoja.set_column(2, COL_BETA + 2 + N, 11)
    hoja.set_column(COL_BETA, COL_BETA + 1, 16)
    hoja.freeze_panes(3, 1)
    _inputs(libro)
    _savings(libro)
    _programme(libro)


def _band(libro: Libro, fila: int, col: int, columnas: int, texto: str) -> None:
    hoja, e = libro.hoja(HOJA), libro.estilos
    for j in range(columnas):
        hoja.write_blank(fila, col + j, None, e.seccion())
    hoja.write_string(fila, col, texto, e.seccion())


def _years(libro: Libro, fila: int, col: int) -> None:
    hoja, e = libro.hoja(HOJA), libro.estilos
    for j, anio in enumerate(ANIOS):
        hoja.write_number(fila, col + j, anio, e.encabezado(num_format="0"))


def _deciles(libro: Libro, fila: int, col: int = 0) -> None:
    hoja, e = libro.hoja(HOJA), libro.estilos
    hoja.write_string(fila - 1, col, "Decil", e.encabezado())
    for i, decil in enumerate(DECILES):
        hoja.write_string(fila + i, col, decil, e.texto(align="center"))
        if col == 0 and fila != FILA_ALFA:
            hoja.write_blank(fila + i, 1, None, e.texto())


def _scale(libro: Libro, fila: int, col: int) -> None:
    libro.hoja(HOJA).conditional_format(
        fila,
        col,
        fila + D - 1,
        col + N - 1,
        {
            "type": "2_color_scale",
            "min_type": "num",
            "max_type": "num",
            "min_value": 0,
            "max_value": 1,
            "min_color": "#FFFFFF",
            "max_color": "#7FB3A5",
        },
    )


def _inputs(libro: Libro) -> None:
    hoja, e = libro.hoja(HOJA), libro.estilos
    _band(libro, FILA_ALFA - 2, 0, 2 + N, "Familias afiliadas de cada decil (α) y contribución (θ)")
    _deciles(libro, FILA_ALFA)
    hoja.write_string(FILA_ALFA - 1, 1, "θ", e.encabezado())
    _years(libro, FILA_ALFA - 1, 2)
    for i, theta in enumerate(modelo.contribucion()):
        hoja.write_number(FILA_ALFA + i, 1, float(theta), e.publicado("0.0%"))
    ALFA.escribir(libro, HOJA, FILA_ALFA, 2)
    _scale(libro, FILA_ALFA, 2)
    libro.nombrar("gasto_theta", HOJA, FILA_ALFA, 1, FILA_ALFA + D - 1, 1)
    _band(libro, FILA_ALFA - 2, COL_BETA, 3, "Reducción (β) por quintil")
    for j, texto in enumerate(("Quintil", "Escenario I", "Escenario II")):
        hoja.write_string(FILA_ALFA - 1, COL_BETA + j, texto, e.encabezado())
    for i in range(D // 2):
        hoja.write_string(FILA_ALFA + i, COL_BETA, DECILES[i], e.texto(align="center"))
    for j, beta in enumerate(BETAS, start=1):
        beta.escribir(libro, HOJA, FILA_ALFA, COL_BETA + j)
    hoja.write_string(FILA_ALFA + 6, COL_BETA, ALFA_DE.etiqueta, e.texto())
    ALFA_DE.escribir(libro, HOJA, FILA_ALFA + 6, COL_BETA + 1)
    hoja.write_string(FILA_ALFA + 6, COL_BETA + 2, f"   {ALFA_DE.ayuda}", e.subtitulo())
    hoja.write_string(
        FILA_ALFA + 7,
        COL_BETA,
        "Si cambia las familias en Supuestos, α del cuadro no las sigue; la del programa, sí.",
        e.subtitulo(),
    )
    hoja.write_string(
        FILA_ALFA + D,
        0,
        "θ suma 99.9 % como se imprime. El Escenario 3 no tiene reducción.",
        e.subtitulo(),
    )


def _savings(libro: Libro) -> None:
    """What each decile saves: s θ GB α β, with GB of the scenario without reduction."""
    hoja, e = libro.hoja(HOJA), libro.estilos
    _band(
        libro, FILA_AHORRO - 2, 0, 2 + N, "Ahorro en gasto de bolsillo por decil, Escenario I, mdp"
    )
    _deciles(libro, FILA_AHORRO)
    hoja.write_string(FILA_AHORRO - 1, 1, "", e.encabezado())
    _years(libro, FILA_AHORRO - 1, 2)
    _band(
        libro,
        FILA_AHORRO - 2,
        COL_BETA,
        1 + N,
        "Ahorro si el decil entero se afiliara, mdp (para el programa)",
    )
    _deciles(libro, FILA_AHORRO, COL_BETA)
    _years(libro, FILA_AHORRO - 1, COL_BETA + 1)
    bolsillo = gasto.rango(3, "gasto_bolsillo")
    for i in range(D):
        for j in range(N):
            todo = (
                f"gasto_no_asegurados*INDEX(gasto_theta,{i + 1})*INDEX({bolsillo},{j + 1})"
                f"*INDEX(gasto_beta_1,{i // 2 + 1})"
            )
            hoja.write_formula(FILA_AHORRO + i, COL_BETA + 1 + j, f"={todo}", e.calculo(MDP))
            entero = celda(HOJA, FILA_AHORRO + i, COL_BETA + 1 + j)
            hoja.write_formula(
                FILA_AHORRO + i,
                2 + j,
                f"={entero}*INDEX({gasto.ALFA_USADA},{i + 1},{j + 1})",
                e.calculo(MDP),
            )
    total = FILA_AHORRO + D
    hoja.write_string(total, 0, "Total", e.total("@", align="center"))
    hoja.write_blank(total, 1, None, e.total())
    hoja.write_string(total + 1, 0, "Control", e.texto(font_color=GRIS, align="center"))
    hoja.write_blank(total + 1, 1, None, e.texto())
    for j in range(N):
        columna = xl_range(FILA_AHORRO, 2 + j, total - 1, 2 + j)
        hoja.write_formula(total, 2 + j, f"=SUM({columna})", e.total())
        # Rounded: the rest of floating point differs between programs.
        diferencia = (
            f"=ROUND(INDEX({bolsillo},{j + 1})-INDEX({gasto.rango(1, 'gasto_bolsillo')},{j + 1})"
            f"-{celda(HOJA, total, 2 + j)},6)"
        )
        hoja.write_formula(total + 1, 2 + j, diferencia, e.calculo("0.00", font_color=GRIS))
    libro.nombrar("gasto_ahorro_entero", HOJA, FILA_AHORRO, COL_BETA + 1, total - 1, COL_BETA + N)


def _programme(libro: Libro) -> None:
    hoja, e = libro.hoja(HOJA), libro.estilos
    _band(libro, FILA_PROGRAMA - 2, 0, 2 + N, "Familias sin seguridad social de cada decil")
    _deciles(libro, FILA_PROGRAMA)
    hoja.write_string(FILA_PROGRAMA - 1, 1, "", e.encabezado())
    _years(libro, FILA_PROGRAMA - 1, 2)
    HOGARES.escribir(libro, HOJA, FILA_PROGRAMA, 2)
    fila = FILA_PROGRAMA + D
    for i, texto in enumerate(("Total", "Afiliadas")):
        hoja.write_string(fila + i, 0, texto, e.total("@", align="center"))
        hoja.write_blank(fila + i, 1, None, e.total())
    primera = libro_afiliacion.PRIMERA + ANIOS[0] - libro_afiliacion.ANIOS[0]
    libro.nombrar("gasto_familias", libro_afiliacion.HOJA, primera, 1, libro_afiliacion.ULTIMA, 1)
    for j in range(N):
        columna = xl_range(FILA_PROGRAMA, 2 + j, fila - 1, 2 + j)
        hoja.write_formula(fila, 2 + j, f"=SUM({columna})", e.total())
        hoja.write_formula(fila + 1, 2 + j, f"=INDEX(gasto_familias,{j + 1})", e.total())
    hoja.write_string(
        fila + 2,
        0,
        "Calibradas: el documento no las imprime; son las que hacen cuadrar el CUADRO A2.",
        e.subtitulo(),
    )
    _band(libro, FILA_PROGRAMA - 2, COL_BETA, 1 + N, "Programa lineal")
    hoja.write_string(FILA_PROGRAMA - 1, COL_BETA, OBJETIVO.etiqueta, e.texto())
    OBJETIVO.escribir(libro, HOJA, FILA_PROGRAMA - 1, COL_BETA + 1)
    hoja.write_string(FILA_PROGRAMA - 1, COL_BETA + 2, "   ←  elija", e.subtitulo())
    for i, nota in enumerate(
        (
            "Suma de los deciles = afiliadas; nadie pasa de las familias de su decil.",
            "Un decil no afilia a más familias que el anterior; nadie se sale.",
            "primero_pobres: llena los deciles bajos.",
            "ahorro_maximo y ahorro_minimo: los extremos del ahorro en gasto de bolsillo.",
            "El documento usó el Solver de Excel y no imprime su objetivo: su cuadro es insumo.",
        )
    ):
        hoja.write_string(FILA_PROGRAMA + i, COL_BETA, f"•  {nota}", e())
    s = FILA_SOLUCION
    _band(libro, s - 2, 0, 2 + N, "α del programa")
    _deciles(libro, s)
    hoja.write_string(s - 1, 1, "", e.encabezado())
    _years(libro, s - 1, 2)
    bloque(
        hoja,
        s,
        2,
        D,
        N,
        "=SPS_DECILES(gasto_hogares,gasto_familias,gasto_objetivo,gasto_ahorro_entero)",
        e.calculo(ENTERO_PCT),
    )
    libro.nombrar("gasto_alfa_programa", HOJA, s, 2, s + D - 1, 1 + N)
    _scale(libro, s, 2)
    _band(libro, s - 2, COL_BETA, 1 + N, "Diferencia con el CUADRO A2, puntos")
    _deciles(libro, s, COL_BETA)
    _years(libro, s - 1, COL_BETA + 1)
    for i in range(D):
        for j in range(N):
            propia = celda(HOJA, s + i, 2 + j)
            hoja.write_formula(
                s + i,
                COL_BETA + 1 + j,
                f"=100*({propia}-INDEX(gasto_alfa,{i + 1},{j + 1}))",
                e.calculo("+0;-0;0"),
            )
    hoja.conditional_format(
        s,
        COL_BETA + 1,
        s + D - 1,
        COL_BETA + N,
        {
            "type": "3_color_scale",
            "min_type": "num",
            "mid_type": "num",
            "max_type": "num",
            "min_value": -100,
            "mid_value": 0,
            "max_value": 100,
            "min_color": "#D9A441",
            "mid_color": "#FFFFFF",
            "max_color": "#5B8F82",
        },
    )
    for k, (texto, tabla) in enumerate(
        (
            ("Ahorro, programa", xl_range(s, 2, s + D - 1, 1 + N)),
            ("Ahorro, CUADRO A2", "gasto_alfa"),
        )
    ):
        hoja.write_string(s + D + k, 0, texto, e(bold=True, font_color=VERDE))
        for j in range(N):
            suma = f"=SUMPRODUCT(INDEX(gasto_ahorro_entero,0,{j + 1}),INDEX({tabla},0,{j + 1}))"
            hoja.write_formula(s + D + k, 2 + j, suma, e.total())
