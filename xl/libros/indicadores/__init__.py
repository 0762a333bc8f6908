"""Workbook of coverage: follow-up of indicators, uninsured households and population."""

from xl.libros.indicadores.libro import LIBRO

__all__ = ["LIBRO"]
