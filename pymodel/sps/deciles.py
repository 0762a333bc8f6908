"""Affiliation to the SPS by decile of income as a linear programme.

The document filled CUADRO A2 with Excel's Solver (Simplex): families n_it of each decile and year
that add up to the goal, do not exceed the families without insurance and do not increase from one
decile to the next. It prints neither the objective nor the families of each decile, so its table
cannot be derived; this module solves the same programme with a stated objective, to be set next
to the printed one, and tells within which bounds the printed one leaves the families.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from pymodel import validacion
from pymodel.errores import DatoInvalido, Descripcion
from pymodel.validacion import Vector

OBJETIVOS = ("primero_pobres", "ahorro_maximo", "ahorro_minimo")
MEDIO_PUNTO = 0.005
"""Half a unit of the last printed digit of CUADRO A2, as a fraction."""


@dataclass(frozen=True)
class Afiliacion:
    """What :func:`afiliacion` finds.

    Attributes
    ----------
    familias : array (10, m)    Families in the SPS, by decile and year.
    alfa : array (10, m)        The same over the families without social security, fraction.
    lambdas : array (10, m)     Share of each decile in the families in the SPS, fraction.
    """

    familias: Vector
    alfa: Vector
    lambdas: Vector


def afiliacion(
    hogares: ArrayLike,
    familias: ArrayLike,
    objetivo: str = "primero_pobres",
    ahorro: ArrayLike | None = None,
    inicial: ArrayLike | None = None,
) -> Afiliacion:
    """Families of each decile that join, year by year.

    Parameters
    ----------
    hogares : array (d, m)      Families without social security, by decile and year.
    familias : array (m,)       Families in the SPS at the end of each year.
    objetivo : str              "primero_pobres": as many families as can be in the lowest
                                deciles; "ahorro_maximo" and "ahorro_minimo": the largest and the
                                smallest saving in out-of-pocket spending, the two ends between
                                which any admissible affiliation lies.
    ahorro : array (d, m)       Saving if the whole decile joined, any unit (theta s GB beta); for
                                the last two objectives.
    inicial : array (d,)        Families already in the SPS the year before, who stay.

    Returns
    -------
    Afiliacion

    Raises
    ------
    DatoInvalido    More families than there are or fewer than already in, shapes that do not
                    agree, or no admissible affiliation.

    Notes
    -----
    Minimise over n_it >= 0: ``sum_i n_it = familias_t``; ``n_it <= hogares_it``;
    ``n_it >= n_(i+1)t``; ``n_it >= n_i(t-1)`` (nobody leaves: the printed alpha never fall, a
    condition that the document does not write). scipy's HiGHS.

    References
    ----------
    SPS 2006, L7826-7946, L8034-8038.
    """
    validacion.opcion(objetivo, "objetivo", OBJETIVOS)
    h = _matriz(hogares, "hogares")
    d, m = h.shape
    n = validacion.vector(familias, "familias")
    if len(n) != m:
        raise DatoInvalido("familias", Descripcion(f"{len(n)} años"), f"{m}, los de hogares")
    total = h.sum(axis=0)
    for t in range(m):
        if not 0.0 <= n[t] <= total[t] * (1.0 + 1e-9):  # a hair: sums in another order
            raise DatoInvalido(
                f"familias, año {t + 1}",
                float(n[t]),
                f"de 0 a {total[t]:,.0f} familias, las que hay",
            )
        if t and n[t] < n[t - 1]:
            raise DatoInvalido(f"familias, año {t + 1}", float(n[t]), "familias que no disminuyan")
    piso = np.zeros((d, m))
    if inicial is not None:
        primero = validacion.vector(inicial, "inicial")
        if len(primero) != d:
            raise DatoInvalido("inicial", Descripcion(f"{len(primero)} valores"), f"{d} deciles")
        piso += primero[:, None]
    afiliadas = _solve(_costo(objetivo, ahorro, h), h, np.minimum(n, total), piso)
    return Afiliacion(
        familias=afiliadas,
        alfa=np.divide(afiliadas, h, out=np.zeros_like(h), where=h > 0.0),
        lambdas=np.divide(afiliadas, n, out=np.zeros_like(h), where=n > 0.0),
    )


def _costo(objetivo: str, ahorro: ArrayLike | None, h: Vector) -> Vector:
    """Cost of one family of each decile and year, (d, m)."""
    d, m = h.shape
    if objetivo == "primero_pobres":
        return np.repeat(np.arange(1.0, d + 1.0)[:, None], m, axis=1)
    if ahorro is None:
        raise DatoInvalido("ahorro", None, "el ahorro de cada decil y año, con este objetivo")
    a = _matriz(ahorro, "ahorro")
    if a.shape != h.shape:
        raise DatoInvalido(
            "ahorro", Descripcion(f"{a.shape[0]}×{a.shape[1]}"), f"{d} deciles × {m} años"
        )
    por_familia = np.divide(a, h, out=np.zeros_like(h), where=h > 0.0)
    escala = np.abs(por_familia).max() or 1.0  # HiGHS has absolute tolerances
    return (-1.0 if objetivo == "ahorro_maximo" else 1.0) * por_familia / escala


def _solve(costo: Vector, h: Vector, n: Vector, piso: Vector) -> Vector:
    from scipy.optimize import linprog

    d, m = h.shape
    # Variables in the order of ravel(), decile by decile; scaled by the largest bound.
    unidad = float(h.max()) or 1.0
    desiguales = np.vstack(
        [
            np.kron(_diferencias(d), np.eye(m)),  # n_(i+1) - n_i
            np.kron(np.eye(d), -_diferencias(m)),  # n_(t-1) - n_t
        ]
    )
    resuelto = linprog(
        costo.ravel(),
        A_ub=desiguales,
        b_ub=np.zeros(len(desiguales)),
        A_eq=np.kron(np.ones((1, d)), np.eye(m)),
        b_eq=n / unidad,
        bounds=list(
            zip((piso / unidad).ravel().tolist(), (h / unidad).ravel().tolist(), strict=True)
        ),
        method="highs",
    )
    if resuelto.status != 0:
        raise DatoInvalido(
            "hogares y familias",
            Descripcion("un programa sin solución"),
            "hogares que alcancen sin que un decil afilie a más familias que el anterior",
        )
    return np.maximum(np.asarray(resuelto.x).reshape(d, m) * unidad, 0.0)


def _diferencias(k: int) -> Vector:
    """Matrix (k-1, k) of x_(i+1) - x_i."""
    return np.eye(k - 1, k, k=1) - np.eye(k - 1, k)


def pesos_admisibles(alfa: ArrayLike, total: ArrayLike, holgura: float = MEDIO_PUNTO) -> Vector:
    """Smallest and largest share of each decile that a printed table of alpha admits.

    Parameters
    ----------
    alfa : array (d, m)     Families of the decile in the SPS, fraction, as printed.
    total : array (m,)      The same for all deciles together.
    holgura : float         Rounding of both, fraction.

    Returns
    -------
    array (d, 2)    Bounds of the constant share w_i of the decile in the families without social
                    security, fraction.

    Raises
    ------
    DatoInvalido    No shares give the totals within rounding.

    Notes
    -----
    With ``x_it = w_i alfa_it``, linear in w: ``sum w = 1``; ``w_i (alfa_it ± h)`` bound x_it;
    ``sum_i x_it = total_t ± h``; ``x_it >= x_(i+1)t``.

    References
    ----------
    SPS 2006, CUADRO A2 (L8048-8076).
    """
    programa = _Pesos(_matriz(alfa, "alfa"), validacion.vector(total, "total"), holgura)
    d = programa.deciles
    limites = np.empty((d, 2))
    for i in range(d):
        for j, signo in enumerate((1.0, -1.0)):
            costo = np.zeros(programa.variables)
            costo[i] = signo
            limites[i, j] = programa.resolver(costo)[i]
    return limites


def pesos_calibrados(alfa: ArrayLike, total: ArrayLike, holgura: float = MEDIO_PUNTO) -> Vector:
    """Shares that reproduce a printed table, as close to equal as they can be, (d,).

    Among those of :func:`pesos_admisibles`, the least of the largest distances to 1/d and then of
    their sum; "calibrado".
    """
    programa = _Pesos(_matriz(alfa, "alfa"), validacion.vector(total, "total"), holgura)
    d = programa.deciles
    costo = np.zeros(programa.variables)
    costo[-d - 1 : -1] = 1.0
    costo[-1] = 10.0 * d  # the largest distance comes first
    return programa.resolver(costo)[:d]


class _Pesos:
    """The programme of :func:`pesos_admisibles`.

    Variables: w (d), x = w alfa (d × m), distances of w to 1/d (d), the largest of them (1).
    """

    def __init__(self, alfa: Vector, total: Vector, holgura: float) -> None:
        d, m = alfa.shape
        if len(total) != m:
            raise DatoInvalido("total", Descripcion(f"{len(total)} años"), f"{m}, los de alfa")
        self.deciles, self.variables = d, d + d * m + d + 1
        h = validacion.numero(holgura, "holgura")
        uno, x = np.eye(d), np.eye(d * m)
        w = np.kron(uno, np.ones((m, 1)))
        abajo = np.maximum(alfa - h, 0.0).reshape(-1, 1)
        arriba = np.minimum(alfa + h, 1.0).reshape(-1, 1)
        suma = np.kron(np.ones((1, d)), np.eye(m))
        orden = np.kron(_diferencias(d), np.eye(m))
        igual = np.full(d, 1.0 / d)
        filas = (
            ((abajo * w, -x, None, None), np.zeros(d * m)),
            ((-arriba * w, x, None, None), np.zeros(d * m)),
            ((None, suma, None, None), total + h),
            ((None, -suma, None, None), h - total),
            ((None, orden, None, None), np.zeros(len(orden))),
            ((uno, None, -uno, None), igual),
            ((-uno, None, -uno, None), -igual),
            ((None, None, uno, -np.ones((d, 1))), np.zeros(d)),
        )
        anchos = (d, d * m, d, 1)
        self.a_ub = np.vstack(
            [
                np.hstack(
                    [
                        np.zeros((len(b), ancho)) if pieza is None else pieza
                        for pieza, ancho in zip(piezas, anchos, strict=True)
                    ]
                )
                for piezas, b in filas
            ]
        )
        self.b_ub = np.concatenate([b for _, b in filas])
        self.suma = np.zeros((1, self.variables))
        self.suma[0, :d] = 1.0

    def resolver(self, costo: Vector) -> Vector:
        from scipy.optimize import linprog

        r = linprog(
            costo, A_ub=self.a_ub, b_ub=self.b_ub, A_eq=self.suma, b_eq=[1.0], method="highs"
        )
        if r.status != 0:
            raise DatoInvalido(
                "alfa y total",
                Descripcion("un cuadro sin pesos de los deciles que lo expliquen"),
                "totales que sean un promedio de los deciles",
            )
        return np.asarray(r.x)


def _matriz(valores: ArrayLike, nombre: str) -> Vector:
    x = validacion.serie(valores, nombre)
    x = x.reshape(len(x), -1)
    if x.min() < 0.0:
        i, j = np.argwhere(x < 0.0)[0]
        raise DatoInvalido(
            f"{nombre}, {validacion.posicion((i, j))}", float(x[i, j]), "valores de 0 o más"
        )
    return x
