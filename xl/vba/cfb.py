"""Compound files (MS-CFB, version 3): the container of a VBA project, read and written.

Read with olefile; written here, because no maintained Python library writes one.
"""

from __future__ import annotations

import struct
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import olefile

_SECTOR, _MINI, _LIMITE = 512, 64, 4096  # a stream shorter than the limit goes in the mini stream
_FIN, _LIBRE, _DE_FAT, _NADIE = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD, 0xFFFFFFFF
_ALMACEN, _FLUJO, _RAIZ, _NEGRO = 1, 2, 5, 1

Arbol = Mapping[str, "bytes | Arbol"]


def leer(datos: bytes) -> dict[str, bytes]:
    """Streams of a compound file by their path, "VBA/dir"."""
    with olefile.OleFileIO(datos) as archivo:
        return {"/".join(p): archivo.openstream(p).read() for p in archivo.listdir()}


@dataclass
class _Entrada:
    nombre: str
    tipo: int
    datos: bytes = b""
    hijos: list[int] = field(default_factory=list)
    izquierda: int = _NADIE
    derecha: int = _NADIE
    hijo: int = _NADIE
    inicio: int = 0
    largo: int = 0


def escribir(arbol: Arbol) -> bytes:
    """A compound file with these streams; a mapping inside is a storage."""
    entradas = [_Entrada("Root Entry", _RAIZ, largo=0)]
    _plant(entradas, 0, arbol)
    sectores: list[bytes] = []
    fat: list[int] = []

    def guardar(datos: bytes) -> int:
        """Append a stream in consecutive sectors; returns the first."""
        if not datos:
            return _FIN
        primero, trozos = len(sectores), _cut(datos, _SECTOR)
        sectores.extend(trozos)
        fat.extend([*range(primero + 1, primero + len(trozos)), _FIN])
        return primero

    mini: list[bytes] = []
    mini_fat: list[int] = []
    for e in entradas:
        if e.tipo != _FLUJO:
            continue
        e.largo = len(e.datos)
        if e.largo >= _LIMITE:
            e.inicio = guardar(e.datos)
        elif e.datos:
            trozos = _cut(e.datos, _MINI)
            e.inicio = len(mini)
            mini_fat.extend([*range(e.inicio + 1, e.inicio + len(trozos)), _FIN])
            mini.extend(trozos)
        else:
            e.inicio = _FIN
    entradas[0].inicio, entradas[0].largo = guardar(b"".join(mini)), len(mini) * _MINI
    inicio_mini_fat = guardar(_table(mini_fat)) if mini_fat else _FIN
    num_mini_fat = -(-len(mini_fat) // (_SECTOR // 4))
    inicio_directorio = guardar(_directory(entradas))
    # The table of sectors takes sectors too, and lists itself.
    num_fat = 0
    while (len(fat) + num_fat) > num_fat * (_SECTOR // 4):
        num_fat += 1
    if num_fat > 109:
        raise ValueError("proyecto de más de 7 MB: este formato pediría otra tabla")
    primera_fat = len(fat)
    fat.extend([_DE_FAT] * num_fat)
    sectores.extend(_cut(_table(fat), _SECTOR))
    difat = [*range(primera_fat, primera_fat + num_fat)]
    cabeza = struct.pack(
        "<8s16xHHHHH6xIIIIIIIII",
        bytes.fromhex("D0CF11E0A1B11AE1"),
        0x3E,
        3,
        0xFFFE,
        9,
        6,
        0,
        num_fat,
        inicio_directorio,
        0,
        _LIMITE,
        inicio_mini_fat,
        num_mini_fat,
        _FIN,
        0,
    )
    cabeza += struct.pack("<109I", *difat, *[_LIBRE] * (109 - num_fat))
    return cabeza + b"".join(sectores)


def _cut(datos: bytes, largo: int) -> list[bytes]:
    return [datos[i : i + largo].ljust(largo, b"\0") for i in range(0, len(datos), largo)]


def _table(numeros: list[int]) -> bytes:
    sobra = -len(numeros) % (_SECTOR // 4)
    return struct.pack(f"<{len(numeros) + sobra}I", *numeros, *[_LIBRE] * sobra)


def _plant(entradas: list[_Entrada], padre: int, arbol: Arbol) -> None:
    """Append the entries of a storage; its children are a balanced search tree."""
    numeros = []
    for nombre, valor in arbol.items():
        numeros.append(len(entradas))
        if isinstance(valor, bytes):
            entradas.append(_Entrada(nombre, _FLUJO, valor))
        else:
            entradas.append(_Entrada(nombre, _ALMACEN))
            _plant(entradas, numeros[-1], valor)
    # The order of MS-CFB 2.6.4: by length, then by letters in upper case.
    numeros.sort(key=lambda i: (len(entradas[i].nombre), entradas[i].nombre.upper()))
    entradas[padre].hijo = _balance(entradas, numeros)


def _balance(entradas: list[_Entrada], ordenados: list[int]) -> int:
    if not ordenados:
        return _NADIE
    medio = len(ordenados) // 2
    raiz = ordenados[medio]
    entradas[raiz].izquierda = _balance(entradas, ordenados[:medio])
    entradas[raiz].derecha = _balance(entradas, ordenados[medio + 1 :])
    return raiz


def _directory(entradas: list[_Entrada]) -> bytes:
    partes: list[bytes] = []
    for e in entradas:
        nombre = e.nombre.encode("utf-16-le") + b"\0\0"
        campos: list[Any] = [nombre, len(nombre), e.tipo, _NEGRO, e.izquierda, e.derecha, e.hijo]
        inicio = 0 if e.tipo == _ALMACEN else e.inicio
        partes.append(struct.pack("<64sHBBIII36xIQ", *campos, inicio, e.largo))
    libres = -len(entradas) % (_SECTOR // 128)
    vacia = struct.pack("<64sHBBIII36xIQ", b"", 0, 0, 0, _NADIE, _NADIE, _NADIE, 0, 0)
    return b"".join(partes) + vacia * libres
