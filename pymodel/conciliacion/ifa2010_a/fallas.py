"""Sections 2.3 and 5 of the digest: checks that fail by a defect of the source, and why."""

from __future__ import annotations

import numpy as np

from pymodel import finanzas, primas
from pymodel.conciliacion.ifa2010_a import mifa, texto
from pymodel.conciliacion.ifa2010_a import valores_presentes as vpr
from pymodel.conciliacion.ifa2010_a.comun import (
    DOS_DECIMALES,
    UN_DECIMAL,
    Ficha,
    anios_columna,
    anual,
    celda,
    ficha,
    fuente,
    numerar,
    numerar_renglones,
    renglon,
    supuesto,
)
from pymodel.conciliacion.registro import Par
from pymodel.validacion import Vector

ESCENARIOS = ("1.5%", "2.0%", "2.5%")
VALOR_II11, PIB_II11 = "Valor presente para el periodo de 50 años", "Porcentaje del PIB de 20101/"
REINDEXADOS = {"1.5%": "crecimiento_costo_gmp_bajo", "2.0%": "crecimiento_costo_gmp_medio"}


def _impreso_ii11(escenario: str) -> float:
    return celda("II.11", VALOR_II11, escenario)


def _pib(escenario: str) -> Ficha:
    return ficha(
        "identidad",
        f"VP de GMP a 50 años en % del PIB de 2010, crecimiento real de {escenario}",
        "% del PIB",
        lambda: (
            celda("II.11", PIB_II11, escenario),
            100.0 * _impreso_ii11(escenario) / texto.valor("pib_2010"),
        ),
        UN_DECIMAL,
        fuente("II.11") + "; L2618",
        falla_esperada="El PIB que cita el cuadro (13,173,172) no da los porcentajes impresos: los "
        "tres exigen uno entre 13,135,100 y 13,151,400.",
    )


def _pib_implicito() -> Par:
    """The three percentages with one GDP, that implied by the largest figure."""
    impresos = np.array([celda("II.11", PIB_II11, e) for e in ESCENARIOS])
    montos = np.array([_impreso_ii11(e) for e in ESCENARIOS])
    return impresos, 100.0 * montos / (100.0 * montos[-1] / impresos[-1])


def _deficit_gmp() -> float:
    """Spending less contributions of 50 years, from the flows, mdp of 2010."""
    aportaciones = supuesto("prima_ingreso_gmp") * vpr.vp("II.10", "a", 50)
    return vpr.vp("II.10", "b", 50) - aportaciones


def _gasto_reindexado(escenario: str) -> Vector:
    """Medical expenditure of 2.5 % growth carried to another growth of the unit cost."""
    gasto = anual("II.10", "b", vpr.METODO)
    razon = (1.0 + supuesto(REINDEXADOS[escenario])) / (1.0 + supuesto("crecimiento_costo_gmp"))
    return gasto * razon ** np.arange(1, gasto.size + 1)


_REINDEXAR = (
    "Reindexar los flujos de 2.5 % con el crecimiento del costo unitario no reproduce el escenario "
    "publicado: debe diferir en algo más, que el informe no dice."
)


def _vp_reindexado(escenario: str) -> Ficha:
    return ficha(
        "modelo",
        f"VP de GMP a 50 años, flujos reindexados a un crecimiento real de {escenario}",
        "mdp de 2010",
        lambda: (
            _impreso_ii11(escenario),
            float(
                finanzas.valor_presente(
                    _gasto_reindexado(escenario)[:50], supuesto("tasa_descuento")
                )
            ),
        ),
        vpr.tolerancia_vp("II.10", "b"),
        fuente("II.11", "II.10"),
        relativa=True,
        metodo=vpr.METODO,
        falla_esperada=_REINDEXAR,
    )


def _pn_reindexada(escenario: str) -> Ficha:
    return ficha(
        "modelo",
        f"Prima nivelada de GMP a 100 años, flujos reindexados a un crecimiento de {escenario}",
        vpr.PUNTOS,
        lambda: (
            celda("II.13", escenario, "100 años"),
            100.0
            * float(
                primas.prima_nivelada(
                    _gasto_reindexado(escenario),
                    anual("II.10", "a", vpr.METODO),
                    supuesto("tasa_descuento"),
                )
            ),
        ),
        DOS_DECIMALES,
        fuente("II.13", "II.10"),
        metodo=vpr.METODO,
        falla_esperada=_REINDEXAR,
    )


def _deficit() -> list[Ficha]:
    return [
        ficha(
            "identidad",
            "«Valor presente del déficit» de GMP a 50 años = VP del gasto total (cuadro II.10)",
            "mdp de 2010",
            lambda: (_impreso_ii11("2.5%"), vpr.vp_impreso("II.10", "b", 50)),
            0.0,
            fuente("II.11", "II.10"),
        ),
        ficha(
            "modelo",
            "«Valor presente del déficit» de GMP a 50 años contra gasto menos aportaciones",
            "mdp de 2010",
            lambda: (_impreso_ii11("2.5%"), _deficit_gmp()),
            vpr.tolerancia_vp("II.10", "b"),
            fuente("II.11", "II.10") + "; L2560-2564",
            relativa=True,
            metodo=vpr.METODO,
            falla_esperada="La cifra impresa es el gasto total, no el déficit: restar las "
            "aportaciones de 1.5 % del VPSF deja 6.78 billones.",
        ),
    ]


def _cop() -> Ficha:
    return ficha(
        "identidad",
        "COP entre ingresos totales de 2011: SEM-Total",
        "%",
        lambda: (
            texto.valor("sem_cop_entre_ingresos_2011"),
            float(
                100.0
                * renglon("II.4", "Cuotas obrero-patronales")[0]
                / renglon("II.4", "Ingresos totales")[0]
            ),
        ),
        UN_DECIMAL,
        f"{fuente('II.4')}; {texto.CIFRAS['sem_cop_entre_ingresos_2011'].lineas}",
        falla_esperada="El cuadro II.4 da 67.06 %; contra los ingresos del cuadro II.2 harían "
        "falta COP de 108,435, que no se imprimen.",
    )


def _afirmaciones() -> list[Ficha]:
    """Defects 5 and 6: figures of the prose that its own table contradicts."""
    return [
        ficha(
            "identidad",
            "PC del SEM-Total en 2025, según las conclusiones",
            mifa.PUNTOS,
            lambda: (
                texto.valor("pc_sem_2025"),
                float(renglon("II.4", mifa.PC)[list(anios_columna("II.4")).index(2025)]),
            ),
            UN_DECIMAL,
            f"{fuente('II.4')}; {texto.CIFRAS['pc_sem_2025'].lineas}",
            falla_esperada="El cuadro II.4 tiene 11.4 % en 2025; el 11.2 % es de 2030 (L1788).",
        ),
        ficha(
            "identidad",
            "Salario de equilibrio de GMP en 2050 en veces el SMGDF, según el texto",
            "veces el SMGDF",
            lambda: (
                texto.valor("sbce_gmp_2050_veces"),
                float(renglon("II.6", mifa.VECES[mifa.SBC_E])[-1]),
            ),
            UN_DECIMAL,
            f"{fuente('II.6')}; {texto.CIFRAS['sbce_gmp_2050_veces'].lineas}",
            falla_esperada="El cuadro II.6 y las conclusiones (L2851) tienen 32.2 veces.",
        ),
    ]


S23 = numerar_renglones(
    "2.3",
    [
        [
            *(_pib(e) for e in ESCENARIOS),
            ficha(
                "calibrado",
                "VP de GMP a 50 años en % del PIB, tres escenarios con un mismo PIB",
                "% del PIB",
                _pib_implicito,
                UN_DECIMAL,
                fuente("II.11"),
                nota="Constante calibrada: el PIB implícito en el escenario de 2.5 %.",
            ),
        ],
        _deficit(),
        [
            *(_vp_reindexado(e) for e in REINDEXADOS),
            *(_pn_reindexada(e) for e in REINDEXADOS),
        ],
        [_cop()],
    ],
)
# Numbered as in the digest's list of source defects.
S5 = numerar("5", _afirmaciones(), desde=5)
