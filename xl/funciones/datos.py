"""Source tables, parameters, and checks of both."""

from __future__ import annotations

from typing import Any

from pymodel import conciliacion as registro_conciliacion
from pymodel import datos, verificacion
from xl.contrato import arg, entrada, funcion, salida

CATEGORIA = "IMSS Datos"


@funcion(
    categoria=CATEGORIA,
    ayuda="Revisa las sumas de una tabla pegada y lista las que no cuadran.",
    args={
        "tabla": arg(
            entrada.cuadro,
            "La tabla con sus rótulos y totales; sin rótulos, los totales son la última fila y "
            "columna.",
        ),
        "tolerancia": arg(entrada.numero, "Diferencia que se atribuye al redondeo."),
    },
    devuelve="Tabla tipo, total, renglon, suma, impreso, diferencia; sólo encabezado si cuadra.",
    ejemplo="=VERIFICAR_TABLA(A4:F20)",
    fuente="Identidades de los cuadros de los informes.",
)
def verificar_tabla(tabla: Any, tolerancia: float = 1.0) -> Any:
    """See :func:`pymodel.verificacion.verificar_tabla`."""
    return salida.tabla(
        ["tipo", "total", "renglon", "suma", "impreso", "diferencia"],
        verificacion.verificar_tabla(tabla, tolerancia),
    )


@funcion(
    categoria=CATEGORIA,
    ayuda="Un cuadro de los informes, tal como se transcribió.",
    args={
        "documento": arg(
            entrada.literal,
            '"ifa2005", "ifa2010", "sps2006", "noaseg2004" o "coneval2020".',
        ),
        "tabla": arg(entrada.literal, 'Clave del cuadro, por ejemplo "cuadro_ii_3".'),
    },
    devuelve="La tabla con su encabezado.",
    ejemplo='=TABLA_FUENTE("ifa2010","cuadro_i_4")',
    fuente="Los cinco informes; la hoja Catálogo de tablas lista documento, clave y líneas.",
)
def tabla_fuente(documento: Any, tabla: Any) -> Any:
    """See :func:`pymodel.datos.tabla`."""
    return salida.dataframe(datos.celdas(datos.tabla(documento, tabla)))


@funcion(
    categoria=CATEGORIA,
    ayuda="Valor de un parámetro legal, económico o de valuación vigente en una fecha.",
    args={
        "nombre": arg(entrada.literal, 'Nombre del parámetro, por ejemplo "smg_df".'),
        "fecha": arg(
            entrada.literal, "Fecha, texto AAAA-MM-DD o año (1 de enero); vacío: lo más reciente."
        ),
        "documento": arg(entrada.literal, "Documento o ley, si el nombre está en varios."),
    },
    devuelve="El valor; las tasas en fracción decimal.",
    ejemplo='=PARAMETRO("smg_df",2010)',
    fuente="Hoja Índices y parámetros: ley, artículo, documento y línea de cada valor.",
)
def parametro(nombre: Any, fecha: Any = None, documento: Any = None) -> Any:
    """See :func:`pymodel.datos.parametro`."""
    return salida.valor(datos.parametro(nombre, fecha, documento))


@funcion(
    categoria=CATEGORIA,
    ayuda="Conciliación: cada cifra publicada contra la que calcula el modelo.",
    args={
        "documento": arg(entrada.texto, "Sólo las verificaciones de un documento; vacío: todas."),
    },
    devuelve="Tabla id, tipo, descripción, publicado, calculado, diferencia, tolerancia, ...",
    ejemplo='=CONCILIACION("ifa2010")',
    fuente="Registro de verificaciones de pymodel/conciliacion.",
)
def conciliacion(documento: str | None = None) -> Any:
    """See :func:`pymodel.conciliacion.conciliar`."""
    return salida.dataframe(registro_conciliacion.cuadro(documento))
