"""Services: the statements add up, the projections with the right rates and with the mistakes."""

import numpy as np
import pytest

from pymodel import servicios
from pymodel.errores import DatoInvalido


def test_rates_as_declared_and_divided_by_one_hundred():
    np.testing.assert_allclose(servicios.proyectar(100.0, [0.1, 0.2]), [100, 110, 132])
    np.testing.assert_allclose(
        servicios.proyectar(100.0, [0.1, 0.2], error_del_informe=True),
        [100, 100.1, 100.1 * 1.002],
    )
    with pytest.raises(DatoInvalido, match=r"crecimientos, valor 1.*0\.09"):
        servicios.proyectar(100.0, [9.0])


def test_the_default_is_the_right_rate():
    """IFA 2010, D5: the declared rates give other deficits than the printed ones."""
    bien, mal = (servicios.centros_2010(error_del_informe=x)["resultado"] for x in (False, True))
    np.testing.assert_allclose(mal[1:], [-70958, -68052, -65578, -62723, -59824], rtol=0, atol=1.5)
    # The report's own figures with 4,365 of depreciation would be 75,467 ... 96,609.
    np.testing.assert_allclose(
        bien[1:] - (4365.6 - 4184.0), [-75467, -80593, -84471, -90511, -96609], rtol=0, atol=3
    )
    bien, mal = (servicios.velatorios_2010(error_del_informe=x)["resultado"] for x in (False, True))
    np.testing.assert_allclose(
        mal, [-12467, -12476, -12499, -12517, -12541, -12565], rtol=0, atol=1.5
    )
    assert (bien[1:] < mal[1:]).all()


@pytest.mark.parametrize(
    "proyeccion",
    [
        servicios.velatorios_2005,
        servicios.velatorios_2010,
        servicios.centros_2005,
        servicios.centros_2010,
    ],
)
def test_result_is_income_less_expenditure(proyeccion):
    e = proyeccion()
    entra = e["utilidad_bruta"] if "utilidad_bruta" in e else e["ingresos_netos"]
    np.testing.assert_allclose(e["resultado"], entra - e["gastos_totales"])


def test_statement_of_the_stores():
    e = servicios.resultado_tiendas(100.0, 5.0, 80.0, -2.0, 3.0, 10.0, 4.0, 1.0)
    assert e["utilidad_bruta"][0] == pytest.approx(105 - 81)
    assert e["margen"][0] == pytest.approx(0.24)
    assert e["resultado_operacion"][0] == pytest.approx(10.0)
    assert e["resultado_total"][0] == pytest.approx(9.0)
    with pytest.raises(DatoInvalido, match="ventas y costo_ventas"):
        servicios.resultado_tiendas([1.0, 2.0], [0.0, 0.0], [1.0], 0.0, 0.0, 0.0, 0.0, 0.0)


def test_stores_of_2010_end_where_the_report_says():
    e = servicios.tiendas_2010()
    assert e["resultado_total"][-1] == pytest.approx(-377_059, abs=2)
    df = servicios.tabla(e, servicios.ANIOS_2010)
    assert list(df.columns) == [str(a) for a in range(2010, 2016)]
    assert df.loc["resultado_total", "2015"] == e["resultado_total"][-1]
