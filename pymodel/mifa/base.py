"""Base path of the long-term MIFA: what the IFA 2010 prints, year by year from 2011 to 2050.

The tables print 2011-2015 and every fifth year. The years between are interpolated by a named
method; the printed years keep their printed value. All money is mdp of 2011.
"""

from __future__ import annotations

import functools
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from pymodel import datos, finanzas
from pymodel.validacion import Vector

DOCUMENTO = "ifa2010"
INTERPOLACION = "spline"
ULTIMO_CORTO_PLAZO = 2013
"""2011 is the budget, 2012 and 2013 the projection of the treasury: the rules start after them."""

SEGUROS = ("SRT", "SEM", "SEM-A", "GMP", "SIV", "SGPS", "SSFAM")
CINCO = ("SRT", "SEM", "SIV", "SGPS", "SSFAM")


class Partida(NamedTuple):
    """One row of the cash flow: its printed label and how it is projected.

    clase is "regla" (a rule recovered from the print), "calibrada" (a rule with a constant fitted
    to the same row) or "insumo" (the printed path, with a declared rule under other assumptions).
    """

    clave: str
    concepto: str
    lado: str
    clase: str
    regla: str
    incluye: str


_I, _E = "ingreso", "egreso"

PARTIDAS: tuple[Partida, ...] = (
    Partida(
        "cop",
        "Cuotas obrero-patronales",
        _I,
        "regla",
        "2013 x asegurados x SBC del cuadro IV.3",
        "ingreso 1",
    ),
    Partida(
        "agf",
        "Aportaciones del Gobierno Federal",
        _I,
        "calibrada",
        "2013 x asegurados x 1.000965 por año; en otro escenario, más la cuota del Estado (0.05 % "
        "de SEM y 0.125 % de SIV) sobre la masa salarial que cambie por salario",
        "ingreso 2",
    ),
    Partida(
        "pensiones_en_curso_ingreso",
        "Otros ingresos - Pensiones en curso de pago",
        _I,
        "insumo",
        "sin cambio: el Gobierno Federal da lo mismo que se paga",
        "ingreso 4",
    ),
    Partida(
        "otros",
        "Otros ingresos - Otros",
        _I,
        "insumo",
        "base x asegurados x rendimiento real acumulado, relativos a la base",
        "ingresos 3, 5, 6 y 7",
    ),
    Partida(
        "servicios_personal",
        "Servicios de personal",
        _E,
        "insumo",
        "base x plazas x salario real y carrera salarial del IMSS, relativos a la base",
        "egreso 1",
    ),
    Partida(
        "rjp",
        "Régimen de Jubilaciones y Pensiones",
        _E,
        "insumo",
        "base x salario real del IMSS relativo a la base x factor_rjp; no cambia con las plazas "
        "(grupo cerrado)",
        "egreso 6",
    ),
    Partida(
        "subsidios",
        "Subsidios y ayudas",
        _E,
        "regla",
        "2013 x asegurados x salario real",
        "egreso 7",
    ),
    Partida(
        "temporales",
        "Pensiones temporales y provisionales",
        _E,
        "insumo",
        "base x asegurados x salario real, relativos a la base, x factor_sumas_aseguradas",
        "egreso 8",
    ),
    Partida(
        "indemnizaciones",
        "Indemnizaciones y laudos",
        _E,
        "regla",
        "2013 x asegurados x salario real",
        "egreso 10",
    ),
    Partida(
        "sumas_aseguradas",
        "Sumas aseguradas",
        _E,
        "insumo",
        "base x asegurados x salario real, relativos a la base, x factor_sumas_aseguradas",
        "egreso 9",
    ),
    Partida("inversion", "Inversión física", _E, "regla", "2013 x asegurados", "egreso 13"),
    Partida("materiales", "Materiales y suministros", _E, "regla", "2013 x asegurados", "egreso 2"),
    Partida(
        "servicios_generales",
        "Servicios generales",
        _E,
        "calibrada",
        "2013 x asegurados x (0.7436 + 0.2564 x salario real)",
        "egresos 3, 11 y 12",
    ),
    Partida(
        "pensiones_en_curso",
        "Pensiones en curso de pago",
        _E,
        "insumo",
        "sin cambio: es el mismo monto que el ingreso",
        "egreso 4",
    ),
    Partida("otros_gastos", "Otros gastos", _E, "insumo", "sin cambio", "egresos 5 y 14"),
)
"""The rows of cuadro C.3, in its order; `incluye` says which of the 21 items of cuadro C.1.

The report prints no finer split than cuadro C.3: where several items share a row they cannot be
told apart.
"""

INGRESOS = tuple(p.clave for p in PARTIDAS if p.lado == _I)
EGRESOS = tuple(p.clave for p in PARTIDAS if p.lado == _E)

RESERVAS: dict[str, str] = {
    "incremento_reservas": "Incremento en RFA, RGFA y FCOLCLC (4)",
    "movimientos_rocf": "Movimientos de la ROCF",
}
USOS = (
    "Uso de la ROCF Art. 277 A de la LSS",
    "Uso de la ROCF para programas de inversión",
    "Uso del FCOLCLC",
    "Uso de la RFA del SEM",
)


class Base(NamedTuple):
    """The printed path by year; every array (n,), n years from the first to the last."""

    anios: NDArray[np.int64]
    partidas: dict[str, Vector]
    """Rows of cuadro C.3 and reserve movements by key, mdp of 2011."""
    usos: Vector
    """Reserves and funds used to cover the deficit, sum of four rows, mdp of 2011."""
    asegurados: Vector
    """Insured of the SRT, persons (cuadro I.3, column a)."""
    sbc: Vector
    """Mean contribution wage of the SGPS, pesos of 2011 a day (cuadro IV.3)."""
    sbc_sem: Vector
    """The same of the SEM (cuadro II.4)."""
    participacion_gmp: Vector
    """GMP over the current expenditure of SEM, fraction (cuadros II.4 and II.6)."""
    participacion_srt: Vector
    """SRT over the sumas aseguradas and temporary pensions, fraction (cuadros I.4 and III.4)."""
    deflactor: Vector
    """Current pesos of the year for one peso of 2011, to the last year of the short term."""

    @property
    def corto_plazo(self) -> int:
        """How many years are budget and treasury projection."""
        return int(np.searchsorted(self.anios, ULTIMO_CORTO_PLAZO, side="right"))


@functools.cache
def base(interpolacion: str = INTERPOLACION) -> Base:
    """Return the base path; see :class:`Base`.

    Parameters
    ----------
    interpolacion : str     Method of :func:`pymodel.finanzas.interpolar_anual`.

    Returns
    -------
    Base                    Read-only arrays.

    References
    ----------
    IFA 2010, cuadros C.3 (L9772-9839), I.3, I.4, II.4, II.6, III.4, IV.3.
    """
    partidas = {
        **{p.clave: anual("cuadro_c_3", p.concepto, interpolacion) for p in PARTIDAS},
        **{clave: anual("cuadro_c_3", r, interpolacion) for clave, r in RESERVAS.items()},
    }
    anios = _anios_impresos("cuadro_c_3")
    todos = np.arange(anios[0], anios[-1] + 1)
    usos = np.zeros(todos.size)
    usos[anios - anios[0]] = sum(np.nan_to_num(renglon("cuadro_c_3", u)) for u in USOS)
    corriente = renglon("cuadro_ii_4", "Corriente2/")
    srt, siv = (_columna_b(c, anios) for c in ("cuadro_i_4", "cuadro_iii_4"))
    return Base(
        todos,
        {clave: _frozen(serie) for clave, serie in partidas.items()},
        _frozen(usos),
        _asegurados(anios, interpolacion),
        anual("cuadro_iv_3", "De contribución", interpolacion),
        anual("cuadro_ii_4", "De contribución", interpolacion),
        _anual(anios, renglon("cuadro_ii_6", "Corriente2/") / corriente, interpolacion),
        _anual(anios, srt / (srt + siv), interpolacion),
        _deflactor(),
    )


def renglon(cuadro: str, concepto: str) -> Vector:
    """Return the printed years of the row with that label, shape (12,)."""
    return _renglones(cuadro)[concepto]


def anual(cuadro: str, concepto: str, interpolacion: str = INTERPOLACION) -> Vector:
    """Return every year of a printed row, shape (40,); see :func:`base` for the method."""
    return _anual(_anios_impresos(cuadro), renglon(cuadro, concepto), interpolacion)


def clave(nombre: str) -> float:
    """Return an allocation key: the fraction of an IMSS-wide row, e.g. "cop_sgps"."""
    return float(datos.parametro(f"mifa_clave_{nombre}", documento=DOCUMENTO))


def supuesto(nombre: str, fecha: int | None = None) -> float:
    """Return an assumption of the MIFA by its name in ``parametros.csv``, without "mifa_"."""
    return float(datos.parametro(f"mifa_{nombre}", fecha, documento=DOCUMENTO))


def _anual(anios: NDArray[np.int64], valores: Vector, interpolacion: str) -> Vector:
    return _frozen(finanzas.interpolar_anual(anios, valores, interpolacion)[1])


def _asegurados(anios: NDArray[np.int64], interpolacion: str) -> Vector:
    filas = datos.filas_anuales(datos.tabla(DOCUMENTO, "cuadro_i_3"))
    impresos = filas.iloc[:, 0].to_numpy(np.int64)
    todos, serie = finanzas.interpolar_anual(
        impresos, filas.iloc[:, 1].to_numpy(np.float64), interpolacion
    )
    return _frozen(serie[(todos >= anios[0]) & (todos <= anios[-1])])


def _columna_b(cuadro: str, anios: NDArray[np.int64]) -> Vector:
    filas = datos.filas_anuales(datos.tabla(DOCUMENTO, cuadro)).set_index(
        datos.tabla(DOCUMENTO, cuadro).columns[0]
    )
    return np.array([float(filas.iloc[:, 1].loc[a]) for a in anios])


def _deflactor() -> Vector:
    """Pesos of 2011-2013 for one of 2011: cash RJP of the short term over that of cuadro C.3."""
    corriente = np.zeros(3)
    for cuadro in ("cuadro_i_2", "cuadro_ii_2", "cuadro_iii_2", "cuadro_iv_2", "cuadro_v_2"):
        numeros = datos.tabla(DOCUMENTO, cuadro).set_index(
            datos.tabla(DOCUMENTO, cuadro).columns[0]
        )
        directos = numeros.loc["Gastos directos"].to_numpy(np.float64)
        corriente += directos[0::2] - directos[1::2]
    return _frozen(corriente / renglon("cuadro_c_3", "Régimen de Jubilaciones y Pensiones")[:3])


@functools.cache
def _anios_impresos(cuadro: str) -> NDArray[np.int64]:
    columnas = datos.tabla(DOCUMENTO, cuadro).columns
    return np.array([int(c) for c in columnas if str(c).isdigit()])


@functools.cache
def _renglones(cuadro: str) -> dict[str, Vector]:
    """Printed rows by label (the first of that label) of a table with the years as columns."""
    df = datos.tabla(DOCUMENTO, cuadro)
    rotulos = next(c for c in df.columns if str(c).lower() in ("concepto", "escenario base"))
    anios = [c for c in df.columns if str(c).isdigit()]
    filas: dict[str, Vector] = {}
    for rotulo, valores in zip(df[rotulos], df[anios].to_numpy(np.float64), strict=True):
        filas.setdefault(str(rotulo), _frozen(valores))
    return filas


def _frozen(valores: Vector) -> Vector:
    copia = np.array(valores, dtype=np.float64)
    copia.setflags(write=False)
    return copia
