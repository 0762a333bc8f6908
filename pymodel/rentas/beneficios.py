"""Monthly benefits of each state of the family, by the law."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from pymodel.rentas.casos import Casos
from pymodel.rentas.opciones import MUERTOS, VIVOS, Opciones, ley
from pymodel.validacion import Vector


@dataclass(frozen=True)
class Beneficios:
    """Pesos a month, aguinaldo included; (n, M + 1) by number of entitled dependants.

    b1, b2 : insured alive, with and without spouse.
    s1_conyuge, s1_hijos : insured dead, spouse alive: part of each after the cap.
    s2 : insured dead, no spouse.
    huerfano1, huerfano2, huerfano_doble : (n,) one orphan's month, without cap: simple while the
        spouse lives, simple without spouse, double.
    finiquito1, finiquito2, finiquito_doble : (n,) three of those months without aguinaldo.
    asignacion : (n,) what one child adds to the pension of the insured.
    """

    salario_mensual: Vector
    cb: Vector
    b1: Vector
    b2: Vector
    s1_conyuge: Vector
    s1_hijos: Vector
    s2: Vector
    huerfano1: Vector
    huerfano2: Vector
    huerfano_doble: Vector
    finiquito1: Vector
    finiquito2: Vector
    finiquito_doble: Vector
    asignacion: Vector


def beneficios(
    casos: Casos, opciones: Opciones, m: int, solo_ascendientes: NDArray[np.bool_], pg: Vector
) -> Beneficios:
    """Benefits of every state.

    Parameters
    ----------
    casos : Casos                   n cases.
    opciones : Opciones
    m : int                         Dependants at most.
    solo_ascendientes : (n,)        Cases whose dependants are ascendants.
    pg : (n,)                       Pensión garantizada, pesos a month; used in IV only.

    Returns
    -------
    Beneficios

    References
    ----------
    IV: LSS arts. 131, 135, 137-144; RT: arts. 58, 59, 64, 66. Cap, floor and aguinaldo: conventions
    in :mod:`pymodel.rentas`.
    """
    fr = ley()
    rt = casos.es_rt(opciones)
    seguro = np.where(rt, "RT", "IV")
    cuantia = casos.valor("cuantia_basica_mensual", opciones)
    fraccion = np.where(rt, fr.ipt, fr.iv_cuantia)
    salario = np.where(
        np.isnan(cuantia), casos.salario_base_diario * opciones.dias_mes, cuantia / fraccion
    )
    cb = np.where(np.isnan(cuantia), fraccion * salario, cuantia)
    pg = np.where(rt, 0.0, pg)
    base = np.maximum(cb, pg)
    aguinaldo = np.where(rt, 0.0, (base if opciones.aguinaldo == "base" else cb) * fr.aguinaldo_iv)
    j = np.arange(m + 1)

    b1, b2 = _en_vida(casos, opciones, j, solo_ascendientes, salario, cb, pg, aguinaldo)

    def parte(fracciones: dict[str, float]) -> Vector:
        return np.where(seguro == "RT", fracciones["RT"], fracciones["IV"])

    # Thirty days for every survivor of IV; in RT fifteen, and none for a simple orphan.
    mes = base * np.where(rt, 1.0, 1.0 + fr.aguinaldo_iv)
    mes_rt = np.where(rt, base * (1.0 + fr.aguinaldo_rt), mes)
    viudez, sencilla, doble = parte(fr.viudez), parte(fr.orfandad), parte(fr.orfandad_doble)
    corte = 1.0 / np.maximum(viudez[:, None] + np.multiply.outer(sencilla, j), 1.0)
    s1_conyuge = (viudez * mes_rt)[:, None] * corte
    s1_hijos = np.multiply.outer(sencilla * mes, j) * corte
    # Without spouse every orphan is a double one, but in "orfandad" each is what it is said to be.
    solos = casos.es("orfandad")
    sin_conyuge = np.where(solos, sencilla, doble)
    mes_sin_conyuge = np.where(solos, mes, mes_rt)
    cuota = np.where(solo_ascendientes, parte(fr.ascendencia), sin_conyuge)
    s2 = np.minimum(np.multiply.outer(cuota, j), 1.0) * mes_sin_conyuge[:, None]

    hay = casos.es(*MUERTOS)
    if opciones.sobrevivencia is None:
        hay |= casos.es("invalidez", "ipt")
    elif opciones.sobrevivencia:
        hay |= casos.es(*VIVOS)
    factor = 1.0 + fr.incremento if opciones.incremento == "inmediato" else 1.0
    ss = np.where(hay, factor, 0.0)
    return Beneficios(
        salario_mensual=salario,
        cb=cb,
        b1=factor * b1,
        b2=factor * b2,
        s1_conyuge=s1_conyuge * ss[:, None],
        s1_hijos=s1_hijos * ss[:, None],
        s2=s2 * ss[:, None],
        huerfano1=sencilla * mes * ss,
        huerfano2=sin_conyuge * mes_sin_conyuge * ss,
        huerfano_doble=doble * mes_rt * ss,
        finiquito1=fr.finiquito * sencilla * base * ss,
        finiquito2=fr.finiquito * sin_conyuge * base * ss,
        finiquito_doble=fr.finiquito * doble * base * ss,
        asignacion=np.where(casos.es("invalidez"), fr.iv_hijo * cb * factor, 0.0),
    )


def _en_vida(
    casos: Casos,
    opciones: Opciones,
    j: NDArray[np.int64],
    solo_ascendientes: NDArray[np.bool_],
    salario: Vector,
    cb: Vector,
    pg: Vector,
    aguinaldo: Vector,
) -> tuple[Vector, Vector]:
    """b1 and b2: invalidez with additions, IPT and IPP without."""
    fr = ley()
    extra = casos.valor("ayuda_asistencial", opciones)[:, None]
    f1 = 1.0 + fr.iv_conyuge + fr.iv_hijo * j + extra
    f2 = 1.0 + fr.iv_hijo * j + extra
    f2 = np.where(j == 0, 1.0 + fr.iv_sola, f2)
    if solo_ascendientes.any():
        padres = 1.0 + fr.iv_ascendiente * j + np.where(j == 1, fr.iv_un_ascendiente, extra)
        padres[:, 0] = 1.0 + fr.iv_sola
        f2 = np.where(solo_ascendientes[:, None], padres, f2)

    def con_limites(f: Vector) -> Vector:
        bruto, tope, piso = cb[:, None] * f, salario[:, None], pg[:, None]
        if opciones.orden_tope == "piso_despues":
            return np.maximum(np.minimum(bruto, tope), piso) + aguinaldo[:, None]
        return np.minimum(np.maximum(bruto, piso), tope) + aguinaldo[:, None]

    grado = np.where(casos.es("ipp"), casos.valor("grado", opciones), 100.0)
    con_aguinaldo = 1.0 + np.where(grado > fr.grado_aguinaldo, fr.aguinaldo_rt, 0.0)
    rt = np.where(casos.es("ipt", "ipp"), cb * grado / 100.0 * con_aguinaldo, 0.0)[:, None]
    invalidez = casos.es("invalidez")[:, None]
    b1, b2 = (np.where(invalidez, con_limites(f), rt) for f in (f1, f2))
    return b1, b2


def con_dobles(casos: Casos, opciones: Opciones, b: Beneficios) -> tuple[Vector, Vector]:
    """Month of the survivors with and without spouse, (n, M + 1, M + 1), by number of orphans.

    The second index counts the simple orphans, the third the double ones; cut in proportion to
    the whole base (LSS arts. 66 and 144).
    """
    fr = ley()
    rt = casos.es_rt(opciones)
    viudez, sencilla, doble = (
        np.where(rt, f["RT"], f["IV"])[:, None, None]
        for f in (fr.viudez, fr.orfandad, fr.orfandad_doble)
    )
    sin_conyuge = np.where(casos.es("orfandad")[:, None, None], sencilla, doble)
    j = np.arange(b.b1.shape[1])
    sencillos, dobles = j[None, :, None], j[None, None, :]

    def cortado(total: Vector, bruto: Vector) -> Vector:
        resultado: Vector = bruto / np.maximum(total, 1.0)
        return resultado

    un, doble_mes = b.huerfano1[:, None, None], b.huerfano_doble[:, None, None]
    viuda = b.s1_conyuge[:, 0][:, None, None]
    return (
        cortado(
            viudez + sencilla * sencillos + doble * dobles,
            viuda + un * sencillos + doble_mes * dobles,
        ),
        cortado(
            sin_conyuge * sencillos + doble * dobles,
            b.huerfano2[:, None, None] * sencillos + doble_mes * dobles,
        ),
    )
