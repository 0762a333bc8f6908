"""Sheets of the ramo de Guarderías: delegaciones of 2010 and 2005, scenarios, article 211."""

from __future__ import annotations

import functools
from typing import Any

import xlwings as xw
from xlsxwriter.utility import xl_rowcol_to_cell

from pymodel import datos, guarderias
from pymodel.errores import DatoInvalido
from xl.libros.comun import lectura
from xl.libros.comun.definicion import Bloques
from xl.libros.comun.entradas import Entrada
from xl.libros.comun.libro import Libro, bloque
from xl.libros.estilo import GRIS, MDP, ORO, PCT, VERDE, VINO, preparar
from xl.libros.guarderias_ssfam_servicios.comun import (
    Renglon,
    cuadro,
    entradas,
    estado,
    nota,
    renglon,
)

HOJA = {2010: "Guarderías 2010", 2005: "Guarderías 2005"}
ESCENARIOS, ARTICULO_211 = "Escenarios", "Art. 211"
PRIMERA = 6  # first delegación

# Titles of the inputs, columns of the printed table, and headings that the function reads.
INSUMOS = {
    2010: (
        "IV.7",
        ("Guarderías", "Capacidad instalada", "Niños inscritos", "Solicitudes pendientes"),
        ("guarderias_a", "capacidad_instalada_b", "ninos_inscritos_c", "solicitudes_pendientes_d"),
        ("Guarderías", "Capacidad", "Inscritos", "Pendientes"),
    ),
    2005: (
        "III.2",
        ("Guarderías", "Capacidad instalada", "Solicitudes pendientes", "Demanda manifiesta"),
        (
            "Número de Guarderías",
            "Capacidad Instalada",
            "Solicitudes pendientes de atender",
            "Demanda Manifiesta",
        ),
        ("Guarderías", "Capacidad", "Pendientes", "Demanda"),
    ),
}
FUENTES = {
    2010: "IFA 2010, cuadro IV.7. Cobertura = capacidad/demanda; ocupación = inscritos/capacidad; "
    "no atendida = pendientes/demanda.",
    2005: "IFA 2005, cuadro III.2. Inscritos = demanda - pendientes. Cobertura = capacidad/demanda;"
    " no atendida («déficit») = pendientes/demanda.",
}
# The total has no rank: its 0 is not shown.
LUGAR = "0;;"
# Columns of the function that the sheet shows: position, title, format.
RESULTADOS = (
    (4, "Niños inscritos", MDP),
    (6, "Demanda", MDP),
    (7, "Cobertura", PCT),
    (8, "Ocupación", PCT),
    (9, "No atendida", PCT),
    (10, "Niños por guardería", "0.0"),
    (11, "Parte de la demanda", PCT),
    (12, "Lugar, menor cobertura", LUGAR),
    (13, "Lugar, más no atendida", LUGAR),
)


@functools.cache
def _delegaciones(anio: int) -> list[list[Any]]:
    numero, _, columnas, _ = INSUMOS[anio]
    df = cuadro(f"ifa{anio}", numero)
    sin_total = df[df["Delegación"] != "Total"]
    return [
        [str(f[0]), *(float(x) for x in f[1:])]
        for f in sin_total[["Delegación", *columnas]].to_numpy(dtype=object).tolist()
    ]


DELEGACIONES = tuple(
    Entrada(f"guarderias_{a}", f"Delegaciones {a}", "tabla", _delegaciones(a), formato=MDP)
    for a in HOJA
)


def delegaciones(libro: Libro, anio: int) -> None:
    """Write the sheet of a year: inputs, indicators, alerts, chart."""
    nombre = HOJA[anio]
    hoja, e = libro.hoja(nombre), libro.estilos
    (entrada,) = (x for x in DELEGACIONES if x.nombre == f"guarderias_{anio}")
    n = len(entrada.defecto)
    preparar(
        hoja,
        e,
        f"Indicadores de guarderías por delegación, {anio}",
        FUENTES[anio],
        repetir=(PRIMERA - 2, PRIMERA - 1),
        color="#B38E5D",
    )
    hoja.set_column(0, 0, 26)
    hoja.set_column(1, 13, 11.5)
    hoja.freeze_panes(PRIMERA, 1)
    hoja.merge_range(PRIMERA - 3, 0, PRIMERA - 3, 4, "Datos", e.seccion())
    hoja.merge_range(PRIMERA - 3, 5, PRIMERA - 3, 13, "Indicadores", e.seccion())
    _, titulos, _, claves = INSUMOS[anio]
    hoja.set_row(PRIMERA - 2, 30)
    for col, (texto, clave) in enumerate(
        zip(("Delegación", *titulos), ("Delegación", *claves), strict=True)
    ):
        hoja.write_string(PRIMERA - 2, col, texto, e.encabezado())
        hoja.write_string(PRIMERA - 1, col, clave, e.unidad())
    entrada.escribir(libro, nombre, PRIMERA, 0)
    libro.nombrar(f"tabla_{anio}", nombre, PRIMERA - 1, 0, PRIMERA + n - 1, 4)
    total = PRIMERA + n
    hoja.write_string(total, 0, "Total", e.total("@"))
    for col in range(1, 5):
        suma = f"{xl_rowcol_to_cell(PRIMERA, col)}:{xl_rowcol_to_cell(total - 1, col)}"
        hoja.write_formula(total, col, f"=SUM({suma})", e.total(MDP))
    for col, (posicion, titulo, numero) in enumerate(RESULTADOS, start=5):
        hoja.write_string(PRIMERA - 2, col, titulo, e.encabezado())
        formatos = {0: e.unidad(), n + 1: e.total(numero)}
        comun = e.calculo(numero)
        bloque(
            hoja,
            PRIMERA - 1,
            col,
            n + 2,
            1,
            f"=INDEX(GUARDERIA_INDICADORES(tabla_{anio}),0,{posicion})",
            lambda i, _, f=formatos, c=comun: f.get(i, c),  # type: ignore[misc]
        )
    for clave, col in (("cobertura", 7), ("no_atendida", 9)):
        libro.nombrar(f"{clave}_{anio}", nombre, total, col)
    _alertas(libro, nombre, total)
    _grafica(libro, nombre, total)


def revisar(book: xw.Book) -> Bloques:
    """Read the tables of delegaciones before anything is written; there are no blocks to write.

    Raises
    ------
    DatoInvalido        With the sheet and the row that does not add up or is not a number.
    """
    for anio in HOJA:
        celdas = lectura.rango(book, f"tabla_{anio}")
        try:
            guarderias.leer_indicadores(lectura.filas(celdas))
        except DatoInvalido as error:
            raise error.en(lectura.lugar(celdas)) from None
    return ()


def _alertas(libro: Libro, nombre: str, total: int) -> None:
    """Coverage under 80 %, unmet demand above 25 %."""
    hoja = libro.hoja(nombre)
    rojo = libro.libro.add_format({"bg_color": "#F8D7DA", "font_color": "#8B0000"})
    for col, criterio, limite in ((7, "<", 0.8), (9, ">", 0.25)):
        hoja.conditional_format(
            PRIMERA,
            col,
            total,
            col,
            {"type": "cell", "criteria": criterio, "value": limite, "format": rojo},
        )
    nota(
        libro,
        nombre,
        total + 1,
        ("En rojo: cobertura menor que 80 % y no atendida mayor que 25 %.",),
    )


def _grafica(libro: Libro, nombre: str, total: int) -> None:
    hoja = libro.hoja(nombre)
    chart = libro.libro.add_chart({"type": "column"})
    for col, titulo, color in ((7, "Cobertura", VERDE), (9, "No atendida", VINO)):
        chart.add_series(
            {
                "name": titulo,
                "categories": [nombre, PRIMERA, 0, total - 1, 0],
                "values": [nombre, PRIMERA, col, total - 1, col],
                "fill": {"color": color},
                "gap": 60,
            }
        )
    chart.set_title({"name": "Cobertura y demanda no atendida", "name_font": {"size": 11}})
    chart.set_x_axis({"num_font": {"rotation": -90, "size": 8}})
    chart.set_y_axis({"num_format": "0%", "major_gridlines": {"visible": True}})
    chart.set_legend({"position": "bottom"})
    chart.set_size({"width": 1150, "height": 360})
    hoja.insert_chart(total + 3, 0, chart)
    hoja.set_h_pagebreaks([total + 2])


# --- Scenarios of 2005 -------------------------------------------------------------------------


def _origen(nombre: str) -> float:
    return float(datos.parametro(nombre, documento="ifa2005"))


OPCIONES = (
    Entrada(
        "esc_administracion",
        "administracion",
        "tasa",
        _origen("guarderias_administracion"),
        ayuda="Escenario III: parte de las cuotas para administración. El texto dice 6 %; el "
        "cuadro implica 6.33 %.",
        maximo=0.9,
    ),
    Entrada(
        "esc_meta",
        "meta",
        "tasa",
        _origen("guarderias_meta_cobertura"),
        ayuda="Escenario II: cobertura de la demanda potencial real en el año de la meta.",
        maximo=0.99,
    ),
    Entrada(
        "esc_anio_meta",
        "anio_meta",
        "entero",
        guarderias.ULTIMO_ANIO,
        ayuda="Escenario II: año en que se llega a la meta, 2010 o después.",
        minimo=2010,
        maximo=2100,
    ),
    Entrada(
        "esc_tendencia_a",
        "tendencia_a",
        "numero",
        _origen("guarderias_tendencia_a"),
        ayuda="Escenario I: a de la tendencia a (año - 2002)^b; ajustada al cuadro.",
        minimo=0.0,
        maximo=1.0,
        formato="0.000000",
    ),
    Entrada(
        "esc_tendencia_b",
        "tendencia_b",
        "numero",
        _origen("guarderias_tendencia_b"),
        ayuda="Escenario I: b de la tendencia; ajustada al cuadro.",
        minimo=-1.0,
        maximo=1.0,
        formato="0.000000",
    ),
)
ANIOS = tuple(range(guarderias.ANIO_BASE, guarderias.ULTIMO_ANIO + 1))


def _de_iii_5() -> list[float]:
    return [float(x) for x in cuadro("ifa2005", "III.5")["Demanda Potencial Máxima Niños"]]


def _asegurados() -> list[float]:
    anuales = datos.filas_anuales(cuadro("ifa2005", "II.26"))
    columna = anuales.set_index(anuales.columns[0])["asegurados_c"]
    # The ramo starts from its income of 2006, so the insured of 2005 do not count.
    return [float(columna.loc[2006]), *(float(columna.loc[a]) for a in ANIOS[1:])]


DEMANDA = (
    Renglon("dpm", "Demanda potencial máxima, niños", _de_iii_5()),
    Renglon("asegurados", "Asegurados", _asegurados()),
)
ROMANOS = ("I", "II", "III")


def escenarios(libro: Libro) -> None:
    """Write the sheet of the scenarios."""
    hoja, e = libro.hoja(ESCENARIOS), libro.estilos
    preparar(
        hoja,
        e,
        "Escenarios de cobertura del ramo de Guarderías",
        "IFA 2005, cuadros III.5 a III.7. Millones de pesos de 2005. Las reglas de I, II y del "
        "gasto se recuperaron de las cifras impresas.",
        color="#B38E5D",
    )
    hoja.set_column(0, 0, 46)
    hoja.set_column(1, 6, 14)
    hoja.merge_range(3, 0, 3, 6, "Opciones de GUARDERIA_COBERTURA", e.seccion())
    for i, entrada in enumerate(OPCIONES, start=4):
        hoja.write_string(i, 0, entrada.etiqueta, e.texto())
        entrada.escribir(libro, ESCENARIOS, i, 1)
        hoja.merge_range(i, 2, i, 6, entrada.ayuda, e.texto(font_color=GRIS))
    libro.nombrar("esc_opciones", ESCENARIOS, 4, 0, 3 + len(OPCIONES), 1)

    def anio(ref: Any) -> str:
        columna = ref("dpm").rstrip("0123456789")
        return f"${columna}${fila + 2}".replace("$$", "$")

    def parametro(nombre: str, ref: Any) -> str:
        return f'PARAMETRO("{nombre}",{anio(ref)},"ifa2005")'

    def gasto(clave: str) -> Any:
        def formula(ref: Any) -> str:
            directo = (
                f'IF({anio(ref)}={ANIOS[0]},PARAMETRO("guarderias_gasto_directo",{ANIOS[0]},'
                f'"ifa2005"),PARAMETRO("guarderias_gasto_directo_fraccion",MAX({anio(ref)},2006),'
                f'"ifa2005")*{ref("ingresos")})'
            )
            return (
                f"{directo}+12*{parametro('guarderias_costo_nino_mes_sin_redondear', ref)}*"
                f'({ref(clave)}-PARAMETRO("guarderias_capacidad_directa"))/1000000'
            )

        return formula

    def ingresos(ref: Any) -> str:
        primero = (
            'PARAMETRO("sgps_minimo_guarderias")*PARAMETRO("gps_ingreso_por_cuotas",2005,"ifa2005")'
            f"*{_ingreso_sgps():g}"
        )
        base = 'PARAMETRO("guarderias_ingreso_rg",2006,"ifa2005")'
        crece = f'(1+PARAMETRO("crecimiento_salarios",2006,"ifa2005"))^({anio(ref)}-2006)'
        return (
            f"IF({anio(ref)}={ANIOS[0]},{primero},{base}*{ref('asegurados')}/"
            f"INDEX(demanda_asegurados,2)*{crece})"
        )

    fila = 5 + len(OPCIONES)
    renglones: list[Renglon] = [
        *DEMANDA,
        Renglon(
            "dpr",
            "Demanda potencial real (70 %), niños",
            formula=lambda r: f'PARAMETRO("guarderias_dpr_entre_dpm")*{r("dpm")}',
        ),
        Renglon("ingresos", "Ingresos del ramo, mdp", formula=ingresos),
    ]
    for k, romano in enumerate(ROMANOS, start=1):
        renglones += [
            Renglon(
                f"cob_{k}",
                f"Escenario {romano}: cobertura de la demanda real",
                formula=lambda r, k=k: f"GUARDERIA_COBERTURA({k},{anio(r)},esc_opciones)",  # type: ignore[misc]
                total=True,
                numero=PCT,
            ),
            Renglon(
                f"cap_{k}",
                f"Escenario {romano}: niños o lugares",
                formula=lambda r, k=k: f"{r(f'cob_{k}')}*{r('dpr')}",  # type: ignore[misc]
            ),
            Renglon(f"gasto_{k}", f"Escenario {romano}: gasto, mdp", formula=gasto(f"cap_{k}")),
            Renglon(
                f"razon_{k}",
                f"Escenario {romano}: gasto entre ingresos",
                formula=lambda r, k=k: f"{r(f'gasto_{k}')}/{r('ingresos')}",  # type: ignore[misc]
                numero=PCT,
            ),
        ]
    filas = estado(libro, ESCENARIOS, fila, "Proyección 2005-2010", ANIOS, renglones, "demanda")
    for k in (1, 2, 3):
        for clave in ("cob", "gasto"):
            libro.nombrar(f"{clave}_{k}_2010", ESCENARIOS, filas[f"{clave}_{k}"], len(ANIOS))
    fin = fila + 2 + len(renglones)
    nota(
        libro,
        ESCENARIOS,
        fin + 1,
        (
            "El gasto del escenario III con la regla de los otros dos incluye el esquema directo; "
            "el informe sólo da sus niños.",
            "Los asegurados de 2005 no intervienen: el ingreso de 2006 se da y crece desde ahí.",
            "El gasto observado de 2005 fue de 6,954 mdp: la regla del gasto no se aplica a ese "
            "año observado.",
        ),
    )
    chart = libro.libro.add_chart({"type": "line"})
    for k, (romano, color) in enumerate(zip(ROMANOS, (VERDE, ORO, VINO), strict=True), start=1):
        i = filas[f"cob_{k}"]
        chart.add_series(
            {
                "name": f"Escenario {romano}",
                "categories": [ESCENARIOS, fila + 1, 1, fila + 1, len(ANIOS)],
                "values": [ESCENARIOS, i, 1, i, len(ANIOS)],
                "line": {"color": color, "width": 2.25},
            }
        )
    chart.set_title({"name": "Cobertura de la demanda potencial real", "name_font": {"size": 11}})
    chart.set_y_axis({"num_format": "0%", "major_gridlines": {"visible": True}, "min": 0.3})
    chart.set_legend({"position": "bottom"})
    chart.set_size({"width": 760, "height": 280})
    hoja.insert_chart(fin + 5, 0, chart)
    hoja.fit_to_pages(1, 1)


def _ingreso_sgps() -> float:
    df = cuadro("ifa2005", "I.8").set_index("Concepto")
    return float(df["Guarderías y Prestaciones Sociales"].to_dict()["Total de Ingresos"])


# --- Article 211 -------------------------------------------------------------------------------

ANIOS_2010 = tuple(range(2005, 2011))
_COLUMNAS = [str(a) for a in ANIOS_2010]


def _iv_8(clave: str, etiqueta: str, rotulo: str) -> Renglon:
    return Renglon(clave, etiqueta, renglon("ifa2010", "IV.8", rotulo, _COLUMNAS))


def _suma(*claves: str) -> Any:
    return lambda ref: "+".join(ref(c) for c in claves)


RAMO = (
    _iv_8("cuotas", "Cuotas obrero patronales (1)", "Cuotas obrero-patronales"),
    _iv_8("otros", "Otros ingresos (2)", "Otros ingresos"),
    Renglon("ingresos", "Total de ingresos (3)", formula=_suma("cuotas", "otros"), total=True),
    _iv_8("personal", "Servicios de personal", "Servicios de personal"),
    _iv_8("consumos", "Consumos", "Consumo de medicamentos"),
    _iv_8("mantenimiento", "Mantenimiento", "Mantenimiento"),
    _iv_8("generales", "Servicios generales y subrogación", "Servicios generales"),
    _iv_8("rjp", "Régimen de Jubilaciones y Pensiones", "Régimen Jubilaciones"),
    Renglon(
        "corriente",
        "Gasto corriente (4)",
        formula=_suma("personal", "consumos", "mantenimiento", "generales", "rjp"),
        total=True,
    ),
    _iv_8("intereses", "Intereses financieros", "Intereses financieros"),
    _iv_8("castigos", "Castigos e incobrabilidades", "Castigos"),
    _iv_8("depreciaciones", "Depreciaciones", "Depreciaciones"),
    _iv_8("reversion", "Reversión de cuotas", "Reversión"),
    Renglon(
        "gastos",
        "Total de gastos (6)",
        formula=_suma("corriente", "intereses", "castigos", "depreciaciones", "reversion"),
        total=True,
    ),
    _iv_8("provision", "Provisión de obligaciones contractuales (8)", "Provisión obligaciones"),
    _iv_8("reserva", "Provisión para reserva de gastos (9)", "Provisión para reserva"),
    _iv_8("traslado", "Traslado de la depreciación (10)", "Traslado"),
    Renglon(
        "neto",
        "Excedente neto (12)",
        formula=lambda r: (
            f"{r('ingresos')}-{r('gastos')}-{r('provision')}-{r('reserva')}-{r('traslado')}"
        ),
        total=True,
    ),
    Renglon(
        "gasto_prueba",
        "Gasto de la prueba: (6) + (8) + (9) + (10)",
        formula=_suma("gastos", "provision", "reserva", "traslado"),
        total=True,
    ),
)


def articulo_211(libro: Libro) -> None:
    """Write the sheet: statement of the ramo and the 80 % test, beside the published one."""
    hoja, e = libro.hoja(ARTICULO_211), libro.estilos
    preparar(
        hoja,
        e,
        "Estado del ramo de Guarderías y prueba del 80 %",
        "IFA 2010, cuadros IV.8 y IV.9; LSS, art. 211 y 212. Millones de pesos de 2011.",
        color="#B38E5D",
    )
    hoja.set_column(0, 0, 46)
    hoja.set_column(1, 6, 13)
    estado(libro, ARTICULO_211, 3, "Estado de ingresos y gastos", ANIOS_2010, RAMO, "ramo")
    fila = 6 + len(RAMO)
    hoja.merge_range(fila, 0, fila, 6, "Prueba del 80 % (PRUEBA_ART211)", e.seccion())
    etiquetas = (
        ("80 % de las cuotas", MDP),
        ("Gasto del ramo", MDP),
        ("Resultado", MDP),
        ("Parte de las cuotas que pagaría el gasto", PCT),
        ("¿Alcanza?", "General"),
    )
    for i, (texto, numero) in enumerate(etiquetas, start=1):
        hoja.write_string(fila + i, 0, texto, e.texto())
        for j in range(len(ANIOS_2010)):
            prueba = f"INDEX(PRUEBA_ART211(ramo_cuotas,ramo_gasto_prueba),{j + 2},{i})"
            formula = f'=IF({prueba},"sí","no")' if i == len(etiquetas) else f"={prueba}"
            hoja.write_formula(fila + i, 1 + j, formula, e.calculo(numero, align="right"))
    libro.nombrar("prueba_resultado_2010", ARTICULO_211, fila + 3, len(ANIOS_2010))
    libro.nombrar("prueba_parte_2010", ARTICULO_211, fila + 4, len(ANIOS_2010))
    hoja.write_string(fila + 6, 0, "Resultado publicado (cuadro IV.9)", e.texto())
    for j, valor in enumerate(renglon("ifa2010", "IV.9", "Resultado", _COLUMNAS), start=1):
        hoja.write_number(fila + 6, j, valor, e.publicado(MDP))


ENTRADAS = (*OPCIONES, *DELEGACIONES, *entradas("demanda", DEMANDA), *entradas("ramo", RAMO))
