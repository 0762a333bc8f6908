"""Names, inputs and places of the workbook of contributions."""

from __future__ import annotations

import datetime as dt

from pymodel import cuotas
from xl.libros.comun.entradas import Entrada
from xl.libros.comun.plano import NO, SI
from xl.libros.estilo import DECIMAL

TRABAJADOR, HISTORIA, NOMINA, EMPRESAS = "Trabajador", "Historia", "Nómina", "Prima de RT"
FECHA = dt.date(2026, 3, 1)  # the last quarter whose INPC is in the series
FRACCION = "0.00000%"
CLASE_I = cuotas.primas_medias()[0]
TRABAJADORES, EMPRESAS_MAX = 40, 15
ANIOS = tuple(range(2000, 2026))  # a minimum wage with its date and an INPC in July

# Rows of the matrix insurance × payer: label, key of the columns, payers, articles.
FILAS = (
    ("SEM, cuota fija", "sem_cuota_fija", ("patron", "estado"), "106, I y III; trans. 19º"),
    ("SEM, excedente de 3 unidades", "sem_excedente", ("patron", "trabajador"), "106, II"),
    ("SEM, en dinero", "sem_dinero", ("patron", "trabajador", "estado"), "107"),
    ("Gastos médicos de pensionados", "gmp", ("patron", "trabajador", "estado"), "25"),
    ("Invalidez y vida", "siv", ("patron", "trabajador", "estado"), "147 y 148"),
    ("Guarderías y prestaciones sociales", "sgps", ("patron",), "211 y 212"),
    ("Riesgos de trabajo", "srt", ("patron",), "70 a 74"),
    ("Retiro", "retiro", ("patron",), "168, I"),
    ("Cesantía y vejez", "ceav", ("patron", "trabajador", "estado"), "168, II; trans. 2º 2020"),
    ("Cuota social", "cuota_social", ("estado",), "168, IV"),
    ("Infonavit", "infonavit", ("patron",), "Ley del Infonavit, 29"),
)
IMSS = 7  # rows of insurances of the IMSS; the others go to the individual account
PAGADORES = ("patron", "trabajador", "estado")
COLUMNAS = (
    *(f"{clave}_{p}" for _, clave, pagadores, _ in FILAS for p in pagadores),
    *(f"total_{p}" for p in PAGADORES),
    "total",
)


def lugar(columna: str) -> int:
    """Position of a column in what CUOTAS_IMSS returns with RCV and Infonavit, from 1."""
    return COLUMNAS.index(columna) + 1


_FACTOR = (
    "SBC entre cuota diaria (art. 27): sólo decide si el trabajador es de salario mínimo (art. 36)."
)

DEL_TRABAJADOR = (
    Entrada(
        "trab_sbc",
        "Salario base de cotización",
        "pesos",
        650.0,
        unidad="pesos diarios",
        ayuda="Se topa en el límite legal; por debajo del salario mínimo es un error.",
        minimo=1.0,
    ),
    Entrada("trab_fecha", "Fecha", "fecha", FECHA, ayuda="Decide tasas, UMA, topes y mínimos."),
    Entrada("trab_dias", "Días cotizados", "numero", 31.0, unidad="días", minimo=0.0, maximo=366.0),
    Entrada(
        "trab_prima",
        "Prima de riesgos de trabajo",
        "tasa",
        CLASE_I,
        unidad="fracción del SBC",
        ayuda="Por omisión, la media de la clase I (art. 73).",
        minimo=0.0,
        maximo=0.15,
        formato=FRACCION,
    ),
    Entrada(
        "trab_factor",
        "Factor de integración",
        "numero",
        1.0,
        ayuda=_FACTOR,
        minimo=1.0,
        maximo=5.0,
        formato="0.0000",
    ),
)
DE_HISTORIA = (
    Entrada(
        "hist_veces",
        "Salario, en veces el mínimo del año",
        "numero",
        3.0,
        unidad="veces",
        ayuda="El mismo trabajador en cada año, con la ley del 1 de julio.",
        minimo=1.0,
        maximo=50.0,
        formato=DECIMAL,
    ),
)

_SALARIOS = (315.04, 330.57, 350.0, 380.5, 412.0, 450.0, 480.0, 520.0, 575.0, 640.0)
_ALTOS = (700.0, 785.5, 860.0, 990.0, 1120.0, 1350.0, 1680.0, 2100.0, 2900.0, 3600.0)


def _nomina() -> list[list[object]]:
    """An invented payroll, from one minimum wage to above the ceiling; the rest is blank."""
    filas: list[list[object]] = [
        [f"Trabajador {i}", sbc, 31.0, CLASE_I]
        for i, sbc in enumerate((*_SALARIOS, *_ALTOS), start=1)
    ]
    return filas + [[None] * 4 for _ in range(TRABAJADORES - len(filas))]


DE_NOMINA = (
    Entrada("nomina_fecha", "Fecha", "fecha", FECHA, ayuda="La misma para toda la nómina."),
    Entrada(
        "nomina_factor",
        "Factor de integración",
        "numero",
        1.0493,
        ayuda=_FACTOR,
        minimo=1.0,
        maximo=5.0,
        formato="0.0000",
    ),
    Entrada("nomina_datos", "Nómina", "tabla", _nomina(), formato=DECIMAL),
)


def _empresas() -> list[list[object]]:
    """Invented firms: name, S, I, D, N, previous premium, accredited, yearly wage volume."""
    filas: list[list[object]] = [
        ["Comercio, sin siniestros", 0.0, 0.0, 0.0, 60.0, 0.0054355, NO, 7_500_000.0],
        ["Oficinas", 45.0, 0.0, 0.0, 180.0, 0.0054355, NO, 38_000_000.0],
        ["Transporte", 610.0, 0.0, 0.0, 95.0, 0.0465325, NO, 15_200_000.0],
        ["Construcción", 1_850.0, 1.2, 1.0, 240.0, 0.0758875, NO, 31_000_000.0],
        ["Manufactura acreditada", 420.0, 0.15, 0.0, 310.0, 0.0259840, SI, 52_000_000.0],
        ["Empresa nueva, sin prima anterior", 130.0, 0.0, 0.0, 40.0, None, NO, 5_100_000.0],
    ]
    blanco: list[object] = [None] * 6 + [NO, None]
    return filas + [list(blanco) for _ in range(EMPRESAS_MAX - len(filas))]


DE_EMPRESAS = (Entrada("empresas_datos", "Empresas", "tabla", _empresas(), formato="General"),)

ENTRADAS = (*DEL_TRABAJADOR, *DE_HISTORIA, *DE_NOMINA, *DE_EMPRESAS)
