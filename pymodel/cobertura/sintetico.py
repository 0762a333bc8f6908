"""Synthetic census sample: invented persons with the columns of a real one, for tests and trials.

Nothing here is an estimate of Mexico. The key of every household begins with "SINT".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from pymodel import validacion
from pymodel.cobertura import columnas as c
from pymodel.microdatos import MARCA_SINTETICA

if TYPE_CHECKING:
    import polars as pl

_MAX_HIJOS = 6


def muestra(hogares: int, semilla: int, primero: int = 1) -> pl.DataFrame:
    """Invent a census sample.

    Parameters
    ----------
    hogares : int       Households; they have some four persons on average.
    semilla : int       The same seed gives the same sample.
    primero : int       Number of the first household, to write a sample by pieces.

    Returns
    -------
    DataFrame (polars)  The columns of :data:`pymodel.cobertura.columnas.PERSONAS`, households in a
                        row, the head first.

    Raises
    ------
    DatoInvalido        Households or seed that are not whole numbers in range.
    """
    import polars as pl

    n = validacion.entero(hogares, "hogares", 1, 99_999_999)
    azar = np.random.default_rng([validacion.entero(semilla, "semilla", 0), primero])
    # A column for each possible member: head, spouse, children, parent, and one other person.
    parentesco = np.array(
        [c.JEFE, c.CONYUGE, *[c.HIJO] * _MAX_HIJOS, c.PADRE, c.SUEGRO, 0], dtype=np.int8
    )
    m = parentesco.size
    edad_jefe = azar.integers(18, 86, n)
    hijos = azar.binomial(_MAX_HIJOS, 0.36, n)
    hay = np.zeros((n, m), dtype=bool)
    hay[:, 0] = True
    hay[:, 1] = azar.random(n) < 0.74
    hay[:, 2 : 2 + _MAX_HIJOS] = np.arange(_MAX_HIJOS) < hijos[:, None]
    hay[:, -3:] = azar.random((n, 3)) < (0.06, 0.04, 0.14)

    codigos = np.broadcast_to(parentesco, (n, m)).copy()
    codigos[:, -1] = azar.choice(
        [c.NIETO, c.HERMANO, c.OTRO_PARIENTE, c.SIN_PARENTESCO], n, p=[0.5, 0.2, 0.2, 0.1]
    )
    edades = np.empty((n, m), dtype=np.int16)
    edades[:, 0] = edad_jefe
    edades[:, 1] = np.clip(edad_jefe + azar.integers(-8, 6, n), 15, 95)
    diferencia = azar.integers(16, 44, (n, _MAX_HIJOS))
    edades[:, 2 : 2 + _MAX_HIJOS] = np.maximum(edad_jefe[:, None] - diferencia, 0)
    edades[:, -3:-1] = np.clip(edad_jefe[:, None] + azar.integers(17, 35, (n, 2)), 40, 99)
    edades[:, -1] = azar.integers(0, 90, n)

    # One institution for each household and some independence of its members.
    instituciones = [c.IMSS, c.ISSSTE, c.PEMEX, c.OTRA, c.NINGUNA, c.NO_ESPECIFICADO]
    del_hogar = azar.choice(instituciones, n, p=[0.34, 0.09, 0.01, 0.01, 0.54, 0.01])
    propia = azar.choice(instituciones, (n, m), p=[0.10, 0.03, 0.005, 0.005, 0.855, 0.005])
    derecho = np.where(azar.random((n, m)) < 0.78, del_hogar[:, None], propia).astype(np.int8)

    sexo = azar.integers(1, 3, (n, m)).astype(np.int8)
    sexo[:, 0] = np.where(azar.random(n) < 0.8, c.HOMBRE, c.MUJER)
    sexo[:, 1] = np.where(sexo[:, 0] == c.HOMBRE, c.MUJER, c.HOMBRE)

    adulto, nino = edades >= 12, edades < 5
    trabaja = azar.random((n, m)) < np.where(edades > 70, 0.1, np.where(edades < 16, 0.05, 0.6))
    otra = azar.choice(
        [2, 3, 4, c.PENSIONADO, 6, 7, 9], (n, m), p=[0.05, 0.25, 0.45, 0.12] + [0.04] * 2 + [0.05]
    )
    actividad = np.where(trabaja, c.TRABAJA, otra)
    asiste = np.where(azar.random((n, m)) < np.where(edades < 16, 0.85, 0.3), c.SI, c.NO)
    pareja = np.isin(codigos, (c.JEFE, c.CONYUGE)) & hay[:, [1]]
    conyugal = np.where(
        pareja,
        azar.integers(2, 4, (n, m)),
        azar.choice([1, 4, 5, 6, 9], (n, m), p=[0.8] + [0.05] * 4),
    )
    discapacidad = np.where(azar.random((n, m)) < 0.025, c.SI, c.NO)
    edades[azar.random((n, m)) < 0.002] = c.EDAD_DESCONOCIDA

    tamano = hay.sum(axis=1)
    entidad = azar.integers(1, 33, n).astype(np.int8)
    factor = azar.integers(2, 20, n).astype(np.float64)
    claves = pl.Series(np.arange(primero, primero + n)).cast(pl.String).str.zfill(8)

    def vacio_si(valores: np.ndarray, condicion: np.ndarray) -> pl.Series:
        """A column of persons, empty where the census does not ask."""
        plano = valores[hay].astype(np.int8)
        return pl.select(
            pl.when(pl.Series(condicion[hay])).then(None).otherwise(pl.Series(plano))
        ).to_series()

    return pl.DataFrame(
        {
            "hogar": (MARCA_SINTETICA + claves).gather(np.repeat(np.arange(n), tamano)),
            "entidad": np.repeat(entidad, tamano),
            "factor": np.repeat(factor, tamano),
            "parentesco": codigos[hay],
            "edad": edades[hay],
            "sexo": sexo[hay],
            "derechohabiencia": derecho[hay],
            "discapacidad": discapacidad[hay].astype(np.int8),
            "asistencia": vacio_si(asiste, nino),
            "estado_conyugal": vacio_si(conyugal, ~adulto),
            "actividad": vacio_si(actividad, ~adulto),
        }
    )
