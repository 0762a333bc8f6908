"""Public reference series: prices, wages, GDP, population, contribution rates."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any, Literal

import numpy as np
import pandas as pd

from pymodel.datos._csv import RAIZ, Columna, Tipo, leer_csv, normalizar, parecidos
from pymodel.errores import DatoInvalido

_PROCEDENCIA: dict[str, Tipo] = {"calidad": "texto", "fuente": "texto", "verificacion": "texto"}
_NOTA: dict[str, Tipo] = {"nota": "texto"}

_ESQUEMAS: dict[str, dict[str, Tipo]] = {
    "inpc": {
        "anio": "entero",
        "mes": "entero",
        "periodo": "texto",
        "inpc": "decimal",
        "variacion_mensual_pct": "decimal",
        "variacion_12m_pct": "decimal",
        "inflacion_dic_dic_pct": "decimal",
        **_PROCEDENCIA,
    },
    "salario_minimo": {
        "vigencia_desde": "fecha",
        "vigencia_hasta": "fecha",
        "anio": "entero",
        "zona_a_df": "decimal",
        "zona_b": "decimal",
        "zona_c": "decimal",
        "zona_libre_frontera_norte": "decimal",
        **_PROCEDENCIA,
        **_NOTA,
    },
    "uma": {
        "anio": "entero",
        "vigencia_desde": "fecha",
        "vigencia_hasta": "fecha",
        "uma_diaria": "decimal",
        "uma_mensual": "decimal",
        "uma_anual": "decimal",
        "fecha_publicacion": "fecha",
        **_PROCEDENCIA,
        **_NOTA,
    },
    "pib": {
        "serie": "texto",
        "anio": "entero",
        "pib_nominal_mdp": "decimal",
        "deflactor_2018_100": "decimal",
        "pib_real_mdp_2018": "decimal",
        "crecimiento_real_pct": "decimal",
        "inflacion_deflactor_pct": "decimal",
        **_PROCEDENCIA,
        **_NOTA,
    },
    "poblacion_entidades": {
        "cve_ent": "texto",
        "entidad": "texto",
        "abrev_sps2006": "texto",
        "clave_sat": "texto",
        "conapo2006_2000": "entero",
        "conapo2006_2004": "entero",
        "conapo2006_2005": "entero",
        "conapo2006_2008": "entero",
        "conapo2010_2000": "entero",
        "conapo2010_2004": "entero",
        "conapo2010_2005": "entero",
        "conapo2010_2010": "entero",
        "inegi_censo_2000": "entero",
        "inegi_conteo_2005": "entero",
        "inegi_censo_2010": "entero",
        "inegi_censo_2010_hombres": "entero",
        "inegi_censo_2010_mujeres": "entero",
        "fuente": "texto",
        "verificacion": "texto",
        "nota": "texto",
    },
    "entidades": {
        "cve_ent": "texto",
        "entidad": "texto",
        "nombre_oficial": "texto",
        "abreviatura": "texto",
        "clave_curp": "texto",
        "otras_escrituras": "texto",
        "fuente": "texto",
        **_NOTA,
    },
    "cuotas_lss": {
        "ley": "texto",
        "seguro": "texto",
        "concepto": "texto",
        "pagador": "texto",
        "rango": "texto",
        "base": "texto",
        "tasa_pct": "decimal",
        "cuota_diaria_pesos": "decimal",
        "vigente_desde": "fecha",
        "vigente_hasta": "fecha",
        "articulo": "texto",
        **_PROCEDENCIA,
        **_NOTA,
    },
    "seguro_popular": {
        "anio": "entero",
        "concepto": "texto",
        "unidad": "texto",
        "valor": "decimal",
        "tipo": "texto",
        **_PROCEDENCIA,
        **_NOTA,
    },
    "asegurados_edad": {
        "tabla": "texto",
        "poblacion": "texto",
        "anio": "entero",
        "grupo_edad": "texto",
        "sexo": "texto",
        "unidad": "texto",
        "valor": "decimal",
        **_PROCEDENCIA,
        **_NOTA,
    },
}

# Columns that identify a row or carry its value: a blank there means a damaged file.
_OBLIGATORIAS = {"anio", "mes", "inpc", "zona_a_df", "uma_diaria", "pib_nominal_mdp", "serie"} | {
    "cve_ent",
    "entidad",
    "nombre_oficial",
    "abreviatura",
    "clave_curp",
    "conapo2010_2010",
    "inegi_censo_2010",
    "concepto",
    "valor",
    "unidad",
    "tabla",
    "fuente",
}

_UNIDADES: dict[str, dict[str, str]] = {
    "inpc": {
        "inpc": "índice, segunda quincena de julio de 2018 = 100",
        "variacion_mensual_pct": "%",
        "variacion_12m_pct": "%",
        "inflacion_dic_dic_pct": "%",
    },
    "salario_minimo": dict.fromkeys(
        ("zona_a_df", "zona_b", "zona_c", "zona_libre_frontera_norte"), "pesos diarios"
    ),
    "uma": {
        "uma_diaria": "pesos diarios",
        "uma_mensual": "pesos mensuales",
        "uma_anual": "pesos anuales",
    },
    "pib": {
        "pib_nominal_mdp": "millones de pesos corrientes",
        "deflactor_2018_100": "índice, 2018 = 100",
        "pib_real_mdp_2018": "millones de pesos de 2018",
        "crecimiento_real_pct": "%",
        "inflacion_deflactor_pct": "%",
    },
    "poblacion_entidades": {
        c: "personas" for c, tipo in _ESQUEMAS["poblacion_entidades"].items() if tipo == "entero"
    },
    "entidades": {},
    "cuotas_lss": {"tasa_pct": "% de la base", "cuota_diaria_pesos": "pesos por día cotizado"},
    "seguro_popular": {},
    "asegurados_edad": {},
}


def serie(nombre: str) -> pd.DataFrame:
    """Return one public reference series, typed.

    Parameters
    ----------
    nombre : str
        "inpc", "salario_minimo", "uma", "pib", "poblacion_entidades", "entidades",
        "cuotas_lss", "seguro_popular" or "asegurados_edad". Case and accents do not matter.

    Returns
    -------
    DataFrame
        Dates are datetime64, key codes (``cve_ent``) text, blank cells missing values. The
        columns calidad, fuente, verificacion and nota say how far each row can be trusted.
        ``attrs`` holds nombre and unidades (unit of each column that has one).

    Raises
    ------
    DatoInvalido
        Unknown series or damaged file.
    """
    clave = normalizar(nombre) if isinstance(nombre, str) else ""
    if clave not in _ESQUEMAS:
        cerca = parecidos(clave, _ESQUEMAS)
        raise DatoInvalido("serie", nombre, cerca or f"una de {', '.join(_ESQUEMAS)}")
    return _serie(clave).copy()


def inpc_promedio(anio: int) -> float:
    """Return the mean of the twelve monthly INPC of `anio` (2nd half of July 2018 = 100).

    Raises
    ------
    DatoInvalido
        `anio` is not a year with its twelve months in the series.
    """
    return float(indice_inpc([anio], "promedio")[0])


def inpc_diciembre(anio: int) -> float:
    """Return the INPC of December of `anio` (2nd half of July 2018 = 100).

    Raises
    ------
    DatoInvalido
        The series has no December of `anio`.
    """
    return float(indice_inpc([anio], "diciembre")[0])


def indice_inpc(
    anios: Sequence[int] | np.ndarray, indice: Literal["promedio", "diciembre"] = "promedio"
) -> np.ndarray:
    """Return the INPC of each year, 2nd half of July 2018 = 100.

    Parameters
    ----------
    anios : array (n,)
        Years.
    indice : {"promedio", "diciembre"}
        Mean of the twelve months, or December.

    Returns
    -------
    array (n,)

    Raises
    ------
    DatoInvalido
        A value that is not a whole year, or a year that the series does not have (for the mean,
        not whole); the message says which years there are.

    References
    ----------
    INEGI, índice nacional de precios al consumidor; see ``referencia/README.md``.
    """
    if indice not in ("promedio", "diciembre"):
        raise DatoInvalido("índice", indice, "«promedio» o «diciembre»")
    disponibles, valores = _inpc_anual(indice)
    pedidos = _anios_enteros(anios)
    lugar = np.clip(np.searchsorted(disponibles, pedidos), 0, len(disponibles) - 1)
    faltan = disponibles[lugar] != pedidos
    if faltan.any():
        que = "los doce meses" if indice == "promedio" else "el mes de diciembre"
        raise DatoInvalido(
            "año",
            int(pedidos[faltan][0]),
            f"un año con {que} del INPC: de {disponibles[0]} a {disponibles[-1]}",
        )
    return valores[lugar]


def pib(anio: int, serie: str = "base2018_BIE") -> float:
    """Return the nominal GDP of `anio`, millions of current pesos.

    Parameters
    ----------
    anio : int
    serie : str
        "base2018_BIE" (1993-2023), or "IFA2010_L2618", the figure for 2010 that IFA 2010 prints
        and to which its percentages of GDP refer. They are not to be mixed.

    Raises
    ------
    DatoInvalido
        Unknown series, or a year that it does not have.
    """
    datos = _serie("pib")
    nombres = {normalizar(s): s for s in datos["serie"].unique()}
    clave = normalizar(serie) if isinstance(serie, str) else ""
    if clave not in nombres:
        raise DatoInvalido("serie del PIB", serie, f"una de {', '.join(nombres.values())}")
    filas = datos[datos["serie"] == nombres[clave]]
    (pedido,) = _anios_enteros([anio])
    valor = filas.loc[filas["anio"] == pedido, "pib_nominal_mdp"]
    if valor.empty:
        primero, ultimo = filas["anio"].min(), filas["anio"].max()
        rango = f"de {primero} a {ultimo}" if primero < ultimo else f"sólo {primero}"
        raise DatoInvalido("año", int(pedido), f"un año de la serie {nombres[clave]}: {rango}")
    return float(valor.iloc[0])


@cache
def _serie(clave: str) -> pd.DataFrame:
    df = leer_csv(
        RAIZ / "referencia" / f"{clave}.csv",
        [Columna(c, t, c not in _OBLIGATORIAS) for c, t in _ESQUEMAS[clave].items()],
    )
    df.attrs = {"nombre": clave, "unidades": _UNIDADES[clave]}
    return df


@cache
def _inpc_anual(indice: str) -> tuple[np.ndarray, np.ndarray]:
    mensual = _serie("inpc")
    if indice == "diciembre":
        anual = mensual[mensual["mes"] == 12].set_index("anio")["inpc"]
    else:
        grupos = mensual.groupby("anio")["inpc"].agg(["mean", "count"])
        anual = grupos.loc[grupos["count"] == 12, "mean"]
    anual = anual.sort_index()
    return anual.index.to_numpy(dtype="int64"), anual.to_numpy(dtype="float64")


def _anios_enteros(anios: Any) -> np.ndarray:
    lista = np.asarray(anios, dtype=object).ravel()
    for anio in lista:
        entero = isinstance(anio, (int, float, np.integer, np.floating)) and anio == anio
        if not entero or isinstance(anio, (bool, np.bool_)) or anio % 1 != 0:
            raise DatoInvalido("año", anio, "un año entero (AAAA)")
    return lista.astype("int64")
