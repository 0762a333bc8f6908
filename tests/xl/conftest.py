"""Each workbook is built once for the whole run; each test works on its own copy."""

import functools
import shutil

import pytest


@pytest.fixture(scope="session")
def construidos(tmp_path_factory):
    """Path of a workbook just built, by its key."""
    from xl.libros import construir

    carpeta = tmp_path_factory.mktemp("construido")
    return functools.cache(lambda clave: construir(clave, carpeta / f"{clave}.xlsx"))


@pytest.fixture(scope="session")
def libro_recien_construido(construidos):
    return construidos("valuacion")


@pytest.fixture
def libro(libro_recien_construido, tmp_path):
    return shutil.copy(libro_recien_construido, tmp_path / "valuacion.xlsx")
