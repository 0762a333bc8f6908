"""Sums, prima promedio and costo actuarial (B36-B82)."""

from __future__ import annotations

from functools import partial

from pymodel import primas
from pymodel.conciliacion.ifa2005_b import comun as c
from pymodel.conciliacion.ifa2005_b.comun import (
    Columna,
    celda,
    contra,
    flujo,
    supuesto,
    verificacion,
)
from pymodel.conciliacion.ifa2005_b.textos import cita, texto
from pymodel.conciliacion.registro import Verificacion

# Half a unit of premiums printed with two or three decimals, as the digest rounds it up.
DOS_DECIMALES = 0.0051
TRES_DECIMALES = 0.00061
# Costo actuarial from interpolated flows of the SIV, whose pensions jump between printed years.
INTERPOLADO = 0.01


def suma(columna: Columna, horizonte: int | None = None) -> float:
    """Undiscounted sum of an interpolated column, mdp."""
    return float(flujo(columna)[:horizonte].sum())


def promedio(gasto: Columna, salarios: Columna, horizonte: int | None = None) -> float:
    """Prima promedio of the interpolated flows, %."""
    gastos, masa = flujo(gasto)[:horizonte], flujo(salarios)[:horizonte]
    return 100 * float(primas.prima_promedio(gastos, masa))


def nivelada(
    gasto: Columna,
    salarios: Columna,
    *,
    horizonte: int | None = None,
    perpetuidad: bool = True,
    metodo: str = "pchip",
    reserva: float = 0.0,
) -> float:
    """Prima nivelada (costo actuarial) of the interpolated flows, %."""
    prima = primas.prima_nivelada(
        flujo(gasto, metodo),
        flujo(salarios, metodo),
        supuesto("tasa_descuento"),
        reserva=reserva,
        crecimiento_perpetuo=supuesto("crecimiento_perpetuo") if perpetuidad else None,
        horizonte=horizonte,
    )
    return 100 * float(prima)


def razon(numerador: Columna, denominador: Columna, fila: str) -> float:
    """Ratio of two printed figures of one row, %."""
    return 100 * celda(numerador, fila) / celda(denominador, fila)


def _media(columna: Columna) -> float:
    return float(flujo(columna).mean())


def _sumas() -> list[Verificacion]:
    errata = (
        "Defecto de la fuente: 9,408,556 no es el promedio de los pensionados impresos, que da "
        "unos 9,850,000; el 52.57 % del cuadro depende de esa cifra."
    )
    ii_26 = [
        ("B36", "Suma de los salarios del SIV 2006-2105", c.GMP_SALARIOS, suma, 1e-5, c.MDP, ""),
        ("B37", "Suma de los gastos médicos 2006-2105", c.GMP_GASTO, suma, 5e-4, c.MDP, ""),
        ("B38", "Promedio de asegurados", c.GMP_ASEGURADOS, _media, 1e-4, "personas", ""),
        ("B39", "Promedio de pensionados", c.GMP_PENSIONADOS, _media, 1e-3, "personas", errata),
    ]
    entradas = [
        verificacion(
            clave,
            "modelo",
            f"{nombre} (cuadro II.26, renglón «Promedio»)",
            contra(partial(celda, columna, "Promedio"), partial(calcular, columna)),
            tolerancia,
            "cuadro II.26, L2371",
            unidad=unidad,
            relativa=True,
            metodo="PCHIP",
            falla_esperada=explicacion,
        )
        for clave, nombre, columna, calcular, tolerancia, unidad, explicacion in ii_26
    ]
    ii_7 = [
        ("B40", "salarios", c.SRT_SALARIOS),
        ("B41", "pensiones", c.SRT_PENSIONES),
        ("B42", "indemnizaciones globales", c.SRT_IG),
        ("B43", "subsidios y ayudas", c.SRT_SUBSIDIOS),
    ]
    entradas += [
        verificacion(
            clave,
            "modelo",
            f"SRT, suma a 50 años: {nombre}",
            contra(
                partial(celda, columna._replace(cuadro="ii_7"), c.SUMA_50),
                partial(suma, columna, 50),
            ),
            0.0005,
            "cuadro II.7, L1459",
            relativa=True,
            metodo="PCHIP",
        )
        for clave, nombre, columna in ii_7
    ]
    return entradas


def _srt() -> list[Verificacion]:
    pensiones_50 = Columna("ii_7", "prima_pensiones_pct_f")
    total_50 = Columna("ii_7", "prima_pensiones_ig_subsidios_y_ayudas_pct_g")
    salarios_7, pensiones_7, total_7 = (
        x._replace(cuadro="ii_7") for x in (c.SRT_SALARIOS, c.SRT_PENSIONES, c.SRT_TOTAL)
    )
    promedios = [("B44", "pensiones", c.SRT_PENSIONES), ("B45", "total", c.SRT_TOTAL)]
    entradas = [
        verificacion(
            clave,
            "modelo",
            f"SRT a 100 años, prima promedio: {nombre}",
            contra(partial(celda, gasto, c.PROMEDIO), partial(promedio, gasto, c.SRT_SALARIOS)),
            DOS_DECIMALES,
            "cuadro II.3, L1316",
            unidad=c.PCT,
            metodo="PCHIP",
        )
        for clave, nombre, gasto in promedios
    ]
    impresas = [
        ("B46", "100 años, costo actuarial: pensiones", c.SRT_PENSIONES, c.COSTO_ACTUARIAL,
         c.SRT_PENSIONES, c.SRT_SALARIOS, c.VALOR_PRESENTE, "cuadro II.3, L1318"),
        ("B47", "100 años, costo actuarial: total", c.SRT_TOTAL, c.COSTO_ACTUARIAL,
         c.SRT_TOTAL, c.SRT_SALARIOS, c.VALOR_PRESENTE, "cuadro II.3, L1318"),
        ("B49", "50 años, prima promedio: pensiones", pensiones_50, c.SUMA_50,
         pensiones_7, salarios_7, c.SUMA_50, "cuadro II.7, L1459"),
        ("B50", "50 años, prima promedio: total", total_50, c.SUMA_50,
         total_7, salarios_7, c.SUMA_50, "cuadro II.7, L1459"),
        ("B51", "50 años, costo actuarial: pensiones", pensiones_50, c.COSTO_50,
         pensiones_7, salarios_7, c.COSTO_50, "cuadro II.7, L1460"),
        ("B52", "50 años, costo actuarial: total", total_50, c.COSTO_50,
         total_7, salarios_7, c.COSTO_50, "cuadro II.7, L1460"),
    ]  # fmt: skip
    entradas += [
        verificacion(
            clave,
            "identidad",
            f"SRT a {nombre}, razón de los montos impresos",
            contra(partial(celda, prima, renglon), partial(razon, gasto, masa, fila)),
            DOS_DECIMALES,
            fuente,
            unidad=c.PCT,
        )
        for clave, nombre, prima, renglon, gasto, masa, fila, fuente in impresas
    ]
    niveladas = [
        ("B48", "100", partial(celda, c.SRT_TOTAL, c.COSTO_ACTUARIAL), None, "cuadro II.3, L1318"),
        ("B53", "50", partial(celda, total_50, c.COSTO_50), 50, "cuadro II.7, L1460"),
    ]
    entradas += [
        verificacion(
            clave,
            "modelo",
            f"SRT a {anios} años, costo actuarial total con los flujos interpolados",
            contra(publicado, partial(nivelada, c.SRT_TOTAL, c.SRT_SALARIOS, horizonte=horizonte)),
            DOS_DECIMALES,
            fuente,
            unidad=c.PCT,
            metodo=c.METODO_PERPETUIDAD,
            nota=c.NOTA_PERPETUIDAD,
        )
        for clave, anios, publicado, horizonte, fuente in niveladas
    ]
    return entradas


def _siv() -> list[Verificacion]:
    promedios = [
        ("B54", "pensiones con costo fiscal", c.SIV_PENSIONES),
        ("B55", "costo fiscal", c.SIV_CF),
        ("B56", "pensiones sin costo fiscal", c.SIV_PENSIONES_SIN_CF),
        ("B57", "subsidios y ayudas", c.SIV_SUBSIDIOS),
        ("B58", "total con costo fiscal", c.SIV_TOTAL),
        ("B59", "total sin costo fiscal", c.SIV_TOTAL_SIN_CF),
    ]
    entradas = [
        verificacion(
            clave,
            "modelo",
            f"SIV a 100 años, prima promedio: {nombre}",
            contra(partial(celda, gasto, c.PROMEDIO), partial(promedio, gasto, c.SIV_SALARIOS)),
            DOS_DECIMALES,
            "cuadro II.9, L1609",
            unidad=c.PCT,
            metodo="PCHIP",
        )
        for clave, nombre, gasto in promedios
    ]
    costos = [
        ("B60", "pensiones con costo fiscal", c.SIV_PENSIONES),
        ("B61", "costo fiscal", c.SIV_CF),
        ("B62", "pensiones sin costo fiscal", c.SIV_PENSIONES_SIN_CF),
        ("B63", "total con costo fiscal", c.SIV_TOTAL),
        ("B64", "total sin costo fiscal", c.SIV_TOTAL_SIN_CF),
    ]
    entradas += [
        verificacion(
            clave,
            "identidad",
            f"SIV, costo actuarial: {nombre}, razón de los valores presentes impresos",
            contra(
                partial(celda, gasto, c.COSTO_ACTUARIAL),
                partial(razon, gasto, c.SIV_SALARIOS, c.VALOR_PRESENTE),
            ),
            DOS_DECIMALES,
            "cuadro II.9, L1611",
            unidad=c.PCT,
        )
        for clave, nombre, gasto in costos
    ]
    cincuenta = [
        ("B65", "pensiones", c.SIV_PENSIONES_SIN_CF, "siv_50_pensiones"),
        ("B66", "total", c.SIV_TOTAL_SIN_CF, "siv_50_total"),
    ]
    entradas += [
        verificacion(
            clave,
            "modelo",
            f"SIV a 50 años, prima promedio: {nombre} sin costo fiscal",
            contra(partial(texto, publicado), partial(promedio, gasto, c.SIV_SALARIOS, 50)),
            DOS_DECIMALES,
            cita(publicado),
            unidad=c.PCT,
            metodo="PCHIP",
        )
        for clave, nombre, gasto, publicado in cincuenta
    ]
    return entradas


def _gmp() -> list[Verificacion]:
    razones = [
        ("B67", "prima promedio", "Promedio", "L2371"),
        ("B68", "costo actuarial", c.COSTO_ACTUARIAL, "L2372"),
    ]
    prima = Columna("ii_26", "prima_de_gasto_pct_b_entre_a")
    return [
        verificacion(
            clave,
            "identidad",
            f"GMP, {nombre}: razón de los montos impresos",
            contra(partial(celda, prima, fila), partial(razon, c.GMP_GASTO, c.GMP_SALARIOS, fila)),
            DOS_DECIMALES,
            f"cuadro II.26, {linea}",
            unidad=c.PCT,
        )
        for clave, nombre, fila, linea in razones
    ]


def _siv_50() -> list[Verificacion]:
    control = "Control: el 1.86 % del texto sólo se obtiene con la perpetuidad de cierre."
    casos = [
        ("B69", "con perpetuidad", True, c.METODO_PERPETUIDAD, ""),
        ("B70", "sin perpetuidad", False, c.METODO_FIN, control),
    ]
    return [
        verificacion(
            clave,
            "modelo",
            f"SIV a 50 años, costo actuarial total sin costo fiscal, {nombre}",
            contra(
                partial(texto, "siv_50_costo"),
                partial(
                    nivelada,
                    c.SIV_TOTAL_SIN_CF,
                    c.SIV_SALARIOS,
                    horizonte=50,
                    perpetuidad=perpetuidad,
                ),
            ),
            INTERPOLADO,
            cita("siv_50_costo"),
            unidad=c.PCT,
            metodo=metodo,
            falla_esperada=explicacion,
            nota=c.NOTA_PERPETUIDAD,
        )
        for clave, nombre, perpetuidad, metodo, explicacion in casos
    ]


def _rjp() -> list[Verificacion]:
    partidas = [
        ("B71", "RJP, aportaciones", c.RJP_APORTACIONES, c.RJP_SALARIOS),
        ("B72", "RJP, pensiones en curso de pago", c.RJP_CURSO, c.RJP_SALARIOS),
        ("B73", "RJP, LSS 1973", c.RJP_L73, c.RJP_SALARIOS),
        ("B74", "RJP, LSS 1997", c.RJP_L97, c.RJP_SALARIOS),
        ("B75", "RJP, total", c.RJP_TOTAL, c.RJP_SALARIOS),
        ("B76", "Cláusulas, LSS 1973", c.CLAUSULAS_L73, c.CLAUSULAS_SALARIOS),
        ("B77", "Cláusulas, LSS 1997", c.CLAUSULAS_L97, c.CLAUSULAS_SALARIOS),
        ("B78", "Cláusulas, post-reforma 2004-05", c.CLAUSULAS_2004, c.CLAUSULAS_SALARIOS),
        ("B79", "Cláusulas, post-reforma oct-dic 2005", c.CLAUSULAS_2005, c.CLAUSULAS_SALARIOS),
        ("B80", "Cláusulas, Confianza A", c.CLAUSULAS_CONFIANZA_A, c.CLAUSULAS_SALARIOS),
        ("B81", "Cláusulas, Base y Confianza B", c.CLAUSULAS_BASE, c.CLAUSULAS_SALARIOS),
        ("B82", "Cláusulas, total", c.CLAUSULAS_TOTAL, c.CLAUSULAS_SALARIOS),
    ]
    return [
        verificacion(
            clave,
            "identidad",
            f"{nombre}: costo actuarial, razón de los valores presentes impresos",
            contra(
                partial(celda, gasto, c.COSTO_ACTUARIAL),
                partial(razon, gasto, masa, c.VALOR_PRESENTE),
            ),
            DOS_DECIMALES if masa is c.RJP_SALARIOS else TRES_DECIMALES,
            "cuadro II.19, L2068" if masa is c.RJP_SALARIOS else "cuadro II.22, L2187",
            unidad=c.PCT,
        )
        for clave, nombre, gasto, masa in partidas
    ]


VERIFICACIONES = (
    *_sumas(),
    *_srt(),
    *_siv(),
    *_gmp(),
    *_siv_50(),
    *_rjp(),
)
