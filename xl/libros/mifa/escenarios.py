"""Sheet Escenarios: the four columns of Supuestos side by side, filled by a refresh."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import xlwings as xw

from pymodel.mifa.equilibrio import Equilibrio, Resumen, equilibrio, resumen
from pymodel.mifa.largo_plazo import Flujo, flujo
from pymodel.mifa.seguros import Seguro, seguro
from xl.libros.comun.libro import Libro
from xl.libros.estilo import DECIMAL, ENTERO, GRIS, MDP, PCT, preparar
from xl.libros.mifa import plano, supuestos

Uno = tuple[Seguro, Equilibrio, Resumen]
_HORIZONTE = 3
"""Position of the 40 years in :data:`pymodel.mifa.equilibrio.HORIZONTES`."""

_DEL_FLUJO: tuple[tuple[str, str, str, Callable[[Flujo], float]], ...] = (
    ("Tasa de descuento", "% real", PCT, lambda f: f.supuestos.tasa_descuento[0, 0]),
    ("Asegurados en 2050", "personas", MDP, lambda f: f.supuestos.asegurados[0, -1]),
    ("Salario base de cotización en 2050", "pesos diarios", DECIMAL, lambda f: f.sbc[0, -1]),
    ("Masa salarial en 2050", "mdp 2011", MDP, lambda f: f.masa_salarial[0, -1]),
    ("Ingresos de 2050", "mdp 2011", MDP, lambda f: f.ingresos[0, -1]),
    ("Egresos de 2050", "mdp 2011", MDP, lambda f: f.egresos[0, -1]),
    ("Excedente (déficit) de operación en 2050", "mdp 2011", MDP, lambda f: f.excedente[0, -1]),
    ("Saldo en RO después de transferencias en 2050", "mdp 2011", MDP, lambda f: f.saldo[0, -1]),
    ("Primer año con déficit sin reservas (0: ninguno)", "año", ENTERO, lambda f: f.agotamiento[0]),
)
_DEL_SEGURO: tuple[tuple[str, str, str, Callable[[Uno], float]], ...] = (
    ("Prima media nivelada", "% de salarios", PCT, lambda x: x[1].pmn[0, 0]),
    ("Incremento necesario de la prima", "%", PCT, lambda x: x[2].incremento_pc[0]),
    ("Incremento necesario del salario", "%", PCT, lambda x: x[2].incremento_sbc[0]),
    ("Déficit promedio 2011-2050", "mdp 2011", MDP, lambda x: x[2].promedio[0]),
    (
        "Valor presente del déficit a 40 años",
        "mdp 2011",
        MDP,
        lambda x: x[2].valores_presentes[0, _HORIZONTE],
    ),
    ("Resultado financiero de 2050", "mdp 2011", MDP, lambda x: x[0].resultado[0, -1]),
)
RENGLONES = (
    *(("IMSS", t, u, n) for t, u, n, _ in _DEL_FLUJO),
    *((s, t, u, n) for s in plano.ORDEN for t, u, n, _ in _DEL_SEGURO),
)
NOMBRE = "escenarios_mifa"
FILA, PRIMERA = 4, 3


def medidas(alternativos: Mapping[str, Any]) -> list[float]:
    """What the sheet shows of one scenario, in the order of :data:`RENGLONES`."""
    f = flujo(alternativos)
    valores = [float(medir(f)) for *_, medir in _DEL_FLUJO]
    for nombre in plano.ORDEN:
        s = seguro(f, nombre)
        e = equilibrio(s, f.supuestos.tasa_descuento, f.supuestos.smgdf)
        uno = s, e, resumen(s, e, f.supuestos.tasa_descuento)
        valores += [float(medir(uno)) for *_, medir in _DEL_SEGURO]
    return valores


def leer(book: xw.Book) -> list[dict[str, Any]]:
    """Assumptions of each scenario: its own, or those of the first where it has none."""
    por_nombre = {e.nombre: e for e in supuestos.ENTRADAS}
    metodo = supuestos.METODO.leer(book)
    leidos: list[dict[str, Any]] = []
    for i in range(len(plano.NOMBRES_ESCENARIO)):
        propios = {n: por_nombre[plano.entrada(i, n)].leer(book) for n in supuestos.NUMERICOS}
        base = leidos[0] if leidos else {}
        leidos.append(
            {
                "interpolacion": metodo,
                **{n: base.get(n) if v is None else v for n, v in propios.items()},
            }
        )
    return leidos


def calcular(book: xw.Book) -> Sequence[tuple[str, Sequence[Sequence[Any]]]]:
    """Block of results of the four scenarios."""
    columnas = [medidas(alternativos) for alternativos in leer(book)]
    return [(NOMBRE, list(zip(*columnas, strict=True)))]


def construir(libro: Libro) -> None:
    """Frame of the sheet; the refresh fills it."""
    hoja, e = libro.hoja(plano.ESCENARIOS), libro.estilos
    preparar(
        hoja,
        e,
        "Escenarios",
        "Las cuatro columnas de Supuestos, calculadas en la última actualización. El primer año "
        "sin descontar; SRT y SIV son estimación; en el SSFAM lo actual es 100 %.",
        repetir=(FILA - 1, FILA - 1),
    )
    n = len(plano.NOMBRES_ESCENARIO)
    hoja.set_column(0, 0, 10)
    hoja.set_column(1, 1, 48)
    hoja.set_column(2, 2, 15)
    hoja.set_column(PRIMERA, PRIMERA + 2 * n - 2, 15)
    titulos = (
        "Seguro",
        "Resultado",
        "Unidad",
        *plano.NOMBRES_ESCENARIO,
        *(f"{x} menos {plano.BASE}" for x in plano.NOMBRES_ESCENARIO[1:]),
    )
    hoja.set_row(FILA - 1, 32)
    for col, texto in enumerate(titulos):
        hoja.write_string(FILA - 1, col, texto, e.encabezado())
    hoja.freeze_panes(FILA, 3)
    previo = ""
    for i, (nombre, texto, unidad, numero) in enumerate(RENGLONES, start=FILA):
        hoja.write_string(i, 0, nombre if nombre != previo else "", e.texto(bold=True))
        previo = nombre
        hoja.write_string(i, 1, texto, e.texto())
        hoja.write_string(i, 2, unidad, e.texto(font_color=GRIS))
        for j in range(n):
            hoja.write_blank(i, PRIMERA + j, None, e.calculo(numero))
        for j in range(1, n):
            letra, base = "ABCDEFGHIJ"[PRIMERA + j], "ABCDEFGHIJ"[PRIMERA]
            hoja.write_formula(
                i,
                PRIMERA + n + j - 1,
                f'=IF(ISNUMBER({letra}{i + 1}),{letra}{i + 1}-{base}{i + 1},"")',
                e.calculo(numero),
            )
    libro.nombrar(
        NOMBRE, plano.ESCENARIOS, FILA, PRIMERA, FILA + len(RENGLONES) - 1, PRIMERA + n - 1
    )
