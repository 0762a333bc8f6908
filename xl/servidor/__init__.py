"""The Office.js add-in: an xlwings Server project, its limits, and the command that serves it.

Everything here needs requirements-servidor.txt. xlwings Server is under the PolyForm Noncommercial
licence, so nothing outside this package imports it.
"""
