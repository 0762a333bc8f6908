"""A headless LibreOffice with a profile of its own, driven from here and always closed."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import uuid
from pathlib import Path
from types import TracebackType
from typing import Any

from pymodel.errores import DatoInvalido, Descripcion
from xl.libreoffice.complemento.cliente import (
    VARIABLES_AJENAS,
    Conversacion,
    SinRespuesta,
    Terminado,
)
from xl.libreoffice.extension import (
    SERVICIO,
    construir_oxt,
    funciones_declaradas,
    instalar,
    opciones_de_perfil,
)
from xl.libreoffice.guardado import nombres_llanos
from xl.libreoffice.programas import buscar_python_uno, buscar_soffice
from xl.motor.archivo import leer, reemplazar

Celda = float | str | dict[str, str]
"""A number, a text ("" if empty), or ``{"error": "#N/A"}``."""

_MAXIMO = 512 * 2**20
"""Bytes of the largest workbook that is opened."""


class Oficina:
    """LibreOffice without a window, with our functions installed, for one workbook at a time.

    Use it as a context. Its profile is temporary: the user's own is neither read nor written,
    and a LibreOffice that the user has open is not disturbed.

    Parameters
    ----------
    limite : float      Seconds that one command may take.
    ambiente : dict     Environment variables to set for LibreOffice.
    en_ventana : path   A workbook to open as an analyst does, in a window, on the display of the
                        environment (DISPLAY); without windows LibreOffice neither shows menus nor
                        runs the job that repairs what opens. Call :meth:`tomar` first.

    Raises
    ------
    DatoInvalido        On entering, if LibreOffice or its Python is not there or does not start;
                        in any command that fails or takes too long.
    """

    def __init__(
        self,
        limite: float = 300.0,
        ambiente: dict[str, str] | None = None,
        *,
        en_ventana: Path | None = None,
    ) -> None:
        self.limite = limite
        self._ambiente = ambiente or {}
        self._en_ventana = en_ventana
        self._soffice: subprocess.Popen[bytes] | None = None
        self._sesion: Conversacion | None = None
        self._perfil = ""
        self.reparadas = 0
        """Formulas of the open workbook in which our functions had to be made known."""

    def __enter__(self) -> Oficina:
        soffice, python = buscar_soffice(), buscar_python_uno()
        if soffice is None:
            raise DatoInvalido(
                "LibreOffice", Descripcion("ninguno"), "LibreOffice Calc instalado en este equipo"
            )
        if python is None:
            raise DatoInvalido(
                "LibreOffice",
                Descripcion("sin módulo uno"),
                "su módulo uno de Python (en Debian, python3-uno)",
            )
        self._perfil = tempfile.mkdtemp(prefix="modelo-imss-lo-")
        try:
            self._start(soffice, python)
        except BaseException:
            self._stop()
            raise
        return self

    def __exit__(
        self,
        tipo: type[BaseException] | None,
        error: BaseException | None,
        traza: TracebackType | None,
    ) -> None:
        if self._sesion is not None and self._soffice is not None and tipo is None:
            with contextlib.suppress(DatoInvalido, subprocess.TimeoutExpired):
                self._command("salir")
                self._soffice.wait(5)
        self._stop()

    @property
    def pid(self) -> int:
        """Process id of LibreOffice (of its launcher)."""
        if self._soffice is None:
            raise RuntimeError("the office is not running")
        return self._soffice.pid

    def crear(self, hoja: str) -> None:
        """Open an empty workbook with one sheet of this name."""
        self._command("crear", hoja)

    def abrir(self, ruta: str | os.PathLike[str]) -> list[str]:
        """Open a copy of a file and make our functions known in it; returns its sheets."""
        # LibreOffice leaves a lock file beside what it opens and minds those of others, and
        # what it can do with an accent in a path depends on the locale: so, a copy.
        original = Path(ruta)
        copia = Path(self._perfil) / f"libro{original.suffix}"
        copia.write_bytes(leer(original, _MAXIMO))
        hojas: list[str] = self._command("abrir", str(copia), lugar=str(ruta))
        nombres = [f.nombre for f in funciones_declaradas()]
        self.reparadas = int(self._command("reparar", nombres, SERVICIO))
        return hojas

    def tomar(self) -> None:
        """Wait for the workbook that opens in a window and work on it."""
        self._command("tomar")

    def menu(self, entrada: str) -> None:
        """Press an entry of the menu IMSS: "actualizar" or "reparar"."""
        self._command("despachar", f"service:modeloimss.Menu?{entrada}")

    def recalcular(self) -> None:
        """Calculate every formula of the workbook."""
        self._command("recalcular")

    def leer(self, hoja: str, rango: str) -> list[list[Celda]]:
        """Values of a range, as rows."""
        filas: list[list[Celda]] = self._command("leer", hoja, rango, lugar=f"{hoja}!{rango}")
        return filas

    def leer_celda(self, hoja: str, celda: str) -> Celda:
        """Value of a cell."""
        return self.leer(hoja, celda)[0][0]

    def leer_todo(self) -> list[dict[str, Any]]:
        """For each sheet its name, its values from A1 as rows, and where its formulas are."""
        hojas: list[dict[str, Any]] = self._command("leer_todo")
        return hojas

    def poner(self, hoja: str, rango: str, valor: float | str | None) -> None:
        """Write a value, a formula ("=...", separator ";") or an array formula ("{=...}")."""
        self._command("poner", hoja, rango, valor, lugar=f"{hoja}!{rango}")

    def formula(self, hoja: str, celda: str) -> str:
        """Formula of a cell as LibreOffice writes it."""
        return str(self._command("formula", hoja, celda, lugar=f"{hoja}!{celda}"))

    def nombres(self) -> dict[str, str]:
        """Defined names of the workbook and what each refers to ("$Supuestos.$C$5")."""
        nombres: dict[str, str] = self._command("nombres")
        return nombres

    def modulos(self) -> dict[str, str]:
        """Source of each module of the VBA project of the workbook, as LibreOffice reads it."""
        fuentes: dict[str, str] = self._command("modulos")
        return fuentes

    def asistente(self) -> list[dict[str, Any]]:
        """What the function wizard shows of our functions."""
        nombres = [f.nombre for f in funciones_declaradas()]
        vistas: list[dict[str, Any]] = self._command("asistente", nombres)
        return vistas

    def guardar(self, ruta: str | os.PathLike[str]) -> None:
        """Save a copy of the workbook: .xlsx, .ods or .pdf. What was there is replaced."""
        destino = Path(ruta)
        salida = Path(self._perfil) / f"salida{destino.suffix.lower()}"
        self._command("guardar", str(salida), lugar=str(ruta))
        contenido = salida.read_bytes()
        if salida.suffix == ".xlsx":
            contenido = nombres_llanos(contenido)
        reemplazar(destino, contenido, respaldo=None)

    def _start(self, soffice: Path, python: Path) -> None:
        instalar(construir_oxt(Path(self._perfil) / "modelo_imss.oxt"), self._perfil)
        if self._en_ventana:
            self._first_start(soffice)
        tubo = "modelo_imss_" + uuid.uuid4().hex
        self._soffice = subprocess.Popen(
            [
                str(soffice),
                *([str(self._en_ventana)] if self._en_ventana else ["--headless", "--invisible"]),
                "--norestore",
                "--nologo",
                "--nodefault",
                "--nolockcheck",
                f"--accept=pipe,name={tubo};urp;",
                *opciones_de_perfil(self._perfil),
            ],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env=_environment() | self._ambiente,
            start_new_session=True,
        )
        espera = 90.0
        self._sesion = Conversacion(
            [str(python), str(Path(__file__).parent / "_uno_sesion.py"), tubo, str(espera)],
            "la conexión con LibreOffice",
            espera_inicio=espera + 10,
        )

    def _first_start(self, soffice: Path) -> None:
        """Start and end once: the configuration of an extension counts from the second start."""
        perfil = Path(self._perfil)
        (perfil / "nada.csv").write_text("0\n")
        subprocess.run(
            [
                str(soffice),
                "--headless",
                *opciones_de_perfil(perfil),
                *("--convert-to", "csv:Text - txt - csv (StarCalc)", "--outdir"),
                *(str(perfil / "inicio"), str(perfil / "nada.csv")),
            ],
            capture_output=True,
            timeout=90,
            check=False,
            env=_environment() | self._ambiente,
        )

    def _command(self, orden: str, *con: Any, lugar: str = "LibreOffice") -> Any:
        if self._sesion is None:
            raise RuntimeError("the office is not running")
        try:
            respuesta = self._sesion.preguntar({"orden": orden, "con": con}, self.limite)
        except (SinRespuesta, Terminado) as error:
            self._stop()
            raise DatoInvalido(lugar, Descripcion(error), "una respuesta de LibreOffice") from None
        if "error" in respuesta:
            raise DatoInvalido(lugar, Descripcion(respuesta["error"]), "un libro o rango válido")
        return respuesta.get("resultado")

    def _stop(self) -> None:
        if self._sesion is not None:
            self._sesion.cerrar()
            self._sesion = None
        if self._soffice is not None:
            _end(self._soffice)
            self._soffice = None
        if self._perfil:
            shutil.rmtree(self._perfil, ignore_errors=True)
            self._perfil = ""


def _environment() -> dict[str, str]:
    """The environment without what would mislead the Python inside LibreOffice."""
    ambiente = {k: v for k, v in os.environ.items() if k not in VARIABLES_AJENAS}
    if sys.platform != "win32":
        # It takes its home from the first python3 of PATH: another one (pyenv, conda, a virtual
        # environment) ends in std::bad_alloc when the add-in is loaded.
        ambiente["PATH"] = os.pathsep.join(["/usr/bin", "/bin", ambiente.get("PATH", "")])
    if ambiente.get("LC_ALL") in ("C", "POSIX"):
        ambiente["LC_ALL"] = "C.UTF-8"  # else paths with accents cannot be named
    return ambiente


def _end(proceso: subprocess.Popen[bytes]) -> None:
    """End the office, if it has not left by itself, with its children."""
    if sys.platform == "win32":
        subprocess.run(
            ["taskkill", "/F", "/T", "/PID", str(proceso.pid)], capture_output=True, check=False
        )
    else:
        # The launcher may be gone while the program itself stays, in the same group.
        with contextlib.suppress(ProcessLookupError):
            os.killpg(proceso.pid, signal.SIGKILL)
    proceso.wait()
