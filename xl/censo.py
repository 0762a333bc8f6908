"""Insurance status of a census sample, from file to files."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from pymodel import entidades
from pymodel.cobertura import imputacion
from pymodel.cobertura.columnas import CONYUGE, JEFE, PERSONAS
from xl.por_partes import Resumen, procesar

if TYPE_CHECKING:
    import polars as pl


def imputar_archivo(
    entrada: Path, salida: Path, *, avance: Callable[[float], None] = lambda _: None
) -> tuple[Resumen, pl.DataFrame]:
    """Impute the insurance status of every person of a file.

    Parameters
    ----------
    entrada, salida : Path      Persons, .csv, .txt or .parquet. Next to `salida`,
                                ``<salida>_hogares`` (same kind; incompleto is 1 where a person
                                was rejected) and ``<salida>_entidades.csv``.
    avance : callable           Receives the fraction done, from 0 to 1.

    Returns
    -------
    Resumen
    DataFrame (polars)          Totals of each state and of the country, expanded: entidad, nombre
                                and the columns of :func:`pymodel.cobertura.imputacion.por_entidad`.
    """
    import polars as pl

    totales: list[pl.DataFrame] = []
    sin_sexo = 0

    mermados = 0

    def trabajo(
        personas: pl.DataFrame, hasta_ahora: Resumen
    ) -> tuple[dict[str, pl.DataFrame], pl.DataFrame]:
        nonlocal sin_sexo, mermados
        hecho = imputacion.imputar(personas)
        mermado = pl.col("hogar").is_in(list(hasta_ahora.mermadas)).cast(pl.Int8)
        hogares = hecho.hogares.with_columns(mermado.alias("incompleto"))
        mermados += int(hogares["incompleto"].sum())
        pareja = pl.col("parentesco").is_in([JEFE, CONYUGE])
        sin_sexo += hecho.personas.filter(pareja & pl.col("sexo").is_null()).height
        totales.append(imputacion.por_entidad(hecho.hogares))
        return {"personas": hecho.personas, "hogares": hogares}, hecho.malos

    salidas = {
        "personas": salida,
        "hogares": salida.with_name(f"{salida.stem}_hogares{salida.suffix}"),
    }
    resumen = procesar(entrada, salidas, PERSONAS, "hogar", trabajo, avance=avance)
    if mermados:
        resumen.avisos.append(
            f"{mermados:,} hogares sin alguno de sus integrantes, de renglón rechazado: su clase "
            "puede ser otra (columna incompleto); de las líneas rotas no se sabe el hogar"
        )
    if sin_sexo:
        resumen.avisos.append(
            f"{sin_sexo:,} jefes o cónyuges sin sexo: en las reglas de pareja se toman como mujer, "
            "sin las condiciones que la ley pone al esposo"
        )
    cuadro = _cuadro(pl.concat(totales)) if totales else pl.DataFrame()
    if totales:
        ruta = salida.with_name(f"{salida.stem}_entidades.csv")
        cuadro.write_csv(ruta, include_bom=True)
        resumen.salidas.append(ruta)
    return resumen, cuadro


def _cuadro(partes: pl.DataFrame) -> pl.DataFrame:
    """Add up the pieces, name the states, put the country at the end."""
    import polars as pl

    suma = partes.group_by("entidad").agg(pl.all().sum()).sort("entidad")
    nombres = [entidades.nombre(f"{e:02d}") for e in suma["entidad"]]
    pais = suma.select(
        pl.lit(None, dtype=suma.schema["entidad"]).alias("entidad"), pl.exclude("entidad").sum()
    )
    return pl.concat(
        [
            suma.insert_column(1, pl.Series("nombre", nombres)),
            pais.insert_column(1, pl.Series("nombre", ["Nacional"])),
        ]
    )
