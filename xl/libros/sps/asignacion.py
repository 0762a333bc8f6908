"""Sheets of allocation: 2004, 2005 and an editable year, each with what was published."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np
from xlsxwriter.utility import xl_col_to_name

from pymodel import datos, entidades
from pymodel.sps import afiliacion
from pymodel.sps.asignacion import SALIDA
from xl.libros.comun.definicion import Indicador
from xl.libros.comun.entradas import Entrada
from xl.libros.comun.libro import Libro, bloque
from xl.libros.estilo import DECIMAL, MDP, preparar
from xl.libros.sps.supuestos import ARTICULO_87

ENCABEZADO = (
    "Entidad",
    "Familias T1",
    "Familias T2",
    "Familias T3",
    "Familias T4",
    "Familias previas",
    "Recursos existentes (pesos)",
)
DEL_ARTICULO_87 = ("Necesidades salud", "Aportaciones adicionales", "Desempeño")
FILA = 6  # header of the tables; the states follow
ESTADOS = 32
NOTAS = (
    "De origen, las familias nuevas están en el tercer trimestre, que paga medio año.",
    "Recursos existentes (FASSA y ramo 12 por entidad): no se publican; en cero, la ASF "
    "complementaria es la ASF completa. Capture los suyos.",
)
MEDIO_ANIO = 2  # the third quarter, which pays half a year, in the order of the quarters


def _publicado(anio: int) -> dict[str, tuple[float, float]]:
    """INEGI key -> pesos transferred and families of CUADRO V."""
    columnas = [f"estado_{anio}", f"transferencias_{anio}", f"familias_{anio}"]
    filas = datos.tabla("sps2006", "cuadro_ii_5")[columnas].dropna()
    return {
        entidades.clave(e): (float(t), float(f))
        for e, t, f in filas.itertuples(index=False, name=None)
    }


@cache
def _familias(anio: int) -> dict[str, tuple[float, float]]:
    """New and previous families of each state.

    2004: all of CUADRO V as new (those of the pilot are not printed by state). 2005: the growth of
    CUADRO V. Editable year: what is missing to the 5,008,340 families of 2006, in proportion to
    what each state lacks of its goal.
    """
    de_2004, de_2005 = _publicado(2004), _publicado(2005)
    claves = [str(c) for c in entidades.catalogo()["cve_ent"]]
    if anio == 2004:
        return {c: (de_2004.get(c, (0.0, 0.0))[1], 0.0) for c in claves}
    if anio == 2005:
        previas = {c: de_2004.get(c, (0.0, 0.0))[1] for c in claves}
        return {c: (de_2005[c][1] - previas[c], previas[c]) for c in claves}
    cobertura = datos.tabla("sps2006", "cuadro_ii_2").iloc[:-1]
    metas = {
        entidades.clave(e): float(m)
        for e, m in zip(
            cobertura["entidad"], cobertura["metas_de_afiliacion_familias"], strict=True
        )
    }
    cierre = np.array([de_2005[c][1] for c in claves])
    faltan = np.maximum(np.array([metas[c] for c in claves]) - cierre, 0.0)
    nuevas = float(afiliacion.familias([anio])[0]) - cierre.sum()
    acumuladas = np.round(nuevas * np.cumsum(faltan) / faltan.sum())
    por_estado = np.diff(acumuladas, prepend=0.0)
    return {c: (float(n), float(p)) for c, n, p in zip(claves, por_estado, cierre, strict=True)}


@dataclass(frozen=True)
class Caso:
    """One year: its sheet, its inputs, the names of its cells."""

    hoja: str
    sufijo: str
    anio: int
    descripcion: str
    subtitulo: str
    propio: bool = False

    @property
    def encabezado(self) -> tuple[str, ...]:
        """Columns of the input table."""
        return ENCABEZADO + (DEL_ARTICULO_87 if self.propio else ())

    @property
    def publicado(self) -> bool:
        """Whether CUADRO V prints what was transferred in the year."""
        return not self.propio

    @property
    def salida(self) -> int:
        """First column of the result."""
        return len(self.encabezado) + 1

    @property
    def entrada(self) -> Entrada:
        """The rows of the states as an input block."""
        filas: list[list[object]] = []
        for cve, (nuevas, previas) in _familias(self.anio).items():
            trimestres = [0.0] * 4
            trimestres[MEDIO_ANIO] = nuevas
            vacias = [None] * (len(self.encabezado) - len(ENCABEZADO))
            filas.append([entidades.nombre(cve), *trimestres, previas, 0.0, *vacias])
        return Entrada(f"sps_estados_{self.sufijo}", "Entidades", "tabla", filas, formato=MDP)

    def construir(self, libro: Libro) -> None:
        """Inputs at the left, the allocation, and what was published at the right."""
        hoja, e = libro.hoja(self.hoja), libro.estilos
        preparar(hoja, e, self.hoja, self.subtitulo, repetir=(FILA, FILA))
        for fila, nota in enumerate(NOTAS, start=2):
            hoja.write_string(fila, 0, nota, e.subtitulo())
        ancho, salida = len(self.encabezado), self.salida
        hoja.set_column(0, 0, 20)
        hoja.set_column(1, ancho - 1, 12)
        hoja.set_column(ancho, ancho, 2)
        hoja.set_column(salida, salida, 20)
        hoja.set_column(salida + 1, salida + 15, 16)
        hoja.freeze_panes(FILA + 1, 1)
        hoja.fit_to_pages(3 if self.publicado else 2, 1)
        hoja.repeat_columns(0)
        hoja.set_row(FILA, 44)
        hoja.merge_range(FILA - 1, 0, FILA - 1, ancho - 1, "Datos de las entidades", e.seccion())
        for j, texto in enumerate(self.encabezado):
            hoja.write_string(FILA, j, texto, e.encabezado())
        self.entrada.escribir(libro, self.hoja, FILA + 1, 0)
        libro.nombrar(f"sps_tabla_{self.sufijo}", self.hoja, FILA, 0, FILA + ESTADOS, ancho - 1)
        total = FILA + 1 + ESTADOS
        hoja.write_string(total, 0, "Nacional", e.total("@"))
        for j in range(1, ancho):
            letra = _letra(j)
            suma = f"=SUM({letra}{FILA + 2}:{letra}{total})"
            hoja.write_formula(total, j, suma, e.total(MDP))
        self._resultado(libro, total)
        if self.publicado:
            self._comparacion(libro, total)
        self._estadisticas(libro, total + 2)

    def _resultado(self, libro: Libro, total: int) -> None:
        """One call of the function for the whole table."""
        hoja, e, col = libro.hoja(self.hoja), libro.estilos, self.salida
        hoja.merge_range(
            FILA - 1, col, FILA - 1, col + len(SALIDA) - 1, "Asignación, pesos de 2004", e.seccion()
        )
        ultima = len(SALIDA) - 1

        def formato(i: int, j: int) -> object:
            if i == 0:
                return e.encabezado()
            numero = "@" if j == 0 else DECIMAL if j == ultima else MDP
            return e.total(numero) if i == ESTADOS + 1 else e.calculo(numero)

        bloque(hoja, FILA, col, ESTADOS + 2, len(SALIDA), self._formula(), formato)
        transferencia = col + SALIDA.index("transferencia")
        libro.nombrar(f"sps_transferencia_{self.sufijo}", self.hoja, total, transferencia)
        libro.nombrar(f"sps_por_familia_{self.sufijo}", self.hoja, total, transferencia + 1)
        hoja.conditional_format(
            FILA + 1,
            transferencia + 1,
            total - 1,
            transferencia + 1,
            {"type": "data_bar", "bar_color": "#8FC1B5", "bar_solid": True},
        )

    def _formula(self) -> str:
        tabla = f"sps_tabla_{self.sufijo}"
        if not self.propio:
            return f'=SPS_ASIGNACION({tabla},{self.anio},"","",sps_go_{self.sufijo})'
        return (
            f'=IF(sps_reparto="{ARTICULO_87}",'
            f"SPS_ASIGNACION({tabla},sps_anio_propio,sps_ponderadores,sps_meta_propia,"
            f'sps_go_propio),SPS_ASIGNACION({tabla},sps_anio_propio,"","",sps_go_propio))'
        )

    def _comparacion(self, libro: Libro, total: int) -> None:
        """Published transfer, at prices of 2004, and the existing resources that it implies."""
        hoja, e = libro.hoja(self.hoja), libro.estilos
        col = self.salida + len(SALIDA) + 1
        hoja.set_column(col - 1, col - 1, 2)
        hoja.merge_range(FILA - 1, col, FILA - 1, col + 3, "CUADRO V, L4620-4634", e.seccion())
        for j, texto in enumerate(
            (
                "Transferencia publicada (corrientes)",
                "La misma, pesos de 2004",
                "Calculada menos publicada",
                "Recursos existentes que implica",
            )
        ):
            hoja.write_string(FILA, col + j, texto, e.encabezado())
        publicado = _publicado(self.anio)
        asf, transferible, transferencia = (
            _letra(self.salida + SALIDA.index(c))
            for c in ("ASF", "CS transferible", "transferencia")
        )
        p, real = _letra(col), _letra(col + 1)
        for i, cve in enumerate(_familias(self.anio)):
            r = FILA + 2 + i  # one-based, as formulas count
            if cve not in publicado:
                for j in range(4):
                    hoja.write_string(r - 1, col + j, "", e.calculo())
                continue
            hoja.write_number(r - 1, col, publicado[cve][0], e.publicado(MDP))
            hoja.write_formula(r - 1, col + 1, f"={p}{r}*sps_inpc_{self.sufijo}", e.calculo(MDP))
            hoja.write_formula(r - 1, col + 2, f"={transferencia}{r}-{real}{r}", e.calculo(MDP))
            hoja.write_formula(
                r - 1,
                col + 3,
                f"=MAX(0,{asf}{r}+{transferible}{r}-{real}{r}*(1-sps_go_{self.sufijo}))",
                e.calculo(MDP),
            )
        for j in range(4):
            letra = _letra(col + j)
            suma = f"=SUM({letra}{FILA + 2}:{letra}{total})"
            hoja.write_formula(total, col + j, suma, e.total(MDP))
        hoja.write_string(total + 2, col, "INPC promedio 2004 entre el del año", e.texto())
        hoja.write_formula(
            total + 2, col + 3, f"=DEFLACTAR(1,{self.anio},2004)", e.calculo("0.0000")
        )
        libro.nombrar(f"sps_inpc_{self.sufijo}", self.hoja, total + 2, col + 3)
        hoja.write_string(
            total + 3,
            col,
            "Implica: con la parte del año de esta hoja. Informativo; no es un dato publicado.",
            e.subtitulo(),
        )

    def _estadisticas(self, libro: Libro, fila: int) -> None:
        """How uneven the allocation is, and how uneven what was published, where there is any."""
        hoja, e = libro.hoja(self.hoja), libro.estilos
        columnas = [("Calculada", self.salida + SALIDA.index("transferencia"))]
        if self.publicado:
            columnas.append(("Publicada", self.salida + len(SALIDA) + 1))
        titulo = "Desigualdad de la transferencia"
        hoja.merge_range(fila, 0, fila, 2, titulo, e.seccion())
        for k, (texto, montos) in enumerate(columnas, start=3):
            hoja.write_string(fila, k, texto, e.encabezado())
            x = f"{_letra(montos)}{FILA + 2}:{_letra(montos)}{FILA + 1 + ESTADOS}"
            n = f'COUNTIF({x},">0")'
            formulas = (
                # Sample deviation over mean of the states that received anything.
                f"=SQRT((SUMSQ({x})-SUM({x})^2/{n})/({n}-1))/(SUM({x})/{n})",
                f"=MAX({x})/SMALL({x},COUNTIF({x},0)+1)",
                f'=SUMIF({x},">="&LARGE({x},10))/SUM({x})',
            )
            for i, (formula, numero) in enumerate(
                zip(formulas, ("0.000", "#,##0.0", "0.0%"), strict=True), start=fila + 1
            ):
                hoja.write_formula(i, k, formula, e.calculo(numero))
            nombre = f"sps_cv_{self.sufijo}" + ("_publicado" if k > 3 else "")
            libro.nombrar(nombre, self.hoja, fila + 1, k)
        for i, texto in enumerate(
            (
                "Coeficiente de variación entre entidades (n-1)",
                "Mayor entre menor",
                "Parte de las 10 mayores",
            ),
            start=fila + 1,
        ):
            hoja.merge_range(i, 0, i, 2, texto, e.texto())


CASOS = (
    Caso(
        "Asignación 2004",
        "2004",
        2004,
        "Lo que la ley da a cada entidad en 2004, junto a lo publicado",
        "29 entidades afiliaban; las familias son las del CUADRO V del capítulo II, todas como "
        "nuevas: las del programa piloto no se imprimen por entidad.",
    ),
    Caso(
        "Asignación 2005",
        "2005",
        2005,
        "Lo que la ley da a cada entidad en 2005, junto a lo publicado",
        "Previas: las de 2004; nuevas: el aumento de 2005 en el CUADRO V del capítulo II.",
    ),
    Caso(
        "Asignación año",
        "propio",
        2006,
        "La misma asignación para el año y las entidades que usted capture",
        "De origen 2006: faltan familias para las 5,008,340 de la CNPSS, que se reparten según lo "
        "que a cada entidad le falta para su meta (supuesto). Año, reparto y meta: en Supuestos.",
        propio=True,
    ),
)
ENTRADAS = tuple(caso.entrada for caso in CASOS)
INDICADORES = tuple(
    Indicador(f"sps_transferencia_{caso.sufijo}", texto, "pesos de 2004", MDP)
    for caso, texto in zip(
        CASOS,
        (
            "Transferencia nacional de 2004",
            "Transferencia nacional de 2005",
            "Transferencia nacional del año editable",
        ),
        strict=True,
    )
)


def _letra(col: int) -> str:
    """Column of a formula: 0 is "A"."""
    nombre: str = xl_col_to_name(col)
    return nombre
