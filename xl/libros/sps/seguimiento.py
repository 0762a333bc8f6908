"""Sheet Seguimiento: exercise by concept, prices of medicines, reports owed by the states."""

from __future__ import annotations

from typing import Any

from pymodel import datos, entidades
from pymodel.sps import seguimiento as modelo
from xl.libros.comun.entradas import Entrada
from xl.libros.comun.libro import Libro, bloque, celda
from xl.libros.estilo import ENTERO, MDP, ORO, VERDE, preparar
from xl.libros.sps import gasto

HOJA = "Seguimiento"
DOCUMENTO = "sps2006"
ANIOS = (2004, 2005)
FILA_EJERCICIO = 5
FILA_PRECIOS = 15
FILA_RESUMEN = 23
FILA_REPORTES = 32
N = 32
C = len(modelo.CONCEPTOS)
_ANIO_REPORTES = 2005


def _transferido() -> list[list[float]]:
    """CS and ASF transferred, mdp: without gastos de operación where they are printed (2004)."""
    cuadro = datos.tabla(DOCUMENTO, "texto_ii_transferencias")
    columnas = ["ano", "total_millones", "gastos_de_operacion_millones"]
    filas = {int(a): (t, g) for a, t, g in cuadro[columnas].to_numpy(float).tolist()}
    return [[t - (g if g == g else 0.0)] for t, g in (filas[a] for a in ANIOS)]


def _estructura() -> list[list[float]]:
    """Spent by concept, mdp: total of the text by the printed structure."""
    gastado = {a: float(datos.parametro("sps_ejercido", a, documento=DOCUMENTO)) for a in ANIOS}
    columnas = {2004: ("figura_ii_21", "2004"), 2005: ("figura_ii_24", "2005_texto")}
    return [
        [
            gastado[a] * float(p) / 100.0
            for p in datos.tabla(DOCUMENTO, columnas[a][0])[columnas[a][1]].to_numpy(float)
        ]
        for a in ANIOS
    ]


def _precios() -> list[list[Any]]:
    cuadro = datos.tabla(DOCUMENTO, "texto_ii_precios_medicamentos")
    columnas = ["precio_minimo", "precio_maximo", "precio_promedio"]
    precios = cuadro[columnas].to_numpy(float).tolist()
    nombres = [str(n) for n in cuadro["medicamento"]]
    return [
        [n, *(None if p != p else p for p in fila)]
        for n, fila in zip(nombres, precios, strict=True)
    ]


def _reportes() -> list[list[float | None]]:
    """Counts of 2005 that the text gives; everybody else delivered the yearly programme."""
    cuadro = datos.tabla(DOCUMENTO, "texto_ii_reportes_entregados")
    cuadro = cuadro[(cuadro["anio"] == _ANIO_REPORTES) & (cuadro["entidad"] != "Promedio")]
    tipos = list(modelo.reportes())
    # The text calls "Programa Anual de Gasto" what CUADRO VI calls "Programa de Gasto".
    dados: dict[tuple[str, str], float] = {}
    for tipo, entidad, numero in zip(
        cuadro["tipo_de_reporte"],
        cuadro["entidad"],
        cuadro["numero_de_reportes"].to_numpy(float).tolist(),
        strict=True,
    ):
        clave = (str(tipo).replace("Programa Anual", "Programa"), entidades.clave(str(entidad)))
        if numero == numero:
            dados[clave] = numero
    filas: list[list[float | None]] = []
    for cve in (str(c) for c in entidades.catalogo()["cve_ent"]):
        fila = [dados.get((tipo, cve)) for tipo in tipos]
        filas.append([1.0 if fila[0] is None else fila[0], *fila[1:]])
    return filas


TRANSFERIDO = Entrada(
    "seguimiento_transferido",
    "Transferido (CS y ASF)",
    "tabla",
    _transferido(),
    "mdp",
    "L3814-3820.",
    formato=MDP,
)
EJERCIDO = Entrada(
    "seguimiento_ejercido",
    "Ejercido al 31 de diciembre",
    "tabla",
    _estructura(),
    "mdp",
    "L4650-4664.",
    formato=MDP,
)
PRECIOS = Entrada(
    "seguimiento_precios",
    "Precios de compra",
    "tabla",
    _precios(),
    "pesos por unidad",
    "L5490-5494.",
    formato="#,##0.00",
)
MESES = Entrada(
    "seguimiento_meses", "Meses transcurridos", "entero", 12, "de 1 a 12", minimo=1, maximo=12
)
REPORTES = Entrada(
    "seguimiento_reportes",
    f"Reportes entregados en {_ANIO_REPORTES}",
    "tabla",
    _reportes(),
    "reportes",
    "L5542-5576; vacío: sin dato.",
    formato="0",
)
ENTRADAS = (TRANSFERIDO, EJERCIDO, PRECIOS, MESES, REPORTES)


def construir(libro: Libro) -> None:
    """Write the sheet."""
    hoja, e = libro.hoja(HOJA), libro.estilos
    preparar(
        hoja,
        e,
        "Seguimiento de las entidades",
        "Ejercicio de lo transferido, precios de medicamentos y reportes a la CNPSS. SPS 2006, "
        "capítulo II, L4468-5576.",
    )
    hoja.set_portrait()
    hoja.fit_to_pages(1, 1)
    hoja.set_column(0, 0, 42)
    hoja.set_column(1, 12, 13)
    _exercise(libro)
    _prices(libro)
    _reports(libro)


def _band(libro: Libro, fila: int, columnas: int, texto: str) -> None:
    hoja, e = libro.hoja(HOJA), libro.estilos
    for j in range(columnas):
        hoja.write_blank(fila, j, None, e.seccion())
    hoja.write_string(fila, 0, texto, e.seccion())


def _headers(libro: Libro, fila: int, textos: tuple[str, ...]) -> None:
    hoja, e = libro.hoja(HOJA), libro.estilos
    hoja.set_row(fila, 30)
    for j, texto in enumerate(textos):
        hoja.write_string(fila, j, texto, e.encabezado())


def _exercise(libro: Libro) -> None:
    hoja, e = libro.hoja(HOJA), libro.estilos
    fila = FILA_EJERCICIO
    _band(libro, fila - 2, 2 + C + 1, "Ejercicio por concepto, mdp")
    _headers(libro, fila - 1, ("Año", "Transferido (CS y ASF)", *modelo.CONCEPTOS))
    TRANSFERIDO.escribir(libro, HOJA, fila, 1)
    EJERCIDO.escribir(libro, HOJA, fila, 2)
    for i, anio in enumerate(ANIOS):
        for r in (fila + i, fila + 4 + i):
            hoja.write_number(r, 0, anio, e.calculo(ENTERO, align="left", indent=1))
    hoja.write_string(fila + 3, 0, "Año", e.encabezado())
    bloque(
        hoja,
        fila + 3,
        1,
        1 + len(ANIOS),
        1 + C,
        "=SPS_EJERCICIO(seguimiento_transferido,seguimiento_ejercido)",
        lambda i, _j: e.encabezado() if i == 0 else e.calculo("0.0%"),
    )
    hoja.write_string(fila + 3, 2 + C, "ejercido, publicado", e.encabezado())
    for i, anio in enumerate(ANIOS):
        impreso = datos.parametro("sps_ejercido_fraccion", anio, documento=DOCUMENTO)
        hoja.write_number(fila + 4 + i, 2 + C, float(impreso), e.publicado("0%"))
    hoja.set_row(fila + 3, 30)
    hoja.write_string(
        fila + 6,
        0,
        "Se puede gastar hasta seis meses después del cierre. El 67 % de 2005 no sale de los "
        "montos que imprime el texto (4,500 de 6,401).",
        e.subtitulo(),
    )


def _prices(libro: Libro) -> None:
    hoja, e = libro.hoja(HOJA), libro.estilos
    fila = FILA_PRECIOS
    _band(libro, fila - 2, 2 + C + 1, "Precios de compra entre entidades, pesos por unidad")
    _headers(
        libro,
        fila - 1,
        ("Medicamento", "Mínimo", "Máximo", "Promedio", "Ahorro sobre el máximo", "Publicado"),
    )
    PRECIOS.escribir(libro, HOJA, fila, 0)
    impresos = datos.tabla(DOCUMENTO, "texto_ii_precios_medicamentos")["ahorro_pct_impreso"]
    for i, impreso in enumerate(impresos.to_numpy(float)):
        minimo, maximo = (celda(HOJA, fila + i, j).split("!")[1] for j in (1, 2))
        formula = f"=INDEX(SPS_AHORRO_PRECIOS({minimo}:{maximo}),3,1)"
        hoja.write_formula(fila + i, 4, formula, e.calculo("0.0%"))
        hoja.write_number(fila + i, 5, impreso / 100.0, e.publicado("0%"))
    hoja.write_string(
        fila + len(impresos),
        0,
        "El texto corta los decimales. Con el volumen que compra cada entidad, "
        "SPS_AHORRO_PRECIOS da también los pesos.",
        e.subtitulo(),
    )


def _reports(libro: Libro) -> None:
    hoja, e = libro.hoja(HOJA), libro.estilos
    fila = FILA_RESUMEN
    _band(libro, fila - 3, len(modelo.RESUMEN) + 2, "Cumplimiento de los reportes a la CNPSS")
    hoja.write_string(fila - 2, 0, MESES.etiqueta, e.texto())
    MESES.escribir(libro, HOJA, fila - 2, 1)
    hoja.write_string(fila - 2, 2, MESES.unidad, gasto.nota(libro))
    tipos = list(modelo.reportes())
    numeros = {4: "0.0", 5: "0%"}
    bloque(
        hoja,
        fila - 1,
        0,
        1 + len(tipos),
        len(modelo.RESUMEN),
        "=SPS_REPORTES(seguimiento_tabla,seguimiento_meses)",
        lambda i, j: (
            e.encabezado()
            if i == 0
            else e.texto()
            if j == 0
            else e.calculo(numeros.get(j, ENTERO), align="center")
        ),
    )
    hoja.set_row(fila - 1, 30)
    hoja.conditional_format(
        fila,
        5,
        fila + len(tipos) - 1,
        5,
        {
            "type": "data_bar",
            "bar_color": ORO,
            "bar_solid": True,
            "min_type": "num",
            "min_value": 0,
            "max_type": "num",
            "max_value": 1,
        },
    )
    hoja.write_string(
        fila + len(tipos),
        0,
        "Parciales y sin reporte están en causa de suspensión (Reglamento, art. 81). De las "
        "entidades sin dato no se supone nada: el texto sólo nombra algunas. Del programa de gasto "
        "nombra a las seis que no lo entregaron.",
        e.subtitulo(),
    )
    fila = FILA_REPORTES
    _band(libro, fila - 2, 1 + len(tipos), f"Reportes entregados en {_ANIO_REPORTES}")
    hoja.set_row(fila - 1, 44)
    for j, texto in enumerate(("Entidad", *tipos)):
        hoja.write_string(fila - 1, j, texto, e.encabezado())
    for i, nombre in enumerate(entidades.catalogo()["entidad"]):
        hoja.write_string(fila + i, 0, str(nombre), e.texto())
    REPORTES.escribir(libro, HOJA, fila, 1)
    libro.nombrar("seguimiento_tabla", HOJA, fila - 1, 1, fila + N - 1, len(tipos))
    for j, debidos in enumerate(modelo.reportes().values(), start=1):
        hoja.conditional_format(
            fila,
            j,
            fila + N - 1,
            j,
            {
                "type": "formula",
                "criteria": f'=AND({_relative(fila, j)}<>"",{_relative(fila, j)}=0)',
                "format": libro.libro.add_format({"bg_color": "#F3D9DF", "font_color": "#7A1F3D"}),
            },
        )
        hoja.conditional_format(
            fila,
            j,
            fila + N - 1,
            j,
            {
                "type": "cell",
                "criteria": "==",
                "value": debidos,
                "format": libro.libro.add_format({"bg_color": "#CFE5DE", "font_color": VERDE}),
            },
        )


def _relative(fila: int, col: int) -> str:
    return f"{chr(ord('A') + col)}{fila + 1}"
