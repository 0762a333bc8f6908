"""Audit of the padrón: what each listed family turned out to be when it was visited."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pymodel import datos
from pymodel.microdatos import ERROR, RENGLON
from pymodel.padron import columnas as c

if TYPE_CHECKING:
    import polars as pl

NO_VISITADA, SPS, NO_SPS, SIN_DOMICILIO, SIN_FAMILIA, SIN_RESPUESTA = range(6)
HOGARES = {
    NO_VISITADA: "no visitada",
    SPS: "hogar SPS",
    NO_SPS: "hogar no SPS",
    SIN_DOMICILIO: "domicilio no localizado",
    SIN_FAMILIA: "familia no localizada",
    SIN_RESPUESTA: "sin respuesta",
}
"""Classes of household, in the column ``hogar``."""

CASOS = {
    0: "no se coteja",
    11: "Caso 1, situación 1: iguales",
    12: "Caso 1, situación 2: más afiliados en el hogar",
    21: "Caso 2, situación 1: listados que dicen no estar afiliados",
    22: "Caso 2, situación 2: listados que no viven en el hogar",
    23: "Caso 2, las dos situaciones",
}
"""Comparison of the list with the home, in the column ``caso``; only in a hogar SPS."""

REGIMENES = {0: "sin decil", 1: "no contributivo", 2: "contributivo"}

_PRIMERO = "_primero"


class Clasificacion(NamedTuple):
    """Families with their class, and the rows that cannot be."""

    familias: pl.DataFrame
    """The families with hogar, caso and regimen."""
    malos: pl.DataFrame
    """RENGLON and ERROR of repeated families and of counts that do not add up."""


def clasificar(familias: pl.DataFrame) -> Clasificacion:
    """Classify the families of an audited padrón.

    Parameters
    ----------
    familias : DataFrame    RENGLON and the columns of :func:`pymodel.padron.columnas.familias`,
                            checked; all the rows of a family.

    Returns
    -------
    Clasificacion
        familias: the same rows and hogar (:data:`HOGARES`), caso (:data:`CASOS`) and regimen
        (:data:`REGIMENES`). malos: the second and later rows of a family, and complete interviews
        where afiliados + no_afiliados + ausentes is not listados.

    Notes
    -----
    Complete interview (01): hogar SPS if at least one listed person reports being affiliated,
    hogar no SPS if none; if no listed person lives there, familia no localizada. Inferred by us,
    because the report does not say which code goes where: 10 and 11, domicilio no localizado; 07
    and 08 (empty, temporary use), familia no localizada; the rest, no answer. The report shares
    the Caso 2 between its two situations as if no home had both: here they are a code apart.

    Régimen: deciles I and II are no contributivo.

    References
    ----------
    SPS 2006, L6003 (régimen), L6092-6098 and figura 1 (L6112-6194), L6212-6262 (results), Anexo B
    L8161-8175 (codes).
    """
    import polars as pl

    resultado = pl.col("resultado")
    completa = (resultado == c.COMPLETA).fill_null(False)
    vistos = [pl.col(n).fill_null(0) for n in ("afiliados", "no_afiliados", "ausentes")]
    afiliados, no_afiliados, ausentes = vistos
    listados, otros = pl.col("listados"), pl.col("otros_afiliados").fill_null(0)
    # Int16: three counts of up to 99 do not fit in the Int8 of each.
    suma = sum((v.cast(pl.Int16) for v in vistos), start=pl.lit(0, dtype=pl.Int16))
    primero = pl.col(RENGLON).min().over("familia")
    marcadas = familias.lazy().with_columns(primero.alias(_PRIMERO))
    repetida = pl.col(RENGLON) != pl.col(_PRIMERO)
    no_suma = completa & (suma != listados)

    sps = completa & (afiliados > 0)
    hogar = (
        pl.when(resultado.is_null())
        .then(NO_VISITADA)
        .when(sps)
        .then(SPS)
        .when(completa & (ausentes == listados))
        .then(SIN_FAMILIA)
        .when(completa)
        .then(NO_SPS)
        .when(resultado.is_in([c.DOMICILIO_NO_LOCALIZADO, c.VIVIENDA_NO_LOCALIZADA]))
        .then(SIN_DOMICILIO)
        .when(resultado.is_in([c.DESHABITADA, c.USO_TEMPORAL]))
        .then(SIN_FAMILIA)
        .otherwise(SIN_RESPUESTA)
    )
    caso = (
        pl.when(~sps)
        .then(0)
        .when((no_afiliados > 0) & (ausentes > 0))
        .then(23)
        .when(no_afiliados > 0)
        .then(21)
        .when(ausentes > 0)
        .then(22)
        .when(otros > 0)
        .then(12)
        .otherwise(11)
    )
    tope = int(datos.parametro("sps_deciles_exentos", documento="lgs"))
    decil = pl.col("decil")
    regimen = pl.when(decil.is_null()).then(0).when(decil <= tope).then(1).otherwise(2)
    buenas = (
        marcadas.filter(~repetida & ~no_suma)
        .drop(_PRIMERO)
        .with_columns(
            hogar.cast(pl.Int8).alias("hogar"),
            caso.cast(pl.Int8).alias("caso"),
            regimen.cast(pl.Int8).alias("regimen"),
        )
    )
    malas = marcadas.filter(repetida | no_suma).select(
        RENGLON,
        pl.when(repetida)
        .then(
            pl.format(
                "familia: se encontró «{}» otra vez; se esperaba una sola (está en el renglón {})",
                "familia",
                _PRIMERO,
            )
        )
        .otherwise(
            pl.format(
                "afiliados, no_afiliados y ausentes: se encontró que suman {}; se esperaba {}, "
                "los listados",
                suma,
                listados,
            )
        )
        .alias(ERROR),
    )
    return Clasificacion(*pl.collect_all([buenas, malas]))


def resumen(familias: pl.DataFrame) -> pl.DataFrame:
    """Families of each state, class of household and case.

    Parameters
    ----------
    familias : DataFrame    As :func:`clasificar` returns them.

    Returns
    -------
    DataFrame   entidad, hogar, caso, regimen, familias (rows), expandidas (sum of factor; rows
                where there is none). Pieces of a file may be added.
    """
    import polars as pl

    return (
        familias.lazy()
        .group_by("entidad", "hogar", "caso", "regimen")
        .agg(
            pl.len().cast(pl.Int64).alias("familias"),
            pl.col("factor").fill_null(1.0).sum().alias("expandidas"),
        )
        .sort("entidad", "hogar", "caso", "regimen")
        .collect()
    )
