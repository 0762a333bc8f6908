"""Blocks I (CNP), J and K: net periodic cost, bridge across the insurances, Subcuentas 1 and 2.

Also the short-term statements of the five insurances rebuilt by the model (S3-nn, S4-nn).
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable

import numpy as np
from numpy.typing import ArrayLike

from pymodel import datos, finanzas
from pymodel.conciliacion.ifa2005_a.comun import fijar
from pymodel.conciliacion.ifa2010_a.comun import DOCUMENTO, DOS_DECIMALES, UN_DECIMAL, Ficha, fuente
from pymodel.conciliacion.ifa2010_a.comun import ficha as _ficha
from pymodel.conciliacion.registro import Par, Verificacion
from pymodel.mifa import comparativo, corto_plazo, estados, reparto, reservas
from pymodel.mifa.reparto import SEGUROS
from pymodel.validacion import Vector

DIGEST = "ifa2010_b"
MDP = "mdp corrientes"
ESTADOS = {"SRT": "I.1", "SEM": "II.1", "SIV": "III.1", "SGPS": "IV.1", "SSFAM": "V.1"}
COMPARATIVOS = {"SRT": "I.2", "SEM": "II.2", "SIV": "III.2", "SGPS": "IV.2", "SSFAM": "V.2"}
NOTA_CLAVE = "Constantes calibradas: las claves de reparto del RJP, que el informe no imprime."


def _una(
    tipo: str,
    descripcion: str,
    calcular: Callable[[], Par],
    tolerancia: ArrayLike,
    donde: str,
    unidad: str = MDP,
    **campos: str,
) -> Ficha:
    return _ficha(
        tipo,
        descripcion,
        unidad,
        calcular,
        tolerancia,
        donde,
        falla_esperada=campos.get("falla_esperada", ""),
        nota=campos.get("nota", ""),
    )


def _suma(descripcion: str, publicado: float, partes: ArrayLike, tolerancia: float, donde: str,
          unidad: str = MDP) -> Ficha:  # fmt: skip
    """Printed total against the sum of printed parts."""
    return _una(
        "identidad",
        descripcion,
        lambda: (publicado, float(np.sum(partes))),
        tolerancia,
        donde,
        unidad,
    )


# --- Cuadros VI.6 and VI.7 --------------------------------------------------------------------

SUBCUENTA_1 = "Saldo de la Subcuenta 1 del FCOLCLC al 31 de diciembre de 2010"
RESERVA_CONTABLE = (
    "Saldo de la reserva contable por obligaciones contractuales al 31 de diciembre de 2010"
)
COLUMNAS_VI6 = (
    "total",
    "prima_antiguedad_terminacion",
    "prima_antiguedad_retiro",
    "rjp_terminacion",
    "rjp_retiro",
)


@functools.cache
def _vi6(punto: str, n: int = 0) -> Vector:
    """Row of VI.6 by its number (the n-th of that number): total and four parts."""
    df = datos.tabla(DOCUMENTO, "cuadro_vi_6")
    filas = df[df["punto"].astype(str) == punto]
    return filas.iloc[n][list(COLUMNAS_VI6)].to_numpy(np.float64)


def _filas_vi6() -> Vector:
    df = datos.tabla(DOCUMENTO, "cuadro_vi_6")
    return df[list(COLUMNAS_VI6)].dropna().to_numpy(np.float64)


def _vi7(rotulo: str) -> float:
    df = datos.tabla(DOCUMENTO, "cuadro_vi_7").set_index("concepto")
    return float(df["importe"].to_numpy(np.float64)[list(df.index).index(rotulo)])


def _vi() -> Iterable[tuple[str, Ficha]]:
    vi6, vi7 = fuente("VI.6"), fuente("VI.7")
    yield (
        "B173",
        _una(
            "identidad",
            "VI.6: prima de antigüedad y RJP, terminación y retiro, suman el total",
            lambda: (_filas_vi6()[:, 0], _filas_vi6()[:, 1:].sum(axis=1)),
            1.0,
            vi6,
        ),
    )
    yield (
        "B174",
        _una(
            "identidad",
            "VI.6: (6) = (2) - (13) - (3) - (4) - (5)",
            lambda: (
                _vi6("6"),
                _vi6("2") - _vi6("13") - _vi6("3") - _vi6("4") - _vi6("5"),
            ),
            1.0,
            vi6,
        ),
    )
    yield (
        "B175",
        _una(
            "identidad",
            "VI.6: (14) = (6) + (13)",
            lambda: (_vi6("14"), _vi6("6") + _vi6("13")),
            1.0,
            vi6,
        ),
    )
    yield (
        "B176",
        _una(
            "identidad",
            "VI.6: (8) = pagos + contribución de empleados",
            lambda: (_vi6("8"), _vi6("8", 1) + _vi6("8", 2)),
            1.0,
            vi6,
        ),
    )
    yield (
        "B177",
        _suma(
            "Obligaciones por beneficios definidos = 602,541 + 696,066 + 38,242",
            _vi6("2")[0],
            [602_541, 696_066, 38_242],
            0.0,
            vi6,
        ),
    )
    yield (
        "B178",
        _suma("Obligaciones por prima de antigüedad", 38_242.0, _vi6("2")[1:3], 0.0, vi6),
    )
    yield ("B179", _suma("Pasivo neto del RJP", 44_119.0, _vi6("6")[3:], 0.0, vi6))
    yield (
        "B180",
        _suma("Pasivo neto de la prima de antigüedad", 8_651.0, _vi6("6")[1:3], 0.0, vi6),
    )
    yield (
        "B181",
        _una(
            "identidad",
            "Pasivo reconocido entre obligaciones por beneficios definidos",
            lambda: (6.5, 100.0 * _vi6("14")[0] / _vi6("2")[0]),
            UN_DECIMAL,
            f"{vi6}; texto, L7440-7476",
            "%",
        ),
    )
    yield (
        "B182",
        _suma("Obligaciones no reconocidas", 1_250_373.0, [_vi6("2")[0], -_vi6("14")[0]], 0.0, vi6),
    )
    partes = [26_577, 3_806, 676, 4_398]
    texto = "IFA 2010, texto, L7415-7476"
    yield ("B183", _suma("Cargo a resultados de 2010 por el RJP", 35_457.0, partes, 0.0, texto))
    yield ("B184", _suma("Provisión de 2010", 4_398.0, [6_923, -2_521, -4], 0.0, texto))
    yield (
        "B185",
        _suma(
            "Costo neto del periodo no reconocido",
            _vi7("Déficit presupuestal 2010"),
            [_vi6("7")[0], -35_457],
            0.0,
            f"{vi6}; {vi7}",
        ),
    )
    activo = [
        _vi7(SUBCUENTA_1),
        _vi7(RESERVA_CONTABLE),
        _vi7("Déficit presupuestal 2010"),
    ]
    yield ("B186", _suma("VI.7: total del activo", _vi7("Total Activo"), activo, 0.0, vi7))
    pasivo = [_vi7("Cargo al patrimonio"), _vi7("Pasivo reconocido")]
    yield ("B187", _suma("VI.7: total del pasivo", _vi7("Total pasivo"), pasivo, 1.0, vi7))
    yield (
        "B188",
        _una(
            "identidad",
            "Obligaciones de Confianza «A» (3,000) entre el total",
            lambda: (0.22, 100.0 * 3_000 / _vi6("2")[0]),
            DOS_DECIMALES,
            f"{vi6}; texto, L7386-7388",
            "%",
        ),
    )
    yield (
        "B189",
        _suma("VI.6, pagos y contribuciones (8)", _vi6("8")[0], [26_577, 3_806, 676], 1.0, vi6),
    )


# --- Bridge across the five insurances ----------------------------------------------------------


@functools.cache
def _estado(concepto: str) -> Vector:
    """A row of the statements of 2010: (5, 2), partial and full recognition."""
    filas = []
    for cuadro in ESTADOS.values():
        df = datos.tabla(DOCUMENTO, "cuadro_" + cuadro.lower().replace(".", "_"))
        df = df.set_index(df.columns[1]).iloc[:, 1:]
        filas.append(estados.por_clave(df, estados.ESTADO_2010)[concepto])
    return np.array(filas)


@functools.cache
def _puente() -> comparativo.Puente:
    """Full recognition from the partial one, the CNP and the recovered key."""
    personal = _estado("personal")
    return comparativo.puente_cnp(
        _estado("gastos")[:, 0],
        _estado("obligaciones")[:, 0],
        personal[:, 0],
        float(_estado("jubilado")[:, 0].sum()),
        float(_vi6("7")[0]),
        personal[:, 0] - personal[:, 1],
    )


def _clave_publicada(concepto: str, columna: int) -> Vector:
    montos = _estado(concepto)[:, columna]
    return 100.0 * montos / montos.sum()


def _j() -> Iterable[tuple[str, Ficha]]:
    todos = fuente(*ESTADOS.values())
    con_vi6 = fuente(*ESTADOS.values(), "VI.6")
    yield (
        "B190",
        _suma(
            "Costo de obligaciones laborales, registro parcial, cinco seguros",
            6_923.0,
            _estado("obligaciones")[:, 0],
            0.0,
            todos,
        ),
    )
    yield (
        "B191",
        _suma(
            "Costo de obligaciones, registro pleno, + pagos al personal jubilado = CNP",
            _vi6("7")[0],
            [*_estado("obligaciones")[:, 1], *_estado("jubilado")[:, 0]],
            1.0,
            con_vi6,
        ),
    )
    yield (
        "B192",
        _suma(
            "Servicios de personal, parcial - pleno = 3,806 + 676",
            3_806.0 + 676.0,
            _estado("personal")[:, 0] - _estado("personal")[:, 1],
            1.0,
            f"{todos}; texto, L7415-7476",
        ),
    )
    yield (
        "B193",
        _suma(
            "Pagos al personal jubilado = 26,577 + 9,900 de la Subcuenta 1",
            26_577.0 + 9_900.0,
            _estado("jubilado")[:, 0],
            1.0,
            f"{todos}; texto, L7397-7476",
        ),
    )
    for numero, s in (("B194", 3), ("B195", 4)):
        yield (
            numero,
            _una(
                "identidad",
                f"Participación de {SEGUROS[s]} en el costo pleno y en los pagos a jubilados",
                fijar(
                    lambda s: (
                        _clave_publicada("jubilado", 0)[s],
                        _clave_publicada("obligaciones", 1)[s],
                    ),
                    s,
                ),
                DOS_DECIMALES,
                todos,
                "% del total",
            ),
        )


def _s3() -> Iterable[Ficha]:
    for clave, concepto, columna in (
        ("2010_pleno", "obligaciones", 1),
        ("2010_parcial", "obligaciones", 0),
        ("2010_jubilado", "jubilado", 0),
    ):
        # Half a unit of a printed figure, and of the third decimal of the key.
        holgura = 0.0005 + 50.0 / float(_estado(concepto)[:, columna].sum())
        yield _una(
            "calibrado",
            f"Clave {clave}: participación de cada seguro",
            fijar(
                lambda c, r, j: (
                    _clave_publicada(r, j),
                    100.0 * reparto.clave_rjp(c),
                ),
                clave,
                concepto,
                columna,
            ),
            holgura,
            fuente(*ESTADOS.values()),
            "% del total",
            nota=NOTA_CLAVE,
        )
    # The key has three decimals of a per cent: 0.0005 % of 665,662 is 3.3 mdp.
    holgura = 0.5e-5 * 665_662.0 + 1.0
    for s, seguro in enumerate(SEGUROS):
        donde = fuente(ESTADOS[seguro], "VI.6")
        yield _una(
            "calibrado",
            f"{seguro} 2010, costo de obligaciones con registro pleno, del CNP y la clave",
            fijar(lambda s: (_estado("obligaciones")[s, 1], _puente().obligaciones[s]), s),
            holgura,
            donde,
            nota=NOTA_CLAVE,
        )
        yield _una(
            "calibrado",
            f"{seguro} 2010, total de gastos con registro pleno, desde el parcial",
            fijar(lambda s: (_estado("gastos")[s, 1], _puente().gastos[s]), s),
            holgura,
            donde,
            nota=NOTA_CLAVE + " Insumo: lo que sale de servicios de personal en cada seguro.",
        )
        yield _una(
            "identidad",
            f"{seguro} 2010: total de ingresos, total de gastos y excedente, parcial y pleno",
            functools.partial(_sumas_estado, s),
            1.0,
            fuente(ESTADOS[seguro]),
        )
    yield _una(
        "modelo",
        "Puente del CNP: gasto pleno - parcial de los cinco seguros = no reconocido - movimientos "
        "de la Subcuenta 1 (9,900 + 2,521 + 4)",
        lambda: (
            _vi7("Déficit presupuestal 2010") - (9_900 + 2_521 + 4),
            float((_puente().gastos - _estado("gastos")[:, 0]).sum()),
        ),
        # Five rounded statements.
        2.5,
        fuente(*ESTADOS.values(), "VI.7"),
    )


def _sumas_estado(s: int) -> Par:
    formato = estados.ESTADO_2010
    publicado, calculado = [], []
    for clave in ("ingresos", "gastos", "excedente"):
        signos = [(-1.0 if t[0] == "-" else 1.0, t.lstrip("-")) for t in
                  formato.por_clave[clave].suma]  # fmt: skip
        publicado.append(_estado(clave)[s])
        calculado.append(sum((k * _estado(c)[s] for k, c in signos), np.zeros(2)))
    return np.concatenate(publicado), np.concatenate(calculado)


# --- Short term by insurance, rebuilt -----------------------------------------------------------

FILAS = ("directos", "otros", "gastos", "excedente", "partidas", "efectivo", "sobrante")
SIN = ("gastos", "excedente", "efectivo", "sobrante")


@functools.cache
def _rehecho() -> tuple[comparativo.Comparativo, comparativo.Comparativo]:
    return corto_plazo.por_seguro(DOCUMENTO)


@functools.cache
def _publicado() -> tuple[comparativo.Comparativo, comparativo.Comparativo]:
    return corto_plazo.publicado(DOCUMENTO)


def _rjp_total(campo: str) -> Vector:
    con, sin = _publicado()
    todo: Vector = (getattr(con, campo) - getattr(sin, campo)).sum(axis=1)
    return todo


def _participacion_rjp(s: int, clave: str, campo: str) -> Par:
    con, sin = _publicado()
    propio = (getattr(con, campo) - getattr(sin, campo))[:, s]
    return 100.0 * propio / _rjp_total(campo), np.full(3, 100.0 * reparto.clave_rjp(clave)[s])


def _s4() -> Iterable[Ficha]:
    todos = fuente(*COMPARATIVOS.values())
    for clave, campo in (("2011_flujo", "directos"), ("2010_pleno", "gastos")):
        que = "RJP pagado" if campo == "directos" else "costo del RJP (gastos con - sin)"
        for s, seguro in enumerate(SEGUROS):
            yield _una(
                "calibrado",
                f"{seguro} 2011-2013: participación en el {que} = clave {clave}",
                fijar(_participacion_rjp, s, clave, campo),
                # Half a unit of each printed row: total expense is the sum of two.
                (100.0 if campo == "directos" else 200.0) / _rjp_total(campo) + 0.0005,
                todos,
                "% del total",
                nota=NOTA_CLAVE,
            )
    i = corto_plazo.insumos(DOCUMENTO)
    for s, seguro in enumerate(SEGUROS):
        for clave in FILAS:
            # The key of the cost has three decimals; the printed rows round by half a unit each.
            holgura = 0.5e-5 * (i.cnp if clave != "directos" else i.flujo_rjp) + 1.5
            yield _una(
                "calibrado",
                f"{seguro} con RJP, 2011-2013, desde los renglones insumo: "
                f"{estados.COMPARATIVO.por_clave[clave].rotulo}",
                fijar(
                    lambda s, c: (
                        getattr(_publicado()[0], c)[:, s],
                        getattr(_rehecho()[0], c)[:, s],
                    ),
                    s,
                    clave,
                ),
                holgura,
                fuente(COMPARATIVOS[seguro]),
                nota=NOTA_CLAVE,
            )
        for clave in SIN:
            yield _una(
                "modelo",
                f"{seguro} sin RJP, 2011-2013, desde los renglones insumo: "
                f"{estados.COMPARATIVO.por_clave[clave].rotulo}",
                fijar(
                    lambda s, c: (
                        getattr(_publicado()[1], c)[:, s],
                        getattr(_rehecho()[1], c)[:, s],
                    ),
                    s,
                    clave,
                ),
                1.0,
                fuente(COMPARATIVOS[seguro]),
            )


# --- Subcuentas 1 and 2 -------------------------------------------------------------------------


def _vi9(subcuenta: str) -> Vector:
    """Opening balance, contributions, yield, closing balance."""
    df = datos.tabla(DOCUMENTO, "cuadro_vi_9").set_index("subcuenta")
    return df.loc[subcuenta].iloc[1:].to_numpy(np.float64)


@functools.cache
def _vi10() -> Vector:
    return datos.tabla(DOCUMENTO, "cuadro_vi_10")["importe"].to_numpy(np.float64)


def _parametro(nombre: str, anio: int | None = None) -> float:
    return float(datos.parametro(nombre, anio, documento=DOCUMENTO))


def _k() -> Iterable[tuple[str, Ficha]]:
    vi6, vi9, vi10 = fuente("VI.6"), fuente("VI.9"), fuente("VI.10")
    yield (
        "B196",
        _una(
            "modelo",
            "Tasa nominal de descuento de las obligaciones laborales",
            lambda: (
                float(datos.tabla(DOCUMENTO, "cuadro_vi_6")["total"].to_numpy(np.float64)[11]),
                100.0 * finanzas.tasa_nominal(0.035, 0.036),
            ),
            DOS_DECIMALES,
            vi6,
            "%",
        ),
    )
    yield (
        "B197",
        _una(
            "modelo",
            "Incremento nominal de salario: 1 % y carrera de 1.39 % reales, inflación de 3.6 %",
            lambda: (
                float(datos.tabla(DOCUMENTO, "cuadro_vi_6")["total"].to_numpy(np.float64)[12]),
                100.0 * finanzas.tasa_nominal(1.01 * 1.0139 - 1.0, 0.036),
            ),
            UN_DECIMAL,
            vi6,
            "%",
        ),
    )
    for numero, nombre in (("B198", "Subcuenta 2A"), ("B199", "Subcuenta 2B"), ("B200", "Total")):
        yield (
            numero,
            _una(
                "modelo",
                f"VI.9, {nombre}: saldo final = inicial + aportaciones + productos",
                fijar(
                    lambda n: (
                        _vi9(n)[3],
                        reservas.acumular(_vi9(n)[0], [_vi9(n)[1] + _vi9(n)[2]])[0],
                    ),
                    nombre,
                ),
                0.01,
                vi9,
                MDP + " (el cuadro imprime miles)",
            ),
        )
    yield ("B201", _suma("VI.10: recursos", 56_372.0, _vi10()[:4], 1.0, vi10))
    yield ("B202", _suma("VI.10: superávit", -_vi10()[4], [56_372, -_vi10()[8]], 0.0, vi10))
    yield ("B203", _suma("VI.10: pasivo", _vi10()[8], _vi10()[6:8], 1.0, vi10))
    for numero, impreso, partes in (("B204", 70.8, (0, 2)), ("B205", 29.2, (1, 3))):
        yield (
            numero,
            _una(
                "identidad",
                "Participación en los recursos de la Subcuenta 2, "
                + ("generación actual" if numero == "B204" else "trabajadores del convenio"),
                fijar(lambda i, p: (i, 100.0 * _vi10()[list(p)].sum() / 56_372.0), impreso, partes),
                UN_DECIMAL,
                vi10,
                "%",
            ),
        )
    yield (
        "B206",
        _suma(
            "Subcuenta 1: uso de 2011 y lo previsto para 2012 = saldo de 2010",
            _vi7(SUBCUENTA_1),
            [20_585, 13_121],
            0.0,
            f"{fuente('VI.7', 'C.3')}; nota 7, L9865",
        ),
    )
    yield (
        "S21-01",
        _una(
            "modelo",
            "Subcuenta 1 del FCOLCLC: 41,080.8 - 9,900 + 2,521 + 4.2",
            lambda: (
                _parametro("saldo_fcolclc_subcuenta1"),
                reservas.subcuenta_1(
                    41_080.8,
                    _parametro("fcolclc_retiro", 2010),
                    2_521.0,
                    _parametro("fcolclc_devolucion", 2010),
                ),
            ),
            0.5,
            "IFA 2010, texto, L7397-7405 y L7451-7454",
        ),
    )
    for n, (nombre, y) in enumerate((("Subcuenta 2A", 649.0), ("Subcuenta 2B", 90.9)), 1):
        yield (
            f"S22-0{n}",
            _una(
                "calibrado",
                f"VI.9, {nombre}: productos de 2010 a 7.97 %, aportaciones a mitad de año",
                fijar(
                    lambda m, y: (
                        y,
                        reservas.subcuenta_2(_vi9(m)[0], _vi9(m)[1:2], 0.0797)[0]
                        - _vi9(m)[0]
                        - _vi9(m)[1],
                    ),
                    nombre,
                    y,
                ),
                # The rate has two decimals.
                0.05 + 0.5e-4 * (_vi9(nombre)[0] + _vi9(nombre)[1] / 2.0),
                vi9,
                nota="Constante calibrada: el rendimiento de 7.97 %, que el informe no imprime.",
            ),
        )
    for n, generacion in enumerate(("actual", "nueva"), 3):
        yield (
            f"S22-0{n}",
            _una(
                "modelo",
                f"Aportación a la Subcuenta 2, generación {generacion}, octubre de 2005 a 2012",
                fijar(
                    lambda g: (
                        [
                            min(k + (1 if g == "actual" else 4), 7 if g == "actual" else 10)
                            for k in range(8)
                        ],
                        [100.0 * reservas.aportacion_subcuenta_2(2005 + k, g) for k in range(8)],
                    ),
                    generacion,
                ),
                1e-9,
                "IFA 2010, L7562-7568",
                "% del salario",
            ),
        )


def _numerar(prefijo: str, fichas: Iterable[Ficha]) -> Iterable[tuple[str, Ficha]]:
    return ((f"{prefijo}-{n:02d}", f) for n, f in enumerate(fichas, 1))


VERIFICACIONES: tuple[Verificacion, ...] = tuple(
    f(id=f"{DIGEST}.{numero}")
    for grupo in (_vi(), _j(), _numerar("S3", _s3()), _numerar("S4", _s4()), _k())
    for numero, f in grupo
)
