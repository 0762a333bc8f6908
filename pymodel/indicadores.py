"""Follow-up of the indicators of a programme, as CONEVAL did it in 2020."""

from __future__ import annotations

import bisect
import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike

from pymodel import datos, validacion
from pymodel.errores import DatoInvalido, Descripcion
from pymodel.validacion import Vector

DOCUMENTO = "coneval2020"
SENTIDOS = ("ascendente", "descendente", "constante")

NO_APLICA = "NA"
"""Printed where progress or compliance has no meaning: constant indicator, goal of zero."""
SIN_ESTIMAR = "-"
"""Printed for an indicator whose sense contradicts its goals (note 5)."""

MUY_REZAGADO, REZAGADO, INSUFICIENTE = "Muy rezagado", "Rezagado", "Insuficiente"
ADECUADO, AVANZADO, SUPERADO = "Adecuado", "Avanzado", "Superado"
CLASES = (MUY_REZAGADO, REZAGADO, INSUFICIENTE, ADECUADO, AVANZADO, SUPERADO)

RETROCESO, NO_ALCANZADA = "Retroceso", "No alcanzada"
ALCANZADA, MUY_SUPERADO = "Alcanzada", "Logro muy superado"
CUMPLIMIENTOS = (RETROCESO, NO_ALCANZADA, ALCANZADA, MUY_SUPERADO)


def avance_sexenal(linea_base: ArrayLike, meta: ArrayLike, valor: ArrayLike) -> Vector:
    """Progress of each indicator towards its six-year goal.

    Parameters
    ----------
    linea_base, meta, valor : float or array (n,)
        Baseline, goal of the last year and last reported value, in the unit of each indicator.

    Returns
    -------
    array (n,)      Per cent (35.2 is 35.2 %); NaN where the goal equals the baseline: the
                    indicator is constant and there is nothing to advance.

    Raises
    ------
    DatoInvalido    Not numbers, or ranges of different length.

    Notes
    -----
    (valor - base)/(meta - base) × 100. It holds for ascending and descending indicators alike.
    Below zero the indicator went back.

    References
    ----------
    CONEVAL 2020, table L66-87. The formula is not printed (note 3 sends to another document); it
    was recovered and reproduces the 16 classes of the table.
    """
    base, fin, ultimo = _columnas(linea_base=linea_base, meta=meta, valor=valor)
    camino = fin - base
    with np.errstate(divide="ignore", invalid="ignore", over="ignore"):
        avance = 100.0 * (ultimo - base) / camino
    return np.where(camino == 0.0, np.nan, avance)


def clase_avance(avance: ArrayLike) -> list[str]:
    """Class of each progress, with the published bands of 2020.

    Parameters
    ----------
    avance : float or array (n,)    Per cent; NaN for a constant indicator.

    Returns
    -------
    list of str     "Muy rezagado" (<5, and every negative one), "Rezagado" [5, 16),
                    "Insuficiente" [16, 27), "Adecuado" [27, 35), "Avanzado" [35, 42],
                    "Superado" (>42), "NA".

    Notes
    -----
    The printed bands have two decimals (5-15.99, 16-26.99...): here each one ends where the next
    begins. The last two overlap (35-42 and >41): the printed upper bound of "Avanzado" wins, so
    "Superado" begins above 42. The bands are centred on 33.3 %, two of six years: another cut-off
    year needs other bands.

    References
    ----------
    CONEVAL 2020, note 2, L95.
    """
    cortes, tope = _bandas()

    def una(a: float) -> str:
        if math.isnan(a):
            return NO_APLICA
        a = round(a, 9)  # 16 % that arithmetic left at 15.999999999999998 is 16 %
        return SUPERADO if a > tope else CLASES[bisect.bisect_right(cortes, a)]

    return [una(a) for a in np.atleast_1d(np.asarray(avance, dtype=np.float64)).ravel().tolist()]


@cache
def _bandas() -> tuple[tuple[float, ...], float]:
    """Lower bounds of the four middle classes, and the upper bound of the fifth."""
    rangos = datos.tabla(DOCUMENTO, "umbrales_avance").set_index("Clasificación 2020")
    inferior, superior = (rangos[c] for c in ("Límite inferior (%)", "Límite superior (%)"))
    return tuple(float(inferior[c]) for c in CLASES[1:5]), float(superior[AVANZADO])


def cumplimiento(linea_base: float, meta: float, valor: float, sentido: str) -> str:
    """Compliance of an indicator with an intermediate goal.

    Parameters
    ----------
    linea_base, meta, valor : float     Baseline, goal of the year and value of the year.
    sentido : str                       "ascendente", "descendente" or "constante".

    Returns
    -------
    str     "Retroceso", "No alcanzada", "Alcanzada", "Logro muy superado"; "NA" if the goal is
            zero; "-" if the goal is worse than the baseline in the declared sense.

    Raises
    ------
    DatoInvalido    Unknown sense; a negative goal or value, for which a ratio says nothing.

    Notes
    -----
    Inferred: the source prints the outcome and not the rule. In this order: goal against the
    sense, "-"; goal of zero, "NA"; value worse than the baseline in its sense, "Retroceso" (a
    constant indicator has no worse side); otherwise the ratio value/goal, or goal/value for a
    descending indicator, in per cent: below `cumplimiento_alcanzada_desde` (95) "No alcanzada",
    above `cumplimiento_muy_superado_desde` (120) "Logro muy superado". The cut points are
    parameters; the table only bounds them (28.2 to 96.4, and 102.2 to 160.8).

    References
    ----------
    CONEVAL 2020, table L66-87, reproduced row by row.
    """
    base, fin, ultimo = (
        validacion.numero(x, nombre)
        for x, nombre in ((linea_base, "linea_base"), (meta, "meta"), (valor, "valor"))
    )
    validacion.opcion(sentido, "sentido", SENTIDOS)
    for x, nombre in ((fin, "meta"), (ultimo, "valor")):
        if x < 0.0:
            raise DatoInvalido(nombre, x, "una cifra de 0 o más: con negativas la razón no mide")
    if contradictorio(base, fin, sentido):
        return SIN_ESTIMAR
    if fin == 0.0:
        return NO_APLICA
    if contradictorio(base, ultimo, sentido):
        return RETROCESO
    if sentido == "descendente":
        razon = 100.0 * (fin / ultimo) if ultimo else math.inf
    else:
        razon = 100.0 * (ultimo / fin)
    if razon < _parametro("cumplimiento_alcanzada_desde"):
        return NO_ALCANZADA
    return MUY_SUPERADO if razon > _parametro("cumplimiento_muy_superado_desde") else ALCANZADA


def cumplimientos(
    linea_base: ArrayLike, meta: ArrayLike, valor: ArrayLike, sentido: str | Sequence[str]
) -> list[str]:
    """Compliance of each indicator of a column; see :func:`cumplimiento`.

    Parameters
    ----------
    linea_base, meta, valor : float or array (n,)
    sentido : str or sequence (n,)
    """
    sentidos = [sentido] if isinstance(sentido, str) else list(sentido)
    # Positions travel with the figures so that all four are of one length, or single.
    base, fin, ultimo, lugar = _columnas(
        linea_base=linea_base, meta=meta, valor=valor, sentido=np.arange(len(sentidos))
    )
    resultado = []
    for i, (b, f, u, s) in enumerate(zip(base, fin, ultimo, lugar.astype(int), strict=True)):
        try:
            resultado.append(cumplimiento(float(b), float(f), float(u), sentidos[s]))
        except DatoInvalido as error:
            if base.size == 1:
                raise
            donde = f"{error.argumento}, {validacion.posicion(i)}"
            raise DatoInvalido(donde, error.encontrado, error.esperado) from None
    return resultado


class Promedio(NamedTuple):
    """Mean progress and what it leaves out."""

    promedio: float
    """Per cent; NaN if nothing is left to average."""
    usados: int
    atipicos: int
    sin_avance: int


def promedio_avance(avance: ArrayLike) -> Promedio:
    """Mean progress without outliers.

    Parameters
    ----------
    avance : array (n,)     Per cent; NaN for an indicator without progress.

    Returns
    -------
    Promedio    Mean of those from -20 to 120 %, how many they are, how many outliers were left
                out, how many had no progress.

    References
    ----------
    CONEVAL 2020, note 1, L93.
    """
    todos = np.atleast_1d(np.asarray(avance, dtype=np.float64)).ravel()
    con = todos[~np.isnan(todos)]
    normales = con[
        (con >= _parametro("avance_atipico_minimo")) & (con <= _parametro("avance_atipico_maximo"))
    ]
    media = float(normales.mean()) if normales.size else math.nan
    return Promedio(media, normales.size, con.size - normales.size, todos.size - con.size)


@dataclass(frozen=True)
class Seguimiento:
    """The follow-up of a table of indicators."""

    cuadro: pd.DataFrame
    """The table with the columns avance, clase and cumplimiento added; index from 0."""
    promedio: Promedio

    def conteo(self, columna: str) -> pd.DataFrame:
        """Return how many indicators there are of each value of `columna`, most frequent first.

        Parameters
        ----------
        columna : str   A column of `cuadro` (tipo, sentido, calidad, clase, cumplimiento...).

        Returns
        -------
        DataFrame       `columna`, indicadores, proporcion (fraction of all).
        """
        if columna not in self.cuadro:
            raise DatoInvalido("columna", columna, f"una de {', '.join(self.cuadro.columns)}")
        n = self.cuadro[columna].value_counts(sort=True)
        return pd.DataFrame(
            {columna: n.index, "indicadores": n.to_numpy(), "proporcion": n.to_numpy() / n.sum()}
        )


COLUMNAS = ("indicador", "sentido", "linea_base", "meta_intermedia", "meta", "valor")


def seguimiento(tabla: pd.DataFrame) -> Seguimiento:
    """Progress, class and compliance of every indicator of a table.

    Parameters
    ----------
    tabla : DataFrame
        Columns indicador, sentido, linea_base, meta_intermedia, meta and valor; any other (tipo,
        calidad, objetivo) is kept, to count by it.

    Returns
    -------
    Seguimiento

    Raises
    ------
    DatoInvalido    A missing column, no rows, or a bad figure: the message names its row.

    Notes
    -----
    An indicator declared constant has class "NA" whatever its progress. One whose final goal is
    worse than its baseline in the declared sense has no progress, and "-" as class and
    compliance: its definition contradicts itself and any figure would mislead.

    References
    ----------
    CONEVAL 2020, L38-47 and L66-101.
    """
    faltan = [c for c in COLUMNAS if c not in tabla.columns]
    if faltan:
        raise DatoInvalido(
            "tabla", Descripcion("sin " + ", ".join(faltan)), f"las columnas {', '.join(COLUMNAS)}"
        )
    if tabla.empty:
        raise DatoInvalido("tabla", Descripcion("ningún renglón"), "un indicador por renglón")
    cuadro = tabla.reset_index(drop=True)
    filas = [_fila(i, fila) for i, fila in enumerate(cuadro.to_dict("records"), start=1)]
    cuadro[["avance", "clase", "cumplimiento"]] = pd.DataFrame(filas, index=cuadro.index)
    # A constant indicator counts in no average: its progress has no class.
    medibles = cuadro["avance"].where(cuadro["clase"].isin(CLASES))
    return Seguimiento(cuadro, promedio_avance(medibles.to_numpy(np.float64)))


def _fila(numero: int, fila: dict[Any, Any]) -> tuple[float, str, str]:
    lugar = f"fila {numero} («{str(fila['indicador']).split(' ')[0]}»)"
    base, intermedia, fin, valor = (
        validacion.numero(fila[c], f"{lugar}, {c}")
        for c in ("linea_base", "meta_intermedia", "meta", "valor")
    )
    sentido = fila["sentido"].strip().lower() if isinstance(fila["sentido"], str) else ""
    if sentido not in SENTIDOS:
        raise DatoInvalido(f"{lugar}, sentido", fila["sentido"], validacion.lista(SENTIDOS))
    if contradictorio(base, fin, sentido):
        return math.nan, SIN_ESTIMAR, SIN_ESTIMAR
    (avance,) = avance_sexenal(base, fin, valor).tolist()
    clase = NO_APLICA if sentido == "constante" else clase_avance(avance)[0]
    try:
        return avance, clase, cumplimiento(base, intermedia, valor, sentido)
    except DatoInvalido as error:
        raise error.en(lugar) from None


def contradictorio(linea_base: float, meta: float, sentido: str) -> bool:
    """Return whether a goal (or a value) is worse than the baseline in the declared sense.

    Parameters
    ----------
    linea_base, meta : float    Baseline and goal.
    sentido : str               "ascendente", "descendente" or "constante".
    """
    if sentido == "ascendente":
        return meta < linea_base
    return sentido == "descendente" and meta > linea_base


def cuadro_coneval() -> pd.DataFrame:
    """Return the 18 indicators of the Programa Institucional del IMSS as CONEVAL printed them.

    Returns
    -------
    DataFrame
        objetivo, indicador, tipo, sentido, calidad, linea_base, meta_intermedia (2020), meta
        (2024), anio, valor, cumplimiento_impreso, clase_impresa ("-" where blank).
    """
    nombres = {
        "Objetivo": "objetivo",
        "Indicador": "indicador",
        "Tipo indicador": "tipo",
        "Sentido": "sentido",
        "Calidad del indicador": "calidad",
        "Línea base": "linea_base",
        "Meta 2020": "meta_intermedia",
        "Meta 2024": "meta",
        "Año del último valor reportado": "anio",
        "Último valor reportado": "valor",
        "Cumplimiento meta intermedia": "cumplimiento_impreso",
        "Avance meta sexenal": "clase_impresa",
    }
    cuadro = datos.tabla(DOCUMENTO, "cuadro_seguimiento").rename(columns=nombres)
    impresas = ["cumplimiento_impreso", "clase_impresa"]
    cuadro[impresas] = cuadro[impresas].fillna(SIN_ESTIMAR)
    return cuadro


def _columnas(**valores: ArrayLike) -> list[Vector]:
    """Columns of one length; a single figure serves for every row."""
    columnas = {
        nombre: validacion.vector(np.atleast_1d(np.asarray(v, dtype=object)).tolist(), nombre)
        for nombre, v in valores.items()
    }
    largos = {c.size for c in columnas.values()} - {1}
    if len(largos) > 1:
        raise DatoInvalido(
            ", ".join(columnas),
            Descripcion(", ".join(str(c.size) for c in columnas.values()) + " valores"),
            "rangos de la misma longitud",
        )
    n = largos.pop() if largos else 1
    return [np.broadcast_to(c, (n,)) for c in columnas.values()]


def _parametro(nombre: str) -> float:
    return float(datos.parametro(nombre, documento=DOCUMENTO))
