"""The server: xlwings Server with our project, behind the limits."""

from __future__ import annotations

import gc
import json
import logging
import os
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from pymodel.errores import DatoInvalido, Descripcion
from xl.servidor import SIN_LICENCIA, bitacora, certificado, claves
from xl.servidor.despacho import Despacho, ErrorInterno, LimiteExcedido, Rechazo
from xl.servidor.guardia import Guardia
from xl.servidor.opciones import Opciones, revisar

PROYECTO = Path(__file__).parent / "proyecto"
NAMESPACE = "IMSS"
MANIFIESTO = "7d0a4c5e-3f0b-4a6f-9d2e-6b1c5a2f8e31"

despacho: Despacho
"""The one of this process; the project of xlwings Server takes it from here."""

# Office frames the add-in; everything else comes from this server. Office.js needs inline styles.
CSP = (
    "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; "
    "object-src 'none'; base-uri 'self'; form-action 'self'"
)


def servir(opciones: Opciones, anunciar: Callable[[], None] = lambda: None) -> None:
    """Serve until told to stop; `anunciar` is called when the address is ours.

    Raises
    ------
    DatoInvalido    If the options would leave the server open, or the certificate is no good.
    """
    import uvicorn

    revisar(opciones)
    if opciones.autenticacion == "claves":
        claves.leer(archivo_de_claves(opciones))  # refuses an empty file before anything listens
    cert, llave = opciones.certificado, opciones.llave
    if cert is None or llave is None:
        cert, llave = certificado.de_desarrollo()
    certificado.revisar(cert, llave)
    bitacora.configurar()
    servidor = uvicorn.Config(
        crear(opciones, cert),
        host=opciones.direccion,
        port=opciones.puerto,
        ssl_certfile=str(cert),
        ssl_keyfile=str(llave),
        log_config=None,
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=10,
    )
    try:
        enchufe = servidor.bind_socket()
    except SystemExit:
        raise DatoInvalido(
            f"{opciones.direccion}:{opciones.puerto}",
            Descripcion("una dirección que no se puede abrir"),
            "un puerto libre (--puerto): quizá ya hay un servidor en éste",
        ) from None
    # The processes that calculate must not inherit it: one that is busy would keep the port of a
    # server that was killed, and the next could not start.
    enchufe.set_inheritable(False)
    anunciar()
    uvicorn.Server(servidor).run(sockets=[enchufe])


def licencia() -> str:
    """Under which licence xlwings Server runs here, in one line."""
    if os.environ["XLWINGS_LICENSE_KEY"] == SIN_LICENCIA:
        return (
            "xlwings Server, licencia PolyForm Noncommercial 1.0.0: dependencias de gobierno y uso "
            "no comercial. Una empresa necesita clave de pago (XLWINGS_LICENSE_KEY)."
        )
    return "xlwings Server con la clave de XLWINGS_LICENSE_KEY."


def archivo_de_claves(opciones: Opciones) -> Path:
    """File of the keys of the users."""
    return opciones.claves or certificado.carpeta() / "claves.json"


def crear(opciones: Opciones, cert: Path | None = None) -> Guardia:
    """Build the application; once in a process, because xlwings Server reads its settings once."""
    global despacho
    despacho = Despacho(opciones.limites)
    os.environ.update(entorno(opciones))

    from starlette.middleware.trustedhost import TrustedHostMiddleware
    from xlwings_server import databases

    # There is no Redis here, and asking for it takes two hops to another thread in every call.
    databases.get_redis_client = _no_redis  # before the routes are made from it
    from xlwings_server.main import app, main_app

    from xl.servidor.rutas import rutas

    _add_answers(app)
    app.include_router(rutas(despacho, cert))
    app.router.lifespan_context = _life(app.router.lifespan_context)
    # A page of another site that makes its name point to this machine is not answered.
    permitidos = ["localhost", "127.0.0.1", opciones.nombre or opciones.direccion]
    return Guardia(TrustedHostMiddleware(main_app, allowed_hosts=permitidos), opciones.limites)


async def _no_redis() -> AsyncIterator[None]:
    yield None


def entorno(opciones: Opciones) -> dict[str, str]:
    """Settings of xlwings Server, as it reads them."""
    proveedores = [opciones.autenticacion] if opciones.autenticacion else []
    # xlwings Server asks browsers for TLS only, for a year and on every port: on localhost that
    # would shut the user out of the other programs of the machine (notebooks, for one).
    cabeceras = {} if opciones.nombre else {"Strict-Transport-Security": "max-age=0"}
    return {
        "XLWINGS_ON_SERVER": "true",
        "XLWINGS_PROJECT_DIR": str(PROYECTO),
        "XLWINGS_PROJECT_NAME": "IMSS",
        "XLWINGS_ENVIRONMENT": "prod",
        "XLWINGS_FUNCTIONS_NAMESPACE": NAMESPACE,
        "XLWINGS_MANIFEST_ID_PROD": MANIFIESTO,
        "XLWINGS_HOSTNAME": opciones.servidor,
        "XLWINGS_AUTH_PROVIDERS": json.dumps(proveedores),
        claves.VARIABLE: str(archivo_de_claves(opciones)),
        # Excel on the web reads the list of functions from pages of its own.
        "XLWINGS_CORS_ALLOW_ORIGINS": '["*"]' if opciones.web else "[]",
        "XLWINGS_CUSTOM_HEADERS": json.dumps({"Content-Security-Policy": CSP} | cabeceras),
        # Only a busy server is worth another try; a call that took too long would take it again.
        "XLWINGS_CUSTOM_FUNCTIONS_RETRY_CODES": "[502, 503]",
        "XLWINGS_REQUEST_TIMEOUT": str(
            int(opciones.limites.espera + opciones.limites.segundos) + 5
        ),
        **{
            f"XLWINGS_ENABLE_{x}": "false"
            for x in ("ALPINEJS_CSP", "EXAMPLES", "HOTRELOAD", "HTMX", "SOCKETIO", "WASM")
        },
    }


def _life(anterior: Any) -> Any:
    @asynccontextmanager
    async def vida(app: Any) -> AsyncIterator[None]:
        async with anterior(app):
            await despacho.preparar()
            # What is loaded by now stays: without it in the way, collections take no time.
            gc.collect()
            gc.freeze()
            logging.getLogger("imss.servidor").info("servidor listo")
            yield

    return vida


def _add_answers(app: Any) -> None:
    """What a client reads when something is refused: one line in Spanish."""
    from fastapi import Request
    from fastapi.responses import PlainTextResponse

    async def rechazo(_: Request, error: Exception) -> PlainTextResponse:
        return PlainTextResponse(str(error), status_code=400)

    async def limite(_: Request, error: Any) -> PlainTextResponse:
        return PlainTextResponse(str(error), status_code=error.estado)

    async def interno(_: Request, error: Exception) -> PlainTextResponse:
        return PlainTextResponse(str(error), status_code=500)

    async def malformada(_: Request, error: Exception) -> PlainTextResponse:
        # Ours answer by themselves: what else comes up is a request that Excel would not send.
        return PlainTextResponse(
            "Petición que el servidor no entiende. Recargue el panel; si se repite, avise a quien "
            "lo administra.",
            status_code=400,
        )

    async def falla(_: Request, error: Exception) -> PlainTextResponse:
        return PlainTextResponse(
            "Error interno del servidor. Avise a quien lo administra, con la hora.", status_code=500
        )

    app.add_exception_handler(Exception, falla)
    app.add_exception_handler(DatoInvalido, rechazo)
    app.add_exception_handler(Rechazo, rechazo)
    app.add_exception_handler(LimiteExcedido, limite)
    app.add_exception_handler(ErrorInterno, interno)
    for clase in (KeyError, TypeError, AttributeError, ValueError, RecursionError):
        app.add_exception_handler(clase, malformada)
