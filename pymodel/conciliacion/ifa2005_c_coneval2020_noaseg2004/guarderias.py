"""Chapter III.1, ramo de Guarderías: checks 1 to 36."""

from __future__ import annotations

import numpy as np

from pymodel import datos, guarderias
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

ANIOS = np.arange(2005, 2011)
SUMADAS = [
    "Número de Guarderías",
    "Capacidad Instalada",
    "Solicitudes pendientes de atender",
    "Demanda Manifiesta",
]
DPR, DPM = "Demanda Potencial Real", "Demanda Potencial Máxima"
# Names of the ten delegaciones in cuadro III.1 that III.2 prints otherwise.
NOMBRES = {"B. C. Norte": "BCN"}


def _indicadores() -> guarderias.Indicadores:
    df = cuadro("III.2")
    return guarderias.leer_indicadores([list(df.columns), *df.to_numpy(dtype=object).tolist()])


def _columna(numero: str, nombre: str) -> Vector:
    return cuadro(numero)[nombre].to_numpy(np.float64)


def _sumas() -> Par:
    df = cuadro("III.2")[SUMADAS].to_numpy(np.float64)
    return df[-1], df[:-1].sum(axis=0)


def _inscritos() -> Par:
    publicado = lectura.celda(DOCUMENTO, "cuadro_iii_4", "Número de niños inscritos", "Ponderado")
    return publicado, _indicadores().inscritos[-1]


def _diez(columna: str) -> Vector:
    """Shares of the ten delegaciones of cuadro III.1 and of the others, per cent."""
    df = cuadro("III.2").set_index("Delegación")[columna]
    nombres = [NOMBRES.get(n, n) for n in cuadro("III.1")["Delegación"][:-1]]
    diez = 100.0 * df[nombres].to_numpy(np.float64) / float(df["Total"])
    return np.append(diez, 100.0 - diez.sum())


REPARTO = {
    "Distribución de las guarderías": SUMADAS[0],
    "Distribución de la capacidad instalada": SUMADAS[1],
    "Distribución de la demanda manifiesta": SUMADAS[3],
}


def _reparto() -> Par:
    impreso = cuadro("III.1")[list(REPARTO)].to_numpy(np.float64)
    return impreso, np.column_stack([_diez(c) for c in REPARTO.values()])


def _diez_sumados() -> Par:
    publicado = [
        texto("L2568", "Diez delegaciones: guarderías"),
        texto("L2570", "Diez delegaciones: capacidad"),
        texto("L2570", "Diez delegaciones: demanda manifiesta"),
    ]
    return publicado, [_diez(c)[:-1].sum() for c in REPARTO.values()]


def _esquemas() -> Par:
    df = cuadro("III.3").set_index("Esquema de atención").fillna(0.0)
    directa = df.loc[["- Ordinario", "- Madres IMSS"]].sum()
    indirecta = df.loc[[r for r in df.index if r.startswith("- ")]].sum() - directa
    publicado = df.loc[["Prestación Directa", "Prestación Indirecta", "Total de Guarderías"]]
    return publicado.to_numpy(np.float64), np.vstack([directa, indirecta, directa + indirecta])


COSTO, NINOS = "Costo mensual por niño", "Número de niños inscritos"
GASTO = "Gasto mensual (miles de pesos)"
INDIRECTOS = ("Del campo", "Esquema Vecinal", "Esquema Vecinal Comunitario")
DETALLE = ("Ordinario", "Madres IMSS", *INDIRECTOS)


def _gasto_mensual(esquema: str) -> Par:
    costo, ninos, gasto = fila("III.4", esquema, [COSTO, NINOS, GASTO])
    return gasto, costo * ninos / 1000.0


def _esquema(columna: str, esquemas: tuple[str, ...]) -> Vector:
    return (
        cuadro("III.4")
        .set_index("Esquema de atención")
        .loc[list(esquemas), columna]
        .to_numpy(np.float64)
    )


def _unidades_por_esquema() -> Vector:
    """Guarderías of 2005 of each row of DETALLE; "Esquema Vecinal" is Único and Participativo."""
    u = cuadro("III.3").set_index("Esquema de atención")["2005"].fillna(0.0)
    return np.array(
        [
            u["- Ordinario"],
            u["- Madres IMSS"],
            u["- Del Campo"],
            u["- Vecinal Unico"] + u["- Participativo"],
            u["- Vecinal Comunitario"],
        ]
    )


def _costo_indirecto(peso: Vector | None) -> Par:
    publicado = fila("III.4", "Prestación Indirecta", [COSTO])[0]
    return publicado, guarderias.costo_medio(_esquema(COSTO, INDIRECTOS), peso)


def _ponderado() -> Par:
    publicado = fila("III.4", "Ponderado", [COSTO])[0]
    return publicado, guarderias.costo_medio(_esquema(COSTO, DETALLE), _unidades_por_esquema())


def _partes_directa() -> Par:
    publicado, calculado = [], []
    for columna, parte in (
        (NINOS, "Proporción de niños inscritos"),
        (GASTO, "Proporción del gasto mensual"),
    ):
        total = fila("III.4", "Ponderado", [columna])[0]
        for grupo in ("Prestación Directa", "Prestación Indirecta"):
            publicado.append(fila("III.4", grupo, [parte])[0])
            calculado.append(100.0 * fila("III.4", grupo, [columna])[0] / total)
    return publicado, calculado


def _requeridas() -> Par:
    total = _indicadores()
    publicado = [_columna("III.5", f"{d} Guarderías") for d in (DPR, DPM)]
    por_unidad = float(total.ninos_por_guarderia[-1])
    calculado = [
        guarderias.guarderias_requeridas(_columna("III.5", f"{d} Niños"), por_unidad)
        for d in (DPR, DPM)
    ]
    return np.array(publicado), np.array(calculado)


def _adicionales() -> Par:
    unidades = float(_indicadores().guarderias[-1])
    publicado = [
        texto("L2714", "Guarderías adicionales DPR 2005"),
        texto("L2714", "Guarderías adicionales DPM 2005"),
    ]
    return publicado, _requeridas()[1][:, 0] - unidades  # type: ignore[index, operator]


def _veces_gasto() -> Par:
    base = float(datos.parametro("guarderias_gasto_base", 2005, DOCUMENTO))
    publicado = [
        _columna("III.5", f"{d} Porcentaje con respecto al gasto de 2005") for d in (DPR, DPM)
    ]
    calculado = [100.0 * _columna("III.5", f"{d} Gasto") / base for d in (DPR, DPM)]
    return np.array(publicado), np.array(calculado)


def _costo_marginal() -> Par:
    gasto, ninos = (
        _columna("III.5", f"{DPM} {q}") - _columna("III.5", f"{DPR} {q}")
        for q in ("Gasto", "Niños")
    )
    return _columna("III.7", "Costo niño-mes"), gasto * 1e6 / ninos / 12.0


def _gastos() -> Par:
    publicado, calculado = [], []
    for numero, ninos, gasto in (
        ("III.5", f"{DPR} Niños", f"{DPR} Gasto"),
        ("III.5", f"{DPM} Niños", f"{DPM} Gasto"),
        ("III.6", "Escenario I Capacidad Instalada", "Escenario I Gasto"),
        ("III.6", "Escenario II Capacidad Instalada", "Escenario II Gasto"),
    ):
        publicado.append(_columna(numero, gasto)[1:])
        n = _columna(numero, ninos)[1:]
        calculado.append(
            [guarderias.gasto(int(a), [x])[0] for a, x in zip(ANIOS[1:], n, strict=True)]
        )
    return np.array(publicado), np.array(calculado)


def _dpr() -> Vector:
    return guarderias.demanda_potencial_real(_columna("III.5", f"{DPM} Niños"))


def _coberturas(escenario: int) -> Vector:
    return np.array([guarderias.cobertura(escenario, int(a)) for a in ANIOS[1:]])


def _capacidad(escenario: int, romano: str) -> Par:
    publicado = _columna("III.6", f"Escenario {romano} Capacidad Instalada")[1:]
    return publicado, _coberturas(escenario) * _columna("III.6", "DPR")[1:]


def _porcentajes_cobertura() -> Par:
    publicado = [_columna("III.6", f"Escenario {r} Porcentaje cobertura DPR") for r in ("I", "II")]
    calculado = [
        100.0 * _columna("III.6", f"Escenario {r} Capacidad Instalada") / _columna("III.6", "DPR")
        for r in ("I", "II")
    ]
    return np.array(publicado), np.array(calculado)


def _gastos_ingresos() -> Par:
    publicado = [_columna("III.6", f"Escenario {r} Gastos / Ingresos (%)") for r in ("I", "II")]
    calculado = [
        100.0 * _columna("III.6", f"Escenario {r} Gasto") / _columna("III.6", "Ingresos RG")
        for r in ("I", "II")
    ]
    return np.array(publicado), np.array(calculado)


def _ingresos(desde: int, hasta: int) -> Par:
    corte = slice(desde - 2005, hasta - 2004)
    return _columna("III.6", "Ingresos RG")[corte], guarderias.ingresos_2005()[corte]


def _crecimiento(romano: str) -> float:
    gasto = _columna("III.6", f"Escenario {romano} Gasto")
    return tasa_media(gasto[0], gasto[-1], 5)


def _acumulado_i() -> float:
    gasto = _columna("III.6", "Escenario I Gasto")
    return float(100.0 * (gasto[-1] / gasto[0] - 1.0))


def _aumento_ii() -> float:
    gasto = _columna("III.6", "Escenario II Gasto")
    return float(gasto[-1] - gasto[0])


def _ninos_pagados(administracion: float) -> Par:
    calculado = [
        guarderias.ninos_financiables(i, c, administracion)
        for i, c in zip(
            _columna("III.7", "Ingresos RG"), _columna("III.7", "Costo niño-mes"), strict=True
        )
    ]
    return _columna("III.7", "Número de niños susceptibles de atender"), calculado


def _administracion(nombre: str) -> float:
    return float(datos.parametro(nombre, documento=DOCUMENTO))


def _cobertura_iii() -> Par:
    ninos = _columna("III.7", "Número de niños susceptibles de atender")
    return _columna("III.7", "Porcentaje de cobertura de la DPR"), 100.0 * ninos / _columna(
        "III.7", "DPR"
    )


def _capacidad_entre_demanda() -> Par:
    capacidad = _indicadores().capacidad[-1]
    demandas = [_columna("III.5", f"{d} Niños")[0] for d in (DPR, DPM)]
    publicado = [texto("L2706", "Capacidad / DPR 2005"), texto("L2706", "Capacidad / DPM 2005")]
    return publicado, [100.0 * capacidad / d for d in demandas]


C2, C4 = "cuadro III.2, L2598-2646", "cuadro III.4, L2686-2702"
C5, C6, C7 = (
    "cuadro III.5, L2716-2732",
    "cuadro III.6, L2746-2759",
    "cuadro III.7, L2773-2790",
)
POR_NINOS = (
    "El informe imprime la media simple de los esquemas indirectos; ponderada por niños es menor."
)
SEIS = "El informe dice 6 % para administración; los niños impresos implican 6.33 %."

VERIFICACIONES = (
    verificacion("1", "identidad", "Sumas de las 35 delegaciones", "unidades", _sumas, 0, C2),
    verificacion(
        "2",
        "modelo",
        "Niños inscritos por guardería, 35 delegaciones y total",
        "niños",
        lambda: (
            _columna("III.2", "Niños inscritos promedio por guardería"),
            _indicadores().ninos_por_guarderia,
        ),
        MEDIO,
        C2,
    ),
    verificacion(
        "3",
        "modelo",
        "Déficit de servicios = pendientes/demanda",
        "%",
        lambda: (
            _columna("III.2", "Déficit de servicios a/ (%)"),
            100.0 * _indicadores().no_atendida,
        ),
        MEDIO,
        C2,
    ),
    verificacion(
        "4",
        "modelo",
        "Cobertura de servicios = capacidad/demanda",
        "%",
        lambda: (
            _columna("III.2", "Cobertura de servicios b/ (%)"),
            100.0 * _indicadores().cobertura,
        ),
        MEDIO,
        C2,
    ),
    verificacion(
        "5",
        "identidad",
        "Niños inscritos: demanda menos pendientes, contra cuadro III.4",
        "niños",
        _inscritos,
        0,
        f"{C2}; {C4}",
    ),
    verificacion(
        "6",
        "identidad",
        "Distribución de guarderías, capacidad y demanda en diez delegaciones",
        "% nacional",
        _reparto,
        UN_DECIMAL,
        f"cuadro III.1, L2572-2590; {C2}",
    ),
    verificacion(
        "7",
        "identidad",
        "Las diez delegaciones juntas, contra el texto",
        "% nacional",
        _diez_sumados,
        [UN_DECIMAL, UN_DECIMAL, MEDIO],
        f"L2568-2570; {C2}",
    ),
    verificacion(
        "8",
        "identidad",
        "Guarderías por esquema: sumas de 1997 a 2005",
        "guarderías",
        _esquemas,
        0,
        "cuadro III.3, L2648-2670",
    ),
    verificacion(
        "9",
        "identidad",
        "Gasto mensual Madres IMSS = costo × niños",
        "miles de pesos de 2005",
        lambda: _gasto_mensual("Madres IMSS"),
        1,
        C4,
    ),
    verificacion(
        "10",
        "identidad",
        "Gasto mensual Ordinario = costo × niños",
        "miles de pesos de 2005",
        lambda: _gasto_mensual("Ordinario"),
        13.4,
        C4,
        nota="El costo está redondeado a un peso: medio peso por 26,721 niños.",
    ),
    verificacion(
        "11",
        "identidad",
        "Gasto mensual Vecinal = costo × niños",
        "miles de pesos de 2005",
        lambda: _gasto_mensual("Esquema Vecinal"),
        81,
        C4,
        nota="El costo está redondeado a un peso: medio peso por 160,458 niños.",
    ),
    verificacion(
        "12",
        "modelo",
        "Costo de la prestación indirecta: media simple de tres esquemas",
        "pesos de 2005 al mes",
        lambda: _costo_indirecto(None),
        MEDIO,
        C4,
    ),
    verificacion(
        "13",
        "modelo",
        "Costo ponderado por número de guarderías",
        "pesos de 2005 al mes",
        _ponderado,
        MEDIO,
        f"{C4}; cuadro III.3",
    ),
    verificacion(
        "14",
        "modelo",
        "Costo de la prestación indirecta ponderado por niños",
        "pesos de 2005 al mes",
        lambda: _costo_indirecto(_esquema(NINOS, INDIRECTOS)),
        MEDIO,
        C4,
        falla_esperada=POR_NINOS,
    ),
    verificacion(
        "15",
        "identidad",
        "Participación de las prestaciones directa e indirecta",
        "%",
        _partes_directa,
        UN_DECIMAL,
        C4,
    ),
    verificacion(
        "16",
        "modelo",
        "Demanda potencial real = 70 % de la máxima",
        "niños",
        lambda: (_columna("III.5", f"{DPR} Niños"), _dpr()),
        MEDIO,
        C5,
    ),
    verificacion(
        "17",
        "modelo",
        "Guarderías requeridas, con 125.367 niños en cada una",
        "guarderías",
        _requeridas,
        MEDIO,
        f"{C5}; {C2}",
        nota="El texto (L2736) dice 125; la tabla usa el promedio sin redondear del cuadro III.2.",
    ),
    verificacion(
        "18",
        "modelo",
        "Guarderías adicionales de 2005, contra el texto",
        "guarderías",
        _adicionales,
        MEDIO,
        f"L2714; {C5}",
    ),
    verificacion(
        "19",
        "identidad",
        "Gasto de la demanda potencial entre el de 2005",
        "%",
        _veces_gasto,
        MEDIO,
        C5,
    ),
    verificacion(
        "20",
        "identidad",
        "Costo marginal: diferencia de gasto entre diferencia de niños",
        "pesos de 2005 al mes",
        _costo_marginal,
        MEDIO,
        f"{C5}; {C7}",
    ),
    verificacion(
        "21",
        "calibrado",
        "Gasto de DPR, DPM y escenarios I y II, 2006-2010",
        "mdp de 2005",
        _gastos,
        1,
        f"{C5}; {C6}",
        nota="Ajustados: la fracción 0.39071 de los ingresos y cinco costos niño-mes.",
    ),
    verificacion(
        "22",
        "modelo",
        "Escenario II: capacidad con cobertura geométrica a 50 %",
        "lugares",
        lambda: _capacidad(2, "II"),
        MEDIO,
        C6,
    ),
    verificacion(
        "23",
        "calibrado",
        "Escenario I: capacidad con la tendencia a (t - 2002)^b",
        "lugares",
        lambda: _capacidad(1, "I"),
        MEDIO,
        C6,
        nota="Ajustados: a y b de la tendencia.",
    ),
    verificacion(
        "24",
        "identidad",
        "Cobertura de los escenarios I y II = capacidad/DPR",
        "%",
        _porcentajes_cobertura,
        MEDIO,
        C6,
    ),
    verificacion(
        "25",
        "identidad",
        "Gastos entre ingresos de los escenarios I y II",
        "%",
        _gastos_ingresos,
        MEDIO,
        C6,
    ),
    verificacion(
        "26",
        "modelo",
        "Ingresos del ramo de 2005: 80 % de las cuotas del SGPS",
        "mdp de 2005",
        lambda: _ingresos(2005, 2005),
        MEDIO,
        f"{C6}; cuadro I.8 y L678",
    ),
    verificacion(
        "27",
        "calibrado",
        "Ingresos del ramo 2007-2010 con asegurados y salario real 1.5 %",
        "mdp de 2005",
        lambda: _ingresos(2007, 2010),
        MEDIO,
        f"{C6}; cuadro II.26",
        nota="Ajustado: el ingreso de 2006 antes de redondear, 7,436.45.",
    ),
    verificacion(
        "28",
        "identidad",
        "Escenario I: crecimiento real anual del gasto 2005-2010",
        "% anual",
        lambda: (texto("L2761", "Crecimiento real anual del gasto Esc. I"), _crecimiento("I")),
        UN_DECIMAL,
        f"L2761; {C6}",
    ),
    verificacion(
        "29",
        "identidad",
        "Escenario I: aumento acumulado del gasto 2005-2010",
        "%",
        lambda: (texto("L2761", "Incremento acumulado del gasto Esc. I"), _acumulado_i()),
        MEDIO,
        f"L2761; {C6}",
    ),
    verificacion(
        "30",
        "identidad",
        "Escenario II: crecimiento real anual del gasto 2005-2010",
        "% anual",
        lambda: (texto("L2769", "Crecimiento real anual del gasto Esc. II"), _crecimiento("II")),
        UN_DECIMAL,
        f"L2769; {C6}",
    ),
    verificacion(
        "31",
        "identidad",
        "Escenario II: aumento del gasto 2005-2010, «casi 4,000»",
        "mdp de 2005",
        lambda: (texto("L2769", "Incremento del gasto Esc. II (casi)"), _aumento_ii()),
        50,
        f"L2769; {C6}",
        nota="El texto sólo dice «casi»: la tolerancia es de redacción.",
    ),
    verificacion(
        "32",
        "calibrado",
        "Escenario III: niños que pagan los ingresos, α = 0.0633",
        "niños",
        lambda: _ninos_pagados(_administracion("guarderias_administracion_implicita")),
        0.0003,
        C7,
        relativa=True,
        nota="Ajustado: α.",
    ),
    verificacion(
        "33",
        "modelo",
        "Escenario III: niños que pagan los ingresos, α = 6 % del texto",
        "niños",
        lambda: _ninos_pagados(_administracion("guarderias_administracion")),
        0.0003,
        C7,
        relativa=True,
        falla_esperada=SEIS,
    ),
    verificacion(
        "34", "identidad", "Escenario III: cobertura = niños/DPR", "%", _cobertura_iii, MEDIO, C7
    ),
    verificacion(
        "35",
        "identidad",
        "Crecimiento medio anual de inscritos 1997-2005",
        "% anual",
        lambda: (
            texto("L2521", "Crecimiento medio anual de inscritos 1997-2005"),
            tasa_media(texto("L2521", "Inscritos 1997"), _indicadores().inscritos[-1], 8),
        ),
        UN_DECIMAL,
        f"L2521; {C2}",
    ),
    verificacion(
        "36",
        "identidad",
        "Capacidad de 2005 entre demanda potencial real y máxima",
        "%",
        _capacidad_entre_demanda,
        MEDIO,
        f"L2706; {C2}; {C5}",
    ),
)
