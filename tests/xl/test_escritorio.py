"""The buttons of desktop Excel over the file engine: what they do and what they say."""

import pytest

from xl import escritorio, motor


@pytest.fixture
def dicho(monkeypatch):
    mensajes = []
    monkeypatch.setattr(
        escritorio, "_decir", lambda _book, texto, modo: mensajes.append((modo, texto))
    )
    return mensajes


@pytest.fixture
def abierto(libro):
    with motor.abrir(libro) as book:
        yield book


def test_refresh_says_what_changed(abierto, dicho):
    abierto.names["gmp_2010_tasa"].refers_to_range.value = 0.04
    escritorio.actualizar(abierto)
    (modo, texto), *_ = dicho
    assert modo == "info"
    assert "GMP 2010, Base: prima nivelada 32.2006% →" in texto
    assert texto.endswith("0 no cumplen.")
    assert len(texto.splitlines()) <= escritorio.MAXIMO_RENGLONES + 3


def test_a_mistake_is_told_and_nothing_is_written(abierto, dicho):
    celda = abierto.names["gmp_2010_tasa"].refers_to_range
    celda.value = 3.5
    antes = abierto.names["resultados"].refers_to_range.value
    escritorio.actualizar(abierto)
    (modo, texto), *_ = dicho
    assert modo == "critical"
    assert texto.startswith("No se cambió nada.")
    assert "Supuestos!H8" in texto
    assert abierto.names["resultados"].refers_to_range.value == antes


def test_reset(abierto, dicho):
    celda = abierto.names["gmp_2010_tasa"].refers_to_range
    celda.value = 0.04
    escritorio.restablecer(abierto)
    assert celda.value == 0.035
    assert dicho[0][0] == "info"
