"""Commands on a headless LibreOffice, one JSON line each.

Run by a Python that has LibreOffice's ``uno`` module (standard library only, syntax of Python
3.8); ``xl.libreoffice.oficina`` starts it and is the only one that talks to it.
"""

from __future__ import annotations

import json
import sys
import time
from typing import Any

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException
from com.sun.star.uno import Exception as ErrorUno
from complemento import reparador  # type: ignore[import-not-found]

_LIBRO = "com.sun.star.sheet.SpreadsheetDocument"
_FILTROS = {
    ".xlsx": "Calc MS Excel 2007 XML",
    ".ods": "calc8",
    ".pdf": "calc_pdf_Export",
}

# What a cell shows depends on the language of the office; its code does not.
_ERRORES = {
    503: "#NUM!",
    519: "#VALUE!",
    521: "#NULL!",
    524: "#REF!",
    525: "#NAME?",
    532: "#DIV/0!",
    32767: "#N/A",
}


def _connect(tubo: str, espera: float) -> Any:
    local = uno.getComponentContext()
    resolutor = local.ServiceManager.createInstanceWithContext(
        "com.sun.star.bridge.UnoUrlResolver", local
    )
    direccion = f"uno:pipe,name={tubo};urp;StarOffice.ComponentContext"
    fin = time.monotonic() + espera
    while True:
        try:
            return resolutor.resolve(direccion)
        except NoConnectException:
            if time.monotonic() > fin:
                raise
            time.sleep(0.1)


def _property(nombre: str, valor: Any) -> Any:
    propiedad = PropertyValue()
    propiedad.Name = nombre
    propiedad.Value = valor
    return propiedad


class Sesion:
    """One office and the one workbook open in it; each public method is a command."""

    def __init__(self, contexto: Any) -> None:
        self._servicios = contexto.ServiceManager
        self._escritorio = self._servicios.createInstanceWithContext(
            "com.sun.star.frame.Desktop", contexto
        )
        self._libro: Any = None

    def crear(self, hoja: str) -> None:
        """Open an empty workbook with one sheet of this name."""
        self._load("private:factory/scalc")
        hojas = self._libro.Sheets
        for sobra in hojas.ElementNames[1:]:
            hojas.removeByName(sobra)
        hojas.getByIndex(0).setName(hoja)

    def abrir(self, ruta: str) -> list[str]:
        """Open a file; macros and links in it are not run. Returns the names of its sheets."""
        return self._load(uno.systemPathToFileUrl(ruta))

    def tomar(self, espera: float = 60.0) -> None:
        """Take the workbook that the office was started with, once it is there."""
        fin = time.monotonic() + espera
        while self._libro is None:
            abierto = self._escritorio.getCurrentComponent()
            if abierto is not None and abierto.supportsService(_LIBRO):
                self._libro = abierto
            elif time.monotonic() > fin:
                raise ValueError("el libro no se abrió")
            else:
                time.sleep(0.5)

    def _load(self, direccion: str) -> list[str]:
        self.cerrar()
        # 0: never run macros, never update links.
        opciones = (
            _property("Hidden", True),
            _property("MacroExecutionMode", 0),
            _property("UpdateDocMode", 0),
        )
        libro = self._escritorio.loadComponentFromURL(direccion, "_blank", 0, opciones)
        if libro is None or not libro.supportsService(_LIBRO):
            if libro is not None:
                libro.close(True)
            raise ValueError("no es un libro que LibreOffice pueda abrir")
        self._libro = libro
        return list(libro.Sheets.ElementNames)

    def cerrar(self) -> None:
        """Close the workbook without saving."""
        if self._libro is not None:
            self._libro.close(True)
            self._libro = None

    def reparar(self, funciones: list[str], servicio: str) -> int:
        """Make Calc recognise our functions in the open workbook; returns how many formulas."""
        return int(reparador.reparar(self._libro, funciones, servicio))

    def despachar(self, orden: str) -> None:
        """Press an entry of a menu, given by its URL."""
        ayudante = self._servicios.createInstance("com.sun.star.frame.DispatchHelper")
        marco = self._libro.getCurrentController().getFrame()
        ayudante.executeDispatch(marco, orden, "", 0, ())

    def recalcular(self) -> None:
        """Calculate every formula, changed or not."""
        self._libro.calculateAll()

    def leer(self, hoja: str, rango: str) -> list[list[Any]]:
        """Values of a range; an error cell is ``{"error": "#N/A"}``, an empty one ""."""
        return _values(self._sheet(hoja).getCellRangeByName(rango))

    def leer_todo(self) -> list[dict[str, Any]]:
        """Values of the used area of each sheet, which always begins in A1.

        ``formulas`` lists (row, column), from 0, of the cells that hold a formula.
        """
        hojas = []
        for hoja in self._libro.Sheets:
            cursor = hoja.createCursor()
            cursor.gotoEndOfUsedArea(False)
            fin = cursor.getRangeAddress()
            usada = hoja.getCellRangeByPosition(0, 0, fin.EndColumn, fin.EndRow)
            con_formula = hoja.queryContentCells(reparador.CELDAS_CON_FORMULA)
            formulas = [
                celda
                for rango in con_formula.getRangeAddresses()
                for celda in reparador.cells(rango)
            ]
            hojas.append({"hoja": hoja.Name, "valores": _values(usada), "formulas": formulas})
        return hojas

    def formula(self, hoja: str, celda: str) -> str:
        """Formula of a cell as LibreOffice writes it."""
        return str(self._sheet(hoja).getCellRangeByName(celda).getFormula())

    def poner(self, hoja: str, rango: str, valor: Any) -> None:
        """Write a value, a formula (it begins with "=") or, if "{=...}", an array formula."""
        celdas = self._sheet(hoja).getCellRangeByName(rango)
        if isinstance(valor, str) and valor.startswith("{="):
            celdas.setArrayFormula(valor[1:-1])
        elif isinstance(valor, str) and valor.startswith("="):
            celdas.setFormula(valor)
        elif isinstance(valor, str):
            celdas.setString(valor)
        elif valor is None:
            celdas.clearContents(1 | 2 | 4 | reparador.CELDAS_CON_FORMULA)
        else:
            celdas.setValue(valor)

    def nombres(self) -> dict[str, str]:
        """Defined names and what they refer to."""
        definidos = self._libro.NamedRanges
        return {nombre: definidos.getByName(nombre).Content for nombre in definidos.ElementNames}

    def modulos(self) -> dict[str, str]:
        """Source of each module of the VBA project of the workbook."""
        biblioteca = self._libro.BasicLibraries.getByName("VBAProject")
        return {nombre: str(biblioteca.getByName(nombre)) for nombre in biblioteca.ElementNames}

    def asistente(self, funciones: list[str]) -> list[dict[str, Any]]:
        """What the function wizard knows of some functions: help and arguments."""
        catalogo = self._servicios.createInstance("com.sun.star.sheet.FunctionDescriptions")
        encontradas = []
        for i in range(catalogo.getCount()):
            f = {p.Name: p.Value for p in catalogo.getByIndex(i)}
            if f["Name"] in funciones:
                argumentos = [(a.Name, a.Description, a.IsOptional) for a in f["Arguments"]]
                encontradas.append(
                    {"nombre": f["Name"], "ayuda": f["Description"], "argumentos": argumentos}
                )
        return encontradas

    def guardar(self, ruta: str) -> None:
        """Save a copy; the format is that of the extension (.xlsx, .ods, .pdf)."""
        filtro = next((f for ext, f in _FILTROS.items() if ruta.lower().endswith(ext)), None)
        if filtro is None:
            raise ValueError("formatos: " + ", ".join(_FILTROS))
        self._libro.storeToURL(
            uno.systemPathToFileUrl(ruta),
            (_property("FilterName", filtro), _property("Overwrite", True)),
        )

    def salir(self) -> None:
        """Close the workbook and the office."""
        self.cerrar()
        self._escritorio.terminate()

    def _sheet(self, nombre: str) -> Any:
        if not self._libro.Sheets.hasByName(nombre):
            raise ValueError(f"no hay una hoja «{nombre}»")
        return self._libro.Sheets.getByName(nombre)


def _values(rango: Any) -> list[list[Any]]:
    filas = [list(fila) for fila in rango.getDataArray()]
    for i, fila in enumerate(filas):
        for j, valor in enumerate(fila):
            if valor is None:  # only an error has no value; an empty cell is ""
                codigo = rango.getCellByPosition(j, i).getError()
                fila[j] = {"error": _ERRORES.get(codigo, f"Err:{codigo}")}
    return filas


def main(tubo: str, espera: float) -> None:
    """Connect, say so, and obey until told to leave or the input ends.

    The input ends, too, when whoever started this was killed: the office goes with it.
    """
    sesion = Sesion(_connect(tubo, espera))
    _write({"listo": True})
    for linea in sys.stdin:
        orden = json.loads(linea)
        try:
            respuesta = {"resultado": getattr(sesion, orden["orden"])(*orden["con"])}
        except ErrorUno as error:
            respuesta = {"error": f"{type(error).__name__}: {error.Message}"}
        except ValueError as error:
            respuesta = {"error": str(error)}
        _write(respuesta)
        if orden["orden"] == "salir":
            return
    sesion.salir()


def _write(respuesta: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(respuesta) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1], float(sys.argv[2]))
