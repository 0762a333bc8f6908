"""What the checks of this digest share: printed tables and text figures, ids."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable
from typing import Any

import numpy as np
from numpy.typing import ArrayLike

from pymodel import datos, entidades
from pymodel.conciliacion import lectura, registro
from pymodel.conciliacion.registro import Ficha, Par, Verificacion
from pymodel.validacion import Vector

DOCUMENTO = "sps2006"
DIGEST = "sps2006_a"
MDP = "mdp de 2004"
PESOS = "pesos de 2004"


# Figures printed in the prose and in none of the tables, with their lines.
TEXTO: dict[str, tuple[ArrayLike, str]] = {
    "cs": (2477.0, "L2294"),
    "asf": (3715.0, "L2304"),
    "fondos": ((8.0, 2.0, 1.0, 3.0, 90.0), "L594-598 y L2360"),
    "incorporacion": (14.3, "L87"),
    "ase_2005": (3154.0, "L3092"),
    "parte_sps_en_ss": ((21.0, 54.5), "L843"),
    "crecimiento_sps": (4.0, "L843"),
    "sps_2005_2010": ((19.0, 82.0), "L843"),
    "max_min_federal": (5.4, "L390"),
    "concentracion_federal": ((29.0, 71.0, 55.0, 45.0), "L390"),
    "razon_federal": (3.0, "L390"),
    "crecimiento_gs": (33.9, "L657"),
    "crecimiento_per_capita": (28.0, "L661"),
    "bolsillo_en_privado": (95.0, "L795"),
    "crecimiento_bolsillo": ((32.0, 26.0), "L799"),
    "crecimiento_privado": ((27.0, 34.0), "L801"),
    "partes_sin_sps": ((49.0, 52.0), "L799-801"),
    "crecimiento_ss": ((99.0, 68.0), "L843 y L965"),
    "crecimiento_gp": ((35.0, 43.0), "L971"),
    "crecimiento_instituciones": ((35.1, 45.0, 50.0), "L891"),
    "crecimiento_imss": (28.0, "L965"),
    "imss_entre_gp": (50.0, "L967"),
    "mejora_cv": ((20.0, 14.0), "L132-134"),
    "veces_tabasco": (93.0, "L1267"),
    "eje_figura_18": (1200.0, "FIGURA 18 del capítulo I"),
    "cv_2005": (0.9, "L3822"),
    "arriba_del_promedio": ((6.0, 10.0), "L3838 y L3842"),
    "por_familia_2004": ((3117.0, 3111.0, 3076.0, 502.0, 851.0, 867.0), "L3836"),
    "por_familia_2005": ((2666.0, 2379.0, 2204.0, 621.0, 899.0, 940.0), "L3840"),
    "crecimiento_transferencias": ((4.0, 6.0), "L4466"),
    "responsabilidad": ((7.0, 2.4), "L2948 y L3064"),
    "guanajuato_entre_bcs": (25.0, "L2442"),
}


def texto(nombre: str) -> Vector:
    """A figure of the prose, as an array."""
    return np.atleast_1d(np.asarray(TEXTO[nombre][0], dtype=np.float64))


def lineas(nombre: str) -> str:
    """Where it stands."""
    return TEXTO[nombre][1]


def ficha(
    tipo: str,
    descripcion: str,
    unidad: str,
    calcular: Callable[[], Par],
    tolerancia: Any,
    fuente: str,
    **mas: Any,
) -> Ficha:
    """A check without its id; see :func:`pymodel.conciliacion.registro.ficha`."""
    titulo = f"SPS 2006, {fuente}"
    return registro.ficha(DOCUMENTO, tipo, descripcion, unidad, calcular, tolerancia, titulo, **mas)


def numerar(fichas: Iterable[tuple[str, Ficha]]) -> tuple[Verificacion, ...]:
    """Checks with their ids."""
    return tuple(f(id=f"{DIGEST}.{numero}") for numero, f in fichas)


def columna(id: str, nombre: str) -> Vector:
    """One column of numbers of a printed table."""
    return lectura.columna(DOCUMENTO, id, nombre)


def celda(id: str, nombre: str, fila: lectura.Fila) -> float:
    """One printed figure."""
    return lectura.celda(DOCUMENTO, id, nombre, fila)


def celda_mixta(id: str, nombre: str, llave: str, fila: str) -> float:
    """One printed figure of a column that holds texts too, by the text of another column."""
    df = datos.tabla(DOCUMENTO, id)
    return float(df.loc[df[llave] == fila, nombre].item())


def por_anio(id: str, nombre: str, anios: Iterable[int]) -> Vector:
    """Printed figures of some years of a table with one year per row."""
    return np.array([celda(id, nombre, anio) for anio in anios])


@functools.cache
def claves(id: str, nombre: str) -> tuple[str, ...]:
    """INEGI keys of a column of states in printed order, without the national row and blanks."""
    escritas = datos.tabla(DOCUMENTO, id)[nombre].dropna()
    return tuple(entidades.clave(e) for e in escritas if e != "Nacional")


def por_entidad(id: str, entidad: str, valor: str) -> dict[str, float]:
    """INEGI key -> figure of a column, without the national row and blanks."""
    df = datos.tabla(DOCUMENTO, id)[[entidad, valor]].dropna()
    return {
        entidades.clave(e): float(v)
        for e, v in df.itertuples(index=False, name=None)
        if e != "Nacional" and v != "NA"
    }


def numeros(lista: Iterable[str]) -> Vector:
    """Keys as numbers: an order of states is compared place by place."""
    return np.array([float(c) for c in lista])


def crecimiento(inicial: ArrayLike, final: ArrayLike) -> Vector:
    """Growth in per cent."""
    return np.asarray(100.0 * (np.asarray(final) / np.asarray(inicial) - 1.0))
