"""Who pays the family fee (cuota familiar, CF) and how much: decile, regime, scale."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from pymodel import datos, lectura, validacion
from pymodel.errores import DatoInvalido, Descripcion
from pymodel.validacion import Vector

DECILES = 10
CONTRIBUTIVO = "contributivo"
NO_CONTRIBUTIVO = "no contributivo"
NO_INCLUIDO = "no incluido"
CAUSAS = (
    "deciles I y II de ingreso disponible",
    "beneficiaria de un programa federal contra la pobreza extrema",
    "localidad rural de muy alta marginación",
    "otro supuesto de la CNPSS",
)


@dataclass(frozen=True)
class Regimen:
    """Regime of n families.

    Attributes
    ----------
    no_contributivo : array of bool (n,)
    causas : array of bool (n, 4)           Which of `CAUSAS` hold.
    """

    no_contributivo: NDArray[np.bool_]
    causas: NDArray[np.bool_]

    @property
    def nombres(self) -> list[str]:
        """ "contributivo" or "no contributivo", one for each family."""
        return [NO_CONTRIBUTIVO if n else CONTRIBUTIVO for n in self.no_contributivo]


def decil(
    ingreso_disponible: ArrayLike, gasto_alimentos: ArrayLike, limites: ArrayLike
) -> NDArray[np.int64]:
    """Decile of disposable income less food.

    Parameters
    ----------
    ingreso_disponible, gasto_alimentos : array (n,)    Pesos of one period.
    limites : array (9,)    Upper limits of deciles I to IX of the country, same pesos and period.
                            The report does not print them (ENIGH).

    Returns
    -------
    array (n,)              1 to 10; an income equal to a limit is in the lower decile.

    Raises
    ------
    DatoInvalido            Limits that are not nine or do not grow; columns of different length.

    References
    ----------
    Reglamento, arts. 124 to 127; SPS 2006, L2324-2334.
    """
    ingreso = validacion.vector(ingreso_disponible, "ingreso_disponible")
    alimentos = validacion.vector(gasto_alimentos, "gasto_alimentos")
    validacion.misma_longitud(
        ingreso, "ingreso_disponible", alimentos, "gasto_alimentos", "renglones"
    )
    cortes = validacion.vector(limites, "limites")
    if cortes.size != DECILES - 1 or (np.diff(cortes) <= 0.0).any():
        raise DatoInvalido(
            "limites",
            Descripcion(f"{cortes.size} valores"),
            "nueve límites superiores, de los deciles I a IX, cada uno mayor que el anterior",
        )
    return np.searchsorted(cortes, ingreso - alimentos, side="left") + 1


def regimen(
    deciles: ArrayLike,
    programa_pobreza: ArrayLike | None = None,
    habitantes_muy_alta_marginacion: ArrayLike | None = None,
    otro_supuesto: ArrayLike | None = None,
) -> Regimen:
    """Regime of each family: no contributivo if any of four conditions holds.

    Parameters
    ----------
    deciles : array (n,)
        Decile of disposable income less food, 1 to 10; see `decil`.
    programa_pobreza : array of bool (n,), optional
        Beneficiary of a federal programme against extreme poverty.
    habitantes_muy_alta_marginacion : array (n,), optional
        Inhabitants of the rural place of very high marginality where the family lives, 0 if it
        does not live in one.
    otro_supuesto : array of bool (n,), optional
        Any other case that the CNPSS sets.

    Returns
    -------
    Regimen

    Raises
    ------
    DatoInvalido    Deciles outside 1 to 10, columns of different length.

    Notes
    -----
    Deciles I and II; programme; place with fewer than 250 inhabitants; other cases. The regime
    holds for three years, when the decile is verified again (see `reverificacion`).

    References
    ----------
    LGS, art. 77 Bis 21; Reglamento, arts. 124, 125, 127; SPS 2006, L85, L2320-2336, L6003.
    """
    d = _deciles(deciles)
    exentos = int(datos.parametro("sps_deciles_exentos", documento="lgs"))
    limite = float(datos.parametro("sps_localidad_rural_habitantes", documento="lgs"))
    habitantes = _columna(habitantes_muy_alta_marginacion, d, "habitantes")
    causas: NDArray[np.bool_] = np.column_stack(
        [
            d <= exentos,
            _columna(programa_pobreza, d, "programa_pobreza") != 0.0,
            (habitantes > 0.0) & (habitantes < limite),
            _columna(otro_supuesto, d, "otro_supuesto") != 0.0,
        ]
    )
    return Regimen(np.asarray(causas.any(axis=1)), causas)


def reverificacion(anio: int) -> int:
    """Year in which the decile of a family classified in `anio` must be verified again."""
    plazo = int(datos.parametro("sps_reverificacion_anios", documento="lgs"))
    return validacion.entero(anio, "anio", 2002, 2200) + plazo


def cuotas(
    deciles: ArrayLike, no_contributivo: ArrayLike, escala: ArrayLike | None = None
) -> Vector | None:
    """Yearly fee of each family, pesos.

    Parameters
    ----------
    deciles : array (n,)                1 to 10.
    no_contributivo : array of bool (n,)
    escala : array (10,), optional      Pesos a year of each decile, the user's table.

    Returns
    -------
    array (n,) or None                  None without a scale: the amounts are not in the report,
                                        and fronts show "no incluido".

    Raises
    ------
    DatoInvalido    A scale that is not ten amounts, that charges an exempt decile or falls.

    Notes
    -----
    The scale is national, yearly, in advance and progressive; deciles I and II and the régimen no
    contributivo pay nothing (a third party may pay for them).

    References
    ----------
    LGS, arts. 77 Bis 5 A VI, B V and 77 Bis 21; SPS 2006, L85, L588, L2320-2336. The scale:
    lineamientos of the CNPSS, DOF 15 April 2005, not available.
    """
    d = _deciles(deciles)
    exenta = _columna(no_contributivo, d, "no_contributivo") != 0.0
    if escala is None:
        return None
    montos = validacion.vector(escala, "escala")
    exentos = int(datos.parametro("sps_deciles_exentos", documento="lgs"))
    if montos.size != DECILES:
        raise DatoInvalido("escala", Descripcion(f"{montos.size} montos"), "diez, uno por decil")
    if montos.min() < 0.0 or (np.diff(montos) < 0.0).any():
        lugar = int(np.argmax(np.diff(montos, prepend=0.0) < 0.0))
        raise DatoInvalido(
            f"escala, decil {lugar + 1}",
            float(montos[lugar]),
            "montos de 0 o más que no bajen de un decil al siguiente",
        )
    if montos[:exentos].any():
        raise DatoInvalido(
            "escala, deciles I y II", float(montos[:exentos].max()), "0: la ley los exenta"
        )
    return np.where(exenta, 0.0, montos[d - 1])


def tabla(
    deciles: ArrayLike,
    programa_pobreza: list[list[Any]] | None = None,
    habitantes: list[list[Any]] | None = None,
    otro_supuesto: list[list[Any]] | None = None,
    escala: list[list[Any]] | None = None,
) -> tuple[list[str], list[list[Any]]]:
    """Header and rows of regime, cause and fee, from cells; see `regimen` and `cuotas`.

    Parameters
    ----------
    deciles : array (n,)
    programa_pobreza, otro_supuesto : cells     "sí" or "no", one for each family.
    habitantes : cells                          Inhabitants, one for each family.
    escala : cells                              Ten amounts.

    Returns
    -------
    header, rows        decil, regimen, causa (the first that holds), cuota_familiar in pesos, or
                        "no incluido" without a scale.
    """

    def columna(celdas: list[list[Any]] | None, nombre: str, leer: Any) -> list[Any] | None:
        if celdas is None:
            return None
        planas = [c for fila in celdas for c in fila]
        return [leer(c, f"{nombre}, valor {i}") for i, c in enumerate(planas, start=1)]

    r = regimen(
        deciles,
        columna(programa_pobreza, "programa_pobreza", lectura.si_no),
        columna(habitantes, "habitantes", validacion.numero),
        columna(otro_supuesto, "otro_supuesto", lectura.si_no),
    )
    montos = cuotas(deciles, r.no_contributivo, columna(escala, "escala", validacion.numero))
    pagos = [NO_INCLUIDO] * len(r.nombres) if montos is None else montos.tolist()
    causas = [CAUSAS[int(np.argmax(c))] if c.any() else "" for c in r.causas]
    return ["decil", "regimen", "causa", "cuota_familiar"], [
        list(fila) for fila in zip(_deciles(deciles), r.nombres, causas, pagos, strict=True)
    ]


def _deciles(valores: ArrayLike) -> NDArray[np.int64]:
    d = validacion.vector(valores, "deciles")
    malos = (d != np.floor(d)) | (d < 1) | (d > DECILES)
    if malos.any():
        lugar = int(np.argmax(malos))
        raise DatoInvalido(f"deciles, valor {lugar + 1}", float(d[lugar]), "un decil de 1 a 10")
    return d.astype(np.int64)


def _columna(valores: ArrayLike | None, como: NDArray[np.int64], nombre: str) -> Vector:
    if valores is None:
        return np.zeros(como.size)
    columna = validacion.vector(np.asarray(valores, dtype=np.float64), nombre)
    validacion.misma_longitud(como, "deciles", columna, nombre, "renglones")
    return columna
