"""Checks of the digest ifa2005_a: IFA 2005, chapter I (financial statements)."""

from pymodel.conciliacion.registro import Verificacion

VERIFICACIONES: tuple[Verificacion, ...] = ()
