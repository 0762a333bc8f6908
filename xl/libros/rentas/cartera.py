"""Sheets Cartera (cases, totals) and Cartera calculada (what MC_CARTERA returns)."""

from __future__ import annotations

from xlsxwriter.format import Format
from xlsxwriter.utility import xl_col_to_name

from pymodel import rentas
from xl.libros.comun.entradas import regla
from xl.libros.comun.libro import Libro, bloque, referencia
from xl.libros.estilo import DECIMAL, ENTERO, MDP, ORO, VERDE, VINO, preparar
from xl.libros.rentas import plano
from xl.libros.rentas.graficas import ejes

RESULTADOS = rentas.RESULTADOS_Y_ERROR
FILA_TOTALES = 3
TOTALES = (
    ("cartera_calculados", "Casos calculados", ENTERO),
    ("cartera_errores", "Renglones con error", ENTERO),
    ("cartera_mc", "Monto constitutivo, con garantía", MDP),
    ("cartera_cuenta", "Paga la cuenta individual", MDP),
    ("cartera_imss", "Paga el IMSS (suma asegurada)", MDP),
    ("cartera_gobierno", "Paga el Gobierno Federal", MDP),
    ("cartera_excedente", "Excedente de los trabajadores", MDP),
)
FILA_CASOS = FILA_TOTALES + len(TOTALES) + 12
ALTO_ENCABEZADO = 190  # the names of the columns, upright: they do not break at the underscore
_SUMAS = {
    "cartera_mc": "MC",
    "cartera_cuenta": "saldo_aplicado",
    "cartera_imss": "SA_IMSS",
    "cartera_gobierno": "costo_fiscal",
    "cartera_excedente": "excedente",
}


def _columna(nombre: str) -> str:
    """Range of a result in the sheet Cartera calculada."""
    j = len(plano.COLUMNAS_CARTERA) + RESULTADOS.index(nombre)
    letra = xl_col_to_name(j, True)
    hoja = referencia(plano.RESULTADO_CARTERA)
    return f"{hoja}!{letra}$5:{letra}${4 + plano.RENGLONES_CARTERA}"


def construir(libro: Libro) -> None:
    """Write the sheet of cases, with the totals above."""
    hoja, e = libro.hoja(plano.CARTERA), libro.estilos
    encabezado = FILA_CASOS - 1
    preparar(
        hoja,
        e,
        "Cartera",
        "Un caso por renglón (casos ilustrativos). Bases: 1997 si no se dice otra. El resultado de "
        "cada uno, en la hoja Cartera calculada. Para miles de casos: python -m xl cartera.",
        repetir=(encabezado, encabezado),
        color=ORO,
    )
    anchos = (10, 18, 8, 8, 12, 8, 8, *(9,) * 10, 13, 13, 8)
    for col, ancho in enumerate(anchos):
        hoja.set_column(col, col, ancho)
    hoja.merge_range(FILA_TOTALES, 0, FILA_TOTALES, 4, "Totales, pesos", e.seccion())
    for i, (nombre, texto, numero) in enumerate(TOTALES, start=FILA_TOTALES + 1):
        hoja.merge_range(i, 0, i, 2, texto, e.texto())
        hoja.merge_range(i, 3, i, 4, "", e.calculo(numero))
        if nombre == "cartera_calculados":
            formula = f"COUNT({_columna('MC')})"
        elif nombre == "cartera_errores":
            # What Calc shows of the texts of a result can be counted, not compared.
            formula = f"SUMPRODUCT(--(LEN({_columna('error')})>0))"
        else:
            formula = f"SUM({_columna(_SUMAS[nombre])})"
        hoja.write_formula(i, 3, f"={formula}", e.calculo(numero, bold=nombre == "cartera_mc"))
        libro.nombrar(nombre, plano.CARTERA, i, 3)
    _grafica(libro)
    hoja.set_row(encabezado, ALTO_ENCABEZADO)
    hoja.freeze_panes(FILA_CASOS, 1)
    for j, texto in enumerate(plano.COLUMNAS_CARTERA):
        hoja.write_string(encabezado, j, texto, e.encabezado(rotation=90))
    plano.CARTERA_CASOS.escribir(libro, plano.CARTERA, FILA_CASOS, 0)
    ultima = FILA_CASOS + plano.RENGLONES_CARTERA - 1
    listas = {"tipo": rentas.TIPOS, "seguro": ("IV", "RT"), "bases": plano.BASES}
    for j, nombre in enumerate(plano.COLUMNAS_CARTERA):
        opciones = ("H", "M") if nombre.endswith("sexo") else listas.get(nombre)
        if opciones:
            validacion = regla("opcion", nombre, "Elija de la lista o deje vacío.", opciones)
            assert validacion
            hoja.data_validation(FILA_CASOS, j, ultima, j, validacion)
    ancho = len(plano.COLUMNAS_CARTERA)
    libro.nombrar("cartera", plano.CARTERA, encabezado, 0, ultima, ancho - 1)


def _grafica(libro: Libro) -> None:
    """Stacked bars of who pays each case."""
    hoja = libro.hoja(plano.CARTERA)
    grafica = libro.libro.add_chart({"type": "column", "subtype": "stacked"})
    casos = f"={referencia(plano.RESULTADO_CARTERA)}!$A$5:$A${4 + plano.RENGLONES_CARTERA // 2}"
    for nombre, titulo, color in (
        ("saldo_aplicado", "Cuenta individual", ORO),
        ("SA_IMSS", "IMSS", VERDE),
        ("costo_fiscal", "Gobierno Federal", VINO),
    ):
        valores = _columna(nombre).replace(
            str(4 + plano.RENGLONES_CARTERA), str(4 + plano.RENGLONES_CARTERA // 2)
        )
        grafica.add_series(
            {
                "name": titulo,
                "categories": casos,
                "values": f"={valores}",
                "fill": {"color": color},
                "gap": 50,
            }
        )
    ejes(grafica, "Quién paga cada caso (los primeros veinte)", "", "pesos")
    grafica.set_size({"width": 940, "height": 345})
    hoja.insert_chart(FILA_TOTALES, 6, grafica)


def calculada(libro: Libro) -> None:
    """Write the sheet of results."""
    hoja, e = libro.hoja(plano.RESULTADO_CARTERA), libro.estilos
    preparar(
        hoja,
        e,
        "Cartera calculada",
        "MC_CARTERA de la hoja Cartera: los datos (plegados en las columnas C a T) y el resultado. "
        "Un renglón con error no se calcula y la última columna dice por qué. Pesos. "
        f"{plano.FORMULAS}",
        repetir=(3, 3),
    )
    n = len(plano.COLUMNAS_CARTERA)
    hoja.set_column(0, 0, 8)
    hoja.set_column(1, 1, 15)
    hoja.set_column(2, n - 1, 9, None, {"level": 1, "hidden": True})
    hoja.set_column(n, n, 14, None, {"collapsed": True})
    hoja.set_column(n + 1, n + len(RESULTADOS) - 2, 14)
    hoja.set_column(n + len(RESULTADOS) - 1, n + len(RESULTADOS) - 1, 45)
    hoja.set_row(3, ALTO_ENCABEZADO)
    hoja.freeze_panes(4, 2)
    textos = (*plano.COLUMNAS_CARTERA, *RESULTADOS)

    def formato(i: int, j: int) -> Format:
        if i == 0:
            return e.encabezado(rotation=0 if textos[j] == "error" else 90)
        if j < n:
            return e.calculo("General", align="left" if j < 2 else "center")
        return e.texto(font_size=9) if textos[j] == "error" else e.calculo(DECIMAL, align="right")

    bloque(hoja, 3, 0, plano.RENGLONES_CARTERA + 1, len(textos), "=MC_CARTERA(cartera)", formato)
