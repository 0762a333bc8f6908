"""Financial mathematics: present value, rates, deflation, interpolation."""

from __future__ import annotations

from typing import Any

import numpy as np

from pymodel import finanzas, precios
from pymodel.errores import DatoInvalido, Descripcion
from xl.contrato import arg, entrada, funcion, salida

CATEGORIA = "IMSS Finanzas"

_CONVENCION = (
    'Momento del flujo: "fin" de año (valuaciones IFA), "inicio" (MIFA, primer año sin '
    'descontar) o "medio".'
)


@funcion(
    categoria=CATEGORIA,
    ayuda="Valor presente de uno o varios flujos anuales, con perpetuidad de cierre o cola.",
    args={
        "flujo": arg(
            entrada.serie, "Flujos anuales, un año por renglón; varias columnas son varios flujos."
        ),
        "tasa": arg(entrada.numero, "Tasa de descuento anual en fracción decimal: 0.035 es 3.5 %."),
        "convencion": arg(entrada.Opcion(finanzas.CONVENCIONES), _CONVENCION),
        "crecimiento_perpetuo": arg(
            entrada.numero, "Crecimiento anual después del último año; vacío: sin perpetuidad."
        ),
        "vp_cola": arg(
            entrada.numeros,
            "Valor presente, ya a la fecha de valuación, de lo que sigue al último año.",
        ),
    },
    devuelve="Un número en la moneda del flujo; con k columnas, k números en un renglón.",
    ejemplo='=VALOR_PRESENTE(C5:C104,0.035,"fin",0.015)',
    fuente="IFA 2005, cuadros II.3, II.9 y II.26 (L1317, L1610, L2372); IFA 2010, cuadro I.4.",
)
def valor_presente(
    flujo: Any,
    tasa: float,
    convencion: str = "fin",
    crecimiento_perpetuo: float | None = None,
    vp_cola: Any = 0.0,
) -> Any:
    """See :func:`pymodel.finanzas.valor_presente`."""
    return salida.escalar_o_fila(
        finanzas.valor_presente(
            flujo,
            tasa,
            convencion=convencion,
            crecimiento_perpetuo=crecimiento_perpetuo,
            vp_cola=vp_cola,
        )
    )


@funcion(
    categoria=CATEGORIA,
    ayuda="Tasa real que corresponde a una tasa nominal y una inflación.",
    args={
        "tasa_nominal": arg(entrada.numero, "Tasa nominal anual en fracción decimal."),
        "inflacion": arg(entrada.numero, "Inflación anual en fracción decimal."),
    },
    devuelve="Fracción decimal: (1 + nominal)/(1 + inflación) - 1.",
    ejemplo="=TASA_REAL(0.0723,0.036)",
    fuente="IFA 2010, cuadro II.3 (L1624, L1641).",
)
def tasa_real(tasa_nominal: float, inflacion: float) -> float:
    """See :func:`pymodel.finanzas.tasa_real`."""
    return finanzas.tasa_real(tasa_nominal, inflacion)


@funcion(
    categoria=CATEGORIA,
    ayuda="Tasa nominal que corresponde a una tasa real y una inflación.",
    args={
        "tasa_real": arg(entrada.numero, "Tasa real anual en fracción decimal."),
        "inflacion": arg(entrada.numero, "Inflación anual en fracción decimal."),
    },
    devuelve="Fracción decimal: (1 + real)(1 + inflación) - 1.",
    ejemplo="=TASA_NOMINAL(0.035,0.036)",
    fuente="IFA 2010, cuadro II.3 (L1624, L1641).",
)
def tasa_nominal(tasa_real: float, inflacion: float) -> float:
    """See :func:`pymodel.finanzas.tasa_nominal`."""
    return finanzas.tasa_nominal(tasa_real, inflacion)


def _indice(valor: Any, nombre: str) -> str | dict[int, float]:
    """Name of an index, or the analyst's own two columns year and index."""
    filas = entrada.celdas(valor, nombre)
    if len(filas) == 1 and len(filas[0]) == 1:
        return entrada.Opcion(precios.INDICES)(valor, nombre)
    propio: dict[int, float] = {}
    for anio, indice in entrada.Tabla(("anio", "indice"))(valor, nombre):
        if anio != int(anio):
            raise DatoInvalido(f"{nombre}, columna «anio»", anio, "un año entero")
        if anio in propio:
            raise DatoInvalido(
                f"{nombre}, columna «anio»", Descripcion(f"{anio:g} dos veces"), "años sin repetir"
            )
        propio[int(anio)] = indice
    return propio


@funcion(
    categoria=CATEGORIA,
    ayuda="Montos de distintos años a precios de un solo año, con el INPC o un índice propio.",
    args={
        "montos": arg(entrada.serie, "Montos, un año por renglón; varias columnas son varios."),
        "anios": arg(entrada.serie, "Año de cada monto."),
        "anio_base": arg(entrada.numero, "Año de los precios del resultado."),
        "indice": arg(
            _indice,
            '"promedio" anual del INPC, "diciembre", o un rango de dos columnas: año e índice.',
        ),
    },
    devuelve="Montos a precios del año base, un renglón por año: monto x I_base / I_año.",
    ejemplo="=DEFLACTAR(B5:B14,A5:A14,2010)",
    fuente="INPC del INEGI, base 2a quincena de julio de 2018 = 100.",
)
def deflactar(montos: Any, anios: Any, anio_base: float, indice: Any = "promedio") -> Any:
    """See :func:`pymodel.precios.deflactar`."""
    return salida.columna(precios.deflactar(montos, anios, anio_base, indice))  # type: ignore[arg-type]


@funcion(
    categoria=CATEGORIA,
    ayuda="Completa los años que faltan entre los años impresos de un cuadro.",
    args={
        "anios": arg(entrada.serie, "Años impresos, en orden creciente."),
        "valores": arg(
            entrada.serie, "Valores impresos; varias columnas se interpolan de una sola vez."
        ),
        "metodo": arg(
            entrada.Opcion(finanzas.METODOS),
            '"pchip" (cúbica monótona), "spline", "log_spline", "log_pchip", "lineal" o '
            '"geometrica"; los logarítmicos piden valores mayores que 0.',
        ),
    },
    devuelve="Año y valor, un renglón por año, sin encabezado.",
    ejemplo='=INTERPOLAR_ANUAL(A5:A19,B5:B19,"pchip")',
    fuente="IFA 2005, cuadros II.3 y II.26 (L2371); IFA 2010, cuadro I.4.",
)
def interpolar_anual(anios: Any, valores: Any, metodo: str = "pchip") -> Any:
    """See :func:`pymodel.finanzas.interpolar_anual`."""
    return salida.columna(np.column_stack(finanzas.interpolar_anual(anios, valores, metodo)))
