"""How the server is set up, and what is refused before it starts."""

from __future__ import annotations

import ipaddress
import os
from dataclasses import dataclass, field
from pathlib import Path

from pymodel.errores import DatoInvalido, Descripcion

PROVEEDORES = ("claves", "entraid")
"""Providers of xlwings Server that may guard it: our keys, or Microsoft Entra ID.

Its "custom" provider is left out: as it comes in the package, it lets in a token that is printed
in its source.
"""


@dataclass(frozen=True)
class Limites:
    """What one call, and all of them together, may use.

    Parameters
    ----------
    cuerpo : int          Bytes of one request.
    celdas : int          Cells of one call.
    segundos : float      Seconds that one call may take once it has a process.
    espera : float        Seconds that it may wait for one, and that its body may take to arrive.
    en_curso : int        Requests in hand at once.
    memoria : int         Bytes of results kept for repeated calls.
    trabajadores : int    Processes that calculate.
    """

    cuerpo: int = 32 * 2**20
    celdas: int = 500_000
    segundos: float = 60.0
    espera: float = 60.0
    en_curso: int = 200
    memoria: int = 64 * 2**20
    trabajadores: int = field(default_factory=lambda: max(2, os.cpu_count() or 1))

    def __post_init__(self) -> None:
        for nombre, valor in vars(self).items():
            if valor <= 0 and nombre != "memoria":
                raise DatoInvalido(f"límite «{nombre}»", valor, "un número mayor que 0")


@dataclass(frozen=True)
class Opciones:
    """Address, certificate and authentication of the server.

    `web` lets pages of other sites ask for it, which Excel on the web needs to load the functions.
    """

    direccion: str = "127.0.0.1"
    puerto: int = 8443
    nombre: str = ""
    certificado: Path | None = None
    llave: Path | None = None
    autenticacion: str = ""
    claves: Path | None = None
    web: bool = False
    limites: Limites = field(default_factory=Limites)

    @property
    def servidor(self) -> str:
        """Name or address that goes in the manifest, with its port."""
        return f"{self.nombre or 'localhost'}:{self.puerto}"


def es_local(direccion: str) -> bool:
    """Whether only this machine reaches an address to listen on."""
    if direccion == "localhost":
        return True
    try:
        return ipaddress.ip_address(direccion).is_loopback
    except ValueError:
        return False


def revisar(opciones: Opciones) -> None:
    """Refuse what would leave the server open, before anything listens.

    Raises
    ------
    DatoInvalido
        If another machine could call without authentication, if the provider is not one of ours
        or lacks its settings, or if certificate and key do not come together.
    """
    proveedor = opciones.autenticacion
    if not es_local(opciones.direccion):
        if not proveedor:
            raise DatoInvalido(
                f"dirección {opciones.direccion}",
                Descripcion("un servidor sin autenticación"),
                "--autenticacion claves o entraid: sólo 127.0.0.1 se sirve sin ella",
            )
        if opciones.certificado is None:
            raise DatoInvalido(
                f"dirección {opciones.direccion}",
                Descripcion("el certificado de desarrollo, que sólo vale en esta máquina"),
                "--certificado y --llave de un certificado que acepten las otras máquinas",
            )
        if not opciones.nombre:
            raise DatoInvalido(
                f"dirección {opciones.direccion}",
                Descripcion("ningún nombre para el manifiesto"),
                "--nombre con el que las otras máquinas llaman a ésta",
            )
    if (opciones.certificado is None) != (opciones.llave is None):
        raise DatoInvalido(
            "certificado", Descripcion("sólo uno de los dos archivos"), "--certificado y --llave"
        )
    if proveedor and proveedor not in PROVEEDORES:
        raise DatoInvalido("autenticación", proveedor, " o ".join(PROVEEDORES))
    if proveedor == "entraid":
        for variable in ("XLWINGS_AUTH_ENTRAID_CLIENT_ID", "XLWINGS_AUTH_ENTRAID_TENANT_ID"):
            if not os.environ.get(variable):
                raise DatoInvalido(variable, None, "el valor del registro de la app en Entra ID")
