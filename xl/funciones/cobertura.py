"""Coverage: households, padrón survey, follow-up of indicators."""

from __future__ import annotations

from typing import Any

from pymodel import indicadores
from pymodel.cobertura import hogares as modelo_hogares
from pymodel.padron import encuesta
from xl.contrato import arg, entrada, funcion, salida

CATEGORIA = "IMSS Cobertura e indicadores"

_BASE = "Línea base, en la unidad del indicador; una celda o una columna."


@funcion(
    categoria=CATEGORIA,
    ayuda="Hogares de un año sobre la recta entre los censos de 1990 y 2000.",
    args={
        "h_1990": arg(entrada.serie, "Hogares de 1990, uno por entidad o tamaño."),
        "h_2000": arg(entrada.serie, "Hogares de 2000, los mismos renglones."),
        "anio": arg(entrada.numero, "Año entero, de 1990 en adelante."),
    },
    devuelve="Hogares sin redondear; un renglón por entidad o tamaño.",
    ejemplo="=HOGARES(16202846,22641005,2004)",
    fuente="No asegurados 2004, L74-86 y anexos 1 y 2 (L181-239).",
)
def hogares(h_1990: Any, h_2000: Any, anio: float) -> Any:
    """See :func:`pymodel.cobertura.hogares.proyeccion`."""
    return _uno_o_columna(modelo_hogares.proyeccion(h_1990, h_2000, anio).tolist())


@funcion(
    categoria=CATEGORIA,
    ayuda="Avance de un indicador hacia su meta sexenal, en por ciento (35.2 es 35.2 %).",
    args={
        "linea_base": arg(entrada.numeros, _BASE),
        "meta": arg(entrada.numeros, "Meta del último año, como la línea base."),
        "valor": arg(entrada.numeros, "Último valor reportado, como la línea base."),
    },
    devuelve='Por ciento; negativo si retrocedió; "NA" si la meta es igual a la línea base '
    "(indicador constante).",
    ejemplo="=AVANCE_SEXENAL(0,8831,3360)",
    fuente="CONEVAL 2020, L66-87; la fórmula se recuperó: reproduce las 16 clases del cuadro.",
)
def avance_sexenal(linea_base: Any, meta: Any, valor: Any) -> Any:
    """See :func:`pymodel.indicadores.avance_sexenal`."""
    avances = indicadores.avance_sexenal(linea_base, meta, valor).tolist()
    return _uno_o_columna([indicadores.NO_APLICA if a != a else a for a in avances])


@funcion(
    categoria=CATEGORIA,
    ayuda="Clase de un avance con las bandas publicadas para 2020.",
    args={
        "avance": arg(
            entrada.NumerosO(indicadores.NO_APLICA),
            'Por ciento, como lo da AVANCE_SEXENAL; "NA" si el indicador es constante. Una celda '
            "o una columna.",
        )
    },
    devuelve="Muy rezagado (<5), Rezagado (5 a <16), Insuficiente (16 a <27), Adecuado (27 a <35), "
    'Avanzado (35 a 42), Superado (>42) o "NA".',
    ejemplo="=CLASE_AVANCE(38.05)",
    fuente="CONEVAL 2020, nota 2, L95; donde las bandas impresas se traslapan gana Avanzado.",
)
def clase_avance(avance: Any) -> Any:
    """See :func:`pymodel.indicadores.clase_avance`."""
    return _uno_o_columna(indicadores.clase_avance(avance))


@funcion(
    categoria=CATEGORIA,
    ayuda="Cumplimiento de la meta intermedia. La fuente no imprime la regla: se infirió del "
    "cuadro, que reproduce entero.",
    args={
        "linea_base": arg(entrada.numeros, _BASE),
        "meta": arg(entrada.numeros, "Meta del año (intermedia), de 0 o más."),
        "valor": arg(entrada.numeros, "Valor del año, de 0 o más."),
        "sentido": arg(
            entrada.OpcionPorFila(indicadores.SENTIDOS),
            '"ascendente", "descendente" o "constante"; una celda o una columna.',
        ),
    },
    devuelve='Retroceso, No alcanzada, Alcanzada, Logro muy superado; "NA" con meta 0; "-" si la '
    "meta contradice el sentido.",
    ejemplo='=CUMPLIMIENTO(22,26,11.9,"ascendente")',
    fuente="CONEVAL 2020, L66-87; los cortes, 95 y 120 %, son parámetros inferidos.",
)
def cumplimiento(linea_base: Any, meta: Any, valor: Any, sentido: Any) -> Any:
    """See :func:`pymodel.indicadores.cumplimiento`."""
    return _uno_o_columna(indicadores.cumplimientos(linea_base, meta, valor, sentido))


@funcion(
    categoria=CATEGORIA,
    ayuda="Razón de momios de una tabla de 2×2 con su intervalo (Woolf).",
    args={
        "a": arg(entrada.numero, "Primer grupo, con la característica; mayor que 0."),
        "b": arg(entrada.numero, "Primer grupo, sin ella."),
        "c": arg(entrada.numero, "Segundo grupo, con ella."),
        "d": arg(entrada.numero, "Segundo grupo, sin ella."),
        "confianza": arg(entrada.numero, "Fracción entre 0 y 1."),
    },
    devuelve="Razón ad/bc, límite inferior y superior. El intervalo pide conteos, no porcentajes.",
    ejemplo="=RAZON_MOMIOS(89,11,64,36)",
    fuente="SPS 2006, L6202 y L6350-6454.",
)
def razon_momios(a: float, b: float, c: float, d: float, confianza: float = 0.95) -> Any:
    """See :func:`pymodel.padron.encuesta.razon_momios`."""
    return salida.fila(encuesta.razon_momios(a, b, c, d, confianza))


@funcion(
    categoria=CATEGORIA,
    ayuda="Sentido de pertenencia al Seguro Popular de cada hogar: índice de 0 a 5 y nivel.",
    args={
        "respuestas": arg(
            entrada.Tabla(encuesta.PREGUNTAS),
            "Códigos del cuestionario, un hogar por renglón, columnas p14, p16, p15, p29, p30; 9 "
            "es no sabe.",
        )
    },
    devuelve="Tabla indice, nivel: bajo o nulo (0-1), medio (2-3), alto (4-5).",
    ejemplo="=SPS_PERTENENCIA(A4:E200)",
    fuente="SPS 2006, L6104-6110 y L6200; Anexo B.",
)
def sps_pertenencia(respuestas: Any) -> Any:
    """See :func:`pymodel.padron.encuesta.pertenencia`."""
    hecho = encuesta.pertenencia(respuestas)
    return salida.tabla(["indice", "nivel"], zip(hecho.indice.tolist(), hecho.nivel, strict=True))


def _uno_o_columna(valores: list[Any]) -> Any:
    """A single result plain; several as a column."""
    if len(valores) == 1:
        return salida.valor(valores[0])
    return [[salida.valor(v)] for v in valores]
