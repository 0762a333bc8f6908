"""The Excel functions, one module per group; importing the package declares them all."""

from importlib import import_module
from pkgutil import iter_modules

from xl.contrato import registro

__all__ = ["registro"]

# Every module there is: one left out of a list would be a group that a refresh does not compute.
for _modulo in iter_modules(__path__):
    import_module(f"{__name__}.{_modulo.name}")
