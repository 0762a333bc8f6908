"""The command line in Spanish: what Typer would say in English."""

from __future__ import annotations

import re
import sys
from typing import Any

import typer
from rich.console import Console
from rich.markup import escape
from typer import rich_utils
from typer.core import TyperCommand, TyperGroup

rich_utils.ARGUMENTS_PANEL_TITLE = "Argumentos"
rich_utils.OPTIONS_PANEL_TITLE = "Opciones"
rich_utils.COMMANDS_PANEL_TITLE = "Comandos"
rich_utils.REQUIRED_LONG_STRING = "[obligatorio]"
rich_utils.DEFAULT_STRING = "[por omisión: {}]"
rich_utils.ENVVAR_STRING = "[variable de entorno: {}]"

_FRASES = (
    (r"No such command", "no existe el comando"),
    (r"No such option:?", "no existe la opción"),
    (r"Possible options:", "parecidas:"),
    (r"Did you mean", "¿Quiso decir"),
    (r"Missing command", "falta el comando"),
    (r"Missing argument", "falta el argumento"),
    (r"Missing option", "falta la opción"),
    (r"Got unexpected extra argument\(s\)", "sobran argumentos:"),
    (r"Option ('\S+') requires an argument", r"la opción \1 pide un valor"),
    (r"Option ('\S+') does not take a value", r"la opción \1 no lleva valor"),
    (r"Invalid value for", "valor no admitido en"),
    (r"Value error, ", ""),
    (r"is not one of", "no es uno de"),
    (r"Input should be a valid number\S* .*", "se esperaba un número"),
    (r"Input should be a valid integer\S* .*", "se esperaba un número entero"),
    (r"Input should be greater than or equal to (\S+)", r"se esperaba \1 o más"),
    (r"Input should be less than or equal to (\S+)", r"se esperaba \1 o menos"),
)


def en_espanol(mensaje: str) -> str:
    """A message of Typer about what was typed; what is not known stays as it is."""
    for ingles, espanol in _FRASES:
        mensaje = re.sub(ingles, espanol, mensaje)
    return mensaje


class _Orden:
    """Usage and ``--help`` of a command."""

    def get_usage(self, ctx: Any) -> str:
        uso: str = super().get_usage(ctx)  # type: ignore[misc]
        return uso.replace("Usage:", "Uso:", 1)

    def get_help_option(self, ctx: Any) -> Any:
        opcion = super().get_help_option(ctx)  # type: ignore[misc]
        if opcion is not None:
            opcion.help = "Muestra esta ayuda."
        return opcion


class Orden(_Orden, TyperCommand):
    """One command."""


class Grupo(_Orden, TyperGroup):
    """All the commands; a mistake in what was typed ends as those in a workbook do."""

    def main(self, *args: Any, **opciones: Any) -> Any:
        """Run a command and exit with its code."""
        errores = Console(stderr=True, highlight=False)
        try:
            codigo = super().main(*args, **{**opciones, "standalone_mode": False})
        except typer.Abort:
            sys.exit(1)
        except typer.TyperException as error:
            mensaje = error.format_message()
            if mensaje:  # empty: the help has just been printed
                errores.print(f"[bold red]Error:[/bold red] {escape(en_espanol(mensaje))}")
                ctx = getattr(error, "ctx", None)
                if ctx is not None:
                    errores.print(escape(ctx.get_usage()))
                    errores.print(f"Ayuda: {escape(ctx.command_path)} --help")
            sys.exit(error.exit_code)
        sys.exit(codigo if isinstance(codigo, int) else 0)


class Aplicacion(typer.Typer):
    """A Typer whose commands speak Spanish."""

    def __init__(self, **ajustes: Any) -> None:
        super().__init__(
            cls=Grupo,
            options_metavar="[OPCIONES]",
            subcommand_metavar="COMANDO [ARGUMENTOS]...",
            **ajustes,
        )

    def command(self, name: str | None = None, **ajustes: Any) -> Any:
        """As Typer's."""
        return super().command(name, cls=Orden, options_metavar="[OPCIONES]", **ajustes)
