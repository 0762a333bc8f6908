"""Decision tree: how the initial pensions of a projection fall by regime and character.

Counts of two periods give a short- and a long-run criterion; the projection goes from one to the
other in fifteen years (IFA 2010, cuadros A.6 and A.7).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import ArrayLike

from pymodel import datos, validacion
from pymodel.errores import DatoInvalido, Descripcion
from pymodel.validacion import Vector

DOCUMENTO = "ifa2010"
CUADROS = {"srt": "cuadro_a_6", "siv": "cuadro_a_7"}
GENERACIONES = ("transicion", "ley_1997")
SEPARADOR = " - "


@dataclass(frozen=True)
class Arbol:
    """A checked tree.

    Attributes
    ----------
    conceptos : tuple of str        Nodes in the given order; "Padre - Hijo" names a branch.
    padres : tuple of int or None   Position of the parent of each node; None for a root.
    casos : array (n, 2)            Cases of the short and the long run.
    """

    conceptos: tuple[str, ...]
    padres: tuple[int | None, ...]
    casos: Vector


def arbol(conteos: Sequence[tuple[str, float, float]]) -> Arbol:
    """Read and check the counts of a tree.

    Parameters
    ----------
    conteos : sequence of (concepto, casos_corto_plazo, casos_largo_plazo)
        One node each, a parent before its children, as cuadro A.6. A root begins with "Total" or
        "Pensiones por" (and the first row is one); "Padre - Hijo" hangs from the last row whose
        name is, or ends in, Padre; any other hangs from the last root.

    Returns
    -------
    Arbol

    Raises
    ------
    DatoInvalido        x

    References
    ----------
    IFA 2010, L9098-9338, note 89.
    """
    if not conteos:
        raise DatoInvalido("conteos", Descripcion("una tabla sin renglones"), "al menos un nodo")
    nombres = tuple(" ".join(_guiones(str(c[0])).split()) for c in conteos)
    casos = np.array(
        [
            [_cuenta(v, f"conteos, fila {i}, «{nombre}»") for v in fila[1:]]
            for i, (nombre, fila) in enumerate(zip(nombres, conteos, strict=True), start=1)
        ]
    )
    padres = tuple(_padre(nombres, i) for i in range(len(nombres)))
    for i, nombre in enumerate(nombres):
        hijos = [j for j, p in enumerate(padres) if p == i]
        suma = casos[hijos].sum(axis=0)
        for j, plazo in enumerate(("corto", "largo")):
            if hijos and abs(suma[j] - casos[i, j]) > 1e-6:
                raise DatoInvalido(
                    f"conteos, «{nombre}», {plazo} plazo",
                    float(casos[i, j]),
                    f"{suma[j]:,.10g}, la suma de sus ramas",
                )
            if casos[i, j] == 0.0 < casos[i, 1 - j] and hijos:
                raise DatoInvalido(
                    f"conteos, «{nombre}», {plazo} plazo",
                    0,
                    "casos en los dos plazos: sin ellos sus ramas no tienen porcentaje",
                )
    return Arbol(nombres, padres, casos)


def criterios(a: Arbol) -> Vector:
    """Return the short- and long-run criterion of each node, (n, 2), fractions of its parent.

    A root is 1; the branches of a node without cases in either period are 0.
    """
    fracciones = np.ones_like(a.casos)
    for i, padre in enumerate(a.padres):
        if padre is not None:
            de = a.casos[padre]
            fracciones[i] = np.divide(a.casos[i], de, out=np.zeros(2), where=de > 0.0)
    return fracciones


def fracciones(a: Arbol, anio_proyeccion: ArrayLike, *, incondicional: bool = False) -> Vector:
    """Fraction of each node in one or several years of a projection.

    Parameters
    ----------
    a : Arbol
    anio_proyeccion : int or array (m,)     1 for the first year.
    incondicional : bool                    Of the root of the node instead of its parent: the mix
                                            of pensions that a projected total is multiplied by.

    Returns
    -------
    array (n,) or (n, m)

    Raises
    ------
    DatoInvalido        Years below 1, or not whole.

    Notes
    -----
    p(t) = p_short + (p_long - p_short)·min(t - 1, 15)/15. The report prints the two ends ("from
    the first year", "from year 16 on") and that the change is gradual; that it is linear is our
    assumption.

    References
    ----------
    IFA 2010, notes 1 and 2 of cuadros A.6 and A.7 (L9237-9240).
    """
    uno = np.ndim(anio_proyeccion) == 0
    dados = [validacion.numero(anio_proyeccion, "anio_proyeccion")] if uno else anio_proyeccion
    anios = validacion.vector(dados, "anio_proyeccion")
    for t in anios:
        validacion.entero(t, "anio_proyeccion", 1)
    transicion = float(datos.parametro("arbol_transicion_anios", documento=DOCUMENTO))
    avance = np.minimum(anios - 1.0, transicion) / transicion
    corto, largo = criterios(a).T
    p = corto[:, None] + (largo - corto)[:, None] * avance
    if incondicional:
        for i, padre in enumerate(a.padres):  # a parent comes before its children
            if padre is not None:
                p[i] *= p[padre]
    return p[:, 0] if uno else p


def publicado(seguro: str, generacion: str = "transicion") -> Arbol:
    """The tree of a report.

    Parameters
    ----------
    seguro : str        "srt" (cuadro A.6) or "siv" (cuadro A.7).
    generacion : str    "transicion" (may choose the law of 1973) or "ley_1997".

    Returns
    -------
    Arbol               A dash of the cuadro is 0 cases.

    Raises
    ------
    DatoInvalido        Another insurance or generation.
    """
    validacion.opcion(seguro, "seguro", tuple(CUADROS))
    validacion.opcion(generacion, "generacion", GENERACIONES)
    df = datos.tabla(DOCUMENTO, CUADROS[seguro])
    columnas = [f"{generacion}_casos_2008_2009", f"{generacion}_casos_1998_2009"]
    casos = df[columnas].fillna(0.0).to_numpy(np.float64)
    return arbol([(c, *fila) for c, fila in zip(df["Concepto"], casos.tolist(), strict=True)])


def _padre(nombres: tuple[str, ...], i: int) -> int | None:
    anteriores = range(i - 1, -1, -1)
    prefijo, separador, _ = nombres[i].rpartition(SEPARADOR)
    if separador:
        for j in anteriores:
            if (SEPARADOR + nombres[j].casefold()).endswith(SEPARADOR + prefijo.casefold()):
                return j
        raise DatoInvalido(
            f"conteos, fila {i + 1}", nombres[i], f"antes, un renglón «{prefijo}» del que cuelgue"
        )
    if _es_raiz(nombres, i):
        return None
    return next(j for j in anteriores if _es_raiz(nombres, j))


def _es_raiz(nombres: tuple[str, ...], i: int) -> bool:
    nombre = nombres[i].casefold()
    return i == 0 or (SEPARADOR not in nombre and nombre.startswith(("total", "pensiones por ")))


def _guiones(texto: str) -> str:
    return texto.replace("–", "-").replace("—", "-")


def _cuenta(valor: Any, donde: str) -> float:
    casos = validacion.numero(valor, donde)
    if casos < 0.0:
        raise DatoInvalido(donde, casos, "casos de 0 o más")
    return casos
