"""Data of the model: tables of the documents, reference series, biometric tables, parameters."""

from pymodel.datos.biometricas import biometrica, biometricas
from pymodel.datos.series import indice_inpc, inpc_diciembre, inpc_promedio, pib, serie
from pymodel.datos.tablas import catalogo, filas_anuales, tabla

__all__ = [
    "biometrica",
    "biometricas",
    "catalogo",
    "filas_anuales",
    "indice_inpc",
    "inpc_diciembre",
    "inpc_promedio",
    "pib",
    "serie",
    "tabla",
]
