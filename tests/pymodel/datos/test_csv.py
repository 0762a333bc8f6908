import pytest

from pymodel.datos._csv import Columna, leer_csv, normalizar, parecidos
from pymodel.errores import DatoInvalido

ESQUEMA = [
    Columna("anio", "entero", admite_vacio=False),
    Columna("monto", "decimal"),
    Columna("clave"),
    Columna("desde", "fecha"),
]


def escribir(carpeta, texto, *, codificacion="utf-8"):
    ruta = carpeta / "datos.csv"
    ruta.write_bytes(texto.encode(codificacion))
    return ruta


def test_types_blanks_and_leading_zeros(tmp_path):
    df = leer_csv(
        escribir(tmp_path, "anio,monto,clave,desde\n2005,1.5,01,2005-01-31\n2006,,NA,\n"), ESQUEMA
    )
    assert df["anio"].dtype == "int64"
    assert df["monto"].tolist()[0] == 1.5
    assert df["monto"].isna().tolist() == [False, True]
    assert df["clave"].tolist() == ["01", "NA"]
    assert str(df["desde"].iloc[0].date()) == "2005-01-31"
    assert df["desde"].isna().tolist() == [False, True]


def test_integers_with_a_blank_are_floats_with_nan(tmp_path):
    df = leer_csv(escribir(tmp_path, 'n\n1\n""\n'), [Columna("n", "entero")])
    assert df["n"].dtype == "float64"
    assert df["n"].isna().tolist() == [False, True]


def test_byte_order_mark_is_ignored(tmp_path):
    ruta = escribir(tmp_path, "n\n1\n", codificacion="utf-8-sig")
    assert leer_csv(ruta, [Columna("n", "entero")])["n"].tolist() == [1]


@pytest.mark.parametrize(
    ("texto", "donde", "hallado"),
    [
        (
            "anio,monto,clave,desde\n2005,1,a,\n20x6,1,a,\n",
            "datos.csv, fila 3, columna «anio»",
            "20x6",
        ),
        ("anio,monto,clave,desde\n2005,1´5,a,\n", "datos.csv, fila 2, columna «monto»", "1´5"),
        ("anio,monto,clave,desde\n2005,nan,a,\n", "datos.csv, fila 2, columna «monto»", "nan"),
        ("anio,monto,clave,desde\n2005,inf,a,\n", "datos.csv, fila 2, columna «monto»", "inf"),
        ('anio,monto,clave,desde\n2005,"1,000",a,\n', "fila 2, columna «monto»", "1,000"),
        ("anio,monto,clave,desde\n2005.0,1,a,\n", "fila 2, columna «anio»", "2005.0"),
        ("anio,monto,clave,desde\n,1,a,\n", "fila 2, columna «anio»", "celda vacía"),
        ("anio,monto,clave,desde\n2005,1,a,31/12/2005\n", "fila 2, columna «desde»", "31/12"),
        ("anio,monto,clave,desde\n2005,1,a,2005-02-30\n", "fila 2, columna «desde»", "2005-02-30"),
        ("anio,monto,clave,desde\n2005,1,a\n", "datos.csv, fila 2", "3 celdas"),
        ("anio,monto,clave\n2005,1,a\n", "datos.csv, fila 1", "columna «desde»"),
        ("anio,monto,clave,desde,otra\n2005,1,a,,\n", "datos.csv, fila 1", "otra"),
        ("monto,anio,clave,desde\n1,2005,a,\n", "datos.csv, fila 1", "en orden"),
        ("", "datos.csv", "archivo vacío"),
        ('anio,monto,clave,desde\n2005,1,"a,\n', "datos.csv", "archivo dañado"),
    ],
)
def test_damage_is_told_with_file_row_and_column(tmp_path, texto, donde, hallado):
    with pytest.raises(DatoInvalido) as error:
        leer_csv(escribir(tmp_path, texto), ESQUEMA)
    assert donde in str(error.value)
    assert hallado in str(error.value)


def test_wrong_encoding_missing_file_and_truncated_file(tmp_path):
    with pytest.raises(DatoInvalido, match="archivo dañado"):
        leer_csv(escribir(tmp_path, "clave\naño\n", codificacion="latin-1"), [Columna("clave")])
    with pytest.raises(DatoInvalido, match=r"falta\.csv: se encontró «un archivo que no existe»"):
        leer_csv(tmp_path / "falta.csv", ESQUEMA)
    with pytest.raises(DatoInvalido, match=r"1 filas.*se esperaba 2 filas"):
        leer_csv(escribir(tmp_path, "n\n1\n"), [Columna("n", "entero")], filas=2)


def test_names():
    assert normalizar(" Gráfica  II.7 ") == "grafica_ii_7"
    assert parecidos("Prima SIB", ["prima_siv", "uma"]) == "«prima_siv»"
    assert parecidos("zzz", ["prima_siv"]) == ""
