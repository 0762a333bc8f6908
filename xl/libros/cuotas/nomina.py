"""Sheet Nómina: a payroll, worker by worker and by insurance and payer."""

from __future__ import annotations

from xlsxwriter.utility import xl_rowcol_to_cell

from xl.libros.comun.libro import Libro, celda
from xl.libros.cuotas import plano
from xl.libros.cuotas.comun import ANCHO, datos, matriz
from xl.libros.estilo import DECIMAL, preparar

PRIMERA = 28
TITULOS = (
    "Trabajador",
    "SBC, pesos diarios",
    "Días",
    "Prima de RT",
    "Patrón",
    "Trabajador",
    "Estado",
)


def construir(libro: Libro) -> None:
    """Write the sheet."""
    hoja, e = libro.hoja(plano.NOMINA), libro.estilos
    preparar(
        hoja,
        e,
        "Cuotas de una nómina",
        f"Hasta {plano.TRABAJADORES} trabajadores; los renglones se llenan de arriba abajo. Pesos "
        "del periodo, con RCV e Infonavit. Los nombres y salarios son un ejemplo inventado.",
        color="#B38E5D",
    )
    hoja.set_column(0, 0, 36)
    hoja.set_column(1, 5, 15)
    hoja.set_column(6, 6, 26)
    fechas = plano.DE_NOMINA[:2]
    fila = datos(libro, plano.NOMINA, 3, fechas)
    hoja.write_string(fila, 0, "Trabajadores", e.texto())
    columna = [celda(plano.NOMINA, PRIMERA + i, 1) for i in (0, plano.TRABAJADORES - 1)]
    hoja.write_formula(
        fila, 1, f"=COUNT({columna[0]}:{columna[1]})", e.calculo("0", align="center")
    )
    libro.nombrar("nomina_n", plano.NOMINA, fila, 1)
    fin = matriz(libro, plano.NOMINA, fila + 2, _suma, "nomina")
    hoja.merge_range(
        PRIMERA - 2, 0, PRIMERA - 2, ANCHO, "Trabajadores, y lo que da cada pagador", e.seccion()
    )
    assert fin <= PRIMERA - 2
    hoja.set_row(PRIMERA - 1, 30)
    for col, texto in enumerate(TITULOS):
        hoja.write_string(PRIMERA - 1, col, texto, e.encabezado())
    plano.DE_NOMINA[2].escribir(libro, plano.NOMINA, PRIMERA, 0)
    prima = e.insumo(plano.FRACCION)
    for i, (_, _, _, valor) in enumerate(plano.DE_NOMINA[2].defecto, start=PRIMERA):
        if valor is None:
            hoja.write_blank(i, 3, None, prima)
        else:
            hoja.write_number(i, 3, valor, prima)
        sbc, dias, tasa = (xl_rowcol_to_cell(i, c) for c in (1, 2, 3))
        for j, pagador in enumerate(plano.PAGADORES):
            hoja.write_formula(
                i,
                4 + j,
                f'=IF({sbc}="","",INDEX(CUOTAS_IMSS({sbc},nomina_fecha,{dias},{tasa},TRUE,'
                f"nomina_factor),2,{plano.lugar(f'total_{pagador}')}))",
                e.calculo(DECIMAL),
            )
    hoja.set_h_pagebreaks([PRIMERA - 2])


def _suma(columna: str) -> str:
    """Sum of a column of the function over the rows that are filled in."""
    rangos = []
    for col in (1, 2, 3):
        primera = celda(plano.NOMINA, PRIMERA, col)
        rangos.append(f"{primera}:INDEX(nomina_datos,nomina_n,{col + 1})")
    sbc, dias, prima = rangos
    llamada = f"CUOTAS_IMSS({sbc},nomina_fecha,{dias},{prima},TRUE,nomina_factor)"
    return f'IF(nomina_n=0,"",SUM(INDEX({llamada},0,{plano.lugar(columna)})))'
