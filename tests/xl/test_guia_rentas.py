"""The guide of pensions and montos constitutivos: every option shown, the command line as told."""

import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

import udfs
from pymodel import cuenta_individual, rentas
from xl.__main__ import app, salida

GUIA = (Path(__file__).parents[2] / "docs" / "guia_rentas.md").read_text(encoding="utf-8")
EJEMPLOS = "\n".join(re.findall(r"^```ejemplo\n(.*?)^```", GUIA, re.M | re.S))


def bloque(etiqueta):
    return re.search(rf"^```{etiqueta}\n(.*?)^```", GUIA, re.M | re.S)[1]


@pytest.mark.parametrize("opcion", sorted({*rentas.DEFECTOS, *cuenta_individual.OPCIONES}))
def test_every_option_has_its_worked_example(opcion):
    assert f'"{opcion}",' in EJEMPLOS


@pytest.mark.parametrize("nombre", ["desercion", "pagos", "orden_tope", "aguinaldo", "incremento"])
def test_each_value_of_an_option_changes_the_amount(nombre):
    """What the guide shows for one option is not what it shows for another."""
    montos = re.findall(rf'^=MONTO_CONSTITUTIVO\(.*"{nombre}".*\n→ (.*)$', EJEMPLOS, re.M)
    assert montos
    assert "721,541" not in montos
    assert len(set(montos)) == len(montos)


def test_the_sentence_about_the_official_formulas_is_there():
    assert "Las fórmulas oficiales del monto constitutivo (CUSF, Anexo 14.2.1)" in GUIA


def test_the_command_line_as_the_guide_tells_it(tmp_path, monkeypatch):
    entrada, destino = tmp_path / "cartera.csv", tmp_path / "resultado.csv"
    entrada.write_text(bloque("csv"), encoding="utf-8")
    orden = re.search(r"`python -m xl cartera cartera.csv resultado.csv (.*?)`", GUIA)[1]
    monkeypatch.setattr(salida, "_width", 300)
    hecho = CliRunner().invoke(app, ["cartera", str(entrada), str(destino), *orden.split()])
    assert hecho.exit_code == 0
    dicho = hecho.output.replace(f"{tmp_path}/", "").split("\n")
    assert [x.strip() for x in dicho if x.strip()] == [
        x.strip() for x in bloque("salida").splitlines()
    ]
    assert "A2,ipt,36,H,240" in destino.read_text(encoding="utf-8-sig")
    assert "A3,invalidez" in (tmp_path / "resultado_rechazos.csv").read_text(encoding="utf-8-sig")


def test_a_thousand_pensioners_in_one_call():
    encabezado = ["tipo", "edad", "sexo", "salario_base_diario", "conyuge_edad", "conyuge_sexo"]
    encabezado += ["hijo1_edad", "hijo1_sexo"]
    filas = [
        ["invalidez", 30 + i % 30, "HM"[i % 2], 100 + i, 28 + i % 35, "MH"[i % 2], i % 14, "H"]
        for i in range(1000)
    ]
    tabla = udfs.mc_cartera([encabezado, *filas])
    assert len(tabla) == 1001
    mc, error = tabla[0].index("MC"), tabla[0].index("error")
    assert {fila[error] for fila in tabla[1:]} == {""}
    for i in range(0, 1000, 37):
        tipo, edad, sexo, salario, conyuge, otro, hijo, su_sexo = filas[i]
        familia = [["conyuge", conyuge, otro], ["hijo", hijo, su_sexo]]
        solo = udfs.monto_constitutivo(tipo, edad, sexo, salario, familia)
        assert tabla[i + 1][mc] == pytest.approx(solo, rel=1e-12)
