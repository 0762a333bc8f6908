"""A valid call of each function of health spending and comparison of states."""

from typing import Any

from pymodel.sps import afiliacion, gasto_salud

HOGARES = [[2.6e6, 2.6e6, 2.6e6], [2.5e6, 2.5e6, 2.5e6], [2.3e6, 2.4e6, 2.5e6]]
MONTOS = [536626038.0, 265855557.0, 260706897.0, 202387434.0]

CASOS: dict[str, dict[str, Any]] = {
    "SPS_GASTO_SALUD": {
        "escenario": 1.0,
        "alfa": gasto_salud.afiliacion_impresa().tolist(),
        "beta": [[b] for b in gasto_salud.reduccion(1)[::2].tolist()],
        "recursos_sps": afiliacion.recursos_del_informe(gasto_salud.ANIOS).tolist(),
        "opciones": None,
    },
    "SPS_VECES": {"ase_2010": 642.5, "gasto_estatal": 26.45},
    "DISPERSION": {"valores": MONTOS},
    "PROYECCION_LINEAL": {
        "anios": [2000.0, 2001.0, 2002.0, 2003.0],
        "valores": [55652.0, 59894.0, 63000.0, 67120.0],
        "proyectados": [2004.0, 2010.0],
        "confianza": 0.95,
        "intervalo": "prediccion",
    },
    "REGRESION_IMPRESA": {
        "intercepto": 72787589.0,
        "t_intercepto": 21.81378035,
        "pendiente": 5597091.0,
        "t_pendiente": 8.954851679,
        "proyectados": [2005.0, 2010.0],
        "anio_cero": 1996.0,
        "confianza": 0.95,
        "intervalo": "prediccion",
    },
    "SPS_DECILES": {
        "hogares": HOGARES,
        "familias": [1.5e6, 3.5e6, 5.0e6],
        "objetivo": "primero_pobres",
        "ahorro": [[5.0, 5.0, 5.0], [9.0, 9.0, 9.0], [7.0, 7.0, 7.0]],
        "inicial": None,
    },
    "SPS_LUGARES": {
        "valores": MONTOS,
        "alto": 10.0,
        "medio": 21.0,
        "empates": "compartido",
    },
    "SPS_TRANSFERENCIAS": {
        "montos": MONTOS,
        "familias": [187726.0, 150000.0, 95000.0, 94825.0],
    },
}
