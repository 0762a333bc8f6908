"""Chapter III.2, Seguro de Salud para la Familia: checks 37 to 46."""

from __future__ import annotations

import numpy as np

from pymodel import datos, ssfam
from pymodel.conciliacion import lectura
from pymodel.conciliacion.ifa2005_c_coneval2020_noaseg2004.capitulo_iii import (
    DOCUMENTO,
    MEDIO,
    cuadro,
    texto,
    verificacion,
)
from pymodel.conciliacion.registro import Par
from pymodel.validacion import Vector

GRUPOS = ["0 a 19 años", "20 a 39 años", "40 a 59 años", "60 y más años"]
# Representative ages of the groups of cuadro III.9; 82 stands for 80 and over.
EDADES = np.append(np.arange(2.0, 80.0, 5.0), 82.0)
POBLACIONES = {
    "RO Mujeres": ("L2844", "Edad promedio RO mujeres"),
    "RO Hombres": ("L2844", "Edad promedio RO hombres"),
    "SSFAM Hombres": ("L2844", "Edad promedio SSFAM hombres"),
    "SSFAM Mujeres": ("L2844", "Edad promedio SSFAM mujeres"),
}


def _impresas(anio: int) -> Vector:
    df = cuadro("III.8")
    return df[df["Años"] == anio][GRUPOS].to_numpy(np.float64)[0]


def _indexadas() -> Par:
    anios = range(2003, 2007)
    return (
        np.array([_impresas(a) for a in anios]),
        np.array([ssfam.cuotas_por_grupo(a) for a in anios]),
    )


def _indexadas_del_redondeo() -> Par:
    factor = datos.inpc_diciembre(2004) / datos.inpc_diciembre(2003)
    return _impresas(2005), _impresas(2004) * factor


def _poblacion(columna: str) -> Vector:
    return cuadro("III.9")[columna].to_numpy(np.float64)[:-1]


def _de_seguro(seguro: str) -> Vector:
    return _poblacion(f"{seguro} Hombres") + _poblacion(f"{seguro} Mujeres")


def _sumas() -> Par:
    columnas = ["RO Hombres", "RO Mujeres", "SSFAM Hombres", "SSFAM Mujeres"]
    total = cuadro("III.9")[columnas].to_numpy(np.float64)[-1]
    return total, [_poblacion(c).sum() for c in columnas]


def _proporciones() -> Par:
    publicado = [_poblacion(f"{s} Proporción (%)") for s in ("RO", "SSFAM")]
    calculado = [100.0 * _de_seguro(s) / _de_seguro(s).sum() for s in ("RO", "SSFAM")]
    return np.array(publicado), np.array(calculado)


def _edades_medias() -> Par:
    publicado = [texto(*donde) for donde in POBLACIONES.values()]
    return publicado, [ssfam.edad_media(_poblacion(c), EDADES) for c in POBLACIONES]


def _extremos() -> Par:
    publicado, calculado = [], []
    for seguro in ("RO", "SSFAM"):
        p = _de_seguro(seguro)
        publicado += [texto("L2883", f"{seguro} {x}") for x in ("mayores de 40", "menores de 15")]
        calculado += [100.0 * p[8:].sum() / p.sum(), 100.0 * p[:3].sum() / p.sum()]
    return publicado, calculado


def _impacto() -> Par:
    original = texto("L2910", "Gasto médico SSFAM-ORIGINAL")
    return texto("L2910", "Impacto financiero"), original - texto("L2910", "Gasto médico SSFAM-RO")


def _deficit_2005() -> Par:
    ingresos = lectura.celda(
        DOCUMENTO, "cuadro_i_8", "Seguro de Salud para la Familia", "Total de Ingresos"
    )
    return texto("L2828", "Déficit SSFAM 2005"), _costo() - ingresos


def _costo() -> float:
    return texto("L2932", "Costo total por cubrir SSFAM 2005")


def _deficit_2006() -> Par:
    gastos, ingresos = (texto("L3423", f"{x} SSFAM 2006") for x in ("Gastos", "Ingresos"))
    return texto("L3423", "Déficit SSFAM 2006"), gastos - ingresos


def _equilibrio_iii_10() -> Par:
    p = _de_seguro("SSFAM")
    por_grupo = [p[:4].sum(), p[4:8].sum(), p[8:12].sum(), p[12:].sum()]
    estimadas = cuadro("III.10")["Estimada"].to_numpy(np.float64)
    return _costo(), float(estimadas @ por_grupo) / 1e6


C8, C9 = "cuadro III.8, L2809-2824", "cuadro III.9, L2846-2885"

VERIFICACIONES = (
    verificacion(
        "37",
        "modelo",
        "Cuotas por edad 2003-2006: las de 2002 con el INPC, sin redondear",
        "pesos anuales",
        _indexadas,
        MEDIO,
        f"{C8}; INPC de referencia/inpc.csv",
    ),
    verificacion(
        "38",
        "modelo",
        "Cuotas de 2005: las impresas de 2004 con el INPC",
        "pesos anuales",
        _indexadas_del_redondeo,
        MEDIO,
        f"{C8}; INPC de referencia/inpc.csv",
        falla_esperada="La actualización se acumula sin redondear: con la cuota impresa de 2004 no "
        "sale la de 2005 del grupo de 40 a 59 años.",
    ),
    verificacion(
        "39",
        "identidad",
        "Usuarios del RO y del SSFAM: suma de 17 grupos de edad",
        "personas",
        _sumas,
        1,
        C9,
        nota="RO hombres y SSFAM hombres difieren en una persona.",
    ),
    verificacion(
        "40", "identidad", "Proporción de cada grupo de edad", "%", _proporciones, MEDIO, C9
    ),
    verificacion(
        "41",
        "modelo",
        "Edades medias por sexo, con el punto medio de cada grupo",
        "años",
        _edades_medias,
        MEDIO,
        f"L2844; {C9}",
        metodo="2, 7, ..., 77 y 82 años",
    ),
    verificacion(
        "42",
        "identidad",
        "Mayores de 40 y menores de 15 años, RO y SSFAM",
        "%",
        _extremos,
        MEDIO,
        f"L2883; {C9}",
        nota="«Mayor de 40» incluye a los de 40 años (grupo 40-44).",
    ),
    verificacion(
        "43",
        "identidad",
        "Impacto de la selección adversa: diferencia de gastos",
        "mdp de 2005",
        _impacto,
        0,
        "L2906-2921",
        nota="Los costos unitarios por edad y sexo no se imprimen: SSFAM_SELECCION los pide.",
    ),
    verificacion(
        "44",
        "identidad",
        "Déficit de 2005 = gastos - ingresos",
        "mdp de 2005",
        _deficit_2005,
        MEDIO,
        "L2828, L2932; cuadro I.8",
    ),
    verificacion(
        "45",
        "identidad",
        "Déficit de 2006 = gastos - ingresos",
        "mdp de 2006",
        _deficit_2006,
        MEDIO,
        "L3423",
    ),
    verificacion(
        "46",
        "identidad",
        "Cuotas estimadas del cuadro III.10 por usuarios del III.9, contra el "
        "costo que deben cubrir",
        "mdp de 2005",
        _equilibrio_iii_10,
        1,
        f"cuadro III.10, L2934-2943; L2932; {C9}",
        falla_esperada="Defecto del informe: las cuotas estimadas dan 2,473.5 mdp, no 6,352; la "
        "población que usaron no se imprime.",
    ),
)
