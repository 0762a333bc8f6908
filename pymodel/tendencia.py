"""Straight-line trend by ordinary least squares, fitted or rebuilt from printed statistics."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from pymodel import validacion
from pymodel.errores import DatoInvalido, Descripcion
from pymodel.validacion import Vector

INTERVALOS = ("prediccion", "media")
_TOLERANCIA_RAZON = 1e-4


@dataclass(frozen=True)
class Tendencia:
    """The line ``y = intercepto + pendiente * (year - anio_cero)`` and what its intervals need.

    Attributes
    ----------
    intercepto, pendiente : float       Unit of y; unit of y per year.
    anio_cero : int                     Year where t is 0.
    n : int                             Years of the sample.
    t_medio, sxx : float                Mean of t and sum of its squared deviations.
    error_regresion : float             Standard error of the regression, unit of y.
    """

    intercepto: float
    pendiente: float
    anio_cero: int
    n: int
    t_medio: float
    sxx: float
    error_regresion: float

    @property
    def grados(self) -> int:
        """Degrees of freedom."""
        return self.n - 2

    @property
    def error_pendiente(self) -> float:
        """Standard error of the slope."""
        return self.error_regresion / math.sqrt(self.sxx)

    @property
    def error_intercepto(self) -> float:
        """Standard error of the intercept."""
        return self.error_regresion * math.sqrt(1.0 / self.n + self.t_medio**2 / self.sxx)

    @property
    def r2(self) -> float:
        """Coefficient of determination."""
        explicada = self.pendiente**2 * self.sxx
        residual = self.error_regresion**2 * self.grados
        return explicada / (explicada + residual) if explicada + residual else 1.0


def ajustar(anios: ArrayLike, valores: ArrayLike, anio_cero: int | None = None) -> Tendencia:
    """Fit the line to a series.

    Parameters
    ----------
    anios : array (n,)      Years in increasing order, n >= 3; they may leave some out.
    valores : array (n,)    One figure per year, any unit.
    anio_cero : int         Year where t is 0; the first year by default.

    Returns
    -------
    Tendencia

    Raises
    ------
    DatoInvalido        Fewer than three years, or as many figures as years are not there.

    Notes
    -----
    With ``scipy.stats.linregress``. Serial correlation of the residuals is not corrected, as in
    the report: the intervals are those of independent errors.

    References
    ----------
    SPS 2006, Anexo A, L7408-7416.
    """
    x = validacion.anios(anios)
    y = validacion.vector(valores, "valores")
    validacion.misma_longitud(x, "anios", y, "valores")
    if len(x) < 3:
        raise DatoInvalido("anios", Descripcion(f"{len(x)} años"), "al menos tres")
    cero = int(x[0]) if anio_cero is None else anio_cero
    t = (x - cero).astype(np.float64)
    sxx = float(((t - t.mean()) ** 2).sum())
    from scipy.stats import linregress  # slow to import: only who fits a series pays

    recta = linregress(t, y)
    return Tendencia(
        intercepto=float(recta.intercept),
        pendiente=float(recta.slope),
        anio_cero=cero,
        n=len(x),
        t_medio=float(t.mean()),
        sxx=sxx,
        # From the residuals: linregress takes 1 - r^2, which cancels when the fit is close.
        error_regresion=float(np.linalg.norm(y - (recta.intercept + recta.slope * t)))
        / math.sqrt(len(x) - 2),
    )


def desde_estadisticos(
    intercepto: float, t_intercepto: float, pendiente: float, t_pendiente: float, anio_cero: float
) -> Tendencia:
    """Rebuild a regression on consecutive years, t = 0..n-1, from what a report prints of it.

    Parameters
    ----------
    intercepto, pendiente : float           Coefficients.
    t_intercepto, t_pendiente : float       Their t statistics.
    anio_cero : int or whole float          First year of the sample, where t is 0.

    Returns
    -------
    Tendencia
        With its n found, which the report need not print.

    Raises
    ------
    DatoInvalido
        No number of years fits the two statistics: a printed figure is wrong or has lost its
        decimal point.

    Notes
    -----
    The ratio of the two standard errors only depends on the sample:
    ``((a/t_a)/(b/t_b))^2 = mean(t^2) = (n-1)(2n-1)/6``. Then ``s = (b/t_b) * sqrt(Sxx)`` with
    ``Sxx = n(n^2-1)/12``, so that intervals and R2 come without the data.

    References
    ----------
    SPS 2006, FIGURAS A6 to A8, A10 and A12 (L7418-7914).
    """
    n = muestra(intercepto, t_intercepto, pendiente, t_pendiente)
    cero = validacion.entero(anio_cero, "anio_cero", 1, 9999)
    sxx = n * (n * n - 1) / 12.0
    return Tendencia(
        intercepto=intercepto,
        pendiente=pendiente,
        anio_cero=cero,
        n=n,
        t_medio=(n - 1) / 2.0,
        sxx=sxx,
        error_regresion=abs(pendiente / t_pendiente) * math.sqrt(sxx),
    )


def razon_errores(
    intercepto: float, t_intercepto: float, pendiente: float, t_pendiente: float
) -> float:
    """Square of the ratio of the standard errors of intercept and slope.

    It is the mean of t^2 in the sample, whatever the data; see :func:`desde_estadisticos`.
    """
    for nombre, valor in (("t del intercepto", t_intercepto), ("t de la pendiente", t_pendiente)):
        if validacion.numero(valor, nombre) == 0.0:
            raise DatoInvalido(nombre, valor, "un estadístico t distinto de 0")
    if pendiente == 0.0 or intercepto == 0.0:
        raise DatoInvalido("coeficientes", 0, "un intercepto y una pendiente distintos de 0")
    try:
        razon = ((intercepto / t_intercepto) / (pendiente / t_pendiente)) ** 2
    except (OverflowError, ZeroDivisionError):
        razon = math.inf
    if not math.isfinite(razon):  # a quotient of floats may also end in infinity in silence
        raise DatoInvalido(
            "coeficientes y estadísticos t",
            Descripcion("cifras de magnitudes que no se pueden dividir"),
            "los de una regresión",
        )
    return razon


def muestra(intercepto: float, t_intercepto: float, pendiente: float, t_pendiente: float) -> int:
    """Number of consecutive years, from t = 0, of a printed regression; see :func:`ajustar`.

    Raises
    ------
    DatoInvalido        No whole number of years gives that ratio of standard errors.
    """
    razon = razon_errores(intercepto, t_intercepto, pendiente, t_pendiente)
    # (n-1)(2n-1)/6 = razon, a quadratic in n.
    n = round((3.0 + math.sqrt(1.0 + 48.0 * razon)) / 4.0)
    esperada = (n - 1) * (2 * n - 1) / 6.0
    if n < 3 or abs(razon / esperada - 1.0) > _TOLERANCIA_RAZON:
        raise DatoInvalido(
            "coeficientes y estadísticos t",
            Descripcion(f"una razón de errores estándar de {math.sqrt(razon):.7g}"),
            "la de una muestra de años seguidos (revise el punto decimal de cada cifra)",
        )
    return n


def probabilidades(recta: Tendencia) -> tuple[float, float]:
    """Two-sided p-values of intercept and slope; of a perfect fit, 0."""
    errores = np.array([recta.error_intercepto, recta.error_pendiente])
    t = np.divide(
        [recta.intercepto, recta.pendiente], errores, out=np.full(2, np.inf), where=errores > 0.0
    )
    from scipy.special import stdtr

    p = 2.0 * stdtr(recta.grados, -np.abs(t))
    return float(p[0]), float(p[1])


def evaluar(recta: Tendencia, anios: ArrayLike) -> Vector:
    """Value of the line in each year, shape (m,), unit of y."""
    t = np.asarray(anios, dtype=np.float64) - recta.anio_cero
    return recta.intercepto + recta.pendiente * t


def intervalo(
    recta: Tendencia, anios: ArrayLike, confianza: float = 0.95, clase: str = "prediccion"
) -> tuple[Vector, Vector]:
    """Lower and upper limit in each year.

    Parameters
    ----------
    recta : Tendencia
    anios : array (m,)
    confianza : float   Fraction between 0 and 1.
    clase : str         "prediccion" (a new year's figure) or "media" (the line itself).

    Returns
    -------
    inferior, superior : array (m,)     Unit of y.

    Raises
    ------
    DatoInvalido        `confianza` is not between 0 and 1, or another `clase`.

    Notes
    -----
    ``y ± t * s * sqrt(1 + 1/n + (t - mean t)^2/Sxx)``; the leading 1 goes away for "media". The
    report draws two limits and does not say which ones.
    """
    validacion.opcion(clase, "intervalo", INTERVALOS)
    if not 0.0 < validacion.numero(confianza, "confianza") < 1.0:
        raise DatoInvalido("confianza", confianza, "una fracción entre 0 y 1, como 0.95")
    t = np.asarray(anios, dtype=np.float64) - recta.anio_cero
    varianza = 1.0 / recta.n + (t - recta.t_medio) ** 2 / recta.sxx
    if clase == "prediccion":
        varianza = varianza + 1.0
    from scipy.special import stdtrit

    centro = evaluar(recta, anios)
    cuantil = float(stdtrit(recta.grados, 0.5 + confianza / 2.0))
    ancho = cuantil * recta.error_regresion * np.sqrt(varianza)
    return centro - ancho, centro + ancho


def tabla(
    recta: Tendencia, anios: ArrayLike, confianza: float = 0.95, clase: str = "prediccion"
) -> tuple[list[str], list[list[float]]]:
    """Header and rows of year, value, lower and upper limit; see :func:`intervalo`."""
    x = validacion.anios_enteros(anios, "proyectados")
    bajo, alto = intervalo(recta, x, confianza, clase)
    filas = np.column_stack([x, evaluar(recta, x), bajo, alto]).tolist()
    return ["anio", "valor", "inferior", "superior"], filas
