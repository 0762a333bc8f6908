"""Statements, allocation and loans of the ROCF: tables of the IFA 2005 and of the IFA 2010."""

from __future__ import annotations

from typing import Any

import numpy as np

from pymodel import datos
from pymodel.mifa import estados
from xl.libros.ejemplos.ejemplo import Ejemplo, columna

_FLUJO = estados.FLUJO_2005
_ESTADO = estados.COMPARATIVO


def _partidas(documento: str, cuadro: str, formato: estados.Formato) -> dict[str, Any]:
    """Given rows of a printed table; of a balance, only where it opens."""
    df = datos.tabla(documento, cuadro)
    filas: list[list[Any]] = [["Concepto", *(str(c) for c in df.columns[1:])]]
    for rotulo, *valores in df.itertuples(index=False, name=None):
        r = formato.por_clave[formato.por_rotulo[estados.plegar(str(rotulo))]]
        if r.clave == "saldo_inicial":
            filas.append([rotulo, float(valores[0]), *[None] * (len(valores) - 1)])
        elif not r.suma:
            filas.append([rotulo, *(float(v) for v in valores)])
    return {"partidas": filas}


def _prestamo() -> list[float]:
    """Loan of 2003 to SEM, SGPS and SSFAM, thousands of pesos."""
    df = datos.tabla("ifa2005", "cuadro_i_17")
    fila = df[df["Concepto"] == "Financiamiento ROCF 2003"]
    return [float(v) for v in fila[["eym", "gyps", "ssf"]].to_numpy(np.float64)[0]]


def _ingresos(anio: int, columna_: str) -> float:
    """Income of a year, mdp."""
    df = datos.tabla("ifa2005", "cuadro_i_7")
    fila = df[(df["Seccion"] == "Ingresos") & (df["AÑO"] == anio)]
    return float(fila[columna_].to_numpy(np.float64)[0]) / 1000.0


EJEMPLOS = (
    Ejemplo(
        "FLUJO_EFECTIVO",
        lambda: _partidas("ifa2005", "cuadro_i_3", _FLUJO),
        "Los renglones dados del cuadro I.3 del IFA 2005 y los que se derivan. Un saldo final "
        "negativo pide financiamiento: desde 2007.",
        "#,##0",
    ),
    Ejemplo(
        "ESTADO_RESULTADOS",
        lambda: _partidas("ifa2010", "cuadro_ii_2", _ESTADO),
        "SEM de 2011 a 2013, con y sin RJP (IFA 2010, cuadro II.2).",
        "#,##0",
    ),
    Ejemplo(
        "REPARTO_RJP",
        lambda: {
            "monto": float(datos.tabla("ifa2010", "cuadro_vi_6")["total"].to_numpy(np.float64)[6]),
            "clave": "2010_pleno",
        },
        "El costo neto del periodo de 2010 (IFA 2010, cuadro VI.6) entre los cinco seguros. La "
        "clave no está impresa: se recuperó de los cuadros.",
        "#,##0",
    ),
    Ejemplo(
        "REPARTO_GASTO",
        lambda: {"monto": 1000.0, "factores": columna([5.0, 3.0, 2.0])},
        "Ejemplo nuestro: un gasto común según tres factores de utilización; suma el gasto.",
        "#,##0.0",
    ),
    Ejemplo(
        "PRORRATEO",
        lambda: {"pago": 1776000.0, "participaciones": [_prestamo()]},
        "Pago de abril de 2003 entre SEM, SGPS y SSFAM (IFA 2005, cuadro I.17, miles de pesos): "
        "imprime 1,129,479.0, 373,097.1 y 273,423.9.",
        "#,##0.0",
    ),
    Ejemplo(
        "COSTO_NETO_PERIODO",
        lambda: {
            "costo_laboral": 100.0,
            "costo_financiero": 80.0,
            "rendimientos": 5.0,
            "amortizaciones": 20.0,
        },
        "Ejemplo nuestro: el informe da el costo total, no sus cuatro componentes.",
        "#,##0.0",
    ),
    Ejemplo(
        "ROCF_LIMITE",
        lambda: {"ingresos_anuales": _ingresos(2004, "Total")},
        "Sesenta días del ingreso de 2004 (IFA 2005, cuadro I.7), mdp: tope de la ROCF en 2005.",
        "#,##0.0",
    ),
    Ejemplo(
        "PRESTAMO_LIMITE",
        lambda: {"ingresos_anuales_seguro": _ingresos(2002, "Salud para la Familia")},
        "Noventa días del ingreso del SSFAM en 2002, mdp. El préstamo de 2003, de 1,032.7, lo "
        "rebasa.",
        "#,##0.0",
    ),
    Ejemplo(
        "PRESTAMO_ROCF",
        lambda: {"monto": sum(_prestamo()), "anios": 3.0, "tasa": 0.0626},
        "Préstamo de 2003 (miles de pesos): tres pagos iguales de capital, 2,235,839.4. La tasa es "
        "la implícita de 2003; el informe no la imprime.",
        "#,##0.0",
    ),
)
