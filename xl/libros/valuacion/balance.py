"""Sheets Balance and Pasivos por generación."""

from __future__ import annotations

import pandas as pd
from xlsxwriter.format import Format
from xlsxwriter.utility import xl_rowcol_to_cell

from pymodel import datos
from pymodel.balance import pasivos_por_generacion
from pymodel.valuacion import CASOS, PROPIO, Caso, publicado
from pymodel.valuacion.casos import IMSS, nombre_cuadro
from xl.libros.comun.libro import Libro, bloque
from xl.libros.estilo import MDP, PCT, preparar
from xl.libros.valuacion import plano
from xl.libros.valuacion.comun import si_hay_datos

ALTO = 17
PG_PASIVO = "Pensión garantizada a cargo del Gobierno Federal"
PG_ACTIVO = "Ingresos del Gobierno Federal por pensión garantizada"


def fila_bloque(caso: Caso) -> int:
    """First row of the block of a valuation."""
    return 4 + ALTO * plano.TODOS.index(caso)


def _has_pg(caso: Caso) -> bool:
    return caso is not PROPIO and publicado(caso).pension_garantizada > 0


def conceptos(caso: Caso) -> list[str]:
    """Lines of the balance below its header, as BALANCE_ACTUARIAL returns them."""
    otros = [PG_ACTIVO] if _has_pg(caso) else []
    pasivos = [c.nombre for c in caso.componentes if c.a_cargo == IMSS]
    if _has_pg(caso):
        pasivos.append(PG_PASIVO)
    return [
        "Reserva",
        "Aportaciones futuras",
        *otros,
        "Subtotal activo",
        "Déficit/(Superávit)",
        "Total activo",
        *pasivos,
        "Total pasivo",
    ]


def construir(libro: Libro) -> None:
    """Write the sheet."""
    hoja, e = libro.hoja(plano.BALANCE), libro.estilos
    preparar(
        hoja,
        e,
        "Balance actuarial",
        "Activo: reserva y aportaciones futuras (prima de ingreso por VPSF). Déficit positivo; "
        "superávit entre paréntesis. Cada renglón también como % del VPSF.",
        repetir=(0, 2),
    )
    hoja.set_column(0, 0, 52)
    hoja.set_column(1, 1, 16)
    hoja.set_column(2, 2, 12)
    hoja.set_column(3, 4, 16)
    hoja.set_column(5, 5, 50)
    hoja.set_column(6, 6, 2)
    hoja.set_column(7, 7, 46)
    hoja.set_column(8, 8, 16)
    hoja.freeze_panes(3, 1)
    for caso in plano.TODOS:
        _block(libro, caso)
    hoja.set_h_pagebreaks([fila_bloque(c) for c in plano.TODOS[2::2]])
    hoja.print_area(0, 0, fila_bloque(plano.TODOS[-1]) + ALTO, 5)


def _block(libro: Libro, caso: Caso) -> None:
    hoja, e, fila = libro.hoja(plano.BALANCE), libro.estilos, fila_bloque(caso)
    titulo = caso.titulo if caso is PROPIO else f"{caso.titulo} — {caso.nombre}"
    base = "a precios de su año base" if caso is PROPIO else caso.base_precios
    hoja.merge_range(fila, 0, fila, 5, f"{titulo} ({base})", e.seccion())
    hoja.merge_range(fila, 7, fila, 8, "Pasivos y otros activos que entran", e.seccion())
    inicio, pg = _entries(libro, caso, fila + 1)
    lineas = conceptos(caso)
    otros = f",{pg}" if pg else ""
    reserva, prima, vpsf = (plano.nombre(caso, c) for c in ("reserva", "prima_ingreso", "vpsf"))

    def formato(i: int, j: int) -> Format:
        if i == 0:
            return e.encabezado()
        total = lineas[i - 1].startswith(("Total", "Subtotal", "Déficit"))
        return (e.total if total else e.calculo)(("@", MDP, PCT)[j])

    bloque(
        hoja,
        fila + 1,
        0,
        len(lineas) + 1,
        3,
        si_hay_datos(caso, f"BALANCE_ACTUARIAL({reserva},{prima},{vpsf},{inicio}{otros})"),
        formato,
    )
    for j, texto in enumerate(("Publicado", "Diferencia", "Nota")):
        hoja.write_string(fila + 1, 3 + j, texto, e.encabezado())
    hoja.set_row(fila + 1, 20)
    brecha = fila + 2 + lineas.index("Déficit/(Superávit)")
    libro.nombrar(plano.nombre(caso, "deficit"), plano.BALANCE, brecha, 1)
    libro.nombrar(plano.nombre(caso, "deficit_pct"), plano.BALANCE, brecha, 2)
    if caso is not PROPIO:
        _published(libro, caso, fila + 2, lineas)


def _entries(libro: Libro, caso: Caso, fila: int) -> tuple[str, str]:
    """Input tables beside the balance: liabilities and the pensión garantizada asset."""
    hoja, e = libro.hoja(plano.BALANCE), libro.estilos
    hoja.write_string(fila, 7, "concepto", e.encabezado())
    hoja.write_string(fila, 8, "monto", e.encabezado())
    vp = plano.nombre(caso, "vp")
    pasivos = [
        (c.nombre, f"=INDEX({vp},1,{j + 1})")
        for j, c in enumerate(caso.componentes)
        if c.a_cargo == IMSS
    ]
    if _has_pg(caso):
        ajeno = [j for j, c in enumerate(caso.componentes) if c.a_cargo != IMSS]
        if ajeno:
            pg = f"=INDEX({vp},1,{ajeno[0] + 1})"
        else:
            # No printed flow: printed amount over printed VP of pensions, an input.
            oficial = publicado(caso)
            pg = f"=INDEX({vp},1,1)*{oficial.pension_garantizada!r}/{oficial.vp_gasto[0]!r}"
        pasivos.append((PG_PASIVO, pg))
    for i, (concepto, formula) in enumerate(pasivos):
        hoja.write_string(fila + 1 + i, 7, concepto, e.texto())
        hoja.write_formula(fila + 1 + i, 8, formula, e.calculo(MDP))
    rango = f"{xl_rowcol_to_cell(fila + 1, 7)}:{xl_rowcol_to_cell(fila + len(pasivos), 8)}"
    if not _has_pg(caso):
        return rango, ""
    activo = fila + len(pasivos) + 3
    hoja.write_string(activo - 1, 7, "Otros activos", e.encabezado())
    hoja.write_string(activo - 1, 8, "monto", e.encabezado())
    hoja.write_string(activo, 7, PG_ACTIVO, e.texto())
    hoja.write_formula(activo, 8, f"={xl_rowcol_to_cell(fila + len(pasivos), 8)}", e.calculo(MDP))
    return rango, f"{xl_rowcol_to_cell(activo, 7)}:{xl_rowcol_to_cell(activo, 8)}"


def _columns(cuadro: pd.DataFrame) -> tuple[str, str, str, str]:
    """Columns side, group, concept, amount of a printed balance."""
    lado, grupo, concepto, monto = cuadro.columns[:4]
    return str(lado), str(grupo), str(concepto), str(monto)


def _published(libro: Libro, caso: Caso, fila: int, lineas: list[str]) -> None:
    hoja, e, oficial = libro.hoja(plano.BALANCE), libro.estilos, publicado(caso)
    cuadro = datos.tabla(caso.documento, caso.tabla_balance)
    lado, grupo, concepto, monto = _columns(cuadro)
    activo = cuadro[cuadro[lado].str.lower() == "activo"]
    textos = activo[concepto].str.lower()

    def buscar(mascara: pd.Series) -> float:
        return float(activo.loc[mascara, monto].iloc[0])

    futuras = activo[grupo].fillna("").str.lower().str.startswith("aportaciones")
    subtotal = textos.str.startswith("subtotal")
    publicados: dict[str, float] = {
        "Reserva": buscar(textos.str.startswith("saldo de la reserva")),
        "Aportaciones futuras": (
            buscar(futuras & subtotal)
            if (futuras & subtotal).any()
            else buscar(textos.str.startswith("aportaciones futuras") | futuras)
        ),
        "Subtotal activo": buscar(subtotal & ~futuras),
        "Déficit/(Superávit)": oficial.deficit,
        "Total activo": buscar(textos.str.match(r"total")),
        PG_ACTIVO: oficial.pension_garantizada,
        PG_PASIVO: oficial.pension_garantizada,
        "Total pasivo": buscar(textos.str.match(r"total")),
        **{
            c.nombre: v
            for c, v in zip(caso.componentes, oficial.vp_gasto, strict=True)
            if c.a_cargo == IMSS
        },
    }
    fuente = f"{caso.informe}, {nombre_cuadro(caso.tabla_balance)}"
    for i, nombre in enumerate(lineas):
        hoja.write_number(fila + i, 3, publicados[nombre], e.publicado(MDP))
        a, b = xl_rowcol_to_cell(fila + i, 1), xl_rowcol_to_cell(fila + i, 3)
        hoja.write_formula(fila + i, 4, f"={a}-{b}", e.calculo(MDP))
        nota = fuente if i == 0 else ""
        if caso.clave == "siv_2005" and nombre in ("Subtotal activo", "Déficit/(Superávit)"):
            nota = "El informe deja fuera del subtotal la reserva de 16,350 (defecto D3)"
        if caso.clave == "siv_2010" and nombre == PG_ACTIVO:
            nota = "Insumo: proporción publicada del VP de pensiones; no mueve el déficit"
        hoja.write_string(fila + i, 5, nota, e.texto(font_color="#6B6B6B", font_size=9))


def generaciones(libro: Libro) -> None:
    """Printed liabilities by generation or group: inputs that exist at the base only."""
    hoja, e = libro.hoja(plano.GENERACIONES), libro.estilos
    preparar(
        hoja,
        e,
        "Pasivos por generación o grupo",
        "Insumo: montos publicados. Sólo existen en la base (a 3.5 %): los informes no publican "
        "los flujos de cada generación, así que los escenarios no los mueven. Millones de pesos.",
        repetir=(0, 2),
    )
    hoja.set_column(0, 0, 52)
    hoja.set_column(1, 8, 20)
    hoja.freeze_panes(3, 1)
    fila = 3
    for caso in CASOS:
        if caso.clave == "srt_2010":
            hoja.set_h_pagebreaks([fila])
        tabla = datos.tabla(caso.documento, caso.tabla_balance)
        lado, grupo, concepto, monto = _columns(tabla)
        detalle = tabla[
            (tabla[lado].str.lower() == "pasivo")
            & ~tabla[concepto].str.lower().str.contains("total")
        ]
        if caso.anio == 2005 and detalle[grupo].notna().any():
            # Below the generations the 2005 tables repeat the sums by benefit.
            detalle = detalle[detalle[grupo].notna()]
        cuadro = pasivos_por_generacion(
            detalle[grupo].fillna("Sin grupo").str.replace(r"\d/$", "", regex=True).tolist(),
            detalle[concepto].str.replace(r"\s*\(\d+\).*$", "", regex=True).tolist(),
            detalle[monto].to_numpy(dtype=float),
        )
        ancho = len(cuadro.columns)
        fuente = f"{caso.informe}, {nombre_cuadro(caso.tabla_balance)}"
        hoja.merge_range(
            fila,
            0,
            fila,
            max(ancho, 1),
            f"{caso.titulo} ({caso.base_precios}) — {fuente}",
            e.seccion(),
        )
        hoja.set_row(fila + 1, 34)
        hoja.write_string(fila + 1, 0, "Prestación", e.encabezado())
        for j, texto in enumerate(cuadro.columns):
            hoja.write_string(fila + 1, 1 + j, str(texto), e.encabezado())
        for i, (prestacion, montos) in enumerate(zip(cuadro.index, cuadro.to_numpy(), strict=True)):
            ultimo = i == len(cuadro.index) - 1
            formato = e.total(MDP) if ultimo else e.publicado(MDP)
            hoja.write_string(
                fila + 2 + i, 0, str(prestacion), e.total("@") if ultimo else e.texto()
            )
            for j, valor in enumerate(montos):
                hoja.write_number(fila + 2 + i, 1 + j, float(valor), formato)
        fila += len(cuadro.index) + 4
