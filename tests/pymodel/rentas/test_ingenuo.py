"""The naive implementation against values done by hand, and the model against it (item 8 c)."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from familias import BASES, TIPOS, Ejemplo, Pariente, al_azar, cartera
from ingenuo import monto_constitutivo, tabla
from modelo import CONCEPTOS, calcular_cartera, calcular_uno

from pymodel.errores import DatoInvalido

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


FAMILIAS = al_azar(280, semilla=1995)


def iguales(caso: Ejemplo, modelo: dict[str, float]) -> None:
    ingenuo = monto_constitutivo(caso)
    for concepto in CONCEPTOS:
        esperado = pytest.approx(ingenuo[concepto], rel=1e-10, abs=1e-9)
        assert modelo[concepto] == esperado, (concepto, caso)


@pytest.mark.parametrize("tipo", TIPOS)
def test_el_modelo_y_la_cuenta_ingenua(tipo: str) -> None:
    casos = [c for c in FAMILIAS if c.tipo == tipo]
    assert len(casos) == 40
    for c in casos:
        iguales(c, calcular_uno(c))


def test_la_muestra_cubre_las_opciones() -> None:
    vistas = {(k, v) for c in FAMILIAS for k, v in c.opciones.items() if isinstance(v, str)}
    assert vistas >= {
        *(("pagos", p) for p in ("ciertos", "11/24")),
        *(("desercion", d) for d in ("acumulada", "edad_alcanzada", "ninguna")),
        *(("orden_tope", o) for o in ("piso_despues", "tope_despues")),
        *(("aguinaldo", a) for a in ("base", "cb")),
        *(("incremento", i) for i in ("ninguno", "inmediato", "a_los_60")),
        *(("seguro", s) for s in ("IV", "RT")),
    }
    numericas = {k for c in FAMILIAS for k in c.opciones}
    assert numericas >= {"margen", "gastos", "facbi", "limite_hijos", "dias_mes", "grado"}
    assert numericas >= {"pension_garantizada_mensual", "ayuda_asistencial", "sobrevivencia"}
    assert numericas >= {"pagos_vencidos", "cuantia_basica_mensual"}
    assert numericas >= {"tabla_activos", "tabla_invalidos", "factores_mejora", "fecha"}
    con_psih = [c for c in FAMILIAS if "tabla_invalidez_hijos" in c.opciones and c.familia]
    pagos = [monto_constitutivo(c) for c in con_psih]
    assert {c.tipo for c, r in zip(con_psih, pagos, strict=True) if r["PSIH_SS"] > 0} >= {
        *("invalidez", "ipt", "viudez_orfandad", "orfandad")
    }
    assert any(r["PSIH_SI"] > 0 for r in pagos)
    assert {c.bases for c in FAMILIAS} == set(BASES)
    assert max(sum(p.es_hijo for p in c.familia) for c in FAMILIAS) == 5
    parentescos = {p.parentesco for c in FAMILIAS for p in c.familia}
    assert parentescos == {"conyuge", "concubina", "concubinario", "hijo", "ascendiente"}


def test_el_mc_sin_garantia_es_el_mc_sin_el_piso() -> None:
    casos = [c for c in FAMILIAS if "pension_garantizada_mensual" in c.opciones]
    assert len(casos) > 20
    distintos = 0
    for c in casos:
        libres = {k: v for k, v in c.opciones.items() if k != "pension_garantizada_mensual"}
        mc = monto_constitutivo(replace(c, opciones=libres))["MC"]
        modelo = calcular_uno(c)
        assert modelo["MC_sin_garantia"] == pytest.approx(mc, rel=1e-10), c
        distintos += modelo["MC"] > modelo["MC_sin_garantia"] * 1.001
    assert distintos > 10


@pytest.mark.parametrize(
    ("bases", "tasa", "comunes"),
    [
        ("1997", 0.035, {}),
        ("2009", 0.02, {"pagos": "11/24", "incremento": "a_los_60"}),
        ("2015", 0.045, {"desercion": "edad_alcanzada", "orden_tope": "tope_despues"}),
        ("RCS", 0.0, {"limite_hijos": 21, "aguinaldo": "cb", "sobrevivencia": True}),
    ],
)
def test_una_cartera_mezclada_de_una_vez(bases: str, tasa: float, comunes: dict[str, Any]) -> None:
    """Families of every kind and size side by side: nobody takes a neighbour's relatives."""
    casos = cartera(35, 2026, bases, tasa, **comunes)
    for c, modelo in zip(casos, calcular_cartera(casos), strict=True):
        iguales(c, modelo)


def test_un_hijo_sin_derecho_no_excluye_a_los_ascendientes() -> None:
    """Arts. 66, 137 and 138 leave them out only for a spouse or an entitled child."""
    padre, hija = Pariente("ascendiente", 70, "H"), Pariente("hijo", 16, "M")
    for tipo in ("invalidez", "ipt"):
        sola = calcular_uno(Ejemplo(tipo, 45, "H", 300.0, (padre,)))
        for sin in (replace(hija, estudia=False), replace(hija, edad=26)):
            c = Ejemplo(tipo, 45, "H", 300.0, (sin, padre))
            iguales(c, calcular_uno(c))
            assert calcular_uno(c) == sola
        for con in (hija, replace(hija, edad=26, invalido=True)):
            c = Ejemplo(tipo, 45, "H", 300.0, (con, padre))
            iguales(c, calcular_uno(c))
            assert calcular_uno(c) == calcular_uno(replace(c, familia=(con,)))
    # The limit of students is an option, and so is who is entitled.
    c = Ejemplo("ascendencia", 0, "H", 300.0, (hija, padre), opciones={"limite_hijos": 16})
    iguales(c, calcular_uno(c))
    assert calcular_uno(c) == calcular_uno(replace(c, familia=(padre,)))
    with pytest.raises(DatoInvalido, match="una familia sin hijos con derecho"):
        calcular_uno(replace(c, opciones={}))


def test_las_edades_extremas() -> None:
    """Relatives in the last year of their table; EMSSA-09 ends at 109 and is closed at 110."""
    for bases, ultima in (("1997", 110), ("2009", 110), ("2015", 110), ("RCS", 110)):
        for edad in (ultima - 2, ultima - 1, ultima):
            c = Ejemplo("viudez", 0, "H", 300.0, (Pariente("conyuge", edad, "M"),), bases)
            iguales(c, calcular_uno(c))
    for bases, ultima in (("1997", 101), ("RCS", 110)):
        c = Ejemplo("invalidez", ultima, "M", 300.0, (Pariente("hijo", 0, "H"),), bases)
        iguales(c, calcular_uno(c))
