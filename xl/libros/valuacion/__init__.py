"""Workbook valuacion.xlsx: level premiums and actuarial balances of IFA 2005 and IFA 2010."""

from xl.libros.valuacion.libro import LIBRO

__all__ = ["LIBRO"]
