"""Portfolios: a frame of one case a row becomes cases, results and, for bad rows, a message."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from difflib import get_close_matches
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from pymodel import biometria, lectura, suma_asegurada, validacion
from pymodel.errores import DatoInvalido, Descripcion
from pymodel.rentas import calculo
from pymodel.rentas import opciones as opc
from pymodel.rentas.casos import ORFANDAD, Casos, Falta
from pymodel.validacion import Vector

RESULTADOS = (
    *("salario_mensual", "CB", "PBSI", "PSIH_SI", "MCSI", "PBSS", "PSIH_SS", "PFH", "MCSS"),
    *("MC", "MC_sin_garantia", "saldo_aplicado", "SA_IMSS", "costo_fiscal", "excedente"),
)
RESULTADOS_Y_ERROR = (*RESULTADOS, "error")
NO_INCLUIDO = "no incluido"
HIJOS_MAXIMO = 20

_DE_TODOS = ("pagos", "desercion", "limite_hijos", "orden_tope", "aguinaldo", "incremento")
_DE_GRUPO = ("bases", "tasa", *_DE_TODOS, "dias_mes", "sobrevivencia")
_ATRIBUTOS = ("edad", "sexo", "invalido")
_DE_HIJO = (*_ATRIBUTOS, "estudia", "orfandad")
_INFINITOS = (float("inf"), float("-inf"))
_PERSONA = re.compile(r"(conyuge|hijo(\d+)|ascendiente(\d+))_(\w+)\Z")
_NACIMIENTO = re.compile(r"(?:fecha_(?:de_)?)?nacimiento\Z")
# A relative under another name would be left out of the family in silence.
_DE_FAMILIA = re.compile(
    r"(hij[oa]|conyu|espos|concubin|viud|huerfan|ascendiente|padre|madre|beneficiari)"
    r".*(edad|sexo|nacimiento|invalid|estudi|orfandad)"
)


@dataclass(frozen=True)
class Cartera:
    """Result of a portfolio.

    Attributes
    ----------
    resultados : DataFrame      ``RESULTADOS`` of every row, pesos; NaN in the rows with an error
                                and, in the columns of who pays, where there is no balance. PSIH is
                                NaN where it is due and not included.
    errores : {int: str}        Message of each row that was skipped, by its position.
    """

    resultados: pd.DataFrame
    errores: dict[int, str]

    def como_celdas(self) -> list[list[Any]]:
        """Rows of cells: ``RESULTADOS_Y_ERROR``; "" where there is no figure."""
        celdas = self.resultados.astype(object).where(self.resultados.notna(), "")
        for psih in ("PSIH_SI", "PSIH_SS"):
            falta = self.resultados[psih].isna()
            celdas[psih] = celdas[psih].where(~falta, NO_INCLUIDO)
        filas: list[list[Any]] = celdas.to_numpy().tolist()
        for i in self.errores:
            filas[i] = [""] * len(RESULTADOS)
        return [[*fila, self.errores.get(i, "")] for i, fila in enumerate(filas)]


def valuar_cartera(
    tabla: pd.DataFrame,
    bases: Any = "1997",
    tasa: float = 0.035,
    opciones: opc.Opciones = opc.Opciones(),  # noqa: B008
    *,
    numeros_como_texto: bool = False,
) -> Cartera:
    """Montos constitutivos of the rows of a frame.

    Parameters
    ----------
    tabla : DataFrame       The messages call a row by its index. Columns tipo, edad, sexo,
                            salario_base_diario, conyuge_edad, conyuge_sexo, conyuge_invalido,
                            hijo1_edad, hijo1_sexo, hijo1_invalido, hijo1_estudia, hijo1_orfandad,
                            hijo2_..., ascendiente1_edad..., seguro, any option; bases, tasa.
                            Names ignore case and accents; other columns are left alone, unless
                            they look like a misspelt one. With `fecha`, nacimiento,
                            conyuge_nacimiento, hijo1_nacimiento... instead of ages, or dates in
                            the columns of ages.
    bases, tasa, opciones   Of the rows that have none of their own.
    numeros_como_texto : bool   True for text files, where every cell is text.

    Returns
    -------
    Cartera

    Raises
    ------
    DatoInvalido            Missing, repeated or misspelt columns, an empty table. A bad row is not
                            an error: it is skipped and told in `errores`.
    """
    columnas = _columnas(tabla)
    lector = _Lector(tabla, columnas, numeros_como_texto)
    n = len(tabla)
    por_fila = {c: lector.numeros(c) for c in opc.NUMERICAS if c in columnas}
    tipo = lector.codigos("tipo", opc.leer_tipo, dtype="U16")
    lector.muertos = np.isin(tipo, opc.MUERTOS)
    casos = Casos(
        tipo=tipo,
        edad=lector.edades(""),
        sexo=lector.codigos("sexo", biometria.sexo, dtype=float),
        salario_base_diario=lector.numeros("salario_base_diario"),
        **lector.personas("conyuge", 0, _ATRIBUTOS),
        **lector.personas("hijo", lector.cuantos("hijo"), _DE_HIJO),
        **lector.personas("ascendiente", 2, _ATRIBUTOS),
        seguro=lector.codigos("seguro", opc.leer_seguro, dtype="U2"),
        **por_fila,
    )
    resultados = {c: np.full(n, np.nan) for c in RESULTADOS}
    errores = lector.errores
    for filas, de_bases, de_tasa, de_opciones in _grupos(
        lector, columnas, bases, tasa, opciones, n
    ):
        buenas = np.array([i for i in filas if i not in errores], dtype=np.int64)
        if not buenas.size:
            continue
        parte = casos.filas(buenas)
        for falta in calculo.revisar(parte, de_bases, de_opciones):
            errores[int(buenas[falta.fila])] = _mensaje(falta)
        sanas = np.array([i not in errores for i in buenas])
        if sanas.any():
            _calcular(resultados, buenas[sanas], parte.filas(sanas), de_bases, de_tasa, de_opciones)
    return Cartera(
        pd.DataFrame(resultados, index=tabla.index),
        {i: f"fila {tabla.index[i]}, {m}" for i, m in sorted(errores.items())},
    )


def valuar_celdas(celdas: list[list[Any]]) -> list[list[Any]]:
    """The rows of a sheet with ``RESULTADOS_Y_ERROR`` at the end of each, header first.

    Parameters
    ----------
    celdas : rows       Header first, as in :func:`valuar_cartera`; a wholly empty row stays empty.

    Returns
    -------
    rows                As many and in the same order. The messages call the header row 1.
    """
    # No sheet holds lists or dicts, but Python may send them.
    celdas = [[c if c.__hash__ else str(c) for c in fila] for fila in celdas]
    encabezado, *filas = celdas
    con_datos = {i: f for i, f in enumerate(filas, start=2) if not all(map(lectura.vacia, f))}
    cuadro = pd.DataFrame(
        list(con_datos.values()), columns=encabezado, index=list(con_datos), dtype=object
    )
    resultados = dict(zip(con_datos, valuar_cartera(cuadro).como_celdas(), strict=True))
    vacias = [""] * len(RESULTADOS_Y_ERROR)
    return [
        [*("" if lectura.vacia(c) else str(c) for c in encabezado), *RESULTADOS_Y_ERROR],
        *([*map(_como_vino, f), *resultados.get(i, vacias)] for i, f in enumerate(filas, start=2)),
    ]


def _como_vino(celda: Any) -> Any:
    """A cell of the input in the output; what no cell holds, as text."""
    if lectura.vacia(celda):
        return ""
    normal = isinstance(celda, str | int | float | np.generic | date) and celda not in _INFINITOS
    return celda if normal else str(celda)


def _calcular(
    resultados: dict[str, Vector],
    filas: NDArray[np.int64],
    casos: Casos,
    bases: opc.Bases,
    tasa: float,
    opciones: opc.Opciones,
) -> None:
    d = calculo.calcular(casos, bases, tasa, opciones)
    for c in RESULTADOS[:-4]:
        resultados[c][filas] = getattr(d, c)
    saldo = casos.valor("saldo", opciones)
    hay = ~np.isnan(saldo)
    if hay.any():
        quien = suma_asegurada.reparto(d.MC[hay], d.MC_sin_garantia[hay], saldo[hay])
        for c, valores in zip(RESULTADOS[-4:], quien, strict=True):
            resultados[c][filas[hay]] = valores


def _mensaje(falta: Falta) -> str:
    hallado = None if lectura.vacia(falta.encontrado) else falta.encontrado
    return str(DatoInvalido(f"columna «{falta.columna}»", hallado, falta.esperado))


def _columnas(tabla: pd.DataFrame) -> dict[str, int]:
    """Known columns by their canonical name, with their position."""
    if not len(tabla):
        raise DatoInvalido("tabla", Descripcion("una tabla sin renglones"), "un caso por renglón")
    columnas: dict[str, int] = {}
    fijas = (
        "tipo",
        "edad",
        "sexo",
        "salario_base_diario",
        "seguro",
        "fecha",
        *opc.NUMERICAS,
        *_DE_GRUPO,
    )
    for j, celda in enumerate(tabla.columns):
        plegada = lectura.clave(celda if isinstance(celda, str) else "")
        nombre = _canonico(plegada, fijas)
        if nombre is None:
            lugar = f"tabla, encabezado, columna {j + 1}"
            cerca = ", ".join(f"«{c}»" for c in get_close_matches(plegada, fijas, cutoff=0.85))
            if _PERSONA.match(plegada) or _DE_FAMILIA.match(plegada) or cerca:
                raise DatoInvalido(
                    lugar, celda, "una columna conocida" + (f"; ¿quizá {cerca}?" if cerca else "")
                )
            if plegada in opc.DEFECTOS:
                raise DatoInvalido(lugar, celda, "opciones que puedan cambiar de un caso a otro")
            if isinstance(celda, str) and celda in RESULTADOS_Y_ERROR:
                raise DatoInvalido(lugar, celda, "una cartera sin las columnas de resultado")
            continue
        if nombre in columnas:
            raise DatoInvalido(
                "tabla, encabezado",
                Descripcion(f"dos columnas para «{nombre}»"),
                "cada dato una vez (edad o nacimiento, no los dos)",
            )
        columnas[nombre] = j
    for obligatoria in ("tipo", "salario_base_diario"):
        if obligatoria not in columnas and not (
            obligatoria != "tipo" and "cuantia_basica_mensual" in columnas
        ):
            raise DatoInvalido(
                "tabla, encabezado",
                Descripcion("un encabezado sin esa columna"),
                f"la columna «{obligatoria}»",
            )
    return columnas


def _canonico(plegada: str, fijas: Iterable[str]) -> str | None:
    if plegada in fijas:
        return plegada
    if _NACIMIENTO.match(plegada):
        return "edad"
    persona = _PERSONA.match(plegada)
    if not persona:
        return None
    quien, atributo = persona[1], persona[4]
    if _NACIMIENTO.match(atributo):
        atributo = "edad"
    validos = _DE_HIJO if persona[2] else _ATRIBUTOS
    numero = int(persona[2] or persona[3] or 1)
    maximo = HIJOS_MAXIMO if persona[2] else 2
    return f"{quien}_{atributo}" if atributo in validos and 1 <= numero <= maximo else None


class _Lector:
    """Reads columns as arrays; the first fault of each row goes to `errores`.

    `muertos` marks the rows in which age and sex of the insured are not used, whatever they hold.
    """

    def __init__(self, tabla: pd.DataFrame, columnas: dict[str, int], como_texto: bool) -> None:
        self.columnas, self.como_texto, self.n = columnas, como_texto, len(tabla)
        self.tabla = tabla
        self.errores: dict[int, str] = {}
        self.muertos = np.zeros(self.n, dtype=np.bool_)
        self.fechas = self._fechas()

    def celdas(self, columna: str) -> NDArray[Any]:
        """A column as it comes."""
        return self.tabla.iloc[:, self.columnas[columna]].to_numpy(dtype=object)

    def rechazar(self, fila: int, columna: str, valor: Any, esperado: str) -> None:
        """Note what is wrong with a cell, unless the row has something already."""
        del_asegurado = columna in ("edad", "sexo") or _NACIMIENTO.match(columna)
        if del_asegurado and self.muertos[fila]:
            return
        mensaje = str(DatoInvalido(f"columna «{columna}»", valor, esperado))
        self.errores.setdefault(fila, mensaje)

    def codigos(
        self, columna: str, leer: Callable[[Any, str], Any], *, dtype: Any, vacio: Any = None
    ) -> NDArray[Any]:
        """Each cell as `leer` gives it; what repeats is read once."""
        if vacio is None:
            vacio = "" if str(dtype).startswith("U") else np.nan
        resultado = np.full(self.n, vacio, dtype=dtype)
        if columna not in self.columnas:
            return resultado
        celdas = self.celdas(columna)
        if self.como_texto:
            codigo, distintas = pd.factorize(celdas, use_na_sentinel=False)
            valores = [self._leer(c, leer, vacio) for c in distintas]
            malas = np.array([isinstance(v, DatoInvalido) for v in valores])
            for i in np.flatnonzero(malas[codigo]).tolist():
                self.rechazar(i, columna, celdas[i], valores[codigo[i]].esperado)
            buenos = [vacio if m else v for v, m in zip(valores, malas, strict=True)]
            return np.array(buenos, dtype=dtype)[codigo]
        # By type too: 1 and True, or 2 and "2", are not the same cell.
        claves = [(type(c), c) for c in celdas]
        leidas: dict[Any, Any] = {}
        for fila, (clave, celda) in enumerate(zip(claves, celdas, strict=True)):
            if clave not in leidas:
                leidas[clave] = self._leer(celda, leer, vacio)
            valor = leidas[clave]
            if isinstance(valor, DatoInvalido):
                self.rechazar(fila, columna, celda, valor.esperado)
            else:
                resultado[fila] = valor
        return resultado

    @staticmethod
    def _leer(celda: Any, leer: Callable[[Any, str], Any], vacio: Any) -> Any:
        if lectura.vacia(celda):
            return vacio
        try:
            return leer(celda, "")
        except DatoInvalido as error:
            return error

    def numeros(self, columna: str) -> Vector:
        """A column of numbers; NaN where empty."""
        if columna not in self.columnas:
            return np.full(self.n, np.nan)
        serie = self.tabla.iloc[:, self.columnas[columna]]
        if serie.dtype.kind in "iuf":
            return serie.to_numpy(dtype=np.float64)
        celdas = serie.to_numpy(dtype=object)
        if self.como_texto:
            resultado = pd.to_numeric(pd.Series(celdas, dtype=object), errors="coerce").to_numpy(
                dtype=np.float64
            )
            for i in np.flatnonzero(~np.isfinite(resultado)).tolist():
                if not lectura.vacia(celdas[i]):
                    self.rechazar(i, columna, celdas[i], "un número")
            return resultado
        resultado = np.full(self.n, np.nan)
        for fila, celda in enumerate(celdas):
            if not lectura.vacia(celda):
                try:
                    resultado[fila] = validacion.numero(celda, "")
                except DatoInvalido as error:
                    self.rechazar(fila, columna, celda, error.esperado)
        return resultado

    def _fechas(self) -> NDArray[Any]:
        return self.codigos("fecha", lectura.fecha, dtype=object, vacio=pd.NaT)

    def edades(self, quien: str) -> Vector:
        """Whole years: as given, or reached at `fecha` by who was born on a date."""
        columna = f"{quien}_edad" if quien else "edad"
        if columna not in self.columnas:
            return np.full(self.n, np.nan)
        encabezado = lectura.clave(str(self.tabla.columns[self.columnas[columna]]))
        if encabezado == columna and self._sin_fechas(columna):
            return self.numeros(columna)
        resultado = np.full(self.n, np.nan)
        for fila, celda in enumerate(self.celdas(columna)):
            if lectura.vacia(celda):
                continue
            try:
                if encabezado == columna and not isinstance(celda, date | np.datetime64 | str):
                    resultado[fila] = validacion.numero(celda, "")
                else:
                    resultado[fila] = self._cumplida(celda, encabezado, fila)
            except DatoInvalido as error:
                self.rechazar(fila, encabezado, error.encontrado, error.esperado)
        return resultado

    def _sin_fechas(self, columna: str) -> bool:
        serie = self.tabla.iloc[:, self.columnas[columna]]
        if serie.dtype.kind in "iuf":
            return True
        if serie.dtype.kind == "M":
            return False
        celdas = serie.to_numpy(dtype=object)
        return not any(
            isinstance(c, date) or (isinstance(c, str) and _ISO.match(c.strip())) for c in celdas
        )

    def _cumplida(self, celda: Any, columna: str, fila: int) -> float:
        if isinstance(celda, str) and not _ISO.match(celda.strip()):
            if self.como_texto:
                try:
                    return float(celda)
                except ValueError:
                    pass
            raise DatoInvalido(columna, celda, "una edad o una fecha de nacimiento AAAA-MM-DD")
        nacimiento = lectura.fecha(celda, columna)
        a_la_fecha = self.fechas[fila]
        if lectura.vacia(a_la_fecha):
            raise DatoInvalido(
                columna, celda, "también la columna «fecha», a la que se cumplen las edades"
            )
        if nacimiento > a_la_fecha:
            raise DatoInvalido(columna, celda, "una fecha de nacimiento anterior a «fecha»")
        return float(lectura.edad_cumplida(nacimiento, a_la_fecha))

    def cuantos(self, quien: str) -> int:
        """Highest number of a person among the columns: 3 if there is hijo3_edad."""
        numeros = [
            int(p[1]) for c in self.columnas if (p := re.match(rf"{quien}(\d+)_", c)) is not None
        ]
        return max(numeros, default=0)

    def personas(self, quien: str, cuantas: int, atributos: Iterable[str]) -> dict[str, Any]:
        """Fields of `Casos` of the spouse (cuantas 0) or of as many children or ascendants."""
        lectores = {"sexo": biometria.sexo, "orfandad": _orfandad}
        vacios = {"sexo": np.nan, "estudia": 1.0}
        nombres = [f"{quien}{j + 1}" for j in range(cuantas)] if cuantas else [quien]
        if quien == "hijo" and not cuantas:
            return {}
        campos: dict[str, Any] = {}
        for atributo in atributos:
            columnas = []
            for nombre in nombres:
                if atributo == "edad":
                    columnas.append(self.edades(nombre))
                    continue
                leer = lectores.get(atributo, lectura.si_no)
                vacio = vacios.get(atributo, 0.0)
                columna = f"{nombre}_{atributo}"
                columnas.append(self.codigos(columna, leer, dtype=float, vacio=vacio))
            plural = f"{quien}s" if cuantas else quien
            campos[f"{plural}_{atributo}"] = np.stack(columnas, axis=1) if cuantas else columnas[0]
        return campos


_ISO = re.compile(r"\d{4}-\d{1,2}-\d{1,2}")


def _orfandad(celda: Any, donde: str) -> int:
    clave = lectura.clave(celda)
    if clave not in ORFANDAD:
        raise DatoInvalido(donde, celda, "sencilla o doble")
    return ORFANDAD[clave]


def _grupos(
    lector: _Lector,
    columnas: dict[str, int],
    bases: Any,
    tasa: float,
    opciones: opc.Opciones,
    n: int,
) -> Iterable[tuple[Any, opc.Bases, float, opc.Opciones]]:
    """Rows that share bases, rate and options that are not numbers of each case."""
    propias = [c for c in _DE_GRUPO if c in columnas]
    generales = (opc.bases(bases, opciones), validacion.tasa(tasa, "tasa"))
    if not propias:
        yield np.arange(n), *generales, opciones
        return
    numericas = {c: lector.numeros(c) for c in ("tasa", "limite_hijos", "dias_mes") if c in propias}
    grupos: dict[tuple[Any, ...], list[int]] = {}
    celdas = {c: numericas[c] if c in numericas else lector.celdas(c) for c in propias}
    for i in range(n):
        clave = tuple(None if lectura.vacia(celdas[c][i]) else celdas[c][i] for c in celdas)
        grupos.setdefault(clave, []).append(i)
    for clave, filas in grupos.items():
        dadas = {c: v for c, v in zip(celdas, clave, strict=True) if v is not None}
        try:
            de_bases = opc.bases(dadas.pop("bases"), opciones) if "bases" in dadas else generales[0]
            de_tasa = generales[1]
            if "tasa" in dadas:
                de_tasa = validacion.tasa(dadas.pop("tasa"), "tasa")
            propias_de = replace(opciones, **dadas) if dadas else opciones
        except DatoInvalido as error:
            for i in filas:
                lector.rechazar(i, error.argumento, error.encontrado, error.esperado)
            continue
        yield filas, de_bases, de_tasa, propias_de
