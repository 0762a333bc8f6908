"""Checks of IFA 2005, chapter II: B01-B217 and methods M4-M9 of the digest ifa2005_b.

B96 is left out because cuadro II.14 was not supplied; the numbers B159-B165 do not exist. What the
digest computes and the report prints nowhere (premium net of the reserve, fund of 2055, premium of
each step, premium of each generation) has no published side: it is tested, not checked here.
"""

from pymodel.conciliacion.ifa2005_b import (
    balances,
    balances_modelo,
    cincuenta_anios,
    demografia,
    generaciones,
    gmp,
    identidades,
    niveladas,
    primas,
    rjp,
    suficiencia,
    valores_presentes,
)
from pymodel.conciliacion.registro import Verificacion

_IMPRESAS: list[Verificacion] = [
    *valores_presentes.VERIFICACIONES,
    *primas.VERIFICACIONES,
    *identidades.VERIFICACIONES,
    *balances.VERIFICACIONES,
    *demografia.VERIFICACIONES,
    *rjp.VERIFICACIONES,
    *gmp.VERIFICACIONES,
]

VERIFICACIONES: tuple[Verificacion, ...] = (
    *sorted(_IMPRESAS, key=lambda v: int(v.id.removeprefix("ifa2005_b.B"))),
    *niveladas.VERIFICACIONES,
    *cincuenta_anios.VERIFICACIONES,
    *balances_modelo.VERIFICACIONES,
    *generaciones.VERIFICACIONES,
    *suficiencia.VERIFICACIONES,
)
