"""Section C10: the actuarial balances at 100 years (cuadros I.5, II.12, III.5)."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable
from typing import NamedTuple

import numpy as np

from pymodel import balance, datos
from pymodel.conciliacion.ifa2010_a import valores_presentes as vpr
from pymodel.conciliacion.ifa2010_a.comun import (
    DOCUMENTO,
    DOS_DECIMALES,
    TRES_DECIMALES,
    Ficha,
    clave,
    ficha,
    fuente,
    numerar,
    supuesto,
)
from pymodel.conciliacion.registro import Par


class Seguro(NamedTuple):
    """A balance, the table of its flows and its rows, by printed number."""

    nombre: str
    balance: str
    flujos: str
    componentes: str
    clave: str
    decimales: float
    aportaciones: int
    desfinanciamiento: int
    pasivo: int
    # Rows whose sum the table prints as the total of liabilities.
    partes: tuple[int, ...]
    otros_activos: int | None = None


SEGUROS = (
    Seguro("SRT", "I.5", "I.4", "bcde", "srt", DOS_DECIMALES, 2, 4, 19, (14, 15, 16, 17, 18)),
    Seguro("GMP", "II.12", "II.10", "b", "gmp", TRES_DECIMALES, 2, 4, 17, (15, 16)),
    Seguro("SIV", "III.5", "III.4", "bc", "siv", DOS_DECIMALES, 2, 5, 14, (12, 13), 3),
)
MODELO = SEGUROS[1]
CALIBRADOS = (SEGUROS[0], SEGUROS[2])

_NUMERO = re.compile(r"\((\d+)\)")
_FORMULA = re.compile(r"\((\d+)\)=((?:[+-]?\(\d+\))+)")
_TERMINO = re.compile(r"([+-]?)\((\d+)\)")


@functools.cache
def _renglones(cuadro: str) -> dict[int, tuple[str, float, float]]:
    """Printed number of the row -> label, amount, % of VPSF (NaN where lost)."""
    df = datos.tabla(DOCUMENTO, clave(cuadro))
    renglones = {}
    for f in df[["Concepto", "Monto", "VPSF1/ (%)"]].itertuples(index=False):
        numero = _NUMERO.search(str(f[0]))
        if numero is None:
            raise ValueError(f"{cuadro}: {f[0]}")
        renglones[int(numero[1])] = (str(f[0]), float(f[1]), float(f[2]))
    return renglones


def monto(cuadro: str, renglon: int) -> float:
    """Printed amount of a row, mdp of 2010."""
    return _renglones(cuadro)[renglon][1]


def _rotulo(cuadro: str, renglon: int) -> str:
    """Label without the printed formula."""
    return _renglones(cuadro)[renglon][0].partition(" (")[0]


# --- Sums and percentages of the printed table ------------------------------------------------


def _suma(cuadro: str, renglon: int, terminos: list[tuple[str, str]]) -> Ficha:
    def calcular() -> Par:
        suma = sum((-1.0 if s == "-" else 1.0) * monto(cuadro, int(n)) for s, n in terminos)
        return monto(cuadro, renglon), suma

    formula = "".join(f"{s}({n})" for s, n in terminos)
    return ficha(
        "identidad",
        f"{_rotulo(cuadro, renglon)}: ({renglon}) = {formula}",
        "mdp de 2010",
        calcular,
        1.0,
        fuente(cuadro),
    )


def _sumas(seguro: Seguro) -> list[Ficha]:
    fichas = []
    for numero, (rotulo, _, _) in _renglones(seguro.balance).items():
        formula = _FORMULA.search(rotulo)
        if formula is not None:
            fichas.append(_suma(seguro.balance, numero, _TERMINO.findall(formula[2])))
    return fichas


def _porcentajes(seguro: Seguro) -> Ficha:
    def calcular() -> Par:
        filas = [f for f in _renglones(seguro.balance).values() if not np.isnan(f[2])]
        impresos = np.array([f[2] for f in filas])
        montos = np.array([f[1] for f in filas])
        return impresos, 100.0 * montos / vpr.vp_impreso(seguro.flujos, "a", 100)

    return ficha(
        "identidad",
        f"Cada renglón en % del VPSF a 100 años: {seguro.nombre}",
        "% del VPSF",
        calcular,
        seguro.decimales,
        fuente(seguro.balance, seguro.flujos),
        nota="El porcentaje del nivel de desfinanciamiento se perdió en la fuente y queda fuera."
        if seguro.balance == "I.5"
        else "",
    )


# --- The balance of the model -----------------------------------------------------------------

APORTACIONES, DEFICIT = "Aportaciones futuras", "Déficit/(Superávit)"


def _prima(seguro: Seguro) -> float:
    return supuesto(f"prima_ingreso_{seguro.clave}")


def _reserva(seguro: Seguro) -> float:
    return supuesto(f"reserva_{seguro.clave}")


@functools.cache
def _balance_de_impresos(seguro: Seguro) -> dict[str, balance.Renglon]:
    """Our balance from the printed VPSF and liabilities, by concept."""
    pasivos = [(f"({n})", monto(seguro.balance, n)) for n in seguro.partes]
    otros = [("PG", monto(seguro.balance, n)) for n in [seguro.otros_activos] if n is not None]
    vpsf = vpr.vp_impreso(seguro.flujos, "a", 100)
    return _por_concepto(
        balance.balance_actuarial(_reserva(seguro), _prima(seguro), vpsf, pasivos, otros)
    )


@functools.cache
def _balance_de_flujos(seguro: Seguro) -> dict[str, balance.Renglon]:
    """Our balance end to end; with the calibrated run-off where the report includes it."""
    extincion = seguro is not MODELO

    def valor(letra: str) -> float:
        previo = vpr.vp(seguro.flujos, letra, 100)
        return previo + (vpr.cola(seguro.flujos, letra) if extincion else 0.0)

    # SIV flows are net of pensión garantizada, so the line on the asset side is not needed.
    pasivos = [(vpr.CONCEPTOS[seguro.flujos, letra], valor(letra)) for letra in seguro.componentes]
    return _por_concepto(
        balance.balance_actuarial(_reserva(seguro), _prima(seguro), valor("a"), pasivos)
    )


def _por_concepto(renglones: list[balance.Renglon]) -> dict[str, balance.Renglon]:
    return {r.concepto: r for r in renglones}


def _comparar(
    tipo: str,
    seguro: Seguro,
    concepto: str,
    renglon: int,
    origen: Callable[[Seguro], dict[str, balance.Renglon]],
    tolerancia: float,
    *,
    relativa: bool = False,
    nota: str = "",
) -> Ficha:
    de = "de los flujos anuales" if origen is _balance_de_flujos else "con el VPSF impreso"
    return ficha(
        tipo,
        f"Balance a 100 años, {concepto.lower()}, {de}: {seguro.nombre}",
        "mdp de 2010",
        lambda: (monto(seguro.balance, renglon), origen(seguro)[concepto].monto),
        tolerancia,
        fuente(seguro.balance, seguro.flujos),
        relativa=relativa,
        metodo=vpr.METODO if origen is _balance_de_flujos else "",
        nota=nota,
    )


def _de_impresos(seguro: Seguro) -> list[Ficha]:
    return [
        _comparar("identidad", seguro, concepto, renglon, _balance_de_impresos, 1.0)
        for concepto, renglon in (
            (APORTACIONES, seguro.aportaciones),
            (DEFICIT, seguro.desfinanciamiento),
        )
    ]


def _modelo() -> list[Ficha]:
    estricta, holgada = vpr.tolerancia_vp("II.10", "a"), vpr.tolerancia_vp("II.10", "b")
    montos = [
        _comparar(
            "modelo", MODELO, concepto, renglon, _balance_de_flujos, tolerancia, relativa=True
        )
        for concepto, renglon, tolerancia in (
            (APORTACIONES, MODELO.aportaciones, estricta),
            ("Total pasivo", MODELO.pasivo, holgada),
            (DEFICIT, MODELO.desfinanciamiento, holgada),
        )
    ]
    fraccion = ficha(
        "modelo",
        "Balance a 100 años, nivel de desfinanciamiento en % del VPSF, de los flujos: GMP",
        "% del VPSF",
        lambda: (
            _renglones("II.12")[MODELO.desfinanciamiento][2],
            100.0 * _balance_de_flujos(MODELO)[DEFICIT].fraccion_vpsf,
        ),
        holgada,
        fuente("II.12", "II.10"),
        relativa=True,
        metodo=vpr.METODO,
    )
    return [*montos, fraccion]


def _calibrado(seguro: Seguro) -> list[Ficha]:
    nota = (
        "Constantes calibradas: las colas después de 2110 del gasto y de los salarios, conocidas "
        "por diferencia con lo impreso."
    )
    return [
        _comparar("calibrado", seguro, concepto, renglon, _balance_de_flujos, 1.0, nota=nota)
        for concepto, renglon in (
            (APORTACIONES, seguro.aportaciones),
            (DEFICIT, seguro.desfinanciamiento),
        )
    ]


# --- Balance against the table of flows -------------------------------------------------------


def _contra_flujos(
    descripcion: str, cuadro: str, renglones: tuple[int, ...], letra: str, flujos: str
) -> Ficha:
    """Rows of the balance (negative number: subtracted) against a printed present value."""
    return ficha(
        "identidad",
        descripcion,
        "mdp de 2010",
        lambda: (
            vpr.vp_impreso(flujos, letra, 100),
            sum(np.sign(n) * monto(cuadro, abs(n)) for n in renglones),
        ),
        0.0,
        fuente(cuadro, flujos),
    )


def _cruces() -> list[Ficha]:
    return [
        _contra_flujos("SRT: total de pensiones (14) = VP de I.4 (b)", "I.5", (14,), "b", "I.4"),
        _contra_flujos("SRT: corto plazo (15) + (16) = VP de I.4 (c)", "I.5", (15, 16), "c", "I.4"),
        _contra_flujos("SRT: especie (17) = VP de I.4 (d)", "I.5", (17,), "d", "I.4"),
        _contra_flujos("SRT: administrativo (18) = VP de I.4 (e)", "I.5", (18,), "e", "I.4"),
        _contra_flujos("SRT: total (19) = VP de I.4 (f)", "I.5", (19,), "f", "I.4"),
        _contra_flujos("GMP: total (17) = VP de II.10 (b)", "II.12", (17,), "b", "II.10"),
        _contra_flujos("SIV: administrativo (13) = VP de III.4 (c)", "III.5", (13,), "c", "III.4"),
        _contra_flujos(
            "SIV: total (14) - PG (3) = VP de III.4 (d)", "III.5", (14, -3), "d", "III.4"
        ),
    ]


def _c10() -> list[Ficha]:
    fichas = [f for seguro in SEGUROS for f in _sumas(seguro)]
    fichas += [_porcentajes(seguro) for seguro in SEGUROS]
    fichas += _cruces()
    fichas += [f for seguro in SEGUROS for f in _de_impresos(seguro)]
    fichas += _modelo()
    fichas += [f for seguro in CALIBRADOS for f in _calibrado(seguro)]
    return fichas


C10 = numerar("C10", _c10())
