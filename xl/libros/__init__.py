"""Builders of the workbooks."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from pymodel.errores import DatoInvalido, Descripcion


def construir_valuacion(destino: Path) -> Path:
    """Build valuacion.xlsx with every value computed, and put it in place in one step.

    Parameters
    ----------
    destino : Path      Final name; an existing workbook there is replaced.

    Returns
    -------
    Path                The same, absolute.

    Raises
    ------
    DatoInvalido        If the folder cannot be written.
    """
    import udfs
    from xl import macros, motor
    from xl.libros import valuacion

    assert udfs.__all__  # importing it declares the functions
    destino = destino.resolve()
    try:
        destino.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=destino.parent, prefix=".construir-") as carpeta:
            borrador = Path(carpeta) / destino.name
            valuacion.construir(borrador)
            motor.recalcular(borrador, todo=True, respaldo=False)
            with motor.abrir(borrador) as book:
                macros.llenar(book)
                book.save()
            os.replace(borrador, destino)
    except OSError as error:
        raise DatoInvalido(
            str(destino), Descripcion(error.strerror or str(error)), "una carpeta con permiso"
        ) from None
    return destino
