"""The two commands of the project, for a machine that has nothing but Python.

python run.py             refreshes the workbooks and prints their main results
python run.py test        lint, type checks and tests; --todo adds the long ones

Standard library only: it makes the environment in which everything else runs.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

PROJECT = Path(__file__).resolve().parent
VENV = PROJECT / ".venv"
WORKBOOK = PROJECT / "workbooks" / "valuacion.xlsx"
MINIMUM = (3, 11)

USAGE = """Uso:
  python run.py                actualiza los libros de workbooks/ e imprime sus resultados
  python run.py test           revisa el código y corre las pruebas
  python run.py test --todo    además, las pruebas largas
"""


def main(arguments: list[str]) -> int:
    """Run one of the two commands."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="replace")  # a console or file that is not UTF-8
    if sys.version_info < MINIMUM:
        version = ".".join(map(str, sys.version_info[:2]))
        return fail(f"Se necesita Python 3.11 o posterior; éste es {version}.")
    if not arguments:
        return refresh()
    if arguments[0] == "test":
        return test(arguments[1:])
    print(USAGE)
    return 0 if arguments[0] in ("-h", "--help") else 2


def refresh() -> int:
    """Refresh the workbooks, building them first if the main one is not there."""
    python = environment(["requirements.txt"])
    if python is None:
        return 1
    if not WORKBOOK.exists():
        code = call([python, "-m", "xl", "construir"])
        if code:
            return code
    return call([python, "-m", "xl", "actualizar"])


def test(arguments: list[str]) -> int:
    """Lint, format, types, then tests; stops at the first that fails."""
    python = environment(["requirements.txt", "requirements-dev.txt", "requirements-servidor.txt"])
    if python is None:
        return 1
    everything = "--todo" in arguments
    extra = [a for a in arguments if a != "--todo"]
    marks = ["-m", ""] if everything else []
    workers = ["-n", str(min(4, os.cpu_count() or 1)), "--dist", "loadfile"]
    for command in (
        ["ruff", "check", "."],
        ["ruff", "format", "--check", "."],
        ["mypy"],
        ["pytest", *marks, *workers, *extra],
    ):
        print(f"> {' '.join(command)}", flush=True)
        code = call([python, "-m", *command])
        if code:
            return code
    return 0


def environment(requirements: list[str]) -> str | None:
    """Interpreter of .venv with the pinned libraries, installed when they changed."""
    python = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    wanted = fingerprint(requirements)
    stamp = VENV / f".instalado-{len(requirements)}"
    if python.exists() and stamp.exists() and stamp.read_text() == wanted:
        return str(python)
    if not works(python):
        print("Preparando el entorno (.venv)...", flush=True)
        # Debian without python3-venv leaves a half-made environment behind: always from zero.
        shutil.rmtree(VENV, ignore_errors=True)
        if call([sys.executable, "-m", "venv", str(VENV)]):
            shutil.rmtree(VENV, ignore_errors=True)
            fail(
                "No se pudo crear el entorno. En Debian o Ubuntu instale antes: "
                "sudo apt install python3-venv"
            )
            return None
    print("Instalando bibliotecas (sólo la primera vez o cuando cambian)...", flush=True)
    files = [item for name in requirements for item in ("-r", str(PROJECT / name))]
    quiet = ["--quiet", "--disable-pip-version-check", "--no-input"]
    if call([str(python), "-m", "pip", "install", *quiet, *files]):
        fail("No se pudieron instalar las bibliotecas: revise la conexión y vuelva a intentar.")
        return None
    stamp.write_text(wanted)
    return str(python)


def works(python: Path) -> bool:
    """Whether the environment is whole and of this version of Python."""
    if not python.exists():
        return False
    question = "import pip, sys; print(*sys.version_info[:2])"
    answer = subprocess.run(
        [str(python), "-c", question], capture_output=True, text=True, check=False
    )
    return answer.returncode == 0 and answer.stdout.split() == [
        str(n) for n in sys.version_info[:2]
    ]


def fingerprint(requirements: list[str]) -> str:
    """Changes when the interpreter or a pinned version changes."""
    digest = hashlib.sha256(sys.version.encode())
    for name in requirements:
        digest.update((PROJECT / name).read_bytes())
    return digest.hexdigest()


def call(command: list[str]) -> int:
    """Run a command in the project folder and return its exit code."""
    try:
        return subprocess.run(command, cwd=PROJECT, check=False).returncode
    except KeyboardInterrupt:
        return 130


def fail(message: str) -> int:
    """Say what went wrong."""
    print(message, file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
