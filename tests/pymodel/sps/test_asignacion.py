"""Allocation to the states: against a naive calculation, and everything that may go wrong."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pymodel import entidades
from pymodel.errores import DatoInvalido
from pymodel.sps import articulo87, asignacion

ENCABEZADO = [
    "entidad",
    "familias_t1",
    "familias_t2",
    "familias_t3",
    "familias_t4",
    "familias_previas",
    "recursos_existentes",
]
FILAS = [
    ["Tabasco", 10000.0, 20000.0, 30000.0, 40000.0, 187726.0, 2.5e8],
    ["Querétaro", 0.0, 0.0, 10000.0, 12816.0, 9749.0, 9.0e7],
    ["CDMX", 0.0, 0.0, 0.0, 65000.0, 0.0, 0.0],
]


def asignar(filas=FILAS, encabezado=ENCABEZADO, **opciones):
    solicitud = asignacion.leer([encabezado, *filas] if encabezado else filas)
    return asignacion.asignar(solicitud, **opciones)


def ingenua(fila, asf_por_familia=None, go=0.0):
    """One state, family group by family group."""
    cs = asf = ase = 0.0
    cuota = 0.15 * 45.24 * 365
    federal = 1.5 * cuota if asf_por_familia is None else asf_por_familia
    for familias, trimestres in [(fila[5], 4), *zip(fila[1:5], (4, 3, 2, 1), strict=True)]:
        cs += familias * cuota * trimestres / 4
        asf += familias * federal * trimestres / 4
        ase += familias * 0.5 * cuota * trimestres / 4
    complementaria = asf - fila[6] if asf > fila[6] else 0.0
    base = cs + asf + ase
    transferible = cs - 0.08 * base - 0.03 * base
    operacion = (transferible + complementaria) * go / (1 - go)
    total = transferible + complementaria + operacion
    montos = [cs, asf, complementaria, ase, 0.08 * base, 0.03 * base, transferible, operacion]
    return [*montos, total, total / sum(fila[1:6])]


def renglones(resultado):
    return {f[0]: f[1:] for f in asignacion.tabla(resultado)}


@pytest.mark.parametrize("go", [None, 0.03])
def test_each_state_against_a_naive_calculation(go):
    calculado = renglones(asignar(go=go))
    for fila in FILAS:
        esperado = ingenua(fila, go=go or 0.0)
        nombre = entidades.nombre(entidades.clave(fila[0]))
        assert calculado[nombre] == pytest.approx(esperado, rel=1e-12)


def test_the_national_row_adds_up():
    *estados, nacional = asignacion.tabla(asignar(go=0.02))
    assert nacional[0] == "Nacional"
    assert nacional[1:-1] == pytest.approx(np.sum([e[1:-1] for e in estados], axis=0).tolist())
    familias = sum(sum(f[1:6]) for f in FILAS)
    assert nacional[-1] == pytest.approx(nacional[-2] / familias)


def test_the_year_does_not_change_pesos_of_2004():
    assert asignacion.tabla(asignar(anio=2004)) == asignacion.tabla(asignar(anio=2010))


def test_article_87_with_families_only_and_their_own_pot_is_the_average():
    sin = renglones(asignar())
    con = renglones(asignar(ponderadores=[1, 0, 0, 0]))
    for nombre in sin:
        assert con[nombre] == pytest.approx(sin[nombre])


COMPONENTES = ["necesidades_salud", "Aportaciones adicionales", "Desempeño (índice)"]
CON_COMPONENTES = [
    [*f, *c]
    for f, c in zip(FILAS, [[5.0, 0.0, 1.0], [3.0, 2.0, 1.0], [2.0, 2.0, 2.0]], strict=True)
]


def test_article_87_component_by_component():
    """By hand: full-year families, so that the quarter does not enter."""
    filas = [[f[0], 0, 0, 0, 0, sum(f[1:6]), 0.0, *f[7:]] for f in CON_COMPONENTES]
    pesos = [0.6, 0.2, 0.15, 0.05]
    resultado = asignar(filas, [*ENCABEZADO, *COMPONENTES], ponderadores=pesos, meta_nacional=4e5)
    bolsa = 1.5 * 0.15 * 45.24 * 365 * 4e5
    familias = [f[5] for f in filas]
    columnas = [familias, *([f[7 + j] for f in filas] for j in range(3))]
    for i, asf in enumerate(resultado.asf):
        esperada = sum(w * bolsa * c[i] / sum(c) for w, c in zip(pesos, columnas, strict=True))
        assert asf == pytest.approx(esperada, rel=1e-12)
    assert resultado.asf.sum() == pytest.approx(bolsa)
    # The base of the funds is the ASF of the state.
    assert resultado.fpgc == pytest.approx(
        0.08 * (resultado.cs + resultado.asf + resultado.ase), rel=1e-12
    )


def test_article_87_pays_the_part_of_the_year():
    encabezado = [*ENCABEZADO, *COMPONENTES]
    opciones = {"ponderadores": [0.5, 0.3, 0.1, 0.1]}
    en_partes = asignar(CON_COMPONENTES, encabezado, **opciones)
    anual = asignar(
        [[f[0], sum(f[1:6]), 0, 0, 0, 0, *f[6:]] for f in CON_COMPONENTES], encabezado, **opciones
    )
    parte = [(f[5] + f[1] + 0.75 * f[2] + 0.5 * f[3] + 0.25 * f[4]) / sum(f[1:6]) for f in FILAS]
    assert en_partes.asf == pytest.approx(anual.asf * np.array(parte))


@given(
    st.lists(st.floats(0, 1), min_size=4, max_size=4).filter(lambda w: sum(w) > 0.01),
    st.lists(st.floats(0.1, 1e6), min_size=8, max_size=8),
)
def test_the_pot_is_shared_whole(pesos, valores):
    w = np.array(pesos) / math.fsum(pesos)
    w[0] += 1.0 - w.sum()
    familias, *resto = np.array(valores).reshape(4, 2)
    reparto = articulo87.repartir(
        1e9, familias, dict(zip(articulo87.COMPONENTES[1:], resto, strict=True)), np.abs(w)
    )
    assert reparto.total.sum() == pytest.approx(1e9)
    assert (reparto.total >= 0).all()
    # Linear in the weights: the shares are the sensitivity.
    np.testing.assert_allclose(reparto.total, 1e9 * reparto.participaciones @ np.abs(w), rtol=1e-9)


def test_half_a_year_when_the_quarter_is_not_known():
    encabezado = ["Entidad", "Familias nuevas", "familias_previas", "Recursos existentes (pesos)"]
    media = asignar([["Tabasco", 1000.0, 500.0, 0.0]], encabezado)
    assert media.anios_familia.tolist() == [1000.0]
    assert media.familias.tolist() == [1500.0]
    assert media.cs[0] == pytest.approx(2476.89 * 1000)


def test_header_in_any_order_or_none():
    esperado = asignacion.tabla(asignar())
    orden = [6, 0, 4, 3, 2, 1, 5]
    assert esperado == asignacion.tabla(
        asignar([[f[j] for j in orden] for f in FILAS], [ENCABEZADO[j] for j in orden])
    )
    assert esperado == asignacion.tabla(asignar(encabezado=None))


def test_operating_expenses_of_the_table_or_of_the_fraction():
    con = [[*f, g] for f, g in zip(FILAS, (1e6, 2e6, None), strict=True)]
    encabezado = [*ENCABEZADO, "gastos de operación"]
    assert asignar(con, encabezado).gastos_operacion.tolist() == [1e6, 2e6, 0.0]
    with pytest.raises(DatoInvalido, match=r"go: .*una u otra"):
        asignar(con, encabezado, go=0.03)
    go = asignar(go=0.03)
    assert go.gastos_operacion == pytest.approx(0.03 * go.transferencia)


def test_a_state_without_families_has_no_amount_per_family():
    resultado = asignar([["Jalisco", 0, 0, 0, 0, 0, 5e6], FILAS[0]], ponderadores=[1, 0, 0, 0])
    assert resultado.por_familia[0] is None
    assert resultado.transferencia[0] == 0.0


MALAS = [
    ([["Tabazco", *FILAS[0][1:]]], r"entidades, fila 2: .*¿quizá «Tabasco»"),
    (
        [FILAS[0], FILAS[1], ["TAB", *FILAS[0][1:]]],
        r"entidades, fila 4: .*Tabasco otra vez.*fila 2",
    ),
    ([["Nacional", *FILAS[0][1:]]], r"fila 2: .*el total lo calcula"),
    ([["Tabasco", 1, 2, -3, 4, 5, 6]], r"fila 2, columna «familias_t3»: se encontró -3;"),
    ([["Tabasco", 1, 2, "3", 4, 5, 6]], r"fila 2, columna «familias_t3»: se encontró «3»;"),
    ([["Tabasco", 1, None, 3, 4, 5, 6]], r"columna «familias_t2»: se encontró una celda vacía"),
    ([["Tabasco", 1, 2, 3, 4, 5, None]], r"«recursos_existentes»: se encontró una celda vacía"),
    ([[None, 1, 2, 3, 4, 5, 6]], r"fila 2: se encontró una celda vacía; .*entidad federativa"),
    ([["Tabasco", 6e6, 6e6, 0, 0, 0, 0]], r"12,000,000 familias .*la meta \(11,898,254\)"),
]


@pytest.mark.parametrize(("filas", "mensaje"), MALAS)
def test_bad_rows_are_named(filas, mensaje):
    with pytest.raises(DatoInvalido, match=mensaje):
        asignar(filas)


@pytest.mark.parametrize(
    ("encabezado", "mensaje"),
    [
        (["estado_civil", *ENCABEZADO[1:]], "encabezado"),
        ([*ENCABEZADO[:4], "familias_t5", *ENCABEZADO[5:]], "familias_t5"),
        (
            [*ENCABEZADO[:6], "recursos existente"],
            r"recursos existente.*¿quizá «recursos_existentes»",
        ),
        ([*ENCABEZADO[:5], "familias_t1", "recursos_existentes"], "dos veces"),
        (["entidad", "familias_nuevas", *ENCABEZADO[2:]], "las mismas familias contarían dos"),
        ([*ENCABEZADO[:6], "Recursos existentes (mdp)"], r"\(mdp\)»; se esperaba montos en pesos"),
    ],
)
def test_bad_headers(encabezado, mensaje):
    with pytest.raises(DatoInvalido, match=mensaje):
        asignar(encabezado=encabezado)


@pytest.mark.parametrize(
    ("opciones", "mensaje"),
    [
        ({"ponderadores": [0.5, 0.5, 0, 0]}, "sin la columna «necesidades_salud»"),
        ({"ponderadores": [0.5, 0.4, 0, 0]}, "una suma de 0.9"),
        ({"ponderadores": [1.5, -0.5, 0, 0]}, "ponderadores, necesidades_salud: se encontró -0.5"),
        ({"ponderadores": [1, 0, 0]}, "3 valores"),
        ({"meta_nacional": 1000}, r"familias en total; se esperaba no más que la meta \(1,000\)"),
        ({"anio": 2012}, "2004 a 2010.*use SPS_CS"),
        ({"go": -0.1}, "go"),
        ({"go": 3}, "0.03"),
    ],
)
def test_bad_options(opciones, mensaje):
    with pytest.raises(DatoInvalido, match=mensaje):
        asignar(**opciones)


def test_a_pot_so_large_that_the_fee_does_not_cover_the_funds():
    with pytest.raises(DatoInvalido, match=r"entidades, Tabasco: .* ¿falta alguna entidad"):
        asignar([["Tabasco", 0, 0, 0, 0, 100, 0]], ponderadores=[1, 0, 0, 0], meta_nacional=1000)


def test_weights_by_name():
    nombres = [["desempeño", 0.1], ["familias", 0.6], ["necesidades de salud", 0.3]]
    assert articulo87.leer_ponderadores(nombres).tolist() == [0.6, 0.3, 0.0, 0.1]
    assert articulo87.leer_ponderadores([[1.0], [0.0], [0.0], [0.0]]).tolist() == [1, 0, 0, 0]
    assert articulo87.leer_ponderadores(list(zip(*nombres, strict=True))).tolist() == [
        0.6,
        0.3,
        0.0,
        0.1,
    ]
    con_encabezado = [["componente", "peso"], *nombres]
    assert articulo87.leer_ponderadores(con_encabezado).tolist() == [0.6, 0.3, 0.0, 0.1]
    with pytest.raises(DatoInvalido, match=r"ponderadores, fila 2: se encontró «familias»"):
        articulo87.leer_ponderadores([["familias", 0.5], ["familias", 0.5]])
