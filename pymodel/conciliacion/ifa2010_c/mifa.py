"""Annexes C and D: rules and identities of the MIFA (38 to 56), financing of the RJP (69 to 78)."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable

import numpy as np

from pymodel import datos, finanzas
from pymodel.conciliacion import lectura
from pymodel.conciliacion.ifa2010_a.comun import (
    DOCUMENTO,
    DOS_DECIMALES,
    UN_DECIMAL,
    Ficha,
    anios,
    anios_columna,
    celda,
    ficha,
    fuente,
    impresos,
    renglon,
    supuesto,
)
from pymodel.conciliacion.ifa2010_b.largo_plazo import impresos as del_modelo
from pymodel.conciliacion.ifa2010_b.largo_plazo import proyeccion
from pymodel.conciliacion.registro import Par, Verificacion
from pymodel.mifa import base, financiamiento_rjp
from pymodel.validacion import Vector

DIGEST = "ifa2010_c"
MDP = "mdp de 2011"
INGRESOS, EGRESOS, OTROS_INGRESOS = "Ingresos (1)", "Egresos (2)", "Otros ingresos"
EXCEDENTE = "Excedente (Déficit) de operación del año (3)=(1)-(2)"
INCREMENTO = "Incremento en RFA, RGFA y FCOLCLC (4)"
DESPUES = "Excedente (déficit) después de la creación de las reservas (5)=(3)-(4)"
TRANSFERENCIA = "Transferencia neta entre reservas (6)"
DEVOLUCIONES = "Devoluciones al Gobierno Federal 2009-2010 (7)"
SALDO = "Saldo en RO después de transferencias (8)=(5)+(6)-(7)"
MOVIMIENTOS = "Movimientos de la ROCF"
COP = "Cuotas obrero-patronales"
_EGRESOS = tuple(p.concepto for p in base.PARTIDAS if p.lado == "egreso")
_ETIQUETAS = {p.clave: p.concepto for p in base.PARTIDAS}


def _numerar(fichas: Iterable[tuple[str, Ficha]]) -> tuple[Verificacion, ...]:
    return tuple(f(id=f"{DIGEST}.{numero}") for numero, f in fichas)


def _c3(concepto: str) -> Vector:
    """Printed row of cuadro C.3, blank cells as 0 (the print has nothing there)."""
    return np.nan_to_num(renglon("C.3", concepto))


# --- 38 to 43: assumptions and identities --------------------------------------------------------


def _crecimiento_asegurados() -> Par:
    asegurados = impresos("I.3", "a")[:5]
    publicado = renglon("C.2", "Crecimiento de asegurados trabajadores permanentes (%)")[:4]
    return publicado, 100.0 * (asegurados[1:] / asegurados[:-1] - 1.0)


def _interes() -> Par:
    nominal = finanzas.tasa_nominal(
        supuesto("mifa_tasa_descuento"), supuesto("mifa_inflacion_dic_dic", 2050)
    )
    return celda("C.2", "2014", "Tasa de interés nominal (promedio) (%)"), 100.0 * nominal


def _suma(total: str, partes: Iterable[str]) -> Par:
    return _c3(total), np.sum([_c3(p) for p in partes], axis=0)


def _identidad(que: str, calcular: Callable[[], Par], tolerancia: float) -> Ficha:
    return ficha(
        "identidad", f"Cuadro C.3: {que}, 12 años", MDP, calcular, tolerancia, fuente("C.3")
    )


def _identidades() -> Iterable[tuple[str, Ficha]]:
    yield (
        "38",
        ficha(
            "identidad",
            "Crecimiento de asegurados 2012-2015: cuadro I.3 (a) contra cuadro C.2",
            "% anual",
            _crecimiento_asegurados,
            DOS_DECIMALES,
            fuente("C.2", "I.3"),
        ),
    )
    yield (
        "39",
        ficha(
            "modelo",
            "Tasa nominal de largo plazo = 1.035 x 1.036 - 1",
            "%",
            _interes,
            DOS_DECIMALES,
            fuente("C.2"),
        ),
    )
    for numero, que, total, partes, tolerancia in (
        (
            "40",
            "ingresos = COP + AGF + otros",
            INGRESOS,
            (COP, _ETIQUETAS["agf"], OTROS_INGRESOS),
            1.0,
        ),
        (
            "41",
            "otros ingresos = pensiones en curso de pago + otros",
            OTROS_INGRESOS,
            (_ETIQUETAS["pensiones_en_curso_ingreso"], _ETIQUETAS["otros"]),
            1.0,
        ),
        ("42", "egresos = once renglones", EGRESOS, _EGRESOS, 2.0),
        (
            "43c",
            "(6) = movimientos y usos de reservas",
            TRANSFERENCIA,
            (MOVIMIENTOS, *base.USOS),
            1.0,
        ),
    ):
        yield numero, _identidad(que, functools.partial(_suma, total, partes), tolerancia)
    yield (
        "43a",
        _identidad("(3) = (1) - (2)", lambda: (_c3(EXCEDENTE), _c3(INGRESOS) - _c3(EGRESOS)), 1.0),
    )
    yield (
        "43b",
        _identidad(
            "(5) = (3) - (4)", lambda: (_c3(DESPUES), _c3(EXCEDENTE) - _c3(INCREMENTO)), 1.0
        ),
    )
    yield (
        "43d",
        _identidad(
            "(8) = (5) + (6) - (7)",
            lambda: (_c3(SALDO), _c3(DESPUES) + _c3(TRANSFERENCIA) - _c3(DEVOLUCIONES)),
            1.0,
        ),
    )


# --- 44 to 56: growth rules ----------------------------------------------------------------------


def _regla(
    partida: str,
    tolerancia: float,
    *,
    tipo: str = "modelo",
    relativa: bool = False,
    nota: str = "",
) -> Ficha:
    concepto = _ETIQUETAS[partida]
    return ficha(
        tipo,
        f"{concepto} por regla desde 2013, 12 años",
        MDP,
        lambda: (_c3(concepto), del_modelo(proyeccion().partidas[partida])),
        tolerancia,
        fuente("C.3", "I.3", "IV.3") if partida == "cop" else fuente("C.3", "I.3"),
        relativa=relativa,
        nota=nota or "2011 a 2013 son dato; las reglas actúan desde 2014.",
    )


def _total(atributo: str, concepto: str, que: str) -> Ficha:
    """A total of the model: what the rule of COP leaves, in mdp of each year."""
    return ficha(
        "modelo",
        f"Cuadro C.3: {que} del modelo, 12 años",
        MDP,
        lambda: (_c3(concepto), del_modelo(getattr(proyeccion(), atributo))),
        10.0 + 0.0003 * renglon("C.3", COP),
        fuente("C.3"),
        nota="Tolerancia: 0.03 % de las COP (verificación 49) y 10 mdp de los demás renglones.",
    )


def _cop_sgps() -> Par:
    cop = renglon("IV.3", "Cuotas obrero patronales (COP)")
    return _c3(COP) / cop, np.full(cop.size, 1.0 / base.clave("cop_sgps"))


def _cop_plano() -> Vector:
    """COP with the flat 1.40 % of cuadro C.2 in place of the SBC path."""
    asegurados = impresos("I.3", "a")[:12]
    crecimiento = 1.0 + supuesto("mifa_crecimiento_salarios", 2050)
    alzas = crecimiento ** (anios("I.3")[:12] - base.ULTIMO_CORTO_PLAZO)
    ultimo = 2
    return base.renglon("cuadro_c_3", COP)[ultimo] * asegurados / asegurados[ultimo] * alzas


def _agotamiento() -> Par:
    """First year whose deficit no reserve pays."""
    saldos = _c3(SALDO)
    primero = anios_columna("C.3")[int(np.argmax(saldos < 0.0))]
    return primero, float(proyeccion().agotamiento[0])


def _fcolclc() -> Par:
    usos = renglon("C.3", "Uso del FCOLCLC")
    nominal = usos[1] * base.base().deflactor[1]
    return float(datos.parametro("saldo_fcolclc_subcuenta1", documento=DOCUMENTO)), usos[
        0
    ] + nominal


def _movimientos() -> Par:
    publicados = _c3(MOVIMIENTOS)
    return publicados, del_modelo(proyeccion().movimientos_rocf)


def _reglas() -> Iterable[tuple[str, Ficha]]:
    yield "44", _regla("subsidios", 2.0)
    yield "45", _regla("indemnizaciones", 1.0)
    yield "46", _regla("materiales", 2.0)
    yield "47", _regla("inversion", 1.0)
    yield (
        "48",
        _regla(
            "servicios_generales",
            10.0,
            tipo="calibrado",
            nota="Constante calibrada: 0.2564 de los servicios generales crece con los salarios.",
        ),
    )
    yield "49", _regla("cop", 0.0003, relativa=True)
    yield (
        "C-5-agf",
        _regla(
            "agf",
            2.0,
            tipo="calibrado",
            nota="Constante calibrada: 0.0965 % real anual por asegurado desde 2014.",
        ),
    )
    yield (
        "50",
        ficha(
            "calibrado",
            "COP del IMSS entre COP del SGPS, razón constante, 12 años",
            "razón",
            _cop_sgps,
            0.0005,
            fuente("C.3", "IV.3"),
            nota="Constante calibrada: 13.3333, la inversa de la clave de 7.5 %.",
        ),
    )
    yield (
        "51",
        ficha(
            "modelo",
            "Control, COP con el crecimiento salarial constante de 1.40 % del cuadro C.2",
            MDP,
            lambda: (_c3(COP), _cop_plano()),
            0.0003,
            fuente("C.3", "C.2"),
            relativa=True,
            falla_esperada="Con 1.40 % constante las COP de 2050 salen 1.06 % altas: el modelo usa "
            "la trayectoria del SBC del cuadro IV.3, que crece de 1.32 a 1.40 %.",
        ),
    )
    for numero, atributo, concepto, que in (
        ("C-4-1", "ingresos", INGRESOS, "ingresos"),
        ("C-4-2", "egresos", EGRESOS, "egresos"),
        ("C-4-3", "excedente", EXCEDENTE, "excedente de operación"),
        ("C-4-5", "excedente_despues", DESPUES, "excedente después de reservas"),
    ):
        yield numero, _total(atributo, concepto, que)
    yield (
        "52",
        ficha(
            "identidad",
            "Cuadro C.3: de 2011 a 2014 las reservas pagan el déficit completo",
            MDP,
            lambda: (-_c3(DESPUES)[:4], np.sum([_c3(c) for c in (MOVIMIENTOS, *base.USOS)], 0)[:4]),
            1.0,
            fuente("C.3"),
        ),
    )
    yield (
        "C-6",
        ficha(
            "modelo",
            "Primer año con déficit que ninguna reserva paga",
            "año",
            _agotamiento,
            0.0,
            fuente("C.3"),
        ),
    )
    yield (
        "53",
        ficha(
            "identidad",
            "Uso del FCOLCLC en 2011 y 2012 (a pesos corrientes) = saldo de la Subcuenta 1",
            "mdp",
            _fcolclc,
            1.0,
            fuente("C.3") + "; L10561",
            nota="El uso de 2012 se lleva a pesos corrientes con el deflactor implícito en el RJP.",
        ),
    )
    yield (
        "54",
        ficha(
            "identidad",
            "Deflactor 2012 implícito: 13,121 de la nota 7 entre 12,624 del cuadro",
            "razón",
            lambda: (FCOLCLC_2012 / renglon("C.3", "Uso del FCOLCLC")[1], base.base().deflactor[1]),
            0.00005,
            fuente("C.3") + "; L9865",
            nota="El mismo factor sale de comparar el RJP de corto plazo con el del cuadro C.3.",
        ),
    )
    yield (
        "56",
        ficha(
            "calibrado",
            "Movimientos de la ROCF: 3.735 % real anual desde 2015, 12 años",
            MDP,
            _movimientos,
            1.0,
            fuente("C.3"),
            nota="Constante calibrada: el crecimiento desde 2015.",
        ),
    )


FCOLCLC_2012 = 13121.0
"""Current mdp (L9865)."""


# --- 69 to 78, 95 and 97: financing of the RJP ---------------------------------------------------

_D2 = ("trabajadores", "asegurador", "patron")
_IMPRESAS_D2 = (9.0, 22.0, 69.0)
_TOTAL_D1, _COSTO, _PATRON_Y_FONDO = 437435.0, 471142.0, 336212.0
_NOMINA_2010, _FONDO_USADO, _COP_AGF = 47189.0, 14304.0, 221075.0
_D3 = {"patron": 64.2, "fondo": 7.2, "ambos": 71.4}


def _parametro(nombre: str, fecha: int | None = None) -> float:
    return float(datos.parametro(nombre, fecha, documento=DOCUMENTO))


def _grafica(id_: str, fuente_: str) -> float:
    return lectura.celda(DOCUMENTO, id_, "Monto", fuente_)


def _participaciones() -> Par:
    partes = financiamiento_rjp.acumulado().nomina.participaciones()
    return _IMPRESAS_D2, [100.0 * partes[p] for p in _D2]


def _partes_d3() -> Par:
    c = financiamiento_rjp.acumulado()
    montos = (c.nomina.patron, c.saldo_fondo, c.patron_y_ahorro)
    return tuple(_D3.values()), [100.0 * m / _COSTO for m in montos]


def _atribucion() -> Par:
    partes = financiamiento_rjp.atribuir(
        _grafica("grafica_d_4", "IMSS-Patrón sin FCOLCLC ni ROCF"),
        _parametro("mifa_cop", 2011),
        _parametro("mifa_agf", 2011),
    )
    return [_grafica("grafica_d_5", f) for f in (COP, _ETIQUETAS["agf"])], partes


def _dinero(numero: str, que: str, calcular: Callable[[], Par], tol: float, lineas: str) -> Ficha:
    return ficha(
        "modelo" if numero in _MODELO else "identidad",
        f"RJP: {que}",
        "mdp de 2010" if numero in ("69a", "70") else "mdp corrientes",
        calcular,
        tol,
        f"IFA 2010, {lineas}",
    )


_MODELO = {"69a", "70", "73", "74", "76", "78"}


def _rjp() -> Iterable[tuple[str, Ficha]]:
    acumulado = financiamiento_rjp.acumulado
    del_anio = financiamiento_rjp.del_anio
    for numero, que, calcular, tolerancia, lineas in (
        (
            "69a",
            "nómina 1966-2010, tres fuentes",
            lambda: (_TOTAL_D1, acumulado().nomina.total),
            0.0,
            "gráfica D.2, L10506-10519",
        ),
        (
            "70",
            "costo total y del IMSS-Patrón con el saldo de la Subcuenta 1",
            lambda: (
                (_COSTO, _PATRON_Y_FONDO),
                (acumulado().total, acumulado().patron_y_ahorro),
            ),
            1.0,
            "gráfica D.3, L10575-10581",
        ),
        (
            "72",
            "uso del FCOLCLC, 2009 y 2010",
            lambda: (_FONDO_USADO, sum(_parametro("fcolclc_retiro", a) for a in (2009, 2010))),
            0.0,
            "L10566-10567",
        ),
        (
            "73",
            "gasto total de 2011 por fuente",
            lambda: (_grafica("grafica_d_4", "Gasto total RJP 2011"), del_anio(2011).total),
            0.0,
            "gráfica D.4, L10653-10657",
        ),
        (
            "74",
            "IMSS-Patrón de 2011 sin FCOLCLC ni ROCF",
            lambda: (
                _grafica("grafica_d_4", "IMSS-Patrón sin FCOLCLC ni ROCF"),
                del_anio(2011).patron,
            ),
            1.0,
            "gráfica D.4, L10653-10657",
        ),
        (
            "75",
            "2011: gráfica D.4 contra cuadro C.3 (RJP, FCOLCLC y ROCF)",
            lambda: (
                [
                    _grafica("grafica_d_4", f)
                    for f in ("IMSS-Patrón", "Subcuenta 1 del FCOLCLC", "ROCF")
                ],
                [
                    celda("C.3", "2011", f)
                    for f in (
                        _ETIQUETAS["rjp"],
                        "Uso del FCOLCLC",
                        "Uso de la ROCF para programas de inversión",
                    )
                ],
            ),
            0.0,
            "gráfica D.4, L10653-10657, y cuadro C.3, L9772-9839",
        ),
        (
            "76",
            "nómina de 2010 por fuente",
            lambda: (_NOMINA_2010, del_anio(2010).total),
            0.0,
            "L10680-10682 (nota 100)",
        ),
        (
            "77",
            "COP y AGF de 2011",
            lambda: (_COP_AGF, _parametro("mifa_cop", 2011) + _parametro("mifa_agf", 2011)),
            0.0,
            "L10717 (nota 102)",
        ),
        (
            "78",
            "parte del IMSS-Patrón que cae en COP y en AGF, 2011",
            _atribucion,
            1.0,
            "gráfica D.5, L10672-10718",
        ),
    ):
        yield numero, _dinero(numero, que, calcular, tolerancia, lineas)
    yield (
        "69b",
        ficha(
            "modelo",
            "RJP: participación de trabajadores, IMSS-Asegurador e IMSS-Patrón, 1966-2010",
            "%",
            _participaciones,
            0.5,
            "IFA 2010, gráfica D.2, L6429-6431",
        ),
    )
    yield (
        "71",
        ficha(
            "modelo",
            "RJP: IMSS-Patrón, fondo y ambos entre el costo total",
            "%",
            _partes_d3,
            UN_DECIMAL,
            "IFA 2010, gráfica D.3, L10575-10581",
        ),
    )
    yield (
        "78b",
        ficha(
            "identidad",
            "RJP: porcentajes impresos de COP y AGF suman 100",
            "%",
            lambda: (
                100.0,
                sum(
                    lectura.celda(DOCUMENTO, "grafica_d_5", "porcentaje_impreso", f)
                    for f in (COP, "Aportaciones del Gobierno Federal")
                ),
            ),
            UN_DECIMAL,
            "IFA 2010, L10690",
            falla_esperada="La parte de las AGF se imprime 26.4 %; es 23.4 % (76.6 + 26.4 = 103).",
        ),
    )
    yield (
        "95",
        ficha(
            "identidad",
            "RJP: 3 % de la nómina de los trabajadores valuados contra lo aportado en 2010",
            "mdp corrientes",
            lambda: (
                _parametro("rjp_financiamiento_trabajadores_aportacion", 2010),
                float(datos.parametro("rjp_aportacion_trabajadores", 2010, documento="rjp"))
                * _nomina_activos(),
            ),
            0.05,
            f"{fuente('E.1')}; L10680-10682",
            relativa=True,
            nota="Sólo de orden de magnitud: se aporta también sobre el fondo de ahorro.",
        ),
    )


def _nomina_activos() -> float:
    """Yearly payroll of the valued workers, mdp."""
    trabajadores = celda("E.1", "numero_total", "Total")
    return trabajadores * celda("E.1", "salario_base_topado_mensual_total", "Total") * 12.0 / 1e6


VERIFICACIONES = _numerar([*_identidades(), *_reglas(), *_rjp()])
