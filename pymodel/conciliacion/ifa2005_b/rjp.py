"""Pension scheme of the IMSS' own workers, RJP (B166-B191)."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import numpy as np

from pymodel import finanzas, primas
from pymodel.conciliacion.ifa2005_b import comun as c
from pymodel.conciliacion.ifa2005_b.balances import RJP
from pymodel.conciliacion.ifa2005_b.comun import (
    Columna,
    celda,
    columna,
    contra,
    impresos,
    serie,
    supuesto,
    verificacion,
)
from pymodel.conciliacion.ifa2005_b.identidades import suma_de_partes
from pymodel.conciliacion.ifa2005_b.textos import cita, texto
from pymodel.conciliacion.registro import Par, Verificacion
from pymodel.validacion import Vector

# 2006-2030; from 2040 wages and workers are so few that their rounding decides the ratio.
HASTA_2030 = 7

CASOS = Columna("ii_16", "casos")
CUANTIA = Columna("ii_16", "cuantia_completa_promedio_mensual_pesos")
VOLUMEN = Columna("ii_16", "volumen_anual_de_pensiones_millones_pesos")
TRABAJADORES = Columna("ii_20", "trabajadores_pre_reforma")
NUEVOS = Columna("ii_20", "total_nuevos_pensionados")
D3 = Columna("ii_24", "metodologia_boletin_d3")
PROYECCION = Columna("ii_24", "metodo_proyecciones_demograficas_y_financieras")
FACTOR_CURSO = Columna("ii_18", "pensiones_en_curso_de_pago_pct")
FACTOR_TRANSICION = Columna("ii_18", "generacion_en_transicion_pct")

TOTAL_16 = ("", "Total")
ACTUAL, CURSO, TOTAL = "Generación actual pre-reforma", "Pensiones en curso de pago", "Total"
PATRON, ASEGURADOR, LEY_73, LEY_97 = "IMSS patrón", "IMSS asegurador", "Ley 73", "Ley 97"
RJP_TOTAL = "RJP total"


def _volumenes() -> Par:
    return columna(VOLUMEN), columna(CASOS) * columna(CUANTIA) * 12 / 1e6


def _pension_media() -> float:
    return celda(VOLUMEN, TOTAL_16) * 1e6 / 12 / celda(CASOS, TOTAL_16)


def _prima_rjp(gasto: Columna) -> Vector:
    """Annual expenditure or contribution over wages, 2006-2030, %."""
    masa = impresos(c.RJP_SALARIOS)[:HASTA_2030]
    return 100 * primas.prima_gasto(impresos(gasto)[:HASTA_2030], masa)


def _por_mil() -> Par:
    impresa = columna(Columna("ii_20", "pensionados_por_cada_1000_trabajadores"))[:HASTA_2030]
    return impresa, 1000 * columna(NUEVOS)[:HASTA_2030] / columna(TRABAJADORES)[:HASTA_2030]


def _prima_clausulas() -> Par:
    impresa = impresos(Columna("ii_22", "prima_anual_de_gasto_pct"))
    return impresa, 100 * primas.prima_gasto(
        impresos(c.CLAUSULAS_TOTAL), impresos(c.CLAUSULAS_SALARIOS)
    )


def _variaciones_d3() -> Par:
    return columna(Columna("ii_24", "variacion_pct")), 100 * (columna(PROYECCION) / columna(D3) - 1)


def _sumas_d3() -> Par:
    sumas = [
        ((ACTUAL, RJP_TOTAL), (ACTUAL, LEY_73), (ACTUAL, LEY_97), (ACTUAL, PATRON)),
        ((CURSO, RJP_TOTAL), (CURSO, ASEGURADOR), (CURSO, PATRON)),
        ((TOTAL, RJP_TOTAL), (TOTAL, LEY_73), (TOTAL, LEY_97), (TOTAL, PATRON)),
        ((TOTAL, RJP_TOTAL), (ACTUAL, RJP_TOTAL), (CURSO, RJP_TOTAL)),
        ((TOTAL, PATRON), (ACTUAL, PATRON), (CURSO, PATRON)),
    ]
    pares = [
        (celda(x, total), sum(celda(x, parte) for parte in partes))
        for x in (D3, PROYECCION)
        for total, *partes in sumas
    ]
    return np.array([p for p, _ in pares]), np.array([s for _, s in pares])


def obligacion(*gastos: Columna, factor: Columna | None = None) -> float:
    """Present value of column 2 of cuadro II.24, mdp.

    Flows of II.19 restated from pensions that grow 1.5 % to 1 % a year; with `factor`, the part
    that the LSS pays of the full pension: flow x f/(1-f).
    """
    flujo = np.sum([serie(g) for g in gastos], axis=0)
    if factor is not None:
        f = serie(factor) / 100
        # Factors end in 2100, printed as zero; pensions ended before.
        flujo = flujo[: f.size] * f / (1 - f)
    anios = np.arange(1, flujo.size + 1)
    ajuste = (1 + supuesto("rjp_d3_crecimiento_pensiones")) / (
        1 + supuesto("rjp_crecimiento_pensiones")
    )
    return float(finanzas.valor_presente(flujo * ajuste**anios, supuesto("tasa_descuento")))


def _obligaciones() -> list[Verificacion]:
    patron_curso = partial(obligacion, c.RJP_CURSO)
    patron_actual = partial(obligacion, c.RJP_L73, c.RJP_L97)
    casos: list[tuple[str, str, tuple[str, str], Callable[[], float], str]] = [
        ("B180", "IMSS patrón, curso de pago", (CURSO, PATRON), patron_curso, "L2268"),
        (
            "B181",
            "IMSS asegurador, curso de pago",
            (CURSO, ASEGURADOR),
            partial(obligacion, c.RJP_CURSO, factor=FACTOR_CURSO),
            "L2267",
        ),
        ("B182", "IMSS patrón, generación actual", (ACTUAL, PATRON), patron_actual, "L2264"),
        (
            "B183",
            "Ley 73, generación actual",
            (ACTUAL, LEY_73),
            partial(obligacion, c.RJP_L73, factor=FACTOR_TRANSICION),
            "L2262",
        ),
        (
            "B184",
            "IMSS patrón, total",
            (TOTAL, PATRON),
            partial(obligacion, c.RJP_CURSO, c.RJP_L73, c.RJP_L97),
            "L2273",
        ),
    ]
    return [
        verificacion(
            clave,
            "modelo",
            f"Obligación por el método de proyecciones: {nombre}",
            contra(partial(celda, PROYECCION, fila), calculado),
            0.015,
            f"cuadro II.24, {linea}",
            relativa=True,
            metodo="PCHIP; flujos a fin de año",
            nota="Flujos del cuadro II.19 por (1.01/1.015)^t, hipótesis de L2275; las partes de "
            "la LSS, con los factores del cuadro II.18 como f/(1-f), regla no impresa.",
        )
        for clave, nombre, fila, calculado, linea in casos
    ]


def _razones() -> list[Verificacion]:
    pasivo = RJP.generacion("Pensiones")
    clausulas = (c.CLAUSULAS_L73, c.CLAUSULAS_L97)
    vp = c.VALOR_PRESENTE
    casos: list[tuple[str, str, str, Callable[[], float], float]] = [
        (
            "B185",
            "Curso de pago entre la obligación por pensiones",
            "rjp_pct_curso",
            lambda: celda(c.RJP_CURSO, vp) / celda(c.RJP_TOTAL, vp),
            0.5,
        ),
        (
            "B186",
            "Gasto de 2009 entre salarios de la generación actual",
            "rjp_pct_2009",
            lambda: celda(c.RJP_TOTAL, 2009) / celda(c.RJP_SALARIOS, 2009),
            0.5,
        ),
        (
            "B187",
            "Generación pre-reforma entre la obligación por cláusulas",
            "clausulas_pct_pre_reforma",
            lambda: sum(celda(x, vp) for x in clausulas) / celda(c.CLAUSULAS_TOTAL, vp),
            0.051,
        ),
        (
            "B188",
            "Aportaciones de los trabajadores entre la obligación por pensiones",
            "rjp_pct_aportaciones",
            lambda: celda(c.RJP_APORTACIONES, vp) / RJP.suma(*pasivo),
            0.051,
        ),
        (
            "B189",
            "FCOLCLC entre la obligación por pensiones",
            "rjp_pct_fcolclc",
            lambda: RJP.suma(*RJP.otros) / RJP.suma(*pasivo),
            0.051,
        ),
        (
            "B190",
            "Trabajadores en transición entre los valuados",
            "rjp_pct_transicion",
            lambda: texto("rjp_transicion") / texto("rjp_valuados"),
            0.5,
        ),
    ]
    return [
        verificacion(
            clave,
            "identidad",
            f"RJP: {nombre}",
            contra(partial(texto, publicado), partial(_por_ciento, calculado)),
            tolerancia,
            cita(publicado),
            unidad="%",
        )
        for clave, nombre, publicado, calculado, tolerancia in casos
    ]


def _por_ciento(razon: Callable[[], float]) -> float:
    return 100 * razon()


def _convenio() -> Par:
    """New hires pay the additional contribution of current workers plus 3 points."""
    actuales = columna(Columna("ii_15", "trabajadores_actuales_contribucion_pct"))
    nuevos = columna(Columna("ii_15", "nuevas_contrataciones_contribucion_pct"))
    pasos = ~np.isnan(nuevos)
    propia = actuales[~np.isnan(actuales) & ~pasos]
    return nuevos[pasos], actuales[pasos] + propia


VERIFICACIONES = (
    verificacion(
        "B166",
        "identidad",
        "Cuadro II.16: casos × cuantía mensual × 12 es el volumen anual",
        _volumenes,
        0.6,
        "cuadro II.16, L1952-1958",
    ),
    verificacion(
        "B167",
        "identidad",
        "Cuadro II.16: suma de los casos",
        lambda: (celda(CASOS, TOTAL_16), columna(CASOS)[:-1].sum()),
        0,
        "cuadro II.16, L1958",
        unidad="casos",
    ),
    verificacion(
        "B168",
        "identidad",
        "Cuadro II.16: pensión mensual media del total",
        contra(partial(celda, CUANTIA, TOTAL_16), _pension_media),
        0.5,
        "cuadro II.16, L1958",
        unidad="pesos mensuales",
    ),
    verificacion(
        "B169",
        "identidad",
        "RJP: trabajadores en transición más los de la Ley de 1997",
        lambda: (texto("rjp_valuados"), texto("rjp_transicion") + texto("rjp_ley_97")),
        0,
        cita("rjp_transicion", "L1937"),
        unidad="trabajadores",
    ),
    verificacion(
        "B170",
        "identidad",
        "RJP: plantilla, valuados por el régimen más sólo cláusulas",
        lambda: (texto("rjp_plantilla"), texto("rjp_valuados") + texto("rjp_solo_clausulas")),
        0,
        cita("rjp_plantilla"),
        unidad="trabajadores",
    ),
    verificacion(
        "B171",
        "identidad",
        "Cuadro II.19: (f) = (c) + (d) + (e)",
        suma_de_partes(c.RJP_TOTAL, c.RJP_CURSO.nombre, c.RJP_L73.nombre, c.RJP_L97.nombre),
        1,
        "cuadro II.19, L2042-2067",
        unidad="mdp de 2005 y % de los salarios",
    ),
    verificacion(
        "B172",
        "identidad",
        "Cuadro II.19: (g) = (f)/(a), 2006-2030",
        contra(
            lambda: impresos(Columna("ii_19", "prima_anual_de_gasto_pct_g"))[:HASTA_2030],
            partial(_prima_rjp, c.RJP_TOTAL),
        ),
        0.05,
        "cuadro II.19, L2042-2048",
        unidad=c.PCT,
    ),
    verificacion(
        "B173",
        "identidad",
        "Cuadro II.19: las aportaciones son 3.18 % de los salarios, 2006-2030",
        contra(
            lambda: np.full(HASTA_2030, celda(c.RJP_APORTACIONES, c.COSTO_ACTUARIAL)),
            partial(_prima_rjp, c.RJP_APORTACIONES),
        ),
        0.005,
        "cuadro II.19, L2042-2048",
        unidad=c.PCT,
    ),
    verificacion(
        "B174",
        "identidad",
        "Cuadro II.20: total = tres procedencias",
        suma_de_partes(
            NUEVOS,
            "beneficiarios_de_fallecimientos_de_curso_de_pago",
            "generacion_actual_pre_reforma_bajo_la_lss_1973",
            "generacion_actual_pre_reforma_bajo_la_lss_1997",
        ),
        1,
        "cuadro II.20, L2099-2112",
        unidad="pensionados",
    ),
    verificacion(
        "B175",
        "identidad",
        "Cuadro II.20: nuevos pensionados por cada 1,000 trabajadores, 2006-2030",
        _por_mil,
        0.011,
        "cuadro II.20, L2099-2105",
        unidad="por cada 1,000 trabajadores",
    ),
    verificacion(
        "B176",
        "identidad",
        "Cuadro II.22: total = seis grupos",
        suma_de_partes(c.CLAUSULAS_TOTAL, *(x.nombre for x in c.CLAUSULAS_GRUPOS)),
        1.2,
        "cuadro II.22, L2170-2187",
        unidad="mdp de 2005 y % de los salarios",
    ),
    verificacion(
        "B177",
        "identidad",
        "Cuadro II.22: prima = total/salarios",
        _prima_clausulas,
        0.0501,
        "cuadro II.22, L2170-2184",
        unidad=c.PCT,
    ),
    verificacion(
        "B178",
        "identidad",
        "Cuadro II.24: variación entre los dos métodos",
        _variaciones_d3,
        0.0501,
        "cuadro II.24, L2261-2273",
        unidad="%",
    ),
    verificacion(
        "B179",
        "identidad",
        "Cuadro II.24: componentes y grupos suman sus totales",
        _sumas_d3,
        1,
        "cuadro II.24, L2261-2273",
    ),
    *_obligaciones(),
    *_razones(),
    verificacion(
        "B191",
        "identidad",
        "Convenio adicional: los nuevos aportan lo adicional de los actuales más 3 puntos",
        _convenio,
        0,
        "cuadro II.15, L1910-1916",
        unidad="% del salario básico y fondo de ahorro",
    ),
)
