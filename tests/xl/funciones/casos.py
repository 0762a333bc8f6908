"""A valid call of every function, from which the tests of the contract make the variants."""

from __future__ import annotations

import math
from importlib import import_module
from pathlib import Path
from typing import Any

GASTO = [6191.0, 6318.0, 6535.0, 7008.0]
MASA = [854395.0, 897523.0, 941812.0, 987031.0]
ANIOS = [2005.0, 2006.0, 2008.0, 2010.0]

_NIVELADA: dict[str, Any] = {
    "gasto": GASTO,
    "masa_salarial": MASA,
    "tasa": 0.035,
    "reserva": 0.0,
    "convencion": "fin",
    "crecimiento_perpetuo": None,
    "vp_cola_gasto": 0.0,
    "vp_cola_masa": 0.0,
    "horizonte": None,
}

# Every argument, the optional ones at their default.
CASOS: dict[str, dict[str, Any]] = {
    "VALOR_PRESENTE": {
        "flujo": GASTO,
        "tasa": 0.035,
        "convencion": "fin",
        "crecimiento_perpetuo": None,
        "vp_cola": 0.0,
    },
    "PRIMA_GASTO": {"gasto": GASTO, "masa_salarial": MASA},
    "PRIMA_PROMEDIO": {"gasto": GASTO, "masa_salarial": MASA},
    "PRIMA_NIVELADA": _NIVELADA,
    "PRIMA_MEDIA_NIVELADA": {**_NIVELADA, "convencion": "inicio"},
    "PRIMA_ESCALONADA": {"gasto": GASTO, "masa_salarial": MASA, "tasa": 0.035, "anios": 3.0},
    "RESERVA_PROYECTADA": {
        "reserva": 12442.0,
        "prima": 0.0075,
        "gasto": GASTO,
        "masa_salarial": MASA,
        "tasa": 0.035,
    },
    "INTERPOLAR_ANUAL": {"anios": ANIOS, "valores": GASTO, "metodo": "pchip"},
    "BALANCE_ACTUARIAL": {
        "reserva": 12442.0,
        "prima_ingreso": 0.0197,
        "vpsf": 61718390.0,
        "pasivos": [["Pensiones", 524672.0], ["Subsidios", 123437.0]],
        "otros_activos": None,
    },
    "SUFICIENCIA_PRIMA": {"prima_nivelada": 0.0111, "prima_ingreso": 0.0197, "masa_salarial": None},
    "TASA_REAL": {"tasa_nominal": 0.0723, "inflacion": 0.036},
    "TASA_NOMINAL": {"tasa_real": 0.035, "inflacion": 0.036},
    "DEFLACTAR": {"montos": GASTO, "anios": ANIOS, "anio_base": 2010.0, "indice": "promedio"},
    "VERIFICAR_TABLA": {
        "tabla": [["Concepto", "2005"], ["Pensiones", 4045.0], ["Otros", 437.0], ["Total", 4400.0]],
        "tolerancia": 1.0,
    },
    "TABLA_FUENTE": {"documento": "ifa2010", "tabla": "cuadro_i_4"},
    "PARAMETRO": {"nombre": "smg_df", "fecha": None, "documento": None},
    "CONCILIACION": {"documento": None},
    "SALARIO_PROMEDIO_500": {
        "salarios_diarios": [420.0, 400.0, 390.0, 350.0],
        "factores": [1.0, 1.04, 1.09, 1.15],
        "semanas": [52.0, 52.0, 52.0, 26.0],
    },
    "PENSION_INVALIDEZ": {
        "salario_base_diario": 420.0,
        "conyuge": "sí",
        "hijos": 2.0,
        "ascendientes": 0.0,
        "opciones": None,
    },
    "PENSION_INCAPACIDAD": {"salario_base_diario": 420.0, "grado": 65.0, "opciones": None},
    "INDEMNIZACION_GLOBAL": {"salario_base_diario": 420.0, "grado": 20.0},
    "PENSION_SOBREVIVENCIA": {
        "seguro": "iv",
        "base_mensual": 4471.25,
        "viudez": "sí",
        "huerfanos_sencillos": 2.0,
        "huerfanos_dobles": 0.0,
        "ascendientes": 0.0,
    },
    "SUBSIDIO": {"ramo": "rt", "salario_diario": 420.0, "dias": 30.0},
    "AYUDA_FUNERAL": {"fecha": "2010-06-15"},
    "SALDO_CUENTA": {"salario_diario": 250.0, "anios": 5.0, "opciones": None},
    "SUMA_ASEGURADA": {"mc_sin_garantia": 900000.0, "saldo": 150000.0},
    "COSTO_FISCAL": {"mc_garantizada": 1e6, "mc_sin_garantia": 900000.0, "saldo": 150000.0},
    "ARBOL_DECISION": {
        "conteos": [
            ["Total de pensiones iniciales", 100.0, 1000.0],
            ["Ley de 1973", 25.0, 400.0],
            ["Ley de 1997", 75.0, 600.0],
            ["Ley de 1997 - Definitivas", 15.0, 60.0],
            ["Ley de 1997 - Provisionales", 60.0, 540.0],
        ],
        "anio_proyeccion": [1.0, 8.0, 16.0, 17.0],
    },
}

FAMILIA = [["conyuge", 43.0, "M"], ["hijo", 12.0, "H"], ["hijo", 9.0, "M"]]
_MONTO: dict[str, Any] = {
    "tipo": "invalidez",
    "edad": 45.0,
    "sexo": "H",
    "salario_base_diario": 350.0,
    "beneficiarios": FAMILIA,
    "bases": "1997",
    "tasa": 0.035,
    "opciones": None,
}
CASOS |= {
    "ANUALIDAD": {
        "tabla": "EMSSA-97",
        "edad": 65.0,
        "sexo": "H",
        "tasa": 0.035,
        "pagos": "ciertos",
    },
    "TABLA_BIOMETRICA": {"nombre": "EMSSA-97"},
    "ESPERANZA_VIDA": {"tabla": "EMSSA-09", "edad": 65.0, "sexo": "M"},
    "MONTO_CONSTITUTIVO": _MONTO,
    "MONTO_CONSTITUTIVO_DESGLOSE": _MONTO,
    "MC_CARTERA": {
        "tabla": [
            ["tipo", "edad", "sexo", "salario_base_diario", "conyuge_edad", "conyuge_sexo"],
            ["invalidez", 45.0, "H", 350.0, 43.0, "M"],
            ["viudez", None, None, 350.0, 43.0, "M"],
        ]
    },
}

# Each later group of functions keeps its cases in a module of its own.
for _ruta in sorted(Path(__file__).parent.glob("casos_*.py")):
    CASOS |= import_module(_ruta.stem).CASOS


def es_plano(resultado: Any) -> bool:
    """True if a spreadsheet can take it: plain values, or equally long rows of them."""
    if isinstance(resultado, list):
        filas = all(isinstance(f, list) and f for f in resultado)
        return (
            bool(resultado)
            and filas
            and len({len(f) for f in resultado}) == 1
            and all(_es_celda(c) for f in resultado for c in f)
        )
    return _es_celda(resultado)


def _es_celda(x: Any) -> bool:
    # Exact types: a numpy scalar is a float too, but not for a spreadsheet.
    return type(x) in (str, bool, int) or (type(x) is float and math.isfinite(x))
