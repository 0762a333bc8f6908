"""Definition of the workbook: its sheets, inputs and headline results."""

from __future__ import annotations

from xl.libros.comun.definicion import Definicion, Hoja, Indicador
from xl.libros.estilo import DECIMAL, ENTERO, MDP
from xl.libros.rentas import cartera, caso, estadisticas, plano, sensibilidad, tablas

LIBRO = Definicion(
    clave="rentas",
    titulo="Montos constitutivos y rentas vitalicias",
    asunto="Pensiones de la LSS 1997: monto constitutivo, suma asegurada y cuenta individual",
    resumenes=("ifa2010_c",),
    hojas=(
        Hoja(plano.CASO, caso.construir, "Un pensionado, su familia, las opciones y quién paga"),
        Hoja(plano.DESGLOSE, caso.desglose, "Todo lo que se usó y cada componente"),
        Hoja(
            plano.SENSIBILIDAD,
            sensibilidad.construir,
            "El caso con otra tasa, tablas, edad, saldo u opción",
        ),
        Hoja(plano.CARTERA, cartera.construir, "Un caso por renglón, totales y quién paga"),
        Hoja(plano.RESULTADO_CARTERA, cartera.calculada, "El resultado de cada caso"),
        Hoja(plano.TABLAS, tablas.construir, "Mortalidad por edad, esperanza de vida, anualidad"),
        Hoja(
            plano.ESTADISTICAS,
            estadisticas.construir,
            "Rentas vitalicias otorgadas de 1997 a 2010, por seguro y tipo",
        ),
    ),
    entradas=plano.ENTRADAS,
    calcular=caso.comprobar,
    indicadores=(
        Indicador("caso_mc", "Caso: monto constitutivo", "pesos", DECIMAL),
        Indicador("caso_mcsi", "Caso: seguro de invalidez o incapacidad", "pesos", DECIMAL),
        Indicador("caso_mcss", "Caso: seguro de sobrevivencia", "pesos", DECIMAL),
        Indicador("caso_cuenta", "Caso: paga la cuenta individual", "pesos", DECIMAL),
        Indicador("caso_imss", "Caso: paga el IMSS (suma asegurada)", "pesos", DECIMAL),
        Indicador("caso_gobierno", "Caso: paga el Gobierno Federal", "pesos", DECIMAL),
        Indicador("cartera_calculados", "Cartera: casos calculados", "casos", ENTERO),
        Indicador("cartera_errores", "Cartera: renglones con error", "casos", ENTERO),
        Indicador("cartera_mc", "Cartera: monto constitutivo", "pesos", MDP),
        Indicador("cartera_imss", "Cartera: sumas aseguradas", "pesos", MDP),
        Indicador("cartera_gobierno", "Cartera: costo fiscal", "pesos", MDP),
    ),
    notas=(
        f"{plano.FORMULAS} Los beneficios y la aritmética son exactos; lo que quedó abierto es una "
        "opción con su valor por omisión (docs/modelo_rentas.md).",
        "Lo que falta (PSIH, mejora de la mortalidad) se dice «no incluido»; se puede dar como "
        "tabla en las opciones.",
    ),
)
