"""Generation of the Calc extension; LibreOffice is not needed."""

from __future__ import annotations

import ast
import json
import re
import sys
import zipfile
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest

from pymodel.errores import DatoInvalido
from xl.libreoffice import extension

MANIFIESTO = "{http://openoffice.org/2001/manifest}"


@pytest.fixture(scope="module")
def oxt(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return extension.construir_oxt(tmp_path_factory.mktemp("oxt") / "modelo.oxt")


def test_same_bytes_every_time(oxt: Path, tmp_path: Path) -> None:
    otra = extension.construir_oxt(tmp_path / "otra.oxt")
    assert otra.read_bytes() == oxt.read_bytes()


def test_every_function_is_declared_with_its_arguments() -> None:
    funciones = extension.funciones_declaradas()
    texto = extension.idl(funciones)
    metodos = dict(re.findall(r"sequence< sequence<any> > (\w+)\(([^)]*)\);", texto))
    assert set(metodos) == {f.nombre for f in funciones}
    for f in funciones:
        assert metodos[f.nombre].count("[in] any ") == len(f.argumentos)
    assert ">>" not in texto


def test_every_function_and_argument_has_help() -> None:
    funciones = extension.funciones_declaradas()
    ayuda = {f["nombre"]: f for f in json.loads(extension.ayuda(funciones))}
    assert len(ayuda) == len(funciones) >= 17
    for f in funciones:
        escrita = ayuda[f.nombre]
        assert f.ayuda in escrita["ayuda"]
        assert escrita["categoria"].startswith("IMSS")
        assert [a["nombre"] for a in escrita["argumentos"]] == [a.nombre for a in f.argumentos]
        assert all(len(a["ayuda"]) > 10 for a in escrita["argumentos"])


@pytest.mark.parametrize("nombre", ["PRIMA__GASTO", "PRIMA_", "_PRIMA", "PRIMÁ", "2PRIMA"])
def test_name_that_idl_does_not_take(nombre: str) -> None:
    mala = replace(extension.funciones_declaradas()[0], nombre=nombre)
    with pytest.raises(DatoInvalido, match="mayúsculas"):
        extension.idl((mala,))


def test_package_has_what_its_manifest_lists(oxt: Path) -> None:
    with zipfile.ZipFile(oxt) as archivo:
        partes = set(archivo.namelist())
        manifiesto = ElementTree.fromstring(archivo.read("META-INF/manifest.xml"))
        componentes = ElementTree.fromstring(archivo.read("funciones.components"))
        ElementTree.fromstring(archivo.read("description.xml"))
    listadas = {e.attrib[MANIFIESTO + "full-path"] for e in manifiesto}
    listadas |= {c.attrib["uri"] for c in componentes}
    assert listadas <= partes
    assert {"funciones.json", "ajustes.json", "pythonpath/imss_cliente.py"} <= partes


def test_settings_say_which_python_and_where(tmp_path: Path) -> None:
    oxt = extension.construir_oxt(
        tmp_path / "m.oxt", interprete="/usr/bin/python9", proyecto=tmp_path, limite=7
    )
    with zipfile.ZipFile(oxt) as archivo:
        ajustes = json.loads(archivo.read("ajustes.json"))
    assert (ajustes["interprete"], ajustes["proyecto"]) == ("/usr/bin/python9", str(tmp_path))
    assert ajustes["limite"] == 7


@pytest.mark.parametrize(
    "modulo", [f"complemento/{m}.py" for m in ("componente", "cliente", "reparador")]
)
def test_runs_in_the_python_of_libreoffice(modulo: str) -> None:
    """Python 3.8 is what LibreOffice 7 has on Windows; only its library is there."""
    fuente = (Path(extension.__file__).parent / modulo).read_text(encoding="utf-8")
    arbol = ast.parse(fuente, feature_version=(3, 8))
    raices = {
        (n.module if isinstance(n, ast.ImportFrom) else n.names[0].name).split(".")[0]
        for n in ast.walk(arbol)
        if isinstance(n, ast.Import | ast.ImportFrom)
    }
    propias = {"imss_cliente", "imss_reparador", "modeloimss", "com", "uno", "unohelper"}
    biblioteca = {
        "__future__", "collections", "contextlib", "itertools", "json", "os", "queue", "subprocess",
        "tempfile", "threading", "typing",
    }  # fmt: skip
    assert raices <= propias | biblioteca


@pytest.mark.libreoffice
def test_installs_and_removes(libreoffice: None, oxt: Path, tmp_path: Path) -> None:
    perfil = tmp_path / "perfil"
    extension.instalar(oxt, perfil)
    assert list(perfil.rglob("funciones.idl"))
    extension.instalar(oxt, perfil)  # again, as after an update
    extension.desinstalar(perfil)
    with pytest.raises(DatoInvalido, match=r"unopkg: mx\.modeloimss\.calc"):
        extension.desinstalar(perfil)


@pytest.mark.libreoffice
def test_refuses_what_is_not_an_extension(libreoffice: None, tmp_path: Path) -> None:
    falsa = tmp_path / "falsa.oxt"
    falsa.write_text("no es una extensión")
    with pytest.raises(DatoInvalido, match=r"falsa\.oxt"):
        extension.instalar(falsa, tmp_path / "perfil")


@pytest.mark.skipif(sys.platform != "linux", reason="el perfil está en otra carpeta")
def test_own_profile_must_have_been_used(
    oxt: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever is installed before the first start, LibreOffice forgets."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    with pytest.raises(DatoInvalido, match="no se ha abierto nunca"):
        extension.instalar(oxt)
    assert not list(tmp_path.iterdir())
