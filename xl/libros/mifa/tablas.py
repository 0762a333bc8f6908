"""Sheets Flujo de efectivo and Seguros: the tables of the report, with its twelve years."""

from __future__ import annotations

from collections.abc import Sequence

from pymodel.mifa.base import EGRESOS
from pymodel.mifa.seguros import ESTIMADOS
from xl.libros.comun.entradas import Entrada
from xl.libros.comun.libro import Libro
from xl.libros.estilo import GRIS, MDP, preparar
from xl.libros.mifa import anual, plano

MONEDAS = ("pesos de 2011", "pesos corrientes")
MONEDA = Entrada(
    "moneda_flujo",
    "Moneda de la hoja",
    "opcion",
    MONEDAS[0],
    ayuda="Pesos constantes de 2011, o los de cada año con la inflación en uso.",
    opciones=MONEDAS,
)

_FLUJO = (
    ("ingresos", True),
    ("cop", False),
    ("agf", False),
    ("pensiones_en_curso_ingreso", False),
    ("otros", False),
    ("egresos", True),
    *((c, False) for c in EGRESOS),
    ("excedente", True),
    ("incremento_reservas", False),
    ("excedente_despues", True),
    ("movimientos_rocf", False),
    ("uso_reservas", False),
    ("transferencia", True),
    ("saldo", True),
)
_SEGURO: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("Ingresos", ("cop", "agf", "otros", "ingresos_totales")),
    (
        "Gastos",
        (
            "corriente",
            "prestaciones_economicas",
            "inversion",
            "otros_gastos",
            "gastos_totales",
        ),
    ),
    ("Resultado", ("resultado",)),
    ("Primas", ("pc", "pr", "pmn", "diferencia")),
    (
        "Salario base de cotización",
        ("sbc", "sbc_veces", "sbc_equilibrio", "sbc_equilibrio_veces", "diferencia_veces"),
    ),
)
_TOTALES = {"ingresos_totales", "gastos_totales", "resultado"}
ALTO_SEGURO = 2 + sum(len(c) + 1 for _, c in _SEGURO) + 2


def _anios(libro: Libro, nombre: str, fila: int, primera: str) -> None:
    hoja, e = libro.hoja(nombre), libro.estilos
    hoja.write_string(fila, 0, primera, e.encabezado())
    hoja.write_string(fila, 1, "Unidad", e.encabezado())
    for j, anio in enumerate(plano.ANIOS_IMPRESOS):
        hoja.write_number(fila, 2 + j, anio, e.encabezado(num_format="0"))


def _columnas(libro: Libro, nombre: str) -> None:
    hoja = libro.hoja(nombre)
    hoja.set_column(0, 0, 50)
    hoja.set_column(1, 1, 15)
    hoja.set_column(2, 1 + len(plano.ANIOS_IMPRESOS), 12)


def flujo(libro: Libro) -> None:
    """Cash flow as in cuadro C.3."""
    hoja, e = libro.hoja(plano.FLUJO), libro.estilos
    preparar(
        hoja,
        e,
        "Flujo de efectivo",
        "MIFA del IMSS con el escenario en uso; renglones del cuadro C.3. Millones de pesos.",
        repetir=(4, 4),
    )
    _columnas(libro, plano.FLUJO)
    hoja.write_string(2, 0, MONEDA.etiqueta, e.texto(bold=True))
    MONEDA.escribir(libro, plano.FLUJO, 2, 1)
    hoja.write_string(2, 3, "Escenario en uso:", e.texto(align="right"))
    hoja.merge_range(2, 4, 2, 5, "", e.calculo("@", bold=True))
    hoja.write_formula(2, 4, "=escenario_en_uso", e.calculo("@", bold=True))
    _anios(libro, plano.FLUJO, 4, "Concepto")
    hoja.freeze_panes(5, 2)
    for i, (columna, total) in enumerate(_FLUJO, start=5):
        rotulo = anual.ROTULOS[columna]
        hoja.write_string(i, 0, rotulo, e.texto(bold=True) if total else e.texto(indent=2))
        hoja.write_string(i, 1, "mdp", e.texto(font_color=GRIS))
        formato = e.total(MDP) if total else e.calculo(MDP)
        for j, anio in enumerate(plano.ANIOS_IMPRESOS):
            k = anio - plano.PRIMER_ANIO + 1
            hoja.write_formula(
                i,
                2 + j,
                f"=INDEX({plano.flujo(columna)},{k})"
                f'*IF({MONEDA.nombre}="{MONEDAS[1]}",INDEX({plano.flujo("deflactor")},{k}),1)',
                formato,
            )
    fila = 5 + len(_FLUJO) + 1
    hoja.write_string(
        fila, 0, "Primer año con déficit que ninguna reserva paga", e.texto(bold=True)
    )
    hoja.write_formula(
        fila,
        2,
        f'=IF(COUNTIF({plano.flujo("saldo")},"<-50")=0,"ninguno",'
        f'_xlfn.MINIFS({plano.flujo("anio")},{plano.flujo("saldo")},"<-50"))',
        e.calculo("0", bold=True, align="center"),
    )
    libro.nombrar("anio_agotamiento", plano.FLUJO, fila, 2)
    hoja.write_string(
        fila + 1,
        0,
        "Los cuadros del informe tienen sólo estos renglones; los 21 conceptos del cuadro C.1 que "
        "comparten uno no se pueden separar (docs/modelo_mifa.md).",
        e.subtitulo(),
    )


def seguros(libro: Libro) -> None:
    """Each insurance as in cuadros II.4 to II.6, IV.3 and V.4."""
    hoja, e = libro.hoja(plano.SEGUROS_HOJA), libro.estilos
    preparar(
        hoja,
        e,
        "Seguros",
        "Ingresos, gastos, primas y salarios de equilibrio con el escenario en uso; mdp de 2011. "
        "El RJP es gasto corriente en SEM, SRT y SIV, y son las prestaciones económicas de SGPS y "
        "SSFAM, como en los cuadros.",
    )
    _columnas(libro, plano.SEGUROS_HOJA)
    hoja.freeze_panes(0, 2)
    cortes = []
    for n, seguro in enumerate(plano.ORDEN):
        fila = 3 + n * ALTO_SEGURO
        cortes.append(fila)
        titulo = seguro
        if seguro in ESTIMADOS:
            titulo += " — estimación: el informe no publica su largo plazo en el MIFA"
        hoja.merge_range(fila, 0, fila, 1 + len(plano.ANIOS_IMPRESOS), titulo, e.seccion())
        _anios(libro, plano.SEGUROS_HOJA, fila + 1, "Concepto")
        fila += 2
        for seccion, columnas in _secciones(seguro):
            hoja.write_string(fila, 0, seccion, e(bold=True, font_color=GRIS))
            for i, columna in enumerate(columnas, start=1):
                _renglon(libro, fila + i, seguro, columna)
            fila += len(columnas) + 1
    hoja.set_h_pagebreaks(cortes[2::2])


def _secciones(seguro: str) -> Sequence[tuple[str, tuple[str, ...]]]:
    if seguro != "SSFAM":
        return _SEGURO
    return [
        (
            "Primas (actual = 100 %)"
            if titulo == "Primas"
            else titulo.replace("Salario base de cotización", "Aportación anual por asegurado"),
            tuple(c.replace("sbc", "aportacion") for c in columnas),
        )
        for titulo, columnas in _SEGURO
    ]


def _renglon(libro: Libro, fila: int, seguro: str, columna: str) -> None:
    hoja, e = libro.hoja(plano.SEGUROS_HOJA), libro.estilos
    total = columna in _TOTALES
    unidad = anual.unidad(columna)
    if seguro == "SSFAM" and unidad == "% de salarios":
        unidad = "% de lo actual"
    hoja.write_string(
        fila, 0, anual.ROTULOS[columna], e.texto(bold=True) if total else e.texto(indent=2)
    )
    hoja.write_string(fila, 1, unidad, e.texto(font_color=GRIS))
    numero = anual.formato(columna)
    for j, anio in enumerate(plano.ANIOS_IMPRESOS):
        k = anio - plano.PRIMER_ANIO + 1
        hoja.write_formula(
            fila,
            2 + j,
            f"=INDEX({plano.serie(seguro, columna)},{k})",
            e.total(numero) if total else e.calculo(numero),
        )
