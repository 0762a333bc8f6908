"""Data of the model: tables of the documents, reference series, biometric tables, parameters."""

from pymodel.datos.tablas import catalogo, filas_anuales, tabla

__all__ = ["catalogo", "filas_anuales", "tabla"]
