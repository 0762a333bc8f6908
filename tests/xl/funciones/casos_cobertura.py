"""Valid calls of the functions of coverage and indicators."""

from typing import Any

CASOS: dict[str, dict[str, Any]] = {
    "HOGARES": {
        "h_1990": [131027.0, 363268.0, 67952.0, 109004.0],
        "h_2000": [207327.0, 613602.0, 107536.0, 163451.0],
        "anio": 2004.0,
    },
    "AVANCE_SEXENAL": {"linea_base": 0.0, "meta": 8831.0, "valor": 3360.0},
    "CLASE_AVANCE": {"avance": 38.05},
    "CUMPLIMIENTO": {"linea_base": 22.0, "meta": 26.0, "valor": 25.0, "sentido": "ascendente"},
    "RAZON_MOMIOS": {"a": 89.0, "b": 11.0, "c": 64.0, "d": 36.0, "confianza": 0.95},
    "SPS_PERTENENCIA": {"respuestas": [[1.0, 3.0, 1.0, 1.0, 1.0], [2.0, 1.0, 2.0, 1.0, 9.0]]},
}
