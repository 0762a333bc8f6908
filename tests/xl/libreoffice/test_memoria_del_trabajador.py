"""The Calc worker keeps the answers of functions, never those of macros."""

import io
import json
import os
import sys

from xl.libreoffice import trabajador


def preguntar(monkeypatch, tmp_path, preguntas, responder):
    """What the worker answers to these questions, with its standard streams as files."""
    salida = (tmp_path / "salida").open("w+b")
    entrada = io.BytesIO(b"".join(json.dumps(p).encode() + b"\n" for p in preguntas))

    class Flujo:
        buffer = entrada

        @staticmethod
        def fileno():
            return salida.fileno()

    monkeypatch.setattr(sys, "stdin", Flujo)
    monkeypatch.setattr(sys, "stdout", Flujo)
    monkeypatch.setattr(os, "dup2", lambda *_: None)
    monkeypatch.setattr(trabajador, "responder", responder)
    trabajador.main()
    salida.seek(0)
    return [json.loads(x) for x in salida.read().splitlines()][1:]


def test_a_function_is_worked_out_once_and_a_macro_every_time(monkeypatch, tmp_path):
    hechas = []

    def responder(_, pregunta):
        hechas.append(pregunta)
        if pregunta.get("argumentos") == ["malo"]:
            return {"error": "no"}
        return {"resultado": [[len(hechas)]]}

    una = {"funcion": "TASA_REAL", "argumentos": [0.07, 0.03]}
    otra = {"funcion": "TASA_REAL", "argumentos": [0.07, 3]}
    macro = {"macro": "actualizar", "ruta": "x"}
    mala = {"funcion": "TASA_REAL", "argumentos": ["malo"]}
    dicho = preguntar(monkeypatch, tmp_path, [una, otra, una, macro, macro, mala, mala], responder)
    assert hechas == [una, otra, macro, macro, mala, mala]
    assert dicho == [
        {"resultado": [[1]]},
        {"resultado": [[2]]},
        {"resultado": [[1]]},
        {"resultado": [[3]]},
        {"resultado": [[4]]},
        {"error": "no"},
        {"error": "no"},
    ]
