"""Health spending with the SPS, trends, deciles, comparison of states."""

from __future__ import annotations

from typing import Any

from pymodel import datos
from pymodel.sps import afiliacion, aportaciones, deciles
from pymodel.sps import gasto_salud as modelo
from xl.libros.ejemplos.ejemplo import Ejemplo, columna

DOCUMENTO = "sps2006"
SIN_DECIMALES = "#,##0"
_OBSERVADOS = range(2000, 2005)


def _serie(nombre: str) -> list[list[float]]:
    """Printed amounts of 2000-2004."""
    cuadro = datos.tabla(DOCUMENTO, "cuadro_i_5a").set_index("ano")
    return columna(cuadro.loc[list(_OBSERVADOS), nombre].to_numpy(float).tolist())


def _estados(nombre: str) -> list[list[float]]:
    """One column of CUADRO V of chapter II, 2005."""
    return columna(datos.tabla(DOCUMENTO, "cuadro_ii_5")[nombre].to_numpy(float).tolist())


def _regresion() -> dict[str, Any]:
    impresa = datos.tabla(DOCUMENTO, modelo.FIGURAS["imss"])
    (a, b), (ta, tb) = (
        impresa[c].to_numpy(float).tolist() for c in ("coeficientes", "estadistico_t")
    )
    return {
        "intercepto": a,
        "t_intercepto": ta,
        "pendiente": b,
        "t_pendiente": tb,
        "proyectados": columna([2005.0, 2010.0]),
    }


def _veces() -> dict[str, Any]:
    cuadro = datos.tabla(DOCUMENTO, "cuadro_ii_2")
    de_guerrero = cuadro["entidad"] == "Guerrero"
    (meta,) = cuadro.loc[de_guerrero, "metas_de_afiliacion_familias"].to_numpy(float).tolist()
    veces = datos.tabla(DOCUMENTO, "cuadro_i_5b")["veces"].to_numpy(float)[0]
    ase = aportaciones.por_familia().ase * meta / 1e6
    return {"ase_2010": round(ase, 1), "gasto_estatal": round(ase / (1.0 + veces), 2)}


def _deciles() -> dict[str, Any]:
    anios = (2005, 2006)
    alfa = modelo.afiliacion_impresa(range(2004, 2011))
    cuadro = datos.tabla(DOCUMENTO, "cuadro_a2")
    total = cuadro[[str(a) for a in range(2004, 2011)]].to_numpy(float)[-1] / 100.0
    pesos = deciles.pesos_calibrados(alfa, total)
    afiliadas = afiliacion.familias(anios)
    hogares = (pesos[:, None] * afiliadas / (pesos @ alfa[:, 1:3])).round(-2)
    return {"hogares": hogares.tolist(), "familias": columna(afiliadas.tolist())}


def _indicadores() -> dict[str, Any]:
    cuadro = datos.tabla(DOCUMENTO, "cuadro_ii_2")
    cuadro = cuadro[cuadro["entidad"] != "Nacional"]
    return {"valores": columna(cuadro["avance_de_cobertura_pct"].to_numpy(float).tolist())}


EJEMPLOS = (
    Ejemplo(
        "SPS_GASTO_SALUD",
        lambda: {"escenario": 1.0},
        "Escenario I del Anexo A: el gasto privado queda a menos de 50 mdp del publicado cada año "
        "(SPS 2006, CUADRO V del capítulo I). mdp de 2004.",
        SIN_DECIMALES,
    ),
    Ejemplo(
        "SPS_VECES",
        _veces,
        "Guerrero: su gasto estatal de 2004 (el que implica el documento) debía aumentar 23 veces "
        "para cubrir su aportación de 2010. mdp de 2004.",
        "0.00",
    ),
    Ejemplo(
        "DISPERSION",
        lambda: {"valores": _estados("transferencias_2005")},
        "Transferencias de 2005 a las 32 entidades (SPS 2006, CUADRO V del capítulo II). El texto "
        "imprime un coeficiente de 0.9, que no sale del cuadro.",
        "0.000",
    ),
    Ejemplo(
        "PROYECCION_LINEAL",
        lambda: {
            "anios": columna([float(a) for a in _OBSERVADOS]),
            "valores": _serie("gasto_privado"),
            "proyectados": columna([2005.0, 2010.0]),
        },
        "Recta del gasto privado observado de 2000 a 2004 (CUADRO V del capítulo I) y dónde caería "
        "en 2005 y 2010, mdp de 2004. Con cinco años los límites son anchos.",
        SIN_DECIMALES,
    ),
    Ejemplo(
        "REGRESION_IMPRESA",
        _regresion,
        "Regresión del gasto del IMSS que imprime la FIGURA A6, miles de pesos de 2004, rehecha "
        "con sus cuatro cifras: la muestra resulta de diez años, 1996-2005.",
        SIN_DECIMALES,
    ),
    Ejemplo(
        "SPS_DECILES",
        _deciles,
        "Familias sin seguridad social de cada decil que hacen cuadrar el CUADRO A2 (calibradas) y "
        "familias afiliadas en 2005 y 2006: fracción afiliada, primero los deciles bajos.",
        "0%",
    ),
    Ejemplo(
        "SPS_LUGARES",
        _indicadores,
        "Avance de cobertura de las 32 entidades en 2005 (CUADRO II del capítulo II): son los "
        "lugares del CUADRO III.",
        "0",
    ),
    Ejemplo(
        "SPS_TRANSFERENCIAS",
        lambda: {
            "montos": _estados("transferencias_2005"),
            "familias": _estados("familias_2005"),
        },
        "Transferencias y familias de 2005, CUADRO V del capítulo II: 70 % en las diez mayores, "
        "correlación de 0.96.",
        "#,##0.0000",
    ),
)
