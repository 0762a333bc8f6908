"""Directions that the documents state for the MC and the suma asegurada.

IFA 2010 A-5 (L8526-8589): interest up, MC down; survival up, MC up. IFA 2005 M13 (L1124): margins
up, MC up. The rest follows from the articles: a family that costs more cannot cost less.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest
from familias import BASES, TIPOS, Ejemplo, Pariente, al_azar
from modelo import calcular, calcular_uno

from pymodel.cuenta_individual import saldo_final
from pymodel.suma_asegurada import suma_asegurada

ESPOSA = Pariente("conyuge", 42, "M")
HIJOS = tuple(Pariente("hijo", e, "M") for e in (3, 5, 7, 9, 11))
FAMILIAS = al_azar(56, semilla=1997)


def caso(tipo: str, familia: tuple[Pariente, ...], bases: str = "1997", **op: Any) -> Ejemplo:
    if tipo == "ipp":
        op.setdefault("grado", 65)
    return Ejemplo(tipo, 45, "H", 400.0, familia, bases, opciones=op)


def con(c: Ejemplo, **op: Any) -> Ejemplo:
    return replace(c, opciones={**c.opciones, **op})


def de(c: Ejemplo, concepto: str = "MC") -> float:
    return calcular_uno(c)[concepto]


def una_familia(tipo: str) -> tuple[Pariente, ...]:
    """A family that every tipo admits in its own way."""
    return {
        "viudez": (ESPOSA,),
        "orfandad": (replace(HIJOS[0], orfandad="doble"),),
        "ascendencia": (Pariente("ascendiente", 70, "M"),),
    }.get(tipo, (ESPOSA, HIJOS[0]))


def test_la_tasa_sube_y_el_mc_baja() -> None:
    for baja, alta in ((0.0, 0.01), (0.02, 0.035), (0.035, 0.036)):
        antes = calcular([replace(c, tasa=baja) for c in FAMILIAS])
        despues = calcular([replace(c, tasa=alta) for c in FAMILIAS])
        for c, a, d in zip(FAMILIAS, antes, despues, strict=True):
            assert d["MC"] < a["MC"], c


@pytest.mark.parametrize("recargo", ["margen", "gastos"])
def test_los_recargos_suben_y_el_mc_sube(recargo: str) -> None:
    antes = calcular([con(c, **{recargo: 0.01}) for c in FAMILIAS])
    despues = calcular([con(c, **{recargo: 0.03}) for c in FAMILIAS])
    for c, a, d in zip(FAMILIAS, antes, despues, strict=True):
        assert d["MC"] > a["MC"], c
        for neto in ("PBSI", "PBSS", "PFH"):
            assert d[neto] == a[neto], c


def test_el_mc_es_proporcional_al_salario() -> None:
    sin_pesos = ("pension_garantizada_mensual", "pagos_vencidos", "cuantia_basica_mensual")
    casos = [
        replace(c, opciones={k: v for k, v in c.opciones.items() if k not in sin_pesos})
        for c in FAMILIAS
    ]
    antes = calcular(casos)
    despues = calcular([replace(c, salario=3 * c.salario) for c in casos])
    for c, a, d in zip(casos, antes, despues, strict=True):
        assert d["MC"] == pytest.approx(3 * a["MC"], rel=1e-12), c


@pytest.mark.parametrize("bases", BASES)
@pytest.mark.parametrize("tipo", ["invalidez", "ipt", "viudez"])
def test_conyuge_mas_joven(tipo: str, bases: str) -> None:
    valores = [de(caso(tipo, (replace(ESPOSA, edad=e),), bases)) for e in (75, 65, 55, 45, 35, 25)]
    assert all(a < b for a, b in pairwise(valores)), valores


@pytest.mark.parametrize("bases", BASES)
@pytest.mark.parametrize(
    ("tipo", "seguro", "hijos"),
    [
        ("invalidez", None, 5),
        ("ipt", None, 3),
        ("viudez_orfandad", "IV", 5),
        ("viudez_orfandad", "RT", 3),
    ],
)
def test_mas_hijos(tipo: str, seguro: str | None, hijos: int, bases: str) -> None:
    """The MC never falls with a child more, until the cap of the law.

    In riesgos de trabajo 40 % and three times 20 % is the whole pension: a fourth child only takes
    a part of the widow's, and with it of her aguinaldo, which a simple orphan does not have.
    """
    op = {"seguro": seguro} if seguro else {}
    valores = [
        de(caso(tipo, (ESPOSA, *HIJOS[:n]), bases, **op))
        for n in range(1 if seguro else 0, hijos + 1)
    ]
    assert all(a < b for a, b in pairwise(valores)), valores


def test_el_primer_hijo_quita_la_ayuda_asistencial_a_quien_esta_solo() -> None:
    """Art. 138: 15 % to who is alone (IV), 10 % to who has one child."""
    solo, con_hijo = caso("invalidez", ()), caso("invalidez", HIJOS[:1])
    assert de(con_hijo, "PBSI") < de(solo, "PBSI")
    assert de(con_hijo, "PBSS") > de(solo, "PBSS") == 0.0


@pytest.mark.parametrize("bases", BASES)
@pytest.mark.parametrize("edad", [0, 8, 15, 20])
@pytest.mark.parametrize("tipo", ["orfandad", "viudez_orfandad", "invalidez", "ipt"])
def test_hijo_invalido_no_cuesta_menos_que_el_sano(tipo: str, edad: int, bases: str) -> None:
    otros = () if tipo == "orfandad" else (ESPOSA,)
    orfandad = "sencilla" if tipo == "orfandad" else ""
    sano = Pariente("hijo", edad, "M", orfandad=orfandad)
    enfermo = replace(sano, invalido=True)
    assert de(caso(tipo, (*otros, enfermo), bases)) > de(caso(tipo, (*otros, sano), bases))
    assert de(caso(tipo, (*otros, enfermo), bases), "PFH") == 0.0


@pytest.mark.parametrize("tipo", [t for t in TIPOS if t != "ipp"])
def test_las_tablas_con_margen_no_cuestan_menos(tipo: str) -> None:
    """EMSSA-RCS-15 is EMSSA-15 with a margin: q no higher at any age of a beneficiary."""
    assert de(caso(tipo, una_familia(tipo), "RCS")) > de(caso(tipo, una_familia(tipo), "2015"))


def test_las_tablas_de_beneficiarios_no_tocan_la_ipp() -> None:
    mc = [de(caso("ipp", (ESPOSA,), b)) for b in ("2009", "2015", "RCS")]
    assert mc[0] == pytest.approx(mc[1], rel=1e-12)
    assert mc[0] == pytest.approx(mc[2], rel=1e-12)


def test_el_grado_sube_y_el_mc_sube() -> None:
    grados = [26, 40, 50, 51, 80]
    mc = [de(caso("ipp", (), grado=g)) / g for g in grados]
    assert mc[0] == pytest.approx(mc[1], rel=1e-12)
    assert mc[1] == pytest.approx(mc[2], rel=1e-12)
    # Above 50 % there is an aguinaldo of fifteen days (art. 58-IV).
    assert mc[3] == pytest.approx(mc[2] * 375 / 360, rel=1e-12)
    assert mc[4] == pytest.approx(mc[3], rel=1e-12)


@pytest.mark.parametrize("tipo", ["orfandad", "viudez_orfandad", "invalidez", "ipt"])
def test_el_limite_de_los_hijos(tipo: str) -> None:
    otros = () if tipo == "orfandad" else (ESPOSA,)
    familia = (*otros, replace(HIJOS[0], orfandad="sencilla" if tipo == "orfandad" else ""))
    mc = [de(caso(tipo, familia, limite_hijos=n)) for n in (16, 18, 21, 25)]
    assert all(a < b for a, b in pairwise(mc)), mc
    no_estudia = (*otros, replace(familia[-1], estudia=False))
    assert de(caso(tipo, no_estudia)) == pytest.approx(mc[0], rel=1e-12)


@pytest.mark.parametrize("bases", ["2009", "2015", "RCS"])
def test_la_desercion_escolar_baja_las_pensiones(bases: str) -> None:
    familia = (replace(HIJOS[0], orfandad="doble"),)
    con_ella = calcular_uno(caso("orfandad", familia, bases, desercion="acumulada"))
    sin_ella = calcular_uno(caso("orfandad", familia, bases, desercion="ninguna"))
    por_defecto = calcular_uno(caso("orfandad", familia, bases))
    assert con_ella["PBSS"] < sin_ella["PBSS"]
    assert con_ella["PFH"] > sin_ella["PFH"] > 0  # it comes earlier
    assert por_defecto == con_ella


def test_la_base_1997_no_tiene_desercion() -> None:
    familia = (replace(HIJOS[0], orfandad="doble"),)
    assert calcular_uno(caso("orfandad", familia)) == calcular_uno(
        caso("orfandad", familia, desercion="ninguna")
    )


@pytest.mark.parametrize("tipo", TIPOS)
def test_pagos_ciertos_cuestan_mas_que_11_24(tipo: str) -> None:
    """Twelve certain payments do not lose those of the year of death."""
    ciertos = calcular_uno(caso(tipo, una_familia(tipo)))
    corregidos = calcular_uno(caso(tipo, una_familia(tipo), pagos="11/24"))
    if not caso(tipo, ()).muerto:
        assert ciertos["PBSI"] > corregidos["PBSI"]
    else:
        assert ciertos["PBSS"] > corregidos["PBSS"]
    assert ciertos["PFH"] == pytest.approx(corregidos["PFH"], rel=1e-12)


def test_la_pension_garantizada_sube_y_el_mc_sube() -> None:
    mensual = 400 * 365 / 12
    familia = (ESPOSA, *HIJOS[:2])
    niveles = [calcular_uno(caso("invalidez", familia))] + [
        calcular_uno(caso("invalidez", familia, pension_garantizada_mensual=x * mensual))
        for x in (0.45, 0.7, 1.3)
    ]
    for concepto in ("PBSI", "PBSS", "PFH", "MC"):
        assert all(a[concepto] < b[concepto] for a, b in pairwise(niveles)), concepto


def test_el_piso_gana_al_tope_o_el_tope_al_piso() -> None:
    alta = {"pension_garantizada_mensual": 400 * 365 / 12 * 1.3}
    piso = calcular_uno(caso("invalidez", (ESPOSA,), **alta, orden_tope="piso_despues"))
    tope = calcular_uno(caso("invalidez", (ESPOSA,), **alta, orden_tope="tope_despues"))
    assert piso["PBSI"] > tope["PBSI"]
    assert piso["PBSS"] == pytest.approx(tope["PBSS"], rel=1e-12)
    assert calcular_uno(caso("invalidez", (ESPOSA,), **alta)) == piso


@pytest.mark.parametrize("tipo", TIPOS)
def test_el_incremento_inmediato_es_once_por_ciento(tipo: str) -> None:
    """IFA 2010 A-9: with the Décimo Cuarto Transitorio the cost is multiplied by 1.11."""
    c = caso(tipo, una_familia(tipo))
    assert de(con(c, incremento="inmediato")) == pytest.approx(1.11 * de(c), rel=1e-12)


def test_el_incremento_a_los_60_queda_entre_los_otros_dos() -> None:
    """monto_constitutivo.md, 1.3: a man of 45 at 3.5 %, times 1.037 (it does not say the table).

    EMSSI-IMSS-RCS-12 gives it to the last figure; EMSSI-97 gives 1.0375.
    """
    c = caso("invalidez", (), "2009")
    diferido = de(con(c, incremento="a_los_60")) / de(c)
    assert diferido == pytest.approx(1.037, abs=5e-4)
    mayor = replace(c, edad=60)
    assert de(con(mayor, incremento="a_los_60")) == pytest.approx(1.11 * de(mayor), rel=1e-12)


CUENTA: dict[str, Any] = {"densidad": 0.8, "comision_saldo": 0.0146, "con_vivienda": 0.75}


def suma_del_imss(**opciones: Any) -> float:
    """SA of an invalid of 45 who contributed for 14 years."""
    mc = de(caso("invalidez", (ESPOSA, *HIJOS[:2])))
    saldos = saldo_final(400.0, 14, **{**CUENTA, **opciones})
    sa = suma_asegurada(mc, float(saldos.total[0]))
    assert 0 < sa < mc
    return float(sa)


@pytest.mark.parametrize(
    ("cambio", "sube"),
    [
        ({"comision_saldo": 0.02}, True),
        ({"comision_flujo": 0.012}, True),
        ({"con_vivienda": 0.5}, True),
        ({"con_vivienda": False}, True),
        ({"rendimiento_rcv": 0.045}, False),
        ({"rendimiento_vivienda": 0.04}, False),
        ({"densidad": 0.92}, False),
        ({"saldo_inicial": 20_000.0}, False),
    ],
)
def test_lo_que_baja_la_cuenta_sube_la_suma_asegurada(cambio: dict[str, Any], sube: bool) -> None:
    """A-5: fee up, SA up; yield or density up, SA down. M13: less Vivienda, more SA."""
    assert (suma_del_imss(**cambio) > suma_del_imss()) is sube
