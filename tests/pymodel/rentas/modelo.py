"""The model as the checks see it: a case in, its amounts by name out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
from familias import Ejemplo

from pymodel import rentas

CONCEPTOS = ("PBSI", "PBSS", "PFH", "PSIH_SI", "PSIH_SS", "MCSI", "MCSS", "MC")
# Options that `Casos` holds as a field of each case; the others are the same for all of a call.
POR_CASO = (
    "ayuda_asistencial",
    "margen",
    "gastos",
    "facbi",
    "pension_garantizada_mensual",
    "grado",
    "cuantia_basica_mensual",
    "pagos_vencidos",
)


def calcular_uno(c: Ejemplo) -> dict[str, float]:
    """Value one case from the rows of its family, as a cell would."""
    casos = rentas.caso(c.tipo, c.edad, c.sexo, c.salario, c.beneficiarios())
    d = rentas.monto_constitutivo(casos, c.bases, c.tasa, rentas.Opciones(**c.opciones))
    return _importes(d, 0) | {"MC_sin_garantia": float(d.MC_sin_garantia[0])}


def _importes(d: rentas.Desglose, i: int) -> dict[str, float]:
    # What is not included adds nothing to the MC.
    return {k: float(np.nan_to_num(getattr(d, k)[i])) for k in CONCEPTOS}


def calcular(ejemplos: Iterable[Ejemplo]) -> list[dict[str, float]]:
    return [calcular_uno(c) for c in ejemplos]


def calcular_cartera(ejemplos: Sequence[Ejemplo]) -> list[dict[str, float]]:
    """Value many cases in one call; bases, rate and common options are those of the first one."""
    n = len(ejemplos)
    m = max(sum(p.es_hijo for p in c.familia) for c in ejemplos)
    campos: dict[str, Any] = {
        "tipo": [c.tipo for c in ejemplos],
        "edad": [float(c.edad) for c in ejemplos],
        "sexo": [float(c.sexo == "M") for c in ejemplos],
        "salario_base_diario": [c.salario for c in ejemplos],
        "seguro": [c.opciones.get("seguro", "") for c in ejemplos],
    }
    grupos = {"conyuge": 1, "hijos": m, "ascendientes": 2}
    for grupo, ancho in grupos.items():
        for dato in ("edad", "sexo", "invalido", "estudia", "orfandad"):
            if dato in ("estudia", "orfandad") and grupo != "hijos":
                continue
            campos[f"{grupo}_{dato}"] = np.full((n, ancho), np.nan if dato == "edad" else 0.0)
    for i, c in enumerate(ejemplos):
        vistos = dict.fromkeys(grupos, 0)
        for p in c.familia:
            grupo = "hijos" if p.es_hijo else "conyuge" if p.es_conyuge else "ascendientes"
            j = vistos[grupo]
            vistos[grupo] += 1
            campos[f"{grupo}_edad"][i, j] = p.edad
            campos[f"{grupo}_sexo"][i, j] = p.sexo == "M"
            campos[f"{grupo}_invalido"][i, j] = p.invalido
            if p.es_hijo:
                campos["hijos_estudia"][i, j] = p.estudia
                campos["hijos_orfandad"][i, j] = p.orfandad == "doble"
    for campo in [k for k in campos if k.startswith("conyuge")]:
        campos[campo] = campos[campo][:, 0]
    for nombre in POR_CASO:
        campos[nombre] = [c.opciones.get(nombre, np.nan) for c in ejemplos]
    primero = ejemplos[0]
    comunes = {k: v for k, v in primero.opciones.items() if k not in (*POR_CASO, "seguro")}
    d = rentas.monto_constitutivo(
        rentas.Casos(**campos), primero.bases, primero.tasa, rentas.Opciones(**comunes)
    )
    return [_importes(d, i) for i in range(n)]
