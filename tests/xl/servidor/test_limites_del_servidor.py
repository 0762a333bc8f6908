"""Limits of the server: each is told in Spanish, and the next call works."""

import asyncio
import json
import threading
import time

import pytest
from servicio import llamada, montos, pedir, servido

from xl.servidor import guardia
from xl.servidor.opciones import Limites


@pytest.fixture(scope="module")
def estrecho(tmp_path_factory):
    """A server with limits that a test can reach."""
    opciones = [
        "--max-mb",
        "1",
        "--max-celdas",
        "5000",
        "--max-segundos",
        "1",
        "--max-en-curso",
        "4",
    ]
    with servido(tmp_path_factory.mktemp("estrecho"), *opciones, "--trabajadores", "2") as uno:
        yield uno


LENTA = montos(4900)


def vive(cliente):
    assert pedir(cliente, "TASA_REAL", [[0.05]], [[0.03]]).status_code == 200


def test_body(estrecho):
    with estrecho.cliente() as c:
        r = pedir(c, "VERIFICAR_TABLA", [["x" * 2_000_000]])
        assert r.status_code == 413
        assert r.text == (
            "Llamada demasiado grande: pasa de 1 MB. Use un rango más corto, sin columnas enteras."
        )
        trozos = (b" " * 100_000 for _ in range(30))  # without saying how long it is
        assert c.post("/xlwings/custom-functions-call", content=trozos).status_code == 413
        vive(c)


def test_cells(estrecho):
    with estrecho.cliente() as c:
        r = pedir(c, "VALOR_PRESENTE", [[1]] * 5001, [[0.03]])
        assert r.status_code == 413
        assert r.text.startswith("Demasiadas celdas: 5,002 en una llamada; el máximo es 5,000.")
        assert pedir(c, "VALOR_PRESENTE", [[1]] * 4998, [[0.03]]).status_code == 200
        con_comas = [[("a,b" * 50)]] * 100  # commas inside texts are not cells
        assert pedir(c, "VERIFICAR_TABLA", con_comas).status_code == 400
        libro = {
            "client": "Office.js",
            "version": "x",
            "book": {"name": "l", "active_sheet_index": 0, "selection": "A1"},
            "names": [],
            "sheets": [{"name": "a", "values": [[1] * 100] * 60, "pictures": [], "tables": []}],
        }
        r = c.post("/xlwings/custom-scripts-call/actualizar", json=libro)
        assert r.text.startswith("Demasiadas celdas: 6,000")
        vive(c)


def test_whole_column(servidor):
    """A:A is 1,048,576 cells: refused before anything is converted."""
    with servidor.cliente() as c:
        inicio = time.perf_counter()
        r = pedir(c, "VALOR_PRESENTE", [[""]] * 1_048_576, [[0.03]])
        assert r.status_code == 413
        assert "Demasiadas celdas: 1,048,577" in r.text
        assert time.perf_counter() - inicio < 20
        vive(c)


def test_time(estrecho):
    with estrecho.cliente() as c:
        inicio = time.perf_counter()
        r = pedir(c, *LENTA)
        assert (r.status_code, r.text) == (
            504,
            "Tiempo agotado: la llamada pasó de 1 s y se canceló. Divida el rango en partes.",
        )
        assert time.perf_counter() - inicio < 5
        vive(c)  # the process was ended, another takes its place


def test_slow_calls_do_not_hold_up_the_small_ones(servidor):
    """One of the two processes is busy; the other goes on answering."""
    with servidor.cliente() as lento, servidor.cliente() as c:
        respuestas = []
        hilo = threading.Thread(target=lambda: respuestas.append(pedir(lento, *LENTA)))
        hilo.start()
        contestadas = 0
        while hilo.is_alive():
            assert pedir(c, "TASA_REAL", [[0.05 + contestadas * 1e-6]], [[0.03]]).status_code == 200
            contestadas += 1
        assert respuestas[0].status_code == 200
        assert contestadas > 10


@pytest.mark.largo
def test_concurrent_calls(estrecho):
    with estrecho.cliente() as c:
        respuestas = []

        def una():
            with estrecho.cliente() as propio:
                respuestas.append(pedir(propio, *LENTA))

        hilos = [threading.Thread(target=una) for _ in range(12)]
        for h in hilos:
            h.start()
        for h in hilos:
            h.join()
        estados = [r.status_code for r in respuestas]
        assert 503 in estados
        ocupado = next(r for r in respuestas if r.status_code == 503)
        assert ocupado.text.startswith("Servidor ocupado: ")
        assert set(estados) <= {503, 504}
        vive(c)


def test_log_has_no_cells(estrecho):
    with estrecho.cliente() as c:
        pedir(c, "TASA_REAL", [["secreto-123"]], [[0.03]])
        pedir(c, "PRIMA_NIVELADA", [[987654321.25]], [[1.0]], [[0.03]])
        c.post("/xlwings/custom-functions-call", json={"func_name": "secreto-123"})
        c.post("/xlwings/custom-scripts-call/secreto", json={"sheets": "secreto-123"})
    lineas = [json.loads(x) for x in estrecho.bitacora.read_text().splitlines() if x[:1] == "{"]
    assert len(lineas) > 10
    texto = estrecho.bitacora.read_text()
    assert "secreto-123" not in texto
    assert "987654321" not in texto
    peticiones = [x for x in lineas if x.get("ruta") == "/xlwings/custom-functions-call"]
    assert {x.get("funcion") for x in peticiones} >= {"tasa_real", "prima_nivelada"}
    assert all({"hora", "id", "estado", "ms", "entran", "salen"} <= x.keys() for x in peticiones)


# --- the guard by itself ------------------------------------------------------------------------


def correr(aplicacion, cuerpo, metodo="POST"):
    enviados = []

    async def receive():
        return {"type": "http.request", "body": cuerpo, "more_body": False}

    async def send(mensaje):
        enviados.append(mensaje)

    scope = {"type": "http", "method": metodo, "path": "/", "headers": [], "client": None}
    asyncio.run(aplicacion(scope, receive, send))
    return enviados


def test_nothing_is_left_in_hand_after_an_error():
    async def rota(scope, receive, send):
        await receive()
        raise RuntimeError

    g = guardia.Guardia(rota, Limites())
    with pytest.raises(RuntimeError):
        correr(g, b"{}")
    assert (g.en_curso, g.bytes_en_curso) == (0, 0)


def entregar(g, *trozos, sigue=True):
    """Answer to a request whose body comes in pieces and, if `sigue`, never ends."""
    enviados, quedan = [], list(trozos)

    async def recibir():
        if not quedan:
            await asyncio.Event().wait()
        cuerpo = quedan.pop(0)
        return {"type": "http.request", "body": cuerpo, "more_body": sigue or bool(quedan)}

    async def enviar(mensaje):
        enviados.append(mensaje)

    scope = {"type": "http", "method": "POST", "path": "/x", "headers": [], "client": None}
    asyncio.run(g(scope, recibir, enviar))
    return enviados[0]["status"], enviados[1]["body"].decode()


async def nadie(scope, receive, send):
    raise AssertionError("no debía llegar")


def test_a_body_that_never_ends_gives_its_place_back():
    g = guardia.Guardia(nadie, Limites(espera=0.05))
    estado, texto = entregar(g, b"{", b'"args"')
    assert (estado, texto) == (
        408,
        "Llamada incompleta: no llegó entera en 0.05 s. Vuelva a intentar.",
    )
    assert (g.en_curso, g.bytes_en_curso) == (0, 0)


def test_what_has_arrived_counts_before_it_is_whole():
    g = guardia.Guardia(nadie, Limites(cuerpo=100))
    g.bytes_en_curso = 16 * 100 - 50  # of others
    estado, texto = entregar(g, b"x" * 60)
    assert estado == 503
    assert texto.startswith("Servidor ocupado")
    assert g.bytes_en_curso == 16 * 100 - 50


def test_the_inner_application_gets_the_same_bytes():
    vistos = []

    async def interior(scope, receive, send):
        vistos.append((await receive())["body"])
        await guardia.responder(send, 200, "ok")

    cuerpo = json.dumps(llamada("X", [[1, 2, 3]])).encode()
    enviados = correr(guardia.Guardia(interior, Limites()), cuerpo)
    assert vistos == [cuerpo]
    assert enviados[0]["status"] == 200


@pytest.mark.parametrize(
    ("datos", "celdas"),
    [
        ({"args": [[[1, 2], [3, 4]], None, [[5]]]}, 5),
        ({"args": []}, 0),
        ({"sheets": [{"values": [[1, 2]]}, {"values": [[]]}]}, 2),
        ({"sheets": [{"values": [[1, [2]]]}]}, 2),
        ([1, 2], 0),
        ({"args": 5}, 1),
    ],
)
def test_counting(datos, celdas):
    assert guardia.contar(datos) == celdas
