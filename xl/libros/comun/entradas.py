"""Input cells: declared once, and from that written, validated, read, compared and restored."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import xlwings as xw

from pymodel.errores import DatoInvalido, Descripcion
from xl.contrato import entrada
from xl.libros.comun import lectura
from xl.libros.comun.libro import Libro
from xl.libros.comun.plano import NO, SI
from xl.libros.estilo import DECIMAL, ENTERO, FECHA, MDP, PCT

TIPOS = ("tasa", "entero", "numero", "mdp", "pesos", "opcion", "si_no", "texto", "fecha", "tabla")

FORMATOS = {
    "tasa": PCT,
    "entero": ENTERO,
    "numero": "General",
    "mdp": MDP,
    "pesos": DECIMAL,
    "fecha": FECHA,
}


@dataclass(frozen=True)
class Entrada:
    """One input cell, or one block of them, with its default.

    Parameters
    ----------
    nombre : str            Defined name.
    etiqueta : str          What the analyst reads beside it.
    tipo : str              One of ``TIPOS``; "tabla" is a block, whose default is a list of rows.
    defecto : value or rows Figure of the documents or of the law; None is an empty cell.
    unidad, ayuda : str     In Spanish.
    opciones : tuple        Admitted texts of an "opcion".
    minimo, maximo : float  Admitted figures, both included.
    vacia : bool            Whether the cell may be empty (then it reads as None); of a block, any
                            of its cells.
    formato : str           Number format; by default that of its kind.
    fija : bool             Of a block with gaps: each cell with a figure must keep one.
    centrada : bool         Whether the cells of a block are centred, as single inputs always are.
    """

    nombre: str
    etiqueta: str
    tipo: str
    defecto: Any
    unidad: str = ""
    ayuda: str = ""
    opciones: tuple[str, ...] = ()
    minimo: float | None = None
    maximo: float | None = None
    vacia: bool = False
    formato: str = ""
    fija: bool = False
    centrada: bool = False

    def escribir(self, libro: Libro, hoja: str, fila: int, col: int) -> None:
        """Write the cell (or the block from there), its name and its validation; zero-based."""
        e, destino = libro.estilos, libro.hoja(hoja)
        renglones = self.defecto if self.tipo == "tabla" else [[self.defecto]]
        # Cells of a block are aligned by what they hold; a single input is centred.
        centrada = self.centrada or self.tipo != "tabla"
        como: dict[str, Any] = {"align": "center"} if centrada else {}
        formato = e.insumo(self.formato or FORMATOS.get(self.tipo, "@"), **como)
        texto = e.insumo("@", **como)
        for i, renglon in enumerate(renglones):
            for j, valor in enumerate(renglon):
                if valor is None:
                    destino.write_blank(fila + i, col + j, None, formato)
                elif isinstance(valor, dt.date):
                    destino.write_datetime(fila + i, col + j, valor, formato)
                elif isinstance(valor, str):
                    destino.write_string(fila + i, col + j, valor, texto)
                else:
                    destino.write_number(fila + i, col + j, valor, formato)
        f2, c2 = fila + len(renglones) - 1, col + len(renglones[0]) - 1
        libro.nombrar(self.nombre, hoja, fila, col, f2, c2)
        validacion = regla(
            self.tipo, self.etiqueta, self.ayuda, self.opciones, self.minimo, self.maximo
        )
        if validacion:
            destino.data_validation(fila, col, f2, c2, validacion)

    def leer(self, book: xw.Book) -> Any:
        """Value of the cell as its kind asks, or the rows of a block.

        Raises
        ------
        DatoInvalido    With sheet, cell, value found and what was expected.
        """
        celdas = lectura.rango(book, self.nombre)
        if self.tipo == "tabla":
            return self._leer_tabla(celdas)
        return self.comprobar(lectura.valor(celdas), lectura.lugar(celdas, self.etiqueta))

    def comprobar(self, crudo: Any, donde: str) -> Any:
        """Return a value as the kind of this cell asks; `donde` is its place, for the message."""
        if self.vacia and lectura.vacia(crudo):
            return None
        leido = lectura.interpretar(crudo, self.tipo, donde, self.opciones)
        bajo = self.minimo is not None and leido < self.minimo
        if bajo or (self.maximo is not None and leido > self.maximo):
            raise DatoInvalido(donde, crudo, f"{lectura.ESPERADO[self.tipo]}, {self._limites()}")
        return leido

    def _leer_tabla(self, celdas: xw.Range) -> list[list[Any]]:
        """Rows of a block whose columns of figures hold figures, as those of its default do.

        A sum of the sheet passes over a text or an empty cell without a word. So a text is refused
        in a column of figures, and an empty cell too where the default has none, unless the whole
        row is empty and its labels, part of the block, are gone with it.
        """
        _medir(celdas, self.defecto, self.etiqueta)
        filas = lectura.filas(celdas)
        columnas = [[v for v in c if v is not None] for c in zip(*self.defecto, strict=True)]
        con_etiquetas = any(isinstance(v, str) for c in columnas for v in c)
        for j, columna in enumerate(columnas):
            if not columna or not all(isinstance(v, int | float) for v in columna):
                continue
            completa = len(columna) == len(filas) and not self.vacia
            for i, fila in enumerate(filas):
                valor = fila[j]
                if type(valor) is float:
                    continue
                if not lectura.vacia(valor):
                    entrada.numero(valor, lectura.lugar(celdas[i, j], self.etiqueta))
                elif (completa or (self.fija and self.defecto[i][j] is not None)) and not (
                    con_etiquetas and all(map(lectura.vacia, fila))
                ):
                    raise DatoInvalido(
                        lectura.lugar(celdas[i, j], self.etiqueta), None, "un número (0 si no hay)"
                    )
        return filas

    def _limites(self) -> str:
        partes = [
            f"{texto} {limite:g}"
            for texto, limite in (("de", self.minimo), ("a", self.maximo))
            if limite is not None
        ]
        return (
            " ".join(partes)
            if len(partes) == 2
            else partes[0].replace("de ", "desde ").replace("a ", "hasta ")
        )


_REGLAS: dict[str, dict[str, Any]] = {
    "tasa": {
        "validate": "decimal",
        "minimum": 0,
        "maximum": 0.5,
        "error_message": "Escriba una fracción o un porcentaje: 0.035 o 3.5%.",
    },
    "entero": {
        "validate": "integer",
        "minimum": 1,
        "maximum": 10_000,
        "error_message": "Escriba un número entero.",
    },
    "numero": {
        "validate": "decimal",
        "minimum": -1e15,
        "maximum": 1e15,
        "error_message": "Escriba un número.",
    },
    "mdp": {
        "validate": "decimal",
        "minimum": -1e12,
        "maximum": 1e12,
        "error_message": "Escriba un monto en millones de pesos.",
    },
    "pesos": {
        "validate": "decimal",
        "minimum": 0,
        "maximum": 1e15,
        "error_message": "Escriba un monto en pesos.",
    },
}


def regla(
    tipo: str,
    etiqueta: str,
    ayuda: str = "",
    opciones: Sequence[str] = (),
    minimo: float | None = None,
    maximo: float | None = None,
    error: str = "",
) -> dict[str, Any] | None:
    """Data validation of an input cell, with a message in Spanish; None if any text will do."""
    if tipo in ("opcion", "si_no"):
        lista = list(opciones) if tipo == "opcion" else [SI, NO]
        propia: dict[str, Any] = {"validate": "list", "source": lista}
    elif tipo in _REGLAS:
        propia = {"criteria": "between", **_REGLAS[tipo]}
        propia |= {} if minimo is None else {"minimum": minimo}
        propia |= {} if maximo is None else {"maximum": maximo}
    else:
        return None
    return {
        "input_title": etiqueta[:32],
        "input_message": (ayuda or "Elija de la lista.")[:255],
        "error_title": "Valor no válido",
        "error_message": "Elija una opción de la lista.",
        **propia,
        **({"error_message": error} if error else {}),
    }


def diferencias(book: xw.Book, celdas: Iterable[tuple[str, Any]]) -> list[str]:
    """Input cells that are not at their default, given as (defined name, value or rows)."""
    distintas = []
    for nombre, defecto in celdas:
        rango = lectura.rango(book, nombre)
        if isinstance(defecto, list):
            _medir(rango, defecto)
            igual = all(
                lectura.iguales(_nada(a), _nada(b))
                for x, y in zip(lectura.filas(rango), defecto, strict=True)
                for a, b in zip(x, y, strict=True)
            )
            if not igual:
                distintas.append(f"{lectura.lugar(rango)}: datos distintos de los publicados")
        elif not lectura.iguales(_nada(rango.value), _nada(defecto)):
            distintas.append(
                f"{lectura.lugar(rango)} = {lectura.mostrar(rango.value)} "
                f"(origen {lectura.mostrar(defecto)})"
            )
    return distintas


def _medir(rango: xw.Range, defecto: list[list[Any]], etiqueta: str = "") -> None:
    """Refuse a block that is not of the size of its default: formulas count on it."""
    hallado, esperado = rango.shape, (len(defecto), len(defecto[0]))
    if hallado != esperado:
        raise DatoInvalido(
            lectura.lugar(rango, etiqueta),
            Descripcion("un bloque de {} × {} celdas".format(*hallado)),
            "uno de {} × {}: alguien insertó o borró renglones o columnas; recupere el libro del "
            "respaldo o reconstrúyalo con python -m xl construir".format(*esperado),
        )


def _nada(valor: Any) -> Any:
    return None if lectura.vacia(valor) else valor


def restablecer(book: xw.Book, celdas: Iterable[tuple[str, Any]]) -> None:
    """Put the defaults back; every name is looked up before the first cell is written."""
    destinos = [(lectura.rango(book, nombre), valor) for nombre, valor in celdas]
    for rango, valor in destinos:
        if isinstance(valor, list):
            _medir(rango, valor)
    for rango, valor in destinos:
        rango.value = valor
