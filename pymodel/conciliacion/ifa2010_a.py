"""Checks of the digest ifa2010_a."""

from pymodel.conciliacion.registro import Verificacion

VERIFICACIONES: tuple[Verificacion, ...] = ()
