"""The 32 states: one key for each, whatever way a sheet writes it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Any

import numpy as np
import pandas as pd

from pymodel import datos
from pymodel.datos._csv import normalizar, parecidos
from pymodel.errores import DatoInvalido, Descripcion

_ESPERADA = "una entidad federativa (nombre, abreviatura o clave del INEGI de 1 a 32)"
_COLUMNAS = (
    "entidad",
    "nombre_oficial",
    "abreviatura",
    "abrev_sps2006",
    "clave_curp",
    "clave_sat",
)
_TOTALES = frozenset({"nacional", "total", "total_nacional", "suma", "mexico_nacional"})


@cache
def catalogo() -> pd.DataFrame:
    """Return the 32 states, in the order of their INEGI key.

    Returns
    -------
    DataFrame
        cve_ent ("01" to "32"), entidad (usual name in 2004-2010), nombre_oficial, abreviatura
        (INEGI), clave_curp, otras_escrituras, fuente, nota, abrev_sps2006, clave_sat. Shared:
        do not write on it.

    References
    ----------
    ``pymodel/datos/referencia/entidades.csv`` and ``poblacion_entidades.csv``.
    """
    claves = datos.serie("poblacion_entidades")[["cve_ent", "abrev_sps2006", "clave_sat"]]
    return datos.serie("entidades").merge(claves, on="cve_ent", validate="one_to_one")


def clave(valor: Any, donde: str = "entidad") -> str:
    """INEGI key of a state.

    Parameters
    ----------
    valor : str, int or float
        Name in any usual spelling (case, accents, dots and spaces do not matter), official
        abbreviation, key of the INEGI (1 to 32, number or text), CURP, SAT or ISO 3166-2.
    donde : str
        Where the value stands, for the error ("entidades, fila 3").

    Returns
    -------
    str
        "01" to "32".

    Raises
    ------
    DatoInvalido
        Not a state; a national total is refused by name. The message suggests what is close.

    Notes
    -----
    "México" alone is the state of México; "Ciudad de México", "CDMX" and "Distrito Federal" are
    the same state.
    """
    if isinstance(valor, str):
        plegada = _plegar(valor)
        encontrada = _escrituras().get(plegada)
        if encontrada is not None:
            return encontrada
        if normalizar(valor) in _TOTALES:
            raise DatoInvalido(donde, valor, f"{_ESPERADA}; el total lo calcula la función")
        cerca = parecidos(valor, catalogo()["entidad"]) if plegada else ""
        raise DatoInvalido(donde, valor, _ESPERADA + (f"; ¿quizá {cerca}?" if cerca else ""))
    es_numero = isinstance(valor, int | float | np.integer | np.floating) and not isinstance(
        valor, bool
    )
    if es_numero and valor == valor and 1 <= valor <= 32 and valor == int(valor):
        return f"{int(valor):02d}"
    raise DatoInvalido(donde, valor, _ESPERADA)


def claves(valores: Sequence[Any], lugares: Sequence[str]) -> list[str]:
    """INEGI keys of a column of states, none of them twice.

    Parameters
    ----------
    valores : sequence (n,)     As :func:`clave` takes them.
    lugares : sequence (n,)     Where each stands ("entidades, fila 3").

    Raises
    ------
    DatoInvalido    An unknown state, or one that was already there; both name the row.
    """
    vistas: dict[str, str] = {}
    for valor, lugar in zip(valores, lugares, strict=True):
        encontrada = clave(valor, lugar)
        if encontrada in vistas:
            raise DatoInvalido(
                lugar,
                Descripcion(f"{nombre(encontrada)} otra vez (ya está en {vistas[encontrada]})"),
                "cada entidad una sola vez",
            )
        vistas[encontrada] = lugar
    return list(vistas)


def nombre(cve_ent: str) -> str:
    """Usual name of a state by its key: "09" is "Distrito Federal"."""
    return _nombres()[cve_ent]


@cache
def _nombres() -> dict[str, str]:
    return dict(zip(catalogo()["cve_ent"], catalogo()["entidad"], strict=True))


@cache
def _escrituras() -> dict[str, str]:
    """Folded spelling -> key."""
    resultado: dict[str, str] = {}
    for fila in catalogo().fillna("").to_dict("records"):
        cve = str(fila["cve_ent"])
        for escritura in (
            cve,
            cve.lstrip("0"),
            *(str(fila[c]) for c in _COLUMNAS),
            f"MX-{fila['clave_sat']}",
            *(e for e in str(fila["otras_escrituras"]).split(";") if e),
        ):
            otra = resultado.setdefault(_plegar(escritura), cve)
            if otra != cve:
                raise DatoInvalido(
                    "entidades.csv", escritura, f"una escritura que no sea también de {otra}"
                )
    return resultado


def _plegar(texto: str) -> str:
    """Letters and figures only: "Q. Roo", "Q Roo" and "QROO" are one spelling."""
    return re.sub("_", "", normalizar(texto))
