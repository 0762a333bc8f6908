"""Layout of the workbook: names of sheets, scenarios and blocks."""

from __future__ import annotations

SUPUESTOS = "Supuestos"
FLUJO = "Flujo de efectivo"
SEGUROS_HOJA = "Seguros"
PRIMAS = "Primas y salarios"
INDICADORES = "Indicadores"
TRANSFERENCIA = "Transferencia de prima"
RJP = "Financiamiento del RJP"
GRAFICAS = "Gráficas"
ESCENARIOS = "Escenarios"
FLUJO_ANUAL = "Flujo anual"
SEGUROS_ANUAL = "Seguros anual"

ORDEN = ("SEM", "SEM-A", "GMP", "SGPS", "SSFAM", "SRT", "SIV")
"""Insurances as the sheets show them: those of the report first, the estimated ones last."""

BASE = "Base"
NOMBRES_ESCENARIO = (BASE, "Alternativo 1", "Alternativo 2", "Alternativo 3")
PREFIJOS = ("base", "alt1", "alt2", "alt3")

PRIMER_ANIO, ULTIMO_ANIO = 2011, 2050
ANIOS = ULTIMO_ANIO - PRIMER_ANIO + 1
ANIOS_IMPRESOS = (*range(2011, 2016), *range(2020, 2051, 5))
"""The years of the tables of the report."""

NOMBRE_SUPUESTOS = "supuestos_mifa"
NOMBRE_TASA = "tasa_descuento_mifa"
NOMBRE_FLUJO = "flujo_anual"


def entrada(escenario: int, supuesto: str) -> str:
    """Name of the input cell of an assumption in a scenario."""
    return f"{PREFIJOS[escenario]}_{supuesto}"


def anual(seguro: str) -> str:
    """Name of the yearly block of an insurance, header included."""
    return f"anual_{clave(seguro)}"


def serie(seguro: str, columna: str) -> str:
    """Name of one column of that block, 40 years."""
    return f"{clave(seguro)}_{columna}"


def flujo(columna: str) -> str:
    """Name of one column of the yearly cash flow, 40 years."""
    return f"flujo_{columna}"


def clave(seguro: str) -> str:
    """Key of an insurance inside a name: "SEM-A" is "sem_a"."""
    return seguro.lower().replace("-", "_")
