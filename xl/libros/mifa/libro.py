"""Definition of the workbook: its sheets, inputs, headline results and refresh."""

from __future__ import annotations

from xl.libros.comun.definicion import Definicion, Hoja
from xl.libros.mifa import anual, plano, supuestos

HOJAS = (
    Hoja(plano.SUPUESTOS, supuestos.construir, "Supuestos y escenarios; cuál está en uso"),
    Hoja(plano.FLUJO_ANUAL, anual.flujo, "Flujo de efectivo, cada año de 2011 a 2050"),
    Hoja(plano.SEGUROS_ANUAL, anual.seguros, "Cada seguro y cobertura, cada año"),
)

LIBRO = Definicion(
    clave="mifa",
    titulo="Modelo Integral Financiero y Actuarial (MIFA)",
    asunto="MIFA, IFA 2010: flujo de efectivo, seguros, primas y salarios de equilibrio a 2050",
    resumenes=("ifa2010_a", "ifa2010_b", "ifa2010_c"),
    hojas=HOJAS,
    entradas=supuestos.ENTRADAS,
)
