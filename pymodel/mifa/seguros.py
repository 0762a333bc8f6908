"""Long-term MIFA by insurance: the cash flow spread with the recovered allocation keys.

SEM, its two coverages, SGPS and SSFAM have printed tables and keys recovered from them. SRT and
SIV have none in the MIFA: they receive what the other three leave, split between both with the
statements of 2010 and the valuations. That split is a declared estimate, not a reproduction.
"""

from __future__ import annotations

import functools
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from pymodel import datos, validacion
from pymodel.errores import DatoInvalido
from pymodel.mifa.base import DOCUMENTO, SEGUROS, anual, clave
from pymodel.mifa.largo_plazo import Flujo
from pymodel.validacion import Vector

ESTIMADOS = ("SRT", "SIV")
"""Insurances whose long-term figures are an estimate: the report does not print them."""

CONCEPTOS = (
    "cop",
    "agf",
    "otros",
    "ingresos_totales",
    "corriente",
    "prestaciones_economicas",
    "inversion",
    "otros_gastos",
    "gastos_totales",
    "resultado",
)


class Seguro(NamedTuple):
    """Income, expenditure and result of one insurance; arrays (E, n), mdp of 2011.

    As in the tables of the report, the RJP is current expenditure of SEM, SRT and SIV, and the
    whole of the economic benefits of SGPS and SSFAM.
    """

    seguro: str
    anios: NDArray[np.int64]
    cop: Vector
    agf: Vector
    otros: Vector
    corriente: Vector
    prestaciones_economicas: Vector
    inversion: Vector
    base_prima: Vector
    """What the premiums are a fraction of: the wage mass, or COP + AGF in the SSFAM."""
    unidad: Vector
    """Mean wage, pesos of 2011 a day; in the SSFAM the yearly fee and federal share, pesos."""

    @property
    def cuotas(self) -> Vector:
        """COP + AGF."""
        return self.cop + self.agf

    @property
    def ingresos_totales(self) -> Vector:
        """COP + AGF + otros."""
        return self.cuotas + self.otros

    @property
    def otros_gastos(self) -> Vector:
        """Nil in the five insurances: the report does not spread the row."""
        return np.zeros_like(self.cop)

    @property
    def gastos_totales(self) -> Vector:
        """Current, benefits and investment."""
        return self.corriente + self.prestaciones_economicas + self.inversion

    @property
    def resultado(self) -> Vector:
        """Income less expenditure; negative is a deficit."""
        return self.ingresos_totales - self.gastos_totales

    @property
    def es_ssfam(self) -> bool:
        """Whether the premium is relative to the present fee instead of wages."""
        return self.seguro == "SSFAM"


def seguro(f: Flujo, nombre: str) -> Seguro:
    """Spread the cash flow to one insurance or coverage.

    Parameters
    ----------
    f : Flujo           Cash flow of E scenarios.
    nombre : str        One of :data:`pymodel.mifa.base.SEGUROS`.

    Returns
    -------
    Seguro              Arrays (E, n), mdp of 2011.

    Raises
    ------
    DatoInvalido        Unknown insurance.

    Notes
    -----
    Each row is its IMSS-wide row times a constant key. SEM-A and GMP split the current
    expenditure of SEM with the printed share of each year. "Otros gastos" and the pensions in
    payment of the Federal Government belong to no insurance.

    References
    ----------
    IFA 2010, cuadros II.4-II.6, IV.3, V.4 and C.3; keys mifa_clave_* of ``parametros.csv``.
    SRT and SIV: cuadros I.1, III.1, I.4, III.4 and LSS arts. 147-148.
    """
    if nombre not in SEGUROS:
        raise DatoInvalido("seguro", nombre, validacion.lista(SEGUROS))
    return _CALCULO[nombre](f)


def _renglon(f: Flujo, partida: str, claves: tuple[str, ...]) -> Vector:
    """A row of the cash flow times the sum of the keys of these insurances."""
    return f.partidas[partida] * sum(clave(f"{partida}_{c}") for c in claves)


def _corriente(f: Flujo, c: str, partidas: tuple[str, ...]) -> Vector:
    return np.sum([_renglon(f, p, (c,)) for p in partidas], axis=0)


_CORRIENTE = ("servicios_personal", "materiales", "servicios_generales")


def _sem_con(
    f: Flujo, nombre: str, coberturas: tuple[str, ...], parte: Vector | float, *, asegurados: bool
) -> Seguro:
    corriente = _corriente(f, "sem", (*_CORRIENTE, "rjp"))
    en_especie = 1.0 if asegurados else 0.0
    return Seguro(
        nombre,
        f.anios,
        _renglon(f, "cop", coberturas),
        _renglon(f, "agf", coberturas),
        _renglon(f, "otros", coberturas),
        corriente * parte,
        _renglon(f, "subsidios", ("sem",)) * en_especie,
        _renglon(f, "inversion", ("sem",)) * en_especie,
        f.masa_salarial,
        f.sbc_sem,
    )


def _sem(f: Flujo) -> Seguro:
    return _sem_con(f, "SEM", ("sem_a", "gmp"), 1.0, asegurados=True)


def _sem_a(f: Flujo) -> Seguro:
    parte = 1.0 - f.supuestos.base.participacion_gmp
    return _sem_con(f, "SEM-A", ("sem_a",), parte, asegurados=True)


def _gmp(f: Flujo) -> Seguro:
    return _sem_con(f, "GMP", ("gmp",), f.supuestos.base.participacion_gmp, asegurados=False)


def _sgps(f: Flujo) -> Seguro:
    cop = _renglon(f, "cop", ("sgps",))
    return Seguro(
        "SGPS",
        f.anios,
        cop,
        np.zeros_like(cop),
        _renglon(f, "otros", ("sgps",)),
        _corriente(f, "sgps", _CORRIENTE),
        _renglon(f, "rjp", ("sgps",)),
        _renglon(f, "inversion", ("sgps",)),
        f.masa_salarial,
        f.sbc,
    )


def _ssfam(f: Flujo) -> Seguro:
    cop, agf = _renglon(f, "cop", ("ssfam",)), _renglon(f, "agf", ("ssfam",))
    aportacion = np.broadcast_to(anual("cuadro_v_4", "Actual"), cop.shape)
    return Seguro(
        "SSFAM",
        f.anios,
        cop,
        agf,
        _renglon(f, "otros", ("ssfam",)),
        _corriente(f, "ssfam", _CORRIENTE),
        _renglon(f, "rjp", ("ssfam",)),
        np.zeros_like(cop),
        cop + agf,
        aportacion,
    )


def _srt(f: Flujo) -> Seguro:
    return _resto(f, "SRT")


def _siv(f: Flujo) -> Seguro:
    return _resto(f, "SIV")


def _resto(f: Flujo, nombre: str) -> Seguro:
    """What SEM, SGPS and SSFAM leave, split between SRT and SIV."""
    otros = [_sem(f), _sgps(f), _ssfam(f)]
    parte = functools.partial(_parte, nombre)
    es_srt = nombre == "SRT"
    quedan = {
        "cop": f.partidas["cop"] - sum(s.cop for s in otros),
        "agf": f.partidas["agf"] - sum(s.agf for s in otros),
        "otros": f.partidas["otros"] - sum(s.otros for s in otros),
        "inversion": f.partidas["inversion"] - sum(s.inversion for s in otros),
        "subsidios": f.partidas["subsidios"] - otros[0].prestaciones_economicas,
    }
    cop_siv = f.masa_salarial * (
        float(datos.parametro("prima_siv", 2010, documento="lss"))
        - float(datos.parametro("iv_estado", 2010, documento="lss"))
    )
    del_seguro = (
        f.supuestos.base.participacion_srt if es_srt else (1.0 - f.supuestos.base.participacion_srt)
    )
    pensiones = (f.partidas["sumas_aseguradas"] + f.partidas["temporales"]) * del_seguro
    nada = np.zeros_like(quedan["cop"])
    return Seguro(
        nombre,
        f.anios,
        quedan["cop"] - cop_siv if es_srt else cop_siv,
        nada if es_srt else quedan["agf"],
        quedan["otros"] * parte("otros"),
        np.sum(
            [
                (f.partidas[p] - sum(_renglon(f, p, (c,)) for c in ("sem", "sgps", "ssfam")))
                * parte(p)
                for p in (*_CORRIENTE, "rjp")
            ],
            axis=0,
        ),
        pensiones + (quedan["subsidios"] + f.partidas["indemnizaciones"] if es_srt else nada),
        quedan["inversion"] if es_srt else nada,
        f.masa_salarial,
        f.sbc,
    )


_ESTADO_2010 = {
    "otros": ("Productos de inversiones y otros ingresos",),
    "servicios_personal": ("Servicios de personal",),
    "rjp": ("Pagos al personal jubilado",),
    "materiales": ("Consumos de medicamentos, material de curación y otros",),
    "servicios_generales": ("Mantenimiento", "Servicios generales y subrogación de servicios"),
}
"""Rows of the statements of 2010 that split between SRT and SIV what both receive."""


@functools.cache
def _parte(nombre: str, partida: str) -> float:
    """Share of the insurance in what SRT and SIV have together in 2010."""
    montos = {}
    for cual, cuadro in (("SRT", "cuadro_i_1"), ("SIV", "cuadro_iii_1")):
        estado = datos.tabla(DOCUMENTO, cuadro).set_index("Concepto")["Con registro parcial"]
        montos[cual] = sum(float(estado.loc[c]) for c in _ESTADO_2010[partida])
    return montos[nombre] / sum(montos.values())


_CALCULO = {
    "SRT": _srt,
    "SEM": _sem,
    "SEM-A": _sem_a,
    "GMP": _gmp,
    "SIV": _siv,
    "SGPS": _sgps,
    "SSFAM": _ssfam,
}
