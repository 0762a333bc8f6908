"""Assumptions of the long-term MIFA: one scenario or a thousand, checked and laid out by year."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import ArrayLike

from pymodel import datos, validacion
from pymodel.errores import DatoInvalido, Descripcion
from pymodel.finanzas import METODOS
from pymodel.mifa.base import INTERPOLACION, Base, base, supuesto
from pymodel.validacion import Vector


class Supuesto(NamedTuple):
    """What an assumption is: its parameter in ``parametros.csv`` and its help."""

    parametro: str
    ayuda: str


SUPUESTOS: dict[str, Supuesto] = {
    "crecimiento_asegurados": Supuesto(
        "", "Crecimiento anual de los asegurados, constante desde 2014; vacío: cuadro I.3."
    ),
    "desplazamiento_asegurados": Supuesto(
        "", "Puntos que se suman cada año al crecimiento de los asegurados; vacío: 0."
    ),
    "crecimiento_salarial": Supuesto(
        "crecimiento_salarios", "Crecimiento real anual del salario de cotización."
    ),
    "inflacion": Supuesto("inflacion_dic_dic", "Inflación anual."),
    "tasa_interes": Supuesto("tasa_interes_nominal", "Tasa de interés nominal anual."),
    "tasa_descuento": Supuesto(
        "tasa_descuento",
        "Tasa real de los valores presentes; vacío: 3.5 % más lo que cambie el interés real.",
    ),
    "crecimiento_salarial_imss": Supuesto(
        "crecimiento_salarios_imss", "Crecimiento real anual del salario de los trabajadores IMSS."
    ),
    "carrera_salarial_imss": Supuesto(
        "carrera_salarial_imss", "Crecimiento real anual por carrera salarial en el IMSS."
    ),
    "crecimiento_plazas": Supuesto(
        "crecimiento_plazas_imss", "Crecimiento anual de las plazas del IMSS."
    ),
    "crecimiento_smgdf": Supuesto(
        "crecimiento_smgdf", "Crecimiento real anual del salario mínimo del DF, desde 2012."
    ),
    "factor_rjp": Supuesto(
        "", "Parte del gasto del RJP a cargo del IMSS desde 2014: 1 todo, 0 nada; vacío: 1."
    ),
    "factor_sumas_aseguradas": Supuesto(
        "", "Multiplica sumas aseguradas y pensiones temporales desde 2014; vacío: 1."
    ),
    "interpolacion": Supuesto("", "Método entre años impresos; vacío: spline."),
}
"""Every assumption that can be changed, with the value of the report when it is left empty."""

_FACTORES = ("factor_rjp", "factor_sumas_aseguradas")
_CONSTANTE = 2050
"""Year whose value of the report is the long-term one; assumptions by year are flat before it."""


class Supuestos(NamedTuple):
    """Checked assumptions of E scenarios over n years; arrays (E, n) or (E, 1)."""

    base: Base
    asegurados: Vector
    """Persons, (E, n)."""
    salario: Vector
    """Cumulative real wage growth since the last year of the short term, (E, n)."""
    salario_relativo: Vector
    """The same over that of the report, (E, n)."""
    salario_imss_relativo: Vector
    carrera_relativa: Vector
    plazas_relativas: Vector
    rendimiento_relativo: Vector
    """Cumulative real interest over that of the report, (E, n)."""
    factor_rjp: Vector
    factor_sumas_aseguradas: Vector
    tasa_descuento: Vector
    """Real, (E, 1)."""
    smgdf: Vector
    """Minimum wage of the Distrito Federal, pesos of 2011 a day, (E, n)."""
    deflactor: Vector
    """Pesos of each year for one of 2011, (E, n)."""

    @property
    def escenarios(self) -> int:
        """How many scenarios."""
        return int(self.asegurados.shape[0])


@functools.cache
def del_informe(nombre: str) -> float | None:
    """Return the long-term value of an assumption in the report, None if it is a path or a 1."""
    parametro = SUPUESTOS[nombre].parametro
    return supuesto(parametro, _CONSTANTE) if parametro else None


def preparar(alternativos: Mapping[str, Any] | None = None) -> Supuestos:
    """Check alternative assumptions and lay them out by scenario and year.

    Parameters
    ----------
    alternativos : {name: value}    Names of :data:`SUPUESTOS`; a number, or an array (E,) with
                                    one value for each scenario; None for that of the report.
                                    Rates and growths are decimal fractions; "interpolacion" is
                                    one text for all scenarios.

    Returns
    -------
    Supuestos                       Arrays (E, n); E is 1 when every value is one number.

    Raises
    ------
    DatoInvalido        Unknown name, rate of 1 or more in absolute value, negative factor,
                        arrays of different lengths.

    Notes
    -----
    The budget of 2011 and the treasury's projection of 2012-2013 are data: an alternative acts
    from 2014 on. A growth g' in place of g multiplies the base path by ((1+g')/(1+g))^(t-2013).
    The real interest is (1+i)/(1+inflation) - 1. An empty discount rate moves with it, point by
    point, from the 3.5 % of the report.

    References
    ----------
    IFA 2010, cuadros C.2 (L9704-9748) and II.3 (L1608-1691); years by source, L9751-9767.
    """
    dados = dict(alternativos or {})
    for nombre in dados:
        if nombre not in SUPUESTOS:
            raise DatoInvalido("supuestos", nombre, "uno de: " + ", ".join(SUPUESTOS))
    metodo = dados.pop("interpolacion", None) or INTERPOLACION
    validacion.opcion(metodo, "supuestos, interpolacion", METODOS)
    tabla = base(metodo)
    valores = {n: _columna(n, v) for n, v in dados.items() if v is not None}
    largos = {v.size for v in valores.values()} - {1}
    if len(largos) > 1:
        raise DatoInvalido(
            "supuestos",
            Descripcion(" y ".join(str(n) for n in sorted(largos)) + " escenarios"),
            "la misma cantidad de escenarios en todos los supuestos",
        )
    escenarios = largos.pop() if largos else 1

    despues = tabla.anios - tabla.anios[tabla.corto_plazo - 1]
    exponente = np.maximum(despues, 0)[None, :].astype(np.float64)
    # A year of the short term keeps its value: the exponent 0 there gives a factor of 1.

    def crecimiento(nombre: str) -> Vector:
        return valores.get(nombre, _uno(nombre))

    def relativo(nombre: str) -> Vector:
        return _potencia((1.0 + crecimiento(nombre)) / (1.0 + _uno(nombre)), exponente)

    salario = _potencia(1.0 + crecimiento("crecimiento_salarial"), exponente)
    real = (1.0 + crecimiento("tasa_interes")) / (1.0 + crecimiento("inflacion"))
    real_base = (1.0 + _uno("tasa_interes")) / (1.0 + _uno("inflacion"))
    descuento = valores.get("tasa_descuento", _uno("tasa_descuento") + real - real_base)
    _menor_que_uno(descuento)

    def completa(serie: Vector) -> Vector:
        return np.broadcast_to(serie, (escenarios, serie.shape[1]))

    smg = supuesto_smg() * (1.0 + crecimiento("crecimiento_smgdf")) ** np.arange(tabla.anios.size)
    corto = np.concatenate([tabla.deflactor, np.full((despues > 0).sum(), tabla.deflactor[-1])])
    return Supuestos(
        base=tabla,
        asegurados=completa(_asegurados(tabla, valores)),
        salario=completa(salario),
        salario_relativo=completa(relativo("crecimiento_salarial")),
        salario_imss_relativo=completa(relativo("crecimiento_salarial_imss")),
        carrera_relativa=completa(relativo("carrera_salarial_imss")),
        plazas_relativas=completa(relativo("crecimiento_plazas")),
        rendimiento_relativo=completa(_potencia(real / real_base, exponente)),
        factor_rjp=completa(np.where(exponente > 0, _factor("factor_rjp", valores), 1.0)),
        factor_sumas_aseguradas=completa(
            np.where(exponente > 0, _factor("factor_sumas_aseguradas", valores), 1.0)
        ),
        tasa_descuento=completa(descuento),
        smgdf=completa(smg),
        deflactor=completa(corto * _potencia(1.0 + crecimiento("inflacion"), exponente)),
    )


@functools.cache
def supuesto_smg() -> float:
    """Return the minimum wage of the Distrito Federal in 2011, pesos a day (CONASAMI)."""
    return float(datos.parametro("smg_df", 2011, documento="referencia"))


def _uno(nombre: str) -> Vector:
    """Value of the report as (1, 1)."""
    valor = del_informe(nombre)
    assert valor is not None
    return np.array([[valor]])


def _columna(nombre: str, valor: ArrayLike) -> Vector:
    """Values of the scenarios as (E, 1), checked."""
    donde = f"supuestos, {nombre}"
    escalar = not isinstance(valor, list | tuple | np.ndarray)
    crudos = (
        np.array([validacion.numero(valor, donde)]) if escalar else validacion.vector(valor, donde)
    )
    for lugar, v in enumerate(crudos.tolist(), start=1):
        este = donde if escalar else f"{donde}, escenario {lugar}"
        if nombre in _FACTORES:
            if v < 0.0:
                raise DatoInvalido(este, v, "un factor de 0 o más")
        else:
            validacion.tasa(v, este)
    return crudos[:, None]


def _factor(nombre: str, valores: Mapping[str, Vector]) -> Vector:
    return valores.get(nombre, np.ones((1, 1)))


def _potencia(razon: Vector, exponente: Vector) -> Vector:
    return np.asarray(razon**exponente, dtype=np.float64)


def _asegurados(tabla: Base, valores: Mapping[str, Vector]) -> Vector:
    """Insured by year, (E, n): the print up to the short term, then the growth of each year."""
    c = tabla.corto_plazo
    crecimiento = (tabla.asegurados[c:] / tabla.asegurados[c - 1 : -1])[None, :] - 1.0
    if "crecimiento_asegurados" in valores:
        crecimiento = np.broadcast_to(
            valores["crecimiento_asegurados"],
            (valores["crecimiento_asegurados"].size, crecimiento.shape[1]),
        )
    crecimiento = crecimiento + valores.get("desplazamiento_asegurados", np.zeros((1, 1)))
    if (crecimiento <= -1.0).any():
        raise DatoInvalido(
            "supuestos, desplazamiento_asegurados",
            float(crecimiento.min()),
            "un crecimiento de los asegurados mayor que -1",
        )
    futuros = tabla.asegurados[c - 1] * np.cumprod(1.0 + crecimiento, axis=1)
    pasados = np.broadcast_to(tabla.asegurados[:c], (futuros.shape[0], c))
    return np.concatenate([pasados, futuros], axis=1)


def _menor_que_uno(descuento: Vector) -> None:
    if (np.abs(descuento) >= 1.0).any():
        peor = float(descuento.ravel()[np.argmax(np.abs(descuento))])
        raise DatoInvalido(
            "supuestos, tasa_interes e inflacion",
            peor,
            "un interés y una inflación que dejen una tasa real de descuento entre -1 y 1",
        )
