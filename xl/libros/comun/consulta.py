"""Look-up sheets that every workbook has: checks, functions, log, settings."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import pandas as pd

from pymodel.conciliacion import conciliar
from xl.contrato import registro
from xl.libros.comun import plano
from xl.libros.comun.libro import Libro
from xl.libros.estilo import ENTERO, GRIS, alto_fila, preparar
from xl.vba.botones import MODULO_PYTHON


def tabla(
    libro: Libro,
    nombre: str,
    titulo: str,
    subtitulo: str,
    columnas: Sequence[tuple[str, float]],
    filas: Iterable[Sequence[Any]],
) -> int:
    """A plain look-up table with filter; returns the number of rows."""
    hoja, e = libro.hoja(nombre), libro.estilos
    preparar(hoja, e, titulo, subtitulo, repetir=(3, 3), color=GRIS)
    hoja.freeze_panes(4, 1)
    hoja.set_row(3, 20)
    for col, (texto, ancho) in enumerate(columnas):
        hoja.set_column(col, col, ancho)
        hoja.write_string(3, col, texto, e.encabezado())
    r = 3
    anchos = [ancho for _, ancho in columnas]
    for r, fila in enumerate(filas, start=4):
        textos = zip(fila, anchos, strict=True)
        hoja.set_row(r, alto_fila((v, a) for v, a in textos if isinstance(v, str)))
        for col, valor in enumerate(fila):
            if valor is None or (isinstance(valor, float) and pd.isna(valor)):
                continue
            if isinstance(valor, str):
                hoja.write_string(
                    r,
                    col,
                    valor,
                    e.parrafo(align="left", indent=1, bottom=4, bottom_color="#BFCFC9"),
                )
            else:
                hoja.write_number(r, col, valor, e.texto(valign="top", num_format="General"))
    hoja.autofilter(3, 0, r, len(columnas) - 1)
    return r - 3


def conciliacion(libro: Libro, resumenes: Sequence[str]) -> None:
    """Frame of the reconciliation, with room for the checks of these digests."""
    hoja, e = libro.hoja(plano.CONCILIACION), libro.estilos
    encabezado = plano.FILA_CONCILIACION - 2
    preparar(
        hoja,
        e,
        "Conciliación",
        "Cada cifra publicada contra la que calcula el modelo. Modelo: nuestras funciones sobre "
        "insumos; identidad: un cuadro contra sí mismo; calibrado: una constante se ajustó al "
        "cuadro.",
        repetir=(encabezado, encabezado),
    )
    anchos = (16, 11, 11, 60, 12, 15, 15, 14, 12, 8, 16, 36, 24, 70)
    for col, (texto, ancho) in enumerate(zip(plano.ENCABEZADO_CONCILIACION, anchos, strict=True)):
        hoja.set_column(col, col, ancho)
        hoja.write_string(encabezado, col, texto, e.encabezado())
    hoja.freeze_panes(plano.FILA_CONCILIACION - 1, 1)
    primera = plano.FILA_CONCILIACION - 1
    juicios = [r for resumen in resumenes for r in conciliar(resumen)]
    ultima = primera + len(juicios) - 1
    formatos = {
        **dict.fromkeys((3, 4, 11, 12, 13), e.texto(text_wrap=True)),
        **dict.fromkeys((5, 6, 7, 8), e.calculo("#,##0.0000_);(#,##0.0000)")),
        9: e.calculo(ENTERO),
    }
    for i, r in enumerate(juicios):
        textos = {3: r.descripcion, 4: r.unidad, 11: r.fuente, 12: r.metodo, 13: r.explicacion}
        hoja.set_row(primera + i, alto_fila((t, anchos[col]) for col, t in textos.items()))
        for col in range(len(anchos)):
            hoja.write_blank(primera + i, col, None, formatos.get(col, e.texto()))
    hoja.autofilter(encabezado, 0, ultima, len(anchos) - 1)
    resultado = f"$K${primera + 1}:$K${ultima + 1}"
    for i, (texto, clave) in enumerate(
        (
            ("Cumplen", "cumple"),
            ("Fallan y está explicado (defecto del documento o control)", "falla explicada"),
            ("No cumplen", "no cumple"),
        )
    ):
        hoja.write_string(2 + i, 0, texto, e(bold=True))
        hoja.write_formula(
            2 + i, 5, f'=COUNTIF({resultado},"{clave}")', e(bold=True, num_format="0")
        )
    hoja.write_string(5, 0, "Celdas del libro con #¿NOMBRE? al actualizar", e(bold=True))
    hoja.write_number(5, 5, 0, e(bold=True, num_format="0"))
    libro.nombrar("celdas_sin_nombre", plano.CONCILIACION, 5, 5)
    for clave, fondo, letra in (
        ("cumple", "#DDEFE3", "#1B5E20"),
        ("falla explicada", "#FFF3CD", "#7A5B00"),
        ("no cumple", "#F8D7DA", "#8B0000"),
        ("cumple, se esperaba falla", "#F8D7DA", "#8B0000"),
    ):
        hoja.conditional_format(
            primera,
            10,
            ultima,
            10,
            {
                "type": "cell",
                "criteria": "==",
                "value": f'"{clave}"',
                "format": libro.libro.add_format({"bg_color": fondo, "font_color": letra}),
            },
        )
    libro.nombrar("conciliacion", plano.CONCILIACION, primera, 0, ultima, len(anchos) - 1)


def funciones(libro: Libro) -> None:
    """Catalogue generated from the declared functions."""

    def filas() -> Iterable[Sequence[Any]]:
        for f in sorted(registro(), key=lambda f: (f.categoria, f.nombre)):
            detalle = "\n".join(f"{a.nombre}: {a.ayuda}" for a in f.argumentos)
            yield (
                f.nombre,
                f.categoria,
                f.sintaxis,
                f.ayuda,
                detalle,
                f.devuelve,
                f.ejemplo,
                f.fuente,
            )

    tabla(
        libro,
        plano.FUNCIONES,
        "Funciones",
        "Generada de la declaración de cada función. En los ejemplos los argumentos se separan con "
        "coma, como en Excel de México.",
        (
            ("Función", 24),
            ("Categoría", 16),
            ("Sintaxis", 44),
            ("Qué hace", 40),
            ("Argumentos", 70),
            ("Devuelve", 40),
            ("Ejemplo", 40),
            ("Fuente", 40),
        ),
        filas(),
    )


def bitacora(libro: Libro) -> None:
    """Log of refreshes: frame and the row of the construction."""
    hoja, e = libro.hoja(plano.BITACORA), libro.estilos
    preparar(
        hoja,
        e,
        "Bitácora",
        "Un renglón por actualización: quién, cuándo, con qué versión y qué cambió.",
    )
    encabezado = plano.FILA_BITACORA - 2
    for col, (texto, ancho) in enumerate(
        zip(plano.ENCABEZADO_BITACORA, (20, 18, 10, 24, 100, 40), strict=True)
    ):
        hoja.set_column(col, col, ancho, e.parrafo())
        hoja.write_string(encabezado, col, texto, e.encabezado())
    hoja.freeze_panes(plano.FILA_BITACORA - 1, 0)
    libro.nombrar("bitacora", plano.BITACORA, encabezado, 0)


def conf(libro: Libro) -> None:
    """Settings that xlwings reads in an .xlsm.

    No path among them: xlwings looks for the module beside the workbook, so that the folder can
    move; which Python runs it is a setting of the user (``python -m xl instalar``).
    """
    hoja = libro.hoja(plano.CONF)
    for fila, par in enumerate((("UDF Modules", MODULO_PYTHON), ("Debug UDFs", "False"))):
        hoja.write_string(fila, 0, par[0])
        hoja.write_string(fila, 1, par[1])
    hoja.set_column(0, 1, 24)
    hoja.hide()
