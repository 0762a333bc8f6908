"""Sheet Sensibilidad: the case under other rates, tables, ages, balances and options."""

from __future__ import annotations

from typing import Any

from xlsxwriter.utility import xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from xl.libros.comun.libro import Libro
from xl.libros.estilo import DECIMAL, GRIS, ORO, PCT, VERDE, VINO, preparar
from xl.libros.rentas import plano
from xl.libros.rentas.graficas import ejes

COLORES = (VERDE, VINO, ORO, GRIS)


def construir(libro: Libro) -> None:
    """Write the sheet."""
    hoja, e = libro.hoja(plano.SENSIBILIDAD), libro.estilos
    preparar(
        hoja,
        e,
        "Sensibilidad",
        "El caso de la hoja Caso con otra tasa, tablas, edad, saldo u opción; lo demás, igual. "
        "Pesos. Vacío: la familia, el tipo o la tabla no lo admiten.",
        horizontal=False,
    )
    hoja.set_column(0, 0, 30)
    hoja.set_column(1, 6, 16)
    hoja.freeze_panes(3, 1)
    fila = _tasas(libro, hoja, 3)
    fila = _edades(libro, hoja, fila)
    fila = _saldos(libro, hoja, fila)
    hoja.set_h_pagebreaks([fila])
    _opciones(libro, hoja, fila)


def _encabezados(libro: Libro, hoja: Worksheet, fila: int, titulo: str, textos: Any) -> None:
    e = libro.estilos
    hoja.merge_range(fila, 0, fila, 6, titulo, e.seccion())
    hoja.set_row(fila + 1, 30)
    for j, texto in enumerate(textos):
        hoja.write_string(fila + 1, j, texto, e.encabezado())


def _tasas(libro: Libro, hoja: Worksheet, fila: int) -> int:
    e, n = libro.estilos, len(plano.TASAS.defecto)
    _encabezados(
        libro,
        hoja,
        fila,
        "Tasa real y bases biométricas: monto constitutivo",
        ("Tasa", *plano.BASES, "Bases del caso", "Cambio contra el caso"),
    )
    primera = fila + 2
    plano.TASAS.escribir(libro, plano.SENSIBILIDAD, primera, 0)
    for i in range(n):
        tasa = xl_rowcol_to_cell(primera + i, 0)
        for j, bases in enumerate(plano.BASES, start=1):
            formula = plano.llamada("MONTO_CONSTITUTIVO", bases=f'"{bases}"', tasa=tasa)
            hoja.write_formula(primera + i, j, f"={formula}", e.calculo(DECIMAL))
        formula = plano.llamada("MONTO_CONSTITUTIVO", tasa=tasa)
        hoja.write_formula(primera + i, 5, f"={formula}", e.calculo(DECIMAL))
        propia = xl_rowcol_to_cell(primera + i, 5)
        hoja.write_formula(primera + i, 6, f"={propia}/caso_mc-1", e.calculo(PCT))
    grafica = libro.libro.add_chart({"type": "scatter", "subtype": "straight_with_markers"})
    for j, color in enumerate(COLORES, start=1):
        grafica.add_series(
            {
                "name": [plano.SENSIBILIDAD, fila + 1, j],
                "categories": [plano.SENSIBILIDAD, primera, 0, primera + n - 1, 0],
                "values": [plano.SENSIBILIDAD, primera, j, primera + n - 1, j],
                "line": {"color": color, "width": 2},
                "marker": {
                    "type": "circle",
                    "size": 5,
                    "fill": {"color": color},
                    "border": {"color": color},
                },
            }
        )
    ejes(grafica, "Monto constitutivo por tasa y bases", "Tasa real", "pesos", "0.0%")
    grafica.set_size({"width": 930, "height": 280})
    hoja.insert_chart(primera + n + 1, 0, grafica)
    return primera + n + 17


def _edades(libro: Libro, hoja: Worksheet, fila: int) -> int:
    e, n = libro.estilos, len(plano.EDADES.defecto)
    _encabezados(
        libro,
        hoja,
        fila,
        "Edad y sexo del pensionado, con la misma familia: monto constitutivo",
        ("Edad", "Hombre", "Mujer", "Mujer / hombre"),
    )
    primera = fila + 2
    plano.EDADES.escribir(libro, plano.SENSIBILIDAD, primera, 0)
    for i in range(n):
        edad = xl_rowcol_to_cell(primera + i, 0)
        for j, sexo in enumerate("HM", start=1):
            formula = plano.llamada("MONTO_CONSTITUTIVO", edad=edad, sexo=f'"{sexo}"')
            hoja.write_formula(primera + i, j, f'=IFERROR({formula},"")', e.calculo(DECIMAL))
        a, b = (xl_rowcol_to_cell(primera + i, j) for j in (1, 2))
        hoja.write_formula(
            primera + i, 3, f'=IF(AND(ISNUMBER({a}),ISNUMBER({b})),{b}/{a},"")', e.calculo("0.000")
        )
    return primera + n + 1


def _saldos(libro: Libro, hoja: Worksheet, fila: int) -> int:
    e, n = libro.estilos, len(plano.SALDOS.defecto)
    _encabezados(
        libro,
        hoja,
        fila,
        "Saldo de la cuenta individual: quién paga",
        (
            "Saldo / MC sin garantía",
            "Saldo",
            "Cuenta individual",
            "IMSS",
            "Gobierno Federal",
            "MC con garantía",
            "Excedente del trabajador",
        ),
    )
    primera = fila + 2
    plano.SALDOS.escribir(libro, plano.SENSIBILIDAD, primera, 0)
    for i in range(n):
        r = primera + i
        parte, saldo, cuenta, imss, gobierno = (xl_rowcol_to_cell(r, j) for j in range(5))
        for j, formula in enumerate(
            (
                f"{parte}*caso_mc_sin",
                f"MIN({saldo},caso_mc)",
                f"SUMA_ASEGURADA(caso_mc_sin,{saldo})",
                f"COSTO_FISCAL(caso_mc,caso_mc_sin,{saldo})",
                f"{cuenta}+{imss}+{gobierno}",
                f"{saldo}-{cuenta}",
            ),
            start=1,
        ):
            formato = (e.total if j == 5 else e.calculo)(DECIMAL)
            hoja.write_formula(r, j, f"={formula}", formato)
    grafica = libro.libro.add_chart({"type": "column", "subtype": "stacked"})
    for j, color in zip((2, 3, 4), (ORO, VERDE, VINO), strict=True):
        grafica.add_series(
            {
                "name": [plano.SENSIBILIDAD, fila + 1, j],
                "categories": [plano.SENSIBILIDAD, primera, 0, primera + n - 1, 0],
                "values": [plano.SENSIBILIDAD, primera, j, primera + n - 1, j],
                "fill": {"color": color},
                "gap": 60,
            }
        )
    ejes(grafica, "Quién paga según el saldo", "Saldo / MC sin garantía", "pesos", "0%")
    grafica.set_size({"width": 930, "height": 280})
    hoja.insert_chart(primera + n + 1, 0, grafica)
    return primera + n + 17


def _opciones(libro: Libro, hoja: Worksheet, fila: int) -> None:
    e = libro.estilos
    _encabezados(
        libro,
        hoja,
        fila,
        "Una opción a la vez, las demás por omisión (sin las de la hoja Caso)",
        ("Opción", "Valor", "Monto constitutivo", "Cambio, pesos", "Cambio"),
    )
    base = fila + 2
    hoja.write_string(base, 0, "Todas por omisión", e.texto(bold=True))
    hoja.write_blank(base, 1, None, e.texto())
    defecto = plano.llamada("MONTO_CONSTITUTIVO", opciones="")
    hoja.write_formula(base, 2, f'=IFERROR({defecto},"")', e.calculo(DECIMAL, bold=True))
    for j in (3, 4):
        hoja.write_blank(base, j, None, e.texto())
    inicial = xl_rowcol_to_cell(base, 2, True, True)
    for i, (nombre, valor) in enumerate(plano.EFECTOS, start=base + 1):
        hoja.write_string(i, 0, nombre, e.texto())
        if isinstance(valor, str):
            hoja.write_string(i, 1, valor, e.texto(align="right"))
        else:
            hoja.write_number(i, 1, valor, e.calculo("General"))
        par = f"{xl_rowcol_to_cell(i, 0)}:{xl_rowcol_to_cell(i, 1)}"
        formula = plano.llamada("MONTO_CONSTITUTIVO", opciones=par)
        hoja.write_formula(i, 2, f'=IFERROR({formula},"")', e.calculo(DECIMAL))
        c = xl_rowcol_to_cell(i, 2)
        hay = f"AND(ISNUMBER({c}),ISNUMBER({inicial}))"
        hoja.write_formula(i, 3, f'=IF({hay},{c}-{inicial},"")', e.calculo(DECIMAL))
        hoja.write_formula(i, 4, f'=IF({hay},{c}/{inicial}-1,"")', e.calculo(PCT))
