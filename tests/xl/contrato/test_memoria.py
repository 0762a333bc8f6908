"""Results kept for repeated calls: the right one, and never more than the limit."""

from hypothesis import given
from hypothesis import strategies as st

from xl.contrato.memoria import Memoria, empacar


def clave(*argumentos, funcion="F"):
    return Memoria.clave(funcion, empacar(argumentos))


def test_same_inputs_same_key_and_nothing_else():
    assert clave(1.0, "a") == clave(1.0, "a")
    distintas = [
        clave(1.0), clave(1), clave(True), clave("1"), clave([1.0]), clave([[1.0]]), clave(None),
        clave(1.0, None), clave(1.0, funcion="G"), clave(0.0), clave(-0.0), clave(""),
    ]  # fmt: skip
    assert len(set(distintas)) == len(distintas)


def test_keeps_and_counts():
    memoria = Memoria(10_000)
    assert memoria.buscar(clave(1)) is None
    memoria.guardar(clave(1), b"uno")
    assert memoria.buscar(clave(1)) == b"uno"
    assert (memoria.aciertos, memoria.fallos) == (1, 1)


def test_the_least_used_go_first():
    memoria = Memoria(10 * (32 + 100))
    for i in range(10):
        memoria.guardar(clave(i), bytes(100))
    memoria.buscar(clave(0))
    memoria.guardar(clave(10), bytes(100))
    assert memoria.buscar(clave(0)) is not None
    assert memoria.buscar(clave(1)) is None


def test_a_large_result_does_not_push_out_the_rest():
    memoria = Memoria(1000)
    memoria.guardar(clave(1), bytes(50))
    memoria.guardar(clave(2), bytes(500))
    assert memoria.buscar(clave(2)) is None
    assert memoria.buscar(clave(1)) is not None


def test_none_kept_without_memory():
    memoria = Memoria(0)
    memoria.guardar(clave(1), b"")
    assert len(memoria) == 0


@given(st.lists(st.integers(0, 30)))
def test_never_over_the_limit_and_never_another_result(llaves):
    memoria = Memoria(2000)
    for llave in llaves:
        resultado = bytes([llave]) * (llave * 9)
        assert memoria.buscar(clave(llave)) in (None, resultado)
        memoria.guardar(clave(llave), resultado)
        assert memoria.bytes <= 2000
        assert memoria.bytes == sum(32 + len(v) for v in memoria._resultados.values())
