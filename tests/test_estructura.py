"""The structure of the project: who may import whom, what is declared where."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

RAIZ = Path(__file__).resolve().parent.parent
MODELO = sorted((RAIZ / "pymodel").rglob("*.py"))
FUNCIONES = sorted(p for p in (RAIZ / "xl" / "funciones").glob("*.py") if p.stem != "__init__")

# Everything that knows about spreadsheets, terminals or the front ends.
AJENOS = {
    "xl",
    "udfs",
    "run",
    "xlwings",
    "openpyxl",
    "lxml",
    "formualizer",
    "xlsxwriter",
    "typer",
    "rich",
    "uno",
    "xlwings_server",
    "fastapi",
    "starlette",
    "uvicorn",
    "anyio",
    "cryptography",
}

# Under a licence that a company must pay for, or only there with requirements-servidor.txt.
DEL_SERVIDOR = {"xlwings_server", "fastapi", "starlette", "uvicorn", "anyio", "cryptography"}


def nombre(ruta: Path) -> str:
    """Dotted name of a module: pymodel/datos/__init__.py is pymodel.datos."""
    partes = ruta.relative_to(RAIZ).with_suffix("").parts
    return ".".join(partes[:-1] if partes[-1] == "__init__" else partes)


MODULOS = {nombre(p) for p in MODELO}


def arbol(ruta: Path) -> ast.Module:
    return ast.parse(ruta.read_text(encoding="utf-8"), filename=str(ruta))


def importados(ruta: Path) -> Iterator[str]:
    """Modules that a file imports, at the top or inside its functions."""
    for nodo in ast.walk(arbol(ruta)):
        if isinstance(nodo, ast.Import):
            yield from (a.name for a in nodo.names)
        elif isinstance(nodo, ast.ImportFrom):
            assert nodo.level == 0, f"{ruta}: relative import"
            for a in nodo.names:
                completo = f"{nodo.module}.{a.name}"
                yield completo if completo in MODULOS else str(nodo.module)


def pieza(modulo: str) -> str:
    """The part of the model that a module belongs to: pymodel.datos.series is "datos"."""
    partes = modulo.split(".")
    return partes[1] if len(partes) > 1 else ""


def dependencias() -> dict[str, set[str]]:
    """Part of the model -> parts that it imports."""
    resultado: dict[str, set[str]] = {}
    for ruta in MODELO:
        de = resultado.setdefault(pieza(nombre(ruta)), set())
        de |= {pieza(m) for m in importados(ruta) if m.split(".")[0] == "pymodel"}
    return {p: d - {p} for p, d in resultado.items()}


@pytest.mark.parametrize("ruta", MODELO, ids=nombre)
def test_the_model_knows_nothing_of_spreadsheets(ruta):
    assert {m.split(".")[0] for m in importados(ruta)}.isdisjoint(AJENOS)


FUERA_DEL_SERVIDOR = [
    p
    for p in [RAIZ / "udfs.py", RAIZ / "run.py", *MODELO, *sorted((RAIZ / "xl").rglob("*.py"))]
    if RAIZ / "xl" / "servidor" not in p.parents
]


@pytest.mark.parametrize("ruta", FUERA_DEL_SERVIDOR, ids=lambda p: str(p.relative_to(RAIZ)))
def test_only_the_server_uses_what_only_the_server_has(ruta):
    """Nor anything of xlwings that is under its other licence."""
    importa = {str(m) for m in importados(ruta)}
    assert {m.split(".")[0] for m in importa}.isdisjoint(DEL_SERVIDOR)
    assert not {m for m in importa if m.startswith(("xlwings.pro", "xlwings.server"))}
    if ruta.name not in ("__main__.py", "instalacion.py"):  # what serves, and what checks it
        assert not {m for m in importa if m.startswith("xl.servidor")}


def test_the_bottom_of_the_model():
    de = dependencias()
    assert de["errores"] == set()
    assert de["validacion"] <= {"errores"}
    assert de["datos"] <= {"errores"}
    assert de["finanzas"] <= {"errores", "validacion"}
    assert de["verificacion"] <= {"errores", "validacion"}


def test_the_concepts_stand_on_finance_and_data_only():
    de = dependencias()
    for concepto in ("primas", "balance", "precios"):
        assert de[concepto] <= {"errores", "validacion", "finanzas", "datos"}


def test_nothing_in_the_model_depends_on_its_reconciliation():
    assert [p for p, d in dependencias().items() if "conciliacion" in d] == []


def test_no_circles():
    pendientes = dependencias()
    while pendientes:
        libres = [p for p, d in pendientes.items() if not d & pendientes.keys()]
        assert libres, f"these import one another: {sorted(pendientes)}"
        for p in libres:
            del pendientes[p]


def test_udfs_only_re_exports():
    docstring, *resto = arbol(RAIZ / "udfs.py").body
    assert isinstance(docstring, ast.Expr)
    for nodo in resto:
        if isinstance(nodo, ast.ImportFrom):
            assert str(nodo.module).startswith("xl.funciones.")
        else:
            assert isinstance(nodo, ast.Assign)
            assert [ast.unparse(t) for t in nodo.targets] == ["__all__"]


def publicas(ruta: Path) -> list[ast.FunctionDef]:
    return [
        n for n in arbol(ruta).body if isinstance(n, ast.FunctionDef) and not n.name.startswith("_")
    ]


@pytest.mark.parametrize("ruta", FUNCIONES, ids=nombre)
def test_excel_functions_are_declared_and_do_no_arithmetic(ruta):
    for f in publicas(ruta):
        decoradores = [ast.unparse(d.func) for d in f.decorator_list if isinstance(d, ast.Call)]
        assert decoradores == ["funcion"], f.name
        cuentas = [n for s in f.body for n in ast.walk(s) if isinstance(n, ast.BinOp)]
        assert cuentas == [], f"{f.name}: {[ast.unparse(c) for c in cuentas]}"


API = [
    p
    for p in MODELO
    if pieza(nombre(p)) in {"finanzas", "primas", "balance", "precios", "verificacion", "datos"}
    and not p.stem.startswith("_")
]


@pytest.mark.parametrize("ruta", API, ids=nombre)
def test_docstrings_say_what_goes_in_and_what_comes_out(ruta):
    """Shapes and units, or a reference to the function that tells them."""
    for f in publicas(ruta):
        texto = ast.get_docstring(f) or ""
        dice_que_da = "Returns\n---" in texto or texto.startswith("Return")
        entero = "Parameters\n---" in texto and dice_que_da
        remite = re.search(r":func:`|see `", texto) is not None
        breve = len(f.args.args) + len(f.args.kwonlyargs) <= 1 and texto.startswith("Return")
        assert entero or remite or breve, f"{ruta.name}: {f.name}"


@pytest.mark.parametrize("ruta", MODELO, ids=nombre)
def test_every_public_function_and_class_is_documented(ruta):
    for nodo in arbol(ruta).body:
        es_publico = isinstance(nodo, ast.FunctionDef | ast.ClassDef) and nodo.name[0] != "_"
        assert not es_publico or ast.get_docstring(nodo), f"{ruta.name}: {nodo.name}"


def test_no_path_of_one_machine():
    """Absolute paths work for one person only; data that is used is in the package."""
    absoluta = re.compile(
        r"(?<![\w.])/(?:home|work|tmp|Users|root|mnt)/\w|\b[A-Z]:\\\\?\w|\.\./shared"
    )
    culpables = []
    for carpeta in ("pymodel", "xl", "tests", "benchmarks", "docs"):
        for ruta in (RAIZ / carpeta).rglob("*"):
            if ruta.suffix in {".py", ".md", ".toml", ".txt", ".idl", ".xcu", ".bas"}:
                for n, linea in enumerate(
                    ruta.read_text(encoding="utf-8", errors="replace").splitlines(), start=1
                ):
                    if absoluta.search(linea) and ruta != Path(__file__).resolve():
                        culpables.append(f"{ruta.relative_to(RAIZ)}:{n}")
    assert culpables == []
