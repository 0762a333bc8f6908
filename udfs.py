"""The Excel functions. xlwings reads this module (UDF Modules = udfs); nothing is defined here."""

from xl.funciones.balance import balance_actuarial
from xl.funciones.cobertura import (
    avance_sexenal,
    clase_avance,
    cumplimiento,
    hogares,
    razon_momios,
    sps_pertenencia,
)
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
    "avance_sexenal",
    "ayuda_funeral",
    "balance_actuarial",
    "clase_avance",
    "conciliacion",
    "costo_fiscal",
    "cumplimiento",
    "deflactar",
    "esperanza_vida",
    "hogares",
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
    "razon_momios",
    "reserva_proyectada",
    "salario_promedio_500",
    "saldo_cuenta",
    "sps_pertenencia",
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
