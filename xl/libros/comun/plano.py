"""Sheets that every workbook has: names, first rows, headings."""

from __future__ import annotations

PORTADA = "Portada"
RESULTADOS = "Resultados"
CONCILIACION = "Conciliación"
FUNCIONES = "Funciones"
BITACORA = "Bitácora"
CONF = "xlwings.conf"

NOMBRE_LIBRO = "libro_modelo"
"""Defined name that says which workbook of ours a file is."""

SI, NO = "sí", "no"

# Sheets that a refresh fills: first row of the body (one-based, as macros count) and columns.
FILA_CONCILIACION = 9
ENCABEZADO_CONCILIACION = (
    "Id",
    "Documento",
    "Tipo",
    "Qué se compara",
    "Unidad",
    "Publicado",
    "Calculado",
    "Diferencia",
    "Tolerancia",
    "Cifras",
    "Resultado",
    "Fuente",
    "Método",
    "Explicación",
)
FILA_BITACORA = 6
ENCABEZADO_BITACORA = (
    "Fecha y hora",
    "Usuario",
    "Versión",
    "Acción",
    "Qué cambió",
    "Verificaciones",
)
