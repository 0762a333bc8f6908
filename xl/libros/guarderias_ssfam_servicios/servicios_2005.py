"""Sheets of the income services of the IFA 2005: history to 2005 and projection to 2010."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from pymodel import datos
from xl.libros.comun.entradas import Entrada
from xl.libros.comun.libro import Libro
from xl.libros.estilo import GRIS, PCT
from xl.libros.guarderias_ssfam_servicios.comun import (
    Referencia,
    Renglon,
    cuadro,
    entradas,
    renglon,
)
from xl.libros.guarderias_ssfam_servicios.servicios import combina, hoja_de_servicio, igual

TIENDAS, VELATORIOS, CENTROS = "Tiendas 2005", "Velatorios 2005", "Centros 2005"
MILES = "Miles de pesos de 2005"
HISTORIA = tuple(range(2001, 2006))
DE_CENTROS = (2004, 2005)
FUTURO = tuple(range(2006, 2011))
_H = [str(a) for a in HISTORIA]
_F = [str(a) for a in FUTURO]

Filas = list[tuple[Renglon, Callable[[Referencia], str] | None]]

CAIDA = Entrada(
    "t05_caida",
    "Crecimiento real de ventas, otros ingresos y costos",
    "numero",
    float(datos.parametro("tiendas_crecimiento_ventas", 2006, "ifa2005")),
    ayuda="Recuperado del cuadro III.13; el informe no dice de dónde sale.",
    minimo=-0.99,
    maximo=0.99,
    formato="0.0000%",
)
GASTO = Entrada(
    "t05_gasto",
    "Crecimiento real del gasto",
    "numero",
    float(datos.parametro("servicios_crecimiento_gasto", 2006, "ifa2005")),
    ayuda="Tiendas: gasto corriente y RJP. Centros: consumos, servicios generales y costo laboral.",
    minimo=-0.99,
    maximo=0.99,
    formato=PCT,
)


def _crece(clave: str, tasa: str) -> Callable[[Referencia], str]:
    return lambda ref: f"{ref(clave, -1)}*(1+{tasa})"


def _de(numero: str, clave: str, etiqueta: str, rotulo: str, columnas: list[str]) -> Renglon:
    return Renglon(clave, etiqueta, renglon("ifa2005", numero, rotulo, columnas))


def _personal() -> list[float]:
    fila = cuadro("ifa2005", "III.12").iloc[0]
    return [float(x) for x in fila[_H].to_numpy(np.float64)]


def _rjp(ref: Referencia) -> str:
    """2006: mean share of the personal of 2001-2005; then it grows."""
    if ref("provision", -1).startswith("F"):  # 2005 is column F
        return "SUMPRODUCT(t05_provision/t05_personal)/5*INDEX(t05_personal,5)*(1+t05_gasto)"
    return f"{ref('provision', -1)}*(1+t05_gasto)"


FILAS_TIENDAS: Filas = [
    (_de("III.11", "ventas", "Ventas (1)", "1.", _H), _crece("ventas", "t05_caida")),
    (_de("III.11", "otros", "Otros ingresos (2)", "2.", _H), _crece("otros", "t05_caida")),
    (
        Renglon(
            "ingresos",
            "Ingresos totales (3)",
            formula=combina(("ventas", 1), ("otros", 1)),
            total=True,
        ),
        None,
    ),
    (_de("III.11", "costo", "Costo de ventas (4)", "4.", _H), _crece("costo", "t05_caida")),
    (_de("III.11", "bonif", "Bonificaciones (5)", "5.", _H), _crece("bonif", "t05_caida")),
    (
        _de("III.11", "inventarios", "Diferencia de inventarios (6)", "6.", _H),
        _crece("inventarios", "t05_caida"),
    ),
    (
        Renglon(
            "utilidad",
            "Utilidad bruta (7)",
            formula=combina(*(("ingresos", 1), ("costo", -1), ("bonif", -1), ("inventarios", -1))),
            total=True,
        ),
        None,
    ),
    (_de("III.11", "corriente", "Gasto corriente (8)", "8.", _H), _crece("corriente", "t05_gasto")),
    (_de("III.11", "provision", "Provisión para el RJP (10)", "10.", _H), _rjp),
    (
        Renglon(
            "resultado",
            "Resultado de operación (12)",
            formula=combina(("utilidad", 1), ("corriente", -1), ("provision", -1)),
            total=True,
        ),
        None,
    ),
    (
        Renglon("personal", "Servicios de personal (cuadro III.12)", _personal()),
        _crece("personal", "t05_gasto"),
    ),
    (
        Renglon(
            "margen",
            "Utilidad bruta/ventas",
            formula=lambda r: f"{r('utilidad')}/{r('ventas')}",
            numero=PCT,
        ),
        None,
    ),
    (
        Renglon(
            "perdida",
            "Resultado/ingresos",
            formula=lambda r: f"{r('resultado')}/{r('ingresos')}",
            numero=PCT,
        ),
        None,
    ),
]


def _velatorios(clave: str, etiqueta: str, rubro: str, quien: str = "") -> Renglon:
    df = cuadro("ifa2005", "III.14")
    hay = df[(df["concepto de referencia"] == rubro) & (df["Concepto"] == (quien or rubro))]
    valores = hay.iloc[0][_H].fillna(0.0).to_numpy(np.float64)
    return Renglon(clave, etiqueta, [float(x) for x in valores])


_CAIDA_SNV = "(INDEX(v05_ingresos,5)/INDEX(v05_ingresos,2))^(1/3)-1"


def _otros_velatorios(ref: Referencia) -> str:
    """Those of FIBESO stay; the depreciation of the IMSS is left out."""
    return "INDEX(v05_otros_fibeso,5)"


FILAS_VELATORIOS: Filas = [
    (
        _velatorios("ingresos", "Ingresos, IMSS y FIBESO", "Ingresos"),
        _crece("ingresos", _CAIDA_SNV),
    ),
    (_velatorios("costo", "Costo de ventas", "Costo de Ventas"), _crece("costo", _CAIDA_SNV)),
    (
        Renglon(
            "utilidad",
            "Utilidad bruta",
            formula=combina(("ingresos", 1), ("costo", -1)),
            total=True,
        ),
        None,
    ),
    (_velatorios("corriente", "Gasto corriente", "Gastos Corriente a/"), igual("corriente")),
    (_velatorios("laboral", "Costo laboral", "Costo Laboral"), igual("laboral")),
    (_velatorios("otros", "Otros gastos", "Otros Gastos b/"), _otros_velatorios),
    (
        Renglon(
            "resultado",
            "Resultado neto",
            formula=combina(("utilidad", 1), ("corriente", -1), ("laboral", -1), ("otros", -1)),
            total=True,
        ),
        None,
    ),
    (
        _velatorios("otros_fibeso", "Otros gastos de FIBESO", "Otros Gastos b/", "FIBESO"),
        igual("otros_fibeso"),
    ),
]

_C = [str(a) for a in DE_CENTROS]
_TASA_CENTROS = "INDEX(c05_ingresos,2)/INDEX(c05_ingresos,1)-1"
FILAS_CENTROS: Filas = [
    (_de("III.16", "ingresos", "Ingresos", "Ingresos", _C), _crece("ingresos", _TASA_CENTROS)),
    (_de("III.16", "personal", "Servicios de personal", "Servicios de P", _C), igual("personal")),
    (_de("III.16", "consumos", "Consumos", "Consumos", _C), _crece("consumos", "t05_gasto")),
    (_de("III.16", "mantenimiento", "Mantenimiento", "Mant", _C), igual("mantenimiento")),
    (
        _de("III.16", "generales", "Servicios generales", "Servicios Gen", _C),
        _crece("generales", "t05_gasto"),
    ),
    (
        Renglon(
            "corriente",
            "Gasto corriente",
            formula=combina(
                *((c, 1) for c in ("personal", "consumos", "mantenimiento", "generales"))
            ),
            total=True,
        ),
        None,
    ),
    (_de("III.16", "otros", "Otros gastos", "Otros Gastos", _C), igual("otros")),
    (
        _de("III.16", "laboral", "Costo laboral", "Costo Laboral", _C),
        _crece("laboral", "t05_gasto"),
    ),
    (
        Renglon(
            "resultado",
            "Resultado operativo",
            formula=combina(("ingresos", 1), ("corriente", -1), ("otros", -1), ("laboral", -1)),
            total=True,
        ),
        None,
    ),
    (
        Renglon(
            "perdida",
            "Resultado/ingresos",
            formula=lambda r: f"{r('resultado')}/{r('ingresos')}",
            numero=PCT,
        ),
        None,
    ),
]


def tiendas(libro: Libro) -> None:
    """Write the sheet of the stores, with the growth rates of the three services."""
    publicado = [
        *renglon("ifa2005", "III.11", "12.", _H),
        *renglon("ifa2005", "III.13", "Déficit", _F),
    ]
    hoja_de_servicio(
        libro,
        TIENDAS,
        "Sistema Nacional de Tiendas, IFA 2005",
        "Cuadros III.11 a III.13. Las reglas se recuperaron de las cifras impresas.",
        FILAS_TIENDAS,
        "t05",
        publicado,
        ("El RJP de 2006 es su parte media del personal de 2001 a 2005; después crece.",),
        HISTORIA,
        FUTURO,
        MILES,
    )
    hoja, e = libro.hoja(TIENDAS), libro.estilos
    fila = 26 + len(FILAS_TIENDAS)
    ancho = len(HISTORIA) + len(FUTURO)
    hoja.merge_range(fila, 0, fila, ancho, "Supuestos de los servicios, 2006-2010", e.seccion())
    for i, entrada in enumerate((CAIDA, GASTO), start=fila + 1):
        hoja.write_string(i, 0, entrada.etiqueta, e.texto())
        entrada.escribir(libro, TIENDAS, i, 1)
        hoja.merge_range(i, 2, i, ancho, entrada.ayuda, e.texto(font_color=GRIS))


def velatorios(libro: Libro) -> None:
    """Write the sheet of the funeral homes."""
    df = cuadro("ifa2005", "III.14")
    neto = df[df["Concepto"] == "Resultado Neto"].iloc[0][_H].to_numpy(np.float64)
    hoja_de_servicio(
        libro,
        VELATORIOS,
        "Sistema Nacional de Velatorios, IFA 2005",
        "Cuadros III.14 y III.15. Las reglas se recuperaron de las cifras impresas.",
        FILAS_VELATORIOS,
        "v05",
        [*(float(x) for x in neto), *renglon("ifa2005", "III.15", "Resultado", _F)],
        (
            "Ingresos y costo siguen la caída media de 2002 a 2005; lo demás queda constante.",
            "Los otros gastos proyectados son los de FIBESO en 2005.",
        ),
        HISTORIA,
        FUTURO,
        MILES,
    )


def centros(libro: Libro) -> None:
    """Write the sheet of the holiday centres."""
    hoja_de_servicio(
        libro,
        CENTROS,
        "Centros vacacionales, IFA 2005",
        "Cuadros III.16 y III.18. Las reglas se recuperaron de las cifras impresas.",
        FILAS_CENTROS,
        "c05",
        [
            *renglon("ifa2005", "III.16", "Resultado", _C),
            *renglon("ifa2005", "III.18", "Resultado", _F),
        ],
        (
            "Los ingresos siguen su tasa de 2005; personal, mantenimiento y otros gastos quedan "
            "constantes; el crecimiento del gasto está en la hoja de tiendas de 2005.",
        ),
        DE_CENTROS,
        FUTURO,
        MILES,
    )


def _entradas(prefijo: str, filas: Filas) -> tuple[Entrada, ...]:
    return entradas(prefijo, [r for r, _ in filas])


ENTRADAS = (
    CAIDA,
    GASTO,
    *_entradas("t05", FILAS_TIENDAS),
    *_entradas("v05", FILAS_VELATORIOS),
    *_entradas("c05", FILAS_CENTROS),
)
