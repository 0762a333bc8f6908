"""Survivors: quotas of the law, cap, redistribution, finiquitos."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.testing import assert_allclose

from pymodel import pensiones
from pymodel.errores import DatoInvalido

pocos = settings(max_examples=80, deadline=None)
seguros = st.sampled_from(pensiones.SEGUROS)
familias = st.tuples(
    st.integers(0, 1), st.integers(0, 6), st.integers(0, 6), st.integers(0, 8)
).filter(any)


@pytest.mark.parametrize(
    ("seguro", "familia", "esperadas"),
    [
        ("iv", (1, 0, 0, 0), (900, 0, 0, 0)),  # art. 131
        ("rt", (1, 0, 0, 0), (400, 0, 0, 0)),  # art. 64-II
        ("iv", (0, 2, 0, 0), (0, 400, 0, 0)),  # art. 135
        ("rt", (0, 0, 3, 0), (0, 0, 900, 0)),  # art. 64-VI
        ("iv", (0, 0, 0, 2), (0, 0, 0, 400)),  # art. 137
        ("rt", (0, 0, 0, 1), (0, 0, 0, 200)),  # art. 66
        ("rt", (1, 3, 0, 0), (400, 600, 0, 0)),  # exactly the cap
        # 0.90 + 2·0.20 = 1.30 of the base, reduced in proportion (art. 144).
        ("iv", (1, 2, 0, 0), (900 / 1.3, 400 / 1.3, 0, 0)),
        # 0.40 + 0.20 + 2·0.30 = 1.20 (art. 66).
        ("rt", (1, 1, 2, 0), (400 / 1.2, 200 / 1.2, 600 / 1.2, 0)),
        # Ascendants have no right while there is a spouse or an orphan.
        ("iv", (1, 0, 0, 2), (900, 0, 0, 0)),
        ("rt", (0, 1, 0, 2), (0, 200, 0, 0)),
    ],
)
def test_by_hand(seguro, familia, esperadas):
    pension = pensiones.pension_sobrevivencia(seguro, 1000, *familia)
    assert pension == pytest.approx(esperadas)
    assert pension.total == pytest.approx(sum(esperadas))


def test_viudez_of_work_risk_is_not_below_that_of_invalidez_y_vida():
    pension = pensiones.pension_sobrevivencia("rt", 1000, 1, 1, 0, 0, viudez_minima_mensual=600)
    assert pension == pytest.approx((600, 200, 0, 0))
    pension = pensiones.pension_sobrevivencia("rt", 1000, 1, 3, 0, 0, viudez_minima_mensual=600)
    assert pension == pytest.approx((500, 500, 0, 0))
    solos = pensiones.pension_sobrevivencia("rt", 1000, 0, 1, 0, 0, viudez_minima_mensual=600)
    assert solos == pytest.approx((0, 200, 0, 0))


@pocos
@given(seguros, st.floats(100, 1e5), familias)
def test_cap_and_proportions(seguro, base, familia):
    pension = np.array(pensiones.pension_sobrevivencia(seguro, base, *familia))
    cuotas = base * pensiones.cuotas_sobrevivencia(seguro, *familia)
    assert pension.sum() <= base * (1 + 1e-12)
    assert (pension <= cuotas * (1 + 1e-12)).all()
    # One factor for all: the ratios between the groups stay those of the law.
    con = cuotas > 0
    assert_allclose(pension[con] / cuotas[con], pension[con][0] / cuotas[con][0])
    if cuotas.sum() <= base:
        assert_allclose(pension, cuotas)
    else:
        assert pension.sum() == pytest.approx(base)


cuotas_y_derechos = st.lists(
    st.tuples(st.sampled_from([0.0, 0.2, 0.3, 0.4, 0.9]), st.booleans()), min_size=1, max_size=8
)


@pocos
@given(cuotas_y_derechos, st.floats(0.3, 1.5))
def test_redistribution_when_rights_end(personas, tope):
    cuotas, siguen = map(np.array, zip(*personas, strict=True))
    antes = pensiones.repartir(cuotas, tope)
    despues = pensiones.repartir(cuotas, tope, siguen)
    assert (despues <= cuotas + 1e-12).all()
    assert despues.sum() <= tope + 1e-12
    assert (despues[~siguen] == 0).all()
    # Nobody who keeps his right loses by it.
    assert (despues[siguen] >= antes[siguen] - 1e-12).all()
    # What is freed is given out: either everybody has his quota or the cap is used up.
    assert despues.sum() == pytest.approx(min(tope, cuotas[siguen].sum()))


def test_redistribution_by_hand():
    # IV, widow and two orphans: 0.90 + 0.20 + 0.20 is cut to 1; one orphan ends.
    antes = pensiones.repartir([0.9, 0.2, 0.2], 1.0)
    assert_allclose(antes, np.array([0.9, 0.2, 0.2]) / 1.3)
    despues = pensiones.repartir([0.9, 0.2, 0.2], 1.0, [1, 1, 0])
    assert_allclose(despues, np.array([0.9, 0.2, 0]) / 1.1)
    solo = pensiones.repartir([0.9, 0.2, 0.2], 1.0, [0, 1, 0])
    assert_allclose(solo, [0, 0.2, 0])


def test_many_families_at_once():
    cuotas = pensiones.cuotas_sobrevivencia("iv", [1, 0, 0], [2, 3, 0], 0, [0, 1, 2])
    assert cuotas.shape == (3, 4)
    repartidas = pensiones.repartir(1000 * cuotas, [1000, 1000, 1000])
    for fila, familia in zip(repartidas, [(1, 2, 0, 0), (0, 3, 0, 1), (0, 0, 0, 2)], strict=True):
        assert_allclose(fila, pensiones.pension_sobrevivencia("iv", 1000, *familia))
    assert_allclose(pensiones.repartir(np.zeros((2, 3)), 1.0), 0)


def test_base_of_the_shares():
    mes = {"dias_mes": 30}
    assert pensiones.base_sobrevivencia("iv", 100, **mes) == pytest.approx(1050)
    piso = {"pension_garantizada_mensual": 1500, **mes}
    assert pensiones.base_sobrevivencia("iv", [100, 200], **piso) == pytest.approx([1500, 2100])
    assert pensiones.base_sobrevivencia("rt", 100, **piso) == pytest.approx(2100)


def test_finiquitos():
    assert pensiones.finiquito_nupcias(900) == 32400  # art. 133 and 66: three annuities
    assert pensiones.finiquito_orfandad([200, 300]) == pytest.approx([600, 900])  # art. 136, 64


@pytest.mark.parametrize(
    ("argumentos", "texto"),
    [
        (("gmp", 1000, 1, 0, 0, 0), "seguro: se encontró «gmp»"),
        (("iv", 0, 1, 0, 0, 0), "base_mensual: se encontró 0"),
        (("iv", "mil", 1, 0, 0, 0), "base_mensual: se encontró «mil»"),
        (("iv", 1000, 2, 0, 0, 0), "viudez: se encontró 2"),
        (("iv", 1000, 1, 0.5, 0, 0), "huerfanos_sencillos: se encontró 0.5"),
        (("iv", 1000, 1, 0, -1, 0), "huerfanos_dobles: se encontró -1"),
        (("iv", 1000, 0, 0, 0, "dos"), "ascendientes: se encontró «dos»"),
        (("iv", 1000, 0, 0, 0, 0), "al menos una persona"),
    ],
)
def test_survivors_refuse(argumentos, texto):
    with pytest.raises(DatoInvalido, match=texto):
        pensiones.pension_sobrevivencia(*argumentos)


def test_minimum_viudez_is_only_of_work_risk():
    with pytest.raises(DatoInvalido, match="sólo cuenta en riesgos de trabajo"):
        pensiones.pension_sobrevivencia("iv", 1000, 1, 0, 0, 0, viudez_minima_mensual=1)
