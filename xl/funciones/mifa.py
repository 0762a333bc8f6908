"""Long-term MIFA: cash flow to 2050, insurances, premiums and wages of equilibrium."""

from __future__ import annotations

from typing import Any

from pymodel import primas
from pymodel.mifa import cuadros, equilibrio
from pymodel.mifa.base import SEGUROS
from pymodel.mifa.supuestos import SUPUESTOS
from xl.contrato import arg, entrada, funcion, salida

CATEGORIA = "IMSS MIFA"

_GASTO = "Gasto anual, un año por renglón, en mdp; varias columnas son varios componentes."
_MASA = "Volumen anual de salarios, los mismos años y la misma moneda."
_SEGUROS = {entrada.plegar(s): s for s in SEGUROS}
_SUPUESTOS = arg(
    entrada.Opciones(dict.fromkeys(SUPUESTOS)),
    "Dos columnas, nombre y valor, con lo que cambia del informe: crecimiento_asegurados, "
    "crecimiento_salarial, inflacion, tasa_interes, crecimiento_plazas y los demás de la guía.",
)


@funcion(
    categoria=CATEGORIA,
    ayuda="Prima de contribución: COP y AGF de cada año entre la masa salarial.",
    args={
        "cop": arg(entrada.serie_o_numero, "Cuotas obrero-patronales, mdp, un año por renglón."),
        "agf": arg(
            entrada.serie_o_numero, "Aportaciones del Gobierno Federal, mdp, los mismos años."
        ),
        "masa": arg(entrada.serie_o_numero, _MASA),
    },
    devuelve="Primas en fracción de los salarios, un renglón por año.",
    ejemplo="=PRIMA_CONTRIBUCION(B5:B44,C5:C44,M5:M44)",
    fuente="IFA 2010, L1557-1593, cuadros II.4 a II.6.",
)
def prima_contribucion(cop: Any, agf: Any, masa: Any) -> Any:
    """See :func:`pymodel.mifa.equilibrio.prima_contribucion`."""
    return salida.como_entrada(equilibrio.prima_contribucion(cop, agf, masa), cop, agf, masa)


@funcion(
    categoria=CATEGORIA,
    ayuda="Prima de reparto: la que paga el gasto de cada año. Es la misma que PRIMA_GASTO.",
    args={"gasto": arg(entrada.serie_o_numero, _GASTO), "masa": arg(entrada.serie_o_numero, _MASA)},
    devuelve="Primas en fracción de los salarios, un renglón por año.",
    ejemplo="=PRIMA_REPARTO(K5:K44,M5:M44)",
    fuente="IFA 2010, L1557-1593, cuadros II.4 a II.6; IFA 2005, cuadro II.3.",
)
def prima_reparto(gasto: Any, masa: Any) -> Any:
    """See :func:`pymodel.primas.prima_gasto`."""
    return salida.como_entrada(primas.prima_gasto(gasto, masa, nombre_masa="masa"), gasto, masa)


@funcion(
    categoria=CATEGORIA,
    ayuda="Salario base de cotización con el que la prima vigente pagaría el gasto del año.",
    args={
        "sbc": arg(
            entrada.serie_o_numero, "Salario base de cotización, pesos diarios, un año por renglón."
        ),
        "gasto": arg(entrada.serie_o_numero, "Gasto total, mdp, los mismos años."),
        "cop_agf": arg(entrada.serie_o_numero, "Cuotas y aportaciones federales (COP + AGF), mdp."),
    },
    devuelve="Salario de equilibrio, pesos diarios, un renglón por año.",
    ejemplo="=SBC_EQUILIBRIO(256,206371,152071)",
    fuente="IFA 2010, L1557-1607, cuadros II.4 a II.6 y IV.3.",
)
def sbc_equilibrio(sbc: Any, gasto: Any, cop_agf: Any) -> Any:
    """See :func:`pymodel.mifa.equilibrio.sbc_equilibrio`."""
    return salida.como_entrada(equilibrio.sbc_equilibrio(sbc, gasto, cop_agf), sbc, gasto, cop_agf)


@funcion(
    categoria=CATEGORIA,
    ayuda="Salario (o aportación) en veces el salario mínimo de su año.",
    args={
        "salario": arg(
            entrada.serie_o_numero,
            "Pesos del año base, uno por renglón, o uno para todos los años.",
        ),
        "anio": arg(entrada.serie_o_numero, "Año de cada salario, o uno para todos."),
        "smg_base": arg(entrada.numero, "Salario mínimo del año base, pesos diarios."),
        "anio_base": arg(entrada.numero, "Año del salario mínimo."),
        "crecimiento": arg(entrada.numero, "Crecimiento real anual del salario mínimo."),
    },
    devuelve="Veces el salario mínimo, un renglón por salario o por año.",
    ejemplo="=VECES_SMG(434.9,2050)",
    fuente="IFA 2010, L1938-1942; CONASAMI, 59.82 pesos diarios en 2011.",
)
def veces_smg(
    salario: Any,
    anio: Any,
    smg_base: float = 59.82,
    anio_base: Any = 2011,
    crecimiento: float = 0.005,
) -> Any:
    """See :func:`pymodel.mifa.equilibrio.veces_smg`."""
    veces = equilibrio.veces_smg(salario, anio, smg_base, anio_base, crecimiento)
    return salida.como_entrada(veces, salario, anio)


@funcion(
    categoria=CATEGORIA,
    ayuda="Flujo de efectivo de largo plazo del IMSS, 2011 a 2050, con los supuestos del informe "
    "u otros.",
    args={"supuestos": _SUPUESTOS},
    devuelve="Tabla con un año por renglón: ingresos, egresos y reservas en mdp de 2011.",
    ejemplo="=MIFA_FLUJO(A3:B9)",
    fuente="IFA 2010, anexo C, cuadros C.1 a C.3 (L9613-9887).",
)
def mifa_flujo(supuestos: Any = None) -> Any:
    """See :func:`pymodel.mifa.cuadros.cuadro_flujo`."""
    return salida.dataframe(cuadros.cuadro_flujo(entrada.opciones_dadas(supuestos)))


@funcion(
    categoria=CATEGORIA,
    ayuda="Largo plazo de un seguro, 2011 a 2050: ingresos, gastos, primas y salarios de "
    "equilibrio.",
    args={
        "seguro": arg(
            entrada.Opcion(tuple(_SEGUROS)),
            "SRT, SEM, SEM-A, GMP, SIV, SGPS o SSFAM. SRT y SIV son una estimación.",
        ),
        "supuestos": _SUPUESTOS,
    },
    devuelve="Tabla con un año por renglón, mdp de 2011; primas en fracción de los salarios.",
    ejemplo='=MIFA_SEGURO("SEM-A",A3:B9)',
    fuente="IFA 2010, cuadros II.4 a II.6, IV.3 y V.4; claves recuperadas del cuadro C.3.",
)
def mifa_seguro(seguro: str, supuestos: Any = None) -> Any:
    """See :func:`pymodel.mifa.cuadros.cuadro_seguro`."""
    return salida.dataframe(
        cuadros.cuadro_seguro(_SEGUROS[seguro], entrada.opciones_dadas(supuestos))
    )
