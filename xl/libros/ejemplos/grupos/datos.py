"""Tables, parameters and checks."""

from __future__ import annotations

from typing import Any

from pymodel import datos
from xl.libros.ejemplos.ejemplo import Ejemplo


def _cuadro() -> dict[str, Any]:
    df = datos.celdas(datos.tabla("ifa2005", "cuadro_ii_10"))
    filas = df.astype(object).where(df.notna(), None).to_numpy().tolist()
    return {"tabla": [[str(c) for c in df.columns], *filas], "tolerancia": 1.0}


EJEMPLOS = (
    Ejemplo(
        "PARAMETRO",
        lambda: {"nombre": "smg_df", "fecha": 2010.0},
        "Salario mínimo general del D. F. vigente el 1 de enero de 2010, pesos diarios.",
    ),
    Ejemplo(
        "TABLA_FUENTE",
        lambda: {"documento": "ifa2010", "tabla": "cuadro_i_2"},
        "Un cuadro transcrito de los informes, con su encabezado. Las claves, en la hoja Catálogo "
        "de tablas de valuacion.xlsx.",
    ),
    Ejemplo(
        "VERIFICAR_TABLA",
        _cuadro,
        "Qué renglones, columnas y totales de un cuadro no cuadran. El cuadro II.10 del IFA 2005 "
        "imprime la reserva y no la suma.",
    ),
    Ejemplo(
        "CONCILIACION",
        lambda: {"documento": "ifa2010_c"},
        "Las verificaciones de un resumen: publicado contra calculado.",
    ),
)
