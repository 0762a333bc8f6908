"""What the jobs on files share: which files they take, their encoding, the errors of the disk."""

from __future__ import annotations

import codecs
import re
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pymodel.errores import DatoInvalido, Descripcion

if TYPE_CHECKING:
    import polars as pl

TEXTO, PARQUET = (".csv", ".txt"), (".parquet",)

MENSAJES = 5
"""Messages of rejected rows that a summary keeps; the file of rejects has them all."""

# A text that Excel would run when it opens the CSV: it begins as a formula and is not a number.
_FORMULA = r"^[=+\-@\t\r]"
_NUMERO = r"^[+-]?[\d.,]+([eE][+-]?\d+)?%?$"
_numero = re.compile(_NUMERO)


def inofensiva(celda: Any) -> Any:
    """A cell for a CSV: a text of the data is never a formula (an apostrophe goes before it)."""
    if type(celda) is str and celda and celda[0] in "=+-@\t\r" and not _numero.match(celda):
        return "'" + celda
    return celda


def inofensiva_tabla(tabla: pl.DataFrame) -> pl.DataFrame:
    """:func:`inofensiva` over the columns of text."""
    import polars as pl
    from polars import selectors as cs

    texto = cs.string()
    es_formula = texto.str.contains(_FORMULA) & ~texto.str.contains(_NUMERO)
    return tabla.with_columns(pl.when(es_formula).then("'" + texto).otherwise(texto).name.keep())


def otro_tipo(ruta: Path) -> DatoInvalido:
    """The error of a name that does not end as the files that we read and write."""
    hallado = ruta.suffix or Descripcion("un nombre sin terminación")
    return DatoInvalido(str(ruta), hallado, "un archivo .csv, .txt o .parquet")


def revisar_rutas(entrada: Path, salida: Path) -> None:
    """Refuse files of another kind, an input that is not there, an output that is the input."""
    for ruta in (entrada, salida):
        if ruta.suffix.lower() not in TEXTO + PARQUET:
            raise otro_tipo(ruta)
    if not entrada.is_file():
        raise DatoInvalido(str(entrada), Descripcion("ningún archivo"), "el archivo de entrada")
    if salida.exists() and salida.samefile(entrada):
        raise DatoInvalido(str(salida), Descripcion("el mismo archivo"), "otro nombre de salida")
    if not salida.parent.is_dir():
        raise DatoInvalido(str(salida.parent), Descripcion("ninguna carpeta"), "una que exista")


def de_trabajo(salida: Path) -> tempfile.TemporaryDirectory[str]:
    """Folder of what is not finished, beside the output; what a job that was killed leaves."""
    return tempfile.TemporaryDirectory(prefix=f"{salida.stem}_sin_terminar_", dir=salida.parent)


def codificacion(ruta: Path) -> str:
    """UTF-8 if the whole file is; otherwise what Excel of Windows saves."""
    decodificador = codecs.getincrementaldecoder("utf-8")()
    with ruta.open("rb") as f:
        try:
            while parte := f.read(1 << 20):
                decodificador.decode(parte)
            decodificador.decode(b"", final=True)
        except UnicodeDecodeError:
            return "cp1252"
    return "utf-8-sig"


@contextmanager
def disco(salida: Path) -> Iterator[None]:
    """Tell what the disk refuses as any other mistake."""
    try:
        yield
    except OSError as error:
        raise DatoInvalido(
            str(error.filename or salida),
            Descripcion(error.strerror or str(error)),
            "un archivo que se pueda leer y una carpeta en la que se pueda escribir",
        ) from None
