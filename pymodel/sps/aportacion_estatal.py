"""Aportación solidaria estatal (ASE): what counts towards it, and what a state could withdraw."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import ArrayLike

from pymodel import datos, lectura, validacion
from pymodel.errores import DatoInvalido
from pymodel.validacion import Vector

LIQUIDA = "ASE líquida"
ACREDITABLE = "ASE acreditable"
PREVIA = "infraestructura de años anteriores"

# Concept of a record -> form in which it counts.
CONCEPTOS = {
    "liquida": LIQUIDA,
    "presupuesto_extraordinario": ACREDITABLE,
    "inversion": ACREDITABLE,
    "aportacion_municipal_o_donacion": ACREDITABLE,
    "otros_presupuestos": ACREDITABLE,
    "infraestructura_previa": PREVIA,
}
# Concept that never counts -> why.
EXCLUIDOS = {
    "ramo_12": "recursos federales del ramo 12",
    "ramo_33": "recursos federales del ramo 33 (FASSA)",
    "cuota_familiar": "recursos del estado que pagan cuotas familiares",
    "no_salud": "presupuesto del estado que no es de salud",
}


@dataclass(frozen=True)
class Partida:
    """One record of a state towards its ASE.

    Attributes
    ----------
    concepto : str          A key of `CONCEPTOS` or of `EXCLUIDOS`.
    monto : float           Pesos, 0 or more.
    anio : int, optional    Year of the investment; needed for "infraestructura_previa".
    autorizada : bool       Whether the CNPSS approved it; asked of "infraestructura_previa" only.
    """

    concepto: str
    monto: float
    anio: int | None = None
    autorizada: bool = False


@dataclass(frozen=True)
class Acreditacion:
    """What counts of the records of a state, pesos.

    Attributes
    ----------
    requerida : float
    por_forma : {form: pesos}       Líquida, acreditable, infraestructura de años anteriores.
    excluidas : list of (Partida, why)
    """

    requerida: float
    por_forma: dict[str, float]
    excluidas: list[tuple[Partida, str]]

    @property
    def acreditada(self) -> float:
        """Sum of the three forms."""
        return sum(self.por_forma.values())

    @property
    def faltante(self) -> float:
        """What is missing to the required ASE, 0 if nothing."""
        return max(0.0, self.requerida - self.acreditada)

    @property
    def veces(self) -> float | None:
        """Times that the credited ASE must grow to reach the required one; None without any."""
        return self.faltante / self.acreditada if self.acreditada > 0.0 else None

    @property
    def cumple(self) -> bool:
        """Whether the credited ASE reaches the required one (to 12 figures)."""
        return self.faltante <= 1e-12 * self.requerida

    @property
    def modalidad(self) -> str:
        """The form as FIGURAS 10 and 12 name it ("ASE líquida y ASE acreditable")."""
        formas = [f for f in (LIQUIDA, ACREDITABLE, PREVIA) if self.por_forma[f] > 0.0]
        if not formas:
            return "sin aportación"
        *previas, ultima = formas
        if not previas:
            return ultima
        return f"{', '.join(previas)} {'e' if ultima == PREVIA else 'y'} {ultima}"


def acreditar(
    requerida: float, partidas: Sequence[Partida], anio_incorporacion: float
) -> Acreditacion:
    """Test the records of a state against the ASE that it must put.

    Parameters
    ----------
    requerida : float               0.5 CS x families of the year, pesos.
    partidas : sequence of Partida
    anio_incorporacion : int        Year in which the state joined the SPS.

    Returns
    -------
    Acreditacion

    Raises
    ------
    DatoInvalido        An unknown concept, a negative amount, an investment without its year.

    Notes
    -----
    The ASE may be put directly ("líquida") or by recording state spending: extraordinary
    budgets, investment, municipal contributions and donations, other budgets; and infrastructure
    and high-speciality equipment of at most five years before joining, approved by the CNPSS.
    That an investment of the year of joining counts as one of earlier years is inferred; a later
    one is investment of its own year. Never counted: ramo 12, ramo 33, state money that pays
    family fees, and state budget that is not for health.

    References
    ----------
    Lineamientos para la medición de la ASE, DOF 22 April 2005; SPS 2006, L3076-3114, L3318.
    """
    meta = validacion.numero(requerida, "requerida")
    ingreso = validacion.entero(anio_incorporacion, "anio_incorporacion", 1990, 2200)
    por_forma = {LIQUIDA: 0.0, ACREDITABLE: 0.0, PREVIA: 0.0}
    excluidas = []
    for i, partida in enumerate(partidas, start=1):
        donde = f"partidas, fila {i}"
        monto = validacion.numero(partida.monto, f"{donde}, monto")
        if monto < 0.0:
            raise DatoInvalido(f"{donde}, monto", monto, "un monto de 0 o más")
        motivo = _motivo(partida, ingreso, donde)
        if motivo:
            excluidas.append((partida, motivo))
        else:
            por_forma[CONCEPTOS[partida.concepto]] += monto
    return Acreditacion(meta, por_forma, excluidas)


def leer_partidas(cuadro: list[list[Any]], donde: str = "partidas") -> list[Partida]:
    """Records as a sheet has them: concepto, monto, anio, autorizada (the last two may be blank).

    Raises
    ------
    DatoInvalido        A row that is not a record; names the row.
    """
    leidas = lectura.renglones(
        lectura.filas_de(cuadro, donde),
        ("concepto", "monto", "anio", "autorizada"),
        donde,
        obligatorias=("concepto", "monto"),
    )
    partidas = []
    for i, fila in leidas:
        lugar = f"{donde}, fila {i}"
        concepto = lectura.clave(fila.get("concepto"))
        if concepto not in CONCEPTOS and concepto not in EXCLUIDOS:
            raise DatoInvalido(
                f"{lugar}, concepto",
                fila.get("concepto"),
                validacion.lista((*CONCEPTOS, *EXCLUIDOS)),
            )
        anio = fila.get("anio")
        partidas.append(
            Partida(
                concepto,
                validacion.numero(fila.get("monto"), f"{lugar}, monto"),
                None if anio is None else validacion.entero(anio, f"{lugar}, anio", 1900, 2200),
                lectura.si_no(fila.get("autorizada", "no"), f"{lugar}, autorizada"),
            )
        )
    return partidas


def tabla(a: Acreditacion) -> tuple[list[str], list[list[Any]]]:
    """Header and rows of a crediting: amounts by form, the verdict, what was left out and why."""
    filas: list[list[Any]] = [["requerida", a.requerida, ""]]
    filas += [[forma, monto, ""] for forma, monto in a.por_forma.items()]
    filas += [
        ["acreditada", a.acreditada, ""],
        ["faltante", a.faltante, ""],
        ["cumple", "sí" if a.cumple else "no", a.modalidad],
    ]
    filas += [[f"no cuenta: {p.concepto}", p.monto, motivo] for p, motivo in a.excluidas]
    return ["concepto", "valor", "nota"], filas


def _motivo(partida: Partida, ingreso: int, donde: str) -> str:
    """Why a record does not count; "" if it does."""
    if partida.concepto in EXCLUIDOS:
        return EXCLUIDOS[partida.concepto]
    if partida.concepto not in CONCEPTOS:
        raise DatoInvalido(
            f"{donde}, concepto",
            partida.concepto,
            validacion.lista((*CONCEPTOS, *EXCLUIDOS)),
        )
    if CONCEPTOS[partida.concepto] != PREVIA:
        return ""
    anio = validacion.entero(partida.anio, f"{donde}, año de la inversión", 1900, 2200)
    limite = int(datos.parametro("sps_inversion_previa_anios", documento="lgs"))
    if anio > ingreso:
        return f"inversión de {anio}, posterior a la incorporación ({ingreso}): es de su ejercicio"
    if anio < ingreso - limite:
        return f"inversión de {anio}: más de {limite} años antes de la incorporación ({ingreso})"
    return "" if partida.autorizada else "inversión sin autorización de la CNPSS"


@dataclass(frozen=True)
class Sustitucion:
    """State spending against the least ASE, pesos, arrays (n,)."""

    retirable: Vector
    faltante: Vector


def sustitucion(gasto_estatal: ArrayLike, ase_minima: ArrayLike) -> Sustitucion:
    """How much a state could cut and still put its least ASE, with federal money in its place.

    Parameters
    ----------
    gasto_estatal : array (n,)      State spending on health services to persons, pesos.
    ase_minima : array (n,)         0.5 CS x families, pesos of the same year.

    Returns
    -------
    Sustitucion
        ``retirable = max(0, spending - ASE)`` and ``faltante = max(0, ASE - spending)``.

    Raises
    ------
    DatoInvalido        Negative amounts or columns of different length.

    References
    ----------
    SPS 2006, L1277, L1353-1359, L1617-1619.
    """
    gasto = validacion.vector(gasto_estatal, "gasto_estatal")
    minima = validacion.vector(ase_minima, "ase_minima")
    validacion.misma_longitud(gasto, "gasto_estatal", minima, "ase_minima", "entidades")
    for valores, nombre in ((gasto, "gasto_estatal"), (minima, "ase_minima")):
        if valores.min() < 0.0:
            lugar = int(np.argmax(valores < 0.0))
            raise DatoInvalido(
                f"{nombre}, valor {lugar + 1}", float(valores[lugar]), "un monto de 0 o más"
            )
    return Sustitucion(np.maximum(0.0, gasto - minima), np.maximum(0.0, minima - gasto))
