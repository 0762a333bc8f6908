"""What an .xlsm has on top of the same workbook in .xlsx: VBA project, buttons, ribbon."""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path

from lxml import etree

from xl.contrato import registro
from xl.libros.comun import plano
from xl.libros.comun.libro import Libro
from xl.motor.paquete import NS_PACKAGE_REL, Paquete
from xl.vba import codigo, proyecto
from xl.vba.botones import BOTONES

INTELLISENSE = "_IntelliSense_"
_CINTA = "customUI/customUI14.xml"
_RELACION = "http://schemas.microsoft.com/office/2007/relationships/ui/extensibility"


def poner(libro: Libro, hojas: Sequence[str]) -> None:
    """VBA project with the functions inside, a button for each macro on the cover, IntelliSense."""
    ayuda = libro.hoja(INTELLISENSE)
    for fila, celdas in enumerate(codigo.filas_intellisense(registro())):
        ayuda.write_row(fila, 0, celdas)
    ayuda.very_hidden()
    nombres = [f"Hoja{i}" for i in range(1, len(hojas) + 2)]
    for hoja, nombre in zip([*hojas, INTELLISENSE], nombres, strict=True):
        libro.hoja(hoja).set_vba_name(nombre)
    libro.libro.set_vba_name("ThisWorkbook")
    binario = proyecto.libro(nombres, codigo.funciones(registro()), codigo.apertura())
    libro.libro.add_vba_project(io.BytesIO(binario), is_stream=True)
    portada = libro.hoja(plano.PORTADA)
    ultima = portada.dim_colmax or 0
    for i, boton in enumerate(BOTONES):
        portada.insert_button(
            4 + 3 * i,
            ultima + 2,
            {"macro": boton.macro, "caption": boton.rotulo, "width": 170, "height": 32},
        )


def agregar_cinta(ruta: Path) -> None:
    """Put the ribbon tab in a workbook just written."""
    paquete = Paquete(ruta)
    paquete.escribir(_CINTA, codigo.cinta().encode("utf-8"))
    raiz = paquete.xml("_rels/.rels")
    etree.SubElement(
        raiz,
        f"{{{NS_PACKAGE_REL}}}Relationship",
        Id="rIdCinta",
        Type=_RELACION,
        Target=_CINTA,
    )
    paquete.escribir_xml("_rels/.rels", raiz)
    paquete.guardar(respaldo=False)
