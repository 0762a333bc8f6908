"""Sheet Entidades: coverage, transfers, ranks and classes of the 32 states, statistics."""

from __future__ import annotations

from functools import cache
from typing import Any

from pymodel import datos, entidades
from pymodel.sps import comparacion as modelo
from xl.libros.comun.entradas import Entrada
from xl.libros.comun.libro import Libro, bloque, celda
from xl.libros.estilo import ENTERO, MDP, VERDE, preparar
from xl.libros.sps import gasto

HOJA = "Entidades"
DOCUMENTO = "sps2006"
FILA = 9  # first state
N = 32

# Column: header, unit, number format, width.
COLUMNAS: tuple[tuple[str, str, str, float], ...] = (
    ("Entidad", "", "@", 20),
    ("Meta", "familias", MDP, 11),
    ("Afiliadas", "familias", MDP, 11),
    ("Transferido 2004", "pesos", MDP, 14),
    ("Familias 2004", "familias", MDP, 11),
    ("Transferido 2005", "pesos", MDP, 14),
    ("Avance", "afiliadas / meta", "0.0%", 12),
    ("", "", ENTERO, 9),
    ("", "", "@", 9),
    ("Responsabilidad", "meta / nacional", "0.0%", 14),
    ("", "", ENTERO, 9),
    ("", "", "@", 9),
    ("Participación", "afiliadas / nacional", "0.0%", 15),
    ("", "", ENTERO, 9),
    ("", "", "@", 9),
    ("Por familia 2004", "pesos", MDP, 11),
    ("Por familia 2005", "pesos", MDP, 11),
    ("Lugar por monto", "", ENTERO, 9),
    ("Crecimiento real", "por familia", "0.0%", 12),
    ("En el mapa", "", "[<20]0.0%;#,##0", 10),
)
# What the sheet Mapa can show, and in which column it is.
DEL_MAPA = (
    ("Avance de cobertura", 6),
    ("Responsabilidad", 9),
    ("Participación", 12),
    ("Transferido por familia 2005, pesos", 16),
    ("Crecimiento real por familia 2004-2005", 18),
)
EN_EL_MAPA = 19
INDICADORES = {"avance": 6, "responsabilidad": 9, "participación": 12}


@cache
def orden() -> tuple[str, ...]:
    """Keys of the states: those with transfers in 2004 first, each group by its INEGI key."""
    con_2004 = _transferencias(2004)
    todas = [str(c) for c in entidades.catalogo()["cve_ent"]]
    return tuple(sorted(todas, key=lambda c: (c not in con_2004, c)))


@cache
def _transferencias(anio: int) -> dict[str, tuple[float, float]]:
    """Amount and families by key of the state."""
    cuadro = datos.tabla(DOCUMENTO, "cuadro_ii_5").dropna(subset=[f"transferencias_{anio}"])
    columnas = (f"estado_{anio}", f"transferencias_{anio}", f"familias_{anio}")
    return {
        entidades.clave(str(estado)): (float(monto), float(familias))
        for estado, monto, familias in cuadro[list(columnas)].itertuples(index=False)
    }


def _cobertura() -> list[list[Any]]:
    cuadro = datos.tabla(DOCUMENTO, "cuadro_ii_2")
    cuadro = cuadro[cuadro["entidad"] != "Nacional"]
    columnas = ["metas_de_afiliacion_familias", "familias_afiliadas_diciembre_2005"]
    cifras = cuadro[columnas].to_numpy(float).tolist()
    por_clave = dict(zip(map(entidades.clave, cuadro["entidad"]), cifras, strict=True))
    return [por_clave[c] for c in orden()]


def _montos() -> list[list[Any]]:
    de_2004, de_2005 = _transferencias(2004), _transferencias(2005)
    return [[*de_2004.get(c, (None, None)), de_2005[c][0]] for c in orden()]


COBERTURA = Entrada(
    "estados_cobertura",
    "Meta y familias afiliadas",
    "tabla",
    _cobertura(),
    "familias",
    "CUADRO II del capítulo II, L2462-2536.",
    formato=MDP,
)
MONTOS = Entrada(
    "estados_montos",
    "Transferido en 2004 y 2005",
    "tabla",
    _montos(),
    "pesos",
    "CUADRO V del capítulo II, L4620-4634.",
    formato=MDP,
)
ALTO = Entrada(
    "estados_alto", "Último lugar «alto»", "entero", modelo.CORTES[0], "lugar", minimo=1, maximo=31
)
MEDIO = Entrada(
    "estados_medio",
    "Último lugar «medio»",
    "entero",
    modelo.CORTES[1],
    "lugar",
    minimo=2,
    maximo=32,
)
INFLACION = Entrada(
    "estados_inflacion",
    "Inflación 2004-2005",
    "tasa",
    round(datos.inpc_diciembre(2005) / datos.inpc_diciembre(2004) - 1.0, 6),
    "INPC, diciembre a diciembre",
    minimo=-0.5,
    maximo=0.999,
)
ENTRADAS = (ALTO, MEDIO, INFLACION, COBERTURA, MONTOS)


def columna(j: int) -> str:
    """Reference to the states of a column."""
    return f"{celda(HOJA, FILA, j)}:{celda(HOJA, FILA + N - 1, j).split('!')[1]}"


def construir(libro: Libro) -> None:
    """Write the sheet."""
    hoja, e = libro.hoja(HOJA), libro.estilos
    preparar(
        hoja,
        e,
        "Comparación de las 32 entidades",
        "SPS 2006, capítulo II, CUADROS II, III y V. Los cortes de las clases no se imprimen "
        "(inferidos). Al final, las entidades sin transferencias en 2004.",
        repetir=(FILA - 2, FILA - 1),
    )
    for i, entrada in enumerate((ALTO, MEDIO, INFLACION)):
        hoja.write_string(3 + i, 0, entrada.etiqueta, e.texto())
        entrada.escribir(libro, HOJA, 3 + i, 1)
        hoja.write_string(3 + i, 2, entrada.unidad, gasto.nota(libro))
    hoja.freeze_panes(FILA, 1)
    hoja.set_row(FILA - 2, 30)
    for j, (texto, unidad, _, ancho) in enumerate(COLUMNAS):
        hoja.set_column(j, j, ancho)
        hoja.write_string(FILA - 2, j, texto, e.encabezado())
        hoja.write_string(FILA - 1, j, unidad, e.unidad())
    for nombre, j in INDICADORES.items():
        hoja.merge_range(FILA - 2, j + 1, FILA - 2, j + 2, f"Por {nombre}", e.encabezado())
    _states(libro)
    _formats(libro)
    _statistics(libro)


def _states(libro: Libro) -> None:
    hoja, e = libro.hoja(HOJA), libro.estilos
    COBERTURA.escribir(libro, HOJA, FILA, 1)
    MONTOS.escribir(libro, HOJA, FILA, 3)
    libro.nombrar("estados_nombres", HOJA, FILA, 0, FILA + N - 1, 0)
    metas, afiliadas = columna(1), columna(2)
    opciones = ",".join(f'"{texto}"' for texto, _ in DEL_MAPA)
    cual = f"MATCH(mapa_indicador,{{{opciones}}},0)"
    for i, clave in enumerate(orden()):
        r = FILA + i
        x = {j: celda(HOJA, r, j).split("!")[1] for j in range(len(COLUMNAS))}
        hoja.write_string(r, 0, entidades.nombre(clave), e.texto())
        por_familia = f'IF({x[3]}="","",{x[3]}/{x[4]})'
        for j, formula in (
            (6, f"{x[2]}/{x[1]}"),
            (9, f"{x[1]}/SUM({metas})"),
            (12, f"{x[2]}/SUM({afiliadas})"),
            (15, por_familia),
            (16, f"{x[5]}/{x[2]}"),
            (18, f'IF({x[3]}="","",{x[16]}/{x[15]}/(1+estados_inflacion)-1)'),
            (EN_EL_MAPA, f"CHOOSE({cual},{','.join(x[j] for _, j in DEL_MAPA)})"),
        ):
            hoja.write_formula(r, j, f"={formula}", e.calculo(COLUMNAS[j][2]))
    for j in (*INDICADORES.values(), 16):
        # The function's own header falls on the row of units.
        bloque(
            hoja,
            FILA - 1,
            j + 1,
            1 + N,
            1 if j == 16 else 2,
            f'=SPS_LUGARES({columna(j)},estados_alto,estados_medio,"listado")',
            lambda i, k: (
                e.unidad() if i == 0 else e.calculo(ENTERO if k == 0 else "@", align="center")
            ),
        )
    total = FILA + N
    hoja.write_string(total, 0, "Nacional", e.total("@", indent=1))
    for j in range(1, len(COLUMNAS)):
        rango = columna(j).replace(f"'{HOJA}'!", "").replace(f"{HOJA}!", "")
        x = {k: celda(HOJA, total, k).split("!")[1] for k in range(len(COLUMNAS))}
        formulas = {
            **dict.fromkeys(range(1, 6), f"=SUM({rango})"),
            6: f"={x[2]}/{x[1]}",
            15: f"={x[3]}/{x[4]}",
            16: f"={x[5]}/{x[2]}",
            18: f"={x[16]}/{x[15]}/(1+estados_inflacion)-1",
        }
        if j in formulas:
            hoja.write_formula(total, j, formulas[j], e.total(COLUMNAS[j][2]))
        else:
            hoja.write_blank(total, j, None, e.total())


def _formats(libro: Libro) -> None:
    hoja = libro.hoja(HOJA)
    for j, color in ((6, "#8FBFB2"), (9, "#D9C29A"), (12, "#D9C29A"), (16, "#8FBFB2")):
        hoja.conditional_format(
            FILA,
            j,
            FILA + N - 1,
            j,
            {
                "type": "data_bar",
                "bar_color": color,
                "bar_solid": True,
                "min_type": "num",
                "min_value": 0,
            },
        )
    for j in INDICADORES.values():
        for clase, fondo, letra in (
            ("alto", "#CFE5DE", VERDE),
            ("medio", "#FBF0D5", "#7A5C1E"),
            ("bajo", "#F3D9DF", "#7A1F3D"),
        ):
            hoja.conditional_format(
                FILA,
                j + 2,
                FILA + N - 1,
                j + 2,
                {
                    "type": "cell",
                    "criteria": "==",
                    "value": f'"{clase}"',
                    "format": libro.libro.add_format({"bg_color": fondo, "font_color": letra}),
                },
            )
    hoja.conditional_format(
        FILA,
        18,
        FILA + N - 1,
        18,
        {
            "type": "3_color_scale",
            "mid_type": "num",
            "mid_value": 0,
            "min_color": "#E3B5C0",
            "mid_color": "#FFFFFF",
            "max_color": "#8FBFB2",
        },
    )


def _statistics(libro: Libro) -> None:
    hoja, e = libro.hoja(HOJA), libro.estilos
    fila = FILA + N + 3
    for col, texto in ((0, "Transferencias: estadísticas del CUADRO V"),):
        for j in range(7):
            hoja.write_blank(fila - 1, col + j, None, e.seccion())
        hoja.write_string(fila - 1, col, texto, e.seccion())
    for j, texto in enumerate(
        ("Concepto", "", "2004", "2005", "", "2004 publicado", "2005 publicado")
    ):
        hoja.write_string(fila, j, texto, e.encabezado())
    # As many states as have an amount: those without one are the last.
    montos, familias = (
        f"{celda(HOJA, FILA, j)}:INDEX({columna(j)},COUNT({columna(3)}))" for j in (3, 4)
    )
    de_2004 = f"SPS_TRANSFERENCIAS({montos},{familias})"
    de_2005 = f"SPS_TRANSFERENCIAS({columna(5)},{columna(2)})"
    publicado: dict[int, dict[Any, Any]] = {
        int(fila["ano"]): fila
        for fila in datos.tabla(DOCUMENTO, "texto_ii_transferencias").to_dict("records")
    }
    rotulos = (
        ("Total, pesos", MDP, "total_millones", 1e6),
        ("Familias", MDP, "", 1.0),
        ("Por familia, pesos", MDP, "promedio_por_familia_pesos", 1.0),
        ("CV de los montos (n-1)", "0.000", "coef_variacion_montos", 1.0),
        ("CV de los montos (n)", "0.000", "", 1.0),
        ("Mayor / menor monto", "0.0", "razon_max_min_montos", 1.0),
        ("Mayor / menor, sin extremos", "0.0", "", 1.0),
        ("CV por familia (n-1)", "0.000", "coef_variacion_por_familia", 1.0),
        ("CV por familia (n)", "0.000", "", 1.0),
        ("Mayor / menor por familia", "0.00", "razon_max_min_por_familia", 1.0),
        ("Mayor / menor por familia, sin extremos", "0.00", "", 1.0),
        ("Correlación montos y familias", "0.000", "pearson_montos_familias", 1.0),
        ("Parte de las 10 mayores", "0.0%", "concentracion_10_mayores_pct", 0.01),
        ("Parte de las 11 menores", "0.0%", "concentracion_11_menores_pct", 0.01),
        ("Sobre el monto nacional por familia", ENTERO, "", 1.0),
    )
    for k, (texto, numero, impreso, escala) in enumerate(rotulos, start=1):
        r = fila + k
        hoja.write_string(r, 0, texto, e.texto())
        hoja.write_blank(r, 1, None, e.texto())
        for j, formula in ((2, de_2004), (3, de_2005)):
            hoja.write_formula(r, j, f"=INDEX({formula},{k + 1},2)", e.calculo(numero))
        hoja.write_blank(r, 4, None, e.texto())
        for j, anio in ((5, 2004), (6, 2005)):
            valor = publicado[anio].get(impreso)
            if valor is None or valor != valor:
                hoja.write_blank(r, j, None, e.publicado(numero))
            else:
                hoja.write_number(r, j, float(valor) * escala, e.publicado(numero))
    hoja.write_string(
        fila + len(rotulos) + 1,
        0,
        "Total y coeficiente de 2005 no salen del CUADRO V; ver Conciliación, sps2006_b.C9.",
        e.subtitulo(),
    )
    grafica = libro.libro.add_chart({"type": "bar"})
    grafica.add_series(
        {
            "name": "Avance de cobertura",
            "categories": f"={columna(0)}",
            "values": f"={columna(6)}",
            "fill": {"color": VERDE},
            "gap": 25,
        }
    )
    grafica.set_title(
        {
            "name": "Familias afiliadas entre la meta de 2010",
            "name_font": {"size": 12, "color": VERDE},
        }
    )
    grafica.set_y_axis({"reverse": True, "num_font": {"size": 8}, "interval_unit": 1})
    grafica.set_x_axis(
        {"num_format": "0%", "major_gridlines": {"visible": True, "line": {"color": "#E0E0E0"}}}
    )
    grafica.set_legend({"none": True})
    hoja.insert_chart(fila - 1, 8, grafica, {"x_scale": 1.35, "y_scale": 1.9})
