"""Health spending and comparison of states, as a sheet calls them."""

import pytest

import udfs
from pymodel import datos
from pymodel.errores import DatoInvalido

# CUADRO V of chapter I, printed private spending 2005-2010.
PRIVADO = (273761, 286577, 298941, 310998, 322691, 333651)


def columna(tabla, nombre):
    j = tabla[0].index(nombre)
    return [fila[j] for fila in tabla[1:]]


def test_private_spending_of_scenario_one():
    tabla = udfs.sps_gasto_salud()
    assert tabla[0] == [
        "anio",
        "IMSS",
        "ISSSTE",
        "PEMEX",
        "SS",
        "gasto público",
        "gasto de bolsillo",
        "primas",
        "gasto privado",
        "total",
    ]
    assert columna(tabla, "anio") == list(range(2005, 2011))
    assert columna(tabla, "gasto privado") == pytest.approx(PRIVADO, abs=50)
    assert columna(udfs.sps_gasto_salud(3), "gasto privado")[-1] == pytest.approx(350575, abs=1)


def test_what_an_analyst_changes_moves_only_what_it_must():
    base = udfs.sps_gasto_salud(1)
    nadie = udfs.sps_gasto_salud(1, alfa=[[0.0] * 6] * 10)
    assert columna(nadie, "gasto de bolsillo") == columna(
        udfs.sps_gasto_salud(3), "gasto de bolsillo"
    )
    otra = udfs.sps_gasto_salud(1, opciones=[["ss_2006", 96249 + 100], ["incremento fijo", 977]])
    assert [
        round(b - a) for a, b in zip(columna(base, "SS"), columna(otra, "SS"), strict=True)
    ] == [
        0,
        *[100] * 5,
    ]
    assert udfs.sps_gasto_salud(2) == udfs.sps_gasto_salud(1, beta=[0.07, 0.05, 0.08, 0.34, 0.61])


def test_effort_of_guerrero():
    """Its printed number of times, from the spending that it implies."""
    ase = 1238.445 * 518800 / 1e6
    assert udfs.sps_veces(ase, ase / 24.29) == pytest.approx(23.29)
    assert udfs.sps_veces([100, 50], [25, 60]) == [[3.0], [0.0]]
    assert udfs.sps_veces(100, [[25], [200]]) == [[3.0], [0.0]]


def test_dispersion_of_federal_spending():
    """CUADRO II of chapter I: 0.45 and 5.4 (cut) in the text."""
    per_capita = datos.tabla("sps2006", "cuadro_i_2")["per_capita"].tolist()
    tabla = udfs.dispersion(per_capita)
    assert [f[0] for f in tabla] == [
        "concepto",
        "cv_n1",
        "cv_n",
        "max_min",
        "max_min_sin_extremos",
    ]
    assert tabla[1][1] == pytest.approx(0.452, abs=5e-4)
    assert tabla[2][1] == pytest.approx(0.445, abs=5e-4)
    assert tabla[3][1] == pytest.approx(1928 / 352)
    assert udfs.dispersion([0, 1, 2])[3][1] == ""
    assert udfs.dispersion([[1, 2], [3, 4], [5, 9]])[0] == ["concepto", "valor_1", "valor_2"]


def test_printed_regression():
    tabla = udfs.regresion_impresa(72787589, 21.81378035, 5597091, 8.954851679, [2010])
    assert tabla[0] == ["anio", "valor", "inferior", "superior"]
    anio, valor, inferior, superior = tabla[1]
    assert (anio, valor) == (2010, 72787589 + 14 * 5597091)
    assert inferior < valor < superior
    with pytest.raises(DatoInvalido, match="punto decimal"):
        udfs.regresion_impresa(72787589, 2.181378035, 5597091, 8.954851679, [2010])


def test_ranks_and_transfers():
    assert udfs.sps_lugares([5, 9, 9, 1], 1, 2) == [
        ["lugar", "clase"],
        [3, "bajo"],
        [1, "alto"],
        [1, "alto"],
        [4, "bajo"],
    ]
    filas = dict(udfs.sps_transferencias([100, 200, 600], [1, 4, 5])[1:])
    assert (filas["total"], filas["por_familia"], filas["sobre_nacional"]) == (900, 90, 2)


@pytest.mark.parametrize(
    ("llamada", "mensaje"),
    [
        (lambda: udfs.sps_gasto_salud(4), "escenario: se encontró 4"),
        (lambda: udfs.sps_gasto_salud(1.5), "escenario: se encontró 1.5"),
        (lambda: udfs.sps_gasto_salud(1, alfa=[[0.5] * 7] * 10), "10 deciles × 6 años"),
        (lambda: udfs.sps_gasto_salud(1, alfa=[[90] * 6] * 10), "0.39 es 39 %"),
        (lambda: udfs.sps_gasto_salud(1, beta=[0.1, 0.2]), "5 quintiles o 10 deciles"),
        (lambda: udfs.sps_gasto_salud(1, recursos_sps=[1, 2]), "6, de 2005 a 2010"),
        (lambda: udfs.sps_gasto_salud(1, opciones=[["s", 0.5]]), "no_asegurados"),
        (lambda: udfs.sps_veces(1, 0), "gasto_estatal: se encontró 0"),
        (lambda: udfs.dispersion([1, 2]), "al menos tres"),
        (lambda: udfs.sps_deciles([[5, 5], [5, 5]], [4, 11]), "familias, año 2"),
        (lambda: udfs.sps_lugares([1, 2], 5, 5), "cortes"),
    ],
)
def test_messages(llamada, mensaje):
    with pytest.raises(DatoInvalido, match=mensaje):
        llamada()
