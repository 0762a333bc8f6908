"""Sheet Supuestos: one column for each scenario, and the one that the sheets are using."""

from __future__ import annotations

from typing import Any

from xlsxwriter.utility import xl_rowcol_to_cell

from pymodel.finanzas import METODOS
from pymodel.mifa.base import INTERPOLACION
from pymodel.mifa.supuestos import SUPUESTOS, del_informe
from xl.libros.comun.entradas import Entrada
from xl.libros.comun.libro import Libro
from xl.libros.estilo import GRIS, PCT, alto_fila, preparar
from xl.libros.mifa import plano

ETIQUETAS: dict[str, tuple[str, str]] = {
    "crecimiento_asegurados": ("Crecimiento de los asegurados", "% anual"),
    "desplazamiento_asegurados": ("Puntos sumados al crecimiento de los asegurados", "puntos"),
    "crecimiento_salarial": ("Crecimiento del salario de cotización", "% real anual"),
    "inflacion": ("Inflación", "% anual"),
    "tasa_interes": ("Tasa de interés", "% nominal anual"),
    "tasa_descuento": ("Tasa de descuento de los valores presentes", "% real anual"),
    "crecimiento_salarial_imss": ("Crecimiento del salario de los trabajadores IMSS", "% real"),
    "carrera_salarial_imss": ("Carrera salarial de los trabajadores IMSS", "% real anual"),
    "crecimiento_plazas": ("Crecimiento de las plazas del IMSS", "% anual"),
    "crecimiento_smgdf": ("Crecimiento del salario mínimo del DF", "% real anual"),
    "factor_rjp": ("Parte del RJP a cargo del IMSS", "razón"),
    "factor_sumas_aseguradas": ("Factor de sumas aseguradas y temporales", "razón"),
    "interpolacion": ("Interpolación entre años impresos", "método"),
}

# Ours, to show what a scenario does; the report has none.
_EJEMPLOS: dict[int, dict[str, float]] = {
    1: {"crecimiento_salarial": 0.010},
    2: {"desplazamiento_asegurados": -0.005},
    3: {"tasa_interes": 0.0619, "crecimiento_plazas": 0.0},
}
_LIMITES = {
    "crecimiento_asegurados": (-0.1, 0.1),
    "desplazamiento_asegurados": (-0.1, 0.1),
    "factor_rjp": (0.0, 10.0),
    "factor_sumas_aseguradas": (0.0, 10.0),
}
_LIMITES_TASA = (-0.2, 0.5)


def _entrada(escenario: int, nombre: str) -> Entrada:
    etiqueta, unidad = ETIQUETAS[nombre]
    es_base = escenario == 0
    defecto: Any = del_informe(nombre) if es_base else _EJEMPLOS[escenario].get(nombre)
    if nombre == "tasa_descuento":
        defecto = None  # so that it moves with the interest rate
    factor = nombre.startswith("factor_")
    if factor and es_base:
        defecto = 1.0
    minimo, maximo = _LIMITES.get(nombre, _LIMITES_TASA)
    return Entrada(
        plano.entrada(escenario, nombre),
        f"{plano.NOMBRES_ESCENARIO[escenario]}: {etiqueta}",
        "numero" if factor else "tasa",
        defecto,
        unidad=unidad,
        ayuda=SUPUESTOS[nombre].ayuda,
        minimo=minimo,
        maximo=maximo,
        vacia=True,
    )


NUMERICOS = tuple(n for n in SUPUESTOS if n != "interpolacion")
USO = Entrada(
    "escenario_en_uso",
    "Escenario en uso",
    "opcion",
    plano.BASE,
    ayuda="El que muestran todas las hojas menos Escenarios, que los compara.",
    opciones=plano.NOMBRES_ESCENARIO,
)
METODO = Entrada(
    "interpolacion_mifa",
    ETIQUETAS["interpolacion"][0],
    "opcion",
    INTERPOLACION,
    ayuda="Cómo se llenan los años que el informe no imprime.",
    opciones=METODOS,
)
ENTRADAS = (
    USO,
    *(_entrada(i, n) for i in range(len(plano.NOMBRES_ESCENARIO)) for n in NUMERICOS),
    METODO,
)
_POR_NOMBRE = {e.nombre: e for e in ENTRADAS}

FILA_USO, FILA_TABLA = 3, 7
INFORME, PRIMERA = 2, 3
CLAVE = PRIMERA + len(plano.NOMBRES_ESCENARIO)
EN_USO, AYUDA = CLAVE + 1, CLAVE + 2
ANCHO_AYUDA = 50


def construir(libro: Libro) -> None:
    """Write the sheet."""
    hoja, e = libro.hoja(plano.SUPUESTOS), libro.estilos
    preparar(
        hoja,
        e,
        "Supuestos",
        "Celdas azules: se pueden cambiar. Una celda vacía de un alternativo toma la de Base; una "
        "vacía de Base, la del informe. Actúan desde 2014: 2011 es presupuesto y 2012-2013 son de "
        "Tesorería.",
        color="#B38E5D",
    )
    hoja.set_column(0, 0, 50)
    hoja.set_column(1, 1, 16)
    hoja.set_column(INFORME, CLAVE - 1, 14)
    hoja.set_column(CLAVE, CLAVE, 26)
    hoja.set_column(EN_USO, EN_USO, 14)
    hoja.set_column(AYUDA, AYUDA, ANCHO_AYUDA)
    hoja.write_string(FILA_USO, 0, USO.etiqueta, e.texto(bold=True))
    hoja.write_string(FILA_USO, AYUDA, USO.ayuda, e.texto(font_color=GRIS))
    USO.escribir(libro, plano.SUPUESTOS, FILA_USO, PRIMERA)
    hoja.write_string(FILA_USO + 1, 0, "Número del escenario en uso", e.texto())
    opciones = ",".join(f'"{n}"' for n in plano.NOMBRES_ESCENARIO)
    hoja.write_formula(
        FILA_USO + 1,
        PRIMERA,
        f"=MATCH({USO.nombre},{{{opciones}}},0)",
        e.calculo("0", align="center"),
    )
    libro.nombrar("numero_escenario", plano.SUPUESTOS, FILA_USO + 1, PRIMERA)
    titulos = ("Supuesto", "Unidad", "Informe", *plano.NOMBRES_ESCENARIO)
    hoja.set_row(FILA_TABLA - 1, 20)
    for col, texto in enumerate((*titulos, "Nombre en las funciones", "En uso", "Qué es")):
        hoja.write_string(FILA_TABLA - 1, col, texto, e.encabezado())
    hoja.freeze_panes(FILA_TABLA, 1)
    for fila, nombre in enumerate(SUPUESTOS, start=FILA_TABLA):
        _renglon(libro, fila, nombre)
    ultima = FILA_TABLA + len(SUPUESTOS) - 1
    libro.nombrar(plano.NOMBRE_SUPUESTOS, plano.SUPUESTOS, FILA_TABLA, CLAVE, ultima, EN_USO)
    _derivados(libro, ultima + 2)


def _renglon(libro: Libro, fila: int, nombre: str) -> None:
    hoja, e = libro.hoja(plano.SUPUESTOS), libro.estilos
    etiqueta, unidad = ETIQUETAS[nombre]
    hoja.write_string(fila, 0, etiqueta, e.texto())
    hoja.write_string(fila, 1, unidad, e.texto(font_color=GRIS))
    hoja.write_string(fila, CLAVE, nombre, e.texto(font_color=GRIS))
    ayuda = SUPUESTOS[nombre].ayuda
    hoja.write_string(fila, AYUDA, ayuda, e.texto(font_color=GRIS, text_wrap=True))
    hoja.set_row(fila, max(15.0, alto_fila([(ayuda, ANCHO_AYUDA)])))
    if nombre == "interpolacion":
        METODO.escribir(libro, plano.SUPUESTOS, fila, PRIMERA)
        hoja.write_formula(fila, EN_USO, f"={METODO.nombre}", e.calculo("@", align="center"))
        return
    impreso = del_informe(nombre)
    if impreso is not None:
        hoja.write_number(fila, INFORME, impreso, e.publicado(PCT, align="center"))
        libro.nombrar(f"informe_{nombre}", plano.SUPUESTOS, fila, INFORME)
    elif nombre == "crecimiento_asegurados":
        hoja.write_string(fila, INFORME, "cuadro I.3", e.publicado("@", align="center"))
    else:
        neutro = 1 if nombre.startswith("factor_") else 0
        hoja.write_number(fila, INFORME, neutro, e.publicado("General", align="center"))
    for i in range(len(plano.NOMBRES_ESCENARIO)):
        _POR_NOMBRE[plano.entrada(i, nombre)].escribir(libro, plano.SUPUESTOS, fila, PRIMERA + i)
    base, *otros = (
        xl_rowcol_to_cell(fila, PRIMERA + i, True, True)
        for i in range(len(plano.NOMBRES_ESCENARIO))
    )
    formula = f'IF({base}="","",{base})'
    for i, celda in reversed(list(enumerate(otros, start=2))):
        formula = f'IF(AND(numero_escenario={i},{celda}<>""),{celda},{formula})'
    numero = "General" if nombre.startswith("factor_") else PCT
    hoja.write_formula(fila, EN_USO, f"={formula}", e.calculo(numero, align="center", bold=True))
    libro.nombrar(f"uso_{nombre}", plano.SUPUESTOS, fila, EN_USO)


def _derivados(libro: Libro, fila: int) -> None:
    """Real interest and discount rate that the sheets use."""
    hoja, e = libro.hoja(plano.SUPUESTOS), libro.estilos
    hoja.merge_range(fila, 0, fila, AYUDA, "Lo que resulta", e.seccion())

    def uso(nombre: str) -> str:
        return f'IF(uso_{nombre}="",informe_{nombre},uso_{nombre})'

    real = f"TASA_REAL({uso('tasa_interes')},{uso('inflacion')})"
    informe = "TASA_REAL(informe_tasa_interes,informe_inflacion)"
    for i, (etiqueta, nombre, formula, ayuda) in enumerate(
        (
            (
                "Interés real en uso",
                "interes_real_mifa",
                real,
                "(1 + interés) / (1 + inflación) - 1",
            ),
            (
                "Tasa de descuento en uso",
                plano.NOMBRE_TASA,
                f'IF(uso_tasa_descuento="",informe_tasa_descuento+{real}-{informe},'
                "uso_tasa_descuento)",
                "La escrita, o la del informe más lo que cambie el interés real.",
            ),
        ),
        start=1,
    ):
        hoja.write_string(fila + i, 0, etiqueta, e.texto())
        hoja.write_string(fila + i, 1, "% real anual", e.texto(font_color=GRIS))
        hoja.write_formula(fila + i, EN_USO, f"={formula}", e.calculo(PCT, align="center"))
        hoja.write_string(fila + i, AYUDA, ayuda, e.texto(font_color=GRIS))
        libro.nombrar(nombre, plano.SUPUESTOS, fila + i, EN_USO)
