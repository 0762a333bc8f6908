"""Sections C13 to C17: loadings, medical cost path, insured, interest, implied premiums."""

from __future__ import annotations

import functools

import numpy as np
from numpy.typing import NDArray

from pymodel import finanzas, primas
from pymodel.conciliacion import lectura
from pymodel.conciliacion.ifa2010_a import texto
from pymodel.conciliacion.ifa2010_a.comun import (
    DOCUMENTO,
    DOS_DECIMALES,
    Ficha,
    anios,
    anios_columna,
    celda,
    ficha,
    fuente,
    impresos,
    numerar,
    renglon,
    supuesto,
)
from pymodel.conciliacion.ifa2010_a.estados import estado
from pymodel.conciliacion.registro import Par
from pymodel.validacion import Vector

ADMINISTRATIVO = {"I.4": "e", "III.4": "c"}
SEGURO = {"I.4": "SRT", "III.4": "SIV", "I.3": "SRT", "III.3": "SIV"}
# RJP retirees have died out: the loading is a constant share of wages.
SIN_RJP = 2095


def _entre_salarios(cuadro: str, letra: str) -> Vector:
    """A column of expenditure over wages, printed years, fraction."""
    return primas.prima_gasto(impresos(cuadro, letra), impresos(cuadro, "a"))


def _desde(cuadro: str, primero: int, ultimo: int = 2110) -> NDArray[np.bool_]:
    """Which printed years lie in the span."""
    a = anios(cuadro)
    return (a >= primero) & (a <= ultimo)


# --- C13 --------------------------------------------------------------------------------------


def _razon_administrativa(cuadro: str) -> float:
    """Administrative cost over wages once the RJP has died out, fraction."""
    razon = _entre_salarios(cuadro, ADMINISTRATIVO[cuadro])
    return float(razon[_desde(cuadro, SIN_RJP)].mean())


def _parte_rjp(cuadro: str) -> Vector:
    """What is left of administrative cost in 2050-2075 after the share of wages, mdp of 2010."""
    de_salarios = _razon_administrativa(cuadro) * impresos(cuadro, "a")
    resto = impresos(cuadro, ADMINISTRATIVO[cuadro]) - de_salarios
    return resto[_desde(cuadro, 2050, 2075)]


def _razon_constante(cuadro: str) -> Ficha:
    def calcular() -> Par:
        razon = _entre_salarios(cuadro, ADMINISTRATIVO[cuadro])[_desde(cuadro, SIN_RJP)]
        return 100.0 * razon, np.full(razon.size, 100.0 * _razon_administrativa(cuadro))

    return ficha(
        "calibrado",
        f"Gasto administrativo entre salarios, constante de 2095 a 2110: {SEGURO[cuadro]}",
        "% de los salarios",
        calcular,
        0.00001,
        fuente(cuadro),
        nota="Constante calibrada: el promedio de los cuatro años impresos.",
    )


def _razon_rjp() -> Vector:
    return _parte_rjp("III.4") / _parte_rjp("I.4")


def _tolerancia_rjp() -> float:
    """Room that rounding leaves to 3.4 % over 5.2 %: half a unit of their last digit."""
    siv, srt = supuesto("participacion_rjp_siv"), supuesto("participacion_rjp_srt")
    media = 0.0005
    return siv / srt - (siv - media) / (srt + media)


def _rjp_leido() -> Par:
    razon = supuesto("participacion_rjp_siv") / supuesto("participacion_rjp_srt")
    return np.full(_razon_rjp().size, razon), _razon_rjp()


def _rjp_impreso() -> Par:
    razon = texto.valor("siv_participacion_rjp") / (100.0 * supuesto("participacion_rjp_srt"))
    return np.full(_razon_rjp().size, razon), _razon_rjp()


def _c13() -> list[Ficha]:
    descripcion = "Parte del RJP en el gasto administrativo, SIV entre SRT, 2050 a 2075"
    nota = (
        "Constantes calibradas: las razones de largo plazo del gasto administrativo entre "
        "salarios; lo que sobra es la parte del RJP. La tolerancia es el redondeo de 3.4 y 5.2 %."
    )
    lineas = f"{fuente('I.4', 'III.4')}; L513-515, {texto.CIFRAS['siv_participacion_rjp'].lineas}"
    return [
        _razon_constante("I.4"),
        _razon_constante("III.4"),
        ficha(
            "calibrado",
            f"{descripcion}: leído como 3.4 % entre 5.2 %",
            "razón",
            _rjp_leido,
            _tolerancia_rjp(),
            lineas,
            nota=nota,
        ),
        ficha(
            "calibrado",
            f"{descripcion}: como se imprime, 0.034 % entre 5.2 %",
            "razón",
            _rjp_impreso,
            _tolerancia_rjp(),
            lineas,
            falla_esperada="El porcentaje del SIV está impreso como fracción: «0.034 por ciento» "
            "es 3.4 %.",
        ),
        ficha(
            "calibrado",
            "Gasto administrativo del SIV sin RJP entre salarios: como se imprime, 0.0023 %",
            "% de los salarios",
            lambda: (
                texto.valor("siv_administrativo_sin_rjp"),
                100.0 * _razon_administrativa("III.4"),
            ),
            # Four printed decimals.
            0.00005,
            f"{fuente('III.4')}; {texto.CIFRAS['siv_administrativo_sin_rjp'].lineas}",
            falla_esperada="El porcentaje está impreso como fracción: «0.0023 por ciento» es "
            "0.23 %; la razón de largo plazo del cuadro es 0.27 %.",
        ),
    ]


# --- C14 --------------------------------------------------------------------------------------


def _especie_desde_2050() -> Par:
    congelada = _desde("I.4", 2050)
    d, a = impresos("I.4", "d")[congelada], impresos("I.4", "a")[congelada]
    return d, d[0] / a[0] * a


def _descenso_especie() -> Par:
    """Yearly change of the ratio up to 2050 and its average, %."""
    tramo = _desde("I.4", 2011, 2050)
    t, razon = anios("I.4")[tramo], _entre_salarios("I.4", "d")[tramo]
    cambio = (razon[1:] / razon[:-1]) ** (1.0 / np.diff(t)) - 1.0
    promedio = (razon[-1] / razon[0]) ** (1.0 / (t[-1] - t[0])) - 1.0
    return 100.0 * cambio, np.full(cambio.size, 100.0 * promedio)


def _c14() -> list[Ficha]:
    return [
        ficha(
            "calibrado",
            "Prestaciones en especie del SRT desde 2050 = razón de 2050 x salarios",
            "mdp de 2010",
            _especie_desde_2050,
            0.0003,
            fuente("I.4"),
            relativa=True,
            nota="Constante calibrada: la razón entre especie y salarios de 2050 (0.1035 %).",
        ),
        ficha(
            "calibrado",
            "Descenso anual de la razón entre especie y salarios del SRT, 2012 a 2050",
            "% anual",
            _descenso_especie,
            0.03,
            fuente("I.4"),
            nota="Constante calibrada: el descenso promedio (1.22 % anual). Los años impresos van "
            "de 1.20 a 1.25 %; el gasto redondeado a millones mueve 0.02 puntos cada uno.",
        ),
    ]


# --- C15 --------------------------------------------------------------------------------------


def _crecimiento(cuadro: str) -> Vector:
    """Yearly growth between printed years, %."""
    asegurados, a = impresos(cuadro, "a"), anios(cuadro)
    crecimiento: Vector = (asegurados[1:] / asegurados[:-1]) ** (1.0 / np.diff(a)) - 1.0
    return 100.0 * crecimiento


def _crecimiento_final(cuadro: str, ultimo: int) -> Par:
    crecimiento = _crecimiento(cuadro)[_desde(cuadro, 2050, ultimo)[1:]]
    return np.full(crecimiento.size, crecimiento[0]), crecimiento


def _promedio_50(cuadro: str) -> Par:
    """Growth from the census of 2010 to 2060 against cuadro A.5, %."""
    inicial = supuesto(f"asegurados_{SEGURO[cuadro].lower()}")
    final = celda(cuadro, "(a) No. de asegurados", 2060)
    crecimiento = (final / inicial) ** (1.0 / supuesto("horizonte_corto")) - 1.0
    return 100.0 * supuesto("crecimiento_asegurados_50"), 100.0 * crecimiento


def _razon_seguros(srt: Vector, siv: Vector) -> Par:
    """SIV over SRT in each year and its average."""
    razon = siv / srt
    return razon, np.full(razon.size, razon.mean())


def _asegurados() -> tuple[Vector, Vector]:
    return impresos("I.3", "a"), impresos("III.3", "a")


def _mismo_anio() -> Par:
    """Up to 2105: SIV of 2110 has a defect of its own."""
    srt, siv = _asegurados()
    return _razon_seguros(srt[:-1], siv[:-1])


def _anio_siguiente() -> Par:
    """SIV of 2011-2014 over SRT of 2012-2015."""
    srt, siv = _asegurados()
    return _razon_seguros(srt[1:5], siv[:4])


def _c15() -> list[Ficha]:
    constante = "Crecimiento anual de los asegurados después de 2045, constante"
    defecto_2110 = (
        "El último año impreso (18,569,759 asegurados) rompe el crecimiento constante: se esperaba "
        "cerca de 19,076,900. Las columnas que dependen de él lo usan tal cual."
    )
    desfase = (
        "La serie de asegurados del SIV va un año adelantada: iguala 1.00818 veces la del SRT del "
        "año siguiente; los salarios no muestran el desfase."
    )
    return [
        ficha(
            "identidad",
            "Crecimiento de asegurados 2012-2015: cuadro I.3 (a) contra cuadro II.3",
            "% anual",
            lambda: (
                renglon("II.3", "Crecimiento de asegurados trabajadores permanentes")[:4],
                _crecimiento("I.3")[:4],
            ),
            DOS_DECIMALES,
            fuente("I.3", "II.3"),
        ),
        *(
            ficha(
                "identidad",
                f"{constante}, hasta {ultimo}: {SEGURO[cuadro]}",
                "% anual",
                functools.partial(_crecimiento_final, cuadro, ultimo),
                0.0001,
                fuente(cuadro),
                falla_esperada=falla,
            )
            for cuadro, ultimo, falla in (
                ("I.3", 2110, ""),
                ("III.3", 2105, ""),
                ("III.3", 2110, defecto_2110),
            )
        ),
        *(
            ficha(
                "identidad",
                f"Crecimiento medio de asegurados en 50 años, contra cuadro A.5: {SEGURO[cuadro]}",
                "% anual",
                functools.partial(_promedio_50, cuadro),
                DOS_DECIMALES,
                fuente(cuadro, "A.5"),
            )
            for cuadro in ("I.3", "III.3")
        ),
        ficha(
            "calibrado",
            "Salarios del SIV entre los del SRT, razón constante",
            "razón",
            lambda: _razon_seguros(impresos("I.4", "a"), impresos("III.4", "a")),
            0.0001,
            fuente("I.4", "III.4"),
            nota="Constante calibrada: la razón promedio, 1.0113.",
        ),
        ficha(
            "calibrado",
            "Asegurados del SIV entre los del SRT del mismo año hasta 2105, razón constante",
            "razón",
            _mismo_anio,
            0.0001,
            fuente("I.3", "III.3"),
            falla_esperada=desfase,
        ),
        ficha(
            "calibrado",
            "Asegurados del SIV de 2011-2014 entre los del SRT de 2012-2015, razón constante",
            "razón",
            _anio_siguiente,
            0.00001,
            fuente("I.3", "III.3"),
            nota="Constante calibrada: la razón promedio, 1.00818.",
        ),
    ]


# --- C16 --------------------------------------------------------------------------------------


def _tasa_real(anio: int) -> float:
    nominal = supuesto("mifa_tasa_interes_nominal", anio)
    return 100.0 * finanzas.tasa_real(nominal, supuesto("mifa_inflacion_dic_dic", anio))


def _interes(primero: int, ultimo: int, falla_esperada: str = "") -> Ficha:
    def calcular() -> Par:
        columnas = [int(a) for a in anios_columna("II.3") if primero <= a <= ultimo]
        reales = np.array([_tasa_real(a) for a in columnas])
        return np.full(reales.size, 100.0 * supuesto("mifa_tasa_descuento")), reales

    cuando = f"{primero}" if primero == ultimo else f"{primero}-{ultimo}"
    return ficha(
        "modelo",
        f"Tasa real implícita en el interés nominal y la inflación de {cuando}, contra la tasa "
        "de descuento",
        "% anual",
        calcular,
        DOS_DECIMALES,
        fuente("II.3") + "; L2169",
        falla_esperada=falla_esperada,
    )


def _c16() -> list[Ficha]:
    corto = (
        "El interés nominal de corto plazo vale {} % real: la igualdad con la tasa de descuento "
        "sólo rige desde 2014."
    )
    return [
        _interes(2014, 2050),
        _interes(2012, 2012, corto.format("1.73")),
        _interes(2013, 2013, corto.format("2.32")),
    ]


# --- C17 --------------------------------------------------------------------------------------

DIAS = 365.0
CUOTAS = "Cuotas obrero-patronales y contribución federal"


def _salario_2010() -> float:
    """Mean daily wage of the insured of 2010, both sexes, pesos."""
    peso = lectura.columna(DOCUMENTO, "grafica_a_5", "pct_poblacion") / 100.0
    return float(peso @ lectura.columna(DOCUMENTO, "grafica_a_5", "salario_promedio_diario"))


def _prima_implicita(cuadro: str, seguro: str) -> float:
    """Contributions of 2010 over the wages of the insured at year end, %."""
    masa = supuesto(f"asegurados_{seguro}") * _salario_2010() * DIAS / 1e6
    return 100.0 * float(primas.prima_gasto([estado(cuadro)[CUOTAS][0]], [masa])[0])


def _salario_2011() -> Par:
    """Mean daily wage of 2011 from the valuation, against that of 2010 grown as assumed."""
    pesos = impresos("I.4", "a")[0] * 1e6 / impresos("I.3", "a")[0] / DIAS
    return _salario_2010() * (1.0 + supuesto("crecimiento_salarios")), pesos


def _c17() -> list[Ficha]:
    return [
        ficha(
            "modelo",
            "Prima implícita en las cuotas de 2010: SRT, contra la prima de ingreso promedio",
            "% de los salarios",
            lambda: (100.0 * supuesto("prima_ingreso_srt"), _prima_implicita("I.1", "srt")),
            DOS_DECIMALES,
            fuente("I.1") + "; L484-486, L789-791, L8842-8848",
        ),
        ficha(
            "modelo",
            "Prima implícita en las cuotas de 2010: SIV, contra la prima de ingreso de la Ley",
            "% de los salarios",
            lambda: (100.0 * supuesto("prima_ingreso_siv"), _prima_implicita("III.1", "siv")),
            DOS_DECIMALES,
            fuente("III.1") + "; L3296-3298, L3552-3554, L8842-8848",
            falla_esperada="La masa salarial de 2010 no se imprime; la que se supone (asegurados "
            "al 31 de diciembre por su salario medio) excede la cotizada en el año y la prima sale "
            "2.47 %.",
        ),
        ficha(
            "identidad",
            "Salario medio diario de 2011 de los cuadros I.3 y I.4, contra el de 2010 con 1.4 % "
            "real",
            "pesos diarios de 2010",
            _salario_2011,
            0.005,
            fuente("I.3", "I.4") + "; L8842-8848",
            relativa=True,
        ),
    ]


C13 = numerar("C13", _c13())
C14 = numerar("C14", _c14())
C15 = numerar("C15", _c15())
C16 = numerar("C16", _c16())
C17 = numerar("C17", _c17())
