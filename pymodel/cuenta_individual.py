"""The individual account of the worker (RCV and Vivienda), in constant pesos.

The reports project it with a density of contribution, real yields, the commission of the AFORE
and a share of insured whose housing contributions pay a mortgage. None prints how the pieces are
put together; each choice is an argument here, with its default in :func:`defectos`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import ArrayLike

from pymodel import cuotas, datos, validacion
from pymodel.errores import DatoInvalido, Descripcion
from pymodel.validacion import Vector

OPCIONES = (
    "densidad",
    "rendimiento_rcv",
    "rendimiento_vivienda",
    "comision_flujo",
    "comision_saldo",
    "con_vivienda",
    "saldo_inicial",
    "anio_inicio",
    "crecimiento_salarial",
    "orden",
    "convencion",
    "cuota_social",
    "ley",
    "saldo_inicial_vivienda",
    "anio_precios",
)
ANUALES = (*OPCIONES[:5], "crecimiento_salarial")
ORDENES = ("rendimiento_comision", "comision_rendimiento", "tasa_neta")
LEYES = ("decretada", "por_anio", "fija")
CONVENCIONES = ("inicio", "medio", "fin")
ESQUEMAS = ("ifa2005", "ifa2010")
MAX_ANIOS = 100
DIAS = 365.0
DOCUMENTO = "ifa2010"


class Cuenta(NamedTuple):
    """A projected account: every array (n,) for one case or (n, k) for k, n years.

    Money in constant pesos of `anio_precios`; flows of the year, balances at its close. The
    balance of a year is that of the year before + contributions - commissions + yields.
    """

    anio: Vector
    antiguedad: Vector
    salario_diario: Vector
    densidad: Vector
    aportacion_rcv: Vector
    cuota_social: Vector
    aportacion_vivienda: Vector
    comision_flujo: Vector
    comision_saldo: Vector
    rendimiento_rcv: Vector
    rendimiento_vivienda: Vector
    saldo_rcv: Vector
    saldo_vivienda: Vector
    saldo: Vector


class Saldos(NamedTuple):
    """Balances of both subaccounts, (k,), constant pesos."""

    rcv: Vector
    vivienda: Vector

    @property
    def total(self) -> Vector:
        """Both together."""
        return self.rcv + self.vivienda


@dataclass(frozen=True)
class _Caso:
    """Checked options; yearly ones are (n, 1) or (n, k), those of a case (1,) or (k,)."""

    anios: Any
    densidad: Vector
    rendimiento_rcv: Vector
    rendimiento_vivienda: Vector
    comision_flujo: Vector
    comision_saldo: Vector
    crecimiento: Vector
    con_vivienda: Vector
    con_cuota_social: bool
    orden: str
    convencion: str
    ley_fija: bool
    anio_precios: int


@cache
def defectos() -> Mapping[str, Any]:
    """Return the options of :func:`saldo_cuenta` with their defaults: those of IFA 2010.

    References
    ----------
    IFA 2010, cuadro A.5 (L9023-9075), L1007 and L9413; first year after the valuation date.
    """

    def supuesto(nombre: str) -> float:
        return float(datos.parametro(nombre, documento=DOCUMENTO))

    valuado = str(datos.parametro("fecha_valuacion", documento=DOCUMENTO))
    valores = (
        supuesto("densidad_cotizacion"),
        supuesto("rendimiento_rcv"),
        supuesto("rendimiento_vivienda"),
        0.0,
        supuesto("comision_saldo"),
        1.0 - supuesto("sin_aportacion_vivienda"),
        0.0,
        int(valuado[:4]) + 1,
        supuesto("crecimiento_salarios"),
        ORDENES[0],
        CONVENCIONES[0],
        True,
        LEYES[0],
        0.0,
        None,
    )
    return dict(zip(OPCIONES, valores, strict=True))


def saldo_cuenta(salario_diario: ArrayLike, anios: int, **opciones: Any) -> Cuenta:
    """Project one or many individual accounts year by year.

    Parameters
    ----------
    salario_diario : float or array (k,)
        Daily wage (SBC) of the first year, pesos of `anio_precios`.
    anios : int
        Years of the projection, 1 to 100.
    densidad : fraction, array (n,) or (n, k), or (1, k)
        Part of the year with contributions, 0 to 1; :func:`por_edad` makes it from a table.
    rendimiento_rcv, rendimiento_vivienda : fraction or array
        Real yearly yields.
    comision_flujo : fraction, array or schedule
        Commission over contributions, as a fraction of the wage; it comes out of RCV. "ifa2005" is
        the dynamic schedule of cuadro II.1, "ifa2010" none.
    comision_saldo : fraction, array or schedule
        Yearly commission over the RCV balance (the AFORE does not manage Vivienda). "ifa2005" or
        "ifa2010" (1.46 %).
    con_vivienda : bool or fraction, or array (k,)
        Part of the housing contributions that stays in the account: True, False, or the share of
        insured without a mortgage, as the valuations do for the average insured.
    saldo_inicial, saldo_inicial_vivienda : float or array (k,)
        Balances of RCV and Vivienda when the first year opens.
    anio_inicio : int
        First year, from 1997.
    crecimiento_salarial : fraction or array
        Real growth of the wage from each year to the next.
    orden : str
        Commission over the balance and yield. "rendimiento_comision": yield on all, then the
        commission on the closing balance; "comision_rendimiento": commission on the opening
        balance, then contributions and yield; "tasa_neta": the yield less the commission, as one
        rate.
    convencion : str
        When contributions enter: "inicio" of the year, "medio" or "fin".
    cuota_social : bool
        Whether the cuota social enters.
    ley : str
        "decretada": contributions as they are decreed when the first year opens: those of that
        year for ever, as IFA 2010 projects from 2011, or, if a reform is already decreed, its steps
        on their dates (from 2021 on, the reform of 2020). "por_anio": those of the law in force
        each year, whatever was known (from 2011, the reform of 2020 enters in 2023). "fija": those
        of the first year for ever, even with a reform under way.
    anio_precios : int
        Year of the pesos; `anio_inicio` by default (the last INPC, if it is still to come).

    Returns
    -------
    Cuenta

    Raises
    ------
    DatoInvalido
        Unknown option, wage of 0 or less, density outside 0-1, negative balance or commission,
        an array with as many values as neither years nor cases, commissions above contributions.

    Notes
    -----
    With contributions A at the start of the year, net of the commission over flow f·W:
    B' = (B + A - f·W)(1 + r)(1 - c) for "rendimiento_comision";
    B' = (B(1 - c) + A - f·W)(1 + r) for "comision_rendimiento";
    B' = (B + A - f·W)(1 + r - c) for "tasa_neta". Half a year's factor for "medio", none for "fin".
    A = 365 x density x contributions of a day (:func:`pymodel.cuotas.aportaciones`).

    References
    ----------
    IFA 2005, L1124-1149, cuadro II.1, L1269, L1271, L1566; IFA 2010, cuadro A.5 (L9023-9075),
    L1005-1010, L9409-9419. The order is not stated in either; that of the default is implied.
    """
    salarios, unico = _casos(salario_diario)
    caso, iniciales = _preparar(salarios, anios, opciones)
    columnas = [np.array(c) for c in zip(*_proyectar(salarios, caso, iniciales), strict=True)]
    if unico:
        columnas = [c[:, 0] for c in columnas]
    n = caso.anios.size
    return Cuenta(caso.anios.astype(np.float64), np.arange(1.0, n + 1.0), *columnas)


def saldo_final(salario_diario: ArrayLike, anios: int, **opciones: Any) -> Saldos:
    """Balances at the end of the last year, for portfolios whose years do not fit in memory.

    See :func:`saldo_cuenta` for the arguments; the balances are (k,), also for one case.
    """
    salarios, _ = _casos(salario_diario)
    caso, iniciales = _preparar(salarios, anios, opciones)
    for fila in _proyectar(salarios, caso, iniciales):
        ultima = fila
    return Saldos(ultima[_RCV], ultima[_VIVIENDA])


# Columns of a projected year.
_RCV, _VIVIENDA = -3, -2


def _preparar(salarios: Vector, anios: int, opciones: Mapping[str, Any]) -> tuple[_Caso, Saldos]:
    n = validacion.entero(anios, "anios", 1, MAX_ANIOS)
    o = _opciones(opciones)
    iniciales = (
        _por_caso(o[nombre], nombre, salarios.size)
        for nombre in ("saldo_inicial", "saldo_inicial_vivienda")
    )
    return _revisar(o, n, salarios.size), Saldos(*iniciales)


def _proyectar(salarios: Vector, caso: _Caso, iniciales: Saldos) -> Iterator[tuple[Vector, ...]]:
    """The columns of :class:`Cuenta` from the wage on, one year after another, each (k,)."""
    rcv, vivienda = iniciales
    for t, anio in enumerate(caso.anios.tolist()):
        if t:
            salarios = salarios * (1.0 + _fila(caso.crecimiento, t - 1))
        ley = int(caso.anios[0]) if caso.ley_fija else anio
        por_dia = cuotas.aportaciones(salarios, ley, anio_precios=caso.anio_precios)
        base = cuotas.sbc(salarios, cuotas.referencias(ley, caso.anio_precios))
        densidad = _fila(caso.densidad, t)
        dias = DIAS * densidad
        social = dias * por_dia.cuota_social * caso.con_cuota_social
        aportacion = dias * (por_dia.obrero_patronal + por_dia.ceav_estado)
        a_vivienda = dias * por_dia.vivienda * caso.con_vivienda
        comision = dias * base * _fila(caso.comision_flujo, t)
        neta = aportacion + social - comision
        if neta.min() < 0.0:
            raise DatoInvalido(
                f"comision_flujo, año {anio}",
                float(_fila(caso.comision_flujo, t).max()),
                "una comisión menor que las aportaciones a RCV",
            )
        c, r = _fila(caso.comision_saldo, t), _fila(caso.rendimiento_rcv, t)
        ganado_rcv = _rendimiento(rcv, neta, r, c, caso)
        cierre_rcv = _cierre(rcv, neta, r, c, caso)
        r_vivienda = _fila(caso.rendimiento_vivienda, t)
        cierre_vivienda = _cierre(vivienda, a_vivienda, r_vivienda, np.zeros(1), caso)
        yield (
            salarios,
            np.broadcast_to(densidad, salarios.shape),
            aportacion,
            social,
            a_vivienda,
            comision,
            rcv + neta + ganado_rcv - cierre_rcv,
            ganado_rcv,
            cierre_vivienda - vivienda - a_vivienda,
            cierre_rcv,
            cierre_vivienda,
            cierre_rcv + cierre_vivienda,
        )
        rcv, vivienda = cierre_rcv, cierre_vivienda


def _cierre(saldo: Vector, entra: Vector, r: Vector, c: Vector, caso: _Caso) -> Vector:
    """Balance at the close of the year."""
    parte = _PARTE[caso.convencion]
    if caso.orden == "comision_rendimiento":
        return saldo * (1.0 - c) * (1.0 + r) + entra * (1.0 + r) ** parte
    factor = 1.0 + r - c if caso.orden == "tasa_neta" else (1.0 + r) * (1.0 - c)
    return saldo * factor + entra * factor**parte


def _rendimiento(saldo: Vector, entra: Vector, r: Vector, c: Vector, caso: _Caso) -> Vector:
    """Yield of the year before the commission over the balance."""
    if caso.orden == "comision_rendimiento":
        saldo = saldo * (1.0 - c)
    return saldo * r + entra * ((1.0 + r) ** _PARTE[caso.convencion] - 1.0)


# Part of the year that the contributions of the year spend in the account.
_PARTE = {"inicio": 1.0, "medio": 0.5, "fin": 0.0}


def saldos_por_antiguedad(
    salario_diario: ArrayLike,
    antiguedad: ArrayLike,
    *,
    anio: int | None = None,
    densidad: ArrayLike | None = None,
    **opciones: Any,
) -> Saldos:
    """Balances that workers have at the end of a year, from their wage and seniority.

    Parameters
    ----------
    salario_diario : array (k,)     Daily wage in `anio`, pesos of `anio_precios`.
    antiguedad : array (k,)         Years since they began to contribute, whole, 0 or more; those
                                    before 1997 left nothing in the account.
    anio : int, optional            Year at whose end the balance is wanted; that before
                                    ``anio_inicio`` by default (IFA 2010: 2010).
    densidad : fraction or array (k,), optional
                                    Density of each worker over the whole span.
    opciones                        Those of :func:`saldo_cuenta`, all but ``anio_inicio`` and the
                                    initial balances; yearly ones as a single value or a schedule.
                                    ``ley`` is "por_anio" by default: these years are history.

    Returns
    -------
    Saldos                          Pesos of `anio_precios` (`anio` by default).

    Raises
    ------
    DatoInvalido                    As :func:`saldo_cuenta`; seniorities that are not whole.

    Notes
    -----
    The wage of s years ago is today's over (1 + growth)^s. A matrix by age and seniority is this
    function over its cells, with the wage and the density of each age.

    References
    ----------
    IFA 2005, L1792-1819 (initial balances from 1998-2005 matrices); IFA 2010, L1137-1146.
    """
    salarios, _ = _casos(salario_diario)
    anios = validacion.vector(np.atleast_1d(np.asarray(antiguedad)), "antiguedad")
    if anios.size == 1:
        anios = np.broadcast_to(anios, salarios.shape)
    if anios.size != salarios.size:
        raise DatoInvalido(
            "salario_diario y antiguedad",
            Descripcion(f"{salarios.size} y {anios.size} valores"),
            "un valor de cada uno por trabajador",
        )
    for i, s in enumerate(anios):
        validacion.entero(s, f"antiguedad, valor {i + 1}", 0, MAX_ANIOS)
    for ajena in ("anio_inicio", "saldo_inicial", "saldo_inicial_vivienda"):
        if ajena in opciones:
            raise DatoInvalido("opciones", ajena, "las demás opciones: aquí se calcula")
    if opciones.get("ley") is None:
        opciones["ley"] = "por_anio"
    o = _opciones(opciones)
    if anio is None:
        anio = int(o["anio_inicio"]) - 1
    anio = validacion.entero(anio, "anio", cuotas.PRIMER_ANIO, cuotas.ULTIMO_ANIO)
    precios = o["anio_precios"] if o["anio_precios"] is not None else anio
    densidades = _por_caso(
        o["densidad"] if densidad is None else densidad, "densidad", salarios.size
    )
    crecimiento = _tasas(o["crecimiento_salarial"], "crecimiento_salarial", np.arange(1), 1)
    rcv, vivienda = np.zeros(salarios.size), np.zeros(salarios.size)
    en_cuenta = np.minimum(anios, anio - cuotas.PRIMER_ANIO + 1)
    for s in np.unique(en_cuenta[en_cuenta > 0.0]).astype(int).tolist():
        de_estos = en_cuenta == s
        rcv[de_estos], vivienda[de_estos] = saldo_final(
            salarios[de_estos] / (1.0 + crecimiento[0, 0]) ** (s - 1),
            s,
            **{
                **opciones,
                "densidad": densidades[de_estos][None, :],
                "anio_inicio": anio - s + 1,
                "anio_precios": precios,
            },
        )
    return Saldos(rcv, vivienda)


def densidad_observada(completaron: ArrayLike, contribuyeron: ArrayLike) -> float | Vector:
    """Density of contribution, from how many workers gained one more year of contribution.

    Parameters
    ----------
    completaron : array (n,) or (n, m)      Workers who completed one more year, n years by m ages.
    contribuyeron : same shape              Workers who contributed in the year, above 0.

    Returns
    -------
    float, or array (m,)                    Mean over the years of completaron / contribuyeron.

    Raises
    ------
    DatoInvalido        Shapes that differ, no contributors, more workers than contributors.

    References
    ----------
    IFA 2005, L1813-1819 (1998-2003); IFA 2010, L965-997 (1998-2008).
    """
    uno, otro = (
        validacion.serie(completaron, "completaron"),
        validacion.serie(contribuyeron, "contribuyeron"),
    )
    if uno.shape != otro.shape:
        raise DatoInvalido(
            "completaron y contribuyeron",
            Descripcion(f"{'×'.join(map(str, uno.shape))} y {'×'.join(map(str, otro.shape))}"),
            "los mismos años y edades",
        )
    malos = np.argwhere((otro <= 0.0) | (uno < 0.0) | (uno > otro))
    if malos.size:
        lugar = tuple(malos[0])
        raise DatoInvalido(
            f"completaron y contribuyeron, {validacion.posicion(malos[0])}",
            Descripcion(f"{uno[lugar]:g} de {otro[lugar]:g}"),
            "trabajadores que completaron el año, de 0 a los que contribuyeron",
        )
    densidad = (uno / otro).mean(axis=0)
    return float(densidad) if uno.ndim == 1 else densidad


def por_edad(
    edades: ArrayLike, valores: ArrayLike, edad_inicial: int, anios: int, nombre: str = "densidad"
) -> Vector:
    """A vector by age as one value for each projected year.

    Parameters
    ----------
    edades : array (m,)     Ages of the table, increasing.
    valores : array (m,)    Value of each age, kept until the next age of the table.
    edad_inicial : int      Age in the first year.
    anios : int             Years of the projection.
    nombre : str            What it is, for the messages.

    Returns
    -------
    array (anios,)          To give as `densidad`, or as any yearly option.

    Raises
    ------
    DatoInvalido            Ages out of order, or a first age above `edad_inicial`.
    """
    tabla = validacion.vector(edades, f"{nombre}, edades")
    v = validacion.vector(valores, nombre)
    validacion.misma_longitud(tabla, f"{nombre}, edades", v, nombre)
    if (np.diff(tabla) <= 0.0).any():
        raise DatoInvalido(
            f"{nombre}, edades", Descripcion("edades fuera de orden"), "edades crecientes"
        )
    edad = validacion.entero(edad_inicial, "edad_inicial", 0, 120)
    n = validacion.entero(anios, "anios", 1, MAX_ANIOS)
    if edad < tabla[0]:
        raise DatoInvalido("edad_inicial", edad, f"una edad desde {tabla[0]:g}, la primera")
    return v[np.searchsorted(tabla, edad + np.arange(n), side="right") - 1]


class Participacion(NamedTuple):
    """Part of a monto constitutivo that each subaccount pays; fractions of the MC."""

    rcv: float
    vivienda: float
    cuenta: float


def participacion(mc: ArrayLike, saldo_rcv: ArrayLike, saldo_vivienda: ArrayLike) -> Participacion:
    """Share of the montos constitutivos that the individual accounts finance.

    Parameters
    ----------
    mc : array (k,)                         Monto constitutivo of each case, above 0.
    saldo_rcv, saldo_vivienda : array (k,)  Balances of each case, same money.

    Returns
    -------
    Participacion       Fractions of the total MC. What a balance exceeds its MC belongs to the
                        worker and does not count; both subaccounts bear it in proportion.

    Raises
    ------
    DatoInvalido        MC of 0 or less, negative balances, lengths that differ.

    References
    ----------
    IFA 2005, L1375 and L1671 (SRT 20.4 %; SIV 38.3 %: RCV 24.6, vivienda 13.8); IFA 2010, L812-826
    and L3568-3580 (13.5 and 31.01 %). Means of 100 years: not derivable from what is printed.
    """
    montos = validacion.vector(np.atleast_1d(np.asarray(mc)), "mc")
    if montos.min() <= 0.0:
        raise DatoInvalido("mc", float(montos.min()), "montos constitutivos mayores que 0")
    rcv = _no_negativos(saldo_rcv, "saldo_rcv", montos.size)
    vivienda = _no_negativos(saldo_vivienda, "saldo_vivienda", montos.size)
    saldo = rcv + vivienda
    usada = np.minimum(1.0, np.divide(montos, saldo, out=np.ones_like(montos), where=saldo > 0.0))
    total = montos.sum()
    de_rcv, de_vivienda = (
        float((rcv * usada).sum() / total),
        float((vivienda * usada).sum() / total),
    )
    return Participacion(de_rcv, de_vivienda, de_rcv + de_vivienda)


def _no_negativos(valores: ArrayLike, nombre: str, casos: int) -> Vector:
    v = validacion.vector(np.atleast_1d(np.asarray(valores)), nombre)
    if v.size not in (1, casos):
        raise DatoInvalido(nombre, Descripcion(f"{v.size} valores"), f"uno o {casos}")
    if v.min() < 0.0:
        raise DatoInvalido(nombre, float(v.min()), "saldos de 0 o más")
    return np.broadcast_to(v, (casos,))


# --- Options ----------------------------------------------------------------------------------


def _casos(salario_diario: ArrayLike) -> tuple[Vector, bool]:
    """Wages (k,), and whether there is only one that came as a plain number."""
    if np.ndim(salario_diario) == 0:
        salarios = np.array([validacion.numero(salario_diario, "salario_diario")])
    else:
        salarios = validacion.vector(salario_diario, "salario_diario")
    if salarios.min() <= 0.0:
        raise DatoInvalido("salario_diario", float(salarios.min()), "un salario mayor que 0")
    return salarios, np.ndim(salario_diario) == 0


def _opciones(dadas: Mapping[str, Any]) -> dict[str, Any]:
    base = defectos()
    for nombre in dadas:
        if nombre not in base:
            raise DatoInvalido("opciones", nombre, "una de: " + ", ".join(base))
    return {**base, **{k: v for k, v in dadas.items() if v is not None}}


def _revisar(o: Mapping[str, Any], n: int, casos: int) -> _Caso:
    ultimo = cuotas.ULTIMO_ANIO - n + 1
    inicio = validacion.entero(o["anio_inicio"], "anio_inicio", cuotas.PRIMER_ANIO, ultimo)
    anios = np.arange(inicio, inicio + n)
    precios = inicio if o["anio_precios"] is None else o["anio_precios"]
    caso = _Caso(
        anios=anios,
        densidad=_entre_0_y_1(_anuales(o["densidad"], "densidad", anios, casos), "densidad"),
        rendimiento_rcv=_tasas(o["rendimiento_rcv"], "rendimiento_rcv", anios, casos),
        rendimiento_vivienda=_tasas(
            o["rendimiento_vivienda"], "rendimiento_vivienda", anios, casos
        ),
        comision_flujo=_comision(o["comision_flujo"], "comision_flujo", anios, casos),
        comision_saldo=_comision(o["comision_saldo"], "comision_saldo", anios, casos),
        crecimiento=_tasas(o["crecimiento_salarial"], "crecimiento_salarial", anios, casos),
        con_vivienda=_entre_0_y_1(
            _si_no_o_parte(o["con_vivienda"], "con_vivienda", casos), "con_vivienda"
        ),
        con_cuota_social=_si_no(o["cuota_social"], "cuota_social"),
        orden=validacion.opcion(o["orden"], "orden", ORDENES),
        convencion=validacion.opcion(o["convencion"], "convencion", CONVENCIONES),
        ley_fija=_ley_fija(validacion.opcion(o["ley"], "ley", LEYES), inicio),
        anio_precios=cuotas.anio_de_precios(precios),
    )
    neta = caso.rendimiento_rcv - caso.comision_saldo
    if neta.min() <= -1.0:
        raise DatoInvalido(
            "rendimiento_rcv y comision_saldo",
            Descripcion(f"{neta.min():g} de diferencia"),
            "un rendimiento que, sin la comisión, sea mayor que -1",
        )
    return caso


def _ley_fija(ley: str, inicio: int) -> bool:
    if ley == "decretada":
        return not cuotas.hay_reforma_por_entrar(inicio)
    return ley == "fija"


def _anuales(valor: Any, nombre: str, anios: Any, casos: int) -> Vector:
    """A yearly option as (1, 1), (n, 1), (1, k) or (n, k)."""
    if np.ndim(valor) == 0:
        return np.array([[validacion.numero(valor, nombre)]])
    forma = np.shape(valor)
    v = validacion.serie(valor, nombre)
    if forma == (1, casos) and casos != 1:
        return v.reshape(1, -1)
    if v.shape == (anios.size,):
        return v.reshape(-1, 1)
    if v.shape == (anios.size, casos):
        return v
    if v.size == 1:
        return v.reshape(1, 1)
    raise DatoInvalido(
        nombre,
        Descripcion(f"{'×'.join(map(str, v.shape))} valores"),
        f"un valor o {anios.size}, uno por año",
    )


def _fila(valores: Vector, t: int) -> Vector:
    """Values of a year of what :func:`_anuales` made."""
    return valores[t if valores.shape[0] > 1 else 0]


def _tasas(valor: Any, nombre: str, anios: Any, casos: int) -> Vector:
    v = _anuales(valor, nombre, anios, casos)
    malo = v[np.abs(v) >= 1.0]
    if malo.size:
        validacion.tasa(float(malo[0]), nombre)
    return v


def _comision(valor: Any, nombre: str, anios: Any, casos: int) -> Vector:
    if isinstance(valor, str):
        documento = validacion.opcion(valor, nombre, ESQUEMAS)
        return np.array([[_de_esquema(documento, nombre, int(a))] for a in anios])
    v = _tasas(valor, nombre, anios, casos)
    if v.min() < 0.0:
        raise DatoInvalido(nombre, float(v.min()), "una comisión de 0 o más")
    return v


@cache
def _de_esquema(documento: str, nombre: str, anio: int) -> float:
    if documento == DOCUMENTO:
        return float(defectos()[nombre])
    try:
        return float(datos.parametro(nombre, anio, documento))
    except DatoInvalido:
        raise DatoInvalido(
            nombre,
            Descripcion(f"el esquema «{documento}» en {anio}"),
            "años de 2005 a 2105 (cuadro II.1 del IFA 2005)",
        ) from None


def _por_caso(valor: Any, nombre: str, casos: int) -> Vector:
    if np.ndim(valor) == 0:
        valor = [validacion.numero(valor, nombre)]
    return _no_negativos(valor, nombre, casos)


def _si_no_o_parte(valor: Any, nombre: str, casos: int) -> Vector:
    if isinstance(valor, bool | np.bool_ | str):
        return np.array([float(_si_no(valor, nombre))])
    return _por_caso(valor, nombre, casos)


def _si_no(valor: Any, nombre: str) -> bool:
    if isinstance(valor, bool | np.bool_):
        return bool(valor)
    if isinstance(valor, str):
        return validacion.opcion(valor, nombre, ("si", "no")) == "si"
    raise DatoInvalido(nombre, valor, "VERDADERO o FALSO")


def _entre_0_y_1(v: Vector, nombre: str) -> Vector:
    if v.min() < 0.0 or v.max() > 1.0:
        malo = float(v.max() if v.max() > 1.0 else v.min())
        raise DatoInvalido(nombre, malo, "una fracción entre 0 y 1")
    return v
