"""A server of ours on a free port, as `python -m xl servir` starts it, and a client for it."""

import os
import random
import socket
import ssl
import subprocess
import sys
import time
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import httpx

RAIZ = Path(__file__).resolve().parents[3]


@dataclass
class Servidor:
    proceso: subprocess.Popen
    url: str
    certificado: Path
    bitacora: Path
    segundos: float

    def cliente(self, **opciones):
        confianza = ssl.create_default_context(cafile=str(self.certificado))
        return httpx.Client(base_url=self.url, verify=confianza, timeout=120, **opciones)

    def terminar(self):
        self.proceso.terminate()
        self.proceso.wait(20)


def puerto_libre():
    """One that the system does not lend to clients, who could take it before the server does."""
    while True:
        puerto = random.randrange(20_000, 32_000)
        with socket.socket() as s, suppress(OSError):
            s.bind(("127.0.0.1", puerto))
            return puerto


def arrancar(carpeta, *argumentos, puerto=None, **entorno):
    puerto = puerto or puerto_libre()
    bitacora = carpeta / f"bitacora-{puerto}.jsonl"
    inicio = time.perf_counter()
    with bitacora.open("ab") as salida:
        proceso = subprocess.Popen(
            [sys.executable, "-m", "xl", "servir", "--puerto", str(puerto), *argumentos],
            cwd=RAIZ,
            env={**os.environ, "XDG_CONFIG_HOME": str(carpeta), "APPDATA": str(carpeta), **entorno},
            stderr=salida,
        )
    certificado = carpeta / "modelo-imss" / "localhost.pem"
    servidor = Servidor(proceso, f"https://localhost:{puerto}", certificado, bitacora, 0.0)
    while True:
        if proceso.poll() is not None or time.perf_counter() - inicio > 60:
            proceso.kill()
            raise AssertionError(bitacora.read_text())
        try:
            if httpx.get(f"{servidor.url}/salud", verify=False, timeout=10).status_code == 200:
                break
        except httpx.TransportError:
            time.sleep(0.05)
    servidor.segundos = time.perf_counter() - inicio
    return servidor


@contextmanager
def servido(carpeta, *argumentos, **entorno):
    servidor = arrancar(carpeta, *argumentos, **entorno)
    try:
        yield servidor
    finally:
        servidor.terminar()


def llamada(funcion, *argumentos, **cambios):
    """The body that the add-in's JavaScript sends: every argument is a block of cells."""
    return {
        "client": "Office.js",
        "func_name": funcion.lower(),
        "args": list(argumentos),
        "caller_address": "[Libro1.xlsx]Hoja1!A1",
        "session_id": "prueba",
        "culture_info_name": "es-MX",
        "date_format": "dd/mm/aaaa",
        "version": "0.37.8",
        "runtime": "1.4",
        **cambios,
    }


def montos(n):
    """A slow call: every cell of the block is a monto constitutivo of its own."""
    salarios = [[200.0 + i / 10] for i in range(n)]
    familia = [["conyuge", 43.0, "M"]]
    return ("MONTO_CONSTITUTIVO", [["invalidez"]], [[45.0]], [["H"]], salarios, familia)


def pedir(cliente, funcion, *argumentos, **cambios):
    return cliente.post(
        "/xlwings/custom-functions-call", json=llamada(funcion, *argumentos, **cambios)
    )
