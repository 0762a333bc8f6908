"""Suma asegurada, costo fiscal of the pensión garantizada, and who pays each pension."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike

from pymodel import validacion
from pymodel.errores import DatoInvalido, Descripcion
from pymodel.validacion import Vector

LEYES = (1973, 1997)
PRESTACIONES = (
    "renta_vitalicia",
    "provisional_temporal",
    "subsidio",
    "indemnizacion_global",
    "ayuda_funeral",
)
IMSS, GOBIERNO, CUENTA = "IMSS", "Gobierno Federal", "cuenta individual"


class Reparto(NamedTuple):
    """Who pays a monto constitutivo; same money and shape as the arguments.

    cuenta + imss + gobierno = MC with guarantee (LSS 1997) or MC (LSS 1973); the excess and what
    the worker takes out under the law of 1973 are apart.
    """

    cuenta: Vector
    imss: Vector
    gobierno: Vector
    excedente: Vector

    @property
    def mc(self) -> Vector:
        """What the insurer is paid."""
        return self.cuenta + self.imss + self.gobierno


class SaldoLey1973(NamedTuple):
    """Where the account goes when the pension is that of the law of 1973."""

    trabajador: Vector
    gobierno: Vector


def suma_asegurada(mc_sin_garantia: ArrayLike, saldo: ArrayLike) -> float | Vector:
    """What the IMSS pays for a definitive pension of the LSS 1997.

    Parameters
    ----------
    mc_sin_garantia : float or array (k,)   Monto constitutivo of the pension by law, before any
                                            pensión garantizada, money of the account.
    saldo : float or array (k,)             Individual account (RCV and Vivienda).

    Returns
    -------
    float, or array (k,)                    max(0, MC - saldo).

    Raises
    ------
    DatoInvalido        Negative amounts, or as many balances as neither one nor the MC.

    References
    ----------
    LSS, art. 159 fr. VII and VIII; IFA 2005, L1088-1126; IFA 2010, L118-137, L8526-8589.
    """
    mc, cuenta = _montos(mc_sin_garantia=mc_sin_garantia, saldo=saldo)
    return _resultado(np.maximum(0.0, mc - cuenta))


def costo_fiscal(
    mc_garantizada: ArrayLike, mc_sin_garantia: ArrayLike, saldo: ArrayLike
) -> float | Vector:
    """What the Federal Government adds so that the pension reaches the pensión garantizada.

    Parameters
    ----------
    mc_garantizada : float or array (k,)    MC of the pension after the guarantee; where there is
                                            no guarantee to add, that of the pension, or 0.
    mc_sin_garantia, saldo                  See :func:`suma_asegurada`.

    Returns
    -------
    float, or array (k,)                    max(0, MC guaranteed - max(MC, saldo)).

    Raises
    ------
    DatoInvalido        As :func:`suma_asegurada`.

    Notes
    -----
    The text says only that the difference is paid by the Government (art. 141); the formula is
    what makes account + IMSS + State the MC with guarantee. It is never charged to the IMSS.

    References
    ----------
    LSS, arts. 141 and 170; IFA 2005, L1059, L1084, L1580-1584; IFA 2010, L8512-8516, L8583-8589.
    """
    garantizada, mc, cuenta = _montos(
        mc_garantizada=mc_garantizada, mc_sin_garantia=mc_sin_garantia, saldo=saldo
    )
    return _resultado(np.maximum(0.0, garantizada - np.maximum(mc, cuenta)))


def reparto(mc_garantizada: ArrayLike, mc_sin_garantia: ArrayLike, saldo: ArrayLike) -> Reparto:
    """Split a monto constitutivo of the LSS 1997 into account, IMSS and Federal Government.

    Parameters
    ----------
    mc_garantizada, mc_sin_garantia, saldo : float or array (k,)    See :func:`costo_fiscal`.

    Returns
    -------
    Reparto             Arrays (k,); the excess of the account over the MC with guarantee belongs
                        to the worker.

    Raises
    ------
    DatoInvalido        As :func:`suma_asegurada`.

    References
    ----------
    LSS, arts. 141 and 159; IFA 2005, L1075-1086; IFA 2010, L8526-8589.
    """
    garantizada, mc, cuenta = _montos(
        mc_garantizada=mc_garantizada, mc_sin_garantia=mc_sin_garantia, saldo=saldo
    )
    total = np.maximum(garantizada, mc)
    return Reparto(
        cuenta=np.minimum(cuenta, total),
        imss=np.maximum(0.0, mc - cuenta),
        gobierno=np.maximum(0.0, garantizada - np.maximum(mc, cuenta)),
        excedente=np.maximum(0.0, cuenta - total),
    )


def reparto_por_regimen(
    ley: ArrayLike, mc_garantizada: ArrayLike, mc_sin_garantia: ArrayLike, saldo: ArrayLike
) -> Reparto:
    """Split by the law under which each pension is granted.

    Parameters
    ----------
    ley : int or array (k,)     1973 or 1997, one for all or one for each case.
    mc_garantizada, mc_sin_garantia, saldo : float or array (k,)    See :func:`costo_fiscal`.

    Returns
    -------
    Reparto                     Arrays (k,). A pension of the law of 1973 is wholly of the Federal
                                Government; its account goes as :func:`saldo_ley_1973` says and
                                pays no part of it.

    Raises
    ------
    DatoInvalido                Another law, and as :func:`suma_asegurada`.

    References
    ----------
    IFA 2005, L1075-1086; IFA 2010, L102-123, L9098-9248 (transitorios 3 and 12, DOF 21-12-1995).
    """
    leyes, garantizada, mc, cuenta = _montos(
        ley=ley, mc_garantizada=mc_garantizada, mc_sin_garantia=mc_sin_garantia, saldo=saldo
    )
    for i, una in enumerate(leyes):
        if una not in LEYES:
            raise DatoInvalido(f"ley, valor {i + 1}", float(una), "1973 o 1997")
    vieja = leyes == 1973
    de_1997 = reparto(garantizada, mc, cuenta)
    nada = np.zeros_like(de_1997.imss)
    return Reparto(
        cuenta=np.where(vieja, nada, de_1997.cuenta),
        imss=np.where(vieja, nada, de_1997.imss),
        gobierno=np.where(vieja, de_1997.mc, de_1997.gobierno),
        excedente=np.where(vieja, nada, de_1997.excedente),
    )


def quien_paga(ley: int, prestacion: str) -> tuple[str, ...]:
    """Name who pays a benefit of Riesgos de Trabajo or Invalidez y Vida.

    Parameters
    ----------
    ley : int           1973 or 1997.
    prestacion : str    "renta_vitalicia" (definitive pension and seguro de sobrevivencia; under
                        the law of 1973, the definitive pension), "provisional_temporal",
                        "subsidio", "indemnizacion_global", "ayuda_funeral".

    Returns
    -------
    tuple of str        In the order in which they pay.

    Raises
    ------
    DatoInvalido        Another law or benefit.

    Notes
    -----
    Until the worker chooses the law of 1973, a provisional or temporal pension is of the LSS 1997
    and a yearly flow of the IMSS; so are subsidios, indemnizaciones and funeral aid, which do not
    depend on the law of the pension.

    References
    ----------
    IFA 2005, L1075-1086, L1486-1509; IFA 2010, L133, L9098-9248, note 90.
    """
    if ley not in LEYES or isinstance(ley, bool):
        raise DatoInvalido("ley", ley, "1973 o 1997")
    validacion.opcion(prestacion, "prestacion", PRESTACIONES)
    if prestacion != "renta_vitalicia":
        return (IMSS,)
    return (GOBIERNO,) if ley == 1973 else (CUENTA, IMSS, GOBIERNO)


def saldo_ley_1973(
    saldo_retiro: ArrayLike, saldo_cesantia_vejez: ArrayLike, saldo_vivienda: ArrayLike
) -> SaldoLey1973:
    """Where the account goes when the pension is that of the law of 1973.

    Parameters
    ----------
    saldo_retiro, saldo_cesantia_vejez, saldo_vivienda : float or array (k,)
        Balances of the ramo de retiro (with that of SAR 92-97), of the rest of RCV, of Vivienda.

    Returns
    -------
    SaldoLey1973        Retiro and vivienda go to the worker in one payment; the rest of RCV to the
                        Federal Government, which pays the pension.

    Raises
    ------
    DatoInvalido        As :func:`suma_asegurada`.

    References
    ----------
    Art. noveno transitorio of the LSAR; IFA 2010, L8492-8516.
    """
    retiro, resto, vivienda = _montos(
        saldo_retiro=saldo_retiro,
        saldo_cesantia_vejez=saldo_cesantia_vejez,
        saldo_vivienda=saldo_vivienda,
    )
    return SaldoLey1973(trabajador=retiro + vivienda, gobierno=resto.copy())


def _montos(**valores: ArrayLike) -> list[Vector]:
    """Amounts of 0 or more, one for each case or one for all, as (k,)."""
    arreglos = {}
    for nombre, valor in valores.items():
        plano = [validacion.numero(valor, nombre)] if np.ndim(valor) == 0 else valor
        arreglos[nombre] = validacion.vector(plano, nombre)
        if arreglos[nombre].min() < 0.0:
            malo = int(np.argmax(arreglos[nombre] < 0.0))
            donde = nombre if arreglos[nombre].size == 1 else f"{nombre}, valor {malo + 1}"
            raise DatoInvalido(donde, float(arreglos[nombre][malo]), "un monto de 0 o más")
    casos = max(a.size for a in arreglos.values())
    for nombre, a in arreglos.items():
        if a.size not in (1, casos):
            raise DatoInvalido(nombre, Descripcion(f"{a.size} valores"), f"uno o {casos}")
    return [np.broadcast_to(a, (casos,)) for a in arreglos.values()]


def _resultado(montos: Vector) -> float | Vector:
    return float(montos[0]) if montos.size == 1 else montos
