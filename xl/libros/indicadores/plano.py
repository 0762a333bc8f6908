"""Where things are in the workbook: sheets, rows, inputs."""

from __future__ import annotations

from functools import cache

import pandas as pd

from pymodel import datos, indicadores
from pymodel.cobertura import hogares
from xl.libros.comun.entradas import Entrada

SUPUESTOS, INDICADORES, GRAFICA = "Supuestos", "Indicadores", "Gráfica"
ENTIDADES, TAMANOS, PADRON = "No asegurados", "Tamaño de hogar", "Encuesta del padrón"

FILA = 5
"""First row of the body of every sheet, zero-based; header and units above."""
CAPACIDAD = 30
"""Rows for indicators: those of CONEVAL and room for a table of the analyst."""

SENTIDOS = ("Ascendente", "Descendente", "Constante")

# Columns of the sheet Indicadores, zero-based.
TEXTOS, ANIO, CIFRAS, RESULTADOS, PUBLICADOS = 0, 5, 6, 10, 13

VARIACION = Entrada(
    "variacion_cobertura",
    "Cambio relativo de la parte asegurada en las dos cotas",
    "tasa",
    0.02,
    unidad="fracción",
    ayuda="El informe describe las dos cotas y no imprime su magnitud: es un supuesto del "
    "analista; 2 % es sólo un ejemplo.",
    maximo=0.5,
)
ANIO_HOGARES = Entrada(
    "anio_hogares",
    "Año de los hogares proyectados",
    "entero",
    hogares.ANIO,
    unidad="año",
    ayuda="Recta entre los censos de 1990 y 2000. El informe pide cautela después de 2005.",
    minimo=hogares.CENSO_ANTERIOR,
    maximo=2030,
    formato="0",
)
ATIPICO_MINIMO, ATIPICO_MAXIMO = (
    Entrada(
        f"avance_atipico_{cual}",
        f"El promedio omite avances {como}",
        "numero",
        datos.parametro(f"avance_atipico_{cual}", documento="coneval2020"),
        unidad="% de avance",
        ayuda="CONEVAL 2020, nota 1, L93.",
        formato="0",
    )
    for cual, como in (("minimo", "menores que"), ("maximo", "mayores que"))
)
SUELTAS = (VARIACION, ANIO_HOGARES, ATIPICO_MINIMO, ATIPICO_MAXIMO)


@cache
def coneval() -> pd.DataFrame:
    """The printed table, with the number of each indicator apart from its name."""
    cuadro = indicadores.cuadro_coneval()
    partes = cuadro["indicador"].str.split(" ", n=1)
    return cuadro.assign(clave=partes.str[0], nombre=partes.str[1])


def _con_renglones_libres(filas: list[list[object]]) -> list[list[object]]:
    return filas + [[None] * len(filas[0])] * (CAPACIDAD - len(filas))


def _tabla(nombre: str, etiqueta: str, columnas: list[str], formato: str) -> Entrada:
    filas = coneval()[columnas].astype(object).to_numpy().tolist()
    return Entrada(nombre, etiqueta, "tabla", _con_renglones_libres(filas), formato=formato)


NOMBRES = ["clave", "nombre", "tipo", "sentido", "calidad"]
NUMEROS = ["linea_base", "meta_intermedia", "meta", "valor"]
INDICADORES_TEXTOS = _tabla("indicadores_textos", "Indicador", NOMBRES, "@")
INDICADORES_ANIO = _tabla("indicadores_anio", "Año", ["anio"], "0")
INDICADORES_CIFRAS = _tabla("indicadores_cifras", "Cifras del indicador", NUMEROS, "#,##0.00")


def _bloque(nombre: str, etiqueta: str, columnas: list[pd.Series], formato: str) -> Entrada:
    filas = [[float(x) for x in fila] for fila in zip(*columnas, strict=True)]
    return Entrada(nombre, etiqueta, "tabla", filas, formato=formato)


@cache
def cuadro_1() -> pd.DataFrame:
    """Printed rows of cuadro 1, the country first."""
    return datos.tabla("noaseg2004", "cuadro_1")


@cache
def anexo(numero: int) -> pd.DataFrame:
    """Printed households of 1990 and 2000."""
    return datos.tabla("noaseg2004", f"anexo_{numero}")


@cache
def poblacion() -> pd.Series:
    """Population of each state in 2004, CONAPO's projection of 2006."""
    serie = datos.serie("poblacion_entidades")
    return serie[serie["cve_ent"] != "00"].sort_values("cve_ent")["conapo2006_2004"].astype(float)


N_ENTIDADES, N_TAMANOS = 32, 9
HOGARES_ENTIDAD = _bloque(
    "hogares_censo", "Hogares censados", [anexo(2)["1990"], anexo(2)["2000"]], "#,##0"
)
HOGARES_TAMANO = _bloque(
    "tamano_censo", "Hogares censados", [anexo(1)["1990"][1:], anexo(1)["2000"][1:]], "#,##0"
)
PORCENTAJE = _bloque(
    "porcentaje_no_asegurado",
    "Hogares sin seguridad social",
    [cuadro_1()["Porcentaje de hogares no asegurados /1"][1:]],
    "0.0",
)
POBLACION = _bloque("poblacion_2004", "Población de 2004", [poblacion()], "#,##0")
PROPORCION = _bloque(
    "proporcion_no_asegurada",
    "Proporción no asegurada",
    [
        pd.Series(
            cuadro_1()["Población no asegurada /2"][1:].to_numpy(float) / poblacion().to_numpy()
        )
    ],
    "0.0%",
)
BLOQUES = (
    INDICADORES_TEXTOS,
    INDICADORES_ANIO,
    INDICADORES_CIFRAS,
    HOGARES_ENTIDAD,
    HOGARES_TAMANO,
    PORCENTAJE,
    POBLACION,
    PROPORCION,
)
