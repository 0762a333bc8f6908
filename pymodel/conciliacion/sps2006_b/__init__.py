"""Checks of the digest sps2006_b: health spending, padrón, states."""

from pymodel.conciliacion.registro import Verificacion
from pymodel.conciliacion.sps2006_b import estados, gasto_salud

VERIFICACIONES: tuple[Verificacion, ...] = (
    *gasto_salud.VERIFICACIONES,
    *estados.VERIFICACIONES,
)
