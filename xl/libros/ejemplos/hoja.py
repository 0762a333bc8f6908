"""One sheet for each category of functions: a block for each function, one under the other."""

from __future__ import annotations

import datetime as dt
from typing import Any

from xl.libros.comun.entradas import Entrada
from xl.libros.comun.libro import Libro, bloque
from xl.libros.ejemplos.ejemplo import Ejemplo
from xl.libros.estilo import alto_fila, preparar

COLUMNA_VALOR = 2
ANCHO = 9
LETRAS = 150.0
"""Width of a line of text across the block, in digits."""


def nombre_hoja(categoria: str) -> str:
    """Sheet of a category: "IMSS Primas" is "Primas"."""
    return categoria.removeprefix("IMSS ").strip()[:31]


def entradas(ejemplo: Ejemplo) -> list[Entrada]:
    """Input cells of a block."""
    ayudas = {a.nombre: a.ayuda for a in ejemplo.ficha.argumentos}
    return [
        Entrada(ejemplo.nombre(a), a, _tipo(valor), valor, ayuda=ayudas[a], formato=_formato(valor))
        for a, valor in ejemplo.valores.items()
    ]


def _tipo(valor: Any) -> str:
    if isinstance(valor, list):
        return "tabla"
    if isinstance(valor, str):
        return "texto"
    return "fecha" if isinstance(valor, dt.date) else "numero"


def _formato(valor: Any) -> str:
    if isinstance(valor, list):
        grandes = any(isinstance(c, int | float) and abs(c) >= 1000 for f in valor for c in f)
        return "#,##0.##" if grandes else "#,##0.######"
    return "General" if isinstance(valor, int | float) else ""


def construir(libro: Libro, categoria: str, ejemplos: list[Ejemplo]) -> None:
    """Write the sheet of a category."""
    nombre = nombre_hoja(categoria)
    hoja = libro.hoja(nombre)
    preparar(
        hoja,
        libro.estilos,
        categoria,
        "Un bloque por función. Lo azul se puede cambiar; el resultado es la fórmula viva que se "
        "lee encima. Para volver al ejemplo: python -m xl restablecer.",
    )
    hoja.set_column(0, 0, 22)
    hoja.set_column(1, 1, 54)
    hoja.set_column(COLUMNA_VALOR, 30, 15)
    hoja.freeze_panes(2, 0)
    fila = 3
    for ejemplo in ejemplos:
        fila = _block(libro, nombre, fila, ejemplo) + 2


def _block(libro: Libro, nombre: str, fila: int, ejemplo: Ejemplo) -> int:
    """Write one block; returns the row after it."""
    hoja, e, ficha = libro.hoja(nombre), libro.estilos, ejemplo.ficha
    for col in range(ANCHO):
        hoja.write_blank(fila, col, None, e.seccion())
    hoja.write_string(fila, 0, ficha.nombre, e.seccion())
    sintaxis = ficha.sintaxis.replace("; ", ", ")
    for texto, formato in (
        (sintaxis, e.parrafo(bold=True)),
        (ficha.ayuda, e.parrafo()),
        (ejemplo.lectura, e.parrafo(italic=True, font_color="#1F4E45")),
        (f"Fuente: {ficha.fuente}", e.parrafo(font_color="#6B6B6B")),
    ):
        fila += 1
        hoja.merge_range(fila, 0, fila, ANCHO - 1, texto, formato)
        hoja.set_row(fila, alto_fila([(texto, LETRAS)]))
    fila += 1
    for entrada in entradas(ejemplo):
        hoja.write_string(fila, 0, entrada.etiqueta, e.texto(bold=True, valign="top"))
        hoja.write_string(fila, 1, entrada.ayuda, e.parrafo(font_color="#6B6B6B"))
        hoja.set_row(fila, alto_fila([(entrada.ayuda, 54.0)]))
        if entrada.tipo == "tabla":
            hoja.write_string(fila, COLUMNA_VALOR, "abajo", e.texto(font_color="#6B6B6B"))
        else:
            entrada.escribir(libro, nombre, fila, COLUMNA_VALOR)
        fila += 1
    return _result(libro, nombre, _tables(libro, nombre, fila, ejemplo), ejemplo)


def _tables(libro: Libro, nombre: str, fila: int, ejemplo: Ejemplo) -> int:
    """Arguments that are blocks, side by side under their names; returns the row after them."""
    tablas = [x for x in entradas(ejemplo) if x.tipo == "tabla"]
    col = COLUMNA_VALOR
    for tabla in tablas:
        formato = libro.estilos.encabezado()
        for j in range(len(tabla.defecto[0])):
            libro.hoja(nombre).write_string(fila, col + j, tabla.etiqueta if not j else "", formato)
        tabla.escribir(libro, nombre, fila + 1, col)
        col += len(tabla.defecto[0]) + (1 if len(tabla.defecto[0]) > 1 else 0)
    return fila + 1 + max(len(t.defecto) for t in tablas) if tablas else fila


def _result(libro: Libro, nombre: str, fila: int, ejemplo: Ejemplo) -> int:
    hoja, e = libro.hoja(nombre), libro.estilos
    argumentos = ",".join(
        ejemplo.nombre(a.nombre) if a.nombre in ejemplo.valores else "" for a in ejemplo.usados()
    )
    filas = ejemplo.resultado()
    hoja.write_string(fila, 0, "Resultado", e.texto(bold=True, valign="top"))
    hoja.write_string(fila, 1, f"={_readable(ejemplo)}", e.parrafo(font_name="Consolas"))
    hoja.set_row(fila, alto_fila([(_readable(ejemplo), 48.0)]))
    formato = e.calculo(ejemplo.formato)
    bloque(
        hoja,
        fila,
        COLUMNA_VALOR,
        len(filas),
        len(filas[0]),
        f"={ejemplo.funcion}({argumentos})",
        formato,
    )
    ultima, derecha = fila + len(filas) - 1, COLUMNA_VALOR + len(filas[0]) - 1
    libro.nombrar(ejemplo.nombre("resultado"), nombre, fila, COLUMNA_VALOR, ultima, derecha)
    return ultima + 1


def _readable(ejemplo: Ejemplo) -> str:
    """The formula as one would type it: short values in it, blocks by their name."""
    partes = []
    for a in ejemplo.usados():
        valor = ejemplo.valores.get(a.nombre)
        if valor is None:
            partes.append("")
        elif isinstance(valor, list):
            partes.append(ejemplo.nombre(a.nombre))
        elif isinstance(valor, dt.date):
            partes.append(f"DATE({valor.year},{valor.month},{valor.day})")
        else:
            partes.append(f'"{valor}"' if isinstance(valor, str) else f"{valor:.10g}")
    return f"{ejemplo.funcion}({','.join(partes)})"
