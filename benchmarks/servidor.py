"""The server of the Office.js add-in: cold start, small calls, a large block, what memory saves.

python benchmarks/servidor.py [seconds of the long load, 60 by default]
"""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

sys.path.append(str(Path(__file__).parents[1] / "tests" / "xl" / "servidor"))

from carga import medir
from servicio import pedir, servido

SEGUNDOS = float(sys.argv[1]) if len(sys.argv) > 1 else 60.0


def main() -> None:
    with tempfile.TemporaryDirectory() as carpeta, servido(Path(carpeta)) as servidor:
        print(f"Arranque en frío: {servidor.segundos:.2f} s (objetivo: 5)")
        print("20 clientes, 15 s (objetivo: 300 por segundo, p99 de 100 ms):")
        print(f"  {medir(servidor, 20, 15)}")
        print(f"50 clientes, {SEGUNDOS:g} s:")
        print(f"  {medir(servidor, 50, SEGUNDOS)}")
        with servidor.cliente() as c:
            medios = [[float(i % 97) + 1] for i in range(50_000)]
            tiempos = []
            for k in range(5):
                inicio = time.perf_counter()
                r = pedir(c, "PRIMA_GASTO", medios, [[f[0] + 5 + k] for f in medios])
                assert r.status_code == 200
                assert len(r.json()["result"]) == 50_000
                tiempos.append(time.perf_counter() - inicio)
            print(
                "PRIMA_GASTO sobre 100,000 celdas, de la petición a la respuesta leída: "
                f"mediana {sorted(tiempos)[2]:.2f} s, máximo {max(tiempos):.2f} s (objetivo: 1)"
            )
            hojas_rapidas(c)
        print("Bitácora del servidor:", servidor.bitacora.stat().st_size // 1024, "KB")


def hojas_rapidas(c) -> None:
    """The table of docs/hojas_rapidas.md: 10,000 cells, one by one and in a block."""
    nominales = [0.05 + i * 1e-6 for i in range(10_000)]
    inicio = time.perf_counter()
    for x in nominales:
        assert pedir(c, "TASA_REAL", [[x]], [[0.03]]).status_code == 200
    sueltas = time.perf_counter() - inicio
    inicio = time.perf_counter()
    bloque = pedir(c, "TASA_REAL", [[x] for x in nominales], [[0.03]])
    en_bloque = time.perf_counter() - inicio
    assert len(bloque.json()["result"]) == 10_000
    inicio = time.perf_counter()
    pedir(c, "TASA_REAL", [[x] for x in nominales], [[0.03]])
    repetida = time.perf_counter() - inicio
    print(
        f"10,000 TASA_REAL: una por una {sueltas:.1f} s; en un bloque {en_bloque:.3f} s "
        f"({sueltas / en_bloque:,.0f} veces menos); el mismo bloque otra vez {repetida:.3f} s"
    )


if __name__ == "__main__":
    main()
