"""Seguro Popular: contributions of the families, funds, goal, resources, allocation to states."""

from __future__ import annotations

from typing import Any

from pymodel.sps import (
    afiliacion,
    aportacion_estatal,
    aportaciones,
    articulo87,
    asignacion,
    calendario,
    cuota_familiar,
    fondos,
    gasto_del_hogar,
)
from xl.contrato import Argumento, arg, entrada, funcion, salida

CATEGORIA = "IMSS Seguro Popular"

_LEY = "LGS, art. 77 Bis 12; SPS 2006, L2294-2318, L3802-3808 y L7016-7042."


def _de_aportacion() -> dict[str, Argumento]:
    return {
        "anio": arg(entrada.numeros, "De 2004 a 2010; otros, sólo con su tabla de montos."),
        "familias": arg(entrada.numeros, "Familias que ingresan, 0 o más; un valor o una columna."),
        "trimestre": arg(
            entrada.numeros,
            "Trimestre de ingreso, 1 a 4: se paga (5-k)/4 del año. Familias de años previos: 1.",
        ),
        "pesos": arg(
            entrada.literal,
            '"2004" o "corrientes": cada trimestre, INPC del mes anterior a su inicio entre el de '
            "diciembre de 2003 (la ley dice trimestral; el mes es inferido).",
        ),
        "montos": arg(
            entrada.Tabla(("anio", "cs", "asf", "ase")),
            "Tabla propia anio, cs, asf, ase: pesos anuales por unidad (persona o familia), que se "
            "usan como vienen; debe traer todos los años pedidos.",
        ),
    }


@funcion(
    categoria=CATEGORIA,
    ayuda="Cuota social (CS) del Seguro Popular: 15 % del SMGDF de 2004, por familia.",
    args=_de_aportacion(),
    devuelve="Pesos sin redondear; un renglón por valor.",
    ejemplo="=SPS_CS(2004)",
    fuente=_LEY,
)
def sps_cs(
    anio: Any, familias: Any = 1, trimestre: Any = 1, pesos: Any = "2004", montos: Any = None
) -> Any:
    """See :func:`pymodel.sps.aportaciones.aportaciones`."""
    return salida.valor_o_columna(_aportaciones(anio, familias, trimestre, pesos, montos).cs)


@funcion(
    categoria=CATEGORIA,
    ayuda="Aportación solidaria federal (ASF), promedio nacional: 1.5 veces la cuota social.",
    args=_de_aportacion(),
    devuelve="Pesos sin redondear; un renglón por valor. La de cada entidad sale de "
    "SPS_ASIGNACION con ponderadores.",
    ejemplo="=SPS_ASF(2004,1000,3)",
    fuente=_LEY,
)
def sps_asf(
    anio: Any, familias: Any = 1, trimestre: Any = 1, pesos: Any = "2004", montos: Any = None
) -> Any:
    """See :func:`pymodel.sps.aportaciones.aportaciones`."""
    return salida.valor_o_columna(_aportaciones(anio, familias, trimestre, pesos, montos).asf)


@funcion(
    categoria=CATEGORIA,
    ayuda="Aportación solidaria estatal (ASE) mínima: la mitad de la cuota social.",
    args=_de_aportacion(),
    devuelve="Pesos sin redondear; un renglón por valor.",
    ejemplo="=SPS_ASE(2010,518800)",
    fuente=_LEY,
)
def sps_ase(
    anio: Any, familias: Any = 1, trimestre: Any = 1, pesos: Any = "2004", montos: Any = None
) -> Any:
    """See :func:`pymodel.sps.aportaciones.aportaciones`."""
    return salida.valor_o_columna(_aportaciones(anio, familias, trimestre, pesos, montos).ase)


@funcion(
    categoria=CATEGORIA,
    ayuda="CS + ASF + ASE: lo que aporta una familia afiliada, tres veces la cuota social.",
    args=_de_aportacion(),
    devuelve="Pesos sin redondear; un renglón por valor.",
    ejemplo="=SPS_TOTAL(2004,1,2)",
    fuente=_LEY,
)
def sps_total(
    anio: Any, familias: Any = 1, trimestre: Any = 1, pesos: Any = "2004", montos: Any = None
) -> Any:
    """See :func:`pymodel.sps.aportaciones.aportaciones`."""
    return salida.valor_o_columna(_aportaciones(anio, familias, trimestre, pesos, montos).total)


@funcion(
    categoria=CATEGORIA,
    ayuda="Fondos que se apartan de CS + ASF + ASE y lo que se transfiere de la cuota social.",
    args={
        "cs": arg(entrada.numero, "Cuota social, pesos."),
        "asf": arg(entrada.numero, "Aportación solidaria federal, pesos."),
        "ase": arg(entrada.numero, "Aportación solidaria estatal, pesos."),
    },
    devuelve="Encabezado y un renglón: FPGC 8 %, FPP 2 % y 1 %, resto 89 %, CS transferible.",
    ejemplo="=SPS_FONDOS(2477,3715.5,1238.5)",
    fuente="LGS, arts. 77 Bis 17, 18, 29 y 30; SPS 2006, L594-598, L2340-2360 y L3800.",
)
def sps_fondos(cs: float, asf: float, ase: float) -> Any:
    """See :func:`pymodel.sps.fondos.repartir`."""
    f = fondos.repartir(cs, asf, ase)
    return salida.tabla(
        ["FPGC", "FPP infraestructura", "FPP imprevistos", "resto", "CS transferible"],
        zip(f.fpgc, f.infraestructura, f.imprevistos, f.resto, f.cs_transferible, strict=True),
    )


@funcion(
    categoria=CATEGORIA,
    ayuda="Lo que la ley da a cada entidad: CS, ASF, ASE, fondos y transferencia, pesos de 2004.",
    args={
        "entidades": arg(
            entrada.cuadro,
            "Tabla entidad, familias_t1 a familias_t4 (o familias_nuevas: medio año), "
            "familias_previas, recursos_existentes; opcionales necesidades_salud, "
            "aportaciones_adicionales, desempeno, gastos_operacion.",
        ),
        "anio": arg(entrada.numero, "De 2004 a 2010."),
        "ponderadores": arg(
            entrada.cuadro,
            "Art. 87: pesos de familias, necesidades_salud, aportaciones_adicionales y desempeno, "
            "suman 1; la parte de cada entidad es proporcional a su columna (inferido). Vacío: "
            "1.5 CS por familia.",
        ),
        "meta_nacional": arg(
            entrada.numero,
            "Familias; con ponderadores fija la bolsa, 1.5 CS por la meta, que se reparte entera "
            "(vacío: las familias de la tabla). Más familias que la meta es un error.",
        ),
        "go": arg(
            entrada.numero,
            "Gastos de operación, fracción de la transferencia (0.03 en 2004, 0.02 en 2005); "
            "vacío: los de la tabla, o ninguno.",
        ),
    },
    devuelve="Un renglón por entidad y el total nacional.",
    ejemplo="=SPS_ASIGNACION(A4:G36,2005)",
    fuente="LGS, arts. 77 Bis 12 a 17; Reglamento, art. 87; SPS 2006, L2294-2318 y L3798-3816.",
)
def sps_asignacion(
    entidades: Any,
    anio: float = 2004,
    ponderadores: Any = None,
    meta_nacional: Any = None,
    go: Any = None,
) -> Any:
    """See :func:`pymodel.sps.asignacion.asignar`."""
    pesos = None if ponderadores is None else articulo87.leer_ponderadores(ponderadores)
    estados = asignacion.asignar(asignacion.leer(entidades), anio, pesos, meta_nacional, go)
    return salida.tabla(asignacion.SALIDA, asignacion.tabla(estados))


@funcion(
    categoria=CATEGORIA,
    ayuda="Familias afiliadas al cierre del año: observadas a 2005, proyección de 2006 y 14.3 % "
    "anual de la meta hasta 2010.",
    args={"anio": arg(entrada.numeros, "De 2003 (impreso redondeado) a 2010.")},
    devuelve="Familias; un renglón por año.",
    ejemplo="=SPS_META(2010)",
    fuente="LGS, Octavo Transitorio; SPS 2006, L7240-7244 y FIGURA A4; 2006 se recuperó de la A5.",
)
def sps_meta(anio: Any) -> Any:
    """See :func:`pymodel.sps.afiliacion.familias`."""
    return salida.valor_o_columna(afiliacion.familias(anio))


@funcion(
    categoria=CATEGORIA,
    ayuda="Recursos del Seguro Popular (CS + ASF + ASE) con las metas del informe.",
    args={
        "anio": arg(
            entrada.numeros,
            "De 2004 a 2010; 2004 parte de las familias de 2003, impresas como 0.61 millones.",
        ),
        "cota": arg(
            entrada.Opcion(afiliacion.COTAS),
            '"media": las familias nuevas ingresan a mitad del año; "inferior": en el último '
            'trimestre; "superior": en el primero.',
        ),
    },
    devuelve="Millones de pesos de 2004; un renglón por año.",
    ejemplo='=SPS_RECURSOS(2010,"inferior")',
    fuente="SPS 2006, L7246-7252, L7314-7332 y FIGURA A5.",
)
def sps_recursos(anio: Any, cota: str = "media") -> Any:
    """See :func:`pymodel.sps.afiliacion.recursos_del_informe`."""
    return salida.valor_o_columna(afiliacion.recursos_del_informe(anio, cota))


@funcion(
    categoria=CATEGORIA,
    ayuda="Prueba lo que una entidad registra contra la ASE que debe aportar.",
    args={
        "requerida": arg(entrada.numero, "ASE del año, pesos: SPS_ASE de sus familias."),
        "partidas": arg(
            entrada.cuadro,
            "Tabla concepto, monto, anio, autorizada (sí o no): liquida, inversion, "
            "presupuesto_extraordinario, aportacion_municipal_o_donacion, otros_presupuestos, "
            "infraestructura_previa; ramo_12, ramo_33, cuota_familiar y no_salud no cuentan.",
        ),
        "anio_incorporacion": arg(
            entrada.numero, "Año en que la entidad ingresó al SPS: cinco años antes como máximo."
        ),
    },
    devuelve="Tabla concepto, valor, nota: lo que cuenta por forma, lo que falta y lo que no "
    "cuenta, con su motivo.",
    ejemplo="=SPS_ASE_ACREDITADA(B2,A4:D9,2004)",
    fuente="Lineamientos de la ASE, DOF 22-04-2005; SPS 2006, L3076-3114.",
)
def sps_ase_acreditada(requerida: float, partidas: Any, anio_incorporacion: float) -> Any:
    """See :func:`pymodel.sps.aportacion_estatal.acreditar`."""
    leidas = aportacion_estatal.leer_partidas(partidas)
    resultado = aportacion_estatal.acreditar(requerida, leidas, anio_incorporacion)
    return salida.tabla(*aportacion_estatal.tabla(resultado))


@funcion(
    categoria=CATEGORIA,
    ayuda="Cuánto podría retirar una entidad y seguir en la ASE mínima, o cuánto le falta.",
    args={
        "gasto_estatal": arg(entrada.numeros, "Gasto estatal en salud, pesos; valor o columna."),
        "ase_minima": arg(entrada.numeros, "ASE de sus familias, pesos del mismo año."),
    },
    devuelve="Tabla retirable, faltante; un renglón por entidad.",
    ejemplo="=SPS_SUSTITUCION(B4:B35,C4:C35)",
    fuente="SPS 2006, L1277, L1353-1359 y L1617-1619.",
)
def sps_sustitucion(gasto_estatal: Any, ase_minima: Any) -> Any:
    """See :func:`pymodel.sps.aportacion_estatal.sustitucion`."""
    s = aportacion_estatal.sustitucion(gasto_estatal, ase_minima)
    return salida.tabla(["retirable", "faltante"], zip(s.retirable, s.faltante, strict=True))


@funcion(
    categoria=CATEGORIA,
    ayuda="Régimen de cada familia, contributivo o no, y su cuota familiar con la escala de usted.",
    args={
        "deciles": arg(entrada.serie, "Decil del ingreso disponible menos alimentos, 1 a 10."),
        "programa_pobreza": arg(
            entrada.cuadro, "Sí o no, por familia: programa federal contra la pobreza extrema."
        ),
        "habitantes": arg(
            entrada.cuadro,
            "De su localidad rural de muy alta marginación, por familia; 0 si no vive en una. "
            "Cuenta con menos de 250.",
        ),
        "otro_supuesto": arg(entrada.cuadro, "Sí o no, por familia: otro que fije la CNPSS."),
        "escala": arg(
            entrada.cuadro,
            "Diez cuotas anuales, pesos, una por decil; la escala oficial no está en los datos y "
            "sin ella la cuota es «no incluido».",
        ),
    },
    devuelve="Tabla decil, regimen, causa, cuota_familiar; un renglón por familia.",
    ejemplo="=SPS_REGIMEN({1;3;10})",
    fuente="LGS, art. 77 Bis 21; Reglamento, arts. 124, 125 y 127; SPS 2006, L2320-2336.",
)
def sps_regimen(
    deciles: Any,
    programa_pobreza: Any = None,
    habitantes: Any = None,
    otro_supuesto: Any = None,
    escala: Any = None,
) -> Any:
    """See :func:`pymodel.sps.cuota_familiar.tabla`."""
    return salida.tabla(
        *cuota_familiar.tabla(deciles, programa_pobreza, habitantes, otro_supuesto, escala)
    )


@funcion(
    categoria=CATEGORIA,
    ayuda="Gasto en salud catastrófico (más de 30 % de la capacidad de pago) y empobrecedor.",
    args={
        "ingreso_disponible": arg(entrada.numeros, "Pesos del hogar; un valor o una columna."),
        "gasto_alimentos": arg(entrada.numeros, "Pesos, mismo periodo."),
        "gasto_salud": arg(entrada.numeros, "Pesos, mismo periodo."),
        "linea_pobreza": arg(
            entrada.numeros, "Pesos del hogar, mismo periodo; una para todos o una por hogar."
        ),
    },
    devuelve="Tabla capacidad_de_pago, catastrofico, empobrecedor; un renglón por hogar.",
    ejemplo="=SPS_GASTO_CATASTROFICO(9000,4000,1600,7800)",
    fuente="SPS 2006, L396; con capacidad de 0 o menos, todo gasto es catastrófico (inferido).",
)
def sps_gasto_catastrofico(
    ingreso_disponible: Any, gasto_alimentos: Any, gasto_salud: Any, linea_pobreza: Any
) -> Any:
    """See :func:`pymodel.sps.gasto_del_hogar.clasificar`."""
    g = gasto_del_hogar.clasificar(ingreso_disponible, gasto_alimentos, gasto_salud, linea_pobreza)
    return salida.tabla(*gasto_del_hogar.tabla(g))


@funcion(
    categoria=CATEGORIA,
    ayuda="Calendario de un año: pasos del flujo de recursos, reportes que se deben y sus plazos.",
    args={"anio": arg(entrada.numero, "De 2004 en adelante.")},
    devuelve="Tabla concepto, responsable, desde, hasta, limite (fechas AAAA-MM-DD).",
    ejemplo="=SPS_CALENDARIO(2005)",
    fuente="SPS 2006, FIGURA 2 y CUADRO VI del capítulo II, L2370-2420, L4470 y L5496-5520.",
)
def sps_calendario(anio: float) -> Any:
    """See :func:`pymodel.sps.calendario.tabla`."""
    return salida.tabla(*calendario.tabla(anio))


def _aportaciones(
    anio: Any, familias: Any, trimestre: Any, pesos: Any, montos: Any
) -> aportaciones.Montos:
    propios = None if montos is None else aportaciones.montos_propios(montos)
    return aportaciones.aportaciones(anio, familias, trimestre, pesos, propios)
