"""What importing the functions costs: Excel does it on every start."""

import json
import subprocess
import sys
from pathlib import Path

import udfs

PROGRAMA = """
import builtins, io, json, sys
leidos = []
audita = lambda evento, args: leidos.append(str(args[0])) if evento == "open" else None
sys.addaudithook(audita)
import udfs
print(json.dumps({"modulos": sorted(sys.modules), "leidos": leidos}))
"""


def test_import_is_light():
    salida = subprocess.run(
        [sys.executable, "-c", PROGRAMA],
        cwd=Path(udfs.__file__).parent,
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    resultado = json.loads(salida)
    raices = {m.split(".")[0] for m in resultado["modulos"]}
    pesados = {"scipy", "openpyxl", "lxml", "formualizer", "xlsxwriter", "typer", "rich"}
    assert raices.isdisjoint(pesados)
    assert [r for r in resultado["leidos"] if r.endswith(".csv")] == []


def test_the_package_declares_every_function_without_udfs():
    """The file engine and the command line take the functions from here."""
    programa = "from xl import funciones; print(*(f.nombre for f in funciones.registro()))"
    salida = subprocess.run(
        [sys.executable, "-c", programa],
        cwd=Path(udfs.__file__).parent,
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    assert sorted(salida.split()) == sorted(nombre.upper() for nombre in udfs.__all__)
