"""The process behind the Calc add-in: answers calls to the functions, one JSON line each.

Run by the project's interpreter as ``python -m xl.libreoffice.trabajador``; it ends when its
standard input does, that is, with the office that started it.

A question is ``{"funcion": "TASA_REAL", "argumentos": [0.07, 0.036]}``; the answer, either
``{"resultado": [[0.0328...]]}`` (always rows) or ``{"error": "message in Spanish"}``. Numbers
are written with all their digits, so they arrive as they left. The menu of Calc asks for a refresh
with ``{"macro": "actualizar", "ruta": "copy.xlsx"}``.

What Calc sends differs from what Excel sends in three ways, levelled out here: an empty cell in
a range is "", a single empty cell is 0, and dates and booleans are plain numbers.
"""

from __future__ import annotations

import json
import os
import sys
import traceback
from typing import Any

from pymodel.errores import DatoInvalido, Descripcion
from xl.contrato import Argumento, entrada
from xl.contrato.memoria import Memoria
from xl.contrato.registro import Funcion, registro
from xl.contrato.salida import PREFIJO_ERROR

MEMORIA = 32 * 2**20
"""Bytes of answers kept: Calc asks for everything again when a workbook is loaded."""

# Readers that have no use for a 0, so that it can only be an empty cell.
_LECTORES_SIN_CERO = (entrada.texto, entrada.literal)


def main() -> None:
    """Answer until standard input ends."""
    respuestas = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    # Whatever a library prints must not get in among the answers.
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    import udfs  # noqa: F401  (declares the functions; done here so that a failure is reported)

    funciones = {f.nombre: f for f in registro()}
    respuestas.write(_encode({"listo": len(funciones)}))
    respuestas.flush()
    memoria = Memoria(MEMORIA)
    for linea in sys.stdin.buffer:
        clave = Memoria.clave("", linea)
        dicho = memoria.buscar(clave)
        if dicho is None:
            pregunta = json.loads(linea)
            respuesta = responder(funciones, pregunta)
            dicho = _encode(respuesta)
            if "funcion" in pregunta and "resultado" in respuesta:  # a macro is not a function
                memoria.guardar(clave, dicho)
        respuestas.write(dicho)
        respuestas.flush()


def responder(funciones: dict[str, Funcion], pregunta: dict[str, Any]) -> dict[str, Any]:
    """Answer to one question (see the module)."""
    if "macro" in pregunta:
        return _refresh(pregunta["ruta"])
    nombre = pregunta["funcion"]
    try:
        funcion = funciones.get(nombre)
        if funcion is None:
            raise DatoInvalido(
                "función",
                nombre,
                "una función del modelo; la extensión de LibreOffice no es de esta versión, "
                "instálela de nuevo",
            )
        argumentos = pregunta["argumentos"]
        try:
            limpios = [
                valor_de_calc(valor, a)
                for valor, a in zip(argumentos, funcion.argumentos, strict=False)
            ]
        except DatoInvalido as error:
            raise error.en(nombre) from None
        resultado = funcion.llamar(*limpios)
    except DatoInvalido as error:
        return {"error": error.mensaje}
    except Exception as error:
        traceback.print_exc()
        return {"error": f"{nombre}: error interno del modelo ({type(error).__name__})"}
    return {"resultado": resultado if isinstance(resultado, list) else [[resultado]]}


def _refresh(ruta: str) -> dict[str, Any]:
    """Refresh the copy of a workbook that Calc saved: cells to write, and what to tell."""
    from xl.libreoffice.actualizacion import actualizar_copia

    try:
        celdas, mensaje = actualizar_copia(ruta)
    except DatoInvalido as error:
        return {"error": error.mensaje}
    except Exception as error:
        traceback.print_exc()
        return {"error": f"error interno del modelo ({type(error).__name__})"}
    return {"escribir": celdas, "mensaje": mensaje}


def valor_de_calc(valor: Any, argumento: Argumento) -> Any:
    """The argument as Excel would have sent it.

    Raises
    ------
    DatoInvalido    If it holds one of our error texts, or if it is a 0 that may as well be an
                    empty cell and the two would not mean the same.
    """
    if isinstance(valor, list):
        return [[_cell(celda, argumento.nombre) for celda in fila] for fila in valor]
    if valor == 0 and not isinstance(valor, str):
        return _zero(argumento)
    return _cell(valor, argumento.nombre)


def _cell(celda: Any, nombre: str) -> Any:
    if isinstance(celda, str):
        if celda.startswith(PREFIJO_ERROR):
            raise DatoInvalido(nombre, celda, "una celda sin error")
        return celda or None
    return celda


def _zero(argumento: Argumento) -> float | None:
    de_texto = isinstance(argumento.leer, entrada.Opcion) or isinstance(argumento.defecto, str)
    if de_texto or argumento.leer in _LECTORES_SIN_CERO:
        return None
    if argumento.opcional and argumento.defecto != 0:
        raise DatoInvalido(
            argumento.nombre,
            Descripcion("un 0, que en Calc también puede ser una celda vacía"),
            "el argumento omitido o, si es un cero, {0} o un rango de una celda (C2:C2)",
        )
    return 0.0


def _encode(respuesta: dict[str, Any]) -> bytes:
    return json.dumps(respuesta).encode("ascii") + b"\n"


if __name__ == "__main__":
    main()
