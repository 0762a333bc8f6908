"""A workbook as xlwings' JavaScript sends it, and what its answer does to it."""

import copy
import datetime as dt

import openpyxl
from openpyxl.utils import range_boundaries


def protocolo(ruta):
    """The JSON of a workbook: sheets with their cells, and the names."""
    libro = openpyxl.load_workbook(ruta, data_only=True)
    hojas = []
    for hoja in libro.worksheets:
        valores = [[_celda(c) for c in fila] for fila in hoja.iter_rows(values_only=True)]
        hojas.append(
            {
                "name": hoja.title,
                "visibility": "Visible",
                "values": valores,
                "pictures": [],
                "shapes": [],
                "charts": [],
                "tables": [],
                "pivot_tables": [],
                "notes": [],
            }
        )
    posicion = {h["name"]: i for i, h in enumerate(hojas)}
    nombres = []
    for nombre, definido in libro.defined_names.items():
        destinos = list(definido.destinations) if definido.type == "RANGE" else []
        hoja, celdas = destinos[0] if len(destinos) == 1 else (None, None)
        nombres.append(
            {
                "name": nombre,
                "refers_to": f"={definido.attr_text}",
                "type": "Range" if hoja else "String",
                "sheet_index": posicion[hoja] if hoja else None,
                "address": celdas.replace("$", "") if celdas else None,
                "scope_sheet_name": None,
                "scope_sheet_index": None,
                "book_scope": True,
            }
        )
    return {
        "client": "Office.js",
        "version": "0.37.8",
        "book": {
            "name": ruta.name,
            "active_sheet_index": 0,
            "selection": "A1",
            "calculation": "Automatic",
        },
        "names": nombres,
        "sheets": hojas,
    }


def _celda(valor):
    if isinstance(valor, dt.datetime | dt.date):
        return f"{valor:%Y-%m-%d}T00:00:00.000Z"
    return "" if valor is None else valor


def donde(datos, nombre):
    """Sheet, first row and first column (zero-based) of a name."""
    (n,) = (n for n in datos["names"] if n["name"] == nombre)
    columna, fila, *_ = range_boundaries(n["address"])
    return datos["sheets"][n["sheet_index"]]["values"], fila - 1, columna - 1


def leer(datos, nombre):
    valores, fila, columna = donde(datos, nombre)
    return valores[fila][columna]


def poner(datos, nombre, valor):
    valores, fila, columna = donde(datos, nombre)
    valores[fila][columna] = valor


def aplicar(datos, acciones):
    """The workbook after the actions, as Excel would leave its cells; no formula is worked out."""
    datos = copy.deepcopy(datos)
    for a in acciones:
        if a["func"] == "calculate":
            continue
        assert a["func"] in ("setValues", "rangeClearContents"), a["func"]
        valores = datos["sheets"][a["sheet_position"]]["values"]
        for i in range(a["row_count"]):
            fila = a["start_row"] + i
            while len(valores) <= fila:
                valores.append([])
            for j in range(a["column_count"]):
                columna = a["start_column"] + j
                valores[fila] += [""] * (columna + 1 - len(valores[fila]))
                nuevo = a["values"][i][j] if a["func"] == "setValues" else ""
                if isinstance(nuevo, str) and nuevo.startswith("'"):
                    nuevo = nuevo[1:]
                elif isinstance(nuevo, str):
                    assert not nuevo.startswith(("=", "+", "@")), f"a formula: {nuevo}"
                valores[fila][columna] = nuevo
    return datos
