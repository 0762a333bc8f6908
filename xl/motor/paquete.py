"""The workbook as a zip of parts: safe reading, and writing back of the parts that change."""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from copy import copy
from pathlib import Path
from xml.parsers import expat

from lxml import etree

from pymodel.errores import DatoInvalido, Descripcion
from xl.motor import archivo

MAX_FILE = 200 * 2**20
MAX_PARTS = 10_000
MAX_PART = 512 * 2**20
MAX_TOTAL = 1024 * 2**20

NS_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
NS_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NS_PACKAGE_REL = "http://schemas.openxmlformats.org/package/2006/relationships"
NS_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"

CONTENT_TYPES = "[Content_Types].xml"
SUFFIXES = (".xlsx", ".xlsm")

_OLE = bytes.fromhex("D0CF11E0A1B11AE1")
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")


class Paquete:
    """Parts of one workbook file, read on demand from a snapshot of its bytes.

    Parts that nobody writes are copied into the new file byte for byte, in the same order and
    with the same dates, so that the same content always gives the same file.

    Parameters
    ----------
    ruta : Path
        Workbook (.xlsx or .xlsm).

    Raises
    ------
    DatoInvalido
        If the file is missing, unreadable, encrypted, damaged, not a workbook or too large.
    """

    def __init__(self, ruta: Path) -> None:
        self.ruta = ruta
        if ruta.suffix.lower() not in SUFFIXES:
            raise self.error(
                f"un archivo {ruta.suffix or 'sin extensión'}",
                "un libro .xlsx o .xlsm (un .xls o .xlsb se guarda como .xlsx desde Excel)",
            )
        self._load(archivo.leer(ruta, MAX_FILE))

    def _load(self, datos: bytes) -> None:
        self.original = datos
        self._written: dict[str, bytes | None] = {}
        self._zip = self._open_zip(datos)
        self._infos = {info.filename: info for info in self._zip.infolist()}
        self._check_limits()

    def error(self, encontrado: str, esperado: str) -> DatoInvalido:
        """Return the error that names this workbook."""
        return DatoInvalido(f"libro {self.ruta.name}", Descripcion(encontrado), esperado)

    def _open_zip(self, datos: bytes) -> zipfile.ZipFile:
        if datos.startswith(_OLE):
            # Encrypted workbooks and old .xls files share this container.
            raise self.error(
                "un libro cifrado con contraseña o de formato .xls antiguo",
                "un libro .xlsx o .xlsm sin contraseña de apertura",
            )
        if not datos.startswith(_ZIP):
            raise self.error("un archivo que no es un libro de Excel", "un libro .xlsx o .xlsm")
        try:
            return zipfile.ZipFile(io.BytesIO(datos))
        except (zipfile.BadZipFile, ValueError, NotImplementedError, EOFError):
            raise self._damaged() from None

    def _damaged(self, parte: str | None = None) -> DatoInvalido:
        return self.error(
            "un libro dañado" + (f" (parte {parte})" if parte else ""),
            "un libro que se pueda abrir; recupere el respaldo o una copia anterior",
        )

    def _check_limits(self) -> None:
        infos = self._zip.infolist()
        if len(infos) != len(self._infos):
            raise self._damaged()
        if any(info.flag_bits & 0x1 for info in infos):
            raise self.error("un libro cifrado con contraseña", "un libro sin contraseña")
        # zipfile never expands a part beyond the size it declares, so the declared sizes bound
        # the memory: a zip bomb is refused before anything is expanded.
        sizes = [info.file_size for info in infos]
        if len(infos) > MAX_PARTS or sum(sizes) > MAX_TOTAL or max(sizes, default=0) > MAX_PART:
            raise self.error(
                "un libro que al expandirse es demasiado grande",
                f"hasta {MAX_TOTAL // 2**20} MB expandidos en {MAX_PARTS:,} partes",
            )
        if CONTENT_TYPES not in self._infos:
            raise self.error("un archivo zip que no es un libro", "un libro .xlsx o .xlsm")

    @property
    def partes(self) -> list[str]:
        """Names of the parts, in the order of the file."""
        names = [name for name in self._infos if self._written.get(name, b"") is not None]
        return names + [
            n for n, d in self._written.items() if d is not None and n not in self._infos
        ]

    @property
    def modificado(self) -> bool:
        """Whether any part differs from the file."""
        return bool(self._written)

    def __contains__(self, parte: str) -> bool:
        if parte in self._written:
            return self._written[parte] is not None
        return parte in self._infos

    def leer(self, parte: str) -> bytes:
        """Return the bytes of a part, as they are now."""
        if parte in self._written:
            datos = self._written[parte]
            if datos is None:
                raise self._damaged(parte)
            return datos
        try:
            return self._zip.read(self._infos[parte])
        except (
            KeyError,
            EOFError,
            OSError,
            RuntimeError,
            ValueError,
            zipfile.BadZipFile,
            zlib.error,
        ):
            raise self._damaged(parte) from None

    def escribir(self, parte: str, datos: bytes) -> None:
        """Replace or add a part."""
        if parte in self._infos and self._zip.read(self._infos[parte]) == datos:
            self._written.pop(parte, None)
        else:
            self._written[parte] = datos

    def quitar(self, parte: str) -> None:
        """Remove a part."""
        if parte in self._infos:
            self._written[parte] = None
        else:
            self._written.pop(parte, None)

    def xml(self, parte: str) -> etree._Element:
        """Parse a small part; document type declarations (and so entities) are refused."""
        datos = self.leer(parte)
        self.comprobar_xml(parte, datos)
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
        try:
            return etree.fromstring(datos, parser)
        except (etree.XMLSyntaxError, ValueError):
            raise self._damaged(parte) from None

    def escribir_xml(self, parte: str, raiz: etree._Element) -> None:
        """Serialise a part that came from `xml`."""
        self.escribir(
            parte, etree.tostring(raiz, encoding="UTF-8", xml_declaration=True, standalone=True)
        )

    def comprobar_xml(self, parte: str, datos: bytes) -> None:
        """Raise DatoInvalido unless `datos` is well-formed XML without a document type."""
        parser = expat.ParserCreate()
        parser.StartDoctypeDeclHandler = self.rechazar_doctype(parte)
        try:
            parser.Parse(datos, True)
        except DatoInvalido:
            raise
        except (expat.ExpatError, LookupError, ValueError):
            raise self._damaged(parte) from None

    def rechazar_doctype(self, parte: str):  # type: ignore[no-untyped-def]
        """Return an expat handler that refuses any document type declaration."""

        def handler(*_args: object) -> None:
            raise self.error(
                f"una declaración DOCTYPE en {parte}",
                "un libro sin entidades XML (Excel no las escribe; el archivo puede ser malicioso)",
            )

        return handler

    def xml_danado(self, parte: str) -> DatoInvalido:
        """Return the error for a part that cannot be understood."""
        return self._damaged(parte)

    def relaciones(self, parte: str) -> dict[str, tuple[str, str]]:
        """Relationships of a part.

        Returns
        -------
        dict
            Identifier -> (type, name of the target part); external targets are left out.
        """
        rels = parte_de_relaciones(parte)
        if rels not in self:
            return {}
        folder = posixpath.dirname(parte)
        found = {}
        for rel in self.xml(rels).iter(f"{{{NS_PACKAGE_REL}}}Relationship"):
            if rel.get("TargetMode") == "External":
                continue
            target = (rel.get("Target") or "").replace("\\", "/")
            name = target[1:] if target.startswith("/") else posixpath.join(folder, target)
            found[rel.get("Id") or ""] = (rel.get("Type") or "", posixpath.normpath(name))
        return found

    def armar(self) -> bytes:
        """Build the file with the parts as they are now."""
        salida = io.BytesIO()
        with zipfile.ZipFile(salida, "w") as nuevo:
            for name in self.partes:
                info = self._infos.get(name)
                if info is None:
                    info = zipfile.ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0))
                    info.compress_type = zipfile.ZIP_DEFLATED
                else:
                    info = copy(info)
                nuevo.writestr(info, self.leer(name))
            nuevo.comment = self._zip.comment
        return salida.getvalue()

    def guardar(self, ruta: Path | None = None, *, respaldo: bool = True) -> None:
        """Write the workbook in one step, keeping the previous version next to it.

        Nothing is written when nothing changed. Afterwards the package is the saved file.

        Parameters
        ----------
        ruta : Path, optional
            Another file to write; the same one by default.
        respaldo : bool
            Keep the previous version as ``NAME.bak.xlsx``.

        Raises
        ------
        DatoInvalido
            If the file is open elsewhere, changed since it was read, or cannot be written.
        """
        destino = ruta or self.ruta
        mismo = destino == self.ruta
        if mismo and not self.modificado:
            return
        if destino.suffix.lower() != self.ruta.suffix.lower():
            raise self.error(
                f"el nombre nuevo «{destino.name}»", f"la misma extensión, {self.ruta.suffix}"
            )
        archivo.comprobar_libre(destino)
        if destino.exists() and not destino.stat().st_mode & 0o222:
            # Replacing a file needs no permission on it, but who marked it meant something.
            raise self.error(
                "un libro de sólo lectura", "un libro que se pueda escribir: quite esa marca"
            )
        anterior = None
        if mismo:
            anterior = archivo.leer(destino, MAX_FILE)
            if anterior != self.original:
                raise self.error(
                    "un libro que otro programa cambió mientras se actualizaba",
                    "el mismo archivo que se abrió; repita la actualización",
                )
        elif destino.exists():
            anterior = archivo.leer(destino, MAX_FILE)
        contenido = self.armar()
        archivo.reemplazar(destino, contenido, respaldo=anterior if respaldo else None)
        self.ruta = destino
        self._load(contenido)


def parte_de_relaciones(parte: str) -> str:
    """Name of the part that holds the relationships of `parte`."""
    folder, name = posixpath.split(parte)
    return posixpath.join(folder, "_rels", f"{name}.rels")
