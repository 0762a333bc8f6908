"""Sheet Caso: one pensioner, the family, the options, the breakdown, who pays."""

from __future__ import annotations

import re

import xlwings as xw
from xlsxwriter.utility import xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from pymodel import rentas
from pymodel.errores import DatoInvalido
from xl.libros.comun import lectura
from xl.libros.comun.definicion import Bloques
from xl.libros.comun.entradas import regla
from xl.libros.comun.libro import Libro
from xl.libros.estilo import DECIMAL, GRIS, LINEA, ORO, VERDE, VINO, alto_fila, preparar
from xl.libros.rentas import plano
from xl.libros.rentas.graficas import LETRA

DERECHA, ANCHO_DERECHA = 7, 5
FILA_ASEGURADO = 3
FILA_FAMILIA = FILA_ASEGURADO + 2 + len(plano.ASEGURADO)
FILA_OPCIONES = FILA_FAMILIA + 3 + plano.RENGLONES_FAMILIA
ANCHOS = (28, 16, 9, 9, 9, 18, 2, 24, 16, 15, 15, 15)

PAGAN = (
    ("caso_mc", "Monto constitutivo", "MC: con la pensión garantizada"),
    ("caso_mc_sin", "Sin garantía", "MC_sin_garantia: lo que la ley da por el salario"),
    ("caso_cuenta", "Paga la cuenta", "saldo_aplicado: cuenta individual"),
    ("caso_imss", "Paga el IMSS", "SA_IMSS: la suma asegurada"),
    ("caso_gobierno", "Paga el Gobierno", "costo_fiscal: Gobierno Federal (art. 141)"),
    ("caso_excedente", "Excedente", "excedente: le queda al trabajador"),
)
DESGLOSE = (
    ("salario_mensual", "Salario base por dias_mes"),
    ("CB", "Cuantía básica (IV, 35 %) o pensión por IPT (RT, 70 %)"),
    ("anualidad", "Valor de doce pagos mensuales de un peso"),
    ("suma_SI", "Suma de beneficios del seguro de invalidez o incapacidad"),
    ("PBSI", "Prima básica: anualidad × suma_SI"),
    ("PSIH_SI", "Prima por la invalidez de los hijos"),
    ("PNSI", "Prima neta: (PBSI + PSIH) × facbi"),
    ("MCSI", "PNSI × (1 + margen + gastos) + pagos vencidos"),
    ("suma_SS", "Suma de beneficios del seguro de sobrevivencia"),
    ("PBSS", "Prima básica: anualidad × suma_SS"),
    ("PSIH_SS", "Prima por la invalidez de los hijos"),
    ("PFH", "Finiquitos de orfandad"),
    ("PNSS", "Prima neta: (PBSS + PSIH + PFH) × facbi"),
    ("MCSS", "PNSS × (1 + margen + gastos)"),
)
NOTAS = (
    "tablas",
    "no incluido: PSIH",
    "no incluido: mejora de la mortalidad",
    "no incluido: incremento de 11 %",
    "no incluido: finiquito por nupcias",
    "no incluido: mínimo de la viudez de RT",
    "fórmulas",
    "no incluido: ascendientes",
)
ESTADOS = (
    ("b1", "vive, con cónyuge"),
    ("b2", "vive, sin cónyuge"),
    ("s1", "muerto, con cónyuge"),
    ("s2", "muerto, sin cónyuge"),
)
DEPENDIENTES = 6


def concepto(nombre: str) -> str:
    """Formula of one value of the breakdown, "" where there is no such concept."""
    return f'IFERROR(INDEX(desglose_valores,MATCH("{nombre}",desglose_conceptos,0)),"")'


def comprobar(book: xw.Book) -> Bloques:
    """Value the case once before the formulas do, for a message that says what is wrong with it.

    Raises
    ------
    DatoInvalido    Argument, or row and column of the family, value and what was expected.
    """
    v = {e.nombre: e.leer(book) for e in plano.ASEGURADO}
    opciones = {e.etiqueta: e.leer(book) for e in plano.OPCIONES}
    try:
        rentas.un_caso(
            v["caso_tipo"],
            v["caso_edad"],
            v["caso_sexo"],
            v["caso_salario"],
            plano.FAMILIA.leer(book),
            v["caso_bases"],
            v["caso_tasa"],
            rentas.desde_diccionario(opciones),
        )
    except DatoInvalido as error:
        donde = _celda(book, error.argumento)
        raise DatoInvalido(donde, error.encontrado, error.esperado) from None
    return ()


def _celda(book: xw.Book, argumento: str) -> str:
    """Cell of the sheet that holds what a message of the model speaks of, with its label."""
    persona = re.match(r"beneficiarios, fila (\d+)(?:, columna «(\w+)»)?", argumento)
    if persona:
        columna = persona[2] or plano.COLUMNAS_FAMILIA[0]
        celdas = lectura.rango(book, plano.FAMILIA.nombre)
        celda = celdas[int(persona[1]) - 1, plano.COLUMNAS_FAMILIA.index(columna)]
        return lectura.lugar(celda, f"familia, {columna}")
    for clave, entrada in _ARGUMENTOS.items():
        if argumento == clave or argumento.startswith(f"{clave}, "):
            etiqueta = entrada.etiqueta + argumento.removeprefix(clave)
            return lectura.lugar(lectura.rango(book, entrada.nombre), etiqueta)
    return f"Hoja «{plano.CASO}»: {argumento}"


_ARGUMENTOS = {
    **dict(
        zip(
            ("tipo", "edad", "sexo", "salario_base_diario", "bases", "tasa"),
            plano.ASEGURADO,
            strict=True,
        )
    ),
    "beneficiarios": plano.FAMILIA,
    **{f"opciones, {e.etiqueta}": e for e in plano.OPCIONES},
}


def construir(libro: Libro) -> None:
    """Write the sheet."""
    hoja, e = libro.hoja(plano.CASO), libro.estilos
    preparar(
        hoja,
        e,
        "Monto constitutivo de un caso",
        f"Las celdas en azul sobre crema se pueden cambiar. Pesos. {plano.FORMULAS} Los "
        "beneficios son los de la ley; cada convención es una opción.",
        horizontal=False,
        color=ORO,
    )
    for col, ancho in enumerate(ANCHOS):
        hoja.set_column(col, col, ancho)
    hoja.freeze_panes(3, 0)
    _asegurado(libro, hoja)
    _familia(libro, hoja)
    _opciones(libro, hoja)
    _quien_paga(libro, hoja)
    ultima = _desglose(libro, hoja)
    hoja.print_area(0, 0, ultima, len(ANCHOS) - 1)
    hoja.fit_to_pages(1, 1)


def _explicar(libro: Libro, hoja: Worksheet, fila: int, desde: int, hasta: int, texto: str) -> None:
    e = libro.estilos
    formato = e.texto(font_color=GRIS, font_size=9, text_wrap=True)
    hoja.merge_range(fila, desde, fila, hasta, texto, formato)


def _asegurado(libro: Libro, hoja: Worksheet) -> None:
    e, fila = libro.estilos, FILA_ASEGURADO
    hoja.merge_range(fila, 0, fila, 5, "Pensionado o fallecido (ejemplo ilustrativo)", e.seccion())
    for i, entrada in enumerate(plano.ASEGURADO, start=fila + 1):
        unidad = f", {entrada.unidad}" if entrada.unidad else ""
        hoja.write_string(i, 0, f"{entrada.etiqueta}{unidad}", e.texto())
        entrada.escribir(libro, plano.CASO, i, 1)
        _explicar(libro, hoja, i, 2, 5, entrada.ayuda)
        hoja.set_row(i, alto_fila([(entrada.ayuda, sum(ANCHOS[2:6]))]))


def _familia(libro: Libro, hoja: Worksheet) -> None:
    e, fila = libro.estilos, FILA_FAMILIA
    hoja.merge_range(
        fila, 0, fila, 5, "Familia. Vacío: no inválido, estudia, orfandad sencilla", e.seccion()
    )
    for j, texto in enumerate(plano.COLUMNAS_FAMILIA):
        hoja.write_string(fila + 1, j, texto, e.encabezado())
    primera = fila + 2
    plano.FAMILIA.escribir(libro, plano.CASO, primera, 0)
    ultima = primera + plano.RENGLONES_FAMILIA - 1
    for j, lista in plano.LISTAS_FAMILIA.items():
        ayuda = "Elija de la lista o deje vacío."
        validacion = regla("opcion", plano.COLUMNAS_FAMILIA[j], ayuda, lista)
        assert validacion
        hoja.data_validation(primera, j, ultima, j, validacion)
    edad = regla("entero", "edad", "Años cumplidos.", (), 0, 110)
    assert edad
    hoja.data_validation(primera, 1, ultima, 1, edad)


def _opciones(libro: Libro, hoja: Worksheet) -> None:
    e, fila = libro.estilos, FILA_OPCIONES
    hoja.merge_range(fila, 0, fila, 5, "Opciones. Vacío: el valor por omisión", e.seccion())
    primera = fila + 1
    for i, entrada in enumerate(plano.OPCIONES, start=primera):
        hoja.write_string(i, 0, entrada.etiqueta, e.texto())
        entrada.escribir(libro, plano.CASO, i, 1)
        _explicar(libro, hoja, i, 2, 5, entrada.ayuda)
        hoja.set_row(i, max(26.0, alto_fila([(entrada.ayuda, sum(ANCHOS[2:6]))])))
    ultima = fila + len(plano.OPCIONES)
    libro.nombrar("caso_opciones", plano.CASO, primera, 0, ultima, 1)


def _quien_paga(libro: Libro, hoja: Worksheet) -> None:
    e, fila = libro.estilos, FILA_ASEGURADO
    fin = DERECHA + ANCHO_DERECHA - 1
    hoja.merge_range(fila, DERECHA, fila, fin, "Quién paga, pesos", e.seccion())
    formulas = {
        "caso_mc": plano.llamada("MONTO_CONSTITUTIVO"),
        "caso_mc_sin": concepto("MC_sin_garantia"),
        "caso_cuenta": f'IF(ISNUMBER(opcion_saldo),{concepto("saldo_aplicado")},"")',
        "caso_imss": 'IF(ISNUMBER(opcion_saldo),SUMA_ASEGURADA(caso_mc_sin,opcion_saldo),"")',
        "caso_gobierno": (
            'IF(ISNUMBER(opcion_saldo),COSTO_FISCAL(caso_mc,caso_mc_sin,opcion_saldo),"")'
        ),
        "caso_excedente": f'IF(ISNUMBER(opcion_saldo),{concepto("excedente")},"")',
    }
    for i, (nombre, etiqueta, texto) in enumerate(PAGAN, start=fila + 1):
        hoja.write_string(i, DERECHA, etiqueta, e.texto(bold=i == fila + 1))
        formato = e.calculo(DECIMAL, bold=i == fila + 1)
        hoja.write_formula(i, DERECHA + 1, f"={formulas[nombre]}", formato)
        _explicar(libro, hoja, i, DERECHA + 2, fin, texto)
        libro.nombrar(nombre, plano.CASO, i, DERECHA + 1)
    grafica = libro.libro.add_chart({"type": "bar", "subtype": "stacked"})
    titulos = ("Cuenta individual", "IMSS (suma asegurada)", "Gobierno Federal")
    for i, (titulo, color) in enumerate(zip(titulos, (ORO, VERDE, VINO), strict=True)):
        celda = fila + 3 + i
        grafica.add_series(
            {
                "name": titulo,
                "categories": [plano.CASO, fila + 1, DERECHA, fila + 1, DERECHA],
                "values": [plano.CASO, celda, DERECHA + 1, celda, DERECHA + 1],
                "fill": {"color": color},
                "gap": 60,
                "data_labels": {
                    "value": True,
                    "num_format": '#,##0;;""',
                    "font": {**LETRA, "color": "#FFFFFF", "bold": True},
                },
            }
        )
    grafica.set_title(
        {
            "name": "El monto constitutivo y quién lo paga, pesos",
            "name_font": {**LETRA, "size": 12, "bold": True},
        }
    )
    grafica.set_x_axis(
        {
            "num_font": LETRA,
            "num_format": "#,##0",
            "major_gridlines": {"visible": True, "line": {"color": "#E4E4E4"}},
        }
    )
    grafica.set_y_axis({"num_font": LETRA, "line": {"color": "#BFBFBF"}})
    grafica.set_legend({"position": "bottom", "font": LETRA})
    grafica.set_chartarea({"border": {"color": "#D9D9D9"}})
    grafica.set_size({"width": 622, "height": 238})
    hoja.insert_chart(FILA_FAMILIA, DERECHA, grafica, {"x_offset": 4, "y_offset": 2})


def _desglose(libro: Libro, hoja: Worksheet) -> int:
    """Components, monthly benefits of each state of the family, what is left out."""
    e, fila = libro.estilos, FILA_OPCIONES
    fin = DERECHA + ANCHO_DERECHA - 1
    hoja.merge_range(fila, DERECHA, fila, fin, "Desglose, pesos", e.seccion())
    for nombre, texto in DESGLOSE:
        fila += 1
        total = nombre.startswith("MC")
        hoja.write_string(fila, DERECHA, nombre, e.texto(bold=total))
        numero = "0.000000" if nombre == "anualidad" else DECIMAL
        formato = e.calculo(numero, bold=total, align="right")
        hoja.write_formula(fila, DERECHA + 1, f"={concepto(nombre)}", formato)
        _explicar(libro, hoja, fila, DERECHA + 2, fin, texto)
        libro.nombrar(f"caso_{nombre.lower()}", plano.CASO, fila, DERECHA + 1)
    fila += 2
    hoja.merge_range(
        fila, DERECHA, fila, fin, "Beneficio mensual con aguinaldo, por dependientes", e.seccion()
    )
    fila += 1
    hoja.write_string(fila, DERECHA, "Hijos (o ascendientes)", e.encabezado())
    for j, (estado, texto) in enumerate(ESTADOS, start=1):
        hoja.write_string(fila, DERECHA + j, f"{estado}: {texto}", e.encabezado())
    for n in range(DEPENDIENTES + 1):
        fila += 1
        hoja.write_number(fila, DERECHA, n, e.calculo("0", align="center"))
        for j, (estado, _) in enumerate(ESTADOS, start=1):
            formula = f"={concepto(f'{estado}({n})')}"
            hoja.write_formula(fila, DERECHA + j, formula, e.calculo(DECIMAL))
    fila += 2
    hoja.merge_range(fila, DERECHA, fila, fin, "Con qué tablas y qué no está incluido", e.seccion())
    for nombre in NOTAS:
        fila += 1
        formato = e.texto(font_size=9, text_wrap=True)
        # What does not apply to the case leaves its row empty.
        celda = xl_rowcol_to_cell(fila, DERECHA + 1)
        hoja.write_formula(fila, DERECHA, f'=IF(LEN({celda})>0,"{nombre}","")', formato)
        hoja.merge_range(fila, DERECHA + 1, fila, fin, "", formato)
        hoja.write_formula(fila, DERECHA + 1, f"={concepto(nombre)}", formato)
        hoja.set_row(fila, 27)
    return fila


def desglose(libro: Libro) -> None:
    """Sheet Desglose: the breakdown as the function returns it, row by row.

    Its length depends on the family, and an array formula that is too long shows errors, so that
    each cell asks for its own position. The concepts are copied with &"" because Calc never finds
    the texts of an add-in's result equal to others.
    """
    hoja, e = libro.hoja(plano.DESGLOSE), libro.estilos
    preparar(
        hoja,
        e,
        "Desglose completo",
        "MONTO_CONSTITUTIVO_DESGLOSE del caso: tablas y opciones usadas, beneficios, componentes, "
        f"lo no incluido. {plano.FORMULAS}",
        horizontal=False,
        repetir=(3, 3),
    )
    hoja.set_column(0, 0, 42)
    hoja.set_column(1, 1, 90)
    hoja.write_string(3, 0, "concepto", e.encabezado())
    hoja.write_string(3, 1, "valor", e.encabezado())
    hoja.freeze_panes(4, 1)
    d = plano.llamada("MONTO_CONSTITUTIVO_DESGLOSE")
    valor = e(num_format="[>=50]#,##0.00;General", align="left")
    for k in range(plano.RENGLONES_DESGLOSE):
        r = 4 + k
        hoja.write_formula(r, 0, f'=IFERROR(INDEX({d},{k + 2},1)&"","")', e())
        hoja.write_formula(r, 1, f'=IFERROR(INDEX({d},{k + 2},2),"")', valor)
    ultima = 3 + plano.RENGLONES_DESGLOSE
    # Lines only where there is something to read.
    linea = libro.libro.add_format({"bottom": 1, "bottom_color": LINEA})
    con_datos = {"type": "formula", "criteria": "=LEN($A5)>0", "format": linea}
    hoja.conditional_format(4, 0, ultima, 1, con_datos)
    for j, nombre in enumerate(("desglose_conceptos", "desglose_valores")):
        libro.nombrar(nombre, plano.DESGLOSE, 4, j, ultima, j)
