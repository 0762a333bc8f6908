"""From a request to a process that calculates, with the limits of time and number."""

from __future__ import annotations

import logging
import pickle
from collections.abc import Callable
from typing import Any

import anyio
from anyio import to_process

from pymodel.errores import DatoInvalido
from xl.contrato.memoria import Memoria, empacar
from xl.servidor import trabajo
from xl.servidor.opciones import Limites

bitacora = logging.getLogger("imss.servidor")


class LimiteExcedido(Exception):
    """A limit of the server, told in Spanish; `estado` is the HTTP status that it gets."""

    def __init__(self, estado: int, mensaje: str) -> None:
        super().__init__(mensaje)
        self.estado = estado


class Rechazo(Exception):
    """What a process answered to bad input: the message of its DatoInvalido."""


class ErrorInterno(Exception):
    """A fault of ours in a function or macro; the log has where."""


class Despacho:
    """Runs functions and macros in processes, and keeps the last results."""

    def __init__(self, limites: Limites) -> None:
        self.limites = limites
        self.memoria = Memoria(limites.memoria)
        self.llamadas = 0
        self._turnos: anyio.Semaphore | None = None
        self._procesos: anyio.CapacityLimiter | None = None

    async def preparar(self) -> None:
        """Start the processes, so that the first call does not wait for them."""
        async with anyio.create_task_group() as grupo:
            for _ in range(self.limites.trabajadores):
                grupo.start_soon(self._start_one)

    async def _start_one(self) -> None:
        try:
            await self._in_process(trabajo.preparar)
        except LimiteExcedido:  # a start that fails is in the log; the first call tries again
            bitacora.warning("un proceso de cálculo no arrancó")

    async def probar(self) -> int:
        """Ask a process how many functions it has: it answers only if it calculates."""
        return int(await self._in_process(trabajo.preparar))

    async def funcion(self, nombre: str, argumentos: tuple[Any, ...]) -> Any:
        """Return the result of a function, from memory if it was asked before."""
        paquete = empacar(argumentos)
        clave = Memoria.clave(nombre, paquete)
        resultado = self.memoria.buscar(clave)
        if resultado is None:
            resultado = await self._ask(nombre, trabajo.calcular, nombre, paquete)
            self.memoria.guardar(clave, resultado)
        return pickle.loads(resultado)

    async def macro(
        self, nombre: str, libro: dict[str, Any], argumentos: tuple[Any, ...], usuario: str
    ) -> list[dict[str, Any]]:
        """Return what a macro does to a workbook, as actions of xlwings."""
        paquete = empacar(libro)
        acciones: list[dict[str, Any]] = pickle.loads(
            await self._ask(nombre, trabajo.correr, nombre, paquete, argumentos, usuario)
        )
        return acciones

    async def ver(self, libro: dict[str, Any]) -> dict[str, Any]:
        """Return what the task pane shows of a workbook."""
        visto: dict[str, Any] = pickle.loads(await self._ask("panel", trabajo.ver, empacar(libro)))
        return visto

    async def _ask(self, nombre: str, trabajo_: Callable[..., Any], *argumentos: Any) -> bytes:
        self.llamadas += 1
        estado, respuesta = await self._in_process(trabajo_, *argumentos)
        if estado == trabajo.RECHAZADO:
            raise Rechazo(respuesta)
        if estado == trabajo.INTERNO:
            bitacora.error("error interno", extra={"funcion": nombre, "lugar": respuesta})
            raise ErrorInterno(f"{nombre}: error interno; vea la bitácora del servidor")
        return bytes(respuesta)

    async def _in_process(self, trabajo_: Callable[..., Any], *argumentos: Any) -> Any:
        turnos, procesos = self._limiters()
        try:
            with anyio.fail_after(self.limites.espera):
                await turnos.acquire()
        except TimeoutError:
            raise LimiteExcedido(
                503,
                f"Servidor ocupado: la llamada esperó {self.limites.espera:g} s sin encontrar "
                "turno. Vuelva a intentar en unos minutos.",
            ) from None
        try:
            with anyio.fail_after(self.limites.segundos):
                return await to_process.run_sync(
                    trabajo_, *argumentos, cancellable=True, limiter=procesos
                )
        except TimeoutError:
            raise LimiteExcedido(
                504,
                f"Tiempo agotado: la llamada pasó de {self.limites.segundos:g} s y se canceló. "
                "Divida el rango en partes.",
            ) from None
        except anyio.BrokenWorkerProcess as error:
            causa = error.__cause__
            bitacora.error(
                "un proceso de cálculo terminó a media llamada",
                extra={"lugar": f"{type(causa or error).__name__}"},
            )
            raise LimiteExcedido(
                503,
                "El cálculo se interrumpió en el servidor (¿falta de memoria?). "
                "Vuelva a intentar; si se repite, divida el rango.",
            ) from None
        finally:
            turnos.release()

    def _limiters(self) -> tuple[anyio.Semaphore, anyio.CapacityLimiter]:
        if self._turnos is None or self._procesos is None:  # they belong to the running loop
            self._turnos = anyio.Semaphore(self.limites.trabajadores)
            self._procesos = anyio.CapacityLimiter(self.limites.trabajadores)
        return self._turnos, self._procesos


def desconocida(nombre: str) -> DatoInvalido:
    """Return the error of a name that is no function of ours."""
    return DatoInvalido(
        "función", nombre, "una función del modelo; si acaba de actualizarlo, recargue el panel"
    )
