"""Sheet Gráficas: the long-term figures of the report, drawn from the scenario in use."""

from __future__ import annotations

from typing import Any

from xl.libros.comun.libro import Libro
from xl.libros.estilo import FUENTE, GRIS, ORO, VERDE, VINO, preparar
from xl.libros.mifa import anual, plano

AZUL_CLARO = "#3E7CB1"


def ejes(grafica: Any, titulo: str, eje: str, numero: str, cada: int = 0) -> None:
    """Title, axes and legend of every chart; with `cada`, a label every so many years."""
    letra = {"name": FUENTE, "size": 9, "color": "#404040"}
    grafica.set_title({"name": titulo, "name_font": {**letra, "size": 12, "bold": True}})
    grafica.set_x_axis(
        {
            "num_font": letra,
            "label_position": "low",
            "line": {"color": "#BFBFBF"},
            **({"interval_unit": cada} if cada else {}),
        }
    )
    grafica.set_y_axis(
        {
            "name": eje,
            "name_font": {**letra, "bold": False},
            "num_font": letra,
            "num_format": numero,
            "major_gridlines": {"visible": True, "line": {"color": "#E4E4E4"}},
            "line": {"none": True},
        }
    )
    grafica.set_legend({"position": "bottom", "font": letra})
    grafica.set_chartarea({"border": {"color": "#D9D9D9"}})


# Title, axis, number format, kind, series: (insurance or "" for the flow, column, name, colour).
_GRAFICAS: tuple[tuple[str, str, str, str, tuple[tuple[str, str, str, str], ...]], ...] = (
    (
        "SEM: ingresos y gastos",
        "mdp de 2011",
        "#,##0",
        "line",
        (
            ("SEM", "ingresos_totales", "Ingresos totales", VERDE),
            ("SEM", "gastos_totales", "Gastos totales", VINO),
        ),
    ),
    (
        "SEM: primas de contribución, de reparto y media nivelada",
        "% del SBC",
        "0%",
        "line",
        (
            ("SEM", "pc", "Contribución (PC)", VERDE),
            ("SEM", "pr", "Reparto (PR)", VINO),
            ("SEM", "pmn", "Media nivelada (PMN)", ORO),
        ),
    ),
    (
        "SEM-A: primas",
        "% del SBC",
        "0%",
        "line",
        (
            ("SEM-A", "pc", "Contribución (PC)", VERDE),
            ("SEM-A", "pr", "Reparto (PR)", VINO),
            ("SEM-A", "pmn", "Media nivelada (PMN)", ORO),
        ),
    ),
    (
        "GMP: primas",
        "% del SBC",
        "0%",
        "line",
        (
            ("GMP", "pc", "Contribución (PC)", VERDE),
            ("GMP", "pr", "Reparto (PR)", VINO),
            ("GMP", "pmn", "Media nivelada (PMN)", ORO),
        ),
    ),
    (
        "SEM: salario de cotización y de equilibrio",
        "pesos diarios de 2011",
        "#,##0",
        "line",
        (
            ("SEM", "sbc", "De contribución", VERDE),
            ("SEM", "sbc_equilibrio", "De equilibrio, SEM", VINO),
            ("SEM-A", "sbc_equilibrio", "De equilibrio, SEM-A", ORO),
        ),
    ),
    (
        "Resultado financiero por cobertura del SEM",
        "mdp de 2011",
        "#,##0",
        "area",
        (
            ("SEM-A", "resultado", "SEM-Asegurados", VERDE),
            ("GMP", "resultado", "GMP", VINO),
        ),
    ),
    (
        "SGPS: ingresos y gastos",
        "mdp de 2011",
        "#,##0",
        "line",
        (
            ("SGPS", "ingresos_totales", "Ingresos totales", VERDE),
            ("SGPS", "gastos_totales", "Gastos totales", VINO),
        ),
    ),
    (
        "SGPS: salario de cotización y de equilibrio",
        "pesos diarios de 2011",
        "#,##0",
        "line",
        (
            ("SGPS", "sbc", "De contribución", VERDE),
            ("SGPS", "sbc_equilibrio", "De equilibrio", VINO),
        ),
    ),
    (
        "SSFAM: ingresos y gastos",
        "mdp de 2011",
        "#,##0",
        "line",
        (
            ("SSFAM", "ingresos_totales", "Ingresos totales", VERDE),
            ("SSFAM", "gastos_totales", "Gastos totales", VINO),
        ),
    ),
    (
        "SSFAM: aportación actual y de equilibrio por asegurado",
        "pesos anuales de 2011",
        "#,##0",
        "line",
        (
            ("SSFAM", "aportacion", "Actual", VERDE),
            ("SSFAM", "aportacion_equilibrio", "De equilibrio", VINO),
        ),
    ),
    (
        "IMSS: excedente de operación y saldo sin reservas que lo paguen",
        "mdp de 2011",
        "#,##0",
        "line",
        (
            ("", "excedente", "Excedente (déficit) de operación", VINO),
            ("", "saldo", "Saldo después de transferencias", GRIS),
        ),
    ),
    (
        "RJP y servicios de personal",
        "mdp de 2011",
        "#,##0",
        "line",
        (
            ("", "rjp", "RJP", VINO),
            ("", "servicios_personal", "Servicios de personal", AZUL_CLARO),
        ),
    ),
)
ALTO = 19


def construir(libro: Libro) -> None:
    """Write the sheet: two charts a row."""
    hoja, e = libro.hoja(plano.GRAFICAS), libro.estilos
    preparar(
        hoja,
        e,
        "Gráficas",
        "Las del informe (capítulos II, IV, V y anexo C), con el escenario en uso y todos los años "
        "de 2011 a 2050.",
        horizontal=False,
    )
    hoja.set_column(0, 15, 9)
    for n, (titulo, eje, numero, tipo, series) in enumerate(_GRAFICAS):
        opciones = {"type": tipo, "subtype": "stacked"} if tipo == "area" else {"type": tipo}
        grafica = libro.libro.add_chart(opciones)
        for seguro, columna, nombre, color in series:
            grafica.add_series(
                {
                    "name": nombre,
                    "categories": anual.rango(seguro, "anio"),
                    "values": anual.rango(seguro, columna),
                    "line": {"color": color, "width": 2},
                    **({"fill": {"color": color}} if tipo == "area" else {}),
                }
            )
        ejes(grafica, titulo, eje, numero, 5)
        grafica.set_size({"width": 500, "height": 350})
        hoja.insert_chart(3 + ALTO * (n // 2), 8 * (n % 2), grafica)
    hoja.set_h_pagebreaks([3 + ALTO * 3])
