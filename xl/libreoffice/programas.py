"""Where LibreOffice and its Python are on this machine."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

_MAC = Path("/Applications/LibreOffice.app/Contents")


def buscar_soffice() -> Path | None:
    """LibreOffice's ``soffice`` with links resolved, or None if it is not installed.

    The variable MODELO_IMSS_SOFFICE, with the path of the program, has precedence.
    """
    elegido = os.environ.get("MODELO_IMSS_SOFFICE")
    if elegido:
        return Path(elegido).resolve() if Path(elegido).is_file() else None
    for candidato in _candidates():
        if candidato.is_file():
            return candidato.resolve()
    return None


@cache
def buscar_python_uno() -> Path | None:
    """A Python that can ``import uno``: the one inside LibreOffice or the system's."""
    soffice = buscar_soffice()
    if soffice is None:
        return None
    programa = soffice.parent
    candidatos = [
        programa / "python.exe",
        programa / "python",
        programa.parent / "Resources" / "python",
        Path("/usr/bin/python3"),
    ]
    for candidato in candidatos:
        if candidato.is_file() and _imports_uno(candidato):
            return candidato
    return None


def perfil_del_usuario() -> Path:
    """Where LibreOffice keeps the profile of whoever runs this."""
    if sys.platform == "win32":
        return Path(os.environ["APPDATA"]) / "LibreOffice" / "4"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "LibreOffice" / "4"
    raiz = os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config"
    return Path(raiz) / "libreoffice" / "4"


def _candidates() -> Iterator[Path]:
    for nombre in ("soffice", "libreoffice"):
        encontrado = shutil.which(nombre)
        if encontrado:
            yield Path(encontrado)
    if sys.platform == "win32":
        for variable in ("PROGRAMFILES", "PROGRAMFILES(X86)"):
            if variable in os.environ:
                yield Path(os.environ[variable]) / "LibreOffice" / "program" / "soffice.exe"
    elif sys.platform == "darwin":
        yield _MAC / "MacOS" / "soffice"
    else:
        yield Path("/usr/lib/libreoffice/program/soffice")
        yield from sorted(Path("/opt").glob("libreoffice*/program/soffice"), reverse=True)


def _imports_uno(python: Path) -> bool:
    try:
        prueba = subprocess.run(
            [str(python), "-c", "import uno"],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=30,
            env={k: v for k, v in os.environ.items() if k not in ("PYTHONHOME", "PYTHONPATH")},
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return prueba.returncode == 0
