"""Portfolios in files: read by parts, computed, written; bad rows to a file of their own.

CSV (comma, semicolon or tab; UTF-8 or Windows-1252) or Parquet, by the ending of the name. The
memory used does not depend on the size of the file.
"""

from __future__ import annotations

import codecs
import csv
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Any

import pandas as pd

from pymodel import rentas
from pymodel.errores import DatoInvalido, Descripcion
from pymodel.rentas import Opciones
from pymodel.rentas.cartera import RESULTADOS
from xl.archivos import (
    MENSAJES,
    PARQUET,
    codificacion,
    de_trabajo,
    disco,
    inofensiva,
    revisar_rutas,
)

RENGLONES = 20_000
"""Rows computed at a time."""

Renglon = tuple[int, list[Any]]


@dataclass
class Resumen:
    """What was done: files written, rows computed and rejected, the first messages."""

    salida: Path
    rechazos: Path | None = None
    calculados: int = 0
    rechazados: int = 0
    mensajes: list[str] = field(default_factory=list)


def valuar_archivo(
    entrada: Path,
    salida: Path,
    bases: Any = "1997",
    tasa: float = 0.035,
    opciones: Opciones = Opciones(),  # noqa: B008
    *,
    avance: Callable[[float], None] = lambda _: None,
) -> Resumen:
    """Compute every case of a file into another; bad rows go to ``<salida>_rechazos.csv``.

    Parameters
    ----------
    entrada, salida : Path      .csv, .txt or .parquet; the output replaces what was there once it
                                is complete.
    bases, tasa, opciones       Of the rows that have none of their own; see
                                :func:`pymodel.rentas.valuar_cartera`.
    avance : callable           Receives the fraction done, from 0 to 1.

    Returns
    -------
    Resumen

    Raises
    ------
    DatoInvalido        File that cannot be read or written, unknown ending, bad header, no rows.
    """
    revisar_rutas(entrada, salida)
    rechazos = salida.with_name(f"{salida.stem}_rechazos.csv")
    resumen = Resumen(salida)
    with disco(salida), ExitStack() as pila:
        carpeta = Path(pila.enter_context(de_trabajo(salida)))
        fuente = (_Parquet if entrada.suffix.lower() in PARQUET else _Texto)(entrada, pila)
        escritor = _EscritorParquet if salida.suffix.lower() in PARQUET else _EscritorTexto
        buenos = escritor(carpeta / "salida", [*fuente.encabezado, *RESULTADOS], fuente, pila)
        malos = _EscritorTexto(
            carpeta / "rechazos", ["fila", "error", *fuente.encabezado], fuente, pila
        )
        renglones = iter(fuente)
        while lote := list(islice(renglones, RENGLONES)):
            _valuar(lote, fuente, buenos, malos, resumen, (bases, tasa, opciones))
            avance(fuente.avance())
        if not resumen.calculados + resumen.rechazados:
            raise DatoInvalido(
                entrada.name, Descripcion("un archivo sin renglones"), "un caso por renglón"
            )
        buenos.cerrar().replace(salida)
        rechazos.unlink(missing_ok=True)
        if resumen.rechazados:
            resumen.rechazos = malos.cerrar().replace(rechazos)
    return resumen


def _valuar(
    lote: list[Renglon],
    fuente: _Fuente,
    buenos: _Escritor,
    malos: _EscritorTexto,
    resumen: Resumen,
    supuestos: tuple[Any, float, Opciones],
) -> None:
    ancho = len(fuente.encabezado)
    errores = {
        fila: f"fila {fila}: se encontró {len(c)} columnas; se esperaba {ancho}, las del encabezado"
        for fila, c in lote
        if len(c) != ancho
    }
    enteros = [(fila, celdas) for fila, celdas in lote if fila not in errores]
    if enteros:
        tabla = pd.DataFrame(
            [celdas for _, celdas in enteros],
            columns=fuente.encabezado,
            index=[fila for fila, _ in enteros],
            dtype=object,
        )
        valuada = rentas.valuar_cartera(tabla, *supuestos, numeros_como_texto=fuente.es_texto)
        errores |= {enteros[i][0]: mensaje for i, mensaje in valuada.errores.items()}
        buenos.escribir(
            [c for fila, c in enteros if fila not in errores],
            [r[:-1] for i, r in enumerate(valuada.como_celdas()) if i not in valuada.errores],
        )
    rechazados = [(fila, celdas) for fila, celdas in lote if fila in errores]
    malos.escribir([[fila, errores[fila]] for fila, _ in rechazados], [c for _, c in rechazados])
    resumen.calculados += len(lote) - len(rechazados)
    resumen.rechazados += len(rechazados)
    libres = MENSAJES - len(resumen.mensajes)
    resumen.mensajes += [errores[fila] for fila, _ in rechazados[:libres]]


# --- reading -------------------------------------------------------------------------------------


class _Texto:
    """Rows of a text file; the number of a row is its line."""

    es_texto = True

    def __init__(self, ruta: Path, pila: ExitStack) -> None:
        self.tamano = max(ruta.stat().st_size, 1)
        self.crudo = pila.enter_context(ruta.open("rb"))
        lector = codecs.getreader(codificacion(ruta))(self.crudo)
        primera = lector.readline()
        separador = max(",;\t", key=primera.count)
        (self.encabezado,) = csv.reader([primera], delimiter=separador)
        self.renglones = csv.reader(lector, delimiter=separador)
        if not any(self.encabezado):
            raise DatoInvalido(ruta.name, Descripcion("un archivo vacío"), "un encabezado")

    def __iter__(self) -> Iterator[Renglon]:
        for celdas in self.renglones:
            if any(celdas):
                yield self.renglones.line_num + 1, celdas

    def avance(self) -> float:
        """Fraction read."""
        return self.crudo.tell() / self.tamano


class _Parquet:
    """Rows of a Parquet file, numbered from 1."""

    es_texto = False

    def __init__(self, ruta: Path, pila: ExitStack) -> None:
        import polars as pl

        try:
            self.datos = pl.scan_parquet(ruta)
            self.esquema = dict(self.datos.collect_schema())
            self.total = int(self.datos.select(pl.len()).collect().item())
        except (pl.exceptions.PolarsError, ValueError):
            raise DatoInvalido(
                ruta.name, Descripcion("un archivo que no es Parquet"), "un archivo Parquet"
            ) from None
        self.encabezado = list(self.esquema)
        self.leidos = 0

    def __iter__(self) -> Iterator[Renglon]:
        while self.leidos < self.total:
            lote = self.datos.slice(self.leidos, RENGLONES).collect()
            primera = self.leidos + 1
            self.leidos += len(lote)
            for i, celdas in enumerate(lote.iter_rows(), start=primera):
                yield i, list(celdas)

    def avance(self) -> float:
        """Fraction read."""
        return self.leidos / max(self.total, 1)


_Fuente = _Texto | _Parquet


# --- writing -------------------------------------------------------------------------------------


class _EscritorTexto:
    """A CSV file, UTF-8 with mark so that Excel reads its accents."""

    def __init__(self, ruta: Path, encabezado: list[str], fuente: _Fuente, pila: ExitStack) -> None:
        self.ruta = ruta
        self.archivo = pila.enter_context(ruta.open("w", encoding="utf-8-sig", newline=""))
        self.csv = csv.writer(self.archivo)
        self.csv.writerow(map(inofensiva, encabezado))

    def escribir(self, izquierda: list[list[Any]], derecha: list[list[Any]]) -> None:
        """Rows, each in two pieces."""
        self.csv.writerows(
            map(inofensiva, [*a, *b]) for a, b in zip(izquierda, derecha, strict=True)
        )

    def cerrar(self) -> Path:
        """End the file and tell where it is."""
        self.archivo.close()
        return self.ruta


class _EscritorParquet:
    """A Parquet file: a part for each block of rows, joined at the end."""

    def __init__(self, ruta: Path, encabezado: list[str], fuente: _Fuente, pila: ExitStack) -> None:
        import polars as pl

        self.ruta = ruta
        tipos: dict[str, Any] = dict.fromkeys(encabezado, pl.String)
        if isinstance(fuente, _Parquet):
            tipos |= fuente.esquema
        self.esquema = tipos | dict.fromkeys(RESULTADOS, pl.Float64)
        self.partes: list[Path] = []
        self._parte([])

    def escribir(self, izquierda: list[list[Any]], derecha: list[list[Any]]) -> None:
        """Rows, each in two pieces; in the second, text is a figure that there is not."""
        self._parte(
            [
                [*a, *(None if isinstance(x, str) else x for x in b)]
                for a, b in zip(izquierda, derecha, strict=True)
            ]
        )

    def _parte(self, filas: list[list[Any]]) -> None:
        import polars as pl

        ruta = self.ruta.with_name(f"parte_{len(self.partes):06d}.parquet")
        marco: pl.DataFrame = pl.DataFrame(filas, schema=self.esquema, orient="row")
        marco.write_parquet(ruta)
        self.partes.append(ruta)

    def cerrar(self) -> Path:
        """Join the parts and tell where the file is."""
        import polars as pl

        pl.scan_parquet(self.partes).sink_parquet(self.ruta)
        return self.ruta


_Escritor = _EscritorTexto | _EscritorParquet
