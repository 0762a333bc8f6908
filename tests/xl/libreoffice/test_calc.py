"""Every function of the registry inside Calc against the same call in Python."""

from __future__ import annotations

import os
import signal
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from pymodel.errores import DatoInvalido
from xl.libreoffice import extension
from xl.libreoffice.oficina import Oficina
from xl.libros.ejemplos import grupos
from xl.motor.valores import celda_a1

pytestmark = pytest.mark.libreoffice

FUNCIONES = {f.nombre: f for f in extension.funciones_declaradas()}
HOJA = "Prueba"
RESULTADO = (1, 31)  # row and column where results are put

# Columns of the sheet, from row 1.
COLUMNAS: dict[str, list[Any]] = {
    "A": [2005, 2006, 2007, 2008, 2009, 2010, 1],
    "B": [101.5, 110.25, 119.125, 130.0, 141.75, 150.2, 3],
    "C": [10.5, 11.25, 12.0, 12.75, 13.5, 14.25, 1],
    "D": [7000.1, 7100.2, 7200.3, 7300.4, 7400.5, 7500.6, 2],
    "E": ["Pensiones", "Servicios médicos", "Gastos", None, None, None, 9],
    "F": [600.5, 200.25, 99.125],
    "G": ["a", 1.0, 2.0, 4.0],
    "H": ["b", 3.0, 4.0, 7.0],
    "I": ["Total", 4.0, 6.0, 11.0],
    "J": [2005, 2010, 2020],
    "K": [100.0, 140.0, 250.0],
    "L": [0.035, None, 0.0],
    "M": ["concepto", "Garantizada"],
    "N": ["monto", 55.5],
    "O": [1.0, None, "x"],
    "P": ["tipo", "invalidez", "viudez"],
    "Q": ["edad", 45.0, None],
    "R": ["sexo", "H", None],
    "S": ["salario_base_diario", 350.0, 350.0],
    "T": ["conyuge_edad", 43.0, 43.0],
    "U": ["conyuge_sexo", "M", "M"],
    "V": ["Total de pensiones iniciales", "Ley de 1973", "Ley de 1997"],
    "W": [100.0, 25.0, 75.0],
    "X": [1000.0, 400.0, 600.0],
}


@dataclass(frozen=True)
class Rango:
    """A range of the sheet, as an argument."""

    esquina: str
    fin: str

    @property
    def texto(self) -> str:
        return f"{self.esquina}:{self.fin}"

    @property
    def valores(self) -> list[list[Any]]:
        columnas = [chr(c) for c in range(ord(self.esquina[0]), ord(self.fin[0]) + 1)]
        filas = range(int(self.esquina[1:]) - 1, int(self.fin[1:]))
        return [[COLUMNAS[c][i] if i < len(COLUMNAS[c]) else None for c in columnas] for i in filas]


def r(texto: str) -> Rango:
    return Rango(*texto.split(":"))


ANIOS, GASTO, MASA = r("A1:A6"), r("B1:B6"), r("D1:D6")

CASOS: list[tuple[str, list[Any]]] = [
    ("VALOR_PRESENTE", [GASTO, 0.035]),
    ("VALOR_PRESENTE", [GASTO, 0.035, "Inicio"]),
    ("VALOR_PRESENTE", [GASTO, 0.035, None, 0.015]),
    ("VALOR_PRESENTE", [r("B1:C6"), 0.035, "medio", None, r("B1:C1")]),
    ("PRIMA_GASTO", [GASTO, MASA]),
    ("PRIMA_GASTO", [r("B1:C6"), MASA]),
    ("PRIMA_PROMEDIO", [GASTO, MASA]),
    ("PRIMA_PROMEDIO", [r("B1:C6"), MASA]),
    ("PRIMA_NIVELADA", [GASTO, MASA, 0.035]),
    ("PRIMA_NIVELADA", [GASTO, MASA, r("L1:L1"), None, "inicio", None, None, 500.5]),
    ("PRIMA_NIVELADA", [GASTO, MASA, 0.035, 12.5, None, 0.01, None, None, 4]),
    ("PRIMA_NIVELADA", [GASTO, MASA, 0.035, 12.5, None, r("L2:L2")]),
    ("PRIMA_NIVELADA", [r("B1:C6"), MASA, 0.035, None, "fin"]),
    ("PRIMA_MEDIA_NIVELADA", [GASTO, MASA, 0.035]),
    ("PRIMA_MEDIA_NIVELADA", [GASTO, MASA, 0.035, 3.5, "FIN"]),
    ("PRIMA_ESCALONADA", [GASTO, MASA, 0.035, 4]),
    ("RESERVA_PROYECTADA", [50.5, 0.0197, GASTO, MASA, 0.035]),
    ("INTERPOLAR_ANUAL", [r("J1:J3"), r("K1:K3")]),
    ("INTERPOLAR_ANUAL", [r("J1:J3"), r("K1:K3"), "Geométrica"]),
    ("BALANCE_ACTUARIAL", [12442.0, 0.0197, 61718.39, r("E1:F3")]),
    ("BALANCE_ACTUARIAL", [12442.0, 0.0197, 61718.39, r("E1:F3"), r("M1:N2")]),
    ("SUFICIENCIA_PRIMA", [0.0171, 0.025]),
    ("SUFICIENCIA_PRIMA", [0.03, 0.025, MASA]),
    ("TASA_REAL", [0.0723, 0.036]),
    ("TASA_NOMINAL", [0.035, 0.036]),
    ("DEFLACTAR", [GASTO, ANIOS, 2010]),
    ("DEFLACTAR", [r("B1:C6"), ANIOS, 2010, "diciembre"]),
    ("DEFLACTAR", [r("K1:K3"), r("J1:J3"), 2010, r("J1:K3")]),
    ("VERIFICAR_TABLA", [r("G1:I4")]),
    ("VERIFICAR_TABLA", [r("G1:I4"), 0.5]),
    ("TABLA_FUENTE", ["IFA2010", "cuadro_i_4"]),
    ("PARAMETRO", ["smg_df", 2010]),
    ("PARAMETRO", ["smg_df"]),
    ("CONCILIACION", ["ifa2010"]),
    ("ANUALIDAD", ["EMSSA-09", 65, "M", 0.035]),
    ("ESPERANZA_VIDA", ["EMSSA-97", 65, "H"]),
    ("TABLA_BIOMETRICA", ["EMSSI-97"]),
    ("MONTO_CONSTITUTIVO", ["invalidez", 45, "H", 350, None, "1997", 0.035]),
    ("MONTO_CONSTITUTIVO_DESGLOSE", ["ipt", 45, "H", 350, None]),
    ("MC_CARTERA", [r("P1:U3")]),
    ("SALARIO_PROMEDIO_500", [r("B1:B3"), r("C1:C3"), r("F1:F3")]),
    ("PENSION_INVALIDEZ", [420, "sí", 2, 0]),
    ("PENSION_INCAPACIDAD", [420, 65]),
    ("INDEMNIZACION_GLOBAL", [420, 40]),
    ("PENSION_SOBREVIVENCIA", ["RT", 9000, 1, 2, 0, 0]),
    ("SUBSIDIO", ["RT", 300, 10]),
    ("AYUDA_FUNERAL", ["2010-06-15"]),
    ("SALDO_CUENTA", [250, 30]),
    ("SUMA_ASEGURADA", [900000, 150000]),
    ("COSTO_FISCAL", [1000000, 900000, 150000]),
    ("ARBOL_DECISION", [r("V1:X3"), 8]),
    ("HOGARES", [GASTO, MASA, 2004]),
    ("AVANCE_SEXENAL", [0, 8831, 3360]),
    ("AVANCE_SEXENAL", [GASTO, MASA, r("B1:B6")]),
    ("CLASE_AVANCE", [38.05]),
    ("CLASE_AVANCE", ["NA"]),
    ("CUMPLIMIENTO", [22, 26, 11.9, "Ascendente"]),
    ("CUMPLIMIENTO", [GASTO, MASA, GASTO, "descendente"]),
    ("RAZON_MOMIOS", [89, 11, 64, 36]),
    ("SPS_PERTENENCIA", [r("A7:E7")]),
]

ERRORES: list[tuple[str, list[Any], str]] = [
    ("PRIMA_NIVELADA", [GASTO, MASA, 3.5], "tasa: se encontró 3.5"),
    ("PRIMA_NIVELADA", [GASTO, r("D1:D5"), 0.035], "masa_salarial"),
    ("PRIMA_NIVELADA", [GASTO, MASA, 0.035, None, "final"], "convencion: se encontró «final»"),
    ("PRIMA_NIVELADA", [GASTO, MASA], "tasa: se encontró una celda vacía"),
    ("PRIMA_GASTO", [r("O1:O2"), r("D1:D2")], "gasto, valor 2: se encontró una celda vacía"),
    ("PRIMA_GASTO", [r("O1:O3"), r("D1:D3")], "gasto, valor"),
    ("TABLA_FUENTE", ["ifa2010", "cuadro_que_no_hay"], "cuadro_que_no_hay"),
    ("PARAMETRO", ["parametro_que_no_hay"], "parametro_que_no_hay"),
    ("TASA_REAL", [], "tasa_nominal: se encontró una celda vacía"),
]


@pytest.fixture(scope="module")
def hoja(oficina: Oficina) -> Oficina:
    oficina.crear(HOJA)
    for columna, valores in COLUMNAS.items():
        for fila, valor in enumerate(valores, start=1):
            oficina.poner(HOJA, f"{columna}{fila}", valor)
    return oficina


def formula(nombre: str, argumentos: list[Any]) -> str:
    textos = []
    for a in argumentos:
        if a is None:
            textos.append("")
        elif isinstance(a, Rango):
            textos.append(a.texto)
        else:
            textos.append(f'"{a}"' if isinstance(a, str) else repr(a))
    return f"={nombre}({';'.join(textos)})"


def directo(nombre: str, argumentos: list[Any]) -> Any:
    return FUNCIONES[nombre].llamar(*(a.valores if isinstance(a, Rango) else a for a in argumentos))


def evaluar(oficina: Oficina, texto: str, filas: int = 1, columnas: int = 1) -> list[list[Any]]:
    """Result of a formula in a block of cells (an array formula if it is more than one)."""
    fila, columna = RESULTADO
    rango = celda_a1(fila, columna)
    if (filas, columnas) != (1, 1):
        rango += ":" + celda_a1(fila + filas - 1, columna + columnas - 1)
        texto = "{" + texto + "}"
    oficina.poner(HOJA, rango, texto)
    leido = oficina.leer(HOJA, rango)
    oficina.poner(HOJA, rango, None)
    return leido


def test_every_function_is_tried() -> None:
    """Here, or in ejemplos.xlsx, which test_recalcular.py calculates whole."""
    aqui = {nombre for nombre, _ in CASOS}
    assert aqui | {e.funcion for e in grupos.todos()} == set(FUNCIONES)


@pytest.mark.parametrize(("nombre", "argumentos"), CASOS)
def test_same_as_python(hoja: Oficina, nombre: str, argumentos: list[Any]) -> None:
    esperado = directo(nombre, argumentos)
    bloque = esperado if isinstance(esperado, list) else [[esperado]]
    leido = evaluar(hoja, formula(nombre, argumentos), len(bloque), len(bloque[0]))
    numeros = 0
    for fila_leida, fila in zip(leido, bloque, strict=True):
        for celda_leida, celda in zip(fila_leida, fila, strict=True):
            if isinstance(celda, str):
                assert celda_leida == celda
            else:
                numeros += 1
                assert celda_leida == pytest.approx(float(celda), rel=1e-9, abs=0)
    assert numeros or nombre in ("VERIFICAR_TABLA", "CLASE_AVANCE", "CUMPLIMIENTO")


@pytest.mark.parametrize(("nombre", "argumentos", "mensaje"), ERRORES)
def test_error_is_a_text_with_the_message(
    hoja: Oficina, nombre: str, argumentos: list[Any], mensaje: str
) -> None:
    with pytest.raises(DatoInvalido) as error:
        directo(nombre, argumentos)
    assert mensaje in str(error.value)
    [[leido]] = evaluar(hoja, formula(nombre, argumentos))
    assert leido == f"{extension.PREFIJO_ERROR}{error.value}"


def test_error_fills_an_array_formula(hoja: Oficina) -> None:
    leido = evaluar(hoja, "=PRIMA_GASTO(B1:B6;D1:D5)", 6, 1)
    textos = {celda for fila in leido for celda in fila}
    assert len(textos) == 1
    assert textos.pop().startswith(extension.PREFIJO_ERROR)


def test_error_text_does_not_pass_for_data(hoja: Oficina) -> None:
    hoja.poner(HOJA, "P1", "=TASA_REAL(7;0.03)")
    [[leido]] = evaluar(hoja, "=PRIMA_NIVELADA(B1:B6;D1:D6;P1)")
    assert leido.startswith(f"{extension.PREFIJO_ERROR}PRIMA_NIVELADA: tasa: se encontró «#¡IMSS!")
    [[suma]] = evaluar(hoja, "=P1+1")
    assert suma == {"error": "#VALUE!"}


def test_error_cell_stops_the_call(hoja: Oficina) -> None:
    """Calc refuses by itself, before our code is asked."""
    hoja.poner(HOJA, "P1", "=1/0")
    assert evaluar(hoja, "=TASA_REAL(P1;0.03)") == [[{"error": "#DIV/0!"}]]
    assert evaluar(hoja, "=PRIMA_GASTO(P1:P2;D1:D2)") == [[{"error": "Err:504"}]]


def test_dates_and_booleans_are_numbers(hoja: Oficina) -> None:
    """Calc hands a date over as its serial number, which PARAMETRO takes."""
    hoja.poner(HOJA, "P1", "=DATE(2010;7;1)")
    esperado = FUNCIONES["PARAMETRO"].llamar("smg_df", "2010-07-01")
    assert evaluar(hoja, '=PARAMETRO("smg_df";P1)') == [[esperado]]
    assert evaluar(hoja, "=TASA_NOMINAL(0.05;FALSE())") == evaluar(hoja, "=TASA_NOMINAL(0.05;0)")


def test_single_empty_cell(hoja: Oficina) -> None:
    """Where 0 and "omitted" mean different things a single empty cell is refused."""
    [[leido]] = evaluar(hoja, "=PRIMA_NIVELADA(B1:B6;D1:D6;L1;;;L2)")
    assert "un 0, que en Calc también puede ser una celda vacía" in leido
    [[con_cero]] = evaluar(hoja, "=PRIMA_NIVELADA(B1:B6;D1:D6;L1;;;{0})")
    assert con_cero == directo("PRIMA_NIVELADA", [GASTO, MASA, 0.035, None, None, 0.0])
    [[sin_perpetuidad]] = evaluar(hoja, "=PRIMA_NIVELADA(B1:B6;D1:D6;L1;;;L2:L2)")
    assert sin_perpetuidad == directo("PRIMA_NIVELADA", [GASTO, MASA, 0.035])
    assert con_cero != pytest.approx(sin_perpetuidad, rel=1e-3)


def test_inside_other_formulas(hoja: Oficina) -> None:
    prima = directo("PRIMA_NIVELADA", [GASTO, MASA, 0.035])
    [[doble]] = evaluar(hoja, "=ROUND(2*PRIMA_NIVELADA(B1:B6;D1:D6;L1);9)")
    assert doble == pytest.approx(round(2 * prima, 9), rel=1e-12)
    [[suma]] = evaluar(hoja, "=SUM(PRIMA_GASTO(B1:B6;D1:D6))")
    assert suma == pytest.approx(sum(f[0] for f in directo("PRIMA_GASTO", [GASTO, MASA])))
    [[anidada]] = evaluar(hoja, "=TASA_NOMINAL(TASA_REAL(0.07;0.03);0.03)")
    assert anidada == pytest.approx(0.07, rel=1e-12)


def test_text_of_a_result_compared(hoja: Oficina) -> None:
    """Calc 7.4 finds no two texts equal if one is a function's own result; a copy of it is."""
    hoja.poner(HOJA, "P1", "=SUFICIENCIA_PRIMA(0.03;0.02)")
    assert hoja.leer_celda(HOJA, "P1") == "insuficiente"
    assert evaluar(hoja, '=P1&""="insuficiente"') == [[1.0]]
    assert evaluar(hoja, '=TRIM(P1)="insuficiente"') == [[1.0]]


def test_wizard_shows_help_in_spanish(hoja: Oficina) -> None:
    vistas = {f["nombre"]: f for f in hoja.asistente()}
    assert set(vistas) == set(FUNCIONES)
    for nombre, f in FUNCIONES.items():
        assert f.ayuda in vistas[nombre]["ayuda"]
        assert [(a[0], a[1]) for a in vistas[nombre]["argumentos"]] == [
            (a.nombre, a.ayuda) for a in f.argumentos
        ]


def _model_processes(oficina: Oficina) -> list[int]:
    """Workers that belong to this office: those of its session (see ``start_new_session``)."""
    propios = []
    for proceso in Path("/proc").iterdir():
        if proceso.name.isdigit():
            try:
                orden = (proceso / "cmdline").read_bytes()
                if b"xl.libreoffice.trabajador" in orden and (
                    os.getsid(int(proceso.name)) == oficina.pid
                ):
                    propios.append(int(proceso.name))
            except OSError:
                continue
    return propios


@pytest.mark.skipif(sys.platform != "linux", reason="busca el proceso en /proc")
def test_worker_that_dies_is_replaced(hoja: Oficina) -> None:
    antes = evaluar(hoja, "=TASA_REAL(0.07;0.03)")
    [anterior] = _model_processes(hoja)
    os.kill(anterior, signal.SIGKILL)
    assert evaluar(hoja, "=TASA_REAL(0.07;0.03)") == antes
    [nuevo] = _model_processes(hoja)
    assert nuevo != anterior


@pytest.mark.skipif(sys.platform == "win32", reason="el intérprete falso es un guion de shell")
@pytest.mark.parametrize(
    ("guion", "mensaje"),
    [
        ("echo '{\"listo\": 1}'; exec sleep 60", "no respondió en 0.5 segundos y se detuvo"),
        ("echo 'No hay numpy' >&2; exit 1", "terminó con código 1: No hay numpy"),
    ],
    ids=["hangs", "does_not_start"],
)
def test_worker_that_hangs_or_does_not_start(
    libreoffice: None, tmp_path: Path, guion: str, mensaje: str
) -> None:
    falso = tmp_path / "python"
    falso.write_text(f"#!/bin/sh\n{guion}\n")
    falso.chmod(0o755)
    ambiente = {"MODELO_IMSS_PYTHON": str(falso), "MODELO_IMSS_LIMITE": "0.5"}
    with Oficina(limite=60, ambiente=ambiente) as oficina:
        oficina.crear(HOJA)
        oficina.poner(HOJA, "A1", "=TASA_REAL(0.07;0.03)")
        leido = oficina.leer_celda(HOJA, "A1")
    assert leido == f"{extension.PREFIJO_ERROR}TASA_REAL: el proceso del modelo {mensaje}"
