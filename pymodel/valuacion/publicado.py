"""Published results of each valuation, to set beside the computed ones (never an input)."""

from __future__ import annotations

import functools
from dataclasses import dataclass

import pandas as pd

from pymodel import datos
from pymodel.valuacion.casos import Caso


@dataclass(frozen=True)
class Publicado:
    """Printed present values (mdp) and premiums (decimal fractions); None where not printed.

    The short horizon is 50 years; premiums are in the order of the components, then the total
    that the IMSS pays.
    """

    vpsf: float
    vp_gasto: tuple[float, ...]
    primas: tuple[float | None, ...]
    primas_cortas: tuple[float | None, ...]
    prima_con_costo_fiscal: float | None
    pension_garantizada: float
    deficit: float
    fuente: str


def _row(cuadro: pd.DataFrame, inicio: str) -> pd.Series:
    filas = cuadro[cuadro.iloc[:, 0].astype(str).str.startswith(inicio)]
    return filas.iloc[0]


def _deficit(caso: Caso) -> float:
    cuadro = datos.tabla(caso.documento, caso.tabla_balance)
    concepto = "concepto" if caso.anio == 2005 else "Concepto"
    monto = "monto_millones_pesos_2005" if caso.anio == 2005 else "Monto"
    brecha = cuadro[concepto].str.contains("desfinanciamiento|Déficit/Superávit")
    return float(cuadro.loc[brecha, monto].iloc[0])


@functools.cache
def publicado(caso: Caso) -> Publicado:
    """Printed outputs of a valuation of the reports."""
    cuadro = datos.tabla(caso.documento, caso.tabla)
    etiqueta = {
        "srt_2005": "Valor presente",
        "siv_2005": "Valor presente",
        "gmp_2005": "Costo Actuarial",
    }.get(caso.clave, "Valor presente 100 años")
    vp = _row(cuadro, etiqueta)
    columnas = [c.columna for c in caso.componentes]
    largas: tuple[float | None, ...] = (None,) * (len(columnas) + 1)
    cortas = largas
    if caso.clave in ("srt_2005", "siv_2005"):
        costo = _row(cuadro, "Costo Actuarial")
        total = {"srt_2005": "gasto_total_e", "siv_2005": "total_sin_cf_g"}[caso.clave]
        largas = tuple(float(costo[c]) / 100 for c in [*columnas, total])
    elif caso.clave == "gmp_2005":
        largas = (float(vp["prima_de_gasto_pct_b_entre_a"]) / 100,) * 2
    else:
        nivelada = cuadro.columns[-1]
        corta = float(_row(cuadro, "Valor presente 50 años")[nivelada]) / 100
        larga = float(vp[nivelada]) / 100
        solo_total = len(columnas) > 1
        largas = (*((None,) * len(columnas) if solo_total else (larga,)), larga)
        cortas = (*((None,) * len(columnas) if solo_total else (corta,)), corta)
    if caso.clave == "srt_2005":
        cincuenta = _row(datos.tabla("ifa2005", "cuadro_ii_7"), "Costo Actuarial")
        vpsf_50 = float(cincuenta["volumen_salarial_a"])
        cortas = (
            *(float(cincuenta[c]) / vpsf_50 for c in columnas),
            float(cincuenta["prima_pensiones_ig_subsidios_y_ayudas_pct_g"]) / 100,
        )
    pg, con_cf = 0.0, None
    if caso.clave == "siv_2010":
        balance = datos.tabla("ifa2010", "cuadro_iii_5")
        pg = float(balance.loc[balance["Concepto"].str.contains("PG"), "Monto"].iloc[0])
    elif caso.clave == "siv_2005":
        pg = float(vp["costo_fiscal_cf_c"])
        con_cf = float(_row(cuadro, "Costo Actuarial")["total_con_cf_f"]) / 100
    lineas = "-".join(str(x) for x in cuadro.attrs["lineas"])
    return Publicado(
        vpsf=float(vp[caso.columna_masa]),
        vp_gasto=tuple(float(vp[c]) for c in columnas),
        primas=largas,
        primas_cortas=cortas,
        prima_con_costo_fiscal=con_cf,
        pension_garantizada=pg,
        deficit=_deficit(caso),
        fuente=f"{caso.informe}, {caso.cuadro} (L{lineas})",
    )
