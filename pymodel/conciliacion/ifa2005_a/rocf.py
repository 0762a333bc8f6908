"""Sections 2.4 to 2.7: loans of the ROCF, ledgers of cuadros I.14 to I.17, legal limits."""

from __future__ import annotations

import functools
from collections.abc import Callable
from datetime import date

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike

from pymodel import datos
from pymodel.conciliacion.ifa2005_a.comun import (
    DOCUMENTO,
    MDP,
    MILES,
    Ficha,
    ficha,
    fijar,
    fuente,
    numerar,
    renglon,
    texto,
)
from pymodel.conciliacion.registro import Par
from pymodel.mifa import reservas
from pymodel.validacion import Vector

DECIMO = 0.1 + 1e-6  # a tenth, and a hair for its binary form in figures of millions
# Columns of I.14 that owe to the ROCF, in its order; EM is the sum of the first two.
DEUDORES = ("em_asegurados", "em_pensionados", "guarderias_y_prestaciones_sociales",
            "salud_para_la_familia")  # fmt: skip
COLUMNAS = ("disponibilidad_seg_libros", *reservas.COLUMNAS_RO.values(), "em_asegurados",
            "em_pensionados")  # fmt: skip
I14, I15, I16, I17 = (f"cuadro_i_{n}" for n in (14, 15, 16, 17))


@functools.cache
def _tabla(cuadro: str) -> pd.DataFrame:
    return datos.tabla(DOCUMENTO, cuadro)


def _linea(cuadro: str, linea: int) -> pd.Series:
    """Row of a ledger by its line in the source."""
    df = _tabla(cuadro)
    return df[df["linea_fuente"] == linea].iloc[0]


def _montos(linea: int, columnas: tuple[str, ...]) -> Vector:
    return _linea(I14, linea)[list(columnas)].to_numpy(np.float64)


PRESTAMOS = {2003: 912, 2004: 924}


@functools.cache
def cartera() -> reservas.Cartera:
    """Loans of 2003 and 2004 by debtor (Asegurados, Pensionados, SGPS, SSFAM)."""
    return reservas.Cartera({a: _montos(linea, DEUDORES) for a, linea in PRESTAMOS.items()})


# Line of I.14 -> loan: every payment of principal or interest.
PAGOS = {
    915: 2003, 916: 2003, 917: 2003, 922: 2003, 923: 2003, 925: 2003, 926: 2004,
    930: 2003, 931: 2004, 932: 2004, 933: 2003, 934: 2004,
}  # fmt: skip
INTERESES = (917, 925, 926, 933, 934)
CAPITAL = {2003: (915, 916, 922, 923, 930), 2004: (931, 932)}


def _prorrateo(linea: int) -> Ficha:
    fila, prestamo = _linea(I14, linea), PAGOS[linea]
    return ficha(
        "modelo",
        f"{fila['Concepto']} ({fila['Fecha']}): prorrateo según el préstamo de {prestamo}",
        MILES,
        lambda: (
            _montos(linea, DEUDORES),
            cartera().repartir(prestamo, float(fila["disponibilidad_seg_libros"])),
        ),
        DECIMO,
        fuente("I.14"),
    )


def _mil(
    descripcion: str,
    publicado: ArrayLike,
    calcular: Callable[[], ArrayLike],
    *cuadros: str,
    tolerancia: float = DECIMO,
    tipo: str = "identidad",
    falla_esperada: str = "",
) -> Ficha:
    return ficha(
        tipo,
        descripcion,
        MILES,
        lambda: (publicado, calcular()),
        tolerancia,
        fuente(*cuadros),
        falla_esperada=falla_esperada,
    )


def _participacion(prestamo: int, impresas: tuple[float, ...]) -> Ficha:
    def calcular() -> Par:
        a, p, g, s = cartera().prestamos[prestamo]
        return impresas, 100.0 * np.array([a + p, a, p, g, s]) / (a + p + g + s)

    return ficha(
        "identidad",
        f"Participaciones del préstamo de {prestamo}: EM, Asegurados, Pensionados, SGPS, SSFAM",
        "%",
        calcular,
        5e-5,
        fuente("I.14"),
    )


def _i16(rotulo: str, n: int = 0) -> Vector:
    """Row of I.16 (the n-th with that label): ROCF, EM, Asegurados, Pensionados, SGPS, SSFAM."""
    df = _tabla(I16)
    filas = df[df["Concepto"] == rotulo].iloc[n, 1:]
    return filas.to_numpy(np.float64)


SALDO_ROCF = "Saldo Pendiente de cubrir a ROCF al 31 dic de 2005"


def _de_debe(montos: Vector) -> Vector:
    """Four debtors in the columns of I.16."""
    a, p, g, s = montos
    return np.array([a + p + g + s, a + p, a, p, g, s])


def _pagado(lineas: tuple[int, ...]) -> Vector:
    return np.abs(sum(_montos(n, DEUDORES) for n in lineas))


def _capital_pagado() -> Vector:
    """Columns of I.16; the total is that of the ledger, which rounds once."""
    lineas = [n for c in CAPITAL.values() for n in c]
    pagado = _de_debe(_pagado(tuple(lineas)))
    pagado[0] = -sum(float(_linea(I14, n)["disponibilidad_seg_libros"]) for n in lineas)
    return pagado


def _saldo_pendiente() -> Vector:
    capital = {
        prestamo: [float(-_linea(I14, n)["disponibilidad_seg_libros"]) for n in lineas]
        for prestamo, lineas in CAPITAL.items()
    }
    return _de_debe(cartera().saldos(capital))


DEFECTO_I16 = (
    "Defecto del informe: los pagos de capital de Asegurados y Pensionados no siguen el prorrateo "
    "del I.14 (3,870,411.6 y 809,964.3) y el saldo de Pensionados queda negativo; con él son "
    "554,277.2 y 120,597.9."
)


def _s24() -> list[list[Ficha]]:
    en_i16 = [0, 1, 4, 5]  # ROCF, EM, SGPS, SSFAM
    nombres = ("ROCF", "EM", "SGPS", "SSFAM")
    tres = [2_235_839.37, 1_115_000.0]
    return [
        [
            _participacion(2003, (63.5968, 52.6259, 10.9709, 21.0077, 15.3955)),
            _participacion(2004, (30.2635, 24.8555, 5.4080, 27.7577, 41.9788)),
        ],
        [_prorrateo(n) for n in PAGOS],
        [
            _mil(
                f"Saldo pendiente a la ROCF al 31-dic-2005, {nombre}",
                _i16(SALDO_ROCF)[j],
                fijar(lambda j: _saldo_pendiente()[j], j),
                "I.14",
                "I.16",
                tipo="modelo",
            )
            for j, nombre in zip(en_i16, nombres, strict=True)
        ],
        [
            _mil(
                f"Saldo pendiente a la ROCF al 31-dic-2005, {nombre}",
                _i16(SALDO_ROCF)[j],
                fijar(lambda j: _saldo_pendiente()[j], j),
                "I.14",
                "I.16",
                tipo="modelo",
                falla_esperada=DEFECTO_I16,
            )
            for j, nombre in ((2, "Asegurados"), (3, "Pensionados"))
        ],
        [
            _mil(
                "Préstamo de 2003: tercera parte = 1,776,000.0 + 459,839.4",
                1_776_000.0 + 459_839.4,
                lambda: reservas.prestamo_rocf(cartera().prestamos[2003].sum(), 3, 0.0).capital[0],
                "I.14",
                tipo="modelo",
            ),
            _mil(
                "Préstamo de 2003: pago de capital de 2005",
                -_linea(I14, 930)["disponibilidad_seg_libros"],
                lambda: reservas.prestamo_rocf(cartera().prestamos[2003].sum(), 3, 0.0).capital[2],
                "I.14",
                tipo="modelo",
            ),
            _mil(
                "Préstamo de 2004: (3,600,000 - 255,000)/3",
                tres[1],
                lambda: reservas.prestamo_rocf(3_600_000.0 - 255_000.0, 3, 0.0).capital[0],
                "I.14",
                tipo="modelo",
            ),
        ],
        [
            _mil(
                "Cinco pagos de interés suman los intereses del I.16",
                _i16("Intereses financiamiento de operación")[0],
                lambda: float(_pagado(INTERESES).sum()),
                "I.14",
                "I.16",
                tolerancia=0.3,
            ),
            *(
                _mil(
                    f"Intereses pagados por {nombre}, 2003-2005",
                    _i16("Intereses financiamiento de operación")[j],
                    fijar(lambda j: _de_debe(_pagado(INTERESES))[j], j),
                    "I.14",
                    "I.16",
                    tolerancia=0.25,
                )
                for j, nombre in (
                    (1, "EM"),
                    (2, "Asegurados"),
                    (3, "Pensionados"),
                    (4, "SGPS"),
                    (5, "SSFAM"),
                )
            ),
        ],
        [
            _mil(
                f"Préstamos a {nombre}: los de 2003 y 2004 suman el I.16",
                _i16("Financiamientos")[j],
                fijar(lambda j: _de_debe(np.sum(list(cartera().prestamos.values()), axis=0))[j], j),
                "I.14",
                "I.16",
            )
            for j, nombre in enumerate(
                ("los cinco seguros", "EM", "Asegurados", "Pensionados", "SGPS", "SSFAM")
            )
        ],
        [
            _mil(
                f"Capital pagado por {nombre}, 2003-2005",
                _i16("Pagos capital")[j],
                fijar(lambda j: _capital_pagado()[j], j),
                "I.14",
                "I.16",
                tolerancia=0.15,
                falla_esperada=DEFECTO_I16 if j in (2, 3) else "",
            )
            for j, nombre in enumerate(
                ("los cinco seguros", "EM", "Asegurados", "Pensionados", "SGPS", "SSFAM")
            )
        ],
        [
            _mil(
                "I.16: financiamientos + intereses = subtotal",
                _i16("Subtotal"),
                lambda: _i16("Financiamientos") + _i16("Intereses financiamiento de operación"),
                "I.16",
                tolerancia=0.15,
            ),
            _mil(
                "I.16: pagos de capital + intereses generados = subtotal",
                _i16("Subtotal", 1),
                lambda: _i16("Pagos capital") + _i16("Intereses generados"),
                "I.16",
                tolerancia=0.15,
            ),
            _mil(
                "I.16: saldo pendiente = primer subtotal - segundo",
                _i16(SALDO_ROCF),
                lambda: _i16("Subtotal") - _i16("Subtotal", 1),
                "I.16",
                tolerancia=0.15,
            ),
            _mil(
                "I.16: EM = Asegurados + Pensionados, ocho renglones",
                _tabla(I16).iloc[:, 2].dropna().to_numpy(np.float64),
                lambda: _tabla(I16).iloc[:, 3:5].dropna().sum(axis=1).to_numpy(np.float64),
                "I.16",
                tolerancia=0.15,
            ),
            ficha(
                "identidad",
                "Préstamos de la ROCF 2003-2005 y su costo que cita el texto",
                MDP,
                lambda: (
                    [10_307.5, 976.7],
                    [
                        _i16("Financiamientos")[0] / 1000,
                        _i16("Intereses financiamiento de operación")[0] / 1000,
                    ],
                ),
                0.05,
                f"{texto('L960')}; cuadro I.16",
            ),
        ],
        [
            ficha(
                "calibrado",
                f"Tasa simple implícita, real/365, préstamo de {prestamo} en {anio}",
                "%",
                fijar(
                    lambda saldo, interes, dias, t: (
                        t,
                        100 * interes / (saldo * dias / 365),
                    ),
                    saldo,
                    interes,
                    dias,
                    t,
                ),
                0.35,
                fuente("I.14"),
                nota="Constante calibrada: la tasa, que el informe no imprime; saldo y días según "
                "las fechas del I.14 y del I.17, aproximados.",
            )
            for prestamo, anio, saldo, interes, dias, t in _tasas()
        ],
    ]


def _tasas() -> list[tuple[int, int, float, float, float, float]]:
    """Loan, year, average balance, interest, days, rate of the digest."""
    l03, l04 = 6_707_518.1, 3_600_000.0
    tercio = l03 / 3

    def i(linea: int) -> float:
        return float(-_linea(I14, linea)["disponibilidad_seg_libros"])

    # Balance-days over the year divided by its days.
    s03 = (l03 * 114 + (l03 - tercio) * 245) / 359
    s04 = (2 * tercio * 88 + (2 * tercio - 1_776_000) * 32 + tercio * 245) / 365
    return [
        (2003, 2003, s03, i(917), 359, 6.26),
        (2003, 2004, s04, i(925), 365, 6.23),
        (2003, 2005, tercio, i(933), 120, 8.69),
        (2004, 2004, l04, i(926), 184, 7.33),
        (2004, 2005, (l04 * 273 + (l04 - 1_370_000) * 92) / 365, i(934), 365, 8.75),
    ]


# --- I.17 -------------------------------------------------------------------------------------


def _s25() -> list[list[Ficha]]:
    df = _tabla(I17)
    neto = (df["aumento"] - df["disminucion"]).to_numpy(np.float64)
    posterior = df["saldo_posterior"].to_numpy(np.float64)
    previo = np.concatenate([[0.0], posterior[:-1]])
    eym = df[["eym", "gyps", "ssf"]]
    con_reparto = eym.notna().all(axis=1).to_numpy()
    inversion = df["programa_inversion_fisica"].fillna(0.0).to_numpy(np.float64)
    cierres = {
        a: int(np.argmax(df["Concepto"] == f"SALDO AL 31/dic/{a}")) for a in (2003, 2004, 2005)
    }
    i4_rocf = renglon("I.4", "ROCF Acumulada")[0]
    lineas = df["linea_fuente"].to_numpy()
    de_2004 = (lineas >= 1001) & (lineas <= 1007)
    return [
        [
            _mil(
                f"ROCF, {c} ({f}): saldo anterior + aumento - disminución",
                p,
                fijar(lambda i: reservas.saldos_corridos(previo[i], neto[i : i + 1])[0], i),
                "I.17",
            )
            for i, (c, f, p) in enumerate(zip(df["Concepto"], df["Fecha"], posterior, strict=True))
            if i < 19
        ],
        [
            _mil(
                f"ROCF, {df['Concepto'][i]} ({df['Fecha'][i]}): saldo anterior + aumento - "
                "disminución",
                posterior[i],
                fijar(lambda i: reservas.saldos_corridos(previo[i], neto[i : i + 1])[0], i),
                "I.17",
            )
            for i in range(19, len(df))
        ],
        [
            _mil(
                f"ROCF, saldo al cierre de {a}",
                s,
                fijar(lambda i: reservas.saldos_corridos(0.0, neto)[i], cierres[a]),
                "I.17",
                tolerancia=0.05 * (cierres[a] + 1),
            )
            for a, s in ((2003, 2_648_370.6), (2004, 2_030_500.5), (2005, 7_871_591.3))
        ],
        [
            _mil(
                "I.17: EyM + GyPS + SSF = movimiento menos la parte de inversión física",
                np.abs(neto[con_reparto]) - inversion[con_reparto],
                lambda: eym[con_reparto].sum(axis=1).to_numpy(np.float64),
                "I.17",
            ),
            ficha(
                "identidad",
                "Inversión física de 2004 con cargo a la ROCF, siete movimientos",
                MDP,
                lambda: (2_700.0, inversion[de_2004].sum() / 1000),
                0.5,
                f"{texto('L358')}; cuadro I.17",
            ),
            ficha(
                "identidad",
                "Reintegro de 2005, 2,919,106.2 = inversión de 2004 + 219 mdp de intereses",
                MDP,
                lambda: (219.0, (2_919_106.2 - inversion[de_2004].sum()) / 1000),
                0.5,
                f"{texto('L358')}; cuadro I.17",
            ),
        ],
        [
            ficha(
                "modelo",
                "ROCF de 2005: 2,030.5 + 4,516 + 4,833 - 3,500 = ROCF acumulada del I.4",
                MDP,
                lambda: (
                    i4_rocf,
                    reservas.acumular(2_030.5, [4516.0 + 4833.0], retiros=[3500.0])[0],
                ),
                1.0,
                fuente("I.4", "I.17"),
            ),
            ficha(
                "identidad",
                "ROCF al cierre de 2005: cuadro I.4 contra cuadro I.17",
                MDP,
                lambda: (i4_rocf, posterior[-1] / 1000),
                1.0,
                fuente("I.4", "I.17"),
                falla_esperada="Defecto del informe: 7,879 en el I.4 y 7,871.6 en el I.17.",
            ),
            ficha(
                "identidad",
                "Intereses de los préstamos de la ROCF en 2005: 910 (texto) contra el I.17",
                MDP,
                lambda: (910.0, (63_908.3 + 284_758.0) / 1000),
                1.0,
                f"{texto('L358')}; cuadro I.17",
                falla_esperada="Defecto del informe: los préstamos generaron 348.7; 910 necesita "
                "además los 554.1 de productos de la inversión y 7.3 más.",
            ),
            ficha(
                "identidad",
                "RO al cierre de 2005: cuadro I.3 contra cuadro I.14",
                MDP,
                lambda: (
                    renglon("I.3", "Saldo final de RO")[0],
                    _linea(I14, 939)["disponibilidad_seg_libros"] / 1000,
                ),
                1.0,
                fuente("I.3", "I.14"),
                falla_esperada="Defecto del informe: 10,176 en el I.3 y 9,953.2 en el I.14.",
            ),
            ficha(
                "identidad",
                "RO al inicio de 2005: cuadro I.3 contra cuadro I.14",
                MDP,
                lambda: (
                    renglon("I.3", "Saldo Inicial de Reservas Operativas")[0],
                    _linea(I14, 929)["disponibilidad_seg_libros"] / 1000,
                ),
                1.0,
                fuente("I.3", "I.14"),
                falla_esperada="Defecto del informe: 9,946 en el I.3 y 9,963.3 en el I.14.",
            ),
        ],
    ]


# --- I.14 and I.15 ----------------------------------------------------------------------------

# Printed rows of internal financing and of its payments (operating deficits between insurances).
FINANCIAMIENTO = reservas.LINEAS_FINANCIAMIENTO
PAGO_INTERNO = reservas.LINEAS_PAGO
# Year, rows before the financing, row of the financing, who lends (in order of use by debtor).
DEFICITS: dict[int, tuple[tuple[int, ...], int, dict[str, str]]] = {
    1997: ((886,), 885, {"SEM": "SIV", "SGPS": "SIV"}),
    1999: ((892, 893), 894, {"SIV": "SRT", "SSFAM": "SRT"}),
    2000: ((898,), 899, {"SEM": "SRT", "SSFAM": "SRT"}),
    2001: ((902, 903, 905), 904, {"SIV": "SRT", "SSFAM": "SRT"}),
    2002: ((907, 908), 910, {"SRT": "SIV", "SGPS": "SIV"}),
    2005: ((930, 931, 932, 933, 934, 935, 937), 936, {"SSFAM": "SIV"}),
}


def _saldo_previo(linea: int) -> Vector:
    """Balance of the last SALDO row before a line; zero before the first."""
    df = _tabla(I14)
    antes = df[(df["linea_fuente"] < linea) & (df["tipo"] == "saldo")]
    if antes.empty:
        return np.zeros(len(reservas.COLUMNAS_RO))
    return antes.iloc[-1][list(reservas.COLUMNAS_RO.values())].to_numpy(np.float64)


def _cinco(linea: int) -> Vector:
    return _montos(linea, tuple(reservas.COLUMNAS_RO.values()))


def _financiado(anio: int) -> Ficha:
    antes, linea, acreedores = DEFICITS[anio]
    nombres = list(reservas.COLUMNAS_RO)

    def calcular() -> Par:
        previo = _saldo_previo(min(*antes, linea))
        saldos = previo + sum(_cinco(n) for n in antes)
        hecho = reservas.financiar(saldos, nombres, tuple(dict.fromkeys(acreedores.values())))
        return _cinco(linea), hecho.movimientos

    return ficha(
        "modelo",
        f"Financiamiento interno de {anio}: cada faltante se cubre exactamente; presta "
        + ", ".join(dict.fromkeys(acreedores.values())),
        MILES,
        calcular,
        DECIMO,
        fuente("I.14"),
        nota="Insumo: el seguro que presta; el orden no está escrito ni es el mismo cada año.",
    )


def _s26() -> list[list[Ficha]]:
    df = _tabla(I14)
    cinco = df[list(reservas.COLUMNAS_RO.values())].to_numpy(np.float64)
    todas = df[list(COLUMNAS)].to_numpy(np.float64)
    es_saldo = (df["tipo"] == "saldo").to_numpy()
    movidos = np.cumsum(np.where(es_saldo[:, None], 0.0, todas), axis=0)[es_saldo]
    saldos = todas[es_saldo]
    inicio = np.zeros((1, len(COLUMNAS)))
    corridos = np.vstack([inicio, saldos[:-1]]) + np.diff(np.vstack([inicio, movidos]), axis=0)
    i15 = _tabla(I15)
    filas15 = i15.iloc[:, 2:9].to_numpy(np.float64)  # RT, EM, A, P, IV, GPS, SSF
    en_cinco = [0, 1, 4, 5, 6]
    nombres = list(reservas.COLUMNAS_RO)
    financiado = np.sum([_cinco(n) for n in FINANCIAMIENTO], axis=0)
    pagado = np.sum([_cinco(n) for n in PAGO_INTERNO], axis=0)
    pagos_i15, deuda_i15 = filas15[1][en_cinco], filas15[0][en_cinco]
    cuenta = reservas.cuenta_interna(filas15[:2][:, en_cinco], filas15[3][en_cinco])
    control = reservas.control_auxiliar()
    no_negativos = [i for i, f in enumerate(control["fecha"]) if es_saldo[i] and f]
    return [
        [
            _mil(
                f"I.14, {c} ({f}): los cinco seguros suman la disponibilidad",
                d,
                fijar(lambda i: cinco[i].sum(), i),
                "I.14",
            )
            for i, (c, f, d) in enumerate(
                zip(df["Concepto"], df["Fecha"].fillna("s/f"), todas[:, 0], strict=True)
            )
            if i < 26
        ],
        [
            _mil(
                f"I.14, {df['Concepto'][i]} ({df['Fecha'].fillna('s/f')[i]}): los cinco seguros "
                "suman la disponibilidad",
                todas[i, 0],
                fijar(lambda i: cinco[i].sum(), i),
                "I.14",
            )
            for i in range(26, 52)
        ],
        [
            _mil(
                f"I.14, {df['Concepto'][i]} ({df['Fecha'].fillna('s/f')[i]}): los cinco seguros "
                "suman la disponibilidad",
                todas[i, 0],
                fijar(lambda i: cinco[i].sum(), i),
                "I.14",
            )
            for i in range(52, len(df))
        ],
        [
            _mil(
                "I.14: EM = Asegurados + Pensionados, 57 renglones",
                todas[:, 2],
                lambda: todas[:, 6] + todas[:, 7],
                "I.14",
            )
        ],
        [
            _mil(
                f"I.14: saldos de {columna}, cada uno desde el anterior y los movimientos",
                saldos[:, j],
                fijar(lambda j: corridos[:, j], j),
                "I.14",
                tolerancia=0.15,
            )
            for j, columna in enumerate(COLUMNAS)
        ],
        [_financiado(a) for a in DEFICITS],
        [
            ficha(
                "modelo",
                "I.14: saldos negativos de alguna RO hasta el 31-dic-2005 (no puede haber)",
                "casos",
                lambda: (
                    0.0,
                    float((control[nombres].to_numpy()[no_negativos] < -DECIMO).sum()),
                ),
                0.0,
                fuente("I.14"),
            ),
            _mil(
                "I.14: saldo al 31-dic-2005 = 3,044,222.4 + 6,828,403.3 + 80,222.9 + 366.0",
                9_953_214.6,
                lambda: _cinco(939).sum(),
                "I.14",
                tolerancia=0.05,
            ),
            _mil(
                "I.14: saldo después de efectos, cinco seguros",
                9_953_214.6,
                lambda: (_cinco(939) + _cinco(940)).sum(),
                "I.14",
                tolerancia=0.05,
            ),
            _mil(
                "I.14: saldo después de efectos por seguro = saldo contable + intereses",
                _cinco(941),
                lambda: _cinco(939) + _cinco(940),
                "I.14",
                tolerancia=0.05,
            ),
        ],
        [
            _mil(
                f"I.15, {c}: los seguros suman 0",
                0.0,
                fijar(lambda i: filas15[i][en_cinco].sum(), i),
                "I.15",
                tolerancia=0.05,
            )
            for i, c in enumerate(i15["Concepto"])
        ],
        [
            _mil(
                "I.15: saldo capital = financiamiento + pagos, por seguro",
                filas15[2][en_cinco],
                lambda: cuenta.saldo,
                "I.15",
                tipo="modelo",
                tolerancia=0.05,
            ),
            _mil(
                "I.15: total adeudo = saldo capital + intereses, por seguro",
                filas15[4][en_cinco],
                lambda: cuenta.adeudo,
                "I.15",
                tipo="modelo",
            ),
            _mil(
                "I.15: costo financiero (Pensionados, SGPS, SSFAM)",
                4_156_381.5,
                lambda: float(filas15[3][filas15[3] > 0][[1, 2, 3]].sum()),
                "I.15",
                tolerancia=0.05,
            ),
            _mil(
                "I.15: productos financieros (SRT, Asegurados, SIV)",
                -4_156_381.5,
                lambda: float(filas15[3][[0, 2, 4]].sum()),
                "I.15",
                tolerancia=0.05,
            ),
            ficha(
                "identidad",
                "I.15: principal e intereses de los deudores (EM, SGPS, SSFAM)",
                MDP,
                lambda: (18_959.9, float(filas15[4][[1, 5, 6]].sum()) / 1000),
                0.05,
                f"{texto('L876')}; cuadro I.15",
            ),
        ],
        [
            _mil(
                f"Pagos del financiamiento interno de {s}: I.14 = I.15",
                pagos_i15[j],
                fijar(lambda j: pagado[j], j),
                "I.14",
                "I.15",
            )
            for j, s in enumerate(nombres)
        ],
        [
            _mil(
                f"Importe del financiamiento interno de {s}: I.14 = I.15",
                deuda_i15[j],
                fijar(lambda j: financiado[j], j),
                "I.14",
                "I.15",
                falla_esperada=""
                if s in ("SGPS", "SSFAM")
                else "Defecto del informe: el I.14 y el I.15 difieren en RT, EM e IV (448,601.3, "
                "382,199.7 y 830,801.0, que se compensan); el informe no lo explica.",
            )
            for j, s in enumerate(nombres)
        ],
        [
            _mil(
                f"I.14, financiamiento interno del renglón L{n}: suma 0 entre los seguros",
                0.0,
                fijar(lambda n: _cinco(n).sum(), n),
                "I.14",
            )
            for n in (*FINANCIAMIENTO, *PAGO_INTERNO)
        ],
        [
            _mil(
                "Finiquito de 2003 al SRT = 1,555,000 + 3,946,000 + 2,861,814.7 - 1,116,000 - "
                "112,000",
                _cinco(913)[0],
                lambda: (
                    -_cinco(894)[0]
                    - _cinco(899)[0]
                    - _cinco(904)[0]
                    - _cinco(903)[0]
                    - _cinco(905)[0]
                ),
                "I.14",
            )
        ],
    ]


# --- Legal limits -----------------------------------------------------------------------------


def _ingresos(anio: int) -> Vector:
    """Income by insurance and total, cuadro I.7, mdp."""
    df = _tabla("cuadro_i_7")
    fila = df[(df["Seccion"] == "Ingresos") & (df["AÑO"] == anio)].iloc[0, 2:]
    return fila.to_numpy(np.float64) / 1000


def _tope(
    descripcion: str, impreso: float, calcular: Callable[[], float], tolerancia: float
) -> Ficha:
    return ficha(
        "modelo",
        descripcion,
        MDP,
        lambda: (impreso, calcular()),
        tolerancia,
        f"{fuente('I.7')}; LSS, art. 283",
        nota="Ingreso promedio = ingreso anual del cuadro I.7 entre 365 (supuesto).",
    )


def _s27() -> list[list[Ficha]]:
    # Loan of each insurance against its cap: column of I.7, cap of the digest.
    casos = {
        (2003, "SSFAM"): (4, 247.5), (2004, "SSFAM"): (4, 289.0),
        (2003, "SGPS"): (3, 1884.9), (2004, "SGPS"): (3, 2059.9),
        (2003, "SEM"): (1, 23786.9), (2004, "SEM"): (1, 25833.9),
    }  # fmt: skip
    rebasa = {("SSFAM", 2003), ("SSFAM", 2004)}

    def faltas(anio: int, seguro: str, j: int) -> float:
        a, p, g, s = cartera().prestamos[anio] / 1000
        monto = {"SEM": a + p, "SGPS": g, "SSFAM": s}[seguro]
        prestamo = reservas.Prestamo(
            seguro, monto, float(_ingresos(anio - 1)[j]), date(anio, 6, 30), 3
        )
        return float(len(prestamo.faltas()))

    return [
        [
            _tope(
                f"Tope de 60 días de la ROCF sobre el ingreso de {anio}",
                tope,
                fijar(lambda anio: reservas.rocf_limite(float(_ingresos(anio)[-1])), anio),
                0.5,
            )
            for anio, tope in ((2004, 26_855.0), (2005, 29_214.0))
        ],
        [
            ficha(
                "identidad",
                "ROCF de 7,871.6 al cierre de 2005, en días del ingreso de 2005",
                "días",
                lambda: (16.0, 7_871.6 / (float(_ingresos(2005)[-1]) / 365)),
                0.5,
                fuente("I.7", "I.17"),
            )
        ],
        [
            _tope(
                f"Tope de 90 días del préstamo de {anio} a {seguro}",
                tope,
                fijar(
                    lambda anio, j: reservas.prestamo_limite(float(_ingresos(anio - 1)[j])), anio, j
                ),
                0.05,
            )
            for (anio, seguro), (j, tope) in casos.items()
        ],
        [
            ficha(
                "modelo",
                f"Préstamo de {anio} a {seguro}: "
                + ("rebasa el tope" if (seguro, anio) in rebasa else "dentro del tope"),
                "faltas",
                fijar(
                    lambda anio, seguro, j: (
                        float((seguro, anio) in rebasa),
                        faltas(anio, seguro, j),
                    ),
                    anio,
                    seguro,
                    j,
                ),
                0.0,
                f"{fuente('I.7', 'I.14')}; texto, L960",
            )
            for (anio, seguro), (j, _) in casos.items()
        ],
    ]


S24 = numerar("2.4", _s24())
S25 = numerar("2.5", _s25())
S26 = numerar("2.6", _s26())
S27 = numerar("2.7", _s27())
