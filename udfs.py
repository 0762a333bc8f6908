"""The Excel functions. xlwings reads this module (UDF Modules = udfs); nothing is defined here."""

from xl.funciones.balance import balance_actuarial
from xl.funciones.cuenta_individual import (
    arbol_decision,
    costo_fiscal,
    saldo_cuenta,
    suma_asegurada,
)
from xl.funciones.cuotas import cuotas_imss, prima_rt, prima_rt_clase
from xl.funciones.datos import conciliacion, parametro, tabla_fuente, verificar_tabla
from xl.funciones.finanzas import (
    deflactar,
    interpolar_anual,
    tasa_nominal,
    tasa_real,
    valor_presente,
)
from xl.funciones.guarderias import guarderia_cobertura, guarderia_indicadores, prueba_art211
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
from xl.funciones.ssfam import ssfam_cuota, ssfam_equilibrio, ssfam_seleccion

__all__ = [
    "anualidad",
    "arbol_decision",
    "ayuda_funeral",
    "balance_actuarial",
    "conciliacion",
    "costo_fiscal",
    "cuotas_imss",
    "deflactar",
    "esperanza_vida",
    "guarderia_cobertura",
    "guarderia_indicadores",
    "indemnizacion_global",
    "interpolar_anual",
    "mc_cartera",
    "monto_constitutivo",
    "monto_constitutivo_desglose",
    "parametro",
    "pension_incapacidad",
    "pension_invalidez",
    "pension_sobrevivencia",
    "prima_escalonada",
    "prima_gasto",
    "prima_media_nivelada",
    "prima_nivelada",
    "prima_promedio",
    "prima_rt",
    "prima_rt_clase",
    "prueba_art211",
    "reserva_proyectada",
    "salario_promedio_500",
    "saldo_cuenta",
    "ssfam_cuota",
    "ssfam_equilibrio",
    "ssfam_seleccion",
    "subsidio",
    "suficiencia_prima",
    "suma_asegurada",
    "tabla_biometrica",
    "tabla_fuente",
    "tasa_nominal",
    "tasa_real",
    "valor_presente",
    "verificar_tabla",
]
