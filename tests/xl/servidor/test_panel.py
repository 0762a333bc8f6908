"""The task pane and the custom functions in Chromium, with a stand-in for the Excel host."""

import json
import os
from importlib.util import find_spec
from pathlib import Path

import pytest
from casos import CASOS
from test_funciones_servidas import celdas, filas

import udfs
from xl import VERSION
from xl.contrato import registro
from xl.libros import CLAVES

if find_spec("playwright") is None and not os.environ.get("CI"):
    pytest.skip("sin playwright", allow_module_level=True)
import navegador

if navegador.CHROMIUM is None and not os.environ.get("CI"):
    pytest.skip("sin Chromium", allow_module_level=True)

pytestmark = pytest.mark.largo

FUNCIONES = {f.nombre: f for f in registro() if udfs.__all__}
LIBROS = sorted((Path(__file__).parents[3] / "workbooks").glob("*.xlsx"))
VALUACION = next(ruta for ruta in LIBROS if ruta.stem == "valuacion")
MODELO = [ruta for ruta in LIBROS if ruta.stem in CLAVES]
LISTO = "body[data-ocupado=no]"


@pytest.fixture(scope="module")
def chromium():
    with navegador.chromium() as uno:
        yield uno


@pytest.fixture
def pagina(chromium, servidor):
    with navegador.panel(chromium, servidor, navegador.como_libro(VALUACION)) as p:
        p.wait_for_selector(LISTO)
        yield p
        assert p.errores == []


def esperar(p, accion):
    """Do something that starts a piece of work, and wait for its end."""
    accion()
    p.wait_for_selector(LISTO)


def tabla(p):
    """Rows of the table of results: title, before, after."""
    renglones = p.locator("#resultados tbody tr:not(.notas)").all()
    filas = [f.locator("td").all_inner_texts() for f in renglones]
    return [[fila[0].split("\n")[0], *fila[1:]] for fila in filas]


def test_what_it_shows_when_it_opens(pagina):
    assert pagina.inner_text("h1") == "Primas niveladas y balances actuariales del IMSS"
    filas = tabla(pagina)
    assert [f[0] for f in filas] == [
        "SRT 2005", "SIV 2005", "GMP 2005", "SRT 2010", "SIV 2010", "GMP 2010",
    ]  # fmt: skip
    assert filas[3][1:] == ["1.5998%", "1.5998%"]
    assert "Fuente: IFA 2010, cuadro I.4" in pagina.inner_text("#resultados")
    assert pagina.locator("#grafica rect").count() == 12
    assert pagina.inner_text("#version") == VERSION
    assert pagina.is_disabled("#guardar")
    assert pagina.is_hidden("#acceso")
    assert "0 no cumplen" in pagina.inner_text("#bitacora") or pagina.inner_text("#bitacora")


def test_change_an_assumption_run_and_see_before_and_after(pagina):
    pagina.select_option("#grupo", label="SRT 2010")
    assert pagina.input_value("#srt_2010_tasa") == "3.5%"
    pagina.fill("#srt_2010_tasa", "4%")
    assert pagina.is_enabled("#guardar")
    esperar(pagina, lambda: pagina.click("#guardar"))
    assert pagina.is_hidden("#error")
    assert pagina.input_value("#srt_2010_tasa") == "4%"
    assert "distinto" in pagina.get_attribute(".campo:has(#srt_2010_tasa)", "class")
    antes = tabla(pagina)[3][2]
    esperar(pagina, lambda: pagina.click("#actualizar"))
    assert pagina.inner_text("#paso") == "Listo"
    srt = tabla(pagina)[3]
    assert srt[1] == antes == "1.5998%"
    assert srt[2] != srt[1]
    assert tabla(pagina)[4][1] == tabla(pagina)[4][2]
    bitacora = pagina.inner_text("#bitacora")
    assert "Actualizar" in bitacora
    assert "SRT 2010, Base: prima nivelada 1.5998% → " in bitacora
    assert pagina.evaluate("oficina.formulas") == []
    assert pagina.evaluate("oficina.calculos") > 0


def test_pick_a_scenario_switch_it_off_and_run(pagina):
    pagina.select_option("#escenario", label="Tasa +0.5 puntos")
    assert tabla(pagina)[3][0] == "SRT 2010"
    assert tabla(pagina)[3][1] != "1.5998%"
    assert pagina.is_checked("#activo")
    assert pagina.locator("#grupo option:checked").inner_text() == "Escenario 2"
    esperar(pagina, lambda: pagina.uncheck("#activo"))
    esperar(pagina, lambda: pagina.click("#actualizar"))
    assert "no se calcula" in pagina.inner_text("#resultados tbody")
    esperar(pagina, lambda: pagina.check("#activo"))
    esperar(pagina, lambda: pagina.click("#actualizar"))
    assert tabla(pagina)[3][0] == "SRT 2010"


@pytest.mark.parametrize(
    ("escrito", "mensaje"),
    [
        ("3.5", "¿quiso decir 0.035?"),
        ("tres", "«tres»"),
        ("", "una celda vacía"),
        ("-1%", "-0.01"),
        ("1e99%", "«1e99%»"),
        ("=1+1", "«=1+1»"),
        ("<b>4%</b>", "«<b>4%</b>»"),
    ],
)
def test_a_bad_assumption_is_told_beside_its_field(pagina, escrito, mensaje):
    pagina.select_option("#grupo", label="SRT 2010")
    antes = pagina.evaluate("oficina.escrituras")
    pagina.fill("#srt_2010_tasa", escrito)
    esperar(pagina, lambda: pagina.click("#guardar"))
    assert mensaje in pagina.inner_text("#error")
    assert mensaje in pagina.inner_text(".campo:has(#srt_2010_tasa) .problema")
    assert pagina.get_attribute("#srt_2010_tasa", "aria-invalid") == "true"
    assert pagina.evaluate("oficina.escrituras") == antes
    esperar(pagina, lambda: pagina.click("#deshacer"))
    assert pagina.input_value("#srt_2010_tasa") == "3.5%"


def test_an_error_of_the_refresh_names_the_cell_and_writes_nothing(pagina):
    pagina.evaluate(
        "() => { oficina.hojas.find((h) => h.name === 'Supuestos').celdas[7][2] = 'x'; }"
    )
    antes = pagina.evaluate("oficina.escrituras")
    esperar(pagina, lambda: pagina.click("#actualizar"))
    assert pagina.inner_text("#error").startswith("Supuestos!C8 (Tasa de descuento)")
    assert pagina.evaluate("oficina.escrituras") == antes


def test_texts_of_the_workbook_are_shown_and_not_run(chromium, servidor):
    libro = navegador.como_libro(VALUACION)
    hoja = next(h for h in libro["hojas"] if h["nombre"] == "Escenarios")
    nombre = next(n for n in libro["nombres"] if n["nombre"] == "escenario_1_nombre")
    fila = int("".join(c for c in nombre["celdas"].split(":")[0] if c.isdigit())) - 1
    malo = "<img src=x onerror=alert(1)>"
    hoja["valores"][fila][3] = malo
    with navegador.panel(chromium, servidor, libro) as p:
        dialogos = []
        p.on("dialog", lambda d: (dialogos.append(d.message), d.dismiss()))
        p.wait_for_selector(LISTO)
        assert malo in p.inner_text("#escenario")
        esperar(p, lambda: p.click("#actualizar"))
        assert dialogos == []
        assert p.locator("#contenido img").count() == 0


def test_the_server_is_gone(chromium, tmp_path):
    from servicio import servido

    libro = navegador.como_libro(VALUACION)
    with (
        servido(tmp_path, "--trabajadores", "1") as uno,
        navegador.panel(chromium, uno, libro) as p,
    ):
        p.wait_for_selector(LISTO)
        uno.terminar()
        esperar(p, lambda: p.click("#actualizar"))
        assert p.inner_text("#error").startswith("Sin conexión con el servidor del modelo.")
        hecho = p.evaluate("oficina.llamar('TASA_REAL', [[[0.07]], [[0.03]]])")
        assert hecho["mensaje"].startswith("Sin conexión con el servidor del modelo.")


@pytest.mark.parametrize("ruta", MODELO, ids=lambda r: r.stem)
def test_every_workbook_of_ours(chromium, servidor, ruta):
    with navegador.panel(chromium, servidor, navegador.como_libro(ruta)) as p:
        p.wait_for_selector(LISTO)
        assert p.is_hidden("#error"), p.inner_text("#error")
        esperar(p, lambda: p.click("#actualizar"))
        assert p.is_hidden("#error"), p.inner_text("#error")
        assert p.locator("#resultados tbody tr").count() > 0
        assert "Actualizar" in p.inner_text("#bitacora")
        assert p.errores == []


def test_a_workbook_that_is_not_ours(chromium, servidor):
    with navegador.panel(chromium, servidor) as p:
        p.wait_for_selector(LISTO)
        assert "ausente o sin celda" in p.inner_text("#error")
        assert p.is_hidden("#contenido")


def test_with_keys_it_asks_for_one(chromium, tmp_path):
    from servicio import servido

    from xl.servidor import claves

    archivo = tmp_path / "claves.json"
    clave = claves.crear(archivo, "Ana López")
    opciones = ["--autenticacion", "claves", "--claves", str(archivo), "--trabajadores", "1"]
    with (
        servido(tmp_path, *opciones) as uno,
        navegador.panel(chromium, uno, navegador.como_libro(VALUACION)) as p,
    ):
        p.wait_for_selector(LISTO)
        assert p.inner_text("#error").startswith("Clave de acceso ausente o no reconocida")
        p.fill("#clave", clave)
        esperar(p, lambda: p.click("#acceso-forma button"))
        esperar(p, lambda: p.click("#actualizar"))
        assert p.is_hidden("#error")
        assert "Ana López" in p.inner_text("#bitacora")


# --- the custom functions, by the JavaScript that the server serves -----------------------------


@pytest.fixture(scope="module")
def funciones(chromium, servidor):
    with navegador.panel(chromium, servidor) as p:
        p.wait_for_selector(LISTO)
        yield p


def test_its_javascript_has_every_function(funciones):
    assert sorted(funciones.evaluate("Object.keys(oficina.funciones)")) == sorted(FUNCIONES)


@pytest.mark.parametrize("nombre", CASOS)
def test_every_function_through_its_javascript(funciones, nombre):
    argumentos = [celdas(v) for v in CASOS[nombre].values()]
    hecho = funciones.evaluate(
        "([nombre, args]) => oficina.llamar(nombre, args)", [nombre, argumentos]
    )
    esperado = json.loads(json.dumps(filas(FUNCIONES[nombre].llamar(**CASOS[nombre]))))
    assert hecho == {"resultado": esperado}


def test_a_refused_call_is_a_value_error_with_its_message(funciones):
    hecho = funciones.evaluate("oficina.llamar('TASA_REAL', [[['abc']], [[0.03]]])")
    assert hecho == {
        "codigo": "#VALUE!",
        "mensaje": "TASA_REAL: tasa_nominal: se encontró «abc»; se esperaba un número",
    }


def test_the_add_in_keeps_repeated_results(funciones, cliente):
    def llamadas():
        return cliente.get("/salud").json()["llamadas"]

    una = "oficina.llamar('TASA_REAL', [[[0.0777123]], [[0.03]]])"
    primera = funciones.evaluate(una)
    antes = llamadas(), cliente.get("/salud").json()["memoria"]["aciertos"]
    assert funciones.evaluate(una) == primera
    assert (llamadas(), cliente.get("/salud").json()["memoria"]["aciertos"]) == antes
