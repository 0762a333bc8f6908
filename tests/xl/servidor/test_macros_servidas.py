"""xlwings' script protocol: the workbook goes in as JSON, what is done to it comes out."""

import copy
import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from libros import aplicar, donde, leer, poner, protocolo

from xl import libros as libros_del_modelo
from xl import macros, motor
from xl.libros.comun import lectura

LIBROS = sorted((Path(__file__).parents[3] / "workbooks").glob("*.xlsx"))
VALUACION = next(ruta for ruta in LIBROS if ruta.stem == "valuacion")
MODELO = [ruta for ruta in LIBROS if ruta.stem in libros_del_modelo.CLAVES]


@pytest.fixture(scope="module")
def valuacion():
    return protocolo(VALUACION)


def correr(cliente, nombre, datos, *argumentos):
    cuerpo = {**datos, "args": list(argumentos)} if argumentos else datos
    return cliente.post(f"/xlwings/custom-scripts-call/{nombre}", json=cuerpo)


def hecho(cliente, nombre, datos, *argumentos):
    respuesta = correr(cliente, nombre, datos, *argumentos)
    assert respuesta.status_code == 200, respuesta.text
    return aplicar(datos, respuesta.json()["actions"])


def tabla(datos, nombre="resultados", columnas=9):
    valores, fila, columna = donde(datos, nombre)
    filas = []
    while fila < len(valores) and len(valores[fila]) > columna and valores[fila][columna] != "":
        filas.append(valores[fila][columna : columna + columnas])
        fila += 1
    return filas


def test_published_macros(cliente):
    meta = cliente.get("/xlwings/custom-scripts-meta").json()
    assert sorted(m["function_name"] for m in meta) == [
        "actualizar",
        "aplicar_supuestos",
        "restablecer_supuestos",
    ]


def test_refresh_agrees_with_the_file_engine(cliente, valuacion, tmp_path):
    """The same change and the same macro, in a closed file and through the server."""
    ruta = Path(shutil.copy(VALUACION, tmp_path))
    with motor.abrir(ruta) as book:
        book.names["srt_2010_tasa"].refers_to_range.value = 0.04
        macros.actualizar(book)
        esperada = book.names["resultados"].refers_to_range.options(ndim=2).value
    datos = copy.deepcopy(valuacion)
    poner(datos, "srt_2010_tasa", 0.04)
    servida = tabla(hecho(cliente, "actualizar", datos))
    esperada = [fila[:9] for fila in esperada if fila[0]]
    assert len(servida) == len(esperada)
    for a, b in zip(servida, esperada, strict=True):
        assert a[:3] == b[:3]
        assert a[3:] == pytest.approx(b[3:], rel=1e-12)


@pytest.mark.parametrize("ruta", MODELO, ids=lambda r: r.stem)
def test_every_workbook_refreshes_and_logs_it(cliente, ruta):
    datos = protocolo(ruta)
    despues = hecho(cliente, "actualizar", datos)
    valores, fila, columna = donde(despues, "bitacora")
    anotado = [f[columna : columna + 6] for f in valores[fila + 1 :] if len(f) > columna + 3]
    assert [x[3] for x in anotado if x[3]][-1] == "Actualizar"


@pytest.mark.parametrize("clave", libros_del_modelo.CLAVES)
def test_no_headline_result_depends_on_what_the_refresh_writes(clave):
    """Excel calculates after the macro has ended: what it reads must be right before it writes."""
    d = libros_del_modelo.definicion(clave)
    if d.actualizar is not None or d.calcular is None:
        return
    with motor.abrir(VALUACION.with_name(f"{clave}.xlsx"), solo_lectura=True) as book:

        def leidos():
            return [lectura.valor(lectura.rango(book, i.nombre)) for i in d.indicadores]

        antes = leidos()
        for nombre, _ in d.calcular(book):
            lectura.rango(book, nombre).clear_contents()
        book.app.calculate()
        assert leidos() == antes


def test_reset(cliente, valuacion):
    datos = copy.deepcopy(valuacion)
    poner(datos, "srt_2010_tasa", 0.04)
    poner(datos, "escenario_1_activo", "no")
    despues = hecho(cliente, "restablecer_supuestos", datos)
    assert leer(despues, "srt_2010_tasa") == 0.035
    assert leer(despues, "escenario_1_activo") == "sí"


def test_apply_assumptions(cliente, valuacion):
    cambios = [["srt_2010_tasa", 0.04], ["srt_2010_convencion", "inicio"]]
    despues = hecho(cliente, "aplicar_supuestos", valuacion, cambios)
    assert leer(despues, "srt_2010_tasa") == 0.04
    assert leer(despues, "srt_2010_convencion") == "inicio"
    assert leer(despues, "siv_2010_tasa") == leer(valuacion, "siv_2010_tasa")


MALOS = [
    (["srt_2010_tasa", 3.5], "(Tasa de descuento): se encontró 3.5; se esperaba una fracción o"),
    (["srt_2010_tasa", "0.04"], "un número (la celda lo tiene como texto"),
    (["srt_2010_tasa", None], "se encontró una celda vacía"),
    (["srt_2010_tasa", -0.01], "se encontró -0.01; se esperaba"),
    (["srt_2010_horizonte", 10.5], "un número entero de años"),
    (["srt_2010_convencion", "Inicio"], "se encontró «Inicio»; se esperaba una de: «fin»"),
    (["srt_2010_perpetuidad", True], "«sí», «no»"),
    (["srt_2010_pn", 1.0], "supuesto: se encontró «srt_2010_pn»; se esperaba uno de los supuestos"),
    (["no_existe", 1.0], "uno de los supuestos que muestra el panel"),
    (["../../x", 1.0], "uno de los supuestos que muestra el panel"),
    ("srt_2010_tasa", "uno de los supuestos que muestra el panel"),
    ([["srt_2010_tasa"], 1], "uno de los supuestos que muestra el panel"),
]


@pytest.mark.parametrize(("cambio", "mensaje"), MALOS, ids=str)
def test_bad_changes_write_nothing(cliente, valuacion, cambio, mensaje):
    respuesta = correr(cliente, "aplicar_supuestos", valuacion, [["siv_2010_tasa", 0.04], cambio])
    assert respuesta.status_code == 400
    assert mensaje in respuesta.text


@pytest.mark.parametrize("cambios", [[], "x", {"a": 1}, None, [["srt_2010_tasa", 0.04]] * 201])
def test_changes_that_are_not_a_list(cliente, valuacion, cambios):
    respuesta = correr(cliente, "aplicar_supuestos", valuacion, cambios)
    assert respuesta.status_code == 400
    assert "una lista vacía o muy larga" in respuesta.text


def test_a_mistake_in_a_sheet_names_the_cell(cliente, valuacion):
    datos = copy.deepcopy(valuacion)
    poner(datos, "srt_2010_tasa", "tres por ciento")
    respuesta = correr(cliente, "actualizar", datos)
    assert respuesta.status_code == 400
    assert respuesta.text.startswith("Supuestos!")
    assert "«tres por ciento»" in respuesta.text


def test_the_log_counts_cells_whose_function_excel_does_not_know(cliente, valuacion):
    """As in a workbook of the desktop variant opened with the Office.js add-in."""
    datos = copy.deepcopy(valuacion)
    primas = next(h for h in datos["sheets"] if h["name"] == "Primas")
    primas["values"][10][3] = primas["values"][11][3] = "#NAME?"
    despues = hecho(cliente, "actualizar", datos)
    valores, fila, columna = donde(despues, "bitacora")
    anotado = [
        f[columna + 5] for f in valores[fila + 1 :] if len(f) > columna + 5 and f[columna + 5]
    ]
    assert anotado[-1].endswith("; 2 celdas con #¿NOMBRE?")
    valores, fila, columna = donde(despues, "celdas_sin_nombre")
    assert valores[fila][columna] == 2


def test_unknown_macro_and_requests_that_are_no_workbook(cliente, valuacion):
    respuesta = correr(cliente, "no_hay", valuacion)
    assert (respuesta.status_code, respuesta.text) == (
        400,
        "macro: se encontró «no_hay»; se esperaba una macro del modelo; recargue el panel",
    )
    for cuerpo in ({}, {"sheets": 5}, {"sheets": [], "names": []}, [], {"book": {}, "client": "x"}):
        for ruta in ("/xlwings/custom-scripts-call/actualizar", "/imss/panel"):
            respuesta = cliente.post(ruta, json=cuerpo)
            assert 400 <= respuesta.status_code < 500
            assert "Traceback" not in respuesta.text
    sin_nombres = {**valuacion, "names": []}
    assert "el nombre «" in correr(cliente, "actualizar", sin_nombres).text


def test_two_users_refresh_the_same_workbook(servidor, valuacion):
    """Each gets the result of what they sent; the server keeps nothing of either."""

    def uno(tasa):
        datos = copy.deepcopy(valuacion)
        poner(datos, "srt_2010_tasa", tasa)
        with servidor.cliente() as c:
            return tasa, tabla(hecho(c, "actualizar", datos))

    tasas = [0.03, 0.04, 0.03, 0.04, 0.05, 0.02]
    with ThreadPoolExecutor(6) as hilos:
        hechos = list(hilos.map(uno, tasas))
    por_tasa = {}
    for tasa, filas in hechos:
        assert por_tasa.setdefault(tasa, filas) == filas
        base = next(f for f in filas if f[:2] == ["Base", "SRT 2010"])
        assert base[3] == tasa
    assert len({str(f) for f in por_tasa.values()}) == 4


MALIGNOS = [
    '=HYPERLINK("http://x","y")',
    "+1+1",
    "@SUM(A1)",
    "-2+3",
    "=cmd|' /C calc'!A0",
    "\t=1+1",
]


@pytest.mark.parametrize("texto", MALIGNOS)
def test_text_of_the_workbook_never_comes_back_as_a_formula(cliente, valuacion, texto):
    """A scenario may be called "=HYPERLINK(...)": results and log repeat its name as a text."""
    datos = copy.deepcopy(valuacion)
    poner(datos, "escenario_1_nombre", texto)
    respuesta = correr(cliente, "actualizar", datos)
    assert respuesta.status_code == 200
    escritos = [
        celda
        for a in respuesta.json()["actions"]
        if a["func"] == "setValues"
        for fila in a["values"]
        for celda in fila
        if isinstance(celda, str) and texto.strip() in celda
    ]
    assert escritos
    # What begins a formula is marked as a text, which Excel does not take for part of the value.
    assert all(not c.lstrip().startswith(("=", "+", "-", "@")) for c in escritos)
    assert f"'{texto.strip()}" in {c.strip() for c in escritos}
    assert all(f["func"] != "setFormula" for f in respuesta.json()["actions"])
