"""Funds that are held back from the contributions, and what is left to transfer."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import ArrayLike

from pymodel import datos, validacion
from pymodel.errores import DatoInvalido
from pymodel.validacion import Vector


@dataclass(frozen=True)
class Fondos:
    """The contributions parted in funds, pesos, arrays (n,).

    Attributes
    ----------
    fpgc : Fondo de Protección contra Gastos Catastróficos.
    infraestructura, imprevistos : the two parts of the Fondo de Previsión Presupuestal (FPP).
    resto : what is left for the essential services.
    cs_transferible : the part of the cuota social that is sent to the state.
    """

    fpgc: Vector
    infraestructura: Vector
    imprevistos: Vector
    resto: Vector
    cs_transferible: Vector

    @property
    def fpp(self) -> Vector:
        """Fondo de Previsión Presupuestal: infrastructure and unforeseen."""
        return self.infraestructura + self.imprevistos


def repartir(cs: ArrayLike, asf: ArrayLike, ase: ArrayLike) -> Fondos:
    """Part the contributions in funds.

    Parameters
    ----------
    cs, asf, ase : array (n,) or float      Pesos, 0 or more.

    Returns
    -------
    Fondos

    Raises
    ------
    DatoInvalido
        Negative amounts, or a cuota social that does not cover the funds.

    Notes
    -----
    ``B = CS + ASF + ASE``; ``FPGC = 0.08 B``; ``FPP = 0.03 B`` (0.02 infrastructure in poor
    communities, 0.01 unforeseen demand and guarantee of payment between states);
    ``rest = 0.89 B``; ``CS transferible = CS - 0.11 B`` (0.67 CS when ASF = 1.5 CS and
    ASE = 0.5 CS).

    References
    ----------
    LGS, arts. 77 Bis 17, 18, 29, 30; SPS 2006, L594-598, L2340-2360, L3800.
    """
    partes = [
        _montos(valores, nombre) for valores, nombre in ((cs, "cs"), (asf, "asf"), (ase, "ase"))
    ]
    validacion.misma_longitud(partes[0], "cs", partes[1], "asf", "renglones")
    validacion.misma_longitud(partes[0], "cs", partes[2], "ase", "renglones")
    base = partes[0] + partes[1] + partes[2]
    fpgc, infraestructura, imprevistos = (base * f for f in fracciones())
    retenido = fpgc + infraestructura + imprevistos
    if (retenido > partes[0]).any():
        lugar = int(np.argmax(retenido > partes[0]))
        raise DatoInvalido(
            "cs" if base.size == 1 else f"cs, valor {lugar + 1}",
            float(partes[0][lugar]),
            f"una cuota social que cubra los fondos ({retenido[lugar]:,.2f})",
        )
    return Fondos(fpgc, infraestructura, imprevistos, base - retenido, partes[0] - retenido)


@cache
def fracciones() -> tuple[float, float, float]:
    """Parts of CS + ASF + ASE: FPGC, FPP of infrastructure, FPP of unforeseen."""
    fpgc, infraestructura, imprevistos = (
        float(datos.parametro(f"sps_{p}", documento="lgs"))
        for p in ("fpgc", "fpp_infraestructura", "fpp_imprevistos")
    )
    return fpgc, infraestructura, imprevistos


def _montos(valores: Any, nombre: str) -> Vector:
    montos = validacion.vector(valores, nombre)
    if montos.min() < 0.0:
        lugar = int(np.argmax(montos < 0.0))
        donde = nombre if montos.size == 1 else f"{nombre}, valor {lugar + 1}"
        raise DatoInvalido(donde, float(montos[lugar]), "un monto de 0 o más")
    return montos
