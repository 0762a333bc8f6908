"""The columns and codes that the guide lists are those that the jobs read."""

from pathlib import Path

import pytest

from pymodel.cobertura import imputacion
from pymodel.cobertura.columnas import PERSONAS
from pymodel.padron import clasificacion
from pymodel.padron.columnas import familias

GUIA = (Path(__file__).parent.parent / "docs" / "guia_cobertura.md").read_text(encoding="utf-8")


def renglon(c):
    if c.texto:
        valores = "texto"
    elif c.traducir:
        valores = f"{c.minimo} a {c.maximo}, o nombre o abreviatura"
    elif c.codigos:
        valores = "; ".join(f"{k} {v}" for k, v in c.codigos.items())
    elif c.decimal:
        valores = "número mayor que 0"
    else:
        otros = "".join(f"; {k} {v}" for k, v in c.admite.items())
        valores = f"{c.minimo} a {c.maximo}{otros}"
    falta = "puede faltar" if c.opcional else "puede ir vacía" if c.admite_vacio else "sí"
    return f"| `{c.nombre}` | {c.ayuda} | {valores} | {falta} |"


def codigos(nombre, valores):
    return f"`{nombre}`: " + "; ".join(f"{k} {v}" for k, v in valores.items())


ESPERADO = [
    *(renglon(c) for c in PERSONAS),
    *(renglon(c) for c in familias()),
    codigos("regla", imputacion.REGLAS),
    codigos("clase", imputacion.CLASES),
    codigos("hogar", clasificacion.HOGARES),
    codigos("caso", clasificacion.CASOS),
    codigos("regimen", clasificacion.REGIMENES),
]


@pytest.mark.parametrize("linea", ESPERADO)
def test_columns_and_codes_are_in_the_guide(linea):
    assert linea in GUIA
