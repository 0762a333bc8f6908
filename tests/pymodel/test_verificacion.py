import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pymodel import balance, datos
from pymodel.errores import DatoInvalido
from pymodel.verificacion import verificar_tabla

pocos = settings(max_examples=60, deadline=None)
enteros = st.integers(-10_000, 10_000)


def fuente(documento, tabla):
    """A table of the package as an analyst would paste it: header, rows, blanks."""
    df = datos.tabla(documento, tabla)
    sin_huecos = df.astype(object).where(df.notna(), None)
    return [list(df.columns), *sin_huecos.to_numpy().tolist()]


def totales(diferencias):
    return [(d.tipo, d.total, d.renglon) for d in diferencias]


# --- layouts ------------------------------------------------------------------------------------

CUADRO = [
    ["Concepto", 2005, 2006, "Total"],
    ["Pensiones", 4045, 4062, 8107],
    ["Indemnizaciones", 437, 461, 898],
    ["Total", 4482, 4523, 9005],
]


def con(cuadro, fila, columna, valor):
    copia = [list(f) for f in cuadro]
    copia[fila][columna] = valor
    return copia


def test_a_table_that_adds_up():
    assert verificar_tabla(CUADRO, 0) == []


def test_a_wrong_total_is_told_with_both_figures():
    (por_fila, por_columna) = verificar_tabla(con(CUADRO, 3, 3, 9105))
    assert por_fila == ("fila", "Total", "Total", 9005, 9105, 100)
    assert por_columna == ("columna", "Total", "Total", 9005, 9105, 100)


def test_a_wrong_part_shows_in_its_row_and_in_its_column():
    diferencias = verificar_tabla(con(CUADRO, 1, 2, 4099))
    assert totales(diferencias) == [
        ("fila", "Total", "Pensiones"),
        ("columna", "Total", "2006"),
    ]


@pytest.mark.parametrize(("diferencia", "fallas"), [(1, 0), (1.01, 1), (2, 1)])
def test_one_unit_is_rounding(diferencia, fallas):
    cuadro = [["a", 100], ["b", 200], ["Total", 300 + diferencia]]
    assert len(verificar_tabla(cuadro)) == fallas


def test_tolerance_in_units_of_the_table():
    cuadro = [["Parte", 0.47], ["Parte", 0.25], ["Total", 0.73]]
    assert verificar_tabla(cuadro, 0.01) == []
    assert len(verificar_tabla(cuadro, 0.005)) == 1


def test_years_in_the_header_are_not_amounts():
    for anios in ([2005, 2006], ["2005", "2006"]):
        cuadro = [["Concepto", *anios], ["a", 1, 2], ["b", 3, 4], ["Total", 4, 6]]
        assert verificar_tabla(cuadro, 0) == []


@pytest.mark.parametrize("esquina", ["Concepto", "RUBRO", None])
def test_one_year_in_the_header(esquina):
    assert verificar_tabla([[esquina, 2005], ["a", 1], ["b", 3], ["Total", 4]], 0) == []


def test_an_amount_that_looks_like_a_year_is_an_amount():
    assert verificar_tabla([["Pensiones", 2005], ["Otros", 3000], ["Total", 5005]], 0) == []
    assert len(verificar_tabla([["Pensiones", 2005], ["Otros", 3000], ["Total", 3000]])) == 1


@pytest.mark.parametrize("encabezado", [True, False])
def test_years_in_the_first_column_are_labels(encabezado):
    cuadro = [[2005, 1, 2, 3], [2006, 4, 5, 9], [2007, 1, 1, 2], ["Total", 6, 8, 14]]
    if encabezado:
        cuadro.insert(0, ["Año", "a", "b", "Total"])
    assert verificar_tabla(cuadro, 0) == []
    assert verificar_tabla(con(cuadro, -1, 1, 7), 0)[-1].tipo == "columna"


def test_bare_numbers_have_their_totals_at_the_end():
    assert verificar_tabla([[1, 2, 3], [4, 5, 9], [5, 7, 12]], 0) == []
    diferencias = verificar_tabla([[1, 2, 3], [4, 5, 9], [5, 8, 12]], 0)
    assert totales(diferencias) == [
        ("fila", "columna 3", "fila 3"),
        ("columna", "fila 3", "columna 2"),
    ]


def test_merged_headings():
    cuadro = [
        ["Cuadro II.3 (millones de pesos)", None, None, None, None],
        ["Año", "Salarios", "Gasto", None, None],
        [None, None, "Pensiones", "Indemnización", "Total"],
        [2006, 854395, 4045, 437, 4482],
        [2007, 897523, 4062, 461, 4523],
    ]
    assert verificar_tabla(cuadro, 0) == []
    assert totales(verificar_tabla(con(cuadro, 4, 4, 4600))) == [("fila", "Gasto Total", "2007")]


@pytest.mark.parametrize(
    ("texto", "valor"),
    [("14'317,907", 14317907), ("14’317,907", 14317907), ("14´317,907", 14317907)],
)
def test_printed_thousands(texto, valor):
    assert verificar_tabla([["a", texto], ["b", "(1,000)"], ["Total", valor - 1000]], 0) == []
    assert verificar_tabla([["a", texto], ["b", "-1000.5"], ["Total", valor - 1000.5]], 0) == []


def test_dashes_and_blanks_are_nothing():
    cuadro = [["Concepto", "Monto"], ["a", 5], ["b", "-"], ["c", None], ["d", "—"], ["Total", 5]]
    assert verificar_tabla(cuadro, 0) == []


# --- what a total is the sum of -----------------------------------------------------------------


def columna(*renglones):
    return [["Concepto", "Monto"], *map(list, renglones)]


def test_subtotals_and_total():
    cuadro = columna(
        ("a", 1), ("b", 2), ("Subtotal", 3), ("c", 4), ("d", 5), ("Subtotal", 9), ("Total", 12)
    )
    assert verificar_tabla(cuadro, 0) == []
    assert totales(verificar_tabla(con(cuadro, 6, 1, 10), 0)) == [("columna", "Subtotal", "Monto")]
    assert totales(verificar_tabla(con(cuadro, 7, 1, 13), 0)) == [("columna", "Total", "Monto")]


def test_a_subtotal_of_one_line():
    cuadro = columna(("a", 1), ("b", 2), ("Subtotal", 3), ("c", 4), ("Subtotal", 4), ("Total", 7))
    assert verificar_tabla(cuadro, 0) == []
    assert len(verificar_tabla(con(cuadro, 5, 1, 5), 0)) == 1


def test_a_sum_that_starts_one_row_late_is_found():
    assert len(verificar_tabla(columna(("a", 10), ("b", 20), ("c", 30), ("Total", 50)))) == 1


def test_a_sum_that_ends_one_row_early_is_found():
    assert len(verificar_tabla(columna(("a", 10), ("b", 20), ("c", 30), ("Total", 30)))) == 1


def test_a_total_does_not_leave_out_the_first_subtotal():
    cuadro = columna(
        ("a", 10), ("b", 20), ("Subtotal", 30), ("c", 5), ("d", 6), ("Subtotal", 11), ("e", 7)
    )
    assert verificar_tabla([*cuadro, ["Total", 48]], 0) == []
    assert verificar_tabla([*cuadro, ["Total", 18]]) == [("columna", "Total", "Monto", 48, 18, -30)]
    tres_anios = [
        ["Concepto", 2004, 2005, 2006],
        *([r[0], r[1], 2 * r[1], 3 * r[1]] for r in [*cuadro[1:], ["Total", 18]]),
    ]
    assert [d.diferencia for d in verificar_tabla(tres_anios)] == [-30, -60, -90]


def test_a_total_that_leaves_out_a_line_in_every_column_is_found():
    cuadro = [["C", 2004, 2005, 2006], ["a", 10, 20, 30], ["b", 1, 2, 3], ["c", 2, 5, 6]]
    assert [d.diferencia for d in verificar_tabla([*cuadro, ["Total", 3, 7, 9]], 0)] == [
        -10,
        -20,
        -30,
    ]


def test_several_wrong_totals_of_an_unmistakable_table_are_found():
    cuadro = [["C", 2005, 2006, "Total"], ["a", 1, 2, 3], ["b", 30, 40, 70], ["Total", 41, 62, 73]]
    assert totales(verificar_tabla(cuadro)) == [
        ("fila", "Total", "Total"),
        ("columna", "Total", "2005"),
        ("columna", "Total", "2006"),
    ]


def test_the_first_wrong_total_does_not_spoil_the_others():
    cuadro = columna(
        ("a", 100),
        ("b", 50),
        ("Total de ingresos", 160),
        ("c", 40),
        ("d", 20),
        ("Total gastos", 60),
    )
    (falla,) = verificar_tabla([*cuadro, ["Total general", 210]])
    assert (falla.total, falla.diferencia) == ("Total de ingresos", 10)


@pytest.mark.parametrize(
    "rotulo",
    [
        "total_del_gasto",
        "total_f",
        "gasto_total_e",
        "Gasto total",
        "Ingresos totales",
        "(f)=(b)+(c)+(d)+(e) Gasto: Total",
        "SEM-Total",
    ],
)
def test_ways_to_say_total_in_a_header(rotulo):
    """A projection: the wages of the first column are no part of the total."""
    cuadro = [
        ["Año", "Salarios", "Pensiones", "Otros", rotulo, "prima_pct"],
        ["2006", 9000, 400, 20, 420, 4.7],
        ["2007", 9100, 410, 25, 435, 4.8],
        ["2008", 9200, 440, 30, 470, 5.1],
        ["Prima promedio", None, 4.5, 0.4, 4.9, None],
        ["Valor presente", 25000, 1200, 70, 1270, None],
    ]
    assert verificar_tabla(cuadro, 0) == []
    for columna_mala in (2, 3, 4):
        (falla,) = verificar_tabla(con(cuadro, 2, columna_mala, 9999))
        assert (falla.tipo, falla.total, falla.renglon) == ("fila", rotulo, "2007")
    primero = [[f[0], f[4], f[2], f[3]] for f in cuadro]
    assert verificar_tabla(primero, 0) == []
    assert totales(verificar_tabla(con(primero, 5, 1, 1280))) == [
        ("fila", rotulo, "Valor presente")
    ]


def test_lines_with_dashes_are_checked_against_the_one_that_they_open_up():
    cuadro = [
        ["Concepto", 2004, 2005, 2006],
        ["Directa", 10, 11, 12],
        ["- Ordinario", 8, 9, 9],
        ["- Madres", 2, 2, 3],
        ["Otra", 5, 5, 5],
        ["Total", 15, 16, 17],
    ]
    assert verificar_tabla(cuadro, 0) == []
    assert totales(verificar_tabla(con(cuadro, 3, 3, 4), 0)) == [("columna", "Directa", "2006")]


def test_lines_with_dashes_under_a_heading_without_figures_are_parts():
    cuadro = columna(("Directa", None), ("- Ordinario", 8), ("- Madres", 2), ("Total", 10))
    assert verificar_tabla(cuadro, 0) == []
    assert len(verificar_tabla(con(cuadro, 4, 1, 8), 0)) == 1


def test_averages_that_no_label_tells_are_not_wrong_totals():
    cuadro = [
        ["Tipo", "Número", "Edad", "Antigüedad", "Salario"],
        ["Base", 10, 40, 10, 500],
        ["Confianza", 20, 50, 13, 600],
        ["Total", 30, 46, 12, 566],
    ]
    assert verificar_tabla(cuadro, 0) == []
    assert totales(verificar_tabla(con(cuadro, 1, 1, 11), 0)) == [("columna", "Total", "Número")]


def test_a_total_that_no_sum_explains_is_not_called_wrong():
    """Distribution of each row: "Total" is the average row, and nothing else can be checked."""
    cuadro = [
        ["Decil", 2004, 2005, 2006, 2007],
        ["I", 44, 90, 91, 100],
        ["II", 20, 51, 85, 100],
        ["III", 0, 0, 0, 0],
        ["Total", 11, 24, 33, 43],
    ]
    with pytest.raises(DatoInvalido, match="ningún total cuyos sumandos se reconozcan"):
        verificar_tabla(cuadro)


def test_grand_total_of_totals():
    cuadro = columna(
        ("a", 1), ("b", 2), ("Total ingresos", 3), ("c", 4), ("d", 5), ("Total gastos", 9)
    )
    assert verificar_tabla([*cuadro, ["Total general", 12]], 0) == []
    assert len(verificar_tabla([*cuadro, ["Total general", 15]], 0)) == 1


def test_a_lone_total_may_come_first():
    assert verificar_tabla(columna(("Total", 6), ("a", 1), ("b", 2), ("c", 3)), 0) == []
    assert len(verificar_tabla(columna(("Total", 8), ("a", 1), ("b", 2), ("c", 3)))) == 1


def test_lines_that_open_up_another_are_not_summed_twice():
    cuadro = columna(
        ("Directa", 10), ("- Ordinario", 8), ("- Madres", 2), ("Otra", 5), ("Total", 15)
    )
    assert verificar_tabla(cuadro, 0) == []


def test_averages_and_percentages_are_not_summed():
    cuadro = [
        ["Tipo", "Número", "Edad promedio", "%"],
        ["Base", 10, 43.3, 60],
        ["Confianza", 20, 45.1, 39],
        ["Total", 30, 44.5, 100],
    ]
    assert verificar_tabla(cuadro, 0) == []
    con_renglon = columna(
        ("Ingresos", 5), ("Crecimiento real (%)", 80), ("Otros", 5), ("Total", 10)
    )
    assert verificar_tabla(con_renglon, 0) == []


def test_sums_of_insured_amounts_are_not_totals():
    cuadro = columna(("Sumas aseguradas", 5), ("Subsidios", 2), ("Total", 7))
    assert verificar_tabla(cuadro, 0) == []


def test_the_rule_that_a_label_prints_is_the_rule():
    cuadro = columna(
        ("Ingresos (1)", 100),
        ("Descuentos (2)", 10),
        ("Netos (3)=(1)-(2)", 90),
        ("Gasto (4)", 30),
        ("Excedente (5)=(3)-(4)", 60),
    )
    assert verificar_tabla(cuadro, 0) == []
    assert verificar_tabla(con(cuadro, 3, 1, 110)) == [
        ("columna", "Netos (3)=(1)-(2)", "Monto", 90, 110, 20),
        ("columna", "Excedente (5)=(3)-(4)", "Monto", 80, 60, -20),
    ]


def test_printed_rules_in_the_columns():
    cuadro = [
        ["Año", "(a) Salarios", "(b) Pensiones", "(c) Otros", "(d)=(b)+(c) Gasto", "(e)=(d/a)*100"],
        [2011, 1000, 5, 6, 11, 1.1],
        [2012, 1000, 5, 7, 12, 1.2],
    ]
    assert verificar_tabla(cuadro, 0) == []
    assert totales(verificar_tabla(con(cuadro, 2, 4, 15))) == [
        ("fila", "(d)=(b)+(c) Gasto", "2012")
    ]


def test_sections_in_a_second_column_of_labels():
    cuadro = [
        ["Lado", "Sección", "Concepto", "Monto"],
        ["ACTIVO", None, "Reserva", 12],
        ["ACTIVO", "Aportaciones", "Transición", 5],
        ["ACTIVO", "Aportaciones", "Futura", 8],
        ["ACTIVO", "Aportaciones", "Subtotal", 13],
        ["ACTIVO", None, "Subtotal", 25],
        ["ACTIVO", None, "Déficit", 7],
        ["ACTIVO", None, "TOTAL ACTIVO", 32],
        ["PASIVO", None, "Pensiones", 20],
        ["PASIVO", None, "Subsidios", 12],
        ["PASIVO", None, "TOTAL PASIVO", 32],
    ]
    assert verificar_tabla(cuadro, 0) == []
    for fila in (4, 5, 7, 10):
        assert totales(verificar_tabla(con(cuadro, fila, 3, cuadro[fila][3] + 2)))


def test_total_by_concept():
    cuadro = [
        ["Grupo", "Concepto", 2004, 2005],
        ["Invalidez", "Casos", 1, 2],
        ["Invalidez", "Monto", 100, 200],
        ["Viudez", "Casos", 3, 4],
        ["Viudez", "Monto", 300, 400],
        ["Total", "Casos", 4, 6],
        ["Total", "Monto", 400, 600],
    ]
    assert verificar_tabla(cuadro, 0) == []
    assert totales(verificar_tabla(con(cuadro, 5, 3, 60))) == [("columna", "Total Casos", "2005")]


@pocos
@given(st.lists(st.lists(enteros, min_size=3, max_size=3), min_size=2, max_size=8), st.data())
def test_any_table_built_from_sums_passes_and_any_change_is_found(partes, data):
    cuadro = [["Concepto", "a", "b", "c", "Total"]]
    cuadro += [[f"renglón {i}", *p, sum(p)] for i, p in enumerate(partes)]
    sumas = [sum(c) for c in zip(*partes, strict=True)]
    cuadro.append(["Total", *sumas, sum(sumas)])
    assert verificar_tabla(cuadro, 0) == []
    fila = data.draw(st.integers(1, len(cuadro) - 1))
    col = data.draw(st.integers(1, 4))
    cambio = data.draw(enteros.filter(lambda x: abs(x) > 1))
    assert verificar_tabla(con(cuadro, fila, col, cuadro[fila][col] + cambio))


# --- refusals -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("tabla", "mensaje"),
    [
        (con(CUADRO, 1, 2, "n.d."), r"tabla, fila 2, columna 3: se encontró «n.d.»"),
        (con(CUADRO, 2, 1, True), r"tabla, fila 3, columna 2: se encontró VERDADERO"),
        (con(CUADRO, 2, 1, "1 234"), r"tabla, fila 3, columna 2: se encontró «1 234»"),
        ([*CUADRO[:1], [None] * 4, *con(CUADRO, 1, 2, "x")[1:]], r"tabla, fila 3, columna 3"),
        ([["a", 1], ["b", 2]], r"tabla: .*ningún total con al menos dos sumandos"),
        ([["Total", 1], ["Total", 2]], r"tabla: .*ningún total con al menos dos sumandos"),
        ([["a", "b"], ["c", "d"]], r"tabla: se encontró sólo textos"),
        ([["a", 1]], r"tabla: se encontró 1 renglón;"),
        ([[None, ""]] * 5, r"tabla: se encontró 0 renglones"),
    ],
)
def test_refuses(tabla, mensaje):
    with pytest.raises(DatoInvalido, match=f"^{mensaje}"):
        verificar_tabla(tabla)


@pytest.mark.parametrize("tolerancia", [-1, float("nan")])
def test_tolerance_is_zero_or_more(tolerancia):
    with pytest.raises(DatoInvalido, match=r"^tolerancia: "):
        verificar_tabla(CUADRO, tolerancia)


# --- our own results and the printed tables -----------------------------------------------------


def test_our_balance_adds_up():
    renglones = balance.balance_actuarial(
        12442, 0.0197, 61718390, [("Pensiones", 24240), ("Subsidios", 6104)], [("PG", 363470)]
    )
    for cuadro in (
        [["concepto", "monto", "fraccion_vpsf"], *map(list, renglones)],
        [[r.concepto, r.monto] for r in renglones],
    ):
        assert verificar_tabla(cuadro, 1e-6) == []


# What is known to be wrong in print (document, table): differences. Everything else adds up.
MAL_IMPRESOS = {
    ("ifa2005", "cuadro_ii_8"): [-2, -118, -119],
    ("ifa2005", "cuadro_ii_10"): [-16351],
    ("ifa2005", "cuadro_ii_22"): [-1.1],
    ("ifa2010", "cuadro_iv_16"): [-15769, -2],
    ("noaseg2004", "anexo_1"): [-2],
}


def test_every_table_of_the_package():
    """A list of differences or a message, and no difference that the documents do not have."""
    catalogo = datos.catalogo().dropna(subset=["archivo"])
    diferencias, verificadas, mensajes = {}, set(), []
    for clave in zip(catalogo["documento"], catalogo["id"], strict=True):
        try:
            halladas = verificar_tabla(fuente(*clave))
        except DatoInvalido as error:
            mensajes.append(str(error))
            continue
        verificadas.add(clave)
        if halladas:
            diferencias[clave] = [round(d.diferencia, 1) for d in halladas]
    assert diferencias == MAL_IMPRESOS
    assert len(verificadas) >= 95
    assert {("ifa2005", f"cuadro_ii_{n}") for n in (3, 5, 6, 9, 11, 12, 13, 19, 20)} <= verificadas
    assert all(m.startswith("tabla") for m in mensajes)


def test_print_defects_of_the_annuities_blame_only_their_total():
    """IFA 2005, cuadro II.8 (B108, B109): the total is 118 and 119 short, the subtotal is not."""
    _, *por_columna = verificar_tabla(fuente("ifa2005", "cuadro_ii_8"))
    monto = "Total de rentas vitalicias Montos constitutivos (MC) miles de pesos corrientes"
    assert por_columna == [
        ("columna", monto, "1997", 1330022, 1329904, -118),
        ("columna", monto, "Total", 51569364, 51569245, -119),
    ]


def test_the_difference_is_against_the_parts_of_the_total():
    cuadro = fuente("ifa2005", "cuadro_ii_4")
    assert cuadro[-1][2] == "TOTAL PASIVO"
    cuadro[-1][3] += 252981
    (falla,) = verificar_tabla(cuadro)
    assert (falla.total, falla.suma, falla.diferencia) == ("PASIVO TOTAL PASIVO", 683732, 252981)


def suma_de(total, *partes):
    """A total and its parts, by place among the rows or the columns of figures, from 0."""
    return (total, *partes)


# Document, table: columns of labels; sums of rows; sums of columns; rows and columns left out.
CON_UN_ERROR = {
    ("ifa2005", "cuadro_i_8"): (1, [suma_de(3, 1, 2)], [suma_de(*range(7))], [], []),
    ("ifa2005", "cuadro_ii_2"): (
        3,
        [
            suma_de(15, 3, 6, 9, 12),
            suma_de(16, 4, 7, 10, 13),
            suma_de(18, 0, 15),
            suma_de(19, 1, 16),
        ],
        [suma_de(9, *range(9))],
        [*range(2, 24, 3), 21, 22],
        [],
    ),
    ("ifa2005", "cuadro_ii_3"): (1, [], [suma_de(4, 1, 2, 3)], [15], []),
    ("ifa2005", "cuadro_ii_4"): (
        3,
        [
            suma_de(4, 1, 2, 3),
            suma_de(5, 0, 4),
            suma_de(7, 5, 6),
            suma_de(11, 8, 9, 10),
            suma_de(15, 12, 13, 14),
            suma_de(19, 16, 17, 18),
            suma_de(22, 11, 15, 19),
        ],
        [],
        [],
        [1, 2],
    ),
    ("ifa2005", "cuadro_ii_5"): (1, [], [suma_de(5, 1, 2, 3, 4)], [], []),
    ("ifa2005", "cuadro_ii_6"): (1, [], [suma_de(*range(5))], [], []),
    ("ifa2005", "cuadro_ii_8"): (
        3,
        [
            suma_de(15, 3, 6, 9, 12),
            suma_de(16, 4, 7, 10, 13),
            suma_de(18, 0, 15),
            suma_de(19, 1, 16),
        ],
        [suma_de(9, *range(9))],
        [*range(2, 24, 3), 21, 22],
        [],
    ),
    ("ifa2005", "cuadro_ii_9"): (1, [], [suma_de(5, 2, 3, 4), suma_de(6, 3, 4)], [15], []),
    ("ifa2005", "cuadro_ii_11"): (1, [], [suma_de(4, 1, 2, 3)], [], []),
    ("ifa2005", "cuadro_ii_12"): (1, [], [suma_de(*range(4))], [], []),
    ("ifa2005", "cuadro_ii_13"): (1, [], [suma_de(*range(4))], [], []),
    ("ifa2005", "cuadro_ii_19"): (1, [], [suma_de(5, 2, 3, 4)], [24], []),
    ("ifa2005", "cuadro_ii_20"): (1, [], [suma_de(4, 1, 2, 3)], [], []),
    ("ifa2005", "cuadro_ii_22"): (1, [], [suma_de(7, *range(1, 7))], [15], []),
    ("ifa2005", "cuadro_ii_24"): (
        2,
        [
            suma_de(0, 1, 2, 3),
            suma_de(4, 5, 6),
            suma_de(7, 0, 4),
            suma_de(10, 3, 6),
        ],
        [],
        [],
        [2],
    ),
    ("ifa2005", "cuadro_iii_2"): (1, [suma_de(35, *range(35))], [], [], [4, 5, 6]),
    ("ifa2005", "cuadro_iii_3"): (
        1,
        [suma_de(0, 1, 2), suma_de(3, *range(4, 10)), suma_de(10, 0, 3)],
        [],
        [],
        [],
    ),
    ("ifa2010", "cuadro_i_1"): (
        2,
        [suma_de(2, 0, 1), suma_de(16, *range(3, 16))],
        [],
        [],
        [],
    ),
    ("ifa2010", "cuadro_i_4"): (1, [], [suma_de(5, 1, 2, 3, 4)], [], []),
    ("ifa2010", "cuadro_vi_3"): (
        2,
        [
            suma_de(2, 0, 1),
            suma_de(5, 3, 4),
            suma_de(6, 0, 3),
            suma_de(7, 1, 4),
            suma_de(8, 6, 7),
            suma_de(8, 2, 5),
        ],
        [],
        [],
        [1],
    ),
}


@pytest.mark.parametrize("error", [777, -40_000])
@pytest.mark.parametrize("clave", CON_UN_ERROR, ids="-".join)
def test_one_wrong_figure_shows_in_its_own_totals_and_nowhere_else(clave, error):
    rotulos, sumas_fila, sumas_columna, filas_fuera, columnas_fuera = CON_UN_ERROR[clave]
    cuadro = fuente(*clave)
    filas = [" ".join(str(c) for c in f[:rotulos] if c is not None) for f in cuadro[1:]]
    columnas = [str(c) for c in cuadro[0][rotulos:]]
    antes = set(verificar_tabla(cuadro))
    danadas = 0
    for i, j in itertools.product(range(len(filas)), range(len(columnas))):
        valor = cuadro[i + 1][j + rotulos]
        esperadas = {("columna", filas[s[0]], columnas[j]) for s in sumas_fila if i in s}
        esperadas |= {("fila", columnas[s[0]], filas[i]) for s in sumas_columna if j in s}
        if valor is None or not esperadas or i in filas_fuera or j in columnas_fuera:
            continue
        danada = con(cuadro, i + 1, j + rotulos, valor + error)
        nuevas = set(totales(set(verificar_tabla(danada)) - antes))
        assert nuevas, (filas[i], columnas[j])
        assert nuevas <= esperadas, (filas[i], columnas[j])
        danadas += 1
    assert danadas >= 9


def test_the_printed_balance_without_its_header():
    assert verificar_tabla(fuente("ifa2010", "cuadro_i_5")[1:]) == []


def test_the_reserve_left_out_of_a_printed_subtotal_is_found():
    """IFA 2005, cuadro II.10: the subtotal leaves out the reserve of 16,350 mdp."""
    (falla,) = verificar_tabla(fuente("ifa2005", "cuadro_ii_10"))
    assert (falla.total, falla.renglon) == ("ACTIVO Subtotal", "monto_millones_pesos_2005")
    assert falla.diferencia == pytest.approx(-16350, abs=1)


def test_a_damaged_figure_in_a_printed_balance_is_found():
    cuadro = fuente("ifa2010", "cuadro_i_5")
    cuadro[6][3] = cuadro[6][3] + 1000
    assert {f.total for f in verificar_tabla(cuadro)} == {
        "Pasivo Trabajadores no IMSS afiliados al SRT4/ Subtotal (10)=(6)+(7)+(8)+(9)",
        "Pasivo Subtotal pensiones (14)=(6)+(7)+(11)",
    }
