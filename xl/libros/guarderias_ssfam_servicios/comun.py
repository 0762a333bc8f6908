"""What the sheets share: printed figures, statements by year whose totals are formulas."""

from __future__ import annotations

import functools
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
from xlsxwriter.utility import xl_rowcol_to_cell

from pymodel import datos
from xl.libros.comun.entradas import Entrada
from xl.libros.comun.libro import Libro
from xl.libros.estilo import ENTERO, GRIS, MDP


@functools.cache
def cuadro(documento: str, numero: str) -> pd.DataFrame:
    """Printed table: ("ifa2010", "IV.8")."""
    return datos.tabla(documento, "cuadro_" + numero.lower().replace(".", "_"))


def renglon(documento: str, numero: str, rotulo: str, columnas: Sequence[str]) -> list[float]:
    """First row whose concept begins with a text."""
    df = cuadro(documento, numero)
    concepto = next(c for c in df.columns if c.lower() == "concepto")
    fila = df[df[concepto].str.startswith(rotulo)].iloc[0]
    return [float(x) for x in fila[list(columnas)].to_numpy(np.float64)]


Referencia = Callable[..., str]


@dataclass(frozen=True)
class Renglon:
    """One row of a statement: printed figures that are inputs, or a formula.

    `formula` receives ``ref(key, offset)``: the cell of another row, in the same column or so many
    columns away.
    """

    clave: str
    etiqueta: str
    valores: Sequence[float] = ()
    formula: Callable[[Referencia], str] | None = None
    total: bool = False
    numero: str = MDP
    publicado: bool = False


def entradas(prefijo: str, renglones: Sequence[Renglon]) -> tuple[Entrada, ...]:
    """An input block of one row for each row of printed figures."""
    return tuple(
        Entrada(f"{prefijo}_{r.clave}", r.etiqueta, "tabla", [list(r.valores)], formato=r.numero)
        for r in renglones
        if r.valores and not r.publicado
    )


def estado(
    libro: Libro,
    nombre: str,
    fila: int,
    titulo: str,
    anios: Sequence[int],
    renglones: Sequence[Renglon],
    prefijo: str,
    primera: int = 1,
) -> dict[str, int]:
    """Write a statement from a row on; returns the row of each key.

    `primera` is the first column of figures.
    """
    hoja, e = libro.hoja(nombre), libro.estilos
    fin = primera + len(anios) - 1
    hoja.merge_range(fila, 0, fila, fin, titulo, e.seccion())
    hoja.write_string(fila + 1, 0, "Concepto", e.encabezado())
    for j, anio in enumerate(anios, start=primera):
        hoja.write_number(fila + 1, j, anio, e.encabezado(num_format=ENTERO))
    filas = {r.clave: fila + 2 + i for i, r in enumerate(renglones)}
    for r in renglones:
        i = filas[r.clave]
        hoja.write_string(i, 0, r.etiqueta, e.total("@") if r.total else e.texto())
        if r.formula is not None:
            for j in range(primera, fin + 1):

                def ref(clave: str, mueve: int = 0, columna: int = j) -> str:
                    return xl_rowcol_to_cell(filas[clave], columna + mueve)

                formato = e.total(r.numero) if r.total else e.calculo(r.numero)
                hoja.write_formula(i, j, f"={r.formula(ref)}", formato)
            libro.nombrar(f"{prefijo}_{r.clave}", nombre, i, primera, i, fin)
        elif r.publicado:
            for j, valor in enumerate(r.valores, start=primera):
                hoja.write_number(i, j, valor, e.publicado(r.numero))
        else:
            (entrada,) = entradas(prefijo, [r])
            entrada.escribir(libro, nombre, i, primera)
    return filas


def nota(libro: Libro, nombre: str, fila: int, textos: Sequence[str]) -> None:
    """Notes in grey, one row each."""
    hoja, e = libro.hoja(nombre), libro.estilos
    for i, texto in enumerate(textos, start=fila):
        hoja.write_string(i, 0, f"•  {texto}", e(font_color=GRIS))
