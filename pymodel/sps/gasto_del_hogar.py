"""Health spending that ruins a household: catastrophic and impoverishing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from pymodel import datos, validacion
from pymodel.errores import DatoInvalido
from pymodel.validacion import Vector


@dataclass(frozen=True)
class GastoDelHogar:
    """Classification of n households.

    Attributes
    ----------
    capacidad_de_pago : array (n,)          Disposable income less food, pesos.
    catastrofico, empobrecedor : array of bool (n,)
    """

    capacidad_de_pago: Vector
    catastrofico: NDArray[np.bool_]
    empobrecedor: NDArray[np.bool_]

    def hogares(self, factor: ArrayLike | None = None) -> dict[str, float]:
        """Households (weighted by `factor`, if given) of each class and of either."""
        peso = np.ones(self.catastrofico.size)
        if factor is not None:
            peso = validacion.vector(factor, "factor")
            validacion.misma_longitud(self.catastrofico, "hogares", peso, "factor", "renglones")
        return {
            "total": float(peso.sum()),
            "catastrofico": float(peso[self.catastrofico].sum()),
            "empobrecedor": float(peso[self.empobrecedor].sum()),
            "cualquiera": float(peso[self.catastrofico | self.empobrecedor].sum()),
        }


def clasificar(
    ingreso_disponible: ArrayLike,
    gasto_alimentos: ArrayLike,
    gasto_salud: ArrayLike,
    linea_pobreza: ArrayLike,
) -> GastoDelHogar:
    """Catastrophic and impoverishing health spending of each household.

    Parameters
    ----------
    ingreso_disponible, gasto_alimentos, gasto_salud : array (n,)
        Pesos of one period, 0 or more.
    linea_pobreza : array (n,) or float
        Poverty line of the household, pesos of the same period.

    Returns
    -------
    GastoDelHogar

    Raises
    ------
    DatoInvalido        Negative amounts, columns of different length.

    Notes
    -----
    ``capacity to pay = disposable income - food``. Catastrophic: health spending above 30 % of
    it. With a capacity of 0 or less, any health spending is catastrophic (inferred: the ratio has
    no meaning there). Impoverishing: income at or above the line, and below it once health is
    paid.

    References
    ----------
    SPS 2006, L396 (note). About 3 million households in 2001.
    """
    columnas = [
        validacion.vector(v, n)
        for v, n in (
            (ingreso_disponible, "ingreso_disponible"),
            (gasto_alimentos, "gasto_alimentos"),
            (gasto_salud, "gasto_salud"),
        )
    ]
    linea = validacion.vector(linea_pobreza, "linea_pobreza")
    linea = np.full(columnas[0].size, linea[0]) if linea.size == 1 else linea
    nombres = ("ingreso_disponible", "gasto_alimentos", "gasto_salud", "linea_pobreza")
    for columna, nombre in zip([*columnas, linea], nombres, strict=True):
        validacion.misma_longitud(columnas[0], nombres[0], columna, nombre, "renglones")
        if columna.min() < 0.0:
            lugar = int(np.argmax(columna < 0.0))
            raise DatoInvalido(
                f"{nombre}, valor {lugar + 1}", float(columna[lugar]), "un monto de 0 o más"
            )
    ingreso, alimentos, salud = columnas
    capacidad = ingreso - alimentos
    umbral = float(datos.parametro("gasto_catastrofico_umbral", documento="sps2006"))
    return GastoDelHogar(
        capacidad,
        salud > umbral * np.maximum(capacidad, 0.0),
        (ingreso >= linea) & (ingreso - salud < linea),
    )


def tabla(g: GastoDelHogar) -> tuple[list[str], list[list[Any]]]:
    """Header and rows of the classification, "sí" or "no"."""
    filas = zip(g.capacidad_de_pago, g.catastrofico, g.empobrecedor, strict=True)
    return ["capacidad_de_pago", "catastrofico", "empobrecedor"], [
        [capacidad, "sí" if c else "no", "sí" if e else "no"] for capacidad, c, e in filas
    ]
