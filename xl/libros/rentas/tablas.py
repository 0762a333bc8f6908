"""Sheet Tablas biométricas: probabilities by age, expectation of life, annuities."""

from __future__ import annotations

from xlsxwriter.utility import xl_range_abs

from pymodel import biometria
from xl.libros.comun.libro import Libro, bloque, referencia
from xl.libros.estilo import GRIS, INDICE, ORO, VERDE, VINO, preparar
from xl.libros.rentas import plano
from xl.libros.rentas.graficas import ejes

NOMBRES = (
    ("EMSSA-97", VERDE, "solid"),
    ("EMSSA-09", "#7FB5A8", "solid"),
    ("EMSSA-15", ORO, "solid"),
    ("EMSSA-RCS-15", GRIS, "dash"),
    ("EMSSI-97", VINO, "solid"),
    ("EMSSI-IMSS-RCS-12", "#C08497", "dash"),
)
FILA_RESUMEN = 6
FILA_TABLAS = 34


def construir(libro: Libro) -> None:
    """Write the sheet."""
    hoja, e = libro.hoja(plano.TABLAS), libro.estilos
    preparar(
        hoja,
        e,
        "Tablas biométricas",
        "Probabilidad anual de muerte por edad y sexo; EMDE-IMSS-09, de dejar la escuela. Antes de "
        "la primera edad q = 0; la que no cierra, con q = 1 a la edad que sigue. Procedencia: "
        "pymodel/datos/biometria.",
        repetir=(FILA_TABLAS, FILA_TABLAS + 1),
    )
    hoja.set_column(0, 3 * len(NOMBRES) + 2, 9.5)
    hoja.freeze_panes(3, 0)
    for i, entrada in enumerate((plano.TABLAS_EDAD, plano.TABLAS_TASA), start=3):
        unidad = f", {entrada.unidad}"
        hoja.merge_range(i, 0, i, 2, f"{entrada.etiqueta}{unidad}", e.texto())
        entrada.escribir(libro, plano.TABLAS, i, 3)
    hoja.merge_range(FILA_RESUMEN, 0, FILA_RESUMEN, 6, "A esa edad y tasa", e.seccion())
    hoja.set_row(FILA_RESUMEN + 1, 44)
    titulos = ("Tabla", "", "", "Esperanza H", "Esperanza M", "Anualidad H", "Anualidad M")
    for j, texto in enumerate(titulos):
        hoja.write_string(FILA_RESUMEN + 1, j, texto, e.encabezado())
    for i, (nombre, _, _) in enumerate(NOMBRES, start=FILA_RESUMEN + 2):
        hoja.merge_range(i, 0, i, 2, nombre, e.texto())
        for j, sexo in enumerate("HM"):
            edad = f'ESPERANZA_VIDA("{nombre}",tablas_edad,"{sexo}")'
            hoja.write_formula(i, 3 + j, f"={edad}", e.calculo("0.00"))
            anualidad = f'ANUALIDAD("{nombre}",tablas_edad,"{sexo}",tablas_tasa)'
            hoja.write_formula(i, 5 + j, f"={anualidad}", e.calculo(INDICE))
    pie = FILA_RESUMEN + 2 + len(NOMBRES)
    for i, texto in enumerate(
        (
            "Esperanza: completa, en años. Anualidad: un peso",
            "anual de por vida, anticipado, en doce pagos ciertos.",
        )
    ):
        hoja.write_string(pie + i, 0, texto, e.subtitulo())
    _tablas(libro)
    for j, sexo in enumerate(("hombres", "mujeres")):
        _grafica(libro, j, sexo)


def _tablas(libro: Libro) -> None:
    hoja, e = libro.hoja(plano.TABLAS), libro.estilos
    hoja.set_row(FILA_TABLAS + 1, 20)
    for k, nombre in enumerate((*(n for n, _, _ in NOMBRES), biometria.ESCUELA)):
        col = 3 * k
        hoja.merge_range(FILA_TABLAS, col, FILA_TABLAS, col + 2, nombre, e.seccion())
        bloque(
            hoja,
            FILA_TABLAS + 1,
            col,
            len(biometria.filas(nombre)) + 1,
            3,
            f'=TABLA_BIOMETRICA("{nombre}")',
            lambda i, j: e.encabezado() if i == 0 else e.calculo("0" if j == 0 else "0.000000"),
        )


def _grafica(libro: Libro, j: int, sexo: str) -> None:
    grafica = libro.libro.add_chart({"type": "scatter", "subtype": "straight"})
    hoja = referencia(plano.TABLAS)
    for k, (nombre, color, trazo) in enumerate(NOMBRES):
        primera = FILA_TABLAS + 2
        ultima = primera + len(biometria.filas(nombre)) - 1
        edades = xl_range_abs(primera, 3 * k, ultima, 3 * k)
        tasas = xl_range_abs(primera, 3 * k + 1 + j, ultima, 3 * k + 1 + j)
        grafica.add_series(
            {
                "name": nombre,
                "categories": f"={hoja}!{edades}",
                "values": f"={hoja}!{tasas}",
                "line": {"color": color, "width": 2, "dash_type": trazo},
            }
        )
    ejes(
        grafica,
        f"Probabilidad anual de muerte, {sexo}",
        "edad",
        "q, escala logarítmica",
        "0",
        "0.0000",
        log_base=10,
        min=0.0001,
        max=1,
        crossing=0.0001,
    )
    grafica.set_size({"width": 490, "height": 560})
    hoja_ = libro.hoja(plano.TABLAS)
    hoja_.insert_chart(3, 8 + 7 * j, grafica)
