"""Compression of VBA streams (MS-OVBA 2.4.1).

PyPI has a package for it (ms-ovba-compression 1.0.1), but on the module that xlwings ships it
neither reads what is there nor writes what can be read back: hence these functions, which the
tests hold against olevba.
"""

from __future__ import annotations

_TROZO = 4096
_FIRMA, _MINIMO = 0x01, 3


def descomprimir(datos: bytes) -> bytes:
    """Content of a compressed container.

    Raises
    ------
    ValueError      If it is not one.
    """
    if not datos or datos[0] != _FIRMA:
        raise ValueError("no es un flujo comprimido de VBA")
    salida = bytearray()
    donde = 1
    while donde < len(datos):
        cabeza = int.from_bytes(datos[donde : donde + 2], "little")
        fin = donde + (cabeza & 0x0FFF) + 3
        trozo = datos[donde + 2 : fin]
        salida += _expand(trozo) if cabeza & 0x8000 else trozo
        donde = fin
    return bytes(salida)


def _expand(trozo: bytes) -> bytes:
    salida = bytearray()
    donde = 0
    while donde < len(trozo):
        banderas = trozo[donde]
        donde += 1
        for bit in range(8):
            if donde >= len(trozo):
                break
            if not banderas >> bit & 1:
                salida.append(trozo[donde])
                donde += 1
                continue
            copia = int.from_bytes(trozo[donde : donde + 2], "little")
            donde += 2
            bits = _bits(len(salida))
            desde = len(salida) - (copia >> (16 - bits)) - 1
            for i in range((copia & (0xFFFF >> bits)) + _MINIMO):
                salida.append(salida[desde + i])
    return bytes(salida)


def comprimir(datos: bytes) -> bytes:
    """A compressed container with this content."""
    trozos = (datos[i : i + _TROZO] for i in range(0, len(datos), _TROZO))
    return bytes([_FIRMA]) + b"".join(map(_chunk, trozos))


def _chunk(datos: bytes) -> bytes:
    comprimido = _squeeze(datos)
    if len(comprimido) < _TROZO:
        return (len(comprimido) - 1 | 0xB000).to_bytes(2, "little") + comprimido
    # Incompressible: as it is, which the format allows for whole chunks only (source code, the
    # only thing that is written here, never gets to this).
    return (_TROZO - 1 | 0x3000).to_bytes(2, "little") + datos.ljust(_TROZO, b"\0")


def _squeeze(datos: bytes) -> bytes:
    """Tokens of one chunk; a copy is looked for among the places where its first letters stand."""
    lugares: dict[bytes, list[int]] = {}
    salida = bytearray()
    donde = 0
    while donde < len(datos):
        inicio, banderas = len(salida), 0
        salida.append(0)
        for bit in range(8):
            if donde >= len(datos):
                break
            bits = _bits(donde)
            desde, largo = _match(datos, donde, lugares, (0xFFFF >> bits) + _MINIMO)
            if largo:
                salida += ((donde - desde - 1) << (16 - bits) | largo - _MINIMO).to_bytes(
                    2, "little"
                )
                banderas |= 1 << bit
            else:
                salida.append(datos[donde])
            for i in range(donde, donde + max(largo, 1)):
                lugares.setdefault(datos[i : i + _MINIMO], []).append(i)
            donde += max(largo, 1)
        salida[inicio] = banderas
    return bytes(salida)


def _match(
    datos: bytes, donde: int, lugares: dict[bytes, list[int]], maximo: int
) -> tuple[int, int]:
    """Longest earlier run equal to what follows: (where it begins, how long), or length 0."""
    mejor, largo_mejor = 0, 0
    tope = min(maximo, len(datos) - donde)
    for desde in reversed(lugares.get(datos[donde : donde + _MINIMO], [])):
        largo = _MINIMO
        while largo < tope and datos[desde + largo] == datos[donde + largo]:
            largo += 1
        if tope >= _MINIMO and largo > largo_mejor:
            mejor, largo_mejor = desde, largo
            if largo == tope:
                break
    return mejor, largo_mejor


def _bits(posicion: int) -> int:
    """Bits of an offset at a position of the chunk: as many as the position needs, 4 to 12."""
    return max((posicion - 1).bit_length() if posicion else 0, 4)
