"""Definition of the workbook: its sheets, cover and refresh."""

from __future__ import annotations

import functools

from xl.libros.comun.definicion import Definicion, Hoja
from xl.libros.valuacion import (
    analisis,
    balance,
    base,
    consulta,
    escenarios,
    flujos,
    plano,
    primas,
    refresco,
    supuestos,
)

LIBRO = Definicion(
    clave="valuacion",
    titulo="Primas niveladas y balances actuariales del IMSS",
    asunto="Valuación de primas, IFA 2005 y 2010",
    resumenes=refresco.RESUMENES,
    hojas=(
        Hoja(plano.SUPUESTOS, supuestos.construir),
        Hoja(plano.PRIMAS, primas.construir),
        Hoja(plano.BALANCE, balance.construir),
        Hoja(plano.GENERACIONES, balance.generaciones, formulas=False),
        Hoja(plano.SUFICIENCIA, analisis.suficiencia),
        Hoja(plano.COMPARATIVO, analisis.comparativo),
        Hoja(plano.GRAFICAS, analisis.graficas),
        Hoja(plano.ESCENARIOS, escenarios.construir, formulas=False),
        Hoja(plano.RESULTADOS, escenarios.resultados, formulas=False),
        *(
            Hoja(plano.hoja_flujos(caso), functools.partial(flujos.construir, caso=caso))
            for caso in plano.TODOS
        ),
        Hoja(plano.PARAMETROS, consulta.parametros, formulas=False),
        Hoja(plano.CATALOGO, consulta.catalogo, formulas=False),
    ),
    entradas=(),
    portada=consulta.portada,
    actualizar=refresco.actualizar,
    llenar=refresco.llenar,
    defectos=base.celdas,
)
