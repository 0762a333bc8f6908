"""Blocks C, D and the long term of H: MIFA of SGPS (IV.3-IV.5) and SSFAM (V.4-V.6)."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable

import numpy as np

from pymodel import datos
from pymodel.conciliacion import lectura
from pymodel.conciliacion.ifa2010_a.comun import (
    DOCUMENTO,
    DOS_DECIMALES,
    UN_DECIMAL,
    Ficha,
    anios_columna,
    celda,
    clave,
    ficha,
    fuente,
    renglon,
)
from pymodel.conciliacion.registro import Par, Verificacion
from pymodel.mifa import base, indicadores
from pymodel.mifa.equilibrio import (
    Equilibrio,
    Resumen,
    equilibrio,
    resumen,
    sbc_equilibrio,
    valor_presente,
)
from pymodel.mifa.largo_plazo import Flujo, flujo
from pymodel.mifa.seguros import Seguro, seguro
from pymodel.primas import prima_gasto
from pymodel.validacion import Vector

DIGEST = "ifa2010_b"
METODO = "pchip"
MDP, PUNTOS, DIARIOS, VECES = "mdp de 2011", "% del SBC", "pesos diarios de 2011", "veces el SMGDF"
CUADRO = {"SGPS": "IV.3", "SSFAM": "V.4"}
COP = {"SGPS": "Cuotas obrero patronales (COP)", "SSFAM": "Cuotas obrero-patronales"}
AGF = "Aportaciones del Gobierno Federal"
OTROS = {"SGPS": "Otros/1", "SSFAM": "Otros1/"}
CORRIENTE = {"SGPS": "Corriente/2", "SSFAM": "Gasto corriente2/"}
PRESTACIONES = {"SGPS": "Prestaciones económicas/3", "SSFAM": "Prestaciones económicas3/"}
INVERSION, OTROS_GASTOS = "Inversión física", "Otros"
INGRESOS, GASTOS, RESULTADO = "Ingresos totales", "Gastos totales", "Resultado financiero"

# What the prose and the tables print beside the rows: figures and lines.
PR = "De reparto (PR)"
CONCLUSIONES = {10: (12496.0, "L5513-5517"), 40: (29988.0, "L5513-5517")}
PARTICIPACION = {2012: (9.0, 0.05), 2015: (5.0, 0.05), 2020: (2.9, 0.05), 2035: (1.12, 0.005)}
DEFICIT_IMSS = "Excedente (Déficit) de operación del año (3)=(1)-(2)"


def _numerar(fichas: Iterable[tuple[str, Ficha]]) -> tuple[Verificacion, ...]:
    return tuple(f(id=f"{DIGEST}.{numero}") for numero, f in fichas)


# --- The model -----------------------------------------------------------------------------------


@functools.cache
def proyeccion(metodo: str = METODO) -> Flujo:
    """Cash flow with the assumptions of the report."""
    return flujo({"interpolacion": metodo})


@functools.cache
def del_modelo(nombre: str, metodo: str = METODO) -> tuple[Seguro, Equilibrio, Resumen]:
    """One insurance as the model computes it."""
    f = proyeccion(metodo)
    s = seguro(f, nombre)
    e = equilibrio(s, f.supuestos.tasa_descuento, f.supuestos.smgdf)
    return s, e, resumen(s, e, f.supuestos.tasa_descuento)


def impresos(serie: Vector) -> Vector:
    """Years that the tables print, of the only scenario."""
    anios = proyeccion().anios
    return serie[0, np.searchsorted(anios, anios_columna("C.3"))]


# --- C and H: identities of the tables -----------------------------------------------------------


def _suma(s: str, total: str) -> Par:
    partes = (
        (COP[s], AGF, OTROS[s])
        if total == INGRESOS
        else (CORRIENTE[s], PRESTACIONES[s], INVERSION, OTROS_GASTOS)
    )
    return renglon(CUADRO[s], total), np.sum([renglon(CUADRO[s], p) for p in partes], axis=0)


def _identidad(s: str, que: str, calcular: Callable[[], Par]) -> Ficha:
    return ficha("identidad", f"{s}: {que}, 12 años", MDP, calcular, 1.0, fuente(CUADRO[s]))


def _sumas(s: str) -> list[Ficha]:
    return [
        _identidad(s, "suma de ingresos totales", functools.partial(_suma, s, INGRESOS)),
        _identidad(s, "suma de gastos totales", functools.partial(_suma, s, GASTOS)),
    ]


def _resultado(s: str) -> Ficha:
    return _identidad(
        s,
        "resultado = ingresos - gastos",
        lambda: (
            renglon(CUADRO[s], RESULTADO),
            renglon(CUADRO[s], INGRESOS) - renglon(CUADRO[s], GASTOS),
        ),
    )


# COP by rule leaves up to 0.03 % (check ifa2010_c.49), which premiums and wages inherit.
REGLA_COP = 0.0003


def _renglon(
    s: str, que: str, unidad: str, concepto: str, calcular: Callable[[], Vector], tolerancia: float
) -> Ficha:
    """A printed row of twelve years against the other printed rows."""
    return ficha(
        "identidad",
        f"{s}: {que}, 12 años",
        unidad,
        lambda: (renglon(CUADRO[s], concepto), calcular()),
        tolerancia,
        fuente(CUADRO[s]),
    )


def _modelo(
    s: str, que: str, unidad: str, concepto: str, calcular: Callable[[], Vector], redondeo: float
) -> Ficha:
    """A printed row of twelve years against the model."""
    return ficha(
        "modelo",
        f"{s}: {que} del modelo, 12 años",
        unidad,
        lambda: (renglon(CUADRO[s], concepto), impresos(calcular())),
        redondeo + REGLA_COP * np.abs(renglon(CUADRO[s], concepto)),
        fuente(CUADRO[s], "C.3"),
        metodo=METODO,
        nota="Tolerancia: el redondeo impreso y 0.03 %, lo que deja la regla de las COP.",
    )


def _smgdf() -> Vector:
    return impresos(proyeccion().supuestos.smgdf)


def _cuotas(s: str) -> Vector:
    return renglon(CUADRO[s], COP[s]) + renglon(CUADRO[s], AGF)


def _necesario(s: str) -> Vector:
    """Wage (or contribution) of equilibrium from the printed rows."""
    if s == "SSFAM":
        # From the printed premium: COP + AGF of 2,000 mdp are too coarse for pesos with a decimal.
        return renglon("V.4", "Actual") * renglon("V.4", PR) / 100.0
    gastos = renglon(CUADRO[s], GASTOS)
    return sbc_equilibrio(renglon(CUADRO[s], "De contribución"), gastos, _cuotas(s))


def _comparado(s: str) -> Vector:
    """What the multiples of equilibrium are made of: the printed contribution, in the SSFAM."""
    return renglon("V.4", "De equilibrio") if s == "SSFAM" else _necesario(s)


def _pr(s: str) -> Vector:
    base_prima = _cuotas(s)
    if s == "SGPS":
        base_prima = base_prima / float(datos.parametro("prima_sgps", documento="lss"))
    return 100.0 * prima_gasto(renglon(CUADRO[s], GASTOS), base_prima)


def _equilibrios(
    s: str, numeros: tuple[str, ...], tolerancias: tuple[float, ...]
) -> Iterable[tuple[str, Ficha]]:
    """PR, wage of equilibrium and the three multiples, from the print and from the model."""
    actual, unidad = ("Actual", "aportación") if s == "SSFAM" else ("De contribución", "SBC")

    def e() -> Equilibrio:
        return del_modelo(s)[1]

    dinero = "pesos anuales de 2011" if s == "SSFAM" else DIARIOS
    filas: tuple[tuple[str, str, str, Callable[[], Vector], Callable[[], Vector]], ...] = (
        (
            "prima de reparto",
            PUNTOS if s == "SGPS" else "índice",
            PR,
            lambda: _pr(s),
            lambda: 100.0 * e().pr,
        ),
        (
            f"{unidad} de equilibrio",
            dinero,
            "De equilibrio",
            lambda: _necesario(s),
            lambda: e().sbc_equilibrio,
        ),
        (
            f"{unidad} en veces el SMGDF",
            VECES,
            f"{actual} en veces el SMGDF",
            lambda: renglon(CUADRO[s], actual) / _smgdf(),
            lambda: e().sbc_veces,
        ),
        (
            f"{unidad} de equilibrio en veces el SMGDF",
            VECES,
            "De equilibrio en veces el SMGDF",
            lambda: _comparado(s) / _smgdf(),
            lambda: e().sbc_equilibrio_veces,
        ),
        (
            f"diferencia de {unidad} en veces el SMGDF",
            VECES,
            "Diferencia en veces el SMGDF",
            lambda: (_comparado(s) - renglon(CUADRO[s], actual)) / _smgdf(),
            lambda: e().diferencia_veces,
        ),
    )
    redondeos = (DOS_DECIMALES if s == "SGPS" else UN_DECIMAL, *(UN_DECIMAL,) * 4)
    for numero, tolerancia, redondeo, (que, medida, concepto, impreso, modelo) in zip(
        numeros, tolerancias, redondeos, filas, strict=True
    ):
        yield numero, _renglon(s, que, medida, concepto, impreso, tolerancia)
        yield f"{numero}-modelo", _modelo(s, que, medida, concepto, modelo, redondeo)


def _sgps() -> Iterable[tuple[str, Ficha]]:
    s = "SGPS"
    yield from zip(("B016", "B017"), _sumas(s), strict=True)
    yield "B018", _resultado(s)

    def e() -> Equilibrio:
        return del_modelo(s)[1]

    yield from _equilibrios(
        s, ("B019", "B020", "B021", "B022", "B023"), (DOS_DECIMALES, 0.08, *(UN_DECIMAL,) * 3)
    )
    for numero, j in zip(("B024", "B025", "B026", "B027"), range(4), strict=True):
        yield numero, _cotizantes(j)
    for numero, anios, tolerancia in (
        ("B028", 10, 140.0),
        ("B029", 20, 110.0),
        ("B030", 30, 70.0),
        ("B031", 40, 75.0),
    ):
        yield numero, _vp_sgps(anios, tolerancia)
    yield "B032", _conclusion(10)
    yield "B033", _conclusion(40)
    yield "B032-modelo", _conclusion_modelo(10, 140.0)
    yield "B033-modelo", _conclusion_modelo(40, 75.0)
    yield (
        "B034",
        ficha(
            "modelo",
            "SGPS: incremento necesario en el SBC de 2011",
            "%",
            lambda: (
                lectura.columna(DOCUMENTO, clave("IV.5"), _IV5_SBC),
                [100.0 * del_modelo(s)[2].incremento_sbc[0]],
            ),
            UN_DECIMAL,
            fuente("IV.5", "C.3"),
        ),
    )
    yield (
        "B035",
        ficha(
            "identidad",
            "SGPS: incremento de la prima = 1.12 / 1.00 - 1",
            "%",
            lambda: (
                lectura.columna(DOCUMENTO, clave("IV.5"), _IV5_PMN),
                100.0
                * (
                    lectura.columna(DOCUMENTO, clave("IV.5"), _IV5_B)
                    / lectura.columna(DOCUMENTO, clave("IV.5"), _IV5_A)
                    - 1.0
                ),
            ),
            0.5,
            fuente("IV.5"),
            nota="La tolerancia es la PMN impresa con dos decimales: 1.125 se imprime 1.12.",
        ),
    )
    yield (
        "B036",
        ficha(
            "modelo",
            "SGPS: prima media nivelada de 40 años",
            PUNTOS,
            lambda: (renglon("IV.3", "Media nivelada (PMN)")[0], 100.0 * e().pmn[0, 0]),
            DOS_DECIMALES,
            fuente("IV.3", "C.3"),
            metodo=f"{METODO}, convención «inicio»",
            falla_esperada="El método que reproduce SEM, SEM-A, GMP y SSFAM da 1.10; el 1.12 "
            "(1.125 por el incremento de 12.5 %) corresponde a otro horizonte o corrida: a 15 y 20 "
            "años saldrían 1.125 y 1.122. No se usa como prueba.",
        ),
    )
    for numero, (anio, (impreso, tolerancia)) in zip(
        ("B037", "B038", "B039", "B040"), PARTICIPACION.items(), strict=True
    ):
        yield numero, _participacion(anio, impreso, tolerancia)


_IV5_A = "prima_contribucion_2011_pct_sbc_a"
_IV5_B = "prima_media_nivelada_pct_sbc_b"
_IV5_PMN = "incremento_necesario_pmn_pc_pct_c"
_IV5_SBC = "incremento_necesario_sbce_sbc_pct_f"


def _cotizantes(j: int) -> Ficha:
    """Growth of the contributors that COP and SBC imply, against cuadro C.2."""

    def calcular() -> Par:
        cotizantes = renglon("IV.3", COP["SGPS"]) / renglon("IV.3", "De contribución")
        crecimiento = 100.0 * (cotizantes[1:] / cotizantes[:-1] - 1.0)
        return (
            renglon("C.2", "Crecimiento de asegurados trabajadores permanentes (%)")[j],
            crecimiento[j],
        )

    return ficha(
        "identidad",
        f"SGPS: crecimiento {2012 + j} de los cotizantes implícitos en COP y SBC",
        "% anual",
        calcular,
        0.04,
        fuente("IV.3", "C.2"),
        nota="COP = 1 % x SBC x 365 x cotizantes; la tolerancia es el redondeo del SBC.",
    )


def _vp_impreso(anios: int) -> float:
    return celda("IV.4", "Resultado", ("Valor presente1/", f"{anios} años"))


def _vp_sgps(anios: int, tolerancia: float) -> Ficha:
    def calcular() -> Par:
        s, _, _ = del_modelo("SGPS")
        tasa = proyeccion().supuestos.tasa_descuento
        return _vp_impreso(anios), valor_presente(-s.resultado, s.anios, tasa, horizonte=anios)[0]

    return ficha(
        "modelo",
        f"SGPS: valor presente del déficit a {anios} años, a 2011",
        MDP,
        calcular,
        tolerancia,
        fuente("IV.4", "C.3"),
        metodo=f"{METODO}, convención «inicio»",
    )


def _conclusion(anios: int) -> Ficha:
    impreso, lineas = CONCLUSIONES[anios]
    return ficha(
        "identidad",
        f"SGPS: valor presente a {anios} años de las conclusiones = cuadro IV.4 un año antes",
        MDP,
        lambda: (impreso, _vp_impreso(anios) / (1.0 + base.supuesto("tasa_descuento"))),
        1.0,
        f"{fuente('IV.4')}; {lineas}",
        nota="Son la misma cifra a dos fechas: la fecha base es un argumento.",
    )


def _conclusion_modelo(anios: int, tolerancia: float) -> Ficha:
    impreso, lineas = CONCLUSIONES[anios]

    def calcular() -> Par:
        s, _, _ = del_modelo("SGPS")
        vp = valor_presente(
            -s.resultado,
            s.anios,
            proyeccion().supuestos.tasa_descuento,
            horizonte=anios,
            anio_base=int(s.anios[0]) - 1,
        )
        return impreso, vp[0]

    return ficha(
        "modelo",
        f"SGPS: valor presente del déficit a {anios} años, a 2010",
        MDP,
        calcular,
        tolerancia,
        f"{fuente('C.3')}; {lineas}",
        metodo=METODO,
    )


def _participacion(anio: int, impreso: float, tolerancia: float) -> Ficha:
    def calcular() -> Par:
        columna = str(anio)
        sgps = celda("IV.3", columna, ("Resultado", RESULTADO))
        imss = celda("C.3", columna, DEFICIT_IMSS)
        deficits = np.array([[-sgps]]), np.array([[-imss]])
        return impreso, 100.0 * indicadores.participacion(*deficits)[0, 0]

    return ficha(
        "identidad",
        f"SGPS: participación en el déficit del IMSS en {anio}",
        "%",
        calcular,
        tolerancia,
        f"{fuente('IV.3', 'C.3')}; L5517-5521",
        falla_esperada="1,722 entre 58,338 es 2.95 %: se redondea a 3.0, no a 2.9."
        if anio == 2020
        else "",
    )


# --- D: allocation keys --------------------------------------------------------------------------

_FILAS = {p.clave: p.concepto for p in base.PARTIDAS}
_CLAVES: tuple[tuple[str, str, str, str, tuple[str, ...]], ...] = (
    ("B041", "SGPS", "COP", COP["SGPS"], ("cop",)),
    ("B042", "SGPS", "otros ingresos", OTROS["SGPS"], ("otros",)),
    ("B043", "SGPS", "prestaciones económicas", PRESTACIONES["SGPS"], ("rjp",)),
    ("B044", "SGPS", "inversión física", INVERSION, ("inversion",)),
    (
        "B045",
        "SGPS",
        "gasto corriente",
        CORRIENTE["SGPS"],
        ("servicios_personal", "materiales", "servicios_generales"),
    ),
    ("B046", "SSFAM", "COP", COP["SSFAM"], ("cop",)),
    ("B047", "SSFAM", "AGF", AGF, ("agf",)),
    ("B048", "SSFAM", "otros ingresos", OTROS["SSFAM"], ("otros",)),
    ("B049", "SSFAM", "prestaciones económicas", PRESTACIONES["SSFAM"], ("rjp",)),
    (
        "B050",
        "SSFAM",
        "gasto corriente",
        CORRIENTE["SSFAM"],
        ("servicios_personal", "materiales", "servicios_generales"),
    ),
)


def repartido(seguros: tuple[str, ...], partidas: tuple[str, ...]) -> Vector:
    """Printed rows of cuadro C.3 times the keys of an insurance, 12 years."""
    return np.sum(
        [
            base.renglon("cuadro_c_3", _FILAS[p]) * base.clave(f"{p}_{s}")
            for p in partidas
            for s in seguros
        ],
        axis=0,
    )


def _con_clave(s: str, que: str, concepto: str, partidas: tuple[str, ...]) -> Ficha:
    return ficha(
        "calibrado",
        f"{s}: {que} con claves constantes de los renglones del IMSS, 12 años",
        MDP,
        lambda: (renglon(CUADRO[s], concepto), repartido((s.lower(),), partidas)),
        1.0,
        fuente(CUADRO[s], "C.3"),
        nota=f"{len(partidas)} clave(s) ajustada(s) por mínimos cuadrados a los doce años.",
    )


# --- H: SSFAM ------------------------------------------------------------------------------------


def _ssfam() -> Iterable[tuple[str, Ficha]]:
    s = "SSFAM"
    yield from zip(("B135", "B136"), _sumas(s), strict=True)

    def e() -> Equilibrio:
        return del_modelo(s)[1]

    yield from _equilibrios(
        s, ("B137", "B138", "B139a", "B139b", "B139c"), (0.2, 2.0, *(0.051,) * 3)
    )
    for numero, concepto, columna, tolerancia in (
        ("B140", INGRESOS, _PROMEDIO, 2.0),
        ("B141", GASTOS, _PROMEDIO, 2.0),
        ("B142", RESULTADO, _PROMEDIO, 2.0),
        ("B143", INGRESOS, _VP, 50.0),
        ("B144", GASTOS, _VP, 50.0),
        ("B145", RESULTADO, _VP, 60.0),
    ):
        yield numero, _resumen_ssfam(concepto, columna, tolerancia)
    yield (
        "B146",
        ficha(
            "modelo",
            "SSFAM: prima media nivelada (actual = 100)",
            "índice",
            lambda: (renglon("V.4", "Media nivelada (PMN)")[0], 100.0 * e().pmn[0, 0]),
            0.1,
            fuente("V.4", "C.3"),
            metodo=f"{METODO}, convención «inicio»",
        ),
    )
    yield (
        "B147",
        ficha(
            "modelo",
            "SSFAM: aportación de equilibrio, promedio simple 2011-2050",
            "pesos anuales de 2011",
            lambda: (_v6("aportacion_equilibrio_pesos_anuales_e"), e().sbc_equilibrio.mean()),
            1.0,
            fuente("V.6", "C.3"),
            metodo=METODO,
        ),
    )
    yield (
        "B148",
        ficha(
            "identidad",
            "SSFAM: incremento de la aportación = 16,761.5 / 4,030.4 - 1",
            "%",
            lambda: (
                _v6("incremento_necesario_ae_aa_pct_f"),
                100.0
                * (
                    _v6("aportacion_equilibrio_pesos_anuales_e")
                    / _v6("aportacion_actual_pesos_anuales_d")
                    - 1.0
                ),
            ),
            UN_DECIMAL,
            fuente("V.6"),
        ),
    )
    yield (
        "B148-modelo",
        ficha(
            "modelo",
            "SSFAM: incrementos necesarios de la prima y de la aportación",
            "%",
            lambda: (
                [_v6("incremento_necesario_pmn_pc_pct_c"), _v6("incremento_necesario_ae_aa_pct_f")],
                [
                    100.0 * del_modelo(s)[2].incremento_pc[0],
                    100.0 * del_modelo(s)[2].incremento_sbc[0],
                ],
            ),
            0.1,
            fuente("V.6", "C.3"),
            metodo=f"{METODO}, convención «inicio»",
        ),
    )
    yield from _afirmaciones_ssfam()


_PROMEDIO, _VP = "promedio_anual_2011_2050", "valor_presente_2011_2050"


def _v6(columna: str) -> float:
    return float(lectura.columna(DOCUMENTO, clave("V.6"), columna)[0])


def _resumen_ssfam(concepto: str, columna: str, tolerancia: float) -> Ficha:
    def calcular() -> Par:
        s, _, _ = del_modelo("SSFAM")
        serie = {
            INGRESOS: s.ingresos_totales,
            GASTOS: s.gastos_totales,
            RESULTADO: s.resultado,
        }[concepto]
        calculado = (
            serie.mean()
            if columna == _PROMEDIO
            else valor_presente(serie, s.anios, proyeccion().supuestos.tasa_descuento)[0]
        )
        return celda("V.5", columna, concepto), calculado

    que = "promedio anual" if columna == _PROMEDIO else "valor presente"
    return ficha(
        "modelo",
        f"SSFAM: {que} 2011-2050 de {concepto.lower()}",
        MDP,
        calcular,
        tolerancia,
        fuente("V.5", "C.3"),
        metodo=f"{METODO}, convención «inicio»",
    )


# Claims of the prose on the SSFAM: published figure, tolerance, lines, how it is computed.
def _razon(anio: int) -> float:
    columna = str(anio)
    return -100.0 * (
        celda("V.4", columna, ("Resultado", RESULTADO))
        / celda("V.4", columna, ("Ingresos", INGRESOS))
    )


def _aumento(anio: int) -> float:
    return (
        celda("V.4", str(anio), ("Aportación anual", "De equilibrio"))
        / celda("V.4", str(anio), ("Aportación anual", "Actual"))
        - 1.0
    )


def _crecimiento_40(concepto: str) -> float:
    fila = renglon("V.4", concepto)
    return float(100.0 * ((fila[-1] / fila[0]) ** (1.0 / 40.0) - 1.0))


def _asegurados_implicitos() -> float:
    cuotas = renglon("V.4", COP["SSFAM"])[0] + renglon("V.4", AGF)[0]
    return float(cuotas * 1e6 / renglon("V.4", "Actual")[0])


def _afirmaciones_ssfam() -> Iterable[tuple[str, Ficha]]:
    for numero, que, unidad, impreso, tolerancia, calcular, nota in (
        (
            "B149",
            "déficit entre ingresos de 2011",
            "%",
            206.2,
            0.1,
            lambda: _razon(2011),
            "La tolerancia incluye el redondeo de ingresos de 2,170.",
        ),
        ("B150", "déficit entre ingresos de 2050", "%", 310.9, 0.09, lambda: _razon(2050), ""),
        (
            "B151",
            "aumento de la aportación de equilibrio sobre la actual, 2011",
            "%",
            237.3,
            UN_DECIMAL,
            lambda: 100.0 * _aumento(2011),
            "",
        ),
        (
            "B152",
            "exceso de la aportación de equilibrio sobre la actual, 2050",
            "veces",
            3.7,
            UN_DECIMAL,
            lambda: _aumento(2050),
            "",
        ),
        (
            "B153",
            "crecimiento anual de los ingresos, 40 años",
            "% anual",
            1.5,
            UN_DECIMAL,
            lambda: _crecimiento_40(INGRESOS),
            "",
        ),
        (
            "B154",
            "crecimiento anual de los gastos, 40 años",
            "% anual",
            2.2,
            UN_DECIMAL,
            lambda: _crecimiento_40(GASTOS),
            "Con 39 años, los que median de 2011 a 2050, sería 2.30.",
        ),
        (
            "B155",
            "asegurados implícitos en 2011, (COP + AGF) entre aportación",
            "personas",
            485490.0,
            3400.0,
            _asegurados_implicitos,
            "Los publicados son de diciembre de 2010: la comparación es de orden de magnitud.",
        ),
    ):
        yield (
            numero,
            ficha(
                "identidad",
                f"SSFAM: {que}",
                unidad,
                functools.partial(_afirmacion, impreso, calcular),
                tolerancia,
                f"{fuente('V.4')}; L5641, L5879-5887, L5997-6009 y L6040-6062",
                nota=nota,
            ),
        )


def _afirmacion(impreso: float, calcular: Callable[[], float]) -> Par:
    return impreso, calcular()


VERIFICACIONES = _numerar(
    [
        *_sgps(),
        *((n, _con_clave(s, que, concepto, p)) for n, s, que, concepto, p in _CLAVES),
        *_ssfam(),
    ]
)
