"""The survey of the padrón: belonging, information, satisfaction, associations between them."""

from __future__ import annotations

import math
from collections.abc import Mapping
from functools import cache
from statistics import NormalDist
from typing import NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike, NDArray

from pymodel import datos, validacion
from pymodel.errores import DatoInvalido, Descripcion
from pymodel.validacion import Vector

DOCUMENTO = "sps2006"

# --- sense of belonging ------------------------------------------------------------------------

PREGUNTAS = ("p14", "p16", "p15", "p29", "p30")
"""In the order of the five dimensions: protection, fidelity, expectations, return, advice."""
NIVELES = ("bajo o nulo", "medio", "alto")
NO_SABE = 9

# The option that earns the point, by the beginning of its text in the questionnaire.
_PUNTO = {
    "p14": "En ese momento sentía",
    "p16": "Seguro Popular",
    "p15": "SÍ",
    "p29": "SÍ",
    "p30": "SÍ",
}


class Pertenencia(NamedTuple):
    """Sense of belonging of each household."""

    indice: NDArray[np.int64]
    """Points, 0 to 5; shape (n,)."""
    nivel: list[str]
    """One of :data:`NIVELES`."""


def pertenencia(respuestas: ArrayLike) -> Pertenencia:
    """Index of the sense of belonging to the Seguro Popular, and its level.

    Parameters
    ----------
    respuestas : array (n, 5)   Raw codes of questions 14, 16, 15, 29 and 30, a household a row; 9
                                is "no sabe / no contestó" in any of them.

    Returns
    -------
    Pertenencia

    Raises
    ------
    DatoInvalido        Other than five columns; a code that is not in the questionnaire.

    Notes
    -----
    One point for each dimension, of equal weight; any other answer scores 0. Levels: 0-1 bajo o
    nulo, 2-3 medio, 4-5 alto. The number of each question is our match of the text with the
    questionnaire.

    References
    ----------
    SPS 2006, L6104-6110 and L6200; Anexo B, L8705-8893.
    """
    codigos = np.asarray(respuestas, dtype=np.float64)
    if codigos.ndim == 1:
        codigos = codigos.reshape(1, -1)
    if codigos.ndim != 2 or codigos.shape[1] != len(PREGUNTAS):
        raise DatoInvalido(
            "respuestas",
            Descripcion(f"{codigos.shape[-1]} columnas"),
            f"{len(PREGUNTAS)}: {', '.join(PREGUNTAS)}",
        )
    puntos = np.zeros(codigos.shape[0], dtype=np.int64)
    for columna, pregunta in zip(codigos.T, PREGUNTAS, strict=True):
        punto, validos = _codigos(pregunta)
        malos = ~np.isin(columna, validos)
        if malos.any():
            fila = int(np.argmax(malos))
            raise DatoInvalido(
                f"respuestas, fila {fila + 1}, columna «{pregunta}»",
                float(columna[fila]),
                "uno de los códigos " + ", ".join(f"{v:g}" for v in validos),
            )
        puntos += columna == punto
    cortes = [_parametro(f"pertenencia_nivel_{n}") for n in ("medio", "alto")]
    niveles = np.searchsorted(cortes, puntos, side="right")
    return Pertenencia(puntos, [NIVELES[i] for i in niveles.tolist()])


@cache
def _codigos(pregunta: str) -> tuple[float, tuple[float, ...]]:
    """Code that earns the point of a question, and every code that it accepts."""
    cuestionario = datos.tabla(DOCUMENTO, "anexo_b_cuestionario_padron")
    suyas = cuestionario[cuestionario["pregunta"].astype(str) == pregunta.removeprefix("p")]
    codigos = [float(c) for c in suyas["codigo"]]
    punto = suyas["opcion"].astype(str).str.startswith(_PUNTO[pregunta]).to_list().index(True)
    return codigos[punto], tuple(sorted({*codigos, float(NO_SABE)}))


# --- level of information ----------------------------------------------------------------------

INFORMACION = ("Sin información", "Poca información", "Regular", "Con información")
CON_TODA = "Con toda información"


def nivel_informacion(respuestas: ArrayLike) -> list[str]:
    """Level of information of each informant.

    Parameters
    ----------
    respuestas : array (n, 4)   Codes of questions 13a to 13d: 1 sí, 2 no, 9 no sabe.

    Returns
    -------
    list of str     "Sin información" (no "sí") to "Con toda información" (four).

    Raises
    ------
    DatoInvalido    Other than four columns, or other codes.

    Notes
    -----
    Inferred: the source prints the five labels and not how many "sí" make each.

    References
    ----------
    SPS 2006, L6300-6344 (figura 4) and L8727-8737.
    """
    codigos = np.atleast_2d(np.asarray(respuestas, dtype=np.float64))
    if codigos.shape[1] != 4:
        raise DatoInvalido("respuestas", Descripcion(f"{codigos.shape[1]} columnas"), "13a a 13d")
    malos = ~np.isin(codigos, (1.0, 2.0, NO_SABE))
    if malos.any():
        lugar = np.argwhere(malos)[0]
        raise DatoInvalido(
            f"respuestas, {validacion.posicion(lugar)}",
            float(codigos[tuple(lugar)]),
            "uno de los códigos 1, 2, 9",
        )
    etiquetas = (*INFORMACION, CON_TODA)
    return [etiquetas[i] for i in (codigos == 1.0).sum(axis=1).tolist()]


# --- satisfaction ------------------------------------------------------------------------------

SATISFACCION: Mapping[int, str] = {
    1: "Muy satisfecho, satisfecho",
    2: "Muy satisfecho, satisfecho",
    3: "Ni satisfecho, ni insatisfecho",
    4: "Insatisfecho, muy insatisfecho",
    5: "Insatisfecho, muy insatisfecho",
}
"""Question 19 in the three groups of the report; 9 is no answer."""

SURTIMIENTO: Mapping[int, str] = {
    1: "siempre, casi siempre",
    2: "siempre, casi siempre",
    3: "algunas veces",
    4: "nunca, casi nunca",
    5: "nunca, casi nunca",
}
"""Question 25 in the three groups of the report; 9 is no answer."""


class Cruce(NamedTuple):
    """Two answers crossed."""

    porcentajes: pd.DataFrame
    """Per cent of each row, groups in the order given."""
    base: pd.Series
    """Answers of each row, weighted."""
    sin_respuesta: int
    """Persons left out because one of the two answers is missing."""


def cruce(
    filas: pd.Series,
    columnas: pd.Series,
    pesos: ArrayLike | None = None,
) -> Cruce:
    """Share of each group of one answer within each group of another.

    Parameters
    ----------
    filas, columnas : Series (n,)   Group of each person, missing if there is no answer. A
                                    categorical keeps its order.
    pesos : array (n,), optional    Weight of each person; 1 by default.

    Returns
    -------
    Cruce

    Raises
    ------
    DatoInvalido    Other lengths, no answers.

    References
    ----------
    SPS 2006, figuras 3 to 11 of chapter 3 (L6264-6684).
    """
    if len(filas) != len(columnas):
        raise DatoInvalido(
            "filas y columnas", Descripcion(f"{len(filas)} y {len(columnas)}"), "iguales longitudes"
        )
    w = np.ones(len(filas)) if pesos is None else validacion.vector(pesos, "pesos")
    validacion.misma_longitud(w, "pesos", np.empty(len(filas)), "filas")
    marco = pd.DataFrame(
        {"f": filas.reset_index(drop=True), "c": columnas.reset_index(drop=True), "w": w}
    )
    con = marco.dropna()
    if con.empty:
        raise DatoInvalido("filas y columnas", Descripcion("ninguna respuesta"), "respuestas")
    total = con.pivot_table(
        index="f", columns="c", values="w", aggfunc="sum", fill_value=0.0, observed=True
    )
    base = total.sum(axis=1)
    return Cruce(100.0 * total.div(base, axis=0), base, len(marco) - len(con))


# --- association -------------------------------------------------------------------------------


class Intervalo(NamedTuple):
    """An estimate and its confidence interval."""

    valor: float
    inferior: float
    superior: float


def razon_momios(a: float, b: float, c: float, d: float, confianza: float = 0.95) -> Intervalo:
    """Odds ratio of a 2×2 table, with Woolf's interval.

    Parameters
    ----------
    a, b : float        With and without the outcome in the first group; above zero.
    c, d : float        With and without it in the second.
    confianza : float   Confidence, fraction between 0 and 1.

    Returns
    -------
    Intervalo           (a·d)/(b·c), lower and upper.

    Raises
    ------
    DatoInvalido        A zero cell, for which neither ratio nor interval exists; a negative one.

    Notes
    -----
    exp(ln(ad/bc) ± z·√(1/a + 1/b + 1/c + 1/d)). The interval needs counts: with percentages only
    the ratio means something.

    References
    ----------
    SPS 2006, L6202 and L6350-6454: 2002 against 2005 and alto against nulo. The intervals that it
    prints need counts that it does not print.
    """
    celdas = [validacion.numero(x, nombre) for x, nombre in zip((a, b, c, d), "abcd", strict=True)]
    for x, nombre in zip(celdas, "abcd", strict=True):
        if x <= 0.0:
            raise DatoInvalido(nombre, x, "un número mayor que 0: con una celda en 0 no hay razón")
    cola = _cola(confianza)
    la, lb, lc, ld = map(math.log, celdas)
    log = la + ld - lb - lc
    ancho = NormalDist().inv_cdf(cola) * math.sqrt(sum(1.0 / x for x in celdas))
    if not max(abs(log) + ancho, ancho) < math.log(1.7e308):
        raise DatoInvalido(
            "a, b, c, d",
            Descripcion("celdas cuyo intervalo no cabe en un número"),
            "conteos (revise si alguna es casi 0)",
        )
    return Intervalo(math.exp(log), math.exp(log - ancho), math.exp(log + ancho))


def diferencia_proporciones(
    x1: float, n1: float, x2: float, n2: float, confianza: float = 0.95
) -> tuple[Intervalo, float]:
    """Difference of two proportions, its interval and the p value of their being equal.

    Parameters
    ----------
    x1, n1, x2, n2 : float      Cases and persons of each group.
    confianza : float           Confidence, fraction between 0 and 1.

    Returns
    -------
    Intervalo           p1 - p2 with Wald's interval.
    float               Two-sided p value with the pooled variance; 1 if both are 0 or both 1.

    Raises
    ------
    DatoInvalido        Groups without persons, cases outside 0 to n.

    References
    ----------
    SPS 2006, L6202: "se determinó la significancia de las diferencias entre las proporciones".
    """
    grupos = []
    for x, n, k in ((x1, n1, "1"), (x2, n2, "2")):
        total = validacion.numero(n, f"n{k}")
        if total <= 0.0:
            raise DatoInvalido(f"n{k}", total, "personas, más de 0")
        casos = validacion.numero(x, f"x{k}")
        if not 0.0 <= casos <= total:
            raise DatoInvalido(f"x{k}", casos, f"casos, de 0 a n{k}")
        grupos.append((casos, total))
    (x1, n1), (x2, n2) = grupos
    p1, p2, comun = x1 / n1, x2 / n2, (x1 + x2) / (n1 + n2)
    z = NormalDist().inv_cdf(_cola(confianza))
    error = math.sqrt(p1 * (1 - p1) / n1 + p2 * (1 - p2) / n2)
    conjunto = math.sqrt(comun * (1 - comun) * (1 / n1 + 1 / n2))
    valor = 2.0 * NormalDist().cdf(-abs(p1 - p2) / conjunto) if conjunto else 1.0
    return Intervalo(p1 - p2, p1 - p2 - z * error, p1 - p2 + z * error), valor


def proporcion(
    cumple: ArrayLike,
    factor: ArrayLike,
    upm: ArrayLike,
    estrato: ArrayLike | None = None,
    confianza: float = 0.95,
) -> Intervalo:
    """Weighted proportion of a sample in stages, with the interval of its design.

    Parameters
    ----------
    cumple : array (n,)             1 or 0 (or True, False) for each family.
    factor : array (n,)             Its weight, above zero.
    upm : array (n,)                First-stage unit to which it belongs.
    estrato : array (n,), optional  Stratum of the unit; none by default.
    confianza : float               Confidence, fraction between 0 and 1.

    Returns
    -------
    Intervalo       Fractions; Student's t with as many degrees of freedom as units less strata.

    Raises
    ------
    DatoInvalido    Other lengths, weights that are not above zero, a stratum with one unit.

    Notes
    -----
    p = Σwy/Σw. Variance by linearisation of the ratio and ultimate clusters: with z = w(y - p)/Σw
    added up in each unit, Σ_h m_h/(m_h - 1)·Σ(z_hj - mean)². It takes the first stage as drawn
    with replacement, which overstates the variance a little.
    """
    from scipy import stats

    y, w = validacion.vector(np.asarray(cumple, dtype=float), "cumple"), _pesos(factor)
    validacion.misma_longitud(y, "cumple", w, "factor")
    marco = pd.DataFrame({"h": 0 if estrato is None else np.asarray(estrato), "u": np.asarray(upm)})
    p = float(w @ y / w.sum())
    marco["z"] = w * (y - p) / w.sum()
    z = marco.groupby(["h", "u"])["z"].sum()
    por_estrato = z.groupby("h")
    m = por_estrato.size()
    if m.min() < 2:
        raise DatoInvalido("upm", Descripcion("un estrato con una sola unidad"), "dos o más")
    varianza = float((m * por_estrato.var(ddof=1)).sum())
    t = float(stats.t.ppf(_cola(confianza), len(z) - len(m)))
    ancho = t * math.sqrt(varianza)
    return Intervalo(p, p - ancho, p + ancho)


def _cola(confianza: float) -> float:
    """Probability up to the upper limit of a two-sided interval."""
    nivel = validacion.numero(confianza, "confianza")
    if not 0.0 < nivel < 1.0:
        raise DatoInvalido("confianza", nivel, "una fracción entre 0 y 1, por ejemplo 0.95")
    return 0.5 + nivel / 2.0


def _pesos(factor: ArrayLike) -> Vector:
    w = validacion.vector(factor, "factor")
    if w.min() <= 0.0:
        raise DatoInvalido("factor", float(w.min()), "factores mayores que 0")
    return w


def _parametro(nombre: str) -> float:
    return float(datos.parametro(nombre, documento=DOCUMENTO))
