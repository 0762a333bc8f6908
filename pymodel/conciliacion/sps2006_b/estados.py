"""Transfers, exercise, prices, reports and opinions of the states (chapter 2)."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Sequence

import numpy as np

from pymodel import datos, entidades
from pymodel.conciliacion.registro import Par
from pymodel.conciliacion.sps2006_b.apoyo import DOCUMENTO, Ficha, columna, ficha, numerar
from pymodel.sps import comparacion, desequilibrios, seguimiento
from pymodel.validacion import Vector

CUADRO_V = "CUADRO V del capítulo II, L4620-4634"


@functools.cache
def _estados(anio: int) -> tuple[tuple[str, ...], Vector, Vector, Vector]:
    """Key, amount, families and printed rank of each state with transfers that year."""
    df = datos.tabla(DOCUMENTO, "cuadro_ii_5")
    df = df[df[f"transferencias_{anio}"].notna()]
    return (
        tuple(entidades.clave(e) for e in df[f"estado_{anio}"]),
        df[f"transferencias_{anio}"].to_numpy(np.float64),
        df[f"familias_{anio}"].to_numpy(np.float64),
        df[f"ranking_transferencias_{anio}"].to_numpy(np.float64),
    )


@functools.cache
def _estadisticas(anio: int) -> comparacion.Transferencias:
    _, montos, familias, _ = _estados(anio)
    return comparacion.transferencias(montos, familias)


def _por_familia(anio: int, nombres: Sequence[str]) -> Vector:
    claves = _estados(anio)[0]
    valores = _estadisticas(anio).por_familia
    return np.array([valores[claves.index(entidades.clave(n))] for n in nombres])


# --- C9: transfers --------------------------------------------------------------------------------

FAMILIAS_2005 = 3_555_977.0  # L2536

# Pesos per family that the text prints: L3836 (2004) and L3840 (2005).
POR_FAMILIA = {
    2004: {"ZAC": 3117, "SLP": 3111, "GRO": 3076, "QRO": 502, "NAY": 851, "AGS": 867},
    2005: {"TAB": 2666, "PUE": 2379, "BC": 2204, "YUC": 621, "DGO": 899, "QRO": 940},
}


def _orden(anio: int, figura: str) -> Par:
    """Position of each bar of FIGURAS 17 and 18, the national one included, smallest first."""
    e = _estadisticas(anio)
    claves = list(_estados(anio)[0])
    valores = np.append(e.por_familia, e.nacional_por_familia)
    lugar = comparacion.lugares(valores, "ascendente")
    barras = datos.tabla(DOCUMENTO, figura)
    cual = [
        len(claves) if n == "Nacional" else claves.index(entidades.clave(n))
        for n in barras["entidad"]
    ]
    return barras["posicion"].to_numpy(float), lugar[cual]


def _familias() -> Par:
    """Families of CUADRO V against those of CUADRO II, state by state, and their sum."""
    claves, _, familias, _ = _estados(2005)
    otro = datos.tabla(DOCUMENTO, "cuadro_ii_2").set_index("entidad")
    impresas = {
        entidades.clave(str(n)): float(v)
        for n, v in otro["familias_afiliadas_diciembre_2005"].items()
        if n != "Nacional"
    }
    por_estado = [impresas[c] for c in claves]
    return [*por_estado, FAMILIAS_2005], [*familias, _estadisticas(2005).familias]


def _transferencias() -> Iterable[tuple[str, Ficha]]:
    e = _estadisticas
    millones = "millones de pesos"
    for anio, publicado, tolerancia, lineas, falla in (
        (2004, 3059.0, 1.0, "L3814", ""),
        (
            2005,
            6401.0,
            1.0,
            "L3820",
            "Las 32 entidades suman 6,425.8: el texto imprime 6,401, 24.8 menos.",
        ),
    ):
        yield (
            f"C9-01{'ab'[anio - 2004]}",
            ficha(
                "identidad",
                f"Total transferido en {anio}: suma de las entidades",
                millones,
                functools.partial(lambda p, a: (p, e(a).total / 1e6), publicado, anio),
                tolerancia,
                f"{CUADRO_V}; {lineas}",
                falla_esperada=falla,
            ),
        )
    yield (
        "C9-02",
        ficha(
            "identidad",
            "Familias de 2005: suma de las entidades, y cada una contra el CUADRO II",
            "familias",
            _familias,
            0,
            f"{CUADRO_V}; L2472-2536",
        ),
    )
    yield (
        "C9-03",
        ficha(
            "modelo",
            "Monto por familia nacional, 2004",
            "pesos",
            lambda: (1957.0, e(2004).nacional_por_familia),
            0.5,
            f"{CUADRO_V}; L3836",
        ),
    )
    for anio, impresos in POR_FAMILIA.items():
        yield (
            f"C9-04{'ab'[anio - 2004]}",
            ficha(
                "modelo",
                f"Monto por familia de las entidades que nombra el texto, {anio}",
                "pesos",
                functools.partial(
                    lambda a, i: (list(i.values()), _por_familia(a, list(i))), anio, impresos
                ),
                0.5,
                f"{CUADRO_V}; L{3836 if anio == 2004 else 3840}",
            ),
        )
    yield (
        "C9-05",
        ficha(
            "modelo",
            "Monto por familia de Tabasco en 2005 según las conclusiones",
            "pesos",
            lambda: (2566.0, _por_familia(2005, ["TAB"])[0]),
            0.5,
            f"{CUADRO_V}; L2080, L5877",
            falla_esperada="Errata: 2,566 por 2,666, que es lo que imprime L3840.",
        ),
    )
    yield (
        "C9-06",
        ficha(
            "modelo",
            "Razón entre el mayor y el menor monto, 2004 y 2005",
            "veces",
            lambda: ((109.0, 54.0), [e(a).dispersion_montos.max_min[0] for a in (2004, 2005)]),
            1.0,
            f"{CUADRO_V}; L3818, L3822",
            nota="El texto corta 109.7 en 109.",
        ),
    )
    yield (
        "C9-07",
        ficha(
            "modelo",
            "Razón entre el mayor y el menor monto por familia, 2004 y 2005",
            "veces",
            lambda: ((6.2, 4.3), [e(a).dispersion_por_familia.max_min[0] for a in (2004, 2005)]),
            0.05,
            f"{CUADRO_V}; L3838-3840",
        ),
    )
    for letra, anio, publicado, tolerancia, falla in (
        ("a", 2004, 1.05, 0.005, ""),
        ("b", 2005, 0.9, 0.05, "Resulta 1.09 (1.07 con divisor n), no 0.9."),
    ):
        yield (
            f"C9-08{letra}",
            ficha(
                "modelo",
                f"Coeficiente de variación de los montos, {anio}",
                "coeficiente",
                functools.partial(
                    lambda p, a: (p, e(a).dispersion_montos.cv_n1[0]), publicado, anio
                ),
                tolerancia,
                f"{CUADRO_V}; L{3818 if anio == 2004 else 3822}",
                metodo="divisor n-1",
                falla_esperada=falla,
            ),
        )
    yield (
        "C9-09",
        ficha(
            "modelo",
            "Coeficiente de variación del monto por familia, 2004 y 2005",
            "coeficiente",
            lambda: ((0.4, 0.3), [e(a).dispersion_por_familia.cv_n1[0] for a in (2004, 2005)]),
            0.05,
            f"{CUADRO_V}; L3838-3840",
            metodo="divisor n-1",
        ),
    )
    yield (
        "C9-10",
        ficha(
            "modelo",
            "Correlación de Pearson entre montos y familias, 2004 y 2005",
            "coeficiente",
            lambda: ((0.91, 0.96), [e(a).pearson for a in (2004, 2005)]),
            0.005,
            f"{CUADRO_V}; L3826",
        ),
    )
    yield (
        "C9-11",
        ficha(
            "modelo",
            "Parte de las diez entidades con mayor monto y de las once con menor, 2004 y 2005",
            "%",
            lambda: (
                (71.0, 70.0, 8.0, 7.0),
                [100.0 * e(a).parte_primeras for a in (2004, 2005)]
                + [100.0 * e(a).parte_ultimas for a in (2004, 2005)],
            ),
            0.5,
            f"{CUADRO_V}; L3818-3822",
        ),
    )
    for letra, anio, publicado, falla in (
        ("a", 2004, 6.0, "Son doce, y doce muestra la FIGURA 17."),
        ("b", 2005, 10.0, ""),
    ):
        yield (
            f"C9-12{letra}",
            ficha(
                "modelo",
                f"Entidades con un monto por familia sobre el nacional, {anio}",
                "entidades",
                functools.partial(lambda p, a: (p, e(a).sobre_nacional), publicado, anio),
                0,
                f"{CUADRO_V}; L{3838 if anio == 2004 else 3840}",
                falla_esperada=falla,
            ),
        )
    for letra, anio in (("a", 2004), ("b", 2005)):
        yield (
            f"C9-13{letra}",
            ficha(
                "modelo",
                f"Lugar de cada entidad por monto transferido, {anio}",
                "lugar",
                functools.partial(lambda a: (_estados(a)[3], e(a).lugares), anio),
                0,
                CUADRO_V,
            ),
        )
    for letra, anio, figura in (("a", 2004, "17"), ("b", 2005, "18")):
        yield (
            f"C9-14{letra}",
            ficha(
                "modelo",
                f"Orden de las barras del monto por familia, {anio}, con la nacional",
                "lugar",
                functools.partial(_orden, anio, f"figura_ii_{figura}"),
                0,
                f"FIGURA {figura} del capítulo II, L4386-4458",
            ),
        )


# --- C10 and C11: growth --------------------------------------------------------------------------


def _inflacion() -> float:
    """From December 2004 to December 2005."""
    return datos.inpc_diciembre(2005) / datos.inpc_diciembre(2004) - 1.0


def _crecimiento(nombres: Sequence[str], por_familia: bool = False) -> Vector:
    pares = []
    for anio in (2004, 2005):
        claves, montos, familias, _ = _estados(anio)
        valores = montos / familias if por_familia else montos
        pares.append([valores[claves.index(entidades.clave(n))] for n in nombres])
    return desequilibrios.crecimiento_real(pares[0], pares[1], _inflacion())


def _figura_19() -> Par:
    """Bars of the states with transfers in both years, largest growth first."""
    de_2004 = _estados(2004)[0]
    barras = [
        str(n)
        for n in datos.tabla(DOCUMENTO, "figura_ii_19")["entidad"]
        if entidades.clave(n) in de_2004
    ]
    lugar = comparacion.lugares(_crecimiento(barras, por_familia=True))
    return np.arange(1.0, len(barras) + 1.0), lugar


def _crecimientos() -> Iterable[tuple[str, Ficha]]:
    metodo = "INPC de diciembre a diciembre, 3.33 %"
    yield (
        "C10",
        ficha(
            "modelo",
            "FIGURA 19: orden de 29 entidades por crecimiento real del monto por familia 2004-2005",
            "lugar",
            _figura_19,
            0,
            f"FIGURA 19 del capítulo II, L4514-4618; {CUADRO_V}",
            metodo=metodo,
        ),
    )
    yield (
        "C11-1",
        ficha(
            "modelo",
            "Querétaro y Guanajuato: veces que creció el total transferido, real",
            "veces",
            lambda: ((6.0, 4.0), 1.0 + _crecimiento(["QRO", "GTO"])),
            0.5,
            f"L4466; {CUADRO_V}",
            metodo=metodo,
        ),
    )
    yield (
        "C11-2",
        ficha(
            "modelo",
            "Sinaloa: crecimiento real del total transferido",
            "%",
            lambda: (-1.0, 100.0 * _crecimiento(["SIN"])[0]),
            0.5,
            f"L4466; {CUADRO_V}",
            metodo=metodo,
        ),
    )
    yield (
        "C11-3",
        ficha(
            "modelo",
            "Querétaro: veces que creció el monto por familia, real",
            "veces",
            lambda: (6.0, 1.0 + _crecimiento(["QRO"], por_familia=True)[0]),
            0.5,
            f"L4466; {CUADRO_V}",
            metodo=metodo,
            falla_esperada="El texto dice «monto por familia», pero seis veces es el total; por "
            "familia creció 81 % y Puebla creció más.",
        ),
    )


# --- C12: exercise --------------------------------------------------------------------------------

# Transferred, gastos de operación and spent at 31 December, mdp: L3814-3820, L4650, L4662.
TRANSFERIDO = {2004: 3059.0, 2005: 6401.0}
OPERACION_2004 = 95.0
EJERCIDO = {2004: 1960.0, 2005: 4500.0}


def _estructura(anio: int, figura: str) -> Vector:
    nombre = "2004" if anio == 2004 else "2005_texto"
    return columna(figura, nombre)


def _ejercicio(anio: int, transferido: float) -> float:
    estructura = _estructura(anio, {2004: "figura_ii_21", 2005: "figura_ii_24"}[anio]) / 100.0
    e = seguimiento.ejercicio([transferido], [EJERCIDO[anio] * estructura])
    return 100.0 * float(e.ejercido[0])


def _ejercicios() -> Iterable[tuple[str, Ficha]]:
    yield (
        "C12-1",
        ficha(
            "modelo",
            "Recursos de 2004 ejercidos al 31 de diciembre",
            "% de lo transferido",
            lambda: (66.0, _ejercicio(2004, TRANSFERIDO[2004] - OPERACION_2004)),
            0.5,
            "L4650; L3814-3816",
            metodo="sin gastos de operación",
        ),
    )
    yield (
        "C12-2",
        ficha(
            "modelo",
            "Recursos de 2005 ejercidos al 31 de diciembre",
            "% de lo transferido",
            lambda: (67.0, _ejercicio(2005, TRANSFERIDO[2005])),
            0.5,
            "L4662; L3820",
            falla_esperada="4,500 entre 6,401 es 70.3 %; 67 % requiere 4,289.",
        ),
    )
    yield (
        "C12-3",
        ficha(
            "identidad",
            "Estructura de lo ejercido por concepto, 2004 y 2005: suma",
            "%",
            lambda: (
                (100.0, 100.0),
                [
                    _estructura(2004, "figura_ii_21").sum(),
                    _estructura(2005, "figura_ii_24").sum(),
                ],
            ),
            0,
            "FIGURAS 21 y 24 del capítulo II; L4652, L4664",
        ),
    )
    yield (
        "C12-4",
        ficha(
            "modelo",
            "Medicamentos de 2005: 42 % de lo ejercido",
            "mdp",
            lambda: (1900.0, EJERCIDO[2005] * _estructura(2005, "figura_ii_24")[1] / 100.0),
            50.0,
            "L5288; L4662-4664",
        ),
    )


# --- C13 to C15: prices, reports, survey ----------------------------------------------------------


def _ahorros() -> Par:
    df = datos.tabla(DOCUMENTO, "texto_ii_precios_medicamentos")
    pares = df[["precio_minimo", "precio_maximo"]].to_numpy(np.float64)
    calculado = [100.0 * seguimiento.ahorro(p).max() for p in pares]
    return df["ahorro_pct_impreso"].to_numpy(np.float64), calculado


CS_ASF = "Cuota Social y Aportación Solidaria Federal"


def _acumulados(anio: int) -> float:
    df = datos.tabla(DOCUMENTO, "texto_ii_reportes_entregados")
    df = df[
        (df["tipo_de_reporte"] == CS_ASF) & (df["anio"] == anio) & (df["entidad"] != "Promedio")
    ]
    numero = df["numero_de_reportes"].to_numpy(np.float64)
    return float(seguimiento.cumplimiento({CS_ASF: numero})["acumulados"].iloc[0])


def _seguimiento() -> Iterable[tuple[str, Ficha]]:
    yield (
        "C13",
        ficha(
            "modelo",
            "Ahorro del precio mínimo sobre el máximo de tres medicamentos",
            "%",
            _ahorros,
            1.0,
            "L5490-5494",
            nota="El texto corta los decimales: 35.8, 45.5 y 47.9.",
        ),
    )
    yield (
        "C14-1",
        ficha(
            "modelo",
            "Entidades con uno o dos reportes de CS y ASF en el año, 2004 y 2005",
            "entidades",
            lambda: ((5.0, 13.0), [_acumulados(a) for a in (2004, 2005)]),
            0,
            "L5554-5562",
        ),
    )
    yield (
        "C14-2",
        ficha(
            "modelo",
            "Reportes debidos al año por su periodicidad: anual, mensual, trimestral, mensual, "
            "trimestral",
            "reportes",
            lambda: ((1, 12, 4, 12, 4), list(seguimiento.reportes().values())),
            0,
            "CUADRO VI del capítulo II, L5506-5520",
        ),
    )
    base = 29.0
    yield (
        "C15-1",
        ficha(
            "identidad",
            "Encuesta a directores: las respuestas suman las 29 entidades",
            "entidades",
            lambda: (np.full(4, base), (19 + 10, 28 + 1, 22 + (3 + 4), 1 + 20 + 7 + 1)),
            0,
            "L5588-5856",
        ),
    )
    yield (
        "C15-2",
        ficha(
            "identidad",
            "Encuesta a directores: entidades que no respondieron, de 32",
            "%",
            lambda: (9.0, 100.0 * (32.0 - base) / 32.0),
            0.5,
            "L5588",
        ),
    )
    yield (
        "C15-3",
        ficha(
            "identidad",
            "Conclusión 12: porcentajes entre los 27 que contestaron",
            "%",
            lambda: ((70.0, 44.0), (100.0 * 19 / 27, 100.0 * 12 / 27)),
            0.5,
            "L5863-5912; L5596",
        ),
    )
    yield (
        "C15-4",
        ficha(
            "identidad",
            "Conclusión 12: porcentajes entre las 29 entidades de la encuesta",
            "%",
            lambda: ((70.0, 44.0), (100.0 * 19 / base, 100.0 * 12 / base)),
            0.5,
            "L5863-5912; L5596",
            falla_esperada="La base de la conclusión es 27, no las 29 de la encuesta.",
        ),
    )


VERIFICACIONES = numerar([*_transferencias(), *_crecimientos(), *_ejercicios(), *_seguimiento()])
