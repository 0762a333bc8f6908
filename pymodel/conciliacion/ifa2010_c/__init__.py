"""Checks of the digest ifa2010_c: annexes of the IFA 2010.

Numbers 8, 26 and 27 are left out: the report prints nothing to compare them with. So is 55, which
the specification marks as not a test (an unexplained drift).
"""

from pymodel.conciliacion.ifa2010_c import anexo_a, cuotas, mifa, reservas

VERIFICACIONES = (
    *anexo_a.RENTAS,
    *anexo_a.BASES,
    *anexo_a.VALORES_PRESENTES,
    *anexo_a.ARBOLES,
    *cuotas.VERIFICACIONES,
    *mifa.VERIFICACIONES,
    *reservas.VERIFICACIONES,
)
