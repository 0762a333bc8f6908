"""Biometric tables: mortality by age and sex, school drop-out."""

from __future__ import annotations

from functools import cache

import numpy as np
import pandas as pd

from pymodel.datos._csv import RAIZ, Columna, leer_csv, normalizar, parecidos
from pymodel.errores import DatoInvalido

_CATALOGO = [
    Columna("nombre", admite_vacio=False),
    Columna("archivo", admite_vacio=False),
    Columna("tabla_oficial", admite_vacio=False),
    Columna("contenido", admite_vacio=False),
    Columna("unisex", admite_vacio=False),
    Columna("edad_inicial", "entero", admite_vacio=False),
    Columna("edad_final", "entero", admite_vacio=False),
    Columna("confirmada", admite_vacio=False),
    Columna("confianza", admite_vacio=False),
    Columna("fuente", admite_vacio=False),
    Columna("verificacion", admite_vacio=False),
    Columna("nota"),
]


def biometricas() -> pd.DataFrame:
    """Return the catalogue of biometric tables: name, official table, ages, trust, source."""
    return _catalogo().copy()


def biometrica(nombre: str, *, no_confirmadas: bool = False) -> pd.DataFrame:
    """Return one biometric table.

    Parameters
    ----------
    nombre : str
        "EMSSA-97", "EMSSI-97", "EMSSA-09", "EMSSA-15", "EMSSA-RCS-15", "EMSSI-IMSS-RCS-12" or
        "EMDE-IMSS-09". Case, accents and separators do not matter.
    no_confirmadas : bool
        Deliver a table of unknown origin too; only to compare.

    Returns
    -------
    DataFrame
        edad (int64, consecutive), hombres and mujeres (float64 in [0, 1]): yearly probability
        of death, or yearly drop-out rate for EMDE. A unisex table repeats its column.
        ``attrs`` holds nombre, tabla_oficial, contenido, unisex, confirmada, confianza, fuente,
        verificacion and nota.

    Raises
    ------
    DatoInvalido
        Unknown table, one of unknown origin that was not asked for as such, or a damaged file.
    """
    indice = {normalizar(n): i for i, n in enumerate(_catalogo()["nombre"])}
    clave = normalizar(nombre) if isinstance(nombre, str) else ""
    if clave not in indice:
        confirmadas = _catalogo().loc[_catalogo()["confirmada"] == "sí", "nombre"]
        cerca = parecidos(clave, confirmadas)
        raise DatoInvalido(
            "tabla biométrica",
            nombre,
            f"una de {', '.join(confirmadas)}" + (f"; ¿quizá {cerca}?" if cerca else ""),
        )
    df = _leer(indice[clave])
    if not df.attrs["confirmada"] and not no_confirmadas:
        raise DatoInvalido(
            "tabla biométrica",
            df.attrs["nombre"],
            f"una tabla de origen conocido; ésta no lo tiene: {df.attrs['verificacion']}",
        )
    return df.copy()


@cache
def _catalogo() -> pd.DataFrame:
    return leer_csv(RAIZ / "biometria" / "catalogo.csv", _CATALOGO)


@cache
def _leer(i: int) -> pd.DataFrame:
    ficha = _catalogo().iloc[i]
    ruta = RAIZ / "biometria" / ficha["archivo"]
    unisex = ficha["unisex"] == "sí"
    tasas = ["qx"] if unisex else ["hombres", "mujeres"]
    df = leer_csv(
        ruta,
        [
            Columna("edad", "entero", admite_vacio=False),
            *(Columna(c, "decimal", admite_vacio=False) for c in tasas),
        ],
    )
    edades = np.arange(ficha["edad_inicial"], ficha["edad_final"] + 1)
    if not np.array_equal(df["edad"], edades):
        raise DatoInvalido(
            f"{ruta.name}, columna «edad»",
            f"{len(df)} edades",
            f"las edades consecutivas de {edades[0]} a {edades[-1]}",
        )
    for columna in tasas:
        malas = ~df[columna].between(0, 1)
        if malas.any():
            fila = int(malas.to_numpy().argmax())
            raise DatoInvalido(
                f"{ruta.name}, fila {fila + 2}, columna «{columna}»",
                df[columna].iloc[fila],
                "una probabilidad entre 0 y 1",
            )
    if unisex:
        df = df.rename(columns={"qx": "hombres"}).assign(mujeres=lambda d: d["hombres"])
    df.attrs = {
        "nombre": ficha["nombre"],
        "tabla_oficial": ficha["tabla_oficial"],
        "contenido": ficha["contenido"],
        "unisex": unisex,
        "confirmada": ficha["confirmada"] == "sí",
        "confianza": ficha["confianza"],
        "fuente": ficha["fuente"],
        "verificacion": ficha["verificacion"],
        "nota": "" if pd.isna(ficha["nota"]) else ficha["nota"],
    }
    return df
