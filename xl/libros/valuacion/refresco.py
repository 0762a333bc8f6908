"""Refresh of valuacion.xlsx: assumptions, flows and scenarios of its sheets, results back.

Everything is read and computed before the first cell is written, so that a mistake in a sheet
leaves the workbook as it was.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import xlwings as xw

from pymodel.conciliacion import Resultado, conciliar
from pymodel.errores import DatoInvalido, Descripcion
from pymodel.valuacion import (
    BASE,
    GRUPOS,
    PROPIO,
    Caso,
    Escenario,
    Flujos,
    Supuestos,
    Valuacion,
    anualizar,
    valuar_escenario,
)
from xl.contrato import entrada
from xl.libros.comun import entradas, lectura, refresco
from xl.libros.comun.definicion import Actualizacion
from xl.libros.estilo import MDP
from xl.libros.valuacion import base, plano

ENCABEZADO = (
    "Valuación",
    "Prima nivelada",
    "Prima de ingreso",
    "Dictamen",
    "Déficit / (superávit), mdp",
)
RESUMENES = ("ifa2005_b", "ifa2010_a", "ifa2010_c")


@dataclass(frozen=True)
class ActualizacionValuacion(Actualizacion):
    """The same, with each premium: (valuation, level, of income, verdict, deficit in mdp)."""

    primas: tuple[tuple[str, float, float, str, float], ...]


def actualizar(book: xw.Book) -> ActualizacionValuacion:
    """Read assumptions and scenarios, compute, write results, reconciliation and log."""
    resultados = _value_everything(book)
    filas = _result_rows(resultados)
    previas = _previous_rows(book)
    destino = lectura.rango(book, "resultados")
    if len(filas) > destino.rows.count:
        raise DatoInvalido(
            plano.RESULTADOS,
            Descripcion(f"{len(filas)} renglones"),
            f"{destino.rows.count} como máximo: apague algún escenario",
        )
    juicios = _checks()
    cambios = _changes(previas, filas)
    distintos = entradas.diferencias(book, base.celdas())
    resumen = refresco.resumir(juicios)

    destino.clear_contents()
    lectura.poner(destino, filas)
    refresco.escribir_conciliacion(book, juicios)
    refresco.registrar(book, "Actualizar", [*distintos, *cambios] or ["Sin cambios"], resumen)
    refresco.calcular_todo(book)
    primas = tuple(
        (
            caso.titulo,
            v.prima_nivelada,
            s.prima_ingreso,
            "suficiente" if v.prima_nivelada <= s.prima_ingreso else "insuficiente",
            v.deficit,
        )
        for e, caso, s, v in resultados
        if e is BASE
    )
    return ActualizacionValuacion(
        encabezado=ENCABEZADO,
        tabla=tuple(
            (titulo, f"{pn:.2%}", f"{ingreso:.2%}", dictamen, refresco.presentar(deficit, MDP))
            for titulo, pn, ingreso, dictamen, deficit in primas
        ),
        primas=primas,
        cambios=tuple(cambios),
        supuestos=tuple(distintos),
        verificaciones=resumen,
    )


def llenar(book: xw.Book) -> None:
    """Results and reconciliation of a workbook just built: a refresh without log or user."""
    lectura.poner(lectura.rango(book, "resultados"), _result_rows(_value_everything(book)))
    refresco.escribir_conciliacion(book, _checks())
    book.app.calculate()


def leer_casos(book: xw.Book) -> list[tuple[Caso, Flujos, Supuestos]]:
    """Flows and assumptions of each valuation of the workbook; the own ones only if filled in."""
    casos = []
    for caso in plano.TODOS:
        valores = {campo.clave: _read_field(book, caso, campo) for campo in plano.CAMPOS}
        flujos = _own_flows(book) if caso is PROPIO else _printed_flows(book, caso, valores)
        if flujos is None:
            continue
        casos.append((caso, flujos, _assumptions(book, caso, flujos, valores)))
    return casos


def leer_escenarios(book: xw.Book) -> list[Escenario]:
    """Scenarios switched on, in order."""
    escenarios: list[Escenario] = []
    for i in range(1, plano.NUM_ESCENARIOS + 1):
        x: dict[str, Any] = {}
        for clave, etiqueta, tipo in plano.RENGLONES_ESCENARIO:
            celda = lectura.rango(book, plano.nombre_escenario(i, clave))
            x[clave] = lectura.interpretar(
                lectura.valor(celda), tipo, lectura.lugar(celda, etiqueta)
            )
        if not x["activo"]:
            continue
        lugar = lectura.lugar(lectura.rango(book, plano.nombre_escenario(i, "nombre")), "Nombre")
        if x["nombre"] in (BASE.nombre, *(e.nombre for e in escenarios)):
            raise DatoInvalido(lugar, x["nombre"], "un nombre distinto para cada escenario")
        try:
            escenarios.append(
                Escenario(
                    nombre=x["nombre"],
                    tasa=x["tasa"],
                    salarios=x["salarios"],
                    gasto={g: x[f"gasto_{g}"] for g in GRUPOS},
                    siguen_salarios=frozenset(g for g in GRUPOS if x[f"sigue_{g}"]),
                    prima_ingreso=x["prima_ingreso"],
                )
            )
        except DatoInvalido as error:
            raise error.en(f"{plano.ESCENARIOS}, escenario {i}") from None
    return escenarios


def _assumptions(book: xw.Book, caso: Caso, flujos: Flujos, valores: dict[str, Any]) -> Supuestos:
    n = flujos.masa.size
    if caso is PROPIO:
        # The default horizon of the analyst's own flows is every year captured.
        for clave in ("horizonte", "horizonte_corto"):
            valores[clave] = min(valores[clave], n)
    for clave in ("horizonte", "horizonte_corto"):
        if valores[clave] > n:
            celda = lectura.rango(book, plano.nombre(caso, clave))
            lugar = lectura.lugar(celda, next(c.etiqueta for c in plano.CAMPOS if c.clave == clave))
            raise DatoInvalido(lugar, celda.value, f"{n} años o menos, los que tienen los flujos")
    colas = lectura.columna(book, plano.nombre(caso, "colas"))
    celda_tasa = lectura.rango(book, plano.nombre(caso, "tasa_cola"))
    campos = {c.clave: c for c in plano.CAMPOS}
    try:
        return Supuestos(
            tasa=valores["tasa"],
            horizonte=valores["horizonte"],
            horizonte_corto=valores["horizonte_corto"],
            convencion=valores["convencion"],
            perpetuidad=valores["perpetuidad"],
            crecimiento=valores["crecimiento"],
            interpolacion=valores["interpolacion"],
            prima_ingreso=valores["prima_ingreso"],
            reserva=valores["reserva"],
            cola_masa=colas[0],
            cola_gasto=tuple(colas[1:]),
            tasa_cola=lectura.interpretar(
                lectura.valor(celda_tasa), "tasa", lectura.lugar(celda_tasa, "Tasa de la cola")
            ),
        )
    except DatoInvalido as error:
        clave = "crecimiento" if error.argumento == "crecimiento_perpetuo" else error.argumento
        if clave not in campos:
            raise error.en(f"{plano.SUPUESTOS}, {caso.titulo}") from None
        celda = lectura.rango(book, plano.nombre(caso, clave))
        raise DatoInvalido(
            lectura.lugar(celda, campos[clave].etiqueta), celda.value, error.esperado
        ) from None


def _read_field(book: xw.Book, caso: Caso, campo: plano.Campo) -> Any:
    celda = lectura.rango(book, plano.nombre(caso, campo.clave))
    if campo.tipo in ("texto", "fecha"):
        return celda.value  # shown on the sheets, not used in any computation
    return lectura.interpretar(
        lectura.valor(celda), campo.tipo, lectura.lugar(celda, campo.etiqueta), campo.opciones
    )


def _printed_flows(book: xw.Book, caso: Caso, valores: dict[str, Any]) -> Flujos:
    anios = lectura.columna(book, plano.nombre(caso, "anios_impresos"))
    bloque = lectura.matriz(book, plano.nombre(caso, "impresos"))
    esperados = (caso.anio + 1, caso.anio + plano.ANIOS_FLUJOS)
    if (anios[0], anios[-1]) != esperados:
        raise DatoInvalido(
            f"Hoja «{plano.hoja_flujos(caso)}», años impresos",
            Descripcion(f"de {anios[0]:g} a {anios[-1]:g}"),
            f"de {esperados[0]} a {esperados[1]}, los que ocupa la hoja",
        )
    try:
        return anualizar(
            anios,
            [fila[0] for fila in bloque],
            [fila[1:] for fila in bloque],
            valores["interpolacion"],
        )
    except DatoInvalido as error:
        raise error.en(f"Hoja «{plano.hoja_flujos(caso)}»") from None


def _own_flows(book: xw.Book) -> Flujos | None:
    """The analyst's rows, or None while the sheet is blank."""
    k = len(PROPIO.componentes)
    nombres = ["anios", "masa", *(f"serie_{j}" for j in range(1, k + 1))]
    rangos = [lectura.rango(book, plano.nombre(PROPIO, n)) for n in nombres]
    columnas = [[fila[0] for fila in lectura.filas(r)] for r in rangos]
    _refuse_rows_below(rangos)
    llenas = [i for i in range(len(columnas[0])) if not all(entrada.vacio(c[i]) for c in columnas)]
    if not llenas:
        return None
    n = llenas[-1] + 1
    series = []
    for rango, columna, titulo in zip(
        rangos,
        columnas,
        ["Año", "Salarios", *(c.nombre for c in PROPIO.componentes)],
        strict=True,
    ):
        limpia = []
        for i in range(n):
            limpia.append(entrada.numero(columna[i], lectura.lugar(rango[i, 0], titulo)))
        series.append(limpia)
    anios = series[0]
    for i in range(1, n):
        if anios[i] != anios[i - 1] + 1:
            raise DatoInvalido(
                lectura.lugar(rangos[0][i, 0], "Año"),
                anios[i],
                f"{anios[i - 1] + 1:g}: años corridos",
            )
    try:
        return anualizar(anios, series[1], list(zip(*series[2:], strict=True)), PROPIO.metodo)
    except DatoInvalido as error:
        raise error.en(f"Hoja «{plano.PROPIOS}»") from None


def _refuse_rows_below(rangos: Sequence[xw.Range]) -> None:
    """Years pasted below the last row that the formulas read would be left out in silence."""
    alto = rangos[0].rows.count
    for rango in rangos:
        debajo = rango[0, 0].offset(alto, 0).resize(50, 1)
        for i, fila in enumerate(lectura.filas(debajo)):
            if not entrada.vacio(fila[0]):
                raise DatoInvalido(
                    lectura.lugar(debajo[i, 0]), fila[0], f"nada: caben {alto} años en esta hoja"
                )


def _value_everything(book: xw.Book) -> list[tuple[Escenario, Caso, Supuestos, Valuacion]]:
    """Every valuation of the workbook under the base and each scenario that is on."""
    casos = leer_casos(book)
    return [
        (escenario, caso, supuestos, valuar_escenario(caso, flujos, supuestos, escenario))
        for escenario in (BASE, *leer_escenarios(book))
        for caso, flujos, supuestos in casos
    ]


def _result_rows(
    resultados: Sequence[tuple[Escenario, Caso, Supuestos, Valuacion]],
) -> list[list[Any]]:
    bases = {caso.clave: v for e, caso, _, v in resultados if e is BASE}
    filas = []
    for escenario, caso, s, v in resultados:
        origen = bases[caso.clave]
        naturaleza = "modelo" if escenario is BASE else "reindexación, no valuación"
        if caso.cola and v.cola_masa:
            naturaleza += "; cola calibrada"
        gasto, gasto_base = (x.vp_gasto_imss(caso) for x in (v, origen))
        filas.append(
            [
                escenario.nombre,
                caso.titulo,
                caso.base_precios if caso is not PROPIO else "propios",
                s.tasa + escenario.tasa,
                v.vpsf,
                gasto,
                v.prima_nivelada,
                s.prima_ingreso + escenario.prima_ingreso,
                v.deficit,
                (v.prima_nivelada - origen.prima_nivelada) * 100,
                gasto - gasto_base,
                v.deficit - origen.deficit,
                v.cola_masa,
                v.cola_gasto_imss(caso),
                naturaleza,
            ]
        )
    return filas


def _previous_rows(book: xw.Book) -> dict[tuple[str, str], list[Any]]:
    """Results of the last refresh, by scenario and valuation."""
    return {
        (fila[0], fila[1]): fila
        for fila in lectura.filas(lectura.rango(book, "resultados"))
        if fila[0] is not None
    }


def _changes(previas: dict[tuple[str, str], list[Any]], filas: list[list[Any]]) -> list[str]:
    """What a reader of the results would notice: premium, deficit, rows that came or went."""
    cambios = []
    for fila in filas:
        antes = previas.get((fila[0], fila[1]))
        if antes is None:
            if previas:
                cambios.append(f"{fila[1]}, {fila[0]}: renglón nuevo")
            continue
        for col, texto, formato in ((6, "prima nivelada", ".4%"), (8, "déficit", ",.0f")):
            if not isinstance(antes[col], int | float) or (
                abs(fila[col] - antes[col]) > 1e-9 * max(1.0, abs(fila[col]))
            ):
                previo = (
                    format(antes[col], formato)
                    if isinstance(antes[col], int | float)
                    else str(antes[col])
                )
                cambios.append(f"{fila[1]}, {fila[0]}: {texto} {previo} → {fila[col]:{formato}}")
    presentes = {(f[0], f[1]) for f in filas}
    cambios += [f"{v}, {e}: ya no se calcula" for e, v in previas if (e, v) not in presentes]
    return cambios


def _checks() -> tuple[Resultado, ...]:
    return tuple(r for resumen in RESUMENES for r in conciliar(resumen))
