"""Definition of the workbook: one module for each sheet, one line for each here."""

from __future__ import annotations

from xl.libros.comun.definicion import Definicion, Hoja
from xl.libros.sps import afiliacion, aportaciones, asignacion, supuestos

LIBRO = Definicion(
    clave="sps",
    titulo="Seguro Popular: recursos, entidades y gasto en salud",
    asunto="Sistema de Protección Social en Salud, Evaluación Financiera 2006",
    resumenes=("sps2006_a",),
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
    ),
    entradas=(*supuestos.ENTRADAS, *asignacion.ENTRADAS),
    indicadores=(*aportaciones.INDICADORES, *afiliacion.INDICADORES, *asignacion.INDICADORES),
    notas=(
        "Montos en pesos de 2004, salvo donde dice corrientes. La ley de 2004 cuenta familias; "
        "desde 2009 cuenta personas: 2009 y 2010 son los de la proyección del informe.",
        "Asignación: capture los trimestres y los recursos existentes de cada entidad. De origen, "
        "las familias nuevas cuentan medio año y no hay recursos existentes: no se publican.",
    ),
)
