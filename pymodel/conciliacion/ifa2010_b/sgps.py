"""Blocks A, B and E: SGPS (B001-B015) and its ramo de Guarderías (B051-B076)."""

from __future__ import annotations

from functools import partial

import numpy as np

from pymodel import guarderias
from pymodel.conciliacion.ifa2010_b.impresos import (
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

MDP_2010, MDP_2011 = "mdp de 2010", "mdp de 2011"

# --- Statement of 2010, partial and full registration (IV.1; V.1 has the same rows) ------------

RESERVADOS = ("Total de gastos", "Total de ingresos")


def gastos_sumados(numero: str) -> Vector:
    """Sum of the expense rows of a statement, both registrations."""
    df = cuadro(numero)
    renglones = df[(df["seccion"] == "Gastos") & ~df["concepto"].isin(RESERVADOS)]
    return renglones.select_dtypes("number").to_numpy(np.float64).sum(axis=0)


def _ingresos() -> Par:
    partes = ("Cuotas obrero-patronales", "Productos de inversiones")
    return fila("IV.1", "Total de ingresos")[0], suma("IV.1", partes)[0]


def _gastos(columna: int) -> Par:
    return fila("IV.1", "Total de gastos")[columna], gastos_sumados("IV.1")[columna]


def _excedente(columna: int) -> Par:
    resultado = fila("IV.1", "Total de ingresos") - fila("IV.1", "Total de gastos")
    return fila("IV.1", "Excedente")[columna], resultado[columna]


def _parte_cuotas() -> Par:
    razon = fila("IV.1", "Cuotas obrero-patronales")[0] / fila("IV.1", "Total de ingresos")[0]
    return 93.5, 100.0 * razon  # L4036


def _fuentes_de_recursos() -> Par:
    return 951.0, 614.0 + 337.0  # L4044-4046


IV_1 = fuente("IV.1")
ESTADO = (
    verificacion(1, "identidad", "SGPS 2010: total de ingresos", MDP_2010, _ingresos, 0, IV_1),
    verificacion(
        2,
        "identidad",
        "SGPS 2010: gastos con registro parcial, suma de renglones",
        MDP_2010,
        lambda: _gastos(0),
        1,
        IV_1,
    ),
    verificacion(
        3,
        "identidad",
        "SGPS 2010: gastos con registro pleno, suma de renglones",
        MDP_2010,
        lambda: _gastos(1),
        1,
        IV_1,
    ),
    verificacion(
        4,
        "identidad",
        "SGPS 2010: excedente con registro parcial",
        MDP_2010,
        lambda: _excedente(0),
        1,
        IV_1,
    ),
    verificacion(
        5,
        "identidad",
        "SGPS 2010: excedente con registro pleno",
        MDP_2010,
        lambda: _excedente(1),
        1,
        IV_1,
    ),
    verificacion(
        6,
        "identidad",
        "SGPS 2010: cuotas entre ingresos",
        "%",
        _parte_cuotas,
        UN_DECIMAL,
        f"{IV_1}; L4036",
    ),
    verificacion(
        7,
        "identidad",
        "SGPS 2010: usos del FCOLCLC y de la ROCF que son fuente de recursos",
        MDP_2010,
        _fuentes_de_recursos,
        0,
        "IFA 2010, L4044-4046",
    ),
)


# --- Short term 2011-2013 (IV.2; V.2 has the same rows) ----------------------------------------

CASCADA = {
    "Total de gastos (2)": (("Gastos directos", 1), ("Otros gastos", 1)),
    "Excedente (déficit)": (("Total de ingresos (1)", 1), ("Total de gastos (2)", -1)),
    "Efectivo generado": (("Excedente (déficit)", 1), ("Partidas que no requieren", 1)),
    "Sobrante (faltante)": (("Efectivo generado", 1), ("Incremento de reservas", -1)),
}


def paso(numero: str, rotulo: str) -> Par:
    """A row of the cash cascade, printed and from the rows above it, six columns."""
    return fila(numero, rotulo), np.sum([s * fila(numero, r) for r, s in CASCADA[rotulo]], axis=0)


def partidas_sin_recursos(numero: str) -> Par:
    """Row (4): the part of the CNP that is not cash, with and without RJP, three years."""
    impreso = fila(numero, "Partidas que no requieren").reshape(3, 2)
    otros = fila(numero, "Otros gastos").reshape(3, 2)
    calculado = np.column_stack([otros[:, 0] - otros[:, 1], np.zeros(3)])
    return impreso, calculado


def _costo_del_rjp(anio: int) -> float:
    con, sin = fila("IV.2", "Total de gastos (2)").reshape(3, 2)[anio]
    return float(con - sin)


IV_2 = fuente("IV.2")
CORTO_PLAZO = (
    *(
        verificacion(
            n,
            "identidad",
            f"SGPS 2011-2013: {que}",
            "mdp corrientes",
            partial(paso, "IV.2", r),
            0,
            IV_2,
        )
        for n, que, r in (
            (8, "gastos = directos + otros", "Total de gastos (2)"),
            (9, "(3) = (1) - (2)", "Excedente (déficit)"),
            (10, "(5) = (3) + (4)", "Efectivo generado"),
            (11, "(7) = (5) - (6)", "Sobrante (faltante)"),
        )
    ),
    verificacion(
        12,
        "identidad",
        "SGPS 2011-2013: (4) = otros gastos con RJP menos sin RJP",
        "mdp corrientes",
        lambda: partidas_sin_recursos("IV.2"),
        0,
        IV_2,
    ),
    *(
        verificacion(
            13 + i,
            "identidad",
            f"SGPS {2011 + i}: gastos con RJP menos sin RJP, contra el texto",
            "mdp corrientes",
            contra(p, _costo_del_rjp, i),
            0,
            f"{IV_2}; L4139",
        )
        for i, p in enumerate((6491.0, 6876.0, 6142.0))
    ),
)


# --- Guarderías: cuadros IV.6 to IV.9 ----------------------------------------------------------


def _indicadores(numero: str) -> guarderias.Indicadores:
    """With years as rows (IV.6) the added total is left out by the caller."""
    df = cuadro(numero)
    filas = [[str(f[0]), *f[1:]] for f in df.to_numpy(dtype=object).tolist()]
    return guarderias.leer_indicadores([list(df.columns), *filas])


def _columna(numero: str, letra: str) -> Vector:
    df = cuadro(numero)
    return df[next(c for c in df.columns if c.endswith(f"_{letra}"))].to_numpy(np.float64)


def _nacional(letra: str, campo: str, factor: float = 100.0) -> Par:
    return _columna("IV.6", letra), factor * getattr(_indicadores("IV.6"), campo)[:-1]


def _totales() -> Par:
    letras = np.column_stack([_columna("IV.7", x) for x in "abcde"])
    return letras[-1], letras[:-1].sum(axis=0)


def _demanda() -> Par:
    return _columna("IV.7", "e"), _indicadores("IV.7").demanda


def _tasas() -> Par:
    i = _indicadores("IV.7")
    publicado = np.column_stack([_columna("IV.7", x) for x in "fgh"])
    return publicado, 100.0 * np.column_stack([i.cobertura, i.ocupacion, i.no_atendida])


def _cinco_delegaciones() -> Par:
    demanda = _indicadores("IV.7").parte_demanda[:-1]
    return 100.0 / 3.0, 100.0 * np.sort(demanda)[-5:].sum()


def _crecimiento(letra: str, desde: int) -> float:
    df = cuadro("IV.6").set_index("Año")
    serie = df[next(c for c in df.columns if c.endswith(f"_{letra}"))]
    return float(100.0 * (serie[2010] / serie[desde] - 1.0))


ESTADO_RAMO = {
    "Total de ingresos (3)": (("Cuotas obrero-patronales", 1), ("Otros ingresos", 1)),
    "Total de gasto corriente (4)": (
        ("Servicios de personal", 1),
        ("Consumo de medicamentos", 1),
        ("Mantenimiento", 1),
        ("Servicios generales", 1),
        ("Régimen Jubilaciones", 1),
    ),
    "Total de otros (5)": (
        ("Intereses financieros", 1),
        ("Castigos", 1),
        ("Depreciaciones", 1),
        ("Reversión", 1),
    ),
    "Total de gastos (6)": (("Total de gasto corriente", 1), ("Total de otros", 1)),
    "Excedentes de ingresos": (("Total de ingresos", 1), ("Total de gastos (6)", -1)),
    "Excedente neto": (("Excedentes de ingresos", 1), ("Total de provisiones", -1)),
}


def _renglon_ramo(rotulo: str) -> Par:
    partes = [s * fila("IV.8", r) for r, s in ESTADO_RAMO[rotulo]]
    return fila("IV.8", rotulo), np.sum(partes, axis=0)


def _gasto_del_ramo() -> Vector:
    return suma("IV.8", ("Total de gastos (6)", "Total de provisiones"))


def _prueba() -> guarderias.Prueba:
    return guarderias.prueba_art211(fila("IV.8", "Cuotas obrero-patronales"), _gasto_del_ramo())


def _promedio(rotulo: str) -> float:
    return float(fila("IV.8", rotulo).mean())


def _pesos_de_2011() -> Par:
    inflacion = 1.0 + supuesto("inflacion_esperada", 2011)
    cuotas_2010 = fila("IV.1", "Cuotas obrero-patronales")[0]
    return fila("IV.8", "Cuotas obrero-patronales")[-1], cuotas_2010 * inflacion


IV_6, IV_7, IV_8, IV_9 = (fuente(x) for x in ("IV.6", "IV.7", "IV.8", "IV.9"))
GUARDERIAS = (
    verificacion(
        51,
        "modelo",
        "Demanda nacional 2000-2010 = inscritos + pendientes",
        "niños",
        lambda: _nacional("e", "demanda", 1.0),
        0,
        IV_6,
    ),
    verificacion(
        52,
        "modelo",
        "Cobertura nacional 2000-2010 = capacidad/demanda",
        "%",
        lambda: _nacional("f", "cobertura"),
        UN_DECIMAL,
        IV_6,
    ),
    verificacion(
        53,
        "modelo",
        "Ocupación nacional 2000-2010 = inscritos/capacidad",
        "%",
        lambda: _nacional("g", "ocupacion"),
        UN_DECIMAL,
        IV_6,
    ),
    verificacion(
        54,
        "modelo",
        "Demanda no atendida 2000-2010 = pendientes/demanda",
        "%",
        lambda: _nacional("h", "no_atendida"),
        UN_DECIMAL,
        IV_6,
    ),
    verificacion(
        55, "identidad", "Sumas de 37 delegaciones, cinco columnas", "unidades", _totales, 0, IV_7
    ),
    verificacion(
        56, "modelo", "Demanda por delegación = inscritos + pendientes", "niños", _demanda, 0, IV_7
    ),
    verificacion(
        57,
        "modelo",
        "Cobertura, ocupación y demanda no atendida por delegación",
        "%",
        _tasas,
        UN_DECIMAL,
        IV_7,
    ),
    verificacion(
        58,
        "identidad",
        "Demanda en las cinco delegaciones mayores, «casi la tercera parte»",
        "%",
        _cinco_delegaciones,
        0.2,
        IV_7,
        nota="El texto no da la cifra: la tolerancia es cercanía.",
    ),
    *(
        verificacion(
            n,
            "identidad",
            f"Crecimiento de {que} {desde}-2010, contra el texto",
            "%",
            contra(p, _crecimiento, x, desde),
            UN_DECIMAL,
            f"{IV_6}; L4388-4440",
        )
        for n, que, x, desde, p in (
            (59, "la demanda", "e", 2000, 63.1),
            (60, "la capacidad", "b", 2000, 127.3),
            (61, "la demanda", "e", 2005, 8.8),
            (62, "la capacidad", "b", 2005, 7.9),
        )
    ),
    *(
        verificacion(
            n,
            "identidad",
            f"Ramo de Guarderías 2005-2010: {r.lower()}",
            MDP_2011,
            partial(_renglon_ramo, r),
            tolerancia,
            IV_8,
        )
        for n, r, tolerancia in (
            (63, "Total de ingresos (3)", 0),
            (64, "Total de gasto corriente (4)", 1),
            (65, "Total de otros (5)", 1),
            (66, "Total de gastos (6)", 1),
            (67, "Excedentes de ingresos", 1),
            (68, "Excedente neto", 1),
        )
    ),
    *(
        verificacion(
            n,
            "identidad",
            f"Ramo de Guarderías: promedio 2005-2010 de {que}, contra el texto",
            MDP_2011,
            contra(p, _promedio, r),
            1,
            f"{IV_8}; L4770-4780",
        )
        for n, que, r, p in (
            (69, "ingresos", "Total de ingresos (3)", 12882.0),
            (70, "gastos", "Total de gastos (6)", 9902.0),
            (71, "excedente neto", "Excedente neto", 2584.0),
        )
    ),
    verificacion(
        72,
        "modelo",
        "Prueba del 80 %: ingreso",
        MDP_2011,
        lambda: (fila("IV.9", "Total de ingresos"), _prueba().ingreso),
        0.61,
        f"{IV_9}; {IV_8}",
    ),
    verificacion(
        73,
        "modelo",
        "Prueba del 80 %: gasto = (6) + (11)",
        MDP_2011,
        lambda: (fila("IV.9", "Total de gastos"), _prueba().gasto),
        1,
        f"{IV_9}; {IV_8}",
    ),
    verificacion(
        74,
        "modelo",
        "Prueba del 80 %: resultado",
        MDP_2011,
        lambda: (fila("IV.9", "Resultado"), _prueba().resultado),
        1,
        f"{IV_9}; {IV_8}",
    ),
    verificacion(
        75,
        "modelo",
        "Prueba del 80 %: años con déficit",
        "años",
        lambda: ((fila("IV.9", "Resultado") < 0.0).sum(), (_prueba().resultado < 0.0).sum()),
        0,
        f"{IV_9}; {IV_8}",
    ),
    verificacion(
        76,
        "modelo",
        "Cuotas de 2010 del cuadro IV.1 en pesos de 2011 (inflación 4.34 %)",
        MDP_2011,
        _pesos_de_2011,
        MEDIO,
        f"{IV_8}; {IV_1}; L5374",
    ),
)

VERIFICACIONES: tuple[Verificacion, ...] = (*ESTADO, *CORTO_PLAZO, *GUARDERIAS)
