"""A range where one cell belongs: the function is worked out for each cell and fills a block.

=TASA_REAL(B5:B104,C5:C104) is one call for a hundred cells. Ranges of one column or one row go
element by element; they are equally long, and what is one cell serves for all. An argument that
is a series or a table stays whole. Scalars in, scalar out: nothing changes there.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from pymodel.errores import DatoInvalido, Descripcion
from xl.contrato import entrada

if TYPE_CHECKING:
    from xl.contrato.registro import Argumento

_CELLS = (str, int, float, bool, type(None))


def llamar(
    cuerpo: Callable[..., Any],
    argumentos: Sequence[Argumento],
    crudos: Sequence[Any],
    limpiar: Callable[[Argumento, Any], Any],
) -> Any:
    """Call a function with what was sent for each argument.

    Returns
    -------
    Its result; or one row for each cell of the ranges, if there are any where cells belong.

    Raises
    ------
    DatoInvalido
        If the ranges are not equally long, if one of the calls is refused (it says which value),
        or if the function gives a table, which cannot be stacked.
    """
    columnas = _columns(argumentos, crudos)
    if not columnas:
        return cuerpo(*map(limpiar, argumentos, crudos))
    largos = {len(c) for c in columnas.values()}
    if len(largos) > 1:
        raise DatoInvalido(
            ", ".join(argumentos[i].nombre for i in columnas),
            Descripcion("rangos de " + " y ".join(str(len(c)) for c in columnas.values())),
            "rangos de la misma longitud, o una sola celda",
        )
    limpios = [
        None if i in columnas else limpiar(a, crudo)
        for i, (a, crudo) in enumerate(zip(argumentos, crudos, strict=True))
    ]
    filas: list[list[Any]] = []
    for j in range(largos.pop()):
        try:
            for i, columna in columnas.items():
                limpios[i] = limpiar(argumentos[i], columna[j])
            resultado = cuerpo(*limpios)
        except DatoInvalido as error:
            raise DatoInvalido(
                f"{error.argumento}, valor {j + 1}", error.encontrado, error.esperado
            ) from None
        if not isinstance(resultado, list):
            filas.append([resultado])
        elif len(resultado) == 1:
            filas.append(resultado[0])
        else:
            primera = argumentos[min(columnas)]
            entrada.escalar(crudos[min(columnas)], primera.nombre)  # refuses it, with its size
    return filas


def _columns(argumentos: Sequence[Argumento], crudos: Sequence[Any]) -> dict[int, list[Any]]:
    """Position of an argument -> its cells, for the ranges that go element by element."""
    columnas = {
        i: celdas
        for i, (a, crudo) in enumerate(zip(argumentos, crudos, strict=True))
        if a.es_celda and (celdas := _several(crudo, a.nombre)) is not None
    }
    if not columnas or any(a.leer is entrada.serie for a in argumentos):
        return columnas
    # Where there are no series, several numbers are one for each case: they go along.
    for i, (a, crudo) in enumerate(zip(argumentos, crudos, strict=True)):
        if _per_case(a) and (celdas := _several(crudo, a.nombre)) is not None:
            columnas[i] = celdas
    return columnas


def _per_case(a: Argumento) -> bool:
    return a.leer in (entrada.numeros, entrada.logicos) or isinstance(
        a.leer, entrada.OpcionPorFila | entrada.NumerosO
    )


def _several(crudo: Any, nombre: str) -> list[Any] | None:
    """Cells of one row or column of more than one; None for anything else."""
    if isinstance(crudo, _CELLS) or not isinstance(crudo, list | tuple | np.ndarray | pd.Series):
        return None
    if isinstance(crudo, list | tuple) and not crudo:
        return None
    filas = entrada.celdas(crudo, nombre)
    if len(filas) > 1 and len(filas[0]) == 1:
        return [fila[0] for fila in filas]
    if len(filas) == 1 and len(filas[0]) > 1:
        return filas[0]
    return None
