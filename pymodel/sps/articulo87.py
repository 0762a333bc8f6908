"""Aportación solidaria federal of each state: article 87 of the Reglamento."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import ArrayLike

from pymodel import lectura, validacion
from pymodel.errores import DatoInvalido, Descripcion
from pymodel.validacion import Vector

COMPONENTES = ("familias", "necesidades_salud", "aportaciones_adicionales", "desempeno")
SINONIMOS = {
    "necesidades": "necesidades_salud",
    "necesidades_de_salud": "necesidades_salud",
    "esfuerzo": "aportaciones_adicionales",
    "esfuerzo_estatal": "aportaciones_adicionales",
    "desempenio": "desempeno",
    "desempenio_de_los_servicios": "desempeno",
    "desempeno_de_los_servicios": "desempeno",
}
_HOLGURA = 1e-9


@dataclass(frozen=True)
class Reparto:
    """The federal pot shared among n states.

    Attributes
    ----------
    por_componente : array (n, 4)   Pesos of each component, in the order of `COMPONENTES`.
    participaciones : array (n, 4)  Share of each state in each component, columns add up to 1;
                                    0 in a component without weight.
    ponderadores : array (4,)       Weights, add up to 1.
    """

    por_componente: Vector
    participaciones: Vector
    ponderadores: Vector

    @property
    def total(self) -> Vector:
        """ASF of each state, pesos, shape (n,)."""
        return self.por_componente.sum(axis=1)


def leer_ponderadores(cuadro: list[list[Any]], donde: str = "ponderadores") -> Vector:
    """The weights as a sheet has them, in the order of `COMPONENTES`.

    Parameters
    ----------
    cuadro : rows       Four numbers in a row or a column; a header with the components over their
                        weights; or two columns, component and weight. With names the order does
                        not matter, and a component that is not there weighs 0.

    Raises
    ------
    DatoInvalido        Another shape, an unknown or repeated component; see `ponderadores_validos`.
    """
    if len(cuadro) == 2 and all(_componente(c) in COMPONENTES for c in cuadro[0]):
        cuadro = [list(par) for par in zip(*cuadro, strict=True)]
    if len(cuadro[0]) != 2:
        celdas = [celda for fila in cuadro for celda in fila]
        return ponderadores_validos(
            [validacion.numero(c, f"{donde}, valor {i}") for i, c in enumerate(celdas, start=1)]
        )
    pesos: dict[str, float] = {}
    for i, (nombre, peso) in enumerate(cuadro, start=1):
        if i == 1 and isinstance(peso, str):
            continue  # header
        clave = _componente(nombre)
        if clave not in COMPONENTES or clave in pesos:
            raise DatoInvalido(f"{donde}, fila {i}", nombre, f"{', '.join(COMPONENTES)}, una vez")
        pesos[clave] = validacion.numero(peso, f"{donde}, fila {i}")
    return ponderadores_validos([pesos.get(c, 0.0) for c in COMPONENTES])


def _componente(celda: Any) -> str:
    clave = lectura.clave(celda)
    return SINONIMOS.get(clave, clave)


def ponderadores_validos(ponderadores: ArrayLike) -> Vector:
    """Four weights, none negative, that add up to 1, in the order of `COMPONENTES`."""
    pesos = validacion.vector(ponderadores, "ponderadores")
    if pesos.size != len(COMPONENTES):
        raise DatoInvalido(
            "ponderadores",
            Descripcion(f"{pesos.size} valores"),
            f"cuatro: {', '.join(COMPONENTES)}",
        )
    if pesos.min() < 0.0:
        lugar = int(np.argmin(pesos))
        raise DatoInvalido(
            f"ponderadores, {COMPONENTES[lugar]}", float(pesos[lugar]), "un peso de 0 o más"
        )
    if abs(pesos.sum() - 1.0) > _HOLGURA:
        raise DatoInvalido(
            "ponderadores", Descripcion(f"una suma de {pesos.sum():g}"), "pesos que sumen 1"
        )
    return pesos


def repartir(
    bolsa: float,
    familias: ArrayLike,
    componentes: Mapping[str, ArrayLike],
    ponderadores: ArrayLike,
) -> Reparto:
    """Share the federal pot among the states.

    Parameters
    ----------
    bolsa : float
        National pot of the year (FASP), pesos; see
        :func:`pymodel.sps.aportaciones.bolsa_federal`.
    familias : array (n,)
        Families of each state, the first component.
    componentes : {name: array (n,)}
        "necesidades_salud", "aportaciones_adicionales", "desempeno": what each state has of each,
        as a share or any quantity in proportion to it; needed where its weight is above 0.
    ponderadores : array (4,)
        Weights of the year, in the order of `COMPONENTES`.

    Returns
    -------
    Reparto

    Raises
    ------
    DatoInvalido
        Weights that do not add up to 1; a component that is missing, negative, or 0 everywhere.

    Notes
    -----
    ``ASF_state = sum over c of (w_c x pot x share_c(state))`` and
    ``share_c(state) = value_c(state) / sum over states of value_c``. The law names the four
    components and says that the weights are set every year; the report prints neither the
    weights nor the functions that turn an indicator into a share, so a share in proportion to
    the analyst's quantity is inferred. As the result is linear in the weights,
    ``pot x participaciones`` is its sensitivity to each of them.

    References
    ----------
    Reglamento de la LGS en materia de protección social en salud, art. 87; SPS 2006, L604 and
    L2296-2306.
    """
    pesos = ponderadores_validos(ponderadores)
    monto = validacion.numero(bolsa, "bolsa")
    base = validacion.vector(familias, "familias")
    participaciones = np.zeros((base.size, pesos.size))
    for j, (nombre, peso) in enumerate(zip(COMPONENTES, pesos, strict=True)):
        if peso == 0.0:
            continue
        valores = base if nombre == COMPONENTES[0] else componentes.get(nombre)
        if valores is None:
            raise DatoInvalido(
                "entidades",
                Descripcion(f"una tabla sin la columna «{nombre}»"),
                f"el componente que tiene peso {peso:g} en el artículo 87",
            )
        participaciones[:, j] = _participacion(valores, base, nombre)
    return Reparto(monto * participaciones * pesos, participaciones, pesos)


def _participacion(valores: ArrayLike, base: Vector, nombre: str) -> Vector:
    cantidades = validacion.vector(valores, nombre)
    validacion.misma_longitud(base, "familias", cantidades, nombre, "renglones")
    if cantidades.min() < 0.0:
        lugar = int(np.argmax(cantidades < 0.0))
        raise DatoInvalido(
            f"{nombre}, valor {lugar + 1}", float(cantidades[lugar]), "un valor de 0 o más"
        )
    suma = cantidades.sum()
    if suma == 0.0:
        raise DatoInvalido(nombre, Descripcion("sólo ceros"), "algún valor mayor que 0")
    return cantidades / suma
