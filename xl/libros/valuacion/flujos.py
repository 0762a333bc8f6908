"""Sheets of yearly flows: printed years, annual flows, premiums by year, projected reserve."""

from __future__ import annotations

from xlsxwriter.utility import xl_range, xl_range_abs, xl_rowcol_to_cell

from pymodel.valuacion import PROPIO, Caso, impresos, publicado
from pymodel.valuacion.casos import IMSS
from xl.libros.comun.libro import Libro, bloque, referencia
from xl.libros.estilo import ENTERO, MDP, PCT, preparar
from xl.libros.valuacion import plano
from xl.libros.valuacion.comun import columna_total, rango, series
from xl.libros.valuacion.plano import COLUMNA_ANIO, COLUMNA_GASTO, COLUMNA_MASA, FILA_FLUJOS

PRIMAS_ANUALES = (
    ("prima_pensiones", "Prima de gasto: pensiones"),
    ("prima_total", "Prima de gasto: total"),
    ("prima_nivelada_anual", "Prima nivelada"),
    ("prima_escalonada_anual", "Prima escalonada"),
    ("prima_ingreso_anual", "Prima de ingreso"),
)
RESERVA = ("Año", "Ingreso", "Gasto", "Rendimiento", "Reserva")


def columnas(caso: Caso) -> tuple[int, int, int]:
    """First column of the yearly premiums, of the reserve and of the printed years."""
    primas = COLUMNA_GASTO + len(series(caso)) + 1
    reserva = primas + len(PRIMAS_ANUALES) + 1
    return primas, reserva, reserva + len(RESERVA) + 1


def columna_de(caso: Caso, campo: str) -> str:
    """Address of a yearly column: charts take addresses, not names of the workbook."""
    primas, reserva, _ = columnas(caso)
    claves = [clave for clave, _ in PRIMAS_ANUALES]
    col = reserva + len(RESERVA) - 1 if campo == "reservas" else primas + claves.index(campo)
    ultima = FILA_FLUJOS + plano.ANIOS_FLUJOS - 1
    return f"{referencia(plano.hoja_flujos(caso))}!{xl_range_abs(FILA_FLUJOS, col, ultima, col)}"


def construir(libro: Libro, caso: Caso) -> None:
    """Write the flow sheet of one valuation, or the blank one for the analyst's own flows."""
    hoja, e = libro.hoja(plano.hoja_flujos(caso)), libro.estilos
    propio = caso is PROPIO
    if propio:
        titulo = "Flujos propios"
        subtitulo = (
            "Escriba o pegue año, salarios y gasto por componente desde la primera fila, sin "
            "saltos: años corridos, todos los montos a precios de un solo año. Las demás hojas los "
            "toman solas."
        )
    else:
        titulo = f"{caso.nombre}: flujos de la valuación al 31 de diciembre de {caso.anio}"
        subtitulo = (
            f"{publicado(caso).fuente}. Millones de pesos de {caso.anio}. Los años con ● están "
            "impresos en el informe; los demás se interpolan con el método de la hoja Supuestos."
        )
    preparar(hoja, e, titulo, subtitulo, repetir=(FILA_FLUJOS - 2, FILA_FLUJOS - 1))
    n = plano.ANIOS_PROPIOS if propio else plano.ANIOS_FLUJOS
    k = len(caso.componentes)
    nombres = series(caso)
    col_primas, col_reserva, col_impresos = columnas(caso)
    hoja.freeze_panes(FILA_FLUJOS, COLUMNA_MASA)
    hoja.set_column(0, 0, 3)
    hoja.set_column(COLUMNA_ANIO, COLUMNA_ANIO, 7)
    hoja.set_column(COLUMNA_MASA, col_primas - 2, 14)
    hoja.set_column(col_primas - 1, col_primas - 1, 2)
    hoja.set_column(col_primas, col_primas + len(PRIMAS_ANUALES) - 1, 11)
    hoja.set_column(col_reserva - 1, col_reserva - 1, 2)
    hoja.set_column(col_reserva, col_reserva, 7)
    hoja.set_column(col_reserva + 1, col_reserva + len(RESERVA) - 1, 13)
    hoja.set_column(col_impresos - 1, col_impresos - 1, 2)
    _headers(libro, caso, nombres, col_primas, col_reserva, col_impresos)
    if propio:
        _own_rows(libro, n, k)
    else:
        _printed_block(libro, caso, col_impresos)
        _annual_block(libro, caso, n, k)
    _totals(libro, caso, n)
    _names(libro, caso, n, len(nombres))
    _premiums(libro, caso, n, col_primas)
    _reserve(libro, caso, n, col_reserva)
    ultima = col_reserva + len(RESERVA) - 1
    hoja.print_area(0, 0, FILA_FLUJOS + n - 1, ultima)


def _headers(
    libro: Libro, caso: Caso, nombres: list[str], col_primas: int, col_reserva: int, col_imp: int
) -> None:
    hoja, e = libro.hoja(plano.hoja_flujos(caso)), libro.estilos
    titulos, unidades, secciones = FILA_FLUJOS - 2, FILA_FLUJOS - 1, FILA_FLUJOS - 3
    hoja.set_row(titulos, 44)
    hoja.merge_range(secciones, 0, secciones, col_primas - 2, "Flujos anuales", e.seccion())
    hoja.merge_range(
        secciones,
        col_primas,
        secciones,
        col_primas + len(PRIMAS_ANUALES) - 1,
        "Primas por año (% de los salarios)",
        e.seccion(),
    )
    hoja.merge_range(
        secciones,
        col_reserva,
        secciones,
        col_reserva + len(RESERVA) - 1,
        "Reserva si se cobra la prima de ingreso (mdp)",
        e.seccion(),
    )
    for col, texto in enumerate(["", "Año", "Volumen de salarios", *nombres]):
        hoja.write_string(titulos, col, texto, e.encabezado())
        hoja.write_string(unidades, col, "mdp" if col >= COLUMNA_MASA else "", e.unidad())
    for i, (clave, texto) in enumerate(PRIMAS_ANUALES):
        if caso.seguro == "GMP" and clave == "prima_pensiones":
            texto = "Prima de gasto: gastos médicos"
        hoja.write_string(titulos, col_primas + i, texto, e.encabezado())
        hoja.write_string(unidades, col_primas + i, "%", e.unidad())
    for i, texto in enumerate(RESERVA):
        hoja.write_string(titulos, col_reserva + i, texto, e.encabezado())
    if caso is not PROPIO:
        k = len(caso.componentes)
        hoja.merge_range(
            secciones, col_imp, secciones, col_imp + k + 1, "Años impresos (datos)", e.seccion()
        )
        hoja.set_column(col_imp, col_imp, 7)
        hoja.set_column(col_imp + 1, col_imp + k + 1, 13)
        for i, texto in enumerate(
            ["Año", "Volumen de salarios", *(c.nombre for c in caso.componentes)]
        ):
            hoja.write_string(titulos, col_imp + i, texto, e.encabezado())
            hoja.write_string(unidades, col_imp + i, "mdp" if i else "", e.unidad())


def _printed_block(libro: Libro, caso: Caso, col: int) -> None:
    """Printed years as inputs, from which the annual block is interpolated."""
    hoja, e, datos = libro.hoja(plano.hoja_flujos(caso)), libro.estilos, impresos(caso)
    m, k = datos.anios.size, len(caso.componentes)
    for i in range(m):
        hoja.write_number(FILA_FLUJOS + i, col, int(datos.anios[i]), e.insumo(ENTERO))
        hoja.write_number(FILA_FLUJOS + i, col + 1, float(datos.masa[i]), e.insumo())
        for j in range(k):
            hoja.write_number(FILA_FLUJOS + i, col + 2 + j, float(datos.gasto[i, j]), e.insumo())
    hoja_nombre = plano.hoja_flujos(caso)
    ultima = FILA_FLUJOS + m - 1
    libro.nombrar(plano.nombre(caso, "anios_impresos"), hoja_nombre, FILA_FLUJOS, col, ultima, col)
    libro.nombrar(
        plano.nombre(caso, "impresos"), hoja_nombre, FILA_FLUJOS, col + 1, ultima, col + 1 + k
    )


def _annual_block(libro: Libro, caso: Caso, n: int, k: int) -> None:
    hoja, e = libro.hoja(plano.hoja_flujos(caso)), libro.estilos
    anios, valores, metodo = (
        plano.nombre(caso, c) for c in ("anios_impresos", "impresos", "interpolacion")
    )
    bloque(
        hoja,
        FILA_FLUJOS,
        COLUMNA_ANIO,
        n,
        2 + k,
        f"=INTERPOLAR_ANUAL({anios},{valores},{metodo})",
        lambda _i, j: e.calculo(MDP if j else ENTERO),
    )
    for i in range(n):
        anio = xl_rowcol_to_cell(FILA_FLUJOS + i, COLUMNA_ANIO)
        hoja.write_formula(
            FILA_FLUJOS + i,
            0,
            f'=IF(COUNTIF({anios},{anio})>0,"●","")',
            e(font_color="#7A1F3D", align="center"),
        )


def _own_rows(libro: Libro, n: int, k: int) -> None:
    hoja, e = libro.hoja(plano.PROPIOS), libro.estilos
    for i in range(n):
        hoja.write_blank(FILA_FLUJOS + i, COLUMNA_ANIO, None, e.insumo(ENTERO))
        for j in range(k + 1):
            hoja.write_blank(FILA_FLUJOS + i, COLUMNA_MASA + j, None, e.insumo())
    ultima = FILA_FLUJOS + n - 1
    hoja.data_validation(
        FILA_FLUJOS,
        COLUMNA_ANIO,
        ultima,
        COLUMNA_ANIO,
        {
            "validate": "integer",
            "criteria": "between",
            "minimum": 1900,
            "maximum": 2200,
            "error_title": "Año no válido",
            "error_message": "Escriba un año entero de 1900 a 2200.",
        },
    )
    hoja.data_validation(
        FILA_FLUJOS,
        COLUMNA_MASA,
        ultima,
        COLUMNA_MASA + k,
        {
            "validate": "decimal",
            "criteria": "between",
            "minimum": -1e12,
            "maximum": 1e12,
            "error_title": "Monto no válido",
            "error_message": "Escriba un monto en millones de pesos, sin texto.",
        },
    )
    anios = xl_range(FILA_FLUJOS, COLUMNA_ANIO, ultima, COLUMNA_ANIO)
    hoja.write_string(FILA_FLUJOS - 5, COLUMNA_ANIO, "Años capturados", e.texto())
    hoja.write_formula(FILA_FLUJOS - 5, COLUMNA_GASTO, f"=COUNT({anios})", e.calculo(ENTERO))
    libro.nombrar("propios_n", plano.PROPIOS, FILA_FLUJOS - 5, COLUMNA_GASTO)


def _totals(libro: Libro, caso: Caso, n: int) -> None:
    """Ordinary sums beside the annual block: the total of the IMSS, then with everybody's."""
    hoja, e, k = libro.hoja(plano.hoja_flujos(caso)), libro.estilos, len(caso.componentes)
    if k == 1:
        return
    propios = sum(c.a_cargo == IMSS for c in caso.componentes)
    for i in range(n):
        fila = FILA_FLUJOS + i
        celdas = [xl_rowcol_to_cell(fila, COLUMNA_GASTO + j) for j in range(k)]
        # Added one by one: SUM would skip a text in silence.
        suma = "+".join(celdas[:propios])
        if caso is PROPIO:
            anio = xl_rowcol_to_cell(fila, COLUMNA_ANIO)
            suma = f'IF({anio}="","",{suma})'
        hoja.write_formula(fila, COLUMNA_GASTO + k, f"={suma}", e.calculo(MDP, bold=True))
        if propios < k:
            todo = "+".join(celdas)
            hoja.write_formula(fila, COLUMNA_GASTO + k + 1, f"={todo}", e.calculo(MDP, bold=True))


def _names(libro: Libro, caso: Caso, n: int, columnas: int) -> None:
    hoja, ultima = plano.hoja_flujos(caso), FILA_FLUJOS + n - 1
    total = COLUMNA_GASTO + columna_total(caso)
    for campo, desde, hasta in (
        ("anios", COLUMNA_ANIO, COLUMNA_ANIO),
        ("masa", COLUMNA_MASA, COLUMNA_MASA),
        ("gasto", COLUMNA_GASTO, COLUMNA_GASTO + columnas - 1),
        ("total", total, total),
        ("pensiones", COLUMNA_GASTO, COLUMNA_GASTO),
    ):
        if caso is PROPIO and campo == "masa":
            continue  # already defined with the tail of Supuestos
        libro.nombrar(plano.nombre(caso, campo), hoja, FILA_FLUJOS, desde, ultima, hasta)


def _premiums(libro: Libro, caso: Caso, n: int, col: int) -> None:
    hoja, e = libro.hoja(plano.hoja_flujos(caso)), libro.estilos
    masa, pensiones, total = (rango(caso, c) for c in ("masa", "pensiones", "total"))
    nivelada = plano.nombre(caso, "pn")
    ingreso = plano.nombre(caso, "prima_ingreso")
    escalon, tasa = plano.nombre(caso, "escalon"), plano.nombre(caso, "tasa_escalon")
    formulas = (
        f"PRIMA_GASTO({pensiones},{masa})",
        f"PRIMA_GASTO({total},{masa})",
        nivelada,
        f"PRIMA_ESCALONADA({total},{masa},{tasa},{escalon})",
        ingreso,
    )
    for i, formula in enumerate(formulas):
        if caso is PROPIO:
            _own_premium(libro, n, col + i, i, formula)
        elif "(" in formula:
            bloque(hoja, FILA_FLUJOS, col + i, n, 1, f"={formula}", e.calculo(PCT))
        else:
            for fila in range(FILA_FLUJOS, FILA_FLUJOS + n):
                hoja.write_formula(fila, col + i, f"={formula}", e.calculo(PCT))
        libro.nombrar(
            plano.nombre(caso, PRIMAS_ANUALES[i][0]),
            plano.hoja_flujos(caso),
            FILA_FLUJOS,
            col + i,
            FILA_FLUJOS + n - 1,
            col + i,
        )


def _own_premium(libro: Libro, n: int, col: int, cual: int, formula: str) -> None:
    """A premium of the analyst's own flows, row by row: rows without a year stay empty.

    An array formula of fixed size would show #N/A below the last year captured.
    """
    hoja, e = libro.hoja(plano.PROPIOS), libro.estilos
    k = len(PROPIO.componentes)
    for i in range(n):
        fila = FILA_FLUJOS + i
        anio, masa, pensiones, total = (
            xl_rowcol_to_cell(fila, c, False, True)
            for c in (COLUMNA_ANIO, COLUMNA_MASA, COLUMNA_GASTO, COLUMNA_GASTO + k)
        )
        valor = (
            f"{pensiones}/{masa}",
            f"{total}/{masa}",
            formula,
            f"INDEX({formula},{i + 1},1)",
            formula,
        )[cual]
        hoja.write_formula(fila, col, f'=IF({anio}="","",{valor})', e.calculo(PCT))


def _reserve(libro: Libro, caso: Caso, n: int, col: int) -> None:
    hoja, e = libro.hoja(plano.hoja_flujos(caso)), libro.estilos
    reserva, prima, tasa = (plano.nombre(caso, c) for c in ("reserva", "prima_ingreso", "tasa"))
    if caso is PROPIO:
        _own_reserve(libro, n, col, reserva, prima, tasa)
    else:
        # The function's own header row falls on the row of units.
        bloque(
            hoja,
            FILA_FLUJOS - 1,
            col,
            n + 1,
            len(RESERVA),
            f"=RESERVA_PROYECTADA({reserva},{prima},{rango(caso, 'total')},"
            f"{rango(caso, 'masa')},{tasa})",
            lambda i, j: e.calculo(MDP if j else ENTERO) if i else e.unidad(),
        )
    libro.nombrar(
        plano.nombre(caso, "reservas"),
        plano.hoja_flujos(caso),
        FILA_FLUJOS,
        col + len(RESERVA) - 1,
        FILA_FLUJOS + n - 1,
        col + len(RESERVA) - 1,
    )


def _own_reserve(libro: Libro, n: int, col: int, reserva: str, prima: str, tasa: str) -> None:
    """The recurrence of RESERVA_PROYECTADA in plain formulas, for a number of years that varies."""
    hoja, e = libro.hoja(plano.PROPIOS), libro.estilos
    k = len(PROPIO.componentes)
    for i in range(n):
        fila = FILA_FLUJOS + i
        anio, masa, total = (
            xl_rowcol_to_cell(fila, c) for c in (COLUMNA_ANIO, COLUMNA_MASA, COLUMNA_GASTO + k)
        )
        previa = reserva if i == 0 else xl_rowcol_to_cell(fila - 1, col + 4)
        ingreso, gasto, rendimiento = (xl_rowcol_to_cell(fila, col + c) for c in (1, 2, 3))
        for c, valor in enumerate(
            (
                str(i + 1),
                f"{prima}*{masa}",
                total,
                f"{previa}*{tasa}",
                f"{previa}+{ingreso}-{gasto}+{rendimiento}",
            )
        ):
            formato = e.calculo(MDP if c else ENTERO)
            hoja.write_formula(fila, col + c, f'=IF({anio}="","",{valor})', formato)
