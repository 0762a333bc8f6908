"""VBA source generated from the record of functions: wrappers, help, buttons, ribbon.

The wrappers are those that xlwings' *Import Functions* would write, so that a workbook that
carries them needs neither that button nor the xlwings add-in: only the ``xlwings`` module, which
``proyecto.py`` takes from the installed package.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from xl import VERSION
from xl.contrato.registro import Argumento, Funcion
from xl.contrato.salida import PREFIJO_ERROR
from xl.vba.botones import BOTONES, MODULO_PYTHON

MODULO = "modelo_imss"
CODIFICACION = "cp1252"
"""The code page that the project declares; VBA has no other way to hold accents."""

EXPORTADO = Path(__file__).with_name("udfs.bas")
"""Committed copy of the module, for who imports it by hand in the VBA editor."""

MAXIMO_AYUDA = 255
"""Characters that Excel shows of a description."""

# Letters of our help texts that the code page lacks.
_SUSTITUTOS = str.maketrans({"−": "-", "≥": ">=", "≤": "<=", "→": "->", "α": "alfa", "β": "beta"})


def funciones(declaradas: Iterable[Funcion]) -> str:
    """Module with one wrapper for each function, its help, and the buttons.

    Raises
    ------
    UnicodeEncodeError  If a text has a letter that VBA cannot hold.
    """
    ordenadas = sorted(declaradas, key=lambda f: f.nombre)
    partes = [
        f'Attribute VB_Name = "{MODULO}"',
        "Option Explicit",
        f"' Generado por modelo-imss {VERSION} con python -m xl construir; no lo edite aquí.",
        "",
        *(_wrapper(f) for f in ordenadas),
        _botones(),
        _ayuda(ordenadas),
    ]
    texto = "\n".join(partes).translate(_SUSTITUTOS)
    texto.encode(CODIFICACION)
    return texto.replace("\n", "\r\n")


def apertura() -> str:
    """Body of ThisWorkbook: Excel learns the help of the functions when the workbook opens.

    To register help marks the workbook as changed: without its mark back, Excel would ask to save
    it on closing even if nobody touched it.
    """
    return "\r\n".join(
        [
            "Private Sub Workbook_Open()",
            "    Dim guardado As Boolean",
            "    guardado = Me.Saved",
            "    On Error Resume Next",
            "    RegistrarAyuda",
            "    Me.Saved = guardado",
            "End Sub",
            "",
        ]
    )


def _wrapper(f: Funcion) -> str:
    firma = ", ".join(("Optional " if a.opcional else "") + a.nombre for a in f.argumentos)
    llamada = ", ".join(a.nombre for a in f.argumentos)
    error = f"{PREFIJO_ERROR}{f.nombre}: "
    return f"""\
Public Function {f.nombre}({firma})
#If Mac Then
    {f.nombre} = "{error}en Excel para Mac use el complemento de Office (IMSS.{f.nombre})"
#Else
    If TypeOf Application.Caller Is Range Then On Error GoTo fallo
    {f.nombre} = XLPy.CallUDF("{MODULO_PYTHON}", "{f.nombre.lower()}", Array({llamada}), \
ThisWorkbook, Application.Caller)
    Exit Function
fallo:
    {f.nombre} = "{error}" & Err.Description
#End If
End Function
"""


def _botones() -> str:
    """A macro for each button of a sheet and its twin, with an argument, for the ribbon."""
    partes = []
    for boton in BOTONES:
        partes.append(f"""\
Public Sub {boton.macro}()
    RunPython "import {MODULO_PYTHON}; {MODULO_PYTHON}.{boton.funcion}()"
End Sub

Public Sub {boton.macro}Cinta(control As IRibbonControl)
    {boton.macro}
End Sub
""")
    return "\n".join(partes)


def _ayuda(declaradas: Iterable[Funcion]) -> str:
    """Descriptions for the function wizard; one Sub each, because VBA limits their size."""
    llamadas, cuerpos = [], []
    for f in declaradas:
        llamadas.append(f"    Ayuda_{f.nombre}")
        textos = ", _\n".join(f"        {_texto(_explicacion(a))}" for a in f.argumentos)
        argumentos = f", ArgumentDescriptions:=Array( _\n{textos})" if f.argumentos else ""
        cuerpos.append(f"""\
Private Sub Ayuda_{f.nombre}()
    Application.MacroOptions Macro:="{f.nombre}", Category:={_texto(f.categoria)}, _
        Description:={_texto(f.ayuda + " " + f.devuelve)}{argumentos}
End Sub
""")
    # If Excel refuses the help of one function, the others still get theirs.
    principal = "\n".join(
        ["Public Sub RegistrarAyuda()", "    On Error Resume Next", *llamadas, "End Sub", ""]
    )
    return "\n".join([principal, *cuerpos])


def _explicacion(a: Argumento) -> str:
    return f"(opcional) {a.ayuda}" if a.opcional else a.ayuda


def _texto(texto: str) -> str:
    """A VBA literal, cut where Excel would."""
    corto = texto if len(texto) <= MAXIMO_AYUDA else texto[: MAXIMO_AYUDA - 1] + "…"
    return '"' + corto.replace('"', '""') + '"'


def cinta() -> str:
    """The tab IMSS of the ribbon (customUI of Office 2010 and later)."""
    botones = "".join(
        f'<button id="{b.macro}" label="{b.rotulo}" screentip="{b.ayuda}" size="large" '
        f'imageMso="{b.imagen}" onAction="{b.macro}Cinta"/>'
        for b in BOTONES
    )
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        '<customUI xmlns="http://schemas.microsoft.com/office/2009/07/customui"><ribbon><tabs>'
        f'<tab id="imss" label="IMSS"><group id="modelo" label="Modelo IMSS {VERSION}">{botones}'
        "</group></tab></tabs></ribbon></customUI>\n"
    )


def filas_intellisense(declaradas: Iterable[Funcion]) -> list[list[Any]]:
    """Rows of the sheet that the Excel-DNA IntelliSense add-in reads, if the analyst has it."""
    filas: list[list[Any]] = [["FunctionInfo"]]
    for f in sorted(declaradas, key=lambda f: f.nombre):
        argumentos = [t for a in f.argumentos for t in (a.nombre, _explicacion(a))]
        filas.append([f.nombre, f.ayuda, "", *argumentos])
    return filas


def exportar(declaradas: Iterable[Funcion], destino: Path) -> None:
    """Write the module as a .bas."""
    destino.write_bytes(funciones(declaradas).encode(CODIFICACION))
