"""Sections C2 to C7: the MIFA tables of SEM (cuadros II.4 to II.8), pesos of 2011."""

from __future__ import annotations

import functools
from collections.abc import Callable

import numpy as np
from numpy.typing import ArrayLike

from pymodel import finanzas, primas
from pymodel.conciliacion.ifa2010_a import texto
from pymodel.conciliacion.ifa2010_a.comun import (
    DOS_DECIMALES,
    UN_DECIMAL,
    Ficha,
    anios_columna,
    anualizar,
    celda,
    ficha,
    fuente,
    numerar,
    renglon,
    supuesto,
)
from pymodel.conciliacion.registro import Par
from pymodel.validacion import Vector

METODO = "spline"
COBERTURAS = {"II.4": "SEM-Total", "II.5": "SEM-Asegurados", "II.6": "GMP"}
HORIZONTES = (10, 20, 30, 40)
PUNTOS = "% del SBC"

PC, PR = "De contribución (PC)", "De reparto (PR)"
PMN, DIFERENCIA = "Media nivelada (PMN)", "Diferencia (PMN-PC)"
SBC, SBC_E = "De contribución", "De equilibrio"
VECES = {SBC: "De contribución en veces el SMGDF6/", SBC_E: "De equilibrio en veces el SMGDF6/"}
DIFERENCIA_VECES = "Diferencia en veces el SMGDF6/"
INCREMENTO_PC = "(c)=(b)/(a)-1 Incremento necesario en la PC PMN/PC-1 (%)"
INCREMENTO_SBC = "(f)=(e)/(d)-1 Incremento necesario en el SBC SE/SBC-1 (%)"


def gastos(cuadro: str) -> Vector:
    """Total expenditure of the coverage, printed years."""
    return renglon(cuadro, "Gastos totales")


def cuotas(cuadro: str) -> Vector:
    """COP + AGF of the coverage, printed years."""
    return renglon(cuadro, "Cuotas obrero-patronales") + renglon(
        cuadro, "Aportaciones del Gobierno Federal"
    )


def masa() -> Vector:
    """Wage mass of the MIFA: contributions of SGPS over its premium (L1934-1936, L1972-1973)."""
    cop_sgps = renglon("IV.3", "Cuotas obrero patronales (COP)")
    return cop_sgps / supuesto("prima_sgps", documento="lss")


def pc(cuadro: str) -> Vector:
    """Premium of contribution, %."""
    return 100.0 * primas.prima_gasto(cuotas(cuadro), masa())


def pr(cuadro: str) -> Vector:
    """Pay-as-you-go premium, %."""
    return 100.0 * primas.prima_gasto(gastos(cuadro), masa())


@functools.cache
def pmn(cuadro: str) -> float:
    """Prima media nivelada of the 40 years, %."""
    return 100.0 * float(
        primas.prima_media_nivelada(
            anualizar(cuadro, gastos(cuadro), METODO),
            anualizar("IV.3", masa(), METODO),
            supuesto("mifa_tasa_descuento"),
        )
    )


def sbc_equilibrio(cuadro: str) -> Vector:
    """Wage that would balance each year at the premium in force, pesos a day."""
    return renglon(cuadro, SBC) * pr(cuadro) / pc(cuadro)


def smgdf() -> Vector:
    """Minimum wage of the Distrito Federal, printed years, pesos of 2011 a day."""
    anios = anios_columna("II.4")
    crecimiento = supuesto("mifa_crecimiento_smgdf")
    return smgdf_2011() * (1.0 + crecimiento) ** (anios - anios[0])


def smgdf_2011() -> float:
    """Minimum wage of 2011, pesos a day (CONASAMI)."""
    return supuesto("smg_df", 2011, documento="referencia")


@functools.cache
def deficit_anual(cuadro: str, metodo: str) -> Vector:
    """Expenditure less income, every year."""
    return anualizar(cuadro, gastos(cuadro) - renglon(cuadro, "Ingresos totales"), metodo)


# --- C2 ---------------------------------------------------------------------------------------


def _deficit_impreso(cuadro: str, horizonte: int) -> float:
    return celda("II.7", COBERTURAS[cuadro], f"Valor presente1/ {horizonte} años")


def _tolerancia(cuadro: str) -> float:
    return 0.0015 if cuadro == "II.4" else 0.01


def _vp_deficit(
    cuadro: str,
    horizonte: int,
    metodo: str = METODO,
    convencion: str = "inicio",
    falla_esperada: str = "",
) -> Ficha:
    def calcular() -> tuple[float, float]:
        flujo = deficit_anual(cuadro, metodo)[:horizonte]
        valor = finanzas.valor_presente(
            flujo, supuesto("mifa_tasa_descuento"), convencion=convencion
        )
        return _deficit_impreso(cuadro, horizonte), float(valor)

    que = "Control, valor presente" if falla_esperada else "Valor presente"
    return ficha(
        "modelo",
        f"{que} del déficit a {horizonte} años: {COBERTURAS[cuadro]}",
        "mdp de 2011",
        calcular,
        _tolerancia(cuadro),
        fuente("II.7", cuadro),
        relativa=True,
        metodo=f"{metodo}, convención «{convencion}»",
        falla_esperada=falla_esperada,
    )


def _promedio_deficit(cuadro: str) -> Ficha:
    return ficha(
        "modelo",
        f"Déficit promedio anual 2011-2050: {COBERTURAS[cuadro]}",
        "mdp de 2011",
        lambda: (
            celda("II.7", COBERTURAS[cuadro], "Promedio anual 2011-2050"),
            deficit_anual(cuadro, METODO).mean(),
        ),
        _tolerancia(cuadro),
        fuente("II.7", cuadro),
        relativa=True,
        metodo=METODO,
    )


def _c2() -> list[Ficha]:
    valores = [_vp_deficit(c, h) for c in COBERTURAS for h in HORIZONTES]
    promedios = [_promedio_deficit(c) for c in COBERTURAS]
    fin = (
        "Descontar el flujo de 2011 un año completo baja el resultado 3.4 %: ésa es la convención "
        "de las valuaciones actuariales, no la del MIFA."
    )
    medio = "Con flujos a mitad de año el resultado baja 1.7 %: no es la convención del MIFA."
    pchip = (
        "PCHIP se aparta 0.29 % a 10 años: el total sólo cierra con el spline aplicado al nivel."
    )
    return [
        *valores,
        *promedios,
        *(_vp_deficit(c, 40, convencion="fin", falla_esperada=fin) for c in COBERTURAS),
        _vp_deficit("II.4", 40, convencion="medio", falla_esperada=medio),
        _vp_deficit("II.4", 10, metodo="pchip", falla_esperada=pchip),
    ]


# --- C3 to C7 ---------------------------------------------------------------------------------


def _contra_renglon(concepto: str, calcular: Callable[[str], ArrayLike], cuadro: str) -> Par:
    return renglon(cuadro, concepto), calcular(cuadro)


def _c3() -> list[Ficha]:
    return [
        ficha(
            "identidad",
            f"Prima de contribución (COP + AGF entre la masa salarial), 12 años: {cobertura}",
            PUNTOS,
            functools.partial(_contra_renglon, PC, pc, cuadro),
            UN_DECIMAL,
            fuente(cuadro, "IV.3"),
            nota="Masa salarial = COP del SGPS / 1 %. La nota 5/ del cuadro dice «únicamente COP»; "
            "lo impreso usa COP y AGF.",
        )
        for cuadro, cobertura in COBERTURAS.items()
    ]


def _c4() -> list[Ficha]:
    fichas = [
        ficha(
            "identidad",
            f"Prima de reparto (gastos totales entre la masa salarial), 12 años: {cobertura}",
            PUNTOS,
            functools.partial(_contra_renglon, PR, pr, cuadro),
            UN_DECIMAL,
            fuente(cuadro, "IV.3"),
        )
        for cuadro, cobertura in COBERTURAS.items()
    ]
    neta = ficha(
        "identidad",
        "Control, prima de reparto con los gastos netos de «Otros» ingresos: SEM-Total",
        PUNTOS,
        lambda: (
            renglon("II.4", PR),
            100.0 * primas.prima_gasto(gastos("II.4") - renglon("II.4", "Otros1/"), masa()),
        ),
        UN_DECIMAL,
        fuente("II.4", "IV.3"),
        falla_esperada="Restar los otros ingresos da 16.1 % en 2011 (impreso 16.2): la prima de "
        "reparto usa los gastos totales.",
    )
    return [*fichas, neta]


def _pmn_de_ii8(cuadro: str) -> float:
    """PMN implied by the printed increase over the unrounded PC of 2011, %."""
    return float(pc(cuadro)[0] * (1.0 + celda("II.8", INCREMENTO_PC, COBERTURAS[cuadro]) / 100.0))


def _pmn_de_diferencias(cuadro: str) -> float:
    """PMN that best fits the twelve printed differences, %."""
    diferencias = renglon(cuadro, DIFERENCIA) + pc(cuadro)
    return float(0.5 * (diferencias.min() + diferencias.max()))


def _decimal(cuadro: str) -> float:
    """Half a unit of the printed Diferencia (PMN-PC)."""
    return DOS_DECIMALES if cuadro == "II.5" else UN_DECIMAL


def _pmn(cuadro: str) -> Ficha:
    return ficha(
        "modelo",
        f"Prima media nivelada de 40 años: {COBERTURAS[cuadro]}",
        PUNTOS,
        lambda: (renglon(cuadro, PMN), np.full(anios_columna(cuadro).size, pmn(cuadro))),
        UN_DECIMAL,
        fuente(cuadro, "IV.3"),
        metodo=f"{METODO}, convención «inicio»",
    )


_BRECHA = {
    "II.5": "El cuadro imprime dos decimales y la interpolación mueve la PMN 0.009 puntos: de lo "
    "impreso se deduce 11.408 y de los flujos interpolados 11.417.",
    "II.6": "La interpolación mueve la PMN 0.010 puntos: de lo impreso se deduce 5.921 y de los "
    "flujos interpolados 5.911; 2025, 2030 y 2035 exceden el redondeo por menos de 0.01.",
}


def _diferencia_modelo(cuadro: str) -> Ficha:
    return ficha(
        "modelo",
        f"Diferencia PMN - PC, 12 años, con la PMN de los flujos: {COBERTURAS[cuadro]}",
        PUNTOS,
        lambda: (renglon(cuadro, DIFERENCIA), pmn(cuadro) - pc(cuadro)),
        _decimal(cuadro),
        fuente(cuadro, "IV.3"),
        metodo=f"{METODO}, convención «inicio»",
        falla_esperada=_BRECHA.get(cuadro, ""),
    )


def _diferencia_ii8(cuadro: str) -> Ficha:
    return ficha(
        "identidad",
        f"Diferencia PMN - PC, 12 años, con la PMN del cuadro II.8: {COBERTURAS[cuadro]}",
        PUNTOS,
        lambda: (renglon(cuadro, DIFERENCIA), _pmn_de_ii8(cuadro) - pc(cuadro)),
        _decimal(cuadro),
        fuente(cuadro, "II.8"),
        falla_esperada="El incremento impreso (8.8 %) lleva un decimal y sólo fija la PMN a ±0.005 "
        "puntos: un año excede el redondeo por menos de 0.0001."
        if cuadro == "II.5"
        else "",
    )


def _diferencia_calibrada(cuadro: str) -> Ficha:
    return ficha(
        "calibrado",
        f"Diferencia PMN - PC, 12 años, con una sola PMN: {COBERTURAS[cuadro]}",
        PUNTOS,
        lambda: (renglon(cuadro, DIFERENCIA), _pmn_de_diferencias(cuadro) - pc(cuadro)),
        _decimal(cuadro),
        fuente(cuadro, "IV.3"),
        nota="Constante calibrada: la PMN que mejor ajusta las doce diferencias impresas.",
    )


def _c5() -> list[Ficha]:
    return [
        constructor(cuadro)
        for constructor in (_pmn, _diferencia_modelo, _diferencia_ii8, _diferencia_calibrada)
        for cuadro in COBERTURAS
    ]


def _c6() -> list[Ficha]:
    fichas = [
        ficha(
            "identidad",
            f"Salario de equilibrio = SBC x PR / PC, 12 años: {cobertura}",
            "pesos diarios de 2011",
            functools.partial(_contra_renglon, SBC_E, sbc_equilibrio, cuadro),
            0.0003,
            fuente(cuadro),
            relativa=True,
            nota="La tolerancia de 0.03 % es el redondeo del SBC impreso a un decimal.",
        )
        for cuadro, cobertura in COBERTURAS.items()
    ]
    promedio = ficha(
        "modelo",
        "Promedio 2011-2050 del salario de equilibrio: SEM-Total",
        "pesos diarios de 2011",
        lambda: (
            texto.valor("sem_sbce_promedio"),
            anualizar("II.4", sbc_equilibrio("II.4"), METODO).mean(),
        ),
        UN_DECIMAL,
        f"{fuente('II.4')}; {texto.CIFRAS['sem_sbce_promedio'].lineas}",
        metodo=METODO,
    )
    return [*fichas, promedio]


def _veces(cuadro: str, salario: str) -> Ficha:
    return ficha(
        "identidad",
        f"Salario {salario.lower()} en veces el SMGDF, 12 años: {COBERTURAS[cuadro]}",
        "veces el SMGDF",
        lambda: (renglon(cuadro, VECES[salario]), renglon(cuadro, salario) / smgdf()),
        UN_DECIMAL,
        fuente(cuadro) + "; L1938-1942",
        nota="SMGDF de 2011 publicado por CONASAMI, con 0.5 % real anual.",
    )


def _diferencia_veces(cuadro: str) -> Ficha:
    return ficha(
        "identidad",
        f"Salario de equilibrio menos SBC en veces el SMGDF, 12 años: {COBERTURAS[cuadro]}",
        "veces el SMGDF",
        lambda: (
            renglon(cuadro, DIFERENCIA_VECES),
            (sbc_equilibrio(cuadro) - renglon(cuadro, SBC)) / smgdf(),
        ),
        UN_DECIMAL,
        fuente(cuadro) + "; L1938-1942",
        nota="SMGDF de 2011 publicado por CONASAMI, con 0.5 % real anual.",
    )


def _c7() -> list[Ficha]:
    return [
        *(_veces(c, salario) for salario in VECES for c in COBERTURAS),
        *(_diferencia_veces(c) for c in COBERTURAS),
    ]


C2 = numerar("C2", _c2())
C3 = numerar("C3", _c3())
C4 = numerar("C4", _c4())
C5 = numerar("C5", _c5())
C6 = numerar("C6", _c6())
C7 = numerar("C7", _c7())
