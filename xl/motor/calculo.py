"""Recalculation: fresh values for our functions and for what depends on the cells that changed.

What each formula gets (README.md, "Recalculation", says why):

- a formula with one of our functions is always evaluated;
- an ordinary formula in a sheet of ours is evaluated if anything it reads changed;
- an ordinary formula in a sheet of the user loses its stored value if anything it reads changed,
  and the spreadsheet program is asked to calculate when it opens the workbook;
- so does any formula that cannot be evaluated here: a value is never stale and never invented;
- everything else stays as it is, byte for byte.
"""

from __future__ import annotations

import marshal
import math
import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import formualizer as fz

from pymodel.errores import DatoInvalido
from xl.motor.formulas import (
    OMITIDO,
    PREFIJO_PROPIA,
    TOPE,
    Analisis,
    Analizador,
    Medida,
    Rango,
    alias_de_hoja,
)
from xl.motor.hoja import Celda
from xl.motor.libro import CuatroEsquinas, Hoja, Libro, Lugar, iguales, se_tocan
from xl.motor.valores import MAX_COLUMNS, MAX_ROWS, ErrorCelda, Valor, celda_a1

Funciones = Mapping[str, Callable[..., Any]]
Bloque = list[list[Valor]]

_KIND_TO_ERROR = {
    "Div": "#DIV/0!",
    "Na": "#N/A",
    "Name": "#NAME?",
    "Null": "#NULL!",
    "Num": "#NUM!",
    "Ref": "#REF!",
    "Value": "#VALUE!",
}
_ERROR_TO_KIND = {error: kind for kind, error in _KIND_TO_ERROR.items()}
_CAPTURE = "FZ_RESULTADO"
_MAX_PASSES = 20
_JOINS = re.compile(r"&|CONCAT|TEXTJOIN", re.IGNORECASE)
_DECIMAL = re.compile(r"\d+\.\d+")


@dataclass(frozen=True)
class Aviso:
    """Something to tell about a cell: a message of one of our functions, or why it has no value."""

    hoja: str
    celda: str
    mensaje: str

    def __str__(self) -> str:
        return f"{self.hoja}!{self.celda}: {self.mensaje}"


@dataclass
class Reporte:
    """What a recalculation did.

    Attributes
    ----------
    propias : int
        Cells with our functions that were evaluated.
    recalculadas : int
        Ordinary formulas of our sheets that were evaluated.
    cambiadas : int
        Evaluated cells whose value is new.
    errores : list of Aviso
        Cells where one of our functions refused its input; the message is the function's own.
    descartadas : list of Aviso
        Formulas left without a stored value, to be calculated by the spreadsheet program when it
        opens the workbook, and why.
    """

    propias: int = 0
    recalculadas: int = 0
    cambiadas: int = 0
    errores: list[Aviso] = field(default_factory=list)
    descartadas: list[Aviso] = field(default_factory=list)

    def lineas(self) -> list[str]:
        """The report in Spanish, one fact a line."""
        lineas = [
            f"{self.propias} celdas con funciones del modelo y {self.recalculadas} fórmulas "
            f"recalculadas; {self.cambiadas} con valor nuevo."
        ]
        if self.errores:
            lineas.append(f"{len(self.errores)} celdas con error:")
            lineas += [f"  {aviso}" for aviso in self.errores]
        if self.descartadas:
            lineas.append(
                f"{len(self.descartadas)} fórmulas se calcularán al abrir el libro en Excel "
                "o LibreOffice:"
            )
            lineas += [f"  {aviso}" for aviso in self.descartadas[:20]]
            if len(self.descartadas) > 20:
                lineas.append(f"  … y {len(self.descartadas) - 20} más")
        return lineas

    def __str__(self) -> str:
        return "\n".join(self.lineas())


@dataclass
class _Nodo:
    """A formula of the workbook."""

    lugar: Lugar
    hoja: Hoja
    celda: Celda
    analisis: Analisis
    antes: set[Lugar] = field(default_factory=set)
    despues: set[Lugar] = field(default_factory=set)
    circular: bool = False

    @property
    def evaluar(self) -> bool:
        """Whether the value is worked out here: one of our functions, or a sheet of ours."""
        return bool(self.analisis.propias) or self.hoja.indice in self.hoja.libro.propias


class Calculadora:
    """Recalculates one workbook.

    Parameters
    ----------
    libro : Libro
        Workbook in memory; its cells are updated, nothing is saved.
    funciones : mapping
        Excel name of each of our functions, in upper case -> callable that takes the arguments of
        a call (None for an omitted one) and raises DatoInvalido on bad input.
    """

    def __init__(self, libro: Libro, funciones: Funciones) -> None:
        self._libro = libro
        self._funciones = {nombre.upper(): f for nombre, f in funciones.items()}
        self._analizador = Analizador(libro, self._funciones.keys(), self._ancla)

    def _ancla(self, hoja: int, fila: int, columna: int) -> CuatroEsquinas | None:
        celda = self._libro.hojas[hoja].xml.celdas.get((fila, columna))
        return celda.rango_matriz if celda is not None else None

    def recalcular(self, *, todo: bool = False) -> Reporte:
        """Bring the values of the workbook up to date with the cells written since the last time.

        Parameters
        ----------
        todo : bool
            Evaluate every formula of our sheets, whatever changed (a workbook just built).

        Returns
        -------
        Reporte
            What was done.

        Raises
        ------
        DatoInvalido
            If the workbook counts its dates from 1904.
        """
        resultado = _Resultado()
        if self._libro.base1904:
            raise self._libro.error(
                "fechas contadas desde 1904", "un libro con el sistema de fechas de 1900"
            )
        pendientes = self._libro.tomar_cambiadas()
        primera = True
        for _ in range(_MAX_PASSES):
            pasada = _Pasada(
                self._libro, self._funciones, self._analizador, pendientes, todo and primera
            )
            primera = False
            pasada.calcular(resultado)
            # A dynamic array that grew or shrank changes cells that were not known to depend on
            # it: what reads them is worked out in another pass.
            pendientes = pasada.fuera_de_rango
            if not pendientes:
                break
        else:
            raise self._libro.error(
                "matrices dinámicas que cambian de tamaño sin fin",
                "matrices que no lean las celdas donde se desbordan",
            )
        if resultado.descartadas:
            self._libro.calculo_al_abrir = True
        elif todo:
            # Every value is fresh, so whoever opens the workbook without our functions sees it.
            self._libro.calculo_al_abrir = False
        return resultado.reporte(self._libro)


@dataclass
class _Resultado:
    """What happened to each formula, over all the passes."""

    propias: set[Lugar] = field(default_factory=set)
    recalculadas: set[Lugar] = field(default_factory=set)
    cambiadas: set[Lugar] = field(default_factory=set)
    errores: dict[Lugar, list[str]] = field(default_factory=dict)
    descartadas: dict[Lugar, str] = field(default_factory=dict)

    def reporte(self, libro: Libro) -> Reporte:
        """Put it in words."""

        def aviso(lugar: Lugar, mensaje: str) -> Aviso:
            return Aviso(libro.hojas[lugar[0]].nombre, celda_a1(*lugar[1:]), mensaje)

        return Reporte(
            len(self.propias),
            len(self.recalculadas),
            len(self.cambiadas),
            [aviso(p, m) for p, mensajes in sorted(self.errores.items()) for m in mensajes],
            [aviso(p, motivo) for p, motivo in sorted(self.descartadas.items())],
        )


class _Pasada:
    """One walk over the formulas in the order in which they depend on one another."""

    def __init__(
        self,
        libro: Libro,
        funciones: Mapping[str, Callable[..., Any]],
        analizador: Analizador,
        cambiadas: set[Lugar],
        todo: bool,
    ) -> None:
        self.libro = libro
        self.cambiadas = cambiadas
        self.todo = todo
        self.fuera_de_rango: set[Lugar] = set()
        self.nodos = _read_formulas(libro, analizador)
        self.productor = _producers(self.nodos)
        self._link()
        self.forzados = {lugar for lugar, nodo in self.nodos.items() if self._forced(nodo)}
        self.candidatos = self._candidates()
        self.evaluador = _Evaluador(libro, funciones)

    def _link(self) -> None:
        """Connect each formula with those whose results it reads."""
        inside: dict[Rango, set[Lugar]] = {}
        for lugar, nodo in self.nodos.items():
            for rango in nodo.analisis.rangos:
                found = inside.get(rango)
                if found is None:
                    places = self.productor.get(rango.hoja, {})
                    found = inside[rango] = {places[c] for c in _in_range(rango, places)}
                nodo.antes |= found
            if lugar in nodo.antes:
                nodo.circular = True
                nodo.antes = nodo.antes - {lugar}
            for anterior in nodo.antes:
                self.nodos[anterior].despues.add(lugar)

    def _forced(self, nodo: _Nodo) -> bool:
        """Whether the formula has to be worked out even if nothing that it reads changed."""
        ours = nodo.hoja.indice in self.libro.propias
        return (
            bool(nodo.analisis.propias)
            or nodo.analisis.volatil
            or nodo.lugar in self.cambiadas
            or (ours and (self.todo or nodo.celda.crudo is None))
        )

    def _candidates(self) -> set[Lugar]:
        """Formulas that may need a new value."""
        by_sheet: dict[int, set[tuple[int, int]]] = defaultdict(set)
        for hoja, fila, columna in self.cambiadas:
            by_sheet[hoja].add((fila, columna))
        self.escritas = by_sheet
        touched: dict[Rango, bool] = {}
        reading = set()
        for lugar, nodo in self.nodos.items():
            for rango in nodo.analisis.rangos:
                hit = touched.get(rango)
                if hit is None:
                    changed = by_sheet.get(rango.hoja, set())
                    hit = touched[rango] = next(_in_range(rango, changed), None) is not None
                if hit:
                    reading.add(lugar)
                    break
        self.leen_cambio = reading
        moving = {lugar for lugar, nodo in self.nodos.items() if nodo.analisis.movil}
        self.pueden_cambiar = self._with_dependents(self.forzados | reading | moving)
        measured = {lugar for lugar, nodo in self.nodos.items() if nodo.analisis.medidas}
        self.sin_valor = {lugar for lugar, nodo in self.nodos.items() if nodo.celda.crudo is None}
        return self._with_dependents(self.pueden_cambiar | measured | self.sin_valor)

    def _with_dependents(self, lugares: set[Lugar]) -> set[Lugar]:
        """Add the formulas that read the given ones, directly or not."""
        found = set(lugares)
        stack = list(found)
        while stack:
            for siguiente in self.nodos[stack.pop()].despues:
                if siguiente not in found:
                    found.add(siguiente)
                    stack.append(siguiente)
        return found

    def _order(self) -> tuple[list[Lugar], set[Lugar]]:
        """Candidates, each after those it reads; those that may read anything go last.

        Returns
        -------
        list, set
            All of them in order, and the ones of the last group.
        """
        moving = {lugar for lugar in self.candidatos if self.nodos[lugar].analisis.movil}
        last = self._with_dependents(moving)
        waiting = {p: len(self.nodos[p].antes & self.candidatos) for p in self.candidatos}
        order: list[Lugar] = []
        for group in (sorted(self.candidatos - last), sorted(last)):
            members = set(group)
            ready = [p for p in reversed(group) if not waiting[p]]
            while ready:
                lugar = ready.pop()
                order.append(lugar)
                for siguiente in self.nodos[lugar].despues:
                    if siguiente in waiting:
                        waiting[siguiente] -= 1
                        if not waiting[siguiente] and siguiente in members:
                            ready.append(siguiente)
        placed = set(order)
        for lugar in sorted(self.candidatos - placed):
            self.nodos[lugar].circular = True
            order.append(lugar)
        return order, last

    def _needed(self) -> set[Lugar]:
        """Candidates whose value has to be known: those of ours and what they read."""
        needed = {
            lugar
            for lugar in self.candidatos
            if self.nodos[lugar].evaluar or self.nodos[lugar].analisis.medidas
        }
        stack = list(needed)
        while stack:
            for anterior in self.nodos[stack.pop()].antes & self.candidatos:
                if anterior not in needed:
                    needed.add(anterior)
                    stack.append(anterior)
        return needed

    def calcular(self, resultado: _Resultado) -> None:
        """Evaluate, drop or keep every candidate."""
        if not self.candidatos:
            return
        order, last = self._order()
        needed = self._needed()
        self.evaluador.cargar(self.nodos[lugar] for lugar in order if lugar in needed)
        changed: set[Lugar] = set()
        unknown: set[Lugar] = set()
        something_moves = bool(self.cambiadas) or not self.forzados.isdisjoint(last)
        for lugar in order:
            nodo = self.nodos[lugar]
            moves = nodo.analisis.movil and (something_moves or bool(changed))
            if not (
                moves
                or lugar in self.forzados
                or lugar in self.leen_cambio
                or not nodo.antes.isdisjoint(changed)
                or (nodo.analisis.medidas and self._reads_beyond(nodo))
            ):
                if lugar in self.sin_valor and lugar in needed and not self._show(nodo, unknown):
                    unknown.add(lugar)
                continue
            motivo = self._why_not(nodo, unknown)
            bloque = None
            if not motivo and lugar in needed:
                bloque = self.evaluador.evaluar(nodo)
                motivo = self.evaluador.motivo
            if motivo:
                unknown.add(lugar)
            rango = (nodo.celda.fila, nodo.celda.columna) * 2
            if bloque is not None:
                bloque, rango = self._place(nodo, bloque)
                self.evaluador.poner(nodo, bloque)
            if bloque is None or not nodo.evaluar:
                self._drop(nodo)
                resultado.descartadas[lugar] = motivo or (
                    "cambia con cada cálculo"
                    if nodo.analisis.volatil
                    else "depende de celdas que cambiaron"
                )
                changed.add(lugar)
                continue
            if self._store(nodo, bloque, rango):
                changed.add(lugar)
                resultado.cambiadas.add(lugar)
            (resultado.propias if nodo.analisis.propias else resultado.recalculadas).add(lugar)
            if self.evaluador.mensajes:
                resultado.errores[lugar] = self.evaluador.mensajes
            else:
                resultado.errores.pop(lugar, None)

    def _show(self, nodo: _Nodo, unknown: set[Lugar]) -> bool:
        """Let others see the value of a formula that has none stored (an earlier refresh dropped
        it); False if it is not known."""
        if self._why_not(nodo, unknown):
            return False
        bloque = self.evaluador.evaluar(nodo)
        if bloque is not None:
            self.evaluador.poner(nodo, self._place(nodo, bloque)[0])
        return bloque is not None

    def _reads_beyond(self, nodo: _Nodo) -> bool:
        """Whether an OFFSET, with the size that it has now, goes beyond its range into cells that
        changed or may change."""
        if nodo.analisis.motivo or nodo.circular:
            return False
        self.evaluador.evaluar(nodo)
        for rango in self.evaluador.sobrantes:
            places = self.productor.get(rango.hoja, {})
            written = self.escritas.get(rango.hoja, set())
            if next(_in_range(rango, written), None) is not None:
                return True
            if any(places[p] in self.pueden_cambiar for p in _in_range(rango, places)):
                return True
        self.evaluador.poner(nodo, [[nodo.hoja.valor(nodo.celda.fila, nodo.celda.columna)]])
        return False

    def _why_not(self, nodo: _Nodo, unknown: set[Lugar]) -> str:
        if nodo.circular:
            return "referencia circular"
        if nodo.analisis.motivo:
            return f"aquí no se calcula {nodo.analisis.motivo}"
        culpable = min(nodo.antes & unknown, default=None)
        if culpable is not None:
            hoja = self.libro.hojas[culpable[0]].nombre
            return f"depende de {hoja}!{celda_a1(*culpable[1:])}, que aquí no se calcula"
        return ""

    def _drop(self, nodo: _Nodo) -> None:
        f1, c1, f2, c2 = nodo.celda.rango_matriz or (*nodo.lugar[1:], *nodo.lugar[1:])
        for fila in range(f1, f2 + 1):
            for columna in range(c1, c2 + 1):
                celda = nodo.hoja.xml.celda(fila, columna)
                if celda.crudo is not None:
                    celda.poner_cache(None)

    def _place(self, nodo: _Nodo, bloque: Bloque) -> tuple[Bloque, CuatroEsquinas]:
        """Block as it fits in the sheet, and the cells that it takes."""
        celda = nodo.celda
        f1, c1 = celda.fila, celda.columna
        antes = celda.rango_matriz
        if antes is not None and not celda.dinamica:
            return _fit(bloque, antes[2] - f1 + 1, antes[3] - c1 + 1), antes
        rango = (f1, c1, f1 + len(bloque) - 1, c1 + len(bloque[0]) - 1)
        if antes is not None and not self._free(nodo.hoja, celda, rango):
            self.evaluador.mensajes.append("no hay celdas libres para todo el resultado")
            return [[ErrorCelda("#VALUE!")]], (f1, c1, f1, c1)
        return bloque, rango

    def _store(self, nodo: _Nodo, bloque: Bloque, rango: CuatroEsquinas) -> bool:
        """Put the result in the cells; returns whether anything is different."""
        antes = nodo.celda.rango_matriz
        changed = antes is not None and rango != antes
        for i, row in enumerate(bloque):
            for j, valor in enumerate(row):
                changed |= self._put(nodo.hoja, rango[0] + i, rango[1] + j, valor)
        if antes is not None and rango != antes:
            self._resize(nodo, antes, rango)
        return changed

    def _put(self, hoja: Hoja, fila: int, columna: int, valor: Valor) -> bool:
        if iguales(hoja.valor(fila, columna), valor):
            return False
        hoja.xml.celda(fila, columna).poner_cache(valor)
        return True

    def _free(self, hoja: Hoja, ancla: Celda, rango: CuatroEsquinas) -> bool:
        if rango[2] > MAX_ROWS or rango[3] > MAX_COLUMNS:
            return False
        if any(se_tocan(rango, merged) for merged in hoja.xml.combinadas):
            return False
        for fila in range(rango[0], rango[2] + 1):
            for columna in range(rango[1], rango[3] + 1):
                celda = hoja.xml.celdas.get((fila, columna))
                if celda is None or celda.vacia:
                    continue
                if hoja.xml.matriz_de(fila, columna) is not ancla:
                    return False
        return True

    def _resize(
        self,
        nodo: _Nodo,
        antes: CuatroEsquinas,
        ahora: CuatroEsquinas,
    ) -> None:
        nodo.celda.poner_rango_matriz(ahora)
        nodo.hoja.xml.formulas_cambiadas()
        # The anchor too: what reads "the whole array" has to look at its new size.
        self.fuera_de_rango.add(nodo.lugar)
        for fila in range(antes[0], antes[2] + 1):
            for columna in range(antes[1], antes[3] + 1):
                if not (fila <= ahora[2] and columna <= ahora[3]):
                    celda = nodo.hoja.xml.celda(fila, columna)
                    if celda.crudo is not None:
                        celda.poner_cache(None)
                    self.fuera_de_rango.add((nodo.hoja.indice, fila, columna))
        for fila in range(ahora[0], ahora[2] + 1):
            for columna in range(ahora[1], ahora[3] + 1):
                if not (fila <= antes[2] and columna <= antes[3]):
                    self.fuera_de_rango.add((nodo.hoja.indice, fila, columna))


class _Evaluador:
    """One formula at a time, over the constants that the formulas to be evaluated read."""

    def __init__(self, libro: Libro, funciones: Mapping[str, Callable[..., Any]]) -> None:
        self._libro = libro
        self._funciones = funciones
        self._calls: dict[tuple[str, bytes], Any] = {}
        self.mensajes: list[str] = []
        self.motivo = ""
        self._result: Any = None
        self._medidas: list[Medida] = []
        self.sobrantes: list[Rango] = []

    def cargar(self, nodos: Iterable[_Nodo]) -> None:
        """Prepare the values that these formulas read."""
        self._book = fz.Workbook()
        self._book.set_temporal_egress("serial")
        for hoja in self._libro.hojas:
            self._book.add_sheet(alias_de_hoja(hoja.indice))
        self._book.register_function(_CAPTURE, self._capture, min_args=1, max_args=1)
        self._book.register_function(TOPE, self._measure, min_args=2, max_args=2)
        for nombre, funcion in self._funciones.items():
            self._book.register_function(
                PREFIJO_PROPIA + nombre, self._wrap(nombre, funcion), min_args=0, max_args=None
            )
        rangos = {rango for nodo in nodos for rango in nodo.analisis.rangos}
        needed: dict[int, set[tuple[int, int]]] = defaultdict(set)
        for rango in rangos:
            needed[rango.hoja].update(_in_range(rango, self._libro.hojas[rango.hoja].xml.celdas))
        for indice, places in needed.items():
            self._load(self._libro.hojas[indice], places)

    def _load(self, hoja: Hoja, places: set[tuple[int, int]]) -> None:
        alias = alias_de_hoja(hoja.indice)
        rows: dict[int, list[int]] = defaultdict(list)
        for fila, columna in places:
            rows[fila].append(columna)
        for fila, columns in rows.items():
            columns.sort()
            start = 0
            for i in range(1, len(columns) + 1):
                if i == len(columns) or columns[i] != columns[i - 1] + 1:
                    run = columns[start:i]
                    values = [_to_evaluator(hoja.valor(fila, c)) for c in run]
                    self._book.set_values_batch(alias, fila, run[0], [values])
                    start = i

    def _capture(self, valor: Any) -> float:
        self._result = valor
        return 0.0

    def _measure(self, size: Any, index: Any) -> Any:
        """Let a size of an OFFSET through if it stays in its range, whose cells are loaded."""
        if isinstance(size, dict):
            return fz.LiteralValue.error(size["kind"], None)
        if not isinstance(size, int | float):
            return fz.LiteralValue.error("Value" if size else "Ref", None)
        beyond = self._medidas[int(index)].sobrante(int(size))
        if beyond is None:
            return size
        self.sobrantes.append(beyond)
        return fz.LiteralValue.error("Ref", None)

    def _wrap(self, nombre: str, funcion: Callable[..., Any]) -> Callable[..., Any]:
        def call(*args: Any) -> Any:
            # The evaluator may ask twice for the same call (INDEX does).
            key = (nombre, marshal.dumps(args, 2))
            if key not in self._calls:
                self._calls[key] = self._call(nombre, funcion, args)
            result, message = self._calls[key]
            if message is not None:
                if message not in self.mensajes:
                    self.mensajes.append(message)
                return fz.LiteralValue.error("Value", message)
            return result

        return call

    def _call(
        self, nombre: str, funcion: Callable[..., Any], args: tuple[Any, ...]
    ) -> tuple[Any, str | None]:
        try:
            return _from_function(funcion(*[_to_function(a) for a in args])), None
        except DatoInvalido as error:
            return None, str(error)
        except Exception as error:  # a defect of ours must not stop the refresh, nor pass unseen
            return None, f"{nombre}: error interno del modelo ({type(error).__name__}: {error})"

    def evaluar(self, nodo: _Nodo) -> Bloque | None:
        """Evaluate a formula in its place.

        Returns
        -------
        list of list or None
            Block of values; None if it cannot be evaluated, and then `motivo` says why.
        """
        self.mensajes = []
        self.motivo = ""
        self._result = None
        self._medidas = nodo.analisis.medidas
        self.sobrantes = []
        _, fila, columna = nodo.lugar
        alias = alias_de_hoja(nodo.hoja.indice)
        try:
            self._book.set_formula(alias, fila, columna, f"={_CAPTURE}({nodo.analisis.texto})")
            status = self._book.evaluate_cell(alias, fila, columna)
        except Exception as error:
            status = {"kind": str(error)}
        if self.sobrantes:
            self.motivo = "aquí no se calcula OFFSET fuera de su rango"
        elif isinstance(status, dict):
            self.motivo = f"aquí no se calcula la fórmula ({status.get('kind')})"
        else:
            matriz = self._as_block(nodo)
            if matriz is not None:
                if not any(isinstance(v, ErrorCelda) for row in matriz for v in row):
                    self.mensajes = []
                return matriz
        self._book.set_value(alias, fila, columna, None)
        return None

    def _as_block(self, nodo: _Nodo) -> Bloque | None:
        raw = self._result
        if not isinstance(raw, list):
            raw = [[raw]]
        try:
            matriz = [[_from_evaluator(v) for v in row] for row in raw]
        except _NoValue as error:
            self.motivo = f"aquí no se calcula la fórmula ({error})"
            return None
        if any(_long_number(v) for row in matriz for v in row) and _JOINS.search(
            nodo.analisis.texto
        ):
            self.motivo = "un número dentro de un texto sin la función TEXT"
            return None
        if nodo.celda.rango_matriz is None and (len(matriz), len(matriz[0])) != (1, 1):
            if not nodo.analisis.raiz_propia:
                self.motivo = "el resultado es un rango y la fórmula no es de matriz"
                return None
            # As Excel does with a function that returns a block in an ordinary formula.
            matriz = [[matriz[0][0]]]
        return matriz

    def poner(self, nodo: _Nodo, matriz: Bloque) -> None:
        """Let the next formulas see the result of this one."""
        _, fila, columna = nodo.lugar
        rows = [[_to_evaluator(v) for v in row] for row in matriz]
        self._book.set_values_batch(alias_de_hoja(nodo.hoja.indice), fila, columna, rows)


def _long_number(valor: Valor) -> bool:
    """Whether a text has a number with more than 15 figures, the most that Excel would put."""
    return isinstance(valor, str) and any(
        sum(map(str.isdigit, number)) > 15 for number in _DECIMAL.findall(valor)
    )


class _NoValue(Exception):
    """The evaluator has no value for the formula."""


def _to_evaluator(valor: Valor) -> Any:
    if isinstance(valor, ErrorCelda):
        return fz.LiteralValue.error(_ERROR_TO_KIND.get(valor, "Value"), None)
    return valor


def _from_evaluator(valor: Any) -> Valor:
    if valor is None:
        return 0.0  # a reference to an empty cell shows as 0
    if isinstance(valor, dict):
        error = _KIND_TO_ERROR.get(valor.get("kind", ""))
        if error is None or error == "#NAME?":
            raise _NoValue(valor.get("kind"))
        return ErrorCelda(error)
    if isinstance(valor, bool | str):
        return valor
    if isinstance(valor, int | float):
        return float(valor) if math.isfinite(valor) else ErrorCelda("#NUM!")
    raise _NoValue(type(valor).__name__)


def _to_function(valor: Any) -> Any:
    """Argument as our functions take it: None for empty or omitted, errors as their text."""
    if isinstance(valor, list):
        return [[_to_function(v) for v in row] for row in valor]
    if isinstance(valor, dict):
        return _KIND_TO_ERROR.get(valor.get("kind", ""), "#VALUE!")
    if valor == OMITIDO:
        return None
    if isinstance(valor, int) and not isinstance(valor, bool):
        return float(valor)
    return valor


def _from_function(valor: Any) -> Any:
    """Result of one of our functions as the evaluator takes it."""
    if isinstance(valor, list | tuple):
        rows = valor if valor and isinstance(valor[0], list | tuple) else [valor]
        return [[_from_function(v) for v in row] for row in rows]
    if valor is None:
        return ""
    if isinstance(valor, bool | str):
        return valor
    number = float(valor)
    return number if math.isfinite(number) else fz.LiteralValue.error("Num", None)


def _read_formulas(libro: Libro, analizador: Analizador) -> dict[Lugar, _Nodo]:
    nodos = {}
    for hoja in libro.hojas:
        for celda in hoja.formulas():
            lugar = (hoja.indice, celda.fila, celda.columna)
            texto = hoja.formula(celda)
            if texto is None:
                analisis = Analisis(movil=True, motivo="una tabla de datos o fórmula sin texto")
            else:
                analisis = analizador.analizar(
                    texto, hoja.indice, celda.fila, matriz=celda.rango_matriz is not None
                )
            nodos[lugar] = _Nodo(lugar, hoja, celda, analisis)
    return nodos


def _producers(nodos: dict[Lugar, _Nodo]) -> dict[int, dict[tuple[int, int], Lugar]]:
    """Formula that fills each cell, by sheet."""
    found: dict[int, dict[tuple[int, int], Lugar]] = defaultdict(dict)
    for lugar, nodo in nodos.items():
        places = found[lugar[0]]
        rango = nodo.celda.rango_matriz
        if rango is not None:
            for fila in range(rango[0], rango[2] + 1):
                for columna in range(rango[1], rango[3] + 1):
                    places.setdefault((fila, columna), lugar)
        places[lugar[1:]] = lugar
    return found


def _in_range(rango: Rango, places: Collection[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Those of `places` inside a block, by the shorter of both ways to look."""
    area = (rango.f2 - rango.f1 + 1) * (rango.c2 - rango.c1 + 1)
    if area <= len(places):
        for fila in range(rango.f1, rango.f2 + 1):
            for columna in range(rango.c1, rango.c2 + 1):
                if (fila, columna) in places:
                    yield fila, columna
    else:
        for fila, columna in places:
            if rango.f1 <= fila <= rango.f2 and rango.c1 <= columna <= rango.c2:
                yield fila, columna


def _fit(matriz: Bloque, filas: int, columnas: int) -> Bloque:
    """Result of a fixed array formula in its range: one value, row or column repeats, the rest
    of a larger range is #N/A, what does not fit is cut."""
    alto, ancho = len(matriz), len(matriz[0])
    missing = ErrorCelda("#N/A")

    def at(i: int, j: int) -> Valor:
        i = 0 if alto == 1 else i
        j = 0 if ancho == 1 else j
        return matriz[i][j] if i < alto and j < ancho else missing

    return [[at(i, j) for j in range(columnas)] for i in range(filas)]
