"""Workbook rentas.xlsx: montos constitutivos, who pays them, tables and statistics."""

from xl.libros.rentas.libro import LIBRO

__all__ = ["LIBRO"]
