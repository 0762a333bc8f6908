"""Options of a monto constitutivo, the law's shares and the biometric bases."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from functools import cache
from typing import Any

import numpy as np

from pymodel import biometria, datos, validacion
from pymodel.biometria import TablaVida
from pymodel.datos._csv import normalizar
from pymodel.errores import DatoInvalido, Descripcion
from pymodel.lectura import fecha as leer_fecha
from pymodel.lectura import si_no, tabla_por_edad, tabla_vida, vacia
from pymodel.validacion import Vector

VIVOS = ("invalidez", "ipt", "ipp")
MUERTOS = ("viudez", "viudez_orfandad", "orfandad", "ascendencia")
TIPOS = VIVOS + MUERTOS
SEGUROS = ("IV", "RT")

_TEXTOS = {
    "pagos": ("ciertos", "11/24"),
    "desercion": ("ninguna", "acumulada", "edad_alcanzada"),
    "orden_tope": ("piso_despues", "tope_despues"),
    "aguinaldo": ("base", "cb"),
    "incremento": ("ninguno", "inmediato", "a_los_60"),
}


@dataclass(frozen=True, eq=False)
class Bases:
    """Biometric bases: table of the non-disabled, table of the disabled, what they are.

    `suple` is True where the table of the disabled stands in for others that were not found.
    """

    nombre: str
    activos: TablaVida
    invalidos: TablaVida
    desercion: str
    nota: str
    suple: bool = False


_BASES = {
    "1997": ("EMSSA-97", "EMSSI-97"),
    "2009": ("EMSSA-09", "EMSSI-IMSS-RCS-12"),
    "2015": ("EMSSA-15", "EMSSI-IMSS-RCS-12"),
    "RCS": ("EMSSA-RCS-15", "EMSSI-IMSS-RCS-12"),
}


def bases(nombre: Any, opciones: Opciones | None = None) -> Bases:
    """Biometric bases by name: "1997", "2009", "2015" or "RCS", with the user's own tables.

    Parameters
    ----------
    nombre : str or Bases
    opciones : Opciones, optional       Its `tabla_activos` and `tabla_invalidos`, where given, take
                                        the place of those of the bases.

    Raises
    ------
    DatoInvalido    Any other name.

    References
    ----------
    CUSF 14.2.4 (1997), 14.2.5 (2009, 2015), 14.2.6 (RCS). Stated in the issue: the last three use
    EMSSI-IMSS-RCS-12 for the disabled of both insurances, because EMSSI-IMSS-09 and -12 and
    EMSSInc-IMSS-12 were not found.
    """
    if opciones is not None and (opciones.tabla_activos or opciones.tabla_invalidos):
        b = bases(nombre)
        return _armar(
            b.nombre,
            opciones.tabla_activos or b.activos,
            opciones.tabla_invalidos or b.invalidos,
            b.desercion,
            suple=b.suple and opciones.tabla_invalidos is None,
        )
    if isinstance(nombre, Bases):
        return nombre
    # In a sheet the year is a number.
    texto = str(nombre).removesuffix(".0") if isinstance(nombre, int | float) else nombre
    elegido = texto.strip().upper() if isinstance(texto, str) else ""
    if elegido not in _BASES:
        raise DatoInvalido("bases", nombre, validacion.lista(tuple(_BASES)))
    return _bases(elegido)


@cache
def _bases(nombre: str) -> Bases:
    activos, invalidos = (biometria.tabla(t) for t in _BASES[nombre])
    desercion = "ninguna" if nombre == "1997" else "acumulada"
    return _armar(nombre, activos, invalidos, desercion, suple=nombre != "1997")


def _armar(
    nombre: str, activos: TablaVida, invalidos: TablaVida, desercion: str, *, suple: bool
) -> Bases:
    """Bases with the note that tells what they are made of."""
    notas = [f"activos {activos.nombre}, inválidos e incapacitados {invalidos.nombre}"]
    if suple:
        notas.append(
            f"{invalidos.nombre} suple a las tablas de inválidos (IV) y de incapacitados (RT) de "
            "estas bases, que no se consiguieron"
        )
    notas += [f"{t.nombre} {t.cierre}" for t in (activos, invalidos) if t.cierre]
    if activos.edad_inicial > biometria.EDAD_DESERCION:
        # The rule is for children; a table of one's own may leave adults without mortality.
        notas.append(f"{activos.nombre} con q = 0 antes de los {activos.edad_inicial} años")
    return Bases(nombre, activos, invalidos, desercion, "; ".join(notas), suple)


@dataclass(frozen=True)
class Opciones:
    """Options of :func:`pymodel.rentas.monto_constitutivo`; every one has its default.

    Attributes
    ----------
    ayuda_asistencial : float       Extra of art. 140, fraction of CB, 0 to 0.20; only "invalidez".
                                    The 15 and 10 % of art. 138 are automatic.
    margen, gastos : float          Loadings on the net premium, fractions of it. 0.02 is
                                    near certain (CUSF 14.2.9); no official text gives expenses.
    facbi : float                   Inflation factor on the net premium.
    pagos : str                     "ciertos" or "11/24".
    desercion : str or None         "ninguna", "acumulada", "edad_alcanzada"; None: "ninguna" with
                                    bases 1997, which have no such table, else "acumulada".
    limite_hijos : int              Age at which the right of a student ends, 16 to 25.
    pension_garantizada_mensual : float     Floor of art. 141, pesos a month; only IV.
    orden_tope : str                "piso_despues": the floor wins over the cap; "tope_despues".
    aguinaldo : str                 "base": max(CB, PG)/12; "cb": CB/12; of the insured
                                    in "invalidez" (the survivors' is 1/12 of their pension).
    incremento : str                11 % of the Décimo Cuarto Transitorio: "ninguno", "inmediato",
                                    "a_los_60". The IFA valuations apply it; the default does not.
    seguro : str                    "IV" or "RT", for the four types of a dead insured.
    grado : float or None           Per cent of incapacity, for "ipp".
    cuantia_basica_mensual : float or None  Instead of the wage: CB (IV) or the IPT pension (RT).
    pagos_vencidos : float          Pesos, outside the loadings.
    dias_mes : float                Days of a month; the law fixes none.
    fecha : date or None            Date of the valuation, for birth dates and improvement by year.
    saldo : float or None           Balance of the individual account, pesos.
    tabla_invalidez_hijos : table or None   edad, hombres, mujeres: disability rates of children.
    factores_mejora : table or None edad, [anio], hombres, mujeres: factors on q, non-disabled only.
    tabla_activos, tabla_invalidos : table or None  edad, hombres, mujeres: probabilities of death
                                    instead of those of the bases; or the name of a table of the
                                    package.
    sobrevivencia : bool or None    Seguro de sobrevivencia; None: yes, but not for "ipp".

    Raises
    ------
    DatoInvalido        Any value outside what is said here.
    """

    ayuda_asistencial: float = 0.0
    margen: float = 0.02
    gastos: float = 0.0
    facbi: float = 1.0
    pagos: str = "ciertos"
    desercion: str | None = None
    limite_hijos: int = 25
    pension_garantizada_mensual: float = 0.0
    orden_tope: str = "piso_despues"
    aguinaldo: str = "base"
    incremento: str = "ninguno"
    seguro: str = "IV"
    grado: float | None = None
    cuantia_basica_mensual: float | None = None
    pagos_vencidos: float = 0.0
    dias_mes: float = 365 / 12
    fecha: Any = None
    saldo: float | None = None
    tabla_invalidez_hijos: Any = None
    factores_mejora: Any = None
    tabla_activos: Any = None
    tabla_invalidos: Any = None
    sobrevivencia: bool | None = None

    def __post_init__(self) -> None:
        for nombre, validas in _TEXTOS.items():
            self._set(nombre, _opcion(getattr(self, nombre), nombre, validas))
        self._set("seguro", leer_seguro(self.seguro, "seguro"))
        for nombre in NUMERICAS:
            valor = getattr(self, nombre)
            if valor is None:
                continue
            valor = validacion.numero(valor, nombre)
            esperado = fuera_de_rango(nombre, np.array([valor]))[1]
            if esperado:
                raise DatoInvalido(nombre, valor, esperado)
            self._set(nombre, valor)
        self._set("limite_hijos", validacion.entero(self.limite_hijos, "limite_hijos", 16, 25))
        dias = validacion.numero(self.dias_mes, "dias_mes")
        if not 28 <= dias <= 31:
            raise DatoInvalido("dias_mes", dias, "los días de un mes, entre 28 y 31")
        self._set("dias_mes", dias)
        if self.sobrevivencia is not None:
            self._set("sobrevivencia", si_no(self.sobrevivencia, "sobrevivencia"))
        if self.fecha is not None:
            self._set("fecha", leer_fecha(self.fecha, "fecha"))
        if self.tabla_invalidez_hijos is not None:
            self._set("tabla_invalidez_hijos", _incidencia(self.tabla_invalidez_hijos))
        if self.factores_mejora is not None:
            self._set("factores_mejora", _mejora(self.factores_mejora, self.fecha))
        for nombre in ("tabla_activos", "tabla_invalidos"):
            if getattr(self, nombre) is not None:
                self._set(nombre, tabla_vida(getattr(self, nombre), nombre))

    def _set(self, nombre: str, valor: Any) -> None:
        object.__setattr__(self, nombre, valor)


NUMERICAS = (
    "ayuda_asistencial",
    "margen",
    "gastos",
    "facbi",
    "pension_garantizada_mensual",
    "grado",
    "cuantia_basica_mensual",
    "pagos_vencidos",
    "saldo",
)
"""Options that may differ from case to case: they are fields of `Casos` too."""

DEFECTOS = {f.name: f.default for f in fields(Opciones)}
"""Names of the options, with their defaults."""

TABLAS = ("tabla_invalidez_hijos", "factores_mejora", "tabla_activos", "tabla_invalidos")
"""Options that are a table."""

_RANGOS = {
    # name: (low, low included, high, what is expected)
    "ayuda_asistencial": (0.0, True, 0.20, "una fracción entre 0 y 0.20 (LSS, art. 140)"),
    "margen": (0.0, True, 0.999999, "una fracción de 0 a menos de 1, como 0.02"),
    "gastos": (0.0, True, 0.999999, "una fracción de 0 a menos de 1, como 0.01"),
    "facbi": (0.0, False, 1e3, "un factor mayor que 0, como 1.012"),
    "pension_garantizada_mensual": (0.0, True, 1e12, "un monto mensual de 0 o más"),
    "grado": (1.0, False, 100.0, "un porcentaje mayor que 1 y hasta 100, como 65"),
    "cuantia_basica_mensual": (0.0, False, 1e12, "un monto mensual mayor que 0"),
    "pagos_vencidos": (0.0, True, 1e15, "un monto de 0 o más"),
    "saldo": (0.0, True, 1e15, "un saldo de 0 o más"),
}


def fuera_de_rango(nombre: str, valores: Vector) -> tuple[Any, str]:
    """Mask of the values of a numeric option that are not allowed, and what is expected."""
    bajo, incluido, alto, esperado = _RANGOS[nombre]
    malos = (valores < bajo) | (valores > alto) | np.isinf(valores)
    if not incluido:
        malos |= valores == bajo
    return malos, esperado if malos.any() else ""


def _opcion(valor: Any, nombre: str, validas: tuple[str, ...]) -> str | None:
    if valor is None and nombre == "desercion":
        return None
    elegida = valor.strip().lower().replace(" ", "_") if isinstance(valor, str) else ""
    if elegida not in validas:
        elegida = normalizar(elegida)
    if elegida not in validas:
        raise DatoInvalido(nombre, valor, validacion.lista(validas))
    return elegida


def leer_seguro(valor: Any, donde: str) -> str:
    """ "IV" or "RT"."""
    elegido = valor.strip().upper() if isinstance(valor, str) else ""
    if elegido not in SEGUROS:
        raise DatoInvalido(donde, valor, validacion.lista(SEGUROS))
    return elegido


def leer_tipo(valor: Any, donde: str) -> str:
    """One of ``TIPOS``."""
    elegido = normalizar(valor) if isinstance(valor, str) else ""
    if elegido not in TIPOS:
        raise DatoInvalido(donde, valor, validacion.lista(TIPOS))
    return elegido


def _incidencia(valor: Any) -> Vector:
    """Disability rates of children by sex and age, (2, 132); 0 at the ages not given."""
    if isinstance(valor, np.ndarray) and valor.shape == (2, 132):
        return valor
    donde = "tabla_invalidez_hijos"
    columnas = tabla_por_edad(valor, donde)
    edades = validacion.anios_enteros(columnas["edad"], f"{donde}, columna «edad»")
    resultado = np.zeros((2, 132))
    if edades.min() < 0 or edades.max() > 130 or np.unique(edades).size < edades.size:
        raise DatoInvalido(
            f"{donde}, columna «edad»",
            Descripcion(f"edades de {edades.min()} a {edades.max()}"),
            "edades enteras entre 0 y 130, cada una una vez",
        )
    for s, nombre in enumerate(("hombres", "mujeres")):
        malas = (columnas[nombre] < 0) | (columnas[nombre] > 1)
        if malas.any():
            i = int(malas.argmax())
            raise DatoInvalido(
                f"{donde}, edad {edades[i]}, columna «{nombre}»",
                float(columnas[nombre][i]),
                "una probabilidad entre 0 y 1",
            )
        resultado[s, edades] = columnas[nombre]
    resultado.setflags(write=False)
    return resultado


def _mejora(valor: Any, fecha: dt.date | None) -> Vector:
    if isinstance(valor, np.ndarray) and valor.ndim == 3:
        return valor
    columnas = tabla_por_edad(valor, "factores_mejora", ("edad", "anio", "hombres", "mujeres"))
    resultado = biometria.mejora(
        columnas["edad"],
        columnas["hombres"],
        columnas["mujeres"],
        anio=columnas.get("anio"),
        anio_inicial=None if fecha is None else fecha.year,
    )
    resultado.setflags(write=False)
    return resultado


def desde_diccionario(opciones: Mapping[str, Any]) -> Opciones:
    """Options from names and values; an empty value takes the default.

    Parameters
    ----------
    opciones : {str: any}   See :class:`Opciones`; a table may be rows, a frame, or text "15:0.001;
                            16:0.0012" (rows parted by ";", cells by ":"), which fits in a cell.

    Returns
    -------
    Opciones

    Raises
    ------
    DatoInvalido    An unknown name, or a value that is not valid.
    """
    for nombre in opciones:
        if nombre not in DEFECTOS:
            raise DatoInvalido("opciones", nombre, f"una de: {', '.join(DEFECTOS)}")
    dadas = {k: v for k, v in opciones.items() if v is not None and not vacia(v)}
    try:
        return Opciones(**dadas)
    except DatoInvalido as error:
        raise DatoInvalido(
            f"opciones, {error.argumento}", error.encontrado, error.esperado
        ) from None


def desde_textos(pares: Iterable[str]) -> Opciones:
    """Options from texts "name=value", as a command line has them; see `desde_diccionario`."""
    opciones: dict[str, Any] = {}
    for par in pares:
        nombre, igual, texto = par.partition("=")
        if not igual:
            raise DatoInvalido("opciones", par, "nombre=valor, como margen=0.02")
        try:
            opciones[normalizar(nombre)] = float(texto)
        except ValueError:
            opciones[normalizar(nombre)] = texto
    return desde_diccionario(opciones)


@dataclass(frozen=True)
class Ley:
    """Shares of the law, fractions; read from the dated parameters."""

    iv_cuantia: float
    iv_conyuge: float
    iv_hijo: float
    iv_ascendiente: float
    iv_sola: float
    iv_un_ascendiente: float
    ipt: float
    viudez: dict[str, float]
    orfandad: dict[str, float]
    orfandad_doble: dict[str, float]
    ascendencia: dict[str, float]
    aguinaldo_iv: float
    aguinaldo_rt: float
    grado_aguinaldo: float
    grado_minimo: float
    limite: int
    finiquito: float
    incremento: float
    incremento_edad: int


@cache
def ley() -> Ley:
    """The law's shares; none of them has changed since 1 July 1997.

    References
    ----------
    LSS 1997, arts. 58, 64, 66, 131, 134-138, 141; Décimo Cuarto Transitorio (each parameter's
    article is in the table of parameters).
    """

    def p(nombre: str) -> float:
        valor = datos.parametro(nombre, documento="lss")
        assert isinstance(valor, float)
        return valor

    def ambos(nombre: str) -> dict[str, float]:
        return {"IV": p(f"iv_{nombre}"), "RT": p(f"rt_{nombre}")}

    return Ley(
        iv_cuantia=p("invalidez_cuantia_basica"),
        iv_conyuge=p("iv_asignacion_conyuge"),
        iv_hijo=p("iv_asignacion_hijo"),
        iv_ascendiente=p("iv_asignacion_ascendiente"),
        iv_sola=p("iv_ayuda_asistencial"),
        iv_un_ascendiente=p("iv_ayuda_asistencial_un_ascendiente"),
        ipt=p("ipt_cuantia"),
        viudez=ambos("viudez"),
        orfandad=ambos("orfandad"),
        orfandad_doble=ambos("orfandad_doble"),
        ascendencia=ambos("ascendencia"),
        aguinaldo_iv=p("aguinaldo_iv_dias") / 360,
        aguinaldo_rt=p("aguinaldo_rt_dias") / 360,
        grado_aguinaldo=p("indemnizacion_global_grado_opcional"),
        grado_minimo=p("indemnizacion_global_grado"),
        limite=int(p("orfandad_edad_limite")),
        finiquito=p("finiquito_orfandad_mensualidades"),
        incremento=p("incremento_pensiones"),
        incremento_edad=int(p("incremento_pensiones_edad")),
    )
