"""Actuarial balance."""

from __future__ import annotations

from typing import Any

from pymodel import balance
from xl.contrato import arg, entrada, funcion, salida

CATEGORIA = "IMSS Balance"

_CONCEPTOS = entrada.Tabla(("concepto*", "monto"))


@funcion(
    categoria=CATEGORIA,
    ayuda="Balance actuarial: activo, pasivo, déficit o superávit y fracción del VPSF.",
    args={
        "reserva": arg(entrada.numero, "Saldo de la reserva a la fecha de valuación, mdp."),
        "prima_ingreso": arg(entrada.numero, "Prima de ingreso, fracción de los salarios."),
        "vpsf": arg(entrada.numero, "Valor presente de los salarios futuros (VPSF), mdp."),
        "pasivos": arg(_CONCEPTOS, "Dos columnas: concepto y monto del pasivo, mdp."),
        "otros_activos": arg(
            _CONCEPTOS,
            "Dos columnas: concepto y monto; en SIV, la pensión garantizada a cargo del Gobierno "
            "Federal.",
        ),
    },
    devuelve="Tabla concepto, monto, fraccion_vpsf. Déficit positivo, superávit negativo.",
    ejemplo="=BALANCE_ACTUARIAL(12442,0.0197,61718390,A5:B13)",
    fuente="IFA 2005, cuadros II.4, II.10 y II.27; IFA 2010, cuadros I.5, II.12 y III.5.",
)
def balance_actuarial(
    reserva: float, prima_ingreso: float, vpsf: float, pasivos: Any, otros_activos: Any = ()
) -> Any:
    """See :func:`pymodel.balance.balance_actuarial`."""
    return salida.tabla(
        ["concepto", "monto", "fraccion_vpsf"],
        balance.balance_actuarial(reserva, prima_ingreso, vpsf, pasivos, otros_activos),
    )
