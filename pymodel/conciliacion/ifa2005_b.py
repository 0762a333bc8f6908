"""Checks of the digest ifa2005_b."""

from pymodel.conciliacion.registro import Verificacion

VERIFICACIONES: tuple[Verificacion, ...] = ()
