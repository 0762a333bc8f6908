"""Present values and the perpetuity that the report does not mention (B01-B35)."""

from __future__ import annotations

from functools import partial

from pymodel import finanzas
from pymodel.conciliacion.ifa2005_b import comun as c
from pymodel.conciliacion.ifa2005_b.comun import (
    Columna,
    celda,
    contra,
    flujo,
    supuesto,
    verificacion,
)
from pymodel.conciliacion.ifa2005_b.textos import texto
from pymodel.conciliacion.registro import Par, Verificacion


def vp(
    columna: Columna,
    *,
    horizonte: int | None = None,
    perpetuidad: bool = False,
    convencion: str = "fin",
    metodo: str = "pchip",
) -> float:
    """Present value at 31-12-2005 of an interpolated column, mdp."""
    return float(
        finanzas.valor_presente(
            flujo(columna, metodo)[:horizonte],
            supuesto("tasa_descuento"),
            convencion=convencion,
            crecimiento_perpetuo=supuesto("crecimiento_perpetuo") if perpetuidad else None,
        )
    )


def cola(columna: Columna) -> float:
    """Perpetuity after the last printed year, at 31-12-2005, mdp."""
    tasa = supuesto("tasa_descuento")
    flujos = flujo(columna)
    return float(
        flujos[-1]
        * finanzas.factores_descuento(flujos.size, tasa)[-1]
        * finanzas.factor_perpetuidad(tasa, supuesto("crecimiento_perpetuo"))
    )


def _perpetuidad_oculta() -> Par:
    impreso = celda(c.SIV_SALARIOS, c.VALOR_PRESENTE) - celda(c.GMP_SALARIOS, c.COSTO_ACTUARIAL)
    return impreso, cola(c.SIV_SALARIOS)


def _salarios_futuros_gmp() -> Par:
    monto = "monto_millones_pesos_2005"
    fila = "ACTIVO", "Aportaciones Futuras"
    gmp = celda(Columna("ii_27", monto), (*fila, "Generación Futura")) / supuesto(
        "prima_ingreso_gmp"
    )
    siv = celda(Columna("ii_10", monto), (*fila, "Generación futura")) / supuesto(
        "prima_ingreso_siv"
    )
    return gmp, siv - cola(c.SIV_SALARIOS)


def _con_perpetuidad() -> list[Verificacion]:
    cien = [
        ("B03", "Salarios del SIV", c.SIV_SALARIOS, 0.0005),
        ("B04", "Salarios del SRT", c.SRT_SALARIOS, 0.0005),
        ("B05", "Pensiones del SRT", c.SRT_PENSIONES, 0.001),
        ("B06", "Indemnizaciones globales del SRT", c.SRT_IG, 0.001),
        ("B07", "Subsidios y ayudas del SRT", c.SRT_SUBSIDIOS, 0.001),
        ("B08", "Pensiones del SIV", c.SIV_PENSIONES, 0.003),
        ("B09", "Costo fiscal del SIV", c.SIV_CF, 0.003),
        ("B10", "Subsidios y ayudas del SIV", c.SIV_SUBSIDIOS, 0.001),
    ]
    cincuenta = [
        ("B11", "Salarios del SRT", c.SRT_SALARIOS, 0.002),
        ("B12", "Pensiones del SRT", c.SRT_PENSIONES, 0.001),
        ("B13", "Indemnizaciones globales del SRT", c.SRT_IG, 0.001),
        ("B14", "Subsidios y ayudas del SRT", c.SRT_SUBSIDIOS, 0.002),
    ]
    entradas = [
        verificacion(
            clave,
            "modelo",
            f"{nombre}: valor presente a 100 años más perpetuidad",
            contra(
                partial(celda, columna, c.VALOR_PRESENTE), partial(vp, columna, perpetuidad=True)
            ),
            tolerancia,
            "cuadro II.3, L1317" if columna.cuadro == "ii_3" else "cuadro II.9, L1610",
            relativa=True,
            metodo=c.METODO_PERPETUIDAD,
            nota=c.NOTA_PERPETUIDAD,
        )
        for clave, nombre, columna, tolerancia in cien
    ]
    entradas += [
        verificacion(
            clave,
            "modelo",
            f"{nombre}: valor presente a 50 años más perpetuidad",
            contra(
                partial(celda, columna._replace(cuadro="ii_7"), c.COSTO_50),
                partial(vp, columna, horizonte=50, perpetuidad=True),
            ),
            tolerancia,
            "cuadro II.7, L1460",
            relativa=True,
            metodo=c.METODO_PERPETUIDAD,
            nota=c.NOTA_PERPETUIDAD,
        )
        for clave, nombre, columna, tolerancia in cincuenta
    ]
    return entradas


def _controles() -> list[Verificacion]:
    sin_perpetuidad = (
        "Control: sin la perpetuidad de cierre el valor presente no es el publicado; el cuadro la "
        "incluye aunque su nota al pie diga lo contrario."
    )
    fin_de_anio = "Control: los flujos se descuentan a fin de año; otra convención no reproduce."
    vpsf_srt = partial(celda, c.SRT_SALARIOS, c.VALOR_PRESENTE)
    vpsf_srt_50 = partial(celda, c.SRT_SALARIOS._replace(cuadro="ii_7"), c.COSTO_50)
    vp_pensiones_siv = partial(celda, c.SIV_PENSIONES, c.VALOR_PRESENTE)
    vpsf_gmp = partial(celda, c.GMP_SALARIOS, c.COSTO_ACTUARIAL)
    a_mitad = partial(vp, c.SIV_SALARIOS, convencion="medio")
    a_inicio = partial(vp, c.SIV_SALARIOS, convencion="inicio")
    controles = [
        (
            "B15",
            "salarios del SRT a 100 años sin perpetuidad",
            contra(vpsf_srt, partial(vp, c.SRT_SALARIOS)),
            0.001,
            "cuadro II.3, L1317",
            sin_perpetuidad,
        ),
        (
            "B16",
            "salarios del SRT a 50 años sin perpetuidad",
            contra(vpsf_srt_50, partial(vp, c.SRT_SALARIOS, horizonte=50)),
            0.001,
            "cuadro II.7, L1460",
            sin_perpetuidad,
        ),
        (
            "B17",
            "pensiones del SIV a 100 años sin perpetuidad",
            contra(vp_pensiones_siv, partial(vp, c.SIV_PENSIONES)),
            0.003,
            "cuadro II.9, L1610",
            sin_perpetuidad,
        ),
        (
            "B18",
            "salarios del SIV descontados a mitad de año",
            contra(vpsf_gmp, a_mitad),
            0.0005,
            "cuadro II.26, L2372",
            fin_de_anio,
        ),
        (
            "B19",
            "salarios del SIV descontados a inicio de año",
            contra(vpsf_gmp, a_inicio),
            0.0005,
            "cuadro II.26, L2372",
            fin_de_anio,
        ),
    ]
    return [
        verificacion(
            clave,
            "modelo",
            f"Control, {nombre}",
            calcular,
            tolerancia,
            fuente,
            relativa=True,
            metodo="PCHIP; convención equivocada a propósito",
            falla_esperada=explicacion,
        )
        for clave, nombre, calcular, tolerancia, fuente, explicacion in controles
    ]


def _rjp() -> list[Verificacion]:
    joroba = (
        "No es interpolable: el gasto tiene una joroba entre años impresos, que ningún método ve."
    )
    partidas = [
        ("B22", "RJP, volumen salarial", c.RJP_SALARIOS, 0.02, ""),
        ("B23", "RJP, aportaciones de los trabajadores", c.RJP_APORTACIONES, 0.02, ""),
        ("B24", "RJP, pensiones en curso de pago", c.RJP_CURSO, 0.005, ""),
        ("B25", "RJP, generación actual bajo la LSS 1973", c.RJP_L73, 0.005, ""),
        ("B26", "RJP, generación actual bajo la LSS 1997", c.RJP_L97, 0.01, ""),
        ("B27", "RJP, gasto total", c.RJP_TOTAL, 0.005, ""),
        ("B28", "Cláusulas, volumen salarial", c.CLAUSULAS_SALARIOS, 0.005, ""),
        ("B29", "Cláusulas, nuevas generaciones Confianza A", c.CLAUSULAS_CONFIANZA_A, 0.005, ""),
        ("B30", "Cláusulas, nuevas generaciones Base y Confianza B", c.CLAUSULAS_BASE, 0.005, ""),
        ("B31", "Cláusulas, gasto total", c.CLAUSULAS_TOTAL, 0.05, ""),
        ("B32", "Cláusulas, pre-reforma bajo la LSS 1973", c.CLAUSULAS_L73, 0.06, ""),
        ("B33", "Cláusulas, pre-reforma bajo la LSS 1997", c.CLAUSULAS_L97, 0.06, joroba),
        ("B34", "Cláusulas, post-reforma 2004-05", c.CLAUSULAS_2004, 0.06, joroba),
    ]
    return [
        verificacion(
            clave,
            "modelo",
            f"{nombre}: valor presente sin perpetuidad",
            contra(partial(celda, columna, c.VALOR_PRESENTE), partial(vp, columna)),
            tolerancia,
            "cuadro II.19, L2067" if columna.cuadro == "ii_19" else "cuadro II.22, L2186",
            relativa=True,
            metodo=c.METODO_FIN,
            falla_esperada=explicacion,
        )
        for clave, nombre, columna, tolerancia, explicacion in partidas
    ]


ADICIONALES = Columna("ii_21", "aportaciones_adicionales_al_3_pct")

VERIFICACIONES = (
    verificacion(
        "B01",
        "calibrado",
        "Perpetuidad de los salarios del SIV después de 2105 contra la diferencia entre los dos "
        "VPSF impresos para la misma serie",
        _perpetuidad_oculta,
        1,
        "cuadros II.9 y II.26, L1610 y L2372",
        metodo="Perpetuidad: último flujo × (1+g)/(i-g), descontado 100 años",
        nota="Constante ajustada a lo impreso: el crecimiento de la perpetuidad, 1.5 %, se dedujo "
        "de esta misma igualdad; el informe no menciona la perpetuidad. Coincide con el incremento "
        "general de salarios impreso (L1269).",
    ),
    verificacion(
        "B02",
        "modelo",
        "Salarios del SIV: valor presente a 100 años sin perpetuidad",
        contra(partial(celda, c.GMP_SALARIOS, c.COSTO_ACTUARIAL), partial(vp, c.SIV_SALARIOS)),
        0.0005,
        "cuadro II.26, L2372",
        relativa=True,
        metodo=c.METODO_FIN,
    ),
    *_con_perpetuidad(),
    *_controles(),
    verificacion(
        "B20",
        "modelo",
        "Gastos médicos de pensionados: valor presente a 100 años sin perpetuidad",
        contra(
            partial(celda, c.GMP_GASTO, c.COSTO_ACTUARIAL),
            partial(vp, c.GMP_GASTO, metodo="log_pchip"),
        ),
        0.001,
        "cuadro II.26, L2372",
        relativa=True,
        metodo=c.METODO_LOG,
    ),
    verificacion(
        "B21",
        "identidad",
        "Salarios de la generación futura: los del GMP son los del SIV menos la perpetuidad",
        _salarios_futuros_gmp,
        60,
        "cuadros II.10 y II.27, L1638 y L2402",
    ),
    *_rjp(),
    verificacion(
        "B35",
        "modelo",
        "RJP, aportaciones adicionales al 3 %: valor presente",
        lambda: (texto("rjp_adicionales"), vp(ADICIONALES)),
        0.06,
        "cuadro II.21, L2131",
        relativa=True,
        metodo=c.METODO_FIN,
        nota="Interpolación gruesa: la serie cae de 2,856 a 565 entre cuatro años impresos.",
    ),
)
