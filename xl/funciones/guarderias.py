"""Ramo de Guarderías: indicators by delegación, scenarios of coverage, the test of article 211."""

from __future__ import annotations

from typing import Any

from pymodel import guarderias
from xl.contrato import arg, entrada, funcion, salida

CATEGORIA = "IMSS Guarderías y SSFAM"


@funcion(
    categoria=CATEGORIA,
    ayuda="Indicadores del servicio de guarderías por delegación, con lugares y total.",
    args={
        "tabla": arg(
            entrada.cuadro,
            "Columnas del cuadro III.2 (2005) o IV.7 (2010): delegación, guarderías, capacidad, "
            "pendientes y inscritos o demanda, con encabezado; sin él, el orden del cuadro. El "
            "renglón Total se comprueba.",
        )
    },
    devuelve="Tabla con tasas en fracción; lugar 1 es la menor cobertura, o la mayor no atendida.",
    ejemplo="=GUARDERIA_INDICADORES(A3:F40)",
    fuente="IFA 2005, cuadro III.2 (L2521-2646); IFA 2010, cuadros IV.6 y IV.7 (L4388-4751).",
)
def guarderia_indicadores(tabla: Any) -> Any:
    """See :func:`pymodel.guarderias.leer_indicadores`."""
    i = guarderias.leer_indicadores(tabla)
    return salida.tabla(i._fields, zip(*i, strict=True))


@funcion(
    categoria=CATEGORIA,
    ayuda="Cobertura de la demanda potencial real en un escenario del IFA 2005.",
    args={
        "escenario": arg(
            entrada.numero,
            "El 1 es la tendencia; el 2, una meta; el 3, lo que pagan las cuotas.",
        ),
        "anio": arg(entrada.numero, "Desde 2003 (1) o 2005 (2 y 3); hasta 2010, salvo opciones."),
        "opciones": arg(
            entrada.Opciones(guarderias.DEFECTOS),
            "Rango nombre y valor: tendencia_a, tendencia_b, cobertura_inicial, meta (0.5), "
            "anio_meta (2010), administracion (0.06), ingresos (mdp), costo_nino_mes (pesos), "
            "demanda_potencial_real (niños).",
        ),
    },
    devuelve="Fracción de la demanda potencial real.",
    ejemplo="=GUARDERIA_COBERTURA(2,2008)",
    fuente="IFA 2005, L2734-2790, cuadros III.6 y III.7; los escenarios 1 y 2, recuperados.",
)
def guarderia_cobertura(escenario: float, anio: float, opciones: Any = None) -> Any:
    """See :func:`pymodel.guarderias.cobertura`."""
    return salida.valor(guarderias.cobertura(escenario, anio, opciones))


@funcion(
    categoria=CATEGORIA,
    ayuda="Prueba del 80 %: la parte de las cuotas del SGPS que la ley da a guarderías y su gasto.",
    args={
        "cop": arg(entrada.serie, "Cuotas obrero patronales del SGPS de cada año, sin otros."),
        "gasto": arg(entrada.serie, "Gasto del ramo de Guarderías de cada año, misma unidad."),
    },
    devuelve="Tabla ingreso_80, gasto, resultado, parte_requerida (del total de cuotas), cumple.",
    ejemplo="=PRUEBA_ART211(B5:G5,B16:G16)",
    fuente="LSS, art. 211 y 212; IFA 2010, cuadro IV.9 (L4824-4850).",
)
def prueba_art211(cop: Any, gasto: Any) -> Any:
    """See :func:`pymodel.guarderias.prueba_art211`."""
    p = guarderias.prueba_art211(cop, gasto)
    return salida.tabla(
        ["ingreso_80", "gasto", "resultado", "parte_requerida", "cumple"],
        zip(*p, p.resultado >= 0.0, strict=True),
    )
