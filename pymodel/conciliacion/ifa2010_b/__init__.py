"""Checks of the digest ifa2010_b: IFA 2010, chapters IV to VI (SEM, SGPS, SSFAM, services)."""

from pymodel.conciliacion.ifa2010_b import (
    centros,
    cnp,
    largo_plazo,
    sgps,
    ssfam,
    tiendas,
    velatorios,
)

VERIFICACIONES = (
    *sgps.VERIFICACIONES,
    *velatorios.VERIFICACIONES,
    *centros.VERIFICACIONES,
    *ssfam.VERIFICACIONES,
    *tiendas.VERIFICACIONES,
    *largo_plazo.VERIFICACIONES,
    *cnp.VERIFICACIONES,
)
