"""Definition of the workbook: a sheet for each category, every argument an input."""

from __future__ import annotations

import functools
import itertools

import udfs
from xl.libros.comun.definicion import Definicion, Hoja, Indicador
from xl.libros.ejemplos import grupos, hoja
from xl.libros.ejemplos.ejemplo import Ejemplo

assert udfs.__all__  # importing it declares the functions


def _categoria(e: Ejemplo) -> str:
    return e.ficha.categoria


_TODOS = sorted(grupos.todos(), key=lambda e: (_categoria(e), e.funcion))
_ESCALARES = sorted(
    (e for e in _TODOS if len(e.resultado()) == len(e.resultado()[0]) == 1),
    key=lambda e: (_categoria(e) != "IMSS Primas", _categoria(e), e.funcion),
)
_POR_CATEGORIA = {c: list(g) for c, g in itertools.groupby(_TODOS, key=_categoria)}

LIBRO = Definicion(
    clave="ejemplos",
    titulo="Ejemplos de las funciones",
    asunto="Un bloque por función, con cifras de los informes y de la ley",
    resumenes=(),
    hojas=tuple(
        Hoja(
            hoja.nombre_hoja(categoria),
            functools.partial(hoja.construir, categoria=categoria, ejemplos=ejemplos),
            ", ".join(e.funcion for e in ejemplos),
        )
        for categoria, ejemplos in _POR_CATEGORIA.items()
    ),
    entradas=tuple(
        entrada
        # First those whose result is one of the indicators: the tests change the first number.
        for ejemplo in sorted(_TODOS, key=lambda e: e.funcion != _ESCALARES[0].funcion)
        for entrada in hoja.entradas(ejemplo)
    ),
    indicadores=tuple(
        Indicador(e.nombre("resultado"), e.funcion, "", e.formato) for e in _ESCALARES
    ),
)
