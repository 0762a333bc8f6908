"""The jobs on large files: every row is in the result or in the rejects, whatever the pieces."""

import csv
import re

import polars as pl
import pytest
from typer.testing import CliRunner

from pymodel.cobertura import sintetico
from pymodel.errores import DatoInvalido
from pymodel.padron import sintetico as sintetico_padron
from xl import por_partes
from xl.__main__ import app
from xl.censo import imputar_archivo
from xl.padron import clasificar_archivo, muestrear_archivo
from xl.sinteticos import escribir


def correr(*argumentos):
    return CliRunner().invoke(app, [str(a) for a in argumentos])


def leer(ruta):
    with ruta.open(encoding="utf-8-sig", newline="") as archivo:
        return list(csv.DictReader(archivo))


ENCABEZADO = (
    "Hogar,Entidad,Factor,Parentesco,Edad,Derechohabiencia,Discapacidad,Asistencia,"
    "Estado conyugal,Actividad,Notas"
)
JEFE = "A,Distrito Federal,10,1,40,1,2,2,2,1,"
HIJA = "A,CDMX,10,3,10,5,2,1,,,"
SOLA = 'B,"Nuevo León",5,1,70,5,2,2,6,5,"vive sola, en renta"'


def archivo(ruta, *lineas, codificacion="utf-8", fin="\n"):
    ruta.write_bytes((fin.join([ENCABEZADO, *lineas]) + fin).encode(codificacion))
    return ruta


def test_texts_of_the_data_do_not_run_in_excel(tmp_path):
    hogares = ("=1+1", "-2+3", "-23", "+A1", "@x", "A-1")
    lineas = [JEFE.replace("A,", f"{h},", 1) for h in hogares]
    imputar_archivo(archivo(tmp_path / "c.csv", *lineas), tmp_path / "s.csv")
    escritos = {"'=1+1", "'-2+3", "-23", "'+A1", "'@x", "A-1"}
    for salida in ("s.csv", "s_hogares.csv"):
        assert {p["hogar"] for p in leer(tmp_path / salida)} == escritos


@pytest.mark.parametrize("codificacion", ["utf-8", "utf-8-sig", "cp1252"])
@pytest.mark.parametrize("fin", ["\n", "\r\n"])
def test_census_from_file_to_files(tmp_path, codificacion, fin):
    entrada = archivo(tmp_path / "c.csv", JEFE, HIJA, "", SOLA, codificacion=codificacion, fin=fin)
    resumen, cuadro = imputar_archivo(entrada, tmp_path / "s.csv")
    assert (resumen.usados, resumen.rechazados, resumen.rechazos) == (3, 0, None)
    personas = leer(tmp_path / "s.csv")
    assert [(p["renglon"], p["regla"]) for p in personas] == [("2", "1"), ("3", "13"), ("5", "0")]
    assert [p["entidad"] for p in personas] == ["9", "9", "19"]
    assert [h["clase"] for h in leer(tmp_path / "s_hogares.csv")] == ["1", "2"]
    assert [f["nombre"] for f in leer(tmp_path / "s_entidades.csv")] == [
        "Distrito Federal",
        "Nuevo León",
        "Nacional",
    ]
    assert cuadro.row(-1, named=True)["no_asegurada"] == 5
    assert resumen.avisos[0].startswith("2 jefes o cónyuges sin sexo")
    assert sorted(p.name for p in tmp_path.iterdir()) == [
        "c.csv",
        "s.csv",
        "s_entidades.csv",
        "s_hogares.csv",
    ]


MALAS = {
    "A,9,10,3,10,5,2,1,": "se encontró 9 columnas; se esperaba 11, las del encabezado",
    "A,9,10,3,10,5,2,1,,,,,": "se encontró 13 columnas; se esperaba 11, las del encabezado",
    'A,"9,10,3,10,5,2,1,,,': "se encontró 2 columnas; se esperaba 11, las del encabezado",
    "A,9,10,3,x,5,2,1,,,": "edad: se encontró «x»",
    "A,99,10,3,10,5,2,1,,,": "entidad: se encontró «99»",
    "A,9,,3,10,5,2,1,,,": "factor: se encontró una celda vacía",
    "C,9,10,3,10,5,2,1,,,": "hogar «C»: se encontró 0 jefes",
}


@pytest.mark.parametrize(("mala", "mensaje"), MALAS.items(), ids=range(len(MALAS)))
def test_a_broken_line_is_told_with_its_number(tmp_path, mala, mensaje):
    entrada = archivo(tmp_path / "c.csv", JEFE, SOLA, mala, HIJA)
    r = correr("imputar-censo", entrada, tmp_path / "s.csv")
    assert r.exit_code == 0, r.output
    assert "3 personas imputadas; 1 renglones rechazados" in r.output
    (rechazo,) = leer(tmp_path / "s_rechazos.csv")
    assert rechazo["renglon"] == "4"
    assert rechazo["error"].startswith(mensaje)
    assert [p["renglon"] for p in leer(tmp_path / "s.csv")] == ["2", "3", "5"]


def test_a_household_that_lost_a_person_is_marked(tmp_path):
    entrada = archivo(tmp_path / "c.csv", JEFE, SOLA, "A,9,10,3,x,5,2,1,,,", HIJA, "rota")
    resumen, _ = imputar_archivo(entrada, tmp_path / "s.csv")
    hogares = {h["hogar"]: h["incompleto"] for h in leer(tmp_path / "s_hogares.csv")}
    assert hogares == {"A": "1", "B": "0"}
    assert resumen.avisos[0].startswith("1 hogares sin alguno de sus integrantes")


def test_rejects_of_another_time_do_not_stay(tmp_path):
    salida = tmp_path / "s.csv"
    imputar_archivo(archivo(tmp_path / "c.csv", JEFE, next(iter(MALAS))), salida)
    assert (tmp_path / "s_rechazos.csv").exists()
    imputar_archivo(archivo(tmp_path / "c.csv", JEFE), salida)
    assert not (tmp_path / "s_rechazos.csv").exists()


@pytest.mark.parametrize("tipo", ["csv", "parquet"])
def test_pieces_do_not_change_anything(tmp_path, monkeypatch, tipo):
    """Small blocks and many groups: the same persons and totals, households scattered."""
    muestra = sintetico.muestra(250, 5).sample(fraction=1.0, shuffle=True, seed=1)
    entrada = tmp_path / f"c.{tipo}"
    muestra.write_csv(entrada) if tipo == "csv" else muestra.write_parquet(entrada)
    hechos = []
    for i, (bloque, renglones, por_grupo) in enumerate([(1 << 24, 10**6, 10**6), (1_999, 61, 150)]):
        monkeypatch.setattr(por_partes, "BLOQUE", bloque)
        monkeypatch.setattr(por_partes, "RENGLONES", renglones)
        monkeypatch.setattr(por_partes, "POR_GRUPO", por_grupo)
        avances = []
        salida = tmp_path / f"{i}.parquet"
        resumen, cuadro = imputar_archivo(entrada, salida, avance=avances.append)
        assert (resumen.usados, resumen.rechazados) == (muestra.height, 0)
        assert avances == sorted(avances)
        assert avances[-1] == 1.0
        hechos.append((pl.read_parquet(salida).sort("renglon"), cuadro))
    (una, cuadro), (otra, otro_cuadro) = hechos
    assert una.equals(otra)
    assert otro_cuadro.drop("nombre").to_numpy() == pytest.approx(
        cuadro.drop("nombre").to_numpy(), nan_ok=True
    )
    primero = 2 if tipo == "csv" else 1
    assert una["renglon"].to_list() == list(range(primero, primero + muestra.height))
    assert una["hogar"].to_list() == muestra["hogar"].to_list()


def test_padron_from_file_to_files(tmp_path, monkeypatch):
    padron = sintetico_padron.padron(3_000, 4)
    entrada = tmp_path / "p.csv"
    padron.write_csv(entrada)
    with entrada.open("a") as f:
        f.write(",".join(str(x) if x is not None else "" for x in padron.row(0)) + "\nrota\n")
    monkeypatch.setattr(por_partes, "POR_GRUPO", 500)
    r = correr("clasificar-padron", entrada, tmp_path / "s.parquet")
    assert r.exit_code == 0, r.output
    assert "3,000 familias clasificadas; 2 renglones rechazados" in r.output
    assert [int(f["renglon"]) for f in leer(tmp_path / "s_rechazos.csv")] == [3_002, 3_003]
    resumen = leer(tmp_path / "s_resumen.csv")
    assert sum(int(f["familias"]) for f in resumen) == 3_000
    assert {f["hogar"] for f in resumen} > {"hogar SPS", "hogar no SPS"}
    assert len({f["entidad"] for f in resumen}) == 32


@pytest.mark.parametrize("tipo", ["csv", "parquet"])
def test_sample_from_file_to_file(tmp_path, tipo):
    padron = sintetico_padron.padron(40_000, 4, por_centro=40)
    entrada = tmp_path / f"p.{tipo}"
    mezclada = padron.sample(fraction=1.0, shuffle=True, seed=2)
    padron.write_csv(entrada) if tipo == "csv" else padron.write_parquet(entrada)
    _, una = muestrear_archivo(entrada, tmp_path / f"m.{tipo}", 7)
    mezclada.write_csv(entrada) if tipo == "csv" else mezclada.write_parquet(entrada)
    resumen, otra = muestrear_archivo(entrada, tmp_path / f"n.{tipo}", 7)
    assert una.equals(otra), "the order of the padrón does not matter"
    assert una["entidad"].nunique() == 13
    assert resumen.usados == 40_000
    assert set(una["familia"]) <= set(padron["familia"])
    assert (tmp_path / f"m.{tipo}").stat().st_size > 1_000


def test_synthetic_files(tmp_path, monkeypatch):
    monkeypatch.setattr("xl.sinteticos.POR_PARTE", 400)
    r = correr("sintetico", "censo", tmp_path / "c.csv", "--cuantos", 1_000, "--semilla", 3)
    assert r.exit_code == 0, r.output
    assert "sintéticos" in re.sub(r"\s+", " ", r.output)
    hogares = {p["hogar"] for p in leer(tmp_path / "c.csv")}
    assert len(hogares) == 1_000
    assert all(h.startswith("SINT") for h in hogares)
    escribir("padron", tmp_path / "p.parquet", 1_000, 3)
    assert pl.read_parquet(tmp_path / "p.parquet")["familia"].n_unique() == 1_000
    for que, ruta, mensaje in (
        ("otro", "p.csv", "una de: «censo», «padron»"),
        ("censo", "p.xlsx", "un archivo .csv, .txt o .parquet"),
        ("censo", "no/p.csv", "una carpeta en la que se pueda escribir"),
    ):
        with pytest.raises(DatoInvalido, match=mensaje):
            escribir(que, tmp_path / ruta, 10, 3)


@pytest.mark.parametrize("verbo", ["imputar-censo", "clasificar-padron", "muestra-padron"])
@pytest.mark.parametrize(
    ("nombre", "contenido", "mensaje"),
    [
        ("c.xlsx", b"x", "un archivo .csv, .txt o .parquet"),
        ("c.csv", b"", "un archivo vacío"),
        ("c.csv", b"edad,edad\n1,2\n", "sin la columna"),
        ("c.parquet", b"no soy", "un archivo que no es Parquet"),
    ],
)
def test_mistakes_end_in_one_line(tmp_path, verbo, nombre, contenido, mensaje):
    (tmp_path / nombre).write_bytes(contenido)
    anterior = tmp_path / "s.csv"
    anterior.write_text("lo de antes")
    opciones = ["--semilla", 1] if verbo == "muestra-padron" else []
    r = correr(verbo, tmp_path / nombre, anterior, *opciones)
    assert r.exit_code == 1
    assert mensaje in re.sub(r"\s+", " ", r.output)
    assert "Traceback" not in r.output
    assert anterior.read_text() == "lo de antes"
    assert sorted(p.name for p in tmp_path.iterdir()) == sorted([nombre, "s.csv"])


def test_headers_and_rows_that_are_not_there(tmp_path):
    for texto, mensaje in (
        (ENCABEZADO + "\n", "un archivo sin renglones"),
        (ENCABEZADO.replace("Notas", "edad") + "\n" + JEFE, "2 columnas «edad»"),
        (ENCABEZADO.replace("Factor", "peso") + "\n" + JEFE, "sin la columna «factor»"),
    ):
        (tmp_path / "c.csv").write_text(texto)
        with pytest.raises(DatoInvalido, match=mensaje):
            imputar_archivo(tmp_path / "c.csv", tmp_path / "s.csv")
    with pytest.raises(DatoInvalido, match="el mismo archivo"):
        clasificar_archivo(tmp_path / "c.csv", tmp_path / "c.csv")


def test_only_bad_rows(tmp_path):
    entrada = archivo(tmp_path / "c.csv", *list(MALAS)[:2])
    r = correr("imputar-censo", entrada, tmp_path / "s.csv")
    assert r.exit_code == 1
    assert "0 personas imputadas; 2 renglones rechazados" in r.output
