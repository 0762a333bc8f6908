"""What the checks of chapter III of the IFA 2005 share: printed figures, source, numbering."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike

from pymodel import datos
from pymodel.conciliacion import lectura
from pymodel.conciliacion.registro import Par, Verificacion
from pymodel.validacion import Vector

DOCUMENTO = "ifa2005"
DIGEST = "ifa2005_c_coneval2020_noaseg2004"
MEDIO = 0.5
UN_DECIMAL = 0.05


def verificacion(
    numero: str,
    tipo: str,
    descripcion: str,
    unidad: str,
    calcular: Callable[[], Par],
    tolerancia: ArrayLike,
    fuente: str,
    **campos: Any,
) -> Verificacion:
    """A check of the digest by its printed number; see :class:`Verificacion`."""
    return Verificacion(
        f"{DIGEST}.{numero}",
        DOCUMENTO,
        tipo,
        descripcion,
        unidad,
        calcular,
        tolerancia,
        f"IFA 2005, {fuente}",
        **campos,
    )


@functools.cache
def cuadro(numero: str) -> pd.DataFrame:
    """Printed table: "III.2"."""
    return datos.tabla(DOCUMENTO, "cuadro_" + numero.lower().replace(".", "_"))


def fila(numero: str, rotulo: str, columnas: list[str], *, clave: str | None = None) -> Vector:
    """Cells of the first row with a label."""
    df = cuadro(numero)
    primera = df[df[clave or df.columns[0]] == rotulo].iloc[0]
    return primera[columnas].to_numpy(np.float64)


def texto(linea: str, descripcion: str) -> float:
    """A figure of the prose, by line and description of its table."""
    return lectura.celda(DOCUMENTO, "texto_iii_valores", "valor publicado", (linea, descripcion))


def tasa_media(primero: float, ultimo: float, anios: int) -> float:
    """Mean yearly growth, per cent."""
    return 100.0 * ((ultimo / primero) ** (1.0 / anios) - 1.0)
