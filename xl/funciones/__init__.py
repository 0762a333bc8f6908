"""The Excel functions, one module per group; importing the package declares them all."""

from xl.contrato import registro
from xl.funciones import (
    balance,
    cuenta_individual,
    datos,
    finanzas,
    pensiones,
    primas,
    rentas,
    sps,
    sps_gasto,
)

__all__ = [
    "balance",
    "cuenta_individual",
    "datos",
    "finanzas",
    "pensiones",
    "primas",
    "registro",
    "rentas",
    "sps",
    "sps_gasto",
]
