"""Insurance status of every person of a census sample, and the class of every household.

One set-based query over the persons; nothing is done person by person. Polars is imported where
it is used, because importing it costs more than the rest of the model.
"""

from __future__ import annotations

from functools import reduce
from operator import or_
from typing import TYPE_CHECKING, NamedTuple

from pymodel import datos
from pymodel.cobertura import columnas as c
from pymodel.microdatos import ERROR, RENGLON

if TYPE_CHECKING:
    import polars as pl

TITULAR, DECLARA = 1, 2
REGLAS = {
    0: "no asegurado",
    TITULAR: "titular: declara derecho y trabaja, es pensionado o es jefe del hogar",
    DECLARA: "declara derecho, sin ser titular",
    11: "IMSS 1: esposa o concubina",
    12: "IMSS 2: esposo o concubinario dependiente",
    13: "IMSS 3: hijo menor de 16 años",
    14: "IMSS 4: hijo incapacitado, o estudiante hasta los 25 años",
    15: "IMSS: padre o madre que vive en el hogar",
    21: "ISSSTE 1: esposa o concubina",
    22: "ISSSTE 2: hijo menor de 18 años, dependiente",
    23: "ISSSTE 3: hijo soltero de 18 a 25 años que estudia y no trabaja",
    24: "ISSSTE 4: hijo mayor de 18 años incapacitado",
    25: "ISSSTE 5: esposo mayor de 55 años, o incapacitado y dependiente",
    26: "ISSSTE 6: ascendiente dependiente",
}
"""Why a person is insured, in the column ``regla``."""

TODOS, NINGUNO, JEFE_SI, JEFE_NO = 1, 2, 3, 4
CLASES = {
    TODOS: "todos asegurados",
    NINGUNO: "ninguno asegurado",
    JEFE_SI: "jefe asegurado, otros no",
    JEFE_NO: "jefe no asegurado, otros sí",
}
"""Classes of household, in the column ``clase``; 2 and 4 are subject to affiliation."""

_CONYUGE, _HIJO, _PADRES, _ABUELOS = "conyuge", "hijo", "padres", "abuelos"
# What a person is to an insured worker, from the kinship of both with the head. What the codes do
# not tell (the spouse or the children of a son or a brother) is not guessed.
_RELACIONES: dict[int, dict[str, tuple[int, ...]]] = {
    c.JEFE: {_CONYUGE: (c.CONYUGE,), _HIJO: (c.HIJO,), _PADRES: (c.PADRE,)},
    c.CONYUGE: {_CONYUGE: (c.JEFE,), _HIJO: (c.HIJO,), _PADRES: (c.SUEGRO,)},
    c.HIJO: {_PADRES: (c.JEFE, c.CONYUGE), _ABUELOS: (c.PADRE, c.SUEGRO)},
    c.PADRE: {_CONYUGE: (c.PADRE,), _HIJO: (c.JEFE, c.HERMANO)},
    c.SUEGRO: {_CONYUGE: (c.SUEGRO,), _HIJO: (c.CONYUGE,)},
    c.NIETO: {_ABUELOS: (c.JEFE, c.CONYUGE)},
    c.HERMANO: {_PADRES: (c.PADRE,)},
}
_CON_REGLAS = (c.IMSS, c.ISSSTE)

_TITULARES, _JEFES, _DISPARES = "_titulares", "_jefes", "_dispares"


class Imputacion(NamedTuple):
    """What comes out of a sample."""

    personas: pl.DataFrame
    """The persons with asegurado, regla, institucion and nucleo."""
    hogares: pl.DataFrame
    """hogar, entidad, factor, integrantes, asegurados, nucleo, clase, sujeto."""
    malos: pl.DataFrame
    """RENGLON and ERROR of the persons of households that do not hold together."""


def imputar(personas: pl.DataFrame) -> Imputacion:
    """Impute the insurance status of each person by the family rules of the IMSS and the ISSSTE.

    Parameters
    ----------
    personas : DataFrame
        RENGLON and the columns of :data:`pymodel.cobertura.columnas.PERSONAS`, checked; whole
        households.

    Returns
    -------
    Imputacion
        personas: the same rows and asegurado (0 or 1), regla (:data:`REGLAS`), institucion
        (declared or of the rule; 5 if none), nucleo (1 if in the family nucleus of the head).
        hogares: one row each; sujeto is 1 if the head is not insured. Households without exactly
        one head, or whose persons do not agree in state or factor, are in `malos` and nowhere
        else.

    Notes
    -----
    A person is insured who declares a right, or whom a rule makes a beneficiary of an insured
    worker or pensioner of the household. Stated by the report: the rules and their ages. Inferred
    by us, because the report does not print its algorithm:

    - A holder (titular) declares an institution and works, is a pensioner, or is the head. Only
      holders give rights to others.
    - Only the IMSS and the ISSSTE have rules in the report; other institutions cover whom
      declares them.
    - Dependent: neither works nor is a pensioner. Disabled: declares a disability or is unable to
      work, and does not work. Student: attends school, of whatever level.
    - Five years of life together, and freedom from marriage, are not in a census: whoever is
      declared the partner of the head is taken as such.
    - The husband of an insured woman of the ISSSTE: over 55, or disabled and dependent. Without
      the column `sexo` every spouse is taken as a wife.
    - Where rules of both institutions hold, the IMSS is named.
    - An unknown age (999) meets no condition of age.

    Family nucleus (LGS art. 77 Bis 4): head, spouse, their children under 18, minors of the
    household related by blood (grandchildren, siblings, other relatives), ascendants over 64 and
    dependent, single children who study up to 25, disabled dependent children. The rest of the
    household is outside; whether it makes other nuclei, the codes do not tell.

    References
    ----------
    No asegurados 2004, L41-72: variables L41, ISSSTE L45, IMSS L47, nucleus L55-61, classes L65-72.
    """
    import polars as pl

    marcadas = personas.lazy().with_columns(_bits().alias(_TITULARES))
    por_hogar = marcadas.group_by("hogar").agg(
        pl.col(_TITULARES).bitwise_or(),
        (pl.col("parentesco") == c.JEFE).sum().alias(_JEFES),
        (
            (pl.col("entidad").min() != pl.col("entidad").max())
            | (pl.col("factor").min() != pl.col("factor").max())
        ).alias(_DISPARES),
    )
    unidas = marcadas.drop(_TITULARES).join(por_hogar, on="hogar", maintain_order="left")
    sano = (pl.col(_JEFES) == 1) & ~pl.col(_DISPARES)
    regla = _regla()
    imputadas = (
        unidas.filter(sano)
        .with_columns(regla.alias("regla"))
        .with_columns(
            (pl.col("regla") > 0).cast(pl.Int8).alias("asegurado"),
            pl.when(pl.col("regla").is_between(11, 15))
            .then(c.IMSS)
            .when(pl.col("regla") > 20)
            .then(c.ISSSTE)
            .when(_declara())
            .then(pl.col("derechohabiencia"))
            .otherwise(c.NINGUNA)
            .cast(pl.Int8)
            .alias("institucion"),
            _nucleo().cast(pl.Int8).alias("nucleo"),
        )
        .drop(_TITULARES, _JEFES, _DISPARES)
    )
    malos = unidas.filter(~sano).select(
        RENGLON,
        pl.when(pl.col(_DISPARES))
        .then(pl.lit("entidades o factores distintos; se esperaba uno en todo el hogar"))
        .otherwise(pl.format("{} jefes; se esperaba uno", pl.col(_JEFES)))
        .alias(ERROR),
        "hogar",
    )
    con_regla, rechazadas = pl.collect_all([imputadas, malos])
    mensaje = pl.format("hogar «{}»: se encontró {}", pl.col("hogar"), pl.col(ERROR))
    return Imputacion(
        con_regla, hogares(con_regla), rechazadas.select(RENGLON, mensaje.alias(ERROR))
    )


def hogares(personas: pl.DataFrame) -> pl.DataFrame:
    """Classify the households of persons that :func:`imputar` returned.

    Parameters
    ----------
    personas : DataFrame    hogar, entidad, factor, parentesco, asegurado and nucleo.

    Returns
    -------
    DataFrame   hogar, entidad, factor, integrantes, asegurados, nucleo (members in the nucleus of
                the head), clase (:data:`CLASES`), sujeto (1: the head is not insured).

    References
    ----------
    No asegurados 2004, L65-72.
    """
    import polars as pl

    jefe = pl.col("parentesco") == c.JEFE
    todos, ninguno = pl.col("asegurados") == pl.col("integrantes"), pl.col("asegurados") == 0
    return (
        personas.lazy()
        .group_by("hogar", maintain_order=True)
        .agg(
            pl.col("entidad").first(),
            pl.col("factor").first(),
            pl.len().cast(pl.Int32).alias("integrantes"),
            pl.col("asegurado").cast(pl.Int32).sum().alias("asegurados"),
            pl.col("nucleo").cast(pl.Int32).sum(),
            (jefe & (pl.col("asegurado") == 0)).any().cast(pl.Int8).alias("sujeto"),
        )
        .with_columns(
            pl.when(todos)
            .then(TODOS)
            .when(ninguno)
            .then(NINGUNO)
            .when(pl.col("sujeto") == 0)
            .then(JEFE_SI)
            .otherwise(JEFE_NO)
            .cast(pl.Int8)
            .alias("clase")
        )
        .select(
            *("hogar", "entidad", "factor", "integrantes", "asegurados", "nucleo", "clase"),
            "sujeto",
        )
        .collect()
    )


def por_entidad(hogares: pl.DataFrame) -> pl.DataFrame:
    """Expand the households to totals of each state.

    Parameters
    ----------
    hogares : DataFrame     As :func:`hogares` returns them.

    Returns
    -------
    DataFrame   entidad, hogares, hogares_clase_1 to _4, hogares_sujetos, poblacion, asegurada,
                no_asegurada, no_asegurada_en_sujetos, en_nucleo. Expanded by the factor, not
                rounded; totals of pieces of a file may be added.
    """
    import polars as pl

    f = pl.col("factor")
    sin = pl.col("integrantes") - pl.col("asegurados")
    return (
        hogares.lazy()
        .group_by("entidad")
        .agg(
            f.sum().alias("hogares"),
            *(f.filter(pl.col("clase") == k).sum().alias(f"hogares_clase_{k}") for k in CLASES),
            f.filter(pl.col("sujeto") == 1).sum().alias("hogares_sujetos"),
            (f * pl.col("integrantes")).sum().alias("poblacion"),
            (f * pl.col("asegurados")).sum().alias("asegurada"),
            (f * sin).sum().alias("no_asegurada"),
            (f * sin).filter(pl.col("sujeto") == 1).sum().alias("no_asegurada_en_sujetos"),
            (f * pl.col("nucleo")).sum().alias("en_nucleo"),
        )
        .sort("entidad")
        .collect()
    )


# --- the rules ---------------------------------------------------------------------------------


def _declara() -> pl.Expr:
    import polars as pl

    return pl.col("derechohabiencia") < c.NINGUNA


def _titular() -> pl.Expr:
    import polars as pl

    activo = pl.col("actividad").is_in([c.TRABAJA, c.PENSIONADO]).fill_null(False)
    return _declara() & (activo | (pl.col("parentesco") == c.JEFE))


def _bits() -> pl.Expr:
    """One bit for each institution with rules and kinship of a holder."""
    import polars as pl

    con_reglas = _titular() & pl.col("derechohabiencia").is_in(list(_CON_REGLAS))
    lugar = (pl.col("derechohabiencia").cast(pl.Int32) - 1) * 8 + pl.col("parentesco") - 1
    potencia = pl.lit(2, dtype=pl.Int32).pow(lugar).cast(pl.Int32)
    con_parientes = con_reglas & (pl.col("parentesco") <= c.HERMANO)
    return pl.when(con_parientes).then(potencia).otherwise(0).cast(pl.Int32)


def _hay(institucion: int, parentesco: int) -> pl.Expr:
    import polars as pl

    bit = 1 << (8 * (institucion - 1) + parentesco - 1)
    return (pl.col(_TITULARES) & bit) != 0


def _es(relacion: str, institucion: int) -> pl.Expr:
    """The person is this to some holder of the institution in the household."""
    import polars as pl

    return reduce(
        or_,
        (
            _hay(institucion, titular) & pl.col("parentesco").is_in(list(parientes[relacion]))
            for titular, parientes in _RELACIONES.items()
            if relacion in parientes
        ),
    )


def _edad() -> pl.Expr:
    import polars as pl

    return pl.when(pl.col("edad") != c.EDAD_DESCONOCIDA).then(pl.col("edad"))


def _trabaja() -> pl.Expr:
    import polars as pl

    return (pl.col("actividad") == c.TRABAJA).fill_null(False)


def _dependiente() -> pl.Expr:
    import polars as pl

    return ~pl.col("actividad").is_in([c.TRABAJA, c.PENSIONADO]).fill_null(False)


def _incapacitado() -> pl.Expr:
    import polars as pl

    incapaz = (pl.col("actividad") == 6).fill_null(False)
    return ((pl.col("discapacidad") == c.SI) | incapaz) & ~_trabaja()


def _estudia() -> pl.Expr:
    import polars as pl

    return (pl.col("asistencia") == c.SI).fill_null(False)


def _soltero() -> pl.Expr:
    import polars as pl

    return (pl.col("estado_conyugal") == c.SOLTERO).fill_null(False)


def _ley(nombre: str, documento: str = "noaseg2004") -> int:
    return int(datos.parametro(nombre, documento=documento))


def _regla() -> pl.Expr:
    """Code of REGLAS of each person, in the order in which they are tried."""
    import polars as pl

    edad = _edad()
    esposo = (pl.col("sexo") == c.HOMBRE).fill_null(False)
    i, s = c.IMSS, c.ISSSTE
    estudiante = _estudia() & (edad <= _ley("imss_hijo_estudiante_edad_maxima"))
    mayor = edad >= _ley("issste_hijo_edad_limite")
    condiciones = {
        11: _es(_CONYUGE, i) & ~esposo,
        12: _es(_CONYUGE, i) & esposo & _dependiente(),
        13: _es(_HIJO, i) & (edad < _ley("imss_hijo_edad_limite")),
        14: _es(_HIJO, i) & (_incapacitado() | estudiante.fill_null(False)),
        15: _es(_PADRES, i),
        21: _es(_CONYUGE, s) & ~esposo,
        22: _es(_HIJO, s) & ~mayor & _dependiente(),
        23: _es(_HIJO, s)
        & mayor
        & (edad <= _ley("issste_hijo_estudiante_edad_maxima"))
        & _soltero()
        & _estudia()
        & ~_trabaja(),
        24: _es(_HIJO, s) & mayor & _incapacitado(),
        25: _es(_CONYUGE, s)
        & esposo
        & (
            (edad > _ley("issste_esposo_edad_minima")).fill_null(False)
            | (_incapacitado() & _dependiente())
        ),
        26: (_es(_PADRES, s) | _es(_ABUELOS, s)) & _dependiente(),
    }
    codigo = pl.when(_titular()).then(TITULAR).when(_declara()).then(DECLARA)
    for clave, condicion in condiciones.items():
        codigo = codigo.when(condicion.fill_null(False)).then(clave)
    return codigo.otherwise(0).cast(pl.Int8)


def _nucleo() -> pl.Expr:
    import polars as pl

    edad, parentesco = _edad(), pl.col("parentesco")
    menor = (edad < _ley("nucleo_hijo_edad_limite", "lgs")).fill_null(False)
    hijo = parentesco == c.HIJO
    estudiante = (
        (edad <= _ley("nucleo_estudiante_edad_maxima", "lgs")).fill_null(False)
        & _soltero()
        & _estudia()
    )
    anciano = (edad > _ley("nucleo_ascendiente_edad_minima", "lgs")).fill_null(False)
    return (
        parentesco.is_in([c.JEFE, c.CONYUGE])
        | (hijo & (menor | estudiante | (_incapacitado() & _dependiente())))
        | (parentesco.is_in([c.NIETO, c.HERMANO, c.OTRO_PARIENTE]) & menor)
        | (parentesco.is_in([c.PADRE, c.SUEGRO]) & anciano & _dependiente())
    )
