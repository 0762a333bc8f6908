"""SSFAM: printed fees, standardisation by brute force, break-even against V.4 to V.6."""

import numpy as np
import pytest

from pymodel import datos, ssfam
from pymodel.errores import DatoInvalido
from pymodel.mifa.cuadros import cuadro_seguro

INICIALES = [889.0, 1039.0, 1553.0, 2337.0]  # DOF 20-12-2001


def test_fees_of_2002_and_their_chain():
    np.testing.assert_allclose(ssfam.cuota([0, 25, 40, 80], 2002), INICIALES)
    factor = datos.inpc_diciembre(2009) / datos.inpc_diciembre(2001)
    np.testing.assert_allclose(ssfam.cuota([19, 39, 59, 60], 2010), np.array(INICIALES) * factor)


@pytest.mark.parametrize(
    ("anio", "impresas", "tolerancia"),
    [
        (2003, [940, 1098, 1642, 2470], 0.5),
        (2006, [1062, 1241, 1855, 2792], 0.5),
        (2008, [1147, 1340, 2003, 3014], 0.5),  # IFA 2010, cuadro V.7
        (2009, [1222, 1428, 2134, 3211], 0.56),
        (2010, [1265.1, 1478.6, 2210.1, 3325.7], 0.1),  # cuadro V.3
        (2011, [1320.8, 1543.1, 2307.4, 3472.1], 0.55),  # 20-39: misprint of the report
    ],
)
def test_printed_fees(anio, impresas, tolerancia):
    np.testing.assert_allclose(ssfam.cuotas_por_grupo(anio), impresas, rtol=0, atol=tolerancia)


def test_federal_fee_of_a_family_near_the_printed_one():
    assert ssfam.cuota_federal(2010) == pytest.approx(3128.30, rel=0.001)
    assert ssfam.cuota_federal(2011) == pytest.approx(3201.10, rel=0.012)


def test_groups_of_age():
    assert list(ssfam.grupo([0, 19, 20, 39, 40, 59, 60, 120])) == [0, 0, 1, 1, 2, 2, 3, 3]


@pytest.mark.parametrize(
    ("edad", "anio", "texto"),
    [
        (30, 2001, "un año de 2002 a 2013"),
        (30, 2014, "Consejo Técnico"),
        (-1, 2010, "edad: se encontró -1"),
        (30.5, 2010, "años cumplidos"),
        ([30, 121], 2010, "edad, valor 2"),
    ],
)
def test_bad_fees(edad, anio, texto):
    with pytest.raises(DatoInvalido) as error:
        ssfam.cuota(edad, anio)
    assert texto in str(error.value)


def test_standardisation_by_brute_force():
    azar = np.random.default_rng(5)
    ro, ss, m = azar.uniform(1, 100, (3, 17, 2))
    s = ssfam.seleccion(ro, ss, m)
    observado = esperado = 0.0
    for x in range(17):
        for sexo in range(2):
            observado += m[x, sexo] * ss[x, sexo]
            esperado += m[x, sexo] * ro[x, sexo] / ro.sum() * ss.sum()
    assert s.observado == pytest.approx(observado)
    assert s.esperado == pytest.approx(esperado)
    assert s.impacto == pytest.approx(observado - esperado)


def test_no_selection_with_the_same_profile():
    ro, m = np.array([10.0, 20.0, 30.0]), np.array([1.0, 5.0, 9.0])
    assert ssfam.seleccion(ro, ro / 7, m).impacto == pytest.approx(0.0)


def test_bad_populations():
    for ro, ss, m in (
        ([1.0, 2.0], [1.0], [1.0, 1.0]),
        ([1.0, -2.0], [1.0, 1.0], [1.0, 1.0]),
        ([0.0, 0.0], [1.0, 1.0], [1.0, 1.0]),
    ):
        with pytest.raises(DatoInvalido):
            ssfam.seleccion(ro, ss, m)


def test_break_even_fees_pay_the_cost_in_the_same_proportions():
    nuevas = ssfam.cuotas_de_equilibrio([100.0, 50.0], [10.0, 20.0], 6000.0)
    assert nuevas @ [100.0, 50.0] == pytest.approx(6000.0)
    assert nuevas[1] / nuevas[0] == pytest.approx(2.0)
    with pytest.raises(DatoInvalido):
        ssfam.cuotas_de_equilibrio([0.0], [1.0], 10.0)


def test_break_even_against_the_report():
    e = ssfam.equilibrio()
    assert (len(e.anio), e.anio[0], e.anio[-1]) == (40, 2011, 2050)
    impresas = {2011: 337.3, 2015: 351.2, 2030: 423.5, 2050: 465.5}
    for anio, pr in impresas.items():
        assert e.prima_reparto[anio - 2011] == pytest.approx(pr, abs=0.2)
    assert e.prima_media_nivelada == pytest.approx(406.7, abs=0.1)
    assert e.aportacion_equilibrio_media == pytest.approx(16761.5, abs=1)


def test_assumptions_flow_through():
    base = ssfam.equilibrio()
    assert ssfam.equilibrio({"cambio_gasto": 0.1}).prima_media_nivelada == pytest.approx(
        1.1 * base.prima_media_nivelada
    )
    # Fees that rise by what the premium asks bring it to 100.
    falta = base.prima_media_nivelada / 100 - 1
    with pytest.raises(DatoInvalido, match="cambio_cuotas"):
        ssfam.equilibrio({"cambio_cuotas": falta})  # 3.07 is no fraction below one
    doble = ssfam.equilibrio({"cambio_cuotas": 0.5, "cambio_aportacion_federal": 0.5})
    assert doble.prima_media_nivelada == pytest.approx(base.prima_media_nivelada / 1.5)
    mas = ssfam.equilibrio({"crecimiento_adicional_gasto": 0.01})
    assert mas.prima_reparto[0] == base.prima_reparto[0]
    assert mas.prima_reparto[-1] == pytest.approx(base.prima_reparto[-1] * 1.01**39)
    assert ssfam.equilibrio({"aportacion_actual": 8060.8}).aportacion_equilibrio_media == (
        pytest.approx(2 * base.aportacion_equilibrio_media)
    )
    with pytest.raises(DatoInvalido, match="tasa_descuento"):
        ssfam.equilibrio({"tasa_descuento": 3.5})
    # Fees do not change what the expenditure asks of each insured; other wages do.
    assert doble.aportacion_equilibrio == pytest.approx(base.aportacion_equilibrio)
    assert doble.aportacion_actual == pytest.approx(1.5 * base.aportacion_actual)
    lento = ssfam.equilibrio({"crecimiento_salarial": 0.01})
    assert lento.prima_media_nivelada > base.prima_media_nivelada


def test_break_even_is_the_one_of_the_mifa():
    dados = {"interpolacion": "spline", "crecimiento_salarial": 0.01, "crecimiento_plazas": 0.01}
    e, tabla = ssfam.equilibrio(dados), cuadro_seguro("SSFAM", dados)
    assert e.prima_reparto == pytest.approx(100 * tabla["pr"].to_numpy())
    assert e.prima_media_nivelada == pytest.approx(100 * tabla["pmn"].iloc[0])
    assert e.aportacion_equilibrio == pytest.approx(tabla["aportacion_equilibrio"].to_numpy())
