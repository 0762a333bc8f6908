"""A valid call of each function of the Seguro Popular."""

from typing import Any

_APORTACION: dict[str, Any] = {
    "anio": 2005.0,
    "familias": 1000.0,
    "trimestre": 1.0,
    "pesos": "2004",
    "montos": None,
}
CASOS: dict[str, dict[str, Any]] = {
    "SPS_CS": {**_APORTACION, "familias": 1.0},
    "SPS_ASF": {**_APORTACION, "familias": 1.0},
    "SPS_ASE": {**_APORTACION, "familias": 1.0},
    "SPS_TOTAL": {**_APORTACION, "familias": 1.0},
    "SPS_FONDOS": {"cs": 2476.89, "asf": 3715.335, "ase": 1238.445},
    "SPS_ASIGNACION": {
        "entidades": [
            [
                "entidad",
                "familias_t1",
                "familias_t2",
                "familias_t3",
                "familias_t4",
                "familias_previas",
                "recursos_existentes",
            ],
            ["Tabasco", 10000.0, 20000.0, 30000.0, 40000.0, 187726.0, 2.5e8],
            ["Querétaro", 0.0, 0.0, 10000.0, 12816.0, 9749.0, 9.0e7],
        ],
        "anio": 2004.0,
        "ponderadores": None,
        "meta_nacional": None,
        "go": None,
    },
    "SPS_META": {"anio": 2007.0},
    "SPS_RECURSOS": {"anio": 2007.0, "cota": "media"},
    "SPS_ASE_ACREDITADA": {
        "requerida": 1000.0,
        "partidas": [["liquida", 600.0, None, None], ["ramo_33", 900.0, None, None]],
        "anio_incorporacion": 2004.0,
    },
    "SPS_SUSTITUCION": {"gasto_estatal": 26450000.0, "ase_minima": 642505266.0},
    "SPS_REGIMEN": {
        "deciles": [1.0, 3.0, 5.0, 10.0],
        "programa_pobreza": None,
        "habitantes": None,
        "otro_supuesto": None,
        "escala": None,
    },
    "SPS_GASTO_CATASTROFICO": {
        "ingreso_disponible": 9000.0,
        "gasto_alimentos": 4000.0,
        "gasto_salud": 1600.0,
        "linea_pobreza": 7800.0,
    },
    "SPS_CALENDARIO": {"anio": 2005.0},
}
