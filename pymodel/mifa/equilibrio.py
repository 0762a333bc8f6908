"""Premiums and wages that balance an insurance, present values and required increases (MIFA)."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike, NDArray

from pymodel import primas, validacion
from pymodel.errores import DatoInvalido, Descripcion
from pymodel.mifa.seguros import Seguro
from pymodel.validacion import Vector

HORIZONTES = (10, 20, 30, 40)
PRIMER_ANIO, ULTIMO_ANIO = 1900, 2200


def prima_contribucion(cop: ArrayLike, agf: ArrayLike, masa_salarial: ArrayLike) -> Vector:
    """Premium that the contributions of the year amount to (PC).

    Parameters
    ----------
    cop, agf : array (n,) or (n, k)     Contributions and federal contributions, mdp.
    masa_salarial : array (n,)          Wage volume of the same years and money, > 0.

    Returns
    -------
    array, shape of `cop`               (COP + AGF) / masa, decimal fractions.

    Raises
    ------
    DatoInvalido        Lengths that differ, wages of 0 or less.

    Notes
    -----
    Note 5/ of the tables says "únicamente los ingresos por COP"; what is printed uses COP + AGF
    without "Otros" (checks ifa2010_a.C3).

    References
    ----------
    IFA 2010, L1557-1593 and cuadros II.4-II.6.
    """
    cuotas = validacion.serie(cop, "cop")
    federales = validacion.serie(agf, "agf")
    if cuotas.shape != federales.shape:
        raise DatoInvalido(
            "cop y agf",
            Descripcion(f"rangos de {_forma(cuotas)} y {_forma(federales)}"),
            "dos rangos de la misma forma",
        )
    volumen = validacion.masa(masa_salarial, "masa")
    validacion.misma_longitud(cuotas, "cop", volumen, "masa")
    return primas.prima_gasto(cuotas + federales, volumen)


def sbc_equilibrio(sbc: ArrayLike, gasto: ArrayLike, cop_agf: ArrayLike) -> Vector:
    """Wage at which the premium in force would pay the expenditure of the year (SBC-E).

    Parameters
    ----------
    sbc : array (n,)        Mean contribution wage, pesos a day.
    gasto : array (n,)      Total expenditure, mdp.
    cop_agf : array (n,)    COP + AGF, mdp, > 0.

    Returns
    -------
    array (n,)              sbc x gasto / (COP + AGF), pesos a day.

    Raises
    ------
    DatoInvalido            Lengths that differ, wages or contributions of 0 or less.

    References
    ----------
    IFA 2010, L1557-1607, cuadros II.4-II.6 and IV.3; recovered, 36 values within 0.03 %.
    """
    salario = validacion.masa(sbc, "sbc", "un salario")
    gastos = validacion.vector(gasto, "gasto")
    cuotas = validacion.masa(cop_agf, "cop_agf", "una suma de cuotas y aportaciones")
    validacion.misma_longitud(salario, "sbc", gastos, "gasto")
    validacion.misma_longitud(salario, "sbc", cuotas, "cop_agf")
    return salario * gastos / cuotas


def veces_smg(
    salario: ArrayLike, anio: ArrayLike, smg_base: float, anio_base: int, crecimiento: float
) -> Vector:
    """Wage or fee in multiples of the daily minimum wage of its year.

    Parameters
    ----------
    salario : array (n,) or (n, k)  Pesos of `anio_base`; one serves for all years.
    anio : array (n,) or (1,)       Year of each row, 1900 to 2200, or one for all.
    smg_base : float                Minimum wage of `anio_base`, pesos a day, > 0.
    anio_base : int                 Year of the minimum wage.
    crecimiento : float             Its real yearly growth, decimal fraction.

    Returns
    -------
    array (n,) or (n, k)            Times the minimum wage.

    Raises
    ------
    DatoInvalido            Lengths that differ, minimum wage of 0 or less, growth of 1 or more.

    References
    ----------
    IFA 2010, L1938-1942: 0.5 % real a year; 59.82 pesos in 2011 (CONASAMI).
    """
    salarios = validacion.serie(salario, "salario")
    fechas = validacion.anios_enteros(anio, "anio")
    smg = validacion.numero(smg_base, "smg_base")
    if smg <= 0.0:
        raise DatoInvalido("smg_base", smg, "un salario mínimo mayor que 0")
    primero = validacion.entero(anio_base, "anio_base", PRIMER_ANIO, ULTIMO_ANIO)
    g = validacion.tasa(crecimiento, "crecimiento")
    if fechas.min() < PRIMER_ANIO or fechas.max() > ULTIMO_ANIO:
        lugar = int(np.argmax((fechas < PRIMER_ANIO) | (fechas > ULTIMO_ANIO)))
        raise DatoInvalido(
            f"anio, valor {lugar + 1}", int(fechas[lugar]), f"de {PRIMER_ANIO} a {ULTIMO_ANIO}"
        )
    if 1 not in (fechas.size, salarios.size):
        validacion.misma_longitud(salarios, "salario", fechas, "anio")
    minimos = smg * (1.0 + g) ** (fechas - primero).astype(np.float64)
    return salarios / (minimos if salarios.ndim == 1 else minimos[:, None])


class Equilibrio(NamedTuple):
    """Premiums and wages of an insurance; arrays (E, n), premiums as decimal fractions.

    In the SSFAM the premiums are relative to the present one (1 is what is paid today) and the
    wages are the yearly contribution, pesos of 2011 per insured.
    """

    pc: Vector
    pr: Vector
    pmn: Vector
    """(E, 1): one premium for the whole horizon."""
    sbc: Vector
    sbc_equilibrio: Vector
    sbc_veces: Vector
    sbc_equilibrio_veces: Vector

    @property
    def diferencia(self) -> Vector:
        """PMN - PC, (E, n)."""
        return self.pmn - self.pc

    @property
    def diferencia_veces(self) -> Vector:
        """Equilibrium less present, in multiples of the minimum wage, (E, n)."""
        return self.sbc_equilibrio_veces - self.sbc_veces


def equilibrio(s: Seguro, tasa: Vector, smgdf: Vector) -> Equilibrio:
    """Premiums and wages of one insurance in every scenario.

    Parameters
    ----------
    s : Seguro                      Its long-term flows, (E, n).
    tasa : array (E, 1)             Real discount rate.
    smgdf : array (E, n)            Minimum wage, pesos of 2011 a day.

    Returns
    -------
    Equilibrio

    Notes
    -----
    PC = (COP + AGF)/base, PR = gasto/base, PMN = VP(gasto)/VP(base) with the first year
    undiscounted, wage of equilibrium = wage x PR/PC. The base is the wage mass; in the SSFAM it is
    COP + AGF, so that PC = 1.

    References
    ----------
    IFA 2010, L1557-1607, L4151-4167, L5950-5968; cuadros II.4-II.6, IV.3, V.4.
    """
    factores = (1.0 + tasa) ** -(s.anios - s.anios[0]).astype(np.float64)
    gastos, cuotas = s.gastos_totales, s.cuotas
    pmn = (gastos * factores).sum(axis=1, keepdims=True) / (s.base_prima * factores).sum(
        axis=1, keepdims=True
    )
    necesario = s.unidad * gastos / cuotas
    return Equilibrio(
        cuotas / s.base_prima,
        gastos / s.base_prima,
        pmn,
        s.unidad,
        necesario,
        s.unidad / smgdf,
        necesario / smgdf,
    )


def valor_presente(
    serie: Vector,
    anios: NDArray[np.int64],
    tasa: ArrayLike,
    *,
    horizonte: int = 40,
    anio_base: int | None = None,
) -> Vector:
    """Present value of a yearly series in every scenario, at a date that is an argument.

    Parameters
    ----------
    serie : array (E, n)        Yearly amounts, money of constant pesos.
    anios : array (n,)          Their years.
    tasa : array (E, 1) or float    Real discount rate.
    horizonte : int             How many years, from the first.
    anio_base : int             Year whose amount is not discounted; the first one if omitted. The
                                year before it discounts all of them once more.

    Returns
    -------
    array (E,)                  Same money as `serie`.

    Raises
    ------
    DatoInvalido        Horizon beyond the series, base date later than the first year.

    Notes
    -----
    VP = sum_t X_t (1+i)^-(t - anio_base). The deficit of the SGPS for ten years is 12,934 at 2011
    (cuadro IV.4) and 12,496 at 2010 (L5513-5517): one figure at two dates.

    References
    ----------
    IFA 2010, cuadros II.7 (L2135-2170), IV.4 (L4287-4332) and V.5 (L6028-6062).
    """
    n = validacion.entero(horizonte, "horizonte", 1, anios.size)
    primero = int(anios[0])
    fecha = validacion.entero(
        primero if anio_base is None else anio_base, "anio_base", 1900, primero
    )
    factores = (1.0 + np.asarray(tasa)) ** -(anios[:n] - fecha).astype(np.float64)
    return np.asarray((serie[:, :n] * factores).sum(axis=1))


class Resumen(NamedTuple):
    """Summary of the deficit and required increases of one insurance; arrays (E,) or (E, h)."""

    promedio: Vector
    """Simple yearly mean of the deficit, mdp of 2011."""
    valores_presentes: Vector
    """(E, h), one column for each horizon, mdp of 2011."""
    incremento_pc: Vector
    """PMN / PC of the first year - 1."""
    incremento_sbc: Vector
    """Wage of equilibrium / wage of the first year - 1; in the SSFAM, of the simple means."""


def resumen(
    s: Seguro,
    e: Equilibrio,
    tasa: Vector,
    *,
    horizontes: tuple[int, ...] = HORIZONTES,
    anio_base: int | None = None,
) -> Resumen:
    """Deficit summary and required increases of one insurance.

    Parameters
    ----------
    s, e : Seguro, Equilibrio       Flows, premiums and wages of the insurance.
    tasa : array (E, 1)             Real discount rate.
    horizontes, anio_base           See :func:`valor_presente`.

    Returns
    -------
    Resumen

    References
    ----------
    IFA 2010, cuadros II.7, II.8, IV.4, IV.5, V.5 and V.6. Cuadro V.6 compares the mean of the
    contribution of equilibrium of the 40 years; II.8 and IV.5, the wages of 2011.
    """
    deficit = -s.resultado
    vp = np.stack(
        [
            valor_presente(deficit, s.anios, tasa, horizonte=h, anio_base=anio_base)
            for h in horizontes
        ],
        axis=1,
    )
    razon = e.sbc_equilibrio[:, 0] / e.sbc[:, 0]
    if s.es_ssfam:
        razon = e.sbc_equilibrio.mean(axis=1) / e.sbc.mean(axis=1)
    return Resumen(deficit.mean(axis=1), vp, e.pmn[:, 0] / e.pc[:, 0] - 1.0, razon - 1.0)


def _forma(matriz: Vector) -> str:
    return "×".join(str(n) for n in matriz.shape)
