"""Checks of the digest ifa2005_a: IFA 2005, chapter I (financial statements).

Sections 2.1 to 2.7 of the digest; those numbered 1.x are the model of that section of it.
"""

from pymodel.conciliacion.ifa2005_a import estados, reparto, rocf, supuestos

VERIFICACIONES = (
    *(*supuestos.S21, *supuestos.MODELO, *supuestos.ALERTA),
    *estados.S22,
    *(*reparto.S23, *reparto.MODELO),
    *(*rocf.S24, *rocf.S25, *rocf.S26, *rocf.S27),
)
