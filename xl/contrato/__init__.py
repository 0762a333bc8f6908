"""The contract of every Excel function: its declaration, its inputs, its outputs."""

from xl.contrato.registro import Argumento, Funcion, arg, funcion, registro

__all__ = ["Argumento", "Funcion", "arg", "funcion", "registro"]
