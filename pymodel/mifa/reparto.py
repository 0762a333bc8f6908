"""Allocation of common costs among the five insurances, and the net cost of the RJP.

The staff pension plan (RJP) is one cost of the whole Institute; the reports spread it with fixed
keys that they do not print. The keys here were recovered from the printed tables.
"""

from __future__ import annotations

import functools

import numpy as np
from numpy.typing import ArrayLike

from pymodel import datos, validacion
from pymodel.errores import DatoInvalido, Descripcion
from pymodel.validacion import Vector

SEGUROS = ("SRT", "SEM", "SIV", "SGPS", "SSFAM")

# Key -> document whose tables it was recovered from.
CLAVES = {
    "2010_pleno": "ifa2010",
    "2010_parcial": "ifa2010",
    "2010_jubilado": "ifa2010",
    "2005_flujo": "ifa2005",
    "2005_otros": "ifa2005",
    "2011_flujo": "ifa2010",
}

# A key given by hand may be rounded to three decimals of a per cent.
_HOLGURA = 1e-4


@functools.cache
def _clave_publicada(nombre: str) -> Vector:
    documento = CLAVES[nombre]
    partes = np.array(
        [float(datos.parametro(f"rjp_{nombre}_{s.lower()}", documento=documento)) for s in SEGUROS]
    )
    partes /= partes.sum()
    partes.setflags(write=False)
    return partes


def clave_rjp(clave: str | ArrayLike = "2010_pleno") -> Vector:
    """Share of each insurance in a cost of the RJP.

    Parameters
    ----------
    clave : str or array (5,)
        A name of :data:`CLAVES`, or five shares (fractions) in the order of :data:`SEGUROS`.

    Returns
    -------
    array (5,)      Fractions that add up to one.

    Raises
    ------
    DatoInvalido    Unknown name; not five shares; a negative one; a sum that is not one.

    References
    ----------
    "2005_flujo" (cash and direct expense) and "2005_otros": IFA 2005, cuadros I.6 to I.13.
    "2010_pleno", "2010_parcial", "2010_jubilado": IFA 2010, cuadros I.1, II.1, III.1, IV.1, V.1.
    "2011_flujo" (cash of 2011-2013): IFA 2010, cuadros I.2, II.2, III.2, IV.2, V.2.
    """
    if isinstance(clave, str):
        return _clave_publicada(validacion.opcion(clave, "clave", tuple(CLAVES)))
    partes = validacion.vector(clave, "clave")
    if partes.size != len(SEGUROS):
        raise DatoInvalido(
            "clave",
            Descripcion(f"{partes.size} valores"),
            f"cinco: {', '.join(SEGUROS)}, o una de {', '.join(CLAVES)}",
        )
    return _fracciones(partes, "clave", SEGUROS)


def _fracciones(partes: Vector, nombre: str, rotulos: tuple[str, ...]) -> Vector:
    """Shares that add up to one, with the rounding of the print taken out."""
    if partes.min() < 0.0:
        peor = int(partes.argmin())
        raise DatoInvalido(
            f"{nombre}, {rotulos[peor]}", float(partes[peor]), "una participación de 0 o más"
        )
    suma = float(partes.sum())
    if abs(suma - 1.0) > _HOLGURA:
        pista = " (¿están en por ciento?)" if abs(suma - 100.0) <= 100.0 * _HOLGURA else ""
        raise DatoInvalido(
            nombre, Descripcion(f"participaciones que suman {suma:g}"), f"que sumen 1{pista}"
        )
    return partes / suma


def reparto_rjp(monto: float | ArrayLike, clave: str | ArrayLike = "2010_pleno") -> Vector:
    """Spread an amount of the RJP among the five insurances.

    Parameters
    ----------
    monto : float or array (n,)     Cost of the Institute, mdp, one or one per year.
    clave : see :func:`clave_rjp`

    Returns
    -------
    array (5,) or (n, 5)            mdp, in the order of :data:`SEGUROS`; adds up to `monto`.
    """
    montos = np.asarray(validacion.serie(np.atleast_1d(monto), "monto"))
    if montos.ndim != 1:
        raise DatoInvalido("monto", Descripcion("varias columnas"), "un monto o una columna")
    repartido: Vector = montos[:, None] * clave_rjp(clave)
    return repartido if np.ndim(monto) else repartido[0]


def reparto_gasto(monto: float, factores: ArrayLike, nombre: str = "factores") -> Vector:
    """Spread a common expense in proportion to factors of use.

    Parameters
    ----------
    monto : float           Expense, any unit.
    factores : array (n,)   Utilization of each insurance (services, hours, square metres...), 0
                            or more, not all 0; or its share. Factors none of which passes one and
                            some of which are fractions are shares and must add up to one.
    nombre : str            Argument, for the messages.

    Returns
    -------
    array (n,)              Unit of `monto`; adds up to `monto` exactly.

    Notes
    -----
    gasto_s = monto · factor_s / Σ factor. A change of rules therefore has no global effect: see
    :func:`cambio_de_reglas`.

    References
    ----------
    LSS, art. 277 E and general rules for the distribution of expenses; IFA 2005, L486 and L836.
    """
    pesos = validacion.vector(factores, nombre)
    if pesos.min() < 0.0:
        lugar = int(pesos.argmin())
        raise DatoInvalido(
            f"{nombre}, valor {lugar + 1}", float(pesos[lugar]), "un valor de 0 o más"
        )
    suma = float(pesos.sum())
    if suma == 0.0:
        raise DatoInvalido(nombre, Descripcion("puros ceros"), "al menos uno mayor que 0")
    if pesos.max() <= 1.0 and (pesos % 1.0).any() and abs(suma - 1.0) > _HOLGURA:
        raise DatoInvalido(
            nombre,
            Descripcion(f"fracciones que suman {suma:g}"),
            "que sumen 1, o cantidades de uso",
        )
    return validacion.numero(monto, "monto") * pesos / suma


def cambio_de_reglas(monto: float, antes: ArrayLike, despues: ArrayLike) -> Vector:
    """Effect of a change of allocation rules on the operating reserve (RO) of each insurance.

    Parameters
    ----------
    monto : float                   Common expense.
    antes, despues : array (n,)     Factors under each set of rules.

    Returns
    -------
    array (n,)      Change of each RO: positive where the expense falls. Adds up to zero.

    References
    ----------
    IFA 2005, L836: new rules move the RO of each insurance, with no effect on the whole.
    """
    a, d = reparto_gasto(monto, antes), reparto_gasto(monto, despues)
    validacion.misma_longitud(a, "antes", d, "despues")
    return a - d


def prorrateo(pago: float | ArrayLike, participaciones: ArrayLike) -> Vector:
    """Split payments among debtors in proportion to what each was lent.

    Parameters
    ----------
    pago : float or array (n,)          Payments of principal or of interest.
    participaciones : array (k,)        Amount lent to each (or shares), 0 or more.

    Returns
    -------
    array (k,) or (n, k)                Each row adds up to its payment.

    Notes
    -----
    P(s) = P · L(s) / ΣL.

    References
    ----------
    IFA 2005, cuadros I.14, I.16 and I.17 (the rule is not printed; every payment follows it).
    """
    partes = reparto_gasto(1.0, participaciones, "participaciones")
    pagos = np.atleast_1d(validacion.serie(np.atleast_1d(pago), "pago"))
    if pagos.ndim != 1:
        raise DatoInvalido("pago", Descripcion("varias columnas"), "un pago o una columna")
    repartido: Vector = pagos[:, None] * partes
    return repartido if np.ndim(pago) else repartido[0]


def costo_neto_periodo(
    costo_laboral: ArrayLike,
    costo_financiero: ArrayLike,
    rendimientos: ArrayLike,
    amortizaciones: ArrayLike,
) -> Vector:
    """Net periodic cost (CNP) of labour obligations.

    Parameters
    ----------
    costo_laboral, costo_financiero, rendimientos, amortizaciones : array (n,)
        mdp of each year. The yield of the plan's assets is given positive and is subtracted.

    Returns
    -------
    array (n,)      costo laboral + costo financiero - rendimientos + amortizaciones.

    References
    ----------
    NIF D-3; IFA 2010, L182-183 and L6735-6760.
    """
    nombres = ("costo_laboral", "costo_financiero", "rendimientos", "amortizaciones")
    partes = [
        validacion.vector(np.atleast_1d(v), n)
        for v, n in zip(
            (costo_laboral, costo_financiero, rendimientos, amortizaciones), nombres, strict=True
        )
    ]
    for parte, nombre in zip(partes[1:], nombres[1:], strict=True):
        validacion.misma_longitud(partes[0], nombres[0], parte, nombre)
    laboral, financiero, activos, amortizacion = partes
    return laboral + financiero - activos + amortizacion
