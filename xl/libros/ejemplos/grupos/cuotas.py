"""Contributions by law, guarderías and SSFAM."""

from __future__ import annotations

from typing import Any

import numpy as np

from pymodel import datos
from xl.libros.ejemplos.ejemplo import Ejemplo, columna

ANIOS = [str(a) for a in range(2005, 2011)]


def _delegaciones() -> dict[str, Any]:
    df = datos.tabla("ifa2010", "cuadro_iv_7")
    return {"tabla": [list(df.columns), *df.to_numpy(dtype=object).tolist()]}


def _ramo() -> dict[str, Any]:
    df = datos.tabla("ifa2010", "cuadro_iv_8").set_index("concepto")[ANIOS]
    cop = df.loc["Cuotas obrero-patronales (1)"].to_numpy(np.float64)
    gasto = df.loc[
        ["Total de gastos (6)=(4)+(5)", "Total de provisiones y traslado (11)=(8)+(9)+(10)"]
    ].to_numpy(np.float64)
    return {"cop": columna(cop.tolist()), "gasto": columna(gasto.sum(axis=0).tolist())}


def _poblaciones() -> dict[str, Any]:
    """Users of cuadro III.9 by age, and the unit cost of the GMP (cuadro II.25) to age 79."""
    df = datos.tabla("ifa2005", "cuadro_iii_9").head(16)
    costo = datos.tabla("ifa2005", "cuadro_ii_25")["costo_unitario_pesos_2005"].head(16)

    def suma(seguro: str) -> list[list[float]]:
        total = df[f"{seguro} Hombres"] + df[f"{seguro} Mujeres"]
        return columna([float(x) for x in total])

    return {
        "poblacion_ro": suma("RO"),
        "poblacion_ssfam": suma("SSFAM"),
        "costos": columna([float(x) for x in costo]),
    }


EJEMPLOS = (
    Ejemplo(
        "CUOTAS_IMSS",
        lambda: {
            "sbc": columna([315.04, 650.0, 5000.0]),
            "fecha": "2026-03-01",
            "dias": 31.0,
            "prima_rt": 0.0054355,
            "con_rcv_infonavit": "sí",
        },
        "Marzo de 2026: el primero gana el salario mínimo y lo paga todo el patrón (art. 36); el "
        "tercero pasa del tope de 25 UMA.",
    ),
    Ejemplo(
        "PRIMA_RT",
        lambda: {
            "s": columna([0.0, 610.0, 130.0]),
            "i": columna([0.0, 0.0, 0.1]),
            "d": columna([0.0, 0.0, 0.0]),
            "n": columna([60.0, 95.0, 40.0]),
            "prima_anterior": columna([0.0054355, 0.0465325, 0.0259840]),
        },
        "Tres empresas inventadas: baja a la mínima, casi igual, y sube un punto, lo más que "
        "permite el art. 74.",
    ),
    Ejemplo(
        "PRIMA_RT_CLASE",
        lambda: {"clase": "III"},
        "Prima media de la clase III (art. 73).",
    ),
    Ejemplo(
        "PRUEBA_ART211",
        _ramo,
        "El 80 % de las cuotas contra el gasto del ramo de Guarderías, 2005 a 2010 (IFA 2010, "
        "cuadro IV.8): sólo alcanzó en 2010.",
    ),
    Ejemplo(
        "GUARDERIA_INDICADORES",
        _delegaciones,
        "El cuadro IV.7 del IFA 2010 como está impreso: tasas recalculadas, lugares y total.",
    ),
    Ejemplo(
        "GUARDERIA_COBERTURA",
        lambda: {
            "escenario": 3.0,
            "anio": 2010.0,
            "opciones": [["administracion", 0.0633]],
        },
        "Escenario III de 2010 con el 6.33 % que implica el cuadro III.7 del IFA 2005, en vez del "
        "6 % de su texto.",
    ),
    Ejemplo(
        "SSFAM_CUOTA",
        lambda: {"edad": columna([10.0, 30.0, 50.0, 70.0]), "anio": 2010.0},
        "Cuotas anuales de 2010 por grupo de edad, sin redondear (IFA 2010, cuadro V.3: 1,265.10, "
        "1,478.60, 2,210.10 y 3,325.70).",
    ),
    Ejemplo(
        "SSFAM_SELECCION",
        _poblaciones,
        "Usuarios del cuadro III.9 del IFA 2005 hasta 79 años, con el costo por edad de los "
        "pensionados (cuadro II.25), a falta del propio.",
    ),
    Ejemplo(
        "SSFAM_EQUILIBRIO",
        lambda: {"supuestos": [["cambio_gasto", -0.1]]},
        "Con 10 % menos de gasto, la prima media nivelada baja en la misma proporción (IFA 2010, "
        "cuadros V.4 a V.6).",
    ),
)
