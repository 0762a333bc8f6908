import shutil

import numpy as np
import pytest

from pymodel.datos import biometria, biometrica, biometricas
from pymodel.datos._csv import RAIZ
from pymodel.errores import DatoInvalido

EDADES = {
    "EMSSA-97": (15, 110),
    "EMSSI-97": (15, 101),
    "EMSSA-09": (0, 109),
    "EMSSA-15": (0, 110),
    "EMSSA-RCS-15": (0, 110),
    "EMSSI-IMSS-RCS-12": (0, 110),
    "EMDE-IMSS-09": (0, 25),
}


@pytest.mark.parametrize(("nombre", "edades"), EDADES.items())
def test_every_table_is_valid(nombre, edades):
    df = biometrica(nombre)
    assert list(df.columns) == ["edad", "hombres", "mujeres"]
    assert df["edad"].tolist() == list(range(edades[0], edades[1] + 1))
    for sexo in ("hombres", "mujeres"):
        assert df[sexo].between(0, 1).all()
        # Not 1 before the last age: the table would end there.
        assert (df[sexo].iloc[:-1] < 1).all()
    assert df.attrs["nombre"] == nombre
    assert df.attrs["confianza"] in {"alta", "media-alta", "media"}
    assert df.attrs["fuente"]


def test_unisex_tables_repeat_their_column():
    for nombre in ("EMSSI-IMSS-RCS-12", "EMDE-IMSS-09"):
        df = biometrica(nombre)
        assert df["hombres"].equals(df["mujeres"])
        assert df.attrs["unisex"] is True
    assert biometrica("EMSSA-97").attrs["unisex"] is False


def test_life_expectancy_of_emssa_09_is_the_published_one():
    """e0 = 75.51 and 84.48, e65 = 20.91 and 23.59 (biometria/catalogo.csv)."""
    df = biometrica("EMSSA-09").set_index("edad")
    for sexo, al_nacer, a_los_65 in (("hombres", 75.51, 20.91), ("mujeres", 84.48, 23.59)):
        for edad, publicado in ((0, al_nacer), (65, a_los_65)):
            supervivencia = np.cumprod(1 - df.loc[edad:, sexo].to_numpy())
            assert 0.5 + supervivencia.sum() == pytest.approx(publicado, abs=0.02)


def test_the_margin_of_rcs_15_over_15():
    razon = biometrica("EMSSA-RCS-15").set_index("edad") / biometrica("EMSSA-15").set_index("edad")
    assert razon.loc[30:109, "hombres"].between(0.733, 0.737).all()
    assert razon.loc[30:109, "mujeres"].between(0.805, 0.811).all()


def test_spellings_and_errors():
    assert biometrica("emssa 09").attrs["nombre"] == "EMSSA-09"
    with pytest.raises(DatoInvalido, match=r"EMSSA-97, EMSSI-97.*¿quizá «EMSSA-"):
        biometrica("EMSSA-98")
    with pytest.raises(DatoInvalido, match="una de EMSSA-97"):
        biometrica(None)


def test_the_table_of_unknown_origin_is_never_delivered_by_default():
    with pytest.raises(DatoInvalido, match="falta de procedencia"):
        biometrica("EMSSA-2009-SIMA")
    df = biometrica("EMSSA-2009-SIMA", no_confirmadas=True)
    assert df.attrs["confirmada"] is False


def test_catalogue_and_files_agree():
    archivos = {
        str(p.relative_to(RAIZ / "biometria").as_posix())
        for p in (RAIZ / "biometria").rglob("*.csv")
    }
    assert archivos - {"catalogo.csv"} == set(biometricas()["archivo"])


@pytest.mark.parametrize(
    ("cambio", "mensaje"),
    [
        (("15,0.00043", "15,1.00043"), r"fila 2, columna «hombres».*entre 0 y 1"),
        (("16,0.00046", "17,0.00046"), r"columna «edad».*consecutivas de 15 a 110"),
        (("16,0.00046", "16,"), r"fila 3, columna «hombres»"),
    ],
)
def test_a_damaged_table_is_told(tmp_path, monkeypatch, cambio, mensaje):
    shutil.copytree(RAIZ / "biometria", tmp_path / "biometria")
    ruta = tmp_path / "biometria" / "emssa_97_activos.csv"
    texto = ruta.read_text(encoding="utf-8")
    assert cambio[0] in texto
    ruta.write_text(texto.replace(*cambio, 1), encoding="utf-8")
    monkeypatch.setattr(biometria, "RAIZ", tmp_path)
    biometria._leer.cache_clear()
    with pytest.raises(DatoInvalido, match=mensaje):
        biometrica("EMSSA-97")
    biometria._leer.cache_clear()
