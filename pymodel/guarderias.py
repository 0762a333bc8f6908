"""Ramo de Guarderías: indicators, potential demand, expenditure, scenarios of 2005, article 211.

Money in millions of pesos of 2005 unless a function says otherwise. Children, places and
requests are counts.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import ArrayLike

from pymodel import datos, validacion
from pymodel.errores import DatoInvalido, Descripcion
from pymodel.validacion import Vector

DOCUMENTO = "ifa2005"
ANIO_BASE = 2005
ULTIMO_ANIO = 2010
PRIMER_ANIO_TENDENCIA = 2003
ORIGEN_TENDENCIA = 2002
MESES = 12.0
MILLON = 1e6
ESCENARIOS = (1, 2, 3)

DEFECTOS: dict[str, Any] = {
    "tendencia_a": None,
    "tendencia_b": None,
    "cobertura_inicial": None,
    "meta": None,
    "anio_meta": ULTIMO_ANIO,
    "administracion": None,
    "ingresos": None,
    "costo_nino_mes": None,
    "demanda_potencial_real": None,
}


# --- Indicators by delegación ------------------------------------------------------------------


class Indicadores(NamedTuple):
    """Indicators of the service; every array (n,), the last row the total.

    Rates are fractions: coverage may be above 1, and unmet demand is not 1 - coverage.
    """

    delegacion: tuple[str, ...]
    guarderias: Vector
    capacidad: Vector
    inscritos: Vector
    pendientes: Vector
    demanda: Vector
    cobertura: Vector
    ocupacion: Vector
    no_atendida: Vector
    ninos_por_guarderia: Vector
    parte_demanda: Vector
    lugar_cobertura: Vector
    lugar_no_atendida: Vector


def indicadores(
    delegacion: Sequence[str],
    guarderias: ArrayLike,
    capacidad: ArrayLike,
    inscritos: ArrayLike,
    pendientes: ArrayLike,
) -> Indicadores:
    """Indicators of each delegación and of all of them.

    Parameters
    ----------
    delegacion : sequence of n str      Without a total row.
    guarderias, capacidad, inscritos, pendientes : array (n,)   Units, places, children enrolled,
                                                                requests not yet served.

    Returns
    -------
    Indicadores         n + 1 rows, "Total" last; the ranks of the total are 0.

    Raises
    ------
    DatoInvalido        Negative figures; a delegación without guarderías, places or demand.

    Notes
    -----
    demand = enrolled + pending; coverage = capacity/demand; occupation = enrolled/capacity; unmet
    = pending/demand. Rank 1 is the lowest coverage, and the highest unmet demand.

    References
    ----------
    IFA 2005, cuadro III.2 and footnotes 42 to 45 (L2521-2646); IFA 2010, cuadros IV.6 and IV.7
    (L4388-4751).
    """
    partes = {
        "guarderias": guarderias,
        "capacidad": capacidad,
        "inscritos": inscritos,
        "pendientes": pendientes,
    }
    v = {}
    for nombre, valores in partes.items():
        arreglo = validacion.vector(valores, nombre)
        if len(arreglo) != len(delegacion):
            raise DatoInvalido(nombre, f"{len(arreglo)} valores", f"{len(delegacion)}")
        _cada(arreglo, nombre, delegacion, arreglo < 0.0, "un número de 0 o más")
        v[nombre] = np.append(arreglo, arreglo.sum())
    nombres = (*delegacion, "Total")
    demanda = v["inscritos"] + v["pendientes"]
    _cada(v["guarderias"], "guarderias", nombres, v["guarderias"] <= 0.0, "al menos una guardería")
    _cada(v["capacidad"], "capacidad", nombres, v["capacidad"] <= 0.0, "al menos un lugar")
    _cada(demanda, "inscritos + pendientes", nombres, demanda <= 0.0, "alguna demanda")
    cobertura = v["capacidad"] / demanda
    no_atendida = v["pendientes"] / demanda
    return Indicadores(
        delegacion=nombres,
        **v,
        demanda=demanda,
        cobertura=cobertura,
        ocupacion=v["inscritos"] / v["capacidad"],
        no_atendida=no_atendida,
        ninos_por_guarderia=v["inscritos"] / v["guarderias"],
        parte_demanda=demanda / demanda[-1],
        lugar_cobertura=_lugares(cobertura[:-1]),
        lugar_no_atendida=_lugares(-no_atendida[:-1]),
    )


def _lugares(valores: Vector) -> Vector:
    """Rank from the lowest, ties share the first place; 0 for the total."""
    ordenados = np.sort(valores)
    return np.append(np.searchsorted(ordenados, valores) + 1.0, 0.0)


def _cada(
    valores: Vector, nombre: str, filas: Sequence[str], malos: np.ndarray, esperado: str
) -> None:
    if malos.any():
        i = int(np.argmax(malos))
        raise DatoInvalido(f"{nombre} de {filas[i]}", float(valores[i]), esperado)


# Headings of cuadros III.2 (2005) and IV.6-IV.7 (2010), folded, by the words that tell them.
_COLUMNAS = {
    "guarderias": r"(numero_de_)?guarderias",
    "capacidad": r"capacidad(_instalada)?",
    "inscritos": r"(ninos_)?inscritos(?!_promedio)",
    "pendientes": r"solicitudes_pendientes|pendientes",
    "demanda": r"demanda(_total|_manifiesta)?(?!_no)",
}
_ORDEN_2005 = ("guarderias", "capacidad", "pendientes", "demanda")
_ORDEN_2010 = ("guarderias", "capacidad", "inscritos", "pendientes", "demanda")


def leer_indicadores(filas: Sequence[Sequence[Any]]) -> Indicadores:
    """Indicators of a block of cells with the columns of the 2005 or of the 2010 table.

    Parameters
    ----------
    filas : rows        First column the delegación. With a header: guarderías, capacidad,
                        pendientes and one or both of inscritos and demanda, in any order; other
                        columns are not read. Without: delegación, guarderías, capacidad,
                        inscritos and pendientes, or the 9 columns of the cuadro IV.7 or the 8 of
                        the III.2.

    Returns
    -------
    Indicadores         See :func:`indicadores`; a row "Total" of the block is checked, not read.

    Raises
    ------
    DatoInvalido        Missing columns; text where numbers belong; enrolled + pending that is not
                        the demand, or a total that is not the sum, with the row and difference.
    """
    columnas, inicio = _encabezado(filas)
    nombres: list[str] = []
    valores: list[dict[str, float]] = []
    total: dict[str, float] | None = None
    for i, fila in enumerate(filas[inicio:], start=inicio + 1):
        if all(c is None or (isinstance(c, str) and not c.strip()) for c in fila):
            continue
        nombre = fila[0]
        if not isinstance(nombre, str) or not nombre.strip():
            raise DatoInvalido(f"tabla, fila {i}, columna 1", nombre, "el nombre de la delegación")
        leidos = {
            c: validacion.numero(fila[j], f"tabla, fila {i} ({nombre}), {c}")
            for c, j in columnas.items()
        }
        _completar(leidos, f"tabla, fila {i} ({nombre})")
        if _plegar(nombre).startswith("total"):
            if total is not None:
                raise DatoInvalido(f"tabla, fila {i}", nombre, "un solo renglón «Total»")
            total = leidos
            continue
        if nombre.strip() in nombres:
            raise DatoInvalido(f"tabla, fila {i}", nombre, "cada delegación una vez")
        nombres.append(nombre.strip())
        valores.append(leidos)
    if not nombres:
        raise DatoInvalido("tabla", Descripcion("ninguna delegación"), "al menos un renglón")
    series = {c: np.array([v[c] for v in valores]) for c in _ORDEN_2010[:-1]}
    if total is not None:
        for c, serie in series.items():
            diferencia = total[c] - float(serie.sum())
            if abs(diferencia) > 0.5:
                raise DatoInvalido(
                    f"tabla, renglón Total, {c}",
                    total[c],
                    f"la suma de las delegaciones, {serie.sum():g} (diferencia {diferencia:g})",
                )
    return indicadores(nombres, **series)


def _encabezado(filas: Sequence[Sequence[Any]]) -> tuple[dict[str, int], int]:
    primera = filas[0]
    if any(isinstance(c, str) for c in primera[1:]):  # figures are no text: a header
        plegadas = [_plegar(c) if isinstance(c, str) else "" for c in primera]
        columnas = {}
        for clave, patron in _COLUMNAS.items():
            lugares = [
                j for j, t in enumerate(plegadas) if j and re.match(rf"(?:{patron})(?:_|$)", t)
            ]
            if clave == "demanda":
                lugares = [j for j in lugares if "no_atendida" not in plegadas[j]]
            if clave == "inscritos":
                lugares = [j for j in lugares if "promedio" not in plegadas[j]]
            if len(lugares) > 1:
                raise DatoInvalido(
                    "tabla, encabezado", Descripcion(f"más de una columna de {clave}"), "una sola"
                )
            if lugares:
                columnas[clave] = lugares[0]
        faltan = [c for c in ("guarderias", "capacidad", "pendientes") if c not in columnas]
        if "inscritos" not in columnas and "demanda" not in columnas:
            faltan.append("inscritos o demanda")
        if faltan:
            raise DatoInvalido(
                "tabla, encabezado", ", ".join(map(str, primera)), "también " + ", ".join(faltan)
            )
        return columnas, 1
    ordenes = {5: _ORDEN_2010[:-1], 6: _ORDEN_2010, 9: _ORDEN_2010, 8: _ORDEN_2005}
    if len(primera) not in ordenes:
        raise DatoInvalido(
            "tabla",
            Descripcion(f"{len(primera)} columnas sin encabezado"),
            "delegación, guarderías, capacidad, inscritos y pendientes (o un encabezado)",
        )
    return {c: j for j, c in enumerate(ordenes[len(primera)], start=1)}, 0


def _completar(v: dict[str, float], donde: str) -> None:
    """Enrolled from the demand if they are not given; if both are, they must agree."""
    if "inscritos" not in v:
        v["inscritos"] = v["demanda"] - v["pendientes"]
        if v["inscritos"] < 0.0:
            raise DatoInvalido(
                donde, v["pendientes"], f"pendientes no mayores que {v['demanda']:g}"
            )
    diferencia = v.get("demanda", v["inscritos"] + v["pendientes"]) - v["inscritos"]
    diferencia -= v["pendientes"]
    if abs(diferencia) > 0.5:
        raise DatoInvalido(
            f"{donde}, demanda",
            v["demanda"],
            f"inscritos + pendientes, {v['inscritos'] + v['pendientes']:g} "
            f"(diferencia {diferencia:g})",
        )


def _plegar(texto: str) -> str:
    sin_acentos = unicodedata.normalize("NFKD", texto.lower()).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "_", sin_acentos).strip("_")


# --- Cost by scheme ----------------------------------------------------------------------------


def costo_medio(costo: ArrayLike, peso: ArrayLike | None = None) -> float:
    """Mean monthly cost per child of several schemes.

    Parameters
    ----------
    costo : array (n,)              Pesos a month per child of each scheme.
    peso : array (n,), optional     Children, or guarderías; none for the simple mean.

    Returns
    -------
    float                           Pesos a month per child.

    Raises
    ------
    DatoInvalido                    Weights that are negative or all 0.

    Notes
    -----
    The IFA 2005 prints a simple mean for each group of schemes and, for all of them, one weighted
    by guarderías; weighted by children both are lower.

    References
    ----------
    IFA 2005, cuadro III.4 (L2686-2702).
    """
    c = validacion.vector(costo, "costo")
    p = np.ones(len(c)) if peso is None else validacion.vector(peso, "peso")
    validacion.misma_longitud(c, "costo", p, "peso")
    if p.min() < 0.0 or p.sum() <= 0.0:
        raise DatoInvalido("peso", float(p.min()), "pesos de 0 o más, y alguno mayor que 0")
    return float(c @ p / p.sum())


# --- Potential demand, income and expenditure (IFA 2005) ---------------------------------------


def demanda_potencial_maxima(con_subsidio: ArrayLike, sin_subsidio: ArrayLike) -> Vector:
    """Children under four of insured mothers, from the maternity certificates.

    Parameters
    ----------
    con_subsidio, sin_subsidio : array (n,)     Initial certificates of each year, n >= 4.

    Returns
    -------
    array (n - 3,)      Children in each year from the fourth on.

    Raises
    ------
    DatoInvalido        Fewer than four years, or series of different length.

    Notes
    -----
    Sum over the year and the three before it of those with subsidy plus half of those without.

    References
    ----------
    IFA 2005, footnote 47 (L2712).
    """
    con = validacion.vector(con_subsidio, "con_subsidio")
    sin = validacion.vector(sin_subsidio, "sin_subsidio")
    validacion.misma_longitud(con, "con_subsidio", sin, "sin_subsidio")
    ventana = int(_parametro("guarderias_ventana_certificados"))
    if len(con) < ventana:
        raise DatoInvalido("con_subsidio", f"{len(con)} años", f"al menos {ventana}")
    cuentan = con + _parametro("guarderias_certificados_sin_subsidio") * sin
    return np.convolve(cuentan, np.ones(ventana), mode="valid")


def demanda_potencial_real(maxima: ArrayLike) -> Vector:
    """Return 70 % of the maximum potential demand, (n,) children (IFA 2005, footnote 46)."""
    return _parametro("guarderias_dpr_entre_dpm") * validacion.vector(maxima, "maxima")


def guarderias_requeridas(ninos: ArrayLike, por_guarderia: float) -> Vector:
    """Return units for so many children, (n,), at `por_guarderia` children in each."""
    return validacion.vector(ninos, "ninos") / validacion.numero(por_guarderia, "por_guarderia")


def ingreso_base(cuotas: float) -> float:
    """Return the income of the ramo: 80 % of the cuotas of the SGPS (LSS, art. 211), same unit."""
    return _minimo_legal() * validacion.numero(cuotas, "cuotas")


def proyectar_ingresos(base: float, asegurados: ArrayLike, crecimiento_salarial: float) -> Vector:
    """Income of the ramo with the insured and their real wages.

    Parameters
    ----------
    base : float                    Income of the first year, mdp.
    asegurados : array (n,)         Insured of each year.
    crecimiento_salarial : float    Real, a year.

    Returns
    -------
    array (n,)                      Mdp of the base year.

    Raises
    ------
    DatoInvalido                    Insured of 0 or less, a rate of 1 or more.

    References
    ----------
    IFA 2005, footnote 50 (L2763) and cuadro III.6; rule recovered from the printed figures.
    """
    n = validacion.masa(asegurados, "asegurados")
    g = validacion.tasa(crecimiento_salarial, "crecimiento_salarial")
    return validacion.numero(base, "base") * n / n[0] * (1.0 + g) ** np.arange(len(n))


def ingresos_2005() -> Vector:
    """Return the income of the ramo 2005-2010, (6,), mdp of 2005, as IFA 2005 projects it."""
    primero = ingreso_base(_cuotas_sgps_2005())
    anuales = datos.filas_anuales(datos.tabla(DOCUMENTO, "cuadro_ii_26"))
    asegurados = anuales.set_index(anuales.columns[0])["asegurados_c"].loc[2006:ULTIMO_ANIO]
    siguientes = proyectar_ingresos(
        _parametro("guarderias_ingreso_rg", 2006), asegurados, _parametro("crecimiento_salarios")
    )
    return np.concatenate([[primero], siguientes])


def _cuotas_sgps_2005() -> float:
    """Cuotas of the SGPS: a share of its total income of 2005 (IFA 2005, cuadro I.8 and L678)."""
    df = datos.tabla(DOCUMENTO, "cuadro_i_8")
    columna = "Guarderías y Prestaciones Sociales"
    total = float(df.loc[df["Concepto"] == "Total de Ingresos", columna].to_numpy()[0])
    return total * _parametro("gps_ingreso_por_cuotas", ANIO_BASE)


def gasto(anio: int, ninos: ArrayLike, *, ingreso: float | None = None) -> Vector:
    """Expenditure of the ramo that serves so many children (or places) in a year.

    Parameters
    ----------
    anio : int                      2005 to 2010.
    ninos : array (n,)              Children or places, all schemes.
    ingreso : float, optional       Income of the ramo in the year, mdp; that of the IFA 2005.

    Returns
    -------
    array (n,)                      Mdp of 2005.

    Raises
    ------
    DatoInvalido                    Other years, fewer children than the direct scheme serves.

    Notes
    -----
    D_t + 12 c_t (N - N_directa)/10⁶: the direct scheme stays as it is, growth is indirect at the
    monthly fee c_t; D_t is a fixed share of the income. Recovered: residual of 0.7 mdp at most on
    20 printed figures. It does not apply to the observed expenditure of 2005.

    References
    ----------
    IFA 2005, cuadros III.5 and III.6 (L2716-2759).
    """
    t = validacion.entero(anio, "anio", ANIO_BASE, ULTIMO_ANIO)
    n = validacion.vector(ninos, "ninos")
    directa = _parametro("guarderias_capacidad_directa")
    if n.min() < directa:
        raise DatoInvalido("ninos", float(n.min()), f"al menos la capacidad directa, {directa:g}")
    if t == ANIO_BASE:
        fijo = _parametro("guarderias_gasto_directo", t)
    else:
        del_anio = float(ingresos_2005()[t - ANIO_BASE]) if ingreso is None else ingreso
        fijo = _parametro("guarderias_gasto_directo_fraccion", t) * del_anio
    cuota = _parametro("guarderias_costo_nino_mes_sin_redondear", t)
    return fijo + MESES * cuota * (n - directa) / MILLON


# --- Scenarios of coverage ---------------------------------------------------------------------


def cobertura(escenario: float, anio: float, opciones: Mapping[str, Any] | None = None) -> float:
    """Coverage of the real potential demand in one of the scenarios of the IFA 2005.

    Parameters
    ----------
    escenario : 1, 2 or 3
    anio : int              1: from 2003; 2: 2005 to the year of the goal; 3: 2005 to 2010, or any
                            from 2005 with its income, cost and demand given.
    opciones : mapping      Keys of ``DEFECTOS``; what is missing or None is that of the IFA.

    Returns
    -------
    float                   Fraction of the real potential demand.

    Raises
    ------
    DatoInvalido            Another scenario, years out of range, options out of range.

    Notes
    -----
    1: a (t - 2002)^b, the recent trend. 2: geometric from the coverage of 2005 to the goal in its
    year. 3: children that the income pays, (1 - α) I_t 10⁶/(12 c_t), over the demand; α is the 6 %
    that the text states (the printed table implies 6.33 %).

    References
    ----------
    IFA 2005, L2734-2790, cuadros III.6 and III.7.
    """
    o = {**DEFECTOS, **{k: v for k, v in (opciones or {}).items() if v is not None}}
    sobran = sorted(set(o) - set(DEFECTOS))
    if sobran:
        raise DatoInvalido("opciones", sobran[0], "una de: " + ", ".join(DEFECTOS))
    cual = validacion.entero(escenario, "escenario", min(ESCENARIOS), max(ESCENARIOS))
    if cual == 1:
        t = validacion.entero(anio, "anio", PRIMER_ANIO_TENDENCIA, 2100)
        a = _fraccion(o["tendencia_a"], "tendencia_a", "guarderias_tendencia_a")
        b = o["tendencia_b"]
        b = _parametro("guarderias_tendencia_b") if b is None else validacion.tasa(b, "tendencia_b")
        return float(a * (t - ORIGEN_TENDENCIA) ** b)
    if cual == 2:
        meta_en = validacion.entero(o["anio_meta"], "anio_meta", ANIO_BASE + 1, 2100)
        t = validacion.entero(anio, "anio", ANIO_BASE, meta_en)
        inicial = o["cobertura_inicial"]
        if inicial is None:
            inicial = _capacidad_2005() / _dpr(ANIO_BASE)
        c0 = _positivo(inicial, "cobertura_inicial")
        meta = _fraccion(o["meta"], "meta", "guarderias_meta_cobertura")
        return float(c0 * (meta / c0) ** ((t - ANIO_BASE) / (meta_en - ANIO_BASE)))
    propios = all(
        o[k] is not None for k in ("ingresos", "costo_nino_mes", "demanda_potencial_real")
    )
    t = validacion.entero(anio, "anio", ANIO_BASE, 2100 if propios else ULTIMO_ANIO)
    alfa = _fraccion(o["administracion"], "administracion", "guarderias_administracion")
    ingreso = o["ingresos"] if o["ingresos"] is not None else ingresos_2005()[t - ANIO_BASE]
    costo = o["costo_nino_mes"]
    if costo is None:
        costo = _parametro("guarderias_costo_nino_mes", t)
    demanda = o["demanda_potencial_real"]
    demanda = _dpr(t) if demanda is None else demanda
    ninos = ninos_financiables(
        _positivo(ingreso, "ingresos"), _positivo(costo, "costo_nino_mes"), alfa
    )
    return ninos / _positivo(demanda, "demanda_potencial_real")


def ninos_financiables(ingreso: float, costo_nino_mes: float, administracion: float) -> float:
    """Children that an income pays at a monthly fee.

    Parameters
    ----------
    ingreso : float             Mdp a year.
    costo_nino_mes : float      Pesos a month per child.
    administracion : float      Share of the income for administration.

    Returns
    -------
    float                       Children.

    References
    ----------
    IFA 2005, footnotes 52 and 53 (L2790) and cuadro III.7.
    """
    return (1.0 - administracion) * ingreso * MILLON / (MESES * costo_nino_mes)


def _fraccion(valor: Any, nombre: str, parametro: str) -> float:
    x = _parametro(parametro) if valor is None else validacion.numero(valor, nombre)
    if not 0.0 <= x <= 1.0:
        sugerencia = f"; ¿quiso decir {x / 100:g}?" if 1.0 < x <= 100.0 else ""
        raise DatoInvalido(nombre, x, f"una fracción de 0 a 1, como 0.5{sugerencia}")
    return x


def _positivo(valor: Any, nombre: str) -> float:
    x = validacion.numero(valor, nombre)
    if x <= 0.0:
        raise DatoInvalido(nombre, x, "un número mayor que 0")
    return x


@cache
def _dpr(anio: int) -> float:
    """70 % of the printed maximum demand: the births behind it are not printed."""
    df = datos.tabla(DOCUMENTO, "cuadro_iii_5").set_index("Año")
    maxima = df.loc[[anio], "Demanda Potencial Máxima Niños"].to_numpy()
    return float(demanda_potencial_real(maxima)[0])


@cache
def _capacidad_2005() -> float:
    df = datos.tabla(DOCUMENTO, "cuadro_iii_2")
    return float(df.loc[df["Delegación"] == "Total", "Capacidad Instalada"].iloc[0])


@cache
def _parametro(nombre: str, anio: int | None = None) -> float:
    return float(datos.parametro(nombre, anio, DOCUMENTO))


# --- Article 211 -------------------------------------------------------------------------------


class Prueba(NamedTuple):
    """The test of article 211; every array (n,), unit of the data.

    `parte_requerida` is the share of the cuotas that would pay the expenditure.
    """

    ingreso: Vector
    gasto: Vector
    resultado: Vector
    parte_requerida: Vector


def prueba_art211(cuotas: ArrayLike, gasto: ArrayLike) -> Prueba:
    """Whether the minimum share of the cuotas pays for the guarderías.

    Parameters
    ----------
    cuotas : array (n,)     Cuotas obrero patronales of the SGPS; other income does not count.
    gasto : array (n,)      Expenditure of the ramo de Guarderías, same unit.

    Returns
    -------
    Prueba

    Raises
    ------
    DatoInvalido            Cuotas of 0 or less, negative expenditure, different lengths, figures
                            so far apart that one is in thousands and the other in millions.

    Notes
    -----
    ingreso = 0.80 × cuotas; resultado = ingreso - gasto.

    References
    ----------
    LSS, arts. 211 and 212; IFA 2010, cuadro IV.9 (L4824-4850).
    """
    c = validacion.masa(cuotas, "cop", "un monto de cuotas")
    g = validacion.vector(gasto, "gasto")
    validacion.misma_longitud(c, "cop", g, "gasto")
    if g.min() < 0.0:
        i = int(np.argmin(g))
        raise DatoInvalido(f"gasto, valor {i + 1}", float(g[i]), "un número de 0 o más")
    # Both are the same ramo: a hundred times more or less is another unit, not another year.
    razon = g / c
    otra = (razon >= 100.0) | ((razon > 0.0) & (razon < 0.01))
    if otra.any():
        i = int(np.argmax(otra))
        raise DatoInvalido(
            f"gasto, valor {i + 1}", float(g[i]), f"la misma unidad que las cuotas, {c[i]:g}"
        )
    ingreso = _minimo_legal() * c
    return Prueba(ingreso, g, ingreso - g, razon)


@cache
def _minimo_legal() -> float:
    return float(datos.parametro("sgps_minimo_guarderias", documento="lss"))
