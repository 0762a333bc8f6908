"""Workbook mifa.xlsx: long-term MIFA, premiums and wages, indicators, transfer, RJP."""

from xl.libros.mifa.libro import LIBRO

__all__ = ["LIBRO"]
