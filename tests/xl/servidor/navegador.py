"""Chromium of the system with the stand-in for Excel, and a workbook as that stand-in takes it."""

import datetime as dt
import shutil
from contextlib import contextmanager
from pathlib import Path

import openpyxl
from playwright.sync_api import sync_playwright

AQUI = Path(__file__).parent
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")


def como_libro(ruta):
    """Values, date formats and names of a workbook, the way Excel would show them to the add-in."""
    libro = openpyxl.load_workbook(ruta, data_only=True)
    hojas = []
    for hoja in libro.worksheets:
        valores, formatos = [], {}
        for i, fila in enumerate(hoja.iter_rows(values_only=True)):
            renglon = []
            for j, celda in enumerate(fila):
                if isinstance(celda, dt.date | dt.datetime):
                    formatos[f"{i},{j}"] = "dd/mm/yyyy"
                    celda = (celda - dt.datetime(1899, 12, 30)).days
                renglon.append("" if celda is None else celda)
            valores.append(renglon)
        hojas.append({"nombre": hoja.title, "valores": valores, "formatos": formatos})
    nombres = []
    for nombre, definido in libro.defined_names.items():
        destinos = list(definido.destinations)
        rango = destinos[0] if definido.type == "RANGE" and len(destinos) == 1 else (None, None)
        nombres.append(
            {
                "nombre": nombre,
                "formula": f"={definido.attr_text}",
                "hoja": rango[0],
                "celdas": rango[1],
            }
        )
    return {"nombre": ruta.name, "hojas": hojas, "nombres": nombres}


@contextmanager
def chromium():
    with sync_playwright() as p:
        navegador = p.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        try:
            yield navegador
        finally:
            navegador.close()


@contextmanager
def panel(navegador, servidor, libro=None):
    """The task pane of a server, at the width that Excel gives it."""
    contexto = navegador.new_context(
        ignore_https_errors=True, viewport={"width": 360, "height": 900}, locale="es-MX"
    )
    pagina = contexto.new_page()
    pagina.errores = []
    pagina.on("pageerror", lambda e: pagina.errores.append(str(e)))
    if libro is not None:
        import json

        pagina.add_init_script(f"window.libroDePrueba = {json.dumps(libro)};")
    pagina.route("**/office.js", lambda ruta: ruta.fulfill(path=AQUI / "oficina.js"))
    pagina.goto(f"{servidor.url}/taskpane.html")
    try:
        yield pagina
    finally:
        contexto.close()
