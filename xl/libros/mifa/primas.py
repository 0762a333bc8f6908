"""Sheet Primas y salarios: required increases and present values of the deficit."""

from __future__ import annotations

from pymodel.conciliacion import lectura
from pymodel.mifa.base import DOCUMENTO
from pymodel.mifa.equilibrio import HORIZONTES
from pymodel.mifa.seguros import ESTIMADOS
from xl.libros.comun.entradas import Entrada
from xl.libros.comun.libro import Libro
from xl.libros.estilo import DECIMAL, GRIS, MDP, PCT, preparar
from xl.libros.mifa import plano

ANIO_BASE = Entrada(
    "anio_base_vp",
    "Año base de los valores presentes",
    "entero",
    plano.PRIMER_ANIO,
    ayuda="El año cuyo flujo no se descuenta: 2011 en los cuadros, 2010 en las conclusiones.",
    minimo=1990,
    maximo=plano.PRIMER_ANIO,
)

_INCREMENTOS = (
    ("Prima de contribución 2011", "% de salarios", PCT),
    ("Prima media nivelada", "% de salarios", PCT),
    ("Incremento necesario de la prima", "%", PCT),
    ("Salario base de cotización 2011", "pesos diarios", DECIMAL),
    ("Salario de equilibrio 2011", "pesos diarios", DECIMAL),
    ("Incremento necesario del salario", "%", PCT),
)


def pmn(seguro: str) -> str:
    """Name of the PMN of an insurance."""
    return f"pmn_{plano.clave(seguro)}"


def vp(seguro: str, horizonte: int) -> str:
    """Name of a present value."""
    return f"vp_{plano.clave(seguro)}_{horizonte}a"


def construir(libro: Libro) -> None:
    """Write the sheet."""
    hoja, e = libro.hoja(plano.PRIMAS), libro.estilos
    preparar(
        hoja,
        e,
        "Primas y salarios de equilibrio",
        "Cuadros II.7, II.8, IV.4, IV.5, V.5 y V.6 con el escenario en uso. PMN: VP de los gastos "
        "entre VP de los salarios, primer año sin descontar. En el SSFAM, lo actual es 100 % y el "
        "salario es la aportación anual.",
    )
    hoja.set_column(0, 0, 22)
    hoja.set_column(1, 12, 15)
    _incrementos(libro, 3)
    _valores_presentes(libro, 3 + len(plano.ORDEN) + 5)


def _incrementos(libro: Libro, fila: int) -> None:
    hoja, e = libro.hoja(plano.PRIMAS), libro.estilos
    hoja.set_row(fila, 44)
    hoja.write_string(fila, 0, "Seguro o cobertura", e.encabezado())
    for j, (texto, unidad, _) in enumerate(_INCREMENTOS, start=1):
        hoja.write_string(fila, j, texto, e.encabezado())
        hoja.write_string(fila + 1, j, unidad, e.unidad())
    for i, seguro in enumerate(plano.ORDEN, start=fila + 2):
        unidad = "aportacion" if seguro == "SSFAM" else "sbc"
        actual = plano.serie(seguro, unidad)
        necesario = plano.serie(seguro, f"{unidad}_equilibrio")
        primero = [f"INDEX({x},1)" for x in (actual, necesario)]
        if seguro == "SSFAM":  # cuadro V.6: the mean of the 40 years
            primero = [f"AVERAGE({x})" for x in (actual, necesario)]
        pc = f"INDEX({plano.serie(seguro, 'pc')},1)"
        media = f"INDEX({plano.serie(seguro, 'pmn')},1)"
        formulas = (pc, media, f"{media}/{pc}-1", *primero, f"{primero[1]}/{primero[0]}-1")
        hoja.write_string(i, 0, _rotulo(seguro), e.texto(bold=True))
        for j, (formula, (_, _, numero)) in enumerate(zip(formulas, _INCREMENTOS, strict=True), 1):
            hoja.write_formula(i, j, f"={formula}", e.calculo(numero))
        libro.nombrar(pmn(seguro), plano.PRIMAS, i, 2)
    hoja.write_string(
        fila + 2 + len(plano.ORDEN),
        0,
        "* Estimación. SSFAM: aportación anual en pesos, promedio de los 40 años (cuadro V.6).",
        e.subtitulo(),
    )


def _rotulo(seguro: str) -> str:
    return f"{seguro} *" if seguro in ESTIMADOS else seguro


def _valores_presentes(libro: Libro, fila: int) -> None:
    hoja, e = libro.hoja(plano.PRIMAS), libro.estilos
    hoja.merge_range(fila, 0, fila, 10, "Déficit: valor presente y promedio", e.seccion())
    hoja.write_string(fila + 1, 0, ANIO_BASE.etiqueta, e.texto())
    ANIO_BASE.escribir(libro, plano.PRIMAS, fila + 1, 2)
    hoja.write_string(fila + 1, 3, ANIO_BASE.ayuda, e.texto(font_color=GRIS))
    hoja.write_string(fila + 2, 0, "Tasa de descuento", e.texto())
    hoja.write_formula(fila + 2, 2, f"={plano.NOMBRE_TASA}", e.calculo(PCT, align="center"))
    fila += 3
    hoja.set_row(fila, 44)
    hoja.write_string(fila, 0, "Seguro o cobertura", e.encabezado())
    hoja.write_string(fila, 1, "Promedio anual 2011-2050", e.encabezado())
    for j, h in enumerate(HORIZONTES, start=2):
        hoja.write_string(fila, j, f"Valor presente {h} años", e.encabezado())
        hoja.write_string(fila, j + len(HORIZONTES) + 1, f"Informe {h} años", e.encabezado())
    hoja.write_string(fila, 2 + len(HORIZONTES), "Informe, promedio", e.encabezado())
    for j in range(1, 3 + 2 * len(HORIZONTES)):
        hoja.write_string(fila + 1, j, "mdp 2011", e.unidad())
    for i, seguro in enumerate(plano.ORDEN, start=fila + 2):
        resultado = plano.serie(seguro, "resultado")
        hoja.write_string(i, 0, _rotulo(seguro), e.texto(bold=True))
        hoja.write_formula(i, 1, f"=-AVERAGE({resultado})", e.calculo(MDP))
        libro.nombrar(f"deficit_promedio_{plano.clave(seguro)}", plano.PRIMAS, i, 1)
        for j, h in enumerate(HORIZONTES, start=2):
            hoja.write_formula(
                i,
                j,
                f"=-VALOR_PRESENTE(INDEX({resultado},1):INDEX({resultado},{h}),"
                f'{plano.NOMBRE_TASA},"inicio")'
                f"*(1+{plano.NOMBRE_TASA})^({ANIO_BASE.nombre}-{plano.PRIMER_ANIO})",
                e.calculo(MDP),
            )
            libro.nombrar(vp(seguro, h), plano.PRIMAS, i, j)
        for j, publicado in enumerate(_publicados(seguro), start=2 + len(HORIZONTES)):
            if publicado is not None:
                hoja.write_number(i, j, publicado, e.publicado(MDP))
    hoja.write_string(
        fila + 2 + len(plano.ORDEN),
        0,
        "Positivo: déficit. El informe publica el SEM con 2011 sin descontar (cuadros II.7, IV.4 y "
        "V.5); sus cifras no cambian con el escenario.",
        e.subtitulo(),
    )


def _publicados(seguro: str) -> list[float | None]:
    """Printed mean and present values, None where the report has none."""
    columna = {"SEM": "SEM-Total", "SEM-A": "SEM-Asegurados", "GMP": "GMP"}.get(seguro)
    if columna:
        filas = ("Promedio anual 2011-2050", *(f"Valor presente1/ {h} años" for h in HORIZONTES))
        return [lectura.celda(DOCUMENTO, "cuadro_ii_7", columna, f) for f in filas]
    if seguro == "SGPS":
        return [
            None,
            *(
                lectura.celda(
                    DOCUMENTO, "cuadro_iv_4", "Resultado", ("Valor presente1/", f"{h} años")
                )
                for h in HORIZONTES
            ),
        ]
    if seguro == "SSFAM":
        cuadro, fila = "cuadro_v_5", "Resultado financiero"
        promedio, total = (
            -lectura.celda(DOCUMENTO, cuadro, c, fila)
            for c in ("promedio_anual_2011_2050", "valor_presente_2011_2050")
        )
        return [promedio, *(None,) * (len(HORIZONTES) - 1), total]
    return []
