"""The level premium end to end, from the printed years to the premium (M4)."""

from __future__ import annotations

from functools import partial

from pymodel.conciliacion.ifa2005_b import comun as c
from pymodel.conciliacion.ifa2005_b.comun import Columna, celda, contra, verificacion
from pymodel.conciliacion.ifa2005_b.primas import DOS_DECIMALES, nivelada
from pymodel.conciliacion.registro import Verificacion

PRIMA_GMP = Columna("ii_26", "prima_de_gasto_pct_b_entre_a")


def _interpolacion(de_impresos: str, agrega: str) -> str:
    """Why a premium of the SIV is missed by little.

    `de_impresos` comes from the printed present values; the interpolation moves it by `agrega`.
    """
    return (
        f"Error de interpolación: el cociente de los valores presentes impresos, {de_impresos}, ya "
        "dista 0.0038 de la prima impresa e interpolar los años que el cuadro no imprime agrega "
        f"{agrega}; juntos exceden el redondeo (0.0051)."
    )


def _costos() -> list[Verificacion]:
    partidas = [
        ("M4-01", "SRT, pensiones", c.SRT_PENSIONES, ""),
        ("M4-02", "SRT, indemnizaciones globales", c.SRT_IG, ""),
        ("M4-03", "SRT, subsidios y ayudas", c.SRT_SUBSIDIOS, ""),
        (
            "M4-04",
            "SIV, pensiones con costo fiscal",
            c.SIV_PENSIONES,
            _interpolacion("2.1738", "0.0025"),
        ),
        ("M4-05", "SIV, costo fiscal", c.SIV_CF, ""),
        ("M4-06", "SIV, pensiones sin costo fiscal", c.SIV_PENSIONES_SIN_CF, ""),
        ("M4-07", "SIV, subsidios y ayudas", c.SIV_SUBSIDIOS, ""),
        ("M4-08", "SIV, total con costo fiscal", c.SIV_TOTAL, _interpolacion("2.4938", "0.0026")),
        ("M4-09", "SIV, total sin costo fiscal", c.SIV_TOTAL_SIN_CF, ""),
    ]
    return [
        verificacion(
            clave,
            "modelo",
            f"{nombre}: costo actuarial a 100 años con los flujos interpolados",
            contra(
                partial(celda, gasto, c.COSTO_ACTUARIAL),
                partial(
                    nivelada, gasto, c.SRT_SALARIOS if gasto.cuadro == "ii_3" else c.SIV_SALARIOS
                ),
            ),
            DOS_DECIMALES,
            "cuadro II.3, L1318" if gasto.cuadro == "ii_3" else "cuadro II.9, L1611",
            unidad=c.PCT,
            metodo=c.METODO_PERPETUIDAD,
            falla_esperada=explicacion,
            nota=c.NOTA_PERPETUIDAD,
        )
        for clave, nombre, gasto, explicacion in partidas
    ]


VERIFICACIONES = (
    *_costos(),
    verificacion(
        "M4-10",
        "modelo",
        "GMP: costo actuarial a 100 años con los flujos interpolados",
        contra(
            partial(celda, PRIMA_GMP, c.COSTO_ACTUARIAL),
            partial(nivelada, c.GMP_GASTO, c.GMP_SALARIOS, perpetuidad=False, metodo="log_pchip"),
        ),
        DOS_DECIMALES,
        "cuadro II.26, L2372",
        unidad=c.PCT,
        metodo=c.METODO_LOG,
    ),
)
