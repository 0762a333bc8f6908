"""Assembly of a workbook from its definition, without computed values."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import xlsxwriter

from xl import VERSION
from xl.libros.comun import consulta, plano, portada, xlsm
from xl.libros.comun.definicion import Definicion, Hoja
from xl.libros.comun.libro import Libro
from xl.libros.estilo import Estilos
from xl.motor.libro import MARCA


def hojas(d: Definicion) -> tuple[Hoja, ...]:
    """Every sheet of the workbook in order, the shared ones included."""
    resultados = Hoja(
        plano.RESULTADOS,
        lambda libro: portada.resultados(libro, d),
        "Resultados principales y su cambio desde la actualización anterior",
    )
    conciliacion = Hoja(
        plano.CONCILIACION,
        lambda libro: consulta.conciliacion(libro, d.resumenes),
        "Cada cifra publicada contra la calculada",
        formulas=False,
    )
    return (
        Hoja(plano.PORTADA, d.portada or (lambda libro: portada.construir(libro, d, hojas(d)))),
        *d.hojas,
        *([resultados] if d.indicadores else []),
        *([conciliacion] if d.resumenes else []),
        Hoja(
            plano.FUNCIONES,
            consulta.funciones,
            "Funciones de Excel: argumentos, ejemplo y fuente",
            formulas=False,
        ),
        Hoja(
            plano.BITACORA,
            consulta.bitacora,
            "Quién actualizó, cuándo y qué cambió",
            formulas=False,
        ),
        Hoja(plano.CONF, consulta.conf, formulas=False),
    )


def construir(d: Definicion, destino: Path) -> None:
    """Write the workbook: formulas, inputs, charts, look-up tables; byte for byte the same.

    An .xlsm carries, besides, what desktop Excel needs (``xl.vba``): functions, buttons, ribbon.
    """
    con_macros = destino.suffix.lower() == ".xlsm"
    with xlsxwriter.Workbook(str(destino)) as archivo:
        archivo.set_properties(
            {
                "title": d.titulo,
                "subject": d.asunto,
                "company": "",
                "comments": f"Generado por modelo-imss {VERSION}",
                "created": dt.datetime(2026, 1, 1),
            }
        )
        archivo.set_calc_mode("auto")
        libro = Libro(archivo, Estilos(archivo, pie=d.asunto))
        todas = hojas(d)
        for hoja in todas:
            libro.hoja(hoja.nombre)
        for hoja in todas:
            hoja.construir(libro)
        if con_macros:
            xlsm.poner(libro, [h.nombre for h in todas])
        archivo.define_name(plano.NOMBRE_LIBRO, f'="{d.clave}"')
        archivo.define_name("version_modelo", f'="{VERSION}"')
        libro.hoja(plano.PORTADA).activate()
        for i in range(len(todas)):
            # Marks the sheet as ours for the file engine; XlsxWriter has no call for hidden names.
            archivo.defined_names.append([MARCA, i, "TRUE", True])
    if con_macros:
        xlsm.agregar_cinta(destino)
