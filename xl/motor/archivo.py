"""The workbook as a file on disk: who else has it open, our own lock, atomic replacement."""

from __future__ import annotations

import contextlib
import errno
import os
import shutil
import sys
from pathlib import Path

from pymodel.errores import DatoInvalido, Descripcion

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

_BUSY = {errno.EACCES, errno.EAGAIN, errno.EDEADLK, errno.EWOULDBLOCK}


def leer(ruta: Path, maximo: int) -> bytes:
    """Read the whole file.

    Parameters
    ----------
    ruta : Path
        File to read.
    maximo : int
        Bytes accepted.

    Raises
    ------
    DatoInvalido
        If the file does not exist, is a folder, is larger than `maximo` or cannot be read.
    """
    try:
        if ruta.is_dir():
            raise _error(ruta, "una carpeta", "un libro .xlsx o .xlsm")
        if ruta.stat().st_size > maximo:
            raise _error(ruta, "un archivo demasiado grande", f"un libro de hasta {maximo:,} bytes")
        return ruta.read_bytes()
    except FileNotFoundError:
        raise _error(ruta, "ningún archivo", f"un libro en «{ruta.parent}»") from None
    except PermissionError:
        raise _error(
            ruta,
            "un archivo que no se puede leer",
            "permiso de lectura; si está abierto en Excel, ciérrelo",
        ) from None
    except OSError as exc:
        raise _error(ruta, f"un error de lectura ({exc.strerror})", "un archivo legible") from None


def comprobar_libre(ruta: Path) -> None:
    """Raise DatoInvalido when Excel or LibreOffice have the workbook open.

    Both leave a small file next to the workbook for as long as it is open: Excel ``~$NAME``,
    LibreOffice ``.~lock.NAME#``.
    """
    for programa, nombre in (("Excel", f"~${ruta.name}"), ("LibreOffice", f".~lock.{ruta.name}#")):
        if ruta.with_name(nombre).exists():
            raise _error(
                ruta,
                f"el libro abierto en {programa}",
                f"el libro cerrado: ciérrelo y repita (si {programa} ya no está abierto, "
                f"borre «{nombre}» de la carpeta)",
            )


def ruta_respaldo(ruta: Path) -> Path:
    """Name of the copy of the previous version: ``valuacion.xlsx`` -> ``valuacion.bak.xlsx``."""
    return ruta.with_name(f"{ruta.stem}.bak{ruta.suffix}")


class Candado:
    """Advisory lock of ours on one workbook; the system frees it if the process dies.

    The lock lives on a hidden file next to the workbook. A file left behind by a killed process
    holds no lock, so it never blocks the next run, which takes it over and removes it at the end.
    """

    def __init__(self, ruta: Path) -> None:
        self._workbook = ruta
        self._file = ruta.with_name(f".{ruta.name}.lock")
        self._fd: int | None = None

    def tomar(self) -> None:
        """Take the lock, or raise DatoInvalido if another refresh of ours has it.

        Where no lock can be had (a folder without write permission, a network share without
        locks) the workbook can still be read, and saving checks the file again.
        """
        while self._fd is None:
            try:
                fd = os.open(self._file, os.O_RDWR | os.O_CREAT, 0o644)
            except OSError:
                return
            try:
                if sys.platform == "win32":
                    msvcrt.locking(fd, msvcrt.LK_NBLCK, 1)
                else:
                    fcntl.flock(fd, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError as exc:
                os.close(fd)
                if exc.errno in _BUSY:
                    raise _error(
                        self._workbook,
                        "otra actualización en curso de este libro",
                        "una sola a la vez: espere a que termine",
                    ) from None
                return
            if self._still_there(fd):
                self._fd = fd
            else:
                os.close(fd)

    def _still_there(self, fd: int) -> bool:
        # The previous holder may have removed the file between our open and our lock.
        try:
            return os.path.samestat(os.fstat(fd), os.stat(self._file))
        except FileNotFoundError:
            return False

    def soltar(self) -> None:
        """Free the lock and remove its file."""
        if self._fd is None:
            return
        if sys.platform == "win32":  # an open file cannot be removed there
            os.close(self._fd)
            with contextlib.suppress(OSError):
                self._file.unlink()
        else:
            with contextlib.suppress(OSError):
                self._file.unlink()
            os.close(self._fd)
        self._fd = None


def reemplazar(ruta: Path, contenido: bytes, *, respaldo: bytes | None) -> None:
    """Put `contenido` in `ruta` in one step: afterwards the file is either the old or the new one.

    The bytes go to a temporary file in the same folder, are flushed to the disk and take the name
    of the workbook with a rename; the previous version is kept in the same way first.

    Parameters
    ----------
    ruta : Path
        Workbook to replace or create.
    contenido : bytes
        New content.
    respaldo : bytes or None
        Previous content, kept next to the workbook (see `ruta_respaldo`); None keeps nothing.

    Raises
    ------
    DatoInvalido
        If the folder or the file cannot be written; the workbook is then as it was.
    """
    temporal = ruta.with_name(f".{ruta.name}.tmp")
    try:
        if respaldo is not None:
            _write(temporal, respaldo, ruta)
            os.replace(temporal, ruta_respaldo(ruta))
        _write(temporal, contenido, ruta)
        os.replace(temporal, ruta)
    except OSError as exc:
        with contextlib.suppress(OSError):
            temporal.unlink()
        raise _write_error(ruta, exc) from None
    _sync_folder(ruta.parent)


def _write(destino: Path, contenido: bytes, modelo: Path) -> None:
    with contextlib.suppress(FileNotFoundError):
        destino.unlink()
    with destino.open("xb") as archivo:
        archivo.write(contenido)
        archivo.flush()
        os.fsync(archivo.fileno())
    with contextlib.suppress(FileNotFoundError):
        shutil.copymode(modelo, destino)


def _sync_folder(carpeta: Path) -> None:
    if sys.platform == "win32":
        return
    with contextlib.suppress(OSError):
        fd = os.open(carpeta, os.O_RDONLY)
        try:
            os.fsync(fd)
        finally:
            os.close(fd)


def _write_error(ruta: Path, exc: OSError) -> DatoInvalido:
    if exc.errno in (errno.ENOSPC, errno.EDQUOT):
        return _error(ruta, "el disco lleno", "espacio para guardar; el libro queda como estaba")
    if isinstance(exc, PermissionError) or exc.errno == errno.EROFS:
        return _error(
            ruta,
            "una carpeta o archivo de solo lectura",
            "permiso de escritura y el libro cerrado; el libro queda como estaba",
        )
    return _error(
        ruta,
        f"un error al guardar ({exc.strerror or exc})",
        "una carpeta donde se pueda escribir; el libro queda como estaba",
    )


def _error(ruta: Path, encontrado: str, esperado: str) -> DatoInvalido:
    return DatoInvalido(f"libro {ruta.name}", Descripcion(encontrado), esperado)
