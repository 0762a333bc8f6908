"""A refresh that is killed at any moment leaves the old workbook or the new one, whole."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from xl import motor

ROWS = 200

# Writes one number after another in every cell of a column and saves, for ever. The sum, with a
# function of ours, ties the cells together: a mixture of two versions would show.
VICTIM = """
import itertools, sys
from xl import motor
path = sys.argv[1]
functions = {"TOTAL": lambda block: sum(row[0] for row in block)}
for n in itertools.count(int(sys.argv[2])):
    with motor.abrir(path, funciones=functions) as book:
        book.sheets["Datos"]["A1:A200"].value = [[n + 0.5]] * 200
        if n == int(sys.argv[2]):
            print("listo", flush=True)
        book.save()
"""


@pytest.fixture
def libro(construir: Callable[..., Path], partes: Callable[[Path], dict[str, bytes]]) -> Path:
    def fill(book: Any) -> None:
        page = book.add_worksheet("Datos")
        for row in range(ROWS):
            page.write(row, 0, -1)
        page.write_formula("B1", "=TOTAL(A1:A200)", None, -ROWS)
        page.write_formula("C1", "=B1/200", None, -1)
        filler = book.add_worksheet("Relleno")
        for row in range(400):
            filler.write_row(row, 0, [row * k for k in range(10)])

    return construir(fill, ("Datos",))


def version(path: Path) -> float:
    """Number that fills the workbook; fails if it is not one whole version."""
    with zipfile.ZipFile(path) as book:
        assert book.testzip() is None
    page = openpyxl.load_workbook(path, data_only=True)["Datos"]
    numbers = {page.cell(row, 1).value for row in range(1, ROWS + 1)}
    assert len(numbers) == 1, "cells of two versions in one workbook"
    number = numbers.pop()
    assert page["B1"].value == pytest.approx(ROWS * number)
    assert page["C1"].value == pytest.approx(number)
    return float(number)


def kill_many(libro: Path, times: int, seed: int) -> None:
    chance = random.Random(seed)
    reached = -1.0
    saved_while_alive = 0
    for round_ in range(times):
        with subprocess.Popen(
            [sys.executable, "-c", VICTIM, str(libro), str(1000 * round_)],
            stdout=subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[3])},
        ) as victim:
            assert victim.stdout is not None
            assert victim.stdout.readline() == b"listo" + os.linesep.encode()
            time.sleep(chance.uniform(0, 0.15))
            victim.kill()
            victim.wait()
            if sys.platform != "win32":
                assert victim.returncode == -signal.SIGKILL, "it ended by itself"
        now = version(libro)
        assert now >= reached, "the workbook went back to an older version"
        saved_while_alive += now > reached
        reached = now
        backup = libro.with_name("libro.bak.xlsx")
        if backup.exists():
            assert version(backup) <= now
    assert saved_while_alive, "no process lived long enough to save: the test proves nothing"
    # What the dead left behind does not block the next refresh, which clears it away.
    with motor.abrir(libro, funciones={"TOTAL": lambda b: sum(r[0] for r in b)}) as book:
        book.sheets["Datos"][f"A1:A{ROWS}"].value = [[7]] * ROWS
        book.save()
    assert version(libro) == 7
    assert sorted(p.name for p in libro.parent.iterdir()) == ["libro.bak.xlsx", "libro.xlsx"]


def test_killed_a_few_times(libro: Path) -> None:
    kill_many(libro, 5, seed=1)


@pytest.mark.largo
def test_killed_sixty_times(libro: Path) -> None:
    kill_many(libro, 60, seed=2)
