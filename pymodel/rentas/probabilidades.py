"""Who is alive and entitled after k years, summed over k with the discount: the actuarial weights.

The benefits of a year depend only on whether the spouse lives and on the number of entitled
children, so each present value is a sum over those states of (weight of the state) x (benefit).
The weights carry mortality, school and interest, and are computed once for every set of benefits.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from pymodel import biometria
from pymodel.rentas.casos import Casos
from pymodel.rentas.opciones import VIVOS, Bases, Opciones, ley
from pymodel.validacion import Vector

Enteros = NDArray[np.int64]

# Codes of a life: nobody, child (sex + 2 if it studies), disabled for life, active for life.
NADIE, _HIJO, INVALIDO, _ACTIVO = 0, 1, 5, 7


@dataclass(frozen=True)
class Matrices:
    """Probabilities by code of a life, age and year k, (9, A, A).

    vive : alive and, if a child, entitled.
    sale : a child alive that loses its right by age or school in year k.
    invalida : a child alive, disabled, past the age of its right (PSIH); None without rates.
    """

    vive: Vector
    sale: Vector
    invalida: Vector | None


def matrices(b: Bases, opciones: Opciones) -> Matrices:
    """Matrices of the bases and options; kept from call to call when nothing is user supplied.

    Notes
    -----
    PSIH, convention of ours (its official form is not known): see
    :func:`pymodel.biometria.con_invalidez`. Improvement acts on the non-disabled only (IFA 2010,
    A-10).
    """
    modo = opciones.desercion or b.desercion
    if opciones.factores_mejora is None and opciones.tabla_invalidez_hijos is None:
        return _guardadas(b, modo, opciones.limite_hijos)
    return _matrices(
        b, modo, opciones.limite_hijos, opciones.factores_mejora, opciones.tabla_invalidez_hijos
    )


@lru_cache(maxsize=16)
def _guardadas(b: Bases, modo: str, limite: int) -> Matrices:
    return _matrices(b, modo, limite, None, None)


def _matrices(
    b: Bases, modo: str, limite: int, mejora: Vector | None, incidencia: Vector | None
) -> Matrices:
    n = max(b.activos.edad_final, b.invalidos.edad_final) + 1
    activo = _extender(biometria.supervivencia(b.activos, mejora), n)
    invalido = _extender(biometria.supervivencia(b.invalidos), n)
    vive, sale = np.zeros((9, n, n)), np.zeros((9, n, n))
    invalida = None if incidencia is None else np.zeros((9, n, n))
    vive[INVALIDO : INVALIDO + 2] = invalido
    vive[_ACTIVO : _ACTIVO + 2] = activo
    for estudia, edad_limite in enumerate((ley().limite, limite)):
        derecho = biometria.derecho_escolar(edad_limite, modo if estudia else "ninguna", n=n)
        for s in range(2):
            c = _HIJO + s + 2 * estudia
            vive[c] = activo[s] * derecho
            sale[c, :, 1:] = activo[s][:, 1:] * (derecho[:, :-1] - derecho[:, 1:])
            if invalida is not None and incidencia is not None:
                invalida[c] = biometria.con_invalidez(
                    activo[s], invalido[s], incidencia[s, :n], derecho, edad_limite
                )
    return Matrices(vive, sale, invalida)


def _extender(s: Vector, n: int) -> Vector:
    return np.pad(s, ((0, 0), (0, n - s.shape[1]), (0, n - s.shape[2])))


@dataclass(frozen=True)
class Vidas:
    """Codes and ages of the lives of each case; where there is nobody, code 0 and age 0."""

    asegurado: tuple[Enteros, Enteros]
    conyuge: tuple[Enteros, Enteros]
    dependientes: tuple[Enteros, Enteros]  # (n, M): children, or ascendants without any family
    solo_ascendientes: NDArray[np.bool_]


def vidas(casos: Casos, opciones: Opciones) -> Vidas:
    """The lives that count: ascendants only where there is neither spouse nor entitled child.

    References
    ----------
    LSS arts. 66, 137 and 138.
    """
    vivo = casos.es(*VIVOS)
    pareja, hijos = ~np.isnan(casos.conyuge_edad), ~np.isnan(casos.hijos_edad)
    padres = ~np.isnan(casos.ascendientes_edad)
    solo = padres.any(axis=1) & ~pareja & ~casos.hijos_con_derecho(opciones).any(axis=1)
    hijos &= ~solo[:, None]
    codigo_hijo = np.where(
        casos.hijos_invalido > 0,
        INVALIDO + casos.hijos_sexo,
        _HIJO + casos.hijos_sexo + 2 * casos.hijos_estudia,
    )
    dependientes = _codigos(hijos, codigo_hijo, casos.hijos_edad)
    if solo.any():
        ancho = max(2, hijos.shape[1])
        codigo = np.where(casos.ascendientes_invalido > 0, INVALIDO, _ACTIVO)
        propios = _codigos(
            padres & solo[:, None], codigo + casos.ascendientes_sexo, casos.ascendientes_edad
        )
        dependientes = tuple(  # type: ignore[assignment]
            np.pad(h, ((0, 0), (0, ancho - h.shape[1])))
            + np.pad(a, ((0, 0), (0, ancho - a.shape[1])))
            for h, a in zip(dependientes, propios, strict=True)
        )
    codigo = np.where(casos.conyuge_invalido > 0, INVALIDO, _ACTIVO) + casos.conyuge_sexo
    return Vidas(
        _codigos(vivo, INVALIDO + casos.sexo, casos.edad),
        _codigos(pareja, codigo, casos.conyuge_edad),
        dependientes,
        solo,
    )


def _codigos(hay: NDArray[np.bool_], codigo: Vector, edad: Vector) -> tuple[Enteros, Enteros]:
    return (
        np.where(hay, codigo, NADIE).astype(np.int64),
        np.where(hay, edad, 0).astype(np.int64),
    )


def sin_limite(v: Vidas) -> NDArray[np.bool_]:
    """Cases with a dependant whose right does not end with age; they need every year k."""
    resultado: NDArray[np.bool_] = np.any(v.dependientes[0] >= INVALIDO, axis=1)
    return resultado


@dataclass(frozen=True)
class Pesos:
    """Weights of each state; (n, M + 1) by number of entitled dependants.

    si1, si2 : insured alive, with and without spouse.
    ss1, ss2 : insured dead, with and without spouse.
    sale1, sale2, sale_doble : (n,) finiquitos of the simple orphans, by whether the spouse lives,
        and of the double ones.
    psih_si, psih1, psih2, psih_doble : (n,) children disabled past their limit, the insured alive
        and dead; zeros without rates.
    conjunto1, conjunto2 : (n, M + 1, M + 1) insured dead, by number of simple and of double
        orphans; None where all are simple.
    """

    si1: Vector
    si2: Vector
    ss1: Vector
    ss2: Vector
    sale1: Vector
    sale2: Vector
    sale_doble: Vector
    psih_si: Vector
    psih1: Vector
    psih2: Vector
    psih_doble: Vector
    conjunto1: Vector | None
    conjunto2: Vector | None


def pesos(
    v: Vidas,
    m: Matrices,
    descuento: Vector,
    opciones: Opciones,
    *,
    largo: bool,
    dobles: NDArray[np.bool_] | None,
) -> Pesos:
    """Weights of cases that all need, or all do not need, every year for their dependants.

    Parameters
    ----------
    v : Vidas               n cases.
    m : Matrices
    descuento : (A,)        v^k, the first one as the convention of payments wants it.
    opciones : Opciones
    largo : bool            True: dependants may be entitled for life.
    dobles : (n, M)         Orphans declared double; None: none.
    """
    n_anios = m.vive.shape[2]
    edades = [e[c > 0] for c, e in (v.asegurado, v.conyuge)]
    minimo = min((int(e.min()) for e in edades if e.size), default=n_anios)
    # One year past the limit, in which the last finiquito is paid.
    con_hijos = n_anios if largo else min(n_anios, opciones.limite_hijos + 1)
    anios = n_anios if m.invalida is not None else max(n_anios - minimo, con_hijos)
    vk = descuento[:anios]
    vivo = m.vive[v.asegurado[0], v.asegurado[1], :anios] * vk
    conyuge = m.vive[v.conyuge[0], v.conyuge[1], :anios]
    muerto = vk - vivo
    if opciones.incremento == "a_los_60":
        alcanzada = np.add.outer(v.asegurado[1], np.arange(anios))
        vivo *= 1.0 + ley().incremento * (alcanzada >= ley().incremento_edad)
    vivo1, muerto1 = vivo * conyuge, muerto * conyuge
    vivo2, muerto2 = vivo - vivo1, muerto - muerto1

    p = _numero_de_dependientes(v.dependientes, m.vive, con_hijos)
    sencillos, conjunto1, conjunto2 = v.dependientes, None, None
    sale_doble = psih_doble = ceros = np.zeros(len(vivo))
    if dobles is not None:
        codigo, edad = v.dependientes
        sencillos = np.where(dobles, NADIE, codigo), edad
        de_ambos = np.where(dobles, codigo, NADIE), edad
        conjunto1, conjunto2 = _por_estados(
            (muerto1, muerto2),
            _numero_de_dependientes(sencillos, m.vive, con_hijos),
            _numero_de_dependientes(de_ambos, m.vive, con_hijos),
        )
        sale_doble = _producto(muerto, _suma(de_ambos, m.sale, con_hijos))
        if m.invalida is not None:
            psih_doble = _producto(muerto, _suma(de_ambos, m.invalida, anios))
    sale = _suma(sencillos, m.sale, con_hijos)
    psih_si, psih1, psih2 = ceros, ceros, ceros
    if m.invalida is not None:
        psih_si = _producto(vivo, _suma(v.dependientes, m.invalida, anios))
        g = _suma(sencillos, m.invalida, anios)
        psih1, psih2 = _producto(muerto1, g), _producto(muerto2, g)
    return Pesos(
        si1=_por_estado(vivo1, p),
        si2=_por_estado(vivo2, p),
        ss1=_por_estado(muerto1, p),
        ss2=_por_estado(muerto2, p),
        sale1=_producto(muerto1, sale),
        sale2=_producto(muerto2, sale),
        sale_doble=sale_doble,
        psih_si=psih_si,
        psih1=psih1,
        psih2=psih2,
        psih_doble=psih_doble,
        conjunto1=conjunto1,
        conjunto2=conjunto2,
    )


def _numero_de_dependientes(
    quienes: tuple[Enteros, Enteros], vive: Vector, anios: int
) -> list[Vector]:
    """P_j(k), j = 0..M: convolution of independent lives; None of them past the last year."""
    codigo, edad = quienes
    p = [np.ones((codigo.shape[0], anios))]
    for c in range(codigo.shape[1]):
        s = vive[codigo[:, c], edad[:, c], :anios]
        p.append(p[-1] * s)
        for j in range(len(p) - 2, 0, -1):
            p[j] += (p[j - 1] - p[j]) * s
        p[0] -= p[0] * s
    return p


def _por_estado(peso: Vector, p: list[Vector]) -> Vector:
    resultado = np.empty((peso.shape[0], len(p)))
    # After the last year of the dependants there are none: state 0 takes what the others leave.
    resultado[:, 0] = peso.sum(axis=1)
    for j in range(1, len(p)):
        resultado[:, j] = _producto(peso, p[j])
        resultado[:, 0] -= resultado[:, j]
    return resultado


def _por_estados(
    estados: tuple[Vector, Vector], sencillos: list[Vector], dobles: list[Vector]
) -> list[Vector]:
    """Weights of each state by number of simple and of double orphans."""
    resultados = []
    for peso in estados:
        w = np.zeros((len(peso), len(sencillos), len(dobles)))
        for a, p_a in enumerate(sencillos):
            con_a = peso[:, : p_a.shape[1]] * p_a
            for b, p_b in enumerate(dobles):
                w[:, a, b] = _producto(con_a, p_b)
        # After the last year of the orphans there are none.
        w[:, 0, 0] += peso[:, sencillos[0].shape[1] :].sum(axis=1)
        resultados.append(w)
    return resultados


def _producto(peso: Vector, p: Vector) -> Vector:
    resultado: Vector = np.einsum("nk,nk->n", peso[:, : p.shape[1]], p)
    return resultado


def _suma(quienes: tuple[Enteros, Enteros], matriz: Vector, anios: int) -> Vector:
    codigo, edad = quienes
    total = np.zeros((codigo.shape[0], anios))
    for c in range(codigo.shape[1]):
        total += matriz[codigo[:, c], edad[:, c], :anios]
    return total
