"""Many clients at once against the server, each on its own connection, checking every answer.

A plain client on asyncio streams: on a machine of two cores a heavier one would measure itself.
"""

import asyncio
import json
import ssl
import time
from dataclasses import dataclass, field

from servicio import llamada


@dataclass
class Medida:
    """Seconds of each answer, and what went wrong."""

    segundos: float = 0.0
    tiempos: list = field(default_factory=list)
    errores: list = field(default_factory=list)

    def percentil(self, p):
        ordenados = sorted(self.tiempos)
        return ordenados[min(len(ordenados) - 1, int(len(ordenados) * p / 100))]

    @property
    def por_segundo(self):
        return len(self.tiempos) / self.segundos

    def __str__(self):
        return (
            f"{len(self.tiempos):,} llamadas en {self.segundos:.1f} s: "
            f"{self.por_segundo:,.0f} por segundo, p50 {self.percentil(50) * 1e3:.1f} ms, "
            f"p99 {self.percentil(99) * 1e3:.1f} ms, {len(self.errores)} errores"
        )


def medir(servidor, clientes, segundos):
    """Small calls of TASA_REAL, all different, from `clientes` connections for `segundos`."""
    return asyncio.run(_medir(servidor, clientes, segundos))


async def _medir(servidor, clientes, segundos):
    medida = Medida()
    confianza = ssl.create_default_context(cafile=str(servidor.certificado))
    puerto = int(servidor.url.rsplit(":", 1)[1])
    conexiones = [
        await asyncio.open_connection(
            "127.0.0.1", puerto, ssl=confianza, server_hostname="localhost"
        )
        for _ in range(clientes)
    ]
    inicio = time.perf_counter()
    fin = inicio + segundos
    await asyncio.gather(
        *(_cliente(i, *conexion, fin, medida) for i, conexion in enumerate(conexiones))
    )
    medida.segundos = time.perf_counter() - inicio
    return medida


async def _cliente(numero, lector, escritor, fin, medida):
    n = 0
    while time.perf_counter() < fin:
        nominal, inflacion = 0.05 + numero * 1e-3 + n * 1e-8, 0.03
        n += 1
        inicio = time.perf_counter()
        try:
            estado, cuerpo = await _pedir(lector, escritor, nominal, inflacion)
        except (OSError, asyncio.IncompleteReadError, ValueError) as error:
            medida.errores.append(repr(error))
            return
        medida.tiempos.append(time.perf_counter() - inicio)
        esperado = (1 + nominal) / (1 + inflacion) - 1
        if estado != 200 or abs(json.loads(cuerpo)["result"][0][0] - esperado) > 1e-12:
            medida.errores.append(f"{estado} {cuerpo[:200]!r}")
    escritor.close()


async def _pedir(lector, escritor, nominal, inflacion):
    cuerpo = json.dumps(llamada("TASA_REAL", [[nominal]], [[inflacion]])).encode()
    escritor.write(
        b"POST /xlwings/custom-functions-call HTTP/1.1\r\nHost: localhost\r\n"
        b"Content-Type: application/json\r\nContent-Length: %d\r\n\r\n%b" % (len(cuerpo), cuerpo)
    )
    cabeza = await lector.readuntil(b"\r\n\r\n")
    largo = int(cabeza.lower().split(b"content-length:")[1].split(b"\r\n")[0])
    return int(cabeza.split()[1]), await lector.readexactly(largo)
