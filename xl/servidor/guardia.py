"""What every request passes first: its size, how many there are, and its line in the log."""

from __future__ import annotations

import asyncio
import json
import logging
import re
import secrets
import time
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

from xl.servidor.despacho import LimiteExcedido
from xl.servidor.opciones import Limites

Mensaje = MutableMapping[str, Any]
Recibir = Callable[[], Awaitable[Mensaje]]
Enviar = Callable[[Mensaje], Awaitable[None]]
Aplicacion = Callable[[Mensaje, Recibir, Enviar], Awaitable[None]]

bitacora = logging.getLogger("imss.servidor")

CON_LIBRO = ("/xlwings/custom-scripts-call/", "/imss/panel")
"""Routes that take a workbook."""

# At the beginning of the body, where the add-in writes it; only what can be a name goes to the log.
_FUNCION = re.compile(rb'"func_name": ?"([a-z0-9_]{1,60})"')

SUMA = 16
"""Requests in hand may hold this many times the largest body, all together."""


class Guardia:
    """ASGI application in front of xlwings Server's.

    Limits are checked before the request is read by anyone: a body that is too large is not kept,
    and one with too many cells is not converted.
    """

    def __init__(self, interior: Aplicacion, limites: Limites) -> None:
        self.interior = interior
        self.limites = limites
        self.en_curso = 0
        self.bytes_en_curso = 0

    async def __call__(self, scope: Mensaje, receive: Recibir, send: Enviar) -> None:
        """Serve one request."""
        if scope["type"] != "http":
            await self.interior(scope, receive, send)
            return
        medida = _Medida(scope, send)
        if not limpia(scope["path"]):
            await responder(medida.enviar, 404, "No existe.")
            medida.anotar(0)
            return
        cuerpo = bytearray()
        cuenta = scope["method"] == "POST"
        try:
            if cuenta:
                self.en_curso += 1
                if self.en_curso > self.limites.en_curso:
                    raise LimiteExcedido(
                        503,
                        f"Servidor ocupado: hay más de {self.limites.en_curso} llamadas en curso. "
                        "Vuelva a intentar en unos segundos.",
                    )
                await self._read(scope, receive, cuerpo)
                if hallada := _FUNCION.search(cuerpo, 0, 300):
                    medida.funcion = hallada[1].decode()
                self._check_cells(cuerpo)
                if scope["path"].startswith(CON_LIBRO):
                    _check_book(cuerpo)
                receive = _again(bytes(cuerpo), receive)
            await self.interior(scope, receive, medida.enviar)
        except LimiteExcedido as limite:
            medida.limite = str(limite).split(":")[0]
            await responder(medida.enviar, limite.estado, str(limite))
        finally:
            if cuenta:
                self.en_curso -= 1
                self.bytes_en_curso -= len(cuerpo)
            medida.anotar(len(cuerpo))

    async def _read(self, scope: Mensaje, receive: Recibir, cuerpo: bytearray) -> None:
        """Fill `cuerpo`; what has arrived counts at once, and one that is too slow is let go.

        This is before the user is known: nobody may hold the memory or a place without end.
        """
        anunciado = dict(scope["headers"]).get(b"content-length", b"0")
        if anunciado.isdigit() and int(anunciado) > self.limites.cuerpo:
            raise self._too_large()
        try:
            async with asyncio.timeout(self.limites.espera):
                while (mensaje := await receive())["type"] == "http.request":
                    trozo = mensaje.get("body", b"")
                    cuerpo += trozo
                    self.bytes_en_curso += len(trozo)
                    if len(cuerpo) > self.limites.cuerpo:
                        raise self._too_large()
                    if self.bytes_en_curso > SUMA * self.limites.cuerpo:
                        raise LimiteExcedido(
                            503,
                            "Servidor ocupado: las llamadas en curso ya traen demasiados datos. "
                            "Vuelva a intentar en unos segundos.",
                        )
                    if not mensaje.get("more_body"):
                        return
        except TimeoutError:
            raise LimiteExcedido(
                408,
                f"Llamada incompleta: no llegó entera en {self.limites.espera:g} s. "
                "Vuelva a intentar.",
            ) from None

    def _too_large(self) -> LimiteExcedido:
        return LimiteExcedido(
            413,
            f"Llamada demasiado grande: pasa de {self.limites.cuerpo / 2**20:g} MB. "
            "Use un rango más corto, sin columnas enteras.",
        )

    def _check_cells(self, cuerpo: bytearray) -> None:
        # Cells are separated by commas, so a few commas are few cells and nothing is parsed.
        if cuerpo.count(b",") < self.limites.celdas:
            return
        try:
            celdas = contar(json.loads(cuerpo))
        except (ValueError, RecursionError):
            return  # not JSON, or nested without end: refused further on
        if celdas > self.limites.celdas:
            raise LimiteExcedido(
                413,
                f"Demasiadas celdas: {celdas:,} en una llamada; el máximo es "
                f"{self.limites.celdas:,}. Use un rango sin filas vacías, no columnas enteras.",
            )


def limpia(ruta: str) -> bool:
    """Whether a path, already decoded, stays where it begins.

    xlwings Server 1.20 looks for the static files of a project without checking that: with
    ``/static/../`` (encoded) it would hand out any file that the process can read.
    """
    return not (set(ruta) & {"\\", "\0"} or ".." in ruta.split("/"))


def contar(datos: Any) -> int:
    """Cells of a call of a function or of a workbook."""
    if not isinstance(datos, dict):
        return 0
    hojas = datos.get("sheets")
    bloques = [h.get("values") for h in hojas] if isinstance(hojas, list) else datos.get("args")
    return _leaves(bloques)


def _check_book(cuerpo: bytearray) -> None:
    """Refuse what lacks the parts that xlwings reads without asking."""
    try:
        datos = json.loads(cuerpo)
    except (ValueError, RecursionError):
        datos = None
    if not _is_book(datos):
        raise LimiteExcedido(
            400, "El servidor no recibió un libro como lo envía Excel. Recargue el panel."
        )


def _is_book(datos: Any) -> bool:
    """Whether what was sent has the parts that xlwings reads without asking."""
    if not isinstance(datos, dict):
        return False
    hojas, nombres = datos.get("sheets"), datos.get("names")
    return (
        isinstance(hojas, list)
        and isinstance(nombres, list)
        and isinstance(datos.get("book"), dict)
        and datos.get("client") == "Office.js"
        and "version" in datos
        and all(
            isinstance(h, dict)
            and isinstance(h.get("name"), str)
            and isinstance(h.get("values"), list)
            and all(isinstance(f, list) for f in h["values"])
            for h in hojas
        )
        and all(isinstance(n, dict) and isinstance(n.get("name"), str) for n in nombres)
    )


def _leaves(x: Any) -> int:
    pendientes, hojas = [x], 0
    while pendientes:
        uno = pendientes.pop()
        if isinstance(uno, list):
            if uno and not isinstance(uno[0], list):
                hojas += len(uno)
            else:
                pendientes += uno
        elif uno is not None:
            hojas += 1
    return hojas


class _Medida:
    """Status, size and time of one answer."""

    def __init__(self, scope: Mensaje, send: Enviar) -> None:
        self._scope, self._send = scope, send
        self._inicio = time.perf_counter()
        self.id = secrets.token_hex(4)
        self.estado = 0
        self.salen = 0
        self.limite: str | None = None
        self.funcion: str | None = None

    async def enviar(self, mensaje: Mensaje) -> None:
        if mensaje["type"] == "http.response.start":
            self.estado = mensaje["status"]
            mensaje["headers"] = [*mensaje["headers"], (b"x-id", self.id.encode())]
        elif mensaje["type"] == "http.response.body":
            self.salen += len(mensaje.get("body", b""))
        await self._send(mensaje)

    def anotar(self, entran: int) -> None:
        cliente = self._scope.get("client")
        bitacora.log(
            logging.WARNING if self.estado >= 500 else logging.INFO,
            "petición",
            extra={
                "id": self.id,
                "metodo": self._scope["method"],
                "ruta": self._scope["path"],
                "funcion": self.funcion,
                "estado": self.estado,
                "ms": round((time.perf_counter() - self._inicio) * 1000, 1),
                "entran": entran,
                "salen": self.salen,
                "cliente": cliente[0] if cliente else None,
                "limite": self.limite,
            },
        )


def _again(cuerpo: bytes, receive: Recibir) -> Recibir:
    """Return a `receive` that gives the body already read, then what follows."""
    entregado = False

    async def recibir() -> Mensaje:
        nonlocal entregado
        if entregado:
            return await receive()
        entregado = True
        return {"type": "http.request", "body": cuerpo, "more_body": False}

    return recibir


async def responder(send: Enviar, estado: int, texto: str) -> None:
    """Answer with a plain text."""
    cuerpo = texto.encode()
    cabeceras = [
        (b"content-type", b"text/plain; charset=utf-8"),
        (b"content-length", str(len(cuerpo)).encode()),
        (b"connection", b"close" if estado in (408, 413) else b"keep-alive"),
    ]
    await send({"type": "http.response.start", "status": estado, "headers": cabeceras})
    await send({"type": "http.response.body", "body": cuerpo})
