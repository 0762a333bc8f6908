from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.testing import assert_allclose

from pymodel import finanzas, primas
from pymodel.errores import DatoInvalido

pocos = settings(max_examples=60, deadline=None)

montos = st.just(0.0) | st.floats(0.01, 1e6)
masas = st.floats(1.0, 1e8)
tasas = st.floats(-0.05, 0.2)
convenciones = st.sampled_from(finanzas.CONVENCIONES)


@st.composite
def carteras(draw, minimo=1, maximo=50):
    """Expenditure and wages of the same years."""
    n = draw(st.integers(minimo, maximo))
    gasto = draw(st.lists(montos, min_size=n, max_size=n))
    masa = draw(st.lists(masas, min_size=n, max_size=n))
    return gasto, masa


@st.composite
def componentes(draw):
    """Expenditure by component (n, k) and wages (n,)."""
    n, k = draw(st.integers(2, 30)), draw(st.integers(2, 4))
    fila = st.lists(montos, min_size=k, max_size=k)
    gasto = draw(st.lists(fila, min_size=n, max_size=n))
    return gasto, draw(st.lists(masas, min_size=n, max_size=n))


# A small fund, in whole mdp, that can be followed with pencil and paper.
GASTO = [6191, 6318, 6535, 7008]
MASA = [854395, 897523, 941812, 987031]


def vp_exacto(flujo, tasa: Fraction, primer_exponente: int = 1) -> Fraction:
    total = Fraction(0)
    for t, f in enumerate(flujo):
        total += Fraction(f) / (1 + tasa) ** (t + primer_exponente)
    return total


# --- prima de gasto y promedio ------------------------------------------------------------------


@pocos
@given(carteras())
def test_pay_as_you_go_premium_pays_each_year(cartera):
    gasto, masa = cartera
    assert_allclose(primas.prima_gasto(gasto, masa) * np.array(masa), gasto, rtol=1e-12)


def test_pay_as_you_go_premium_by_component():
    por_componente = primas.prima_gasto([[1, 2], [3, 4]], [10, 20])
    assert por_componente.tolist() == [[0.1, 0.2], [0.15, 0.2]]


@pocos
@given(carteras())
def test_average_is_the_ratio_of_the_sums(cartera):
    gasto, masa = cartera
    exacta = sum(map(Fraction, gasto)) / sum(map(Fraction, masa))
    assert primas.prima_promedio(gasto, masa) == pytest.approx(float(exacta), rel=1e-12)


def test_average_is_not_the_mean_of_the_ratios():
    assert primas.prima_promedio([1, 1], [10, 90]) == pytest.approx(0.02)
    assert primas.prima_promedio([[1, 2], [3, 4]], [10, 10]).tolist() == [0.2, 0.3]


# --- prima nivelada -----------------------------------------------------------------------------


@pytest.mark.parametrize(("convencion", "primer_exponente"), [("fin", 1), ("inicio", 0)])
def test_level_premium_against_exact_fractions(convencion, primer_exponente):
    i = Fraction("0.035")
    esperada = (vp_exacto(GASTO, i, primer_exponente) - 5000) / vp_exacto(MASA, i, primer_exponente)
    calculada = primas.prima_nivelada(GASTO, MASA, 0.035, reserva=5000, convencion=convencion)
    assert calculada == pytest.approx(float(esperada), rel=1e-14)


@pocos
@given(carteras(), tasas, montos, convenciones)
def test_premium_times_wages_finances_expenditure(cartera, tasa, reserva, convencion):
    gasto, masa = cartera
    prima = primas.prima_nivelada(gasto, masa, tasa, reserva=reserva, convencion=convencion)
    vp_gasto = finanzas.valor_presente(gasto, tasa, convencion=convencion)
    vp_masa = finanzas.valor_presente(masa, tasa, convencion=convencion)
    assert prima * vp_masa + reserva == pytest.approx(vp_gasto, rel=1e-10, abs=1e-6)


@pocos
@given(componentes(), tasas, convenciones)
def test_components_add_up_to_the_total(cartera, tasa, convencion):
    gasto, masa = cartera
    por_componente = primas.prima_nivelada(gasto, masa, tasa, convencion=convencion)
    total = primas.prima_nivelada(np.sum(gasto, axis=1), masa, tasa, convencion=convencion)
    assert por_componente.shape == (len(gasto[0]),)
    assert por_componente.sum() == pytest.approx(total, rel=1e-12)


@pocos
@given(componentes(), tasas)
def test_components_are_single_calls(cartera, tasa):
    gasto, masa = cartera
    k = len(gasto[0])
    reservas, colas = list(range(1, k + 1)), list(range(k, 0, -1))
    juntas = primas.prima_nivelada(gasto, masa, tasa, reserva=reservas, vp_cola_gasto=colas)
    sueltas = [
        primas.prima_nivelada(g, masa, tasa, reserva=r, vp_cola_gasto=c)
        for g, r, c in zip(zip(*gasto, strict=True), reservas, colas, strict=True)
    ]
    assert_allclose(juntas, sueltas, rtol=1e-11, atol=1e-15)


@pocos
@given(carteras(), tasas, montos, st.floats(1e-3, 1e3))
def test_unit_of_money_does_not_matter(cartera, tasa, reserva, escala):
    gasto, masa = (np.array(x) for x in cartera)
    prima = primas.prima_nivelada(gasto, masa, tasa, reserva=reserva)
    en_otra_unidad = primas.prima_nivelada(
        gasto * escala, masa * escala, tasa, reserva=reserva * escala
    )
    assert en_otra_unidad == pytest.approx(prima, rel=1e-9, abs=1e-15)


@pocos
@given(carteras(), tasas)
def test_convention_does_not_change_a_premium_without_reserve(cartera, tasa):
    """Both sides move by the same factor: only a reserve or a tail tells them apart."""
    primas_por_convencion = [
        primas.prima_nivelada(*cartera, tasa, convencion=c) for c in finanzas.CONVENCIONES
    ]
    assert_allclose(primas_por_convencion, primas_por_convencion[0], rtol=1e-12)


@pocos
@given(carteras(), tasas, st.data())
def test_horizon_is_the_first_years(cartera, tasa, data):
    gasto, masa = cartera
    n = data.draw(st.integers(1, len(gasto)))
    con_horizonte = primas.prima_nivelada(gasto, masa, tasa, horizonte=n)
    assert con_horizonte == primas.prima_nivelada(gasto[:n], masa[:n], tasa)


@pocos
@given(carteras(), st.floats(0.02, 0.15), st.floats(0.015, 0.1))
def test_perpetuity_closes_both_sides(cartera, tasa, diferencia):
    gasto, masa = cartera
    g = tasa - diferencia
    siguientes = (1 + g) ** np.arange(1, 4001)
    largo = primas.prima_nivelada(
        np.concatenate([gasto, gasto[-1] * siguientes]),
        np.concatenate([masa, masa[-1] * siguientes]),
        tasa,
    )
    cerrada = primas.prima_nivelada(gasto, masa, tasa, crecimiento_perpetuo=g)
    assert cerrada == pytest.approx(largo, rel=1e-8)


@pocos
@given(carteras(), tasas, montos, masas)
def test_tails_are_added_on_each_side(cartera, tasa, cola_gasto, cola_masa):
    gasto, masa = cartera
    prima = primas.prima_nivelada(
        gasto, masa, tasa, vp_cola_gasto=cola_gasto, vp_cola_masa=cola_masa
    )
    vp_gasto = finanzas.valor_presente(gasto, tasa) + cola_gasto
    vp_masa = finanzas.valor_presente(masa, tasa) + cola_masa
    assert prima == pytest.approx(vp_gasto / vp_masa, rel=1e-12)


@pocos
@given(carteras(), tasas, montos)
def test_pmn_is_the_level_premium_at_the_start_of_the_year(cartera, tasa, reserva):
    pmn = primas.prima_media_nivelada(*cartera, tasa, reserva=reserva)
    assert pmn == primas.prima_nivelada(*cartera, tasa, reserva=reserva, convencion="inicio")


@pytest.mark.parametrize(
    ("argumentos", "mensaje"),
    [
        ({"masa_salarial": [1, 2, 3]}, "gasto y masa_salarial: se encontró 4 y 3 valores"),
        ({"masa_salarial": [1, 2, 0, 4]}, "masa_salarial, valor 3: .*mayor que 0"),
        ({"masa_salarial": [1, 2, -3, 4]}, "masa_salarial, valor 3: se encontró -3"),
        ({"masa_salarial": np.ones((4, 2))}, "masa_salarial: .*una sola columna"),
        ({"tasa": 3.5}, "tasa: .*¿quiso decir 0.035"),
        ({"crecimiento_perpetuo": 0.04}, "crecimiento_perpetuo: .*diverge"),
        (
            {"crecimiento_perpetuo": 0.01, "vp_cola_gasto": 1},
            "crecimiento_perpetuo y vp_cola_gasto",
        ),
        ({"crecimiento_perpetuo": 0.01, "vp_cola_masa": 1}, "crecimiento_perpetuo y vp_cola_masa"),
        ({"horizonte": 5}, "horizonte: se encontró 5; se esperaba un entero entre 1 y 4"),
        ({"horizonte": 0}, "horizonte: "),
        ({"horizonte": 2.5}, "horizonte: "),
        ({"reserva": [1, 2]}, "reserva: se encontró 2 valores; se esperaba un solo valor"),
        ({"reserva": float("nan")}, "reserva: .*finito"),
        ({"vp_cola_masa": float("inf")}, "vp_cola_masa: .*finito"),
        ({"vp_cola_masa": -1e9}, "vp_cola_masa: .*masa salarial futura mayor que 0"),
    ],
)
def test_level_premium_refuses(argumentos, mensaje):
    datos = {"gasto": GASTO, "masa_salarial": MASA, "tasa": 0.035, **argumentos}
    with pytest.raises(DatoInvalido, match=f"^{mensaje}"):
        primas.prima_nivelada(**datos)


@pytest.mark.parametrize("nombre", ["reserva", "vp_cola_gasto"])
@pytest.mark.parametrize("valor", [5, [5], [1, 2, 3]])
def test_one_amount_for_several_components_is_refused(nombre, valor):
    with pytest.raises(DatoInvalido, match=f"^{nombre}: .*0 o 2 valores"):
        primas.prima_nivelada([[1, 2], [3, 4]], [10, 20], 0.035, **{nombre: valor})


# --- prima escalonada ---------------------------------------------------------------------------


@pocos
@given(carteras(), tasas, st.integers(0, 100))
def test_one_step_is_the_level_premium(cartera, tasa, de_mas):
    gasto, masa = cartera
    escalonada = primas.prima_escalonada(gasto, masa, tasa, len(gasto) + de_mas)
    assert_allclose(escalonada, primas.prima_nivelada(gasto, masa, tasa), rtol=1e-12)
    assert escalonada.shape == (len(gasto),)


@pocos
@given(carteras(minimo=2), tasas, st.integers(1, 12))
def test_each_step_is_the_level_premium_of_its_years(cartera, tasa, anios):
    gasto, masa = cartera
    escalonada = primas.prima_escalonada(gasto, masa, tasa, anios)
    for inicio in range(0, len(gasto), anios):
        bloque = slice(inicio, inicio + anios)
        del_bloque = primas.prima_nivelada(gasto[bloque], masa[bloque], tasa)
        assert_allclose(escalonada[bloque], del_bloque, rtol=1e-11)


@pocos
@given(carteras(), st.integers(1, 12))
def test_steps_at_rate_zero_are_ratios_of_sums(cartera, anios):
    gasto, masa = cartera
    escalonada = primas.prima_escalonada(gasto, masa, 0.0, anios)
    for inicio in range(0, len(gasto), anios):
        bloque = slice(inicio, inicio + anios)
        assert_allclose(escalonada[bloque], sum(gasto[bloque]) / sum(masa[bloque]), rtol=1e-12)


def test_steps_by_hand_with_a_short_last_one():
    escalonada = primas.prima_escalonada([1, 3, 5, 7, 9], [10, 10, 20, 20, 30], 0.0, 2)
    assert escalonada.tolist() == [0.2, 0.2, 0.3, 0.3, 0.3]


def test_a_step_longer_than_memory_is_just_one_step():
    assert primas.prima_escalonada([1, 3], [10, 10], 0.0, 10**12).tolist() == [0.2, 0.2]


@pytest.mark.parametrize("anios", [0, -1, 1.5])
def test_steps_are_whole_years(anios):
    with pytest.raises(DatoInvalido, match=r"^anios: .*un entero de 1 o más"):
        primas.prima_escalonada([1, 3], [10, 10], 0.0, anios)


# --- reserva ------------------------------------------------------------------------------------


def test_reserve_by_hand():
    ruta = primas.reserva_proyectada(100, 0.1, [20, 60], [300, 400], 0.05)
    assert ruta.ingreso.tolist() == [30, 40]
    assert ruta.gasto.tolist() == [20, 60]
    assert ruta.rendimiento.tolist() == [5, 5.75]
    assert ruta.reserva.tolist() == [115, 100.75]


def test_reserve_against_exact_fractions():
    saldo, i, prima = Fraction(5000), Fraction("0.035"), Fraction("0.0075")
    esperado = []
    for g, s in zip(GASTO, MASA, strict=True):
        saldo = saldo * (1 + i) + prima * s - g
        esperado.append(float(saldo))
    calculado = primas.reserva_proyectada(5000, 0.0075, GASTO, MASA, 0.035).reserva
    assert calculado.tolist() == pytest.approx(esperado, rel=1e-12)


@pocos
@given(carteras(), st.floats(0.0, 0.1), montos)
def test_level_premium_exhausts_the_reserve_at_the_horizon(cartera, tasa, reserva):
    gasto, masa = cartera
    prima = primas.prima_nivelada(gasto, masa, tasa, reserva=reserva)
    if abs(prima) >= 1:
        return
    ruta = primas.reserva_proyectada(reserva, prima, gasto, masa, tasa)
    escala = (reserva + sum(gasto)) * (1 + tasa) ** len(gasto) + 1
    assert abs(ruta.reserva[-1]) <= 1e-9 * escala


@pocos
@given(carteras(), tasas, st.floats(-0.5, 0.5), st.floats(-1e6, 1e6))
def test_reserve_moves_by_its_four_columns(cartera, tasa, prima, inicial):
    ruta = primas.reserva_proyectada(inicial, prima, *cartera, tasa)
    anterior = np.concatenate([[inicial], ruta.reserva[:-1]])
    escala = np.abs(ruta.reserva).max() + np.abs(anterior).max() + 1
    assert_allclose(
        anterior + ruta.ingreso - ruta.gasto + ruta.rendimiento,
        ruta.reserva,
        rtol=0,
        atol=1e-12 * escala,
    )


# --- suficiencia --------------------------------------------------------------------------------


def test_sufficiency_by_hand():
    s = primas.suficiencia(0.02, 0.025, 1000)
    assert (s.suficiente, s.margen, s.razon) == (True, pytest.approx(0.005), pytest.approx(0.8))
    assert s.monto == pytest.approx(5)
    assert primas.suficiencia(0.02, 0.025, [400, 600]).monto == pytest.approx(5)
    assert primas.suficiencia(0.02, 0.025).monto is None
    assert primas.suficiencia(-0.001, 0.025).suficiente


@pocos
@given(st.floats(1e-4, 0.5), st.floats(-0.5, 0.5))
def test_sign_of_the_margin_is_the_verdict(ingreso, nivelada):
    s = primas.suficiencia(nivelada, ingreso)
    assert s.suficiente == (s.margen >= 0 or abs(s.margen) <= 1e-12 * ingreso)
    assert s.razon * ingreso == pytest.approx(nivelada, rel=1e-12, abs=1e-300)


@pocos
@given(st.floats(0.001, 0.5), st.lists(masas, min_size=1, max_size=50), tasas)
def test_a_premium_computed_from_itself_is_sufficient(prima, masa, tasa):
    """Expenditure is the premium times wages: equal, but for the last bit of the division."""
    nivelada = primas.prima_nivelada(prima * np.array(masa), masa, tasa)
    assert primas.suficiencia(nivelada, prima).suficiente


def test_a_real_shortage_is_not_rounding():
    assert not primas.suficiencia(0.0250001, 0.025).suficiente


@pytest.mark.parametrize(
    ("argumentos", "mensaje"),
    [
        ((0.02, 0.0), "prima_ingreso: .*mayor que 0"),
        ((0.02, -0.01), "prima_ingreso: .*mayor que 0"),
        ((1.71, 0.025), "prima_nivelada: .*¿quiso decir 0.0171"),
        ((0.0171, 2.5), "prima_ingreso: .*¿quiso decir 0.025"),
        ((0.0171, 0.025, 0.0), "masa_salarial, valor 1: .*mayor que 0"),
    ],
)
def test_sufficiency_refuses(argumentos, mensaje):
    with pytest.raises(DatoInvalido, match=f"^{mensaje}"):
        primas.suficiencia(*argumentos)
