"""Rules of the states and of the households: crediting, regime, fee, ruinous spending, calendar."""

import datetime as dt

import numpy as np
import pytest

from pymodel import datos
from pymodel.errores import DatoInvalido
from pymodel.sps import (
    aportacion_estatal,
    calendario,
    cuota_familiar,
    gasto_del_hogar,
)
from pymodel.sps.aportacion_estatal import Partida, acreditar


def previa(anio, autorizada=True):
    return Partida("infraestructura_previa", 100.0, anio, autorizada)


@pytest.mark.parametrize(
    ("anio", "cuenta"), [(1998, False), (1999, True), (2004, True), (2005, False)]
)
def test_infrastructure_of_at_most_five_years_before_joining(anio, cuenta):
    a = acreditar(100.0, [previa(anio)], 2004)
    assert a.cumple is cuenta
    assert a.faltante == (0.0 if cuenta else 100.0)
    assert len(a.excluidas) == (0 if cuenta else 1)


def test_what_counts_and_what_never_does():
    partidas = [
        Partida("liquida", 10.0),
        Partida("presupuesto_extraordinario", 20.0),
        Partida("inversion", 5.0),
        Partida("aportacion_municipal_o_donacion", 4.0),
        Partida("otros_presupuestos", 1.0),
        previa(2002),
        previa(2003, autorizada=False),
        *(Partida(c, 1e6) for c in ("ramo_12", "ramo_33", "cuota_familiar", "no_salud")),
    ]
    a = acreditar(200.0, partidas, 2004)
    assert a.acreditada == 140.0
    assert (a.faltante, a.veces) == (60.0, pytest.approx(60 / 140))
    assert not a.cumple
    excluidos = ["infraestructura_previa", *aportacion_estatal.EXCLUIDOS]
    assert [p.concepto for p, _ in a.excluidas] == excluidos
    assert a.modalidad == "ASE líquida, ASE acreditable e infraestructura de años anteriores"


@pytest.mark.parametrize("anio", [2004, 2005])
def test_the_five_forms_are_those_of_the_report(anio):
    """Every form that FIGURAS 10 and 12 count is one that the credited records can give."""
    formas = {
        acreditar(1.0, partidas, 2004).modalidad
        for partidas in (
            [Partida("liquida", 1.0)],
            [Partida("liquida", 1.0), Partida("inversion", 1.0)],
            [Partida("inversion", 1.0)],
            [Partida("inversion", 1.0), previa(2003)],
            [Partida("liquida", 1.0), Partida("inversion", 1.0), previa(2003)],
        )
    }
    figura = {2004: "figura_ii_10", 2005: "figura_ii_12"}[anio]
    assert formas == set(datos.tabla("sps2006", figura)["modalidad"])


def test_records_that_cannot_be_read():
    with pytest.raises(DatoInvalido, match=r"partidas, fila 2, concepto: .*«rifa»"):
        acreditar(1.0, [Partida("liquida", 1.0), Partida("rifa", 1.0)], 2004)
    with pytest.raises(DatoInvalido, match=r"fila 1, año de la inversión"):
        acreditar(1.0, [Partida("infraestructura_previa", 1.0)], 2004)
    with pytest.raises(DatoInvalido, match=r"fila 1, monto: se encontró -1"):
        acreditar(1.0, [Partida("liquida", -1.0)], 2004)
    nada = acreditar(1.0, [], 2004)
    assert (nada.modalidad, nada.veces, nada.cumple) == ("sin aportación", None, False)


def test_substitution():
    s = aportacion_estatal.sustitucion([100.0, 40.0, 70.0], [70.0, 70.0, 70.0])
    assert s.retirable.tolist() == [30.0, 0.0, 0.0]
    assert s.faltante.tolist() == [0.0, 30.0, 0.0]
    with pytest.raises(DatoInvalido, match="misma cantidad de entidades"):
        aportacion_estatal.sustitucion([1.0, 2.0], [1.0])
    with pytest.raises(DatoInvalido, match="gasto_estatal, valor 2"):
        aportacion_estatal.sustitucion([1.0, -2.0], [1.0, 1.0])


def test_regime_by_each_condition():
    r = cuota_familiar.regimen(
        [2, 3, 3, 3, 3, 3],
        programa_pobreza=[False, True, False, False, False, False],
        habitantes_muy_alta_marginacion=[0, 0, 249, 250, 0, 0],
        otro_supuesto=[False, False, False, False, True, False],
    )
    assert r.no_contributivo.tolist() == [True, True, True, False, True, False]
    assert r.causas[0].tolist() == [True, False, False, False]
    assert r.nombres[-1] == "contributivo"
    assert cuota_familiar.reverificacion(2004) == 2007
    with pytest.raises(DatoInvalido, match=r"deciles, valor 2: se encontró 11"):
        cuota_familiar.regimen([1, 11])


def test_decile_of_what_is_left_after_food():
    limites = np.arange(100.0, 1000.0, 100.0)
    assert cuota_familiar.decil([150, 250, 350, 2000], [50, 50, 50, 0], limites).tolist() == [
        1,
        2,
        3,
        10,
    ]
    with pytest.raises(DatoInvalido, match="nueve límites"):
        cuota_familiar.decil([1], [0], limites[:8])


ESCALA = [0, 0, *range(100, 900, 100)]  # made up


def test_fee_needs_the_users_scale():
    no_contributivo = [False, False, True, False]
    assert cuota_familiar.cuotas([2, 3, 3, 10], no_contributivo) is None
    assert cuota_familiar.cuotas([2, 3, 3, 10], no_contributivo, ESCALA).tolist() == [
        0.0,
        100.0,
        0.0,
        800.0,
    ]


@pytest.mark.parametrize(
    ("escala", "mensaje"),
    [
        (ESCALA[:9], "9 montos"),
        ([1, *ESCALA[1:]], r"decil 2"),
        ([1, 1, *ESCALA[2:]], "la ley los exenta"),
        ([*ESCALA[:9], 650], "decil 10"),
    ],
)
def test_scales_that_the_law_does_not_allow(escala, mensaje):
    with pytest.raises(DatoInvalido, match=mensaje):
        cuota_familiar.cuotas([3], [False], escala)


def test_ruinous_spending():
    g = gasto_del_hogar.clasificar(
        [1000, 1000, 1000, 500, 1000], [400, 400, 400, 500, 400], [180, 181, 0, 1, 600], 900
    )
    assert g.capacidad_de_pago.tolist() == [600, 600, 600, 0, 600]
    assert g.catastrofico.tolist() == [False, True, False, True, True]
    # The fourth was poor before paying.
    assert g.empobrecedor.tolist() == [True, True, False, False, True]
    assert g.hogares([10, 20, 30, 40, 50]) == {
        "total": 150.0,
        "catastrofico": 110.0,
        "empobrecedor": 80.0,
        "cualquiera": 120.0,
    }
    with pytest.raises(DatoInvalido, match=r"gasto_salud, valor 1"):
        gasto_del_hogar.clasificar([1], [1], [-1], 5)


def test_calendar_of_a_year():
    debidos = calendario.reportes(2005)
    assert len(debidos) == 1 + 12 + 4 + 12 + 4
    con_plazo = [e for e in debidos if e.limite]
    assert [e.limite for e in con_plazo] == [
        dt.date(2005 + m // 12, m % 12 + 1, 10) for m in range(1, 13)
    ]
    assert con_plazo == [e for e in debidos if "Cuota Social" in e.concepto]
    vencidos = calendario.vencidos(debidos, dt.date(2005, 4, 11))
    assert [e.hasta.month for e in vencidos] == [1, 2, 3]


def test_flow_of_a_year_ends_six_months_after_the_close():
    pasos = calendario.flujo(2004)
    assert pasos[0].concepto == "Firma del Acuerdo de Coordinación"
    assert len(pasos) == 1 + 4 * 5 + 1
    assert pasos[-1].limite == dt.date(2005, 6, 30)
    assert [p.hasta for p in pasos[1:-1:5]] == [
        dt.date(2004, 3, 31),
        dt.date(2004, 6, 30),
        dt.date(2004, 9, 30),
        dt.date(2004, 12, 31),
    ]
