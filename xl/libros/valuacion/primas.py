"""Sheet Primas: each valuation as the reports print it, computed beside published."""

from __future__ import annotations

from xlsxwriter.utility import xl_rowcol_to_cell

from pymodel.valuacion import PROPIO, Caso, publicado
from xl.libros.comun.libro import Libro, bloque
from xl.libros.estilo import MDP, PCT, PP, preparar
from xl.libros.valuacion import plano
from xl.libros.valuacion.comun import (
    columna_total,
    horizonte,
    rango,
    rango_horizonte,
    series,
    si_hay_datos,
)

SINONIMOS = (
    (
        "Costo actuarial (IFA 2005)",
        "Prima nivelada (IFA 2010)",
        "VP del gasto / VP de los salarios",
    ),
    ("Prima media general, prima media ecualizada", "Prima nivelada", "La misma, en el texto"),
    (
        "Prima media nivelada, PMN (MIFA)",
        "Prima nivelada con «inicio»",
        "El primer año no se descuenta",
    ),
    (
        "Prima de financiamiento",
        "Prima de ingreso",
        "La que se cobra: de ley (SIV, GMP) o promedio de las empresas (SRT)",
    ),
    ("Prima de reparto (MIFA)", "Prima de gasto", "Gasto del año / salarios del año"),
)

RENGLONES = (
    "VP de los salarios (VPSF)",
    "VP del gasto",
    "Prima promedio",
    "Prima nivelada, horizonte",
    "Publicada",
    "Diferencia (puntos porcentuales)",
    "Prima nivelada con la reserva inicial",
    "Prima nivelada, segundo horizonte",
    "Publicada (50 años)",
    "Diferencia (puntos porcentuales)",
    "Prima de ingreso",
)
(
    VPSF,
    VP,
    PROMEDIO,
    NIVELADA,
    PUBLICADA,
    DIFERENCIA,
    CON_RESERVA,
    CORTA,
    PUB_CORTA,
    DIF_CORTA,
    INGRESO,
) = range(len(RENGLONES))
ALTO = len(RENGLONES) + 3


def fila_bloque(caso: Caso) -> int:
    """First row of the block of a valuation."""
    return 4 + ALTO * plano.TODOS.index(caso)


def construir(libro: Libro) -> None:
    """Write the sheet."""
    hoja, e = libro.hoja(plano.PRIMAS), libro.estilos
    preparar(
        hoja,
        e,
        "Primas",
        "Prima promedio y nivelada de cada valuación: lo calculado con los flujos, junto a lo que "
        "publica el informe. Primas en % de los salarios; diferencias en puntos porcentuales.",
        repetir=(0, 2),
    )
    hoja.set_column(0, 0, 40)
    hoja.set_column(1, 6, 15)
    hoja.set_column(7, 7, 46)
    hoja.freeze_panes(3, 1)
    for caso in plano.TODOS:
        _block(libro, caso)
    fila = fila_bloque(plano.TODOS[-1]) + ALTO
    hoja.merge_range(fila, 0, fila, 7, "Sinónimos: una misma prima con varios nombres", e.seccion())
    hoja.write_string(fila + 1, 0, "En el documento", e.encabezado())
    hoja.merge_range(fila + 1, 1, fila + 1, 3, "Aquí", e.encabezado())
    hoja.merge_range(fila + 1, 4, fila + 1, 7, "Qué es", e.encabezado())
    for i, (documento, aqui, que) in enumerate(SINONIMOS):
        hoja.write_string(fila + 2 + i, 0, documento, e.texto())
        hoja.merge_range(fila + 2 + i, 1, fila + 2 + i, 3, aqui, e.texto())
        hoja.merge_range(fila + 2 + i, 4, fila + 2 + i, 7, que, e.texto())
    hoja.set_h_pagebreaks([fila_bloque(c) for c in plano.TODOS[3::3]])


def _block(libro: Libro, caso: Caso) -> None:
    hoja, e, fila = libro.hoja(plano.PRIMAS), libro.estilos, fila_bloque(caso)
    nombres = series(caso)
    n, total = len(nombres), columna_total(caso)
    titulo = caso.titulo if caso is PROPIO else f"{caso.titulo} — {caso.nombre}"
    base = "a precios de su año base" if caso is PROPIO else caso.base_precios
    hoja.merge_range(fila, 0, fila, 7, f"{titulo} ({base})", e.seccion())
    hoja.set_row(fila + 1, 30)
    hoja.write_string(fila + 1, 0, "Concepto", e.encabezado())
    for j in range(6):
        hoja.write_string(fila + 1, 1 + j, nombres[j] if j < n else "", e.encabezado())
    hoja.write_string(fila + 1, 7, "Fuente y naturaleza", e.encabezado())
    cuerpo = fila + 2
    for i, texto in enumerate(RENGLONES):
        negrita = i == NIVELADA
        hoja.write_string(cuerpo + i, 0, texto, e.texto(bold=negrita))
    _computed(libro, caso, cuerpo, n, total)
    if caso is not PROPIO:
        _published(libro, caso, cuerpo, n)
    for i, texto in _notes(caso).items():
        hoja.write_string(cuerpo + i, 7, texto, e.texto(font_color="#6B6B6B", font_size=9))
    libro.nombrar(plano.nombre(caso, "vpsf"), plano.PRIMAS, cuerpo + VPSF, 1)
    libro.nombrar(plano.nombre(caso, "vp"), plano.PRIMAS, cuerpo + VP, 1, cuerpo + VP, n)
    libro.nombrar(plano.nombre(caso, "vp_total"), plano.PRIMAS, cuerpo + VP, 1 + total)
    libro.nombrar(plano.nombre(caso, "pn"), plano.PRIMAS, cuerpo + NIVELADA, 1 + total)
    libro.nombrar(plano.nombre(caso, "pn_corta"), plano.PRIMAS, cuerpo + CORTA, 1 + total)


def _computed(libro: Libro, caso: Caso, cuerpo: int, n: int, total: int) -> None:
    hoja, e = libro.hoja(plano.PRIMAS), libro.estilos
    x = {c: plano.nombre(caso, c) for c in ("tasa", "convencion", "cierre", "reserva")}
    x |= {c: horizonte(caso, c) for c in ("horizonte", "horizonte_corto")}
    con_cola = caso.cola or caso is PROPIO
    cola_gasto = plano.nombre(caso, "cola_gasto") if con_cola else "0"
    cola_masa = plano.nombre(caso, "cola_masa")
    gasto, masa, suma = (rango(caso, c) for c in ("gasto", "masa", "total"))
    gasto_h, masa_h = (rango_horizonte(caso, c) for c in ("gasto", "masa"))
    cola_total = f"INDEX({cola_gasto},{total + 1})" if con_cola and total else cola_gasto
    comunes = f"{x['convencion']},{x['cierre']}"
    hoja.write_formula(
        cuerpo + VPSF,
        1,
        si_hay_datos(caso, f"VALOR_PRESENTE({masa_h},{x['tasa']},{comunes},{cola_masa})"),
        e.calculo(MDP),
    )
    filas = {
        VP: (f"VALOR_PRESENTE({gasto_h},{x['tasa']},{comunes},{cola_gasto})", MDP),
        PROMEDIO: (f"PRIMA_PROMEDIO({gasto_h},{masa_h})", PCT),
        NIVELADA: (
            f"PRIMA_NIVELADA({gasto},{masa},{x['tasa']},0,{comunes},{cola_gasto},{cola_masa},"
            f"{x['horizonte']})",
            PCT,
        ),
        CORTA: (
            f"PRIMA_NIVELADA({gasto},{masa},{x['tasa']},0,{comunes},0,0,{x['horizonte_corto']})",
            PCT,
        ),
    }
    for i, (formula, numero) in filas.items():
        formato = e.calculo(numero, bold=i == NIVELADA)
        texto = si_hay_datos(caso, formula)
        if n == 1:
            hoja.write_formula(cuerpo + i, 1, texto, formato)
        else:
            bloque(hoja, cuerpo + i, 1, 1, n, texto, formato)
    hoja.write_formula(
        cuerpo + CON_RESERVA,
        1 + total,
        si_hay_datos(
            caso,
            f"PRIMA_NIVELADA({suma},{masa},{x['tasa']},{x['reserva']},{comunes},{cola_total},"
            f"{cola_masa},{x['horizonte']})",
        ),
        e.calculo(PCT),
    )
    hoja.write_formula(
        cuerpo + INGRESO, 1 + total, f"={plano.nombre(caso, 'prima_ingreso')}", e.calculo(PCT)
    )


def _published(libro: Libro, caso: Caso, cuerpo: int, n: int) -> None:
    hoja, e, oficial = libro.hoja(plano.PRIMAS), libro.estilos, publicado(caso)
    k = len(caso.componentes)
    total = columna_total(caso)
    for valores, fila, diferencia, calculada in (
        (oficial.primas, PUBLICADA, DIFERENCIA, NIVELADA),
        (oficial.primas_cortas, PUB_CORTA, DIF_CORTA, CORTA),
    ):
        # Components in order, then the total; with one component both are the same column.
        por_columna = {**dict(enumerate(valores[:k])), total: valores[-1]}
        if n > total + 1 and fila == PUBLICADA:
            por_columna[total + 1] = oficial.prima_con_costo_fiscal
        for j in range(n):
            valor = por_columna.get(j)
            if valor is None:
                hoja.write_string(cuerpo + fila, 1 + j, "n. p.", e.publicado(align="right"))
                continue
            hoja.write_number(cuerpo + fila, 1 + j, valor, e.publicado(PCT))
            a = xl_rowcol_to_cell(cuerpo + calculada, 1 + j)
            b = xl_rowcol_to_cell(cuerpo + fila, 1 + j)
            hoja.write_formula(cuerpo + diferencia, 1 + j, f"=({a}-{b})*100", e.calculo(PP))


def _notes(caso: Caso) -> dict[int, str]:
    if caso is PROPIO:
        return {VP: "Calculado con los flujos de la hoja Flujos propios."}
    fuente = publicado(caso).fuente
    naturaleza = (
        "Calibrado: la cola sólo se conoce por diferencia"
        if caso.cola
        else "Modelo: sólo flujos y supuestos"
    )
    cierre = "; perpetuidad de cierre (recuperada)" if caso.perpetuidad else ""
    return {
        VPSF: fuente,
        VP: naturaleza + cierre,
        NIVELADA: naturaleza + cierre,
        PUBLICADA: f"{fuente}. n. p.: no publicada en el cuadro",
        PUB_CORTA: (
            "Componentes: cociente de los montos del cuadro II.7"
            if caso.clave == "srt_2005"
            else ""
        ),
        CON_RESERVA: "VP del gasto menos reserva, entre VPSF (el informe no la publica)",
        CORTA: "Modelo: sólo flujos y supuestos" + cierre,
        INGRESO: "Hoja Supuestos",
    }
