"""Anexo A: regressions, contributions, affiliation, projection of health spending."""

from __future__ import annotations

import functools
from collections.abc import Iterable
from dataclasses import replace

import numpy as np

from pymodel import tendencia
from pymodel.conciliacion.registro import Par
from pymodel.conciliacion.sps2006_b.apoyo import (
    MDP,
    Ficha,
    celda,
    columna,
    de_anios,
    ficha,
    numerar,
    parametro,
)
from pymodel.sps import afiliacion, aportaciones, deciles, desequilibrios
from pymodel.sps import gasto_salud as modelo
from pymodel.validacion import Vector

ANIOS = modelo.ANIOS
CUADRO_V = "cuadro_i_5a"
LINEAS_V = "CUADRO V del capítulo I, L1071-1101"
CALIBRADO_S = (
    "Constante ajustada a lo impreso: s = 0.545, parte del gasto de bolsillo de la población sin "
    "seguridad social, que el documento no imprime."
)
NOMBRES = {
    "imss": "IMSS",
    "issste": "ISSSTE",
    "pemex": "PEMEX",
    "gasto_bolsillo": "gasto de bolsillo",
    "primas": "primas de seguros",
}


@functools.cache
def _proyeccion(escenario: int = 1) -> dict[str, Vector]:
    d = modelo.proyectar(modelo.supuestos(escenario))
    return {str(c): d[c].to_numpy() for c in d.columns}


def _publico_impreso() -> Vector:
    return de_anios(CUADRO_V, "gasto_publico", ANIOS)


# --- C1: regressions -----------------------------------------------------------------------------


def _estadisticos(serie: str) -> tuple[float, float, float, float]:
    id = modelo.FIGURAS[serie]
    (a, b), (ta, tb) = columna(id, "coeficientes"), columna(id, "estadistico_t")
    return float(a), float(ta), float(b), float(tb)


def _razon(serie: str) -> Par:
    n = tendencia.muestra(*_estadisticos(serie))
    return np.mean(np.arange(n) ** 2.0), tendencia.razon_errores(*_estadisticos(serie))


def _probabilidades(serie: str) -> Par:
    impresas = columna(modelo.FIGURAS[serie], "probabilidad")
    return impresas, tendencia.probabilidades(modelo.tendencia_impresa(serie))


def _regresiones() -> Iterable[tuple[str, Ficha]]:
    for k, serie in enumerate(NOMBRES, start=1):
        figura = modelo.FIGURAS[serie].removeprefix("figura_").upper()
        fuente = f"FIGURA {figura}, L7418-7914"
        yield (
            f"C1-{k}a",
            ficha(
                "identidad",
                f"Regresión de {NOMBRES[serie]}: cuadrado de la razón de errores estándar, contra "
                "la media de t² de una muestra de años enteros",
                "años²",
                functools.partial(_razon, serie),
                1e-6,
                fuente,
                relativa=True,
                nota="Confirma la posición del punto decimal, perdida en la impresión.",
            ),
        )
        yield (
            f"C1-{k}b",
            ficha(
                "modelo",
                f"Regresión de {NOMBRES[serie]}: probabilidades del intercepto y la pendiente",
                "probabilidad",
                functools.partial(_probabilidades, serie),
                # IMSS is printed to five decimals, the rest to six.
                0.5e-5 if serie == "imss" else 0.5e-6,
                fuente,
            ),
        )
    yield (
        "C1-6",
        ficha(
            "modelo",
            "Último año de la muestra de la seguridad social: el del texto contra el que resulta "
            "de los estadísticos impresos",
            "año",
            lambda: (
                np.full(3, parametro("regresion_anio_final")),
                [
                    modelo.tendencia_impresa(s).anio_cero + modelo.tendencia_impresa(s).n - 1
                    for s in ("imss", "issste", "pemex")
                ],
            ),
            0,
            "L7412, FIGURAS A6 a A8",
            falla_esperada="El texto dice 1996-2004 para todas las regresiones; los estadísticos "
            "de IMSS, ISSSTE y PEMEX sólo pueden ser de diez años, 1996-2005.",
        ),
    )
    yield (
        "C1-7",
        ficha(
            "modelo",
            "Último año de la muestra del gasto de bolsillo y de las primas",
            "año",
            lambda: (
                np.full(2, parametro("regresion_anio_final")),
                [
                    modelo.tendencia_impresa(s).anio_cero + modelo.tendencia_impresa(s).n - 1
                    for s in ("gasto_bolsillo", "primas")
                ],
            ),
            0,
            "L7416, FIGURAS A10 y A12",
        ),
    )


# --- C2, C3 and C8: contributions, resources, affiliation -----------------------------------------


def _trimestres() -> Par:
    impresos = columna("anexo_a_monto_por_familia", "total_anual")
    total = aportaciones.por_familia().total
    return impresos, total * aportaciones.factor_trimestre([1, 2, 3, 4])


def _figura_a5() -> Par:
    cotas = {"cota_inferior": "inferior", "estimacion_media": "media", "cota_superior": "superior"}
    impresos = np.array([columna("figura_a5", c) for c in cotas])
    return impresos, [afiliacion.recursos_del_informe(ANIOS, cota) for cota in cotas.values()]


def _aportaciones() -> Iterable[tuple[str, Ficha]]:
    tabla = "tabla MONTO DE LA CS+ASF+ASE POR FAMILIA, L7314-7330"
    yield (
        "C2-1",
        ficha(
            "modelo",
            "Cuota social de 2004: 15 % del salario mínimo diario por 365",
            "pesos",
            lambda: (2477.0, aportaciones.por_familia().cs),
            0.5,
            "L2294, L7022",
        ),
    )
    yield (
        "C2-2",
        ficha(
            "modelo",
            "CS + ASF + ASE por familia según el trimestre de afiliación",
            "pesos",
            _trimestres,
            0.5,
            tabla,
        ),
    )
    yield (
        "C2-3",
        ficha(
            "modelo",
            "Aportación trimestral por familia",
            "pesos",
            lambda: (
                columna("anexo_a_monto_por_familia", "trimestre_4"),
                np.full(4, aportaciones.por_familia().total / 4.0),
            ),
            0.5,
            tabla,
        ),
    )
    yield (
        "C3",
        ficha(
            "calibrado",
            "FIGURA A5: recursos del SPS 2005-2010, cota inferior, media y superior (18 valores)",
            MDP,
            _figura_a5,
            0.5,
            "FIGURA A5, L7382-7398",
            nota="Constante ajustada a lo impreso: las familias de 2006, 5,008,340; sólo entra en "
            "2006 y en los años que parten de él.",
        ),
    )
    yield (
        "C8-1",
        ficha(
            "modelo",
            "Incremento anual: 14.3 % de la meta, contra el redondeado del texto",
            "millones de familias",
            lambda: (
                parametro("sps_incremento_anual_familias") / 1e6,
                parametro("sps_incremento_anual_meta", 2004, "lgs") * afiliacion.meta_total() / 1e6,
            ),
            0.05,
            "L7242-7244",
        ),
    )
    yield (
        "C8-2",
        ficha(
            "identidad",
            "Siete años de 14.3 % llegan a la meta",
            "% de la meta",
            lambda: (100.0, 7 * 100.0 * parametro("sps_incremento_anual_meta", 2004, "lgs")),
            0.5,
            "L87, L7242",
        ),
    )
    yield (
        "C8-3",
        ficha(
            "modelo",
            "FIGURA A4: familias afiliadas y metas de 2004 a 2010",
            "millones de familias",
            lambda: (
                de_anios("figura_a4", "meta_de_afiliacion", range(2004, 2011)),
                afiliacion.familias(np.arange(2004, 2011)) / 1e6,
            ),
            0.005,
            "FIGURA A4, L7292-7310",
        ),
    )


# --- C4, C5 and C20: private spending -------------------------------------------------------------


def _privado_literal() -> Par:
    """Equation (12) with the letter of the print: the families that join spend beta."""
    s = modelo.supuestos()
    b = modelo.bolsillo(replace(s, beta=1.0 - s.beta))
    return de_anios(CUADRO_V, "gasto_privado", ANIOS), b.total + _proyeccion()["primas"]


def _bolsillo_2004() -> float:
    """Observed private spending less the trend of premiums, mdp."""
    recta = modelo.tendencia_impresa("primas")
    return celda(CUADRO_V, "gasto_privado", 2004) - float(tendencia.evaluar(recta, [2004])[0]) / 1e3


def _crecimientos(escenario: int) -> Par:
    nombre = {1: "escenario_1_dged", 2: "escenario_2_cide", 3: "escenario_3_sin_spss"}[escenario]
    impresos = columna("cuadro_i_4", nombre)[-len(ANIOS) :]
    serie = np.concatenate([[_bolsillo_2004()], _proyeccion(escenario)["gasto_bolsillo"]])
    return impresos, 100.0 * (serie[1:] / serie[:-1] - 1.0)


def _crecimiento_2004_2010(escenario: int, bolsillo: float, privado: float) -> Par:
    p = _proyeccion(escenario)
    return (bolsillo, privado), [
        100.0 * (p["gasto_bolsillo"][-1] / _bolsillo_2004() - 1.0),
        100.0 * (p["gasto_privado"][-1] / celda(CUADRO_V, "gasto_privado", 2004) - 1.0),
    ]


def _parte_bolsillo() -> Par:
    """Share of out-of-pocket spending; the public part is the printed one."""
    p = _proyeccion()
    cuadro = desequilibrios.origen(_publico_impreso(), p["gasto_privado"], p["gasto_bolsillo"])
    return (51.0, 49.7, 46.4), 100.0 * cuadro["bolsillo"].to_numpy()[[0, 1, 5]]


def _sin_sps() -> Par:
    """Scenario 3 over the total with SPS, as the text divides."""
    con = celda(CUADRO_V, "gasto_publico", 2010) + _proyeccion(1)["gasto_privado"][-1]
    p = _proyeccion(3)
    return (49.0, 52.0), [100.0 * p[c][-1] / con for c in ("gasto_bolsillo", "gasto_privado")]


def _mezcla_sin_sps() -> Par:
    """Scenario 3 with the Secretaría de Salud at its level of 2005."""
    p = _proyeccion(3)
    publico = p["gasto_publico"][-1] - p["ss"][-1] + p["ss"][0]
    privado = p["gasto_privado"][-1]
    total = publico + privado
    impreso = [celda("figura_i_14", c, ("3", "2010")) for c in ("gasto_privado", "gasto_publico")]
    return impreso, [np.floor(100.0 * privado / total), np.floor(100.0 * publico / total)]


def _privado() -> Iterable[tuple[str, Ficha]]:
    yield (
        "C4-1",
        ficha(
            "calibrado",
            "Gasto privado 2005-2010, Escenario I",
            MDP,
            lambda: (de_anios(CUADRO_V, "gasto_privado", ANIOS), _proyeccion()["gasto_privado"]),
            50.0,
            LINEAS_V,
            nota=CALIBRADO_S + " La diferencia viene del redondeo de alfa a 1 %.",
        ),
    )
    yield (
        "C4-2",
        ficha(
            "modelo",
            "Gasto privado 2005-2010 con las ecuaciones (10) y (12) como se imprimen",
            MDP,
            _privado_literal,
            50.0,
            "ecuaciones (10) y (12), L7104-7170",
            falla_esperada="Las ecuaciones imprimen β, la reducción, donde hace falta 1 - β.",
        ),
    )
    yield (
        "C5-1",
        ficha(
            "calibrado",
            "Gasto de bolsillo de 2005",
            "miles de mdp de 2004",
            lambda: (258.0, _proyeccion()["gasto_bolsillo"][0] / 1e3),
            0.5,
            "L799",
            nota=CALIBRADO_S,
        ),
    )
    yield (
        "C5-2",
        ficha(
            "calibrado",
            "Gasto de bolsillo entre gasto en salud, 2005, 2006 y 2010",
            "%",
            _parte_bolsillo,
            (0.5, 0.05, 0.05),
            "L799; CUADRO VI del capítulo I, L1967",
            metodo="gasto público impreso como insumo",
            nota=CALIBRADO_S,
        ),
    )
    for k, (escenario, tolerancia) in enumerate(((1, 0.55), (2, 0.55), (3, 0.55)), start=3):
        yield (
            f"C5-{k}",
            ficha(
                "calibrado",
                f"CUADRO IV: crecimiento anual del gasto de bolsillo 2005-2010, escenario "
                f"{escenario}",
                "% anual",
                functools.partial(_crecimientos, escenario),
                tolerancia,
                "CUADRO IV del capítulo I, L803-833",
                metodo="base 2004: privado observado menos primas de la tendencia",
                nota=CALIBRADO_S,
            ),
        )
    yield (
        "C5-6",
        ficha(
            "calibrado",
            "Sin SPS, 2010: gasto de bolsillo y privado entre gasto en salud",
            "%",
            _sin_sps,
            0.5,
            "L799, L801",
            metodo="entre el total con SPS, como sale el texto",
            nota=CALIBRADO_S,
        ),
    )
    yield (
        "C5-7",
        ficha(
            "modelo",
            "Sin SPS, 2010: mezcla privado-público con la SS al nivel de 2005",
            "% truncado",
            _mezcla_sin_sps,
            0,
            "L1021, FIGURA 14 del capítulo I",
            metodo="SS constante, como pide el supuesto de L6880",
            nota="55.8 y 44.2 %: el texto los trunca y suman 99. L799 y L801 dividen entre otro "
            "total.",
        ),
    )
    for numero, escenario, bolsillo, privado, falla in (
        ("C20-1", 1, 26.0, 27.0, ""),
        ("C20-2", 3, 33.0, 34.0, ""),
        (
            "C20-3",
            2,
            29.0,
            31.0,
            "El Escenario II con el CUADRO A3 da 30.8 y 31.9 %: el texto no sale de él.",
        ),
    ):
        yield (
            numero,
            ficha(
                "calibrado",
                f"Crecimiento 2004-2010 del gasto de bolsillo y del privado, escenario {escenario}",
                "%",
                functools.partial(_crecimiento_2004_2010, escenario, bolsillo, privado),
                0.5,
                "L799, L801",
                metodo="base 2004, aunque el texto dice 2005",
                nota=CALIBRADO_S,
                falla_esperada=falla,
            ),
        )
    yield (
        "C20-4",
        ficha(
            "calibrado",
            "Crecimiento del gasto privado con la base 2005 que dice el texto, Escenario I",
            "%",
            lambda: (
                27.0,
                100.0
                * (_proyeccion()["gasto_privado"][-1] / _proyeccion()["gasto_privado"][0] - 1),
            ),
            0.5,
            "L801",
            falla_esperada="El texto dice «entre 2005 y 2010»; sus tasas son de 2004 a 2010.",
        ),
    )
    yield (
        "C20-5",
        ficha(
            "calibrado",
            "Gasto privado de 2010 en el Escenario II, dentro de los 335-340 mil mdp del texto",
            "miles de mdp de 2004",
            lambda: (337.5, _proyeccion(2)["gasto_privado"][-1] / 1e3),
            2.5,
            "L801",
            falla_esperada="Con el CUADRO A3 resulta de 346 mil mdp.",
        ),
    )


# --- C6 and C7: public spending -------------------------------------------------------------------


def _publico_con_ss(anios: Iterable[int]) -> Par:
    quienes = list(anios)
    lineas = sum(
        tendencia.evaluar(modelo.tendencia_impresa(s), quienes) / 1e3
        for s in ("imss", "issste", "pemex")
    )
    ss = de_anios(CUADRO_V, "ss", quienes)
    return de_anios(CUADRO_V, "gasto_publico", quienes), ss + lineas


def _ecuaciones() -> Par:
    """(3.1) and (3.2) from 2006 on, with the fixed step of the calibrated path."""
    anios = range(2006, 2011)
    recursos = afiliacion.recursos_del_informe(np.array(anios))
    por = aportaciones.por_familia()
    federal = modelo.gasto_federal(
        0.0, recursos * (por.cs + por.asf) / por.total, np.zeros(len(recursos))
    )
    minima = afiliacion.meta_total() * por.ase / 1e6
    estatal = modelo.gasto_estatal(0.0, 0.0, minima, len(recursos))
    fijo = parametro("gasto_ss_incremento_fijo") * np.arange(len(recursos))
    ss = celda(CUADRO_V, "ss", 2006) + federal + (estatal - estatal[0]) + fijo
    return de_anios(CUADRO_V, "ss", anios)[1:], ss[1:]


def _crecimiento_seguridad_social() -> Par:
    """Observed 2005 of the three institutions, from their projected 2010 and printed growth."""
    p = _proyeccion()
    observado = celda(CUADRO_V, "gasto_publico", 2005) - celda(CUADRO_V, "ss", 2005)
    implicito = sum(
        p[s][-1] / (1.0 + tasa) for s, tasa in (("imss", 0.28), ("issste", 0.32), ("pemex", 0.29))
    )
    return observado, implicito


def _publico() -> Iterable[tuple[str, Ficha]]:
    yield (
        "C6-1",
        ficha(
            "modelo",
            "Gasto público 2006-2010: tendencias de IMSS, ISSSTE y PEMEX más la SS impresa",
            MDP,
            lambda: _publico_con_ss(range(2006, 2011)),
            0.0007,
            LINEAS_V,
            relativa=True,
            metodo="SS impresa como insumo",
            nota="Faltan de 135 a 209 mdp, que crecen 18.6 al año: un término que no se imprime.",
        ),
    )
    yield (
        "C6-2",
        ficha(
            "modelo",
            "Gasto público de 2005: tendencias más la SS impresa",
            MDP,
            lambda: _publico_con_ss([2005]),
            0.0007,
            LINEAS_V,
            relativa=True,
            metodo="SS impresa como insumo",
            falla_esperada="El de 2005 es el observado (146,401 de seguridad social), no el de las "
            "tendencias (151,454).",
        ),
    )
    yield (
        "C6-3",
        ficha(
            "calibrado",
            "Gasto de la SS 2007-2010: el de 2006 más el aumento de los recursos del SPS y 977 mdp",
            MDP,
            lambda: (de_anios(CUADRO_V, "ss", range(2007, 2011)), _proyeccion()["ss"][2:]),
            1.0,
            f"{LINEAS_V}; FIGURA A5",
            nota="Constante ajustada a lo impreso: 977 mdp al año, que el documento no explica.",
        ),
    )
    yield (
        "C6-4",
        ficha(
            "calibrado",
            "Gasto de la SS de 2006 con la misma regla desde 2005",
            MDP,
            lambda: (
                celda(CUADRO_V, "ss", 2006),
                modelo.gasto_ss(
                    [celda(CUADRO_V, "ss", 2005)],
                    afiliacion.recursos_del_informe((2005, 2006)),
                    parametro("gasto_ss_incremento_fijo"),
                )[1],
            ),
            1.0,
            LINEAS_V,
            falla_esperada="En 2006 el documento sustituye lo que el SPS recibió de verdad en 2005 "
            "por la estimación; no imprime ese nivel. La proyección parte del 2006 impreso.",
        ),
    )
    yield (
        "C6-5",
        ficha(
            "modelo",
            "Gasto de la SS 2007-2010 con las ecuaciones (3.1) y (3.2) y 14.3 % anual de la ASE",
            MDP,
            _ecuaciones,
            1.0,
            "ecuaciones (3.1) y (3.2), L6884-6890, L7336",
            falla_esperada="Con un aumento igual de la ASE cada año el resto no es constante (822, "
            "977, 977 y 1,029): lo impreso suma el aumento entero de los recursos del SPS.",
        ),
    )
    yield (
        "C6-6",
        ficha(
            "modelo",
            "Seguridad social observada en 2005, contra la proyectada en 2010 entre su crecimiento "
            "impreso (28, 32 y 29 %)",
            MDP,
            _crecimiento_seguridad_social,
            0.004,
            "L965",
            relativa=True,
            nota="La tolerancia es el redondeo de las tasas a 1 punto.",
        ),
    )
    yield (
        "C7-1",
        ficha(
            "modelo",
            "Recursos del SPS entre el gasto de la SS, 2005 y 2010",
            "%",
            lambda: (
                (21.0, 54.5),
                100.0
                * afiliacion.recursos_del_informe((2005, 2010))
                / de_anios(CUADRO_V, "ss", (2005, 2010)),
            ),
            (0.5, 0.05),
            "L843",
            metodo="SS impresa como insumo",
        ),
    )
    yield (
        "C7-2",
        ficha(
            "identidad",
            "Crecimiento real del gasto de la SS 2004-2010",
            "%",
            lambda: (
                99.0,
                100.0 * (celda(CUADRO_V, "ss", 2010) / celda(CUADRO_V, "ss", 2004) - 1.0),
            ),
            0.5,
            "L843; CUADRO V del capítulo I",
        ),
    )


# --- C19: affiliation by decile -------------------------------------------------------------------

TODOS = range(2004, 2011)


def _alfa() -> Vector:
    return modelo.afiliacion_impresa(TODOS)


def _total() -> Vector:
    return np.array([columna("cuadro_a2", str(a))[-1] for a in TODOS]) / 100.0


def _reproduccion(pesos: Vector) -> Par:
    return 100.0 * _total(), 100.0 * (pesos @ _alfa())


def _orden_de_familias() -> Par:
    """Largest excess of a decile over the one before, with the calibrated shares."""
    pesos = deciles.pesos_calibrados(_alfa(), _total())
    familias = pesos[:, None] * _alfa()
    return 0.0, 100.0 * max(float(np.diff(familias, axis=0).max()), 0.0)


def _deciles() -> Iterable[tuple[str, Ficha]]:
    cuadro = "CUADRO A2, L8048-8076"
    yield (
        "C19-1",
        ficha(
            "identidad",
            "CUADRO A2: alfa no disminuye con los años en ningún decil",
            "casos",
            lambda: (0.0, float((np.diff(_alfa(), axis=1) < 0.0).sum())),
            0,
            cuadro,
        ),
    )
    yield (
        "C19-2",
        ficha(
            "calibrado",
            "CUADRO A2: renglón Total con pesos constantes de los deciles (programa lineal)",
            "puntos",
            lambda: _reproduccion(deciles.pesos_calibrados(_alfa(), _total())),
            1.0,
            cuadro,
            nota="Constante ajustada a lo impreso: los pesos de los deciles. La tolerancia es el "
            "redondeo de alfa y del total a 1 punto.",
        ),
    )
    yield (
        "C19-3",
        ficha(
            "calibrado",
            "CUADRO A2 con esos pesos: exceso de familias de un decil sobre el anterior",
            "% de las familias",
            _orden_de_familias,
            0.15,
            f"{cuadro}; criterios c) y d), L7946, L8034",
            nota="Constante ajustada a lo impreso: los pesos. El exceso que queda es el redondeo "
            "de alfa (medio punto por el peso de los dos deciles).",
        ),
    )
    yield (
        "C19-4",
        ficha(
            "modelo",
            "CUADRO A2: renglón Total con diez deciles iguales",
            "puntos",
            lambda: _reproduccion(np.full(len(modelo.DECILES), 1.0 / len(modelo.DECILES))),
            1.0,
            cuadro,
            falla_esperada="Los hogares sin seguridad social se concentran en los deciles bajos: "
            "iguales darían 56 % en 2010, no 71.",
        ),
    )
    yield (
        "C19-5",
        ficha(
            "identidad",
            "Con la meta de 2010 estarían afiliadas todas las familias sin seguridad social",
            "%",
            lambda: (100.0, 100.0 * _total()[-1]),
            0.5,
            f"L7242; {cuadro}",
            falla_esperada="La meta (11.9 millones) y los hogares no asegurados del anexo (de 16.6 "
            "a 16.9 millones) son universos distintos.",
        ),
    )


VERIFICACIONES = numerar([*_regresiones(), *_aportaciones(), *_privado(), *_publico(), *_deciles()])
