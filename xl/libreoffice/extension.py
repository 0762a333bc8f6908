"""The Calc extension (.oxt), generated from the registry of functions.

The interface travels as IDL text, which LibreOffice's type manager reads as it is, so nothing
has to be compiled and neither the analyst nor CI needs the LibreOffice SDK.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import zipfile
from importlib import metadata
from pathlib import Path
from xml.sax.saxutils import escape

from pymodel.errores import DatoInvalido, Descripcion
from xl.contrato.registro import Funcion, registro
from xl.contrato.salida import PREFIJO_ERROR
from xl.libreoffice.programas import buscar_soffice, perfil_del_usuario

IDENTIFICADOR = "mx.modeloimss.calc"
SERVICIO = "modeloimss.Funciones"
PREFIJO_FORMULA = SERVICIO.upper() + "."

_COMPLEMENTO = Path(__file__).parent / "complemento"
# IDL wants this of a method's name: no double or final underscore.
_NOMBRE_IDL = re.compile(r"[A-Z][A-Z0-9]*(_[A-Z0-9]+)*")

_MANIFIESTO = """\
<?xml version="1.0" encoding="UTF-8"?>
<manifest:manifest xmlns:manifest="http://openoffice.org/2001/manifest">
  <manifest:file-entry manifest:full-path="funciones.idl"
    manifest:media-type="application/vnd.sun.star.uno-typelibrary;type=RDB"/>
  <manifest:file-entry manifest:full-path="funciones.components"
    manifest:media-type="application/vnd.sun.star.uno-components"/>
  <manifest:file-entry manifest:full-path="menu.xcu"
    manifest:media-type="application/vnd.sun.star.configuration-data"/>
  <manifest:file-entry manifest:full-path="trabajos.xcu"
    manifest:media-type="application/vnd.sun.star.configuration-data"/>
</manifest:manifest>
"""

# Declared rather than registered by running it: at that moment the types are not yet known.
_COMPONENTES = f"""\
<?xml version="1.0" encoding="UTF-8"?>
<components xmlns="http://openoffice.org/2010/uno-components">
  <component loader="com.sun.star.loader.Python" uri="componente.py">
    <implementation name="{SERVICIO}">
      <service name="{SERVICIO}"/>
      <service name="com.sun.star.sheet.AddIn"/>
    </implementation>
    <implementation name="modeloimss.AlAbrir">
      <service name="modeloimss.AlAbrir"/>
    </implementation>
    <implementation name="modeloimss.Menu">
      <service name="modeloimss.Menu"/>
    </implementation>
  </component>
</components>
"""

_DESCRIPCION = """\
<?xml version="1.0" encoding="UTF-8"?>
<description xmlns="http://openoffice.org/extensions/description/2006">
  <identifier value="{identificador}"/>
  <version value="{version}"/>
  <display-name>
    <name lang="es">Modelo financiero y actuarial del IMSS</name>
  </display-name>
</description>
"""


def funciones_declaradas() -> tuple[Funcion, ...]:
    """Every function of the registry, in order of name."""
    import udfs  # noqa: F401  (importing it declares them)

    return tuple(sorted(registro(), key=lambda f: f.nombre))


def idl(funciones: tuple[Funcion, ...]) -> str:
    """Interface of the add-in in UNO's IDL.

    Arguments are ``any`` so that a range, a number, a text or nothing may be given. The result
    is always a block of cells: LibreOffice's Python cannot return one inside an ``any``, and
    Calc treats a block of 1×1 as a value.

    Raises
    ------
    DatoInvalido    If the name of a function is not valid in IDL.
    """
    metodos = []
    for f in funciones:
        if not _NOMBRE_IDL.fullmatch(f.nombre):
            raise DatoInvalido("función", f.nombre, "mayúsculas, cifras y guiones bajos sueltos")
        argumentos = ", ".join(f"[in] any a{i}" for i in range(1, len(f.argumentos) + 1))
        # The space between the brackets is needed: ">>" is one symbol for the parser.
        metodos.append(f"    sequence< sequence<any> > {f.nombre}({argumentos});\n")
    return "module modeloimss {\ninterface XFunciones {\n" + "".join(metodos) + "};\n};\n"


def ayuda(funciones: tuple[Funcion, ...]) -> str:
    """Names and help for the function wizard, as JSON."""
    return _json(
        [
            {
                "nombre": f.nombre,
                "categoria": f.categoria,
                "ayuda": f"{f.ayuda} Devuelve: {f.devuelve}",
                "argumentos": [{"nombre": a.nombre, "ayuda": a.ayuda} for a in f.argumentos],
            }
            for f in funciones
        ]
    )


def construir_oxt(
    destino: str | os.PathLike[str],
    *,
    interprete: str | os.PathLike[str] | None = None,
    proyecto: str | os.PathLike[str] | None = None,
    limite: float = 60.0,
    espera_inicio: float = 60.0,
) -> Path:
    """Write the extension; the same functions and settings give the same bytes.

    Parameters
    ----------
    destino : path          File to write, ``.oxt``.
    interprete : path       Python that runs the model; this one by default. On the analyst's
                            machine the variable MODELO_IMSS_PYTHON has precedence.
    proyecto : path         Folder with ``udfs.py``; by default, where this package is.
    limite : float          Seconds that a call may take (MODELO_IMSS_LIMITE has precedence).
    espera_inicio : float   Seconds that the process may take to start.
    """
    funciones = funciones_declaradas()
    ajustes = {
        "interprete": str(interprete or sys.executable),
        "proyecto": str(proyecto or Path(__file__).resolve().parents[2]),
        "servicio": SERVICIO,
        "prefijo_error": PREFIJO_ERROR,
        "limite": limite,
        "espera_inicio": espera_inicio,
    }
    descripcion = _DESCRIPCION.format(identificador=IDENTIFICADOR, version=escape(_version()))
    archivos = {
        "META-INF/manifest.xml": _MANIFIESTO,
        "ajustes.json": _json(ajustes),
        "componente.py": (_COMPLEMENTO / "componente.py").read_text(encoding="utf-8"),
        "description.xml": descripcion,
        "menu.xcu": (_COMPLEMENTO / "menu.xcu").read_text(encoding="utf-8"),
        "trabajos.xcu": (_COMPLEMENTO / "trabajos.xcu").read_text(encoding="utf-8"),
        "funciones.components": _COMPONENTES,
        "funciones.idl": idl(funciones),
        "funciones.json": ayuda(funciones),
        "pythonpath/imss_cliente.py": (_COMPLEMENTO / "cliente.py").read_text(encoding="utf-8"),
        "pythonpath/imss_reparador.py": (_COMPLEMENTO / "reparador.py").read_text(encoding="utf-8"),
    }
    destino = Path(destino)
    with zipfile.ZipFile(destino, "w") as oxt:
        for nombre, contenido in archivos.items():
            entrada = zipfile.ZipInfo(nombre, date_time=(1980, 1, 1, 0, 0, 0))
            entrada.compress_type = zipfile.ZIP_DEFLATED
            entrada.create_system = 3
            entrada.external_attr = 0o644 << 16
            oxt.writestr(entrada, contenido)
    return destino


def instalar(oxt: str | os.PathLike[str], perfil: str | os.PathLike[str] | None = None) -> None:
    """Install the extension with LibreOffice's ``unopkg``; LibreOffice must not be running.

    Parameters
    ----------
    oxt : path              What :func:`construir_oxt` wrote.
    perfil : path           Profile folder; the user's own by default.

    Raises
    ------
    DatoInvalido            If there is no LibreOffice, it has never been opened by this user, or
                            it refuses the extension.
    """
    if perfil is None and not (perfil_del_usuario() / "user" / "extensions" / "buildid").is_file():
        # Its first start would forget what was installed before.
        raise DatoInvalido(
            str(perfil_del_usuario()),
            Descripcion("que LibreOffice no se ha abierto nunca"),
            "abrirlo y cerrarlo una vez antes de instalar",
        )
    _unopkg(["add", "--force", "--suppress-license"], perfil, os.fspath(oxt))


def desinstalar(perfil: str | os.PathLike[str] | None = None) -> None:
    """Remove the extension (see :func:`instalar`)."""
    _unopkg(["remove"], perfil, IDENTIFICADOR)


def instalada(perfil: str | os.PathLike[str] | None = None) -> bool:
    """Whether LibreOffice has the extension (see :func:`instalar`)."""
    try:
        _unopkg(["list"], perfil, IDENTIFICADOR)
    except DatoInvalido:
        return False
    return True


def opciones_de_perfil(perfil: str | os.PathLike[str] | None) -> list[str]:
    """Options by which soffice and unopkg use `perfil` and nothing else.

    The extensions are kept there as shared ones: those of the user are forgotten by the first
    start of a new profile, and unopkg, run as root, refuses to touch any but the shared.
    """
    if perfil is None:
        return []
    raiz = Path(perfil).resolve()
    return [
        f"-env:UserInstallation={raiz.as_uri()}",
        f"-env:UNO_SHARED_PACKAGES_CACHE={(raiz / 'compartido').as_uri()}",
    ]


def _unopkg(orden: list[str], perfil: str | os.PathLike[str] | None, objeto: str) -> None:
    soffice = buscar_soffice()
    if soffice is None:
        raise DatoInvalido(
            "LibreOffice", Descripcion("ninguno"), "LibreOffice Calc instalado en este equipo"
        )
    unopkg = shutil.which("unopkg", path=str(soffice.parent))
    if unopkg is None:
        raise DatoInvalido(
            str(soffice.parent), Descripcion("nada"), "el programa unopkg de LibreOffice"
        )
    compartido = ["--shared"] if perfil is not None or _is_root() else []
    try:
        resultado = subprocess.run(
            [unopkg, *orden, *compartido, *opciones_de_perfil(perfil), objeto],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            errors="replace",
            timeout=120,
        )
    except subprocess.TimeoutExpired:
        raise DatoInvalido(
            "unopkg", Descripcion("más de 120 segundos sin terminar"), "que LibreOffice respondiera"
        ) from None
    if resultado.returncode != 0:
        queja = [s.strip() for s in (resultado.stderr + resultado.stdout).splitlines() if s.strip()]
        raise DatoInvalido(
            objeto,
            Descripcion(queja[0] if queja else f"código {resultado.returncode}"),
            "que LibreOffice aceptara la orden; cierre LibreOffice e intente de nuevo",
            funcion="unopkg",
        )


def _is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0


def _version() -> str:
    try:
        return metadata.version("modelo-imss")
    except metadata.PackageNotFoundError:  # used from a checkout
        return "0"


def _json(objeto: object) -> str:
    return json.dumps(objeto, ensure_ascii=False, indent=1) + "\n"
