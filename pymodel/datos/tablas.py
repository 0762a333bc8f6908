"""The tables of the source documents and their catalogue."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

import pandas as pd

from pymodel.datos._csv import NUMERO, RAIZ, Columna, leer_csv, normalizar, parecidos
from pymodel.errores import DatoInvalido

_CLAVE = re.compile(r"0\d+\Z")

_CATALOGO = [
    Columna("documento", admite_vacio=False),
    Columna("id", admite_vacio=False),
    Columna("archivo"),
    Columna("titulo", admite_vacio=False),
    Columna("unidad", admite_vacio=False),
    Columna("informe", admite_vacio=False),
    Columna("primera_linea", "entero", admite_vacio=False),
    Columna("ultima_linea", "entero", admite_vacio=False),
    Columna("calidad", admite_vacio=False),
    Columna("filas", "entero", admite_vacio=False),
    Columna("columnas", "entero", admite_vacio=False),
    Columna("verificaciones"),
    Columna("notas"),
]
_COLUMNAS = [
    Columna("documento", admite_vacio=False),
    Columna("id", admite_vacio=False),
    Columna("columna", admite_vacio=False),
    Columna("tipo", admite_vacio=False),
    Columna("admite_vacio", admite_vacio=False),
    Columna("unidad"),
]
_DOCUMENTOS = [
    Columna("documento", admite_vacio=False),
    Columna("clase", admite_vacio=False),
    Columna("titulo", admite_vacio=False),
    Columna("fecha", "fecha"),
    Columna("archivo"),
]


def documentos() -> pd.DataFrame:
    """Return the documents that the data come from, one row for each.

    Returns
    -------
    DataFrame
        documento (key), clase ("informe", "ley" or "serie"), titulo, fecha (valuation date of a
        report, missing for laws), archivo (text file of the report).
    """
    return _documentos().copy()


def catalogo() -> pd.DataFrame:
    """Return the catalogue of tables, one row for each, in the order of the documents.

    Returns
    -------
    DataFrame
        documento, id (together the key), archivo (missing for a figure whose data could not be
        recovered), titulo, unidad, informe (text file of the report), primera_linea and
        ultima_linea (in that text), calidad ("exacta", "reconstruida" or "parcial"), filas,
        columnas, verificaciones (what was checked in the transcription), notas.
    """
    return _catalogo().copy()


def tabla(documento: str, id: str) -> pd.DataFrame:
    """Return one table of a source document, typed.

    Parameters
    ----------
    documento : str
        "ifa2005", "ifa2010", "sps2006", "noaseg2004" or "coneval2020".
    id : str
        Identifier of the catalogue ("cuadro_ii_3"); "Cuadro II.3" and "II.3" are understood.
        Case and accents do not matter.

    Returns
    -------
    DataFrame
        Whole columns of numbers are int64 (float64 if some cell is blank) or float64; blank
        cells are missing values; keys with leading zeros are text, and so are columns that mix
        numbers and words, such as a year column that ends in "Valor presente":
        `filas_anuales` returns their yearly rows and `celdas` types each cell. ``attrs`` holds
        documento, id, titulo, unidad (of the table), unidades (unit of each column, where known),
        archivo (text file of the report), lineas (first and last line there), calidad,
        verificaciones and notas.

    Raises
    ------
    DatoInvalido
        Unknown document or table, a figure without data, or a damaged file.
    """
    return _leer_tabla(*_clave(documento, id)).copy()


def filas_anuales(df: pd.DataFrame, columna: str | None = None) -> pd.DataFrame:
    """Return the rows of `df` that belong to a year, with the year as an integer.

    Parameters
    ----------
    df : DataFrame
        A table with one row for each year, perhaps followed by totals or present values.
    columna : str, optional
        The column of years; the first one by default.

    Returns
    -------
    DataFrame
        Same columns and ``attrs``, new index from 0; `columna` is int64.

    Raises
    ------
    DatoInvalido
        The column does not exist or holds no year from 1900 to 2200.
    """
    if columna is None:
        columna = str(df.columns[0])
    elif columna not in df.columns:
        raise DatoInvalido("columna", columna, f"una de {', '.join(map(str, df.columns))}")
    anios = pd.to_numeric(df[columna], errors="coerce")
    es_anio = anios.between(1900, 2200) & (anios % 1 == 0)
    if not es_anio.any():
        raise DatoInvalido(
            f"columna «{columna}»", str(df[columna].iloc[0]) if len(df) else "", "años (AAAA)"
        )
    resultado = df.loc[es_anio].reset_index(drop=True)
    resultado[columna] = anios[es_anio].astype("int64").to_numpy()
    return resultado


def celdas(df: pd.DataFrame) -> pd.DataFrame:
    """Return `df` as a spreadsheet takes it: in a column of text, what is a number is a number.

    Parameters
    ----------
    df : DataFrame
        A table of `tabla`, where a column that mixes numbers and words is text as a whole so that
        its labels compare with text.

    Returns
    -------
    DataFrame
        Same columns, index and ``attrs``. In a column of text each cell that reads as a whole
        number is int and as a decimal float ("2006", "12.5", "-3"); the rest stay text ("Valor
        presente", "1997-2005", "13a") and blanks stay missing. A column where some number begins
        with a zero ("01") holds keys, and stays text as a whole. Columns of numbers do not change.
    """
    resultado = df.copy()
    for nombre, columna in df.items():
        if pd.api.types.is_numeric_dtype(columna):
            continue
        if not any(isinstance(c, str) and _CLAVE.match(c) for c in columna):
            tipadas = [_celda(c) for c in columna]
            resultado[nombre] = pd.Series(tipadas, index=df.index, dtype=object)
    return resultado


def _celda(celda: Any) -> Any:
    if not isinstance(celda, str) or not NUMERO.match(celda):
        return celda
    return float(celda) if "." in celda or "e" in celda.lower() else int(celda)


@cache
def _documentos() -> pd.DataFrame:
    return leer_csv(RAIZ / "documentos.csv", _DOCUMENTOS)


@cache
def _catalogo() -> pd.DataFrame:
    return leer_csv(RAIZ / "catalogo.csv", _CATALOGO)


@cache
def _indice() -> dict[str, dict[str, str]]:
    """Return document -> (id without separators -> id)."""
    indice: dict[str, dict[str, str]] = {}
    for documento, id_ in zip(_catalogo()["documento"], _catalogo()["id"], strict=True):
        indice.setdefault(documento, {})[_sin_separadores(id_)] = id_
    return indice


def _sin_separadores(texto: str) -> str:
    return normalizar(texto).replace("_", "")


def _clave(documento: str, id_: str) -> tuple[str, str]:
    indice = _indice()
    if not isinstance(documento, str) or _sin_separadores(documento) not in indice:
        raise DatoInvalido("documento", documento, f"uno de {', '.join(indice)}")
    documento = _sin_separadores(documento)
    ids = indice[documento]
    if not isinstance(id_, str) or not id_.strip():
        raise DatoInvalido("tabla", id_, "el identificador de una tabla, como «cuadro_i_4»")
    buscado = _sin_separadores(id_)
    for candidato in (buscado, f"cuadro{buscado}"):
        if candidato in ids:
            return documento, ids[candidato]
    cerca = parecidos(id_, ids.values())
    raise DatoInvalido(
        f"tabla de {documento}",
        id_,
        f"una tabla del catálogo, ¿quizá {cerca}?" if cerca else "una tabla del catálogo",
    )


@cache
def _esquemas() -> dict[tuple[str, str], list[dict[str, Any]]]:
    esquemas: dict[tuple[str, str], list[dict[str, Any]]] = {}
    for fila in leer_csv(RAIZ / "columnas.csv", _COLUMNAS).to_dict("records"):
        esquemas.setdefault((fila["documento"], fila["id"]), []).append(
            {str(k): v for k, v in fila.items()}
        )
    return esquemas


@cache
def _leer_tabla(documento: str, id_: str) -> pd.DataFrame:
    cat = _catalogo()
    ficha = cat[(cat["documento"] == documento) & (cat["id"] == id_)].iloc[0]
    notas = "" if pd.isna(ficha["notas"]) else str(ficha["notas"])
    if pd.isna(ficha["archivo"]):
        raise DatoInvalido(
            f"tabla de {documento}",
            id_,
            f"una tabla con datos; los de «{ficha['titulo']}» no pudieron recuperarse: {notas}",
        )
    esquema = _esquemas()[documento, id_]
    df = leer_csv(
        RAIZ / "tablas" / str(ficha["archivo"]),
        [Columna(c["columna"], c["tipo"], c["admite_vacio"] == "sí") for c in esquema],
        filas=int(ficha["filas"]),
    )
    df.attrs = {
        "documento": documento,
        "id": id_,
        "titulo": str(ficha["titulo"]),
        "unidad": str(ficha["unidad"]),
        "unidades": {c["columna"]: c["unidad"] for c in esquema if isinstance(c["unidad"], str)},
        "archivo": str(ficha["informe"]),
        "lineas": (int(ficha["primera_linea"]), int(ficha["ultima_linea"])),
        "calidad": str(ficha["calidad"]),
        "verificaciones": "" if pd.isna(ficha["verificaciones"]) else str(ficha["verificaciones"]),
        "notas": notas,
    }
    return df
