"""Montos constitutivos, sumas aseguradas and individual accounts: one family, who pays."""

from __future__ import annotations

from typing import Any

from pymodel import datos
from xl.libros.ejemplos.ejemplo import Ejemplo, columna

PESOS = "#,##0.00"
FAMILIA: list[list[Any]] = [
    ["parentesco", "edad", "sexo"],
    ["conyuge", 43.0, "M"],
    ["hijo", 12.0, "H"],
    ["hijo", 9.0, "M"],
]
_CASO: dict[str, Any] = {
    "tipo": "invalidez",
    "edad": 45.0,
    "sexo": "H",
    "salario_base_diario": 350.0,
    "beneficiarios": FAMILIA,
}
_TEXTO = (
    "Hombre de 45 años con cónyuge y dos hijos, 350 pesos diarios; tablas EMSSA-97 y EMSSI-97, 3.5 "
    "%, margen de 2 %. Sin lo que la CUSF agrega y no se pudo leer (dice «no incluido»)."
)
CARTERA: list[list[Any]] = [
    ["tipo", "edad", "sexo", "salario_base_diario", "conyuge_edad", "conyuge_sexo", "saldo"],
    ["invalidez", 45.0, "H", 350.0, 43.0, "M", 120_000.0],
    ["ipt", 38.0, "M", 280.0, 40.0, "H", 80_000.0],
    ["viudez", None, None, 350.0, 43.0, "M", 95_000.0],
    ["invalidez", 12.0, "H", 350.0, None, None, 0.0],
]


def _arbol() -> dict[str, Any]:
    df = datos.tabla("ifa2010", "cuadro_a_6")
    filas = [
        [str(c), float(a), float(b)]
        for c, a, b in zip(
            df["Concepto"],
            df["transicion_casos_2008_2009"],
            df["transicion_casos_1998_2009"],
            strict=True,
        )
    ]
    return {"conteos": filas[:5], "anio_proyeccion": 8.0}


EJEMPLOS = (
    Ejemplo(
        "ANUALIDAD",
        lambda: {
            "tabla": "EMSSA-97",
            "edad": columna([60.0, 65.0, 70.0]),
            "sexo": "H",
            "tasa": 0.035,
        },
        "Un peso de renta anual, vitalicia, en doce pagos al mes por adelantado.",
    ),
    Ejemplo(
        "ESPERANZA_VIDA",
        lambda: {"tabla": "EMSSA-09", "edad": columna([60.0, 65.0, 70.0]), "sexo": "M"},
        "Años que se espera vivir a cada edad.",
        PESOS,
    ),
    Ejemplo(
        "TABLA_BIOMETRICA",
        lambda: {"nombre": "EMDE-IMSS-09"},
        "Deserción escolar por edad: la tabla más corta. Con EMSSA-97 se ve la de mortalidad.",
        "0.00000",
    ),
    Ejemplo("MONTO_CONSTITUTIVO", lambda: dict(_CASO), _TEXTO, PESOS),
    Ejemplo(
        "MONTO_CONSTITUTIVO_DESGLOSE",
        lambda: {
            **_CASO,
            "bases": "1997",
            "tasa": 0.035,
            "opciones": [["saldo", 120_000.0], ["pension_garantizada_mensual", 2_200.0]],
        },
        f"{_TEXTO} Con saldo y pensión garantizada se ve quién paga: cuenta, IMSS y Estado.",
        PESOS,
    ),
    Ejemplo(
        "SUMA_ASEGURADA",
        lambda: {"mc_sin_garantia": 900_000.0, "saldo": 150_000.0},
        "Lo que paga el IMSS: el monto constitutivo sin garantía menos la cuenta (LSS, art. 159).",
        PESOS,
    ),
    Ejemplo(
        "COSTO_FISCAL",
        lambda: {"mc_garantizada": 1_000_000.0, "mc_sin_garantia": 900_000.0, "saldo": 150_000.0},
        "Lo que paga el Estado por la pensión garantizada (LSS, art. 141); nunca se carga al IMSS.",
        PESOS,
    ),
    Ejemplo(
        "SALDO_CUENTA",
        lambda: {"salario_diario": 250.0, "anios": 10.0, "opciones": [["con_vivienda", "no"]]},
        "Diez años de cuenta individual sin Vivienda, con los supuestos del IFA 2010.",
        PESOS,
    ),
    Ejemplo(
        "ARBOL_DECISION",
        _arbol,
        "Incapacidad permanente, generación en transición: casos del cuadro A.6 del IFA 2010; "
        "fracciones del octavo año de proyección.",
        "0.0000",
    ),
    Ejemplo(
        "MC_CARTERA",
        lambda: {"tabla": CARTERA},
        "Tres casos y uno con un dato imposible: se señala en la columna error y los demás se "
        "calculan.",
        PESOS,
    ),
)
