"""Section 2.3: the keys that spread the RJP, and the statements by insurance that they rebuild."""

from __future__ import annotations

import functools

import numpy as np

from pymodel import datos
from pymodel.conciliacion.ifa2005_a.comun import (
    ANIOS,
    DOCUMENTO,
    MDP,
    SEGUROS,
    Ficha,
    ficha,
    fuente,
    numerar,
)
from pymodel.conciliacion.ifa2005_a.estados import CUADROS, RENGLONES, comparativo, i8
from pymodel.conciliacion.registro import Par
from pymodel.mifa import comparativo as modelo
from pymodel.mifa import corto_plazo, estados, reparto
from pymodel.validacion import Vector

NOTA = (
    "Constantes calibradas: las claves de reparto del RJP, que el informe no imprime, y la razón "
    "1.0321 de gasto directo a RJP pagado."
)
CON, SIN = slice(0, None, 2), slice(1, None, 2)
CLAVE = {"efectivo": "2005_flujo", "directos": "2005_flujo", "otros": "2005_otros"}


def _efecto(cuadro: str, clave: str) -> Vector:
    """Con - sin RJP of a row, 2006-2008 (cash: sin - con)."""
    fila = comparativo(cuadro)[clave]
    return (fila[SIN] - fila[CON]) if clave == "efectivo" else (fila[CON] - fila[SIN])


def _participaciones(clave: str) -> Vector:
    """Shares in the printed total, % (3 years, 5 insurances)."""
    total = _efecto("I.6", clave)
    return 100.0 * np.array([_efecto(c, clave) for c in CUADROS.values()]).T / total[:, None]


def _participacion(clave: str, s: int) -> Ficha:
    """Half a unit of each printed figure moves the share of a small insurance by this much."""
    holgura = 100.0 * 1.0 / np.abs(_efecto("I.6", clave)) + 0.005

    return ficha(
        "calibrado",
        f"Participación de {SEGUROS[s]} en el RJP, {estados.COMPARATIVO.por_clave[clave].rotulo}, "
        "2006-2008",
        "% del total",
        lambda: (
            _participaciones(clave)[:, s],
            np.full(3, 100.0 * reparto.clave_rjp(CLAVE[clave])[s]),
        ),
        holgura,
        fuente("I.6", CUADROS[SEGUROS[s]]),
        nota=NOTA,
    )


def _total_gastos(s: int) -> Ficha:
    """Shares of the whole cost: a mix of both keys, year by year."""

    def calcular() -> Par:
        i = corto_plazo.insumos(DOCUMENTO)
        carga = modelo.carga_rjp(i.flujo_rjp, i.cnp, modelo.regla(DOCUMENTO))
        propio = (carga.directos + carga.otros)[:, s]
        return _participaciones("gastos")[:, s], 100.0 * propio / i.cnp

    return ficha(
        "calibrado",
        f"Participación de {SEGUROS[s]} en el costo neto del periodo, 2006-2008",
        "% del total",
        calcular,
        0.005,
        fuente("I.6", CUADROS[SEGUROS[s]]),
        nota=NOTA,
    )


def _diferencia(clave: str, s: int, i: int) -> Ficha:
    """Share times printed total, in pesos: the 45 differences of the digest."""
    return ficha(
        "calibrado",
        f"RJP de {SEGUROS[s]} en {ANIOS[i + 1]}, {estados.COMPARATIVO.por_clave[clave].rotulo}: "
        "clave × total impreso",
        MDP,
        lambda: (
            _efecto(CUADROS[SEGUROS[s]], clave)[i],
            reparto.reparto_rjp(float(_efecto("I.6", clave)[i]), CLAVE[clave])[s],
        ),
        1.0,
        fuente("I.6", CUADROS[SEGUROS[s]]),
        nota=NOTA,
    )


def _paso_i7_i8(s: int) -> Ficha:
    """From audited expense to expense with the full cost."""

    def calcular() -> Par:
        auditados = datos.tabla(DOCUMENTO, "cuadro_i_7").iloc[7, 2:].to_numpy(np.float64) / 1000
        pleno = i8("Total de Gastos")
        gasto = reparto.reparto_rjp(245_765.0 - auditados[-1], "2005_otros")
        return pleno[s], auditados[s] + gasto[s]

    return ficha(
        "calibrado",
        f"{SEGUROS[s]} 2005: egresos auditados (I.7) + clave × 68,247 = gastos plenos (I.8)",
        MDP,
        calcular,
        0.6 if SEGUROS[s] != "SEM" else 1.0,
        fuente("I.7", "I.8"),
        nota="Constante calibrada: la clave 2005_otros. El SEM del I.8 suma dos cifras impresas.",
    )


def _clave_implicita() -> Ficha:
    def calcular() -> Par:
        auditados = datos.tabla(DOCUMENTO, "cuadro_i_7").iloc[7, 2:-1].to_numpy(np.float64) / 1000
        brecha = i8("Total de Gastos") - auditados
        return 100.0 * brecha / brecha.sum(), 100.0 * reparto.clave_rjp("2005_otros")

    return ficha(
        "calibrado",
        "Participaciones implícitas en el paso del cuadro I.7 al I.8 = clave 2005_otros",
        "% del total",
        calcular,
        0.002,
        fuente("I.7", "I.8"),
        nota="Constante calibrada: la clave 2005_otros.",
    )


S23 = numerar(
    "2.3",
    [
        *(
            [_participacion(clave, s) for s in range(5)]
            for clave in ("efectivo", "directos", "otros")
        ),
        [_total_gastos(s) for s in range(5)],
        *(
            [_diferencia(clave, s, i) for s in range(5) for i in range(3)]
            for clave in ("efectivo", "directos", "otros")
        ),
        [_paso_i7_i8(s) for s in range(5)],
        [_clave_implicita()],
    ],
)


# --- Statements rebuilt from their input rows ---------------------------------------------------


@functools.cache
def _rehecho() -> tuple[modelo.Comparativo, modelo.Comparativo]:
    return corto_plazo.por_seguro(DOCUMENTO)


def _fila_modelo(s: int, clave: str, con: bool) -> Ficha:
    publicado = comparativo(CUADROS[SEGUROS[s]])[clave][CON if con else SIN]
    # Printed inputs round by half a unit each; a key, by half its last decimal of the total.
    unidades = {"gastos": 1.5, "excedente": 2.0, "efectivo": 2.5, "sobrante": 3.0}.get(clave, 1.0)
    holgura = np.full(3, unidades)
    if con:
        i = corto_plazo.insumos(DOCUMENTO)
        holgura = holgura + 0.5e-4 * (i.flujo_rjp if clave != "otros" else i.cnp * 0.1)
    return ficha(
        "calibrado" if con else "modelo",
        f"{SEGUROS[s]} {'con' if con else 'sin'} RJP, 2006-2008, desde los renglones insumo: "
        f"{estados.COMPARATIVO.por_clave[clave].rotulo}",
        MDP,
        lambda: (publicado, getattr(_rehecho()[0 if con else 1], clave)[:, s]),
        holgura,
        fuente("I.3", CUADROS[SEGUROS[s]]),
        nota=NOTA if con else "",
    )


CON_RJP = ("directos", "otros", "gastos", "excedente", "partidas", "efectivo", "sobrante")
SIN_RJP = ("gastos", "excedente", "efectivo", "sobrante")
assert {r.clave for r in RENGLONES} >= set(CON_RJP)

MODELO = numerar(
    "1.6",
    [
        [_fila_modelo(s, clave, True) for clave in CON_RJP]
        + [_fila_modelo(s, clave, False) for clave in SIN_RJP]
        for s in range(5)
    ],
)
