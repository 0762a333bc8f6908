"""Settings of desktop Excel and the check-up; Windows and macOS are imitated, not run."""

import datetime as dt
import sys

import pytest

from pymodel.errores import DatoInvalido
from xl import instalacion


@pytest.mark.parametrize(
    ("sistema", "clave"), [("Windows", "INTERPRETER_WIN"), ("Darwin", "INTERPRETER_MAC")]
)
def test_settings_are_written_and_those_of_others_stay(tmp_path, sistema, clave):
    ruta = instalacion.ruta_de_ajustes(sistema, tmp_path)
    ruta.parent.mkdir(parents=True)
    ruta.write_text('"SHOW CONSOLE","True"\n"PYTHONPATH","otro"\n', encoding="utf-8")
    assert instalacion.instalar(sistema, tmp_path) == ruta
    ajustes = instalacion.leer_ajustes(ruta)
    assert ajustes["SHOW CONSOLE"] == "True"
    assert ajustes[clave] == sys.executable
    assert ajustes["PYTHONPATH"] == f"{instalacion.LIBROS};otro"
    antes = ruta.read_bytes()
    instalacion.instalar(sistema, tmp_path)
    assert ruta.read_bytes() == antes
    assert [p.name for p in ruta.parent.iterdir()] == [ruta.name]


def test_settings_are_in_the_code_page_that_vba_reads(tmp_path, monkeypatch):
    """VBA opens files in the ANSI code page: cp1252 in Mexico."""
    monkeypatch.setattr("locale.getencoding", lambda: "cp1252")
    monkeypatch.setattr(sys, "executable", "José/python.exe")
    ruta = instalacion.instalar("Windows", tmp_path)
    assert "José".encode("cp1252") in ruta.read_bytes()
    assert instalacion.leer_ajustes(ruta)["INTERPRETER_WIN"] == sys.executable
    monkeypatch.setattr(sys, "executable", "Ωmega/python.exe")
    with pytest.raises(DatoInvalido, match="«Ω» en la ruta de una carpeta"):
        instalacion.instalar("Windows", tmp_path)
    assert [p.name for p in ruta.parent.iterdir()] == [ruta.name]


def test_there_is_no_desktop_excel_on_linux(tmp_path):
    with pytest.raises(DatoInvalido, match="instalar-calc"):
        instalacion.instalar("Linux", tmp_path)


def test_check_up_here_finds_nothing_wrong():
    revisiones = list(instalacion.revisar("Linux"))
    assert {r.que for r in revisiones} >= {"Python", "Bibliotecas", "Funciones", "Libros"}
    assert [r for r in revisiones if r.bien is False] == []


def test_check_up_says_what_is_missing(monkeypatch, tmp_path):
    monkeypatch.setattr(instalacion, "ruta_de_ajustes", lambda *_: tmp_path / "xlwings.conf")
    (excel,) = [r for r in instalacion.revisar("Windows") if r.que == "Excel de escritorio"]
    assert excel.bien is False
    assert excel.remedio == "python -m xl instalar"
    monkeypatch.setattr(instalacion, "LIBROS", tmp_path)
    (libros,) = [r for r in instalacion.revisar("Linux") if r.que == "Libros"]
    assert libros.bien is False
    assert "valuacion.xlsx no está" in libros.visto


def test_a_check_that_breaks_is_a_finding(monkeypatch):
    def _roto():
        raise RuntimeError("algo")

    monkeypatch.setattr(instalacion, "_funciones", _roto)
    assert any(r.bien is False and "algo" in r.visto for r in instalacion.revisar("Linux"))


def servidor():
    return next(r for r in instalacion.revisar("Linux") if r.que.startswith("Servidor"))


def test_check_up_of_the_server(monkeypatch, tmp_path):
    certificado = pytest.importorskip("xl.servidor.certificado")
    monkeypatch.setattr(certificado, "carpeta", lambda: tmp_path)
    monkeypatch.delenv("IMSS_CERTIFICADO", raising=False)
    assert "se hace al arrancarlo" in servidor().visto
    certificado.de_desarrollo()
    assert servidor().bien
    assert "certificado hasta 20" in servidor().visto
    monkeypatch.setattr(certificado, "_now", lambda: dt.datetime(2100, 1, 1, tzinfo=dt.UTC))
    assert servidor().bien is False
    assert "venció" in servidor().visto
    monkeypatch.setattr(instalacion.metadata, "version", lambda _: "0.0.1")
    assert "uvicorn: 0.0.1 en lugar de" in servidor().visto
