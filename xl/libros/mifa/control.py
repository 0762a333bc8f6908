"""Sheet Control auxiliar: ledger of the operating reserves 1997-2005 and their internal account."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
from xlsxwriter.utility import xl_rowcol_to_cell

from pymodel.mifa import reservas
from xl.libros.comun.entradas import Entrada
from xl.libros.comun.libro import Libro
from xl.libros.estilo import GRIS, ORO, VERDE_CLARO, VINO, preparar

HOJA = "Control auxiliar"
SEGUROS = tuple(reservas.COLUMNAS_RO)
PRIMERA = 5
MONTO = 2
TOTAL = MONTO + len(SEGUROS)
ALERTA = TOTAL + 1
MILES = '#,##0.0_);(#,##0.0);"–"_)'

_LIBRO = reservas.control_auxiliar()
_SALDOS = [i for i, t in enumerate(_LIBRO["tipo"]) if t == "saldo"]
# Movements between two balances are one block of inputs.
_BLOQUES = [(a + 1, b) for a, b in pairwise([-1, *_SALDOS]) if b > a + 1]


def _entradas() -> tuple[Entrada, ...]:
    montos = _LIBRO[list(SEGUROS)].to_numpy(np.float64)
    return tuple(
        Entrada(
            f"ro_movimientos_{n}",
            f"Movimientos hasta {_LIBRO['concepto'][fin]}",
            "tabla",
            [[float(v) for v in fila] for fila in montos[inicio:fin]],
            unidad="miles de pesos",
            formato=MILES,
        )
        for n, (inicio, fin) in enumerate(_BLOQUES, 1)
    )


ENTRADAS = _entradas()


def construir(libro: Libro) -> None:
    """Write the sheet."""
    hoja, e = libro.hoja(HOJA), libro.estilos
    preparar(
        hoja,
        e,
        "Control auxiliar de las reservas operativas, 1997-2005",
        "Miles de pesos (IFA 2005, cuadros I.14 e I.15, reconstruidos). Lo azul son movimientos; "
        "cada saldo es el anterior más sus movimientos.",
        color=ORO,
        repetir=(4, 4),
    )
    hoja.set_column(0, 0, 52)
    hoja.set_column(1, 1, 12)
    hoja.set_column(MONTO, TOTAL, 15)
    hoja.set_column(ALERTA, ALERTA, 13)
    hoja.freeze_panes(PRIMERA, 1)
    hoja.merge_range(PRIMERA - 2, 0, PRIMERA - 2, ALERTA, "Movimientos y saldos", e.seccion())
    for j, t in enumerate(("Concepto", "Fecha", *SEGUROS, "Total", "Alerta")):
        hoja.write_string(PRIMERA - 1, j, t, e.encabezado())
    for i, (concepto, fecha, tipo) in enumerate(
        _LIBRO[["concepto", "fecha", "tipo"]].itertuples(index=False)
    ):
        es_saldo = tipo == "saldo"
        fondo = {"bg_color": VERDE_CLARO} if es_saldo else {}
        hoja.write_string(PRIMERA + i, 0, str(concepto), e.texto(bold=es_saldo, **fondo))
        hoja.write_string(PRIMERA + i, 1, str(fecha), e.texto(align="center", **fondo))
        formato = e.total(MILES, **fondo) if es_saldo else e.calculo(MILES)
        rango = f"{_celda(i, 0)}:{_celda(i, len(SEGUROS) - 1)}"
        hoja.write_formula(PRIMERA + i, TOTAL, f"=ROUND(SUM({rango}),1)", formato)
    for entrada, (inicio, fin) in zip(ENTRADAS, _BLOQUES, strict=True):
        entrada.escribir(libro, HOJA, PRIMERA + inicio, MONTO)
        _saldo(libro, inicio, fin)
    _cuenta(libro, PRIMERA + len(_LIBRO) + 3)


def _celda(i: int, j: int) -> str:
    return xl_rowcol_to_cell(PRIMERA + i, MONTO + j)


def _saldo(libro: Libro, inicio: int, fin: int) -> None:
    """Balance under a block of movements, and its alert."""
    hoja, e = libro.hoja(HOJA), libro.estilos
    for j in range(len(SEGUROS)):
        previo = f"{_celda(inicio - 1, j)}+" if inicio else ""
        suma = f"SUM({_celda(inicio, j)}:{_celda(fin - 1, j)})"
        hoja.write_formula(
            PRIMERA + fin,
            MONTO + j,
            f"=ROUND({previo}{suma},1)",
            e.total(MILES, bg_color=VERDE_CLARO),
        )
    rango = f"{_celda(fin, 0)}:{_celda(fin, len(SEGUROS) - 1)}"
    hoja.write_formula(
        PRIMERA + fin,
        ALERTA,
        f'=IF(MIN({rango})<-0.25,"RO NEGATIVA","")',
        e.calculo("@", align="center", bold=True, font_color=VINO),
    )


def _cuenta(libro: Libro, fila: int) -> None:
    """Internal financing: principal, payments, interest, what each insurance owes."""
    hoja, e = libro.hoja(HOJA), libro.estilos
    hoja.merge_range(
        fila - 2, 0, fila - 2, ALERTA,
        "Cuenta del financiamiento interno: debe (+) o le deben (-)", e.seccion(),
    )  # fmt: skip
    for j, t in enumerate(("Concepto", "", *SEGUROS, "Suma (0)")):
        hoja.write_string(fila - 1, j, t, e.encabezado())
    lineas = list(_LIBRO["linea_fuente"])

    def suma(cuales: tuple[int, ...], j: int) -> str:
        return "+".join(_celda(lineas.index(n), j) for n in cuales)

    rotulos = (
        "Importe recibido (otorgado)",
        "Pagos",
        "Saldo de capital",
        "Intereses",
        "Total del adeudo",
    )
    for k, rotulo in enumerate(rotulos):
        hoja.write_string(fila + k, 0, rotulo, e.texto(bold=k in (2, 4)))
        for j in range(len(SEGUROS)):
            arriba = [xl_rowcol_to_cell(fila + r, MONTO + j) for r in range(5)]
            formula = (
                suma(reservas.LINEAS_FINANCIAMIENTO, j),
                suma(reservas.LINEAS_PAGO, j),
                f"{arriba[0]}+{arriba[1]}",
                f"-{_celda(lineas.index(reservas.LINEA_INTERESES), j)}",
                f"{arriba[2]}+{arriba[3]}",
            )[k]
            hoja.write_formula(
                fila + k,
                MONTO + j,
                f"={formula}",
                e.total(MILES) if k in (2, 4) else e.calculo(MILES),
            )
        rango = f"{xl_rowcol_to_cell(fila + k, MONTO)}:{xl_rowcol_to_cell(fila + k, TOTAL - 1)}"
        hoja.write_formula(
            fila + k, TOTAL, f"=ROUND(SUM({rango}),1)", e.calculo(MILES, font_color=GRIS)
        )
    hoja.write_string(
        fila + 5,
        0,
        "El importe de SRT, SEM y SIV difiere del cuadro I.15 en cifras que se compensan; el "
        "informe no lo explica (hoja Conciliación).",
        e(font_color=GRIS, italic=True),
    )
