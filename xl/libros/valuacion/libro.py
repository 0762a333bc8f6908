"""Assembly of the workbook."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import xlsxwriter

from xl import VERSION
from xl.libros.estilo import Estilos
from xl.libros.valuacion import (
    analisis,
    balance,
    consulta,
    escenarios,
    flujos,
    plano,
    primas,
    supuestos,
)
from xl.libros.valuacion.comun import Libro
from xl.motor.libro import MARCA

ORDEN = (
    plano.PORTADA,
    plano.SUPUESTOS,
    plano.PRIMAS,
    plano.BALANCE,
    plano.GENERACIONES,
    plano.SUFICIENCIA,
    plano.COMPARATIVO,
    plano.GRAFICAS,
    plano.ESCENARIOS,
    plano.RESULTADOS,
    *(plano.hoja_flujos(c) for c in plano.TODOS),
    plano.PARAMETROS,
    plano.CATALOGO,
    plano.CONCILIACION,
    plano.FUNCIONES,
    plano.BITACORA,
    plano.CONF,
)


def construir(destino: Path) -> None:
    """Write the workbook without computed values: formulas, inputs, charts, look-up tables.

    The result depends on the package only, byte for byte.
    """
    with xlsxwriter.Workbook(str(destino)) as archivo:
        archivo.set_properties(
            {
                "title": "Primas niveladas y balances actuariales del IMSS",
                "subject": "IFA 2005 e IFA 2010",
                "company": "",
                "comments": f"Generado por modelo-imss {VERSION}",
                "created": dt.datetime(2026, 1, 1),
            }
        )
        archivo.set_calc_mode("auto")
        libro = Libro(archivo, Estilos(archivo))
        for nombre in ORDEN:
            libro.hoja(nombre)
        for caso in plano.TODOS:
            flujos.construir(libro, caso)
        supuestos.construir(libro)
        primas.construir(libro)
        balance.construir(libro)
        analisis.suficiencia(libro)
        analisis.comparativo(libro)
        analisis.graficas(libro)
        escenarios.construir(libro)
        consulta.parametros(libro)
        consulta.catalogo(libro)
        consulta.conciliacion(libro)
        consulta.funciones(libro)
        consulta.bitacora(libro)
        consulta.conf(libro)
        consulta.portada(libro)
        libro.hoja(plano.PORTADA).activate()
        for i in range(len(ORDEN)):
            # Marks the sheet as ours for the file engine; XlsxWriter has no call for hidden names.
            archivo.defined_names.append([MARCA, i, "TRUE", True])
