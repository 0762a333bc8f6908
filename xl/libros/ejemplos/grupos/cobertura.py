"""Households, follow-up of indicators, survey of the padrón."""

from __future__ import annotations

from typing import Any

from pymodel import datos, indicadores
from pymodel.padron import encuesta
from xl.libros.ejemplos.ejemplo import Ejemplo, columna

_CIFRAS = ("linea_base", "meta", "valor")


def _hogares() -> dict[str, Any]:
    estados = datos.tabla("noaseg2004", "anexo_2")
    censos = {f"h_{a}": columna(estados[a].astype(float)) for a in ("1990", "2000")}
    return {**censos, "anio": 2004.0}


def _cifras() -> dict[str, Any]:
    cuadro = indicadores.cuadro_coneval()
    return {c: columna(cuadro[c].astype(object)) for c in _CIFRAS}


def _avances() -> dict[str, Any]:
    cuadro = indicadores.cuadro_coneval()
    avances = indicadores.avance_sexenal(*(cuadro[c] for c in _CIFRAS))
    return {"avance": columna(avances.tolist())}


def _cumplimiento() -> dict[str, Any]:
    intermedias = indicadores.cuadro_coneval().drop(columns="meta")
    cuadro = intermedias.rename(columns={"meta_intermedia": "meta"})
    return {c: columna(cuadro[c].astype(object)) for c in (*_CIFRAS, "sentido")}


def _momios() -> dict[str, Any]:
    figura = datos.tabla("sps2006", "figura_iii_5").set_index("anio_de_afiliacion")
    celdas = figura.loc[[2002, 2005]].to_numpy(float).ravel().tolist()
    return dict(zip("abcd", celdas, strict=True))


EJEMPLOS = (
    Ejemplo(
        "HOGARES",
        _hogares,
        "Hogares de las 32 entidades en 2004, sobre la recta entre dos censos. No asegurados 2004, "
        "anexo 2.",
        "#,##0",
    ),
    Ejemplo(
        "AVANCE_SEXENAL",
        _cifras,
        "Avance de los 18 indicadores del Programa Institucional del IMSS, por ciento. El último "
        "contradice su sentido: CONEVAL no lo estima. CONEVAL 2020, L66-87.",
        "#,##0.0",
    ),
    Ejemplo(
        "CLASE_AVANCE",
        _avances,
        "La clase de esos avances. El tercero es constante y el último contradictorio: CONEVAL no "
        "les da clase. CONEVAL 2020, nota 2.",
    ),
    Ejemplo(
        "CUMPLIMIENTO",
        _cumplimiento,
        "Cumplimiento de la meta de 2020 de los 18 indicadores; regla inferida. CONEVAL 2020, "
        "L66-87.",
    ),
    Ejemplo(
        "RAZON_MOMIOS",
        _momios,
        "Usar los servicios, afiliados en 2002 contra 2005: «cuatro veces». Son porcentajes: la "
        "razón vale, el intervalo pide conteos. SPS 2006, figura 5 del capítulo 3.",
        "0.00",
    ),
    Ejemplo(
        "SPS_PERTENENCIA",
        lambda: {
            "respuestas": [
                list(encuesta.PREGUNTAS),
                [1.0, 3.0, 1.0, 1.0, 1.0],
                [2.0, 3.0, 1.0, 1.0, 2.0],
                [3.0, 9.0, 2.0, 1.0, 9.0],
            ]
        },
        "Tres hogares inventados, uno de cada nivel. SPS 2006, L6104-6110.",
        "0",
    ),
)
