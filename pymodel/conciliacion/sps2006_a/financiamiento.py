"""C1, C2, C12 to C14, C42 to C44, C48, C53: contributions, funds, resources, affiliation."""

from __future__ import annotations

import functools
from collections.abc import Iterable

import numpy as np

from pymodel import datos
from pymodel.conciliacion.registro import Par
from pymodel.conciliacion.sps2006_a.comun import (
    MDP,
    PESOS,
    Ficha,
    celda,
    columna,
    ficha,
    lineas,
    numerar,
    por_anio,
    por_entidad,
    texto,
)
from pymodel.sps import afiliacion, aportaciones, asignacion, fondos
from pymodel.validacion import Vector

A5 = "FIGURA A5, L7382-7398"
COTAS = ("inferior", "media", "superior")
COLUMNAS = ("cota_inferior", "estimacion_media", "cota_superior")
CUADRO_V = "CUADRO V del capítulo I, L1071-1101"


def _banda(anios: Iterable[int]) -> Par:
    pedidos = list(anios)
    publicado = np.column_stack([por_anio("figura_a5", c, pedidos) for c in COLUMNAS])
    calculado = np.column_stack([afiliacion.recursos_del_informe(pedidos, c) for c in COTAS])
    return publicado, calculado


def _media_con_metas_redondeadas(anio: int) -> Par:
    """With the goals of FIGURA A4, printed in millions with two decimals."""
    previa, final = (
        1e6 * por_anio("figura_a4", "meta_de_afiliacion", [a]) for a in (anio - 1, anio)
    )
    return celda("figura_a5", "estimacion_media", anio), afiliacion.recursos(previa, final)


def _recursos(*anios: int) -> Vector:
    return afiliacion.recursos_del_informe(anios)


def _parte_en_ss() -> Par:
    ss = por_anio("cuadro_i_5a", "ss", [2005, 2010])
    return texto("parte_sps_en_ss"), 100.0 * _recursos(2005, 2010) / ss


def _ase_2005() -> Par:
    """ASE of 2005: the families of 2004 the whole year, the new ones half of it."""
    de_2004 = por_entidad("cuadro_ii_5", "estado_2004", "familias_2004")
    de_2005 = por_entidad("cuadro_ii_5", "estado_2005", "familias_2005")
    previas = np.array([de_2004.get(c, 0.0) for c in de_2005])
    solicitud = asignacion.Solicitud(
        claves=list(de_2005),
        nuevas=np.zeros((len(de_2005), aportaciones.TRIMESTRES)),
        previas=previas,
        existentes=np.zeros(len(de_2005)),
        sin_calendario=np.array(list(de_2005.values())) - previas,
    )
    return texto("ase_2005"), asignacion.asignar(solicitud, 2005).ase.sum(keepdims=True) / 1e6


def _anios_familia() -> Par:
    """Years paid per family of 2004 are between those of the last and of the first quarter."""
    m = aportaciones.por_familia()
    transferible = fondos.repartir(m.cs, m.asf, m.ase).cs_transferible[0]
    impreso = celda("texto_ii_transferencias", "cs_transferible_millones", 2004)
    anios = 1e6 * impreso / transferible / columna("cuadro_ii_5", "familias_2004")[:29].sum()
    minimo, maximo = (afiliacion.fraccion(c) for c in ("inferior", "superior"))
    return 1.0, float(minimo < anios < maximo)


def _fondos() -> Par:
    montos = aportaciones.por_familia()
    f = fondos.repartir(montos.cs, montos.asf, montos.ase)
    partes = [f.fpgc, f.infraestructura, f.imprevistos, f.fpp, f.resto]
    return texto("fondos"), 100.0 * np.concatenate(partes) / montos.total


def _paso_ss() -> Par:
    anios = list(range(2007, 2011))
    ss = np.diff(por_anio("cuadro_i_5a", "ss", [2006, *anios]))
    fijo = float(datos.parametro("gasto_ss_incremento_fijo", 2007, documento="sps2006"))
    return ss, np.diff(_recursos(2006, *anios)) + fijo


def _fichas() -> Iterable[tuple[str, Ficha]]:
    yield (
        "C1",
        ficha(
            "modelo",
            "Cuota social por familia, 15 % del SMGDF de 2004 por 365 días",
            PESOS,
            lambda: (texto("cs"), [aportaciones.por_familia().cs]),
            0.5,
            lineas("cs"),
        ),
    )
    yield (
        "C2",
        ficha(
            "modelo",
            "Aportación solidaria federal por familia, 1.5 veces la cuota social",
            PESOS,
            lambda: (texto("asf"), [aportaciones.por_familia().asf]),
            0.6,
            lineas("asf"),
            nota="El informe corta 3,715.5 (1.5 veces 2,477).",
        ),
    )
    yield (
        "C12",
        ficha(
            "modelo",
            "Recursos del SPS en 2005: cota inferior, media y superior",
            MDP,
            lambda: _banda([2005]),
            0.5,
            f"{A5}; L841",
        ),
    )
    yield (
        "C12-A5",
        ficha(
            "calibrado",
            "Recursos del SPS de 2006 a 2010: cota inferior, media y superior (con C12, las 18 "
            "cifras de la FIGURA A5)",
            MDP,
            lambda: _banda(range(2006, 2011)),
            0.5,
            A5,
            nota="Constante ajustada a lo impreso: las familias de 2006 (5,008,340); cualquiera de "
            "5,008,330 a 5,008,350 da las 15 cifras.",
        ),
    )
    # Half of the last printed decimal of both goals, at mid-year: 0.005 million families.
    redondeo = 0.005 * aportaciones.por_familia().total
    for numero, anio, tolerancia in (
        ("C13a", 2010, 10.0),
        ("C13b", 2006, redondeo),
        ("C13c", 2009, redondeo),
    ):
        yield (
            numero,
            ficha(
                "modelo",
                f"Recursos del SPS en {anio}, media, con las metas redondeadas de la FIGURA A4",
                MDP,
                functools.partial(_media_con_metas_redondeadas, anio),
                tolerancia,
                f"{A5}; FIGURA A4, L7292-7310",
                nota="La diferencia es el redondeo de las metas a dos decimales de millón.",
            ),
        )
    yield (
        "C14a",
        ficha(
            "modelo",
            "Parte de los recursos del SPS en el gasto de la SS, 2005 y 2010",
            "%",
            _parte_en_ss,
            0.5,
            f"{lineas('parte_sps_en_ss')}; {CUADRO_V}",
        ),
    )
    yield (
        "C14b",
        ficha(
            "modelo",
            "Recursos del SPS en 2010 entre los de 2005",
            "veces",
            lambda: (texto("crecimiento_sps"), _recursos(2010) / _recursos(2005)),
            0.5,
            lineas("crecimiento_sps"),
        ),
    )
    yield (
        "C14c",
        ficha(
            "modelo",
            "Recursos del SPS en 2005 y 2010",
            "miles de mdp de 2004",
            lambda: (texto("sps_2005_2010"), _recursos(2005, 2010) / 1e3),
            0.5,
            lineas("sps_2005_2010"),
        ),
    )
    yield (
        "C42",
        ficha(
            "modelo",
            "ASE de 2005: familias de 2004 el año completo, nuevas medio año, suma de 32 entidades",
            "mdp",
            _ase_2005,
            0.02,
            f"{lineas('ase_2005')}; CUADRO V del capítulo II, L4620-4634",
            relativa=True,
            nota="En pesos de 2004; el informe no dice de qué año son los 3,154.",
        ),
    )
    yield (
        "C43",
        ficha(
            "modelo",
            "CS transferible de 2004 entre la de un año de familia: 0.66 años por familia, entre "
            "0.25 (todas en el cuarto trimestre) y 1 (1: sí)",
            "sí o no",
            _anios_familia,
            0.0,
            "L3816; CUADRO V del capítulo II, L4620-4634",
        ),
    )
    yield (
        "C44",
        ficha(
            "identidad",
            "FPGC, FPP de infraestructura, de imprevistos, FPP y resto, de CS + ASF + ASE",
            "%",
            _fondos,
            [1e-9, 1e-9, 1e-9, 1e-9, 1.0],
            lineas("fondos"),
            nota="El resto se imprime «alrededor del 90 %»; es 89.",
        ),
    )
    yield (
        "C48",
        ficha(
            "calibrado",
            "Aumento anual del gasto de la SS de 2007 a 2010: el de los recursos del SPS más 977",
            MDP,
            _paso_ss,
            1.0,
            f"{CUADRO_V}; {A5}",
            nota="977 mdp se ajustó a estas cifras; el informe no dice a qué se debe.",
        ),
    )
    yield (
        "C53",
        ficha(
            "identidad",
            "Una séptima parte de la meta, como incremento anual de las familias",
            "% de la meta",
            lambda: (texto("incorporacion"), [100.0 / 7.0]),
            0.05,
            lineas("incorporacion"),
        ),
    )


FINANCIAMIENTO = numerar(_fichas())
