"""States in every spelling that sheets and the reports use."""

import pytest

from pymodel import datos, entidades
from pymodel.errores import DatoInvalido


def test_there_are_32_in_the_order_of_their_keys():
    assert entidades.catalogo()["cve_ent"].tolist() == [f"{n:02d}" for n in range(1, 33)]
    assert (
        entidades.catalogo()["entidad"].tolist()
        == (datos.serie("poblacion_entidades")["entidad"].tolist()[:32])
    )


@pytest.mark.parametrize(
    ("cve", "escrituras"),
    [
        (
            "09",
            "Distrito Federal|DF|D.F.|d. f.|CIUDAD DE MEXICO|CDMX|Cd. de México",
        ),
        ("15", "México|MEXICO|Edo. de México|Estado de Mexico|Edomex|EDO MEX|Mex.|MC|MEX"),
        ("05", "Coahuila|Coahuila de Zaragoza|COAH|Coah.|CL|COA|MX-COA"),
        ("06", "Colima|COL|Col.|CM"),
        ("08", "Chihuahua|CHIH|CHH|CH"),
        ("07", "Chiapas|CHIS|CHP|CS"),
        ("16", "Michoacán|michoacan de ocampo|MICH|MN|MIC"),
        ("19", "Nuevo León|Nuevo Leon|NL|N.L.|N. L.|NLE"),
        ("22", "Querétaro|QUERETARO|Qro.|Querétaro de Arteaga|QUE|QT"),
        ("23", "Quintana Roo|Q. Roo|QROO|Q Roo|QR|ROO"),
        ("24", "San Luis Potosí|SLP|S.L.P.|San Luis Potosi|SP"),
        ("30", "Veracruz|Veracruz de Ignacio de la Llave|Veracruz-Llave|VER|VZ"),
        ("28", "Tamaulipas|Tamps.|TAM|TS"),
        ("02", "BC|B.C.|Baja California|BCN"),
        ("03", "BCS|B. C. S.|Baja California Sur|BS"),
    ],
)
def test_usual_spellings(cve, escrituras):
    assert {entidades.clave(e) for e in escrituras.split("|")} == {cve}
    for e in escrituras.split("|"):
        assert entidades.clave(f"  {e.lower()} ") == cve


@pytest.mark.parametrize("n", range(1, 33))
def test_keys_of_the_inegi(n):
    for escrita in (n, float(n), str(n), f"{n:02d}"):
        assert entidades.clave(escrita) == f"{n:02d}"


@pytest.mark.parametrize(
    ("tabla", "columna"),
    [
        ("cuadro_ii_2", "entidad"),
        ("cuadro_ii_3", "entidad"),
        ("cuadro_ii_5", "estado_2004"),
        ("cuadro_ii_5", "estado_2005"),
        ("cuadro_i_2", "entidad_federativa"),
        ("cuadro_i_5b", "entidad"),
        ("figura_i_17", "entidad_2004"),
        ("figura_i_19", "entidad"),
        ("figura_ii_18", "entidad"),
    ],
)
def test_every_state_that_the_report_prints_is_known(tabla, columna):
    for escrita in datos.tabla("sps2006", tabla)[columna].dropna():
        assert escrita == "Nacional" or entidades.clave(escrita)


@pytest.mark.parametrize("malo", [0, 33, 1.5, True, None, "", "Texas", "CHI", "00", float("nan")])
def test_what_is_not_a_state(malo):
    with pytest.raises(DatoInvalido, match=r"^fila 3: .*entidad federativa"):
        entidades.clave(malo, "fila 3")


def test_a_near_miss_gets_a_suggestion_and_a_total_is_refused_by_name():
    with pytest.raises(DatoInvalido, match="¿quizá «Guanajuato»"):
        entidades.clave("Guanauato")
    with pytest.raises(DatoInvalido, match="el total lo calcula"):
        entidades.clave("Nacional")


def test_a_repeated_state_names_both_rows():
    with pytest.raises(
        DatoInvalido, match=r"fila 4: se encontró Distrito Federal otra vez.*fila 2"
    ):
        entidades.claves(["CDMX", "Jalisco", "D.F."], ["fila 2", "fila 3", "fila 4"])
    assert entidades.claves(["CDMX", 14], ["fila 1", "fila 2"]) == ["09", "14"]
