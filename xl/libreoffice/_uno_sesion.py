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
from com.sun.star.sheet import ComplexReference, FormulaToken
from com.sun.star.uno import Exception as ErrorUno

_FILTROS = {
    ".xlsx": "Calc MS Excel 2007 XML",
    ".ods": "calc8",
    ".pdf": "calc_pdf_Export",
}
_CELDAS_CON_FORMULA = 16  # com.sun.star.sheet.CellFlags.FORMULA
_ODFF = 0  # com.sun.star.sheet.FormulaLanguage
_ESPECIALES, _SEPARADORES, _BINARIOS = 0, 1, 8  # com.sun.star.sheet.FormulaMapGroup
# Places in the special group: com.sun.star.sheet.FormulaMapGroupSpecialOffset.
_NAME, _BAD, _SPACES = 4, 7, 8

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

    def _load(self, direccion: str) -> list[str]:
        self.cerrar()
        # 0: never run macros, never update links.
        opciones = (
            _property("Hidden", True),
            _property("MacroExecutionMode", 0),
            _property("UpdateDocMode", 0),
        )
        libro = self._escritorio.loadComponentFromURL(direccion, "_blank", 0, opciones)
        if libro is None or not libro.supportsService("com.sun.star.sheet.SpreadsheetDocument"):
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
        """Make Calc recognise our functions in a file it did not write; returns how many cells.

        In an .xlsx the functions of an extension load as unknown names in lower case. Their
        token is replaced here; and an argument that is a single cell becomes a range of one
        cell, because Calc hands an empty cell over as 0 and an empty range as empty.
        """
        reparador = _Reparador(self._libro, funciones, servicio)
        self._libro.enableAutomaticCalculation(False)
        try:
            return sum(reparador.repair_sheet(hoja) for hoja in self._libro.Sheets)
        finally:
            self._libro.enableAutomaticCalculation(True)

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
            formulas = [
                celda
                for rango in hoja.queryContentCells(_CELDAS_CON_FORMULA).getRangeAddresses()
                for celda in _cells(rango)
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
            celdas.clearContents(1 | 2 | 4 | _CELDAS_CON_FORMULA)
        else:
            celdas.setValue(valor)

    def nombres(self) -> dict[str, str]:
        """Defined names and what they refer to."""
        definidos = self._libro.NamedRanges
        return {nombre: definidos.getByName(nombre).Content for nombre in definidos.ElementNames}

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


class _Reparador:
    """Rewrites formulas as tokens, so that texts and references in them cannot be harmed."""

    def __init__(self, libro: Any, funciones: list[str], servicio: str) -> None:
        mapa = libro.createInstance("com.sun.star.sheet.FormulaOpCodeMapper")
        self.externa = mapa.OpCodeExternal
        especiales = [m.Token.OpCode for m in mapa.getAvailableMappings(_ODFF, _ESPECIALES)]
        self.nombre, self.mala, self.espacio = (especiales[i] for i in (_NAME, _BAD, _SPACES))
        self.abre, self.cierra, self.separa = (
            m.Token.OpCode for m in mapa.getAvailableMappings(_ODFF, _SEPARADORES)
        )
        self.dos_puntos = next(
            m.Token.OpCode for m in mapa.getAvailableMappings(_ODFF, _BINARIOS) if m.Name == ":"
        )
        self.programaticos = {f.lower(): f"{servicio}.{f}" for f in funciones}
        self.propios = set(self.programaticos.values())
        self.celdas_con_nombre = _one_cell_names(libro)

    def repair_sheet(self, hoja: Any) -> int:
        reparadas = 0
        vistas: set[tuple[int, int]] = set()  # cells of the array formulas already seen
        for direccion in hoja.queryContentCells(_CELDAS_CON_FORMULA).getRangeAddresses():
            fila0, columna0 = direccion.StartRow, direccion.StartColumn
            rango = hoja.getCellRangeByPosition(
                columna0, fila0, direccion.EndColumn, direccion.EndRow
            )
            for i, fila in enumerate(rango.getFormulaArray(), start=fila0):
                for j, formula in enumerate(fila, start=columna0):
                    if (i, j) in vistas or not self._names_one_of_ours(formula):
                        continue
                    celda = hoja.getCellByPosition(j, i)
                    if formula.startswith("{"):
                        matriz = hoja.createCursorByRange(celda)
                        matriz.collapseToCurrentArray()
                        vistas |= _cells(matriz.getRangeAddress())
                        tokens = self._rewrite(matriz.getArrayTokens())
                        poner = matriz.setArrayTokens
                    else:
                        tokens = self._rewrite(celda.getTokens())
                        poner = celda.setTokens
                    if tokens is not None:
                        poner(tokens)
                        reparadas += 1
        return reparadas

    def _names_one_of_ours(self, formula: str) -> bool:
        minusculas = formula.lower()
        return any(nombre in minusculas for nombre in self.programaticos)

    def _rewrite(self, tokens: Any) -> tuple[Any, ...] | None:
        """The same formula with our functions known; None if it has none of them."""
        nuevos: list[Any] = []
        abiertos: list[bool] = []  # for each open parenthesis: is it of one of our functions?
        argumento = 0  # where the current argument begins in `nuevos`
        propia = alguna = False
        for token in tokens:
            if token.OpCode in (self.separa, self.cierra):
                if abiertos and abiertos[-1]:
                    self._widen(nuevos, argumento)
                if token.OpCode == self.cierra and abiertos:
                    abiertos.pop()
            es_funcion = False
            if token.OpCode == self.mala and str(token.Data) in self.programaticos:
                token = FormulaToken(self.externa, self.programaticos[token.Data])
                es_funcion = True
            elif token.OpCode == self.externa and token.Data in self.propios:
                es_funcion = True
            nuevos.append(token)
            if token.OpCode == self.abre:
                abiertos.append(propia)
            if token.OpCode in (self.abre, self.separa):
                argumento = len(nuevos)
            propia = es_funcion
            alguna = alguna or es_funcion
        return tuple(nuevos) if alguna else None

    def _widen(self, tokens: list[Any], inicio: int) -> None:
        """Turn an argument that is just one cell into a range of one cell."""
        utiles = [i for i in range(inicio, len(tokens)) if tokens[i].OpCode != self.espacio]
        if len(utiles) != 1:
            return
        donde = utiles[0]
        token = tokens[donde]
        dato = token.Data
        if token.OpCode == self.nombre:
            if (dato.Sheet, dato.Index) in self.celdas_con_nombre:
                tokens[donde + 1 : donde + 1] = [FormulaToken(self.dos_puntos, None), token]
        elif getattr(dato, "typeName", "") == "com.sun.star.sheet.SingleReference":
            rango = ComplexReference(dato, dato)
            tokens[donde] = FormulaToken(token.OpCode, rango)


def _cells(r: Any) -> set[tuple[int, int]]:
    return {
        (fila, columna)
        for fila in range(r.StartRow, r.EndRow + 1)
        for columna in range(r.StartColumn, r.EndColumn + 1)
    }


def _one_cell_names(libro: Any) -> set[tuple[int, int]]:
    """(sheet or -1, index in tokens) of the defined names that are one cell."""
    colecciones = [(-1, libro.NamedRanges)]
    colecciones += [(i, hoja.NamedRanges) for i, hoja in enumerate(libro.Sheets)]
    celdas = set()
    for hoja, nombres in colecciones:
        for nombre in nombres.ElementNames:
            definido = nombres.getByName(nombre)
            referido = definido.getReferredCells()
            if referido is None:
                continue
            r = referido.getRangeAddress()
            if (r.StartRow, r.StartColumn) == (r.EndRow, r.EndColumn):
                celdas.add((hoja, definido.TokenIndex))
    return celdas


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
