"""Chapter I: level, origin and distribution of the spending on health (C3 to C27, C45 to C50)."""

from __future__ import annotations

import functools
from collections.abc import Iterable

import numpy as np

from pymodel import tendencia
from pymodel.conciliacion.registro import Par
from pymodel.conciliacion.sps2006_a.comun import (
    MDP,
    PESOS,
    Ficha,
    celda,
    celda_mixta,
    claves,
    columna,
    crecimiento,
    ficha,
    lineas,
    numerar,
    numeros,
    por_anio,
    por_entidad,
    texto,
)
from pymodel.dispersion import dispersion
from pymodel.sps import aportaciones, comparacion, desequilibrios, gasto_salud
from pymodel.validacion import Vector

ANIOS = tuple(range(2000, 2011))
CUADRO_II = "CUADRO II del capítulo I, L402-476"
CUADRO_IV = "CUADRO IV del capítulo I, L803-833"
CUADRO_V = "CUADRO V del capítulo I, L1071-1101"
CUADRO_VI = "CUADRO VI del capítulo I, L1933-1977"
FIGURA_8 = "FIGURA 8 del capítulo I, L771-779"
VECES = "segundo CUADRO V del capítulo I, L1621-1673"


def _v(nombre: str, *anios: int) -> Vector:
    return por_anio("cuadro_i_5a", nombre, anios)


def _gs(*anios: int) -> Vector:
    return _v("gasto_publico", *anios) + _v("gasto_privado", *anios)


def _per_capita() -> Vector:
    return desequilibrios.per_capita(
        1e-3 * columna("cuadro_i_2", "gasto_federal_en_salud_miles_pesos_2004"),
        columna("cuadro_i_2", "poblacion_no_asegurada"),
    )


def _cv_federal(divisor: str) -> Par:
    impreso = celda("texto_parametros_a", "valor", "cv_gasto_federal_per_capita_2000")
    return impreso, getattr(dispersion(_per_capita()), f"cv_{divisor}")


def _orden_figura_17() -> Par:
    cuadro = claves("cuadro_i_2", "entidad_federativa")
    orden = np.argsort(comparacion.lugares(_per_capita()))
    return numeros(claves("figura_i_17", "entidad_2000")), numeros(cuadro[i] for i in orden)


def _crecimientos() -> Par:
    series = ("gasto_publico", "ss", "gasto_privado")
    publicado = [_v(f"{s}_crecimiento_pct", *ANIOS[1:]) for s in series]
    return publicado, [crecimiento(_v(s, *ANIOS[:-1]), _v(s, *ANIOS[1:])) for s in series]


def _indicador(nombre: str) -> Vector:
    return np.array([celda_mixta("cuadro_i_6", f"{a}", "indicador", nombre) for a in _IMPRESOS])


_IMPRESOS = ("2000", "2002", "2006/E", "2010/E")
_PUBLICO = "Gasto público en salud como porcentaje del gasto total en salud"
_BOLSILLO = "Gasto de bolsillo como porcentaje del gasto en salud"


def _publico() -> Par:
    anios = (2000, 2002, 2006, 2010)
    return _indicador(_PUBLICO), 100.0 * _v("gasto_publico", *anios) / _gs(*anios)


def _bolsillo(indice: int, anio: int) -> Vector:
    """Out-of-pocket spending of a year from its printed share, mdp."""
    return _indicador(_BOLSILLO)[indice] / 100.0 * _gs(anio)


def _crecimiento_bolsillo() -> Vector:
    """Growth of out-of-pocket spending 2000-2004 by CUADRO IV, per cent."""
    tasas = columna("cuadro_i_4", "escenario_1_dged")[:4]
    return np.atleast_1d(100.0 * (np.prod(1.0 + tasas / 100.0) - 1.0))


def _bolsillo_2010() -> Par:
    de_2004 = _bolsillo(0, 2000) * (1.0 + _crecimiento_bolsillo() / 100.0)
    return texto("crecimiento_bolsillo")[1:], crecimiento(de_2004, _bolsillo(3, 2010))


def _sin_sps() -> Par:
    """Without SPS: growth of L799-801 on base 2004, over the total with SPS."""
    total = _gs(2010)[0]
    bolsillo = _bolsillo(0, 2000)[0] * (1.0 + texto("crecimiento_bolsillo")[0] / 100.0)
    sin = np.array([1.33 * bolsillo, 1.34 * _v("gasto_privado", 2004)[0]])
    return texto("partes_sin_sps"), 100.0 * sin / total


# --- Insured and uninsured ---------------------------------------------------------------------


def _poblacion(*anios: int) -> Vector:
    """Persons, from the total spending and the printed spending per head."""
    return 1e6 * _gs(*anios) / por_anio("figura_i_8", "gasto_per_capita", anios)


@functools.cache
def _parte_no_asegurada() -> float:
    """Part without social security of 2000, taken as constant."""
    return float(columna("cuadro_i_2", "poblacion_no_asegurada").sum() / _poblacion(2000)[0])


def _figura_16(que: str, *anios: int) -> Vector:
    return por_anio("figura_i_16", que, anios)


SIN, CON = "per_capita_sin_seguridad_social_o_sps", "per_capita_con_seguridad_social"


def _brecha(*anios: int) -> desequilibrios.Brecha:
    return desequilibrios.brecha(
        _v("gasto_publico", *anios), _v("ss", *anios), _poblacion(*anios), _parte_no_asegurada()
    )


def _poblaciones() -> Par:
    """Population from FIGURA 8, and as insured plus uninsured of FIGURA 16, millions."""
    anios = (2000, 2004, 2010)
    ss, gp = _v("ss", *anios), _v("gasto_publico", *anios)
    return ss / _figura_16(SIN, *anios) + (gp - ss) / _figura_16(CON, *anios), (
        _poblacion(*anios) / 1e6
    )


def _per_capita_grupos(*anios: int) -> Par:
    b = _brecha(*anios)
    publicado = np.concatenate([_figura_16(SIN, *anios), _figura_16(CON, *anios)])
    return publicado, np.concatenate([b.sin_seguridad, b.con_seguridad])


def _razones() -> Par:
    veces = (
        "Número de veces que el gasto per cápita en población asegurada excede al gasto per cápita "
        "en población no asegurada"
    )
    publicado = [*_indicador(veces), float(_figura_16("razon_etiqueta", 2005)[0])]
    return publicado, _brecha(2000, 2002, 2006, 2010, 2005).razon


# --- State effort ------------------------------------------------------------------------------


@functools.cache
def _estatal_implicito() -> dict[str, float]:
    """State spending of 2004 that the printed times imply, pesos per uninsured person of 2000."""
    metas = por_entidad("cuadro_ii_2", "entidad", "metas_de_afiliacion_familias")
    personas = por_entidad("cuadro_i_2", "entidad_federativa", "poblacion_no_asegurada")
    ase = aportaciones.por_familia().ase
    veces = por_entidad("cuadro_i_5b", "entidad", "veces")
    gasto = desequilibrios.gasto_implicito([ase * metas[c] for c in veces], list(veces.values()))
    return {c: float(g / personas[c]) for c, g in zip(veces, gasto, strict=True)}


def _eje() -> Par:
    tabasco = float(texto("veces_tabasco")[0]) * _estatal_implicito()["12"]
    return 1.0, float(0.8 * texto("eje_figura_18")[0] < tabasco < texto("eje_figura_18")[0])


def _spearman() -> Par:
    """Ranks of 23 states against the order of FIGURA 18: a correlation of 1 within 0.1."""
    implicito = _estatal_implicito()
    figura = [c for c in claves("figura_i_18", "entidad_2004") if c in implicito]
    lugares = comparacion.lugares([implicito[c] for c in figura])
    return 1.0, float(np.corrcoef(lugares, np.arange(1, len(figura) + 1))[0, 1])


# --- Institutions ------------------------------------------------------------------------------


def _recta(serie: str, anio: int) -> float:
    """Trend of annex A, mdp."""
    return float(tendencia.evaluar(gasto_salud.tendencia_impresa(serie), [anio])[0]) / 1e3


def _imss_2005() -> Par:
    imss = _recta("imss", 2010) / (1.0 + texto("crecimiento_imss") / 100.0)
    return texto("imss_entre_gp"), 100.0 * imss / _v("gasto_publico", 2005)


def _seguridad_social(*anios: int) -> Vector:
    return _v("gasto_publico", *anios) - _v("ss", *anios)


def _instituciones_2000() -> Par:
    """Spending of 2000 from the trends of 2006 and the growth of L891."""
    de_2006 = np.array([_recta(s, 2006) for s in ("imss", "issste", "pemex")])
    de_2000 = de_2006 / (1.0 + texto("crecimiento_instituciones") / 100.0)
    return _seguridad_social(2000), de_2000.sum(keepdims=True)


def _fichas() -> Iterable[tuple[str, Ficha]]:
    yield (
        "C3",
        ficha(
            "identidad",
            "Gasto federal per cápita de la población no asegurada, 32 entidades",
            PESOS,
            lambda: (columna("cuadro_i_2", "per_capita"), _per_capita()),
            0.5,
            CUADRO_II,
        ),
    )
    for numero, divisor in (("C4a", "n1"), ("C4b", "n")):
        yield (
            numero,
            ficha(
                "modelo",
                f"Coeficiente de variación del gasto federal per cápita de 2000, divisor "
                f"{divisor.replace('n1', 'n-1')}",
                "número puro",
                functools.partial(_cv_federal, divisor),
                0.005,
                f"L1183; {CUADRO_II}",
            ),
        )
    yield (
        "C5",
        ficha(
            "modelo",
            "Gasto federal per cápita de 2000: mayor (BCS) entre menor (Puebla)",
            "veces",
            lambda: (texto("max_min_federal"), dispersion(_per_capita()).max_min),
            0.1,
            lineas("max_min_federal"),
            nota="El informe corta 5.48 a 5.4.",
        ),
    )
    yield (
        "C6",
        ficha(
            "modelo",
            "FIGURA 17 de 2000: orden de las 32 entidades por gasto federal per cápita",
            "clave de la entidad",
            _orden_figura_17,
            0.0,
            f"FIGURA 17 del capítulo I, L1287-1315; {CUADRO_II}",
        ),
    )
    yield (
        "C7",
        ficha(
            "identidad",
            "30 tasas de crecimiento del gasto público, de la SS y privado",
            "%",
            _crecimientos,
            0.051,
            CUADRO_V,
            nota="La del gasto privado de 2005 es 4.3499; se imprime 4.4.",
        ),
    )
    yield (
        "C8",
        ficha(
            "identidad",
            "Parte pública del gasto en salud, 2000, 2002, 2006 y 2010",
            "%",
            _publico,
            0.05,
            f"{CUADRO_VI}; {CUADRO_V}",
        ),
    )
    yield (
        "C9",
        ficha(
            "identidad",
            "Crecimiento del gasto total en salud, 2000-2004",
            "%",
            lambda: (texto("crecimiento_gs"), crecimiento(_gs(2000), _gs(2004))),
            0.05,
            f"{lineas('crecimiento_gs')}; {CUADRO_V}",
        ),
    )
    yield (
        "C10",
        ficha(
            "identidad",
            "Crecimiento del gasto público, 2000-2004 y 2005-2010",
            "%",
            lambda: (
                texto("crecimiento_gp"),
                crecimiento(_v("gasto_publico", 2000, 2005), _v("gasto_publico", 2004, 2010)),
            ),
            0.5,
            f"{lineas('crecimiento_gp')}; {CUADRO_V}",
        ),
    )
    yield (
        "C11",
        ficha(
            "identidad",
            "Crecimiento del gasto de la SS, 2004-2010 y 2005-2010",
            "%",
            lambda: (
                texto("crecimiento_ss"),
                crecimiento(_v("ss", 2004, 2005), _v("ss", 2010, 2010)),
            ),
            0.5,
            f"{lineas('crecimiento_ss')}; {CUADRO_V}",
        ),
    )
    yield (
        "C15",
        ficha(
            "identidad",
            "Crecimiento del gasto per cápita, 2001-2006",
            "%",
            lambda: (
                texto("crecimiento_per_capita"),
                crecimiento(*por_anio("figura_i_8", "gasto_per_capita", [2001, 2006])),
            ),
            1.0,
            f"{lineas('crecimiento_per_capita')}; {FIGURA_8}",
            nota="El informe corta 28.65 a 28.",
        ),
    )
    yield (
        "C16",
        ficha(
            "identidad",
            "Población que implican el gasto per cápita y los dos grupos de la FIGURA 16, 2000, "
            "2004 y 2010",
            "millones de personas",
            _poblaciones,
            0.06,
            f"{FIGURA_8}; FIGURA 16 del capítulo I, L1171 y L1231-1233",
            nota="La tolerancia es el redondeo de los tres per cápita a un peso: 0.014, 0.03 y "
            "0.015.",
        ),
    )
    for numero, anio, que in (
        ("C17 y C18", 2000, "2,542 y 1,013 (L1171)"),
        ("C19", 2010, "3,714 y 2,461 (L1171)"),
        ("C21", 2004, "3,257 y 1,310 (L1231-1233)"),
    ):
        yield (
            numero.replace(" y ", "-"),
            ficha(
                "modelo",
                f"Gasto público per cápita sin y con seguridad social, {anio}",
                PESOS,
                functools.partial(_per_capita_grupos, anio),
                1.0,
                f"FIGURA 16 del capítulo I, {que}; {CUADRO_V}; {FIGURA_8}; {CUADRO_II}",
                metodo="parte sin seguridad social de 2000 (54.65 %), constante",
            ),
        )
    yield (
        "C20",
        ficha(
            "modelo",
            "Gasto per cápita con entre sin seguridad social: 2000, 2002, 2006, 2010 y 2005",
            "veces",
            _razones,
            0.05,
            f"{CUADRO_VI}; FIGURA 16; {CUADRO_V}",
            metodo="parte sin seguridad social de 2000 (54.65 %), constante",
        ),
    )
    yield (
        "C22",
        ficha(
            "identidad",
            "Crecimiento del gasto de bolsillo 2000-2004, producto de las tasas anuales",
            "%",
            lambda: (texto("crecimiento_bolsillo")[:1], _crecimiento_bolsillo()),
            0.5,
            f"L799; {CUADRO_IV}",
        ),
    )
    yield (
        "C23",
        ficha(
            "identidad",
            "Gasto de bolsillo entre gasto privado, 2000",
            "%",
            lambda: (
                texto("bolsillo_en_privado"),
                100.0 * _bolsillo(0, 2000) / _v("gasto_privado", 2000),
            ),
            0.5,
            f"{lineas('bolsillo_en_privado')}; {CUADRO_VI}; {CUADRO_V}",
        ),
    )
    yield (
        "C24",
        ficha(
            "identidad",
            "Crecimiento del gasto de bolsillo 2004-2010, Escenario I",
            "%",
            _bolsillo_2010,
            0.5,
            f"L799; {CUADRO_VI}; {CUADRO_IV}",
            nota="El texto dice 2005-2010; sólo con base 2004 se reproduce.",
        ),
    )
    yield (
        "C24-privado",
        ficha(
            "identidad",
            "Crecimiento del gasto privado 2004-2010, Escenario I",
            "%",
            lambda: (
                texto("crecimiento_privado")[:1],
                crecimiento(_v("gasto_privado", 2004), _v("gasto_privado", 2010)),
            ),
            0.5,
            f"L801; {CUADRO_V}",
            nota="El texto dice 2005-2010; sólo con base 2004 se reproduce.",
        ),
    )
    yield (
        "C24-base",
        ficha(
            "identidad",
            "Crecimiento del gasto privado 2005-2010, Escenario I, como lo dice el texto",
            "%",
            lambda: (
                texto("crecimiento_privado")[:1],
                crecimiento(_v("gasto_privado", 2005), _v("gasto_privado", 2010)),
            ),
            0.5,
            f"L801; {CUADRO_V}",
            falla_esperada="El texto dice 2005-2010 y la cifra es de 2004-2010: de 2005 a 2010 el "
            "gasto privado del cuadro crece 21.9 %.",
        ),
    )
    yield (
        "C24-sin-sps",
        ficha(
            "identidad",
            "Parte del gasto de bolsillo y del privado en 2010 sin el SPS",
            "%",
            _sin_sps,
            0.5,
            f"{lineas('partes_sin_sps')}; {CUADRO_VI}; {CUADRO_V}",
            metodo="crecimientos impresos de 33 y 34 % con base 2004, entre el gasto total con SPS",
            nota="L1021 da 55 y 44 para el mismo escenario: su base debe ser otra.",
        ),
    )
    yield (
        "C25",
        ficha(
            "modelo",
            "Reducción del coeficiente de variación 2000-2004, federal y estatal",
            "%",
            _mejora,
            1.0,
            f"{lineas('mejora_cv')}; L1183; L1267",
        ),
    )
    yield (
        "C26",
        ficha(
            "modelo",
            "Gasto estatal per cápita de Tabasco, 93 veces el que implica Guerrero (1,025 pesos), "
            "en lo alto del eje de la FIGURA 18 (1: sí)",
            "sí o no",
            _eje,
            0.0,
            f"L1267; {VECES}; FIGURA 18 del capítulo I",
        ),
    )
    yield (
        "C27",
        ficha(
            "modelo",
            "Correlación de lugares entre el gasto estatal que implican las veces y la FIGURA 18 "
            "de 2004, 23 entidades",
            "Spearman",
            _spearman,
            0.1,
            f"{VECES}; FIGURA 18 del capítulo I, L1579-1609",
            nota="0.947: el gasto implícito usa la población de 2000.",
        ),
    )
    yield (
        "C45",
        ficha(
            "modelo",
            "Gasto del IMSS en 2005 (recta de 2010 entre 1.28), del gasto público",
            "%",
            _imss_2005,
            0.5,
            f"{lineas('imss_entre_gp')}; FIGURA A6; {CUADRO_V}",
        ),
    )
    yield (
        "C46",
        ficha(
            "modelo",
            "IMSS, ISSSTE y PEMEX en 2010 por sus rectas, contra gasto público menos SS",
            MDP,
            lambda: (
                _seguridad_social(2010),
                [sum(_recta(s, 2010) for s in ("imss", "issste", "pemex"))],
            ),
            0.002,
            f"{CUADRO_V}; FIGURAS A6 a A8",
            relativa=True,
            nota="Falta en lo impreso un término pequeño, que crece 18.6 mdp por año.",
        ),
    )
    yield (
        "C46-2000",
        ficha(
            "modelo",
            "IMSS, ISSSTE y PEMEX en 2000 (rectas de 2006 y sus crecimientos), contra gasto "
            "público menos SS",
            MDP,
            _instituciones_2000,
            0.005,
            f"{lineas('crecimiento_instituciones')}; {CUADRO_V}; FIGURAS A6 a A8",
            relativa=True,
        ),
    )
    yield (
        "C47",
        ficha(
            "identidad",
            "Gasto público menos SS, 2006 a 2010: el mismo aumento cada año",
            MDP,
            lambda: (
                np.full(4, np.diff(_seguridad_social(2006, 2010))[0] / 4.0),
                np.diff(_seguridad_social(*range(2006, 2011))),
            ),
            1.0,
            CUADRO_V,
        ),
    )
    yield (
        "C50",
        ficha(
            "identidad",
            "Gasto federal per cápita con entre sin seguridad social, 2000",
            "veces",
            _razon_federal,
            0.05,
            lineas("razon_federal"),
        ),
    )


def _mejora() -> Par:
    def cv(que: str, anio: int) -> float:
        return celda("texto_parametros_a", "valor", f"cv_gasto_{que}_per_capita_{anio}")

    caidas = [desequilibrios.mejora([cv(q, 2000), cv(q, 2004)])[1] for q in ("federal", "estatal")]
    return texto("mejora_cv"), 100.0 * np.array(caidas)


def _razon_federal() -> Par:
    sin, con, poblacion_sin, poblacion_con = texto("concentracion_federal")
    return texto("razon_federal"), [(con / poblacion_con) / (sin / poblacion_sin)]


DESEQUILIBRIOS = numerar(_fichas())
