"""The padrón in files: classification of its audit, and the sample to audit."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

import pandas as pd

from pymodel import entidades
from pymodel.errores import DatoInvalido, Descripcion
from pymodel.microdatos import revisar
from pymodel.padron import clasificacion, muestreo
from pymodel.padron.columnas import familias
from xl.archivos import de_trabajo, disco, inofensiva_tabla, revisar_rutas
from xl.por_partes import Rechazos, Resumen, abrir, procesar

if TYPE_CHECKING:
    import polars as pl


def clasificar_archivo(
    entrada: Path, salida: Path, *, avance: Callable[[float], None] = lambda _: None
) -> tuple[Resumen, pl.DataFrame]:
    """Classify every family of an audited padrón.

    Parameters
    ----------
    entrada, salida : Path      Families, .csv, .txt or .parquet. Next to `salida`,
                                ``<salida>_resumen.csv``.
    avance : callable           Receives the fraction done, from 0 to 1.

    Returns
    -------
    Resumen
    DataFrame (polars)          entidad, hogar, caso, regimen, familias, expandidas; codes in words.
    """
    import polars as pl

    partes: list[pl.DataFrame] = []

    def trabajo(todas: pl.DataFrame, _: Resumen) -> tuple[dict[str, pl.DataFrame], pl.DataFrame]:
        hecho = clasificacion.clasificar(todas)
        partes.append(clasificacion.resumen(hecho.familias))
        return {"familias": hecho.familias}, hecho.malos

    resumen = procesar(entrada, {"familias": salida}, familias(), "familia", trabajo, avance=avance)
    cuadro = _en_palabras(pl.concat(partes)) if partes else pl.DataFrame()
    if partes:
        ruta = salida.with_name(f"{salida.stem}_resumen.csv")
        cuadro.write_csv(ruta, include_bom=True)
        resumen.salidas.append(ruta)
    return resumen, cuadro


def _en_palabras(partes: pl.DataFrame) -> pl.DataFrame:
    import polars as pl

    claves = ["entidad", "hogar", "caso", "regimen"]
    suma = partes.group_by(claves).agg(pl.all().sum()).sort(claves)
    nombres = {int(c): entidades.nombre(f"{c:02d}") for c in suma["entidad"].unique()}
    textos = {
        "entidad": nombres,
        "hogar": clasificacion.HOGARES,
        "caso": clasificacion.CASOS,
        "regimen": clasificacion.REGIMENES,
    }
    return suma.with_columns(
        pl.col(c).replace_strict(t, return_dtype=pl.String) for c, t in textos.items()
    )


_MARCO = ("familia", "entidad", "centro")


def muestrear_archivo(
    entrada: Path,
    salida: Path,
    semilla: int,
    diseno: muestreo.Diseno | None = None,
    *,
    avance: Callable[[float], None] = lambda _: None,
) -> tuple[Resumen, pd.DataFrame]:
    """Draw the sample of families to visit from a padrón.

    Parameters
    ----------
    entrada, salida : Path      The padrón (familia, entidad, centro), and the sample.
    semilla : int               The same seed and padrón give the same sample.
    diseno : Diseno             Sizes; by default those of 2006.
    avance : callable           Receives the fraction done, from 0 to 1.

    Returns
    -------
    Resumen
    DataFrame                   The sample, as :func:`pymodel.padron.muestreo.muestrear` returns it.

    Notes
    -----
    The rows go to a temporary file once; the frame of centres is counted from it, and only the
    families of the drawn centres are loaded.
    """
    import polars as pl

    revisar_rutas(entrada, salida)
    rechazos = salida.with_name(f"{salida.stem}_rechazos.csv")
    resumen = Resumen([])
    columnas = tuple(c for c in familias() if c.nombre in _MARCO)
    with disco(salida), ExitStack() as pila:
        carpeta = Path(pila.enter_context(de_trabajo(salida)))
        malos = Rechazos(carpeta / "rechazos.csv", resumen, pila)
        fuente = abrir(entrada, columnas, pila)
        partes: list[Path] = []
        for crudas, rotas in fuente:
            buenas, malas = revisar(crudas, columnas)
            malos.escribir(rotas)
            malos.escribir(malas)
            resumen.usados += buenas.height
            ruta = carpeta / f"{len(partes):06d}.parquet"
            buenas.select(_MARCO).write_parquet(ruta)
            partes.append(ruta)
            avance(0.8 * fuente.avance())
        if not resumen.usados:
            raise DatoInvalido(
                entrada.name, Descripcion("ninguna familia"), "familias con su clave"
            )
        padron = pl.scan_parquet(partes)
        centros = padron.group_by("entidad", "centro").agg(pl.len().alias("familias")).collect()

        def familias_de(elegidos: pd.DataFrame) -> pd.DataFrame:
            llaves = pl.LazyFrame(
                {c: elegidos[c].to_list() for c in ("entidad", "centro")},
                schema={"entidad": pl.Int8, "centro": pl.String},
            )
            suyas = padron.join(llaves, on=["entidad", "centro"], how="semi").collect()
            return pd.DataFrame({c: suyas[c].to_list() for c in _MARCO})

        marco = pd.DataFrame({c: centros[c].to_list() for c in centros.columns})
        muestra = muestreo.muestrear(marco, familias_de, semilla, diseno)
        avance(0.95)
        terminada = carpeta / salida.name
        escribir = pl.DataFrame({c: muestra[c].to_list() for c in muestra.columns})
        if salida.suffix.lower() == ".parquet":
            escribir.write_parquet(terminada)
        else:
            inofensiva_tabla(escribir).write_csv(terminada, include_bom=True)
        resumen.salidas.append(Path(shutil.move(terminada, salida)))
        malos.cerrar(rechazos)
        avance(1.0)
    return resumen, muestra
