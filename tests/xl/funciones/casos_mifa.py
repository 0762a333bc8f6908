"""A valid call of each function of the long-term MIFA."""

from typing import Any

COP = [85203.0, 87969.0, 90577.0, 93369.0]
AGF = [48036.0, 48971.0, 49800.0, 50714.0]
GASTO = [161058.0, 164173.0, 167187.0, 171627.0]
MASA = [1270700.0, 1311900.0, 1350800.0, 1392500.0]
SBC = [256.0, 259.7, 262.8, 266.2]

CASOS: dict[str, dict[str, Any]] = {
    "PRIMA_CONTRIBUCION": {"cop": COP, "agf": AGF, "masa": MASA},
    "PRIMA_REPARTO": {"gasto": GASTO, "masa": MASA},
    "SBC_EQUILIBRIO": {"sbc": SBC, "gasto": GASTO, "cop_agf": COP},
    "VECES_SMG": {
        "salario": SBC,
        "anio": [2011.0, 2012.0, 2013.0, 2014.0],
        "smg_base": 59.82,
        "anio_base": 2011.0,
        "crecimiento": 0.005,
    },
    "MIFA_FLUJO": {"supuestos": None},
    "MIFA_SEGURO": {"seguro": "SEM-A", "supuestos": None},
}
