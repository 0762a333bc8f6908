"""The worker behind the Calc add-in, and the conversation with it, without LibreOffice."""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import Any

import pytest

from xl.contrato.registro import registro
from xl.libreoffice import extension
from xl.libreoffice.complemento.cliente import Conversacion, SinRespuesta, Terminado
from xl.libreoffice.trabajador import responder

PROYECTO = str(Path(extension.__file__).resolve().parents[2])


@pytest.fixture(scope="module")
def funciones() -> dict[str, Any]:
    extension.funciones_declaradas()
    return {f.nombre: f for f in registro()}


def ask(funciones: dict[str, Any], nombre: str, *argumentos: Any) -> dict[str, Any]:
    return responder(funciones, {"funcion": nombre, "argumentos": list(argumentos)})


def test_scalar_comes_as_a_block(funciones: dict[str, Any]) -> None:
    assert ask(funciones, "TASA_REAL", 0.05, 0.0) == {"resultado": [[1.05 / 1.0 - 1.0]]}


def test_bad_input_is_a_message(funciones: dict[str, Any]) -> None:
    error = ask(funciones, "TASA_REAL", 3.5, 0.03)["error"]
    assert error.startswith("TASA_REAL: tasa_nominal: se encontró 3.5")


def test_empty_cells_of_a_range(funciones: dict[str, Any]) -> None:
    error = ask(funciones, "PRIMA_GASTO", [[1.0], [""]], [[10.0], [11.0]])["error"]
    assert "gasto, valor 2: se encontró una celda vacía" in error


def test_error_text_is_not_swallowed(funciones: dict[str, Any]) -> None:
    roto = extension.PREFIJO_ERROR + "TASA_REAL: algo"
    error = ask(funciones, "VERIFICAR_TABLA", [[roto, 1.0], [2.0, 3.0]])["error"]
    assert "VERIFICAR_TABLA: tabla: se encontró" in error
    assert "una celda sin error" in error


def test_zero_that_may_be_an_empty_cell(funciones: dict[str, Any]) -> None:
    """Calc sends 0 for an empty cell; where 0 and "omitted" differ, neither is guessed."""
    gasto, masa = [[1.0], [2.0]], [[100.0], [101.0]]
    base = ask(funciones, "PRIMA_NIVELADA", gasto, masa, 0.03)
    assert "resultado" in base
    # Text options and a default of 0: no doubt.
    assert ask(funciones, "PRIMA_NIVELADA", gasto, masa, 0.03, 0.0, 0.0) == base
    error = ask(funciones, "PRIMA_NIVELADA", gasto, masa, 0.03, None, None, 0.0)["error"]
    assert "crecimiento_perpetuo: se encontró un 0, que en Calc también puede ser" in error
    con_cero = ask(funciones, "PRIMA_NIVELADA", gasto, masa, 0.03, None, None, [[0.0]])
    assert con_cero["resultado"][0][0] > base["resultado"][0][0]
    vacia = ask(funciones, "PRIMA_NIVELADA", gasto, masa, 0.03, None, None, [[""]])
    assert vacia == base


def test_unknown_function_asks_to_install_again(funciones: dict[str, Any]) -> None:
    assert "instálela de nuevo" in ask(funciones, "PRIMA_DE_AYER")["error"]


def test_defect_of_ours_is_told_without_a_traceback(
    funciones: dict[str, Any], capsys: pytest.CaptureFixture[str]
) -> None:
    class Rota:
        argumentos = ()

        def llamar(self) -> float:
            raise KeyError("x")

    respuesta = ask(funciones | {"ROTA": Rota()}, "ROTA")
    assert respuesta == {"error": "ROTA: error interno del modelo (KeyError)"}
    assert "Traceback" in capsys.readouterr().err


@pytest.fixture
def modelo() -> Any:
    conversacion = Conversacion(
        [sys.executable, "-m", "xl.libreoffice.trabajador"], "el proceso del modelo", PROYECTO
    )
    yield conversacion
    conversacion.cerrar()


def test_floats_keep_every_digit(modelo: Conversacion) -> None:
    valores = [0.1, 1 / 3, 1e-308, 123456789.123456789, 2**53 - 1.0]
    pregunta = {
        "funcion": "PRIMA_GASTO",
        "argumentos": [[[v] for v in valores], [[1.0]] * len(valores)],
    }
    assert modelo.preguntar(pregunta, 30) == {"resultado": [[v] for v in valores]}


def test_dead_process_is_started_again(modelo: Conversacion) -> None:
    pregunta = {"funcion": "TASA_REAL", "argumentos": [0.05, 0.01]}
    primera = modelo.preguntar(pregunta, 30)
    anterior = modelo.proceso
    anterior.kill()
    anterior.wait()
    assert modelo.preguntar(pregunta, 30) == primera
    assert modelo.proceso.pid != anterior.pid


def test_process_ends_with_its_owner(modelo: Conversacion) -> None:
    modelo.preguntar({"funcion": "TASA_REAL", "argumentos": [0.05, 0.01]}, 30)
    proceso = modelo.proceso
    proceso.stdin.close()
    assert proceso.wait(10) == 0


def _script(carpeta: Path, cuerpo: str) -> Conversacion:
    archivo = carpeta / "proceso.py"
    archivo.write_text(cuerpo, encoding="utf-8")
    return Conversacion([sys.executable, str(archivo)], "el proceso", espera_inicio=10)


def test_hung_process_is_ended(tmp_path: Path) -> None:
    colgado = _script(
        tmp_path, "import time\nprint('{\"listo\": 1}', flush=True)\ntime.sleep(60)\n"
    )
    inicio = time.monotonic()
    with pytest.raises(SinRespuesta, match=r"el proceso no respondió en 0.3 segundos"):
        colgado.preguntar({}, 0.3)
    assert time.monotonic() - inicio < 8
    assert colgado.proceso is None


def test_process_that_cannot_start_says_why(tmp_path: Path) -> None:
    sin_numpy = _script(tmp_path, "import modulo_que_no_existe\n")
    with pytest.raises(Terminado, match="No module named 'modulo_que_no_existe'"):
        sin_numpy.preguntar({}, 5)
    ausente = Conversacion([str(tmp_path / "no_hay")], "el proceso")
    with pytest.raises(Terminado, match="el proceso no pudo iniciarse"):
        ausente.preguntar({}, 5)


def test_death_in_the_middle_of_a_call(tmp_path: Path) -> None:
    muere = _script(
        tmp_path,
        "import sys\nprint('{\"listo\": 1}', flush=True)\nsys.stdin.readline()\nsys.exit(3)\n",
    )
    with pytest.raises(Terminado, match="terminó con código 3"):
        muere.preguntar({}, 5)
