"""The command line as a person uses it, mistakes included."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from xl.__main__ import app, errores, salida

RAIZ = Path(__file__).parents[2]


@pytest.fixture(autouse=True)
def ancho():
    """A wide terminal, so that no table cuts what is looked for."""
    salida.width = errores.width = 220
    yield
    salida._width = errores._width = None


def run(*palabras):
    return CliRunner().invoke(app, [str(p) for p in palabras])


def test_refresh_prints_premiums_and_where_the_book_is(libro):
    r = run("actualizar", libro)
    assert r.exit_code == 0, r.output
    assert "SRT 2010" in r.output
    assert "1.60%" in r.output
    assert "Ningún resultado cambió" in r.output
    assert "0 no cumplen" in r.output
    assert Path(libro).name in r.output


def test_refresh_tells_what_changed(libro):
    from xl import motor

    with motor.abrir(libro) as book:
        book.names["gmp_2010_tasa"].refers_to_range.value = 0.04
        book.save()
    r = run("actualizar", libro)
    assert "Supuestos!H8 = 0.04 (origen 0.035)" in r.output
    assert "GMP 2010, Base: prima nivelada 32.2006% →" in r.output
    r = run("restablecer", libro)
    assert r.exit_code == 0
    assert "Ningún resultado cambió" not in run("actualizar", libro).output


@pytest.mark.parametrize(
    ("celda", "escrito", "mensajes"),
    [
        ("B9", -4, ("I7", "SPS_ASIGNACION", "fila 3, columna «familias_t1»: se encontró -4")),
        ("B9", "muchas", ("Asignación 2005!B9", "se encontró «muchas»")),
        ("A9", "Atlantis", ("SPS_ASIGNACION", "fila 3: se encontró «Atlantis»")),
    ],
)
def test_a_bad_state_is_named_with_its_reason(construidos, tmp_path, celda, escrito, mensajes):
    from xl import motor

    libro = shutil.copy(construidos("sps"), tmp_path / "sps.xlsx")
    with motor.abrir(libro) as book:
        book.sheets["Asignación 2005"].range(celda).value = escrito
        book.save()
    antes = Path(libro).read_bytes()
    r = run("actualizar", libro)
    assert r.exit_code == 1
    for mensaje in mensajes:
        assert mensaje in r.output
    assert Path(libro).read_bytes() == antes


def test_reconciliation_passes_and_filters():
    r = run("conciliar")
    assert r.exit_code == 0
    assert "0 sin explicar" in r.output
    r = run("conciliar", "ifa2010", "--no-todas")
    assert r.exit_code == 0
    assert "ifa2005_b" not in r.output


def test_functions_are_listed():
    r = run("funciones")
    assert r.exit_code == 0
    assert "PRIMA_NIVELADA(gasto; masa_salarial; tasa; [reserva=0]" in r.output


@pytest.mark.parametrize(
    ("palabras", "mensaje"),
    [
        (["actualizar", "no_existe.xlsx"], "no_existe.xlsx"),
        (["conciliar", "ifa1999"], "ifa1999"),
        (["recalcular", "no_existe.xlsx"], "no_existe.xlsx"),
    ],
)
def test_mistakes_end_in_one_line(palabras, mensaje):
    r = subprocess.run(
        [sys.executable, "-m", "xl", *palabras],
        cwd=RAIZ,
        capture_output=True,
        text=True,
        check=False,
    )
    assert r.returncode == 1
    assert "Error:" in r.stderr
    assert mensaje in r.stderr
    assert "Traceback" not in r.stderr + r.stdout


def test_a_file_that_is_not_a_workbook(tmp_path):
    falso = tmp_path / "falso.xlsx"
    falso.write_text("hola")
    r = subprocess.run(
        [sys.executable, "-m", "xl", "actualizar", str(falso)],
        cwd=RAIZ,
        capture_output=True,
        text=True,
        check=False,
    )
    assert r.returncode == 1
    assert "falso.xlsx" in r.stderr
    assert "Traceback" not in r.stderr
    assert falso.read_text() == "hola"
