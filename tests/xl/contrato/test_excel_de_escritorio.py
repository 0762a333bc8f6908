"""In the process that xlwings starts for desktop Excel, a mistake is a text, never a traceback."""

import subprocess
import sys
from pathlib import Path

from xl.contrato.registro import serves_desktop_excel

RAIZ = Path(__file__).parents[3]
# As the VBA module of xlwings starts Python (the server itself needs Windows).
ORDEN = "import sys; import xlwings; servir = 'xlwings.serve(clsid)';"


def run(codigo):
    return subprocess.run(
        [sys.executable, "-c", ORDEN + codigo],
        cwd=RAIZ,
        capture_output=True,
        text=True,
        check=True,
    )


def test_messages_come_as_text():
    r = run("import udfs; print(udfs.tasa_real(3.5, 0.04)); print(udfs.tasa_real(0.0723, 0.036))")
    mensaje, valor = r.stdout.splitlines()
    assert mensaje.startswith("#¡IMSS! TASA_REAL: tasa_nominal: se encontró 3.5")
    assert abs(float(valor) - 0.03503) < 1e-5


def test_an_unexpected_failure_shows_no_traceback_in_the_cell():
    r = run(
        "import udfs; from pymodel import finanzas; finanzas.tasa_real = None;"
        "print(udfs.tasa_real(0.07, 0.04))"
    )
    assert r.stdout.strip() == "#¡IMSS! TASA_REAL: error interno; vea la consola de Python"
    assert "Traceback" in r.stderr


def test_python_callers_get_the_exception():
    assert not serves_desktop_excel()
    assert not serves_desktop_excel(["python", "-m", "pytest"])
    assert serves_desktop_excel(["pythonw", "-c", "import xlwings; xlwings.serve('{x}')"])
