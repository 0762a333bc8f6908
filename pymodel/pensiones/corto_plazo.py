"""Short-term benefits in money: subsidios and funeral aid."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import ArrayLike

from pymodel import datos, validacion
from pymodel.errores import DatoInvalido, Descripcion
from pymodel.pensiones.comun import (
    DIAS_MES_COMERCIAL,
    dias_del_mes,
    ley,
    montos,
    montos_positivos,
    plano,
)
from pymodel.validacion import Vector

RAMOS = ("enfermedad", "rt", "maternidad")
RAMOS_AYUDA = ("rt", "eym")
DIAS_SEMANA = 7


def subsidio(
    ramo: str, salario_diario: ArrayLike, dias: ArrayLike, *, prorroga_semanas: float = 0.0
) -> float | Vector:
    """Subsidio of a temporary incapacity.

    Parameters
    ----------
    ramo : str                              "enfermedad" (general), "rt" or "maternidad".
    salario_diario : float or array (n,)    Last daily wage of contribution, pesos, > 0.
    dias : int or array (n,)                Days of the incapacity, from the first one.
    prorroga_semanas : float                Weeks of extension of an illness, up to 26.

    Returns
    -------
    float or array (n,)                     Pesos of the whole incapacity.

    Raises
    ------
    DatoInvalido    Days that are not whole, wages and days of different length, an extension
                    above 26 weeks or outside illness.

    Notes
    -----
    Illness: 60 % from the fourth day, for at most 52 weeks of payment (plus the extension).
    Work risk: 100 % from the first day; art. 58-I wants the incapacity to be declared within 52
    weeks but does not stop the payment at them, so there is no cap here. Maternity: 100 % of at
    most 42 + 42 days; days by which the birth is late are paid as an illness.

    References
    ----------
    LSS, art. 96 and 98 (illness), 58-I (work risk), 101 (maternity); IFA 2010, L64-66,
    L1244-1246.
    """
    validacion.opcion(ramo, "ramo", RAMOS)
    salario = montos_positivos(salario_diario, "salario_diario")
    duracion = _dias_enteros(dias)
    if 1 not in (salario.size, duracion.size) and salario.size != duracion.size:
        raise DatoInvalido(
            "salario_diario y dias",
            Descripcion(f"{salario.size} y {duracion.size} valores"),
            "la misma cantidad de casos en ambos rangos",
        )
    prorroga = validacion.numero(prorroga_semanas, "prorroga_semanas")
    maxima = ley("subsidio_enfermedad_prorroga_semanas") if ramo == "enfermedad" else 0.0
    if not 0.0 <= prorroga <= maxima:
        raise DatoInvalido("prorroga_semanas", prorroga, f"semanas de 0 a {maxima:g}")
    if ramo == "rt":
        return plano(ley("subsidio_incapacidad_temporal_rt") * salario * duracion)
    if ramo == "maternidad":
        tope = ley("maternidad_dias_antes") + ley("maternidad_dias_despues")
        return plano(ley("subsidio_maternidad") * salario * np.minimum(duracion, tope))
    espera = ley("subsidio_enfermedad_primer_dia") - 1
    tope = DIAS_SEMANA * (ley("subsidio_enfermedad_semanas") + prorroga)
    pagados = np.clip(duracion - espera, 0.0, tope)
    return plano(ley("subsidio_enfermedad") * salario * pagados)


def _dias_enteros(dias: ArrayLike) -> Vector:
    duracion = montos(dias, "dias")
    malos = duracion != np.floor(duracion)
    if malos.any():
        lugar = int(np.argmax(malos))
        donde = "dias" if duracion.size == 1 else f"dias, valor {lugar + 1}"
        raise DatoInvalido(donde, float(duracion[lugar]), "un número entero de días")
    return duracion


def ayuda_funeral(fecha: Any, *, ramo: str = "rt", dias_mes: float = DIAS_MES_COMERCIAL) -> float:
    """Ayuda de gastos de funeral for a death at a date.

    Parameters
    ----------
    fecha : date, str, int      Date of death, as :func:`pymodel.datos.parametro` takes it.
    ramo : str                  "rt": 60 days of minimum wage; "eym": two months of it.
    dias_mes : float            Days of the months of "eym"; with 30 both amounts are equal.

    Returns
    -------
    float                       Pesos, once.

    Raises
    ------
    DatoInvalido                A date without a known minimum wage.

    Notes
    -----
    General minimum wage of the DF (Mexico City). The text names the minimum wage; whether the
    UMA replaces it since 2016 was not confirmed.

    References
    ----------
    LSS, art. 64, fr. I (work risk), and art. 104 (illness and maternity; insured or pensioner).
    """
    validacion.opcion(ramo, "ramo", RAMOS_AYUDA)
    salario = float(datos.parametro("smg_df", fecha))
    # By date too: before July 1997 there is no such law to apply.
    if ramo == "rt":
        return float(datos.parametro("rt_ayuda_funeral_dias_smg", fecha, "lss")) * salario
    meses = float(datos.parametro("eym_ayuda_funeral_meses_smg", fecha, "lss"))
    return meses * dias_del_mes(dias_mes) * salario
