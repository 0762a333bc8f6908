"""Sheet Desequilibrios: level, origin, distribution, state effort and use, next to the printed."""

from __future__ import annotations

from pymodel import datos, entidades
from pymodel.sps import aportaciones, desequilibrios
from xl.libros.comun.entradas import Entrada
from xl.libros.comun.libro import Libro, bloque, celda
from xl.libros.estilo import GRIS, MDP, ORO, VERDE, VINO, preparar
from xl.libros.sps import gasto

HOJA = "Desequilibrios"
DOCUMENTO = "sps2006"
ANIOS = tuple(range(2000, 2011))
OBSERVADOS = tuple(range(2000, 2005))
FILA_SERIES = 9
FILA_GRAFICAS = FILA_SERIES + len(ANIOS) + 2
FILA_ESFUERZO = FILA_GRAFICAS + 20
FILA_DESTINO = FILA_ESFUERZO

_PER_CAPITA = datos.tabla(DOCUMENTO, "figura_i_8").set_index("ano")["gasto_per_capita"]


def _poblacion() -> list[list[float]]:
    """Persons that the printed spending and the printed spending per head imply ("calibrado")."""
    publico, privado = (gasto.impresos(c) for c in ("gasto_publico", "gasto_privado"))
    return [[round((publico[a] + privado[a]) * 1e6 / float(_PER_CAPITA[a]), -3)] for a in ANIOS]


def _observados() -> list[list[float]]:
    """Public, of it SS, and private spending of 2000-2004, mdp."""
    columnas = [gasto.impresos(c) for c in ("gasto_publico", "ss", "gasto_privado")]
    return [[c[a] for c in columnas] for a in OBSERVADOS]


SIN_SEGURIDAD = Entrada(
    "gasto_sin_seguridad",
    "Población sin seguridad social",
    "tasa",
    float(datos.parametro("poblacion_sin_seguridad_social", 2004, documento=DOCUMENTO)),
    "fracción",
    "Constante; calibrada: reproduce las cifras por persona de L1171.",
    minimo=0.01,
    maximo=0.99,
)
PUBLICO_2005 = Entrada(
    "gasto_publico_2005",
    "Gasto público de 2005",
    "mdp",
    gasto.impresos("gasto_publico")[2005],
    "mdp de 2004",
    "Observado, L1087: no es el de las tendencias.",
    minimo=0,
)
OBSERVADO = Entrada(
    "gasto_observado",
    "Gasto observado 2000-2004",
    "tabla",
    _observados(),
    "mdp de 2004",
    "CUADRO V del capítulo I, L1071-1101.",
    formato=MDP,
)
POBLACION = Entrada(
    "gasto_poblacion",
    "Población",
    "tabla",
    _poblacion(),
    "personas",
    "Implícita en la FIGURA 8 del capítulo I: el documento no la imprime.",
    formato=MDP,
)


def _estatal() -> list[list[float]]:
    """State spending of 2004 that the printed number of times implies, mdp ("calibrado")."""
    ase = aportaciones.por_familia().ase
    valores = datos.tabla(DOCUMENTO, "cuadro_i_5b")["veces"].to_numpy(float)
    exigidas = [ase * _metas()[c] / 1e6 for c in _estados()]
    return [[round(float(x), 2)] for x in desequilibrios.gasto_implicito(exigidas, valores)]


def _estados() -> list[str]:
    return [entidades.clave(e) for e in datos.tabla(DOCUMENTO, "cuadro_i_5b")["entidad"]]


def _metas() -> dict[str, float]:
    cuadro = datos.tabla(DOCUMENTO, "cuadro_ii_2")
    pares = zip(cuadro["entidad"], cuadro["metas_de_afiliacion_familias"], strict=True)
    return {entidades.clave(str(n)): float(v) for n, v in pares if n != "Nacional"}


ESTATAL = Entrada(
    "gasto_estatal_2004",
    "Gasto estatal en salud de 2004",
    "tabla",
    _estatal(),
    "mdp de 2004",
    "Implícito en las veces impresas: el documento no lo imprime.",
    formato="#,##0.00",
)
ENTRADAS = (SIN_SEGURIDAD, PUBLICO_2005, OBSERVADO, POBLACION, ESTATAL)

_TITULOS = (
    ("Año", ""),
    ("Gasto público", "mdp"),
    ("Del cual, SS", "mdp"),
    ("Gasto privado", "mdp"),
    ("Gasto total", "mdp"),
    ("Población", "personas"),
    ("Por persona", "pesos"),
    ("Publicado", "pesos"),
    ("Público", "% del total"),
    ("Publicado", "% del total"),
    ("Sin seguridad", "pesos por persona"),
    ("Con seguridad", "pesos por persona"),
    ("Razón", "con / sin"),
    ("Publicado", "con / sin"),
)


def _publicado(indicador: str) -> dict[int, float]:
    """Figures of CUADRO VI of chapter I by year."""
    cuadro = desequilibrios.resultados()
    (fila,) = cuadro[cuadro["indicador"].str.startswith(indicador)].to_dict("records")
    anios = {"2000": 2000, "2002": 2002, "2006/E": 2006, "2010/E": 2010}
    return {anio: float(fila[columna]) for columna, anio in anios.items()}


def construir(libro: Libro) -> None:
    """Write the sheet."""
    hoja, e = libro.hoja(HOJA), libro.estilos
    preparar(
        hoja,
        e,
        "Los cinco desequilibrios",
        "Nivel, origen, distribución, esfuerzo estatal y destino del gasto. Pesos de 2004; desde "
        "2005, Escenario I de la hoja Gasto en salud. SPS 2006, capítulo I, CUADROS I, V y VI.",
    )
    hoja.set_column(0, 0, 20)
    hoja.set_column(1, len(_TITULOS) - 1, 12)
    for i, entrada in enumerate((SIN_SEGURIDAD, PUBLICO_2005)):
        hoja.write_string(3 + i, 0, entrada.etiqueta, e.texto())
        entrada.escribir(libro, HOJA, 3 + i, 2)
        hoja.write_string(3 + i, 3, f"{entrada.unidad}. {entrada.ayuda}", gasto.nota(libro))
    hoja.set_column(2, 2, 13)
    _series(libro)
    _charts(libro)
    _effort(libro)
    _use(libro)


def _band(libro: Libro, fila: int, col: int, columnas: int, texto: str) -> None:
    hoja, e = libro.hoja(HOJA), libro.estilos
    for j in range(columnas):
        hoja.write_blank(fila, col + j, None, e.seccion())
    hoja.write_string(fila, col, texto, e.seccion())


def _series(libro: Libro) -> None:
    hoja, e = libro.hoja(HOJA), libro.estilos
    fila = FILA_SERIES
    for col, columnas, texto in (
        (0, 6, "Gasto"),
        (6, 2, "Nivel"),
        (8, 2, "Origen"),
        (10, 4, "Distribución"),
    ):
        _band(libro, fila - 3, col, columnas, texto)
    for j, (texto, unidad) in enumerate(_TITULOS):
        hoja.write_string(fila - 2, j, texto, e.encabezado())
        hoja.write_string(fila - 1, j, unidad, e.unidad())
    publico_pct = _publicado("Gasto público en salud como")
    razon = _publicado("Número de veces")
    OBSERVADO.escribir(libro, HOJA, fila, 1)
    POBLACION.escribir(libro, HOJA, fila, 5)
    for i, anio in enumerate(ANIOS):
        r = fila + i
        hoja.write_number(r, 0, anio, e.calculo("0", align="left", indent=1))
        x = {j: celda(HOJA, r, j).split("!")[1] for j in range(len(_TITULOS))}
        if anio not in OBSERVADOS:
            k = anio - gasto.ANIOS[0] + 1
            publico = (
                "gasto_publico_2005"
                if anio == gasto.ANIOS[0]
                else f"INDEX({gasto.rango(1, 'gasto_publico')},{k})"
            )
            hoja.write_formula(r, 1, f"={publico}", e.calculo())
            for j, columna in ((2, "ss"), (3, "gasto_privado")):
                hoja.write_formula(r, j, f"=INDEX({gasto.rango(1, columna)},{k})", e.calculo())
        formulas = {
            4: (f"={x[1]}+{x[3]}", MDP),
            6: (f"={x[4]}*1000000/{x[5]}", MDP),
            8: (f"={x[1]}/{x[4]}", "0.0%"),
            10: (f"={x[2]}*1000000/(gasto_sin_seguridad*{x[5]})", MDP),
            11: (f"=({x[1]}-{x[2]})*1000000/((1-gasto_sin_seguridad)*{x[5]})", MDP),
            12: (f"={x[11]}/{x[10]}", "0.00"),
        }
        for j, (formula, numero) in formulas.items():
            hoja.write_formula(r, j, formula, e.calculo(numero))
        hoja.write_number(r, 7, float(_PER_CAPITA[anio]), e.publicado(MDP))
        for j, impreso, escala, numero in (
            (9, publico_pct.get(anio), 100.0, "0.0%"),
            (13, razon.get(anio), 1.0, "0.0"),
        ):
            if impreso is None:
                hoja.write_blank(r, j, None, e.publicado(numero))
            else:
                hoja.write_number(r, j, impreso / escala, e.publicado(numero))


def _column(j: int) -> str:
    primera, ultima = FILA_SERIES, FILA_SERIES + len(ANIOS) - 1
    return f"={celda(HOJA, primera, j)}:{celda(HOJA, ultima, j).split('!')[1]}"


def _charts(libro: Libro) -> None:
    hoja = libro.hoja(HOJA)
    brecha = libro.libro.add_chart({"type": "column"})
    for j, nombre, color in (
        (11, "Con seguridad social", VERDE),
        (10, "Sin seguridad social", ORO),
    ):
        brecha.add_series(
            {
                "name": nombre,
                "categories": _column(0),
                "values": _column(j),
                "fill": {"color": color},
                "gap": 60,
            }
        )
    razon = libro.libro.add_chart({"type": "line"})
    razon.add_series(
        {
            "name": "Razón (eje derecho)",
            "categories": _column(0),
            "values": _column(12),
            "line": {"color": VINO, "width": 2.25},
            "y2_axis": True,
        }
    )
    brecha.combine(razon)
    brecha.set_title(
        {"name": "Gasto público por persona", "name_font": {"size": 12, "color": VERDE}}
    )
    brecha.set_y_axis(
        {
            "num_format": "#,##0",
            "name": "pesos de 2004",
            "name_font": {"color": GRIS, "bold": False},
            "major_gridlines": {"visible": True, "line": {"color": "#E0E0E0"}},
        }
    )
    razon.set_y2_axis({"num_format": "0.0", "min": 0, "max": 3})
    brecha.set_legend({"position": "bottom"})
    hoja.insert_chart(FILA_GRAFICAS, 0, brecha, {"x_scale": 1.3, "y_scale": 1.25})
    mezcla = libro.libro.add_chart({"type": "area", "subtype": "percent_stacked"})
    for j, nombre, color in ((1, "Público", VERDE), (3, "Privado", VINO)):
        mezcla.add_series(
            {
                "name": nombre,
                "categories": _column(0),
                "values": _column(j),
                "fill": {"color": color},
            }
        )
    mezcla.set_title({"name": "Origen del gasto", "name_font": {"size": 12, "color": VERDE}})
    mezcla.set_y_axis(
        {"num_format": "0%", "major_gridlines": {"visible": True, "line": {"color": "#FFFFFF"}}}
    )
    mezcla.set_legend({"position": "bottom"})
    hoja.insert_chart(FILA_GRAFICAS, 7, mezcla, {"x_scale": 1.3, "y_scale": 1.25})


def _effort(libro: Libro) -> None:
    hoja, e = libro.hoja(HOJA), libro.estilos
    fila = FILA_ESFUERZO
    _band(
        libro,
        fila,
        0,
        6,
        "Esfuerzo estatal: veces que debe aumentar el gasto para cubrir la ASE de 2010",
    )
    titulos = (
        "Entidad",
        "Meta, familias",
        "ASE 2010, mdp",
        "Gasto 2004, mdp",
        "Veces",
        "Publicado",
    )
    hoja.set_row(fila + 1, 30)
    for j, texto in enumerate(titulos):
        hoja.write_string(fila + 1, j, texto, e.encabezado())
    veces = datos.tabla(DOCUMENTO, "cuadro_i_5b")["veces"]
    estados = _estados()
    for i, (clave, impreso) in enumerate(zip(estados, veces, strict=True)):
        r = fila + 2 + i
        hoja.write_string(r, 0, entidades.nombre(clave), e.texto())
        hoja.write_number(r, 1, _metas()[clave], e.publicado(MDP))
        familias = celda(HOJA, r, 1).split("!")[1]
        hoja.write_formula(r, 2, f"=SPS_ASE(2010,{familias})/1000000", e.calculo("#,##0.0"))
        hoja.write_number(r, 5, float(impreso), e.publicado("0.00"))
    ESTATAL.escribir(libro, HOJA, fila + 2, 3)
    n = len(estados)
    rango = f"{celda(HOJA, fila + 2, 2)}:{celda(HOJA, fila + 1 + n, 2).split('!')[1]}"
    bloque(hoja, fila + 2, 4, n, 1, f"=SPS_VECES({rango},gasto_estatal_2004)", e.calculo("0.00"))
    hoja.conditional_format(
        fila + 2,
        4,
        fila + 1 + n,
        4,
        {
            "type": "data_bar",
            "bar_color": ORO,
            "bar_solid": True,
            "min_type": "num",
            "min_value": 0,
        },
    )
    hoja.write_string(
        fila + 2 + n,
        0,
        "Las otras nueve entidades ya gastan lo suficiente (L1271). El gasto estatal no se "
        "imprime: es el que resulta de las veces publicadas.",
        e.subtitulo(),
    )


def _use(libro: Libro) -> None:
    hoja, e = libro.hoja(HOJA), libro.estilos
    fila, col = FILA_DESTINO, 8
    _band(libro, fila, col, 5, "Destino del gasto de la SS (publicado)")
    for j, texto in enumerate(("Año", "Personal", "Operación", "Inversión", "Resto")):
        hoja.write_string(fila + 1, col + j, texto, e.encabezado())
    cuadro = datos.tabla(DOCUMENTO, "figura_i_21")
    for i, renglon in enumerate(cuadro.itertuples(index=False)):
        r = fila + 2 + i
        anio, *partes = renglon
        hoja.write_number(r, col, float(anio), e.publicado("0", align="center"))
        for j, parte in enumerate(partes, start=1):
            if parte == parte:
                hoja.write_number(r, col + j, float(parte) / 100, e.publicado("0.0%"))
            else:
                hoja.write_string(r, col + j, "no se imprime", e.publicado("@", align="right"))
        primera, ultima = (celda(HOJA, r, col + k).split("!")[1] for k in (1, 3))
        hoja.write_formula(r, col + 4, f"=1-SUM({primera}:{ultima})", e.calculo("0.0%"))
    hoja.write_string(
        fila + 2 + len(cuadro), col, "FIGURA 21 y CUADRO VI, L1875-1977.", e.subtitulo()
    )
