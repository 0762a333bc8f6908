"""Wages, contributions and premiums of each generation (M8)."""

from __future__ import annotations

from functools import partial

import numpy as np

from pymodel import balance
from pymodel.conciliacion.ifa2005_b import balances
from pymodel.conciliacion.ifa2005_b import comun as c
from pymodel.conciliacion.ifa2005_b.balances import GMP, SIV, SRT, Balance, salarios
from pymodel.conciliacion.ifa2005_b.comun import celda, contra, supuesto, verificacion
from pymodel.conciliacion.ifa2005_b.primas import DOS_DECIMALES
from pymodel.conciliacion.ifa2005_b.valores_presentes import cola
from pymodel.conciliacion.registro import Par, Verificacion
from pymodel.validacion import Vector


def _vps(b: Balance, prima: str) -> Par:
    return b.vpsf_impreso(), salarios(b, prima).sum()


def _subsidios(b: Balance, concepto: str, prima: str, tasa: str) -> Par:
    return b.montos(b.prestacion(concepto)), supuesto(tasa) * salarios(b, prima)


def _aportaciones_gmp() -> Par:
    vps = salarios(SIV, "prima_ingreso_siv")
    # GMP values the same wages without the perpetuity, all of it of future workers.
    vps[-1] -= cola(c.SIV_SALARIOS)
    return GMP.montos(GMP.aportaciones), balance.aportaciones_por_generacion(
        supuesto("prima_ingreso_gmp"), vps
    )


def prima_pensiones(b: Balance, prima: str) -> Vector:
    """Premium of pensions of each generation, % of its wages."""
    return 100 * b.montos(b.prestacion(balances.PENSIONES)) / salarios(b, prima)


def _prima_media(b: Balance, prima: str) -> float:
    """Premiums of pensions by generation, averaged with the wages of each, %."""
    return float(np.average(prima_pensiones(b, prima), weights=salarios(b, prima)))


def _generaciones() -> list[Verificacion]:
    # Rounding of three contributions to millions, over the premium.
    vpsf = [
        ("M8-01", SRT, "prima_ingreso_srt", 80, "cuadros II.3 y II.4, L1317 y L1348-1350"),
        ("M8-02", SIV, "prima_ingreso_siv", 60, "cuadros II.9 y II.10, L1610 y L1636-1638"),
        ("M8-03", GMP, "prima_ingreso_gmp", 100, "cuadros II.26 y II.27, L2372 y L2400-2402"),
    ]
    entradas = [
        verificacion(
            clave,
            "identidad",
            f"{b.nombre}: los salarios por generación (aportaciones/prima) suman el VPSF",
            partial(_vps, b, prima),
            tolerancia,
            fuente,
            nota="Tolerancia: tres medias unidades de las aportaciones impresas, entre la prima.",
        )
        for clave, b, prima, tolerancia, fuente in vpsf
    ]
    subsidios = [
        ("M8-04", SRT, balances.SUBSIDIOS_SRT, "prima_ingreso_srt", "subsidios_ayudas_srt"),
        ("M8-05", SIV, balances.SUBSIDIOS_SIV, "prima_ingreso_siv", "subsidios_ayudas_siv"),
    ]
    entradas += [
        verificacion(
            clave,
            "identidad",
            f"{b.nombre}: subsidios y ayudas de cada generación, fracción fija de sus salarios",
            partial(_subsidios, b, concepto, prima, tasa),
            1,
            f"cuadro {b.numero}",
        )
        for clave, b, concepto, prima, tasa in subsidios
    ]
    entradas += [
        verificacion(
            "M8-06",
            "identidad",
            "GMP: aportaciones de cada generación con los salarios del SIV sin perpetuidad",
            _aportaciones_gmp,
            1,
            "cuadros II.10 y II.27, L2400-2402",
        ),
    ]
    medias = [
        ("M8-08", SRT, "prima_ingreso_srt", c.SRT_PENSIONES),
        ("M8-10", SIV, "prima_ingreso_siv", c.SIV_PENSIONES),
    ]
    entradas += [
        verificacion(
            clave,
            "identidad",
            f"{b.nombre}: media de las primas de pensiones por generación y costo actuarial",
            contra(partial(celda, gasto, c.COSTO_ACTUARIAL), partial(_prima_media, b, prima)),
            DOS_DECIMALES,
            f"cuadro {b.numero}",
            unidad=c.PCT,
        )
        for clave, b, prima, gasto in medias
    ]
    return entradas


VERIFICACIONES = tuple(_generaciones())
