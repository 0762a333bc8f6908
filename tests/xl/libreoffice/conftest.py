"""One office for each module; without LibreOffice these tests are skipped, or fail in CI."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest

from xl.libreoffice.oficina import Oficina
from xl.libreoffice.programas import buscar_python_uno, buscar_soffice


def _falta() -> str | None:
    if buscar_soffice() is None:
        return "LibreOffice no está instalado en este equipo"
    if buscar_python_uno() is None:
        return "falta el módulo uno de Python (en Debian, el paquete python3-uno)"
    return None


@pytest.fixture(scope="session")
def libreoffice() -> None:
    """Skip, or fail where LibreOffice must be there."""
    falta = _falta()
    if falta is None:
        return
    if os.environ.get("CI") == "true" or os.environ.get("MODELO_EXIGE_LIBREOFFICE") == "1":
        pytest.fail(f"{falta}, y aquí se exige")
    pytest.skip(falta)


@pytest.fixture(scope="module")
def oficina(libreoffice: None) -> Iterator[Oficina]:
    with Oficina(limite=120) as abierta:
        yield abierta
