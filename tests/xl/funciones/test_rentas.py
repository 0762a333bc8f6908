"""Annuities, life tables and montos constitutivos as a sheet calls them."""

import datetime as dt

import pytest
from casos import CASOS, FAMILIA, es_plano

import udfs
from pymodel import rentas
from pymodel.errores import DatoInvalido
from pymodel.rentas import Opciones

EXACTO = 1e-12


def mc(*cambios, **por_nombre):
    caso = {**CASOS["MONTO_CONSTITUTIVO"], **por_nombre}
    return udfs.monto_constitutivo(*cambios, **caso)


def desglose(**por_nombre):
    tabla = udfs.monto_constitutivo_desglose(**{**CASOS["MONTO_CONSTITUTIVO"], **por_nombre})
    assert tabla[0] == ["concepto", "valor"]
    assert len({c for c, _ in tabla}) == len(tabla), "each concept once"
    assert es_plano(tabla)
    return dict(tabla[1:])


def rechazo(f, *args, **kwargs):
    with pytest.raises(DatoInvalido) as error:
        f(*args, **kwargs)
    return str(error.value)


# --- annuities and tables ------------------------------------------------------------------------


def test_annuity_of_one_age_or_of_a_column():
    assert udfs.anualidad("emssa 97", 45, "hombre", 0.035) == pytest.approx(19.0825, abs=5e-5)
    todas = udfs.anualidad("EMSSA-97", list(range(111)), "H", 0.035)
    assert len(todas) == 111
    assert todas[45] == [udfs.anualidad("EMSSA-97", [[45]], 1, 0.035)]
    assert todas[110] == [pytest.approx(11.8128544 / 12)]
    anual = udfs.anualidad("EMSSA-97", 45, "H", 0.035, "anual")
    assert udfs.anualidad("EMSSA-97", 45, "H", 0.035, "11/24") == pytest.approx(anual - 11 / 24)


@pytest.mark.parametrize(
    "tabla",
    [
        [["edad", "hombres", "mujeres"], [60, 0.1, 0.2], [61, 0.3, 1.0]],
        [["Mujeres", "Edad", "Hombres"], [0.2, 60, 0.1], [1.0, 61, 0.3]],
        [[60, 0.1, 0.2], [61, 0.3, 1.0]],
        [["edad", "qx"], [60, 0.1], [61, 0.3]],
        [[60, 0.1], [61, 0.3]],
    ],
)
def test_annuity_of_a_table_of_the_sheet(tabla):
    """Closed at 62: 1 + .9 + .9 x .7."""
    assert udfs.anualidad(tabla, 60, "H", 0.0, "anual") == pytest.approx(1 + 0.9 + 0.63)


def test_a_table_closed_at_its_next_age():
    tabla = udfs.tabla_biometrica("EMSSA-09")
    assert tabla[0] == ["edad", "hombres", "mujeres"]
    assert tabla[-2:] == [[109, 0.88202, 0.96773], [110, 1.0, 1.0]]
    assert "a los 110" in udfs.tabla_biometrica.__doc__
    unisex = udfs.tabla_biometrica("EMSSI-IMSS-RCS-12")
    assert all(h == m for _, h, m in unisex[1:])
    assert udfs.tabla_biometrica("emde imss 09")[17] == [16, 0.2585, 0.2585]


def test_life_expectancy():
    assert udfs.esperanza_vida("EMSSA-09", 65, "M") == pytest.approx(23.59, abs=0.005)
    assert udfs.esperanza_vida("EMSSA-09", [0, 65], 1) == [
        [pytest.approx(75.51, abs=0.005)],
        [pytest.approx(20.91, abs=0.005)],
    ]


@pytest.mark.parametrize(
    ("cambios", "mensaje"),
    [
        ({"tabla": "EMSSA-98"}, "ANUALIDAD: tabla biométrica: se encontró «EMSSA-98»; "),
        ({"tabla": "EMDE-IMSS-09"}, "una tabla de mortalidad"),
        ({"edad": 111}, "ANUALIDAD: edad: se encontró 111; se esperaba una edad entera"),
        ({"edad": [20, 111]}, "edad, valor 2: se encontró 111; "),
        ({"sexo": "F"}, "sexo: se encontró «F»; se esperaba H o M"),
        ({"tasa": 3.5}, "¿quiso decir 0.035?"),
        ({"tabla": [[60, 0.1, 0.2, 0.3], [61, 0.1, 0.2, 0.3]]}, "tabla: se encontró 4 columnas"),
        ({"tabla": [["edad", "hombres", "mujeres"], [60, 2, 0.1]]}, "edad 60, columna «hombres»"),
    ],
)
def test_bad_annuities(cambios, mensaje):
    assert mensaje in rechazo(udfs.anualidad, **{**CASOS["ANUALIDAD"], **cambios})


# --- one case ------------------------------------------------------------------------------------


def test_it_is_the_model():
    c = rentas.caso("invalidez", 45, "H", 350.0, FAMILIA)
    o = Opciones(margen=0.03, desercion="acumulada", pension_garantizada_mensual=5000)
    esperado = rentas.monto_constitutivo(c, "2015", 0.03, o).MC[0]
    opciones = [
        ["Margen", 0.03],
        ["deserción", "Acumulada"],
        ["", ""],
        ["pension_garantizada_mensual", 5000],
        ["gastos", None],
    ]
    assert mc(bases=2015, tasa=0.03, opciones=opciones) == pytest.approx(esperado, rel=EXACTO)
    assert mc(bases="2015", tasa=0.03, opciones=dict(o.__dict__)) == pytest.approx(esperado)


def test_cells_that_may_be_empty():
    solo = [["parentesco", "edad", "sexo"], [None] * 3, [None] * 3]
    alone = mc(beneficiarios=None)
    assert mc(beneficiarios=solo) == mc(beneficiarios=[[None] * 6] * 4) == mc(beneficiarios=[])
    assert alone == mc(beneficiarios=[])
    viuda = {"tipo": "Viudez", "edad": None, "sexo": "", "beneficiarios": FAMILIA[:1]}
    assert mc(**viuda) == mc(**{**viuda, "edad": 99, "sexo": "H"})
    assert mc(salario_base_diario=None, opciones={"cuantia_basica_mensual": 3726.0}) > 0
    assert rechazo(mc, salario_base_diario=None).startswith(
        "MONTO_CONSTITUTIVO: salario_base_diario: se encontró una celda vacía; "
    )
    assert "edad: se encontró una celda vacía; " in rechazo(mc, edad=None)
    assert "sexo: se encontró una celda vacía; " in rechazo(mc, sexo=None)


def test_a_table_in_one_cell():
    con = mc(opciones=[["tabla_invalidez_hijos", "10:0.001; 15:0.002"]])
    assert con > mc()
    assert mc(opciones={"tabla_invalidez_hijos": [[10, 0.001], [15, 0.002]]}) == con


def test_life_tables_of_ones_own():
    """By name, as Python rows, in one cell, or as a block below the option of a wider range."""
    invalidos = udfs.tabla_biometrica("EMSSI-IMSS-RCS-12")
    por_nombre = mc(opciones={"tabla_invalidos": "EMSSI-IMSS-RCS-12"})
    assert por_nombre != mc()
    assert mc(opciones={"tabla_invalidos": invalidos}) == pytest.approx(por_nombre, rel=EXACTO)
    texto = ";".join(f"{x}:{h!r}" for x, h, _ in invalidos[1:])
    assert mc(opciones=[["tabla_invalidos", texto]]) == pytest.approx(por_nombre, rel=EXACTO)
    rango = [
        ["margen", 0.02, None, None],
        ["tabla_invalidos", *invalidos[0]],
        *([None, *fila] for fila in invalidos[1:]),
        [None, None, None, ""],
        ["tabla_activos", "EMSSA-97", "", None],
        ["gastos", 0, None, None],
    ]
    assert mc(opciones=rango) == pytest.approx(por_nombre, rel=EXACTO)
    d = desglose(bases="2015", opciones=rango)
    assert d["tablas"] == "activos EMSSA-97, inválidos e incapacitados tabla_invalidos"
    assert (d["tabla_activos"], d["tabla_invalidos"]) == ("la que se dio",) * 2
    assert desglose()["tabla_activos"] == "la de las bases"
    adultos = [["tabla_activos", 40, 0.01], [None, 41, 0.02]]
    assert (
        "con q = 0 antes de los 40 años"
        in desglose(beneficiarios=[["conyuge", 41, "M"]], opciones=adultos)["tablas"]
    )


@pytest.mark.parametrize(
    ("opciones", "mensaje"),
    [
        ([["margen", 0.02, 1]], "opciones, fila 1: se encontró 2 valores; se esperaba un valor; "),
        ([[None, 60, 0.1]], "opciones, fila 1: se encontró 2 valores; "),
        ([["Opción", "Valor", ""], ["margen", 0.02, 1]], "opciones, fila 2: se encontró 2 valor"),
        ([["tabla_activos", 60, 0.1], [None, 62, 0.2]], "edades de 60 a 62 en 2 renglones"),
        ([["tabla_activos", 60, "#N/A"]], "opciones, fila 1: se encontró «#N/A»; "),
        ([["margen", 0.02, None], ["margen", 0.02, ""]], "«margen» dos veces"),
        ({"tabla_invalidos": "EMDE-IMSS-09"}, "una tabla de mortalidad"),
        ({"tabla_invalidos": "EMSSI-2000"}, "se encontró «EMSSI-2000»; "),
        ({"tabla_invalidos": [[60, 0.1], [61, 1]]}, "edad: se encontró 45; se esperaba una edad"),
        ({"tabla_activos": [[60, 1.5]]}, "edad 60, columna «hombres»: se encontró 1.5; "),
    ],
)
def test_bad_tables_of_ones_own(opciones, mensaje):
    assert mensaje in rechazo(mc, opciones=opciones)


@pytest.mark.parametrize(
    ("cambios", "mensaje"),
    [
        ({"opciones": {"margn": 1}}, "opciones: se encontró «margn»; se esperaba una de: ayuda_a"),
        ({"opciones": {"margen": 3}}, "opciones, margen: se encontró 3; "),
        ({"opciones": {"saldo": -5}}, "opciones, saldo: se encontró -5; "),
        ({"opciones": {"pagos": "x"}}, "opciones, pagos: se encontró «x»; se esperaba una de: "),
        ({"tipo": "ipp"}, "opciones, grado: se encontró ningún grado"),
        ({"tipo": "ipp", "opciones": {"grado": 20}}, "procede indemnización global"),
        ({"tipo": "retiro"}, "tipo: se encontró «retiro»; se esperaba una de: «invalidez»"),
        ({"edad": 45.5}, "edad: se encontró 45.5; se esperaba una edad entera (años cumplidos) e"),
        (
            {"beneficiarios": [*FAMILIA, ["hijo", 46, "H"]]},
            "beneficiarios, fila 4, columna «edad»: se encontró 46; se esperaba un hijo menor q",
        ),
        (
            {"beneficiarios": [["sexo", "parentesco", "edad"], ["M", "conyuge", 43.5]]},
            "beneficiarios, fila 2, columna «edad»: se encontró 43.5; ",
        ),
        ({"beneficiarios": [*FAMILIA, FAMILIA[0]]}, "beneficiarios, fila 4: se encontró un segund"),
        ({"beneficiarios": [["hijo", 46]]}, "beneficiarios, fila 1: se encontró 2 columnas; "),
        ({"beneficiarios": [["hijo", "#N/A", "H"]]}, "se esperaba una celda sin error"),
        ({"tipo": "orfandad", "beneficiarios": None}, "una familia sin hijos"),
        (
            {"tipo": "orfandad"},
            "beneficiarios, fila 1, columna «edad»: se encontró un cónyuge o concubino; se",
        ),
        (
            {"tipo": "viudez"},
            "beneficiarios, fila 2, columna «edad»: se encontró un hijo con derecho; se esperaba",
        ),
        ({"edad": "45"}, "edad: se encontró «45»; se esperaba un número"),
        ({"tasa": 3.5}, "tasa: se encontró 3.5; se esperaba una fracción decimal"),
    ],
)
def test_mistakes_have_their_place(cambios, mensaje):
    encontrado = rechazo(mc, **cambios)
    assert encontrado.startswith("MONTO_CONSTITUTIVO: ")
    assert mensaje in encontrado


def test_breakdown():
    d = desglose()
    assert d["MC"] == mc()
    assert d["PSIH_SI"] == d["PSIH_SS"] == "no incluido"
    assert d["no incluido: PSIH"].startswith("no se consiguió la tabla EISS-97")
    assert "factores" in d["no incluido: mejora de la mortalidad"]
    assert d["fórmulas"] == "las fórmulas oficiales (CUSF Anexo 14.2.1) no se pudieron leer"
    assert d["tablas"] == "activos EMSSA-97, inválidos e incapacitados EMSSI-97"
    assert d["desercion"] == "ninguna"
    assert d["grado"] == "no aplica"
    assert {"b1(0)", "b1(1)", "b1(2)", "b2(0)", "b2(1)", "b2(2)", "s1(2)"} <= set(d)
    assert "b1(3)" not in d
    assert "SA_IMSS" not in d
    assert d["PBSI"] == pytest.approx(d["anualidad"] * d["suma_SI"], rel=EXACTO)
    assert d["MC"] == pytest.approx(d["MCSI"] + d["MCSS"], rel=EXACTO)
    orden = [c for c in d if c in {"salario_mensual", "CB", "anualidad", "suma_SI", "PBSI", "MC"}]
    assert orden == ["salario_mensual", "CB", "anualidad", "suma_SI", "PBSI", "MC"]


def test_breakdown_tells_the_tables_that_stand_in():
    d = desglose(bases="2009")
    assert "EMSSI-IMSS-RCS-12 suple a las tablas de inválidos" in d["tablas"]
    assert "EMSSA-09 cerrada con q = 1 a los 110 años" in d["tablas"]
    assert d["desercion"] == "acumulada"
    con_padre = desglose(beneficiarios=[*FAMILIA, ["ascendiente", 70, "H"]])
    assert "no se valúa" in con_padre["no incluido: ascendientes"]


def test_breakdown_of_alone_and_of_the_dead():
    d = desglose(beneficiarios=None)
    assert d["b1(0)"] == ""
    assert d["b2(0)"] > 0
    assert d["PSIH_SI"] == 0.0
    d = desglose(tipo="viudez", beneficiarios=FAMILIA[:1], opciones={"seguro": "rt"})
    assert (d["seguro"], d["MCSI"], d["sobrevivencia"]) == ("RT", 0.0, "no aplica")
    assert d["b1(0)"] == ""
    assert d["s1(0)"] == pytest.approx(0.4 * d["CB"] * (1 + 15 / 360))


@pytest.mark.parametrize("saldo", [0, 200_000, 1_400_000, 1_600_000, 9e6])
def test_account_imss_and_state_pay_the_mc_with_guarantee(saldo):
    opciones = {"saldo": saldo, "pension_garantizada_mensual": 6000}
    d = desglose(opciones=opciones)
    assert d["MC_sin_garantia"] < d["MC"]
    pagado = d["saldo_aplicado"] + d["SA_IMSS"] + d["costo_fiscal"]
    assert pagado == pytest.approx(d["MC"], rel=EXACTO)
    assert d["saldo_aplicado"] + d["excedente"] == pytest.approx(saldo)
    assert d["SA_IMSS"] == udfs.suma_asegurada(d["MC_sin_garantia"], saldo)
    assert d["costo_fiscal"] == udfs.costo_fiscal(d["MC"], d["MC_sin_garantia"], saldo)


# --- a portfolio ---------------------------------------------------------------------------------

ENCABEZADO = [
    *("folio", "Tipo", "edad", "sexo", "salario_base_diario", "conyuge_edad", "conyuge_sexo"),
    *("hijo1_edad", "hijo1_sexo", "hijo2_edad", "hijo2_sexo", "saldo", "bases", "margen"),
]
RENGLON = ["007", "invalidez", 45, "H", 350, 43, "M", 12, "H", 9, "mujer", 2e5, None, None]


def columna(tabla, nombre):
    j = tabla[0].index(nombre)
    return [fila[j] for fila in tabla[1:]]


def test_a_portfolio_is_its_cases():
    otro = ["008", "invalidez", 45, 1, 350, 43, 2, 12, 1, 9, "M", None, 2015, 0.05]
    tabla = udfs.mc_cartera([ENCABEZADO, RENGLON, [None] * 14, otro])
    assert es_plano(tabla)
    assert tabla[0][:14] == ENCABEZADO
    assert tabla[0][-1] == "error"
    uno, vacio, dos = columna(tabla, "MC")
    assert uno == pytest.approx(mc(), rel=EXACTO)
    assert vacio == ""
    assert dos == pytest.approx(mc(bases="2015", opciones={"margen": 0.05}), rel=EXACTO)
    assert columna(tabla, "error") == ["", "", ""]
    assert columna(tabla, "folio") == ["007", "", "008"]
    assert columna(tabla, "PSIH_SI")[0] == "no incluido"
    assert columna(tabla, "SA_IMSS")[0] == pytest.approx(mc() - 2e5)
    assert columna(tabla, "SA_IMSS")[2] == ""


def test_a_bad_row_is_told_and_the_rest_is_computed():
    mal_sexo, mal_hijo, mal_numero, mal_saldo = (list(RENGLON) for _ in range(4))
    mal_sexo[3], mal_hijo[7], mal_numero[4], mal_saldo[11] = "X", 50, "350", -1
    tabla = udfs.mc_cartera([ENCABEZADO, mal_sexo, RENGLON, mal_hijo, mal_numero, mal_saldo])
    errores = columna(tabla, "error")
    assert errores[0] == "fila 2, columna «sexo»: se encontró «X»; se esperaba H o M (también " + (
        "hombre o mujer, 1 o 2)"
    )
    assert errores[1] == ""
    assert errores[2].startswith("fila 4, columna «hijo1_edad»: se encontró 50; se esperaba un h")
    assert errores[3].startswith("fila 5, columna «salario_base_diario»: se encontró «350»; ")
    assert errores[4].startswith("fila 6, columna «saldo»: se encontró -1; ")
    assert columna(tabla, "MC")[1] == pytest.approx(mc(), rel=EXACTO)
    assert [c == "" for c in columna(tabla, "MC")] == [True, False, True, True, True]


@pytest.mark.parametrize("formato", [str, lambda f: f, lambda f: dt.datetime(*f.timetuple()[:6])])
def test_birth_dates(formato):
    def fecha(*ymd):
        return formato(dt.date(*ymd))

    encabezado = ["tipo", "nacimiento", "sexo", "salario_base_diario", "fecha"]
    encabezado += ["conyuge_nacimiento", "conyuge_sexo", "hijo1_edad", "hijo1_sexo"]
    renglon = ["invalidez", fecha(1965, 6, 30), "H", 350, fecha(2010, 6, 30)]
    renglon += [fecha(1966, 7, 1), "M", fecha(1998, 1, 1), "H"]
    tabla = udfs.mc_cartera([encabezado, renglon])
    familia = [["conyuge", 43, "M"], ["hijo", 12, "H"]]
    assert columna(tabla, "MC")[0] == pytest.approx(mc(beneficiarios=familia), rel=EXACTO)
    sin_fecha = udfs.mc_cartera([encabezado, [*renglon[:4], None, *renglon[5:]]])
    assert "también la columna «fecha»" in columna(sin_fecha, "error")[0]


def test_options_by_row_and_types_together():
    encabezado = ["tipo", "edad", "sexo", "salario_base_diario", "grado", "tasa", "seguro"]
    encabezado += ["conyuge_edad", "conyuge_sexo", "limite_hijos", "sobrevivencia"]
    tabla = udfs.mc_cartera(
        [
            encabezado,
            ["ipp", 45, "H", 350, 65, 0.03, None, None, None, None, None],
            ["viudez", None, None, 350, None, None, "RT", 43, "M", None, None],
            ["ipp", 45, "H", 350, 20, None, None, None, None, None, None],
            ["invalidez", 45, "H", 350, None, 3.5, None, None, None, None, None],
            ["invalidez", 45, "H", 350, None, None, None, 43, "M", 18, "no"],
        ]
    )
    m = columna(tabla, "MC")
    assert m[0] == mc(tipo="ipp", beneficiarios=None, tasa=0.03, opciones={"grado": 65})
    assert m[1] == mc(tipo="viudez", beneficiarios=FAMILIA[:1], opciones={"seguro": "RT"})
    assert m[4] == mc(beneficiarios=FAMILIA[:1], opciones={"sobrevivencia": "no"})
    errores = columna(tabla, "error")
    assert "indemnización global" in errores[2]
    assert "fila 5, columna «tasa»: se encontró 3.5; " in errores[3]


@pytest.mark.parametrize(
    ("encabezado", "mensaje"),
    [
        (["edad", "sexo", "salario_base_diario"], "se esperaba la columna «tipo»"),
        (["tipo", "edad", "sexo"], "se esperaba la columna «salario_base_diario»"),
        (["tipo", "edad", "salario_base_diario", "hijo1_eda"], "columna 4: se encontró «hijo1_eda"),
        (
            ["tipo", "edad", "salario_base_diari", "x"],
            "columna 3: se encontró «salario_base_diari»",
        ),
        (["tipo", "Tipo", "salario_base_diario", "x"], "dos columnas para «tipo»"),
        (["tipo", "salario_base_diario", "factores_mejora"], "cambiar de un caso a otro"),
        (["tipo", "salario_base_diario", "MC"], "una cartera sin las columnas de resultado"),
        (["tipo", "edad", "nacimiento", "salario_base_diario"], "dos columnas para «edad»"),
        (["tipo", "salario_base_diario", "hijo_1_edad"], "columna 3: se encontró «hijo_1_edad»"),
        (["tipo", "salario_base_diario", "Esposa edad"], "columna 3: se encontró «Esposa edad»"),
    ],
)
def test_bad_headers(encabezado, mensaje):
    encontrado = rechazo(udfs.mc_cartera, [encabezado, ["x"] * len(encabezado)])
    assert encontrado.startswith("MC_CARTERA: tabla, encabezado")
    assert mensaje in encontrado


def test_columns_of_ones_own_are_left_alone():
    encabezado = ["tipo", "edad", "sexo", "salario_base_diario", "fecha_alta", "estado", "clase"]
    renglon = ["ipt", 45, "H", 350, dt.date(2010, 1, 1), "Puebla", 3]
    tabla = udfs.mc_cartera([encabezado, renglon])
    assert tabla[1][4:7] == ["2010-01-01", "Puebla", 3]
    assert columna(tabla, "MC") == [mc(tipo="ipt", beneficiarios=None)]


def test_age_and_sex_of_a_dead_insured_are_ignored_whatever_they_are():
    viuda = [["conyuge", 43, "M"]]
    esperado = mc(tipo="viudez", edad=None, sexo=None, beneficiarios=viuda)
    assert mc(tipo="viudez", edad="n. d.", sexo="?", beneficiarios=viuda) == esperado
    encabezado = ["tipo", "edad", "sexo", "salario_base_diario", "conyuge_edad", "conyuge_sexo"]
    tabla = udfs.mc_cartera([encabezado, ["viudez", "n. d.", "?", 350, 43, "M"]])
    assert columna(tabla, "error") == [""]
    assert columna(tabla, "MC") == [esperado]


def test_a_family_that_is_missing_is_told_where_it_would_be():
    encabezado = ["tipo", "salario_base_diario", "hijo1_edad", "hijo1_sexo"]
    tabla = udfs.mc_cartera([encabezado, ["orfandad", 350, None, None]])
    assert columna(tabla, "error")[0].startswith("fila 2, columna «hijo1_edad»: se encontró una fa")


def test_a_portfolio_without_rows():
    assert "una tabla sin renglones" in rechazo(udfs.mc_cartera, [["tipo"], [None]])
    assert "una tabla sin renglones" in rechazo(udfs.mc_cartera, [["tipo", "edad"]])
