"""Checks of the financing of the SPSS: outcomes, figures of the specification, that they fail."""

import re

import numpy as np
import pytest

from pymodel import conciliacion, dispersion
from pymodel.conciliacion.registro import juzgar
from pymodel.conciliacion.sps2006_a import VERIFICACIONES, comun, desequilibrios, estados
from pymodel.sps import afiliacion, aportaciones, comparacion

POR_ID = {v.id.removeprefix("sps2006_a."): v for v in VERIFICACIONES}
RESULTADOS = {r.id.removeprefix("sps2006_a."): r for r in conciliacion.conciliar("sps2006_a")}
FALLAS = {"C24-base", "C33c", "C38-montos-2005", "C39-promedio-2004"}


def test_every_outcome_is_explained():
    assert [(c, r.resultado) for c, r in RESULTADOS.items() if not r.explicado] == []
    assert {c for c, v in POR_ID.items() if v.falla_esperada} == FALLAS


def test_every_number_of_the_specification_is_there():
    numeros = {int(n) for c in POR_ID for n in re.findall(r"C(\d+)", c.replace("-C", "C"))}
    assert numeros == set(range(1, 54))


@pytest.mark.parametrize(
    ("clave", "comparaciones"),
    [("C3", 32), ("C6", 32), ("C7", 30), ("C12", 3), ("C12-A5", 15), ("C29", 66), ("C30", 96)],
)
def test_every_cell_is_compared(clave, comparaciones):
    assert RESULTADOS[clave].comparaciones == comparaciones


# Computed column of the specification, to its printed decimals.
CALCULADOS = {
    "C1": ([2476.89], 0.005),
    "C4a": ([0.452], 0.0005),
    "C4b": ([0.445], 0.0005),
    "C5": ([5.48], 0.005),
    "C8": ([46.56, 44.21, 47.09, 50.33], 0.005),
    "C9": ([33.88], 0.005),
    "C10": ([34.63, 43.28], 0.005),
    "C11": ([99.02, 67.63], 0.005),
    "C14a": ([21.24, 54.48], 0.005),
    "C14b": ([4.30], 0.005),
    "C15": ([28.65], 0.005),
    "C16": ([100.572, 105.349, 111.622], 0.0005),
    "C17-C18": ([1012.51, 2542.0], 0.2),
    "C20": ([2.511, 2.339, 1.989, 1.509, 1.970], 0.001),
    "C22": ([32.1], 0.05),
    "C23": ([95.25], 0.005),
    "C24": ([25.8], 0.05),
    "C24-sin-sps": ([49.0, 52.3], 0.05),
    "C25": ([20.0, 14.6], 0.05),
    "C27": ([0.947], 0.0005),
    "C33b": ([1956.76], 0.005),
    "C34": ([3117.1, 3110.7, 3075.7, 501.6, 850.9, 867.2], 0.06),
    "C35": ([2666.1, 2379.3, 2203.6, 620.9, 899.3, 940.0], 0.06),
    "C37-2004": ([0.911], 0.0005),
    "C37-2005": ([0.963], 0.0006),
    "C38-montos-2004": ([1.054], 0.0005),
    "C38-montos-2005": ([1.09], 0.005),
    "C38-familia-2004": ([0.400], 0.0005),
    "C38-familia-2005": ([0.296], 0.0005),
    "C39-2004": ([71.05, 8.22], 0.005),
    "C39-2005": ([70.37, 7.24], 0.006),
    "C40-montos-2004": ([109.7], 0.05),
    "C40-montos-2005": ([54.17], 0.005),
    "C40-familia-2004": ([6.21], 0.005),
    "C40-familia-2005": ([4.29], 0.005),
    "C42": ([3170.0], 0.5),
    "C45": ([50.04], 0.005),
    "C46": ([187764.0], 0.5),
    "C49": ([4.18, 6.26], 0.005),
    "C50": ([2.99], 0.005),
    "C51": ([7.00, 2.44], 0.005),
    "C52": ([25.3], 0.05),
    "C53": ([14.2857], 0.00005),
}


@pytest.mark.parametrize("clave", CALCULADOS)
def test_computed_figure_agrees_with_the_specification(clave):
    esperado, media = CALCULADOS[clave]
    calculado = np.ravel(np.asarray(POR_ID[clave].calcular()[1], dtype=float))
    np.testing.assert_allclose(calculado, esperado, rtol=0, atol=1.01 * media)


def test_sources_name_the_report_and_its_lines():
    for v in VERIFICACIONES:
        assert v.fuente.startswith("SPS 2006, "), v.id
        assert "L" in v.fuente, v.id


# --- The checks can fail -----------------------------------------------------------------------


@pytest.mark.parametrize("clave", ["C1", "C2", "C12", "C12-A5", "C13a", "C42"])
def test_another_contribution_breaks_the_resources(monkeypatch, clave):
    original = aportaciones.por_familia()
    for modulo in (aportaciones, afiliacion):
        monkeypatch.setattr(modulo, "por_familia", lambda: original.por(1.03))
    assert juzgar(POR_ID[clave]).resultado == "no cumple"


@pytest.mark.parametrize("clave", ["C12", "C12-A5"])
def test_another_timing_of_the_affiliation_breaks_the_band(monkeypatch, clave):
    monkeypatch.setattr(afiliacion, "fraccion", lambda cota: 0.55)
    assert juzgar(POR_ID[clave]).resultado == "no cumple"


@pytest.mark.parametrize("clave", ["C34", "C37-2004", "C39-2005", "C38-montos-2004", "C36a"])
def test_other_transfers_break_their_statistics(monkeypatch, clave):
    original = comparacion.transferencias

    def otras(montos, familias):
        return original(np.asarray(montos)[::-1], familias)

    monkeypatch.setattr(comparacion, "transferencias", otras)
    estados.transferencias.cache_clear()
    try:
        if clave in ("C39-2005", "C38-montos-2004"):  # they do not depend on the order
            monkeypatch.setattr(
                comparacion, "transferencias", lambda m, f: original(np.asarray(m) ** 1.2, f)
            )
            estados.transferencias.cache_clear()
        assert juzgar(POR_ID[clave]).resultado == "no cumple"
    finally:
        estados.transferencias.cache_clear()


@pytest.mark.parametrize("clave", ["C4a", "C5"])
def test_other_spending_breaks_the_dispersion(monkeypatch, clave):
    monkeypatch.setattr(
        desequilibrios, "dispersion", lambda x: dispersion.dispersion(np.asarray(x) ** 1.1)
    )
    assert juzgar(POR_ID[clave]).resultado == "no cumple"


def test_equal_ranks_are_those_that_the_check_names():
    df = comparacion.desempenio(
        comun.columna("cuadro_ii_2", estados.METAS)[:-1],
        comun.columna("cuadro_ii_2", estados.AFILIADAS)[:-1],
    )
    repetidos = df["participacion"][df["participacion"].duplicated(keep=False)]
    nombres = [comun.claves("cuadro_ii_2", "entidad")[i] for i in repetidos.index]
    assert nombres == ["04", "09"]
