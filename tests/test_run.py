"""run.py: the environment is made once and made again only when what it pins changes."""

import importlib.util
import subprocess
import sys
from pathlib import Path

import pytest

RAIZ = Path(__file__).parents[1]


@pytest.fixture
def run(tmp_path, monkeypatch):
    spec = importlib.util.spec_from_file_location("run", RAIZ / "run.py")
    modulo = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(modulo)
    monkeypatch.setattr(modulo, "PROJECT", tmp_path)
    monkeypatch.setattr(modulo, "VENV", tmp_path / ".venv")
    (tmp_path / "requirements.txt").write_text("rich==15.0.0\n")
    llamadas = []

    def call(command):
        llamadas.append(command)
        if "venv" in command:
            python = tmp_path / ".venv/bin/python"
            python.parent.mkdir(parents=True)
            python.touch()
        return 0

    monkeypatch.setattr(modulo, "call", call)
    monkeypatch.setattr(modulo, "works", lambda python: python.exists())
    modulo.llamadas = llamadas
    return modulo


@pytest.mark.skipif(sys.platform == "win32", reason="la prueba imita el árbol de Linux y macOS")
def test_second_run_installs_nothing(run):
    assert run.environment(["requirements.txt"])
    assert len(run.llamadas) == 2
    assert run.environment(["requirements.txt"])
    assert len(run.llamadas) == 2
    (run.PROJECT / "requirements.txt").write_text("rich==15.0.1\n")
    assert run.environment(["requirements.txt"])
    assert len(run.llamadas) == 3


@pytest.mark.skipif(sys.platform == "win32", reason="la prueba imita el árbol de Linux y macOS")
def test_a_failed_installation_is_tried_again(run, capsys, monkeypatch):
    bueno = run.call
    monkeypatch.setattr(run, "call", lambda c: bueno(c) or ("pip" in c and 1))
    assert run.environment(["requirements.txt"]) is None
    assert "No se pudieron instalar" in capsys.readouterr().err
    monkeypatch.setattr(run, "call", bueno)
    assert run.environment(["requirements.txt"])


def test_without_venv_it_says_what_to_install(run, capsys, monkeypatch):
    monkeypatch.setattr(run, "call", lambda c: 1)
    assert run.environment(["requirements.txt"]) is None
    assert "python3-venv" in capsys.readouterr().err


@pytest.mark.skipif(sys.platform == "win32", reason="usa guiones de sh")
def test_a_half_made_environment_is_made_again(run, monkeypatch):
    """Debian without python3-venv leaves a python without pip; so does a Ctrl-C."""
    (run.VENV / "bin").mkdir(parents=True)
    (run.VENV / "bin/python").symlink_to(sys.executable)
    monkeypatch.undo()
    assert not run.works(run.VENV / "bin" / "no-existe")
    assert run.works(Path(sys.executable))
    roto = run.VENV / "bin" / "roto"
    roto.write_text("#!/bin/sh\nexit 1\n")
    roto.chmod(0o755)
    assert not run.works(roto)


def test_unknown_command_prints_usage():
    r = subprocess.run(
        [sys.executable, str(RAIZ / "run.py"), "nada"], capture_output=True, text=True, check=False
    )
    assert r.returncode == 2
    assert "python run.py test" in r.stdout


def test_only_the_standard_library():
    codigo = (RAIZ / "run.py").read_text(encoding="utf-8")
    importados = {
        linea.split()[1].split(".")[0]
        for linea in codigo.splitlines()
        if linea.startswith(("import ", "from "))
    }
    assert importados <= {"__future__", *sys.stdlib_module_names}
