"""The server that these tests share; without its libraries they are skipped, but not in CI."""

import os
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

sys.path.append(str(Path(__file__).parents[1] / "funciones"))  # casos: a call of every function

if find_spec("xlwings_server") is None and not os.environ.get("CI"):
    collect_ignore_glob = ["test_*.py"]


@pytest.fixture(scope="session")
def servidor(tmp_path_factory):
    from servicio import servido

    with servido(tmp_path_factory.mktemp("servidor")) as uno:
        yield uno


@pytest.fixture
def cliente(servidor):
    with servidor.cliente() as c:
        yield c
