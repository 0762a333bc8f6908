"""Sheet Prima de RT: the premium of each firm by its accidents, and the mean of each class."""

from __future__ import annotations

from xlsxwriter.utility import xl_rowcol_to_cell

from pymodel.cuotas.riesgos import CLASES
from xl.libros.comun.libro import Libro
from xl.libros.comun.plano import NO, SI
from xl.libros.cuotas import plano
from xl.libros.estilo import ENTERO, GRIS, MDP, preparar

PRIMERA = 6
TITULOS = (
    "Empresa",
    "S: días subsidiados",
    "I: suma de grados (fracción)",
    "D: defunciones",
    "N: trabajadores promedio",
    "Prima anterior",
    "¿Sistema acreditado?",
    "Masa salarial anual, pesos",
    "Prima nueva",
    "Cambio",
    "Cuota anual, pesos",
    "Diferencia anual, pesos",
)
FORMATOS = ("@", MDP, "0.00", ENTERO, MDP, plano.FRACCION, "@", MDP)


def construir(libro: Libro) -> None:
    """Write the sheet."""
    hoja, e = libro.hoja(plano.EMPRESAS), libro.estilos
    preparar(
        hoja,
        e,
        "Prima de riesgos de trabajo de las empresas",
        "LSS, art. 72 y 74: [(S/365) + 28 (I + D)] (F/N) + 0.005, con F = 2.3 (2.2 con sistema "
        "acreditado); a lo más un punto de cambio, entre 0.5 % y 15 %. Empresas inventadas.",
        color="#B38E5D",
    )
    hoja.set_column(0, 0, 36)
    hoja.set_column(1, len(TITULOS) - 1, 14)
    hoja.merge_range(PRIMERA - 3, 0, PRIMERA - 3, len(TITULOS) - 1, "Empresas", e.seccion())
    hoja.set_row(PRIMERA - 2, 44)
    for col, texto in enumerate(TITULOS):
        hoja.write_string(PRIMERA - 2, col, texto, e.encabezado())
        hoja.write_string(PRIMERA - 1, col, "dato" if col < 8 else "resultado", e.unidad())
    hoja.freeze_panes(PRIMERA, 1)
    (entrada,) = plano.DE_EMPRESAS
    entrada.escribir(libro, plano.EMPRESAS, PRIMERA, 0)
    for i, renglon in enumerate(entrada.defecto, start=PRIMERA):
        for col, (valor, numero) in enumerate(zip(renglon, FORMATOS, strict=True)):
            centrado = {"align": "center"} if col == 6 else {}
            hoja.write(i, col, valor, e.insumo(numero, **centrado))
        _resultados(libro, i)
    ultima = PRIMERA + plano.EMPRESAS_MAX - 1
    hoja.data_validation(
        PRIMERA,
        6,
        ultima,
        6,
        {
            "validate": "list",
            "source": [SI, NO],
            "error_title": "Valor no válido",
            "error_message": "Elija sí o no.",
        },
    )
    _totales(libro, ultima + 1)
    _clases(libro, ultima + 4)


def _resultados(libro: Libro, i: int) -> None:
    hoja, e = libro.hoja(plano.EMPRESAS), libro.estilos
    s, grados, d, n, anterior, acreditada, masa, nueva = (
        xl_rowcol_to_cell(i, c) for c in range(1, 9)
    )
    formulas = (
        (
            f'=IF({n}="","",PRIMA_RT({s},{grados},{d},{n},{anterior},{acreditada}="{SI}"))',
            plano.FRACCION,
        ),
        (f'=IF(OR({n}="",{anterior}=""),"",{nueva}-{anterior})', "+0.00000%;-0.00000%;0.00000%"),
        (f'=IF(OR({n}="",{masa}=""),"",{nueva}*{masa})', MDP),
        (f'=IF(OR({n}="",{masa}="",{anterior}=""),"",({nueva}-{anterior})*{masa})', MDP),
    )
    for j, (formula, numero) in enumerate(formulas, start=8):
        hoja.write_formula(i, j, formula, e.calculo(numero))


def _totales(libro: Libro, fila: int) -> None:
    hoja, e = libro.hoja(plano.EMPRESAS), libro.estilos
    hoja.write_string(fila, 0, "Total, y prima media ponderada por masa salarial", e.total("@"))
    for col in range(1, len(TITULOS)):
        hoja.write_blank(fila, col, None, e.total("@"))

    def columna(c: int) -> str:
        return f"{xl_rowcol_to_cell(PRIMERA, c)}:{xl_rowcol_to_cell(fila - 1, c)}"

    hoja.write_formula(fila, 4, f"=SUM({columna(4)})", e.total(MDP))
    hoja.write_formula(fila, 7, f"=SUM({columna(7)})", e.total(MDP))
    cuota, masa = (xl_rowcol_to_cell(fila, c) for c in (10, 7))
    hoja.write_formula(fila, 8, f'=IF({masa}=0,"",{cuota}/{masa})', e.total(plano.FRACCION))
    for col in (10, 11):
        hoja.write_formula(fila, col, f"=SUM({columna(col)})", e.total(MDP))
    libro.nombrar("empresas_prima", plano.EMPRESAS, fila, 8)
    libro.nombrar("empresas_cuota", plano.EMPRESAS, fila, 10)


def _clases(libro: Libro, fila: int) -> None:
    hoja, e = libro.hoja(plano.EMPRESAS), libro.estilos
    hoja.merge_range(fila, 0, fila, 5, "Primas medias por clase de riesgo (art. 73)", e.seccion())
    hoja.write_string(fila + 1, 0, "Clase", e.encabezado())
    hoja.write_string(fila + 2, 0, "Prima media", e.texto())
    for j, clase in enumerate(CLASES, start=1):
        hoja.write_string(fila + 1, j, clase, e.encabezado())
        hoja.write_formula(fila + 2, j, f"=PRIMA_RT_CLASE({j})", e.calculo(plano.FRACCION))
    notas = (
        "I es la suma de los grados de incapacidad permanente: 30 % y 100 % suman 1.3.",
        "No cuentan los accidentes en trayecto. Con menos de 10 trabajadores se puede optar "
        "por la prima media de su clase (art. 72).",
        "Sin prima anterior no se limita el cambio: así queda el primer año con siniestralidad "
        "propia.",
    )
    for i, texto in enumerate(notas, start=fila + 4):
        hoja.write_string(i, 0, f"•  {texto}", e(font_color=GRIS))
