"""Fifty years and the stepped premium (M5, M6), through what the report prints."""

from __future__ import annotations

from functools import partial

from pymodel import primas
from pymodel.conciliacion.ifa2005_b import comun as c
from pymodel.conciliacion.ifa2005_b.comun import Columna, celda, contra, flujo, verificacion
from pymodel.conciliacion.ifa2005_b.primas import DOS_DECIMALES, nivelada, promedio
from pymodel.conciliacion.ifa2005_b.textos import cita, texto
from pymodel.conciliacion.ifa2005_b.valores_presentes import vp
from pymodel.conciliacion.registro import Verificacion
from pymodel.validacion import Vector

HORIZONTE, PASO = 50, 10


def _ii_7(columna: Columna) -> Columna:
    return columna._replace(cuadro="ii_7")


def _cincuenta_anios() -> list[Verificacion]:
    total = Columna("ii_7", "prima_pensiones_ig_subsidios_y_ayudas_pct_g")
    pensiones = Columna("ii_7", "prima_pensiones_pct_f")
    entradas = [
        verificacion(
            "M5-02",
            "modelo",
            "SRT, suma a 50 años: gasto total",
            contra(
                partial(celda, _ii_7(c.SRT_TOTAL), c.SUMA_50),
                lambda: flujo(c.SRT_TOTAL)[:HORIZONTE].sum(),
            ),
            0.0005,
            "cuadro II.7, L1459",
            relativa=True,
            metodo="PCHIP",
        ),
        verificacion(
            "M5-03",
            "modelo",
            "SRT, gasto total: valor presente a 50 años más perpetuidad",
            contra(
                partial(celda, _ii_7(c.SRT_TOTAL), c.COSTO_50),
                partial(vp, c.SRT_TOTAL, horizonte=HORIZONTE, perpetuidad=True),
            ),
            0.002,
            "cuadro II.7, L1460",
            relativa=True,
            metodo=c.METODO_PERPETUIDAD,
            nota=f"{c.NOTA_PERPETUIDAD} Tolerancia de B11 y B14.",
        ),
    ]
    control = "Control: el 1.10 % impreso sólo se obtiene con la perpetuidad de cierre."
    en_50 = partial(nivelada, horizonte=HORIZONTE)
    primas_50 = [
        (
            "M5-04",
            "prima promedio: pensiones",
            pensiones,
            c.SUMA_50,
            partial(promedio, c.SRT_PENSIONES, c.SRT_SALARIOS, HORIZONTE),
            "PCHIP",
            "L1459",
            "",
        ),
        (
            "M5-05",
            "prima promedio: total",
            total,
            c.SUMA_50,
            partial(promedio, c.SRT_TOTAL, c.SRT_SALARIOS, HORIZONTE),
            "PCHIP",
            "L1459",
            "",
        ),
        (
            "M5-06",
            "costo actuarial: pensiones",
            pensiones,
            c.COSTO_50,
            partial(en_50, c.SRT_PENSIONES, c.SRT_SALARIOS),
            c.METODO_PERPETUIDAD,
            "L1460",
            "",
        ),
        (
            "M5-07",
            "costo actuarial: total sin perpetuidad (control)",
            total,
            c.COSTO_50,
            partial(en_50, c.SRT_TOTAL, c.SRT_SALARIOS, perpetuidad=False),
            c.METODO_FIN,
            "L1460",
            control,
        ),
    ]
    entradas += [
        verificacion(
            clave,
            "modelo",
            f"SRT a 50 años con los flujos interpolados, {nombre}",
            contra(partial(celda, prima, fila), calculado),
            DOS_DECIMALES,
            f"cuadro II.7, {linea}",
            unidad=c.PCT,
            metodo=metodo,
            falla_esperada=explicacion,
        )
        for clave, nombre, prima, fila, calculado, metodo, linea, explicacion in primas_50
    ]
    return entradas


def escalonada(gasto: Columna, masa: Columna) -> Vector:
    """Undiscounted premium of each of 50 years in steps of ten, %."""
    return 100 * primas.prima_escalonada(
        flujo(gasto)[:HORIZONTE], flujo(masa)[:HORIZONTE], 0.0, PASO
    )


def _ingreso_escalonado(gasto: Columna, masa: Columna) -> float:
    """Income of 50 years at the stepped premium, mdp."""
    return float(escalonada(gasto, masa) @ flujo(masa)[:HORIZONTE]) / 100


def _equivalente(gasto: Columna, masa: Columna) -> float:
    """Average of the stepped premium weighted by wages, %."""
    return 100 * _ingreso_escalonado(gasto, masa) / float(flujo(masa)[:HORIZONTE].sum())


def _escalonadas() -> list[Verificacion]:
    metodo = "PCHIP; escalones de 10 años sin descontar"
    total = Columna("ii_7", "prima_pensiones_ig_subsidios_y_ayudas_pct_g")
    srt, siv = (c.SRT_TOTAL, c.SRT_SALARIOS), (c.SIV_TOTAL_SIN_CF, c.SIV_SALARIOS)
    return [
        verificacion(
            "M6-03",
            "modelo",
            "SRT, la prima escalonada recauda el gasto total de 50 años",
            contra(
                partial(celda, _ii_7(c.SRT_TOTAL), c.SUMA_50), partial(_ingreso_escalonado, *srt)
            ),
            0.0005,
            "cuadro II.7, L1459",
            relativa=True,
            metodo=metodo,
        ),
        verificacion(
            "M6-04",
            "modelo",
            "SRT, media de la prima escalonada contra la prima promedio a 50 años",
            contra(partial(celda, total, c.SUMA_50), partial(_equivalente, *srt)),
            DOS_DECIMALES,
            "cuadro II.7, L1459",
            unidad=c.PCT,
            metodo=metodo,
        ),
        verificacion(
            "M6-05",
            "modelo",
            "SIV, media de la prima escalonada contra la prima promedio a 50 años",
            contra(partial(texto, "siv_50_total"), partial(_equivalente, *siv)),
            DOS_DECIMALES,
            cita("siv_50_total"),
            unidad=c.PCT,
            metodo=metodo,
        ),
    ]


VERIFICACIONES = (*_cincuenta_anios(), *_escalonadas())
