"""Block H: SSFAM, cuadros V.1 to V.6 (B125-B155)."""

from __future__ import annotations

import functools

import numpy as np

from pymodel import datos, finanzas, ssfam
from pymodel.conciliacion.ifa2010_b.impresos import (
    UN_DECIMAL,
    cuadro,
    fila,
    fuente,
    supuesto,
    tasa_media,
    verificacion,
)
from pymodel.conciliacion.ifa2010_b.sgps import (
    CASCADA,
    gastos_sumados,
    partidas_sin_recursos,
    paso,
)
from pymodel.conciliacion.registro import Par, Verificacion
from pymodel.validacion import Vector

MDP_2011, PCHIP = "mdp de 2011", "pchip"
COP, AGF = "Cuotas obrero-patronales", "Aportaciones del Gobierno Federal"
SMG = "SMGDF de 59.82 pesos en 2011 que crece 0.5 % real"


# --- Statement of 2010 and short term ----------------------------------------------------------


def _resultado_parcial() -> Par:
    ingresos = fila("V.1", "Total de ingresos")[0]
    return fila("V.1", "Excedente")[0], ingresos - fila("V.1", "Total de gastos")[0]


def _gastos_entre_ingresos() -> Par:
    return 1071.6, 100.0 * fila("V.1", "Total de gastos")[1] / fila("V.1", "Total de ingresos")[1]


def _gastos_2011() -> Par:
    con_rjp = 0
    return 640.7, (
        100.0
        * fila("V.2", "Total de gastos (2)")[con_rjp]
        / fila("V.2", "Total de ingresos")[con_rjp]
    )


def _cascada() -> Par:
    pares = [paso("V.2", r) for r in CASCADA]
    publicado = [np.ravel(p) for p, _ in pares]
    calculado = [np.ravel(c) for _, c in pares]
    cuarto = partidas_sin_recursos("V.2")
    return np.concatenate([*publicado, np.ravel(cuarto[0])]), np.concatenate(
        [*calculado, np.ravel(cuarto[1])]
    )


# --- Fees (V.3) --------------------------------------------------------------------------------


def _aumento_cuota(grupo: str) -> Par:
    df = cuadro("V.3")
    de_2010, de_2011 = df[df["grupo_de_edad"] == grupo][["2010", "2011"]].to_numpy(np.float64)[0]
    inflacion = datos.inpc_diciembre(2010) / datos.inpc_diciembre(2009) - 1.0
    return 100.0 * (de_2011 / de_2010 - 1.0), 100.0 * inflacion


# --- Long term (V.4 to V.6) --------------------------------------------------------------------


def _totales(rotulo: str, partes: tuple[str, ...]) -> Par:
    return fila("V.4", rotulo), np.sum([fila("V.4", p) for p in partes], axis=0)


@functools.cache
def _equilibrio() -> ssfam.Equilibrio:
    return ssfam.equilibrio()


def _lugares() -> np.ndarray:
    """Printed years of V.4 among those of the projection."""
    impresos = [int(c) for c in cuadro("V.4").columns if str(c).isdigit()]
    return np.searchsorted(_equilibrio().anio, impresos)


def _prima_reparto() -> Par:
    return fila("V.4", "De reparto"), _equilibrio().prima_reparto[_lugares()]


def _aportacion_equilibrio() -> Par:
    return fila("V.4", "De equilibrio"), fila("V.4", "Actual") * fila("V.4", "De reparto") / 100.0


def _smg() -> Vector:
    anios = _equilibrio().anio[_lugares()] - 2011
    inicial = float(datos.parametro("smg_df", 2011))
    return inicial * (1.0 + supuesto("crecimiento_salario_minimo")) ** anios


def _veces_smg() -> Par:
    rotulos = ("Actual en veces", "De equilibrio en veces", "Diferencia en veces")
    actual, equilibrio = (fila("V.4", r) / _smg() for r in ("Actual", "De equilibrio"))
    return (
        np.array([fila("V.4", r) for r in rotulos]),
        np.array([actual, equilibrio, equilibrio - actual]),
    )


def _anual(rotulo: str) -> Vector:
    impresos = np.array([float(c) for c in cuadro("V.4").columns if str(c).isdigit()])
    return finanzas.interpolar_anual(impresos, fila("V.4", rotulo), PCHIP)[1]


def _promedio(rotulo: str) -> Par:
    return fila("V.5", rotulo)[-2], _anual(rotulo).mean()


def _valor_presente(rotulo: str) -> Par:
    tasa = supuesto("tasa_descuento")
    return fila("V.5", rotulo)[-1], finanzas.valor_presente(
        _anual(rotulo), tasa, convencion="inicio"
    )


def _v_6(columna: str) -> float:
    df = cuadro("V.6")
    return float(df[next(c for c in df.columns if c.endswith(f"_{columna}"))].iloc[0])


def _incremento_aportacion() -> Par:
    e = _equilibrio()
    return _v_6("f"), 100.0 * (e.aportacion_equilibrio_media / e.aportacion_actual[0] - 1.0)


def _deficit_entre_ingresos(columna: int) -> float:
    resultado, ingresos = (fila("V.4", r) for r in ("Resultado", "Ingresos totales"))
    return float(-100.0 * resultado[columna] / ingresos[columna])


def _aumento_ae_2011() -> Par:
    return 237.3, 100.0 * (fila("V.4", "De equilibrio")[0] / fila("V.4", "Actual")[0] - 1.0)


def _veces_aa_2050() -> Par:
    e = _equilibrio()
    return 3.7, e.aportacion_equilibrio[-1] / e.aportacion_actual[-1] - 1.0


def _crecimiento(rotulo: str) -> float:
    serie = fila("V.4", rotulo)
    return tasa_media(serie[0], serie[-1], 40)


def _asegurados() -> Par:
    e = _equilibrio()
    implicitos = (e.cuotas[0] + e.aportacion_federal[0]) * 1e6 / e.aportacion_actual[0]
    return supuesto("ssfam_asegurados"), implicitos


V_1, V_2, V_3, V_4, V_5, V_6 = (fuente(f"V.{n}") for n in range(1, 7))
ANUALES = "Los años que no se imprimen se interpolan; no es una prueba de redondeo."
IMPRESO_20_39 = (
    "Defecto del informe: la cuota de 20 a 39 años de 2011 crece 4.36 %; las otras tres, 4.40 %."
)

VERIFICACIONES: tuple[Verificacion, ...] = (
    verificacion(
        125,
        "identidad",
        "SSFAM 2010: gastos con registro parcial, suma de renglones",
        "mdp de 2010",
        lambda: (fila("V.1", "Total de gastos")[0], gastos_sumados("V.1")[0]),
        1,
        V_1,
    ),
    verificacion(
        126,
        "identidad",
        "SSFAM 2010: gastos con registro pleno, suma de renglones",
        "mdp de 2010",
        lambda: (fila("V.1", "Total de gastos")[1], gastos_sumados("V.1")[1]),
        0,
        V_1,
    ),
    verificacion(
        127,
        "identidad",
        "SSFAM 2010: resultado con registro parcial",
        "mdp de 2010",
        _resultado_parcial,
        1,
        V_1,
    ),
    verificacion(
        128,
        "identidad",
        "SSFAM 2010: gasto pleno entre ingresos, contra el texto",
        "%",
        _gastos_entre_ingresos,
        UN_DECIMAL,
        f"{V_1}; L5657-5737",
    ),
    verificacion(
        129,
        "identidad",
        "SSFAM 2011: gastos con RJP entre ingresos, contra el texto",
        "%",
        _gastos_2011,
        UN_DECIMAL,
        f"{V_2}; L5747-5826",
    ),
    verificacion(
        130,
        "identidad",
        "SSFAM 2011-2013: cascada (2), (3), (5), (7) y (4)",
        "mdp corrientes",
        _cascada,
        0,
        V_2,
    ),
    *(
        verificacion(
            131 + i,
            "modelo",
            f"Aumento de 2011 de la cuota de {g} años = INPC de 2010",
            "%",
            functools.partial(_aumento_cuota, g),
            0.02,
            f"{V_3}; INPC de referencia/inpc.csv",
            falla_esperada=IMPRESO_20_39 if g == "20 a 39" else "",
        )
        for i, g in enumerate(("0 a 19", "20 a 39", "40 a 59", "60 y más"))
    ),
    verificacion(
        135,
        "identidad",
        "SSFAM 2011-2050: ingresos totales",
        MDP_2011,
        lambda: _totales("Ingresos totales", (COP, AGF, "Otros1/")),
        1,
        V_4,
    ),
    verificacion(
        136,
        "identidad",
        "SSFAM 2011-2050: gastos totales",
        MDP_2011,
        lambda: _totales(
            "Gastos totales", ("Gasto corriente", "Prestaciones económicas", "Inversión física")
        ),
        1,
        V_4,
    ),
    verificacion(
        137,
        "modelo",
        "Prima de reparto = 100 × gastos/(cuotas + aportación federal)",
        "actual = 100",
        _prima_reparto,
        0.2,
        V_4,
        nota="Los renglones están en millones: medio millón en 2,000 mueve 0.17 la prima.",
    ),
    verificacion(
        138,
        "identidad",
        "Aportación de equilibrio = actual × PR/100",
        "pesos de 2011",
        _aportacion_equilibrio,
        2,
        V_4,
        nota="La prima impresa está redondeada a décimas: 0.05 por 4,030 entre 100.",
    ),
    verificacion(
        139,
        "modelo",
        "Aportaciones actual y de equilibrio en salarios mínimos",
        "veces el SMGDF",
        _veces_smg,
        0.051,
        V_4,
        metodo=SMG,
    ),
    *(
        verificacion(
            140 + i,
            "modelo",
            f"Promedio 2011-2050: {r.lower()}",
            MDP_2011,
            functools.partial(_promedio, r),
            2,
            V_5,
            metodo=PCHIP,
            nota=ANUALES,
        )
        for i, r in enumerate(("Ingresos totales", "Gastos totales", "Resultado financiero"))
    ),
    *(
        verificacion(
            143 + i,
            "modelo",
            f"Valor presente 2011-2050: {r.lower()}",
            MDP_2011,
            functools.partial(_valor_presente, r),
            tolerancia,
            V_5,
            metodo=PCHIP,
            nota=ANUALES,
        )
        for i, (r, tolerancia) in enumerate(
            (("Ingresos totales", 50), ("Gastos totales", 50), ("Resultado financiero", 60))
        )
    ),
    verificacion(
        146,
        "modelo",
        "Prima media nivelada = 100 × VP(gastos)/VP(cuotas + aportación federal)",
        "actual = 100",
        lambda: (_v_6("b"), _equilibrio().prima_media_nivelada),
        0.1,
        f"{V_6}; {V_4}",
        metodo=PCHIP,
        nota=ANUALES,
    ),
    verificacion(
        147,
        "modelo",
        "Aportación de equilibrio: media simple 2011-2050",
        "pesos de 2011",
        lambda: (_v_6("e"), _equilibrio().aportacion_equilibrio_media),
        1,
        f"{V_6}; {V_4}",
        metodo=PCHIP,
        nota=ANUALES,
    ),
    verificacion(
        148,
        "modelo",
        "Incremento necesario de la aportación",
        "%",
        _incremento_aportacion,
        UN_DECIMAL,
        V_6,
        metodo=PCHIP,
    ),
    verificacion(
        149,
        "identidad",
        "Déficit de 2011 entre ingresos, contra el texto",
        "%",
        lambda: (206.2, _deficit_entre_ingresos(0)),
        0.1,
        f"{V_4}; L5974-5990",
    ),
    verificacion(
        150,
        "identidad",
        "Déficit de 2050 entre ingresos, contra el texto",
        "%",
        lambda: (310.9, _deficit_entre_ingresos(-1)),
        0.09,
        f"{V_4}; L5974-5990",
    ),
    verificacion(
        151,
        "identidad",
        "Aumento de la aportación para equilibrar 2011, contra el texto",
        "%",
        _aumento_ae_2011,
        UN_DECIMAL,
        f"{V_4}; L5974-5978",
        nota="El texto lo llama 337.3: son niveles, el aumento es 237.3.",
    ),
    verificacion(
        152,
        "modelo",
        "Exceso de la aportación de equilibrio de 2050, contra el texto",
        "veces",
        _veces_aa_2050,
        UN_DECIMAL,
        f"{V_4}; L5974-5978",
    ),
    verificacion(
        153,
        "identidad",
        "Crecimiento anual de los ingresos 2011-2050, contra el texto",
        "% anual",
        lambda: (1.5, _crecimiento("Ingresos totales")),
        UN_DECIMAL,
        f"{V_4}; L5974-5990",
    ),
    verificacion(
        154,
        "identidad",
        "Crecimiento anual de los gastos 2011-2050, contra el texto",
        "% anual",
        lambda: (2.2, _crecimiento("Gastos totales")),
        UN_DECIMAL,
        f"{V_4}; L5974-5990",
        nota="El informe divide entre 40 periodos; de 2011 a 2050 hay 39 (2.3 %).",
    ),
    verificacion(
        155,
        "modelo",
        "Asegurados implícitos de 2011 contra los de diciembre de 2010",
        "personas",
        _asegurados,
        3400,
        f"{V_4}; L5641",
        nota="Son dos fechas: la tolerancia es la cercanía observada.",
    ),
)
