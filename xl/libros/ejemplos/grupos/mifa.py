"""Long-term MIFA: SEM-Asegurados of the IFA 2010, and alternative assumptions."""

from __future__ import annotations

from typing import Any

from pymodel import datos
from pymodel.mifa import base
from xl.libros.ejemplos.ejemplo import Ejemplo, columna
from xl.libros.estilo import DECIMAL, PCT

_CUADRO = "cuadro_ii_5"
_FUENTE = "SEM-Asegurados, cuadro II.5 del IFA 2010, los doce años impresos."


def _fila(concepto: str, cuadro: str = _CUADRO) -> Any:
    return columna(base.renglon(cuadro, concepto).tolist())


def _cuotas() -> Any:
    cop = base.renglon(_CUADRO, "Cuotas obrero-patronales")
    return columna((cop + base.renglon(_CUADRO, "Aportaciones del Gobierno Federal")).tolist())


def _masa() -> Any:
    cop = base.renglon("cuadro_iv_3", "Cuotas obrero patronales (COP)")
    return columna((cop / float(datos.parametro("prima_sgps", documento="lss"))).tolist())


def _alternativos() -> dict[str, Any]:
    # Ours, to show the form of the argument.
    return {
        "supuestos": [
            ["crecimiento_salarial", 0.010],
            ["desplazamiento_asegurados", -0.002],
        ]
    }


EJEMPLOS = (
    Ejemplo(
        "PRIMA_CONTRIBUCION",
        lambda: {
            "cop": _fila("Cuotas obrero-patronales"),
            "agf": _fila("Aportaciones del Gobierno Federal"),
            "masa": _masa(),
        },
        f"{_FUENTE} La masa salarial es la cuota del SGPS (cuadro IV.3) entre 1 %.",
        PCT,
    ),
    Ejemplo(
        "PRIMA_REPARTO",
        lambda: {"gasto": _fila("Gastos totales"), "masa": _masa()},
        f"{_FUENTE} Es la misma que PRIMA_GASTO.",
        PCT,
    ),
    Ejemplo(
        "SBC_EQUILIBRIO",
        lambda: {
            "sbc": _fila("De contribución"),
            "gasto": _fila("Gastos totales"),
            "cop_agf": _cuotas(),
        },
        f"{_FUENTE} Pesos diarios de 2011: el informe imprime 309.5 en 2011 y 474.1 en 2050.",
        DECIMAL,
    ),
    Ejemplo(
        "VECES_SMG",
        lambda: {
            "salario": _fila("De contribución"),
            "anio": columna(
                [float(c) for c in datos.tabla("ifa2010", _CUADRO).columns if str(c).isdigit()]
            ),
        },
        f"{_FUENTE} El informe imprime de 4.3 a 6.0 veces.",
        DECIMAL,
    ),
    Ejemplo(
        "MIFA_FLUJO",
        _alternativos,
        "Flujo de efectivo con el salario a 1.0 % y 0.2 puntos menos de asegurados al año; mdp de "
        "2011. Los supuestos son un ejemplo.",
        "0.####",
    ),
    Ejemplo(
        "MIFA_SEGURO",
        lambda: {"seguro": "SEM-A", **_alternativos()},
        "SEM-Asegurados con los mismos supuestos: montos en mdp de 2011, primas en fracción.",
        "0.####",
    ),
)
