"""What refuses to start, what starts, and what happens when it is killed."""

import datetime as dt
import os
import signal
import subprocess
import sys
import threading
import time

import httpx
import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec
from servicio import RAIZ, arrancar, llamada, montos, pedir, puerto_libre, servido

from pymodel.errores import DatoInvalido
from xl.servidor import aplicacion, certificado, claves
from xl.servidor.opciones import Limites, Opciones, es_local, revisar


@pytest.mark.parametrize("direccion", ["127.0.0.1", "127.0.0.9", "::1", "localhost"])
def test_this_machine_needs_no_authentication(direccion):
    assert es_local(direccion)
    revisar(Opciones(direccion))


AFUERA = ["0.0.0.0", "::", "192.168.1.5", "servidor.imss.gob.mx", "", "127.0.0.1.nip.io"]


@pytest.mark.parametrize("direccion", AFUERA)
def test_any_other_address_needs_authentication(direccion, tmp_path):
    cert = tmp_path / "c.pem"
    with pytest.raises(DatoInvalido, match="sin autenticación; se esperaba --autenticacion claves"):
        revisar(Opciones(direccion, nombre="x", certificado=cert, llave=cert))
    with pytest.raises(DatoInvalido, match="el certificado de desarrollo"):
        revisar(Opciones(direccion, autenticacion="claves", nombre="x"))
    with pytest.raises(DatoInvalido, match="ningún nombre para el manifiesto"):
        revisar(Opciones(direccion, autenticacion="claves", certificado=cert, llave=cert))
    revisar(Opciones(direccion, autenticacion="claves", nombre="x", certificado=cert, llave=cert))


def test_the_provider_that_takes_a_printed_token_is_refused(tmp_path, monkeypatch):
    for proveedor in ("custom", "ninguno", "claves,custom"):
        with pytest.raises(DatoInvalido, match=r"autenticación: se encontró .* claves o entraid"):
            revisar(Opciones(autenticacion=proveedor))
    monkeypatch.delenv("XLWINGS_AUTH_ENTRAID_CLIENT_ID", raising=False)
    with pytest.raises(DatoInvalido, match="XLWINGS_AUTH_ENTRAID_CLIENT_ID"):
        revisar(Opciones(autenticacion="entraid"))


def test_pages_of_other_sites_only_with_web():
    assert aplicacion.entorno(Opciones())["XLWINGS_CORS_ALLOW_ORIGINS"] == "[]"
    assert aplicacion.entorno(Opciones(web=True))["XLWINGS_CORS_ALLOW_ORIGINS"] == '["*"]'


@pytest.mark.parametrize("campo", ["cuerpo", "celdas", "segundos", "en_curso", "trabajadores"])
def test_limits_are_positive(campo):
    with pytest.raises(DatoInvalido, match=campo):
        Limites(**{campo: 0})


def comando(carpeta, *argumentos):
    return subprocess.run(
        [sys.executable, "-m", "xl", "servir", *argumentos],
        cwd=RAIZ,
        env={**os.environ, "XDG_CONFIG_HOME": str(carpeta), "COLUMNS": "300"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_the_command_refuses_in_one_line(tmp_path):
    hecho = comando(tmp_path, "--direccion", "0.0.0.0", "--puerto", str(puerto_libre()))
    assert hecho.returncode == 1
    assert hecho.stderr.startswith(
        "Error: dirección 0.0.0.0: se encontró un servidor sin autenticación"
    )
    assert "Traceback" not in hecho.stderr


def test_localhost_is_not_shut_to_other_programs(servidor):
    """Strict-Transport-Security holds for every port of a name."""
    with servidor.cliente() as c:
        assert c.get("/salud").headers["strict-transport-security"] == "max-age=0"
    de_fuera = aplicacion.entorno(Opciones(nombre="modelo.ejemplo.gob.mx"))
    assert "Strict-Transport-Security" not in de_fuera["XLWINGS_CUSTOM_HEADERS"]


def test_a_port_in_use(servidor, tmp_path):
    hecho = comando(tmp_path, "--puerto", servidor.url.rsplit(":", 1)[1])
    assert hecho.returncode == 1
    assert "se esperaba un puerto libre" in hecho.stderr
    assert "Traceback" not in hecho.stderr


# --- certificates -------------------------------------------------------------------------------


def escrito(carpeta, desde=None, dias=certificado.DIAS):
    llave = ec.generate_private_key(ec.SECP256R1())
    cert = certificado.firmar(llave, desde, dias)
    rutas = carpeta / "c.pem", carpeta / "k.pem"
    rutas[0].write_bytes(cert.public_bytes(serialization.Encoding.PEM))
    rutas[1].write_bytes(
        llave.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
    )
    return rutas


AYER = dt.datetime.now(dt.UTC) - dt.timedelta(days=30)


def test_development_certificate_is_made_once_and_kept_private(tmp_path):
    cert, llave = certificado.de_desarrollo(tmp_path)
    antes = cert.read_bytes()
    assert certificado.de_desarrollo(tmp_path) == (cert, llave)
    assert cert.read_bytes() == antes
    certificado.revisar(cert, llave)
    if os.name == "posix":
        assert llave.stat().st_mode & 0o077 == 0
    (tmp_path / "localhost.pem").write_text("dañado")
    certificado.revisar(*certificado.de_desarrollo(tmp_path))


def test_development_certificate_is_renewed_before_it_expires(tmp_path):
    cert, llave = escrito(tmp_path, AYER, 35)
    cert.rename(tmp_path / "localhost.pem")
    llave.rename(tmp_path / "localhost-llave.pem")
    nuevo, _ = certificado.de_desarrollo(tmp_path)
    assert certificado.vence(nuevo) - dt.datetime.now(dt.UTC) > dt.timedelta(days=300)


def test_expired_certificate_does_not_start(tmp_path):
    cert, llave = escrito(tmp_path, AYER, 10)
    hecho = comando(tmp_path, "--certificado", str(cert), "--llave", str(llave))
    assert hecho.returncode == 1
    assert "certificado c.pem: se encontró uno que venció el " in hecho.stderr


def test_key_of_another_certificate(tmp_path):
    cert, _ = escrito(tmp_path)
    otra = tmp_path / "otra"
    otra.mkdir()
    _, llave = escrito(otra)
    with pytest.raises(DatoInvalido, match="no es la llave del certificado"):
        certificado.revisar(cert, llave)
    with pytest.raises(DatoInvalido, match="un archivo legible"):
        certificado.vence(tmp_path / "no-hay.pem")
    with pytest.raises(DatoInvalido, match="formato PEM"):
        certificado.vence(llave)


# --- keys of users ------------------------------------------------------------------------------


def test_keys(tmp_path):
    archivo = tmp_path / "claves.json"
    ana, beto = claves.crear(archivo, "ana"), claves.crear(archivo, "beto")
    assert claves.usuario(archivo, claves.crear(archivo, "Íñigo Muñoz")) == "Íñigo Muñoz"
    assert ana not in archivo.read_text()
    assert (claves.usuario(archivo, ana), claves.usuario(archivo, beto)) == ("ana", "beto")
    nueva = claves.crear(archivo, "ana")  # replaces the first
    assert claves.usuario(archivo, ana) is None
    assert claves.usuario(archivo, nueva) == "ana"
    claves.quitar(archivo, "ana")
    assert claves.usuario(archivo, nueva) is None
    for mala in ("", beto[:-1], beto + "x", beto.swapcase(), "test-token"):
        assert claves.usuario(archivo, mala) is None
    with pytest.raises(DatoInvalido, match="se esperaba uno de: beto"):
        claves.quitar(archivo, "nadie")
    with pytest.raises(DatoInvalido, match="usuario"):
        claves.crear(archivo, " ")
    if os.name == "posix":
        assert archivo.stat().st_mode & 0o077 == 0


def test_without_users_it_does_not_start(tmp_path):
    hecho = comando(tmp_path, "--autenticacion", "claves", "--puerto", str(puerto_libre()))
    assert hecho.returncode == 1
    assert "ningún usuario; se esperaba al menos uno: python -m xl clave-servidor" in hecho.stderr


def test_with_keys_only_their_owners_get_in(tmp_path):
    archivo = tmp_path / "claves.json"
    clave = claves.crear(archivo, "Ana López")
    opciones = ["--autenticacion", "claves", "--claves", str(archivo), "--trabajadores", "1"]
    with servido(tmp_path, *opciones) as uno, uno.cliente() as c:
        for mala in ("", "x", "test-token", f"Bearer {clave}"):
            for ruta in ("/xlwings/custom-functions-call", "/imss/panel"):
                cuerpo = llamada("TASA_REAL", [[0.05]], [[0.03]])
                r = c.post(ruta, json=cuerpo, headers={"authorization": mala})
                assert r.status_code in (400, 401), r.text
                if r.status_code == 401:
                    assert "Clave de acceso ausente o no reconocida" in r.json()["detail"]
        r = pedir(c, "TASA_REAL", [[0.05]], [[0.03]])
        assert r.status_code == 401
        c.headers["authorization"] = clave
        assert pedir(c, "TASA_REAL", [[0.05]], [[0.03]]).status_code == 200
        claves.crear(archivo, "Ana López")
        assert pedir(c, "TASA_REAL", [[0.05]], [[0.03]]).status_code == 401
        assert clave not in uno.bitacora.read_text()


# --- killed -------------------------------------------------------------------------------------


@pytest.mark.largo
@pytest.mark.skipif(os.name != "posix", reason="signals")
def test_killed_in_the_middle_of_a_call_and_started_again(tmp_path):
    lenta = llamada(*montos(8000))
    uno = arrancar(tmp_path)
    fallas = []

    def pedir_lenta():
        with uno.cliente() as c:
            try:
                c.post("/xlwings/custom-functions-call", json=lenta)
            except httpx.TransportError as error:
                fallas.append(type(error).__name__)

    hilo = threading.Thread(target=pedir_lenta)
    hilo.start()
    time.sleep(1)
    hijos = procesos_de(uno)
    os.kill(uno.proceso.pid, signal.SIGKILL)
    uno.proceso.wait(10)
    hilo.join(20)
    assert fallas  # the client is told at once
    dos = arrancar(tmp_path, puerto=int(uno.url.rsplit(":", 1)[1]))
    try:
        with dos.cliente() as c:
            assert pedir(c, "TASA_REAL", [[0.05]], [[0.03]]).status_code == 200
        # The processes of the dead one end by themselves when they finish what they had.
        limite = time.monotonic() + 60
        while any(vivo(pid) for pid in hijos) and time.monotonic() < limite:
            time.sleep(0.2)
        assert hijos
        assert not any(vivo(pid) for pid in hijos)
    finally:
        dos.terminar()


def procesos_de(servidor):
    """Processes that calculate: the children of the server."""
    orden = ["ps", "--ppid", str(servidor.proceso.pid), "-o", "pid="]
    return subprocess.run(orden, capture_output=True, text=True, check=True).stdout.split()


def vivo(pid):
    try:
        estado = open(f"/proc/{pid}/stat").read().rsplit(")", 1)[1].split()[0]  # noqa: SIM115
    except FileNotFoundError:
        return False
    return estado != "Z"


@pytest.mark.skipif(os.name != "posix", reason="signals")
def test_a_calculating_process_killed_under_the_server(tmp_path):
    """As when the system runs out of memory: an error for that call, and the next one works."""
    with servido(tmp_path, "--trabajadores", "1") as uno, uno.cliente() as c:
        hijos = procesos_de(uno)
        assert len(hijos) == 1
        os.kill(int(hijos[0]), signal.SIGKILL)
        estados = [
            pedir(c, "TASA_REAL", [[0.05 + i / 1e4]], [[0.03]]).status_code for i in range(3)
        ]
        assert estados[-2:] == [200, 200]
        assert estados[0] in (200, 503)


def test_without_its_libraries_it_says_how_to_install_them(monkeypatch, capsys):
    import importlib.util

    from typer.testing import CliRunner

    from xl.__main__ import app as comandos

    monkeypatch.setattr(importlib.util, "find_spec", lambda _: None)
    hecho = CliRunner().invoke(comandos, ["servir"])
    assert hecho.exit_code == 1
    texto = " ".join((hecho.output + capsys.readouterr().err).split())
    assert "pip install -r requirements-servidor.txt" in texto
    assert "PolyForm Noncommercial" in texto
