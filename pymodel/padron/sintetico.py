"""Synthetic padrón: invented families with the columns of a real one, for tests and trials.

Nothing here is an estimate of any padrón. The key of every family begins with "SINT".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from pymodel import validacion
from pymodel.microdatos import MARCA_SINTETICA

if TYPE_CHECKING:
    import polars as pl

FAMILIAS_POR_CENTRO = 1_500


def padron(
    familias: int, semilla: int, primera: int = 1, por_centro: int = FAMILIAS_POR_CENTRO
) -> pl.DataFrame:
    """Invent a padrón with the result of its audit.

    Parameters
    ----------
    familias : int      Families.
    semilla : int       The same seed gives the same padrón.
    primera : int       Number of the first family, to write a padrón by pieces.
    por_centro : int    Families of a health centre, more or less.

    Returns
    -------
    DataFrame (polars)  The columns of :func:`pymodel.padron.columnas.familias` but `factor`.

    Raises
    ------
    DatoInvalido        Families or seed that are not whole numbers in range.
    """
    import polars as pl

    n = validacion.entero(familias, "familias", 1, 99_999_999)
    azar = np.random.default_rng([validacion.entero(semilla, "semilla", 0), primera])
    entidad = azar.integers(1, 33, n).astype(np.int8)
    centros = max(n // (32 * validacion.entero(por_centro, "por_centro", 1)), 1)
    # Squaring makes some centres much larger than others, as they are.
    centro = (centros * azar.random(n) ** 2).astype(np.int32) + 1
    visitas = [0.86, 0.01, 0.01, 0.005, 0.03, 0.01, 0.01, 0.005, 0.005, 0.03, 0.02, 0.005]
    resultado = azar.choice(np.arange(1, 13, dtype=np.int8), n, p=visitas)
    completa = resultado == 1
    listados = azar.integers(1, 9, n).astype(np.int8)
    # Most homes agree with their list; in some no one, or not everyone, is affiliated.
    todos, nadie = azar.random(n) < 0.8, azar.random(n) < 0.06
    afiliados = np.where(todos, listados, np.where(nadie, 0, azar.integers(0, listados + 1)))
    resto = listados - afiliados
    ausentes = np.where(azar.random(n) < 0.5, azar.integers(0, resto + 1), 0)
    cuenta = {
        "afiliados": afiliados,
        "no_afiliados": resto - ausentes,
        "ausentes": ausentes,
        "otros_afiliados": np.where(azar.random(n) < 0.1, azar.integers(0, 4, n), 0),
    }
    claves = pl.Series(np.arange(primera, primera + n)).cast(pl.String).str.zfill(8)
    numeros = pl.Series(centro).cast(pl.String).str.zfill(4)
    return pl.DataFrame(
        {
            "familia": MARCA_SINTETICA + claves,
            "entidad": entidad,
            "centro": pl.Series(entidad).cast(pl.String).str.zfill(2) + "-" + numeros,
            "decil": azar.choice(np.arange(1, 11, dtype=np.int8), n, p=[0.4, 0.3] + [0.0375] * 8),
            "resultado": resultado,
            "listados": listados,
        }
    ).with_columns(
        pl.when(pl.Series(completa)).then(pl.Series(v.astype(np.int8))).alias(nombre)
        for nombre, v in cuenta.items()
    )
