"""Sheet Corto plazo 2005: drivers of cuadro I.1, cash flow 2005-2008, alert of the RO."""

from __future__ import annotations

from typing import Any

from xlsxwriter.utility import xl_rowcol_to_cell

from pymodel.mifa import corto_plazo, estados
from xl.libros.comun.entradas import Entrada
from xl.libros.comun.libro import Libro, bloque
from xl.libros.estilo import GRIS, INDICE, MDP, ORO, PCT, preparar

HOJA = "Corto plazo 2005"
ANIOS = corto_plazo.ANIOS_2005
PARTIDAS, FLUJO = "cp05_partidas", "cp05_flujo"
CAMBIOS = ("propios", "operacion", "inversion", "rjp")
"""What an assumption changes in the flow, against the base: rows that the statements use."""

ETIQUETAS = {
    "crecimiento_asegurados": "Incremento de asegurados",
    "inflacion": "Inflación diciembre-diciembre",
    "inflacion_promedio": "Inflación promedio",
    "crecimiento_salarial": "Crecimiento de los salarios reales",
    "crecimiento_personal": "Incremento real del gasto de personal",
    "crecimiento_inversion": "Incremento nominal de la inversión física",
    "crecimiento_sumas_aseguradas": "Incremento nominal de las sumas aseguradas",
    "crecimiento_subsidios": "Incremento de subsidios y ayudas",
    "crecimiento_rjp": "Incremento nominal del RJP",
}
# Rows given to FLUJO_EFECTIVO, in printed order.
CLAVES = tuple(
    r.clave for r in estados.FLUJO_2005.renglones if not r.suma or r.clave == "saldo_inicial"
)
CADENAS = {
    "rjp": ("crecimiento_rjp",),
    "sumas_aseguradas": ("crecimiento_sumas_aseguradas",),
    "inversion_fisica": ("crecimiento_inversion",),
    "materiales": ("crecimiento_asegurados", "crecimiento_salarial", "inflacion"),
}
OPERACION = ("personal", "subsidios", "sumas_aseguradas", "materiales", "servicios_generales")

COL = 1  # first year, 2005
UNIDAD = COL + 4
INFORME = UNIDAD + 2
F_SUPUESTOS = 5
F_FACTORES = F_SUPUESTOS + len(ETIQUETAS) + 3
F_INSUMOS = F_FACTORES + len(ETIQUETAS) + 3
F_PARTIDAS = F_INSUMOS + len(CLAVES) + 3
F_FLUJO = F_PARTIDAS + len(CLAVES) + 3
RENGLONES = len(estados.FLUJO_2005.renglones)
F_ALERTA = F_FLUJO + RENGLONES + 3
F_REAL = F_ALERTA + 6
F_CAMBIO = F_REAL + 6

_SUPUESTOS = list(ETIQUETAS)


def nombre(supuesto: str, anio: int) -> str:
    """Name of an input cell."""
    return f"cp05_{supuesto}_{anio}"


def _entradas() -> tuple[Entrada, ...]:
    base = corto_plazo.supuestos("ifa2005").base
    return tuple(
        Entrada(
            nombre(s, a),
            f"{ETIQUETAS[s]}, {a}",
            "tasa",
            round(float(base[s][i]), 10),
            unidad="% anual",
            ayuda="Cuadro I.1 del IFA 2005.",
            minimo=-0.9,
            maximo=0.99,
        )
        for s in _SUPUESTOS
        for i, a in enumerate(ANIOS[1:])
    )


def _insumos() -> list[list[Any]]:
    """Published rows without a rule; of those with one, only where the rule starts."""
    impreso = corto_plazo.flujo_publicado()
    filas: list[list[Any]] = []
    for c in CLAVES:
        conocidos = {"saldo_inicial": 1, "materiales": 2}.get(c, 1 if c in CADENAS else len(ANIOS))
        filas.append([float(v) if i < conocidos else None for i, v in enumerate(impreso[c])])
    return filas


INSUMOS = Entrada(
    "cp05_insumos",
    "Renglones insumo del flujo",
    "tabla",
    _insumos(),
    unidad="mdp",
    formato=MDP,
    fija=True,
)
ENTRADAS = (*_entradas(), INSUMOS)


def construir(libro: Libro) -> None:
    """Write the sheet."""
    hoja, e = libro.hoja(HOJA), libro.estilos
    preparar(
        hoja,
        e,
        "Corto plazo: 2005 a 2008",
        "Flujo de efectivo en millones de pesos corrientes (IFA 2005, cuadros I.1 a I.3). Lo azul "
        "se puede cambiar; los renglones insumo no tienen regla impresa y se mueven por la "
        "declarada en la guía.",
        color=ORO,
    )
    hoja.set_column(0, 0, 62)
    hoja.set_column(COL, COL + 3, 13)
    hoja.set_column(UNIDAD, UNIDAD, 13)
    hoja.set_column(UNIDAD + 1, UNIDAD + 1, 3)
    hoja.set_column(INFORME, INFORME + 2, 11)
    hoja.freeze_panes(3, 1)
    _tabla_supuestos(libro)
    _factores(libro)
    _rotulos(libro, F_INSUMOS, "Insumos: lo que el informe da sin regla")
    INSUMOS.escribir(libro, HOJA, F_INSUMOS, COL)
    _partidas(libro)
    _flujo(libro)
    _alerta(libro)
    _reales(libro)
    _cambios(libro)
    hoja.set_h_pagebreaks([F_INSUMOS - 2, F_FLUJO - 2])


def _encabezado(libro: Libro, fila: int, titulo: str, anios: tuple[int, ...] = ANIOS) -> None:
    """Band and years, two rows above the first figure."""
    hoja, e = libro.hoja(HOJA), libro.estilos
    hoja.merge_range(fila - 2, 0, fila - 2, UNIDAD, titulo, e.seccion())
    hoja.write_string(fila - 1, 0, "Concepto", e.encabezado())
    hoja.write_string(fila - 1, UNIDAD, "Unidad", e.encabezado())
    for j, a in enumerate(ANIOS):
        if a in anios:
            hoja.write_number(fila - 1, COL + j, a, e.encabezado())
        else:
            hoja.write_blank(fila - 1, COL + j, None, e.encabezado())


def _tabla_supuestos(libro: Libro) -> None:
    hoja, e = libro.hoja(HOJA), libro.estilos
    _encabezado(libro, F_SUPUESTOS, "Supuestos", ANIOS[1:])
    hoja.merge_range(F_SUPUESTOS - 2, INFORME, F_SUPUESTOS - 2, INFORME + 2, "Informe", e.seccion())
    por_nombre = {x.nombre: x for x in ENTRADAS}
    base = corto_plazo.supuestos("ifa2005").base
    for i, s in enumerate(_SUPUESTOS):
        fila = F_SUPUESTOS + i
        hoja.write_string(fila, 0, ETIQUETAS[s], e.texto())
        hoja.write_string(fila, UNIDAD, "% anual", e.texto(font_color=GRIS))
        for j, a in enumerate(ANIOS[1:]):
            hoja.write_number(F_SUPUESTOS - 1, INFORME + j, a, e.encabezado())
            por_nombre[nombre(s, a)].escribir(libro, HOJA, fila, COL + 1 + j)
            hoja.write_number(
                fila, INFORME + j, round(float(base[s][j]), 10), e.publicado(PCT, align="center")
            )


def _celda(fila: int, j: int) -> str:
    return xl_rowcol_to_cell(fila, COL + j)


def _supuesto(s: str, j: int) -> str:
    return _celda(F_SUPUESTOS + _SUPUESTOS.index(s), j)


def _informe(s: str, j: int) -> str:
    return xl_rowcol_to_cell(F_SUPUESTOS + _SUPUESTOS.index(s), INFORME + j - 1)


def _factores(libro: Libro) -> None:
    """Accumulated growth of each assumption over that of the report."""
    hoja, e = libro.hoja(HOJA), libro.estilos
    _encabezado(libro, F_FACTORES, "Factor acumulado de cada supuesto contra el informe")
    for i, s in enumerate(_SUPUESTOS):
        fila = F_FACTORES + i
        hoja.write_string(fila, 0, ETIQUETAS[s], e.texto())
        hoja.write_string(fila, UNIDAD, "razón", e.texto(font_color=GRIS))
        hoja.write_number(fila, COL, 1, e.calculo(INDICE))
        for j in (1, 2, 3):
            formula = f"={_celda(fila, j - 1)}*(1+{_supuesto(s, j)})/(1+{_informe(s, j)})"
            hoja.write_formula(fila, COL + j, formula, e.calculo(INDICE))


def _factor(nombres: tuple[str, ...], j: int) -> str:
    return "".join(f"*{_celda(F_FACTORES + _SUPUESTOS.index(s), j)}" for s in nombres)


def _rotulos(libro: Libro, fila: int, titulo: str) -> None:
    hoja, e = libro.hoja(HOJA), libro.estilos
    _encabezado(libro, fila, titulo)
    for i, c in enumerate(CLAVES):
        hoja.write_string(fila + i, 0, estados.FLUJO_2005.por_clave[c].rotulo, e.texto())
        hoja.write_string(fila + i, UNIDAD, "mdp", e.texto(font_color=GRIS))


def _insumo(clave: str, j: int) -> str:
    return _celda(F_INSUMOS + CLAVES.index(clave), j)


def _formula(clave: str, j: int) -> str:
    """Figure of a row in a year, from the inputs and the assumptions."""
    propia = F_PARTIDAS + CLAVES.index(clave)
    if clave in CADENAS and not (clave == "materiales" and j < 2):
        if j == 0:
            return _insumo(clave, 0)
        crece = "".join(f"*(1+{_supuesto(s, j)})" for s in CADENAS[clave])
        return f"{_celda(propia, j - 1)}{crece}"
    if clave == "materiales":
        return _insumo(clave, j) + _factor(CADENAS[clave], j)
    if clave == "ingresos":
        paso = "pensiones_en_curso"
        propios = f"({_insumo(clave, j)}-{_insumo(paso, j)})"
        pasan = _celda(F_PARTIDAS + CLAVES.index(paso), j)
        return f"{propios}{_factor(corto_plazo.INSUMOS_2005[clave], j)}+{pasan}"
    return _insumo(clave, j) + _factor(corto_plazo.INSUMOS_2005.get(clave, ()), j)


def _partidas(libro: Libro) -> None:
    hoja, e = libro.hoja(HOJA), libro.estilos
    _rotulos(libro, F_PARTIDAS, "Partidas: lo que recibe FLUJO_EFECTIVO")
    for i, c in enumerate(CLAVES):
        for j in range(len(ANIOS)):
            if c == "saldo_inicial" and j:
                continue
            hoja.write_formula(F_PARTIDAS + i, COL + j, f"={_formula(c, j)}", e.calculo())
    libro.nombrar(PARTIDAS, HOJA, F_PARTIDAS - 1, 0, F_PARTIDAS + len(CLAVES) - 1, COL + 3)


def _flujo(libro: Libro) -> None:
    hoja, e = libro.hoja(HOJA), libro.estilos
    hoja.merge_range(F_FLUJO - 2, 0, F_FLUJO - 2, UNIDAD, "Flujo de efectivo, mdp", e.seccion())
    sumas = {i for i, r in enumerate(estados.FLUJO_2005.renglones, 1) if r.suma}

    def formato(i: int, j: int) -> Any:
        if i == 0:
            return e.encabezado(num_format="0")
        if j == 0:
            return e.texto(bold=i in sumas)
        return e.total() if i in sumas else e.calculo()

    bloque(hoja, F_FLUJO - 1, 0, RENGLONES + 1, 5, f"=FLUJO_EFECTIVO({PARTIDAS})", formato)
    libro.nombrar(FLUJO, HOJA, F_FLUJO - 1, 0, F_FLUJO + RENGLONES - 1, COL + 3)


def fila(clave: str) -> int:
    """Row of the flow on the sheet (zero-based)."""
    return F_FLUJO + [r.clave for r in estados.FLUJO_2005.renglones].index(clave)


def _alerta(libro: Libro) -> None:
    hoja, e = libro.hoja(HOJA), libro.estilos
    _encabezado(libro, F_ALERTA, "Reservas operativas: alerta")
    hoja.write_string(F_ALERTA, 0, "Financiamiento que requieren (saldo final negativo)", e.texto())
    hoja.write_string(F_ALERTA + 1, 0, "Alerta", e.texto())
    hoja.write_string(F_ALERTA + 2, 0, "Primer año en que se requiere", e.texto(bold=True))
    for j, a in enumerate(ANIOS):
        final = _celda(fila("saldo_final"), j)
        hoja.write_formula(F_ALERTA, COL + j, f"=MAX(0,-{final})", e.calculo())
        hoja.write_formula(
            F_ALERTA + 1,
            COL + j,
            f'=IF({final}<0,"RO NEGATIVA","suficiente")',
            e.calculo("@", align="center"),
        )
        hoja.write_formula(
            F_ALERTA + 2, COL + j, f'=IF({final}<0,{a},"")', e.calculo("0", font_color=GRIS)
        )
    rango = f"{_celda(F_ALERTA + 2, 0)}:{_celda(F_ALERTA + 2, 3)}"
    hoja.write_formula(
        F_ALERTA + 2,
        UNIDAD,
        f'=IF(COUNT({rango})=0,"ninguno",MIN({rango}))',
        e.total("0", align="center"),
    )
    libro.nombrar("cp05_anio_alerta", HOJA, F_ALERTA + 2, UNIDAD)
    rojo = e(font_color="#FFFFFF", bg_color="#7A1F3D", bold=True)
    hoja.conditional_format(
        F_ALERTA + 1, COL, F_ALERTA + 1, COL + 3,
        {"type": "cell", "criteria": "==", "value": '"RO NEGATIVA"', "format": rojo},
    )  # fmt: skip


def _reales(libro: Libro) -> None:
    hoja, e = libro.hoja(HOJA), libro.estilos
    _encabezado(libro, F_REAL, "En pesos constantes de 2006 (inflación promedio)")
    hoja.write_string(F_REAL, 0, "Deflactor, 2006 = 1", e.texto())
    hoja.write_formula(F_REAL, COL, f"=1/(1+{_supuesto('inflacion_promedio', 1)})",
                       e.calculo(INDICE))  # fmt: skip
    hoja.write_number(F_REAL, COL + 1, 1, e.calculo(INDICE))
    for j in (2, 3):
        formula = f"={_celda(F_REAL, j - 1)}*(1+{_supuesto('inflacion_promedio', j)})"
        hoja.write_formula(F_REAL, COL + j, formula, e.calculo(INDICE))
    for i, (rotulo, clave) in enumerate((("Ingresos", "ingresos"), ("Egresos", "egresos")), 1):
        hoja.write_string(F_REAL + i, 0, rotulo, e.texto())
        hoja.write_string(F_REAL + i, UNIDAD, "mdp de 2006", e.texto(font_color=GRIS))
        for j in range(4):
            formula = f"={_celda(fila(clave), j)}/{_celda(F_REAL, j)}"
            hoja.write_formula(F_REAL + i, COL + j, formula, e.calculo())


def _base(clave: str, j: int) -> str:
    """Figure of a row under the assumptions of the report."""
    if clave not in CADENAS or (clave == "materiales" and j < 2):
        return _insumo(clave, j)
    inicio = 1 if clave == "materiales" else 0
    crece = "".join(
        f"*(1+{_informe(s, k)})" for k in range(inicio + 1, j + 1) for s in CADENAS[clave]
    )
    return _insumo(clave, inicio) + crece


def _cambios(libro: Libro) -> None:
    hoja, e = libro.hoja(HOJA), libro.estilos
    _encabezado(libro, F_CAMBIO, "Cambio contra el informe (lo usa Con y sin RJP 2005)", ANIOS[1:])
    rotulos = ("Ingresos propios", "Gasto de operación sin RJP", "Inversión física", "RJP")

    def cambio(clave: str, j: int) -> str:
        return f"({_celda(F_PARTIDAS + CLAVES.index(clave), j)}-{_base(clave, j)})"

    for i, (que, rotulo) in enumerate(zip(CAMBIOS, rotulos, strict=True)):
        hoja.write_string(F_CAMBIO + i, 0, rotulo, e.texto())
        hoja.write_string(F_CAMBIO + i, UNIDAD, "mdp", e.texto(font_color=GRIS))
        for j in (1, 2, 3):
            formula = {
                "propios": f"{cambio('ingresos', j)}-{cambio('pensiones_en_curso', j)}",
                "operacion": "+".join(cambio(c, j) for c in OPERACION),
                "inversion": cambio("inversion_fisica", j),
                "rjp": cambio("rjp", j),
            }[que]
            hoja.write_formula(F_CAMBIO + i, COL + j, f"={formula}", e.calculo())
            libro.nombrar(f"cp05_cambio_{que}_{ANIOS[j]}", HOJA, F_CAMBIO + i, COL + j)
