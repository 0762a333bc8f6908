"""Checks C16 to C18: sample and audit of the padrón, belonging, satisfaction, associations."""

from __future__ import annotations

import functools
from collections.abc import Callable, Sequence

import numpy as np
import pandas as pd

from pymodel import datos
from pymodel.conciliacion import lectura
from pymodel.conciliacion.registro import Par, Verificacion
from pymodel.padron import encuesta, muestreo

DIGEST, DOCUMENTO = "sps2006_b", "sps2006"
ENTERO, DECIMO = 0.5, 0.05

ENCUESTA = "Encuesta padrón 2006"
AUDITORIA = "Auditoría técnica 2003"


def _check(
    clave: str,
    tipo: str,
    descripcion: str,
    unidad: str,
    calcular: Callable[[], Par],
    tolerancia: float,
    lineas: str,
    **resto: str,
) -> Verificacion:
    return Verificacion(
        f"{DIGEST}.{clave}",
        DOCUMENTO,
        tipo,
        descripcion,
        unidad,
        calcular,
        tolerancia,
        f"SPS 2006, {lineas}",
        **resto,  # type: ignore[arg-type]
    )


def _indicador(nombre: str, fuente: str = ENCUESTA) -> float:
    return lectura.celda(DOCUMENTO, "texto_iii_indicadores", "valor", (fuente, nombre))


def _impreso(nombre: str) -> float:
    return float(datos.parametro(nombre, documento=DOCUMENTO))


# --- sample ------------------------------------------------------------------------------------


def _muestra() -> pd.DataFrame:
    return datos.tabla(DOCUMENTO, "texto_iii_muestra")


def _hogares() -> Par:
    return _impreso("muestra_hogares"), _muestra()["hogares_en_muestra"].sum()


def _hogares_de_diseno() -> Par:
    """The design without the accident of Querétaro, one state."""
    d = muestreo.diseno_2006()
    completas = _muestra()["hogares_en_muestra"].eq(d.centros * d.familias).sum()
    return sum(d.por_region.values()) - 1, completas


def _sin_respuesta() -> Par:
    visitados, entrevistados = (
        _indicador(f"Hogares {que} (número)") for que in ("visitados", "entrevistados")
    )
    return _indicador("Sin respuesta"), 100.0 * (1.0 - entrevistados / visitados)


def _regiones() -> Par:
    """Three states a region, two in the noroeste and the noreste (L6068); 32 in all."""
    d = muestreo.diseno_2006().por_region
    nombres = ("Noroeste", "Noreste", "Occidente", "Centro", "Sur")
    publicado = (2, 2, 3, 3, 3, 32)
    return publicado, [*(d[n] for n in nombres), len(muestreo.regiones())]


# --- padrón ------------------------------------------------------------------------------------

CIENES: tuple[tuple[str, tuple[str, ...]], ...] = (
    (ENCUESTA, ("Caso 1 (padrón consistente)", "Caso 2 (menos afiliados que en el padrón)")),
    (
        ENCUESTA,
        (
            "Caso 2 situación i (reportan no estar afiliados)",
            "Caso 2 situación ii (no residen en el hogar)",
        ),
    ),
    (
        ENCUESTA,
        (
            "Todas las personas con credencial TUSALUD",
            "Ninguna persona con credencial",
            "Solo algunas con credencial",
        ),
    ),
    (
        ENCUESTA,
        (
            "Satisfechos o muy satisfechos",
            "Ni satisfechos ni insatisfechos",
            "Insatisfechos o muy insatisfechos",
        ),
    ),
    (
        AUDITORIA,
        (
            "Tienen credencial y mostraron el documento",
            "Tienen identificación pero no a la mano",
            "Sin credencial pero realizaron el trámite",
            "Sin credencial ni otro documento",
        ),
    ),
)


def _cienes() -> Par:
    figura = lectura.columna(DOCUMENTO, "figura_iii_2", "porcentaje").sum()
    sumas = [sum(_indicador(n, fuente) for n in nombres) for fuente, nombres in CIENES]
    return [100.0] * (1 + len(sumas)), [figura, *sumas]


def _no_residentes() -> Par:
    caso_2 = _indicador("Caso 2 (menos afiliados que en el padrón)")
    return 8.0, caso_2 * _indicador("Caso 2 situación ii (no residen en el hogar)") / 100.0


def _hogares_sps() -> Par:
    cuestionarios = _indicador("Hogares con cuestionario de pertenencia (número)")
    publicado = lectura.celda(DOCUMENTO, "figura_iii_2", "porcentaje", "Hogar SPS")
    return publicado, 100.0 * cuestionarios / _indicador("Hogares entrevistados (número)")


def _figura_1() -> Par:
    """The four examples of the figure, classified; the two homes of the last, in every split."""
    import polars as pl

    from pymodel.microdatos import RENGLON
    from pymodel.padron import clasificacion
    from pymodel.padron.columnas import COMPLETA

    publicado: list[float] = []
    casos: list[dict[str, int]] = []
    for fila in datos.tabla(DOCUMENTO, "figura_iii_1").to_dict("records"):
        codigo = 10 * int(fila["caso"][-1]) + int(fila["situacion"][-1])
        listados, sps = int(fila["caratula_personas"]), int(fila["hogar_personas_sps"])
        # The drawing does not say how many of the five live in each home.
        lejos = range(1, listados) if codigo == 22 else [0]
        for ausentes in lejos:
            afiliados = min(listados - ausentes, sps)
            publicado.append(codigo)
            casos.append(
                {
                    "listados": listados,
                    "afiliados": afiliados,
                    "no_afiliados": int(fila["hogar_personas_no_sps"]),
                    "ausentes": ausentes,
                    "otros_afiliados": 0 if codigo == 22 else sps - afiliados,
                }
            )
    marco = pl.DataFrame(casos).with_columns(
        pl.lit(COMPLETA).alias("resultado"),
        pl.lit(None, dtype=pl.Int8).alias("decil"),
        pl.int_range(pl.len()).alias(RENGLON),
        pl.int_range(pl.len()).cast(pl.String).alias("familia"),
    )
    return publicado, clasificacion.clasificar(marco).familias.sort(RENGLON)["caso"].to_list()


# --- figures -----------------------------------------------------------------------------------


def _filas(figuras: Sequence[int]) -> Par:
    """Rows of the figures, that should add up to 100."""
    sumas = np.concatenate(
        [
            datos.tabla(DOCUMENTO, f"figura_iii_{n}").iloc[:, 1:].sum(axis=1).to_numpy(float)
            for n in figuras
        ]
    )
    return np.full(sumas.size, 100.0), sumas


def _uso(nivel: str) -> float:
    return lectura.celda(DOCUMENTO, "figura_iii_6", "ha_usado_los_servicios", nivel)


def _uso_de_servicios() -> Par:
    alto, bajo = (
        _indicador(f"Sentido de pertenencia {n}") / 100.0 for n in ("alto", "bajo o nulo")
    )
    ponderado = alto * _uso("Alto") + bajo * _uso("Nulo") + (1 - alto - bajo) * _uso("Mediano")
    usuarios = _indicador("Hogares que usaron servicios (número)")
    base = _indicador("Hogares con cuestionario de pertenencia (número)")
    return 100.0 * usuarios / base, ponderado


def _momios(figura: int, fila: str | int, contra: str | int, texto: float) -> Par:
    columnas = ("ha_usado_los_servicios", "no_ha_usado_los_servicios")
    celdas = [
        lectura.celda(DOCUMENTO, f"figura_iii_{figura}", c, f)
        for f in (fila, contra)
        for c in columnas
    ]
    return texto, encuesta.razon_momios(*celdas).valor


VERIFICACIONES = (
    _check(
        "C16a",
        "identidad",
        "Muestra del padrón: suma de hogares por entidad",
        "hogares",
        _hogares,
        0,
        "L6056-6074",
    ),
    _check(
        "C16b",
        "identidad",
        "Entidades con la muestra completa del diseño, 20 centros por 20 familias",
        "entidades",
        _hogares_de_diseno,
        0,
        "L6064-6074",
        nota="Todas menos Querétaro, con 374",
    ),
    _check(
        "C16c",
        "identidad",
        "Hogares sin respuesta: visitados menos entrevistados",
        "%",
        _sin_respuesta,
        ENTERO,
        "L6212",
    ),
    _check(
        "C16d",
        "identidad",
        "Entidades elegidas en cada mesorregión, y entidades en todas",
        "entidades",
        _regiones,
        0,
        "L6060-6068",
    ),
    _check(
        "C17a",
        "identidad",
        "Resultados de la auditoría que se reparten el 100 %: figura 2 y texto",
        "%",
        _cienes,
        DECIMO,
        "L6019-6025, L6212-6258 y L6444",
    ),
    _check(
        "C17b",
        "identidad",
        "Hogares SPS con familiares listados que no residen en ellos: Caso 2 por situación ii",
        "%",
        _no_residentes,
        ENTERO,
        "L6250-6254 y L6698",
    ),
    _check(
        "C17c",
        "identidad",
        "Hogares SPS: cuestionarios entre hogares entrevistados, contra la figura 2",
        "%",
        _hogares_sps,
        ENTERO,
        "L6220-6244 y L6296",
        falla_esperada="81 % de 4,730 son 3,831 hogares; los cuestionarios son 3,789 (80.1 %). El "
        "informe no dice sobre qué base calcula la figura 2.",
    ),
    _check(
        "C17d",
        "modelo",
        "Figura 1: caso y situación de los cuatro ejemplos",
        "caso y situación",
        _figura_1,
        0,
        "L6112-6194",
        nota="El último, con cada reparto posible de las cinco personas en dos hogares",
    ),
    _check(
        "C18a",
        "identidad",
        "Figuras 3, 5, 6, 8 y 10: renglones que suman 100 %",
        "%",
        functools.partial(_filas, (3, 5, 6, 8, 10)),
        0,
        "L6264-6636",
    ),
    _check(
        "C18b",
        "identidad",
        "Figuras 4 y 11: renglones que suman 100 %",
        "%",
        functools.partial(_filas, (4, 11)),
        1,
        "L6304-6344 y L6644-6684",
        nota="Redondeo de tres cifras a enteros",
    ),
    _check(
        "C18c",
        "identidad",
        "Uso de servicios: figura 6 ponderada con la pertenencia, contra los hogares usuarios",
        "%",
        _uso_de_servicios,
        1,
        "L6296-6298, L6358 y L6396-6442",
    ),
    _check(
        "C18d",
        "modelo",
        "Razón de momios de usar los servicios, afiliados en 2002 contra 2005: «cuatro veces»",
        "veces",
        functools.partial(_momios, 5, 2002, 2005, 4.0),
        1,
        "L6350 y L6360-6390",
        metodo="de los porcentajes impresos; el texto trunca a un entero",
        nota="El intervalo impreso, 3 a 7, pide conteos que el informe no da",
    ),
    _check(
        "C18e",
        "modelo",
        "Razón de momios de haber usado los servicios, pertenencia alta contra nula: «tres veces»",
        "veces",
        functools.partial(_momios, 6, "Alto", "Nulo", 3.0),
        1,
        "L6352 y L6396-6442",
        metodo="de los porcentajes impresos; el texto trunca a un entero",
        nota="El intervalo impreso, 2 a 5, pide conteos que el informe no da",
    ),
)
