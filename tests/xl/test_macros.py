"""The refresh over a closed file: the same figures on the sheets and in the model."""

import datetime as dt
import shutil
import zipfile
from pathlib import Path

import pytest

from pymodel.errores import DatoInvalido
from pymodel.valuacion import CASOS, ESCENARIOS, PROPIO, caso, valuar
from xl import macros, motor
from xl.libros.valuacion import plano, refresco


@pytest.fixture
def abierto(libro):
    with motor.abrir(libro) as book:
        yield book


def celda(book, nombre):
    return book.names[nombre].refers_to_range


def resultados(book):
    filas = celda(book, "resultados").options(ndim=2).value
    return {(f[0], f[1]): f for f in filas if f[0]}


def test_fresh_book_has_base_and_every_scenario(abierto):
    tabla = resultados(abierto)
    assert len(tabla) == len(CASOS) * (1 + len(ESCENARIOS))
    for c in CASOS:
        assert tabla["Base", c.titulo][6] == pytest.approx(
            celda(abierto, plano.nombre(c, "pn")).value, rel=1e-12
        )


def test_sheet_formulas_and_model_agree_after_changes(abierto):
    """Primas and Balance are live formulas, Resultados is the model: two ways to one number."""
    celda(abierto, "srt_2005_tasa").value = 0.04
    celda(abierto, "srt_2005_crecimiento").value = 0.01
    celda(abierto, "siv_2010_tasa").value = 0.03
    celda(abierto, "gmp_2010_horizonte").value = 60
    celda(abierto, "gmp_2005_convencion").value = "inicio"
    celda(abierto, "srt_2010_interpolacion").value = "geometrica"
    celda(abierto, "siv_2005_perpetuidad").value = "no"
    celda(abierto, "siv_2010_prima_ingreso").value = 0.03
    macros.actualizar(abierto)
    tabla = resultados(abierto)
    for c in CASOS:
        fila = tabla["Base", c.titulo]
        for nombre, columna in (("vpsf", 4), ("vp_total", 5), ("pn", 6), ("deficit", 8)):
            en_hoja = celda(abierto, plano.nombre(c, nombre)).value
            assert en_hoja == pytest.approx(fila[columna], rel=1e-9), (c.titulo, nombre)


def test_refresh_twice_changes_nothing_but_the_log(libro):
    def leer():
        with motor.abrir(libro) as book:
            hecho = macros.actualizar(book)
            book.save()
        with zipfile.ZipFile(libro) as z:
            return hecho, {n: z.read(n) for n in z.namelist()}

    _, antes = leer()
    hecho, despues = leer()
    assert hecho.cambios == ()
    assert set(antes) == set(despues)
    distintas = {n for n in antes if antes[n] != despues[n]}
    with motor.abrir(libro) as book:
        indice = [s.name for s in book.sheets].index(plano.BITACORA) + 1
    assert distintas == {f"xl/worksheets/sheet{indice}.xml"}


def test_log_says_who_when_and_what(abierto):
    celda(abierto, "srt_2010_tasa").value = 0.03
    hecho = macros.actualizar(abierto)
    inicio = celda(abierto, "bitacora")
    fila = inicio.offset(1, 0).resize(1, 6).value
    assert dt.datetime.fromisoformat(fila[0]).year >= 2026
    assert fila[1]
    assert fila[3] == "Actualizar"
    assert "Supuestos!F8 = 0.03 (origen 0.035)" in fila[4]
    assert any("SRT 2010, Base: prima nivelada" in c for c in hecho.cambios)
    assert "verificaciones" in fila[5]


def test_reset_puts_every_input_back(abierto):
    celda(abierto, "srt_2010_tasa").value = 0.03
    celda(abierto, "escenario_2_tasa").value = 0.02
    celda(abierto, "gmp_2005_impresos")[0, 0].value = 1.0
    macros.actualizar(abierto)
    macros.restablecer_supuestos(abierto)
    hecho = macros.actualizar(abierto)
    assert hecho.supuestos == ()
    assert {p[0]: p[1] for p in hecho.primas}["SRT 2010"] == pytest.approx(0.016, abs=5e-5)


def llenar_propios(book, filas):
    book.sheets[plano.PROPIOS].range((plano.FILA_FLUJOS + 1, plano.COLUMNA_ANIO + 1)).value = filas


def test_own_flows_reach_every_sheet(abierto):
    """The flows of SRT 2010 pasted as own ones, without tail: the same premiums."""
    c = caso("srt_2010")
    hoja = abierto.sheets[plano.hoja_flujos(c)]
    filas = hoja.range((plano.FILA_FLUJOS + 1, 2)).resize(100, 6).value
    llenar_propios(abierto, filas)
    hecho = macros.actualizar(abierto)
    abierto.app.calculate()
    propia = {p[0]: p[1] for p in hecho.primas}["Flujos propios"]
    assert celda(abierto, "propios_pn").value == pytest.approx(propia, rel=1e-12)
    tabla = resultados(abierto)
    assert tabla["Base", "Flujos propios"][4] == pytest.approx(
        celda(abierto, "propios_vpsf").value, rel=1e-12
    )
    sin_cola = tabla["Base", "SRT 2010"][4] - tabla["Base", "SRT 2010"][12]
    assert tabla["Base", "Flujos propios"][4] == pytest.approx(sin_cola, rel=1e-12)
    suficiencia = abierto.sheets[plano.SUFICIENCIA].range("A12").resize(1, 14).value
    assert suficiencia[0] == "Flujos propios"
    assert suficiencia[3] == "suficiente"
    assert celda(abierto, "propios_deficit").value == pytest.approx(
        tabla["Base", "Flujos propios"][8], rel=1e-9
    )


def test_own_flows_at_a_shorter_horizon(abierto):
    """Sheet and model cut the same years."""
    llenar_propios(abierto, [[2020 + i, 900.0 + 9 * i, 5.0, 1.0 + i, 0.5, 2.0] for i in range(30)])
    celda(abierto, "propios_horizonte").value = 10
    celda(abierto, "propios_reserva").value = 50
    macros.actualizar(abierto)
    fila = resultados(abierto)["Base", "Flujos propios"]
    for nombre, columna in (("vpsf", 4), ("vp_total", 5), ("pn", 6), ("deficit", 8)):
        en_hoja = celda(abierto, plano.nombre(PROPIO, nombre)).value
        assert en_hoja == pytest.approx(fila[columna], rel=1e-12), nombre


def test_second_horizon_never_takes_the_tail(abierto):
    celda(abierto, "srt_2010_horizonte_corto").value = 100
    casos = {c.clave: (f, s) for c, f, s in refresco.leer_casos(abierto)}
    f, s = casos["srt_2010"]
    v = valuar(caso("srt_2010"), f, s)
    assert celda(abierto, "srt_2010_pn_corta").value == pytest.approx(
        v.prima_nivelada_corta, rel=1e-12
    )


@pytest.mark.parametrize(
    ("cambios", "nombre"),
    [
        ({"gmp_2005_perpetuidad": "si"}, "gmp_2005_pn"),
        ({"srt_2010_convencion": " fin"}, "srt_2010_vpsf"),
        ({"srt_2010_perpetuidad": "sí", "srt_2010_horizonte": 60}, "srt_2010_pn"),
        ({"siv_2010_colas": -5.0}, "siv_2010_vpsf"),
    ],
)
def test_what_the_refresh_refuses_is_an_error_on_the_sheet_too(abierto, cambios, nombre):
    for clave, valor in cambios.items():
        rango = celda(abierto, clave)
        (rango[0, 0] if rango.count > 1 else rango).value = valor
    with pytest.raises(DatoInvalido):
        macros.actualizar(abierto)
    abierto.app.calculate()
    assert not isinstance(celda(abierto, nombre).value, float)


def test_few_own_years_are_enough(abierto):
    llenar_propios(abierto, [[2020 + i, 100.0 + i, 5.0, 1.0, 0.0, 2.0] for i in range(12)])
    hecho = macros.actualizar(abierto)
    assert hecho.primas[-1][0] == "Flujos propios"
    esperada = sum(8.0 / 1.035**t for t in range(1, 13)) / sum(
        (99.0 + t) / 1.035**t for t in range(1, 13)
    )
    assert hecho.primas[-1][1] == pytest.approx(esperada, rel=1e-12)


@pytest.mark.parametrize(
    ("nombre", "valor", "mensaje"),
    [
        ("srt_2010_tasa", 3.5, r"Supuestos!F8 \(Tasa de descuento\).*0\.035"),
        ("srt_2010_tasa", "3.5%", r"Supuestos!F8.*texto"),
        ("srt_2010_tasa", None, r"Supuestos!F8.*vacía"),
        ("srt_2010_tasa", True, r"Supuestos!F8"),
        ("siv_2005_crecimiento", 0.04, r"Supuestos!D13.*menor que la tasa"),
        ("siv_2005_perpetuidad", "quizás", r"Supuestos!D12.*«sí», «no»"),
        ("gmp_2005_convencion", "principio", r"Supuestos!E11.*«fin», «inicio», «medio»"),
        ("gmp_2005_horizonte", 150, r"Supuestos!E9.*100 años o menos"),
        ("gmp_2005_horizonte", 1, r"Supuestos!E9.*2"),
        ("gmp_2005_perpetuidad", "si", r"Supuestos!E12.*«sí», «no»"),
        ("gmp_2005_perpetuidad", "SÍ", r"Supuestos!E12.*«sí», «no»"),
        ("gmp_2005_perpetuidad", True, r"Supuestos!E12.*VERDADERO"),
        ("srt_2010_convencion", "Início", r"Supuestos!F11.*Início"),
        ("gmp_2005_horizonte", 50.5, r"Supuestos!E9.*entero"),
        ("srt_2010_perpetuidad", "sí", r"Supuestos!F12.*cola"),
        ("escenario_1_tasa", 5, r"Escenarios!D9"),
        ("escenario_2_nombre", "Tasa -0.5 puntos", r"Escenarios!E7.*distinto"),
        ("escenario_3_sigue_pensiones", "tal vez", r"Escenarios!F11"),
        ("escenario_3_salarios", 0.3, r"escenario «Salarios \+0\.5 % anual»"),
        ("siv_2010_prima_ingreso", 0, r"Supuestos!G15.*mayor que 0"),
    ],
)
def test_bad_inputs_name_the_cell_and_write_nothing(libro, nombre, valor, mensaje):
    antes = Path(libro).read_bytes()
    with motor.abrir(libro) as book:
        celda(book, nombre).value = valor
        previos = resultados(book)
        with pytest.raises(DatoInvalido, match=mensaje):
            macros.actualizar(book)
        assert resultados(book) == previos
    assert Path(libro).read_bytes() == antes


def test_bad_flows_name_the_cell(abierto):
    celda(abierto, "srt_2005_impresos")[3, 1].value = "n.d."
    with pytest.raises(DatoInvalido, match=r"Flujos SRT 2005!\w+11.*«n\.d\.»"):
        macros.actualizar(abierto)


@pytest.mark.parametrize(
    ("filas", "mensaje"),
    [
        ([[2020, 100, 5, 1, 0, 2], [2022, 101, 5, 1, 0, 2]], "Flujos propios!B9.*2021"),
        ([[2020, 100, 5, 1, 0, 2], [2021, None, 5, 1, 0, 2]], "Flujos propios!C9.*vacía"),
        ([[2020, 0, 5, 1, 0, 2]], "masa_salarial.*mayor que 0"),
        ([[2020, 100, 5, 1, "", 2]], "Flujos propios!F8.*vacía"),
    ],
)
def test_bad_own_flows_are_refused(abierto, filas, mensaje):
    llenar_propios(abierto, filas)
    with pytest.raises(DatoInvalido, match=mensaje):
        macros.actualizar(abierto)


def test_printed_years_must_span_the_sheet(abierto):
    celda(abierto, "srt_2010_anios_impresos")[23, 0].value = 2111
    with pytest.raises(DatoInvalido, match=r"de 2011 a 2111.*de 2011 a 2110"):
        macros.actualizar(abierto)


def test_error_cells_are_not_taken_for_empty_ones(abierto):
    filas = [[2020 + i, 100.0 + i, 5.0, 1.0, 0.0, 2.0] for i in range(30)]
    llenar_propios(abierto, filas)
    hoja = abierto.sheets[plano.PROPIOS]
    hoja.range("B36").formula = "=1/0"
    with pytest.raises(DatoInvalido, match=r"Flujos propios!B36.*#DIV/0!"):
        macros.actualizar(abierto)


def test_years_that_do_not_fit_are_refused(abierto):
    llenar_propios(abierto, [[1990 + i, 100.0, 5.0, 1.0, 0.0, 2.0] for i in range(121)])
    with pytest.raises(DatoInvalido, match=r"Flujos propios!B128.*caben 120 años"):
        macros.actualizar(abierto)


def test_a_renamed_cell_is_told(libro, tmp_path):
    roto = tmp_path / "roto.xlsx"
    with zipfile.ZipFile(libro) as origen, zipfile.ZipFile(roto, "w") as destino:
        for parte in origen.infolist():
            cuerpo = origen.read(parte)
            if parte.filename == "xl/workbook.xml":
                cuerpo = cuerpo.replace(b'"srt_2010_tasa"', b'"srt_2010_rate"')
            destino.writestr(parte, cuerpo)
    with motor.abrir(roto) as book, pytest.raises(DatoInvalido, match="srt_2010_tasa"):
        macros.actualizar(book)


def test_two_users_cannot_refresh_the_same_file(libro):
    with (
        motor.abrir(libro),
        pytest.raises(DatoInvalido, match="otra actualización en curso"),
        motor.abrir(libro),
    ):
        pass


def test_backup_is_the_previous_version(libro):
    antes = Path(libro).read_bytes()
    with motor.abrir(libro) as book:
        macros.actualizar(book)
        book.save()
    respaldos = [p for p in Path(libro).parent.iterdir() if ".bak" in p.name]
    assert [p.read_bytes() for p in respaldos] == [antes]
    shutil.copy(respaldos[0], libro)


def test_a_read_only_workbook_is_not_replaced(libro):
    Path(libro).chmod(0o444)
    antes = Path(libro).read_bytes()
    with motor.abrir(libro) as book:
        macros.actualizar(book)
        with pytest.raises(DatoInvalido, match="sólo lectura"):
            book.save()
    assert Path(libro).read_bytes() == antes
