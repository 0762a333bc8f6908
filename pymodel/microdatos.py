"""Layout of files with a person or a family in each row, and the check of their rows.

Polars frames in, polars frames out: these files have millions of rows. Polars is imported where
it is used, because importing it costs more than the rest of the model.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from pymodel import entidades
from pymodel.errores import DatoInvalido

if TYPE_CHECKING:
    import polars as pl

RENGLON = "renglon"
"""Column that our readers add: line of a text file, row of a Parquet file."""
ERROR = "error"

MARCA_SINTETICA = "SINT"
"""How the keys of invented households and families begin, so that no one takes them for real."""


@dataclass(frozen=True)
class Columna:
    """One column of a file: what it holds, so that it is read, checked and documented from here.

    Parameters
    ----------
    nombre, ayuda : str             In Spanish.
    codigos : {int: str}            Codes and what they mean, if it holds codes.
    minimo, maximo : int, optional  Whole numbers between them, both included.
    admite : {int: str}             Codes outside the bounds that are accepted (999: not known).
    texto : bool                    A key: any text that is not empty.
    decimal : bool                  A number above zero, not necessarily whole.
    opcional : bool                 The file may lack it; then it is empty in every row.
    admite_vacio : bool             A row may leave it empty.
    """

    nombre: str
    ayuda: str
    codigos: Mapping[int, str] = field(default_factory=dict)
    minimo: int = 0
    maximo: int = 0
    admite: Mapping[int, str] = field(default_factory=dict)
    texto: bool = False
    decimal: bool = False
    opcional: bool = False
    admite_vacio: bool = False
    traducir: Callable[[Any], int | None] | None = None
    """Code of what is written, or None; for columns with few different values."""

    @property
    def esperado(self) -> str:
        """What a cell must hold, in Spanish."""
        if self.texto:
            return "una clave"
        if self.traducir:
            return self.ayuda[0].lower() + self.ayuda[1:].rstrip(".")
        if self.decimal:
            return "un número mayor que 0"
        if self.codigos:
            return "uno de los códigos " + ", ".join(map(str, self.codigos))
        otros = "".join(f", o {c}" for c in self.admite)
        return f"un entero de {self.minimo} a {self.maximo}{otros}"

    @property
    def tipo(self) -> pl.DataType | type[pl.DataType]:
        """Type of the column once checked."""
        import polars as pl

        if self.texto:
            return pl.String
        if self.decimal:
            return pl.Float64
        mayor = max([self.maximo, *self.codigos, *self.admite])
        return pl.Int8 if mayor < 128 else pl.Int16 if mayor < 32768 else pl.Int32


def revisar(
    datos: pl.DataFrame, columnas: tuple[Columna, ...]
) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Split rows into those that can be used, typed, and those that cannot, with the reason.

    Parameters
    ----------
    datos : DataFrame               :data:`RENGLON` and the columns of the file, as text or typed;
                                    optional ones may be missing, others are left out.
    columnas : tuple of Columna     The layout.

    Returns
    -------
    buenos : DataFrame      RENGLON and every column of the layout, in its order and type.
    malos : DataFrame       RENGLON, :data:`ERROR` (the first bad cell of the row, what was found
                            and what was expected, in Spanish) and the columns of text of the
                            layout, by which what the row belongs to is known.
    """
    import polars as pl

    leidas: list[pl.Series] = []
    malas: dict[str, pl.Series] = {}
    for c in columnas:
        if c.nombre not in datos.columns:
            leidas.append(pl.Series(c.nombre, [None], dtype=c.tipo).new_from_index(0, len(datos)))
            continue
        cruda = datos[c.nombre]
        leida = _leer(cruda, c).alias(c.nombre)
        mala = ~_valida(leida, c).fill_null(False)
        if c.admite_vacio and mala.any():
            mala = mala & ~_vacia(cruda)
        leidas.append(leida)
        malas[c.nombre] = mala
    alguna = pl.select(pl.any_horizontal(*malas.values())).to_series()
    buenos = pl.DataFrame([datos[RENGLON], *leidas])
    if not alguna.any():
        return buenos, _motivos(datos.clear(), {}, columnas)
    de_las_malas = {nombre: mala.filter(alguna) for nombre, mala in malas.items()}
    return buenos.filter(~alguna), _motivos(datos.filter(alguna), de_las_malas, columnas)


def _motivos(
    filas: pl.DataFrame, malas: dict[str, pl.Series], columnas: tuple[Columna, ...]
) -> pl.DataFrame:
    """RENGLON, ERROR and the keys of rows that each have a bad cell."""
    import polars as pl

    mensajes = []
    for c in columnas:
        if c.nombre not in malas:
            continue
        texto = pl.col(c.nombre).cast(pl.String).str.strip_chars()
        encontrado = (
            pl.when(_vacia(filas[c.nombre]))
            .then(pl.lit("una celda vacía"))
            .otherwise(pl.format("«{}»", texto.fill_null("")))
        )
        mensaje = pl.format(
            "{}: se encontró {}; se esperaba {}",
            pl.lit(c.nombre),
            encontrado,
            pl.lit(c.esperado),
        )
        mensajes.append(pl.when(malas[c.nombre]).then(mensaje))
    primero = pl.coalesce(mensajes) if mensajes else pl.lit(None, dtype=pl.String)
    claves = [pl.col(c.nombre).cast(pl.String).str.strip_chars() for c in columnas if c.texto]
    return filas.select(RENGLON, primero.alias(ERROR), *claves)


def entidad(escrita: Any) -> int | None:
    """Return the INEGI key of a state written in any usual way, or None if it is not one."""
    try:
        return int(entidades.clave(escrita))
    except DatoInvalido:
        return None


def _vacia(cruda: pl.Series) -> pl.Series:
    import polars as pl

    if cruda.dtype == pl.String:
        return cruda.is_null() | (cruda.str.strip_chars() == "")
    return cruda.is_null()


def _leer(cruda: pl.Series, c: Columna) -> pl.Series:
    """The column in its type, null where it cannot be read."""
    import polars as pl

    if c.traducir:
        escritas = cruda.unique().drop_nulls()
        codigos = pl.Series([c.traducir(e) for e in escritas.to_list()], dtype=c.tipo)
        return cruda.replace_strict(escritas, codigos, default=None, return_dtype=c.tipo)
    if c.texto:
        texto = cruda.cast(pl.String).str.strip_chars()
        return texto.set(texto == "", None)
    if not cruda.dtype.is_float():
        directa = cruda.cast(c.tipo, strict=False)
        # The common case, and the fast one: every cell is a number or is empty.
        vacias = int((cruda == "").sum()) if cruda.dtype == pl.String else 0
        if directa.null_count() == cruda.null_count() + vacias:
            return directa
    # Blanks around it, or a 3.0 of another program, which reads as 3; a 3.5 as nothing.
    texto = cruda.str.strip_chars() if cruda.dtype == pl.String else cruda
    numero = texto.cast(pl.Float64, strict=False)
    if c.decimal:
        return numero
    return numero.set(numero != numero.floor(), None).cast(c.tipo, strict=False)


def _valida(leida: pl.Series, c: Columna) -> pl.Series:
    if c.texto:
        return leida.is_not_null()
    if c.decimal:
        return (leida > 0) & leida.is_finite()
    if c.codigos:
        return leida.is_in(list(c.codigos))
    dentro = leida.is_between(c.minimo, c.maximo)
    return dentro | leida.is_in(list(c.admite)) if c.admite else dentro
