"""Premium of the seguro de Riesgos de Trabajo: articles 72, 73 and 74 of the LSS."""

from __future__ import annotations

from functools import cache

import numpy as np
from numpy.typing import ArrayLike

from pymodel import datos, validacion
from pymodel.errores import DatoInvalido
from pymodel.validacion import Vector

CLASES = ("I", "II", "III", "IV", "V")
PRIMER_ANIO = 2002
_DIAS = 365.0


@cache
def primas_medias() -> tuple[float, ...]:
    """Return the mean premium of each class of risk (article 73), I to V, fractions of the SBC."""
    filas = datos.serie("cuotas_lss")
    tasas = filas[filas["concepto"] == "prima media por clase"].set_index("rango")["tasa_pct"]
    return tuple(round(float(tasas[f"clase {c}"]) / 100, 12) for c in CLASES)


def prima_media(clase: float | str) -> float:
    """Mean premium of a class (article 73).

    Parameters
    ----------
    clase : 1 to 5, or "I" to "V"

    Returns
    -------
    float               Fraction of the SBC.

    Raises
    ------
    DatoInvalido        Another class.
    """
    if isinstance(clase, str):
        escrita = clase.strip().upper().removeprefix("CLASE ")
        if escrita not in CLASES:
            raise DatoInvalido("clase", clase, "una clase de I a V, o de 1 a 5")
        return primas_medias()[CLASES.index(escrita)]
    return primas_medias()[validacion.entero(clase, "clase", 1, len(CLASES)) - 1]


def prima_rt(
    dias_subsidiados: ArrayLike,
    incapacidades: ArrayLike,
    defunciones: ArrayLike,
    trabajadores: ArrayLike,
    *,
    prima_anterior: ArrayLike | None = None,
    acreditada: ArrayLike = False,
    anio: float | None = None,
) -> Vector:
    """Premium of each firm from its accidents and illnesses of work.

    Parameters
    ----------
    dias_subsidiados : array (n,)   S, days of subsidy for temporary incapacity.
    incapacidades : array (n,)      I, sum of the grades of permanent incapacity, fractions: one
                                    worker with 30 % and one with 100 % are 1.3.
    defunciones : array (n,)        D, deaths.
    trabajadores : array (n,)       N, mean number of exposed workers.
    prima_anterior : array (n,), optional   Premium in force; the new one is within 1 point.
    acreditada : bool or array (n,)         System of safety accredited by the STPS: F = 2.2.
    anio : int, optional            From 2002; the law in force by default.

    Returns
    -------
    array (n,)          Fraction of the SBC.

    Raises
    ------
    DatoInvalido        Negative figures, no workers, more incapacity than workers (grades typed as
                        per cent), years before 2002, a previous premium outside article 74.

    Notes
    -----
    [(S/365) + V (I + D)] (F/N) + M with V = 28, F = 2.3 (2.2 if accredited) and M = 0.005; then
    within ±0.01 of the previous premium, then between the floor and the ceiling of article 74.

    References
    ----------
    LSS, arts. 72 and 74. The values of the parameters before 2002 were not looked for.
    """
    s = _no_negativos(dias_subsidiados, "s")
    i = _no_negativos(incapacidades, "i")
    d = _no_negativos(defunciones, "d")
    n = _no_negativos(trabajadores, "n")
    s, i, d, n = _mismas(s=s, i=i, d=d, n=n)
    _ninguno(n <= 0.0, n, "n", "un número de trabajadores mayor que 0")
    _ninguno(
        i > n, i, "i", "la suma de los grados en fracción (30 % es 0.3), no mayor que trabajadores"
    )
    dia = None
    if anio is not None:
        dia = validacion.entero(anio, "anio", PRIMER_ANIO, 2100)
    con_sistema = np.broadcast_to(np.asarray(acreditada, dtype=bool), s.shape)
    factor = np.where(
        con_sistema, _parametro("rt_factor_acreditada", dia), _parametro("rt_factor", dia)
    )
    v, m = _parametro("rt_vida_activa", dia), _parametro("rt_prima_riesgo", dia)
    prima = (s / _DIAS + v * (i + d)) * (factor / n) + m
    minima, maxima = (float(datos.parametro(f"rt_prima_{x}")) for x in ("minima", "maxima"))
    if prima_anterior is not None:
        anterior = _no_negativos(prima_anterior, "prima_anterior")
        anterior, _ = _mismas(prima_anterior=anterior, s=s)
        fuera = (anterior < minima) | (anterior > maxima)
        _ninguno(fuera, anterior, "prima_anterior", f"una prima de {minima:g} a {maxima:g}")
        cambio = _parametro("rt_cambio_maximo", dia)
        prima = np.clip(prima, anterior - cambio, anterior + cambio)
    return np.clip(prima, minima, maxima)


def _parametro(nombre: str, anio: int | None) -> float:
    return float(datos.parametro(nombre, anio, "lss"))


def _no_negativos(valores: ArrayLike, nombre: str) -> Vector:
    arreglo = validacion.vector(np.atleast_1d(np.asarray(valores)), nombre)
    _ninguno(arreglo < 0.0, arreglo, nombre, "un número de 0 o más")
    return arreglo


def _mismas(**series: Vector) -> list[Vector]:
    """One firm's figure serves for all; otherwise as many in each."""
    n = max(len(v) for v in series.values())
    for nombre, v in series.items():
        if len(v) not in (1, n):
            raise DatoInvalido(nombre, f"{len(v)} valores", f"uno, o {n} como en los demás")
    return [np.broadcast_to(v, n) for v in series.values()]


def _ninguno(malos: np.ndarray, valores: Vector, nombre: str, esperado: str) -> None:
    if malos.any():
        lugar = int(np.argmax(malos))
        donde = nombre if len(valores) == 1 else f"{nombre}, valor {lugar + 1}"
        raise DatoInvalido(donde, float(valores[lugar]), esperado)
