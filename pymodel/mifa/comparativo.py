"""Statements with and without the RJP, and the bridge from partial to full recognition of its cost.

"Sin RJP" takes out of an insurance both what it pays of the staff pension plan and the rest of its
net periodic cost (CNP). The two reports spread the cost with different keys: see :class:`Regla`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike

from pymodel import datos, validacion
from pymodel.errores import DatoInvalido, Descripcion
from pymodel.mifa.reparto import SEGUROS, clave_rjp
from pymodel.validacion import Vector


@dataclass(frozen=True)
class Regla:
    """How a report spreads the RJP.

    Parameters
    ----------
    flujo : str or array (5,)       Key of the pensions paid in cash.
    costo : str or array (5,)       Key of the rest of the cost, or of the whole cost.
    del_total : bool                Whether `costo` spreads the whole net periodic cost (2010) or
                                    only what is not direct expense (2005).
    directo_entre_flujo : float     Direct expense of the RJP per peso of pensions paid.
    """

    flujo: str | ArrayLike
    costo: str | ArrayLike
    del_total: bool
    directo_entre_flujo: float = 1.0


def regla(documento: str) -> Regla:
    """Rule recovered from the tables of a report ("ifa2005" or "ifa2010")."""
    validacion.opcion(documento, "documento", ("ifa2005", "ifa2010"))
    if documento == "ifa2010":
        return Regla("2011_flujo", "2010_pleno", del_total=True)
    factor = float(datos.parametro("rjp_gasto_directo_entre_flujo", documento="ifa2005"))
    return Regla("2005_flujo", "2005_otros", del_total=False, directo_entre_flujo=factor)


class Carga(NamedTuple):
    """What the RJP adds to each insurance, mdp; arrays (n, 5)."""

    directos: Vector
    otros: Vector
    partidas: Vector


def carga_rjp(flujo: ArrayLike, cnp: ArrayLike, como: Regla) -> Carga:
    """RJP in the direct and other expense of each insurance, and its part that is not cash.

    Parameters
    ----------
    flujo : array (n,)      Pensions of the RJP paid in the year, mdp.
    cnp : array (n,)        Net periodic cost of the RJP recognised in the year, mdp.
    como : Regla

    Returns
    -------
    Carga

    Notes
    -----
    2005: directos_s = k_flujo,s · 1.0321 · flujo; otros_s = k_otros,s · (CNP - 1.0321 · flujo).
    2010: directos_s = k_flujo,s · flujo; otros_s = k_pleno,s · CNP - directos_s.
    In both, partidas (cost without outlay) = directos + otros - k_flujo,s · flujo, so that cash
    falls by the pensions paid and nothing else.

    References
    ----------
    IFA 2005, L457 and cuadros I.6, I.9-I.13; IFA 2010, L283-285 and cuadros I.2, II.2, III.2,
    IV.2, V.2. The keys are not printed: they were recovered from those tables.
    """
    pagos = validacion.vector(np.atleast_1d(flujo), "flujo")
    costo = validacion.vector(np.atleast_1d(cnp), "cnp")
    validacion.misma_longitud(pagos, "flujo", costo, "cnp")
    efectivo = pagos[:, None] * clave_rjp(como.flujo)
    directos = como.directo_entre_flujo * efectivo
    clave = clave_rjp(como.costo)
    if como.del_total:
        otros = costo[:, None] * clave - directos
    else:
        otros = (costo - como.directo_entre_flujo * pagos)[:, None] * clave
    return Carga(directos, otros, directos + otros - efectivo)


class Comparativo(NamedTuple):
    """Nine rows of the comparative statement, mdp; arrays (n, 5), one column per insurance."""

    ingresos: Vector
    gastos: Vector
    directos: Vector
    otros: Vector
    excedente: Vector
    partidas: Vector
    efectivo: Vector
    incremento: Vector
    sobrante: Vector

    def total(self) -> Comparativo:
        """The same rows for the whole Institute, arrays (n, 1)."""
        return Comparativo(*(v.sum(axis=1, keepdims=True) for v in self))


def comparativo(
    ingresos: ArrayLike,
    directos: ArrayLike,
    otros: ArrayLike,
    partidas: ArrayLike,
    incremento: ArrayLike,
    carga: Carga | None = None,
) -> Comparativo:
    """Statement by insurance from its given rows, with the RJP if its load is given.

    Parameters
    ----------
    ingresos, directos, otros, partidas, incremento : array (n, 5)
        Income, direct and other expense, items without outlay, increase of reserves and physical
        investment; expense and items without the RJP. mdp of each year.
    carga : Carga, optional     What the RJP adds.

    Returns
    -------
    Comparativo

    Notes
    -----
    gastos = directos + otros; excedente = ingresos - gastos; efectivo = excedente + partidas;
    sobrante = efectivo - incremento.
    """
    nombres = ("ingresos", "directos", "otros", "partidas", "incremento")
    matrices = []
    for valor, nombre in zip(
        (ingresos, directos, otros, partidas, incremento), nombres, strict=True
    ):
        matriz = np.array(valor, dtype=np.float64)
        if matriz.ndim != 2 or matriz.shape[1] != len(SEGUROS):
            raise DatoInvalido(
                nombre,
                Descripcion(f"una forma {matriz.shape}"),
                "un renglón por año y cinco seguros",
            )
        if not np.isfinite(matriz).all():
            lugar = np.argwhere(~np.isfinite(matriz))[0]
            raise DatoInvalido(
                f"{nombre}, {SEGUROS[lugar[1]]}, año {lugar[0] + 1}", None, "un número"
            )
        matrices.append(matriz)
    entra, directo, otro, partida, reservas = matrices
    for matriz, nombre in zip(matrices[1:], nombres[1:], strict=True):
        validacion.misma_longitud(entra, "ingresos", matriz, nombre)
    if carga is not None:
        directo, otro, partida = (
            directo + carga.directos,
            otro + carga.otros,
            partida + carga.partidas,
        )
    gastos = directo + otro
    excedente = entra - gastos
    efectivo = excedente + partida
    return Comparativo(
        entra, gastos, directo, otro, excedente, partida, efectivo, reservas, efectivo - reservas
    )


class Puente(NamedTuple):
    """From partial to full recognition of the CNP, by insurance; arrays (5,), mdp."""

    obligaciones: Vector
    personal: Vector
    gastos: Vector


def puente_cnp(
    gastos_parcial: ArrayLike,
    obligaciones_parcial: ArrayLike,
    personal_parcial: ArrayLike,
    pagos_jubilado: float,
    cnp: float,
    en_personal: ArrayLike,
    clave: str | ArrayLike = "2010_pleno",
) -> Puente:
    """Statement rows under full recognition, from those under partial recognition.

    Parameters
    ----------
    gastos_parcial, obligaciones_parcial, personal_parcial : array (5,)
        Total expense, cost of labour obligations and personnel of each insurance, mdp.
    pagos_jubilado : float      Pensions of the RJP paid by the Institute, mdp.
    cnp : float                 Net periodic cost of the year, mdp.
    en_personal : array (5,)    Payments booked in personnel that the CNP already holds (seniority
                                premium, severance, contributions to the plan), mdp.
    clave : key of the cost; see :func:`pymodel.mifa.reparto.clave_rjp`.

    Returns
    -------
    Puente      Cost of labour obligations, personnel and total expense under full recognition.

    Notes
    -----
    obligaciones = k · (CNP - pagos); personal = parcial - en_personal;
    gastos = parcial + (obligaciones - obligaciones parcial) - en_personal.

    References
    ----------
    IFA 2010, L3949-3985, L5674-5705, L7415-7476 and cuadros I.1, II.1, III.1, IV.1, V.1, VI.6.
    """
    columnas = []
    for valor, nombre in (
        (gastos_parcial, "gastos_parcial"),
        (obligaciones_parcial, "obligaciones_parcial"),
        (personal_parcial, "personal_parcial"),
        (en_personal, "en_personal"),
    ):
        columna = validacion.vector(valor, nombre)
        if columna.size != len(SEGUROS):
            raise DatoInvalido(
                nombre, Descripcion(f"{columna.size} valores"), f"cinco: {', '.join(SEGUROS)}"
            )
        columnas.append(columna)
    gastos, parcial, personal, baja = columnas
    obligaciones = clave_rjp(clave) * (
        validacion.numero(cnp, "cnp") - validacion.numero(pagos_jubilado, "pagos_jubilado")
    )
    return Puente(obligaciones, personal - baja, gastos + obligaciones - parcial - baja)
