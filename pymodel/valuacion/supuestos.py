"""Assumptions of a valuation, validated, and their defaults from the reports."""

from __future__ import annotations

import functools
from dataclasses import dataclass

import numpy as np

from pymodel import datos, finanzas, validacion
from pymodel.errores import DatoInvalido
from pymodel.valuacion.casos import Caso
from pymodel.valuacion.flujos import anualizar, impresos
from pymodel.valuacion.publicado import publicado


@dataclass(frozen=True)
class Supuestos:
    """What an analyst may change in a valuation.

    Parameters
    ----------
    tasa : float                Real discount rate, decimal fraction.
    horizonte : int             Years of the main horizon.
    horizonte_corto : int       Years of the second horizon.
    convencion : str            "fin", "inicio" or "medio".
    perpetuidad : bool          Close with a perpetuity after the last year.
    crecimiento : float         Its growth, decimal fraction.
    interpolacion : str         Method for the years that are not printed.
    prima_ingreso : float       Premium of income, decimal fraction of wages.
    reserva : float             Opening reserve, mdp.
    cola_masa : float           Present value of wages beyond the last printed year, mdp.
    cola_gasto : tuple (k,)     The same for each component.
    tasa_cola : float           Rate at which both tails were obtained.
    """

    tasa: float
    horizonte: int
    horizonte_corto: int
    convencion: str
    perpetuidad: bool
    crecimiento: float
    interpolacion: str
    prima_ingreso: float
    reserva: float
    cola_masa: float = 0.0
    cola_gasto: tuple[float, ...] = ()
    tasa_cola: float = 0.035

    def __post_init__(self) -> None:
        validacion.tasa(self.tasa, "tasa")
        if self.tasa <= -1.0 or self.tasa < 0.0:
            raise DatoInvalido("tasa", self.tasa, "una tasa de descuento de 0 o más")
        validacion.entero(self.horizonte, "horizonte", 2, 150)
        validacion.entero(self.horizonte_corto, "horizonte_corto", 2, 150)
        validacion.opcion(self.convencion, "convencion", finanzas.CONVENCIONES)
        validacion.opcion(self.interpolacion, "interpolacion", finanzas.METODOS)
        if not isinstance(self.perpetuidad, bool):
            raise DatoInvalido("perpetuidad", self.perpetuidad, "sí o no")
        if self.perpetuidad:
            finanzas.factor_perpetuidad(self.tasa, self.crecimiento)
            if self.cola_masa or any(self.cola_gasto):
                raise DatoInvalido(
                    "perpetuidad", self.perpetuidad, "no, porque ya hay una cola con valor presente"
                )
        if not validacion.tasa(self.prima_ingreso, "prima_ingreso") > 0.0:
            raise DatoInvalido("prima_ingreso", self.prima_ingreso, "una prima mayor que 0")
        validacion.numero(self.reserva, "reserva")
        validacion.numero(self.cola_masa, "cola_masa")
        for valor in self.cola_gasto:
            validacion.numero(valor, "cola_gasto")


@functools.cache
def supuestos_base(caso: Caso) -> Supuestos:
    """Assumptions of the report, from the parameter table.

    Notes
    -----
    The run-off tails of IFA 2010 are calibrated: published present value at 100 years less the
    present value of the interpolated flows, both at 3.5 % (ifa2010_a, C1).
    """
    doc = caso.documento
    tasa = float(datos.parametro("tasa_descuento", documento=doc))
    crecimiento = (
        float(datos.parametro("crecimiento_perpetuo", documento=doc)) if caso.perpetuidad else 0.0
    )
    cola_masa, cola_gasto = 0.0, (0.0,) * len(caso.componentes)
    if caso.cola:
        oficial = publicado(caso)
        previos = impresos(caso)
        flujos = anualizar(previos.anios, previos.masa, previos.gasto, caso.metodo)
        cola_masa = oficial.vpsf - float(finanzas.valor_presente(flujos.masa, tasa))
        vp = np.atleast_1d(np.asarray(finanzas.valor_presente(flujos.gasto, tasa)))
        cola_gasto = tuple(float(x) for x in np.array(oficial.vp_gasto) - vp)
    return Supuestos(
        tasa=tasa,
        horizonte=100,
        horizonte_corto=50,
        convencion="fin",
        perpetuidad=caso.perpetuidad,
        crecimiento=crecimiento,
        interpolacion=caso.metodo,
        prima_ingreso=float(
            datos.parametro(
                caso.parametro_prima,
                documento=doc if caso.parametro_prima.startswith("prima_ingreso") else None,
            )
        ),
        reserva=float(datos.parametro(caso.parametro_reserva, documento=doc)),
        cola_masa=cola_masa,
        cola_gasto=cola_gasto,
        tasa_cola=tasa,
    )
