"""Checks of the digest ifa2010_c: annexes of the IFA 2010. So far annex A, numbers 1 to 27, and 57.

Numbers 8, 26 and 27 are left out: the report prints nothing to compare them with.
"""

from pymodel.conciliacion.ifa2010_c import anexo_a, cuotas

VERIFICACIONES = (
    *anexo_a.RENTAS,
    *anexo_a.BASES,
    *anexo_a.VALORES_PRESENTES,
    *anexo_a.ARBOLES,
    *cuotas.VERIFICACIONES,
)
