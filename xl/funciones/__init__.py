"""The Excel functions, one module per group; importing the package declares them all."""

import pkgutil
from importlib import import_module

from xl.contrato import registro

__all__ = ["registro"]

for _modulo in pkgutil.iter_modules(__path__):
    import_module(f"{__name__}.{_modulo.name}")
