"""Opening and saving the file: what is refused, and that a failure never touches the workbook."""

from __future__ import annotations

import errno
import os
import random
import shutil
import struct
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from pymodel.errores import DatoInvalido
from xl import motor
from xl.motor import paquete
from xl.motor.libro import Libro

Parts = Callable[[Path], dict[str, bytes]]


@pytest.fixture
def simple(construir: Callable[..., Path]) -> Path:
    """Small workbook of ours with one function."""

    def fill(book: Any) -> None:
        sheet = book.add_worksheet("Datos")
        sheet.write_number("A1", 10)
        sheet.write_number("B1", 100)
        sheet.write_formula("C1", "=PRIMA(A1,B1,0.035)")
        sheet.write_string("D1", "á")

    return construir(fill, ("Datos",))


def folder(path: Path) -> dict[str, bytes]:
    return {p.name: p.read_bytes() for p in path.parent.iterdir() if p.is_file()}


def refuse(path: Path, *words: str) -> None:
    """Opening raises a message with these words and leaves the folder as it was."""
    before = folder(path) if path.parent.exists() else None
    with pytest.raises(DatoInvalido) as error, motor.abrir(path, funciones={}) as book:
        book.impl.libro.hojas[0].xml  # noqa: B018 - reading the cells is what may fail
    for word in words:
        assert word in str(error.value)
    assert path.name in str(error.value)
    if before is not None:
        assert folder(path) == before


def rewrite(path: Path, **changes: Callable[[bytes], bytes]) -> None:
    """Change parts of a workbook; the keys are the ends of their names, with _ for the dot."""
    with zipfile.ZipFile(path) as book:
        data = {info: book.read(info) for info in book.infolist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as book:
        for info, part in data.items():
            for key, change in changes.items():
                if info.filename.endswith(key.replace("_", ".")):
                    part = change(part)
            book.writestr(info.filename, part)


def test_missing_file(tmp_path: Path) -> None:
    refuse(tmp_path / "nada.xlsx", "ningún archivo")


def test_folder_instead_of_file(tmp_path: Path) -> None:
    (tmp_path / "libro.xlsx").mkdir()
    refuse(tmp_path / "libro.xlsx", "una carpeta")


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("viejo.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512), (".xls", ".xlsx")),
        ("datos.csv", b"a,b\n1,2\n", (".csv",)),
        ("cifrado.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512), ("contraseña",)),
        ("texto.xlsx", b"hola", ("no es un libro",)),
        ("vacio.xlsx", b"", ("no es un libro",)),
        ("cortado.xlsx", b"PK\x03\x04" + bytes(40), ("dañado",)),
    ],
)
def test_not_a_workbook(tmp_path: Path, name: str, content: bytes, words: tuple[str, ...]) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    refuse(path, *words)


def test_zip_that_is_not_a_workbook(tmp_path: Path) -> None:
    path = tmp_path / "fotos.xlsx"
    with zipfile.ZipFile(path, "w") as book:
        book.writestr("foto.txt", "x")
    refuse(path, "no es un libro")


def test_word_document_called_xlsx(simple: Path) -> None:
    rewrite(
        simple,
        **{
            "Types]_xml": lambda d: d.replace(
                b"spreadsheetml.sheet.main", b"wordprocessingml.document.main"
            )
        },
    )
    refuse(simple, "no es un libro")


def test_strict_open_xml(simple: Path) -> None:
    strict = b"http://purl.oclc.org/ooxml/spreadsheetml/main"
    main = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    rewrite(simple, workbook_xml=lambda d: d.replace(main, strict))
    refuse(simple, "estricto")


@pytest.mark.parametrize("fraction", [0.1, 0.5, 0.9, 0.99])
def test_truncated_file(simple: Path, fraction: float) -> None:
    data = simple.read_bytes()
    simple.write_bytes(data[: int(len(data) * fraction)])
    refuse(simple, "dañado")


def test_truncated_xml(simple: Path) -> None:
    rewrite(simple, sheet1_xml=lambda d: d[: len(d) // 2])
    refuse(simple, "dañado", "sheet1.xml")


@pytest.mark.parametrize("part", ["sheet1_xml", "workbook_xml"])
def test_entities_are_refused(simple: Path, part: str) -> None:
    bomb = (
        b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">'
        + b"".join(
            b'<!ENTITY a%d "%s">' % (i, b"&a%s;" % (str(i - 1).encode() if i else b"") * 10)
            for i in range(9)
        )
        + b"]>"
    )

    def insert(data: bytes) -> bytes:
        head, _, body = data.partition(b"?>")
        return head + b"?>" + bomb + body

    rewrite(simple, **{part: insert})
    refuse(simple, "DOCTYPE")


def test_zip_bomb(tmp_path: Path, simple: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paquete, "MAX_PART", 2**20)
    with zipfile.ZipFile(simple, "a", zipfile.ZIP_DEFLATED) as book:
        book.writestr("xl/relleno.bin", bytes(2**20 + 1))
    refuse(simple, "demasiado grande")


def test_zip_that_lies_about_its_size(simple: Path) -> None:
    """The declared size bounds what is read: a lie is damage, not memory."""
    with zipfile.ZipFile(simple, "a", zipfile.ZIP_DEFLATED) as book:
        book.writestr("xl/relleno.bin", bytes(2**22))
    data = simple.read_bytes()
    simple.write_bytes(data.replace(struct.pack("<I", 2**22), struct.pack("<I", 10)))
    libro = Libro(simple)
    with pytest.raises(DatoInvalido, match="dañado"):
        libro.paquete.leer("xl/relleno.bin")


def test_file_too_large(simple: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paquete, "MAX_FILE", 100)
    refuse(simple, "demasiado grande")


def test_damaged_bytes_never_give_anything_but_a_message(
    simple: Path, funciones: dict[str, Any]
) -> None:
    """Flip bytes all over the file: it opens and calculates, or it is refused in words."""
    original = simple.read_bytes()
    chance = random.Random(20260101)
    refused = 0
    for _ in range(300):
        data = bytearray(original)
        for _ in range(chance.randint(1, 4)):
            data[chance.randrange(len(data))] = chance.randrange(256)
        simple.write_bytes(data)
        try:
            motor.recalcular(simple, funciones, respaldo=False)
        except DatoInvalido:
            refused += 1
            assert simple.read_bytes() == bytes(data)
    assert refused > 50


def test_damaged_xml_never_gives_anything_but_a_message(
    simple: Path, funciones: dict[str, Any]
) -> None:
    """The same inside the parts, where the checksums of the zip do not help."""
    original = simple.read_bytes()
    chance = random.Random(7)
    names = ["sheet1_xml", "workbook_xml", "styles_xml", "sharedStrings_xml", "xml_rels"]
    for _ in range(200):
        simple.write_bytes(original)

        def flip(data: bytes) -> bytes:
            out = bytearray(data)
            at = chance.randrange(len(out))
            if chance.random() < 0.5:
                out[at] = chance.choice(b"<>/\"'&;=0129Az \x00\xff")
            else:
                del out[at : at + chance.randint(1, 12)]
            return bytes(out)

        rewrite(simple, **{chance.choice(names): flip})
        try:
            with motor.abrir(simple, funciones=funciones) as book:
                for sheet in book.sheets:
                    _ = sheet.used_range.value
                    _ = sheet.used_range.number_format
                book.save()
        except DatoInvalido:
            pass


def test_saving_the_same_content_gives_the_same_bytes(
    simple: Path, tmp_path: Path, funciones: dict[str, Any]
) -> None:
    copy = tmp_path / "copia" / simple.name
    copy.parent.mkdir()
    shutil.copy(simple, copy)
    os.utime(copy, (1, 1))
    for path in (simple, copy):
        motor.recalcular(path, funciones)
    assert simple.read_bytes() == copy.read_bytes()
    first = simple.read_bytes()
    for value in (20, 10):
        with motor.abrir(simple, funciones=funciones) as book:
            book.sheets[0]["A1"].value = value
            book.save()
    assert simple.read_bytes() == first


def test_dates_and_order_of_the_parts_are_kept(simple: Path, funciones: dict[str, Any]) -> None:
    with zipfile.ZipFile(simple) as book:
        before = [(i.filename, i.date_time, i.compress_type) for i in book.infolist()]
    motor.recalcular(simple, funciones)
    with zipfile.ZipFile(simple) as book:
        assert [(i.filename, i.date_time, i.compress_type) for i in book.infolist()] == before
        assert book.testzip() is None


def test_the_previous_version_is_kept(simple: Path, funciones: dict[str, Any]) -> None:
    before = simple.read_bytes()
    motor.recalcular(simple, funciones)
    backup = simple.with_name("libro.bak.xlsx")
    assert backup.read_bytes() == before
    assert simple.read_bytes() != before
    assert sorted(p.name for p in simple.parent.iterdir()) == ["libro.bak.xlsx", "libro.xlsx"]
    # A save that changes nothing must not replace the backup with the present version.
    motor.recalcular(simple, funciones)
    assert backup.read_bytes() == before


def test_permissions_are_kept(simple: Path, funciones: dict[str, Any]) -> None:
    if sys.platform == "win32":
        pytest.skip("permisos de POSIX")
    simple.chmod(0o640)
    motor.recalcular(simple, funciones)
    assert simple.stat().st_mode & 0o777 == 0o640


def test_symbolic_link_stays_a_link(simple: Path, funciones: dict[str, Any]) -> None:
    link = simple.with_name("enlace.xlsx")
    try:
        link.symlink_to(simple)
    except OSError:
        pytest.skip("sin enlaces simbólicos")
    before = simple.read_bytes()
    motor.recalcular(link, funciones)
    assert link.is_symlink()
    assert simple.read_bytes() != before


def test_save_as(simple: Path, tmp_path: Path, funciones: dict[str, Any]) -> None:
    before = simple.read_bytes()
    new = tmp_path / "otra" / "nuevo.xlsx"
    new.parent.mkdir()
    with motor.abrir(simple, funciones=funciones) as book:
        book.save(new)
        assert book.name == "nuevo.xlsx"
        book.sheets[0]["A1"].value = 3
        book.save()
    assert simple.read_bytes() == before
    assert sorted(p.name for p in new.parent.iterdir()) == ["nuevo.bak.xlsx", "nuevo.xlsx"]
    with motor.abrir(simple, funciones=funciones) as book, pytest.raises(DatoInvalido) as error:
        book.save(tmp_path / "nuevo.xlsm")
    assert "extensión" in str(error.value)


@pytest.mark.parametrize(
    ("name", "program"), [("~$libro.xlsx", "Excel"), (".~lock.libro.xlsx#", "LibreOffice")]
)
def test_open_in_another_program(
    simple: Path, funciones: dict[str, Any], name: str, program: str
) -> None:
    before = simple.read_bytes()
    mark = simple.with_name(name)
    mark.write_bytes(b"x")
    with pytest.raises(DatoInvalido, match=f"abierto en {program}"):
        motor.recalcular(simple, funciones)
    assert simple.read_bytes() == before
    # Reading does not disturb anybody.
    with motor.abrir(simple, funciones=funciones, solo_lectura=True) as book:
        assert book.sheets[0]["A1"].value == 10
    mark.unlink()
    with motor.abrir(simple, funciones=funciones) as book:
        mark.write_bytes(b"x")  # opened by the other program while we work
        with pytest.raises(DatoInvalido, match=f"abierto en {program}"):
            book.save()
    assert simple.read_bytes() == before


def test_two_refreshes_at_once(simple: Path, funciones: dict[str, Any]) -> None:
    with motor.abrir(simple, funciones=funciones):
        with pytest.raises(DatoInvalido, match="en curso"):
            motor.recalcular(simple, funciones)
        code = (
            "from xl import motor\nimport sys\n"
            "try: motor.recalcular(sys.argv[1], {})\n"
            "except motor.DatoInvalido as e: print(e); sys.exit(3)\n"
        )
        other = subprocess.run(
            [sys.executable, "-c", code, str(simple)],
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
            env={**os.environ, "PYTHONIOENCODING": "utf-8"},
        )
        assert other.returncode == 3, other.stderr
        assert "en curso" in other.stdout
    motor.recalcular(simple, funciones)
    assert not [p.name for p in simple.parent.iterdir() if p.name.startswith(".")]


def test_left_over_lock_and_temporary_file_do_not_block(
    simple: Path, funciones: dict[str, Any]
) -> None:
    simple.with_name(".libro.xlsx.lock").write_bytes(b"")
    simple.with_name(".libro.xlsx.tmp").write_bytes(b"a medias")
    motor.recalcular(simple, funciones)
    assert sorted(p.name for p in simple.parent.iterdir()) == ["libro.bak.xlsx", "libro.xlsx"]


def test_changed_by_another_program_meanwhile(simple: Path, funciones: dict[str, Any]) -> None:
    with motor.abrir(simple, funciones=funciones) as book:
        book.sheets[0]["A1"].value = 5
        other = simple.read_bytes() + b"x"
        simple.write_bytes(other)
        with pytest.raises(DatoInvalido, match="otro programa cambió"):
            book.save()
        assert simple.read_bytes() == other
        simple.unlink()
        with pytest.raises(DatoInvalido, match="ningún archivo"):
            book.save()
        assert not simple.exists()


def failing_open(error: OSError, *, half: bool) -> Any:
    """``Path.open`` that fails when a new file is written, before or after some bytes."""
    real = Path.open

    def opener(self: Path, mode: str = "r", *args: Any, **kwargs: Any) -> Any:
        if mode != "xb":
            return real(self, mode, *args, **kwargs)
        if half:
            with real(self, mode) as handle:
                handle.write(b"la mitad")
        raise error

    return opener


@pytest.mark.parametrize(
    ("failing", "error", "words"),
    [
        ("write", OSError(errno.ENOSPC, "No space left on device"), "disco lleno"),
        ("fsync", OSError(errno.EIO, "Input/output error"), "error al guardar"),
        ("replace", PermissionError(errno.EACCES, "Permission denied"), "solo lectura"),
        ("open", PermissionError(errno.EACCES, "Permission denied"), "solo lectura"),
        ("open", OSError(errno.EROFS, "Read-only file system"), "solo lectura"),
    ],
)
def test_failure_while_saving(
    simple: Path,
    funciones: dict[str, Any],
    monkeypatch: pytest.MonkeyPatch,
    failing: str,
    error: OSError,
    words: str,
) -> None:
    before = simple.read_bytes()

    def fail(*_args: object, **_kwargs: object) -> None:
        raise error

    with motor.abrir(simple, funciones=funciones) as book:
        book.sheets[0]["A1"].value = 5
        with monkeypatch.context() as patch:
            if failing in ("write", "open"):
                patch.setattr(Path, "open", failing_open(error, half=failing == "write"))
            else:
                patch.setattr(os, failing, fail)
            with pytest.raises(DatoInvalido, match=words):
                book.save()
        assert simple.read_bytes() == before
        assert not simple.with_name(".libro.xlsx.tmp").exists()
        book.save()  # the trouble is over: nothing of what was written is lost
    with motor.abrir(simple, funciones=funciones, solo_lectura=True) as book:
        assert book.sheets[0]["A1:C1"].value == [5, 100, pytest.approx(0.085)]


def test_read_only_folder(
    simple: Path, funciones: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither the lock nor the file can be written (root may write anywhere: simulated)."""

    def fail(*_args: object, **_kwargs: object) -> int:
        raise PermissionError(errno.EACCES, "Permission denied")

    before = folder(simple)
    with monkeypatch.context() as patch:
        patch.setattr(os, "open", fail)
        error = PermissionError(errno.EACCES, "Permission denied")
        patch.setattr(Path, "open", failing_open(error, half=False))
        with motor.abrir(simple, funciones=funciones) as book:
            assert book.sheets[0]["A1"].value == 10
            book.sheets[0]["A1"].value = 11
            with pytest.raises(DatoInvalido, match="solo lectura"):
                book.save()
    assert folder(simple) == before


def test_opened_for_reading_cannot_be_saved(simple: Path, funciones: dict[str, Any]) -> None:
    with motor.abrir(simple, funciones=funciones, solo_lectura=True) as book:
        book.sheets[0]["A1"].value = 11
        with pytest.raises(DatoInvalido, match="solo para leer"):
            book.save()
