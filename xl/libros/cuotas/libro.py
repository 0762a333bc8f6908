"""Definition of the workbook of contributions."""

from __future__ import annotations

from xl.libros.comun.definicion import Definicion, Hoja, Indicador
from xl.libros.cuotas import empresas, nomina, plano, revision, trabajador
from xl.libros.estilo import DECIMAL, MDP

LIBRO = Definicion(
    clave="cuotas",
    titulo="Cuotas del IMSS por ley",
    asunto="Un trabajador, una nómina y la prima de riesgos de trabajo",
    resumenes=("ifa2010_c",),
    hojas=(
        Hoja(
            plano.TRABAJADOR,
            trabajador.construir,
            "Cuotas de un trabajador en un periodo, por seguro y pagador",
        ),
        Hoja(
            plano.HISTORIA,
            trabajador.historia,
            "El mismo trabajador con la ley de cada año desde 2000",
        ),
        Hoja(plano.NOMINA, nomina.construir, "Cuotas de hasta 40 trabajadores y su resumen"),
        Hoja(
            plano.EMPRESAS,
            empresas.construir,
            "Prima de riesgos de trabajo por siniestralidad (art. 72 a 74)",
        ),
    ),
    entradas=plano.ENTRADAS,
    calcular=revision.revisar,
    indicadores=(
        Indicador("trab_total_patron", "Trabajador: cuotas del patrón", "pesos", DECIMAL),
        Indicador("trab_total_trabajador", "Trabajador: cuotas del trabajador", "pesos", DECIMAL),
        Indicador("trab_total_estado", "Trabajador: cuotas del Estado", "pesos", DECIMAL),
        Indicador("trab_total", "Trabajador: total", "pesos", DECIMAL),
        Indicador("nomina_total", "Nómina: total", "pesos", DECIMAL),
        Indicador(
            "empresas_prima", "Empresas: prima media de RT", "fracción del SBC", plano.FRACCION
        ),
        Indicador("empresas_cuota", "Empresas: cuota anual de RT", "pesos", MDP),
    ),
    notas=(
        "Las tasas son las de la fecha: cuotas_lss.csv dice artículo y calidad de cada una. Lo que "
        "se actualiza con un INPC que aún no está en la serie (cuota fija del Estado, cuota "
        "social) queda vacío.",
        "Una nómina grande no cabe en una hoja: pymodel.cuotas.calcular_nomina la calcula entera "
        "(un millón de trabajadores en menos de un segundo).",
    ),
)
