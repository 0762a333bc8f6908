"""Sheets of spending and states of sps.xlsx: what they show is the model's, and follows inputs."""

import shutil

import numpy as np
import pytest

from pymodel import datos, entidades
from pymodel.sps import gasto_salud
from xl import macros, motor
from xl.libros.comun import lectura
from xl.libros.sps import comparacion, deciles, desequilibrios, gasto, mapa

pytestmark = pytest.mark.filterwarnings("ignore::UserWarning")


@pytest.fixture(scope="module")
def original(construidos):
    return construidos("sps")


@pytest.fixture
def copia(original, tmp_path):
    return shutil.copy(original, tmp_path / "sps.xlsx")


def bloque(book, hoja, fila, col, filas, columnas):
    rango = book.sheets[hoja].range((fila + 1, col + 1), (fila + filas, col + columnas))
    return rango.options(ndim=2).value


def tabla(book, escenario):
    return bloque(
        book, gasto.HOJA, gasto.fila_tabla(escenario), 0, 1 + len(gasto.ANIOS), gasto.COLUMNAS
    )


def puestos(book, hoja, cambios):
    for nombre, valor in cambios.items():
        celda = lectura.rango(book, nombre)
        (celda if np.ndim(valor) else celda[0, 0]).value = valor
    return macros.actualizar(book)


@pytest.mark.parametrize("escenario", [1, 2, 3])
def test_scenarios_are_those_of_the_model(original, escenario):
    with motor.abrir(original, solo_lectura=True) as book:
        encabezado, *filas = tabla(book, escenario)
    esperado = gasto_salud.proyectar(gasto_salud.supuestos(escenario))
    assert encabezado[1:] == [gasto_salud.ROTULOS.get(c, c) for c in esperado.columns]
    np.testing.assert_allclose(np.array(filas)[:, 1:], esperado.to_numpy(), rtol=1e-9)


def test_savings_by_decile_add_up_to_the_difference_between_scenarios(original):
    n, d = len(gasto.ANIOS), len(gasto_salud.DECILES)
    with motor.abrir(original, solo_lectura=True) as book:
        (control,) = bloque(book, deciles.HOJA, deciles.FILA_AHORRO + d + 1, 2, 1, n)
        ahorro = bloque(book, deciles.HOJA, deciles.FILA_AHORRO, 2, d, n)
    np.testing.assert_allclose(control, 0.0, atol=1e-6)
    np.testing.assert_allclose(
        np.sum(ahorro, axis=0), gasto_salud.bolsillo(gasto_salud.supuestos(1)).reduccion
    )


def test_spending_with_the_affiliation_of_the_programme(copia):
    """Out-of-pocket spending changes by what the savings of the two tables of alpha differ."""
    with motor.abrir(copia) as book:
        antes = np.array([f[1:] for f in tabla(book, 1)[1:]])
        puestos(book, deciles.HOJA, {"gasto_alfa_de": "programa"})
        despues = np.array([f[1:] for f in tabla(book, 1)[1:]])
        fila = deciles.FILA_SOLUCION + len(gasto_salud.DECILES)
        programa, cuadro = bloque(book, deciles.HOJA, fila, 2, 2, len(gasto.ANIOS))
    j = gasto_salud.COLUMNAS.index("gasto_bolsillo")
    np.testing.assert_allclose(
        (despues - antes)[:, j], np.subtract(cuadro, programa), rtol=1e-6, atol=1e-6
    )
    assert np.abs(despues - antes)[:, j].max() > 100


def test_the_extremes_of_the_saving_hold_the_printed_table(copia):
    ahorros = {}
    fila = deciles.FILA_SOLUCION + len(gasto_salud.DECILES)
    with motor.abrir(copia) as book:
        for objetivo in ("ahorro_minimo", "ahorro_maximo"):
            puestos(book, deciles.HOJA, {"gasto_objetivo": objetivo})
            ahorros[objetivo], impreso = bloque(book, deciles.HOJA, fila, 2, 2, len(gasto.ANIOS))
    assert sum(ahorros["ahorro_minimo"]) < sum(impreso) < sum(ahorros["ahorro_maximo"])


def test_affiliation_moves_the_spending_of_the_secretaria(copia):
    """With a lower goal there is less money of the SPS in 2010, and nothing else moves."""
    with motor.abrir(copia) as book:
        antes = tabla(book, 1)[-1]
        recursos = bloque(book, gasto.HOJA, gasto.FILA_RECURSOS, 1, 1, 6)[0]
        puestos(book, gasto.HOJA, {"sps_meta_2010": 10_898_254.0})
        despues = tabla(book, 1)[-1]
        otros = bloque(book, gasto.HOJA, gasto.FILA_RECURSOS, 1, 1, 6)[0]
    assert despues[1:4] == antes[1:4]
    assert despues[6:9] == antes[6:9]
    # From 2006, the base, on: the change of the money, peso by peso.
    cambio = (otros[-1] - otros[1]) - (recursos[-1] - recursos[1])
    assert despues[4] - antes[4] == pytest.approx(cambio, rel=1e-9)
    assert cambio < -1000


def test_ranks_are_those_of_the_report(original):
    """CUADRO III of chapter II: 96 of 96."""
    impreso = datos.tabla("sps2006", "cuadro_ii_3")
    claves = [entidades.clave(str(n)) for n in impreso["entidad"]]
    with motor.abrir(original, solo_lectura=True) as book:
        for indicador, cuadro in (
            ("avance", "avance_de_cobertura"),
            ("responsabilidad", "responsabilidad_de_afiliacion"),
            ("participación", "participacion_en_la_afiliacion_nacional"),
        ):
            col = comparacion.INDICADORES[indicador] + 1
            filas = bloque(book, comparacion.HOJA, comparacion.FILA, col, comparacion.N, 1)
            lugares = dict(zip(comparacion.orden(), (f[0] for f in filas), strict=True))
            assert [lugares[c] for c in claves] == impreso[cuadro].tolist()


def test_state_effort_is_the_printed_one(original):
    with motor.abrir(original, solo_lectura=True) as book:
        filas = bloque(book, desequilibrios.HOJA, desequilibrios.FILA_ESFUERZO + 2, 4, 23, 2)
    calculado, impreso = np.array(filas).T
    np.testing.assert_allclose(calculado, impreso, atol=0.01)


def test_the_map_shows_the_indicator_chosen(copia):
    """Every state once, each with its own figure; those without transfers in 2004 stay blank."""
    assert sorted(mapa.MOSAICO) == sorted(entidades.catalogo()["cve_ent"])
    assert len(set(mapa.MOSAICO.values())) == 32
    with motor.abrir(copia) as book:
        puestos(book, mapa.HOJA, {"mapa_indicador": comparacion.DEL_MAPA[-1][0]})
        filas = bloque(book, comparacion.HOJA, comparacion.FILA, 0, comparacion.N, 20)
        for clave, fila in zip(comparacion.orden(), filas, strict=True):
            renglon, col = mapa.MOSAICO[clave]
            rotulo, valor = (
                bloque(book, mapa.HOJA, mapa.FILA + 3 * renglon + k, mapa.COLUMNA + col, 1, 1)[0][0]
                for k in (0, 1)
            )
            assert entidades.clave(rotulo) == clave
            assert valor == fila[18]
            assert (valor in (None, "")) == (fila[3] is None)


def test_a_new_state_with_transfers_in_2004_enters_the_statistics(copia):
    with motor.abrir(copia) as book:
        puestos(book, comparacion.HOJA, {})
        fila = comparacion.FILA + comparacion.N + 3 + 2
        antes = bloque(book, comparacion.HOJA, fila, 2, 1, 1)[0][0]
        primera_sin = comparacion.FILA + 29
        book.sheets[comparacion.HOJA].range((primera_sin + 1, 4), (primera_sin + 1, 5)).value = [
            [1e6, 1000.0]
        ]
        macros.actualizar(book)
        assert bloque(book, comparacion.HOJA, fila, 2, 1, 1)[0][0] == antes + 1000
        # Out of order: the one above has none, and the statistics do not skip it.
        book.sheets[comparacion.HOJA].range((primera_sin + 1, 4), (primera_sin + 1, 5)).value = [
            [None, None]
        ]
        book.sheets[comparacion.HOJA].range((primera_sin + 2, 4), (primera_sin + 2, 5)).value = [
            [1e6, 1000.0]
        ]
        macros.actualizar(book)
        errores = {a.celda: a.mensaje for a in book.impl.calculate(todo=True).errores}
    assert errores["C46"].startswith("SPS_TRANSFERENCIAS: montos, valor 30: se encontró una celda")
