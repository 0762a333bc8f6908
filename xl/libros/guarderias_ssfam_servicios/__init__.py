"""Workbook of guarderías, SSFAM and income services."""

from xl.libros.guarderias_ssfam_servicios.libro import LIBRO

__all__ = ["LIBRO"]
