"""Dated parameters: the law, the assumptions of the documents, the series looked up by date.

Each row of ``parametros.csv`` is one value of one parameter in one document, from one date on.
Parameters that are a public series (minimum wage, UMA, INPC, contribution rates, Seguro Popular)
are read from that series and never typed again.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from datetime import date, datetime, timedelta
from functools import cache
from typing import Any

import numpy as np
import pandas as pd

from pymodel.datos._csv import RAIZ, Columna, leer_csv, normalizar, parecidos
from pymodel.datos.series import indice_inpc, serie
from pymodel.datos.tablas import documentos
from pymodel.errores import DatoInvalido

_COLUMNAS = [
    Columna("nombre", admite_vacio=False),
    Columna("documento", admite_vacio=False),
    Columna("valor", "mixto", admite_vacio=False),
    Columna("unidad", admite_vacio=False),
    Columna("vigente_desde", "fecha"),
    Columna("vigente_hasta", "fecha"),
    Columna("ley_articulo"),
    Columna("fuente", admite_vacio=False),
    Columna("calidad", admite_vacio=False),
    Columna("nota"),
]
_SIN_CONFIRMAR = [
    Columna("nombre", admite_vacio=False),
    Columna("desde", "fecha", admite_vacio=False),
    Columna("hasta", "fecha", admite_vacio=False),
    Columna("motivo", admite_vacio=False),
]
_UNIDADES_DE_TEXTO = {"texto", "fecha"}

_ISO = re.compile(r"\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}.*)?\Z")
_EPOCA_EXCEL = date(1899, 12, 30)
_SERIE_MAXIMA = 2_958_465  # 9999-12-31 in Excel

# (insurance, concept, payer) of cuotas_lss.csv -> name. The rows by wage bracket or risk class
# have no single value at a date: they are read with serie("cuotas_lss").
_CUOTAS = {
    ("EyM especie", "cuota fija por asegurado", "patrón"): "eym_cuota_fija_patron",
    ("EyM especie", "excedente de 3 SMGDF", "patrón"): "eym_excedente_patron",
    ("EyM especie", "excedente de 3 SMGDF", "trabajador"): "eym_excedente_trabajador",
    ("EyM especie", "cuota fija federal por asegurado", "Estado"): "eym_cuota_fija_estado",
    ("EyM dinero", "prestaciones en dinero", "patrón"): "eym_dinero_patron",
    ("EyM dinero", "prestaciones en dinero", "trabajador"): "eym_dinero_trabajador",
    ("EyM dinero", "prestaciones en dinero", "Estado"): "eym_dinero_estado",
    ("EyM GMP", "gastos médicos de pensionados", "patrón"): "gmp_patron",
    ("EyM GMP", "gastos médicos de pensionados", "trabajador"): "gmp_trabajador",
    ("EyM GMP", "gastos médicos de pensionados", "Estado"): "gmp_estado",
    ("IV", "invalidez y vida", "patrón"): "iv_patron",
    ("IV", "invalidez y vida", "trabajador"): "iv_trabajador",
    ("IV", "invalidez y vida", "Estado"): "iv_estado",
    ("GPS", "guarderías y prestaciones sociales", "patrón"): "gps_patron",
    ("RCV", "retiro", "patrón"): "retiro_patron",
    ("RCV", "cesantía en edad avanzada y vejez", "patrón"): "ceav_patron",
    ("RCV", "cesantía en edad avanzada y vejez", "trabajador"): "ceav_trabajador",
    ("RCV", "cesantía en edad avanzada y vejez", "Estado"): "ceav_estado",
    ("RT", "prima mínima", "patrón"): "rt_prima_minima",
    ("RT", "prima máxima", "patrón"): "rt_prima_maxima",
    ("Infonavit", "aportación al fondo de la vivienda", "patrón"): "infonavit_patron",
}
_TOPES = {
    "límite superior del SBC (EyM, RT, GPS)": "tope_sbc",
    "límite superior del SBC (IV y CEAV)": "tope_sbc_iv_ceav",
}
# The start of these rules was not looked for: what is known is the text in force on this date.
_LEY_LEIDA = date(2026, 1, 15)

_SEGURO_POPULAR = {
    "cuota_social": "sps_cuota_social",
    "asf": "sps_asf",
    "ase": "sps_ase",
    "total_cs_asf_ase": "sps_total_cs_asf_ase",
    "familias_afiliadas": "sps_familias_afiliadas",
    "familias_meta": "sps_familias_meta",
    "personas_afiliadas": "sps_personas_afiliadas",
}


@dataclass(frozen=True)
class Parametro:
    """One value of a parameter, with its validity and where it comes from.

    Attributes
    ----------
    nombre, documento : str
    valor : float or str
    unidad : str
        "fracción" for rates (0.035); "texto" or "fecha" (ISO) when `valor` is text.
    vigente_desde, vigente_hasta : date or None
        First and last day; None when not known or still in force.
    ley_articulo, fuente, calidad, nota : str
    anio : int or None
        Year to which the source assigns the value when the first day is not known.
    """

    nombre: str
    documento: str
    valor: float | str
    unidad: str
    vigente_desde: date | None
    vigente_hasta: date | None
    ley_articulo: str
    fuente: str
    calidad: str
    nota: str
    anio: int | None = None


@dataclass(frozen=True)
class _Tramo:
    """Days on which the value of a parameter is not confirmed, and why."""

    desde: date
    hasta: date
    motivo: str


@dataclass(frozen=True)
class _Momento:
    fecha: date
    es_anio: bool


def parametro(nombre: str, fecha: Any = None, documento: str | None = None) -> float | str:
    """Return the value of a parameter at a date; see `registro_parametro`."""
    return registro_parametro(nombre, fecha, documento).valor


def registro_parametro(nombre: str, fecha: Any = None, documento: str | None = None) -> Parametro:
    """Return a parameter at a date, with its unit, validity and source.

    Parameters
    ----------
    nombre : str
        Name, as in the table that `parametros` returns. Case and accents do not matter.
    fecha : date, datetime, str, int or float, optional
        A date, its ISO text ("2010-12-31"), its Excel serial number, or a year from 1900 to
        2100, which means its 1 January. None takes the latest row of the table.
    documento : str, optional
        "lss", "ifa2005"... When omitted: the law, if a law sets the parameter; otherwise the
        document whose row in force began last.

    Returns
    -------
    Parametro

    Raises
    ------
    DatoInvalido
        Unknown parameter or document; a date that is not one; a date before the first known
        value, in a gap or after the last value (the message says which dates are known); two
        documents with different values from the same day on, which only `documento` can settle.

    Notes
    -----
    An assumption that the document does not date holds from the valuation date of the document.
    A value that the source assigns to a year without saying since which day is found by that
    year only, never by a date inside it, and its note says so. On the days listed in
    ``sin_confirmar.csv`` there is no value: the error says what is not confirmed.
    """
    registros = _registros_de(nombre)
    if documento is not None:
        registros = _de_documento(registros, documento)
    momento = _momento(fecha)
    vigentes = []
    for clave in dict.fromkeys(r.documento for r in registros):
        vigente = _vigente([r for r in registros if r.documento == clave], momento)
        if vigente is not None:
            vigentes.append(vigente)
    if not vigentes:
        assert momento is not None
        nombre = registros[0].nombre
        motivos = [
            f" ({t.motivo})"
            for t in _sin_confirmar().get(nombre, ())
            if t.desde <= momento.fecha <= t.hasta
        ]
        raise DatoInvalido(
            f"fecha de «{nombre}»",
            momento.fecha.isoformat(),
            f"una fecha con valor conocido: {_cobertura(registros)}{''.join(motivos)}",
        )
    return _elegir(vigentes)


def dia(fecha: Any) -> date:
    """Return the day that a date, an ISO text, an Excel serial number or a year means.

    A year is its 1 January, as in `registro_parametro`.

    Raises
    ------
    DatoInvalido
        Anything else.
    """
    momento = _momento(fecha)
    if momento is None:
        raise DatoInvalido("fecha", fecha, "una fecha")
    return momento.fecha


def parametros(documento: str | None = None) -> pd.DataFrame:
    """Return the table of parameters, those of the reference series included.

    Parameters
    ----------
    documento : str, optional
        Only the rows of this document.

    Returns
    -------
    DataFrame
        One row for each value, columns as the attributes of `Parametro`; ``vigente_desde`` and
        ``vigente_hasta`` are datetime64.

    Raises
    ------
    DatoInvalido
        Unknown document, or a damaged file.
    """
    registros: Iterable[Parametro] = (r for grupo in _registros().values() for r in grupo)
    if documento is not None:
        registros = _de_documento(list(registros), documento)
    columnas = [f.name for f in fields(Parametro)]
    df = pd.DataFrame([[getattr(r, c) for c in columnas] for r in registros], columns=columnas)
    for columna in ("vigente_desde", "vigente_hasta"):
        df[columna] = pd.to_datetime(df[columna]).astype("datetime64[s]")
    return df


def _registros_de(nombre: Any) -> tuple[Parametro, ...]:
    if not isinstance(nombre, str) or not nombre.strip():
        raise DatoInvalido("parámetro", nombre, "el nombre de un parámetro, como «prima_siv»")
    registros = _registros().get(normalizar(nombre))
    if registros is None:
        cerca = parecidos(nombre, _registros())
        raise DatoInvalido(
            "parámetro",
            nombre,
            "un parámetro de la tabla" + (f", ¿quizá {cerca}?" if cerca else ""),
        )
    return registros


def _de_documento(registros: Iterable[Parametro], documento: Any) -> tuple[Parametro, ...]:
    lista = list(registros)
    clave = normalizar(documento).replace("_", "") if isinstance(documento, str) else ""
    elegidos = tuple(r for r in lista if r.documento == clave)
    if not elegidos:
        disponibles = ", ".join(dict.fromkeys(r.documento for r in lista))
        raise DatoInvalido("documento", documento, f"uno de {disponibles}")
    return elegidos


def _momento(fecha: Any) -> _Momento | None:
    if fecha is None:
        return None
    esperado = "una fecha, un texto AAAA-MM-DD, un número de serie de Excel o un año (1900 a 2100)"
    error = DatoInvalido("fecha", fecha, esperado)
    if isinstance(fecha, (bool, np.bool_)) or fecha is pd.NaT:
        raise error
    if isinstance(fecha, np.datetime64):
        if np.isnat(fecha):
            raise error
        return _Momento(pd.Timestamp(fecha).date(), False)
    if isinstance(fecha, datetime):
        return _Momento(fecha.date(), False)
    if isinstance(fecha, date):
        return _Momento(fecha, False)
    if isinstance(fecha, str):
        try:
            return _Momento(_fecha_iso(fecha.strip()), False)
        except ValueError:
            raise error from None
    if not isinstance(fecha, (int, float, np.integer, np.floating)):
        raise error
    # NaN and infinity fail both comparisons; an integer of any size may be compared.
    if 1900 <= fecha <= 2100 and fecha % 1 == 0:
        return _Momento(date(int(fecha), 1, 1), True)
    if 2100 < fecha < _SERIE_MAXIMA + 1:
        return _Momento(_EPOCA_EXCEL + timedelta(days=int(fecha)), False)
    raise error


def _fecha_iso(texto: str) -> date:
    # fromisoformat also takes "20101231" and week dates, which are more likely a mistake here.
    if not _ISO.match(texto):
        raise ValueError
    return datetime.fromisoformat(texto).date()


def _vigente(registros: list[Parametro], momento: _Momento | None) -> Parametro | None:
    """Return the row in force among those of one document, oldest first."""
    fechados = [r for r in registros if r.vigente_desde is not None]
    sin_fecha = [r for r in registros if r.vigente_desde is None]
    if momento is None:
        return (fechados or sin_fecha)[-1]
    fecha = momento.fecha
    anteriores = [r for r in fechados if r.vigente_desde is not None and r.vigente_desde <= fecha]
    if anteriores and (anteriores[-1].vigente_hasta or fecha) >= fecha:
        return _con_nota_de_anio(anteriores[-1], fechados, momento)
    for r in sin_fecha:
        if momento.es_anio and r.anio == fecha.year:
            return r
        # The first day is unknown, but by the following January it is already in force.
        if r.anio is not None and date(r.anio + 1, 1, 1) <= fecha <= (r.vigente_hasta or date.min):
            return _con_nota_de_anio(r, fechados, momento)
    return None


def _con_nota_de_anio(r: Parametro, fechados: list[Parametro], momento: _Momento) -> Parametro:
    """Say so when a look-up by year gives a value that changes later in that same year."""
    if not momento.es_anio:
        return r
    for otro in fechados:
        desde = otro.vigente_desde
        if desde and desde > momento.fecha and desde.year == momento.fecha.year:
            aviso = f"valor al 1 de enero de {desde.year}; cambia el {desde.isoformat()}"
            return replace(r, nota=f"{r.nota}; {aviso}" if r.nota else aviso)
    return r


def _elegir(vigentes: list[Parametro]) -> Parametro:
    leyes = [r for r in vigentes if _clases()[r.documento] == "ley"]
    candidatos = leyes or vigentes
    ultimo = max(_inicio(r) for r in candidatos)
    finalistas = [r for r in candidatos if _inicio(r) == ultimo]
    if len({r.valor for r in finalistas}) > 1:
        valores = ", ".join(f"{r.documento} {r.valor}" for r in finalistas)
        raise DatoInvalido(
            "documento",
            "",
            f"el documento de «{finalistas[0].nombre}», que tiene valores distintos: {valores}",
        )
    return finalistas[0]


def _inicio(r: Parametro) -> date:
    if r.vigente_desde is not None:
        return r.vigente_desde
    return date(r.anio or 1, 1, 1)


def _cobertura(registros: Iterable[Parametro]) -> str:
    """Return the known dates as text: "de A a B; desde C"."""
    tramos: list[list[date | None]] = []
    anios: list[int] = []
    for r in sorted(registros, key=_inicio):
        if r.vigente_desde is None:
            if r.anio is not None:
                anios.append(r.anio)
            continue
        ultimo = tramos[-1][1] if tramos else None
        if tramos and (ultimo is None or r.vigente_desde <= ultimo + timedelta(days=1)):
            if ultimo is not None and (r.vigente_hasta is None or r.vigente_hasta > ultimo):
                tramos[-1][1] = r.vigente_hasta
        else:
            tramos.append([r.vigente_desde, r.vigente_hasta])
    partes = [f"desde {a}" if b is None else f"de {a} a {b}" for a, b in tramos]
    if len(partes) > 4:
        partes = [*partes[:2], "…", partes[-1]]
    if anios:
        partes.append(f"y sólo por año {', '.join(str(a) for a in anios)}")
    return "; ".join(partes)


@cache
def _clases() -> dict[str, str]:
    df = documentos()
    return dict(zip(df["documento"], df["clase"], strict=True))


@cache
def _registros() -> dict[str, tuple[Parametro, ...]]:
    """Return name -> rows, oldest first."""
    todos = [
        *_de_tabla(),
        *_de_salario_minimo(),
        *_de_uma(),
        *_de_inpc(),
        *_de_pib(),
        *_de_cuotas(),
        *_de_seguro_popular(),
    ]
    grupos: dict[str, list[Parametro]] = {}
    for r in todos:
        grupos.setdefault(r.nombre, []).append(r)
    return {
        nombre: tuple(sorted(_confirmados(filas, _sin_confirmar().get(nombre, ())), key=_inicio))
        for nombre, filas in grupos.items()
    }


@cache
def _sin_confirmar() -> dict[str, tuple[_Tramo, ...]]:
    """Return name -> spans without a confirmed value."""
    tramos: dict[str, tuple[_Tramo, ...]] = {}
    for fila in leer_csv(RAIZ / "sin_confirmar.csv", _SIN_CONFIRMAR).to_dict("records"):
        tramo = _Tramo(fila["desde"].date(), fila["hasta"].date(), fila["motivo"])
        tramos[fila["nombre"]] = (*tramos.get(fila["nombre"], ()), tramo)
    return tramos


def _confirmados(filas: list[Parametro], tramos: tuple[_Tramo, ...]) -> list[Parametro]:
    """Return the rows without their days in `tramos`: they end before, or are left out."""
    for t in tramos:
        previas, filas = filas, []
        for r in previas:
            inicio = _inicio(r)
            if t.desde <= inicio <= t.hasta:
                continue
            if r.vigente_desde and inicio < t.desde and (r.vigente_hasta or t.desde) >= t.desde:
                r = replace(r, vigente_hasta=t.desde - timedelta(days=1))
            filas.append(r)
    return filas


def _de_tabla() -> list[Parametro]:
    archivo = "parametros.csv"
    df = leer_csv(RAIZ / archivo, _COLUMNAS)
    docs = documentos()
    fechas = dict(zip(docs["documento"], docs["fecha"], strict=True))
    registros: list[Parametro] = []
    for i, fila in enumerate(df.to_dict("records"), start=2):
        donde = f"{archivo}, fila {i}, columna"
        if fila["documento"] not in fechas:
            raise DatoInvalido(f"{donde} «documento»", fila["documento"], "uno de documentos.csv")
        desde = fila["vigente_desde"]
        if pd.isna(desde):
            desde = fechas[fila["documento"]]
        if pd.isna(desde):
            raise DatoInvalido(f"{donde} «vigente_desde»", "", "una fecha AAAA-MM-DD")
        hasta = None if pd.isna(fila["vigente_hasta"]) else fila["vigente_hasta"].date()
        if hasta is not None and hasta < desde.date():
            raise DatoInvalido(f"{donde} «vigente_hasta»", hasta, f"una fecha desde {desde.date()}")
        registros.append(
            Parametro(
                nombre=fila["nombre"],
                documento=fila["documento"],
                valor=_valor(fila["valor"], fila["unidad"], donde),
                unidad=fila["unidad"],
                vigente_desde=desde.date(),
                vigente_hasta=hasta,
                ley_articulo=_texto(fila["ley_articulo"]),
                fuente=fila["fuente"],
                calidad=fila["calidad"],
                nota=_texto(fila["nota"]),
            )
        )
    return registros


def _valor(celda: str, unidad: str, donde: str) -> float | str:
    if unidad in _UNIDADES_DE_TEXTO:
        return celda
    try:
        valor = float(celda)
    except ValueError:
        valor = math.nan
    if not math.isfinite(valor):
        raise DatoInvalido(f"{donde} «valor»", celda, "un número")
    if unidad == "fracción" and abs(valor) >= 1:
        raise DatoInvalido(f"{donde} «valor»", celda, "una fracción menor que 1, como 0.035")
    return valor


def _texto(celda: Any) -> str:
    return "" if pd.isna(celda) else str(celda)


def _dia(celda: Any) -> date | None:
    return None if pd.isna(celda) else celda.date()


def _unir(*partes: Any) -> str:
    return "; ".join(_texto(p) for p in partes if _texto(p))


def _de_salario_minimo() -> list[Parametro]:
    registros = []
    for fila in serie("salario_minimo").to_dict("records"):
        desde = _dia(fila["vigencia_desde"])
        registros.append(
            Parametro(
                nombre="smg_df",
                documento="referencia",
                valor=fila["zona_a_df"],
                unidad="pesos diarios",
                vigente_desde=desde,
                vigente_hasta=_dia(fila["vigencia_hasta"]),
                ley_articulo="",
                fuente=f"referencia/salario_minimo.csv: {fila['fuente']}",
                calidad=fila["calidad"],
                nota=_unir("zona A, Distrito Federal", fila["nota"]),
                anio=None if desde else fila["anio"],
            )
        )
    return registros


def _de_uma() -> list[Parametro]:
    registros = []
    for fila in serie("uma").to_dict("records"):
        desde = _dia(fila["vigencia_desde"])
        registros.append(
            Parametro(
                nombre="uma",
                documento="referencia",
                valor=fila["uma_diaria"],
                unidad="pesos diarios",
                vigente_desde=desde,
                vigente_hasta=_dia(fila["vigencia_hasta"]),
                ley_articulo="",
                fuente=f"referencia/uma.csv: {fila['fuente']}",
                calidad=fila["calidad"],
                nota=_texto(fila["nota"]),
                anio=None if desde else fila["anio"],
            )
        )
    return registros


def _anual(nombre: str, anio: int, **campos: Any) -> Parametro:
    return Parametro(
        nombre=nombre,
        vigente_desde=date(anio, 1, 1),
        vigente_hasta=date(anio, 12, 31),
        **campos,
    )


def _de_inpc() -> list[Parametro]:
    mensual = serie("inpc")
    meses = mensual.groupby("anio")["mes"].agg(["count", "max"])
    registros = []
    for nombre, indice, tiene, nota in (
        ("inpc_promedio", "promedio", meses["count"] == 12, "media de los doce meses"),
        ("inpc_diciembre", "diciembre", meses["max"] == 12, "mes de diciembre"),
    ):
        anios = meses.index[tiene].to_numpy(dtype="int64")
        valores = indice_inpc(anios, "promedio" if indice == "promedio" else "diciembre")
        calidades = mensual.groupby("anio")["calidad"].last()
        registros += [
            _anual(
                nombre,
                int(anio),
                documento="referencia",
                valor=float(valor),
                unidad="índice, segunda quincena de julio de 2018 = 100",
                ley_articulo="",
                fuente="referencia/inpc.csv: INEGI",
                calidad=str(calidades[anio]),
                nota=nota,
            )
            for anio, valor in zip(anios, valores, strict=True)
        ]
    return registros


def _de_pib() -> list[Parametro]:
    return [
        _anual(
            "pib_nominal",
            fila["anio"],
            documento="ifa2010" if fila["serie"].startswith("IFA2010") else "referencia",
            valor=fila["pib_nominal_mdp"],
            unidad="mdp corrientes",
            ley_articulo="",
            fuente=f"referencia/pib.csv: {fila['fuente']}",
            calidad=fila["calidad"],
            nota=_unir(f"serie {fila['serie']}", fila["nota"]),
        )
        for fila in serie("pib").to_dict("records")
    ]


def _de_cuotas() -> list[Parametro]:
    registros = []
    for fila in serie("cuotas_lss").to_dict("records"):
        if fila["seguro"] == "tope":
            nombre, unidad = _TOPES[fila["concepto"]], "veces el SMGDF"
            valor = float(fila["rango"])
        else:
            clave = (fila["seguro"], fila["concepto"], fila["pagador"])
            if clave not in _CUOTAS or not pd.isna(fila["rango"]) or pd.isna(fila["tasa_pct"]):
                continue
            nombre, unidad = _CUOTAS[clave], "fracción"
            valor = round(fila["tasa_pct"] / 100, 12)
        desde = _dia(fila["vigente_desde"])
        infonavit = fila["seguro"] == "Infonavit"
        registros.append(
            Parametro(
                nombre=nombre,
                documento="infonavit" if infonavit else "lss",
                valor=valor,
                unidad=unidad,
                vigente_desde=desde or _LEY_LEIDA,
                vigente_hasta=_dia(fila["vigente_hasta"]),
                ley_articulo=f"{'Ley del Infonavit' if infonavit else 'LSS'}, {fila['articulo']}",
                fuente=f"referencia/cuotas_lss.csv: {fila['fuente']}",
                calidad=fila["calidad"],
                nota=_unir(f"base: {fila['base']}", fila["nota"]),
            )
        )
    return registros


def _de_seguro_popular() -> list[Parametro]:
    return [
        _anual(
            _SEGURO_POPULAR[fila["concepto"]],
            fila["anio"],
            documento="sps2006" if fila["fuente"].startswith("SPS2006") else "referencia",
            valor=fila["valor"],
            unidad=fila["unidad"],
            ley_articulo="",
            fuente=f"referencia/seguro_popular.csv: {fila['fuente']}",
            calidad=fila["calidad"],
            nota=_unir(fila["tipo"], fila["nota"]),
        )
        for fila in serie("seguro_popular").to_dict("records")
        if fila["concepto"] in _SEGURO_POPULAR
    ]
