"""Block G: centros vacacionales, cuadros IV.15 to IV.17 and note 62 (B098-B124)."""

from __future__ import annotations

from functools import partial

import numpy as np

from pymodel import datos, servicios
from pymodel.conciliacion.ifa2010_b.impresos import (
    DOCUMENTO,
    MEDIO,
    UN_DECIMAL,
    contra,
    cuadro,
    fila,
    fuente,
    suma,
    supuesto,
    verificacion,
)
from pymodel.conciliacion.registro import Par, Verificacion
from pymodel.validacion import Vector

MILES, MILLONES = "miles de pesos de 2011", "millones de pesos de 2011"
CENTROS = ["Oaxtepec", "Metepec", "Trinidad", "Malintzi"]
CORRIENTE = (
    "Servicios de personal",
    "Consumos de medicamentos",
    "Mantenimiento",
    "Servicios generales",
    "Régimen de Jubilaciones",
)
OTROS = ("Intereses financieros", "Depreciaciones", "Resultado de ejercicios anteriores")


# --- Statement (IV.15) -------------------------------------------------------------------------


def _resta(numero: str, total: str, de: str, menos: str) -> Par:
    return fila(numero, total), fila(numero, de) - fila(numero, menos)


def _deficit_medio(anios: slice) -> float:
    return float(-fila("IV.15", "Excedente neto")[anios].mean() / 1000.0)


EXTRAORDINARIO = "Resultado de ejercicios anteriores"


def _extraordinario_de_2010() -> Par:
    inflacion = 1.0 + supuesto("inflacion_esperada", 2011)
    return 411.0, fila("IV.15", EXTRAORDINARIO)[-1] / inflacion / 1000.0


def _parte_extraordinaria() -> Par:
    deficit = -fila("IV.15", "Excedente neto")[-1]
    return 86.0, 100.0 * fila("IV.15", EXTRAORDINARIO)[-1] / deficit


# --- By centre (IV.16), whose labels (10) to (13) are displaced by one row ---------------------


def _suma_de_centros() -> Par:
    df = cuadro("IV.16")
    buenas = df[~df["concepto"].str.startswith("Total de otros (13)")]
    return buenas["Total"], buenas[CENTROS].to_numpy(np.float64).sum(axis=1)


def _gastos_por_centro() -> Par:
    partes = ("Total de gasto corriente (9)", "Resultado de ejercicios anteriores (12)")
    return fila("IV.16", "Total de gastos (14)"), suma("IV.16", partes)


def _parte(rotulo: str, centro: str) -> float:
    valores = fila("IV.16", rotulo)
    return float(100.0 * valores[CENTROS.index(centro)] / valores[-1])


def _metepec_sobre_trinidad() -> Par:
    ingresos = fila("IV.16", "Ingresos (1)")
    return 75.0, 100.0 * (ingresos[1] / ingresos[2] - 1.0)


def _usuarios(centro: str) -> Vector:
    df = datos.tabla(DOCUMENTO, "nota_62")
    return df[df["centro"] == centro]["usuarios_2010"].to_numpy(np.float64)


def _usuarios_sumados(centro: str) -> Par:
    u = _usuarios(centro)
    return u[-1], u[:-1].sum()


# --- Projection (IV.17) ------------------------------------------------------------------------

PROYECTADOS = {
    "Servicios de personal": "personal",
    "Consumos de medicamentos": "consumos",
    "Mantenimiento": "mantenimiento",
    "Servicios generales": "servicios_generales",
    "Régimen de Jubilaciones": "rjp",
    "Provisión obligaciones": "provision",
}


def _seis_renglones(error: bool) -> Par:
    proyectado = servicios.centros_2010(error_del_informe=error)
    return (
        np.array([fila("IV.17", r)[1:] for r in PROYECTADOS]),
        np.array([proyectado[k][1:] for k in PROYECTADOS.values()]),
    )


def _otros_gastos() -> Par:
    proyectado = servicios.centros_2010(error_del_informe=True)
    return fila("IV.17", "Otros gastos")[1:], proyectado["otros_gastos"][1:]


def _deficit_proyectado(desde: int) -> float:
    return float(-fila("IV.17", "Excedente neto")[desde:].mean() / 1000.0)


IV_15, IV_16, IV_17 = fuente("IV.15"), fuente("IV.16"), fuente("IV.17")
TEXTO = "L5340-5380"
ENTRE_CIEN = (
    "Con las tasas divididas entre 100, el defecto del informe; las declaradas dan otro déficit "
    "(85.3 millones de media en 2011-2015 contra 65.4)."
)

VERIFICACIONES: tuple[Verificacion, ...] = (
    verificacion(
        98,
        "identidad",
        "Centros: ingresos netos = ingresos + descuentos",
        MILES,
        lambda: (fila("IV.15", "Ingresos netos"), suma("IV.15", ("Ingresos (1)", "Descuentos"))),
        1,
        IV_15,
    ),
    verificacion(
        99,
        "identidad",
        "Centros: gasto corriente, suma de cinco renglones",
        MILES,
        lambda: (fila("IV.15", "Total de gasto corriente"), suma("IV.15", CORRIENTE)),
        1,
        IV_15,
    ),
    verificacion(
        100,
        "identidad",
        "Centros: otros gastos, suma de tres renglones",
        MILES,
        lambda: (fila("IV.15", "Total de otros"), suma("IV.15", OTROS)),
        1,
        IV_15,
    ),
    verificacion(
        101,
        "identidad",
        "Centros: excedente (7) = (3) - (6)",
        MILES,
        lambda: _resta("IV.15", "Excedentes de ingresos", "Ingresos netos", "Total de gastos (6)"),
        1,
        IV_15,
    ),
    verificacion(
        102,
        "identidad",
        "Centros: excedente neto (11) = (7) - (10)",
        MILES,
        lambda: _resta("IV.15", "Excedente neto", "Excedentes de ingresos", "Total de provisiones"),
        1,
        IV_15,
    ),
    verificacion(
        103,
        "identidad",
        "Centros: déficit medio 2005-2009, contra el texto",
        MILLONES,
        lambda: (77.0, _deficit_medio(slice(0, 5))),
        MEDIO,
        f"{IV_15}; {TEXTO}",
    ),
    verificacion(
        104,
        "identidad",
        "Centros: déficit medio 2005-2010, contra el texto",
        MILLONES,
        lambda: (147.7, _deficit_medio(slice(0, 6))),
        UN_DECIMAL,
        f"{IV_15}; {TEXTO}",
    ),
    verificacion(
        105,
        "modelo",
        "Centros: cargo de ejercicios anteriores en pesos de 2010",
        "millones de pesos de 2010",
        _extraordinario_de_2010,
        MEDIO,
        f"{IV_15}; L5347-5355",
    ),
    verificacion(
        106,
        "identidad",
        "Centros: cargo de ejercicios anteriores entre el déficit de 2010",
        "%",
        _parte_extraordinaria,
        MEDIO,
        f"{IV_15}; {TEXTO}",
        falla_esperada="Defecto del informe: 428,960 entre 501,857 es 85.5 %, no 86.",
    ),
    verificacion(
        107,
        "identidad",
        "Centros: cuatro centros = total (sin el renglón 13, mal impreso)",
        MILES,
        _suma_de_centros,
        2,
        IV_16,
    ),
    verificacion(
        108,
        "identidad",
        "Centros: gastos = gasto corriente + lo impreso en el renglón (12)",
        MILES,
        _gastos_por_centro,
        1,
        IV_16,
        nota="Los rótulos (10) a (13) están corridos un renglón: el (12) trae el total de otros.",
    ),
    *(
        verificacion(
            109 + i,
            "identidad",
            f"Centros: parte de {c} en los ingresos netos",
            "%",
            contra(p, _parte, "Ingresos netos", c),
            UN_DECIMAL,
            f"{IV_16}; {TEXTO}",
        )
        for i, (c, p) in enumerate(zip(CENTROS, (76.5, 13.3, 7.7, 2.5), strict=True))
    ),
    verificacion(
        113,
        "identidad",
        "Centros: parte de Oaxtepec en el déficit",
        "%",
        lambda: (88.7, _parte("Excedente neto", "Oaxtepec")),
        UN_DECIMAL,
        f"{IV_16}; {TEXTO}",
    ),
    verificacion(
        114,
        "identidad",
        "Centros: ingresos de Metepec sobre los de La Trinidad",
        "%",
        _metepec_sobre_trinidad,
        MEDIO,
        f"{IV_16}; {TEXTO}",
    ),
    verificacion(
        115,
        "identidad",
        "Centros: usuarios de Metepec sobre los de La Trinidad",
        "%",
        lambda: (5.9, 100.0 * (_usuarios("Metepec")[-1] / _usuarios("La Trinidad")[-1] - 1.0)),
        UN_DECIMAL,
        "IFA 2010, nota 62",
    ),
    *(
        verificacion(
            116 + i,
            "identidad",
            f"Centros: usuarios de {c} en 2010, suma",
            "usuarios",
            partial(_usuarios_sumados, c),
            0,
            "IFA 2010, nota 62",
        )
        for i, c in enumerate(("Metepec", "La Trinidad"))
    ),
    verificacion(
        118,
        "identidad",
        "Centros 2010-2015: gasto corriente, suma de cinco renglones",
        MILES,
        lambda: (fila("IV.17", "Total de gasto corriente"), suma("IV.17", CORRIENTE)),
        1,
        IV_17,
    ),
    verificacion(
        119,
        "identidad",
        "Centros 2010-2015: gastos totales = (9) + (10) + (11)",
        MILES,
        lambda: (
            fila("IV.17", "Gastos totales"),
            suma("IV.17", ("Total de gasto corriente", "Otros gastos", "Provisión obligaciones")),
        ),
        1,
        IV_17,
    ),
    verificacion(
        120,
        "identidad",
        "Centros 2010-2015: excedente neto = (3) - (12)",
        MILES,
        lambda: _resta("IV.17", "Excedente neto", "Ingresos netos", "Gastos totales"),
        1,
        IV_17,
    ),
    verificacion(
        121,
        "modelo",
        "Centros: seis renglones de gasto 2011-2015, tasas divididas entre 100",
        MILES,
        lambda: _seis_renglones(True),
        1.2,
        f"{IV_17}; {fuente('IV.13')}",
        nota=ENTRE_CIEN,
    ),
    verificacion(
        122,
        "modelo",
        "Centros: otros gastos desde 2011, inflados por segunda vez",
        MILES,
        _otros_gastos,
        1,
        f"{IV_17}; {IV_15}",
        nota="Defecto del informe: 4,184 ya está en pesos de 2011.",
    ),
    verificacion(
        123,
        "identidad",
        "Centros: déficit medio 2011-2015, contra el texto",
        MILLONES,
        lambda: (65.4, _deficit_proyectado(1)),
        UN_DECIMAL,
        f"{IV_17}; L5470-5493",
    ),
    verificacion(
        124,
        "identidad",
        "Centros: déficit medio 2012-2015, contra el texto",
        MILLONES,
        lambda: (64.0, _deficit_proyectado(2)),
        UN_DECIMAL,
        f"{IV_17}; L5470-5493",
    ),
)
