"""The workbooks of contributions and of guarderías against the model, and their errors."""

import numpy as np
import pytest

from pymodel import cuotas, guarderias, servicios, ssfam
from pymodel.errores import DatoInvalido
from xl import macros, motor
from xl.libros.comun import lectura
from xl.libros.cuotas import plano


def valor(book, nombre):
    return lectura.valor(lectura.rango(book, nombre))


def fila(book, nombre):
    return np.array(lectura.filas(lectura.rango(book, nombre))[0], dtype=float)


@pytest.fixture
def abierto(construidos, tmp_path):
    """Opens a copy of a workbook."""

    def abrir(clave):
        copia = tmp_path / f"{clave}.xlsx"
        copia.write_bytes(construidos(clave).read_bytes())
        return motor.abrir(copia)

    return abrir


def test_sheets_of_contributions_are_those_of_the_model(abierto):
    trabajador = cuotas.calcular_nomina([650.0], plano.FECHA, dias=31.0, con_rcv_infonavit=True)
    filas = [f for f in plano.DE_NOMINA[2].defecto if f[1] is not None]
    nomina = cuotas.calcular_nomina(
        [f[1] for f in filas],
        plano.FECHA,
        dias=[f[2] for f in filas],
        prima_rt=[f[3] for f in filas],
        con_rcv_infonavit=True,
        factor_integracion=1.0493,
    )
    with abierto("cuotas") as book:
        for columna in plano.COLUMNAS[-4:]:
            assert valor(book, f"trab_{columna}") == pytest.approx(trabajador[columna][0])
            assert valor(book, f"nomina_{columna}") == pytest.approx(nomina[columna].sum())
        salida = [f[0] for f in lectura.filas(lectura.rango(book, "trab_salida"))]
        np.testing.assert_allclose(salida, trabajador.importes[0])
        assert valor(book, "trab_unidad") == pytest.approx(117.31)
    assert list(plano.COLUMNAS) == list(trabajador.columnas)


def test_a_change_of_date_and_of_wage(abierto):
    with abierto("cuotas") as book:
        lectura.rango(book, "trab_sbc").value = 9000
        hecho = macros.actualizar(book)
        assert valor(book, "trab_topado") == pytest.approx(25 * 117.31)
        assert any("patrón" in c for c in hecho.cambios)
        lectura.rango(book, "trab_sbc").value = 100
        with pytest.raises(DatoInvalido, match=r"Trabajador!B5 \(sbc\).*salario mínimo"):
            macros.actualizar(book)


@pytest.mark.parametrize(
    ("celda", "escrito", "mensaje"),
    [
        ("Nómina!B31", 100, r"Nómina!B31 \(sbc\): se encontró 100"),
        ("Nómina!C31", 400, r"Nómina!C31 \(dias\)"),
        ("Nómina!D31", 0.6, r"Nómina!D31 \(prima_rt\)"),
        ("Nómina!B31", None, r"Nómina!B31: .*sin huecos"),
        ("Nómina!B31", "mucho", r"Nómina!B31 \(Nómina\): se encontró «mucho»"),
        ("Prima de RT!C9", 200, r"Prima de RT!C9 \(i\)"),
        ("Prima de RT!F8", 0.4, r"Prima de RT!F8 \(prima_anterior\)"),
        ("Trabajador!B6", 50000, r"Trabajador!B6 \(fecha\)|una fecha"),
    ],
)
def test_bad_figures_name_their_cell_and_nothing_is_written(abierto, celda, escrito, mensaje):
    hoja, _, direccion = celda.partition("!")
    with abierto("cuotas") as book:
        book.sheets[hoja].range(direccion).value = escrito
        with pytest.raises(DatoInvalido, match=mensaje):
            macros.actualizar(book)


def test_a_delegacion_that_does_not_add_up(abierto):
    with abierto("guarderias_ssfam_servicios") as book:
        book.sheets["Guarderías 2005"].range("D8").value = 99999
        with pytest.raises(DatoInvalido, match=r"Guarderías 2005!A6:E41.*BCN"):
            macros.actualizar(book)


def test_an_empty_payroll_is_no_error(abierto):
    with abierto("cuotas") as book:
        lectura.rango(book, "nomina_datos").value = [[None] * 4] * plano.TRABAJADORES
        macros.actualizar(book)
        assert valor(book, "nomina_n") == 0
        assert valor(book, "nomina_total") in ("", None)


@pytest.mark.parametrize("error", [False, True])
def test_services_with_the_right_rates_and_with_the_mistakes(abierto, error):
    # The sheets add up rows that are printed rounded: thousands of pesos, not less.
    with abierto("guarderias_ssfam_servicios") as book:
        lectura.rango(book, "servicios_error").value = "sí" if error else "no"
        macros.actualizar(book)
        assert valor(book, "velatorios_2015") == pytest.approx(
            servicios.velatorios_2010(error_del_informe=error)["resultado"][-1], abs=3
        )
        assert valor(book, "centros_2015") == pytest.approx(
            servicios.centros_2010(error_del_informe=error)["resultado"][-1], abs=1
        )
        assert valor(book, "tiendas_2015") == pytest.approx(
            servicios.tiendas_2010()["resultado_total"][-1], abs=1
        )


def test_sheets_of_guarderias_are_those_of_the_model(abierto):
    with abierto("guarderias_ssfam_servicios") as book:
        for k in (1, 2, 3):
            esperada = [guarderias.cobertura(k, a) for a in range(2005, 2011)]
            np.testing.assert_allclose(fila(book, f"demanda_cob_{k}"), esperada)
        np.testing.assert_allclose(
            fila(book, "demanda_ingresos"), guarderias.ingresos_2005(), rtol=1e-12
        )
        for a, n, g in zip(
            range(2005, 2011),
            fila(book, "demanda_cap_2"),
            fila(book, "demanda_gasto_2"),
            strict=True,
        ):
            assert g == pytest.approx(guarderias.gasto(a, [n])[0])
        assert valor(book, "ssfam_pmn") == pytest.approx(ssfam.equilibrio().prima_media_nivelada)


def test_a_lower_goal_costs_less(abierto):
    with abierto("guarderias_ssfam_servicios") as book:
        antes = valor(book, "gasto_2_2010")
        lectura.rango(book, "esc_meta").value = 0.4
        macros.actualizar(book)
        assert valor(book, "cob_2_2010") == pytest.approx(0.4)
        assert valor(book, "gasto_2_2010") < antes


def test_services_of_2005(abierto):
    tiendas, velatorios, centros = (
        f() for f in (servicios.tiendas_2005, servicios.velatorios_2005, servicios.centros_2005)
    )
    with abierto("guarderias_ssfam_servicios") as book:
        # The stores of the model start from the printed total of income, the sheet from its parts.
        assert valor(book, "t05_2010") == pytest.approx(tiendas["resultado_operacion"][-1], abs=1)
        assert valor(book, "v05_2010") == pytest.approx(velatorios["resultado"][-1])
        assert valor(book, "c05_2010") == pytest.approx(centros["resultado"][-1])
        lectura.rango(book, "t05_gasto").value = 0.03
        macros.actualizar(book)
        assert valor(book, "t05_2010") < tiendas["resultado_operacion"][-1] - 1000


def test_a_firm_without_a_figure_stops_the_refresh(abierto):
    with abierto("cuotas") as book:
        book.sheets["Prima de RT"]["E9"].value = None
        with pytest.raises(DatoInvalido, match="Prima de RT!E9"):
            macros.actualizar(book)
