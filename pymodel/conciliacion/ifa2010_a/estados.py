"""Sections C11 and C12: short-term tables of the insurances and the key that spreads the RJP."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import NamedTuple

import numpy as np

from pymodel import datos
from pymodel.conciliacion.ifa2010_a.comun import (
    DOCUMENTO,
    DOS_DECIMALES,
    Ficha,
    clave,
    ficha,
    fuente,
    numerar,
    renglon,
    supuesto,
)
from pymodel.conciliacion.registro import Par
from pymodel.validacion import Vector

CORTO_PLAZO = {"I.2": "SRT", "II.2": "SEM", "III.2": "SIV"}
# Cash RJP also needs the tables of SGPS and SSFAM.
TODOS_CORTO_PLAZO = (*CORTO_PLAZO, "IV.2", "V.2")
ESTADOS = {"I.1": "SRT", "II.1": "SEM", "III.1": "SIV", "IV.1": "SGPS", "V.1": "SSFAM"}
ANIOS = 3


class CortoPlazo(NamedTuple):
    """Rows of a short-term table; each array is con RJP (3 years) and then sin RJP (3 years)."""

    ingresos: Vector
    gastos: Vector
    directos: Vector
    otros: Vector
    excedente: Vector
    sin_recursos: Vector
    efectivo: Vector
    reservas: Vector
    sobrante: Vector


@functools.cache
def corto_plazo(cuadro: str) -> CortoPlazo:
    """The nine rows of a short-term table, current mdp; all the tables print them in this order."""
    numeros = datos.tabla(DOCUMENTO, clave(cuadro)).iloc[:, 1:].to_numpy(np.float64)
    con, sin = numeros[:, 0::2], numeros[:, 1::2]
    return CortoPlazo(*np.hstack([con, sin]))


def con(fila: Vector) -> Vector:
    """The three years con RJP."""
    return fila[:ANIOS]


def sin(fila: Vector) -> Vector:
    """The three years sin RJP."""
    return fila[ANIOS:]


@functools.cache
def estado(cuadro: str) -> dict[str, tuple[float, float]]:
    """Statement of 2010: concept -> (registro parcial, registro pleno), mdp."""
    df = datos.tabla(DOCUMENTO, clave(cuadro))
    return {str(c): (float(p), float(q)) for c, p, q in df.iloc[:, 1:4].itertuples(index=False)}


# --- C11 --------------------------------------------------------------------------------------


# Printed row, and its sum.
IDENTIDADES: dict[str, Callable[[CortoPlazo], Par]] = {
    "gastos directos + otros gastos = total (2)": lambda t: (t.gastos, t.directos + t.otros),
    "excedente (3) = (1) - (2)": lambda t: (t.excedente, t.ingresos - t.gastos),
    "efectivo (5) = (3) + (4)": lambda t: (t.efectivo, t.excedente + t.sin_recursos),
    "sobrante (7) = (5) - (6)": lambda t: (t.sobrante, t.efectivo - t.reservas),
}


def _identidad(cuadro: str, nombre: str) -> Ficha:
    return ficha(
        "identidad",
        f"{CORTO_PLAZO[cuadro]} 2011-2013, con y sin RJP: {nombre}",
        "mdp corrientes",
        lambda: IDENTIDADES[nombre](corto_plazo(cuadro)),
        0.0,
        fuente(cuadro),
    )


def _sin_recursos(cuadro: str) -> Ficha:
    def calcular() -> Par:
        t = corto_plazo(cuadro)
        return con(t.sin_recursos), con(t.otros) - sin(t.otros)

    return ficha(
        "identidad",
        f"{CORTO_PLAZO[cuadro]} 2011-2013: partidas que no requieren recursos (4) = otros gastos "
        "con RJP - sin RJP",
        "mdp corrientes",
        calcular,
        1.0 if cuadro == "III.2" else 0.0,
        fuente(cuadro),
    )


def _c11() -> list[Ficha]:
    return [
        *(_identidad(cuadro, nombre) for cuadro in CORTO_PLAZO for nombre in IDENTIDADES),
        *(_sin_recursos(cuadro) for cuadro in CORTO_PLAZO),
    ]


# --- C12 --------------------------------------------------------------------------------------


def _rjp_pagado() -> Vector:
    """Cash RJP of the five insurances, 2011-2013, current mdp."""
    tablas = [corto_plazo(c) for c in TODOS_CORTO_PLAZO]
    total: Vector = np.sum([con(t.directos) - sin(t.directos) for t in tablas], axis=0)
    return total


def _rjp_mifa() -> Vector:
    """RJP of the MIFA, 2011-2013, mdp of 2011."""
    return renglon("C.3", "Régimen de Jubilaciones y Pensiones")[:ANIOS]


def _participaciones(concepto: str, columna: int) -> Vector:
    """Share of each insurance in a line of the statements, %."""
    montos = np.array([estado(c)[concepto][columna] for c in ESTADOS])
    return 100.0 * montos / montos.sum()


def _claves() -> Vector:
    return 100.0 * np.array(
        [supuesto(f"clave_personal_{seguro.lower()}") for seguro in ESTADOS.values()]
    )


def _clave(concepto: str, columna: int, registro: str, falla_esperada: str = "") -> Ficha:
    return ficha(
        "calibrado",
        f"Reparto entre los cinco seguros de «{concepto}» ({registro}) según la clave única",
        "% del total",
        lambda: (_participaciones(concepto, columna), _claves()),
        DOS_DECIMALES,
        fuente(*ESTADOS),
        nota="Constantes calibradas: la clave de reparto (SRT 4.69, SEM 88.66, SIV 0.61, SGPS "
        "3.04, SSFAM 3.00 %), que el informe no imprime.",
        falla_esperada=falla_esperada,
    )


def _deflactores() -> Par:
    """Accumulated December inflation of the MIFA, and the deflator that both models imply."""
    inflacion = [supuesto("mifa_inflacion_dic_dic", anio) for anio in (2012, 2013)]
    return np.cumprod(1.0 + np.array(inflacion)), (_rjp_pagado() / _rjp_mifa())[1:]


def _c12() -> list[Ficha]:
    obligaciones = "Costo de obligaciones laborales"
    return [
        ficha(
            "identidad",
            "RJP pagado en 2011 por los cinco seguros (gastos directos con - sin RJP) = RJP del "
            "MIFA",
            "mdp de 2011",
            lambda: (_rjp_mifa()[0], _rjp_pagado()[0]),
            0.0,
            fuente("C.3", *TODOS_CORTO_PLAZO),
        ),
        _clave("Servicios de personal", 0, "registro parcial"),
        _clave("Pagos al personal jubilado", 0, "registro parcial"),
        _clave(obligaciones, 1, "registro pleno"),
        _clave(
            obligaciones,
            0,
            "registro parcial",
            falla_esperada="La clave no rige el registro parcial de este costo: reparte 4.78, "
            "87.46, 0.77, 4.06 y 2.93 %.",
        ),
        ficha(
            "calibrado",
            "Deflactor de 2012 y 2013 implícito entre el RJP corriente y el del MIFA, contra la "
            "inflación diciembre-diciembre acumulada",
            "índice, 2011 = 1",
            _deflactores,
            0.005,
            fuente("C.3", "II.3", *TODOS_CORTO_PLAZO),
            nota="Constantes calibradas: 1.0394 y 1.0787, que el informe no imprime; se acercan a "
            "la inflación supuesta pero no la igualan.",
        ),
    ]


C11 = numerar("C11", _c11())
C12 = numerar("C12", _c12())
