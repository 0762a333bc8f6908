"""Chapter II: coverage, contribution and transfers of the states (C28 to C41, C49, C51, C52)."""

from __future__ import annotations

import functools
from collections import Counter
from collections.abc import Iterable

import numpy as np

from pymodel import datos, entidades
from pymodel.conciliacion.registro import Par
from pymodel.conciliacion.sps2006_a.comun import (
    DOCUMENTO,
    Ficha,
    celda,
    claves,
    columna,
    ficha,
    lineas,
    numerar,
    numeros,
    por_entidad,
    texto,
)
from pymodel.dispersion import Dispersion
from pymodel.sps import comparacion
from pymodel.sps.comparacion import Transferencias
from pymodel.validacion import Vector

CUADRO_II = "CUADRO II del capítulo II, L2472-2536"
CUADRO_III = "CUADRO III del capítulo II, L2984-3046"
CUADRO_V = "CUADRO V del capítulo II, L4620-4634"
METAS, AFILIADAS = "metas_de_afiliacion_familias", "familias_afiliadas_diciembre_2005"
LUGARES = {
    "avance_de_cobertura": "avance",
    "responsabilidad_de_afiliacion": "responsabilidad",
    "participacion_en_la_afiliacion_nacional": "participacion",
}
PESOS = "pesos"


def _cobertura(nombre: str) -> Vector:
    """A column of CUADRO II without its national row."""
    return columna("cuadro_ii_2", nombre)[:-1]


def _sumas() -> Par:
    totales = [columna("cuadro_ii_2", c)[-1] for c in (METAS, AFILIADAS)]
    return totales, [_cobertura(c).sum() for c in (METAS, AFILIADAS)]


def _porcentajes() -> Par:
    metas, afiliadas = (columna("cuadro_ii_2", c) for c in (METAS, AFILIADAS))
    publicado = [
        columna("cuadro_ii_2", c)
        for c in ("avance_de_cobertura_pct", "participacion_en_la_afiliacion_nacional_pct")
    ]
    return publicado, [100.0 * afiliadas / metas, 100.0 * afiliadas / afiliadas[-1]]


def _lugares() -> Par:
    """Ranks; CUADRO III gives equal figures (Campeche, Distrito Federal) the order of CUADRO II."""
    cuadro = comparacion.desempenio(_cobertura(METAS), _cobertura(AFILIADAS))
    en_ii = claves("cuadro_ii_2", "entidad")
    orden = [en_ii.index(c) for c in claves("cuadro_ii_3", "entidad")]
    return (
        [columna("cuadro_ii_3", c) for c in LUGARES],
        [cuadro[n].rank(ascending=False, method="first")[orden] for n in LUGARES.values()],
    )


def _permutaciones() -> Par:
    df = datos.tabla(DOCUMENTO, "cuadro_ii_3")
    columnas = [np.sort(columna("cuadro_ii_3", str(c))) for c in df.columns[1:]]
    return np.tile(np.arange(1.0, 33.0), (len(columnas), 1)), columnas


def _conceptos() -> Par:
    conceptos = ("cs_transferible", "asf_complementaria", "gastos_de_operacion")
    montos = np.array([celda("texto_ii_transferencias", f"{c}_millones", 2004) for c in conceptos])
    publicado = [celda("texto_ii_transferencias", c, 2004) for c in ("cs_pct", "asf_pct", "go_pct")]
    total = celda("texto_ii_transferencias", "total_millones", 2004)
    return [total, *publicado], [montos.sum(), *(100.0 * montos / montos.sum())]


@functools.cache
def transferencias(anio: int) -> tuple[tuple[str, ...], Transferencias]:
    """Keys of the states of CUADRO V in a year, and the statistics of their transfers."""
    montos = por_entidad("cuadro_ii_5", f"estado_{anio}", f"transferencias_{anio}")
    familias = por_entidad("cuadro_ii_5", f"estado_{anio}", f"familias_{anio}")
    return tuple(montos), comparacion.transferencias(list(montos.values()), list(familias.values()))


def _impreso(nombre: str, anio: int) -> float:
    return celda("texto_ii_transferencias", nombre, anio)


def _lugares_impresos(anio: int) -> Par:
    impresos = por_entidad("cuadro_ii_5", f"estado_{anio}", f"ranking_transferencias_{anio}")
    estados, e = transferencias(anio)
    return [impresos[c] for c in estados], e.lugares


def _por_familia(anio: int, *cuales: str) -> Par:
    estados, e = transferencias(anio)
    posiciones = [estados.index(entidades.clave(c)) for c in cuales]
    return texto(f"por_familia_{anio}"), e.por_familia[posiciones]


def _orden(figura: str, anio: int) -> Par:
    """Place by place from the smallest, with the national amount (0) among the states."""
    escritas = datos.tabla(DOCUMENTO, figura)["entidad"]
    impreso = ["0" if e == "Nacional" else entidades.clave(e) for e in escritas]
    estados, e = transferencias(anio)
    valores = np.array([*e.por_familia, e.nacional_por_familia])
    calculado = [(*estados, "0")[i] for i in np.argsort(valores)]
    return numeros(impreso), numeros(calculado)


def _veces(*cuales: str) -> Par:
    (en_2004, antes), (en_2005, despues) = transferencias(2004), transferencias(2005)
    cocientes = []
    for estado in cuales:
        c = entidades.clave(estado)
        montos = [
            e.por_familia[estados.index(c)] * f
            for estados, e, f in (
                (en_2004, antes, por_entidad("cuadro_ii_5", "estado_2004", "familias_2004")[c]),
                (en_2005, despues, por_entidad("cuadro_ii_5", "estado_2005", "familias_2005")[c]),
            )
        ]
        cocientes.append(montos[1] / montos[0])
    return texto("crecimiento_transferencias"), cocientes


def _modalidades(figura: str, anio: int) -> Par:
    """Counts of FIGURA 10 or 12, and of the list of states of the text."""
    de_estados = Counter(datos.tabla(DOCUMENTO, "texto_ii_modalidad_ase")[f"modalidad_{anio}"])
    impresas = datos.tabla(DOCUMENTO, figura)
    calculado = [float(de_estados[m]) for m in impresas["modalidad"]]
    publicado = columna(figura, "entidades")
    total = sum(n for m, n in de_estados.items() if m != "no incorporada")
    return [*publicado, publicado.sum()], [*calculado, float(total)]


def _responsabilidad() -> Par:
    metas = por_entidad("cuadro_ii_2", "entidad", METAS)
    total = columna("cuadro_ii_2", METAS)[-1]
    return texto("responsabilidad"), [
        100.0 * metas[entidades.clave(c)] / total for c in ("DF", "SLP")
    ]


def _guanajuato() -> Par:
    afiliadas = por_entidad("cuadro_ii_2", "entidad", AFILIADAS)
    return texto("guanajuato_entre_bcs"), [afiliadas["11"] / afiliadas["03"]]


def _pearson(anio: int) -> Par:
    return _impreso("pearson_montos_familias", anio), transferencias(anio)[1].pearson


def _de_cobertura() -> Iterable[tuple[str, Ficha]]:
    yield (
        "C28",
        ficha(
            "identidad",
            "Metas y familias afiliadas: suma de 32 entidades contra el renglón nacional",
            "familias",
            _sumas,
            0.0,
            CUADRO_II,
        ),
    )
    yield (
        "C29",
        ficha(
            "identidad",
            "Avance de cobertura y participación, 32 entidades y nacional",
            "%",
            _porcentajes,
            0.05,
            CUADRO_II,
        ),
    )
    yield (
        "C30",
        ficha(
            "modelo",
            "Lugares de avance, responsabilidad y participación, 96 en total",
            "lugar",
            _lugares,
            0.0,
            f"{CUADRO_III}; {CUADRO_II}",
            metodo="empates (Campeche y Distrito Federal) en el orden del CUADRO II",
        ),
    )
    yield (
        "C31",
        ficha(
            "identidad",
            "Cada una de las seis columnas tiene los lugares 1 a 32 una vez",
            "lugar",
            _permutaciones,
            0.0,
            CUADRO_III,
        ),
    )
    yield (
        "C41a",
        ficha(
            "identidad",
            "Entidades por forma de la ASE en 2004 y su total, contra la lista del texto",
            "entidades",
            lambda: _modalidades("figura_ii_10", 2004),
            0.0,
            "FIGURA 10 del capítulo II, L3320; L3322-3324",
        ),
    )
    yield (
        "C41b",
        ficha(
            "identidad",
            "Entidades por forma de la ASE en 2005 y su total, contra la lista del texto",
            "entidades",
            lambda: _modalidades("figura_ii_12", 2005),
            0.0,
            "FIGURA 12 del capítulo II, L3326; L3328",
        ),
    )
    yield (
        "C51",
        ficha(
            "identidad",
            "Responsabilidad de afiliación del Distrito Federal y de San Luis Potosí",
            "%",
            _responsabilidad,
            0.05,
            f"{lineas('responsabilidad')}; {CUADRO_II}",
        ),
    )
    yield (
        "C52",
        ficha(
            "identidad",
            "Familias de Guanajuato entre las de Baja California Sur",
            "veces",
            _guanajuato,
            0.5,
            f"{lineas('guanajuato_entre_bcs')}; {CUADRO_II}",
        ),
    )


def _de_transferencias() -> Iterable[tuple[str, Ficha]]:
    yield (
        "C32",
        ficha(
            "identidad",
            "Transferencias de 2004: suma de los tres conceptos y parte de cada uno",
            "millones de pesos; %",
            _conceptos,
            0.5,
            "L3814-3816",
        ),
    )
    yield (
        "C33a",
        ficha(
            "identidad",
            "Transferencias de 2004: suma de 29 entidades",
            "millones de pesos",
            lambda: (_impreso("total_millones", 2004), transferencias(2004)[1].total / 1e6),
            1.0,
            f"L3814; {CUADRO_V}",
        ),
    )
    yield (
        "C33b",
        ficha(
            "modelo",
            "Transferencia por familia de 2004, nacional",
            PESOS,
            lambda: (
                _impreso("promedio_por_familia_pesos", 2004),
                transferencias(2004)[1].nacional_por_familia,
            ),
            1.0,
            f"L3814; {CUADRO_V}",
        ),
    )
    yield (
        "C33c",
        ficha(
            "identidad",
            "Transferencias de 2005: suma de 32 entidades",
            "millones de pesos",
            lambda: (_impreso("total_millones", 2005), transferencias(2005)[1].total / 1e6),
            1.0,
            f"L3820; {CUADRO_V}",
            falla_esperada="El texto imprime 6,401 y las 32 entidades del cuadro suman 6,425.8.",
        ),
    )
    for anio in (2004, 2005):
        yield (
            f"C33-lugares-{anio}",
            ficha(
                "modelo",
                f"Lugar de cada entidad por lo transferido en {anio}",
                "lugar",
                functools.partial(_lugares_impresos, anio),
                0.0,
                CUADRO_V,
            ),
        )
    yield (
        "C34",
        ficha(
            "modelo",
            "Transferencia por familia de 2004: ZAC, SLP, GRO, QRO, NAY, AGS",
            PESOS,
            lambda: _por_familia(2004, "ZAC", "SLP", "GRO", "QRO", "NAY", "AGS"),
            0.5,
            f"{lineas('por_familia_2004')}; {CUADRO_V}",
        ),
    )
    yield (
        "C35",
        ficha(
            "modelo",
            "Transferencia por familia de 2005: TAB, PUE, BC, YUC, DGO, QRO",
            PESOS,
            lambda: _por_familia(2005, "TAB", "PUE", "BC", "YUC", "DGO", "QRO"),
            0.5,
            f"{lineas('por_familia_2005')}; {CUADRO_V}",
        ),
    )
    for letra, figura, anio, impresas in (
        ("a", "figura_ii_17", 2004, "FIGURA 17"),
        ("b", "figura_ii_18", 2005, "FIGURA 18"),
    ):
        yield (
            f"C36{letra}",
            ficha(
                "modelo",
                f"Orden de las entidades por transferencia por familia de {anio}, con el nacional",
                "clave de la entidad (0: nacional)",
                functools.partial(_orden, figura, anio),
                0.0,
                f"{impresas} del capítulo II, L4392-4458; {CUADRO_V}",
            ),
        )
    for anio in (2004, 2005):
        yield (
            f"C37-{anio}",
            ficha(
                "modelo",
                f"Correlación de Pearson entre montos y familias, {anio}",
                "número puro",
                functools.partial(_pearson, anio),
                0.005,
                f"L3826; {CUADRO_V}",
            ),
        )
    yield from _de_dispersion()
    for anio in (2004, 2005):
        yield (
            f"C39-{anio}",
            ficha(
                "modelo",
                f"Parte de las 10 entidades con más transferencias y de las 11 con menos, {anio}",
                "%",
                functools.partial(_concentracion, anio),
                0.5,
                f"L3818-3822; {CUADRO_V}",
            ),
        )
    for anio, falla in (
        (2004, "El texto dice seis; son 12, como en la FIGURA 17 del propio capítulo."),
        (2005, ""),
    ):
        yield (
            f"C39-promedio-{anio}",
            ficha(
                "modelo",
                f"Entidades con transferencia por familia mayor que la nacional, {anio}",
                "entidades",
                functools.partial(_sobre_el_promedio, anio),
                0.0,
                f"{lineas('arriba_del_promedio')}; {CUADRO_V}",
                falla_esperada=falla,
            ),
        )
    yield (
        "C49",
        ficha(
            "identidad",
            "Transferencias de 2005 entre las de 2004: Guanajuato y Querétaro",
            "veces",
            lambda: _veces("GTO", "QRO"),
            0.5,
            f"{lineas('crecimiento_transferencias')}; {CUADRO_V}",
            nota="El texto dice «monto por familia»; son los montos totales, nominales.",
        ),
    )


def _cv_o_extremos(que: str, anio: int, por_familia: bool) -> Par:
    e = transferencias(anio)[1]
    d: Dispersion = e.dispersion_por_familia if por_familia else e.dispersion_montos
    impreso = _impreso(f"{que}_{'por_familia' if por_familia else 'montos'}", anio)
    return impreso, d.cv_n1 if que == "coef_variacion" else d.max_min


def _de_dispersion() -> Iterable[tuple[str, Ficha]]:
    """C38 and C40: coefficient of variation (n-1) and ratio of extremes."""
    for anio, por_familia, cv, extremos, falla in (
        (2004, False, 0.005, 1.0, ""),
        (
            2005,
            False,
            0.05,
            1.0,
            "El texto imprime 0.9; de las 32 entidades del cuadro sale 1.09 (1.07 con divisor n).",
        ),
        (2004, True, 0.05, 0.05, ""),
        (2005, True, 0.05, 0.05, ""),
    ):
        que = "por familia" if por_familia else "de los montos"
        sufijo = f"{'familia' if por_familia else 'montos'}-{anio}"
        yield (
            f"C38-{sufijo}",
            ficha(
                "modelo",
                f"Coeficiente de variación {que} entre entidades, {anio}",
                "número puro",
                functools.partial(_cv_o_extremos, "coef_variacion", anio, por_familia),
                cv,
                f"L3818-3840; {CUADRO_V}",
                metodo="divisor n-1",
                falla_esperada=falla,
            ),
        )
        yield (
            f"C40-{sufijo}",
            ficha(
                "modelo",
                f"Mayor entre menor {que}, {anio}",
                "veces",
                functools.partial(_cv_o_extremos, "razon_max_min", anio, por_familia),
                extremos,
                f"L3818-3840; {CUADRO_V}",
            ),
        )


def _concentracion(anio: int) -> Par:
    e = transferencias(anio)[1]
    impresas = [
        _impreso(c, anio) for c in ("concentracion_10_mayores_pct", "concentracion_11_menores_pct")
    ]
    return impresas, [100.0 * e.parte_primeras, 100.0 * e.parte_ultimas]


def _sobre_el_promedio(anio: int) -> Par:
    return texto("arriba_del_promedio")[anio - 2004], transferencias(anio)[1].sobre_nacional


ESTADOS = numerar([*_de_cobertura(), *_de_transferencias()])
