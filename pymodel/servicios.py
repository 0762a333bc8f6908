"""Income services of the IMSS: tiendas (SNT), velatorios (SNV) and centros vacacionales.

Statements and projections of the IFA 2005 (2006-2010) and of the IFA 2010 (2011-2015), in
thousands of constant pesos of 2005 or of 2011.

The IFA 2010 applies the growth rates of velatorios and centros vacacionales divided by 100 (0.9 %
enters as 0.009 %) and inflates the depreciation of the centros twice. The projections here use the
rates as declared; ``error_del_informe=True`` repeats both mistakes, to compare with the print.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike

from pymodel import datos, validacion
from pymodel.errores import DatoInvalido
from pymodel.validacion import Vector

ESCALA_DEL_INFORME = 100.0
ANIOS_2005 = tuple(range(2005, 2011))
ANIOS_2010 = tuple(range(2010, 2016))


# --- Statements --------------------------------------------------------------------------------


def resultado_tiendas(
    ventas: ArrayLike,
    otros_ingresos: ArrayLike,
    costo_ventas: ArrayLike,
    bonificaciones: ArrayLike,
    diferencia_inventarios: ArrayLike,
    gasto_corriente: ArrayLike,
    provision_rjp: ArrayLike,
    otros_gastos: ArrayLike,
) -> dict[str, Vector]:
    """Income statement of the stores.

    Parameters
    ----------
    ventas, ..., otros_gastos : array (n,)      Rows of the statement, one year a value; the
                                                bonificaciones come negative, as they are printed.

    Returns
    -------
    {row: array (n,)}       All the rows, derived ones included, and the margin (fraction of sales).

    Raises
    ------
    DatoInvalido            Series of different length; sales of 0 or less.

    References
    ----------
    IFA 2005, cuadro III.11 (L2976-3030); IFA 2010, cuadro X.17 (L7897-8060).
    """
    filas = _filas(
        ventas=ventas,
        otros_ingresos=otros_ingresos,
        costo_ventas=costo_ventas,
        bonificaciones=bonificaciones,
        diferencia_inventarios=diferencia_inventarios,
        gasto_corriente=gasto_corriente,
        provision_rjp=provision_rjp,
        otros_gastos=otros_gastos,
    )
    validacion.masa(filas["ventas"], "ventas")
    ingresos = filas["ventas"] + filas["otros_ingresos"]
    utilidad = ingresos - (
        filas["costo_ventas"] + filas["bonificaciones"] + filas["diferencia_inventarios"]
    )
    bruto = utilidad - filas["gasto_corriente"]
    operacion = filas["gasto_corriente"] + filas["provision_rjp"]
    return {
        **filas,
        "ingresos_totales": ingresos,
        "utilidad_bruta": utilidad,
        "margen": utilidad / filas["ventas"],
        "resultado_bruto": bruto,
        "gasto_operacion": operacion,
        "resultado_operacion": utilidad - operacion,
        "resultado_total": utilidad - operacion - filas["otros_gastos"],
    }


def resultado_velatorios(
    ingresos: ArrayLike,
    costo_ventas: ArrayLike,
    gasto_corriente: ArrayLike,
    provision: ArrayLike,
    otros_gastos: ArrayLike,
) -> dict[str, Vector]:
    """Statement of the funeral homes, IMSS, FIBESO or both.

    Parameters
    ----------
    ingresos, ..., otros_gastos : array (n,)    Rows, one year a value; `provision` is the costo
                                                laboral of 2005; other expenses may be negative.

    Returns
    -------
    {row: array (n,)}

    Raises
    ------
    DatoInvalido            Series of different length.

    References
    ----------
    IFA 2005, cuadro III.14 (L3148-3182); IFA 2010, cuadro IV.12 (L5027-5130).
    """
    filas = _filas(
        ingresos=ingresos,
        costo_ventas=costo_ventas,
        gasto_corriente=gasto_corriente,
        provision=provision,
        otros_gastos=otros_gastos,
    )
    utilidad = filas["ingresos"] - filas["costo_ventas"]
    gastos = filas["gasto_corriente"] + filas["provision"] + filas["otros_gastos"]
    return {
        **filas,
        "utilidad_bruta": utilidad,
        "gastos_totales": gastos,
        "resultado": utilidad - gastos,
    }


def resultado_centros(
    ingresos: ArrayLike,
    descuentos: ArrayLike,
    personal: ArrayLike,
    consumos: ArrayLike,
    mantenimiento: ArrayLike,
    servicios_generales: ArrayLike,
    rjp: ArrayLike,
    otros_gastos: ArrayLike,
    provision: ArrayLike,
) -> dict[str, Vector]:
    """Statement of the holiday centres, one or all.

    Parameters
    ----------
    ingresos, ..., provision : array (n,)       Rows, one year (or one centre) a value; discounts
                                                come negative; `provision` is the costo laboral of
                                                2005.

    Returns
    -------
    {row: array (n,)}

    Raises
    ------
    DatoInvalido            Series of different length.

    References
    ----------
    IFA 2005, cuadros III.16 and III.17 (L3271-3347); IFA 2010, cuadros IV.15 and IV.16
    (L5270-5440).
    """
    filas = _filas(
        ingresos=ingresos,
        descuentos=descuentos,
        personal=personal,
        consumos=consumos,
        mantenimiento=mantenimiento,
        servicios_generales=servicios_generales,
        rjp=rjp,
        otros_gastos=otros_gastos,
        provision=provision,
    )
    netos = filas["ingresos"] + filas["descuentos"]
    corriente = sum(
        (filas[f] for f in ("personal", "consumos", "mantenimiento", "servicios_generales", "rjp")),
        np.zeros(len(netos)),
    )
    gastos = corriente + filas["otros_gastos"] + filas["provision"]
    return {
        **filas,
        "ingresos_netos": netos,
        "gasto_corriente": corriente,
        "gastos_totales": gastos,
        "resultado": netos - gastos,
    }


def _filas(**series: ArrayLike) -> dict[str, Vector]:
    filas = {k: validacion.vector(np.atleast_1d(np.asarray(v)), k) for k, v in series.items()}
    primera, *demas = filas
    for otra in demas:
        validacion.misma_longitud(filas[primera], primera, filas[otra], otra)
    return filas


# --- Projections -------------------------------------------------------------------------------


def proyectar(base: float, crecimientos: ArrayLike, *, error_del_informe: bool = False) -> Vector:
    """A row from its base year on, with one growth rate for each following year.

    Parameters
    ----------
    base : float                    Figure of the base year.
    crecimientos : array (n,)       Real growth of each year, fractions.
    error_del_informe : bool        Divide the rates by 100, as the IFA 2010 does by mistake.

    Returns
    -------
    array (n + 1,)                  The base and the n years, unit of the base.

    Raises
    ------
    DatoInvalido                    Rates of 1 or more.
    """
    g = validacion.vector(np.atleast_1d(np.asarray(crecimientos)), "crecimientos")
    for i, x in enumerate(g):
        validacion.tasa(float(x), f"crecimientos, valor {i + 1}")
    if error_del_informe:
        g = g / ESCALA_DEL_INFORME
    return validacion.numero(base, "base") * np.concatenate([[1.0], np.cumprod(1.0 + g)])


def _constante(base: float) -> Vector:
    return np.full(len(ANIOS_2005), base)


def _a_tasa(base: float, tasa: float) -> Vector:
    return proyectar(base, np.full(len(ANIOS_2005) - 1, tasa))


def tiendas_2005() -> dict[str, Vector]:
    """Return the stores 2005-2010, {row: (6,)}, thousands of pesos of 2005.

    Notes
    -----
    Sales, income and costs fall by one rate a year (the report does not say where it comes from);
    gasto corriente and RJP grow 1.5 % real; the RJP starts in 2006 at its mean share of the
    servicios de personal of 2001-2005. Rules recovered from the print.

    References
    ----------
    IFA 2005, cuadros III.11 to III.13 (L2976-3128).
    """
    estado = _renglones("ifa2005", "cuadro_iii_11", "renglón")
    capitulos = datos.tabla("ifa2005", "cuadro_iii_12").set_index("Capítulo de Gasto")
    anios = [str(a) for a in range(2001, 2006)]
    personal = capitulos.loc["Servicios de Personal", anios].to_numpy(np.float64)
    rjp = capitulos.loc["Provisión para RJP", anios].to_numpy(np.float64)
    q = _parametro("tiendas_crecimiento_ventas", 2006, "ifa2005")
    g = _parametro("servicios_crecimiento_gasto", 2006, "ifa2005")
    primera_rjp = float((rjp / personal).mean() * personal[-1] * (1.0 + g))
    provision = np.concatenate([[rjp[-1]], proyectar(primera_rjp, [g] * (len(ANIOS_2005) - 2))])
    ventas, otros, costo = (
        _a_tasa(float(x), q)
        for x in (
            estado["1"],
            estado["3"] - estado["1"],  # of the printed total: it is the rows that are rounded
            estado["4"] + estado["5"] + estado["6"],
        )
    )
    cero = _constante(0.0)
    return resultado_tiendas(
        ventas, otros, costo, cero, cero, _a_tasa(float(estado["8"]), g), provision, cero
    )


def velatorios_2005() -> dict[str, Vector]:
    """Return the funeral homes 2005-2010, {row: (6,)}, thousands of pesos of 2005.

    Notes
    -----
    Income and cost of sales keep the mean growth of income 2002-2005; gasto corriente, costo
    laboral and the other expenses of FIBESO stay. Rules recovered from the print.

    References
    ----------
    IFA 2005, cuadros III.14 and III.15 (L3148-3263).
    """
    df = datos.tabla("ifa2005", "cuadro_iii_14")
    total = df[df["Concepto"] == df["concepto de referencia"]].set_index("Concepto")
    fibeso = df[df["Concepto"] == "FIBESO"].set_index("concepto de referencia")
    ingresos = _celda(total, "Ingresos", "2005")
    r = (ingresos / _celda(total, "Ingresos", "2002")) ** (1.0 / 3.0) - 1.0
    otros = _constante(_celda(fibeso, "Otros Gastos b/", "2005"))
    otros[0] = _celda(total, "Otros Gastos b/", "2005")
    return resultado_velatorios(
        _a_tasa(ingresos, r),
        _a_tasa(_celda(total, "Costo de Ventas", "2005"), r),
        _constante(_celda(total, "Gastos Corriente a/", "2005")),
        _constante(_celda(total, "Costo Laboral", "2005")),
        otros,
    )


def centros_2005() -> dict[str, Vector]:
    """Return the holiday centres 2005-2010, {row: (6,)}, thousands of pesos of 2005.

    Notes
    -----
    Income keeps its growth of 2005; personal, mantenimiento and other expenses stay; consumos,
    servicios generales and costo laboral grow 1.5 % real. Rules recovered from the print.

    References
    ----------
    IFA 2005, cuadros III.16 and III.18 (L3271-3389).
    """
    df = datos.tabla("ifa2005", "cuadro_iii_16").set_index("Concepto")
    base = {str(k): float(v) for k, v in df["2005"].items()}
    g = _parametro("servicios_crecimiento_gasto", 2006, "ifa2005")
    r = base["Ingresos"] / _celda(df, "Ingresos", "2004") - 1.0
    cero = _constante(0.0)
    return resultado_centros(
        _a_tasa(base["Ingresos"], r),
        cero,
        _constante(base["Servicios de Personal"]),
        _a_tasa(base["Consumos"], g),
        _constante(base["Mantenimiento"]),
        _a_tasa(base["Servicios Generales"], g),
        cero,
        _constante(base["Otros Gastos a/"]),
        _a_tasa(base["Costo Laboral"], g),
    )


def crecimientos_2010(concepto: str) -> Vector:
    """Return the real growth of a row in 2011-2015, (5,), fractions.

    `concepto` is "ingresos", "personal", "consumos", "mantenimiento", "servicios_generales" or
    "provision_rjp" (IFA 2010, cuadros IV.13 and X.18).
    """
    nombre = f"servicios_crecimiento_{concepto}"
    return np.array([_parametro(nombre, a, "ifa2010") for a in ANIOS_2010[1:]])


def tiendas_2010() -> dict[str, Vector]:
    """Return the stores 2010-2015, {row: (6,)}, thousands of pesos of 2011.

    Notes
    -----
    Sales grow as declared; cost of sales with them, the inventory difference stays; the provision
    grows with the RJP of the IMSS, the gasto corriente with its personal and servicios generales
    (shares fitted). Other income is the printed row: its rule is not known.

    References
    ----------
    IFA 2010, cuadros X.17 to X.19 (L7897-8166) and C.3 (L9772-9839).
    """
    base = _renglones("ifa2010", "cuadro_x_17", "concepto", columna="2010")
    proyectado = datos.tabla("ifa2010", "cuadro_x_19").set_index("concepto")
    otros = proyectado.loc["Otros ingresos1/"].to_numpy(np.float64)
    ventas = proyectar(base["Ventas (1)"], crecimientos_2010("ingresos"))
    costo = base["Costo de ventas y de artículos promocionales (4)"]
    rjp, personal, servicios = (
        _relativo_c3(c)
        for c in (
            "Régimen de Jubilaciones y Pensiones",
            "Servicios de personal",
            "Servicios generales",
        )
    )
    partes = [
        _parametro(f"tiendas_gasto_corriente_{p}", 2011, "ifa2010")
        for p in ("personal", "servicios", "constante")
    ]
    corriente = partes[0] * personal + partes[1] * servicios + partes[2]
    provision = _celda(proyectado, "Provisión para el RJP", "2011") * rjp
    return resultado_tiendas(
        ventas,
        otros,
        costo * ventas / ventas[0],
        _constante(base["Bonificaciones (5)"]),
        _constante(base["Diferencia de inventarios (6)"]),
        np.concatenate([[base["Gasto corriente (8)2/"]], corriente]),
        np.concatenate([[base["Provisión para RJP (10)"]], provision]),
        _constante(base["Otros gastos (11)3/"]),
    )


def velatorios_2010(*, error_del_informe: bool = False) -> dict[str, Vector]:
    """Funeral homes 2010-2015 with the declared growth rates.

    Parameters
    ----------
    error_del_informe : bool        Rates divided by 100, as printed.

    Returns
    -------
    {row: array (6,)}               Thousands of pesos of 2011.

    Notes
    -----
    FIBESO stays in real terms. Of the IMSS, the provision grows with that of the RJP and the gasto
    corriente with personal (92 %, fitted: the report does not print its chapters) and servicios
    generales.

    References
    ----------
    IFA 2010, cuadros IV.12 to IV.14 (L5027-5249).
    """
    df = datos.tabla("ifa2010", "cuadro_iv_12")
    base = df[df["seccion"] == "Monto"].set_index(["rubro", "concepto"])["2010"]

    def total(rubro: str) -> float:
        return float(base[rubro, rubro])

    imss = float(base["Gasto corriente (4)2/", "IMSS"])
    parte = _parametro("velatorios_parte_personal", 2011, "ifa2010")
    g = parte * crecimientos_2010("personal") + (1 - parte) * crecimientos_2010(
        "servicios_generales"
    )
    provision = total("Provisión obligaciones contractuales (6)")
    return resultado_velatorios(
        _constante(total("Ingresos (1)")),
        _constante(total("Costo de Ventas (2)")),
        total("Gasto corriente (4)2/")
        - imss
        + proyectar(imss, g, error_del_informe=error_del_informe),
        proyectar(
            provision, crecimientos_2010("provision_rjp"), error_del_informe=error_del_informe
        ),
        _constante(total("Otros gastos (5)3/")),
    )


def centros_2010(*, error_del_informe: bool = False) -> dict[str, Vector]:
    """Holiday centres 2010-2015 with the declared growth rates.

    Parameters
    ----------
    error_del_informe : bool        Expense rates divided by 100 and the depreciation, already in
                                    pesos of 2011, inflated again, as printed.

    Returns
    -------
    {row: array (6,)}               Thousands of pesos of 2011.

    Notes
    -----
    Income grows as that of the stores; discounts stay; the charge of 2010 for former years does
    not return.

    References
    ----------
    IFA 2010, cuadros IV.13, IV.15 and IV.17 (L5195-5493).
    """
    base = _renglones("ifa2010", "cuadro_iv_15", "concepto", columna="2010")

    def crece(rotulo: str, concepto: str) -> Vector:
        return proyectar(
            base[rotulo], crecimientos_2010(concepto), error_del_informe=error_del_informe
        )

    depreciacion = base["Depreciaciones"]
    if error_del_informe:
        depreciacion *= 1.0 + _parametro("inflacion_esperada", 2011, "ifa2010")
    otros = _constante(depreciacion)
    otros[0] = base["Total de otros (5)"]
    return resultado_centros(
        proyectar(base["Ingresos (1)"], crecimientos_2010("ingresos")),
        _constante(base["Descuentos (2)"]),
        crece("Servicios de personal", "personal"),
        crece("Consumos de medicamentos, material de curación y otros", "consumos"),
        crece("Mantenimiento", "mantenimiento"),
        crece("Servicios generales y subrogación de servicios", "servicios_generales"),
        crece("Régimen de Jubilaciones y Pensiones", "provision_rjp"),
        otros,
        crece("Provisión obligaciones contractuales (8)", "provision_rjp"),
    )


def tabla(filas: Mapping[str, Vector], anios: tuple[int, ...]) -> pd.DataFrame:
    """Return a statement as a frame, one row a concept, one column a year."""
    if any(len(v) != len(anios) for v in filas.values()):
        raise DatoInvalido("anios", f"{len(anios)} años", "los de los renglones")
    return pd.DataFrame(
        {str(a): [v[i] for v in filas.values()] for i, a in enumerate(anios)}, index=list(filas)
    )


def _celda(df: pd.DataFrame, fila: str, columna: str) -> float:
    valor: Any = df.loc[fila, columna]
    return float(valor)


def _relativo_c3(concepto: str) -> Vector:
    """A row of the flow of the IMSS 2011-2015 over its 2011."""
    df = datos.tabla("ifa2010", "cuadro_c_3").set_index("Concepto")
    fila = df.loc[concepto, [str(a) for a in ANIOS_2010[1:]]].to_numpy(np.float64)
    return np.asarray(fila / fila[0])


def _renglones(documento: str, id: str, clave: str, *, columna: str = "2005") -> dict[str, float]:
    """First row with each label (that of amounts: growth and ratios come after)."""
    df = datos.tabla(documento, id)
    primeras = df.drop_duplicates(clave)
    return {str(k): float(v) for k, v in zip(primeras[clave], primeras[columna], strict=True)}


@cache
def _parametro(nombre: str, anio: int, documento: str) -> float:
    return float(datos.parametro(nombre, anio, documento))
