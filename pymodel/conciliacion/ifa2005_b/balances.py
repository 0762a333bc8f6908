"""Actuarial balances as printed: percentages, sums, contributions (B115-B147)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import numpy as np

from pymodel import balance
from pymodel.conciliacion import lectura
from pymodel.conciliacion.ifa2005_b import comun as c
from pymodel.conciliacion.ifa2005_b.comun import (
    Columna,
    celda,
    columna,
    contra,
    supuesto,
    verificacion,
)
from pymodel.conciliacion.registro import Par, Verificacion
from pymodel.validacion import Vector

MONTO, PORCENTAJE = "monto_millones_pesos_2005", "pct_vpsf"
TRANSICION = "Generación en transición"

Renglon = tuple[str, str, str]


@dataclass(frozen=True)
class Balance:
    """Where each line of a printed balance stands: (lado, seccion, concepto).

    `aportaciones` are the future contributions by generation and `aportado` their printed sum;
    `pasivos` the liabilities by benefit and generation; `vpsf` is the column of wages and the
    row of its printed present value.
    """

    cuadro: str
    nombre: str
    vpsf: tuple[Columna, str]
    reserva: Renglon
    aportaciones: tuple[Renglon, ...]
    aportado: Renglon
    otros: tuple[Renglon, ...]
    brecha: Renglon
    total_activo: Renglon
    pasivos: tuple[Renglon, ...]
    total_pasivo: Renglon

    @property
    def numero(self) -> str:
        """Printed number of the table, "II.4"."""
        return self.cuadro.upper().replace("_", ".")

    def monto(self, renglon: Renglon) -> float:
        """Printed amount of a line, mdp."""
        return celda(Columna(self.cuadro, MONTO), renglon)

    def montos(self, renglones: tuple[Renglon, ...]) -> Vector:
        """Printed amounts of several lines, mdp."""
        return np.array([self.monto(r) for r in renglones])

    def suma(self, *renglones: Renglon) -> float:
        """Sum of printed amounts, mdp."""
        return float(self.montos(renglones).sum())

    def vpsf_impreso(self) -> float:
        """Printed present value of future wages, mdp."""
        return celda(*self.vpsf)

    def prestacion(self, concepto: str) -> tuple[Renglon, ...]:
        """Liabilities of one benefit, one for each generation."""
        return tuple(r for r in self.pasivos if r[2] == concepto)

    def generacion(self, seccion: str) -> tuple[Renglon, ...]:
        """Liabilities of one section of the liability side."""
        return tuple(r for r in self.pasivos if r[1] == seccion)


def _pasivos(secciones: tuple[str, ...], conceptos: tuple[str, ...]) -> tuple[Renglon, ...]:
    return tuple(("PASIVO", s, x) for s in secciones for x in conceptos)


def _activos(seccion: str, *conceptos: str) -> tuple[Renglon, ...]:
    return tuple(("ACTIVO", seccion, x) for x in conceptos)


GENERACIONES = (TRANSICION, "Generación actual Ley 97", "Generación futura")
PENSIONES, INDEMNIZACIONES = "Pensiones", "Indemnizaciones y Laudos"
SUBSIDIOS_SRT = "Subsidios, y ayudas para gtos. de funeral"
SUBSIDIOS_SIV = "Subsidios y ayudas de funeral"
SALDO = "Saldo de la Reserva al 31 de diciembre de 2005"
PRIMA_ANTIGUEDAD = "Indemnizaciones y prima de antigüedad"

SRT = Balance(
    cuadro="ii_4",
    nombre="SRT",
    vpsf=(c.SRT_SALARIOS, c.VALOR_PRESENTE),
    reserva=("ACTIVO", "", "Saldo de la reserva al 31 de diciembre de 2005"),
    aportaciones=_activos(
        "Aportaciones futuras", TRANSICION, "Generación Actual Ley 97", "Generación Futura"
    ),
    aportado=("ACTIVO", "Aportaciones futuras", "Subtotal"),
    otros=(),
    brecha=("ACTIVO", "", "Déficit/Superávit"),
    total_activo=("ACTIVO", "", "TOTAL ACTIVO"),
    pasivos=_pasivos(GENERACIONES, (PENSIONES, INDEMNIZACIONES, SUBSIDIOS_SRT)),
    total_pasivo=("PASIVO", "", "TOTAL PASIVO"),
)
SIV = Balance(
    cuadro="ii_10",
    nombre="SIV",
    vpsf=(c.SIV_SALARIOS, c.VALOR_PRESENTE),
    reserva=("ACTIVO", "", SALDO),
    aportaciones=_activos("Aportaciones Futuras", *GENERACIONES),
    aportado=("ACTIVO", "Aportaciones Futuras", "Subtotal"),
    otros=_activos(
        "Aportaciones Futuras", "Ingresos por concepto de obligaciones del G.F. por P.G."
    ),
    brecha=("ACTIVO", "", "Déficit/Superávit"),
    total_activo=("ACTIVO", "", "TOTAL ACTIVO"),
    pasivos=_pasivos(GENERACIONES, (PENSIONES, SUBSIDIOS_SIV)),
    total_pasivo=("PASIVO", "", "TOTAL PASIVO"),
)
RJP = Balance(
    cuadro="ii_23",
    nombre="RJP",
    vpsf=(c.CLAUSULAS_SALARIOS, c.VALOR_PRESENTE),
    reserva=("ACTIVO", "", "Saldo de la reserva"),
    aportaciones=_activos("Aportaciones futuras", "Generación actual L73", "Generación actual L97"),
    aportado=("ACTIVO", "Aportaciones futuras", "subtotal aportaciones futuras"),
    otros=_activos("", "FCOLCLC"),
    brecha=("ACTIVO", "", "Nivel de desfinanciamiento"),
    total_activo=("ACTIVO", "", "Total del activo"),
    pasivos=(
        *_pasivos(
            ("Pensiones",),
            ("Pensiones en curso de pago", "Generación actual L73", "Generación actual L97"),
        ),
        *_pasivos(
            (PRIMA_ANTIGUEDAD,),
            (
                "Generación actual L73",
                "Generación actual L97",
                "Reforma de 2004",
                "Reforma de 2005",
                "Nuevas generaciones Confianza A",
                "Nuevas generaciones Base y Conf B",
            ),
        ),
    ),
    total_pasivo=("PASIVO", "", "Total del pasivo"),
)
GMP = Balance(
    cuadro="ii_27",
    nombre="GMP",
    vpsf=(c.GMP_SALARIOS, c.COSTO_ACTUARIAL),
    reserva=("ACTIVO", "", SALDO),
    aportaciones=_activos(
        "Aportaciones Futuras", TRANSICION, "Generación Actual Ley 97", "Generación Futura"
    ),
    aportado=("ACTIVO", "Aportaciones Futuras", "Subtotal"),
    otros=(),
    brecha=("ACTIVO", "", "Nivel de desfinanciamiento"),
    total_activo=("ACTIVO", "", "TOTAL ACTIVO"),
    pasivos=_pasivos(
        ("",),
        (
            "Invalidez y Vida",
            "Riesgos de Trabajo",
            "Régimen de Jubilaciones y Pensiones (Curso de pago)",
        ),
    ),
    total_pasivo=("PASIVO", "", "TOTAL PASIVO"),
)

SUBTOTAL_PENSIONES: Renglon = ("PASIVO", "Pensiones", "Subtotal pensiones")
SUBTOTAL_INDEMNIZACIONES: Renglon = (
    "PASIVO",
    PRIMA_ANTIGUEDAD,
    "Subtotal indemnizaciones y pantig",
)

RESERVA_OMITIDA = (
    "Defecto de la fuente: el total del activo del cuadro II.10 deja fuera la reserva de 16,350; "
    "con ella el superávit es 383,595 y no 367,245."
)


def porcentaje_de_la_brecha(b: Balance) -> float:
    """Printed deficit (positive) or surplus, % of VPSF."""
    return celda(Columna(b.cuadro, PORCENTAJE), b.brecha)


def _porcentajes(b: Balance) -> Par:
    montos = columna(Columna(b.cuadro, MONTO))
    return columna(Columna(b.cuadro, PORCENTAJE)), 100 * montos / b.vpsf_impreso()


def _de_porcentajes() -> list[Verificacion]:
    casos = [
        ("B115", SRT, "cuadro II.4, L1342-1360"),
        ("B116", SIV, "cuadro II.10, L1632-1646"),
        ("B117", RJP, "cuadro II.23, L2208-2222"),
        ("B118", GMP, "cuadro II.27, L2397-2407"),
    ]
    return [
        verificacion(
            clave,
            "identidad",
            f"Balance del {b.nombre}: cada porcentaje es monto/VPSF",
            partial(_porcentajes, b),
            lectura.medias_unidades(c.DOCUMENTO, f"cuadro_{b.cuadro}", PORCENTAJE),
            fuente,
            unidad="% del VPSF",
            nota="Tolerancia: media unidad de la última cifra impresa en cada renglón.",
        )
        for clave, b, fuente in casos
    ]


def _subtotal(b: Balance, seccion: str) -> Callable[[], Par]:
    return contra(
        partial(b.monto, ("PASIVO", seccion, "Subtotal")),
        partial(b.suma, *b.generacion(seccion)),
    )


def _prestacion(b: Balance, gasto: Columna, concepto: str) -> Callable[[], Par]:
    """Liabilities of one benefit against its present value in the table of flows."""
    return contra(partial(celda, gasto, c.VALOR_PRESENTE), partial(b.suma, *b.prestacion(concepto)))


def _aportaciones(b: Balance, prima: str) -> Callable[[], Par]:
    return contra(
        partial(b.monto, b.aportado),
        lambda: supuesto(prima) * b.vpsf_impreso(),
    )


def _superavit(b: Balance, con_reserva: bool) -> Callable[[], Par]:
    """Printed gap (deficit > 0) against printed liabilities less printed assets."""

    def calculado() -> float:
        activos = b.monto(b.aportado) + b.suma(*b.otros)
        if con_reserva:
            activos += b.monto(b.reserva)
        return b.monto(b.total_pasivo) - activos

    return contra(partial(b.monto, b.brecha), calculado)


def _sumas() -> list[Verificacion]:
    subtotales = tuple(("PASIVO", g, "Subtotal") for g in GENERACIONES)
    casos: list[tuple[str, str, Callable[[], Par], float, str, str]] = [
        ("B119", "SRT, pasivo de la generación en transición",
         _subtotal(SRT, GENERACIONES[0]), 0, "II.4, L1346", ""),
        ("B120", "SRT, pasivo de la generación actual Ley 97",
         _subtotal(SRT, GENERACIONES[1]), 0, "II.4, L1351", ""),
        ("B121", "SRT, pasivo de la generación futura",
         _subtotal(SRT, GENERACIONES[2]), 0, "II.4, L1356", ""),
        ("B122", "SRT, total del pasivo",
         contra(partial(SRT.monto, SRT.total_pasivo), partial(SRT.suma, *subtotales)),
         0, "II.4, L1360", ""),
        ("B123", "SRT, las pensiones por generación suman su valor presente",
         _prestacion(SRT, c.SRT_PENSIONES, PENSIONES), 1, "II.3 y II.4, L1317", ""),
        ("B124", "SRT, las indemnizaciones por generación suman su valor presente",
         _prestacion(SRT, c.SRT_IG, INDEMNIZACIONES), 1, "II.3 y II.4, L1317", ""),
        ("B125", "SRT, los subsidios por generación suman su valor presente",
         _prestacion(SRT, c.SRT_SUBSIDIOS, SUBSIDIOS_SRT), 0, "II.3 y II.4, L1317", ""),
        ("B126", "SRT, aportaciones futuras: 1.97 % del VPSF",
         _aportaciones(SRT, "prima_ingreso_srt"), 1, "II.4, L1351", ""),
        ("B127", "SRT, superávit (negativo): pasivo menos reserva y aportaciones",
         _superavit(SRT, True), 0, "II.4, L1359", ""),
        ("B128", "SIV, las pensiones por generación suman su valor presente",
         _prestacion(SIV, c.SIV_PENSIONES, PENSIONES), 0, "II.9 y II.10, L1644", ""),
        ("B129", "SIV, los subsidios por generación suman su valor presente",
         _prestacion(SIV, c.SIV_SUBSIDIOS, SUBSIDIOS_SIV), 0, "II.9 y II.10, L1645", ""),
        ("B130", "SIV, total del pasivo",
         contra(partial(SIV.monto, SIV.total_pasivo), partial(SIV.suma, *subtotales)),
         0, "II.10, L1646", ""),
        ("B131", "SIV, aportaciones futuras: 2.5 % del VPSF",
         _aportaciones(SIV, "prima_ingreso_siv"), 1, "II.10, L1639", ""),
        ("B132", "SIV, subtotal del activo: aportaciones más pensión garantizada",
         contra(partial(SIV.monto, ("ACTIVO", "", "Subtotal")),
                partial(SIV.suma, SIV.aportado, *SIV.otros)), 0, "II.10, L1643", ""),
        ("B133", "SIV, superávit impreso (negativo): se obtiene sin la reserva",
         _superavit(SIV, False), 0, "II.10, L1645", ""),
        ("B134", "SIV, superávit (negativo) con la reserva",
         _superavit(SIV, True), 0, "II.10, L1645", RESERVA_OMITIDA),
        ("B135", "RJP, total de pensiones",
         contra(partial(RJP.monto, SUBTOTAL_PENSIONES),
                partial(RJP.suma, *RJP.generacion("Pensiones"))), 0, "II.23, L2212", ""),
        ("B136", "RJP, total de indemnizaciones y prima de antigüedad",
         contra(partial(RJP.monto, SUBTOTAL_INDEMNIZACIONES),
                partial(RJP.suma, *RJP.generacion(PRIMA_ANTIGUEDAD))), 0, "II.23, L2221", ""),
        ("B137", "RJP, total del pasivo",
         contra(partial(RJP.monto, RJP.total_pasivo),
                partial(RJP.suma, SUBTOTAL_PENSIONES, SUBTOTAL_INDEMNIZACIONES)),
         0, "II.23, L2222", ""),
        ("B138", "RJP, nivel de desfinanciamiento",
         _superavit(RJP, True), 0, "II.23, L2217", ""),
        ("B139", "RJP, aportaciones futuras de las dos generaciones",
         contra(partial(RJP.monto, RJP.aportado),
                partial(RJP.suma, *RJP.aportaciones)), 1, "II.23, L2214", ""),
        ("B140", "GMP, total del pasivo por origen",
         contra(partial(GMP.monto, GMP.total_pasivo), partial(GMP.suma, *GMP.pasivos)),
         1, "II.27, L2406", ""),
        ("B141", "GMP, aportaciones futuras: 1.5 % del VPSF",
         _aportaciones(GMP, "prima_ingreso_gmp"), 1, "II.27, L2403", ""),
        ("B142", "GMP, nivel de desfinanciamiento",
         _superavit(GMP, True), 0, "II.27, L2405", ""),
    ]  # fmt: skip
    return [
        verificacion(
            clave,
            "identidad",
            f"Balance: {nombre}",
            calcular,
            tolerancia,
            f"cuadro{'s' if ' y ' in donde else ''} {donde}",
            falla_esperada=explicacion,
        )
        for clave, nombre, calcular, tolerancia, donde, explicacion in casos
    ]


def salarios(b: Balance, prima: str) -> Vector:
    """Wages of each generation implied by its contributions, mdp (M8)."""
    return balance.salarios_por_generacion(supuesto(prima), b.montos(b.aportaciones))


def _salarios_srt(i: int) -> Par:
    subsidios = SRT.montos(SRT.prestacion(SUBSIDIOS_SRT))[i] / supuesto("subsidios_ayudas_srt")
    return subsidios, salarios(SRT, "prima_ingreso_srt")[i]


def _salarios_siv(i: int) -> Par:
    return salarios(GMP, "prima_ingreso_gmp")[i], salarios(SIV, "prima_ingreso_siv")[i]


def _salarios() -> list[Verificacion]:
    nombres = ("en transición", "actual Ley 97", "futura")
    entradas = [
        verificacion(
            clave,
            "identidad",
            f"Salarios de la generación {nombres[i]}, SRT: por subsidios y por aportaciones",
            partial(_salarios_srt, i),
            300,
            "cuadro II.4",
            nota="Los montos se imprimen en millones; entre 0.0020 su redondeo pesa hasta 250.",
        )
        for i, clave in enumerate(("B143", "B144", "B145"))
    ]
    entradas += [
        verificacion(
            clave,
            "identidad",
            f"Salarios de la generación {nombres[i]}: por aportaciones al GMP y al SIV",
            partial(_salarios_siv, i),
            60,
            "cuadros II.10 y II.27",
        )
        for i, clave in enumerate(("B146", "B147"))
    ]
    return entradas


VERIFICACIONES = (*_de_porcentajes(), *_sumas(), *_salarios())
