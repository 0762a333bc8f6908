"""What a refresh checks before anything is written: each bad figure with its cell."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from typing import Any

import xlwings as xw

from pymodel import cuotas
from pymodel.errores import DatoInvalido, Descripcion
from xl.contrato import entrada
from xl.libros.comun import lectura
from xl.libros.comun.definicion import Bloques
from xl.libros.comun.plano import SI
from xl.libros.cuotas import plano

_DE_NOMINA = {"sbc": 1, "dias": 2, "prima_rt": 3}
_DE_EMPRESA = {"s": 1, "i": 2, "d": 3, "n": 4, "prima_anterior": 5}


def revisar(book: xw.Book) -> Bloques:
    """Compute with the model what the sheets compute; there are no blocks to write.

    Raises
    ------
    DatoInvalido        With the cell: wages below the minimum, blank rows in between, firms whose
                        figures are not those of article 72.
    """
    datos = {e.nombre: e.leer(book) for e in plano.ENTRADAS}
    _trabajador(book, datos)
    _nomina(book, datos)
    _empresas(book, datos["empresas_datos"])
    return ()


def _trabajador(book: xw.Book, datos: dict[str, Any]) -> None:
    celdas = {"sbc": "trab_sbc", "dias": "trab_dias", "prima_rt": "trab_prima"}
    celdas |= {"fecha": "trab_fecha", "factor_integracion": "trab_factor"}
    _en_su_celda(
        lambda: cuotas.calcular_nomina(
            [datos["trab_sbc"]],
            _dia(datos["trab_fecha"]),
            dias=datos["trab_dias"],
            prima_rt=datos["trab_prima"],
            factor_integracion=datos["trab_factor"],
        ),
        lambda argumento, _: lectura.rango(book, celdas[argumento]),
    )


def _nomina(book: xw.Book, datos: dict[str, Any]) -> None:
    bloque = lectura.rango(book, "nomina_datos")
    llenas = [i for i, f in enumerate(datos["nomina_datos"]) if not entrada.vacio(f[1])]
    if not llenas:
        return
    if llenas[-1] + 1 != len(llenas):
        hueco = next(i for i in range(llenas[-1]) if i not in llenas)
        raise DatoInvalido(
            lectura.lugar(bloque[hueco, 1]),
            Descripcion("un renglón vacío entre otros llenos"),
            "los trabajadores de arriba abajo, sin huecos",
        )
    columnas = [
        [entrada.numero(datos["nomina_datos"][i][c], lectura.lugar(bloque[i, c])) for i in llenas]
        for c in _DE_NOMINA.values()
    ]

    def celda(argumento: str, fila: int) -> xw.Range:
        if argumento in _DE_NOMINA:
            return bloque[fila, _DE_NOMINA[argumento]]
        return lectura.rango(book, {"fecha": "nomina_fecha"}.get(argumento, "nomina_factor"))

    _en_su_celda(
        lambda: cuotas.calcular_nomina(
            columnas[0],
            _dia(datos["nomina_fecha"]),
            dias=columnas[1],
            prima_rt=columnas[2],
            factor_integracion=datos["nomina_factor"],
        ),
        celda,
    )


def _empresas(book: xw.Book, filas: list[list[Any]]) -> None:
    bloque = lectura.rango(book, "empresas_datos")
    for i, fila in enumerate(filas):
        if all(entrada.vacio(x) for x in fila[1:6]):
            continue
        s, grados, d, n = (
            entrada.numero(x, lectura.lugar(bloque[i, c])) for c, x in enumerate(fila[1:5], start=1)
        )
        anterior = None if entrada.vacio(fila[5]) else fila[5]
        _en_su_celda(
            lambda s=s, grados=grados, d=d, n=n, anterior=anterior, fila=fila: cuotas.prima_rt(  # type: ignore[misc]
                s, grados, d, n, prima_anterior=anterior, acreditada=fila[6] == SI
            ),
            lambda argumento, _, i=i: bloque[i, _DE_EMPRESA[argumento]],  # type: ignore[misc]
        )


def _en_su_celda(calcular: Callable[[], Any], celda: Callable[[str, int], xw.Range]) -> None:
    """Place the error of the model ("sbc, valor 3") in the cell that it speaks of."""
    try:
        calcular()
    except DatoInvalido as error:
        argumento, _, resto = error.argumento.partition(", ")
        valor = re.search(r"\d+", resto)
        lugar = celda(argumento, int(valor[0]) - 1 if valor else 0)
        raise DatoInvalido(
            lectura.lugar(lugar, argumento), error.encontrado, error.esperado
        ) from None


def _dia(fecha: dt.date) -> dt.date:
    return fecha.date() if isinstance(fecha, dt.datetime) else fecha
