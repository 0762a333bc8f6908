"""Links of the documents: the file is there, and the heading that an anchor names."""

import re
from functools import cache
from pathlib import Path

import pytest

RAIZ = Path(__file__).parent.parent
DOCUMENTOS = sorted(
    p for p in RAIZ.rglob("*.md") if not any(x.startswith(".") for x in p.relative_to(RAIZ).parts)
)
ENLACE = re.compile(r"\]\(([^)\s]+)\)")


def without_code(texto):
    return re.sub(r"^```.*?^```|`[^`\n]*`", "", texto, flags=re.M | re.S)


@cache
def anchors(documento):
    """Anchors of the headings, as GitHub makes them."""
    titulos = re.findall(r"^#+ +(.+?) *$", documento.read_text(encoding="utf-8"), flags=re.M)
    return {re.sub(r"[^\w\- ]", "", t.lower()).replace(" ", "-") for t in titulos}


@pytest.mark.parametrize("documento", DOCUMENTOS, ids=lambda p: str(p.relative_to(RAIZ)))
def test_links_lead_somewhere(documento):
    rotos = []
    for enlace in ENLACE.findall(without_code(documento.read_text(encoding="utf-8"))):
        if re.match(r"https?://|mailto:", enlace):
            continue
        ruta, _, ancla = enlace.partition("#")
        destino = (documento.parent / ruta).resolve() if ruta else documento
        if not destino.exists() or (ancla and ancla not in anchors(destino)):
            rotos.append(enlace)
    assert rotos == []
