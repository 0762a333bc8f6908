"""Speed of the montos constitutivos: a portfolio, one call, annuities of all ages.

    python benchmarks/rentas.py

The base of the portfolio is the naive implementation of the tests (Python floats and loops), on
cases of the same kind in the same run; see ``medir.py`` for what these figures are worth.
"""

from __future__ import annotations

import resource
import sys
import time
from functools import partial
from pathlib import Path

import numpy as np

RAIZ = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(RAIZ), str(RAIZ / "tests" / "pymodel" / "rentas")]

import udfs  # noqa: E402  (the project need not be installed)
from benchmarks.medir import Medida, imprimir, mejor  # noqa: E402
from pymodel import rentas  # noqa: E402

CASOS = 200_000
HIJOS = 5
INGENUOS = 12
FAMILIA = [["conyuge", 43, "M"], ["hijo", 12, "H"], ["hijo", 9, "M"]]
EDADES = list(range(111))


def cartera(n: int) -> rentas.Casos:
    """Pensioners with spouse and up to five children, two per cent of them disabled."""
    azar = np.random.default_rng(1997)
    edad = azar.integers(26, 65, n).astype(float)
    hijos = azar.integers(0, 25, (n, HIJOS)).astype(float)
    hijos[azar.random((n, HIJOS)) < 0.3] = np.nan
    return rentas.Casos(
        tipo=azar.choice(["invalidez", "ipt"], n, p=[0.7, 0.3]),
        edad=edad,
        sexo=azar.integers(0, 2, n),
        salario_base_diario=azar.uniform(80, 900, n),
        conyuge_edad=azar.integers(20, 65, n),
        conyuge_sexo=azar.integers(0, 2, n),
        hijos_edad=hijos,
        hijos_sexo=azar.integers(0, 2, (n, HIJOS)),
        hijos_invalido=azar.random((n, HIJOS)) < 0.02,
        hijos_estudia=azar.random((n, HIJOS)) < 0.8,
    )


def portafolio() -> list[Medida]:
    """200,000 cases at once; per case, against the naive implementation."""
    import ingenuo
    from familias import Ejemplo, Pariente

    casos = cartera(CASOS)
    opciones = rentas.Opciones(pension_garantizada_mensual=3000.0)
    valuar = partial(rentas.monto_constitutivo, casos, "1997", 0.035, opciones)
    tiempo = mejor(valuar, 1, 3)
    memoria = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024

    def ejemplo(i: int) -> Ejemplo:
        def persona(parentesco: str, edad: float, sexo: float, *resto: bool) -> Pariente:
            return Pariente(parentesco, int(edad), "HM"[int(sexo)], *resto)

        hijos = [
            persona("hijo", e, s, bool(inv), bool(est))
            for e, s, inv, est in zip(
                casos.hijos_edad[i],
                casos.hijos_sexo[i],
                casos.hijos_invalido[i],
                casos.hijos_estudia[i],
                strict=True,
            )
            if e == e
        ]
        pareja = persona("conyuge", casos.conyuge_edad[i], casos.conyuge_sexo[i])
        return Ejemplo(
            str(casos.tipo[i]),
            int(casos.edad[i]),
            "HM"[int(casos.sexo[i])],
            float(casos.salario_base_diario[i]),
            (pareja, *hijos),
            opciones={"pension_garantizada_mensual": 3000.0},
        )

    pocos = [ejemplo(i) for i in range(INGENUOS)]
    for e in pocos:  # its own caches full
        ingenuo.monto_constitutivo(e)
    inicio = time.perf_counter()
    for e in pocos:
        ingenuo.monto_constitutivo(e)
    base = (time.perf_counter() - inicio) / INGENUOS
    por_caso = tiempo / CASOS
    ritmo, veces = 1 / por_caso, base / por_caso
    return [
        Medida(
            f"Cartera, un caso ({ritmo:,.0f} por segundo)",
            *(por_caso, "ingenua", base, "20,000 por segundo", ritmo >= 20_000),
        ),
        Medida(
            f"Cartera, un caso ({veces:,.0f} veces más rápido)",
            *(por_caso, "ingenua", base, "100 veces", veces >= 100),
        ),
        Medida(
            f"Cartera, {CASOS:,} casos ({memoria:,.0f} MB)",
            *(tiempo, "ingenua, extrapolada", base * CASOS, "menos de 1 GB", memoria < 1024),
        ),
    ]


def tabla(n: int) -> list[list[object]]:
    """A portfolio as a sheet holds it."""
    azar = np.random.default_rng(2010)
    encabezado = ["tipo", "edad", "sexo", "salario_base_diario", "conyuge_edad", "conyuge_sexo"]
    encabezado += ["hijo1_edad", "hijo1_sexo", "hijo2_edad", "hijo2_sexo", "saldo"]
    edades = azar.integers((30, 25, 0, 0), (61, 61, 13, 6), (n, 4)).tolist()
    return [
        encabezado,
        *(["invalidez", x, "H", 350, y, "M", h1, "H", h2, "M", 100_000] for x, y, h1, h2 in edades),
    ]


def llamadas() -> list[Medida]:
    """One call as a cell makes it, against the model without the reading of cells."""
    monto = partial(udfs.monto_constitutivo, "invalidez", 45, "H", 350, FAMILIA)
    caso = rentas.caso("invalidez", 45, "H", 350.0, FAMILIA)
    modelo = partial(rentas.monto_constitutivo, caso)
    t, base = mejor(monto, 100, 10), mejor(modelo, 100, 10)
    mil = partial(udfs.mc_cartera, tabla(1000))
    de_mil = mejor(mil, 2, 5)
    anualidad = partial(udfs.anualidad, "EMSSA-97", EDADES, "H", 0.035)
    una = partial(udfs.anualidad, "EMSSA-97", 45, "H", 0.035)
    todas, sola = mejor(anualidad, 200, 10), mejor(una, 200, 10)
    return [
        Medida("MONTO_CONSTITUTIVO", t, "el modelo", base, "menos de 2 ms", t < 2e-3),
        Medida("MC_CARTERA, 1,000 casos", de_mil, "una llamada", t, "50 llamadas", de_mil < 50 * t),
        Medida("ANUALIDAD, 111 edades", todas, "una edad", sola, "menos de 1 ms", todas < 1e-3),
    ]


if __name__ == "__main__":
    imprimir([*portafolio(), *llamadas()])
