"""Short-term model: base figures, alternative assumptions, what is refused."""

import numpy as np
import pytest

from pymodel.errores import DatoInvalido
from pymodel.mifa import corto_plazo, estados
from pymodel.mifa.comparativo import comparativo

DERIVADOS = {"rjp", "inversion_fisica", "sumas_aseguradas", "materiales"}


def filas(cambios=None):
    return estados.por_clave(corto_plazo.flujo_2005(cambios), estados.FLUJO_2005)


def test_input_rows_stay_as_printed_and_derived_ones_come_from_the_drivers():
    impreso = corto_plazo.flujo_publicado()
    propio = filas()
    for clave in corto_plazo.INSUMOS_2005:
        assert np.allclose(propio[clave], impreso[clave], atol=1e-9), clave
    for clave in DERIVADOS:
        assert not np.array_equal(propio[clave], impreso[clave]), clave
        assert np.allclose(propio[clave], impreso[clave], rtol=2e-4), clave
    assert corto_plazo.alerta_ro(corto_plazo.flujo_2005())[0] == "2007"


@pytest.mark.parametrize("supuesto", list(corto_plazo.SUPUESTOS_2005))
def test_every_assumption_of_2005_moves_the_flow_or_the_deflator(supuesto):
    base = corto_plazo.supuestos("ifa2005").base[supuesto]
    otro = {supuesto: base + 0.01}
    if supuesto == "inflacion_promedio":
        assert not np.array_equal(
            corto_plazo.deflactores(base), corto_plazo.deflactores(base + 0.01)
        )
        return
    antes, despues = filas(), filas(otro)
    assert despues["saldo_final"][-1] != antes["saldo_final"][-1]
    con, _ = corto_plazo.por_seguro("ifa2005", otro)
    con_base, _ = corto_plazo.por_seguro("ifa2005")
    assert not np.allclose(con.sobrante, con_base.sobrante)
    # What the whole flow changes is what the insurances change together.
    delta = despues["saldo_anio"] - antes["saldo_anio"]
    juntos = (con.sobrante - con_base.sobrante).sum(axis=1)
    assert np.allclose(juntos, delta[1:], atol=1e-6)


def test_real_wages_at_one_per_cent():
    antes, despues = filas(), filas({"crecimiento_salarial": 0.01})
    propios = antes["ingresos"] - antes["pensiones_en_curso"]
    factor = np.cumprod(np.full(3, 1.01 / 1.015))
    assert np.allclose(
        despues["ingresos"][1:], propios[1:] * factor + antes["pensiones_en_curso"][1:]
    )
    assert np.allclose(despues["materiales"][1:], antes["materiales"][1:] * factor)


@pytest.mark.parametrize("supuesto", list(corto_plazo.SUPUESTOS_2010))
def test_assumptions_of_2010_move_2012_and_2013_but_not_the_budget(supuesto):
    base = corto_plazo.supuestos("ifa2010").base[supuesto]
    con, _ = corto_plazo.por_seguro("ifa2010", {supuesto: base + 0.01})
    con_base, _ = corto_plazo.por_seguro("ifa2010")
    movido = np.abs(np.array(con) - np.array(con_base))
    assert np.allclose(movido[:, 0], 0.0, atol=1e-6)
    assert movido[:, 1:].max() > 1.0


def test_rjp_off_is_the_statement_without_it():
    con, sin = corto_plazo.por_seguro("ifa2010")
    assert np.allclose(con.partidas.sum(axis=1), con.otros.sum(axis=1) - sin.otros.sum(axis=1))
    assert (con.total().gastos > sin.total().gastos).all()


@pytest.mark.parametrize(
    ("documento", "cambios", "dicho"),
    [
        ("ifa2005", {"salarios": 0.01}, "uno de: crecimiento_asegurados"),
        ("ifa2005", {"inflacion": [0.01, 0.02]}, "uno, o 3"),
        ("ifa2005", {"inflacion": 3.5}, "0.035"),
        ("ifa2007", None, "ifa2005"),
    ],
)
def test_bad_assumptions(documento, cambios, dicho):
    with pytest.raises(DatoInvalido, match=dicho):
        corto_plazo.supuestos(documento, cambios)


def test_constant_pesos():
    assert corto_plazo.pesos_constantes([100.0, 110.0, 121.0], [0.10, 0.10]).tolist() == (
        pytest.approx([100.0, 100.0, 100.0])
    )
    assert corto_plazo.pesos_constantes([100.0, 110.0], [0.10], base=1) == pytest.approx([110, 110])
    with pytest.raises(DatoInvalido, match="montos"):
        corto_plazo.pesos_constantes([100.0], [0.10])


def test_statement_refuses_what_is_not_five_insurances():
    buena = np.ones((3, 5))
    with pytest.raises(DatoInvalido, match="cinco seguros"):
        comparativo(np.ones((3, 4)), buena, buena, buena, buena)
    mala = buena.copy()
    mala[1, 2] = np.nan
    with pytest.raises(DatoInvalido, match="otros, SIV, año 2"):
        comparativo(buena, buena, mala, buena, buena)
