"""Checks of the digest sps2006_b: health spending, padrón, states."""

from pymodel.conciliacion.sps2006_b import estados, gasto_salud, padron

VERIFICACIONES = (
    *gasto_salud.VERIFICACIONES,
    *estados.VERIFICACIONES,
    *padron.VERIFICACIONES,
)
