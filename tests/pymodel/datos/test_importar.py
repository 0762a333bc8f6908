import subprocess
import sys

CODIGO = """
import builtins, io, sys, pathlib
abrir = io.open
leidos = []
def espia(archivo, *args, **kwargs):
    if str(archivo).endswith('.csv'):
        leidos.append(str(archivo))
    return abrir(archivo, *args, **kwargs)
io.open = builtins.open = espia
import pymodel.datos
ajenos = [m for m in ('scipy', 'xlwings', 'openpyxl', 'xl') if m in sys.modules]
assert not leidos, leidos
assert not ajenos, ajenos
pymodel.datos.tabla('ifa2005', 'cuadro_ii_3')
assert leidos
"""


def test_importing_the_package_reads_no_data_and_no_heavy_library():
    resultado = subprocess.run(
        [sys.executable, "-c", CODIGO], capture_output=True, text=True, check=False
    )
    assert resultado.returncode == 0, resultado.stderr
