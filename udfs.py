"""The Excel functions. xlwings reads this module (UDF Modules = udfs); nothing is defined here."""

from xl.funciones.balance import balance_actuarial
from xl.funciones.datos import conciliacion, parametro, tabla_fuente, verificar_tabla
from xl.funciones.finanzas import (
    deflactar,
    interpolar_anual,
    tasa_nominal,
    tasa_real,
    valor_presente,
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

__all__ = [
    "balance_actuarial",
    "conciliacion",
    "deflactar",
    "interpolar_anual",
    "parametro",
    "prima_escalonada",
    "prima_gasto",
    "prima_media_nivelada",
    "prima_nivelada",
    "prima_promedio",
    "reserva_proyectada",
    "suficiencia_prima",
    "tabla_fuente",
    "tasa_nominal",
    "tasa_real",
    "valor_presente",
    "verificar_tabla",
]
