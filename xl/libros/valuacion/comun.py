"""Ranges of the flows that the sheets of this workbook share."""

from __future__ import annotations

from pymodel.valuacion import PROPIO, Caso
from pymodel.valuacion.casos import IMSS
from xl.libros.comun.libro import celda
from xl.libros.valuacion import plano


def si_hay_datos(caso: Caso, expresion: str) -> str:
    """Formula that stays empty while the analyst's own flows are blank."""
    return f'=IF(propios_n=0,"",{expresion})' if caso is PROPIO else f"={expresion}"


def rango(caso: Caso, campo: str) -> str:
    """Range of a flow column; of the analyst's own flows only the rows that are filled in."""
    if caso is not PROPIO:
        return plano.nombre(caso, campo)
    return _first_rows(caso, campo, "propios_n")


def rango_horizonte(caso: Caso, campo: str) -> str:
    """The same, cut at the horizon of the valuation."""
    return _first_rows(caso, campo, horizonte(caso, "horizonte"))


def horizonte(caso: Caso, campo: str) -> str:
    """Years of a horizon; of the analyst's own flows at most those captured."""
    nombre = plano.nombre(caso, campo)
    return f"MIN({nombre},propios_n)" if caso is PROPIO else nombre


def _first_rows(caso: Caso, campo: str, filas: str) -> str:
    """First rows of a named column or block. Unlike OFFSET, this is not volatile in Excel."""
    desde = plano.COLUMNAS_FLUJO[campo]
    columnas = len(series(caso)) if campo == "gasto" else 1
    if campo == "total":
        desde += columna_total(caso)
    primera = celda(plano.hoja_flujos(caso), plano.FILA_FLUJOS, desde)
    return f"{primera}:INDEX({plano.nombre(caso, campo)},{filas},{columnas})"


def series(caso: Caso) -> list[str]:
    """Columns of expenditure on the flow sheet: components, total of the IMSS, total with all."""
    nombres = [c.nombre for c in caso.componentes]
    if len(nombres) > 1:
        nombres.append("Total a cargo del IMSS")
    if any(c.a_cargo != IMSS for c in caso.componentes):
        nombres.append("Total con costo fiscal")
    return nombres


def columna_total(caso: Caso) -> int:
    """Position, within the expenditure columns, of the total that the IMSS pays."""
    return len(caso.componentes) if len(caso.componentes) > 1 else 0
