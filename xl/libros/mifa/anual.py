"""Sheets Flujo anual and Seguros anual: what the functions return, every year from 2011 to 2050."""

from __future__ import annotations

import functools
from collections.abc import Sequence

from xlsxwriter.utility import xl_range_abs

from pymodel.mifa.base import PARTIDAS
from pymodel.mifa.cuadros import cuadro_flujo, cuadro_seguro
from xl.libros.comun.libro import Libro, bloque, referencia
from xl.libros.estilo import DECIMAL, ENTERO, INDICE, MDP, PCT, preparar
from xl.libros.mifa import plano

ROTULOS: dict[str, str] = {
    "anio": "Año",
    **{p.clave: p.concepto for p in PARTIDAS},
    "pensiones_en_curso_ingreso": "Pensiones en curso de pago (ingreso)",
    "otros": "Otros ingresos",
    "otros_gastos": "Otros gastos",
    "ingresos": "Ingresos (1)",
    "egresos": "Egresos (2)",
    "excedente": "Excedente (déficit) de operación (3)=(1)-(2)",
    "incremento_reservas": "Incremento en RFA, RGFA y FCOLCLC (4)",
    "excedente_despues": "Excedente (déficit) después de reservas (5)=(3)-(4)",
    "movimientos_rocf": "Movimientos de la ROCF",
    "uso_reservas": "Uso de reservas y fondos",
    "transferencia": "Transferencia neta entre reservas (6)",
    "saldo": "Saldo en RO después de transferencias (8)=(5)+(6)",
    "asegurados": "Asegurados",
    "masa_salarial": "Masa salarial",
    "sbc": "Salario base de cotización (SBC)",
    "smgdf": "Salario mínimo del DF",
    "deflactor": "Pesos del año por peso de 2011",
    "ingresos_totales": "Ingresos totales",
    "corriente": "Gasto corriente",
    "prestaciones_economicas": "Prestaciones económicas",
    "gastos_totales": "Gastos totales",
    "resultado": "Resultado financiero",
    "pc": "Prima de contribución (PC)",
    "pr": "Prima de reparto (PR)",
    "pmn": "Prima media nivelada (PMN)",
    "diferencia": "Diferencia (PMN - PC)",
    "sbc_veces": "SBC en veces el SMGDF",
    "sbc_equilibrio": "Salario de equilibrio",
    "sbc_equilibrio_veces": "Salario de equilibrio en veces el SMGDF",
    "diferencia_veces": "Diferencia en veces el SMGDF",
    "aportacion": "Aportación anual actual",
    "aportacion_veces": "Aportación en veces el SMGDF",
    "aportacion_equilibrio": "Aportación de equilibrio",
    "aportacion_equilibrio_veces": "Aportación de equilibrio en veces el SMGDF",
}
_PRIMAS = {"pc", "pr", "pmn", "diferencia"}
_PESOS = {"sbc", "smgdf", "sbc_equilibrio", "aportacion", "aportacion_equilibrio"}


def formato(columna: str) -> str:
    """Number format of a column."""
    if columna == "anio":
        return ENTERO
    if columna in _PRIMAS:
        return PCT
    if columna in _PESOS or columna.endswith("_veces"):
        return DECIMAL
    return INDICE if columna == "deflactor" else MDP


def unidad(columna: str) -> str:
    """Unit of a column."""
    if columna == "anio":
        return ""
    if columna in _PRIMAS:
        return "% de salarios"
    if columna.endswith("_veces"):
        return "veces"
    if columna.startswith("aportacion"):
        return "pesos 2011/año"
    if columna in _PESOS:
        return "pesos 2011/día"
    return {"asegurados": "personas", "deflactor": "razón"}.get(columna, "mdp 2011")


@functools.cache
def columnas_flujo() -> tuple[str, ...]:
    """Columns of MIFA_FLUJO."""
    return tuple(cuadro_flujo().columns)


@functools.cache
def columnas_seguro(seguro: str) -> tuple[str, ...]:
    """Columns of MIFA_SEGURO."""
    return tuple(cuadro_seguro(seguro).columns)


def flujo(libro: Libro) -> None:
    """Yearly cash flow."""
    hoja, e = libro.hoja(plano.FLUJO_ANUAL), libro.estilos
    preparar(
        hoja,
        e,
        "Flujo anual",
        "MIFA_FLUJO con los supuestos en uso: mdp de 2011, un año por renglón.",
        repetir=(3, 4),
    )
    columnas = columnas_flujo()
    hoja.set_column(0, 0, 8)
    hoja.set_column(1, len(columnas) - 1, 15)
    hoja.freeze_panes(6, 1)
    _bloque(libro, plano.FLUJO_ANUAL, 3, columnas, f"=MIFA_FLUJO({plano.NOMBRE_SUPUESTOS})")
    libro.nombrar(plano.NOMBRE_FLUJO, plano.FLUJO_ANUAL, 5, 0, 5 + plano.ANIOS, len(columnas) - 1)
    for j, columna in enumerate(columnas):
        libro.nombrar(plano.flujo(columna), plano.FLUJO_ANUAL, 6, j, 5 + plano.ANIOS, j)


def seguros(libro: Libro) -> None:
    """Yearly table of each insurance, one under the other."""
    hoja, e = libro.hoja(plano.SEGUROS_ANUAL), libro.estilos
    preparar(
        hoja,
        e,
        "Seguros anual",
        "MIFA_SEGURO con los supuestos en uso: mdp de 2011, un año por renglón. SRT y SIV son una "
        "estimación: el informe no publica su largo plazo en el MIFA.",
    )
    hoja.set_column(0, 0, 8)
    hoja.set_column(1, len(columnas_seguro("SEM")) - 1, 15)
    for i, seguro in enumerate(plano.ORDEN):
        fila = 3 + i * (plano.ANIOS + 5)
        columnas = columnas_seguro(seguro)
        hoja.merge_range(fila, 0, fila, len(columnas) - 1, seguro, e.seccion())
        formula = f'=MIFA_SEGURO("{seguro}",{plano.NOMBRE_SUPUESTOS})'
        _bloque(libro, plano.SEGUROS_ANUAL, fila + 1, columnas, formula)
        primera, ultima = fila + 4, fila + 3 + plano.ANIOS
        libro.nombrar(
            plano.anual(seguro),
            plano.SEGUROS_ANUAL,
            primera - 1,
            0,
            ultima,
            len(columnas) - 1,
        )
        for j, columna in enumerate(columnas):
            libro.nombrar(plano.serie(seguro, columna), plano.SEGUROS_ANUAL, primera, j, ultima, j)
    hoja.set_h_pagebreaks([3 + i * (plano.ANIOS + 5) for i in range(1, len(plano.ORDEN))])


def _bloque(libro: Libro, nombre: str, fila: int, columnas: Sequence[str], formula: str) -> None:
    """Labels, units, and the function's own header and rows under them."""
    hoja, e = libro.hoja(nombre), libro.estilos
    hoja.set_row(fila, 58)
    for j, columna in enumerate(columnas):
        hoja.write_string(fila, j, ROTULOS[columna], e.encabezado())
        hoja.write_string(fila + 1, j, unidad(columna), e.unidad())
    bloque(
        hoja,
        fila + 2,
        0,
        plano.ANIOS + 1,
        len(columnas),
        formula,
        lambda i, j: e.calculo(formato(columnas[j])) if i else e.unidad(),
    )


def rango(seguro: str, columna: str) -> str:
    """Cells of a yearly column for a chart; an empty insurance is the cash flow."""
    columnas = columnas_seguro(seguro) if seguro else columnas_flujo()
    hoja = plano.SEGUROS_ANUAL if seguro else plano.FLUJO_ANUAL
    primera = 7 + plano.ORDEN.index(seguro) * (plano.ANIOS + 5) if seguro else 6
    col = columnas.index(columna)
    return f"={referencia(hoja)}!{xl_range_abs(primera, col, primera + plano.ANIOS - 1, col)}"
