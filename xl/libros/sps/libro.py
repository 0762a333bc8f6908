"""Definition of the workbook: one module for each sheet, one line for each here."""

from __future__ import annotations

from xl.libros.comun.definicion import Definicion, Hoja
from xl.libros.sps import (
    afiliacion,
    aportaciones,
    asignacion,
    comparacion,
    deciles,
    desequilibrios,
    gasto,
    mapa,
    supuestos,
)

LIBRO = Definicion(
    clave="sps",
    titulo="Seguro Popular: recursos, entidades y gasto en salud",
    asunto="Sistema de Protección Social en Salud, Evaluación Financiera 2006",
    resumenes=("sps2006_a", "sps2006_b"),
    hojas=(
        Hoja(
            supuestos.HOJA,
            supuestos.construir,
            "Familias, metas, ritmo de afiliación, gastos de operación y artículo 87",
        ),
        Hoja(
            aportaciones.HOJA,
            aportaciones.construir,
            "Por familia: CS, ASF y ASE por trimestre, en pesos de 2004 y corrientes; fondos",
        ),
        Hoja(
            afiliacion.HOJA,
            afiliacion.construir,
            "Familias y recursos de 2004 a 2010, con la banda y lo publicado",
        ),
        *(Hoja(caso.hoja, caso.construir, caso.descripcion) for caso in asignacion.CASOS),
        Hoja(
            gasto.HOJA,
            gasto.construir,
            "Gasto público y privado 2005-2010 en tres escenarios, tendencias con sus límites",
        ),
        Hoja(
            deciles.HOJA,
            deciles.construir,
            "Afiliación por decil, ahorro en gasto de bolsillo y programa lineal",
        ),
        Hoja(
            desequilibrios.HOJA,
            desequilibrios.construir,
            "Nivel, origen, distribución, esfuerzo estatal y destino del gasto",
        ),
        Hoja(
            comparacion.HOJA,
            comparacion.construir,
            "Las 32 entidades: cobertura, transferencias, lugares y clases",
        ),
        Hoja(mapa.HOJA, mapa.construir, "Mosaico de las entidades, con el indicador que se elija"),
    ),
    entradas=(
        *supuestos.ENTRADAS,
        *asignacion.ENTRADAS,
        *gasto.ENTRADAS,
        *deciles.ENTRADAS,
        *desequilibrios.ENTRADAS,
        *comparacion.ENTRADAS,
        *mapa.ENTRADAS,
    ),
    indicadores=(
        *aportaciones.INDICADORES,
        *afiliacion.INDICADORES,
        *asignacion.INDICADORES,
        *gasto.INDICADORES,
    ),
    notas=(
        "Montos en pesos de 2004, salvo donde dice corrientes. La ley de 2004 cuenta familias; "
        "desde 2009 cuenta personas: 2009 y 2010 son los de la proyección del informe.",
        "Asignación: capture los trimestres y los recursos existentes de cada entidad. De origen, "
        "las familias nuevas cuentan medio año y no hay recursos existentes: no se publican.",
    ),
)
