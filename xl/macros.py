"""What the buttons do: xlwings scripts on a Book, live in Excel or closed in a file.

Everything is read and computed before the first cell is written, so that a mistake in a sheet
leaves the workbook as it was.
"""

from __future__ import annotations

import datetime as dt
import getpass
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import xlwings as xw

from pymodel import conciliacion
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
from xl import VERSION
from xl.contrato import entrada
from xl.libros.valuacion import base, plano


@dataclass(frozen=True)
class Actualizacion:
    """What a refresh did, for whoever called it.

    Parameters
    ----------
    primas : rows               (valuation, level premium, premium of income, verdict, deficit).
    cambios : list of str       Results that differ from the previous refresh, in Spanish.
    supuestos : list of str     Assumptions that differ from those of the reports.
    verificaciones : str        Summary of the reconciliation.
    """

    primas: tuple[tuple[str, float, float, str, float], ...]
    cambios: tuple[str, ...]
    supuestos: tuple[str, ...]
    verificaciones: str


@xw.script
def actualizar(book: xw.Book) -> Actualizacion:
    """Read assumptions and scenarios, compute, write results, reconciliation and log."""
    resultados = _value_everything(book)
    filas = _result_rows(resultados)
    previas = _previous_rows(book)
    destino = _range(book, "resultados")
    if len(filas) > destino.rows.count:
        raise DatoInvalido(
            plano.RESULTADOS,
            Descripcion(f"{len(filas)} renglones"),
            f"{destino.rows.count} como máximo: apague algún escenario",
        )
    juicios = conciliacion.conciliar()
    cambios = _changes(previas, filas)
    distintos = _differences(book)
    resumen = _summary(juicios)

    destino.clear_contents()
    destino[0, 0].value = filas
    _write_reconciliation(book, juicios)
    _log(book, "Actualizar", [*distintos, *cambios] or ["Sin cambios"], resumen)
    book.app.calculate()
    return Actualizacion(
        primas=tuple(
            (
                caso.titulo,
                v.prima_nivelada,
                s.prima_ingreso,
                "suficiente" if v.prima_nivelada <= s.prima_ingreso else "insuficiente",
                v.deficit,
            )
            for e, caso, s, v in resultados
            if e is BASE
        ),
        cambios=tuple(cambios),
        supuestos=tuple(distintos),
        verificaciones=resumen,
    )


def llenar(book: xw.Book) -> None:
    """Results and reconciliation of a workbook just built: a refresh without log or user."""
    _range(book, "resultados")[0, 0].value = _result_rows(_value_everything(book))
    _write_reconciliation(book, conciliacion.conciliar())
    book.app.calculate()


@xw.script
def restablecer_supuestos(book: xw.Book) -> None:
    """Put back the assumptions of the reports, their printed flows and the default scenarios.

    The analyst's own flows stay.
    """
    destinos = [(_range(book, nombre), valor) for nombre, valor in base.celdas()]
    for rango, valor in destinos:
        rango.value = valor
    _log(book, "Restablecer supuestos", ["Supuestos, años impresos y escenarios de origen"], "")
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
            celda = _range(book, plano.nombre_escenario(i, clave))
            x[clave] = _parse(_value(celda), tipo, _place(celda, etiqueta))
        if not x["activo"]:
            continue
        lugar = _place(_range(book, plano.nombre_escenario(i, "nombre")), "Nombre")
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
            celda = _range(book, plano.nombre(caso, clave))
            lugar = _place(celda, next(c.etiqueta for c in plano.CAMPOS if c.clave == clave))
            raise DatoInvalido(lugar, celda.value, f"{n} años o menos, los que tienen los flujos")
    colas = _column(book, plano.nombre(caso, "colas"))
    celda_tasa = _range(book, plano.nombre(caso, "tasa_cola"))
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
            tasa_cola=_parse(_value(celda_tasa), "tasa", _place(celda_tasa, "Tasa de la cola")),
        )
    except DatoInvalido as error:
        clave = "crecimiento" if error.argumento == "crecimiento_perpetuo" else error.argumento
        if clave not in campos:
            raise error.en(f"{plano.SUPUESTOS}, {caso.titulo}") from None
        celda = _range(book, plano.nombre(caso, clave))
        raise DatoInvalido(
            _place(celda, campos[clave].etiqueta), celda.value, error.esperado
        ) from None


def _read_field(book: xw.Book, caso: Caso, campo: plano.Campo) -> Any:
    celda = _range(book, plano.nombre(caso, campo.clave))
    if campo.tipo in ("texto", "fecha"):
        return celda.value  # shown on the sheets, not used in any computation
    return _parse(_value(celda), campo.tipo, _place(celda, campo.etiqueta), campo.opciones)


def _parse(valor: Any, tipo: str, lugar: str, opciones: Sequence[str] = ()) -> Any:
    """One cell as its kind asks; the message names sheet and cell.

    Options are taken to the letter: the formulas of the sheet would read «Sí» or «Início» in their
    own way, and a valuation must not have two readings.
    """
    if entrada.vacio(valor):
        raise DatoInvalido(lugar, None, _EXPECTED[tipo])
    if tipo in ("texto", "opcion", "si_no"):
        admitidas = (plano.SI, plano.NO) if tipo == "si_no" else opciones
        if not isinstance(valor, str):
            raise DatoInvalido(lugar, valor, _EXPECTED[tipo])
        if tipo == "texto":
            return valor.strip()
        if valor not in admitidas:
            raise DatoInvalido(lugar, valor, "una de: " + ", ".join(f"«{o}»" for o in admitidas))
        return valor == plano.SI if tipo == "si_no" else valor
    numero = entrada.numero(valor, lugar)
    if tipo == "tasa" and abs(numero) >= 1.0:
        raise DatoInvalido(lugar, numero, f"{_EXPECTED[tipo]}; ¿quiso decir {numero / 100:g}?")
    if tipo == "entero":
        if numero != int(numero) or numero < 1:
            raise DatoInvalido(lugar, numero, _EXPECTED[tipo])
        return int(numero)
    return numero


_EXPECTED = {
    "tasa": "una fracción o un porcentaje, por ejemplo 0.035 o 3.5%",
    "entero": "un número entero de años, 1 o más",
    "mdp": "un monto en millones de pesos",
    "opcion": "una opción de la lista",
    "si_no": "«sí» o «no»",
    "texto": "un texto",
}


def _printed_flows(book: xw.Book, caso: Caso, valores: dict[str, Any]) -> Flujos:
    anios = _column(book, plano.nombre(caso, "anios_impresos"))
    bloque = _matrix(book, plano.nombre(caso, "impresos"))
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
    rangos = [_range(book, plano.nombre(PROPIO, n)) for n in nombres]
    columnas = [[fila[0] for fila in _rows(r)] for r in rangos]
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
            limpia.append(entrada.numero(columna[i], _place(rango[i, 0], titulo)))
        series.append(limpia)
    anios = series[0]
    for i in range(1, n):
        if anios[i] != anios[i - 1] + 1:
            raise DatoInvalido(
                _place(rangos[0][i, 0], "Año"), anios[i], f"{anios[i - 1] + 1:g}: años corridos"
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
        for i, fila in enumerate(_rows(debajo)):
            if not entrada.vacio(fila[0]):
                raise DatoInvalido(
                    _place(debajo[i, 0]), fila[0], f"nada: caben {alto} años en esta hoja"
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
        for fila in _rows(_range(book, "resultados"))
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


def _differences(book: xw.Book) -> list[str]:
    """Input cells that are not at their default."""
    distintos = []
    for nombre, valor in base.celdas():
        rango = _range(book, nombre)
        if isinstance(valor, list):
            actual: Any = _rows(rango)
            igual = all(
                _same(a, b)
                for x, y in zip(actual, valor, strict=True)
                for a, b in zip(x, y, strict=True)
            )
            if not igual:
                distintos.append(f"{_place(rango)}: datos distintos de los publicados")
        elif not _same(rango.value, valor):
            distintos.append(f"{_place(rango)} = {_show(rango.value)} (origen {_show(valor)})")
    return distintos


def _same(a: Any, b: Any) -> bool:
    if isinstance(a, dt.datetime) and isinstance(b, dt.date):
        a = a.date()
    if isinstance(a, int | float) and isinstance(b, int | float):
        return abs(a - b) <= 1e-12 * max(1.0, abs(b))
    return bool(a == b)


def _show(valor: Any) -> str:
    return f"{valor:.6g}" if isinstance(valor, float) else str(valor)


def _write_reconciliation(book: xw.Book, juicios: Sequence[conciliacion.Resultado]) -> None:
    rango = _range(book, "conciliacion")
    rango.clear_contents()
    rango[0, 0].value = [
        [
            r.id,
            r.documento,
            r.tipo,
            r.descripcion,
            r.unidad,
            r.publicado,
            r.calculado,
            r.diferencia,
            r.tolerancia,
            r.comparaciones,
            r.resultado,
            r.fuente,
            r.metodo,
            r.explicacion,
        ]
        for r in juicios
    ]


def _summary(juicios: Sequence[conciliacion.Resultado]) -> str:
    cumplen = sum(r.resultado == conciliacion.CUMPLE for r in juicios)
    explicadas = sum(r.resultado == conciliacion.FALLA_ESPERADA for r in juicios)
    return (
        f"{len(juicios)} verificaciones: {cumplen} cumplen, {explicadas} fallan con explicación, "
        f"{len(juicios) - cumplen - explicadas} no cumplen"
    )


def _log(book: xw.Book, accion: str, cambios: Sequence[str], resumen: str) -> None:
    inicio = _range(book, "bitacora")
    usadas = 1
    while inicio.offset(usadas, 2).value is not None:
        usadas += 1
    texto = "; ".join(cambios)
    limite = 2000
    if len(texto) > limite:
        texto = f"{texto[:limite]}… ({len(cambios)} cambios en total)"
    inicio.offset(usadas, 0).value = [
        dt.datetime.now().strftime("%Y-%m-%d %H:%M:%S"),
        _user(),
        VERSION,
        accion,
        texto,
        resumen,
    ]


def _user() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # no user name in a container
        return "desconocido"


def _range(book: xw.Book, nombre: str) -> xw.Range:
    """Range of a defined name; the message says which cell was renamed or deleted."""
    try:
        rango = book.names[nombre].refers_to_range
    except Exception:  # each front end says it in its own way
        rango = None
    if rango is None:
        raise DatoInvalido(
            "Libro",
            Descripcion(f"el nombre «{nombre}» ausente o sin celda"),
            "el nombre definido original: alguien borró o renombró la celda o su hoja; "
            "recupérelo del respaldo o reconstruya el libro con python -m xl construir",
        )
    return rango


def _place(rango: xw.Range, etiqueta: str = "") -> str:
    lugar = f"{rango.sheet.name}!{rango.address.replace('$', '')}"
    return f"{lugar} ({etiqueta})" if etiqueta else lugar


def _rows(rango: xw.Range) -> list[list[Any]]:
    """Cells of a range as rows; error cells come as their text, so that none passes for empty."""
    filas: list[list[Any]] = rango.options(ndim=2, err_to_str=True).value
    return filas


def _value(celda: xw.Range) -> Any:
    return _rows(celda)[0][0]


def _matrix(book: xw.Book, nombre: str) -> list[list[float]]:
    """Numbers of a named block; the message names the cell that holds something else."""
    rango = _range(book, nombre)
    return [
        [
            entrada.numero(celda, _place(rango[i, j])) if type(celda) is not float else celda
            for j, celda in enumerate(fila)
        ]
        for i, fila in enumerate(_rows(rango))
    ]


def _column(book: xw.Book, nombre: str) -> list[float]:
    return [fila[0] for fila in _matrix(book, nombre)]
