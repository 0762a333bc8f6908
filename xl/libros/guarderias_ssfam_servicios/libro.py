"""Definition of the workbook of guarderías, SSFAM and income services."""

from __future__ import annotations

import functools

from xl.libros.comun.definicion import Definicion, Hoja, Indicador
from xl.libros.estilo import DECIMAL, MDP, PCT
from xl.libros.guarderias_ssfam_servicios import guarderias, servicios, ssfam

LIBRO = Definicion(
    clave="guarderias_ssfam_servicios",
    titulo="Guarderías, SSFAM y servicios de ingreso",
    asunto="Ramo de Guarderías, Salud para la Familia, tiendas, velatorios y centros vacacionales",
    resumenes=("ifa2005_c_coneval2020_noaseg2004", "ifa2010_b"),
    hojas=(
        *(
            Hoja(
                nombre,
                functools.partial(guarderias.delegaciones, anio=anio),
                f"Indicadores de {anio} por delegación, con lugares y alertas",
            )
            for anio, nombre in guarderias.HOJA.items()
        ),
        Hoja(
            guarderias.ESCENARIOS,
            guarderias.escenarios,
            "Cobertura y gasto en los tres escenarios del IFA 2005",
        ),
        Hoja(
            guarderias.ARTICULO_211,
            guarderias.articulo_211,
            "Estado del ramo y prueba del 80 % (IFA 2010)",
        ),
        Hoja(ssfam.CUOTAS, ssfam.cuotas, "Cuotas por edad, y las que cubrirían el costo"),
        Hoja(ssfam.SELECCION, ssfam.seleccion, "Perfil de edades y selección adversa"),
        Hoja(ssfam.EQUILIBRIO, ssfam.equilibrio, "Primas y aportaciones de equilibrio 2011-2050"),
        Hoja(
            servicios.TASAS,
            servicios.supuestos,
            "Crecimientos, e interruptor de los errores del informe",
        ),
        Hoja(servicios.TIENDAS, servicios.tiendas, "Tiendas 2005-2015"),
        Hoja(servicios.VELATORIOS, servicios.velatorios, "Velatorios 2005-2015"),
        Hoja(servicios.CENTROS, servicios.centros, "Centros vacacionales 2005-2015"),
    ),
    entradas=(*guarderias.ENTRADAS, *ssfam.ENTRADAS, *servicios.ENTRADAS),
    calcular=guarderias.revisar,
    indicadores=(
        Indicador("cobertura_2010", "Guarderías 2010: cobertura", "de la demanda", PCT),
        Indicador("no_atendida_2010", "Guarderías 2010: no atendida", "de la demanda", PCT),
        Indicador("cob_1_2010", "Escenario I: cobertura de 2010", "de la DPR", PCT),
        Indicador("cob_2_2010", "Escenario II: cobertura de 2010", "de la DPR", PCT),
        Indicador("cob_3_2010", "Escenario III: cobertura de 2010", "de la DPR", PCT),
        Indicador("prueba_resultado_2010", "Prueba del 80 % de 2010", "mdp de 2011", MDP),
        Indicador("seleccion_impacto", "SSFAM: impacto de la selección", "mdp de 2005", DECIMAL),
        Indicador("ssfam_pmn", "SSFAM: prima media nivelada", "actual = 100", DECIMAL),
        Indicador("ssfam_ae", "SSFAM: aportación de equilibrio", "pesos de 2011", DECIMAL),
        Indicador("tiendas_2015", "Tiendas: resultado de 2015", "miles de 2011", MDP),
        Indicador("velatorios_2015", "Velatorios: resultado de 2015", "miles de 2011", MDP),
        Indicador("centros_2015", "Centros: resultado de 2015", "miles de 2011", MDP),
    ),
    notas=(
        "Velatorios y centros: el IFA 2010 aplica sus tasas divididas entre 100. Aquí se usan las "
        "declaradas; el interruptor de «Supuestos de servicios» repite lo impreso.",
    ),
)
