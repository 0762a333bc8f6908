"""Financing of the Seguro Popular: contributions, funds, resources, allocation, states, homes."""

from __future__ import annotations

from typing import Any

from pymodel import datos
from pymodel.sps import aportaciones
from xl.libros.ejemplos.ejemplo import Ejemplo, columna

DOCUMENTO = "sps2006"
PESOS = "#,##0.00"
SIN_DECIMALES = "#,##0"


def _estado(nombre: str, anio: int) -> tuple[float, float]:
    """Pesos transferred and families of a state in CUADRO V of chapter II."""
    filas = datos.tabla(DOCUMENTO, "cuadro_ii_5").set_index(f"estado_{anio}")
    columnas = filas[[f"transferencias_{anio}", f"familias_{anio}"]]
    ((monto, familias),) = columnas[columnas.index == nombre].to_numpy(float).tolist()
    return monto, familias


def _meta(entidad: str) -> float:
    """Families of the goal of a state."""
    cuadro = datos.tabla(DOCUMENTO, "cuadro_ii_2").set_index("entidad")
    return float(cuadro["metas_de_afiliacion_familias"].to_dict()[entidad])


def _fondos() -> dict[str, Any]:
    m = aportaciones.por_familia()
    return {"cs": round(m.cs, 2), "asf": round(m.asf, 2), "ase": round(m.ase, 2)}


def _asignacion() -> dict[str, Any]:
    filas: list[list[Any]] = [
        ["entidad", "familias_nuevas", "familias_previas", "recursos_existentes"]
    ]
    for clave, entidad in (("TAB", "Tabasco"), ("QRO", "Querétaro"), ("MICH", "Michoacán")):
        previas, cierre = _estado(clave, 2004)[1], _estado(clave, 2005)[1]
        filas.append([entidad, cierre - previas, previas, 0.0])
    return {
        "entidades": filas,
        "anio": 2005.0,
        "go": float(datos.parametro("sps_gasto_operacion", 2005, documento=DOCUMENTO)),
    }


def _partidas() -> dict[str, Any]:
    return {
        "requerida": round(aportaciones.por_familia().ase * _estado("MICH", 2004)[1], 2),
        "partidas": [
            ["concepto", "monto", "anio", "autorizada"],
            ["liquida", 4e6, "", ""],
            ["inversion", 6e6, "", ""],
            ["infraestructura_previa", 1e6, 2001.0, "sí"],
            ["ramo_33", 9e6, "", ""],
        ],
        "anio_incorporacion": 2004.0,
    }


def _sustitucion() -> dict[str, Any]:
    """State spending that the printed times imply, and its least ASE of 2010."""
    ase = aportaciones.por_familia().ase * _meta("Guerrero")
    veces = datos.tabla(DOCUMENTO, "cuadro_i_5b")["veces"].to_numpy(float)[0]
    return {"gasto_estatal": round(ase / (1.0 + veces), -4), "ase_minima": round(ase)}


EJEMPLOS = (
    Ejemplo(
        "SPS_CS",
        lambda: {"anio": 2004.0},
        "15 % del salario mínimo del DF de 2004 por 365 días; el informe la redondea a 2,477 "
        "pesos (L2294).",
        PESOS,
    ),
    Ejemplo(
        "SPS_ASF",
        lambda: {"anio": 2005.0, "familias": _estado("TAB", 2005)[1]},
        "Las familias de Tabasco de 2005, si todas se pagan el año completo (CUADRO V del capítulo "
        "II). Pesos de 2004.",
        SIN_DECIMALES,
    ),
    Ejemplo(
        "SPS_ASE",
        lambda: {"anio": 2010.0, "familias": _meta("Guerrero")},
        "Lo que Guerrero debía aportar en 2010 con su meta completa (CUADRO II del capítulo II). "
        "Pesos de 2004.",
        SIN_DECIMALES,
    ),
    Ejemplo(
        "SPS_TOTAL",
        lambda: {
            "anio": 2004.0,
            "familias": 1.0,
            "trimestre": columna([1.0, 2.0, 3.0, 4.0]),
        },
        "Una familia según el trimestre en que ingresa: la tabla del Anexo A, 7,431, 5,573, 3,715 "
        "y 1,858 pesos (L7314-7330).",
        PESOS,
    ),
    Ejemplo(
        "SPS_FONDOS",
        _fondos,
        "Una familia de 2004: 8 % a gastos catastróficos, 3 % a previsión presupuestal y 1,659.5 "
        "pesos de cuota social que se transfieren (L594-598, L3800).",
        PESOS,
    ),
    Ejemplo(
        "SPS_META",
        lambda: {"anio": columna([float(a) for a in range(2004, 2011)])},
        "Familias al cierre: 2004 y 2005 observadas, 2006 de la CNPSS, después 14.3 % de la meta "
        "cada año (FIGURA A4).",
        SIN_DECIMALES,
    ),
    Ejemplo(
        "SPS_RECURSOS",
        lambda: {"anio": columna([2005.0, 2010.0]), "cota": "superior"},
        "Cota superior de 2005 y 2010: 26,423 y 88,412 mdp de 2004 en la FIGURA A5.",
        SIN_DECIMALES,
    ),
    Ejemplo(
        "SPS_ASIGNACION",
        _asignacion,
        "Tres entidades de 2005 (familias del CUADRO V); las nuevas cuentan medio año y los "
        "recursos existentes están en cero: no se publican. Pesos de 2004.",
        PESOS,
    ),
    Ejemplo(
        "SPS_ASE_ACREDITADA",
        _partidas,
        "La ASE de las 10,000 familias de Michoacán de 2004 contra partidas inventadas: la líquida "
        "y el gasto registrado cuentan; el ramo 33, nunca (L3100-3114).",
        PESOS,
    ),
    Ejemplo(
        "SPS_SUSTITUCION",
        _sustitucion,
        "Guerrero: su gasto de 2004 (el que implica el segundo CUADRO V del capítulo I) no llega a "
        "la ASE de 2010; no podría retirar nada. Pesos de 2004.",
        SIN_DECIMALES,
    ),
    Ejemplo(
        "SPS_REGIMEN",
        lambda: {
            "deciles": columna([2.0, 3.0, 7.0]),
            "programa_pobreza": [["no"], ["sí"], ["no"]],
        },
        "Tres familias: por decil, por programa federal y contributiva. Sin la escala de usted la "
        "cuota familiar es «no incluido».",
        "0",
    ),
    Ejemplo(
        "SPS_GASTO_CATASTROFICO",
        lambda: {
            "ingreso_disponible": 9000.0,
            "gasto_alimentos": 4000.0,
            "gasto_salud": 1600.0,
            "linea_pobreza": 7800.0,
        },
        "Un hogar inventado: 1,600 pesos pasan de 30 % de su capacidad de pago (5,000) y lo dejan "
        "bajo la línea de pobreza (L396).",
        PESOS,
    ),
    Ejemplo(
        "SPS_CALENDARIO",
        lambda: {"anio": 2005.0},
        "Los pasos y los 33 reportes de 2005; sólo dos plazos están impresos: diez días (CS y ASF) "
        "y el 30 de junio siguiente (ejercicio).",
        "@",
    ),
)
