"""What the engine cannot do without Excel: every member it lacks says so in Spanish."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from pymodel.errores import DatoInvalido, Descripcion

T = TypeVar("T")


def sin_excel(clase: str, miembro: str) -> DatoInvalido:
    """Return the error for a member of xlwings that a file cannot offer."""
    return DatoInvalido(
        f"{clase}.{miembro}",
        Descripcion("una operación que necesita Excel"),
        "una que el motor de archivos sepa hacer (valores, fórmulas, nombres, tablas y formatos)",
    )


def cerrada(base: type) -> Callable[[type[T]], type[T]]:
    """Decorate a class: the members of `base` that a class does not define say so in Spanish."""

    def decorate(cls: type[T]) -> type[T]:
        def refuse(name: str) -> Callable[..., Any]:
            def refused(*_args: Any, **_kwargs: Any) -> Any:
                raise sin_excel(base.__name__, name)

            return refused

        for name, member in vars(base).items():
            if name.startswith("__"):
                continue
            own = vars(cls).get(name)
            if isinstance(own, property) and isinstance(member, property):
                if own.fset is None and member.fset is not None:
                    setattr(cls, name, own.setter(refuse(name)))
                continue
            if name in vars(cls):
                continue
            if isinstance(member, property):
                setattr(cls, name, property(refuse(name), refuse(name)))
            elif callable(member):
                setattr(cls, name, refuse(name))
        return cls

    return decorate
