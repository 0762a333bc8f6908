"""Checks of the third digest: IFA 2005 chapter III, CONEVAL 2020 and the uninsured of 2004."""

from pymodel.conciliacion.registro import Verificacion

VERIFICACIONES: tuple[Verificacion, ...] = ()
