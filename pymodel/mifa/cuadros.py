"""The long-term MIFA as tables with the years down: what a sheet shows."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from pymodel.mifa.base import PARTIDAS
from pymodel.mifa.equilibrio import equilibrio
from pymodel.mifa.largo_plazo import Flujo, flujo
from pymodel.mifa.seguros import CONCEPTOS, seguro


def cuadro_flujo(alternativos: Mapping[str, Any] | Flujo | None = None) -> pd.DataFrame:
    """Cash flow of the IMSS, one year a row.

    Parameters
    ----------
    alternativos : {name: value} or Flujo   Assumptions that differ from those of the report, one
                                            number each; or a cash flow already projected.

    Returns
    -------
    DataFrame           anio; the rows of cuadro C.3 (mdp of 2011); asegurados (persons),
                        masa_salarial (mdp of 2011), sbc and smgdf (pesos of 2011 a day), deflactor
                        (pesos of the year for one of 2011). Of several scenarios, the first.

    Raises
    ------
    DatoInvalido        See :func:`pymodel.mifa.supuestos.preparar`.

    References
    ----------
    IFA 2010, cuadro C.3 (L9772-9839).
    """
    f = alternativos if isinstance(alternativos, Flujo) else flujo(alternativos)
    columnas = {
        **{p.clave: f.partidas[p.clave] for p in PARTIDAS if p.lado == "ingreso"},
        "ingresos": f.ingresos,
        **{p.clave: f.partidas[p.clave] for p in PARTIDAS if p.lado == "egreso"},
        "egresos": f.egresos,
        "excedente": f.excedente,
        "incremento_reservas": f.incremento_reservas,
        "excedente_despues": f.excedente_despues,
        "movimientos_rocf": f.movimientos_rocf,
        "uso_reservas": f.uso_reservas,
        "transferencia": f.transferencia,
        "saldo": f.saldo,
        "asegurados": f.supuestos.asegurados,
        "masa_salarial": f.masa_salarial,
        "sbc": f.sbc,
        "smgdf": f.supuestos.smgdf,
        "deflactor": f.supuestos.deflactor,
    }
    return pd.DataFrame({"anio": f.anios, **{c: v[0] for c, v in columnas.items()}})


def cuadro_seguro(
    nombre: str, alternativos: Mapping[str, Any] | Flujo | None = None
) -> pd.DataFrame:
    """Long-term table of one insurance, one year a row.

    Parameters
    ----------
    nombre : str        One of :data:`pymodel.mifa.base.SEGUROS`.
    alternativos        See :func:`cuadro_flujo`.

    Returns
    -------
    DataFrame           anio; income, expenditure and result (mdp of 2011); masa_salarial; pc, pr,
                        pmn, diferencia (decimal fractions of wages); sbc, sbc_veces,
                        sbc_equilibrio, sbc_equilibrio_veces, diferencia_veces (pesos of 2011 a day
                        and times the minimum wage). In the SSFAM the premiums are relative to the
                        present one (1), and "aportacion" (pesos of 2011 a year for each insured)
                        takes the place of "sbc".

    Raises
    ------
    DatoInvalido        Unknown insurance; see :func:`pymodel.mifa.supuestos.preparar`.

    References
    ----------
    IFA 2010, cuadros II.4-II.6, IV.3 and V.4. SRT and SIV are an estimate: see
    :func:`pymodel.mifa.seguros.seguro`.
    """
    f = alternativos if isinstance(alternativos, Flujo) else flujo(alternativos)
    s = seguro(f, nombre)
    e = equilibrio(s, f.supuestos.tasa_descuento, f.supuestos.smgdf)
    unidad = "aportacion" if s.es_ssfam else "sbc"
    columnas = {
        **{c: getattr(s, c) for c in CONCEPTOS},
        "masa_salarial": f.masa_salarial,
        "pc": e.pc,
        "pr": e.pr,
        "pmn": e.pmn + 0.0 * e.pc,
        "diferencia": e.diferencia,
        unidad: e.sbc,
        f"{unidad}_veces": e.sbc_veces,
        f"{unidad}_equilibrio": e.sbc_equilibrio,
        f"{unidad}_equilibrio_veces": e.sbc_equilibrio_veces,
        "diferencia_veces": e.diferencia_veces,
    }
    return pd.DataFrame({"anio": f.anios, **{c: v[0] for c, v in columnas.items()}})
