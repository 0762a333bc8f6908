"""The one error that users of the model see."""

from __future__ import annotations

from typing import Any


class Descripcion(str):
    """What was found, in words; shown without the quotes that a cell's own text gets."""


class DatoInvalido(ValueError):
    """Bad input, told in Spanish: where, what was found, what was expected.

    Parameters
    ----------
    argumento : str
        Argument, cell, file or table that holds the bad value ("tasa", "Supuestos!C5").
    encontrado : Any
        The value found; shown short.
    esperado : str
        What was expected, in Spanish.
    funcion : str, optional
        Function or sheet; the Excel layer fills it in with :meth:`en`.
    """

    def __init__(
        self, argumento: str, encontrado: Any, esperado: str, *, funcion: str | None = None
    ) -> None:
        self.argumento = argumento
        self.encontrado = encontrado
        self.esperado = esperado
        self.funcion = funcion
        super().__init__(self.mensaje)

    @property
    def mensaje(self) -> str:
        """The whole message, one line."""
        donde = f"{self.funcion}: " if self.funcion else ""
        return (
            f"{donde}{self.argumento}: se encontró {_corto(self.encontrado)}; "
            f"se esperaba {self.esperado}"
        )

    def __str__(self) -> str:
        return self.mensaje

    def en(self, funcion: str) -> DatoInvalido:
        """Return the same error placed in `funcion`, unless it already has a place."""
        if self.funcion:
            return self
        return DatoInvalido(self.argumento, self.encontrado, self.esperado, funcion=funcion)

    def __reduce__(self) -> tuple[Any, ...]:
        return (_rebuild, (self.argumento, self.encontrado, self.esperado, self.funcion))


def _rebuild(argumento: str, encontrado: Any, esperado: str, funcion: str | None) -> DatoInvalido:
    return DatoInvalido(argumento, encontrado, esperado, funcion=funcion)


def _corto(valor: Any, limite: int = 60) -> str:
    if valor is None or (isinstance(valor, str) and not valor.strip()):
        return "una celda vacía"
    if isinstance(valor, Descripcion):
        return str(valor)
    if isinstance(valor, str):
        return f"«{valor if len(valor) <= limite else valor[: limite - 1] + '…'}»"
    if hasattr(valor, "item") and getattr(valor, "ndim", 0) == 0:
        valor = valor.item()
    if isinstance(valor, bool):
        return "VERDADERO" if valor else "FALSO"
    if isinstance(valor, float) and valor != valor:
        return "un valor no numérico (NaN)"
    if isinstance(valor, float) and valor.is_integer() and abs(valor) < 1e15:
        valor = int(valor)
    if isinstance(valor, int) and abs(valor) >= 10**limite:
        return f"un número de más de {limite} cifras"
    texto = str(valor)
    return texto if len(texto) <= limite else texto[: limite - 1] + "…"
