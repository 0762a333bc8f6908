"""Workbook mifa.xlsx: every sheet follows the assumptions; its figures are those of the model."""

import re
import shutil
import zipfile

import numpy as np
import pytest

from pymodel.errores import DatoInvalido
from pymodel.mifa import equilibrio, indicadores, seguros, transferencia
from pymodel.mifa.base import PARTIDAS
from pymodel.mifa.largo_plazo import flujo
from xl import macros, motor
from xl.libros.comun import lectura
from xl.libros.mifa import escenarios, plano, primas, tablas
from xl.libros.mifa import indicadores as hoja_indicadores
from xl.libros.mifa import transferencia as hoja_transferencia


@pytest.fixture
def copia(construidos, tmp_path):
    return shutil.copy(construidos("mifa"), tmp_path / "mifa.xlsx")


def valor(book, nombre):
    return lectura.valor(lectura.rango(book, nombre))


def serie(book, nombre):
    return np.array(lectura.columna(book, nombre))


def hoja(book, nombre):
    return lectura.filas(book.sheets[nombre].used_range)


def todo(f, nombre):
    s = seguros.seguro(f, nombre)
    return s, equilibrio.equilibrio(s, f.supuestos.tasa_descuento, f.supuestos.smgdf)


def test_sheets_are_those_of_the_model(construidos):
    f = flujo()
    with motor.abrir(construidos("mifa"), solo_lectura=True) as book:
        for p in PARTIDAS:
            np.testing.assert_allclose(serie(book, plano.flujo(p.clave)), f.partidas[p.clave][0])
        for nombre in plano.ORDEN:
            s, e = todo(f, nombre)
            r = equilibrio.resumen(s, e, f.supuestos.tasa_descuento)
            np.testing.assert_allclose(
                serie(book, plano.serie(nombre, "resultado")), s.resultado[0]
            )
            assert valor(book, primas.pmn(nombre)) == pytest.approx(e.pmn[0, 0])
            for h, vp in zip(equilibrio.HORIZONTES, r.valores_presentes[0], strict=True):
                assert valor(book, primas.vp(nombre, h)) == pytest.approx(vp)


def test_indicators_of_the_sheet_are_those_of_the_model(construidos):
    f = flujo()
    with motor.abrir(construidos("mifa"), solo_lectura=True) as book:
        filas = hoja(book, plano.INDICADORES)
        alertas = lectura.filas(lectura.rango(book, "alertas_mifa"))[0]
    por_nombre = {fila[0]: fila for fila in reversed(filas) if fila[0]}  # the first table
    for j, nombre in enumerate(plano.ORDEN):
        s, e = todo(f, nombre)
        fuera = 0
        for i in indicadores.INDICADORES:
            esperado = i.calcular(s, e)[0, 0]
            celda = por_nombre[i.nombre][hoja_indicadores.PRIMERA + j]
            assert celda == pytest.approx(esperado), (nombre, i.clave)
            fuera += esperado > i.umbral if i.alerta_si == "mayor" else esperado < i.umbral
        assert alertas[j] == fuera


def test_transfer_of_the_sheet_is_that_of_the_model(copia):
    def del_modelo(criterio, minimo):
        f = flujo()
        factores = 1.035 ** -np.arange(40.0)
        deficit = {}
        for nombre in hoja_transferencia.DEFICIT:
            s, _ = todo(f, nombre)
            masa = (f.masa_salarial[0] * factores).sum()
            deficit[nombre] = tuple(
                (x[0] * factores).sum() / masa for x in (s.cuotas, s.gastos_totales)
            )
        superavit = {"SRT": (0.0181, 0.0160), "SIV": (0.025, 0.0171)}
        return transferencia.transferir(superavit, deficit, margen_minimo=minimo, criterio=criterio)

    with motor.abrir(copia) as book:
        for criterio, minimo in (("prorrata", 0.0), ("orden", 0.001), ("prorrata", 0.003)):
            lectura.rango(book, "criterio_transferencia").value = criterio
            lectura.rango(book, "margen_minimo_mifa").value = minimo
            macros.actualizar(book)
            esperada = del_modelo(criterio, minimo)
            assert valor(book, "cobertura_transferencia") == pytest.approx(esperada.cobertura)
            filas = {f[0]: f for f in hoja(book, plano.TRANSFERENCIA) if f[0]}
            cedido = [filas[s][4] for s in hoja_transferencia.SUPERAVIT]
            recibido = [filas[s][4] for s in hoja_transferencia.DEFICIT]
            np.testing.assert_allclose(cedido, esperada.cedido, atol=1e-12)
            np.testing.assert_allclose(recibido, esperada.recibido, atol=1e-12)


LARGO = pytest.mark.largo
# Sheets that show the scenario in use.
DEPENDIENTES = (
    plano.FLUJO,
    plano.SEGUROS_HOJA,
    plano.PRIMAS,
    plano.INDICADORES,
    plano.TRANSFERENCIA,
    plano.ESCENARIOS,
    plano.FLUJO_ANUAL,
    plano.SEGUROS_ANUAL,
)


@pytest.mark.parametrize(
    ("entrada", "nuevo", "hojas"),
    [
        ("base_crecimiento_salarial", 0.010, DEPENDIENTES),
        ("base_desplazamiento_asegurados", -0.005, DEPENDIENTES),
        pytest.param("base_tasa_interes", 0.06, DEPENDIENTES, marks=LARGO),
        pytest.param("base_inflacion", 0.03, DEPENDIENTES, marks=LARGO),
        pytest.param("base_crecimiento_plazas", 0.0, DEPENDIENTES, marks=LARGO),
        pytest.param("base_crecimiento_salarial_imss", 0.005, DEPENDIENTES, marks=LARGO),
        ("escenario_en_uso", "Alternativo 2", DEPENDIENTES[:-3]),
    ],
)
def test_one_assumption_moves_every_sheet_that_depends_on_it(copia, entrada, nuevo, hojas):
    with motor.abrir(copia) as book:
        antes = {h: hoja(book, h) for h in hojas}
        lectura.rango(book, entrada).value = nuevo
        hecho = macros.actualizar(book)
        assert hecho.cambios
        iguales = [h for h in hojas if hoja(book, h) == antes[h]]
    assert iguales == []


def test_scenarios_are_the_model_with_their_assumptions(construidos):
    with motor.abrir(construidos("mifa"), solo_lectura=True) as book:
        bloque = np.array(lectura.matriz(book, escenarios.NOMBRE))
    alternativos = (
        {},
        {"crecimiento_salarial": 0.010},
        {"desplazamiento_asegurados": -0.005},
        {"tasa_interes": 0.0619, "crecimiento_plazas": 0.0},
    )
    for j, uno in enumerate(alternativos):
        np.testing.assert_allclose(bloque[:, j], escenarios.medidas(uno), rtol=1e-9)


def test_the_scenario_in_use_is_the_column_of_the_same_name(copia):
    with motor.abrir(copia) as book:
        for j, nombre in enumerate(plano.NOMBRES_ESCENARIO):
            lectura.rango(book, "escenario_en_uso").value = nombre
            macros.actualizar(book)
            bloque = np.array(lectura.matriz(book, escenarios.NOMBRE))
            fila = next(
                i
                for i, (s, t, *_) in enumerate(escenarios.RENGLONES)
                if (s, t) == ("SEM", "Prima media nivelada")
            )
            assert valor(book, "pmn_sem") == pytest.approx(bloque[fila, j], rel=1e-9)


def test_current_pesos_of_the_cash_flow(copia):
    f = flujo()
    with motor.abrir(copia) as book:
        lectura.rango(book, "moneda_flujo").value = tablas.MONEDAS[1]
        macros.actualizar(book)
        fila = next(x for x in hoja(book, plano.FLUJO) if x[0] == "Cuotas obrero-patronales")
    corrientes = (f.partidas["cop"] * f.supuestos.deflactor)[0, -1]
    assert fila[1 + len(plano.ANIOS_IMPRESOS)] == pytest.approx(corrientes)


def test_a_bad_assumption_stops_the_refresh_with_its_cell(copia):
    with motor.abrir(copia) as book:
        lectura.rango(book, "alt1_inflacion").value = 0.9
        with pytest.raises(DatoInvalido, match=r"Supuestos!E11.*Alternativo 1: Inflación.*0\.9"):
            macros.actualizar(book)


def test_old_values_that_another_program_left_are_worked_out_again(copia, tmp_path):
    """The cell of an assumption changes inside the file; every formula keeps its old value."""
    with motor.abrir(copia) as book:
        antes = valor(book, "pmn_sem")
        celda = lectura.rango(book, "base_crecimiento_salarial").address.replace("$", "")
    tocado = tmp_path / "tocado.xlsx"
    with zipfile.ZipFile(copia) as dentro, zipfile.ZipFile(tocado, "w") as fuera:
        for parte in dentro.namelist():
            texto = dentro.read(parte)
            if parte == "xl/worksheets/sheet2.xml":
                patron = rf'(<c r="{celda}"[^>]*><v>)0.014(</v>)'.encode()
                texto, veces = re.subn(patron, rb"\g<1>0.01\g<2>", texto)
                assert veces == 1
            fuera.writestr(parte, texto)
    with motor.abrir(tocado) as book:
        hecho = macros.actualizar(book)
        assert valor(book, "pmn_sem") > antes + 0.01
        assert any("SEM" in c for c in hecho.cambios)


@pytest.mark.parametrize(
    ("hoja", "celda", "nuevo", "dicho"),
    [
        ("Control auxiliar", "D6", "x", "se encontró «x»"),
        ("Control auxiliar", "D6", None, "una celda vacía"),
        ("Corto plazo 2005", "B31", "1,000", "1,000"),
        ("Corto plazo 2005", "C31", None, "una celda vacía"),
        ("Reservas", "B6", 163_370_900.0, "a 1.6"),
    ],
)
def test_a_figure_of_a_table_that_is_none_stops_the_refresh(copia, hoja, celda, nuevo, dicho):
    """A text or a gap would fall out of a sum of the sheet without a word."""
    with motor.abrir(copia) as book:
        book.sheets[hoja][celda].value = nuevo
        with pytest.raises(DatoInvalido, match=f"{hoja}!{celda}") as error:
            macros.actualizar(book)
    assert dicho in str(error.value)
