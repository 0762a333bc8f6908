"""50 clients at once: nothing lost, no error. Times are measured in benchmarks/servidor.py."""

import pytest
from carga import medir


@pytest.mark.largo
def test_fifty_clients(servidor):
    medida = medir(servidor, clientes=50, segundos=10)
    print(medida)
    assert medida.errores == []
    assert len(medida.tiempos) > 50
