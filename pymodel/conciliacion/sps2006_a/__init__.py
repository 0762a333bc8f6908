"""Checks of the digest sps2006_a: financing of the SPSS."""

from pymodel.conciliacion.registro import Verificacion

VERIFICACIONES: tuple[Verificacion, ...] = ()
