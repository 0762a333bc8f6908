"""Sections C1 and C8: actuarial present values and level premiums (cuadros I.4, II.10, III.4)."""

from __future__ import annotations

import functools

import numpy as np

from pymodel import finanzas, primas
from pymodel.conciliacion.ifa2010_a import texto
from pymodel.conciliacion.ifa2010_a.comun import (
    DOS_DECIMALES,
    Ficha,
    anual,
    celda,
    columna,
    ficha,
    fuente,
    numerar,
    supuesto,
)
from pymodel.validacion import Vector

METODO = "log_spline"
COLUMNA_PRIMA = {"I.4": "g", "II.10": "c", "III.4": "e"}
CONCEPTOS = {
    ("I.4", "a"): "SRT, volumen de salarios",
    ("I.4", "b"): "SRT, sumas aseguradas y pensiones provisionales",
    ("I.4", "c"): "SRT, prestaciones en dinero de corto plazo",
    ("I.4", "d"): "SRT, prestaciones en especie",
    ("I.4", "e"): "SRT, gasto administrativo",
    ("I.4", "f"): "SRT, gasto total",
    ("III.4", "a"): "SIV, volumen de salarios",
    ("III.4", "b"): "SIV, sumas aseguradas y pensiones temporales",
    ("III.4", "c"): "SIV, gasto administrativo",
    ("III.4", "d"): "SIV, gasto total",
    ("II.10", "a"): "GMP, volumen de salarios",
    ("II.10", "b"): "GMP, gastos médicos",
}
# Columns that follow wages closely; the others bend more between printed years.
ESTRICTAS = {("I.4", "a"), ("I.4", "c"), ("III.4", "a"), ("II.10", "a")}
PUNTOS = "% de los salarios"


def tolerancia_vp(cuadro: str, letra: str) -> float:
    """Relative tolerance of a present value (digest, C1)."""
    return 0.0002 if (cuadro, letra) in ESTRICTAS else 0.001


@functools.cache
def vp(
    cuadro: str, letra: str, horizonte: int, metodo: str = METODO, convencion: str = "fin"
) -> float:
    """Present value of the interpolated column over the horizon, without what follows it."""
    flujo = anual(cuadro, letra, metodo)[:horizonte]
    return float(finanzas.valor_presente(flujo, supuesto("tasa_descuento"), convencion=convencion))


def vp_impreso(cuadro: str, letra: str, horizonte: int) -> float:
    """Printed present value; the premium column of that row holds the level premium."""
    fila = f"Valor presente {horizonte} años (col. {COLUMNA_PRIMA[cuadro]}: Prima nivelada)"
    return celda(cuadro, columna(cuadro, letra), fila)


def pn_impresa(cuadro: str, horizonte: int) -> float:
    """Printed level premium of the total, %."""
    return vp_impreso(cuadro, COLUMNA_PRIMA[cuadro], horizonte)


def cola(cuadro: str, letra: str) -> float:
    """Run-off after 2110, known by difference only: printed less computed."""
    return vp_impreso(cuadro, letra, 100) - vp(cuadro, letra, 100)


def _ultimo(cuadro: str, letra: str) -> float:
    """Present value of the flow of 2110."""
    flujo = anual(cuadro, letra, METODO)
    return float(
        flujo[-1] * finanzas.factores_descuento(flujo.size, supuesto("tasa_descuento"))[-1]
    )


def crecimiento_extincion() -> float:
    """Growth of the perpetuity worth the run-off of SIV wages: the one calibrated constant."""
    return finanzas.crecimiento_implicito(
        _ultimo("III.4", "a"), cola("III.4", "a"), supuesto("tasa_descuento")
    )


# --- C1 ---------------------------------------------------------------------------------------


def _vp(cuadro: str, letra: str, horizonte: int) -> Ficha:
    return ficha(
        "modelo",
        f"Valor presente a {horizonte} años al 3.5 %: {CONCEPTOS[cuadro, letra]}",
        "mdp de 2010",
        lambda: (vp_impreso(cuadro, letra, horizonte), vp(cuadro, letra, horizonte)),
        tolerancia_vp(cuadro, letra),
        fuente(cuadro),
        relativa=True,
        metodo=METODO,
    )


def _vp_sin_extincion(cuadro: str, letra: str) -> Ficha:
    return ficha(
        "modelo",
        f"Valor presente a 100 años sólo hasta 2110: {CONCEPTOS[cuadro, letra]}",
        "mdp de 2010",
        lambda: (vp_impreso(cuadro, letra, 100), vp(cuadro, letra, 100)),
        tolerancia_vp(cuadro, letra),
        fuente(cuadro) + ("; L498-506" if cuadro == "I.4" else "; L3308-3314"),
        relativa=True,
        metodo=METODO,
        falla_esperada="El valor impreso incluye la extinción de los asegurados del último año "
        "(después de 2110), cuyos flujos no se publican; la diferencia es esa cola.",
    )


def _control(cuadro: str, letra: str, metodo: str, convencion: str, explicacion: str) -> Ficha:
    return ficha(
        "modelo",
        f"Control, valor presente a 50 años: {CONCEPTOS[cuadro, letra]}",
        "mdp de 2010",
        lambda: (
            vp_impreso(cuadro, letra, 50),
            vp(cuadro, letra, 50, metodo=metodo, convencion=convencion),
        ),
        tolerancia_vp(cuadro, letra),
        fuente(cuadro),
        relativa=True,
        metodo=f"{metodo}, convención «{convencion}»",
        falla_esperada=explicacion,
    )


def _vp_con_extincion(cuadro: str, letra: str, tolerancia: float) -> Ficha:
    def calcular() -> tuple[float, float]:
        flujo = anual(cuadro, letra, METODO)
        con_cola = finanzas.valor_presente(
            flujo, supuesto("tasa_descuento"), crecimiento_perpetuo=crecimiento_extincion()
        )
        return vp_impreso(cuadro, letra, 100), float(con_cola)

    return ficha(
        "calibrado",
        f"Valor presente a 100 años con extinción: {CONCEPTOS[cuadro, letra]}",
        "mdp de 2010",
        calcular,
        tolerancia,
        fuente(cuadro, "III.4"),
        relativa=True,
        metodo=METODO,
        nota="Constante calibrada: el decrecimiento implícito en la extinción de los salarios del "
        "SIV (cuadro III.4, columna a), aplicado a esta columna.",
    )


def _suma_colas(cuadro: str, partes: str, total: str) -> Ficha:
    return ficha(
        "calibrado",
        f"Valor presente a 100 años con las colas de cada componente: {CONCEPTOS[cuadro, total]}",
        "mdp de 2010",
        lambda: (
            vp_impreso(cuadro, total, 100),
            vp(cuadro, total, 100) + sum(cola(cuadro, p) for p in partes),
        ),
        tolerancia_vp(cuadro, total),
        fuente(cuadro),
        relativa=True,
        metodo=METODO,
        nota="Constantes calibradas: las colas después de 2110 de los componentes, conocidas por "
        "diferencia; sumadas deben explicar la del total.",
    )


_SIN_EXTINCION_GMP = (
    "Los cuadros II.10 y III.4 imprimen los mismos salarios anuales, pero el VPSF a 100 años del "
    "SIV incluye la extinción y el de GMP no: sus primas a 100 años no tienen la misma base."
)


def _c1() -> list[Ficha]:
    a_50 = [_vp(c, letra, 50) for c, letra in CONCEPTOS]
    a_100 = [_vp("II.10", letra, 100) for letra in "ab"]
    sin_extincion = [_vp_sin_extincion(c, letra) for c, letra in CONCEPTOS if c in ("I.4", "III.4")]
    medio = "Con flujos a mitad de año el valor presente sale 1.7 % mayor: no es la convención."
    inicio = "Sin descontar el primer año sale 3.5 % mayor: esa convención es la del MIFA."
    controles = [
        _control(cuadro, "a", METODO, convencion, explicacion)
        for cuadro in ("I.4", "III.4")
        for convencion, explicacion in (("medio", medio), ("inicio", inicio))
    ]
    controles += [
        _control("I.4", "a", "lineal", "fin", "La cuerda lineal se aparta 0.03 % del impreso."),
        _control("I.4", "a", "geometrica", "fin", "La geométrica se aparta 0.10 % del impreso."),
        _control("II.10", "b", "lineal", "fin", "La lineal se aparta 0.7 % en gastos médicos."),
    ]
    colas = [
        _vp_con_extincion("I.4", "a", 0.0002),
        *(_vp_con_extincion("I.4", letra, 0.001) for letra in "cde"),
        _vp_con_extincion("III.4", "c", 0.001),
        _suma_colas("I.4", "bcde", "f"),
        _suma_colas("III.4", "bc", "d"),
    ]
    misma_base = ficha(
        "identidad",
        "VPSF a 100 años de GMP contra el del SIV, con los mismos salarios anuales",
        "mdp de 2010",
        lambda: (vp_impreso("III.4", "a", 100), vp_impreso("II.10", "a", 100)),
        tolerancia_vp("II.10", "a"),
        fuente("II.10", "III.4"),
        relativa=True,
        falla_esperada=_SIN_EXTINCION_GMP,
    )
    return [*a_50, *a_100, *sin_extincion, *controles, *colas, misma_base]


# --- C8 ---------------------------------------------------------------------------------------

# Premium of which columns, printed where: the table itself, or the prose.
COMPONENTES = (
    ("I.4", "f", "SRT, total", ""),
    ("I.4", "bc", "SRT, prestaciones económicas", "srt_economicas"),
    ("I.4", "d", "SRT, prestaciones en especie", "srt_especie"),
    ("I.4", "e", "SRT, gasto administrativo", "srt_administrativo"),
    ("III.4", "d", "SIV, total", ""),
    ("III.4", "b", "SIV, pensiones", "siv_pensiones"),
    ("II.10", "b", "GMP", ""),
)


def _pn_publicada(cuadro: str, clave_texto: str, horizonte: int) -> float:
    if clave_texto:
        return texto.valor(f"{clave_texto}_{horizonte}")
    return pn_impresa(cuadro, horizonte)


def _fuente_pn(cuadro: str, clave_texto: str, horizonte: int) -> str:
    if not clave_texto:
        return fuente(cuadro)
    return f"{fuente(cuadro)}; {texto.CIFRAS[f'{clave_texto}_{horizonte}'].lineas}"


def _gasto(cuadro: str, letras: str) -> Vector:
    total: Vector = np.sum([anual(cuadro, letra, METODO) for letra in letras], axis=0)
    return total


def pn(cuadro: str, letras: str, horizonte: int) -> float:
    """Level premium of the added columns, from the interpolated flows, %."""
    return 100.0 * float(
        primas.prima_nivelada(
            _gasto(cuadro, letras),
            anual(cuadro, "a", METODO),
            supuesto("tasa_descuento"),
            horizonte=horizonte,
        )
    )


def _pn_con_colas(cuadro: str, letras: str) -> float:
    return 100.0 * float(
        primas.prima_nivelada(
            _gasto(cuadro, letras),
            anual(cuadro, "a", METODO),
            supuesto("tasa_descuento"),
            vp_cola_gasto=sum(cola(cuadro, letra) for letra in letras),
            vp_cola_masa=cola(cuadro, "a"),
        )
    )


def _pn_de_impresos(
    cuadro: str, letras: str, concepto: str, clave_texto: str, horizonte: int
) -> Ficha:
    def calcular() -> tuple[float, float]:
        gasto = sum(vp_impreso(cuadro, letra, horizonte) for letra in letras)
        razon = 100.0 * gasto / vp_impreso(cuadro, "a", horizonte)
        return _pn_publicada(cuadro, clave_texto, horizonte), razon

    return ficha(
        "identidad",
        f"Prima nivelada a {horizonte} años = VP impreso del gasto / VPSF impreso: {concepto}",
        PUNTOS,
        calcular,
        DOS_DECIMALES,
        _fuente_pn(cuadro, clave_texto, horizonte),
    )


def _pn_gmp(escenario: str) -> Ficha:
    """Cuadro II.13 against cuadro II.11."""
    return ficha(
        "identidad",
        f"Prima de financiamiento de GMP a 50 años con crecimiento real de {escenario}",
        PUNTOS,
        lambda: (
            celda("II.13", escenario, "50 años"),
            100.0
            * celda("II.11", "Valor presente para el periodo de 50 años", escenario)
            / vp_impreso("II.10", "a", 50),
        ),
        DOS_DECIMALES,
        fuente("II.11", "II.13", "II.10"),
    )


def _pn_de_flujos(
    cuadro: str, letras: str, concepto: str, clave_texto: str, horizonte: int
) -> Ficha:
    nota = falla_esperada = ""
    if (cuadro, horizonte) == ("II.10", 50):
        falla_esperada = (
            "Error de interpolación: el cociente de los propios valores impresos, 15.034, ya dista "
            "0.004 puntos de la prima impresa e interpolar los años que el cuadro no imprime "
            "agrega 0.005; juntos exceden el redondeo (0.005)."
        )
    elif (cuadro, letras, horizonte) == ("I.4", "f", 50):
        nota = (
            "Cumple por poco: el cociente de los propios valores impresos (1.5845) ya dista 0.0045 "
            "puntos de la prima impresa."
        )
    return ficha(
        "modelo",
        f"Prima nivelada a {horizonte} años, de los flujos anuales: {concepto}",
        PUNTOS,
        lambda: (_pn_publicada(cuadro, clave_texto, horizonte), pn(cuadro, letras, horizonte)),
        DOS_DECIMALES,
        _fuente_pn(cuadro, clave_texto, horizonte),
        metodo=METODO,
        nota=nota,
        falla_esperada=falla_esperada,
    )


def _pn_calibrada(cuadro: str, letras: str, concepto: str, clave_texto: str) -> Ficha:
    return ficha(
        "calibrado",
        f"Prima nivelada a 100 años con extinción, de los flujos anuales: {concepto}",
        PUNTOS,
        lambda: (_pn_publicada(cuadro, clave_texto, 100), _pn_con_colas(cuadro, letras)),
        DOS_DECIMALES,
        _fuente_pn(cuadro, clave_texto, 100),
        metodo=METODO,
        nota="Constantes calibradas: las colas después de 2110 del gasto y de los salarios, "
        "conocidas por diferencia con lo impreso.",
    )


def _c8() -> list[Ficha]:
    de_impresos = [_pn_de_impresos(*c, h) for c in COMPONENTES for h in (50, 100)]
    sensibilidad = [_pn_gmp(e) for e in ("1.5%", "2.0%", "2.5%")]
    modelo = [_pn_de_flujos(*c, 50) for c in COMPONENTES]
    modelo.append(_pn_de_flujos(*COMPONENTES[-1], 100))
    calibrado = [_pn_calibrada(*c) for c in COMPONENTES if c[0] != "II.10"]
    return [*de_impresos, *sensibilidad, *modelo, *calibrado]


C1 = numerar("C1", _c1())
C8 = numerar("C8", _c8())
