"""Block L: tiendas, cuadros X.16 to X.19 (B207-B229)."""

from __future__ import annotations

from functools import partial

import numpy as np

from pymodel import servicios
from pymodel.conciliacion.ifa2010_b.impresos import (
    MEDIO,
    UN_DECIMAL,
    cuadro,
    fila,
    fuente,
    supuesto,
    tasa_media,
    verificacion,
)
from pymodel.conciliacion.registro import Par, Verificacion
from pymodel.validacion import Vector

MILES, MILLONES = "miles de pesos de 2011", "millones de pesos de 2011"
CAPITULO = "L7897-8060"


def _tiendas() -> Vector:
    return cuadro("X.16")["Número de tiendas"].to_numpy(np.float64)


def _cuatro_delegaciones() -> Par:
    t = _tiendas()
    return 25.0, 100.0 * np.sort(t[:-1])[-4:].sum() / t[-1]


PASOS = {
    209: ("Ingresos totales", (("Ventas", 1), ("Otros ingresos", 1))),
    210: (
        "Utilidad bruta",
        (
            ("Ingresos totales", 1),
            ("Costo de ventas", -1),
            ("Bonificaciones", -1),
            ("Diferencia de inventarios", -1),
        ),
    ),
    211: ("Resultado de operación", (("Utilidad bruta", 1), ("Gasto corriente", -1))),
    212: (
        "Resultado total",
        (("Resultado de operación", 1), ("Provisión para RJP", -1), ("Otros gastos", -1)),
    ),
}


def _paso(numero: int) -> Par:
    total, partes = PASOS[numero]
    return fila("X.17", total), np.sum([s * fila("X.17", r) for r, s in partes], axis=0)


def _sobre_ventas(rotulo: str) -> Vector:
    return 100.0 * fila("X.17", rotulo) / fila("X.17", "Ventas")


def _utilidad_sobre(rotulo: str) -> float:
    """Ratio of the sums of six years, per cent."""
    return float(100.0 * fila("X.17", "Utilidad bruta").sum() / fila("X.17", rotulo).sum())


def _utilidad_sobre_personal() -> float:
    personal = 0.843 * fila("X.17", "Gasto corriente")[-1]  # the share that the text prints
    return float(100.0 * fila("X.17", "Utilidad bruta")[-1] / personal)


def _inventarios() -> float:
    ventas, diferencia = fila("X.17", "Ventas"), fila("X.17", "Diferencia de inventarios")
    return float(100.0 * (diferencia / ventas)[1:].mean())


def _identidades_x_19() -> Par:
    publicado, calculado = [], []
    for total, partes in (
        ("Ingreso total", (("Ventas", 1), ("Otros ingresos", 1))),
        ("Utilidad bruta", (("Ingreso total", 1), ("Costos", -1))),
        ("Resultado de operación", (("Utilidad bruta", 1), ("Gasto corriente", -1))),
        (
            "Resultado total",
            (("Resultado de operación", 1), ("Provisión para el RJP", -1), ("Otros gastos", -1)),
        ),
    ):
        publicado.append(fila("X.19", total))
        calculado.append(np.sum([s * fila("X.19", r) for r, s in partes], axis=0))
    return np.array(publicado), np.array(calculado)


def _costos() -> Par:
    e = servicios.tiendas_2010()
    calculados = e["costo_ventas"] + e["bonificaciones"] + e["diferencia_inventarios"]
    return fila("X.19", "Costos"), calculados


def _proyectado(rotulo: str, clave: str, desde: int) -> Par:
    return fila("X.19", rotulo)[desde:], servicios.tiendas_2010()[clave][desde:]


def _parte_personal() -> Par:
    crecimiento = 1.0 + supuesto("servicios_crecimiento_personal", 2011)
    de_2010 = supuesto("tiendas_gasto_corriente_personal", 2011) / crecimiento
    return 84.3, 100.0 * de_2010 / fila("X.17", "Gasto corriente")[-1]


def _crecimiento_deficit(desde: int) -> float:
    resultado = fila("X.19", "Resultado total")
    return tasa_media(resultado[desde - 2010], resultado[-1], 2015 - desde)


X_16, X_17, X_19 = fuente("X.16"), fuente("X.17"), fuente("X.19")

VERIFICACIONES: tuple[Verificacion, ...] = (
    verificacion(
        207,
        "identidad",
        "Tiendas: suma de 35 delegaciones",
        "tiendas",
        lambda: (_tiendas()[-1], _tiendas()[:-1].sum()),
        0,
        X_16,
    ),
    verificacion(
        208,
        "identidad",
        "Tiendas en las cuatro delegaciones mayores, «casi la cuarta parte»",
        "%",
        _cuatro_delegaciones,
        2.5,
        X_16,
        nota="El texto no da la cifra: la tolerancia es cercanía.",
    ),
    *(
        verificacion(
            n,
            "identidad",
            f"Tiendas 2005-2010: {PASOS[n][0].lower()}",
            MILES,
            partial(_paso, n),
            1,
            X_17,
        )
        for n in PASOS
    ),
    verificacion(
        213,
        "identidad",
        "Tiendas: media de resultado de operación/ventas",
        "%",
        lambda: (12.8, -_sobre_ventas("Resultado de operación").mean()),
        UN_DECIMAL,
        f"{X_17}; {CAPITULO}",
    ),
    verificacion(
        214,
        "identidad",
        "Tiendas: media de resultado total/ventas",
        "%",
        lambda: (16.6, -_sobre_ventas("Resultado total").mean()),
        UN_DECIMAL,
        f"{X_17}; {CAPITULO}",
    ),
    verificacion(
        215,
        "identidad",
        "Tiendas: desviación muestral de resultado total/ventas",
        "%",
        lambda: (3.2, _sobre_ventas("Resultado total").std(ddof=1)),
        UN_DECIMAL,
        f"{X_17}; {CAPITULO}",
    ),
    verificacion(
        216,
        "identidad",
        "Tiendas: utilidad bruta media",
        MILLONES,
        lambda: (269.7, fila("X.17", "Utilidad bruta").mean() / 1000.0),
        UN_DECIMAL,
        f"{X_17}; {CAPITULO}",
    ),
    verificacion(
        217,
        "identidad",
        "Tiendas: utilidad bruta entre ventas, razón de sumas",
        "%",
        lambda: (12.3, _utilidad_sobre("Ventas")),
        UN_DECIMAL,
        f"{X_17}; {CAPITULO}",
    ),
    verificacion(
        218,
        "identidad",
        "Tiendas: utilidad bruta entre gasto corriente, «casi 49»",
        "%",
        lambda: (49.0, _utilidad_sobre("Gasto corriente")),
        UN_DECIMAL,
        f"{X_17}; {CAPITULO}",
    ),
    verificacion(
        219,
        "identidad",
        "Tiendas: ventas medias (el texto las llama ingresos)",
        MILLONES,
        lambda: (2191.0, fila("X.17", "Ventas").mean() / 1000.0),
        MEDIO,
        f"{X_17}; {CAPITULO}",
    ),
    verificacion(
        220,
        "identidad",
        "Tiendas 2010: utilidad bruta entre servicios de personal (84.3 %)",
        "%",
        lambda: (55.5, _utilidad_sobre_personal()),
        UN_DECIMAL,
        f"{X_17}; L8293-8295",
    ),
    verificacion(
        221,
        "identidad",
        "Tiendas: diferencias de inventario entre ventas 2006-2010",
        "%",
        lambda: (1.0, _inventarios()),
        MEDIO,
        f"{X_17}; {CAPITULO}",
    ),
    verificacion(
        222,
        "identidad",
        "Tiendas 2010-2015: cuatro renglones derivados",
        MILES,
        _identidades_x_19,
        1,
        X_19,
    ),
    verificacion(
        223,
        "modelo",
        "Tiendas: costos con las ventas, diferencia de inventario constante",
        MILES,
        _costos,
        1.2,
        f"{X_19}; {X_17}",
    ),
    verificacion(
        224,
        "modelo",
        "Tiendas: provisión 2012-2015 con el RJP del cuadro C.3",
        MILES,
        lambda: _proyectado("Provisión para el RJP", "provision_rjp", 2),
        1.1,
        f"{X_19}; {fuente('C.3')}",
    ),
    verificacion(
        225,
        "calibrado",
        "Tiendas: gasto corriente con personal y servicios del cuadro C.3",
        MILES,
        lambda: _proyectado("Gasto corriente", "gasto_corriente", 1),
        1.2,
        f"{X_19}; {fuente('C.3')}",
        nota="Ajustadas: las tres partes del gasto de 2011.",
    ),
    verificacion(
        226,
        "calibrado",
        "Tiendas: parte del personal en el gasto corriente de 2010",
        "%",
        _parte_personal,
        UN_DECIMAL,
        f"{X_19}; L8293-8295",
        nota="Ajustada: la parte del gasto de 2011 que crece con el personal.",
    ),
    verificacion(
        227,
        "identidad",
        "Tiendas: crecimiento del déficit 2010-2015, contra el texto",
        "% anual",
        lambda: (4.0, _crecimiento_deficit(2010)),
        UN_DECIMAL,
        f"{X_19}; L8166",
    ),
    verificacion(
        228,
        "identidad",
        "Tiendas: crecimiento del déficit 2011-2015, contra las conclusiones",
        "% anual",
        lambda: (3.5, _crecimiento_deficit(2011)),
        UN_DECIMAL,
        f"{X_19}; L8299-8305",
        falla_esperada="Defecto del informe: el déficit crece 4.0 % desde 2010 y 4.5 % desde 2011.",
    ),
    verificacion(
        229,
        "identidad",
        "Tiendas: déficit medio 2011-2015, contra las conclusiones",
        MILLONES,
        lambda: (377.0, -fila("X.19", "Resultado total")[1:].mean() / 1000.0),
        MEDIO,
        f"{X_19}; L8415-8425",
        falla_esperada="Defecto del informe: 377 es el déficit de 2015; la media es 345.3.",
    ),
)
