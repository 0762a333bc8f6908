"""Checks of the digest ifa2010_b: IFA 2010, chapters IV to VI (SEM, SGPS, SSFAM, services)."""

from pymodel.conciliacion.ifa2010_b import centros, sgps, ssfam, tiendas, velatorios
from pymodel.conciliacion.registro import Verificacion

VERIFICACIONES: tuple[Verificacion, ...] = (
    *sgps.VERIFICACIONES,
    *velatorios.VERIFICACIONES,
    *centros.VERIFICACIONES,
    *ssfam.VERIFICACIONES,
    *tiendas.VERIFICACIONES,
)
