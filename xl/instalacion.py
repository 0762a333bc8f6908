"""What a user's machine needs for each front end: the settings of xlwings, and a check-up."""

from __future__ import annotations

import csv
import importlib.util
import io
import locale
import os
import platform
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

from pymodel.errores import DatoInvalido, Descripcion

PROYECTO = Path(__file__).resolve().parent.parent
LIBROS = PROYECTO / "workbooks"

INTERPRETE = {"Windows": "INTERPRETER_WIN", "Darwin": "INTERPRETER_MAC"}


def ruta_de_ajustes(sistema: str = platform.system(), casa: Path | None = None) -> Path:
    """Where xlwings reads the settings of the user (its documentation, «User Config»)."""
    casa = casa or Path.home()
    if sistema == "Darwin":
        return casa / "Library/Containers/com.microsoft.Excel/Data/xlwings.conf"
    return casa / ".xlwings" / "xlwings.conf"


def _codificacion() -> str:
    """That in which VBA reads the file: the system's, which on Windows is never UTF-8.

    In another, the folder of a user with accents (José) would be one that does not exist.
    """
    return locale.getencoding()


def leer_ajustes(ruta: Path) -> dict[str, str]:
    """Settings of a file of xlwings, one quoted pair a line."""
    if not ruta.exists():
        return {}
    filas = csv.reader(io.StringIO(ruta.read_text(encoding=_codificacion(), errors="replace")))
    return {fila[0]: fila[1] for fila in filas if len(fila) >= 2}


def instalar(sistema: str = platform.system(), casa: Path | None = None) -> Path:
    """Tell xlwings which Python runs our functions and where the module of the workbooks is.

    Settings of other programs in the same file stay.

    Returns
    -------
    Path            The file written.

    Raises
    ------
    DatoInvalido    If there is no Excel for this system, or the file cannot be written.
    """
    if sistema not in INTERPRETE:
        raise DatoInvalido(
            "sistema",
            sistema,
            "Windows o macOS, donde hay Excel de escritorio; en Linux use "
            "python -m xl instalar-calc o python -m xl servir",
        )
    ruta = ruta_de_ajustes(sistema, casa)
    ajustes = leer_ajustes(ruta)
    ajustes[INTERPRETE[sistema]] = sys.executable
    otras = [p for p in ajustes.get("PYTHONPATH", "").split(";") if p and Path(p) != LIBROS]
    ajustes["PYTHONPATH"] = ";".join([str(LIBROS), *otras])
    texto = io.StringIO()
    csv.writer(texto, quoting=csv.QUOTE_ALL, lineterminator="\n").writerows(ajustes.items())
    try:
        ruta.parent.mkdir(parents=True, exist_ok=True)
        provisional = ruta.with_suffix(".nuevo")
        provisional.write_text(texto.getvalue(), encoding=_codificacion())
        os.replace(provisional, ruta)
    except UnicodeEncodeError as error:
        provisional.unlink(missing_ok=True)
        raise DatoInvalido(
            str(ruta),
            Descripcion(f"«{error.object[error.start : error.end]}» en la ruta de una carpeta"),
            "una ruta con letras de la página de códigos de Windows: Excel no lee otras",
        ) from None
    except OSError as error:
        raise DatoInvalido(
            str(ruta), Descripcion(error.strerror or str(error)), "una carpeta con permiso"
        ) from None
    return ruta


@dataclass(frozen=True)
class Revision:
    """One thing checked; `bien` is None where it is not needed."""

    que: str
    bien: bool | None
    visto: str
    remedio: str = ""


def revisar(sistema: str = platform.system()) -> Iterator[Revision]:
    """Check everything that the front ends need, one thing at a time; nothing is changed."""
    for revision in (
        _python,
        _bibliotecas,
        _funciones,
        _libros,
        lambda: _excel(sistema),
        _libreoffice,
        _servidor,
    ):
        yield _safely(revision)


def _safely(revision: Callable[[], Revision]) -> Revision:
    """A check that breaks is a finding, not the end of the check-up."""
    try:
        return revision()
    except Exception as error:
        nombre = getattr(revision, "__name__", "revisión").strip("_<>")
        return Revision(nombre, False, f"{type(error).__name__}: {error}", "python run.py")


def _python() -> Revision:
    version = platform.python_version()
    bien = sys.version_info >= (3, 11)
    return Revision("Python", bien, f"{version} en {sys.executable}", "instale Python 3.11 o más")


def _bibliotecas() -> Revision:
    faltan = _faltantes("requirements.txt")
    visto = "; ".join(faltan) or "las de requirements.txt, en su versión"
    return Revision("Bibliotecas", not faltan, visto, "python run.py las instala")


def _faltantes(requisitos: str) -> list[str]:
    """Libraries of a file of requirements that are missing or in another version."""
    faltan = []
    for linea in (PROYECTO / requisitos).read_text(encoding="utf-8").splitlines():
        nombre, igual, version = linea.partition("==")
        if not igual or linea.startswith("#"):
            continue
        try:
            instalada = metadata.version(nombre)
        except metadata.PackageNotFoundError:
            faltan.append(f"{nombre}: no está")
            continue
        if instalada != version:
            faltan.append(f"{nombre}: {instalada} en lugar de {version}")
    return faltan


def _funciones() -> Revision:
    import udfs

    return Revision("Funciones", True, f"{len(udfs.__all__)} funciones se cargan")


def _libros() -> Revision:
    from xl import VERSION, libros, motor

    viejos = []
    for clave in libros.CLAVES:
        ruta = LIBROS / f"{clave}.xlsx"
        if not ruta.exists():
            viejos.append(f"{ruta.name} no está")
            continue
        with motor.abrir(ruta, solo_lectura=True) as book:
            version = str(book.names["version_modelo"].refers_to).strip('="')
        if version != VERSION:
            viejos.append(f"{ruta.name} es de la versión {version}")
    visto = "; ".join(viejos) or f"los {len(libros.CLAVES)}, de la versión {VERSION}"
    return Revision("Libros", not viejos, visto, "python -m xl construir los hace de nuevo")


def _excel(sistema: str) -> Revision:
    que = "Excel de escritorio"
    if sistema not in INTERPRETE:
        return Revision(que, None, f"no existe para {sistema}")
    ajustes = leer_ajustes(ruta_de_ajustes(sistema))
    interprete = ajustes.get(INTERPRETE[sistema], "")
    if not interprete or not Path(interprete).exists():
        visto = f"xlwings no sabe qué Python usar ({interprete or 'sin ajuste'})"
        return Revision(que, False, visto, "python -m xl instalar")
    if str(LIBROS) not in ajustes.get("PYTHONPATH", "").split(";"):
        return Revision(
            que,
            False,
            f"PYTHONPATH no tiene {LIBROS}: ¿se movió la carpeta?",
            "python -m xl instalar",
        )
    if sistema == "Windows" and not list(Path(sys.prefix).glob("xlwings64-*.dll")):
        return Revision(
            que,
            False,
            f"falta xlwings64-*.dll en {sys.prefix}",
            "borre .venv y corra python run.py",
        )
    return Revision(que, True, f"usa {interprete}")


def _libreoffice() -> Revision:
    from xl.libreoffice.extension import instalada
    from xl.libreoffice.programas import buscar_python_uno, buscar_soffice

    que = "LibreOffice"
    soffice = buscar_soffice()
    if soffice is None:
        return Revision(que, None, "no está instalado (no hace falta)")
    if buscar_python_uno() is None:
        return Revision(que, False, "falta su módulo uno", "en Debian: apt install python3-uno")
    if not instalada():
        return Revision(
            que, None, f"{soffice}, sin nuestras funciones", "python -m xl instalar-calc"
        )
    return Revision(que, True, f"{soffice}, con nuestras funciones")


def _servidor() -> Revision:
    que = "Servidor para Excel en la web y Mac"
    if importlib.util.find_spec("xlwings_server") is None:
        return Revision(que, None, "xlwings-server no está instalado (no hace falta)")
    if faltan := _faltantes("requirements-servidor.txt"):
        remedio = f"{sys.executable} -m pip install -r requirements-servidor.txt"
        return Revision(que, False, "; ".join(faltan), remedio)
    from xl.servidor import certificado

    visto = f"xlwings-server {metadata.version('xlwings-server')}"
    dado = os.environ.get("IMSS_CERTIFICADO"), os.environ.get("IMSS_LLAVE")
    propios = [Path(p) for p in dado if p]
    cert, llave = propios if len(propios) == 2 else certificado.rutas_de_desarrollo()
    if not any(dado) and not cert.exists():
        return Revision(que, True, f"{visto}; el certificado se hace al arrancarlo")
    try:
        certificado.revisar(cert, llave)
    except DatoInvalido as error:
        remedio = "renuévelo" if any(dado) else "python -m xl servir lo hace de nuevo"
        return Revision(que, False, str(error), remedio)
    return Revision(que, True, f"{visto}; certificado hasta {certificado.vence(cert):%Y-%m-%d}")
