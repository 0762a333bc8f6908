"""Amounts of different years at the prices of one year."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike

from pymodel import datos, validacion
from pymodel.errores import DatoInvalido, Descripcion
from pymodel.validacion import Vector

INDICES = ("promedio", "diciembre")


def deflactar(
    montos: ArrayLike,
    anios: ArrayLike,
    anio_base: int,
    indice: str | Mapping[int, float] = "promedio",
) -> Vector:
    """Express amounts at the prices of the base year: amount x I_base / I_year.

    Parameters
    ----------
    montos : array (n,) or (n, k)   Money of each year.
    anios : array (n,)              Year of each row; any order, repeats allowed.
    anio_base : int                 Year of the resulting prices.
    indice : str or {year: index}   "promedio": yearly average of the INPC; "diciembre": INPC of
                                    December; or the analyst's own index, positive.

    Returns
    -------
    array, shape of `montos`        Money of `anio_base`.

    Raises
    ------
    DatoInvalido        Years that are not whole or not in the index; index of 0 or less.

    References
    ----------
    INPC of INEGI, second half of July 2018 = 100: ``pymodel/datos/referencia/inpc.csv``.
    """
    cantidades = validacion.serie(montos, "montos")
    fechas = validacion.anios_enteros(anios)
    validacion.misma_longitud(cantidades, "montos", fechas, "anios")
    base = validacion.entero(anio_base, "anio_base", 1900, 2200)
    todos = fechas.tolist()
    if isinstance(indice, str):
        validacion.opcion(indice, "indice", INDICES)
        tipo: Literal["promedio", "diciembre"] = (
            "diciembre" if indice == "diciembre" else "promedio"
        )
        por_anio = _inpc(todos, "anios", tipo)
        del_base = float(_inpc([base], "anio_base", tipo)[0])
    else:
        for anio, valor in indice.items():
            if validacion.numero(valor, f"indice, año {anio}") <= 0.0:
                raise DatoInvalido(f"indice, año {anio}", valor, "un índice mayor que 0")
        faltantes = sorted({a for a in [*todos, base] if a not in indice})
        if faltantes:
            raise DatoInvalido(
                "indice",
                Descripcion(f"una tabla sin {', '.join(map(str, faltantes))}"),
                "un índice por año",
            )
        por_anio = np.array([indice[a] for a in todos], dtype=np.float64)
        del_base = float(indice[base])
    factores = del_base / por_anio
    return cantidades * (factores if cantidades.ndim == 1 else factores[:, None])


def _inpc(anios: list[int], nombre: str, tipo: Literal["promedio", "diciembre"]) -> Vector:
    try:
        return datos.indice_inpc(anios, tipo)
    except DatoInvalido as error:
        raise DatoInvalido(nombre, error.encontrado, error.esperado) from None
