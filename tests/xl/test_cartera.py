"""Portfolios in files: the same figures as in a sheet, whatever the file and its mistakes."""

import csv
from types import SimpleNamespace

import polars as pl
import pytest
from typer.testing import CliRunner

import udfs
from pymodel.errores import DatoInvalido
from xl import cartera
from xl.__main__ import app

ENCABEZADO = ["folio", "tipo", "edad", "sexo", "salario_base_diario", "conyuge_edad"]
ENCABEZADO += ["conyuge_sexo", "hijo1_edad", "hijo1_sexo", "saldo", "estado"]
BUENO = ["0001", "invalidez", "45", "H", "350.5", "43", "M", "12", "H", "200000", "Ciudad, Ñ"]
SOLA = ["0002", "Invalidez", "50", "2", "420", "", "", "", "", "", "Yucatán"]
MALO = ["0003", "invalidez", "200", "H", "350", "", "", "", "", "", ""]


def escribir(ruta, filas, **formato):
    with ruta.open("w", newline="", encoding=formato.pop("encoding", "utf-8")) as f:
        csv.writer(f, **formato).writerows(filas)
    return ruta


def leer(ruta):
    with ruta.open(newline="", encoding="utf-8-sig") as f:
        return list(csv.DictReader(f))


def en_hoja(fila):
    """The same row through MC_CARTERA, its figures as numbers."""
    numericas = {2, 4, 5, 7, 9}
    celdas = [float(c) if c and j in numericas else c or None for j, c in enumerate(fila)]
    encabezado, resultado = udfs.mc_cartera([ENCABEZADO, celdas])
    return dict(zip(encabezado, resultado, strict=True))


def correr(*palabras):
    """Exit code, and what was printed without its line breaks."""
    r = CliRunner().invoke(app, ["cartera", *map(str, palabras)])
    return SimpleNamespace(exit_code=r.exit_code, output=" ".join(r.output.split()))


@pytest.mark.parametrize(
    "formato",
    [
        {},
        {"delimiter": ";"},
        {"delimiter": "\t"},
        {"encoding": "utf-8-sig"},
        {"encoding": "cp1252"},
    ],
    ids=str,
)
def test_csv_of_every_kind(tmp_path, formato):
    entrada = escribir(tmp_path / "c.csv", [ENCABEZADO, BUENO, [], SOLA], **formato)
    r = correr(entrada, tmp_path / "s.csv")
    assert r.exit_code == 0, r.output
    assert "Casos calculados: 2," in r.output
    assert "Rechazados: 0." in r.output
    uno, dos = leer(tmp_path / "s.csv")
    for fila, original in ((uno, BUENO), (dos, SOLA)):
        esperado = en_hoja(original)
        assert [fila[c] for c in ENCABEZADO] == original, "the row as it was, zeros on the left"
        assert float(fila["MC"]) == esperado["MC"]
        assert fila["SA_IMSS"] == str(esperado["SA_IMSS"])
    assert uno["PSIH_SI"] == "no incluido"
    assert not (tmp_path / "s_rechazos.csv").exists()


def test_texts_of_the_data_do_not_run_in_excel(tmp_path):
    """A CSV is opened with a double click: what begins as a formula would be one."""
    malicioso = [*BUENO]
    malicioso[0], malicioso[-1] = '=HYPERLINK("http://x";"y")', "@SUM(A1)"
    negativo = [*SOLA]
    negativo[0], negativo[-1] = "-1,234.5e3", "-2+3"
    malo = ["=cmd|' /C calc'!A0", *MALO[1:]]
    entrada = escribir(tmp_path / "c.csv", [ENCABEZADO, malicioso, negativo, malo])
    assert correr(entrada, tmp_path / "s.csv").exit_code == 0
    uno, dos = leer(tmp_path / "s.csv")
    assert (uno["folio"], uno["estado"]) == ("'" + malicioso[0], "'@SUM(A1)")
    assert (dos["folio"], dos["estado"]) == ("-1,234.5e3", "'-2+3")
    (rechazo,) = leer(tmp_path / "s_rechazos.csv")
    assert rechazo["folio"] == "'" + malo[0]


def test_bad_rows_go_to_their_file_with_line_and_reason(tmp_path):
    corto, texto = BUENO[:5], [*BUENO]
    texto[4] = "mucho"
    entrada = escribir(tmp_path / "c.csv", [ENCABEZADO, MALO, BUENO, corto, texto])
    r = correr(entrada, tmp_path / "s.csv")
    assert r.exit_code == 0, r.output
    assert "Casos calculados: 1," in r.output
    assert "Rechazados: 3." in r.output
    assert "fila 2, columna «edad»: se encontró 200; " in r.output
    assert [f["folio"] for f in leer(tmp_path / "s.csv")] == ["0001"]
    rechazos = leer(tmp_path / "s_rechazos.csv")
    assert [f["fila"] for f in rechazos] == ["2", "4", "5"]
    assert rechazos[1]["error"].startswith("fila 4: se encontró 5 columnas; se esperaba 11")
    assert "columna «salario_base_diario»: se encontró «mucho»" in rechazos[2]["error"]
    assert [rechazos[0][c] for c in ENCABEZADO] == MALO
    escribir(entrada, [ENCABEZADO, BUENO])
    assert correr(entrada, tmp_path / "s.csv").exit_code == 0
    assert not (tmp_path / "s_rechazos.csv").exists(), "no rejects left of another run"


def test_parquet_in_and_out(tmp_path):
    entrada = escribir(tmp_path / "c.csv", [ENCABEZADO, BUENO, MALO, SOLA])
    tabla = pl.read_csv(entrada, schema_overrides={"folio": pl.String, "sexo": pl.String})
    tabla.write_parquet(tmp_path / "c.parquet")
    for origen in (entrada, tmp_path / "c.parquet"):
        r = correr(origen, tmp_path / "s.parquet")
        assert r.exit_code == 0, r.output
        assert "Casos calculados: 2," in r.output
        s = pl.read_parquet(tmp_path / "s.parquet")
        assert s["folio"].to_list() == ["0001", "0002"]
        assert s["MC"].to_list() == [en_hoja(BUENO)["MC"], en_hoja(SOLA)["MC"]]
        assert s["PSIH_SI"].to_list() == [None, 0.0]
    assert s["edad"].dtype == pl.Int64
    assert leer(tmp_path / "s_rechazos.csv")[0]["fila"] == "2"


def test_blocks_do_not_change_anything(tmp_path, monkeypatch):
    entrada = escribir(tmp_path / "c.csv", [ENCABEZADO, *[BUENO, SOLA, MALO] * 7])
    for i, n in enumerate((20_000, 4)):
        monkeypatch.setattr(cartera, "RENGLONES", n)
        avances = []
        resumen = cartera.valuar_archivo(entrada, tmp_path / f"{i}.csv", avance=avances.append)
        assert (resumen.calculados, resumen.rechazados) == (14, 7)
        assert len(resumen.mensajes) == cartera.MENSAJES
        assert avances == sorted(avances)
        assert avances[-1] == 1.0
        cartera.valuar_archivo(entrada, tmp_path / f"{i}.parquet")
    assert (tmp_path / "0.csv").read_bytes() == (tmp_path / "1.csv").read_bytes()
    assert pl.read_parquet(tmp_path / "0.parquet").equals(pl.read_parquet(tmp_path / "1.parquet"))


def test_a_run_cut_half_way_leaves_what_there_was(tmp_path, monkeypatch):
    monkeypatch.setattr(cartera, "RENGLONES", 2)
    entrada = escribir(tmp_path / "c.csv", [ENCABEZADO, *[BUENO, MALO] * 3])
    (tmp_path / "s.csv").write_text("lo de antes")
    a_medias = []

    def cortar(_):
        a_medias.extend(p.name for p in tmp_path.iterdir() if p.is_dir())
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        cartera.valuar_archivo(entrada, tmp_path / "s.csv", avance=cortar)
    (carpeta,) = a_medias
    assert carpeta.startswith("s_sin_terminar_"), "what a killed run leaves says what it is"
    assert sorted(p.name for p in tmp_path.iterdir()) == ["c.csv", "s.csv"]
    assert (tmp_path / "s.csv").read_text() == "lo de antes"


def test_bases_rate_and_options(tmp_path):
    entrada = escribir(tmp_path / "c.csv", [ENCABEZADO, SOLA])
    r = correr(
        *(entrada, tmp_path / "s.csv", "--bases", "2015", "--tasa", "0.03"),
        *("--opcion", "margen=0.05", "--opcion", "pagos=11/24"),
    )
    assert r.exit_code == 0, r.output
    esperado = udfs.monto_constitutivo(
        *("invalidez", 50, "M", 420, None, "2015", 0.03, {"margen": 0.05, "pagos": "11/24"})
    )
    assert float(leer(tmp_path / "s.csv")[0]["MC"]) == esperado


def test_only_bad_rows(tmp_path):
    entrada = escribir(tmp_path / "c.csv", [ENCABEZADO, MALO])
    r = correr(entrada, tmp_path / "s.csv")
    assert r.exit_code == 1
    assert "Casos calculados: 0," in r.output


@pytest.mark.parametrize(
    ("nombre", "contenido", "extra", "mensaje"),
    [
        ("c.xlsx", b"x", [], "un archivo .csv, .txt o .parquet"),
        ("c.csv", b"", [], "un archivo vacío"),
        ("c.csv", b"tipo,edad,salario_base_diario\n", [], "un archivo sin renglones"),
        ("c.csv", b"edad,sexo\n1,2\n", [], "se esperaba la columna «tipo»"),
        ("c.csv", b"tipo,salario_base_diario,MC\nipt,2,3\n", [], "sin las columnas de resultado"),
        ("c.parquet", b"no soy", [], "un archivo que no es Parquet"),
        ("c.csv", b"tipo,edad\n", ["--opcion", "margn=1"], "«margn»"),
        ("c.csv", b"tipo,edad\n", ["--opcion", "margen"], "nombre=valor"),
        ("c.csv", b"tipo,salario_base_diario\nipt,3\n", ["--tasa", "3.5"], "¿quiso decir 0.035?"),
        ("c.csv", b"tipo,salario_base_diario\nipt,3\n", ["--bases", "x"], "bases: se encontró «x»"),
    ],
)
def test_mistakes_end_in_one_line(tmp_path, nombre, contenido, extra, mensaje):
    (tmp_path / nombre).write_bytes(contenido)
    anterior = tmp_path / "s.csv"
    anterior.write_text("lo de antes")
    r = correr(tmp_path / nombre, anterior, *extra)
    assert r.exit_code == 1
    assert mensaje in r.output
    assert "Traceback" not in r.output
    assert anterior.read_text() == "lo de antes", "what was there stays until the new one is whole"
    assert sorted(p.name for p in tmp_path.iterdir()) == sorted([nombre, "s.csv"])


def test_files_that_are_not_there(tmp_path):
    entrada = escribir(tmp_path / "c.csv", [ENCABEZADO, SOLA])
    for argumentos, mensaje in (
        ((tmp_path / "otro.csv", tmp_path / "s.csv"), "ningún archivo"),
        ((entrada, entrada), "el mismo archivo"),
        ((entrada, tmp_path / "no" / "s.csv"), "ninguna carpeta"),
    ):
        with pytest.raises(DatoInvalido, match=mensaje):
            cartera.valuar_archivo(*argumentos)
