"""The VBA project (vbaProject.bin) of a workbook, source only.

The project that xlwings ships in ``quickstart_standalone.xlsm`` is read, its modules ``xlwings``
and ``Dictionary`` are kept to the letter, and the rest is written anew by the rules of MS-OVBA.
Like that one, it has no compiled code: Excel compiles the source when it opens it. Whether Excel
does so with ours is not confirmed here: there is no Excel.
"""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

from xl.vba import cfb, compresion
from xl.vba.codigo import CODIFICACION, MODULO

PLANTILLA = "quickstart_standalone.xlsm"
DE_XLWINGS = ("xlwings", "Dictionary")

# Records of the dir stream, MS-OVBA 2.3.4.2.
_VERSION, _MODULOS, _COOKIE, _FIN = 0x0009, 0x000F, 0x0013, 0x0010
_NOMBRE, _NOMBRE_UNICODE, _FLUJO, _FLUJO_UNICODE = 0x0019, 0x0047, 0x001A, 0x0032
_DESCRIPCION, _DESCRIPCION_UNICODE, _INICIO, _AYUDA = 0x001C, 0x0048, 0x0031, 0x001E
_COOKIE_MODULO, _PROCEDIMIENTOS, _DOCUMENTO, _FIN_MODULO = 0x002C, 0x0021, 0x0022, 0x002B

# No cached compilation of any version (MS-OVBA 2.3.4.1).
_SIN_COMPILAR = bytes.fromhex("CC61FFFF000000")

_ATRIBUTOS = """\
Attribute VB_Name = "{nombre}"
Attribute VB_Base = "0{{{clase}-0000-0000-C000-000000000046}}"
Attribute VB_GlobalNameSpace = False
Attribute VB_Creatable = False
Attribute VB_PredeclaredId = True
Attribute VB_Exposed = True
Attribute VB_TemplateDerived = False
Attribute VB_Customizable = True
"""
_CLASE_LIBRO, _CLASE_HOJA = "00020819", "00020820"


@dataclass(frozen=True)
class Modulo:
    """One module: its name, its source with attributes, and its kind in the PROJECT stream."""

    nombre: str
    fuente: str
    tipo: str  # "Document", "Module" or "Class"


def libro(hojas: Sequence[str], funciones: str, apertura: str) -> bytes:
    """Project of a workbook.

    Parameters
    ----------
    hojas : sequence of str     Code name of each sheet, in order.
    funciones : str             Source of the module of wrappers (``codigo.funciones``).
    apertura : str              Body of ThisWorkbook.

    Returns
    -------
    bytes                       The file vbaProject.bin.
    """
    modulos = [
        Modulo("ThisWorkbook", _document("ThisWorkbook", _CLASE_LIBRO) + apertura, "Document"),
        *(Modulo(h, _document(h, _CLASE_HOJA), "Document") for h in hojas),
        Modulo(MODULO, funciones, "Module"),
        Modulo("xlwings", _template().fuentes["xlwings"], "Module"),
        Modulo("Dictionary", _template().fuentes["Dictionary"], "Class"),
    ]
    return armar(modulos)


def armar(modulos: Sequence[Modulo]) -> bytes:
    """A project with these modules and the references of the template."""
    vba = {m.nombre: compresion.comprimir(_source(m)) for m in modulos}
    vba |= {"dir": compresion.comprimir(_dir(modulos)), "_VBA_PROJECT": _SIN_COMPILAR}
    return cfb.escribir(
        {
            "VBA": vba,
            "PROJECT": _project(modulos).encode(CODIFICACION),
            "PROJECTwm": _names(modulos),
        }
    )


def _source(m: Modulo) -> bytes:
    return m.fuente.replace("\r\n", "\n").replace("\n", "\r\n").encode(CODIFICACION)


def _document(nombre: str, clase: str) -> str:
    return _ATRIBUTOS.format(nombre=nombre, clase=clase)


@dataclass(frozen=True)
class _Plantilla:
    """What is kept of the project that xlwings ships."""

    fuentes: dict[str, str]
    informacion: bytes  # records of the project itself and of its references
    proyecto: str  # PROJECT stream


@cache
def _template() -> _Plantilla:
    libro = resources.files("xlwings").joinpath(PLANTILLA).read_bytes()
    with zipfile.ZipFile(io.BytesIO(libro)) as z:
        flujos = cfb.leer(z.read("xl/vbaProject.bin"))
    directorio = compresion.descomprimir(flujos["VBA/dir"])
    registros = list(_records(directorio))
    inicio_modulos = next(donde for donde, tipo, _ in registros if tipo == _MODULOS)
    fuentes, nombre, desde = {}, "", 0
    for _, tipo, valor in registros:
        if tipo == _FLUJO:
            nombre = valor.decode(CODIFICACION)
        elif tipo == _INICIO:
            (desde,) = struct.unpack("<I", valor)
        elif tipo == _FIN_MODULO and nombre in DE_XLWINGS:
            comprimida = flujos[f"VBA/{nombre}"][desde:]
            fuentes[nombre] = compresion.descomprimir(comprimida).decode(CODIFICACION)
    return _Plantilla(fuentes, directorio[:inicio_modulos], flujos["PROJECT"].decode(CODIFICACION))


def _records(directorio: bytes) -> Iterator[tuple[int, int, bytes]]:
    """(position, kind, value) of each record of a dir stream."""
    donde = 0
    while donde < len(directorio):
        tipo, largo = struct.unpack_from("<HI", directorio, donde)
        if tipo == _VERSION:
            largo = 6  # the one record whose size field is a constant, not its size
        yield donde, tipo, directorio[donde + 6 : donde + 6 + largo]
        donde += 6 + largo


def _record(tipo: int, valor: bytes) -> bytes:
    return struct.pack("<HI", tipo, len(valor)) + valor


def _dir(modulos: Sequence[Modulo]) -> bytes:
    """The dir stream: project information of the template and a record set for each module."""
    partes = [
        _template().informacion,
        _record(_MODULOS, struct.pack("<H", len(modulos))),
        _record(_COOKIE, b"\xff\xff"),
    ]
    for m in modulos:
        corto, largo = m.nombre.encode(CODIFICACION), m.nombre.encode("utf-16-le")
        partes += [
            _record(_NOMBRE, corto),
            _record(_NOMBRE_UNICODE, largo),
            _record(_FLUJO, corto),
            _record(_FLUJO_UNICODE, largo),
            _record(_DESCRIPCION, b""),
            _record(_DESCRIPCION_UNICODE, b""),
            _record(_INICIO, struct.pack("<I", 0)),
            _record(_AYUDA, struct.pack("<I", 0)),
            _record(_COOKIE_MODULO, b"\xff\xff"),
            _record(_PROCEDIMIENTOS if m.tipo == "Module" else _DOCUMENTO, b""),
            _record(_FIN_MODULO, b""),
        ]
    return b"".join(partes) + _record(_FIN, b"")


def _project(modulos: Sequence[Modulo]) -> str:
    """The PROJECT stream: identity and protection of the template, our list of modules."""
    lineas = _template().proyecto.split("\r\n")
    tipos = ("Document=", "Module=", "Class=")
    donde = next(i for i, linea in enumerate(lineas) if linea.startswith(tipos))
    fin = lineas.index("[Workspace]")
    cabeza = [x for x in lineas[:fin] if not x.startswith(tipos)]
    nuestras = [
        f"{m.tipo}={m.nombre}" + ("/&H00000000" if m.tipo == "Document" else "") for m in modulos
    ]
    ventanas = [f"{m.nombre}=0, 0, 0, 0, C" for m in modulos]
    return "\r\n".join([*cabeza[:donde], *nuestras, *cabeza[donde:], "[Workspace]", *ventanas, ""])


def _names(modulos: Sequence[Modulo]) -> bytes:
    """The PROJECTwm stream: each name in both encodings."""
    nombres = (
        m.nombre.encode(CODIFICACION) + b"\0" + m.nombre.encode("utf-16-le") + b"\0\0"
        for m in modulos
    )
    return b"".join(nombres) + b"\0\0"
