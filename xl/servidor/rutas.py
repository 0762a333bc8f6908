"""Routes of ours beside those of xlwings Server: the health check and the task pane's view."""

# FastAPI reads these annotations when the routes are made: they must not be texts.

import json
from pathlib import Path
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import JSONResponse
from xlwings_server import dependencies as dep

from pymodel.errores import DatoInvalido, Descripcion
from xl import VERSION
from xl.servidor import certificado
from xl.servidor.despacho import Despacho, LimiteExcedido


def rutas(despacho: Despacho, cert: Path | None) -> APIRouter:
    """Return the routes of a server."""
    router = APIRouter()

    @router.get("/salud")
    async def salud() -> JSONResponse:
        """Whether the server calculates: it asks one of its processes."""
        try:
            funciones = await despacho.probar()
        except LimiteExcedido as error:
            return JSONResponse({"estado": "mal", "motivo": str(error)}, status_code=503)
        memoria = despacho.memoria
        return JSONResponse(
            {
                "estado": "bien",
                "version": VERSION,
                "funciones": funciones,
                "llamadas": despacho.llamadas,
                "memoria": {
                    "bytes": memoria.bytes,
                    "limite": memoria.limite,
                    "resultados": len(memoria),
                    "aciertos": memoria.aciertos,
                },
                "certificado_vence": f"{certificado.vence(cert):%Y-%m-%d}" if cert else None,
            }
        )

    @router.post("/imss/panel")
    async def panel(book: dep.Book, _: dep.User) -> JSONResponse:
        """What the task pane shows of the workbook that it sends."""
        return JSONResponse(await despacho.ver(book.api))

    return router


async def leer_libro(request: Request) -> dict[str, Any]:
    """Return the workbook of a request; takes the place of xlwings Server's reading of it.

    Raises
    ------
    DatoInvalido    If it lacks what xlwings reads without asking.
    """
    try:
        datos = json.loads(await request.body())
    except ValueError:
        datos = None
    if not _is_book(datos):
        raise DatoInvalido(
            "libro", Descripcion("algo que no es un libro"), "el libro como lo envía Excel"
        )
    libro: dict[str, Any] = datos
    return libro


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
