"""Illustrative cases of the sheet Cartera; none is of a document."""

from __future__ import annotations

from typing import Any

# Tipo, age, sex, daily wage, and what else the case has.
_EJEMPLOS: tuple[tuple[str, int | None, str | None, int, dict[str, Any]], ...] = (
    ("invalidez", 45, "H", 200, {"conyuge": 43, "hijos": (12, 9), "saldo": 150_000}),
    ("invalidez", 52, "M", 310, {"conyuge": 55, "saldo": 240_000}),
    ("invalidez", 38, "H", 180, {"conyuge": 36, "hijos": (10, 7, 2), "saldo": 60_000}),
    ("invalidez", 60, "H", 420, {"saldo": 900_000}),
    ("invalidez", 33, "M", 150, {"hijos": (5,), "saldo": 35_000}),
    ("invalidez", 41, "H", 260, {"ascendiente": 70, "saldo": 120_000}),
    ("invalidez", 57, "H", 650, {"conyuge": 54, "hijos": (20,), "saldo": 700_000}),
    ("invalidez", 48, "M", 230, {"conyuge": 50, "bases": "2015", "saldo": 160_000}),
    ("ipt", 36, "H", 240, {"conyuge": 34, "hijos": (8, 4), "saldo": 80_000}),
    ("ipt", 50, "H", 380, {"conyuge": 47, "saldo": 300_000}),
    ("ipt", 29, "M", 170, {"hijos": (3,), "saldo": 20_000}),
    ("ipp", 40, "H", 300, {"grado": 65, "conyuge": 38, "saldo": 150_000}),
    ("ipp", 44, "M", 210, {"grado": 40, "saldo": 110_000}),
    ("ipp", 31, "H", 190, {"grado": 80, "saldo": 30_000, "bases": "RCS"}),
    ("viudez", None, None, 280, {"conyuge": 49, "seguro": "IV", "saldo": 180_000}),
    (
        "viudez_orfandad",
        None,
        None,
        220,
        {"conyuge": 35, "hijos": (11, 6), "seguro": "IV", "saldo": 90_000},
    ),
    (
        "viudez_orfandad",
        None,
        None,
        340,
        {"conyuge": 40, "hijos": (14, 9, 1), "seguro": "RT", "saldo": 140_000},
    ),
    ("orfandad", None, None, 200, {"hijos": (13, 10), "seguro": "IV", "saldo": 70_000}),
    ("orfandad", None, None, 260, {"hijos": (4,), "seguro": "RT", "saldo": 50_000}),
    ("ascendencia", None, None, 230, {"ascendiente": 68, "seguro": "IV", "saldo": 95_000}),
)


def renglones(pension_garantizada: float) -> list[list[Any]]:
    """Cases in the order of ``plano.COLUMNAS_CARTERA``; the floor only in IV."""
    filas: list[list[Any]] = []
    for i, (tipo, edad, sexo, salario, mas) in enumerate(_EJEMPLOS, start=1):
        hijos = (*mas.get("hijos", ()), None, None, None)[:3]
        conyuge, padre = mas.get("conyuge"), mas.get("ascendiente")
        iv = tipo == "invalidez" or mas.get("seguro") == "IV"
        filas.append(
            [
                *(f"C{i:03}", tipo, edad, sexo, salario, mas.get("grado"), mas.get("seguro")),
                *(conyuge, None if conyuge is None else "H" if sexo == "M" else "M"),
                *(c for h, s in zip(hijos, "HMH", strict=True) for c in (h, h and s)),
                *(padre, padre and "M"),
                *(pension_garantizada if iv else None, mas["saldo"], mas.get("bases")),
            ]
        )
    return filas
