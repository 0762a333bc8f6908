"""Sheets Suficiencia, Comparativo and Gráficas: what the premiums mean."""

from __future__ import annotations

from typing import Any

from pymodel.valuacion import CASOS, PROPIO, Caso
from xl.libros.comun.libro import Libro, bloque, referencia
from xl.libros.estilo import ENTERO, FUENTE, GRIS, INDICE, MDP, ORO, PCT, PP, VERDE, VINO, preparar
from xl.libros.valuacion import plano
from xl.libros.valuacion.comun import si_hay_datos
from xl.libros.valuacion.flujos import columna_de

SUFICIENCIA = (
    ("Valuación", ""),
    ("Prima nivelada", "% de salarios"),
    ("Prima de ingreso", "% de salarios"),
    ("Dictamen", ""),
    ("Margen", "fracción"),
    ("Nivelada / ingreso", "razón"),
    ("Margen en dinero", "mdp, VPSF"),
    ("Margen", "puntos porcentuales"),
    ("Prima de gasto, primer año", "% de salarios"),
    ("Prima de gasto, último año", "% de salarios"),
    ("Primer año con gasto mayor que la prima de ingreso", "año"),
    ("Años con prima de gasto menor o igual que la nivelada", "años"),
    ("Reserva al final", "mdp"),
    ("Primer año con reserva negativa", "año"),
)


def suficiencia(libro: Libro) -> None:
    """Sufficiency test and projected reserve of each valuation."""
    hoja, e = libro.hoja(plano.SUFICIENCIA), libro.estilos
    preparar(
        hoja,
        e,
        "Suficiencia de la prima",
        "La prima es suficiente si la prima nivelada no pasa de la de ingreso. La reserva se "
        "proyecta cobrando la prima de ingreso, con la tasa de descuento como rendimiento real.",
    )
    hoja.set_column(0, 0, 16)
    hoja.set_column(1, len(SUFICIENCIA) - 1, 14)
    hoja.set_row(3, 62)
    hoja.freeze_panes(5, 1)
    for col, (texto, unidad) in enumerate(SUFICIENCIA):
        hoja.write_string(3, col, texto, e.encabezado())
        hoja.write_string(4, col, unidad, e.unidad())
    for i, caso in enumerate(plano.TODOS):
        _sufficiency_row(libro, caso, 5 + i)
    base = 5 + len(plano.TODOS) + 1
    hoja.write_string(
        base,
        0,
        "El IFA 2005 cuenta los años de excedente contra la prima a 50 años: 24 en SIV (1.85 %) y "
        "«los primeros treinta» en SRT (1.10 %; los flujos dan 25). Aquí, contra la prima nivelada "
        "del horizonte elegido.",
        e.subtitulo(),
    )
    grafica = libro.libro.add_chart({"type": "scatter", "subtype": "straight"})
    for caso, color in zip(CASOS, (VERDE, VINO, GRIS, ORO, "#3E7CB1", "#8A8A8A"), strict=True):
        if caso.seguro == "GMP":
            continue  # millions of deficit that would flatten the others
        grafica.add_series(
            {
                "name": f"{caso.titulo} ({caso.base_precios})",
                "categories": f"={referencia(plano.hoja_flujos(caso))}!$B$8:$B$107",
                "values": f"={columna_de(caso, 'reservas')}",
                "line": {"color": color, "width": 2},
            }
        )
    _axes(
        grafica,
        "Reserva proyectada con la prima de ingreso (cada serie en su base de precios)",
        "mdp de cada base",
        "#,##0",
        (CASOS[0].anio, CASOS[-1].anio + plano.ANIOS_FLUJOS),
    )
    hoja.insert_chart(base + 2, 0, grafica, {"x_scale": 2.1, "y_scale": 1.35})


def _sufficiency_row(libro: Libro, caso: Caso, fila: int) -> None:
    hoja, e = libro.hoja(plano.SUFICIENCIA), libro.estilos
    x = {
        c: plano.nombre(caso, c)
        for c in ("pn", "prima_ingreso", "vpsf", "prima_total", "anios", "reservas")
    }
    hoja.write_string(fila, 0, caso.titulo, e.texto())
    hoja.write_formula(fila, 1, f"={x['pn']}", e.calculo(PCT))
    hoja.write_formula(fila, 2, f"={x['prima_ingreso']}", e.calculo(PCT))
    formatos = ("@", "0.0000_);(0.0000)", "0.00", MDP)
    bloque(
        hoja,
        fila,
        3,
        1,
        4,
        si_hay_datos(caso, f"SUFICIENCIA_PRIMA({x['pn']},{x['prima_ingreso']},{x['vpsf']})"),
        lambda _i, j: e.calculo(formatos[j], bold=j == 0, align="right" if j else "center"),
    )
    n = "propios_n" if caso is PROPIO else str(plano.ANIOS_FLUJOS)
    margen = f"{referencia(plano.SUFICIENCIA)}!$E${fila + 1}"
    celdas: list[tuple[str, str]] = [
        (f"{margen}*100", PP),
        (f"INDEX({x['prima_total']},1)", PCT),
        (f"INDEX({x['prima_total']},{n})", PCT),
        (_first_year(caso, "prima_total", f'">"&{x["prima_ingreso"]}'), ENTERO),
        (f'COUNTIF({x["prima_total"]},"<="&{x["pn"]})', ENTERO),
        (f"INDEX({x['reservas']},{n})", MDP),
        (_first_year(caso, "reservas", '"<0"'), ENTERO),
    ]
    for j, (formula, numero) in enumerate(celdas):
        texto = si_hay_datos(caso, formula)
        formato = e.calculo(numero, align="center" if numero == ENTERO else "right")
        hoja.write_formula(fila, 7 + j, texto, formato)


def _first_year(caso: Caso, campo: str, condicion: str) -> str:
    """First year that meets a condition, or "ninguno"; rows without data do not count."""
    valores, anios = plano.nombre(caso, campo), plano.nombre(caso, "anios")
    return (
        f'IF(COUNTIF({valores},{condicion})=0,"ninguno",'
        f"_xlfn.MINIFS({anios},{valores},{condicion}))"
    )


COMPARATIVO: tuple[tuple[str, str, str, str], ...] = (
    ("Base de precios", "texto", "base_precios", "@"),
    ("Tasa de descuento", "real anual", "tasa", PCT),
    ("Prima nivelada", "% de salarios", "pn", PCT),
    ("Prima nivelada, segundo horizonte", "% de salarios", "pn_corta", PCT),
    ("Prima de ingreso", "% de salarios", "prima_ingreso", PCT),
    ("Reserva", "mdp de su base", "reserva", MDP),
    ("VPSF", "mdp de su base", "vpsf", MDP),
    ("VP del gasto a cargo del IMSS", "mdp de su base", "vp_total", MDP),
    ("Déficit / (superávit)", "mdp de su base", "deficit", MDP),
    ("Déficit / (superávit)", "% del VPSF", "deficit_pct", PCT),
)


def comparativo(libro: Libro) -> None:
    """2005 against 2010, each in its own prices and both in pesos of 2010."""
    hoja, e = libro.hoja(plano.COMPARATIVO), libro.estilos
    preparar(
        hoja,
        e,
        "Comparativo 2005 – 2010",
        "Cada informe en su base de precios; abajo, los montos de 2005 a precios de 2010 con el "
        "INPC de diciembre. Las valuaciones no cubren lo mismo: ver las notas.",
    )
    hoja.set_column(0, 0, 40)
    hoja.set_column(1, 1, 16)
    hoja.set_column(2, 11, 14)
    hoja.freeze_panes(5, 2)
    hoja.write_string(3, 11, "Propios", e.seccion())
    hoja.write_string(4, 11, "Flujos propios", e.encabezado())
    pares = [(a, b) for a in CASOS for b in CASOS if a.seguro == b.seguro and a.anio < b.anio]
    hoja.write_string(4, 0, "Concepto", e.encabezado())
    hoja.write_string(4, 1, "Unidad", e.encabezado())
    for p, (antes, despues) in enumerate(pares):
        col = 2 + 3 * p
        hoja.merge_range(3, col, 3, col + 2, antes.nombre, e.seccion())
        for j, texto in enumerate((antes.titulo, despues.titulo, "Cambio")):
            hoja.write_string(4, col + j, texto, e.encabezado())
    for i, (texto, unidad, campo, numero) in enumerate(COMPARATIVO):
        fila = 5 + i
        hoja.write_string(fila, 0, texto, e.texto())
        hoja.write_string(fila, 1, unidad, e.texto(font_color=GRIS))
        for p, (antes, despues) in enumerate(pares):
            a, b = plano.nombre(antes, campo), plano.nombre(despues, campo)
            formato = e.calculo(numero, align="right")
            hoja.write_formula(fila, 2 + 3 * p, f"={a}", formato)
            hoja.write_formula(fila, 3 + 3 * p, f"={b}", formato)
            if numero == PCT:
                hoja.write_formula(
                    fila, 4 + 3 * p, f"=({b}-{a})*100", e.calculo('0.00" pp"_);(0.00" pp")')
                )
            else:
                hoja.write_blank(fila, 4 + 3 * p, None, e.calculo())
        propio = si_hay_datos(PROPIO, plano.nombre(PROPIO, campo))
        hoja.write_formula(fila, 11, propio, e.calculo(numero, align="right"))
    fila = 5 + len(COMPARATIVO) + 1
    hoja.merge_range(fila, 0, fila, 10, "A precios de diciembre de 2010 (mdp de 2010)", e.seccion())
    hoja.write_string(fila + 1, 0, "Factor INPC diciembre 2010 / diciembre 2005", e.texto())
    hoja.write_string(fila + 1, 1, "razón", e.texto(font_color=GRIS))
    hoja.write_formula(fila + 1, 2, '=DEFLACTAR(1,2005,2010,"diciembre")', e.calculo(INDICE))
    libro.nombrar("inpc_2005_a_2010", plano.COMPARATIVO, fila + 1, 2)
    montos = [c for c in COMPARATIVO if c[3] == MDP]
    for i, (texto, _, campo, _) in enumerate(montos):
        r = fila + 2 + i
        hoja.write_string(r, 0, texto, e.texto())
        hoja.write_string(r, 1, "mdp de 2010", e.texto(font_color=GRIS))
        for p, (antes, despues) in enumerate(pares):
            a, b = plano.nombre(antes, campo), plano.nombre(despues, campo)
            hoja.write_formula(r, 2 + 3 * p, f"={a}*inpc_2005_a_2010", e.calculo(MDP))
            hoja.write_formula(r, 3 + 3 * p, f"={b}", e.calculo(MDP))
            hoja.write_formula(r, 4 + 3 * p, f"={b}-{a}*inpc_2005_a_2010", e.calculo(MDP))
    notas = (
        "SRT: desde 2010 incluye prestaciones en especie y gasto administrativo; en 2005 no.",
        "SRT y SIV: 2005 cierra con una perpetuidad de 1.5 % (recuperada de los cuadros); 2010, "
        "con la extinción de los asegurados del último año.",
        "GMP: valor presente simple a 100 años en los dos informes; cambia el costo unitario y la "
        "supervivencia de los pensionados.",
        "SIV 2005: el informe deja la reserva fuera del activo; aquí siempre está dentro.",
    )
    for i, nota in enumerate(notas):
        hoja.write_string(fila + 3 + len(montos) + i, 0, nota, e.subtitulo())


def graficas(libro: Libro) -> None:
    """Premiums by year of each valuation, and the balances as bars."""
    hoja, e = libro.hoja(plano.GRAFICAS), libro.estilos
    preparar(
        hoja,
        e,
        "Gráficas",
        "Primas por año (como la gráfica II.7 del IFA 2005) y balances en % del VPSF.",
        horizontal=False,
    )
    hoja.fit_to_pages(1, 1)
    hoja.set_column(0, 15, 10.5)
    for i, caso in enumerate(CASOS):
        grafica = libro.libro.add_chart({"type": "scatter", "subtype": "straight"})
        series: list[tuple[str, str, dict[str, Any]]] = [
            ("Prima de gasto: total", "prima_total", {"color": VERDE, "width": 2.25}),
            ("Prima nivelada", "prima_nivelada_anual", {"color": VINO, "width": 1.75}),
            ("Prima escalonada", "prima_escalonada_anual", {"color": ORO, "width": 1.75}),
            (
                "Prima de ingreso",
                "prima_ingreso_anual",
                {"color": GRIS, "width": 1.5, "dash_type": "dash"},
            ),
        ]
        if len(caso.componentes) > 1:
            series.insert(
                0,
                (
                    "Prima de gasto: pensiones",
                    "prima_pensiones",
                    {"color": "#7FB5A8", "width": 2.25},
                ),
            )
        for texto, campo, linea in series:
            grafica.add_series(
                {
                    "name": texto,
                    "categories": f"={referencia(plano.hoja_flujos(caso))}!$B$8:$B$107",
                    "values": f"={columna_de(caso, campo)}",
                    "line": linea,
                }
            )
        _axes(
            grafica,
            f"{caso.titulo}: primas por año",
            "% de los salarios",
            "0.0%" if caso.seguro != "GMP" else "0%",
            (caso.anio, caso.anio + plano.ANIOS_FLUJOS),
        )
        hoja.insert_chart(3 + 18 * (i // 2), 7 * (i % 2), grafica, {"x_scale": 1.1, "y_scale": 1.2})
    _balance_chart(libro, 3 + 18 * 3)


def _balance_chart(libro: Libro, fila: int) -> None:
    """Assets and liabilities of every valuation, fractions of VPSF, from a small table."""
    hoja, e = libro.hoja(plano.GRAFICAS), libro.estilos
    base = fila + 20
    columnas = ("Valuación", "Reserva", "Aportaciones", "Pasivo IMSS", "Déficit")
    hoja.set_row(base, 30)
    for j, texto in enumerate(columnas):
        hoja.write_string(base, 2 * j, texto, e.encabezado(font_size=9))
    for i, caso in enumerate(plano.TODOS):
        hoja.write_string(base + 1 + i, 0, caso.titulo, e.texto())
        vpsf = plano.nombre(caso, "vpsf")
        for j, formula in enumerate(
            (
                f"{plano.nombre(caso, 'reserva')}/{vpsf}",
                plano.nombre(caso, "prima_ingreso"),
                f"{plano.nombre(caso, 'vp_total')}/{vpsf}",
                plano.nombre(caso, "deficit_pct"),
            )
        ):
            texto = si_hay_datos(caso, formula)
            hoja.write_formula(base + 1 + i, 2 * (j + 1), texto, e.calculo(PCT))
    grafica = libro.libro.add_chart({"type": "column"})
    ultima = base + len(plano.TODOS)
    for j, color in zip(range(1, 5), (GRIS, ORO, VERDE, VINO), strict=True):
        grafica.add_series(
            {
                "name": [plano.GRAFICAS, base, 2 * j],
                "categories": [plano.GRAFICAS, base + 1, 0, ultima, 0],
                "values": [plano.GRAFICAS, base + 1, 2 * j, ultima, 2 * j],
                "fill": {"color": color},
                "gap": 60,
            }
        )
    _axes(grafica, "Balance actuarial", "% del VPSF", "0%")
    hoja.insert_chart(fila, 0, grafica, {"x_scale": 2.22, "y_scale": 1.3})


def _axes(
    grafica: Any, titulo: str, eje: str, numero: str, anios: tuple[int, int] | None = None
) -> None:
    """Title, axes and legend; with `anios`, first and last, the horizontal axis holds years."""
    letra = {"name": FUENTE, "size": 9, "color": "#404040"}
    grafica.set_title({"name": titulo, "name_font": {**letra, "size": 12, "bold": True}})
    eje_x: dict[str, Any] = {
        "num_font": letra,
        "label_position": "low",
        "line": {"color": "#BFBFBF"},
    }
    if anios:
        eje_x |= {
            "min": anios[0],
            "max": anios[1],
            "major_unit": 10,
            "num_format": "0",
            "major_gridlines": {"visible": False},
        }
    grafica.set_x_axis(eje_x)
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
