"""Path of affiliation to the goal, and the band of resources."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pymodel import datos
from pymodel.errores import DatoInvalido
from pymodel.sps import afiliacion


def test_the_path_of_the_report():
    impresa = datos.tabla("sps2006", "figura_a4")["meta_de_afiliacion"]
    calculada = afiliacion.familias(np.arange(2003, 2011))
    assert np.round(calculada / 1e6, 2).tolist() == impresa.tolist()
    assert calculada[3:].tolist() == [5008340, 6709790, 8411240, 10112690, 11898254]


def test_the_18_values_of_figura_a5():
    impresa = datos.tabla("sps2006", "figura_a5").set_index("anio")
    for cota, columna in (
        ("inferior", "cota_inferior"),
        ("media", "estimacion_media"),
        ("superior", "cota_superior"),
    ):
        calculada = afiliacion.recursos_del_informe(np.arange(2005, 2011), cota)
        assert np.round(calculada).tolist() == impresa[columna].tolist()


@given(st.floats(0, 1e7), st.integers(2004, 2009), st.floats(1e7, 2e7))
def test_a_path_never_falls_nor_passes_the_goal(ultima, anio, meta):
    camino = afiliacion.trayectoria(ultima, anio, meta)
    assert len(camino) == 2010 - anio + 1
    assert (np.diff(camino) >= 0).all()
    assert camino[-1] == meta
    assert (camino <= meta).all()


def test_a_path_from_more_families_than_the_goal():
    with pytest.raises(DatoInvalido, match=r"ultima: se encontró 11; .*0 a la meta \(10\)"):
        afiliacion.trayectoria(11, 2006, 10)


def test_the_bounds_are_the_first_and_the_last_quarter():
    """One family at a time: those of before pay the year, the new ones what is left of it."""
    baja, media, alta = (
        afiliacion.recursos([100], [140], c)[0] * 1e6 for c in ("inferior", "media", "superior")
    )
    assert baja == pytest.approx(7430.67 * (100 + 40 / 4))
    assert media == pytest.approx(7430.67 * 120)
    assert alta == pytest.approx(7430.67 * 140)


def test_families_that_fall_and_years_out_of_reach():
    with pytest.raises(DatoInvalido, match=r"familias_al_cierre, valor 2"):
        afiliacion.recursos([1, 5], [2, 4])
    with pytest.raises(DatoInvalido, match=r"anio, valor 2: se encontró 2011"):
        afiliacion.familias([2010, 2011])
    with pytest.raises(DatoInvalido, match=r"anio: se encontró 2003; .*2004 a 2010"):
        afiliacion.recursos_del_informe(2003)
