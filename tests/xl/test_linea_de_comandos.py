"""The command line as a person uses it, mistakes included."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import openpyxl
import pytest
import typer
from typer.testing import CliRunner

from xl import motor
from xl.__main__ import app, errores, salida
from xl.libros import definicion

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


def in_a_new_process(*palabras):
    """As a person runs it: nothing is imported but what the command itself imports."""
    return subprocess.run(
        [sys.executable, "-m", "xl", *map(str, palabras)],
        cwd=RAIZ,
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_refresh_knows_every_function():
    codigo = (
        "from xl.motor.engine import _default_functions as d; a = set(d()); import udfs; "
        "print(sorted({f.upper() for f in udfs.__all__} ^ a))"
    )
    r = subprocess.run(
        [sys.executable, "-c", codigo], cwd=RAIZ, capture_output=True, text=True, check=True
    )
    assert r.stdout.strip() == "[]"


@pytest.mark.parametrize("clave", ["mifa", "cuotas"])
def test_a_refresh_of_a_workbook_edited_by_another_program(clave, tmp_path):
    ruta = tmp_path / f"{clave}.xlsx"
    libro = openpyxl.load_workbook(RAIZ / "workbooks" / ruta.name)  # drops every cached value
    nombre = {"mifa": "base_crecimiento_salarial", "cuotas": "trab_prima"}[clave]
    hoja, celda = libro.defined_names[nombre].attr_text.replace("'", "").split("!")
    libro[hoja][celda.replace("$", "")] = 0.02
    libro.save(ruta)
    r = in_a_new_process("actualizar", ruta)
    assert r.returncode == 0, r.stderr
    assert "Resultados que cambiaron" in r.stdout
    assert "se calcularán al abrir" not in r.stdout
    valores = openpyxl.load_workbook(ruta, data_only=True)["Resultados"]
    assert all(valores.cell(5 + i, 3).value is not None for i in range(5))


def test_a_result_in_error_comes_with_the_message_of_the_function(tmp_path, construidos):
    ruta = shutil.copy(construidos("ejemplos"), tmp_path)
    with motor.abrir(ruta) as book:
        book.names["ej_prima_media_nivelada_tasa"].refers_to_range.value = 3.5
        book.save()
    antes = Path(ruta).read_bytes()
    r = in_a_new_process("actualizar", ruta)
    assert r.returncode == 1
    assert "PRIMA_MEDIA_NIVELADA: tasa: se encontró 3.5" in " ".join(r.stderr.split())
    assert Path(ruta).read_bytes() == antes


def test_a_result_that_cannot_be_computed_here_is_not_saved(tmp_path, construidos):
    ruta = shutil.copy(construidos("cuotas"), tmp_path)
    nombre = definicion("cuotas").indicadores[0].nombre
    with motor.abrir(ruta) as book:
        celda = book.names[nombre].refers_to_range
        celda.formula = "=FUNCION_AJENA(1)"
        book.save()
    antes = Path(ruta).read_bytes()
    r = in_a_new_process("actualizar", ruta)
    assert r.returncode == 1, r.stdout
    assert "una fórmula que aquí no se puede calcular" in " ".join(r.stderr.split())
    assert Path(ruta).read_bytes() == antes
