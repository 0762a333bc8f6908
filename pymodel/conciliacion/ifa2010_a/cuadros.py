"""Section 2.2 of the digest: sums, ratios and claims of the prose, one row at a time."""

from __future__ import annotations

import functools
from collections.abc import Callable

import numpy as np

from pymodel import primas
from pymodel.conciliacion.ifa2010_a import mifa, texto
from pymodel.conciliacion.ifa2010_a import valores_presentes as vpr
from pymodel.conciliacion.ifa2010_a.comun import (
    DOS_DECIMALES,
    UN_DECIMAL,
    Ficha,
    anios,
    anios_columna,
    celda,
    ficha,
    fuente,
    impresos,
    numerar_renglones,
    renglon,
    supuesto,
    todas,
)
from pymodel.conciliacion.ifa2010_a.estados import CortoPlazo, con, corto_plazo, estado, sin
from pymodel.conciliacion.registro import Par

SEGURO = {"I.1": "SRT", "II.1": "SEM", "III.1": "SIV"}
INGRESOS, GASTOS = "Total de ingresos", "Total de gastos"
EXCEDENTE = "Excedente neto de ingresos sobre gastos"


def _afirmacion(
    nombre: str,
    descripcion: str,
    unidad: str,
    calculado: Callable[[], float],
    tolerancia: float,
    *cuadros: str,
    tipo: str = "identidad",
    metodo: str = "",
    falla_esperada: str = "",
) -> Ficha:
    """A claim of the prose against the tables."""
    return ficha(
        tipo,
        descripcion,
        unidad,
        lambda: (texto.valor(nombre), calculado()),
        tolerancia,
        f"{fuente(*cuadros)}; {texto.CIFRAS[nombre].lineas}",
        metodo=metodo,
        falla_esperada=falla_esperada,
    )


# --- Statements -------------------------------------------------------------------------------


def _suma_estado(cuadro: str, total: str, columna: int) -> Par:
    """Printed total, and the sum of the lines between the total before it and itself."""
    lineas = estado(cuadro)
    conceptos = list(lineas)
    desde = conceptos.index(INGRESOS) + 1 if total == GASTOS else 0
    partes = conceptos[desde : conceptos.index(total)]
    return lineas[total][columna], sum(lineas[c][columna] for c in partes)


def _sumas_estado(cuadro: str, tolerancia: float) -> list[Ficha]:
    return [
        ficha(
            "identidad",
            f"{SEGURO[cuadro]} 2010, suma del {total.lower()} ({registro})",
            "mdp corrientes",
            functools.partial(_suma_estado, cuadro, total, columna),
            tolerancia,
            fuente(cuadro),
        )
        for total, columna, registro in (
            (INGRESOS, 0, "ambos registros"),
            (GASTOS, 0, "registro parcial"),
            (GASTOS, 1, "registro pleno"),
        )
    ]


def _excedentes() -> Par:
    lineas = [estado(c) for c in ("I.1", "II.1", "III.1")]
    publicados = np.array([e[EXCEDENTE] for e in lineas])
    return publicados, np.array([e[INGRESOS] for e in lineas]) - np.array(
        [e[GASTOS] for e in lineas]
    )


def _razon_pleno(cuadro: str) -> float:
    return 100.0 * estado(cuadro)[GASTOS][1] / estado(cuadro)[INGRESOS][1]


def _estados() -> list[list[Ficha]]:
    return [
        _sumas_estado("I.1", 0.0),
        _sumas_estado("II.1", 1.0),
        _sumas_estado("III.1", 1.0),
        [
            ficha(
                "identidad",
                "Excedente neto de 2010 = ingresos - gastos: SRT, SEM y SIV, dos registros",
                "mdp corrientes",
                _excedentes,
                0.0,
                fuente("I.1", "II.1", "III.1"),
            )
        ],
        [
            _afirmacion(
                f"{SEGURO[c].lower()}_gastos_entre_ingresos",
                f"Gastos entre ingresos de 2010, registro pleno: {SEGURO[c]}",
                "%",
                functools.partial(_razon_pleno, c),
                UN_DECIMAL,
                c,
            )
            for c in ("I.1", "II.1", "III.1")
        ],
        [
            _afirmacion(
                "sem_gastos_entre_ingresos_2011",
                "Gastos entre ingresos de 2011, con RJP: SEM",
                "%",
                lambda: float(
                    100.0 * corto_plazo("II.2").gastos[0] / corto_plazo("II.2").ingresos[0]
                ),
                UN_DECIMAL,
                "II.2",
            )
        ],
    ]


# --- Tables of the valuations -----------------------------------------------------------------


def _suma_columnas(cuadro: str, total: str, partes: str) -> Ficha:
    return ficha(
        "identidad",
        f"Cuadro {cuadro}: ({total}) = " + " + ".join(f"({p})" for p in partes),
        "pensiones" if cuadro in ("I.3", "III.3") else "mdp de 2010",
        lambda: (todas(cuadro, total), sum(todas(cuadro, p) for p in partes)),
        1.0,
        fuente(cuadro),
    )


def _razon_columnas(
    cuadro: str, razon: str, arriba: str, abajo: str, por: float, unidad: str, tolerancia: float
) -> Ficha:
    return ficha(
        "identidad",
        f"Cuadro {cuadro}: ({razon}) = {por:g} x ({arriba}) / ({abajo})",
        unidad,
        lambda: (impresos(cuadro, razon), por * impresos(cuadro, arriba) / impresos(cuadro, abajo)),
        tolerancia,
        fuente(cuadro),
    )


def _prima_gasto_anual(cuadro: str, razon: str, gasto: str) -> Ficha:
    return ficha(
        "identidad",
        f"Prima de gasto anual de los 24 años impresos: cuadro {cuadro} ({razon})",
        vpr.PUNTOS,
        lambda: (
            impresos(cuadro, razon),
            100.0 * primas.prima_gasto(impresos(cuadro, gasto), impresos(cuadro, "a")),
        ),
        DOS_DECIMALES,
        fuente(cuadro),
    )


def _misma_columna(uno: str, otro: str) -> Ficha:
    return ficha(
        "identidad",
        f"Columna (a) del cuadro {uno} = columna (a) del cuadro {otro}, 24 años",
        "personas" if uno == "II.9" else "mdp de 2010",
        lambda: (impresos(otro, "a"), impresos(uno, "a")),
        0.0,
        fuente(uno, otro),
    )


def _valuaciones() -> list[list[Ficha]]:
    por_mil = "por 1,000 asegurados"
    return [
        [_suma_columnas("I.3", "d", "bc"), _suma_columnas("III.3", "d", "bc")],
        [
            _razon_columnas("I.3", "e", "d", "a", 1000.0, por_mil, DOS_DECIMALES),
            _razon_columnas("III.3", "e", "d", "a", 1000.0, por_mil, DOS_DECIMALES),
        ],
        [_suma_columnas("I.4", "f", "bcde"), _prima_gasto_anual("I.4", "g", "f")],
        [_suma_columnas("III.4", "d", "bc"), _prima_gasto_anual("III.4", "e", "d")],
        [
            _razon_columnas("II.9", "c", "a", "b", 1.0, "asegurados por pensionado", UN_DECIMAL),
            _prima_gasto_anual("II.10", "c", "b"),
        ],
        [_misma_columna("II.9", "III.3"), _misma_columna("II.10", "III.4")],
    ]


# --- MIFA -------------------------------------------------------------------------------------

PARTES = {
    "Ingresos totales": (
        "Cuotas obrero-patronales",
        "Aportaciones del Gobierno Federal",
        "Otros1/",
    ),
    "Gastos totales": (
        "Corriente2/",
        "Prestaciones económicas3/",
        "Inversión física",
        "Otros4/",
    ),
}
RESULTADO = "Resultado financiero"
MONTOS = (*PARTES["Ingresos totales"], *PARTES["Gastos totales"], *PARTES, RESULTADO)


def _suma_mifa(cuadro: str, total: str) -> Par:
    suma = np.sum([renglon(cuadro, p) for p in PARTES[total]], axis=0)
    return renglon(cuadro, total), suma


def _resultado_mifa(cuadro: str) -> Par:
    return (
        renglon(cuadro, RESULTADO),
        renglon(cuadro, "Ingresos totales") - renglon(cuadro, "Gastos totales"),
    )


def _sumas_mifa() -> list[Ficha]:
    pares = [
        (
            f"{cobertura}: suma de {total.lower()}",
            cuadro,
            functools.partial(_suma_mifa, cuadro, total),
        )
        for cuadro, cobertura in mifa.COBERTURAS.items()
        for total in PARTES
    ]
    pares += [
        (f"{cobertura}: resultado = ingresos - gastos", c, functools.partial(_resultado_mifa, c))
        for c, cobertura in mifa.COBERTURAS.items()
    ]
    return [
        ficha("identidad", f"{que}, 12 años", "mdp de 2011", calcular, 1.0, fuente(cuadro))
        for que, cuadro, calcular in pares
    ]


def _coberturas() -> Par:
    total = np.array([renglon("II.4", c) for c in MONTOS])
    partes = [np.array([renglon(cuadro, c) for c in MONTOS]) for cuadro in ("II.5", "II.6")]
    return total, partes[0] + partes[1]


def _deficit_ii7(cuadro: str) -> Par:
    anios = [int(a) for a in anios_columna(cuadro)]
    impreso = np.array([celda("II.7", mifa.COBERTURAS[cuadro], a) for a in anios])
    return impreso, -renglon(cuadro, RESULTADO)


def _suma_ii7() -> Par:
    total, asegurados, gmp = (
        np.array([celda("II.7", n, a) for a in _filas_ii7()]) for n in mifa.COBERTURAS.values()
    )
    return total, asegurados + gmp


def _filas_ii7() -> list[int | str]:
    anios: list[int | str] = [int(a) for a in anios_columna("II.4")]
    valores = [f"Valor presente1/ {h} años" for h in mifa.HORIZONTES]
    return [*anios, "Promedio anual 2011-2050", *valores]


_COLUMNAS_II8 = {
    mifa.INCREMENTO_PC: (
        "(a) Prima 2011 De contribución (PC)",
        "(b) Prima Media nivelada (PMN)",
    ),
    mifa.INCREMENTO_SBC: (
        "(d) Salario base 2011 De cotización (SBC)",
        "(e) Salario base 2011 De equilibrio (SE)",
    ),
}


def _incremento(columna: str) -> Par:
    """Printed increases of the three coverages, and those of the printed (rounded) figures."""
    antes, despues = _COLUMNAS_II8[columna]
    filas = mifa.COBERTURAS.values()
    publicado = np.array([celda("II.8", columna, f) for f in filas])
    razon = np.array([celda("II.8", despues, f) / celda("II.8", antes, f) for f in filas])
    return publicado, 100.0 * (razon - 1.0)


def _incremento_modelo(cuadro: str, falla_esperada: str = "") -> Ficha:
    cobertura = mifa.COBERTURAS[cuadro]
    return ficha(
        "modelo",
        f"Incremento necesario en la PC, con primas sin redondear: {cobertura}",
        "%",
        lambda: (
            celda("II.8", mifa.INCREMENTO_PC, cobertura),
            float(100.0 * (mifa.pmn(cuadro) / mifa.pc(cuadro)[0] - 1.0)),
        ),
        UN_DECIMAL,
        fuente("II.8", cuadro, "IV.3"),
        metodo=f"{mifa.METODO}, convención «inicio»",
        falla_esperada=falla_esperada,
    )


def _tablas_mifa() -> list[list[Ficha]]:
    pmn = (
        "La interpolación mueve la PMN 0.01 puntos (no se publican los flujos anuales), que sobre "
        "la PC de 2011 son más que el decimal impreso."
    )
    return [
        _sumas_mifa(),
        [
            ficha(
                "identidad",
                "SEM-Asegurados + GMP = SEM-Total, todos los renglones en dinero, 12 años",
                "mdp de 2011",
                _coberturas,
                1.0,
                fuente("II.4", "II.5", "II.6"),
            )
        ],
        [
            *(
                ficha(
                    "identidad",
                    f"Déficit del cuadro II.7 = - resultado del cuadro {cuadro}: {cobertura}",
                    "mdp de 2011",
                    functools.partial(_deficit_ii7, cuadro),
                    1.0,
                    fuente("II.7", cuadro),
                )
                for cuadro, cobertura in mifa.COBERTURAS.items()
            ),
            ficha(
                "identidad",
                "Cuadro II.7: SEM-Asegurados + GMP = SEM-Total, todos los renglones",
                "mdp de 2011",
                _suma_ii7,
                1.0,
                fuente("II.7"),
            ),
        ],
        [
            ficha(
                "identidad",
                "Incremento necesario en el SBC = SE / SBC - 1, tres coberturas",
                "%",
                functools.partial(_incremento, mifa.INCREMENTO_SBC),
                0.1,
                fuente("II.8"),
            )
        ],
        [
            ficha(
                "identidad",
                "Incremento necesario en la PC = PMN / PC - 1, con las primas impresas",
                "%",
                functools.partial(_incremento, mifa.INCREMENTO_PC),
                0.1,
                fuente("II.8"),
                falla_esperada="El cuadro se calculó con primas sin redondear: las impresas, con "
                "un decimal, dan 44.2, 8.6 y 293.3 %.",
            ),
            _incremento_modelo("II.4"),
            _incremento_modelo("II.5", pmn),
            _incremento_modelo("II.6", pmn),
        ],
    ]


# --- Claims of the prose ----------------------------------------------------------------------


def _cop_agf_entre(cuadro: str, renglon_base: str, anio: int) -> float:
    return float(100.0 * mifa.cuotas(cuadro)[anio] / renglon(cuadro, renglon_base)[anio])


def _deficit_entre_cuotas(anio: int) -> float:
    return float(-100.0 * renglon("II.6", RESULTADO)[anio] / mifa.cuotas("II.6")[anio])


def _veces_deficit(anio: int) -> float:
    deficit = -renglon("II.4", RESULTADO)
    return float(deficit[list(anios_columna("II.4")).index(anio)] / deficit[0])


def _crecimiento_deficit() -> float:
    anios, deficit = anios_columna("II.4"), -renglon("II.4", RESULTADO)
    return float(100.0 * ((deficit[-1] / deficit[0]) ** (1.0 / (anios[-1] - anios[0])) - 1.0))


def _aumento(concepto: str) -> float:
    valores = renglon("II.6", concepto)
    return float(100.0 * (valores[-1] / valores[0] - 1.0))


def _crecimiento_ii9(letra: str) -> float:
    a, personas = anios("II.9"), impresos("II.9", letra)
    return float(100.0 * ((personas[-1] / personas[0]) ** (1.0 / (a[-1] - a[0])) - 1.0))


def _gmp_parte() -> float:
    fila = "Promedio anual 2011-2050"
    return 100.0 * celda("II.7", "GMP", fila) / celda("II.7", "SEM-Total", fila)


def _doble() -> Par:
    """1 if the deficit of 2025 is more than the printed multiple of that of 2011."""
    return 1.0, float(_veces_deficit(2025) > texto.valor("sem_deficit_2025_entre_2011"))


def _reservas_y_efectivo() -> list[list[Ficha]]:
    def siv() -> CortoPlazo:
        return corto_plazo("III.2")

    return [
        [
            _afirmacion(
                "srt_rfa_entre_ingresos",
                "RFA al cierre de 2011 entre ingresos de 2011: SRT",
                "%",
                lambda: float(100.0 * texto.valor("srt_rfa_2011") / corto_plazo("I.2").ingresos[0]),
                UN_DECIMAL,
                "I.2",
            )
        ],
        # The growth of the RFA in 2011 (7.11 and 6.09 %) is not printed: nothing to compare with.
        [],
        [
            _afirmacion(
                "siv_efectivo_entre_ingresos",
                "Efectivo generado por la operación entre ingresos de 2011: SIV",
                "%",
                lambda: float(100.0 * siv().efectivo[0] / siv().ingresos[0]),
                0.5,
                "III.2",
            )
        ],
        [
            _afirmacion(
                "siv_efecto_rjp_2011",
                "Efecto de quitar el RJP en el gasto de 2011: SIV",
                "mdp corrientes",
                lambda: float(sin(siv().gastos)[0] - con(siv().gastos)[0]),
                0.0,
                "III.2",
            )
        ],
    ]


def _del_mifa() -> list[list[Ficha]]:
    otro_crecimiento = (
        "Las conclusiones (L2776) imprimen 3.3 % y el texto (L2112) 3.4 %; el cuadro da 3.41 %."
    )
    return [
        [
            _afirmacion(
                f"sem_ingresos_entre_gastos_{anio}",
                f"COP y AGF entre gastos de {anio}: SEM-Total",
                "%",
                functools.partial(_cop_agf_entre, "II.4", "Gastos totales", posicion),
                UN_DECIMAL,
                "II.4",
            )
            for anio, posicion in ((2011, 0), (2050, -1))
        ],
        [
            _afirmacion(
                "sema_cop_agf_entre_ingresos",
                "COP y AGF entre ingresos de 2011: SEM-Asegurados",
                "%",
                functools.partial(_cop_agf_entre, "II.5", "Ingresos totales", 0),
                UN_DECIMAL,
                "II.5",
            )
        ],
        [
            _afirmacion(
                f"gmp_deficit_entre_ingresos_{anio}",
                f"Déficit entre COP y AGF de {anio}: GMP",
                "%",
                functools.partial(_deficit_entre_cuotas, posicion),
                UN_DECIMAL,
                "II.6",
            )
            for anio, posicion in ((2011, 0), (2050, -1))
        ],
        [
            _afirmacion(
                "sem_crecimiento_deficit",
                "Crecimiento real anual del déficit 2011-2050: SEM-Total, texto",
                "% anual",
                _crecimiento_deficit,
                UN_DECIMAL,
                "II.4",
            ),
            _afirmacion(
                "sem_crecimiento_deficit_conclusiones",
                "Crecimiento real anual del déficit 2011-2050: SEM-Total, conclusiones",
                "% anual",
                _crecimiento_deficit,
                UN_DECIMAL,
                "II.4",
                falla_esperada=otro_crecimiento,
            ),
        ],
        [
            ficha(
                "identidad",
                "El déficit de 2025 es más del doble que el de 2011 (1 = cierto): SEM-Total",
                "cierto o falso",
                _doble,
                0.0,
                f"{fuente('II.4')}; {texto.CIFRAS['sem_deficit_2025_entre_2011'].lineas}",
            ),
            _afirmacion(
                "sem_deficit_2050_entre_2011",
                "Déficit de 2050 entre el de 2011: SEM-Total",
                "veces",
                functools.partial(_veces_deficit, 2050),
                UN_DECIMAL,
                "II.4",
            ),
        ],
        [
            _afirmacion(
                "gmp_parte_del_deficit",
                "Parte de GMP en el déficit promedio anual del SEM-Total",
                "%",
                _gmp_parte,
                UN_DECIMAL,
                "II.7",
            )
        ],
        [
            _afirmacion(
                f"gmp_aumento_{que}",
                f"Aumento de los {que} 2011-2050: GMP",
                "%",
                functools.partial(_aumento, concepto),
                UN_DECIMAL,
                "II.6",
            )
            for que, concepto in (("ingresos", "Ingresos totales"), ("gastos", "Gastos totales"))
        ],
        [
            _afirmacion(
                "gmp_pc_entre_pmn",
                "Prima de contribución de 2011 entre prima media nivelada: GMP",
                "%",
                lambda: float(100.0 * mifa.pc("II.6")[0] / mifa.pmn("II.6")),
                0.5,
                "II.6",
                "IV.3",
                tipo="modelo",
                metodo=f"{mifa.METODO}, convención «inicio»",
            )
        ],
    ]


def _demografia() -> list[list[Ficha]]:
    def pensionados_por_asegurado() -> float:
        return float(impresos("II.9", "b")[-1] / impresos("II.9", "a")[-1])

    return [
        [
            _afirmacion(
                f"crecimiento_{que}",
                f"Crecimiento anual de {que} 2011-2110",
                "% anual",
                functools.partial(_crecimiento_ii9, letra),
                UN_DECIMAL,
                "II.9",
            )
            for que, letra in (("pensionados", "b"), ("asegurados", "a"))
        ],
        [
            _afirmacion(
                "pensionados_por_asegurado_2110",
                "Pensionados por asegurado en 2110",
                "razón",
                pensionados_por_asegurado,
                DOS_DECIMALES,
                "II.9",
            )
        ],
    ]


def _suficiencia() -> list[Ficha]:
    casos = (
        ("SRT", "I.4", "f", 50, "srt_pn_entre_prima"),
        ("SRT", "I.4", "f", 100, "srt_pn_entre_prima"),
        ("SIV", "III.4", "d", 50, "siv_pn_entre_prima_50"),
        ("SIV", "III.4", "d", 100, "siv_pn_entre_prima_100"),
    )

    def razon_impresa(seguro: str, cuadro: str, horizonte: int) -> float:
        return vpr.pn_impresa(cuadro, horizonte) / supuesto(f"prima_ingreso_{seguro.lower()}")

    def razon(seguro: str, cuadro: str, letra: str, horizonte: int) -> float:
        prima = vpr.pn(cuadro, letra, horizonte) / 100.0
        return 100.0 * primas.suficiencia(prima, supuesto(f"prima_ingreso_{seguro.lower()}")).razon

    impresas = [
        _afirmacion(
            nombre,
            f"Prima nivelada impresa a {h} años entre prima de ingreso: {seguro}",
            "%",
            functools.partial(razon_impresa, seguro, cuadro, h),
            1.0,
            cuadro,
        )
        for seguro, cuadro, _, h, nombre in casos
    ]
    del_modelo = [
        _afirmacion(
            nombre,
            f"Prima nivelada a {h} años, de los flujos, entre prima de ingreso: {seguro}",
            "%",
            functools.partial(razon, seguro, cuadro, letra, h),
            1.0,
            cuadro,
            tipo="modelo",
            metodo=vpr.METODO,
        )
        for seguro, cuadro, letra, h, nombre in casos
        if h == 50
    ]
    return [*impresas, *del_modelo]


def _densidad() -> Ficha:
    return ficha(
        "identidad",
        "Reducción de la densidad de cotización, CONSAR contra la valuación",
        "%",
        lambda: (
            texto.valor("reduccion_densidad"),
            100.0
            * (supuesto("densidad_cotizacion_consar") / supuesto("densidad_cotizacion") - 1.0),
        ),
        UN_DECIMAL,
        texto.fuente("reduccion_densidad"),
    )


S22 = numerar_renglones(
    "2.2",
    [
        *_estados(),
        *_valuaciones(),
        *_tablas_mifa(),
        *_reservas_y_efectivo(),
        *_del_mifa(),
        *_demografia(),
        _suficiencia(),
        [_densidad()],
    ],
)
