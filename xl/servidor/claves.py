"""Keys of users: the authentication of a department without Entra ID.

A key is 256 random bits, so its plain SHA-256 is enough to keep; the file holds no key.
"""

from __future__ import annotations

import hashlib
import json
import os
import secrets
from pathlib import Path

from pymodel.errores import DatoInvalido, Descripcion

VARIABLE = "IMSS_SERVIDOR_CLAVES"
"""Environment variable with the file of keys, for the processes of the server."""


def crear(archivo: Path, usuario: str) -> str:
    """Make a key for a user, replacing the previous one, and return it: it is shown once."""
    usuario = usuario.strip()
    if not usuario or not usuario.isprintable() or len(usuario) > 60:
        raise DatoInvalido("usuario", usuario, "un nombre de 1 a 60 letras")
    clave = secrets.token_urlsafe(32)
    usuarios = leer(archivo) if archivo.exists() else {}
    usuarios = {h: u for h, u in usuarios.items() if u != usuario}
    _write(archivo, {**usuarios, _digest(clave): usuario})
    return clave


def quitar(archivo: Path, usuario: str) -> None:
    """Take the key of a user away."""
    usuarios = leer(archivo)
    quedan = {h: u for h, u in usuarios.items() if u != usuario}
    if len(quedan) == len(usuarios):
        raise DatoInvalido("usuario", usuario, "uno de: " + ", ".join(sorted(usuarios.values())))
    _write(archivo, quedan)


def leer(archivo: Path) -> dict[str, str]:
    """Return digest of the key -> user.

    Raises
    ------
    DatoInvalido    If the file is missing, damaged or holds no user.
    """
    try:
        usuarios = json.loads(archivo.read_text(encoding="utf-8"))
    except OSError:
        usuarios = None
    except ValueError:
        raise DatoInvalido(
            str(archivo), Descripcion("un archivo dañado"), "el que escribe clave-servidor"
        ) from None
    if not isinstance(usuarios, dict) or not usuarios:
        raise DatoInvalido(
            str(archivo),
            Descripcion("ningún usuario"),
            "al menos uno: python -m xl clave-servidor NOMBRE",
        )
    return usuarios


def usuario(archivo: Path, clave: str) -> str | None:
    """Return whose key it is, or None; the file is read each time, so a change needs no restart."""
    return leer(archivo).get(_digest(clave))


def _digest(clave: str) -> str:
    return hashlib.sha256(clave.encode()).hexdigest()


def _write(archivo: Path, usuarios: dict[str, str]) -> None:
    archivo.parent.mkdir(parents=True, exist_ok=True)
    nuevo = archivo.with_suffix(".nuevo")
    nuevo.unlink(missing_ok=True)
    with os.fdopen(os.open(nuevo, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as f:
        f.write(json.dumps(usuarios, ensure_ascii=False, indent=1).encode())
    os.replace(nuevo, archivo)
