"""Definition of the workbook: its sheets, inputs, headline results and refresh."""

from __future__ import annotations

from xl.libros.comun.definicion import Definicion, Hoja, Indicador
from xl.libros.estilo import ENTERO, MDP, PCT
from xl.libros.mifa import (
    anual,
    comparativo,
    control,
    corto_2005,
    escenarios,
    graficas,
    graficas_corto,
    indicadores,
    plano,
    primas,
    reservas,
    rjp,
    supuestos,
    tablas,
    transferencia,
)

HOJAS = (
    Hoja(plano.SUPUESTOS, supuestos.construir, "Supuestos y escenarios; cuál está en uso"),
    Hoja(plano.FLUJO, tablas.flujo, "Flujo de efectivo del IMSS a 2050, como el cuadro C.3"),
    Hoja(plano.SEGUROS_HOJA, tablas.seguros, "Ingresos, gastos, primas y salarios por seguro"),
    Hoja(plano.PRIMAS, primas.construir, "Incrementos necesarios y valores presentes del déficit"),
    Hoja(plano.INDICADORES, indicadores.construir, "Indicadores con umbrales y alertas"),
    Hoja(plano.TRANSFERENCIA, transferencia.construir, "Puntos de prima que se podrían mover"),
    Hoja(plano.RJP, rjp.construir, "Quién ha pagado el RJP y qué falta"),
    Hoja(corto_2005.HOJA, corto_2005.construir, "Flujo de efectivo 2005-2008 y alerta de la RO"),
    Hoja(comparativo.IFA2005.hoja, comparativo.de_2005, "Cinco seguros con y sin RJP, 2006-2008"),
    Hoja(comparativo.IFA2010.hoja, comparativo.de_2010, "Cinco seguros con y sin RJP, 2011-2013"),
    Hoja(reservas.HOJA, reservas.construir, "Topes, préstamos y quién paga el déficit a 2050"),
    Hoja(control.HOJA, control.construir, "Libro de las reservas operativas, 1997-2005"),
    Hoja(plano.GRAFICAS, graficas.construir, "Las gráficas de largo plazo del informe", False),
    Hoja(graficas_corto.HOJA, graficas_corto.construir, "RO y resultado de los seguros"),
    Hoja(plano.ESCENARIOS, escenarios.construir, "Los cuatro escenarios lado a lado"),
    Hoja(plano.FLUJO_ANUAL, anual.flujo, "Flujo de efectivo, cada año de 2011 a 2050"),
    Hoja(plano.SEGUROS_ANUAL, anual.seguros, "Cada seguro y cobertura, cada año"),
)

_PMN = (("SEM", "SEM"), ("SEM-A", "SEM-Asegurados"), ("GMP", "GMP"), ("SGPS", "SGPS"))

LIBRO = Definicion(
    clave="mifa",
    titulo="Modelo Integral Financiero y Actuarial (MIFA)",
    asunto="MIFA, IFA 2010: flujo de efectivo, seguros, primas y salarios de equilibrio a 2050",
    resumenes=("ifa2005_a", "ifa2010_a", "ifa2010_b", "ifa2010_c"),
    hojas=HOJAS,
    entradas=(
        *supuestos.ENTRADAS,
        tablas.MONEDA,
        primas.ANIO_BASE,
        *indicadores.ENTRADAS,
        *transferencia.ENTRADAS,
        *rjp.ENTRADAS,
        *corto_2005.ENTRADAS,
        *comparativo.ENTRADAS,
        *reservas.ENTRADAS,
        *control.ENTRADAS,
    ),
    indicadores=(
        *(
            Indicador(primas.pmn(s), f"Prima media nivelada, {rotulo}", "% de salarios", PCT)
            for s, rotulo in _PMN
        ),
        Indicador(primas.pmn("SSFAM"), "Prima media nivelada, SSFAM", "% de lo actual", PCT),
        Indicador(primas.vp("SEM", 40), "VP del déficit a 40 años, SEM", "mdp de 2011", MDP),
        Indicador(primas.vp("SGPS", 10), "VP del déficit a 10 años, SGPS", "mdp de 2011", MDP),
        Indicador("deficit_promedio_sem", "Déficit promedio anual, SEM", "mdp de 2011", MDP),
        Indicador("anio_agotamiento", "Primer año con déficit sin reservas", "año", ENTERO),
        Indicador(
            "cobertura_transferencia", "Brecha que cubren los excedentes", "% de la brecha", PCT
        ),
    ),
    notas=(
        "Elija el escenario en uso en Supuestos: todas las hojas lo siguen; Escenarios compara los "
        "cuatro y se llena al actualizar.",
        "SRT y SIV a largo plazo son una estimación: el informe no los publica en el MIFA.",
    ),
    calcular=escenarios.calcular,
)
