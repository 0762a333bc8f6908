"""Whole workbooks in LibreOffice: every formula against the values of the file engine."""

from __future__ import annotations

import datetime as dt
import os
import re
import shutil
import subprocess
import sys
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import xlsxwriter
from openpyxl.utils.datetime import to_excel

from pymodel.errores import DatoInvalido
from xl import libros, macros, motor
from xl.contrato.salida import PREFIJO_ERROR
from xl.libreoffice.oficina import Oficina
from xl.libreoffice.recalcular import Reporte, leer, recalcular
from xl.vba import codigo

pytestmark = pytest.mark.libreoffice

_CARPETA = Path(__file__).parents[3] / "workbooks"
# Those that an analyst opens, not the backups that a refresh leaves.
LIBROS = sorted(r for r in _CARPETA.glob("*.xlsx") if "." not in r.stem)

Valores = dict[tuple[str, str], Any]


def build(ruta: Path) -> Path:
    """A small workbook with each kind of formula that ours have, its values by the engine."""
    with xlsxwriter.Workbook(ruta) as libro:
        datos, otra = libro.add_worksheet("Datos"), libro.add_worksheet("Hoja ñ 1")
        for i in range(12):
            datos.write_row(i, 0, [2005 + i, 100.5 + 3 * i, 40.25 + i, 7000.0 + 90 * i])
        datos.write("F1", 0.035)
        libro.define_name("tasa_srt", "=Datos!$F$1")
        libro.define_name("crecimiento", "=Datos!$F$2")
        libro.define_name("gasto", "=Datos!$B$1:$B$12")
        for hoja in ("Datos", "'Hoja ñ 1'"):
            libro.define_name(f"{hoja}!{motor.MARCA}", "=TRUE")
        datos.write_formula("H1", "=PRIMA_NIVELADA(gasto,D1:D12,tasa_srt)")
        datos.write_formula("H2", '=PRIMA_NIVELADA(B1:B12,D1:D12,F1,,"Inicio",F2,,,10)')
        datos.write_formula("H3", "=PRIMA_NIVELADA(gasto,D1:D12,tasa_srt,,,crecimiento)")
        datos.write_formula("H4", '=IF(H1>H2,"PRIMA_NIVELADA(x)","prima_nivelada(y)")')
        datos.write_formula("H5", '=ROUND((H1-H2)*100,3)&" puntos"')
        datos.write_formula("H6", "=PRIMA_NIVELADA(gasto,D1:D3,tasa_srt)")
        datos.write_formula("H7", "=SUM(PRIMA_GASTO(gasto,D1:D12))")
        datos.write_array_formula("J1:J12", "{=PRIMA_GASTO(gasto,D1:D12)}")
        datos.write_array_formula("K1:L1", "{=VALOR_PRESENTE(B1:C12,tasa_srt)}")
        datos.write_dynamic_array_formula(
            "N1:R13", "=RESERVA_PROYECTADA(500,H1,gasto,D1:D12,tasa_srt)"
        )
        otra.write_formula("A1", "=PRIMA_PROMEDIO(gasto,Datos!D1:D12)")
        otra.write_formula("A2", "=SUM(Datos!J1:J12)/COUNT(Datos!J1:J12)")
        otra.write_formula("A3", "=TASA_REAL(TASA_NOMINAL(tasa_srt,0.04),0.04)")
        otra.write_array_formula("C1:E10", "{=BALANCE_ACTUARIAL(A1,A1,Datos!K1,H1:I2,H3:I3)}")
        otra.write_row("H1", ["Pensiones", 12.5])
        otra.write_row("H2", ["Gastos", 3.5])
        otra.write_row("H3", ["Garantizada", 1.5])
    motor.recalcular(ruta, todo=True, respaldo=False)
    return ruta


@pytest.fixture(scope="module")
def libro(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(tmp_path_factory.mktemp("libro") / "libro.xlsx")


def stored(ruta: Path) -> Valores:
    """Values that the file keeps, dates as their serial numbers."""
    valores: Valores = {}
    libro = openpyxl.load_workbook(ruta, data_only=True)
    for hoja in libro.worksheets:
        for fila in hoja.iter_rows():
            for celda in fila:
                valor = celda.value
                if isinstance(valor, dt.date | dt.datetime | dt.time):
                    valor = to_excel(valor)
                if valor is not None:
                    valores[hoja.title, celda.coordinate] = valor
    return valores


def is_error(valor: Any) -> bool:
    return isinstance(valor, str) and valor.startswith("#")


def differences(reporte: Reporte, guardados: Valores) -> list[str]:
    """Formulas whose value in LibreOffice is not the one stored, to a relative 1e-9."""
    distintas = []
    for hoja, celdas in reporte.formulas.items():
        for celda in sorted(celdas):
            leido = reporte.valores[hoja].get(celda, "")
            guardado = guardados.get((hoja, celda), "")
            if isinstance(guardado, bool):  # Calc has no others than 1 and 0
                guardado = float(guardado)
            if is_error(guardado):
                igual = (hoja, celda) in reporte.errores
            elif isinstance(guardado, str) or isinstance(leido, str):
                igual = leido == guardado
            else:
                igual = leido == pytest.approx(guardado, rel=1e-9, abs=1e-12)
            if not igual:
                distintas.append(f"{hoja}!{celda}: {leido!r} and not {guardado!r}")
    return distintas


def first_number(oficina: Oficina, ruta: Path) -> tuple[str, str, str]:
    """Name, sheet and cell of an input of the workbook that is open: its first number.

    Of a workbook that declares none, a discount rate.
    """
    numericos = ("tasa", "numero", "mdp", "pesos")
    entradas = libros.definicion(ruta.stem).entradas if ruta.stem in libros.CLAVES else ()
    elegidas = [e.nombre for e in entradas if e.tipo in numericos and e.defecto][:1]
    for nombre, referencia in sorted(oficina.nombres().items()):
        celda = re.fullmatch(r"\$'?(.+?)'?\.\$([A-Z]+)\$(\d+)", referencia)
        if not celda or (elegidas and nombre not in elegidas):
            continue
        if elegidas or re.fullmatch(r"tasa_.*|(?!escenario).*_tasa", nombre):
            hoja, lugar = celda[1].replace("''", "'"), celda[2] + celda[3]
            valor = oficina.leer_celda(hoja, lugar)
            if isinstance(valor, float) and (elegidas or 0 < valor < 0.2):
                return nombre, hoja, lugar
    raise AssertionError("the workbook names no input to change")


def check_book(oficina: Oficina, ruta: Path, carpeta: Path) -> None:
    """Same values as stored; with another input, same as the file engine."""
    guardados = stored(ruta)
    oficina.abrir(ruta)
    oficina.recalcular()
    antes = leer(oficina)
    assert sum(map(len, antes.formulas.values())) > 20
    assert differences(antes, guardados) == []

    nombre, hoja, lugar = first_number(oficina, ruta)
    nueva = oficina.leer_celda(hoja, lugar) * 1.125
    oficina.poner(hoja, lugar, nueva)
    oficina.recalcular()
    despues = leer(oficina)
    movidas = [
        (h, c)
        for h, celdas in despues.formulas.items()
        for c in celdas
        if despues.valores[h].get(c) != antes.valores[h].get(c)
    ]
    assert len(movidas) >= 3  # the result, the cover and Resultados at the least

    copia = shutil.copyfile(ruta, carpeta / ruta.name)
    with motor.abrir(copia) as abierto:
        abierto.names[nombre].refers_to_range.value = nueva
        abierto.save()
    assert differences(despues, stored(copia)) == []


@pytest.mark.largo
@pytest.mark.parametrize("ruta", LIBROS, ids=lambda r: r.name)
def test_menu_refreshes_our_books_as_the_file_engine_does(
    libreoffice: None, ruta: Path, tmp_path: Path
) -> None:
    """Open, change an input, press the menu, save; the same change through the file engine."""
    with Oficina(limite=300, ambiente={"MODELO_IMSS_SIN_VENTANAS": "1"}) as oficina:
        oficina.abrir(ruta)
        nombre, hoja, lugar = first_number(oficina, ruta)
        nueva = oficina.leer_celda(hoja, lugar) * 1.125
        oficina.poner(hoja, lugar, nueva)
        oficina.menu("actualizar")
        despues = leer(oficina)
    copia = Path(shutil.copyfile(ruta, tmp_path / ruta.name))
    with motor.abrir(copia) as abierto:
        abierto.names[nombre].refers_to_range.value = nueva
        macros.actualizar(abierto)
        abierto.save()
    guardados = stored(copia)
    assert differences(despues, guardados) == []
    # What the refresh wrote, the moment of the log apart.
    for hoja in ("Resultados", "Bitácora", "Conciliación"):
        for (de, celda), valor in guardados.items():
            if de == hoja and not (hoja == "Bitácora" and celda.startswith("A")):
                leido = despues.valores[hoja].get(celda, "")
                igual = leido == valor or (
                    not isinstance(valor, str)
                    and leido == pytest.approx(valor, rel=1e-9, abs=1e-12)
                )
                assert igual, (hoja, celda, leido, valor)


@pytest.mark.largo
def test_macro_book_opens_with_its_modules_and_values(oficina: Oficina, tmp_path: Path) -> None:
    ruta = libros.construir("valuacion", tmp_path / "valuacion.xlsm")
    oficina.abrir(ruta)
    fuentes = oficina.modulos()
    assert {codigo.MODULO, "xlwings", "Dictionary", "ThisWorkbook", "Hoja1"} <= set(fuentes)
    assert "Public Function PRIMA_NIVELADA(gasto, masa_salarial, tasa" in fuentes[codigo.MODULO]
    oficina.recalcular()
    assert differences(leer(oficina), stored(ruta)) == []


def test_menu_with_a_mistake_writes_nothing(libreoffice: None, tmp_path: Path) -> None:
    ruta = next(r for r in LIBROS if r.stem == "valuacion")
    with Oficina(limite=300, ambiente={"MODELO_IMSS_SIN_VENTANAS": "1"}) as oficina:
        oficina.abrir(ruta)
        antes = leer(oficina).valores["Resultados"]
        oficina.poner("Supuestos", "F8", "abc")
        oficina.menu("actualizar")
        despues = leer(oficina)
    assert despues.valores["Resultados"] == antes


@pytest.fixture(scope="module")
def pantalla(libreoffice: None) -> Iterator[str]:
    """A display that nobody sees."""
    xvfb = shutil.which("Xvfb")
    if xvfb is None:
        mensaje = "falta Xvfb (en Debian, el paquete xvfb)"
        (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)(mensaje)
    leer_de, escribir_en = os.pipe()
    orden = [xvfb, "-displayfd", str(escribir_en), "-screen", "0", "1280x900x24"]
    servidor = subprocess.Popen(orden, pass_fds=[escribir_en], stderr=subprocess.DEVNULL)
    os.close(escribir_en)
    with os.fdopen(leer_de) as numero:
        yield f":{numero.readline().strip()}"
    servidor.terminate()
    servidor.wait()


@pytest.mark.largo
def test_a_book_that_opens_in_a_window_is_repaired_by_itself(
    pantalla: str, libro: Path, tmp_path: Path
) -> None:
    """The job of the extension, without the repair that Oficina.abrir asks for."""
    copia = Path(shutil.copyfile(libro, tmp_path / "sin_reparar.xlsx"))
    ambiente = {"DISPLAY": pantalla, "MODELO_IMSS_SIN_VENTANAS": "1"}
    with Oficina(limite=120, ambiente=ambiente, en_ventana=copia) as oficina:
        oficina.tomar()
        oficina.recalcular()
        reporte = leer(oficina)
    assert differences(reporte, stored(libro)) == []


def test_small_book(oficina: Oficina, libro: Path, tmp_path: Path) -> None:
    check_book(oficina, libro, tmp_path)


@pytest.mark.parametrize("ruta", LIBROS, ids=lambda r: r.name)
def test_our_books(oficina: Oficina, ruta: Path, tmp_path: Path) -> None:
    check_book(oficina, ruta, tmp_path)


def test_empty_cell_is_an_omitted_argument(oficina: Oficina, libro: Path) -> None:
    """In the file a single empty cell; Calc alone would take it for a growth of 0."""
    oficina.abrir(libro)
    oficina.recalcular()
    assert oficina.leer_celda("Datos", "H3") == oficina.leer_celda("Datos", "H1")
    assert oficina.formula("Datos", "H3").endswith("crecimiento:crecimiento)")
    oficina.poner("Datos", "F2", 0.01)
    assert oficina.leer_celda("Datos", "H3") != oficina.leer_celda("Datos", "H1")


def test_texts_are_left_alone(oficina: Oficina, libro: Path) -> None:
    oficina.abrir(libro)
    assert '"PRIMA_NIVELADA(x)";"prima_nivelada(y)"' in oficina.formula("Datos", "H4")
    assert '"Inicio"' in oficina.formula("Datos", "H2")


def test_copy_beside_the_original(libreoffice: None, libro: Path, tmp_path: Path) -> None:
    original = Path(shutil.copyfile(libro, tmp_path / "mi libro.xlsx"))
    antes = original.read_bytes()
    reporte = recalcular(original)
    assert original.read_bytes() == antes
    assert reporte.destino == tmp_path / "mi libro.libreoffice.xlsx"
    assert sorted(p.name for p in tmp_path.iterdir()) == [
        "mi libro.libreoffice.xlsx",
        "mi libro.xlsx",
    ]
    assert differences(reporte, stored(original)) == []
    assert set(reporte.errores) == {("Datos", "H6")}
    assert reporte.errores["Datos", "H6"].startswith(f"{PREFIJO_ERROR}PRIMA_NIVELADA: ")
    # Excel must find in the copy the names that it knows.
    with zipfile.ZipFile(reporte.destino) as copia:
        hojas = "".join(
            copia.read(n).decode() for n in copia.namelist() if n.startswith("xl/worksheets/sheet")
        )
    assert "MODELOIMSS" not in hojas.upper()
    formulas = openpyxl.load_workbook(reporte.destino)["Datos"]
    assert formulas["H1"].value.startswith("=PRIMA_NIVELADA(gasto,D1:D12,tasa_srt")
    assert differences(reporte, stored(reporte.destino) | {("Datos", "H6"): "#VALUE!"}) == []


def test_original_is_never_the_destination(libro: Path) -> None:
    with pytest.raises(DatoInvalido, match="otro archivo que el original"):
        recalcular(libro, libro)
    with pytest.raises(DatoInvalido, match=r"un archivo \.xlsx u \.ods"):
        recalcular(libro, libro.with_suffix(".csv"))


def test_files_that_are_not_workbooks(oficina: Oficina, tmp_path: Path) -> None:
    with pytest.raises(DatoInvalido, match="ningún archivo"):
        oficina.abrir(tmp_path / "no_hay.xlsx")
    roto = tmp_path / "roto.xlsx"
    roto.write_bytes(b"PK\x03\x04" + bytes(300))
    with pytest.raises(DatoInvalido, match=r"roto\.xlsx"):
        oficina.abrir(roto)
    texto = tmp_path / "texto.xlsx"
    texto.write_text("esto no es un libro")
    with pytest.raises(DatoInvalido, match=r"texto\.xlsx"):
        oficina.abrir(texto)


def test_prints_to_pdf(oficina: Oficina, libro: Path, tmp_path: Path) -> None:
    oficina.abrir(libro)
    oficina.guardar(tmp_path / "libro.pdf")
    assert (tmp_path / "libro.pdf").read_bytes().startswith(b"%PDF")


def test_office_is_always_closed(libreoffice: None) -> None:
    with Oficina() as oficina:
        perfil = Path(oficina._perfil)
        assert perfil.is_dir()
        oficina.crear("Hoja")
    assert not perfil.exists()
    oficina = Oficina()
    oficina.__enter__()
    perfil, proceso = Path(oficina._perfil), oficina._soffice
    assert proceso is not None
    oficina.__exit__(KeyboardInterrupt, None, None)
    assert not perfil.exists()
    assert proceso.poll() is not None


@pytest.mark.skipif(sys.platform == "win32", reason="usa señales de POSIX")
def test_office_does_not_outlive_a_killed_program(libreoffice: None) -> None:
    programa = subprocess.Popen(
        [
            sys.executable,
            "-c",
            "import time\n"
            "from xl.libreoffice.oficina import Oficina\n"
            "with Oficina() as oficina:\n"
            "    oficina.crear('Hoja')\n"
            "    print(oficina.pid, oficina._perfil, flush=True)\n"
            "    time.sleep(60)\n",
        ],
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[3],
    )
    assert programa.stdout is not None
    pid, perfil = programa.stdout.readline().split()
    try:
        programa.kill()
        programa.wait()
        fin = time.monotonic() + 15
        while _exists(int(pid)) and time.monotonic() < fin:
            time.sleep(0.1)
        assert not _exists(int(pid))
    finally:
        programa.stdout.close()
        shutil.rmtree(perfil, ignore_errors=True)


def _exists(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    # A container without init keeps the dead as zombies.
    estado = Path(f"/proc/{pid}/stat")
    return not (estado.is_file() and ") Z " in estado.read_text())
