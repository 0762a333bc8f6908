"""Financial statements as the reports lay them out: rows, sums, balances, and what does not add up.

Each layout is data: its rows in printed order, which of them are given and which are sums of
others. One function completes any of them and refuses a table that contradicts itself.
"""

from __future__ import annotations

import functools
import itertools
import math
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from pymodel import validacion
from pymodel.datos._csv import normalizar, parecidos
from pymodel.errores import DatoInvalido, Descripcion
from pymodel.validacion import Vector

CONCEPTO = "Concepto"

# A figure this many times the one beside it is taken for thousands among millions of pesos.
_SALTO = 300.0
_PRIMERA_CELDA = {"concepto", "renglon", "partida", "partidas", "rubro", "anio", "ano", "mdp"}
_NUMERAL = re.compile(r"\s*(\d/|\(\d+\)(\s*=.*)?)\s*$")


@dataclass(frozen=True)
class Renglon:
    """One row of a layout.

    Parameters
    ----------
    clave : str         Short name, used in formulas and by other modules.
    rotulo : str        As printed, without its number.
    suma : tuple        Keys that it adds up, "-clave" when subtracted; empty: a given row.
    acumula : bool      Balance that adds `suma` to what it was the year before.
    verifica : bool     Whether a printed value is held against its sum.
    obligatorio : bool  Whether no table can do without it.
    tambien : tuple     Other printed forms of the label.
    """

    clave: str
    rotulo: str
    suma: tuple[str, ...] = ()
    acumula: bool = False
    verifica: bool = True
    obligatorio: bool = False
    tambien: tuple[str, ...] = ()


@dataclass(frozen=True)
class Formato:
    """A layout: name, source, rows.

    `base` is the row that the others are measured against when units are checked; `consecutivos`
    tells whether a balance is carried from one year into the next.
    """

    nombre: str
    fuente: str
    renglones: tuple[Renglon, ...]
    base: str = "ingresos"
    consecutivos: bool = False

    @functools.cached_property
    def por_clave(self) -> dict[str, Renglon]:
        """Rows by key."""
        return {r.clave: r for r in self.renglones}

    @functools.cached_property
    def por_rotulo(self) -> dict[str, str]:
        """Folded label -> key."""
        return {plegar(t): r.clave for r in self.renglones for t in (r.rotulo, *r.tambien)}


FLUJO_2005 = Formato(
    "flujo de efectivo",
    "IFA 2005, cuadro I.3",
    (
        Renglon(
            "saldo_inicial", "Saldo Inicial de Reservas Operativas", ("saldo_final", "-saldo_anio")
        ),
        Renglon("ingresos", "Ingresos", obligatorio=True),
        Renglon(
            "egresos",
            "Egresos",
            (
                "personal",
                "rjp",
                "subsidios",
                "sumas_aseguradas",
                "inversion_fisica",
                "materiales",
                "servicios_generales",
                "pensiones_en_curso",
            ),
        ),
        Renglon("personal", "Servicios de personal"),
        Renglon("rjp", "RJP", tambien=("Régimen de Jubilaciones y Pensiones",)),
        Renglon(
            "subsidios",
            "Subsidios y ayudas, y pensiones temporales y provisionales",
            # Cut short in the print.
            tambien=("Subsidios y ayudas, y pensiones temporales y pro'", "Subsidios y ayudas"),
        ),
        Renglon("sumas_aseguradas", "Sumas aseguradas"),
        Renglon("inversion_fisica", "Inversión física"),
        Renglon("materiales", "Materiales y suministros"),
        Renglon("servicios_generales", "Servicios generales"),
        Renglon("pensiones_en_curso", "Pensiones en curso de pago"),
        Renglon("excedente", "Excedente (Déficit) del año", ("ingresos", "-egresos")),
        Renglon(
            "incremento_reservas",
            "Incremento en RFA y en el FCOLCLC",
            tambien=("Incremento en RFA y FCOLCLC",),
        ),
        Renglon(
            "excedente_tras_reservas",
            "Excedente (Déficit) del año después de la creación de las reservas",
            ("excedente", "-incremento_reservas"),
        ),
        Renglon("traspaso_rocf", "Traspaso de la RO para pago de la ROCF"),
        Renglon("transferencias", "Transferencias entre reservas"),
        Renglon("transferencias_inversion", "Transferencias de reservas para inversión física"),
        Renglon(
            "transferencia_neta",
            "Transferencia neta entre reservas",
            ("traspaso_rocf", "transferencias", "transferencias_inversion"),
        ),
        Renglon(
            "saldo_anio",
            "Saldo del año en RO después de transferencias",
            ("excedente_tras_reservas", "transferencia_neta"),
        ),
        Renglon("saldo_final", "Saldo final de RO", ("saldo_anio",), acumula=True),
    ),
    consecutivos=True,
)

FLUJO_2010 = Formato(
    "flujo de efectivo del MIFA",
    "IFA 2010, cuadro C.3",
    (
        Renglon("saldo_inicial", "Saldo inicial de Reservas Operativas"),
        Renglon("ingresos", "Ingresos", ("cop", "agf", "otros_ingresos")),
        Renglon("cop", "Cuotas obrero-patronales"),
        Renglon("agf", "Aportaciones del Gobierno Federal"),
        Renglon("otros_ingresos", "Otros ingresos", ("otros_pensiones", "otros_otros")),
        Renglon("otros_pensiones", "Otros ingresos - Pensiones en curso de pago"),
        Renglon("otros_otros", "Otros ingresos - Otros"),
        Renglon(
            "egresos",
            "Egresos",
            (
                "personal",
                "rjp",
                "subsidios",
                "pensiones_temporales",
                "indemnizaciones",
                "sumas_aseguradas",
                "inversion_fisica",
                "materiales",
                "servicios_generales",
                "pensiones_en_curso",
                "otros_gastos",
            ),
        ),
        Renglon("personal", "Servicios de personal"),
        Renglon("rjp", "Régimen de Jubilaciones y Pensiones", tambien=("RJP",)),
        Renglon("subsidios", "Subsidios y ayudas"),
        Renglon("pensiones_temporales", "Pensiones temporales y provisionales"),
        Renglon("indemnizaciones", "Indemnizaciones y laudos"),
        Renglon("sumas_aseguradas", "Sumas aseguradas"),
        Renglon("inversion_fisica", "Inversión física"),
        Renglon("materiales", "Materiales y suministros"),
        Renglon("servicios_generales", "Servicios generales"),
        Renglon("pensiones_en_curso", "Pensiones en curso de pago"),
        Renglon("otros_gastos", "Otros gastos"),
        Renglon("excedente", "Excedente (Déficit) de operación del año", ("ingresos", "-egresos")),
        Renglon("incremento_reservas", "Incremento en RFA, RGFA y FCOLCLC"),
        Renglon(
            "excedente_tras_reservas",
            "Excedente (déficit) después de la creación de las reservas",
            ("excedente", "-incremento_reservas"),
        ),
        Renglon("movimientos_rocf", "Movimientos de la ROCF"),
        Renglon("uso_rocf_277a", "Uso de la ROCF Art. 277 A de la LSS"),
        Renglon("uso_rocf_inversion", "Uso de la ROCF para programas de inversión"),
        Renglon("uso_fcolclc", "Uso del FCOLCLC"),
        Renglon("uso_rfa_sem", "Uso de la RFA del SEM"),
        Renglon(
            "transferencia_neta",
            "Transferencia neta entre reservas",
            (
                "movimientos_rocf",
                "uso_rocf_277a",
                "uso_rocf_inversion",
                "uso_fcolclc",
                "uso_rfa_sem",
            ),
        ),
        Renglon("devoluciones", "Devoluciones al Gobierno Federal 2009-2010"),
        Renglon(
            "saldo_anio",
            "Saldo en RO después de transferencias",
            ("excedente_tras_reservas", "transferencia_neta", "-devoluciones"),
        ),
    ),
)

ESTADO_2005 = Formato(
    "ingresos y gastos y cambios en la situación financiera",
    "IFA 2005, cuadro I.4",
    (
        Renglon("ingresos", "Total de Ingresos", obligatorio=True),
        Renglon("directos", "Gastos Directos", tambien=("Total de Gasto Directo",)),
        Renglon("otros", "Otros Gastos", tambien=("Total Otros Gastos",)),
        Renglon("gastos", "Total de Gastos", ("directos", "otros")),
        Renglon(
            "excedente",
            "Excedente (Déficit) Neto",
            ("ingresos", "-gastos"),
            tambien=("Excedente de Ingresos / Gastos",),
        ),
        Renglon("partidas", "Partidas que no requieren utilización de recursos"),
        Renglon("otros_recursos", "Otros recursos generados por la operación"),
        Renglon(
            "efectivo",
            "Efectivo Generado por la Operación",
            ("excedente", "partidas", "otros_recursos"),
        ),
        Renglon(
            "inversion",
            "Recursos Utilizados para Inversión",
            ("rocf", "incremento_reservas", "inversion_fisica"),
        ),
        Renglon("rocf", "ROCF"),
        Renglon("incremento_reservas", "Reservas Financieras y Actuariales y del FCOLCLC"),
        Renglon("inversion_fisica", "Inversión física"),
        Renglon(
            "financiamiento",
            "Recursos Utilizados en Financiamiento",
            ("traspaso_rocf", "prestamo_rocf", "traspaso_rocf_inversion", "uso_rocf_inversion"),
        ),
        Renglon("traspaso_rocf", "Traspaso de las RO a la ROCF"),
        Renglon("prestamo_rocf", "Préstamo de la ROCF a las RO"),
        Renglon("traspaso_rocf_inversion", "Traspaso de RO a ROCF para programas de inversión"),
        Renglon("uso_rocf_inversion", "Utilización de la ROCF para programas de inversión"),
        Renglon(
            "sobrante",
            "Sobrante o Faltante Neto de Efectivo",
            ("efectivo", "-inversion", "financiamiento"),
        ),
        # The print of 2006 leaves out the transfer of 5,842: its own balance is not a test.
        Renglon(
            "rocf_acumulada", "ROCF Acumulada", ("rocf", "-financiamiento"), True, verifica=False
        ),
        Renglon(
            "reservas_acumuladas",
            "Reservas Financieras y Actuariales y del FCOLCLC Acumuladas",
            ("incremento_reservas",),
            True,
        ),
    ),
    consecutivos=True,
)

COMPARATIVO = Formato(
    "comparativo con y sin RJP",
    "IFA 2005, cuadros I.6 y I.9 a I.13; IFA 2010, cuadros I.2, II.2, III.2, IV.2 y V.2",
    (
        Renglon("ingresos", "Total de ingresos", obligatorio=True),
        Renglon("gastos", "Total de gastos", ("directos", "otros")),
        Renglon("directos", "Gastos directos"),
        Renglon("otros", "Otros gastos"),
        Renglon(
            "excedente",
            "Excedente (déficit) neto de ingresos/gastos",
            ("ingresos", "-gastos"),
        ),
        Renglon(
            "partidas",
            "Partidas que no requieren utilización de recursos y generados por la operación",
        ),
        Renglon("efectivo", "Efectivo generado por la operación", ("excedente", "partidas")),
        Renglon("incremento", "Incremento de reservas e inversión física"),
        Renglon("financiamiento", "Recursos utilizados en financiamiento"),
        Renglon(
            "sobrante",
            "Sobrante (faltante) neto de flujo de efectivo del año",
            ("efectivo", "-incremento", "financiamiento"),
            tambien=("Sobrante (faltante) neto de flujo de efectivo",),
        ),
    ),
)

_GASTOS_2010 = (
    ("personal", "Servicios de personal"),
    ("jubilado", "Pagos al personal jubilado"),
    ("obligaciones", "Costo de obligaciones laborales"),
    ("medicamentos", "Consumos de medicamentos, material de curación y otros"),
    ("mantenimiento", "Mantenimiento"),
    ("generales", "Servicios generales y subrogación de servicios"),
    ("prestaciones", "Prestaciones económicas"),
    ("intereses", "Intereses financieros y actuariales"),
    ("castigos", "Castigos por incobrabilidades y fluctuación en precios"),
    ("depreciaciones", "Depreciaciones"),
    ("reversion", "Reversión de cuotas obrero-patronales"),
    ("traslado", "Traslado de la depreciación"),
    ("reservas", "Reservas financieras y actuariales"),
)
_MEDICAMENTOS = (
    "Consumo de medicamentos, material de curación y otros",
    "Consumos de medicamentos, materiales de curación y otros",
)

ESTADO_2010 = Formato(
    "estado de ingresos y gastos",
    "IFA 2010, cuadros I.1, II.1, III.1, IV.1 y V.1",
    (
        Renglon("cuotas", "Cuotas obrero-patronales y contribución federal", obligatorio=True),
        Renglon("productos", "Productos de inversiones y otros ingresos"),
        Renglon("ingresos", "Total de ingresos", ("cuotas", "productos")),
        *(
            Renglon(c, r, tambien=_MEDICAMENTOS if c == "medicamentos" else ())
            for c, r in _GASTOS_2010
        ),
        Renglon("gastos", "Total de gastos", tuple(c for c, _ in _GASTOS_2010)),
        Renglon("excedente", "Excedente neto de ingresos sobre gastos", ("ingresos", "-gastos")),
    ),
    base="cuotas",
)

FLUJOS = (FLUJO_2005, FLUJO_2010)
ESTADOS = (ESTADO_2005, COMPARATIVO, ESTADO_2010)


class Diferencia(NamedTuple):
    """A printed sum that its rows contradict."""

    renglon: str
    anio: str
    impreso: float
    suma: float

    @property
    def diferencia(self) -> float:
        """Sum of the rows less the print."""
        return self.suma - self.impreso


@dataclass(frozen=True)
class Cuadro:
    """A table read: its layout, the names of its columns, the rows given (NaN where blank)."""

    formato: Formato
    anios: tuple[str, ...]
    dados: Mapping[str, Vector]


def plegar(rotulo: str) -> str:
    """Fold a printed label: case, accents, signs, and its number "(3)=(1)-(2)" or note "1/"."""
    while (corto := _NUMERAL.sub("", rotulo)) != rotulo:
        rotulo = corto
    return normalizar(rotulo)


def leer(celdas: Sequence[Sequence[Any]], formatos: Sequence[Formato], nombre: str) -> Cuadro:
    """Recognise a pasted table by its labels.

    Parameters
    ----------
    celdas : rows       First column the labels, the others a year each; a header with the years
                        may come first. Rows in any order; wholly empty ones are skipped.
    formatos : layouts that are accepted; the first one that knows every label is taken.
    nombre : str        Argument, for the messages.

    Returns
    -------
    Cuadro

    Raises
    ------
    DatoInvalido
        Unknown or repeated label; a cell that is not a number; years out of order or one missing
        between two others; a blank where a figure is needed; figures in two units.
    """
    filas = [list(f) for f in celdas if any(not _vacia(c) for c in f)]
    if not filas or len(filas[0]) < 2:
        raise DatoInvalido(
            nombre, Descripcion("menos de dos columnas"), "una de renglones y una o más de años"
        )
    conocidos = {r for f in formatos for r in f.por_rotulo}
    encabezado = None
    if _vacia(filas[0][0]) or plegar(str(filas[0][0])) not in conocidos:
        encabezado = _encabezado(filas[0])
    if encabezado is not None:
        filas = filas[1:]
    anios = encabezado or tuple(str(i) for i in range(1, len(filas[0])))
    rotulos = []
    for i, f in enumerate(filas):
        if not isinstance(f[0], str) or _vacia(f[0]):
            raise DatoInvalido(f"{nombre}, renglón {i + 1}", f[0], "el nombre de un renglón")
        rotulos.append(f[0])
    formato = _reconocer(rotulos, formatos, nombre)
    if formato.consecutivos and encabezado:
        _anios_seguidos(encabezado, nombre)
    dados: dict[str, Vector] = {}
    for rotulo, fila in zip(rotulos, filas, strict=True):
        clave = formato.por_rotulo[plegar(rotulo)]
        if clave in dados:
            raise DatoInvalido(nombre, Descripcion(f"dos veces «{rotulo}»"), "una sola vez")
        numeros = [
            math.nan if _vacia(c) else validacion.numero(c, f"{nombre}, «{rotulo}», {a}")
            for c, a in zip(fila[1:], anios, strict=True)
        ]
        dados[clave] = np.array(numeros)
    return desde_renglones(formato, anios, dados, nombre)


def desde_renglones(
    formato: Formato, anios: Sequence[str], dados: Mapping[str, Vector], nombre: str
) -> Cuadro:
    """A table from rows by key; the same checks as :func:`leer` on its figures."""
    # A row of blanks is a row that was not given.
    dados = {c: v for c, v in dados.items() if not np.isnan(v).all()}
    cuadro = Cuadro(formato, tuple(anios), dados)
    _presentes(cuadro, nombre)
    _unidades(cuadro, nombre)
    return cuadro


def revisar(cuadro: Cuadro) -> list[Diferencia]:
    """Every given sum that its given rows contradict by more than their rounding.

    Notes
    -----
    With n terms rounded to a unit u the sum may be off by u·(n+1)/2; u is the last decimal that
    the table uses. A sum none of whose terms is given is taken as given.
    """
    completo = _calcular(cuadro)
    unidad = _unidad(cuadro)
    halladas = []
    for r in cuadro.formato.renglones:
        if not r.suma or not r.verifica or r.clave not in cuadro.dados or _es_dato(cuadro, r):
            continue
        impreso = cuadro.dados[r.clave]
        suma = _suma(r, completo)
        if r.acumula and r.clave == "saldo_final":
            suma = suma + completo["saldo_inicial"]
        elif r.acumula:
            suma = np.concatenate([[math.nan], impreso[:-1]]) + suma
        elif r.clave == "saldo_inicial":
            suma = np.concatenate([[math.nan], completo["saldo_final"][:-1]])
        holgura = 0.5 * unidad * (len(r.suma) + 1) * (1 + 1e-9)
        halladas += [
            Diferencia(r.rotulo, anio, float(i), float(s))
            for anio, i, s in zip(cuadro.anios, impreso, suma, strict=True)
            if abs(s - i) > holgura
        ]
    return halladas


def completar(cuadro: Cuadro, nombre: str = "partidas") -> pd.DataFrame:
    """The table with its derived rows: what was given as it was given, and every sum.

    Returns
    -------
    DataFrame       Index: printed labels, in printed order; columns: the years. A balance whose
                    opening figure is not given is left out.

    Raises
    ------
    DatoInvalido    The first row that does not add up, with its difference and how many others.
    """
    if diferencias := revisar(cuadro):
        d = diferencias[0]
        otras = len(diferencias) - 1
        razon = abs(d.suma / d.impreso) if d.impreso else 0.0
        pista = ""
        if _SALTO < razon < 10 * _SALTO or (razon and _SALTO < 1 / razon < 10 * _SALTO):
            pista = "; ¿hay miles y millones de pesos mezclados?"
        raise DatoInvalido(
            f"{nombre}, «{d.renglon}», {d.anio}",
            d.impreso,
            f"la suma de sus renglones, {d.suma:,.10g} (diferencia {d.diferencia:,.10g})"
            + (f"; y {otras} más que no suman" if otras else "")
            + pista,
        )
    completo = _calcular(cuadro)
    filas = [
        r
        for r in cuadro.formato.renglones
        if r.clave in completo and (r.suma or r.clave in cuadro.dados)
    ]
    return pd.DataFrame(
        [completo[r.clave] for r in filas],
        index=pd.Index([r.rotulo for r in filas], name=CONCEPTO),
        columns=list(cuadro.anios),
    )


def por_clave(df: pd.DataFrame, formato: Formato) -> dict[str, Vector]:
    """Rows of a completed table by key."""
    return {
        formato.por_rotulo[plegar(str(rotulo))]: df.loc[rotulo].to_numpy(np.float64)
        for rotulo in df.index
    }


def razones(df: pd.DataFrame, base: str) -> pd.DataFrame:
    """Common-size table: every row as a fraction of the row `base` of its year.

    References
    ----------
    IFA 2005, cuadro I.5 (per cent of income).
    """
    denominador = df.loc[base].to_numpy(np.float64)
    if (denominador == 0.0).any():
        lugar = int(np.argmax(denominador == 0.0))
        raise DatoInvalido(f"{base}, {df.columns[lugar]}", 0.0, "un monto distinto de 0")
    return df.div(denominador, axis="columns")


# --- Reading ----------------------------------------------------------------------------------


def _vacia(celda: Any) -> bool:
    return celda is None or (isinstance(celda, str) and celda.strip() in ("", "-", "–"))


_ENORME = 1e15  # whole numbers have no limit in Python and would not fit a float


def _encabezado(fila: Sequence[Any]) -> tuple[str, ...] | None:
    """Names of the columns, or None if the row holds amounts.

    Under a first cell that is not the usual one, numbers are years only if they look like a run of
    them: an unknown row must not pass for a header.
    """
    usual = _vacia(fila[0]) or normalizar(str(fila[0])) in _PRIMERA_CELDA
    numeros = [c for c in fila[1:] if isinstance(c, int | float) and abs(c) < _ENORME]
    pasos = [b - a for a, b in itertools.pairwise(numeros)]
    if numeros and not usual and not (pasos and all(0 < p <= 10 for p in pasos)):
        return None
    nombres = []
    for c in fila[1:]:
        if isinstance(c, str) and c.strip():
            nombres.append(c.strip())
        elif isinstance(c, int | float) and not isinstance(c, bool) and 1900 <= c <= 2200:
            nombres.append(f"{c:g}")
        else:
            return None
    return tuple(nombres)


def _reconocer(rotulos: Sequence[str], formatos: Sequence[Formato], nombre: str) -> Formato:
    plegados = [plegar(r) for r in rotulos]
    conocidos = [sum(p in f.por_rotulo for p in plegados) for f in formatos]
    mejor = int(np.argmax(conocidos))
    formato = formatos[mejor]
    for rotulo, plegado in zip(rotulos, plegados, strict=True):
        if plegado not in formato.por_rotulo:
            cerca = parecidos(rotulo, [r.rotulo for r in formato.renglones])
            raise DatoInvalido(
                f"{nombre}, renglón",
                rotulo,
                f"un renglón del {formato.fuente}" + (f", ¿quizá {cerca}?" if cerca else ""),
            )
    return formato


def _anios_seguidos(anios: Sequence[str], nombre: str) -> None:
    if not all(re.fullmatch(r"\d{4}", a) for a in anios):
        return
    numeros = validacion.anios([float(a) for a in anios], f"{nombre}, encabezado")
    for previo, actual in itertools.pairwise(numeros):
        if actual != previo + 1:
            raise DatoInvalido(
                f"{nombre}, encabezado",
                Descripcion(f"{actual} después de {previo}"),
                f"también el año {previo + 1}: cada saldo parte del anterior",
            )


def _presentes(cuadro: Cuadro, nombre: str) -> None:
    """The rows that no table can do without, and a figure in every year of those given."""
    for r in cuadro.formato.renglones:
        if r.obligatorio and r.clave not in cuadro.dados:
            raise DatoInvalido(nombre, Descripcion(f"ningún renglón «{r.rotulo}»"), "que lo tenga")
    for clave, valores in cuadro.dados.items():
        r = cuadro.formato.por_clave[clave]
        blancos = np.isnan(valores)
        if not blancos.any() or clave == "saldo_inicial" or r.acumula:
            continue
        # In the MIFA a use of reserves is printed only in the years that have one.
        if cuadro.formato is FLUJO_2010 and not r.suma:
            continue
        anio = cuadro.anios[int(np.argmax(blancos))]
        raise DatoInvalido(f"{nombre}, «{r.rotulo}», {anio}", None, "un número (0 si no hubo)")


def _unidades(cuadro: Cuadro, nombre: str) -> None:
    """Refuse figures of two units (thousands among millions), told by their magnitude."""
    base = cuadro.dados.get(cuadro.formato.base)
    if base is None:
        return
    montos = np.array([np.abs(v) for v in cuadro.dados.values()])
    pares = (montos[:, 1:] > 0) & (montos[:, :-1] > 0)
    for t in range(montos.shape[1] - 1):
        if not pares[:, t].any():
            continue
        salto = float(np.median(montos[pares[:, t], t + 1] / montos[pares[:, t], t]))
        if salto > _SALTO or salto < 1 / _SALTO:
            raise DatoInvalido(
                f"{nombre}, {cuadro.anios[t + 1]}",
                Descripcion(
                    f"cifras unas {max(salto, 1 / salto):,.0f} veces"
                    f" {'mayores' if salto > 1 else 'menores'} que en {cuadro.anios[t]}"
                ),
                "una sola unidad: ¿hay miles y millones de pesos mezclados?",
            )
    tope = _SALTO / 3 * np.abs(base)
    for clave, valores in cuadro.dados.items():
        rotulo = cuadro.formato.por_clave[clave].rotulo
        mayores = np.abs(valores) > tope
        mayores &= tope > 0
        if mayores.any():
            lugar = int(np.argmax(mayores))
            raise DatoInvalido(
                f"{nombre}, «{rotulo}», {cuadro.anios[lugar]}",
                float(valores[lugar]),
                f"un monto comparable a los ingresos ({base[lugar]:,.10g}): ¿hay miles y millones "
                "de pesos mezclados?",
            )
        for t, u in [(t, t + d) for t in range(valores.size) for d in (-1, 1)]:
            if not 0 <= u < valores.size or valores[t] == 0.0:
                continue
            grande = abs(valores[u]) >= 0.01 * abs(base[u])
            if grande and _SALTO < abs(valores[u] / valores[t]) < 10 * _SALTO:
                raise DatoInvalido(
                    f"{nombre}, «{rotulo}», {cuadro.anios[t]}",
                    float(valores[t]),
                    f"un monto comparable al de {cuadro.anios[u]} ({valores[u]:,.10g}): ¿hay miles "
                    "y millones de pesos mezclados?",
                )


# --- Sums -------------------------------------------------------------------------------------


def _terminos(r: Renglon) -> Iterator[tuple[float, str]]:
    for t in r.suma:
        yield (-1.0, t[1:]) if t.startswith("-") else (1.0, t)


def _es_dato(cuadro: Cuadro, r: Renglon) -> bool:
    """A sum given without any of the rows it adds up, however deep."""
    if r.clave not in cuadro.dados or r.acumula or r.clave == "saldo_inicial":
        return False

    def hay(clave: str) -> bool:
        hijo = cuadro.formato.por_clave[clave]
        return clave in cuadro.dados or any(hay(c) for _, c in _terminos(hijo))

    return not any(hay(c) for _, c in _terminos(r))


def _suma(r: Renglon, completo: Mapping[str, Vector]) -> Vector:
    total = np.zeros(next(iter(completo.values())).size)
    for signo, clave in _terminos(r):
        if clave in completo:
            total = total + signo * completo[clave]
    return total


def _calcular(cuadro: Cuadro) -> dict[str, Vector]:
    """Every row: given ones as given (blank is 0), sums of what is there, balances carried."""
    formato, n = cuadro.formato, len(cuadro.anios)
    completo: dict[str, Vector] = {}

    def valor(clave: str) -> Vector:
        if clave not in completo:
            r = formato.por_clave[clave]
            dado = cuadro.dados.get(clave)
            if dado is not None:
                completo[clave] = np.nan_to_num(dado)
            elif not r.suma:
                completo[clave] = np.zeros(n)
            else:
                completo[clave] = sum((s * valor(c) for s, c in _terminos(r)), np.zeros(n))
        return completo[clave]

    saldos = [r for r in formato.renglones if r.acumula or r.clave == "saldo_inicial"]
    for r in formato.renglones:
        if r not in saldos:
            valor(r.clave)
    for r in saldos:
        if not r.acumula:
            continue
        suma = _suma(r, completo)
        dado = cuadro.dados.get(r.clave, np.full(n, math.nan))
        if r.clave == "saldo_final":
            inicial = cuadro.dados.get("saldo_inicial", np.full(n, math.nan))
            if math.isnan(inicial[0]) and not math.isnan(dado[0]):
                inicial = np.concatenate([[dado[0] - suma[0]], inicial[1:]])
            if math.isnan(inicial[0]):
                continue
            inicial, final = inicial.copy(), dado.copy()
            for t in range(n):
                if math.isnan(inicial[t]):
                    inicial[t] = final[t - 1]
                if math.isnan(final[t]):
                    final[t] = inicial[t] + suma[t]
            completo["saldo_inicial"], completo[r.clave] = inicial, final
        elif not math.isnan(dado[0]):
            saldo = dado.copy()
            for t in range(1, n):
                if math.isnan(saldo[t]):
                    saldo[t] = saldo[t - 1] + suma[t]
            completo[r.clave] = saldo
    return completo


def _unidad(cuadro: Cuadro) -> float:
    """Last decimal that the table uses: 1 for whole figures, at most six decimals."""
    cifras = np.concatenate([v[~np.isnan(v)] for v in cuadro.dados.values()])
    for decimales in range(6):
        if np.allclose(cifras, np.round(cifras, decimales), rtol=1e-13, atol=0.0):
            return 10.0**-decimales
    return 1e-6
