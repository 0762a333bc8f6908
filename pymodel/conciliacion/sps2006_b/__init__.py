"""Checks of the digest sps2006_b: health spending, padrón, states."""

from pymodel.conciliacion.registro import Verificacion

VERIFICACIONES: tuple[Verificacion, ...] = ()
