"""Sections S24, S27, S28 and 1.5: the model against the MIFA tables of SEM (II.4 to II.8)."""

from __future__ import annotations

import functools
from collections.abc import Callable

import numpy as np
from numpy.typing import ArrayLike

from pymodel.conciliacion.ifa2010_a import mifa, texto
from pymodel.conciliacion.ifa2010_a.comun import (
    UN_DECIMAL,
    Ficha,
    anios_columna,
    celda,
    ficha,
    fuente,
    numerar,
    renglon,
)
from pymodel.conciliacion.registro import Par
from pymodel.mifa import base, indicadores
from pymodel.mifa.equilibrio import Equilibrio, Resumen, equilibrio, resumen
from pymodel.mifa.largo_plazo import Flujo, flujo
from pymodel.mifa.seguros import Seguro, seguro
from pymodel.validacion import Vector

SEGURO = {"II.4": "SEM", "II.5": "SEM-A", "II.6": "GMP"}
COP, AGF, OTROS = "Cuotas obrero-patronales", "Aportaciones del Gobierno Federal", "Otros1/"
CORRIENTE, PRESTACIONES, INVERSION = "Corriente2/", "Prestaciones económicas3/", "Inversión física"
MDP, DIARIOS, VECES = "mdp de 2011", "pesos diarios de 2011", "veces el SMGDF"

# COP by rule leaves up to 0.03 % (check ifa2010_c.49); income, premiums and wages inherit it.
REGLA_COP = 0.0003
REDONDEO_SBC = 0.0003
NOTA = "Tolerancia: el redondeo impreso y 0.03 %, lo que deja la regla de las COP."


@functools.cache
def proyeccion() -> Flujo:
    """Cash flow with the assumptions of the report."""
    return flujo()


@functools.cache
def del_modelo(cuadro: str) -> tuple[Seguro, Equilibrio, Resumen]:
    """The coverage of a table as the model computes it."""
    f = proyeccion()
    s = seguro(f, SEGURO[cuadro])
    e = equilibrio(s, f.supuestos.tasa_descuento, f.supuestos.smgdf)
    return s, e, resumen(s, e, f.supuestos.tasa_descuento)


def _impresos(serie: Vector) -> Vector:
    return serie[0, np.searchsorted(proyeccion().anios, anios_columna("II.4"))]


# --- S27: keys -----------------------------------------------------------------------------------

_CORRIENTE = ("servicios_personal", "rjp", "materiales", "servicios_generales")
_FILAS = {p.clave: p.concepto for p in base.PARTIDAS}
_CLAVES: tuple[tuple[str, str, tuple[str, ...], tuple[str, ...]], ...] = (
    ("II.4", COP, ("cop",), ("sem_a", "gmp")),
    ("II.5", COP, ("cop",), ("sem_a",)),
    ("II.6", COP, ("cop",), ("gmp",)),
    ("II.4", AGF, ("agf",), ("sem_a", "gmp")),
    ("II.5", AGF, ("agf",), ("sem_a",)),
    ("II.6", AGF, ("agf",), ("gmp",)),
    ("II.4", OTROS, ("otros",), ("sem_a", "gmp")),
    ("II.5", OTROS, ("otros",), ("sem_a",)),
    ("II.6", OTROS, ("otros",), ("gmp",)),
    ("II.4", CORRIENTE, _CORRIENTE, ("sem",)),
    ("II.5", PRESTACIONES, ("subsidios",), ("sem",)),
    ("II.5", INVERSION, ("inversion",), ("sem",)),
)


def _repartido(partidas: tuple[str, ...], seguros: tuple[str, ...]) -> Vector:
    return np.sum(
        [
            base.renglon("cuadro_c_3", _FILAS[p]) * base.clave(f"{p}_{s}")
            for p in partidas
            for s in seguros
        ],
        axis=0,
    )


def _con_clave(
    cuadro: str, concepto: str, partidas: tuple[str, ...], seguros: tuple[str, ...]
) -> Ficha:
    return ficha(
        "calibrado",
        f"{SEGURO[cuadro]}: {concepto.rstrip('123/').lower()} con claves constantes de los "
        "renglones del IMSS, 12 años",
        MDP,
        lambda: (renglon(cuadro, concepto), _repartido(partidas, seguros)),
        1.0,
        fuente(cuadro, "C.3"),
        nota=f"{len(partidas) * len(seguros)} clave(s) ajustada(s) por mínimos cuadrados.",
    )


# --- S24 and S28: rows, premiums, wages ----------------------------------------------------------


def _renglon(
    cuadro: str,
    que: str,
    unidad: str,
    concepto: str,
    calcular: Callable[[], Vector],
    redondeo: ArrayLike,
    nota: str = NOTA,
    *,
    sobre: str = "",
) -> Ficha:
    """A printed row of twelve years against the model; `sobre` is the row that the 0.03 % is of."""
    return ficha(
        "modelo",
        f"{SEGURO[cuadro]}: {que} del modelo, 12 años",
        unidad,
        lambda: (renglon(cuadro, concepto), _impresos(calcular())),
        np.asarray(redondeo) + REGLA_COP * np.abs(renglon(cuadro, sobre or concepto)),
        fuente(cuadro, "C.3"),
        metodo=mifa.METODO,
        nota=nota,
    )


def _renglones(cuadro: str) -> list[Ficha]:
    def s() -> Seguro:
        return del_modelo(cuadro)[0]

    def e() -> Equilibrio:
        return del_modelo(cuadro)[1]

    fila = functools.partial(_renglon, cuadro)
    return [
        fila("ingresos totales", MDP, "Ingresos totales", lambda: s().ingresos_totales, 1.0),
        fila("gastos totales", MDP, "Gastos totales", lambda: s().gastos_totales, 1.0),
        fila(
            "resultado financiero",
            MDP,
            "Resultado financiero",
            lambda: s().resultado,
            1.0,
            sobre="Ingresos totales",
        ),
        fila("prima de contribución", mifa.PUNTOS, mifa.PC, lambda: 100.0 * e().pc, UN_DECIMAL),
        fila("prima de reparto", mifa.PUNTOS, mifa.PR, lambda: 100.0 * e().pr, UN_DECIMAL),
        fila(
            "salario de equilibrio",
            DIARIOS,
            mifa.SBC_E,
            lambda: e().sbc_equilibrio,
            REDONDEO_SBC * renglon(cuadro, mifa.SBC_E),
            "Tolerancia: 0.03 % del SBC impreso a un decimal (sección C6) y 0.03 % de las COP.",
        ),
        fila(
            "SBC en veces el SMGDF", VECES, mifa.VECES[mifa.SBC], lambda: e().sbc_veces, UN_DECIMAL
        ),
        fila(
            "salario de equilibrio en veces el SMGDF",
            VECES,
            mifa.VECES[mifa.SBC_E],
            lambda: e().sbc_equilibrio_veces,
            UN_DECIMAL,
        ),
        fila(
            "diferencia en veces el SMGDF",
            VECES,
            mifa.DIFERENCIA_VECES,
            lambda: e().diferencia_veces,
            UN_DECIMAL,
        ),
    ]


def _valores_presentes(cuadro: str) -> list[Ficha]:
    """Cuadro II.7 from the model; the tolerances are those of section C2."""
    tolerancia = 0.0015 if cuadro == "II.4" else 0.01
    columna = mifa.COBERTURAS[cuadro]

    def publicado(fila: str) -> float:
        return celda("II.7", columna, fila)

    fichas = [
        ficha(
            "modelo",
            f"{SEGURO[cuadro]}: valor presente del déficit a {h} años, del modelo",
            MDP,
            functools.partial(
                lambda h, i: (
                    publicado(f"Valor presente1/ {h} años"),
                    del_modelo(cuadro)[2].valores_presentes[0, i],
                ),
                h,
                i,
            ),
            tolerancia,
            fuente("II.7", "C.3"),
            relativa=True,
            metodo=f"{mifa.METODO}, convención «inicio»",
        )
        for i, h in enumerate(mifa.HORIZONTES)
    ]
    promedio = ficha(
        "modelo",
        f"{SEGURO[cuadro]}: déficit promedio anual 2011-2050, del modelo",
        MDP,
        lambda: (publicado("Promedio anual 2011-2050"), del_modelo(cuadro)[2].promedio[0]),
        tolerancia,
        fuente("II.7", "C.3"),
        relativa=True,
        metodo=mifa.METODO,
    )
    return [*fichas, promedio]


def _pmn(cuadro: str) -> Ficha:
    return ficha(
        "modelo",
        f"{SEGURO[cuadro]}: prima media nivelada de 40 años, del modelo",
        mifa.PUNTOS,
        lambda: (renglon(cuadro, mifa.PMN)[0], 100.0 * del_modelo(cuadro)[1].pmn[0, 0]),
        UN_DECIMAL,
        fuente(cuadro, "C.3"),
        metodo=f"{mifa.METODO}, convención «inicio»",
    )


def _incremento_sbc(cuadro: str) -> Ficha:
    return ficha(
        "modelo",
        f"{SEGURO[cuadro]}: incremento necesario en el SBC de 2011, del modelo",
        "%",
        lambda: (
            celda("II.8", mifa.INCREMENTO_SBC, mifa.COBERTURAS[cuadro]),
            100.0 * del_modelo(cuadro)[2].incremento_sbc[0],
        ),
        0.1,
        fuente("II.8", "C.3"),
    )


# --- 1.5: indicators -----------------------------------------------------------------------------

_POR_CLAVE = {i.clave: i for i in indicadores.INDICADORES}


def _indicador(nombre: str, cuadro: str, clave: str, posicion: int, tolerancia: float) -> Ficha:
    def calcular() -> Par:
        s, e, _ = del_modelo(cuadro)
        return texto.valor(nombre), 100.0 * _POR_CLAVE[clave].calcular(s, e)[0, posicion]

    anio = proyeccion().anios[posicion]
    return ficha(
        "modelo",
        f"{SEGURO[cuadro]}: {_POR_CLAVE[clave].nombre.lower()}, {anio}",
        "%",
        calcular,
        tolerancia,
        f"{fuente(cuadro, 'C.3')}; {texto.CIFRAS[nombre].lineas}",
    )


def _crecimiento_deficit() -> Par:
    s, _, _ = del_modelo("II.4")
    return (
        texto.valor("sem_crecimiento_deficit"),
        100.0 * indicadores.crecimiento_anual(-s.resultado)[0],
    )


def _parte_gmp() -> Par:
    total, gmp = (-del_modelo(c)[0].resultado for c in ("II.4", "II.6"))
    return texto.valor("gmp_parte_del_deficit"), 100.0 * gmp.mean() / total.mean()


def _indicadores() -> list[Ficha]:
    return [
        _indicador("sem_ingresos_entre_gastos_2011", "II.4", "cuotas_entre_gastos", 0, UN_DECIMAL),
        _indicador("sem_ingresos_entre_gastos_2050", "II.4", "cuotas_entre_gastos", -1, UN_DECIMAL),
        _indicador("sema_cop_agf_entre_ingresos", "II.5", "cuotas_entre_ingresos", 0, UN_DECIMAL),
        _indicador(
            "gmp_deficit_entre_ingresos_2011", "II.6", "deficit_entre_cuotas", 0, UN_DECIMAL
        ),
        _indicador(
            "gmp_deficit_entre_ingresos_2050", "II.6", "deficit_entre_cuotas", -1, UN_DECIMAL
        ),
        _indicador("gmp_pc_entre_pmn", "II.6", "pc_entre_pmn", 0, 0.5),
        ficha(
            "modelo",
            "SEM: crecimiento real anual del déficit, 39 años",
            "% anual",
            _crecimiento_deficit,
            UN_DECIMAL,
            f"{fuente('II.4', 'C.3')}; {texto.CIFRAS['sem_crecimiento_deficit'].lineas}",
        ),
        ficha(
            "modelo",
            "GMP: parte del déficit promedio del SEM",
            "%",
            _parte_gmp,
            0.0115,
            f"{fuente('II.7', 'C.3')}; {texto.CIFRAS['gmp_parte_del_deficit'].lineas}",
            relativa=True,
            metodo=mifa.METODO,
            nota="Tolerancia: las de los dos promedios en la sección C2, 1 % (GMP) y 0.15 % (SEM).",
        ),
    ]


S24 = numerar("S24", [f for c in SEGURO for f in _renglones(c)])
S27 = numerar("S27", [_con_clave(*c) for c in _CLAVES])
S28 = numerar(
    "S28",
    [
        *(f for c in SEGURO for f in _valores_presentes(c)),
        *(_pmn(c) for c in SEGURO),
        *(_incremento_sbc(c) for c in SEGURO),
    ],
)
INDICADORES = numerar("1.5", _indicadores())
