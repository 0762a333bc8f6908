"""What the task pane shows of a workbook, and the changes it asks for."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import xlwings as xw

from pymodel import datos
from pymodel.errores import DatoInvalido, Descripcion
from pymodel.valuacion import PROPIO, Caso
from xl import VERSION, libros
from xl.libros.comun import lectura, refresco
from xl.libros.comun.definicion import Definicion
from xl.libros.comun.entradas import Entrada
from xl.libros.comun.plano import SI
from xl.libros.estilo import MDP, PCT
from xl.libros.valuacion import base, plano

VALUACION = "valuacion"
"""The workbook whose inputs are declared by its own plan, one column a valuation."""

MAX_CAMBIOS = 200


@dataclass(frozen=True)
class Grupo:
    """Inputs that are shown together, with the source of their figures."""

    titulo: str
    fuente: str
    entradas: tuple[Entrada, ...]


def ver(book: xw.Book) -> dict[str, Any]:
    """Everything that the pane shows, as plain JSON.

    Raises
    ------
    DatoInvalido    If a name of the workbook is missing.
    """
    d = libros.de(book)
    return {
        "version": VERSION,
        "libro": {"clave": d.clave, "titulo": d.titulo, "asunto": d.asunto},
        "grupos": [
            {
                "titulo": g.titulo,
                "fuente": g.fuente,
                "entradas": [_input(book, e) for e in g.entradas],
            }
            for g in grupos(d)
        ],
        "escenarios": list(_scenarios(d, book)),
        "resultados": list(_results(d, book)),
        "bitacora": _last_log(book),
    }


def aplicar(book: xw.Book, cambios: Sequence[Any]) -> None:
    """Write the inputs that the analyst changed; all of them are checked before the first one.

    Parameters
    ----------
    cambios : list of [name, value]    As the pane sends them.

    Raises
    ------
    DatoInvalido    Naming sheet, cell and what was expected.
    """
    conocidas = {e.nombre: e for g in grupos(libros.de(book)) for e in g.entradas}
    if not isinstance(cambios, list) or not 0 < len(cambios) <= MAX_CAMBIOS:
        raise DatoInvalido(
            "cambios", Descripcion("una lista vacía o muy larga"), f"de 1 a {MAX_CAMBIOS} cambios"
        )
    destinos = []
    for cambio in cambios:
        nombre, crudo = cambio if isinstance(cambio, list) and len(cambio) == 2 else (None, None)
        if not isinstance(nombre, str) or nombre not in conocidas:
            raise DatoInvalido("supuesto", nombre, "uno de los supuestos que muestra el panel")
        entrada, celda = conocidas[nombre], lectura.rango(book, nombre)
        entrada.comprobar(crudo, lectura.lugar(celda, entrada.etiqueta))
        destinos.append((celda, crudo))
    for celda, crudo in destinos:
        lectura.poner(celda, [[crudo]])
    book.app.calculate()


def grupos(d: Definicion) -> tuple[Grupo, ...]:
    """Inputs of a workbook that a pane can edit: single cells, not blocks of data."""
    if d.clave == VALUACION:
        return (*(_valuation(caso) for caso in plano.TODOS), *_scenario_groups())
    sueltas = tuple(e for e in d.entradas if e.tipo != "tabla")
    return (Grupo("Supuestos", "La ayuda de cada celda dice de dónde sale.", sueltas),)


def _valuation(caso: Caso) -> Grupo:
    defectos = base.supuestos(caso)
    fuente = "Datos capturados por el analista."
    if caso is not PROPIO:
        fuente = f"{caso.informe}, {caso.cuadro}"
    return Grupo(
        caso.titulo,
        fuente,
        tuple(
            Entrada(
                nombre=plano.nombre(caso, c.clave),
                etiqueta=c.etiqueta,
                tipo=c.tipo,
                defecto=defectos[c.clave],
                unidad=c.unidad,
                ayuda=_source(caso, c.clave) or c.ayuda,
                opciones=c.opciones,
                minimo=0.0 if c.tipo == "tasa" else None,
            )
            for c in plano.CAMPOS
            if c.tipo not in ("fecha", "texto")
        ),
    )


def _source(caso: Caso, campo: str) -> str:
    """Where a figure of the law or of a report is printed."""
    nombres = {"prima_ingreso": caso.parametro_prima, "reserva": caso.parametro_reserva}
    nombre = nombres.get(campo)
    if caso is PROPIO or not nombre:
        return ""
    p = datos.registro_parametro(nombre, dt.date(caso.anio, 12, 31))
    return "; ".join(parte for parte in (p.ley_articulo, p.fuente) if parte)


def _scenario_groups() -> Iterator[Grupo]:
    for i in range(1, plano.NUM_ESCENARIOS + 1):
        defectos = base.escenario(i)
        yield Grupo(
            f"Escenario {i}",
            "Reindexación de los flujos: no es una valuación nueva.",
            tuple(
                Entrada(plano.nombre_escenario(i, clave), etiqueta, tipo, defectos[clave])
                for clave, etiqueta, tipo in plano.RENGLONES_ESCENARIO
            ),
        )


def _input(book: xw.Book, e: Entrada) -> dict[str, Any]:
    celda = lectura.rango(book, e.nombre)
    valor = lectura.valor(celda)
    opciones: Sequence[str] = e.opciones
    if e.tipo == "si_no":
        opciones = (plano.SI, plano.NO)
    return {
        "nombre": e.nombre,
        "etiqueta": e.etiqueta,
        "unidad": e.unidad,
        "tipo": e.tipo,
        "ayuda": e.ayuda,
        "opciones": list(opciones),
        "valor": valor.isoformat()[:10] if isinstance(valor, dt.date) else valor,
        "origen": lectura.mostrar(e.defecto),
        "distinto": not lectura.iguales(valor, e.defecto),
        "lugar": lectura.lugar(celda),
    }


def _scenarios(d: Definicion, book: xw.Book) -> Iterator[dict[str, Any]]:
    if d.clave != VALUACION:
        return
    for i in range(1, plano.NUM_ESCENARIOS + 1):
        nombre = lectura.valor(lectura.rango(book, plano.nombre_escenario(i, "nombre")))
        activo = plano.nombre_escenario(i, "activo")
        yield {
            "grupo": f"Escenario {i}",
            "nombre": nombre,
            "activo": lectura.valor(lectura.rango(book, activo)) == SI,
            "celda": activo,
        }


def _results(d: Definicion, book: xw.Book) -> Iterator[dict[str, Any]]:
    filas = lectura.filas(lectura.rango(book, "resultados")) if _has(book, "resultados") else []
    if d.clave != VALUACION:
        for indicador, fila in zip(d.indicadores, filas, strict=False):
            yield {
                "escenario": "Base",
                "titulo": indicador.etiqueta,
                "valor": _number(fila[0]),
                "texto": refresco.presentar(fila[0], indicador.formato),
                "notas": [indicador.unidad],
                "fuente": f"Hoja {lectura.rango(book, indicador.nombre).sheet.name}",
            }
        return
    casos = {c.titulo: c for c in plano.TODOS}
    for fila in filas:
        if not fila[0]:
            continue
        caso = casos.get(fila[1], PROPIO)
        nivelada, ingreso, deficit = (_number(x) for x in fila[6:9])
        alcanza = nivelada is not None and ingreso is not None and nivelada <= ingreso
        yield {
            "escenario": fila[0],
            "titulo": fila[1],
            "valor": nivelada,
            "texto": refresco.presentar(nivelada, PCT),
            "limite": ingreso,
            "notas": [
                f"ingreso {refresco.presentar(ingreso, PCT)}",
                "suficiente" if alcanza else "insuficiente",
                f"déficit {refresco.presentar(deficit, MDP)} mdp",
            ],
            "fuente": "datos propios" if caso is PROPIO else f"{caso.informe}, {caso.cuadro}",
        }


def _has(book: xw.Book, nombre: str) -> bool:
    try:
        lectura.rango(book, nombre)
    except DatoInvalido:
        return False
    return True


def _number(valor: Any) -> float | None:
    return float(valor) if isinstance(valor, int | float) else None


def _last_log(book: xw.Book) -> dict[str, str] | None:
    """Last row of the log, by its column of versions, which no row leaves empty."""
    inicio = lectura.rango(book, "bitacora")
    ultima = None
    fila = 1
    while (celdas := lectura.filas(inicio.offset(fila, 0).resize(1, 6))[0])[2] not in (None, ""):
        ultima = celdas
        fila += 1
    if ultima is None:
        return None
    claves = ("fecha", "usuario", "version", "accion", "cambios", "verificaciones")
    return {c: "" if v is None else str(v) for c, v in zip(claves, ultima, strict=True)}
