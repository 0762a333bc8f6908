"""Where everything stands in the workbook: sheets, named cells, rows of the input tables.

The builder writes by this plan and the macros read by it, so that neither types an address.
"""

from __future__ import annotations

from dataclasses import dataclass

from pymodel.finanzas import CONVENCIONES, METODOS
from pymodel.valuacion import CASOS, GRUPOS, PROPIO, Caso
from xl.libros.comun.plano import (
    BITACORA,
    CONCILIACION,
    CONF,
    FUNCIONES,
    NO,
    PORTADA,
    RESULTADOS,
    SI,
)

__all__ = [
    "BITACORA",
    "CONCILIACION",
    "CONF",
    "FUNCIONES",
    "NO",
    "PORTADA",
    "RESULTADOS",
    "SI",
]

SUPUESTOS = "Supuestos"
PROPIOS = "Flujos propios"
PRIMAS = "Primas"
BALANCE = "Balance"
GENERACIONES = "Pasivos por generación"
SUFICIENCIA = "Suficiencia"
COMPARATIVO = "Comparativo"
GRAFICAS = "Gráficas"
ESCENARIOS = "Escenarios"
PARAMETROS = "Índices y parámetros"
CATALOGO = "Catálogo de tablas"

TODOS = (*CASOS, PROPIO)


def hoja_flujos(caso: Caso) -> str:
    """Sheet of the yearly flows of a valuation."""
    return PROPIOS if caso is PROPIO else f"Flujos {caso.titulo}"


@dataclass(frozen=True)
class Campo:
    """One row of Supuestos: label, unit, kind of value and admitted texts.

    `tipo`: "tasa", "entero", "mdp", "opcion", "si_no", "texto", "fecha".
    """

    clave: str
    etiqueta: str
    unidad: str
    tipo: str
    opciones: tuple[str, ...] = ()
    ayuda: str = ""


CAMPOS = (
    Campo("fecha", "Fecha de valuación", "fecha", "fecha", ayuda="Informativa."),
    Campo("base_precios", "Base de precios", "texto", "texto", ayuda="Unidad de los montos."),
    Campo(
        "tasa",
        "Tasa de descuento",
        "real anual",
        "tasa",
        ayuda="Fracción real anual: 3.5 % se escribe 3.5% o 0.035.",
    ),
    Campo("horizonte", "Horizonte", "años", "entero", ayuda="Años que se valúan."),
    Campo("horizonte_corto", "Segundo horizonte", "años", "entero", ayuda="Sin cola de extinción."),
    Campo(
        "convencion",
        "Momento del flujo",
        "opción",
        "opcion",
        CONVENCIONES,
        "fin de año (valuaciones IFA), inicio (MIFA) o medio.",
    ),
    Campo(
        "perpetuidad",
        "Perpetuidad de cierre",
        "sí / no",
        "si_no",
        (SI, NO),
        "Lo que sigue al último año crece a la tasa del renglón siguiente.",
    ),
    Campo(
        "crecimiento",
        "Crecimiento de la perpetuidad",
        "real anual",
        "tasa",
        ayuda="Menor que la tasa de descuento.",
    ),
    Campo(
        "interpolacion",
        "Interpolación de años no impresos",
        "opción",
        "opcion",
        METODOS,
        "Los métodos logarítmicos piden valores mayores que 0.",
    ),
    Campo(
        "prima_ingreso",
        "Prima de ingreso",
        "% de salarios",
        "tasa",
        ayuda="También llamada prima de financiamiento.",
    ),
    Campo("reserva", "Reserva inicial", "mdp", "mdp", ayuda="Saldo a la fecha de valuación."),
    Campo("escalon", "Años por escalón", "años", "entero", ayuda="Para la prima escalonada."),
    Campo(
        "tasa_escalon",
        "Tasa dentro del escalón",
        "real anual",
        "tasa",
        ayuda="0 da los escalones sin descontar del IFA 2005.",
    ),
)

# Zero-based rows and columns, as XlsxWriter counts.
FILA_CAMPOS = 5
COLUMNA_CASOS = 2
FILA_COLA = FILA_CAMPOS + len(CAMPOS) + 4

# Flow sheets: columns mark, year, wages, components, totals...
FILA_FLUJOS = 7
COLUMNA_ANIO, COLUMNA_MASA, COLUMNA_GASTO = 1, 2, 3
COLUMNAS_FLUJO = {
    "anios": COLUMNA_ANIO,
    "masa": COLUMNA_MASA,
    "gasto": COLUMNA_GASTO,
    "total": COLUMNA_GASTO,
    "pensiones": COLUMNA_GASTO,
}
ANIOS_FLUJOS = 100
ANIOS_PROPIOS = 120

# Escenarios: one column per scenario.
FILA_ESCENARIOS = 6
COLUMNA_ESCENARIOS = 3
NUM_ESCENARIOS = 8
RENGLONES_ESCENARIO = (
    ("nombre", "Nombre", "texto"),
    ("activo", "¿Se calcula?", "si_no"),
    ("tasa", "Cambio en la tasa de descuento", "tasa"),
    ("salarios", "Crecimiento adicional de los salarios", "tasa"),
    *(
        (f"sigue_{g}", f"{e} siguen a los salarios", "si_no")
        for g, e in zip(
            GRUPOS,
            (
                "Las pensiones",
                "Las prestaciones en dinero de corto plazo",
                "Los gastos médicos",
                "Los gastos administrativos",
            ),
            strict=True,
        )
    ),
    *(
        (f"gasto_{g}", f"Crecimiento adicional: {e}", "tasa")
        for g, e in zip(
            GRUPOS,
            (
                "pensiones y sumas aseguradas",
                "prestaciones en dinero de corto plazo",
                "gastos médicos y especie",
                "gastos administrativos",
            ),
            strict=True,
        )
    ),
    ("prima_ingreso", "Cambio en la prima de ingreso", "tasa"),
)

# Sheets that a refresh fills: first row of the body (one-based, as macros count) and columns.
FILA_RESULTADOS = 7
ENCABEZADO_RESULTADOS = (
    ("Escenario", ""),
    ("Valuación", ""),
    ("Precios", ""),
    ("Tasa", "real anual"),
    ("VPSF", "mdp"),
    ("VP del gasto del IMSS", "mdp"),
    ("Prima nivelada", "% de salarios"),
    ("Prima de ingreso", "% de salarios"),
    ("Déficit / (superávit)", "mdp"),
    ("Cambio en la prima nivelada", "puntos porcentuales"),
    ("Cambio en el VP del gasto", "mdp"),
    ("Cambio en el déficit", "mdp"),
    ("Cola en el VPSF", "mdp"),
    ("Cola en el VP del gasto", "mdp"),
    ("Naturaleza", ""),
)


def nombre(caso: Caso, campo: str) -> str:
    """Defined name of a cell or range of one valuation, "srt_2005_tasa"."""
    return f"{caso.clave}_{campo}"


def nombre_escenario(indice: int, campo: str) -> str:
    """Defined name of a cell of Escenarios; scenarios count from 1."""
    return f"escenario_{indice}_{campo}"
