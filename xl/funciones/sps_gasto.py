"""Health spending with the SPS, trends, affiliation by decile, comparison of states."""

from __future__ import annotations

from typing import Any

from pymodel import dispersion as dispersiones
from pymodel import tendencia
from pymodel.sps import comparacion, deciles, desequilibrios, gasto_salud, seguimiento
from xl.contrato import arg, entrada, funcion, salida

CATEGORIA = "IMSS Gasto y entidades"

_CONFIANZA = arg(entrada.numero, "Nivel de confianza, fracción: 0.95 es 95 %.")
_INTERVALO = arg(
    entrada.Opcion(tendencia.INTERVALOS),
    '"prediccion": de la cifra de un año; "media": de la recta.',
)


@funcion(
    categoria=CATEGORIA,
    ayuda="Gasto en salud del país 2005-2010 con el Seguro Popular, mdp de 2004.",
    args={
        "escenario": arg(
            entrada.numero,
            "Reducción del gasto de bolsillo: 1, la de la ENSANUT; 2, la de CIDE; 3, ninguna. "
            "El gasto público es el mismo en los tres.",
        ),
        "alfa": arg(
            entrada.cuadro,
            "Fracción afiliada de las familias sin seguridad social, 10 deciles × 2005-2010. "
            "Vacío: CUADRO A2.",
        ),
        "beta": arg(
            entrada.cuadro,
            "Reducción del gasto de bolsillo por quintil (5) o decil (10), fracción. Vacío: la del "
            "escenario.",
        ),
        "recursos_sps": arg(
            entrada.serie, "Recursos del SPS 2005-2010, mdp de 2004. Vacío: estimación media."
        ),
        "opciones": arg(
            entrada.Opciones(dict.fromkeys(gasto_salud.OPCIONES)),
            "Rango nombre y valor: no_asegurados (0.545), incremento_fijo (977 mdp al año), "
            "ss_2005 y ss_2006 (mdp).",
        ),
    },
    devuelve="Un año por renglón: IMSS, ISSSTE, PEMEX, SS, público, bolsillo, primas, privado y "
    "total. 2005 es la tendencia, no lo observado.",
    ejemplo="=SPS_GASTO_SALUD(1)",
    fuente="SPS 2006, Anexo A, L6762-8098; s y el incremento fijo, calibrados.",
)
def sps_gasto_salud(
    escenario: float = 1,
    alfa: Any = None,
    beta: Any = None,
    recursos_sps: Any = None,
    opciones: Any = None,
) -> Any:
    """See :func:`pymodel.sps.gasto_salud.proyectar`."""
    s = gasto_salud.con_cambios(escenario, alfa, beta, recursos_sps, opciones)  # type: ignore[arg-type]
    return salida.dataframe(gasto_salud.con_rotulos(gasto_salud.proyectar(s)))


@funcion(
    categoria=CATEGORIA,
    ayuda="Veces que un estado debe aumentar su gasto en salud para cubrir su ASE.",
    args={
        "ase_2010": arg(
            entrada.numeros, "ASE de todas las familias de su meta; un valor o una columna."
        ),
        "gasto_estatal": arg(
            entrada.numeros, "Gasto estatal en salud, en la misma unidad; mayor que 0."
        ),
    },
    devuelve="Razón (ASE - gasto) / gasto, y 0 si ya gasta lo suficiente; un renglón por estado.",
    ejemplo="=SPS_VECES(642.5,26.45)",
    fuente="SPS 2006, segundo CUADRO V del capítulo I, L1267-1271 y L1621-1673; regla inferida.",
)
def sps_veces(ase_2010: Any, gasto_estatal: Any) -> Any:
    """See :func:`pymodel.sps.desequilibrios.veces`."""
    return salida.valor_o_columna(desequilibrios.veces(ase_2010, gasto_estatal))


@funcion(
    categoria=CATEGORIA,
    ayuda="Dispersión entre entidades: coeficientes de variación y razones de extremos.",
    args={
        "valores": arg(
            entrada.serie, "Una cifra por entidad, de 0 o más, al menos tres; k columnas, k series."
        )
    },
    devuelve="Tabla concepto, valor: cv_n1, cv_n, max_min, max_min_sin_extremos (sin un máximo y "
    "un mínimo). Vacío si el mínimo es 0.",
    ejemplo="=DISPERSION(B2:B33)",
    fuente="SPS 2006, L390, L1177-1187, L1267 y L3818-3840.",
)
def dispersion(valores: Any) -> Any:
    """See :func:`pymodel.dispersion.dispersion`."""
    return salida.tabla(*dispersiones.tabla(dispersiones.dispersion(valores)))


@funcion(
    categoria=CATEGORIA,
    ayuda="Recta por mínimos cuadrados de una serie, llevada a otros años, con límites.",
    args={
        "anios": arg(entrada.serie, "Años de la serie, en orden creciente; al menos tres."),
        "valores": arg(entrada.serie, "Una cifra por año."),
        "proyectados": arg(entrada.serie, "Años a estimar."),
        "confianza": _CONFIANZA,
        "intervalo": _INTERVALO,
    },
    devuelve="Tabla anio, valor, inferior, superior.",
    ejemplo="=PROYECCION_LINEAL(A2:A11,B2:B11,A12:A16)",
    fuente="SPS 2006, Anexo A, L7408-7416.",
)
def proyeccion_lineal(
    anios: Any,
    valores: Any,
    proyectados: Any,
    confianza: float = 0.95,
    intervalo: str = "prediccion",
) -> Any:
    """See :func:`pymodel.tendencia.ajustar`."""
    recta = tendencia.ajustar(anios, valores)
    return salida.tabla(*tendencia.tabla(recta, proyectados, confianza, intervalo))


@funcion(
    categoria=CATEGORIA,
    ayuda="Proyección y límites de una regresión impresa, sin sus datos.",
    args={
        "intercepto": arg(entrada.numero, "Coeficiente del intercepto."),
        "t_intercepto": arg(entrada.numero, "Su estadístico t."),
        "pendiente": arg(entrada.numero, "Coeficiente de los años."),
        "t_pendiente": arg(entrada.numero, "Su estadístico t."),
        "proyectados": arg(entrada.serie, "Años a estimar."),
        "anio_cero": arg(entrada.numero, "Primer año de la muestra, donde t es 0."),
        "confianza": _CONFIANZA,
        "intervalo": _INTERVALO,
    },
    devuelve="Tabla anio, valor, inferior, superior. Error si a una cifra le falta el punto "
    "decimal.",
    ejemplo="=REGRESION_IMPRESA(72787589,21.81378035,5597091,8.954851679,2010)",
    fuente="SPS 2006, FIGURAS A6, A7, A8, A10 y A12, L7418-7914.",
)
def regresion_impresa(
    intercepto: float,
    t_intercepto: float,
    pendiente: float,
    t_pendiente: float,
    proyectados: Any,
    anio_cero: float = 1996,
    confianza: float = 0.95,
    intervalo: str = "prediccion",
) -> Any:
    """See :func:`pymodel.tendencia.desde_estadisticos`."""
    recta = tendencia.desde_estadisticos(
        intercepto, t_intercepto, pendiente, t_pendiente, anio_cero
    )
    return salida.tabla(*tendencia.tabla(recta, proyectados, confianza, intervalo))


@funcion(
    categoria=CATEGORIA,
    ayuda="Familias que se afilian de cada decil, por programación lineal.",
    args={
        "hogares": arg(
            entrada.cuadro,
            "Familias sin seguridad social: un decil por renglón, un año por columna.",
        ),
        "familias": arg(entrada.serie, "Familias afiliadas al cierre de cada año."),
        "objetivo": arg(
            entrada.Opcion(deciles.OBJETIVOS),
            '"primero_pobres", "ahorro_maximo" o "ahorro_minimo" del gasto de bolsillo.',
        ),
        "ahorro": arg(
            entrada.cuadro,
            "Ahorro si el decil entero se afiliara; para los dos últimos objetivos, misma forma "
            "que hogares.",
        ),
        "inicial": arg(
            entrada.cuadro,
            "Familias de cada decil ya afiliadas antes del primer año, que se quedan.",
        ),
    },
    devuelve="Fracción afiliada: un decil por renglón, un año por columna.",
    ejemplo="=SPS_DECILES(B2:G11,B12:G12)",
    fuente="SPS 2006, Anexo A, L7826-7946 y L8034-8038; el objetivo no se imprime.",
)
def sps_deciles(
    hogares: Any,
    familias: Any,
    objetivo: str = "primero_pobres",
    ahorro: Any = None,
    inicial: Any = None,
) -> Any:
    """See :func:`pymodel.sps.deciles.afiliacion`."""
    resultado = deciles.afiliacion(hogares, familias, objetivo, ahorro, inicial)
    return salida.columna(resultado.alfa)


@funcion(
    categoria=CATEGORIA,
    ayuda="Lugar de cada entidad, de mayor a menor, y su clase.",
    args={
        "valores": arg(entrada.serie, "Una cifra por entidad."),
        "alto": arg(entrada.numero, "Último lugar de la clase alto."),
        "medio": arg(entrada.numero, "Último lugar de la clase medio; los que siguen, bajo."),
        "empates": arg(
            entrada.Opcion(comparacion.EMPATES),
            '"compartido": el mejor lugar para todos; "listado": uno tras otro, como los listó '
            "(así, el CUADRO III).",
        ),
    },
    devuelve="Tabla lugar, clase.",
    ejemplo="=SPS_LUGARES(B2:B33)",
    fuente="SPS 2006, CUADRO III del capítulo II, L2826-3072; los cortes, inferidos.",
)
def sps_lugares(
    valores: Any, alto: float = 10, medio: float = 21, empates: str = "compartido"
) -> Any:
    """See :func:`pymodel.sps.comparacion.lugares`."""
    return salida.tabla(*comparacion.tabla_lugares(valores, alto, medio, empates))


@funcion(
    categoria=CATEGORIA,
    ayuda="Estadísticas de lo transferido a los estados en un año.",
    args={
        "montos": arg(entrada.serie, "Pesos transferidos a cada estado; al menos tres."),
        "familias": arg(entrada.serie, "Familias afiliadas de cada uno, mayores que 0."),
    },
    devuelve="Tabla concepto, valor: total, por familia, dispersión, correlación, concentración.",
    ejemplo="=SPS_TRANSFERENCIAS(B2:B33,C2:C33)",
    fuente="SPS 2006, CUADRO V del capítulo II, L3814-3844 y L4620-4634.",
)
def sps_transferencias(montos: Any, familias: Any) -> Any:
    """See :func:`pymodel.sps.comparacion.transferencias`."""
    return salida.tabla(
        *comparacion.tabla_transferencias(comparacion.transferencias(montos, familias))
    )


@funcion(
    categoria=CATEGORIA,
    ayuda="Parte de lo transferido que se ejerció, y en qué conceptos.",
    args={
        "transferido": arg(
            entrada.serie, "CS y ASF complementaria de cada entidad, sin gastos de operación."
        ),
        "por_concepto": arg(
            entrada.cuadro,
            "Lo ejercido en personal médico, medicamentos, equipo básico, mantenimiento e "
            "infraestructura: cinco columnas, misma unidad.",
        ),
    },
    devuelve="Tabla: fracción ejercida y estructura por concepto; vacía si no se ejerció nada.",
    ejemplo="=SPS_EJERCICIO(B2:B33,C2:G33)",
    fuente="SPS 2006, L4468-4480, L4640-4668 y L4884-4886.",
)
def sps_ejercicio(transferido: Any, por_concepto: Any) -> Any:
    """See :func:`pymodel.sps.seguimiento.ejercicio`."""
    return salida.tabla(
        *seguimiento.tabla_ejercicio(seguimiento.ejercicio(transferido, por_concepto))
    )


@funcion(
    categoria=CATEGORIA,
    ayuda="Ahorro si todos compraran al precio más bajo.",
    args={
        "precios": arg(entrada.serie, "Precio que paga cada entidad por una presentación, pesos."),
        "volumenes": arg(entrada.cuadro, "Unidades que compra cada una; vacío: sólo la fracción."),
    },
    devuelve="Tabla ahorro (fracción del precio) y, con volúmenes, gasto_evitable (pesos).",
    ejemplo="=SPS_AHORRO_PRECIOS(B2:B18,C2:C18)",
    fuente="SPS 2006, L5282-5494.",
)
def sps_ahorro_precios(precios: Any, volumenes: Any = None) -> Any:
    """See :func:`pymodel.sps.seguimiento.ahorro`."""
    return salida.tabla(*seguimiento.tabla_ahorro(precios, volumenes))


@funcion(
    categoria=CATEGORIA,
    ayuda="Cumplimiento de los cinco reportes que las entidades deben a la CNPSS.",
    args={
        "entregados": arg(
            entrada.cuadro,
            "Encabezado con los tipos de reporte del CUADRO VI y un renglón por entidad con los "
            "que entregó; vacío: sin dato.",
        ),
        "meses": arg(entrada.numero, "Meses transcurridos del año, de 1 a 12."),
    },
    devuelve="Tabla, un tipo por renglón: esperados, entidades con y sin dato, promedio, "
    "cumplimiento, completas, parciales, sin reporte, acumulados.",
    ejemplo="=SPS_REPORTES(B1:F33)",
    fuente="SPS 2006, CUADRO VI del capítulo II, L5496-5576; LGS, art. 77 Bis 5 B-VIII.",
)
def sps_reportes(entregados: Any, meses: float = 12) -> Any:
    """See :func:`pymodel.sps.seguimiento.cumplimiento`."""
    leidos = seguimiento.leer_reportes(entregados)
    return salida.dataframe(seguimiento.cumplimiento(leidos, meses))  # type: ignore[arg-type]
