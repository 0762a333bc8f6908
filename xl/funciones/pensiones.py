"""Pensions of the LSS 1997: amounts of one case, or of a column of wages."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np

from pymodel import pensiones
from xl.contrato import arg, entrada, funcion, salida

CATEGORIA = "IMSS Pensiones"

_SALARIO = (
    "Salario base diario, pesos: promedio de las últimas 500 semanas (SALARIO_PROMEDIO_500); un "
    "valor o una columna."
)
_SALARIO_RT = (
    "Salario diario en que cotizaba al ocurrir el riesgo (enfermedad: promedio de 52 semanas); un "
    "valor o una columna."
)
_GRADO = "Grado de incapacidad en por ciento, por ejemplo 65; 1 o menos se rechaza."

# "enfermedad" is the benefit; its insurance and the one that the reports charge it to also name it.
_RAMOS = dict.fromkeys(("eym", "sem", "iv", "enfermedad_general"), "enfermedad")


@dataclass(frozen=True)
class _Opciones(entrada.Opciones):
    """Options that are the keyword arguments of a function of the model, each with its reader."""

    lectores: dict[str, Callable[[Any, str], Any]]

    def __call__(self, valor: Any, nombre: str) -> dict[str, Any]:
        elegidas = super().__call__(valor, nombre)
        return {k: self.lectores[k](v, f"{nombre}, {k}") for k, v in elegidas.items()}


def _opciones_de(modelo: Callable[..., Any]) -> _Opciones:
    """Reader of the options of a function: what it takes by keyword, with its defaults."""
    claves = {
        k: p.default
        for k, p in inspect.signature(modelo).parameters.items()
        if p.kind is inspect.Parameter.KEYWORD_ONLY
    }
    textos = {"orden_tope": pensiones.ORDENES_TOPE, "incremento": pensiones.INCREMENTOS}
    return _Opciones(
        claves,
        {k: entrada.Opcion(textos[k]) if k in textos else entrada.numero for k in claves},
    )


def _valor_o_columna(resultado: Any) -> Any:
    return (
        salida.columna(resultado) if isinstance(resultado, np.ndarray) else salida.valor(resultado)
    )


@funcion(
    categoria=CATEGORIA,
    ayuda="Salario diario promedio de las últimas 500 semanas, actualizado con el INPC.",
    args={
        "salarios_diarios": arg(
            entrada.serie, "Salario diario de cada periodo, el más reciente primero."
        ),
        "factores": arg(
            entrada.serie, "INPC de la fecha de la pensión entre INPC de cada periodo."
        ),
        "semanas": arg(
            entrada.serie, "Semanas de cada periodo; el más antiguo se corta al llegar a 500."
        ),
    },
    devuelve="Pesos diarios de la fecha de la pensión; con menos de 500 semanas, las que haya.",
    ejemplo="=SALARIO_PROMEDIO_500(B5:B24,C5:C24,D5:D24)",
    fuente="LSS, art. 141; IFA 2010, L9377-9381.",
)
def salario_promedio_500(salarios_diarios: Any, factores: Any, semanas: Any) -> Any:
    """See :func:`pymodel.pensiones.salario_promedio_500`."""
    return salida.valor(pensiones.salario_promedio_500(salarios_diarios, factores, semanas))


@funcion(
    categoria=CATEGORIA,
    ayuda="Pensión mensual de invalidez: 35 % del salario, asignaciones y ayuda, con piso y tope.",
    args={
        "salario_base_diario": arg(entrada.numeros, _SALARIO),
        "conyuge": arg(entrada.literal, "Sí o no (1 o 0): cónyuge, concubina o concubinario."),
        "hijos": arg(entrada.numero, "Hijos con derecho a asignación."),
        "ascendientes": arg(
            entrada.numero, "Padres dependientes; sólo cuentan sin cónyuge ni hijos."
        ),
        "opciones": arg(
            _opciones_de(pensiones.pension_invalidez),
            "Opciones: ayuda_asistencial (art. 140, hasta 0.20; la del 138 es automática), "
            "pension_garantizada_mensual (0), orden_tope (piso_despues o tope_despues), dias_mes "
            "(365/12), incremento (ninguno o inmediato: × 1.11).",
        ),
    },
    devuelve="Pesos al mes, sin aguinaldo. El 11 % que aplican los IFA no va incluido.",
    ejemplo='=PENSION_INVALIDEZ(420,"sí",2,0)',
    fuente="LSS, art. 138, 140, 141 y 143; IFA 2010, L9377-9381.",
)
def pension_invalidez(
    salario_base_diario: Any, conyuge: Any, hijos: Any, ascendientes: Any, opciones: Any = None
) -> Any:
    """See :func:`pymodel.pensiones.pension_invalidez`."""
    return _valor_o_columna(
        pensiones.pension_invalidez(
            salario_base_diario, conyuge, hijos, ascendientes, **(opciones or {})
        )
    )


@funcion(
    categoria=CATEGORIA,
    ayuda="Pensión mensual por incapacidad permanente: 70 % del salario por el grado.",
    args={
        "salario_base_diario": arg(entrada.numeros, _SALARIO_RT),
        "grado": arg(entrada.numero, f"{_GRADO} Con 25 o menos procede indemnización global."),
        "opciones": arg(
            _opciones_de(pensiones.pension_incapacidad),
            "Opciones: pension_invalidez_mensual (mínimo de la total, art. 59; 0), dias_mes "
            "(365/12), incremento (ninguno o inmediato: × 1.11).",
        ),
    },
    devuelve="Pesos al mes, sin aguinaldo. El 11 % que aplican los IFA no va incluido.",
    ejemplo="=PENSION_INCAPACIDAD(420,65)",
    fuente="LSS, art. 58, fr. II y III, y 59; IFA 2005, L1066-1067.",
)
def pension_incapacidad(salario_base_diario: Any, grado: float, opciones: Any = None) -> Any:
    """See :func:`pymodel.pensiones.pension_incapacidad`."""
    return _valor_o_columna(
        pensiones.pension_incapacidad(salario_base_diario, grado, **(opciones or {}))
    )


@funcion(
    categoria=CATEGORIA,
    ayuda="Indemnización global: cinco anualidades de la pensión de incapacidad parcial.",
    args={
        "salario_base_diario": arg(entrada.numeros, _SALARIO_RT),
        "grado": arg(entrada.numero, f"{_GRADO} Obligatoria hasta 25, optativa hasta 50."),
    },
    devuelve="Pesos, una sola vez, sin aguinaldo.",
    ejemplo="=INDEMNIZACION_GLOBAL(420,20)",
    fuente="LSS, art. 58, fr. III; IFA 2010, L9342-9352 y L9424-9426.",
)
def indemnizacion_global(salario_base_diario: Any, grado: float) -> Any:
    """See :func:`pymodel.pensiones.indemnizacion_global`."""
    return _valor_o_columna(pensiones.indemnizacion_global(salario_base_diario, grado))


@funcion(
    categoria=CATEGORIA,
    ayuda="Pensiones mensuales de viudez, orfandad y ascendencia, con el tope ya aplicado.",
    args={
        "seguro": arg(entrada.Opcion(pensiones.SEGUROS), '"IV" o "RT".'),
        "base_mensual": arg(
            entrada.numero,
            "Pesos al mes. IV: pensión de invalidez sin asignaciones ni ayuda (no menos que la "
            "garantizada); RT: la de incapacidad total.",
        ),
        "viudez": arg(entrada.literal, "Sí o no (1 o 0): hay viuda o viudo con derecho."),
        "huerfanos_sencillos": arg(entrada.numero, "Huérfanos de padre o de madre."),
        "huerfanos_dobles": arg(entrada.numero, "Huérfanos de padre y madre."),
        "ascendientes": arg(
            entrada.numero, "Ascendientes; sólo tienen derecho sin viudez ni huérfanos."
        ),
    },
    devuelve="Tabla concepto, monto: pesos al mes de cada grupo y total, sin aguinaldo.",
    ejemplo='=PENSION_SOBREVIVENCIA("IV",4471,"sí",2,0,0)',
    fuente="LSS, art. 64 y 66 (RT); art. 131, 135, 137 y 144 (IV).",
)
def pension_sobrevivencia(
    seguro: str,
    base_mensual: float,
    viudez: Any,
    huerfanos_sencillos: float,
    huerfanos_dobles: float,
    ascendientes: float,
) -> Any:
    """See :func:`pymodel.pensiones.pension_sobrevivencia`."""
    pension = pensiones.pension_sobrevivencia(
        seguro, base_mensual, viudez, huerfanos_sencillos, huerfanos_dobles, ascendientes
    )
    return salida.tabla(
        ["concepto", "monto"], [*pension._asdict().items(), ("total", pension.total)]
    )


@funcion(
    categoria=CATEGORIA,
    ayuda="Subsidio por incapacidad temporal: enfermedad, riesgo de trabajo o maternidad.",
    args={
        "ramo": arg(
            entrada.Opcion((*pensiones.RAMOS, *_RAMOS)),
            '"enfermedad" (o "SEM", "EyM", "IV"): 60 % desde el cuarto día, hasta 52 semanas; '
            '"RT": 100 %; "maternidad": 100 %, hasta 84 días.',
        ),
        "salario_diario": arg(
            entrada.numeros, "Último salario diario de cotización; un valor o una columna."
        ),
        "dias": arg(
            entrada.numeros, "Días de la incapacidad desde el primero; un valor o una columna."
        ),
    },
    devuelve="Pesos de toda la incapacidad.",
    ejemplo='=SUBSIDIO("enfermedad",420,30)',
    fuente="LSS, art. 58-I, 96, 98 y 101; IFA 2010, L64-66 y L1244-1246.",
)
def subsidio(ramo: str, salario_diario: Any, dias: Any) -> Any:
    """See :func:`pymodel.pensiones.subsidio`."""
    return _valor_o_columna(pensiones.subsidio(_RAMOS.get(ramo, ramo), salario_diario, dias))


@funcion(
    categoria=CATEGORIA,
    ayuda="Ayuda de gastos de funeral: 60 días de salario mínimo del DF en la fecha de la muerte.",
    args={
        "fecha": arg(entrada.literal, "Fecha del fallecimiento, texto AAAA-MM-DD o año."),
    },
    devuelve="Pesos. Es también la del art. 104 (dos meses) con meses de 30 días.",
    ejemplo='=AYUDA_FUNERAL("2010-06-15")',
    fuente="LSS, art. 64, fr. I, y 104; no se confirmó si desde 2016 se paga en UMA.",
)
def ayuda_funeral(fecha: Any) -> Any:
    """See :func:`pymodel.pensiones.ayuda_funeral`."""
    return salida.valor(pensiones.ayuda_funeral(fecha))
