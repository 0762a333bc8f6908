"""A refresh killed at any moment leaves the old workbook or the new one, whole."""

import random
import shutil
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import openpyxl
import pytest

from xl import motor

RAIZ = Path(__file__).parents[2]
ORDEN = [sys.executable, "-m", "xl", "actualizar"]


def whole(ruta):
    """Every part of the package is readable and the workbook opens."""
    with zipfile.ZipFile(ruta) as z:
        assert z.testzip() is None
    libro = openpyxl.load_workbook(ruta, data_only=True)
    assert libro["Portada"]["C6"].value == pytest.approx(0.0111, abs=5e-5)
    return libro


@pytest.mark.largo
@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL no existe en Windows")
def test_killed_refreshes_never_damage_the_workbook(libro):
    libro = Path(libro)
    inicio = time.perf_counter()
    subprocess.run([*ORDEN, str(libro)], cwd=RAIZ, check=True, capture_output=True)
    duracion = time.perf_counter() - inicio
    azar = random.Random(20101231)
    muertes, escritas = 0, 0
    for _ in range(200):
        antes = libro.read_bytes()
        proceso = subprocess.Popen(
            [*ORDEN, str(libro)], cwd=RAIZ, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
        )
        # The last part of a run is where it writes: half of the kills go there.
        desde = 0.0 if azar.random() < 0.5 else 0.7
        time.sleep(duracion * azar.uniform(desde, 1.0))
        proceso.kill()
        proceso.communicate()
        muertes += proceso.returncode < 0
        whole(libro)
        escritas += libro.read_bytes() != antes
        if muertes == 50:
            break
    assert muertes == 50
    # Nothing that a killed process left blocks the next one.
    subprocess.run([*ORDEN, str(libro)], cwd=RAIZ, check=True, capture_output=True)
    bitacora = whole(libro)["Bitácora"]
    renglones = [f for f in bitacora.iter_rows(min_row=6, values_only=True) if f[0]]
    assert len(renglones) >= 2 + escritas


def test_a_failed_save_leaves_the_old_file(libro, monkeypatch):
    antes = Path(libro).read_bytes()
    real = shutil.os.replace

    def full_disk(origen, destino):
        if Path(destino) == Path(libro):
            raise OSError(28, "No space left on device")
        return real(origen, destino)

    from xl import macros
    from xl.motor import archivo

    monkeypatch.setattr(archivo.os, "replace", full_disk)
    with motor.abrir(libro) as book:
        macros.actualizar(book)
        with pytest.raises(ValueError, match=r"espacio|disco|No space"):
            book.save()
    assert Path(libro).read_bytes() == antes
    monkeypatch.undo()
    with motor.abrir(libro) as book:
        macros.actualizar(book)
        book.save()
    assert Path(libro).read_bytes() != antes
