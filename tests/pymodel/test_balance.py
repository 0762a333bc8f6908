import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pymodel import balance
from pymodel.errores import DatoInvalido

pocos = settings(max_examples=60, deadline=None)

montos = st.just(0.0) | st.floats(-1e7, 1e7).filter(lambda x: abs(x) > 0.01)
nombres = st.text(st.characters(categories=["L"]), min_size=1, max_size=12)
conceptos = st.lists(st.tuples(nombres, montos), min_size=1, max_size=8)


def por_concepto(renglones):
    return {r.concepto: r.monto for r in renglones}


def test_rows_and_order():
    renglones = balance.balance_actuarial(
        12, 0.02, 1000, [("Pensiones", 50), ("Subsidios", 10)], [("Pensión garantizada", 5)]
    )
    assert [(r.concepto, r.monto, pytest.approx(r.fraccion_vpsf)) for r in renglones] == [
        ("Reserva", 12, 0.012),
        ("Aportaciones futuras", 20, 0.02),
        ("Pensión garantizada", 5, 0.005),
        ("Subtotal activo", 37, 0.037),
        ("Déficit/(Superávit)", 23, 0.023),
        ("Total activo", 60, 0.06),
        ("Pensiones", 50, 0.05),
        ("Subsidios", 10, 0.01),
        ("Total pasivo", 60, 0.06),
    ]


def test_surplus_is_negative():
    renglones = por_concepto(balance.balance_actuarial(12, 0.02, 1000, [("Pensiones", 25)]))
    assert renglones["Déficit/(Superávit)"] == -7


@pocos
@given(montos, st.floats(-0.5, 0.5), st.floats(1.0, 1e8), conceptos, conceptos)
def test_both_sides_add_up(reserva, prima, vpsf, pasivos, otros):
    renglones = balance.balance_actuarial(reserva, prima, vpsf, pasivos, otros)
    corte = 2 + len(otros)
    activo, cierre, pasivo = (
        renglones[:corte],
        renglones[corte : corte + 3],
        renglones[corte + 3 : -1],
    )
    escala = sum(abs(r.monto) for r in renglones) * 1e-12
    subtotal, deficit, total_activo = cierre
    assert subtotal.monto == pytest.approx(sum(r.monto for r in activo), abs=escala)
    assert subtotal.monto + deficit.monto == pytest.approx(total_activo.monto, abs=escala)
    assert total_activo.monto == renglones[-1].monto
    assert renglones[-1].monto == pytest.approx(sum(r.monto for r in pasivo), abs=escala)
    assert (deficit.monto > 0) == (renglones[-1].monto > subtotal.monto)
    for renglon in renglones:
        assert renglon.fraccion_vpsf * vpsf == pytest.approx(renglon.monto, rel=1e-12, abs=1e-9)


@pocos
@given(st.floats(1.0, 1e8), conceptos, montos)
def test_the_level_premium_with_reserve_balances(vpsf, pasivos, reserva):
    prima = (sum(m for _, m in pasivos) - reserva) / vpsf
    if abs(prima) >= 1:
        return
    renglones = por_concepto(balance.balance_actuarial(reserva, prima, vpsf, pasivos))
    escala = sum(abs(m) for _, m in pasivos) + abs(reserva)
    assert abs(renglones["Déficit/(Superávit)"]) <= 1e-12 * escala


@pytest.mark.parametrize(
    ("cambio", "mensaje"),
    [
        ({"vpsf": 0}, r"vpsf: se encontró 0; .*mayor que 0"),
        ({"vpsf": -5}, r"vpsf: se encontró -5"),
        ({"prima_ingreso": 2.5}, r"prima_ingreso: .*¿quiso decir 0.025"),
        ({"reserva": float("nan")}, r"reserva: .*finito"),
        ({"pasivos": []}, r"pasivos: se encontró una tabla sin renglones"),
        ({"pasivos": [("Pensiones", "50")]}, r"pasivos, Pensiones: se encontró «50»"),
        ({"otros_activos": [("PG", None)]}, r"otros_activos, PG: se encontró una celda vacía"),
    ],
)
def test_balance_refuses(cambio, mensaje):
    datos = {"reserva": 1, "prima_ingreso": 0.02, "vpsf": 100, "pasivos": [("a", 1)], **cambio}
    with pytest.raises(DatoInvalido, match=f"^{mensaje}"):
        balance.balance_actuarial(**datos)


def test_contributions_by_generation_and_back():
    vps = [100.0, 200.0, 700.0]
    aportaciones = balance.aportaciones_por_generacion(0.02, vps)
    assert aportaciones.tolist() == pytest.approx([2, 4, 14])
    assert balance.salarios_por_generacion(0.02, aportaciones).tolist() == pytest.approx(vps)
    with pytest.raises(DatoInvalido, match=r"^prima_ingreso: .*mayor que 0"):
        balance.salarios_por_generacion(0.0, aportaciones)


@pocos
@given(
    st.lists(
        st.tuples(st.sampled_from("TAF"), st.sampled_from(["Pensiones", "Subsidios"]), montos),
        min_size=1,
        max_size=20,
    )
)
def test_cross_table_adds_up_in_both_directions(renglones):
    generacion, prestacion, monto = zip(*renglones, strict=True)
    cuadro = balance.pasivos_por_generacion(generacion, prestacion, monto)
    for g in dict.fromkeys(generacion):
        for p in dict.fromkeys(prestacion):
            suelto = sum(m for gg, pp, m in renglones if (gg, pp) == (g, p))
            assert cuadro.loc[p, g] == pytest.approx(suelto, abs=1e-6)
    assert cuadro.loc["Total", "Total"] == pytest.approx(sum(monto), abs=1e-6)
    partes = cuadro.drop(index="Total", columns="Total")
    np.testing.assert_allclose(partes.sum(axis=1), cuadro["Total"].drop("Total"), atol=1e-6)
    np.testing.assert_allclose(partes.sum(axis=0), cuadro.loc["Total"].drop("Total"), atol=1e-6)


def test_cross_table_keeps_the_order_of_appearance():
    cuadro = balance.pasivos_por_generacion(["F", "T", "F"], ["b", "a", "a"], [1, 2, 3])
    assert cuadro.columns.tolist() == ["F", "T", "Total"]
    assert cuadro.index.tolist() == ["b", "a", "Total"]
    assert cuadro.to_numpy().tolist() == [[1, 0, 1], [3, 2, 5], [4, 2, 6]]


def test_cross_table_needs_as_many_labels_as_amounts():
    with pytest.raises(DatoInvalido, match=r"generacion, prestacion y monto: .*2, 2 y 1 valores"):
        balance.pasivos_por_generacion(["T", "F"], ["a", "b"], [1.0])
