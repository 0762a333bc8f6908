"""Routes of ours beside those of xlwings Server: the health check and the task pane's view."""

# FastAPI reads these annotations when the routes are made: they must not be texts.

from pathlib import Path

from fastapi import APIRouter
from fastapi.responses import JSONResponse
from xlwings_server import dependencies as dep

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
