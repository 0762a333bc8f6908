"""Annex C-4 and C-6: the cash flow of cuadro C.3 completed, and which fund pays its deficit."""

from __future__ import annotations

import functools
from collections.abc import Iterable

import numpy as np

from pymodel import datos
from pymodel.conciliacion.ifa2010_a.comun import DOCUMENTO, Ficha, ficha, fuente
from pymodel.conciliacion.registro import Par, Verificacion
from pymodel.mifa import corto_plazo, estados, reservas
from pymodel.validacion import Vector

DIGEST = "ifa2010_c"
MDP = "mdp de 2011"
NOTA = (
    "Insumos: el saldo de la Subcuenta 1, lo que la ROCF da cada año y el total de la RFA del "
    "SEM (la suma de sus usos, único dato impreso). El orden de uso se infirió del cuadro."
)


@functools.cache
def _c3() -> tuple[tuple[int, ...], dict[str, Vector]]:
    df = datos.tabla(DOCUMENTO, "cuadro_c_3").set_index("Concepto")
    filas = estados.por_clave(df, estados.FLUJO_2010)
    return tuple(int(c) for c in df.columns), {c: np.nan_to_num(v) for c, v in filas.items()}


@functools.cache
def _completo() -> dict[str, Vector]:
    """C.3 from its given rows only."""
    anios, filas = _c3()
    dados = {c: v for c, v in filas.items() if not estados.FLUJO_2010.por_clave[c].suma}
    cuadro = estados.desde_renglones(
        estados.FLUJO_2010, [str(a) for a in anios], dados, "cuadro C.3"
    )
    return estados.por_clave(estados.completar(cuadro), estados.FLUJO_2010)


@functools.cache
def _cascada() -> reservas.Cascada:
    anios, filas = _c3()
    # The price level of 2012 over 2011 that both models of the report imply.
    de_2012 = corto_plazo.insumos(DOCUMENTO).flujo_rjp[1] / filas["rjp"][1]
    necesidad = -(filas["excedente_tras_reservas"] + filas["movimientos_rocf"])
    return reservas.cascada(anios, necesidad, reservas.fondos_2010(float(de_2012)))


def _derivado(clave: str) -> Ficha:
    r = estados.FLUJO_2010.por_clave[clave]
    # Half a unit per given row under it.
    hojas = {"ingresos": 4, "otros_ingresos": 2, "egresos": 11, "excedente": 15,
             "excedente_tras_reservas": 16, "transferencia_neta": 5, "saldo_anio": 21}  # fmt: skip
    return ficha(
        "identidad",
        f"Cuadro C.3, {r.rotulo}, desde los renglones dados, 12 años",
        MDP,
        lambda: (_c3()[1][clave], _completo()[clave]),
        0.5 * (hojas[clave] + 1),
        fuente("C.3"),
    )


USOS = {
    "ROCF para inversión (art. 277 C)": "uso_rocf_inversion",
    "FCOLCLC, Subcuenta 1": "uso_fcolclc",
    "ROCF (art. 277 A)": "uso_rocf_277a",
    "RFA del SEM": "uso_rfa_sem",
}


def _uso(nombre: str) -> Ficha:
    def calcular() -> Par:
        return _c3()[1][USOS[nombre]], _cascada().usos[nombre]

    return ficha(
        "calibrado" if "ROCF" in nombre or nombre == "RFA del SEM" else "modelo",
        f"Quién paga el déficit, 2011-2050: {nombre}",
        MDP,
        calcular,
        1.0,
        fuente("C.3"),
        nota=NOTA,
    )


def _descubierto() -> Par:
    anios, filas = _c3()
    futuros = np.array(anios) > _agotamiento_impreso()
    return -filas["saldo_anio"][futuros], _cascada().descubierto[futuros]


def _agotamiento_impreso() -> int:
    """Last printed year whose balance closes at zero."""
    anios, filas = _c3()
    return int(max(a for a, s in zip(anios, filas["saldo_anio"], strict=True) if s == 0.0))


def _anios() -> Par:
    c = _cascada()
    return (2014.0, 2015.0), (float(c.ultimo_cubierto or 0), float(c.primer_descubierto or 0))


def _fichas() -> Iterable[tuple[str, Ficha]]:
    for n, clave in enumerate(
        ("otros_ingresos", "ingresos", "egresos", "excedente", "excedente_tras_reservas",
         "transferencia_neta", "saldo_anio"), 1
    ):  # fmt: skip
        yield f"C-4-s{n}", _derivado(clave)
    for n, nombre in enumerate(USOS, 1):
        yield f"C-6-s{n}", _uso(nombre)
    yield (
        "C-6-s5",
        ficha(
            "calibrado",
            "Déficit que ninguna reserva paga, 2015-2050",
            MDP,
            _descubierto,
            1.5,
            fuente("C.3"),
            nota=NOTA,
        ),
    )
    yield (
        "C-6-s6",
        ficha(
            "calibrado",
            "Último año con el déficit pagado por las reservas y primero sin pagar",
            "año",
            _anios,
            0.0,
            fuente("C.3"),
            nota=NOTA,
        ),
    )


VERIFICACIONES: tuple[Verificacion, ...] = tuple(f(id=f"{DIGEST}.{n}") for n, f in _fichas())
