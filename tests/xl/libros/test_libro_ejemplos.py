"""ejemplos.xlsx: every function has its block, and the block says what Python says."""

import math

import pytest

import udfs
from xl import motor
from xl.contrato import registro
from xl.libros.comun import lectura
from xl.libros.ejemplos import grupos

assert udfs.__all__
EJEMPLOS = grupos.todos()


def test_every_function_has_one_example():
    assert sorted(e.funcion for e in EJEMPLOS) == sorted(f.nombre for f in registro())


@pytest.mark.parametrize("ejemplo", EJEMPLOS, ids=lambda e: e.funcion)
def test_arguments_are_those_of_the_function(ejemplo):
    nombres = [a.nombre for a in ejemplo.ficha.argumentos]
    assert set(ejemplo.valores) <= set(nombres)
    obligatorios = {a.nombre for a in ejemplo.ficha.argumentos if not a.opcional}
    assert obligatorios <= set(ejemplo.valores)
    assert len(ejemplo.lectura) > 20


def test_results_on_the_sheets_are_those_of_python(construidos):
    with motor.abrir(construidos("ejemplos"), solo_lectura=True) as book:
        for e in EJEMPLOS:
            filas = lectura.filas(lectura.rango(book, e.nombre("resultado")))
            for fila, esperada in zip(filas, e.resultado(), strict=True):
                for a, b in zip(fila, esperada, strict=True):
                    if isinstance(b, float) and not isinstance(a, str):
                        assert math.isclose(a, b, rel_tol=1e-9, abs_tol=1e-12), e.funcion
                    else:
                        assert (a if a is not None else "") == b, e.funcion
