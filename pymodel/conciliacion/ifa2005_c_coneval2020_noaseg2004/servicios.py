"""Chapter III.3 (tiendas, velatorios, centros vacacionales) and Conclusiones: checks 47 to 68."""

from __future__ import annotations

import numpy as np

from pymodel import servicios
from pymodel.conciliacion import lectura
from pymodel.conciliacion.ifa2005_c_coneval2020_noaseg2004.capitulo_iii import (
    DOCUMENTO,
    MEDIO,
    UN_DECIMAL,
    cuadro,
    fila,
    tasa_media,
    texto,
    verificacion,
)
from pymodel.conciliacion.registro import Par
from pymodel.validacion import Vector

HISTORIA = [str(a) for a in range(2001, 2006)]
PROYECCION = [str(a) for a in range(2005, 2011)]
CRECIMIENTO = "Crecimiento vs. año anterior"


# --- Tiendas (cuadros III.11 to III.13) --------------------------------------------------------


def _renglon(n: int) -> Vector:
    """Amounts of a numbered row of cuadro III.11."""
    df = cuadro("III.11")
    return df[df["renglón"] == n].iloc[0][HISTORIA].to_numpy(np.float64)


def _estado_tiendas() -> dict[str, Vector]:
    return servicios.resultado_tiendas(*(_renglon(n) for n in (1, 2, 4, 5, 6, 8, 10, 13)))


# Rows of cuadro III.11 that add up others: 7 = 3 - 4 - 5 - 6.
DERIVADOS: dict[int, tuple[int, ...]] = {
    3: (1, 2),
    7: (3, -4, -5, -6),
    9: (7, -8),
    11: (8, 10),
    12: (7, -11),
    14: (12, -13),
}


def _identidades_tiendas() -> Par:
    sumas = [sum(np.sign(n) * _renglon(abs(n)) for n in partes) for partes in DERIVADOS.values()]
    return np.array([_renglon(n) for n in DERIVADOS]), np.array(sumas)


def _crecimientos_tiendas() -> Par:
    df = cuadro("III.11")
    impresos = df[df["Concepto"] == CRECIMIENTO]
    publicado = impresos[HISTORIA[1:]].to_numpy(np.float64)
    montos = np.array([_renglon(int(n)) for n in impresos["renglón"]])
    return publicado, 100.0 * (montos[:, 1:] / montos[:, :-1] - 1.0)


def _acumulado_tiendas() -> Par:
    deficit, ingresos = -_renglon(12).sum(), _renglon(3).sum()
    publicado = [
        texto("L3032", "Déficit acumulado 2001-2005 (supera)"),
        texto("L3032", "Déficit acumulado / ingresos"),
    ]
    return publicado, [deficit / 1000.0, 100.0 * deficit / ingresos]


def _caida_tiendas() -> Par:
    ingresos = _renglon(3)
    publicado = [
        texto("L3039", "Reducción media anual de ingresos"),
        texto("L3039", "Reducción acumulada de ingresos 2001-2005"),
    ]
    total = 100.0 * (1.0 - ingresos[-1] / ingresos[0])
    return publicado, [-tasa_media(ingresos[0], ingresos[-1], 4), total]


def _capitulos() -> Par:
    df = cuadro("III.12")
    crecimientos = df[df["Capítulo de Gasto"] == "Crecimiento"]
    montos = np.array(
        [fila("III.12", str(c), HISTORIA) for c in crecimientos["capítulo de referencia"]]
    )
    publicado = crecimientos[HISTORIA[1:]].to_numpy(np.float64)
    return publicado, 100.0 * (montos[:, 1:] / montos[:, :-1] - 1.0)


def _tres_capitulos() -> Par:
    partes = ("Servicios de Personal", "Servicios Generales", "Provisión para RJP")
    suma = sum(fila("III.12", p, ["2005"])[0] for p in partes)
    total = fila("III.12", "Gasto de Operación", ["2005"])[0]
    return texto("L3073", "Tres capítulos / gasto de operación"), 100.0 * suma / total


def _tiendas(rotulo: str, clave: str, desde: int = 2006, hasta: int = 2010) -> Par:
    corte = slice(desde - 2005, hasta - 2004)
    return fila("III.13", rotulo, PROYECCION)[corte], servicios.tiendas_2005()[clave][corte]


def _ventas_tiendas() -> Par:
    estado = servicios.tiendas_2005()
    pares = (
        ("Ventas", estado["ventas"]),
        ("Ingresos Totales", estado["ingresos_totales"]),
        ("Costos a/", estado["costo_ventas"]),
        ("Utilidad Bruta", estado["utilidad_bruta"]),
    )
    return (
        np.array([fila("III.13", r, PROYECCION)[1:] for r, _ in pares]),
        np.array([v[1:] for _, v in pares]),
    )


def _gasto_y_rjp_tiendas() -> Par:
    publicado, calculado = [], []
    for rotulo, clave in (
        ("Gasto Corriente b/", "gasto_corriente"),
        ("Provisión para el RJP", "provision_rjp"),
    ):
        p, c = _tiendas(rotulo, clave)
        publicado.append(p)
        calculado.append(c)
    return np.array(publicado), np.array(calculado)


# --- Velatorios (cuadros III.14 and III.15) ----------------------------------------------------


def _velatorios(rubro: str, quien: str) -> Vector:
    """Cells of cuadro III.14, a dash as 0; without the row, 0."""
    df = cuadro("III.14")
    filas = df[(df["concepto de referencia"] == rubro) & (df["Concepto"] == quien)]
    if filas.empty:
        return np.zeros(len(HISTORIA))
    return filas.iloc[0][HISTORIA].fillna(0.0).to_numpy(np.float64)


CON_DETALLE = (
    "Ingresos",
    "Gastos Corriente a/",
    "Costo Laboral",
    "Gasto de Operación",
    "Resultado de Operación",
    "Otros Gastos b/",
    "Resultado Neto",
)


# Rubros of cuadro III.14 that add up others, both institutions and each.
SUMAS_VELATORIOS = {
    "Gasto de Operación": (("Gastos Corriente a/", 1), ("Costo Laboral", 1)),
    "Resultado Neto": (("Resultado de Operación", 1), ("Otros Gastos b/", -1)),
}


def _identidades_velatorios() -> Par:
    publicado, calculado = [], []
    for rubro in CON_DETALLE:
        publicado.append(_velatorios(rubro, rubro))
        calculado.append(_velatorios(rubro, "IMSS") + _velatorios(rubro, "FIBESO"))
    costo, utilidad = (_velatorios(r, r) for r in ("Costo de Ventas", "Utilidad Bruta"))
    publicado.append(utilidad)
    calculado.append(_velatorios("Ingresos", "Ingresos") - costo)
    for quien in ("", "IMSS", "FIBESO"):
        utilidades = utilidad
        if quien:  # the cost of sales is all of FIBESO
            utilidades = _velatorios("Ingresos", quien) - (costo if quien == "FIBESO" else 0.0)
        rubro = "Resultado de Operación"
        publicado.append(_velatorios(rubro, quien or rubro))
        calculado.append(
            utilidades - _velatorios("Gasto de Operación", quien or "Gasto de Operación")
        )
        for rubro, partes in SUMAS_VELATORIOS.items():
            publicado.append(_velatorios(rubro, quien or rubro))
            sumandos = [signo * _velatorios(r, quien or r) for r, signo in partes]
            calculado.append(np.sum(sumandos, axis=0))
    return np.array(publicado), np.array(calculado)


def _tasas_velatorios() -> Par:
    publicado = [
        texto("L3146", 'Reducción media anual del gasto "de operación"'),
        texto("L3146", "Reducción media anual de ingresos SNV"),
    ]
    calculado = []
    for rubro in ("Gastos Corriente a/", "Ingresos"):
        v = _velatorios(rubro, rubro)
        calculado.append(-tasa_media(v[0], v[-1], 4))
    return publicado, calculado


def _tasas_desde_2002() -> Par:
    ingresos = _velatorios("Ingresos", "Ingresos")
    gastos = _velatorios("Gasto de Operación", "Gasto de Operación") + _velatorios(
        "Otros Gastos b/", "Otros Gastos b/"
    )
    publicado = [
        texto("L3204", "Reducción media anual ingresos 2002-2005"),
        texto("L3219", "Reducción media anual desde 2002"),
    ]
    return publicado, [-tasa_media(v[1], v[-1], 3) for v in (ingresos, gastos)]


def _proyeccion_velatorios() -> Par:
    return (
        fila("III.15", "Resultado de Operación", PROYECCION)[1:],
        servicios.velatorios_2005()["resultado"][1:],
    )


# --- Centros vacacionales (cuadros III.16 to III.18) -------------------------------------------

CAPITULOS = ("Servicios de Personal", "Consumos", "Mantenimiento", "Servicios Generales")
CENTROS = ["Oaxtepec", "Metepec", "Trinidad", "Malintzi"]


def _identidades_centros(numero: str, columnas: list[str], otros: str) -> tuple[Vector, Vector]:
    """Gasto corriente, gastos and result, printed and from the printed rows above them."""
    ingresos, corriente, gastos, resultado = (
        fila(numero, r, columnas)
        for r in ("Ingresos", "Gasto Corriente", "Gastos", "Resultado Operativo")
    )
    capitulos = sum(fila(numero, c, columnas) for c in CAPITULOS)
    suma = corriente + fila(numero, otros, columnas) + fila(numero, "Costo Laboral", columnas)
    return np.array([corriente, gastos, resultado]), np.array([capitulos, suma, ingresos - gastos])


def _variaciones() -> Par:
    df = cuadro("III.16")
    primero, segundo = (df[a].to_numpy(np.float64) for a in ("2004", "2005"))
    identidades = _identidades_centros("III.16", ["2004", "2005"], "Otros Gastos a/")
    return (
        np.concatenate(
            [df["Variación Absoluta"], df["Variación Real (%)"], identidades[0].ravel()]
        ),
        np.concatenate(
            [segundo - primero, 100.0 * (segundo / primero - 1.0), identidades[1].ravel()]
        ),
    )


TOLERANCIA_III_16 = np.concatenate([np.full(10, 1.0), np.full(10, UN_DECIMAL), np.full(6, 1.0)])


def _por_centro() -> Par:
    df = cuadro("III.17")
    filas = df[CENTROS].to_numpy(np.float64).sum(axis=1)
    identidades = _identidades_centros("III.17", [*CENTROS, "Total"], "Otros Gastos")
    return (
        np.concatenate([df["Total"].to_numpy(np.float64), identidades[0].ravel()]),
        np.concatenate([filas, identidades[1].ravel()]),
    )


def _razones_centros() -> Par:
    publicado, calculado = [], []
    for linea, rotulo, concepto in (
        ("L3351", "Gasto / ingresos", "Gastos"),
        ("L3353", "Servicios de personal / ingresos", "Servicios de Personal"),
    ):
        publicado += [texto(linea, f"{rotulo} {c}") for c in CENTROS]
        calculado += list(
            100.0 * fila("III.17", concepto, CENTROS) / fila("III.17", "Ingresos", CENTROS)
        )
    return publicado, calculado


def _proyeccion_centros(rotulo: str, clave: str) -> Par:
    return fila("III.18", rotulo, PROYECCION)[1:], servicios.centros_2005()[clave][1:]


# --- Conclusiones ------------------------------------------------------------------------------


def _gmp(columna: str, renglon: str) -> float:
    return lectura.celda(DOCUMENTO, "cuadro_ii_26", columna, renglon)


def _pensionados_2105() -> Par:
    razon = _gmp("pensionados_d", "2105") / _gmp("asegurados_c", "2105")
    return texto("L3417", "Pensionados / asegurados 2105"), 100.0 * razon


def _prima_gmp() -> Par:
    prima = _gmp("gastos_medicos_b", "Promedio") / _gmp("volumen_salarial_a", "Promedio")
    return texto("L3417", "Prima de gasto promedio GMP"), 100.0 * prima


MILES = "miles de pesos de 2005"
C11, C12, C13 = (
    "cuadro III.11, L2976-3030",
    "cuadro III.12, L3075-3105",
    "cuadro III.13, L3109-3128",
)
C14, C15 = "cuadro III.14, L3148-3182", "cuadro III.15, L3247-3263"
C16, C17, C18 = (
    "cuadro III.16, L3271-3293",
    "cuadro III.17, L3323-3347",
    "cuadro III.18, L3375-3389",
)

VERIFICACIONES = (
    verificacion(
        "47",
        "identidad",
        "Tiendas: seis renglones derivados del estado de resultados 2001-2005",
        MILES,
        _identidades_tiendas,
        1,
        C11,
    ),
    verificacion(
        "48",
        "identidad",
        "Tiendas: diez tasas de crecimiento 2002-2005",
        "%",
        _crecimientos_tiendas,
        0.06,
        C11,
        nota="Otros ingresos de 2005: 19.66 calculado, 19.6 impreso.",
    ),
    verificacion(
        "49",
        "modelo",
        "Tiendas: margen = utilidad bruta/ventas",
        "% de ventas",
        lambda: (
            fila("III.11", "Margen de Utilidad", HISTORIA),
            100.0 * _estado_tiendas()["margen"],
        ),
        UN_DECIMAL,
        C11,
    ),
    verificacion(
        "50",
        "identidad",
        "Tiendas: déficit de operación acumulado 2001-2005 y entre ingresos",
        "millones de pesos; %",
        _acumulado_tiendas,
        [50, MEDIO],
        f"L3032; {C11}",
        nota="El texto dice «supera 1,200 millones».",
    ),
    verificacion(
        "51",
        "identidad",
        "Tiendas: reducción media anual y total de ingresos 2001-2005",
        "%",
        _caida_tiendas,
        MEDIO,
        f"L3039; {C11}",
    ),
    verificacion(
        "52a",
        "identidad",
        "Tiendas: crecimiento de los capítulos de gasto 2002-2005",
        "%",
        _capitulos,
        UN_DECIMAL,
        C12,
    ),
    verificacion(
        "52b",
        "identidad",
        "Tiendas: tres capítulos entre gasto de operación 2005",
        "%",
        _tres_capitulos,
        MEDIO,
        f"L3073; {C12}",
    ),
    verificacion(
        "53",
        "calibrado",
        "Tiendas: ventas, ingresos, costos y utilidad 2006-2010",
        MILES,
        _ventas_tiendas,
        1,
        C13,
        nota="Ajustada: la caída anual de 10.885 %.",
    ),
    verificacion(
        "54",
        "modelo",
        "Tiendas: RJP de 2006, media de su parte de servicios de personal",
        MILES,
        lambda: _tiendas("Provisión para el RJP", "provision_rjp", 2006, 2006),
        MEDIO,
        f"{C12}; {C13}",
    ),
    verificacion(
        "55",
        "modelo",
        "Tiendas: gasto corriente y RJP con 1.5 % real anual, 2006-2010",
        MILES,
        _gasto_y_rjp_tiendas,
        MEDIO,
        C13,
    ),
    verificacion(
        "56",
        "calibrado",
        "Tiendas: déficit de operación 2006-2010",
        MILES,
        lambda: _tiendas("Déficit de Operación", "resultado_operacion"),
        1,
        C13,
        nota="Ajustada: la caída anual de las ventas.",
    ),
    verificacion(
        "57",
        "identidad",
        "Velatorios: IMSS + FIBESO y renglones derivados 2001-2005",
        MILES,
        _identidades_velatorios,
        1,
        C14,
    ),
    verificacion(
        "58",
        "identidad",
        "Velatorios: reducción media anual de gasto corriente e ingresos",
        "% anual",
        _tasas_velatorios,
        UN_DECIMAL,
        f"L3146; {C14}",
        nota="El texto llama «gasto de operación» al gasto corriente.",
    ),
    verificacion(
        "59",
        "identidad",
        "Velatorios: reducción media anual desde 2002, ingresos y gastos",
        "% anual",
        _tasas_desde_2002,
        MEDIO,
        f"L3204, L3219; {C14}",
    ),
    verificacion(
        "60", "modelo", "Velatorios: resultado 2006-2010", MILES, _proyeccion_velatorios, 1, C15
    ),
    verificacion(
        "61",
        "identidad",
        "Centros vacacionales: variaciones 2004-2005 y renglones derivados",
        f"{MILES}; %",
        _variaciones,
        TOLERANCIA_III_16,
        C16,
    ),
    verificacion(
        "62",
        "identidad",
        "Centros vacacionales: suma de cuatro centros y renglones derivados",
        MILES,
        _por_centro,
        1,
        C17,
    ),
    verificacion(
        "63",
        "identidad",
        "Centros vacacionales: gasto y personal entre ingresos, por centro",
        "%",
        _razones_centros,
        MEDIO,
        f"L3351-3353; {C17}",
    ),
    verificacion(
        "64",
        "modelo",
        "Centros vacacionales: gasto corriente 2006-2010",
        MILES,
        lambda: _proyeccion_centros("Gasto Corriente", "gasto_corriente"),
        1,
        C18,
    ),
    verificacion(
        "65",
        "modelo",
        "Centros vacacionales: costo laboral 2006-2010",
        MILES,
        lambda: _proyeccion_centros("Costo Laboral", "provision"),
        1,
        C18,
    ),
    verificacion(
        "66",
        "modelo",
        "Centros vacacionales: resultado 2006-2010",
        MILES,
        lambda: _proyeccion_centros("Resultado Operativo", "resultado"),
        3.5,
        C18,
        nota="El ingreso de 2004 del que sale la tasa está redondeado a miles.",
    ),
    verificacion(
        "67",
        "identidad",
        "GMP: pensionados entre asegurados en 2105",
        "%",
        _pensionados_2105,
        UN_DECIMAL,
        "L3417; cuadro II.26",
    ),
    verificacion(
        "68",
        "identidad",
        "GMP: prima de gasto promedio",
        "% de la masa salarial",
        _prima_gmp,
        0.01,
        "L3417; cuadro II.26",
    ),
)
