"""Block F: velatorios, cuadros IV.11 to IV.14 (B077-B097)."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from pymodel import servicios
from pymodel.conciliacion.ifa2010_b.impresos import (
    UN_DECIMAL,
    contra,
    cuadro,
    fila,
    fuente,
    suma,
    verificacion,
)
from pymodel.conciliacion.registro import Par, Verificacion
from pymodel.validacion import Vector

MILES = "miles de pesos de 2011"
ANIOS = [str(a) for a in range(2005, 2011)]
RUBROS = (
    "Ingresos (1)",
    "Utilidad bruta (3)=(1)-(2)",
    "Gasto corriente (4)2/",
    "Otros gastos (5)3/",
    "Provisión obligaciones contractuales (6)",
    "Gasto de Operación (7)=(4)+(5)+(6)",
)
COSTO, RESULTADO = "Costo de Ventas (2)", "Resultado neto (8)=(3)-(7)"


# --- Services (IV.11) --------------------------------------------------------------------------


def _servicios() -> Vector:
    return cuadro("IV.11")[ANIOS].to_numpy(np.float64)


def _promedios() -> Par:
    return cuadro("IV.11")["promedio_2005_2010"], _servicios().mean(axis=1)


def _distribucion() -> Vector:
    medias = _servicios().mean(axis=1)
    return 100.0 * medias / medias[-1]


def _acumulada() -> Par:
    impresa = cuadro("IV.11")["distribucion_porcentual_acumulada"].to_numpy(np.float64)[:-1]
    return impresa, np.cumsum(_distribucion()[:-1])


def _aumento(anio: int) -> float:
    total = _servicios()[-1]
    i = ANIOS.index(str(anio))
    return float(100.0 * (total[i] / total[i - 1] - 1.0))


# --- Statement (IV.12) -------------------------------------------------------------------------


def _monto(rubro: str, quien: str = "") -> Vector:
    df = cuadro("IV.12")
    concepto = df["concepto"] == (quien or rubro)
    if quien:
        concepto = df["concepto"].str.startswith(quien)
    hay = df[(df["seccion"] == "Monto") & (df["rubro"] == rubro) & concepto]
    if hay.empty:
        return np.zeros(len(ANIOS))  # the cost of sales is all of FIBESO
    return hay.iloc[0][ANIOS].to_numpy(np.float64)


QUIENES = ("", "IMSS", "FIBESO")


def _cada_uno(calcular: Callable[[str], Vector], rubro: str) -> Par:
    return (
        np.array([_monto(rubro, q) for q in QUIENES]),
        np.array([calcular(q) for q in QUIENES]),
    )


def _utilidad() -> Par:
    costo = {q: _monto(COSTO, q) for q in QUIENES}
    return _cada_uno(lambda q: _monto("Ingresos (1)", q) - costo[q], RUBROS[1])


def _gasto_operacion() -> Par:
    return _cada_uno(lambda q: np.sum([_monto(r, q) for r in RUBROS[2:5]], axis=0), RUBROS[5])


def _resultado() -> Par:
    return _cada_uno(lambda q: _monto(RUBROS[1], q) - _monto(RUBROS[5], q), RESULTADO)


def _suma_de_dos() -> Par:
    return (
        np.array([_monto(r) for r in RUBROS]),
        np.array([_monto(r, "IMSS") + _monto(r, "FIBESO") for r in RUBROS]),
    )


def _variaciones() -> Par:
    df = cuadro("IV.12")
    impresas = df[df["seccion"] != "Monto"][ANIOS[1:]].to_numpy(np.float64)
    orden = (RUBROS[0], COSTO, *RUBROS[1:], RESULTADO)
    montos = np.array([_monto(r) for r in orden])
    return impresas, 100.0 * (montos[:, 1:] / montos[:, :-1] - 1.0)


def _media_de_razones(rubro: str, signo: float) -> float:
    return float(100.0 * (signo * _monto(rubro) / _monto(RUBROS[0])).mean())


def _media(quien: str, signo: float) -> float:
    return float(signo * _monto(RESULTADO, quien).mean() / 1000.0)


# --- Projection (IV.14) ------------------------------------------------------------------------


def _paso_proyectado(rotulo: str) -> Par:
    if rotulo.startswith("Gastos totales"):
        partes = ("Gasto corriente", "Otros gastos", "Provisión obligaciones")
        return fila("IV.14", rotulo), suma("IV.14", partes)
    return fila("IV.14", rotulo), fila("IV.14", "Utilidad bruta") - fila("IV.14", "Gastos totales")


def _provision(error: bool) -> Par:
    proyectado = servicios.velatorios_2010(error_del_informe=error)
    return fila("IV.14", "Provisión obligaciones")[1:], proyectado["provision"][1:]


IV_11, IV_12, IV_14 = fuente("IV.11"), fuente("IV.12"), fuente("IV.14")
IV_13 = fuente("IV.13")
ENTRE_CIEN = (
    "Defecto del informe: aplica las tasas declaradas divididas entre 100 (0.9 % como 0.009 %)."
)

VERIFICACIONES: tuple[Verificacion, ...] = (
    verificacion(
        77,
        "identidad",
        "Servicios de velatorios: sumas de 2005 a 2010",
        "servicios",
        lambda: (_servicios()[-1], _servicios()[:-1].sum(axis=0)),
        0,
        IV_11,
    ),
    verificacion(
        78,
        "identidad",
        "Servicios de velatorios: promedio de seis años",
        "servicios",
        _promedios,
        0.51,
        IV_11,
    ),
    verificacion(
        79,
        "identidad",
        "Servicios de velatorios: distribución",
        "%",
        lambda: (cuadro("IV.11")["distribucion_porcentual"], _distribucion()),
        0.0051,
        IV_11,
    ),
    verificacion(
        80,
        "identidad",
        "Servicios de velatorios: distribución acumulada",
        "%",
        _acumulada,
        0.0051,
        IV_11,
    ),
    *(
        verificacion(
            n,
            "identidad",
            f"Servicios de velatorios: aumento de {a}, contra el texto",
            "%",
            contra(p, _aumento, a),
            UN_DECIMAL,
            f"{IV_11}; L4930-4960",
            nota="Desde 2009 la cremación y el embalsamamiento se cuentan aparte.",
        )
        for n, a, p in ((81, 2009, 24.6), (82, 2010, 24.7))
    ),
    verificacion(
        83,
        "identidad",
        "Velatorios: utilidad bruta = ingresos - costo, total, IMSS y FIBESO",
        MILES,
        _utilidad,
        1,
        IV_12,
    ),
    verificacion(
        84,
        "identidad",
        "Velatorios: gasto de operación = (4) + (5) + (6)",
        MILES,
        _gasto_operacion,
        1,
        IV_12,
    ),
    verificacion(
        85, "identidad", "Velatorios: resultado neto = (3) - (7)", MILES, _resultado, 1, IV_12
    ),
    verificacion(
        86, "identidad", "Velatorios: IMSS + FIBESO = total", MILES, _suma_de_dos, 1, IV_12
    ),
    verificacion(
        87,
        "identidad",
        "Velatorios: variaciones anuales de ocho renglones",
        "%",
        _variaciones,
        0.065,
        IV_12,
    ),
    verificacion(
        88,
        "identidad",
        "Velatorios: media de las razones anuales déficit/ingresos",
        "%",
        lambda: (15.4, _media_de_razones(RESULTADO, -1.0)),
        UN_DECIMAL,
        f"{IV_12}; L5130-5180",
    ),
    verificacion(
        89,
        "identidad",
        "Velatorios: media de las razones anuales gasto corriente/ingresos",
        "%",
        lambda: (84.4, _media_de_razones(RUBROS[2], 1.0)),
        UN_DECIMAL,
        f"{IV_12}; L5130-5180",
    ),
    verificacion(
        90,
        "identidad",
        "Velatorios: déficit medio 2005-2010",
        "millones de pesos de 2011",
        lambda: (16.5, _media("", -1.0)),
        UN_DECIMAL,
        f"{IV_12}; L5130-5180",
        falla_esperada="El informe resta los promedios redondeados, 67.7 - 51.2; da 16.44.",
    ),
    verificacion(
        91,
        "identidad",
        "Velatorios: déficit medio del IMSS",
        "millones de pesos de 2011",
        lambda: (67.7, _media("IMSS", -1.0)),
        UN_DECIMAL,
        f"{IV_12}; L5130-5180",
    ),
    verificacion(
        92,
        "identidad",
        "Velatorios: superávit medio de FIBESO",
        "millones de pesos de 2011",
        lambda: (51.2, _media("FIBESO", 1.0)),
        UN_DECIMAL,
        f"{IV_12}; L5130-5180",
    ),
    verificacion(
        93,
        "identidad",
        "Velatorios 2010-2015: gastos totales = (4) + (5) + (6)",
        MILES,
        lambda: _paso_proyectado("Gastos totales"),
        1,
        IV_14,
    ),
    verificacion(
        94,
        "identidad",
        "Velatorios 2010-2015: resultado neto = (3) - (7)",
        MILES,
        lambda: _paso_proyectado("Resultado neto"),
        1,
        IV_14,
    ),
    verificacion(
        95,
        "identidad",
        "Velatorios: déficit medio 2011-2015",
        "millones de pesos de 2011",
        lambda: (12.5, -fila("IV.14", "Resultado neto")[1:].mean() / 1000.0),
        UN_DECIMAL,
        f"{IV_14}; L5225-5249",
    ),
    verificacion(
        96,
        "modelo",
        "Velatorios: provisión 2011-2015 con las tasas divididas entre 100",
        MILES,
        lambda: _provision(True),
        1,
        f"{IV_14}; {IV_13}",
        nota=ENTRE_CIEN,
    ),
    verificacion(
        97,
        "modelo",
        "Velatorios: provisión 2011-2015 con las tasas declaradas",
        MILES,
        lambda: _provision(False),
        1,
        f"{IV_14}; {IV_13}",
        falla_esperada=ENTRE_CIEN,
    ),
)
