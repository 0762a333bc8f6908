"""Is the premium enough? (M9)."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import numpy as np

from pymodel import primas
from pymodel.conciliacion.ifa2005_b import comun as c
from pymodel.conciliacion.ifa2005_b.balances import GMP, SIV, SRT, Balance, porcentaje_de_la_brecha
from pymodel.conciliacion.ifa2005_b.comun import Columna, contra, flujo, supuesto, verificacion
from pymodel.conciliacion.ifa2005_b.demografia import anios_de_excedente
from pymodel.conciliacion.ifa2005_b.primas import DOS_DECIMALES, nivelada
from pymodel.conciliacion.ifa2005_b.textos import cita, texto
from pymodel.conciliacion.registro import Verificacion
from pymodel.validacion import Vector

HORIZONTE = 50
PLAZOS = (10, 20, 50)
SUFICIENTE = "1 = suficiente, 0 = insuficiente"


def _es_suficiente(nivelada_pct: Callable[[], float], prima: str) -> float:
    return float(primas.suficiencia(nivelada_pct() / 100, supuesto(prima)).suficiente)


def _margen(nivelada_pct: Callable[[], float], prima: str) -> float:
    return 100 * primas.suficiencia(nivelada_pct() / 100, supuesto(prima)).margen


def _con_reserva(
    gasto: Columna, masa: Columna, reserva: str, perpetuidad: bool, metodo: str
) -> float:
    return nivelada(gasto, masa, perpetuidad=perpetuidad, metodo=metodo, reserva=supuesto(reserva))


def _superavit_impreso(b: Balance) -> float:
    return -porcentaje_de_la_brecha(b)


def _inferior(plazos: tuple[int, ...]) -> Vector:
    """1 where every prima de gasto of the SIV within a term is below its financing premium."""
    gasto = primas.prima_gasto(flujo(c.SIV_TOTAL_SIN_CF), flujo(c.SIV_SALARIOS))
    return np.array([float(gasto[:n].max() < supuesto("prima_ingreso_siv")) for n in plazos])


def _anios_siv(nivelada_siv: Callable[..., float]) -> int:
    return anios_de_excedente(c.SIV_TOTAL_SIN_CF, c.SIV_SALARIOS, nivelada_siv(horizonte=HORIZONTE))


def _suficiencia() -> list[Verificacion]:
    srt = partial(nivelada, c.SRT_TOTAL, c.SRT_SALARIOS)
    siv = partial(nivelada, c.SIV_TOTAL_SIN_CF, c.SIV_SALARIOS)
    gmp = partial(nivelada, c.GMP_GASTO, c.GMP_SALARIOS, perpetuidad=False, metodo="log_pchip")
    srt_50, siv_50 = partial(srt, horizonte=HORIZONTE), partial(siv, horizonte=HORIZONTE)
    juicios: list[tuple[str, str, Callable[[], float], str, str]] = [
        ("M9-01", "SRT a 100 años", srt, "prima_financiamiento_srt", "srt_100_suficiente"),
        ("M9-02", "SRT a 50 años", srt_50, "prima_financiamiento_srt", "srt_50_suficiente"),
        ("M9-03", "SIV a 100 años", siv, "prima_ingreso_siv", "siv_100_suficiente"),
        ("M9-04", "SIV a 50 años", siv_50, "prima_ingreso_siv", "siv_50_suficiente"),
        ("M9-05", "GMP a 100 años", gmp, "prima_ingreso_gmp", "gmp_100_suficiente"),
    ]
    entradas = [
        verificacion(
            clave,
            "modelo",
            f"Suficiencia de la prima: {nombre}",
            contra(partial(texto, juicio), partial(_es_suficiente, calculada, prima)),
            0,
            cita(juicio),
            unidad=SUFICIENTE,
            metodo=c.METODO_LOG if calculada is gmp else c.METODO_PERPETUIDAD,
            nota="Sin gastos médicos del SRT ni de administración, como la valuación del informe.",
        )
        for clave, nombre, calculada, prima, juicio in juicios
    ]
    srt_neta = partial(_con_reserva, c.SRT_TOTAL, c.SRT_SALARIOS, "reserva_srt", True, "pchip")
    gmp_neta = partial(_con_reserva, c.GMP_GASTO, c.GMP_SALARIOS, "reserva_gmp", False, "log_pchip")
    margenes = [
        ("M9-06", "SRT, neta de reserva", SRT, srt_neta, "prima_ingreso_srt", "II.4, L1359"),
        ("M9-07", "SIV, sin la reserva", SIV, siv, "prima_ingreso_siv", "II.10, L1645"),
        ("M9-08", "GMP, neta de reserva", GMP, gmp_neta, "prima_ingreso_gmp", "II.27, L2405"),
    ]
    entradas += [
        verificacion(
            clave,
            "modelo",
            f"Prima de ingreso menos prima nivelada: {nombre}, contra el superávit del balance",
            contra(partial(_superavit_impreso, b), partial(_margen, calculada, prima)),
            DOS_DECIMALES,
            f"cuadro {donde}",
            unidad="puntos porcentuales",
            metodo=c.METODO_LOG if b is GMP else c.METODO_PERPETUIDAD,
        )
        for clave, nombre, b, calculada, prima, donde in margenes
    ]
    entradas += [
        verificacion(
            "M9-09",
            "modelo",
            "SIV: la prima de gasto es inferior a la de financiamiento a 10, 20 y 50 años",
            contra(
                lambda: np.full(len(PLAZOS), texto("siv_gasto_inferior")),
                partial(_inferior, PLAZOS),
            ),
            0,
            cita("siv_gasto_inferior"),
            unidad="1 = inferior, 0 = no",
            metodo="PCHIP",
        ),
        verificacion(
            "M9-10",
            "modelo",
            "SIV: años de excedente con la prima nivelada a 50 años (costo actuarial)",
            contra(partial(texto, "siv_excedente"), partial(_anios_siv, siv)),
            1,
            cita("siv_excedente"),
            unidad="años",
            metodo=c.METODO_PERPETUIDAD,
        ),
    ]
    return entradas


VERIFICACIONES = tuple(_suficiencia())
