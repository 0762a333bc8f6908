"""Files with millions of rows: read by parts, checked, gathered by key, written; with rejects.

CSV (comma, semicolon or tab; UTF-8 or Windows-1252) or Parquet, by the ending of the name. A row
of a CSV is one line. The memory used does not depend on the size of the file: rows that can be used
go to temporary files, those of one household or family to the same one, and each of these is worked
on apart.
"""

from __future__ import annotations

import csv
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pymodel.errores import DatoInvalido, Descripcion
from pymodel.microdatos import ERROR, RENGLON, Columna, revisar
from xl.archivos import MENSAJES, codificacion, de_trabajo, disco, inofensiva_tabla, revisar_rutas

if TYPE_CHECKING:
    import polars as pl

BLOQUE = 16 << 20
"""Bytes of text read at a time."""
RENGLONES = 400_000
"""Rows of Parquet read at a time."""
POR_GRUPO = 1_500_000
"""Rows worked on at a time, more or less."""

_PARQUET = ".parquet"
_BYTES_POR_RENGLON = 30
_LECTURA = 0.6  # of the work, to tell the progress


@dataclass
class Resumen:
    """What was done: files written, rows used and rejected, the first messages, warnings."""

    salidas: list[Path]
    rechazos: Path | None = None
    usados: int = 0
    rechazados: int = 0
    mensajes: list[str] = field(default_factory=list)
    avisos: list[str] = field(default_factory=list)
    """What the user must know of the rows that were used."""
    mermadas: set[str] = field(default_factory=set)
    """Keys that lost a row, of those rows whose key could be read; complete before any work."""


Trabajo = Callable[["pl.DataFrame", Resumen], tuple[dict[str, "pl.DataFrame"], "pl.DataFrame"]]


def procesar(
    entrada: Path,
    salidas: dict[str, Path],
    columnas: tuple[Columna, ...],
    clave: str,
    trabajo: Trabajo,
    *,
    avance: Callable[[float], None] = lambda _: None,
) -> Resumen:
    """Read a file, work on its rows gathered by a key, write the results and the rejects.

    Parameters
    ----------
    entrada : Path              .csv, .txt or .parquet.
    salidas : {name: Path}      Files to write, .csv or .parquet; each takes the rows that `trabajo`
                                returns under its name. They replace what was there once all is
                                done. Rejects go to ``<first>_rechazos.csv``.
    columnas : tuple            The layout; other columns of the file are left out.
    clave : str                 Rows of one value of this column are worked on together.
    trabajo : callable          Takes checked rows, with RENGLON, and the summary so far; returns
                                tables by name, and the rows that cannot be used, with RENGLON and
                                ERROR.
    avance : callable           Receives the fraction done, from 0 to 1.

    Returns
    -------
    Resumen

    Raises
    ------
    DatoInvalido        File that cannot be read or written, missing or repeated column, no rows.

    Notes
    -----
    Results come in the order of the file while it makes one group (up to some 1.5 million rows);
    a larger one comes by groups, and the column RENGLON tells where each row was.
    """
    principal = next(iter(salidas.values()))
    for ruta in salidas.values():
        revisar_rutas(entrada, ruta)
    rechazos = principal.with_name(f"{principal.stem}_rechazos.csv")
    resumen = Resumen([])
    with disco(principal), ExitStack() as pila:
        carpeta = Path(pila.enter_context(de_trabajo(principal)))
        malos = Rechazos(carpeta / "rechazos.csv", resumen, pila)
        grupos = _repartir(entrada, columnas, clave, carpeta, malos, lambda x: avance(_LECTURA * x))
        escritores = {n: Escritor(carpeta / n, ruta) for n, ruta in salidas.items()}
        for i, grupo in enumerate(grupos, start=1):
            tablas, malas = trabajo(grupo, resumen)
            malos.escribir(malas)
            resumen.usados += grupo.height - malas.height
            for nombre, tabla in tablas.items():
                escritores[nombre].escribir(tabla)
            avance(_LECTURA + (1.0 - _LECTURA) * i / (len(grupos) + 1))
        if not resumen.usados + resumen.rechazados:
            raise DatoInvalido(entrada.name, Descripcion("un archivo sin renglones"), "renglones")
        # Of a file with no row that can be used there is nothing to write but the rejects.
        terminados = [(e.cerrar(), e.destino) for e in escritores.values() if e.partes]
        for hecho, destino in terminados:
            shutil.move(hecho, destino)
            resumen.salidas.append(destino)
        malos.cerrar(rechazos)
        avance(1.0)
    return resumen


class _Grupos:
    """Temporary files, each with all the rows of the keys that fell in it."""

    def __init__(self, carpeta: Path, cuantos: int) -> None:
        self.carpeta, self.cuantos = carpeta, cuantos
        self.partes: list[list[Path]] = [[] for _ in range(cuantos)]

    def __len__(self) -> int:
        return self.cuantos

    def __iter__(self) -> Iterator[pl.DataFrame]:
        import polars as pl

        for partes in self.partes:
            if partes:
                yield pl.read_parquet(partes).rechunk()
            for p in partes:
                p.unlink()

    def agregar(self, filas: pl.DataFrame, clave: str) -> None:
        """Put each row in the file of its key."""
        import polars as pl

        if self.cuantos == 1:
            trozos = {(0,): filas}
        else:
            destino = (pl.col(clave).hash(seed=0) % self.cuantos).alias("_grupo")
            trozos = filas.with_columns(destino).partition_by(
                "_grupo", as_dict=True, include_key=False
            )
        for (grupo,), trozo in trozos.items():
            ruta = self.carpeta / f"grupo_{grupo}_{len(self.partes[grupo])}.parquet"
            trozo.write_parquet(ruta, compression="lz4", statistics=False)
            self.partes[grupo].append(ruta)


def _repartir(
    entrada: Path,
    columnas: tuple[Columna, ...],
    clave: str,
    carpeta: Path,
    malos: Rechazos,
    avance: Callable[[float], None],
) -> _Grupos:
    with ExitStack() as pila:
        fuente = abrir(entrada, columnas, pila)
        grupos = _Grupos(carpeta, max(1, round(fuente.renglones_estimados / POR_GRUPO)))
        for crudas, rotas in fuente:
            buenas, malas = revisar(crudas, columnas)
            malos.escribir(rotas)
            malos.escribir(malas)
            malos.resumen.mermadas.update(malas[clave].drop_nulls().to_list())
            if buenas.height:
                grupos.agregar(buenas, clave)
            avance(fuente.avance())
    return grupos


# --- reading -------------------------------------------------------------------------------------


def abrir(ruta: Path, columnas: tuple[Columna, ...], pila: ExitStack) -> Texto | Parquet:
    """Open a file and check its header."""
    return (Parquet if ruta.suffix.lower() == _PARQUET else Texto)(ruta, columnas, pila)


def _encabezado(nombres: list[str], columnas: tuple[Columna, ...], archivo: str) -> list[str]:
    """Names of the file, folded; every column of the layout once."""
    from xl.contrato.entrada import plegar

    plegados = [plegar(n) for n in nombres]
    for c in columnas:
        veces = plegados.count(c.nombre)
        if veces > 1 or not (veces or c.opcional):
            raise DatoInvalido(
                f"{archivo}, encabezado",
                Descripcion(
                    f"{veces} columnas «{c.nombre}»"
                    if veces
                    else f"un encabezado sin la columna «{c.nombre}»"
                ),
                "las columnas " + ", ".join(x.nombre for x in columnas if not x.opcional),
            )
    return plegados


class Texto:
    """Blocks of a text file, one line a row; broken lines apart."""

    def __init__(self, ruta: Path, columnas: tuple[Columna, ...], pila: ExitStack) -> None:
        self.tamano = max(ruta.stat().st_size, 1)
        self.renglones_estimados = self.tamano / _BYTES_POR_RENGLON
        self.codificacion = codificacion(ruta)
        self.crudo = pila.enter_context(ruta.open("rb"))
        primera = self.crudo.readline().decode(self.codificacion).rstrip("\r\n")
        self.separador = max(",;\t", key=primera.count)
        nombres = next(csv.reader([primera], delimiter=self.separador), [])
        if not any(nombres):
            raise DatoInvalido(ruta.name, Descripcion("un archivo vacío"), "un encabezado")
        self.nombres = _encabezado(nombres, columnas, ruta.name)
        self.usadas = [c.nombre for c in columnas if c.nombre in self.nombres]
        self.leidas = 1

    def avance(self) -> float:
        """Fraction read."""
        return self.crudo.tell() / self.tamano

    def __iter__(self) -> Iterator[tuple[pl.DataFrame, pl.DataFrame]]:
        while bloque := self.crudo.read(BLOQUE):
            bloque += self.crudo.readline()  # to the end of a line
            texto = bloque.decode("utf-8" if self.codificacion.startswith("utf") else "cp1252")
            yield self._bloque(texto)

    def _bloque(self, texto: str) -> tuple[pl.DataFrame, pl.DataFrame]:
        import polars as pl

        lineas = pl.Series("linea", [texto.removesuffix("\n")]).str.split("\n").explode()
        if "\r" in texto:
            lineas = lineas.str.strip_chars_end("\r")
        marco = lineas.to_frame().with_row_index(RENGLON, offset=self.leidas + 1)
        self.leidas += marco.height
        linea = pl.col("linea")
        marco = marco.filter(linea.str.strip_chars(f" {self.separador}") != "")
        celdas = linea.str.count_matches(self.separador, literal=True) + 1
        marco = marco.with_columns(
            celdas.cast(pl.Int32).alias("_celdas"),
            linea.str.contains('"', literal=True).alias("_comillas"),
        )
        con_comillas = marco["_comillas"].any()
        simples = marco.filter(~pl.col("_comillas")) if con_comillas else marco
        enteras = simples.filter(pl.col("_celdas") == len(self.nombres))
        rotas = simples.filter(pl.col("_celdas") != len(self.nombres))
        filas = self._columnas(enteras)
        if con_comillas:
            citadas, malas = self._con_comillas(marco.filter(pl.col("_comillas")))
            filas = pl.concat([filas, citadas]).sort(RENGLON)
            rotas = pl.concat([rotas, malas]).sort(RENGLON)
        mensaje = pl.format(
            "se encontró {} columnas; se esperaba {}, las del encabezado",
            "_celdas",
            pl.lit(len(self.nombres)),
        )
        return filas, rotas.select(RENGLON, mensaje.alias(ERROR))

    def _columnas(self, enteras: pl.DataFrame) -> pl.DataFrame:
        import polars as pl

        partes = pl.col("linea").str.splitn(self.separador, len(self.nombres))
        return enteras.select(RENGLON, partes.alias("_partes")).select(
            RENGLON,
            *(
                pl.col("_partes").struct.field(f"field_{self.nombres.index(n)}").alias(n)
                for n in self.usadas
            ),
        )

    def _con_comillas(self, marco: pl.DataFrame) -> tuple[pl.DataFrame, pl.DataFrame]:
        """Lines with quotes, one by one: a quote left open is a broken line."""
        import polars as pl

        filas: list[list[Any]] = []
        malas: list[bool] = []
        cuantas: list[int] = []
        for renglon, linea in zip(marco[RENGLON], marco["linea"], strict=True):
            celdas = next(csv.reader([linea], delimiter=self.separador), [])
            mala = linea.count('"') % 2 == 1 or len(celdas) != len(self.nombres)
            malas.append(mala)
            cuantas.append(len(celdas))
            if not mala:
                filas.append([renglon, *(celdas[self.nombres.index(n)] for n in self.usadas)])
        esquema = {RENGLON: marco.schema[RENGLON]} | dict.fromkeys(self.usadas, pl.String)
        contadas = marco.with_columns(pl.Series("_celdas", cuantas, dtype=pl.Int32))
        return pl.DataFrame(filas, schema=esquema, orient="row"), contadas.filter(pl.Series(malas))


class Parquet:
    """Blocks of a Parquet file, rows numbered from 1."""

    def __init__(self, ruta: Path, columnas: tuple[Columna, ...], pila: ExitStack) -> None:
        import polars as pl

        try:
            datos = pl.scan_parquet(ruta)
            nombres = datos.collect_schema().names()
            self.total = int(datos.select(pl.len()).collect().item())
        except (pl.exceptions.PolarsError, ValueError):
            raise DatoInvalido(
                ruta.name, Descripcion("un archivo que no es Parquet"), "un archivo Parquet"
            ) from None
        plegados = _encabezado(nombres, columnas, ruta.name)
        usadas = [c.nombre for c in columnas if c.nombre in plegados]
        self.datos = datos.select(pl.col(nombres[plegados.index(n)]).alias(n) for n in usadas)
        self.renglones_estimados = self.total
        self.leidos = 0

    def avance(self) -> float:
        """Fraction read."""
        return self.leidos / max(self.total, 1)

    def __iter__(self) -> Iterator[tuple[pl.DataFrame, pl.DataFrame]]:
        import polars as pl

        vacio = pl.DataFrame(schema={RENGLON: pl.UInt32, ERROR: pl.String})
        while self.leidos < self.total:
            lote = self.datos.slice(self.leidos, RENGLONES).collect()
            numerado = lote.with_row_index(RENGLON, offset=self.leidos + 1)
            self.leidos += lote.height
            yield numerado, vacio


# --- writing -------------------------------------------------------------------------------------


class Rechazos:
    """File with the number of each bad row and its reason."""

    def __init__(self, ruta: Path, resumen: Resumen, pila: ExitStack) -> None:
        self.resumen = resumen
        self.ruta = ruta
        self.archivo = pila.enter_context(ruta.open("w", encoding="utf-8-sig", newline=""))
        self.csv = csv.writer(self.archivo)
        self.csv.writerow([RENGLON, ERROR])

    def escribir(self, malas: pl.DataFrame) -> None:
        """Write rows with RENGLON and ERROR, and count them."""
        filas = malas.select(RENGLON, ERROR).rows()
        self.csv.writerows(filas)
        self.resumen.rechazados += len(filas)
        libres = max(MENSAJES - len(self.resumen.mensajes), 0)
        self.resumen.mensajes += [f"renglón {n}: {error}" for n, error in filas[:libres]]

    def cerrar(self, destino: Path) -> None:
        """Leave the file in its place if it has rows; remove the one of another time."""
        import polars as pl

        self.archivo.close()
        destino.unlink(missing_ok=True)
        if 1 < self.resumen.rechazados <= POR_GRUPO:  # more are left as they came
            ordenados = pl.read_csv(self.ruta, schema_overrides={ERROR: pl.String}).sort(RENGLON)
            ordenados.write_csv(self.ruta, include_bom=True)
        if self.resumen.rechazados:
            self.resumen.rechazos = Path(shutil.move(self.ruta, destino))


class Escritor:
    """A table written by parts, CSV or Parquet by the ending of its destination."""

    def __init__(self, base: Path, destino: Path) -> None:
        self.base, self.destino = base, destino
        self.partes: list[Path] = []

    def escribir(self, tabla: pl.DataFrame) -> None:
        """Add rows."""
        if self._es_parquet:
            parte = self.base.with_name(f"{self.base.name}_{len(self.partes):06d}.parquet")
            tabla.write_parquet(parte)
            self.partes.append(parte)
            return
        primera = not self.partes
        with self._csv.open("wb" if primera else "ab") as archivo:
            inofensiva_tabla(tabla).write_csv(archivo, include_header=primera, include_bom=primera)
        self.partes = [self._csv]

    def cerrar(self) -> Path:
        """Join the parts and tell where the file is."""
        import polars as pl

        if len(self.partes) == 1:
            return self.partes[0]
        entero = self.base.with_name(f"{self.base.name}.parquet")
        pl.scan_parquet(self.partes).sink_parquet(entero)
        return entero

    @property
    def _es_parquet(self) -> bool:
        return self.destino.suffix.lower() == _PARQUET

    @property
    def _csv(self) -> Path:
        return self.base.with_name(f"{self.base.name}.csv")
