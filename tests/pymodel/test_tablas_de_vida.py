"""Life tables, survival and annuities: against the SOA archive and against sums done by hand."""

import numpy as np
import pytest
from pymort import MortXML

from pymodel import biometria as b
from pymodel import datos
from pymodel.errores import DatoInvalido

TABLAS = ["EMSSA-97", "EMSSI-97", "EMSSA-09", "EMSSA-15", "EMSSA-RCS-15", "EMSSI-IMSS-RCS-12"]
EXACTO = 1e-13


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
@pytest.mark.parametrize(
    ("numero", "nombre", "sexo"),
    [
        (2696, "EMSSA-97", "hombres"),
        (2697, "EMSSA-97", "mujeres"),
        (2698, "EMSSI-97", "hombres"),
        (2699, "EMSSI-97", "mujeres"),
    ],
)
def test_the_tables_of_97_are_those_of_the_soa_archive(numero, nombre, sexo):
    archivo = MortXML.from_id(numero).Tables[0].Values["vals"]
    nuestra = datos.biometrica(nombre).set_index("edad")[sexo]
    assert archivo.index.tolist() == nuestra.index.tolist()
    assert archivo.to_numpy(dtype=float).tolist() == nuestra.tolist()


@pytest.mark.parametrize("nombre", TABLAS)
def test_q_is_zero_below_the_first_age_and_one_at_the_last(nombre):
    t = b.tabla(nombre)
    assert (t.q[:, : t.edad_inicial] == 0).all()
    assert (t.q[:, t.edad_inicial : t.edad_final] > 0).all()
    assert (t.q[:, -1] == 1).all()


def test_only_emssa_09_had_to_be_closed_at_110():
    assert {n: b.tabla(n).cierre for n in TABLAS if b.tabla(n).cierre} == {
        "EMSSA-09": "cerrada con q = 1 a los 110 años"
    }
    assert b.tabla("emssa 09").edad_final == 110
    assert b.tabla("EMSSI-97").edad_final == 101


@pytest.mark.parametrize("nombre", TABLAS)
@pytest.mark.parametrize("sexo", [0, 1])
@pytest.mark.parametrize("edad", [0, 14, 15, 45, 90, 101])
def test_survival_is_the_product_of_yearly_survivals(nombre, sexo, edad):
    t = b.tabla(nombre)
    kpx = b.supervivencia(t)[sexo, edad]
    s = 1.0
    for k in range(t.edad_final + 1):
        assert kpx[k] == pytest.approx(s, rel=EXACTO, abs=1e-300)
        s *= 1.0 - t.q[sexo, edad + k] if edad + k <= t.edad_final else 0.0


def test_expectation_of_life_of_the_published_table():
    """EMSSA-09: 75.5 and 84.5 at birth, 20.9 and 23.6 at 65 (data/biometric)."""
    t = b.tabla("EMSSA-09")
    hombres, mujeres = b.esperanza_vida(t, [0, 65], 0), b.esperanza_vida(t, [0, 65], 1)
    assert np.round([*hombres, *mujeres], 2).tolist() == [75.51, 20.91, 84.48, 23.59]


def test_expectation_is_not_told_below_the_first_age():
    with pytest.raises(DatoInvalido, match="entre 15 y 110, la última de EMSSA-97"):
        b.esperanza_vida(b.tabla("EMSSA-97"), 14, 0)


@pytest.mark.parametrize("tasa", [0.035, 0.0, -0.01, 0.1])
def test_annuities_by_hand(tasa):
    t, v = b.tabla("EMSSI-97"), 1 / (1 + tasa)
    por_anio, kpx = 0.0, 1.0
    for k in range(101 - 60 + 1):
        por_anio += v**k * kpx
        kpx *= 1 - t.q[1, 60 + k]
    doce = sum(v ** (h / 12) for h in range(12)) / 12
    assert b.anualidad(t, 60, 1, tasa, "anual") == pytest.approx(por_anio, rel=EXACTO)
    assert b.anualidad(t, 60, 1, tasa) == pytest.approx(por_anio * doce, rel=EXACTO)
    assert b.anualidad(t, 60, 1, tasa, "11/24") == pytest.approx(por_anio - 11 / 24, rel=EXACTO)


def test_twelve_payments_at_three_and_a_half_per_cent():
    assert b.factor_pagos(0.035) == pytest.approx(11.8128544, abs=5e-8)
    assert b.factor_pagos(0.035, "11/24") == 12.0


def test_at_the_last_age_one_year_is_paid_and_past_it_there_is_an_error():
    t = b.tabla("EMSSA-97")
    assert b.anualidad(t, [110], 0, 0.035, "anual").tolist() == [1.0]
    for malas, lugar in ((111, "edad: "), ([20, 20.5], "edad, valor 2: "), (-1, "edad: ")):
        with pytest.raises(DatoInvalido, match=f"^{lugar}.*edad entera.*entre 0 y 110"):
            b.anualidad(t, malas, 0, 0.035)


def test_higher_rate_and_higher_mortality_lower_the_annuity():
    t = b.tabla("EMSSA-97")
    edades = np.arange(0, 110)
    assert (b.anualidad(t, edades, 0, 0.045) < b.anualidad(t, edades, 0, 0.035)).all()
    assert b.anualidad(t, 45, 1, 0.035) > b.anualidad(t, 45, 0, 0.035)
    assert b.anualidad(b.tabla("EMSSI-97"), 45, 0, 0.035) < b.anualidad(t, 45, 0, 0.035)


def test_improvement_runs_along_the_diagonal():
    t = b.tabla("EMSSA-09")
    f = b.mejora(
        [60, 61, 61, 62],
        [0.9, 0.8, 0.7, 0.6],
        [1.0, 1.0, 1.0, 1.0],
        anio=[2010, 2010, 2011, 2013],
        anio_inicial=2010,
    )
    kpx = b.supervivencia(t, f)[0, 60]
    q = t.q[0]
    p1 = 1 - q[60] * 0.9
    p2 = p1 * (1 - q[61] * 0.8 * 0.7)  # both factors have acted by 2011
    p3 = p2 * (1 - q[62])  # the one of 2013 comes after 2012
    assert kpx[1:4].tolist() == pytest.approx([p1, p2, p3], rel=EXACTO)
    assert b.supervivencia(t, f)[1].tolist() == b.supervivencia(t)[1].tolist()


def test_improvement_without_years_is_a_power_of_the_time_elapsed():
    t = b.tabla("EMSSA-09")
    f = b.mejora([60, 61, 62], [0.98] * 3, [0.97] * 3)
    q = t.q[0]
    assert b.supervivencia(t, f)[0, 60, 3] == pytest.approx(
        (1 - q[60]) * (1 - q[61] * 0.98) * (1 - q[62] * 0.98**2), rel=EXACTO
    )
    todas = b.mejora(range(111), [0.98] * 111, [0.98] * 111)
    assert (b.supervivencia(t, todas)[:, 1:, -1] == 0).all(), "the closing age stays"


@pytest.mark.parametrize(
    ("argumentos", "mensaje"),
    [
        (([200], [0.9], [0.9]), "factores_mejora, fila 1: se encontró 200; "),
        (([60], [0.02], [0.9]), "factores_mejora, fila 1, columna «hombres»: se encontró 0.02; "),
        (([60, 60], [0.9, 0.9], [0.9, 0.9]), "factores_mejora, fila 2: se encontró la edad 60 rep"),
    ],
)
def test_bad_improvement(argumentos, mensaje):
    with pytest.raises(DatoInvalido) as error:
        b.mejora(*argumentos)
    assert str(error.value).startswith(mensaje)
    with pytest.raises(DatoInvalido, match=r"^fecha: .*la fecha de la valuación"):
        b.mejora([60], [0.9], [0.9], anio=[2010])


def test_school_by_each_convention():
    d = datos.biometrica("EMDE-IMSS-09").set_index("edad")["hombres"]
    ninguna, acumulada, alcanzada = (
        b.derecho_escolar(25, m) for m in ("ninguna", "acumulada", "edad_alcanzada")
    )
    assert ninguna[10, :16].tolist() == [1.0] * 15 + [0.0]
    assert acumulada[10, 6] == 1.0, "the rate of 16 acts from 16 to 17"
    assert acumulada[10, 8] == pytest.approx((1 - d[16]) * (1 - d[17]), rel=EXACTO)
    assert acumulada[18, 0] == 1.0
    assert acumulada[18, 2] == pytest.approx((1 - d[18]) * (1 - d[19]), rel=EXACTO)
    assert alcanzada[10, 5] == 1.0
    assert alcanzada[10, 6] == pytest.approx(1 - d[16], rel=EXACTO)
    assert alcanzada[18, 0] == pytest.approx(1 - d[18], rel=EXACTO)
    for s in (ninguna, acumulada, alcanzada):
        assert s[24, 0] > 0 == s[24, 1] == s[25, 0]


def test_disabled_children_by_hand():
    """One year of risk: at 15, limit 16; then the pension of the disabled."""
    activo, invalido = (b.supervivencia(b.tabla(n))[0] for n in ("EMSSA-97", "EMSSI-97"))
    n = invalido.shape[0]
    activo = activo[:n, :n]
    derecho = b.derecho_escolar(16, "ninguna", n=n)
    r = np.zeros(n)
    r[14:17] = [0.01, 0.02, 0.5]
    d = b.con_invalidez(activo, invalido, r, derecho, 16)
    q = b.tabla("EMSSA-97").q[0, 15]
    assert d[15, 0] == 0.0
    assert d[15, 1] == pytest.approx(0.02 * (1 - q), rel=EXACTO)
    assert d[15, 3] == pytest.approx(0.02 * (1 - q) * invalido[16, 2], rel=EXACTO)
    # At 14: disabled in the first year, or healthy through it and disabled in the second.
    esperado = 0.01 * invalido[15, 1] + 0.99 * 0.02 * (1 - q)
    assert d[14, 2] == pytest.approx(esperado, rel=EXACTO)
    assert (d[16:] == 0).all()


def test_joint_and_conditional_survival():
    s = b.supervivencia(b.tabla("EMSSA-97"))
    assert b.supervivencia_conjunta(s[0, 45], s[1, 43])[10] == s[0, 45, 10] * s[1, 43, 10]
    despues = b.supervivencia_condicional(s[0, 45], 10)
    assert despues[:20].tolist() == pytest.approx(s[0, 55, :20].tolist(), rel=1e-12)
    with pytest.raises(DatoInvalido, match=r"^transcurridos: "):
        b.supervivencia_condicional(s[0, 45], 100)


def test_a_table_of_a_sheet_is_closed_at_its_next_age():
    t = b.tabla_vida([60, 61, 62], [0.1, 0.2, 0.3], [0.1, 0.2, 1.0])
    assert (t.edad_inicial, t.edad_final) == (60, 63)
    assert t.cierre == "cerrada con q = 1 a los 63 años"
    assert b.anualidad(t, 60, 0, 0.0, "anual") == pytest.approx(1 + 0.9 + 0.72 + 0.504)
    assert b.anualidad(t, 60, 1, 0.0, "anual") == pytest.approx(1 + 0.9 + 0.72)
    assert b.tabla_vida([60, 61], [0.1, 1.0], [0.1, 1.0]).cierre == ""


@pytest.mark.parametrize(
    ("columnas", "mensaje"),
    [
        (([60, 62], [0.1, 0.2], [0.1, 0.2]), "edades enteras consecutivas"),
        (([60, 61], [0.1, 1.2], [0.1, 0.2]), "tabla, edad 61, columna «hombres»: se encontró 1.2;"),
        (([60, 61], [0.1, 0.2], [0.1]), "la misma cantidad"),
        (([60, 131], [0.1, 0.2], [0.1, 0.2]), "entre 0 y 130"),
    ],
)
def test_bad_tables(columnas, mensaje):
    with pytest.raises(DatoInvalido) as error:
        b.tabla_vida(*columnas)
    assert mensaje in str(error.value)


def test_drop_out_is_not_mortality():
    with pytest.raises(DatoInvalido, match=r"«EMDE-IMSS-09».*una tabla de mortalidad"):
        b.tabla("EMDE-IMSS-09")
    with pytest.raises(DatoInvalido, match=r"tabla biométrica: .*EMSSA-97"):
        b.tabla("EMSSA-98")


@pytest.mark.parametrize("valor", ["H", "h", "Hombre", " HOMBRE ", 1, 1.0, "1"])
def test_a_man(valor):
    assert b.sexo(valor, "sexo") == 0


@pytest.mark.parametrize("valor", ["M", "m", "Mujer", 2, 2.0, "2"])
def test_a_woman(valor):
    assert b.sexo(valor, "sexo") == 1


@pytest.mark.parametrize("valor", [None, "", "F", 0, 3, 1.5, True, float("nan"), [1]])
def test_no_sex(valor):
    with pytest.raises(DatoInvalido, match=r"^sexo: .*H o M"):
        b.sexo(valor, "sexo")
