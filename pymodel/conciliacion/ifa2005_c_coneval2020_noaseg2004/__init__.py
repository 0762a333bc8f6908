"""Checks of the third digest: IFA 2005 chapter III, CONEVAL 2020 and the uninsured of 2004."""

from pymodel.conciliacion.ifa2005_c_coneval2020_noaseg2004 import (
    cobertura,
    guarderias,
    servicios,
    ssfam,
)

VERIFICACIONES = (
    *cobertura.VERIFICACIONES,
    *guarderias.VERIFICACIONES,
    *ssfam.VERIFICACIONES,
    *servicios.VERIFICACIONES,
)
