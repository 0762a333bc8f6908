"""Pensions of the LSS 1997: one worker followed through the law."""

from __future__ import annotations

import datetime as dt
from typing import Any

from pymodel import datos
from xl.libros.ejemplos.ejemplo import Ejemplo, columna

SALARIO = 420.0
PESOS = "#,##0.00"
_CASO = f"Caso de muestra: salario base de {SALARIO:g} pesos diarios de 2010."


def _salarios() -> dict[str, Any]:
    anios = range(2010, 1999, -1)
    ultimo = datos.inpc_promedio(2010)
    return {
        "salarios_diarios": columna([SALARIO * 0.985**k for k in range(11)]),
        "factores": columna([ultimo / datos.inpc_promedio(a) for a in anios]),
        "semanas": columna([52.0] * 11),
    }


EJEMPLOS = (
    Ejemplo(
        "SALARIO_PROMEDIO_500",
        _salarios,
        "Once años de salarios, del más reciente al más antiguo, con factores del INPC promedio: "
        "el último se corta en 500 semanas (LSS, art. 122 y 147).",
        PESOS,
    ),
    Ejemplo(
        "PENSION_INVALIDEZ",
        lambda: {
            "salario_base_diario": SALARIO,
            "conyuge": "sí",
            "hijos": 2.0,
            "ascendientes": 0.0,
        },
        f"{_CASO} Con cónyuge y dos hijos: 35 % de la base y asignaciones de 15 y 10 % cada una "
        "(LSS, art. 138 y 141). Pesos al mes, sin aguinaldo.",
        PESOS,
    ),
    Ejemplo(
        "PENSION_INCAPACIDAD",
        lambda: {"salario_base_diario": SALARIO, "grado": 65.0},
        f"{_CASO} Incapacidad de 65 % (LSS, art. 58). Con 20 % no hay pensión: ver "
        "INDEMNIZACION_GLOBAL; con 40 % se puede elegir.",
        PESOS,
    ),
    Ejemplo(
        "INDEMNIZACION_GLOBAL",
        lambda: {"salario_base_diario": SALARIO, "grado": 20.0},
        f"{_CASO} Incapacidad de 20 %: cinco anualidades de la pensión que habría tocado (LSS, "
        "art. 58, fracción III).",
        PESOS,
    ),
    Ejemplo(
        "PENSION_SOBREVIVENCIA",
        lambda: {
            "seguro": "IV",
            "base_mensual": 4471.25,
            "viudez": "sí",
            "huerfanos_sencillos": 2.0,
            "huerfanos_dobles": 0.0,
            "ascendientes": 0.0,
        },
        "La viuda y dos huérfanos de un pensionado por invalidez de 4,471.25 pesos al mes: 90 y 20 "
        "% cada uno, reducidos a 100 % en conjunto (LSS, art. 131, 135 y 144).",
        PESOS,
    ),
    Ejemplo(
        "SUBSIDIO",
        lambda: {"ramo": "enfermedad", "salario_diario": SALARIO, "dias": 30.0},
        f"{_CASO} Treinta días de enfermedad general: 60 % desde el cuarto (LSS, art. 96 y 98).",
        PESOS,
    ),
    Ejemplo(
        "AYUDA_FUNERAL",
        lambda: {"fecha": dt.date(2010, 6, 15)},
        "Dos meses de salario mínimo del D. F. a la fecha del fallecimiento (LSS, art. 104).",
        PESOS,
    ),
)
