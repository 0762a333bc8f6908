from typing import Any

import pytest

from pymodel.errores import DatoInvalido
from xl.contrato import arg, entrada, funcion, registro
from xl.contrato import registro as _registro_publico
from xl.contrato.registro import _registro


@pytest.fixture
def suma():
    """A declared function, taken off the record afterwards."""

    @funcion(
        categoria="Prueba",
        ayuda="Suma dos números.",
        args={
            "uno": arg(entrada.numero, "Primer sumando."),
            "dos": arg(entrada.numero, "Segundo sumando."),
            "modo": arg(entrada.Opcion(("normal", "doble")), "Modo."),
        },
        devuelve="Un número.",
        ejemplo="=SUMA_DE_PRUEBA(1,2)",
        fuente="Aritmética.",
    )
    def suma_de_prueba(uno: float, dos: float = 10.0, modo: str = "normal") -> Any:
        """English docstring."""
        return (uno + dos) * (2 if modo == "doble" else 1)

    yield suma_de_prueba
    del _registro["SUMA_DE_PRUEBA"]


def test_record(suma):
    ficha = registro()[-1]
    assert ficha.nombre == "SUMA_DE_PRUEBA"
    assert ficha.sintaxis == 'SUMA_DE_PRUEBA(uno; [dos=10]; [modo="normal"])'
    assert [(a.nombre, a.opcional, a.defecto, a.es_rango) for a in ficha.argumentos] == [
        ("uno", False, None, False),
        ("dos", True, 10.0, False),
        ("modo", True, "normal", False),
    ]
    assert ficha.llamar(1, 2) == suma(1, 2) == 3


def test_help_that_excel_shows_is_spanish(suma):
    assert suma.__doc__ == "Suma dos números. Un número."
    assert suma.__annotations__ == {}


@pytest.mark.parametrize(
    ("args", "kwargs", "resultado"),
    [
        ((1,), {}, 11),
        ((1, None), {}, 11),
        ((1, "", "Doble"), {}, 22),
        ((1, [[None]], "DOBLE"), {}, 22),
        ((), {"uno": 1, "modo": "doble"}, 22),
        ((1,), {"dos": 5}, 6),
        (([[1.0]], 0), {}, 1),
    ],
)
def test_calls(suma, args, kwargs, resultado):
    assert suma(*args, **kwargs) == resultado


@pytest.mark.parametrize(
    ("args", "kwargs", "mensaje"),
    [
        ((), {}, r"uno: se encontró una celda vacía; se esperaba un valor \(Primer sumando\)"),
        ((None, 2), {}, r"uno: se encontró una celda vacía"),
        ((1, 2, "normal", 4), {}, r"argumentos: se encontró 4 argumentos; .*3 como máximo"),
        ((1, 2), {"dos": 3}, r"dos: se encontró el argumento dos veces"),
        ((1,), {"tres": 3}, r"argumentos: se encontró «tres»; se esperaba los argumentos uno, dos"),
        (("x",), {}, r"uno: se encontró «x»; se esperaba un número"),
    ],
)
def test_messages_begin_with_the_function(suma, args, kwargs, mensaje):
    with pytest.raises(DatoInvalido, match=f"^SUMA_DE_PRUEBA: {mensaje}"):
        suma(*args, **kwargs)


def test_declaration_and_signature_must_agree():
    with pytest.raises(TypeError, match="desigual"):

        @funcion(
            categoria="Prueba",
            ayuda="",
            args={"uno": arg(entrada.numero, "")},
            devuelve="",
            ejemplo="",
            fuente="",
        )
        def desigual(otro: float) -> float:
            return otro

    assert "DESIGUAL" not in {f.nombre for f in _registro_publico()}
