"""Annex A: rentas vitalicias (A.1, A.2), insured (A.3), assumptions (A.5), trees (A.6, A.7)."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable

import numpy as np

from pymodel import arbol_decision, datos, rentas_vitalicias
from pymodel.conciliacion import lectura
from pymodel.conciliacion.ifa2010_a.comun import (
    DOCUMENTO,
    DOS_DECIMALES,
    UN_DECIMAL,
    Ficha,
    celda,
    ficha,
    fuente,
    renglon,
    supuesto,
)
from pymodel.conciliacion.ifa2010_a.valores_presentes import CONCEPTOS, vp, vp_impreso
from pymodel.conciliacion.registro import Par, Verificacion
from pymodel.validacion import Vector

DIGEST = "ifa2010_c"
TITULO = {"srt": "SRT", "siv": "SIV"}
RENTA = {"srt": "A.1", "siv": "A.2"}
ARBOL = {"srt": "A.6", "siv": "A.7"}
MILES = "casos y miles de pesos corrientes"
GEOMETRICA = "geometrica"


def _numerar(fichas: Iterable[tuple[str, Ficha]]) -> tuple[Verificacion, ...]:
    return tuple(f(id=f"{DIGEST}.{numero}") for numero, f in fichas)


# --- Rentas vitalicias: cuadros A.1 and A.2 ----------------------------------------------------


def _bloque(seguro: str, que: str) -> Vector:
    """Printed columns of direct, derived and total, 15 rows: 14 years and their total."""
    df = datos.tabla(DOCUMENTO, "cuadro_" + RENTA[seguro].lower().replace(".", "_"))
    columnas = [str(c) for c in df.columns if str(c).endswith(que)]
    return df[columnas].to_numpy(np.float64)


CASOS, MONTOS, PROMEDIO = "_casos", "_mc_miles_pesos", "_mc_promedio_miles_pesos"


def _suma_tipos(seguro: str, que: str) -> Par:
    bloque = _bloque(seguro, que)
    return bloque[:, 2], bloque[:, :2].sum(axis=1)


def _suma_anios(seguro: str, que: str) -> Par:
    bloque = _bloque(seguro, que)
    return bloque[-1], bloque[:-1].sum(axis=0)


def _promedios(seguro: str) -> Par:
    r = rentas_vitalicias.otorgadas(seguro)
    return _bloque(seguro, PROMEDIO), rentas_vitalicias.estadisticas(r.casos, r.montos).promedio


# Shares that the text prints: L8661-8664 (SRT) and L8676-8678 (SIV), per cent.
PARTICIPACION = {"srt": ((45.2, 54.8), "L8661-8664"), "siv": ((37.1, 62.9), "L8676-8678")}


def _participacion(seguro: str) -> Par:
    r = rentas_vitalicias.otorgadas(seguro)
    calculada = rentas_vitalicias.estadisticas(r.casos, r.montos).participacion[-1]
    return PARTICIPACION[seguro][0], 100.0 * calculada


def _rentas() -> Iterable[tuple[str, Ficha]]:
    for seguro, numeros in (
        ("srt", ("1", "2", "3a", "3b", "4a", "5")),
        ("siv", ("6a", "6b", "6c", "6d", "4b", "7")),
    ):
        cuadro = f"Cuadro {RENTA[seguro]}"
        impreso = fuente(RENTA[seguro])
        por_tipo = [
            ficha(
                "identidad",
                f"{cuadro}: directas + derivadas = total, {que}",
                MILES,
                functools.partial(_suma_tipos, seguro, columna),
                tolerancia,
                impreso,
            )
            for que, columna, tolerancia in (("casos", CASOS, 0), ("montos", MONTOS, 1))
        ]
        por_anio = [
            ficha(
                "identidad",
                f"{cuadro}: suma de 1997-2010 contra el renglón Total, {que}",
                MILES,
                functools.partial(_suma_anios, seguro, columna),
                tolerancia,
                impreso,
            )
            for que, columna, tolerancia in (("casos", CASOS, 0), ("montos", MONTOS, 1))
        ]
        promedio = ficha(
            "identidad",
            f"{cuadro}: monto constitutivo promedio = monto/casos",
            "miles de pesos corrientes",
            functools.partial(_promedios, seguro),
            0.5,
            impreso,
        )
        participacion = ficha(
            "identidad",
            f"{cuadro}: participación de directas y derivadas en el monto, contra el texto",
            "% del monto",
            functools.partial(_participacion, seguro),
            UN_DECIMAL,
            f"{impreso}; {PARTICIPACION[seguro][1]}",
        )
        yield from zip(numeros, [*por_tipo, *por_anio, promedio, participacion], strict=True)


RENTAS = _numerar(_rentas())


# --- Insured and assumptions: cuadros A.3 and A.5 ----------------------------------------------

TRANSICION, LEY_97 = "Generación en transición", "Generación bajo la Ley de 1997"
AMBAS = "Generación en transición y bajo la Ley de 1997"
NO_IMSS, SI_IMSS, TOTAL = "Trabajadores no IMSS", "Trabajadores IMSS", "Total"


def _a3(columna: str, generacion: str, trabajadores: str) -> float:
    return celda("A.3", columna, (generacion, trabajadores))


def _sumas_a3() -> Par:
    publicado, calculado = [], []
    for seguro in TITULO:
        columna = f"{seguro}_numero"
        for g in (TRANSICION, LEY_97, AMBAS):
            publicado.append(_a3(columna, g, TOTAL))
            calculado.append(sum(_a3(columna, g, t) for t in (NO_IMSS, SI_IMSS)))
        for t in (NO_IMSS, SI_IMSS, TOTAL):
            publicado.append(_a3(columna, AMBAS, t))
            calculado.append(sum(_a3(columna, g, t) for g in (TRANSICION, LEY_97)))
    return publicado, calculado


def _medias_a3() -> Par:
    publicado, calculado = [], []
    for seguro in TITULO:
        for media in ("edad_promedio", "antiguedad_promedio"):
            columna = f"{seguro}_{media}"
            for g in (TRANSICION, LEY_97, AMBAS):
                pesos = [_a3(f"{seguro}_numero", g, t) for t in (NO_IMSS, SI_IMSS)]
                valores = [_a3(columna, g, t) for t in (NO_IMSS, SI_IMSS)]
                publicado.append(_a3(columna, g, TOTAL))
                calculado.append(float(np.average(valores, weights=pesos)))
    return publicado, calculado


def _porcentaje_a3(publicado: float, generacion: str, trabajadores: str) -> Par:
    partes = [
        100.0
        * _a3(f"{seguro}_numero", generacion, trabajadores)
        / _a3(f"{seguro}_numero", AMBAS, TOTAL)
        for seguro in TITULO
    ]
    return np.full(len(partes), publicado), partes


def _smg(anio: int) -> float:
    return supuesto("smg_df", anio, "referencia")


def _veces_smg() -> Par:
    grafica = "grafica_a_5"
    sexos = ("Mujeres", "Hombres")
    impresas = [
        lectura.celda(DOCUMENTO, grafica, "salario_en_veces_SMGVDF", sexo) for sexo in sexos
    ]
    salarios = [
        lectura.celda(DOCUMENTO, grafica, "salario_promedio_diario", sexo) for sexo in sexos
    ]
    return impresas, [salario / _smg(2010) for salario in salarios]


def _asegurados(anio: int) -> float:
    return celda("I.3", "(a) No. de asegurados", anio)


def _crecimiento_50() -> Par:
    """The period that cuadro A.5 calls 50 years, 2010 to 2060, both insurances."""
    publicado, calculado = [], []
    for seguro, cuadro in (("srt", "I.3"), ("siv", "III.3")):
        final = celda(cuadro, "(a) No. de asegurados", 2060)
        crecimiento = (final / supuesto(f"asegurados_{seguro}")) ** (
            1.0 / supuesto("horizonte_corto")
        ) - 1.0
        publicado.append(100.0 * supuesto("crecimiento_asegurados_50"))
        calculado.append(100.0 * crecimiento)
    return publicado, calculado


def _asegurados_proyectados(anio: int, crecimiento: str) -> Par:
    anios = anio - 2010
    ajenos = _a3("srt_numero", AMBAS, NO_IMSS) * (1.0 + supuesto(crecimiento)) ** anios
    propios = (
        _a3("srt_numero", AMBAS, SI_IMSS) * (1.0 + supuesto("crecimiento_asegurados_imss")) ** anios
    )
    return _asegurados(anio), ajenos + propios


VECES = {
    "II.4": "De contribución en veces el SMGDF6/",
    "IV.3": "De contribución en veces el SMGDF",
}


def _veces_2050(cuadro: str) -> Par:
    """SBC of 2050 in minimum wages that grow 0.5 % in real terms from that of 2011."""
    smg = _smg(2011) * (1.0 + supuesto("crecimiento_salario_minimo")) ** (2050 - 2011)
    return renglon(cuadro, VECES[cuadro])[-1], renglon(cuadro, "De contribución")[-1] / smg


def _bases() -> Iterable[tuple[str, Ficha]]:
    publico = "; salario mínimo del Distrito Federal de referencia/salario_minimo.csv"
    yield (
        "9",
        ficha(
            "identidad",
            "Cuadro A.3: no IMSS + IMSS = total; transición + Ley de 1997 = conjunto",
            "personas",
            _sumas_a3,
            0,
            fuente("A.3"),
        ),
    )
    yield (
        "10",
        ficha(
            "identidad",
            "Cuadro A.3: edades y antigüedades medias de cada generación, ponderadas",
            "años",
            _medias_a3,
            0.1,
            fuente("A.3"),
        ),
    )
    yield (
        "11",
        ficha(
            "identidad",
            "Asegurados en transición, SRT y SIV, contra el texto",
            "% de los asegurados",
            functools.partial(_porcentaje_a3, 49.3, TRANSICION, TOTAL),
            UN_DECIMAL,
            f"{fuente('A.3')}; L8790",
        ),
    )
    yield (
        "12",
        ficha(
            "identidad",
            "Trabajadores IMSS, SRT y SIV, contra el texto",
            "% de los asegurados",
            functools.partial(_porcentaje_a3, 3.0, AMBAS, SI_IMSS),
            0.5,
            f"{fuente('A.3')}; L8777",
        ),
    )
    yield (
        "13a",
        ficha(
            "identidad",
            "Salario diario medio de mujeres y hombres entre el salario mínimo de 2010",
            "veces el SMGDF",
            _veces_smg,
            UN_DECIMAL,
            f"IFA 2010, L8838-8848{publico}",
        ),
    )
    yield (
        "13b",
        ficha(
            "identidad",
            "Salario mínimo mensual de 2010: diario × 365/12",
            "pesos",
            lambda: (supuesto("smgvdf_mensual"), _smg(2010) * 365.0 / 12.0),
            0.5,
            f"IFA 2010, L11263{publico}",
        ),
    )
    yield (
        "14",
        ficha(
            "identidad",
            "Crecimiento medio de asegurados 2010-2060, SRT y SIV, contra cuadro A.5",
            "% anual",
            _crecimiento_50,
            DOS_DECIMALES,
            fuente("I.3", "III.3", "A.5"),
        ),
    )
    for numero, anio, crecimiento, tolerancia in (
        ("15", 2060, "crecimiento_asegurados_50", 0.001),
        ("16", 2110, "crecimiento_asegurados", 0.002),
    ):
        yield (
            numero,
            ficha(
                "modelo",
                f"Asegurados de {anio}: los de 2010 con el crecimiento del cuadro A.5",
                "personas",
                functools.partial(_asegurados_proyectados, anio, crecimiento),
                tolerancia,
                fuente("A.3", "A.5", "I.3"),
                relativa=True,
            ),
        )
    for letra, cuadro in (("a", "II.4"), ("b", "IV.3")):
        yield (
            f"21{letra}",
            ficha(
                "modelo",
                f"Salario de cotización de 2050 en salarios mínimos, cuadro {cuadro}",
                "veces el SMGDF",
                functools.partial(_veces_2050, cuadro),
                UN_DECIMAL,
                f"{fuente(cuadro, 'A.5')}{publico}",
            ),
        )


BASES = _numerar(_bases())


# --- Discount rate of cuadro A.5 ---------------------------------------------------------------


def _valor_presente(cuadro: str, letra: str, horizonte: int) -> Callable[[], Par]:
    return lambda: (vp_impreso(cuadro, letra, horizonte), vp(cuadro, letra, horizonte, GEOMETRICA))


def _valores_presentes() -> Iterable[tuple[str, Ficha]]:
    rjp = (
        "El gasto administrativo del SIV baja cuando se extingue el RJP y se curva entre los años "
        "impresos; la interpolación geométrica lo subestima. Con log-spline cumple (ifa2010_a.C1)."
    )
    extincion = "El valor presente publicado suma la cola hasta la extinción de los asegurados."
    for numero, cuadro, letra, horizonte, tolerancia, falla in (
        ("17", "I.4", "a", 50, 0.0015, ""),
        ("18a", "III.4", "a", 50, 0.003, ""),
        ("18b", "III.4", "b", 50, 0.003, ""),
        ("18c", "I.4", "b", 50, 0.003, ""),
        ("18d", "I.4", "d", 50, 0.003, ""),
        ("18e", "I.4", "e", 50, 0.003, ""),
        ("18f", "II.10", "b", 50, 0.003, ""),
        ("18g", "III.4", "c", 50, 0.003, rjp),
        ("19a", "II.10", "a", 100, 0.0015, ""),
        ("19b", "II.10", "b", 100, 0.0015, ""),
        ("20", "I.4", "a", 100, 0.003, extincion),
    ):
        yield (
            numero,
            ficha(
                "modelo",
                f"Tasa de descuento del cuadro A.5: VP a {horizonte} años de "
                f"{CONCEPTOS[cuadro, letra]}",
                "mdp de 2010",
                _valor_presente(cuadro, letra, horizonte),
                tolerancia,
                fuente(cuadro, "A.5"),
                relativa=True,
                metodo=GEOMETRICA,
                falla_esperada=falla,
            ),
        )


VALORES_PRESENTES = _numerar(_valores_presentes())


# --- Decision trees: cuadros A.6 and A.7 -------------------------------------------------------

PLAZOS = ("corto", "largo")


def _porcentajes_impresos(seguro: str, generacion: str) -> Vector:
    """Printed percentages of both criteria, (n, 2), NaN where the cuadro has a dash."""
    df = datos.tabla(DOCUMENTO, arbol_decision.CUADROS[seguro])
    columnas = [f"{generacion}_criterio_{plazo}_plazo_pct" for plazo in PLAZOS]
    return df[columnas].to_numpy(np.float64)


def _sumas_arbol(seguro: str) -> Par:
    publicado, calculado = [], []
    for generacion in arbol_decision.GENERACIONES:
        a = arbol_decision.publicado(seguro, generacion)
        for i in sorted({p for p in a.padres if p is not None}):
            publicado.append(a.casos[i])
            calculado.append(a.casos[[j for j, p in enumerate(a.padres) if p == i]].sum(axis=0))
    return np.array(publicado), np.array(calculado)


def _porcentajes_arbol(seguro: str) -> Par:
    publicado, calculado = [], []
    for generacion in arbol_decision.GENERACIONES:
        impresos = _porcentajes_impresos(seguro, generacion)
        criterios = 100.0 * arbol_decision.criterios(arbol_decision.publicado(seguro, generacion))
        publicado.append(impresos[~np.isnan(impresos)])
        calculado.append(criterios[~np.isnan(impresos)])
    return np.concatenate(publicado), np.concatenate(calculado)


def _mezcla_srt() -> Par:
    """Leaves of the tree of permanent incapacity, products of printed percentages against cases."""
    a = arbol_decision.publicado("srt")
    hojas = [1, 3, 5, 6]
    impresos = _porcentajes_impresos("srt", "transicion")[:, 0] / 100.0
    de_impresos = []
    for hoja in hojas:
        parte, nodo = 1.0, hoja
        while (padre := a.padres[nodo]) is not None:
            parte, nodo = parte * impresos[nodo], padre
        de_impresos.append(100.0 * parte)
    return de_impresos, 100.0 * arbol_decision.fracciones(a, 1, incondicional=True)[hojas]


def _arboles() -> Iterable[tuple[str, Ficha]]:
    for numero, seguro in (("22a", "srt"), ("22b", "siv")):
        yield (
            numero,
            ficha(
                "identidad",
                f"Cuadro {ARBOL[seguro]}: cada nodo es la suma de sus ramas",
                "casos",
                functools.partial(_sumas_arbol, seguro),
                0,
                fuente(ARBOL[seguro]),
            ),
        )
    for numero, seguro in (("23", "srt"), ("24", "siv")):
        yield (
            numero,
            ficha(
                "identidad",
                f"Cuadro {ARBOL[seguro]}: porcentajes = casos entre casos de la rama de origen",
                "%",
                functools.partial(_porcentajes_arbol, seguro),
                0.5,
                fuente(ARBOL[seguro]),
            ),
        )
    yield (
        "25",
        ficha(
            "identidad",
            "Cuadro A.6: mezcla de corto plazo, de los casos y de los porcentajes impresos",
            "% de las pensiones iniciales",
            _mezcla_srt,
            0.5,
            fuente("A.6"),
        ),
    )


ARBOLES = _numerar(_arboles())
