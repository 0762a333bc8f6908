"""The monto constitutivo against a Monte Carlo of the lives of the family (issue, item 8 a)."""

from __future__ import annotations

from dataclasses import replace

import ingenuo
import pytest
from familias import Ejemplo, Pariente, al_azar
from modelo import calcular_uno
from simulacion import Estimacion, simular

ERRORES_ESTANDAR = 4.0


def simulables(n: int, semilla: int) -> list[Ejemplo]:
    """Draw `n` cases with relatives whose rules are histories of lives."""
    casos = [
        c
        for c in al_azar(20 * n, semilla)
        if c.familia
        and c.opciones.get("pagos") != "11/24"
        and c.opciones.get("desercion") != "edad_alcanzada"
    ]
    assert len(casos) >= n
    return casos[:n]


def dentro(valor: float, estimado: Estimacion) -> bool:
    # The second term is the rounding of the means: some amounts are the same in every history.
    margen = ERRORES_ESTANDAR * estimado.error + 1e-10 * abs(estimado.media)
    return abs(valor - estimado.media) <= margen


def comparar(caso: Ejemplo, historias: int, semilla: int) -> None:
    simulado = simular(caso, historias, semilla)
    for quien in (calcular_uno, ingenuo.monto_constitutivo):
        calculado = quien(caso)
        for concepto, estimado in simulado.items():
            donde = (quien.__module__, concepto, calculado[concepto], estimado)
            assert dentro(calculado[concepto], estimado), donde


CORTOS = simulables(5, semilla=2005)
LARGOS = simulables(40, semilla=2010)


@pytest.mark.parametrize("i", range(len(CORTOS)))
def test_cinco_familias(i: int) -> None:
    comparar(CORTOS[i], 20_000, semilla=i)


@pytest.mark.largo
@pytest.mark.parametrize("i", range(len(LARGOS)))
def test_cuarenta_familias(i: int) -> None:
    comparar(LARGOS[i], 150_000, semilla=1000 + i)


def test_la_muestra_larga_cubre_los_casos() -> None:
    assert {c.tipo for c in LARGOS} == {
        *("invalidez", "ipt", "ipp", "viudez", "viudez_orfandad", "orfandad", "ascendencia")
    }
    assert {c.bases for c in LARGOS} == {"1997", "2009", "2015", "RCS"}
    assert any(p.invalido for c in LARGOS for p in c.familia)
    assert {k for c in LARGOS for k in c.opciones} >= {
        *("tabla_activos", "tabla_invalidos", "tabla_invalidez_hijos", "factores_mejora", "fecha")
    }
    assert {p.orfandad for c in LARGOS for p in c.familia} >= {"sencilla", "doble"}
    con_sobrevivencia = [
        c for c in LARGOS if c.tipo in ("invalidez", "ipt") and c.opciones.get("sobrevivencia", 1)
    ]
    assert len(con_sobrevivencia) >= 5


def test_hijos_que_pueden_quedar_invalidos() -> None:
    """A large PSIH, so that the simulation would see it wrong, with the user's own mortality."""
    tasas = tuple((x, 0.03, 0.02) for x in range(25))
    familia = (
        Pariente("conyuge", 44, "M"),
        Pariente("hijo", 3, "H"),
        Pariente("hijo", 14, "M", estudia=False),
        Pariente("hijo", 20, "M", orfandad="doble"),
    )
    opciones = {
        "tabla_invalidez_hijos": tasas,
        "tabla_invalidos": tuple((x, 0.0005 * 1.09 ** (x - 15), 0.01) for x in range(15, 100)),
        "factores_mejora": tuple((x, 0.985, 0.99) for x in range(101)),
    }
    for tipo in ("invalidez", "ipt", "viudez_orfandad"):
        caso = Ejemplo(tipo, 50, "H", 400.0, familia, "2015", opciones=opciones)
        comparar(caso, 20_000, semilla=8)
        sin = replace(caso, opciones={**opciones, "tabla_invalidez_hijos": None})
        assert calcular_uno(caso)["MCSS"] > 1.05 * calcular_uno(sin)["MCSS"]


def test_la_simulacion_ve_un_error_de_uno_por_ciento() -> None:
    """Four standard errors are narrow enough to see it."""
    caso = Ejemplo("viudez", 60, "H", 400.0, (Pariente("conyuge", 55, "M"),), "2009")
    estimado = simular(caso, 150_000, semilla=3)["MCSS"]
    bueno = ingenuo.monto_constitutivo(caso)["MCSS"]
    assert dentro(bueno, estimado)
    assert not dentro(bueno * 1.01, estimado)
    assert not dentro(bueno / 1.01, estimado)


@pytest.mark.parametrize("opciones", [{"pagos": "11/24"}, {"desercion": "edad_alcanzada"}])
def test_lo_que_no_es_una_historia_de_vidas_se_rechaza(opciones: dict[str, str]) -> None:
    caso = Ejemplo("orfandad", 40, "H", 300.0, (Pariente("hijo", 3, "M"),), "2009", 0.035, opciones)
    with pytest.raises(ValueError, match=r"history of lives|certain payments"):
        simular(caso, 10, semilla=1)
