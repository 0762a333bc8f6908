"""One workbook built for the whole run; each test works on its own copy."""

import shutil

import pytest


@pytest.fixture(scope="session")
def libro_recien_construido(tmp_path_factory):
    from xl.libros import construir_valuacion

    return construir_valuacion(tmp_path_factory.mktemp("construido") / "valuacion.xlsx")


@pytest.fixture
def libro(libro_recien_construido, tmp_path):
    return shutil.copy(libro_recien_construido, tmp_path / "valuacion.xlsx")
