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

    leidas, fallas = [], []
    for c in columnas:
        if c.nombre not in datos.columns:
            leidas.append(pl.lit(None, dtype=c.tipo).alias(c.nombre))
            continue
        cruda = pl.col(c.nombre)
        if datos.schema[c.nombre] == pl.String:
            cruda = cruda.str.strip_chars()
            vacia = cruda.is_null() | (cruda == "")
        else:
            vacia = cruda.is_null()
        leida = _leer(cruda, c, datos[c.nombre])
        valida = leida.is_not_null() if c.texto else _valida(leida, c)
        mala = vacia if c.texto else ~valida.fill_null(False)
        if c.admite_vacio:
            mala = mala & ~vacia
        leidas.append(leida.alias(c.nombre))
        encontrado = (
            pl.when(vacia)
            .then(pl.lit("una celda vacía"))
            .otherwise(pl.concat_str(pl.lit("«"), cruda.cast(pl.String).fill_null(""), pl.lit("»")))
        )
        mensaje = pl.concat_str(
            pl.lit(f"{c.nombre}: se encontró "), encontrado, pl.lit(f"; se esperaba {c.esperado}")
        )
        fallas.append((c.nombre, mala, mensaje))
    marcadas = datos.with_columns(mala.alias(f"_{n}") for n, mala, _ in fallas)
    alguna = marcadas.select(pl.any_horizontal(f"_{n}" for n, _, _ in fallas)).to_series()
    enteras = datos.filter(~alguna) if alguna.any() else datos
    buenos = enteras.select(RENGLON, *leidas)
    malas = marcadas.filter(alguna)
    primera = pl.coalesce(pl.when(f"_{n}").then(mensaje) for n, _, mensaje in fallas)
    claves = [pl.col(c.nombre).cast(pl.String) for c in columnas if c.texto]
    return buenos, malas.select(RENGLON, primera.alias(ERROR), *claves)


def entidad(escrita: Any) -> int | None:
    """Return the INEGI key of a state written in any usual way, or None if it is not one."""
    try:
        return int(entidades.clave(escrita))
    except DatoInvalido:
        return None


def _leer(cruda: pl.Expr, c: Columna, serie: pl.Series) -> pl.Expr:
    """The column in its type, null where it cannot be read."""
    import polars as pl

    if c.traducir:
        escritas = serie.unique().drop_nulls()
        codigos = pl.Series([c.traducir(e) for e in escritas.to_list()], dtype=c.tipo)
        return pl.col(c.nombre).replace_strict(escritas, codigos, default=None, return_dtype=c.tipo)
    if c.texto:
        return cruda.cast(pl.String)
    numero = cruda.cast(pl.Float64, strict=False)
    if c.decimal:
        return numero
    # Through the float so that 3.0 of another program reads as 3, and 3.5 as nothing.
    return pl.when(numero == numero.floor()).then(numero).cast(c.tipo, strict=False)


def _valida(leida: pl.Expr, c: Columna) -> pl.Expr:
    if c.decimal:
        return (leida > 0) & leida.is_finite()
    if c.codigos:
        return leida.is_in(list(c.codigos))
    dentro = leida.is_between(c.minimo, c.maximo)
    return dentro | leida.is_in(list(c.admite)) if c.admite else dentro
