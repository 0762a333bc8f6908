"""The Calc add-in: declares every function to LibreOffice and passes each call to the model.

LibreOffice loads this file from the extension. Names, help and number of arguments come from
``funciones.json`` beside it, generated from the registry; nothing is declared twice.
"""

# ruff: noqa: D102 (the methods of the class are those of LibreOffice's interfaces)

from __future__ import annotations

import json
import os
from collections.abc import Callable
from typing import Any

import imss_cliente  # type: ignore[import-not-found]
import unohelper
from com.sun.star.lang import Locale, XServiceInfo, XServiceName
from com.sun.star.sheet import LocalizedName, XAddIn, XCompatibilityNames
from modeloimss import XFunciones  # type: ignore[import-not-found]


def _load(archivo: str) -> Any:
    with open(os.path.join(os.path.dirname(__file__), archivo), encoding="utf-8") as f:
        return json.load(f)


_FUNCIONES: dict[str, Any] = {f["nombre"]: f for f in _load("funciones.json")}
_AJUSTES: dict[str, Any] = _load("ajustes.json")
SERVICIO = str(_AJUSTES["servicio"])
_SERVICIOS = (SERVICIO, "com.sun.star.sheet.AddIn")

_modelo = imss_cliente.Conversacion(
    [
        os.environ.get("MODELO_IMSS_PYTHON") or _AJUSTES["interprete"],
        "-m",
        "xl.libreoffice.trabajador",
    ],
    "el proceso del modelo",
    carpeta=_AJUSTES["proyecto"],
    espera_inicio=_AJUSTES["espera_inicio"],
)


def _limite() -> float:
    return float(os.environ.get("MODELO_IMSS_LIMITE") or _AJUSTES["limite"])


def calcular(nombre: str, argumentos: tuple[Any, ...]) -> tuple[tuple[Any, ...], ...]:
    """Result of a function as rows; an error is one text in the only cell.

    A process that died is started again and asked once more; one that hangs is not, because it
    would hang again.
    """
    pregunta = {"funcion": nombre, "argumentos": argumentos}
    try:
        try:
            respuesta = _modelo.preguntar(pregunta, _limite())
        except imss_cliente.Terminado:
            respuesta = _modelo.preguntar(pregunta, _limite())
    except (imss_cliente.SinRespuesta, imss_cliente.Terminado) as error:
        respuesta = {"error": f"{nombre}: {error}"}
    if "error" in respuesta:
        return ((_AJUSTES["prefijo_error"] + respuesta["error"],),)
    filas: list[list[Any]] = respuesta["resultado"]
    return tuple(tuple(_cell(c) for c in fila) for fila in filas)


def _cell(valor: Any) -> Any:
    """Calc knows numbers and text: a bool is 1 or 0, and a long integer would not fit."""
    return float(valor) if isinstance(valor, (bool, int)) else valor


def _method(nombre: str) -> Callable[..., Any]:
    def llamar(self: Any, *argumentos: Any) -> Any:
        return calcular(nombre, argumentos)

    llamar.__name__ = nombre
    return llamar


class Complemento(
    unohelper.Base,
    XFunciones,
    XAddIn,
    XCompatibilityNames,
    XServiceName,
    XServiceInfo,
):
    """What LibreOffice asks an add-in; the functions themselves are added below."""

    def __init__(self, contexto: Any) -> None:
        self._locale = Locale("es", "MX", "")

    # The misspelt name is the interface's.
    def getProgrammaticFuntionName(self, nombre: str) -> str:
        return nombre

    def getDisplayFunctionName(self, nombre: str) -> str:
        return nombre

    def getFunctionDescription(self, nombre: str) -> str:
        return str(_FUNCIONES[nombre]["ayuda"])

    def getDisplayArgumentName(self, nombre: str, indice: int) -> str:
        return str(_FUNCIONES[nombre]["argumentos"][indice]["nombre"])

    def getArgumentDescription(self, nombre: str, indice: int) -> str:
        return str(_FUNCIONES[nombre]["argumentos"][indice]["ayuda"])

    def getProgrammaticCategoryName(self, nombre: str) -> str:
        return "Add-In"

    def getDisplayCategoryName(self, nombre: str) -> str:
        return str(_FUNCIONES[nombre]["categoria"])

    def getCompatibilityNames(self, nombre: str) -> Any:
        # With these, newer versions than 7.4 recognise the function in an .xlsx they load.
        return (
            LocalizedName(Locale("en", "US", ""), nombre),
            LocalizedName(Locale("es", "MX", ""), nombre),
        )

    def setLocale(self, locale: Any) -> None:
        self._locale = locale

    def getLocale(self) -> Any:
        return self._locale

    def getServiceName(self) -> str:
        return SERVICIO

    def getImplementationName(self) -> str:
        return SERVICIO

    def supportsService(self, nombre: str) -> bool:
        return nombre in _SERVICIOS

    def getSupportedServiceNames(self) -> Any:
        return _SERVICIOS


for _nombre in _FUNCIONES:
    setattr(Complemento, _nombre, _method(_nombre))

g_ImplementationHelper = unohelper.ImplementationHelper()
g_ImplementationHelper.addImplementation(Complemento, SERVICIO, _SERVICIOS)
