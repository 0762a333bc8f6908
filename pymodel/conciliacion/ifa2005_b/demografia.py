"""Demographic recurrences, growth rates, shares and years of surplus (B148-B158)."""

from __future__ import annotations

from functools import partial

import numpy as np

from pymodel import primas
from pymodel.conciliacion.ifa2005_b import comun as c
from pymodel.conciliacion.ifa2005_b.comun import (
    Columna,
    celda,
    columna,
    contra,
    flujo,
    supuesto,
    verificacion,
)
from pymodel.conciliacion.ifa2005_b.primas import nivelada, promedio
from pymodel.conciliacion.ifa2005_b.textos import cita, texto
from pymodel.conciliacion.registro import Par
from pymodel.validacion import Vector

# 2006-2010 are printed year by year; recurrences are checked only there.
SEGUIDOS = 5
DESDE_2050 = slice(8, None)


def _srt(nombre: str) -> Vector:
    return columna(Columna("ii_5", nombre))[:SEGUIDOS]


def _nuevas_srt() -> Vector:
    """New incapacities under the law of 1997, cases."""
    return (
        _srt("total_de_pensiones")
        - _srt("pensiones_bajo_la_ley_1973")
        - _srt("indemnizacion_global_e")
    )


def _provisionales() -> Par:
    nuevas = supuesto("provisionales_ip") * _nuevas_srt()
    previas = supuesto("persistencia_provisional_1") * nuevas[:-1]
    return _srt("provisionales_d")[1:], nuevas[1:] + previas


def _definitivas_srt() -> Par:
    nuevas = _nuevas_srt()
    convertidas = (
        supuesto("persistencia_provisional_2") * supuesto("provisionales_ip") * nuevas[:-2]
    )
    return (
        _srt("incapacidad_permanente_c")[2:],
        supuesto("definitivas_ip") * nuevas[2:] + convertidas,
    )


def _siv(cuadro: str, nombre: str) -> Vector:
    return columna(Columna(cuadro, nombre))[:SEGUIDOS]


def _temporales() -> Par:
    nuevas = _siv("ii_12", "temporales_bajo_la_ley_de_1997")
    previas = supuesto("persistencia_temporal_1") * nuevas[:-1]
    return _siv("ii_11", "temporales_d")[1:], nuevas[1:] + previas


def _definitivas_siv() -> Par:
    nuevas = _siv("ii_12", "temporales_bajo_la_ley_de_1997")
    convertidas = supuesto("persistencia_temporal_2") * nuevas[:-2]
    return (
        _siv("ii_11", "invalidez_c")[2:],
        _siv("ii_12", "rentas_vitalicias")[2:] + convertidas,
    )


def _reparto_temporales() -> Par:
    temporales = columna(Columna("ii_12", "temporales_bajo_la_ley_de_1997"))
    parte = temporales / (temporales + columna(Columna("ii_12", "rentas_vitalicias")))
    return parte, np.full(parte.size, supuesto("temporales_siv"))


def _gasto_temporales() -> Par:
    temporales = columna(Columna("ii_13", "temporales_bajo_la_ley_de_1997"))[DESDE_2050]
    parte = 100 * temporales / columna(Columna("ii_13", "gasto_total"))[DESDE_2050]
    return np.full(parte.size, texto("siv_temporales")), parte


def _crecimiento(final: float, inicial: float, anios: int) -> float:
    return 100 * float((final / inicial) ** (1 / anios) - 1)


def _por_mil(cuadro: str, nombre: str) -> float:
    relacion = Columna(cuadro, nombre)
    return _crecimiento(celda(relacion, 2105), celda(relacion, 2006), 2105 - 2006)


def _asegurados() -> float:
    base = celda(Columna("ii_8", "2005"), ("(sin grupo)", "Asegurados I.V."))
    # 99, as the other growth rates of the report, although 2005-2105 are 100 years.
    return _crecimiento(celda(c.SIV_ASEGURADOS, 2105), base, 99)


def anios_de_excedente(gasto: Columna, salarios: Columna, prima: float) -> int:
    """First years in which the prima de gasto does not exceed `prima` (%)."""
    excede = 100 * primas.prima_gasto(flujo(gasto), flujo(salarios)) > prima
    return int(np.argmax(excede)) if excede.any() else excede.size


def _excedente_siv() -> Par:
    prima = promedio(c.SIV_TOTAL_SIN_CF, c.SIV_SALARIOS, 50)
    return texto("siv_excedente"), anios_de_excedente(c.SIV_TOTAL_SIN_CF, c.SIV_SALARIOS, prima)


def _excedente_srt() -> Par:
    prima = nivelada(c.SRT_TOTAL, c.SRT_SALARIOS, horizonte=50)
    return texto("srt_excedente"), anios_de_excedente(c.SRT_TOTAL, c.SRT_SALARIOS, prima)


_RECURRENCIAS = [
    (
        "B148",
        "SRT, provisionales vigentes: 0.43 N(t) más las del año anterior que persisten",
        _provisionales,
        1.5,
        "cuadro II.5, L1393-1397",
        "Constante ajustada a lo impreso: persistencia a un año, 0.9787.",
    ),
    (
        "B149",
        "SRT, definitivas: 0.57 N(t) más las provisionales de dos años antes que persisten",
        _definitivas_srt,
        1.5,
        "cuadro II.5, L1395-1397",
        "Constante ajustada a lo impreso: persistencia a dos años, 0.9805.",
    ),
    (
        "B150",
        "SIV, temporales vigentes: T(t) más las del año anterior que persisten",
        _temporales,
        3,
        "cuadros II.11 y II.12, L1692-1696",
        "Constante ajustada a lo impreso: persistencia a un año, 0.980.",
    ),
    (
        "B151",
        "SIV, invalidez: rentas vitalicias nuevas más temporales de dos años antes que persisten",
        _definitivas_siv,
        6,
        "cuadros II.11 y II.12, L1694-1696",
        "Constante ajustada a lo impreso: persistencia a dos años, 0.960.",
    ),
]

VERIFICACIONES = (
    *(
        verificacion(
            clave, "calibrado", nombre, calcular, tolerancia, fuente, unidad="casos", nota=nota
        )
        for clave, nombre, calcular, tolerancia, fuente, nota in _RECURRENCIAS
    ),
    verificacion(
        "B152",
        "calibrado",
        "SIV: temporales entre pensiones nuevas de la Ley de 1997",
        _reparto_temporales,
        5e-5,
        "cuadro II.12, L1722-1736",
        unidad="fracción",
        nota="Constante ajustada a lo impreso: 0.400.",
    ),
    verificacion(
        "B153",
        "identidad",
        "SIV: temporales entre el gasto por nuevas pensiones, desde 2050",
        _gasto_temporales,
        0.11,
        cita("siv_temporales", "cuadro II.13"),
        unidad="%",
    ),
    verificacion(
        "B154",
        "identidad",
        "SRT: crecimiento anual de las pensiones por cada 1,000 asegurados",
        contra(
            partial(texto, "crecimiento_srt_por_mil"),
            partial(_por_mil, "ii_5", "relacion_por_cada_1000_asegurados_g"),
        ),
        0.0051,
        cita("crecimiento_srt_por_mil", "cuadro II.5"),
        unidad="% anual",
    ),
    verificacion(
        "B155",
        "identidad",
        "SIV: crecimiento anual de las pensiones por cada 1,000 asegurados",
        contra(
            partial(texto, "crecimiento_siv_por_mil"),
            partial(_por_mil, "ii_11", "relacion_por_cada_1000_asegurados_f"),
        ),
        0.051,
        cita("crecimiento_siv_por_mil", "cuadro II.11"),
        unidad="% anual",
    ),
    verificacion(
        "B156",
        "identidad",
        "SIV: crecimiento anual de los asegurados, 2005-2105",
        contra(partial(texto, "crecimiento_asegurados"), _asegurados),
        0.0051,
        cita("crecimiento_asegurados", "cuadros II.8 y II.11"),
        unidad="% anual",
        nota="Con exponente 1/99, como el informe; con 1/100 sería 0.373 %.",
    ),
    verificacion(
        "B157",
        "modelo",
        "SIV: primeros años en que la prima de gasto (k) no rebasa la prima promedio a 50 años, "
        "1.85 %",
        _excedente_siv,
        1,
        cita("siv_excedente"),
        unidad="años",
        metodo="PCHIP; umbral: prima promedio a 50 años calculada (1.849 %)",
    ),
    verificacion(
        "B158",
        "modelo",
        "SRT: primeros años en que la prima de gasto no rebasa la prima nivelada a 50 años",
        _excedente_srt,
        1,
        cita("srt_excedente"),
        unidad="años",
        metodo="PCHIP; umbral: prima nivelada a 50 años calculada",
        falla_esperada="No se reproduce: el texto dice «los primeros treinta años», pero la prima "
        "de gasto impresa ya rebasa 1.10 % entre 2030 (1.09 %) y 2040 (1.21 %); da 25 años.",
    ),
)
