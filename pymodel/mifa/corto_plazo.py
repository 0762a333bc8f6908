"""Short-term model: 2005 to 2006-2008 and 2010 to 2011-2013, current pesos, by insurance.

Rows with a rule are computed from the drivers that the reports print. Rows without one are input
series ("insumo"); under an alternative assumption they move by the declared rule of
:data:`INSUMOS_2005` and :data:`INSUMOS_2010`, and stay as printed under the base.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping
from typing import NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike

from pymodel import datos, validacion
from pymodel.errores import DatoInvalido
from pymodel.mifa import estados
from pymodel.mifa.comparativo import Comparativo, carga_rjp, comparativo, regla
from pymodel.mifa.reparto import SEGUROS
from pymodel.validacion import Vector

ANIOS_2005 = (2005, 2006, 2007, 2008)
ANIOS_2010 = (2011, 2012, 2013)

# Assumption -> row of cuadro I.1.
SUPUESTOS_2005 = {
    "crecimiento_asegurados": "Incremento de asegurados %",
    "inflacion": "Inflación (dic-dic) %",
    "inflacion_promedio": "Inflación promedio %",
    "crecimiento_salarial": "Crecimiento salarios reales %",
    "crecimiento_personal": "Incremento gasto de personal IMSS %",
    "crecimiento_inversion": "Incremento en inversión física %",
    "crecimiento_sumas_aseguradas": "Incremento gasto en sumas aseguradas %",
    "crecimiento_subsidios": "Incremento gastos en subsidios y ayudas %",
    "crecimiento_rjp": "Crecimiento de pensionados del RJP %",
}

# Assumption -> dated parameter of the MIFA; 2011 is the approved budget and has none.
SUPUESTOS_2010 = {
    "crecimiento_asegurados": "mifa_crecimiento_asegurados",
    "inflacion": "mifa_inflacion_dic_dic",
    "crecimiento_salarial": "mifa_crecimiento_salarios",
    "crecimiento_salarial_imss": "mifa_crecimiento_salarios_imss",
    "inflacion_nomina": "mifa_inflacion_nomina",
}

# Rows of the cash flow without a printed rule -> assumptions that move them.
INSUMOS_2005: dict[str, tuple[str, ...]] = {
    "ingresos": ("crecimiento_asegurados", "crecimiento_salarial", "inflacion"),
    "personal": ("crecimiento_personal", "inflacion"),
    "subsidios": ("crecimiento_subsidios", "inflacion"),
    "servicios_generales": ("crecimiento_asegurados", "inflacion"),
    "pensiones_en_curso": ("inflacion",),
    "incremento_reservas": (),
    "traspaso_rocf": (),
    "transferencias": (),
    "transferencias_inversion": (),
}
# The income of the cash flow carries the pensions under way of the Federal Government.
_PASO = "pensiones_en_curso"

# Rows of the comparative statements of 2011-2013 -> assumptions that move them.
INSUMOS_2010: dict[str, tuple[str, ...]] = {
    "ingresos": ("crecimiento_asegurados", "crecimiento_salarial", "inflacion"),
    "directos": ("crecimiento_asegurados", "inflacion"),
    "otros": ("inflacion",),
    "partidas": (),
    "incremento": (),
    "flujo_rjp": ("crecimiento_salarial_imss", "inflacion_nomina"),
    "cnp": ("crecimiento_salarial_imss", "inflacion_nomina"),
}


class Supuestos(NamedTuple):
    """Assumptions by name, one value for each projected year, decimals."""

    base: Mapping[str, Vector]
    elegidos: Mapping[str, Vector]

    def factor(self, nombres: tuple[str, ...]) -> Vector:
        """Accumulated growth of the chosen assumptions over that of the base, by year."""
        anual: Vector = np.ones(next(iter(self.base.values())).size)
        for n in nombres:
            anual = anual * (1.0 + self.elegidos[n]) / (1.0 + self.base[n])
        return np.asarray(np.cumprod(anual), dtype=np.float64)


@functools.cache
def _base_2005() -> dict[str, Vector]:
    df = datos.tabla("ifa2005", "cuadro_i_1").set_index("Concepto")
    return {
        clave: df.loc[rotulo].to_numpy(np.float64) / 100.0
        for clave, rotulo in SUPUESTOS_2005.items()
    }


@functools.cache
def _base_2010() -> dict[str, Vector]:
    return {
        clave: np.array(
            [float(datos.parametro(nombre, a, documento="ifa2010")) for a in ANIOS_2010[1:]]
        )
        for clave, nombre in SUPUESTOS_2010.items()
    }


def supuestos(documento: str, cambios: Mapping[str, ArrayLike] | None = None) -> Supuestos:
    """Assumptions of a report with the analyst's changes.

    Parameters
    ----------
    documento : str         "ifa2005" (2006-2008) or "ifa2010" (2012-2013).
    cambios : mapping       Name -> one value for every year, or one per projected year, decimals.

    Raises
    ------
    DatoInvalido    Unknown name or document, a rate of 1 or more, as many values as no year.
    """
    validacion.opcion(documento, "documento", ("ifa2005", "ifa2010"))
    base = _base_2005() if documento == "ifa2005" else _base_2010()
    elegidos = dict(base)
    for nombre, valor in (cambios or {}).items():
        if nombre not in base:
            raise DatoInvalido("supuestos", nombre, "uno de: " + ", ".join(base))
        valores = validacion.vector(np.atleast_1d(valor), nombre)
        n = base[nombre].size
        if valores.size not in (1, n):
            raise DatoInvalido(nombre, f"{valores.size} valores", f"uno, o {n} (uno por año)")
        for v in valores:
            validacion.tasa(float(v), nombre)
        elegidos[nombre] = np.broadcast_to(valores, n).astype(np.float64)
    return Supuestos(base, elegidos)


def crecimiento_real(s: Supuestos) -> Vector:
    """Real growth of suministros and guarderías: (1 + asegurados)(1 + salarios reales) - 1.

    References
    ----------
    IFA 2005, cuadro I.1 (L251, L253); the rule is not printed, the three years follow it.
    """
    return (1 + s.elegidos["crecimiento_asegurados"]) * (1 + s.elegidos["crecimiento_salarial"]) - 1


@functools.cache
def flujo_publicado() -> dict[str, Vector]:
    """Rows of cuadro I.3 of IFA 2005 by key, 2005-2008, current mdp."""
    df = datos.tabla("ifa2005", "cuadro_i_3").set_index("Concepto")
    return estados.por_clave(df, estados.FLUJO_2005)


def flujo_2005(cambios: Mapping[str, ArrayLike] | None = None) -> pd.DataFrame:
    """Cash flow 2005-2008 from the base of 2005 and the drivers of cuadro I.1.

    Parameters
    ----------
    cambios : mapping, optional     Assumptions other than the base; see :func:`supuestos`.

    Returns
    -------
    DataFrame       Rows and years of cuadro I.3, current mdp. Saldo final below 0 means that the
                    operating reserves (RO) need financing: see :func:`alerta_ro`.

    Notes
    -----
    Materiales y suministros: X_t = X_{t-1}(1 + g_t)(1 + inflación dic-dic_t), g of
    :func:`crecimiento_real`, from 2006 on (2006 is the budget: insumo). RJP, inversión física and
    sumas aseguradas: nominal growth of cuadro I.1 on the row of 2005. The other rows are insumo.
    Sums and balances: the waterfall of cuadro I.3. Amounts are rounded to whole mdp nowhere.

    References
    ----------
    IFA 2005, cuadros I.1 and I.3, L231-264 and L340-348.
    """
    s = supuestos("ifa2005", cambios)
    impreso = flujo_publicado()
    partidas = {
        clave: impreso[clave] * np.concatenate([[1.0], s.factor(mueven)])
        for clave, mueven in INSUMOS_2005.items()
    }
    # What is passed through moves with itself and not with the contributions.
    propio = impreso["ingresos"] - impreso[_PASO]
    partidas["ingresos"] = (
        propio * np.concatenate([[1.0], s.factor(INSUMOS_2005["ingresos"])]) + partidas[_PASO]
    )
    for clave, supuesto in (
        ("rjp", "crecimiento_rjp"),
        ("inversion_fisica", "crecimiento_inversion"),
        ("sumas_aseguradas", "crecimiento_sumas_aseguradas"),
    ):
        partidas[clave] = _crecer(impreso[clave][0], s.elegidos[supuesto])
    en_2006 = ("crecimiento_asegurados", "crecimiento_salarial", "inflacion")
    nominal = (1 + crecimiento_real(s)) * (1 + s.elegidos["inflacion"]) - 1
    partidas["materiales"] = np.concatenate(
        [
            impreso["materiales"][:1],
            _crecer(impreso["materiales"][1] * s.factor(en_2006)[0], nominal[1:]),
        ]
    )
    partidas["saldo_inicial"] = np.array([impreso["saldo_inicial"][0], np.nan, np.nan, np.nan])
    cuadro = estados.desde_renglones(
        estados.FLUJO_2005, [str(a) for a in ANIOS_2005], partidas, "flujo de 2005"
    )
    return estados.completar(cuadro)


def _crecer(inicial: float, tasas: Vector) -> Vector:
    """A level and its growth: (n + 1,) values."""
    return inicial * np.concatenate([[1.0], np.cumprod(1.0 + tasas)])


def alerta_ro(flujo: pd.DataFrame) -> tuple[str, Vector]:
    """First year whose operating reserves close below zero, and the financing that each year needs.

    Returns
    -------
    (str, array (n,))   "" if there is none; max(0, -saldo final), mdp.

    References
    ----------
    IFA 2005, L233 and L356.
    """
    final = estados.por_clave(flujo, estados.FLUJO_2005)["saldo_final"]
    faltante = np.maximum(0.0, -final)
    anio = str(flujo.columns[int(np.argmax(faltante > 0))]) if faltante.any() else ""
    return anio, faltante


def deflactores(inflacion: ArrayLike, base: int = 0) -> Vector:
    """Index of prices, 1 in the year number `base`, from the inflation of each later year.

    Parameters
    ----------
    inflacion : array (n,)      Average inflation of years 1..n, decimals.
    base : int                  0 for the year before the first inflation, up to n.

    Returns
    -------
    array (n + 1,)
    """
    indice = _crecer(1.0, validacion.vector(np.atleast_1d(inflacion), "inflacion"))
    return indice / indice[validacion.entero(base, "base", 0, indice.size - 1)]


def pesos_constantes(montos: ArrayLike, inflacion: ArrayLike, base: int = 0) -> Vector:
    """Current pesos restated to the prices of one of their years.

    Notes
    -----
    R_t = N_t / D_t, D_base = 1, D_t = D_{t-1}(1 + inflación_t).

    References
    ----------
    IFA 2005, cuadro I.2, L298-308: average inflation of cuadro I.1, base 2006 (not printed).
    """
    nominales = validacion.vector(montos, "montos")
    indice = deflactores(inflacion, base)
    validacion.misma_longitud(nominales, "montos", indice, "inflacion (y su año previo)")
    return nominales / indice


# --- By insurance -----------------------------------------------------------------------------

TABLAS_2005 = {
    "SRT": "cuadro_i_9",
    "SEM": "cuadro_i_10",
    "SIV": "cuadro_i_11",
    "SGPS": "cuadro_i_12",
    "SSFAM": "cuadro_i_13",
}
TABLAS_2010 = {
    "SRT": "cuadro_i_2",
    "SEM": "cuadro_ii_2",
    "SIV": "cuadro_iii_2",
    "SGPS": "cuadro_iv_2",
    "SSFAM": "cuadro_v_2",
}


def publicado(documento: str) -> tuple[Comparativo, Comparativo]:
    """Printed comparative statements of the five insurances: con RJP and sin RJP, arrays (3, 5)."""
    tablas = TABLAS_2005 if documento == "ifa2005" else TABLAS_2010
    bloques = []
    for seguro in SEGUROS:
        df = datos.tabla(documento, tablas[seguro])
        df = df.set_index(df.columns[0])
        filas = estados.por_clave(df, estados.COMPARATIVO)
        bloques.append([filas[c] for c in Comparativo._fields])
    cubo = np.array(bloques)  # insurance, row, column: con and sin alternate by year
    con, sin = (
        Comparativo(*(cubo[:, i, inicio::2].T for i in range(len(Comparativo._fields))))
        for inicio in (0, 1)
    )
    return con, sin


class Insumos(NamedTuple):
    """Given rows by insurance, (3, 5), and totals of the RJP, (3,); current mdp."""

    ingresos_con: Vector
    ingresos_sin: Vector
    directos: Vector
    otros: Vector
    partidas: Vector
    incremento_con: Vector
    incremento_sin: Vector
    flujo_rjp: Vector
    cnp: Vector


@functools.cache
def insumos(documento: str) -> Insumos:
    """Input series of a report: rows without RJP, and the RJP of the whole Institute.

    Notes
    -----
    The RJP paid is that of cuadro I.3 (2005) or the sum of the differences of direct expense
    (2010: 43,521 in 2011, the figure of cuadro C.3). The CNP is the sum of the differences of
    total expense: 116,707 in 2006 (printed in footnote 7), 147,253 and 153,605 (not printed).
    """
    con, sin = publicado(documento)
    cnp = (con.gastos - sin.gastos).sum(axis=1)
    if documento == "ifa2005":
        flujo = flujo_publicado()["rjp"][1:]
        total = datos.tabla("ifa2005", "cuadro_i_6").set_index("Concepto")
        gastos = estados.por_clave(total, estados.COMPARATIVO)["gastos"]
        cnp = gastos[0::2] - gastos[1::2]
    else:
        flujo = (con.directos - sin.directos).sum(axis=1)
    return Insumos(
        con.ingresos,
        sin.ingresos,
        sin.directos,
        sin.otros,
        sin.partidas,
        con.incremento,
        sin.incremento,
        flujo,
        cnp,
    )


def por_seguro(
    documento: str, cambios: Mapping[str, ArrayLike] | None = None
) -> tuple[Comparativo, Comparativo]:
    """Comparative statements of the five insurances, con RJP and sin RJP.

    Parameters
    ----------
    documento : str     "ifa2005" (2006-2008) or "ifa2010" (2011-2013).
    cambios : mapping   Assumptions other than the base; see :func:`supuestos`.

    Returns
    -------
    (Comparativo, Comparativo)      Arrays (3, 5), current mdp, in the order of the insurances.

    Notes
    -----
    The statement with RJP is that without it plus the load of :func:`comparativo.carga_rjp`. Under
    other assumptions of 2005 the cash flow decides: what changes in it is spread over the
    insurances in proportion to their income, their direct expense without RJP, and their increase
    of reserves and investment; in 2010 each row moves by its own rule.

    References
    ----------
    IFA 2005, cuadros I.9 to I.13; IFA 2010, cuadros I.2, II.2, III.2, IV.2 and V.2.
    """
    dados = insumos(documento)
    movidos = _mover_2005(dados, cambios) if documento == "ifa2005" else _mover_2010(dados, cambios)
    carga = carga_rjp(movidos.flujo_rjp, movidos.cnp, regla(documento))
    sin = comparativo(
        movidos.ingresos_sin,
        movidos.directos,
        movidos.otros,
        movidos.partidas,
        movidos.incremento_sin,
    )
    con = comparativo(
        movidos.ingresos_con,
        movidos.directos,
        movidos.otros,
        movidos.partidas,
        movidos.incremento_con,
        carga,
    )
    return con, sin


def _mover_2005(dados: Insumos, cambios: Mapping[str, ArrayLike] | None) -> Insumos:
    if not cambios:
        return dados
    base, nuevo = (estados.por_clave(flujo_2005(c), estados.FLUJO_2005) for c in (None, cambios))
    delta = {clave: (nuevo[clave] - base[clave])[1:] for clave in base}
    propios = delta["ingresos"] - delta[_PASO]
    operacion = sum(
        (
            delta[c]
            for c in (
                "personal",
                "subsidios",
                "sumas_aseguradas",
                "materiales",
                "servicios_generales",
            )
        ),
        np.zeros(propios.size),
    )

    def repartir(monto: Vector, segun: Vector) -> Vector:
        partes: Vector = monto[:, None] * segun / segun.sum(axis=1, keepdims=True)
        return partes

    ingresos = repartir(propios, dados.ingresos_con)
    inversion = repartir(delta["inversion_fisica"], dados.incremento_con)
    return dados._replace(
        ingresos_con=dados.ingresos_con + ingresos,
        ingresos_sin=dados.ingresos_sin + ingresos,
        directos=dados.directos + repartir(operacion, dados.directos),
        incremento_con=dados.incremento_con + inversion,
        incremento_sin=dados.incremento_sin + inversion,
        flujo_rjp=dados.flujo_rjp + delta["rjp"],
        # The cost recognised but not paid stays: only its cash part is projected here.
        cnp=dados.cnp + delta["rjp"],
    )


def _mover_2010(dados: Insumos, cambios: Mapping[str, ArrayLike] | None) -> Insumos:
    s = supuestos("ifa2010", cambios)

    def factor(renglon: str) -> Vector:
        # 2011 is the approved budget: it does not move.
        return np.concatenate([[1.0], s.factor(INSUMOS_2010[renglon])])

    columnas = {
        campo: getattr(dados, campo)
        * factor(campo.removesuffix("_con").removesuffix("_sin"))[:, None]
        for campo in Insumos._fields
        if campo not in ("flujo_rjp", "cnp")
    }
    return Insumos(
        **columnas,
        flujo_rjp=dados.flujo_rjp * factor("flujo_rjp"),
        cnp=dados.cnp * factor("cnp"),
    )
