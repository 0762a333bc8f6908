"""What is done to a file that LibreOffice saved before the analyst gets it."""

from __future__ import annotations

import io
import re
import zipfile

from xl.libreoffice.extension import PREFIJO_FORMULA

_FORMULA_XML = re.compile(rb"(<(?:\w+:)?(?:f|formula[12]?|definedName)\b[^>]*>)([^<]*)")


def nombres_llanos(contenido: bytes) -> bytes:
    """Write PRIMA_NIVELADA where LibreOffice wrote MODELOIMSS.FUNCIONES.PRIMA_NIVELADA.

    LibreOffice saves the functions of an extension in an .xlsx under their internal name, which
    Excel does not know. Only formulas are changed.
    """
    interno = PREFIJO_FORMULA.encode()
    corregido = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(contenido)) as leido, zipfile.ZipFile(corregido, "w") as nuevo:
        for parte in leido.infolist():
            datos = leido.read(parte)
            if parte.filename.startswith("xl/") and interno in datos:
                datos = _FORMULA_XML.sub(lambda m: m[1] + m[2].replace(interno, b""), datos)
            nuevo.writestr(parte, datos, compress_type=zipfile.ZIP_DEFLATED)
    return corregido.getvalue()
