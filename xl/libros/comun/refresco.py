"""Refresh of a workbook: read, check, compute, and only then write, with its log."""

from __future__ import annotations

import datetime as dt
import getpass
from collections.abc import Sequence
from typing import Any

import xlwings as xw

from pymodel import conciliacion
from pymodel.errores import DatoInvalido, Descripcion
from xl import VERSION
from xl.libros.comun import entradas, lectura
from xl.libros.comun.definicion import Actualizacion, Bloques, Definicion
from xl.libros.estilo import ENTERO, MDP, PP


def actualizar(d: Definicion, book: xw.Book) -> Actualizacion:
    """Refresh a workbook; nothing is written until every input has been read and computed.

    Raises
    ------
    DatoInvalido    If an input is not what its cell asks, or a headline result is an error.
    """
    if d.actualizar is not None:
        return d.actualizar(book)
    for e in d.entradas:
        e.leer(book)
    bloques = d.calcular(book) if d.calcular else ()
    distintos = entradas.diferencias(book, d.celdas())
    juicios = verificaciones(d)
    _escribir(book, bloques)
    calcular_todo(book)
    # A figure that fails here leaves an error message, and the file is not saved.
    actuales = [_resultado(book, i.nombre, i.etiqueta) for i in d.indicadores]
    cambios = _cambios(d, book, actuales)
    _anotar(d, book, actuales)
    escribir_conciliacion(book, juicios)
    resumen = resumir(juicios)
    registrar(book, "Actualizar", [*distintos, *cambios] or ["Sin cambios"], resumen)
    book.app.calculate()
    return Actualizacion(
        encabezado=("Resultado", "Valor"),
        tabla=tuple(
            (f"{i.etiqueta}, {i.unidad}" if i.unidad else i.etiqueta, presentar(v, i.formato))
            for i, v in zip(d.indicadores, actuales, strict=True)
        ),
        cambios=tuple(cambios),
        supuestos=tuple(distintos),
        verificaciones=resumen,
    )


def calcular_todo(book: xw.Book) -> None:
    """Evaluate every formula of our sheets, also those that nothing seems to have changed.

    The file may come from a program that changed a cell and left the old values beside the
    formulas that read it (Excel with manual calculation, a library).
    """
    calcular = getattr(book.impl, "calculate", None)  # Excel's own books have none
    if calcular is None:
        book.app.calculate()
    else:
        calcular(todo=True)


def llenar(d: Definicion, book: xw.Book) -> None:
    """First values of a workbook just built: a refresh without log or user."""
    if d.llenar is not None:
        d.llenar(book)
        return
    _escribir(book, d.calcular(book) if d.calcular else ())
    escribir_conciliacion(book, verificaciones(d))
    book.app.calculate()
    _anotar(d, book, [_resultado(book, i.nombre, i.etiqueta) for i in d.indicadores])
    book.app.calculate()


def restablecer(d: Definicion, book: xw.Book) -> None:
    """Put the inputs of the documents back."""
    entradas.restablecer(book, d.celdas())
    registrar(book, "Restablecer supuestos", ["Supuestos y datos de origen"], "")
    book.app.calculate()


def verificaciones(d: Definicion) -> tuple[conciliacion.Resultado, ...]:
    """Checks that this workbook shows."""
    return tuple(r for resumen in d.resumenes for r in conciliacion.conciliar(resumen))


def _escribir(book: xw.Book, bloques: Bloques) -> None:
    destinos = []
    for nombre, renglones in bloques:
        destino = lectura.rango(book, nombre)
        if len(renglones) > destino.rows.count:
            raise DatoInvalido(
                lectura.lugar(destino),
                Descripcion(f"{len(renglones)} renglones"),
                f"{destino.rows.count} como máximo",
            )
        destinos.append((destino, renglones))
    for destino, renglones in destinos:
        destino.clear_contents()
        if renglones:
            lectura.poner(destino, renglones)


def _resultado(book: xw.Book, nombre: str, etiqueta: str) -> Any:
    celda = lectura.rango(book, nombre)
    valor = lectura.valor(celda)
    if isinstance(valor, str) and valor.startswith("#"):
        raise DatoInvalido(
            lectura.lugar(celda, etiqueta), valor, "un resultado: revise los datos de los que sale"
        )
    return valor


def _cambios(d: Definicion, book: xw.Book, actuales: Sequence[Any]) -> list[str]:
    """What differs from the last refresh, kept in the first column of the block «resultados»."""
    if not d.indicadores:
        return []
    previos = [fila[0] for fila in lectura.filas(lectura.rango(book, "resultados"))]
    cambios = []
    for i, antes, ahora in zip(d.indicadores, previos, actuales, strict=True):
        if isinstance(antes, int | float) and isinstance(ahora, int | float):
            igual = abs(ahora - antes) <= 1e-9 * max(1.0, abs(ahora))
        else:
            igual = lectura.iguales(antes or None, ahora or None)
        if not igual:
            cambios.append(
                f"{i.etiqueta}: {presentar(antes, i.formato)} → {presentar(ahora, i.formato)}"
            )
    return cambios


def _anotar(d: Definicion, book: xw.Book, actuales: Sequence[Any]) -> None:
    """Keep the figures of this refresh and those of the one before."""
    if not d.indicadores:
        return
    bloque = lectura.rango(book, "resultados")
    previos = lectura.filas(bloque)
    lectura.poner(
        bloque,
        [
            [ahora, antes if antes is not None else ahora]
            for ahora, (antes, _) in zip(actuales, previos, strict=True)
        ],
    )


def presentar(valor: Any, formato: str) -> str:
    """A result as the terminal and the log show it."""
    if not isinstance(valor, int | float) or isinstance(valor, bool):
        return "" if valor is None else str(valor)
    if "%" in formato:
        return f"{valor:.4%}"
    if formato == ENTERO:
        return f"{valor:.0f}"
    decimales = 0 if formato == MDP or abs(valor) >= 10_000 else 2
    texto = f"{abs(valor):,.{3 if formato == PP else decimales}f}"
    return f"({texto})" if valor < 0 else texto


def escribir_conciliacion(book: xw.Book, juicios: Sequence[conciliacion.Resultado]) -> None:
    """Write the judged checks in the sheet Conciliación, if the workbook has it."""
    if not juicios:
        return
    rango = lectura.rango(book, "conciliacion")
    rango.clear_contents()
    renglones = [
        [
            r.id,
            r.documento,
            r.tipo,
            r.descripcion,
            r.unidad,
            r.publicado,
            r.calculado,
            r.diferencia,
            r.tolerancia,
            r.comparaciones,
            r.resultado,
            r.fuente,
            r.metodo,
            r.explicacion,
        ]
        for r in juicios
    ]
    lectura.poner(rango, renglones)


def resumir(juicios: Sequence[conciliacion.Resultado]) -> str:
    """How many checks hold, fail with their reason, or fail; nothing where there are none."""
    if not juicios:
        return ""
    cumplen = sum(r.resultado == conciliacion.CUMPLE for r in juicios)
    explicadas = sum(r.resultado == conciliacion.FALLA_ESPERADA for r in juicios)
    return (
        f"{len(juicios)} verificaciones: {cumplen} cumplen, {explicadas} fallan con explicación, "
        f"{len(juicios) - cumplen - explicadas} no cumplen"
    )


def registrar(book: xw.Book, accion: str, cambios: Sequence[str], resumen: str) -> None:
    """Add a row to the log: who, when, with what version and what changed."""
    inicio = lectura.rango(book, "bitacora")
    usadas = 1
    while inicio.offset(usadas, 2).value is not None:
        usadas += 1
    # The file engine works out every function of ours and reports the ones that it has not.
    perdidas = 0 if book.app.engine.name == "archivo" else lectura.sin_nombre(book)
    if perdidas:
        resumen = "; ".join(filter(None, (resumen, f"{perdidas} celdas con #¿NOMBRE?")))
    if any(n.name == "celdas_sin_nombre" for n in book.names):  # the sheet Conciliación has it
        lectura.rango(book, "celdas_sin_nombre").value = perdidas
    texto = "; ".join(cambios)
    limite = 2000
    if len(texto) > limite:
        texto = f"{texto[:limite]}… ({len(cambios)} cambios en total)"
    renglon = [
        dt.datetime.now().strftime("%Y-%m-%d %H:%M:%S"),
        _user(),
        VERSION,
        accion,
        texto,
        resumen,
    ]
    lectura.poner(inicio.offset(usadas, 0), [renglon])


def _user() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # no user name in a container
        return "desconocido"
