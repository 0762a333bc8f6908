"""Premiums, present values and balances: SRT of IFA 2005 and SIV of IFA 2010."""

from __future__ import annotations

import functools
from typing import Any

from pymodel import datos
from pymodel.valuacion import Flujos, anualizar, impresos, publicado, supuestos_base
from pymodel.valuacion.casos import caso
from xl.libros.ejemplos.ejemplo import Ejemplo, columna
from xl.libros.estilo import MDP, PCT

ANIOS = 15


@functools.cache
def _flujos(clave: str) -> Flujos:
    c = caso(clave)
    f = impresos(c)
    return anualizar(f.anios, f.masa, f.gasto, c.metodo)


def _gasto_y_masa(clave: str = "srt_2005", anios: int = ANIOS) -> dict[str, Any]:
    f = _flujos(clave)
    return {
        "gasto": columna(f.gasto.sum(axis=1)[:anios].tolist()),
        "masa_salarial": columna(f.masa[:anios].tolist()),
    }


def _siv_completo() -> dict[str, Any]:
    s = supuestos_base(caso("siv_2005"))
    return {
        **_gasto_y_masa("siv_2005", s.horizonte),
        "tasa": s.tasa,
        "reserva": 0.0,
        "convencion": s.convencion,
        "crecimiento_perpetuo": s.crecimiento,
    }


def _balance() -> dict[str, Any]:
    c = caso("srt_2005")
    s, p = supuestos_base(c), publicado(c)
    pasivos = [[x.nombre, float(v)] for x, v in zip(c.componentes, p.vp_gasto, strict=True)]
    return {
        "reserva": s.reserva,
        "prima_ingreso": s.prima_ingreso,
        "vpsf": float(p.vpsf),
        "pasivos": pasivos,
    }


def _deflactar() -> dict[str, Any]:
    anios = list(range(2005, 2011))
    pib = [float(datos.pib(a)) for a in anios]
    return {
        "montos": columna(pib),
        "anios": columna([float(a) for a in anios]),
        "anio_base": 2010.0,
    }


def _interpolar() -> dict[str, Any]:
    f = impresos(caso("srt_2010"))
    return {
        "anios": columna([float(a) for a in f.anios[:6]]),
        "valores": columna(f.masa[:6].tolist()),
    }


_TASA = 0.035
_15 = f"los {ANIOS} primeros años de los flujos del SRT, IFA 2005, cuadro II.3, mdp de 2005"

EJEMPLOS = (
    Ejemplo(
        "VALOR_PRESENTE",
        lambda: {
            "flujo": columna(_flujos("srt_2005").masa[:ANIOS].tolist()),
            "tasa": _TASA,
            "convencion": "fin",
            "crecimiento_perpetuo": 0.015,
        },
        f"Salarios futuros: {_15}, con perpetuidad de cierre al 1.5 %.",
        MDP,
    ),
    Ejemplo("PRIMA_GASTO", _gasto_y_masa, f"Gasto entre salarios de cada año: {_15}.", "0.0000%"),
    Ejemplo("PRIMA_PROMEDIO", _gasto_y_masa, f"Suma del gasto entre suma de salarios: {_15}.", PCT),
    Ejemplo(
        "PRIMA_NIVELADA",
        _siv_completo,
        "SIV, IFA 2005, cuadro II.8: los 100 años de sus flujos y la perpetuidad que el informe "
        "no menciona y que sus valores presentes contienen. El informe publica 1.90 %.",
        "0.0000%",
    ),
    Ejemplo(
        "PRIMA_MEDIA_NIVELADA",
        lambda: {**_gasto_y_masa(), "tasa": _TASA},
        f"La PMN de la MIFA: nivelada con flujos al inicio del año; {_15}.",
        "0.0000%",
    ),
    Ejemplo(
        "PRIMA_ESCALONADA",
        lambda: {**_gasto_y_masa(), "tasa": 0.0, "anios": 5.0},
        f"Escalones de cinco años sin descontar; {_15}.",
        "0.0000%",
    ),
    Ejemplo(
        "RESERVA_PROYECTADA",
        lambda: {
            "reserva": supuestos_base(caso("srt_2005")).reserva,
            "prima": supuestos_base(caso("srt_2005")).prima_ingreso,
            **_gasto_y_masa(),
            "tasa": _TASA,
        },
        f"Reserva del SRT al 31 de diciembre de 2005 llevada con su prima de ingreso; {_15}.",
        MDP,
    ),
    Ejemplo(
        "SUFICIENCIA_PRIMA",
        lambda: {
            "prima_nivelada": float(publicado(caso("siv_2010")).primas[-1] or 0.0),
            "prima_ingreso": supuestos_base(caso("siv_2010")).prima_ingreso,
            "masa_salarial": float(_flujos("siv_2010").masa[0]),
        },
        "SIV, IFA 2010: prima nivelada publicada contra la legal de 2.5 %; salarios de 2011.",
    ),
    Ejemplo(
        "BALANCE_ACTUARIAL",
        _balance,
        "SRT al 31 de diciembre de 2005, con los valores presentes publicados (IFA 2005), mdp.",
        "#,##0.0000_);(#,##0.0000)",
    ),
    Ejemplo(
        "TASA_REAL",
        lambda: {"tasa_nominal": 0.0723, "inflacion": 0.036},
        "Tasa nominal e inflación de las hipótesis de corto plazo del IFA 2010.",
        "0.0000%",
    ),
    Ejemplo(
        "TASA_NOMINAL",
        lambda: {"tasa_real": _TASA, "inflacion": 0.036},
        "La tasa real de 3.5 % de las valuaciones, con esa inflación.",
        "0.0000%",
    ),
    Ejemplo(
        "DEFLACTAR",
        _deflactar,
        "PIB nominal de 2005 a 2010 (series de referencia) a pesos de 2010 con el INPC promedio.",
        MDP,
    ),
    Ejemplo(
        "INTERPOLAR_ANUAL",
        _interpolar,
        "Salarios del SRT, IFA 2010, cuadro I.4: los primeros años impresos, y los que faltan.",
    ),
)
