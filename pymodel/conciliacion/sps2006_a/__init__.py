"""Checks of the digest sps2006_a: financing of the SPSS."""

from pymodel.conciliacion.sps2006_a import desequilibrios, estados, financiamiento

VERIFICACIONES = financiamiento.FINANCIAMIENTO + desequilibrios.DESEQUILIBRIOS + estados.ESTADOS
