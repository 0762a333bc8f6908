"""A helper process that answers JSON lines, started when needed and never waited for in vain.

The Calc extension calls the model through it (LibreOffice's Python has no numpy), and
``xl.libreoffice.oficina`` drives LibreOffice through it.
"""

from __future__ import annotations

import contextlib
import json
import os
import queue
import subprocess
import tempfile
import threading
from collections.abc import Sequence
from typing import Any

# With those of one interpreter, another would load the wrong library.
VARIABLES_AJENAS = ("PYTHONHOME", "PYTHONPATH", "PYTHONSTARTUP", "PYTHONEXECUTABLE")


class SinRespuesta(Exception):
    """The process did not answer in time; the message is Spanish and for the analyst."""


class Terminado(Exception):
    """The process ended before it answered; the message is Spanish and for the analyst."""


class Conversacion:
    """A process that reads one JSON object per line and answers with one per line.

    Parameters
    ----------
    orden : sequence of str     Command line.
    nombre : str                What the process is, in Spanish, for the messages.
    carpeta : str, optional     Working directory; also the only entry of its PYTHONPATH.
    espera_inicio : float       Seconds to wait for the first line, which says that it is ready.
    """

    def __init__(
        self,
        orden: Sequence[str],
        nombre: str,
        carpeta: str | None = None,
        espera_inicio: float = 60.0,
    ) -> None:
        self.orden = list(orden)
        self.nombre = nombre
        self.carpeta = carpeta
        self.espera_inicio = espera_inicio
        self.proceso: Any = None
        self._respuestas: Any = None
        self._diario: Any = None
        self._turno = threading.Lock()

    def preguntar(self, pregunta: dict[str, Any], limite: float) -> dict[str, Any]:
        """Send one question and return its answer; the process is started if it is not there.

        Raises
        ------
        SinRespuesta    If no answer came within `limite` seconds; the process has been ended.
        Terminado       If the process could not start or ended before it answered.
        """
        with self._turno:
            if self.proceso is None or self.proceso.poll() is not None:
                self._start()
            try:
                self.proceso.stdin.write(json.dumps(pregunta).encode("ascii") + b"\n")
                self.proceso.stdin.flush()
            except OSError:
                raise Terminado(self._obituary()) from None
            return self._receive(limite)

    def cerrar(self) -> None:
        """End the process, if there is one."""
        if self.proceso is None:
            return
        for tubo in (self.proceso.stdin, self.proceso.stdout):
            with contextlib.suppress(OSError):
                tubo.close()
        try:
            self.proceso.wait(0.5)
        except subprocess.TimeoutExpired:
            self.proceso.kill()
            self.proceso.wait()
        self.proceso = None
        self._diario.close()

    def _start(self) -> None:
        if self.proceso is not None:
            self.cerrar()
        ambiente = {k: v for k, v in os.environ.items() if k not in VARIABLES_AJENAS}
        ambiente["PYTHONIOENCODING"] = "utf-8"
        if self.carpeta:
            ambiente["PYTHONPATH"] = self.carpeta
        self._diario = tempfile.TemporaryFile()  # noqa: SIM115
        try:
            self.proceso = subprocess.Popen(
                self.orden,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=self._diario,
                cwd=self.carpeta,
                env=ambiente,
                # Without this Windows opens a console window beside the spreadsheet.
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
        except OSError as error:
            self._diario.close()
            self.proceso = None
            raise Terminado(
                f"{self.nombre} no pudo iniciarse ({self.orden[0]}): {error.strerror}"
            ) from None
        self._respuestas = queue.Queue()
        threading.Thread(
            target=_forward, args=(self.proceso.stdout, self._respuestas), daemon=True
        ).start()
        self._receive(self.espera_inicio)

    def _receive(self, limite: float) -> dict[str, Any]:
        try:
            linea = self._respuestas.get(timeout=limite)
        except queue.Empty:
            self.proceso.kill()
            self.cerrar()
            raise SinRespuesta(
                f"{self.nombre} no respondió en {limite:g} segundos y se detuvo"
            ) from None
        if not linea:
            raise Terminado(self._obituary())
        respuesta: dict[str, Any] = json.loads(linea.decode("utf-8"))
        return respuesta

    def _obituary(self) -> str:
        """Why the process is gone: its exit code and the last line it complained with."""
        try:
            codigo = self.proceso.wait(2)
        except subprocess.TimeoutExpired:
            self.proceso.kill()
            codigo = self.proceso.wait()
        self._diario.seek(0)
        lineas = self._diario.read().decode("utf-8", "replace").strip().splitlines()
        self.cerrar()
        detalle = ": " + lineas[-1].strip() if lineas else ""
        return f"{self.nombre} terminó con código {codigo}{detalle}"


def _forward(tubo: Any, cola: Any) -> None:
    """Pass each line to the queue; an empty one says that there will be no more."""
    try:
        for linea in iter(tubo.readline, b""):
            cola.put(linea)
    except (OSError, ValueError):
        pass
    cola.put(b"")
