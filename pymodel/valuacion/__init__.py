"""Valuations of the IFA reports re-run from their printed flows, and scenarios on them."""

from pymodel.valuacion.calculo import Valuacion, valuar
from pymodel.valuacion.casos import CASOS, PROPIO, Caso, Componente, caso
from pymodel.valuacion.escenarios import BASE, ESCENARIOS, GRUPOS, Escenario, valuar_escenario
from pymodel.valuacion.flujos import Flujos, anualizar, impresos
from pymodel.valuacion.publicado import Publicado, publicado
from pymodel.valuacion.supuestos import Supuestos, supuestos_base

__all__ = [
    "BASE",
    "CASOS",
    "ESCENARIOS",
    "GRUPOS",
    "PROPIO",
    "Caso",
    "Componente",
    "Escenario",
    "Flujos",
    "Publicado",
    "Supuestos",
    "Valuacion",
    "anualizar",
    "caso",
    "impresos",
    "publicado",
    "supuestos_base",
    "valuar",
    "valuar_escenario",
]
