"""What each affiliated family brings: cuota social, aportaciones solidarias federal y estatal."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import ArrayLike

from pymodel import datos, validacion
from pymodel.errores import DatoInvalido, Descripcion
from pymodel.validacion import Vector

ANIO_BASE = 2004
ANIOS = (2004, 2010)
TRIMESTRES = 4
PESOS = ("2004", "corrientes")


@dataclass(frozen=True)
class Montos:
    """Cuota social (CS), aportación solidaria federal (ASF) and estatal (ASE), pesos.

    Attributes
    ----------
    cs, asf, ase : array (n,) or float
    """

    cs: Any
    asf: Any
    ase: Any

    @property
    def total(self) -> Any:
        """CS + ASF + ASE."""
        return self.cs + self.asf + self.ase

    def por(self, factor: Any) -> Montos:
        """The three amounts times a factor (families, part of the year)."""
        return Montos(self.cs * factor, self.asf * factor, self.ase * factor)


@cache
def por_familia() -> Montos:
    """Yearly amounts of one family, pesos of 2004, unrounded: CS 2,476.89, total 7,430.67.

    Returns
    -------
    Montos
        Floats.

    Notes
    -----
    ``CS = 0.15 x SMGDF of 1 January 2004 (45.24 pesos a day) x 365``; ``ASF = 1.5 CS`` is the
    national average that sizes the federal pot; ``ASE = 0.5 CS`` is the least that a state puts.
    The report prints the CS rounded (2,477); the rounded figure does not give its FIGURA A5.

    References
    ----------
    LGS, art. 77 Bis 12 (original text); SPS 2006, L85, L2294-2318, L7016-7042.
    """
    cs = _ley("sps_cs_fraccion_smg") * smg_base() * _ley("sps_cs_dias")
    return Montos(cs, _ley("sps_asf_por_cs") * cs, _ley("sps_ase_por_cs") * cs)


def smg_base() -> float:
    """General minimum wage of the Distrito Federal of 1 January 2004, pesos a day."""
    return float(datos.parametro("smg_df", f"{ANIO_BASE}-01-01"))


def cuota_social_imss(smg_diario: float) -> float:
    """Cuota social of the health insurance of the IMSS, pesos a year per insured person.

    Parameters
    ----------
    smg_diario : float      General minimum wage of the Distrito Federal of July 1997, or that wage
                            brought to a later year with the INPC, pesos a day.

    Notes
    -----
    ``0.139 x SMGDF x 365``. Since 1997 the amount follows the INPC and not the minimum wage. The
    365 days are those of the cuota social of the SPS: the report does not print them here.

    References
    ----------
    SPS 2006, L77 and L562; IFA 2005, L734.
    """
    diario = validacion.numero(smg_diario, "smg_diario")
    if diario <= 0.0:
        raise DatoInvalido("smg_diario", diario, "un salario diario mayor que 0")
    fraccion = float(datos.parametro("eym_cuota_fija_estado", "1997-07-01", documento="lss"))
    return fraccion * diario * _ley("sps_cs_dias")


def factor_trimestre(trimestre: ArrayLike) -> Vector:
    """Part of the year that is paid for a family that joins in quarter k: (5 - k) / 4.

    Parameters
    ----------
    trimestre : array (n,)      1 to 4.

    Returns
    -------
    array (n,)

    Raises
    ------
    DatoInvalido    A quarter other than 1, 2, 3, 4.

    References
    ----------
    SPS 2006, L3802-3808 and table MONTO DE LA CS+ASF+ASE POR FAMILIA, L7314-7330.
    """
    k = validacion.vector(trimestre, "trimestre")
    malos = (k != np.floor(k)) | (k < 1) | (k > TRIMESTRES)
    if malos.any():
        lugar = int(np.argmax(malos))
        donde = "trimestre" if k.size == 1 else f"trimestre, valor {lugar + 1}"
        raise DatoInvalido(donde, float(k[lugar]), "un trimestre: 1, 2, 3 o 4")
    return (TRIMESTRES + 1 - k) / TRIMESTRES


def aportaciones(
    anio: ArrayLike,
    familias: ArrayLike = 1.0,
    trimestre: ArrayLike = 1.0,
    pesos: str | float = PESOS[0],
    montos: Mapping[int, Montos] | None = None,
) -> Montos:
    """Amounts of the families that join in a quarter, for what remains of the year.

    Parameters
    ----------
    anio : array (n,) or float
        Year of the payments, 2004 to 2010.
    familias : array (n,) or float
        Families, 0 or more.
    trimestre : array (n,) or float
        Quarter in which they join, 1 to 4; families of earlier years count as 1.
    pesos : {"2004", "corrientes"}
        Pesos of 2004, or current ones: see Notes.
    montos : {year: Montos}, optional
        The user's own amounts of one unit in a whole year, in the pesos that they come in; then
        every year must be there and `pesos` is not applied.

    Returns
    -------
    Montos
        Arrays (n,): the values are broadcast to the longest argument.

    Raises
    ------
    DatoInvalido
        Years outside 2004-2010 without `montos`, negative families, quarters outside 1 to 4,
        ranges of different length.

    Notes
    -----
    ``amount = yearly amount x families x (5 - k) / 4``.

    Current pesos: the CS of a quarter is that of 1 January 2004 times the INPC of the last month
    before the quarter over the INPC of December 2003, and each quarter pays a fourth of the
    yearly amount in force. The law says that the CS follows the INPC every quarter; which month
    of the index, and that the ASF and the ASE follow it (they are multiples of the CS), is
    inferred. From 2009 the law counts persons and not families: the years 2009 and 2010 are
    those of the projection of the report, with the law of 2004.

    References
    ----------
    SPS 2006, L2294 (CS and its update), L3802-3808 and L7314-7330 (quarters).
    """
    fechas = validacion.anios_enteros(anio, "anio")
    cuantas = validacion.vector(familias, "familias")
    factor = factor_trimestre(trimestre)
    _una_longitud(anio=fechas, familias=cuantas, trimestre=factor)
    if cuantas.min() < 0.0:
        lugar = int(np.argmax(cuantas < 0.0))
        donde = "familias" if cuantas.size == 1 else f"familias, valor {lugar + 1}"
        raise DatoInvalido(donde, float(cuantas[lugar]), "un número de familias de 0 o más")
    moneda = _moneda(pesos)
    if montos is not None:
        if moneda != PESOS[0]:
            raise DatoInvalido(
                "pesos", moneda, "«2004» (vacío) con una tabla propia: sus montos no se actualizan"
            )
        return _de_tabla(fechas, montos).por(cuantas * factor)
    anios_validos(fechas)
    if moneda == PESOS[0]:
        return por_familia().por(np.ones(fechas.size) * cuantas * factor)
    k = np.broadcast_to(
        validacion.vector(trimestre, "trimestre").astype(int), np.broadcast(fechas, factor).shape
    )
    actualizado = np.array(
        [
            sum(actualizacion(int(t), j) for j in range(q, TRIMESTRES + 1)) / TRIMESTRES
            for t, q in zip(np.broadcast_to(fechas, k.shape), k, strict=True)
        ]
    )
    return por_familia().por(cuantas * actualizado)


def montos_propios(filas: Sequence[Sequence[float]]) -> dict[int, Montos]:
    """The analyst's table of amounts: rows of year, CS, ASF, ASE of one unit in a whole year.

    Raises
    ------
    DatoInvalido        A year twice, a negative amount.
    """
    resultado: dict[int, Montos] = {}
    for i, (anio, *montos) in enumerate(filas, start=1):
        fecha = int(validacion.anios_enteros([anio], f"montos, renglón {i}, anio")[0])
        if fecha in resultado:
            raise DatoInvalido(f"montos, renglón {i}", fecha, "cada año una sola vez")
        for nombre, monto in zip(("cs", "asf", "ase"), montos, strict=True):
            if monto < 0.0:
                raise DatoInvalido(f"montos, renglón {i}, {nombre}", monto, "un monto de 0 o más")
        resultado[fecha] = Montos(*montos)
    return resultado


def anios_validos(
    fechas: Any, nombre: str = "anio", propios: str = "dé su tabla de montos"
) -> None:
    """Refuse the years for which the law of 2004 and the report give no amount.

    `propios` tells how to get those of other years.
    """
    for lugar, anio in enumerate(np.atleast_1d(fechas), start=1):
        if not ANIOS[0] <= anio <= ANIOS[1]:
            donde = nombre if np.size(fechas) == 1 else f"{nombre}, valor {lugar}"
            raise DatoInvalido(
                donde,
                int(anio),
                f"un año de {ANIOS[0]} a {ANIOS[1]}; para otros (desde 2009 la ley cuenta personas "
                f"y no familias) {propios}",
            )


@cache
def actualizacion(anio: int, trimestre: int) -> float:
    """INPC of the last month before a quarter over that of December 2003; see `aportaciones`."""
    previo = (anio, 3 * (trimestre - 1)) if trimestre > 1 else (anio - 1, 12)
    indice = _inpc_mensual()
    return indice[previo] / indice[(ANIO_BASE - 1, 12)]


def bolsa_federal(familias_meta: float) -> float:
    """National federal pot (FASP) of a year, pesos of 2004.

    Parameters
    ----------
    familias_meta : float       Families of the national goal of the year.

    Notes
    -----
    ``FASP = 1.5 x CS x families of the goal``.

    References
    ----------
    SPS 2006, L2296 and L2304.
    """
    meta = validacion.numero(familias_meta, "meta_nacional")
    if meta <= 0.0:
        raise DatoInvalido("meta_nacional", meta, "un número de familias mayor que 0")
    return float(por_familia().asf * meta)


def _ley(nombre: str) -> float:
    return float(datos.parametro(nombre, f"{ANIO_BASE}-01-01", documento="lgs"))


@cache
def _inpc_mensual() -> dict[tuple[int, int], float]:
    df = datos.serie("inpc")
    return dict(zip(zip(df["anio"], df["mes"], strict=True), df["inpc"], strict=True))


def _moneda(pesos: str | float) -> str:
    if isinstance(pesos, int | float):
        pesos = f"{validacion.numero(pesos, 'pesos'):g}"
    elegida = str(pesos).strip().lower()
    return validacion.opcion(elegida, "pesos", PESOS)


def _una_longitud(**rangos: Any) -> None:
    largos = {nombre: r.size for nombre, r in rangos.items() if r.size > 1}
    if len(set(largos.values())) > 1:
        raise DatoInvalido(
            " y ".join(largos),
            Descripcion(" y ".join(map(str, largos.values())) + " valores"),
            "rangos de la misma longitud (o una sola celda)",
        )


def _de_tabla(fechas: Any, montos: Mapping[int, Montos]) -> Montos:
    faltan = sorted({int(a) for a in fechas} - set(montos))
    if faltan:
        raise DatoInvalido(
            "montos", Descripcion(f"una tabla sin {faltan[0]}"), "un renglón por cada año pedido"
        )
    filas = np.array([[m.cs, m.asf, m.ase] for m in (montos[int(a)] for a in fechas)])
    return Montos(*filas.T)
