"""Sheet Reservas: legal limits, loans of the ROCF, which fund pays the deficit to 2050."""

from __future__ import annotations

import numpy as np
from xlsxwriter.utility import xl_rowcol_to_cell

from pymodel import datos
from pymodel.mifa import corto_plazo, reservas
from xl.libros.comun.entradas import Entrada
from xl.libros.comun.libro import Libro, bloque
from xl.libros.estilo import DECIMAL, ENTERO, GRIS, ORO, VINO, preparar
from xl.libros.mifa import plano

HOJA = "Reservas"
DEUDORES = ("SEM", "SGPS", "SSFAM")
PRESTAMOS = (2003, 2004)
LINEAS = {2003: 912, 2004: 924}
ANIOS_TOPE = (2011, 2012, 2013, 2014)
CON_TOPE = (0, 2)  # funds of the ROCF: what they give is fixed year by year

F_TOPES = 5
F_PRESTAMO = F_TOPES + 12
F_FONDOS = F_PRESTAMO + 9
F_CASCADA = F_FONDOS + 9
PLAZO = 3


def _monto(anio: int, seguro: str) -> float:
    """Loan of the ROCF to an insurance, mdp."""
    df = datos.tabla("ifa2005", "cuadro_i_14")
    fila = df[df["linea_fuente"] == LINEAS[anio]]
    return float(fila[reservas.COLUMNAS_RO[seguro]].to_numpy(np.float64)[0]) / 1000.0


def _ingreso(anio: int, seguro: str = "") -> float:
    """Income of an insurance, or of the Institute, in a year, mdp."""
    df = datos.tabla("ifa2005", "cuadro_i_7")
    fila = df[(df["Seccion"] == "Ingresos") & (df["AÑO"] == anio)].iloc[:, 2:]
    columna = list(reservas.COLUMNAS_RO).index(seguro) if seguro else -1
    return float(fila.to_numpy(np.float64)[0, columna]) / 1000.0


def _deflactor() -> float:
    """Pesos of 2012 per peso of 2011 that the two models of the report imply."""
    c3 = datos.tabla("ifa2010", "cuadro_c_3")
    rjp = c3[c3["Concepto"] == "Régimen de Jubilaciones y Pensiones"]["2012"]
    return float(corto_plazo.insumos("ifa2010").flujo_rjp[1] / rjp.to_numpy(np.float64)[0])


FONDOS = reservas.fondos_2010(_deflactor())


# So many times the figure of the report is thousands of pesos typed among millions.
_OTRA_UNIDAD = 100.0


def _entradas() -> tuple[Entrada, ...]:
    entradas = [
        Entrada("dias_rocf", "Tope de la ROCF", "numero",
                float(datos.parametro("rocf_tope_dias_ingreso", 2005)), unidad="días", minimo=1,
                maximo=365, ayuda="LSS, art. 283."),
        Entrada("dias_prestamo", "Tope de un préstamo", "numero",
                float(datos.parametro("rocf_prestamo_tope_dias_ingreso", 2005)), unidad="días",
                minimo=1, maximo=365, ayuda="LSS, art. 283."),
        Entrada("rocf_ingreso", "Ingreso del Instituto en el año anterior", "mdp",
                _ingreso(2004), unidad="mdp", minimo=0, maximo=_OTRA_UNIDAD * _ingreso(2004)),
        Entrada("rocf_saldo", "Saldo de la ROCF", "mdp", 7871.5913, unidad="mdp", minimo=0),
        Entrada("rocf_tasa", "Tasa del préstamo", "tasa", 0.0626, unidad="% anual",
                ayuda="La implícita de 2003; el informe no la imprime."),
    ]  # fmt: skip
    for a in PRESTAMOS:
        for s in DEUDORES:
            entradas += [
                Entrada(f"ingreso_{s.lower()}_{a - 1}", f"Ingreso de {s} en {a - 1}", "mdp",
                        _ingreso(a - 1, s), unidad="mdp", minimo=0,
                        maximo=_OTRA_UNIDAD * _ingreso(a - 1, s)),
                Entrada(f"prestamo_{s.lower()}_{a}", f"Préstamo de {a} a {s}", "mdp",
                        _monto(a, s), unidad="mdp", minimo=0,
                        maximo=_OTRA_UNIDAD * _monto(a, s)),
            ]  # fmt: skip
    for k, f in enumerate(FONDOS):
        entradas.append(
            Entrada(f"fondo_{k}", f"Disponible: {f.nombre}", "mdp", round(f.saldo, 4),
                    unidad="mdp de 2011", minimo=0)
        )  # fmt: skip
        if k in CON_TOPE:
            entradas += [
                Entrada(f"fondo_{k}_{a}", f"{f.nombre}, {a}", "mdp", f.tope.get(a, 0.0),
                        unidad="mdp de 2011", minimo=0)
                for a in ANIOS_TOPE
            ]  # fmt: skip
    return tuple(entradas)


ENTRADAS = _entradas()
_POR_NOMBRE = {x.nombre: x for x in ENTRADAS}


def construir(libro: Libro) -> None:
    """Write the sheet."""
    hoja, e = libro.hoja(HOJA), libro.estilos
    preparar(
        hoja,
        e,
        "Reservas",
        "Topes legales, préstamos de la ROCF y fondos que pagan el déficit. Lo azul se puede "
        "cambiar.",
        color=ORO,
    )
    hoja.set_column(0, 0, 36)
    hoja.set_column(1, 11, 14)
    hoja.freeze_panes(3, 1)
    _topes(libro)
    _prestamo(libro)
    _fondos(libro)
    _cascada(libro)
    hoja.set_h_pagebreaks([F_FONDOS - 2])


def _encabezados(libro: Libro, fila: int, titulo: str, columnas: tuple[str, ...]) -> None:
    hoja, e = libro.hoja(HOJA), libro.estilos
    hoja.merge_range(fila - 2, 0, fila - 2, 11, titulo, e.seccion())
    hoja.set_row(fila - 1, 42)
    for j, c in enumerate(columnas):
        hoja.write_string(fila - 1, j, c, e.encabezado())


def _escribir(libro: Libro, nombre: str, fila: int, col: int) -> None:
    _POR_NOMBRE[nombre].escribir(libro, HOJA, fila, col)


def _topes(libro: Libro) -> None:
    hoja, e = libro.hoja(HOJA), libro.estilos
    _encabezados(
        libro,
        F_TOPES,
        "Topes legales (LSS, art. 283), mdp corrientes",
        ("Concepto", "Ingreso del año anterior", "Días", "Tope", "Monto", "Días que cubre",
         "Dictamen"),
    )  # fmt: skip
    filas = [("ROCF al cierre de 2005", "rocf_ingreso", "dias_rocf", "ROCF_LIMITE", "rocf_saldo")]
    filas += [
        (f"Préstamo de {a} a {s}", f"ingreso_{s.lower()}_{a - 1}", "dias_prestamo",
         "PRESTAMO_LIMITE", f"prestamo_{s.lower()}_{a}")
        for a in PRESTAMOS
        for s in DEUDORES
    ]  # fmt: skip
    for i, (rotulo, ingreso, dias, funcion, monto) in enumerate(filas):
        fila = F_TOPES + i
        hoja.write_string(fila, 0, rotulo, e.texto())
        _escribir(libro, ingreso, fila, 1)
        if i < 2:
            _escribir(libro, dias, fila, 2)
        else:
            hoja.write_formula(fila, 2, f"={dias}", e.calculo("General", align="center"))
        hoja.write_formula(fila, 3, f"={funcion}({ingreso},{dias})", e.calculo(DECIMAL))
        _escribir(libro, monto, fila, 4)
        hoja.write_formula(
            fila, 5, f'=IF({ingreso}=0,"",{monto}/{ingreso}*365)', e.calculo(DECIMAL)
        )
        tope = xl_rowcol_to_cell(fila, 3)
        hoja.write_formula(
            fila,
            6,
            f'=IF({monto}>{tope},"REBASA","dentro")',
            e.calculo("@", align="center", bold=True),
        )
    ultima = F_TOPES + len(filas) - 1
    hoja.conditional_format(
        F_TOPES, 6, ultima, 6,
        {"type": "cell", "criteria": "==", "value": '"REBASA"',
         "format": e(font_color="#FFFFFF", bg_color=VINO, bold=True)},
    )  # fmt: skip
    hoja.write_string(
        ultima + 1,
        0,
        "El informe admite (L960) que el reparto entre los seguros deficitarios no siempre siguió "
        "el programa: los dos préstamos al SSFAM rebasan su tope.",
        e(font_color=GRIS, italic=True),
    )


def _prestamo(libro: Libro) -> None:
    hoja, e = libro.hoja(HOJA), libro.estilos
    _encabezados(
        libro,
        F_PRESTAMO,
        "Préstamo de 2003: pagos y su prorrateo, mdp",
        ("Tasa", "Año", "Saldo antes del pago", "Capital", "Interés", "Pago", "", *DEUDORES),
    )
    _escribir(libro, "rocf_tasa", F_PRESTAMO + 1, 0)
    hoja.write_string(F_PRESTAMO + 2, 0, f"Plazo: {PLAZO} años (LSS, art. 283)", e.texto())
    suma = "+".join(f"prestamo_{s.lower()}_2003" for s in DEUDORES)
    bloque(
        hoja,
        F_PRESTAMO,
        1,
        PLAZO + 1,
        5,
        f"=PRESTAMO_ROCF({suma},{PLAZO},rocf_tasa)",
        lambda i, j: e.unidad() if i == 0 else e.calculo(ENTERO if j == 0 else DECIMAL),
    )
    pagos = f"{xl_rowcol_to_cell(F_PRESTAMO + 1, 5)}:{xl_rowcol_to_cell(F_PRESTAMO + PLAZO, 5)}"
    # The loans of 2003, side by side, in the row under the payments.
    apoyo = F_PRESTAMO + PLAZO + 1
    hoja.write_string(apoyo, 5, "Prestado", e.texto(font_color=GRIS))
    for j, s in enumerate(DEUDORES):
        hoja.write_formula(apoyo, 7 + j, f"=prestamo_{s.lower()}_2003", e.total(DECIMAL))
    prestado = f"{xl_rowcol_to_cell(apoyo, 7)}:{xl_rowcol_to_cell(apoyo, 9)}"
    bloque(
        hoja,
        F_PRESTAMO + 1,
        7,
        PLAZO,
        len(DEUDORES),
        f"=PRORRATEO({pagos},{prestado})",
        e.calculo(DECIMAL),
    )


def _fondos(libro: Libro) -> None:
    hoja, e = libro.hoja(HOJA), libro.estilos
    _encabezados(
        libro,
        F_FONDOS,
        "Fondos que pagan el déficit del MIFA, en orden, mdp de 2011",
        ("Fondo", "Disponible", "", *(f"Tope {a}" for a in ANIOS_TOPE)),
    )
    for k, f in enumerate(FONDOS):
        fila = F_FONDOS + k
        hoja.write_string(fila, 0, f"{k + 1}. {f.nombre}", e.texto())
        _escribir(libro, f"fondo_{k}", fila, 1)
        for j, a in enumerate(ANIOS_TOPE):
            if k in CON_TOPE:
                _escribir(libro, f"fondo_{k}_{a}", fila, 3 + j)
            else:
                hoja.write_string(fila, 3 + j, "sin tope", e.texto(font_color=GRIS, align="center"))
    fila = F_FONDOS + len(FONDOS)
    for i, (rotulo, nombre) in enumerate(
        (
            ("Último año con el déficit pagado", "cascada_ultimo"),
            ("Primer año con déficit sin fondos", "cascada_primero"),
        )
    ):
        hoja.write_string(fila + i, 0, rotulo, e.texto(bold=True))
        libro.nombrar(nombre, HOJA, fila + i, 1)


def _cascada(libro: Libro) -> None:
    hoja, e = libro.hoja(HOJA), libro.estilos
    usos = tuple(f"Uso: {f.nombre}" for f in FONDOS)
    _encabezados(
        libro,
        F_CASCADA,
        "Quién paga el déficit cada año (escenario en uso), mdp de 2011",
        ("Año", "Por pagar", *usos, "Sin pagar", "Fondos que quedan", "Pagado", "Sin fondos",
         "Alerta"),
    )  # fmt: skip
    n = len(FONDOS)
    c_falta, c_queda, c_pagado, c_abierto, c_alerta = (2 + n + k for k in range(5))
    for t in range(plano.ANIOS):
        fila, anio = F_CASCADA + t, plano.PRIMER_ANIO + t
        hoja.write_number(fila, 0, anio, e.calculo(ENTERO, align="left"))
        hoja.write_formula(
            fila,
            1,
            f"=MAX(0,-INDEX({plano.flujo('excedente_despues')},{t + 1})"
            f"-INDEX({plano.flujo('movimientos_rocf')},{t + 1}))",
            e.calculo(),
        )
        propia = [xl_rowcol_to_cell(fila, c) for c in range(c_alerta + 1)]
        for k in range(n):
            falta = "-".join([propia[1], *propia[2 : 2 + k]])
            previos = (
                f"-SUM({xl_rowcol_to_cell(F_CASCADA, 2 + k)}:{xl_rowcol_to_cell(fila - 1, 2 + k)})"
                if t
                else ""
            )
            tope = ""
            if k in CON_TOPE:
                tope = f",fondo_{k}_{anio}" if anio in ANIOS_TOPE else ",0"
            formula = f"=MAX(0,MIN({falta},fondo_{k}{previos}{tope}))"
            hoja.write_formula(fila, 2 + k, formula, e.calculo())
        suma = f"SUM({propia[2]}:{propia[1 + n]})"
        hoja.write_formula(fila, c_falta, f"={propia[1]}-{suma}", e.calculo(bold=True))
        todos = "+".join(f"fondo_{k}" for k in range(n))
        gastado = f"SUM({xl_rowcol_to_cell(F_CASCADA, 2)}:{propia[1 + n]})".replace(
            xl_rowcol_to_cell(F_CASCADA, 2), xl_rowcol_to_cell(F_CASCADA, 2, True, True)
        )
        hoja.write_formula(fila, c_queda, f"={todos}-{gastado}", e.calculo())
        abierto = f"{propia[c_falta]}>0.5"
        hoja.write_formula(
            fila,
            c_pagado,
            f'=IF(AND({propia[1]}>0,NOT({abierto})),{anio},"")',
            e.calculo(ENTERO, font_color=GRIS, align="center"),
        )
        hoja.write_formula(
            fila,
            c_abierto,
            f'=IF({abierto},{anio},"")',
            e.calculo(ENTERO, font_color=GRIS, align="center"),
        )
        hoja.write_formula(
            fila,
            c_alerta,
            f'=IF({abierto},"RO NEGATIVA","")',
            e.calculo("@", align="center", font_color=VINO, bold=True),
        )
    ultima = F_CASCADA + plano.ANIOS - 1
    for i, (c, funcion) in enumerate(((c_pagado, "MAX"), (c_abierto, "MIN"))):
        rango = f"{xl_rowcol_to_cell(F_CASCADA, c)}:{xl_rowcol_to_cell(ultima, c)}"
        hoja.write_formula(
            F_FONDOS + n + i,
            1,
            f'=IF(COUNT({rango})=0,"ninguno",{funcion}({rango}))',
            e.total(ENTERO, align="center"),
        )
    for nombre, c in (("cascada_sin_pagar", c_falta), ("cascada_por_pagar", 1)):
        libro.nombrar(nombre, HOJA, F_CASCADA, c, ultima, c)
