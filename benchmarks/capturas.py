"""The pictures of docs/servidor.md: the task pane in Chromium, with the stand-in for Excel.

python benchmarks/capturas.py
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

sys.path.append(str(Path(__file__).parents[1] / "tests" / "xl" / "servidor"))

import navegador
from servicio import servido

RAIZ = Path(__file__).parents[1]
IMAGENES = RAIZ / "docs" / "img"
LISTO = "body[data-ocupado=no]"


def main() -> None:
    libro = navegador.como_libro(RAIZ / "workbooks" / "valuacion.xlsx")
    with (
        tempfile.TemporaryDirectory() as carpeta,
        servido(Path(carpeta)) as servidor,
        navegador.chromium() as chromium,
        navegador.panel(chromium, servidor, libro) as p,
    ):
        p.wait_for_selector(LISTO)
        p.select_option("#grupo", label="SRT 2010")
        p.fill("#srt_2010_tasa", "3.5")
        p.click("#guardar")
        p.wait_for_selector(LISTO)
        p.locator(".campo:has(#srt_2010_tasa)").scroll_into_view_if_needed()
        p.screenshot(path=IMAGENES / "panel_error.png")
        p.fill("#srt_2010_tasa", "4%")
        p.click("#guardar")
        p.wait_for_selector(LISTO)
        p.click("#actualizar")
        p.wait_for_selector(LISTO)
        p.set_viewport_size({"width": 360, "height": 1050})
        p.evaluate("window.scrollTo(0, 0)")
        p.screenshot(path=IMAGENES / "panel_corrida.png")
        p.select_option("#escenario", label="Salarios +0.5 % anual")
        p.locator("#t-escenario").scroll_into_view_if_needed()
        p.screenshot(path=IMAGENES / "panel_escenario.png")


if __name__ == "__main__":
    main()
