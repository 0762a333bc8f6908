"""Medical expenditure of pensioners, GMP (B192-B217)."""

from __future__ import annotations

from functools import partial

import numpy as np

from pymodel import balance, finanzas, primas
from pymodel.conciliacion.ifa2005_b import comun as c
from pymodel.conciliacion.ifa2005_b.balances import GMP
from pymodel.conciliacion.ifa2005_b.comun import (
    Columna,
    celda,
    columna,
    contra,
    impresos,
    serie,
    supuesto,
    verificacion,
)
from pymodel.conciliacion.ifa2005_b.textos import cita, texto
from pymodel.conciliacion.registro import Par, Verificacion
from pymodel.validacion import Vector

PENSIONADOS = Columna("ii_25", "pensionados_vigentes")
COSTO = Columna("ii_25", "costo_unitario_pesos_2005")
# Age groups of five years from 0-4: 60-64 is the thirteenth.
DESDE_60 = slice(12, None)

METODO = "log_pchip"
DEFICIT = "Valor presente (con 50 años de proyección)"
PORCENTAJE_PIB = "Porcentaje del PIB de 2005"

# Column of II.28 and II.29 and the assumption that it stands for.
CRECIMIENTOS = {
    "1.5": "crecimiento_costo_gmp_bajo",
    "2.0": "crecimiento_costo_gmp_medio",
    "2.5": "crecimiento_costo_gmp",
}


def _gasto_contable() -> float:
    return float((columna(PENSIONADOS) * columna(COSTO)).sum() / 1e6)


def _costo_medio() -> float:
    return _gasto_contable() * 1e6 / float(columna(PENSIONADOS).sum())


def _mayores_de_60() -> float:
    pensionados = columna(PENSIONADOS)
    return 100 * float(pensionados[DESDE_60].sum() / pensionados.sum())


def _prima() -> Par:
    filas = ("Promedio", c.COSTO_ACTUARIAL)
    impresa = impresos(Columna("ii_26", "prima_de_gasto_pct_b_entre_a"), *filas)
    return impresa, 100 * primas.prima_gasto(
        impresos(c.GMP_GASTO, *filas), impresos(c.GMP_SALARIOS, *filas)
    )


def _pensionados_por_asegurado() -> Par:
    impresa = impresos(Columna("ii_26", "pensionados_entre_asegurados_pct_d_entre_c"), "Promedio")
    razon = impresos(c.GMP_PENSIONADOS, "Promedio") / impresos(c.GMP_ASEGURADOS, "Promedio")
    return impresa, 100 * razon


def _activos(anio: int) -> float:
    return celda(c.GMP_ASEGURADOS, anio) / celda(c.GMP_PENSIONADOS, anio)


def _crecimiento_costo(anio: int) -> float:
    """Growth of the average unit cost from 2005, %."""
    medio = celda(c.GMP_GASTO, anio) * 1e6 / celda(c.GMP_PENSIONADOS, anio)
    return 100 * (medio / supuesto("costo_unitario_gmp") - 1)


def gasto(crecimiento: str) -> Vector:
    """Yearly expenditure 2006-2105 when unit costs grow at another rate, mdp.

    `crecimiento` is the name of the assumption; the printed flow grows at 2.5 %.
    """
    base = serie(c.GMP_GASTO, METODO)
    ajuste = (1 + supuesto(crecimiento)) / (1 + supuesto("crecimiento_costo_gmp"))
    return base * ajuste ** np.arange(1, base.size + 1)


def deficit(crecimiento: str, horizonte: int = 50) -> float:
    """Present value of expenditure less reserve and contributions, mdp."""
    tasa = supuesto("tasa_descuento")
    vpsf = finanzas.valor_presente(serie(c.GMP_SALARIOS, METODO)[:horizonte], tasa)
    pasivo = finanzas.valor_presente(gasto(crecimiento)[:horizonte], tasa)
    lineas = balance.balance_actuarial(
        supuesto("reserva_gmp"),
        supuesto("prima_ingreso_gmp"),
        float(vpsf),
        [("Gastos médicos", float(pasivo))],
    )
    return next(x.monto for x in lineas if x.concepto == "Déficit/(Superávit)")


def prima_requerida(crecimiento: str, horizonte: int) -> float:
    """Level premium that the growth of unit costs requires, %."""
    prima = primas.prima_nivelada(
        gasto(crecimiento),
        serie(c.GMP_SALARIOS, METODO),
        supuesto("tasa_descuento"),
        horizonte=horizonte,
    )
    return 100 * float(prima)


def _sensibilidad() -> list[Verificacion]:
    errata = (
        "Defecto de la fuente: la prima impresa a 50 años no concuerda con el déficit del cuadro "
        "II.28, que sí se reproduce."
    )
    claves = {
        "1.5": ("B202", "B203", "B204", errata),
        "2.0": ("B205", "B206", "B207", errata),
        "2.5": ("B208", "B209", "B210", ""),
    }
    entradas = []
    for tasa, (clave_deficit, clave_100, clave_50, explicacion) in claves.items():
        crecimiento, nombre = CRECIMIENTOS[tasa], f"tasa_{tasa}_pct"
        entradas.append(
            verificacion(
                clave_deficit,
                "modelo",
                f"GMP, déficit a 50 años con costos que crecen {tasa} %",
                contra(
                    partial(celda, Columna("ii_28", nombre), DEFICIT),
                    partial(deficit, crecimiento),
                ),
                0.0005,
                "cuadro II.28, L2425",
                relativa=True,
                metodo=c.METODO_LOG,
                nota="Neto de la reserva de 361; la interpolación pesa tanto como ella.",
            )
        )
        entradas += [
            verificacion(
                clave,
                "modelo",
                f"GMP, prima requerida a {anios} años con costos que crecen {tasa} %",
                contra(
                    partial(celda, Columna("ii_29", nombre), f"{anios} años"),
                    partial(prima_requerida, crecimiento, anios),
                ),
                0.011,
                f"cuadro II.29, {linea}",
                unidad=c.PCT,
                metodo=c.METODO_LOG,
                falla_esperada=falla,
            )
            for clave, anios, linea, falla in (
                (clave_100, 100, "L2445", ""),
                (clave_50, 50, "L2444", explicacion),
            )
        ]
    return entradas


def pib_implicito() -> float:
    """GDP of 2005 that cuadro II.28 implies, mdp: middle of what its three ratios allow."""
    montos = np.array([celda(Columna("ii_28", f"tasa_{t}_pct"), DEFICIT) for t in CRECIMIENTOS])
    razones = np.array(
        [celda(Columna("ii_28", f"tasa_{t}_pct"), PORCENTAJE_PIB) for t in CRECIMIENTOS]
    )
    minimo = (montos / (razones + 0.005)).max()
    maximo = (montos / (razones - 0.005)).min()
    return 100 * float(minimo + maximo) / 2


def _razon_pib(columna_: Columna) -> float:
    return 100 * celda(columna_, DEFICIT) / pib_implicito()


def _del_pib() -> list[Verificacion]:
    nota = "Constante ajustada a lo impreso: el PIB de 2005 que admiten las tres razones."
    entradas = [
        verificacion(
            clave,
            "calibrado",
            f"GMP, déficit a 50 años con costos que crecen {tasa} %, entre el PIB",
            contra(
                partial(celda, Columna("ii_28", f"tasa_{tasa}_pct"), PORCENTAJE_PIB),
                partial(_razon_pib, Columna("ii_28", f"tasa_{tasa}_pct")),
            ),
            0.0051,
            "cuadro II.28, L2426",
            unidad="% del PIB",
            nota=nota,
        )
        for clave, tasa in (("B211", "1.5"), ("B212", "2.0"), ("B213", "2.5"))
    ]
    entradas.append(
        verificacion(
            "B214",
            "calibrado",
            "GMP, déficit de 1,529 miles de millones entre el PIB",
            lambda: (texto("gmp_deficit_pib"), 100 * texto("gmp_deficit") / pib_implicito()),
            0.051,
            cita("gmp_deficit_pib"),
            unidad="% del PIB",
            nota=nota,
        )
    )
    return entradas


def _puntos() -> list[Verificacion]:
    return [
        verificacion(
            clave,
            "identidad",
            f"GMP, déficit en puntos de prima a 50 años con costos que crecen {tasa} %",
            contra(
                partial(texto, f"gmp_puntos_{tasa}"),
                partial(_faltante, Columna("ii_29", f"tasa_{tasa}_pct")),
            ),
            0.051,
            cita(f"gmp_puntos_{tasa}", "cuadro II.29"),
            unidad="puntos porcentuales",
        )
        for clave, tasa in (("B215", "1.5"), ("B216", "2.0"))
    ]


def _faltante(columna_: Columna) -> float:
    return celda(columna_, "50 años") - 100 * supuesto("prima_ingreso_gmp")


def _costos_unitarios() -> list[Verificacion]:
    errata = (
        "Defecto de la fuente: el gasto y los pensionados del cuadro II.26 entre el costo de "
        "2005 (10,070 pesos) dan 14.9 % a 2010 y 86.9 % a 2030."
    )
    return [
        verificacion(
            clave,
            "identidad",
            f"GMP, crecimiento del costo unitario medio 2005-{anio}",
            contra(partial(texto, f"gmp_costo_{anio}"), partial(_crecimiento_costo, anio)),
            0.1,
            cita(f"gmp_costo_{anio}", "cuadro II.26"),
            unidad="%",
            falla_esperada=errata,
        )
        for clave, anio in (("B200", 2010), ("B201", 2030))
    ]


VERIFICACIONES = (
    verificacion(
        "B192",
        "identidad",
        "Cuadro II.25: suma de los pensionados",
        lambda: (texto("gmp_pensionados"), columna(PENSIONADOS).sum()),
        0,
        cita("gmp_pensionados", "cuadro II.25"),
        unidad="personas",
    ),
    verificacion(
        "B193",
        "identidad",
        "Cuadro II.25: pensionados por costo unitario es el gasto contable",
        contra(partial(texto, "gmp_gasto"), _gasto_contable),
        0.1,
        cita("gmp_gasto", "cuadro II.25"),
    ),
    verificacion(
        "B194",
        "identidad",
        "Cuadro II.25: costo unitario medio",
        contra(partial(texto, "gmp_costo_unitario"), _costo_medio),
        0.5,
        cita("gmp_costo_unitario", "cuadro II.25"),
        unidad="pesos de 2005",
    ),
    verificacion(
        "B195",
        "identidad",
        "Cuadro II.25: pensionados de 60 años y más",
        contra(partial(texto, "gmp_mayores_60"), _mayores_de_60),
        0.1,
        cita("gmp_mayores_60", "cuadro II.25"),
        unidad="%",
    ),
    verificacion(
        "B196",
        "identidad",
        "Cuadro II.26: prima de gasto = (b)/(a)",
        _prima,
        0.0051,
        "cuadro II.26, L2356-2372",
        unidad=c.PCT,
    ),
    verificacion(
        "B197",
        "identidad",
        "Cuadro II.26: pensionados entre asegurados = (d)/(c)",
        _pensionados_por_asegurado,
        0.0051,
        "cuadro II.26, L2356-2371",
        unidad="%",
    ),
    *(
        verificacion(
            clave,
            "identidad",
            f"GMP, activos por pensionado en {anio}",
            contra(partial(texto, f"gmp_activos_{anio}"), partial(_activos, anio)),
            0.05,
            cita(f"gmp_activos_{anio}", "cuadro II.26"),
            unidad="asegurados por pensionado",
        )
        for clave, anio in (("B198", 2040), ("B199", 2080))
    ),
    *_costos_unitarios(),
    *_sensibilidad(),
    *_del_pib(),
    *_puntos(),
    verificacion(
        "B217",
        "identidad",
        "GMP, parte del pasivo que viene de Invalidez y Vida",
        lambda: (
            texto("gmp_pct_iv"),
            100 * GMP.monto(GMP.pasivos[0]) / GMP.monto(GMP.total_pasivo),
        ),
        0.5,
        cita("gmp_pct_iv", "cuadro II.27"),
        unidad="%",
    ),
)
