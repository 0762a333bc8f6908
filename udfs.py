"""The Excel functions. xlwings reads this module (UDF Modules = udfs); nothing is defined here."""

from xl.funciones.balance import balance_actuarial
from xl.funciones.cuenta_individual import (
    arbol_decision,
    costo_fiscal,
    saldo_cuenta,
    suma_asegurada,
)
from xl.funciones.datos import conciliacion, parametro, tabla_fuente, verificar_tabla
from xl.funciones.finanzas import (
    deflactar,
    interpolar_anual,
    tasa_nominal,
    tasa_real,
    valor_presente,
)
from xl.funciones.mifa import (
    mifa_flujo,
    mifa_seguro,
    prima_contribucion,
    prima_reparto,
    sbc_equilibrio,
    veces_smg,
)
from xl.funciones.pensiones import (
    ayuda_funeral,
    indemnizacion_global,
    pension_incapacidad,
    pension_invalidez,
    pension_sobrevivencia,
    salario_promedio_500,
    subsidio,
)
from xl.funciones.primas import (
    prima_escalonada,
    prima_gasto,
    prima_media_nivelada,
    prima_nivelada,
    prima_promedio,
    reserva_proyectada,
    suficiencia_prima,
)
from xl.funciones.rentas import (
    anualidad,
    esperanza_vida,
    mc_cartera,
    monto_constitutivo,
    monto_constitutivo_desglose,
    tabla_biometrica,
)

__all__ = [
    "anualidad",
    "arbol_decision",
    "ayuda_funeral",
    "balance_actuarial",
    "conciliacion",
    "costo_fiscal",
    "deflactar",
    "esperanza_vida",
    "indemnizacion_global",
    "interpolar_anual",
    "mc_cartera",
    "mifa_flujo",
    "mifa_seguro",
    "monto_constitutivo",
    "monto_constitutivo_desglose",
    "parametro",
    "pension_incapacidad",
    "pension_invalidez",
    "pension_sobrevivencia",
    "prima_contribucion",
    "prima_escalonada",
    "prima_gasto",
    "prima_media_nivelada",
    "prima_nivelada",
    "prima_promedio",
    "prima_reparto",
    "reserva_proyectada",
    "salario_promedio_500",
    "saldo_cuenta",
    "sbc_equilibrio",
    "subsidio",
    "suficiencia_prima",
    "suma_asegurada",
    "tabla_biometrica",
    "tabla_fuente",
    "tasa_nominal",
    "tasa_real",
    "valor_presente",
    "veces_smg",
    "verificar_tabla",
]
