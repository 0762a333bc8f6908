"""Actuarial balance: assets, liabilities by generation and benefit, deficit or surplus."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike

from pymodel import validacion
from pymodel.errores import DatoInvalido, Descripcion
from pymodel.validacion import Vector

Concepto = tuple[str, float]


class Renglon(NamedTuple):
    """One line of the balance: concept, mdp, fraction of VPSF."""

    concepto: str
    monto: float
    fraccion_vpsf: float


def balance_actuarial(
    reserva: float,
    prima_ingreso: float,
    vpsf: float,
    pasivos: Sequence[Concepto],
    otros_activos: Sequence[Concepto] = (),
) -> list[Renglon]:
    """One-page solvency statement at the valuation date.

    Parameters
    ----------
    reserva : float             Reserve at the valuation date, mdp.
    prima_ingreso : float       Premium of income, decimal fraction of wages.
    vpsf : float                Present value of future wages, mdp, > 0.
    pasivos : [(concept, mdp)]          Present value of the obligations.
    otros_activos : [(concept, mdp)]    Other assets; in SIV the Federal Government's payments
                                        for pensión garantizada.

    Returns
    -------
    list of Renglon     Reserva; Aportaciones futuras; each other asset; Subtotal activo;
                        Déficit/(Superávit); Total activo; each liability; Total pasivo.

    Notes
    -----
    Aportaciones = prima_ingreso x VPSF. Déficit = liabilities - assets: positive is a deficit,
    negative a surplus. Every line is also a fraction of VPSF.

    References
    ----------
    IFA 2005, cuadros II.4, II.10, II.27 (L1336-1371, L1625-1658, L2390-2411); IFA 2010,
    cuadros I.5, II.12, III.5 (L874-954, L2649-2715, L3616-3687). Cuadro II.10 of 2005 leaves
    the reserve out of its subtotal; here it is always in.
    """
    saldo = validacion.numero(reserva, "reserva")
    prima = validacion.tasa(prima_ingreso, "prima_ingreso")
    base = validacion.numero(vpsf, "vpsf")
    if base <= 0.0:
        raise DatoInvalido("vpsf", base, "un valor presente de salarios futuros mayor que 0")
    if not pasivos:
        raise DatoInvalido(
            "pasivos", Descripcion("una tabla sin renglones"), "al menos un concepto y su monto"
        )
    activo = [("Reserva", saldo), ("Aportaciones futuras", prima * base)]
    activo += [
        (nombre, validacion.numero(monto, f"otros_activos, {nombre}"))
        for nombre, monto in otros_activos
    ]
    pasivo = [(n, validacion.numero(monto, f"pasivos, {n}")) for n, monto in pasivos]
    subtotal = sum(monto for _, monto in activo)
    total = sum(monto for _, monto in pasivo)
    renglones = [
        *activo,
        ("Subtotal activo", subtotal),
        ("Déficit/(Superávit)", total - subtotal),
        ("Total activo", total),
        *pasivo,
        ("Total pasivo", total),
    ]
    return [Renglon(concepto, monto, monto / base) for concepto, monto in renglones]


def aportaciones_por_generacion(prima_ingreso: float, vps: ArrayLike) -> Vector:
    """Future contributions of each generation, mdp.

    Parameters
    ----------
    prima_ingreso : float       Decimal fraction of wages.
    vps : array (g,)            Present value of the wages of each generation, mdp.

    Returns
    -------
    array (g,)                  mdp.

    References
    ----------
    IFA 2005, L1344-1351: transición, actual Ley 97 and futura.
    """
    return validacion.tasa(prima_ingreso, "prima_ingreso") * validacion.vector(vps, "vps")


def salarios_por_generacion(prima_ingreso: float, aportaciones: ArrayLike) -> Vector:
    """Present value of the wages of each generation implied by its contributions.

    Parameters
    ----------
    prima_ingreso : float       Decimal fraction of wages, > 0.
    aportaciones : array (g,)   Future contributions of each generation, mdp.

    Returns
    -------
    array (g,)                  mdp; the inverse of :func:`aportaciones_por_generacion`.
    """
    prima = validacion.tasa(prima_ingreso, "prima_ingreso")
    if prima <= 0.0:
        raise DatoInvalido("prima_ingreso", prima, "una prima mayor que 0")
    return validacion.vector(aportaciones, "aportaciones") / prima


def pasivos_por_generacion(
    generacion: Sequence[str], prestacion: Sequence[str], monto: ArrayLike
) -> pd.DataFrame:
    """Cross table of liabilities: benefits in rows, generations in columns, with totals.

    Parameters
    ----------
    generacion, prestacion : sequences (n,)     Labels of each liability.
    monto : array (n,)                          mdp.

    Returns
    -------
    DataFrame       Benefits in order of appearance plus "Total"; same for the generations.
    """
    montos = validacion.vector(monto, "monto")
    if not len(generacion) == len(prestacion) == montos.size:
        raise DatoInvalido(
            "generacion, prestacion y monto",
            Descripcion(f"{len(generacion)}, {len(prestacion)} y {montos.size} valores"),
            "la misma cantidad en los tres",
        )
    renglones, columnas = list(dict.fromkeys(prestacion)), list(dict.fromkeys(generacion))
    cuadro = np.zeros((len(renglones) + 1, len(columnas) + 1))
    for g, p, m in zip(generacion, prestacion, montos, strict=True):
        cuadro[renglones.index(p), columnas.index(g)] += m
    cuadro[:-1, -1] = cuadro[:-1].sum(axis=1)
    cuadro[-1] = cuadro[:-1].sum(axis=0)
    return pd.DataFrame(cuadro, index=[*renglones, "Total"], columns=[*columnas, "Total"])
