"""Whatever is typed, a function answers with plain cells or with a Spanish message."""

import datetime as dt
from decimal import Decimal

import numpy as np
import pandas as pd
import pytest
from casos import CASOS, es_plano
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import udfs
from pymodel.errores import DatoInvalido

celdas = st.sampled_from(
    [
        *(0, 1, -1, 2.5, 0.035, 3.5, 2010, 38353, 1e308, -1e308, 1e-320, 10**400),
        *(None, "", " ", "a", "5", "fin", "2010", "Total", "Total (3)=(1)+(2)", "(1)", "(2)"),
        *("-", "(", "()", ",", "'", "1,2", "Año", "#N/A", "ifa2010", "cuadro_i_4", "=A1", b"x"),
        *(True, float("nan"), float("inf"), pd.NA, pd.NaT, 1j, [], {}, {"kind": "Na"}),
        *(dt.date(2010, 1, 1), dt.datetime(2010, 1, 1), Decimal("1.5"), np.float64(2), np.int64(3)),
    ]
)
planos = st.lists(celdas, max_size=5)
bloques = st.lists(planos, max_size=5)
rangos = st.integers(1, 4).flatmap(
    lambda k: st.lists(st.lists(celdas, min_size=k, max_size=k), max_size=5)
)
arreglos = st.lists(st.sampled_from([1.0, 2.0, -1.0, np.nan, 2010.0]), max_size=5).map(np.array)
columnas = planos.map(lambda x: pd.Series(x, dtype=object))
valores = celdas | planos | bloques | rangos | arreglos | columnas


# CONCILIACION takes only a key, PARAMETRO only keys and a date; test_rechazos has those.
@pytest.mark.filterwarnings("ignore::RuntimeWarning")
@pytest.mark.parametrize("nombre", [n for n in CASOS if n not in ("CONCILIACION", "PARAMETRO")])
@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_nonsense(nombre, data):
    cambiados = data.draw(st.sets(st.sampled_from(list(CASOS[nombre])), min_size=1, max_size=3))
    caso = {**CASOS[nombre], **{c: data.draw(valores, label=c) for c in sorted(cambiados)}}
    mensaje = None
    try:
        resultado = getattr(udfs, nombre.lower())(**caso)
    except DatoInvalido as error:
        mensaje = str(error)
    if mensaje is None:
        assert es_plano(resultado)
    else:
        assert mensaje.startswith(f"{nombre}: ")
        assert "se esperaba " in mensaje
        assert "\n" not in mensaje
