"""Makes Calc know our functions in a workbook that it did not write.

In an .xlsx the functions of an extension load as unknown names in lower case. Their token is
replaced here; and an argument that is a single cell becomes a range of one cell, because Calc
hands an empty cell over as 0 and an empty range as empty. Runs inside LibreOffice's Python, in the
extension (every .xlsx that is opened) and in ``xl.libreoffice.oficina`` (standard library only).
"""

from __future__ import annotations

from itertools import zip_longest
from typing import Any

from com.sun.star.sheet import ComplexReference, FormulaToken

CELDAS_CON_FORMULA = 16  # com.sun.star.sheet.CellFlags.FORMULA
_ODFF = 0  # com.sun.star.sheet.FormulaLanguage
_ESPECIALES, _SEPARADORES, _BINARIOS = 0, 1, 8  # com.sun.star.sheet.FormulaMapGroup
# Places in the special group: com.sun.star.sheet.FormulaMapGroupSpecialOffset.
_NAME, _SPACES = 4, 8


def reparar(libro: Any, funciones: list[str], servicio: str) -> int:
    """Repair every sheet of an open workbook; returns how many formulas were touched."""
    reparador = _Reparador(libro, funciones, servicio)
    libro.enableAutomaticCalculation(False)
    try:
        return sum(reparador.repair_sheet(hoja) for hoja in libro.Sheets)
    finally:
        libro.enableAutomaticCalculation(True)


class _Reparador:
    """Rewrites formulas as tokens, so that texts and references in them cannot be harmed."""

    def __init__(self, libro: Any, funciones: list[str], servicio: str) -> None:
        mapa = libro.createInstance("com.sun.star.sheet.FormulaOpCodeMapper")
        self.externa = mapa.OpCodeExternal
        especiales = [m.Token.OpCode for m in mapa.getAvailableMappings(_ODFF, _ESPECIALES)]
        self.nombre, self.espacio = (especiales[i] for i in (_NAME, _SPACES))
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
        for direccion in hoja.queryContentCells(CELDAS_CON_FORMULA).getRangeAddresses():
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
                        vistas |= cells(matriz.getRangeAddress())
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
        for token, siguiente in zip_longest(tokens, tokens[1:]):
            if token.OpCode in (self.separa, self.cierra):
                if abiertos and abiertos[-1]:
                    self._widen(nuevos, argumento)
                if token.OpCode == self.cierra and abiertos:
                    abiertos.pop()
            es_funcion = False
            # An unknown name in lower case or, in a book with macros, the name of one of them.
            llamada = siguiente is not None and siguiente.OpCode == self.abre
            if llamada and str(token.Data).lower() in self.programaticos:
                token = FormulaToken(self.externa, self.programaticos[str(token.Data).lower()])
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


def cells(r: Any) -> set[tuple[int, int]]:
    """(row, column) of each cell of a range address."""
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
