"""Contributions by law: a payroll, the premium of the SRT of a firm, the premium of its class."""

from __future__ import annotations

from typing import Any

from pymodel import cuotas, datos
from xl.contrato import arg, entrada, funcion, salida

CATEGORIA = "IMSS Cuotas"


@funcion(
    categoria=CATEGORIA,
    ayuda="Cuotas de cada trabajador por seguro y pagador, con las tasas y topes de la fecha.",
    args={
        "sbc": arg(
            entrada.serie,
            "Salario base de cotización, pesos diarios, un renglón por trabajador; se topa en el "
            "límite legal.",
        ),
        "fecha": arg(entrada.literal, "Fecha, texto AAAA-MM-DD o año (su 1 de enero), desde 1997."),
        "dias": arg(entrada.numeros, "Días cotizados del periodo: uno, o uno por trabajador."),
        "prima_rt": arg(
            entrada.numeros,
            "Prima del SRT en fracción (0.0054355 es la media de la clase I): una, o una por "
            "trabajador.",
        ),
        "con_rcv_infonavit": arg(
            entrada.logico, "VERDADERO añade retiro, cesantía y vejez, cuota social e Infonavit."
        ),
        "factor_integracion": arg(
            entrada.numero,
            "SBC entre cuota diaria; con 1.0493, un SBC de 1.0493 salarios mínimos es de salario "
            "mínimo (art. 36: el patrón paga la cuota del trabajador).",
        ),
    },
    devuelve="Tabla en pesos del periodo, sin redondear: seguro y pagador, y totales; vacío lo del "
    "Estado que aún no tiene INPC.",
    ejemplo='=CUOTAS_IMSS(A2:A50,"2026-03-01",31)',
    fuente="LSS, art. 25, 28, 36, 70-74, 106, 107, 147, 148, 168 y 211; Ley del Infonavit, 29.",
)
def cuotas_imss(
    sbc: Any,
    fecha: Any,
    dias: Any = 30.0,
    prima_rt: Any = 0.0054355,
    con_rcv_infonavit: bool = False,
    factor_integracion: float = 1.0,
) -> Any:
    """See :func:`pymodel.cuotas.calcular_nomina`."""
    nomina = cuotas.calcular_nomina(
        sbc,
        datos.dia(fecha),
        dias=dias,
        prima_rt=prima_rt,
        con_rcv_infonavit=con_rcv_infonavit,
        factor_integracion=factor_integracion,
    )
    return salida.tabla(nomina.columnas, nomina.importes.tolist())


@funcion(
    categoria=CATEGORIA,
    ayuda="Prima del seguro de Riesgos de Trabajo de una empresa por su siniestralidad.",
    args={
        "s": arg(entrada.numeros, "Días subsidiados por incapacidad temporal en el año."),
        "i": arg(
            entrada.numeros,
            "Suma de los grados de incapacidad permanente en fracción: 30 % y 100 % suman 1.3.",
        ),
        "d": arg(entrada.numeros, "Defunciones."),
        "n": arg(entrada.numeros, "Trabajadores promedio expuestos al riesgo."),
        "prima_anterior": arg(
            entrada.numeros, "Prima del año anterior en fracción: la nueva cambia a lo más 0.01."
        ),
        "acreditada": arg(
            entrada.logicos, "VERDADERO con sistema de seguridad acreditado ante la STPS (F = 2.2)."
        ),
        "anio": arg(entrada.numero, "Año de la declaración, desde 2002; vacío: la ley vigente."),
    },
    devuelve="Fracción del SBC, entre 0.005 y 0.15; un renglón por empresa.",
    ejemplo="=PRIMA_RT(1200,0.5,0,200,0.02)",
    fuente="LSS, art. 72 y 74: [(S/365) + 28 (I + D)] (F/N) + 0.005.",
)
def prima_rt(
    s: Any,
    i: Any,
    d: Any,
    n: Any,
    prima_anterior: Any = None,
    acreditada: Any = False,
    anio: float | None = None,
) -> Any:
    """See :func:`pymodel.cuotas.prima_rt`."""
    primas = cuotas.prima_rt(
        s, i, d, n, prima_anterior=prima_anterior, acreditada=acreditada, anio=anio
    )
    return salida.columna(primas) if len(primas) > 1 else salida.valor(primas[0])


@funcion(
    categoria=CATEGORIA,
    ayuda="Prima media de una clase de riesgo: la de una empresa que se inscribe o cambia de giro.",
    args={"clase": arg(entrada.literal, 'De 1 a 5, o "I" a "V".')},
    devuelve="Fracción del SBC.",
    ejemplo='=PRIMA_RT_CLASE("III")',
    fuente="LSS, art. 73.",
)
def prima_rt_clase(clase: Any) -> Any:
    """See :func:`pymodel.cuotas.prima_media`."""
    return salida.valor(cuotas.prima_media(clase))
