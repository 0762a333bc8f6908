"""Checks of the digest ifa2010_a: chapters I to III of the IFA 2010.

C9 is left out: it needs cuadros I.6 and III.6, which are not supplied.
"""

from pymodel.conciliacion.ifa2010_a import (
    balances,
    bases,
    cuadros,
    estados,
    fallas,
    largo_plazo,
    mifa,
    valores_presentes,
)

VERIFICACIONES = (
    valores_presentes.C1
    + mifa.C2
    + mifa.C3
    + mifa.C4
    + mifa.C5
    + mifa.C6
    + mifa.C7
    + valores_presentes.C8
    + balances.C10
    + estados.C11
    + estados.C12
    + bases.C13
    + bases.C14
    + bases.C15
    + bases.C16
    + bases.C17
    + cuadros.S22
    + fallas.S23
    + fallas.S5
    + largo_plazo.S24
    + largo_plazo.S27
    + largo_plazo.S28
    + largo_plazo.INDICADORES
)
