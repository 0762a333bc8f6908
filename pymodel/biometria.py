"""Life tables by sex, survival, improvement, school drop-out, annuities of one life.

Las fórmulas oficiales (CUSF Anexo 14.2.1) no se pudieron leer. Stated in the issue: below the first
age of a table q = 0; above its last age, an error; a table that does not close is closed with q = 1
at its next age (EMSSA-09, at 110). Ages are whole years (age last birthday).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from pymodel import datos, validacion
from pymodel.errores import DatoInvalido, Descripcion
from pymodel.validacion import Vector

Enteros = NDArray[np.int64]

SEXOS = ("H", "M")
PAGOS = ("ciertos", "11/24", "anual")
ESCUELA = "EMDE-IMSS-09"
EDAD_DESERCION = 16

_SEXO = {"h": 0, "hombre": 0, "1": 0, "m": 1, "mujer": 1, "2": 1}
_EDAD_MAXIMA = 130


@dataclass(frozen=True, eq=False)
class TablaVida:
    """A life table, closed.

    Attributes
    ----------
    nombre : str
    q : array (2, omega + 1)    Yearly probability of death at ages 0 to omega, men and women;
                                0 below the first age, 1 at omega.
    edad_inicial : int          First age of the source.
    cierre : str                How it was closed, in Spanish; "" when the source closes it.
    """

    nombre: str
    q: Vector
    edad_inicial: int
    cierre: str

    @property
    def edad_final(self) -> int:
        """Omega: nobody lives past this age."""
        return int(self.q.shape[1]) - 1


@cache
def tabla(nombre: str) -> TablaVida:
    """Life table of the package by name.

    Parameters
    ----------
    nombre : str    "EMSSA-97", "EMSSI-97", "EMSSA-09", "EMSSA-15", "EMSSA-RCS-15" or
                    "EMSSI-IMSS-RCS-12"; case, accents and separators do not matter.

    Returns
    -------
    TablaVida

    Raises
    ------
    DatoInvalido    Unknown name, or a table that is not of mortality (EMDE-IMSS-09).

    References
    ----------
    CUSF 14.2.4 to 14.2.6; where each table was copied from: :func:`pymodel.datos.biometricas`.
    """
    df = datos.biometrica(nombre)
    if not df.attrs["contenido"].startswith("probabilidad anual de muerte"):
        raise DatoInvalido("tabla", df.attrs["nombre"], "una tabla de mortalidad")
    return tabla_vida(
        df["edad"].to_numpy(),
        df["hombres"].to_numpy(),
        df["mujeres"].to_numpy(),
        df.attrs["nombre"],
    )


def tabla_vida(edad: Any, hombres: Any, mujeres: Any, nombre: str = "tabla") -> TablaVida:
    """Life table from its columns, closed if it is not.

    Parameters
    ----------
    edad : array (n,)               Consecutive whole ages.
    hombres, mujeres : array (n,)   Yearly probability of death, in [0, 1].
    nombre : str                    For the messages.

    Returns
    -------
    TablaVida

    Raises
    ------
    DatoInvalido    Ages that skip, repeat or pass 130; a probability outside [0, 1].
    """
    edades = validacion.anios(edad, f"{nombre}, columna «edad»")
    if edades[0] < 0 or edades[-1] > _EDAD_MAXIMA or np.any(np.diff(edades) != 1):
        raise DatoInvalido(
            f"{nombre}, columna «edad»",
            Descripcion(f"edades de {edades[0]} a {edades[-1]} en {edades.size} renglones"),
            f"edades enteras consecutivas entre 0 y {_EDAD_MAXIMA}",
        )
    q = np.zeros((2, int(edades[-1]) + 1))
    for sexo, (columna, valores) in enumerate((("hombres", hombres), ("mujeres", mujeres))):
        tasas = validacion.vector(valores, f"{nombre}, columna «{columna}»")
        validacion.misma_longitud(edades, f"{nombre}, edad", tasas, columna)
        malas = (tasas < 0.0) | (tasas > 1.0)
        if malas.any():
            i = int(malas.argmax())
            raise DatoInvalido(
                f"{nombre}, edad {edades[i]}, columna «{columna}»",
                float(tasas[i]),
                "una probabilidad entre 0 y 1",
            )
        q[sexo, edades[0] :] = tasas
    cierre = ""
    if (q[:, -1] < 1.0).any():
        cierre = f"cerrada con q = 1 a los {edades[-1] + 1} años"
        q = np.concatenate([q, np.ones((2, 1))], axis=1)
    q.setflags(write=False)
    return TablaVida(nombre, q, int(edades[0]), cierre)


@cache
def desercion() -> Vector:
    """Yearly rate at which a student of each age leaves school, (26,), ages 0 to 25.

    References
    ----------
    EMDE-IMSS-09 (name inferred; rates from 16, 1 at 25).
    """
    df = datos.biometrica(ESCUELA)
    tasas: Vector = df["hombres"].to_numpy(dtype=np.float64)
    tasas.setflags(write=False)
    return tasas


def sexo(valor: Any, donde: str) -> int:
    """Code of a sex: 0 for H, hombre, 1; 1 for M, mujer, 2."""
    clave = valor
    if isinstance(valor, float | int | np.integer) and not isinstance(valor, bool):
        clave = "1" if valor == 1 else "2" if valor == 2 else None
    codigo = _SEXO.get(clave.strip().lower()) if isinstance(clave, str) else None
    if codigo is None:
        raise DatoInvalido(donde, valor, "H o M (también hombre o mujer, 1 o 2)")
    return codigo


def edades(valores: Any, t: TablaVida, donde: str = "edad", *, desde: int = 0) -> Enteros:
    """Whole ages from `desde` to the last one of the table, (n,)."""
    crudas = validacion.vector(valores, donde)
    malas = (crudas != np.floor(crudas)) | (crudas < desde) | (crudas > t.edad_final)
    if malas.any():
        i = int(malas.argmax())
        lugar = donde if crudas.size == 1 else f"{donde}, {validacion.posicion(i)}"
        raise DatoInvalido(
            lugar,
            float(crudas[i]),
            f"una edad entera (años cumplidos) entre {desde} y {t.edad_final}, la última de "
            f"{t.nombre}",
        )
    return crudas.astype(np.int64)


def supervivencia(t: TablaVida, mejora: Vector | None = None) -> Vector:
    """Probability of being alive k years after each age, kpx.

    Parameters
    ----------
    t : TablaVida
    mejora : array (2, omega' + 1, K), optional
        Factor on q of each sex, age and year k from the valuation, as :func:`mejora` makes it;
        omega' and K at least those of the table. The annuity of a person of age x uses the
        diagonal (x, 0), (x + 1, 1)...

    Returns
    -------
    array (2, omega + 1, omega + 1)     By sex, age and k; 1 at k = 0, 0 past omega.

    References
    ----------
    Diagonal: CUSF 14.2.7 (in words; its expression and its factors could not be read).
    """
    return _sin_mejora(t.nombre, t.q.tobytes(), t.q.shape[1]) if mejora is None else _kpx(t, mejora)


@cache
def _sin_mejora(nombre: str, q: bytes, n: int) -> Vector:
    return _kpx(TablaVida(nombre, np.frombuffer(q).reshape(2, n), 0, ""), None)


def _kpx(t: TablaVida, mejora: Vector | None) -> Vector:
    n = t.q.shape[1]
    s = np.zeros((2, n, n))
    s[:, :, 0] = 1.0
    for k in range(n - 1):
        # Who is x at the start is x + k now; the last age leaves nobody.
        q = t.q[:, k:]
        if mejora is not None:
            # The closing q = 1 is not improved: it is where the table ends.
            q = np.where(q < 1.0, np.minimum(q * mejora[:, k:n, k], 1.0), 1.0)
        s[:, : n - k, k + 1] = s[:, : n - k, k] * (1.0 - q)
    s.setflags(write=False)
    return s


def mejora(
    edad: Any, hombres: Any, mujeres: Any, *, anio: Any = None, anio_inicial: int | None = None
) -> Vector:
    """Factors of improvement of mortality, laid out for the diagonal.

    Parameters
    ----------
    edad : array (m,)               Ages.
    hombres, mujeres : array (m,)   Factor that multiplies q in one year: 0.985 is 1.5 % less.
    anio : array (m,), optional     Calendar year of each factor; omitted, the factor of an age is
                                    the same every year.
    anio_inicial : int, optional    Year of the valuation; needed with `anio`.

    Returns
    -------
    array (2, 132, 132)             Product of the factors by sex, age and year k.

    Raises
    ------
    DatoInvalido        Ages outside 0-130, repeated rows, factors that are not in [0.5, 1.5],
                        `anio` without the year of the valuation.

    Notes
    -----
    With years: q(x, t) = q(x) prod_{u <= t} f(x, u), t = anio_inicial + k; every year of the table
    up to t counts, so the table must begin after the base year of the mortality. Without: q(x, t)
    = q(x) f(x)^k. Ages and years that the table does not have keep q as it is.

    References
    ----------
    IFA 2010, A-10 (L8992-8998): product of the factors by age and year. The official factors
    (CUSF 14.2.7) could not be read: convention of ours.
    """
    donde = "factores_mejora"
    x = validacion.anios_enteros(edad, f"{donde}, columna «edad»")
    fuera = (x < 0) | (x > _EDAD_MAXIMA)
    if fuera.any():
        i = int(fuera.argmax())
        raise DatoInvalido(
            f"{donde}, fila {i + 1}", int(x[i]), f"una edad entre 0 y {_EDAD_MAXIMA}"
        )
    factores = np.stack(
        [
            validacion.vector(c, f"{donde}, columna «{n}»")
            for c, n in ((hombres, "hombres"), (mujeres, "mujeres"))
        ]
    )
    malos = (factores < 0.5) | (factores > 1.5)
    if malos.any():
        s, i = (int(j) for j in np.argwhere(malos)[0])
        raise DatoInvalido(
            f"{donde}, fila {i + 1}, columna «{('hombres', 'mujeres')[s]}»",
            float(factores[s, i]),
            "un factor que multiplica a q, entre 0.5 y 1.5 (0.985 es 1.5 % menos cada año)",
        )
    n = _EDAD_MAXIMA + 2
    anios = np.zeros(x.size, dtype=np.int64)
    if anio is not None:
        anios = validacion.anios_enteros(anio, f"{donde}, columna «anio»")
        if anio_inicial is None:
            raise DatoInvalido(
                "fecha", None, "la fecha de la valuación, porque factores_mejora tiene años"
            )
    pares = np.stack([x, anios])
    _, primeros = np.unique(pares, axis=1, return_index=True)
    if primeros.size < x.size:
        i = int(np.setdiff1d(np.arange(x.size), primeros)[0])
        raise DatoInvalido(
            f"{donde}, fila {i + 1}", Descripcion(f"la edad {x[i]} repetida"), "cada una una vez"
        )
    if anio is None:
        anual = np.ones((2, n))
        anual[:, x] = factores
        potencias: Vector = anual[:, :, None] ** np.arange(n)
        return potencias
    assert anio_inicial is not None
    resultado = np.ones((2, n, n))
    # A factor of a year already past acts from k = 0.
    k = np.maximum(anios - anio_inicial, 0)
    dentro = k < n
    for s in range(2):
        np.multiply.at(resultado[s], (x[dentro], k[dentro]), factores[s, dentro])
    acumulado: Vector = np.asarray(np.cumprod(resultado, axis=2), dtype=np.float64)
    return acumulado


def supervivencia_conjunta(kpx: Vector, kpy: Vector) -> Vector:
    """Both of two independent lives alive after k years, same shape as the arguments."""
    return kpx * kpy


def supervivencia_condicional(kpx: Vector, transcurridos: int) -> Vector:
    """Survival from a later date of who is alive then: kpx[k0 + k] / kpx[k0].

    Parameters
    ----------
    kpx : array (..., K)        Probability of being alive after k years.
    transcurridos : int         Years k0 already lived.

    Returns
    -------
    array (..., K - k0)

    Raises
    ------
    DatoInvalido                If nobody is alive after those years.
    """
    k0 = validacion.entero(transcurridos, "transcurridos", 0, kpx.shape[-1] - 1)
    vivos = kpx[..., k0 : k0 + 1]
    if (vivos <= 0.0).any():
        raise DatoInvalido("transcurridos", k0, "años a los que se llegue con vida")
    resultado: Vector = kpx[..., k0:] / vivos
    return resultado


def derecho_escolar(limite: int, modo: str, *, n: int = _EDAD_MAXIMA + 1) -> Vector:
    """Probability that a living child keeps the right k years on, by age, (n, n).

    Parameters
    ----------
    limite : int        Age at which the right ends: 16, or limite_hijos for students.
    modo : str          "ninguna", "acumulada" or "edad_alcanzada".
    n : int             Ages and years of the result.

    Returns
    -------
    array (n, n)        s(age, k): 0 from the limit on.

    Notes
    -----
    Rates of EMDE-IMSS-09, from age 16. "acumulada": product of 1 - d_u for u from max(age, 16) to
    age + k - 1. "edad_alcanzada": 1 - d at age + k, at k = 0 too. How the rate enters is not
    official: both appear in the works that use the table.
    """
    x, k = np.arange(n)[:, None], np.arange(n)[None, :]
    alcanzada = x + k
    s = (alcanzada < limite).astype(np.float64)
    if modo == "ninguna":
        return s
    d = np.zeros(2 * n)
    d[: desercion().size] = desercion()
    d[:EDAD_DESERCION] = 0.0
    if modo == "edad_alcanzada":
        return s * (1.0 - d[alcanzada])
    # The rate of 25 is 1: past it nobody is at school, and the limit has already ended the right.
    queda = np.concatenate([[1.0], np.cumprod(1.0 - d)])
    inicio = np.where(queda[x] > 0.0, queda[x], 1.0)
    return s * queda[alcanzada] / inicio


def con_invalidez(
    activo: Vector, invalido: Vector, incidencia: Vector, derecho: Vector, limite: int
) -> Vector:
    """Probability that a child is alive, disabled, and past the age at which its right ended.

    Parameters
    ----------
    activo, invalido : array (A, A)     kpx of one sex by age and k, active and disabled.
    incidencia : array (A,)             Probability of becoming totally disabled within the year.
    derecho : array (A, A)              s(age, k), from :func:`derecho_escolar`.
    limite : int                        Age at which the right ends.

    Returns
    -------
    array (A, A)                        By age and k; 0 while age + k < limite.

    Notes
    -----
    Convention of ours (the form of the PSIH is not known): a child that is entitled at the start
    of year t, survives it on the active table and becomes disabled in it with probability r, is
    disabled from the end of the year on; each year takes 1 - r of those not disabled.
    """
    a = activo.shape[0]
    resultado = np.zeros_like(activo)
    x = np.arange(a)
    sano = np.ones(a)
    for t in range(limite):
        ahora = np.minimum(x + t, a - 1)
        despues = np.minimum(x + t + 1, a - 1)
        r = np.where(x + t < limite, incidencia[ahora], 0.0)
        entra = sano * r * derecho[:, t] * activo[:, t + 1]
        resultado[:, t + 1 :] += entra[:, None] * invalido[despues, : a - t - 1]
        sano *= 1.0 - r
    resultado[np.add.outer(x, x) < limite] = 0.0
    # Who is at the limit already never had the right that this prolongs.
    resultado[limite:] = 0.0
    return resultado


def factor_pagos(tasa: float, pagos: str = "ciertos") -> float:
    """Value at the start of a year of twelve payments of one, one each month, per year alive.

    Parameters
    ----------
    tasa : float    Yearly rate, decimal fraction.
    pagos : str     "ciertos": (1 - v)/(1 - v^(1/12)), 11.8128544 at 3.5 %; otherwise 12.

    References
    ----------
    Stated in the issue; see ``docs/modelo.md``.
    """
    v = 1.0 / (1.0 + validacion.tasa(tasa, "tasa"))
    if pagos != "ciertos" or v == 1.0:
        return 12.0
    return float(np.expm1(np.log(v)) / np.expm1(np.log(v) / 12.0))


def anualidad(t: TablaVida, edad: Any, sexo: int, tasa: float, pagos: str = "ciertos") -> Vector:
    """Value of one peso of yearly income for life, in advance.

    Parameters
    ----------
    t : TablaVida
    edad : float or array (n,)      Whole ages, from 0 to the last of the table.
    sexo : int                      0 man, 1 woman.
    tasa : float                    Yearly rate, decimal fraction.
    pagos : str                     "ciertos": twelve certain payments within each year,
                                    ä (1 - v)/(12 (1 - v^(1/12))); "11/24": ä - 11/24; "anual": ä.

    Returns
    -------
    array (n,)

    Raises
    ------
    DatoInvalido        Age that is not whole or is outside the table, rate of 1 or more.
    """
    v = 1.0 / (1.0 + validacion.tasa(tasa, "tasa"))
    pagos = validacion.opcion(pagos, "pagos", PAGOS)
    x = edades(edad, t)
    kpx = supervivencia(t)[sexo]
    a: Vector = (kpx @ v ** np.arange(kpx.shape[1]))[x]
    if pagos == "11/24":
        return a - 11.0 / 24.0
    return a * factor_pagos(tasa) / 12.0 if pagos == "ciertos" else a


def esperanza_vida(t: TablaVida, edad: Any, sexo: int) -> Vector:
    """Complete expectation of life: sum of kpx, k >= 1, plus 0.5; years.

    Parameters
    ----------
    t : TablaVida
    edad : float or array (n,)      Whole ages, from the first to the last of the table.
    sexo : int                      0 man, 1 woman.

    Raises
    ------
    DatoInvalido        Age outside the table: below its first age there is no mortality to count.
    """
    x = edades(edad, t, desde=t.edad_inicial)
    e: Vector = supervivencia(t)[sexo].sum(axis=1)[x]
    return e - 0.5


def filas(nombre: str) -> list[tuple[int, float, float]]:
    """Rows edad, hombres, mujeres of a table of the package, closed if it is of mortality.

    Parameters
    ----------
    nombre : str    As :func:`tabla`, or "EMDE-IMSS-09", whose rates are of school drop-out.

    Returns
    -------
    list of (age, rate of men, rate of women)   From the first age of the source.
    """
    if datos.biometrica(nombre).attrs["nombre"] == ESCUELA:
        return [(edad, float(d), float(d)) for edad, d in enumerate(desercion())]
    t = tabla(nombre)
    return [
        (edad, float(t.q[0, edad]), float(t.q[1, edad]))
        for edad in range(t.edad_inicial, t.edad_final + 1)
    ]
