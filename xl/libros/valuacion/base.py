"""Defaults of every input cell of the workbook: what the builder writes and a reset restores."""

from __future__ import annotations

import datetime as dt
import functools
from typing import Any

from pymodel.valuacion import ESCENARIOS, GRUPOS, PROPIO, Caso, Escenario, impresos, supuestos_base
from xl.libros.valuacion import plano


@functools.cache
def supuestos(caso: Caso) -> dict[str, Any]:
    """Default of every field of a valuation, as the sheet shows it."""
    if caso is PROPIO:
        return {
            "fecha": None,
            "base_precios": "mdp del año base",
            "tasa": 0.035,
            "horizonte": plano.ANIOS_PROPIOS,
            "horizonte_corto": plano.ANIOS_PROPIOS,
            "convencion": "fin",
            "perpetuidad": plano.NO,
            "crecimiento": 0.0,
            "interpolacion": caso.metodo,
            "prima_ingreso": 0.025,
            "reserva": 0.0,
            "escalon": 10,
            "tasa_escalon": 0.0,
        }
    origen = supuestos_base(caso)
    return {
        "fecha": dt.date(caso.anio, 12, 31),
        "base_precios": caso.base_precios,
        "tasa": origen.tasa,
        "horizonte": origen.horizonte,
        "horizonte_corto": origen.horizonte_corto,
        "convencion": origen.convencion,
        "perpetuidad": plano.SI if origen.perpetuidad else plano.NO,
        "crecimiento": origen.crecimiento,
        "interpolacion": origen.interpolacion,
        "prima_ingreso": origen.prima_ingreso,
        "reserva": origen.reserva,
        "escalon": 10,
        "tasa_escalon": 0.0,
    }


def colas(caso: Caso) -> list[float]:
    """Tail of wages and of each component at the rate of the report, mdp."""
    if caso is PROPIO:
        return [0.0] * (1 + len(caso.componentes))
    origen = supuestos_base(caso)
    return [origen.cola_masa, *origen.cola_gasto]


def tasa_cola(caso: Caso) -> float:
    """Rate at which the tail is known."""
    return 0.035 if caso is PROPIO else supuestos_base(caso).tasa_cola


def escenario(indice: int) -> dict[str, Any]:
    """Default of every row of one scenario column; columns beyond the list are blank scenarios."""
    definido = indice <= len(ESCENARIOS)
    x = ESCENARIOS[indice - 1] if definido else Escenario("Propio")
    return {
        "nombre": x.nombre,
        "activo": plano.SI if definido else plano.NO,
        "tasa": x.tasa,
        "salarios": x.salarios,
        **{f"sigue_{g}": plano.SI if g in x.siguen_salarios else plano.NO for g in GRUPOS},
        **{f"gasto_{g}": x.gasto.get(g, 0.0) for g in GRUPOS},
        "prima_ingreso": x.prima_ingreso,
    }


@functools.cache
def celdas() -> tuple[tuple[str, Any], ...]:
    """Every input cell or block with a default: (defined name, value or rows)."""
    pares: list[tuple[str, Any]] = []
    for caso in plano.TODOS:
        pares += [(plano.nombre(caso, c), v) for c, v in supuestos(caso).items()]
        pares.append((plano.nombre(caso, "tasa_cola"), tasa_cola(caso)))
        pares.append((plano.nombre(caso, "colas"), [[v] for v in colas(caso)]))
        if caso is not PROPIO:
            datos = impresos(caso)
            pares.append((plano.nombre(caso, "anios_impresos"), [[float(a)] for a in datos.anios]))
            pares.append(
                (
                    plano.nombre(caso, "impresos"),
                    [
                        [m, *g]
                        for m, g in zip(datos.masa.tolist(), datos.gasto.tolist(), strict=True)
                    ],
                )
            )
    for i in range(1, plano.NUM_ESCENARIOS + 1):
        pares += [(plano.nombre_escenario(i, c), v) for c, v in escenario(i).items()]
    return tuple(pares)
