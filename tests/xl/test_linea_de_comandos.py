"""The command line as a person uses it, mistakes included."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
import typer
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
    return CliRunner().invoke(app, [str(p) for p in palabras], prog_name="python -m xl")


def app_commands():
    return sorted(typer.main.get_command(app).commands)


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


def test_reconciliation_passes_and_filters():
    r = run("conciliar")
    assert r.exit_code == 0
    assert "0 sin explicar" in r.output
    assert len(r.output.splitlines()) < 40
    r = run("conciliar", "ifa2010_a")
    assert "ifa2010_a.C1-01" in r.output
    r = run("conciliar", "ifa2010", "--no-todas")
    assert r.exit_code == 0
    assert "ifa2005_b" not in r.output
    assert "ifa2010_a.C1-15" in r.output
    assert "ifa2010_a.C1-01 " not in r.output


def test_functions_are_listed():
    r = run("funciones")
    assert r.exit_code == 0
    assert "PRIMA_NIVELADA(gasto, masa_salarial, tasa, [reserva=0]" in r.output
    r = run("funciones", "Suma_Asegurada")
    assert "mc_sin_garantia: Monto constitutivo" in r.output
    assert "Fuente: LSS, art. 159" in r.output
    assert "PRIMA_NIVELADA" not in r.output
    assert run("funciones", "nada de esto").exit_code == 1


@pytest.mark.parametrize("comando", ["", *app_commands()])
def test_help_is_in_spanish(comando):
    r = run(*comando.split(), "--help")
    assert r.exit_code == 0
    assert f"Uso: python -m xl {comando}".strip() in r.output
    assert "Muestra esta ayuda" in r.output
    assert not re.search(r"Usage|Options|Arguments|Commands|required|default|Show", r.output)


@pytest.mark.parametrize(
    ("palabras", "mensaje"),
    [
        (["conciliarr"], "no existe el comando 'conciliarr'. ¿Quiso decir 'conciliar'?"),
        (["--nada"], "no existe la opción --nada"),
        (["conciliar", "--tods"], "no existe la opción --tods (parecidas: --no-todas, --todas)"),
        (["restablecer"], "falta el argumento 'libro'."),
        (["restablecer", "a", "b"], "sobran argumentos: (b)"),
        (["construir", "--formato", "xls"], "valor no admitido en '--formato': 'xls' no es uno de"),
        (["cartera", "a", "b", "--tasa", "x"], "en '--tasa': se esperaba un número"),
        (["cartera", "a", "b", "--tasa"], "la opción '--tasa' pide un valor."),
        (["sintetico", "censo", "x.csv"], "falta la opción '--cuantos'."),
        (
            ["muestra-padron", "a", "b", "--semilla", "x"],
            "en '--semilla': se esperaba un número entero",
        ),
    ],
)
def test_mistakes_of_typing_are_told_in_spanish(palabras, mensaje):
    r = run(*palabras)
    assert r.exit_code == 2
    assert f"Error: {mensaje}" in r.stderr or f"Error: valor no admitido {mensaje}" in r.stderr


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
