"""Contributions by law: dated rates, individual account, payroll, premium of the SRT.

One module for each: ``ley`` (rows of the law), ``cuenta`` (what enters an individual account, in
constant pesos), ``nomina`` (a payroll in current pesos) and ``riesgos`` (articles 72 to 74).
"""

from pymodel.cuotas.cuenta import (
    PRIMER_ANIO,
    ULTIMO_ANIO,
    Aportaciones,
    Referencias,
    anio_de_precios,
    aportaciones,
    desglose,
    referencias,
    sbc,
)
from pymodel.cuotas.ley import SEGUROS_CUENTA, Cuota, Tramo, hay_reforma_por_entrar, vigentes
from pymodel.cuotas.nomina import Bases, Nomina, bases, calcular_nomina, cuota_federal_diaria
from pymodel.cuotas.riesgos import prima_media, prima_rt, primas_medias

__all__ = [
    "PRIMER_ANIO",
    "SEGUROS_CUENTA",
    "ULTIMO_ANIO",
    "Aportaciones",
    "Bases",
    "Cuota",
    "Nomina",
    "Referencias",
    "Tramo",
    "anio_de_precios",
    "aportaciones",
    "bases",
    "calcular_nomina",
    "cuota_federal_diaria",
    "desglose",
    "hay_reforma_por_entrar",
    "prima_media",
    "prima_rt",
    "primas_medias",
    "referencias",
    "sbc",
    "vigentes",
]
