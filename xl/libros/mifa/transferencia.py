"""Sheet Transferencia de prima: points that SRT and SIV could move to the insurances in deficit."""

from __future__ import annotations

from xlsxwriter.utility import xl_rowcol_to_cell

from pymodel import datos
from pymodel.conciliacion import lectura
from pymodel.mifa.base import DOCUMENTO
from pymodel.mifa.transferencia import CRITERIOS
from xl.libros.comun.entradas import Entrada
from xl.libros.comun.libro import Libro
from xl.libros.estilo import GRIS, MDP, ORO, PCT, VERDE, VINO, preparar
from xl.libros.mifa import plano
from xl.libros.mifa.graficas import ejes

SUPERAVIT = ("SRT", "SIV")
DEFICIT = ("SEM-A", "GMP", "SGPS", "SSFAM")
_COLUMNAS = {
    "SRT": ("cuadro_i_4", "(g)=(f/a)*100 Prima de gasto anual (%)", "g"),
    "SIV": ("cuadro_iii_4", "(e)=(d/a)*100 Prima de gasto anual (%)", "e"),
}


def _requerida(seguro: str) -> float:
    """Level premium at 100 years as printed, fraction."""
    cuadro, columna, letra = _COLUMNAS[seguro]
    fila = f"Valor presente 100 años (col. {letra}: Prima nivelada)"
    return lectura.celda(DOCUMENTO, cuadro, columna, fila) / 100.0


def _ingreso(seguro: str) -> float:
    nombre = f"prima_ingreso_{seguro.lower()}"
    return float(datos.parametro(nombre, documento=DOCUMENTO))


_FUENTES = {
    "SRT": "Prima nivelada a 100 años, cuadro I.4; ingreso: media de tres años (L789-791).",
    "SIV": "Prima nivelada a 100 años, cuadro III.4; ingreso: LSS arts. 147 y 148.",
}
INGRESO = tuple(
    Entrada(
        f"prima_ingreso_{s.lower()}_mifa",
        f"{s}: prima de ingreso",
        "tasa",
        _ingreso(s),
        ayuda=_FUENTES[s],
    )
    for s in SUPERAVIT
)
REQUERIDA = tuple(
    Entrada(
        f"prima_requerida_{s.lower()}_mifa",
        f"{s}: prima requerida",
        "tasa",
        _requerida(s),
        ayuda=_FUENTES[s] + " Cámbiela para probar otro escenario de la valuación.",
    )
    for s in SUPERAVIT
)
MINIMO = Entrada(
    "margen_minimo_mifa",
    "Puntos que conserva cada seguro con excedente",
    "tasa",
    0.0,
    ayuda="Margen de seguridad, en fracción de los salarios.",
    minimo=0.0,
    maximo=0.5,
)
CRITERIO = Entrada(
    "criterio_transferencia",
    "Criterio de reparto",
    "opcion",
    CRITERIOS[0],
    ayuda="«prorrata»: todos en proporción; «orden»: de arriba abajo.",
    opciones=CRITERIOS,
)
ENTRADAS = (*INGRESO, *REQUERIDA, MINIMO, CRITERIO)

_TITULOS = (
    ("Seguro", ""),
    ("Prima de ingreso", "% de salarios"),
    ("Prima requerida", "% de salarios"),
    ("Puntos que puede ceder", "% de salarios"),
    ("Puntos que cede", "% de salarios"),
    ("Puntos que conserva", "% de salarios"),
    ("Lo que cede", "mdp de 2011"),
)
FILA = 6


def construir(libro: Libro) -> None:
    """Write the sheet."""
    hoja, e = libro.hoja(plano.TRANSFERENCIA), libro.estilos
    preparar(
        hoja,
        e,
        "Transferencia de prima",
        "Puntos que los seguros con excedente podrían mover a los deficitarios (IFA 2010, "
        "L3880-3886 y L1217-1221). El informe lo plantea; no lo calcula.",
    )
    hoja.set_column(0, 0, 30)
    hoja.set_column(1, 6, 15)
    hoja.set_column(7, 7, 80)
    for fila, entrada in ((2, CRITERIO), (3, MINIMO)):
        hoja.merge_range(fila, 0, fila, 1, entrada.etiqueta, e.texto(bold=True))
        entrada.escribir(libro, plano.TRANSFERENCIA, fila, 2)
        hoja.write_string(fila, 3, entrada.ayuda, e.texto(font_color=GRIS))
    n, m = len(SUPERAVIT), len(DEFICIT)
    segunda = FILA + n + 4
    total_superavit, total_deficit = FILA + n, segunda + m
    mueve = f"MIN($D${total_superavit + 1},$D${total_deficit + 1})"
    for titulo, inicio, seguros in (
        ("Seguros con excedente", FILA, SUPERAVIT),
        ("Seguros con déficit", segunda, DEFICIT),
    ):
        da = seguros is SUPERAVIT
        hoja.merge_range(inicio - 3 + 1, 0, inicio - 2, 7, titulo, e.seccion())
        for col, (texto, _) in enumerate(_TITULOS):
            if not da:
                texto = (
                    texto.replace("puede ceder", "le faltan")
                    .replace("que cede", "que recibe")
                    .replace("que conserva", "que aún le faltan")
                    .replace("Prima de ingreso", "Prima de contribución nivelada")
                    .replace("Prima requerida", "Prima media nivelada")
                )
            hoja.write_string(inicio - 1, col, texto, e.encabezado())
        hoja.write_string(inicio - 1, 7, "De dónde sale", e.encabezado())
        hoja.set_row(inicio - 1, 44)
        _filas(libro, inicio, seguros, mueve, total_superavit if da else total_deficit)
    fila = total_deficit + 2
    hoja.write_string(fila, 0, "Parte de la brecha que cubre", e.texto(bold=True))
    hoja.write_formula(
        fila,
        1,
        f"=IF($D${total_deficit + 1}=0,1,$E${total_deficit + 1}/$D${total_deficit + 1})",
        e.total(PCT),
    )
    libro.nombrar("cobertura_transferencia", plano.TRANSFERENCIA, fila, 1)
    libro.nombrar("puntos_transferibles", plano.TRANSFERENCIA, total_superavit, 3)
    _grafica(libro, fila + 2, segunda)


def _filas(libro: Libro, inicio: int, seguros: tuple[str, ...], mueve: str, total: int) -> None:
    hoja, e = libro.hoja(plano.TRANSFERENCIA), libro.estilos
    da = seguros is SUPERAVIT
    margenes = f"$D${inicio + 1}:$D${total}"
    for i, seguro in enumerate(seguros):
        fila = inicio + i
        b, c, d, mov = (xl_rowcol_to_cell(fila, j) for j in range(1, 5))
        hoja.write_string(fila, 0, seguro, e.texto(bold=True))
        if da:
            INGRESO[i].escribir(libro, plano.TRANSFERENCIA, fila, 1)
            REQUERIDA[i].escribir(libro, plano.TRANSFERENCIA, fila, 2)
            hoja.write_formula(fila, 3, f"=MAX({b}-{c}-{MINIMO.nombre},0)", e.calculo(PCT))
            nota = _FUENTES[seguro]
        else:
            formula = _nivelada(seguro)
            hoja.write_formula(fila, 1, f"={formula[0]}", e.calculo(PCT))
            hoja.write_formula(fila, 2, f"={formula[1]}", e.calculo(PCT))
            hoja.write_formula(fila, 3, f"=MAX({c}-{b},0)", e.calculo(PCT))
            nota = "VP de COP y AGF, y VP de los gastos, entre VP de los salarios (MIFA en uso)."
        anteriores = f"SUM($D${inicio + 1}:{d})"
        previos = f"{anteriores}-{d}"
        hoja.write_formula(
            fila,
            4,
            f'=IF({CRITERIO.nombre}="{CRITERIOS[1]}",'
            f"MIN({anteriores},{mueve})-MIN({previos},{mueve}),"
            f"IF(SUM({margenes})=0,0,{d}*{mueve}/SUM({margenes})))",
            e.calculo(PCT, bold=True),
        )
        hoja.write_formula(fila, 5, f"={d}-{mov}", e.calculo(PCT))
        hoja.write_formula(
            fila, 6, f"={mov}*INDEX({plano.flujo('masa_salarial')},1)", e.calculo(MDP)
        )
        hoja.write_string(fila, 7, nota, e.texto(font_color=GRIS))
    hoja.write_string(total, 0, "Suma", e.texto(bold=True))
    for j, numero in ((3, PCT), (4, PCT), (5, PCT), (6, MDP)):
        letra = "ABCDEFG"[j]
        hoja.write_formula(total, j, f"=SUM({letra}{inicio + 1}:{letra}{total})", e.total(numero))


def _nivelada(seguro: str) -> tuple[str, str]:
    """Contribution and expenditure as level premiums of the same wages."""
    masa = plano.serie(seguro, "masa_salarial")
    cuotas = "+".join(
        f"PRIMA_MEDIA_NIVELADA({plano.serie(seguro, c)},{masa},{plano.NOMBRE_TASA})"
        for c in ("cop", "agf")
    )
    gasto = plano.serie(seguro, "gastos_totales")
    return cuotas, f"PRIMA_MEDIA_NIVELADA({gasto},{masa},{plano.NOMBRE_TASA})"


def _grafica(libro: Libro, fila: int, segunda: int) -> None:
    grafica = libro.libro.add_chart({"type": "column", "subtype": "stacked"})
    ultima = segunda + len(DEFICIT) - 1
    for nombre, col, color in (("Recibe", 4, VERDE), ("Aún le falta", 5, VINO)):
        grafica.add_series(
            {
                "name": nombre,
                "categories": [plano.TRANSFERENCIA, segunda, 0, ultima, 0],
                "values": [plano.TRANSFERENCIA, segunda, col, ultima, col],
                "fill": {"color": color},
                "gap": 60,
            }
        )
    ejes(grafica, "Brecha de prima de los seguros deficitarios", "% de salarios", "0.0%")
    libro.hoja(plano.TRANSFERENCIA).insert_chart(
        fila, 0, grafica, {"x_scale": 1.25, "y_scale": 1.1}
    )
    otra = libro.libro.add_chart({"type": "column", "subtype": "stacked"})
    for nombre, col, color in (("Cede", 4, ORO), ("Conserva", 5, VERDE)):
        otra.add_series(
            {
                "name": nombre,
                "categories": [plano.TRANSFERENCIA, FILA, 0, FILA + len(SUPERAVIT) - 1, 0],
                "values": [plano.TRANSFERENCIA, FILA, col, FILA + len(SUPERAVIT) - 1, col],
                "fill": {"color": color},
                "gap": 120,
            }
        )
    ejes(otra, "Margen de los seguros con excedente", "% de salarios", "0.0%")
    libro.hoja(plano.TRANSFERENCIA).insert_chart(fila, 5, otra, {"x_scale": 1.1, "y_scale": 1.1})
