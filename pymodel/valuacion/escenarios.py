"""Scenarios: re-indexed flows and changed assumptions. Not a new actuarial valuation."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

import numpy as np

from pymodel import validacion
from pymodel.errores import DatoInvalido
from pymodel.valuacion.calculo import Valuacion, valuar
from pymodel.valuacion.casos import Caso
from pymodel.valuacion.flujos import Flujos
from pymodel.valuacion.supuestos import Supuestos

GRUPOS = ("pensiones", "corto_plazo", "medicos", "administrativos")


@dataclass(frozen=True)
class Escenario:
    """Changes on the base, all additive.

    Parameters
    ----------
    nombre : str                Shown to the analyst.
    tasa : float                Change of the discount rate (0.005 is half a point).
    salarios : float            Extra yearly growth of wages, compound.
    gasto : {group: float}      Extra yearly growth of each group of expenditure, compound.
    siguen_salarios : set       Groups that also grow with the extra growth of wages; by default
                                pensions only.
    prima_ingreso : float       Change of the premium of income (fraction of wages).
    """

    nombre: str
    tasa: float = 0.0
    salarios: float = 0.0
    gasto: Mapping[str, float] = field(default_factory=dict)
    siguen_salarios: frozenset[str] = frozenset({"pensiones"})
    prima_ingreso: float = 0.0

    def __post_init__(self) -> None:
        for nombre in ("tasa", "salarios", "prima_ingreso"):
            validacion.tasa(getattr(self, nombre), nombre)
        for grupo, valor in self.gasto.items():
            validacion.opcion(grupo, "grupo", GRUPOS)
            validacion.tasa(valor, f"gasto, {grupo}")
        for grupo in self.siguen_salarios:
            validacion.opcion(grupo, "siguen_salarios", GRUPOS)


BASE = Escenario("Base")

ESCENARIOS = (
    Escenario("Tasa -0.5 puntos", tasa=-0.005),
    Escenario("Tasa +0.5 puntos", tasa=0.005),
    Escenario("Salarios +0.5 % anual", salarios=0.005),
    Escenario("Pensiones +0.5 % anual", gasto={"pensiones": 0.005}),
    Escenario("Gasto médico +0.5 % anual", gasto={"medicos": 0.005}),
    Escenario("Gasto administrativo +0.5 % anual", gasto={"administrativos": 0.005}),
    Escenario("Prima de ingreso +0.25 puntos", prima_ingreso=0.0025),
)


def valuar_escenario(
    caso: Caso, flujos: Flujos, supuestos: Supuestos, escenario: Escenario
) -> Valuacion:
    """Value the flows re-indexed by a scenario.

    Notes
    -----
    Flow of year t x (1 + d)^(t - valuation year), d the extra growth of its series. The tail
    after the last year grows by the same d on top of its own growth. Sumas aseguradas were
    priced at 3.5 % and do not move with the rate.

    Raises
    ------
    DatoInvalido        Naming the scenario.
    """
    por_serie = np.array(
        [escenario.salarios]
        + [
            (1.0 + escenario.gasto.get(c.grupo, 0.0))
            * (1.0 + (escenario.salarios if c.grupo in escenario.siguen_salarios else 0.0))
            - 1.0
            for c in caso.componentes
        ]
    )
    t = np.arange(1, flujos.masa.size + 1)[:, None]
    factores = (1.0 + por_serie) ** t
    movidos = Flujos(flujos.anios, flujos.masa * factores[:, 0], flujos.gasto * factores[:, 1:])
    try:
        nuevos = replace(
            supuestos,
            tasa=supuestos.tasa + escenario.tasa,
            prima_ingreso=supuestos.prima_ingreso + escenario.prima_ingreso,
        )
        return valuar(
            caso, movidos, nuevos, referencia=flujos, crecimiento_adicional=por_serie.tolist()
        )
    except DatoInvalido as error:
        raise error.en(f"escenario «{escenario.nombre}», {caso.titulo}") from None
