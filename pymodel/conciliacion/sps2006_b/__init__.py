"""Checks of the digest sps2006_b: health spending, padrón, states."""

from pymodel.conciliacion.sps2006_b import padron

VERIFICACIONES = (*padron.VERIFICACIONES,)
