"""Premiums: de gasto, promedio, nivelada, escalonada; reserve and sufficiency."""

from __future__ import annotations

from typing import Any

import numpy as np

from pymodel import finanzas, primas
from xl.contrato import Argumento, arg, entrada, funcion, salida

CATEGORIA = "IMSS Primas"

_GASTO = "Gasto anual, un año por renglón, en millones de pesos."
_GASTOS = "Gasto anual, un año por renglón, en mdp; varias columnas son varios componentes."
_MASA = "Volumen anual de salarios, los mismos años y la misma moneda que el gasto."


def _nivelada(convencion: str) -> dict[str, Argumento]:
    return {
        "gasto": arg(entrada.serie, _GASTOS),
        "masa_salarial": arg(entrada.serie, _MASA),
        "tasa": arg(entrada.numero, "Tasa real de descuento en fracción decimal: 0.035 es 3.5 %."),
        "reserva": arg(
            entrada.numeros, "Reserva inicial, que baja la prima; con k columnas de gasto, 0 o k."
        ),
        "convencion": arg(
            entrada.Opcion(finanzas.CONVENCIONES),
            f'"fin", "inicio" o "medio" de año; si se omite, "{convencion}".',
        ),
        "crecimiento_perpetuo": arg(
            entrada.numero, "Crecimiento después del último año; vacío: sin perpetuidad de cierre."
        ),
        "vp_cola_gasto": arg(
            entrada.numeros, "Valor presente del gasto posterior al último año, a la valuación."
        ),
        "vp_cola_masa": arg(
            entrada.numero, "Valor presente de los salarios posteriores al último año."
        ),
        "horizonte": arg(entrada.numero, "Usa sólo los primeros n años del rango; vacío: todos."),
    }


@funcion(
    categoria=CATEGORIA,
    ayuda="Prima de gasto de cada año: gasto entre masa salarial.",
    args={
        "gasto": arg(entrada.serie_o_numero, _GASTOS),
        "masa_salarial": arg(entrada.serie_o_numero, _MASA),
    },
    devuelve="Fracción de los salarios, un renglón por año (0.0129 es 1.29 %).",
    ejemplo="=PRIMA_GASTO(G5:G104,C5:C104)",
    fuente="IFA 2005, cuadro II.3 (L1290-1300); IFA 2010, cuadro I.4 (L704).",
)
def prima_gasto(gasto: Any, masa_salarial: Any) -> Any:
    """See :func:`pymodel.primas.prima_gasto`."""
    return salida.como_entrada(primas.prima_gasto(gasto, masa_salarial), gasto, masa_salarial)


@funcion(
    categoria=CATEGORIA,
    ayuda="Prima promedio sin descontar: suma del gasto entre suma de la masa salarial.",
    args={"gasto": arg(entrada.serie, _GASTOS), "masa_salarial": arg(entrada.serie, _MASA)},
    devuelve="Fracción de los salarios; con k columnas de gasto, k primas en un renglón.",
    ejemplo="=PRIMA_PROMEDIO(G5:G104,C5:C104)",
    fuente="IFA 2005, L1322, L1464, L1615, L2374.",
)
def prima_promedio(gasto: Any, masa_salarial: Any) -> Any:
    """See :func:`pymodel.primas.prima_promedio`."""
    return salida.escalar_o_fila(primas.prima_promedio(gasto, masa_salarial))


@funcion(
    categoria=CATEGORIA,
    ayuda="Prima constante que financia el gasto del horizonte: VP del gasto entre VP de salarios.",
    args=_nivelada("fin"),
    devuelve="Fracción de los salarios (0.0158 es 1.58 %); con k columnas, k primas sin total.",
    ejemplo='=PRIMA_NIVELADA(G5:G104,C5:C104,0.035,0,"fin",0.015)',
    fuente="IFA 2005, L1071-1073, L1324-1326; IFA 2010, L705-707, L785-808.",
)
def prima_nivelada(
    gasto: Any,
    masa_salarial: Any,
    tasa: float,
    reserva: Any = 0.0,
    convencion: str = "fin",
    crecimiento_perpetuo: float | None = None,
    vp_cola_gasto: Any = 0.0,
    vp_cola_masa: float = 0.0,
    horizonte: Any = None,
) -> Any:
    """See :func:`pymodel.primas.prima_nivelada`."""
    return salida.escalar_o_fila(
        primas.prima_nivelada(
            gasto,
            masa_salarial,
            tasa,
            reserva=reserva,
            convencion=convencion,
            crecimiento_perpetuo=crecimiento_perpetuo,
            vp_cola_gasto=vp_cola_gasto,
            vp_cola_masa=vp_cola_masa,
            horizonte=horizonte,
        )
    )


@funcion(
    categoria=CATEGORIA,
    ayuda="Prima media nivelada (PMN) del MIFA: prima nivelada con el primer año sin descontar.",
    args=_nivelada("inicio"),
    devuelve="Fracción de los salarios; con k columnas, k primas sin total.",
    ejemplo="=PRIMA_MEDIA_NIVELADA(G5:G44,C5:C44,0.035)",
    fuente="IFA 2010, L1557-1607 y cuadros II.4 a II.8.",
)
def prima_media_nivelada(
    gasto: Any,
    masa_salarial: Any,
    tasa: float,
    reserva: Any = 0.0,
    convencion: str = "inicio",
    crecimiento_perpetuo: float | None = None,
    vp_cola_gasto: Any = 0.0,
    vp_cola_masa: float = 0.0,
    horizonte: Any = None,
) -> Any:
    """See :func:`pymodel.primas.prima_media_nivelada`."""
    return salida.escalar_o_fila(
        primas.prima_media_nivelada(
            gasto,
            masa_salarial,
            tasa,
            reserva=reserva,
            convencion=convencion,
            crecimiento_perpetuo=crecimiento_perpetuo,
            vp_cola_gasto=vp_cola_gasto,
            vp_cola_masa=vp_cola_masa,
            horizonte=horizonte,
        )
    )


@funcion(
    categoria=CATEGORIA,
    ayuda="Prima nivelada por bloques de n años; con tasa 0, los escalones sin descontar del IFA.",
    args={
        "gasto": arg(entrada.serie, _GASTO),
        "masa_salarial": arg(entrada.serie, _MASA),
        "tasa": arg(entrada.numero, "Tasa de descuento en fracción decimal; 0: sin descontar."),
        "anios": arg(entrada.numero, "Años de cada bloque; el último puede ser más corto."),
    },
    devuelve="La prima vigente en cada año, fracción de los salarios, un renglón por año.",
    ejemplo="=PRIMA_ESCALONADA(G5:G54,C5:C54,0,10)",
    fuente="IFA 2005, L1473 y gráfica II.7.",
)
def prima_escalonada(gasto: Any, masa_salarial: Any, tasa: float, anios: Any) -> Any:
    """See :func:`pymodel.primas.prima_escalonada`."""
    return salida.columna(primas.prima_escalonada(gasto, masa_salarial, tasa, anios))


@funcion(
    categoria=CATEGORIA,
    ayuda="Trayectoria de la reserva cuando se cobra una prima constante; flujos a fin de año.",
    args={
        "reserva": arg(entrada.numero, "Reserva inicial, mdp."),
        "prima": arg(entrada.numero, "Prima en fracción de los salarios: 0.025 es 2.5 %."),
        "gasto": arg(entrada.serie, _GASTO),
        "masa_salarial": arg(entrada.serie, _MASA),
        "tasa": arg(entrada.numero, "Rendimiento real anual en fracción decimal."),
    },
    devuelve="Tabla anio (1, 2, ...), ingreso, gasto, rendimiento y reserva al cierre, en mdp.",
    ejemplo="=RESERVA_PROYECTADA(12442,0.0197,G5:G104,C5:C104,0.035)",
    fuente="IFA 2005, L1671 y L1778.",
)
def reserva_proyectada(
    reserva: float, prima: float, gasto: Any, masa_salarial: Any, tasa: float
) -> Any:
    """See :func:`pymodel.primas.reserva_proyectada`."""
    ruta = primas.reserva_proyectada(reserva, prima, gasto, masa_salarial, tasa)
    return salida.tabla(
        ["anio", "ingreso", "gasto", "rendimiento", "reserva"],
        ([anio, *renglon] for anio, renglon in enumerate(np.column_stack(ruta), start=1)),
    )


@funcion(
    categoria=CATEGORIA,
    ayuda="¿Alcanza la prima de ingreso para la prima nivelada?",
    args={
        "prima_nivelada": arg(entrada.numero, "Prima nivelada, fracción de los salarios."),
        "prima_ingreso": arg(entrada.numero, "Prima de ingreso (de financiamiento), fracción."),
        "masa_salarial": arg(
            entrada.serie,
            "Salarios sobre los que se mide la diferencia en dinero: un año, el VPSF o un rango "
            "que se suma.",
        ),
    },
    devuelve="Un renglón: dictamen, ingreso - nivelada, nivelada/ingreso, diferencia en dinero.",
    ejemplo="=SUFICIENCIA_PRIMA(0.0171,0.025,1323653)",
    fuente="IFA 2005, L1073, L1471; IFA 2010, L406-416, L791-793.",
)
def suficiencia_prima(
    prima_nivelada: float, prima_ingreso: float, masa_salarial: Any = None
) -> Any:
    """See :func:`pymodel.primas.suficiencia`."""
    s = primas.suficiencia(prima_nivelada, prima_ingreso, masa_salarial)
    dictamen = "suficiente" if s.suficiente else "insuficiente"
    return salida.fila([dictamen, s.margen, s.razon, s.monto])
