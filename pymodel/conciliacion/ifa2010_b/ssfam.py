"""Block H: statement, short term and fees of the SSFAM, cuadros V.1 to V.3 (B125-B134)."""

from __future__ import annotations

from functools import partial

import numpy as np

from pymodel import datos
from pymodel.conciliacion.ifa2010_b.impresos import (
    UN_DECIMAL,
    cuadro,
    fila,
    fuente,
    verificacion,
)
from pymodel.conciliacion.ifa2010_b.sgps import (
    CASCADA,
    gastos_sumados,
    partidas_sin_recursos,
    paso,
)
from pymodel.conciliacion.registro import Par, Verificacion

# --- Statement of 2010 and short term ----------------------------------------------------------


def _resultado_parcial() -> Par:
    ingresos = fila("V.1", "Total de ingresos")[0]
    return fila("V.1", "Excedente")[0], ingresos - fila("V.1", "Total de gastos")[0]


def _gastos_entre_ingresos() -> Par:
    return 1071.6, 100.0 * fila("V.1", "Total de gastos")[1] / fila("V.1", "Total de ingresos")[1]


def _gastos_2011() -> Par:
    con_rjp = 0
    return 640.7, (
        100.0
        * fila("V.2", "Total de gastos (2)")[con_rjp]
        / fila("V.2", "Total de ingresos")[con_rjp]
    )


def _cascada() -> Par:
    pares = [paso("V.2", r) for r in CASCADA]
    publicado = [np.ravel(p) for p, _ in pares]
    calculado = [np.ravel(c) for _, c in pares]
    cuarto = partidas_sin_recursos("V.2")
    return np.concatenate([*publicado, np.ravel(cuarto[0])]), np.concatenate(
        [*calculado, np.ravel(cuarto[1])]
    )


# --- Fees (V.3) --------------------------------------------------------------------------------


def _aumento_cuota(grupo: str) -> Par:
    df = cuadro("V.3")
    de_2010, de_2011 = df[df["grupo_de_edad"] == grupo][["2010", "2011"]].to_numpy(np.float64)[0]
    inflacion = datos.inpc_diciembre(2010) / datos.inpc_diciembre(2009) - 1.0
    return 100.0 * (de_2011 / de_2010 - 1.0), 100.0 * inflacion


V_1, V_2, V_3 = (fuente(f"V.{n}") for n in range(1, 4))
IMPRESO_20_39 = (
    "Defecto del informe: la cuota de 20 a 39 años de 2011 crece 4.36 %; las otras tres, 4.40 %."
)

VERIFICACIONES: tuple[Verificacion, ...] = (
    verificacion(
        125,
        "identidad",
        "SSFAM 2010: gastos con registro parcial, suma de renglones",
        "mdp de 2010",
        lambda: (fila("V.1", "Total de gastos")[0], gastos_sumados("V.1")[0]),
        1,
        V_1,
    ),
    verificacion(
        126,
        "identidad",
        "SSFAM 2010: gastos con registro pleno, suma de renglones",
        "mdp de 2010",
        lambda: (fila("V.1", "Total de gastos")[1], gastos_sumados("V.1")[1]),
        0,
        V_1,
    ),
    verificacion(
        127,
        "identidad",
        "SSFAM 2010: resultado con registro parcial",
        "mdp de 2010",
        _resultado_parcial,
        1,
        V_1,
    ),
    verificacion(
        128,
        "identidad",
        "SSFAM 2010: gasto pleno entre ingresos, contra el texto",
        "%",
        _gastos_entre_ingresos,
        UN_DECIMAL,
        f"{V_1}; L5657-5737",
    ),
    verificacion(
        129,
        "identidad",
        "SSFAM 2011: gastos con RJP entre ingresos, contra el texto",
        "%",
        _gastos_2011,
        UN_DECIMAL,
        f"{V_2}; L5747-5826",
    ),
    verificacion(
        130,
        "identidad",
        "SSFAM 2011-2013: cascada (2), (3), (5), (7) y (4)",
        "mdp corrientes",
        _cascada,
        0,
        V_2,
    ),
    *(
        verificacion(
            131 + i,
            "modelo",
            f"Aumento de 2011 de la cuota de {g} años = INPC de 2010",
            "%",
            partial(_aumento_cuota, g),
            0.02,
            f"{V_3}; INPC de referencia/inpc.csv",
            falla_esperada=IMPRESO_20_39 if g == "20 a 39" else "",
        )
        for i, g in enumerate(("0 a 19", "20 a 39", "40 a 59", "60 y más"))
    ),
)
