"""Sheet Supuestos: the named cells that the other sheets of the group read."""

from __future__ import annotations

from pymodel import datos
from pymodel.sps import afiliacion
from xl.libros.comun.entradas import Entrada
from xl.libros.comun.libro import Libro
from xl.libros.estilo import GRIS, MDP, ORO, PCT, preparar

HOJA = "Supuestos"
OBSERVADOS = (2003, 2004, 2005, 2006)
PROMEDIO, ARTICULO_87 = "promedio nacional", "artículo 87"


def _familias(anio: int) -> Entrada:
    fuentes = {
        2003: "FIGURA A4, L7296: impresas como 0.61 millones.",
        2004: "CUADRO V del capítulo II: suma de 29 entidades.",
        2005: "CUADRO II del capítulo II, L2536.",
        2006: "Proyección de la CNPSS; se imprime 5.01 millones y se recuperó de la FIGURA A5.",
    }
    return Entrada(
        f"sps_familias_{anio}",
        f"Familias afiliadas al cierre de {anio}",
        "numero",
        float(afiliacion.familias([anio])[0]),
        "familias",
        fuentes[anio],
        minimo=0,
        formato=MDP,
    )


def _go(anio: int) -> Entrada:
    linea = {2004: "L3816", 2005: "L3820"}[anio]
    return Entrada(
        f"sps_go_{anio}",
        f"Gastos de operación, {anio}",
        "tasa",
        float(datos.parametro("sps_gasto_operacion", anio, documento="sps2006")),
        "de la transferencia",
        f"{linea}: promedio del país.",
        maximo=0.5,
    )


AFILIACION = (
    Entrada(
        "sps_incremento",
        "Afiliación anual desde 2007",
        "tasa",
        float(datos.parametro("sps_incremento_anual_meta", documento="lgs")),
        "de la meta",
        "LGS, artículo Octavo Transitorio; L7240-7244. En 2010 se llega a la meta.",
        maximo=0.5,
        formato="0.0%",
    ),
    *(_familias(anio) for anio in OBSERVADOS),
    Entrada(
        "sps_meta_2010",
        "Meta de 2010",
        "numero",
        afiliacion.meta_total(),
        "familias",
        "Familias sin seguridad social, L2536.",
        minimo=1,
        formato=MDP,
    ),
    Entrada(
        "sps_fraccion_media",
        "Parte del año de las familias nuevas, estimación media",
        "numero",
        afiliacion.fraccion("media"),
        "años",
        "L7250: la mitad. Las cotas son 1/4 (cuarto trimestre) y 1 (primero).",
        minimo=0.25,
        maximo=1,
        formato="0.00",
    ),
)
OPERACION = (
    _go(2004),
    _go(2005),
    Entrada(
        "sps_go_propio",
        "Gastos de operación, año editable",
        "tasa",
        float(datos.parametro("sps_gasto_operacion", 2005, documento="sps2006")),
        "de la transferencia",
        "De origen, el de 2005.",
        maximo=0.5,
    ),
    Entrada(
        "sps_anio_propio",
        "Año editable",
        "entero",
        2006,
        "año",
        "De 2004 a 2010. En pesos de 2004 los montos por familia no cambian con el año.",
        minimo=2004,
        maximo=2010,
    ),
    Entrada(
        "sps_reparto",
        "Aportación solidaria federal del año editable",
        "opcion",
        PROMEDIO,
        "",
        "Promedio: 1.5 veces la cuota social por familia; artículo 87: la bolsa de la meta entre "
        "cuatro componentes.",
        opciones=(PROMEDIO, ARTICULO_87),
    ),
    Entrada(
        "sps_meta_propia",
        "Meta nacional del año editable",
        "numero",
        float(afiliacion.familias([2006])[0]),
        "familias",
        "Fija la bolsa del artículo 87 (1.5 veces la cuota social por la meta).",
        minimo=1,
        formato=MDP,
    ),
)
PONDERADORES = Entrada(
    "sps_ponderadores",
    "Ponderadores del artículo 87",
    "tabla",
    [[1.0], [0.0], [0.0], [0.0]],
    "suman 1",
    formato=PCT,
)
_COMPONENTES = (
    "Número de familias beneficiarias",
    "Necesidades de salud",
    "Aportaciones adicionales de la entidad",
    "Desempeño de los servicios",
)
ENTRADAS = (*AFILIACION, *OPERACION, PONDERADORES)


def construir(libro: Libro) -> None:
    """Label, cell, unit and source of every assumption."""
    hoja, e = libro.hoja(HOJA), libro.estilos
    preparar(
        hoja,
        e,
        "Supuestos",
        "Las celdas en azul sobre crema se pueden cambiar. Líneas (L) de la Evaluación Financiera "
        "del SPSS de 2006.",
        color=ORO,
    )
    hoja.set_column(0, 0, 48)
    hoja.set_column(1, 1, 20)
    hoja.set_column(2, 2, 20)
    hoja.set_column(3, 3, 92)
    fila = 3
    for titulo, grupo in (
        ("Afiliación y recursos", AFILIACION),
        ("Asignación a las entidades", OPERACION),
    ):
        hoja.merge_range(fila, 0, fila, 3, titulo, e.seccion())
        for entrada in grupo:
            fila += 1
            hoja.write_string(fila, 0, entrada.etiqueta, e.texto())
            entrada.escribir(libro, HOJA, fila, 1)
            hoja.write_string(fila, 2, entrada.unidad, e.texto(font_color=GRIS))
            hoja.write_string(fila, 3, entrada.ayuda, e.texto(font_color=GRIS))
        fila += 2
    hoja.merge_range(fila, 0, fila, 3, "Artículo 87 del Reglamento: ponderadores", e.seccion())
    PONDERADORES.escribir(libro, HOJA, fila + 1, 1)
    for i, texto in enumerate(_COMPONENTES, start=fila + 1):
        hoja.write_string(i, 0, texto, e.texto())
        hoja.write_string(i, 2, "del total", e.texto(font_color=GRIS))
        hoja.write_blank(i, 3, None, e.texto())
    hoja.write_string(
        fila + 1,
        3,
        "Se fijan cada año y el informe no los imprime (L2296-2306): de origen, sólo las familias.",
        e.texto(font_color=GRIS),
    )
    hoja.write_string(
        fila + 2,
        3,
        "Los componentes con peso necesitan su columna en la hoja del año editable.",
        e.texto(font_color=GRIS),
    )
