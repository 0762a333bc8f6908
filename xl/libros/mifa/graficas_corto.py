"""Sheet Gráficas corto plazo: balance of the RO, result of each insurance (IFA 2005, I.1-I.7)."""

from __future__ import annotations

from xlsxwriter.utility import xl_rowcol_to_cell

from pymodel.mifa.reparto import SEGUROS
from xl.libros.comun.libro import Libro, referencia
from xl.libros.estilo import GRIS, ORO, VERDE, VINO, preparar
from xl.libros.mifa import comparativo, corto_2005
from xl.libros.mifa.graficas import ejes

HOJA = "Gráficas corto plazo"
SERIES = (
    ("ingresos", "Ingresos", VERDE),
    ("gastos", "Gastos", VINO),
    ("excedente", "Excedente", ORO),
)
INFORMES = (comparativo.IFA2005, comparativo.IFA2010)
# Charts on the left, the figures that they draw on the right.
TABLA = 17
ALTO = 18


def construir(libro: Libro) -> None:
    """Write the sheet."""
    hoja, e = libro.hoja(HOJA), libro.estilos
    preparar(
        hoja,
        e,
        "Gráficas de corto plazo",
        "Millones de pesos corrientes, con RJP, con los supuestos en uso de las hojas de corto "
        "plazo. A la derecha, las cifras.",
    )
    hoja.set_column(0, TABLA - 2, 9)
    hoja.set_column(TABLA - 1, TABLA - 1, 3)
    hoja.set_column(TABLA, TABLA, 30)
    hoja.set_column(TABLA + 1, TABLA + 4, 11)
    fila = _reserva_operativa(libro, 3)
    for n, (informe, s) in enumerate((i, s) for i in INFORMES for s in range(len(SEGUROS))):
        fila = _seguro(libro, informe, s, fila, n + 1)
    hoja.set_h_pagebreaks([3 + ALTO * 3])


def _tabla(libro: Libro, fila: int, titulo: str, anios: tuple[int, ...]) -> None:
    hoja, e = libro.hoja(HOJA), libro.estilos
    hoja.write_string(fila, TABLA, titulo, e.encabezado())
    for t, a in enumerate(anios):
        hoja.write_number(fila, TABLA + 1 + t, a, e.encabezado(num_format="0"))


def _grafica(
    libro: Libro, n: int, titulo: str, fila: int, anios: int, series: tuple[tuple[str, str], ...]
) -> None:
    """A chart of the rows under `fila`; two side by side."""
    hoja = libro.hoja(HOJA)
    grafica = libro.libro.add_chart({"type": "column"})
    for k, (nombre, color) in enumerate(series, 1):
        grafica.add_series(
            {
                "name": nombre,
                "categories": [HOJA, fila, TABLA + 1, fila, TABLA + anios],
                "values": [HOJA, fila + k, TABLA + 1, fila + k, TABLA + anios],
                "fill": {"color": color},
                "gap": 80,
            }
        )
    ejes(grafica, titulo, "mdp", "#,##0")
    grafica.set_size({"width": 500, "height": 340})
    hoja.insert_chart(3 + ALTO * (n // 2), 8 * (n % 2), grafica)


def _reserva_operativa(libro: Libro, fila: int) -> int:
    hoja, e = libro.hoja(HOJA), libro.estilos
    _tabla(libro, fila, "Reservas operativas", corto_2005.ANIOS)
    for k, (clave, rotulo) in enumerate(
        (("excedente_tras_reservas", "Excedente tras reservas"), ("saldo_final", "Saldo final")), 1
    ):
        hoja.write_string(fila + k, TABLA, rotulo, e.texto(font_color=GRIS))
        for t in range(len(corto_2005.ANIOS)):
            celda = xl_rowcol_to_cell(corto_2005.fila(clave), corto_2005.COL + t, True, True)
            formula = f"={referencia(corto_2005.HOJA)}!{celda}"
            hoja.write_formula(fila + k, TABLA + 1 + t, formula, e.calculo())
    _grafica(
        libro,
        0,
        "Reservas operativas, 2005-2008",
        fila,
        len(corto_2005.ANIOS),
        (("Excedente tras reservas", ORO), ("Saldo final", VERDE)),
    )
    return fila + 4


def _seguro(libro: Libro, i: comparativo.Informe, s: int, fila: int, n: int) -> int:
    hoja, e = libro.hoja(HOJA), libro.estilos
    seguro = SEGUROS[s]
    _tabla(libro, fila, f"{seguro}, {i.anios[0]}-{i.anios[-1]}", i.anios)
    for k, (clave, rotulo, _) in enumerate(SERIES, 1):
        hoja.write_string(fila + k, TABLA, rotulo, e.texto(font_color=GRIS))
        for t in range(len(i.anios)):
            celda = comparativo.celda_estado(i, s, clave, t)
            hoja.write_formula(fila + k, TABLA + 1 + t, f"={celda}", e.calculo())
    titulo = f"{seguro}: resultado {i.anios[0]}-{i.anios[-1]}, con RJP"
    _grafica(libro, n, titulo, fila, len(i.anios), tuple((r, c) for _, r, c in SERIES))
    return fila + 5
