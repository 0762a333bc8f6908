"""Workbook ejemplos.xlsx: one worked block for each function, with figures of the documents."""

from xl.libros.ejemplos.libro import LIBRO

__all__ = ["LIBRO"]
