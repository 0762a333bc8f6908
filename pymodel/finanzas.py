"""Financial mathematics of the valuations: present values, rates, annual interpolation."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from pymodel import validacion
from pymodel.errores import DatoInvalido, Descripcion
from pymodel.validacion import Vector

CONVENCIONES = ("fin", "inicio", "medio")
METODOS = ("pchip", "spline", "log_spline", "log_pchip", "lineal", "geometrica")

_DESFASE = {"fin": 1.0, "inicio": 0.0, "medio": 0.5}


def factores_descuento(n: int, tasa: float, convencion: str = "fin") -> Vector:
    """Discount factors of n yearly flows.

    Parameters
    ----------
    n : int             Number of years.
    tasa : float        Yearly discount rate, decimal fraction; real for flows in constant pesos.
    convencion : str    "fin": exponents 1..n (IFA valuations); "inicio": 0..n-1 (MIFA);
                        "medio": 0.5..n-0.5.

    Returns
    -------
    array (n,)

    Raises
    ------
    DatoInvalido        Rate of 1 or more in absolute value, unknown convention.

    References
    ----------
    IFA 2005, cuadros II.3 and II.9 (L1317, L1610): first flow discounted one full year.
    IFA 2010, cuadro II.7 (L2135-2170): first flow undiscounted.
    """
    v = 1.0 / (1.0 + validacion.tasa(tasa, "tasa"))
    desfase = _DESFASE[validacion.opcion(convencion, "convencion", CONVENCIONES)]
    exponentes: Vector = np.arange(n, dtype=np.float64) + desfase
    return v**exponentes


def valor_presente(
    flujo: ArrayLike,
    tasa: float,
    *,
    convencion: str = "fin",
    crecimiento_perpetuo: float | None = None,
    vp_cola: ArrayLike = 0.0,
) -> float | Vector:
    """Present value of one or several yearly flows, with an optional tail after the last year.

    Parameters
    ----------
    flujo : array (n,) or (n, k)        Yearly flows, money of one price base.
    tasa : float                        Yearly discount rate, decimal fraction.
    convencion : str                    See :func:`factores_descuento`.
    crecimiento_perpetuo : float        Growth g of a closing perpetuity; None for no perpetuity.
    vp_cola : float, or array (k,) for k flows
                                        Run-off after the last year, already valued at the
                                        valuation date, same money as `flujo`.

    Returns
    -------
    float for one flow, array (k,) for k flows; same money as `flujo`.

    Raises
    ------
    DatoInvalido        Growth at or above the rate, both tails given, one tail for several
                        flows, non-finite values.

    Notes
    -----
    VP = sum_t F_t d_t + F_n d_n (1+g)/(i-g) + tail, d_t the discount factor of year t.

    References
    ----------
    Perpetuity: IFA 2005, SRT and SIV (recovered: cuadro II.9 L1610 less cuadro II.26 L2372).
    Run-off: IFA 2010, SRT and SIV at 100 years (L498-506, L3310-3314).
    """
    flujos = validacion.serie(flujo, "flujo")
    factores = factores_descuento(flujos.shape[0], tasa, convencion)
    cola = _por_serie(vp_cola, "vp_cola", flujos)
    if crecimiento_perpetuo is not None:
        _un_solo_cierre(cola, "vp_cola")
    return _vp(flujos, factores, tasa, crecimiento_perpetuo, cola)


def _vp(
    flujos: Vector,
    factores: Vector,
    tasa: float,
    crecimiento_perpetuo: float | None,
    cola: float | Vector,
) -> float | Vector:
    """Present value of checked arrays; shared with the premiums."""
    total = factores.dot(flujos) + cola
    if crecimiento_perpetuo is not None:
        total = total + flujos[-1] * factores[-1] * factor_perpetuidad(tasa, crecimiento_perpetuo)
    return total if flujos.ndim == 2 else float(total)


def _por_serie(valor: ArrayLike, nombre: str, flujos: Vector) -> float | Vector:
    """Amount that goes with each series: a float for one, (k,) for k; 0 serves for all."""
    series = 1 if flujos.ndim == 1 else flujos.shape[1]
    if isinstance(valor, int | float):
        monto = validacion.numero(valor, nombre)
        if series == 1 or monto == 0.0:
            return monto
        montos: Vector = np.array([monto])
    else:
        montos = validacion.vector(valor, nombre)
    if montos.size == series:
        return montos if flujos.ndim == 2 else float(montos[0])
    if montos.size == 1 and montos[0] == 0.0:
        return 0.0
    esperado = "un solo valor" if series == 1 else f"0 o {series} valores, uno por columna"
    if montos.size == 1:
        raise DatoInvalido(nombre, float(montos[0]), esperado)
    raise DatoInvalido(nombre, Descripcion(f"{montos.size} valores"), esperado)


def _un_solo_cierre(cola: float | Vector, nombre: str) -> None:
    """Refuse a tail beside a closing perpetuity: it would count the same years twice."""
    if np.any(cola):
        raise DatoInvalido(
            f"crecimiento_perpetuo y {nombre}",
            Descripcion("los dos"),
            "sólo uno: perpetuidad de cierre o valor presente de la cola",
        )


def factor_perpetuidad(tasa: float, crecimiento: float) -> float:
    """Value, at the date of the last flow, of what follows it: (1+g)/(i-g) per peso.

    Parameters
    ----------
    tasa : float            Yearly discount rate i, decimal fraction.
    crecimiento : float     Yearly growth g after the last flow, below the rate.

    Returns
    -------
    float                   Times the last flow.

    Raises
    ------
    DatoInvalido        If growth is not below the rate: the series does not converge.
    """
    i = validacion.tasa(tasa, "tasa")
    g = validacion.tasa(crecimiento, "crecimiento_perpetuo")
    if g >= i:
        raise DatoInvalido(
            "crecimiento_perpetuo",
            g,
            f"un crecimiento menor que la tasa de descuento ({i:g}); si no, la perpetuidad diverge",
        )
    return (1.0 + g) / (i - g)


def crecimiento_implicito(ultimo_vp: float, vp_cola: float, tasa: float) -> float:
    """Growth of the perpetuity that is worth a known tail.

    Parameters
    ----------
    ultimo_vp : float   Present value of the last yearly flow.
    vp_cola : float     Present value of everything after it.
    tasa : float        Rate at which both were valued.

    Returns
    -------
    float               g such that ultimo_vp (1+g)/(i-g) = vp_cola; negative for a run-off,
                        -1 when nothing follows.

    Raises
    ------
    DatoInvalido        Last flow of 0 or less, or a negative tail.

    Notes
    -----
    Carries a tail that is known at one rate only to other rates (IFA 2010, SRT and SIV).
    """
    ultimo = validacion.numero(ultimo_vp, "ultimo_vp")
    cola = validacion.numero(vp_cola, "vp_cola")
    i = validacion.tasa(tasa, "tasa")
    if ultimo <= 0.0:
        raise DatoInvalido("ultimo_vp", ultimo, "un valor mayor que 0")
    if cola < 0.0:
        raise DatoInvalido("vp_cola", cola, "una cola de 0 o más")
    razon = cola / ultimo
    return (razon * i - 1.0) / (1.0 + razon)


def tasa_real(tasa_nominal: float, inflacion: float) -> float:
    """Real rate: (1 + nominal)/(1 + inflation) - 1.

    Parameters
    ----------
    tasa_nominal, inflacion : float     Yearly, decimal fractions.

    Returns
    -------
    float                               Decimal fraction.

    References
    ----------
    IFA 2010, cuadro II.3 (L1624, L1641): 7.23 % nominal and 3.60 % inflation are 3.5 % real.
    """
    nominal = validacion.tasa(tasa_nominal, "tasa_nominal")
    precios = validacion.tasa(inflacion, "inflacion")
    return (1.0 + nominal) / (1.0 + precios) - 1.0


def tasa_nominal(tasa_real: float, inflacion: float) -> float:
    """Nominal rate: (1 + real)(1 + inflation) - 1; the inverse of :func:`tasa_real`.

    Parameters
    ----------
    tasa_real, inflacion : float        Yearly, decimal fractions.

    Returns
    -------
    float                               Decimal fraction.
    """
    real = validacion.tasa(tasa_real, "tasa_real")
    precios = validacion.tasa(inflacion, "inflacion")
    return (1.0 + real) * (1.0 + precios) - 1.0


def interpolar_anual(
    anios: ArrayLike, valores: ArrayLike, metodo: str = "pchip"
) -> tuple[NDArray[np.int64], Vector]:
    """Fill in the years between printed years.

    Parameters
    ----------
    anios : array (m,)              Printed years, increasing.
    valores : array (m,) or (m, k)  Printed values, any unit.
    metodo : str                    "pchip" monotone cubic; "spline" natural cubic spline;
                                    "log_spline" and "log_pchip" the same on logarithms;
                                    "lineal"; "geometrica" constant growth between years.

    Returns
    -------
    years (n,), values (n,) or (n, k)   Every year from the first to the last printed one;
                                        printed years keep their printed value.

    Raises
    ------
    DatoInvalido        Years unsorted or repeated, lengths that differ, values of 0 or less
                        with a logarithmic method.

    References
    ----------
    IFA 2005 prints 2006-2010 and decades (PCHIP reproduces its sums, L2371); IFA 2010 prints
    2011-2015 and five-year steps (log-spline reproduces its present values, cuadro I.4).
    """
    x = validacion.anios(anios)
    y = validacion.serie(valores, "valores")
    validacion.misma_longitud(x, "anios", y, "valores")
    metodo = validacion.opcion(metodo, "metodo", METODOS)
    if metodo in ("log_spline", "log_pchip", "geometrica") and y.min() <= 0.0:
        lugar = np.argwhere(y <= 0.0)[0]
        raise DatoInvalido(
            f"valores, {validacion.posicion(lugar)}",
            float(y[tuple(lugar)]),
            f"valores mayores que 0 para el método «{metodo}»",
        )
    if x.size == 1:
        return x, y
    todos = np.arange(x[0], x[-1] + 1)
    try:
        resultado = np.asarray(_INTERPOLADORES[metodo](x, y)(todos), dtype=np.float64)
    except ValueError:  # scipy refuses slopes that overflow
        raise DatoInvalido(
            "valores", float(np.abs(y).max()), "montos de un tamaño con el que se pueda calcular"
        ) from None
    # Logs and splines leave rounding noise on the printed years; the print is the datum.
    resultado[x - x[0]] = y
    return todos, resultado


# scipy.interpolate takes longer to import than the rest of the model; only who interpolates pays.
def _pchip(x: NDArray[Any], y: Vector) -> Callable[..., Any]:
    from scipy.interpolate import PchipInterpolator

    return PchipInterpolator(x, y)


def _spline(x: NDArray[Any], y: Vector) -> Callable[..., Any]:
    from scipy.interpolate import CubicSpline

    return CubicSpline(x, y, bc_type="natural")


def _lineal(x: NDArray[Any], y: Vector) -> Callable[..., Any]:
    from scipy.interpolate import make_interp_spline

    return make_interp_spline(x, y, k=1)


def _on_logs(base: Callable[..., Callable[..., Any]]) -> Callable[..., Callable[..., Any]]:
    def build(x: NDArray[Any], y: Vector) -> Callable[..., Any]:
        curva = base(x, np.log(y))
        return lambda t: np.exp(curva(t))

    return build


_INTERPOLADORES: dict[str, Callable[..., Callable[..., Any]]] = {
    "pchip": _pchip,
    "spline": _spline,
    "log_spline": _on_logs(_spline),
    "log_pchip": _on_logs(_pchip),
    "lineal": _lineal,
    "geometrica": _on_logs(_lineal),
}
