"""Structured logs: one JSON object a line, with no cell contents."""

from __future__ import annotations

import datetime as dt
import json
import logging
import sys

# What a record may carry besides its message; anything else stays out of the log.
CAMPOS = (
    "id", "metodo", "ruta", "funcion", "estado", "ms", "entran", "salen", "cliente", "lugar",
    "limite",
)  # fmt: skip

# Loggers whose messages are fixed texts of ours or of uvicorn's life cycle.
_CON_TEXTO = ("imss.servidor", "uvicorn.error")


class EnJson(logging.Formatter):
    """Formats a record as JSON; exceptions go in by type and place, never by message.

    The message of an exception may quote a cell, and xlwings Server logs the exceptions that it
    catches: only the loggers in `_CON_TEXTO` have their text written.
    """

    def format(self, record: logging.LogRecord) -> str:
        """One line."""
        linea: dict[str, object] = {
            "hora": dt.datetime.fromtimestamp(record.created, dt.UTC).isoformat(
                timespec="milliseconds"
            ),
            "nivel": record.levelname,
            "origen": record.name,
        }
        if isinstance(record.msg, BaseException):
            linea["error"] = type(record.msg).__name__
        elif record.name.startswith(_CON_TEXTO):
            linea["mensaje"] = record.getMessage().split("\n")[0]
        if record.exc_info and record.exc_info[0] is not None:
            linea["error"] = record.exc_info[0].__name__
            tramo = record.exc_info[2]
            while tramo is not None and tramo.tb_next is not None:
                tramo = tramo.tb_next
            if tramo is not None:
                codigo = tramo.tb_frame.f_code
                linea["lugar"] = f"{codigo.co_filename}:{tramo.tb_lineno} {codigo.co_name}"
        for campo in CAMPOS:
            if (valor := getattr(record, campo, None)) is not None:
                linea[campo] = valor
        return json.dumps(linea, ensure_ascii=False)


def configurar(nivel: str = "INFO") -> None:
    """Send every record of the process to standard error as JSON."""
    salida = logging.StreamHandler(sys.stderr)
    salida.setFormatter(EnJson())
    raiz = logging.getLogger()
    raiz.handlers[:] = [salida]
    raiz.setLevel(nivel)
    # One line a request is written by ours; xlwings' own line for each call would repeat it.
    logging.getLogger("xlwings_server").setLevel(logging.WARNING)
    logging.getLogger("uvicorn.access").setLevel(logging.WARNING)
