"""Axes and letters that the charts of this workbook share."""

from __future__ import annotations

from typing import Any

from xl.libros.estilo import FUENTE

LETRA = {"name": FUENTE, "size": 9, "color": "#404040"}


def ejes(
    grafica: Any,
    titulo: str,
    eje_x: str,
    eje_y: str,
    numero_x: str = "General",
    numero_y: str = "#,##0",
    **mas_y: Any,
) -> None:
    """Title, axes and legend; `mas_y` goes to the vertical axis (``log_base``, ``min``)."""
    grafica.set_title({"name": titulo, "name_font": {**LETRA, "size": 12, "bold": True}})
    nombre = {**LETRA, "bold": False}
    grafica.set_x_axis(
        {
            "name": eje_x,
            "name_font": nombre,
            "num_font": LETRA,
            "num_format": numero_x,
            "label_position": "low",
            "line": {"color": "#BFBFBF"},
            "major_gridlines": {"visible": False},
        }
    )
    grafica.set_y_axis(
        {
            "name": eje_y,
            "name_font": nombre,
            "num_font": LETRA,
            "num_format": numero_y,
            "major_gridlines": {"visible": True, "line": {"color": "#E4E4E4"}},
            "line": {"none": True},
            **mas_y,
        }
    )
    grafica.set_legend({"position": "bottom", "font": LETRA})
    grafica.set_chartarea({"border": {"color": "#D9D9D9"}})
