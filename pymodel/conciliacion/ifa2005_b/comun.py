"""What every module of this digest shares: columns, readers, assumptions, the entry builder."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import ArrayLike

from pymodel import datos
from pymodel.conciliacion import lectura
from pymodel.conciliacion.lectura import Fila
from pymodel.conciliacion.registro import Par, Verificacion
from pymodel.validacion import Vector

DOCUMENTO = "ifa2005"
MDP = "mdp de 2005"
PCT = "% de los salarios"

# Rows of the yearly tables that are not years.
PROMEDIO, VALOR_PRESENTE, COSTO_ACTUARIAL = "Prima promedio", "Valor presente", "Costo Actuarial"
SUMA_50, COSTO_50 = "Prima promedio 50 años", "Costo Actuarial 50 años"

NOTA_PERPETUIDAD = (
    "Flujos impresos interpolados, tasa de descuento y crecimiento de la perpetuidad de cierre "
    "como insumos. El informe no menciona la perpetuidad; se dedujo al comparar dos cuadros "
    "(B01) y su crecimiento coincide con el incremento general de salarios impreso (L1269)."
)
METODO_FIN = "PCHIP; flujos a fin de año"
METODO_LOG = "PCHIP sobre logaritmos; flujos a fin de año"
METODO_PERPETUIDAD = "PCHIP; flujos a fin de año; perpetuidad de cierre"


class Columna(NamedTuple):
    """A column of a table: cuadro ("ii_3") and name in the file."""

    cuadro: str
    nombre: str

    @property
    def id(self) -> str:
        """Identifier of the table."""
        return f"cuadro_{self.cuadro}"


SRT_SALARIOS = Columna("ii_3", "volumen_salarial_a")
SRT_PENSIONES = Columna("ii_3", "gasto_pensiones_b")
SRT_IG = Columna("ii_3", "gasto_indemnizacion_global_c")
SRT_SUBSIDIOS = Columna("ii_3", "gasto_subsidios_y_ayudas_de_funeral_d")
SRT_TOTAL = Columna("ii_3", "gasto_total_e")

SIV_SALARIOS = Columna("ii_9", "volumen_salarial_a")
SIV_PENSIONES = Columna("ii_9", "gasto_pensiones_b")
SIV_CF = Columna("ii_9", "costo_fiscal_cf_c")
SIV_PENSIONES_SIN_CF = Columna("ii_9", "pensiones_menos_cf_d")
SIV_SUBSIDIOS = Columna("ii_9", "subsidios_y_ayudas_de_funeral_e")
SIV_TOTAL = Columna("ii_9", "total_con_cf_f")
SIV_TOTAL_SIN_CF = Columna("ii_9", "total_sin_cf_g")

# A total of the SRT or the SIV is the sum of its interpolated components, as in the valuation.
COMPONENTES = {
    SRT_TOTAL: (SRT_PENSIONES, SRT_IG, SRT_SUBSIDIOS),
    SIV_TOTAL: (SIV_PENSIONES, SIV_SUBSIDIOS),
    SIV_TOTAL_SIN_CF: (SIV_PENSIONES_SIN_CF, SIV_SUBSIDIOS),
}

SRT_ASEGURADOS = Columna("ii_5", "numero_de_asegurados_a")
SIV_ASEGURADOS = Columna("ii_11", "numero_de_asegurados_a")

RJP_SALARIOS = Columna("ii_19", "volumen_salarial_a")
RJP_APORTACIONES = Columna("ii_19", "aportaciones_de_los_trabajadores_al_rjp_b")
RJP_CURSO = Columna("ii_19", "pensiones_en_curso_de_pago_c")
RJP_L73 = Columna("ii_19", "generacion_actual_bajo_la_lss_1973_d")
RJP_L97 = Columna("ii_19", "generacion_actual_bajo_la_lss_1997_e")
RJP_TOTAL = Columna("ii_19", "gasto_total_f")

CLAUSULAS_SALARIOS = Columna("ii_22", "volumen_salarial")
CLAUSULAS_L73 = Columna("ii_22", "gen_actual_pre_reforma_bajo_lss_1973")
CLAUSULAS_L97 = Columna("ii_22", "gen_actual_pre_reforma_bajo_lss_1997")
CLAUSULAS_2004 = Columna("ii_22", "post_reforma_ingresos_12_08_2004_a_15_10_2005")
CLAUSULAS_2005 = Columna("ii_22", "post_reforma_ingresos_16_10_2005_a_31_12_2005")
CLAUSULAS_CONFIANZA_A = Columna("ii_22", "nuevas_generaciones_confianza_a")
CLAUSULAS_BASE = Columna("ii_22", "nuevas_generaciones_base_y_confianza_b")
CLAUSULAS_TOTAL = Columna("ii_22", "gasto_total")
CLAUSULAS_GRUPOS = (
    CLAUSULAS_L73,
    CLAUSULAS_L97,
    CLAUSULAS_2004,
    CLAUSULAS_2005,
    CLAUSULAS_CONFIANZA_A,
    CLAUSULAS_BASE,
)

GMP_SALARIOS = Columna("ii_26", "volumen_salarial_a")
GMP_GASTO = Columna("ii_26", "gastos_medicos_b")
GMP_ASEGURADOS = Columna("ii_26", "asegurados_c")
GMP_PENSIONADOS = Columna("ii_26", "pensionados_d")


def celda(columna: Columna, fila: Fila) -> float:
    """One printed figure."""
    return lectura.celda(DOCUMENTO, columna.id, columna.nombre, fila)


def columna(columna: Columna) -> Vector:
    """Every row of a column, (n,)."""
    return lectura.columna(DOCUMENTO, columna.id, columna.nombre)


def impresos(columna: Columna, *filas: str) -> Vector:
    """Printed years of a column, then the rows asked for."""
    anuales = lectura.impresos(DOCUMENTO, columna.id, columna.nombre)
    return np.append(anuales, [celda(columna, f) for f in filas])


def serie(columna: Columna, metodo: str = "pchip") -> Vector:
    """Every year from 2006 to the last printed one, interpolated."""
    return lectura.serie(DOCUMENTO, columna.id, columna.nombre, metodo)


def flujo(columna: Columna, metodo: str = "pchip") -> Vector:
    """Yearly flow of 2006-2105: the interpolated column, or the sum of its components."""
    return np.sum([serie(x, metodo) for x in COMPONENTES.get(columna, (columna,))], axis=0)


@cache
def supuesto(nombre: str) -> float:
    """An assumption of the report from the parameter table."""
    return float(datos.parametro(nombre, documento=DOCUMENTO))


def contra(
    publicado: Callable[[], ArrayLike], calculado: Callable[[], ArrayLike]
) -> Callable[[], Par]:
    """Pair of figures that is read and computed only when the check is judged."""
    return lambda: (publicado(), calculado())


def verificacion(
    clave: str,
    tipo: str,
    descripcion: str,
    calcular: Callable[[], Par],
    tolerancia: ArrayLike,
    fuente: str,
    *,
    unidad: str = MDP,
    **campos: Any,
) -> Verificacion:
    """Build an entry of this digest; `fuente` without the name of the report."""
    return Verificacion(
        id=f"ifa2005_b.{clave}",
        documento=DOCUMENTO,
        tipo=tipo,
        descripcion=descripcion,
        unidad=unidad,
        calcular=calcular,
        tolerancia=tolerancia,
        fuente=f"IFA 2005, {fuente}",
        **campos,
    )
