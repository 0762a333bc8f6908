"""Declaration of the Excel functions: the one record from which every front end is generated."""

from __future__ import annotations

import functools
import inspect
import sys
import traceback
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import xlwings as xw

from pymodel.errores import DatoInvalido, Descripcion
from xl.contrato import bloque, entrada
from xl.contrato.salida import PREFIJO_ERROR


@dataclass(frozen=True)
class Argumento:
    """One argument: what it is, how it is read, its default."""

    ayuda: str
    leer: Callable[[Any, str], Any]
    nombre: str = ""
    opcional: bool = False
    defecto: Any = None
    admite_vacio: bool = False

    @property
    def es_rango(self) -> bool:
        """True if a block of cells is expected rather than one cell."""
        return self.leer in entrada.LECTORES_DE_RANGO or isinstance(
            self.leer, entrada.CLASES_DE_RANGO
        )

    @property
    def es_celda(self) -> bool:
        """True if one cell is expected, so that a range of them fills a block."""
        return self.leer in entrada.LECTORES_DE_CELDA or type(self.leer) is entrada.Opcion


@dataclass(frozen=True)
class Funcion:
    """One Excel function: everything that a catalogue or a wrapper needs."""

    nombre: str
    categoria: str
    ayuda: str
    argumentos: tuple[Argumento, ...]
    devuelve: str
    ejemplo: str
    fuente: str
    llamar: Callable[..., Any]

    @property
    def sintaxis(self) -> str:
        """As an analyst reads it: NOMBRE(obligatorio; [opcional=defecto])."""
        partes = []
        for a in self.argumentos:
            defecto = f'="{a.defecto}"' if isinstance(a.defecto, str) else ""
            if isinstance(a.defecto, bool):
                defecto = "=VERDADERO" if a.defecto else "=FALSO"
            elif isinstance(a.defecto, int | float):
                defecto = f"={a.defecto:g}"
            partes.append(f"[{a.nombre}{defecto}]" if a.opcional else a.nombre)
        return f"{self.nombre}({'; '.join(partes)})"


_registro: dict[str, Funcion] = {}


def registro() -> tuple[Funcion, ...]:
    """Every declared function, in order of declaration (import ``udfs`` first)."""
    return tuple(_registro.values())


def arg(leer: Callable[[Any, str], Any], ayuda: str, *, admite_vacio: bool = False) -> Argumento:
    """Describe an argument: its reader (see ``xl.contrato.entrada``) and its help in Spanish.

    With `admite_vacio`, an argument that must be written may be empty: it means "none".
    """
    return Argumento(ayuda=ayuda, leer=leer, admite_vacio=admite_vacio)


def funcion(
    *,
    categoria: str,
    ayuda: str,
    args: Mapping[str, Argumento],
    devuelve: str,
    ejemplo: str,
    fuente: str,
) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Declare an Excel function.

    The decorated function receives clean arguments (defaults put in, ranges as arrays) and
    returns what ``xl.contrato.salida`` made. The public function accepts whatever a spreadsheet
    sends and raises :class:`DatoInvalido` placed in the function.

    Parameters
    ----------
    categoria, ayuda, devuelve, ejemplo, fuente : str   In Spanish, shown to the analyst.
    args : {name: Argumento}                            One for each parameter, same names.

    Raises
    ------
    TypeError       If `args` and the signature do not name the same parameters.
    """

    def decorate(cuerpo: Callable[..., Any]) -> Callable[..., Any]:
        parametros = inspect.signature(cuerpo).parameters
        if list(parametros) != list(args):
            raise TypeError(f"{cuerpo.__name__}: {list(parametros)} declared as {list(args)}")
        argumentos = tuple(
            replace(
                args[nombre],
                nombre=nombre,
                opcional=p.default is not inspect.Parameter.empty,
                defecto=None if p.default is inspect.Parameter.empty else p.default,
            )
            for nombre, p in parametros.items()
        )
        nombre_excel = cuerpo.__name__.upper()

        @functools.wraps(cuerpo)
        def publica(*valores: Any, **por_nombre: Any) -> Any:
            try:
                crudos = _arrange(argumentos, valores, por_nombre)
                return bloque.llamar(cuerpo, argumentos, crudos, _clean)
            except DatoInvalido as error:
                raise error.en(nombre_excel) from None

        # xlwings takes type hints for converters; ours describe the clean arguments.
        publica.__annotations__ = {}
        # And the docstring for the help that Excel shows, of at most 255 characters.
        publica.__doc__ = f"{ayuda} {devuelve}"
        _registro[nombre_excel] = Funcion(
            nombre_excel, categoria, ayuda, argumentos, devuelve, ejemplo, fuente, publica
        )
        para_excel: Callable[..., Any] = publica
        if serves_desktop_excel():
            para_excel = _telling_in_the_cell(publica, nombre_excel)
        return _for_excel(para_excel, categoria, argumentos)

    return decorate


def _arrange(
    argumentos: tuple[Argumento, ...], valores: tuple[Any, ...], por_nombre: dict[str, Any]
) -> list[Any]:
    """What was sent for each argument, as it came; None for the omitted ones."""
    if len(valores) > len(argumentos):
        raise DatoInvalido(
            "argumentos",
            Descripcion(f"{len(valores)} argumentos"),
            f"{len(argumentos)} como máximo",
        )
    repetidos = [a.nombre for a in argumentos[: len(valores)] if a.nombre in por_nombre]
    if repetidos:
        raise DatoInvalido(repetidos[0], Descripcion("el argumento dos veces"), "una sola vez")
    crudos = [*valores, *(por_nombre.pop(a.nombre, None) for a in argumentos[len(valores) :])]
    if por_nombre:
        raise DatoInvalido(
            "argumentos",
            ", ".join(por_nombre),
            "los argumentos " + ", ".join(a.nombre for a in argumentos),
        )
    return crudos


def _clean(a: Argumento, valor: Any) -> Any:
    if entrada.vacio(valor):
        if not a.opcional and not a.admite_vacio:
            raise DatoInvalido(a.nombre, None, f"un valor ({a.ayuda.rstrip('.')})")
        return a.defecto
    return a.leer(valor, a.nombre)


def _for_excel(
    publica: Callable[..., Any], categoria: str, argumentos: tuple[Argumento, ...]
) -> Callable[..., Any]:
    """Apply xlwings' decorators; outside Excel they do nothing."""
    for a in argumentos:
        opciones: dict[str, Any] = {"doc": a.ayuda, "err_to_str": True}
        if a.es_rango:
            opciones["ndim"] = 2
        publica = xw.arg(a.nombre, **opciones)(publica)
    return xw.func(category=categoria)(publica)


def serves_desktop_excel(orden: Sequence[str] = tuple(sys.orig_argv)) -> bool:
    """Whether this process is the one that xlwings starts for desktop Excel."""
    return any("xlwings" in palabra and "serve(" in palabra for palabra in orden)


def _telling_in_the_cell(publica: Callable[..., Any], nombre: str) -> Callable[..., Any]:
    """For desktop Excel, where an exception would fill the cell with its traceback."""

    @functools.wraps(publica)
    def en_celda(*valores: Any) -> Any:
        try:
            return publica(*valores)
        except DatoInvalido as error:
            return f"{PREFIJO_ERROR}{error}"
        except Exception:
            traceback.print_exc()
            return f"{PREFIJO_ERROR}{nombre}: error interno; vea la consola de Python"

    return en_celda
