"""The workbook of coverage: its figures are those of the model, and a pasted table works."""

import openpyxl
import pytest

from pymodel import indicadores
from pymodel.cobertura import hogares
from pymodel.errores import DatoInvalido
from xl import macros, motor
from xl.libros.comun import lectura
from xl.libros.indicadores import no_asegurados, plano, seguimiento

CLAVE = "indicadores"


@pytest.fixture(scope="module")
def valores(construidos):
    return openpyxl.load_workbook(construidos(CLAVE), data_only=True)


@pytest.fixture
def copia(construidos, tmp_path):
    destino = tmp_path / "indicadores.xlsx"
    destino.write_bytes(construidos(CLAVE).read_bytes())
    return destino


def columna(hoja, primera, cuantas, col):
    return [hoja.cell(primera + 1 + i, col + 1).value for i in range(cuantas)]


def test_table_of_coneval(valores):
    hoja, n = valores[plano.INDICADORES], len(plano.coneval())
    esperado = indicadores.seguimiento(indicadores.cuadro_coneval()).cuadro
    avances = columna(hoja, plano.FILA, n, seguimiento.AVANCE)
    assert avances[-1] == "-"
    assert avances[:-1] == pytest.approx(esperado["avance"].to_list()[:-1])
    assert columna(hoja, plano.FILA, n, seguimiento.CLASE) == esperado["clase"].to_list()
    cumplimientos = columna(hoja, plano.FILA, n, seguimiento.CUMPLIMIENTO)
    assert cumplimientos == esperado["cumplimiento"].to_list()
    assert set(columna(hoja, plano.FILA, n, plano.PUBLICADOS + 2)) == {"sí"}
    libres = columna(hoja, plano.FILA + n, plano.CAPACIDAD - n, seguimiento.CLASE)
    assert set(libres) <= {None, ""}


def test_households_and_scenarios(valores):
    hoja = valores[plano.ENTIDADES]
    cuadro = hogares.cuadro_1()

    def de(col):
        return columna(hoja, plano.FILA, plano.N_ENTIDADES, col)

    assert de(0) == cuadro["entidad"].to_list()
    assert de(5) == pytest.approx(cuadro["hogares_2004"].to_list())
    assert de(8) == pytest.approx(cuadro["sujetos"].to_list())
    anexo = plano.anexo(2)
    recta = hogares.proyeccion(anexo["1990"], anexo["2000"], 2004)
    assert de(3) == pytest.approx(recta.tolist())
    e = hogares.escenarios(de(10), de(11), plano.VARIACION.defecto)
    for col, valor in zip((12, 13, 14), e, strict=True):
        assert de(col) == pytest.approx(valor.tolist())
    assert de(13) == pytest.approx(cuadro["poblacion_no_asegurada"].to_list())
    total = hoja.cell(no_asegurados.TOTAL + 1, 14).value
    assert total == pytest.approx(57_577_296)


def pegar(book, filas):
    """Paste a whole table over the input cells, as an analyst would."""
    for entrada, columnas in (
        (plano.INDICADORES_TEXTOS, plano.NOMBRES),
        (plano.INDICADORES_ANIO, ["anio"]),
        (plano.INDICADORES_CIFRAS, plano.NUMEROS),
    ):
        bloque = [[f.get(c) for c in columnas] for f in filas]
        bloque += [[None] * len(columnas)] * (plano.CAPACIDAD - len(filas))
        lectura.rango(book, entrada.nombre).value = bloque


FILA = {
    "clave": "A.1",
    "nombre": "Uno",
    "tipo": "Parámetro",
    "sentido": "descendente",
    "calidad": "Adecuado",
    "anio": 2021,
    "linea_base": 10.0,
    "meta_intermedia": 8.0,
    "meta": 4.0,
    "valor": 8.0,
}


def test_another_table_is_followed(copia):
    otra = {**FILA, "clave": "A.2", "sentido": "Ascendente"}
    with motor.abrir(copia) as book:
        pegar(book, [FILA, otra, {**FILA, "clave": 1.3, "sentido": "CONSTANTE"}])
        hecho = macros.actualizar(book)
        clases = lectura.filas(lectura.rango(book, "indicadores_clase"))[:4]
        assert [c[0] or "" for c in clases] == ["Adecuado", "-", "NA", ""]
        cumplen = lectura.filas(lectura.rango(book, "indicadores_cumplimiento"))[:3]
        assert [c[0] for c in cumplen] == ["Alcanzada", "-", "Alcanzada"]
        assert lectura.rango(book, "avance_promedio").value == pytest.approx(100 / 3)
        assert lectura.rango(book, "n_indicadores").value == 3
    assert any("Avance promedio" in c for c in hecho.cambios)


@pytest.mark.parametrize(
    ("cambio", "mensaje"),
    [
        ({"valor": None}, r"Indicadores: fila 2 \(«A.2»\), valor"),
        ({"sentido": "arriba"}, r"Indicadores: fila 2 \(«A.2»\), sentido"),
        ({"meta_intermedia": "8"}, r"Indicadores!H7 \(.*: se encontró «8»"),
        ({"clave": None}, "Indicadores!A7: se encontró una celda vacía; se esperaba la clave"),
    ],
)
def test_a_row_that_is_not_whole_is_named(copia, cambio, mensaje):
    with motor.abrir(copia) as book:
        pegar(book, [FILA, {**FILA, "clave": "A.2", **cambio}])
        with pytest.raises(DatoInvalido, match=mensaje):
            macros.actualizar(book)


def test_year_and_scenarios_move_the_results(copia):
    with motor.abrir(copia) as book:
        lectura.rango(book, plano.ANIO_HOGARES.nombre).value = 2001
        lectura.rango(book, plano.VARIACION.nombre).value = 0
        macros.actualizar(book)
        assert lectura.rango(book, "hogares_pais").value == pytest.approx(23_284_820.9)
        minimo, constante = (
            lectura.rango(book, f"no_asegurados_{c}").value for c in ("minimo", "constante")
        )
        assert minimo == pytest.approx(constante)
