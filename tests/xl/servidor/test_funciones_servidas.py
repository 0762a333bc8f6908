"""Custom functions through xlwings Server: the same figures and messages as from Python."""

import json
import socket
import ssl

import pytest
from casos import CASOS
from servicio import llamada, pedir

import udfs
from pymodel.errores import DatoInvalido
from xl.contrato import registro

FUNCIONES = {f.nombre: f for f in registro() if udfs.__all__}


def celdas(valor):
    """An argument as Office.js sends it: a block, "" for an empty cell, null if omitted."""
    if valor is None:
        return None
    filas = valor if isinstance(valor, list) else [[valor]]
    filas = [f if isinstance(f, list) else [f] for f in filas]
    return [["" if c is None else c for c in fila] for fila in filas]


def filas(resultado):
    return resultado if isinstance(resultado, list) else [[resultado]]


@pytest.mark.parametrize("nombre", CASOS)
def test_every_function_gives_what_python_gives(cliente, nombre):
    respuesta = pedir(cliente, nombre, *map(celdas, CASOS[nombre].values()))
    assert respuesta.status_code == 200, respuesta.text
    esperado = json.loads(json.dumps(filas(FUNCIONES[nombre].llamar(**CASOS[nombre]))))
    assert respuesta.json() == {"result": esperado}


def test_metadata_is_the_catalogue(cliente):
    publicadas = {
        f["name"]: f for f in cliente.get("/xlwings/custom-functions-meta.json").json()["functions"]
    }
    assert sorted(publicadas) == sorted(FUNCIONES)
    for nombre, ficha in FUNCIONES.items():
        assert publicadas[nombre]["description"] == f"{ficha.ayuda} {ficha.devuelve}"
        assert [
            (p["name"], p["description"], p.get("optional", False))
            for p in publicadas[nombre]["parameters"]
        ] == [(a.nombre, a.ayuda, a.opcional) for a in ficha.argumentos]


MALOS = {
    "text": [["abc"]],
    "number as text": [["0.05"]],
    "error cell": [[{"type": "Error", "basicType": "Error", "basicValue": "#N/A"}]],
    "error text": [["#¡DIV/0!"]],
    "empty": [[""]],
    "boolean": [[True]],
    "percent without sign": [[3.5]],
    "square": [[0.1, 0.2], [0.3, 0.4]],
}


@pytest.mark.parametrize("malo", MALOS.values(), ids=MALOS.keys())
def test_bad_cells_get_the_message_of_python(cliente, malo):
    respuesta = pedir(cliente, "TASA_REAL", malo, [[0.03]])
    valor = malo[0][0] if len(malo) == 1 else malo
    valor = valor["basicValue"] if isinstance(valor, dict) else valor
    with pytest.raises(DatoInvalido) as error:
        FUNCIONES["TASA_REAL"].llamar(valor, 0.03)
    assert (respuesta.status_code, respuesta.text) == (400, str(error.value))


def test_cells_with_a_date_format_are_numbers(cliente):
    fecha = {
        "type": "FormattedNumber",
        "basicType": "Double",
        "basicValue": 40179,
        "numberFormat": "dd/mm/yyyy",
    }
    respuesta = pedir(cliente, "PARAMETRO", [["smg_df"]], [[fecha]])
    assert respuesta.json() == {"result": [[FUNCIONES["PARAMETRO"].llamar("smg_df", 40179)]]}


def test_a_row_a_column_and_one_cell_of_a_table(cliente):
    en_renglon = pedir(cliente, "VALOR_PRESENTE", [[1.0, 2.0, 3.0]], [[0.03]]).json()
    en_columna = pedir(cliente, "VALOR_PRESENTE", [[1.0], [2.0], [3.0]], [[0.03]]).json()
    assert en_renglon == en_columna
    # One row of a table argument is a row, not a column.
    una = pedir(cliente, "BALANCE_ACTUARIAL", [[1.0]], [[0.02]], [[5.0]], [["Pensiones", 5.0]])
    assert una.json()["result"] == FUNCIONES["BALANCE_ACTUARIAL"].llamar(
        1.0, 0.02, 5.0, [["Pensiones", 5.0]]
    )


@pytest.mark.parametrize("nombre", ["no_existe", "NO_EXISTE", "Any", "globals", "annotations"])
def test_unknown_function(cliente, nombre):
    respuesta = cliente.post(
        "/xlwings/custom-functions-call", json={**llamada("x", [[1]]), "func_name": nombre}
    )
    assert respuesta.status_code == 400
    assert "\n" not in respuesta.text
    assert "función" in respuesta.text or "no entiende" in respuesta.text


def test_private_names_of_the_module_are_not_functions(cliente):
    for nombre in ("__dict__", "__builtins__", "_x", "__getattr__"):
        cuerpo = {**llamada("x", [[1]]), "func_name": nombre}
        respuesta = cliente.post("/xlwings/custom-functions-call", json=cuerpo)
        assert respuesta.status_code == 400
        assert "no entiende" in respuesta.text


def test_wrong_number_of_arguments(cliente):
    de_mas = pedir(cliente, "TASA_REAL", [[0.05]], [[0.03]], [[1]])
    assert de_mas.status_code == 400
    assert de_mas.text == (
        "TASA_REAL: argumentos: se encontró 3 argumentos; se esperaba 2 como máximo"
    )
    de_menos = pedir(cliente, "TASA_REAL", [[0.05]])
    assert de_menos.status_code == 400
    assert de_menos.text.startswith("TASA_REAL: inflacion: se encontró una celda vacía; ")


@pytest.mark.parametrize(
    "cuerpo",
    [
        *(b"", b"{", b"[]", b"{}", b"null", b'"a"', b"\xff\xfe"),
        *(b'{"func_name": 5}', b'{"func_name": "tasa_real"}'),
        *(b'{"func_name": ["tasa_real"], "args": []}', b'{"args": [[1]], "func_name": null}'),
    ],
)
def test_requests_that_excel_would_not_send(cliente, cuerpo):
    respuesta = cliente.post(
        "/xlwings/custom-functions-call",
        content=cuerpo,
        headers={"content-type": "application/json"},
    )
    assert 400 <= respuesta.status_code < 500
    assert "Traceback" not in respuesta.text
    assert pedir(cliente, "TASA_REAL", [[0.05]], [[0.03]]).status_code == 200


@pytest.mark.parametrize("numero", ["NaN", "Infinity", "-Infinity", "1e999"])
def test_non_finite_numbers(cliente, numero):
    cuerpo = json.dumps(llamada("TASA_REAL", [["X"]], [[0.03]])).replace('"X"', numero)
    respuesta = cliente.post(
        "/xlwings/custom-functions-call",
        content=cuerpo,
        headers={"content-type": "application/json"},
    )
    assert respuesta.status_code == 400
    assert respuesta.text.startswith("TASA_REAL: tasa_nominal: se encontró ")


def test_a_block_is_one_call(cliente):
    n = 1000
    bloque = pedir(cliente, "TASA_REAL", [[0.05 + i * 1e-5] for i in range(n)], [[0.03]]).json()
    una = pedir(cliente, "TASA_REAL", [[0.05 + 7e-5]], [[0.03]]).json()
    assert len(bloque["result"]) == n
    assert bloque["result"][7] == una["result"][0]


def test_repeated_calls_come_from_memory_and_are_the_same(cliente):
    def aciertos():
        return cliente.get("/salud").json()["memoria"]["aciertos"]

    primera = pedir(cliente, "TASA_REAL", [[0.0612345]], [[0.031]]).json()
    antes = aciertos()
    assert pedir(cliente, "TASA_REAL", [[0.0612345]], [[0.031]]).json() == primera
    assert aciertos() == antes + 1
    otra = pedir(cliente, "TASA_REAL", [[0.0612346]], [[0.031]]).json()
    assert otra != primera


def test_manifest(cliente, servidor):
    from lxml import etree

    texto = cliente.get("/manifest").text
    raiz = etree.fromstring(texto.encode())
    puerto = servidor.url.rsplit(":", 1)[1]
    urls = [v for n in raiz.iter() for v in n.attrib.values() if v.startswith("https://")]
    assert len(urls) >= 8
    for url in urls:
        assert url.startswith(f"https://localhost:{puerto}")
        assert cliente.get(url).status_code == 200
    # Every resid is defined once, and every resource is used.
    ids = [n.get("id") for n in raiz.iter("{*}Image", "{*}Url", "{*}String") if n.get("id")]
    usados = {n.get("resid") for n in raiz.iter() if n.get("resid")}
    assert sorted(ids) == sorted(usados)
    nombres = {n.get("id"): n.get("DefaultValue") for n in raiz.iter("{*}String")}
    assert nombres["Funciones.Namespace"] == "IMSS"
    for n in raiz.iter("{*}ShortStrings"):
        assert all(len(s.get("DefaultValue")) <= 125 for s in n)


def test_pages_have_the_headers_that_protect_them(cliente):
    cabeceras = cliente.get("/taskpane.html").headers
    assert cabeceras["x-content-type-options"] == "nosniff"
    assert cabeceras["cache-control"] == "no-store, max-age=0"
    assert "default-src 'self'" in cabeceras["content-security-policy"]
    assert "server" not in cabeceras
    ajena = cliente.get("/xlwings/custom-functions-meta.json", headers={"origin": "https://x.mx"})
    assert "access-control-allow-origin" not in ajena.headers
    assert cliente.get("/salud", headers={"host": "ajeno.example"}).status_code == 400


@pytest.mark.parametrize(
    "ruta",
    [
        "/static/../../opciones.py",
        "/static/%2e%2e/%2e%2e/opciones.py",
        "/static/%2E./.%2e/opciones.py",
        "/static/..%2f..%2fopciones.py",
        "/static/..%5c..%5copciones.py",
        "/static/js/../../../opciones.py",
        "/static/%2e%2e/%2e%2e/%2e%2e/%2e%2e/%2e%2e/%2e%2e/%2e%2e/%2e%2e/%2e%2e/etc/passwd",
        "/static//etc/passwd",
        "/static/%00/x",
        "/../opciones.py",
    ],
)
def test_no_file_outside_the_static_folder(servidor, ruta):
    """Sent as it is written: clients tidy paths up, attackers do not."""
    puerto = int(servidor.url.rsplit(":", 1)[1])
    confianza = ssl.create_default_context(cafile=str(servidor.certificado))
    with (
        socket.create_connection(("127.0.0.1", puerto), timeout=20) as crudo,
        confianza.wrap_socket(crudo, server_hostname="localhost") as s,
    ):
        s.sendall(f"GET {ruta} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".encode())
        respuesta = b"".join(iter(lambda: s.recv(65536), b""))
    assert respuesta.split()[1] in (b"400", b"404"), respuesta[:200]
    assert b"dataclass" not in respuesta
    assert b"root:" not in respuesta
