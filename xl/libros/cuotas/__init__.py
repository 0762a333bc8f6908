"""Workbook of contributions: a worker, a payroll, the premium of the SRT of each firm."""

from xl.libros.cuotas.libro import LIBRO

__all__ = ["LIBRO"]
