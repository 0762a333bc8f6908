"""Checks of the digest ifa2010_b: IFA 2010, chapters IV to VI (SEM, SGPS, SSFAM, services)."""

from pymodel.conciliacion.ifa2010_b import cnp, largo_plazo
from pymodel.conciliacion.registro import Verificacion

VERIFICACIONES: tuple[Verificacion, ...] = (
    *largo_plazo.VERIFICACIONES,
    *cnp.VERIFICACIONES,
)
