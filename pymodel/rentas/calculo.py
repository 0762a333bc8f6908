"""The monto constitutivo: premiums from weights and benefits, for any number of cases."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields
from typing import Any

import numpy as np
from numpy.typing import NDArray

from pymodel import biometria, validacion
from pymodel.errores import DatoInvalido
from pymodel.rentas import beneficios as ben
from pymodel.rentas import probabilidades as prob
from pymodel.rentas.casos import Casos, Falta, faltas
from pymodel.rentas.opciones import MUERTOS, Bases, Opciones, bases, ley
from pymodel.validacion import Vector

BLOQUE = 1024
"""Cases computed at a time: what fits in the cache of the processor."""

_MITAD = 11.0 / 24.0


@dataclass(frozen=True)
class Desglose:
    """Every component of the montos constitutivos of n cases, pesos.

    Attributes
    ----------
    tipo : (n,) str
    salario_mensual, CB : (n,)          `CB` is the IPT pension in RT.
    b1, b2, s1, s2 : (n, M + 1)         Benefits a month, aguinaldo included, by number of
                                        dependants: insured alive (b) or dead (s), with (1) or
                                        without (2) spouse; NaN where the family does not reach
                                        that state. In "orfandad", s2(j) of the first j orphans.
    anualidad : (n,)                    Value of twelve monthly payments of one.
    suma_SI, PBSI, PSIH_SI, PNSI, MCSI : (n,)
    suma_SS, PBSS, PSIH_SS, PFH, PNSS, MCSS : (n,)
                                        PSIH is NaN where it is due and not included.
    MC, MC_sin_garantia : (n,)
    dependientes : (n,)                 Children of the family, or the ascendants that take their
                                        place.
    no_incluido : {str: str}            What is left out of all the cases, and why, in Spanish.
    ascendientes_excluidos : (n,) bool  Ascendants in a family that leaves them without right.
    opciones, bases, tasa               What was used.
    """

    tipo: NDArray[np.str_]
    salario_mensual: Vector
    CB: Vector
    b1: Vector
    b2: Vector
    s1: Vector
    s2: Vector
    anualidad: Vector
    suma_SI: Vector
    PBSI: Vector
    PSIH_SI: Vector
    PNSI: Vector
    MCSI: Vector
    suma_SS: Vector
    PBSS: Vector
    PSIH_SS: Vector
    PFH: Vector
    PNSS: Vector
    MCSS: Vector
    MC: Vector
    MC_sin_garantia: Vector
    dependientes: NDArray[np.int64]
    ascendientes_excluidos: NDArray[np.bool_]
    no_incluido: dict[str, str]
    opciones: Opciones
    bases: Bases
    tasa: float


_POR_ESTADO = ("b1", "b2", "s1", "s2")
_POR_CASO = tuple(
    f.name for f in fields(Desglose) if f.type == "Vector" and f.name not in _POR_ESTADO
)


def monto_constitutivo(
    casos: Casos,
    bases: Any = "1997",
    tasa: float = 0.035,
    opciones: Opciones = Opciones(),  # noqa: B008
) -> Desglose:
    """Monto constitutivo of each case, with its components.

    Parameters
    ----------
    casos : Casos           n cases.
    bases : str             "1997", "2009", "2015" or "RCS"; or a `Bases` of one's own tables.
    tasa : float            Yearly real rate, decimal fraction.
    opciones : Opciones

    Returns
    -------
    Desglose                Arrays (n,), pesos.

    Raises
    ------
    DatoInvalido            The first case that is not valid: row, column, value and what was
                            expected; see :func:`revisar` for all of them.

    Notes
    -----
    Las fórmulas oficiales (CUSF Anexo 14.2.1) no se pudieron leer. Formulas, and which part of them
    is official, stated in the issue or convention of ours: :mod:`pymodel.rentas`.

    References
    ----------
    LSS arts. 58, 64, 66, 131-144, 159; CUSF 5.8.5, 14.2.4-14.2.9 in words.
    """
    b = _bases(bases, opciones)
    i = validacion.tasa(tasa, "tasa")
    falta = next(faltas(casos, b, opciones), None)
    if falta is not None:
        raise _error(falta, len(casos))
    return calcular(casos, b, i, opciones)


_bases = bases


def revisar(casos: Casos, bases: Any = "1997", opciones: Opciones = Opciones()) -> list[Falta]:  # noqa: B008
    """What makes cases invalid, the first fault of each, in order of case."""
    primeras: dict[int, Falta] = {}
    for falta in faltas(casos, _bases(bases, opciones), opciones):
        primeras.setdefault(falta.fila, falta)
    return [primeras[i] for i in sorted(primeras)]


def _error(falta: Falta, n: int) -> DatoInvalido:
    lugar = falta.columna if n == 1 else f"fila {falta.fila + 1}, columna «{falta.columna}»"
    return DatoInvalido(lugar, falta.encontrado, falta.esperado)


def calcular(casos: Casos, b: Bases, tasa: float, opciones: Opciones) -> Desglose:
    """As :func:`monto_constitutivo`, of cases that are known to be valid."""
    n = len(casos)
    v = prob.vidas(casos, opciones)
    matrices = prob.matrices(b, opciones)
    dependientes = v.dependientes[0].shape[1]
    anualidad = biometria.factor_pagos(tasa, opciones.pagos)
    descuento = (1.0 + tasa) ** -np.arange(matrices.vive.shape[2], dtype=np.float64)
    if opciones.pagos == "11/24":
        # Taken off the first year, so that each annuity loses 11/24 of its first payment.
        descuento[0] -= _MITAD
    r = {c: np.empty(n) for c in _POR_CASO}
    r["anualidad"][:] = anualidad
    r |= {c: np.empty((n, dependientes + 1)) for c in _POR_ESTADO}
    for cuales in _bloques(casos, v):
        parte = casos if n == 1 else casos.filas(cuales)
        lote = _Lote(
            parte,
            prob.Vidas(
                (v.asegurado[0][cuales], v.asegurado[1][cuales]),
                (v.conyuge[0][cuales], v.conyuge[1][cuales]),
                (v.dependientes[0][cuales], v.dependientes[1][cuales]),
                v.solo_ascendientes[cuales],
            ),
            matrices,
            descuento,
            anualidad,
            opciones,
        )
        for nombre, valores in lote.componentes().items():
            r[nombre][cuales] = valores
    cuantos = (v.dependientes[0] > 0).sum(axis=1)
    _tachar(r, cuantos, ~np.isnan(casos.conyuge_edad), casos.es(*MUERTOS))
    padres = ~np.isnan(casos.ascendientes_edad).all(axis=1)
    return Desglose(
        tipo=casos.tipo,
        **r,
        dependientes=cuantos,
        ascendientes_excluidos=padres & ~v.solo_ascendientes,
        no_incluido=_no_incluido(opciones),
        opciones=opciones,
        bases=b,
        tasa=tasa,
    )


def _bloques(casos: Casos, v: prob.Vidas) -> Iterator[Any]:
    """Indices of cases that are computed together: same kind of horizon, cache-sized."""
    if len(casos) == 1:
        yield slice(0, 1)
        return
    # Few families have a double orphan or a dependant for life; only they pay for it.
    clase = prob.sin_limite(v) + 2 * _dobles(casos, v.solo_ascendientes).any(axis=1)
    for c in range(4):
        indices = np.flatnonzero(clase == c)
        for desde in range(0, indices.size, BLOQUE):
            yield indices[desde : desde + BLOQUE]


def _dobles(casos: Casos, solo_ascendientes: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Children declared orphans of both parents, (n, m); none where only ascendants count."""
    hijos = ~np.isnan(casos.hijos_edad) & ~solo_ascendientes[:, None]
    dobles: NDArray[np.bool_] = (casos.hijos_orfandad > 0) & hijos
    return dobles


def _tachar(r: dict[str, Vector], cuantos: Any, pareja: Any, muerto: Any) -> None:
    """NaN in the states that a family cannot reach."""
    j = np.arange(r["b1"].shape[1])
    sobra = j[None, :] > cuantos[:, None]
    for nombre in _POR_ESTADO:
        imposible = sobra | ~pareja[:, None] if nombre.endswith("1") else sobra.copy()
        if nombre.startswith("b"):
            imposible |= muerto[:, None]
        r[nombre][imposible] = np.nan


def _no_incluido(opciones: Opciones) -> dict[str, str]:
    textos = {
        "finiquito por nupcias": "ninguna base biométrica de la CUSF trae tasas de nupcias",
        "mínimo de la viudez de RT": "no se compara con el mínimo de IV (LSS, art. 64, fr. II)",
    }
    if opciones.tabla_invalidez_hijos is None:
        textos["PSIH"] = (
            "no se consiguió la tabla EISS-97; puede darse con la opción tabla_invalidez_hijos"
        )
    if opciones.factores_mejora is None:
        textos["mejora de la mortalidad"] = (
            "no se consiguieron los factores (CUSF 14.2.7); pueden darse con la opción "
            "factores_mejora"
        )
    if opciones.incremento == "ninguno":
        textos["incremento de 11 %"] = (
            "no está en el valor por omisión; las valuaciones del IFA lo aplican (opción "
            "incremento)"
        )
    return textos


@dataclass(frozen=True)
class _Lote:
    """Cases computed together."""

    casos: Casos
    vidas: prob.Vidas
    matrices: prob.Matrices
    descuento: Vector
    anualidad: float
    opciones: Opciones

    def componentes(self) -> dict[str, Vector]:
        """Every array of :class:`Desglose` but the constant ones."""
        m = self.vidas.dependientes[0].shape[1]
        pg = self.casos.valor("pension_garantizada_mensual", self.opciones)
        dobles = _dobles(self.casos, self.vidas.solo_ascendientes)
        dobles = np.pad(dobles, ((0, 0), (0, m - dobles.shape[1])))
        w = prob.pesos(
            self.vidas,
            self.matrices,
            self.descuento,
            self.opciones,
            largo=bool(prob.sin_limite(self.vidas).any()),
            dobles=dobles if dobles.any() else None,
        )

        def con(garantia: Vector) -> dict[str, Vector]:
            b = ben.beneficios(self.casos, self.opciones, m, self.vidas.solo_ascendientes, garantia)
            return self._primas(b, w, self._sobrevivencia(b, w, dobles))

        r = con(pg)
        sin = con(np.zeros_like(pg))["MC"] if pg.any() else r["MC"]
        return {**r, "MC_sin_garantia": sin}

    def _sobrevivencia(
        self, b: ben.Beneficios, w: prob.Pesos, dobles: NDArray[np.bool_]
    ) -> dict[str, Vector]:
        """s1, s2 and suma_SS, by number of orphans or by number of simple and of double ones."""
        s1, s2 = b.s1_conyuge + b.s1_hijos, b.s2
        if w.conjunto1 is None or w.conjunto2 is None:
            return {"s1": s1, "s2": s2, "suma_SS": (w.ss1 * s1 + w.ss2 * s2).sum(axis=1)}
        mes1, mes2 = ben.con_dobles(self.casos, self.opciones, b)
        suma = (w.conjunto1 * mes1 + w.conjunto2 * mes2).sum(axis=(1, 2))
        # Of the first j children of the family, how many are double.
        de_ambos = np.zeros(s1.shape, dtype=np.int64)
        np.cumsum(dobles, axis=1, out=de_ambos[:, 1:])
        caso, j = np.arange(len(s1))[:, None], np.arange(s1.shape[1])
        return {
            "s1": mes1[caso, j - de_ambos, de_ambos],
            "s2": mes2[caso, j - de_ambos, de_ambos],
            "suma_SS": suma,
        }

    def _primas(
        self, b: ben.Beneficios, w: prob.Pesos, sobrevivencia: dict[str, Vector]
    ) -> dict[str, Vector]:
        """From sums to net premiums and montos constitutivos."""
        c, o = self.casos, self.opciones
        # "inmediato" is already in the benefits; "a_los_60" defers only the insured's own.
        ya = 1.0 + ley().incremento if o.incremento == "a_los_60" else 1.0
        facbi = c.valor("facbi", o)
        recargo = 1.0 + c.valor("margen", o) + c.valor("gastos", o)
        vencidos, muerto = c.valor("pagos_vencidos", o), c.es(*MUERTOS)
        suma_si = (w.si1 * b.b1 + w.si2 * b.b2).sum(axis=1)
        suma_ss = ya * sobrevivencia["suma_SS"]
        pfh = ya * (
            w.sale1 * b.finiquito1 + w.sale2 * b.finiquito2 + w.sale_doble * b.finiquito_doble
        )
        psih_si = self.anualidad * w.psih_si * b.asignacion
        psih_ss = (self.anualidad * ya) * (
            w.psih1 * b.huerfano1 + w.psih2 * b.huerfano2 + w.psih_doble * b.huerfano_doble
        )
        pbsi, pbss = self.anualidad * suma_si, self.anualidad * suma_ss
        pnsi, pnss = (pbsi + psih_si) * facbi, (pbss + psih_ss + pfh) * facbi
        mcsi = pnsi * recargo + np.where(muerto, 0.0, vencidos)
        mcss = pnss * recargo + np.where(muerto, vencidos, 0.0)
        if o.tabla_invalidez_hijos is None:
            # Due, but there is no table: never a zero in silence.
            debido = self._con_hijos_sanos()
            psih_si = np.where(debido & (b.asignacion > 0), np.nan, 0.0)
            psih_ss = np.where(debido & (b.huerfano1 > 0), np.nan, 0.0)
        return {
            **sobrevivencia,
            "salario_mensual": b.salario_mensual,
            "CB": b.cb,
            "b1": b.b1,
            "b2": b.b2,
            "suma_SI": suma_si,
            "PBSI": pbsi,
            "PSIH_SI": psih_si,
            "PNSI": pnsi,
            "MCSI": mcsi,
            "suma_SS": suma_ss,
            "PBSS": pbss,
            "PSIH_SS": psih_ss,
            "PFH": pfh,
            "PNSS": pnss,
            "MCSS": mcss,
            "MC": mcsi + mcss,
        }

    def _con_hijos_sanos(self) -> NDArray[np.bool_]:
        """Families with a child that could still become disabled while entitled."""
        c = self.casos
        sanos = c.hijos_con_derecho(self.opciones) & (c.hijos_invalido == 0)
        resultado: NDArray[np.bool_] = np.any(sanos, axis=1)
        return resultado
