"""Sheet Indicadores: the indicators of the long term with their thresholds."""

from __future__ import annotations

from xlsxwriter.utility import xl_rowcol_to_cell

from pymodel.mifa.indicadores import INDICADORES
from xl.libros.comun.entradas import Entrada
from xl.libros.comun.libro import Libro
from xl.libros.estilo import GRIS, PCT, preparar
from xl.libros.mifa import plano

ANIO = Entrada(
    "anio_indicadores",
    "Año de los indicadores",
    "entero",
    plano.PRIMER_ANIO,
    ayuda="De 2011 a 2050; a la derecha siempre está 2050.",
    minimo=plano.PRIMER_ANIO,
    maximo=plano.ULTIMO_ANIO,
)
UMBRALES = tuple(
    Entrada(
        f"umbral_{i.clave}",
        f"Umbral: {i.nombre}",
        "numero",
        i.umbral,
        ayuda=f"Alerta si el indicador es {i.alerta_si} que el umbral. Es nuestro: el informe no "
        "fija umbrales.",
        minimo=-100.0,
        maximo=100.0,
    )
    for i in INDICADORES
)
ENTRADAS = (ANIO, *UMBRALES)

# The same formulas as pymodel.mifa.indicadores, over the series of the sheet (k: year of the row).
_FORMULAS = {
    "gastos_entre_ingresos": "{gastos_totales}/{ingresos_totales}",
    "cuotas_entre_gastos": "({cop}+{agf})/{gastos_totales}",
    "cop_entre_ingresos": "{cop}/{ingresos_totales}",
    "cuotas_entre_ingresos": "({cop}+{agf})/{ingresos_totales}",
    "deficit_entre_cuotas": "-{resultado}/({cop}+{agf})",
    "pc_entre_pmn": "{pc}/{pmn}",
}
_SERIES = ("gastos_totales", "ingresos_totales", "cop", "agf", "resultado", "pc", "pmn")
PRIMERA = 3


def formula(clave: str, seguro: str, k: str) -> str:
    """Formula of an indicator for an insurance in the k-th year."""
    series = {s: f"INDEX({plano.serie(seguro, s)},{k})" for s in _SERIES}
    return "=" + _FORMULAS[clave].format(**series)


def construir(libro: Libro) -> None:
    """Write the sheet."""
    hoja, e = libro.hoja(plano.INDICADORES), libro.estilos
    preparar(
        hoja,
        e,
        "Indicadores",
        "En rojo, lo que pasa del umbral. Los umbrales son nuestros y se pueden cambiar: el "
        "informe no los fija. SRT y SIV son estimación.",
    )
    hoja.set_column(0, 0, 50)
    hoja.set_column(1, 1, 38)
    hoja.set_column(2, 2, 10)
    hoja.set_column(PRIMERA, PRIMERA + 2 * len(plano.ORDEN), 9.5)
    hoja.set_column(PRIMERA + 2 * len(plano.ORDEN) + 1, PRIMERA + 2 * len(plano.ORDEN) + 1, 34)
    hoja.write_string(2, 0, ANIO.etiqueta, e.texto(bold=True))
    ANIO.escribir(libro, plano.INDICADORES, 2, 1)
    hoja.freeze_panes(5, 1)
    segunda = PRIMERA + len(plano.ORDEN) + 1
    hoja.set_column(segunda - 1, segunda - 1, 2)
    for col, texto in enumerate(("Indicador", "Fórmula", "Umbral")):
        hoja.write_string(4, col, texto, e.encabezado())
    hoja.merge_range(3, PRIMERA, 3, segunda - 2, "", e.seccion())
    hoja.write_formula(3, PRIMERA, f'="Año "&{ANIO.nombre}', e.seccion())
    hoja.merge_range(
        3, segunda, 3, segunda + len(plano.ORDEN) - 1, f"Año {plano.ULTIMO_ANIO}", e.seccion()
    )
    fuente = segunda + len(plano.ORDEN)
    hoja.set_column(fuente, fuente, 34)
    hoja.write_string(4, fuente, "Fuente del indicador", e.encabezado())
    for inicio in (PRIMERA, segunda):
        for j, seguro in enumerate(plano.ORDEN):
            hoja.write_string(4, inicio + j, seguro, e.encabezado())
    alerta = libro.libro.add_format({"bg_color": "#F8D7DA", "font_color": "#8B0000"})
    for i, indicador in enumerate(INDICADORES):
        fila = 5 + i
        hoja.write_string(fila, 0, indicador.nombre, e.texto())
        hoja.write_string(fila, 1, indicador.formula, e.texto(font_color=GRIS))
        UMBRALES[i].escribir(libro, plano.INDICADORES, fila, 2)
        hoja.write_string(fila, fuente, indicador.fuente, e.texto(font_color=GRIS))
        for inicio, k in (
            (PRIMERA, f"{ANIO.nombre}-{plano.PRIMER_ANIO - 1}"),
            (segunda, str(plano.ANIOS)),
        ):
            for j, seguro in enumerate(plano.ORDEN):
                hoja.write_formula(
                    fila, inicio + j, formula(indicador.clave, seguro, k), e.calculo(PCT)
                )
            hoja.conditional_format(
                fila,
                inicio,
                fila,
                inicio + len(plano.ORDEN) - 1,
                {
                    "type": "cell",
                    "criteria": ">" if indicador.alerta_si == "mayor" else "<",
                    "value": f"=${xl_rowcol_to_cell(fila, 2, True).replace('$', '', 1)}",
                    "format": alerta,
                },
            )
    fila = 5 + len(INDICADORES)
    hoja.write_string(fila, 0, "Alertas del seguro", e.texto(bold=True))
    for inicio in (PRIMERA, segunda):
        for j in range(len(plano.ORDEN)):
            hoja.write_formula(
                fila, inicio + j, f"={_alertas(inicio + j)}", e.total("0", align="center")
            )
    libro.nombrar("alertas_mifa", plano.INDICADORES, fila, PRIMERA, fila, segunda - 2)
    _deficit(libro, fila + 2)


def _alertas(col: int) -> str:
    """How many indicators of the column are beyond their threshold."""
    partes = []
    for i, indicador in enumerate(INDICADORES):
        valor, umbral = xl_rowcol_to_cell(5 + i, col), xl_rowcol_to_cell(5 + i, 2, False, True)
        signo = ">" if indicador.alerta_si == "mayor" else "<"
        partes.append(f"IF({valor}{signo}{umbral},1,0)")
    return "+".join(partes)


def _deficit(libro: Libro, fila: int) -> None:
    """Growth of the deficit and share of each insurance in that of the IMSS."""
    hoja, e = libro.hoja(plano.INDICADORES), libro.estilos
    ultima = PRIMERA + len(plano.ORDEN) - 1
    hoja.merge_range(fila, 0, fila, ultima, "Déficit", e.seccion())
    hoja.write_string(fila + 1, 0, "Concepto", e.encabezado())
    hoja.write_string(fila + 1, 1, "Fórmula", e.encabezado())
    for j, seguro in enumerate(plano.ORDEN):
        hoja.write_string(fila + 1, PRIMERA + j, seguro, e.encabezado())
    anio = f"{ANIO.nombre}-{plano.PRIMER_ANIO - 1}"
    filas = (
        (
            "Crecimiento real anual del déficit, 2011-2050",
            "(déficit 2050 / déficit 2011)^(1/39) - 1",
            lambda s: (
                f"IF(AND(INDEX({s},1)<0,INDEX({s},{plano.ANIOS})<0),"
                f'(INDEX({s},{plano.ANIOS})/INDEX({s},1))^(1/{plano.ANIOS - 1})-1,"")'
            ),
        ),
        (
            "Participación en el déficit de operación del IMSS, año elegido",
            "déficit / excedente (3) con signo contrario",
            lambda s: f"INDEX({s},{anio})/INDEX({plano.flujo('excedente')},{anio})",
        ),
        (
            "Parte del déficit promedio del SEM",
            "promedio 2011-2050 / promedio del SEM",
            lambda s: f"AVERAGE({s})/AVERAGE({plano.serie('SEM', 'resultado')})",
        ),
    )
    for i, (texto, como, hacer) in enumerate(filas, start=fila + 2):
        hoja.write_string(i, 0, texto, e.texto())
        hoja.write_string(i, 1, como, e.texto(font_color=GRIS))
        for j, seguro in enumerate(plano.ORDEN):
            if i == fila + 4 and seguro not in ("SEM", "SEM-A", "GMP"):
                continue
            hoja.write_formula(
                i,
                PRIMERA + j,
                f"={hacer(plano.serie(seguro, 'resultado'))}",
                e.calculo(PCT),
            )
    hoja.write_string(
        fila + 5,
        0,
        "Una participación negativa es de un seguro con excedente.",
        e.subtitulo(),
    )
