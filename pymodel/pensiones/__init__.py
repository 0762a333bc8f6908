"""Pensions of the LSS 1997 by law: amounts, caps, requirements and what goes with them."""

from pymodel.pensiones.complementos import (
    CONCEPTOS,
    aguinaldo_anual,
    incremento_decimo_cuarto,
    pension_garantizada,
)
from pymodel.pensiones.comun import (
    DIAS_MES,
    INCREMENTOS,
    ORDENES_TOPE,
    SEGUROS,
    acotar,
    ley,
    si_o_no,
)
from pymodel.pensiones.corto_plazo import RAMOS, RAMOS_AYUDA, ayuda_funeral, subsidio
from pymodel.pensiones.incapacidad import indemnizacion_global, pension_incapacidad
from pymodel.pensiones.invalidez import (
    adiciones,
    cuantia_basica,
    fraccion_ayuda_asistencial,
    pension_invalidez,
    salario_promedio_500,
    semanas_minimas,
)
from pymodel.pensiones.sobrevivencia import (
    Sobrevivencia,
    base_sobrevivencia,
    cuotas_sobrevivencia,
    finiquito_nupcias,
    finiquito_orfandad,
    pension_sobrevivencia,
    repartir,
)

__all__ = [
    "CONCEPTOS",
    "DIAS_MES",
    "INCREMENTOS",
    "ORDENES_TOPE",
    "RAMOS",
    "RAMOS_AYUDA",
    "SEGUROS",
    "Sobrevivencia",
    "acotar",
    "adiciones",
    "aguinaldo_anual",
    "ayuda_funeral",
    "base_sobrevivencia",
    "cuantia_basica",
    "cuotas_sobrevivencia",
    "finiquito_nupcias",
    "finiquito_orfandad",
    "fraccion_ayuda_asistencial",
    "incremento_decimo_cuarto",
    "indemnizacion_global",
    "ley",
    "pension_garantizada",
    "pension_incapacidad",
    "pension_invalidez",
    "pension_sobrevivencia",
    "repartir",
    "salario_promedio_500",
    "semanas_minimas",
    "si_o_no",
    "subsidio",
]
