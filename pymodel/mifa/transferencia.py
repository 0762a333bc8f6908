"""Premium points that the insurances with surplus could move to those in deficit."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

import numpy as np

from pymodel import validacion
from pymodel.errores import DatoInvalido, Descripcion
from pymodel.validacion import Vector

CRITERIOS = ("prorrata", "orden")


class Transferencia(NamedTuple):
    """Points of wages that move; decimal fractions, in the order of the two inputs."""

    margen: Vector
    """What each insurance with surplus can give: premium of income less required premium."""
    cedido: Vector
    brecha: Vector
    """What each insurance in deficit lacks."""
    recibido: Vector

    @property
    def margen_restante(self) -> Vector:
        """What the insurances with surplus keep."""
        return self.margen - self.cedido

    @property
    def brecha_restante(self) -> Vector:
        """What the insurances in deficit still lack."""
        return self.brecha - self.recibido

    @property
    def cobertura(self) -> float:
        """Part of the whole gap that the surplus pays; 1 if there is no gap."""
        total = float(self.brecha.sum())
        return float(self.recibido.sum()) / total if total > 0.0 else 1.0


def transferir(
    superavit: Mapping[str, tuple[float, float]],
    deficit: Mapping[str, tuple[float, float]],
    *,
    margen_minimo: float = 0.0,
    criterio: str = "prorrata",
) -> Transferencia:
    """Move premium points from the insurances with surplus to those in deficit.

    Parameters
    ----------
    superavit, deficit : {insurance: (income, required)}
        Premium of income and required premium of each, decimal fractions of the same wages. An
        insurance whose margin or gap is negative neither gives nor takes.
    margen_minimo : float
        Points that each insurance with surplus keeps, decimal fraction.
    criterio : str
        "prorrata": everybody gives and takes in proportion; "orden": in the given order, the
        first in deficit is filled first and the first with surplus is emptied first.

    Returns
    -------
    Transferencia       Arrays in the order of `superavit` and of `deficit`.

    Raises
    ------
    DatoInvalido        No insurance on a side, the same on both, premiums that are not fractions.

    Notes
    -----
    margin = max(income - required - margen_minimo, 0); gap = max(required - income, 0); what moves
    is the smaller of the two sums. One point of one insurance is one point of another because all
    are measured on the same wage mass.

    References
    ----------
    IFA 2010, L3880-3886 (the surplus of the SIV premium "podría ser transferido en términos de
    prima a los seguros deficitarios") and L1217-1221 (SRT).
    """
    validacion.opcion(criterio, "criterio", CRITERIOS)
    minimo = validacion.tasa(margen_minimo, "margen_minimo")
    repetidos = sorted(set(superavit) & set(deficit))
    if repetidos:
        raise DatoInvalido(
            "superavit y deficit", Descripcion(f"{repetidos[0]} en los dos"), "cada seguro en uno"
        )
    margen = np.maximum(_puntos(superavit, "superavit", 1.0) - minimo, 0.0)
    brecha = np.maximum(_puntos(deficit, "deficit", -1.0), 0.0)
    mueve = min(float(margen.sum()), float(brecha.sum()))
    if criterio == "orden":
        return Transferencia(margen, _por_orden(margen, mueve), brecha, _por_orden(brecha, mueve))
    return Transferencia(margen, _a_prorrata(margen, mueve), brecha, _a_prorrata(brecha, mueve))


def _puntos(lado: Mapping[str, tuple[float, float]], nombre: str, signo: float) -> Vector:
    if not lado:
        raise DatoInvalido(nombre, Descripcion("ningún seguro"), "al menos uno")
    return np.array(
        [
            signo
            * (
                validacion.tasa(ingreso, f"{nombre}, {seguro}, prima de ingreso")
                - validacion.tasa(requerida, f"{nombre}, {seguro}, prima requerida")
            )
            for seguro, (ingreso, requerida) in lado.items()
        ]
    )


def _a_prorrata(disponible: Vector, total: float) -> Vector:
    suma = float(disponible.sum())
    return disponible * (total / suma) if suma > 0.0 else np.zeros_like(disponible)


def _por_orden(disponible: Vector, total: float) -> Vector:
    return np.diff(np.minimum(np.cumsum(disponible), total), prepend=0.0)
