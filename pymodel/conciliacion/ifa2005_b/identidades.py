"""Printed tables of the SRT and the SIV against themselves (B83-B114)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import numpy as np

from pymodel import primas
from pymodel.conciliacion.ifa2005_b import comun as c
from pymodel.conciliacion.ifa2005_b.comun import (
    Columna,
    celda,
    columna,
    contra,
    impresos,
    supuesto,
    verificacion,
)
from pymodel.conciliacion.ifa2005_b.textos import cita, texto
from pymodel.conciliacion.registro import Par, Verificacion
from pymodel.validacion import Vector

DOS_DECIMALES = 0.0051
POR_MIL = "por cada 1,000 asegurados"


def suma_de_partes(total: Columna, *partes: str) -> Callable[[], Par]:
    """Check every row of a printed total against the sum of its printed parts.

    A part is a column of the same table; a leading "-" subtracts it.
    """

    def calcular() -> Par:
        suma = np.zeros_like(columna(total))
        for parte in partes:
            signo = -1.0 if parte.startswith("-") else 1.0
            suma += signo * columna(total._replace(nombre=parte.removeprefix("-")))
        return columna(total), suma

    return calcular


def primas_impresas(salarios: Columna, primas_de: dict[str, str], *filas: str) -> Callable[[], Par]:
    """Check printed premiums, column -> column of its expenditure, against prima_gasto."""

    def calcular() -> Par:
        masa = impresos(salarios, *filas)
        publicado = [impresos(salarios._replace(nombre=p), *filas) for p in primas_de]
        calculado = [
            100 * primas.prima_gasto(impresos(salarios._replace(nombre=g), *filas), masa)
            for g in primas_de.values()
        ]
        return np.concatenate(publicado), np.concatenate(calculado)

    return calcular


def unir(*pares: Callable[[], Par]) -> Callable[[], Par]:
    """Several checks of columns as one."""

    def calcular() -> Par:
        publicado, calculado = zip(*(par() for par in pares), strict=True)
        return np.concatenate(publicado), np.concatenate(calculado)

    return calcular


def _tasa(gasto: Columna, salarios: Columna, fila: str) -> Vector:
    """Expenditure over wages of the printed years and one more row, %."""
    return 100 * primas.prima_gasto(impresos(gasto, fila), impresos(salarios, fila))


def _constante(parametro: str, filas: int) -> Vector:
    return np.full(filas, 100 * supuesto(parametro))


def _anuales() -> list[Verificacion]:
    ii_5, ii_6 = Columna("ii_5", "total_f"), Columna("ii_6", "total_del_gasto")
    ii_11, ii_12 = Columna("ii_11", "total_e"), Columna("ii_12", "total_de_pensiones")
    ii_13 = Columna("ii_13", "gasto_total")
    vigentes = ("temporales_bajo_la_ley_de_1997", "pensiones_bajo_la_ley_1973")
    return [
        verificacion(
            "B83",
            "identidad",
            "Cuadro II.3: (e) = (b) + (c) + (d)",
            suma_de_partes(
                c.SRT_TOTAL, c.SRT_PENSIONES.nombre, c.SRT_IG.nombre, c.SRT_SUBSIDIOS.nombre
            ),
            0.0001,
            "cuadro II.3, L1301-1318",
            unidad="mdp de 2005 y % de los salarios",
        ),
        verificacion(
            "B84",
            "identidad",
            "Cuadro II.3: (f) = (b)/(a) y (g) = (e)/(a)",
            primas_impresas(
                c.SRT_SALARIOS,
                {
                    "prima_pensiones_pct_f": c.SRT_PENSIONES.nombre,
                    "prima_pensiones_ig_subsidios_y_ayudas_pct_g": c.SRT_TOTAL.nombre,
                },
                c.VALOR_PRESENTE,
            ),
            DOS_DECIMALES,
            "cuadro II.3, L1301-1317",
            unidad=c.PCT,
        ),
        verificacion(
            "B85",
            "identidad",
            "Cuadro II.3: subsidios y ayudas son 0.20 % de los salarios cada año",
            contra(
                partial(_tasa, c.SRT_SUBSIDIOS, c.SRT_SALARIOS, c.VALOR_PRESENTE),
                partial(_constante, "subsidios_ayudas_srt", 16),
            ),
            0.0001,
            "cuadro II.3, L1301-1317",
            unidad=c.PCT,
        ),
        verificacion(
            "B86",
            "identidad",
            "Cuadro II.9: (d) = (b) - (c), (f) = (b) + (e), (g) = (d) + (e)",
            unir(
                suma_de_partes(
                    c.SIV_PENSIONES_SIN_CF, c.SIV_PENSIONES.nombre, f"-{c.SIV_CF.nombre}"
                ),
                suma_de_partes(c.SIV_TOTAL, c.SIV_PENSIONES.nombre, c.SIV_SUBSIDIOS.nombre),
                suma_de_partes(
                    c.SIV_TOTAL_SIN_CF, c.SIV_PENSIONES_SIN_CF.nombre, c.SIV_SUBSIDIOS.nombre
                ),
            ),
            1,
            "cuadro II.9, L1594-1611",
            unidad="mdp de 2005 y % de los salarios",
        ),
        verificacion(
            "B87",
            "identidad",
            "Cuadro II.9: primas (h), (i), (j) y (k) de cada año",
            primas_impresas(
                c.SIV_SALARIOS,
                {
                    "prima_pensiones_con_cf_pct_h": c.SIV_PENSIONES.nombre,
                    "prima_pensiones_sin_cf_pct_i": c.SIV_PENSIONES_SIN_CF.nombre,
                    "prima_pensiones_subsidios_y_ayudas_con_cf_pct_j": c.SIV_TOTAL.nombre,
                    "prima_pensiones_subsidios_y_ayudas_sin_cf_pct_k": c.SIV_TOTAL_SIN_CF.nombre,
                },
            ),
            DOS_DECIMALES,
            "cuadro II.9, L1594-1608",
            unidad=c.PCT,
        ),
        verificacion(
            "B88",
            "identidad",
            "Cuadro II.9: subsidios y ayudas son 0.32 % de los salarios cada año",
            contra(
                partial(_tasa, c.SIV_SUBSIDIOS, c.SIV_SALARIOS, c.VALOR_PRESENTE),
                partial(_constante, "subsidios_ayudas_siv", 16),
            ),
            0.0001,
            "cuadro II.9, L1594-1610",
            unidad=c.PCT,
        ),
        verificacion(
            "B89",
            "identidad",
            "Cuadro II.5: (f) = (b) + (c) + (d) + (e)",
            suma_de_partes(
                ii_5,
                "muerte_b",
                "incapacidad_permanente_c",
                "provisionales_d",
                "indemnizacion_global_e",
            ),
            1,
            "cuadro II.5, L1393-1407",
            unidad="casos",
        ),
        verificacion(
            "B90",
            "identidad",
            "Cuadro II.5: (g) = 1,000 (f)/(a)",
            partial(_por_mil, "relacion_por_cada_1000_asegurados_g", ii_5, c.SRT_ASEGURADOS),
            DOS_DECIMALES,
            "cuadro II.5, L1393-1407",
            unidad=POR_MIL,
        ),
        verificacion(
            "B91",
            "identidad",
            "Cuadro II.6: total = cuatro componentes",
            suma_de_partes(
                ii_6,
                "rentas_vitalicias",
                "provisionales",
                "indemnizaciones_globales",
                "pensiones_bajo_ley_1973",
            ),
            1,
            "cuadro II.6, L1425-1439",
        ),
        verificacion(
            "B92",
            "identidad",
            "Cuadro II.11: (e) = (b) + (c) + (d)",
            suma_de_partes(ii_11, "vida_b", "invalidez_c", "temporales_d"),
            1,
            "cuadro II.11, L1692-1706",
            unidad="casos",
        ),
        verificacion(
            "B93",
            "identidad",
            "Cuadro II.11: (f) = 1,000 (e)/(a)",
            partial(_por_mil, "relacion_por_cada_1000_asegurados_f", ii_11, c.SIV_ASEGURADOS),
            DOS_DECIMALES,
            "cuadro II.11, L1692-1706",
            unidad=POR_MIL,
        ),
        verificacion(
            "B94",
            "identidad",
            "Cuadro II.12: total = tres componentes",
            suma_de_partes(ii_12, "rentas_vitalicias", *vigentes),
            1,
            "cuadro II.12, L1722-1736",
            unidad="casos",
        ),
        verificacion(
            "B95",
            "identidad",
            "Cuadro II.13: total = tres componentes",
            suma_de_partes(ii_13, "rentas_vitalicias", *vigentes),
            1,
            "cuadro II.13, L1751-1765",
        ),
    ]


def _por_mil(publicada: str, casos: Columna, asegurados: Columna) -> Par:
    impresa = columna(casos._replace(nombre=publicada))
    return impresa, 1000 * columna(casos) / columna(asegurados)


def _misma_proyeccion() -> list[Verificacion]:
    # Ratios fitted to the print: both valuations share one projection of insured and wages.
    razon_salarios, razon_asegurados = 1.00801, 0.991108
    return [
        verificacion(
            "B97",
            "identidad",
            "Cuadro II.26: salarios (a) y asegurados (c) son los del SIV",
            unir(
                contra(partial(impresos, c.GMP_SALARIOS), partial(impresos, c.SIV_SALARIOS)),
                contra(partial(impresos, c.GMP_ASEGURADOS), partial(impresos, c.SIV_ASEGURADOS)),
            ),
            0.0001,
            "cuadros II.9, II.11 y II.26, L2356-2370",
            unidad="mdp de 2005 y personas",
        ),
        verificacion(
            "B98",
            "calibrado",
            "Salarios SRT/SIV: la misma razón todos los años",
            lambda: (
                impresos(c.SRT_SALARIOS, c.VALOR_PRESENTE)
                / impresos(c.SIV_SALARIOS, c.VALOR_PRESENTE),
                np.full(16, razon_salarios),
            ),
            2e-5,
            "cuadros II.3 y II.9",
            unidad="razón",
            nota="Constante ajustada a lo impreso: 1.00801.",
        ),
        verificacion(
            "B99",
            "calibrado",
            "Asegurados SRT/SIV: la misma razón todos los años",
            lambda: (
                columna(c.SRT_ASEGURADOS) / columna(c.SIV_ASEGURADOS),
                np.full(15, razon_asegurados),
            ),
            1e-6,
            "cuadros II.5 y II.11",
            unidad="razón",
            nota="Constante ajustada a lo impreso: 0.991108.",
        ),
    ]


@dataclass(frozen=True)
class Rentas:
    """Layout of a table of rentas vitalicias (II.2, II.8): rows by group, columns by year."""

    id: str
    directa: str
    derivadas: tuple[str, ...]
    total_derivadas: str
    total: str
    monto: str

    @property
    def grupos(self) -> tuple[str, ...]:
        """Every group of pensions, totals included."""
        return (self.directa, *self.derivadas, self.total_derivadas, self.total)

    def fila(self, grupo: str, concepto: str) -> Vector:
        """Figures of 1997-2005 and of the total, (10,)."""
        columnas = (*map(str, range(1997, 2006)), "Total")
        return np.array([celda(Columna(self.id, x), (grupo, concepto)) for x in columnas])

    def totales(self) -> Par:
        """Printed total of the period against the sum of the years."""
        filas = [self.fila(g, x) for g in self.grupos for x in ("Casos", self.monto)]
        return np.array([f[-1] for f in filas]), np.array([f[:-1].sum() for f in filas])

    def promedios(self) -> Par:
        """Printed average amount against amount over cases."""
        return (
            np.concatenate([self.fila(g, "MC promedio") for g in self.grupos]),
            np.concatenate([self.fila(g, self.monto) / self.fila(g, "Casos") for g in self.grupos]),
        )

    def suma(self, total: str, partes: tuple[str, ...]) -> Par:
        """Printed total, cases and then amounts, against the sum of its groups."""
        conceptos = ("Casos", self.monto)
        return (
            np.concatenate([self.fila(total, x) for x in conceptos]),
            np.concatenate([np.sum([self.fila(g, x) for g in partes], axis=0) for x in conceptos]),
        )


SRT = Rentas(
    "ii_2",
    "Incapacidad Permanente",
    ("Viudez", "Viudez-Orfandad", "Orfandad", "Ascendencia"),
    "Total Pensiones derivadas por fallecimiento",
    "Total de Rentas Vitalicias",
    "Montos Constitutivos(MC)",
)
SIV = Rentas(
    "ii_8",
    "Invalidez",
    ("Viudez", "Viudez - Orfandad", "Orfandad", "Ascendencia"),
    "Total pensiones derivadas por fallecimiento",
    "Total de rentas vitalicias",
    "Montos constitutivos (MC)",
)
CASOS_Y_MONTOS = "casos y miles de pesos corrientes"
# Position of 1997 and of the total among cases and amounts, ten figures each.
MC_1997, MC_TOTAL = 10, 19


def _directa_y_derivadas(rentas: Rentas, posiciones: list[int]) -> Par:
    publicado, calculado = rentas.suma(rentas.total, (rentas.directa, rentas.total_derivadas))
    return np.asarray(publicado)[posiciones], np.asarray(calculado)[posiciones]


def _rentas() -> list[Verificacion]:
    errata = (
        "Defecto de la fuente: el total impreso es menor que la suma de sus dos partes (118 mil "
        "pesos en 1997, 119 en el total de los años)."
    )
    limpias = [i for i in range(20) if i not in (MC_1997, MC_TOTAL)]
    entradas = []
    cuadros = [
        ("B100", "B101", "B102", SRT, "cuadro II.2", "L1223-1250", 0),
        ("B104", "B105", "B106", SIV, "cuadro II.8", "L1521-1548", 2),
    ]
    for clave_total, clave_promedio, clave_derivadas, rentas, cuadro, lineas, tolerancia in cuadros:
        fuente = f"{cuadro}, {lineas}"
        nombre = f"C{cuadro[1:]}"
        entradas += [
            verificacion(
                clave_total,
                "identidad",
                f"{nombre}: suma de 1997-2005 contra el total del renglón",
                rentas.totales,
                tolerancia,
                fuente,
                unidad=CASOS_Y_MONTOS,
            ),
            verificacion(
                clave_promedio,
                "identidad",
                f"{nombre}: monto constitutivo promedio = monto/casos",
                rentas.promedios,
                0.0501,
                fuente,
                unidad="miles de pesos corrientes",
            ),
            verificacion(
                clave_derivadas,
                "identidad",
                f"{nombre}: las pensiones derivadas suman su total",
                partial(rentas.suma, rentas.total_derivadas, rentas.derivadas),
                1,
                fuente,
                unidad=CASOS_Y_MONTOS,
            ),
        ]
        if rentas is SRT:
            entradas.append(
                verificacion(
                    "B103",
                    "identidad",
                    f"{nombre}: directas más derivadas son el total",
                    partial(_directa_y_derivadas, rentas, list(range(20))),
                    0,
                    fuente,
                    unidad=CASOS_Y_MONTOS,
                )
            )
    casos = [
        (
            "B107",
            "todas las celdas menos el monto de 1997 y el total",
            limpias,
            1,
            "L1521-1548",
            "",
        ),
        ("B108", "monto de 1997", [MC_1997], 2, "L1547", errata),
        ("B109", "monto de todos los años", [MC_TOTAL], 2, "L1547", errata),
    ]
    entradas += [
        verificacion(
            clave,
            "identidad",
            f"Cuadro II.8: directas más derivadas son el total, {cuales}",
            partial(_directa_y_derivadas, SIV, posiciones),
            tolerancia,
            f"cuadro II.8, {lineas}",
            unidad=CASOS_Y_MONTOS if len(posiciones) > 1 else "miles de pesos corrientes",
            falla_esperada=explicacion,
        )
        for clave, cuales, posiciones, tolerancia, lineas, explicacion in casos
    ]
    return entradas


def _variaciones(rentas: Rentas, grupo: str, conceptos: dict[str, str]) -> Par:
    """Printed yearly variations, concept -> concept that varies, against the growth rates."""
    publicado, calculado = [], []
    for impresa, concepto in conceptos.items():
        publicado.append(rentas.fila(grupo, impresa)[1:-1])
        montos = rentas.fila(rentas.total, concepto)[:-1]
        calculado.append(100 * (montos[1:] / montos[:-1] - 1))
    return np.concatenate(publicado), np.concatenate(calculado)


def _por_diez_mil() -> Par:
    sin_grupo = "(sin grupo)"
    rotulo = "Relación de rentas vitalicias otorgadas por cada 10,000 asegurados"
    asegurados = SIV.fila(sin_grupo, "Asegurados I.V.")[:-1]
    casos = SIV.fila(SIV.total, "Casos")[:-1]
    return SIV.fila(sin_grupo, rotulo)[:-1], 10_000 * casos / asegurados


def _participacion(grupo: str) -> float:
    return float(100 * SRT.fila(grupo, SRT.monto)[-1] / SRT.fila(SRT.total, SRT.monto)[-1])


VERIFICACIONES = (
    *_anuales(),
    *_misma_proyeccion(),
    *_rentas(),
    verificacion(
        "B110",
        "identidad",
        "Cuadro II.2: variaciones anuales de casos, montos y monto promedio",
        partial(
            _variaciones,
            SRT,
            "Variación respecto al año anterior",
            {x: x for x in ("Casos", SRT.monto, "MC promedio")},
        ),
        0.08,
        "cuadro II.2, L1252-1254",
        unidad="%",
    ),
    verificacion(
        "B111",
        "identidad",
        "Cuadro II.8: variación anual del monto promedio",
        partial(_variaciones, SIV, SIV.total, {"Variación MC promedio": "MC promedio"}),
        0.051,
        "cuadro II.8, L1549",
        unidad="%",
    ),
    verificacion(
        "B112",
        "identidad",
        "Cuadro II.8: rentas vitalicias por cada 10,000 asegurados",
        _por_diez_mil,
        0.0501,
        "cuadro II.8, L1551",
        unidad="por cada 10,000 asegurados",
    ),
    verificacion(
        "B113",
        "identidad",
        "SRT: parte del monto constitutivo por incapacidad permanente",
        contra(partial(texto, "mc_incapacidad"), partial(_participacion, SRT.directa)),
        0.051,
        cita("mc_incapacidad", "cuadro II.2"),
        unidad="%",
    ),
    verificacion(
        "B114",
        "identidad",
        "SRT: parte del monto constitutivo por muerte",
        contra(partial(texto, "mc_muerte"), partial(_participacion, SRT.total_derivadas)),
        0.051,
        cita("mc_muerte", "cuadro II.2"),
        unidad="%",
    ),
)
