"""Data of the model: tables of the documents, reference series, biometric tables, parameters."""

from pymodel.datos.biometria import biometrica, biometricas
from pymodel.datos.parametros import Parametro, dia, parametro, parametros, registro_parametro
from pymodel.datos.series import indice_inpc, inpc_diciembre, inpc_promedio, pib, serie
from pymodel.datos.tablas import catalogo, celdas, documentos, filas_anuales, tabla

__all__ = [
    "Parametro",
    "biometrica",
    "biometricas",
    "catalogo",
    "celdas",
    "dia",
    "documentos",
    "filas_anuales",
    "indice_inpc",
    "inpc_diciembre",
    "inpc_promedio",
    "parametro",
    "parametros",
    "pib",
    "registro_parametro",
    "serie",
    "tabla",
]
