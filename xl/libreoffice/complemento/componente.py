"""The Calc add-in: the functions, the menu IMSS, and what is done to a workbook that opens.

Each function is declared to LibreOffice and each call passed to the model.

LibreOffice loads this file from the extension. Names, help and number of arguments come from
``funciones.json`` beside it, generated from the registry; nothing is declared twice.
"""

# ruff: noqa: D102 (the methods of the class are those of LibreOffice's interfaces)

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Callable
from typing import Any

import imss_cliente  # type: ignore[import-not-found]
import imss_reparador  # type: ignore[import-not-found]
import uno
import unohelper
from com.sun.star.beans import PropertyValue
from com.sun.star.lang import Locale, XServiceInfo, XServiceName
from com.sun.star.sheet import LocalizedName, XAddIn, XCompatibilityNames
from com.sun.star.task import XJob, XJobExecutor
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


class _Servicio(unohelper.Base, XServiceInfo):
    """What the menu and the job have in common."""

    nombre = ""

    def __init__(self, contexto: Any) -> None:
        self._contexto = contexto

    def getImplementationName(self) -> str:
        return self.nombre

    def supportsService(self, nombre: str) -> bool:
        return nombre == self.nombre

    def getSupportedServiceNames(self) -> Any:
        return (self.nombre,)


class AlAbrir(_Servicio, XJob):
    """Makes our functions known in each .xlsx that LibreOffice opens."""

    nombre = "modeloimss.AlAbrir"

    def execute(self, argumentos: Any) -> Any:
        entorno = {a.Name: a.Value for a in argumentos}.get("Environment", ())
        libro = {a.Name: a.Value for a in entorno}.get("Model")
        if _is_excel_file(libro):
            imss_reparador.reparar(libro, list(_FUNCIONES), SERVICIO)


class Menu(_Servicio, XJobExecutor):
    """The entries of the menu IMSS."""

    nombre = "modeloimss.Menu"

    def trigger(self, orden: str) -> None:
        libro = self._open_book()
        if libro is None:
            self._tell("Abra un libro del modelo y vuelva a intentar.")
        elif orden == "reparar":
            cuantas = imss_reparador.reparar(libro, list(_FUNCIONES), SERVICIO)
            libro.calculateAll()
            self._tell(f"{cuantas} fórmulas revisadas.")
        else:
            self._tell(self._refresh(libro))

    def _open_book(self) -> Any:
        escritorio = self._service("com.sun.star.frame.Desktop")
        candidatos = [escritorio.getCurrentComponent(), *_each(escritorio.getComponents())]
        for libro in candidatos:
            if libro is not None and libro.supportsService(_HOJA_DE_CALCULO):
                return libro
        return None

    def _refresh(self, libro: Any) -> str:
        """Refresh a copy, and write in the open workbook the cells that the refresh wrote.

        The file itself is not touched: the analyst saves when it suits.
        """
        with tempfile.TemporaryDirectory(prefix="modelo-imss-") as carpeta:
            ruta = os.path.join(carpeta, "libro.xlsx")
            filtro = (_property("FilterName", "Calc MS Excel 2007 XML"),)
            libro.storeToURL(uno.systemPathToFileUrl(ruta), filtro)
            try:
                respuesta = _modelo.preguntar({"macro": "actualizar", "ruta": ruta}, 300.0)
            except (imss_cliente.SinRespuesta, imss_cliente.Terminado) as error:
                respuesta = {"error": str(error)}
        if "error" in respuesta:
            return f"No se cambió nada.\n\n{respuesta['error']}"
        libro.lockControllers()
        try:
            for hoja, fila, columna, valor in respuesta["escribir"]:
                celda = libro.Sheets.getByName(hoja).getCellByPosition(columna, fila)
                if celda.getType().value == "FORMULA":
                    continue
                if isinstance(valor, str):
                    celda.setString(valor)
                elif valor is None:
                    celda.setFormula("")
                else:
                    celda.setValue(float(valor))
        finally:
            libro.unlockControllers()
        libro.calculateAll()
        return str(respuesta["mensaje"])

    def _service(self, nombre: str) -> Any:
        return self._contexto.ServiceManager.createInstanceWithContext(nombre, self._contexto)

    def _tell(self, mensaje: str) -> None:
        if os.environ.get("MODELO_IMSS_SIN_VENTANAS"):  # nobody is there to close it
            return
        marco = self._service("com.sun.star.frame.Desktop").getCurrentFrame()
        ventana = marco.getContainerWindow() if marco is not None else None
        caja = self._service("com.sun.star.awt.Toolkit").createMessageBox(
            ventana, uno.Enum("com.sun.star.awt.MessageBoxType", "INFOBOX"), 1, "IMSS", mensaje
        )
        caja.execute()


_HOJA_DE_CALCULO = "com.sun.star.sheet.SpreadsheetDocument"


def _is_excel_file(libro: Any) -> bool:
    if libro is None or not libro.supportsService(_HOJA_DE_CALCULO):
        return False
    filtro = {p.Name: p.Value for p in libro.getArgs()}.get("FilterName", "")
    return "Excel" in str(filtro)


def _each(coleccion: Any) -> Any:
    enumeracion = coleccion.createEnumeration()
    while enumeracion.hasMoreElements():
        yield enumeracion.nextElement()


def _property(nombre: str, valor: Any) -> Any:
    propiedad = PropertyValue()
    propiedad.Name, propiedad.Value = nombre, valor
    return propiedad


for _nombre in _FUNCIONES:
    setattr(Complemento, _nombre, _method(_nombre))

g_ImplementationHelper = unohelper.ImplementationHelper()
g_ImplementationHelper.addImplementation(Complemento, SERVICIO, _SERVICIOS)
for _clase in (AlAbrir, Menu):
    g_ImplementationHelper.addImplementation(_clase, _clase.nombre, (_clase.nombre,))
