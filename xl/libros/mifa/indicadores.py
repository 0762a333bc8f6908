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
    ayuda="De 2011 a 2050; abajo siempre está 2050.",
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
FUENTE = PRIMERA + len(plano.ORDEN)
_SIGNO = {"mayor": ">", "menor": "<"}


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
    hoja.set_column(1, 1, 40)
    hoja.set_column(2, 2, 10)
    hoja.set_column(PRIMERA, FUENTE - 1, 10)
    hoja.set_column(FUENTE, FUENTE, 34)
    hoja.write_string(2, 0, ANIO.etiqueta, e.texto(bold=True))
    ANIO.escribir(libro, plano.INDICADORES, 2, 1)
    hoja.write_string(2, 2, ANIO.ayuda, e.texto(font_color=GRIS))
    elegido = f"{ANIO.nombre}-{plano.PRIMER_ANIO - 1}"
    fila = _tablero(libro, 4, f'="Año "&{ANIO.nombre}', elegido, primero=True)
    fila = _tablero(libro, fila + 1, f'="Año {plano.ULTIMO_ANIO}"', str(plano.ANIOS), primero=False)
    _deficit(libro, fila + 1)


def _tablero(libro: Libro, fila: int, titulo: str, k: str, *, primero: bool) -> int:
    """Indicators of one year; the first table holds the thresholds. Returns the row below."""
    hoja, e = libro.hoja(plano.INDICADORES), libro.estilos
    hoja.merge_range(fila, 0, fila, FUENTE, "", e.seccion())
    hoja.write_formula(fila, 0, titulo, e.seccion())
    titulos = ("Indicador", "Fórmula", "Umbral", *plano.ORDEN, "Fuente del indicador")
    for col, texto in enumerate(titulos):
        hoja.write_string(fila + 1, col, texto, e.encabezado())
    alerta = libro.libro.add_format({"bg_color": "#F8D7DA", "font_color": "#8B0000"})
    for i, (indicador, umbral) in enumerate(zip(INDICADORES, UMBRALES, strict=True), fila + 2):
        hoja.write_string(i, 0, indicador.nombre, e.texto())
        hoja.write_string(i, 1, indicador.formula, e.texto(font_color=GRIS))
        hoja.write_string(i, FUENTE, indicador.fuente, e.texto(font_color=GRIS))
        if primero:
            umbral.escribir(libro, plano.INDICADORES, i, 2)
        else:
            hoja.write_formula(i, 2, f"={umbral.nombre}", e.calculo("General", align="center"))
        for j, seguro in enumerate(plano.ORDEN):
            texto = formula(indicador.clave, seguro, k)
            hoja.write_formula(i, PRIMERA + j, texto, e.calculo(PCT))
        hoja.conditional_format(
            i,
            PRIMERA,
            i,
            FUENTE - 1,
            {
                "type": "cell",
                "criteria": _SIGNO[indicador.alerta_si],
                "value": f"=$C${i + 1}",
                "format": alerta,
            },
        )
    ultima = fila + 2 + len(INDICADORES)
    hoja.write_string(ultima, 0, "Alertas del seguro", e.texto(bold=True))
    for j in range(len(plano.ORDEN)):
        texto = _alertas(fila + 2, PRIMERA + j)
        hoja.write_formula(ultima, PRIMERA + j, f"={texto}", e.total("0", align="center"))
    nombre = "alertas_mifa" if primero else "alertas_mifa_2050"
    libro.nombrar(nombre, plano.INDICADORES, ultima, PRIMERA, ultima, FUENTE - 1)
    return ultima + 1


def _alertas(fila: int, col: int) -> str:
    """How many indicators of the column are beyond their threshold."""
    partes = []
    for i, indicador in enumerate(INDICADORES, start=fila):
        valor, umbral = xl_rowcol_to_cell(i, col), xl_rowcol_to_cell(i, 2, False, True)
        partes.append(f"IF({valor}{_SIGNO[indicador.alerta_si]}{umbral},1,0)")
    return "+".join(partes)


def _deficit(libro: Libro, fila: int) -> None:
    """Growth of the deficit and share of each insurance in that of the IMSS."""
    hoja, e = libro.hoja(plano.INDICADORES), libro.estilos
    hoja.merge_range(fila, 0, fila, FUENTE, "Déficit", e.seccion())
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
