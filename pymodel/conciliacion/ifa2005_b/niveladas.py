"""The level premium end to end, from the printed years to the premium (M1, M4)."""

from __future__ import annotations

from functools import partial

from pymodel.conciliacion.ifa2005_b import comun as c
from pymodel.conciliacion.ifa2005_b.comun import Columna, celda, contra, supuesto, verificacion
from pymodel.conciliacion.ifa2005_b.primas import DOS_DECIMALES, INTERPOLADO, nivelada
from pymodel.conciliacion.registro import Par, Verificacion

PRIMA_GMP = Columna("ii_26", "prima_de_gasto_pct_b_entre_a")


def _con_reserva(gasto: Columna, salarios: Columna, reserva: str, perpetuidad: bool) -> Par:
    """(VP - reserve)/VPSF from the printed present values, and from the flows, %."""
    fila = c.VALOR_PRESENTE if perpetuidad else c.COSTO_ACTUARIAL
    saldo = supuesto(reserva)
    impresa = 100 * (celda(gasto, fila) - saldo) / celda(salarios, fila)
    metodo = "pchip" if perpetuidad else "log_pchip"
    calculada = nivelada(gasto, salarios, perpetuidad=perpetuidad, metodo=metodo, reserva=saldo)
    return impresa, calculada


def _netas_de_reserva() -> list[Verificacion]:
    casos = [
        ("M1-01", "SRT", c.SRT_TOTAL, c.SRT_SALARIOS, True, "cuadros II.3 y II.4, L1317"),
        ("M1-02", "SIV", c.SIV_TOTAL_SIN_CF, c.SIV_SALARIOS, True, "cuadros II.9 y II.10, L1610"),
        ("M1-03", "GMP", c.GMP_GASTO, c.GMP_SALARIOS, False, "cuadros II.26 y II.27, L2372"),
    ]
    return [
        verificacion(
            clave,
            "modelo",
            f"{seguro}: prima nivelada descontada la reserva inicial",
            partial(_con_reserva, gasto, masa, f"reserva_{seguro.lower()}", perpetuidad),
            DOS_DECIMALES,
            fuente,
            unidad=c.PCT,
            metodo=c.METODO_PERPETUIDAD if perpetuidad else c.METODO_LOG,
            nota="El informe no imprime esta prima: el lado publicado es (valor presente impreso "
            "menos reserva impresa) entre VPSF impreso; el calculado sale de los flujos.",
        )
        for clave, seguro, gasto, masa, perpetuidad, fuente in casos
    ]


def _costos() -> list[Verificacion]:
    ampliada = "Tolerancia de B69: los años no impresos se interpolan. "
    partidas = [
        ("M4-01", "SRT, pensiones", c.SRT_PENSIONES, DOS_DECIMALES),
        ("M4-02", "SRT, indemnizaciones globales", c.SRT_IG, DOS_DECIMALES),
        ("M4-03", "SRT, subsidios y ayudas", c.SRT_SUBSIDIOS, DOS_DECIMALES),
        ("M4-04", "SIV, pensiones con costo fiscal", c.SIV_PENSIONES, INTERPOLADO),
        ("M4-05", "SIV, costo fiscal", c.SIV_CF, DOS_DECIMALES),
        ("M4-06", "SIV, pensiones sin costo fiscal", c.SIV_PENSIONES_SIN_CF, DOS_DECIMALES),
        ("M4-07", "SIV, subsidios y ayudas", c.SIV_SUBSIDIOS, DOS_DECIMALES),
        ("M4-08", "SIV, total con costo fiscal", c.SIV_TOTAL, INTERPOLADO),
        ("M4-09", "SIV, total sin costo fiscal", c.SIV_TOTAL_SIN_CF, DOS_DECIMALES),
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
            tolerancia,
            "cuadro II.3, L1318" if gasto.cuadro == "ii_3" else "cuadro II.9, L1611",
            unidad=c.PCT,
            metodo=c.METODO_PERPETUIDAD,
            nota=(ampliada if tolerancia == INTERPOLADO else "") + c.NOTA_PERPETUIDAD,
        )
        for clave, nombre, gasto, tolerancia in partidas
    ]


VERIFICACIONES = (
    *_netas_de_reserva(),
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
