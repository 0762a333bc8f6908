"""Yearly flows of a valuation, from the printed years."""

from __future__ import annotations

import functools
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from pymodel import datos, finanzas, validacion
from pymodel.errores import DatoInvalido, Descripcion
from pymodel.validacion import Vector
from pymodel.valuacion.casos import Caso


@dataclass(frozen=True)
class Flujos:
    """Yearly wages and expenditure.

    Parameters
    ----------
    anios : array (n,)      Calendar years.
    masa : array (n,)       Wage volume, mdp, > 0.
    gasto : array (n, k)    Expenditure by component, mdp.
    """

    anios: NDArray[np.int64]
    masa: Vector
    gasto: Vector


@functools.cache
def impresos(caso: Caso) -> Flujos:
    """The printed years of a valuation, mdp of the valuation year."""
    cuadro = datos.filas_anuales(datos.tabla(caso.documento, caso.tabla))
    gasto = cuadro[[c.columna for c in caso.componentes]].to_numpy(dtype=np.float64)
    return Flujos(
        cuadro.iloc[:, 0].to_numpy(dtype=np.int64),
        cuadro[caso.columna_masa].to_numpy(dtype=np.float64),
        gasto,
    )


def anualizar(anios: ArrayLike, masa: ArrayLike, gasto: ArrayLike, metodo: str) -> Flujos:
    """Every year between the first and the last of the given years.

    Parameters
    ----------
    anios, masa : array (m,)    Printed years and wages (mdp, > 0).
    gasto : array (m, k)        Expenditure by component, mdp.
    metodo : str                See :func:`pymodel.finanzas.interpolar_anual`.
    """
    salarios = validacion.masa(masa)
    if salarios.size < 2:
        raise DatoInvalido("anios", Descripcion("un solo año"), "al menos dos años de flujos")
    gastos = validacion.serie(gasto, "gasto").reshape(salarios.size, -1)
    todos, valores = finanzas.interpolar_anual(anios, np.column_stack([salarios, gastos]), metodo)
    return Flujos(todos, valores[:, 0], valores[:, 1:])
