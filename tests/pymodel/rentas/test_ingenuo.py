"""The naive implementation against values done by hand."""

from __future__ import annotations

import pytest
from familias import Ejemplo, Pariente
from ingenuo import monto_constitutivo, tabla

V = 1 / 1.035
DOCE = 11.8128544  # monto_constitutivo.md, 2.2
EXACTO = 1e-12


def test_huerfano_con_un_anio_de_derecho() -> None:
    """Fifteen years old, out of school: one year of pension and then the finiquito."""
    caso = Ejemplo(
        "orfandad", 0, "H", 300.0, (Pariente("hijo", 15, "H", estudia=False, orfandad="sencilla"),)
    )
    r = monto_constitutivo(caso)
    cb = 0.35 * 300 * 365 / 12
    assert r["PBSS"] == pytest.approx(DOCE * 0.20 * cb * 13 / 12, rel=1e-8)
    assert r["PFH"] == pytest.approx(3 * 0.20 * cb * V * (1 - 0.00043), rel=EXACTO)
    assert r["MC"] == pytest.approx((r["PBSS"] + r["PFH"]) * 1.02, rel=EXACTO)
    assert r["PBSI"] == r["MCSI"] == 0.0


def test_huerfanos_de_riesgo_de_trabajo() -> None:
    """A simple orphan has no aguinaldo (art. 64); one of both parents has fifteen days."""
    familia = tuple(
        Pariente("hijo", 15, "M", estudia=False, orfandad=o) for o in ("sencilla", "doble")
    )
    r = monto_constitutivo(Ejemplo("orfandad", 0, "H", 300.0, familia, opciones={"seguro": "RT"}))
    ipt = 0.70 * 300 * 365 / 12
    assert r["PBSS"] == pytest.approx(DOCE * ipt * (0.20 + 0.30 * 375 / 360), rel=1e-8)
    assert r["PFH"] == pytest.approx(3 * 0.50 * ipt * V * (1 - 0.00015), rel=EXACTO)


def test_invalido_solo_al_final_de_su_tabla() -> None:
    """At 100 the table of the disabled has two years left: this one and the next."""
    assert max(tabla("emssi_97_invalidos.csv", "H")) == 101
    q = tabla("emssi_97_invalidos.csv", "H")[100]
    r = monto_constitutivo(Ejemplo("invalidez", 100, "H", 300.0))
    cb = 0.35 * 300 * 365 / 12
    assert r["PBSI"] == pytest.approx(DOCE * cb * (1.15 + 1 / 12) * (1 + V * (1 - q)), rel=1e-8)
    assert r["PBSS"] == 0.0


def test_familia_numerosa_llega_a_los_topes() -> None:
    """Spouse and five children: 1.65 CB while alive, 100 % of the base afterwards."""
    hijos = tuple(Pariente("hijo", 15, "M", estudia=False) for _ in range(5))
    familia = (Pariente("conyuge", 110, "M"), *hijos)
    r = monto_constitutivo(Ejemplo("invalidez", 101, "H", 300.0, familia))
    cb = 0.35 * 300 * 365 / 12
    assert r["PBSI"] == pytest.approx(DOCE * cb * (1.65 + 1 / 12), rel=1e-8)
    # At the start of the next year all the old are dead and no child has a right any longer.
    assert r["PBSS"] == 0.0
    assert r["PFH"] == pytest.approx(5 * 3 * 0.30 * cb * V * (1 - 0.00015), rel=EXACTO)
    solos = Ejemplo("viudez_orfandad", 0, "H", 300.0, familia)
    assert monto_constitutivo(solos)["PBSS"] == pytest.approx(DOCE * cb * 13 / 12, rel=1e-8)
