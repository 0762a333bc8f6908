"""Balances through the model, from the flows and from the print (M7)."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import numpy as np

from pymodel.balance import Renglon as Linea
from pymodel.balance import balance_actuarial, pasivos_por_generacion
from pymodel.conciliacion.ifa2005_b import comun as c
from pymodel.conciliacion.ifa2005_b.balances import (
    GENERACIONES,
    GMP,
    RESERVA_OMITIDA,
    RJP,
    SIV,
    SRT,
    Balance,
    Renglon,
    porcentaje_de_la_brecha,
)
from pymodel.conciliacion.ifa2005_b.comun import Columna, celda, contra, supuesto, verificacion
from pymodel.conciliacion.ifa2005_b.primas import DOS_DECIMALES
from pymodel.conciliacion.ifa2005_b.valores_presentes import vp
from pymodel.conciliacion.registro import Par, Verificacion

Lineas = Callable[[], list[Linea]]

BRECHA = "Déficit/(Superávit)"


def _balance_srt() -> list[Linea]:
    return balance_actuarial(
        supuesto("reserva_srt"),
        supuesto("prima_ingreso_srt"),
        vp(c.SRT_SALARIOS, perpetuidad=True),
        [(x.nombre, vp(x, perpetuidad=True)) for x in c.COMPONENTES[c.SRT_TOTAL]],
    )


def _balance_siv(con_reserva: bool) -> list[Linea]:
    return balance_actuarial(
        supuesto("reserva_siv") if con_reserva else 0.0,
        supuesto("prima_ingreso_siv"),
        vp(c.SIV_SALARIOS, perpetuidad=True),
        [(x.nombre, vp(x, perpetuidad=True)) for x in (c.SIV_PENSIONES, c.SIV_SUBSIDIOS)],
        [("Pensión garantizada", vp(c.SIV_CF, perpetuidad=True))],
    )


def _balance_gmp() -> list[Linea]:
    return balance_actuarial(
        supuesto("reserva_gmp"),
        supuesto("prima_ingreso_gmp"),
        vp(c.GMP_SALARIOS, metodo="log_pchip"),
        [("Gastos médicos", vp(c.GMP_GASTO, metodo="log_pchip"))],
    )


def _balance_rjp() -> list[Linea]:
    # Contributions are on wages of the closed group; the VPSF is that of the open group.
    gastos = (c.RJP_CURSO, c.RJP_L73, c.RJP_L97, c.CLAUSULAS_TOTAL)
    return balance_actuarial(
        supuesto("reserva_rjp"),
        0.0,
        vp(c.CLAUSULAS_SALARIOS),
        [(x.nombre, vp(x)) for x in gastos],
        [("FCOLCLC", supuesto("reserva_fcolclc")), ("Aportaciones", vp(c.RJP_APORTACIONES))],
    )


def _renglon(lineas: Lineas, concepto: str) -> Linea:
    return next(x for x in lineas() if x.concepto == concepto)


def _monto(lineas: Lineas, concepto: str) -> float:
    return _renglon(lineas, concepto).monto


def _por_ciento(lineas: Lineas, concepto: str) -> float:
    return 100 * _renglon(lineas, concepto).fraccion_vpsf


def _balances_de_flujos() -> list[Verificacion]:
    siv_impreso = partial(_balance_siv, False)
    metodos = {
        "SRT": c.METODO_PERPETUIDAD,
        "SIV": c.METODO_PERPETUIDAD,
        "GMP": c.METODO_LOG,
        "RJP": c.METODO_FIN,
    }
    subtotal = ("ACTIVO", "", "Subtotal")
    montos: list[tuple[str, Balance, Lineas, str, Renglon, float, str]] = [
        ("M7-01", SRT, _balance_srt, "Aportaciones futuras", SRT.aportado, 0.0005, "L1351"),
        ("M7-02", SRT, _balance_srt, "Subtotal activo", subtotal, 0.0005, "L1356"),
        ("M7-03", SRT, _balance_srt, "Total pasivo", SRT.total_pasivo, 0.001, "L1360"),
        ("M7-04", SRT, _balance_srt, BRECHA, SRT.brecha, 0.001, "L1359"),
        ("M7-05", SIV, siv_impreso, "Aportaciones futuras", SIV.aportado, 0.0005, "L1639"),
        ("M7-06", SIV, siv_impreso, "Pensión garantizada", SIV.otros[0], 0.003, "L1641"),
        ("M7-07", SIV, siv_impreso, "Subtotal activo", subtotal, 0.003, "L1643"),
        ("M7-08", SIV, siv_impreso, "Total pasivo", SIV.total_pasivo, 0.003, "L1646"),
        ("M7-09", GMP, _balance_gmp, "Aportaciones futuras", GMP.aportado, 0.0005, "L2403"),
        ("M7-10", GMP, _balance_gmp, "Total pasivo", GMP.total_pasivo, 0.001, "L2406"),
        ("M7-11", GMP, _balance_gmp, BRECHA, GMP.brecha, 0.001, "L2405"),
        ("M7-12", RJP, _balance_rjp, "Aportaciones", RJP.aportado, 0.02, "L2214"),
        ("M7-13", RJP, _balance_rjp, "Total pasivo", RJP.total_pasivo, 0.01, "L2222"),
        ("M7-14", RJP, _balance_rjp, BRECHA, RJP.brecha, 0.01, "L2217"),
    ]
    propia = "Tolerancia propia: la de los valores presentes que lo forman"
    entradas = [
        verificacion(
            clave,
            "modelo",
            f"Balance del {b.nombre} desde los flujos: {concepto.lower()}",
            contra(partial(b.monto, renglon), partial(_monto, lineas, concepto)),
            tolerancia,
            f"cuadro {b.numero}, {linea}",
            relativa=True,
            metodo=metodos[b.nombre],
            nota=f"{propia} (B22-B31)." if b is RJP else f"{propia}.",
        )
        for clave, b, lineas, concepto, renglon, tolerancia, linea in montos
    ]
    siv_completo = partial(_balance_siv, True)
    porcentajes: list[tuple[str, Balance, Lineas, str, str, str]] = [
        ("M7-15", SRT, _balance_srt, "superávit", "L1359", ""),
        ("M7-16", SIV, siv_impreso, "superávit sin la reserva", "L1645", ""),
        (
            "M7-17",
            SIV,
            siv_completo,
            "superávit con la reserva",
            "L1645",
            RESERVA_OMITIDA,
        ),
        ("M7-18", GMP, _balance_gmp, "desfinanciamiento", "L2405", ""),
    ]
    entradas += [
        verificacion(
            clave,
            "modelo",
            f"Balance del {b.nombre} desde los flujos: {nombre}, % del VPSF",
            contra(partial(porcentaje_de_la_brecha, b), partial(_por_ciento, lineas, BRECHA)),
            DOS_DECIMALES,
            f"cuadro {b.numero}, {linea}",
            unidad="% del VPSF",
            metodo=metodos[b.nombre],
            falla_esperada=explicacion,
        )
        for clave, b, lineas, nombre, linea, explicacion in porcentajes
    ]
    return entradas


def _impreso_por_balance(b: Balance, prima: str | None, con_reserva: bool) -> Par:
    """Printed gap and totals against balance_actuarial on the printed inputs."""
    otros = [(r[2], b.monto(r)) for r in b.otros]
    if prima is None:
        otros += [("Aportaciones", b.suma(*b.aportaciones))]
    lineas = balance_actuarial(
        b.monto(b.reserva) if con_reserva else 0.0,
        supuesto(prima) if prima else 0.0,
        b.vpsf_impreso(),
        [(" ".join(r[1:]), b.monto(r)) for r in b.pasivos],
        otros,
    )
    calculado = {x.concepto: x.monto for x in lineas}
    return (
        b.montos((b.brecha, b.total_activo, b.total_pasivo)),
        np.array([calculado[x] for x in (BRECHA, "Total activo", "Total pasivo")]),
    )


def _pasivos_por_generacion(b: Balance, gastos: tuple[Columna, ...]) -> Par:
    """Printed subtotals by generation and present values by benefit against the cross table."""
    cuadro = pasivos_por_generacion(
        [r[1] for r in b.pasivos], [r[2] for r in b.pasivos], b.montos(b.pasivos)
    )
    impresos = [b.monto(("PASIVO", g, "Subtotal")) for g in GENERACIONES]
    impresos += [b.monto(b.total_pasivo)]
    impresos += [celda(g, c.VALOR_PRESENTE) for g in gastos]
    return np.array(impresos), np.append(cuadro.loc["Total"], cuadro["Total"].iloc[:-1])


def _balances_impresos() -> list[Verificacion]:
    omitida = RESERVA_OMITIDA
    casos = [
        ("M7-19", SRT, "prima_ingreso_srt", True, "cuadro II.4, L1342-1360", ""),
        ("M7-20", SIV, "prima_ingreso_siv", False, "cuadro II.10, L1632-1646", ""),
        ("M7-21", SIV, "prima_ingreso_siv", True, "cuadro II.10, L1632-1646", omitida),
        ("M7-22", GMP, "prima_ingreso_gmp", True, "cuadro II.27, L2397-2407", ""),
        ("M7-23", RJP, None, True, "cuadro II.23, L2208-2222", ""),
    ]
    entradas = [
        verificacion(
            clave,
            "identidad",
            f"Balance del {b.nombre} con los montos impresos{'' if reserva else ', sin reserva'}: "
            "brecha y totales",
            partial(_impreso_por_balance, b, prima, reserva),
            2,
            fuente,
            falla_esperada=explicacion,
            nota="Tolerancia: redondeo a millones de los sumandos impresos.",
        )
        for clave, b, prima, reserva, fuente, explicacion in casos
    ]
    cruces = [
        ("M7-24", SRT, c.COMPONENTES[c.SRT_TOTAL], "cuadros II.3 y II.4, L1343-1360"),
        ("M7-25", SIV, (c.SIV_PENSIONES, c.SIV_SUBSIDIOS), "cuadros II.9 y II.10, L1632-1646"),
    ]
    entradas += [
        verificacion(
            clave,
            "identidad",
            f"Pasivo del {b.nombre} por generación y prestación: subtotales",
            partial(_pasivos_por_generacion, b, gastos),
            1,
            fuente,
        )
        for clave, b, gastos, fuente in cruces
    ]
    return entradas


VERIFICACIONES = (*_balances_de_flujos(), *_balances_impresos())
