import csv
import shutil
from collections import Counter

import pandas as pd
import pytest

from pymodel.datos import catalogo, celdas, documentos, filas_anuales, tabla, tablas
from pymodel.datos._csv import RAIZ
from pymodel.errores import DatoInvalido

CATALOGO = catalogo()
CON_DATOS = CATALOGO[CATALOGO["archivo"].notna()]
CLAVES = list(zip(CON_DATOS["documento"], CON_DATOS["id"], strict=True))


def test_the_catalogue_has_314_tables_and_8_figures_without_data():
    assert len(CON_DATOS) == 314
    assert len(CATALOGO) == 322
    sin_datos = CATALOGO[CATALOGO["archivo"].isna()]
    assert set(sin_datos["documento"]) == {"ifa2010"}
    assert sin_datos["filas"].eq(0).all()
    assert Counter(CON_DATOS["documento"]) == {
        "ifa2005": 99,
        "ifa2010": 120,
        "sps2006": 85,
        "noaseg2004": 4,
        "coneval2020": 6,
    }


def test_keys_files_and_quality_marks():
    assert not CATALOGO.duplicated(["documento", "id"]).any()
    assert not CON_DATOS["archivo"].duplicated().any()
    archivos = {p.name for p in (RAIZ / "tablas").glob("*.csv")}
    assert archivos == set(CON_DATOS["archivo"])
    assert set(CATALOGO["calidad"]) == {"exacta", "reconstruida", "parcial"}
    assert (CATALOGO["primera_linea"] <= CATALOGO["ultima_linea"]).all()
    nombres = documentos().set_index("documento")["archivo"]
    assert (CATALOGO["informe"] == CATALOGO["documento"].map(nombres)).all()


def test_ids_stay_distinct_without_separators():
    for _, grupo in CATALOGO.groupby("documento"):
        cortos = grupo["id"].map(tablas._sin_separadores)
        assert not cortos.duplicated().any()


@pytest.mark.parametrize(("documento", "id_"), CLAVES)
def test_every_table_loads_with_the_rows_columns_and_cells_of_its_file(documento, id_):
    df = tabla(documento, id_)
    ficha = CON_DATOS[(CON_DATOS["documento"] == documento) & (CON_DATOS["id"] == id_)].iloc[0]
    with (RAIZ / "tablas" / ficha["archivo"]).open(encoding="utf-8", newline="") as archivo:
        encabezado, *cuerpo = csv.reader(archivo)
    assert list(df.columns) == encabezado
    assert df.shape == (ficha["filas"], ficha["columnas"]) == (len(cuerpo), len(encabezado))
    for j, columna in enumerate(encabezado):
        celdas = [fila[j] for fila in cuerpo]
        assert df[columna].isna().tolist() == [c == "" for c in celdas]
        if pd.api.types.is_numeric_dtype(df[columna]):
            esperado = [float(c) for c in celdas if c]
            assert df[columna].dropna().tolist() == esperado
        else:
            assert df[columna].dropna().tolist() == [c for c in celdas if c]
    assert df.attrs["documento"] == documento
    assert df.attrs["id"] == id_
    assert df.attrs["titulo"]
    assert df.attrs["unidad"]
    assert df.attrs["lineas"] == (ficha["primera_linea"], ficha["ultima_linea"])
    assert set(df.attrs["unidades"]) <= set(encabezado)


def test_types_and_units_of_a_flow_table():
    df = tabla("ifa2005", "cuadro_ii_3")
    assert df["anio_de_proyeccion"].dtype == "str"
    assert df["gasto_total_e"].dtype == "float64"
    assert df.attrs["unidad"].startswith("millones de pesos de 2005")
    assert df.attrs["unidades"]["gasto_total_e"] == "millones de pesos de 2005"
    assert df.attrs["unidades"]["prima_pensiones_pct_f"] == "%"
    assert df.attrs["archivo"] == "002_76c4b2fe7a62f222.txt"
    assert df.attrs["lineas"] == (1294, 1328)
    assert df.attrs["calidad"] == "exacta"
    assert tabla("ifa2010", "cuadro_i_3").iloc[:, 0].dtype == "int64"


def test_yearly_rows():
    df = filas_anuales(tabla("ifa2005", "cuadro_ii_3"))
    assert df["anio_de_proyeccion"].dtype == "int64"
    assert df["anio_de_proyeccion"].tolist() == [
        *range(2006, 2011),
        *range(2020, 2101, 10),
        2105,
    ]
    assert df["volumen_salarial_a"].notna().all()
    assert df.attrs["id"] == "cuadro_ii_3"
    por_columna = filas_anuales(tabla("ifa2005", "cuadro_i_7"), "AÑO")
    assert len(por_columna) == 12
    rango = filas_anuales(tabla("ifa2005", "cuadro_ii_1"))
    assert rango["anio_de_proyeccion"].tolist() == list(range(2006, 2016))


def test_yearly_rows_refuse_a_table_without_years():
    with pytest.raises(DatoInvalido, match="columna «Concepto»"):
        filas_anuales(tabla("ifa2005", "cuadro_i_1"))
    with pytest.raises(DatoInvalido, match="una de Concepto, 2006"):
        filas_anuales(tabla("ifa2005", "cuadro_i_1"), "anio")


@pytest.mark.parametrize(
    ("documento", "id_"),
    [
        ("ifa2005", "Cuadro II.3"),
        ("IFA 2005", "cuadro ii.3"),
        ("Ifa-2005", "CUADRO_II_3"),
        ("ifa2005", "II.3"),
    ],
)
def test_spellings(documento, id_):
    assert tabla(documento, id_).attrs["id"] == "cuadro_ii_3"


def test_accents_and_letters_in_numbers():
    assert tabla("ifa2005", "Gráfica I.1").attrs["id"] == "grafica_i_1"
    assert tabla("sps2006", "Figura A.4").attrs["id"] == "figura_a4"
    assert tabla("sps2006", "Cuadro I.5a").attrs["id"] == "cuadro_i_5a"


def test_missing_text_leading_zeros_and_na():
    padron = tabla("sps2006", "anexo_b_cuestionario_padron")
    assert padron["codigo"].dtype == "str"
    assert tabla("sps2006", "anexo_b_resultado_visita")["codigo"].str.startswith("0").any()
    assert "NA" in set(tabla("sps2006", "cuadro_ii_5")["ranking_transferencias_2004"])
    assert "ND" in set(tabla("sps2006", "cuadro_i_6")["2010/E"])


# --- each cell as a spreadsheet takes it ------------------------------------------------------

MIXTAS = [
    ("ifa2005", "II.1"),
    ("ifa2005", "II.3"),
    ("ifa2005", "II.9"),
    ("ifa2005", "II.19"),
    ("ifa2005", "II.22"),
    ("ifa2005", "II.26"),
    ("ifa2010", "I.4"),
    ("ifa2010", "II.7"),
    ("ifa2010", "II.10"),
    ("ifa2010", "III.4"),
    ("ifa2010", "IV.4"),
    ("ifa2010", "A.1"),
    ("ifa2010", "A.2"),
]
CLAVES_CON_CEROS = {
    ("anexo_b_resultado_visita", "codigo"),
    ("anexo_b_cuestionario_padron", "codigo"),
}


def as_number(texto):
    try:
        return float(texto)
    except ValueError:
        return None


@pytest.mark.parametrize(("documento", "id_"), MIXTAS)
def test_years_are_integers_and_labels_text(documento, id_):
    df = celdas(tabla(documento, id_))
    primera = list(df["Año"] if id_ == "IV.4" else df.iloc[:, 0])
    anios = [c for c in primera if type(c) is int]
    assert len(anios) >= 10
    assert all(1990 < anio < 2111 for anio in anios)
    rotulos = [c for c in primera if type(c) is not int]
    assert rotulos
    assert all(isinstance(c, str) and as_number(c) is None for c in rotulos)


@pytest.mark.parametrize(("documento", "id_"), CLAVES)
def test_cells_that_are_numbers_come_as_numbers_in_every_table(documento, id_):
    df = tabla(documento, id_)
    resultado = celdas(df)
    assert list(resultado.columns) == list(df.columns)
    assert resultado.attrs == df.attrs
    for nombre in df.columns:
        antes, despues = list(df[nombre]), list(resultado[nombre])
        if (id_, nombre) in CLAVES_CON_CEROS:
            assert df[nombre].str.startswith("0").any()
            pd.testing.assert_series_equal(resultado[nombre], df[nombre])
            continue
        for previa, celda in zip(antes, despues, strict=True):
            if pd.isna(previa):
                assert pd.isna(celda)
            elif isinstance(celda, str):
                assert celda == previa
                assert as_number(celda) is None
            else:
                assert celda == float(previa)


def test_cells_by_cell():
    textos = ["2006", "-3", "12.5", "2.0", "1e3", "1 a 2", "13a", "NA", "nan", "1_000", "", None]
    df = pd.DataFrame(
        {"mixta": pd.Series(textos, dtype="str"), "clave": pd.Series(["01", "12"] * 6)}
    )
    resultado = celdas(df)
    tipadas = [2006, -3, 12.5, 2.0, 1000.0, "1 a 2", "13a", "NA", "nan", "1_000", ""]
    assert list(resultado["mixta"][:-1]) == tipadas
    assert [type(c) for c in resultado["mixta"][:-1]] == [type(c) for c in tipadas]
    assert pd.isna(resultado["mixta"].iloc[-1])
    assert list(resultado["clave"]) == ["01", "12"] * 6
    assert list(df["mixta"][:-1]) == textos[:-1]


def test_a_zero_and_a_fraction_are_not_keys():
    df = pd.DataFrame({"mixta": ["0", "0.5", "-0.5", "Total"]})
    assert list(celdas(df)["mixta"]) == [0, 0.5, -0.5, "Total"]


def test_a_caller_cannot_damage_the_cache():
    df = tabla("ifa2010", "cuadro_i_4")
    df.iloc[0, 1] = -1
    df.attrs["unidades"].clear()
    df.attrs["id"] = "otro"
    limpia = tabla("ifa2010", "cuadro_i_4")
    assert limpia.iloc[0, 1] > 0
    assert limpia.attrs["unidades"]
    assert limpia.attrs["id"] == "cuadro_i_4"
    ficha = catalogo()
    ficha.loc[0, "titulo"] = "otro"
    assert catalogo().loc[0, "titulo"] != "otro"


def test_unknown_names():
    with pytest.raises(DatoInvalido, match=r"«cuadro_iii_99».*¿quizá «cuadro_iii_9»"):
        tabla("ifa2005", "cuadro_iii_99")
    with pytest.raises(DatoInvalido, match=r"documento: se encontró «ifa2006».*ifa2005, ifa2010"):
        tabla("ifa2006", "cuadro_i_1")
    with pytest.raises(DatoInvalido, match=r"una tabla del catálogo$"):
        tabla("ifa2005", "zzzz")
    for malo in ("", None, 3):
        with pytest.raises(DatoInvalido, match="el identificador de una tabla"):
            tabla("ifa2005", malo)


def test_a_figure_without_data_says_why():
    with pytest.raises(DatoInvalido, match="no pudieron recuperarse: la gráfica no trae etiquetas"):
        tabla("ifa2010", "Gráfica I.1")


@pytest.fixture
def copia(tmp_path, monkeypatch):
    """A copy of the data that a test may damage."""
    for archivo in ("catalogo.csv", "columnas.csv", "documentos.csv"):
        shutil.copy(RAIZ / archivo, tmp_path / archivo)
    shutil.copytree(RAIZ / "tablas", tmp_path / "tablas")
    monkeypatch.setattr(tablas, "RAIZ", tmp_path)
    funciones = (tablas._catalogo, tablas._indice, tablas._esquemas, tablas._leer_tabla)
    for funcion in funciones:
        funcion.cache_clear()
    yield tmp_path
    for funcion in funciones:
        funcion.cache_clear()


def test_a_damaged_cell_is_told(copia):
    ruta = copia / "tablas" / "ifa2005_cuadro_ii_3.csv"
    lineas = ruta.read_text(encoding="utf-8").splitlines()
    lineas[3] = lineas[3].replace(lineas[3].split(",")[1], "12'345", 1)
    ruta.write_text("\n".join(lineas) + "\n", encoding="utf-8")
    with pytest.raises(
        DatoInvalido,
        match=r"cuadro_ii_3\.csv, fila 4, columna «volumen_salarial_a»: se encontró «12'345»",
    ):
        tabla("ifa2005", "cuadro_ii_3")


def test_a_truncated_or_missing_table_is_told(copia):
    ruta = copia / "tablas" / "ifa2005_cuadro_ii_3.csv"
    texto = ruta.read_text(encoding="utf-8").splitlines()
    ruta.write_text("\n".join(texto[:-2]) + "\n", encoding="utf-8")
    with pytest.raises(DatoInvalido, match=r"16 filas.*18 filas"):
        tabla("ifa2005", "cuadro_ii_3")
    ruta.unlink()
    with pytest.raises(DatoInvalido, match="un archivo que no existe"):
        tabla("ifa2005", "cuadro_ii_3")


def test_a_table_without_one_of_its_columns_is_told(copia):
    ruta = copia / "tablas" / "ifa2005_cuadro_ii_1.csv"
    filas = [linea.rsplit(",", 1)[0] for linea in ruta.read_text(encoding="utf-8").splitlines()]
    ruta.write_text("\n".join(filas) + "\n", encoding="utf-8")
    with pytest.raises(DatoInvalido, match=r"fila 1.*comision_sobre_saldo_pct_saldo"):
        tabla("ifa2005", "cuadro_ii_1")


def test_a_catalogue_without_a_column_is_told(copia):
    ruta = copia / "catalogo.csv"
    ruta.write_text(
        ruta.read_text(encoding="utf-8").replace("calidad", "otra", 1), encoding="utf-8"
    )
    with pytest.raises(DatoInvalido, match=r"catalogo\.csv, fila 1.*«calidad»"):
        catalogo()
