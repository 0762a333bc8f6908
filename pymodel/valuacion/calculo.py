"""One valuation: present values, premiums, balance gap and reserve, with the tail apart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from pymodel import balance, finanzas, primas
from pymodel.errores import DatoInvalido, Descripcion
from pymodel.validacion import Vector
from pymodel.valuacion.casos import IMSS, Caso
from pymodel.valuacion.flujos import Flujos
from pymodel.valuacion.publicado import publicado
from pymodel.valuacion.supuestos import Supuestos


@dataclass(frozen=True)
class Valuacion:
    """Results of one valuation; mdp of its price base and decimal fractions of wages.

    Parameters
    ----------
    vpsf : float                    Present value of wages, tail included.
    vp_gasto : array (k,)           Present value of each component, tail included.
    cola_masa, cola_gasto           What of both lies beyond the last year.
    primas : array (k,)             Level premium of each component.
    prima_nivelada : float          Level premium of what the IMSS pays.
    prima_nivelada_corta : float    The same over the second horizon.
    prima_promedio : float          Undiscounted average premium of what the IMSS pays.
    balance : list of Renglon       Actuarial balance at the main horizon.
    deficit : float                 Liabilities less assets (negative: surplus).
    """

    vpsf: float
    vp_gasto: Vector
    cola_masa: float
    cola_gasto: Vector
    primas: Vector
    prima_nivelada: float
    prima_nivelada_corta: float
    prima_promedio: float
    balance: list[balance.Renglon]
    deficit: float

    def vp_gasto_imss(self, caso: Caso) -> float:
        """Present value of what the IMSS pays, mdp."""
        return float(self.vp_gasto[[c.a_cargo == IMSS for c in caso.componentes]].sum())

    def cola_gasto_imss(self, caso: Caso) -> float:
        """Tail of what the IMSS pays, mdp."""
        return float(self.cola_gasto[[c.a_cargo == IMSS for c in caso.componentes]].sum())


def valuar(
    caso: Caso,
    flujos: Flujos,
    supuestos: Supuestos,
    *,
    referencia: Flujos | None = None,
    crecimiento_adicional: Sequence[float] | None = None,
) -> Valuacion:
    """Value yearly flows under the given assumptions.

    Parameters
    ----------
    caso : Caso             Components and who pays them.
    flujos : Flujos         Yearly flows, mdp; n >= the main horizon of the assumptions.
    supuestos : Supuestos   Rate, horizon, convention, tail, premium, reserve.
    referencia : Flujos     Flows from which the calibrated tail was obtained, if `flujos` were
                            re-indexed; default `flujos`.
    crecimiento_adicional : sequence (1 + k,)   Extra yearly growth of wages and of each
                            component that also moves what follows the last year; default 0.

    Raises
    ------
    DatoInvalido            Horizon beyond the flows; a tail that does not converge.

    References
    ----------
    IFA 2005, L1071-1073, L1317, L1610; IFA 2010, L498-506, L705-707, L785-808.
    """
    n = flujos.masa.size
    for nombre in ("horizonte", "horizonte_corto"):
        if getattr(supuestos, nombre) > n:
            raise DatoInvalido(
                nombre,
                getattr(supuestos, nombre),
                f"{n} años o menos, los que tienen los flujos",
            )
    if supuestos.cola_gasto and len(supuestos.cola_gasto) != len(caso.componentes):
        raise DatoInvalido(
            "cola_gasto",
            Descripcion(f"{len(supuestos.cola_gasto)} valores"),
            f"{len(caso.componentes)}, uno por componente",
        )
    series = np.column_stack([flujos.masa, flujos.gasto])
    base = flujos if referencia is None else referencia
    ultimos = np.concatenate([[base.masa[-1]], base.gasto[-1]])
    extra = (
        np.zeros(series.shape[1])
        if crecimiento_adicional is None
        else np.asarray(crecimiento_adicional, dtype=np.float64)
    )
    h, hc = supuestos.horizonte, supuestos.horizonte_corto
    colas = _tails(series[:h], supuestos, _growth(supuestos, ultimos, h == n, n), extra)
    vp = _present_values(series[:h], supuestos) + colas
    # The run-off follows the last printed year, so the second horizon never takes it.
    corta = _present_values(series[:hc], supuestos) + _tails(
        series[:hc], supuestos, _growth(supuestos, ultimos, False, n), extra
    )
    del_imss = np.array([c.a_cargo == IMSS for c in caso.componentes])
    gasto_imss = flujos.gasto[:h, del_imss].sum(axis=1)
    renglones = _balance(caso, supuestos, float(vp[0]), vp[1:])
    return Valuacion(
        vpsf=float(vp[0]),
        vp_gasto=vp[1:],
        cola_masa=float(colas[0]),
        cola_gasto=colas[1:],
        primas=vp[1:] / vp[0],
        prima_nivelada=float(vp[1:][del_imss].sum() / vp[0]),
        prima_nivelada_corta=float(corta[1:][del_imss].sum() / corta[0]),
        prima_promedio=float(primas.prima_promedio(gasto_imss, flujos.masa[:h])),
        balance=renglones,
        deficit=next(r.monto for r in renglones if r.concepto == "Déficit/(Superávit)"),
    )


def _present_values(series: Vector, s: Supuestos) -> Vector:
    vp: Vector = finanzas.factores_descuento(series.shape[0], s.tasa, s.convencion) @ series
    return vp


def _growth(s: Supuestos, ultimos: Vector, completo: bool, n: int) -> list[float | None]:
    """Growth of each series after its last year; None where nothing follows.

    A run-off is known at one rate only; its implied growth carries it to another.
    """
    if s.perpetuidad:
        return [s.crecimiento] * ultimos.size
    conocidas = (s.cola_masa, *s.cola_gasto)
    if not completo or not any(conocidas):
        return [None] * ultimos.size
    descuento = finanzas.factores_descuento(n, s.tasa_cola)[-1]
    return [
        finanzas.crecimiento_implicito(float(u * descuento), c, s.tasa_cola) if c else None
        for u, c in zip(ultimos, conocidas, strict=True)
    ]


def _tails(
    series: Vector, s: Supuestos, crecimientos: Sequence[float | None], extra: Vector
) -> Vector:
    """Present value of what follows the last year of each series."""
    descuento = finanzas.factores_descuento(series.shape[0], s.tasa, s.convencion)[-1]
    colas = np.zeros(series.shape[1])
    for j, (g, delta) in enumerate(zip(crecimientos, extra, strict=True)):
        if g is None:
            continue
        total = (1.0 + g) * (1.0 + delta) - 1.0
        if total >= s.tasa:
            raise DatoInvalido(
                "crecimiento",
                Descripcion(f"{total:.4f} después del último año"),
                f"un crecimiento menor que la tasa de descuento ({s.tasa:g})",
            )
        colas[j] = series[-1, j] * descuento * (1.0 + total) / (s.tasa - total)
    return colas


def _balance(caso: Caso, s: Supuestos, vpsf: float, vp: Vector) -> list[balance.Renglon]:
    """Balance with gross liabilities; the Federal Government's pensión garantizada is an asset."""
    pasivos = [
        (c.nombre, float(v)) for c, v in zip(caso.componentes, vp, strict=True) if c.a_cargo == IMSS
    ]
    pg = pension_garantizada(caso, vp)
    otros = []
    if pg:
        pasivos.append(("Pensión garantizada a cargo del Gobierno Federal", pg))
        otros.append(("Ingresos del Gobierno Federal por pensión garantizada", pg))
    return balance.balance_actuarial(s.reserva, s.prima_ingreso, vpsf, pasivos, otros)


def pension_garantizada(caso: Caso, vp: Vector) -> float:
    """Present value of what the Federal Government pays for pensión garantizada, mdp.

    Notes
    -----
    SIV 2005: present value of the column costo fiscal. SIV 2010 prints no such column: the
    printed amount over the printed VP of pensions is an input (insumo), applied to the computed
    VP. It stands on both sides of the balance and does not move the deficit.
    """
    a_cargo = [j for j, c in enumerate(caso.componentes) if c.a_cargo != IMSS]
    if a_cargo:
        return float(vp[a_cargo].sum())
    if caso.clave == "siv_2010":
        oficial = publicado(caso)
        return oficial.pension_garantizada / oficial.vp_gasto[0] * float(vp[0])
    return 0.0
