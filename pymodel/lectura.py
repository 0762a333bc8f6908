"""Tables as people write them: cells with or without header become named columns."""

from __future__ import annotations

import datetime as dt
import math
import re
from collections.abc import Sequence
from typing import Any

import numpy as np
import pandas as pd

from pymodel import biometria, validacion
from pymodel.datos._csv import normalizar, parecidos
from pymodel.errores import DatoInvalido, Descripcion

_VERDADERO = {"si", "verdadero", "true", "1", "x"}
_FALSO = {"no", "falso", "false", "0"}
_EPOCA_EXCEL = dt.date(1899, 12, 30)
_SERIE_MAXIMA = 2_958_465  # 9999-12-31 in Excel


def vacia(celda: Any) -> bool:
    """True for an empty cell, a missing value of pandas or a NaN."""
    if celda is None or celda is pd.NA or celda is pd.NaT:
        return True
    if isinstance(celda, float):
        return celda != celda
    return isinstance(celda, str) and not celda.strip()


def clave(celda: Any) -> str:
    """Folded text of a cell: "Año de alta" is "anio_de_alta"; "" for what is not text."""
    if not isinstance(celda, str):
        return ""
    return normalizar(celda.replace("ñ", "ni").replace("Ñ", "ni"))


def filas_de(valor: Any, donde: str) -> list[list[Any]]:
    """Rows of a table given as a frame, an array, a list of rows, or text "a:b; c:d".

    One cell of a sheet holds a table as text: rows parted by ";" and cells by ":".
    """
    if isinstance(valor, pd.DataFrame):
        return [[str(c) for c in valor.columns], *valor.astype(object).to_numpy().tolist()]
    if isinstance(valor, str):
        valor = [
            [_numero_o_texto(c.strip()) for c in renglon.split(":")]
            for renglon in re.split(r"[;\n]", valor)
            if renglon.strip()
        ]
    if isinstance(valor, np.ndarray):
        valor = valor.tolist()
    if not isinstance(valor, list | tuple) or not any(valor):
        raise DatoInvalido(donde, _tipo(valor), "una tabla")
    if not all(isinstance(fila, list | tuple) for fila in valor):
        raise DatoInvalido(donde, Descripcion("una lista de celdas sueltas"), "una lista de filas")
    return [list(fila) for fila in valor if fila]


def _numero_o_texto(celda: str) -> Any:
    try:
        numero = float(celda)
    except ValueError:
        return celda
    return numero if math.isfinite(numero) else celda


def _tipo(valor: Any) -> Any:
    return Descripcion("un rango vacío") if isinstance(valor, list | tuple) else valor


def renglones(
    filas: list[list[Any]], columnas: Sequence[str], donde: str, *, obligatorias: Sequence[str]
) -> list[tuple[int, dict[str, Any]]]:
    """Named cells of every row that is not wholly empty, with the number of its row.

    Parameters
    ----------
    filas : rows            With a header in any order, or without one in the order of `columnas`,
                            of which the last ones may be missing.
    columnas : names        Every column that is known.
    obligatorias : names    Those that a header must have.

    Raises
    ------
    DatoInvalido            Unknown, repeated or missing columns.
    """
    primera = [clave(re.split("[(,]", c)[0]) if isinstance(c, str) else "" for c in filas[0]]
    textos = [c for c in filas[0] if not vacia(c)]
    if sum(c in columnas for c in primera) >= 2 or (
        textos and all(isinstance(c, str) for c in textos) and primera[0] in columnas
    ):
        for j, (nombre, celda) in enumerate(zip(primera, filas[0], strict=True)):
            if not vacia(celda) and nombre not in columnas:
                cerca = parecidos(str(celda), columnas)
                raise DatoInvalido(
                    f"{donde}, encabezado, columna {j + 1}",
                    celda,
                    f"una de: {', '.join(columnas)}" + (f"; ¿quizá {cerca}?" if cerca else ""),
                )
        repetidas = [c for c in primera if c and primera.count(c) > 1]
        if repetidas:
            raise DatoInvalido(
                f"{donde}, encabezado",
                Descripcion(f"la columna «{repetidas[0]}» dos veces"),
                "cada columna una vez",
            )
        faltan = [c for c in obligatorias if c not in primera]
        if faltan:
            raise DatoInvalido(
                f"{donde}, encabezado",
                ", ".join(c for c in primera if c),
                f"también la columna «{faltan[0]}»",
            )
        orden, inicio = primera, 1
    else:
        orden, inicio = list(columnas), 0
    resultado = []
    for i, fila in enumerate(filas[inicio:], start=inicio + 1):
        if all(vacia(c) for c in fila):
            continue
        if inicio == 0 and not len(obligatorias) <= len(fila) <= len(columnas):
            raise DatoInvalido(
                f"{donde}, fila {i}",
                Descripcion(f"{len(fila)} columnas"),
                f"de {len(obligatorias)} a {len(columnas)}: {', '.join(columnas)}",
            )
        resultado.append(
            (i, {c: celda for c, celda in zip(orden, fila, strict=False) if c and not vacia(celda)})
        )
    return resultado


def tabla_por_edad(
    valor: Any, donde: str, columnas: Sequence[str] = ("edad", "hombres", "mujeres")
) -> dict[str, np.ndarray]:
    """Numeric columns of a table by age; a last column alone serves for both sexes."""
    filas = filas_de(valor, donde)
    if all(not isinstance(c, str) for c in filas[0]):
        ancho = len(filas[0])
        if ancho not in (len(columnas), len(columnas) - 1, 2, 3):
            raise DatoInvalido(donde, Descripcion(f"{ancho} columnas"), ", ".join(columnas))
        if ancho < 4 and "anio" in columnas:
            columnas = [c for c in columnas if c != "anio"]
    obligatorias = [c for c in columnas if c not in ("anio", "mujeres")]
    leidas = renglones(filas, columnas, donde, obligatorias=obligatorias)
    if not leidas:
        raise DatoInvalido(donde, Descripcion("una tabla sin renglones"), ", ".join(columnas))
    presentes = [c for c in columnas if any(c in r for _, r in leidas)]
    arreglos = {
        c: np.array(
            [validacion.numero(r.get(c), f"{donde}, fila {i}, columna «{c}»") for i, r in leidas]
        )
        for c in presentes
    }
    for c in obligatorias:
        if c not in arreglos:
            raise DatoInvalido(donde, Descripcion(f"ningún valor en «{c}»"), ", ".join(columnas))
    arreglos.setdefault("mujeres", arreglos["hombres"])
    return arreglos


def tabla_vida(valor: Any, donde: str = "tabla") -> biometria.TablaVida:
    """Life table by name, or from cells: edad, hombres, mujeres; or edad, qx for both sexes.

    Parameters
    ----------
    valor : str or rows     A name of :func:`pymodel.biometria.tabla`, a 1×1 block with one, or the
                            columns, with or without header; see :func:`filas_de`.
    """
    if isinstance(valor, biometria.TablaVida):
        return valor
    if isinstance(valor, list) and len(valor) == 1 and len(valor[0]) == 1:
        valor = valor[0][0]
    en_texto = isinstance(valor, str) and ":" in valor
    if not en_texto and not isinstance(valor, list | tuple | np.ndarray | pd.DataFrame):
        return biometria.tabla(valor)
    cruda = filas_de(valor, donde)
    filas = [["hombres" if clave(c) == "qx" else c for c in fila] for fila in cruda]
    columnas = tabla_por_edad(filas, donde)
    return biometria.tabla_vida(columnas["edad"], columnas["hombres"], columnas["mujeres"], donde)


def si_no(celda: Any, donde: str) -> bool:
    """Yes or no: VERDADERO, sí, 1; FALSO, no, 0."""
    if isinstance(celda, bool | np.bool_):
        return bool(celda)
    plegado = clave(celda)
    numero = isinstance(celda, int | float | np.integer | np.floating)
    if plegado in _VERDADERO or (numero and celda == 1):
        return True
    if plegado in _FALSO or (numero and celda == 0):
        return False
    raise DatoInvalido(donde, celda, "sí o no (también VERDADERO o FALSO, 1 o 0)")


def fecha(valor: Any, donde: str) -> dt.date:
    """A date, its ISO text, its Excel serial number, or a year, which means its 1 January."""
    esperado = "una fecha, un texto AAAA-MM-DD, un número de serie de Excel o un año"
    error = DatoInvalido(donde, valor, esperado)
    if valor is pd.NaT or isinstance(valor, bool):
        raise error
    if isinstance(valor, np.datetime64):
        valor = pd.Timestamp(valor)
    if isinstance(valor, dt.datetime):
        return valor.date()
    if isinstance(valor, dt.date):
        return valor
    if isinstance(valor, str):
        try:
            return dt.date.fromisoformat(valor.strip()[:10])
        except ValueError:
            raise error from None
    if isinstance(valor, int | float | np.integer | np.floating):
        if 1900 <= valor <= 2100 and valor % 1 == 0:
            return dt.date(int(valor), 1, 1)
        if 2100 < valor < _SERIE_MAXIMA + 1:
            return _EPOCA_EXCEL + dt.timedelta(days=int(valor))
    raise error


def edad_cumplida(nacimiento: dt.date, a_la_fecha: dt.date) -> int:
    """Whole years from birth to a date."""
    falta = (a_la_fecha.month, a_la_fecha.day) < (nacimiento.month, nacimiento.day)
    return a_la_fecha.year - nacimiento.year - falta
