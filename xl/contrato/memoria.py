"""Results kept for repeated calls, keyed on the inputs and bounded in bytes."""

from __future__ import annotations

import hashlib
import pickle
from collections import OrderedDict
from threading import Lock


class Memoria:
    """The last results, as bytes; the ones least used lately go first.

    A function is a pure function of its arguments and of the data of the package, so equal
    arguments have equal results for as long as the process lives.

    Parameters
    ----------
    limite : int    Bytes of results and keys that are kept; 0 keeps none.
    """

    def __init__(self, limite: int) -> None:
        self.limite = limite
        self.bytes = self.aciertos = self.fallos = 0
        self._resultados: OrderedDict[bytes, bytes] = OrderedDict()
        self._lock = Lock()

    @staticmethod
    def clave(funcion: str, argumentos: bytes) -> bytes:
        """Digest of a function and its pickled arguments (1, 1.0 and True are different)."""
        return hashlib.blake2b(funcion.encode() + b"\0" + argumentos, digest_size=32).digest()

    def buscar(self, clave: bytes) -> bytes | None:
        """Return the pickled result of a call, if it is kept."""
        with self._lock:
            resultado = self._resultados.get(clave)
            if resultado is None:
                self.fallos += 1
                return None
            self.aciertos += 1
            self._resultados.move_to_end(clave)
            return resultado

    def guardar(self, clave: bytes, resultado: bytes) -> None:
        """Keep a pickled result; one larger than an eighth of the limit is not kept."""
        peso = len(clave) + len(resultado)
        if peso * 8 > self.limite:
            return
        with self._lock:
            anterior = self._resultados.pop(clave, None)
            if anterior is not None:
                self.bytes -= len(clave) + len(anterior)
            self._resultados[clave] = resultado
            self.bytes += peso
            while self.bytes > self.limite:
                vieja, dato = self._resultados.popitem(last=False)
                self.bytes -= len(vieja) + len(dato)

    def __len__(self) -> int:
        return len(self._resultados)


def empacar(valor: object) -> bytes:
    """Pickle plain cells for a key or a result."""
    return pickle.dumps(valor, protocol=pickle.HIGHEST_PROTOCOL)
