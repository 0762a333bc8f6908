"""Workbook of the Seguro Popular: contributions, affiliation, allocation to the states."""

from xl.libros.sps.libro import LIBRO

__all__ = ["LIBRO"]
