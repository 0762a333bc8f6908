"""Sheet Financiamiento del RJP: who has paid it, the budget of 2011, what is to come."""

from __future__ import annotations

from pymodel.mifa import financiamiento_rjp
from pymodel.mifa.base import supuesto
from xl.libros.comun.entradas import Entrada
from xl.libros.comun.libro import Libro
from xl.libros.estilo import GRIS, MDP, ORO, PCT, VERDE, VINO, preparar
from xl.libros.mifa import anual, plano
from xl.libros.mifa.graficas import AZUL_CLARO, ejes

FUENTES = {
    "trabajadores": "Aportaciones de los trabajadores",
    "asegurador": "IMSS-Asegurador (pensión de la LSS)",
    "patron": "IMSS-Patrón, ingresos propios",
    "fcolclc": "IMSS-Patrón, Subcuenta 1 del FCOLCLC",
    "rocf": "IMSS-Patrón, ROCF",
}
PERIODOS = (
    ("1966-2010", "mdp de 2010", "acumulado", "IFA 2010, gráficas D.1 y D.2, L10506-10519"),
    ("2010", "mdp corrientes", "2010", "IFA 2010, L10680-10682 y nota 100"),
    ("2011, presupuesto", "mdp corrientes", "2011", "IFA 2010, gráfica D.4, L10653-10657"),
)


def _nomina(periodo: str) -> financiamiento_rjp.Nomina:
    if periodo == "acumulado":
        return financiamiento_rjp.acumulado().nomina
    return financiamiento_rjp.del_anio(int(periodo))


def _entrada(periodo: str, fuente: str) -> Entrada:
    return Entrada(
        f"rjp_{fuente}_{periodo}",
        FUENTES[fuente],
        "mdp",
        float(getattr(_nomina(periodo), fuente)),
        ayuda=next(p[3] for p in PERIODOS if p[2] == periodo),
    )


MONTOS = {(p, f): _entrada(p, f) for _, _, p, _ in PERIODOS for f in FUENTES}
SALDO = Entrada(
    "rjp_saldo_fondo",
    "Saldo de la Subcuenta 1 al 31-dic-2010",
    "mdp",
    financiamiento_rjp.acumulado().saldo_fondo,
    ayuda="IFA 2010, L10561.",
)
COP, AGF = (
    Entrada(
        f"rjp_{nombre}_2011",
        f"{rotulo} de 2011",
        "mdp",
        supuesto(nombre, 2011),
        ayuda="IFA 2010, L10717.",
    )
    for nombre, rotulo in (("cop", "COP"), ("agf", "AGF"))
)
ENTRADAS = (*MONTOS.values(), SALDO, COP, AGF)
FILA = 5


def construir(libro: Libro) -> None:
    """Write the sheet."""
    hoja, e = libro.hoja(plano.RJP), libro.estilos
    preparar(
        hoja,
        e,
        "Financiamiento del RJP",
        "Quién ha pagado el Régimen de Jubilaciones y Pensiones (IFA 2010, anexo D). La LSS (arts. "
        "277 D y 286 K) prohíbe pagar con COP, AGF o reservas las obligaciones de plazas nuevas.",
    )
    hoja.set_column(0, 0, 44)
    hoja.set_column(1, 6, 15)
    hoja.set_column(7, 7, 60)
    hoja.write_string(FILA - 1, 0, "Quién paga", e.encabezado())
    hoja.write_string(FILA - 2, 0, "", e.unidad())
    for j, (titulo, unidad, _, _) in enumerate(PERIODOS):
        hoja.merge_range(FILA - 2, 1 + 2 * j, FILA - 2, 2 + 2 * j, titulo, e.seccion())
        hoja.write_string(FILA - 1, 1 + 2 * j, unidad, e.encabezado())
        hoja.write_string(FILA - 1, 2 + 2 * j, "Participación", e.encabezado())
    total = FILA + len(FUENTES)
    for i, (fuente, rotulo) in enumerate(FUENTES.items(), start=FILA):
        hoja.write_string(i, 0, rotulo, e.texto())
        for j, (_, _, periodo, _) in enumerate(PERIODOS):
            MONTOS[periodo, fuente].escribir(libro, plano.RJP, i, 1 + 2 * j)
            letra = "BDF"[j]
            hoja.write_formula(i, 2 + 2 * j, f"={letra}{i + 1}/{letra}${total + 1}", e.calculo(PCT))
    hoja.write_string(total, 0, "Nómina del RJP", e.texto(bold=True))
    for j, letra in enumerate("BDF"):
        hoja.write_formula(
            total, 1 + 2 * j, f"=SUM({letra}{FILA + 1}:{letra}{total})", e.total(MDP)
        )
        hoja.write_formula(
            total, 2 + 2 * j, f"={letra}{total + 1}/{letra}{total + 1}", e.total(PCT)
        )
    libro.nombrar("rjp_nomina_acumulada", plano.RJP, total, 1)
    libro.nombrar("rjp_nomina_2011", plano.RJP, total, 5)
    for j, (_, _, _, fuente) in enumerate(PERIODOS):
        hoja.write_string(FILA + j, 7, f"{PERIODOS[j][0]}: {fuente}", e.texto(font_color=GRIS))
    _costo(libro, total + 2)
    _atribucion(libro, total + 8)
    _graficas(libro, total + 14)


def _costo(libro: Libro, fila: int) -> None:
    hoja, e = libro.hoja(plano.RJP), libro.estilos
    hoja.merge_range(fila, 0, fila, 6, "Costo total 1966-2010, mdp de 2010", e.seccion())
    hoja.write_string(fila + 1, 0, SALDO.etiqueta, e.texto())
    SALDO.escribir(libro, plano.RJP, fila + 1, 1)
    total = f"(rjp_nomina_acumulada+{SALDO.nombre})"
    patron = MONTOS["acumulado", "patron"].nombre
    for i, (rotulo, formula) in enumerate(
        (
            ("IMSS-Patrón: nómina pagada y fondo ahorrado", f"{patron}+{SALDO.nombre}"),
            ("Costo total: nómina y saldo del fondo", total),
        ),
        start=fila + 2,
    ):
        hoja.write_string(i, 0, rotulo, e.texto())
        hoja.write_formula(i, 1, f"={formula}", e.calculo(MDP))
        hoja.write_formula(i, 2, f"=({formula})/{total}", e.calculo(PCT))
    hoja.write_formula(fila + 1, 2, f"={SALDO.nombre}/{total}", e.calculo(PCT))
    hoja.write_string(fila + 1, 3, "del costo total", e.texto(font_color=GRIS))
    libro.nombrar("rjp_costo_total", plano.RJP, fila + 3, 1)


def _atribucion(libro: Libro, fila: int) -> None:
    hoja, e = libro.hoja(plano.RJP), libro.estilos
    hoja.merge_range(
        fila,
        0,
        fila,
        6,
        "Lo que el IMSS-Patrón paga en 2011 con cuotas y aportaciones",
        e.seccion(),
    )
    patron = MONTOS["2011", "patron"].nombre
    for i, entrada in enumerate((COP, AGF), start=fila + 1):
        hoja.write_string(i, 0, entrada.etiqueta, e.texto())
        entrada.escribir(libro, plano.RJP, i, 1)
        parte = f"{entrada.nombre}/({COP.nombre}+{AGF.nombre})"
        hoja.write_formula(i, 2, f"={parte}", e.calculo(PCT))
        hoja.write_string(i, 3, "RJP que les toca", e.texto(font_color=GRIS, align="right"))
        hoja.write_formula(i, 4, f"={patron}*{parte}", e.calculo(MDP, bold=True))
        libro.nombrar(f"rjp_a_{entrada.nombre.split('_')[1]}", plano.RJP, i, 4)
    hoja.write_string(
        fila + 3,
        0,
        "El informe imprime 26.4 % para las AGF (L10690); es 23.4 %.",
        e.subtitulo(),
    )


def _graficas(libro: Libro, fila: int) -> None:
    hoja = libro.hoja(plano.RJP)
    colores = (ORO, VERDE, VINO, AZUL_CLARO, "#8A8A8A")
    dona = libro.libro.add_chart({"type": "doughnut"})
    dona.add_series(
        {
            "name": "1966-2010",
            "categories": [plano.RJP, FILA, 0, FILA + 2, 0],
            "values": [plano.RJP, FILA, 1, FILA + 2, 1],
            "points": [{"fill": {"color": c}} for c in colores[:3]],
            "data_labels": {"percentage": True, "font": {"color": "#FFFFFF", "bold": True}},
        }
    )
    ejes(dona, "Financiamiento 1966-2010 (gráfica D.2)", "", "0%")
    dona.set_size({"width": 480, "height": 330})
    hoja.insert_chart(fila, 0, dona)
    barras = libro.libro.add_chart({"type": "column", "subtype": "percent_stacked"})
    for i, rotulo in enumerate(FUENTES.values()):
        barras.add_series(
            {
                "name": rotulo,
                "categories": f"=('{plano.RJP}'!$B${FILA - 1},'{plano.RJP}'!$D${FILA - 1},"
                f"'{plano.RJP}'!$F${FILA - 1})",
                "values": f"=('{plano.RJP}'!$C${FILA + i + 1},'{plano.RJP}'!$E${FILA + i + 1},"
                f"'{plano.RJP}'!$G${FILA + i + 1})",
                "fill": {"color": colores[i]},
                "gap": 60,
            }
        )
    ejes(barras, "Quién paga la nómina", "", "0%")
    barras.set_size({"width": 560, "height": 330})
    hoja.insert_chart(fila, 3, barras)
    ruta = libro.libro.add_chart({"type": "line"})
    ruta.add_series(
        {
            "name": "RJP a cargo del IMSS",
            "categories": anual.rango("", "anio"),
            "values": anual.rango("", "rjp"),
            "line": {"color": VINO, "width": 2},
        }
    )
    ejes(ruta, "Lo que falta: RJP en el flujo de efectivo (MIFA en uso)", "mdp de 2011", "#,##0", 5)
    ruta.set_size({"width": 1040, "height": 300})
    hoja.insert_chart(fila + 18, 0, ruta)
