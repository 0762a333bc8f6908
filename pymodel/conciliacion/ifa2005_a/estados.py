"""Section 2.2: statements and ratios of cuadros I.4 to I.8, and what the text says of them."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from pymodel import datos
from pymodel.conciliacion.ifa2005_a.comun import (
    ANIOS,
    DOCUMENTO,
    DOS_DECIMALES,
    MDP,
    MILES,
    Ficha,
    crecimiento,
    ficha,
    fijar,
    fuente,
    numerar,
    renglon,
    rotulos,
    texto,
)
from pymodel.conciliacion.registro import Par
from pymodel.mifa import estados, reservas
from pymodel.mifa.corto_plazo import TABLAS_2005
from pymodel.validacion import Vector

PCT = "%"
CUADROS = {s: t.removeprefix("cuadro_").replace("i_", "I.") for s, t in TABLAS_2005.items()}
COLUMNAS = [f"{a} {r} RJP" for a in ANIOS[1:] for r in ("con", "sin")]
# Printed rows of the comparative statements, in order.
RENGLONES = [r for r in estados.COMPARATIVO.renglones if r.clave != "financiamiento"]


def comparativo(cuadro: str) -> dict[str, Vector]:
    """Rows of I.6 or I.9 to I.13 by key: con and sin RJP, 2006 to 2008."""
    claves = estados.COMPARATIVO.por_rotulo
    return {claves[estados.plegar(t)]: renglon(cuadro, t) for t in rotulos(cuadro)}


def _impreso(formato: estados.Formato, cuadro: str) -> dict[str, Vector]:
    df = datos.tabla(DOCUMENTO, cuadro).set_index("Concepto")
    return estados.por_clave(df, formato)


def _suma(r: estados.Renglon, filas: dict[str, Vector]) -> Vector:
    total = np.zeros(next(iter(filas.values())).size)
    for t in r.suma:
        total = total + (-1.0 if t.startswith("-") else 1.0) * filas.get(t.lstrip("-"), 0.0)
    return total


def _identidad_i4(clave: str, tolerancia: float) -> list[Ficha]:
    r = estados.ESTADO_2005.por_clave[clave]
    filas = _impreso(estados.ESTADO_2005, "cuadro_i_4")
    return [
        ficha(
            "identidad",
            f"I.4, {r.rotulo}, {anio}: suma de sus renglones",
            MDP,
            fijar(lambda i: (filas[clave][i], _suma(r, filas)[i]), i),
            tolerancia,
            fuente("I.4"),
        )
        for i, anio in enumerate(ANIOS)
    ]


def _acumuladas() -> list[Ficha]:
    filas = _impreso(estados.ESTADO_2005, "cuadro_i_4")

    def calcular(i: int) -> Par:
        saldos = reservas.acumular(
            filas["reservas_acumuladas"][0], filas["incremento_reservas"][1:], nombre="la RFA"
        )
        return filas["reservas_acumuladas"][i], saldos[i - 1]

    return [
        ficha(
            "modelo",
            f"RFA y FCOLCLC acumuladas al cierre de {ANIOS[i]}",
            MDP,
            fijar(lambda i: calcular(i), i),
            0.0,
            fuente("I.4"),
        )
        for i in (1, 2, 3)
    ]


def _rocf_acumulada() -> list[Ficha]:
    """The printed balance leaves out the transfer of 2006; the interest that it earns does not."""
    filas = _impreso(estados.ESTADO_2005, "cuadro_i_4")

    def calcular() -> tuple[Vector, Vector]:
        tasa = float(datos.parametro("rocf_interes_proyeccion", documento=DOCUMENTO))
        return reservas.rocf_proyectada(
            filas["rocf_acumulada"][0],
            [1115.0, 1115.0, 0.0],
            [570.0 - filas["traspaso_rocf"][1], 0.0, 0.0],
            tasa,
        )

    defecto = (
        "Defecto del informe: la ROCF acumulada de 2006 no suma el traspaso de 5,842; con él son "
        "15,406, 17,599 y 18,831, y los intereses impresos de 2007 y 2008 son 7 % de esos saldos."
    )
    return [
        *(
            ficha(
                "calibrado",
                f"ROCF acumulada al cierre de {ANIOS[i]}",
                MDP,
                fijar(lambda i: (filas["rocf_acumulada"][i], calcular()[1][i - 1]), i),
                1.0,
                fuente("I.4"),
                falla_esperada=defecto,
            )
            for i in (1, 2, 3)
        ),
        *(
            ficha(
                "calibrado",
                f"Intereses de la ROCF en {ANIOS[i]}: 7 % del saldo con el traspaso de 2006",
                MDP,
                fijar(
                    lambda i, capital: (filas["rocf"][i] - capital, calcular()[0][i - 1]),
                    i,
                    capital,
                ),
                1.0,
                fuente("I.4"),
                nota="Constante calibrada: la tasa de 7 %, que el informe no imprime.",
            )
            for i, capital in ((2, 1115.0), (3, 0.0))
        ),
        ficha(
            "identidad",
            "ROCF acumulada de 2006 como la imprime el informe: 2005 más el renglón ROCF",
            MDP,
            lambda: (filas["rocf_acumulada"][1], filas["rocf_acumulada"][0] + filas["rocf"][1]),
            1.0,
            fuente("I.4"),
        ),
    ]


def _razones() -> list[Ficha]:
    i4 = datos.tabla(DOCUMENTO, "cuadro_i_4").set_index("Concepto")

    def calcular(rotulo: str, i: int) -> Par:
        razones = 100.0 * estados.razones(i4, "Total de Ingresos")
        return renglon("I.5", rotulo)[i], razones.loc[rotulo].to_numpy(np.float64)[i]

    return [
        ficha(
            "modelo",
            f"I.5, {rotulo}, {anio}: entre el total de ingresos",
            "% de los ingresos",
            fijar(lambda rotulo, i: calcular(rotulo, i), rotulo, i),
            DOS_DECIMALES,
            fuente("I.4", "I.5"),
        )
        for rotulo in rotulos("I.5")
        for i, anio in enumerate(ANIOS)
    ]


def _media_otros() -> Ficha:
    return ficha(
        "identidad",
        "Media de Otros Gastos de 2006 a 2008 entre ingresos",
        "% de los ingresos",
        lambda: (58.65, float(renglon("I.5", "Otros Gastos")[1:].mean())),
        DOS_DECIMALES,
        f"{texto('L440')}; cuadro I.5",
    )


def _identidades_comparativo(cuadro: str, tolerancia: float) -> list[Ficha]:
    nombre = cuadro if cuadro == "I.6" else f"{cuadro} ({_seguro(cuadro)})"
    fichas = []
    for r in RENGLONES:
        if not r.suma or (cuadro == "I.6" and r.clave == "sobrante"):
            continue
        fichas.append(
            ficha(
                "identidad",
                f"{nombre}, {r.rotulo}, con y sin RJP: suma de sus renglones",
                MDP,
                fijar(lambda r: (comparativo(cuadro)[r.clave], _suma(r, comparativo(cuadro))), r),
                tolerancia,
                fuente(cuadro),
            )
        )
    return fichas


def _seguro(cuadro: str) -> str:
    return next(s for s, c in CUADROS.items() if c == cuadro)


def _sobrante_i6() -> list[Ficha]:
    """In 2006 the transfer to the ROCF is outside the row of increases."""
    i4 = _impreso(estados.ESTADO_2005, "cuadro_i_4")

    def calcular(j: int) -> Par:
        t = comparativo("I.6")
        financiamiento = np.repeat(i4["financiamiento"][1:], 2)
        return t["sobrante"][j], (t["efectivo"] - t["incremento"] + financiamiento)[j]

    return [
        ficha(
            "identidad",
            f"I.6, Sobrante {columna} = efectivo - incremento + recursos en financiamiento (I.4)",
            MDP,
            fijar(lambda j: calcular(j), j),
            1.0,
            fuente("I.4", "I.6"),
        )
        for j, columna in enumerate(COLUMNAS)
    ]


def _cruces_i6() -> list[Ficha]:
    i4 = _impreso(estados.ESTADO_2005, "cuadro_i_4")
    i3 = _impreso(estados.FLUJO_2005, "cuadro_i_3")
    t = comparativo("I.6")
    con, sin = slice(0, None, 2), slice(1, None, 2)

    def una(
        descripcion: str, calcular: Callable[[], Par], tolerancia: float, *cuadros: str
    ) -> Ficha:
        return ficha("identidad", descripcion, MDP, calcular, tolerancia, fuente(*cuadros))

    return [
        *(
            una(
                f"I.6 con RJP = I.4, {estados.COMPARATIVO.por_clave[c].rotulo}, 2006-2008",
                fijar(lambda c, d: (t[c][con], i4[d][1:]), c, d),
                0.0,
                "I.4",
                "I.6",
            )
            for c, d in (
                ("ingresos", "ingresos"),
                ("directos", "directos"),
                ("otros", "otros"),
                ("gastos", "gastos"),
                ("excedente", "excedente"),
                ("efectivo", "efectivo"),
                ("incremento", "inversion"),
                ("sobrante", "sobrante"),
            )
        ),
        una(
            "I.6, Partidas con RJP = I.4, Partidas + Otros recursos, 2006-2008",
            lambda: (t["partidas"][con], (i4["partidas"] + i4["otros_recursos"])[1:]),
            0.0,
            "I.4",
            "I.6",
        ),
        ficha(
            "identidad",
            "Gastos con - sin RJP de 2006 = costo neto del periodo",
            MDP,
            lambda: (116_707.0, t["gastos"][0] - t["gastos"][1]),
            0.0,
            f"{texto('nota 7, L378')}; cuadro I.6",
        ),
        una(
            "Efectivo sin - con RJP = RJP del flujo, 2006-2008",
            lambda: (i3["rjp"][1:], t["efectivo"][sin] - t["efectivo"][con]),
            0.0,
            "I.3",
            "I.6",
        ),
        ficha(
            "calibrado",
            "Gastos directos con - sin RJP entre el RJP del flujo, 2006-2008",
            "razón",
            lambda: (
                np.full(3, float(datos.parametro("rjp_gasto_directo_entre_flujo"))),
                (t["directos"][con] - t["directos"][sin]) / i3["rjp"][1:],
            ),
            1e-4,
            fuente("I.3", "I.6"),
            nota="Constante calibrada: 1.0321, que el informe no imprime.",
        ),
        una(
            "Partidas con - sin RJP = costo neto - RJP del flujo, 2006-2008",
            lambda: (
                t["partidas"][con] - t["partidas"][sin],
                t["gastos"][con] - t["gastos"][sin] - i3["rjp"][1:],
            ),
            0.0,
            "I.3",
            "I.6",
        ),
        una(
            "Incremento de reservas e inversión: igual con y sin RJP",
            lambda: (t["incremento"][con], t["incremento"][sin]),
            0.0,
            "I.6",
        ),
    ]


def _suma_de_seguros() -> list[Ficha]:
    fichas = []
    for r in RENGLONES:
        i = slice(2, None) if r.clave == "incremento" else slice(None)
        fichas.append(
            ficha(
                "identidad",
                f"Los cinco seguros (I.9 a I.13) suman I.6: {r.rotulo}",
                MDP,
                fijar(
                    lambda r, i: (
                        comparativo("I.6")[r.clave][i],
                        np.sum([comparativo(c)[r.clave] for c in CUADROS.values()], axis=0)[i],
                    ),
                    r,
                    i,
                ),
                1.0,
                fuente("I.6", *CUADROS.values()),
            )
        )
    return fichas


def _suma_incremento_2006() -> Ficha:
    i4 = _impreso(estados.ESTADO_2005, "cuadro_i_4")
    return ficha(
        "identidad",
        "Incremento de reservas e inversión de 2006 de los cinco seguros = I.6 + el traspaso de "
        "5,842 de I.4",
        MDP,
        lambda: (
            comparativo("I.6")["incremento"][0] - i4["financiamiento"][1],
            sum(comparativo(c)["incremento"][0] for c in CUADROS.values()),
        ),
        1.0,
        fuente("I.4", "I.6", *CUADROS.values()),
    )


SECCIONES = ("Ingresos", "Egresos", "Excedente neto de ingresos sobre gastos")


def _i7() -> tuple[list[Ficha], list[Ficha]]:
    df = datos.tabla(DOCUMENTO, "cuadro_i_7")
    montos = df.iloc[:, 2:].to_numpy(np.float64)
    totales = [
        ficha(
            "identidad",
            f"I.7, {seccion}, 2002-2005: los cinco seguros suman el total",
            MILES,
            fijar(
                lambda s: (
                    montos[4 * s : 4 * s + 4, -1],
                    montos[4 * s : 4 * s + 4, :-1].sum(axis=1),
                ),
                s,
            ),
            0.0,
            fuente("I.7"),
        )
        for s, seccion in enumerate(SECCIONES)
    ]
    diferencias = [
        ficha(
            "identidad",
            f"I.7, {columna}, 2002-2005: ingresos - egresos = excedente",
            MILES,
            fijar(lambda j: (montos[8:12, j], montos[0:4, j] - montos[4:8, j]), j),
            0.0,
            fuente("I.7"),
        )
        for j, columna in enumerate(df.columns[2:])
    ]
    return totales, diferencias


def _i8() -> list[Ficha]:
    filas = [renglon("I.8", r) for r in rotulos("I.8")]
    ingresos, directos, otros, gastos, excedente = filas
    fichas = [
        ficha(
            "identidad",
            f"I.8, {r}: los seguros suman el total",
            MDP,
            fijar(lambda f: (f[0], f[1:].sum()), f),
            1.0,
            fuente("I.8"),
        )
        for r, f in zip(rotulos("I.8"), filas, strict=True)
    ]
    return [
        *fichas,
        ficha(
            "identidad",
            "I.8: gasto directo + otros gastos = total de gastos, por seguro",
            MDP,
            lambda: (gastos, directos + otros),
            1.0,
            fuente("I.8"),
        ),
        ficha(
            "identidad",
            "I.8: ingresos - gastos = excedente, por seguro",
            MDP,
            lambda: (excedente, ingresos - gastos),
            1.0,
            fuente("I.8"),
        ),
        ficha(
            "identidad",
            "I.8, total = I.4 de 2005",
            MDP,
            lambda: (
                [f[0] for f in filas],
                [
                    renglon("I.4", r)[0]
                    for r in (
                        "Total de Ingresos",
                        "Gastos Directos",
                        "Otros Gastos",
                        "Total de Gastos",
                        "Excedente (Déficit) Neto",
                    )
                ],
            ),
            0.0,
            fuente("I.4", "I.8"),
        ),
    ]


def i8(rotulo: str) -> Vector:
    """A row of I.8 for the five insurances, EM in one."""
    fila = renglon("I.8", rotulo)
    return np.array([fila[1], fila[2] + fila[3], *fila[4:]])


def _textos() -> list[Ficha]:
    def razon(
        descripcion: str, impreso: float, linea: str, calcular: Callable[[], float], falla: str = ""
    ) -> Ficha:
        return ficha(
            "identidad",
            descripcion,
            PCT,
            lambda: (impreso, 100.0 * calcular()),
            DOS_DECIMALES,
            texto(linea),
            falla_esperada=falla,
        )

    ingresos, gastos = i8("Total de Ingresos"), i8("Total de Gastos")
    ssf, siv = comparativo("I.13"), comparativo("I.11")
    return [
        razon("SRT 2005: gastos entre ingresos", 60.58, "L548", lambda: gastos[0] / ingresos[0]),
        razon("SIV 2005: gastos entre ingresos", 77.11, "L636", lambda: gastos[2] / ingresos[2]),
        razon("SEM 2005: gastos entre ingresos", 162.31, "L593", lambda: gastos[1] / ingresos[1]),
        razon("SSFAM 2005: gastos entre ingresos", 407.96, "L718", lambda: gastos[4] / ingresos[4]),
        razon(
            "SSFAM 2006: gastos entre ingresos",
            450.92,
            "L720",
            lambda: ssf["gastos"][0] / ssf["ingresos"][0],
        ),
        razon(
            "SRT 2006: RFA de 16,077 entre ingresos",
            75.44,
            "L552",
            lambda: 16_077 / comparativo("I.9")["ingresos"][0],
        ),
        razon(
            "SIV 2006: efectivo generado entre ingresos",
            78.91,
            "L638",
            lambda: siv["efectivo"][0] / siv["ingresos"][0],
        ),
        razon(
            "SEM 2005: participación en los ingresos",
            67.34,
            "L597",
            lambda: ingresos[1] / ingresos.sum(),
        ),
        razon(
            "SEM 2005: participación en los gastos",
            79.02,
            "L597",
            lambda: gastos[1] / gastos.sum(),
            "Defecto del informe: 194,249/245,765 es 79.04 %.",
        ),
        razon(
            "Crecimiento del déficit de 2006 a 2007",
            39.03,
            "L430",
            lambda: crecimiento(renglon("I.4", "Excedente (Déficit) Neto"))[1] / 100,
            "Defecto del informe: 103,316/74,174 - 1 es 39.29 %.",
        ),
    ]


def _brechas() -> list[Ficha]:
    def masa(monto: float, puntos: float) -> float:
        return monto / puntos

    return [
        ficha(
            "identidad",
            "Masa salarial de 2006 implícita en las brechas de prima del SRT y del SIV",
            MDP,
            lambda: (masa(4397, 0.02 - 0.015), masa(8266, 0.025 - 0.0156)),
            100.0,
            texto("L854"),
        ),
        ficha(
            "identidad",
            "RFA del SRT al cierre de 2005: 16,077 - 3,635 = saldo del balance actuarial",
            MDP,
            lambda: (float(datos.parametro("reserva_srt", documento=DOCUMENTO)), 16_077 - 3_635),
            0.0,
            texto("L552 y L1342"),
        ),
        ficha(
            "identidad",
            "RFA del SIV al cierre de 2005: 20,206 - 3,488 contra el saldo del balance actuarial",
            MDP,
            lambda: (float(datos.parametro("reserva_siv", documento=DOCUMENTO)), 20_206 - 3_488),
            1.0,
            texto("L638 y L1632"),
            falla_esperada="Defecto del informe: 16,718 contra 16,350 del balance del SIV.",
        ),
        ficha(
            "identidad",
            "Reservas totales: RFA y FCOLCLC, con la ROCF y con la RO («casi» 76,000 y 86,000)",
            MDP,
            lambda: ([76_000.0, 86_000.0], [68_103 + 7_879, 68_103 + 7_879 + 9_953]),
            100.0,
            texto("L866"),
        ),
        ficha(
            "identidad",
            "Faltantes de flujo del SEM que cita el texto = cuadro I.10, 2006-2008",
            MDP,
            lambda: ([-11_156.0, -16_423.0, -19_395.0], comparativo("I.10")["sobrante"][0::2]),
            0.0,
            f"{texto('L846')}; cuadro I.10",
        ),
        ficha(
            "identidad",
            "Faltantes de flujo del SSFAM que cita el texto = cuadro I.13, 2006-2008",
            MDP,
            lambda: ([-2_469.0, -2_907.0, -3_143.0], comparativo("I.13")["sobrante"][0::2]),
            0.0,
            f"{texto('L846')}; cuadro I.13",
        ),
        ficha(
            "identidad",
            "Incremento de la RFA y del FCOLCLC de 2005 en los cuadros I.3 e I.4",
            MDP,
            lambda: (
                renglon("I.3", "Incremento en RFA y en el FCOLCLC")[0],
                renglon("I.4", "Reservas Financieras y Actuariales y del FCOLCLC")[0],
            ),
            0.5,
            fuente("I.3", "I.4"),
            falla_esperada="Defecto del informe: 9,492 en el I.3 y 9,491 en el I.4.",
        ),
        ficha(
            "identidad",
            "SIV 2006: el efecto del RJP en los gastos (-900) según el texto, 5,776 y -292",
            MDP,
            lambda: (-900.0, 5_776 - 292),
            1.0,
            texto("L650"),
            falla_esperada="Defecto del informe: 5,776 y -292 son los niveles sin RJP; los "
            "componentes de -900 son 137 y 763.",
        ),
        ficha(
            "identidad",
            "SIV 2006: el efecto del RJP en los gastos con los renglones del cuadro I.11",
            MDP,
            lambda: (
                -900.0,
                sum(np.diff(comparativo("I.11")[c])[0] for c in ("directos", "otros")),
            ),
            1.0,
            f"{texto('L650')}; cuadro I.11",
        ),
    ]


_TOTALES, _DIFERENCIAS = _i7()

S22 = numerar(
    "2.2",
    [
        _identidad_i4("gastos", 0.0),
        [
            f
            for c in ("excedente", "efectivo", "inversion", "financiamiento", "sobrante")
            for f in _identidad_i4(c, 1.0)
        ],
        _acumuladas(),
        _rocf_acumulada(),
        _razones(),
        [_media_otros()],
        _identidades_comparativo("I.6", 0.0),
        _sobrante_i6(),
        _cruces_i6(),
        [f for c in CUADROS.values() for f in _identidades_comparativo(c, 1.0)],
        _suma_de_seguros(),
        [_suma_incremento_2006()],
        _TOTALES,
        _DIFERENCIAS,
        _i8(),
        _textos(),
        _brechas(),
    ],
)
